//! What the certificates of organisations are numbered by.

use super::biz_reg_no::BusinessRegistration;
use super::org_code::OrganisationCode;
use super::uscc::CreditCode;
use super::{Identifier, Judged, Verdict, compact};

/// The number on a kind of certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Registration {
    /// A unified social credit code.
    CreditCode,
    /// A business licence: a unified social credit code, on old ones a registration number.
    Licence,
    /// An organisation code.
    OrganisationCode,
    /// Numbered by its giver's own rules, which nobody has published.
    Own,
}

/// The form that a number has, whatever the certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// As many places as a unified social credit code, or nearly.
    CreditCode,
    /// As long and as full of digits as a registration number of business licences.
    RegistrationNumber,
    /// As long as an organisation code.
    OrganisationCode,
}

impl Registration {
    /// Whether a number of this certificate has one form, in which blanks and dashes mean nothing.
    pub const fn has_one_form(self) -> bool {
        !matches!(self, Self::Own)
    }

    /// What a number on this certificate is to be judged as; `None` where nothing is known about it.
    pub fn form(self, value: &str) -> Option<Form> {
        match self {
            Self::CreditCode => Some(Form::CreditCode),
            Self::Licence if is_like_registration_number(value) => Some(Form::RegistrationNumber),
            Self::Licence => Some(Form::CreditCode),
            Self::OrganisationCode => Some(Form::OrganisationCode),
            Self::Own => None,
        }
    }
}

impl Form {
    /// Checks a number of this form.
    pub fn check(self, value: &str) -> Verdict {
        self.judge(value).into_owned()
    }

    /// The number that was probably meant by an invalid one. To be offered, never applied.
    pub fn suggest(self, value: &str) -> Option<String> {
        self.identifier().suggest(value)
    }

    fn identifier(self) -> &'static dyn Identifier {
        match self {
            Self::CreditCode => &CreditCode,
            Self::RegistrationNumber => &BusinessRegistration,
            Self::OrganisationCode => &OrganisationCode,
        }
    }

    /// The form in which a number is sound. The organisation code's check has one digit: one in eleven numbers passes by chance,
    /// so it comes last.
    pub fn recognise(value: &str) -> Option<Self> {
        [Self::CreditCode, Self::RegistrationNumber, Self::OrganisationCode].into_iter().find(|form| form.judge(value).valid)
    }
}

impl Identifier for Form {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        self.identifier().judge(typed)
    }

    fn suggest(&self, typed: &str) -> Option<String> {
        self.identifier().suggest(typed)
    }
}

/// Thirteen to sixteen places, all digits or but for two slips: a credit code has 18.
fn is_like_registration_number(value: &str) -> bool {
    let value = compact(value);
    let (places, digits) = (value.chars().count(), value.bytes().filter(u8::is_ascii_digit).count());
    (13..=16).contains(&places) && digits >= 13 && places - digits <= 2
}

#[cfg(test)]
mod tests {
    use super::super::vectors::holds;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_by_certificate() {
        for (registration, value, form) in [
            (Registration::CreditCode, "659002178555990", Some(Form::CreditCode)),
            (Registration::Licence, "659002178555990", Some(Form::RegistrationNumber)),
            (Registration::Licence, "65900217855599", Some(Form::RegistrationNumber)),
            (Registration::Licence, "65900217855599O", Some(Form::RegistrationNumber)),
            (Registration::Licence, "6209825092859", Some(Form::RegistrationNumber)),
            (Registration::Licence, "91510107MA0000007", Some(Form::CreditCode)),
            (Registration::Licence, "", Some(Form::CreditCode)),
            (Registration::OrganisationCode, "91510107MA0000007C", Some(Form::OrganisationCode)),
            (Registration::Own, "91510107MA0000007C", None),
        ] {
            assert_eq!(registration.form(value), form, "{registration:?} {value}");
        }
    }

    #[test]
    fn recognises_what_is_sound() {
        for (value, form) in [
            ("91510107MA0000007C", Some(Form::CreditCode)),
            ("659002178555990", Some(Form::RegistrationNumber)),
            ("D2143569-X", Some(Form::OrganisationCode)),
            ("91510107MA0000007D", None),
            ("PDY00012344010517A1002", None),
            ("", None),
        ] {
            assert_eq!(Form::recognise(value), form, "{value}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            Form::recognise(&value);
            for registration in [Registration::CreditCode, Registration::Licence, Registration::OrganisationCode, Registration::Own] {
                if let Some(form) = registration.form(&value) {
                    holds(&form, &value)?;
                }
                if let Some(form) = registration.form(&value)
                    && let Some(meant) = form.suggest(&value)
                {
                    prop_assert!(form.check(&meant).valid);
                }
            }
        }
    }
}
