//! Which picture of a folder belongs into which field.

use super::people::{Choice, Open, People, Picture, backs, is_back, is_front, people};
use super::{DocumentKind, Reading};
use crate::filing::{Draft, FieldId, PersonField, Role};

/// Where pictures belong, as far as they say it themselves or the user did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorted<'a> {
    /// Fields, each with its picture.
    pub placed: Vec<(FieldId, &'a str)>,
    /// Pictures whose place is not certain.
    pub left: Vec<&'a str>,
    /// What has to be asked before more of them have one.
    pub open: Option<Open>,
    /// The people whose cards were placed, by the path of the side with the name.
    pub people: Vec<(Role, &'a str)>,
}

/// Sorts pictures, each with what it says, into the fields of certificates. What could belong into two places belongs into none, unless
/// it was chosen: a second licence, the backs of two people, two people of whom neither is in the draft.
#[must_use]
pub fn sort<'a>(pictures: &'a [Picture], draft: &Draft, chosen: &[Choice]) -> Sorted<'a> {
    let mut placed: Vec<(FieldId, &'a str)> = Vec::new();
    let of =
        |wanted: fn(&Reading) -> bool| -> Vec<&'a Picture> { pictures.iter().filter(|(_, reading)| wanted(reading)).collect() };
    let licences = of(is_licence);
    let licence = if let [licence] = licences[..] { Some(licence) } else { None };
    placed.extend(licence.map(|(path, _)| (FieldId::SubjectCertificatePhoto, path.as_str())));
    let People { placed: people, open } = people(&of(is_front), licence.map(|(_, reading)| reading), draft, chosen);
    placed.extend(people.iter().map(|(role, (path, _))| (PersonField::Front.of(*role), path.as_str())));
    // Whose a back is depends on who is who.
    let (backs, open_back) =
        if open.is_some() { (Vec::new(), None) } else { backs(&people, &of(is_front), &of(is_back), draft, chosen) };
    placed.extend(backs.into_iter().map(|(role, (path, _))| (PersonField::Back.of(role), path.as_str())));
    let is_placed = |path: &str| placed.iter().any(|(_, other)| *other == path);
    let left = pictures.iter().map(|(path, _)| path.as_str()).filter(|path| !is_placed(path)).collect();
    let people = people.into_iter().map(|(role, (path, _))| (role, path.as_str())).collect();
    let open = open.or(open_back).filter(|_| !chosen.contains(&Choice::NoMore));
    Sorted { placed, left, open, people }
}

pub(super) fn is_person(reading: &Reading) -> bool {
    matches!(reading.kind, Some(DocumentKind::Person(_)))
}

fn is_licence(reading: &Reading) -> bool {
    !reading.is_double
        && !matches!(reading.kind, None | Some(DocumentKind::Person(_) | DocumentKind::Letter | DocumentKind::Approval))
}

/// Why a picture has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeft {
    /// Its format is not read here.
    Format,
    /// Its file cannot be read.
    Unreadable,
    /// It is empty, damaged, or no picture.
    Damaged,
    /// Nothing that is known was recognised on it.
    Unknown,
    /// It shows several documents, each of which wants a picture of its own; or both sides of a card.
    Several,
    /// It is a certificate that more than one field may be asking for, or none.
    Unclear,
    /// It is the back of a card whose term is given to nobody here who lacks a back.
    Term,
    /// It is the back of a card, and there is no front of one here.
    Kind,
    /// It authorises somebody who is not in the draft, nor on a card beside it.
    SomebodyElse,
    /// It is a letter to the bureau of another province.
    AnotherBureau,
    /// Its field has a picture, or is not asked for.
    Taken,
    /// It was there, and is not any more.
    Gone,
    /// Its bytes are those of another picture.
    SameFile,
    /// Another picture shows the same side of the same document, and that one is better.
    Another(Better),
}

/// Why one of several pictures of the same is preferred: the first of these in which they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Better {
    /// The draft names it.
    Named,
    /// There are fewer errors to find.
    Errors,
    /// There are fewer warnings to find.
    Warnings,
    /// More of it could be read.
    Read,
    /// It is sharper.
    Sharper,
    /// Its document has more pixels.
    Larger,
    /// It is newer.
    Newer,
    /// Nothing tells them apart but the order of their names.
    First,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::document::Document;
    use crate::reading::{Certainty, Seen, Side, What};

    fn says(kind: DocumentKind, side: Option<Side>, what: What, text: &str) -> Reading {
        let seen = Seen { what, text: text.into(), certainty: Certainty::Read, corners: [(0.0, 0.0); 4] };
        Reading { kind: Some(kind), side, values: vec![seen], ..Reading::default() }
    }

    fn front(name: &str) -> Reading {
        says(DocumentKind::Person(Document::ResidentId), Some(Side::Front), What::Name, name)
    }

    fn back() -> Reading {
        says(DocumentKind::Person(Document::ResidentId), Some(Side::Back), What::Authority, "某市公安局")
    }

    fn licence(person: &str) -> Reading {
        says(DocumentKind::Licence, None, What::LegalPerson, person)
    }

    /// Sorted as where nobody is asked: the licence says who is who.
    fn sorted<'a>(pictures: &'a [Picture], draft: &Draft) -> Sorted<'a> {
        let first = sort(pictures, draft, &[]);
        match first.open.as_ref().and_then(Open::suggested) {
            Some(choice) => sort(pictures, draft, &[choice]),
            None => first,
        }
    }

    #[test]
    fn a_name_that_is_hard_to_read_tells_nobody_apart() {
        let mut pictures: Vec<(String, Reading)> =
            [licence("甲"), front("甲"), front("乙")].into_iter().enumerate().map(|(at, says)| (at.to_string(), says)).collect();
        assert_eq!(sorted(&pictures, &Draft::default()).placed.len(), 3);
        pictures[1].1.values[0].certainty = Certainty::Doubtful;
        assert_eq!(sorted(&pictures, &Draft::default()).left, ["1", "2"]);
    }

    #[test]
    fn who_was_typed_in_is_known_by_name_or_number() {
        let mut named = front("甲");
        named.values.push(Seen { what: What::Number, text: "11010119900307002X".into(), ..named.values[0].clone() });
        let pictures: Vec<(String, Reading)> =
            [licence("丙"), named, front("乙")].into_iter().enumerate().map(|(at, says)| (at.to_string(), says)).collect();
        for (field, typed, expected) in [
            (FieldId::ResponsiblePersonName, "甲", Some(["1", "2"])),
            (FieldId::ResponsiblePersonName, "乙", Some(["2", "1"])),
            (FieldId::OwnerName, "甲", Some(["2", "1"])),
            (FieldId::OwnerCertificateNumber, "11010119900307002x", Some(["2", "1"])),
            (FieldId::ResponsiblePersonName, "丁", None),
        ] {
            let mut draft = Draft::default();
            draft.set(field, Some(typed.into()));
            let sorted = sorted(&pictures, &draft);
            let of = |field| sorted.placed.iter().find(|(placed, _)| *placed == field).map(|(_, path)| *path);
            let fronts = [of(FieldId::ResponsiblePersonCertificateFront), of(FieldId::OwnerCertificateFront)];
            assert_eq!(fronts, expected.map_or([None, None], |paths| paths.map(Some)), "{typed}");
        }
    }

    #[test]
    fn pictures_go_where_they_belong_without_doubt() {
        const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;
        const BACK: FieldId = FieldId::ResponsiblePersonCertificateBack;
        const OWNER: FieldId = FieldId::OwnerCertificateFront;
        const PHOTO: FieldId = FieldId::SubjectCertificatePhoto;
        type Expected = (&'static [(FieldId, usize)], &'static [usize]);
        let cases: [(&str, Vec<Reading>, Expected); 8] = [
            ("an individual's card", vec![back(), front("甲")], (&[(FRONT, 1), (BACK, 0)], &[])),
            ("a cat beside it", vec![front("甲"), Reading::default()], (&[(FRONT, 0)], &[1])),
            ("a company", vec![licence("甲"), front("甲"), back()], (&[(PHOTO, 0), (FRONT, 1), (BACK, 2)], &[])),
            ("two people", vec![front("乙"), licence("甲"), front("甲")], (&[(PHOTO, 1), (FRONT, 2), (OWNER, 0)], &[])),
            (
                "whose backs?",
                vec![licence("甲"), front("甲"), front("乙"), back(), back()],
                (&[(PHOTO, 0), (FRONT, 1), (OWNER, 2)], &[3, 4]),
            ),
            ("neither is on the licence", vec![licence("丙"), front("甲"), front("乙")], (&[(PHOTO, 0)], &[1, 2])),
            ("both are", vec![licence("甲"), front("甲"), front("甲")], (&[(PHOTO, 0)], &[1, 2])),
            ("two licences", vec![licence("甲"), licence("甲"), front("甲")], (&[(FRONT, 2)], &[0, 1])),
        ];
        for (name, readings, (placed, left)) in cases {
            let pictures: Vec<(String, Reading)> =
                readings.into_iter().enumerate().map(|(at, says)| (at.to_string(), says)).collect();
            let sorted = sorted(&pictures, &Draft::default());
            let numbers = |at: &str| at.parse::<usize>().unwrap();
            assert_eq!(sorted.placed.iter().map(|(field, path)| (*field, numbers(path))).collect::<Vec<_>>(), placed, "{name}");
            assert_eq!(sorted.left.iter().map(|path| numbers(path)).collect::<Vec<_>>(), left, "{name}");
        }
    }
}
