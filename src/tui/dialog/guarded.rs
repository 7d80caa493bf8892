//! An edit of what is filed or on record: what it would be, and the ways on. Whoever goes on typing goes on with that edit: nothing
//! typed is lost while the question stands.

use super::Dialog;
use super::ask::{Answer, Ask};
use crate::filing::{FieldId, Value};
use crate::locale::tui::{common, record};
use crate::locale::value;
use crate::locale::{Lang, Text};
use crate::text::clean::visible;
use crate::text::edit::LineEdit;
use crate::tui::document::{Document, Guard};
use crate::tui::form::live;
use crate::tui::keymap::Context;
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::text_box;

/// The question, and the edit that waits for its answer.
#[derive(Debug)]
pub struct Guarded {
    ask: Ask,
    guard: Guard,
    id: FieldId,
    /// What was to be put there.
    new: Option<Value>,
    /// The text that was begun, where the field is typed into.
    editor: Option<LineEdit>,
}

impl Guarded {
    /// The question about this edit: the field it begins with, what was to be put there, and the text box it was typed in.
    #[must_use]
    pub fn new(state: &State, guard: Guard, (id, new): (FieldId, Option<&Value>), typed: Option<LineEdit>) -> Self {
        let draft = state.document.as_ref().map(Document::draft);
        let runs = draft.is_some_and(|draft| state.running_change(draft).is_some());
        let instead = match (guard, runs) {
            (Guard::Ended, _) => (record::FILE_AGAIN, Answer::FileAgain),
            // Whoever edits may know more than the draft: that it was rejected, say.
            (Guard::UnderReview, _) => (record::RECORD_FIRST, Answer::Go(Route::Status)),
            (_, true) => (record::GO_ON_WITH_CHANGE, Answer::StartChange),
            (Guard::Filed, false) => (record::START_CHANGE, Answer::StartChange),
            (Guard::OnRecord, false) => (record::START_CHANGE_OF_ENTITY, Answer::StartChange),
        };
        let (title, _, anyway) = words(guard);
        let answers = vec![instead, (anyway, Answer::EditAnyway), (common::CANCEL, Answer::Nothing)];
        let lines = said(state, guard, (id, new));
        let text = new.and_then(Value::as_text).unwrap_or_default();
        let typed = typed.filter(|editor| editor.text() == text).unwrap_or_else(|| LineEdit::new(text));
        let editor = id.field().kind.is_typed().then_some(typed);
        Self { ask: Ask::new(title, lines, answers), guard, id, new: new.cloned(), editor }
    }
}

/// The title, what there is to say, and what editing nevertheless is called.
const fn words(guard: Guard) -> (Text, Text, Text) {
    match guard {
        Guard::Filed => (record::FILED_TITLE, record::FILED_TEXT, record::EDIT_FILED),
        Guard::Ended => (record::ENDED_TITLE, record::ENDED_TEXT, record::EDIT_FILED),
        Guard::UnderReview => (record::REVIEWED_TITLE, record::REVIEWED_TEXT, record::EDIT_REVIEWED),
        Guard::OnRecord => (record::ON_RECORD_TITLE, record::ON_RECORD_TEXT, record::EDIT_ON_RECORD),
    }
}

/// What the edit would be, and why it is asked about.
fn said(state: &State, guard: Guard, (id, new): (FieldId, Option<&Value>)) -> Vec<String> {
    let draft = state.document.as_ref().map(Document::draft);
    let standing = draft.filter(|_| guard == Guard::Ended).and_then(|draft| state.standing_beside(draft));
    let text = match standing {
        Some(standing) => record::ENDED_TEXT_BESIDE.with(state.lang, &[("number", &visible(standing.number()))]),
        None => words(guard).1.in_lang(state.lang).to_owned(),
    };
    let mut lines = vec![edit(state.lang, id, new), text];
    let lacks_scans = guard == Guard::Ended && draft.is_some_and(|draft| state.lacks_scans(draft));
    lines.extend(lacks_scans.then(|| record::NO_SCANS.in_lang(state.lang).to_owned()));
    lines
}

/// What the edit would be, in a line.
fn edit(lang: Lang, id: FieldId, new: Option<&Value>) -> String {
    let new = new.filter(|value| !value.is_empty());
    let shown = new.map_or_else(|| record::EMPTIED.in_lang(lang).to_owned(), |new| value::show(lang, id, new));
    record::EDIT.with(lang, &[("field", &id.full_label(lang)), ("value", &visible(&shown))])
}

impl Dialog for Guarded {
    fn can_be_left(&self) -> bool {
        false
    }

    fn holds_edits(&self) -> bool {
        true
    }

    fn contexts(&self) -> Vec<Context> {
        // Where one types, no letter is a key.
        if self.editor.is_some() { vec![Context::List, Context::Text] } else { vec![Context::Question] }
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let Some(editor) = &mut self.editor else { return self.ask.update(input, state) };
        let before = editor.text().to_owned();
        match input {
            Input::Char(c) => text_box::insert(editor, &live::folded(self.id, &c.to_string())),
            Input::Run(text) | Input::Paste(text) => text_box::insert(editor, &live::folded(self.id, text)),
            Input::Action(action) if text_box::act(editor, *action) => {}
            Input::Action(_) => return self.ask.update(input, state),
        }
        if editor.text() == before {
            return Vec::new();
        }
        let value = Value::Text(editor.text().to_owned());
        self.new = Some(value.clone());
        self.speak(state);
        vec![Command::HoldBack(self.id, Some(value))]
    }

    fn speak(&mut self, state: &State) {
        self.ask.say(said(state, self.guard, (self.id, self.new.as_ref())));
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        self.ask.draw(canvas, state, active);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_emptied_is_said_to_be() {
        for new in [None, Some(Value::Text(String::new()))] {
            assert!(edit(Lang::Zh, FieldId::OwnerMobile, new.as_ref()).ends_with(record::EMPTIED.zh));
        }
        assert!(edit(Lang::En, FieldId::OwnerMobile, Some(&"139".into())).ends_with(": 139"));
    }
}
