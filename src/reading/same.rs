//! Several pictures of one side of one document: a retake, a copy, the same picture saved twice.

use super::people::{certain, is_back, is_front};
use super::{DocumentKind, Reading, What, apart};
use crate::scan::facts::Print;

/// A picture, as far as it is compared with others.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The SHA-256 of its bytes.
    pub sha256: Option<&'a str>,
    /// What it says.
    pub reading: &'a Reading,
    /// What tells it from others; `None` where nothing could be seen in it.
    pub print: Option<&'a Print>,
}

/// What two pictures are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// Of the same side of the same document.
    Same,
    /// Of different ones.
    Other,
    /// It does not show.
    Unknown,
}

/// The places of the pictures, those of the same side of the same document together: in the order in which each is first met.
///
/// A back names nobody, and two people may have theirs from one office on one day. Backs of the same values are one only where there are
/// more backs than people, or where one of these people alone may hold them.
#[must_use]
pub fn same_sides(pictures: &[View<'_>]) -> Vec<Vec<usize>> {
    let related = |one: usize, other: usize| match (pictures.get(one), pictures.get(other)) {
        (Some(one), Some(other)) => relation(one, other),
        _ => Relation::Unknown,
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in 0..pictures.len() {
        let fits = |group: &&mut Vec<usize>| {
            group.iter().any(|other| related(at, *other) == Relation::Same)
                && group.iter().all(|other| related(at, *other) != Relation::Other)
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    let reading = |group: &Vec<usize>| group.first().and_then(|at| pictures.get(*at)).map(|picture| picture.reading);
    let of = |wanted: fn(&Reading) -> bool| groups.iter().filter_map(reading).filter(|reading| wanted(reading)).collect();
    let (fronts, backs): (Vec<&Reading>, Vec<&Reading>) = (of(is_front), of(is_back));
    let are_more = backs.len() > fronts.len();
    let mut joined: Vec<Vec<usize>> = Vec::new();
    for group in groups {
        let twin = reading(&group).filter(|back| is_back(back)).and_then(|back| {
            let holders = fronts.iter().filter(|front| apart(front, back).is_none()).count();
            let is_twin = |other: &&mut Vec<usize>| reading(other).is_some_and(|other| says_the_same(back, other));
            (are_more || holders < 2).then_some(())?;
            joined.iter_mut().find(is_twin)
        });
        match twin {
            Some(other) => other.extend(group),
            None => joined.push(group),
        }
    }
    joined
}

/// Whether two backs say the same: they may be of one card, or of two that were issued together.
pub(super) fn says_the_same(one: &Reading, other: &Reading) -> bool {
    let same = |what| certain(one, what).is_some_and(|seen| certain(other, what) == Some(seen));
    is_back(one)
        && is_back(other)
        && one.kind == other.kind
        && [What::Authority, What::ValidFrom, What::ValidTo].into_iter().all(same)
}

fn relation(one: &View<'_>, other: &View<'_>) -> Relation {
    if one.sha256.is_some() && one.sha256 == other.sha256 {
        return Relation::Same;
    }
    let (seen, known) = (one.reading, other.reading);
    let differ = |what| certain(seen, what).zip(certain(known, what)).map(|(one, other)| one != other);
    let is_other = seen.kind.is_some() && known.kind.is_some() && (seen.kind != known.kind || seen.side != known.side);
    let numbers = [What::Number, What::CreditCode, What::RegistrationNumber].map(differ);
    if is_other || numbers.contains(&Some(true)) {
        return Relation::Other;
    }
    let is_document = !matches!(seen.kind, None | Some(DocumentKind::Letter | DocumentKind::Approval));
    if numbers.contains(&Some(false)) && is_document && known.kind.is_some() {
        return Relation::Same;
    }
    // What is read without a check may be misread: it tells apart, and only beside a name that is the same.
    let others = [What::Birth, What::Sex, What::Founded, What::ValidFrom, What::ValidTo];
    if others.into_iter().any(|what| differ(what) == Some(true)) {
        return Relation::Unknown;
    }
    // Letters look alike that differ in a sentence.
    let is_letter =
        [seen.kind, known.kind].iter().any(|kind| matches!(kind, Some(DocumentKind::Letter | DocumentKind::Approval)));
    let is_print = !is_letter && one.print.zip(other.print).is_some_and(|(one, other)| one.is_of_the_same_picture(other));
    let names = [What::Name, What::LatinName, What::Company].map(differ);
    let is_named = is_document && known.kind.is_some() && names.contains(&Some(false)) && !names.contains(&Some(true));
    if is_print || is_named { Relation::Same } else { Relation::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::document::Document;
    use crate::reading::{Certainty, Seen, Side};

    fn says(kind: Option<DocumentKind>, side: Option<Side>, values: &[(What, &str)]) -> Reading {
        let seen = |(what, text): &(What, &str)| Seen {
            what: *what,
            text: (*text).into(),
            certainty: Certainty::Checked,
            corners: [(0.0, 0.0); 4],
        };
        Reading { kind, side, values: values.iter().map(seen).collect(), ..Reading::default() }
    }

    const CARD: Option<DocumentKind> = Some(DocumentKind::Person(Document::ResidentId));

    fn front(values: &[(What, &str)]) -> Reading {
        says(CARD, Some(Side::Front), values)
    }

    fn back(from: &str) -> Reading {
        let to = format!("{}{}", from[..4].parse::<u32>().unwrap() + 20, &from[4..]);
        says(CARD, Some(Side::Back), &[(What::Authority, "某市公安局"), (What::ValidFrom, from), (What::ValidTo, &to)])
    }

    fn groups(readings: &[Reading]) -> Vec<Vec<usize>> {
        let views: Vec<View<'_>> = readings.iter().map(|reading| View { sha256: None, reading, print: None }).collect();
        same_sides(&views)
    }

    #[test]
    fn pictures_of_one_side_come_together_and_others_do_not() {
        const A: (What, &str) = (What::Number, "51010719920712992X");
        const B: (What, &str) = (What::Number, "510104198811239961");
        let (name, other) = ((What::Name, "甲"), (What::Name, "乙"));
        let licence = |values: &[(What, &str)]| says(Some(DocumentKind::Licence), None, values);
        let code = |code: &'static str| (What::CreditCode, code);
        let passport = says(Some(DocumentKind::Person(Document::Passport)), Some(Side::Front), &[name]);
        let apart = vec![vec![0], vec![1]];
        let together = vec![vec![0, 1]];
        for (what, readings, expected) in [
            ("one number", [front(&[name, A]), front(&[other, A])], &together),
            ("two numbers", [front(&[name, A]), front(&[name, B])], &apart),
            ("a number that was not read", [front(&[name, A]), front(&[name])], &together),
            ("two people", [front(&[name, A]), front(&[other])], &apart),
            (
                "one name, born twice",
                [front(&[name, (What::Birth, "1992-07-12")]), front(&[name, (What::Birth, "1998-01-01")])],
                &apart,
            ),
            ("nothing was read", [front(&[]), front(&[])], &apart),
            ("front and back", [front(&[name]), back("2020-03-01")], &apart),
            ("card and passport", [front(&[name]), passport], &apart),
            ("one licence", [licence(&[code("91510107MA0000007C")]), licence(&[code("91510107MA0000007C")])], &together),
            ("two licences", [licence(&[code("91510107MA0000007C")]), licence(&[code("91110105MA0000015F")])], &apart),
            (
                "its code was not read",
                [licence(&[(What::Company, "某公司")]), licence(&[(What::Company, "某公司"), code("91510107MA0000007C")])],
                &together,
            ),
            ("unknown things", [Reading::default(), Reading::default()], &apart),
        ] {
            assert_eq!(&groups(&readings), expected, "{what}");
        }
    }

    #[test]
    fn bytes_tell_and_so_does_the_picture() {
        let print = Print::new(&(0..4096).map(|at| (at * 7 % 251) as u8).collect::<Vec<_>>());
        let other = Print::new(&(0..4096).map(|at| (at * at % 241) as u8).collect::<Vec<_>>());
        let (nothing, named) = (Reading::default(), front(&[(What::Name, "甲")]));
        let view = |sha256, reading, print| View { sha256: Some(sha256), reading, print: Some(print) };
        let views =
            [view("1", &named, &print), view("2", &nothing, &print), view("3", &nothing, &other), view("3", &nothing, &other)];
        assert_eq!(same_sides(&views), [vec![0, 1], vec![2, 3]]);
        let letter = |kind| says(Some(kind), None, &[(What::Title, "情况说明")]);
        for letter in [DocumentKind::Letter, DocumentKind::Approval].map(letter) {
            let view = |sha256| View { sha256: Some(sha256), reading: &letter, print: Some(&print) };
            assert_eq!(same_sides(&["1", "2", "2"].map(view)), [vec![0], vec![1, 2]], "only their bytes tell");
        }
    }

    #[test]
    fn two_people_may_have_had_their_cards_on_one_day() {
        let (one, other) = (front(&[(What::Name, "甲")]), front(&[(What::Name, "乙")]));
        let (day, another) = ("2020-03-01", "2021-05-05");
        assert_eq!(groups(&[one.clone(), back(day), back(day)]), [vec![0], vec![1, 2]], "of one person");
        assert_eq!(groups(&[back(day), back(day)]), [vec![0, 1]], "of nobody");
        let two = [one.clone(), other.clone(), back(day), back(day)];
        assert_eq!(groups(&two).len(), 4, "one for each");
        let three = [one, other, back(day), back(day), back(another)];
        assert_eq!(groups(&three), [vec![0], vec![1], vec![2, 3], vec![4]], "more than people");
    }
}
