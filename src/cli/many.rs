//! Many drafts in one call: which ones are meant, and going through them on all cores with the results in their order.

mod progress;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::batch::jobs;
use super::error::{Failure, Stop};
use super::sentence::Sentence;
use super::store;
use super::world::World;
use crate::drafts::Folder;
use crate::locale::many as words;
use progress::Progress;

/// Results that may wait for an earlier one, for each worker.
const AHEAD: usize = 16;

/// What was named, with every folder replaced by the drafts in it. A draft of the same name goes before a folder.
///
/// # Errors
/// When a folder cannot be read, or holds no draft.
pub fn expand(world: &World, wanted: &[OsString]) -> Result<Vec<OsString>, Failure> {
    let mut all = Vec::new();
    for one in wanted {
        let path = world.absolute(one.as_ref());
        if one.is_empty() || !path.is_dir() || store::find(world, one).is_ok_and(|found| !world.absolute(&found).is_dir()) {
            all.push(one.clone());
            continue;
        }
        let files = Folder::new(&path).paths().map_err(Failure::from)?;
        if files.is_empty() {
            let sentence = Sentence::of(words::EMPTY_FOLDER).with("path", crate::locale::error::path(&path));
            return Err(Failure::usage(sentence).hint(words::EMPTY_FOLDER_HINT));
        }
        all.extend(files.into_iter().map(|file| named_as_written(one, &path, file.as_os_str())));
    }
    Ok(all)
}

/// Whether more than one draft is meant, or a folder of them.
///
/// # Errors
/// As [`expand`].
pub fn is_several(world: &World, wanted: &[OsString]) -> Result<bool, Failure> {
    let all = expand(world, wanted)?;
    Ok(all.len() > 1 || all != wanted)
}

/// The path of a draft in a folder, as near as can be to how the folder was written.
fn named_as_written(folder: &OsStr, absolute: &std::path::Path, file: &OsStr) -> OsString {
    match std::path::Path::new(file).strip_prefix(absolute) {
        Ok(rest) => std::path::Path::new(folder).join(rest).into_os_string(),
        Err(_) => file.to_owned(),
    }
}

/// Whether somebody pressed Ctrl+C. The first time what is under way is brought to its end; the second time the program ends.
#[derive(Debug, Clone)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on.
    #[must_use]
    pub fn listen() -> Self {
        let flag = Arc::new(AtomicBool::new(false));
        // Where the system refuses, Ctrl+C ends the program as it always does.
        let _ = signal_hook::flag::register_conditional_shutdown(signal_hook::consts::SIGINT, 130, Arc::clone(&flag));
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&flag));
        Self(flag)
    }

    /// Whether it was pressed.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What came of going through all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// How many were done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

impl Gone {
    /// Whether some were left out because of Ctrl+C.
    #[must_use]
    pub const fn is_cut_short(self) -> bool {
        self.done < self.of
    }
}

/// Does `work` for each of `count` on all cores and hands the results to `take` in their order, each as soon as those before it
/// are there. The progress is shown to `world`'s person when it takes longer.
///
/// # Errors
/// When `take` fails, which ends the work.
pub fn in_order<T: Send>(
    world: &World,
    asked: Option<std::num::NonZeroUsize>,
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), Stop>,
) -> Result<Gone, Stop> {
    if count <= 1 {
        for index in 0..count {
            take(index, work(index))?;
        }
        return Ok(Gone { done: count, of: count });
    }
    let interrupt = Interrupt::listen();
    let progress = Progress::over(world, count);
    let workers = jobs(asked).clamp(1, count);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut done = 0;
    let run = |give: std::sync::mpsc::SyncSender<(usize, T)>| {
        while !stop.load(Ordering::Relaxed) && !interrupt.is_asked() {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count || give.send((index, work(index))).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (give, results) = sync_channel::<(usize, T)>(workers * AHEAD);
        let mut is_any = false;
        for _ in 0..workers {
            let give = give.clone();
            let run = &run;
            is_any |= thread::Builder::new().spawn_scoped(scope, move || run(give)).is_ok();
        }
        drop(give);
        let mut early = BTreeMap::new();
        let mut hand_on = |index: usize, result: T| -> Result<(), Stop> {
            early.insert(index, result);
            while let Some(result) = early.remove(&done) {
                progress.aside(|| take(done, result))?;
                done += 1;
                progress.step(done);
            }
            Ok(())
        };
        // Where no thread can be started the caller's does it all.
        let own = (0..if is_any { 0 } else { count }).map(|index| (index, work(index)));
        for (index, result) in own.chain(results) {
            if let Err(failed) = hand_on(index, result) {
                stop.store(true, Ordering::Relaxed);
                return Err(failed);
            }
        }
        Ok(())
    })?;
    Ok(Gone { done, of: count })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_their_order() {
        let mut world = World::read();
        world.shows_progress = false;
        let mut seen = Vec::new();
        let gone = in_order(
            &world,
            None,
            200,
            |index| index * 2,
            |index, result| {
                seen.push((index, result));
                Ok(())
            },
        );
        assert_eq!(gone.unwrap(), Gone { done: 200, of: 200 });
        assert_eq!(seen, (0..200).map(|index| (index, index * 2)).collect::<Vec<_>>());
    }

    #[test]
    fn a_reader_that_is_gone_ends_the_work() {
        let mut world = World::read();
        world.shows_progress = false;
        let failed = in_order(
            &world,
            None,
            10_000,
            |index| index,
            |index, _| match index {
                3 => Err(Stop::Output(std::io::ErrorKind::BrokenPipe.into())),
                _ => Ok(()),
            },
        );
        assert!(matches!(failed, Err(Stop::Output(_))));
    }

    #[test]
    fn folders_stand_for_their_drafts() {
        let place = tempfile::tempdir().unwrap();
        let mut world = World::read();
        world.folder = place.path().to_owned();
        world.drafts_dir = Some(place.path().join("none"));
        std::fs::create_dir(place.path().join("f")).unwrap();
        assert!(expand(&world, &["f".into()]).is_err(), "an empty folder is said to be one");
        for name in ["b.toml", "a.toml", ".c.toml", "d.txt"] {
            std::fs::write(place.path().join("f").join(name), "").unwrap();
        }
        let all = expand(&world, &["x".into(), "f".into()]).unwrap();
        assert_eq!(all, ["x", "f/a.toml", "f/b.toml"].map(OsString::from));
    }
}
