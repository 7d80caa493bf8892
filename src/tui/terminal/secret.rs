//! A line that is typed unseen, without the wizard.

use std::io::{self, Read, Write};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// Bytes of such a line at most.
const MOST: usize = 4096;
const INTERRUPT: u8 = 0x03;
const END: u8 = 0x04;
const BACKSPACE: [u8; 2] = [0x08, 0x7f];
const CLEAR: u8 = 0x15;
const ESCAPE: u8 = 0x1b;

/// Gives the terminal back whatever happens.
struct Raw;

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// Asks for a line without showing what is typed on the terminal that is standard input; `None` where the person gave up (Ctrl+C,
/// Ctrl+D). The prompt goes to `shown`.
///
/// # Errors
/// When the terminal cannot be had.
pub fn ask(prompt: &str, input: &mut dyn Read, shown: &mut dyn Write) -> io::Result<Option<String>> {
    // Before anything is asked: whoever types at once is not shown either.
    enable_raw_mode()?;
    let line = {
        let _raw = Raw;
        write!(shown, "{prompt}")?;
        shown.flush()?;
        typed(input)
    };
    writeln!(shown)?;
    line
}

/// The line as the keys of a terminal come in raw mode.
fn typed(input: &mut dyn Read) -> io::Result<Option<String>> {
    let (mut line, mut byte) = (Vec::new(), [0]);
    let mut next = |byte: &mut [u8; 1]| Ok::<_, io::Error>(input.read(byte)? == 1);
    while next(&mut byte)? {
        match byte[0] {
            b'\r' | b'\n' => return Ok(Some(String::from_utf8_lossy(&line).into_owned())),
            INTERRUPT | END => return Ok(None),
            CLEAR => line.clear(),
            key if BACKSPACE.contains(&key) => {
                // A character goes whole: its last byte, and those that continue it.
                while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {}
            }
            // A key such as an arrow types nothing: ESC, [ or O, parameters, and a last letter.
            ESCAPE => skip_key(&mut byte, &mut next)?,
            key if key >= b' ' && line.len() < MOST => line.push(key),
            _ => {}
        }
    }
    Ok(None)
}

/// Leaves out the rest of a key that begins with ESC.
fn skip_key(byte: &mut [u8; 1], next: &mut dyn FnMut(&mut [u8; 1]) -> io::Result<bool>) -> io::Result<()> {
    if next(byte)? && matches!(byte[0], b'[' | b'O') {
        while next(byte)? && !(0x40..0x7f).contains(&byte[0]) {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_make_a_line() {
        let table: [(&[u8], Option<&str>); 8] = [
            (b"secret\r", Some("secret")),
            ("口令\u{7f}号\n".as_bytes(), Some("口号")),
            (b"\x7f\x08a\r", Some("a")),
            (b"wrong\x15right\rmore", Some("right")),
            (b"a\x1b[Ab\x1b[1;5Cc\x1bOPd\r", Some("abcd")),
            (b"\r", Some("")),
            (b"abc\x03", None),
            (b"abc", None),
        ];
        for (keys, line) in table {
            let mut keys_left = keys;
            assert_eq!(typed(&mut keys_left).unwrap().as_deref(), line, "{keys:?}");
        }
    }
}
