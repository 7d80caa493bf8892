//! Findings, printed.

use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value as Json, json};

use super::error::Status;
use super::output::Out;
use super::value;
use crate::filing::{Draft, Section};
use crate::locale::{self, Lang, cli as words};
use crate::rules::{self, Finding, Fix, Severity, Spot};
use crate::text::clean::visible;
use crate::text::width::truncate;

/// A finding for programs.
#[must_use]
pub fn to_json(lang: Lang, finding: &Finding) -> Json {
    json!(Shown { lang, finding })
}

/// A finding in a language, to be written without a tree of values between.
pub struct Shown<'f> {
    /// The language of its sentences.
    pub lang: Lang,
    /// The finding.
    pub finding: &'f Finding,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { lang, finding } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", finding.rule.name)?;
        map.serialize_entry("severity", finding.severity.name())?;
        map.serialize_entry("field", &finding.path())?;
        map.serialize_entry("message", &finding.message(lang))?;
        map.serialize_entry("fix", &finding.fix(lang))?;
        if !finding.fixes.is_empty() {
            map.serialize_entry("fixes", &finding.fixes.iter().map(fix_json).collect::<Vec<Json>>())?;
        }
        if let Some(confirmed) = &finding.confirmed {
            map.serialize_entry("confirmed", &json!({ "reason": confirmed.reason, "date": confirmed.date.to_string() }))?;
        }
        map.end()
    }
}

/// A change for programs: the values by their fields, `null` for a field that is emptied.
fn fix_json(fix: &Fix) -> Json {
    let changes = fix.changes.iter().map(|(id, value)| (id.path().to_owned(), value.as_ref().map_or(Json::Null, value::to_json)));
    json!({ "sure": fix.sure, "changes": Json::Object(changes.collect()) })
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
        for finding in here {
            print_one(out, finding)?;
        }
    }
    Ok(())
}

/// One finding: weight, field and rule, then what is wrong and how to mend it.
fn print_one(out: &mut Out<'_>, finding: &Finding) -> io::Result<()> {
    let lang = out.lang;
    let weight = words::severity(finding.severity).in_lang(lang);
    out.line(format!("    [{weight}] {}  ({})", place(lang, finding), finding.rule.name))?;
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

/// The label of the place a finding is about.
fn place(lang: Lang, finding: &Finding) -> String {
    let label = finding.field.label().in_lang(lang);
    match finding.spot {
        None => label.to_owned(),
        Some(Spot { row, column: None }) => format!("{label} {}", row + 1),
        Some(Spot { row, column: Some(column) }) => format!("{label} {} · {}", row + 1, column.label().in_lang(lang)),
    }
}

/// Cells that a title takes at most.
const TITLE: usize = 60;

/// The title of a draft as it may be shown: cleaned, and cut where it would fill the screen.
#[must_use]
pub fn title(draft: &Draft) -> String {
    truncate(&visible(draft.title()), TITLE).into_owned()
}

/// The heading of a draft: its title and its file.
#[must_use]
pub fn heading(draft: &Draft, name: &str) -> String {
    let title = title(draft);
    if title.is_empty() { name.to_owned() } else { format!("{title}  ({name})") }
}
