//! Where the filing stands: events and numbers.

pub(in crate::rules) mod events;
pub(in crate::rules) mod rejections;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[&events::EVENT_OUT_OF_ORDER, &events::FILING_NUMBER_INVALID, &rejections::REJECTION_OPEN];
