//! What a check found.

use std::borrow::Cow;

use super::warning::Warnings;

/// What a check found. `Text` is the text in which the normal form is kept: a `String`, or a `Cow` where it may be the typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict<Text = String> {
    /// Whether the value may be used; if not, the field is blocked.
    pub valid: bool,
    /// The first thing that is wrong, as the specification names it; `ok` (or the subtype of a filing number) otherwise.
    pub reason: &'static str,
    /// The value in the form to store; for an invalid one only of use for showing. Never holds a recognised secret.
    pub normalized: Text,
    /// What does not block; none for an invalid value.
    pub warnings: Warnings,
}

/// A verdict on a typed text, which it borrows if that is in its normal form already: then nothing is allocated.
pub type Judged<'a> = Verdict<Cow<'a, str>>;

impl<'a> Judged<'a> {
    pub(super) fn valid(normalized: impl Into<Cow<'a, str>>, warnings: Warnings) -> Self {
        Self { valid: true, reason: "ok", normalized: normalized.into(), warnings }
    }

    pub(super) fn invalid(reason: &'static str, normalized: impl Into<Cow<'a, str>>) -> Self {
        Self { valid: false, reason, normalized: normalized.into(), warnings: Warnings::NONE }
    }

    /// The same verdict with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Verdict {
        let Self { valid, reason, normalized, warnings } = self;
        Verdict { valid, reason, normalized: normalized.into_owned(), warnings }
    }
}
