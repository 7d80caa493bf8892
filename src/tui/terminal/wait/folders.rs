//! Folders in which something may be written by others, watched by the system.

use std::collections::BTreeMap;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;

use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init, remove_watch};

/// Folders watched at the most.
const MOST: usize = 64;

/// The folders that are watched.
#[derive(Debug, Default)]
pub struct Folders {
    system: Option<OwnedFd>,
    watched: BTreeMap<PathBuf, i32>,
}

impl Folders {
    /// Watches these folders and no others. Those that cannot be watched are looked at when the next key comes.
    pub fn watch(&mut self, folders: impl IntoIterator<Item = PathBuf>) {
        let wanted: std::collections::BTreeSet<PathBuf> = folders.into_iter().take(MOST).collect();
        if wanted.iter().eq(self.watched.keys()) {
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
        for folder in wanted {
            if !self.watched.contains_key(&folder)
                && let Ok(number) = add_watch(
                    system,
                    &folder,
                    WatchFlags::CLOSE_WRITE
                        | WatchFlags::MOVED_TO
                        | WatchFlags::MOVED_FROM
                        | WatchFlags::DELETE
                        | WatchFlags::ONLYDIR,
                )
            {
                self.watched.insert(folder, number);
            }
        }
    }

    /// What to wait on.
    pub fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.system.as_ref().map(AsFd::as_fd)
    }

    /// Takes what is waiting; whether anything was.
    pub fn drain(&self) -> bool {
        let Some(system) = &self.system else { return false };
        let mut buffer = [0; 4096];
        let mut any = false;
        while rustix::io::read(system, &mut buffer).is_ok_and(|count| count > 0) {
            any = true;
        }
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
}
