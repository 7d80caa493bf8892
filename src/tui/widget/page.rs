//! A page that is read rather than filled in: headings, sentences, and items of which one is chosen.
//!
//! A page is made anew for every drawing. It scrolls as little as is needed to show the chosen item, so what stands at its top
//! stays in view as long as possible.

use ratatui::layout::Rect;

use super::canvas::{Canvas, to_cells};
use super::hit::{Hit, NOTCH};
use super::theme::Role;
use crate::locale::Lang;
use crate::locale::tui::common as words;
use crate::text::clean::visible;
use crate::text::width::{cells, fit};
use crate::text::wrap::wrap;
use crate::tui::keymap::Action;

/// Items that a page key moves over.
const PAGE: usize = 5;
/// Rows of the item behind the chosen one that are kept in view.
const MOST_CONTEXT: usize = 5;
/// The column after that of the `>` mark.
const INDENT: u16 = 2;

/// Text at a place in a row.
#[derive(Debug)]
struct Piece {
    x: u16,
    text: String,
    role: Role,
}

/// Where one is on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The chosen item; on a page without items the first row shown.
    pub chosen: usize,
    /// One is above the first item, at the top of the page: where that item lies far down, the page begins at its start all
    /// the same.
    above: bool,
}

impl Place {
    /// At the top of the page.
    pub const fn top() -> Self {
        Self { chosen: 0, above: true }
    }

    /// At an item.
    pub const fn at(chosen: usize) -> Self {
        Self { chosen, above: false }
    }

    /// Whether the item that is chosen next is still out of view.
    pub fn is_above(self, page: &Page, height: usize) -> bool {
        self.above && page.rows.iter().position(|row| row.head).is_some_and(|head| head >= page.visible(height))
    }

    /// Moves through a page shown in `height` rows; false for what is no movement.
    pub fn travel(&mut self, action: Action, page: &Page, height: usize) -> bool {
        let last = if page.items == 0 { page.rows.len().saturating_sub(page.visible(height)) } else { page.items - 1 };
        *self = match action {
            Action::Up | Action::PageUp | Action::Start if self.chosen == 0 => Self::top(),
            Action::Down | Action::PageDown if self.is_above(page, height) => Self::at(0),
            Action::Up => Self::at(self.chosen - 1),
            Action::Down => Self::at((self.chosen + 1).min(last)),
            Action::PageUp => Self::at(self.chosen.saturating_sub(PAGE)),
            Action::PageDown => Self::at((self.chosen + PAGE).min(last)),
            Action::Start => Self::top(),
            Action::End => Self::at(last),
            _ => return false,
        };
        true
    }

    /// Keeps the place inside a page that may have become shorter.
    pub fn stay_inside(&mut self, page: &Page) {
        let last = if page.items == 0 { page.rows.len() } else { page.items }.saturating_sub(1);
        self.chosen = self.chosen.min(last);
    }
}

/// The room of a page on the whole screen without a side: columns, rows. As the frame of a screen leaves it.
#[must_use]
pub fn room((columns, rows): (u16, u16)) -> (u16, usize) {
    let around = if rows >= 20 { 7 } else { 4 };
    (columns.saturating_sub(4), usize::from(rows.saturating_sub(around)))
}

/// One row of cells.
#[derive(Debug, Default)]
struct Row {
    pieces: Vec<Piece>,
    /// The item it belongs to.
    item: Option<usize>,
    /// Whether the `>` of the item stands here.
    head: bool,
    /// Whether it is a row of the item's own line, not of what is said under it.
    title: bool,
}

/// The page under construction.
#[derive(Debug)]
pub struct Page {
    rows: Vec<Row>,
    items: usize,
    width: u16,
}

impl Page {
    /// An empty page, so many cells wide.
    pub const fn new(width: u16) -> Self {
        Self { rows: Vec::new(), items: 0, width }
    }

    /// An empty row, unless the page begins here.
    pub fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    /// A sentence.
    pub fn line(&mut self, text: &str, role: Role) {
        self.wrapped(INDENT, text, role, None);
    }

    /// A mark, and a sentence behind it.
    pub fn marked(&mut self, mark: &str, text: &str, role: Role) {
        let first = self.rows.len();
        self.wrapped(INDENT + 2, text, role, None);
        self.mark(first, mark, role);
    }

    /// A mark, a name of `name_width` cells, and a sentence in the column behind.
    pub fn named(&mut self, mark: &str, name: (&str, Role), name_width: usize, text: (&str, Role)) {
        let first = self.rows.len();
        let x = INDENT + 4 + to_cells(name_width);
        self.wrapped(x, text.0, text.1, None);
        if let Some(row) = self.rows.get_mut(first) {
            row.pieces.push(Piece { x: INDENT + 2, text: fit(&visible(name.0), name_width), role: name.1 });
        }
        self.mark(first, mark, name.1);
    }

    /// An item: its mark, its line, and sentences under it.
    pub fn item(&mut self, mark: (&str, Role), text: (&str, Role), details: &[(String, Role)]) {
        let item = Some(self.items);
        self.items += 1;
        let first = self.rows.len();
        let x = if mark.0.is_empty() { INDENT } else { INDENT + 2 };
        self.wrapped(x, text.0, text.1, item);
        self.mark(first, mark.0, mark.1);
        for (index, row) in self.rows.iter_mut().skip(first).enumerate() {
            (row.head, row.title) = (index == 0, true);
        }
        for (detail, role) in details {
            self.wrapped(INDENT + 2, detail, *role, item);
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
            self.rows.push(Row { pieces: vec![Piece { x, text, role }], item, head: false, title: false });
        }
    }

    /// Rows of the page in view where there are `height`: the last one may be needed for its foot.
    fn visible(&self, height: usize) -> usize {
        if self.rows.len() > height { height.saturating_sub(1) } else { height }
    }

    /// Whether the first so many items are all in view at the top of the page, in so many rows.
    #[must_use]
    pub fn shows(&self, items: usize, height: usize) -> bool {
        let last = items.checked_sub(1).and_then(|last| self.rows.iter().rposition(|row| row.item == Some(last)));
        last.is_none_or(|row| row < self.visible(height))
    }

    /// Whether the first item is out of view, so that the last row of the page, which says how far one has come, may say what it is.
    #[must_use]
    pub fn hides_first(&self, place: Place, height: usize) -> bool {
        let visible = self.visible(height);
        let head = self.rows.iter().position(|row| row.head).unwrap_or_default();
        visible < height && !place.above && self.top(place.chosen, visible) > head
    }

    /// The first row shown, with so many rows in view.
    fn top(&self, chosen: usize, height: usize) -> usize {
        let last = self.rows.len().saturating_sub(height);
        if self.items == 0 {
            return chosen.min(last);
        }
        let belongs = |row: &Row| row.item == Some(chosen);
        let start = self.rows.iter().position(belongs).unwrap_or_default();
        let end = self.rows.iter().rposition(belongs).unwrap_or_default();
        // Behind the last item the page is shown to its end; behind any other the next one, so that one sees what follows.
        let follows = self.rows.iter().rposition(|row| row.item == Some(chosen + 1)).unwrap_or(end).min(end + MOST_CONTEXT);
        let context = if chosen + 1 >= self.items { self.rows.len() } else { follows + 2 };
        context.saturating_sub(height).min(start).min(last)
    }

    /// Draws the part of the page around the chosen item. Where it does not fit, the last row says how far one has come, at its right:
    /// returns the cells of that row that are left before it.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, place: Place, lang: Lang) -> u16 {
        let (chosen, full) = (place.chosen, usize::from(area.height));
        let height = self.visible(full);
        let top = if place.above && self.items > 0 { 0 } else { self.top(chosen, height) };
        // Above the first item one key more is needed to get to it.
        let hidden = usize::from(place.is_above(self, full));
        let last = if self.items == 0 { self.rows.len().saturating_sub(height) } else { self.items - 1 };
        let ways = [(chosen + usize::from(!place.above)).min(NOTCH), (last.saturating_sub(chosen) + hidden).min(NOTCH)];
        canvas.hit(area, Hit::Wheel([(Action::Up, ways[0]), (Action::Down, ways[1])]));
        for (y, row) in self.rows.iter().skip(top).take(height).enumerate() {
            let y = area.y + to_cells(y);
            for piece in &row.pieces {
                canvas.put(area.x + piece.x, y, area.width.saturating_sub(piece.x), &piece.text, piece.role);
            }
            if let Some(item) = row.item {
                canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::line(item + hidden, chosen));
            }
            if row.title && row.item == Some(chosen) {
                if row.head {
                    canvas.put(area.x, y, area.width, ">", Role::Focus);
                }
                let end = row.pieces.iter().map(|piece| piece.x + to_cells(cells(&piece.text))).max().unwrap_or(INDENT);
                canvas.paint(Rect::new(area.x + INDENT, y, end.min(area.width).saturating_sub(INDENT), 1), Role::Selected);
            }
        }
        if height >= full {
            return 0;
        }
        let start = self.footer(canvas, area, chosen, (top, top + height), lang);
        start.saturating_sub(area.x + 2)
    }

    /// How far one has come, and on which side more rows than those in view lie.
    fn footer(&self, canvas: &mut Canvas<'_>, area: Rect, chosen: usize, (top, shown): (usize, usize), lang: Lang) -> u16 {
        let (at, of) = match self.items {
            0 => (shown, self.rows.len()),
            items => (chosen.min(items - 1) + 1, items),
        };
        let more = match (top > 0, shown < self.rows.len()) {
            (true, true) => words::MORE_AROUND.in_lang(lang),
            (true, false) => words::MORE_ABOVE.in_lang(lang),
            (false, true) => words::MORE_BELOW.in_lang(lang),
            (false, false) => "",
        };
        let text = format!("{at} / {of}  {more}");
        canvas.put_right(area.right(), area.bottom().saturating_sub(1), area.width, text.trim_end(), Role::Muted)
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
        assert_eq!((page.top(2, 4), page.top(99, 4)), (2, 5));
        let mut place = Place::top();
        (0..20).for_each(|_| assert!(place.travel(Action::Down, &page, 4)));
        assert_eq!(place.chosen, 6, "three rows and the foot");
        assert!(place.travel(Action::PageUp, &page, 4) && !place.travel(Action::Left, &page, 4));
        assert_eq!(place.chosen, 1);
    }

    #[test]
    fn what_stands_above_the_first_item_can_be_reached() {
        let mut page = Page::new(20);
        (0..9).for_each(|_| page.line("row", Role::Text));
        page.item(("", Role::Text), ("item", Role::Text), &[]);
        page.item(("", Role::Text), ("item", Role::Text), &[]);
        let mut place = Place::top();
        assert!(place.is_above(&page, 5) && !place.is_above(&page, 20));
        place.travel(Action::Down, &page, 5);
        assert_eq!(place, Place::at(0));
        place.travel(Action::Down, &page, 5);
        assert_eq!(place, Place::at(1));
        place.travel(Action::Up, &page, 5);
        place.travel(Action::Up, &page, 5);
        assert!(place.is_above(&page, 5));
        let mut roomy = Place::top();
        roomy.travel(Action::Down, &page, 20);
        assert_eq!(roomy, Place::at(1), "nothing was hidden, so the first key moves");
    }

    #[test]
    fn all_rows_of_an_item_s_own_line_stand_out_and_what_is_said_under_it_does_not() {
        let mut page = Page::new(20);
        page.item(("!", Role::Warning), ("一条比一行长得多的驳回原因", Role::Text), &[("改法".to_owned(), Role::Muted)]);
        let rows: Vec<(bool, bool)> = page.rows.iter().map(|row| (row.head, row.title)).collect();
        assert_eq!(rows, [(true, true), (false, true), (false, false)]);
    }

    #[test]
    fn control_characters_never_reach_a_row() {
        let mut page = Page::new(20);
        page.item(("", Role::Text), ("a\u{1b}b", Role::Text), &[("c\u{202e}d".to_owned(), Role::Text)]);
        assert!(page.rows.iter().flat_map(|row| &row.pieces).all(|piece| !piece.text.contains(['\u{1b}', '\u{202e}'])));
    }
}
