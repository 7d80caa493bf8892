//! What was found in files, kept between runs: one small file for each scan in a folder that is only a cache, and beside it one with the
//! scan's small picture, sealed so that it can be seen only as long as the scan is there.
//!
//! Nothing here may ever stand in the way: what cannot be read, is damaged, or was written by another version is looked at anew,
//! and where nothing can be written nothing is kept. What was not asked for in a long time goes, the oldest of too much, and what is
//! about a file that is no longer there.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::facts::FileFacts;
use crate::sealed;

/// Moves whenever an inspection may find something else in the same bytes: `build.rs` makes it of the sources that look.
const VERSION: &str = env!("BEIAN_SCAN_FACTS");
/// Bytes of an entry, and of a small picture, at most: several times what either takes.
const MOST: u64 = 256 << 10;

/// An entry that was not asked for in this time goes.
const UNUSED: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// How old an entry's mark may be before it is renewed, and how often old ones are looked for.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Bytes of all entries at most, with their pictures; the oldest go first. Some ten thousand scans.
const MOST_OF_ALL: u64 = 128 << 20;
/// How an entry's name ends, and that of the small picture beside it.
const ENTRY: &str = "json";
const PICTURE: &str = "picture";
/// The file that says when old entries were last looked for, and which version did.
const PRUNED: &str = "pruned";

/// A folder of entries.
#[derive(Debug, Clone)]
pub struct Remembered {
    folder: PathBuf,
    now: SystemTime,
    most: u64,
}

#[derive(Serialize, Deserialize)]
struct Entry<P> {
    version: String,
    path: P,
    stamp: String,
    facts: FileFacts,
}

impl Remembered {
    /// Entries in this folder, which is made when something is kept for the first time.
    pub fn in_folder(folder: impl Into<PathBuf>, now: SystemTime) -> Self {
        Self { folder: folder.into(), now, most: MOST_OF_ALL }
    }

    /// What is known of the file at a path, as long as its stamp is the same.
    pub fn recall(&self, path: &Path, stamp: &str) -> Option<FileFacts> {
        let place = self.place(path);
        let found = fs::symlink_metadata(&place).ok()?;
        if !is_ours(&self.folder) {
            return None;
        }
        let bytes = read(&place)?;
        let entry: Entry<PathBuf> = serde_json::from_slice(whole(&bytes)?).ok()?;
        if entry.version != VERSION || entry.path != path || entry.stamp != stamp {
            return None;
        }
        // Its age says when it was last asked for.
        if age(&found, self.now).is_none_or(|age| age > DAY) {
            let _ = File::options().write(true).open(&place).and_then(|file| file.set_modified(self.now));
        }
        Some(entry.facts)
    }

    /// Once a day, and whenever another version did it last, lets go what was not asked for in a long time, what is about a file that
    /// is gone, what this version cannot use, what is left of writers that were killed, and the oldest of too much. What has another
    /// name is somebody else's and stays. Returns how many entries went.
    pub fn prune(&self) -> usize {
        let mark = self.folder.join(PRUNED);
        // A pipe of that name would be waited for.
        if fs::symlink_metadata(&mark).is_ok_and(|found| !found.is_file()) {
            return 0;
        }
        let is_recent = fs::symlink_metadata(&mark).is_ok_and(|found| age(&found, self.now).is_some_and(|age| age <= DAY));
        let is_done = is_recent && read(&mark).is_some_and(|version| version == VERSION.as_bytes());
        if is_done || !is_ours(&self.folder) {
            return 0;
        }
        let Ok(entries) = fs::read_dir(&self.folder) else { return 0 };
        let marked = fs::write(&mark, VERSION).and_then(|()| File::options().write(true).open(&mark)?.set_modified(self.now));
        // Where nothing can be written nothing can be removed either.
        if marked.is_err() {
            return 0;
        }
        let mut kept: Vec<(Duration, u64, PathBuf)> = Vec::new();
        // The pictures by the entries they belong to.
        let mut pictures: BTreeMap<PathBuf, u64> = BTreeMap::new();
        let mut gone = 0;
        for entry in entries.flatten() {
            let path = entry.path();
            let Some(found) = entry.metadata().ok().filter(Metadata::is_file) else { continue };
            let age = age(&found, self.now).unwrap_or_default();
            let is_useless = match part(&path) {
                Some(Part::Picture) => {
                    pictures.insert(path.with_extension(ENTRY), found.len());
                    continue;
                }
                Some(Part::Entry) => is_useless(&path),
                Some(Part::Unfinished) => age > DAY,
                None => continue,
            };
            if age > UNUSED || is_useless {
                gone += usize::from(fs::remove_file(&path).is_ok());
            } else {
                kept.push((age, found.len(), path));
            }
        }
        kept.sort();
        let mut sum = 0_u64;
        for (_, size, path) in kept {
            let picture = pictures.get(&path).copied();
            sum += size + picture.unwrap_or_default();
            if sum > self.most {
                gone += usize::from(fs::remove_file(path).is_ok());
            } else {
                pictures.remove(&path);
            }
        }
        // What is left belongs to no entry, or to none that stays.
        for entry in pictures.keys() {
            let _ = fs::remove_file(picture_of(entry));
        }
        gone
    }

    /// Keeps what was found, for the owner alone. Failing is no harm.
    pub fn keep(&self, path: &Path, stamp: &str, facts: &FileFacts) {
        let entry = Entry { version: VERSION.to_owned(), path, stamp: stamp.to_owned(), facts: facts.clone() };
        if let Ok(text) = serde_json::to_vec(&entry) {
            let _ = self.write(&self.place(path), &summed(&text));
        }
    }

    /// Keeps the small picture of a scan beside what was found in it, so that only who has the scan can see it. `sum` is its SHA-256.
    /// Failing is no harm.
    pub fn keep_picture(&self, path: &Path, sum: &str, picture: &[u8]) {
        if let Some(sealed) = sealed::sealed(picture, path, sum).filter(|sealed| sealed.len() as u64 <= MOST) {
            let _ = self.write(&picture_of(&self.place(path)), &sealed);
        }
    }

    /// The small picture of a scan that is still the one with this SHA-256.
    pub fn picture(&self, path: &Path, sum: &str) -> Option<Vec<u8>> {
        if !is_ours(&self.folder) {
            return None;
        }
        sealed::opened(&read(&picture_of(&self.place(path)))?, path, sum)
    }

    /// Under a name of its own first, so that nobody reads half an entry.
    fn write(&self, place: &Path, bytes: &[u8]) -> std::io::Result<()> {
        private_folder(&self.folder)?;
        if !is_ours(&self.folder) {
            // It would be neither believed nor pruned.
            return Err(std::io::ErrorKind::PermissionDenied.into());
        }
        let ending = place.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let draft = place.with_extension(format!("{ending}.{}.tmp", std::process::id()));
        let written = private_file(&draft).and_then(|mut file| file.write_all(bytes)).and_then(|()| fs::rename(&draft, place));
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
        written
    }

    fn place(&self, path: &Path) -> PathBuf {
        let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
        let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name).with_extension(ENTRY)
    }
}

/// The bytes of an entry, of a picture, or of the mark.
fn read(path: &Path) -> Option<Vec<u8>> {
    // A pipe of that name would be waited for.
    fs::symlink_metadata(path).ok().filter(|found| found.is_file() && found.len() <= MOST)?;
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Characters of an entry's sum, in front of it on a line of its own.
const SUM: usize = 16;

/// An entry as it is written: behind the sum by which a change of it is noticed.
fn summed(entry: &[u8]) -> Vec<u8> {
    [sum(entry).as_bytes(), b"\n", entry].concat()
}

/// The entry in what was read; `None` where a part of it has changed since.
fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let (head, entry) = bytes.split_at_checked(SUM)?;
    let entry = entry.strip_prefix(b"\n")?;
    (sum(entry).as_bytes() == head).then_some(entry)
}

fn sum(entry: &[u8]) -> String {
    Sha256::digest(entry).iter().take(SUM / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// Where the small picture lies that belongs to an entry.
fn picture_of(entry: &Path) -> PathBuf {
    entry.with_extension(PICTURE)
}

/// Whether an entry will not be asked for again: its file is gone, another version wrote it, or it is damaged.
fn is_useless(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Head {
        version: String,
        path: PathBuf,
    }
    let Some(bytes) = read(path) else { return true };
    let Some(Ok(Head { version, path })) = whole(&bytes).map(serde_json::from_slice) else { return true };
    let is_none = |why: &std::io::Error| matches!(why.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory);
    let is_gone = fs::metadata(path).is_err_and(|why| is_none(&why));
    version != VERSION || is_gone
}

/// How long ago a file was written; `None` where that is to come, or not known.
fn age(found: &Metadata, now: SystemTime) -> Option<Duration> {
    now.duration_since(found.modified().ok()?).ok()
}

/// What a file is for by its name, of which the first part is a hash.
fn part(path: &Path) -> Option<Part> {
    let (hash, ending) = path.file_name()?.to_str()?.split_once('.')?;
    if hash.len() != 32 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match ending {
        ENTRY => Some(Part::Entry),
        PICTURE => Some(Part::Picture),
        // What a writer adds before it is whole: the ending, its number, `tmp`.
        _ => {
            let (kind, number) = ending.strip_suffix(".tmp")?.split_once('.')?;
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            ([ENTRY, PICTURE].contains(&kind) && is_number).then_some(Part::Unfinished)
        }
    }
}

/// Kinds of files in the folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Entry,
    Picture,
    Unfinished,
}

/// Whether nobody else may write into the folder: what others could have put there is not believed.
#[cfg(unix)]
fn is_ours(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).is_ok_and(|found| found.mode() & 0o022 == 0 && found.uid() == rustix::process::geteuid().as_raw())
}

#[cfg(not(unix))]
fn is_ours(_: &Path) -> bool {
    true
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Content, Format};

    fn facts() -> FileFacts {
        FileFacts { modified: Some(std::time::SystemTime::now()), ..FileFacts::picture(Format::Jpeg, 3, 4, 5).with_sha256("ab") }
    }

    #[test]
    fn what_was_kept_is_recalled_while_the_file_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path().join("deep/cache"), SystemTime::now());
        let path = Path::new("/scans/a.jpg");
        assert_eq!(cache.recall(path, "1"), None);
        cache.keep(path, "1", &facts());
        assert_eq!(cache.recall(path, "1").map(|found| found.content), Some(facts().content));
        assert_eq!(cache.recall(path, "2"), None, "the file changed");
        assert_eq!(cache.recall(Path::new("/scans/b.jpg"), "1"), None);
        cache.keep(path, "2", &FileFacts::of(Content::Unknown));
        assert_eq!(cache.recall(path, "2"), Some(FileFacts::of(Content::Unknown)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&cache.folder), mode(&cache.place(path))), (0o700, 0o600));
        }
    }

    #[test]
    fn a_picture_of_a_card_can_be_seen_only_while_the_card_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path().join("cache"), SystemTime::now());
        let scan = folder.path().join("a.jpg");
        fs::write(&scan, "the scan").unwrap();
        let small: &[u8] = b"the face of somebody";
        let passed_on = crate::facts::PassedOn { sha256: "ab".into(), size: 5, thumbnail: Some(small.into()) };
        cache.keep(&scan, "1", &FileFacts { passed_on: Some(passed_on.clone()), ..facts() });
        assert_eq!(cache.picture(&scan, "ab"), None);
        cache.keep_picture(&scan, "ab", small);
        let recalled = cache.recall(&scan, "1").and_then(|found| found.passed_on);
        assert_eq!(recalled, Some(crate::facts::PassedOn { thumbnail: None, ..passed_on }), "not read with the facts");
        for file in fs::read_dir(&cache.folder).unwrap().flatten() {
            let bytes = fs::read(file.path()).unwrap();
            assert!(!bytes.windows(8).any(|part| part == b"the face"), "{}", file.path().display());
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
        assert_eq!(cache.picture(&scan, "ab").as_deref(), Some(small));
        assert_eq!(cache.picture(&scan, "ac"), None, "of another sum");
        fs::write(&scan, "another scan").unwrap();
        assert_eq!(cache.picture(&scan, "ab"), None);
        fs::write(&scan, "the scan").unwrap();
        assert_eq!(cache.picture(&scan, "ab").as_deref(), Some(small));
        fs::remove_file(&scan).unwrap();
        assert_eq!(cache.picture(&scan, "ab"), None);
        // It goes with its entry.
        assert_eq!(cache.prune(), 1);
        assert!(!picture_of(&cache.place(&scan)).exists());
    }

    #[test]
    fn pictures_stay_with_entries_that_stay_and_count_with_them() {
        let folder = tempfile::tempdir().unwrap();
        let begin = SystemTime::now();
        let at = |days: u32| Remembered::in_folder(folder.path().join("cache"), begin + DAY * days);
        let [used, other, alone] = ["used.jpg", "other.jpg", "alone.jpg"].map(|name| folder.path().join(name));
        for scan in [&used, &other, &alone] {
            fs::write(scan, "").unwrap();
            at(0).keep(scan, "1", &facts());
            at(0).keep_picture(scan, "ab", &[5; 1000]);
        }
        fs::remove_file(at(0).place(&alone)).unwrap();
        let is_kept = |scan: &Path| (at(0).place(scan).exists(), picture_of(&at(0).place(scan)).exists());
        assert_eq!(at(2).prune(), 0, "a picture alone is no entry");
        assert_eq!([&used, &other, &alone].map(|scan| is_kept(scan)), [(true, true), (true, true), (false, false)]);
        // There is room for two entries, and for one picture.
        assert!(at(3).recall(&used, "1").is_some());
        let most = 2 * fs::metadata(at(0).place(&other)).unwrap().len() + 1_500;
        assert_eq!(Remembered { most, ..at(4) }.prune(), 1);
        assert_eq!([&used, &other].map(|scan| is_kept(scan)), [(true, true), (false, false)]);
    }

    #[test]
    fn a_damaged_foreign_or_closed_cache_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path(), SystemTime::now());
        let path = Path::new("/scans/a.jpg");
        for damage in [&b""[..], b"{", b"\xff\xfe", b"[1]", br#"{"version":"0","path":"/scans/a.jpg","stamp":"1","facts":{}}"#] {
            fs::write(cache.place(path), damage).unwrap();
            assert_eq!(cache.recall(path, "1"), None);
            cache.keep(path, "1", &facts());
            assert!(cache.recall(path, "1").is_some(), "it is built anew");
        }
        // One character that differs, in an entry that can be read.
        let text = fs::read_to_string(cache.place(path)).unwrap();
        fs::write(cache.place(path), text.replacen("\"size\":5", "\"size\":6", 1)).unwrap();
        assert!(text.contains("\"size\":5") && cache.recall(path, "1").is_none());
        // A file where the folder should be.
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let closed = Remembered::in_folder(&file, SystemTime::now());
        closed.keep(path, "1", &facts());
        assert_eq!(closed.recall(path, "1"), None);
    }

    #[cfg(unix)]
    #[test]
    fn what_others_could_have_written_is_not_believed_and_a_read_only_cache_still_serves() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let cache = Remembered::in_folder(folder.path().join("cache"), SystemTime::now());
        let [path, other] = ["a.jpg", "b.jpg"].map(|name| folder.path().join(name));
        fs::write(&path, "").and_then(|()| fs::write(&other, "")).unwrap();
        let path = path.as_path();
        cache.keep(path, "1", &facts());
        let mode = |mode| fs::set_permissions(&cache.folder, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o500);
        assert!(cache.recall(path, "1").is_some());
        cache.keep(&other, "1", &facts());
        assert_eq!(cache.prune(), 0);
        mode(0o777);
        assert_eq!(cache.recall(path, "1"), None);
        assert_eq!(cache.prune(), 0);
        let third = folder.path().join("c.jpg");
        cache.keep(&third, "1", &facts());
        assert!(!cache.place(&third).exists(), "what nobody will believe is not written");
        mode(0o700);
        assert!(cache.recall(path, "1").is_some());
        // A pipe in an entry's place, or in that of the mark, is not waited for.
        fs::remove_file(cache.place(path)).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, cache.place(path), rustix::fs::Mode::RUSR).unwrap();
        assert_eq!(cache.recall(path, "1"), None);
        let mark = cache.folder.join(PRUNED);
        let _ = fs::remove_file(&mark);
        rustix::fs::mkfifoat(rustix::fs::CWD, &mark, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
        assert_eq!(cache.prune(), 0);
    }

    #[test]
    fn what_is_not_asked_for_goes_and_what_is_stays() {
        let folder = tempfile::tempdir().unwrap();
        let begin = SystemTime::now();
        let at = |days: u32| Remembered::in_folder(folder.path().join("cache"), begin + DAY * days);
        let [used, unused, other] = ["used.jpg", "unused.jpg", "other.jpg"].map(|name| folder.path().join(name));
        for scan in [&used, &unused, &other] {
            fs::write(scan, "").unwrap();
        }
        at(0).keep(&used, "1", &facts());
        at(0).keep(&unused, "1", &facts());
        let hash = "0123456789abcdef0123456789abcdef";
        let foreign = ["notes.json".to_owned(), format!("{hash}.notes.tmp"), format!("{hash}.tmp"), format!("{hash}.png")];
        let foreign = foreign.map(|name| folder.path().join("cache").join(name));
        let old = begin - DAY * 200;
        for file in &foreign {
            fs::write(file, "mine").and_then(|()| File::options().write(true).open(file)?.set_modified(old)).unwrap();
        }
        assert!(at(60).recall(&used, "1").is_some());
        assert_eq!(at(80).prune(), 0);
        assert_eq!(at(80).prune(), 0, "once a day");
        assert_eq!(at(100).prune(), 1);
        assert!(at(100).recall(&used, "1").is_some() && at(100).recall(&unused, "1").is_none());
        assert!(foreign.iter().all(|file| file.is_file()), "what has another name stays");
        // Of too much the oldest go.
        at(100).keep(&other, "1", &facts());
        assert!(at(101).recall(&used, "1").is_some() && at(103).recall(&other, "1").is_some());
        let most = fs::metadata(at(0).place(&other)).unwrap().len() + 5;
        assert_eq!(Remembered { most, ..at(104) }.prune(), 1);
        assert!(at(104).recall(&used, "1").is_none() && at(104).recall(&other, "1").is_some());
    }

    #[test]
    fn what_is_of_no_use_goes_the_next_day_or_with_the_next_version() {
        let folder = tempfile::tempdir().unwrap();
        let begin = SystemTime::now();
        let at = |days: u32| Remembered::in_folder(folder.path().join("cache"), begin + DAY * days);
        let scan = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "").unwrap();
            at(0).keep(&path, "1", &facts());
            path
        };
        let (there, gone, damaged) = (scan("there.jpg"), scan("gone.jpg"), scan("damaged.jpg"));
        assert_eq!(at(0).prune(), 0);
        fs::remove_file(&gone).unwrap();
        fs::write(at(0).place(&damaged), "{").unwrap();
        assert_eq!(at(1).prune(), 0, "once a day");
        assert_eq!(at(2).prune(), 2);
        assert!(at(2).recall(&there, "1").is_some());
        // Another version leaves its mark and its entries.
        let entry = at(2).place(&there);
        let text = fs::read_to_string(&entry).unwrap();
        fs::write(&entry, summed(text[SUM + 1..].replacen(VERSION, "another", 1).as_bytes())).unwrap();
        assert_eq!(at(2).prune(), 0, "this version looked today");
        fs::write(folder.path().join("cache").join(PRUNED), "another").unwrap();
        assert_eq!(at(2).prune(), 1, "an entry of another version");
        assert!(!entry.exists());
    }
}
