//! Looking at all files of a draft, and looking again cheaply.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::SystemTime;

use super::inspect::look;
use super::{read_file, resolve, sha256, thumbnail};
use crate::facts::{Content, Facts, FileFacts, PrintedCode};
use crate::remembered::Remembered;

/// Files that are looked at for one draft: several times what all fields take together. Of a draft with more, some are too
/// many for their field, which is an error, so none of them is needed.
const MOST_FILES: usize = 400;

/// A file to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<S> {
    /// Its path, written as in a draft.
    pub path: S,
    /// Whether the QR code of a business licence is looked for in it, which takes a moment more.
    pub code: bool,
}

impl Wanted<String> {
    /// The same, lent.
    pub fn as_ref(&self) -> Wanted<&str> {
        Wanted { path: &self.path, code: self.code }
    }
}

impl Wanted<&str> {
    /// The same, to keep.
    pub fn into_owned(self) -> Wanted<String> {
        Wanted { path: self.path.to_owned(), code: self.code }
    }
}

impl<S> From<S> for Wanted<S> {
    fn from(path: S) -> Self {
        Self { path, code: false }
    }
}

/// Looks at every file in `paths`, written as in a draft kept in `folder`; `home` is what `~/` stands for.
/// Empty paths are passed over, and a path that occurs twice is looked at once.
pub fn inspect_all<'a, W: Into<Wanted<&'a str>>>(folder: &Path, home: Option<&Path>, paths: impl Iterator<Item = W>) -> Facts {
    Cache::new().inspect_all(folder, home, paths)
}

/// Facts that stay good as long as the file system says a file has not changed. Looking at an unchanged file again
/// costs one `stat`. Two files are looked at at once. Holds only the files of the last look, so it does not grow. Clones know the
/// same: what one of them has looked at, the others need not.
#[derive(Debug, Default, Clone)]
pub struct Cache {
    known: Arc<Mutex<Known>>,
    kept: Option<Remembered>,
    /// Whether what is passed on is forgotten.
    is_lean: bool,
}

type Known = BTreeMap<PathBuf, (Stamp, FileFacts)>;

impl Cache {
    /// A cache that knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A cache for many drafts at once, of which none is packed: the small pictures would take more memory than everything else.
    pub fn lean() -> Self {
        Self { is_lean: true, ..Self::default() }
    }

    /// A cache that also knows what earlier runs kept in a folder, and keeps there what it finds.
    pub fn kept_in(kept: Option<Remembered>) -> Self {
        Self { kept, ..Self::default() }
    }

    /// As [`inspect_all`], reading only files that are new or have changed since the last call. Files that are no
    /// longer asked for are forgotten.
    pub fn inspect_all<'a, W: Into<Wanted<&'a str>>>(
        &mut self,
        folder: &Path,
        home: Option<&Path>,
        paths: impl Iterator<Item = W>,
    ) -> Facts {
        let before = self.known().clone();
        let mut now = Known::new();
        let mut wanted: BTreeMap<&str, Sought> = BTreeMap::new();
        for Wanted { path: written, code } in paths.map(Into::into).filter(|wanted| !wanted.path.is_empty()) {
            if wanted.len() >= MOST_FILES {
                break;
            }
            // The stamp is taken before reading: a file that changes meanwhile no longer fits it and is read again.
            let sought = wanted.entry(written).or_insert_with(|| {
                let path = resolve(folder, home, written);
                let stamp = Stamp::at(&path);
                Sought { path, stamp, code: false }
            });
            sought.code |= code;
        }
        // One file may be written in many ways: `a.jpg`, `./a.jpg`, a link. It is read once, and for a code where any asks for one.
        let codes: Vec<Sought> = wanted.values().filter(|sought| sought.code).cloned().collect();
        for sought in wanted.values_mut() {
            sought.code |= codes.iter().any(|other| other.path == sought.path || cfg!(unix) && other.is_of_the_file(sought));
        }
        let mut fresh: Vec<&Sought> = Vec::new();
        let mut stamps: Vec<&Stamp> = Vec::new();
        for sought in wanted.values() {
            match (&sought.stamp, before.get(&sought.path)) {
                (Some(stamp), Some((known, facts))) if known == stamp && sought.is_answered_by(facts) => {
                    now.insert(sought.path.clone(), (known.clone(), facts.clone()));
                }
                (Some(stamp), _) if cfg!(unix) && stamps.contains(&stamp) => {}
                (Some(stamp), _) if self.recall(sought, stamp, &mut now) => {}
                (stamp, _) => {
                    stamps.extend(stamp);
                    fresh.push(sought);
                }
            }
        }
        let mut looked = look_at_all(&fresh);
        let mut facts = Facts::new();
        for (written, sought @ Sought { path, stamp, .. }) in &wanted {
            let known = now.get(path).map(|(_, facts)| facts.clone()).or_else(|| looked.remove(path));
            let mut found = known.or_else(|| of_the_same_file(&now, stamp.as_ref())).unwrap_or_else(|| look(path, sought.code));
            if let (true, Some(passed_on)) = (self.is_lean, &mut found.passed_on) {
                passed_on.thumbnail = None;
            }
            if let Some(stamp) = stamp.as_ref().filter(|_| lasting(&found.content)) {
                if let (Some(kept), false) = (&self.kept, now.contains_key(path)) {
                    kept.keep(path, &stamp.written(), &found);
                    if let Some((sum, picture)) = pictured(&found) {
                        kept.keep_picture(path, sum, picture);
                    }
                }
                now.insert(path.clone(), (stamp.clone(), found.clone()));
            }
            facts.insert(*written, found);
        }
        *self.known() = now;
        facts
    }

    /// Adds the small pictures ([`PassedOn::thumbnail`](crate::facts::PassedOn::thumbnail)) that are missing because an earlier run has
    /// looked at the files: out of what that run kept, or else made anew, two at once. A file that is no longer what the facts speak of
    /// gets none.
    pub fn add_pictures(&self, folder: &Path, home: Option<&Path>, facts: &mut Facts) {
        let is_without = |found: &FileFacts| found.passed_on.as_ref().is_some_and(|passed_on| passed_on.thumbnail.is_none());
        let is_picture = |found: &FileFacts| matches!(found.content, Content::Picture { .. });
        let mut by_content: BTreeMap<String, PathBuf> = BTreeMap::new();
        for (written, found) in facts.iter().filter(|(_, found)| is_picture(found) && is_without(found)) {
            if let Some(sum) = found.sha256() {
                by_content.entry(sum.to_owned()).or_insert_with(|| resolve(folder, home, written));
            }
        }
        let files: Vec<(String, PathBuf)> = by_content.into_iter().collect();
        let made = at_once(&files, |(sum, path)| Some((sum.clone(), self.small_picture(path, sum)?)));
        let made: BTreeMap<String, Arc<[u8]>> = made.into_iter().flatten().collect();
        let add = |found: &mut FileFacts| {
            let picture = found.sha256().and_then(|sum| made.get(sum)).cloned();
            if let (Some(picture), Some(passed_on)) = (picture, &mut found.passed_on) {
                passed_on.thumbnail = Some(picture);
            }
        };
        facts.for_each_mut(add);
        // Kept, unless nothing will be packed, so that the next export need not decode them either.
        if !self.is_lean {
            self.known().values_mut().for_each(|(_, found)| add(found));
        }
    }

    /// The small picture of a file that is still what its hash says.
    fn small_picture(&self, path: &Path, sha256_then: &str) -> Option<Arc<[u8]>> {
        if let Some(picture) = self.kept.as_ref().and_then(|kept| kept.picture(path, sha256_then)) {
            return Some(picture.into());
        }
        let bytes = read_file(path).ok()?;
        let picture = (sha256(&bytes) == sha256_then).then(|| thumbnail(&bytes)).flatten()?;
        if let Some(kept) = &self.kept {
            kept.keep_picture(path, sha256_then, &picture);
        }
        Some(picture.into())
    }

    /// Whether an earlier run knew the file as it is, and all that is asked of it now.
    fn recall(&self, sought: &Sought, stamp: &Stamp, now: &mut Known) -> bool {
        let found = self.kept.as_ref().and_then(|kept| kept.recall(&sought.path, &stamp.written()));
        let found = found.filter(|found| sought.is_answered_by(found));
        found.is_some_and(|found| now.insert(sought.path.clone(), (stamp.clone(), found)).is_none())
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn of_the_same_file(now: &Known, stamp: Option<&Stamp>) -> Option<FileFacts> {
    now.values().find(|(known, _)| cfg!(unix) && stamp == Some(known)).map(|(_, facts)| facts.clone())
}

/// A file, and what is asked of it.
#[derive(Debug, Clone)]
struct Sought {
    path: PathBuf,
    stamp: Option<Stamp>,
    code: bool,
}

impl Sought {
    /// Whether what is known of the file says all that is asked.
    fn is_answered_by(&self, facts: &FileFacts) -> bool {
        !self.code || facts.code != PrintedCode::NotSought
    }

    fn is_of_the_file(&self, other: &Self) -> bool {
        self.stamp.is_some() && self.stamp == other.stamp
    }
}

/// So many files are looked at at once: more would take more memory than they save time.
const AT_ONCE: usize = 2;

/// Looks at files, on two threads where the machine has them.
fn look_at_all(paths: &[&Sought]) -> BTreeMap<PathBuf, FileFacts> {
    at_once(paths, |sought| (sought.path.clone(), look(&sought.path, sought.code))).into_iter().collect()
}

/// What comes of each of these, on two threads where the machine has them. What a thread that could not be started or ended badly has
/// not done is missing.
fn at_once<T: Sync, R: Send>(items: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // Asking how many cores there are reads files of the system, which a draft without scans need not pay for.
    if items.is_empty() {
        return Vec::new();
    }
    let threads = thread::available_parallelism().map_or(1, usize::from).min(AT_ONCE).min(items.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.push(of(item));
        }
        found
    };
    if threads <= 1 {
        return work();
    }
    thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, work);
        let mut found = work();
        found.extend(other.ok().and_then(|thread| thread.join().ok()).into_iter().flatten());
        found
    })
}

/// The SHA-256 of a file with its small picture, where it has one.
fn pictured(found: &FileFacts) -> Option<(&str, &[u8])> {
    Some((found.sha256()?, found.passed_on.as_ref()?.thumbnail.as_deref()?))
}

/// What cannot be read now may be readable a moment later without the file having changed.
fn lasting(content: &Content) -> bool {
    !matches!(content, Content::Missing | Content::Unreadable(_))
}

/// What changes when a file does. On Unix the inode shows a file that was replaced by one of the same size and age,
/// and the time of the inode's change one whose age was set back.
#[derive(Debug, PartialEq, Clone)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    identity: [i128; 3],
}

impl Stamp {
    /// The stamp of the file at a path, if there is one.
    fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|metadata| Self::of(&metadata))
    }

    /// The stamp as text, for another run.
    fn written(&self) -> String {
        let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        let [device, file, changed] = self.identity;
        format!("{} {} {device} {file} {changed}", self.size, self.modified.map_or(0, since))
    }

    fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok(), identity: identity(metadata) }
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> [i128; 3] {
    use std::os::unix::fs::MetadataExt;
    let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
    [metadata.dev().into(), metadata.ino().into(), changed]
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> [i128; 3] {
    [0; 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    const GIF: &[u8] = b"GIF89a\x02\x00\x03\x00;";
    type Outcome = Result<(), Box<dyn Error>>;

    fn width(facts: &Facts, path: &str) -> Option<u32> {
        match facts.get(path)?.content {
            Content::Picture { width, .. } => Some(width),
            _ => None,
        }
    }

    #[test]
    fn facts_are_kept_under_the_path_as_written() -> Outcome {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("scans"))?;
        fs::write(folder.path().join("scans/a.gif"), GIF)?;
        let paths = ["scans/a.gif", "~/a.gif", "", "b.gif", "scans/a.gif"];
        let facts = inspect_all(folder.path(), Some(&folder.path().join("scans")), paths.into_iter());
        assert_eq!(facts.iter().map(|(path, _)| path).collect::<Vec<_>>(), ["b.gif", "scans/a.gif", "~/a.gif"]);
        assert_eq!(width(&facts, "scans/a.gif"), Some(2));
        assert_eq!(width(&facts, "~/a.gif"), Some(2));
        assert_eq!(facts.get("b.gif").map(|f| &f.content), Some(&Content::Missing));
        Ok(())
    }

    #[test]
    fn an_unchanged_file_is_not_read_again() -> Outcome {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("a.gif"), GIF)?;
        let mut cache = Cache::new();
        let first = cache.inspect_all(folder.path(), None, ["a.gif"].into_iter());
        // Only what is remembered can answer with a width that never was in the file.
        let path = folder.path().join("a.gif");
        if let Some((_, remembered)) = cache.known().get_mut(&path)
            && let Content::Picture { width, .. } = &mut remembered.content
        {
            *width = 77;
        }
        let second = cache.inspect_all(folder.path(), None, ["a.gif"].into_iter());
        assert_eq!((width(&first, "a.gif"), width(&second, "a.gif")), (Some(2), Some(77)));
        // Another worker's, too.
        let third = cache.clone().inspect_all(folder.path(), None, ["a.gif"].into_iter());
        assert_eq!(width(&third, "a.gif"), Some(77));
        Ok(())
    }

    #[test]
    fn a_code_is_looked_for_where_it_is_asked_for_and_the_file_looked_at_again_for_it() -> Outcome {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("a.gif"), GIF)?;
        let code = |facts: &Facts, path| facts.get(path).map(|facts| facts.code.clone());
        let wanted = |path, code| [Wanted { path, code }].into_iter();
        let mut cache = Cache::new();
        let plain = cache.inspect_all(folder.path(), None, ["a.gif"].into_iter());
        assert_eq!(code(&plain, "a.gif"), Some(PrintedCode::NotSought));
        let sought = cache.inspect_all(folder.path(), None, wanted("a.gif", true));
        assert_eq!(code(&sought, "a.gif"), Some(PrintedCode::None));
        // What is known is more than is asked for now.
        let again = cache.inspect_all(folder.path(), None, wanted("a.gif", false));
        assert_eq!(code(&again, "a.gif"), Some(PrintedCode::None));
        let both = [Wanted { path: "./a.gif", code: false }, Wanted { path: "a.gif", code: true }];
        let both = Cache::new().inspect_all(folder.path(), None, both.into_iter());
        assert_eq!((code(&both, "./a.gif"), code(&both, "a.gif")), (Some(PrintedCode::None), Some(PrintedCode::None)));
        Ok(())
    }

    #[test]
    fn a_lean_cache_holds_no_pictures() -> Outcome {
        let folder = tempfile::tempdir()?;
        image::RgbImage::new(9, 9).save(folder.path().join("a.png"))?;
        let look = |mut cache: Cache| cache.inspect_all(folder.path(), None, ["a.png"].into_iter());
        let is_seen = |found: &FileFacts| found.passed_on.as_ref().is_some_and(|passed_on| passed_on.thumbnail.is_some());
        let of = |facts: Facts| facts.get("a.png").map(|found| (found.sha256().is_some(), is_seen(found)));
        assert_eq!(of(look(Cache::new())), Some((true, true)));
        let lean = Cache::lean();
        assert_eq!(of(look(lean.clone())), Some((true, false)));
        assert!(lean.known().values().all(|(_, found)| !is_seen(found)));
        Ok(())
    }

    #[test]
    fn pictures_that_an_earlier_run_did_not_keep_are_added_once_and_only_to_what_is_unchanged() -> Outcome {
        let folder = tempfile::tempdir()?;
        let cached = tempfile::tempdir()?;
        for (name, side) in [("a.png", 9), ("b.png", 8)] {
            image::RgbImage::new(side, 9).save(folder.path().join(name))?;
        }
        fs::copy(folder.path().join("a.png"), folder.path().join("copy.png"))?;
        fs::write(folder.path().join("text.png"), "a text")?;
        let paths = ["a.png", "b.png", "copy.png", "text.png", "none.png"];
        let run = || Cache::kept_in(Some(Remembered::in_folder(cached.path(), SystemTime::now())));
        let first = run().inspect_all(folder.path(), None, paths.into_iter());
        let mut later = run();
        let mut facts = later.inspect_all(folder.path(), None, paths.into_iter());
        let picture = |facts: &Facts, path| facts.get(path)?.passed_on.as_ref()?.thumbnail.clone();
        assert!(paths.iter().all(|path| picture(&facts, path).is_none()));
        image::RgbImage::new(7, 9).save(folder.path().join("b.png"))?;
        later.add_pictures(folder.path(), None, &mut facts);
        for path in ["a.png", "copy.png"] {
            assert!(picture(&facts, path).is_some(), "{path}");
            assert_eq!(picture(&facts, path), picture(&first, path), "{path}");
        }
        for path in ["b.png", "text.png", "none.png"] {
            assert_eq!(picture(&facts, path), None, "{path}");
        }
        // What was kept serves, and is not made again.
        let kept = Remembered::in_folder(cached.path(), SystemTime::now());
        let sum = first.get("a.png").and_then(FileFacts::sha256).unwrap_or_default();
        kept.keep_picture(&folder.path().join("a.png"), sum, b"as it was kept");
        let mut later_still = run();
        let mut facts = later_still.inspect_all(folder.path(), None, ["a.png"].into_iter());
        later_still.add_pictures(folder.path(), None, &mut facts);
        assert_eq!(picture(&facts, "a.png").as_deref(), Some(&b"as it was kept"[..]));
        // They are at hand for the next look.
        let again = later.inspect_all(folder.path(), None, ["a.png"].into_iter());
        assert!(picture(&again, "a.png").is_some());
        Ok(())
    }

    #[test]
    fn a_changed_replaced_or_removed_file_is_noticed() -> Outcome {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.gif");
        let mut cache = Cache::new();
        let look = |cache: &mut Cache| cache.inspect_all(folder.path(), None, ["a.gif"].into_iter());
        assert_eq!(width(&look(&mut cache), "a.gif"), None);
        fs::write(&path, GIF)?;
        assert_eq!(width(&look(&mut cache), "a.gif"), Some(2));
        fs::write(&path, b"GIF89a\x05\x00\x03\x00;;")?;
        assert_eq!(width(&look(&mut cache), "a.gif"), Some(5));
        // Replaced by a file of the same size and age.
        let age = fs::metadata(&path)?.modified()?;
        let other = folder.path().join("b.gif");
        fs::write(&other, b"GIF89a\x09\x00\x03\x00;;")?;
        fs::File::options().write(true).open(&other)?.set_modified(age)?;
        fs::rename(&other, &path)?;
        if cfg!(unix) {
            assert_eq!(width(&look(&mut cache), "a.gif"), Some(9));
        }
        fs::remove_file(&path)?;
        assert_eq!(look(&mut cache).get("a.gif").map(|f| &f.content), Some(&Content::Missing));
        Ok(())
    }

    #[test]
    fn files_no_longer_asked_for_are_forgotten() -> Outcome {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("a.gif"), GIF)?;
        fs::write(folder.path().join("b.gif"), GIF)?;
        let mut cache = Cache::new();
        cache.inspect_all(folder.path(), None, ["a.gif", "b.gif"].into_iter());
        assert_eq!(cache.known().len(), 2);
        cache.inspect_all(folder.path(), None, ["b.gif"].into_iter());
        assert_eq!(cache.known().len(), 1);
        Ok(())
    }
}
