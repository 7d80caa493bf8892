//! Another name for a draft's file.

use std::io;
use std::path::{Path, PathBuf};

use super::super::error::FolderError;
use super::super::file::{Access, DraftFile};
use super::super::rename::NotRenamed;
use super::{EXTENSION, Folder, safe_name};
use crate::fs::lock::Owner;
use crate::fs::path::{folder_of, is_same_file};

impl Folder {
    /// Gives a draft's file another name in its folder, which must be free; says which path it has then. What is known of the draft
    /// beside it ([`beside`](super::super::beside), in the folder `state`) goes with it, and so do its letters.
    ///
    /// # Errors
    /// When the name is taken, another process has the draft open, it is a link or no draft, or the system fails: it then has its old
    /// name, or both where the old file cannot be removed.
    pub fn rename(&self, path: &Path, name: &str, owner: &Owner, state: Option<&Path>) -> Result<PathBuf, FolderError> {
        let target = folder_of(path).join(format!("{}.{EXTENSION}", safe_name(name)));
        if is_same_file(path, &target) {
            return Ok(path.to_owned());
        }
        let mut file = DraftFile::open(path, Access::Write(owner))?;
        file.rename(path, &target, owner, state).map_err(|not| match not {
            NotRenamed::Link => FolderError::io(path, io::ErrorKind::Unsupported.into()),
            NotRenamed::Save(error) => error.into(),
            NotRenamed::OldStays(error) => FolderError::io(path, error),
        })?;
        Ok(file.path().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, FieldId};
    use std::fs;

    #[test]
    fn a_file_gets_a_free_name_and_nothing_of_it_is_lost() {
        let place = tempfile::tempdir().unwrap();
        let (folder, owner) = (
            Folder::new(place.path()),
            Owner {
                pid: 1,
                since: chrono::DateTime::parse_from_rfc3339("2026-11-23T10:00:00+08:00").unwrap(),
                host: String::new(),
            },
        );
        let mut draft = Draft::new(crate::catalog::INDIVIDUAL);
        let path = folder.create(&draft, "", &owner).unwrap().path().to_owned();
        draft.set(FieldId::MiniProgramName, Some("三餐 小账".into()));
        let other = folder.create(&draft, "", &owner).unwrap().path().to_owned();
        fs::write(&path, format!("# mine\n{}", fs::read_to_string(&path).unwrap())).unwrap();
        // What is taken stays, and so does the draft.
        assert!(folder.rename(&path, "三餐 小账", &owner, None).is_err());
        assert!(path.exists() && fs::read_to_string(&other).unwrap().contains("三餐 小账"));
        let renamed = folder.rename(&path, "a/b:c ", &owner, Some(place.path())).unwrap();
        assert_eq!(renamed.file_name().unwrap(), "a-b-c.toml");
        assert!(!path.exists() && fs::read_to_string(&renamed).unwrap().contains("# mine"));
        // The same name again changes nothing.
        assert_eq!(folder.rename(&renamed, "a-b-c", &owner, None).unwrap(), renamed);
        assert!(folder.rename(&path, "x", &owner, None).is_err(), "it is gone");
        let held = DraftFile::open(&renamed, Access::Write(&owner)).unwrap();
        assert!(folder.rename(&renamed, "x", &owner, None).is_err(), "somebody has it open");
        drop(held);
        #[cfg(unix)]
        {
            let link = place.path().join("link.toml");
            std::os::unix::fs::symlink(&renamed, &link).unwrap();
            assert!(folder.rename(&link, "x", &owner, None).is_err() && link.is_symlink());
        }
    }
}
