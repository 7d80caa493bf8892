//! 营业执照注册号 (GS 15-2006; `identifiers.md`, sections 2.4 and 7.2): what business licences carried before the unified social
//! credit code, valid until the end of 2017.

use super::check_chars::mod_11_10;
use super::{Identifier, Judged, Verdict, Warning, all_digits, compact, digit_meant, is_mainland_province};

/// A number of 15 digits. Even a sound one raises a question: the unified social credit code has replaced it.
#[derive(Debug, Clone, Copy)]
pub struct BusinessRegistration;

impl Identifier for BusinessRegistration {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        match problem(&value) {
            Some(reason) => Verdict::invalid(reason, value),
            None => Verdict::valid(value, Warning::SUPERSEDED_BY_USCC.into()),
        }
    }

    /// Look-alike letters replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let fits = |candidate: &String| problem(candidate).is_none();
        match problem(&value)? {
            "bad_char" => Some(value.chars().map(|c| digit_meant(c).unwrap_or(c)).collect()).filter(fits),
            _ => None,
        }
    }
}

/// Judges a number as a [`BusinessRegistration`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    BusinessRegistration.judge(value).into_owned()
}

/// What was probably meant by an invalid [`BusinessRegistration`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    BusinessRegistration.suggest(value)
}

/// The first thing wrong with a compact number.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if !all_digits(value) {
        return Some("bad_char");
    }
    match value.len() {
        13 => return Some("old_13"),
        15 => {}
        _ => return Some("length"),
    }
    if !is_mainland_province(value) && !value.starts_with("100000") {
        return Some("province");
    }
    let (body, check) = value.split_at_checked(14)?;
    (mod_11_10(body) != check.chars().next()).then_some("check_digit")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        BusinessRegistration;
        meant: [
            ("65900217855599O", Some("659002178555990")),
            ("569002178555990", None),
            ("659002178555990", None),
            ("企独粤穗总字第009585", None),
            ("6209825092859", None),
            ("", None),
        ];
        one_wrong: ("659002178555990", "[0-9]");
    }
}
