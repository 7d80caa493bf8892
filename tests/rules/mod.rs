//! The rules, seen from outside: drafts in, findings out.

#![allow(clippy::unwrap_used)]

mod addresses;
mod bad_input;
mod case;
mod case_files;
mod cases;
mod changes;
mod documents;
mod drafts;
mod examples;
mod explained;
mod glossary;
mod identity_reasons;
mod letter_triggers;
mod measured;
mod papers;
mod province_triggers;
mod reasons;
mod recheck;
mod record_triggers;
mod rejections;
mod replays;
mod reported_texts;
mod seen;
mod triggers;
mod version;
mod walk;
mod whole;
mod words;
