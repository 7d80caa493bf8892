//! Every rule there is: the families' lists, joined.

use std::sync::LazyLock;

#[cfg(any(test, feature = "internals"))]
use super::engine::Rejection;
use super::engine::Rule;
use super::{
    address, certificate, contact, content, cross_draft, form, naming, organisation, person, questions, record, scans, status,
};

/// The families, in the order in which findings of the same weight stand under a field.
static FAMILIES: &[&[&Rule]] = &[
    form::RULES,
    certificate::RULES,
    organisation::RULES,
    address::RULES,
    person::RULES,
    contact::RULES,
    naming::RULES,
    content::RULES,
    scans::RULES,
    questions::RULES,
    cross_draft::RULES,
    status::RULES,
    record::RULES,
];

/// All rules, in the order in which findings of the same weight stand under a field.
#[must_use]
pub fn register() -> &'static [&'static Rule] {
    static REGISTER: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| FAMILIES.concat());
    &REGISTER
}

/// The rule with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    register().iter().copied().find(|rule| rule.name == name)
}

/// The rules that find a rejection, or a part of it, beforehand, in the order of the register.
#[cfg(any(test, feature = "internals"))]
pub fn rules_against(rejection: Rejection) -> impl Iterator<Item = &'static Rule> {
    register().iter().copied().filter(move |rule| rule.prevents.contains(&rejection))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejection_is_named_once_by_a_rule() {
        for rule in register() {
            for (index, rejection) in rule.prevents.iter().enumerate() {
                assert!(!rule.prevents[..index].contains(rejection), "{}: {rejection:?}", rule.name);
            }
        }
    }

    #[test]
    fn rejections_know_their_rules() {
        let names = |rejection| rules_against(rejection).map(|rule| rule.name).collect::<Vec<_>>();
        assert_eq!(names(Rejection::SharedMobile), ["mobile-shared", "phone-in-another-draft", "contact-in-another-draft"]);
        assert_eq!(find("mobile-shared").unwrap().prevents, [Rejection::SharedMobile]);
        let expiry = find("certificate-expires-soon").unwrap().prevents;
        assert_eq!(expiry, [Rejection::LicenceExpiresSoon, Rejection::CertificateExpiresSoon]);
    }

    /// What no rule finds has to say why none can.
    #[test]
    fn a_rejection_has_a_rule_or_says_why_there_is_none() {
        for rejection in Rejection::ALL {
            let is_found = rules_against(rejection).next().is_some();
            assert!(is_found || !rejection.record().unseen.zh.is_empty(), "{rejection:?}");
        }
    }
}
