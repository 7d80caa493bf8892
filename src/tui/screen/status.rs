//! Where the filing stands: stages, limits, reasons of a rejection, what to do next, its history, and what may be recorded now.

mod page;

use crate::filing::Event;
use crate::filing::deadline::deadlines;
use crate::locale::stage as says;
use crate::locale::take_over;
use crate::locale::tui::{common, status as words};
use crate::locale::{Lang, Text};
use crate::text::clean::visible;
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::{Question, Target};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::page::{Place, room};
use crate::tui::widget::theme::Role as Style;
use page::{Item, View, view};

const CONTEXTS: [Context; 2] = [Context::Status, Context::List];

/// Where the filing stands.
#[derive(Debug)]
pub struct Status {
    place: Place,
    /// Events when it was followed last: with a new one it starts at the top again.
    events: Option<Vec<Event>>,
    /// What the key that leads here says where nobody came by it from the draft: the draft was opened with it.
    opened: Option<Text>,
}

impl Status {
    /// At the top; the first item is chosen.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: Place::top(), events: None, opened: None }
    }

    /// The same, as the first that is seen of a draft.
    #[must_use]
    pub fn opened() -> Self {
        Self { opened: Some(words::IS_HERE), ..Self::new() }
    }

    /// The same, as what was asked for in the list.
    #[must_use]
    pub fn from_list() -> Self {
        Self { opened: Some(words::IS_HERE_FROM_LIST), ..Self::new() }
    }

    fn open(&self, items: &[Item], document: &Document, state: &State) -> Vec<Command> {
        match items.get(self.place.chosen).copied() {
            Some(Item::Record(kind, who)) => vec![Command::Ask(Question::Event(kind, who))],
            Some(Item::Reason(event, index, _)) if document.is_writable() => {
                vec![Command::Ask(Question::RejectionReason { event, index: Some(index) })]
            }
            Some(Item::Reason(_, _, field)) => field.map(|id| Command::Go(Route::Field(id))).into_iter().collect(),
            Some(Item::AddReason(event)) => vec![Command::Ask(Question::RejectionReason { event, index: None })],
            Some(Item::Told) => {
                let text = words::ONLY_LAST.with(state.lang, &[("key", &key(Action::Undo))]);
                vec![Command::Notice(Notice { role: Style::Text, text })]
            }
            None => Vec::new(),
        }
    }

    /// Takes the last event back; one that was recorded before this session only after asking.
    fn take_back(document: &Document, state: &State) -> Vec<Command> {
        let lang = state.lang;
        if !document.is_writable() {
            return vec![say(Style::Warning, common::IS_READ_ONLY.in_lang(lang).to_owned())];
        }
        match document.draft().events.last() {
            None => vec![say(Style::Muted, words::NOTHING_TO_TAKE_BACK.in_lang(lang).to_owned())],
            // What stood here before the change is put back with it alone.
            Some(event) if !is_undone_here(document) => {
                let lines = Lang::BOTH.map(|lang| {
                    let args: &[(&str, &dyn std::fmt::Display)] =
                        &[("event", &says::event(lang, event)), ("name", &visible(&event.note))];
                    vec![take_over::UNDO_THERE.with(lang, args), take_over::UNDO_THERE_HINT.in_lang(lang).to_owned()]
                });
                vec![Command::Ask(Question::Told { title: words::UNDO_THERE_TITLE, lines })]
            }
            Some(event) if document.is_from_before(document.draft().events.len() - 1) => {
                vec![Command::Ask(Question::TakeBack(Box::new(event.clone())))]
            }
            Some(_) => vec![Command::TakeBackEvent],
        }
    }

    /// Records the event again that was taken back last.
    fn bring_back(document: &Document, state: &State) -> Vec<Command> {
        let lang = state.lang;
        if !document.is_writable() {
            return vec![say(Style::Warning, common::IS_READ_ONLY.in_lang(lang).to_owned())];
        }
        if document.has_taken_back() {
            return vec![Command::BringBackEvent];
        }
        vec![say(Style::Muted, words::NOTHING_TO_BRING_BACK.in_lang(lang).to_owned())]
    }

    /// What Enter does at the present place; nothing where what has happened is only read.
    fn chosen(&self, document: &Document, state: &State) -> Option<Context> {
        let (width, height) = room(state.size);
        let View { page, items } = view(document, state, width);
        match items.get(self.place.chosen)? {
            Item::Told => None,
            _ if self.place.is_above(&page, height) => Some(Context::AboveChoices),
            Item::Record(..) => Some(Context::Recordable),
            Item::Reason(..) if document.is_writable() => Some(Context::Reason),
            Item::Reason(_, _, field) => field.map(|_| Context::ReasonOnly),
            Item::AddReason(_) => Some(Context::MoreReasons),
        }
    }

    fn help(&self, document: &Document, state: &State) -> String {
        let lang = state.lang;
        let (width, height) = room(state.size);
        let View { page, items } = view(document, state, width);
        let enter = key(Action::Record);
        match items.get(self.place.chosen) {
            Some(item) if *item != Item::Told && self.place.is_above(&page, height) => {
                words::HELP_BELOW.with(lang, &[("key", &enter)])
            }
            Some(Item::Record(kind, who)) => {
                let event = says::kind_of(lang, *kind, *who);
                words::HELP_RECORD.with(lang, &[("event", &event), ("key", &enter)])
            }
            Some(Item::Reason(..)) if document.is_writable() => words::HELP_REASON.with(lang, &[("key", &enter)]),
            Some(Item::AddReason(_)) => words::HELP_ADD_REASON.with(lang, &[("key", &enter)]),
            Some(Item::Told) if is_undone_here(document) => words::HELP_STORY.with(lang, &[("key", &key(Action::Undo))]),
            _ => String::new(),
        }
    }
}

impl Screen for Status {
    fn contexts(&self, state: &State) -> Vec<Context> {
        let chosen = state.document.as_ref().and_then(|document| self.chosen(document, state));
        chosen.into_iter().chain(CONTEXTS).collect()
    }

    fn follow(&mut self, state: &State) {
        let Some(document) = &state.document else { return };
        let events = &document.draft().events;
        let (width, height) = room(state.size);
        let view = view(document, state, width);
        if self.events.as_ref() != Some(events) {
            self.events = Some(events.clone());
            // What Enter would do has to be in view; what is only read leaves the top there.
            let top = Place::top();
            let does_something = view.items.first().is_none_or(|item| *item != Item::Told);
            self.place = if does_something && top.is_above(&view.page, height) { Place::at(0) } else { top };
        }
        self.place.stay_inside(&view.page);
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let document = state.document.as_ref()?;
        let action = match input {
            // One key, called by what it does at each place.
            Input::Action(Action::OpenReason | Action::ShowField | Action::AddReason | Action::ToChoices) => &Action::Record,
            Input::Action(action) => action,
            Input::Paste(text) => return Some(vec![Command::Import(text.clone().into_bytes())]),
            Input::Char(_) | Input::Run(_) => return Some(Vec::new()),
        };
        let (width, height) = room(state.size);
        let View { page, items } = view(document, state, width);
        match action {
            // What Enter would do must be in view.
            Action::Record if self.place.is_above(&page, height) => self.place = Place::at(0),
            Action::Record => return Some(self.open(&items, document, state)),
            Action::Undo => return Some(Self::take_back(document, state)),
            Action::Redo => return Some(Self::bring_back(document, state)),
            Action::Import if document.is_writable() => return Some(vec![Command::Ask(Question::File(Target::Answer))]),
            Action::Import => return Some(vec![say(Style::Warning, common::IS_READ_ONLY.in_lang(state.lang).to_owned())]),
            Action::SaveCalendar => return Some(vec![Command::SaveCalendar]),
            // The key that led here leads away, too. Where nobody came by it, it has done its work.
            Action::LeaveStatus if let Some(said) = self.opened => {
                let key = keymap::key_for(&[Context::Document], Action::Back).map(|key| key.to_string()).unwrap_or_default();
                return Some(vec![say(Style::Muted, said.with(state.lang, &[("key", &key)]))]);
            }
            Action::LeaveStatus => return Some(vec![Command::Pop]),
            _ => {
                if !self.place.travel(*action, &page, height) {
                    return None;
                }
            }
        }
        Some(Vec::new())
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let Some(document) = &state.document else { return false };
        match action {
            Action::SaveCalendar => deadlines(document.draft(), state.clock()).is_empty(),
            Action::Undo => document.draft().events.is_empty(),
            Action::Import => !document.is_writable(),
            _ => false,
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(document) = &state.document else { return };
        let contexts = self.all_contexts(state);
        let area = chrome::draw(canvas, state, &contexts, &self.help(document, state), false).main;
        view(document, state, area.width).page.draw(canvas, area, self.place, state.lang);
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

/// Whether the last event can be taken back in this draft; what a change wrote is taken back there.
fn is_undone_here(document: &Document) -> bool {
    document.is_writable() && document.draft().events.last().is_some_and(|last| !last.is_written_by_change())
}

const fn say(role: Style, text: String) -> Command {
    Command::Notice(Notice { role, text })
}

fn key(action: Action) -> String {
    keymap::key_for(&CONTEXTS, action).map(|key| key.to_string()).unwrap_or_default()
}

fn key_of(context: Context, action: Action) -> String {
    keymap::key_for(&[context], action).map(|key| key.to_string()).unwrap_or_default()
}

#[cfg(test)]
#[path = "status_tests.rs"]
mod tests;
