//! What is known about the files of the drafts in the list: looked at one draft after the other, only of those in view.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::effect::BackgroundRequest;
use crate::drafts::folder::Listed;
use crate::scan::Wanted;
use crate::scan::facts::Facts;

/// The files of one draft.
#[derive(Debug)]
struct Known {
    facts: Facts,
    /// The state of the draft that named them.
    modified: Option<SystemTime>,
    /// The reading of the list after which they were looked at.
    round: u64,
    /// Tells these facts from others.
    number: u64,
}

/// The files of the drafts in the list, as far as they were looked at.
#[derive(Debug, Default)]
pub struct BackgroundInspection {
    /// What is known about no files.
    nothing: Facts,
    known: HashMap<PathBuf, Known>,
    round: u64,
    number: u64,
    /// What is being looked at. One at a time: whoever scrolls on waits for no more than that.
    asked: Option<(PathBuf, Option<SystemTime>)>,
}

impl BackgroundInspection {
    /// What is known about the files of a draft, and a number that changes with it; `None` while nobody has looked.
    #[must_use]
    pub fn of(&self, draft: &Listed) -> Option<(&Facts, u64)> {
        if let Some(known) = self.known.get(&draft.path).filter(|known| known.modified == draft.modified) {
            return Some((&known.facts, known.number));
        }
        files_of(draft).is_some_and(|files| files.is_empty()).then_some((&self.nothing, 0))
    }

    /// The list was read again: files may have changed as well.
    pub const fn renew(&mut self) {
        self.round += 1;
    }

    /// What to look at next among these drafts, if nothing is being looked at.
    pub fn next<'a>(&mut self, drafts: impl Iterator<Item = &'a Listed>) -> Option<BackgroundRequest> {
        if self.asked.is_some() {
            return None;
        }
        for draft in drafts {
            let known = self.known.get(&draft.path);
            if known.is_some_and(|known| known.modified == draft.modified && known.round == self.round) {
                continue;
            }
            let Some(files) = files_of(draft) else { continue };
            if !files.is_empty() {
                self.asked = Some((draft.path.clone(), draft.modified));
                return Some(BackgroundRequest { path: draft.path.clone(), files });
            }
            // Kept, so that nobody walks through its fields at every key.
            let known = Known { facts: Facts::new(), modified: draft.modified, round: self.round, number: 0 };
            self.known.insert(draft.path.clone(), known);
        }
        None
    }

    /// Takes in what is known about the files of the draft that was asked for.
    pub fn receive(&mut self, path: &Path, facts: Facts) {
        let Some((path, modified)) = self.asked.take_if(|(asked, _)| asked == path) else { return };
        let same = self.known.get(&path).filter(|known| known.modified == modified && known.facts == facts);
        let number = same.map(|known| known.number).unwrap_or_else(|| {
            self.number += 1;
            self.number
        });
        self.known.insert(path, Known { facts, modified, round: self.round, number });
    }
}

/// The files that a draft names, if it can be read.
fn files_of(draft: &Listed) -> Option<Vec<Wanted<String>>> {
    let summary = draft.summary.as_ref().ok()?;
    Some(summary.draft.scans().map(Wanted::into_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::folder::Summary;
    use crate::filing::{Draft, FieldId};
    use crate::scan::facts::{Content, FileFacts};

    fn listed(name: &str, photo: &str) -> Listed {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectCertificatePhoto, Some(photo.into()));
        Listed { path: name.into(), name: name.to_owned(), modified: None, summary: Ok(Summary::of(draft.clone(), 0)) }
    }

    #[test]
    fn drafts_are_looked_at_one_after_the_other_and_again_when_the_list_was_read() {
        let drafts = [listed("a", "a.jpg"), listed("b", "b.jpg")];
        let mut background = BackgroundInspection::default();
        let asked = |request: Option<BackgroundRequest>| {
            request.map(|BackgroundRequest { path, files }| {
                let files: String = files.into_iter().map(|file| file.path).collect();
                (path.display().to_string(), files)
            })
        };
        let missing: Facts = [("a.jpg".to_owned(), FileFacts::of(Content::Missing))].into_iter().collect();
        let without = listed("c", "");
        assert_eq!(background.of(&without), Some((&Facts::new(), 0)), "there is nothing to look at");
        assert_eq!(asked(background.next(std::iter::once(&without).chain(&drafts))), Some(("a".into(), "a.jpg".into())));
        assert_eq!(background.next(drafts.iter()), None, "the first is not done");
        background.receive(Path::new("b"), Facts::new());
        assert!(background.of(&drafts[1]).is_none(), "nobody asked for that");
        background.receive(Path::new("a"), missing.clone());
        assert_eq!(background.of(&drafts[0]), Some((&missing, 1)));
        assert_eq!(asked(background.next(drafts.iter())), Some(("b".into(), "b.jpg".into())));
        background.receive(Path::new("b"), Facts::new());
        assert_eq!(background.next(drafts.iter()), None, "all is known");
        background.renew();
        assert_eq!(asked(background.next(drafts.iter())), Some(("a".into(), "a.jpg".into())));
        background.receive(Path::new("a"), missing.clone());
        assert_eq!(background.of(&drafts[0]), Some((&missing, 1)), "the same facts have the same number");
    }
}
