//! Numbers and names: is what was typed well formed, and what is it in its stored form?
//!
//! One file per kind, each a pure function of the typed text and, where it matters, of today's date. The rules and their
//! sources are in `identifiers.md`; every kind is held against the test vectors there. A check says that a number is well
//! formed, never that it exists or belongs to somebody.
//! [`document`] and [`registration`] say which of them a kind of certificate carries.

pub mod appid;
pub mod biz_reg_no;
pub mod check_chars;
pub mod date;
pub mod document;
mod eighteen;
pub mod email;
pub mod foreign_pr;
pub mod hk_macau_permit;
pub mod hmt_residence;
pub mod icp_no;
pub mod id_validity;
pub mod landline_cn;
pub mod military;
pub mod mobile_cn;
pub mod moment;
pub mod mp_name_len;
pub mod org_code;
pub mod original_id;
pub mod passport_cn;
pub mod passport_foreign;
pub mod person_name;
pub mod phone_hmt;
pub mod registration;
pub mod resident_id;
pub mod taiwan_permit;
pub mod uscc;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the value may be used; if not, the field is blocked.
    pub valid: bool,
    /// The first thing that is wrong, as the specification names it; `ok` (or the subtype of a filing number) otherwise.
    pub reason: &'static str,
    /// The value in the form to store; for an invalid one only of use for showing. Never holds a recognised secret.
    pub normalized: String,
    /// What does not block, in the order in which it was found; empty for an invalid value.
    pub warnings: Vec<Warning>,
}

/// Something about a valid value that its owner should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The name in the specification.
    pub name: &'static str,
    /// Whether an answer is needed.
    pub level: Level,
}

/// How much a warning asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Improbable but real: the user must say yes once.
    Confirm,
    /// Shown, nothing asked.
    Info,
}

/// Knows which region codes exist or existed, down to the county. The catalogue implements it.
pub trait Places {
    /// Whether the six digits are a region in force or a former one.
    fn knows(&self, code: &str) -> bool;
}

impl Verdict {
    pub(crate) fn valid(normalized: impl Into<String>, warnings: Vec<Warning>) -> Self {
        Self { valid: true, reason: "ok", normalized: normalized.into(), warnings }
    }

    pub(crate) fn invalid(reason: &'static str, normalized: impl Into<String>) -> Self {
        Self { valid: false, reason, normalized: normalized.into(), warnings: Vec::new() }
    }
}

impl Warning {
    pub(crate) fn confirm(name: &'static str) -> Self {
        Self { name, level: Level::Confirm }
    }

    pub(crate) fn info(name: &'static str) -> Self {
        Self { name, level: Level::Info }
    }
}

/// Whether the first two digits are one of the 31 mainland provinces of GB/T 2260.
pub fn is_mainland_province(code: &str) -> bool {
    let known = ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42"];
    let more = ["43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"];
    code.get(..2).is_some_and(|province| known.contains(&province) || more.contains(&province))
}

/// Whether every character is one of 0–9 and there is at least one. Digits of other scripts do not count.
pub(crate) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digit that a look-alike character in the place of a digit stands for; nothing for any other character, and for digits
/// themselves (`identifiers.md`, section 2.4). Letters are looked up raised, as compact values have them.
pub(crate) fn digit_meant(c: char) -> Option<char> {
    match c {
        'O' | 'О' | 'о' | '〇' => Some('0'),
        'I' | 'L' | 'Ⅰ' | '一' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        _ => None,
    }
}

/// The only one of `candidates`, when there is exactly one different value.
pub(crate) fn only(candidates: impl IntoIterator<Item = String>) -> Option<String> {
    let mut candidates = candidates.into_iter();
    let first = candidates.next()?;
    candidates.all(|other| other == first).then_some(first)
}

/// `text` with each pair of different neighbours swapped, one pair at a time.
pub(crate) fn neighbours_swapped(text: &str) -> impl Iterator<Item = String> + '_ {
    let chars: Vec<char> = text.chars().collect();
    (1..chars.len()).filter_map(move |at| {
        let mut swapped = chars.clone();
        swapped.swap(at - 1, at);
        (swapped != chars).then(|| swapped.into_iter().collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mainland_has_31_provinces() {
        let found = (0..100).filter(|code| is_mainland_province(&format!("{code:02}0000"))).count();
        assert_eq!(found, 31);
        for code in ["71", "81", "82", "91", "00", "1", "", "省"] {
            assert!(!is_mainland_province(code), "{code}");
        }
    }

    #[test]
    fn only_one() {
        assert_eq!(only(["a".to_owned()]), Some("a".to_owned()));
        assert_eq!(only(["a".to_owned(), "a".to_owned()]), Some("a".to_owned()));
        assert_eq!(only(["a".to_owned(), "b".to_owned()]), None);
        assert_eq!(only([]), None);
        assert_eq!(neighbours_swapped("1123").collect::<Vec<_>>(), ["1213", "1132"]);
    }

    #[test]
    fn digits_are_ascii() {
        assert!(all_digits("0123456789"));
        assert!(!all_digits("") && !all_digits("1a") && !all_digits("٣") && !all_digits("１"));
    }
}
