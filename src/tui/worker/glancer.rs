//! Glances at files that may be chosen: one at a time, the newest wish first, the others dropped.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::time::SystemTime;

use crate::scan;
use crate::scan::facts::{Content, FileFacts, Obstacle};
use crate::tui::effect::{Answer, Message, Ticket};
use crate::tui::event::Event;

/// What was found out is kept for so many files, so that going back and forth reads nothing.
const KEPT: usize = 64;

/// What is known of a file that has not changed since.
struct Kept {
    path: PathBuf,
    age: (u64, SystemTime),
    facts: FileFacts,
}

/// Glances at files.
#[derive(Default)]
pub(super) struct Glancer {
    kept: VecDeque<Kept>,
}

impl Glancer {
    /// Answers until nobody asks any more. Of several wishes that wait, only the last is of use.
    pub(super) fn serve(mut self, wishes: &Receiver<(Ticket, PathBuf)>, answers: &Sender<Event>) {
        while let Ok(first) = wishes.recv() {
            let (ticket, path) = wishes.try_iter().last().unwrap_or(first);
            let facts = catch_unwind(AssertUnwindSafe(|| self.glance(&path)));
            let facts = facts.unwrap_or_else(|_| FileFacts::of(Content::Unreadable(Obstacle::Failed)));
            let answer = Answer { ticket, message: Message::Glanced { path, facts } };
            if answers.send(Event::Done(Box::new(answer))).is_err() {
                return;
            }
        }
    }

    fn glance(&mut self, path: &Path) -> FileFacts {
        // Taken before reading: a file that changes meanwhile no longer fits it and is read again.
        let age = scan::age(path);
        if let Some(kept) = self.kept.iter().find(|kept| kept.path == path && Some(kept.age) == age) {
            return kept.facts.clone();
        }
        let facts = scan::inspect(path);
        self.kept.retain(|kept| kept.path != path);
        if let Some(age) = age.filter(|_| !matches!(facts.content, Content::Missing | Content::Unreadable(_))) {
            self.kept.push_back(Kept { path: path.to_owned(), age, facts: facts.clone() });
            if self.kept.len() > KEPT {
                self.kept.pop_front();
            }
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;

    use image::{Rgb, RgbImage};

    use super::*;
    use crate::scan::facts::Format;

    #[test]
    fn of_several_wishes_the_last_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let path = |n: usize| folder.path().join(format!("{n}.png"));
        (0..5).for_each(|n| RgbImage::from_pixel(20, 10, Rgb([n as u8, 0, 0])).save(path(n)).unwrap());
        let (wishes, waiting) = mpsc::channel();
        let (answers, answered) = mpsc::channel();
        (0..5).for_each(|n| wishes.send((Ticket::default(), path(n))).unwrap());
        drop(wishes);
        Glancer::default().serve(&waiting, &answers);
        drop(answers);
        let found: Vec<Event> = answered.iter().collect();
        let [Event::Done(answer)] = found.as_slice() else { panic!("{found:?}") };
        let Message::Glanced { path: answered, facts } = &answer.message else { panic!("{answer:?}") };
        assert_eq!(*answered, path(4));
        assert!(matches!(facts.content, Content::Picture { format: Format::Png, width: 20, height: 10, .. }), "{facts:?}");
    }

    #[test]
    fn what_is_known_holds_until_the_file_changes_and_memory_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "text").unwrap();
        let mut glancer = Glancer::default();
        let first = glancer.glance(&path);
        assert_eq!((first.content.clone(), first.size), (Content::Unknown, 4));
        assert_eq!((glancer.glance(&path), glancer.kept.len()), (first, 1));
        fs::write(&path, "longer text").unwrap();
        assert_eq!((glancer.glance(&path).size, glancer.kept.len()), (11, 1));
        fs::remove_file(&path).unwrap();
        assert_eq!((glancer.glance(&path).content, glancer.kept.len()), (Content::Missing, 0));
        for n in 0..KEPT + 9 {
            let path = folder.path().join(n.to_string());
            fs::write(&path, "x").unwrap();
            glancer.glance(&path);
        }
        assert_eq!(glancer.kept.len(), KEPT);
    }
}
