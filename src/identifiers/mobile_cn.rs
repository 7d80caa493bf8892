//! Mobile numbers of the mainland (`identifiers.md`, section 8.1; the ministry's table of March 2023).
//!
//! Ranges are opened from time to time and the operator cannot be read off a number since numbers may be carried along,
//! so the table only says what a range is for.

use super::{Verdict, Warning, all_digits};
use crate::text::normalize::{Mode, normalize};

/// What a range of numbers is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Person,
    Resale,
    DataCard,
    Machines,
    Satellite,
    Free,
}

/// Checks a number; `normalized` is its 11 digits without the country code.
pub fn check(value: &str) -> Verdict {
    let (digits, foreign) = strip(value);
    if let Some(reason) = problem(&digits, foreign) {
        return Verdict::invalid(reason, digits);
    }
    let mut warnings = Vec::new();
    match range_use(&digits) {
        Use::Resale => warnings.push(Warning::info("mvno")),
        Use::DataCard => warnings.push(Warning::confirm("data_card")),
        _ => {}
    }
    if is_placeholder(&digits) {
        warnings.push(Warning::confirm("placeholder"));
    }
    Verdict::valid(digits, warnings)
}

/// Whether a judged number can be somebody's: it is valid, or its range is only missing from the tables, which are of one day.
/// No mobile number has ever begun with 10, 11 or 12: those are short numbers and services.
#[must_use]
pub fn is_possible(verdict: &Verdict) -> bool {
    verdict.valid || verdict.reason == "unassigned" && !is_beyond_mobiles(&verdict.normalized)
}

/// Whether a number of 11 digits begins with 10, 11 or 12.
fn is_beyond_mobiles(digits: &str) -> bool {
    ["10", "11", "12"].iter().any(|start| digits.starts_with(start))
}

/// The number without blanks, dashes, brackets and the code of the mainland; and whether it carries another code.
fn strip(value: &str) -> (String, bool) {
    let mut number = normalize(value, Mode::Ascii).value;
    number.retain(|c| !matches!(c, ' ' | '-' | '(' | ')'));
    if let Some(rest) = number.strip_prefix("+86").or_else(|| number.strip_prefix("0086")) {
        return (rest.to_owned(), false);
    }
    if number.starts_with('+') {
        return (number, true);
    }
    match number.strip_prefix("86") {
        Some(rest) if number.len() == 13 && rest.starts_with('1') => (rest.to_owned(), false),
        _ => (number, false),
    }
}

/// The first thing wrong, in the order of the specification.
fn problem(digits: &str, foreign: bool) -> Option<&'static str> {
    if digits.is_empty() {
        return Some("empty");
    }
    if foreign {
        return Some("foreign_number");
    }
    if !all_digits(digits) {
        return Some("bad_char");
    }
    if digits.len() == 13 && ["1064", "140", "141", "144"].iter().any(|start| digits.starts_with(start)) {
        return Some("iot");
    }
    if !digits.starts_with('1') {
        return Some("not_mobile");
    }
    if digits.len() != 11 {
        return Some("length");
    }
    match range_use(digits) {
        Use::Satellite => Some("satellite"),
        Use::Machines => Some("iot"),
        Use::Free => Some("unassigned"),
        Use::Person | Use::Resale | Use::DataCard => None,
    }
}

/// What the range of a number of 11 digits is used for.
fn range_use(digits: &str) -> Use {
    let range = |length: usize| digits.get(..length).and_then(|start| start.parse::<u16>().ok()).unwrap_or(0);
    if matches!(range(4), 1349 | 1610 | 1619) {
        return Use::Satellite;
    }
    match range(3) {
        174 => Use::Satellite,
        140 | 141 | 144 | 146 | 148 => Use::Machines,
        145 | 147 | 149 => Use::DataCard,
        162 | 165 | 167 | 170 | 171 => Use::Resale,
        130..=139 | 150..=153 | 155..=159 | 166 | 172 | 173 | 175..=178 | 180..=189 | 190..=193 | 195..=199 => Use::Person,
        _ => Use::Free,
    }
}

/// Whether people type this number when they do not want to give theirs.
fn is_placeholder(digits: &str) -> bool {
    let tail = digits.get(3..).unwrap_or_default();
    let repeated = tail.chars().next().is_some_and(|first| tail.chars().all(|c| c == first));
    digits == "13800138000" || tail == "12345678" || repeated
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn placeholders_and_prefixes() {
        assert_eq!(check("13988888888").warnings, [Warning::confirm("placeholder")]);
        assert_eq!(check("17088888888").warnings, [Warning::info("mvno"), Warning::confirm("placeholder")]);
        assert_eq!(check("86 139 1234 0000").normalized, "13912340000");
        for (value, reason) in
            [("+86", "empty"), ("+", "foreign_number"), ("8613912340", "not_mobile"), ("++8613912340000", "foreign_number")]
        {
            assert_eq!(check(value).reason, reason, "{value}");
        }
    }

    #[test]
    fn ranges_to_come_are_possible_and_services_are_not() {
        for (value, possible) in [
            ("12345678901", false),
            ("10012340003", false),
            ("11912340003", false),
            ("+86 12912340003", false),
            ("14212340003", true),
            ("15412340003", true),
            ("19412340003", true),
            ("13012340003", true),
            ("17412340003", false),
            ("1301234000", false),
        ] {
            assert_eq!(is_possible(&check(value)), possible, "{value}");
        }
    }

    #[test]
    fn the_ranges_of_the_operators_are_for_people() {
        let operators = [
            "134 135 136 137 138 139 150 151 152 157 158 159 172 178 182 183 184 187 188 195 197 198",
            "130 131 132 155 156 166 175 176 185 186 196",
            "133 153 173 177 180 181 189 190 191 193 199",
            "192",
        ];
        let listed: Vec<&str> = operators.iter().flat_map(|ranges| ranges.split(' ')).collect();
        for range in 100..200 {
            let range = range.to_string();
            let expected = listed.contains(&range.as_str());
            assert_eq!(range_use(&format!("{range}00000000")) == Use::Person, expected, "{range}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            check(&value);
        }

        #[test]
        fn accepts_only_eleven_digits(value in "[+0-9() -]{0,20}") {
            let verdict = check(&value);
            prop_assert!(!verdict.valid || verdict.normalized.len() == 11 && all_digits(&verdict.normalized));
        }
    }
}
