//! 普通护照: the number of a Chinese passport (`identifiers.md`, sections 2.4 and 6). It has no check digit.

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warning, Warnings, all_digits, compact, digit_meant, only, without};

/// E and eight digits, or E, a letter other than I and O, and seven digits; official passports begin with PE, SE or DE. Points are
/// dropped.
#[derive(Debug, Clone, Copy)]
pub struct PassportCn;

impl Identifier for PassportCn {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = without_points(typed);
        if let Some(reason) = problem(&value) {
            return Verdict::invalid(reason, value);
        }
        let warnings = Warnings::NONE.with(is_official(&value), Warning::OFFICIAL_PASSPORT);
        Verdict::valid(value, warnings)
    }

    /// Look-alike letters in the places of digits replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = without_points(typed);
        problem(&value)?;
        let replaced = |from: usize| -> String {
            value.chars().enumerate().map(|(at, c)| digit_meant(c).filter(|_| at >= from).unwrap_or(c)).collect()
        };
        // The second place may hold a letter or a digit.
        only([replaced(2), replaced(1)].into_iter().filter(|meant| problem(meant).is_none() && !is_official(meant)))
    }
}

/// Judges a number as one of a [`PassportCn`].
pub fn check(value: &str) -> Verdict {
    PassportCn.judge(value).into_owned()
}

/// What was probably meant by an invalid number of a [`PassportCn`].
pub fn suggest(value: &str) -> Option<String> {
    PassportCn.suggest(value)
}

fn without_points(typed: &str) -> Cow<'_, str> {
    without(compact(typed), |c| c == '.')
}

/// What follows `prefix`, when it is nothing but so many digits.
fn has_digits_after(value: &str, prefix: &str, count: usize) -> bool {
    value.strip_prefix(prefix).is_some_and(|rest| rest.len() == count && all_digits(rest))
}

fn is_official(value: &str) -> bool {
    ["PE", "SE", "DE"].iter().any(|series| has_digits_after(value, series, 7))
}

/// The series that have all expired: G, 14 and 15 of ordinary, P, S and D of official passports.
fn is_superseded(value: &str) -> bool {
    has_digits_after(value, "G", 8) || ["14", "15", "P", "S", "D"].iter().any(|series| has_digits_after(value, series, 7))
}

fn is_ordinary(value: &str) -> bool {
    let second = value.strip_prefix('E').and_then(|rest| rest.split_at_checked(1));
    second.is_some_and(|(second, digits)| {
        let fits = second.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O'));
        fits && digits.len() == 7 && all_digits(digits)
    })
}

/// The first thing wrong with a compact number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if !value.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
        return Some("bad_char");
    }
    if is_superseded(value) {
        return Some("superseded");
    }
    if value.len() != 9 {
        return Some("length");
    }
    (!is_ordinary(value) && !is_official(value)).then_some("format")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        PassportCn;
        meant: [
            ("E4475558I", Some("E44755581")),
            ("EI0793760", Some("E10793760")),
            ("EO6996178", Some("E06996178")),
            ("EN655lO44", Some("EN6551044")),
            // EZ1234507 or E21234507.
            ("EZ12345O7", None),
            ("EN6551044", None),
            ("G29918678", None),
            ("", None),
        ];
        accepts: "E[0-9]{8}|E[A-HJ-NP-Z][0-9]{7}";
    }
}
