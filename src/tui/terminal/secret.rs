//! A line that is typed unseen, before or without the wizard.

use std::io::{self, Write};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// Characters of such a line at most.
const MOST: usize = 1024;

/// Gives the terminal back whatever happens.
struct Raw;

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// Asks for a line without showing what is typed; `None` where the person gave up (Ctrl+C, Ctrl+D, Esc). The prompt goes to
/// `shown`.
///
/// # Errors
/// When the terminal cannot be had.
pub fn ask(prompt: &str, shown: &mut dyn Write) -> io::Result<Option<String>> {
    write!(shown, "{prompt}")?;
    shown.flush()?;
    let line = typed();
    writeln!(shown)?;
    line
}

fn typed() -> io::Result<Option<String>> {
    enable_raw_mode()?;
    let _raw = Raw;
    let mut line = String::new();
    loop {
        let Event::Key(key) = read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => return Ok(Some(line)),
            KeyCode::Char('m' | 'j') if control => return Ok(Some(line)),
            KeyCode::Esc => return Ok(None),
            KeyCode::Char('c' | 'd') if control => return Ok(None),
            KeyCode::Char('u') if control => line.clear(),
            KeyCode::Backspace => drop(line.pop()),
            KeyCode::Char(c) if !control && line.chars().count() < MOST => line.push(c),
            _ => {}
        }
    }
}
