//! Looking at the pictures of a draft: the world has one picture of 400 by 200 under every path, red on the left, blue on the right.

use beian::filing::{Draft, FieldId};
use beian::locale::Lang;
use beian::locale::tui::preview as words;
use beian::tui::event::Event;
use beian::tui::keymap::{Action, Context};
use beian::tui::picture::{Graphics, Protocol};
use beian_scan::facts::{FileFacts, Format};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellDiffOption;
use ratatui::style::Color;

use super::wizard::{LANGS, Setup, Wizard, example};

pub const RED: Color = Color::Rgb(200, 0, 0);
pub const BLUE: Color = Color::Rgb(0, 0, 200);

fn looking(setup: Setup) -> Wizard {
    let mut wizard = setup.open(example("company")).start();
    wizard.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P");
    assert!(wizard.app.contexts().contains(&Context::Preview));
    wizard
}

/// The colours of the half blocks in a row, as runs with their lengths.
pub fn runs(wizard: &Wizard, y: u16) -> Vec<(Color, usize)> {
    let picture = wizard.look();
    let mut runs: Vec<(Color, usize)> = Vec::new();
    for x in 0..picture.buffer.area.width {
        let cell = &picture.buffer[(x, y)];
        match runs.last_mut() {
            _ if cell.symbol() != "▀" => {}
            Some((colour, count)) if *colour == cell.fg => *count += 1,
            _ => runs.push((cell.fg, 1)),
        }
    }
    runs
}

#[test]
fn a_picture_is_seen_whole_in_half_blocks() {
    for lang in LANGS {
        let wizard = looking(Setup::new().lang(lang));
        // 18 rows are 36 pixels: the picture becomes 72 by 36.
        assert_eq!(runs(&wizard, 10), [(RED, 36), (BLUE, 36)], "{}", wizard.screen());
        assert!(wizard.says(FieldId::ResponsiblePersonCertificateFront.label().in_lang(lang)));
        assert!(wizard.says("18%"), "{}", wizard.screen());
    }
}

#[test]
fn it_can_be_seen_pixel_for_pixel_moved_and_turned() {
    let mut wizard = looking(Setup::new());
    wizard.keys("1").must_say(words::ACTUAL);
    assert_eq!(runs(&wizard, 10), [(RED, 39), (BLUE, 39)]);
    wizard.keys("Right*9");
    assert_eq!(runs(&wizard, 10), [(BLUE, 78)]);
    wizard.keys("Left*99 Up*99");
    assert_eq!(runs(&wizard, 10), [(RED, 78)]);
    assert!(wizard.says("(0, 0)"));
    wizard.keys("0 Space");
    assert!(wizard.says(&words::TURNED.with(wizard.lang(), &[("degrees", &90)])));
    assert_eq!(runs(&wizard, 3).iter().map(|(colour, _)| *colour).collect::<Vec<_>>(), [RED], "the left side is up");
    assert_eq!(runs(&wizard, 18).iter().map(|(colour, _)| *colour).collect::<Vec<_>>(), [BLUE]);
    wizard.keys("Space*3");
    assert_eq!(runs(&wizard, 10), [(RED, 36), (BLUE, 36)]);
    wizard.keys("+");
    assert!(wizard.says("25%"), "{}", wizard.screen());
    wizard.keys("-");
    assert!(wizard.says("18%"), "{}", wizard.screen());
}

#[test]
fn one_goes_through_all_pictures_and_comes_back_to_the_field() {
    let mut wizard = looking(Setup::new());
    let first = wizard.screen();
    wizard.keys("Tab");
    let back = FieldId::ResponsiblePersonCertificateBack.label().in_lang(wizard.lang());
    assert!(wizard.says(back), "{}", wizard.screen());
    wizard.keys("Shift+Tab");
    assert_eq!(wizard.screen(), first);
    let count = wizard.draft().files().len();
    wizard.keys(&format!("Tab*{count}"));
    assert_eq!(wizard.screen(), first, "behind the last comes the first");
    for key in ["Esc", "Enter", "Ctrl+P"] {
        wizard.keys(key);
        assert!(!wizard.has_dialog(), "{key}");
        assert_eq!(wizard.focus(), Some(FieldId::ResponsiblePersonCertificateFront));
        assert!(!wizard.state().preview.is_on(), "nobody looks any more");
        wizard.keys("Ctrl+P");
    }
}

#[test]
fn where_there_is_nothing_to_see_it_is_said() {
    let mut draft = example("company");
    draft.set(FieldId::ResponsiblePersonCertificateFront, Some("scans/missing.jpg".into()));
    let mut wizard = Setup::new().open(draft).start();
    wizard.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P").must_say(words::MISSING);
    wizard.keys("+ 1 Right Space -").must_say(words::MISSING);
    for (lang, columns, rows) in [(Lang::Zh, 60, 16), (Lang::En, 60, 16), (Lang::En, 120, 36)] {
        let mut none = Setup::new().lang(lang).sized(columns, rows).open(example("company")).start();
        let facts = FileFacts::picture(Format::Jpeg, 400, 200, 3_456_789);
        none.world.facts.insert("scans/responsible-id-front.jpg", facts);
        none.wait(3000).go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P");
        none.event(Event::Graphics(Graphics::NONE)).must_say(words::NO_GRAPHICS);
        assert!(!none.state().preview.is_on(), "nothing is decoded where nothing is drawn");
        assert!(none.says("scans/responsible-id-front.jpg") && none.says("JPEG  400x200  3.5 MB"), "{}", none.screen());
        assert!(none.says("× scans/responsible-id-front.jpg"), "{}", none.screen());
        let bar = none.look().row(rows - 1);
        let keys = [Action::Viewer, Action::Back];
        assert!(keys.iter().all(|key| bar.contains(key.label().in_lang(lang))), "{bar}");
        assert!(!bar.contains(Action::ZoomIn.label().in_lang(lang)), "there is nothing to enlarge: {bar}");
    }
    let mut empty = Setup::new().open(Draft::new(4)).start();
    empty.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P");
    assert!(!empty.has_dialog(), "there is no picture to show");
}

#[test]
fn beside_a_picture_names_of_files_and_labels_stay_whole() {
    let mut draft = example("company");
    draft.set(FieldId::SubjectCertificatePhoto, Some("docs/IMG_2005.jpg".into()));
    let letter = "../company/papers/shouquan2.jpg";
    draft.set(FieldId::ResponsiblePersonAuthorizationLetter, Some(letter.into()));
    let mut wizard = Setup::new().lang(Lang::En).sized(120, 36).open(draft).start();
    for path in ["docs/IMG_2005.jpg", "scans/responsible-id-front.jpg"] {
        wizard.world.facts.insert(path, FileFacts::picture(Format::Jpeg, 400, 200, 3_456));
    }
    wizard.wait(3000).go(FieldId::SubjectCertificatePhoto);
    assert!(wizard.says("Address on certificate") && wizard.says("IMG_2005.jpg"), "{}", wizard.screen());
    wizard.go(FieldId::ResponsiblePersonCertificateFront);
    assert!(wizard.says("Legal rep.'s ID number") && wizard.says(" shouquan2.jpg"), "{}", wizard.screen());
    assert!(!wizard.says("..mpany"), "{}", wizard.screen());
}

#[test]
fn a_protocol_s_picture_lies_in_cells_the_frame_leaves_alone() {
    for protocol in [Protocol::Kitty, Protocol::Iterm2, Protocol::Sixel] {
        let mut wizard = looking(Setup::new());
        wizard.event(Event::Graphics(Graphics { protocol, ..Graphics::default() }));
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut placed = None;
        let frame = terminal.draw(|frame| placed = wizard.app.draw_on(frame.buffer_mut()).picture).unwrap();
        let placed = placed.unwrap_or_else(|| panic!("{protocol:?} has no picture"));
        // 400 by 200 pixels are 40 by 10 cells of 10 by 20.
        assert_eq!((placed.area.width, placed.area.height), (40, 10));
        for y in 0..24 {
            for x in 0..80 {
                let skipped = matches!(frame.buffer[(x, y)].diff_option, CellDiffOption::Skip);
                assert_eq!(skipped, placed.area.contains((x, y).into()), "{x} {y}");
            }
        }
        wizard.keys("F1");
        terminal.draw(|frame| placed_is_none(wizard.app.draw_on(frame.buffer_mut()).picture.is_none())).unwrap();
        wizard.keys("Esc Esc");
        terminal.draw(|frame| placed_is_none(wizard.app.draw_on(frame.buffer_mut()).picture.is_none())).unwrap();
    }
}

fn placed_is_none(none: bool) {
    assert!(none, "a picture would lie on what is drawn");
}

#[test]
fn any_size_will_do() {
    let mut wizard = looking(Setup::new());
    for (columns, rows) in [(60, 16), (120, 36), (61, 17), (300, 90), (20, 5), (1, 1), (80, 24)] {
        wizard.resize(columns, rows).keys("1 Right + - 0");
        wizard.look();
    }
    assert_eq!(runs(&wizard, 10), [(RED, 36), (BLUE, 36)]);
}

#[test]
fn beside_a_wide_form_stands_the_scan_that_the_field_is_copied_from() {
    let label = |id: FieldId| id.label().zh;
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).sized(120, 36).open(example("company")).start();
        let column = |wizard: &Wizard| wizard.look().row(4).chars().position(|c| c == '✓');
        wizard.go(FieldId::ResponsiblePersonCertificateNumber);
        let marks = column(&wizard);
        // 36 cells are 36 pixels: the picture becomes 36 by 18.
        assert_eq!(runs(&wizard, 6), [(RED, 18), (BLUE, 18)], "{}", wizard.screen());
        let name = FieldId::ResponsiblePersonCertificateFront.full_label(lang);
        assert!(wizard.says(name.split_inclusive('·').next().unwrap()), "{name}\n{}", wizard.screen());
        wizard.go(FieldId::ResponsiblePersonMobile);
        assert_eq!((runs(&wizard, 6), column(&wizard)), (Vec::new(), marks), "a phone stands on no scan, and nothing has moved");
        assert!(!wizard.state().preview.is_on());
        wizard.go(FieldId::ResponsiblePersonCertificateBack);
        assert_eq!(runs(&wizard, 6).len(), 2);
        wizard.keys("F1");
        assert!(!wizard.state().preview.is_on(), "nothing is drawn beside a dialog");
        wizard.keys("Esc").resize(100, 36);
        assert_eq!(runs(&wizard, 6), [], "there is no room");
        wizard.resize(120, 36);
        assert_eq!(runs(&wizard, 6).len(), 2);
        wizard.keys("Ctrl+P").keys("1 Esc");
        assert_eq!(runs(&wizard, 6), [(RED, 18), (BLUE, 18)]);
    }
    let mut wizard = Setup::new().sized(120, 36).open(example("company")).start();
    wizard.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+U").text("scans/missing");
    assert!(!wizard.says(words::MISSING.zh), "a path half typed is no news\n{}", wizard.screen());
    assert!(wizard.says(label(FieldId::ResponsiblePersonCertificateFront)));
}
