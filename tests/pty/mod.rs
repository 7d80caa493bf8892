//! The program itself in a real terminal: what no test inside of it can see.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers of tests are tests

mod passphrase;
mod pictures;
mod session;
mod soak;
mod terminal;
