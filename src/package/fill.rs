//! From a package to the body that is posted: the uploads' ids in the place of the placeholders, the face check's task where it is
//! missing. Nothing is given out while anything is open.

mod ids;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value as Json;
use thiserror::Error;

pub use self::ids::{Ids, IdsError};
use super::encryption::Key;
use super::opened::{OpenError, Opened};
use super::{APPLY, CANCEL};
use crate::catalog::{FilingKind, Vocabulary};

/// What a placeholder begins with.
const PLACEHOLDER: &str = "media:";
/// The key of the request that the face check's task goes into.
const TASK: &str = "icp_applets.principal_info.verify_task_id";

/// Why no body is given out.
#[derive(Debug, Error)]
pub enum FillError {
    /// The package cannot be read, or is not what its manifest says.
    #[error(transparent)]
    Package(#[from] OpenError),
    /// A change has no request: the platform has no interface for it.
    #[error("a change is entered in the console")]
    Change,
    /// The ids are no JSON of the known shapes.
    #[error(transparent)]
    Ids(#[from] IdsError),
    /// Names without a file in the package.
    #[error("no such files: {0:?}")]
    Unknown(Vec<String>),
    /// Files of the request without an id.
    #[error("no ids for {0:?}")]
    Missing(Vec<String>),
    /// Two files have the same id.
    #[error("{one} and {other} have the same id")]
    Shared {
        /// One of them.
        one: String,
        /// The other.
        other: String,
    },
    /// The face check's task is neither in the request nor given.
    #[error("no task of the face check")]
    NoTask,
    /// A task that is none.
    #[error("{0:?} is no task")]
    BadTask(String),
    /// A deregistration takes neither ids nor a task.
    #[error("a deregistration has nothing to fill in")]
    NothingToFill,
}

/// What is given besides the package.
#[derive(Debug, Default)]
pub struct Given<'a> {
    /// The text of the file with the ids.
    pub ids: Option<&'a str>,
    /// The task of the owner's face check; takes the place of one that the draft had.
    pub task: Option<&'a str>,
}

/// The body to post; `key` opens a package that is encrypted.
///
/// # Errors
/// When the package is not whole, an id is missing, unknown, repeated or none, or the task is missing.
pub fn fill(package: &Path, key: &Key, given: &Given<'_>) -> Result<Json, FillError> {
    let mut opened = Opened::open(package, key)?;
    match FilingKind::from_word(opened.kind()) {
        Some(FilingKind::Change) => return Err(FillError::Change),
        Some(FilingKind::Deregistration) if given.ids.is_some() || given.task.is_some() => {
            return Err(FillError::NothingToFill);
        }
        Some(FilingKind::Deregistration) => return Ok(opened.json(CANCEL)?),
        Some(FilingKind::New) | None => {}
    }
    let mut body = opened.json(APPLY)?;
    let ids = given.ids.map_or_else(|| Ok(Ids::default()), Ids::read)?;
    let mut wanted = BTreeSet::new();
    walk(&mut body, &mut |text| {
        wanted.extend(text.strip_prefix(PLACEHOLDER).map(str::to_owned));
    });
    let unknown: Vec<String> = ids.names().filter(|name| !wanted.contains(*name)).map(str::to_owned).collect();
    if !unknown.is_empty() {
        return Err(FillError::Unknown(unknown));
    }
    let missing: Vec<String> = wanted.iter().filter(|name| ids.get(name).is_none()).cloned().collect();
    if !missing.is_empty() {
        return Err(FillError::Missing(missing));
    }
    if let Some((one, other)) = ids.shared() {
        return Err(FillError::Shared { one: one.to_owned(), other: other.to_owned() });
    }
    walk(&mut body, &mut |text| {
        if let Some(id) = text.strip_prefix(PLACEHOLDER).and_then(|name| ids.get(name)) {
            *text = id.to_owned();
        }
    });
    put_task(&mut body, given.task)?;
    Ok(body)
}

/// What the task of the examples ends with: it stands for one, and is none.
const EXAMPLE: &str = "-EXAMPLE";

/// Whether this is the task of a face check, as far as can be told.
fn is_task(text: &str) -> bool {
    ids::is_id(text) && !text.ends_with(EXAMPLE)
}

/// Sees that the task is there.
fn put_task(body: &mut Json, given: Option<&str>) -> Result<(), FillError> {
    let pointer = format!("/{}", TASK.replace('.', "/"));
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
    match given {
        Some(task) if !is_task(task) => Err(FillError::BadTask(task.to_owned())),
        Some(task) => {
            let owner = body.pointer_mut(parent).and_then(Json::as_object_mut).ok_or(FillError::NoTask)?;
            owner.insert(key.to_owned(), task.into());
            Ok(())
        }
        None if body.pointer(&pointer).and_then(Json::as_str).is_some_and(is_task) => Ok(()),
        None => Err(FillError::NoTask),
    }
}

/// Every text of a JSON value.
fn walk(value: &mut Json, see: &mut impl FnMut(&mut String)) {
    match value {
        Json::String(text) => see(text),
        Json::Array(list) => list.iter_mut().for_each(|value| walk(value, see)),
        Json::Object(object) => object.values_mut().for_each(|value| walk(value, see)),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
