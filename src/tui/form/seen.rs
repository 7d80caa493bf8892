//! What is seen of a picture of the draft, and what is known of its file in words.

use ratatui::layout::Rect;

use crate::locale::prepare::bytes;
use crate::locale::tui::preview as words;
use crate::scan::facts::{Content, FileFacts};
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::picture::{self, Protocol};
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

/// A size for people: `345 KB`, `1.2 MB`, counted as the rules count.
#[must_use]
pub fn size(size: u64) -> String {
    if size < 1000 { format!("{size} B") } else { bytes(size) }
}

/// Format, pixels and bytes of a file, as far as they are known.
#[must_use]
pub fn facts(state: &State, path: &str) -> String {
    state.document.as_ref().and_then(|document| document.facts().get(path)).map(facts_of).unwrap_or_default()
}

/// The same of facts at hand.
#[must_use]
pub fn facts_of(facts: &FileFacts) -> String {
    match &facts.content {
        Content::Picture { format, .. } => match facts.upright() {
            Some((width, height)) => format!("{}  {width}x{height}  {}", format.name(), size(facts.size)),
            None => format!("{}  {}", format.name(), size(facts.size)),
        },
        Content::Video { mp4: true, .. } => format!("MP4  {}", size(facts.size)),
        _ if facts.size > 0 => size(facts.size),
        _ => String::new(),
    }
}

/// Draws what was seen of a picture into the room, or says why there is nothing to see.
pub fn draw_seen(canvas: &mut Canvas<'_>, state: &State, path: &str, room: Rect) {
    let lang = state.lang;
    let text = match state.preview.seen(path) {
        _ if state.graphics.protocol == Protocol::None => words::NO_GRAPHICS.in_lang(lang).to_owned(),
        None => words::READING.in_lang(lang).to_owned(),
        Some(Ok(sight)) => return picture::draw(canvas, room, sight, state.graphics.colours),
        Some(Err(unseen)) => words::unseen(lang, unseen),
    };
    draw_said(canvas, &text, room);
}

/// Says something in the middle of the room.
pub fn draw_said(canvas: &mut Canvas<'_>, text: &str, room: Rect) {
    let lines = wrap(text, usize::from(room.width.saturating_sub(4)).max(8));
    let top = room.y + room.height.saturating_sub(to_cells(lines.len())) / 2;
    for (row, line) in lines.iter().enumerate().take(usize::from(room.height)) {
        let width = to_cells(cells(line));
        let x = room.x + room.width.saturating_sub(width) / 2;
        canvas.put(x, top + to_cells(row), room.width, line, Role::Muted);
    }
}
