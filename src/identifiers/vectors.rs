//! What the unit tests of all identifiers have in common: tables of examples, and what holds for any text whatever.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::Identifier;

/// Declares the tests of an identifier. Each table may be left out, but not moved:
///
/// - `good`: texts that are valid;
/// - `stored`: what is typed, and its stored form;
/// - `bad`: what is typed, and the reason why it is refused;
/// - `meant`: what is typed, and what is suggested;
/// - `accepts`: a pattern of texts that are all valid;
/// - `one_wrong`: a valid number, and the characters of which a wrong one in any place is found;
/// - `others`: functions beside the check, which no text may make panic.
///
/// For any text, besides: nothing panics, only invalid texts get a suggestion, a suggestion is valid, and the stored form of a
/// valid text is valid and its own stored form.
macro_rules! vectors {
    (
        $identifier:expr;
        $(good: [$($good:expr),* $(,)?];)?
        $(stored: [$($stored:expr),* $(,)?];)?
        $(bad: [$($bad:expr),* $(,)?];)?
        $(meant: [$($meant:expr),* $(,)?];)?
        $(accepts: $pattern:expr;)?
        $(one_wrong: ($sound:expr, $character:expr);)?
        $(others: |$value:ident| $others:block;)?
    ) => {
        $(#[test]
        fn good() {
            for typed in [$($good),*] {
                let verdict = $crate::identifiers::Identifier::judge(&$identifier, typed);
                assert!(verdict.valid, "{typed}: {}", verdict.reason);
            }
        })?

        $(#[test]
        fn stored() {
            for (typed, stored) in [$($stored),*] {
                let verdict = $crate::identifiers::Identifier::judge(&$identifier, typed);
                assert!(verdict.valid, "{typed}: {}", verdict.reason);
                assert_eq!(verdict.normalized, stored, "{typed}");
            }
        })?

        $(#[test]
        fn bad() {
            for (typed, reason) in [$($bad),*] {
                let verdict = $crate::identifiers::Identifier::judge(&$identifier, typed);
                assert_eq!((verdict.valid, verdict.reason), (false, reason), "{typed}");
            }
        })?

        $(#[test]
        fn suggests_one_or_nothing() {
            for (typed, meant) in [$($meant),*] {
                let suggestion = $crate::identifiers::Identifier::suggest(&$identifier, typed);
                assert_eq!(suggestion.as_deref(), meant, "{typed}");
            }
        })?

        proptest::proptest! {
            #[test]
            fn any_text_is_judged(value in proptest::arbitrary::any::<String>()) {
                $crate::identifiers::vectors::holds(&$identifier, &value)?;
                $({ let $value = value.as_str(); $others })?
            }

            $(#[test]
            fn accepts_well_formed(value in $pattern) {
                let verdict = $crate::identifiers::Identifier::judge(&$identifier, &value);
                proptest::prop_assert!(verdict.valid, "{}", verdict.reason);
                $crate::identifiers::vectors::holds(&$identifier, &value)?;
            })?

            $(#[test]
            fn one_wrong_place_is_found(at in 0..$sound.len(), character in $character) {
                let mut wrong = $sound.to_owned();
                wrong.replace_range(at..=at, &character);
                proptest::prop_assume!(wrong != $sound);
                let [sound, wrong] = [$sound, &wrong].map(|typed| $crate::identifiers::Identifier::judge(&$identifier, typed).valid);
                proptest::prop_assert!(sound && !wrong);
            })?
        }
    };
}

pub(super) use vectors;

/// What holds for an identifier and any text.
pub(super) fn holds(identifier: &dyn Identifier, typed: &str) -> Result<(), TestCaseError> {
    let verdict = identifier.judge(typed);
    let suggestion = identifier.suggest(typed);
    if verdict.valid {
        let again = identifier.judge(&verdict.normalized);
        prop_assert!(again.valid, "{}: {}", verdict.normalized, again.reason);
        prop_assert_eq!(&again.normalized, &verdict.normalized);
        prop_assert_eq!(suggestion, None);
    } else {
        prop_assert!(verdict.warnings.is_empty());
        if let Some(meant) = suggestion {
            prop_assert!(identifier.judge(&meant).valid, "{}", meant);
        }
    }
    Ok(())
}
