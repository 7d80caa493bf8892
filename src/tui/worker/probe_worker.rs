//! Probes files that may be chosen: one at a time, the latest request first, the others dropped.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::mailbox::{Job, Policy, Work};
use crate::scan;
use crate::scan::facts::{Content, FileFacts, Obstacle};
use crate::tui::effect::Message;

/// What was found out is kept for so many files, so that going back and forth reads nothing.
const KEPT: usize = 64;

/// What is known of a file that has not changed since.
struct Kept {
    path: PathBuf,
    age: (u64, SystemTime),
    facts: FileFacts,
}

/// A file that may be chosen.
pub(super) struct ProbeRequest(pub PathBuf);

/// Probes files.
#[derive(Default)]
pub(super) struct ProbeWorker {
    kept: VecDeque<Kept>,
}

impl ProbeWorker {
    fn probe(&mut self, path: &Path) -> FileFacts {
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

impl Work for ProbeWorker {
    type Request = ProbeRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Latest;

    fn work(&mut self, job: &Job<ProbeRequest>) -> Vec<Message> {
        let ProbeRequest(path) = &job.request;
        vec![Message::Probed { path: path.clone(), facts: self.probe(path) }]
    }

    fn failed(job: &Job<ProbeRequest>) -> Message {
        let facts = FileFacts::of(Content::Unreadable(Obstacle::Failed));
        Message::Probed { path: job.request.0.clone(), facts }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use image::{Rgb, RgbImage};

    use super::super::mailbox::tests::answers;
    use super::*;
    use crate::scan::facts::Format;

    #[test]
    fn of_several_requests_the_latest_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let path = |n: usize| folder.path().join(format!("{n}.png"));
        (0..5).for_each(|n| RgbImage::from_pixel(20, 10, Rgb([n as u8, 0, 0])).save(path(n)).unwrap());
        let found = answers(ProbeWorker::default(), (0..5).map(|n| ProbeRequest(path(n))));
        let [Message::Probed { path: answered, facts }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(*answered, path(4));
        assert!(matches!(facts.content, Content::Picture { format: Format::Png, width: 20, height: 10, .. }), "{facts:?}");
    }

    #[test]
    fn what_is_known_holds_until_the_file_changes_and_memory_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "text").unwrap();
        let mut worker = ProbeWorker::default();
        let first = worker.probe(&path);
        assert_eq!((first.content.clone(), first.size), (Content::Unknown, 4));
        assert_eq!((worker.probe(&path), worker.kept.len()), (first, 1));
        fs::write(&path, "longer text").unwrap();
        assert_eq!((worker.probe(&path).size, worker.kept.len()), (11, 1));
        fs::remove_file(&path).unwrap();
        assert_eq!((worker.probe(&path).content, worker.kept.len()), (Content::Missing, 0));
        for n in 0..KEPT + 9 {
            let path = folder.path().join(n.to_string());
            fs::write(&path, "x").unwrap();
            worker.probe(&path);
        }
        assert_eq!(worker.kept.len(), KEPT);
    }
}
