//! Travel permits of residents of Hong Kong, Macao and Taiwan, the permanent residence card of foreigners, and passports.

use super::label::{Anchored, Mark, Word};
use super::piece::is_ideograph;
use super::value::Value;
use super::{Certainty, DocumentKind, Finds, What, card, dates, mrz, number};
use crate::identifiers::Identifier;
use crate::identifiers::document::Document;
use crate::identifiers::{foreign_pr::ForeignPr, hk_macau_permit::HkMacauPermit, taiwan_permit::TaiwanPermit};

/// Labels of permits and passports.
pub(super) const WORDS: [Word; 11] = [
    (Mark::Name, "姓名"),
    (Mark::Sex, "性别"),
    (Mark::Birth, "出生日期"),
    (Mark::Validity, "有效期限"),
    (Mark::Validity, "有效期至"),
    (Mark::Authority, "签发机关"),
    (Mark::Number, "证件号码"),
    (Mark::Number, "证件编号"),
    (Mark::Number, "护照号码"),
    (Mark::Nationality, "国籍"),
    (Mark::Founded, "签发日期"),
];

/// The values of a permit.
pub(super) fn permit(finds: &mut Finds<'_>, kind: DocumentKind) {
    let anchored = Anchored::of(&finds.sheet.pieces, &WORDS);
    if let Some(mrz) = mrz::find(&finds.sheet.pieces) {
        // The number of a card in its machine-readable lines is another one on some of them.
        for seen in mrz.values().iter().filter(|(what, ..)| *what != What::Number) {
            let (what, text, value, certainty) = seen;
            finds.add(*what, text.clone(), value, *certainty);
        }
    }
    names(finds, &anchored);
    let sex = anchored.near(Mark::Sex).into_iter().filter_map(|value| value.only(|c| matches!(c, '男' | '女')));
    if let Some(value) = sex.into_iter().find(|value| value.glyphs.len() == 1) {
        finds.add(What::Sex, value.text(), &value, Certainty::Read);
    }
    let born = anchored.near(Mark::Birth).into_iter().find_map(|value| Some((dates::day(&value.text())?, value)));
    if let Some((day, value)) = &born {
        finds.add(What::Birth, day.to_string(), value, Certainty::Read);
    }
    card::period(finds, &anchored, &[5, 10]);
    let near = anchored.near(Mark::Number).into_iter();
    let all = near.chain(anchored.rest.iter().map(Value::of));
    if kind == DocumentKind::Person(Document::ForeignPr) {
        foreigners_number(finds, &anchored, born.map(|(day, _)| day));
    } else if let Some((text, value)) = all.filter_map(|value| number_of(&value, kind)).next() {
        finds.add(What::Number, text, &value, Certainty::Read);
    }
}

/// The number of a travel permit; it has no check digit.
fn number_of(value: &Value, kind: DocumentKind) -> Option<(String, Value)> {
    let is_taiwan = kind == DocumentKind::Person(Document::TaiwanPermit);
    let places = if is_taiwan { 8 } else { 9 };
    let run = number::runs(value, places).into_iter().next()?;
    let text = run.text();
    let meant = |verdict: bool, suggestion: Option<String>| if verdict { Some(text.clone()) } else { suggestion };
    let found = if is_taiwan {
        meant(TaiwanPermit.judge(&text).valid, TaiwanPermit.suggest(&text))
    } else {
        meant(HkMacauPermit.judge(&text).valid, HkMacauPermit.suggest(&text))
    }?;
    // Eight digits may be a day.
    (dates::day(&found).is_none() || !is_taiwan).then_some((found, run))
}

/// The number on a foreigner's permanent residence card: 18 places with a check digit, 15 without one before.
fn foreigners_number(finds: &mut Finds<'_>, anchored: &Anchored, born: Option<chrono::NaiveDate>) {
    let candidates = number::candidates(&anchored.rest, anchored.beside(Mark::Number, 12.0));
    let is_foreigner = |text: &str| number::document(text) == Some(Document::ForeignPr);
    if let Some(found) = number::best(candidates, is_foreigner, |c| c.is_ascii_digit() || c == 'X') {
        let agrees = born.zip(number::birth(&found.text)).map(|(one, other)| one == other);
        let certainty = match found.certainty {
            _ if agrees == Some(false) => Certainty::Doubtful,
            Certainty::Read if agrees == Some(true) => Certainty::Checked,
            certainty => certainty,
        };
        if certainty > Certainty::Doubtful {
            finds.add(What::Number, found.text.clone(), &found.value, certainty);
            return;
        }
    }
    let all = anchored.near(Mark::Number).into_iter().chain(anchored.rest.iter().map(Value::of));
    for run in all.flat_map(|value| number::runs(&value, 15)) {
        let text = run.text();
        let letters = text.chars().take_while(char::is_ascii_uppercase).count();
        let Some(day) = born.filter(|_| letters == 3) else { continue };
        let verdict = ForeignPr { today: chrono::NaiveDate::MAX }.judge(&text).into_owned();
        if verdict.valid && text.get(7..13) == Some(&day.format("%y%m%d").to_string()) {
            finds.add(What::Number, text, &run, Certainty::Checked);
        }
    }
}

/// The name in ideographs, and the one in Latin letters that stands near its label.
fn names(finds: &mut Finds<'_>, anchored: &Anchored) {
    let near = anchored.near(Mark::Name);
    for value in &near {
        let chinese =
            value.clone().only(|c| is_ideograph(c) || c == '·').filter(|found| found.glyphs.len() * 2 > value.glyphs.len());
        let named = chinese.and_then(|value| card::person(&value).map(|text| (value, text)));
        if let Some((value, text)) = named.filter(|(_, text)| text.chars().count() <= 8) {
            finds.add(What::Name, text, &value, Certainty::Read);
        }
    }
    let all = near.iter().cloned().chain(anchored.rest.iter().map(Value::of));
    for value in all {
        if let Some(text) = latin(&value.spaced()) {
            finds.add(What::LatinName, text, &value, Certainty::Read);
        }
    }
}

/// A name in capital letters with a comma behind the surname.
fn latin(text: &str) -> Option<String> {
    // The end of a watermark may stand before it.
    let (surname, given) = text.trim_start_matches(is_ideograph).split_once([',', '，', '.'])?;
    let (surname, given) = (surname.trim(), given.trim());
    let is_name =
        |part: &str| part.chars().count() > 1 && part.chars().all(|c| c.is_ascii_uppercase() || matches!(c, ' ' | '-' | '\''));
    (is_name(surname) && is_name(given)).then(|| format!("{surname},{given}"))
}

/// The values of a passport: its machine-readable lines, and the name in ideographs of a Chinese one.
pub(super) fn passport(finds: &mut Finds<'_>) {
    let Some(mrz) = mrz::find(&finds.sheet.pieces) else { return };
    let printed: Vec<String> = finds.sheet.pieces.iter().map(|piece| piece.text().to_ascii_uppercase()).collect();
    let is_printed = |part: &str| {
        let part: String = part.chars().filter(char::is_ascii_alphabetic).collect();
        printed.iter().any(|text| !text.contains('<') && text.contains(&part))
    };
    for (what, text, value, certainty) in mrz.values() {
        // The letters of a name have no check digit; what is printed above them says whether they were read well.
        let agrees = what == What::LatinName && text.split(',').all(&is_printed);
        let certainty = if agrees && mrz.is_right { Certainty::Checked } else { certainty };
        finds.add(what, text, &value, certainty);
    }
    let anchored = Anchored::of(&finds.sheet.pieces, &WORDS);
    for value in anchored.near(Mark::Name) {
        let chinese = value.only(|c| is_ideograph(c) || c == '·');
        if let Some((value, text)) = chinese.and_then(|value| card::person(&value).map(|text| (value, text))) {
            finds.add(What::Name, text, &value, Certainty::Read);
        }
    }
}
