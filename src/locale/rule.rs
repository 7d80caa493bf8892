//! The words of the rules: what each is about, and one sentence for every reason it can give.

mod across;
mod certificate;
mod contact;
mod content;
mod document;
mod form;
mod materials;
mod naming;
mod organisation;
mod person;
mod province;
mod question;
mod trade;

use super::Text;

/// What there is to say about a rule.
#[derive(Debug, Clone, Copy)]
pub struct RuleWords {
    /// A name for people.
    pub title: Text,
    /// What it looks at.
    pub what: Text,
    /// How to mend what it finds.
    pub mend: Text,
    /// Why it is there.
    pub why: Text,
    /// A value that it finds fault with.
    pub wrong: Example,
    /// The same without fault.
    pub right: Example,
    /// What it says about a field, by reason.
    pub sentences: &'static [Sentence],
}

/// An example for a rule.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Lines of a draft, in TOML; put into a draft without faults, the wrong ones make the rule speak, and the right ones do
    /// not. Empty where only a file, and nothing in the draft, can show it.
    pub draft: &'static str,
    /// What there is to see in them.
    pub note: Text,
}

/// What is said about a field for one reason.
#[derive(Debug, Clone, Copy)]
pub struct Sentence {
    /// The reason; empty for a rule that has but one.
    pub reason: &'static str,
    /// What is wrong here.
    pub message: Text,
    /// How to mend it here.
    pub fix: Text,
}

/// The rules of one area, by name.
type Area = &'static [(&'static str, RuleWords)];

const AREAS: &[Area] = &[
    across::WORDS,
    question::WORDS,
    form::WORDS,
    certificate::WORDS,
    organisation::WORDS,
    person::WORDS,
    document::WORDS,
    contact::WORDS,
    content::WORDS,
    naming::WORDS,
    materials::WORDS,
    province::WORDS,
    trade::WORDS,
];

/// The words of the rule with this name.
#[must_use]
pub fn words(name: &str) -> Option<&'static RuleWords> {
    AREAS.iter().copied().flatten().find(|(rule, _)| *rule == name).map(|(_, words)| words)
}

/// The title of a rule.
#[must_use]
pub fn title(name: &str) -> Option<Text> {
    words(name).map(|words| words.title)
}

/// The sentence of a rule for a reason.
#[must_use]
pub fn sentence(name: &str, reason: &str) -> Option<&'static Sentence> {
    words(name)?.sentences.iter().find(|sentence| sentence.reason == reason)
}

/// Declares the words of an area. Every text is given twice, in Chinese and in English; a sentence is written as
/// `"reason": message => fix;`, and an example as `wrong: "lines of a draft" => note;`.
macro_rules! rule_words {
    ($($name:literal {
        title: $title_zh:literal, $title_en:literal;
        what: $what_zh:literal, $what_en:literal;
        mend: $mend_zh:literal, $mend_en:literal;
        why: $why_zh:literal, $why_en:literal;
        wrong: $wrong:literal => $wrong_zh:literal, $wrong_en:literal;
        right: $right:literal => $right_zh:literal, $right_en:literal;
        $($reason:literal: $zh:literal, $en:literal => $fix_zh:literal, $fix_en:literal;)+
    })+) => {
        pub(super) const WORDS: &[(&str, $crate::locale::rule::RuleWords)] = &[$((
            $name,
            $crate::locale::rule::RuleWords {
                title: $crate::locale::Text::new($title_zh, $title_en),
                what: $crate::locale::Text::new($what_zh, $what_en),
                mend: $crate::locale::Text::new($mend_zh, $mend_en),
                why: $crate::locale::Text::new($why_zh, $why_en),
                wrong: $crate::locale::rule::Example {
                    draft: $wrong,
                    note: $crate::locale::Text::new($wrong_zh, $wrong_en),
                },
                right: $crate::locale::rule::Example {
                    draft: $right,
                    note: $crate::locale::Text::new($right_zh, $right_en),
                },
                sentences: &[$($crate::locale::rule::Sentence {
                    reason: $reason,
                    message: $crate::locale::Text::new($zh, $en),
                    fix: $crate::locale::Text::new($fix_zh, $fix_en),
                },)+],
            },
        ),)+];
    };
}
use rule_words;
