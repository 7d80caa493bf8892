//! Words that hint at a trade which needs a permit first.
//!
//! A hit is a reason to ask the user, never a verdict.

use super::Confidence;

include!(concat!(env!("OUT_DIR"), "/keywords.rs"));

/// The region of words that are looked for everywhere.
pub const EVERYWHERE: &str = "000000";

/// Whether the approval still exists in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Active,
    /// It does not, but bureaus may still ask for it.
    AbolishedButAsked,
    /// Sources do not say.
    Unclear,
}

/// A trade that needs a permit, with who gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// The id in the list of prior approvals; none for trades outside that list.
    pub approval: Option<u32>,
    /// A stable key.
    pub key: &'static str,
    /// What it is called, in Chinese.
    pub name: &'static str,
    /// Who approves, in Chinese; may be empty.
    pub authority: &'static str,
    /// The document to upload, in Chinese; may be empty.
    pub document: &'static str,
    /// What its number usually looks like, in English; unverified.
    pub number_hint: &'static str,
    /// Whether the approval still exists.
    pub status: Status,
    /// What it covers, in English.
    pub note: &'static str,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// Where a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The subject's name.
    SubjectName,
    /// The business scope on the licence.
    BusinessScope,
    /// The mini-program's name.
    MiniProgramName,
    /// The mini-program's remark.
    Remark,
    /// The names of the chosen service contents.
    ServiceContents,
}

/// What a hit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// A permit is probably needed.
    Ask,
    /// A permit, or a letter that the service has nothing to do with it.
    LetterPossible,
    /// A permit; a letter is not accepted.
    PermitOnly,
    /// To be explained in the remark.
    ExplainInRemark,
    /// Not filable.
    Refused,
    /// The name may not hold it.
    NameBan,
}

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyword {
    /// The word, looked for as it is after folding of widths.
    pub word: &'static str,
    /// The key of its category.
    pub category: &'static str,
    /// The province that treats it so, or [`EVERYWHERE`].
    pub region: &'static str,
    /// Where it is looked for.
    pub spots: &'static [Spot],
    /// What a hit leads to.
    pub effect: Effect,
    /// 3 strong, 2 medium, 1 weak: needs a second hit.
    pub weight: u8,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// All categories, in the order of the file.
pub fn categories() -> &'static [Category] {
    CATEGORIES
}

/// The category with this key.
pub fn category(key: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|row| row.key == key)
}

/// All words, in the order of the file.
pub fn keywords() -> &'static [Keyword] {
    KEYWORDS
}

/// The words for a region: those looked for everywhere and its province's.
pub fn keywords_for(code: &str) -> impl Iterator<Item = &'static Keyword> {
    let digits = code.get(..2);
    KEYWORDS.iter().filter(move |row| row.region == EVERYWHERE || row.region.get(..2) == digits)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::catalog::{filing_region, prior_approval};

    #[test]
    fn the_lists_are_complete() {
        assert_eq!(categories().len(), 17);
        assert_eq!(keywords().len(), 115);
        let keys: HashSet<&str> = categories().iter().map(|row| row.key).collect();
        assert_eq!(keys.len(), 17);
    }

    #[test]
    fn every_reference_leads_somewhere() {
        for row in categories() {
            let found = row.approval.map(prior_approval);
            assert!(!matches!(found, Some(None)), "{row:?}");
        }
        for row in keywords() {
            assert!(category(row.category).is_some(), "{row:?}");
            assert!(!row.word.is_empty() && !row.spots.is_empty(), "{row:?}");
            assert!((1..=3).contains(&row.weight), "{row:?}");
            let region = filing_region::find(row.region);
            assert!(row.region == EVERYWHERE || region.is_some_and(|r| r.level == 1), "{row:?}");
        }
    }

    #[test]
    fn the_doubtful_id_is_translated() {
        assert_eq!(category("ridehail").unwrap().approval, Some(12));
        assert_eq!(category("game").unwrap().approval, None);
        assert_eq!(category("nothing"), None);
    }

    #[test]
    fn provincial_words_stay_in_their_province() {
        let lottery = |code| keywords_for(code).filter(|row| row.word == "彩票").map(|row| row.effect).collect::<Vec<_>>();
        assert_eq!(lottery("310104"), [Effect::Refused, Effect::Ask]);
        assert_eq!(lottery("440305"), [Effect::Ask]);
    }
}
