//! One writer at a time: an advisory lock on a permanent file beside the one that is written.
//!
//! The kernel gives it back with the process, so no lock outlives its owner and nobody ever has to remove one by hand. On
//! network file systems such locks may hold per machine only; a save therefore compares the file all the same.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::temporary::beside;
use super::{IoTrouble, PRIVATE};

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
    _file: File,
    path: PathBuf,
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
}

/// How often, and for how long each time, a lock that somebody has is asked for again.
const PATIENCE: u32 = 5;
const MOMENT: Duration = Duration::from_millis(20);

/// Asks for the lock of the file at `target`; waits no longer than a tenth of a second.
#[must_use]
pub fn ask(target: &Path, owner: &Owner) -> Asked {
    let mut patience = PATIENCE;
    let path = beside(target, ".lock");
    // Whoever deletes the file deletes its lock as well; then the file that was locked is no longer the one others see.
    for _ in 0..20 {
        let file = match open(&path) {
            Ok(file) => file,
            Err(error) => return Asked::Unwritable(error.into()),
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return taken(file, path, owner),
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

impl Lock {
    /// Removes the lock's file, after the file itself is gone, and gives the lock back.
    pub fn remove(self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(PRIVATE).custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
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

fn taken(mut file: File, path: PathBuf, owner: &Owner) -> Asked {
    let host: String = owner.host.chars().filter(|c| !c.is_control()).collect();
    let text = format!("pid {}\nsince {}\nhost {host}\n", owner.pid, owner.since.to_rfc3339());
    // Only for the message others see: a full disk must not keep anybody from opening the file.
    let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(text.as_bytes()));
    Asked::Ours(Lock { _file: file, path })
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
        let Asked::Held(held) = ask(&draft, &owner()) else { panic!("taken twice") };
        assert_eq!(held, Held { pid: Some(4321), since: Some(owner().since), host: Some("mymachine".into()) });
        drop(lock);
        assert!(matches!(ask(&draft, &owner()), Asked::Ours(_)));
    }

    #[test]
    fn a_removed_lock_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("a.toml");
        let Asked::Ours(lock) = ask(&draft, &owner()) else { panic!("not taken") };
        lock.remove();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(matches!(ask(&draft, &owner()), Asked::Ours(_)));
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
        assert!(matches!(ask(&folder.path().join("a.toml"), &owner()), Asked::Unwritable(_)));
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    }
}
