//! A folder's lines as the picker shows them: which of them, in which order, and in what columns.

use std::cmp::Ordering;

use chrono::{DateTime, Datelike};

use crate::text::width::cells;
use crate::tui::effect::FileEntry;
use crate::tui::form::seen::size;
use crate::tui::state::State;
use crate::tui::widget::list::Item;

/// What a file is to a field, by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// The platform takes it.
    Fits,
    /// A picture of another kind: it has to be converted first.
    Convertible,
    /// Something else.
    Other,
}

impl Use {
    /// What a file of this name is to a field of videos, or of pictures.
    pub(super) fn of(name: &str, video: bool) -> Self {
        match (ending(name).as_str(), video) {
            ("mp4", true) | ("jpg" | "jpeg" | "png", false) => Self::Fits,
            ("mov" | "m4v" | "avi" | "mkv" | "webm", true) => Self::Convertible,
            ("webp" | "bmp" | "tif" | "tiff" | "gif" | "heic" | "heif" | "avif" | "pdf", false) => Self::Convertible,
            _ => Self::Other,
        }
    }
}

/// The ending of a name, in small letters.
fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// The order of the lines. Folders come first, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// What was changed last comes first: the photo one has just taken.
    #[default]
    Newest,
    /// By name.
    Name,
}

impl Sort {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Newest => Self::Name,
            Self::Name => Self::Newest,
        }
    }

    fn compare(self, a: &FileEntry, b: &FileEntry) -> Ordering {
        let by_name = || natural(&a.name, &b.name);
        let within = match self {
            _ if a.folder => by_name(),
            Self::Name => by_name(),
            Self::Newest => b.modified.cmp(&a.modified).then_with(by_name),
        };
        b.folder.cmp(&a.folder).then(within)
    }

    pub(super) fn sort(self, lines: &mut [FileEntry]) {
        lines.sort_by(|a, b| self.compare(a, b));
    }
}

/// Names as people order them: numbers by their size, so that 2 comes before 10, and letters in either case together.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        let order = match (left.peek().copied(), right.peek().copied()) {
            (None, None) => return a.cmp(b),
            (None, _) => Ordering::Less,
            (_, None) => Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let number = |side: &mut std::iter::Peekable<std::str::Chars<'_>>| {
                    let mut digits = String::new();
                    while let Some(digit) = side.next_if(char::is_ascii_digit) {
                        digits.push(digit);
                    }
                    digits.trim_start_matches('0').to_owned()
                };
                let (x, y) = (number(&mut left), number(&mut right));
                x.len().cmp(&y.len()).then(x.cmp(&y))
            }
            (Some(x), Some(y)) => {
                left.next();
                right.next();
                x.to_lowercase().cmp(y.to_lowercase())
            }
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Cells of the columns at the right: format, size, and when it was changed.
const FORMAT: usize = 4;
const SIZE: usize = 8;
const CHANGED: usize = 11;

/// Before a file that may be taken as it is.
pub(super) const FITS: &str = "*";
/// Before a file that the draft has elsewhere.
pub(super) const USED: &str = "✓";

/// A line of the list. Files that fit and those in use have a mark; others, and those in use, stand in the background.
pub(super) fn item(line: &FileEntry, (video, used): (bool, bool), state: &State) -> Item {
    if line.folder {
        return Item { mark: " ", ..Item::new(format!("{}/", line.name)).spelled(&line.name) };
    }
    let fits = Use::of(&line.name, video) == Use::Fits;
    let format: String = ending(&line.name).to_ascii_uppercase().chars().take(FORMAT).collect();
    let blanks = " ".repeat(FORMAT.saturating_sub(cells(&format)));
    let aside = format!("{format}{blanks}  {:>SIZE$}  {:>CHANGED$}", size(line.size), changed(line.modified, state));
    let mark = match (used, fits) {
        (true, _) => USED,
        (false, true) => FITS,
        (false, false) => " ",
    };
    Item { quiet: !fits || used, mark, ..Item::new(line.name.clone()) }.aside(aside).spelled(&line.name)
}

/// When a file was changed: this year with the time of day, before that with the year.
fn changed(modified: u64, state: &State) -> String {
    let seconds = i64::try_from(modified).unwrap_or_default();
    let Some(at) = DateTime::from_timestamp(seconds, 0).map(|at| at.with_timezone(state.now.offset())) else {
        return String::new();
    };
    let this_year = at.year() == state.now.year();
    at.format(if this_year { "%m-%d %H:%M" } else { "%Y-%m-%d" }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_the_ending() {
        for (name, video, expected) in [
            ("a.jpg", false, Use::Fits),
            ("身份证.JPEG", false, Use::Fits),
            ("a.png", false, Use::Fits),
            ("a.mp4", false, Use::Other),
            ("a.mp4", true, Use::Fits),
            ("a.MOV", true, Use::Convertible),
            ("a.heic", false, Use::Convertible),
            ("a.tar.gz", false, Use::Other),
            ("jpg", false, Use::Other),
            ("", false, Use::Other),
        ] {
            assert_eq!(Use::of(name, video), expected, "{name}");
        }
    }

    #[test]
    fn names_are_ordered_as_people_do() {
        for (first, second) in
            [("a2.jpg", "a10.jpg"), ("A.jpg", "b.jpg"), ("a.jpg", "B.jpg"), ("a", "a1"), ("1", "01a"), ("第2页", "第10页")]
        {
            assert_eq!((natural(first, second), natural(second, first)), (Ordering::Less, Ordering::Greater), "{first} {second}");
        }
        assert_eq!(natural("a", "a"), Ordering::Equal);
        assert_eq!(natural("a1", "a01"), Ordering::Greater, "the same number: by the letters");
    }

    #[test]
    fn folders_come_first_in_either_order() {
        let line = |name: &str, folder, modified| FileEntry { name: name.to_owned(), folder, size: 1, modified };
        let mut lines = vec![line("b.jpg", false, 5), line("z", true, 9), line("a.jpg", false, 1), line("c", true, 1)];
        let names = |lines: &[FileEntry]| lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
        Sort::Newest.sort(&mut lines);
        assert_eq!(names(&lines), ["c", "z", "b.jpg", "a.jpg"]);
        Sort::Name.sort(&mut lines);
        assert_eq!(names(&lines), ["c", "z", "a.jpg", "b.jpg"]);
    }
}
