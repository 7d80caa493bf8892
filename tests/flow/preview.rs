//! Looking at the pictures of a draft: the world has one picture of 400 by 200 under every path, red on the left, blue on the right.

use beian::filing::{Draft, FieldId};
use beian::locale::field;
use beian::locale::tui::preview as words;
use beian::tui::event::Event;
use beian::tui::keymap::Context;
use beian::tui::picture::{Graphics, Protocol};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellDiffOption;
use ratatui::style::Color;

use super::wizard::{LANGS, Setup, Wizard, example};

const RED: Color = Color::Rgb(200, 0, 0);
const BLUE: Color = Color::Rgb(0, 0, 200);

fn looking(setup: Setup) -> Wizard {
    let mut wizard = setup.open(example("company")).start();
    wizard.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P");
    assert!(wizard.app.contexts().contains(&Context::Preview));
    wizard
}

/// The colours of the half blocks in a row, as runs with their lengths.
fn runs(wizard: &Wizard, y: u16) -> Vec<(Color, usize)> {
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
        assert!(wizard.says(field::label(FieldId::ResponsiblePersonCertificateFront).in_lang(lang)));
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
    let back = field::label(FieldId::ResponsiblePersonCertificateBack).in_lang(wizard.lang());
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
        assert!(!wizard.state().looking.is_on(), "nobody looks any more");
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
    let mut none = looking(Setup::new());
    none.event(Event::Graphics(Graphics::NONE)).must_say(words::NO_GRAPHICS);
    assert!(!none.state().looking.is_on(), "nothing is decoded where nothing is drawn");
    let mut empty = Setup::new().open(Draft::new(4)).start();
    empty.go(FieldId::ResponsiblePersonCertificateFront).keys("Ctrl+P");
    assert!(!empty.has_dialog(), "there is no picture to show");
}

#[test]
fn a_protocol_s_picture_lies_in_cells_the_frame_leaves_alone() {
    for protocol in [Protocol::Kitty, Protocol::Iterm2, Protocol::Sixel] {
        let mut wizard = looking(Setup::new());
        wizard.event(Event::Graphics(Graphics { protocol, ..Graphics::default() }));
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut placed = None;
        let frame = terminal.draw(|frame| placed = wizard.app.draw_with_picture(frame)).unwrap();
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
        terminal.draw(|frame| placed_is_none(wizard.app.draw_with_picture(frame).is_none())).unwrap();
        wizard.keys("Esc Esc");
        terminal.draw(|frame| placed_is_none(wizard.app.draw_with_picture(frame).is_none())).unwrap();
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
