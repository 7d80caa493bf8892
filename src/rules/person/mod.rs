//! People: names, documents, age, and who may be responsible person or owner.

pub(in crate::rules) mod ages;
pub(in crate::rules) mod certificate_kind;
pub(in crate::rules) mod certificate_number;
pub(in crate::rules) mod documents;
pub(in crate::rules) mod left_out;
pub(in crate::rules) mod legal_person;
pub(in crate::rules) mod name;
pub(in crate::rules) mod nonlocal;
pub(in crate::rules) mod other_documents;
pub(in crate::rules) mod owner;
pub(in crate::rules) mod passport;
pub(in crate::rules) mod province;
pub(in crate::rules) mod resident_id;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &province::RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON,
    &legal_person::LEGAL_PERSON_IS_RESPONSIBLE_PERSON,
    &legal_person::LEGAL_PERSON_NUMBER_DIFFERS,
    &left_out::PERSON_LEFT_OUT,
    &name::PERSON_NAME_INVALID,
    &name::PERSON_NAME_UNUSUAL,
    &resident_id::RESIDENT_ID_INVALID,
    &resident_id::RESIDENT_ID_UNUSUAL,
    &documents::RESIDENCE_PERMIT_INVALID,
    &documents::HK_MACAU_PERMIT_INVALID,
    &documents::TAIWAN_PERMIT_INVALID,
    &documents::FOREIGNER_CARD_INVALID,
    &passport::PASSPORT_NUMBER_INVALID,
    &passport::PASSPORT_NUMBER_UNUSUAL,
    &other_documents::MILITARY_NUMBER_UNLIKELY,
    &documents::PERMIT_NUMBER_TELLS,
    &other_documents::CERTIFICATE_NUMBER_MALFORMED,
    &other_documents::LEGAL_PERSON_DOCUMENT,
    &resident_id::PERSON_UNDER_18,
    &ages::PERSON_OUTSIDE_AGES_OF_PROVINCE,
    &nonlocal::INDIVIDUAL_FROM_ANOTHER_PROVINCE,
    &certificate_kind::CERTIFICATE_KIND_AGAINST_PROVINCE,
    &province::OWNER_MUST_BE_RESPONSIBLE_PERSON,
    &owner::ONE_CERTIFICATE_FOR_TWO_PEOPLE,
    &owner::OWNER_IS_NOT_ADMINISTRATOR,
    &owner::FACE_CHECK_MISSING,
    &owner::FACE_CHECK_TOO_OLD,
];
