//! What happened to the filing, and when.

mod number;
mod pasted;
mod refusal;

use chrono::Timelike;
use ratatui::layout::Rect;

use self::number::{doubts, example_number, taken};
use self::refusal::{Refusal, unchanged};
use super::Dialog;
use crate::filing::event::{Moment, role_name};
use crate::filing::status::written_moment;
use crate::filing::{Event, EventKind, FilingKind, History, Reason, Role as Person};
use crate::identifiers::icp_no;
use crate::locale::stage;
use crate::locale::tui::dialog as words;
use crate::locale::{Lang, Text};
use crate::rules::{self, rejection};
use crate::text::clean::visible;
use crate::text::edit::LineEdit;
use crate::text::width::{cells, truncate};
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::{Panel, clipped, panel};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

/// Cells of the inside.
const WIDTH: u16 = 64;
/// Rows of the reasons' box.
const REASON_ROWS: u16 = 5;
/// Cells of a reason that no field was found for.
const SHOWN_WORDS: usize = 24;

/// A line one can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    When,
    Reasons,
    Number,
    Record,
}

/// One event, to be recorded.
#[derive(Debug)]
pub struct Record {
    kind: EventKind,
    who: Option<Person>,
    spot: Spot,
    when: LineEdit,
    /// What stood in the box for the time at first, and the moment it means to the second.
    opened: (String, Moment),
    reasons: LineEdit,
    number: LineEdit,
    /// Why it was not recorded.
    refusal: Option<Refusal>,
    /// An odd number was pointed out; the next time it is taken as it is.
    warned: Option<String>,
    /// Open reasons of the last rejection were pointed out; the next time it is recorded all the same.
    doubted: bool,
    /// What is in the box was typed before, and not recorded.
    kept: bool,
}

impl Record {
    /// A form for an event of this kind and person, at the present time; on the day as of which is checked, where that has been.
    #[must_use]
    pub fn new(kind: EventKind, who: Option<Person>, state: &State) -> Self {
        let now = stage::minute(state.latest());
        Self {
            kind,
            who,
            spot: if kind.has_number() {
                Spot::Number
            } else if kind.has_reasons() {
                Spot::Reasons
            } else {
                Spot::Record
            },
            when: LineEdit::new(now.clone()),
            opened: (now, state.latest()),
            reasons: LineEdit::default(),
            number: LineEdit::default(),
            refusal: None,
            warned: None,
            doubted: false,
            kept: false,
        }
    }

    fn type_in(&mut self, input: &Input, which: fn(&mut Self) -> &mut LineEdit) {
        if text_box::edit(which(self), input) {
            // What is wrong with the time stays in sight until that is corrected.
            self.refusal.take_if(|refusal| refusal.spot() != Spot::When || self.spot == Spot::When);
            self.kept = false;
        }
    }

    /// Judges the time as soon as its line is left.
    fn judge_time(&mut self, state: &State) {
        let Some(document) = state.document.as_ref().filter(|_| self.spot == Spot::When) else { return };
        let history = History::of(document.draft());
        let refusal = match self.at(document.draft().events.last().map(|event| event.at)) {
            None => Some(Refusal::NotATime),
            Some(at) => {
                let event = Event { who: self.who, ..Event::new(self.kind, at) };
                history.admits(&event, state.latest()).err().map(Refusal::OutOfOrder)
            }
        };
        self.refusal = refusal.filter(|refusal| refusal.spot() == Spot::When);
    }

    /// Typing where nothing is typed is about what is left to say: the time that was refused, else the number or the reasons, else the time.
    fn begin(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let is_blank = match input {
            Input::Char(typed) => typed.is_whitespace(),
            Input::Run(text) | Input::Paste(text) => text.trim().is_empty(),
            Input::Action(_) => false,
        };
        let spot = match self.kind {
            _ if self.is_time_refused() => Spot::When,
            kind if kind.has_number() => Spot::Number,
            kind if kind.has_reasons() => Spot::Reasons,
            _ => Spot::When,
        };
        // Of keys that edit, only what was refused is known to be meant.
        if is_blank || matches!(input, Input::Action(_)) && !self.is_time_refused() {
            return Vec::new();
        }
        self.spot = spot;
        match (spot, input) {
            (Spot::When, Input::Action(_)) => {}
            (Spot::When, _) if self.is_time_refused() => self.when.select_all(),
            (Spot::When, _) => self.offer_time(),
            _ => {}
        }
        self.update(input, state)
    }

    fn is_time_refused(&self) -> bool {
        self.refusal.as_ref().is_some_and(|refusal| refusal.spot() == Spot::When)
    }

    /// One has come to the time: what stood there at first gives way to what is typed, what was typed is gone on with.
    fn offer_time(&mut self) {
        if self.when.text() == self.opened.0 {
            self.when.select_all();
        } else {
            self.when.end();
        }
    }

    fn spots(&self) -> Vec<Spot> {
        let mut spots = vec![Spot::When];
        spots.extend(self.kind.has_reasons().then_some(Spot::Reasons));
        spots.extend(self.kind.has_number().then_some(Spot::Number));
        spots.push(Spot::Record);
        spots
    }

    fn stand(&mut self, by: isize, state: &State) {
        self.judge_time(state);
        let spots = self.spots();
        let place = spots.iter().position(|spot| *spot == self.spot).unwrap_or_default();
        let place = place.saturating_add_signed(by).min(spots.len() - 1);
        let wanted = spots.get(place).copied().unwrap_or(Spot::Record);
        if wanted == self.spot {
            return;
        }
        if self.spot == Spot::When {
            // What is left shows no selection.
            self.when.end();
        }
        self.spot = wanted;
        if wanted == Spot::When {
            self.offer_time();
        }
    }

    fn record(&mut self, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let Some(at) = self.at(document.draft().events.last().map(|event| event.at)) else {
            self.refuse(Refusal::NotATime);
            return Vec::new();
        };
        let Some(number) = self.checked_number(state) else { return Vec::new() };
        if self.doubts_unchanged(state) {
            return Vec::new();
        }
        let mut event = Event { who: self.who, note: self.reasons.text().trim().to_owned(), number, ..Event::new(self.kind, at) };
        if self.kind.has_reasons() {
            event.reasons = rejection::reasons(&event.note, document.draft());
            rejection::stamp(&mut event, document.draft(), document.facts());
        }
        match History::of(document.draft()).admits(&event, state.latest()) {
            Ok(()) if self.doubts_unready(state) => Vec::new(),
            Ok(()) => vec![Command::Events(History::of(document.draft()).with(event)), Command::Close],
            Err(reason) => {
                self.refuse(Refusal::OutOfOrder(reason));
                Vec::new()
            }
        }
    }

    /// Points out once that what was rejected is as it was.
    fn doubts_unchanged(&mut self, state: &State) -> bool {
        if self.kind != EventKind::Submitted || self.doubted || unchanged(state).is_empty() {
            return false;
        }
        self.doubted = true;
        self.refuse(Refusal::Unchanged);
        true
    }

    /// Points out once that what is said to be handed in is not ready: data or answers are missing, there are errors, or what it is
    /// about has ended.
    fn doubts_unready(&mut self, state: &State) -> bool {
        let is_handed_in = matches!(self.kind, EventKind::Submitted | EventKind::DeregistrationRequested);
        let Some(document) = state.document.as_ref().filter(|_| is_handed_in && !self.doubted) else { return false };
        if rules::judged(document.findings()).is_clear() {
            return false;
        }
        self.doubted = true;
        self.refuse(Refusal::Unready);
        true
    }

    /// What the typed reasons are understood as.
    fn understood(&self, state: &State) -> Option<String> {
        let document = state.document.as_ref().filter(|_| self.kind.has_reasons())?;
        let reasons = rejection::reasons(self.reasons.text().trim(), document.draft());
        let known = |reason: &Reason| {
            let rejection = rejection::known(reason).map(|one| one.record().wording.in_lang(state.lang));
            let field = reason.id().map(|id| id.full_label(state.lang));
            match (field, rejection) {
                (Some(field), Some(rejection)) => {
                    words::UNDERSTOOD_AT.with(state.lang, &[("field", &field), ("rejection", &rejection)])
                }
                (Some(one), None) => one,
                (None, Some(one)) => one.to_owned(),
                // It is recorded as well.
                (None, None) => {
                    words::UNDERSTOOD_AS_WRITTEN.with(state.lang, &[("words", &truncate(&visible(&reason.text), SHOWN_WORDS))])
                }
            }
        };
        let known: Vec<String> = reasons.iter().map(known).collect();
        (!known.is_empty())
            .then(|| words::UNDERSTOOD.with(state.lang, &[("reasons", &known.join(words::BETWEEN_REASONS.in_lang(state.lang)))]))
    }

    fn refuse(&mut self, why: Refusal) {
        (self.spot, self.refusal) = (why.spot(), Some(why));
    }

    /// The moment meant. Typed times have no seconds: within the minute of the opening it is the opening, within the minute
    /// of the last event it is just that event's time, so that two events in one minute do not refuse each other.
    fn at(&self, last: Option<Moment>) -> Option<Moment> {
        let text = self.when.text().trim();
        if text == self.opened.0 {
            return Some(self.opened.1);
        }
        let at = written_moment(text, self.opened.1)?;
        Some(last.filter(|last| at < *last && at == whole_minute(*last)).unwrap_or(at))
    }

    /// The filing number in its stored form. One that looks wrong is pointed out once; whoever insists is right.
    fn checked_number(&mut self, state: &State) -> Option<String> {
        let typed = self.number.text().trim().to_owned();
        if typed.is_empty() || !self.kind.has_number() {
            return Some(String::new());
        }
        let (stored, doubts) = self.doubted_number(state);
        if doubts.is_empty() || self.warned.as_ref() == Some(&typed) {
            return Some(stored);
        }
        self.warned = Some(typed);
        // Where it is corrected: recording it as it is takes going on to that.
        self.refuse(Refusal::Number);
        None
    }

    /// The number in its stored form, and what makes one doubt it.
    fn doubted_number(&self, state: &State) -> (String, Vec<String>) {
        let typed = self.number.text().trim();
        let verdict = icp_no::check(typed, state.today());
        let stored = if verdict.valid { verdict.normalized.clone() } else { typed.to_owned() };
        let mut doubts = doubts(typed, &verdict, state);
        doubts.extend(taken(&stored, state));
        (stored, doubts)
    }

    /// One box with its label; an empty one tells what belongs into it.
    fn field(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, (spot, label, hint): (Spot, Text, Text), active: bool) {
        let lang = state.lang;
        if area.height == 0 {
            return;
        }
        let here = spot == self.spot;
        canvas.put(area.x, area.y, 1, if here { ">" } else { " " }, Role::Focus);
        canvas.put(area.x + 2, area.y, label_width(lang), label.in_lang(lang), if here { Role::Focus } else { Role::Muted });
        let start = label_width(lang) + 3;
        let text = Rect::new(area.x + start, area.y, area.width.saturating_sub(start), area.height);
        let edit = match spot {
            Spot::When => &self.when,
            Spot::Reasons => &self.reasons,
            Spot::Number | Spot::Record => &self.number,
        };
        if edit.text().is_empty() {
            let room = (usize::from(text.width.saturating_sub(3)), usize::from(text.height));
            let hint = hint.with(lang, &[("number", &example_number(state))]);
            for (row, line) in clipped(wrap(&hint, room.0), room).iter().enumerate() {
                canvas.put(text.x + 3, text.y + to_cells(row), text.width.saturating_sub(3), line, Role::Muted);
            }
        }
        if spot == Spot::Reasons {
            let inner = Rect::new(text.x + 1, text.y, text.width.saturating_sub(1), text.height);
            text_box::draw_long(canvas, inner, edit, here && active);
        } else {
            text_box::draw(canvas, text.x, text.y, text.width, edit, here && active);
        }
    }
}

impl Dialog for Record {
    fn can_be_left(&self) -> bool {
        false
    }

    fn contexts(&self) -> Vec<Context> {
        match self.spot {
            Spot::Reasons => vec![Context::LongText, Context::Text, Context::Form],
            _ => vec![Context::Text, Context::Form],
        }
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        match (input, self.spot) {
            (Input::Action(Action::Next), _) => self.stand(1, state),
            (Input::Action(Action::Previous), _) => self.stand(-1, state),
            (Input::Action(Action::Up), _) => {
                if !self.reasons.up(box_width(state)) {
                    self.stand(-1, state);
                }
            }
            (Input::Action(Action::Down), _) => {
                if !self.reasons.down(box_width(state)) {
                    self.stand(1, state);
                }
            }
            (Input::Action(Action::Enter), Spot::Record) => return self.record(state),
            (Input::Action(Action::Enter), Spot::When) => {
                self.judge_time(state);
                // A time that is refused is corrected where it stands.
                if self.is_time_refused() {
                    self.when.select_all();
                } else {
                    self.stand(1, state);
                }
            }
            (Input::Action(Action::Enter), _) => self.stand(1, state),
            (_, Spot::Record) => return self.begin(input, state),
            (_, Spot::When) => self.type_in(input, |record| &mut record.when),
            (Input::Paste(text), Spot::Reasons) => {
                let line = Input::Paste(pasted::in_one_line(text, state.lang));
                self.type_in(&line, |record| &mut record.reasons);
            }
            (_, Spot::Reasons) => self.type_in(input, |record| &mut record.reasons),
            (Input::Paste(text), Spot::Number) => {
                // The bureau's message has the number among other words.
                let number = Input::Paste(icp_no::contained(text, state.today()).unwrap_or_else(|| text.clone()));
                self.type_in(&number, |record| &mut record.number);
            }
            (_, Spot::Number) => self.type_in(input, |record| &mut record.number),
        }
        Vec::new()
    }

    fn unfinished(&self) -> Option<(String, &str)> {
        let who = self.who.map(role_name).unwrap_or_default();
        let text = if self.kind.has_number() { &self.number } else { &self.reasons };
        Some((format!("event {} {who}", self.kind.name()), text.text()))
    }

    fn take_up(&mut self, text: &str) {
        self.kept = true;
        if self.kind.has_number() {
            // Nobody means to add to a number that was not taken: typing replaces it.
            self.number = LineEdit::new(text);
            self.number.select_all();
        } else {
            self.reasons = LineEdit::new(text);
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let reason_rows = if self.kind.has_reasons() { REASON_ROWS + 1 } else { 0 };
        let (said, said_role) = match self.understood(state).filter(|_| self.refusal.is_none()) {
            Some(understood) if !self.kept => (vec![understood], Role::Muted),
            _ if self.kept && self.refusal.is_none() => {
                let text = if self.kind.has_number() { words::KEPT } else { words::KEPT_LONG };
                (vec![text.in_lang(lang).to_owned()], Role::Accent)
            }
            _ => (self.refusal.as_ref().map(|refusal| refusal.said(self, state)).unwrap_or_default(), Role::Error),
        };
        let refusal = |width: u16| -> Vec<String> { said.iter().flat_map(|line| wrap(line, usize::from(width))).collect() };
        let number_rows = 2 * u16::from(self.kind.has_number());
        let height = 4 + reason_rows + number_rows + to_cells(refusal(WIDTH).len()).max(2);
        let hints: &[_] = match self.spot {
            Spot::Record => &[(Action::Enter, words::RECORD), (Action::Back, words::CANCEL)],
            _ => &[(Action::Next, words::MOVE_ON), (Action::Back, words::CANCEL)],
        };
        let title = &stage::kind_of(lang, self.kind, self.who);
        let contexts = self.contexts();
        let area = panel(canvas, state.lang, &Panel { title, aside: "", width: WIDTH, height, hints, contexts: &contexts });
        let bottom = area.bottom();
        let mut y = area.y;
        let at = |y: u16, height: u16| Rect::new(area.x, y, area.width, height.min(bottom.saturating_sub(y)));
        self.field(canvas, state, at(y, 1), (Spot::When, words::WHEN, words::WHEN_HINT), active);
        y += 2;
        if self.kind.has_reasons() {
            self.field(
                canvas,
                state,
                at(y, REASON_ROWS.min(area.height.saturating_sub(6))),
                (Spot::Reasons, words::REASONS, words::REASONS_HINT),
                active,
            );
            y += REASON_ROWS.min(area.height.saturating_sub(6)) + 1;
        }
        if self.kind.has_number() {
            let is_change = state.document.as_ref().is_some_and(|one| one.draft().filing_kind() == FilingKind::Change);
            let hint = if is_change { words::NUMBER_STAYS } else { words::NUMBER_HINT };
            self.field(canvas, state, at(y, 1), (Spot::Number, words::NUMBER, hint), active);
            y += 2;
        }
        if y < bottom {
            let here = self.spot == Spot::Record;
            canvas.put(area.x, y, 1, if here { ">" } else { " " }, Role::Focus);
            let used = canvas.put(
                area.x + 2,
                y,
                area.width.saturating_sub(2),
                &format!(" {} ", words::RECORD.in_lang(lang)),
                Role::Text,
            );
            if here {
                canvas.paint(Rect::new(area.x + 2, y, used, 1), Role::Selected);
            }
        }
        let rows = usize::from(bottom.saturating_sub(y + 1));
        for (row, line) in (y + 1..bottom).zip(clipped(refusal(area.width), (usize::from(area.width), rows))) {
            canvas.put(area.x, row, area.width, &line, said_role);
        }
    }
}

fn label_width(lang: Lang) -> u16 {
    let labels = [words::WHEN, words::REASONS, words::NUMBER];
    to_cells(labels.map(|label| cells(label.in_lang(lang))).into_iter().max().unwrap_or_default())
}

/// Cells of a row of the reasons' box, as it is drawn on a screen of this size.
fn box_width(state: &State) -> usize {
    let inside = WIDTH.min(state.size.0.saturating_sub(8));
    usize::from(inside.saturating_sub(label_width(state.lang) + 5)).max(1)
}

fn whole_minute(at: Moment) -> Moment {
    at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at)
}
