//! A folder whose pictures are being sorted into a draft.

use std::path::PathBuf;

use super::effect::Found;
use crate::filing::{Draft, FieldId};
use crate::locale::Lang;
use crate::locale::tui::sorting as words;
use crate::reading::{Choice, Open, Readings};
use crate::text::clean::visible;

/// A folder whose pictures are being read.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorting {
    /// The folder.
    pub folder: PathBuf,
    /// The folder of the draft that will name them.
    pub target: PathBuf,
    /// Where they go.
    pub into: Destination,
    /// The pictures; none before they were found.
    pub pictures: Option<Vec<Found>>,
    /// What the user said where the pictures do not tell.
    pub chosen: Vec<Choice>,
    /// What is being asked about that.
    pub open: Option<Open>,
    /// Pictures that are not there any more; `None` before that was looked at.
    pub gone: Option<Vec<String>>,
}

/// Where the pictures of a folder go.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// A new draft that begins with this. The pictures may tell another nature, unless it was chosen.
    New(Box<Draft>, bool),
    /// The open draft in this file. What was dropped goes into this field as a path where it is no folder.
    Open(PathBuf, FieldId, String),
}

impl Sorting {
    /// Pictures that were read, and all there are; `None` before they were found.
    #[must_use]
    pub fn progress(&self, readings: &Readings) -> Option<(usize, usize)> {
        let pictures = self.pictures.as_ref()?;
        Some((pictures.len() - self.unread(readings).count(), pictures.len()))
    }

    /// How far it has come, in a line; nothing while it waits for an answer.
    #[must_use]
    pub fn said(&self, lang: Lang, readings: &Readings) -> Option<String> {
        if self.open.is_some() {
            return None;
        }
        let path = visible(&self.folder.to_string_lossy()).into_owned();
        Some(match self.progress(readings) {
            Some((read, all)) => words::PROGRESS.with(lang, &[("path", &path), ("read", &read), ("all", &all)]),
            None => words::FINDING.with(lang, &[("path", &path)]),
        })
    }

    /// Pictures that are still to be read: path and SHA-256.
    pub fn unread<'a>(&'a self, readings: &'a Readings) -> impl Iterator<Item = (&'a str, &'a str)> {
        let known = self.pictures.iter().flatten().filter_map(|found| Some((found.path.as_str(), found.sha256.as_deref()?)));
        known.filter(|(_, sha256)| readings.get(sha256).is_none())
    }
}
