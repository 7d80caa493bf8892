//! Certificates: their kind, how long they are valid, and for which period.

pub(in crate::rules) mod kind_and_expiry;
pub(in crate::rules) mod period;
pub(in crate::rules) mod province;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &kind_and_expiry::CERTIFICATE_KIND_DOES_NOT_FIT,
    &kind_and_expiry::CERTIFICATE_EXPIRES_SOON,
    &province::CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS,
    &period::DATE_INVALID,
    &period::CERTIFICATE_PERIOD_IMPOSSIBLE,
    &period::CERTIFICATE_PERIOD_UNLIKE_AGE,
    &period::PERMIT_PERIOD_UNLIKELY,
];
