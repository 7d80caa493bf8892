//! Addresses and regions.

pub(in crate::rules) mod district;
pub(in crate::rules) mod places;
pub(in crate::rules) mod province;
pub(in crate::rules) mod region;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &region::ADDRESS_REPEATS_REGION,
    &region::CERTIFICATE_ADDRESS_WITHOUT_REGION,
    &region::CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE,
    &district::CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT,
    &district::ADDRESS_IN_ANOTHER_DISTRICT,
    &province::ADDRESS_IN_ANOTHER_CITY,
    &places::ADDRESS_OUTSIDE_MAINLAND,
    &places::ADDRESS_NAMES_TWO_PLACES,
    &region::ADDRESS_IMPLAUSIBLE,
    &province::ADDRESS_IMPRECISE_FOR_PROVINCE,
    &region::ADDRESS_SAYS_SHIXIAQU,
];
