//! Business licences of any layout, and the certificates of public institutions and social organisations, whose labels are alike.

use chrono::Datelike;

use super::label::{Anchored, Mark, Word};
use super::piece::{Frame, is_ideograph};
use super::value::{Bounds, Value};
use super::{Certainty, Finds, What, card, dates, draft, number};
use crate::identifiers::check_chars::value_31;
use crate::identifiers::date::When;
use crate::identifiers::{Identifier, all_digits, biz_reg_no};

/// The labels of licences and of certificates like them, the longer before what they contain.
pub(super) const WORDS: [Word; 46] = [
    (Mark::Code, "统一社会信用代码"),
    (Mark::Registration, "注册号"),
    (Mark::Company, "名称"),
    (Mark::Company, "企业名称"),
    (Mark::Company, "字号名称"),
    (Mark::Type, "类型"),
    (Mark::Type, "公司类型"),
    (Mark::Type, "主体类型"),
    (Mark::Type, "企业类型"),
    (Mark::LegalPerson, "法定代表人"),
    (Mark::LegalPerson, "法定代表人姓名"),
    (Mark::LegalPerson, "法定代表人（负责人）"),
    (Mark::LegalPerson, "经营者"),
    (Mark::LegalPerson, "经营者姓名"),
    (Mark::LegalPerson, "负责人"),
    (Mark::LegalPerson, "投资人"),
    (Mark::LegalPerson, "投资人姓名"),
    (Mark::LegalPerson, "执行事务合伙人"),
    (Mark::Scope, "经营范围"),
    (Mark::Scope, "业务范围"),
    (Mark::Scope, "宗旨和业务范围"),
    (Mark::Capital, "注册资本"),
    (Mark::Capital, "注册资金"),
    (Mark::Capital, "成员出资总额"),
    (Mark::Funds, "实收资本"),
    (Mark::Capital, "开办资金"),
    (Mark::Funds, "经费来源"),
    (Mark::Sponsor, "举办单位"),
    (Mark::Sponsor, "业务主管单位"),
    (Mark::Founded, "成立日期"),
    (Mark::Founded, "注册日期"),
    (Mark::Term, "营业期限"),
    (Mark::Term, "合伙期限"),
    (Mark::Term, "经营期限"),
    (Mark::Validity, "有效期限"),
    (Mark::Validity, "有效期"),
    (Mark::Address, "住所"),
    (Mark::Address, "经营场所"),
    (Mark::Address, "主要经营场所"),
    (Mark::Address, "营业场所"),
    (Mark::Form, "组成形式"),
    (Mark::Office, "登记机关"),
    (Mark::Office, "登记管理机关"),
    (Mark::Copies, "证照编号"),
    (Mark::Foot, "市场主体应当于每年"),
    (Mark::Foot, "国家企业信用信息公示系统网址"),
];

/// Labels of two characters, which are spread out: one of them is missed more often than any other.
const SHORT: [(Mark, [char; 2]); 3] = [(Mark::Company, ['名', '称']), (Mark::Type, ['类', '型']), (Mark::Address, ['住', '所'])];

/// The values of a licence.
pub(super) fn licence(finds: &mut Finds<'_>) {
    let mut anchored = Anchored::of(&finds.sheet.pieces, &WORDS);
    for (mark, word) in SHORT {
        if anchored.label(mark).is_none() {
            halves(&mut anchored, mark, word);
        }
    }
    code(finds, &anchored);
    let value = |mark: Mark| anchored.paragraph(mark, &bounds(&anchored, mark));
    let plain = [
        (Mark::Company, What::Company),
        (Mark::Type, What::CompanyType),
        (Mark::Address, What::Address),
        (Mark::Capital, What::Capital),
    ];
    for (mark, what) in plain {
        let Some(value) = value(mark).map(|value| value.simplified().without_specks()) else { continue };
        let is_odd = what != What::Capital && value.begins_oddly();
        finds.add(what, draft::words(&value.text()), &value, if is_odd { Certainty::Doubtful } else { Certainty::Read });
    }
    if let Some(value) = value(Mark::LegalPerson) {
        let named = value.only(|c| is_ideograph(c) || c == '·').map(|value| value.without(&finds.sheet.across));
        if let Some((value, text)) = named.and_then(|value| card::person(&value).map(|text| (value, text))) {
            finds.add(What::LegalPerson, text, &value, Certainty::Read);
        }
    }
    if let Some(value) = value(Mark::Scope) {
        let value = value.simplified().without_specks();
        finds.add(What::Scope, draft::sentences(&value.text()), &value, Certainty::Read);
    }
    days(finds, value(Mark::Founded), value(Mark::Term).or_else(|| value(Mark::Validity)));
}

/// The day of founding and the term. A term begins on that day: what is printed twice alike was read well.
fn days(finds: &mut Finds<'_>, founded: Option<Value>, term: Option<Value>) {
    let founded = founded.and_then(|value| Some((dates::day(&value.text())?, value)));
    let text = term.as_ref().map(Value::text).unwrap_or_default();
    let period = dates::period(&text);
    let agree = founded.as_ref().zip(period).map(|((founded, _), (from, _))| *founded == from);
    let certainty = if agree == Some(true) { Certainty::Checked } else { Certainty::Read };
    if let Some((day, value)) = &founded {
        finds.add(What::Founded, day.to_string(), value, certainty);
    }
    let Some(value) = term else { return };
    match period {
        Some((from, to)) => {
            finds.add(What::ValidFrom, from.to_string(), &value, certainty);
            // The year of the end stands nowhere else: what the beginning says about month and day is all there is.
            let is_round = match to {
                When::LongTerm => true,
                When::Day(end) => {
                    end.with_year(from.year()) == Some(from) && (end.year() - from.year()) % 5 == 0 && value.is_certain()
                }
            };
            let certainty = if is_round { certainty } else { Certainty::Read };
            finds.add(What::ValidTo, draft::when(to), &value, certainty);
        }
        None if matches!(text.as_str(), "长期" | "长期有效" | "永久") => {
            finds.add(What::ValidTo, draft::when(When::LongTerm), &value, Certainty::Read);
        }
        None => {}
    }
}

fn code(finds: &mut Finds<'_>, anchored: &Anchored) {
    let near = anchored.near(Mark::Code).into_iter().flat_map(|value| number::runs(&value, number::PLACES));
    let candidates = near.chain(number::candidates(&anchored.rest, None)).collect();
    let found = number::best(candidates, number::is_credit_code, |c| value_31(c).is_some());
    // Many numbers have 18 places: one that no check digit vouches for must stand beside the label.
    let labelled = |frame: &Frame| anchored.label(Mark::Code).is_some_and(|label| (frame.y - label.y).abs() < 3.5 * label.height);
    if let Some(number) = found.filter(|number| number.certainty > Certainty::Doubtful || labelled(&number.value.frame)) {
        finds.add(What::CreditCode, number.text.clone(), &number.value, number.certainty);
    }
    let near = anchored.near(Mark::Registration).into_iter().flat_map(|value| number::runs(&value, 15));
    for value in near {
        let text = value.text();
        if all_digits(&text) {
            let right = biz_reg_no::BusinessRegistration.judge(&text).valid;
            let certainty = if right { Certainty::Checked } else { Certainty::Doubtful };
            finds.add(What::RegistrationNumber, text, &value, certainty);
        }
    }
}

/// Where the value of a label ends: at the labels of the next column, and at the next label below.
fn bounds(anchored: &Anchored, mark: Mark) -> Bounds {
    let Some(label) = anchored.label(mark) else { return Bounds::NONE };
    let height = label.height;
    let others = || anchored.labels().filter(|(other, _)| *other != mark).map(|(_, frame)| frame);
    let is_below = |frame: &Frame| frame.y > label.y + 0.9 * height;
    let same_column = |frame: &Frame| frame.left < label.right && frame.right > label.left - height;
    let low = others().filter(|frame| is_below(frame) && same_column(frame)).map(|frame| frame.y - 0.55 * frame.height);
    let low = low.fold(f32::MAX, f32::min);
    // Of the next column; what stands at the head and at the foot belongs to none.
    let apart = [Mark::Code, Mark::Registration, Mark::Copies, Mark::Office, Mark::Foot];
    let columns = anchored.labels().filter(|(other, _)| *other != mark && !apart.contains(other)).map(|(_, frame)| frame);
    let is_right = |frame: &Frame| frame.left > label.right + height && frame.y > label.y - 6.0 * height && frame.y < low;
    let right = columns.filter(is_right).map(|frame| frame.left - 0.3 * height).fold(f32::MAX, f32::min);
    // At the foot of a page labels stand anywhere.
    let foot = [Mark::Office, Mark::Foot].into_iter().filter_map(|mark| anchored.label(mark));
    let foot = foot.filter(|frame| is_below(frame) && (frame.left > label.left || same_column(frame)));
    let foot = foot.filter(|frame| frame.left < right).map(|frame| frame.y - 0.6 * frame.height).fold(f32::MAX, f32::min);
    Bounds { right, low: if mark == Mark::Scope { low } else { low.min(foot) }, reach: 7.0 }
}

/// Finds a short label of which only one character was seen: it stands in the column of the other labels.
fn halves(anchored: &mut Anchored, mark: Mark, [first, second]: [char; 2]) {
    const LEFT: [Mark; 4] = [Mark::Company, Mark::Type, Mark::LegalPerson, Mark::Scope];
    const RIGHT: [Mark; 4] = [Mark::Capital, Mark::Founded, Mark::Term, Mark::Form];
    let columns: Vec<Frame> = anchored
        .labels()
        .filter(
            |(other, _)| if mark == Mark::Address { RIGHT.contains(other) || LEFT.contains(other) } else { LEFT.contains(other) },
        )
        .map(|(_, frame)| frame)
        .collect();
    let found = anchored.rest.iter().position(|piece| {
        let Some(glyph) = piece.glyphs.first() else { return false };
        let near = |place: f32| (glyph.x - place).abs() < 1.1 * piece.frame.height;
        let stands = |frame: &Frame| {
            let begins = glyph.may_be(first) && near(frame.left + 0.5 * frame.height);
            // A label of four characters is as wide as one of two that is spread out.
            let ends =
                glyph.c == second && glyph.x > frame.left - 0.5 * frame.height && glyph.x < frame.right + 0.8 * frame.height;
            begins || ends
        };
        let taken = columns
            .iter()
            .any(|frame| frame.is_beside(&piece.frame) && (frame.left - piece.frame.left).abs() < 8.0 * frame.height);
        !taken && columns.iter().any(stands)
    });
    if let Some(index) = found {
        // A strange sign may stand between both.
        let glyphs = anchored.rest.get(index).map_or(&[][..], |piece| &piece.glyphs);
        let end = glyphs.iter().take(4).position(|glyph| glyph.c == second).map_or(1, |at| at + 1);
        anchored.add(mark, index, end);
    }
}
