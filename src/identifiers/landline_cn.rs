//! Landline numbers of the mainland (`identifiers.md`, section 8.2).

use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits};
use crate::text::normalize::{Mode, normalize};

/// What stands before an extension.
const EXTENSION_MARKS: [&str; 5] = ["分机", "转", "ext", "#", "x"];

/// A number without its separators, and what was found about its beginning and its end.
struct Parts {
    digits: String,
    extension: Option<String>,
    foreign: bool,
}

/// `normalized` is area code, local number and extension joined by dashes: `0755-12345678-801`.
#[derive(Debug, Clone, Copy)]
pub struct LandlineCn;

impl Identifier for LandlineCn {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let parts = take_apart(typed);
        match read(&parts) {
            Ok((area, local)) => {
                let extension = parts.extension.as_ref().map(|extension| format!("-{extension}")).unwrap_or_default();
                let warnings = Warnings::NONE.with(local.starts_with('9'), Warning::NUMBER_START_9);
                Verdict::valid(format!("{area}-{local}{extension}"), warnings)
            }
            Err(reason) => Verdict::invalid(reason, parts.digits),
        }
    }
}

/// Judges a number as a [`LandlineCn`].
pub fn check(value: &str) -> Verdict {
    LandlineCn.judge(value).into_owned()
}

/// Splits the extension off, drops separators and the code of the mainland, and adds the zero that goes with it.
fn take_apart(value: &str) -> Parts {
    let mut number = normalize(value, Mode::Ascii).value.to_ascii_lowercase();
    let mark = EXTENSION_MARKS.iter().find_map(|mark| number.split_once(mark));
    let (start, extension) = match mark {
        Some((start, extension)) => (start.to_owned(), Some(extension.trim_matches([' ', '.', ':', '-']).to_owned())),
        None => last_dash(&number),
    };
    number = start;
    number.retain(|c| !matches!(c, ' ' | '-' | '(' | ')'));
    let foreign = |digits: String| Parts { digits, extension: None, foreign: true };
    let number = match number.strip_prefix("+86").or_else(|| number.strip_prefix("0086")) {
        Some(rest) if rest.starts_with(['0', '1']) && rest.len() != 10 => rest.to_owned(),
        Some("") => String::new(),
        Some(rest) => format!("0{rest}"),
        None if number.starts_with('+') || number.starts_with("00") => return foreign(number),
        None => number,
    };
    Parts { digits: number, extension, foreign: false }
}

/// Takes one to six digits behind the last dash for an extension, when a whole number with its own dash or bracket is before it.
fn last_dash(number: &str) -> (String, Option<String>) {
    if let Some((start, end)) = number.rsplit_once('-') {
        let before = start.bytes().filter(u8::is_ascii_digit).count();
        if before >= 10 && (1..=6).contains(&end.len()) && all_digits(end) {
            return (start.to_owned(), Some(end.to_owned()));
        }
    }
    (number.to_owned(), None)
}

/// Area code and local number, or the first thing wrong.
fn read(parts: &Parts) -> Result<(&str, &str), &'static str> {
    let digits = parts.digits.as_str();
    if digits.is_empty() {
        return Err("empty");
    }
    if parts.foreign {
        return Err("foreign_number");
    }
    if digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800")) {
        return Err("service_number");
    }
    if !all_digits(digits) {
        return Err("bad_char");
    }
    let without_zero = digits.strip_prefix('0').unwrap_or(digits);
    if without_zero.len() == 11 && matches!(without_zero.as_bytes(), [b'1', b'3'..=b'9', ..]) {
        return Err("is_mobile");
    }
    if !digits.starts_with('0') {
        return Err("no_area_code");
    }
    let three = digits.starts_with("010") || digits.starts_with("02");
    let split = digits.split_at_checked(if three { 3 } else { 4 });
    let Some((area, local)) = split.filter(|(area, _)| !matches!(area.as_bytes(), [b'0', b'0' | b'1', ..]) || *area == "010")
    else {
        return Err("area_code");
    };
    if area == "026" {
        return Err("area_code");
    }
    if !(local.len() == 8 || !three && local.len() == 7) {
        return Err("length");
    }
    if local.starts_with(['0', '1']) {
        return Err("number_start");
    }
    match &parts.extension {
        Some(extension) if !all_digits(extension) || extension.len() > 6 => Err("extension"),
        _ => Ok((area, local)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    vectors! {
        LandlineCn;
        bad: [
            ("0755-22345678转", "extension"),
            ("0755-22345678转12a", "extension"),
            ("0755-22345678转1234567", "extension"),
            ("013812341234", "is_mobile"),
            ("+86 138 1234 1234", "is_mobile"),
            ("00852 2123 4567", "foreign_number"),
            ("0123-22345678", "area_code"),
            ("0", "area_code"),
            ("+86", "empty"),
            ("400 457 7785", "service_number"),
            ("0086", "empty"),
        ];
    }

    #[test]
    fn extensions() {
        for (value, stored) in [
            ("0755-12345678-801", None),
            ("0755-22345678-801", Some("0755-22345678-801")),
            ("075522345678-801", Some("0755-22345678-801")),
            ("(0755)22345678#801", Some("0755-22345678-801")),
            ("0755 2234 5678 EXT. 801", Some("0755-22345678-801")),
            ("0755-22345678 分机：801", Some("0755-22345678-801")),
            ("0771-5205349-8", Some("0771-5205349-8")),
            ("+86 755 2234 5678 转 801", Some("0755-22345678-801")),
            ("+86 0755 22345678", Some("0755-22345678")),
        ] {
            let verdict = check(value);
            assert_eq!(verdict.valid.then_some(verdict.normalized.as_str()), stored, "{value}: {}", verdict.reason);
        }
    }

    proptest! {
        #[test]
        fn digits_and_marks_never_panic(value in "[0-9+() #x转-]{0,24}") {
            let verdict = check(&value);
            if verdict.valid {
                prop_assert_eq!(&check(&verdict.normalized).normalized, &verdict.normalized);
            }
        }
    }
}
