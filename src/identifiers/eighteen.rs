//! What the numbers of 18 places for people have in common, whoever gives them out: six digits of kind and place, the day of
//! birth, a sequence number of three digits and a check character by MOD 11-2 (`identifiers.md`, sections 2.4, 3, 4 and 6).

use chrono::{Datelike, NaiveDate};

use super::check_chars::mod_11_2;
use super::{all_digits, digit_meant};

/// The first 17 places of a compact value, when all are digits and the last is a digit or X.
pub(super) fn body(value: &str) -> Option<&str> {
    let (body, last) = value.split_at_checked(17)?;
    let last_fits = matches!(last.as_bytes(), [b'0'..=b'9' | b'X']);
    (last_fits && all_digits(body)).then_some(body)
}

/// Whether the last place is the check character of the others.
pub(super) fn check_fits(value: &str) -> bool {
    body(value).and_then(mod_11_2) == value.chars().last()
}

/// The day in places 7 to 14, when there is such a day in the proleptic Gregorian calendar.
pub(super) fn birth(body: &str) -> Option<NaiveDate> {
    let number = |range| body.get(range).and_then(|digits: &str| digits.parse::<u32>().ok());
    let year = i32::try_from(number(6..10)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(10..12)?, number(12..14)?)
}

/// What is wrong with the day of birth in places 7 to 14.
pub(super) fn birth_problem(body: &str, today: NaiveDate) -> Option<&'static str> {
    match birth(body) {
        None => Some("birth_date"),
        Some(birth) if birth.year() < 1900 => Some("birth_range"),
        Some(birth) if birth > today => Some("birth_future"),
        Some(_) => None,
    }
}

/// The number that was meant by one refused for `reason`: look-alike characters replaced, or strange ones left out. Nothing is
/// meant by 18 digits that do not fit: one mistyped digit, which has eighteen candidates, explains them as well as two exchanged ones.
pub(super) fn suggest(value: &str, reason: &str, fits: impl Fn(&String) -> bool) -> Option<String> {
    match reason {
        "bad_char" => Some(without_look_alikes(value)).filter(fits),
        "length" => Some(without_strangers(value)).filter(fits),
        _ => None,
    }
}

/// Only the characters that a number can hold, such as dots between its parts leave behind.
fn without_strangers(value: &str) -> String {
    value.chars().filter(|c| c.is_ascii_digit() || *c == 'X').collect()
}

/// Characters that look like a digit, or at the end like an X, replaced by it.
fn without_look_alikes(value: &str) -> String {
    let replace = |(at, c): (usize, char)| match c {
        'Х' | 'х' | 'Χ' | 'χ' | '×' | 'Ⅹ' | 'ⅹ' if at == 17 => 'X',
        c => digit_meant(c).unwrap_or(c),
    };
    value.chars().enumerate().map(replace).collect()
}
