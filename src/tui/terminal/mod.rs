//! The terminal: taken and given back, on every way out.
//!
//! The library's own guard leaves bracketed paste switched on after a panic, so this one is ours. What is given back, in order and
//! once: pictures, paste, reports of the focus, cursor, the other screen, cooked mode.

pub mod ask;
pub mod clipboard;
// Elsewhere the system says what was pressed.
#[cfg(any(unix, test))]
pub mod decode;
mod frames;
mod paint;
pub mod secret;
pub mod wait;

use std::io::{self, IsTerminal, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::queue;
#[cfg(unix)]
use crossterm::terminal::is_raw_mode_enabled;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use self::clipboard::Between;
use self::frames::Frames;
use self::paint::Painter;
use crate::tui::picture::Protocol;
use crate::tui::picture::layer::{Layer, Placed, wipe};

static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether a picture may be in the terminal's memory, which has no end of its own.
static KITTY: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be reported while the terminal is ours.
static MOUSE: AtomicBool = AtomicBool::new(true);

/// Has buttons and the wheel reported, with numbers. Movements are not: nobody here follows them.
#[cfg(unix)]
const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";
/// Ends that, whatever was asked for.
#[cfg(unix)]
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1000l";

/// What has to be written so that nothing of ours stays on the clipboard.
static COPIED: Mutex<Option<Between>> = Mutex::new(None);

/// Whether there is a terminal to ask and to draw on.
#[must_use]
pub fn is_there() -> bool {
    io::stdin().is_terminal() && stdout().is_terminal()
}

/// The terminal while the wizard has it.
pub struct Screen {
    painter: Painter<Output>,
    frames: Frames,
    layer: Layer,
}

/// What a frame says beside its cells.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Where the cursor goes; hidden without.
    pub cursor: Option<Position>,
    /// A number for each row: the same for two frames only where the same was drawn.
    pub rows: Vec<u64>,
    /// The picture that lies on it, where the terminal draws it itself.
    pub picture: Option<Placed>,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Screen")
    }
}

impl Screen {
    /// Takes the terminal, and has the mouse reported if wanted.
    ///
    /// # Errors
    /// When it cannot be written to or set up; it is given back then.
    pub fn take(with_mouse: bool) -> io::Result<Self> {
        MOUSE.store(with_mouse, Ordering::SeqCst);
        give_back_on_panic();
        let (width, height) = size();
        let size = Size { width, height };
        match take() {
            Ok(()) => Ok(Self { painter: Painter::new(output(), size), frames: Frames::new(size), layer: Layer::default() }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Gives the terminal back for a while.
    pub fn lend(&mut self) {
        give_back();
    }

    /// Takes the terminal again, whoever had it and whatever they made of it; the next frame draws everything.
    ///
    /// # Errors
    /// As [`Screen::take`].
    pub fn take_again(&mut self) -> io::Result<()> {
        if raw_again().is_err() {
            // The library does nothing where it believes that the terminal is raw already.
            let _ = disable_raw_mode();
        }
        take()?;
        let (columns, rows) = size();
        self.resize(columns, rows)
    }

    /// Its size: columns, rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        let Size { width, height } = self.painter.size;
        (width, height)
    }

    /// The terminal has another size now, or the same: the next frame draws everything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.painter.resize(Size { width: columns, height: rows });
        self.forget()
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
        self.painter.forget();
        let out = self.painter.out();
        out.write_all(question.as_bytes())?;
        out.flush()
    }

    /// Has the mouse reported from now on, or no longer.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn report_mouse(&mut self, on: bool) -> io::Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        let mut bytes = Vec::new();
        mouse(&mut bytes, on)?;
        output().write_all(&bytes)?;
        output().flush()
    }

    /// Puts a text onto the clipboard, through what stands between; an empty one clears it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str, between: Between) -> io::Result<()> {
        *COPIED.lock().unwrap_or_else(PoisonError::into_inner) = (!text.is_empty()).then_some(between);
        let mut out = stdout();
        out.write_all(clipboard::sequence(text, between).as_bytes())?;
        out.flush()
    }

    /// Draws a frame and, in the given protocol, the picture that lies on it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, protocol: Protocol, paint: impl FnOnce(&mut Buffer) -> Drawn) -> io::Result<()> {
        let Drawn { cursor, rows, picture } = paint(self.frames.next());
        let Self { painter, frames, layer } = self;
        frames.show(rows, |changed| painter.draw(changed.into_iter()))?;
        match cursor {
            Some(position) => {
                painter.show_cursor()?;
                painter.set_cursor_position(position)?;
            }
            None => painter.hide_cursor()?,
        }
        Backend::flush(painter)?;
        KITTY.fetch_or(picture.is_some() && protocol == Protocol::Kitty, Ordering::SeqCst);
        let mut bytes = Vec::new();
        layer.show(picture, protocol, &mut bytes)?;
        painter.out().write_all(&bytes)?;
        painter.out().flush()
    }

    /// Forgets what stands on the screen, so that the next frame draws all of it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        self.painter.forget();
        self.layer.forget();
        self.frames = Frames::new(self.painter.size);
        self.painter.clear()?;
        Backend::flush(&mut self.painter)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// The way to the terminal: nothing is kept back in it that would be written, and fail, after the terminal is gone.
#[cfg(unix)]
#[derive(Debug)]
struct Output;

#[cfg(unix)]
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(unix)]
const fn output() -> Output {
    Output
}

#[cfg(not(unix))]
type Output = io::Stdout;

#[cfg(not(unix))]
fn output() -> Output {
    stdout()
}

/// Its size, as the system has it: columns, rows.
#[must_use]
pub fn size() -> (u16, u16) {
    let (columns, rows) = crossterm::terminal::size().unwrap_or((80, 24));
    (columns.min(LARGEST), rows.min(LARGEST))
}

/// Columns and rows that are drawn on: a screen of all that a terminal can claim to have would take gigabytes.
const LARGEST: u16 = 1_000;

/// Takes the terminal. Of one that was not given back the other screen is there: entered once more it would be left only once.
fn take() -> io::Result<()> {
    enable_raw_mode()?;
    let mut bytes = Vec::new();
    if !TAKEN.swap(true, Ordering::SeqCst) {
        queue!(bytes, EnterAlternateScreen)?;
    }
    queue!(bytes, EnableBracketedPaste, EnableFocusChange)?;
    if MOUSE.load(Ordering::SeqCst) {
        mouse(&mut bytes, true)?;
    }
    output().write_all(&bytes)?;
    output().flush()
}

/// Makes the terminal raw that the library believes to be so. It must not be otherwise on the way there: who goes on after a stop is told twice that
/// the terminal may have been changed, and a key typed between is the program's, not the system's, to which `Ctrl+\` is the end of it.
#[cfg(unix)]
fn raw_again() -> io::Result<()> {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    if is_raw_mode_enabled()? {
        let terminal = rustix::stdio::stdin();
        let mut modes = tcgetattr(terminal)?;
        modes.make_raw();
        tcsetattr(terminal, OptionalActions::Now, &modes)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn raw_again() -> io::Result<()> {
    disable_raw_mode()
}

/// Writes what has the mouse reported, or no longer.
#[cfg(unix)]
fn mouse(bytes: &mut Vec<u8>, on: bool) -> io::Result<()> {
    bytes.write_all(if on { MOUSE_ON } else { MOUSE_OFF }.as_bytes())
}

/// Writes what has the mouse reported, or no longer.
#[cfg(not(unix))]
fn mouse(bytes: &mut Vec<u8>, on: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    if on { queue!(bytes, EnableMouseCapture) } else { queue!(bytes, DisableMouseCapture) }
}

/// Gives the terminal back, if it was taken. Errors are of no use here: it may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut bytes = Vec::new();
        if KITTY.swap(false, Ordering::SeqCst) {
            let _ = wipe(Protocol::Kitty, &mut bytes);
        }
        if let Some(between) = COPIED.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bytes.extend_from_slice(clipboard::sequence("", between).as_bytes());
        }
        let _ = mouse(&mut bytes, false);
        let _ = queue!(bytes, DisableFocusChange, DisableBracketedPaste, Show, LeaveAlternateScreen);
        let mut out = output();
        let _ = out.write_all(&bytes).and_then(|()| out.flush());
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
