//! Scans: what is really in the files a draft refers to.
//!
//! Knows nothing of filings: [`facts`] are what can be said about a file, [`Limits`] what is asked of it, and [`prepare`] makes copies
//! that keep to them.
//!
//! [`inspect`] looks at one file and never panics, never waits for a pipe and never reads or decodes more than its limits allow; what
//! it finds is a [`FileFacts`](facts::FileFacts), which rules judge. Formats are told from the bytes, never from the name. [`Cache`]
//! makes looking again cost one `stat` per file.
//!
//! | limit | value |
//! |---|---|
//! | bytes of a picture | 32 million ([`PICTURE_LIMIT`]) |
//! | bytes of a video | 64 million |
//! | pixels that are decoded | 50 million, half of that in a progressive JPEG |
//! | longest side that is decoded | 12,000 pixels |
//! | memory for the pixels | 160 MiB |
//!
//! # Inspect bytes
//!
//! ```
//! use beian_scan::facts::{Content, Damage, Format};
//! use beian_scan::inspect_bytes;
//!
//! let mut file = std::io::Cursor::new(Vec::new());
//! image::RgbImage::new(720, 1280).write_to(&mut file, image::ImageFormat::Png)?;
//! let png = file.into_inner();
//!
//! let Content::Picture { format, width, height, damage, analysis, .. } = inspect_bytes(&png) else { unreachable!() };
//! assert_eq!((format, width, height, damage), (Format::Png, 720, 1280, None));
//! assert!(analysis.is_some_and(|seen| seen.blank), "nothing can be seen on a black picture");
//!
//! // A download that stopped half-way.
//! let half = inspect_bytes(&png[..png.len() / 2]);
//! assert!(matches!(half, Content::Picture { damage: Some(Damage::Truncated), .. }));
//!
//! // Whatever its name says.
//! assert!(matches!(inspect_bytes(b"%PDF-1.7"), Content::Picture { format: Format::Pdf, .. }));
//! assert_eq!(inspect_bytes(b"Dear Sir or Madam"), Content::Unknown);
//! # Ok::<(), image::ImageError>(())
//! ```

mod bytes;
mod cache;
mod code;
mod cut;
mod decode;
mod exif;
pub mod facts;
mod header;
mod inspect;
mod jpeg;
mod limits;
mod memory;
mod paths;
mod png;
pub mod prepare;
mod quality;
pub mod read;
mod remembered;
mod sealed;
mod sniff;
mod traces;
mod video;
mod view;

pub use cache::{Cache, Wanted, inspect_all};
pub use inspect::{NotRegular, inspect, inspect_bytes, read_file, sha256};
pub use limits::Limits;
pub use paths::{COPY_MARK, relative_to, resolve};
pub use remembered::Remembered;
pub use traces::{without_traces, without_traces_of_sound};
pub use view::{Part, Picture, Pixels, Unseen, age, thumbnail};

/// Pictures of more bytes than this are not read (32 MB; the platform takes 2, a phone's largest has about 25).
pub const PICTURE_LIMIT: u64 = 32_000_000;

/// Videos of more bytes than this are not read (64 MB; 10 is what the platform is known to take).
pub(crate) const VIDEO_LIMIT: u64 = 64_000_000;

/// Pictures of more pixels than this are not decoded; a phone's largest has 48 to 50 million.
pub(crate) const MAX_PIXELS: u64 = 50_000_000;

/// Pictures with a longer side than this, in pixels, are not decoded.
pub(crate) const MAX_SIDE: u32 = 12_000;

/// Pictures that would take more bytes of memory than this once decoded are not decoded (160 MiB). Reached before
/// [`MAX_PIXELS`] only by pictures with transparency or 16 bits per channel.
///
/// This is for one picture. [`Cache`] looks at two at once, so pixels alone can take twice as much for a moment, and with them
/// the bytes of both files (at most [`PICTURE_LIMIT`] each), what the decoder itself keeps and, with 16 bits per channel, a
/// copy with 8. `benches/README.md` has what pictures of twelve megapixels take.
pub(crate) const DECODED_LIMIT: u64 = 160 * 1024 * 1024;

#[cfg(test)]
mod example_tests;
