//! Copies of pictures that the platform takes.
//!
//! [`prepare`] is a pure function from the bytes of a file to the bytes of its copy: upright (a card that lies on its side, too), in sRGB, opaque, eight bits a
//! colour, within the limits of bytes and pixels, JPEG or PNG, and without metadata. A file that is all that already is left
//! alone; one that only carries metadata or a wrong name loses nothing else, pixel for pixel. Never scaled up.
//!
//! Memory: the file (at most [`READ_LIMIT`]), its pixels once decoded (at most
//! 160 MiB), the same once more while they are turned into three bytes each, and what
//! encoding [`MOST_PIXELS`] takes: at most about 600 MiB for the largest pictures that are decoded at all, 150 MiB for a
//! phone's 12 megapixels.

mod colour;
mod encode;
mod extras;
mod size;

pub(super) use self::extras::strip;

use std::io::Read;
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

use self::colour::Profile;
use self::size::Bounds;
use super::decode::{self, Decoded};
use super::inspect::{obstacle, open};
use super::sniff::{HEAD, Kind, sniff};
use super::{header, memory, quality};
use crate::facts::{Content, Damage, Format, Turn};
use crate::limits::Limits;

/// Files of more bytes than this are not read (200 MB: a TIFF of 33 megapixels with 16 bits a colour).
pub const READ_LIMIT: u64 = 200_000_000;

/// Copies have at most so many pixels, about as many as a phone takes: more are of no use at this size of file.
pub const MOST_PIXELS: u64 = 13_000_000;

/// What a copy has to keep to: the strictest of what is asked of the fields that name the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Bytes at most.
    pub most_bytes: u64,
    /// Bytes below which a picture is suspected to be illegible.
    pub least_bytes: u64,
    /// Shorter and longer side in pixels that are needed.
    pub sides: (u32, u32),
    /// Shorter and longer side that are better kept where they are there.
    pub advised: (u32, u32),
    /// How it is turned besides what its EXIF data say.
    pub turned: Turned,
}

/// How a picture is turned besides what its EXIF data say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turned {
    /// Not at all.
    #[default]
    AsItLies,
    /// It is an identity card, and put upright where it is not.
    AsACard,
    /// By so many quarters clockwise.
    By(u8),
}

impl Wanted {
    /// What is asked of a file that has to keep to all of these limits.
    #[must_use]
    pub fn of<'a>(limits: impl IntoIterator<Item = &'a Limits>) -> Self {
        let none = Self { most_bytes: u64::MAX, least_bytes: 0, sides: (0, 0), advised: (0, 0), turned: Turned::AsItLies };
        let wider = |a: (u32, u32), b: (u32, u32)| (a.0.max(b.0), a.1.max(b.1));
        limits.into_iter().fold(none, |all, one| Self {
            // Which megabyte is meant is not said; the smaller one is right in both readings.
            most_bytes: all.most_bytes.min(one.wary).min(one.most),
            least_bytes: all.least_bytes.max(one.least),
            sides: wider(all.sides, one.sides),
            advised: wider(all.advised, one.advised),
            ..all
        })
    }

    /// The same, turned.
    #[must_use]
    pub const fn turned(self, turned: Turned) -> Self {
        Self { turned, ..self }
    }
}

/// Something that is done to the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Turned or mirrored as its EXIF data say.
    Turned,
    /// Turned clockwise by so many quarters, because it lay on its side or was asked for.
    Rotated(u8),
    /// Colours converted to sRGB.
    Colours,
    /// Four printing inks turned into colours.
    Inks,
    /// Put on white where it was transparent.
    Flattened,
    /// Sixteen bits a colour made eight.
    Depth,
    /// Fewer pixels: width and height before.
    Smaller {
        /// Width and height as they were, upright.
        from: (u32, u32),
    },
    /// Another format.
    Format(Format),
    /// Fewer bytes: as many as there were.
    Bytes(u64),
    /// Metadata left out.
    Metadata,
    /// A name whose ending fits.
    Name,
}

/// Something to know about the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Only the first of several frames or pages is in it.
    FirstFrame,
    /// The colour profile in the file was of no use.
    BadProfile,
    /// It stood on end; which end is up could not be told.
    MayBeUpsideDown,
}

/// What there is to say about a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its size in bytes.
    pub size: u64,
    /// JPEG or PNG.
    pub format: Format,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The JPEG quality; `None` if the picture was taken over as it is.
    pub quality: Option<u8>,
    /// What was done, in the order of [`Step`].
    pub steps: Vec<Step>,
    /// What to know about it.
    pub notes: Vec<Note>,
}

/// What becomes of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// It is fine as it is.
    Fine,
    /// A copy with these bytes takes its place.
    Copy(Report, Vec<u8>),
}

/// Why there can be no copy.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// There is no file, or it cannot be read: missing, a folder, without permission, empty.
    Unreadable(Content),
    /// More bytes than are read.
    TooLarge {
        /// The limit that was passed, in bytes.
        limit: u64,
    },
    /// A HEIC picture, which cannot be decoded here.
    Heic,
    /// An AVIF picture, which cannot be decoded here either.
    Avif,
    /// A PDF, which is no picture.
    Pdf,
    /// A film.
    Video,
    /// Something else that is no picture.
    NoPicture,
    /// The picture is not whole.
    Damaged(Damage),
    /// Too few pixels: making them up helps nobody.
    TooFewPixels {
        /// Its width and height, upright.
        size: (u32, u32),
        /// Shorter and longer side that are needed.
        least: (u32, u32),
    },
    /// No quality gets it under the limit of bytes.
    WillNotFit {
        /// The limit in bytes.
        most: u64,
    },
}

/// Reads the file at `path` as far as it is a picture that may be prepared. Never waits for a pipe or device.
///
/// # Errors
/// [`Refusal::Unreadable`] and [`Refusal::TooLarge`].
pub fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    let (file, metadata) = open(path).map_err(|error| Refusal::Unreadable(obstacle(&error)))?;
    if metadata.len() > READ_LIMIT {
        return Err(Refusal::TooLarge { limit: READ_LIMIT });
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    file.take(READ_LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Refusal::Unreadable(super::inspect::obstacle(&error)))?;
    match bytes.len() as u64 {
        0 => Err(Refusal::Unreadable(Content::Empty)),
        length if length > READ_LIMIT => Err(Refusal::TooLarge { limit: READ_LIMIT }),
        _ => Ok(bytes),
    }
}

/// Prepares the picture in `bytes`, the content of a file called `name`.
///
/// # Errors
/// When there can be no copy that is better than the original.
pub fn prepare(name: &str, bytes: &[u8], wanted: &Wanted) -> Result<Prepared, Refusal> {
    let format = match sniff(bytes.get(..HEAD as usize).unwrap_or(bytes)) {
        Kind::Picture(Format::Heic) => return Err(Refusal::Heic),
        Kind::Picture(Format::Avif) => return Err(Refusal::Avif),
        Kind::Picture(Format::Pdf) => return Err(Refusal::Pdf),
        Kind::Picture(format) => format,
        Kind::Video { .. } => return Err(Refusal::Video),
        Kind::Unknown => return Err(Refusal::NoPicture),
    };
    let skeleton = header::skeleton(format, bytes);
    // The pixels as they are stored, turned, converted and made smaller.
    let _held = memory::hold(memory::of_pixels(skeleton.width, skeleton.height).saturating_mul(3));
    let decoded = decode::decode(format, bytes, skeleton).map_err(|damage| {
        // What is too narrow gets no better by being made smaller.
        let size = (skeleton.width, skeleton.height);
        let narrow = matches!(damage, Damage::TooManyPixels { .. } | Damage::TooLong) && lacks(size, wanted.sides);
        if narrow { Refusal::TooFewPixels { size, least: wanted.sides } } else { Refusal::Damaged(damage) }
    })?;
    let turn = match wanted.turned {
        Turned::AsItLies => Turn { quarters: 0, sure: true },
        Turned::AsACard => quality::analyse(&decoded).0.turn.unwrap_or(Turn { quarters: 0, sure: true }),
        Turned::By(quarters) => Turn { quarters: quarters % 4, sure: true },
    };
    let size = upright_size(&decoded, turn.quarters);
    if lacks(size, wanted.sides) {
        return Err(Refusal::TooFewPixels { size, least: wanted.sides });
    }
    let plan = Plan::of(name, format, bytes, &decoded, turn);
    if !plan.needs_encoding(bytes, wanted) && plan.is_sound(bytes) {
        return Ok(plan.kept(bytes, size));
    }
    drawn(plan, bytes, decoded, wanted)
}

/// What is to be done to a picture, before it is known how large its copy will be.
struct Plan {
    format: Format,
    steps: Vec<Step>,
    notes: Vec<Note>,
    /// Quarter turns clockwise, after those of the EXIF data.
    quarters: u8,
    /// The file without its metadata; `None` where that cannot be had without drawing it anew.
    stripped: Option<Vec<u8>>,
}

impl Plan {
    fn of(name: &str, format: Format, bytes: &[u8], decoded: &Decoded, turn: Turn) -> Self {
        let (mut steps, mut notes) = (Vec::new(), Vec::new());
        let four_inks = extras::has_four_inks(format, bytes);
        // A profile of printing inks says nothing about the colours they were turned into.
        let profile = if four_inks { Profile::Standard } else { colour::judge(decoded.icc.as_deref()) };
        let colours = decoded.picture.color();
        let checks = [
            (decoded.orientation != Orientation::NoTransforms, Step::Turned),
            (turn.quarters > 0, Step::Rotated(turn.quarters)),
            (profile == Profile::Other, Step::Colours),
            (four_inks, Step::Inks),
            (colours.has_alpha() && is_transparent(&decoded.picture), Step::Flattened),
            (colours.bytes_per_pixel() > colours.channel_count(), Step::Depth),
            (!matches!(format, Format::Jpeg | Format::Png), Step::Format(format)),
        ];
        steps.extend(checks.into_iter().filter(|(holds, _)| *holds).map(|(_, step)| step));
        let stripped = extras::strip(format, bytes, profile == Profile::Standard && !four_inks);
        let metadata = stripped.as_ref().is_some_and(|stripped| stripped.len() != bytes.len());
        if metadata {
            steps.push(Step::Metadata);
        }
        if Format::promised_by(name) != Some(format) {
            steps.push(Step::Name);
        }
        if extras::has_more_frames(format, bytes) {
            notes.push(Note::FirstFrame);
        }
        if profile == Profile::Rubbish {
            notes.push(Note::BadProfile);
        }
        if !turn.sure {
            notes.push(Note::MayBeUpsideDown);
        }
        Self { format, steps, notes, quarters: turn.quarters, stripped }
    }

    /// Whether the picture has to be drawn anew; else its own bytes will do.
    fn needs_encoding(&self, bytes: &[u8], wanted: &Wanted) -> bool {
        let drawing = |step: &Step| !matches!(step, Step::Metadata | Step::Name);
        let length = self.stripped.as_ref().map_or(bytes.len(), Vec::len) as u64;
        self.stripped.is_none() || self.steps.iter().any(drawing) || length > wanted.most_bytes
    }

    /// Whether the picture can be seen without what was left out. Of a damaged one that a decoder has just made sense of, not every
    /// decoder, nor the same one without the segments before it, makes the same.
    fn is_sound(&self, bytes: &[u8]) -> bool {
        let changed = self.stripped.as_ref().filter(|stripped| stripped.as_slice() != bytes);
        changed.is_none_or(|stripped| decode::decode(self.format, stripped, header::skeleton(self.format, stripped)).is_ok())
    }

    /// The picture as it is, without its metadata and under a fitting name.
    fn kept(self, bytes: &[u8], (width, height): (u32, u32)) -> Prepared {
        let Self { format, mut steps, notes, stripped, .. } = self;
        if steps.is_empty() {
            return Prepared::Fine;
        }
        let kept = stripped.unwrap_or_else(|| bytes.to_vec());
        if kept.len() < bytes.len() {
            steps.push(Step::Bytes(bytes.len() as u64));
        }
        let report = Report { size: kept.len() as u64, format, width, height, quality: None, steps, notes };
        Prepared::Copy(report, kept)
    }
}

/// Draws the picture anew as a JPEG.
fn drawn(plan: Plan, bytes: &[u8], decoded: Decoded, wanted: &Wanted) -> Result<Prepared, Refusal> {
    let out_of_memory = || Refusal::Damaged(Damage::TooManyPixels { most: MOST_PIXELS });
    let full = upright_size(&decoded, plan.quarters);
    let convert = plan.steps.contains(&Step::Colours);
    let Decoded { picture, orientation, icc, .. } = decoded;
    let mut picture = decode::opaque(picture);
    if let (true, Some(icc)) = (convert, icc) {
        colour::convert(&icc, &mut picture);
    }
    // Made smaller first: turning takes as much memory again.
    let start = within(picture.dimensions(), MOST_PIXELS);
    if start != picture.dimensions() {
        picture = encode::smaller(&picture, start).ok_or_else(out_of_memory)?;
    }
    let picture = turned(picture, orientation, plan.quarters);
    let size = picture.dimensions();
    let kept_sides = (wanted.sides.0.max(wanted.advised.0), wanted.sides.1.max(wanted.advised.1));
    let bounds = Bounds {
        full: size,
        least: least_size(size, kept_sides),
        most_bytes: wanted.most_bytes,
        least_bytes: wanted.least_bytes,
        worth_bytes: if matches!(plan.format, Format::Jpeg | Format::Webp) { bytes.len() as u64 } else { u64::MAX },
    };
    let encode = |size: (u32, u32), quality| {
        let small = if size == picture.dimensions() { None } else { Some(encode::smaller(&picture, size).ok_or(())?) };
        encode::jpeg(small.as_ref().unwrap_or(&picture), quality).ok_or(())
    };
    let fit = size::best(bounds, encode).map_err(|()| out_of_memory())?;
    let fit = fit.ok_or(Refusal::WillNotFit { most: wanted.most_bytes })?;
    let Plan { format, mut steps, notes, .. } = plan;
    if format == Format::Png {
        steps.push(Step::Format(format));
    }
    if fit.size != full {
        steps.push(Step::Smaller { from: full });
    }
    steps.push(Step::Bytes(bytes.len() as u64));
    let (width, height) = fit.size;
    let (size, quality) = (fit.bytes.len() as u64, Some(fit.quality));
    Ok(Prepared::Copy(Report { size, format: Format::Jpeg, width, height, quality, steps, notes }, fit.bytes))
}

fn turned(picture: RgbImage, orientation: Orientation, quarters: u8) -> RgbImage {
    let mut picture = DynamicImage::ImageRgb8(picture);
    picture.apply_orientation(orientation);
    picture.apply_orientation(match quarters {
        1 => Orientation::Rotate90,
        2 => Orientation::Rotate180,
        3 => Orientation::Rotate270,
        _ => Orientation::NoTransforms,
    });
    picture.into_rgb8()
}

fn upright_size(decoded: &Decoded, quarters: u8) -> (u32, u32) {
    let (width, height) = (decoded.picture.width(), decoded.picture.height());
    let lies = matches!(
        decoded.orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    if lies != (quarters % 2 == 1) { (height, width) } else { (width, height) }
}

fn lacks((width, height): (u32, u32), (short, long): (u32, u32)) -> bool {
    width.min(height) < short || width.max(height) < long
}

/// Whether any pixel shows what is behind it.
fn is_transparent(picture: &DynamicImage) -> bool {
    use DynamicImage as D;
    match picture {
        D::ImageRgba8(picture) => picture.pixels().any(|pixel| pixel.0[3] < u8::MAX),
        D::ImageLumaA8(picture) => picture.pixels().any(|pixel| pixel.0[1] < u8::MAX),
        D::ImageRgba16(picture) => picture.pixels().any(|pixel| pixel.0[3] < u16::MAX),
        D::ImageLumaA16(picture) => picture.pixels().any(|pixel| pixel.0[1] < u16::MAX),
        picture => picture.color().has_alpha(),
    }
}

/// The same shape with at most so many pixels.
fn within((width, height): (u32, u32), most: u64) -> (u32, u32) {
    let pixels = u64::from(width) * u64::from(height);
    if pixels <= most {
        return (width, height);
    }
    let share = (most as f64 / pixels as f64).sqrt();
    let side = |side: u32| ((f64::from(side) * share) as u32).max(1);
    (side(width), side(height))
}

/// The same shape with sides of at least these, but never larger than it is.
fn least_size((width, height): (u32, u32), (short, long): (u32, u32)) -> (u32, u32) {
    let share = |side: u32, least: u32| f64::from(least) / f64::from(side.max(1));
    let share = share(width.min(height), short).max(share(width.max(height), long));
    if share >= 1.0 {
        return (width, height);
    }
    let side = |side: u32| ((f64::from(side) * share).ceil() as u32).clamp(1, side);
    (side(width), side(height))
}

#[cfg(test)]
mod tests;
