//! What a field holds, in words: names of choices, 是 and 否, full names of regions.
//!
//! Everything that came from a person or a file goes through [`visible`], so it cannot steer the terminal.

use super::{Lang, Text};
use crate::catalog;
use crate::catalog::filing_region::{self, Region};
use crate::filing::field::List;
use crate::filing::{Approval, FieldId, Kind, Value};
use crate::text::clean::visible;

/// Yes.
pub const YES: Text = Text::new("是", "yes");
/// No.
pub const NO: Text = Text::new("否", "no");
/// 长期, as an end of validity.
pub const LONG_TERM: Text = Text::new("长期", "长期 (no end date)");

/// A value in full, in one line; of a region in English also how it is read, so that a reader without Chinese can tell which it is.
#[must_use]
pub fn show(lang: Lang, id: FieldId, value: &Value) -> String {
    match (id.field().kind, value.as_text().and_then(filing_region::find)) {
        (Kind::Region, Some(region)) => self::region(lang, region),
        _ => show_as_filed(lang, id, value),
    }
}

/// A region with those above it; in English with how they are read.
#[must_use]
pub fn region(lang: Lang, region: &Region) -> String {
    let name = filing_region::full_name(region.code());
    match lang {
        // Rows that name no place have no name of their own.
        Lang::En if !name.is_empty() => format!("{name} ({})", filing_region::pinyin(region)),
        _ => name,
    }
}

/// The same where there is room for one name only: in English how it is read.
#[must_use]
pub fn region_brief(lang: Lang, region: &Region) -> String {
    match lang {
        Lang::Zh => filing_region::full_name(region.code()),
        Lang::En => filing_region::pinyin(region),
    }
}

/// The same as [`show`], without how a region is read: what programs get.
#[must_use]
pub fn show_as_filed(lang: Lang, id: FieldId, value: &Value) -> String {
    match (value, id.field().kind) {
        (Value::Flag(flag), _) => if *flag { YES } else { NO }.in_lang(lang).to_owned(),
        (Value::Code(code), Kind::Choice(list) | Kind::Choices(list)) => code_name(lang, list, *code),
        (Value::Code(code), _) => code.to_string(),
        (Value::Codes(codes), Kind::Choices(list) | Kind::Choice(list)) => {
            joined(lang, codes.iter().map(|code| code_name(lang, list, *code)))
        }
        (Value::Codes(codes), _) => joined(lang, codes.iter().map(u32::to_string)),
        (Value::Paths(paths), _) => joined(lang, paths.iter().map(|path| clean(path))),
        (Value::Approvals(rows), _) => joined(lang, rows.iter().map(|row| approval(lang, row))),
        (Value::Text(text), kind) => words(lang, kind, text),
        (Value::Invalid(text), _) => visible(text).into_owned(),
    }
}

/// An answer as it stands beside what people are asked, which may be the contrary of what the draft keeps; any other value in full.
#[must_use]
pub fn answer(lang: Lang, id: FieldId, value: &Value) -> String {
    match value {
        Value::Flag(flag) => show(lang, id, &Value::Flag(id.field().turned(*flag))),
        _ => show(lang, id, value),
    }
}

/// The name of a question as the draft keeps it, with what the wizard asks instead where that is the contrary; of any other field its label.
#[must_use]
pub fn both_ways(lang: Lang, id: FieldId) -> String {
    let label = id.label().in_lang(lang);
    match id.field().contrary {
        Some(contrary) => BOTH_WAYS.with(lang, &[("label", &label), ("asked", &contrary.label.in_lang(lang))]),
        None => label.to_owned(),
    }
}

/// A value in full, and of an answer what it is to the question of the wizard, where that is the contrary.
#[must_use]
pub fn in_both_ways(lang: Lang, id: FieldId, value: &Value) -> String {
    let kept = show(lang, id, value);
    match (id.field().contrary, value) {
        (Some(contrary), Value::Flag(_)) => {
            let answer = answer(lang, id, value);
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("kept", &kept), ("asked", &contrary.label.in_lang(lang)), ("answer", &answer)];
            ANSWER_BOTH_WAYS.with(lang, args)
        }
        _ => kept,
    }
}

const BOTH_WAYS: Text = Text::new("{label}（向导里问：{asked}）", "{label} (in the wizard: {asked})");
const ANSWER_BOTH_WAYS: Text = Text::new("{kept}（向导里问{asked}：{answer}）", "{kept} (in the wizard, {asked}: {answer})");

/// An invented value of a field as a person would write it; `None` where none helps, as where one is chosen from a list of names.
#[must_use]
pub fn example(lang: Lang, id: FieldId) -> Option<String> {
    let shown = match id.field().kind {
        Kind::Choice(_) | Kind::Choices(_) | Kind::Word(_) | Kind::Flag(_) => return None,
        kind => words(lang, kind, id.example()),
    };
    Some(shown).filter(|shown| !shown.is_empty())
}

/// Several things in one line, joined as the language joins them.
#[must_use]
pub fn joined(lang: Lang, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    parts.join(match lang {
        Lang::Zh => "、",
        // Names hold commas themselves.
        Lang::En => "; ",
    })
}

/// A value held as text.
fn words(lang: Lang, kind: Kind, text: &str) -> String {
    match kind {
        Kind::Word(list) => list.name(text).map_or_else(|| clean(text), |name| name.in_lang(lang).to_owned()),
        Kind::Region => Some(filing_region::full_name(text)).filter(|name| !name.is_empty()).unwrap_or_else(|| clean(text)),
        Kind::Date(true) if text.trim() == "长期" => LONG_TERM.in_lang(lang).to_owned(),
        _ => clean(text),
    }
}

fn clean(text: &str) -> String {
    visible(text).into_owned()
}

fn code_name(lang: Lang, list: List, code: u32) -> String {
    let path = match list {
        List::ServiceContents => catalog::service_path(code, lang == Lang::Zh),
        _ => None,
    };
    path.or_else(|| list.name(code).map(|name| name.in_lang(lang).to_owned())).unwrap_or_else(|| code.to_string())
}

/// One row of the prior approvals.
fn approval(lang: Lang, row: &Approval) -> String {
    let kind = row.kind.map(|id| match catalog::prior_approval(id) {
        Some(entry) => entry.name.in_lang(lang).to_owned(),
        None => id.to_string(),
    });
    let parts = [kind.unwrap_or_default(), clean(&row.number), clean(&row.document)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_in_both_languages() {
        let table: &[(FieldId, Value, &str, &str)] = &[
            (FieldId::FilingKind, "new".into(), "新增", "New"),
            (FieldId::FilingKind, "renew".into(), "renew", "renew"),
            (FieldId::SubjectNature, Value::Code(5), "个人", "Individual (natural person)"),
            (FieldId::SubjectNature, Value::Code(99), "99", "99"),
            (FieldId::Published, Value::Flag(true), "是", "yes"),
            (FieldId::SubjectRegion, "440305".into(), "广东省深圳市南山区", "广东省深圳市南山区 (Guangdong Shenzhen Nanshan)"),
            (FieldId::SubjectRegion, "999999".into(), "999999", "999999"),
            (FieldId::SubjectCertificateValidUntil, "长期".into(), "长期", "长期 (no end date)"),
            (FieldId::ResponsiblePersonCertificateValidFrom, "2016-08-15".into(), "2016-08-15", "2016-08-15"),
            (
                FieldId::CommitmentLetter,
                Value::Paths(vec!["a/1.jpg".into(), "b/2.jpg".into()]),
                "a/1.jpg、b/2.jpg",
                "a/1.jpg; b/2.jpg",
            ),
            (FieldId::SubjectName, Value::Invalid("a\u{1b}b".into()), "a␛b", "a␛b"),
        ];
        for (id, value, zh, en) in table {
            assert_eq!((show(Lang::Zh, *id, value).as_str(), show(Lang::En, *id, value).as_str()), (*zh, *en));
        }
    }

    #[test]
    fn regions_are_read_aloud_in_english_alone() {
        for (code, zh, en, brief) in [
            ("310115", "上海市浦东新区", "上海市浦东新区 (Shanghai Pudong)", "Shanghai Pudong"),
            ("610100", "陕西省西安市", "陕西省西安市 (Shaanxi Xi'an)", "Shaanxi Xi'an"),
            ("440000", "广东省", "广东省 (Guangdong)", "Guangdong"),
        ] {
            let place = filing_region::find(code).unwrap();
            assert_eq!((region(Lang::Zh, place).as_str(), region(Lang::En, place).as_str()), (zh, en));
            assert_eq!((region_brief(Lang::Zh, place).as_str(), region_brief(Lang::En, place).as_str()), (zh, brief));
            let filed = show_as_filed(Lang::En, FieldId::SubjectRegion, &code.into());
            assert_eq!(filed, zh, "programs get the name alone");
        }
    }

    #[test]
    fn approvals_say_kind_number_and_document() {
        let rows = Value::Approvals(vec![Approval { kind: Some(24), ..Approval::default() }]);
        assert_eq!(show(Lang::Zh, FieldId::PriorApprovals, &rows), "以上都不涉及");
        let row = Approval { kind: Some(5), number: "粤-12345号".into(), document: "scans/p.jpg".into() };
        let rows = Value::Approvals(vec![row]);
        let shown = show(Lang::En, FieldId::PriorApprovals, &rows);
        assert!(shown.ends_with("粤-12345号 scans/p.jpg"), "{shown}");
    }
}
