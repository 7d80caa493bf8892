//! Mobile numbers of the mainland (`identifiers.md`, section 8.1; the ministry's table of March 2023).
//!
//! Ranges are opened from time to time and the operator cannot be read off a number since numbers may be carried along,
//! so the table only says what a range is for.

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, ascii_without};

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

/// `normalized` is the 11 digits without the country code.
#[derive(Debug, Clone, Copy)]
pub struct MobileCn;

impl Identifier for MobileCn {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let (digits, foreign) = strip(typed);
        match problem(&digits, foreign) {
            Ok(warnings) => Verdict::valid(digits, warnings),
            Err(reason) => Verdict::invalid(reason, digits),
        }
    }
}

/// Judges a number as a [`MobileCn`].
pub fn check(value: &str) -> Verdict {
    MobileCn.judge(value).into_owned()
}

/// Whether a judged number can be somebody's: it is valid, or its range is only missing from the tables, which are of one day.
/// No mobile number has ever begun with 10, 11 or 12: those are short numbers and services.
#[must_use]
pub fn is_possible<Text: AsRef<str>>(verdict: &Verdict<Text>) -> bool {
    verdict.valid || verdict.reason == "unassigned" && !is_beyond_mobiles(verdict.normalized.as_ref())
}

/// Whether a number of 11 digits begins with 10, 11 or 12.
fn is_beyond_mobiles(digits: &str) -> bool {
    ["10", "11", "12"].iter().any(|start| digits.starts_with(start))
}

/// The number without blanks, dashes, brackets and the code of the mainland; and whether it carries another code.
fn strip(typed: &str) -> (Cow<'_, str>, bool) {
    let number = ascii_without(typed, |c| matches!(c, ' ' | '-' | '(' | ')'));
    let rest = number.strip_prefix("+86").or_else(|| number.strip_prefix("0086"));
    let rest = rest.or_else(|| number.strip_prefix("86").filter(|rest| rest.len() == 11 && rest.starts_with('1')));
    match rest {
        Some(rest) => (Cow::Owned(rest.to_owned()), false),
        None => {
            let foreign = number.starts_with('+');
            (number, foreign)
        }
    }
}

/// The first thing wrong, in the order of the specification, or what to look at.
fn problem(digits: &str, foreign: bool) -> Result<Warnings, &'static str> {
    if digits.is_empty() {
        return Err("empty");
    }
    if foreign {
        return Err("foreign_number");
    }
    if !all_digits(digits) {
        return Err("bad_char");
    }
    if digits.len() == 13 && ["1064", "140", "141", "144"].iter().any(|start| digits.starts_with(start)) {
        return Err("iot");
    }
    if !digits.starts_with('1') {
        return Err("not_mobile");
    }
    if digits.len() != 11 {
        return Err("length");
    }
    let warnings = Warnings::NONE.with(is_placeholder(digits), Warning::PLACEHOLDER);
    match range_use(digits) {
        Use::Satellite => Err("satellite"),
        Use::Machines => Err("iot"),
        Use::Free => Err("unassigned"),
        Use::Person => Ok(warnings),
        Use::Resale => Ok(warnings.with(true, Warning::MVNO)),
        Use::DataCard => Ok(warnings.with(true, Warning::DATA_CARD)),
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
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    vectors! {
        MobileCn;
        stored: [("86 139 1234 0000", "13912340000")];
        bad: [("+86", "empty"), ("+", "foreign_number"), ("8613912340", "not_mobile"), ("++8613912340000", "foreign_number")];
    }

    #[test]
    fn placeholders_and_prefixes() {
        assert_eq!(check("13988888888").warnings, Warning::PLACEHOLDER.into());
        let told: Vec<_> = check("17088888888").warnings.iter().copied().collect();
        assert_eq!(told, [Warning::MVNO, Warning::PLACEHOLDER]);
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
        fn accepts_only_eleven_digits(value in "[+0-9() -]{0,20}") {
            let verdict = check(&value);
            prop_assert!(!verdict.valid || verdict.normalized.len() == 11 && all_digits(&verdict.normalized));
        }
    }
}
