//! Organisations: the number on the certificate, and the name on the licence.

pub(in crate::rules) mod name;
pub(in crate::rules) mod number;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &name::SUBJECT_NAME_UNLIKE_LICENCE,
    &number::CREDIT_CODE_INVALID,
    &number::CREDIT_CODE_UNUSUAL,
    &number::CREDIT_CODE_OF_ANOTHER_NATURE,
    &number::ORGANISATION_CODE_INVALID,
    &number::REGISTRATION_NUMBER_INVALID,
    &number::NUMBER_SUPERSEDED,
    &number::SUBJECT_NUMBER_UNLIKELY,
];
