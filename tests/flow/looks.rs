//! What must hold on every screen and in every dialog, whatever its size, language and colours.

use std::collections::BTreeSet;

use beian::filing::FieldId;
use beian::filing::{Kind, field::TextKind};
use beian::locale::Lang;
use beian::locale::tui::common;
use beian::text::width::cells;
use beian::tui::keymap::{Action, Context, key_for};
use ratatui::style::{Color, Modifier};

use super::places;
use super::wizard::{LANGS, Setup, Wizard, example, typed};

const SIZES: [(Lang, u16, u16); 4] = [(Lang::Zh, 60, 16), (Lang::Zh, 80, 24), (Lang::En, 120, 36), (Lang::En, 60, 16)];

#[test]
fn the_cursor_stands_behind_what_was_typed_in_every_field() {
    // A picture's path is pasted as a whole, and the next field follows.
    let mut fields = typed(&example("company"));
    fields.retain(|id| id.field().kind != Kind::Picture);
    assert!(fields.len() > 20, "{}", fields.len());
    for (turn, (lang, columns, rows)) in SIZES.into_iter().enumerate() {
        let mut wizard = Setup::new().lang(lang).sized(columns, rows).open(example("company")).start();
        // Every field in both languages, each in two of the four sizes.
        for id in fields.iter().skip(turn % 2).step_by(2) {
            the_cursor_is_right(&mut wizard, *id);
        }
    }
}

fn the_cursor_is_right(wizard: &mut Wizard, id: FieldId) {
    let here = |wizard: &Wizard| format!("{} at {:?}\n{}", id.path(), wizard.state().size, wizard.screen());
    wizard.go(id).keys("Ctrl+A").paste("甲b7");
    let picture = wizard.look();
    let end = picture.cursor.unwrap_or_else(|| panic!("no cursor: {}", here(wizard)));
    assert_eq!(picture.left_of(end), Some("7"), "{}", here(wizard));
    wizard.keys("Left Left");
    let picture = wizard.look();
    let middle = picture.cursor.unwrap();
    assert_eq!((picture.left_of(middle), picture.at(middle)), (Some("甲"), Some("b")), "{}", here(wizard));
    // Longer than the column: the caret stays in sight, on the text.
    wizard.keys("End").paste(&"长".repeat(70));
    let picture = wizard.look();
    let far = picture.cursor.unwrap_or_else(|| panic!("no cursor: {}", here(wizard)));
    // A long text may have its caret at the start of a row, behind nothing.
    let long = id.field().kind == Kind::Text(TextKind::Long) || far.1 > end.1;
    let before = picture.left_of(far);
    assert!(before == Some("长") || (long && before.is_none_or(|glyph| glyph == " ")), "{before:?} {}", here(wizard));
    // What stands in no other field: two people of one name would be one person.
    wizard.keys("Ctrl+A").paste(id.path());
}

#[test]
fn fields_that_are_picked_show_no_cursor() {
    let mut wizard = Wizard::company();
    wizard.go(FieldId::SubjectRegion);
    assert_eq!(wizard.look().cursor, None);
    wizard.go(FieldId::SubjectName).keys("F1");
    assert_eq!(wizard.look().cursor, None, "the field under a dialog has no cursor");
}

#[test]
fn boxes_of_dialogs_have_the_cursor_too() {
    let mut wizard = Wizard::company();
    for (id, open) in [
        (FieldId::SubjectRegion, "Enter"),
        (FieldId::SubjectName, "Ctrl+F"),
        (FieldId::ServiceContents, "Enter"),
        (FieldId::SubjectCertificatePhoto, "Enter"),
    ] {
        wizard.go(id).keys(open).text("甲7");
        let picture = wizard.look();
        let cursor = picture.cursor.unwrap_or_else(|| panic!("{}", wizard.screen()));
        assert_eq!(picture.left_of(cursor), Some("7"), "{}", wizard.screen());
        wizard.keys("Esc Esc");
    }
}

/// Sizes in which there is something to draw: every width at the heights where something changes, every height at some widths.
fn sizes() -> BTreeSet<(u16, u16)> {
    let mut sizes = BTreeSet::new();
    for columns in 60..=130 {
        sizes.extend([16, 17, 19, 20, 24].map(|rows| (columns, rows)));
    }
    for rows in 16..=40 {
        sizes.extend([60, 76, 80, 130].map(|columns| (columns, rows)));
    }
    sizes
}

#[test]
fn every_size_can_be_drawn_everywhere() {
    const SHARE: usize = 64;
    let (sizes, mut drawn) = (sizes(), 0);
    for (index, (_, mut wizard)) in places::all(&Setup::new()).into_iter().enumerate() {
        if index % 2 == 1 {
            wizard.keys("F2");
        }
        // Every place is drawn in a share of the sizes; its neighbours take the others.
        for (columns, rows) in sizes.iter().skip(index % SHARE).step_by(SHARE) {
            wizard.resize(*columns, *rows).look();
            drawn += 1;
        }
        // Back in a usual size it is as if nothing had been.
        wizard.resize(80, 24);
        assert!(wizard.screen().lines().filter(|line| !line.is_empty()).count() > 5, "{}", wizard.screen());
    }
    assert!(drawn > 250, "{drawn}");
}

#[test]
fn keys_work_in_any_size_too() {
    for (_, mut wizard) in places::all(&Setup::new()).into_iter().step_by(2) {
        for (columns, rows) in [(1, 1), (130, 40)] {
            wizard.resize(columns, rows).keys("Down PageDown Right").text("a").look();
        }
    }
}

#[test]
fn too_small_a_window_says_so_in_one_plain_line() {
    for (lang, keys) in [(Lang::Zh, ""), (Lang::En, "F1")] {
        let mut wizard = Setup::new().lang(lang).open(example("company")).start();
        wizard.keys(keys);
        for columns in 1..=130 {
            for rows in (1..=40).filter(|rows| (columns < 60 || *rows < 16) && (columns % 20 == 19 || *rows == 15)) {
                too_small(&mut wizard, columns, rows);
            }
        }
    }
}

fn too_small(wizard: &mut Wizard, columns: u16, rows: u16) {
    wizard.resize(columns, rows);
    let args: [(&str, &dyn std::fmt::Display); 4] =
        [("columns", &60), ("rows", &16), ("now_columns", &columns), ("now_rows", &rows)];
    let words = common::TOO_SMALL.with(wizard.lang(), &args);
    let picture = wizard.look();
    assert_eq!(picture.cursor, None);
    if cells(&words) <= usize::from(columns) {
        assert_eq!(picture.text().trim_end(), words);
    } else if usize::from(columns) * usize::from(rows) > 2 * cells(&words) {
        assert!(wizard.says(&words), "{columns}x{rows}\n{}", picture.text());
    }
}

#[test]
fn without_colours_nothing_is_coloured_and_the_choice_is_seen() {
    for (name, wizard) in places::all(&Setup::new().without_colour()) {
        let picture = wizard.look();
        let coloured = picture.buffer.content.iter().find(|cell| (cell.fg, cell.bg) != (Color::Reset, Color::Reset));
        assert!(coloured.is_none(), "{name}: {coloured:?}");
        let marked = picture.runs(Modifier::REVERSED).into_iter().any(|(_, text)| !text.trim().is_empty());
        let pointed = picture.text().lines().any(|line| line.contains("> "));
        let typed = picture.cursor.is_some();
        let reads_only = ["no drafts", "help", "preview"].contains(&name.as_str());
        assert!(marked || pointed || typed || reads_only, "{name}: nothing shows where one is\n{}", picture.text());
    }
}

#[test]
fn with_colours_there_are_some() {
    let picture = Wizard::company().look();
    assert!(picture.buffer.content.iter().any(|cell| cell.fg != Color::Reset));
}

#[test]
fn help_is_on_the_hint_bar_in_the_smallest_window() {
    let key = key_for(&[Context::Global], Action::Help).unwrap().to_string();
    for (name, mut wizard) in places::screens(&Setup::new()) {
        for _ in LANGS {
            let bar = wizard.keys("F2").resize(60, 16).look().row(15);
            let help = format!("{key} {}", Action::Help.label().in_lang(wizard.lang()));
            assert!(bar.ends_with(&help), "{name}: {bar:?}");
            assert!(cells(&bar) < 60, "{name}: {bar:?}");
        }
    }
}

#[test]
fn no_glyph_is_torn() {
    for (name, mut wizard) in places::all(&Setup::new()) {
        for (columns, rows) in [(60, 16), (79, 24)] {
            let picture = wizard.keys("F2").resize(columns, rows).look();
            for y in 0..rows {
                let (last, symbol) = picture.glyphs(y).pop().unwrap();
                let end = usize::from(last) + cells(symbol).max(1);
                assert_eq!(end, usize::from(columns), "{name}: row {y} ends within a glyph\n{}", picture.text());
            }
        }
    }
}

#[test]
fn what_does_not_fit_says_that_there_is_more() {
    let mut wizard = Setup::new().sized(60, 16).open(example("company")).start();
    let (first, last) = (FieldId::SubjectName, FieldId::SubjectRemark);
    wizard.go(first);
    assert!(wizard.says(beian::locale::tui::form::MORE_BELOW.zh), "{}", wizard.screen());
    wizard.go(last);
    assert!(wizard.says(beian::locale::tui::form::MORE_ABOVE.zh), "{}", wizard.screen());
}
