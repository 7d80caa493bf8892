//! Which parts of a value were completed: neither a code nor a whole name, but the beginning of one, or another way to say it.

use super::value::{BETWEEN, approval_kind, by_path, choice, choices, parts, region};
use crate::catalog::{self, filing_region};
use crate::cli::sentence::{Part, Sentence};
use crate::filing::field::List;
use crate::filing::{Draft, FieldId, Kind, Value};
use crate::locale::{Lang, Text, cli as words, value as shown};
use crate::text::clean::{one_line, visible};

/// A part of what was typed, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// As it was typed.
    pub typed: String,
    /// The code of what it was taken for.
    pub code: String,
    zh: String,
    en: String,
}

impl Completed {
    /// In a sentence, so that a reader can tell whether it was meant.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let name = Part::Both(self.zh.clone(), self.en.clone());
        Sentence::of(words::COMPLETED).with("typed", visible(&self.typed)).with("code", self.code.as_str()).with("name", name)
    }
}

/// What [`super::value::parse`] completed in a text, in its order; nothing where every part is a code or a whole name.
#[must_use]
pub fn completed(draft: &Draft, id: FieldId, text: &str) -> Vec<Completed> {
    let (text, _) = one_line(text);
    let text = text.trim();
    match id.field().kind {
        Kind::Region => of_region(id, text).into_iter().collect(),
        Kind::Choice(list) => choice(draft, list, text).and_then(|code| of_list(id, list, text, code)).into_iter().collect(),
        Kind::Choices(list) => {
            // A JSON list names each by itself.
            let json = text.starts_with('[').then(|| serde_json::from_str::<Vec<String>>(text).ok()).flatten();
            let named = match &json {
                Some(names) => names.iter().filter_map(|name| Some((name.as_str(), choice(draft, list, name)?))).collect(),
                None => choices(draft, list, text).unwrap_or_default(),
            };
            named.into_iter().filter_map(|(typed, code)| of_list(id, list, typed, code)).collect()
        }
        Kind::Approvals if !text.starts_with('[') => parts(text, &[';', '；']).filter_map(of_approval).collect(),
        _ => Vec::new(),
    }
}

fn of_region(id: FieldId, text: &str) -> Option<Completed> {
    let code = region(text)?;
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !BETWEEN.contains(c) && !matches!(c, '/' | '-')).collect()
    };
    let is_whole = |name: &str| plain(name) == plain(text);
    let levels: String = filing_region::path(code).iter().map(|region| region.name()).collect();
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| shown::show(lang, id, &Value::from(code)));
    let is_exact = text == code || [zh.as_str(), en.as_str(), &levels].into_iter().any(is_whole);
    (!is_exact).then(|| Completed { typed: text.to_owned(), code: code.to_owned(), zh, en })
}

fn of_list(id: FieldId, list: List, typed: &str, code: u32) -> Option<Completed> {
    let is_code = typed.parse::<u32>().is_ok();
    if is_code || is_name(typed, list.name(code)) || by_path(typed, &[code]).is_some() {
        return None;
    }
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| shown::show(lang, id, &Value::Code(code)));
    Some(Completed { typed: typed.to_owned(), code: code.to_string(), zh, en })
}

fn of_approval(row: &str) -> Option<Completed> {
    let typed = row.split([':', '：']).next()?.trim();
    let code = approval_kind(typed)?;
    let name = catalog::prior_approval(code)?.name;
    let is_exact = typed.parse::<u32>().is_ok() || is_name(typed, Some(name));
    (!is_exact).then(|| Completed {
        typed: typed.to_owned(),
        code: code.to_string(),
        zh: name.zh.to_owned(),
        en: name.en.to_owned(),
    })
}

/// Whether it is the name of an entry; the explanation in brackets behind some English ones may be left out.
fn is_name(typed: &str, name: Option<Text>) -> bool {
    let wanted = typed.to_lowercase();
    name.is_some_and(|name| {
        let en = name.en.to_lowercase();
        name.zh == typed || en == wanted || en.split(" (").next() == Some(wanted.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_completed_is_told_and_whole_names_are_not() {
        let draft = Draft::new(4);
        // What was typed with its code; of some the code is no matter.
        type Expected = &'static [(&'static str, &'static str)];
        let table: &[(FieldId, &str, Expected)] = &[
            (FieldId::ServiceContents, "food", &[("food", "")]),
            (FieldId::ServiceContents, "家政", &[]),
            (FieldId::ServiceContents, "生活服务-家政", &[]),
            (FieldId::ServiceContents, "家", &[("家", "4")]),
            (FieldId::ServiceContents, "[\"food\"]", &[("food", "")]),
            (FieldId::SubjectNature, "4", &[]),
            (FieldId::SubjectNature, "企业", &[]),
            (FieldId::SubjectNature, "enterprise", &[]),
            (FieldId::SubjectNature, "enterp", &[("enterp", "4")]),
            (FieldId::SubjectNature, "company", &[("company", "4")]),
            (FieldId::SubjectRegion, "440305", &[]),
            (FieldId::SubjectRegion, "广东省深圳市南山区", &[]),
            (FieldId::SubjectRegion, "广东省 / 深圳市 / 南山区", &[]),
            (FieldId::SubjectRegion, "北京市市辖区朝阳区", &[]),
            (FieldId::SubjectRegion, "广东省深圳市南山区 (Guangdong Shenzhen Nanshan)", &[]),
            (FieldId::SubjectRegion, "深圳南山", &[("深圳南山", "440305")]),
            (FieldId::SubjectRegion, "Shenzhen Nanshan", &[("Shenzhen Nanshan", "440305")]),
            (FieldId::SubjectRegion, "武侯区", &[("武侯区", "510107")]),
            (FieldId::SubjectRegion, "nowhere", &[]),
            (FieldId::PriorApprovals, "24", &[]),
            (FieldId::PriorApprovals, "以上都不涉及", &[]),
            (FieldId::PriorApprovals, "以上都不", &[("以上都不", "24")]),
            (FieldId::PriorApprovals, "以上都不:粤-1号", &[("以上都不", "24")]),
            (FieldId::SubjectName, "food", &[]),
        ];
        for (id, text, expected) in table {
            let found = completed(&draft, *id, text);
            let found: Vec<(&str, &str)> = found.iter().map(|one| (one.typed.as_str(), one.code.as_str())).collect();
            assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
            for ((typed, code), (wanted, known)) in found.iter().zip(*expected) {
                assert!(typed == wanted && (known.is_empty() || code == known), "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn code_and_name_stand_in_the_sentence() {
        let one = completed(&Draft::new(4), FieldId::SubjectRegion, "深圳南山");
        let said = |lang| one[0].sentence().in_lang(lang);
        assert_eq!(said(Lang::Zh), "「深圳南山」按 440305（广东省深圳市南山区）填写");
        assert_eq!(said(Lang::En), "\"深圳南山\" was taken as 440305: 广东省深圳市南山区 (Guangdong Shenzhen Nanshan)");
    }
}
