//! The AppID of a mini-program (`identifiers.md`, section 9).

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warning, Warnings, ascii_without};
use crate::text::normalize::fold_fullwidth_str;

/// Something else that people take for an AppID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksLike {
    /// An AppSecret, or an AppID with one behind it: it must not be kept, shown or logged.
    Secret,
    /// The id of a 企业微信 corporation, `ww…`.
    WeCom,
    /// The original id, `gh_…`.
    OriginalId,
    /// The placeholder of the developer tools, `touristappid`.
    Tourist,
}

/// `wx` and 16 hexadecimal digits in lower case; `normalized` is empty when a secret was typed.
#[derive(Debug, Clone, Copy)]
pub struct AppId;

impl Identifier for AppId {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let typed = without_blanks(typed);
        let has_capitals = typed.bytes().any(|byte| byte.is_ascii_uppercase());
        let lower = if has_capitals { Cow::Owned(typed.to_ascii_lowercase()) } else { typed.clone() };
        match problem(&lower) {
            Some(reason) if holds_secret(&lower) => Verdict::invalid(reason, ""),
            Some(reason) => Verdict::invalid(reason, typed),
            None => Verdict::valid(lower, Warnings::NONE.with(has_capitals, Warning::CASE_CHANGED)),
        }
    }
}

/// Judges a text as an [`AppId`].
pub fn check(value: &str) -> Verdict {
    AppId.judge(value).into_owned()
}

/// What else was typed in place of an AppID, when it is recognised.
pub fn looks_like(value: &str) -> Option<LooksLike> {
    let lower = without_blanks(value).to_ascii_lowercase();
    if holds_secret(&lower) {
        Some(LooksLike::Secret)
    } else if lower == "touristappid" {
        Some(LooksLike::Tourist)
    } else if lower.starts_with("gh_") {
        Some(LooksLike::OriginalId)
    } else if lower.strip_prefix("ww").is_some_and(|rest| rest.len() == 16 && is_hex(rest)) {
        Some(LooksLike::WeCom)
    } else {
        None
    }
}

/// The AppID that stands in a longer text, such as one with its label before it; `None` where there is none, another one, or a secret.
pub fn contained(value: &str) -> Option<String> {
    let lower = fold_fullwidth_str(value).to_ascii_lowercase();
    if holds_secret(&lower) {
        return None;
    }
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| problem(word).is_none());
    let found = words.next()?;
    words.all(|other| other == found).then(|| found.to_owned())
}

fn without_blanks(typed: &str) -> Cow<'_, str> {
    ascii_without(typed, |c| c == ' ')
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether 32 or more hexadecimal digits stand in a row, as in an AppSecret.
fn holds_secret(lower: &str) -> bool {
    lower.split(|c: char| !c.is_ascii_hexdigit()).any(|run| run.len() >= 32)
}

fn problem(lower: &str) -> Option<&'static str> {
    if lower.is_empty() {
        return Some("empty");
    }
    let Some(rest) = lower.strip_prefix("wx") else {
        return Some("prefix");
    };
    if rest.chars().count() != 16 {
        return Some("length");
    }
    (!is_hex(rest)).then_some("bad_char")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        AppId;
        accepts: "wx[0-9a-f]{16}";
        others: |value| { looks_like(value); };
    }

    #[test]
    fn a_secret_is_never_echoed() {
        let secret = "c7165ffde3fb7ce861d6a54da1150049";
        for typed in [secret.to_owned(), format!("wx{secret}"), secret.to_uppercase(), format!("secret={secret}")] {
            let verdict = check(&typed);
            assert!(!verdict.valid, "{typed}");
            assert_eq!(verdict.normalized, "", "{typed}");
            assert_eq!(looks_like(&typed), Some(LooksLike::Secret), "{typed}");
        }
    }

    #[test]
    fn recognises_what_else_was_typed() {
        assert_eq!(looks_like("ww9305774f7758f33e"), Some(LooksLike::WeCom));
        assert_eq!(looks_like("gh_bbf00fab0a17"), Some(LooksLike::OriginalId));
        assert_eq!(looks_like("touristappid"), Some(LooksLike::Tourist));
        assert_eq!(looks_like("wx1d9a96f8654549f6"), None);
    }

    proptest::proptest! {
        #[test]
        fn a_sound_one_looks_like_nothing_else(id in "wx[0-9a-f]{16}") {
            proptest::prop_assert_eq!(looks_like(&id), None);
        }
    }
}
