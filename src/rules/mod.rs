//! To be written.

pub mod facts;
