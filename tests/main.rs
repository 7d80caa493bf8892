//! The integration tests in one binary; `architecture.rs`, which reads only the source, is the other.

// Helpers of tests are to fail loudly, too.
#![allow(clippy::unwrap_used)]

mod cli;
mod drafts;
mod flow;
mod package;
mod pty;
mod rules;
mod vectors;
