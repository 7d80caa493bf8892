//! The rules, seen from outside: drafts in, findings out.

#![allow(clippy::unwrap_used)]

mod cases;
mod documents;
mod drafts;
mod examples;
mod explained;
mod identity_reasons;
mod reasons;
mod rejections;
mod triggers;
mod whole;
mod words;
