//! The other drafts of the user's own folder: what collides there is told of a draft whether it is listed, opened in the wizard or checked
//! alone. And the changes that are on their way, there and beside a draft.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::store;
use super::world::World;
use crate::drafts::Folder;
use crate::drafts::folder::{Listed, Running};
use crate::filing::{Draft, FilingKind, Stage};
use crate::fs::path::folder_of;
use crate::rules::peers::{PeerDrafts, PeerIndex};

/// The user's own folder, by its real path.
fn own_folder(world: &World) -> Option<PathBuf> {
    world.drafts_dir.as_ref().and_then(|own| std::fs::canonicalize(world.absolute(own)).ok())
}

fn real(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

/// Adds the other drafts of the user's own folder where one of these files lies in it, but those `named` already. What cannot be read is
/// left out.
pub fn add<'a>(world: &World, mut files: impl Iterator<Item = &'a Path>, named: &HashSet<PathBuf>, others: &mut PeerDrafts) {
    let Some(folder) = own_folder(world) else { return };
    let is_here = |file: &Path| real(folder_of(&world.absolute(file))).is_some_and(|lies| lies == folder);
    if files.any(is_here) {
        read(&folder, named, others);
    }
}

/// Reads the drafts of a folder; where each of them stands among all, by its real path.
fn read(folder: &Path, named: &HashSet<PathBuf>, others: &mut PeerDrafts) -> HashMap<PathBuf, usize> {
    let mut places = HashMap::new();
    for listed in Folder::new(folder).list().unwrap_or_default().entries {
        let path = real(&listed.path);
        if path.as_ref().is_some_and(|path| named.contains(path)) {
            continue;
        }
        if let Ok(summary) = &listed.summary {
            let place = others.add_file(&listed.name, &summary.draft);
            places.extend(path.map(|path| (path, place)));
        }
    }
    places
}

/// The drafts of the user's own folder, for drafts that come one by one: read once, when the first comes that lies among them.
#[derive(Default)]
pub struct OwnDrafts(OnceLock<(PeerDrafts, HashMap<PathBuf, usize>)>);

impl OwnDrafts {
    /// Those that lie beside a draft, if its file lies in that folder.
    pub fn beside(&self, world: &World, file: &Path) -> PeerIndex<'_> {
        let Some(file) = real(&world.absolute(file)) else { return PeerIndex::nobody() };
        let Some(folder) = own_folder(world).filter(|folder| folder_of(&file) == folder) else { return PeerIndex::nobody() };
        let (others, places) = self.0.get_or_init(|| {
            let mut others = PeerDrafts::default();
            let places = read(&folder, &HashSet::new(), &mut others);
            (others, places)
        });
        // What was written since is nobody's peer: it may stand there as it was.
        places.get(&file).map_or_else(PeerIndex::nobody, |place| PeerIndex::new(others, Some(*place)))
    }
}

/// A change that is not done: its draft, and where that stands.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its file.
    pub path: PathBuf,
    /// Where it stands.
    pub stage: Stage,
}

/// The drafts of folders, each read once, when the first asks for what lies there.
#[derive(Default)]
pub struct Listings(Mutex<HashMap<PathBuf, Arc<Vec<Listed>>>>);

impl Listings {
    /// The change of what a draft has filed that is on its way, beside it or in the user's own folder; of several the one that is furthest.
    pub fn change_of(&self, world: &World, draft: &Draft, file: &Path) -> Option<Change> {
        let beside = folder_of(&world.absolute(file)).to_owned();
        let mut folders = vec![real(&beside).unwrap_or(beside)];
        folders.extend(store::folder(world).ok().and_then(|own| real(own.path())).filter(|own| !folders.contains(own)));
        folders.iter().find_map(|folder| {
            let listed = self.of(folder);
            let running = Running::among(&listed);
            let (found, summary) = running.of(draft, FilingKind::Change)?;
            Some(Change { path: found.path.clone(), stage: summary.stage })
        })
    }

    fn of(&self, folder: &Path) -> Arc<Vec<Listed>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let list = || Arc::new(Folder::new(folder).list().unwrap_or_default().entries);
        known.entry(folder.to_owned()).or_insert_with(list).clone()
    }
}
