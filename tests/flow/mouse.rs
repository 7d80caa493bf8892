//! Clicks and the wheel, by what is seen on the screen.

use beian::filing::FieldId;
use beian::locale::Lang;
use beian::locale::tui::{action, common, dialog};
use beian::tui::event::{Event, Mouse, MouseKind};
use beian::tui::keymap::Action;

use super::wizard::{LANGS, Setup, Wizard, example};

/// The cell in which a text begins, without the blanks inside it.
fn place(wizard: &Wizard, text: &str) -> (u16, u16) {
    let look = wizard.look();
    let wanted: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    for y in 0..look.buffer.area.height {
        let glyphs: Vec<(u16, char)> = look
            .glyphs(y)
            .into_iter()
            .flat_map(|(x, glyph)| glyph.chars().map(move |c| (x, c)).collect::<Vec<_>>())
            .filter(|(_, c)| !c.is_whitespace())
            .collect();
        let found = glyphs.windows(wanted.len()).find(|run| run.iter().map(|(_, c)| c).eq(&wanted));
        if let Some(run) = found {
            return (run[0].0, y);
        }
    }
    panic!("{text} is not on the screen:\n{}", wizard.screen());
}

fn report(wizard: &mut Wizard, kind: MouseKind, (column, row): (u16, u16)) {
    // What can be hit is what was drawn.
    wizard.look();
    wizard.event(Event::Mouse(Mouse { kind, column, row }));
}

fn click(wizard: &mut Wizard, at: (u16, u16)) {
    report(wizard, MouseKind::Press, at);
}

#[test]
fn a_click_focuses_a_field_and_places_the_caret() {
    for lang in LANGS {
        for (columns, rows) in [(80, 24), (120, 36)] {
            let mut wizard = Setup::new().lang(lang).sized(columns, rows).open(example("company")).start();
            wizard.keys("Alt+1");
            let (x, y) = place(&wizard, FieldId::SubjectCertificateNumber.label().in_lang(lang));
            click(&mut wizard, (x, y));
            assert_eq!(wizard.focus(), Some(FieldId::SubjectCertificateNumber), "{}", wizard.screen());
            let name = wizard.value(FieldId::SubjectCertificateNumber).to_owned();
            let (x, y) = place(&wizard, &name.chars().take(4).collect::<String>());
            click(&mut wizard, (x + 1, y));
            wizard.text("7");
            let expected: String = name.chars().take(1).chain(['7']).chain(name.chars().skip(1)).collect();
            assert_eq!(wizard.value(FieldId::SubjectCertificateNumber), expected);
        }
    }
}

#[test]
fn a_double_click_opens_and_a_click_chooses() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Alt+1");
    let at = place(&wizard, FieldId::SubjectNature.label().en);
    click(&mut wizard, at);
    assert!(!wizard.has_dialog());
    click(&mut wizard, at);
    assert!(wizard.has_dialog(), "{}", wizard.screen());
    let individual = place(&wizard, "Individual");
    click(&mut wizard, individual);
    assert!(wizard.has_dialog(), "one click only chooses");
    click(&mut wizard, individual);
    assert!(!wizard.has_dialog());
    assert_eq!(wizard.draft().code(FieldId::SubjectNature), Some(5));
    let mut slow = Setup::new().lang(Lang::En).open(example("company")).start();
    slow.keys("Alt+1");
    let at = place(&slow, FieldId::SubjectNature.label().en);
    click(&mut slow, at);
    slow.wait(1_000);
    click(&mut slow, at);
    assert!(!slow.has_dialog(), "two clicks are no double one");
}

#[test]
fn the_list_of_drafts_and_the_keys_at_the_bottom_can_be_clicked() {
    for lang in LANGS {
        let setup = Setup::new().lang(lang).with("/home/li/drafts/a.toml", example("company"));
        let mut wizard = setup.with("/home/li/drafts/b.toml", example("individual")).start();
        let at = place(&wizard, "三餐小账");
        click(&mut wizard, at);
        click(&mut wizard, at);
        assert_eq!(wizard.document().draft().title(), "三餐小账");
        let help = place(&wizard, &format!("F1 {}", action::HELP.in_lang(lang)));
        click(&mut wizard, help);
        wizard.must_say(dialog::HELP_TITLE);
        let back = place(&wizard, &format!("Esc {}", dialog::CLOSE.in_lang(lang)));
        click(&mut wizard, back);
        assert!(!wizard.has_dialog());
    }
}

#[test]
fn the_wheel_scrolls_what_lies_under_it_and_stops_at_the_ends() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Alt+1");
    wizard.keys("F1");
    let top = wizard.screen();
    report(&mut wizard, MouseKind::WheelUp, (40, 10));
    assert_eq!(wizard.screen(), top);
    report(&mut wizard, MouseKind::WheelDown, (40, 10));
    let further = wizard.screen();
    assert_ne!(further, top);
    report(&mut wizard, MouseKind::WheelUp, (40, 10));
    assert_eq!(wizard.screen(), top);
    for _ in 0..200 {
        report(&mut wizard, MouseKind::WheelDown, (40, 10));
    }
    let end = wizard.screen();
    report(&mut wizard, MouseKind::WheelDown, (40, 10));
    assert_eq!(wizard.screen(), end);
}

#[test]
fn what_lies_elsewhere_or_comes_in_floods_does_nothing_wrong() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Alt+1");
    let before = wizard.screen();
    for at in [(200, 10), (10, 200), (u16::MAX, u16::MAX), (79, 23), (0, 0)] {
        for kind in [MouseKind::Press, MouseKind::WheelUp, MouseKind::WheelDown] {
            report(&mut wizard, kind, at);
        }
    }
    assert_eq!(wizard.screen(), before);
    // Reports that come before the next frame find nothing there any more: one is acted on.
    wizard.keys("F4");
    wizard.look();
    for _ in 0..10_000 {
        wizard.event(Event::Mouse(Mouse { kind: MouseKind::WheelDown, column: 40, row: 10 }));
    }
    wizard.keys("Esc");
    assert_eq!(wizard.screen(), before);
    // In a smaller window, what was drawn before is no longer hit.
    wizard.look();
    wizard.resize(20, 5);
    report(&mut wizard, MouseKind::Press, (10, 3));
    wizard.resize(80, 24);
    assert_eq!(wizard.screen(), before);
}

#[test]
fn what_lies_under_a_dialog_is_not_hit() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Alt+1");
    let below = place(&wizard, FieldId::SubjectNature.label().en);
    let before = wizard.focus();
    wizard.keys("Ctrl+F");
    click(&mut wizard, (below.0, 23));
    wizard.keys("Esc");
    assert_eq!(wizard.focus(), before);
}

#[test]
fn the_mouse_can_be_switched_off() {
    let mut wizard = Setup::new().lang(Lang::En).open(example("company")).start();
    wizard.keys("Alt+1");
    wizard.keys("Alt+M").must_say(common::MOUSE_OFF);
    let at = place(&wizard, FieldId::SubjectCertificateNumber.label().en);
    click(&mut wizard, at);
    assert_ne!(wizard.focus(), Some(FieldId::SubjectCertificateNumber));
    wizard.keys("Alt+M").must_say(common::MOUSE_ON);
    click(&mut wizard, at);
    assert_eq!(wizard.focus(), Some(FieldId::SubjectCertificateNumber));
    assert!(beian::tui::keymap::key_for(&wizard.app.contexts(), Action::Mouse).is_some());
}
