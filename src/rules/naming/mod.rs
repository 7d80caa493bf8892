//! The mini-program: its AppID and its name.

pub(in crate::rules) mod form;
pub(in crate::rules) mod mini_program_name;
pub(in crate::rules) mod province;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &form::APP_ID_INVALID,
    &form::ORIGINAL_ID_INVALID,
    &form::MINI_PROGRAM_NAME_LENGTH,
    &mini_program_name::MINI_PROGRAM_NAME_UNUSUAL,
    &mini_program_name::MINI_PROGRAM_NAME_OF_THE_STATE,
    &mini_program_name::MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL,
    &mini_program_name::MINI_PROGRAM_NAME_UNRELATED,
    &province::NAME_AGAINST_PROVINCE,
];
