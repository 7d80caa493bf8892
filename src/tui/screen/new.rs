//! A new filing: what it is about, and of a first filing who files and whether the mini-program is live already. What refers to a
//! record begins with that: a dialog asks which.

use ratatui::layout::Rect;

use crate::catalog::{self, Nature};
use crate::filing::{Draft, FieldId, FilingKind, Value};
use crate::locale::tui::{common, new as words, sorting as sorting_words};
use crate::locale::{Lang, Text};
use crate::text::path::dropped;
use crate::text::width::cells;
use crate::tui::chrome;
use crate::tui::dialog::origin;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::{Question, Target};
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Begin, Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::{Hit, between};
use crate::tui::widget::theme::Role;

/// The parts of the screen, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Purpose,
    Nature,
    Release,
}

/// What one comes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    First,
    More,
    Change,
    Deregister,
}

impl Purpose {
    const ALL: [Self; 4] = [Self::First, Self::More, Self::Change, Self::Deregister];

    const fn kind(self) -> FilingKind {
        match self {
            Self::First | Self::More => FilingKind::New,
            Self::Change => FilingKind::Change,
            Self::Deregister => FilingKind::Deregistration,
        }
    }

    /// Its name, and when it is the right one.
    const fn words(self) -> (Text, Text) {
        match self {
            Self::First => (words::FIRST, words::FIRST_TEXT),
            Self::More => (words::MORE, words::MORE_TEXT),
            Self::Change => (words::CHANGE, words::CHANGE_TEXT),
            Self::Deregister => (words::DEREGISTER, words::DEREGISTER_TEXT),
        }
    }

    const fn help(self) -> Text {
        match self {
            Self::First => words::HELP_FIRST,
            Self::More => words::HELP_MORE,
            Self::Change => words::HELP_CHANGE,
            Self::Deregister => words::HELP_DEREGISTER,
        }
    }
}

/// A new filing.
#[derive(Debug)]
pub struct New {
    part: Part,
    purpose: usize,
    nature: usize,
    /// Whether somebody chose it: pictures overrule only what stood there.
    nature_is_chosen: bool,
    live: bool,
}

impl New {
    /// A first filing and the usual answers are chosen.
    #[must_use]
    pub fn start(state: &State) -> Self {
        let usual = match state.preferences.new.get(FieldId::SubjectNature) {
            Some(&Value::Code(nature)) => ordered().iter().position(|row| row.id == nature),
            _ => None,
        };
        Self { part: Part::Purpose, purpose: 0, nature: usual.unwrap_or_default(), nature_is_chosen: false, live: false }
    }

    fn purpose(&self) -> Purpose {
        Purpose::ALL.get(self.purpose).copied().unwrap_or(Purpose::First)
    }

    /// What is asked: of what refers to a record, the record tells the rest.
    fn parts(&self) -> &'static [Part] {
        match self.purpose() {
            Purpose::First => &[Part::Purpose, Part::Nature, Part::Release],
            Purpose::More | Purpose::Change | Purpose::Deregister => &[Part::Purpose],
        }
    }

    fn is_last(&self) -> bool {
        self.parts().last() == Some(&self.part)
    }

    /// The draft of a first filing.
    fn draft(&self) -> Draft {
        let mut draft = Draft::new(ordered().get(self.nature).map_or(catalog::INDIVIDUAL, |nature| nature.id));
        if self.live {
            draft.set(FieldId::Published, Some(Value::Flag(true)));
        }
        draft
    }

    /// What a folder of scans goes into.
    fn begin(&self) -> Begin {
        Begin::New { draft: Box::new(self.draft()), nature_is_chosen: self.nature_is_chosen }
    }

    /// A first filing is made at once; what refers to a record begins with that.
    fn create(&self) -> Command {
        match self.purpose() {
            Purpose::First => Command::Run(DraftRequest::Create { draft: Box::new(self.draft()), from: Vec::new() }.into()),
            purpose => Command::Ask(Question::Origin(purpose.kind())),
        }
    }

    fn go(&mut self, by: isize) {
        let here = self.parts().iter().position(|part| *part == self.part);
        let wanted = here.and_then(|here| self.parts().get(here.checked_add_signed(by)?));
        self.part = wanted.copied().unwrap_or(self.part);
    }

    /// The place of the choice in a part, and how many there are.
    fn place(&self, part: Part) -> (usize, usize) {
        match part {
            Part::Purpose => (self.purpose, Purpose::ALL.len()),
            Part::Nature => (self.nature, catalog::natures().len()),
            Part::Release => (usize::from(self.live), 2),
        }
    }

    /// Inside a list, and from part to part.
    fn vertical(&mut self, by: isize) {
        let (at, count) = self.place(self.part);
        let inside = self.part != Part::Release && at.checked_add_signed(by).is_some_and(|wanted| wanted < count);
        if inside { self.choose(by) } else { self.go(by) }
    }

    fn choose(&mut self, by: isize) {
        let (at, count) = self.place(self.part);
        let wanted = at.saturating_add_signed(by).min(count.saturating_sub(1));
        match self.part {
            Part::Purpose => self.purpose = wanted,
            Part::Nature => (self.nature, self.nature_is_chosen) = (wanted, true),
            Part::Release => self.live = wanted == 1,
        }
    }

    fn help(&self) -> Text {
        match self.part {
            Part::Purpose => self.purpose().help(),
            Part::Nature => words::HELP_NATURE,
            Part::Release => words::HELP_RELEASE,
        }
    }

    /// A list of choices under a heading, with what each means; scrolled where it does not fit.
    fn list(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        lang: Lang,
        (part, heading): (Part, Text),
        lines: &[(&str, Option<Text>)],
    ) {
        let (focused, (chosen_at, count)) = (self.part == part, self.place(part));
        let role = if focused { Role::Focus } else { Role::Title };
        canvas.put(area.x + 2, area.y, area.width, heading.in_lang(lang), role);
        let height = usize::from(area.height.saturating_sub(1));
        if count > height {
            canvas.put_right(area.right(), area.y, area.width / 2, &format!("{} / {count}", chosen_at + 1), Role::Muted);
        }
        let top = (chosen_at + 2).saturating_sub(height).min(count.saturating_sub(height));
        for (index, (name, text)) in lines.iter().enumerate().skip(top).take(height) {
            let y = area.y + 1 + to_cells(index - top);
            let chosen = index == chosen_at;
            canvas.hit(Rect::new(area.x, y, area.width, 1), self.way_to(part, index));
            if chosen && focused {
                canvas.put(area.x, y, area.width, ">", Role::Focus);
            }
            canvas.put(area.x + 2, y, area.width, button(chosen), Role::Text);
            let used = canvas.put(area.x + 6, y, area.width.saturating_sub(6), name, Role::Text);
            if chosen && focused {
                canvas.paint(Rect::new(area.x + 2, y, used + 4, 1), Role::Selected);
            }
            if let Some(text) = text {
                let x = used + 8;
                canvas.put(area.x + x, y, area.width.saturating_sub(x), text.in_lang(lang), Role::Muted);
            }
        }
        if top + height < count {
            let y = area.bottom().saturating_sub(1);
            canvas.put_right(area.right(), y, area.width / 4, common::MORE_BELOW.in_lang(lang), Role::Muted);
        }
    }

    /// How a mouse gets to a choice of a part.
    fn way_to(&self, part: Part, index: usize) -> Hit {
        let parts = self.parts();
        let place = |wanted: Part| parts.iter().position(|part| *part == wanted).unwrap_or_default();
        let to_part = between(place(part), place(self.part), [Action::Previous, Action::Next]);
        let choice = between(index, self.place(part).0, [Action::Left, Action::Right]);
        Hit::Moves { actions: vec![to_part, choice], opens: false }
    }

    /// How one begins with a folder of scans; or how far reading it has come.
    fn scans(&self, state: &State) -> Option<String> {
        let lang = state.lang;
        if self.purpose() != Purpose::First {
            return None;
        }
        if let Some(sorting) = &state.sorting {
            return sorting.said(lang, &state.readings);
        }
        if !state.can_read {
            return Some(sorting_words::ENTRY_NOT_READ.in_lang(lang).to_owned());
        }
        let key = keymap::key_for(&self.contexts(state), Action::Scans).map(|key| key.to_string())?;
        Some(sorting_words::ENTRY.with(lang, &[("key", &key)]))
    }

    fn release(&self, canvas: &mut Canvas<'_>, row: Rect, lang: Lang) {
        let focused = self.part == Part::Release;
        if focused {
            canvas.put(row.x, row.y, row.width, ">", Role::Focus);
        }
        let role = if focused { Role::Focus } else { Role::Title };
        let label = words::RELEASE.in_lang(lang);
        canvas.put(row.x + 2, row.y, row.width, label, role);
        let mut x = row.x + 4 + to_cells(cells(label));
        for (live, option) in [(false, words::NOT_LIVE), (true, words::LIVE)] {
            let text = format!("{} {}", button(live == self.live), option.in_lang(lang));
            let used = canvas.put(x, row.y, row.right().saturating_sub(x), &text, Role::Text);
            canvas.hit(Rect::new(x, row.y, used, 1), self.way_to(Part::Release, usize::from(live)));
            if focused && live == self.live {
                canvas.paint(Rect::new(x, row.y, used, 1), Role::Selected);
            }
            x += used + 2;
        }
    }
}

impl Screen for New {
    fn contexts(&self, _: &State) -> Vec<Context> {
        let answer = match (self.is_last(), self.purpose()) {
            (false, _) => Context::Answer,
            (true, Purpose::First) => Context::Create,
            (true, _) => Context::ChooseRecord,
        };
        let scans = (self.purpose() == Purpose::First).then_some(Context::Scans);
        let mut contexts = vec![answer];
        contexts.extend(scans);
        contexts.extend([Context::LongText, Context::Text, Context::Form, Context::Dialog]);
        contexts
    }

    fn route(&self) -> Option<Route> {
        Some(Route::New)
    }

    fn folder_chosen(&self, folder: String) -> Vec<Command> {
        vec![Command::SortFolder(folder, self.begin())]
    }

    fn follow(&mut self, _: &State) {}

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        match input {
            Input::Action(Action::Next) => self.go(1),
            Input::Action(Action::Previous) => self.go(-1),
            Input::Action(Action::Up) => self.vertical(-1),
            Input::Action(Action::Down) => self.vertical(1),
            Input::Action(Action::Left) => self.choose(-1),
            Input::Action(Action::Right) => self.choose(1),
            Input::Action(Action::Start) => self.choose(isize::MIN),
            Input::Action(Action::End) => self.choose(isize::MAX),
            // In a list the line one stands on is the chosen one: there is nothing to mark.
            Input::Char(' ') if self.part == Part::Release => self.live = !self.live,
            Input::Action(Action::Create | Action::ChooseRecord) => return Some(vec![self.create()]),
            Input::Action(Action::Scans) if self.purpose() == Purpose::First => {
                return Some(vec![Command::Ask(Question::File(Target::Scans))]);
            }
            // A folder that is dropped holds the scans.
            Input::Paste(text) if self.purpose() == Purpose::First && !text.trim().is_empty() => {
                return Some(vec![Command::SortFolder(dropped(text), self.begin())]);
            }
            // A package or an answer that is dropped is what the others begin with.
            Input::Paste(text) | Input::Run(text) if origin::named(text, state).is_some() && self.purpose() != Purpose::First => {
                let path = origin::named(text, state);
                return Some(path.map(|path| origin::read(path, self.purpose().kind(), state)).into_iter().collect());
            }
            Input::Paste(text) if !text.trim().is_empty() => {
                let text = sorting_words::FIRST_ONLY.in_lang(state.lang).to_owned();
                return Some(vec![Command::Notice(Notice { role: Role::Warning, text })]);
            }
            Input::Char(_) | Input::Run(_) | Input::Paste(_) => {}
            Input::Action(_) => return None,
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let contexts = self.all_contexts(state);
        let confirms = match (self.is_last(), self.purpose()) {
            (false, _) => Action::Next,
            (true, Purpose::First) => Action::Create,
            (true, _) => Action::ChooseRecord,
        };
        let key = keymap::key_for(&contexts, confirms).map(|key| key.to_string()).unwrap_or_default();
        let help = self.help().with(lang, &[("key", &key)]);
        let help = match self.scans(state) {
            // How far it has come is what one waits for.
            Some(said) if state.sorting.is_some() => said,
            Some(said) if self.part == Part::Purpose => [help, said].join(if lang == Lang::En { " " } else { "" }),
            _ => help,
        };
        let area = chrome::draw_yielding(canvas, state, &contexts, &help, false).main;
        let purposes = Purpose::ALL.map(Purpose::words).map(|(name, text)| (name.in_lang(lang), Some(text)));
        let purpose = Rect { height: to_cells(purposes.len() + 1).min(area.height), ..area };
        self.list(canvas, purpose, lang, (Part::Purpose, words::PURPOSE), &purposes);
        if !self.parts().contains(&Part::Nature) {
            return;
        }
        let gap = u16::from(area.height > 14);
        let top = purpose.bottom() + gap;
        let left = area.bottom().saturating_sub(top).saturating_sub(1 + gap);
        let natures: Vec<_> = ordered().into_iter().map(|nature| (name(nature, lang), explained(nature.id))).collect();
        let list = Rect { y: top, height: left.min(to_cells(natures.len() + 1)), ..area };
        self.list(canvas, list, lang, (Part::Nature, words::NATURE), &natures);
        self.release(canvas, Rect { y: list.bottom() + gap, height: 1, ..area }, lang);
    }
}

const fn button(chosen: bool) -> &'static str {
    if chosen { "(*)" } else { "( )" }
}

/// The natures as they are shown: the two that nearly everybody is, then the official order.
fn ordered() -> Vec<&'static Nature> {
    let usual = [catalog::INDIVIDUAL, catalog::ENTERPRISE];
    let first = usual.into_iter().filter_map(catalog::nature);
    first.chain(catalog::natures().iter().filter(|nature| !usual.contains(&nature.id))).collect()
}

/// The name without the explanation that some English ones carry in brackets.
fn name(nature: &Nature, lang: Lang) -> &'static str {
    let name = nature.name.in_lang(lang);
    name.split(" (").next().unwrap_or(name)
}

/// What the usual natures mean.
const fn explained(nature: u32) -> Option<Text> {
    match nature {
        catalog::INDIVIDUAL => Some(words::INDIVIDUAL_TEXT),
        catalog::ENTERPRISE => Some(words::ENTERPRISE_TEXT),
        _ => None,
    }
}

#[cfg(test)]
#[path = "new_tests.rs"]
mod tests;
