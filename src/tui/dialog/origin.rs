//! From what a filing begins that refers to a record: one of the filed drafts at hand, or what is typed.

use super::Dialog;
use crate::filing::record::Source;
use crate::filing::{Draft, FilingKind, Stage};
use crate::locale::tui::new as words;
use crate::package::record::{Record, begin};
use crate::text::clean::visible;
use crate::text::width::cells;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::list::{FilterList, Item};
use crate::tui::widget::panel::{Panel, panel};

/// The list of what there is to begin with.
#[derive(Debug)]
pub struct Origin {
    kind: FilingKind,
    /// The draft that begins with what is typed.
    typed: Draft,
    list: FilterList,
}

impl Origin {
    /// The list for a filing of this kind; `typed` is the draft where nothing at hand is chosen.
    #[must_use]
    pub fn new(kind: FilingKind, typed: Draft) -> Self {
        Self { kind, typed, list: FilterList::default() }
    }

    fn items(state: &State) -> Vec<Item> {
        let named = |draft: &Draft| Item::new(visible(&format!("{}  {}", draft.title(), draft.number())).into_owned());
        let typed = Item::new(words::TYPED.in_lang(state.lang)).key(words::TYPED.in_lang(state.lang.other()));
        filed(state).map(named).chain([typed]).collect()
    }
}

/// The drafts at hand that are filed, and can be referred to.
pub fn filed(state: &State) -> impl Iterator<Item = &Draft> {
    let summaries = state.drafts.iter().flatten().filter_map(|listed| listed.summary.as_ref().ok());
    summaries
        .filter(|summary| summary.stage == Stage::Filed && summary.draft.filing_kind() != FilingKind::Deregistration)
        .map(|summary| &summary.draft)
}

impl Dialog for Origin {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List, Context::Text]
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let Some(index) = self.list.update(input, &Self::items(state)) else { return Vec::new() };
        let draft = match filed(state).nth(index) {
            // The new draft lies beside the old one: a path leads to the same scan.
            Some(filed) => {
                begin(&Record { filed: filed.clone(), source: Source::Draft }, self.kind, &|path| Some(path.to_owned()))
            }
            None => self.typed.clone(),
        };
        vec![Command::Close, Command::Run(DraftRequest::Create(Box::new(draft)).into())]
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let items = Self::items(state);
        let widest = items.iter().map(|item| cells(&item.words)).max().unwrap_or_default().clamp(36, 90);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::ORIGIN.in_lang(state.lang),
                aside: &self.list.count(&items),
                width: to_cells(widest + 6),
                height: to_cells(items.len() + 3),
                hints: &[(Action::Enter, words::BEGIN), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        self.list.draw(canvas, state.lang, area, &items, active);
    }
}
