//! 统一社会信用代码 (GB 32100-2015; `identifiers.md`, sections 2.4 and 7.1).

use super::check_chars::{mod_31, organisation, value_31};
use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, compact};
use super::{is_mainland_province, only, resident_id};

/// The known pairs of registering department and kind of organisation in places 1 and 2.
const CATEGORIES: [&str; 36] = [
    "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "59", "61", "62", "69",
    "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1",
];

/// Letters that never occur in a code and what is meant by them.
const LOOK_ALIKES: [(char, &str); 5] = [('I', "1"), ('O', "0"), ('Z', "2"), ('S', "5"), ('V', "UY")];

/// A code of 18 places.
#[derive(Debug, Clone, Copy)]
pub struct CreditCode;

impl Identifier for CreditCode {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        match problem(&value) {
            Ok(warnings) => Verdict::valid(value, warnings),
            Err(reason) => Verdict::invalid(reason, value),
        }
    }

    /// Letters that never occur replaced; nothing when the result would itself raise a question, nor for a wrong check digit, which
    /// every place may have caused.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let fits = |candidate: &String| problem(candidate).is_ok_and(|warnings| warnings.is_empty());
        match problem(&value).err()? {
            "illegal_char" => only(without_look_alikes(&value)?.into_iter().filter(fits)),
            _ => None,
        }
    }
}

/// Judges a text as a [`CreditCode`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    CreditCode.judge(value).into_owned()
}

/// What was probably meant by an invalid [`CreditCode`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    CreditCode.suggest(value)
}

/// The pair in places 1 and 2 when it is a known one: `91` is 企业, `92` 个体工商户, `12` 事业单位 and so on.
pub fn category(value: &str) -> Option<&'static str> {
    category_of(&compact(value))
}

/// The known pair in places 1 and 2 of a compact code.
fn category_of(value: &str) -> Option<&'static str> {
    let pair = value.get(..2)?;
    CATEGORIES.into_iter().find(|known| *known == pair)
}

/// The first thing wrong with a compact code, or what to ask about it.
fn problem(value: &str) -> Result<Warnings, &'static str> {
    if value.is_empty() {
        return Err("empty");
    }
    if value.chars().count() != 18 {
        return Err("length");
    }
    if value.chars().any(|c| value_31(c).is_none()) {
        return Err("illegal_char");
    }
    let known = category_of(value).is_some();
    if !known && resident_id::is_well_formed(value) {
        return Err("looks_like_resident_id");
    }
    if !value.starts_with(|c: char| matches!(c, '1'..='9' | 'A' | 'N' | 'Y')) {
        return Err("department");
    }
    let region = value.get(2..8).filter(|region| all_digits(region)).ok_or("region_format")?;
    if value.get(8..16).and_then(organisation) != value.chars().nth(16) {
        return Err("org_check");
    }
    let check_fits = value.get(..17).and_then(mod_31) == value.chars().nth(17);
    let fujian = !check_fits && is_fujian_pilot(value);
    if !check_fits && !fujian {
        return Err("check_digit");
    }
    let warnings = Warnings::NONE
        .with(fujian, Warning::FUJIAN_PILOT_CHECK)
        .with(!known, Warning::CATEGORY_UNKNOWN)
        .with(!is_mainland_province(region) && region != "100000", Warning::CODE_REGION_UNKNOWN);
    Ok(warnings)
}

/// Companies of the pilot of 2015 in Fujian carry codes whose last place does not follow the standard and never will.
fn is_fujian_pilot(value: &str) -> bool {
    value.starts_with('9') && value.get(2..4) == Some("35") && value.get(8..12) == Some("M000")
}

/// Every reading of a code in which letters that never occur are replaced; nothing when there are too many.
fn without_look_alikes(value: &str) -> Option<Vec<String>> {
    let mut readings = vec![String::new()];
    for c in value.chars() {
        let written = c.to_string();
        let meant = LOOK_ALIKES.iter().find(|(looks, _)| *looks == c).map_or(written.as_str(), |(_, meant)| *meant);
        readings = readings.iter().flat_map(|start| meant.chars().map(move |c| format!("{start}{c}"))).collect();
        if readings.len() > 16 {
            return None;
        }
    }
    Some(readings)
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        CreditCode;
        meant: [
            ("9I350I00M000I00Y43", Some("91350100M000100Y43")),
            ("91350lOOM000100Y43", None),
            ("9135O1OOMOOO1OOY43", Some("91350100M000100Y43")),
            ("91350100M000100V43", Some("91350100M000100Y43")),
            ("91350100M001000Y43", None),
            ("91350100M000100Y43", None),
            ("VVVVVVVVVVVVVVVVVV", None),
            ("", None),
        ];
        one_wrong: ("91150102387030043K", "[0-9A-HJ-NP-RTUWXY]");
        others: |value| { category(value); };
    }

    #[test]
    fn real_fujian_codes_pass_with_a_question() {
        for code in ["91350203M0001FUE2P", "91350203M0001QKT19", "91350203M0001QAY9B", "91350211M0000XUF46", "91350100M0001TGQXM"]
        {
            let verdict = check(code);
            assert!(verdict.valid, "{code} {}", verdict.reason);
            assert_eq!(verdict.warnings, Warning::FUJIAN_PILOT_CHECK.into(), "{code}");
        }
    }

    #[test]
    fn categories() {
        assert_eq!(category("91350100M000100Y43"), Some("91"));
        assert_eq!(category("n2210624MAGPY0FR05"), Some("N2"));
        for unknown in ["58411121474006201E", "", "9", "企业"] {
            assert_eq!(category(unknown), None, "{unknown}");
        }
    }
}
