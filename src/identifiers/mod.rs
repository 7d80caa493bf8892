//! Numbers and names: is what was typed well formed, and what is it in its stored form?
//!
//! One file per kind, each a pure function of the typed text and, where it matters, of today's date. The rules and their
//! sources are in `identifiers.md`; every kind is held against the test vectors there. A check says that a number is well
//! formed, never that it exists or belongs to somebody.
//!
//! Each kind implements [`Identifier`]; the functions `check` and `suggest` beside it are the same with owned texts.
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
/// No field takes a landline today; the vectors hold it.
#[cfg(any(test, feature = "internals"))]
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
/// No field takes a number of Hong Kong, Macao or Taiwan today; the vectors hold it.
#[cfg(any(test, feature = "internals"))]
pub mod phone_hmt;
pub mod registration;
pub mod resident_id;
pub mod taiwan_permit;
pub mod uscc;
#[cfg(test)]
mod vectors;
mod verdict;
mod warning;

use std::borrow::Cow;

pub use verdict::{Judged, Verdict};
pub use warning::{Level, Warning, Warnings};

use crate::text::normalize::{Mode, normal};

/// A kind of number or name: what decides whether a text is one, and what was meant if it is none.
///
/// What a verdict depends on besides the text, such as today's date, is part of the value that implements this.
pub trait Identifier {
    /// Judges a typed text.
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a>;

    /// What was probably meant by a text that is refused. To be offered, never applied; nothing when there is more than one way.
    fn suggest(&self, _typed: &str) -> Option<String> {
        None
    }
}

/// Knows which region codes exist or existed, down to the county. The catalogue implements it.
pub trait Places {
    /// Whether the six digits are a region in force or a former one.
    fn knows(&self, code: &str) -> bool;
}

/// Whether the first two digits are one of the 31 mainland provinces of GB/T 2260.
pub fn is_mainland_province(code: &str) -> bool {
    let bytes = code.as_bytes();
    matches!(
        (bytes.first(), bytes.get(1)),
        (Some(b'1'), Some(b'1'..=b'5'))
            | (Some(b'2'), Some(b'1'..=b'3'))
            | (Some(b'3'), Some(b'1'..=b'7'))
            | (Some(b'4'), Some(b'1'..=b'6'))
            | (Some(b'5'), Some(b'0'..=b'4'))
            | (Some(b'6'), Some(b'1'..=b'5'))
    )
}

/// The compact form, in which numbers printed on cards are judged.
fn compact(typed: &str) -> Cow<'_, str> {
    normal(typed, Mode::Compact)
}

/// The ASCII form without the characters that `is_filler` names.
fn ascii_without(typed: &str, is_filler: impl Fn(char) -> bool) -> Cow<'_, str> {
    without(normal(typed, Mode::Ascii), is_filler)
}

/// A text without some characters; the same text where there are none of them.
fn without(text: Cow<'_, str>, is_filler: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_filler) {
        return text;
    }
    let mut text = text.into_owned();
    text.retain(|c| !is_filler(c));
    Cow::Owned(text)
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

    /// What is stored once is judged without an allocation.
    #[test]
    fn a_text_in_its_stored_form_is_borrowed() {
        let today = "2026-11-23".parse().expect("a day");
        let cases: [(&dyn Identifier, &str); 16] = [
            (&appid::AppId, "wx1d9a96f8654549f6"),
            (&biz_reg_no::BusinessRegistration, "659002178555990"),
            (&date::Date, "20240102"),
            (&date::Date, "长期"),
            (&email::Email, "a.b@qq.com"),
            (&foreign_pr::ForeignPr { today }, "911124198108030024"),
            (&hk_macau_permit::HkMacauPermit, "H13281116"),
            (&hmt_residence::HmtResidence { today }, "810000197101219937"),
            (&military::Military, "1234567"),
            (&mobile_cn::MobileCn, "13912340000"),
            (&mp_name_len::MiniProgramName, "小食记"),
            (&original_id::OriginalId, "gh_4aa69ee01673"),
            (&passport_cn::PassportCn, "E44755584"),
            (&person_name::LatinName, "SMITH John"),
            (&taiwan_permit::TaiwanPermit, "59252042"),
            (&uscc::CreditCode, "91350100M000100Y43"),
        ];
        for (identifier, value) in cases {
            let verdict = identifier.judge(value);
            assert!(verdict.valid && matches!(verdict.normalized, Cow::Borrowed(_)), "{value} {verdict:?}");
        }
    }

    #[test]
    fn only_one() {
        assert_eq!(only(["a".to_owned()]), Some("a".to_owned()));
        assert_eq!(only(["a".to_owned(), "a".to_owned()]), Some("a".to_owned()));
        assert_eq!(only(["a".to_owned(), "b".to_owned()]), None);
        assert_eq!(only([]), None);
    }

    #[test]
    fn digits_are_ascii() {
        assert!(all_digits("0123456789"));
        assert!(!all_digits("") && !all_digits("1a") && !all_digits("٣") && !all_digits("１"));
    }
}
