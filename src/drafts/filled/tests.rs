use super::*;
use crate::identifiers::document::Document;
use crate::reading::{Better, Seen, Side};
use crate::scan::facts::Content;

const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;

fn front(path: &str, sha256: &str, name: &str, about: FileFacts) -> Picture {
    let seen = |what, text: &str| Seen { what, text: text.into(), certainty: Certainty::Read, corners: [(0.0, 0.0); 4] };
    let reading = Reading {
        kind: Some(crate::reading::DocumentKind::Person(Document::ResidentId)),
        side: Some(Side::Front),
        values: vec![seen(What::Name, name)],
        ..Reading::default()
    };
    let about = about.with_sha256(sha256);
    Picture { path: path.into(), sha256: Some(sha256.into()), reading, about: Some(about), is_there: true }
}

fn sound() -> FileFacts {
    FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 29).unwrap()
}

#[test]
fn of_two_pictures_of_a_card_the_better_one_is_placed_whichever_comes_first() {
    let large = FileFacts { size: 900_000, ..FileFacts::picture(Format::Jpeg, 2400, 1500, 900_000) };
    let newer = FileFacts { modified: Some(std::time::SystemTime::UNIX_EPOCH), ..sound() };
    let tiny = FileFacts::picture(Format::Jpeg, 100, 60, 3_000);
    for (better, worse, why) in [
        (sound(), sound().with_damage(crate::scan::facts::Damage::Corrupt), Better::Errors),
        (sound(), tiny, Better::Errors),
        (large, sound(), Better::Larger),
        (newer, sound(), Better::Newer),
    ] {
        for turn in [false, true] {
            let mut pictures = vec![front("a.jpg", "1", "甲", better.clone()), front("b.jpg", "2", "甲", worse.clone())];
            if turn {
                pictures.reverse();
            }
            let filled = fill(&Draft::new(crate::catalog::INDIVIDUAL), &pictures, &[], day(), true);
            assert_eq!(filled.placed, [(FRONT, "a.jpg".to_owned())], "{why:?}");
            let left: Vec<_> = filled.left.iter().map(|left| (left.path.as_str(), left.why, left.instead.as_deref())).collect();
            assert_eq!(left, [("b.jpg", WhyLeft::Another(why), Some("a.jpg"))]);
        }
    }
}

#[test]
fn what_is_in_the_draft_stays_there_and_equal_bytes_are_one_file() {
    let pictures = [front("a.jpg", "1", "甲", sound()), front("b.jpg", "1", "甲", sound())];
    let filled = fill(&Draft::new(crate::catalog::INDIVIDUAL), &pictures, &[], day(), true);
    assert_eq!(filled.placed, [(FRONT, "a.jpg".to_owned())]);
    assert_eq!(filled.left.iter().map(|left| left.why).collect::<Vec<_>>(), [WhyLeft::SameFile]);
    let mut draft = Draft::new(crate::catalog::INDIVIDUAL);
    draft.set(FRONT, Some("b.jpg".into()));
    let large = FileFacts::picture(Format::Jpeg, 2400, 1500, 900_000);
    let pictures = [front("a.jpg", "1", "甲", large), front("b.jpg", "2", "甲", sound())];
    let filled = fill(&draft, &pictures, &[], day(), false);
    assert!(filled.placed.is_empty());
    assert_eq!(filled.left.iter().map(|left| left.why).collect::<Vec<_>>(), [WhyLeft::Another(Better::Named)]);
}

#[test]
fn what_is_gone_has_no_place_and_the_other_picture_takes_it() {
    let mut pictures = vec![front("a.jpg", "1", "甲", sound()), front("b.jpg", "2", "甲", sound())];
    pictures[0].is_there = false;
    let filled = fill(&Draft::new(crate::catalog::INDIVIDUAL), &pictures, &[], day(), true);
    assert_eq!(filled.placed, [(FRONT, "b.jpg".to_owned())]);
    assert_eq!(filled.left.iter().map(|left| left.why).collect::<Vec<_>>(), [WhyLeft::Gone]);
    // What was looked at in vain is no obstacle.
    pictures[1].about = Some(FileFacts::of(Content::Unknown));
    assert_eq!(fill(&Draft::new(crate::catalog::INDIVIDUAL), &pictures, &[], day(), true).placed.len(), 1);
}

#[test]
fn what_cannot_be_seen_is_told_from_what_nobody_knows() {
    let damage = crate::scan::facts::Damage::Truncated;
    for (about, why) in [
        (sound(), WhyLeft::Unknown),
        (sound().with_damage(damage), WhyLeft::Damaged),
        (FileFacts::of(Content::Empty), WhyLeft::Damaged),
        (FileFacts::of(Content::Unknown), WhyLeft::Damaged),
    ] {
        let picture = Picture { reading: Reading::default(), ..front("a.jpg", "1", "甲", sound()) };
        let picture = Picture { about: Some(about), ..picture };
        let filled = fill(&Draft::new(crate::catalog::INDIVIDUAL), &[picture], &[], day(), true);
        assert_eq!(filled.left.iter().map(|left| left.why).collect::<Vec<_>>(), [why]);
    }
}
