//! The machine-readable lines of passports (TD3: two of 44) and cards (TD1: three of 30), after ICAO Doc 9303.

use chrono::{Datelike, NaiveDate};

use super::piece::Piece;
use super::value::Value;
use super::{Certainty, What};
use crate::identifiers::digit_meant;

/// Signs of a line of a passport.
const PASSPORT_LINE: usize = 44;
/// Signs of a line of a card.
const CARD_LINE: usize = 30;
/// How many fillers may have been lost or added.
const SLACK: usize = 8;
/// Nobody's age is told by two digits of a year; a document of a child is seldom read.
const ADULT: i32 = 18;

/// What the machine-readable lines say.
#[derive(Debug, Clone)]
pub(super) struct Mrz {
    /// Two lines of a passport; three of a card otherwise.
    pub is_passport: bool,
    /// Whether all check digits are right.
    pub is_right: bool,
    /// Another document's lines are in the picture.
    pub is_double: bool,
    surname: String,
    given: String,
    number: String,
    birth: String,
    sex: char,
    expiry: String,
    /// Whether the check digits of number, birth and expiry are right.
    right: [bool; 3],
    names: Value,
    data: Value,
}

/// The machine-readable lines on a page; `None` where there are none, or none that can be read.
pub(super) fn find(pieces: &[Piece]) -> Option<Mrz> {
    let lines: Vec<(String, Value)> = lines(pieces);
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        [one, other] => passport(one, other),
        _ => None,
    });
    let triples = lines.windows(3).filter_map(|three| match three {
        [one, other, third] => card(one, other, third),
        _ => None,
    });
    let mut found: Vec<Mrz> = pairs.chain(triples).collect();
    let first = found.iter().position(|mrz| mrz.is_right).unwrap_or(0);
    let count = found.len();
    (first < count).then(|| Mrz { is_double: count > 1, ..found.swap_remove(first) })
}

/// The lines that consist of capital letters, digits and fillers, from the top; what gaps have parted is put together.
fn lines(pieces: &[Piece]) -> Vec<(String, Value)> {
    let mut rows: Vec<(String, Value)> = Vec::new();
    for piece in pieces {
        let text: String = piece.glyphs.iter().filter(|glyph| !glyph.is_blank()).filter_map(|glyph| signs(glyph.c)).collect();
        let known = text.chars().filter(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == '<').count();
        if text.is_empty() || known * 10 < piece.glyphs.iter().filter(|glyph| !glyph.is_blank()).count() * 9 {
            continue;
        }
        let value = Value::of(piece);
        match rows.last_mut() {
            Some((row, frame)) if frame.frame.is_beside(&value.frame) && !row.is_empty() => {
                if value.frame.left > frame.frame.left {
                    row.push_str(&text);
                    frame.glyphs.extend(value.glyphs);
                } else {
                    row.insert_str(0, &text);
                }
                frame.frame = frame.frame.with(value.frame);
            }
            _ => rows.push((text, value)),
        }
    }
    rows.retain(|(text, _)| text.len() + SLACK >= CARD_LINE && text.len() <= PASSPORT_LINE + SLACK);
    rows
}

/// The signs that a character stands for; `None` for one that is none.
fn signs(c: char) -> Option<char> {
    match c {
        '<' | '《' | '«' | '〈' | '‹' | '(' | '＜' | '∠' | 'く' => Some('<'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_uppercase()),
        _ => None,
    }
}

/// The value of a sign (Doc 9303, part 3, section 4.9).
fn worth(c: char) -> Option<u32> {
    if c == '<' { Some(0) } else { c.to_digit(36) }
}

/// Whether a digit is the check digit of signs.
fn checks(signs: &str, digit: &str) -> bool {
    let sum: Option<u32> =
        signs.chars().zip([7, 3, 1].into_iter().cycle()).try_fold(0, |sum, (c, weight)| Some(sum + worth(c)? * weight));
    let digit = digit.chars().next().and_then(|c| c.to_digit(10));
    sum.zip(digit).is_some_and(|(sum, digit)| sum % 10 == digit)
}

/// Digits, where only digits can stand.
fn digits(text: &str) -> String {
    let meant = |c: char| match c {
        'D' | 'Q' => '0',
        'B' => '8',
        'G' => '6',
        c => digit_meant(c).unwrap_or(c),
    };
    text.chars().map(meant).collect()
}

/// Letters, where only letters can stand.
fn letters(text: &str) -> String {
    let meant = |c: char| match c {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '8' => 'B',
        c => c,
    };
    text.chars().map(meant).collect()
}

/// A line of so many signs: fillers that were lost or added stand in its longest run of them.
fn padded(text: &str, length: usize) -> Option<String> {
    let count = text.len();
    if count == length {
        return Some(text.to_owned());
    }
    let mut best = (0, 0);
    let mut from = None;
    for (at, c) in text.char_indices().chain([(count, ' ')]) {
        match (c, from) {
            ('<', None) => from = Some(at),
            ('<', Some(_)) | (_, None) => {}
            (_, Some(start)) => {
                if at - start > best.1 {
                    best = (start, at - start);
                }
                from = None;
            }
        }
    }
    let (start, run) = best;
    let wanted = (run + length).checked_sub(count).filter(|wanted| *wanted > 0 && run > 1 && wanted.abs_diff(run) <= SLACK)?;
    Some(format!("{}{}{}", text.get(..start)?, "<".repeat(wanted), text.get(start + run..)?))
}

/// Surname and given names.
fn names(text: &str) -> Option<(String, String)> {
    let text = letters(text);
    let (surname, rest) = text.split_once("<<")?;
    let given = rest.split("<<").next().unwrap_or_default();
    let plain = |part: &str| part.split('<').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let (surname, given) = (plain(surname), plain(given));
    let is_name = |part: &str| part.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
    (!surname.is_empty() && is_name(&surname) && is_name(&given)).then_some((surname, given))
}

fn passport(one: &(String, Value), other: &(String, Value)) -> Option<Mrz> {
    let first = padded(&one.0, PASSPORT_LINE).or_else(|| one.0.starts_with('P').then(|| one.0.clone()))?;
    let second = padded(&other.0, PASSPORT_LINE)?;
    if !first.starts_with('P') || first.len() < 20 {
        return None;
    }
    let (surname, given) = names(first.get(5..)?)?;
    let part = |from: usize, to: usize| second.get(from..to);
    let checks_of = |signs: &str, digit: &str| checks(signs, &digits(digit));
    let (number, digit) = (part(0, 9)?, part(9, 10)?);
    // A letter may stand anywhere in a number; what looks like one is settled by the check digit.
    let (number, number_right) = settled(number, digit);
    let (birth, expiry) = (digits(part(13, 19)?), digits(part(21, 27)?));
    let (birth_right, expiry_right) = (checks_of(&birth, part(19, 20)?), checks_of(&expiry, part(27, 28)?));
    let (own, own_digit) = (part(28, 42)?, part(42, 43)?);
    let own_right = own.chars().all(|c| c == '<') && own_digit == "<" || checks_of(own, own_digit);
    let own_digit = if own_digit == "<" { "<".to_owned() } else { digits(own_digit) };
    let whole =
        format!("{number}{}{birth}{}{expiry}{}{own}{own_digit}", digits(digit), digits(part(19, 20)?), digits(part(27, 28)?));
    let whole_right = checks_of(&whole, part(43, 44)?);
    let right = [number_right, birth_right, expiry_right];
    // Of writing that is none of this, no check digit is right but by chance.
    if right.iter().filter(|right| **right).count() < 2 {
        return None;
    }
    Some(Mrz {
        is_passport: true,
        is_right: right.iter().all(|right| *right) && own_right && whole_right,
        is_double: false,
        surname,
        given,
        number: number.trim_end_matches('<').to_owned(),
        birth,
        sex: part(20, 21)?.chars().next()?,
        expiry,
        right,
        names: one.1.clone(),
        data: other.1.clone(),
    })
}

/// A number and whether its check digit is right: as it was read, or with digits where letters look like them.
fn settled(number: &str, digit: &str) -> (String, bool) {
    let digit = digits(digit);
    if checks(number, &digit) {
        return (number.to_owned(), true);
    }
    let (head, tail) = number.split_at_checked(1).unwrap_or((number, ""));
    let meant = format!("{head}{}", digits(tail));
    if checks(&meant, &digit) { (meant, true) } else { (number.to_owned(), false) }
}

fn card(one: &(String, Value), other: &(String, Value), third: &(String, Value)) -> Option<Mrz> {
    let first = padded(&one.0, CARD_LINE)?;
    let second = padded(&other.0, CARD_LINE)?;
    if !first.starts_with(['A', 'C', 'I']) {
        return None;
    }
    let part = |from: usize, to: usize| second.get(from..to);
    let (mut number, mut digit) = (first.get(5..14)?.to_owned(), first.get(14..15)?.to_owned());
    let rest = first.get(15..)?;
    if digit == "<" {
        // A number longer than nine signs goes on behind its place, its check digit last.
        let more = rest.split('<').next().unwrap_or_default();
        let (tail, last) = more.split_at_checked(more.len().checked_sub(1)?)?;
        number = format!("{number}<{tail}");
        last.clone_into(&mut digit);
    }
    let number_right = checks(&number, &digits(&digit));
    let (birth, expiry) = (digits(part(0, 6)?), digits(part(8, 14)?));
    let right = [number_right, checks(&birth, &digits(part(6, 7)?)), checks(&expiry, &digits(part(14, 15)?))];
    if right.iter().filter(|right| **right).count() < 2 {
        return None;
    }
    let whole = format!("{}{birth}{}{expiry}{}{}", first.get(5..)?, digits(part(6, 7)?), digits(part(14, 15)?), part(18, 29)?);
    let whole_right = checks(&whole, &digits(part(29, 30)?));
    let (surname, given) = names(&third.0)?;
    Some(Mrz {
        is_passport: false,
        is_right: right.iter().all(|right| *right) && whole_right,
        is_double: false,
        surname,
        given,
        number: number.chars().filter(|c| *c != '<').collect(),
        birth,
        sex: part(7, 8)?.chars().next()?,
        expiry,
        right,
        names: third.1.clone(),
        data: other.1.clone(),
    })
}

impl Mrz {
    /// What it says, each with how certain it is: checked where its own check digit and that of the whole are right.
    pub(super) fn values(&self) -> Vec<(What, String, Value, Certainty)> {
        let of = |right: bool| match (right, self.is_right) {
            (true, true) => Certainty::Checked,
            (true, false) => Certainty::Read,
            (false, _) => Certainty::Doubtful,
        };
        let [number, birth_right, expiry_right] = self.right;
        let mut values = vec![(What::Number, self.number.clone(), self.data.clone(), of(number))];
        let name = format!("{},{}", self.surname, self.given);
        values.push((What::LatinName, name.trim_end_matches(',').to_owned(), self.names.clone(), Certainty::Read));
        let expiry = day(&self.expiry, 2000);
        if let Some(day) = expiry {
            values.push((What::ValidTo, day.to_string(), self.data.clone(), of(expiry_right)));
        }
        if let Some(birth) = expiry.and_then(|expiry| birth(&self.birth, expiry)) {
            let clear = expiry.is_some_and(|expiry| expiry.year() - birth.year() >= ADULT);
            let certainty = if clear { of(birth_right) } else { of(birth_right).min(Certainty::Read) };
            values.push((What::Birth, birth.to_string(), self.data.clone(), certainty));
        }
        let sex = match self.sex {
            'M' => Some("男"),
            'F' => Some("女"),
            _ => None,
        };
        values.extend(sex.map(|sex| (What::Sex, sex.to_owned(), self.data.clone(), Certainty::Read)));
        values
    }
}

/// The day of six digits in a century.
fn day(text: &str, century: i32) -> Option<NaiveDate> {
    let number = |from: usize| text.get(from..from + 2)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(century + i32::try_from(number(0)?).ok()?, number(2)?, number(4)?)
}

/// The later day of birth that lies before the document's end.
fn birth(text: &str, expiry: NaiveDate) -> Option<NaiveDate> {
    [2000, 1900].into_iter().filter_map(|century| day(text, century)).find(|birth| *birth < expiry)
}
