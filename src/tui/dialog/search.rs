//! A field by its name.

use std::rc::Rc;

use super::{Dialog, takes_line};
use crate::filing::FieldId;
use crate::locale::Lang;
use crate::locale::tui::dialog as words;
use crate::tui::keymap::{Action, Context};
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::kept::Kept;
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, panel};

/// The fields that are asked for, to be found by label, path or a word of their help.
#[derive(Debug, Default)]
pub struct Search {
    list: FilterList,
    /// The lines, by language and fields.
    lines: Kept<(Lang, Vec<FieldId>), Lines>,
}

impl Search {
    /// The list, with nothing typed yet.
    #[must_use]
    pub fn new() -> Self {
        Self { list: FilterList::default().hinting(words::PINYIN), lines: Kept::default() }
    }

    fn items(&self, fields: &[FieldId], lang: Lang) -> Rc<Lines> {
        self.lines.get((lang, fields.to_vec()), || items(fields, lang))
    }
}

impl Dialog for Search {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action) && self.list.chosen(&self.items(&fields(state), state.lang)).is_none()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let fields = fields(state);
        let confirmed = self.list.update(input, &self.items(&fields, state.lang));
        confirmed.and_then(|index| fields.get(index)).map(|id| vec![Command::Go(Route::Field(*id))]).unwrap_or_default()
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let items = self.items(&fields(state), state.lang);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::SEARCH_TITLE.in_lang(state.lang),
                aside: &self.list.count(&items),
                width: 56,
                height: to_cells(items.len() + 2).min(24),
                hints: &[(Action::Enter, words::GO_THERE), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        self.list.draw(canvas, state.lang, area, &items, active);
    }
}

fn fields(state: &State) -> Vec<FieldId> {
    state.document.as_ref().map(|document| document.draft().asked().collect()).unwrap_or_default()
}

fn items(fields: &[FieldId], lang: Lang) -> Lines {
    let item = |id: &FieldId| {
        let (label, help) = (id.asked_label(), id.help());
        let section = id.field().section.label().in_lang(lang);
        Item::new(label.in_lang(lang))
            .aside(section)
            .key(label.in_lang(lang.other()))
            .key(id.label().in_lang(lang))
            .spelled(label.zh)
            .spelled(id.label().zh)
            .key(id.path())
            .key(format!("{section}{}", label.in_lang(lang)))
            .key(help.zh)
            .key(help.en)
    };
    fields.iter().map(item).collect()
}
