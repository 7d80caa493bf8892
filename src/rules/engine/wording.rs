//! Findings in words: the rule's texts, their blanks filled.

use std::fmt::Display;

use super::finding::{Arg, Finding};
use crate::text::clean::visible;
use crate::text::width::truncate;
use crate::text::{Lang, Text, fill, text};

/// Cells that a text of the draft takes in a sentence, at most.
const CELLS: usize = 40;
/// Between the members of a list.
const LIST: Text = text("、", ", ");

impl Finding {
    /// What is wrong, in a language. What was typed is cleaned and cut, so that it can stand on a terminal.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        filled(lang, self.message.text, self)
    }

    /// How to fix it, in a language.
    #[must_use]
    pub fn fix(&self, lang: Lang) -> String {
        filled(lang, self.message.fix, self)
    }
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
        Arg::Hand(hand) => hand.words().in_lang(lang).to_owned(),
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
        assert_eq!(finding.message(Lang::Zh), "还有 8 天到期；须多于一个月，即晚于 2026-12-23。");
        assert_eq!(finding.fix(Lang::Zh), "先换证，再填新证件的有效期。");
    }

    #[test]
    fn typed_text_cannot_steer_the_terminal_or_fill_it() {
        let finding = found("file-missing", "missing", FieldId::SubjectCertificatePhoto)
            .with("file", Arg::Text(format!("\u{1b}[31m{}", "很长".repeat(50))));
        let message = finding.message(Lang::Zh);
        assert!(!message.contains('\u{1b}') && message.chars().count() < 60, "{message}");
    }
}
