//! Where the filing stands: stages, limits, what to do next, the story so far, and what may be recorded now.

use chrono::TimeDelta;

use crate::filing::event::Moment;
use crate::filing::status::{Deadline, FilingStatus};
use crate::filing::{Course, Draft, Event, EventKind, History, PersonField, Role, Stage};
use crate::locale::tui::{common, status as words};
use crate::locale::{Lang, stage as says};
use crate::text::width::cells;
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::page::{Page, Place, room};
use crate::tui::widget::theme::Role as Style;

/// From so little time left on, the countdown is a warning.
const HURRY: TimeDelta = TimeDelta::hours(6);
const CONTEXTS: [Context; 2] = [Context::Status, Context::List];

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// An event that may be recorded.
    Record(EventKind, Option<Role>),
    /// An event of the story.
    Told,
}

/// Where the filing stands.
#[derive(Debug)]
pub struct Status {
    place: Place,
    /// Events when it was followed last: with a new one it starts at the top again.
    events: Option<Vec<Event>>,
    /// Events that were taken back here, the last one first to come back; recording something else forgets them.
    taken: Vec<Event>,
}

impl Status {
    /// At the top; the first event that may be recorded is chosen.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: Place::top(), events: None, taken: Vec::new() }
    }

    fn open(&self, document: &Document, state: &State) -> Vec<Command> {
        match items(document, state).get(self.place.chosen) {
            Some(Item::Record(kind, who)) => vec![Command::Ask(Question::Event(*kind, *who))],
            Some(Item::Told) => {
                let text = words::ONLY_LAST.with(state.lang, &[("key", &key(Action::Undo))]);
                vec![Command::Notice(Notice { role: Style::Text, text })]
            }
            None => Vec::new(),
        }
    }

    /// Takes the last event back and says which it was.
    fn take_back(&mut self, document: &Document, state: &State) -> Vec<Command> {
        let lang = state.lang;
        if !document.is_writable() {
            return vec![say(Style::Warning, common::IS_READ_ONLY.in_lang(lang).to_owned())];
        }
        let mut events = document.draft().events.clone();
        let Some(last) = History::undo(&mut events) else {
            return vec![say(Style::Muted, words::NOTHING_TO_TAKE_BACK.in_lang(lang).to_owned())];
        };
        let event = says::event(lang, &last);
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("event", &event), ("at", &says::moment(last.at)), ("key", &key(Action::Redo))];
        let text = words::TAKEN_BACK.with(lang, args);
        self.taken.push(last);
        self.set(events, text)
    }

    /// Records the event again that was taken back last.
    fn bring_back(&mut self, document: &Document, state: &State) -> Vec<Command> {
        let lang = state.lang;
        if !document.is_writable() {
            return vec![say(Style::Warning, common::IS_READ_ONLY.in_lang(lang).to_owned())];
        }
        let Some(event) = self.taken.pop() else {
            return vec![say(Style::Muted, words::NOTHING_TO_BRING_BACK.in_lang(lang).to_owned())];
        };
        let name = says::event(lang, &event);
        let text = words::BROUGHT_BACK.with(lang, &[("event", &name), ("at", &says::moment(event.at))]);
        let mut events = document.draft().events.clone();
        // As it stood before, also where its place in the order was wrong.
        events.push(event);
        self.set(events, text)
    }

    /// Asks for these events; they are its own doing, so that what was taken back is not forgotten.
    fn set(&mut self, events: Vec<Event>, text: String) -> Vec<Command> {
        (self.events, self.place) = (Some(events.clone()), Place::top());
        vec![Command::Events(events), say(Style::Good, text)]
    }

    fn help(&self, document: &Document, state: &State) -> String {
        let lang = state.lang;
        let (width, height) = room(state.size);
        match items(document, state).get(self.place.chosen) {
            Some(Item::Record(..)) if self.place.is_above(&page(document, state, width), height) => {
                words::HELP_BELOW.with(lang, &[("key", &key(Action::Enter))])
            }
            Some(Item::Record(kind, who)) => {
                let event = says::kind_of(lang, *kind, *who);
                words::HELP_RECORD.with(lang, &[("event", &event), ("key", &key(Action::Enter))])
            }
            Some(Item::Told) if document.is_writable() => words::HELP_STORY.with(lang, &[("key", &key(Action::Undo))]),
            _ => String::new(),
        }
    }
}

impl Screen for Status {
    fn contexts(&self, _: &State) -> Vec<Context> {
        CONTEXTS.to_vec()
    }

    fn follow(&mut self, state: &State) {
        let Some(document) = &state.document else { return };
        let events = &document.draft().events;
        if self.events.as_ref() != Some(events) {
            (self.events, self.place) = (Some(events.clone()), Place::top());
            self.taken.clear();
        }
        self.place.stay_inside(&page(document, state, room(state.size).0));
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let document = state.document.as_ref()?;
        let Input::Action(action) = input else { return Some(Vec::new()) };
        let (width, height) = room(state.size);
        let page = page(document, state, width);
        match action {
            // What Enter would record must be in view.
            Action::Enter if self.place.is_above(&page, height) => self.place = Place::at(0),
            Action::Enter => return Some(self.open(document, state)),
            Action::Undo => return Some(self.take_back(document, state)),
            Action::Redo => return Some(self.bring_back(document, state)),
            // The key that led here leads away, too.
            Action::Status => return Some(vec![Command::Pop]),
            _ => {
                if !self.place.travel(*action, &page, height) {
                    return None;
                }
            }
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(document) = &state.document else { return };
        let contexts = self.all_contexts(state);
        let area = chrome::draw(canvas, state, &contexts, &self.help(document, state), false).main;
        page(document, state, area.width).draw(canvas, area, self.place, state.lang);
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Status)
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

impl Default for Status {
    fn default() -> Self {
        Self::new()
    }
}

const fn say(role: Style, text: String) -> Command {
    Command::Notice(Notice { role, text })
}

fn key(action: Action) -> String {
    keymap::key_for(&CONTEXTS, action).map(|key| key.to_string()).unwrap_or_default()
}

/// What can be chosen, from top to bottom. The page has the same order.
fn items(document: &Document, state: &State) -> Vec<Item> {
    let draft = document.draft();
    let events = &draft.events;
    let records = if document.is_writable() { offered(&FilingStatus::of(draft, state.now)) } else { Vec::new() };
    records.into_iter().map(|(kind, who)| Item::Record(kind, who)).chain(events.iter().map(|_| Item::Told)).collect()
}

/// What may be recorded, the likeliest first: once the time for the code is over, that it was missed.
fn offered(status: &FilingStatus<'_>) -> Vec<(EventKind, Option<Role>)> {
    let mut offers = status.offers.clone();
    if status.deadline.is_some_and(Deadline::is_over) {
        offers.sort_by_key(|(kind, _)| !matches!(kind, EventKind::SmsTimedOut | EventKind::DeregistrationLapsed));
    }
    offers
}

/// Everything on the page.
fn page(document: &Document, state: &State, width: u16) -> Page {
    let lang = state.lang;
    let draft = document.draft();
    let status = FilingStatus::of(draft, state.now);
    let mut page = Page::new(width);
    stages(&mut page, draft, &status, lang);
    if let Some(number) = status.number {
        page.gap();
        page.line(&words::NUMBER.with(lang, &[("number", &number)]), Style::Good);
    }
    next(&mut page, document, &status, lang);
    if document.is_writable() {
        records(&mut page, &status, lang);
    }
    story(&mut page, &draft.events, &status, lang);
    page
}

/// The five stages, each with what is known about its time.
fn stages(page: &mut Page, draft: &Draft, status: &FilingStatus<'_>, lang: Lang) {
    let names: Vec<&str> = status.stages.iter().map(|stage| says::stage(*stage).in_lang(lang)).collect();
    let width = names.iter().map(|name| cells(name)).max().unwrap_or_default();
    for (stage, name) in status.stages.iter().copied().zip(names) {
        let is_end = stage == status.stage && matches!(stage, Stage::Filed | Stage::Deregistered);
        if stage < status.stage || is_end {
            let at = if is_end { status.since } else { left_at(draft, stage) };
            let text = at.map(|at| words::DONE_AT.with(lang, &[("at", &says::moment(at))])).unwrap_or_default();
            page.named("✓", (name, Style::Good), width, (&text, Style::Muted));
        } else if stage == status.stage {
            let text = match status.since {
                Some(at) => words::SINCE.with(lang, &[("at", &says::moment(at))]),
                None => String::new(),
            };
            page.named("*", (name, Style::Focus), width, (&text, Style::Text));
            for (text, role) in limits(status, lang) {
                page.named("", ("", Style::Text), width, (&text, role));
            }
            for (text, role) in people(draft, status, lang) {
                page.named("", ("", Style::Text), width, (&text, role));
            }
        } else {
            page.named("", (name, Style::Muted), width, (says::usual(stage).in_lang(lang), Style::Muted));
        }
    }
}

/// The limits of the present stage.
fn limits(status: &FilingStatus<'_>, lang: Lang) -> Vec<(String, Style)> {
    let due = status.due.map(|due| {
        let role = if status.overdue { Style::Warning } else { Style::Text };
        (says::due(lang, due, status.overdue), role)
    });
    let deadline = status.deadline.map(|deadline| {
        let role = match deadline.left {
            left if left < TimeDelta::zero() => Style::Error,
            left if left < HURRY => Style::Warning,
            _ => Style::Text,
        };
        (says::countdown(lang, deadline), role)
    });
    due.into_iter().chain(deadline).collect()
}

/// Who has a code to enter, on which phone, and how far they are. Nobody is named where one person is everyone.
fn people(draft: &Draft, status: &FilingStatus<'_>, lang: Lang) -> Vec<(String, Style)> {
    let named = status.people.iter().filter_map(|person| Some((person, person.who?)));
    let lines = named.map(|(person, role)| {
        let (who, state) = says::person(lang, person);
        let phone = draft.text(draft.person_field(role, PersonField::Mobile)).trim();
        let who = if phone.is_empty() { who } else { format!("{who} {phone}") };
        let text = says::PERSON.with(lang, &[("who", &who), ("state", &state)]);
        let late = person.deadline.is_some_and(Deadline::is_over);
        let role = match (person.verification.verified, late) {
            (Some(_), _) => Style::Good,
            (None, true) => Style::Error,
            (None, false) => Style::Text,
        };
        (text, role)
    });
    lines.collect()
}

/// When a stage was left for a later one, in the present round.
fn left_at(draft: &Draft, wanted: Stage) -> Option<Moment> {
    let mut before = Stage::Preparing;
    let mut left = None;
    let (course, events) = (Course::of(draft), &draft.events);
    for (index, event) in events.iter().enumerate() {
        let after = History::new(course, events.get(..=index).unwrap_or_default()).stage();
        if before <= wanted && after > wanted {
            left = Some(event.at);
        }
        before = after;
    }
    left
}

/// Why it came back, if it did, and what to do.
fn next(page: &mut Page, document: &Document, status: &FilingStatus<'_>, lang: Lang) {
    page.gap();
    page.line(words::NEXT.in_lang(lang), Style::Title);
    if let Some(back) = status.sent_back_by {
        let sentence = if back.note.trim().is_empty() { says::SENT_BACK } else { says::SENT_BACK_BECAUSE };
        let event = back.kind.label().in_lang(lang);
        let text = sentence.with(lang, &[("event", &event), ("at", &says::moment(back.at)), ("note", &back.note.trim())]);
        page.marked("!", &text, Style::Warning);
    }
    for step in &status.next {
        page.marked("-", &says::step(lang, *step, says::Naming::Screen), Style::Text);
    }
    if status.stage == Stage::Filed && status.number.is_none() && document.is_writable() {
        let event = EventKind::BureauPassed.label().in_lang(lang);
        page.marked("-", &words::NUMBER_LATER.with(lang, &[("key", &key(Action::Undo)), ("event", &event)]), Style::Text);
    }
}

/// What may be recorded now.
fn records(page: &mut Page, status: &FilingStatus<'_>, lang: Lang) {
    if status.possible.is_empty() {
        return;
    }
    page.gap();
    page.line(&words::RECORD.with(lang, &[("key", &key(Action::Enter))]), Style::Title);
    for (kind, who) in offered(status) {
        page.item(("", Style::Text), (&says::kind_of(lang, kind, who), Style::Text), &[]);
    }
}

/// What happened, oldest first.
fn story(page: &mut Page, events: &[Event], status: &FilingStatus<'_>, lang: Lang) {
    page.gap();
    page.line(words::STORY.in_lang(lang), Style::Title);
    if events.is_empty() {
        page.line(words::NOTHING_YET.in_lang(lang), Style::Muted);
    }
    for (index, event) in events.iter().enumerate() {
        let ignored = status.impossible.contains(&index);
        let text = format!("{}  {}", says::moment(event.at), says::event(lang, event));
        let mut details = Vec::new();
        if ignored {
            details.push((words::IGNORED.in_lang(lang).to_owned(), Style::Warning));
        }
        if !event.number.trim().is_empty() {
            details.push((words::NUMBER.with(lang, &[("number", &event.number.trim())]), Style::Muted));
        }
        if !event.note.trim().is_empty() {
            details.push((event.note.trim().to_owned(), Style::Muted));
        }
        let mark = if ignored { "!" } else { "" };
        page.item((mark, Style::Warning), (&text, Style::Text), &details);
    }
}

#[cfg(test)]
#[path = "status_tests.rs"]
mod tests;
