//! What has been read so far, in memory alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Reading;

/// Readings of files, each by the SHA-256 of the file in lower-case hexadecimal digits: what a name or a path stands for may change,
/// what bytes say does not. Clones share the readings. Never written anywhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings(BTreeMap<String, Arc<Reading>>);

static NONE: Readings = Readings(BTreeMap::new());

impl Readings {
    /// No readings at all.
    #[must_use]
    pub fn none() -> &'static Self {
        &NONE
    }

    /// What the file with this hash says; `None` where it was not read.
    #[must_use]
    pub fn get(&self, sha256: &str) -> Option<&Reading> {
        self.0.get(sha256).map(Arc::as_ref)
    }

    /// Keeps what a file says.
    pub fn insert(&mut self, sha256: impl Into<String>, reading: impl Into<Arc<Reading>>) {
        self.0.insert(sha256.into(), reading.into());
    }
}
