//! `beian status`: where a filing stands, what is next and by when; records what happened.

mod calendar;
mod follow_up;
mod import;
mod json;
mod number;
mod sync;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;

use serde_json::Value as Json;

use crate::answer::Import;
use crate::cli::args::Status as Args;
use crate::cli::deadline;
use crate::cli::each::{Pace, each};
use crate::cli::error::{Failure, Outcome, Source, Status};
use crate::cli::findings;
use crate::cli::many;
use crate::cli::output::Out;
use crate::cli::own::OwnDrafts;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::similar::similar;
use crate::cli::stage_word;
use crate::cli::store;
use crate::cli::time;
use crate::cli::world::World;
use crate::compare::number_conflicts;
use crate::drafts::DraftFile;
use crate::drafts::exported::{self, Exported};
use crate::drafts::take_over::TakenOver;
use crate::filing::deadline::next;
use crate::filing::event::{role_from_name, role_name};
use crate::filing::guard::is_filed;
use crate::filing::progress::{self, Progress};
use crate::filing::status::Step;
use crate::filing::{Course, Draft, Event, EventKind, FilingKind, FilingStatus, History, Role, Stage};
use crate::locale::{
    Lang, Text, cli as words, error, many as many_words, record as record_words, stage, take_over as take_over_words,
};
use crate::package::digest::{Freshness, digest};
use crate::rules::rejection::{self, OPEN_RULE, Standing};
use crate::rules::{self, Context, Finding, RECORD_HAS_ENDED, Severity};
use crate::scan::facts::Facts;
use crate::text::clean::{one_line, visible};

/// The word that takes the last event back.
const UNDO: &str = "undo";

/// The rules about events and the number that comes with the last one.
const STORY_RULES: [&str; 3] = ["event-out-of-order", "filing-number-invalid", "filing-number-in-another-draft"];

/// Shows the status, after recording the event if there is one.
pub fn run(mut args: Args, world: &World, input: &mut dyn Read, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let mut drafts = drafts_of(&mut args, world)?;
    if let Some(word) = &args.event
        && word != sync::WORD
    {
        event_kind(word)?;
    }
    if let Some(file) = &args.calendar {
        return calendar::run(&many::expand(world, &drafts)?, file, world, out);
    }
    let is_for_one = args.import.is_some();
    if is_for_one && many::is_several(world, &drafts)? {
        return Err(Failure::usage(many_words::ONE_AT_A_TIME).hint(many_words::ONE_AT_A_TIME_HINT).into());
    }
    if is_for_one {
        args.draft = drafts.into_iter().next().unwrap_or_default();
        return one(&args, world, input, out);
    }
    if args.event.is_none() {
        drafts = by_urgency(drafts, world)?;
    }
    let pace = if args.event.is_some() { Pace::OneByOne } else { Pace::Together };
    each(world, &drafts, pace, "status", out, err, |draft, out| {
        one(&Args { draft: draft.to_owned(), ..args.clone() }, world, &mut std::io::empty(), out)
    })
}

/// The drafts of a folder with what takes somebody's hands in front, codes before rejections, and what is due first before what is due later;
/// drafts that are named stay as they were.
fn by_urgency(drafts: Vec<OsString>, world: &World) -> Result<Vec<OsString>, Failure> {
    let mut all = many::expand(world, &drafts)?;
    if all.len() < 2 || all == drafts {
        return Ok(drafts);
    }
    // What is due by no day comes behind what is.
    all.sort_by_cached_key(|wanted| {
        let file = store::read(world, wanted).ok();
        let Some(draft) = file.as_ref().map(DraftFile::draft) else { return (urgency(None), true, None) };
        let due = next(draft, world.now).and_then(|next| next.passes_at());
        (urgency(Some((draft, due.is_some()))), due.is_none(), due)
    });
    Ok(all)
}

/// How soon somebody has to see to a draft, the soonest first; of one that cannot be read nobody knows.
fn urgency(draft: Option<(&Draft, bool)>) -> u8 {
    let Some((draft, is_due)) = draft else { return 2 };
    let history = History::of(draft);
    match history.stage() {
        Stage::SmsVerification => 0,
        Stage::Preparing if history.sent_back_by().is_some() => 1,
        _ if is_due => 2,
        Stage::Preparing => 3,
        Stage::PlatformReview | Stage::BureauReview | Stage::Filed | Stage::Deregistered => 4,
    }
}

/// The drafts that are named. The last word is the event, unless that is a draft, too.
fn drafts_of(args: &mut Args, world: &World) -> Result<Vec<OsString>, Failure> {
    let mut words: Vec<OsString> = std::iter::once(args.draft.clone()).chain(args.event.take().map(OsString::from)).collect();
    words.append(&mut args.more);
    let is_draft = |word: &OsString| store::find(world, word).is_ok_and(|found| found.exists());
    let is_event = |word: &OsString| word.to_str().is_some_and(|word| word == sync::WORD || event_kind(word).is_ok());
    // Into a calendar go drafts alone.
    if args.calendar.is_none() && words.len() > 1 && words.last().is_some_and(|last| is_event(last) || !is_draft(last)) {
        args.event = words.pop().map(|event| event.to_string_lossy().into_owned());
    }
    let has_details = args.note.is_some() || args.number.is_some() || args.who.is_some();
    if args.event.is_none() && (has_details || args.at.is_some() && args.import.is_none()) {
        return Err(Failure::usage(many_words::EVENT_ONCE).hint(many_words::EVENT_ONCE_HINT));
    }
    Ok(words)
}

fn one(args: &Args, world: &World, input: &mut dyn Read, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if let Some(file) = &args.import {
        return import::run(args, file, world, input, out);
    }
    let Some(word) = &args.event else {
        let file = store::read(world, &args.draft)?;
        return show(&file, file.draft(), Told::default(), world, out);
    };
    if word == sync::WORD {
        return sync::run(args, world, out);
    }
    let kind = event_kind(word)?;
    let mut file = store::write(world, &args.draft)?;
    let mut draft = file.draft().clone();
    let facts = facts(world, &draft, kind.is_some_and(EventKind::has_reasons), file.folder());
    let doubts = unchanged(kind, &draft, &facts, world);
    let ended = has_ended(kind, &draft, &file, world);
    let before = draft.clone();
    // Of two that record one number at a time for two drafts, the second sees what the first has written.
    let turn = args.number.as_ref().map(|_| sync::turn(&file, world));
    let done = match kind {
        // The last one may be among those that cannot be read: an earlier one must not go in its place.
        None if !file.document().unread_events().is_empty() => return Err(unread(&file).into()),
        None => undo(lang, &error::path(file.path()), &mut draft)?,
        Some(kind) => record(args, kind, (&file, world, &facts), lang, &mut draft)?,
    };
    store::save(&mut file, &draft)?;
    drop(turn);
    let synced = match kind {
        None => sync::back(&before, &file, world),
        Some(_) => sync::forward(&draft, &file, world),
    };
    if !out.is_json() {
        out.line(done)?;
        if !doubts.is_empty() {
            let fields: Vec<String> = doubts.iter().map(|finding| finding.field.full_label(lang)).collect();
            let args: &[(&str, &dyn std::fmt::Display)] = &[("count", &doubts.len()), ("fields", &fields.join(" / "))];
            out.line(words::UNCHANGED.with(lang, args))?;
        }
    }
    let mut found = store::findings(world, &draft, file.path());
    found.retain(|finding| matters(kind, finding));
    found.splice(0..0, ended);
    if kind.is_some_and(EventKind::has_number) && !draft.number().is_empty() {
        found.extend(number_conflicts(&draft, file.path(), &sync::folders(&file, world), world.today()));
    }
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    if is_handed_in(kind) && errors > 0 && !out.is_json() {
        out.line(words::WITH_ERRORS.with(lang, &[("count", &errors)]))?;
    }
    found.splice(0..0, doubts);
    show(&file, &draft, Told { found: Some(&found), import: None, synced: synced.as_ref() }, world, out)
}

/// Whether a finding belongs to what was just recorded: those about the story always; whoever submits learns of every error.
fn matters(kind: Option<EventKind>, finding: &Finding) -> bool {
    let about_story = STORY_RULES.contains(&finding.rule.name);
    about_story || (is_handed_in(kind) && finding.severity == Severity::Error)
}

/// Whether the event says that the draft went out: an application, a change, or the request for a deregistration.
fn is_handed_in(kind: Option<EventKind>) -> bool {
    matches!(kind, Some(EventKind::Submitted | EventKind::DeregistrationRequested))
}

/// What is known about the files, where anything asks for it: looking at pictures takes time.
fn facts(world: &World, draft: &Draft, wanted: bool, file: &Path) -> Facts {
    if wanted || draft.events.iter().any(|event| !event.reasons.is_empty()) {
        store::facts(world, draft, file)
    } else {
        Facts::new()
    }
}

/// What was rejected and is as it was: whoever submits it again is told, and may be right.
fn unchanged(kind: Option<EventKind>, draft: &Draft, facts: &Facts, world: &World) -> Vec<Finding> {
    if kind != Some(EventKind::Submitted) || rejection::count_open(draft, facts) == 0 {
        return Vec::new();
    }
    let mut found = rules::check(&Context::new(draft, facts, world.today()));
    found.retain(|finding| finding.rule.name == OPEN_RULE && finding.counts());
    found
}

/// What other drafts say of the filing that is changed or ended: whoever hands in an order about what has ended is told.
fn has_ended(kind: Option<EventKind>, draft: &Draft, file: &DraftFile, world: &World) -> Vec<Finding> {
    if !is_handed_in(kind) || draft.number().trim().is_empty() {
        return Vec::new();
    }
    let own = OwnDrafts::default();
    let mut found = store::findings_among(world, draft, file.path(), own.beside(world, file.path()));
    found.retain(|finding| finding.rule.name == RECORD_HAS_ENDED.name);
    found
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

fn unread(file: &DraftFile) -> Failure {
    let count = file.document().unread_events().len();
    Failure::usage(Sentence::of(error::UNREAD_EVENTS).with("count", count).with("path", error::path(file.path())))
        .hint(error::UNREAD_EVENTS_HINT)
}

fn undo(lang: Lang, name: &str, draft: &mut Draft) -> Result<String, Failure> {
    if let Some(last) = draft.events.last().filter(|last| last.is_written_by_change()) {
        let sentence = Sentence::of(take_over_words::UNDO_THERE).with("event", stage::event(lang, last));
        return Err(Failure::usage(sentence.with("name", visible(&last.note))).hint(take_over_words::UNDO_THERE_HINT));
    }
    match History::undo(&mut draft.events) {
        Some(event) => {
            let mut said = about(lang, words::TAKEN_BACK, &event);
            // A number that was put right belongs to its event: whoever wanted the old one back sees what went, and how it comes again.
            if !event.number.is_empty() {
                let number = visible(&event.number);
                said.push('\n');
                said.push_str(&words::NUMBER_TAKEN_BACK.with(lang, &[("number", &number), ("path", &visible(name))]));
            }
            Ok(said)
        }
        None => Err(Failure::usage(error::NOTHING_TO_UNDO)),
    }
}

fn record(
    args: &Args,
    kind: EventKind,
    (file, world, facts): (&DraftFile, &World, &Facts),
    lang: Lang,
    draft: &mut Draft,
) -> Result<String, Failure> {
    if args.number.is_some() && !kind.has_number() {
        return Err(Failure::usage(error::NUMBER_ELSEWHERE));
    }
    let who = args.who.as_deref().map(|word| person(word, kind)).transpose()?;
    let kind = meant(kind, draft);
    let who = match who {
        None => whose(kind, draft)?,
        named => named,
    };
    let at = match &args.at {
        Some(text) => time::moment(text, world.now)?,
        None => world.latest(),
    };
    let clean = |text: &Option<String>| text.as_deref().map(|text| one_line(text).0.trim().to_owned()).unwrap_or_default();
    let mut event = Event { who, note: clean(&args.note), number: clean(&args.number), ..Event::new(kind, at) };
    if !event.number.is_empty() {
        event.number = number::given(&event.number, args.force, (file, world), draft)?;
    }
    if kind.has_reasons() {
        event.reasons = rejection::reasons(args.note.as_deref().unwrap_or_default(), draft);
        rejection::stamp(&mut event, draft, facts);
    }
    if kind == EventKind::BureauPassed
        && let Some(passed) = History::add_number(Course::of(draft), &mut draft.events, &event.number)
    {
        let when = passed.at;
        if args.at.is_some() && when != at {
            let why = Sentence::of(error::NUMBER_ADDED_AT).with("at", stage::moment(when));
            return Err(Failure::usage(why).hint(error::NUMBER_ADDED_AT_HINT));
        }
        return Ok(about(lang, words::NUMBER_ADDED, passed));
    }
    if let Some(there) = recorded_number(draft, &event) {
        let there = there.to_owned();
        // What a change has brought into other drafts is corrected by taking it back.
        let is_corrected = Course::of(draft) == Course::New;
        if is_corrected && args.force && History::correct_number(&mut draft.events, &event.number) {
            return Ok(corrected(lang, &there, &event.number, &number::referring(&there, (file, world))));
        }
        let recorded = Sentence::of(error::NUMBER_RECORDED).with("number", visible(&there).into_owned());
        let hint = Sentence::of(if is_corrected { error::NUMBER_CORRECTED_HINT } else { error::NUMBER_RECORDED_HINT });
        let draft = visible(&args.draft.to_string_lossy()).into_owned();
        return Err(Failure::usage(recorded).hint(hint.with("draft", draft).with("number", visible(&event.number).into_owned())));
    }
    let done = about(lang, words::RECORDED, &event);
    // A day given by hand is for looking ahead; what is recorded has happened.
    match History::push(draft, event, world.latest()) {
        Ok(_) => Ok(done),
        Err(reason) => Err(Failure::usage(Source::Event { kind, reason })),
    }
}

/// That a number was put right, and which drafts still have the wrong one.
fn corrected(lang: Lang, old: &str, new: &str, referring: &[String]) -> String {
    let (old, new) = (visible(old), visible(new));
    let mut said = words::NUMBER_CORRECTED.with(lang, &[("old", &old), ("new", &new)]);
    if !referring.is_empty() {
        let names = referring.iter().map(|name| visible(name).into_owned()).collect::<Vec<_>>().join(lang.between());
        said.push('\n');
        said.push_str(&words::NUMBER_REFERRED.with(lang, &[("old", &old), ("new", &new), ("drafts", &names)]));
    }
    said
}

/// The number that was recorded last of all, where another is given now: there is a way to put it right, though it is no event.
fn recorded_number<'a>(draft: &'a Draft, event: &Event) -> Option<&'a str> {
    let is_another = |last: &&Event| last.kind == EventKind::BureauPassed && last.number != event.number;
    let last = draft.events.last().filter(is_another)?;
    (event.kind == EventKind::BureauPassed && !event.number.is_empty()).then_some(last.number.as_str())
}

/// The event that is meant: what is submitted in a deregistration is the request for it.
fn meant(kind: EventKind, draft: &Draft) -> EventKind {
    match (kind, Course::of(draft)) {
        (EventKind::Submitted, Course::Deregistration) => EventKind::DeregistrationRequested,
        _ => kind,
    }
}

/// The person that `--who` names.
fn person(word: &str, kind: EventKind) -> Result<Role, Failure> {
    if !kind.has_person() {
        return Err(Failure::usage(error::PERSON_ELSEWHERE));
    }
    let names = Role::BOTH.map(role_name);
    role_from_name(word).ok_or_else(|| {
        Failure::usage(Sentence::of(error::NO_PERSON).with("name", visible(word)))
            .guess(&similar(word, names), Sentence::of(error::NO_PERSON_HINT).with("names", names.join(", ")))
    })
}

/// Whose code a wrong entry or a new code is about where nobody is named: the one's who has a code to enter. Codes are counted per person.
///
/// # Errors
/// When both have one.
fn whose(kind: EventKind, draft: &Draft) -> Result<Option<Role>, Failure> {
    if !matches!(kind, EventKind::SmsWrongCode | EventKind::SmsResent) {
        return Ok(None);
    }
    let round = History::of(draft).round();
    let mut holders = round.holders();
    match (holders.next(), holders.next()) {
        (Some(_), Some(_)) => {
            let names = Role::BOTH.map(role_name).join(", ");
            Err(Failure::usage(error::WHOSE_CODE).hint(Sentence::of(error::WHOSE_CODE_HINT).with("names", names)))
        }
        (only, _) => Ok(only),
    }
}

/// A sentence about an event.
fn about(lang: Lang, sentence: Text, event: &Event) -> String {
    sentence.with(lang, &[("event", &stage::event(lang, event)), ("at", &stage::moment(event.at))])
}

/// What there is to say beside the status.
#[derive(Default)]
struct Told<'a> {
    /// About an event that was just recorded.
    found: Option<&'a [Finding]>,
    /// About an answer that was just imported.
    import: Option<&'a Import>,
    /// About the filed drafts that were brought up to date.
    synced: Option<&'a TakenOver>,
}

fn show(file: &DraftFile, draft: &Draft, told: Told<'_>, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let mut status = FilingStatus::of(draft, world.now);
    // Looking at the files takes time: only where what is next depends on what is found. What is to be changed or ended may have ended.
    let may_have_ended = !draft.number().trim().is_empty();
    let mut judged = None;
    if status.stage == Stage::Preparing && (may_have_ended || !status.next.contains(&Step::FillIn)) {
        let own = OwnDrafts::default();
        let found = rules::judged(&store::findings_among(world, draft, file.path(), own.beside(world, file.path())));
        status.take_in(found);
        judged = Some(found);
    }
    let wrong = if is_filed(draft) {
        // Scans are no part of what is on record.
        findings::on_record(draft, &rules::check(&Context::new(draft, &Facts::new(), world.today())))
    } else {
        0
    };
    let unread = store::unread(world, draft, file.path());
    let facts = facts(world, draft, false, file.folder());
    let standing = rejection::standing(draft, &facts);
    if !standing.is_empty() && !standing.iter().any(Standing::is_open) {
        status.all_is_corrected();
    }
    let made = package_of(file, draft, world);
    if made.as_ref().is_some_and(|(_, freshness)| freshness.is_current()) {
        status.is_packed();
    }
    let (follow_ups, since) = follow_up::of(file, draft, status.stage, world);
    if out.is_json() {
        let mut json = json::to_json(file, draft, &status, &standing);
        if let Some(object) = json.as_object_mut() {
            object.insert("follow_ups".to_owned(), follow_up::to_json(&follow_ups));
            object.insert("package".to_owned(), made.as_ref().map_or(Json::Null, json::package_json));
            let next = next(draft, world.now).map(|next| deadline::to_json(&next, world.now));
            object.insert("errors_on_record".to_owned(), wrong.into());
            object.insert("deadline".to_owned(), next.into());
            object.insert("outside".to_owned(), store::unread_json(&unread));
            if let Some(found) = told.found {
                object.insert("findings".to_owned(), findings::list_json(lang, found));
            }
            if let Some(import) = told.import {
                object.insert("import".to_owned(), import::to_json(lang, import));
            }
            if let Some(synced) = told.synced {
                object.insert("synced".to_owned(), sync::to_json(lang, synced));
            }
        }
        out.json(&json)?;
        return Ok(Status::Fine);
    }
    for line in told.synced.map(|synced| sync::lines(lang, synced)).unwrap_or_default() {
        out.line(line)?;
    }
    // What is wrong with the event itself comes before the page that it leads to.
    let (of_story, others): (Vec<Finding>, Vec<Finding>) =
        told.found.unwrap_or_default().iter().cloned().partition(|finding| STORY_RULES.contains(&finding.rule.name));
    findings::print(out, &of_story)?;
    findings::head(out, &findings::title(draft), &error::path(file.path()))?;
    let is_whole = file.document().unread_events().is_empty() && progress::of_draft(draft).is_some_and(Progress::is_complete);
    let word = stage_word::of(lang, draft, &status, since, judged, is_whole);
    // The stage is named as events that cannot happen in it name it, and as the wizard does.
    let stage_name = match stage::stage_in(draft, status.stage).in_lang(lang) {
        stage if status.stage == Stage::Preparing && word != stage => format!("{stage} · {word}"),
        _ => word,
    };
    for line in stage::status(lang, &stage_name, &status) {
        out.line(format!("  {line}"))?;
    }
    if let Some((exported, freshness)) = &made {
        out.line(format!("  {}", stage::package(lang, exported, *freshness)))?;
    }
    for one in &follow_ups {
        out.line(format!("  {}", follow_up::line(lang, one)))?;
    }
    if wrong > 0 {
        out.line(format!("  {}", record_words::WRONG_ON_RECORD_COUNT.with(lang, &[("count", &wrong)])))?;
        let change = follow_ups.iter().find_map(follow_up::FollowUp::change);
        out.line(format!("  {}", record_words::wrong_on_record(lang, file.path(), change)))?;
    }
    for person in status.people.iter().filter(|person| person.is_told()) {
        out.line(format!("    {}", stage::person(lang, draft, person)))?;
    }
    if status.stage == Stage::Filed && status.number.is_none() && draft.filing_kind() == FilingKind::New {
        let name = error::path(file.path());
        out.line(format!("  {}", words::NUMBER_LATER.with(lang, &[("path", &name)])))?;
    }
    for one in &standing {
        out.line(format!("    {} {}", if one.is_open() { "!" } else { "✓" }, stage::reason(lang, one)))?;
    }
    if !status.possible.is_empty() {
        out.line(format!("  {}", words::POSSIBLE_NEXT.with(lang, &[("events", &named(lang, &status.possible))])))?;
    }
    if !draft.events.is_empty() {
        out.line(format!("  {}", words::STORY.in_lang(lang)))?;
    }
    let unread_events = file.document().unread_events().len();
    if unread_events > 0 {
        out.line(format!("  ! {}", words::UNREAD_EVENTS.with(lang, &[("count", &unread_events)])))?;
    }
    for event in &draft.events {
        let said: Vec<&str> = [event.number.as_str(), event.note.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        let name = stage::event(lang, event);
        // As the command line takes it, too: a stage may be called like the event that led to it.
        let key = match event.kind.name() {
            key if name.eq_ignore_ascii_case(key) => name,
            key => words::EVENT_KEY.with(lang, &[("event", &name), ("key", &key)]),
        };
        out.line(format!("    {}  {key}  {}", stage::moment(event.at), visible(&said.join("  "))).trim_end())?;
    }
    findings::print(out, &others)?;
    store::print_unread(out, &unread)?;
    Ok(Status::Fine)
}

/// The package that was made last of a draft that is not submitted yet, and whether it is what would be made now.
fn package_of(file: &DraftFile, draft: &Draft, world: &World) -> Option<(Exported, Freshness)> {
    let is_prepared = History::of(draft).stage() == Stage::Preparing;
    let exported = exported::of(world.state_dir.as_deref().filter(|_| is_prepared)?, file.path())?;
    let digest = digest(draft, &store::facts(world, draft, file.path()))?;
    let freshness = Freshness::of(&exported.digest, &digest);
    Some((exported, freshness))
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
