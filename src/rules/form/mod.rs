//! What holds for every field: whether it is filled in, whether its value fits, what hides in its text.

pub(in crate::rules) mod required;
pub(in crate::rules) mod texts;
pub(in crate::rules) mod type_mismatch;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &required::REQUIRED_FIELD_EMPTY,
    &required::EXPECTED_FIELD_EMPTY,
    &type_mismatch::VALUE_DOES_NOT_FIT,
    &type_mismatch::CHOICE_NOT_IN_LIST,
    &texts::TEXT_HAS_HIDDEN_CHARACTERS,
    &texts::TEXT_HAS_REFUSED_CHARACTERS,
    &texts::TEXT_IS_PLACEHOLDER,
];
