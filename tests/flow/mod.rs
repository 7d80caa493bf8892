//! Whole sessions of the wizard, without a terminal: keys in, screens and drafts out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers of tests are tests

mod again;
mod chaos;
mod copy;
mod disk;
mod keys;
mod languages;
pub mod life;
mod listed;
mod looks;
mod manners;
mod mend;
mod mouse;
mod moving;
mod natures;
mod needed;
mod numbers;
mod offered;
mod palette;
mod paste;
mod picker;
mod places;
mod prepare;
mod preview;
mod printed_code;
mod readings;
mod said;
mod steps;
mod tickets;
mod typing;
pub mod wizard;
mod world;
