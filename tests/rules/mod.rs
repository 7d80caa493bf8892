//! The rules, seen from outside: drafts in, findings out.

#![allow(clippy::unwrap_used)]

mod cases;
mod documents;
mod drafts;
mod examples;
mod identity_reasons;
mod triggers;
mod whole;
mod words;
