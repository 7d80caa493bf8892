//! A page that is read rather than filled in: headings, sentences, and items of which one is chosen.
//!
//! A page is made anew for every drawing. It scrolls as little as is needed to show the chosen item, so what stands at its top
//! stays in view as long as possible.

use ratatui::layout::Rect;

use crate::locale::Lang;
use crate::locale::tui::common as words;
use crate::text::clean::visible;
use crate::text::width::{cells, fit};
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::theme::Role;

/// The column after that of the `>` mark.
const INDENT: u16 = 2;

/// Text at a place in a row.
#[derive(Debug)]
struct Piece {
    x: u16,
    text: String,
    role: Role,
}

/// One row of cells.
#[derive(Debug, Default)]
struct Row {
    pieces: Vec<Piece>,
    /// The item it belongs to.
    item: Option<usize>,
    /// Whether the `>` of the item stands here.
    head: bool,
}

/// The page under construction.
#[derive(Debug)]
pub(super) struct Page {
    rows: Vec<Row>,
    items: usize,
    width: u16,
}

impl Page {
    /// An empty page, so many cells wide.
    pub(super) const fn new(width: u16) -> Self {
        Self { rows: Vec::new(), items: 0, width }
    }

    /// An empty row, unless the page begins here.
    pub(super) fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    /// A sentence.
    pub(super) fn line(&mut self, text: &str, role: Role) {
        self.wrapped(INDENT, text, role, None);
    }

    /// A mark, and a sentence behind it.
    pub(super) fn marked(&mut self, mark: &str, text: &str, role: Role) {
        let first = self.rows.len();
        self.wrapped(INDENT + 2, text, role, None);
        self.mark(first, mark, role);
    }

    /// A mark, a name of `name_width` cells, and a sentence in the column behind.
    pub(super) fn named(&mut self, mark: &str, name: (&str, Role), name_width: usize, text: (&str, Role)) {
        let first = self.rows.len();
        let x = INDENT + 4 + to_cells(name_width);
        self.wrapped(x, text.0, text.1, None);
        if let Some(row) = self.rows.get_mut(first) {
            row.pieces.push(Piece { x: INDENT + 2, text: fit(&visible(name.0), name_width), role: name.1 });
        }
        self.mark(first, mark, name.1);
    }

    /// An item: its mark, its line, and sentences under it.
    pub(super) fn item(&mut self, mark: (&str, Role), text: (&str, Role), details: &[(String, Role)]) {
        let item = Some(self.items);
        self.items += 1;
        let first = self.rows.len();
        let x = if mark.0.is_empty() { INDENT } else { INDENT + 2 };
        self.wrapped(x, text.0, text.1, item);
        self.mark(first, mark.0, mark.1);
        if let Some(row) = self.rows.get_mut(first) {
            row.head = true;
        }
        for (detail, role) in details {
            self.wrapped(x, detail, *role, item);
        }
    }

    fn mark(&mut self, row: usize, mark: &str, role: Role) {
        if let Some(row) = self.rows.get_mut(row)
            && !mark.is_empty()
        {
            row.pieces.push(Piece { x: INDENT, text: mark.to_owned(), role });
        }
    }

    fn wrapped(&mut self, x: u16, text: &str, role: Role, item: Option<usize>) {
        let room = self.width.saturating_sub(x).max(2);
        for text in wrap(&visible(text), usize::from(room)) {
            self.rows.push(Row { pieces: vec![Piece { x, text, role }], item, head: false });
        }
    }

    /// The first row shown in a view of `height` rows.
    fn top(&self, chosen: usize, height: usize) -> usize {
        let last = self.rows.len().saturating_sub(height);
        if self.items == 0 {
            return chosen.min(last);
        }
        let belongs = |row: &Row| row.item == Some(chosen);
        let start = self.rows.iter().position(belongs).unwrap_or_default();
        let end = self.rows.iter().rposition(belongs).unwrap_or_default();
        // Behind the last item the page is shown to its end.
        let context = if chosen + 1 >= self.items { self.rows.len() } else { end + 2 };
        context.saturating_sub(height).min(start).min(last)
    }

    /// Draws the part of the page around the chosen item. Where it does not fit, the last row says how far one has come.
    ///
    /// On a page without items `chosen` is the first row shown.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, chosen: usize, lang: Lang) {
        let full = usize::from(area.height);
        let overflows = self.rows.len() > full;
        let height = if overflows { full.saturating_sub(1) } else { full };
        let top = self.top(chosen, height);
        for (y, row) in self.rows.iter().skip(top).take(height).enumerate() {
            let y = area.y + to_cells(y);
            for piece in &row.pieces {
                canvas.put(area.x + piece.x, y, area.width.saturating_sub(piece.x), &piece.text, piece.role);
            }
            if row.head && row.item == Some(chosen) {
                canvas.put(area.x, y, area.width, ">", Role::Focus);
                let end = row.pieces.iter().map(|piece| piece.x + to_cells(cells(&piece.text))).max().unwrap_or(INDENT);
                canvas.paint(Rect::new(area.x + INDENT, y, end.min(area.width).saturating_sub(INDENT), 1), Role::Selected);
            }
        }
        if overflows && full > 0 {
            self.footer(canvas, area, chosen, top + height, lang);
        }
    }

    fn footer(&self, canvas: &mut Canvas<'_>, area: Rect, chosen: usize, shown: usize, lang: Lang) {
        let (at, of) = match self.items {
            0 => (shown, self.rows.len()),
            items => (chosen.min(items - 1) + 1, items),
        };
        let more = if shown < self.rows.len() { words::MORE_BELOW.in_lang(lang) } else { "" };
        let text = format!("{at} / {of}  {more}");
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), area.width, text.trim_end(), Role::Muted);
    }

    /// How far a choice may go: the last item, or the last row that may come first.
    pub(super) fn last_choice(&self, height: usize) -> usize {
        if self.items == 0 { self.rows.len().saturating_sub(height) } else { self.items - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        let mut page = Page::new(20);
        page.gap();
        page.line("标题", Role::Title);
        for n in 0..9 {
            page.item(
                ("!", Role::Warning),
                (&format!("item {n}"), Role::Text),
                &[("其下的一句话比较长，要折行".to_owned(), Role::Muted)],
            );
        }
        page.line("end", Role::Muted);
        page
    }

    #[test]
    fn the_chosen_item_is_always_whole_in_view_and_the_top_stays_as_long_as_it_can() {
        let page = page();
        for height in 3..40 {
            for chosen in 0..page.items {
                let top = page.top(chosen, height);
                let rows: Vec<usize> = (0..page.rows.len()).filter(|row| page.rows[*row].item == Some(chosen)).collect();
                assert!(rows[0] >= top, "{height} {chosen}");
                assert!(rows.len() > height || rows[rows.len() - 1] < top + height, "{height} {chosen}");
            }
        }
        assert_eq!(page.top(0, 10), 0);
        assert_eq!(page.top(8, 10), page.rows.len() - 10, "the last item brings the end of the page");
    }

    #[test]
    fn a_page_without_items_scrolls_by_rows() {
        let mut page = Page::new(20);
        (0..9).for_each(|_| page.line("row", Role::Text));
        assert_eq!((page.top(2, 4), page.top(99, 4), page.last_choice(4)), (2, 5, 5));
    }

    #[test]
    fn control_characters_never_reach_a_row() {
        let mut page = Page::new(20);
        page.item(("", Role::Text), ("a\u{1b}b", Role::Text), &[("c\u{202e}d".to_owned(), Role::Text)]);
        assert!(page.rows.iter().flat_map(|row| &row.pieces).all(|piece| !piece.text.contains(['\u{1b}', '\u{202e}'])));
    }
}
