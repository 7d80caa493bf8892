//! `beian` (备案): prepare the ICP filing of a WeChat mini-program offline.
//!
//! The modules below are printed in the order of the house: **a module uses only modules printed below it**.
//! `tests/architecture.rs` holds that, and ARCHITECTURE.md says why.

pub mod cli;
pub mod tui;

pub mod locale;

pub mod compare;

pub mod package;

pub mod drafts;

pub mod rules;

pub mod filing;

pub mod catalog;

pub mod identifiers;

pub mod fs;

pub mod text;

use beian_scan as scan;
