//! The one integration-test binary.

// Helpers of tests are to fail loudly, too.
#![allow(clippy::unwrap_used)]

mod architecture;
mod cli;
mod drafts;
mod flow;
mod lists;
mod package;
mod pictures;
mod pty;
mod reading;
mod rules;
mod sheet;
mod snapshots;
mod vectors;
