//! Whether two sides may be of one card. A back has neither name nor number: what it has is how long the card is valid, which is by
//! law a matter of how old its holder was when it was issued.

use chrono::NaiveDate;

use super::{Certainty, DocumentKind, Reading, What, number};
use crate::catalog::Paper;
use crate::identifiers::date::{LONG_TERM, When};
use crate::identifiers::document::Document;
use crate::identifiers::id_validity;

/// Why two sides are not of one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// They are of documents of two kinds: an emblem side is no part of a passport.
    Kind,
    /// Both have a number, and these differ.
    Number,
    /// Whoever is on the front is not given a card of the back's term by law.
    Term,
}

/// What speaks against both sides being of one card, of values that stand their checks; `None` where nothing does, which is no proof.
#[must_use]
pub fn apart(front: &Reading, back: &Reading) -> Option<Apart> {
    let checked = |reading: &Reading, what: What| {
        reading.value(what).filter(|seen| seen.certainty == Certainty::Checked).map(|seen| seen.text.clone())
    };
    let (one, other) = (checked(front, What::Number), checked(back, What::Number));
    if let (Some(DocumentKind::Person(of_front)), Some(DocumentKind::Person(of_back))) = (front.kind, back.kind) {
        // Which of the cards with two sides a front is of, its number tells.
        let is_certain = one.is_some() || Paper::of_person(of_front).has_one_side();
        if of_front != of_back && is_certain {
            return Some(Apart::Kind);
        }
    }
    if one.is_some() && other.is_some() && one != other {
        return Some(Apart::Number);
    }
    let is_card = |reading: &Reading| reading.kind == Some(DocumentKind::Person(Document::ResidentId));
    if !is_card(front) || !is_card(back) {
        return None;
    }
    let birth = number::birth(&one?)?;
    let from: NaiveDate = checked(back, What::ValidFrom)?.parse().ok()?;
    let to = checked(back, What::ValidTo)?;
    let to = if to == LONG_TERM { When::LongTerm } else { When::Day(to.parse().ok()?) };
    (!id_validity::fits(from, to, birth)).then_some(Apart::Term)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Seen, Side};

    fn side(side: Side, values: &[(What, &str)], certainty: Certainty) -> Reading {
        let seen = |(what, text): &(What, &str)| Seen { what: *what, text: (*text).into(), certainty, corners: [(0.0, 0.0); 4] };
        Reading {
            kind: Some(DocumentKind::Person(Document::ResidentId)),
            side: Some(side),
            values: values.iter().map(seen).collect(),
            ..Reading::default()
        }
    }

    #[test]
    fn numbers_and_terms_tell_cards_apart_and_doubts_do_not() {
        // Born on 1992-07-12.
        let front = side(Side::Front, &[(What::Number, "51010719920712992X")], Certainty::Checked);
        let back = |from: &str, to: &str, certainty| side(Side::Back, &[(What::ValidFrom, from), (What::ValidTo, to)], certainty);
        for (from, to, expected) in [
            ("2020-03-01", "2040-03-01", None),
            ("2010-03-01", "2020-03-01", None),
            ("2020-03-01", "2030-03-01", Some(Apart::Term)),
            ("2020-03-01", "长期", Some(Apart::Term)),
            ("1990-03-01", "2000-03-01", Some(Apart::Term)),
            // Applied for the day before a birthday, issued some weeks after it.
            ("2018-08-20", "2028-08-20", None),
        ] {
            assert_eq!(apart(&front, &back(from, to, Certainty::Checked)), expected, "{from} {to}");
            assert_eq!(apart(&front, &back(from, to, Certainty::Read)), None);
        }
        let other = side(Side::Front, &[(What::Number, "510104198811239961")], Certainty::Checked);
        assert_eq!(apart(&front, &other), Some(Apart::Number));
        assert_eq!(apart(&front, &front), None);
        let doubtful = side(Side::Front, &[(What::Number, "510104198811239961")], Certainty::Read);
        assert_eq!(apart(&front, &doubtful), None);
        assert_eq!(apart(&Reading::default(), &back("2020-03-01", "长期", Certainty::Checked)), None);
    }

    #[test]
    fn an_emblem_side_is_no_part_of_another_document() {
        let of = |document, number: &str, certainty| Reading {
            kind: Some(DocumentKind::Person(document)),
            ..side(Side::Front, &[(What::Number, number)], certainty)
        };
        let back = side(Side::Back, &[(What::ValidFrom, "2020-03-01"), (What::ValidTo, "2030-03-01")], Certainty::Checked);
        for (document, number, certainty, expected) in [
            (Document::Passport, "E12345678", Certainty::Checked, Some(Apart::Kind)),
            (Document::Passport, "E12345678", Certainty::Doubtful, Some(Apart::Kind)),
            (Document::HkMacauPermit, "H12345678", Certainty::Read, Some(Apart::Kind)),
            (Document::HkMacauResidence, "810000197101219937", Certainty::Checked, Some(Apart::Kind)),
            (Document::HkMacauResidence, "810000197101219937", Certainty::Doubtful, None),
            (Document::ResidentId, "51010719920712992X", Certainty::Doubtful, None),
        ] {
            assert_eq!(apart(&of(document, number, certainty), &back), expected, "{document:?} {certainty:?}");
        }
    }
}
