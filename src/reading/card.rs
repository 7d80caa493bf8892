//! The resident identity card and the residence permits that look like it, either side or both.

use chrono::Datelike;

use super::label::{Anchored, Mark, Word};
use super::piece::is_ideograph;
use super::value::{Bounds, Value};
use super::{Certainty, Finds, Side, What, dates, number};
use crate::identifiers::date::When;
use crate::identifiers::id_validity::Term;
use crate::identifiers::person_name;
use crate::identifiers::resident_id;

/// Labels of the side with the portrait.
pub(super) const FRONT: [Word; 7] = [
    (Mark::Number, "公民身份号码"),
    (Mark::Number, "身份证号码"),
    (Mark::Name, "姓名"),
    (Mark::Sex, "性别"),
    (Mark::Nation, "民族"),
    (Mark::Birth, "出生"),
    (Mark::Address, "住址"),
];

/// Labels of the other side.
pub(super) const BACK: [Word; 3] =
    [(Mark::Authority, "签发机关"), (Mark::Validity, "有效期限"), (Mark::PermitNumber, "通行证号码")];

/// The nations of China (GB/T 3304).
const NATIONS: [&str; 56] = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
];

/// So many digits beside its label are a number, even though its end is missing.
const LEAST_DIGITS: usize = 4;

/// The values of a card.
pub(super) fn card(finds: &mut Finds<'_>, side: Option<Side>) {
    if matches!(side, Some(Side::Front | Side::Both)) {
        front(finds);
    }
    if matches!(side, Some(Side::Back | Side::Both)) {
        back(finds);
    }
}

fn front(finds: &mut Finds<'_>) {
    let words: Vec<Word> = FRONT.iter().chain(&BACK).copied().collect();
    let anchored = Anchored::of(&finds.sheet.pieces, &words);
    let beside = anchored.beside(Mark::Number, 12.0);
    let digits = beside.as_ref().map_or(0, |value| value.glyphs.iter().filter(|glyph| glyph.c.is_ascii_digit()).count());
    let candidates = number::candidates(&anchored.rest, beside);
    let number = number::best(candidates, number::is_person, |c| c.is_ascii_digit() || c == 'X');
    // What hides the end of the number hides the ends of the lines above it, too.
    let is_cut_off = number.is_none() && (LEAST_DIGITS..number::PLACES).contains(&digits);
    let sex = anchored.beside(Mark::Sex, 6.0).and_then(|value| value.only(|c| matches!(c, '男' | '女')));
    let born = anchored.beside(Mark::Birth, 8.0);
    let printed = born.as_ref().and_then(|value| dates::day(&value.text()));
    let told = number.as_ref().and_then(|number| Some((number::birth(&number.text)?, resident_id::parts(&number.text)?.female)));
    let sex_of = |female: bool| if female { "女" } else { "男" };
    if let Some(number) = number {
        // Nothing else on the card is printed twice.
        let agrees = |one: Option<bool>| one == Some(true);
        let same_birth = printed.zip(told).map(|(day, (birth, _))| day == birth);
        let likely = sex.as_ref().filter(|sex| sex.is_likely());
        let same_sex = likely.zip(told).map(|(sex, (_, female))| sex.text() == sex_of(female));
        let certainty = match number.certainty {
            // Either was misread, or the card is none: that is for eyes to tell.
            _ if same_birth == Some(false) || same_sex == Some(false) => Certainty::Doubtful,
            Certainty::Read if agrees(same_birth) && agrees(same_sex) => Certainty::Checked,
            certainty => certainty,
        };
        if let Some((birth, female)) = told.filter(|_| certainty > Certainty::Doubtful) {
            finds.add(What::Birth, birth.to_string(), born.as_ref().unwrap_or(&number.value), certainty);
            finds.add(What::Sex, sex_of(female), sex.as_ref().unwrap_or(&number.value), certainty);
        }
        finds.add(What::Number, number.text.clone(), &number.value, certainty);
    }
    if let (Some(value), Some(day)) = (&born, printed) {
        finds.add(What::Birth, day.to_string(), value, if told.is_some() { Certainty::Doubtful } else { Certainty::Read });
    }
    if let Some(value) = sex.filter(|value| value.glyphs.len() == 1) {
        let is_told_otherwise = told.is_some_and(|(_, female)| value.text() != sex_of(female));
        finds.add(What::Sex, value.text(), &value, if is_told_otherwise { Certainty::Doubtful } else { Certainty::Read });
    }
    name(finds, &anchored);
    let printed = anchored.beside(Mark::Nation, 8.0).and_then(|value| value.only(is_ideograph));
    if let Some((value, nation)) = printed.and_then(|value| nation(&value).map(|nation| (value, nation))) {
        finds.add(What::Nation, nation, &value, Certainty::Read);
    }
    let low = anchored.label(Mark::Number).map_or(f32::MAX, |label| label.y - 0.8 * label.height);
    let bounds = Bounds { low, reach: 5.0, ..Bounds::NONE };
    if let Some(value) = anchored.paragraph(Mark::Address, &bounds) {
        let value = value.simplified();
        let text = super::draft::words(&value.text());
        finds.add(What::Address, text, &value, if is_cut_off { Certainty::Doubtful } else { Certainty::Read });
    }
}

/// The name beside its label; where that was not seen, the line above the sex.
fn name(finds: &mut Finds<'_>, anchored: &Anchored) {
    let across = &finds.sheet.across;
    let letters = |value: Value| value.only(|c| is_ideograph(c) || is_dot(c)).map(|value| value.without(across));
    let beside = anchored.beside(Mark::Name, 14.0).and_then(letters);
    if let Some(value) = beside {
        if let Some(text) = person(&value) {
            finds.add(What::Name, text, &value, Certainty::Read);
        }
        return;
    }
    let Some(sex) = anchored.label(Mark::Sex) else { return };
    let above = anchored.rest.iter().filter(|piece| {
        let up = (sex.y - piece.frame.y) / sex.height;
        (1.0..3.6).contains(&up) && piece.frame.left > sex.left - sex.height && piece.frame.left < sex.right + 5.0 * sex.height
    });
    let found: Vec<Value> = above.map(Value::of).filter_map(letters).collect();
    if let [value] = &found[..]
        && let Some(text) = person(value)
    {
        finds.add(What::Name, text, value, Certainty::Doubtful);
    }
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '.' | '．')
}

/// A name in its stored form, if it may be one.
pub(super) fn person(value: &Value) -> Option<String> {
    let verdict = person_name::check(&value.text());
    (verdict.valid && verdict.normalized.chars().count() > 1).then_some(verdict.normalized)
}

/// The nation that was read, or the only one that the other readings make.
fn nation(value: &Value) -> Option<&'static str> {
    let text = value.text();
    if let Some(nation) = NATIONS.iter().find(|nation| **nation == text) {
        return Some(nation);
    }
    let fits = |nation: &&&str| {
        nation.chars().count() == value.glyphs.len() && nation.chars().zip(&value.glyphs).all(|(c, glyph)| glyph.may_be(c))
    };
    let mut found = NATIONS.iter().filter(fits);
    match (found.next(), found.next()) {
        (Some(nation), None) => Some(nation),
        _ => None,
    }
}

fn back(finds: &mut Finds<'_>) {
    let words: Vec<Word> = BACK.iter().chain(&FRONT).copied().collect();
    let anchored = Anchored::of(&finds.sheet.pieces, &words);
    let low = anchored.label(Mark::Validity).map_or(f32::MAX, |label| label.y - 0.8 * label.height);
    let authority = Bounds { low, reach: 8.0, ..Bounds::NONE };
    if let Some(value) = anchored.paragraph(Mark::Authority, &authority).and_then(|value| value.only(is_ideograph)) {
        let value = value.simplified();
        finds.add(What::Authority, value.text(), &value, Certainty::Read);
    }
    period(finds, &anchored, &[5, 10, 20]);
}

/// Beginning and end of validity, checked by the terms that the document is given for.
pub(super) fn period(finds: &mut Finds<'_>, anchored: &Anchored, terms: &[i32]) {
    let near = anchored.near(Mark::Validity);
    let found = near.into_iter().chain(anchored.rest.iter().map(Value::of));
    let Some((value, (from, to))) = found.filter_map(|value| dates::period(&value.text()).map(|period| (value, period))).next()
    else {
        return;
    };
    // A term of years vouches for month and day; the decade of either end may be another one in a lawful term, too.
    let sure = if value.is_certain() { Certainty::Checked } else { Certainty::Read };
    let certainty = match to {
        When::LongTerm => sure,
        When::Day(end) => {
            let fits = |years: &i32| Term::Years(*years).end(from) == Some(When::Day(end));
            match () {
                () if terms.iter().any(fits) => sure,
                // Any other period is misread; of which end, nobody knows.
                () if !terms.is_empty() && end.year() - from.year() > 1 => Certainty::Doubtful,
                () => Certainty::Read,
            }
        }
    };
    finds.add(What::ValidFrom, from.to_string(), &value, certainty);
    finds.add(What::ValidTo, super::draft::when(to), &value, certainty);
}
