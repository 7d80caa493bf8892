//! The scans of a draft, brought beside it: copies in a folder of their own, so that draft and scans can be moved, kept and handed
//! over together. Originals are never touched.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::anchor;
use crate::filing::Draft;
use crate::fs::IoTrouble;
use crate::fs::atomic::Target;
use crate::fs::made::Made;
use crate::fs::path::normalized;
use crate::scan::{read_file, relative_to, resolve};

/// Names tried for a copy.
const NAMES: usize = 1_000;

/// What became of a file that a draft names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It lies in the draft's folder, and was only written as such.
    Here,
    /// It was copied to this path.
    Copied(PathBuf),
    /// It could not be read or copied.
    Failed(IoTrouble),
}

/// A file that a draft names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// The path as it stood in the draft.
    pub was: String,
    /// The path as it stands there now; the same where nothing was done.
    pub is: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Copies what lies outside the draft's `folder` into `target`, a folder inside it, and writes every path relative. What is
/// written is noted in `made`; without it nothing is. Returns the draft with its new paths, and each file once, in the order of the fields.
#[must_use]
pub fn collect(
    draft: &Draft,
    folder: &Path,
    home: Option<&Path>,
    target: &Path,
    mut made: Option<&mut Made>,
) -> (Draft, Vec<Collected>) {
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mut all: Vec<Collected> = Vec::new();
    let mut taken: HashMap<PathBuf, PathBuf> = HashMap::new();
    for (_, _, written) in draft.files() {
        if written.trim().is_empty() || all.iter().any(|one| one.was == written) {
            continue;
        }
        let source = normalized(&resolve(folder, home, written));
        let own = fs::canonicalize(&source).unwrap_or_else(|_| source.clone());
        let (is, outcome) = if own.starts_with(&real) {
            match fs::metadata(&own) {
                Ok(_) => (relative_to(&real, None, &own).unwrap_or_else(|| written.to_owned()), Outcome::Here),
                Err(error) => (written.to_owned(), Outcome::Failed(error.into())),
            }
        } else {
            match copied(&own, target, &mut taken, made.as_deref_mut()) {
                Ok(path) => (relative_to(folder, None, &path).unwrap_or_else(|| written.to_owned()), Outcome::Copied(path)),
                Err(trouble) => (written.to_owned(), Outcome::Failed(trouble)),
            }
        };
        all.push(Collected { was: written.to_owned(), is, outcome });
    }
    let place =
        |written: &str| all.iter().find(|one| one.was == written).map_or_else(|| written.to_owned(), |one| one.is.clone());
    (anchor::with_paths(draft, &place), all)
}

/// The copy of a file: one that is there already with the same bytes, else a new one under its own name or that with a number.
fn copied(
    source: &Path,
    target: &Path,
    taken: &mut HashMap<PathBuf, PathBuf>,
    mut made: Option<&mut Made>,
) -> Result<PathBuf, IoTrouble> {
    let bytes = read_file(source)?;
    let name = source.file_name().and_then(|name| name.to_str()).unwrap_or("scan");
    let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let numbered = (2..NAMES).map(|number| format!("{stem}-{number}{ending}"));
    for name in std::iter::once(name.to_owned()).chain(numbered) {
        let path = target.join(name);
        let is_other = taken.get(&path).is_some_and(|other| other != source);
        match fs::read(&path) {
            _ if is_other => continue,
            Ok(there) if there == bytes => {}
            Ok(_) => continue,
            Err(_) if path.symlink_metadata().is_ok() => continue,
            Err(_) => {
                if let Some(made) = made.as_deref_mut() {
                    made.folder(target)?;
                    match made.file(&path, &bytes, Target::New) {
                        Ok(()) => {}
                        Err(failed) if failed.error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                        Err(failed) => return Err(failed.error.into()),
                    }
                }
            }
        }
        taken.insert(path.clone(), source.to_owned());
        return Ok(path);
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{FieldId, Value};

    #[test]
    fn scans_come_beside_the_draft_and_originals_stay() {
        let place = tempfile::tempdir().unwrap();
        let (drafts, client) = (place.path().join("drafts"), place.path().join("client"));
        for folder in [&drafts, &client, &client.join("b")] {
            fs::create_dir(folder).unwrap();
        }
        for (path, bytes) in
            [("client/x.jpg", "one"), ("client/b/x.jpg", "two"), ("client/same.jpg", "one"), ("drafts/own.jpg", "own")]
        {
            fs::write(place.path().join(path), bytes).unwrap();
        }
        let absolute = |name: &str| client.join(name).to_str().unwrap().to_owned();
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectCertificatePhoto, Some(absolute("x.jpg").into()));
        draft.set(FieldId::ResponsiblePersonCertificateFront, Some("../client/b/x.jpg".into()));
        draft.set(FieldId::ResponsiblePersonCertificateBack, Some(drafts.join("own.jpg").to_str().unwrap().into()));
        draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec![absolute("x.jpg"), absolute("gone.jpg")])));
        let target = drafts.join("a-scans");
        let (planned, _) = collect(&draft, &drafts, None, &target, None);
        assert!(!target.exists(), "nothing is written before it is asked for");
        // What cannot be referred to by the draft afterwards goes again.
        let mut made = Made::default();
        let (_, all) = collect(&draft, &drafts, None, &target, Some(&mut made));
        assert!(target.exists() && !all.is_empty());
        drop(made);
        assert!(!target.exists());
        let mut made = Made::default();
        let (moved, all) = collect(&draft, &drafts, None, &target, Some(&mut made));
        made.keep();
        assert_eq!(planned, moved);
        assert_eq!(moved.text(FieldId::SubjectCertificatePhoto), "a-scans/x.jpg");
        assert_eq!(moved.text(FieldId::ResponsiblePersonCertificateFront), "a-scans/x-2.jpg");
        assert_eq!(moved.text(FieldId::ResponsiblePersonCertificateBack), "own.jpg");
        assert_eq!(moved.paths(FieldId::CommitmentLetter), ["a-scans/x.jpg".to_owned(), absolute("gone.jpg")]);
        assert_eq!(fs::read(target.join("x-2.jpg")).unwrap(), b"two");
        assert_eq!(fs::read(client.join("x.jpg")).unwrap(), b"one");
        assert_eq!(all.iter().filter(|one| matches!(one.outcome, Outcome::Failed(_))).count(), 1);
        let (again, all) = collect(&moved, &drafts, None, &target, Some(&mut Made::default()));
        assert_eq!(again, moved);
        assert!(all.iter().all(|one| !matches!(one.outcome, Outcome::Copied(_))), "a second time there is nothing to do");
        assert_eq!(fs::read_dir(&target).unwrap().count(), 2);
    }
}
