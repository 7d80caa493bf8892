//! The rows of the prior approvals: that none is needed, or which ones there are.

use ratatui::layout::Rect;

use super::{Dialog, findings};
use crate::catalog::{self, NONE_INVOLVED};
use crate::filing::{Approval, FieldId, Value};
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::rules::Column;
use crate::text::edit::LineEdit;
use crate::text::path::dropped;
use crate::text::width::cells;
use crate::tui::form::live;
use crate::tui::keymap::{Action, Context};
use crate::tui::question::{Question, Target};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::{Panel, first_row, more_marks, panel, rows_below};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

const ID: FieldId = FieldId::PriorApprovals;

/// A line one can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// 以上都不涉及.
    None,
    Cell(usize, Column),
    Add,
}

/// The rows; every change goes to the draft at once.
#[derive(Debug)]
pub struct Approvals {
    spot: Spot,
    /// The number of the row one stands on.
    number: LineEdit,
}

impl Approvals {
    /// The rows as they stand in the draft.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let rows = rows(state);
        let spot = if rows.is_empty() || is_none(&rows) { Spot::None } else { Spot::Cell(0, Column::Kind) };
        Self { spot, number: LineEdit::default() }
    }

    /// Where one stands: at the top where the line one stood on is not there.
    fn standing(&self, rows: &[Approval]) -> Spot {
        let spots = spots(rows);
        spots.get(self.place(&spots)).copied().unwrap_or(Spot::None)
    }

    fn place(&self, spots: &[Spot]) -> usize {
        spots.iter().position(|spot| *spot == self.spot).unwrap_or_default()
    }

    /// Goes to a line; leaving a number lets the rules speak about it.
    fn stand(&mut self, spots: &[Spot], place: usize, rows: &[Approval]) -> Vec<Command> {
        let left_number = matches!(self.spot, Spot::Cell(_, Column::Number));
        self.spot = spots.get(place).copied().unwrap_or(Spot::None);
        if let Spot::Cell(row, Column::Number) = self.spot {
            self.number = LineEdit::new(rows.get(row).map(|row| row.number.clone()).unwrap_or_default());
        }
        if left_number { vec![Command::Leave(ID)] } else { Vec::new() }
    }

    fn add(&mut self, mut rows: Vec<Approval>) -> Vec<Command> {
        if is_none(&rows) {
            rows.clear();
        }
        rows.push(Approval::default());
        self.spot = Spot::Cell(rows.len() - 1, Column::Kind);
        vec![Command::Edit(ID, Some(Value::Approvals(rows)))]
    }

    fn remove(&mut self, mut rows: Vec<Approval>, row: usize) -> Vec<Command> {
        if row < rows.len() {
            rows.remove(row);
        }
        self.spot = match rows.len() {
            0 => Spot::None,
            count => Spot::Cell(row.min(count - 1), Column::Kind),
        };
        store(rows)
    }

    fn type_in(&mut self, input: &Input, mut rows: Vec<Approval>, row: usize, state: &State) -> Vec<Command> {
        if !is_writable(state) {
            return Vec::new();
        }
        text_box::edit(&mut self.number, input);
        match rows.get_mut(row) {
            Some(row) if row.number != self.number.text() => row.number = self.number.text().to_owned(),
            _ => return Vec::new(),
        }
        vec![Command::Edit(ID, Some(Value::Approvals(rows)))]
    }

    fn hints(&self) -> &'static [(Action, Text)] {
        match self.spot {
            Spot::None => &[(Action::Enter, words::PICK), (Action::Add, words::ADD), (Action::Back, words::DONE)],
            Spot::Add => &[(Action::Enter, words::ADD), (Action::Back, words::DONE)],
            Spot::Cell(_, Column::Number) => &[
                (Action::Enter, words::MOVE_ON),
                (Action::Add, words::ADD),
                (Action::Remove, words::REMOVE),
                (Action::Back, words::DONE),
            ],
            Spot::Cell(..) => &[
                (Action::Enter, words::OPEN),
                (Action::Add, words::ADD),
                (Action::Remove, words::REMOVE),
                (Action::Back, words::DONE),
            ],
        }
    }

    /// What the rules say about the row one stands on.
    fn notes(&self, state: &State, width: usize) -> Vec<(Role, String)> {
        let row = match self.spot {
            Spot::Cell(row, _) => Some(row),
            _ => None,
        };
        findings::wrapped(state, ID, row, width)
    }

    fn draw_spot(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, spot: Spot, rows: &[Approval], active: bool) {
        let lang = state.lang;
        let here = spot == self.standing(rows);
        let inner = area.width.saturating_sub(2);
        if here {
            canvas.put(area.x, area.y, 1, ">", Role::Focus);
        }
        let x = area.x + 2;
        let used = match spot {
            Spot::None => {
                let mark = if is_none(rows) { "[x]" } else { "[ ]" };
                let used = canvas.put(x, area.y, inner, &format!("{mark} {}", words::NONE_INVOLVED.in_lang(lang)), Role::Text);
                let rest = inner.saturating_sub(used + 2);
                canvas.put(x + used + 2, area.y, rest, words::NONE_HELP.in_lang(lang), Role::Muted);
                used
            }
            Spot::Add => canvas.put(x, area.y, inner, words::ADD_APPROVAL.in_lang(lang), Role::Accent),
            Spot::Cell(row, column) => {
                if column == Column::Kind {
                    canvas.put(x, area.y, 3, &(row + 1).to_string(), Role::Muted);
                }
                let label = column.label().in_lang(lang);
                canvas.put(x + 4, area.y, inner.saturating_sub(4), label, if here { Role::Focus } else { Role::Muted });
                let columns = [Column::Kind, Column::Number, Column::Document];
                let widest = columns.map(|column| cells(column.label().in_lang(lang))).into_iter().max().unwrap_or_default();
                let start = 4 + to_cells(widest) + 2;
                let value = Rect::new(x + start, area.y, inner.saturating_sub(start), 1);
                self.draw_cell(canvas, state, value, (column, here && active), rows.get(row));
                return;
            }
        };
        if here {
            canvas.paint(Rect::new(x, area.y, used, 1), Role::Selected);
        }
    }

    fn draw_cell(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, at: (Column, bool), row: Option<&Approval>) {
        let Some(row) = row else { return };
        let (column, here) = at;
        let kind = row
            .kind
            .map(|kind| catalog::prior_approval(kind).map_or(kind.to_string(), |row| row.name.in_lang(state.lang).to_owned()));
        let text = match column {
            Column::Kind => kind.unwrap_or_default(),
            Column::Number => row.number.clone(),
            Column::Document => row.document.clone(),
        };
        if column == Column::Number && here {
            text_box::draw(canvas, area.x.saturating_sub(1), area.y, area.width + 1, &self.number, true);
            return;
        }
        let (text, role) = match (text.is_empty(), column) {
            (true, Column::Number) => (String::new(), Role::Muted),
            (true, _) => (words::NOT_CHOSEN.in_lang(state.lang).to_owned(), if here { Role::Text } else { Role::Muted }),
            _ => (text, Role::Text),
        };
        let used = canvas.put(area.x, area.y, area.width, &text, role);
        if here {
            canvas.paint(Rect::new(area.x, area.y, used, 1), Role::Selected);
        }
    }
}

impl Dialog for Approvals {
    fn contexts(&self) -> Vec<Context> {
        match self.spot {
            // In the number's box Delete deletes a character.
            Spot::Cell(_, Column::Number) => vec![Context::Text, Context::List, Context::Rows],
            _ => vec![Context::Rows, Context::List, Context::Ticks],
        }
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let rows = rows(state);
        let spots = spots(&rows);
        let place = self.place(&spots);
        self.spot = spots.get(place).copied().unwrap_or(Spot::None);
        let last = spots.len().saturating_sub(1);
        match (input, self.spot) {
            (Input::Action(Action::Up), _) => self.stand(&spots, place.checked_sub(1).unwrap_or(last), &rows),
            (Input::Action(Action::Down), _) => self.stand(&spots, if place >= last { 0 } else { place + 1 }, &rows),
            (Input::Action(Action::PageUp), _) => self.stand(&spots, place.saturating_sub(3), &rows),
            (Input::Action(Action::PageDown), _) => self.stand(&spots, (place + 3).min(last), &rows),
            (Input::Action(Action::Prepare), _) => vec![Command::Prepare(ID)],
            (Input::Action(Action::Add), _) | (Input::Action(Action::Enter), Spot::Add) => self.add(rows),
            (Input::Action(action @ (Action::Enter | Action::Toggle)), Spot::None) => {
                let none = vec![Approval { kind: Some(NONE_INVOLVED), ..Approval::default() }];
                match (*action, is_none(&rows)) {
                    // Where none is needed, there is nothing more to say.
                    (Action::Enter, true) => vec![Command::Chosen(ID)],
                    (Action::Enter, false) => vec![Command::Edit(ID, Some(Value::Approvals(none))), Command::Chosen(ID)],
                    (_, is_none) => store(if is_none { Vec::new() } else { none }),
                }
            }
            (Input::Action(Action::Enter), Spot::Cell(row, Column::Kind)) => {
                // Behind the kind follows the number.
                let mut commands = self.stand(&spots, place + 1, &rows);
                commands.push(Command::Ask(Question::ApprovalKind(row)));
                commands
            }
            // What is typed where a kind is chosen looks for one.
            (Input::Char(_) | Input::Paste(_), Spot::None | Spot::Add) if is_writable(state) => {
                // The row is there once its kind is chosen; then its number follows.
                let row = if is_none(&rows) { 0 } else { rows.len() };
                (self.spot, self.number) = (Spot::Cell(row, Column::Number), LineEdit::default());
                vec![Command::AskFor(Question::ApprovalKind(row), input.clone())]
            }
            (Input::Char(_) | Input::Paste(_), Spot::Cell(row, Column::Kind)) if is_writable(state) => {
                let mut commands = self.stand(&spots, place + 1, &rows);
                commands.push(Command::AskFor(Question::ApprovalKind(row), input.clone()));
                commands
            }
            (Input::Paste(text), Spot::Cell(row, Column::Document)) if is_writable(state) && live::has_room("", text) => {
                let mut rows = rows;
                if let Some(row) = rows.get_mut(row) {
                    row.document = state.near(&dropped(text));
                }
                self.stand(&spots, place + 1, &rows);
                store(rows)
            }
            (Input::Action(Action::Enter), Spot::Cell(_, Column::Number)) => self.stand(&spots, place + 1, &rows),
            (Input::Action(Action::Enter), Spot::Cell(row, Column::Document)) => {
                vec![Command::Ask(Question::File(Target::Approval(row)))]
            }
            (Input::Action(Action::Remove), Spot::Cell(row, Column::Document)) if has_document(&rows, row) => {
                let mut rows = rows;
                rows.iter_mut().skip(row).take(1).for_each(|row| row.document.clear());
                store(rows)
            }
            (Input::Action(Action::Remove), Spot::Cell(row, _)) => self.remove(rows, row),
            (_, Spot::Cell(row, Column::Number)) => self.type_in(input, rows, row, state),
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let rows = rows(state);
        let spots = spots(&rows);
        let notes = self.notes(state, 64);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: ID.label().in_lang(state.lang),
                aside: &if is_none(&rows) { String::new() } else { rows.len().to_string() },
                width: 64,
                height: to_cells(spots.len() + rows.len() + 2 + notes.len()).max(8),
                hints: self.hints(),
                contexts: &self.contexts(),
            },
        );
        let notes = self.notes(state, usize::from(area.width));
        let lines = layout(&spots);
        let below = rows_below(area.height, lines.len(), notes.len());
        let standing = self.standing(&rows);
        let place = lines.iter().position(|line| *line == Some(standing)).unwrap_or_default();
        let room = usize::from(area.height - below);
        let first = first_row(place, lines.len(), room);
        for (row, spot) in lines.iter().skip(first).take(room).enumerate() {
            if let Some(spot) = spot {
                let y = area.y + to_cells(row);
                self.draw_spot(canvas, state, Rect::new(area.x, y, area.width, 1), *spot, &rows, active);
            }
        }
        more_marks(canvas, Rect { height: to_cells(room), ..area }, first, lines.len());
        findings::draw(canvas, Rect::new(area.x, area.bottom() - below, area.width, below), &notes);
    }

    fn selected(&self) -> Option<&str> {
        self.number.selection().filter(|_| matches!(self.spot, Spot::Cell(_, Column::Number)))
    }

    fn edits_draft(&self) -> bool {
        true
    }
}

fn rows(state: &State) -> Vec<Approval> {
    state.document.as_ref().map(|document| document.draft().approvals().to_vec()).unwrap_or_default()
}

/// Whether the rows say that none is needed, and nothing else.
fn is_none(rows: &[Approval]) -> bool {
    matches!(rows, [only] if only.kind == Some(NONE_INVOLVED) && only.number.is_empty() && only.document.is_empty())
}

fn is_writable(state: &State) -> bool {
    state.document.as_ref().is_some_and(|document| document.is_writable())
}

fn has_document(rows: &[Approval], row: usize) -> bool {
    rows.get(row).is_some_and(|row| !row.document.is_empty())
}

fn store(rows: Vec<Approval>) -> Vec<Command> {
    vec![Command::Edit(ID, Some(Value::Approvals(rows))), Command::Leave(ID)]
}

fn spots(rows: &[Approval]) -> Vec<Spot> {
    let mut spots = vec![Spot::None];
    if !is_none(rows) {
        let columns = [Column::Kind, Column::Number, Column::Document];
        spots.extend((0..rows.len()).flat_map(|row| columns.map(|column| Spot::Cell(row, column))));
    }
    spots.push(Spot::Add);
    spots
}

/// The lines on the screen: one a spot, with a free line before every row.
fn layout(spots: &[Spot]) -> Vec<Option<Spot>> {
    let mut lines = Vec::new();
    for spot in spots {
        if matches!(spot, Spot::Cell(_, Column::Kind) | Spot::Add) {
            lines.push(None);
        }
        lines.push(Some(*spot));
    }
    lines
}
