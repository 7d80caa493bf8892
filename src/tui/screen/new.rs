//! A new filing: who files, whether the mini-program is live already, and what kind of filing it is.

use ratatui::layout::Rect;

use crate::catalog::{self, Nature};
use crate::filing::record::Source;
use crate::filing::{Draft, FieldId, FilingKind, Value};
use crate::locale::tui::{common, new as words};
use crate::locale::{Lang, Text};
use crate::text::width::cells;
use crate::tui::chrome;
use crate::tui::dialog::origin::filed;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

/// The parts of the screen, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Nature,
    Release,
    Kind,
}

impl Part {
    const ALL: [Self; 3] = [Self::Nature, Self::Release, Self::Kind];

    fn shifted(self, by: isize) -> Option<Self> {
        let here = Self::ALL.iter().position(|part| *part == self)?;
        Self::ALL.get(here.checked_add_signed(by)?).copied()
    }
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

    const fn name(self) -> Text {
        match self {
            Self::First => words::FIRST,
            Self::More => words::MORE,
            Self::Change => words::CHANGE,
            Self::Deregister => words::DEREGISTER,
        }
    }
}

/// A new filing.
#[derive(Debug)]
pub struct New {
    part: Part,
    nature: usize,
    live: bool,
    kind: usize,
}

impl New {
    /// The first nature and the usual answers are chosen.
    #[must_use]
    pub const fn start() -> Self {
        Self { part: Part::Nature, nature: 0, live: false, kind: 0 }
    }

    /// The draft that is asked for.
    fn draft(&self) -> Draft {
        let nature = ordered().get(self.nature).map_or(catalog::INDIVIDUAL, |nature| nature.id);
        let mut draft = Draft::new(nature);
        let purpose = self.purpose();
        draft.set(FieldId::FilingKind, Some(purpose.kind().word().into()));
        match purpose {
            Purpose::More => drop(draft.set(FieldId::FiledBefore, Some(Value::Flag(true)))),
            Purpose::Change => {
                draft.set(FieldId::RecordSource, Some(Source::Typed.word().into()));
                draft.set_recorded(FieldId::SubjectNature, Some(Value::Code(nature)));
            }
            Purpose::First | Purpose::Deregister => {}
        }
        if self.live {
            draft.set(FieldId::Published, Some(Value::Flag(true)));
        }
        draft
    }

    fn purpose(&self) -> Purpose {
        Purpose::ALL.get(self.kind).copied().unwrap_or(Purpose::First)
    }

    /// A first filing is made at once; what refers to a record begins with one of those at hand.
    fn create(&self, state: &State) -> Command {
        let draft = Box::new(self.draft());
        let purpose = self.purpose();
        if purpose == Purpose::First || filed(state).next().is_none() {
            Command::Run(DraftRequest::Create(draft).into())
        } else {
            Command::Ask(Question::Origin(purpose.kind(), draft))
        }
    }

    fn go(&mut self, by: isize) {
        self.part = self.part.shifted(by).unwrap_or(self.part);
    }

    /// Inside the list of natures, and from part to part.
    fn vertical(&mut self, by: isize) {
        let inside = self.part == Part::Nature
            && self.nature.checked_add_signed(by).is_none_or(|wanted| wanted < catalog::natures().len());
        if inside { self.choose(by) } else { self.go(by) }
    }

    fn choose(&mut self, by: isize) {
        let moved = |at: usize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
        match self.part {
            Part::Nature => self.nature = moved(self.nature, catalog::natures().len()),
            Part::Release => self.live = moved(usize::from(self.live), 2) == 1,
            Part::Kind => self.kind = moved(self.kind, Purpose::ALL.len()),
        }
    }

    /// The next choice, from the last one to the first.
    fn turn(&mut self) {
        match self.part {
            Part::Nature => {}
            Part::Release => self.live = !self.live,
            Part::Kind => self.kind = (self.kind + 1) % Purpose::ALL.len(),
        }
    }

    fn help(&self) -> Text {
        match (self.part, self.purpose()) {
            (Part::Nature, _) => words::HELP_NATURE,
            (Part::Release, _) => words::HELP_RELEASE,
            (Part::Kind, Purpose::More) => words::HELP_MORE,
            (Part::Kind, Purpose::Change) => words::HELP_CHANGE,
            (Part::Kind, Purpose::Deregister) => words::HELP_DEREGISTER,
            (Part::Kind, Purpose::First) => words::HELP_NEW,
        }
    }

    fn natures(&self, canvas: &mut Canvas<'_>, area: Rect, lang: Lang) {
        let natures = ordered();
        let focused = self.part == Part::Nature;
        let heading = if focused { Role::Focus } else { Role::Title };
        canvas.put(area.x + 2, area.y, area.width, words::NATURE.in_lang(lang), heading);
        let count = format!("{} / {}", self.nature + 1, natures.len());
        canvas.put_right(area.right(), area.y, area.width / 2, &count, Role::Muted);
        let height = usize::from(area.height.saturating_sub(1));
        let top = (self.nature + 2).saturating_sub(height).min(natures.len().saturating_sub(height));
        for (index, nature) in natures.iter().enumerate().skip(top).take(height) {
            let y = area.y + 1 + to_cells(index - top);
            let chosen = index == self.nature;
            if chosen && focused {
                canvas.put(area.x, y, area.width, ">", Role::Focus);
            }
            canvas.put(area.x + 2, y, area.width, button(chosen), Role::Text);
            let used = canvas.put(area.x + 6, y, area.width.saturating_sub(6), name(nature, lang), Role::Text);
            if chosen && focused {
                canvas.paint(Rect::new(area.x + 2, y, used + 4, 1), Role::Selected);
            }
            if let Some(text) = explained(nature.id) {
                let x = used + 8;
                canvas.put(area.x + x, y, area.width.saturating_sub(x), text.in_lang(lang), Role::Muted);
            }
        }
        if top + height < natures.len() {
            let y = area.bottom().saturating_sub(1);
            canvas.put_right(area.right(), y, area.width / 4, common::MORE_BELOW.in_lang(lang), Role::Muted);
        }
    }

    fn choices(
        &self,
        canvas: &mut Canvas<'_>,
        row: Rect,
        lang: Lang,
        part: Part,
        (label, width): (Text, usize),
        (options, chosen): (&[Text], usize),
    ) {
        let focused = self.part == part;
        if focused {
            canvas.put(row.x, row.y, row.width, ">", Role::Focus);
        }
        let role = if focused { Role::Focus } else { Role::Title };
        canvas.put(row.x + 2, row.y, row.width, label.in_lang(lang), role);
        let mut x = row.x + 4 + to_cells(width);
        for (index, option) in options.iter().enumerate() {
            let text = format!("{} {}", button(index == chosen), option.in_lang(lang));
            let used = canvas.put(x, row.y, row.right().saturating_sub(x), &text, Role::Text);
            if focused && index == chosen {
                canvas.paint(Rect::new(x, row.y, used, 1), Role::Selected);
            }
            x += used + 2;
        }
    }
}

impl Screen for New {
    fn contexts(&self, _: &State) -> Vec<Context> {
        let answer = if self.part == Part::Kind { Context::Create } else { Context::Answer };
        vec![answer, Context::LongText, Context::Text, Context::Form, Context::Dialog]
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
            Input::Char(' ') => self.turn(),
            Input::Action(Action::Create) => {
                return Some(vec![self.create(state)]);
            }
            Input::Char(_) | Input::Paste(_) => {}
            Input::Action(_) => return None,
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let lang = state.lang;
        let contexts = self.all_contexts(state);
        let confirms = if self.part == Part::Kind { Action::Create } else { Action::Next };
        let key = keymap::key_for(&contexts, confirms).map(|key| key.to_string()).unwrap_or_default();
        let area = chrome::draw(canvas, state, &contexts, &self.help().with(lang, &[("key", &key)]), false).main;
        let list = Rect { height: area.height.saturating_sub(3).min(to_cells(ordered().len() + 1)), ..area };
        self.natures(canvas, list, lang);
        let width = cells(words::RELEASE.in_lang(lang)).max(cells(words::KIND.in_lang(lang)));
        let row = |below: u16| Rect { y: list.bottom() + below, height: 1, ..area };
        let release = [words::NOT_LIVE, words::LIVE];
        let kinds = Purpose::ALL.map(Purpose::name);
        self.choices(canvas, row(1), lang, Part::Release, (words::RELEASE, width), (&release, usize::from(self.live)));
        self.choices(canvas, row(2), lang, Part::Kind, (words::KIND, width), (&kinds, self.kind));
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
