//! The original id of an account, `gh_…` (`identifiers.md`, sections 2.4 and 9).

use super::{Identifier, Judged, Verdict, Warnings, digit_meant};
use crate::text::normalize::{Mode, normal};

/// `gh_` and 12 hexadecimal digits in lower case.
#[derive(Debug, Clone, Copy)]
pub struct OriginalId;

impl Identifier for OriginalId {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let value = normal(typed, Mode::Ascii);
        match problem(&value) {
            Some(reason) => Verdict::invalid(reason, value),
            None => Verdict::valid(value, Warnings::NONE),
        }
    }

    /// Capitals lowered, a dash for the underscore, look-alike letters replaced.
    fn suggest(&self, typed: &str) -> Option<String> {
        let value = normal(typed, Mode::Ascii);
        problem(&value)?;
        let lower = value.to_ascii_lowercase();
        let digits = lower.strip_prefix("gh").and_then(|rest| rest.strip_prefix(['_', '-']))?;
        let meant = digits.chars().map(|c| digit_meant(c.to_ascii_uppercase()).unwrap_or(c));
        Some(format!("gh_{}", meant.collect::<String>())).filter(|meant| problem(meant).is_none())
    }
}

/// Judges a text as an [`OriginalId`].
#[cfg(any(test, feature = "internals"))]
pub fn check(value: &str) -> Verdict {
    OriginalId.judge(value).into_owned()
}

/// What was probably meant by an invalid [`OriginalId`].
#[cfg(any(test, feature = "internals"))]
pub fn suggest(value: &str) -> Option<String> {
    OriginalId.suggest(value)
}

/// The first thing wrong with an id without blanks around it.
fn problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return Some("empty");
    }
    let Some(digits) = value.strip_prefix("gh_") else {
        return Some("prefix");
    };
    if digits.chars().count() != 12 {
        return Some("length");
    }
    (!digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))).then_some("bad_char")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        OriginalId;
        meant: [
            ("GH_4AA69EE01673", Some("gh_4aa69ee01673")),
            ("gh-7eefc6189567", Some("gh_7eefc6189567")),
            ("gh_OfbfeIb0e8o3", Some("gh_0fbfe1b0e803")),
            ("gh_0fbfe7b0e803", None),
            ("gh_f215dg65ccac", None),
            ("840fd5bdc27d", None),
            ("", None),
        ];
    }
}
