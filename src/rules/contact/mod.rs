//! Phone numbers and mail addresses.

pub(in crate::rules) mod mail;
pub(in crate::rules) mod phone;
pub(in crate::rules) mod province;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &phone::MOBILE_INVALID,
    &phone::MOBILE_UNUSUAL,
    &phone::MOBILE_SHARED,
    &phone::EMERGENCY_PHONE_NOT_ANOTHER,
    &phone::EMERGENCY_PHONE_SHARED,
    &province::TOO_FEW_PHONE_NUMBERS,
    &mail::MAIL_INVALID,
    &mail::MAIL_MISTYPED,
    &mail::MAIL_SHARED,
    &mail::MAIL_NOBODY_READS,
];
