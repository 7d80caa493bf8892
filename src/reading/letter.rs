//! Letters and permits of prior approval: what is in print on them and can be told without understanding their text.

use super::label::{Anchored, Mark, Word};
use super::piece::{Piece, is_ideograph};
use super::value::Value;
use super::{Certainty, Finds, What, card, dates, draft, number};
use crate::catalog::province::{Province, of_bureau};
use crate::identifiers::date::When;

/// What titles of letters end in.
const LETTERS: [&str; 13] =
    ["授权书", "委托书", "承诺书", "承诺函", "说明", "声明", "证明", "告知书", "通知书", "更名函", "协议", "方案", "方案书"];
/// What titles of permits end in.
const APPROVALS: [&str; 7] = ["许可证", "批准书", "批准证书", "备案证", "核准书", "批复", "资格证书"];
/// A title has no more ideographs.
const LONGEST_TITLE: usize = 26;

/// What the name of a bureau ends in.
const BUREAU: &str = "通信管理局";
/// What stands before it in a letter.
const SALUTATIONS: [&str; 3] = ["致", "尊敬的", "此致"];

/// What stands before days in a letter that are not its own.
const OTHER_DAYS: [&str; 6] = ["有效期", "至", "截止", "到期", "出生", "生日"];

/// Labels beside the names in a letter.
const PEOPLE: [Word; 12] = [
    (Mark::Name, "被授权人"),
    (Mark::Name, "被授权人姓名"),
    (Mark::Name, "被委托人"),
    (Mark::Name, "受托人"),
    (Mark::LegalPerson, "授权人"),
    (Mark::LegalPerson, "授权人签字"),
    (Mark::LegalPerson, "委托人"),
    (Mark::LegalPerson, "承诺人"),
    (Mark::LegalPerson, "法定代表人签字"),
    (Mark::LegalPerson, "法定代表人（签字）"),
    (Mark::LegalPerson, "签字"),
    (Mark::Founded, "日期"),
];
/// Labels of permits.
const PERMIT: [Word; 10] = [
    (Mark::Number, "许可证编号"),
    (Mark::Number, "许可证号"),
    (Mark::Number, "批准文号"),
    (Mark::Number, "证书编号"),
    (Mark::Number, "经营许可证编号"),
    (Mark::Number, "编号"),
    (Mark::Number, "证号"),
    (Mark::Validity, "有效期限"),
    (Mark::Validity, "有效期至"),
    (Mark::Validity, "有效期"),
];

/// The title of a letter: a line of its own near the top that is set larger than the text, or not smaller in a short letter.
pub(super) fn title(pieces: &[Piece]) -> Option<&Piece> {
    titled(pieces, &LETTERS)
}

/// The title of a permit.
pub(super) fn approval_title(pieces: &[Piece]) -> Option<&Piece> {
    titled(pieces, &APPROVALS)
}

/// Adds the title as a value.
fn head(finds: &mut Finds<'_>, title: Option<&Piece>) {
    if let Some(title) = title {
        let value = Value::of(title);
        finds.add(What::Title, draft::words(&value.text()), &value, Certainty::Read);
    }
}

fn titled<'a>(pieces: &'a [Piece], endings: &[&str]) -> Option<&'a Piece> {
    let median = |of: fn(&Piece) -> f32| {
        let mut all: Vec<f32> = pieces.iter().map(of).collect();
        all.sort_by(f32::total_cmp);
        all.get(all.len() / 2).copied()
    };
    // Frames have a rim, which is more of a low line; from one character to the next there is none.
    let (height, pitch) = (median(|piece| piece.frame.height)?, median(|piece| piece.pitch)?);
    let is_larger = |piece: &Piece| piece.frame.height >= 1.15 * height || piece.pitch >= 1.25 * pitch;
    let (top, bottom) = (pieces.first()?.frame.y, pieces.last()?.frame.y);
    pieces.iter().take_while(|piece| piece.frame.y <= top + 0.4 * (bottom - top)).find(|piece| {
        let text = piece.text();
        let is_title = endings.iter().any(|ending| text.ends_with(ending)) && text.chars().count() <= LONGEST_TITLE;
        let is_words = text.chars().filter(|c| is_ideograph(*c)).count() * 10 >= text.chars().count() * 8;
        is_title && is_words && is_larger(piece)
    })
}

/// The values of a letter.
pub(super) fn letter(finds: &mut Finds<'_>) {
    head(finds, title(&finds.sheet.pieces));
    addressee(finds);
    numbers(finds);
    let anchored = Anchored::of(&finds.sheet.pieces, &PEOPLE);
    // Who is authorised may stand in a table; beside a line to sign on there is more than a name.
    for (mark, what, reach) in [(Mark::Name, What::Authorised, 20.0), (Mark::LegalPerson, What::Signatory, 4.0)] {
        if let Some((value, text)) = anchored.beside(mark, reach).and_then(|value| name(&value)) {
            finds.add(what, text, &value, Certainty::Read);
        }
    }
    // A letter is dated at its end; days in its text are others.
    let last = finds.sheet.pieces.iter().rev().take(8).map(Value::of);
    let dated = anchored.beside(Mark::Founded, 4.0).into_iter().chain(last);
    let is_of_letter = |value: &Value| {
        let text = value.text();
        value.glyphs.len() <= 20 && !OTHER_DAYS.iter().any(|word| text.contains(word))
    };
    let found = dated.filter(is_of_letter).find_map(|value| Some((dates::day(&value.text())?, value)));
    if let Some((day, value)) = found {
        finds.add(What::LetterDay, day.to_string(), &value, Certainty::Read);
    }
}

/// The bureau on a line of its own: in running text any bureau may be mentioned.
fn addressee(finds: &mut Finds<'_>) {
    let bureau = |piece: &Piece| {
        let text = piece.text();
        let text = text.trim_end_matches([':', '：', ',', '，', '。']);
        let named = SALUTATIONS.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        let named = named.trim_start_matches([':', '：']);
        let place = named.strip_suffix(BUREAU)?;
        let is_its_name = |province: &Province| [province.name, province.short.zh].contains(&place);
        of_bureau(named).is_some_and(is_its_name).then(|| named.to_owned())
    };
    let found = finds.sheet.pieces.iter().find_map(|piece| Some((bureau(piece)?, Value::of(piece))));
    if let Some((named, value)) = found {
        finds.add(What::Addressee, named, &value, Certainty::Read);
    }
}

/// Whose letter it is, as far as numbers tell that stand their check: those of people, and the only credit code.
fn numbers(finds: &mut Finds<'_>) {
    let pieces = &finds.sheet.pieces;
    // A number may begin on one line and end on the next.
    let broken = pieces
        .iter()
        .zip(pieces.iter().skip(1))
        .map(|(one, next)| Value { glyphs: one.glyphs.iter().chain(&next.glyphs).cloned().collect(), frame: one.frame });
    let values = pieces.iter().map(Value::of).chain(broken);
    let all: Vec<Value> = values.flat_map(|value| number::runs(&value, number::PLACES)).collect();
    let mut people: Vec<(String, &Value)> = Vec::new();
    let mut codes = people.clone();
    for value in &all {
        let text = value.text();
        // What stands both checks is told to be neither.
        let found = match (number::is_person(&text), number::is_credit_code(&text)) {
            (true, false) => &mut people,
            (false, true) => &mut codes,
            _ => continue,
        };
        if found.iter().all(|(other, _)| *other != text) {
            found.push((text, value));
        }
    }
    if let Some((_, first)) = people.first() {
        let text = people.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join(" ");
        finds.add(What::Numbers, text, first, Certainty::Checked);
    }
    if let [(code, value)] = &codes[..] {
        finds.add(What::CreditCode, code.as_str(), value, Certainty::Checked);
    }
}

/// A name behind a label and what stands in brackets after that, up to the first sign that belongs to none.
fn name(value: &Value) -> Option<(Value, String)> {
    let is_open = value.glyphs.first().is_some_and(|glyph| matches!(glyph.c, '(' | '（'));
    let behind = if is_open { value.glyphs.iter().position(|glyph| matches!(glyph.c, ')' | '）'))? } else { 0 };
    let rest: Vec<_> = value.glyphs.iter().skip(behind).skip_while(|glyph| !is_ideograph(glyph.c)).cloned().collect();
    let end = rest.iter().position(|glyph| !is_ideograph(glyph.c) && glyph.c != '·').unwrap_or(rest.len());
    let value = Value { glyphs: rest.into_iter().take(end).collect(), frame: value.frame };
    let text = card::person(&value).filter(|text| text.chars().count() <= 4 || text.contains('·'))?;
    Some((value, text))
}

/// The values of a permit of prior approval.
pub(super) fn approval(finds: &mut Finds<'_>) {
    head(finds, approval_title(&finds.sheet.pieces));
    let anchored = Anchored::of(&finds.sheet.pieces, &PERMIT);
    if let Some(value) = anchored.beside(Mark::Number, 5.0) {
        let text = draft::words(&value.text());
        let text = text.trim_start_matches([':', '.']);
        // A number has digits.
        if text.chars().filter(char::is_ascii_digit).count() >= 3 {
            finds.add(What::Number, text, &value, Certainty::Read);
        }
    }
    if let Some(value) = anchored.beside(Mark::Validity, 6.0) {
        let text = value.text();
        let end = match dates::period(&text) {
            Some((_, end)) => Some(end),
            None if text.contains("长期") => Some(When::LongTerm),
            None => dates::day(&text).map(When::Day),
        };
        if let Some(end) = end {
            finds.add(What::ValidTo, draft::when(end), &value, Certainty::Read);
        }
    }
}

#[cfg(test)]
#[path = "letter_tests.rs"]
mod tests;
