//! The commands, one file each.

pub mod catalog;
pub mod check;
pub mod checklist;
pub mod checklist_page;
pub mod confirm;
pub mod delete;
pub mod diff;
pub mod explain;
pub mod export;
pub mod fields;
pub mod fill;
pub mod get;
pub mod help;
pub mod import;
pub mod letters;
pub mod list;
pub mod new;
pub mod open;
pub mod prepare;
pub mod rules;
pub mod schema;
pub mod set;
pub mod shell;
pub mod show;
pub mod status;
pub mod trash;
