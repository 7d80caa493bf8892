//! The file picker: what is shown of the highlighted file, and folders that files were taken from. The world has one picture of 400
//! by 200 under every path, red on the left, blue on the right, and says of every picture that it has 1600 by 1000 pixels.

use std::path::PathBuf;

use beian::filing::{Draft, FieldId};
use beian::locale::tui::dialog as words;
use beian::locale::tui::preview;
use beian::tui::effect::Message;
use beian::tui::event::Event;
use beian::tui::keymap::Context;
use beian::tui::picture::{Graphics, Protocol};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellDiffOption;

use super::preview::{BLUE, RED, runs};
use super::wizard::{LANGS, Setup, Wizard, example};

const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;
const HERE: &str = "/home/li/drafts/scans";

/// The picker of a field of pictures: a folder, a picture of too many bytes, and one that suits.
fn picker(setup: Setup) -> Wizard {
    let mut wizard = setup.open(example("company")).start();
    wizard.go(FRONT).keys("Enter");
    assert!(wizard.app.contexts().contains(&Context::Files));
    wizard
}

fn wide() -> Setup {
    Setup::new().sized(120, 36)
}

#[test]
fn the_highlighted_picture_stands_beside_the_list_with_what_is_known_of_it() {
    for lang in LANGS {
        let mut wizard = picker(wide().lang(lang));
        assert_eq!(runs(&wizard, 14), [], "a folder is no picture\n{}", wizard.screen());
        wizard.keys("Down");
        // 43 cells are 43 pixels: the picture becomes 43 by 22, and where red meets blue they are mixed.
        let runs_here = runs(&wizard, 14);
        assert_eq!((runs_here.first(), runs_here.last()), (Some(&(RED, 21)), Some(&(BLUE, 21))), "{}", wizard.screen());
        assert!(wizard.says("PNG  1600x1000  3.5 MB") && wizard.says("× licence.PNG"), "{}", wizard.screen());
        wizard.keys("Down").must_say(words::SUITS);
        assert!(wizard.says("JPEG  1600x1000  346 KB"), "{}", wizard.screen());
        assert_eq!(runs(&wizard, 14), runs_here);
        wizard.keys("Ctrl+R");
        assert!(runs(&wizard, 14).is_empty() && !wizard.state().preview.is_on(), "folders have no picture");
        wizard.keys("Ctrl+R Ctrl+H").text("notes");
        assert!(wizard.says("99 B") && runs(&wizard, 14).is_empty(), "{}", wizard.screen());
        wizard.must_say(preview::NO_PICTURE);
    }
}

#[test]
fn where_there_is_no_room_the_facts_stand_below_the_list() {
    for (columns, rows, beside) in
        [(120, 36, true), (99, 20, true), (98, 36, false), (120, 19, false), (80, 24, false), (60, 16, false), (300, 90, true)]
    {
        let mut wizard = picker(Setup::new().sized(columns, rows));
        wizard.keys("Down Down").must_say(words::SUITS);
        assert!(wizard.says("JPEG  1600x1000  346 KB"), "{columns}x{rows}\n{}", wizard.screen());
        assert!(wizard.says("licence.PNG"), "{columns}x{rows}\n{}", wizard.screen());
        assert_eq!(wizard.state().preview.is_on(), beside, "{columns}x{rows}");
        assert_eq!((0..rows).any(|y| !runs(&wizard, y).is_empty()), beside, "{columns}x{rows}\n{}", wizard.screen());
        wizard.event(Event::Graphics(Graphics::NONE)).must_say(words::SUITS);
        assert!(!wizard.state().preview.is_on(), "nothing is decoded where nothing is drawn");
    }
}

#[test]
fn a_file_is_glanced_at_once_however_one_comes_to_it() {
    let mut wizard = picker(wide());
    wizard.keys("Down F2 Ctrl+S F1 Esc").resize(100, 30).wait(500);
    let path = |name: &str| PathBuf::from(HERE).join(name);
    assert_eq!(wizard.world.glances, [path("licence.PNG")]);
    wizard.keys("Down Up");
    assert_eq!(wizard.world.glances, [path("licence.PNG"), path("身份证 正面.jpg"), path("licence.PNG")]);
    wizard.paste("/mnt/licence.PN").paste("G");
    assert_eq!(wizard.world.glances.last(), Some(&PathBuf::from("/mnt/licence.PNG")), "a file that was typed is looked at, too");
    assert!(wizard.says("PNG  1600x1000"), "{}", wizard.screen());
}

#[test]
fn the_picture_is_seen_large_and_one_comes_back_to_the_list() {
    let mut wizard = picker(wide());
    wizard.keys("Ctrl+P");
    assert!(!wizard.app.contexts().contains(&Context::Preview), "a folder has no picture");
    wizard.keys("Down Down");
    let list = wizard.screen();
    wizard.keys("Ctrl+P");
    assert!(wizard.app.contexts().contains(&Context::Preview));
    assert!(wizard.says("/home/li/drafts/scans/身份证 正面.jpg") && wizard.says("JPEG  1600x1000"), "{}", wizard.screen());
    wizard.keys("1 Space + Tab").must_say(preview::TURNED);
    wizard.keys("Ctrl+O");
    assert_eq!(wizard.world.viewed, [PathBuf::from(HERE).join("身份证 正面.jpg")]);
    wizard.keys("Esc");
    assert_eq!(wizard.screen(), list);
    wizard.keys("Enter");
    assert_eq!(wizard.value(FRONT), "scans/身份证 正面.jpg");
}

#[test]
fn a_protocol_s_picture_goes_when_it_is_covered_left_or_another_file_is_highlighted() {
    for protocol in [Protocol::Kitty, Protocol::Iterm2, Protocol::Sixel] {
        // So wide that the form beneath has no picture of its own.
        let mut wizard = picker(Setup::new().sized(100, 36));
        wizard.event(Event::Graphics(Graphics { protocol, ..Graphics::default() }));
        let mut terminal = Terminal::new(TestBackend::new(100, 36)).unwrap();
        let mut placed = |wizard: &Wizard| {
            let mut placed = None;
            let frame = terminal.draw(|frame| placed = wizard.app.draw_on(frame.buffer_mut()).picture).unwrap();
            for y in 0..36 {
                for x in 0..100 {
                    let skipped = matches!(frame.buffer[(x, y)].diff_option, CellDiffOption::Skip);
                    assert_eq!(skipped, placed.as_ref().is_some_and(|placed| placed.area.contains((x, y).into())), "{x} {y}");
                }
            }
            placed.is_some()
        };
        for (keys, expected) in [
            ("Down", true),
            ("F1", false),
            ("Esc", true),
            ("Ctrl+R", false),
            ("Ctrl+R", true),
            ("End", true),
            ("Home", false),
            ("End", true),
            ("Ctrl+P", true),
            ("Esc", true),
            ("Esc", false),
        ] {
            wizard.keys(keys);
            assert_eq!(placed(&wizard), expected, "{protocol:?} {keys}\n{}", wizard.screen());
        }
    }
}

#[test]
fn folders_of_earlier_sessions_are_at_hand() {
    let mut wizard = picker(Setup::new());
    wizard.keys("End Enter");
    assert_eq!(wizard.world.remembered, [PathBuf::from(HERE)]);
    let earlier = vec![PathBuf::from("/mnt/扫描"), PathBuf::from("/mnt/old")];
    for lang in LANGS {
        let mut next = Setup::new().lang(lang).open(Draft::new(4)).start();
        next.world.remembered.clone_from(&earlier);
        next.told(Message::RecentFolders { earlier: earlier.clone(), gone: Vec::new() });
        next.go(FRONT).keys("Enter");
        assert!(next.says("/mnt/扫描"), "without files one begins where one was\n{}", next.screen());
        next.keys("Ctrl+R").must_say(words::PLACE_EARLIER);
        next.text("old").keys("Enter");
        assert!(next.says("/mnt/old"), "{}", next.screen());
        next.keys("End Enter");
        assert_eq!(next.world.remembered, [PathBuf::from("/mnt/old"), PathBuf::from("/mnt/扫描")]);
        // One that is gone is not offered again, neither is it forgotten.
        next.told(Message::RecentFolders { earlier: Vec::new(), gone: vec![PathBuf::from("/mnt/old")] });
        assert!(next.state().recent_folders.is_empty() && next.state().earlier_folders.is_empty());
    }
    let mut own = picker(Setup::new());
    own.world.remembered.clone_from(&earlier);
    own.keys("Esc Enter");
    assert!(own.says(HERE), "the field's own file counts more\n{}", own.screen());
}

#[test]
fn the_mark_of_a_file_agrees_with_what_was_found_about_it() {
    for lang in LANGS {
        let mut wizard = picker(Setup::new().lang(lang).sized(80, 24));
        wizard.keys("Down");
        assert!(wizard.says("> × licence.PNG") && !wizard.says("* licence.PNG"), "{}", wizard.screen());
        wizard.keys("Down");
        assert!(wizard.says("> * 身份证 正面.jpg") && wizard.says("× licence.PNG"), "{}", wizard.screen());
        // Typed, it can still be taken; that something is wrong with it is said where the key is.
        wizard.text("./licence.PNG");
        let said = words::USE_FILE_ANYWAY.with(lang, &[("key", &"Enter")]);
        assert!(wizard.says(said.split(['，', ':']).next().unwrap()), "{}", wizard.screen());
    }
}
