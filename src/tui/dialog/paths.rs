//! The files of a field that holds several.

use ratatui::layout::Rect;

use super::files::{Files, Target, size};
use super::list::{Item, draw_line};
use super::preview::Preview;
use super::{Dialog, Panel, findings, first_row, more_marks, panel};
use crate::filing::{FieldId, Kind, Value};
use crate::locale::tui::dialog as words;
use crate::scan::facts::Content;
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::theme::Role;

/// The files of one field; what is added and removed shows at once.
#[derive(Debug)]
pub struct Paths {
    id: FieldId,
    chosen: usize,
    /// One more was wanted than may be.
    full: bool,
}

impl Paths {
    /// The files of a field.
    #[must_use]
    pub const fn new(id: FieldId, _: &State) -> Self {
        Self { id, chosen: 0, full: false }
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        let picture = matches!(self.id.field().kind, Kind::Pictures(_)).then_some(Context::Picture);
        picture.into_iter().chain([Context::Rows, Context::List]).collect()
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let paths = self.paths(state);
        let room = paths.len() < most(self.id);
        let lines = paths.len() + usize::from(room);
        let last = lines.saturating_sub(1);
        self.chosen = self.chosen.min(last);
        self.full = false;
        match input {
            Input::Action(Action::Up) => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Input::Action(Action::Down) => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Input::Action(Action::Start | Action::PageUp) => self.chosen = 0,
            Input::Action(Action::End | Action::PageDown) => self.chosen = last,
            Input::Action(Action::Add) => return self.add(room, state),
            Input::Action(Action::Enter) if self.chosen >= paths.len() && room => return self.add(room, state),
            Input::Action(Action::Enter) => return vec![Command::Close],
            Input::Action(Action::Preview) if self.chosen < paths.len() => {
                let preview = Preview::new(state, self.id, Some(self.chosen));
                return preview.map(|preview| Command::Show(Dialog::Preview(preview))).into_iter().collect();
            }
            Input::Action(Action::Remove) if self.chosen < paths.len() => {
                let mut left = paths;
                left.remove(self.chosen);
                return vec![Command::Edit(self.id, Some(Value::Paths(left))), Command::Leave(self.id)];
            }
            _ => {}
        }
        Vec::new()
    }

    fn add(&mut self, room: bool, state: &State) -> Vec<Command> {
        if room {
            return vec![Command::Show(Dialog::Files(Files::new(Target::Add(self.id), state)))];
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
        findings::wrapped(state, self.id, Some(self.chosen), width)
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

    /// Draws itself.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let mut items = self.items(state);
        let (count, most) = (items.len(), most(self.id));
        if count < most {
            items.push(Item { quiet: true, ..Item::new(words::ADD_FILE.in_lang(state.lang)) });
        }
        let chosen = self.chosen.min(items.len().saturating_sub(1));
        let help = self.notes(state, 66);
        let area = panel(
            canvas,
            state,
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
        let below = to_cells(help.len()).min(area.height / 2);
        let rows = usize::from(area.height.saturating_sub(below + u16::from(below > 0)));
        let first = first_row(chosen, items.len(), rows);
        for (row, (index, item)) in items.iter().enumerate().skip(first).take(rows).enumerate() {
            draw_line(canvas, Rect::new(area.x, area.y + to_cells(row), area.width, 1), item, index == chosen);
        }
        more_marks(canvas, Rect { height: to_cells(rows), ..area }, first, items.len());
        if count == 0 && rows > 1 {
            let y = area.y + 1;
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), words::NO_PATHS.in_lang(state.lang), Role::Muted);
        }
        findings::draw(canvas, Rect::new(area.x, area.bottom() - below, area.width, below), &help);
    }
}

/// The most files the field takes.
fn most(id: FieldId) -> usize {
    match id.field().kind {
        Kind::Pictures(most) | Kind::Videos(most) => most,
        _ => 1,
    }
}
