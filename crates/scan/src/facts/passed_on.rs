//! What leaves of a file when it is passed on: known from the look at it, so that little has to be decoded again for a package.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A file without its traces ([`without_traces`](crate::without_traces)), by its hash, and what it looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOn {
    /// SHA-256 of the bytes that are passed on, as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Their number.
    pub size: u64,
    /// The picture as a small JPEG ([`thumbnail`](crate::thumbnail)); `None` of a film, and of what an earlier run has looked at
    /// (`Cache::add_pictures` adds it): what an identity card looks like stands in no file that can be read without the card's own.
    #[serde(skip)]
    pub thumbnail: Option<Arc<[u8]>>,
}
