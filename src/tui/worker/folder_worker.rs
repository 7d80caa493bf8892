//! Reads folders for the file picker, and opens files outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::mailbox::{Job, Policy, Work};
use super::{internal, outside};
use crate::locale::error as words;
use crate::tui::effect::{FOLDER_LINES, FileEntry, Message};

/// What is wanted of the file system.
pub(super) enum FolderRequest {
    /// What a folder holds.
    Read(PathBuf),
    /// A file in the system's own viewer.
    OpenInViewer(PathBuf),
}

/// Reads folders.
pub(super) struct FolderWorker;

impl Work for FolderWorker {
    type Request = FolderRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<FolderRequest>) -> Vec<Message> {
        match &job.request {
            FolderRequest::Read(path) => {
                let lines = read_folder(path).map_err(|error| words::io(job.lang, &error.into()));
                vec![Message::Folder { path: path.clone(), lines }]
            }
            FolderRequest::OpenInViewer(path) => outside::view(path, job.lang).into_iter().collect(),
        }
    }

    fn failed(job: &Job<FolderRequest>) -> Message {
        Message::Failed(internal(job.lang))
    }
}

fn read_folder(path: &Path) -> std::io::Result<Vec<FileEntry>> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(path)?.take(FOLDER_LINES) {
        let entry = entry?;
        // Names that are not text cannot be written into a draft.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Ok(metadata) = fs::metadata(entry.path()) else { continue };
        if !metadata.is_dir() && !metadata.is_file() {
            continue;
        }
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map(|since| since.as_secs()).unwrap_or_default();
        lines.push(FileEntry { name, folder: metadata.is_dir(), size: metadata.len(), modified });
    }
    Ok(lines)
}
