//! `beian check`: all findings of one or several drafts, or of drafts on standard input.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use serde_json::{Value as Json, json};

use super::args::Check;
use super::error::{Failure, Outcome, Status};
use super::findings;
use super::fix;
use super::out::{Out, json_line};
use super::store;
use super::world::World;
use crate::drafts::DraftFile;
use crate::drafts::codec::{self, Document};
use crate::locale::{Lang, cli as words, error};
use crate::rules::Finding;
use crate::rules::others::{Among, Others, label_of};
use crate::text::clean::visible;

/// Where drafts come from when they come line by line.
const STDIN: &str = "-";
/// Bytes of a line at most: a draft without its scans is some kilobytes.
const MAX_LINE: u64 = 1 << 20;

/// What came of one draft.
struct Checked {
    name: String,
    title: String,
    result: Result<Vec<Finding>, Failure>,
    notes: Vec<String>,
    /// What was mended before, where that was asked for.
    mended: Option<Vec<Finding>>,
}

impl Checked {
    /// What could not be read.
    fn failed(name: String, failure: Failure) -> Self {
        Self { name, title: String::new(), result: Err(failure), notes: Vec::new(), mended: None }
    }
}

/// Checks everything that is named. What cannot be read does not keep the rest from being checked.
pub fn run(args: &Check, world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let lang = out.lang;
    let wanted: Vec<&OsStr> = args.drafts.iter().map(OsString::as_os_str).collect();
    let is_stdin = |wanted: &OsStr| wanted == STDIN;
    match wanted.as_slice() {
        [one] if is_stdin(one) => lines(world, input, out, err),
        many if many.iter().any(|wanted| is_stdin(wanted)) => {
            Err(Failure::usage(lang, error::STDIN_ALONE, &[], error::STDIN_ALONE_HINT.in_lang(lang).to_owned()).into())
        }
        [one] => {
            let Some(checked) = all_named(world, lang, &[one], args.fix).pop() else { return Ok(Status::Fine) };
            if let (true, false, Ok(found)) = (out.is_json(), args.fix, &checked.result) {
                out.json(&findings::list_json(lang, found))?;
                return Ok(findings::status(found));
            }
            match checked.result {
                Err(failure) => Err(failure.into()),
                Ok(_) if out.is_json() => {
                    out.json(&to_json(lang, &checked))?;
                    Ok(status_of(&checked))
                }
                Ok(_) => Ok(print(out, err, &checked)?),
            }
        }
        many => each(out, err, all_named(world, lang, many, args.fix).into_iter()),
    }
}

/// Prints drafts one after the other, as they come. The gravest counts.
fn each(out: &mut Out<'_>, err: &mut dyn Write, drafts: impl Iterator<Item = Checked>) -> Outcome {
    let mut worst = Status::Fine;
    let mut separator = "[\n";
    for checked in drafts {
        if out.is_json() {
            out.raw(separator)?;
            out.raw(&json_line(&to_json(out.lang, &checked)))?;
            separator = ",\n";
            worst = worst.max(status_of(&checked));
        } else {
            worst = worst.max(print(out, err, &checked)?);
        }
    }
    if out.is_json() {
        out.raw(if separator == "[\n" { "[]\n" } else { "\n]\n" })?;
    }
    Ok(worst)
}

fn status_of(checked: &Checked) -> Status {
    match &checked.result {
        Ok(found) => findings::status(found),
        Err(failure) => failure.status,
    }
}

fn print(out: &mut Out<'_>, err: &mut dyn Write, checked: &Checked) -> std::io::Result<Status> {
    let found = match &checked.result {
        Ok(found) => found,
        Err(failure) => {
            out.flush()?;
            writeln!(err, "{}", failure.to_text(out.lang))?;
            return Ok(failure.status);
        }
    };
    let heading = if checked.title.is_empty() { checked.name.clone() } else { format!("{}  ({})", checked.title, checked.name) };
    out.line(heading)?;
    findings::print(out, found)?;
    for note in &checked.notes {
        out.line(format!("  {note}"))?;
    }
    out.line(format!("  {}", findings::counts(out.lang, found)))?;
    Ok(findings::status(found))
}

fn to_json(lang: Lang, checked: &Checked) -> Json {
    match &checked.result {
        Ok(found) => {
            let mut json = json!({ "draft": checked.name, "findings": findings::list_json(lang, found) });
            if let Some(mended) = &checked.mended {
                json["mended"] = findings::list_json(lang, mended);
            }
            json
        }
        Err(failure) => {
            json!({ "draft": checked.name, "error": { "message": failure.message, "hint": failure.hint } })
        }
    }
}

/// A draft by path or name, by itself.
fn named(world: &World, lang: Lang, wanted: &OsStr) -> Checked {
    match store::read(world, lang, wanted) {
        Ok(file) => checked(world, lang, error::path(file.path()), file.document(), file.folder(), Among::nobody()),
        Err(failure) => Checked::failed(visible(&wanted.to_string_lossy()).into_owned(), failure),
    }
}

/// Drafts by path or name, each among the others; before that, what cannot be wrong is mended where that is asked for.
fn all_named(world: &World, lang: Lang, wanted: &[&OsStr], fix: bool) -> Vec<Checked> {
    let mended: Vec<Option<Result<Vec<Finding>, Failure>>> =
        wanted.iter().map(|wanted| fix.then(|| fix::mend(world, lang, wanted))).collect();
    let read: Vec<Result<DraftFile, Failure>> = wanted.iter().map(|wanted| store::read(world, lang, wanted)).collect();
    let (mut others, mut places) = (Others::default(), HashMap::new());
    for file in read.iter().flatten() {
        let name = file.path().file_stem().unwrap_or_default().to_string_lossy();
        // A draft that is named twice is no draft besides itself.
        places.entry(file.path()).or_insert_with(|| others.add(&label_of(file.draft(), &visible(&name)), file.draft()));
    }
    let one = |((wanted, mended), file): ((&&OsStr, Option<Result<Vec<Finding>, Failure>>), &Result<DraftFile, Failure>)| {
        let name = || visible(&wanted.to_string_lossy()).into_owned();
        match (mended, file) {
            (Some(Err(failure)), _) => Checked::failed(name(), failure),
            (_, Err(failure)) => Checked::failed(name(), failure.clone()),
            (mended, Ok(file)) => {
                let among = Among::new(&others, places.get(file.path()).copied());
                let mut checked = checked(world, lang, error::path(file.path()), file.document(), file.folder(), among);
                if let Some(Ok(mended)) = mended {
                    checked.notes.extend(mended.iter().map(|finding| fix::note(lang, finding)));
                    checked.mended = Some(mended);
                }
                checked
            }
        }
    };
    wanted.iter().zip(mended).zip(&read).map(one).collect()
}

fn checked(world: &World, lang: Lang, name: String, document: &Document, folder: &Path, among: Among<'_>) -> Checked {
    let draft = document.draft();
    let mut notes = Vec::new();
    let unknown = document.unknown_keys();
    if !unknown.is_empty() {
        notes.push(words::UNKNOWN_KEYS.with(lang, &[("keys", &visible(&unknown.join(", ")))]));
    }
    let unread = document.unread_events().len();
    if unread > 0 {
        notes.push(words::UNREAD_EVENTS.with(lang, &[("count", &unread)]));
    }
    let title = findings::title(draft);
    Checked { name, title, result: Ok(store::findings_among(world, draft, folder, among)), notes, mended: None }
}

/// Drafts on standard input, one a line.
fn lines(world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let lang = out.lang;
    let mut reader = BufReader::new(input);
    let mut number = 0;
    let mut broken = false;
    let drafts = std::iter::from_fn(|| {
        loop {
            // What could not be read once will not be read the next time.
            if broken {
                return None;
            }
            number += 1;
            let name = words::LINE.with(lang, &[("line", &number)]);
            let fail = |failure| Checked::failed(name.clone(), failure);
            return match next_line(&mut reader) {
                Line::End => None,
                Line::Text(text) if text.trim().is_empty() => continue,
                Line::Text(text) => Some(line(world, lang, number, &text).unwrap_or_else(fail)),
                Line::TooLong => Some(fail(bad_line(lang, number, &error::LINE_TOO_LONG.with(lang, &[("limit", &MAX_LINE)])))),
                Line::NotText => Some(fail(bad_line(lang, number, error::LINE_NOT_TEXT.in_lang(lang)))),
                Line::Failed(trouble) => {
                    broken = true;
                    let trouble = error::io(lang, &trouble.into());
                    let message = error::INPUT_FAILED.with(lang, &[("trouble", &trouble)]);
                    let hint = error::INPUT_FAILED_HINT.in_lang(lang).to_owned();
                    Some(fail(Failure { status: Status::System, message, hint }))
                }
            };
        }
    });
    each(out, err, drafts)
}

enum Line {
    Text(String),
    TooLong,
    NotText,
    Failed(std::io::Error),
    End,
}

/// The next line, without ever holding more of it than a draft could need.
fn next_line(reader: &mut impl BufRead) -> Line {
    let mut bytes = Vec::new();
    match reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes) {
        Ok(0) => return Line::End,
        Err(error) => return Line::Failed(error),
        Ok(_) => {}
    }
    if bytes.len() as u64 == MAX_LINE && bytes.last() != Some(&b'\n') {
        return match reader.skip_until(b'\n') {
            Ok(_) => Line::TooLong,
            Err(error) => Line::Failed(error),
        };
    }
    String::from_utf8(bytes).map_or(Line::NotText, Line::Text)
}

/// The draft one line means.
fn line(world: &World, lang: Lang, number: usize, text: &str) -> Result<Checked, Failure> {
    let bad = |detail: &str| bad_line(lang, number, detail);
    match serde_json::from_str(text) {
        Ok(Json::String(path)) => Ok(named(world, lang, OsStr::new(&path))),
        Ok(Json::Object(object)) => {
            let toml = to_toml(&Json::Object(object)).ok_or_else(|| bad(error::LINE_NEITHER.in_lang(lang)))?;
            let text = toml::to_string(&toml).map_err(|error| bad(&visible(&error.to_string())))?;
            let document = codec::parse(&text).map_err(|error| {
                let (detail, hint) = error::object(lang, &error);
                Failure { hint, ..bad(&detail) }
            })?;
            let name = words::LINE.with(lang, &[("line", &number)]);
            Ok(checked(world, lang, name, &document, &world.folder, Among::nobody()))
        }
        Ok(_) => Err(bad(error::LINE_NEITHER.in_lang(lang))),
        Err(error) => Err(bad(&visible(&error.to_string()))),
    }
}

fn bad_line(lang: Lang, number: usize, detail: &str) -> Failure {
    let hint = error::BAD_LINE_HINT.in_lang(lang).to_owned();
    Failure::usage(lang, error::BAD_LINE, &[("line", &number), ("detail", &detail)], hint)
}

/// The same value in TOML. Null is nothing.
fn to_toml(json: &Json) -> Option<toml::Value> {
    Some(match json {
        Json::Null => return None,
        Json::Bool(flag) => toml::Value::Boolean(*flag),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => toml::Value::Integer(integer),
            None => toml::Value::Float(number.as_f64()?),
        },
        Json::String(text) => toml::Value::String(text.clone()),
        Json::Array(values) => toml::Value::Array(values.iter().filter_map(to_toml).collect()),
        Json::Object(object) => {
            toml::Value::Table(object.iter().filter_map(|(key, value)| Some((key.clone(), to_toml(value)?))).collect())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_one_by_one_and_never_too_much() {
        let long = "x".repeat(MAX_LINE as usize + 5);
        let text = format!("one\n\n{long}\nlast");
        let mut reader = BufReader::new(text.as_bytes());
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "one\n"));
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "\n"));
        assert!(matches!(next_line(&mut reader), Line::TooLong));
        assert!(matches!(next_line(&mut reader), Line::Text(text) if text == "last"));
        assert!(matches!(next_line(&mut reader), Line::End));
        assert!(matches!(next_line(&mut BufReader::new(&b"\xff\n"[..])), Line::NotText));
    }

    #[test]
    fn json_becomes_toml_without_nulls() {
        let json = json!({ "a": null, "b": [1, null, "x"], "c": { "d": true, "e": 1.5 } });
        let toml = toml::to_string(&to_toml(&json).unwrap()).unwrap();
        assert_eq!(toml, "b = [1, \"x\"]\n\n[c]\nd = true\ne = 1.5\n");
    }
}
