//! The words of the wizard, one file an area.

pub mod action;
pub mod common;
pub mod form;
pub mod review;
