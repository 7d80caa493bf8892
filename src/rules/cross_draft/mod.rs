//! What several drafts say together.

pub(in crate::rules) mod agreement;
pub(in crate::rules) mod collisions;
pub(in crate::rules) mod contacts;
pub(in crate::rules) mod ended;
pub(in crate::rules) mod letters;
pub(in crate::rules) mod limits;
pub(in crate::rules) mod numbers;
pub(in crate::rules) mod records;
pub(in crate::rules) mod remark;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &collisions::PHONE_IN_ANOTHER_DRAFT,
    &contacts::CONTACT_IN_ANOTHER_DRAFT,
    &collisions::PERSON_OF_SEVERAL_COMPANIES,
    &collisions::FILINGS_OF_ONE_SUBJECT,
    &collisions::MINI_PROGRAM_NAME_OF_TWO_SUBJECTS,
    &collisions::SUBJECT_IN_TWO_PROVINCES,
    &collisions::PERSON_DIFFERS_BETWEEN_DRAFTS,
    &agreement::SUBJECT_DIFFERS_BETWEEN_DRAFTS,
    &limits::TOO_MANY_MINI_PROGRAMS,
    &records::APP_ID_IN_ANOTHER_DRAFT,
    &records::MINI_PROGRAM_NAME_OF_TWO_APP_IDS,
    &remark::REMARK_OF_ANOTHER_MINI_PROGRAM,
    &records::FILED_BEFORE_IN_ANOTHER_DRAFT,
    &records::DIFFERS_FROM_SUBJECT_ON_RECORD,
    &numbers::FILING_NUMBER_IN_ANOTHER_DRAFT,
    &ended::RECORD_HAS_ENDED,
    &records::ORIGINAL_NOT_AT_HAND,
    &records::CHANGE_NOT_TAKEN_OVER,
    &letters::LETTER_OF_ANOTHER_MINI_PROGRAM,
];
