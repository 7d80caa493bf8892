//! Which columns the list of drafts has.

use super::Dialog;
use crate::locale::tui::{dialog as words, home};
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, ListColumn, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::list::{Item, draw_line};
use crate::tui::widget::panel::{Panel, panel};

use ratatui::layout::Rect;

/// The columns, each with its tick; what is unticked is not shown.
#[derive(Debug, Default)]
pub struct Columns {
    cursor: Cursor,
}

impl Columns {
    /// The list, its first line chosen.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Dialog for Columns {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Ticks, Context::Accept, Context::List]
    }

    fn update(&mut self, input: &Input, _: &State) -> Vec<Command> {
        let count = ListColumn::ALL.len();
        self.cursor.travel(input, count, count);
        match input {
            Input::Action(Action::Accept) => vec![Command::Close],
            Input::Action(Action::Toggle) => {
                ListColumn::ALL.get(self.cursor.at(count)).map(|column| Command::ToggleColumn(*column)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let count = ListColumn::ALL.len();
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: home::COLUMNS_TITLE.in_lang(state.lang),
                aside: "",
                width: 40,
                height: to_cells(count),
                hints: &[(Action::Toggle, words::TICK), (Action::Accept, words::DONE), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        for (row, column) in ListColumn::ALL.into_iter().enumerate().take(usize::from(area.height)) {
            let mark = if state.hidden_columns.contains(&column) { "[ ]" } else { "[x]" };
            let has_room = !state.columns_without_room.contains(&column);
            let aside = if has_room { "" } else { home::NO_ROOM.in_lang(state.lang) };
            let item = Item { mark, ..Item::new(column.name().in_lang(state.lang)).aside(aside) };
            let line = Rect::new(area.x, area.y + to_cells(row), area.width, 1);
            draw_line(canvas, line, &item, row == self.cursor.at(count));
        }
    }
}
