//! The terminal: taken and given back, on every way out.
//!
//! The library's own guard leaves bracketed paste switched on after a panic, so this one is ours. What is given back, in order and
//! once: pictures, paste, cursor, the other screen, cooked mode.

pub mod ask;
pub mod stray;

use std::io::{self, IsTerminal, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};

use crate::tui::picture::Protocol;
use crate::tui::picture::layer::{Layer, Placed, wipe};

static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether a picture may be in the terminal's memory, which has no end of its own.
static KITTY: AtomicBool = AtomicBool::new(false);

/// Whether there is a terminal to ask and to draw on.
#[must_use]
pub fn is_there() -> bool {
    io::stdin().is_terminal() && stdout().is_terminal()
}

/// The terminal while the wizard has it.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<io::Stdout>>,
    layer: Layer,
    /// The size of the last frame: in another one the terminal has moved things about.
    drawn: Option<Size>,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Screen")
    }
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When it cannot be written to or set up; it is given back then.
    pub fn take() -> io::Result<Self> {
        // Without this, `NO_COLOR` makes the library write an empty colour, which also switches bold and reverse off. The theme
        // itself names no colours then.
        crossterm::style::force_color_output(true);
        give_back_on_panic();
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let set_up = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)
            .and_then(|()| Terminal::new(CrosstermBackend::new(stdout())));
        match set_up {
            Ok(terminal) => Ok(Self { terminal, layer: Layer::default(), drawn: None }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Its size: columns, rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        crossterm::terminal::size().unwrap_or((80, 24))
    }

    /// Pixels of a cell (width, height), where the system knows.
    #[must_use]
    pub fn cell(&self) -> Option<(u16, u16)> {
        let size = crossterm::terminal::window_size().ok()?;
        let cell = (size.width.checked_div(size.columns)?, size.height.checked_div(size.rows)?);
        (cell.0 > 0 && cell.1 > 0).then_some(cell)
    }

    /// Asks the terminal something; the answer comes on the way of the keys.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask(&mut self, question: &str) -> io::Result<()> {
        let mut out = stdout();
        out.write_all(question.as_bytes())?;
        out.flush()
    }

    /// Draws a frame and, in the given protocol, the picture that `paint` returns.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, protocol: Protocol, paint: impl FnOnce(&mut ratatui::Frame<'_>) -> Option<Placed>) -> io::Result<()> {
        let mut placed = None;
        let size = self.terminal.draw(|frame| placed = paint(frame))?.area.as_size();
        if self.drawn.replace(size) != Some(size) {
            self.layer.forget();
        }
        KITTY.fetch_or(placed.is_some() && protocol == Protocol::Kitty, Ordering::SeqCst);
        self.layer.show(placed, protocol, &mut stdout())
    }

    /// Forgets what stands on the screen, so that the next frame draws all of it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        // `clear` would ask the terminal where its cursor is, and fail where nobody answers.
        let (columns, rows) = self.size();
        self.layer.forget();
        self.terminal.resize(Rect::new(0, 0, columns, rows))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, if it was taken. Errors are of no use here: it may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = stdout();
        if KITTY.swap(false, Ordering::SeqCst) {
            let _ = wipe(Protocol::Kitty, &mut out);
        }
        let _ = queue!(out, DisableBracketedPaste, Show, LeaveAlternateScreen);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

/// A panic of the main thread gives the terminal back before its message is written. One of a worker must not: the screen is still
/// in use, and the worker reports it.
fn give_back_on_panic() {
    let main = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            give_back();
            before(info);
        }
    }));
}
