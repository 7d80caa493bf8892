//! What stands on the status page, and what of it can be chosen: both are made at once, so that they have the same order.

use crate::filing::deadline::deadlines;
use crate::filing::event::Moment;
use crate::filing::status::{Deadline, FilingStatus};
use crate::filing::{Draft, EventKind, FieldId, FilingKind, History, Role, Stage};
use crate::locale::tui::{record, status as words};
use crate::locale::{Lang, stage as says};
use crate::package::digest::Freshness;
use crate::rules;
use crate::rules::rejection::{Standing, standing};
use crate::text::width::cells;
use crate::tui::document::Document;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::State;
use crate::tui::widget::page::{Page, room};
use crate::tui::widget::theme::Role as Style;

/// From so little time left on, the countdown is a warning.
const HURRY: chrono::TimeDelta = chrono::TimeDelta::hours(6);
/// So many of what can be chosen have to be in view.
const LEAST_CHOICES: usize = 1;
/// In fewer rows than this, what can be chosen stands before what is only read.
const SHORT: usize = 14;

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// An event that may be recorded, and whose code it is about.
    Record(EventKind, Option<Role>),
    /// A reason of a rejection: the place of its event, its own, and the field it is about.
    Reason(usize, usize, Option<FieldId>),
    /// One more reason of the rejection with this place.
    AddReason(usize),
    /// An event of the history.
    Told,
}

/// The page, and what can be chosen on it from top to bottom.
pub(super) struct View {
    pub page: Page,
    pub items: Vec<Item>,
}

/// Everything on the page, so many cells wide, for a screen of the present size.
///
/// What can be chosen stands before what is only read wherever it would be out of view otherwise.
pub(super) fn view(document: &Document, state: &State, width: u16) -> View {
    let rows = room(state.size).1;
    let order = if rows < SHORT { Order::ChoicesFirst } else { Order::Whole };
    let (view, choices) = ordered(document, state, width, order);
    if rows < SHORT || view.page.shows(choices, rows) {
        return view;
    }
    // What to do now, in its first sentence, leaves room for what may be chosen then.
    let (view, choices) = ordered(document, state, width, Order::FirstStep);
    let first = choices.min(LEAST_CHOICES);
    if view.page.shows(first, rows) { view } else { ordered(document, state, width, Order::ChoicesFirst).0 }
}

/// What stands where on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// All that there is to do, then what can be chosen.
    Whole,
    /// The first of what there is to do, what can be chosen, and the rest.
    FirstStep,
    /// What can be chosen, then what there is to do.
    ChoicesFirst,
}

/// The page in one of its orders, and how many of its items are more than history.
fn ordered(document: &Document, state: &State, width: u16, order: Order) -> (View, usize) {
    let draft = document.draft();
    let mut status = FilingStatus::of(draft, state.clock());
    status.take_in(rules::judged(document.findings()));
    let standing = standing(draft, document.facts());
    if !standing.is_empty() && !standing.iter().any(Standing::is_open) {
        status.all_is_corrected();
    }
    let made = document.package().filter(|_| status.stage == Stage::Preparing);
    if made.is_some_and(|(_, freshness)| freshness.is_current()) {
        status.is_packed();
    }
    let mut view = View { page: Page::new(width), items: Vec::new() };
    view.stages(draft, &status, order == Order::Whole, state.lang);
    if let Some(number) = status.number {
        view.page.gap();
        view.page.line(&words::NUMBER.with(state.lang, &[("number", &number)]), Style::Good);
    }
    if let Some((exported, freshness)) = made {
        view.page.gap();
        let style = if freshness == Freshness::Old { Style::Warning } else { Style::Muted };
        view.page.line(&says::package(state.lang, exported, freshness), style);
    }
    if order != Order::Whole {
        view.returned(&status, &standing, state.lang);
        let first = status.next.first().copied().filter(|_| order == Order::FirstStep);
        if let Some(first) = first {
            view.page.gap();
            view.page.line(words::NEXT.in_lang(state.lang), Style::Title);
            view.page.marked("-", &says::step(state.lang, first, says::Naming::Screen), Style::Text);
        }
        view.reasons(document, &status, &standing, state.lang);
        view.records(document, &status, state.lang);
        view.next(document, &status, (None, usize::from(first.is_some())), state.lang);
        view.change(document, state);
        view.calendar(draft, state);
    } else {
        view.next(document, &status, (Some(&standing), 0), state.lang);
        view.change(document, state);
        view.calendar(draft, state);
        view.reasons(document, &status, &standing, state.lang);
        view.records(document, &status, state.lang);
    }
    let choices = view.items.len();
    view.history(draft, &status, state.lang);
    (view, choices)
}

/// What may be recorded, the likeliest first: once the time for the code is over, that it was missed, but behind what does no harm.
/// Who records late has mostly entered the code in time, and a hasty key must not send the filing back.
fn offered(status: &FilingStatus<'_>) -> Vec<(EventKind, Option<Role>)> {
    let mut offers = status.offers.clone();
    if status.deadline.is_some_and(Deadline::is_over) {
        offers.sort_by_key(|(kind, _)| match kind {
            EventKind::SmsVerified | EventKind::Deregistered | EventKind::AccessCancelled => 0,
            EventKind::SmsTimedOut | EventKind::DeregistrationLapsed => 1,
            _ => 2,
        });
    }
    offers
}

impl View {
    /// The stages, each with what is known about its time. Where they are not to be told in full, those before and those behind the
    /// present one have a row each.
    fn stages(&mut self, draft: &Draft, status: &FilingStatus<'_>, in_full: bool, lang: Lang) {
        let page = &mut self.page;
        let names: Vec<&'static str> = status.stages.iter().map(|stage| says::stage_in(draft, *stage).in_lang(lang)).collect();
        let width = names.iter().map(|name| cells(name)).max().unwrap_or_default();
        let joined = |is_meant: &dyn Fn(Stage) -> bool| {
            let meant = status.stages.iter().zip(&names).filter(|(stage, _)| is_meant(**stage));
            meant.map(|(_, name)| *name).collect::<Vec<_>>().join(" › ")
        };
        let before = joined(&|stage| stage < status.stage);
        let behind = joined(&|stage| stage > status.stage);
        if !in_full && !before.is_empty() {
            page.marked("✓", &before, Style::Good);
        }
        for (stage, name) in status.stages.iter().copied().zip(names.iter().copied()) {
            if !in_full && stage != status.stage {
                continue;
            }
            let is_end = stage == status.stage && matches!(stage, Stage::Filed | Stage::Deregistered);
            if stage < status.stage || is_end {
                let at = if is_end { status.since } else { left_at(draft, stage) };
                let text = at.map(|at| words::DONE_AT.with(lang, &[("at", &says::moment(at))])).unwrap_or_default();
                page.named("✓", (name, Style::Good), width, (&text, Style::Muted));
            } else if stage == status.stage {
                let text = match (status.since, status.sent_back_by) {
                    (Some(at), Some(back)) => {
                        words::SENT_BACK_SINCE.with(lang, &[("event", &says::event(lang, back)), ("at", &says::moment(at))])
                    }
                    (Some(at), None) => words::SINCE.with(lang, &[("at", &says::moment(at))]),
                    (None, _) => String::new(),
                };
                page.named("*", (name, Style::Focus), width, (&text, Style::Text));
                for (text, style) in limits(status, lang).into_iter().chain(people(draft, status, lang)) {
                    if in_full {
                        page.named("", ("", Style::Text), width, (&text, style));
                    } else {
                        page.marked("", &text, style);
                    }
                }
            } else {
                let usual = if status.stages.contains(&Stage::SmsVerification) || stage != Stage::Deregistered {
                    says::usual(stage).in_lang(lang)
                } else {
                    ""
                };
                page.named("", (name, Style::Muted), width, (usual, Style::Muted));
            }
        }
        if !in_full && !behind.is_empty() {
            page.marked("", &behind, Style::Muted);
        }
    }

    /// What ended the last order without result, if anything did.
    fn returned(&mut self, status: &FilingStatus<'_>, standing: &[Standing<'_>], lang: Lang) {
        let Some(back) = status.sent_back_by else { return };
        // Where the reasons stand below one by one, the text they came in need not be read twice.
        let note = if standing.is_empty() { back.note.trim() } else { "" };
        let sentence = if note.is_empty() { says::SENT_BACK } else { says::SENT_BACK_BECAUSE };
        let event = says::event(lang, back);
        let text = sentence.with(lang, &[("event", &event), ("at", &says::moment(back.at)), ("note", &note)]);
        self.page.marked("!", &text, Style::Warning);
    }

    /// What to do, without what was `said` of it already; first why it was rejected, unless that was said.
    fn next(
        &mut self,
        document: &Document,
        status: &FilingStatus<'_>,
        (standing, said): (Option<&[Standing<'_>]>, usize),
        lang: Lang,
    ) {
        self.page.gap();
        self.page.line(if said == 0 { words::NEXT } else { words::NEXT_TOO }.in_lang(lang), Style::Title);
        if let Some(standing) = standing {
            self.returned(status, standing, lang);
        }
        let page = &mut self.page;
        for step in status.next.iter().copied().skip(said) {
            page.marked("-", &says::step(lang, step, says::Naming::Screen), Style::Text);
        }
        if status.stage == Stage::Filed && status.number.is_none() && document.is_writable() {
            let event = EventKind::BureauPassed.label().in_lang(lang);
            let key = super::key(crate::tui::keymap::Action::Undo);
            page.marked("-", &words::NUMBER_LATER.with(lang, &[("key", &key), ("event", &event)]), Style::Text);
        }
    }

    /// The key for the calendar, where there is a deadline.
    fn calendar(&mut self, draft: &Draft, state: &State) {
        let all = deadlines(draft, state.clock());
        // A calendar that was imported earlier can still be told that they are over.
        let sentence = match all.iter().any(|one| !one.is_done) {
            true => words::CALENDAR_WITH,
            false if !all.is_empty() => words::CALENDAR_STRUCK_WITH,
            false => return,
        };
        let key = super::key(Action::SaveCalendar);
        self.page.marked("-", &sentence.with(state.lang, &[("key", &key)]), Style::Muted);
    }

    /// How what is filed is changed, and that a change is under way.
    fn change(&mut self, document: &Document, state: &State) {
        if document.is_ended() {
            let key = super::key_of(Context::Ended, Action::FileAgain);
            let beside = state.standing_beside(document.draft()).is_some();
            let text = if beside { record::FILE_AGAIN_BESIDE_WITH } else { record::FILE_AGAIN_WITH };
            self.page.marked("-", &text.with(state.lang, &[("key", &key)]), Style::Accent);
            if state.lacks_scans(document.draft()) {
                self.page.marked("", record::NO_SCANS.in_lang(state.lang), Style::Muted);
            }
        }
        if !document.is_filed() {
            return;
        }
        let (lang, key) = (state.lang, super::key_of(Context::Filed, Action::StartChange));
        let text = match state.running_change(document.draft()) {
            Some((listed, summary)) => {
                let stage = says::stage_in(&summary.draft, summary.stage).in_lang(lang);
                record::RUNNING.with(lang, &[("file", &listed.name), ("stage", &stage), ("key", &key)])
            }
            None => record::CHANGE_WITH.with(lang, &[("key", &key)]),
        };
        self.page.marked("-", &text, Style::Accent);
        let key = super::key_of(Context::Standing, Action::StartDeregistration);
        let text = match state.running(document.draft(), FilingKind::Deregistration) {
            Some((listed, summary)) => {
                let stage = says::stage_in(&summary.draft, summary.stage).in_lang(lang);
                record::END_RUNNING.with(lang, &[("file", &listed.name), ("stage", &stage), ("key", &key)])
            }
            None => record::END_WITH.with(lang, &[("key", &key)]),
        };
        self.page.marked("-", &text, Style::Accent);
        let key = super::key_of(Context::Standing, Action::OneMore);
        self.page.marked("-", &record::ONE_MORE_WITH.with(lang, &[("key", &key)]), Style::Accent);
    }

    /// The reasons of the rejection, each with whether something there has changed.
    fn reasons(&mut self, document: &Document, status: &FilingStatus<'_>, standing: &[Standing<'_>], lang: Lang) {
        let back = status.sent_back_by.filter(|event| event.kind.has_reasons());
        let place = back.and_then(|back| document.draft().events.iter().rposition(|event| event == back));
        if standing.is_empty() && (place.is_none() || !document.is_writable()) {
            return;
        }
        self.page.gap();
        self.page.line(words::REASONS.in_lang(lang), Style::Title);
        for one in standing {
            let (mark, style) = if one.is_open() { ("!", Style::Warning) } else { ("✓", Style::Good) };
            let advice = one.rejection().filter(|_| one.is_open()).map(|rejection| rejection.record().fix.in_lang(lang));
            let details: Vec<_> = advice.map(|advice| (advice.to_owned(), Style::Muted)).into_iter().collect();
            self.page.item((mark, style), (&says::reason(lang, one), Style::Text), &details);
            let field = one.reason.id().filter(|id| document.draft().asks(*id));
            self.items.push(Item::Reason(one.event, one.index, field));
        }
        if let Some(place) = place.filter(|_| document.is_writable()) {
            self.page.item(("+", Style::Muted), (words::ADD_REASON.in_lang(lang), Style::Text), &[]);
            self.items.push(Item::AddReason(place));
        }
    }

    /// What may be recorded now.
    fn records(&mut self, document: &Document, status: &FilingStatus<'_>, lang: Lang) {
        if status.offers.is_empty() || !document.is_writable() {
            return;
        }
        self.page.gap();
        let key = super::key(crate::tui::keymap::Action::Record);
        self.page.line(&words::RECORD.with(lang, &[("key", &key)]), Style::Title);
        let round = History::of(document.draft()).round();
        for (kind, who) in offered(status) {
            let has_code = [who, None].into_iter().any(|who| round.of(who).received.is_some())
                || (who.is_none() && round.touched().any(|(_, one)| one.received.is_some()));
            let ends = status.is_leaving;
            self.page.item(("", Style::Text), (&says::offer(lang, kind, who, (has_code, ends)), Style::Text), &[]);
            self.items.push(Item::Record(kind, who));
        }
    }

    /// What happened, oldest first.
    fn history(&mut self, draft: &Draft, status: &FilingStatus<'_>, lang: Lang) {
        self.page.gap();
        self.page.line(words::STORY.in_lang(lang), Style::Title);
        if draft.events.is_empty() {
            self.page.line(words::NOTHING_YET.in_lang(lang), Style::Muted);
        }
        for (index, event) in draft.events.iter().enumerate() {
            let ignored = status.impossible.contains(&index);
            let text = format!("{}  {}", says::moment(event.at), says::event(lang, event));
            let mut details = Vec::new();
            if ignored {
                details.push((words::IGNORED.in_lang(lang).to_owned(), Style::Warning));
            }
            if !event.number.trim().is_empty() {
                details.push((words::NUMBER.with(lang, &[("number", &event.number.trim())]), Style::Muted));
            }
            if event.note.trim().is_empty() {
                details
                    .extend(event.reasons.iter().filter(|one| !one.text.is_empty()).map(|one| (one.text.clone(), Style::Muted)));
            } else {
                details.push((event.note.trim().to_owned(), Style::Muted));
            }
            let mark = if ignored { "!" } else { "" };
            self.page.item((mark, Style::Warning), (&text, Style::Text), &details);
            self.items.push(Item::Told);
        }
    }
}

/// The limits of the present stage.
fn limits(status: &FilingStatus<'_>, lang: Lang) -> Vec<(String, Style)> {
    let due = status.due.map(|due| {
        let style = if status.overdue { Style::Warning } else { Style::Text };
        (says::due(lang, due, status.overdue), style)
    });
    let deadline = status.deadline.map(|deadline| {
        let style = match deadline.left {
            _ if deadline.is_over() => Style::Error,
            left if left < HURRY => Style::Warning,
            _ => Style::Text,
        };
        (says::countdown(lang, deadline), style)
    });
    due.into_iter().chain(deadline).collect()
}

/// Who has a code to enter, on which phone, and how far they are. Where one person is everyone, only what went wrong is told.
fn people(draft: &Draft, status: &FilingStatus<'_>, lang: Lang) -> Vec<(String, Style)> {
    let told = status.people.iter().filter(|person| person.is_told());
    let lines = told.map(|person| {
        let text = says::person(lang, draft, person);
        let late = person.deadline.is_some_and(Deadline::is_over);
        let style = match (person.verification.verified, late) {
            (Some(_), _) => Style::Good,
            (None, true) => Style::Error,
            (None, false) => Style::Text,
        };
        (text, style)
    });
    lines.collect()
}

/// When a stage was left for a later one, in the present round.
fn left_at(draft: &Draft, wanted: Stage) -> Option<Moment> {
    let mut before = Stage::Preparing;
    let mut left = None;
    let events = &draft.events;
    for (index, event) in events.iter().enumerate() {
        let after = History::of_events(draft, events.get(..=index).unwrap_or_default()).stage();
        if before <= wanted && after > wanted {
            left = Some(event.at);
        }
        before = after;
    }
    left
}
