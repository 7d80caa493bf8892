//! Scans: what is really in the files a draft refers to.
//!
//! Knows nothing of filings: [`facts`] are what can be said about a file, [`Limits`] what is asked of it.
//!
//! [`inspect`] looks at one file and never panics, never waits for a pipe and never reads or decodes more than the
//! limits below allow; what it finds is a [`FileFacts`](crate::facts::FileFacts), which rules judge. Formats
//! are told from the bytes, never from the name. [`Cache`] makes looking again cost one `stat` per file.

mod bytes;
mod cache;
mod decode;
mod exif;
pub mod facts;
mod header;
mod inspect;
mod jpeg;
mod limits;
mod paths;
mod png;
pub mod prepare;
mod quality;
mod sniff;
mod video;
mod view;

pub use cache::{Cache, inspect_all};
pub use decode::upright;
pub use inspect::{inspect, inspect_bytes};
pub use limits::{Limits, MOST_PICTURE_BYTES};
pub use paths::{relative_to, resolve};
pub use view::{Part, Picture, Pixels, Unseen, age, fitted, thumbnail};

/// Pictures of more bytes than this are not read (32 MB; the platform takes 2, a phone's largest has about 25).
pub const PICTURE_LIMIT: u64 = 32_000_000;

/// Videos of more bytes than this are not read (64 MB; 10 is what the platform is known to take).
pub const VIDEO_LIMIT: u64 = 64_000_000;

/// Pictures of more pixels than this are not decoded; a phone's largest has 48 to 50 million.
pub const MAX_PIXELS: u64 = 50_000_000;

/// Pictures with a longer side than this, in pixels, are not decoded.
pub const MAX_SIDE: u32 = 12_000;

/// Pictures that would take more bytes of memory than this once decoded are not decoded (160 MiB). Reached before
/// [`MAX_PIXELS`] only by pictures with transparency or 16 bits per channel.
///
/// This is for one picture. [`Cache`] looks at two at once, so pixels alone can take twice as much for a moment, and with them
/// the bytes of both files (at most [`PICTURE_LIMIT`] each), what the decoder itself keeps and, with 16 bits per channel, a
/// copy with 8. `benches/README.md` has what pictures of twelve megapixels take.
pub const DECODED_LIMIT: u64 = 160 * 1024 * 1024;

#[cfg(test)]
mod example_tests;
