//! A day, chosen from a month or typed.

use chrono::{Datelike, Days, Months, NaiveDate};
use ratatui::layout::Rect;

use super::{Dialog, holds};
use crate::filing::field::{Kind, PersonField};
use crate::filing::{Draft, FieldId, Value};
use crate::identifiers::date::{LONG_TERM, When, parse};
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::text::edit::LineEdit;
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::calendar::{DAY, Month, WEEKS};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::{Panel, panel};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

/// Years an identity card is usually valid for: where the calendar opens when there is nothing to go by.
const USUAL_YEARS: u32 = 10;

/// A month of which one day is chosen.
#[derive(Debug)]
pub struct Calendar {
    id: FieldId,
    day: NaiveDate,
    /// No end is chosen instead of a day.
    long_term: bool,
    typed: LineEdit,
    refusal: Option<Text>,
}

impl Calendar {
    /// The calendar for a field, opened at its present value.
    #[must_use]
    pub fn new(id: FieldId, state: &State) -> Self {
        let today = state.today();
        let draft = state.document.as_ref().map(|document| document.draft());
        let present = draft.and_then(|draft| parse(draft.text(id)));
        let (day, long_term) = match present {
            Some(When::Day(day)) => (day, false),
            Some(When::LongTerm) => (today, may_be_long_term(id)),
            None => (draft.map_or(today, |draft| likely(draft, id, today)), false),
        };
        Self { id, day, long_term, typed: LineEdit::default(), refusal: None }
    }

    fn choose_long_term(&mut self) {
        if may_be_long_term(self.id) {
            (self.long_term, self.typed) = (true, LineEdit::default());
        } else {
            self.refusal = Some(words::NOT_LONG_TERM);
        }
    }

    /// What is typed shows in the month as soon as it is a day.
    fn type_in(&mut self, input: &Input) {
        text_box::edit(&mut self.typed, input);
        match parse(self.typed.text()) {
            Some(When::Day(day)) => (self.day, self.long_term) = (day, false),
            Some(When::LongTerm) if may_be_long_term(self.id) => self.long_term = true,
            Some(When::LongTerm) => self.refusal = Some(words::NOT_LONG_TERM),
            None => {}
        }
    }

    /// Puts the day into the draft: nothing where what is typed is none.
    fn filled(&mut self) -> Option<Command> {
        match parse(self.typed.text()) {
            None if !self.typed.text().trim().is_empty() => {
                self.refusal = Some(words::NOT_A_DATE);
                return None;
            }
            Some(When::LongTerm) if !may_be_long_term(self.id) => {
                self.refusal = Some(words::NOT_LONG_TERM);
                return None;
            }
            _ => {}
        }
        Some(Command::Edit(self.id, Some(self.chosen())))
    }

    /// What is chosen, as the draft holds it.
    fn chosen(&self) -> Value {
        Value::Text(if self.long_term { LONG_TERM.to_owned() } else { self.day.format("%Y-%m-%d").to_string() })
    }

    fn month(&self, state: &State) -> Month {
        Month { shown: self.day, chosen: (!self.long_term).then_some(self.day), today: state.today() }
    }

    /// What is chosen, in words, and which day is today; or why what was typed is none.
    fn foot(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect) {
        if let Some(refusal) = self.refusal {
            let lines = wrap(refusal.in_lang(state.lang), usize::from(area.width));
            let top = area.y.saturating_sub(to_cells(lines.len().saturating_sub(1)));
            for (row, line) in lines.iter().enumerate() {
                canvas.put(area.x, top + to_cells(row), area.width, line, Role::Warning);
            }
            return;
        }
        let chosen = if self.long_term { words::LONG_TERM_SET.in_lang(state.lang).to_owned() } else { self.day.to_string() };
        let used = canvas.put(area.x, area.y, area.width, &chosen, Role::Accent);
        let today = words::TODAY_IS.with(state.lang, &[("date", &state.today())]);
        canvas.put_right(area.right(), area.y, area.width.saturating_sub(used + 2), &today, Role::Muted);
    }
}

impl Dialog for Calendar {
    fn contexts(&self) -> Vec<Context> {
        let typed = (!self.typed.text().is_empty()).then_some(Context::Filtered);
        typed.into_iter().chain([Context::Ticks, Context::Calendar, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let is_there = self.typed.text().is_empty() && holds(state, self.id, &self.chosen());
        match action {
            Action::Toggle => is_there,
            Action::LongTerm => is_there && self.long_term,
            _ => false,
        }
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        (self.refusal, self.typed) = match (self.refusal.take(), self.typed.text().is_empty()) {
            (_, true) => return None,
            (_, false) => (None, LineEdit::default()),
        };
        Some(Vec::new())
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        self.refusal = None;
        let day = self.day;
        // In a day that is being typed a blank may part the numbers.
        let is_begun = !self.typed.text().is_empty() && parse(self.typed.text()).is_none();
        let types = is_begun && *input == Input::Action(Action::Toggle);
        let moved = match if types { &Input::Char(' ') } else { input } {
            Input::Action(Action::Left) => day.checked_sub_days(Days::new(1)),
            Input::Action(Action::Right) => day.checked_add_days(Days::new(1)),
            Input::Action(Action::Up) => day.checked_sub_days(Days::new(7)),
            Input::Action(Action::Down) => day.checked_add_days(Days::new(7)),
            Input::Action(Action::PageUp) => day.checked_sub_months(Months::new(1)),
            Input::Action(Action::PageDown) => day.checked_add_months(Months::new(1)),
            Input::Action(Action::YearBack) => day.checked_sub_months(Months::new(12)),
            Input::Action(Action::YearOn) => day.checked_add_months(Months::new(12)),
            Input::Action(Action::Today) => Some(state.today()),
            Input::Action(Action::LongTerm) => {
                self.choose_long_term();
                None
            }
            Input::Action(action @ (Action::Enter | Action::Toggle)) => {
                let next = if *action == Action::Enter { Command::Chosen(self.id) } else { Command::Leave(self.id) };
                return self.filled().map(|filled| vec![filled, next]).unwrap_or_default();
            }
            other => {
                self.type_in(other);
                None
            }
        };
        if let Some(day) = moved.filter(|day| (1900..2200).contains(&day.year())) {
            (self.day, self.long_term, self.typed) = (day, false, LineEdit::default());
        }
        Vec::new()
    }

    fn selected(&self) -> Option<&str> {
        self.typed.selection()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let mut hints = vec![(Action::Enter, words::PICK), (Action::Toggle, words::MARK), (Action::Back, words::CANCEL)];
        hints.extend(may_be_long_term(self.id).then_some((Action::LongTerm, words::LONG_TERM)));
        hints.extend([(Action::PageDown, words::MONTHS), (Action::YearOn, words::YEARS)]);
        hints.push((Action::Today, words::TODAY));
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: self.id.label().in_lang(lang),
                aside: "",
                width: 68,
                height: WEEKS + 6,
                hints: &hints,
                contexts: &self.contexts(),
            },
        );
        let label = words::TYPE_DATE.in_lang(lang);
        let used = canvas.put(area.x, area.y, area.width, label, Role::Muted) + 1;
        text_box::draw(canvas, area.x + used, area.y, area.width.saturating_sub(used), &self.typed, active);
        if self.typed.text().is_empty() {
            let x = area.x + used + 2;
            let hint = if may_be_long_term(self.id) { words::DATE_HINT } else { words::DAY_HINT };
            canvas.put(x, area.y, area.right().saturating_sub(x), hint.in_lang(lang), Role::Muted);
        }
        let width = (DAY * 7).min(area.width);
        let x = area.x + (area.width - width) / 2;
        let roomy = area.height >= WEEKS + 6;
        let top = area.y + if roomy { 2 } else { 1 };
        self.month(state).draw(canvas, state.lang, Rect::new(x, top, width, (WEEKS + 2).min(area.bottom().saturating_sub(top))));
        self.foot(canvas, state, Rect::new(area.x, area.bottom().saturating_sub(1), area.width, 1));
    }
}

fn may_be_long_term(id: FieldId) -> bool {
    id.field().kind == Kind::Date(true)
}

/// Where to open when nothing is there: for an end of validity some years after its beginning, else today.
fn likely(draft: &Draft, id: FieldId, today: NaiveDate) -> NaiveDate {
    if !may_be_long_term(id) {
        return today;
    }
    let from = match PersonField::find(id) {
        Some((role, PersonField::ValidUntil)) => match parse(draft.text(PersonField::ValidFrom.of(role))) {
            Some(When::Day(day)) => day,
            _ => today,
        },
        _ => today,
    };
    from.checked_add_months(Months::new(12 * USUAL_YEARS)).unwrap_or(today)
}
