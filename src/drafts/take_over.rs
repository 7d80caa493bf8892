//! The drafts of folders, brought up to date with a change or a deregistration that is through. Comments and unknown keys stay; a draft
//! that cannot be written is left as it is, and named.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::anchor;
use super::error::{OpenError, SaveError};
use super::file::{Access, DraftFile};
use super::folder::Folder;
use crate::filing::Draft;
use crate::filing::guard::is_ended;
use crate::filing::take_over::beside::{concerns_filed, concerns_prepared, renew, renew_back};
use crate::filing::take_over::{Followed, Outcome, concerns, has_followed, is_about_ended, outcome, take_back, take_over};
use crate::fs::lock::Owner;
use crate::rules::{self, peers::label_beside};

/// What became of the drafts that a filing concerns.
#[derive(Debug, Default)]
pub struct TakenOver {
    /// What the filing does to the record; `None` where nothing follows from it.
    pub outcome: Option<Outcome>,
    /// Drafts that were brought up to date, and what is not as it was.
    pub taken: Vec<(PathBuf, Followed)>,
    /// Other drafts of the same subject that were brought up to date: filings of its other mini-programs, and what is measured against
    /// the record that has changed.
    pub beside: Vec<(PathBuf, Followed)>,
    /// Drafts that had been brought up to date before.
    pub known: Vec<PathBuf>,
    /// Drafts that could not be written, and why. They are as they were.
    pub failed: Vec<(PathBuf, Failed)>,
    /// Drafts whose filing had ended before a change came through: it is not about them.
    pub ended: Vec<PathBuf>,
    /// Drafts that cannot be read: the one that is concerned may be among them.
    pub unreadable: Vec<PathBuf>,
    /// What the drafts that it concerns, and those that had ended, are called.
    pub titles: BTreeMap<PathBuf, String>,
}

impl TakenOver {
    /// What people know one of these drafts by: its title and its file.
    #[must_use]
    pub fn label(&self, path: &Path) -> String {
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        label_beside(self.titles.get(path).map_or("", String::as_str), &file)
    }

    /// Whether the filing concerns no draft at hand: it was deleted, lies elsewhere, or there never was one.
    #[must_use]
    pub fn is_nobody_s(&self) -> bool {
        self.taken.is_empty() && self.known.is_empty() && self.failed.is_empty() && self.ended.is_empty()
    }

    /// Whether others of the subject followed, and the draft that was filed did not, as it is not at hand.
    #[must_use]
    pub fn misses_the_filed(&self) -> bool {
        self.is_nobody_s() && !self.beside.is_empty()
    }
}

/// Why a draft was left as it is.
#[derive(Debug)]
pub enum Failed {
    /// It cannot be opened for writing.
    Open(OpenError),
    /// It cannot be saved.
    Save(SaveError),
    /// So many of its events cannot be read: the one that is meant may be among them.
    Unread(usize),
}

/// Brings the drafts of these folders up to date with the one that is through. `path` is its file.
#[must_use]
pub fn apply(finished: &Draft, path: &Path, folders: &[Folder], owner: &Owner) -> TakenOver {
    each(finished, path, folders, owner, Direction::Forward)
}

/// Takes back what [`apply`] did, when the last event of `finished` is withdrawn; `finished` still has it. `taken` then names
/// the drafts that are as they were before, each with the fields that were edited since and stay.
#[must_use]
pub fn undo(finished: &Draft, path: &Path, folders: &[Folder], owner: &Owner) -> TakenOver {
    TakenOver { known: Vec::new(), ..each(finished, path, folders, owner, Direction::Back) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Back,
}

/// What a draft has to do with a filing that is through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Concern {
    /// It is what was filed.
    Filed,
    /// It is the filing of another mini-program of the subject.
    FiledBeside,
    /// It is in preparation, and measured against the record.
    Prepared,
}

impl Concern {
    fn of(change: &Change<'_>, other: &Draft) -> Option<Self> {
        let finished = change.finished;
        match other {
            _ if concerns(finished, other) => Some(Self::Filed),
            _ if concerns_filed(finished, other) => Some(Self::FiledBeside),
            _ if concerns_prepared(finished, other) => Some(Self::Prepared),
            // What has followed is taken back, even if it has ended since.
            _ if change.is_undone && has_followed(finished, other, &change.note) => Some(Self::FiledBeside),
            _ => None,
        }
    }
}

/// What is through, or is taken back.
struct Change<'a> {
    finished: &'a Draft,
    path: &'a Path,
    /// What its file is called: so the events that tell of it name it.
    note: String,
    is_undone: bool,
}

fn each(finished: &Draft, path: &Path, folders: &[Folder], owner: &Owner, direction: Direction) -> TakenOver {
    let note = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut result = TakenOver { outcome: outcome(finished).map(|(outcome, _)| outcome), ..TakenOver::default() };
    if result.outcome.is_none() {
        return result;
    }
    let change = Change { finished, path, note, is_undone: direction == Direction::Back };
    let mut concerned: Vec<(PathBuf, Concern)> = concerned(&change, folders, &mut result).into_iter().collect();
    // What is filed comes first: it tells what is on record then.
    concerned.sort_by_key(|(_, concern)| *concern);
    let mut filed: Option<(PathBuf, Draft)> = None;
    for (file, concern) in concerned {
        let followed = edit(&file, &change, owner, |finished, other, folder| {
            let now = filed.as_ref().map(|(of, draft)| anchor::moved(draft, of, folder));
            match concern {
                Concern::Prepared => {
                    let follow = if change.is_undone { renew_back } else { renew };
                    asking_anew(other, change.is_undone, |other| follow(finished, other, now.as_ref()))
                }
                _ if change.is_undone => take_back(finished, other, &change.note),
                _ => take_over(finished, other, &change.note),
            }
        });
        let followed = followed.map(|(followed, draft)| {
            if concern != Concern::Prepared && filed.is_none() && !is_ended(&draft) {
                filed = Some((crate::fs::path::folder_of(&file).to_owned(), draft));
            }
            followed
        });
        match (followed, concern) {
            (Ok(Some(followed)), Concern::Filed) => result.taken.push((file, followed)),
            (Ok(Some(followed)), _) => result.beside.push((file, followed)),
            (Ok(None), Concern::Filed) => result.known.push(file),
            (Ok(None), _) => {}
            (Err(failed), _) => result.failed.push((file, failed)),
        }
    }
    result
}

/// What follows in a draft in preparation, with the answers emptied that were given about what stood there before. A filed draft keeps
/// its own: it says what was answered then. What was taken back brings no answer back, so all that are missing are told then.
fn asking_anew(draft: &mut Draft, is_undone: bool, follow: impl FnOnce(&mut Draft) -> Option<Followed>) -> Option<Followed> {
    let before = draft.clone();
    let followed = follow(draft)?;
    let mut reopened = rules::reopened(&before, draft);
    reopened.iter().for_each(|id| drop(draft.set(*id, None)));
    if is_undone {
        reopened.extend(rules::unanswered(&before, draft));
        reopened.sort_unstable();
        reopened.dedup();
    }
    Some(Followed { reopened, ..followed })
}

/// The drafts that a filing concerns, itself left out. Those that cannot be read, of which nobody knows, and those that had ended go into
/// the result. Folders that cannot be read have none.
fn concerned(change: &Change<'_>, folders: &[Folder], result: &mut TakenOver) -> BTreeMap<PathBuf, Concern> {
    let (finished, path) = (change.finished, change.path);
    let own = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (mut files, mut unreadable, mut ended) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
    for folder in folders {
        for entry in folder.list().map(|listing| listing.entries).unwrap_or_default() {
            let file = entry.path.canonicalize().unwrap_or(entry.path);
            match entry.summary {
                Ok(_) if file == own => {}
                Ok(summary) => {
                    let concern = Concern::of(change, &summary.draft);
                    if concern.is_none() && !is_about_ended(finished, &summary.draft) {
                        continue;
                    }
                    result.titles.insert(file.clone(), summary.title);
                    match concern {
                        Some(concern) => drop(files.insert(file, concern)),
                        None => drop(ended.insert(file)),
                    }
                }
                Err(_) => drop(unreadable.insert(file)),
            }
        }
    }
    result.unreadable = unreadable.into_iter().collect();
    result.ended = ended.into_iter().collect();
    files
}

/// Opens a draft, lets it follow and saves it; returns what became of it, and the draft as it is then.
fn edit(
    file: &Path,
    change: &Change<'_>,
    owner: &Owner,
    follow: impl Fn(&Draft, &mut Draft, &Path) -> Option<Followed>,
) -> Result<(Option<Followed>, Draft), Failed> {
    let mut open = DraftFile::open(file, Access::Write(owner)).map_err(Failed::Open)?;
    match open.document().unread_events().len() {
        0 => {}
        count => return Err(Failed::Unread(count)),
    }
    let from = change.path.canonicalize().unwrap_or_else(|_| change.path.to_owned());
    let from = crate::fs::path::folder_of(&from).to_owned();
    let moved = anchor::moved(change.finished, &from, open.folder());
    let mut draft = open.draft().clone();
    let followed = follow(&moved, &mut draft, open.folder());
    if followed.is_some() {
        open.save(&draft).map_err(Failed::Save)?;
    }
    Ok((followed, draft))
}
