//! What a draft's file is to be called. What is proposed is what a new draft of that name would be called.

use std::path::{Path, PathBuf};

use super::Dialog;
use crate::drafts::folder::{safe_name, stem_of};
use crate::locale::tui::dialog as words;
use crate::text::clean::visible;
use crate::text::edit::LineEdit;
use crate::text::wrap::wrap;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::{Panel, panel};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

/// Cells of the inside.
const WIDTH: u16 = 60;

/// A draft, and the name that is being typed.
#[derive(Debug)]
pub struct Rename {
    path: PathBuf,
    /// Its present name, without its ending.
    old: String,
    name: LineEdit,
}

impl Rename {
    /// The question about a draft of the list; `None` where it is not there any more.
    #[must_use]
    pub fn new(state: &State, path: &Path) -> Option<Self> {
        let listed = state.listed().iter().find(|listed| listed.path == path)?;
        let proposed = listed.summary.as_ref().ok().filter(|summary| !summary.title.trim().is_empty());
        let name = proposed.map_or_else(|| listed.name.clone(), |summary| stem_of(&summary.draft));
        Some(Self { path: path.to_owned(), old: listed.name.clone(), name: LineEdit::new(&name) })
    }

    /// The name as a file can have it; `None` while nothing is typed.
    fn wanted(&self) -> Option<String> {
        let typed = self.name.text().trim();
        let stem = typed.strip_suffix(".toml").unwrap_or(typed);
        (!stem.is_empty()).then(|| safe_name(stem))
    }

    /// Whether another draft of the list has that name.
    fn is_taken(&self, state: &State) -> bool {
        let Some(wanted) = self.wanted().map(|wanted| wanted.to_lowercase()) else { return false };
        state.listed().iter().any(|listed| listed.path != self.path && listed.name.to_lowercase() == wanted)
    }
}

impl Dialog for Rename {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Text, Context::Question]
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        if let Input::Action(Action::Enter) = input {
            return match self.wanted() {
                Some(name) if name == self.old => vec![Command::Close],
                Some(name) if !self.is_taken(state) => {
                    vec![Command::Run(DraftRequest::Rename { path: self.path.clone(), name }.into()), Command::Close]
                }
                _ => Vec::new(),
            };
        }
        text_box::edit(&mut self.name, input);
        Vec::new()
    }

    fn selected(&self) -> Option<&str> {
        self.name.selection()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let width = WIDTH.min(canvas.area().width.saturating_sub(8));
        let now = words::RENAME_NOW.with(lang, &[("file", &visible(&format!("{}.toml", self.old)))]);
        let then = match self.wanted() {
            None => (words::RENAME_EMPTY.in_lang(lang).to_owned(), Role::Warning),
            Some(_) if self.is_taken(state) => (words::RENAME_TAKEN.in_lang(lang).to_owned(), Role::Warning),
            Some(name) => (words::RENAME_THEN.with(lang, &[("file", &format!("{name}.toml"))]), Role::Muted),
        };
        let now = wrap(&now, usize::from(width));
        let (then, role) = (wrap(&then.0, usize::from(width)), then.1);
        let height = to_cells(now.len() + then.len()) + 3;
        let hints = [(Action::Enter, words::RENAME), (Action::Back, words::CANCEL)];
        let contexts = self.contexts();
        let title = words::RENAME_TITLE.in_lang(lang);
        let area = panel(canvas, lang, &Panel { title, aside: "", width, height, hints: &hints, contexts: &contexts });
        let mut y = area.y;
        let put = |canvas: &mut Canvas<'_>, y: u16, text: &str, role: Role| {
            if y < area.bottom() {
                canvas.put(area.x, y, area.width, text, role);
            }
        };
        for line in &now {
            put(canvas, y, line, Role::Text);
            y += 1;
        }
        if y + 1 < area.bottom() {
            let used = canvas.put(area.x, y + 1, area.width, words::RENAME_LABEL.in_lang(lang), Role::Focus) + 1;
            text_box::draw(canvas, area.x + used, y + 1, area.width.saturating_sub(used), &self.name, active);
        }
        for (row, line) in then.iter().enumerate() {
            put(canvas, y + 3 + to_cells(row), line, role);
        }
    }
}
