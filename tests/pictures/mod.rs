//! Pictures drawn, spoilt and looked at: the main lines of the table in `docs/pictures.md`.

#![allow(clippy::unwrap_used)]

#[path = "../../examples/degradations/scene.rs"]
#[allow(dead_code)]
mod scene;
#[path = "../../examples/degradations/spoil.rs"]
mod spoil;
#[path = "../../examples/degradations/table.rs"]
#[allow(dead_code)]
mod table;

use beian_scan::Limits;
use beian_scan::facts::{LINES_UP, Turn};
use scene::Paper;
use table::{GOOD, KINDS, Original, see};

/// Small pictures: drawing takes longer than looking.
const LONGEST: u32 = 1280;

#[test]
fn good_pictures_of_a_card_pass() {
    let original = Original::new(Paper::Portrait, LONGEST);
    for (name, take) in GOOD {
        assert!(see(original.paper, &take(&original)).rules.is_empty(), "{name}");
    }
}

#[test]
fn good_pictures_of_sheets_pass() {
    for paper in [Paper::Emblem, Paper::Licence, Paper::Letter] {
        let original = Original::new(paper, LONGEST);
        assert_eq!(see(paper, &original.photo).rules, [""; 0], "{paper:?} on a desk");
        assert_eq!(see(paper, &original.flat).rules, [""; 0], "{paper:?} filling a scan");
    }
}

#[test]
fn the_worst_of_every_kind_is_found() {
    let original = Original::new(Paper::Portrait, LONGEST);
    for kind in KINDS.iter().filter(|kind| kind.name != "a finger on a corner") {
        let rules = see(original.paper, &(kind.spoil)(&original, kind.steps[4])).rules;
        assert!(rules.contains(&kind.rule), "{}: {rules:?}", kind.name);
    }
}

/// Of a card on its side the portrait or the emblem tells which end is up; preparing it as a card puts it upright.
#[test]
fn a_card_on_its_side_is_turned_upright() {
    use beian_scan::prepare::{Prepared, Step, Turned, Wanted, prepare};
    for paper in [Paper::Portrait, Paper::Emblem] {
        let original = Original::new(paper, LONGEST);
        for quarters in 0..4u8 {
            let picture = (0..quarters).fold(original.photo.clone(), |picture, _| image::imageops::rotate90(&picture));
            let look = see(paper, &picture).look.unwrap();
            let upright = (4 - quarters) % 4;
            assert_eq!(look.turn, Some(Turn { quarters: upright, sure: true }), "{paper:?} {quarters}");
            let wanted = Wanted::of([&Limits::PICTURE]).turned(Turned::AsACard);
            let bytes = spoil::jpeg(&picture, 92);
            match prepare("a.jpg", &bytes, &wanted).unwrap() {
                Prepared::Fine => assert_eq!(quarters, 0, "{paper:?}"),
                Prepared::Copy(report, copy) => {
                    assert_eq!((report.width, report.height), original.photo.dimensions(), "{paper:?} {quarters}");
                    assert!(report.steps.contains(&Step::Rotated(upright)), "{paper:?} {quarters}: {report:?}");
                    let copy = image::load_from_memory(&copy).unwrap().into_rgb8();
                    assert_eq!(see(paper, &copy).look.unwrap().turn, Some(Turn { quarters: 0, sure: true }));
                }
            }
        }
    }
}

/// What is no card is told to lie on its side, and is not turned without being asked.
#[test]
fn a_sheet_on_its_side_is_told_and_left_to_the_person() {
    use beian_scan::prepare::{Prepared, Step, Turned, Wanted, prepare};
    for paper in [Paper::Licence, Paper::Letter] {
        let original = Original::new(paper, LONGEST);
        let on_its_side = image::imageops::rotate90(&original.flat);
        let lines = |picture| see(paper, picture).look.unwrap().lines.unwrap();
        assert!(lines(&original.flat) > LINES_UP && lines(&on_its_side) < LINES_UP, "{paper:?}");
        let bytes = spoil::jpeg(&on_its_side, 92);
        let wanted = Wanted::of([&Limits::PICTURE]);
        let turned = |wanted: &Wanted| match prepare("a.jpg", &bytes, wanted).unwrap() {
            Prepared::Fine => None,
            Prepared::Copy(report, _) => report.steps.iter().find(|step| matches!(step, Step::Rotated(_))).copied(),
        };
        assert_eq!(turned(&wanted), None, "{paper:?}");
        assert_eq!(turned(&wanted.turned(Turned::By(3))), Some(Step::Rotated(3)), "{paper:?}");
    }
}
