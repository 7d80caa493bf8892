//! Pictures for looking at: decoded once, standing upright, and cut and scaled to what a screen has room for.

use std::fs;
use std::io::Read;
use std::path::Path;

use image::DynamicImage;
use image::imageops::FilterType;

use super::PICTURE_LIMIT;
use super::decode::{self, opaque, upright};
use super::inspect::{obstacle, open};
use super::sniff::{HEAD, Kind, sniff};
use super::{header, memory, quality};
use crate::facts::{Content, Damage, Format};

/// The longest side of a scaled picture, in pixels; more is never drawn on a screen.
const WIDEST_VIEW: u32 = 4096;

/// Why a picture cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Unseen {
    /// There is no picture to read: what is there instead.
    File(Content),
    /// A format that cannot be decoded here.
    Format(Format),
    /// The bytes are damaged, or too much to decode.
    Damage(Damage),
}

/// A part of a picture, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Columns left of it.
    pub x: u32,
    /// Rows above it.
    pub y: u32,
    /// Its width; at least 1.
    pub width: u32,
    /// Its height; at least 1.
    pub height: u32,
}

/// A small picture, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Red, green and blue of every pixel, row by row from the top.
    pub rgb: Vec<u8>,
}

impl Pixels {
    /// Red, green and blue of a pixel; `None` outside.
    #[must_use]
    pub fn at(&self, x: u32, y: u32) -> Option<[u8; 3]> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let start = (y as usize * self.width as usize + x as usize) * 3;
        self.rgb.get(start..start + 3)?.try_into().ok()
    }
}

/// A decoded picture, standing upright.
#[derive(Debug, Clone)]
pub struct Picture {
    image: DynamicImage,
}

impl Picture {
    /// Reads and decodes the file at `path`; links are followed. Blocks as long as the disk takes, never on a pipe or device. Takes
    /// at most [`PICTURE_LIMIT`] bytes for the file and twice 160 MiB for the pixels.
    ///
    /// # Errors
    /// [`Unseen`], for whatever is not a picture that can be decoded.
    pub fn read(path: &Path) -> Result<Self, Unseen> {
        let (file, metadata) = open(path).map_err(|error| Unseen::File(obstacle(&error)))?;
        let too_large = Unseen::File(Content::TooLarge { limit: PICTURE_LIMIT });
        if metadata.len() > PICTURE_LIMIT {
            return Err(too_large);
        }
        let mut bytes = Vec::new();
        // The file may grow while it is read.
        file.take(PICTURE_LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Unseen::File(Content::Unreadable(crate::facts::Obstacle::Failed)))?;
        if bytes.len() as u64 > PICTURE_LIMIT { Err(too_large) } else { Self::decode(&bytes) }
    }

    /// Decodes the bytes of a picture.
    ///
    /// # Errors
    /// As [`Picture::read`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Unseen> {
        match sniff(bytes.get(..HEAD as usize).unwrap_or(bytes)) {
            _ if bytes.is_empty() => Err(Unseen::File(Content::Empty)),
            Kind::Picture(format) if !format.is_decoded() => Err(Unseen::Format(format)),
            Kind::Picture(format) => {
                let size = header::skeleton(format, bytes);
                // Turning takes the pixels twice for a moment.
                let _held = memory::hold(memory::of_pixels(size.width, size.height).saturating_mul(2));
                upright(bytes).map(Self::of).map_err(Unseen::Damage)
            }
            Kind::Video { .. } | Kind::Unknown => Err(Unseen::File(Content::Unknown)),
        }
    }

    /// What is transparent becomes white, as on paper.
    fn of(image: DynamicImage) -> Self {
        let image = match image {
            DynamicImage::ImageRgb8(_) | DynamicImage::ImageLuma8(_) => image,
            image => opaque(image).into(),
        };
        Self { image }
    }

    /// Its pixels.
    pub(super) fn image(&self) -> &DynamicImage {
        &self.image
    }

    /// Width and height, in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.image.width(), self.image.height())
    }

    /// Bytes of memory it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.image.as_bytes().len()
    }

    /// The part of the picture, scaled to so many pixels: averaged where that is fewer, repeated where it is more, so that
    /// nothing looks sharper than it is. What lies outside the picture is left out of the part.
    #[must_use]
    pub fn part(&self, part: Part, (width, height): (u32, u32)) -> Pixels {
        let (all_width, all_height) = self.size();
        let (x, y) = (part.x.min(all_width.saturating_sub(1)), part.y.min(all_height.saturating_sub(1)));
        let (part_width, part_height) = (part.width.clamp(1, all_width - x), part.height.clamp(1, all_height - y));
        let (width, height) = (width.clamp(1, WIDEST_VIEW), height.clamp(1, WIDEST_VIEW));
        let scale = |image: &DynamicImage| {
            if width < part_width || height < part_height {
                image.thumbnail_exact(width, height)
            } else {
                image.resize_exact(width, height, FilterType::Nearest)
            }
        };
        let whole = (part_width, part_height) == (all_width, all_height);
        let scaled = if whole { scale(&self.image) } else { scale(&self.image.crop_imm(x, y, part_width, part_height)) };
        Pixels { width, height, rgb: scaled.into_rgb8().into_raw() }
    }

    /// The same picture, turned clockwise by so many quarters.
    #[must_use]
    pub fn turned(self, quarters: u8) -> Self {
        let image = match quarters % 4 {
            1 => self.image.rotate90(),
            2 => self.image.rotate180(),
            3 => self.image.rotate270(),
            _ => self.image,
        };
        Self { image }
    }
}

/// A small picture of what these bytes show, upright, its longer side 320 pixels at most: a JPEG, the same that an inspection gives
/// (`PassedOn`). `None` for what is no picture that can be decoded.
#[must_use]
pub fn thumbnail(bytes: &[u8]) -> Option<Vec<u8>> {
    let Kind::Picture(format) = sniff(bytes.get(..HEAD as usize).unwrap_or(bytes)) else { return None };
    let skeleton = header::skeleton(format, bytes);
    let _held = memory::hold(memory::of_pixels(skeleton.width, skeleton.height));
    let decoded = decode::decode(format, bytes, skeleton).ok()?;
    quality::encoded(&quality::small(&decoded))
}

/// What changes when a file does, as far as a look at its entry in the folder tells.
#[must_use]
pub fn age(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    /// The whole picture in the bytes of a file, as large as fits into so many pixels, never larger than it is.
    fn thumbnail(bytes: &[u8], room: (u32, u32)) -> Result<Pixels, Unseen> {
        let picture = Picture::decode(bytes)?;
        let (width, height) = picture.size();
        Ok(picture.part(Part { x: 0, y: 0, width, height }, fitted((width, height), room)))
    }

    /// The largest size of these proportions that fits, never larger than it is and never nothing.
    fn fitted((width, height): (u32, u32), room: (u32, u32)) -> (u32, u32) {
        let scale = (f64::from(room.0) / f64::from(width)).min(f64::from(room.1) / f64::from(height)).min(1.0);
        let side = |side: u32, most: u32| ((f64::from(side) * scale).round() as u32).clamp(1, most.max(1));
        (side(width, room.0), side(height, room.1))
    }

    /// Left half red, right half blue, with one white pixel at (0, 0).
    fn halves(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| match (x, y) {
            (0, 0) => Rgb([255; 3]),
            _ if x < width / 2 => Rgb([200, 0, 0]),
            _ => Rgb([0, 0, 200]),
        })
    }

    fn png(image: impl Into<DynamicImage>) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.into().write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_thumbnail_keeps_proportions_and_colours_and_never_grows() {
        for ((width, height), room, expected) in [
            ((400, 200), (100, 100), (100, 50)),
            ((200, 400), (100, 100), (50, 100)),
            ((40, 20), (100, 100), (40, 20)),
            ((2000, 2), (100, 100), (100, 1)),
            ((40, 20), (0, 0), (1, 1)),
        ] {
            let small = thumbnail(&png(halves(width, height)), room).unwrap();
            assert_eq!((small.width, small.height), expected, "{width}x{height}");
            assert_eq!(small.rgb.len(), (small.width * small.height * 3) as usize);
        }
        let small = thumbnail(&png(halves(400, 200)), (40, 40)).unwrap();
        assert_eq!((small.at(5, 10), small.at(35, 10), small.at(40, 0)), (Some([200, 0, 0]), Some([0, 0, 200]), None));
    }

    #[test]
    fn a_part_at_its_own_size_is_the_picture_itself_and_a_larger_one_repeats_it() {
        let picture = Picture::decode(&png(halves(40, 20))).unwrap();
        let pixels = picture.part(Part { x: 0, y: 0, width: 2, height: 2 }, (2, 2));
        assert_eq!((pixels.at(0, 0), pixels.at(1, 0), pixels.at(1, 1)), (Some([255; 3]), Some([200, 0, 0]), Some([200, 0, 0])));
        let pixels = picture.part(Part { x: 19, y: 4, width: 2, height: 1 }, (8, 4));
        assert!((0..4).all(|x| pixels.at(x, 3) == Some([200, 0, 0])));
        assert!((4..8).all(|x| pixels.at(x, 0) == Some([0, 0, 200])));
        // Beyond the edge there is nothing; the picture's own last pixel is shown.
        let outside = picture.part(Part { x: 99, y: 99, width: 9, height: 9 }, (1, 1));
        assert_eq!(outside.at(0, 0), Some([0, 0, 200]));
    }

    #[test]
    fn a_small_jpeg_keeps_proportions_never_grows_and_is_what_an_inspection_gives() {
        let folder = tempfile::tempdir().unwrap();
        for ((width, height), expected) in [((400, 200), (320, 160)), ((2000, 4000), (160, 320)), ((40, 20), (40, 20))] {
            let bytes = png(halves(width, height));
            let jpeg = super::thumbnail(&bytes).unwrap();
            assert_eq!(Picture::decode(&jpeg).unwrap().size(), expected);
            fs::write(folder.path().join("a.png"), &bytes).unwrap();
            let seen = crate::inspect(&folder.path().join("a.png")).passed_on.unwrap();
            assert_eq!(seen.thumbnail.as_deref(), Some(jpeg.as_slice()));
        }
        assert_eq!(super::thumbnail(b"a text"), None);
    }

    #[test]
    fn four_turns_are_none() {
        let picture = Picture::decode(&png(halves(40, 20))).unwrap();
        let turned = picture.clone().turned(1);
        assert_eq!(turned.size(), (20, 40));
        let corner = turned.part(Part { x: 19, y: 0, width: 1, height: 1 }, (1, 1));
        assert_eq!(corner.at(0, 0), Some([255; 3]), "the upper left corner has gone to the upper right");
        assert_eq!(picture.clone().turned(4).image, picture.image);
        assert_eq!(picture.clone().turned(2).turned(3).turned(3).image, picture.image);
    }

    #[test]
    fn what_is_transparent_is_white() {
        let glass = RgbaImage::from_fn(2, 1, |x, _| if x == 0 { Rgba([10, 20, 30, 0]) } else { Rgba([10, 20, 30, 255]) });
        let pixels = thumbnail(&png(glass), (9, 9)).unwrap();
        assert_eq!((pixels.at(0, 0), pixels.at(1, 0)), (Some([255; 3]), Some([10, 20, 30])));
    }

    #[test]
    fn what_cannot_be_shown_says_why() {
        let whole = png(halves(40, 20));
        assert_eq!(thumbnail(b"", (9, 9)), Err(Unseen::File(Content::Empty)));
        assert_eq!(thumbnail(b"a text", (9, 9)), Err(Unseen::File(Content::Unknown)));
        assert_eq!(thumbnail(b"%PDF-1.7\n", (9, 9)), Err(Unseen::Format(Format::Pdf)));
        assert_eq!(thumbnail(&whole[..whole.len() / 2], (9, 9)), Err(Unseen::Damage(Damage::Truncated)));
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Picture::read(folder.path()), Err(Unseen::File(Content::NotAFile))));
        assert!(matches!(Picture::read(&folder.path().join("a.png")), Err(Unseen::File(Content::Missing))));
        fs::write(folder.path().join("a.png"), whole).unwrap();
        assert_eq!(Picture::read(&folder.path().join("a.png")).unwrap().size(), (40, 20));
        let huge = fs::File::create(folder.path().join("b.jpg")).unwrap();
        huge.set_len(PICTURE_LIMIT + 1).unwrap();
        let limit = PICTURE_LIMIT;
        assert!(
            matches!(Picture::read(&folder.path().join("b.jpg")), Err(Unseen::File(Content::TooLarge { limit: l })) if l == limit)
        );
    }
}
