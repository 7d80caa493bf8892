//! Reports of the mouse: those with numbers that one asks for today, and those in three bytes that old terminals send all the same.

use super::sequence::Found;
use crate::tui::event::{Event, Mouse, MouseKind};

/// A report of the sort `CSI < button ; column ; row M`; `None` where it tells nothing of use: a button let go, a movement, or numbers
/// that are none.
pub fn numbered(numbers: &str, last: u8) -> Option<Mouse> {
    let mut parts = numbers.split(';');
    let button: u16 = parts.next()?.parse().ok()?;
    let (column, row): (u16, u16) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (last == b'M' && parts.next().is_none()).then(|| read(button, column, row))?
}

/// A report of the sort `CSI M` and three bytes, which follow in `bytes`; `before` bytes stand in front of them.
pub fn in_bytes(bytes: &[u8], before: usize) -> Found {
    let [button, column, row, ..] = bytes else { return Found::Unfinished };
    let number = |byte: &u8| u16::from(*byte).checked_sub(32);
    let report = number(button).zip(number(column)).zip(number(row));
    match report.and_then(|((button, column), row)| read(button, column, row)) {
        Some(mouse) => Found::Event(Event::Mouse(mouse), before + 3),
        None => Found::Nothing(before + 3),
    }
}

/// Columns and rows are counted from 1.
fn read(button: u16, column: u16, row: u16) -> Option<Mouse> {
    /// Shift, Alt and Ctrl: whoever holds them means the same.
    const HELD: u16 = 4 | 8 | 16;
    let kind = match button & !HELD {
        0 => MouseKind::Press,
        64 => MouseKind::WheelUp,
        65 => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)? })
}
