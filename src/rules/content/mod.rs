//! What the mini-program offers: service contents, prior approvals, remarks.

pub(in crate::rules) mod contents;
pub(in crate::rules) mod denial;
pub(in crate::rules) mod eligibility;
pub(in crate::rules) mod papers;
pub(in crate::rules) mod province;
pub(in crate::rules) mod trade;
pub(in crate::rules) mod words;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &contents::SERVICE_CONTENTS_TOO_MANY,
    &contents::SERVICE_CONTENT_REPEATED,
    &eligibility::SERVICE_CONTENT_UNFIT,
    &contents::PRIOR_APPROVAL_INCOMPLETE,
    &contents::PRIOR_APPROVAL_REPEATED,
    &contents::PRIOR_APPROVAL_NONE_NOT_ALONE,
    &contents::REMARK_LENGTH,
    &contents::REMARK_SAYS_LITTLE,
    &eligibility::REMARK_UNFIT_FOR_INDIVIDUAL,
    &trade::PRIOR_APPROVAL_LIKELY_NEEDED,
    &trade::REMARK_DENIES_TRADE,
    &province::REMARK_LACKS_PROVINCE_STATEMENT,
    &papers::REMARK_NAMES_ABSENT_PAPER,
];
