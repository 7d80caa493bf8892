//! Drafts on disk.
//!
//! - [`codec`]: TOML ↔ [`Draft`](crate::filing::Draft), keeping what a person wrote around the values;
//! - [`mod@file`]: one draft file: opening, noticing changes from outside, saving;
//! - [`folder`]: the folder of drafts: listing, creating, duplicating, deleting, finding by name;
//! - [`schema`]: the schema beside them, for editors;
//! - [`recent`]: folders that scans were taken from, kept between sessions;
//! - [`admitted`]: files outside a draft's folder that its user means, kept between sessions;
//! - [`beside`]: what is known of a draft beside its file;
//! - [`language`]: the language that was chosen, kept between sessions;
//! - [`rescued`]: where drafts were put that could not be saved in their place;
//! - [`collect`]: the scans of a draft, brought beside it;
//! - [`filled`]: a draft, filled in from pictures of certificates;
//! - [`copies`]: prepared copies of scans, beside the originals;
//! - [`take_over`]: filed drafts, brought up to date with what changed or ended them;
//! - [`example`]: the complete examples that come with the program;
//! - [`error`]: what can go wrong, as values; `locale` has the words.
//!
//! Nothing here reads a clock, the environment or the home folder.

pub mod admitted;
pub mod anchor;
pub mod beside;
pub mod codec;
pub mod collect;
pub mod copies;
pub mod error;
pub mod example;
pub mod exported;
pub mod file;
pub mod filled;
pub mod folder;
pub mod language;
pub mod recent;
pub mod rename;
pub mod rescued;
pub mod schema;
pub mod take_over;
pub mod unfinished;

#[cfg(any(test, feature = "internals"))]
pub use codec::Document;
#[cfg(any(test, feature = "internals"))]
pub use error::{OpenError, SaveError};
#[cfg(any(test, feature = "internals"))]
pub use file::Saved;
pub use file::{Access, DraftFile};
pub use folder::Folder;
