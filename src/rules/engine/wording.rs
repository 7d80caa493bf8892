//! Findings in words: the rule's texts, their blanks filled.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

use super::finding::{Arg, Finding};
use super::rule::Form;
use crate::catalog::source::publication;
use crate::text::clean::visible;
use crate::text::width::{cells, take_cells, truncate, without_middle};
use crate::text::{Lang, Text, counted, text};

/// So many drafts are named in a sentence; the rest are counted.
const NAMED: usize = 3;
/// Cells that the label of one draft takes among others: most names stand whole, with the file that tells them apart.
const LABEL: usize = 40;
/// The least cells of a title in front of the name of its file.
const TITLE: usize = 12;
/// Marks that stand in pairs.
const PAIRS: [(char, char); 7] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('《', '》'), ('「', '」'), ('“', '”')];
/// What stands behind those that are named.
const MORE_DRAFTS: Text = text(" 等 {count} 份", " and {rest} more");
/// Cells that a text of the draft takes in a sentence, at most.
const CELLS: usize = 80;
/// Blanks that paths stand in: people copy them, so they are never cut.
const PATHS: [&str; 3] = ["file", "path", "front"];
/// Between the members of a list.
const LIST: Text = text("、", ", ");

impl Finding {
    /// What is wrong, in a language. What was typed is cleaned and cut, so that it can stand on a terminal.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Cow<'static, str> {
        self.sentence(lang).into_text()
    }

    /// How to fix it, in a language.
    #[must_use]
    pub fn fix(&self, lang: Lang) -> Cow<'static, str> {
        self.remedy(lang).into_text()
    }

    /// What is wrong, to be written somewhere.
    #[must_use]
    pub(crate) const fn sentence(&self, lang: Lang) -> Sentence<'_> {
        Sentence { finding: self, lang, text: self.message.text, form: self.message.forms.0 }
    }

    /// How to fix it, to be written somewhere.
    #[must_use]
    pub(crate) const fn remedy(&self, lang: Lang) -> Sentence<'_> {
        Sentence { finding: self, lang, text: self.message.fix, form: self.message.forms.1 }
    }
}

/// A sentence of a finding, its blanks not filled yet.
#[derive(Clone, Copy)]
pub struct Sentence<'f> {
    finding: &'f Finding,
    lang: Lang,
    text: Text,
    form: Form,
}

impl Sentence<'_> {
    /// The sentence, where nothing is to be filled in and it can stand in JSON as it is.
    #[must_use]
    pub fn plain(self) -> Option<&'static str> {
        (self.form.is_plain && !self.form.has_blanks).then(|| self.text.in_lang(self.lang))
    }

    fn into_text(self) -> Cow<'static, str> {
        let text = self.text.in_lang(self.lang);
        if !self.form.has_blanks {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 2 * CELLS);
        self.write(&mut out);
        Cow::Owned(out)
    }

    /// Writes it, its blanks filled.
    pub fn write(self, out: &mut String) {
        let mut rest = self.text.in_lang(self.lang);
        while let Some((before, tail)) = split(rest, b'{') {
            out.push_str(before);
            let blank = split(tail, b'}');
            let word = blank.and_then(|(blank, after)| Some((counted(blank)?, after)));
            if let Some(((name, [one, several]), after)) = word
                && let Some(arg) = self.finding.arg(name)
            {
                out.push_str(if matches!(arg, Arg::Number(1)) { one } else { several });
                rest = after;
                continue;
            }
            match blank.and_then(|(name, after)| Some((self.finding.arg(name)?, after))) {
                Some((Arg::Text(path), after)) if PATHS.contains(&tail.split('}').next().unwrap_or_default()) => {
                    out.push_str(&visible(path));
                    rest = after;
                }
                Some((arg, after)) => {
                    show(self.lang, arg, out);
                    rest = after;
                }
                // A test triggers every message and looks for blanks that nobody fills.
                None => {
                    out.push('{');
                    rest = tail;
                }
            }
        }
        out.push_str(rest);
    }
}

/// As `split_once`, at a byte of ASCII: sentences are short, and a search that prepares itself takes longer than they are.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// A name in at most `limit` cells. Of a title with its file in brackets the title gives way; of any other name the middle, since the end
/// is what tells drafts of one title apart. No bracket is left without the other of its pair.
fn shortened(label: &str, limit: usize) -> String {
    if cells(label) <= limit {
        return label.to_owned();
    }
    let Some((title, file)) = label.strip_suffix(')').and_then(|label| label.rsplit_once(" (")) else {
        return paired(&without_middle(label, limit / 2, limit));
    };
    let room = limit.saturating_sub(" ()".len());
    let of_file = room.saturating_sub(cells(title).min(TITLE));
    let file = paired(&without_middle(file, of_file / 2, of_file));
    format!("{} ({file})", paired(&truncate(title, room.saturating_sub(cells(&file)))))
}

/// The text without those brackets whose other half was cut away.
fn paired(text: &str) -> String {
    let (mut open, mut odd) = (Vec::new(), Vec::new());
    for (at, c) in text.char_indices() {
        if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push((at, c));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
            match open.pop_if(|(_, last)| last == opening) {
                Some(_) => {}
                None => odd.push(at),
            }
        }
    }
    odd.extend(open.into_iter().map(|(at, _)| at));
    text.char_indices().filter(|(at, _)| !odd.contains(at)).map(|(_, c)| c).collect()
}

/// Whether a path leads to a place beside the draft.
fn is_near(path: &str) -> bool {
    !path.starts_with(['~', '/', '\\']) && !path.get(1..).is_some_and(|rest| rest.starts_with(":\\"))
}

/// What was typed, in so many cells at most. It ends as a quotation does that goes on, and not behind a comma.
fn cut(lang: Lang, text: &str) -> Cow<'_, str> {
    if cells(text) <= CELLS {
        return Cow::Borrowed(text);
    }
    let more = match lang {
        Lang::Zh => "……",
        Lang::En => "...",
    };
    let head = take_cells(text, CELLS.saturating_sub(4)).trim_end_matches(|c: char| MARKS.contains(c) || c.is_whitespace());
    Cow::Owned(format!("{head}{more}"))
}

/// Marks with which nothing ends that is cut.
const MARKS: &str = "，、；：。,;:.";

/// An argument as it stands in a sentence. What was typed is cleaned and cut.
fn show(lang: Lang, arg: &Arg, out: &mut String) {
    match arg {
        Arg::Text(text) => out.push_str(&cut(lang, &visible(text))),
        Arg::File(path) => {
            let name = Path::new(path).file_name().filter(|_| !is_near(path)).map(OsStr::to_string_lossy);
            out.push_str(&cut(lang, &visible(name.as_deref().unwrap_or(path))));
        }
        Arg::Sentence(text) => out.push_str(&visible(text)),
        // Writing to a String cannot fail.
        Arg::Number(number) => drop(write!(out, "{number}")),
        Arg::Date(date) => drop(write!(out, "{date}")),
        Arg::Field(id) => id.field().write_full_label(lang, out),
        Arg::Hand(hand) => out.push_str(hand.words().in_lang(lang)),
        Arg::Fields(ids) => {
            for (index, id) in ids.iter().enumerate() {
                if index > 0 {
                    out.push_str(LIST.in_lang(lang));
                }
                out.push_str(id.label().in_lang(lang));
            }
        }
        Arg::Drafts(labels) => {
            for (index, label) in labels.iter().take(NAMED).enumerate() {
                if index > 0 {
                    out.push_str(LIST.in_lang(lang));
                }
                out.push_str(&shortened(&visible(label), LABEL));
            }
            if labels.len() > NAMED {
                out.push_str(&MORE_DRAFTS.with(lang, &[("count", &labels.len()), ("rest", &(labels.len() - NAMED))]));
            }
        }
        Arg::Sources(tags) => {
            for (index, document) in tags.iter().filter_map(|tag| publication(tag)).enumerate() {
                if index > 0 {
                    out.push_str(LIST.in_lang(lang));
                }
                out.push_str(&document.named(lang));
            }
        }
        Arg::Name(name) => out.push_str(name.in_lang(lang)),
        Arg::Place { name, read } => {
            out.push_str(name);
            if lang == Lang::En {
                out.extend([" (", read.as_str(), ")"]);
            }
        }
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

    /// The one blank of a finding, filled with something long that would steer the terminal.
    fn filled(blank: &'static str, long: &str) -> String {
        let typed = Arg::Text(format!("\u{1b}[31m{long}"));
        let finding = found("file-missing", "missing", FieldId::SubjectCertificatePhoto).with(blank, typed);
        let text = text("「{value}{file}」。", "{value}{file}.");
        let mut out = String::new();
        let other = if blank == "file" { "value" } else { "file" };
        let finding = finding.with(other, Arg::Text(String::new()));
        Sentence { text, ..finding.sentence(Lang::Zh) }.write(&mut out);
        out
    }

    #[test]
    fn typed_text_cannot_steer_the_terminal_or_fill_it() {
        let message = filled("value", &"很长".repeat(50));
        assert!(!message.contains('\u{1b}') && cells(&message) < 100, "{message}");
    }

    #[test]
    fn regions_are_read_aloud_in_english() {
        let place = |code: &str| crate::catalog::filing_region::find(code).unwrap();
        let regions = Arg::regions(&[place("440305"), place("440304")]);
        let finding = found("address-in-another-district", "short", FieldId::SubjectAddress).with("chosen", regions);
        let said = |lang| {
            let mut out = String::new();
            Sentence { text: text("在「{chosen}」", "in {chosen}"), ..finding.sentence(lang) }.write(&mut out);
            out
        };
        assert_eq!(said(Lang::Zh), "在「南山区、福田区」");
        assert_eq!(said(Lang::En), "in 南山区、福田区 (Nanshan, Futian)");
    }

    #[test]
    fn of_a_long_name_the_end_is_kept_that_tells_it_from_others() {
        for (label, limit, expected) in [
            ("小食记", LABEL, "小食记"),
            ("佰味点餐小馆订餐助手 (佰味订餐助手)", LABEL, "佰味点餐小馆订餐助手 (佰味订餐助手)"),
            ("四川虚构音乐文化有限公司-注销", 24, "四川虚构音乐..公司-注销"),
            ("a-very-long-name-of-a-draft-2", 24, "a-very-long-..-a-draft-2"),
            ("佰味点餐小馆订餐助手 (佰味订餐助手)", 24, "佰味点餐小.. (佰味..手)"),
            ("佰味点餐小馆订餐助手 (佰味订餐助手)", 30, "佰味点餐小馆.. (佰味订餐助手)"),
            ("四川虚构（成都）音乐文化有限公司-注销", 24, "四川虚构成..公司-注销"),
        ] {
            let short = shortened(label, limit);
            assert!(cells(&short) <= limit, "{short}");
            assert_eq!(short, expected);
        }
    }

    #[test]
    fn no_cut_leaves_an_odd_bracket() {
        let names =
            ["甲乙（丙丁）戊己（庚辛）-2", "甲乙 (丙丁) 戊己 (庚辛壬癸)", "a【b】c[d]《e》f (g (h))", ")(甲乙丙丁戊己庚辛"];
        for (name, limit) in names.into_iter().flat_map(|name| (8..40).map(move |limit| (name, limit))) {
            let short = shortened(name, limit);
            assert!(short == name || paired(&short) == short, "{name} {limit} {short}");
        }
    }

    #[test]
    fn a_path_cannot_steer_the_terminal_and_is_whole() {
        let path = format!("{}.jpg", "很长/".repeat(50));
        let message = filled("file", &path);
        assert!(!message.contains('\u{1b}') && message.contains(&path), "{message}");
    }
}
