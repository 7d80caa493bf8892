//! The rules, seen from outside: drafts in, findings out.

mod cases;
mod drafts;
mod identity_reasons;
mod triggers;
mod whole;
mod words;
