//! Findings, printed.

use std::io;

use serde_json::Value as Json;

use super::error::Status;
use super::json::JsonLine;
use super::output::Out;
use super::value;
use crate::filing::guard::{Guard, guard};
use crate::filing::{Draft, FieldId, Section, Value};
use crate::locale::cited::{self, Cited};
use crate::locale::{self, Lang, cli as words};
use crate::rules::{self, Finding, Fix, Sentence, Severity, Spot};
use crate::text::clean::visible;
use crate::text::width::cells;
use crate::text::wrap::wrap;

/// A finding for programs.
#[must_use]
pub fn to_json(lang: Lang, finding: &Finding) -> Json {
    let mut line = JsonLine::new();
    write_json(&mut line, lang, finding);
    line.into_value()
}

/// Writes a finding for programs: the one place that says which keys it has.
pub fn write_json(line: &mut JsonLine, lang: Lang, finding: &Finding) {
    line.raw("{\"rule\":");
    line.word(finding.rule.name);
    line.raw(",\"severity\":");
    line.word(finding.severity.name());
    line.raw(",\"field\":");
    line.word(&finding.path());
    line.raw(",\"message\":");
    write_sentence(line, finding.sentence(lang));
    line.raw(",\"fix\":");
    write_sentence(line, finding.remedy(lang));
    line.raw(",\"sources\":");
    line.array(&cited::of_finding(lang, finding), write_source);
    if !finding.fixes.is_empty() {
        line.raw(",\"fixes\":");
        line.array(&finding.fixes, write_fix);
    }
    if let Some(confirmed) = &finding.confirmed {
        line.raw(",\"confirmed\":{\"reason\":");
        line.text(&confirmed.reason);
        line.raw(",\"date\":");
        line.text(&confirmed.date.to_string());
        line.raw("}");
    }
    line.raw("}");
}

/// A source for programs: `null` where it bears no date or is not public.
fn write_source(line: &mut JsonLine, source: &Cited) {
    let optional = |line: &mut JsonLine, text: &str| if text.is_empty() { line.raw("null") } else { line.text(text) };
    line.raw("{\"title\":");
    line.text(source.title);
    line.raw(",\"publisher\":");
    line.text(source.publisher);
    line.raw(",\"published\":");
    optional(line, source.published);
    line.raw(",\"read\":");
    optional(line, source.read);
    line.raw(",\"address\":");
    optional(line, source.address);
    line.raw("}");
}

fn write_sentence(line: &mut JsonLine, sentence: Sentence<'_>) {
    match sentence.plain() {
        Some(plain) => line.word(plain),
        None => line.text_by(|out| sentence.write(out)),
    }
}

/// A change for programs: the values by their fields, `null` for a field that is emptied.
fn write_fix(line: &mut JsonLine, fix: &Fix) {
    line.raw(if fix.is_safe() { "{\"sure\":true,\"changes\":{" } else { "{\"sure\":false,\"changes\":{" });
    for (index, (id, value)) in fix.changes.iter().enumerate() {
        if index > 0 {
            line.raw(",");
        }
        line.word(id.path());
        line.raw(":");
        match value {
            None => line.raw("null"),
            Some(Value::Text(text)) => line.text(text),
            Some(value) => line.value(&value::to_json(value)),
        }
    }
    line.raw("}}");
}

/// Findings for programs.
#[must_use]
pub fn list_json(lang: Lang, findings: &[Finding]) -> Json {
    findings.iter().map(|finding| to_json(lang, finding)).collect()
}

/// How findings count towards the exit status.
#[must_use]
pub fn status(findings: &[Finding]) -> Status {
    if findings.iter().any(|finding| finding.severity == Severity::Error) { Status::Findings } else { Status::Fine }
}

/// How many there are of each weight.
#[must_use]
pub fn counts(lang: Lang, findings: &[Finding]) -> String {
    let count = |weight| rules::count(findings, weight);
    words::counts(lang, count(Severity::Error), count(Severity::Warning), count(Severity::Hint))
}

/// How many errors there are in values that are on record, which takes a change to be put right: files and answers stay here.
#[must_use]
pub fn on_record(draft: &Draft, findings: &[Finding]) -> usize {
    let is_of_record = |id: FieldId| {
        let is_kept = id.field().section == Section::Questions || id.field().kind.is_file();
        !is_kept && id != FieldId::FilingKind && guard(draft, [id]) == Some(Guard::Filed)
    };
    findings.iter().filter(|finding| finding.severity == Severity::Error && is_of_record(finding.field)).count()
}

/// Findings for people, by section.
///
/// # Errors
/// When they cannot be written.
pub fn print(out: &mut Out<'_>, findings: &[Finding]) -> io::Result<()> {
    for section in Section::ALL {
        let mut here = findings.iter().filter(|finding| finding.field.field().section == section).peekable();
        if here.peek().is_some() {
            out.line(format!("  {}", section.label().in_lang(out.lang)))?;
        }
        for alike in alike(out.lang, here) {
            print_alike(out, &alike)?;
        }
    }
    let turned = findings.iter().map(|finding| finding.field).find(|id| id.field().contrary.is_some());
    match turned {
        Some(id) => {
            let asked = id.asked_label().in_lang(out.lang);
            out.line(format!("  {}", words::ASKED_TURNED.with(out.lang, &[("asked", &asked), ("path", &id.path())])))
        }
        None => Ok(()),
    }
}

/// Findings for people, a line each: what is wrong, without what to do.
///
/// # Errors
/// When they cannot be written.
pub fn print_briefly(out: &mut Out<'_>, findings: &[Finding]) -> io::Result<()> {
    let lang = out.lang;
    for section in Section::ALL {
        let here = findings.iter().filter(|finding| finding.field.field().section == section);
        for alike in alike(lang, here) {
            let Some(first) = alike.first() else { continue };
            let said = if alike.len() < FEW { locale::finding::message(lang, first) } else { same(lang, &alike) };
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            // Without headings a name alone may be anybody's.
            let (section, names) = (section.label().in_lang(lang), names(lang, &alike));
            let place = if names == section { names } else { format!("{section} · {names}") };
            out.line(format!("  {} {place}{colon}{said}  ({})", weight(out, first), first.rule.name))?;
        }
    }
    Ok(())
}

/// So many that say the same are told one by one.
const FEW: usize = 3;
/// Cells of a line of names.
const NAMES: usize = 100;

/// Rule and message, without the field; and what to do.
type Sense = (String, String);

/// Findings of a section that say the same of several fields, each sort where its first stands. What offers a change, or was confirmed, stands
/// by itself, and so do few.
fn alike<'f>(lang: Lang, findings: impl Iterator<Item = &'f Finding>) -> Vec<Vec<&'f Finding>> {
    let mut sorts: Vec<(Option<Sense>, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let is_plain = finding.fixes.is_empty() && finding.confirmed.is_none() && finding.spot.is_none();
        let sense = is_plain.then(|| {
            let without = locale::finding::message(lang, finding).replace(&finding.field.full_label(lang), "");
            (format!("{} {:?} {without}", finding.rule.name, finding.severity), locale::finding::fix(lang, finding))
        });
        match sorts.iter_mut().find(|(other, _)| other.is_some() && *other == sense) {
            Some((_, list)) => list.push(finding),
            None => sorts.push((sense, vec![finding])),
        }
    }
    let parted =
        |list: Vec<&'f Finding>| if list.len() < FEW { list.into_iter().map(|one| vec![one]).collect() } else { vec![list] };
    sorts.into_iter().flat_map(|(_, list)| parted(list)).collect()
}

/// What findings that are alike say: their message, where it names no field; else what the rule is about.
fn same(lang: Lang, alike: &[&Finding]) -> String {
    let mut said = alike.iter().map(|finding| locale::finding::message(lang, finding));
    let first = said.next().unwrap_or_default();
    let title = alike.first().map(|finding| finding.rule.title.in_lang(lang)).unwrap_or_default();
    if said.all(|other| other == first) { first } else { format!("{title}{}", if lang == Lang::Zh { "。" } else { "." }) }
}

/// The places that findings are about.
fn names(lang: Lang, alike: &[&Finding]) -> String {
    let between = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    alike.iter().map(|finding| place(lang, finding)).collect::<Vec<_>>().join(between)
}

/// The word for a finding's weight, coloured where that is wanted.
fn weight(out: &Out<'_>, finding: &Finding) -> String {
    let word = words::severity(finding.severity).in_lang(out.lang);
    out.painted(colour(finding.severity), &format!("[{word}]"))
}

/// Findings that are alike: weight and rule, which fields, then what is wrong and how to mend it, once.
fn print_alike(out: &mut Out<'_>, alike: &[&Finding]) -> io::Result<()> {
    let lang = out.lang;
    let Some(first) = alike.first() else { return Ok(()) };
    if alike.len() < FEW {
        return alike.iter().try_for_each(|finding| print_one(out, finding));
    }
    let count = words::FIELDS_ALIKE.with(lang, &[("count", &alike.len())]);
    out.line(format!("    {} {count}  ({})", weight(out, first), first.rule.name))?;
    for line in wrap(&names(lang, alike), NAMES) {
        out.line(format!("        {line}"))?;
    }
    out.line(format!("        {}", same(lang, alike)))?;
    let fix = locale::finding::fix(lang, first);
    if fix.is_empty() { Ok(()) } else { out.line(format!("        {fix}")) }
}

/// One finding: weight, field and rule, then what is wrong and how to mend it.
fn print_one(out: &mut Out<'_>, finding: &Finding) -> io::Result<()> {
    let lang = out.lang;
    out.line(format!("    {} {}  ({})", weight(out, finding), place(lang, finding), finding.rule.name))?;
    out.line(format!("        {}", locale::finding::message(lang, finding)))?;
    if let Some(confirmed) = &finding.confirmed {
        return out.line(format!("        {}", locale::finding::stands(lang, confirmed)));
    }
    let fix = locale::finding::fix(lang, finding);
    if !fix.is_empty() {
        out.line(format!("        {fix}"))?;
    }
    for mended in &finding.fixes {
        let shown = locale::finding::change(lang, finding.field, mended);
        out.line(format!("        {}", words::MAY_BE.with(lang, &[("value", &shown)])))?;
    }
    Ok(())
}

/// Red, yellow and cyan, which every palette shows.
const fn colour(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Hint => 36,
    }
}

/// The label of the place a finding is about.
fn place(lang: Lang, finding: &Finding) -> String {
    let label = finding.field.label().in_lang(lang);
    match finding.spot {
        // As people are asked it: an answer to that is right wherever it is given.
        None => finding.field.asked_label().in_lang(lang).to_owned(),
        Some(Spot { row, column: None }) => format!("{label} {}", row + 1),
        Some(Spot { row, column: Some(column) }) => format!("{label} {} · {}", row + 1, column.label().in_lang(lang)),
    }
}

/// The title of a draft as it may be shown: cleaned.
#[must_use]
pub fn title(draft: &Draft) -> String {
    visible(draft.title()).into_owned()
}

/// The heading of a draft: its title and its file. The file, which people copy, is never cut: where a terminal has no room for both, it
/// stands on a line of its own.
///
/// # Errors
/// When it cannot be written.
pub fn head(out: &mut Out<'_>, title: &str, name: &str) -> io::Result<()> {
    if title.is_empty() {
        return out.line(name);
    }
    let title = out.shortened(title).into_owned();
    let whole = format!("{title}  ({name})");
    if out.columns.is_none_or(|columns| cells(&whole) <= columns) {
        return out.line(whole);
    }
    out.line(title)?;
    out.line(name)
}
