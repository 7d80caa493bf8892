//! The frame that all dialogs share, and what goes into it: rows that are scrolled, cut and marked.

use ratatui::layout::Rect;

use super::canvas::{Canvas, to_cells};
use super::hit::Hit;
use super::theme::Role;
use crate::locale::{Lang, Text};
use crate::text::width::{cells, take_cells, truncate};
use crate::tui::key::Key;
use crate::tui::keymap::{self, Action, Context};

/// What the frame of a dialog says and how large its inside should be, in cells.
#[derive(Debug, Clone, Copy)]
pub struct Panel<'a> {
    /// The title, at the left of the upper edge.
    pub title: &'a str,
    /// A count or the like, at the right of the upper edge; may be empty.
    pub aside: &'a str,
    /// Width wanted for the inside.
    pub width: u16,
    /// Height wanted for the inside.
    pub height: u16,
    /// What the lower edge offers: actions, and what they do here. Keys come from the keymap.
    pub hints: &'a [(Action, Text)],
    /// Where the dialog looks its keys up.
    pub contexts: &'a [Context],
}

/// The frame of a dialog whose inside wants so many cells.
fn outside(screen: Rect, width: u16, height: u16) -> Rect {
    let width = width.saturating_add(6).min(screen.width.saturating_sub(2)).max(8.min(screen.width));
    let height = height.saturating_add(2).min(screen.height.saturating_sub(1)).max(4.min(screen.height));
    Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height)
}

fn within(frame: Rect) -> Rect {
    Rect::new(frame.x + 3, frame.y + 1, frame.width.saturating_sub(6), frame.height.saturating_sub(2))
}

/// The area that [`frame`] leaves a dialog on this screen.
#[must_use]
pub fn inside(screen: Rect, width: u16, height: u16) -> Rect {
    within(outside(screen, width, height))
}

/// Draws the frame of a dialog over the middle of the screen and returns the area inside it.
///
/// `width` and `height` are those wanted for the inside, in cells; the dialog takes less where the screen is smaller.
pub fn frame(canvas: &mut Canvas<'_>, title: &str, width: u16, height: u16) -> Rect {
    let area = outside(canvas.area(), width, height);
    canvas.fade();
    canvas.blank(area);
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    canvas.rule(area.x, area.y, area.width);
    canvas.rule(area.x, bottom, area.width);
    for y in area.y..area.bottom() {
        let (left_mark, right_mark) = match y {
            y if y == area.y => ("┌", "┐"),
            y if y == bottom => ("└", "┘"),
            _ => ("│", "│"),
        };
        canvas.put(area.x, y, 1, left_mark, Role::Rule);
        canvas.put(right, y, 1, right_mark, Role::Rule);
    }
    let title = truncate(title, usize::from(area.width.saturating_sub(6))).into_owned();
    // A title has no colour of its own: the rule's must not shine through.
    canvas.blank(Rect::new(area.x + 2, area.y, to_cells(cells(&title) + 2), 1).intersection(area));
    canvas.put(area.x + 3, area.y, area.width.saturating_sub(6), &title, Role::Title);
    within(area)
}

/// As [`frame`], with a count at the right of the upper edge and the most useful keys on the lower one. Hints that do not
/// fit are left out, the last first.
pub fn panel(canvas: &mut Canvas<'_>, lang: Lang, panel: &Panel<'_>) -> Rect {
    let inside = frame(canvas, panel.title, panel.width, panel.height);
    if !panel.aside.is_empty() {
        let room = usize::from(inside.width).saturating_sub(cells(panel.title) + 3);
        if cells(panel.aside) + 2 <= room {
            let aside = format!(" {} ", panel.aside);
            canvas.put_right(inside.right() + 1, inside.y.saturating_sub(1), inside.width, &aside, Role::Muted);
        }
    }
    let (mut x, y, end) = (inside.x.saturating_sub(1), inside.bottom(), inside.right() + 1);
    let mut contexts = panel.contexts.to_vec();
    contexts.extend([Context::Dialog, Context::Global]);
    for (action, label) in panel.hints.iter().filter(|(action, _)| canvas.offers(*action)).collect::<Vec<_>>() {
        // What the key that leaves does first, where it does not leave yet.
        let first = [(Context::Filtered, Action::ClearFilter), (Context::Opened, Action::LevelUp)];
        let first = first.iter().find(|(context, _)| *action == Action::Back && contexts.contains(context));
        let (action, label) = first.map_or((action, *label), |(_, first)| (first, first.label()));
        let Some(key) = shown_key(&contexts, *action) else { continue };
        let (key, label) = (key_name(lang, &key.to_string()), label.in_lang(lang));
        let width = cells(&key) + cells(label) + 3;
        if usize::from(x) + width > usize::from(end) {
            break;
        }
        canvas.hit(Rect::new(x, y, to_cells(width), 1), Hit::action(*action));
        x += canvas.put(x, y, end - x, " ", Role::Text);
        x += canvas.put(x, y, end - x, &key, Role::Accent);
        x += canvas.put(x, y, end - x, " ", Role::Text);
        x += canvas.put(x, y, end - x, label, Role::Muted);
        x += canvas.put(x, y, end - x, " ", Role::Text);
    }
    inside
}

/// The key to name for an action: the one the table wants shown, else the first.
fn shown_key(contexts: &[Context], wanted: Action) -> Option<Key> {
    let shown = |context: &Context| {
        let named = |binding: &&keymap::Binding| binding.action == wanted && binding.rank > 0;
        keymap::bindings_of(*context).find(named).map(|binding| binding.key)
    };
    let key = contexts.iter().find_map(shown).filter(|key| keymap::action(contexts, *key) == Some(wanted));
    key.or_else(|| keymap::key_for(contexts, wanted))
}

/// The row of a list in which the chosen one stays in view, and the rows before it: the first row shown.
#[must_use]
pub fn first_row(chosen: usize, count: usize, rows: usize) -> usize {
    chosen.saturating_sub(rows / 2).min(count.saturating_sub(rows))
}

/// The rows that there is room for (columns, rows); the last one ends with `..` where there are more.
#[must_use]
pub fn clipped(mut lines: Vec<String>, (width, rows): (usize, usize)) -> Vec<String> {
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}..", take_cells(last, width.saturating_sub(2)).trim_end());
        }
    }
    lines
}

/// Rows for the words below a list, of so many rows for both: what the list does not need, and a third in any case.
#[must_use]
pub fn rows_below(height: u16, list: usize, words: usize) -> u16 {
    to_cells(words).min(height.saturating_sub(to_cells(list)).max(height / 3))
}

/// Says at the right edge that rows go on above or below.
pub fn more_marks(canvas: &mut Canvas<'_>, area: Rect, first: usize, count: usize) {
    let room = usize::from(area.height);
    for (more, y, mark) in [(first > 0, area.y, "^"), (first + room < count, area.bottom().saturating_sub(1), "v")] {
        if more && room > 0 {
            canvas.put(area.right() + 1, y, 1, mark, Role::Muted);
        }
    }
}

/// Keys stay as they are printed on the keyboard; only arrows and blank have names in Chinese.
#[must_use]
pub fn key_name(lang: Lang, key: &str) -> String {
    match (lang, key) {
        (Lang::Zh, "Space") => "空格".to_owned(),
        _ => key.to_owned(),
    }
}
