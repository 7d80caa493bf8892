//! What only the person can answer: asked once, then a finding or silence.

pub(in crate::rules) mod about;
pub(in crate::rules) mod answers;
pub(in crate::rules) mod dates;
pub(in crate::rules) mod earlier_filings;
pub(in crate::rules) mod open;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &open::QUESTION_OPEN,
    &answers::SUBJECT_FILED_IN_ANOTHER_PROVINCE,
    &earlier_filings::EARLIER_FILING_MUST_AGREE,
    &answers::ANOTHER_FILING_RUNS,
    &answers::ACCOUNT_NAME_DIFFERS,
    &answers::ADMINISTRATOR_IS_ANOTHER,
    &answers::LICENCE_CHANGED_LATELY,
    &answers::REGISTRY_NOT_NORMAL,
    &answers::PHONE_NOT_ANSWERED,
    &earlier_filings::PHONE_USED_ELSEWHERE,
    &answers::PHONE_NOT_LOCAL,
    &answers::MINI_PROGRAM_NAME_TAKEN,
    &answers::ENTRANCE_CLOSED,
    &answers::PICTURE_NOT_OF_ORIGINAL,
    &answers::LETTER_NOT_IN_ORDER,
    &dates::LETTER_DATE_UNFIT,
    &dates::APPROVAL_EXPIRES,
];

#[cfg(test)]
mod tests;
