//! Writes frames: as few bytes as the terminal needs, in one piece.
//!
//! Where the cursor is and in which style it writes is known from frame to frame, so a typed letter costs a letter. Only glyphs whose
//! width no terminal doubts are counted on; after others the cursor is put where it should be.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// The look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// Collects a frame and writes it when it is whole.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    frame: Vec<u8>,
    pub(super) size: Size,
    /// The row the cursor is in, and the column where that is sure.
    row: Option<u16>,
    column: Option<u16>,
    look: Option<Look>,
    shown: Option<bool>,
    /// The last glyph, where its width is not sure.
    unsure: Option<(String, u16)>,
}

impl<W: Write> Painter<W> {
    /// Paints on a terminal of this size, of which nothing is known yet.
    pub const fn new(out: W, size: Size) -> Self {
        Self { out, frame: Vec::new(), size, row: None, column: None, look: None, shown: None, unsure: None }
    }

    /// The terminal has this size from now on.
    pub const fn resize(&mut self, size: Size) {
        self.size = size;
        self.forget();
    }

    /// Something else has written: nothing is known about cursor and style.
    pub const fn forget(&mut self) {
        (self.row, self.column, self.look, self.shown) = (None, None, None, None);
    }

    /// Where bytes can be written that leave cursor and style as they were.
    pub const fn out(&mut self) -> &mut W {
        &mut self.out
    }

    fn go_to(&mut self, x: u16, y: u16) {
        if (self.row, self.column) == (Some(y), Some(x)) {
            return;
        }
        // Writing to a vector cannot fail.
        let _ = match (self.row == Some(y), self.column) {
            (true, Some(at)) if x == at + 1 => write!(self.frame, "\x1b[C"),
            (true, Some(at)) if at < x && x - at < 10 && x >= 9 => write!(self.frame, "\x1b[{}C", x - at),
            (true, _) if x == 0 => write!(self.frame, "\r"),
            (true, _) => write!(self.frame, "\x1b[{}G", x + 1),
            (false, _) if x == 0 => write!(self.frame, "\x1b[{}H", y + 1),
            (false, _) => write!(self.frame, "\x1b[{};{}H", y + 1, x + 1),
        };
        (self.row, self.column) = (Some(y), Some(x));
    }

    fn dress(&mut self, look: Look) {
        if self.look == Some(look) {
            return;
        }
        let before = self.look.unwrap_or(PLAIN);
        let anew = self.look.is_none() || look == PLAIN || !look.modifier.contains(before.modifier);
        let mut codes = String::new();
        if anew {
            codes.push_str(if look == PLAIN { "" } else { "0" });
        }
        let base = if anew { PLAIN } else { before };
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(modifier) && !base.modifier.contains(modifier) {
                push(&mut codes, code);
            }
        }
        if look.fg != base.fg {
            push(&mut codes, &colour(look.fg, 30));
        }
        if look.bg != base.bg {
            push(&mut codes, &colour(look.bg, 40));
        }
        let _ = write!(self.frame, "\x1b[{codes}m");
        self.look = Some(look);
    }

    /// Writes a glyph at the cursor.
    fn put(&mut self, symbol: &str, x: u16) {
        self.frame.extend_from_slice(symbol.as_bytes());
        let end = |width: u16| x.checked_add(width).filter(|end| *end < self.size.width);
        (self.column, self.unsure) = match sure_width(symbol) {
            Some(width) => (end(width), None),
            None => (None, end(1).map(|end| (symbol.to_owned(), end))),
        };
        // At the last column the cursor waits, on this row or the next.
        if self.column.is_none() && self.unsure.is_none() {
            self.row = None;
        }
    }
}

fn push(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
}

const MODIFIERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The code of a colour; `base` is 30 for letters, 40 behind them.
fn colour(colour: Color, base: u8) -> String {
    let plain = |number: u8| (base + number).to_string();
    let light = |number: u8| (base + 60 + number).to_string();
    match colour {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => light(0),
        Color::LightRed => light(1),
        Color::LightGreen => light(2),
        Color::LightYellow => light(3),
        Color::LightBlue => light(4),
        Color::LightMagenta => light(5),
        Color::LightCyan => light(6),
        Color::White => light(7),
        Color::Indexed(number) => format!("{};5;{number}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

/// How many columns every terminal moves on after this glyph; `None` where they may not agree.
fn sure_width(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    let first = chars.next()?;
    if chars.next().is_some() {
        return None;
    }
    match first {
        ' '..='~' => Some(1),
        // Ideographs, their punctuation, kana, Hangul syllables, full-width forms.
        '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}' => Some(2),
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

impl<W: Write> Backend for Painter<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            // A line of one doubtful glyph is drawn as terminals draw it, glyph by glyph.
            let goes_on =
                self.row == Some(y) && self.unsure.as_ref().is_some_and(|(last, end)| *end == x && last == cell.symbol());
            if !goes_on {
                self.go_to(x, y);
            }
            self.dress(Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
            self.put(cell.symbol(), x);
        }
        self.unsure = None;
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown != Some(false) {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown != Some(true) {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.shown = Some(true);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position { x: self.column.unwrap_or_default(), y: self.row.unwrap_or_default() })
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.go_to(x, y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.dress(PLAIN);
        self.frame.extend_from_slice(match region {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.clear();
        written
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::style::Style;
    use ratatui::text::{Line, Span};

    use super::*;

    /// What is written for these frames, each a list of lines and where the cursor goes, one after the other.
    fn written(frames: &[(&[Line<'_>], (u16, u16))]) -> Vec<String> {
        let mut terminal = Terminal::new(Painter::new(Vec::new(), Size { width: 12, height: 4 })).unwrap();
        let mut all = Vec::new();
        for (lines, cursor) in frames {
            terminal
                .draw(|frame| {
                    for (y, line) in (0..).zip(lines.iter()) {
                        let area = ratatui::layout::Rect::new(0, y, 12, 1);
                        frame.render_widget(line.clone(), area);
                    }
                    frame.set_cursor_position(*cursor);
                })
                .unwrap();
            let bytes = std::mem::take(terminal.backend_mut().out());
            all.push(String::from_utf8(bytes).unwrap());
        }
        all
    }

    #[test]
    fn a_typed_letter_costs_a_letter() {
        let (one, two, three) = (Line::raw("a"), Line::raw("a备"), Line::raw("a备案b"));
        let frames = written(&[(&[one], (1, 0)), (&[two], (3, 0)), (&[three], (6, 0))]);
        assert_eq!(frames[1..], ["备", "案b"]);
    }

    #[test]
    fn looks_are_kept_from_frame_to_frame_and_changed_by_what_differs() {
        let line = |text: &'static str, style: Style| Line::from(Span::styled(text, style));
        let bold = Style::new().bold();
        let frames = written(&[
            (&[line("ab", bold)], (2, 0)),
            (&[line("abc", bold)], (3, 0)),
            (&[line("abcd", bold.cyan())], (4, 0)),
            (&[line("abcd", Style::new().on_red())], (4, 0)),
        ]);
        assert!(frames[0].contains("\x1b[0;1mab"), "{:?}", frames[0]);
        assert_eq!(frames[1..], ["c", "\r\x1b[36mabcd", "\r\x1b[0;41mabcd"]);
    }

    #[test]
    fn no_width_is_counted_on_that_terminals_do_not_agree_about() {
        let frames = written(&[(&[Line::raw("")], (0, 3)), (&[Line::raw("──✓a✓"), Line::raw("·x")], (5, 2))]);
        assert_eq!(frames[1], "\x1b[1H\x1b[m──\x1b[3G✓\x1b[4Ga✓\x1b[2H·\x1b[2Gx\x1b[3;6H");
    }

    #[test]
    fn behind_the_last_column_nothing_is_known() {
        let frames = written(&[(&[Line::raw("")], (0, 3)), (&[Line::raw("abcdefghijkl"), Line::raw("x")], (11, 0))]);
        assert_eq!(frames[1], "\x1b[1H\x1b[mabcdefghijkl\x1b[2Hx\x1b[1;12H");
    }

    #[test]
    fn a_terminal_that_is_gone_is_said_once_and_never_on_standard_error() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut terminal = Terminal::new(Painter::new(Gone, Size { width: 2, height: 1 })).unwrap();
        assert!(terminal.draw(|frame| frame.render_widget("a", frame.area())).is_err());
        // The library complains on standard error where showing the cursor fails.
        assert!(terminal.show_cursor().is_ok());
    }
}
