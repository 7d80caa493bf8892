//! Files written so that neither a crash nor another process can spoil them.
//!
//! - [`atomic`]: replacing a file so that it is always the old one or the new one;
//! - [`temporary`]: the files that a replacement is written to first, and sweeping up those of processes that were killed;
//! - [`entries`]: the names in a folder;
//! - [`lock`]: one writer at a time;
//! - [`made`]: files and folders that are made together, all or none;
//! - [`path`]: paths compared and simplified;
//! - [`IoTrouble`]: a failure of the system as a value; [`expect_file`]: what stands in the place of a file.
//!
//! Nothing here knows what is in a file, nor reads a clock, the environment or the home folder.

pub mod atomic;
pub mod entries;
pub mod lock;
pub mod made;
pub mod path;
pub mod temporary;

mod trouble;

pub use trouble::{IoTrouble, Odd, expect_file, is_link_loop};

use std::io;
use std::path::Path;

/// The mode of every file this program writes: drafts, scans and packages hold numbers of identity cards.
pub const PRIVATE: u32 = 0o600;

/// Makes a folder and those above it with mode 0700, whatever the umask; one that is there stays as it is.
///
/// # Errors
/// What the system said.
pub fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
