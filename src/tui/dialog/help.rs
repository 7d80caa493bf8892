//! The help: what belongs into the focused field, and all keys.

use super::Dialog;
use crate::filing::FieldId;
use crate::locale::tui::{copy, dialog as words};
use crate::locale::{Text, paper, reading, value};
use crate::rules;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::form::under;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::{Hit, NOTCH};
use crate::tui::widget::panel::{Panel, key_name, more_marks, panel};
use crate::tui::widget::theme::Role;

/// The widest a row of the help gets, in cells.
const WIDEST: u16 = 76;
/// Rows a page key moves by.
const PAGE: usize = 8;

/// What the help shows; it scrolls.
#[derive(Debug)]
pub struct Help {
    below: Vec<Context>,
    focus: Option<FieldId>,
    /// Actions that would do nothing here.
    idle: Vec<Action>,
    /// What is asked.
    asked: Option<Text>,
    first: usize,
}

/// A row: text from the left, or a key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    Text(String, Role),
    Key(String, String),
}

impl Help {
    /// Help for these contexts, innermost first, and this field, without what would do nothing here.
    #[must_use]
    pub fn new(contexts: &[Context], focus: Option<FieldId>, idle: Vec<Action>) -> Self {
        Self { below: contexts.to_vec(), focus, idle, asked: None, first: 0 }
    }

    /// The same, with what is asked before the keys.
    #[must_use]
    pub fn about(self, asked: Option<Text>) -> Self {
        Self { asked, ..self }
    }

    fn rows(&self, state: &State, width: usize) -> Vec<Row> {
        let mut parts = Vec::new();
        if let Some(id) = self.focus {
            let mut rows = Vec::new();
            about(id, state, width, &mut rows);
            parts.push(rows);
        }
        if self.is_copying() {
            parts.push(about_copying(state, width));
        }
        let keys = self.key_rows(state, width);
        // In a dialog one asks for its keys; the field under it is the rest.
        let at =
            if self.below.iter().any(|context| matches!(context, Context::Dialog | Context::Preview)) { 0 } else { parts.len() };
        parts.insert(at, keys);
        if let Some(asked) = self.asked {
            let rows = wrap(asked.in_lang(state.lang), width).into_iter().map(|line| Row::Text(line, Role::Text));
            parts.insert(0, rows.collect());
        }
        parts.join(&Row::Text(String::new(), Role::Text))
    }

    /// Whether values are copied into the console.
    fn is_copying(&self) -> bool {
        self.below.contains(&Context::Copy)
    }

    /// The keys, under a head where something else stands there too.
    fn key_rows(&self, state: &State, width: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        if self.focus.is_some() || self.is_copying() {
            rows.push(Row::Text(words::HELP_KEYS.in_lang(state.lang).to_owned(), Role::Title));
        }
        let keys = keys(&self.below, &self.idle, state);
        let widest = keys.iter().map(|(key, _)| cells(key)).max().unwrap_or_default().min(width / 2);
        for (key, text) in keys {
            for (row, line) in wrap(&text, width.saturating_sub(widest + 2)).into_iter().enumerate() {
                rows.push(Row::Key(if row == 0 { key.clone() } else { String::new() }, line));
            }
        }
        let key = keymap::key_for(&[Context::Global], Action::Mouse).map(|key| key.to_string()).unwrap_or_default();
        let mouse = words::HELP_MOUSE.with(state.lang, &[("key", &key)]);
        if self.below.contains(&Context::Form) {
            rows.push(Row::Text(String::new(), Role::Text));
            rows.extend(
                wrap(words::HELP_GOING_ON.in_lang(state.lang), width).into_iter().map(|line| Row::Text(line, Role::Text)),
            );
        }
        rows.push(Row::Text(String::new(), Role::Text));
        rows.extend(wrap(&mouse, width).into_iter().map(|line| Row::Text(line, Role::Text)));
        rows
    }
}

impl Dialog for Help {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::List]
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let (width, height) = inside(state.size);
        let last = self.rows(state, usize::from(width)).len().saturating_sub(usize::from(height));
        self.first = match input {
            Input::Action(Action::Enter) => return vec![Command::Close],
            Input::Action(Action::Up) => self.first.min(last).saturating_sub(1),
            Input::Action(Action::Down) => self.first + 1,
            Input::Action(Action::PageUp) => self.first.min(last).saturating_sub(PAGE),
            Input::Action(Action::PageDown) => self.first + PAGE,
            Input::Action(Action::Start) => 0,
            Input::Action(Action::End) => last,
            _ => self.first,
        }
        .min(last);
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let screen = canvas.area();
        let (width, _) = inside((screen.width, screen.height));
        let rows = self.rows(state, usize::from(width));
        let contexts = self.contexts();
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: words::HELP_TITLE.in_lang(state.lang),
                aside: "",
                width,
                height: to_cells(rows.len()),
                hints: &[
                    (Action::Down, Action::Down.label()),
                    (Action::PageDown, Action::PageDown.label()),
                    (Action::Back, words::CLOSE),
                ],
                contexts: &contexts,
            },
        );
        let room = usize::from(area.height);
        let first = self.first.min(rows.len().saturating_sub(room));
        let widest = rows.iter().map(|row| if let Row::Key(key, _) = row { cells(key) } else { 0 }).max().unwrap_or_default();
        let column = to_cells(widest).min(area.width / 2);
        let below = rows.len().saturating_sub(room + first);
        canvas.hit(area, Hit::Wheel([(Action::Up, first.min(NOTCH)), (Action::Down, below.min(NOTCH))]));
        for (index, row) in rows.iter().skip(first).take(room).enumerate() {
            let y = area.y + to_cells(index);
            match row {
                Row::Text(text, role) => {
                    canvas.put(area.x, y, area.width, text, *role);
                }
                Row::Key(key, text) => {
                    canvas.put(area.x, y, column, key, Role::Accent);
                    canvas.put(area.x + column + 2, y, area.width.saturating_sub(column + 2), text, Role::Text);
                }
            }
        }
        more_marks(canvas, area, first, rows.len());
    }

    fn toggled_by(&self) -> Option<Action> {
        Some(Action::Help)
    }
}

/// The most the help can take on a screen: columns, rows.
fn inside((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.saturating_sub(8).min(WIDEST), rows.saturating_sub(3))
}

/// How values are read and copied, and what to do where that does not work.
fn about_copying(state: &State, width: usize) -> Vec<Row> {
    let key = |action| keymap::key_for(&[Context::Copy], action).map(|key| key.to_string()).unwrap_or_default();
    let (down, up, next, previous) = (key(Action::Down), key(Action::Up), key(Action::Next), key(Action::Previous));
    let keys: [(&str, &dyn std::fmt::Display); 5] =
        [("down", &down), ("up", &up), ("next", &next), ("previous", &previous), ("page", &key(Action::PageDown))];
    let texts = [copy::HELP_READ.with(state.lang, &keys), copy::HELP_PASTE.in_lang(state.lang).to_owned()];
    texts.iter().flat_map(|text| wrap(text, width)).map(|line| Row::Text(line, Role::Text)).collect()
}

/// Label, help, example, what is said under the field now, and the rules that watch it.
fn about(id: FieldId, state: &State, width: usize, rows: &mut Vec<Row>) {
    let lang = state.lang;
    rows.push(Row::Text(id.field().full_asked_label(lang), Role::Title));
    let help = match state.document.as_ref() {
        Some(document) => paper::help(lang, document.draft(), id),
        None => id.help().in_lang(lang).into(),
    };
    rows.extend(wrap(&help, width).into_iter().map(|line| Row::Text(line, Role::Text)));
    if let Some(example) = value::example(lang, id) {
        let text = words::HELP_EXAMPLE.with(lang, &[("example", &example)]);
        rows.extend(wrap(&text, width).into_iter().map(|line| Row::Text(line, Role::Muted)));
    }
    if FieldId::CERTIFICATES.contains(&id) {
        let text = if state.can_read { reading::IS_READ } else { reading::IS_NOT_READ }.in_lang(lang);
        rows.extend(wrap(text, width).into_iter().map(|line| Row::Text(line, Role::Muted)));
    }
    let under = state.document.as_ref().map(|document| under(state, document, id, width)).unwrap_or_default();
    if !under.is_empty() {
        rows.push(Row::Text(String::new(), Role::Text));
        rows.push(Row::Text(words::HELP_NOW.in_lang(lang).to_owned(), Role::Title));
        rows.extend(under.into_iter().map(|(role, line)| Row::Text(line, role)));
    }
    let watching = rules::register().iter().filter(|rule| rule.fields.contains(&id));
    let titles: Vec<&str> = watching.map(|rule| rule.title.in_lang(lang)).collect();
    if titles.is_empty() {
        return;
    }
    rows.push(Row::Text(String::new(), Role::Text));
    rows.push(Row::Text(words::HELP_RULES.in_lang(lang).to_owned(), Role::Title));
    for title in titles {
        for (row, line) in wrap(title, width.saturating_sub(2)).into_iter().enumerate() {
            rows.push(Row::Text(format!("{} {line}", if row == 0 { "-" } else { " " }), Role::Text));
        }
    }
}

/// Every key that does something in these contexts, and what it does; keys that do the same share a row. What the hint bar has comes
/// first, in its order, and what only moves about or edits a text last.
fn keys(contexts: &[Context], idle: &[Action], state: &State) -> Vec<(String, String)> {
    let mut lines: Vec<((u8, u8), &str, Vec<String>)> = Vec::new();
    for context in contexts {
        for binding in keymap::bindings_of(*context) {
            let is_idle = *context == Context::Document && idle.contains(&binding.action);
            if is_idle || keymap::action(contexts, binding.key) != Some(binding.action) {
                continue;
            }
            let (key, label) = (key_name(state.lang, &binding.key.to_string()), binding.action.label().in_lang(state.lang));
            let order = match binding.rank {
                0 => (1 + u8::from(binding.action.is_typing()), 0),
                rank => (0, rank),
            };
            match lines.iter_mut().find(|(_, other, _)| *other == label) {
                Some((_, _, keys)) if keys.contains(&key) => {}
                Some((first, _, keys)) => {
                    *first = order.min(*first);
                    keys.push(key);
                }
                None => lines.push((order, label, vec![key])),
            }
        }
    }
    lines.sort_by_key(|(order, ..)| *order);
    let steps = Action::Step1.label().in_lang(state.lang);
    let joined = |label: &str, keys: Vec<String>| match keys.as_slice() {
        [first, .., last] if label == steps => format!("{first} .. {last}"),
        _ => keys.join(" / "),
    };
    lines.into_iter().map(|(_, label, keys)| (joined(label, keys), label.to_owned())).collect()
}
