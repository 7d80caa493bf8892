//! Folders in which something may be written by others, watched by the system.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;

use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init, remove_watch};

/// Folders watched at the most.
const MOST: usize = 64;

/// What is of interest in a folder that is there.
const WITHIN: WatchFlags = WatchFlags::CLOSE_WRITE
    .union(WatchFlags::MOVED_TO)
    .union(WatchFlags::MOVED_FROM)
    .union(WatchFlags::DELETE)
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::ONLYDIR);
/// What is of interest where one is missing: that it comes. Beside what is of interest there already.
const AROUND: WatchFlags = WatchFlags::CREATE.union(WatchFlags::MOVED_TO).union(WatchFlags::ONLYDIR).union(WatchFlags::MASK_ADD);

/// The folders that are watched.
#[derive(Debug, Default)]
pub struct Folders {
    system: Option<OwnedFd>,
    watched: BTreeMap<PathBuf, i32>,
    /// Those that are missing: in their place the folder that they would lie in is watched.
    missing: BTreeMap<PathBuf, i32>,
}

impl Folders {
    /// Watches these folders and no others. Those that cannot be watched are looked at when the next key comes.
    pub fn watch(&mut self, folders: impl IntoIterator<Item = PathBuf>) {
        let wanted: BTreeSet<PathBuf> = folders.into_iter().take(MOST).collect();
        if wanted.iter().eq(self.watched.keys()) && self.missing.is_empty() {
            return;
        }
        if self.system.is_none() {
            self.system = init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok();
        }
        let Some(system) = &self.system else { return };
        self.watched.retain(|folder, number| {
            let stays = wanted.contains(folder);
            if !stays {
                let _ = remove_watch(system, *number);
            }
            stays
        });
        let mut missing = BTreeMap::new();
        for folder in wanted {
            if self.watched.contains_key(&folder) {
                continue;
            }
            if let Ok(number) = add_watch(system, &folder, WITHIN | WatchFlags::MASK_ADD) {
                self.watched.insert(folder, number);
            } else if let Some(parent) = folder.parent()
                && let Ok(number) = add_watch(system, parent, AROUND)
            {
                missing.insert(folder, number);
            }
        }
        let gone = std::mem::replace(&mut self.missing, missing);
        let kept = |number: &i32| self.watched.values().chain(self.missing.values()).any(|other| other == number);
        for number in gone.values().filter(|number| !kept(number)) {
            let _ = remove_watch(system, *number);
        }
    }

    /// What to wait on.
    pub fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.system.as_ref().map(AsFd::as_fd)
    }

    /// Takes what is waiting; whether anything was. A folder that was moved or deleted is looked for again, by its path.
    pub fn drain(&mut self) -> bool {
        let Some(system) = &self.system else { return false };
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut reader = Reader::new(system, &mut buffer);
        let (mut any, mut gone) = (false, BTreeSet::new());
        while let Ok(event) = reader.next() {
            // What the system says of a watch that was taken away is no news.
            any |= event.events() != ReadFlags::IGNORED;
            if event.events().intersects(ReadFlags::IGNORED | ReadFlags::MOVE_SELF) {
                gone.insert(event.wd());
            }
        }
        self.watched.retain(|_, number| {
            let stays = !gone.contains(number);
            if !stays {
                // Of a deleted one there is none any more.
                let _ = remove_watch(system, *number);
            }
            stays
        });
        any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_written_in_a_watched_folder_is_noticed_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let (one, two) = (place.path().join("one"), place.path().join("two"));
        [&one, &two].into_iter().for_each(|folder| fs::create_dir(folder).unwrap());
        let mut folders = Folders::default();
        assert!(folders.fd().is_none() && !folders.drain());
        folders.watch([one.clone(), place.path().join("none")]);
        fs::write(two.join("a"), "x").unwrap();
        assert!(!folders.drain());
        fs::write(one.join("a"), "x").unwrap();
        assert!(folders.drain() && !folders.drain());
        fs::read(one.join("a")).unwrap();
        assert!(!folders.drain(), "reading changes nothing");
        fs::rename(two.join("a"), one.join("b")).unwrap();
        assert!(folders.drain());
        fs::remove_file(one.join("b")).unwrap();
        assert!(folders.drain());
        folders.watch([two.clone()]);
        folders.drain();
        fs::write(one.join("a"), "y").unwrap();
        assert!(!folders.drain());
        fs::write(two.join("a"), "y").unwrap();
        assert!(folders.drain());
    }
    #[test]
    fn a_folder_that_goes_and_comes_again_is_watched_again() {
        let place = tempfile::tempdir().unwrap();
        let (scans, aside) = (place.path().join("scans"), place.path().join("aside"));
        fs::create_dir(&scans).unwrap();
        fs::write(scans.join("a"), "x").unwrap();
        let mut folders = Folders::default();
        let mut look = |what: &str, expected: bool| {
            assert_eq!(folders.drain(), expected, "{what}");
            folders.watch([scans.clone()]);
        };
        look("before anything", false);
        fs::rename(&scans, &aside).unwrap();
        look("moved away", true);
        fs::create_dir(&scans).unwrap();
        look("another comes", true);
        look("only once", false);
        fs::write(scans.join("b"), "y").unwrap();
        look("and is watched", true);
        fs::write(aside.join("a"), "z").unwrap();
        look("the other is not", false);
        fs::remove_dir_all(&scans).unwrap();
        look("deleted", true);
        fs::rename(&aside, &scans).unwrap();
        look("brought back", true);
        fs::write(scans.join("a"), "y").unwrap();
        look("and watched", true);
        fs::write(place.path().join("beside"), "y").unwrap();
        look("what lies beside is nobody's business", false);
    }
}
