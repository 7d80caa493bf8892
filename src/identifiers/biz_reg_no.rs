//! 营业执照注册号 (GS 15-2006; `identifiers.md`, sections 2.4 and 7.2): what business licences carried before the unified social
//! credit code, valid until the end of 2017.

use super::check_chars::mod_11_10;
use super::{Verdict, Warning, all_digits, digit_meant, is_mainland_province, neighbours_swapped, only};
use crate::text::normalize::{Mode, normalize};

/// Checks a number of 15 digits. Even a sound one raises a question: the unified social credit code has replaced it.
pub fn check(value: &str) -> Verdict {
    let value = normalize(value, Mode::Compact).value;
    match problem(&value) {
        Some(reason) => Verdict::invalid(reason, value),
        None => Verdict::valid(value, vec![Warning::confirm("superseded_by_uscc")]),
    }
}

/// The number that was probably meant by an invalid one: look-alike letters replaced, or two neighbours swapped. To be offered,
/// never applied; nothing when there is more than one way.
pub fn suggest(value: &str) -> Option<String> {
    let value = normalize(value, Mode::Compact).value;
    let fits = |candidate: &String| problem(candidate).is_none();
    match problem(&value)? {
        "bad_char" => Some(value.chars().map(|c| digit_meant(c).unwrap_or(c)).collect()).filter(fits),
        "province" | "check_digit" => only(neighbours_swapped(&value).filter(fits)),
        _ => None,
    }
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
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn suggests_one_or_nothing() {
        for (typed, meant) in [
            ("65900217855599O", Some("659002178555990")),
            ("569002178555990", Some("659002178555990")),
            ("659002178555990", None),
            ("企独粤穗总字第009585", None),
            ("6209825092859", None),
            ("", None),
        ] {
            assert_eq!(suggest(typed).as_deref(), meant, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            check(&value);
            suggest(&value);
        }

        #[test]
        fn one_wrong_digit_is_found(at in 0usize..15, digit in 0u32..10) {
            let mut wrong: Vec<char> = "659002178555990".chars().collect();
            let digit = char::from_digit(digit, 10).expect("digit");
            prop_assume!(wrong[at] != digit);
            wrong[at] = digit;
            prop_assert!(!check(&wrong.iter().collect::<String>()).valid);
        }
    }
}
