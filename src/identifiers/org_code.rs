//! 组织机构代码 (GB 11714-1997; `identifiers.md`, sections 2.4 and 7.2). No longer given out by itself: it lives on as places 9 to
//! 17 of a unified social credit code.

use super::check_chars::organisation;
use super::{Identifier, Judged, Verdict, Warnings, compact, digit_meant, only};

/// Eight digits or letters and a check character; `normalized` has a dash before the last: `D2143569-X`.
#[derive(Debug, Clone, Copy)]
pub struct OrganisationCode;

impl Identifier for OrganisationCode {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = compact(typed);
        match problem(&value) {
            Some(reason) => Verdict::invalid(reason, value),
            None => Verdict::valid(with_dash(&value), Warnings::NONE),
        }
    }

    /// With its dash: look-alike letters replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = compact(typed);
        let fits = |candidate: &String| problem(candidate).is_none();
        let meant = match problem(&value)? {
            "bad_char" | "check_digit" => {
                // Letters are allowed here: a look-alike may stand where it should.
                only(look_alikes_replaced(&value).filter(fits))
            }
            _ => None,
        };
        meant.map(|meant| with_dash(&meant))
    }
}

/// Judges a text as an [`OrganisationCode`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    OrganisationCode.judge(value).into_owned()
}

/// What was probably meant by an invalid [`OrganisationCode`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    OrganisationCode.suggest(value)
}

/// The code with one look-alike letter replaced, each in turn, and with all of them.
fn look_alikes_replaced(value: &str) -> impl Iterator<Item = String> + '_ {
    let replaced = |only: Option<usize>| -> String {
        let here = |at| only.is_none_or(|only| only == at);
        value.chars().enumerate().map(|(at, c)| digit_meant(c).filter(|_| here(at)).unwrap_or(c)).collect()
    };
    let places = value.chars().enumerate().filter(|(_, c)| digit_meant(*c).is_some()).map(|(at, _)| Some(at));
    places.chain([None]).map(replaced)
}

fn with_dash(value: &str) -> String {
    value.split_at_checked(8).map_or_else(|| value.to_owned(), |(code, check)| format!("{code}-{check}"))
}

/// The first thing wrong with a compact code.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    if value.chars().count() != 9 {
        return Some("length");
    }
    let Some((code, check)) = value.split_at_checked(8).filter(|(_, check)| matches!(check.as_bytes(), [b'0'..=b'9' | b'X']))
    else {
        return Some("bad_char");
    };
    let Some(expected) = organisation(code) else {
        return Some("bad_char");
    };
    (!check.starts_with(expected)).then_some("check_digit")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;
    use proptest::prelude::*;

    vectors! {
        OrganisationCode;
        meant: [
            ("D214356-9-X", None),
            ("D2143659-X", None),
            ("7834653-7O", None),
            ("783465372", None),
            ("4O186639-0", Some("40186639-0")),
            ("40186639-O", Some("40186639-0")),
            ("18520326", None),
            ("", None),
        ];
    }

    proptest! {
        #[test]
        fn the_stored_form_is_stable(code in "[0-9A-Z]{8}") {
            let check_char = organisation(&code).expect("eight places");
            let stored = check(&format!("{code}{check_char}")).normalized;
            prop_assert_eq!(&check(&stored).normalized, &stored);
            prop_assert!(check(&stored).valid);
        }
    }
}
