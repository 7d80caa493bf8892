//! Drawing by cells: text that never cuts a glyph in half, blanking that is safe over wide glyphs, and the one cursor.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::hit::{Hit, Hits};
use super::theme::{Colours, Role, Theme};
use crate::text::clean::visible;
use crate::text::width::{cells, glyphs, plain_glyphs, truncate, without_middle};
use crate::tui::keymap::Action;

/// Marks that join the letter before them and have a cell of their own: the half-width ones of kana, and the vowel am of Thai and Lao.
const SPACING_MARKS: [char; 4] = ['\u{ff9e}', '\u{ff9f}', '\u{e33}', '\u{eb3}'];

/// Where everything is drawn.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    cursor: Option<Position>,
    reserved: Option<Rect>,
    hits: Hits,
    idle: Vec<Action>,
    /// For each row, all that was done to it.
    done: Vec<DefaultHasher>,
}

impl<'a> Canvas<'a> {
    /// Draws into this buffer.
    #[must_use]
    pub fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        // Roles look otherwise in another theme.
        let mut empty = DefaultHasher::new();
        theme.hash(&mut empty);
        let done = vec![empty; usize::from(buffer.area.height)];
        Self { buffer, theme, cursor: None, reserved: None, hits: Hits::default(), idle: Vec::new(), done }
    }

    /// Remembers what is done to some rows.
    fn note(&mut self, rows: Range<u16>, what: impl Hash) {
        let top = self.buffer.area.y;
        let [first, end] = [rows.start, rows.end].map(|y| usize::from(y.saturating_sub(top)));
        self.done.iter_mut().take(end).skip(first).for_each(|row| what.hash(row));
    }

    /// A number for each row: where it is the same for two canvases that were empty at first, the same was drawn there.
    #[must_use]
    pub fn rows(&self) -> Vec<u64> {
        self.done.iter().map(Hasher::finish).collect()
    }

    /// The same, on which these actions are not offered: they would do nothing now.
    #[must_use]
    pub fn without(self, idle: Vec<Action>) -> Self {
        Self { idle, ..self }
    }

    /// From here on others are not offered.
    pub fn offer_all_but(&mut self, idle: Vec<Action>) {
        self.idle = idle;
    }

    /// Whether this action is offered where keys are named.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        !self.idle.contains(&action)
    }

    /// The whole area.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Where the real cursor stands; terminals draw the preedit of input methods there.
    #[must_use]
    pub const fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Sets the real cursor, if the place is on the screen.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        if self.buffer.area.contains(Position::new(x, y)) {
            self.cursor = Some(Position::new(x, y));
        }
    }

    /// The cells that were left alone for a picture, if any were.
    #[must_use]
    pub const fn reserved(&self) -> Option<Rect> {
        self.reserved
    }

    /// Leaves an area alone, for a picture that the terminal draws itself.
    pub fn reserve(&mut self, area: Rect) {
        self.note(area.top()..area.bottom(), ("reserved", area.x, area.width));
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_diff_option(CellDiffOption::Skip);
            }
        }
        self.reserved = Some(area);
    }

    /// Says what a mouse hits in an area, as far as that is on the screen.
    pub fn hit(&mut self, area: Rect, hit: Hit) {
        let area = area.intersection(self.buffer.area);
        self.hits.add(area, hit);
    }

    /// What was drawn so far cannot be hit any more: something lies over it.
    pub fn cover(&mut self) {
        self.hits.clear();
    }

    /// What a mouse can hit, of all that was drawn.
    #[must_use]
    pub fn into_hits(self) -> Hits {
        self.hits
    }

    /// Draws two pixels into a cell, one above the other.
    pub fn half_block(&mut self, x: u16, y: u16, upper: [u8; 3], lower: Option<[u8; 3]>, colours: Colours) {
        let style = self.theme.pixels(upper, lower, colours);
        self.note(y..y.saturating_add(1), ("pixels", x, style));
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol("▀").set_style(style);
        }
    }

    /// Writes text from `(x, y)` on, in at most `width` cells; what does not fit ends with `..`. Control characters are shown
    /// as visible replacements. Returns the cells used.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let Some(width) = self.room(x, y, width) else { return 0 };
        self.note(y..y + 1, (x, width, text, role));
        self.write(x, y, width, text, self.style(role))
    }

    /// As many of these cells as there are; `None` where the place is not on the screen.
    fn room(&self, x: u16, y: u16, width: u16) -> Option<u16> {
        let area = self.buffer.area;
        area.contains(Position::new(x, y)).then(|| width.min(area.right() - x))
    }

    fn write(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        // Almost everything that is drawn.
        if let Some((glyphs, all)) = plain_glyphs(text)
            && all <= usize::from(width)
        {
            return self.put_plain(x, y, glyphs, style);
        }
        let clean = visible(text);
        let shown = truncate(&clean, usize::from(width));
        let mut at = x;
        for (glyph, cells) in glyphs(&shown).flat_map(with_marks_apart) {
            let end = at + to_cells(cells);
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                cell.set_symbol(glyph).set_style(style);
                // The library's measure of width is of these marks behind a letter.
                if glyph.starts_with(SPACING_MARKS) {
                    cell.set_diff_option(
                        NonZeroU16::new(to_cells(cells)).map_or(CellDiffOption::None, CellDiffOption::ForcedWidth),
                    );
                }
            }
            // The glyph lies over these.
            for hidden in at + 1..end {
                if let Some(cell) = self.buffer.cell_mut((hidden, y)) {
                    cell.reset();
                }
            }
            at = end;
        }
        at - x
    }

    /// Writes characters that each are a glyph, where there is room for all of them; returns the cells used.
    fn put_plain(&mut self, x: u16, y: u16, glyphs: impl Iterator<Item = (char, usize)>, style: Style) -> u16 {
        let area = self.buffer.area;
        let start = usize::from(y.saturating_sub(area.y)) * usize::from(area.width) + usize::from(x.saturating_sub(area.x));
        let Some(cells) = self.buffer.content.get_mut(start..) else { return 0 };
        let mut rest = cells.iter_mut();
        let mut used = 0;
        for (glyph, cells) in glyphs {
            let Some(cell) = rest.next() else { break };
            cell.set_char(glyph).set_style(style);
            // The glyph lies over these.
            rest.by_ref().take(cells - 1).for_each(Cell::reset);
            used += to_cells(cells);
        }
        used
    }

    /// Writes text so that it ends before column `right`; returns where it starts.
    pub fn put_right(&mut self, right: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let clean = visible(text);
        let shown = truncate(&clean, usize::from(width));
        let used = u16::try_from(cells(&shown)).unwrap_or(width);
        let x = right.saturating_sub(used);
        self.put(x, y, used, &shown, role);
        x
    }

    /// A line across an area.
    pub fn rule(&mut self, x: u16, y: u16, width: u16) {
        let style = self.style(Role::Rule);
        let line = Rect::new(x, y, width, 1).intersection(self.buffer.area);
        if !line.is_empty() {
            self.note(line.y..line.bottom(), ("rule", line.x, line.width));
            self.put_plain(line.x, line.y, std::iter::repeat_n(('─', 1), usize::from(line.width)), style);
        }
    }

    /// Gives a stretch of cells a style, keeping what stands there.
    pub fn paint(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        let area = area.intersection(self.buffer.area);
        self.note(area.top()..area.bottom(), ("painted", area.x, area.width, role));
        self.buffer.set_style(area, style);
    }

    /// Puts everything drawn so far into the background, for what is drawn on top of it.
    pub fn fade(&mut self) {
        let quiet = self.style(Role::Muted).remove_modifier(Modifier::all());
        let area = self.buffer.area;
        self.note(area.top()..area.bottom(), "faded");
        self.buffer.set_style(area, quiet);
    }

    /// Empties an area. A wide glyph that begins left of it loses its second half, so it goes too.
    pub fn blank(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        self.note(area.top()..area.bottom(), ("blank", area.x, area.width));
        for y in area.top()..area.bottom() {
            if let Some(left) = area.left().checked_sub(1).and_then(|x| self.buffer.cell_mut((x, y)))
                && cells(left.symbol()) > 1
            {
                left.set_symbol(" ");
            }
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }
}

/// A glyph and its cells; a mark that has a cell of its own apart, as the terminal shows it: what is drawn there next takes its place, and
/// not only that of the letter.
fn with_marks_apart((glyph, all): (&str, usize)) -> Vec<(&str, usize)> {
    let Some((mark, _)) = glyph.char_indices().find(|(at, c)| *at > 0 && SPACING_MARKS.contains(c)) else {
        return vec![(glyph, all)];
    };
    let (letter, mark) = glyph.split_at(mark);
    let own = cells(letter);
    if own > 0 && own < all { vec![(letter, own), (mark, all - own)] } else { vec![(glyph, all)] }
}

/// Widths and heights in cells, for people who count in `usize`.
#[must_use]
pub fn to_cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// What stands for the folders that a path is shown without. Not `…`, which some terminals draw two cells wide, and not `..`, which is a
/// folder of its own.
const FOLDERS: &str = ".../";

/// A path in at most `width` cells: without its first folders, each left out whole, at last without any; of a name that is longer than
/// that the middle is left out.
#[must_use]
pub fn left_truncated(path: &str, width: usize) -> String {
    let clean = visible(path);
    if cells(&clean) <= width {
        return clean.into_owned();
    }
    let strokes = clean.char_indices().filter(|(_, c)| matches!(c, '/' | '\\'));
    let ends: Vec<&str> = strokes.filter_map(|(at, _)| clean.get(at + 1..)).filter(|end| !end.is_empty()).collect();
    let shorter = ends.iter().find(|end| cells(end) + FOLDERS.len() <= width);
    let name = ends.last().copied().unwrap_or(&clean);
    shorter.map_or_else(|| without_middle(name, width / 2, width).into_owned(), |end| format!("{FOLDERS}{end}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(buffer: &Buffer, y: u16) -> String {
        let mut out = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            out.push_str(symbol);
            x += to_cells(cells(symbol).max(1));
        }
        out
    }

    #[test]
    fn text_is_cut_at_whole_glyphs_and_stays_in_the_area() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        let mut canvas = Canvas::new(&mut buffer, Theme::new(false));
        assert_eq!(canvas.put(0, 0, 7, "小程序备案", Role::Text), 6);
        assert_eq!(canvas.put(9, 0, 7, "外", Role::Text), 0);
        assert_eq!(canvas.put(0, 3, 7, "外", Role::Text), 0);
        assert_eq!(row(&buffer, 0), "小程..  ");
    }

    #[test]
    fn a_glyph_takes_as_many_cells_as_the_screen_library_gives_it() {
        use ratatui::buffer::CellWidth;
        for text in ["a小─—’…", "e\u{301}", "👨\u{200d}👩\u{200d}👧❤\u{fe0f}", "🇨🇳가\u{1100}\u{1161}", "葛\u{e0100}✓"]
        {
            for (glyph, width) in glyphs(text) {
                assert_eq!(usize::from(glyph.cell_width()), width, "{glyph:?}");
            }
            let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
            let mut library = buffer.clone();
            let used = Canvas::new(&mut buffer, Theme::new(false)).put(2, 0, 18, text, Role::Text);
            let (end, _) = library.set_stringn(2, 0, text, 18, Style::new());
            assert_eq!((buffer, used + 2), (library, end), "{text:?}");
        }
    }

    #[test]
    fn half_width_marks_take_one_cell_and_leave_the_next_to_what_follows() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        let before = buffer.clone();
        assert_eq!(Canvas::new(&mut buffer, Theme::new(false)).put(0, 0, 8, "ｶﾞaﾟ小", Role::Text), 6);
        let written: Vec<(u16, String)> =
            before.diff(&buffer).into_iter().map(|(x, _, cell)| (x, cell.symbol().to_owned())).collect();
        let at = |x, glyph: &str| (x, glyph.to_owned());
        assert_eq!(written, [at(0, "ｶ"), at(1, "ﾞ"), at(2, "a"), at(3, "ﾟ"), at(4, "小")]);
        // What comes in their place leaves nothing of them.
        let mut next = before.clone();
        Canvas::new(&mut next, Theme::new(false)).put(0, 0, 8, "b", Role::Text);
        let cleared: Vec<u16> = buffer.diff(&next).into_iter().map(|(x, _, _)| x).collect();
        assert_eq!(cleared, [0, 1, 2, 3, 4], "the second half of a wide glyph goes with its first");
        let mut thai = before.clone();
        assert_eq!(Canvas::new(&mut thai, Theme::new(false)).put(0, 0, 8, "กำ", Role::Text), 2);
        let cleared: Vec<u16> = thai.diff(&next).into_iter().map(|(x, _, _)| x).collect();
        assert_eq!(cleared, [0, 1]);
    }

    #[test]
    fn control_characters_are_shown_and_not_sent() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        Canvas::new(&mut buffer, Theme::new(false)).put(0, 0, 20, "a\u{1b}[31m\u{202e}b", Role::Text);
        assert!(!row(&buffer, 0).contains(['\u{1b}', '\u{202e}']), "{:?}", row(&buffer, 0));
    }

    #[test]
    fn blanking_leaves_no_half_glyph_at_either_edge() {
        for left in 0..4 {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            let mut canvas = Canvas::new(&mut buffer, Theme::new(false));
            canvas.put(0, 0, 12, "张三李四王五", Role::Text);
            canvas.blank(Rect::new(left, 0, 5, 1));
            canvas.put(left, 0, 5, "=====", Role::Text);
            let text = row(&buffer, 0);
            assert_eq!(cells(&text), 12, "{left}: {text:?}");
            assert_eq!(text.matches('=').count(), 5, "{left}: {text:?}");
        }
    }

    /// Something that is done to a canvas.
    fn deed() -> impl Strategy<Value = (u8, u16, u16, u16, String)> {
        (0u8..8, 0u16..6, 0u16..3, 0u16..7, "[a小 ❤\u{fe0f}]{0,3}")
    }

    fn done(deeds: &[(u8, u16, u16, u16, String)]) -> (Vec<u64>, Buffer) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 3));
        let mut canvas = Canvas::new(&mut buffer, Theme::new(true));
        for (what, x, y, width, text) in deeds {
            let area = Rect::new(*x, *y, *width, 2);
            match what {
                0 => drop(canvas.put(*x, *y, *width, text, Role::Text)),
                1 => drop(canvas.put(*x, *y, *width, text, Role::Error)),
                2 => drop(canvas.put_right(*x, *y, *width, text, Role::Text)),
                3 => canvas.rule(*x, *y, *width),
                4 => canvas.paint(area, Role::Selected),
                5 => canvas.fade(),
                6 => canvas.blank(area),
                _ => canvas.half_block(*x, *y, [0, 0, 0], Some([9, 9, u8::try_from(*width).unwrap()]), Colours::True),
            }
        }
        if deeds.len() % 3 == 2 {
            canvas.reserve(Rect::new(0, 0, 2, 2).intersection(canvas.area()));
        }
        (canvas.rows(), buffer)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn rows_that_differ_have_other_numbers(
            common in prop::collection::vec(deed(), 0..3),
            one in prop::collection::vec(deed(), 0..3),
            other in prop::collection::vec(deed(), 0..3),
        ) {
            let [one, other] = [one, other].map(|rest| common.iter().cloned().chain(rest).collect::<Vec<_>>());
            let ((rows, cells), (other_rows, other_cells)) = (done(&one), done(&other));
            for y in 0..3 {
                let row = |cells: &Buffer| cells.content[y * 5..(y + 1) * 5].to_vec();
                prop_assert!(rows[y] != other_rows[y] || row(&cells) == row(&other_cells), "{:?} {:?}", one, other);
            }
            prop_assert_eq!(done(&one), (rows, cells));
        }
    }
}
