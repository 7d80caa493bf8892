//! Every rule there is.

use super::{Rule, address, certificate, content, legal_person, mail, materials, name, odd, owner, person, phone};
use super::{question, required, story, subject, trade, validity, words};

/// In the order in which findings of the same weight stand under a field.
static REGISTER: &[&Rule] = &[
    &required::REQUIRED_FIELD_EMPTY,
    &required::EXPECTED_FIELD_EMPTY,
    &odd::VALUE_DOES_NOT_FIT,
    &odd::CHOICE_NOT_IN_LIST,
    &words::TEXT_HAS_HIDDEN_CHARACTERS,
    &words::TEXT_IS_PLACEHOLDER,
    &certificate::CERTIFICATE_KIND_DOES_NOT_FIT,
    &certificate::CERTIFICATE_EXPIRES_SOON,
    &validity::DATE_INVALID,
    &validity::CERTIFICATE_PERIOD_IMPOSSIBLE,
    &validity::CERTIFICATE_PERIOD_UNLIKE_AGE,
    &subject::CREDIT_CODE_INVALID,
    &subject::CREDIT_CODE_UNUSUAL,
    &subject::CREDIT_CODE_OF_ANOTHER_NATURE,
    &address::ADDRESS_REPEATS_REGION,
    &address::CERTIFICATE_ADDRESS_WITHOUT_REGION,
    &address::CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE,
    &address::ADDRESS_IMPLAUSIBLE,
    &address::ADDRESS_SAYS_SHIXIAQU,
    &legal_person::LEGAL_PERSON_IS_RESPONSIBLE_PERSON,
    &legal_person::LEGAL_PERSON_NUMBER_DIFFERS,
    &name::PERSON_NAME_INVALID,
    &name::PERSON_NAME_UNUSUAL,
    &person::RESIDENT_ID_INVALID,
    &person::RESIDENT_ID_UNUSUAL,
    &person::CERTIFICATE_NUMBER_MALFORMED,
    &person::PERSON_UNDER_18,
    &phone::MOBILE_INVALID,
    &phone::MOBILE_UNUSUAL,
    &phone::MOBILE_SHARED,
    &phone::EMERGENCY_PHONE_NOT_ANOTHER,
    &phone::EMERGENCY_PHONE_SHARED,
    &mail::MAIL_INVALID,
    &mail::MAIL_MISTYPED,
    &mail::MAIL_SHARED,
    &subject::APP_ID_INVALID,
    &subject::MINI_PROGRAM_NAME_LENGTH,
    &subject::MINI_PROGRAM_NAME_UNUSUAL,
    &content::SERVICE_CONTENTS_TOO_MANY,
    &content::SERVICE_CONTENT_REPEATED,
    &content::PRIOR_APPROVAL_INCOMPLETE,
    &content::PRIOR_APPROVAL_REPEATED,
    &content::PRIOR_APPROVAL_NONE_NOT_ALONE,
    &content::REMARK_LENGTH,
    &content::REMARK_SAYS_LITTLE,
    &trade::PRIOR_APPROVAL_LIKELY_NEEDED,
    &trade::REMARK_DENIES_TRADE,
    &owner::ONE_CERTIFICATE_FOR_TWO_PEOPLE,
    &owner::OWNER_IS_NOT_ADMINISTRATOR,
    &owner::FACE_CHECK_MISSING,
    &owner::FACE_CHECK_TOO_OLD,
    &materials::FILES_TOO_MANY,
    &materials::FILE_MISSING,
    &materials::FILE_OF_ANOTHER_FORMAT,
    &materials::FILE_NAME_MISLEADS,
    &materials::FILE_DAMAGED,
    &materials::PICTURE_HAS_TOO_MANY_PIXELS,
    &materials::FILE_TOO_LARGE,
    &materials::PICTURE_TOO_SMALL,
    &materials::PICTURE_HARDLY_LEGIBLE,
    &materials::ONE_PICTURE_TWICE,
    &question::QUESTION_OPEN,
    &question::SUBJECT_FILED_IN_ANOTHER_PROVINCE,
    &question::EARLIER_FILING_MUST_AGREE,
    &question::ANOTHER_FILING_RUNS,
    &question::ACCOUNT_NAME_DIFFERS,
    &question::ADMINISTRATOR_IS_ANOTHER,
    &question::LICENCE_CHANGED_LATELY,
    &question::REGISTRY_NOT_NORMAL,
    &question::PHONE_NOT_ANSWERED,
    &question::PHONE_USED_ELSEWHERE,
    &question::PHONE_NOT_LOCAL,
    &question::MINI_PROGRAM_NAME_TAKEN,
    &question::ENTRANCE_CLOSED,
    &question::PICTURE_NOT_OF_ORIGINAL,
    &question::LETTER_NOT_IN_ORDER,
    &question::LETTER_DATE_UNFIT,
    &question::APPROVAL_EXPIRES,
    &story::EVENT_OUT_OF_ORDER,
    &story::FILING_NUMBER_INVALID,
];

/// All rules.
#[must_use]
pub fn register() -> &'static [&'static Rule] {
    REGISTER
}

/// The rule with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    register().iter().copied().find(|rule| rule.name == name)
}
