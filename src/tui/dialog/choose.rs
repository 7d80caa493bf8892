//! One entry of a list.

use super::{Dialog, holds, takes_line};
use crate::catalog::{self, NONE_INVOLVED};
use crate::filing::deregistration::Scope;
use crate::filing::field::{List, WordList};
use crate::filing::{Approval, FieldId, Kind, Value};
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, clipped, panel, rows_below};
use crate::tui::widget::theme::Role;

/// Where the choice goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Field(FieldId),
    /// The kind of a row of the prior approvals.
    Approval(usize),
}

/// An entry, as it stands in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Word(&'static str),
    Code(u32),
}

/// A list of which one entry is chosen.
#[derive(Debug)]
pub struct Choose {
    place: Place,
    list: FilterList,
}

impl Choose {
    /// The list of a choice field, its present value chosen.
    #[must_use]
    pub fn new(id: FieldId, state: &State) -> Self {
        Self::at(Place::Field(id), state)
    }

    /// The kinds of prior approvals, for a row.
    #[must_use]
    pub fn approval(row: usize, state: &State) -> Self {
        Self::at(Place::Approval(row), state)
    }

    fn at(place: Place, state: &State) -> Self {
        // Where an entry cannot be undone, a hasty key must not take the one that ends most: it stands last, and nothing goes round.
        let is_scope = place == Place::Field(FieldId::DeregistrationScope);
        let list = if is_scope { FilterList::default().with_ends() } else { FilterList::default() };
        let mut dialog = Self { place, list };
        let present = dialog.present(state);
        let index = dialog.entries(state).iter().position(|entry| Some(*entry) == present);
        dialog.list.choose(index.unwrap_or_default());
        dialog
    }

    /// Puts an entry into the draft, and goes on.
    fn take(&self, entry: Entry, state: &State) -> Vec<Command> {
        match self.filled(entry, state) {
            Some((id, value)) => vec![Command::Edit(id, Some(value)), Command::Chosen(id)],
            None => vec![Command::Close],
        }
    }

    /// Puts an entry into the draft, and stays.
    fn mark(&self, entry: Entry, state: &State) -> Vec<Command> {
        let filled = self.filled(entry, state);
        filled.map(|(id, value)| vec![Command::Edit(id, Some(value)), Command::Leave(id)]).unwrap_or_default()
    }

    /// The field that holds the entry, and its value then.
    fn filled(&self, entry: Entry, state: &State) -> Option<(FieldId, Value)> {
        Some(match (self.place, entry) {
            (Place::Field(id), Entry::Word(word)) => (id, Value::from(word)),
            (Place::Field(id), Entry::Code(code)) => (id, Value::Code(code)),
            (Place::Approval(row), Entry::Code(code)) => {
                let mut rows = state.document.as_ref().map(|document| document.draft().approvals().to_vec()).unwrap_or_default();
                match rows.get_mut(row) {
                    Some(row) if row.kind != Some(NONE_INVOLVED) => row.kind = Some(code),
                    // That none is needed is no longer so.
                    Some(_) => rows = vec![Approval { kind: Some(code), ..Approval::default() }],
                    None => rows.push(Approval { kind: Some(code), ..Approval::default() }),
                }
                (FieldId::PriorApprovals, Value::Approvals(rows))
            }
            (Place::Approval(_), Entry::Word(_)) => return None,
        })
    }

    /// What stands in the draft now.
    fn present(&self, state: &State) -> Option<Entry> {
        let draft = state.document.as_ref()?.draft();
        match self.place {
            Place::Field(id) => match draft.get(id)? {
                Value::Code(code) => Some(Entry::Code(*code)),
                other => match id.field().kind {
                    Kind::Word(list) => {
                        list.words().iter().find(|word| other.as_text() == Some(**word)).map(|word| Entry::Word(word))
                    }
                    _ => None,
                },
            },
            Place::Approval(row) => draft.approvals().get(row)?.kind.map(Entry::Code),
        }
    }

    fn entries(&self, state: &State) -> Vec<Entry> {
        let Some(document) = &state.document else { return Vec::new() };
        match self.place {
            Place::Field(id) => match id.field().kind {
                Kind::Word(WordList::Scopes) => Scope::OFFERED.map(|scope| Entry::Word(scope.word())).into(),
                Kind::Word(list) => list.words().iter().map(|word| Entry::Word(word)).collect(),
                Kind::Choice(list) => document.draft().options(list).into_iter().map(Entry::Code).collect(),
                _ => Vec::new(),
            },
            Place::Approval(_) => {
                let rows = catalog::prior_approvals().iter().filter(|row| !row.none);
                rows.map(|row| Entry::Code(row.id)).collect()
            }
        }
    }

    fn name(&self, entry: Entry) -> Option<Text> {
        match (self.place, entry) {
            (Place::Field(id), Entry::Word(word)) => match id.field().kind {
                Kind::Word(list) => list.name(word),
                _ => None,
            },
            (Place::Approval(_), Entry::Word(_)) => None,
            (Place::Approval(_), Entry::Code(code)) => catalog::prior_approval(code).map(|row| row.name),
            (Place::Field(id), Entry::Code(code)) => match id.field().kind {
                Kind::Choice(list) => list.name(code),
                _ => None,
            },
        }
    }

    fn items(&self, state: &State) -> Lines {
        let present = self.present(state);
        let item = |entry: &Entry| {
            let Some(name) = self.name(*entry) else { return Item::new("") };
            let item = Item::new(name.in_lang(state.lang)).key(name.in_lang(state.lang.other())).spelled(name.zh);
            let further = match (self.place, entry) {
                (Place::Field(id), Entry::Code(code)) => match id.field().kind {
                    Kind::Choice(list) => list.also(*code),
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            };
            item.also(further.into_iter()).marked(Some(*entry) == present)
        };
        self.entries(state).iter().map(item).collect()
    }

    /// What the list has to say about the chosen entry: the platform's own remark, in Chinese.
    fn remark(&self, entry: Entry) -> &'static str {
        match (self.place, entry) {
            (Place::Field(id), Entry::Code(code)) => match id.field().kind {
                Kind::Choice(List::Natures) => catalog::nature(code).map_or("", |nature| nature.remark),
                Kind::Choice(_) => catalog::certificate_kind(code).map_or("", |kind| kind.remark),
                _ => "",
            },
            _ => "",
        }
    }

    /// A present value that the list does not have, so that nobody thinks it is gone.
    fn stranger(&self, state: &State) -> Option<String> {
        let present = self.present(state)?;
        if self.entries(state).contains(&present) {
            return None;
        }
        let name = self.name(present).map(|name| name.in_lang(state.lang).to_owned());
        let name = name.unwrap_or_else(|| match present {
            Entry::Word(word) => word.to_owned(),
            Entry::Code(code) => code.to_string(),
        });
        Some(words::NOT_OFFICIAL.with(state.lang, &[("value", &name)]))
    }
}

impl Dialog for Choose {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::Ticks, Context::List, Context::Text]).collect()
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        if !takes_line(action) {
            return false;
        }
        let chosen = self.list.chosen(&self.items(state)).and_then(|index| self.entries(state).get(index).copied());
        let filled = chosen.map(|entry| self.filled(entry, state));
        filled.is_none_or(|filled| action == Action::Toggle && filled.is_some_and(|(id, value)| holds(state, id, &value)))
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let entries = self.entries(state);
        let items = self.items(state);
        let input = &self.list.blank_or_mark(input, &items);
        if let Input::Action(Action::Toggle) = input {
            let chosen = self.list.chosen(&items).and_then(|index| entries.get(index));
            return chosen.map(|entry| self.mark(*entry, state)).unwrap_or_default();
        }
        let confirmed = self.list.update(input, &items);
        // Whoever pastes what names one entry has chosen it.
        let pasted = matches!(input, Input::Paste(_)).then(|| self.list.only(&items)).flatten();
        match confirmed.or(pasted).and_then(|index| entries.get(index)) {
            Some(entry) => self.take(*entry, state),
            None => Vec::new(),
        }
    }

    fn selected(&self) -> Option<&str> {
        self.list.selected()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let items = self.items(state);
        let title = match self.place {
            Place::Field(id) => id.label().in_lang(state.lang),
            Place::Approval(_) => crate::rules::Column::Kind.label().in_lang(state.lang),
        };
        let widest = items.iter().map(|item| cells(&item.words)).max().unwrap_or_default().clamp(36, 90);
        let chosen = self.list.chosen(&items).and_then(|index| self.entries(state).get(index).copied());
        let remark = chosen.map_or("", |entry| catalog::remark_in(self.remark(entry), state.lang));
        let notes: Vec<String> = self.stranger(state).into_iter().chain(Some(remark.to_owned())).collect();
        let notes: Vec<&str> = notes.iter().map(String::as_str).filter(|note| !note.is_empty()).collect();
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title,
                aside: &self.list.count(&items),
                width: to_cells(widest + 8),
                height: to_cells(items.len() + 3 + 2 * notes.len()),
                hints: &[(Action::Enter, words::PICK), (Action::Toggle, words::MARK), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        let width = usize::from(area.width);
        let lines: Vec<String> = notes.iter().flat_map(|note| wrap(note, width)).collect();
        // The list has its filter and a blank above it.
        let rows = rows_below(area.height, items.len() + 2, lines.len()).max(2);
        let lines = clipped(lines, (width, usize::from(rows)));
        let mut list = area;
        list.height = list.height.saturating_sub(to_cells(lines.len()));
        for (row, line) in lines.iter().enumerate() {
            canvas.put(area.x, list.bottom() + to_cells(row), area.width, line, Role::Muted);
        }
        self.list.draw(canvas, state.lang, list, &items, active);
    }
}
