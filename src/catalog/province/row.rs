//! One row of the provinces' rules: whom it concerns, and what is judged.

use super::{Audience, Holders, Occasion, Precision, Refused};
use crate::catalog::{Circumstance, Confidence, Severity, Topic};
use crate::text::Text;

/// One rule of a province, or of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvinceRule {
    /// A stable key, such as `gd-10`.
    pub id: &'static str,
    /// The province's code, or [`EVERYWHERE`](super::EVERYWHERE).
    pub code: &'static str,
    /// Whom it concerns.
    pub audience: Audience,
    /// What it is about.
    pub topic: Topic,
    /// When it holds.
    pub occasions: &'static [Occasion],
    /// What is asked, as one sentence.
    pub summary: Text,
    /// The document to attach, in Chinese; empty if none.
    pub material: &'static str,
    /// How it may be treated.
    pub severity: Severity,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
    /// The rules of the program that judge it; none where only a person can.
    pub rules: &'static [&'static str],
    /// Whether people are reminded of it although rules judge a part of it.
    pub remind: bool,
    /// What must hold of a draft that it concerns.
    pub when: &'static [Circumstance],
    /// A remark there may deny trades by naming them: the province wants to read whether one is involved.
    pub remark_may_deny: bool,
    /// What is judged, with its figures.
    pub tests: &'static [Test],
}

/// What is judged, one kind a topic, with its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// At these ages, both included, the row's sentence holds.
    Ages {
        /// The least age in years.
        from: u8,
        /// The greatest age in years.
        to: u8,
        /// Not for the legal person.
        except_legal_person: bool,
    },
    /// The greatest age of an owner in years.
    OldestOwner {
        /// Of men.
        men: u8,
        /// Of women.
        women: u8,
    },
    /// How long certificates are still valid.
    Validity {
        /// Months that must be left.
        months: u32,
        /// On whose certificates.
        of: Holders,
        /// Ending on the very day is too soon.
        more_than: bool,
    },
    /// How many different phone numbers two people have.
    PhoneNumbers {
        /// At least.
        least: usize,
    },
    /// How precise the address is.
    Address {
        /// How far down it goes.
        precision: Precision,
        /// Words at which the row itself is read out.
        mentions: &'static [&'static str],
    },
    /// Which certificates people may have.
    Documents {
        /// Those that are not accepted.
        refused: Refused,
        /// Of the owner; else of the responsible person.
        of_owner: bool,
    },
    /// A letter may be accepted although the province wants the legal person.
    LetterAccepted {
        /// When all of these hold.
        when: &'static [Circumstance],
    },
    /// What a remark says.
    Remark {
        /// Characters that the mini-program's remark has at least; 0 for no figure.
        characters: usize,
        /// Of each group one must stand in a remark.
        needs: &'static [&'static [&'static str]],
        /// The sentence to add; empty where only the person knows the words.
        sentence: &'static str,
        /// The same where prior approvals were chosen; `{approvals}` stands for their names. Empty where nothing changes.
        sentence_with_approvals: &'static str,
        /// What to write; empty where there is a sentence.
        example: &'static str,
    },
    /// What a sole trader without a trade name does.
    TradeName {
        /// A trade name is wanted: it has to be registered first.
        required: bool,
        /// Such a trader files as an individual.
        individual: bool,
        /// The filing entity's name, in which `{operator}` stands for the operator's; empty where nothing is said of it.
        name: &'static str,
        /// Of each group one must stand in a remark.
        remark: &'static [&'static [&'static str]],
    },
    /// What the mini-program's name is not.
    Name {
        /// Words that it does not hold.
        words: &'static [&'static str],
        /// The name of one of the people.
        own_name: bool,
        /// Shorter than so many characters; 0 for no figure.
        shortest: usize,
        /// Holding Latin letters.
        no_letters: bool,
        /// The name of an administrative place and nothing else.
        place: bool,
    },
}
