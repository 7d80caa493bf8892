//! Phone numbers of Hong Kong, Macau and Taiwan, by their shape alone (`identifiers.md`, section 8.3).

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warnings, all_digits, ascii_without};

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// +852.
    HongKong,
    /// +853.
    Macau,
    /// +886.
    Taiwan,
}

/// What a number is used for, by its first digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A mobile phone.
    Mobile,
    /// A landline.
    Fixed,
}

/// A number that carries the code of one of the three; `normalized` is E.164: `+85250529284`. Reasons: `empty`, `other_country`,
/// `bad_char`, `length`, `range`.
#[derive(Debug, Clone, Copy)]
pub struct PhoneHmt;

impl Identifier for PhoneHmt {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let number = strip(typed);
        match read(&number) {
            Ok((_, _, stored)) => Verdict::valid(stored, Warnings::NONE),
            Err(reason) => Verdict::invalid(reason, number),
        }
    }
}

/// Judges a number as a [`PhoneHmt`].
pub fn check(value: &str) -> Verdict {
    PhoneHmt.judge(value).into_owned()
}

/// Whose number it is and what for, when `check` accepts it.
pub fn kind(value: &str) -> Option<(Place, Line)> {
    read(&strip(value)).ok().map(|(place, line, _)| (place, line))
}

/// The number without blanks, dashes and brackets, with `+` for the two zeros before a country's code.
fn strip(typed: &str) -> Cow<'_, str> {
    let number = ascii_without(typed, |c| matches!(c, ' ' | '-' | '(' | ')'));
    match number.strip_prefix("00") {
        Some(rest) => Cow::Owned(format!("+{rest}")),
        None => number,
    }
}

/// Place, line and E.164 form, or the first thing wrong.
fn read(number: &str) -> Result<(Place, Line, String), &'static str> {
    if number.is_empty() {
        return Err("empty");
    }
    let codes = [("+852", Place::HongKong), ("+853", Place::Macau), ("+886", Place::Taiwan)];
    let known = codes.into_iter().find_map(|(code, place)| Some((code, place, number.strip_prefix(code)?)));
    let Some((code, place, local)) = known else { return Err("other_country") };
    let local = if place == Place::Taiwan { local.strip_prefix('0').unwrap_or(local) } else { local };
    if !local.is_empty() && !all_digits(local) {
        return Err("bad_char");
    }
    let lengths = if place == Place::Taiwan { 8..=9 } else { 8..=8 };
    if !lengths.contains(&local.len()) {
        return Err("length");
    }
    let line = line(place, local).ok_or("range")?;
    Ok((place, line, format!("{code}{local}")))
}

/// What the first digits of a local number say; nothing where no such numbers are given out.
fn line(place: Place, local: &str) -> Option<Line> {
    let starts = |starts: &[&str]| starts.iter().any(|start| local.starts_with(start));
    match place {
        Place::HongKong if starts(&["2", "3", "58"]) => Some(Line::Fixed),
        Place::HongKong if starts(&["4", "5", "6", "7", "8", "9"]) => Some(Line::Mobile),
        Place::Macau if starts(&["28", "8"]) => Some(Line::Fixed),
        Place::Macau if starts(&["6"]) => Some(Line::Mobile),
        Place::Taiwan if local.len() == 9 && starts(&["9"]) => Some(Line::Mobile),
        Place::Taiwan if starts(&["2", "3", "4", "5", "6", "7", "8"]) => Some(Line::Fixed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        PhoneHmt;
        others: |value| { kind(value); };
    }

    #[test]
    fn shapes() {
        for (value, stored, kind_of) in [
            ("+852 5052 9284", "+85250529284", (Place::HongKong, Line::Mobile)),
            ("00852-2123-4567", "+85221234567", (Place::HongKong, Line::Fixed)),
            ("＋852 5812 3456", "+85258123456", (Place::HongKong, Line::Fixed)),
            ("+853 6612 3456", "+85366123456", (Place::Macau, Line::Mobile)),
            ("+853 2812 3456", "+85328123456", (Place::Macau, Line::Fixed)),
            ("+886 0912 345 678", "+886912345678", (Place::Taiwan, Line::Mobile)),
            ("+886 (2) 2345-6789", "+886223456789", (Place::Taiwan, Line::Fixed)),
            ("+886 37 123456", "+88637123456", (Place::Taiwan, Line::Fixed)),
        ] {
            let verdict = check(value);
            assert!(verdict.valid, "{value}: {}", verdict.reason);
            assert_eq!((verdict.normalized.as_str(), kind(value)), (stored, Some(kind_of)), "{value}");
        }
    }

    #[test]
    fn reasons() {
        for (value, reason) in [
            ("", "empty"),
            ("13812341234", "other_country"),
            ("+86 13812341234", "other_country"),
            ("+1 555 0100", "other_country"),
            ("+852 5052 928O", "bad_char"),
            ("+852 5052 928", "length"),
            ("+852", "length"),
            ("+852 1052 9284", "range"),
            ("+853 5512 3456", "range"),
            ("+886 9123 4567", "range"),
        ] {
            assert_eq!(check(value).reason, reason, "{value}");
            assert_eq!(kind(value), None, "{value}");
        }
    }
}
