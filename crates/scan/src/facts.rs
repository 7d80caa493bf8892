//! What rules may know about the files a draft refers to. Pure data: [`inspect`](crate::inspect()) looks, rules judge.
//!
//! A missing entry means "nobody has looked yet", which is not the same as [`Content::Missing`]: rules stay silent
//! about files without facts.

mod passed_on;
mod picture;

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

pub use passed_on::PassedOn;
pub use picture::{Analysis, CardSide, LINES_UP, Notes, Outline, Print, Tone, Turn};

/// Facts about the files a draft refers to, keyed by the path exactly as written in the draft.
#[derive(Default, Clone, Debug, PartialEq)]
pub struct Facts {
    map: BTreeMap<String, FileFacts>,
}

impl Facts {
    /// No facts at all: as if nobody had looked at any file.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is known about the file written as `path`; `None` if nobody has looked.
    pub fn get(&self, path: &str) -> Option<&FileFacts> {
        self.map.get(path)
    }

    /// Notes the facts about the file written as `path`; gives back what was noted before.
    pub fn insert(&mut self, path: impl Into<String>, facts: FileFacts) -> Option<FileFacts> {
        self.map.insert(path.into(), facts)
    }

    /// All paths with their facts, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FileFacts)> {
        self.map.iter().map(|(path, facts)| (path.as_str(), facts))
    }

    /// Changes what is known of every file.
    pub fn for_each_mut(&mut self, change: impl FnMut(&mut FileFacts)) {
        self.map.values_mut().for_each(change);
    }

    /// Forgets every file for which `keep` says no.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &FileFacts) -> bool) {
        self.map.retain(|path, facts| keep(path, facts));
    }

    /// Takes over everything `other` knows; its facts replace older ones about the same path.
    pub fn extend(&mut self, other: Facts) {
        self.map.extend(other.map);
    }

    /// How many files there are facts about.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are no facts at all.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}

impl FromIterator<(String, FileFacts)> for Facts {
    fn from_iter<I: IntoIterator<Item = (String, FileFacts)>>(facts: I) -> Self {
        Self { map: facts.into_iter().collect() }
    }
}

/// What is known about one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Size in bytes; 0 when there is no file to measure.
    pub size: u64,
    /// When the file was last changed, if the file system says so.
    pub modified: Option<SystemTime>,
    /// What is there, judged by the bytes and never by the name.
    pub content: Content,
    /// What of it is passed on; known of sound pictures and films that were really looked at.
    #[serde(default)]
    pub passed_on: Option<PassedOn>,
    /// The credit code in a QR code that is printed in the picture, if it was looked for one.
    pub code: PrintedCode,
}

/// A unified social credit code in a QR code, as business licences have it.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PrintedCode {
    /// Nobody has looked for one: the file is of no licence.
    #[default]
    NotSought,
    /// There is none that can be read, or none that leads to the public register.
    None,
    /// The 18 characters that the register is asked for. Whether they make a code is not checked here.
    Of(String),
}

impl FileFacts {
    /// Facts that consist of the content alone.
    pub fn of(content: Content) -> Self {
        Self { size: 0, modified: None, content, passed_on: None, code: PrintedCode::NotSought }
    }

    /// Facts about a sound picture of `size` bytes. Its hash is left empty: where hashes are compared, give each
    /// picture its own by [`FileFacts::with_sha256`].
    pub fn picture(format: Format, width: u32, height: u32, size: u64) -> Self {
        let content = Content::Picture { format, width, height, damage: None, sha256: String::new(), analysis: None };
        Self { size, ..Self::of(content) }
    }

    /// The same facts with what can be seen (pictures; others stay as they are).
    #[must_use]
    pub fn with_analysis(mut self, seen: Analysis) -> Self {
        if let Content::Picture { analysis, .. } = &mut self.content {
            *analysis = Some(Box::new(seen));
        }
        self
    }

    /// The same facts with a credit code that is printed in the picture.
    #[must_use]
    pub fn with_code(mut self, code: &str) -> Self {
        self.code = PrintedCode::Of(code.to_owned());
        self
    }

    /// The credit code that is printed in the picture as a QR code, unchecked.
    pub fn printed_code(&self) -> Option<&str> {
        match &self.code {
            PrintedCode::Of(code) => Some(code),
            PrintedCode::NotSought | PrintedCode::None => None,
        }
    }

    /// Width and height of a picture as it is seen: standing upright, as its EXIF data say. `None` where they are not known.
    pub fn upright(&self) -> Option<(u32, u32)> {
        match &self.content {
            Content::Picture { width, height, analysis, .. } if *width > 0 => {
                let lies = analysis.as_ref().is_some_and(|analysis| analysis.notes.orientation >= 5);
                Some(if lies { (*height, *width) } else { (*width, *height) })
            }
            _ => None,
        }
    }

    /// What can be seen; `None` unless it is a sound picture of a format that is decoded.
    pub fn analysis(&self) -> Option<&Analysis> {
        match &self.content {
            Content::Picture { analysis, .. } => analysis.as_deref(),
            _ => None,
        }
    }

    /// The same facts with another content hash (pictures and videos; others stay as they are).
    #[must_use]
    pub fn with_sha256(mut self, hash: &str) -> Self {
        if let Content::Picture { sha256, .. } | Content::Video { sha256, .. } = &mut self.content {
            *sha256 = hash.to_owned();
        }
        self
    }

    /// The same facts with a damaged content (pictures and videos; others stay as they are).
    #[must_use]
    pub fn with_damage(mut self, found: Damage) -> Self {
        if let Content::Picture { damage, .. } | Content::Video { damage, .. } = &mut self.content {
            *damage = Some(found);
        }
        self
    }

    /// The content's SHA-256 as 64 lower-case hexadecimal digits; `None` unless it is a picture or a video.
    pub fn sha256(&self) -> Option<&str> {
        match &self.content {
            Content::Picture { sha256, .. } | Content::Video { sha256, .. } => Some(sha256),
            _ => None,
        }
    }
}

/// What was found under a path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing is there (or a link that leads nowhere).
    Missing,
    /// A folder, pipe, device or socket.
    NotAFile,
    /// Something is there, but it could not be read.
    Unreadable(Obstacle),
    /// A file of zero bytes.
    Empty,
    /// Bigger than we are willing to read, so nothing more is known.
    TooLarge {
        /// The limit that was passed, in bytes.
        limit: u64,
    },
    /// A picture, or a document that people take for one (PDF).
    Picture {
        /// The format of the bytes, whatever the name says.
        format: Format,
        /// Width in pixels as stored; 0 if the header does not say (PDF, a file cut off before it).
        width: u32,
        /// Height in pixels as stored; 0 if the header does not say.
        height: u32,
        /// What is wrong with the bytes. Only JPEG and PNG are looked through; others always have `None`.
        damage: Option<Damage>,
        /// SHA-256 of all bytes, 64 lower-case hexadecimal digits.
        sha256: String,
        /// What can be seen in it; `None` if it was not decoded: damaged, or of another format than JPEG and PNG.
        analysis: Option<Box<Analysis>>,
    },
    /// A film.
    Video {
        /// Whether it is an MP4 file, which is the only kind the platform takes.
        mp4: bool,
        /// What is wrong with the bytes. Only MP4 is looked through.
        damage: Option<Damage>,
        /// Whether it says where it was taken. Only MP4 is looked through.
        location: bool,
        /// SHA-256 of all bytes, 64 lower-case hexadecimal digits.
        sha256: String,
    },
    /// None of these: text, an archive, an office document …
    Unknown,
}

/// Why something that exists could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Obstacle {
    /// The user may not read it, or may not enter a folder on the way.
    NoPermission,
    /// Links that lead in a circle.
    LinkLoop,
    /// A name that no file can have here: too long, or with a NUL.
    BadName,
    /// Nobody has said that it may be read: it lies outside the folder of the draft that names it.
    Outside,
    /// Anything else the operating system reported: an I/O error, a vanished network share …
    Failed,
}

impl Obstacle {
    /// The obstacle's stable name, for message keys and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoPermission => "no-permission",
            Self::LinkLoop => "link-loop",
            Self::BadName => "bad-name",
            Self::Outside => "outside",
            Self::Failed => "failed",
        }
    }
}

/// What is wrong with the bytes of a picture or video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// The end is missing: a copy or download that stopped half-way.
    Truncated,
    /// Begins like its format but cannot be decoded.
    Undecodable,
    /// Can be decoded, but what is in it is broken: a part of the picture shows wrong or not at all.
    Corrupt,
    /// More pixels than we decode ; width and height are those the header claims.
    TooManyPixels {
        /// So many pixels would have been decoded of a picture of this kind.
        most: u64,
    },
    /// A side longer than we decode (12,000 pixels).
    TooLong,
}

impl Damage {
    /// The damage's stable name, for message keys and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Truncated => "truncated",
            Self::Undecodable => "undecodable",
            Self::Corrupt => "corrupt",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::TooLong => "too-long",
        }
    }
}

/// Formats of pictures and of what people take for pictures. The platform takes JPEG and PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG, animated ones too.
    Png,
    /// GIF.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// WebP.
    Webp,
    /// TIFF, and camera raw formats built on it.
    Tiff,
    /// HEIC and HEIF: what phones save when nobody tells them otherwise.
    Heic,
    /// AVIF, as browsers save it.
    Avif,
    /// PDF.
    Pdf,
}

impl Format {
    /// Every format, in a fixed order.
    pub const ALL: [Self; 9] =
        [Self::Jpeg, Self::Png, Self::Gif, Self::Bmp, Self::Webp, Self::Tiff, Self::Heic, Self::Avif, Self::Pdf];

    /// The name people know the format by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Webp => "WebP",
            Self::Tiff => "TIFF",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Pdf => "PDF",
        }
    }

    /// Endings of file names that fit the format, lower case, the usual one first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png", "apng"],
            Self::Gif => &["gif"],
            Self::Bmp => &["bmp", "dib"],
            Self::Webp => &["webp"],
            Self::Tiff => &["tif", "tiff", "dng"],
            Self::Heic => &["heic", "heif", "hif"],
            Self::Avif => &["avif"],
            Self::Pdf => &["pdf"],
        }
    }

    /// Whether pictures of this format can be decoded here, to be shown or prepared.
    pub const fn is_decoded(self) -> bool {
        match self {
            Self::Jpeg | Self::Png | Self::Gif | Self::Bmp | Self::Webp | Self::Tiff => true,
            Self::Heic | Self::Avif | Self::Pdf => false,
        }
    }

    /// The format that the ending of a file's name promises; `None` without an ending or for an unknown one.
    pub fn promised_by(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next()?;
        let (stem, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let known = |format: &Self| format.extensions().contains(&ending.as_str());
        if stem.is_empty() { None } else { Self::ALL.into_iter().find(known) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_under_the_path_as_written() {
        let mut facts = Facts::new();
        assert!(facts.is_empty());
        assert_eq!(facts.insert("scans/a.jpg", FileFacts::of(Content::Empty)), None);
        facts.insert("b.jpg", FileFacts::of(Content::Missing));
        assert!(facts.insert("b.jpg", FileFacts::of(Content::NotAFile)).is_some());
        assert_eq!(facts.get("b.jpg").map(|f| &f.content), Some(&Content::NotAFile));
        assert_eq!(facts.get("./b.jpg"), None);
        assert_eq!(facts.iter().map(|(path, _)| path).collect::<Vec<_>>(), ["b.jpg", "scans/a.jpg"]);
        facts.retain(|path, _| path.starts_with("scans/"));
        assert_eq!(facts.len(), 1);
        facts.extend([("c".to_owned(), FileFacts::of(Content::Unknown))].into_iter().collect());
        assert_eq!(facts.len(), 2);
    }

    #[test]
    fn a_name_promises_a_format() {
        let cases = [
            ("scans/licence.jpg", Some(Format::Jpeg)),
            ("licence.JPEG", Some(Format::Jpeg)),
            ("a.b/licence.png", Some(Format::Png)),
            ("C:\\scans\\licence.HEIC", Some(Format::Heic)),
            ("证件.正面.pdf", Some(Format::Pdf)),
            ("licence", None),
            ("folder.jpg/licence", None),
            (".jpg", None),
            ("licence.", None),
            ("licence.docx", None),
            ("", None),
        ];
        for (path, promised) in cases {
            assert_eq!(Format::promised_by(path), promised, "{path}");
        }
    }

    #[test]
    fn every_ending_belongs_to_one_format() {
        for format in Format::ALL {
            for ending in format.extensions() {
                assert_eq!(Format::promised_by(&format!("x.{ending}")), Some(format), "{ending}");
            }
        }
    }

    #[test]
    fn hash_and_damage_belong_to_pictures_and_videos() {
        let picture = FileFacts::picture(Format::Png, 1, 2, 3).with_sha256("ab").with_damage(Damage::Truncated);
        assert_eq!(picture.sha256(), Some("ab"));
        assert!(matches!(picture.content, Content::Picture { damage: Some(Damage::Truncated), .. }));
        let empty = FileFacts::of(Content::Empty).with_sha256("ab").with_damage(Damage::Truncated);
        assert_eq!(empty, FileFacts::of(Content::Empty));
    }
}
