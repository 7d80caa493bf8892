//! The file a package is written to before it gets its name.
//!
//! It holds scans of identity cards, so none may stay behind: what an export that was killed has left, the next one into the
//! same folder removes. Whoever writes one holds the system's lock on it, which ends with the process.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::drafts::is_abandoned;

const PREFIX: &str = ".beian-";
const SUFFIX: &str = ".tmp";
const RANDOM: usize = 6;

/// Makes one in the folder, `.beian-RANDOM.PID.tmp`, readable by its owner only.
///
/// # Errors
/// What the system said.
pub(super) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    let suffix = format!(".{}{SUFFIX}", std::process::id());
    let file = tempfile::Builder::new().prefix(PREFIX).suffix(&suffix).rand_bytes(RANDOM).tempfile_in(folder)?;
    // Where there are no locks nothing is swept either.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// Removes those nobody writes any more. What cannot be removed stays for the next time.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) && is_abandoned(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// `.beian-RANDOM.PID.tmp`. That a process of this number runs proves nothing, numbers are used again: the lock decides.
fn is_temporary(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    let Some((random, pid)) = rest.and_then(|rest| rest.split_once('.')) else { return false };
    random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()) && pid.parse::<u32>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::io::Write;

    #[test]
    fn only_what_nobody_writes_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let gone = [".beian-abc123.999999.tmp", ".beian-ABCDEF.1.tmp"];
        let kept = ["a.zip", ".beian-abc123.tmp", ".beian-abc.1.tmp", ".beian-abc123.x.tmp", ".beian-abc123.7.tmp.zip"];
        for name in gone.iter().chain(&kept) {
            fs::write(path(name), "x").unwrap();
        }
        fs::write(path(".beian-empty1.1.tmp"), "").unwrap();
        let writing = File::create(path(".beian-locked.1.tmp")).unwrap();
        writing.lock().unwrap();
        (&writing).write_all(b"x").unwrap();
        let own = create(folder.path()).unwrap();
        { own.as_file() }.write_all(b"x").unwrap();
        sweep(folder.path());
        assert!(gone.iter().all(|name| !path(name).exists()));
        assert!(kept.iter().all(|name| path(name).exists()));
        assert!(path(".beian-empty1.1.tmp").exists() && path(".beian-locked.1.tmp").exists() && own.path().exists());
        drop(writing);
        sweep(folder.path());
        assert!(!path(".beian-locked.1.tmp").exists());
    }
}
