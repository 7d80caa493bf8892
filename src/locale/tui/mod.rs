//! The words of the wizard, one file an area.

pub mod action;
pub mod common;
pub mod copy;
pub mod dialog;
pub mod form;
pub mod home;
pub mod new;
pub mod offers;
pub mod prepare;
pub mod preview;
pub mod protect;
pub mod record;
pub mod review;
pub mod sorting;
pub mod status;
