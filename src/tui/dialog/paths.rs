//! The files of a field that holds several.

use ratatui::layout::Rect;

use super::{Dialog, findings};
use crate::filing::{FieldId, Kind, Value};
use crate::locale::tui::dialog as words;
use crate::scan::facts::Content;
use crate::text::wrap::wrap;
use crate::tui::form::seen::size;
use crate::tui::keymap::{Action, Context};
use crate::tui::question::{Question, Target};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::list::{Item, draw_line};
use crate::tui::widget::panel::{Panel, first_row, more_marks, panel, rows_below};
use crate::tui::widget::theme::Role;

/// The files of one field; what is added and removed shows at once.
#[derive(Debug)]
pub struct Paths {
    id: FieldId,
    cursor: Cursor,
    /// One more was wanted than may be.
    full: bool,
}

impl Paths {
    /// The files of a field.
    #[must_use]
    pub fn new(id: FieldId) -> Self {
        Self { id, cursor: Cursor::default(), full: false }
    }

    fn add(&mut self, room: bool) -> Vec<Command> {
        if room {
            return vec![Command::Ask(Question::File(Target::Add(self.id)))];
        }
        self.full = true;
        Vec::new()
    }

    /// What stands below the rows: that there is no room, else what the rules say about the chosen file.
    fn notes(&self, state: &State, width: usize) -> Vec<(Role, String)> {
        if self.full {
            let text = words::TOO_MANY_FILES.with(state.lang, &[("most", &most(self.id))]);
            return wrap(&text, width).into_iter().map(|line| (Role::Warning, line)).collect();
        }
        findings::wrapped(state, self.id, Some(self.cursor.at(self.lines(state))), width)
    }

    /// How many lines there are: its files, and the one that adds another where there is room.
    fn lines(&self, state: &State) -> usize {
        let count = self.paths(state).len();
        count + usize::from(count < most(self.id))
    }

    fn paths(&self, state: &State) -> Vec<String> {
        let Some(document) = &state.document else { return Vec::new() };
        document.draft().paths(self.id).into_iter().map(str::to_owned).collect()
    }

    fn items(&self, state: &State) -> Vec<Item> {
        let facts = state.document.as_ref().map(|document| document.facts());
        let about = |path: &str| match facts.and_then(|facts| facts.get(path)) {
            Some(facts) if facts.content == Content::Missing => words::FILE_MISSING.in_lang(state.lang).to_owned(),
            Some(facts) => match facts.upright() {
                Some((width, height)) => format!("{width}x{height}  {:>8}", size(facts.size)),
                None => size(facts.size),
            },
            None => String::new(),
        };
        self.paths(state).iter().map(|path| Item::new(path.clone()).aside(about(path))).collect()
    }
}

impl Dialog for Paths {
    fn contexts(&self) -> Vec<Context> {
        let picture = matches!(self.id.field().kind, Kind::Pictures(_)).then_some(Context::Picture);
        picture.into_iter().chain([Context::Rows, Context::List]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let count = self.paths(state).len();
        let has_room = count < most(self.id);
        match action {
            Action::Add => !has_room,
            // Behind the files stands the line that adds one.
            Action::Remove | Action::Preview => self.cursor.at(count + usize::from(has_room)) >= count,
            _ => false,
        }
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let paths = self.paths(state);
        let room = paths.len() < most(self.id);
        let lines = paths.len() + usize::from(room);
        self.cursor.travel(input, lines, usize::MAX);
        let chosen = self.cursor.at(lines);
        self.full = false;
        match input {
            Input::Action(Action::Prepare) => return vec![Command::Prepare(self.id)],
            Input::Action(Action::Add) => return self.add(room),
            Input::Action(Action::Enter) if chosen >= paths.len() && room => return self.add(room),
            Input::Action(Action::Enter) => return vec![Command::Chosen(self.id)],
            Input::Action(Action::Preview) if chosen < paths.len() => {
                return vec![Command::Ask(Question::Picture(self.id, Some(chosen)))];
            }
            Input::Action(Action::Remove) if chosen < paths.len() => {
                let mut left = paths;
                left.remove(chosen);
                return vec![Command::Edit(self.id, Some(Value::Paths(left))), Command::Leave(self.id)];
            }
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let mut items = self.items(state);
        let (count, most) = (items.len(), most(self.id));
        if count < most {
            items.push(Item { quiet: true, ..Item::new(words::ADD_FILE.in_lang(state.lang)) });
        }
        let chosen = self.cursor.at(items.len());
        let help = self.notes(state, 66);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: self.id.label().in_lang(state.lang),
                aside: &format!("{count} / {most}"),
                width: 66,
                height: to_cells(items.len().max(4) + 1 + help.len()),
                hints: &[
                    (Action::Add, words::ADD),
                    (Action::Remove, words::REMOVE),
                    (Action::Preview, Action::Preview.label()),
                    (Action::Enter, words::DONE),
                    (Action::Back, words::CANCEL),
                ],
                contexts: &self.contexts(),
            },
        );
        let help = self.notes(state, usize::from(area.width));
        let below = rows_below(area.height, items.len().max(2) + 1, help.len());
        let rows = usize::from(area.height.saturating_sub(below + u16::from(below > 0)));
        let first = first_row(chosen, items.len(), rows);
        for (row, (index, item)) in items.iter().enumerate().skip(first).take(rows).enumerate() {
            let line = Rect::new(area.x, area.y + to_cells(row), area.width, 1);
            canvas.hit(line, Hit::line(index, chosen));
            draw_line(canvas, line, item, index == chosen);
        }
        more_marks(canvas, Rect { height: to_cells(rows), ..area }, first, items.len());
        if count == 0 && rows > 1 {
            let y = area.y + 1;
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), words::NO_PATHS.in_lang(state.lang), Role::Muted);
        }
        findings::draw(canvas, Rect::new(area.x, area.bottom() - below, area.width, below), &help);
    }

    fn edits_draft(&self) -> bool {
        true
    }
}

/// The most files the field takes.
pub(super) const fn most(id: FieldId) -> usize {
    match id.field().kind {
        Kind::Pictures(most) | Kind::Videos(most) => most,
        _ => 1,
    }
}
