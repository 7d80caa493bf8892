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
