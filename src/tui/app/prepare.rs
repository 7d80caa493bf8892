//! Pictures looked at, and made fit for the platform: asked for here, done by a worker, taken into the draft as one change.

use super::App;
use crate::drafts::copies::{self, Done, Outcome};
use crate::filing::FieldId;
use crate::locale::prepare as says;
use crate::locale::tui::prepare as words;
use crate::locale::tui::preview::OUTSIDE;
use crate::scan;
use crate::scan::prepare::Note;
use crate::text::clean::visible;
use crate::tui::document::{Document, Saved};
use crate::tui::effect::{Effect, PrepareRequest};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::state::Notice;
use crate::tui::widget::theme::Role;

/// Complaints shown at once; the others show when these are dealt with.
const MOST_SAID: usize = 3;

impl App {
    /// Has the pictures of the focused field prepared, and of no other.
    pub(super) fn prepare_focused(&mut self, focus: Option<FieldId>) {
        match focus.filter(|id| holds_pictures(*id)) {
            Some(id) => self.prepare(Some(id)),
            None => {
                let key = keymap::key_for(&[Context::Document], Action::PrepareAll).map(|key| key.to_string());
                let text = words::NOT_ON_A_PICTURE.with(self.state.lang, &[("key", &key.unwrap_or_default())]);
                self.state.notice = Some(Notice { role: Role::Muted, text });
            }
        }
    }

    /// Shows the focused picture here or in the system's viewer, or says what is missing for that.
    pub(super) fn look_at(&mut self, focus: Option<FieldId>, outside: bool) {
        let pictures = self.state.document.as_ref().map(Document::pictures).unwrap_or_default();
        match (pictures.into_iter().find(|picture| Some(picture.id) == focus), focus) {
            (Some(picture), _) if outside => self.view(&picture.path),
            (Some(picture), _) => self.ask(Question::Picture(picture.id, None)),
            (None, Some(id)) if holds_pictures(id) => self.say(words::NO_PICTURE_HERE, Role::Muted),
            (None, _) => self.say(words::NOTHING_TO_SEE, Role::Muted),
        }
    }

    /// Opens a file of the draft in the system's own viewer.
    pub(super) fn view(&mut self, path: &str) {
        if let Some(document) = &self.state.document {
            if document.is_held_back(path) {
                return self.say(OUTSIDE, Role::Warning);
            }
            let path = scan::resolve(&document.folder, self.state.home.as_deref(), path);
            self.send(Effect::OpenInViewer(path));
        }
    }

    /// Has one picture prepared as it was looked at: turned by so many quarters. One that was not turned is prepared as ever.
    pub(super) fn prepare_turned(&mut self, path: &str, quarters: u8) {
        let Some(document) = &self.state.document else { return };
        let asked = match quarters {
            0 => copies::requests(document.draft(), None).into_iter().find(|request| request.written == path),
            quarters => copies::turn(document.draft(), path, quarters),
        };
        let fields = asked.as_ref().map(|request| request.fields.clone()).unwrap_or_default();
        self.prepare_these(&fields, asked.into_iter().collect());
    }

    /// Has the pictures of a field prepared; without one, all that the draft names.
    pub(super) fn prepare(&mut self, field: Option<FieldId>) {
        let Some(document) = &self.state.document else { return };
        let fields: Vec<FieldId> = field.map_or_else(|| FieldId::FILES.to_vec(), |id| vec![id]);
        let only = field.map(|id| [id]);
        let requests = copies::requests(document.draft(), only.as_ref().map(<[FieldId; 1]>::as_slice));
        self.prepare_these(&fields, requests);
    }

    /// Has these pictures of these fields prepared.
    fn prepare_these(&mut self, fields: &[FieldId], requests: Vec<copies::Request>) {
        let Some(document) = &self.state.document else { return };
        if let Saved::ReadOnly(reason) = &document.saved {
            self.state.notice = Some(Notice { role: Role::Warning, text: reason.clone() });
            return;
        }
        if self.state.preparing {
            return self.say(words::STILL_PREPARING, Role::Muted);
        }
        if let Some((id, guard)) = fields.iter().find_map(|id| Some((*id, document.guard([*id])?))) {
            let value = document.draft().get(id).cloned();
            return self.ask(Question::Guarded(guard, id, value, None));
        }
        let folder = document.folder.clone();
        let mut requests = requests;
        if requests.iter().any(|request| document.is_held_back(&request.written)) {
            requests.retain(|request| !document.is_held_back(&request.written));
            if requests.is_empty() {
                return self.say(OUTSIDE, Role::Warning);
            }
        }
        if requests.is_empty() {
            let nothing = if fields.len() == 1 { words::NO_PICTURE_HERE } else { words::NO_PICTURES };
            return self.say(nothing, Role::Muted);
        }
        self.state.preparing = true;
        self.say(words::PREPARING, Role::Muted);
        self.send(Effect::Prepare(PrepareRequest { folder, requests }));
    }

    /// Takes the copies into the draft they were made for, as one change that can be taken back, and says what became of each file.
    pub(super) fn prepared(&mut self, done: &[Done]) {
        let Some(document) = &self.state.document else { return };
        let changes = copies::changes(document.draft(), done);
        self.end_visit();
        self.exchange(changes);
        self.end_visit();
        let lang = self.state.lang;
        let mut said: Vec<(String, String)> = done.iter().filter_map(|one| says::complaint(lang, one)).collect();
        if said.is_empty() {
            self.state.notice = Some(self.outcome(done));
            return;
        }
        let left = said.len().saturating_sub(MOST_SAID);
        said.truncate(MOST_SAID);
        let mut paragraphs: Vec<String> = Vec::new();
        for text in said.into_iter().flat_map(|(message, hint)| [message, hint]) {
            if !text.is_empty() && !paragraphs.contains(&text) {
                paragraphs.push(text);
            }
        }
        if left > 0 {
            paragraphs.push(words::MORE_FAILED.with(lang, &[("count", &left)]));
        }
        let copied = copies_in(done).count();
        if copied > 0 {
            paragraphs.push(words::OTHERS_PREPARED.with(lang, &[("count", &copied)]));
        }
        self.ask(Question::NotPrepared(paragraphs));
    }

    /// What was typed before and what is typed after are steps of undo of their own.
    pub(super) fn end_visit(&mut self) {
        if let Some(document) = &mut self.state.document {
            document.end_visit();
        }
    }

    /// What is said when nothing went wrong.
    fn outcome(&self, done: &[Done]) -> Notice {
        let lang = self.state.lang;
        let mut copied = copies_in(done);
        let (role, text) = match (copied.next(), copied.count(), done.len()) {
            (None, _, 1) => (Role::Good, words::FINE.in_lang(lang).to_owned()),
            (None, ..) => (Role::Good, words::ALL_FINE.in_lang(lang).to_owned()),
            (Some((written, report)), 0, _) => {
                let name = written.rsplit('/').next().unwrap_or(written);
                let facts = says::facts(lang, report);
                let said = words::PREPARED.with(lang, &[("name", &visible(name)), ("facts", &facts)]);
                match report.notes.contains(&Note::MayBeUpsideDown) {
                    true => (Role::Warning, says::note(lang, Note::MayBeUpsideDown).to_owned()),
                    false => (Role::Good, said),
                }
            }
            (Some(_), others, _) => (Role::Good, words::SEVERAL_PREPARED.with(lang, &[("count", &(others + 1))])),
        };
        Notice { role, text }
    }
}

fn holds_pictures(id: FieldId) -> bool {
    id.files().is_some()
}

fn copies_in(done: &[Done]) -> impl Iterator<Item = (&str, &crate::scan::prepare::Report)> {
    done.iter().filter_map(|one| match &one.outcome {
        Outcome::Copied { written, report, .. } => Some((written.as_str(), report)),
        _ => None,
    })
}
