//! Service contents: several entries of a list of two levels.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::{Dialog, takes_line};
use crate::catalog::{self, service_content_limits};
use crate::filing::{FieldId, Value};
use crate::locale::tui::dialog as words;
use crate::locale::{Lang, Text, value};
use crate::text::wrap::wrap;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::kept::Kept;
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, clipped, panel, rows_below};
use crate::tui::widget::theme::Role;

/// A list whose entries are ticked; every tick goes to the draft at once.
#[derive(Debug)]
pub struct Contents {
    id: FieldId,
    list: FilterList,
    /// One more was wanted than may be.
    refused: bool,
    /// A tick was taken away here: where none is left, that is meant.
    has_unticked: bool,
    /// The lines, by language and what is ticked.
    lines: Kept<(Lang, Vec<u32>), Lines>,
}

impl Contents {
    /// The list for a field, its present entries ticked.
    #[must_use]
    pub fn new(id: FieldId, state: &State) -> Self {
        let first = ticked(id, state).first().and_then(|code| rows().iter().position(|row| *row == Row::Entry(*code)));
        Self {
            id,
            list: FilterList::new(first.unwrap_or(1)).aside_of_found(),
            refused: false,
            has_unticked: false,
            lines: Kept::default(),
        }
    }

    /// Whether the chosen entry is ticked already.
    fn is_ticked(&self, state: &State) -> bool {
        let chosen = self.list.chosen(&self.items(state)).and_then(|index| rows().get(index).copied());
        matches!(chosen, Some(Row::Entry(code)) if ticked(self.id, state).contains(&code))
    }

    fn toggle(&mut self, state: &State) -> Vec<Command> {
        let chosen = self.list.chosen(&self.items(state));
        let Some(Row::Entry(code)) = chosen.and_then(|index| rows().get(index).copied()) else { return Vec::new() };
        let mut ticked = ticked(self.id, state);
        if let Some(place) = ticked.iter().position(|ticked| *ticked == code) {
            ticked.remove(place);
            self.has_unticked = true;
        } else if ticked.len() >= service_content_limits().1 {
            self.refused = true;
            return Vec::new();
        } else {
            ticked.push(code);
        }
        vec![Command::Edit(self.id, Some(Value::Codes(ticked))), Command::Leave(self.id)]
    }

    /// Whether Enter goes on with what is ticked as it is: not where something was looked for, nor before anything was ticked.
    fn is_settled(&self, state: &State) -> bool {
        self.list.text().trim().is_empty() && (self.has_unticked || !ticked(self.id, state).is_empty())
    }

    /// Goes on with what is ticked. What was looked for is ticked before, and where nothing was ticked yet, the entry one stands on.
    fn accept(&mut self, state: &State) -> Vec<Command> {
        let takes = !self.is_ticked(state) && !self.is_settled(state);
        let mut commands = if takes { self.toggle(state) } else { Vec::new() };
        let is_found = self.list.chosen(&self.items(state)).is_some();
        if is_found && !(takes && commands.is_empty()) {
            commands.push(Command::Chosen(self.id));
        }
        commands
    }

    fn items(&self, state: &State) -> Rc<Lines> {
        let (lang, chosen) = (state.lang, ticked(self.id, state));
        self.lines.get((lang, chosen.clone()), || lines(lang, &chosen))
    }

    /// The line that tells what is ticked, in order.
    fn summary(&self, state: &State) -> String {
        let (lang, ticked) = (state.lang, ticked(self.id, state));
        let most = service_content_limits().1;
        if ticked.is_empty() {
            return words::TICKED_NONE.with(lang, &[("most", &most)]);
        }
        let name = |code: &u32| catalog::service_content(*code).map_or(code.to_string(), |row| row.name.in_lang(lang).to_owned());
        let names = value::joined(lang, ticked.iter().map(name));
        words::TICKED.with(lang, &[("count", &ticked.len()), ("most", &most), ("names", &names)])
    }

    /// What is said at the bottom: that no more may be ticked, else what the platform counts under the chosen entry.
    fn foot(&self, state: &State, width: usize) -> (Role, Vec<String>) {
        if self.refused {
            let text = words::TICKED_ALL.with(state.lang, &[("most", &service_content_limits().1)]);
            return (Role::Warning, wrap(&text, width));
        }
        let chosen = self.list.chosen(&self.items(state)).and_then(|index| rows().get(index).copied());
        let remark = chosen.and_then(|row| catalog::service_content(row.code())).map_or("", |content| content.remark);
        let remark = catalog::remark_in(remark, state.lang);
        (Role::Muted, if remark.is_empty() { Vec::new() } else { wrap(remark, width) })
    }
}

impl Dialog for Contents {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::Ticks, Context::Accept, Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action) && self.list.chosen(&self.items(state)).is_none()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        self.refused = false;
        match &self.list.blank_or_mark(input, &self.items(state)) {
            // What was looked for is found: the next word looks for another one.
            Input::Action(Action::Toggle) => {
                let commands = self.toggle(state);
                if !commands.is_empty() {
                    self.list.step_back();
                }
                return commands;
            }
            Input::Action(Action::Accept) => return self.accept(state),
            other => {
                let items = self.items(state);
                self.list.update(other, &items);
                // Whoever pastes the name of an entry has chosen it; a word that finds a single one has not.
                let pasted = matches!(other, Input::Paste(_)) && self.list.is_named(&items);
                if pasted && !self.is_ticked(state) {
                    let commands = self.toggle(state);
                    self.list.set_text("", &items);
                    return commands;
                }
            }
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let items = self.items(state);
        let mut hints = vec![(Action::Accept, if self.is_settled(state) { words::DONE } else { words::PICK })];
        // Where a blank goes on with what is typed it ticks nothing.
        hints.extend((!self.list.takes_blank(&items)).then_some((Action::Toggle, words::TICK)));
        hints.push((Action::Back, words::CANCEL));
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: self.id.label().in_lang(lang),
                aside: &self.list.count(&items),
                width: 64,
                height: 30,
                hints: &hints,
                contexts: &self.contexts(),
            },
        );
        let mut y = area.y;
        let roomy = area.height >= 14;
        let width = usize::from(area.width);
        for line in clipped(wrap(&self.summary(state), width), (width, if roomy { 3 } else { 2 })) {
            canvas.put(area.x, y, area.width, &line, Role::Accent);
            y += 1;
        }
        y += u16::from(roomy);
        let (role, foot) = self.foot(state, width);
        let rest = area.bottom().saturating_sub(y);
        let below = rows_below(rest, items.len() + 2, foot.len());
        let list = Rect::new(area.x, y, area.width, rest - below);
        self.list.draw(canvas, state.lang, list, &items, active);
        for (row, line) in clipped(foot, (width, usize::from(below))).iter().enumerate() {
            canvas.put(area.x, list.bottom() + to_cells(row), area.width, line, role);
        }
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn selected(&self) -> Option<&str> {
        self.list.selected()
    }

    fn edits_draft(&self) -> bool {
        true
    }
}

/// What the draft says, in the order of ticking.
fn ticked(id: FieldId, state: &State) -> Vec<u32> {
    state.document.as_ref().map(|document| document.draft().codes(id).to_vec()).unwrap_or_default()
}

/// All contents under their groups, which stand beside them, too.
fn lines(lang: Lang, chosen: &[u32]) -> Lines {
    let item = |row: &Row| {
        let Some(content) = catalog::service_content(row.code()) else { return Item::new("") };
        let name = content.name;
        if let Row::Group(_) = row {
            return Item::head(name.in_lang(lang));
        }
        let group = catalog::service_content(content.parent).map(|group| group.name);
        let group = group.unwrap_or(Text::new("", ""));
        let ticked = chosen.contains(&content.id);
        let item = Item::new(name.in_lang(lang))
            .key(name.in_lang(lang.other()))
            .key(group.zh)
            .key(group.en)
            .key(content.remark)
            .key(catalog::remark_in(content.remark, Lang::En))
            .also(catalog::service_words(content.id))
            .spelled(name.zh)
            .spelled(group.zh);
        Item { mark: if ticked { "[x]" } else { "[ ]" }, ..item }.aside(group.in_lang(lang))
    };
    rows().iter().map(item).collect()
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Group(u32),
    Entry(u32),
}

impl Row {
    const fn code(self) -> u32 {
        match self {
            Self::Group(code) | Self::Entry(code) => code,
        }
    }
}

/// Groups, each followed by its entries.
fn rows() -> Vec<Row> {
    let of = |group: u32| catalog::service_contents_of(group).map(|content| Row::Entry(content.id));
    catalog::service_groups().iter().flat_map(|group| std::iter::once(Row::Group(group.id)).chain(of(group.id))).collect()
}
