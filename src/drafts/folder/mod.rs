//! The folder of drafts: making, listing, duplicating and deleting them, and finding one by its name.
//!
//! Drafts are the `.toml` files in it; names that start with a dot are locks, temporaries and the trash. The folder itself
//! is made with mode 0700 when it is first needed.

mod defaults;
mod duplicate;
mod list;
mod name;
mod rename;
mod running;
mod trash;

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use self::defaults::Defaults;
pub use self::duplicate::Purpose;
pub use self::list::{Listed, Listing, Since, Summary};
pub use self::name::{is_nameless, safe_name, stem_of};
pub use self::running::{Running, furthest};
pub use self::trash::{KEPT_FOR, Trash};
use super::anchor;
use super::codec::{self, Document};
use super::error::{FolderError, OpenError, ResolveError, SaveError};
use super::file::{DraftFile, read_draft};
use super::schema;
use crate::filing::Draft;
use crate::fs::entries;
use crate::fs::lock::Owner;
use crate::fs::made::Made;
use crate::fs::path::folder_of;

const EXTENSION: &str = "toml";
/// Names tried before giving up: `a.toml`, `a-2.toml` …
const ATTEMPTS: usize = 10_000;

/// A folder of drafts. Nothing is read or made before it is asked for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    defaults: Defaults,
}

impl Folder {
    /// The folder at this path, which need not be there yet.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), defaults: Defaults::default() }
    }

    /// The same, in which new drafts begin with these values.
    #[must_use]
    pub fn with_defaults(self, defaults: Defaults) -> Self {
        Self { defaults, ..self }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a file for a draft and opens it; what new drafts begin with is filled in. Its name follows `hint`, else [`stem_of`] the draft; `-2` and so on where that is
    /// taken.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(&self, draft: &Draft, hint: &str, owner: &Owner) -> Result<DraftFile, FolderError> {
        let mut begun = draft.clone();
        self.defaults.fill(&mut begun);
        let stem = if hint.trim().is_empty() { stem_of(&begun) } else { safe_name(hint) };
        self.create_document(codec::new_document(&begun, schema::is_in(&self.path)), &stem, owner)
    }

    /// Makes a file of a whole text, such as an example's, and opens it.
    ///
    /// # Errors
    /// When the text is no draft, or it cannot be written.
    pub(super) fn create_text(&self, text: &str, stem: &str, owner: &Owner) -> Result<DraftFile, FolderError> {
        let path = self.path.join(stem);
        let document = codec::parse(text).map_err(|error| OpenError::Content { path, error })?;
        let document = if schema::is_in(&self.path) { document.naming_schema() } else { document };
        self.create_document(document, &safe_name(stem), owner)
    }

    /// Saves an open draft as a file of its own in this folder, and goes on with that: with its comments and unknown keys, and with
    /// paths that lead to the same scans. The only way in which a copy of what is open is made.
    ///
    /// # Errors
    /// When it cannot be written; everything then stays as it was.
    pub fn save_copy(&self, file: &mut DraftFile, draft: &Draft, owner: &Owner) -> Result<(), FolderError> {
        let _made = self.ensure()?;
        let own = file.path().file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
        let stem = if draft.title().trim().is_empty() { self.copied_from(&own) } else { safe_name(draft.title()) };
        for attempt in 1..=ATTEMPTS {
            match file.save_as(&self.numbered(&stem, attempt), draft, owner) {
                Err(SaveError::Exists { .. } | SaveError::Held { .. }) => {}
                result => return result.map(drop).map_err(FolderError::from),
            }
        }
        Err(SaveError::Exists { path: self.numbered(&stem, 1) }.into())
    }

    fn create_document(&self, document: Document, stem: &str, owner: &Owner) -> Result<DraftFile, FolderError> {
        let _made = self.ensure()?;
        for attempt in 1..=ATTEMPTS {
            match DraftFile::create_from(&self.numbered(stem, attempt), document.clone(), owner) {
                Err(SaveError::Exists { .. } | SaveError::Held { .. }) => {}
                result => return Ok(result?),
            }
        }
        Err(SaveError::Exists { path: self.numbered(stem, 1) }.into())
    }

    /// Copies a draft for another filing: with those of its values that serve the `purpose`, and for the same subject with its comments
    /// and unknown keys.
    /// `title` is the copy's file name, else the draft's own with a number.
    ///
    /// # Errors
    /// When the draft cannot be read or the copy not be written.
    pub fn duplicate(&self, path: &Path, purpose: Purpose, title: &str, owner: &Owner) -> Result<DraftFile, FolderError> {
        let _made = self.ensure()?;
        let (mut document, _) = read_draft(path)?;
        let source = fs::canonicalize(path).map_err(|error| FolderError::io(path, error))?;
        let home = fs::canonicalize(&self.path).map_err(|error| FolderError::io(&self.path, error))?;
        let mut copy = anchor::moved(document.draft(), folder_of(&source), &home);
        duplicate::strip(&mut copy, purpose);
        match purpose {
            Purpose::OneMore => document.update(&copy),
            // Comments and keys of one's own may be about whom the draft was for.
            Purpose::AnotherSubject => document = codec::document_of(&copy),
        }
        let own = path.file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
        let stem = if title.trim().is_empty() { self.copied_from(&own) } else { safe_name(title) };
        self.create_document(document, &stem, owner)
    }

    /// All drafts, the last changed first; those that cannot be read are listed with the reason. A folder that is not there
    /// has none.
    ///
    /// # Errors
    /// When the folder itself cannot be read.
    pub fn list(&self) -> Result<Listing, FolderError> {
        list::list(&self.paths()?)
    }

    /// The drafts in these files, wherever they lie, the last changed first.
    ///
    /// # Errors
    /// None today; a file that cannot be read is listed with the reason.
    pub fn listing(files: &[PathBuf]) -> Result<Listing, FolderError> {
        list::list(files)
    }

    /// The draft somebody means by `wanted`: a path, a file's name with or without `.toml`, or a title. What looks like a
    /// path is one, whether anything is there or not.
    ///
    /// # Errors
    /// When nothing or more than one thing is meant.
    pub fn resolve(&self, wanted: impl AsRef<OsStr>) -> Result<PathBuf, ResolveError> {
        let path = Path::new(wanted.as_ref());
        let wanted = path.to_string_lossy();
        let wanted = wanted.as_ref();
        let looks_like_path = path.components().count() > 1 || path.is_absolute() || wanted.ends_with(['/', '\\']);
        let is_toml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
        if looks_like_path || (is_toml && path.symlink_metadata().is_ok()) {
            return Ok(path.to_owned());
        }
        let files = self.paths()?;
        let named = |file: &&PathBuf| [file.file_name(), file.file_stem()].contains(&Some(path.as_os_str()));
        if let Some(file) = files.iter().find(named) {
            return self.unless_another_is_called_so(file, wanted, &files);
        }
        if path.is_file() || path.is_symlink() {
            return Ok(path.to_owned());
        }
        self.by_title(wanted, &files)
    }

    /// The draft in a file of this name. A draft that was begun without one bears its title alone, and was what `wanted` meant before there
    /// was this file: as long as both are alive, neither is taken for the other. With its ending a name means the file.
    fn unless_another_is_called_so(&self, file: &Path, wanted: &str, files: &[PathBuf]) -> Result<PathBuf, ResolveError> {
        let is_nameless = |other: &&PathBuf| {
            let stem = other.file_stem().unwrap_or_default().to_string_lossy();
            other.as_path() != file && name::is_nameless(&stem)
        };
        let nameless: Vec<PathBuf> = files.iter().filter(is_nameless).cloned().collect();
        let is_stem = file.file_stem() == Some(OsStr::new(wanted));
        if !is_stem || nameless.is_empty() {
            return Ok(file.to_owned());
        }
        let one_of = |entry: &&Listed| entry.summary.as_ref().is_ok_and(|summary| summary.title == wanted && summary.is_alive());
        let listing = list::list(&nameless)?;
        let mut candidates: Vec<PathBuf> = listing.entries.iter().filter(one_of).map(|entry| entry.path.clone()).collect();
        if candidates.is_empty() {
            return Ok(file.to_owned());
        }
        candidates.push(file.to_owned());
        candidates.sort();
        Err(ResolveError::Ambiguous { name: wanted.to_owned(), candidates })
    }

    /// The draft of a title. Of several the one that is alive is meant: what has ended, and a change that is through, are for reference.
    fn by_title(&self, wanted: &str, files: &[PathBuf]) -> Result<PathBuf, ResolveError> {
        let listing = list::list(files)?;
        let titled = |entry: &&Listed| entry.summary.as_ref().is_ok_and(|summary| summary.title == wanted.trim());
        let is_alive = |entry: &&Listed| entry.summary.as_ref().is_ok_and(Summary::is_alive);
        let called_so: Vec<&Listed> = listing.entries.iter().filter(titled).collect();
        let alive: Vec<&Listed> = called_so.iter().copied().filter(|entry| is_alive(entry)).collect();
        let meant = if let [only] = alive[..] { vec![only] } else { called_so };
        let mut candidates: Vec<PathBuf> = meant.iter().map(|entry| entry.path.clone()).collect();
        candidates.sort();
        match (candidates.pop(), candidates.is_empty()) {
            (Some(only), true) if !wanted.trim().is_empty() => Ok(only),
            (Some(last), false) if !wanted.trim().is_empty() => {
                candidates.push(last);
                Err(ResolveError::Ambiguous { name: wanted.to_owned(), candidates })
            }
            _ => Err(ResolveError::NotFound { name: wanted.to_owned(), similar: name::similar(wanted, &listing.entries) }),
        }
    }

    /// Files that are or should be drafts, by their names, whatever is in them. A folder that is not there has none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn paths(&self) -> Result<Vec<PathBuf>, FolderError> {
        let names = match entries::names(&self.path) {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(FolderError::io(&self.path, error)),
        };
        let mut files = Vec::new();
        for name in names {
            let path = self.path.join(name);
            let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
            if !hidden && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION)) {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }

    /// Makes the folder, for its owner alone, for as long as something comes into it. One that is there keeps its mode: it may be a
    /// project folder.
    fn ensure(&self) -> Result<Made, FolderError> {
        let mut made = Made::default();
        made.folder(&self.path).map_err(|error| FolderError::io(&self.path, error))?;
        Ok(made)
    }

    /// The name on which copies of a draft count on: without its number where it is a copy itself, of a draft that is there. `client-10` is none
    /// where there is no `client`.
    fn copied_from(&self, own: &str) -> String {
        let stem = name::without_number(own);
        safe_name(if self.numbered(stem, 1).exists() { stem } else { own })
    }

    fn numbered(&self, stem: &str, number: usize) -> PathBuf {
        let name = if number < 2 { format!("{stem}.{EXTENSION}") } else { format!("{stem}-{number}.{EXTENSION}") };
        self.path.join(name)
    }
}
