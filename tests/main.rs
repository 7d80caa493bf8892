//! The one integration-test binary.

mod cli;
mod drafts;
mod package;
mod vectors;
