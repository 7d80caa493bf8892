//! Drafts on disk.
pub mod folder;
