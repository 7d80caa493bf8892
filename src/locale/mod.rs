//! Words for people, in Chinese and English.
//!
//! Every sentence is written once as a [`Text`], which holds both languages: a missing translation does not compile.
//! Messages of one area live in one file; [`messages!`](crate::messages) declares them and lists them for the test that
//! compares their placeholders.

pub mod answer;
pub mod catalog;
pub mod cited;
pub mod cli;
pub mod config;
pub mod deadline;
pub mod encryption;
pub mod error;
pub mod example;
pub mod face_check;
pub mod fill;
pub mod finding;
pub mod help;
pub mod import;
pub mod letter;
pub mod many;
pub mod material;
pub mod paper;
pub mod plain;
pub mod prepare;
pub mod province;
pub mod reading;
pub mod record;
pub mod reuse;
pub mod shell;
pub mod stage;
pub mod take_over;
pub mod toml;
pub mod tui;
pub mod value;

pub use crate::text::{Lang, Text, fill};
