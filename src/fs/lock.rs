//! One writer at a time: an advisory lock on a file beside the one that is written, which goes when the lock is given back.
//!
//! The kernel gives it back with the process, so no lock outlives its owner and nobody ever has to remove one by hand: of a process
//! that was killed a file without a lock stays, which the next writer takes over and removes. On
//! network file systems such locks may hold per machine only; a save therefore compares the file all the same.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::IoTrouble;
use super::temporary::beside;
use crate::scan::NotRegular;

/// A moment, as people read it where they are.
type Moment = DateTime<FixedOffset>;

/// Who opens a file; written into the lock for others to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The process.
    pub pid: u32,
    /// Since when it runs or has the file open.
    pub since: Moment,
    /// The machine's name; empty when unknown.
    pub host: String,
}

/// Who has a file open, as far as the lock says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// The process.
    pub pid: Option<u32>,
    /// Since when.
    pub since: Option<Moment>,
    /// The machine's name.
    pub host: Option<String>,
}

/// The right to write a file, given back when dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
    /// Whether the file is one that this program made.
    is_own: bool,
    /// Whether it was made just now.
    is_new: bool,
}

impl Lock {
    /// Whether its file was made just now: so files can be made in this folder.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.is_new
    }
}

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Asked {
    /// It is ours.
    Ours(Lock),
    /// Somebody else has it.
    Held(Held),
    /// The file system has no locks: the file can be written, but others are not kept away.
    Unsupported,
    /// The lock's file cannot be written.
    Unwritable(IoTrouble),
    /// Something that is no file, such as a link or a pipe, stands in the lock's place.
    Occupied(PathBuf),
}

/// How often, and for how long each time, a lock that somebody has is asked for again.
const PATIENCE: u32 = 5;
const MOMENT: Duration = Duration::from_millis(20);

/// Asks for the lock of the file at `target`; waits no longer than a tenth of a second.
#[must_use]
pub fn ask(target: &Path, owner: &Owner) -> Asked {
    let mut patience = PATIENCE;
    let path = beside(target, ".lock");
    // Whoever gives the lock back removes its file; then the file that was locked is no longer the one others see.
    for _ in 0..20 {
        let (file, is_new) = match open(&path) {
            Ok(opened) => opened,
            Err(_) if path.symlink_metadata().is_ok_and(|found| !found.is_file()) => return Asked::Occupied(path),
            Err(error) => return Asked::Unwritable(error.into()),
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return taken(file, path, owner, is_new),
            Ok(()) => {}
            // A process that is just ending holds it for a moment more, and so does a child between its fork and its exec.
            Err(TryLockError::WouldBlock) if patience > 0 => {
                patience -= 1;
                thread::sleep(MOMENT);
            }
            Err(TryLockError::WouldBlock) => return Asked::Held(read(file)),
            Err(TryLockError::Error(_)) => return Asked::Unsupported,
        }
    }
    Asked::Held(Held::default())
}

/// The turn in some folders: nobody else who asks for it looks through them and writes there meanwhile. Given back when dropped; nothing
/// is left in the folders, since the lock is on themselves.
#[derive(Debug)]
pub struct Turn {
    _folders: Vec<File>,
}

/// How often, a moment each, the turn in a folder is asked for: what one does in it takes far less.
const TURNS: u32 = 250;

/// Waits for the turn in these folders, some seconds at most. A folder that cannot be locked, as on some file systems, or that somebody keeps
/// for longer, is left out: whoever writes looks again afterwards.
#[must_use]
pub fn turn(folders: &[&Path]) -> Turn {
    let mut real: Vec<PathBuf> = folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
    // In one order for all, so that no two wait for each other.
    real.sort();
    real.dedup();
    let locked = |folder: PathBuf| {
        let folder = File::open(folder).ok()?;
        for _ in 0..TURNS {
            match folder.try_lock() {
                Ok(()) => return Some(folder),
                Err(TryLockError::WouldBlock) => thread::sleep(MOMENT),
                Err(TryLockError::Error(_)) => return None,
            }
        }
        None
    };
    Turn { _folders: real.into_iter().filter_map(locked).collect() }
}

impl Drop for Lock {
    /// Removes the file while it is still locked: whoever has opened it meanwhile finds that it is no longer the one others see.
    fn drop(&mut self) {
        if self.is_own && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The lock's file, and whether it was made just now.
fn open(path: &Path) -> io::Result<(File, bool)> {
    match open_as(path, true) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => open_as(path, false).map(|file| (file, false)),
        made => made.map(|file| (file, true)),
    }
}

fn open_as(path: &Path, new: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).create_new(new).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(super::PRIVATE).custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, NotRegular));
    }
    Ok(file)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => ours.ino() == there.ino() && ours.dev() == there.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

fn taken(mut file: File, path: PathBuf, owner: &Owner, is_new: bool) -> Asked {
    let host: String = owner.host.chars().filter(|c| !c.is_control()).collect();
    let text = format!("pid {}\nsince {}\nhost {host}\n", owner.pid, owner.since.to_rfc3339());
    let is_own = is_lock(&mut file);
    if is_own {
        // Only for the message others see: a full disk must not keep anybody from opening the file.
        let _ = file.rewind().and_then(|()| file.write_all(text.as_bytes())).and_then(|()| file.set_len(text.len() as u64));
    }
    Asked::Ours(Lock { file, path, is_own, is_new })
}

/// Whether a file is a lock of this program, and has no other name: anything else of its name is somebody's own.
fn is_lock(file: &mut File) -> bool {
    let mut start = Vec::new();
    let read = file.rewind().and_then(|()| file.take(4).read_to_end(&mut start));
    read.is_ok() && (start.is_empty() || start == b"pid ") && has_one_name(file)
}

#[cfg(unix)]
fn has_one_name(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|metadata| metadata.nlink() == 1)
}

#[cfg(not(unix))]
fn has_one_name(_: &File) -> bool {
    true
}

fn read(file: File) -> Held {
    let mut text = String::new();
    let _ = file.take(4096).read_to_string(&mut text);
    let mut held = Held::default();
    for (key, value) in text.lines().filter_map(|line| line.split_once(' ')) {
        match key {
            "pid" => held.pid = value.parse().ok(),
            "since" => held.since = DateTime::parse_from_rfc3339(value).ok(),
            "host" => held.host = Some(value.to_owned()).filter(|host| !host.is_empty()),
            _ => {}
        }
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner() -> Owner {
        let since = DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        Owner { pid: 4321, since, host: "my\nmachine".into() }
    }

    #[test]
    fn the_second_is_told_who_has_it_and_gets_it_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("a.toml");
        let Asked::Ours(lock) = ask(&draft, &owner()) else { panic!("not taken") };
        assert!(lock.is_new());
        let Asked::Held(held) = ask(&draft, &owner()) else { panic!("taken twice") };
        assert_eq!(held, Held { pid: Some(4321), since: Some(owner().since), host: Some("mymachine".into()) });
        drop(lock);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing stays behind");
        assert!(matches!(ask(&draft, &owner()), Asked::Ours(_)));
    }

    #[test]
    fn what_a_killed_process_has_left_is_taken_over_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".a.toml.lock");
        for text in ["pid 1\nsince 2026-11-23T10:42:33+08:00\nhost a-very-long-name\n", ""] {
            fs::write(&left, text).unwrap();
            let Asked::Ours(lock) = ask(&folder.path().join("a.toml"), &owner()) else { panic!("not taken") };
            assert!(!lock.is_new(), "it says nothing of whether another can be made");
            assert!(fs::read_to_string(&left).unwrap().ends_with("host mymachine\n"));
            drop(lock);
            assert!(!left.exists());
        }
    }

    #[test]
    fn a_stranger_s_file_in_its_place_is_locked_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (draft, place) = (folder.path().join("a.toml"), folder.path().join(".a.toml.lock"));
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        fs::hard_link(&victim, &place).unwrap();
        drop(ask(&draft, &owner()));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        fs::write(&victim, "").unwrap();
        let held = ask(&draft, &owner());
        assert!(matches!((&held, ask(&draft, &owner())), (Asked::Ours(_), Asked::Held(_))));
        drop(held);
        assert!(fs::read_to_string(&victim).unwrap().is_empty() && place.exists());
    }

    #[test]
    fn many_that_want_it_get_it_one_after_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("a.toml");
        let inside = std::sync::atomic::AtomicUsize::new(0);
        let turn = || {
            let mut turns = 0;
            while turns < 20 {
                if let Asked::Ours(lock) = ask(&draft, &owner()) {
                    assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0, "two have it");
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    drop(lock);
                    turns += 1;
                }
            }
        };
        thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(turn))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_is_looked_through_and_written_in_by_one_at_a_time() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let missing = one.path().join("missing");
        let inside = std::sync::atomic::AtomicUsize::new(0);
        let enter = |folders: [&Path; 3]| {
            for _ in 0..10 {
                let _turn = turn(&folders);
                assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0, "two are in it");
                inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
            }
        };
        // Whatever the order, and by whatever name.
        let again = two.path().join(".");
        thread::scope(|scope| {
            scope.spawn(|| enter([one.path(), two.path(), &missing]));
            scope.spawn(|| enter([two.path(), one.path(), &again]));
        });
        let count = |folder: &Path| fs::read_dir(folder).unwrap().count();
        assert_eq!((count(one.path()), count(two.path())), (0, 0), "nothing stays behind");
    }

    #[test]
    fn rubbish_in_the_lock_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        fs::write(&path, "pid x\nsince never\nhost \n\u{1}\n").unwrap();
        assert_eq!(read(File::open(&path).unwrap()), Held::default());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_planted_in_its_place_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        fs::write(&victim, "precious").unwrap();
        std::os::unix::fs::symlink(&victim, folder.path().join(".a.toml.lock")).unwrap();
        assert!(matches!(ask(&folder.path().join("a.toml"), &owner()), Asked::Occupied(_)));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
        fs::create_dir(folder.path().join(".b.toml.lock")).unwrap();
        assert!(matches!(ask(&folder.path().join("b.toml"), &owner()), Asked::Occupied(_)));
    }
}
