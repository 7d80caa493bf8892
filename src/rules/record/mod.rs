//! What refers to a record: its number, and what a deregistration ends.

pub(in crate::rules) mod change;
pub(in crate::rules) mod deregistration;
pub(in crate::rules) mod filed_on;
pub(in crate::rules) mod number;
pub(in crate::rules) mod person;
pub(in crate::rules) mod receiver;
pub(in crate::rules) mod subject;

pub use number::{Departure, departure, elsewhere, record_number};

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &number::RECORD_NUMBER_INVALID,
    &filed_on::RECORD_FILED_IN_FUTURE,
    &change::CHANGE_CHANGES_NOTHING,
    &change::CHANGE_OF_WHAT_IS_FIXED,
    &change::CHANGE_LEAVES_EMPTY,
    &person::PERSON_CHANGED_IN_PART,
    &deregistration::DEREGISTRATION_ENDS,
    &receiver::CODE_RECEIVER_DIFFERS,
    &subject::SUBJECT_DIFFERS_FROM_RECORD,
];
