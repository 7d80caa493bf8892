//! Files of a draft that lie outside its folder. A draft from elsewhere can name any file; what is packed is what its user means.

use std::fs;
use std::path::{Path, PathBuf};

use crate::filing::{Draft, FieldId};
use crate::fs::path::normalized;
use crate::scan::resolve;

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
    use crate::filing::Value;

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
    fn the_folder_of_drafts_and_what_lies_in_it_is_the_users_own() {
        let place = tempfile::tempdir().unwrap();
        let drafts = place.path().join("drafts");
        fs::create_dir_all(drafts.join("client")).unwrap();
        assert!(is_own(&drafts, Some(&drafts)) && is_own(&drafts.join("client"), Some(&drafts)));
        assert!(!is_own(place.path(), Some(&drafts)) && !is_own(&drafts, None));
    }
}
