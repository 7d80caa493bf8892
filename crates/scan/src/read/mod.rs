//! The writing in a picture: lines of text with their places, whichever way the page lies.
//!
//! Two networks of the PP-OCR family do it, one that finds lines and one that reads them. Their weights are no part of this crate: a
//! [`Reader`] is made of the bytes of both files. What is read says how likely each character is and what else it might be, and
//! nothing of what kind of document it stands on.

mod detect;
mod line;
pub mod models;
mod net;
mod rect;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use image::RgbImage;
use serde::{Deserialize, Serialize};

pub use net::Unusable;

use self::net::{Engine, Rten};
use self::rect::Place;
use crate::{Picture, quality};

/// The longer side of the copy that lines are cut from: a licence has characters of 3 mm on a sheet of 420.
const LONGEST: u32 = 2400;
/// Lines that are read of a page at most. A licence has some forty, a page of small print some eighty.
const MOST_LINES: usize = 200;
/// How much of a page is read at most, in pixels of lines laid end to end as the recogniser takes them: some two seconds' work. A licence
/// has up to 17,000, a letter of forty lines 80,000.
const MOST_EFFORT: f32 = 28_000.0;
/// Lines by which it is told which end of the page is up.
const ASKED: usize = 3;
/// The mean likelihood of characters above which a line was read the right way up.
const READS_WELL: f32 = 0.96;
/// Lines longer than this, by their height, have a direction.
const LONG: f32 = 2.0;

/// The writing of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Quarter turns clockwise that put the picture upright, 0 to 3.
    pub turn: u8,
    /// Width and height of the page, upright, in pixels of the copy that was read.
    pub size: (f32, f32),
    /// The lines, from top to bottom.
    pub lines: Vec<Line>,
}

/// A line of writing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The mean likelihood of its characters, 0 to 1.
    pub score: f32,
    /// Its corners on the upright page, in pixels: top left, top right, bottom right, bottom left.
    #[serde(rename = "box")]
    pub corners: [(f32, f32); 4],
    /// Its characters.
    pub chars: Vec<Character>,
}

/// A character of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Character(
    /// Where along the line its middle is, as a part of the line's length.
    pub f32,
    /// What it may be and how likely each is, the likeliest first; three at most.
    pub Vec<(char, f32)>,
);

/// Why nothing can be read.
#[derive(Debug)]
pub enum NotReady {
    /// A file of weights is not there.
    Missing(&'static str),
    /// It is no regular file, or the system does not give it.
    Unreadable(&'static str, io::Error),
    /// It is another than the known one.
    Unusable(&'static str),
}

impl From<Unusable> for NotReady {
    fn from(Unusable(file): Unusable) -> Self {
        Self::Unusable(file)
    }
}

/// Reads pictures.
pub struct Reader {
    detector: Box<dyn Engine>,
    recogniser: Box<dyn Engine>,
    characters: Vec<char>,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reader({} characters)", self.characters.len())
    }
}

impl Reader {
    /// A reader that works with the known weights ([`models`]): the bytes of both files.
    ///
    /// # Errors
    /// When they are other bytes.
    pub fn new(detector: Vec<u8>, recogniser: Vec<u8>) -> Result<Self, Unusable> {
        let [finds, reads] = &models::MODELS;
        let (detector, recogniser) = (Rten::load(finds, detector)?, Rten::load(reads, recogniser)?);
        let characters = recogniser.note("character").and_then(line::characters).ok_or(Unusable(reads.file))?;
        Ok(Self { detector: Box::new(detector), recogniser: Box::new(recogniser), characters })
    }

    /// A reader that works with the weights in a folder.
    ///
    /// # Errors
    /// When one of the files is not there, cannot be read, or is another.
    pub fn open(folder: &Path) -> Result<Self, NotReady> {
        let [detector, recogniser] = &models::MODELS;
        Ok(Self::new(detector.read(folder)?, recogniser.read(folder)?)?)
    }

    /// Reads a picture. Takes a second or two of one core for a card, and some 150 MiB. A picture without writing has no lines;
    /// `None` where the engine fails.
    pub fn read(&self, picture: &Picture) -> Option<Page> {
        let copy = quality::reduce(picture.image(), LONGEST);
        catch_unwind(AssertUnwindSafe(|| self.read_copy(&copy))).ok().flatten()
    }

    fn read_copy(&self, copy: &RgbImage) -> Option<Page> {
        let size = (copy.width() as f32, copy.height() as f32);
        let mut places = detect::places(&*self.detector, copy)?;
        places.sort_by(|one, other| other.width.total_cmp(&one.width));
        let all: f32 = places.iter().map(line::effort).sum();
        if all > MOST_EFFORT || places.len() > MOST_LINES {
            // Running text is long, labels and values are short: of too much, what is short is read.
            places.reverse();
            let mut sum = 0.0;
            let enough = places.iter().take_while(|place| {
                sum += line::effort(place);
                sum <= MOST_EFFORT
            });
            let count = enough.count().min(MOST_LINES);
            places.truncate(count);
            places.reverse();
        }
        let mut turn = quarters(&places);
        let direction = direction(turn);
        places.iter_mut().for_each(|place| place.face(direction));
        if self.is_upside_down(copy, &places)? {
            turn = (turn + 2) % 4;
            places.iter_mut().for_each(Place::turn_half);
        }
        let mut lines = Vec::new();
        for place in &places {
            let Some((text, score, chars)) = self.line(copy, place)? else { continue };
            lines.push(Line { text, score, corners: place.corners().map(|corner| turned(corner, size, turn)), chars });
        }
        lines.sort_by(|one, other| middle(one).total_cmp(&middle(other)));
        Some(Page { turn, size: if turn % 2 == 1 { (size.1, size.0) } else { size }, lines })
    }

    /// Whether the longest lines read better the other way round.
    fn is_upside_down(&self, picture: &RgbImage, places: &[Place]) -> Option<bool> {
        let asked = || places.iter().filter(|place| place.width > LONG * place.height).take(ASKED);
        let score = |place: &Place| Some(self.line(picture, place)?.map_or(0.0, |(_, score, chars)| score * weight(chars.len())));
        let as_it_lies = asked().map(score).sum::<Option<f32>>()?;
        let count = asked().count() as f32;
        if count == 0.0 || as_it_lies > READS_WELL * count {
            return Some(false);
        }
        let turned = asked().map(|place| score(&place.turned_half())).sum::<Option<f32>>()?;
        Some(turned > as_it_lies)
    }

    #[allow(clippy::type_complexity)]
    fn line(&self, picture: &RgbImage, place: &Place) -> Option<Option<(String, f32, Vec<Character>)>> {
        let crop = line::crop(picture, place);
        let output = self.recogniser.run(crop.input)?;
        let chars = line::decode(&output, &self.characters, crop.used)?;
        if chars.is_empty() {
            return Some(None);
        }
        let first = |character: &Character| character.1.first().copied().unwrap_or((' ', 0.0));
        let text: String = chars.iter().map(|character| first(character).0).collect();
        let score = chars.iter().map(|character| first(character).1).sum::<f32>() / chars.len() as f32;
        Some((!text.trim().is_empty()).then_some((text, score, chars)))
    }
}

/// One or two characters say little about which way is up.
fn weight(count: usize) -> f32 {
    if count >= 3 { 1.0 } else { 0.5 }
}

/// Whether most of the writing runs across (0) or up and down (1).
fn quarters(places: &[Place]) -> u8 {
    let long = places.iter().filter(|place| place.width > LONG * place.height);
    let (mut across, mut down) = (0.0, 0.0);
    for place in long {
        let (x, y) = place.along;
        *(if x.abs() >= y.abs() { &mut across } else { &mut down }) += place.width;
    }
    u8::from(down > across)
}

/// The direction in the picture that lines run in, if it wants so many quarter turns clockwise.
fn direction(turn: u8) -> (f32, f32) {
    match turn % 4 {
        0 => (1.0, 0.0),
        1 => (0.0, -1.0),
        2 => (-1.0, 0.0),
        _ => (0.0, 1.0),
    }
}

/// Where a point of a picture lies after so many quarter turns clockwise.
fn turned((x, y): (f32, f32), (width, height): (f32, f32), turn: u8) -> (f32, f32) {
    match turn % 4 {
        0 => (x, y),
        1 => (height - y, x),
        2 => (width - x, height - y),
        _ => (y, width - x),
    }
}

fn middle(line: &Line) -> f32 {
    line.corners.iter().map(|corner| corner.1).sum::<f32>()
}

#[cfg(test)]
mod tests;
