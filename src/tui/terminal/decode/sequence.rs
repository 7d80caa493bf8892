//! One character or escape sequence at the beginning of some bytes.

use super::{mouse, plain};
use crate::tui::event::{Code, Event, Key};
use crate::tui::picture::graphics::Answers;

/// The longest answer, in bytes; what is longer is none.
const LONGEST: usize = 4096;
/// The most numbers and marks of a control sequence, in bytes.
const LONGEST_NUMBERS: usize = 64;

/// What some bytes begin with.
pub enum Found {
    /// Something whose end has not come.
    Unfinished,
    /// So many bytes that say nothing to anybody here.
    Nothing(usize),
    /// An event, in so many bytes.
    Event(Event, usize),
    /// So many bytes, behind which pasted text begins.
    Paste(usize),
}

fn key(key: Option<Key>, length: usize) -> Found {
    key.map_or(Found::Nothing(length), |key| Found::Event(Event::Key(key), length))
}

/// What these bytes begin with; answers are put together.
pub fn look(bytes: &[u8], answers: &mut Answers) -> Found {
    match bytes {
        [] | [0x1b] => Found::Unfinished,
        [0x1b, rest @ ..] => escape(rest, answers),
        _ => character(bytes, false, 0),
    }
}

/// What an unfinished beginning stands for when nothing follows it; the number of its bytes.
pub fn given_up(bytes: &[u8], events: &mut Vec<Event>) -> usize {
    let (key, length) = match bytes {
        [0x1b] => (Some(Key::plain(Code::Esc)), 1),
        // Half a control sequence: nobody types one.
        [0x1b, b'[', ..] => (None, bytes.len()),
        // Half an answer is taken for typing, so that nothing typed is ever lost: Alt and the character, then the rest.
        [0x1b, first, ..] if first.is_ascii() => (alt(plain(char::from(*first))), 2),
        [0x1b, ..] => (Some(Key::plain(Code::Esc)), 1),
        // Half a character.
        [_, ..] => (Some(Key::plain(Code::Char(char::REPLACEMENT_CHARACTER))), bytes.len()),
        [] => return 0,
    };
    events.extend(key.map(Event::Key));
    length
}

/// One character, `before` bytes behind the beginning of what it stands in.
fn character(bytes: &[u8], with_alt: bool, before: usize) -> Found {
    let whole = &bytes[..bytes.len().min(4)];
    let (c, length) = match std::str::from_utf8(whole) {
        Ok(text) => text.chars().next().map_or((None, 1), |c| (Some(c), c.len_utf8())),
        Err(error) if error.valid_up_to() > 0 => {
            let text = std::str::from_utf8(&whole[..error.valid_up_to()]).unwrap_or_default();
            text.chars().next().map_or((None, 1), |c| (Some(c), c.len_utf8()))
        }
        Err(error) => match error.error_len() {
            None => return Found::Unfinished,
            Some(length) => (Some(char::REPLACEMENT_CHARACTER), length),
        },
    };
    let found = c.and_then(plain);
    key(if with_alt { alt(found) } else { found }, before + length)
}

/// The key with Alt; letters lose their case.
fn alt(key: Option<Key>) -> Option<Key> {
    key.map(|key| {
        let code = match key.code {
            Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Key { code, alt: true, ..key }
    })
}

/// What follows Esc.
fn escape(rest: &[u8], answers: &mut Answers) -> Found {
    match rest {
        [b'[', rest @ ..] => control(rest, answers),
        [b'O'] => Found::Unfinished,
        [b'O', last, ..] if last.is_ascii_alphabetic() => key(named("", *last), 3),
        // Kitty's answers, and those of other strings that begin as no typing does.
        [b'_' | b'P' | b']'] => Found::Unfinished,
        [b'_', b'G', ..] | [b'P', b'0'..=b'9' | b'>' | b'!' | b'$' | b'|' | b'+' | b'=', ..] | [b']', b'0'..=b'9', ..] => {
            string(rest, answers)
        }
        // Esc, and something else behind it: a control letter as well, so that Ctrl+Q is Ctrl+Q.
        [0x1b, ..] => key(Some(Key::plain(Code::Esc)), 1),
        [byte, ..] if byte.is_ascii_control() && !matches!(byte, b'\r' | b'\t' | 0x7f) => key(Some(Key::plain(Code::Esc)), 1),
        _ => character(rest, true, 1),
    }
}

/// An answer that is a string: ended by `ESC \`, or by a bell.
fn string(rest: &[u8], answers: &mut Answers) -> Found {
    let whole = &rest[..rest.len().min(LONGEST)];
    let end = whole.iter().position(|byte| byte.is_ascii_control());
    let typed = || key(alt(plain(char::from(rest[0]))), 2);
    match end.map(|end| (end, &whole[end..])) {
        Some((end, [0x07, ..])) => background(&whole[..end], answers, end + 2),
        Some((end, [0x1b, b'\\', ..])) => {
            if whole[0] == b'_' {
                answers.kitty |= whole[..end].ends_with(b";OK");
                return Found::Event(Event::Answered(*answers), end + 3);
            }
            background(&whole[..end], answers, end + 3)
        }
        Some((_, [0x1b])) if rest.len() < LONGEST => Found::Unfinished,
        None if rest.len() < LONGEST => Found::Unfinished,
        // A control character ends it, and what is too long is no answer: it was typed.
        _ => typed(),
    }
}

/// The colour of the background, if that is what this string of so many bytes says: `]11;rgb:ffff/8080/0000`.
fn background(text: &[u8], answers: &mut Answers, length: usize) -> Found {
    let told = text.strip_prefix(b"]11;rgb:").and_then(|channels| colour(std::str::from_utf8(channels).ok()?));
    match told {
        Some(colour) => {
            answers.background = Some(colour);
            Found::Event(Event::Answered(*answers), length)
        }
        None => Found::Nothing(length),
    }
}

/// Reads a colour as X11 writes it: three channels of one to four hexadecimal digits each.
fn colour(text: &str) -> Option<[u8; 3]> {
    let mut channels = text.split('/').map(|digits| {
        let scale = match digits.len() {
            1..=4 => (1u32 << (4 * digits.len())) - 1,
            _ => return None,
        };
        u8::try_from(u32::from_str_radix(digits, 16).ok()? * 255 / scale).ok()
    });
    let colour = [channels.next()??, channels.next()??, channels.next()??];
    channels.next().is_none().then_some(colour)
}

/// What follows `ESC [`.
fn control(rest: &[u8], answers: &mut Answers) -> Found {
    // The console of Linux has F1 to F5 as a second bracket and a letter.
    if let [b'[', tail @ ..] = rest {
        return match tail {
            [] => Found::Unfinished,
            [last @ b'A'..=b'E', ..] => key(Some(Key::plain(Code::F(last - b'A' + 1))), 4),
            _ => Found::Nothing(3),
        };
    }
    if let [b'M', bytes @ ..] = rest {
        return mouse::in_bytes(bytes, 3);
    }
    let length = rest.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
    let Some(last) = rest.get(length) else {
        return if length > LONGEST_NUMBERS { Found::Nothing(length + 2) } else { Found::Unfinished };
    };
    if !matches!(last, 0x40..=0x7e) {
        // Broken: what follows is no part of it.
        return Found::Nothing(length + 2);
    }
    let whole = length + 3;
    let numbers = std::str::from_utf8(&rest[..length]).unwrap_or_default();
    match (last, numbers) {
        (b'M' | b'm', _) if numbers.starts_with('<') => {
            let report = mouse::numbered(&numbers[1..], *last).filter(|_| length <= LONGEST_NUMBERS);
            return report.map_or(Found::Nothing(whole), |mouse| Found::Event(Event::Mouse(mouse), whole));
        }
        (b'~', "200") => return Found::Paste(whole),
        (b'I', "") => return Found::Event(Event::Outside, whole),
        (b'c', _) if numbers.starts_with('?') => {
            answers.sixel |= numbers[1..].split(';').any(|number| number == "4");
            answers.complete = true;
            return Found::Event(Event::Answered(*answers), whole);
        }
        (b't', _) if numbers.starts_with("6;") => {
            let size = numbers[2..].split_once(';').and_then(|(height, width)| Some((width.parse().ok()?, height.parse().ok()?)));
            answers.cell = size.filter(|(width, height)| *width > 0 && *height > 0);
            return Found::Event(Event::Answered(*answers), whole);
        }
        _ => {}
    }
    key(if length > LONGEST_NUMBERS { None } else { named(numbers, *last) }, whole)
}

/// The key of a control sequence: its numbers, and the letter it ends with.
fn named(numbers: &str, last: u8) -> Option<Key> {
    let mut parts = numbers.split([';', ':']);
    let first = parts.next().unwrap_or_default();
    let second = parts.next();
    let held: u8 = second.and_then(|held| held.parse().ok()).unwrap_or(1);
    let bits = held.saturating_sub(1);
    let with = |code| Some(Key { code, shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 });
    // A key of its own has no number in front, or 1: `CSI 12;40R` says where the cursor is.
    let own = matches!(first, "" | "1");
    let code = match last {
        b'A' if own => Code::Up,
        b'B' if own => Code::Down,
        b'C' if own => Code::Right,
        b'D' if own => Code::Left,
        b'H' if own => Code::Home,
        b'F' if own => Code::End,
        b'Z' => return Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        b'P'..=b'S' if own => Code::F(last - b'P' + 1),
        b'~' | b'^' => {
            if first == "27" && last == b'~' && second.is_some() {
                let code = parts.next()?.parse().ok()?;
                return coded(code, held);
            }
            let code = numbered(first)?;
            return if last == b'^' { Some(Key { ctrl: true, ..Key::plain(code) }) } else { with(code) };
        }
        b'u' => return coded(first.parse().ok()?, held),
        _ => return None,
    };
    with(code)
}

fn numbered(number: &str) -> Option<Code> {
    Some(match number.parse().ok()? {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        number @ 11..=15u8 => Code::F(number - 10),
        number @ 17..=21 => Code::F(number - 11),
        number @ 23..=26 => Code::F(number - 12),
        number @ 28..=29 => Code::F(number - 13),
        number @ 31..=34 => Code::F(number - 14),
        _ => return None,
    })
}

/// A key that a terminal reports by its character's number and what is held.
fn coded(number: u32, held: u8) -> Option<Key> {
    let bits = held.saturating_sub(1);
    let (shift, alt, ctrl) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0);
    let code = match char::from_u32(number)? {
        '\r' => Code::Enter,
        '\t' => Code::Tab,
        '\u{1b}' => Code::Esc,
        '\u{7f}' | '\u{8}' => Code::Backspace,
        c if c.is_control() => return None,
        c if ctrl || alt => Code::Char(c.to_ascii_lowercase()),
        c => Code::Char(c),
    };
    let shift = shift && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl, alt, shift })
}
