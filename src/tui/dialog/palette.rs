//! All that can be done now, and all fields and steps, to be found by a word in either language or by pinyin.
//!
//! What is listed is read from the keymap. Beside each action stand its keys, so that next time the key will do; and typing a
//! key's name finds the action, for keyboards and terminals that lack the key.

use std::rc::Rc;

use super::{Dialog, takes_line};
use crate::filing::FieldId;
use crate::locale::tui::{common, dialog as words};
use crate::locale::{Lang, Text};
use crate::tui::key::Key;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::route::{Route, Step};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::kept::Kept;
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, key_name, panel};

/// Keys of an action that are shown.
const MOST_KEYS: usize = 3;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// Something to be done, and its keys.
    Action(Action, Vec<Key>),
    /// A step, and its key.
    Step(Step, Option<Key>),
    /// A field that is asked for.
    Field(FieldId),
}

/// Whether fields and steps are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// No draft is shown that had any.
    None,
    /// A question has to be answered first, which is said.
    Closed,
    /// They are.
    Open,
}

/// The search over everything.
#[derive(Debug)]
pub struct Palette {
    entries: Vec<Entry>,
    list: FilterList,
    /// The lines, by language.
    lines: Kept<Lang, Lines>,
}

impl Palette {
    /// What can be done in these contexts, innermost first, as far as `can` says so; with open `places` all fields and steps of the
    /// draft, too: going to one leaves what lies on top.
    #[must_use]
    pub fn new(contexts: &[Context], places: Places, state: &State, can: &dyn Fn(Action) -> bool) -> Self {
        let mut entries = actions(contexts, can);
        if places == Places::Open {
            let steps = Step::of_kind(state.filing_kind()).zip(Action::STEPS);
            entries.extend(steps.map(|(step, action)| Entry::Step(step, keymap::key_for(contexts, action))));
            let fields = state.document.iter().flat_map(|document| document.draft().asked());
            entries.extend(fields.map(Entry::Field));
        }
        let closed = (places == Places::Closed).then_some(words::PLACES_CLOSED);
        Self { entries, list: FilterList::default().hinting(words::PINYIN).finding_nothing(closed), lines: Kept::default() }
    }

    fn items(&self, lang: Lang) -> Rc<Lines> {
        self.lines.get(lang, || self.entries.iter().map(|entry| item(entry, lang)).collect())
    }
}

impl Dialog for Palette {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action) && self.list.chosen(&self.items(state.lang)).is_none()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let items = self.items(state.lang);
        let chosen = self.list.update(input, &items).and_then(|index| self.entries.get(index));
        match chosen {
            None => Vec::new(),
            Some(Entry::Action(action, _)) => vec![Command::Press(*action)],
            Some(Entry::Step(step, _)) => vec![Command::GoFrom(Route::Step(*step))],
            Some(Entry::Field(id)) => vec![Command::GoFrom(Route::Field(*id))],
        }
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let items = self.items(state.lang);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::PALETTE_TITLE.in_lang(state.lang),
                aside: &self.list.count(&items),
                width: 60,
                height: to_cells(items.len() + 2).min(24),
                hints: &[(Action::Enter, words::RUN), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        self.list.draw(canvas, state.lang, area, &items, active);
    }

    fn toggled_by(&self) -> Option<Action> {
        Some(Action::Palette)
    }
}

/// Every action that has a key in these contexts and can be done, once, in the order of the contexts.
fn actions(contexts: &[Context], can: &dyn Fn(Action) -> bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for context in contexts {
        for binding in keymap::bindings_of(*context) {
            let wanted = !binding.action.is_typing() && binding.action != Action::Palette;
            if !wanted || keymap::action(contexts, binding.key) != Some(binding.action) || !can(binding.action) {
                continue;
            }
            let known = entries.iter_mut().find_map(|entry| match entry {
                Entry::Action(action, keys) if *action == binding.action => Some(keys),
                _ => None,
            });
            match known {
                Some(keys) if keys.contains(&binding.key) => {}
                Some(keys) => keys.push(binding.key),
                None => entries.push(Entry::Action(binding.action, vec![binding.key])),
            }
        }
    }
    entries
}

/// Words that people look for an action by, where its name has none of them.
const fn also(action: Action) -> &'static [&'static str] {
    match action {
        Action::Language => &["语言", "yuyan", "切换", "qiehuan", "中文", "zhongwen", "language", "chinese", "switch"],
        Action::Letters => &["打印", "dayin", "签字", "盖章", "print", "sign", "seal"],
        Action::Undo => &["撤回", "chehui", "恢复", "huifu", "revert"],
        Action::Export => &["打包", "dabao", "压缩包", "zip", "package"],
        Action::Quit => &["关闭", "guanbi", "exit", "close"],
        _ => &[],
    }
}

fn item(entry: &Entry, lang: Lang) -> Item {
    let named = |label: Text| Item::new(label.in_lang(lang)).key(label.in_lang(lang.other())).spelled(label.zh);
    match entry {
        Entry::Action(action, keys) => {
            let shown: Vec<String> = keys.iter().take(MOST_KEYS).map(|key| key_name(lang, &key.to_string())).collect();
            let item = named(action.label()).aside(shown.join(" / ")).also(also(*action).iter().copied());
            keys.iter().fold(item, |item, key| item.key(key.to_string()))
        }
        Entry::Step(step, key) => {
            let label = match step {
                Step::Form(section) => section.label(),
                Step::Review => common::STEP_REVIEW,
            };
            let aside = key.map(|key| format!("{}  {key}", words::STEP.in_lang(lang))).unwrap_or_default();
            named(label).aside(aside)
        }
        Entry::Field(id) => {
            let section = id.field().section.label().in_lang(lang);
            let (label, other) = (id.asked_label(), id.label().in_lang(lang));
            named(label).aside(section).key(id.path()).key(other).key(format!("{section}{other}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_has_a_key_and_each_action_stands_once() {
        let contexts = [Context::Text, Context::Form, Context::Document, Context::Global];
        let entries = actions(&contexts, &|_| true);
        let mut seen = Vec::new();
        for entry in &entries {
            let Entry::Action(action, keys) = entry else { panic!("{entry:?}") };
            assert!(!seen.contains(action) && !keys.is_empty() && !action.is_typing(), "{action:?}");
            assert!(keys.iter().all(|key| keymap::action(&contexts, *key) == Some(*action)));
            seen.push(*action);
        }
        for wanted in [Action::Export, Action::Undo, Action::Help, Action::Language, Action::Quit, Action::SelectAll] {
            assert!(seen.contains(&wanted), "{wanted:?}");
        }
        assert!(
            !actions(&contexts, &|action| action != Action::Undo)
                .iter()
                .any(|entry| matches!(entry, Entry::Action(Action::Undo, _)))
        );
    }

    #[test]
    fn an_action_is_found_by_words_that_its_name_has_not_behind_what_has_them() {
        let entries =
            [Action::Quit, Action::Letters, Action::Language, Action::Undo].map(|action| Entry::Action(action, Vec::new()));
        for lang in [Lang::Zh, Lang::En] {
            let items: Lines = entries.iter().map(|entry| item(entry, lang)).collect();
            for (typed, expected) in
                [("语言", 2), ("language", 2), ("yuyan", 2), ("打印", 1), ("print", 1), ("恢复", 3), ("exit", 0)]
            {
                let mut list = FilterList::default();
                list.set_text(typed, &items);
                assert_eq!(list.chosen(&items), Some(expected), "{typed}");
            }
            // A name that has the word comes first.
            let named: Lines = [item(&entries[2], lang), Item::new("language")].into_iter().collect();
            let mut list = FilterList::default();
            list.set_text("language", &named);
            assert_eq!(list.chosen(&named), Some(1));
        }
    }

    #[test]
    fn an_action_is_found_by_either_language_and_by_its_key() {
        let entry = Entry::Action(Action::Export, vec![Key::parse("F10").unwrap(), Key::parse("Alt+E").unwrap()]);
        for lang in [Lang::Zh, Lang::En] {
            let items: Lines = [Item::new("x"), item(&entry, lang)].into_iter().collect();
            for typed in ["导出", "export", "f10", "alt+e", "daochu", "dcbab"] {
                let mut list = FilterList::default();
                list.set_text(typed, &items);
                assert_eq!(list.chosen(&items), Some(1), "{typed}");
            }
        }
    }
}
