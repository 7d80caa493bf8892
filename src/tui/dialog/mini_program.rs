//! Which of several mini-programs in an answer of the platform a filing begins with.

use super::{Dialog, origin, takes_line};
use crate::answer::applet::Applet;
use crate::locale::answer::NAMELESS;
use crate::locale::tui::new as words;
use crate::text::clean::visible;
use crate::tui::effect::{Effect, RecordRequest};
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::list::{FilterList, Item, Lines};

/// The list of the mini-programs.
#[derive(Debug)]
pub struct MiniProgram {
    request: RecordRequest,
    all: Vec<Applet>,
    list: FilterList,
}

impl MiniProgram {
    /// The list of what the answer is about that `request` asked for.
    #[must_use]
    pub fn new(request: RecordRequest, all: Vec<Applet>) -> Self {
        Self { request, all, list: FilterList::default() }
    }

    /// Each by its name, with its filing number, or its AppID while it has none.
    fn items(&self, state: &State) -> Lines {
        let item = |applet: &Applet| {
            let name = if applet.name.is_empty() { NAMELESS.in_lang(state.lang) } else { &applet.name };
            let told = if applet.number.is_empty() { &applet.app_id } else { &applet.number };
            Item::new(visible(name)).spelled(name).key(visible(&applet.app_id)).key(visible(&applet.number)).aside(visible(told))
        };
        self.all.iter().map(item).collect()
    }
}

impl Dialog for MiniProgram {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action) && self.list.chosen(&self.items(state)).is_none()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let chosen = self.list.update(input, &self.items(state)).and_then(|index| self.all.get(index));
        let Some(chosen) = chosen else { return Vec::new() };
        let request = RecordRequest { chosen: Some(chosen.clone()), ..self.request.clone() };
        vec![Command::Close, Command::Run(Effect::ReadRecord(request))]
    }

    fn selected(&self) -> Option<&str> {
        self.list.selected()
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        origin::draw(&self.list, canvas, state.lang, (words::WHICH_MINI_PROGRAM, &self.contexts()), &self.items(state), active);
    }
}
