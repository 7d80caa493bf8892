//! How the package leaves that is about to be made: encrypted or not, with notes or without. And what opens one that is read.

use ratatui::layout::Rect;

use super::Dialog;
use crate::filing::{FieldId, FilingKind};
use crate::locale::encryption as says;
use crate::locale::error;
use crate::locale::tui::dialog as common;
use crate::locale::tui::protect as words;
use crate::locale::{Lang, Text};
use crate::package::encryption::{LEAST, NoRecipient, Passphrase, Protection, Recipient, Weak};
use crate::scan::resolve;
use crate::text::clean::visible;
use crate::text::edit::LineEdit;
use crate::text::path::dropped;
use crate::text::width::truncate;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::effect::{Both, DraftRequest, Effect, Leaving, Lock, Opener, RecordRequest};
use crate::tui::keymap::{Action, Context};
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::panel::{Panel, panel};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

/// Cells of the inside.
const WIDTH: u16 = 66;
/// Cells of a wrong key that are said again.
const SHOWN: usize = 30;
/// What stands for a character of a passphrase.
const HIDDEN: &str = "*";

/// A way on from the first question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Back to the questions that nobody has answered.
    Answer(FieldId),
    Open,
    Passphrase,
    Recipient,
}

impl Way {
    /// All, in the order of the list. Where questions are open the first leads back to them.
    fn all(state: &State) -> Vec<Self> {
        let open = state
            .document
            .as_ref()
            .and_then(|document| FieldId::QUESTIONS.iter().copied().find(|id| document.is_open_question(*id)));
        open.map(Self::Answer).into_iter().chain([Self::Open, Self::Passphrase, Self::Recipient]).collect()
    }

    const fn text(self) -> Text {
        match self {
            Self::Answer(_) => words::ANSWER_FIRST,
            Self::Open => words::OPEN,
            Self::Passphrase => words::PASSPHRASE,
            Self::Recipient => words::RECIPIENT,
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Way,
    Passphrase,
    /// Whether the passphrase that was made has been written down.
    Made,
    Recipient,
    /// The passphrase that opens a package.
    Opening,
    /// The file of the private key that opens one.
    KeyFile,
}

/// Why something was not taken. It is worded when it is drawn, in the language of that moment.
#[derive(Debug, Clone)]
enum Refusal {
    /// Whom packages are always meant for is not to be understood.
    Doubtful,
    /// Nothing was typed.
    Empty,
    /// The passphrase is weak.
    Weak(Weak),
    /// Both lines differ.
    Differ,
    /// No file was named.
    NoKeyFile,
    /// The word is no recipient.
    NoRecipient(String, NoRecipient),
    /// What was given does not open the package.
    Closed(Both),
}

impl Refusal {
    /// Why, and what to do.
    fn said(&self, lang: Lang) -> [String; 2] {
        let both = |why: Text, mend: Text| [why, mend].map(|text| text.in_lang(lang).to_owned());
        match self {
            Self::Doubtful => both(says::DOUBTFUL, says::DOUBTFUL_HERE),
            Self::Empty => both(says::EMPTY, words::UNLOCK_EMPTY),
            Self::Weak(why) => [says::weak(lang, *why), says::WEAK_HINT.in_lang(lang).to_owned()],
            Self::Differ => both(says::DIFFER, words::AGAIN),
            Self::NoKeyFile => both(words::NO_KEY_FILE, says::NO_IDENTITY_HINT),
            Self::NoRecipient(text, why) => {
                let (message, hint) = says::no_recipient(*why);
                // There is no file to name here.
                let hint = if *why == NoRecipient::NoKey { words::NO_KEY } else { hint };
                let shown = truncate(&visible(text), SHOWN).into_owned();
                [message.with(lang, &[("text", &shown)]), hint.in_lang(lang).to_owned()]
            }
            Self::Closed(said) => {
                let said = said.in_lang(lang);
                [said.message.clone(), said.hint.clone()]
            }
        }
    }
}

/// The question.
#[derive(Debug)]
pub struct Protect {
    asks: Asks,
    way: Cursor,
    /// The passphrase and its repetition, or the recipients in the first.
    lines: [LineEdit; 2],
    /// Which of them is typed in.
    line: usize,
    /// Why it was not taken, and what to do.
    refused: Option<Refusal>,
    /// Whether the user's notes leave, too.
    with_notes: bool,
    /// The passphrase that was made, and its text.
    made: Option<(Passphrase, String)>,
    /// What is read from a package once it is open.
    opens: Option<RecordRequest>,
}

impl Protect {
    /// The question, with the ways to choose from.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let (mut dialog, ways) = (Self::empty(), Way::all(state));
        // Whom packages are always meant for is there to be confirmed.
        let keys = state.preferences.export.recipients.iter().map(String::as_str);
        let keys: Vec<&str> = keys.filter(|key| key.parse::<Recipient>().is_ok()).collect();
        if let Some(line) = dialog.lines.first_mut().filter(|_| !keys.is_empty()) {
            *line = LineEdit::new(keys.join(" "));
            dialog.way = Cursor::on(ways.len() - 1);
        }
        dialog.with_notes = state.preferences.export.with_notes;
        if state.preferences.export.is_doubtful {
            dialog.refused = Some(Refusal::Doubtful);
            dialog.way = Cursor::on(ways.len() - 1);
        }
        // What is asked first is answered first: some answers ask for another paper.
        if matches!(ways.first(), Some(Way::Answer(_))) {
            dialog.way = Cursor::default();
        }
        dialog
    }

    fn empty() -> Self {
        let lines = [LineEdit::default(), LineEdit::default()];
        Self {
            asks: Asks::Way,
            way: Cursor::default(),
            lines,
            line: 0,
            refused: None,
            with_notes: false,
            made: None,
            opens: None,
        }
    }

    /// The question what opens a package; `refused` says why what was given does not, and what to do. A path that was typed stays to be
    /// corrected.
    #[must_use]
    pub fn unlock(request: RecordRequest, lock: Lock, refused: Option<Both>) -> Self {
        let asks = if lock == Lock::Passphrase { Asks::Opening } else { Asks::KeyFile };
        let refused = refused.map(Refusal::Closed);
        let mut dialog = Self { asks, refused, ..Self::empty() };
        if let (Some(Opener::KeyFile(file)), [line, _]) = (&request.opener, &mut dialog.lines) {
            *line = LineEdit::new(file.to_string_lossy());
        }
        dialog.opens = Some(request);
        dialog
    }

    fn count(&self) -> usize {
        if self.asks == Asks::Passphrase { 2 } else { 1 }
    }

    fn text(&self, line: usize) -> &str {
        self.lines.get(line).map(LineEdit::text).unwrap_or_default()
    }

    fn choose(&mut self, state: &State) -> Vec<Command> {
        let ways = Way::all(state);
        match ways.get(self.way.at(ways.len())) {
            Some(Way::Answer(id)) => return vec![Command::Close, Command::Go(Route::Field(*id))],
            Some(Way::Open) => return self.export(state, Protection::None),
            Some(Way::Passphrase) => {
                self.lines = [LineEdit::default(), LineEdit::default()];
                self.asks = Asks::Passphrase;
            }
            Some(Way::Recipient) | None => self.asks = Asks::Recipient,
        }
        Vec::new()
    }

    fn passphrase(&mut self, state: &State) -> Vec<Command> {
        if let Some(request) = &self.opens {
            return match Passphrase::new(self.text(0)) {
                Some(passphrase) => open(request, Opener::Passphrase(passphrase), state),
                None => self.refuse(Refusal::Empty),
            };
        }
        let passphrase = match Passphrase::chosen(self.text(0)) {
            Ok(passphrase) => passphrase,
            Err(Weak::Empty) => {
                (self.made, self.asks, self.refused) = (Some(Passphrase::generated()), Asks::Made, None);
                return Vec::new();
            }
            Err(why) => {
                self.line = 0;
                return self.refuse(Refusal::Weak(why));
            }
        };
        if self.line == 0 {
            self.line = 1;
            return Vec::new();
        }
        if self.text(0) != self.text(1) {
            self.lines = [LineEdit::default(), LineEdit::default()];
            self.line = 0;
            return self.refuse(Refusal::Differ);
        }
        self.export(state, Protection::Passphrase(passphrase))
    }

    fn key_file(&mut self, state: &State) -> Vec<Command> {
        let written = dropped(self.text(0));
        match &self.opens {
            Some(request) if !written.trim().is_empty() => {
                let file = resolve(&state.folder, state.home.as_deref(), &written);
                open(request, Opener::KeyFile(file), state)
            }
            _ => self.refuse(Refusal::NoKeyFile),
        }
    }

    fn recipients(&mut self, state: &State) -> Vec<Command> {
        match parse(self.text(0)) {
            Ok(list) => self.export(state, Protection::Recipients(list)),
            Err((text, why)) => self.refuse(Refusal::NoRecipient(text, why)),
        }
    }

    fn refuse(&mut self, why: Refusal) -> Vec<Command> {
        self.refused = Some(why);
        Vec::new()
    }

    /// The sentences above the boxes.
    fn texts(&self, state: &State, width: usize) -> Vec<String> {
        let text = match self.asks {
            Asks::Way if state.filing_kind() == FilingKind::New => words::WHAT_IT_HOLDS,
            Asks::Way => words::WHAT_ELSE_HOLDS,
            Asks::Passphrase => words::PASSPHRASE_TEXT,
            Asks::Recipient => words::RECIPIENT_TEXT,
            Asks::Made => says::MADE_HINT,
            Asks::Opening => words::UNLOCK_TEXT,
            Asks::KeyFile => words::KEY_FILE_TEXT,
        };
        let file = self.opens.as_ref().map(|request| error::path(&request.path).to_string()).unwrap_or_default();
        let mut lines = wrap(&text.with(state.lang, &[("path", &file), ("least", &LEAST)]), width);
        // Said before the package is made, too: an answer may ask for a paper that belongs into it.
        let open = state.document.as_ref().filter(|_| self.asks == Asks::Way).map_or(0, Document::open_questions);
        if open > 0 {
            lines.splice(0..0, wrap(&words::QUESTIONS_OPEN.with(state.lang, &[("count", &open)]), width));
        }
        lines
    }

    fn export(&self, state: &State, protection: Protection) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let draft = Box::new(document.draft().clone());
        let leaving = Leaving { protection, with_notes: self.with_notes };
        let (today, readings) = (state.today(), document.readings().clone());
        let export = DraftRequest::Export { draft, today, allow_outside: false, leaving, readings };
        vec![Command::Close, Command::Run(export.into())]
    }

    /// Rows of what is chosen or typed.
    fn rows(&self, state: &State) -> usize {
        // Below the ways stands whether notes leave.
        if self.asks == Asks::Way { Way::all(state).len() + 2 } else { self.count() }
    }

    /// The ways, and below them whether notes leave.
    fn draw_ways(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect) {
        let ways = Way::all(state);
        let chosen = self.way.at(ways.len());
        for (index, text) in ways.iter().map(|way| way.text()).enumerate() {
            let y = area.y + to_cells(index);
            canvas.hit(Rect { y, height: 1, ..area }, Hit::line(index, chosen));
            canvas.put(area.x, y, 2, if index == chosen { ">" } else { " " }, Role::Focus);
            let role = if index == chosen { Role::Selected } else { Role::Text };
            let text = format!(" {} ", text.in_lang(state.lang));
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), &text, role);
        }
        let y = area.y + to_cells(ways.len() + 1);
        let box_ = if self.with_notes { "[x]" } else { "[ ]" };
        let text = format!("{box_} {}", words::WITH_NOTES.in_lang(state.lang));
        canvas.hit(Rect { y, height: 1, ..area }, Hit::action(Action::Toggle));
        canvas.put(area.x + 3, y, area.width.saturating_sub(3), &text, Role::Text);
    }

    /// The lines that are typed in.
    fn draw_lines(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, active: bool) {
        let is_secret = matches!(self.asks, Asks::Passphrase | Asks::Opening);
        let labels = match self.asks {
            Asks::Recipient => [words::RECIPIENT_LABEL; 2],
            Asks::KeyFile => [words::KEY_FILE_LABEL; 2],
            _ => [words::PASSPHRASE_LABEL, words::AGAIN_LABEL],
        };
        if let (Asks::Made, Some((_, text))) = (self.asks, &self.made) {
            let used = canvas.put(area.x, area.y, area.width, words::PASSPHRASE_LABEL.in_lang(state.lang), Role::Text) + 1;
            canvas.put(area.x + used, area.y, area.width.saturating_sub(used), text, Role::Title);
            return;
        }
        for (index, (label, line)) in labels.iter().zip(&self.lines).take(self.count()).enumerate() {
            let (y, is_here) = (area.y + to_cells(index), index == self.line);
            let role = if is_here { Role::Focus } else { Role::Text };
            let used = canvas.put(area.x, y, area.width, label.in_lang(state.lang), role) + 1;
            let line = if is_secret { hidden(line) } else { line.clone() };
            text_box::draw(canvas, area.x + used, y, area.width.saturating_sub(used), &line, active && is_here);
        }
    }
}

/// Tries to open a package, which takes a while.
fn open(request: &RecordRequest, opener: Opener, state: &State) -> Vec<Command> {
    let opening = Notice { role: Role::Muted, text: words::OPENING.in_lang(state.lang).to_owned() };
    let request = RecordRequest { opener: Some(opener), ..request.clone() };
    vec![Command::Close, Command::Notice(opening), Command::Run(Effect::ReadRecord(request))]
}

/// The recipients in a line: several stand apart.
fn parse(text: &str) -> Result<Vec<Recipient>, (String, NoRecipient)> {
    let words = text.split([' ', ',', '，', ';', '；', '、']).filter(|word| !word.is_empty());
    let list: Vec<Recipient> = words.map(|word| word.parse().map_err(|why| (word.to_owned(), why))).collect::<Result<_, _>>()?;
    if list.is_empty() { Err((String::new(), NoRecipient::NoKey)) } else { Ok(list) }
}

impl Dialog for Protect {
    fn can_be_left(&self) -> bool {
        false
    }

    fn contexts(&self) -> Vec<Context> {
        match self.asks {
            Asks::Way => vec![Context::Ticks, Context::Question],
            Asks::Made => vec![Context::Question],
            _ => vec![Context::Text, Context::Question],
        }
    }

    fn selected(&self) -> Option<&str> {
        self.made.as_ref().filter(|_| self.asks == Asks::Made).map(|(_, text)| text.as_str())
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        match (self.asks, input) {
            (Asks::Way, Input::Action(Action::Enter)) => return self.choose(state),
            (Asks::Way, Input::Action(Action::Toggle)) => self.with_notes = !self.with_notes,
            (Asks::Way, _) => {
                self.way.travel(input, Way::all(state).len(), 1);
            }
            (Asks::Passphrase | Asks::Opening, Input::Action(Action::Enter)) => return self.passphrase(state),
            (Asks::Made, Input::Action(Action::Enter)) => {
                let made = self.made.take().map(|(passphrase, _)| Protection::Passphrase(passphrase));
                return made.map(|protection| self.export(state, protection)).unwrap_or_default();
            }
            (Asks::Made, _) => {}
            (Asks::Recipient, Input::Action(Action::Enter)) => return self.recipients(state),
            (Asks::KeyFile, Input::Action(Action::Enter)) => return self.key_file(state),
            (_, Input::Action(Action::Up | Action::Down)) if self.count() == 2 => self.line = 1 - self.line,
            _ => {
                if self.lines.get_mut(self.line).is_some_and(|line| text_box::edit(line, input)) {
                    self.refused = None;
                }
            }
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let width = WIDTH.min(canvas.area().width.saturating_sub(8));
        let texts = self.texts(state, usize::from(width));
        let rows = self.rows(state);
        let refused: Vec<String> =
            self.refused.iter().flat_map(|refused| refused.said(lang)).flat_map(|text| wrap(&text, usize::from(width))).collect();
        let gap = usize::from(!refused.is_empty());
        let done = match self.asks {
            Asks::Way => common::PICK,
            Asks::Opening | Asks::KeyFile => words::UNLOCK,
            Asks::Passphrase | Asks::Made | Asks::Recipient => words::EXPORT,
        };
        let ticks = [(Action::Enter, done), (Action::Toggle, words::TICK), (Action::Back, common::CANCEL)];
        let plain = [(Action::Enter, done), (Action::Back, common::CANCEL)];
        let made = [(Action::Enter, done), (Action::CopySelected, words::COPY), (Action::Back, common::CANCEL)];
        let mut contexts = self.contexts();
        contexts.extend(self.selected().map(|_| Context::Selected));
        let area = panel(
            canvas,
            lang,
            &Panel {
                title: if self.opens.is_some() { words::UNLOCK_TITLE } else { words::TITLE }.in_lang(lang),
                aside: "",
                width,
                height: to_cells(texts.len() + 1 + rows + gap + refused.len()),
                hints: match self.asks {
                    Asks::Way => &ticks,
                    Asks::Made => &made,
                    _ => &plain,
                },
                contexts: &contexts,
            },
        );
        let row = |index: usize| area.y + to_cells(index);
        for (index, text) in texts.iter().enumerate() {
            canvas.put(area.x, row(index), area.width, text, Role::Text);
        }
        let top = texts.len() + 1;
        let body = Rect { y: row(top), height: area.height.saturating_sub(to_cells(top)), ..area };
        if self.asks == Asks::Way {
            self.draw_ways(canvas, state, body);
        } else {
            self.draw_lines(canvas, state, body, active);
        }
        for (index, text) in refused.iter().enumerate() {
            canvas.put(area.x, row(top + rows + gap + index), area.width, text, Role::Error);
        }
    }
}

/// The same line, of which only the length is seen.
fn hidden(line: &LineEdit) -> LineEdit {
    let before = line.text().get(..line.cursor()).unwrap_or_default().chars().count();
    let mut hidden = LineEdit::new(HIDDEN.repeat(line.text().chars().count()));
    hidden.set_cursor(before);
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_never_drawn_and_its_cursor_is_where_it_was() {
        let mut line = LineEdit::new("口令 ab");
        line.set_cursor("口令".len());
        let shown = hidden(&line);
        assert_eq!((shown.text(), shown.cursor()), ("*****", 2));
    }

    #[test]
    fn several_recipients_stand_apart() {
        let good = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        assert_eq!(parse(&format!("{good}， {good}")).map(|list| list.len()), Ok(2));
        assert_eq!(parse("  "), Err((String::new(), NoRecipient::NoKey)));
        assert_eq!(parse(&format!("{good} li@example.cn")), Err(("li@example.cn".to_owned(), NoRecipient::NoKey)));
    }
}
