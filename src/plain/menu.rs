//! The overview of the open draft, and the way through its fields.

use std::io;

use super::console::{Console, Line};
use super::export;
use super::field::{self, Way};
use super::report;
use super::session::Session;
use crate::filing::progress::{self, Progress};
use crate::filing::{FieldId, Section};
use crate::locale::plain as words;
use crate::rules::{self, Severity};

/// Leads through the draft until the user goes back to the drafts; false where the input ended.
///
/// # Errors
/// When nothing can be written or read.
pub fn run(session: &mut Session<'_>, console: &mut Console<'_>) -> io::Result<bool> {
    let mut is_shown = false;
    loop {
        let sections = Section::of_kind(session.draft.filing_kind());
        // Read out anew only where it may have changed.
        if !is_shown {
            overview(session, console, sections)?;
        }
        is_shown = true;
        let typed = match console.ask(words::OVERVIEW_CHOICES)? {
            Line::End => return Ok(false),
            Line::Typed(typed) => typed,
        };
        let goes_on = match typed.as_str() {
            "q" | "Q" | "<" => return Ok(true),
            "" => match first_empty(session, sections) {
                Some((section, at)) => {
                    is_shown = false;
                    walk(session, console, section, at)?
                }
                None => {
                    console.say(words::ALL_FILLED)?;
                    true
                }
            },
            "." | "。" => {
                is_shown = false;
                true
            }
            "r" | "R" => review(session, console)?,
            "m" | "M" => {
                report::checklist(session, console)?;
                true
            }
            "s" | "S" => report::status(session, console)?,
            "e" | "E" => {
                export::export(session, console)?;
                true
            }
            typed if typed.starts_with('/') => find(session, console, &typed[1..])?,
            typed => match typed.parse::<usize>().ok().and_then(|number| sections.get(number.checked_sub(1)?)) {
                Some(section) => {
                    is_shown = false;
                    walk(session, console, *section, 0)?
                }
                None => {
                    console.tell(words::BAD_ANSWER, &[("typed", &typed)])?;
                    true
                }
            },
        };
        if !goes_on {
            return Ok(false);
        }
    }
}

fn overview(session: &Session<'_>, console: &mut Console<'_>, sections: &[Section]) -> io::Result<()> {
    let lang = console.lang;
    let draft = &session.draft;
    let count = |severity| rules::count(&session.findings, severity);
    let untitled =
        words::UNTITLED.with(lang, &[("file", &session.file.path().file_name().unwrap_or_default().to_string_lossy())]);
    let title = if draft.title().is_empty() { untitled } else { draft.title().to_owned() };
    let progress = progress::of_draft(draft);
    let args: &[(&str, &dyn std::fmt::Display)] = &[
        ("title", &title),
        ("percent", &progress.map_or(0, Progress::percent)),
        ("errors", &count(Severity::Error)),
        ("warnings", &count(Severity::Warning)),
        ("hints", &count(Severity::Hint)),
    ];
    console.line("")?;
    console.tell(if progress.is_some() { words::OVERVIEW } else { words::OVERVIEW_SUBMITTED }, args)?;
    for (number, section) in sections.iter().enumerate() {
        let here = session.findings.iter().filter(|finding| draft.section_of(finding.field) == *section && finding.counts());
        let errors = here.filter(|finding| finding.severity == Severity::Error).count();
        let asked = draft.asked_in(*section).count();
        let done = draft.asked_in(*section).filter(|id| progress::is_filled(draft, *id)).count();
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("name", &section.label().in_lang(lang)), ("done", &done), ("total", &asked), ("errors", &errors)];
        let text = if errors > 0 { words::STEP_ERRORS } else { words::STEP }.with(lang, args);
        console.line(format!("{}. {text}", number + 1))?;
    }
    Ok(())
}

/// The first field that must or should be filled in and is not: its step, and its place there.
fn first_empty(session: &Session<'_>, sections: &[Section]) -> Option<(Section, usize)> {
    let draft = &session.draft;
    let is_wanted = |id: &FieldId| {
        let question = draft.section_of(*id) == Section::Questions;
        draft.get(*id).is_none() && (question || draft.need(*id) > crate::filing::Need::Optional)
    };
    sections.iter().find_map(|section| draft.asked_in(*section).position(|id| is_wanted(&id)).map(|at| (*section, at)))
}

/// Asks for the fields of a step, from this place on, and then for those of the next steps; false where the input ended.
fn walk(session: &mut Session<'_>, console: &mut Console<'_>, mut section: Section, start: usize) -> io::Result<bool> {
    let mut at = start;
    loop {
        // With every answer other fields may be asked for.
        let fields: Vec<FieldId> = session.draft.asked_in(section).collect();
        let Some(id) = fields.get(at).copied() else {
            console.line("")?;
            console.tell(words::STEP_DONE, &[("name", &section.label().in_lang(console.lang))])?;
            let sections = Section::of_kind(session.draft.filing_kind());
            let next = sections.iter().position(|one| *one == section).and_then(|place| sections.get(place + 1));
            match next {
                Some(next) => (section, at) = (*next, 0),
                None => return Ok(true),
            }
            continue;
        };
        let place = format!("{} {} / {}", section.label().in_lang(console.lang), at + 1, fields.len());
        match field::ask(session, console, id, &place)? {
            Way::On => {
                // The field may have gone, or others come before it.
                let here = session.draft.asked_in(section).position(|one| one == id);
                at = here.map_or(at, |here| here + 1);
            }
            Way::Back if at == 0 => {
                let sections = Section::of_kind(session.draft.filing_kind());
                let place = sections.iter().position(|one| *one == section).unwrap_or_default();
                match place.checked_sub(1).and_then(|before| sections.get(before)) {
                    Some(before) => {
                        section = *before;
                        at = session.draft.asked_in(section).count().saturating_sub(1);
                    }
                    None => return Ok(true),
                }
            }
            Way::Back => at -= 1,
            Way::Out => return Ok(true),
            Way::End => return Ok(false),
        }
    }
}

fn review(session: &mut Session<'_>, console: &mut Console<'_>) -> io::Result<bool> {
    loop {
        session.look_again();
        match report::review(session, console)? {
            None => return Ok(true),
            Some(None) => return Ok(false),
            Some(Some(id)) => {
                if one(session, console, id)? == Way::End {
                    return Ok(false);
                }
            }
        }
    }
}

fn one(session: &mut Session<'_>, console: &mut Console<'_>, id: FieldId) -> io::Result<Way> {
    let place = session.draft.section_of(id).label().in_lang(console.lang);
    field::ask(session, console, id, place)
}

/// Finds fields by a word of their names, and asks for the one that is meant.
fn find(session: &mut Session<'_>, console: &mut Console<'_>, wanted: &str) -> io::Result<bool> {
    let wanted = wanted.trim().to_lowercase();
    let holds = |id: &FieldId| {
        let (label, path) = (id.label(), id.path());
        let full = [console.lang, console.lang.other()].map(|lang| id.full_label(lang));
        let asked = id.asked_label();
        let texts = [label.zh, label.en, path, &full[0], &full[1], asked.zh, asked.en];
        texts.iter().any(|text| text.to_lowercase().contains(&wanted))
    };
    let found: Vec<FieldId> = session.draft.asked().filter(holds).collect();
    match found.as_slice() {
        [] => console.tell(words::FOUND_NONE, &[("typed", &wanted)])?,
        [only] => return Ok(one(session, console, *only)? != Way::End),
        several => {
            for (number, id) in several.iter().enumerate() {
                console.line(format!("{}. {}", number + 1, id.field().full_asked_label(console.lang)))?;
            }
            match console.ask(words::NUMBER_CHOICES)? {
                Line::End => return Ok(false),
                Line::Typed(typed) if typed.is_empty() => {}
                Line::Typed(typed) => {
                    let chosen = typed.parse::<usize>().ok().and_then(|number| several.get(number.checked_sub(1)?));
                    match chosen {
                        Some(id) => return Ok(one(session, console, *id)? != Way::End),
                        None => console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?,
                    }
                }
            }
        }
    }
    Ok(true)
}
