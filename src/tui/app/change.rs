//! Edits of what is filed or on record: asked about first, and taken along into the filing that makes them.

use std::path::PathBuf;

use super::App;
use crate::drafts::anchor::{value_with_paths, with_paths};
use crate::filing::record::Source;
use crate::filing::reuse::reuses_subject;
use crate::filing::{Draft, FieldId, FilingKind, Value};
use crate::locale::tui::record as words;
use crate::locale::{Lang, reuse};
use crate::package::record::{Record, again, begin, complete, on_record, one_more, refile};
use crate::scan::{relative_to, resolve};
use crate::text::clean::visible;
use crate::tui::document::Document;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::state::{Command, Notice};
use crate::tui::widget::theme::Role;

/// Values for fields.
pub(super) type Edits = Vec<(FieldId, Option<Value>)>;

/// A draft that is opened once the present one is closed, and what happens in it then.
#[derive(Debug)]
pub(super) struct Next {
    request: DraftRequest,
    arrival: Arrival,
}

/// What happens in a draft that was asked for.
#[derive(Debug, Default)]
pub(super) struct Arrival {
    pub(super) edits: Edits,
    pub(super) focus: Option<FieldId>,
    /// Said at the foot of the screen; empty for nothing.
    pub(super) said: String,
    /// To be read first.
    pub(super) told: Option<Question>,
}

impl App {
    /// One more mini-program begins with what is at hand: what that is, and what it is not, is said when it opens.
    pub(super) fn tell_what_is_taken(&mut self, draft: &Draft) {
        // What something happens in when it opens is told of by that.
        if reuses_subject(draft) && draft.events.is_empty() && self.arrival.is_none() {
            self.arrival = Some(Arrival { told: Self::taken_of(draft), ..Arrival::default() });
        }
    }

    /// What one more mini-program begins with, to be read first.
    fn taken_of(draft: &Draft) -> Option<Question> {
        let key = keymap::key_for(&[Context::Document], Action::NextProblem).map(|key| key.to_string()).unwrap_or_default();
        let lines = Lang::BOTH.map(|lang| {
            let leads = reuse::LEADS.with(lang, &[("key", &key)]);
            reuse::lines(lang, draft).into_iter().chain([leads]).collect()
        });
        Some(Question::Told { title: reuse::TITLE, lines })
    }

    /// Whether these edits are to be asked about; the question follows when everything else that goes with the key is done.
    pub(super) fn is_guarded(&mut self, edits: &Edits) -> bool {
        let Some(document) = &self.state.document else { return false };
        let differs = |(id, value): &&(FieldId, Option<Value>)| {
            document.draft().get(*id) != value.as_ref().filter(|value| !value.is_empty())
        };
        let changed: Edits = edits.iter().filter(differs).cloned().collect();
        let Some(guard) = document.guard(changed.iter().map(|(id, _)| *id)) else { return false };
        self.held_back = changed;
        self.guarded = Some(guard);
        true
    }

    /// Asks about the edits that were held back.
    pub(super) fn ask_about_edits(&mut self) {
        let (Some(guard), Some((id, value))) = (self.guarded.take(), self.held_back.first().cloned()) else { return };
        let typed = self.screens.last().and_then(|screen| screen.typed()).cloned();
        self.ask(Question::Guarded(guard, id, value, typed));
    }

    /// Takes what was typed on into the edit that is asked about.
    pub(super) fn hold_back(&mut self, id: FieldId, value: Option<Value>) {
        match self.held_back.iter_mut().find(|(held, _)| *held == id) {
            Some((_, held)) => *held = value,
            None => self.held_back.push((id, value)),
        }
    }

    /// Makes the edits that were held back, and asks about no more of them.
    pub(super) fn edit_anyway(&mut self) {
        let edits = std::mem::take(&mut self.held_back);
        if let Some(document) = &mut self.state.document {
            document.unlock();
        }
        self.edit_all(edits);
    }

    /// Opens the change of what is filed or on record, with the edits that were held back: the one in preparation, else a new one.
    pub(super) fn start_change(&mut self) {
        let edits = std::mem::take(&mut self.held_back);
        let focus = edits.first().map(|(id, _)| *id).or_else(|| self.focus());
        let Some(document) = &self.state.document else { return };
        let draft = document.draft();
        let (request, said) = match self.state.running_change(draft) {
            Some((listed, _)) => (DraftRequest::Open { path: listed.path.clone(), read_only: false }, words::CHANGE_OPENED),
            None => {
                let (draft, from) = self.change_of(document);
                (DraftRequest::Create { draft: Box::new(draft), from: vec![from] }, words::CHANGE_STARTED)
            }
        };
        let edits = self.moved_edits(document, edits);
        let said = said.in_lang(self.state.lang).to_owned();
        self.close_for(Next { request, arrival: Arrival { edits, focus, said, told: None } });
    }

    /// Opens a new filing of what has ended, with the edits that were held back.
    pub(super) fn file_again(&mut self) {
        let edits = std::mem::take(&mut self.held_back);
        let focus = edits.first().map(|(id, _)| *id).or_else(|| self.focus());
        let Some(document) = &self.state.document else { return };
        let mut anew = self.whole_again(document, &again(document.draft()));
        let standing = self.state.standing_beside(document.draft());
        if let Some(standing) = standing {
            anew = one_more(&anew, standing);
        }
        let said = if standing.is_some() { words::FILED_AGAIN_BESIDE } else { words::FILED_AGAIN };
        let request = DraftRequest::Create { draft: Box::new(anew), from: self.sources(document) };
        let edits = self.moved_edits(document, edits);
        let lang = self.state.lang;
        let gap = if lang == Lang::En { " " } else { "" };
        let without = self.state.lacks_scans(document.draft());
        let without = if without { format!("{gap}{}", words::NO_SCANS.in_lang(lang)) } else { String::new() };
        let said = format!("{}{without}", said.in_lang(lang));
        self.close_for(Next { request, arrival: Arrival { edits, focus, said, told: None } });
    }

    /// Opens the deregistration of what is filed here: the one in preparation, else a new one.
    pub(super) fn start_deregistration(&mut self) {
        let Some(document) = self.state.document.as_ref().filter(|document| document.is_filed()) else { return };
        let (draft, kind) = (document.draft(), FilingKind::Deregistration);
        let (request, said) = match self.state.running(draft, kind) {
            Some((listed, _)) => (DraftRequest::Open { path: listed.path.clone(), read_only: false }, words::END_OPENED),
            None => {
                let record = Record { filed: draft.clone(), source: Source::Draft };
                let draft = Box::new(begin(&record, kind, &|_| None));
                (DraftRequest::Create { draft, from: Vec::new() }, words::END_STARTED)
            }
        };
        let said = said.in_lang(self.state.lang).to_owned();
        let arrival = Arrival { focus: Some(FieldId::DeregistrationScope), said, ..Arrival::default() };
        self.close_for(Next { request, arrival });
    }

    /// Opens a new filing of one more mini-program of the subject that is filed here.
    pub(super) fn start_one_more(&mut self) {
        let Some(document) = self.state.document.as_ref().filter(|document| document.is_filed()) else { return };
        let record = Record { filed: document.draft().clone(), source: Source::Draft };
        let draft = begin(&record, FilingKind::New, &|path| Some(self.moved_path(document, path)));
        let told = Self::taken_of(&draft);
        let request = DraftRequest::Create { draft: Box::new(draft), from: vec![document.path.clone()] };
        self.close_for(Next { request, arrival: Arrival { told, ..Arrival::default() } });
    }

    /// The draft of a change of what is filed here, or of the record that one more mini-program refers to.
    /// Returns it and the file of the draft that it begins with.
    fn change_of(&self, document: &Document) -> (Draft, PathBuf) {
        let draft = document.draft();
        let filed = if document.is_filed() {
            Some((&*document.path, draft))
        } else {
            let mut filed = self.state.filed().map(|(listed, filed)| (&*listed.path, filed));
            filed.find(|(_, filed)| filed.number() == draft.number())
        };
        match filed {
            Some((path, filed)) => {
                let record = Record { filed: filed.clone(), source: Source::Draft };
                (begin(&record, FilingKind::Change, &|path| Some(path.to_owned())), path.to_owned())
            }
            None => (begin(&on_record(draft), FilingKind::Change, &|_| None), document.path.clone()),
        }
    }

    fn moved_edits(&self, document: &Document, edits: Edits) -> Edits {
        edits.into_iter().map(|(id, value)| (id, value.map(|value| self.moved(document, id, value)))).collect()
    }

    /// A draft that begins with the values of the open one, as it is written in the folder of drafts.
    fn moved_draft(&self, document: &Document, draft: &Draft) -> Draft {
        with_paths(draft, &|written| self.moved_path(document, written))
    }

    /// A new filing that begins with the open draft, filled up with what the draft has that was filed in the first place.
    fn whole_again(&self, document: &Document, anew: &Draft) -> Draft {
        let mut anew = self.moved_draft(document, anew);
        if let Some((_, original)) = self.state.original(document.draft()) {
            complete(&mut anew, original);
        }
        anew
    }

    /// The files of the drafts that such a filing begins with.
    fn sources(&self, document: &Document) -> Vec<PathBuf> {
        let original = self.state.original(document.draft()).map(|(listed, _)| listed.path.clone());
        std::iter::once(document.path.clone()).chain(original).collect()
    }

    /// A value as it is written in the folder of drafts: paths lead to the same file from there.
    fn moved(&self, document: &Document, id: FieldId, value: Value) -> Value {
        value_with_paths(id, &value, &|written| self.moved_path(document, written)).unwrap_or(value)
    }

    fn moved_path(&self, document: &Document, written: &str) -> String {
        if document.folder == self.state.folder || written.is_empty() {
            return written.to_owned();
        }
        let home = self.state.home.as_deref();
        let there = resolve(&document.folder, home, written);
        relative_to(&self.state.folder, home, &there).unwrap_or_else(|| written.to_owned())
    }

    /// Makes the deregistration and the new filing that take the place of the open change, and opens what goes first.
    pub(super) fn refile(&mut self) {
        let Some(document) = self.state.document.as_ref() else { return };
        let draft = document.draft();
        let name = visible(draft.title()).into_owned();
        let said = words::REFILED.with(self.state.lang, &[("name", &name)]);
        let [end, anew] = refile(draft);
        let both = [self.moved_draft(document, &end), self.whole_again(document, &anew)];
        let request = DraftRequest::CreateSeveral { drafts: both.into(), from: self.sources(document) };
        let arrival = Arrival { focus: Some(FieldId::DeregistrationScope), said, ..Arrival::default() };
        self.close_for(Next { request, arrival });
    }

    /// Closes the open draft as soon as it is on the disk, and asks for another one then.
    fn close_for(&mut self, next: Next) {
        self.leave_field();
        self.next = Some(next);
        self.closing = true;
        self.finish();
    }

    /// The open draft is closed: asks for the one that was waiting for that.
    pub(super) fn open_next(&mut self) {
        if let Some(Next { request, arrival }) = self.next.take() {
            self.arrival = Some(arrival);
            self.run(vec![Command::Run(request.into())]);
        }
    }

    /// A draft was opened that something was to happen in.
    pub(super) fn arrive(&mut self) {
        let Some(Arrival { edits, focus, said, told }) = self.arrival.take() else { return };
        if let Some(document) = &mut self.state.document {
            let edited: Vec<FieldId> = edits.iter().map(|(id, _)| *id).collect();
            document.edit_all(edits);
            document.touch_filled(&edited);
        }
        self.inspect();
        if let Some(id) = focus.filter(|id| self.state.document.as_ref().is_some_and(|document| document.draft().asks(*id))) {
            self.go_to(id);
        }
        if !said.is_empty() {
            self.state.notice = Some(Notice { role: Role::Good, text: said });
        }
        if let Some(told) = told {
            self.ask(told);
        }
    }
}
