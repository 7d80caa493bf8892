//! A path in the file picker's box: where it leads, what is there, and how it goes on.

use std::path::{Path, PathBuf};

use crate::fs::path::normalized;
use crate::scan::resolve;
use crate::text::normalize::lowercase;
use crate::text::path::dropped;
use crate::tui::effect::FileEntry;

/// What was typed, pasted or dropped, where it is a path and not a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// The text up to its last separator.
    head: String,
    /// The name behind it; empty where the text names a folder.
    pub(super) name: String,
    /// The folder that the head means.
    pub(super) folder: PathBuf,
}

/// What is there under a typed path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// The folder is not read yet, or has more lines than were read.
    Unknown,
    /// The folder cannot be read, and why.
    Unreadable(&'a str),
    File,
    Folder,
    Nothing,
}

/// Whether a pasted text is a path by itself, which goes on from nothing that stands in the box.
pub(super) fn is_whole_path(text: &str) -> bool {
    let path = dropped(text);
    path.starts_with("~/") || Path::new(&path).is_absolute()
}

impl Typed {
    /// Reads the text in the box; paths begin in `here` unless they say otherwise.
    pub(super) fn read(text: &str, here: &Path, home: Option<&Path>) -> Option<Self> {
        let mut text = dropped(text);
        let is_separator = |c: char| c == '/' || (cfg!(windows) && c == '\\');
        let last = text.rsplit(is_separator).next().unwrap_or_default();
        if matches!(last, ".." | ".") && text != "." || text == "~" {
            text.push('/');
        }
        let end = text.rfind(is_separator)? + 1;
        let (head, name) = text.split_at_checked(end)?;
        let folder = normalized(&resolve(here, home, head));
        Some(Self { head: head.to_owned(), name: name.to_owned(), folder })
    }

    /// The whole path.
    pub(super) fn path(&self) -> PathBuf {
        if self.name.is_empty() { self.folder.clone() } else { self.folder.join(&self.name) }
    }

    /// What is there, by the lines of its folder; `whole` as long as none were left out.
    pub(super) fn found<'a>(&self, lines: Option<&'a Result<Vec<FileEntry>, String>>, whole: bool) -> Found<'a> {
        match lines {
            None => Found::Unknown,
            Some(Err(reason)) => Found::Unreadable(reason),
            Some(Ok(_)) if self.name.is_empty() => Found::Folder,
            Some(Ok(lines)) => match lines.iter().find(|line| same_name(&line.name, &self.name)) {
                Some(line) if line.folder => Found::Folder,
                Some(_) => Found::File,
                None if whole => Found::Nothing,
                None => Found::Unknown,
            },
        }
    }

    /// The text of the box with the name completed.
    pub(super) fn completed(&self, name: &str) -> String {
        let text = format!("{}{name}", self.head);
        // The box takes a backslash for one that a terminal wrote.
        if cfg!(windows) { text } else { text.replace('\\', "\\\\") }
    }
}

/// Whether the system takes both for one name.
fn same_name(one: &str, other: &str) -> bool {
    one == other || (cfg!(any(windows, target_os = "macos")) && one.to_lowercase() == other.to_lowercase())
}

/// The lines that a begun name may go on to: those that begin like it, else those that do so in other case.
pub(super) fn candidates<'a>(lines: &[&'a FileEntry], begun: &str) -> Vec<&'a FileEntry> {
    let exact: Vec<&FileEntry> = lines.iter().copied().filter(|line| line.name.starts_with(begun)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let begun = lowercase(begun);
    lines.iter().copied().filter(|line| lowercase(&line.name).starts_with(&*begun)).collect()
}

/// How the begun name goes on in all candidates; a lone folder gets its separator. `None` where nothing is gained.
pub(super) fn completion(lines: &[&FileEntry], begun: &str) -> Option<String> {
    let found = candidates(lines, begun);
    let (first, rest) = found.split_first()?;
    let mut name = first.name.clone();
    for other in rest {
        let same = name.chars().zip(other.name.chars()).take_while(|(a, b)| a == b);
        name.truncate(same.map(|(c, _)| c.len_utf8()).sum());
    }
    if rest.is_empty() && first.folder {
        name.push('/');
    }
    (name != begun && name.chars().count() >= begun.chars().count()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, folder: bool) -> FileEntry {
        FileEntry { name: name.to_owned(), folder, size: 0, modified: 0 }
    }

    #[test]
    fn paths_are_told_from_filters() {
        let read = |text: &str| Typed::read(text, Path::new("/d/e"), Some(Path::new("/home/li")));
        for (text, folder, name) in [
            ("scans/id.jpg", "/d/e/scans", "id.jpg"),
            ("/id.jpg", "/", "id.jpg"),
            ("~", "/home/li", ""),
            ("~/照片/", "/home/li/照片", ""),
            ("..", "/d", ""),
            ("../..", "/", ""),
            ("'/d/my scans/a'", "/d/my scans", "a"),
        ] {
            let typed = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((typed.folder.as_path(), typed.name.as_str()), (Path::new(folder), name), "{text}");
        }
        for text in ["", "id", "id.jpg", ".", "身份证"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_there_is_told_by_the_lines() {
        let typed = |text| Typed::read(text, Path::new("/d"), None).unwrap();
        let lines = Ok(vec![entry("a.jpg", false), entry("b", true)]);
        for (text, found) in [("x/a.jpg", Found::File), ("x/b", Found::Folder), ("x/", Found::Folder), ("x/c", Found::Nothing)] {
            assert_eq!(typed(text).found(Some(&lines), true), found, "{text}");
        }
        assert_eq!(typed("x/c").found(Some(&lines), false), Found::Unknown);
        assert_eq!(typed("x/c").found(None, true), Found::Unknown);
        assert_eq!(typed("x/c").found(Some(&Err("no".to_owned())), true), Found::Unreadable("no"));
    }

    #[test]
    fn names_are_completed_as_far_as_they_agree() {
        let lines = [entry("身份证-正面.jpg", false), entry("身份证-反面.jpg", false), entry("Scans", true), entry("a", false)];
        let lines: Vec<&FileEntry> = lines.iter().collect();
        for (begun, expected) in [
            ("身", Some("身份证-")),
            ("身份证-", None),
            ("身份证-正", Some("身份证-正面.jpg")),
            ("sc", Some("Scans/")),
            ("Scans", Some("Scans/")),
            ("a", None),
            ("z", None),
        ] {
            assert_eq!(completion(&lines, begun).as_deref(), expected, "{begun}");
        }
    }
}
