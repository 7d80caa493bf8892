//! Which regions a text can begin with, told by its first two characters.
//!
//! `build.rs` uses this file as well, for the built-in list; the program needs it for lists that take its place.

/// The first two characters of a name; NUL stands for a second one that is not there.
pub type Start = (char, char);

/// How a text begins; nothing where it is empty.
pub fn start_of(text: &str) -> Option<Start> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next().unwrap_or('\0')))
}

/// The starts of these names, each with its place, sorted. Names that name no place are left out.
pub fn starts<'a>(names: impl Iterator<Item = (&'a str, bool)>) -> Vec<(Start, u16)> {
    let mut starts: Vec<(Start, u16)> = (0..=u16::MAX)
        .zip(names)
        .filter(|(_, (_, pseudo))| !pseudo)
        .filter_map(|(place, (name, _))| Some((start_of(name)?, place)))
        .collect();
    starts.sort_unstable();
    starts
}
