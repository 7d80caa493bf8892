//! What the rules, the checklist and the history say, read out.

use std::io;

use super::console::{Console, Line};
use super::field::offered;
use super::session::Session;
use crate::compare::number_conflicts;
use crate::drafts::Folder;
use crate::drafts::take_over::{self, TakenOver};
use crate::filing::status::{has_two_people, written_moment};
use crate::filing::take_over::outcome;
use crate::filing::{Draft, Event, FieldId, FilingStatus, History, Section, Stage};
use crate::identifiers::icp_no;
use crate::locale::{
    Lang, Text, error, finding as says, material, plain as words, province, stage, take_over as take_over_words,
};
use crate::package::outside::hand_on;
use crate::rules::rejection::{self, Standing};
use crate::rules::required_materials::materials;
use crate::rules::{self, Context, Finding, Severity};
use crate::text::clean::{one_line, visible};

const fn weight(finding: &Finding) -> Text {
    match finding.severity {
        _ if !finding.counts() => words::CONFIRMED,
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
        Severity::Hint => words::HINT,
    }
}

/// Reads out what is said about a field, and what can be done about it. Whether there is anything one would type again for.
///
/// # Errors
/// When nothing can be written.
pub fn findings_of(session: &Session<'_>, console: &mut Console<'_>, id: FieldId) -> io::Result<bool> {
    let lang = console.lang;
    let mut number = 0;
    for finding in session.findings_of(id) {
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("weight", &weight(finding).in_lang(lang)), ("message", &says::message(lang, finding))];
        console.tell(words::FINDING, args)?;
        if !finding.counts() {
            continue;
        }
        remedy(console, finding)?;
        for change in offered(lang, id, finding) {
            number += 1;
            console.tell(words::OFFER, &[("number", &number), ("change", &change)])?;
        }
    }
    let counting = || session.findings_of(id).filter(|finding| finding.counts());
    if counting().any(|finding| finding.prepares) {
        console.say(words::MAY_PREPARE)?;
    }
    if counting().any(Finding::can_be_confirmed) {
        console.say(words::MAY_CONFIRM)?;
    }
    Ok(counting().any(|finding| finding.severity <= Severity::Warning || !finding.fixes.is_empty()))
}

fn remedy(console: &mut Console<'_>, finding: &Finding) -> io::Result<()> {
    let fix = says::fix(console.lang, finding);
    if fix.is_empty() { Ok(()) } else { console.tell(words::REMEDY, &[("fix", &fix)]) }
}

/// Reads all findings out, numbered.
///
/// # Errors
/// When nothing can be written.
pub(super) fn numbered(console: &mut Console<'_>, findings: &[&Finding]) -> io::Result<()> {
    let lang = console.lang;
    for (number, finding) in findings.iter().enumerate() {
        let args: &[(&str, &dyn std::fmt::Display)] = &[
            ("weight", &weight(finding).in_lang(lang)),
            ("label", &finding.field.field().full_asked_label(lang)),
            ("message", &says::message(lang, finding)),
        ];
        let text = words::FINDING_AT.with(lang, args);
        console.line(format!("{}. {text}", number + 1))?;
        if finding.counts() {
            remedy(console, finding)?;
        }
    }
    Ok(())
}

/// The review: all findings, and the field to go to if one is chosen; `None` inside the `Some` is the end of the input.
///
/// # Errors
/// When nothing can be written or read.
pub fn review(session: &Session<'_>, console: &mut Console<'_>) -> io::Result<Option<Option<FieldId>>> {
    let lang = console.lang;
    let count = |severity| rules::count(&session.findings, severity);
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
    console.tell(words::REVIEW, &[("errors", &errors), ("warnings", &warnings), ("hints", &hints)])?;
    let in_order = Section::ALL.into_iter().flat_map(|section| {
        let here = move |finding: &&Finding| session.draft.section_of(finding.field) == section;
        session.findings.iter().filter(here)
    });
    let listed: Vec<&Finding> = in_order.collect();
    if listed.is_empty() {
        console.say(words::REVIEW_CLEAR)?;
    }
    numbered(console, &listed)?;
    let facts = session.facts();
    let reminders = province::reminders(lang, &Context::new(&session.draft, facts, session.options.today));
    for line in reminders.into_iter().flat_map(province::Reminders::all) {
        console.line(line)?;
    }
    loop {
        match console.ask(words::REVIEW_CHOICES)? {
            Line::End => return Ok(Some(None)),
            Line::Typed(typed) if typed.is_empty() || typed == "." || typed == "<" => return Ok(None),
            Line::Typed(typed) => {
                let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                match number.and_then(|index| listed.get(index)) {
                    Some(finding) => return Ok(Some(Some(finding.field))),
                    None => console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?,
                }
            }
        }
    }
}

/// The checklist of materials.
///
/// # Errors
/// When nothing can be written.
pub fn checklist(session: &Session<'_>, console: &mut Console<'_>) -> io::Result<()> {
    let lang = console.lang;
    console.say(words::MATERIALS)?;
    let context = Context::new(&session.draft, session.facts(), session.options.today);
    for item in &materials(&context).judged(&session.findings).items {
        let state = material::state(lang, item.state, item.material.requirement);
        let args: &[(&str, &dyn std::fmt::Display)] = &[
            ("title", &item.material.title(lang)),
            ("state", &state),
            ("why", &material::why(lang, &item.material, &session.draft)),
        ];
        console.tell(words::MATERIAL, args)?;
    }
    Ok(())
}

/// Where the filing stands, and what happens to it; whether the input goes on.
///
/// # Errors
/// When nothing can be written or read.
pub fn status(session: &mut Session<'_>, console: &mut Console<'_>) -> io::Result<bool> {
    loop {
        let lang = console.lang;
        console.say(words::STATUS)?;
        let mut status = FilingStatus::of(&session.draft, (session.options.now)());
        status.take_in(rules::judged(&session.findings));
        let standing = rejection::standing(&session.draft, session.facts());
        if !standing.is_empty() && !standing.iter().any(Standing::is_open) {
            status.all_is_corrected();
        }
        let made = session.package().filter(|_| status.stage == Stage::Preparing);
        if made.as_ref().is_some_and(|(_, freshness)| freshness.is_current()) {
            status.is_packed();
        }
        let mut lines = stage::status(lang, stage::stage_in(&session.draft, status.stage).in_lang(lang), &status);
        lines.extend(made.map(|(exported, freshness)| stage::package(lang, &exported, freshness)));
        let people = status.people.iter().filter(|person| person.is_told());
        lines.extend(people.map(|person| stage::person(lang, &session.draft, person)));
        lines.extend(standing.iter().map(|one| stage::reason(lang, one)));
        lines.into_iter().try_for_each(|line| console.line(line))?;
        if !session.draft.events.is_empty() {
            console.say(words::HISTORY)?;
        }
        for event in &session.draft.events {
            let said = [event.number.as_str(), event.note.as_str()].join(" ");
            console.line(format!("{} {} {}", stage::moment(event.at), stage::event(lang, event), said.trim()))?;
        }
        let offers = History::of(&session.draft).offers(has_two_people(&session.draft));
        if !offers.is_empty() {
            console.say(words::POSSIBLE)?;
        }
        for (number, (kind, who)) in offers.iter().enumerate() {
            console.line(format!("{}. {}", number + 1, stage::kind_of(lang, *kind, *who)))?;
        }
        let typed = match console.ask(words::STATUS_CHOICES)? {
            Line::End => return Ok(false),
            Line::Typed(typed) if typed.is_empty() || typed == "." || typed == "<" => return Ok(true),
            Line::Typed(typed) => typed,
        };
        if session.file.read_only().is_some() {
            session.may_edit(console, &[])?;
            continue;
        }
        if typed.eq_ignore_ascii_case("u") {
            take_back(session, console)?;
            continue;
        }
        let chosen = typed.parse::<usize>().ok().and_then(|number| offers.get(number.checked_sub(1)?)).copied();
        match chosen {
            None => console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?,
            Some((kind, who)) => {
                if !record(session, console, Event { who, ..Event::new(kind, (session.options.now)()) })? {
                    return Ok(false);
                }
            }
        }
    }
}

fn take_back(session: &mut Session<'_>, console: &mut Console<'_>) -> io::Result<()> {
    if let Some(last) = session.draft.events.last().filter(|last| last.is_written_by_change()) {
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("event", &stage::event(console.lang, last)), ("name", &visible(&last.note))];
        console.tell(take_over_words::UNDO_THERE, args)?;
        return console.say(take_over_words::UNDO_THERE_HINT);
    }
    let before = session.draft.clone();
    let Some(event) = History::undo(&mut session.draft.events) else { return console.say(words::NOTHING_TO_TAKE_BACK) };
    session.changed(console)?;
    told(console, words::TAKEN_BACK, &event)?;
    sync(session, &before, console)
}

/// Brings the filed draft up to date where a change or deregistration is through, or back where that was taken back, and says so.
fn sync(session: &Session<'_>, before: &Draft, console: &mut Console<'_>) -> io::Result<()> {
    // What is not on the disk has no consequences there.
    if !session.is_saved {
        return Ok(());
    }
    let folders = [Folder::new(session.file.folder()), session.options.drafts.clone()];
    let (path, owner) = (session.file.path(), &session.options.owner);
    let done = match (outcome(before).is_some(), outcome(&session.draft).is_some()) {
        (false, true) => take_over::apply(&session.draft, path, &folders, owner),
        (true, false) => TakenOver { outcome: None, ..take_over::undo(before, path, &folders, owner) },
        _ => return Ok(()),
    };
    let options = &session.options;
    for (taken, _) in done.taken.iter().chain(&done.beside) {
        hand_on(path, taken, options.own, options.state, options.home);
    }
    let lang = console.lang;
    take_over_words::lines(lang, &done).into_iter().try_for_each(|line| console.line(line))?;
    for (path, failed) in &done.failed {
        let (why, hint) = take_over_words::complaint(lang, failed);
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("path", &error::path(path)), ("why", &why), ("hint", &hint), ("word", &"sync")];
        let sentence = if done.outcome.is_some() { take_over_words::FAILED } else { take_over_words::FAILED_BACK };
        console.tell(sentence, args)?;
    }
    Ok(())
}

fn told(console: &mut Console<'_>, sentence: Text, event: &Event) -> io::Result<()> {
    let lang: Lang = console.lang;
    console.tell(sentence, &[("event", &stage::event(lang, event)), ("at", &stage::moment(event.at))])
}

/// Says whose the number is that was recorded, where drafts beside this one tell.
fn doubt_number(session: &Session<'_>, console: &mut Console<'_>) -> io::Result<()> {
    let folders = [Folder::new(session.file.folder())];
    let found = number_conflicts(&session.draft, session.file.path(), &folders, session.options.today);
    found.iter().try_for_each(|found| {
        console.line(says::message(console.lang, found))?;
        console.line(says::fix(console.lang, found))
    })
}

/// Asks when it happened and what was said, and records it; whether the input goes on.
fn record(session: &mut Session<'_>, console: &mut Console<'_>, mut event: Event) -> io::Result<bool> {
    let Line::Typed(at) = console.ask(words::AT)? else { return Ok(false) };
    if !at.is_empty() {
        match written_moment(&at, event.at) {
            Some(moment) => event.at = moment,
            None => {
                console.say(words::NOT_A_TIME)?;
                return Ok(true);
            }
        }
    }
    if event.kind.has_number() {
        let Line::Typed(number) = console.ask(words::NUMBER)? else { return Ok(false) };
        let number = one_line(&number).0.trim().to_owned();
        event.number = icp_no::contained(&number, session.options.today).unwrap_or(number);
    }
    if event.kind.has_reasons() {
        console.say(words::REASONS)?;
        let mut lines = Vec::new();
        loop {
            match console.read()? {
                Line::Typed(line) if !line.is_empty() => lines.push(line),
                _ => break,
            }
        }
        event.note = lines.join("\n");
        event.reasons = rejection::reasons(&event.note, &session.draft);
        event.note = one_line(&event.note).0;
        rejection::stamp(&mut event, &session.draft, session.facts());
    }
    let recorded = event.clone();
    let before = session.draft.clone();
    match History::push(&mut session.draft, event, (session.options.now)()) {
        Ok(_) => {
            session.changed(console)?;
            told(console, words::RECORDED, &recorded)?;
            if !recorded.number.is_empty() {
                doubt_number(session, console)?;
            }
            sync(session, &before, console)?;
        }
        Err(reason) => {
            let (why, hint) = stage::refusal(console.lang, recorded.kind, &reason);
            console.line(format!("{why} {hint}"))?;
        }
    }
    Ok(true)
}
