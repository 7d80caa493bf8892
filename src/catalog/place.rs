//! Which places the first six digits of identity numbers may stand for, in force and of the past.
//!
//! These codes are the national ones. The platform's regions use codes of their own: never carry a code from one
//! list to the other. What is found here informs and never refuses: real numbers exist with codes on no list.

use crate::identifiers::Places;

include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// How many rows the lists have, of today and of the past; a code that was given twice has two.
#[must_use]
pub fn count() -> usize {
    ROWS
}

/// The list as the number checks want it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Book;

impl Places for Book {
    /// Codes ending in 01 and 20 stand for all districts of a city; no list has all of them.
    fn knows(&self, code: &str) -> bool {
        let stands_for_all = |code: u32| matches!(code % 100, 1 | 20) && is_listed(code / 100 * 100);
        let is_of_province = PROVINCES.iter().any(|digits| code.starts_with(digits));
        is_of_province && number(code).is_some_and(|code| is_listed(code) || stands_for_all(code))
    }
}

fn number(code: &str) -> Option<u32> {
    let digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    if digits { code.parse().ok() } else { None }
}

fn is_listed(code: u32) -> bool {
    CODES.binary_search(&code).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete_and_sorted() {
        assert_eq!(count(), 3223 + 4386);
        assert!(CODES.is_sorted_by(|one, next| one < next));
        assert_eq!(PROVINCES.len(), 34);
    }

    #[test]
    fn places_of_today_and_of_the_past_are_known() {
        for (code, what) in [
            ("110105", "a district"),
            ("659001", "a city of the army corps"),
            ("419001", "a city without a prefecture"),
            ("500157", "a new area"),
            ("110103", "a district that was abolished"),
            ("342401", "a city of another code today"),
            ("510202", "a district of a city that became a province"),
            ("452428", "a code that was given twice"),
            ("321119", "on no official list, but seen in real numbers"),
            ("420501", "all districts of a city"),
            ("440320", "the same, in older numbers"),
            ("130000", "a province"),
            ("440300", "a city"),
            ("441900", "a city without districts"),
            ("110100", "the districts of a city that is a province"),
        ] {
            assert!(Book.knows(code), "{code}: {what}");
        }
    }

    #[test]
    fn unknown_codes() {
        for code in ["510798", "990101", "000000", "1101", "1101055", "11010a", "", "１１０１０５", "+11010"] {
            assert!(!Book.knows(code), "{code}");
        }
    }

    #[test]
    fn every_row_is_known() {
        for code in CODES {
            let code = format!("{code:06}");
            // 66 was never a province: two rows of the army corps are kept as they are in the source.
            assert_eq!(Book.knows(&code), !code.starts_with("66"), "{code}");
        }
    }
}
