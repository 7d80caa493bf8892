//! Where one is in the wizard, and how one gets elsewhere and out.

use super::{App, build};
use crate::answer;
use crate::compare::foreign_number;
use crate::drafts::beside;
use crate::drafts::folder::{is_nameless, stem_of};
use crate::filing::checklist::capacity;
use crate::filing::{FieldId, Section, Value};
use crate::locale::Lang;
use crate::locale::answer as says;
use crate::locale::deadline;
use crate::locale::letter;
use crate::locale::stage;
use crate::locale::tui::{common as words, record, status};
use crate::locale::value;
use crate::package::calendar::words::{self as calendar_words, CalendarWords};
use crate::package::calendar::{self, Part};
use crate::package::letters::{self, Letter};
use crate::rules::Severity;
use crate::scan::facts::Content;
use crate::tui::document::{Document, Guard};
use crate::tui::effect::{Both, DraftRequest, Effect};
use crate::tui::form::listed;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::{Route, Step};
use crate::tui::state::Notice;
use crate::tui::widget::theme::Role;

/// Of so many drafts of one name none is given a number any more.
const MOST_OF_ONE_NAME: usize = 100;

impl App {
    /// Where one is.
    pub(super) fn route(&self) -> Option<Route> {
        self.screens.last().and_then(|screen| screen.route())
    }

    /// The step one is on.
    pub(super) fn step(&self) -> Option<Step> {
        match self.route() {
            Some(Route::Step(step)) => Some(step),
            _ => None,
        }
    }

    /// The focused field.
    pub(super) fn focus(&self) -> Option<FieldId> {
        self.screens.last().and_then(|screen| screen.focus())
    }

    /// Goes somewhere.
    pub(super) fn go(&mut self, route: Route) {
        match route {
            Route::Field(id) => self.go_to(id),
            Route::Step(step) => self.go_to_step(step),
            Route::Copy if self.state.document.is_none() => {}
            Route::Home | Route::New | Route::Status | Route::Copy => {
                self.leave_field();
                self.screens.push(build::screen(route, &self.state));
            }
        }
    }

    pub(super) fn go_to(&mut self, id: FieldId) {
        self.close_dialogs();
        // The list of materials has fields of other steps, too: who is there stays there.
        if !self.screens.last().is_some_and(|screen| screen.lists(id, &self.state)) {
            self.go_to_step(build::step_of(id, &self.state));
        }
        if let Some(screen) = self.screens.last_mut() {
            screen.set_focus(id, &self.state);
        }
    }

    /// Goes to the step with this number, from 0; a filing with fewer steps has none there.
    pub(super) fn go_to_number(&mut self, number: usize) {
        if let Some(step) = Step::of_kind(self.state.filing_kind()).nth(number) {
            self.go_to_step(step);
        }
    }

    pub(super) fn go_to_step(&mut self, step: Step) {
        if self.state.document.is_none() || self.step() == Some(step) {
            return;
        }
        self.leave_field();
        if step == Step::Review
            && let Some(document) = &mut self.state.document
        {
            document.touch_all();
        }
        while self.screens.len() > 1 {
            self.screens.pop();
        }
        self.screens.push(build::screen(Route::Step(step), &self.state));
    }

    /// Ends the visit of the focused field, so that its value is tidied and its findings show.
    pub(super) fn leave_field(&mut self) {
        if let Some(id) = self.focus()
            && let Some(document) = &mut self.state.document
        {
            document.leave(id);
        }
    }

    /// Steps out of the top screen. The draft is let go once it is on the disk.
    pub(super) fn back(&mut self) {
        self.leave_field();
        match self.screens.last() {
            // The list of drafts lies under everything.
            _ if self.screens.len() <= 1 => {}
            Some(screen) if screen.shows_draft() && self.screens.iter().filter(|screen| screen.shows_draft()).count() == 1 => {
                self.closing = true;
                self.finish();
            }
            _ => {
                self.screens.pop();
            }
        }
    }

    pub(super) fn quit(&mut self) {
        self.leave_field();
        self.set_all_aside();
        self.quitting = true;
        self.finish();
    }

    /// Closes or leaves, if everything is on the disk.
    pub(super) fn finish(&mut self) {
        if self.conflict.is_some() && self.state.document.is_some() {
            self.ask_about_conflict();
            return;
        }
        if self.state.document.as_ref().is_some_and(|document| document.is_dirty() || document.is_saving()) {
            return;
        }
        if self.quitting {
            self.send(Effect::Quit);
        } else if self.closing {
            self.closing = false;
            self.close_dialogs();
            let focus = self.screens.iter().rev().find_map(|screen| screen.focus());
            let name = self.state.document.as_ref().and_then(|document| self.name_for(document));
            let mut rename = None;
            if let Some(document) = self.state.document.take() {
                let (mut path, history) = document.into_history(focus);
                if let Some(name) = name {
                    let named = path.with_file_name(format!("{name}.toml"));
                    rename = Some(DraftRequest::Rename { path: std::mem::replace(&mut path, named), name });
                }
                self.histories.insert(path, history);
            }
            self.screens.retain(|screen| !screen.shows_draft());
            self.send(DraftRequest::Close);
            if let Some(rename) = rename {
                self.send(rename);
            }
            self.send(DraftRequest::List);
            self.open_next();
        }
    }

    /// What the file of a draft is called from now on that was begun without a name, once its mini-program has one: by that name
    /// commands find it. `None` where the file stays as it is.
    fn name_for(&self, document: &Document) -> Option<String> {
        let stem = document.path.file_stem().unwrap_or_default().to_string_lossy();
        let draft = document.draft();
        let has_name = !draft.text(FieldId::MiniProgramName).trim().is_empty();
        let is_own = document.folder == self.state.folder && document.is_writable() && has_name && is_nameless(&stem);
        let name = Some(stem_of(draft)).filter(|name| is_own && !is_nameless(name))?;
        let is_taken = |name: &str| self.state.listed().iter().any(|listed| listed.name.to_lowercase() == name.to_lowercase());
        let numbered = (2..MOST_OF_ONE_NAME).map(|number| format!("{name}-{number}"));
        std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name))
    }

    /// Takes the last change back (or makes it again) and goes to where it was.
    pub(super) fn undo(&mut self, again: bool) {
        if let Some(id) = self.step_back(again) {
            self.go_to(id);
        }
    }

    /// Takes in what the platform answered, and says what followed.
    pub(super) fn import_answer(&mut self, bytes: &[u8]) {
        let (now, today) = (self.state.latest(), self.state.today());
        let Some(document) = self.state.document.as_mut().filter(|document| document.is_writable()) else {
            return self.say(words::IS_READ_ONLY, Role::Warning);
        };
        match answer::import(bytes, document.draft(), document.facts(), now, now) {
            Ok(import) => {
                let (draft, context) = (document.draft(), document.context());
                if let Some((number, why)) = foreign_number(&import, draft, &context, today) {
                    let said =
                        |lang| (says::not_its_own(lang, &number, draft, &why), says::NOT_ITS_OWN_HINT.in_lang(lang).to_owned());
                    let said = Both::of(said);
                    return self.failed(said);
                }
                let lines = Lang::BOTH.map(|lang| says::import(lang, &import));
                document.set_events(import.events);
                let changes = import.changes.into_iter().map(|(id, value)| (id, Some(value)));
                document.edit_all(changes.collect());
                self.ask(Question::Told { title: says::TITLE, lines });
            }
            Err(refusal) => self.failed(Both::of(|lang| says::refusal(lang, &refusal))),
        }
    }

    /// Writes the deadlines as a calendar beside the draft.
    pub(super) fn save_calendar(&mut self) {
        let Some(document) = &self.state.document else { return };
        let name = document.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let words = CalendarWords::of(self.state.lang, document.draft(), &name);
        let part = Part { draft: document.draft(), identity: &name, words: &words };
        match calendar::calendar(&[part], &calendar_words::title(words.lang, &words.name), self.state.clock()) {
            Ok((text, count)) if !count.is_empty() => {
                let path = document.folder.join(calendar::file_name(&name));
                self.send(Effect::WriteCalendar { path, text, count });
            }
            Ok(_) => self.say(deadline::NOTHING, Role::Muted),
            Err(_) => self.say(deadline::NOT_MADE, Role::Warning),
        }
    }

    /// Writes the letters that the draft's checklist asks for into a folder beside it.
    pub(super) fn write_letters(&mut self) {
        let (lang, today) = (self.state.lang, self.state.today());
        let Some(document) = &self.state.document else { return };
        let list = letters::of(document.draft(), today);
        if list.is_empty() {
            return self.say(letter::NONE, Role::Muted);
        }
        // What is signed and attached is written as well, and not asked for again.
        let is_there = |path: &&str| {
            let facts = document.facts().get(path);
            !facts.is_some_and(|facts| matches!(facts.content, Content::Missing | Content::NotAFile | Content::Empty))
        };
        let is_signed = |one: &&Letter| {
            let field = one.material.field;
            document.draft().paths(field).iter().any(|path| is_there(&&**path)) && capacity(field) == 1
        };
        let open = list.iter().filter(|one| !is_signed(one));
        let (on_demand, needed): (Vec<&Letter>, Vec<&Letter>) = open.partition(|one| one.is_on_demand());
        let said = Lang::BOTH.map(|lang| {
            let names = |list: &[&Letter]| -> Vec<String> { list.iter().map(|one| one.called(lang)).collect() };
            letter::written(lang, &names(&needed), &names(&on_demand))
        });
        let files = list.iter().map(|one| (one.file.clone(), one.to_html(document.draft(), today, lang))).collect();
        let folder = beside::letters(&document.path);
        self.send(Effect::WriteLetters { folder, files, said });
    }

    /// Takes the last event back and says which it was.
    pub(super) fn take_back_event(&mut self) {
        let Some(event) = self.state.document.as_mut().and_then(Document::take_back_event) else { return };
        let key = keymap::key_for(&[Context::Status], Action::Redo).map(|key| key.to_string()).unwrap_or_default();
        let lang = self.state.lang;
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("event", &stage::event(lang, &event)), ("at", &stage::moment(event.at)), ("key", &key)];
        let text = status::TAKEN_BACK.with(lang, args);
        self.state.notice = Some(Notice { role: Role::Good, text });
    }

    /// Records the event again that was taken back last, as it stood: also where its place in the order was wrong.
    pub(super) fn bring_back_event(&mut self) {
        let Some(event) = self.state.document.as_mut().and_then(Document::bring_back_event) else { return };
        let lang = self.state.lang;
        let args: &[(&str, &dyn std::fmt::Display)] = &[("event", &stage::event(lang, &event)), ("at", &stage::moment(event.at))];
        let text = status::BROUGHT_BACK.with(lang, args);
        self.state.notice = Some(Notice { role: Role::Good, text });
    }

    /// Takes the last change back, or makes it again; returns the field it was in.
    pub(super) fn step_back(&mut self, again: bool) -> Option<FieldId> {
        let document = self.state.document.as_mut()?;
        // What could be taken back was typed before it was submitted, was filed, or had ended.
        let kept = match document.guard([FieldId::FilingKind]).filter(|_| document.has_step(again)) {
            Some(Guard::Filed | Guard::Ended) => Some(record::UNDO_IN_FILED),
            Some(Guard::UnderReview) => Some(record::UNDO_IN_REVIEW),
            Some(Guard::OnRecord) | None => None,
        };
        if let Some(kept) = kept {
            self.say(kept, Role::Warning);
            return None;
        }
        let done = if again { document.redo() } else { document.undo() };
        match done {
            Some(_) => self.inspect(),
            None if again => self.say(words::NOTHING_TO_REDO, Role::Muted),
            None => self.say(words::NOTHING_TO_UNDO, Role::Muted),
        }
        done.flatten()
    }

    /// Says of an answer that stands there to begin with why one is led to it.
    fn tell_assumed(&mut self, id: FieldId) {
        let Some(document) = self.state.document.as_ref().filter(|document| !document.has_problem(id)) else { return };
        let lang = self.state.lang;
        let answer = value::show(lang, id, &Value::Flag(document.draft().flag(id)));
        let text = words::ASSUMED.with(lang, &[("answer", &answer)]);
        self.state.notice = Some(Notice { role: Role::Muted, text });
    }

    /// The fields in the order in which one comes to them: step by step, each as its form lists them. Fields of other steps that the form
    /// in front lists, too, have their place there.
    fn order(&self, document: &Document) -> Vec<FieldId> {
        let here = match self.step() {
            Some(Step::Form(section)) => Some((section, listed(document, section))),
            _ => None,
        };
        let is_here = |id: &FieldId| here.as_ref().is_some_and(|(_, fields)| fields.contains(id));
        let of = |section: &Section| match &here {
            Some((in_front, fields)) if in_front == section => fields.clone(),
            _ => {
                let own = listed(document, *section).into_iter();
                own.filter(|id| document.draft().section_of(*id) == *section && !is_here(id)).collect()
            }
        };
        Section::ALL.iter().flat_map(of).collect()
    }

    pub(super) fn problem(&mut self, from: Option<FieldId>, backwards: bool) {
        // The problem one stands on is the first, as long as nobody has been told of it. The review tells of all, and walks its own list.
        let on_review = self.step() == Some(Step::Review);
        let untold = |document: &Document| from.filter(|id| !on_review && document.has_untold_problem(*id));
        let untold = self.state.document.as_ref().and_then(untold);
        self.leave_field();
        let here = |document: &Document| untold.filter(|id| document.has_problem(*id));
        let order = self.state.document.as_ref().map(|document| self.order(document)).unwrap_or_default();
        let next = |document: &Document| here(document).or_else(|| document.next_problem(&order, from, backwards));
        match self.state.document.as_ref().and_then(next) {
            Some(id) => {
                if let Some(document) = &mut self.state.document {
                    document.touch(id);
                }
                self.go_to(id);
                self.tell_assumed(id);
                if Some(id) == from && untold == from && self.state.notice.is_none() {
                    let action = if backwards { Action::PreviousProblem } else { Action::NextProblem };
                    let key = keymap::key_for(&[Context::Document], action).map(|key| key.to_string()).unwrap_or_default();
                    let args: &[(&str, &dyn std::fmt::Display)] =
                        &[("field", &id.asked_label().in_lang(self.state.lang)), ("key", &key)];
                    self.state.notice = Some(Notice { role: Role::Muted, text: words::PROBLEM_HERE.with(self.state.lang, args) });
                }
            }
            None => {
                let hints = self.state.document.as_ref().map_or(0, |document| document.count(None, Severity::Hint));
                if hints == 0 {
                    return self.say(words::NO_PROBLEMS, Role::Good);
                }
                let key = keymap::key_for(&[Context::Document], Action::Problems).map(|key| key.to_string());
                let args: &[(&str, &dyn std::fmt::Display)] = &[("count", &hints), ("key", &key.unwrap_or_default())];
                self.state.notice = Some(Notice { role: Role::Good, text: words::ONLY_HINTS.with(self.state.lang, args) });
            }
        }
    }
}
