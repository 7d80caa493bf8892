//! `beian status`: where a filing stands, what is next and by when; records what happened.

use serde_json::{Value as Json, json};

use crate::cli::args::Status as Args;
use crate::cli::error::{Failure, Outcome, Source, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::time;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::filing::event::Story;
use crate::filing::outlook::Outlook;
use crate::filing::{Draft, Event, EventKind};
use crate::locale::{Lang, Text, cli as words, error, stage};
use crate::rules::{Finding, Severity};
use crate::text::clean::{one_line, visible};

/// The word that takes the last event back.
const UNDO: &str = "undo";

/// The rules about events and the number that comes with the last one.
const STORY_RULES: [&str; 2] = ["event-out-of-order", "filing-number-invalid"];

/// Shows the status, after recording the event if there is one.
pub fn run(args: &Args, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let Some(word) = &args.event else {
        let file = store::read(world, &args.draft)?;
        return show(&file, file.draft(), None, world, out);
    };
    let kind = event_kind(word)?;
    let mut file = store::write(world, &args.draft)?;
    let mut draft = file.draft().clone();
    let done = match kind {
        None => undo(lang, &mut draft)?,
        Some(kind) => record(args, kind, world, lang, &mut draft)?,
    };
    store::save(&mut file, &draft)?;
    if !out.is_json() {
        out.line(done)?;
    }
    let mut found = store::findings(world, &draft, file.folder());
    found.retain(|finding| matters(kind, finding));
    show(&file, &draft, Some(&found), world, out)
}

/// Whether a finding belongs to what was just recorded: those about the story always; whoever submits learns of every error.
fn matters(kind: Option<EventKind>, finding: &Finding) -> bool {
    let about_story = STORY_RULES.contains(&finding.rule.name);
    about_story || (kind == Some(EventKind::Submitted) && finding.severity == Severity::Error)
}

/// The event a word names; `None` for undo.
fn event_kind(word: &str) -> Result<Option<EventKind>, Failure> {
    if word == UNDO {
        return Ok(None);
    }
    EventKind::from_name(word).map(Some).ok_or_else(|| {
        let names = EventKind::ALL.map(EventKind::name);
        let all = Part::Words(|lang| named(lang, &EventKind::ALL));
        Failure::usage(Sentence::of(error::NO_EVENT).with("name", visible(word)))
            .guess(&similar(word, names), Sentence::of(error::NO_EVENT_HINT).with("events", all))
    })
}

fn undo(lang: Lang, draft: &mut Draft) -> Result<String, Failure> {
    match Story::undo(&mut draft.events) {
        Some(event) => Ok(about(lang, words::TAKEN_BACK, &event)),
        None => Err(Failure::usage(error::NOTHING_TO_UNDO)),
    }
}

fn record(args: &Args, kind: EventKind, world: &World, lang: Lang, draft: &mut Draft) -> Result<String, Failure> {
    if args.number.is_some() && !kind.has_number() {
        return Err(Failure::usage(error::NUMBER_ELSEWHERE));
    }
    let last = draft.events.last().map(|event| event.at);
    let at = match &args.at {
        Some(text) => time::moment(text, last)?,
        None => world.now,
    };
    let clean = |text: &Option<String>| text.as_deref().map(|text| one_line(text).0.trim().to_owned()).unwrap_or_default();
    let event = Event { at, kind, note: clean(&args.note), number: clean(&args.number) };
    let done = about(lang, words::RECORDED, &event);
    match Story::push(&mut draft.events, event, world.now) {
        Ok(_) => Ok(done),
        Err(reason) => Err(Failure::usage(Source::Event { kind, reason })),
    }
}

/// A sentence about an event.
fn about(lang: Lang, sentence: Text, event: &Event) -> String {
    sentence.with(lang, &[("event", &event.kind.label().in_lang(lang)), ("at", &stage::moment(event.at))])
}

/// `found` is what there is to say about an event that was just recorded.
fn show(file: &DraftFile, draft: &Draft, found: Option<&[Finding]>, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let outlook = Outlook::of(draft, world.now);
    if out.is_json() {
        let mut json = to_json(file, draft, &outlook);
        if let (Some(found), Some(object)) = (found, json.as_object_mut()) {
            object.insert("findings".to_owned(), findings::list_json(lang, found));
        }
        out.json(&json)?;
        return Ok(Status::Fine);
    }
    out.line(findings::heading(draft, &error::path(file.path())))?;
    for line in stage::outlook(lang, &outlook) {
        out.line(format!("  {line}"))?;
    }
    if !outlook.possible.is_empty() {
        out.line(format!("  {}", words::POSSIBLE_NEXT.with(lang, &[("events", &named(lang, &outlook.possible))])))?;
    }
    if !draft.events.is_empty() {
        out.line(format!("  {}", words::STORY.in_lang(lang)))?;
    }
    for event in &draft.events {
        let said: Vec<&str> = [event.number.as_str(), event.note.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        let name = event.kind.label().in_lang(lang);
        out.line(format!("    {}  {name}  {}", stage::moment(event.at), visible(&said.join("  "))).trim_end())?;
    }
    findings::print(out, found.unwrap_or_default())?;
    Ok(Status::Fine)
}

/// Events as the command line takes them, in Chinese with their names.
fn named(lang: Lang, kinds: &[EventKind]) -> String {
    let name = |kind: &EventKind| match lang {
        Lang::Zh => format!("{} {}", kind.name(), kind.label().zh),
        Lang::En => kind.name().to_owned(),
    };
    kinds.iter().map(name).collect::<Vec<_>>().join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

fn to_json(file: &DraftFile, draft: &Draft, outlook: &Outlook<'_>) -> Json {
    json!({
        "draft": store::path_json(file.path()),
        "title": draft.title(),
        "stage": outlook.stage.name(),
        "since": outlook.since.map(|since| since.to_rfc3339()),
        "due": outlook.due.map(|due| json!({ "date": due.date.to_string(), "estimate": due.estimate, "overdue": outlook.overdue })),
        "sms": outlook.deadline.map(|sms| json!({ "deadline": sms.at.to_rfc3339(), "seconds_left": sms.left.num_seconds() })),
        "number": outlook.number,
        "reasons": outlook.sent_back_by.map(|event| event.note.as_str()).filter(|note| !note.is_empty()),
        "next": outlook.next.iter().map(|step| step.name()).collect::<Vec<_>>(),
        "possible": outlook.possible.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
        "impossible": outlook.impossible,
        "events": draft.events.iter().map(event_json).collect::<Vec<_>>(),
    })
}

fn event_json(event: &Event) -> Json {
    let mut json = json!({ "at": event.at.to_rfc3339(), "kind": event.kind.name() });
    if let Some(object) = json.as_object_mut() {
        for (key, text) in [("note", &event.note), ("number", &event.number)] {
            if !text.is_empty() {
                object.insert(key.to_owned(), text.as_str().into());
            }
        }
    }
    json
}
