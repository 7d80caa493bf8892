//! Copying into the console: one value after another, in the order of its pages, each ticked off.

mod page;

use crate::locale::Lang;
use crate::locale::tui::copy as words;
use crate::package::sheet::{Sheet, Way};
use crate::tui::chrome;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::theme::Role;
use page::{Shown, Stop, stops};

const CONTEXTS: [Context; 1] = [Context::Copy];

/// Copying, at one value.
#[derive(Debug)]
pub struct Copy {
    /// The place among all values, and pages without any.
    at: usize,
    /// Its key: values may come and go.
    key: Option<String>,
    /// Rows of it that were scrolled past.
    past: usize,
}

impl Copy {
    /// At the first value that is not ticked.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let sheet = state.sheet();
        let open = sheet.as_ref().and_then(|sheet| stops(sheet).iter().position(|stop| !state.is_ticked(&stop.mark())));
        let mut made = Self { at: open.unwrap_or_default(), key: None, past: 0 };
        made.follow(state);
        made
    }

    fn go(&mut self, sheet: &Sheet, at: usize) {
        let stops = stops(sheet);
        self.at = at.min(stops.len().saturating_sub(1));
        let key = stops.get(self.at).map(Stop::key);
        if key != self.key {
            (self.key, self.past) = (key, 0);
        }
    }

    /// Reads on, a screen at a time, and at the end goes to the next value; or back.
    fn read(&mut self, sheet: &Sheet, state: &State, forwards: bool) {
        let area = chrome::seen(state, &self.help(sheet, state.lang), false).main;
        let shown = Shown::of(state, sheet, self.at, page::main(state, sheet, area));
        match shown.read(self.past, forwards) {
            Some(past) => self.past = past,
            None if forwards => self.go(sheet, self.at + 1),
            None => self.go(sheet, self.at.saturating_sub(1)),
        }
    }

    /// The first value of the next page that has one, or of the page before.
    fn page(&self, sheet: &Sheet, forwards: bool) -> usize {
        let pages: Vec<_> = stops(sheet).iter().map(|stop| stop.page.page).collect();
        let here = pages.get(self.at);
        if forwards {
            let rest = pages.iter().enumerate().skip(self.at).find(|(_, page)| Some(*page) != here);
            return rest.map_or(self.at, |(index, _)| index);
        }
        let start = |page: Option<&_>| pages.iter().position(|other| Some(other) == page).unwrap_or_default();
        let first = start(here);
        if self.at > first { first } else { start(first.checked_sub(1).and_then(|before| pages.get(before))) }
    }

    /// Copies the value; `further` ticks it off and goes to the next.
    fn copy(&mut self, sheet: &Sheet, state: &State, further: bool) -> Vec<Command> {
        let stops = stops(sheet);
        let Some(stop) = stops.get(self.at) else { return Vec::new() };
        // What is chosen or compared there is not pasted: it is copied only where that is asked for.
        let copied = stop.row.filter(|row| !row.copy.is_empty() && (!further || of(*stop) == Context::Copy));
        let copies = copied.map(|row| Command::Copy { text: row.copy.clone(), label: row.full_label(sheet.lang) });
        let mut commands: Vec<Command> = copies.into_iter().collect();
        if !further {
            return commands;
        }
        let is_last = self.at + 1 >= stops.len();
        if is_last {
            let text = words::ALL_DONE.in_lang(state.lang).to_owned();
            commands.push(Command::Notice(Notice { role: Role::Good, text }));
        }
        // What is missing stays open; a page without values is done once it was read, and what comes from the record once it was passed.
        if stop.row.is_none_or(|row| row.is_reused || !row.copy.is_empty()) {
            commands.push(Command::Tick(stop.mark(), true));
        }
        self.go(sheet, self.at + 1);
        commands
    }
}

impl Screen for Copy {
    fn contexts(&self, state: &State) -> Vec<Context> {
        let sheet = state.sheet();
        let here = sheet.as_ref().and_then(|sheet| stops(sheet).get(self.at).map(|stop| of(*stop)));
        here.filter(|context| *context != Context::Copy).into_iter().chain(CONTEXTS).collect()
    }

    fn follow(&mut self, state: &State) {
        let Some(sheet) = state.sheet() else { return };
        let same = self.key.as_ref().and_then(|key| stops(&sheet).iter().position(|stop| stop.key() == *key));
        self.go(&sheet, same.unwrap_or(self.at));
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let sheet = state.sheet()?;
        let Input::Action(action) = input else { return Some(Vec::new()) };
        match action {
            Action::CopyNext | Action::ChosenNext | Action::ComparedNext | Action::GoOn => {
                return Some(self.copy(&sheet, state, true));
            }
            Action::CopyValue => return Some(self.copy(&sheet, state, false)),
            Action::CopyMode => return Some(vec![Command::Pop]),
            Action::TickOff => {
                let mark = stops(&sheet).get(self.at)?.mark();
                let ticked = state.is_ticked(&mark);
                return Some(vec![Command::Tick(mark, !ticked)]);
            }
            Action::Up | Action::Down => self.read(&sheet, state, *action == Action::Down),
            Action::Previous => self.go(&sheet, self.at.saturating_sub(1)),
            Action::Next => self.go(&sheet, self.at + 1),
            Action::PageUp => self.go(&sheet, self.page(&sheet, false)),
            Action::PageDown => self.go(&sheet, self.page(&sheet, true)),
            Action::Start => self.go(&sheet, 0),
            Action::End => self.go(&sheet, usize::MAX),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let Some(sheet) = state.sheet() else { return false };
        let leads = |at: usize| at.min(stops(&sheet).len().saturating_sub(1)) != self.at;
        match action {
            Action::Next => !leads(self.at + 1),
            Action::Previous => !leads(self.at.saturating_sub(1)),
            Action::PageDown => !leads(self.page(&sheet, true)),
            Action::PageUp => !leads(self.page(&sheet, false)),
            // What is chosen or compared there is not pasted: copying it is not what one is led to.
            Action::CopyValue => {
                let stop = stops(&sheet).get(self.at).copied();
                stop.is_none_or(|stop| of(stop) != Context::Copy || stop.row.is_none_or(|row| row.copy.is_empty()))
            }
            _ => false,
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(sheet) = state.sheet() else { return };
        let contexts = self.all_contexts(state);
        let area = chrome::draw(canvas, state, &contexts, &self.help(&sheet, state.lang), false).main;
        let main = page::main(state, &sheet, area);
        if main.x > area.x {
            page::pages(canvas, state, &sheet, self.at, area);
        }
        Shown::of(state, &sheet, self.at, main).draw(canvas, state, self.past);
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Copy)
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

/// What Enter does at a stop, as a context of the keymap.
fn of(stop: Stop<'_>) -> Context {
    match stop.row {
        Some(row) if row.copy.is_empty() || row.is_reused => Context::CopyNothing,
        Some(row) => match row.way {
            Way::Enter | Way::Upload => Context::Copy,
            Way::Choose => Context::CopyChoice,
            Way::Compare => Context::CopyCompare,
        },
        None => Context::CopyNothing,
    }
}

impl Copy {
    /// What the line above the hint bar says.
    fn help(&self, sheet: &Sheet, lang: Lang) -> String {
        let key = |context, action| keymap::key_for(&[context], action).map(|key| key.to_string()).unwrap_or_default();
        let (next, help) = (key(Context::Copy, Action::CopyNext), key(Context::Global, Action::Help));
        let stops = stops(sheet);
        let stop = stops.get(self.at).copied();
        let is_upload = stop.and_then(|stop| stop.row).is_some_and(|row| row.way == Way::Upload);
        let text = match stop.map_or(Context::CopyNothing, of) {
            Context::CopyChoice => words::HELP_CHOICE,
            Context::CopyCompare => words::HELP_COMPARE,
            Context::CopyNothing if stop.and_then(|stop| stop.row).is_some_and(|row| row.is_reused) => words::HELP_REUSED,
            Context::CopyNothing if stop.is_some_and(|stop| stop.row.is_some()) => words::HELP_MISSING,
            Context::CopyNothing => words::HELP_SILENT,
            _ if is_upload => words::HELP_UPLOAD,
            _ => words::HELP,
        };
        text.with(lang, &[("key", &next), ("help", &help), ("copy", &key(Context::Copy, Action::CopyValue))])
    }
}
