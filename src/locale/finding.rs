//! Findings in words.

use std::fmt::Display;

use super::{Lang, Text, fill, value};
use crate::filing::{Confirmation, FieldId, Value};
use crate::rules::{Arg, Finding, Fix};
use crate::text::clean::visible;
use crate::text::width::truncate;

/// Cells that a text of the draft takes in a sentence, at most.
const CELLS: usize = 40;

crate::messages! {
    STANDS = "已确认（{date}）：{reason}", "Confirmed on {date}: {reason}";
    STANDS_BARE = "已确认（{date}）{reason}", "Confirmed on {date}{reason}";
    EMPTIED = "（留空）", "(empty)";
    LIST = "、", ", ";
}

/// What is wrong.
#[must_use]
pub fn message(lang: Lang, finding: &Finding) -> String {
    filled(lang, finding.message.text, finding)
}

/// How to fix it.
#[must_use]
pub fn fix(lang: Lang, finding: &Finding) -> String {
    filled(lang, finding.message.fix, finding)
}

/// What a fix changes: the new value, with the label of the field where it is another one than `here`.
#[must_use]
pub fn change(lang: Lang, here: FieldId, fix: &Fix) -> String {
    let one = |(id, value): &(FieldId, Option<Value>)| {
        let value = value.as_ref().map_or_else(|| EMPTIED.in_lang(lang).to_owned(), |value| value::show(lang, *id, value));
        match lang {
            _ if *id == here => value,
            Lang::Zh => format!("{}：{value}", id.full_label(lang)),
            Lang::En => format!("{}: {value}", id.full_label(lang)),
        }
    };
    let changes: Vec<String> = fix.changes.iter().map(one).collect();
    changes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// That a person stands by it, why and since when.
#[must_use]
pub fn stands(lang: Lang, confirmed: &Confirmation) -> String {
    let reason = truncate(&visible(&confirmed.reason), CELLS).into_owned();
    let text = if reason.is_empty() { STANDS_BARE } else { STANDS };
    text.with(lang, &[("reason", &reason), ("date", &confirmed.date)])
}

fn filled(lang: Lang, text: Text, finding: &Finding) -> String {
    let shown: Vec<(&str, String)> = finding.args.iter().map(|(name, arg)| (*name, show(lang, arg))).collect();
    let args: Vec<(&str, &dyn Display)> = shown.iter().map(|(name, text)| (*name, text as &dyn Display)).collect();
    fill(text.in_lang(lang), &args)
}

/// An argument as it stands in a sentence. What was typed is cleaned and cut.
fn show(lang: Lang, arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => truncate(&visible(text), CELLS).into_owned(),
        Arg::Sentence(text) => visible(text).into_owned(),
        Arg::Number(number) => number.to_string(),
        Arg::Date(date) => date.to_string(),
        Arg::Field(id) => id.full_label(lang),
        Arg::Hand(hand) => super::material::hand(*hand).in_lang(lang).to_owned(),
        Arg::Fields(ids) => {
            let labels: Vec<&str> = ids.iter().map(|id| id.label().in_lang(lang)).collect();
            labels.join(LIST.in_lang(lang))
        }
        Arg::Name(name) => name.in_lang(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::FieldId;

    fn found(rule: &str, message: &str, field: FieldId) -> Finding {
        let rule = crate::rules::find(rule).unwrap();
        rule.finds(field).with_message(rule.find_message(message).unwrap())
    }

    #[test]
    fn the_model_sentence() {
        let finding = found("certificate-expires-soon", "within_month", FieldId::ResponsiblePersonCertificateValidUntil)
            .with("days", Arg::Number(8))
            .with("limit", Arg::Date("2026-12-23".parse().unwrap()));
        assert_eq!(message(Lang::Zh, &finding), "还有 8 天到期；须多于一个月，即晚于 2026-12-23。");
        assert_eq!(fix(Lang::Zh, &finding), "先换证，再填新证件的有效期。");
    }

    #[test]
    fn typed_text_cannot_steer_the_terminal_or_fill_it() {
        let finding = found("file-missing", "missing", FieldId::SubjectCertificatePhoto)
            .with("file", Arg::Text(format!("\u{1b}[31m{}", "很长".repeat(50))));
        let message = message(Lang::Zh, &finding);
        assert!(!message.contains('\u{1b}') && message.chars().count() < 60, "{message}");
    }
}
