//! Organisations: the number on the certificate, and the name on the licence.

pub(in crate::rules) mod credit_code;
pub(in crate::rules) mod name;
pub(in crate::rules) mod number;
pub(in crate::rules) mod older_numbers;
pub(in crate::rules) mod outside;
pub(in crate::rules) mod sole_trader;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &outside::SUBJECT_OUTSIDE_MAINLAND,
    &name::SUBJECT_NAME_UNLIKE_LICENCE,
    &sole_trader::SOLE_TRADER_WITHOUT_TRADE_NAME,
    &credit_code::CREDIT_CODE_INVALID,
    &credit_code::CREDIT_CODE_UNUSUAL,
    &credit_code::CREDIT_CODE_OF_ANOTHER_NATURE,
    &older_numbers::ORGANISATION_CODE_INVALID,
    &older_numbers::REGISTRATION_NUMBER_INVALID,
    &older_numbers::NUMBER_SUPERSEDED,
    &older_numbers::SUBJECT_NUMBER_UNLIKELY,
];
