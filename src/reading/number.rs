//! Numbers with a check digit: found by their form, and mended where the check digit tells the one way to.

use chrono::NaiveDate;

use super::Certainty;
use super::piece::{Frame, Glyph, Piece};
use super::value::Value;
use crate::identifiers::document::Document;
use crate::identifiers::{Identifier, digit_meant, uscc};

/// The last day on which anybody whose document is read can have been born.
const LATEST: Option<NaiveDate> = NaiveDate::from_ymd_opt(2099, 12, 31);
/// Places of a card's number and of a credit code.
pub(super) const PLACES: usize = 18;

/// A number that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub text: String,
    pub value: Value,
    /// `Checked` as it was read, `Read` where one character was mended, else `Doubtful`.
    pub certainty: Certainty,
}

/// The document of a person whose number this is, told by its check digit.
pub(super) fn document(text: &str) -> Option<Document> {
    let found = Document::recognise(text, LATEST?)?;
    let checked = [Document::ResidentId, Document::HkMacauResidence, Document::TaiwanResidence, Document::ForeignPr];
    (text.len() == PLACES && checked.contains(&found)).then_some(found)
}

/// The day of birth in the number of a person's document.
pub(super) fn birth(text: &str) -> Option<NaiveDate> {
    document(text)?.birth(text, LATEST?)
}

/// Whether a text is a person's number with the right check digit.
pub(super) fn is_person(text: &str) -> bool {
    document(text).is_some()
}

/// Whether a text is a credit code with the right check digits.
pub(super) fn is_credit_code(text: &str) -> bool {
    text.len() == PLACES && uscc::CreditCode.judge(text).valid
}

/// What may be a number of 18 places: in each piece, and on the row of its label.
pub(super) fn candidates(pieces: &[Piece], beside: Option<Value>) -> Vec<Value> {
    let pieces = pieces.iter().map(Value::of);
    beside.into_iter().chain(pieces).flat_map(|value| runs(&value, PLACES)).collect()
}

/// The runs of so many letters and digits in a value, marks and blanks between them left out.
pub(super) fn runs(value: &Value, places: usize) -> Vec<Value> {
    let mut found = Vec::new();
    let mut run: Vec<Glyph> = Vec::new();
    let mut finish = |run: &mut Vec<Glyph>| {
        if run.len() == places {
            let ends = (run.first().map(|glyph| glyph.x), run.last().map(|glyph| glyph.x));
            let half = value.frame.height * 0.3;
            let frame =
                Frame { left: ends.0.unwrap_or_default() - half, right: ends.1.unwrap_or_default() + half, ..value.frame };
            found.push(Value { glyphs: std::mem::take(run), frame });
        }
        run.clear();
    };
    for glyph in &value.glyphs {
        let c = glyph.c.to_ascii_uppercase();
        if c.is_ascii_alphanumeric() || c == '|' || c == '×' {
            run.push(Glyph { c, ..glyph.clone() });
        } else if !glyph.is_blank() && !matches!(c, '.' | '·' | ',' | ':' | '-' | '\'') {
            finish(&mut run);
        }
    }
    finish(&mut run);
    found
}

/// The best number of those that may be one.
pub(super) fn best(candidates: Vec<Value>, is_right: impl Fn(&str) -> bool, alphabet: impl Fn(char) -> bool) -> Option<Number> {
    let numbers = candidates.into_iter().filter_map(|value| checked(value, &is_right, &alphabet));
    // Of several that are equally certain the first, which is the one beside its label.
    let mut best: Option<Number> = None;
    for number in numbers {
        if best.as_ref().is_none_or(|known| number.certainty > known.certainty) {
            best = Some(number);
        }
    }
    best
}

/// How many different numbers with a right check digit there are.
pub(super) fn count(candidates: &[Value], is_right: impl Fn(&str) -> bool) -> usize {
    let mut right: Vec<String> = candidates.iter().map(Value::text).filter(|text| is_right(text)).collect();
    right.sort_unstable();
    right.dedup();
    right.len()
}

fn checked(value: Value, is_right: &impl Fn(&str) -> bool, alphabet: &impl Fn(char) -> bool) -> Option<Number> {
    let text = value.text();
    if is_right(&text) {
        return Some(Number { text, value, certainty: Certainty::Checked });
    }
    if let Some(text) = mended(&value.glyphs, is_right, alphabet) {
        return Some(Number { text, value, certainty: Certainty::Read });
    }
    // A word in capital letters is no number.
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (digits >= PLACES - 6).then_some(Number { text, value, certainty: Certainty::Doubtful })
}

/// The only number with a right check digit that differs in one character, which was read as the second or third likeliest or
/// looks like it.
fn mended(glyphs: &[Glyph], is_right: &impl Fn(&str) -> bool, alphabet: &impl Fn(char) -> bool) -> Option<String> {
    let strange: Vec<usize> = (0..glyphs.len()).filter(|at| !alphabet(glyphs[*at].c)).collect();
    if strange.len() > 1 {
        return None;
    }
    let text: Vec<char> = glyphs.iter().map(|glyph| glyph.c).collect();
    let mut found: Option<String> = None;
    for (at, glyph) in glyphs.iter().enumerate() {
        if !strange.is_empty() && !strange.contains(&at) {
            continue;
        }
        let others = glyph.others.iter().map(|(other, _)| other.to_ascii_uppercase());
        for other in others.chain(looks_like(glyph.c)).filter(|other| *other != glyph.c && alphabet(*other)) {
            let mut changed = text.clone();
            changed[at] = other;
            let changed: String = changed.into_iter().collect();
            if is_right(&changed) && found.as_ref() != Some(&changed) {
                if found.is_some() {
                    return None;
                }
                found = Some(changed);
            }
        }
    }
    found
}

/// What a character may have been taken for.
fn looks_like(c: char) -> Option<char> {
    digit_meant(c).or(match c {
        'D' | 'Q' | 'U' => Some('0'),
        '|' => Some('1'),
        'B' => Some('8'),
        'G' => Some('6'),
        '×' => Some('X'),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, others: &[(usize, char)]) -> Value {
        let glyph = |(at, c): (usize, char)| Glyph {
            c,
            likely: 0.9,
            others: others.iter().filter(|(place, _)| *place == at).map(|(_, other)| (*other, 0.1)).collect(),
            x: at as f32,
        };
        let frame = Frame { left: 0.0, right: 20.0, y: 0.0, height: 1.0 };
        Value { glyphs: text.chars().enumerate().map(glyph).collect(), frame }
    }

    fn read(text: &str, others: &[(usize, char)]) -> Option<(String, Certainty)> {
        let found = best(runs(&value(text, others), PLACES), is_person, |c| c.is_ascii_digit() || c == 'X');
        found.map(|number| (number.text, number.certainty))
    }

    #[test]
    fn a_check_digit_vouches_and_mends_in_one_way_only() {
        let right = "11010519491231002X";
        let found = |text: &str, certainty| Some((text.to_owned(), certainty));
        assert_eq!(read(right, &[]), found(right, Certainty::Checked));
        assert_eq!(read("号码:110105 19491231 002x", &[]), found(right, Certainty::Checked));
        assert_eq!(read("1101O519491231002X", &[]), found(right, Certainty::Read));
        assert_eq!(read("11010519491231002×", &[]), found(right, Certainty::Read));
        assert_eq!(read("110105194912310027", &[(17, 'X')]), found(right, Certainty::Read));
        // Nothing says which character is wrong.
        assert_eq!(read("110105194912310027", &[]), found("110105194912310027", Certainty::Doubtful));
        // Two characters are.
        assert_eq!(read("11O1O519491231002X", &[]), found("11O1O519491231002X", Certainty::Doubtful));
        assert_eq!(read("1101051949123100", &[]), None);
        assert_eq!(read("ABCDEFGHIJKLMNOPQR", &[]), None);
    }

    #[test]
    fn two_ways_to_mend_are_none() {
        // 7 → X at the end, or another place that gives the same remainder.
        let wrong = "110105194912310027";
        let ways: Vec<(usize, char)> = (0..17)
            .flat_map(|at| "0123456789".chars().map(move |c| (at, c)))
            .filter(|(at, c)| {
                let mut text: Vec<char> = wrong.chars().collect();
                text[*at] = *c;
                is_person(&text.into_iter().collect::<String>())
            })
            .collect();
        let other = ways.first().expect("one digit in eleven fits");
        assert!(read(wrong, &[*other]).is_some_and(|(_, certainty)| certainty == Certainty::Read));
        assert_eq!(read(wrong, &[*other, (17, 'X')]).map(|(_, certainty)| certainty), Some(Certainty::Doubtful));
    }
}
