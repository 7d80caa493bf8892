//! Files of a draft that lie outside its folder. A draft from elsewhere can name any file; what is packed is what its user means.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::drafts::admitted;
use crate::drafts::file::read_draft;
use crate::filing::{Draft, FieldId, Value};
use crate::fs::path::{folder_of, normalized};
use crate::scan::facts::{Content, Facts, FileFacts, Obstacle};
use crate::scan::{Cache, Wanted, resolve};

/// A file that a draft names outside its own folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// The field that names it.
    pub field: FieldId,
    /// Its path in the draft.
    pub path: String,
    /// The file that is meant, links followed.
    pub file: PathBuf,
}

/// Which of the files that a draft names may be read: those in its own folder, and those of which its user has said that they are
/// meant. Everything that reads a draft's files asks here first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The folder, links followed; `None` where every file is meant.
    root: Option<PathBuf>,
    admitted: BTreeSet<PathBuf>,
}

impl Reach {
    /// Every file is meant: the draft lies in the user's own folder, or that was said.
    #[must_use]
    pub const fn everywhere() -> Self {
        Self { root: None, admitted: BTreeSet::new() }
    }

    /// What lies in this folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self { root: Some(real(folder)), admitted: BTreeSet::new() }
    }

    /// What the draft in the file `path` may have read. `own` is the user's own folder of drafts, `state` the folder of what is kept
    /// between sessions.
    #[must_use]
    pub fn of(path: &Path, own: Option<&Path>, state: Option<&Path>) -> Self {
        let path = real(path);
        let folder = folder_of(&path);
        if is_own(folder, own) {
            return Self::everywhere();
        }
        let admitted = state.map(|state| admitted::of(&state.join(admitted::NAME), &path)).unwrap_or_default();
        Self { admitted, ..Self::within(folder) }
    }

    /// The same, and these files.
    #[must_use]
    pub fn and(mut self, files: impl Iterator<Item = PathBuf>) -> Self {
        self.admitted.extend(files);
        self
    }

    /// Whether this file may be read.
    #[must_use]
    pub fn admits(&self, file: &Path) -> bool {
        self.root.is_none() || self.holds(&real(file))
    }

    /// As [`Reach::admits`], of a file whose links have been followed.
    fn holds(&self, file: &Path) -> bool {
        self.root.as_ref().is_none_or(|root| file.starts_with(root) || self.admitted.contains(file))
    }

    /// Those of these files that may not be read.
    #[must_use]
    pub fn refused(&self, draft: &Draft, folder: &Path, home: Option<&Path>) -> Vec<Outside> {
        match self.root {
            None => Vec::new(),
            Some(_) => outside(draft, folder, home).into_iter().filter(|one| !self.holds(&one.file)).collect(),
        }
    }

    /// All files that the draft names and that may not be read, whether what names them is asked for now or not: each path once.
    #[must_use]
    pub fn refused_ever(&self, draft: &Draft, folder: &Path, home: Option<&Path>) -> Vec<Outside> {
        let mut found: Vec<Outside> = Vec::new();
        if self.root.is_none() {
            return found;
        }
        for (field, path) in FieldId::FILES.iter().flat_map(|id| draft.get(*id).map(|value| (*id, value))).flat_map(named) {
            if path.is_empty() || found.iter().any(|one| one.path == path) {
                continue;
            }
            let file = real(&resolve(folder, home, path));
            if !self.holds(&file) {
                found.push(Outside { field, path: path.to_owned(), file });
            }
        }
        found
    }

    /// What is known about these files, as [`Cache::inspect_all`]; of those that may not be read, that nobody has read them.
    #[must_use]
    pub fn inspect<'a>(
        &self,
        cache: &mut Cache,
        folder: &Path,
        home: Option<&Path>,
        scans: impl Iterator<Item = Wanted<&'a str>>,
    ) -> Facts {
        let may_read = |path: &str| path.is_empty() || self.root.is_none() || self.admits(&resolve(folder, home, path));
        let (inside, others): (Vec<_>, Vec<_>) = scans.partition(|scan| may_read(scan.path));
        let mut facts = cache.inspect_all(folder, home, inside.into_iter());
        for scan in others {
            facts.insert(scan.path, unread());
        }
        facts
    }
}

fn named((field, value): (FieldId, &Value)) -> Vec<(FieldId, &str)> {
    paths(value).into_iter().map(|path| (field, path)).collect()
}

/// The paths in the value of a field of files.
#[must_use]
pub fn paths(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(path) => vec![path],
        Value::Paths(paths) => paths.iter().map(String::as_str).collect(),
        Value::Approvals(rows) => rows.iter().map(|row| row.document.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// What is known of a file that may not be read.
#[must_use]
pub fn unread() -> FileFacts {
    FileFacts::of(Content::Unreadable(Obstacle::Outside))
}

/// Keeps in mind that the draft in the file `path` means these files. `state` is the folder of what is kept between sessions. Where
/// it cannot be written, one is asked again.
pub fn admit(path: &Path, state: Option<&Path>, files: &[Outside]) {
    let files: Vec<PathBuf> = files.iter().map(|one| one.file.clone()).collect();
    if let Some(state) = state.filter(|_| !files.is_empty()) {
        let _ = admitted::keep(&state.join(admitted::NAME), &real(path), &files);
    }
}

/// What the draft in the file `from` names and may read is meant by the draft in the file `to` as well, which begins with it or follows
/// it. What `from` may not read stays to be asked about. `own`, `state` and `home` are as in [`Reach::of`] and
/// [`Reach::refused_ever`].
pub fn hand_on(from: &Path, to: &Path, own: Option<&Path>, state: Option<&Path>, home: Option<&Path>) {
    let (Ok((source, _)), Ok((target, _))) = (read_draft(from), read_draft(to)) else { return };
    let (from, to) = (real(from), real(to));
    let reach = Reach::of(&from, own, state);
    let named = FieldId::FILES.iter().filter_map(|id| source.draft().get(*id)).flat_map(paths);
    let named = named.filter(|path| !path.is_empty()).map(|path| real(&resolve(folder_of(&from), home, path)));
    let meant: BTreeSet<PathBuf> = named.filter(|file| reach.admits(file)).collect();
    let mut asked = Reach::of(&to, own, state).refused_ever(target.draft(), folder_of(&to), home);
    asked.retain(|one| meant.contains(&one.file));
    admit(&to, state, &asked);
}

/// The files that the draft in the file `from` names and may not read itself. What is made of it in the user's own folder would have them
/// read unasked. `own`, `state` and `home` are as in [`hand_on`].
#[must_use]
pub fn unasked(from: &Path, own: Option<&Path>, state: Option<&Path>, home: Option<&Path>) -> Vec<Outside> {
    let Ok((source, _)) = read_draft(from) else { return Vec::new() };
    let from = real(from);
    Reach::of(&from, own, state).refused_ever(source.draft(), folder_of(&from), home)
}

/// The files of a draft that lie outside `folder`, the one of its file, each once. A link inside that leads out counts.
#[must_use]
pub fn outside(draft: &Draft, folder: &Path, home: Option<&Path>) -> Vec<Outside> {
    let root = real(folder);
    let mut found: Vec<Outside> = Vec::new();
    for (field, _, path) in draft.files() {
        let file = real(&resolve(folder, home, path));
        if !file.starts_with(&root) && !found.iter().any(|one| one.file == file) {
            found.push(Outside { field, path: path.to_owned(), file });
        }
    }
    found
}

/// Whether a folder lies in the user's own folder of drafts, or is it: what is there, the user has put there.
#[must_use]
pub fn is_own(folder: &Path, drafts: Option<&Path>) -> bool {
    drafts.is_some_and(|drafts| real(folder).starts_with(real(drafts)))
}

/// The path with links followed as far as it exists; by its names where it does not.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| normalized(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_out_is_named_once() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("filing");
        fs::create_dir_all(folder.join("scans")).unwrap();
        for file in ["secret.jpg", "filing/scans/a.jpg", "filing/b.jpg"] {
            fs::write(place.path().join(file), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(place.path().join("secret.jpg"), folder.join("link.jpg")).unwrap();
        let home = place.path().join("home");
        let table: &[(&str, bool)] = &[
            ("scans/a.jpg", false),
            ("b.jpg", false),
            ("./scans/../b.jpg", false),
            ("not-there.jpg", false),
            ("../secret.jpg", true),
            ("scans/../../secret.jpg", true),
            ("~/.ssh/id_rsa", true),
            ("/proc/self/environ", true),
            ("../not-there.jpg", true),
            #[cfg(unix)]
            ("link.jpg", true),
        ];
        for (path, leads_out) in table {
            let mut draft = Draft::new(5);
            draft.set(FieldId::ResponsiblePersonCertificateFront, Some((*path).into()));
            draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec![(*path).to_owned()])));
            let found = outside(&draft, &folder, Some(&home));
            assert_eq!(found.len(), usize::from(*leads_out), "{path}: {found:?}");
            assert!(
                found.iter().all(|one| one.path == *path && one.field == FieldId::ResponsiblePersonCertificateFront),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_draft_means_what_the_one_means_that_it_begins_with_and_no_more() {
        let place = tempfile::tempdir().unwrap();
        let (drafts, state) = (place.path().join("drafts"), place.path().join("state"));
        fs::create_dir_all(&drafts).unwrap();
        for file in ["chosen.jpg", "planted.jpg", "elsewhere.jpg"] {
            fs::write(place.path().join(file), "x").unwrap();
        }
        let write = |name: &str, files: &[(FieldId, &str)]| {
            let mut draft = Draft::new(4);
            for (id, path) in files {
                draft.set(*id, Some((*path).into()));
            }
            let path = drafts.join(name);
            fs::write(&path, crate::drafts::codec::document_of(&draft).to_text()).unwrap();
            (path, draft)
        };
        use FieldId as F;
        let both =
            [(F::ResponsiblePersonCertificateFront, "../chosen.jpg"), (F::ResponsiblePersonCertificateBack, "../planted.jpg")];
        let (from, draft) = write("from.toml", &both);
        let strays = Reach::of(&from, None, Some(&state)).refused_ever(&draft, &drafts, None);
        assert_eq!(strays.len(), 2);
        admit(&from, Some(&state), &strays[..1]);
        let more = [both[0], both[1], (F::SubjectCertificatePhoto, "../elsewhere.jpg")];
        let (to, draft) = write("to.toml", &more);
        hand_on(&from, &to, None, Some(&state), None);
        let asked = Reach::of(&to, None, Some(&state)).refused_ever(&draft, &drafts, None);
        let asked: Vec<&str> = asked.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(asked.len(), 2, "{asked:?}");
        assert!(asked.contains(&"../planted.jpg") && asked.contains(&"../elsewhere.jpg"), "{asked:?}");
        // In the user's own folder every file is meant, and stays meant by what begins there and lies elsewhere.
        let (other, draft) = write("other.toml", &both);
        hand_on(&from, &other, Some(place.path()), Some(&state), None);
        assert!(Reach::of(&other, Some(place.path()), Some(&state)).refused_ever(&draft, &drafts, None).is_empty());
    }

    #[test]
    fn the_folder_of_drafts_and_what_lies_in_it_is_the_users_own() {
        let place = tempfile::tempdir().unwrap();
        let drafts = place.path().join("drafts");
        fs::create_dir_all(drafts.join("client")).unwrap();
        assert!(is_own(&drafts, Some(&drafts)) && is_own(&drafts.join("client"), Some(&drafts)));
        assert!(!is_own(place.path(), Some(&drafts)) && !is_own(&drafts, None));
    }
}
