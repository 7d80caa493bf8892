//! Enter, Space, Esc and Tab in everything one chooses from.

use super::*;

/// A picker: how it opens, the field it fills, and what leads to a line that can be chosen.
struct Case {
    name: &'static str,
    open: fn() -> Bench,
    id: FieldId,
    /// Keys to a line that can be chosen.
    way: &'static str,
    /// Whether a mark can be taken back by the same key.
    ticks: bool,
}

fn opened(make: fn(&State) -> Box<dyn Dialog>) -> Bench {
    bench().show(make)
}

fn with_files(target: Target) -> Bench {
    let mut bench = bench().show(move |state| Box::new(files::Files::new(target, state)));
    bench.folder("/d/e", Ok(vec![entry("a.jpg", 3), entry("b.jpg", 2), entry("c 1.jpg", 1)]));
    bench
}

const CASES: [Case; 7] = [
    Case {
        name: "choice",
        open: || opened(|state| Box::new(choose::Choose::new(FieldId::SubjectNature, state))),
        id: FieldId::SubjectNature,
        way: "Down",
        ticks: false,
    },
    Case {
        name: "kind of filing",
        open: || opened(|state| Box::new(choose::Choose::new(FieldId::FilingKind, state))),
        id: FieldId::FilingKind,
        way: "Down",
        ticks: false,
    },
    Case {
        name: "region",
        open: || opened(|state| Box::new(region::Region::new(FieldId::SubjectRegion, state))),
        id: FieldId::SubjectRegion,
        way: "Down",
        ticks: false,
    },
    Case {
        name: "contents",
        open: || opened(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state))),
        id: FieldId::ServiceContents,
        way: "Down",
        ticks: true,
    },
    Case {
        name: "day",
        open: || opened(|state| Box::new(calendar::Calendar::new(FieldId::ResponsiblePersonCertificateValidUntil, state))),
        id: FieldId::ResponsiblePersonCertificateValidUntil,
        way: "Down",
        ticks: false,
    },
    Case {
        name: "a file",
        open: || with_files(Target::Field(FieldId::ResponsiblePersonCertificateFront)),
        id: FieldId::ResponsiblePersonCertificateFront,
        way: "Down",
        ticks: false,
    },
    Case {
        name: "several files",
        open: || with_files(Target::Add(FieldId::SubjectOtherMaterials)),
        id: FieldId::SubjectOtherMaterials,
        way: "Down",
        ticks: true,
    },
];

#[test]
fn enter_chooses_and_goes_on() {
    for case in &CASES {
        let mut bench = (case.open)();
        let before = bench.value(case.id);
        bench.keys(case.way).keys("Enter");
        assert!(bench.is_closed(), "{}:\n{}", case.name, bench.screen());
        assert!(bench.value(case.id).is_some() && bench.value(case.id) != before, "{}", case.name);
    }
}

#[test]
fn space_marks_and_stays_and_esc_keeps_the_mark() {
    for case in &CASES {
        let mut chosen = (case.open)();
        chosen.keys(case.way).keys("Enter");
        let mut bench = (case.open)();
        let before = bench.value(case.id);
        let unmarked = bench.keys(case.way).screen();
        bench.keys("Space");
        assert!(!bench.is_closed() && bench.value(case.id) == chosen.value(case.id), "{}:\n{}", case.name, bench.screen());
        assert!(case.name == "day" || bench.screen() != unmarked, "{} does not show the mark:\n{}", case.name, bench.screen());
        if case.ticks {
            bench.keys("Space");
            assert_eq!(bench.value(case.id).filter(|value| !value.is_empty()), before, "{}", case.name);
            bench.keys("Space");
        }
        bench.keys("Esc");
        assert!(bench.is_closed(), "{}:\n{}", case.name, bench.screen());
        assert_eq!(bench.value(case.id), chosen.value(case.id), "{}", case.name);
    }
}

#[test]
fn enter_goes_on_with_what_is_marked() {
    for case in CASES.iter().filter(|case| case.ticks && case.name == "contents") {
        let mut bench = (case.open)();
        bench.keys("Space Down Down Space");
        let marked = bench.value(case.id);
        bench.keys("Down Enter");
        assert!(bench.is_closed() && bench.value(case.id) == marked, "{}", case.name);
    }
}

#[test]
fn esc_takes_back_what_was_typed_before_it_leaves() {
    let search: fn() -> Bench = || opened(|_| Box::new(search::Search::new()));
    let palette: fn() -> Bench = || {
        let mut bench = bench();
        bench.keys("Ctrl+T");
        bench
    };
    let others = [("search", search), ("palette", palette)];
    for (name, open) in CASES.iter().map(|case| (case.name, case.open)).chain(others) {
        let mut bench = open();
        let before = bench.screen();
        bench.keys("\"2");
        let typed = bench.screen();
        assert_ne!(typed, before, "{name}");
        bench.keys("Esc");
        assert!(!bench.is_closed() && bench.screen() != typed, "{name}:\n{}", bench.screen());
        bench.keys("Esc");
        assert!(bench.is_closed(), "{name}:\n{}", bench.screen());
        assert_eq!(bench.app.state().document.as_ref().unwrap().draft(), &draft(), "{name}");
    }
}

#[test]
fn tab_goes_to_the_next_line_and_shift_tab_back() {
    let search: fn() -> Bench = || opened(|_| Box::new(search::Search::new()));
    let columns: fn() -> Bench = || opened(|_| Box::new(columns::Columns::new()));
    for (name, open) in CASES.iter().map(|case| (case.name, case.open)).chain([("search", search), ("columns", columns)]) {
        let mut bench = open();
        let before = bench.screen();
        bench.keys("Tab");
        assert_ne!(bench.screen(), before, "{name}");
        bench.keys("Shift+Tab");
        assert_eq!(bench.screen(), before, "{name}");
    }
}

#[test]
fn esc_goes_back_the_levels_that_were_opened_here() {
    let mut bench = opened(|state| Box::new(region::Region::new(FieldId::SubjectRegion, state)));
    // It opens in Shenzhen, where the value lies: going up and in again is a level of its own.
    bench.keys("Left").shows("广东省").keys("Left").shows("省 / 市 / 区县").keys("Enter Enter Esc").shows("广东省").keys("Esc");
    bench.shows("省 / 市 / 区县").keys("Esc");
    assert!(bench.is_closed(), "{}", bench.screen());

    let mut bench = bench.show(|state| Box::new(files::Files::new(Target::Field(FieldId::OwnerCertificateFront), state)));
    let inside = FileEntry { folder: true, ..entry("旧照片", 1) };
    bench.folder("/d/e", Ok(vec![inside])).keys("Enter");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/e/旧照片".into())]);
    bench.folder("/d/e/旧照片", Ok(Vec::new())).keys("Esc");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/e".into())]);
    // Above where one began there is nothing to go back to.
    bench.folder("/d/e", Ok(Vec::new())).keys("Shift+Left").folder("/d", Ok(Vec::new())).keys("Esc");
    assert!(bench.is_closed(), "{}", bench.screen());
}

#[test]
fn a_blank_marks_unless_something_goes_on_with_it() {
    let id = FieldId::ResponsiblePersonCertificateFront;
    let mut bench = with_files(Target::Field(id));
    bench.keys("\"c Space \"1");
    assert!(bench.screen().contains("c 1") && bench.value(id).is_none(), "{}", bench.screen());
    let mut bench = with_files(Target::Field(id));
    bench.keys("\"b Space");
    assert_eq!(bench.value(id), Some("b.jpg".into()));
    assert!(!bench.is_closed());
}

#[test]
fn what_was_looked_for_is_taken_and_the_next_word_looks_for_another() {
    let id = FieldId::ServiceContents;
    let mut bench = opened(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
    bench.keys("\"家政 Space \"婚庆 Enter");
    assert_eq!(bench.value(id), Some(Value::Codes(vec![4, 5])));
    assert!(bench.is_closed());
    // Where the last tick was taken away none is left, whatever one stands on.
    let mut bench = opened(|state| Box::new(contents::Contents::new(FieldId::ServiceContents, state)));
    bench.keys("\"家政 Space Space Enter");
    assert_eq!(bench.value(id).filter(|value| !value.is_empty()), None);
    assert!(bench.is_closed());
}
