//! What has been read so far, in memory alone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Reading, understand};
use crate::filing::{Draft, FieldId, Need};
use crate::scan::facts::{Content, Facts};
use crate::scan::read::Reader;
use crate::scan::{self, Picture};

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

/// The certificates and letters of a draft that have not been read: path and SHA-256. Only sound pictures can be read, and of one
/// picture that is named twice only the first is told.
#[must_use]
pub fn unread<'a>(draft: &'a Draft, facts: &'a Facts, known: &Readings) -> Vec<(&'a str, &'a str)> {
    let asked = FieldId::CERTIFICATES.iter().chain(FieldId::LETTERS).filter(|id| draft.need(**id) != Need::NotAsked);
    let mut found: Vec<(&str, &str)> = Vec::new();
    for path in asked.flat_map(|id| draft.paths(*id)) {
        let Some(facts) = facts.get(path) else { continue };
        let Some(sha256) = facts.sha256().filter(|_| matches!(facts.content, Content::Picture { damage: None, .. })) else {
            continue;
        };
        if known.get(sha256).is_none() && found.iter().all(|(_, other)| *other != sha256) {
            found.push((path, sha256));
        }
    }
    found
}

/// What the picture with this SHA-256 says; nothing, where it cannot be seen or read, or the file holds another by now.
#[must_use]
pub fn read(reader: &Reader, file: &Path, sha256: &str) -> Reading {
    let bytes = scan::read_file(file).ok().filter(|bytes| scan::sha256(bytes) == sha256);
    let picture = bytes.and_then(|bytes| Picture::decode(&bytes).ok());
    let page = picture.and_then(|picture| reader.read(&picture));
    page.map_or_else(Reading::default, |page| understand(&page))
}

/// A reader for many drafts at once: each picture is read once, whoever names it.
#[derive(Debug)]
pub struct SharedReader {
    reader: Reader,
    known: Mutex<BTreeMap<String, Arc<OnceLock<Arc<Reading>>>>>,
}

impl SharedReader {
    /// Shares a reader.
    #[must_use]
    pub fn new(reader: Reader) -> Self {
        Self { reader, known: Mutex::default() }
    }

    /// What the certificates and letters of a draft say; `place` tells where a path of the draft leads. Whoever wants a picture that is being read
    /// waits for that.
    pub fn of(&self, draft: &Draft, facts: &Facts, place: impl Fn(&str) -> PathBuf) -> Readings {
        let mut readings = Readings::default();
        for (path, sha256) in unread(draft, facts, Readings::none()) {
            let reading = once(&self.known, sha256, || read(&self.reader, &place(path), sha256));
            readings.insert(sha256, reading);
        }
        readings
    }
}

/// What is known by a key; found out where it is not, by one thread alone.
fn once(known: &Mutex<BTreeMap<String, Arc<OnceLock<Arc<Reading>>>>>, key: &str, find: impl FnOnce() -> Reading) -> Arc<Reading> {
    let slot = Arc::clone(known.lock().unwrap_or_else(PoisonError::into_inner).entry(key.to_owned()).or_default());
    Arc::clone(slot.get_or_init(|| Arc::new(find())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::facts::{Damage, FileFacts, Format};

    #[test]
    fn a_picture_that_several_want_at_once_is_read_once() {
        let (known, times) = (Mutex::default(), std::sync::atomic::AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    once(&known, "1", || {
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        times.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        Reading::default()
                    })
                });
            }
        });
        assert_eq!(times.into_inner(), 1);
    }

    #[test]
    fn sound_certificates_are_read_once_each() {
        let mut draft = Draft::new(5);
        let mut facts = Facts::new();
        let picture = |sha256: &str| FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(sha256);
        for (field, path, about) in [
            (FieldId::ResponsiblePersonCertificateFront, "front.jpg", picture("1")),
            (FieldId::ResponsiblePersonCertificateBack, "back.jpg", picture("2")),
            (FieldId::SubjectResidencePermit, "permit.jpg", picture("3")),
        ] {
            draft.set(field, Some(path.into()));
            facts.insert(path, about);
        }
        let mut known = Readings::default();
        assert_eq!(unread(&draft, &facts, &known), [("front.jpg", "1"), ("back.jpg", "2")], "no other papers");
        known.insert("1", Reading::default());
        assert_eq!(unread(&draft, &facts, &known), [("back.jpg", "2")], "also what says nothing was read");
        facts.insert("back.jpg", picture("2").with_damage(Damage::Truncated));
        assert!(unread(&draft, &facts, &known).is_empty());
        draft.set(FieldId::ResponsiblePersonCertificateBack, Some("front.jpg".into()));
        facts.insert("front.jpg", picture("4"));
        assert_eq!(unread(&draft, &facts, &known), [("front.jpg", "4")]);
    }
}
