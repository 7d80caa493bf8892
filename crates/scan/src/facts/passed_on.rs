//! What leaves of a file when it is passed on: known from the look at it, so that nothing has to be decoded again for a package.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A file without its traces ([`without_traces`](crate::without_traces)), by its hash, and what it looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOn {
    /// SHA-256 of the bytes that are passed on, as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Their number.
    pub size: u64,
    /// The picture as a small JPEG ([`thumbnail`](crate::thumbnail)); `None` of a film.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub thumbnail: Option<Arc<[u8]>>,
}

fn write<S: Serializer>(thumbnail: &Option<Arc<[u8]>>, to: S) -> Result<S::Ok, S::Error> {
    thumbnail.as_ref().map(|bytes| STANDARD.encode(bytes)).serialize(to)
}

fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Arc<[u8]>>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| STANDARD.decode(text).map(Arc::from).map_err(D::Error::custom)).transpose()
}
