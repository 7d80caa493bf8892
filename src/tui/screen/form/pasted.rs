//! What is meant by a text that is pasted whole into a field.

use chrono::NaiveDate;

use crate::filing::field::TextKind;
use crate::filing::{FieldId, Kind, PersonField};
use crate::identifiers::date::{self, When};
use crate::identifiers::{appid, icp_no, mobile_cn, moment};
use crate::reading::period;
use crate::text::edit::LineEdit;

/// A day in its field, as it is stored.
type Day = (FieldId, String);

/// The validity of a certificate in one piece, as it is printed (`2022.09.15-2042.09.15`), pasted into one of its two days: the text for
/// this field, and the other field with its own where there is one.
pub fn period_of(id: FieldId, text: &str) -> Option<(String, Option<Day>)> {
    let stored = |when: When| match when {
        When::Day(day) => day.format("%Y-%m-%d").to_string(),
        When::LongTerm => date::LONG_TERM.to_owned(),
    };
    if date::parse(text.trim()).is_some() {
        return None;
    }
    let (from, until) = period(text)?;
    let (from, until) = (stored(When::Day(from)), stored(until));
    match PersonField::find(id) {
        Some((role, PersonField::ValidFrom)) => Some((from, Some((PersonField::ValidUntil.of(role), until)))),
        Some((role, PersonField::ValidUntil)) => Some((until, Some((PersonField::ValidFrom.of(role), from)))),
        _ if id == FieldId::SubjectCertificateValidUntil => Some((until, None)),
        _ => None,
    }
}

/// The value in a text that was copied with its label.
pub fn meant(id: FieldId, text: String, today: NaiveDate) -> String {
    if id == FieldId::RecordNumber {
        return icp_no::contained(&text, today).unwrap_or(text);
    }
    match id.field().kind {
        Kind::Text(TextKind::AppId) if !is_whole(id, &text) => appid::contained(&text).unwrap_or(text),
        Kind::Text(TextKind::Phone | TextKind::Mail | TextKind::PersonName | TextKind::CertificateNumber) => {
            behind_label(&text).map(str::to_owned).unwrap_or(text)
        }
        _ => text,
    }
}

/// Characters that a label has at most: 统一社会信用代码, Emergency phone number.
const LONGEST_LABEL: usize = 24;

/// What stands behind a label and its colon, which is a part of no number, address of mail or name.
fn behind_label(text: &str) -> Option<&str> {
    let (label, value) = text.split_once(['：', ':'])?;
    let is_label = !label.trim().is_empty()
        && label.chars().count() <= LONGEST_LABEL
        && label.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '-'));
    Some(value.trim()).filter(|value| is_label && !value.is_empty())
}

/// Whether a pasted text takes the place of what stands there: it is a whole value of the field, or too much for a part of one, and put in at
/// the caret it would leave none.
pub fn replaces(id: FieldId, editor: &LineEdit, text: &str) -> bool {
    let mut tried = editor.clone();
    tried.insert(text);
    !editor.text().is_empty() && (is_whole(id, text) || is_no_part(id, text)) && !is_whole(id, tried.text())
}

/// Digits of a day.
const DIGITS: usize = 8;

/// Whether a text has more in it than a part of a day: a period the wrong way round, a day that there is not.
fn is_no_part(id: FieldId, text: &str) -> bool {
    matches!(id.field().kind, Kind::Date(_)) && text.chars().filter(char::is_ascii_digit).count() >= DIGITS
}

/// Whether a text is a value of a field of which all values have one form. Of others nobody knows where a value ends.
fn is_whole(id: FieldId, text: &str) -> bool {
    match id.field().kind {
        Kind::Date(_) => date::parse(text.trim()).is_some(),
        Kind::Time => moment::parse(text).is_some(),
        Kind::Text(TextKind::Phone) => mobile_cn::check(text).valid,
        Kind::Text(TextKind::AppId) => appid::check(text).valid,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: FieldId = FieldId::OwnerCertificateValidFrom;
    const UNTIL: FieldId = FieldId::OwnerCertificateValidUntil;

    fn today() -> NaiveDate {
        "2026-11-28".parse().expect("a day")
    }

    #[test]
    fn a_period_has_a_day_for_each_field() {
        let other = |id, day: &str| Some((id, day.to_owned()));
        for (id, text, expected) in [
            (FROM, "2022.09.15-2042.09.15", Some(("2022-09-15", other(UNTIL, "2042-09-15")))),
            (UNTIL, "2022年9月15日至2042年9月15日", Some(("2042-09-15", other(FROM, "2022-09-15")))),
            (UNTIL, "2022.09.15-长期", Some(("长期", other(FROM, "2022-09-15")))),
            (FieldId::SubjectCertificateValidUntil, "2022.09.15-2042.09.15", Some(("2042-09-15", None))),
            (FROM, "2022.09.15", None),
            (UNTIL, "长期", None),
            (FieldId::OwnerName, "2022.09.15-2042.09.15", None),
        ] {
            let found = period_of(id, text);
            assert_eq!(found, expected.map(|(own, other)| (own.to_owned(), other)), "{text}");
        }
    }

    #[test]
    fn a_whole_value_takes_the_place_of_another() {
        for (id, there, pasted, expected) in [
            (FROM, "2016-11-10", "2022年9月15日", true),
            (FROM, "2016-", "11-10", false),
            (FROM, "2022-04-01", "2042-04-01至2022-04-01", true),
            (FROM, "2022-04-01", "2022-02-30", true),
            (FROM, "", "2022-09-15", false),
            (FieldId::OwnerMobile, "13012340003", "13012340005", true),
            (FieldId::OwnerMobile, "130", "12340005", false),
            (FieldId::AppId, "wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1909", true),
            (FieldId::OwnerName, "测试", "测试丙", false),
        ] {
            assert_eq!(replaces(id, &LineEdit::new(there), pasted), expected, "{there} {pasted}");
        }
    }

    #[test]
    fn values_come_out_of_their_labels() {
        for (id, pasted, expected) in [
            (FieldId::OwnerMobile, "手机：138 0013 8000", "138 0013 8000"),
            (FieldId::OwnerMobile, "Emergency phone: +86 13800138000", "+86 13800138000"),
            (FieldId::OwnerMobile, "13800138000", "13800138000"),
            (FieldId::OwnerEmail, "邮箱：li.si@example.com", "li.si@example.com"),
            (FieldId::OwnerEmail, "mailto:li.si@example.com", "li.si@example.com"),
            (FieldId::OwnerName, "姓名:张三", "张三"),
            (FieldId::OwnerCertificateNumber, "公民身份号码：51010719920712992X", "51010719920712992X"),
            (FieldId::OwnerMobile, "手机：", "手机："),
            (FieldId::OwnerMobile, "13800138000：张三", "13800138000：张三"),
            (FieldId::SubjectAddress, "地址：虚构街88号", "地址：虚构街88号"),
        ] {
            assert_eq!(meant(id, pasted.to_owned(), today()), expected, "{pasted}");
        }
    }

    #[test]
    fn an_app_id_comes_out_of_its_label() {
        for (pasted, expected) in [
            ("AppID(小程序ID) wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1908"),
            ("AppID：wx7f6e5d4c3b2a1908（已认证）", "wx7f6e5d4c3b2a1908"),
            ("wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1908"),
            ("wx7f6e5d4c3b2a1908 wx7f6e5d4c3b2a1909", "wx7f6e5d4c3b2a1908 wx7f6e5d4c3b2a1909"),
            ("AppID(小程序ID)", "AppID(小程序ID)"),
        ] {
            assert_eq!(meant(FieldId::AppId, pasted.to_owned(), today()), expected);
        }
        let secret = "wx7f6e5d4c3b2a1908 0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        assert_eq!(meant(FieldId::AppId, secret.to_owned(), today()), secret, "a secret beside it is told, not passed over");
    }
}
