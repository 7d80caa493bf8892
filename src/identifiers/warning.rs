//! What a check may say about a valid value: every warning of every kind, declared once.

use std::fmt;

/// Something about a valid value that its owner should look at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The name in the specification.
    pub name: &'static str,
    /// Whether an answer is needed.
    pub level: Level,
    /// Its place in [`Warnings`].
    bit: u32,
}

/// How much a warning asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Improbable but real: the user must say yes once.
    Confirm,
    /// Shown, nothing asked.
    Info,
}

/// The warnings about one value: a set in one word, so that a verdict costs no allocation. Told in the order of their declaration.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Warnings {
    bits: u32,
}

/// Declares the warnings, each as a constant of [`Warning`], and the list of all of them.
macro_rules! warnings {
    ($($(#[$doc:meta])* $id:ident: $level:ident $name:literal;)+) => {
        /// The places in the set, in the order of declaration.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($id),+ }

        impl Warning {
            /// Every warning there is, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            $($(#[$doc])*
            pub const $id: Self = Self { name: $name, level: Level::$level, bit: 1 << Place::$id as u32 };)+
        }
    };
}

warnings! {
    /// AppID: capitals were lowered.
    CASE_CHANGED: Info "case_changed";
    /// Business registration number: the unified social credit code has replaced it.
    SUPERSEDED_BY_USCC: Confirm "superseded_by_uscc";
    /// Credit code: given out in the Fujian pilot, its last place does not follow the standard.
    FUJIAN_PILOT_CHECK: Confirm "fujian_pilot_check";
    /// Credit code: no known pair of registering department and kind of organisation.
    CATEGORY_UNKNOWN: Confirm "category_unknown";
    /// Credit code: the places of the region name no province.
    CODE_REGION_UNKNOWN: Confirm "region_unknown";
    /// E-mail address: the domain is a known slip of the finger.
    DOMAIN_TYPO: Confirm "domain_typo";
    /// Permanent residence card: the form before December 2023.
    OLD_FORMAT: Info "old_format";
    /// Resident ID: the region is a whole province or prefecture.
    REGION_UPPER: Confirm "region_upper";
    /// Resident ID: the region is in no list.
    REGION_UNKNOWN: Info "region_unknown";
    /// The holder is a minor.
    UNDER_18: Info "under_18";
    /// The holder is more than a hundred years old.
    OVER_100: Confirm "over_100";
    /// Travel permit of Hong Kong or Macau: of a foreign national.
    FOREIGN_NATIONAL: Info "foreign_national";
    /// Chinese passport: for public affairs.
    OFFICIAL_PASSPORT: Confirm "official_passport";
    /// Foreign passport: longer than the field of the machine-readable zone.
    LONG: Confirm "long";
    /// Period of an ID card: not the term for the holder's age.
    SPAN_AGE_MISMATCH: Confirm "span_age_mismatch";
    /// Period of an ID card: about to end.
    EXPIRING_SOON: Confirm "expiring_soon";
    /// Landline: local numbers hardly begin with 9.
    NUMBER_START_9: Info "number_start_9";
    /// Mobile number: of a reseller.
    MVNO: Info "mvno";
    /// Mobile number: for data cards.
    DATA_CARD: Confirm "data_card";
    /// Mobile number: what people type who do not want to give one.
    PLACEHOLDER: Confirm "placeholder";
    /// Person's name: a character of private use.
    PRIVATE_USE: Confirm "private_use";
    /// Person's name: one character alone.
    SINGLE_CHAR: Confirm "single_char";
    /// Person's name: uncommonly long.
    LONG_NAME: Confirm "long_name";
}

impl Warnings {
    /// Nothing to say.
    pub const NONE: Self = Self { bits: 0 };

    /// These and one more, if `asked`.
    #[must_use]
    pub const fn with(self, asked: bool, warning: Warning) -> Self {
        Self { bits: if asked { self.bits | warning.bit } else { self.bits } }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// The warnings in the order of their declaration.
    #[must_use]
    pub const fn iter(self) -> Iter {
        Iter { bits: self.bits }
    }
}

/// The warnings of a set.
#[derive(Debug, Clone)]
pub struct Iter {
    bits: u32,
}

impl Iterator for Iter {
    type Item = &'static Warning;

    fn next(&mut self) -> Option<Self::Item> {
        let warning = Warning::ALL.get(self.bits.trailing_zeros() as usize)?;
        self.bits &= !warning.bit;
        Some(warning)
    }
}

impl From<Warning> for Warnings {
    fn from(warning: Warning) -> Self {
        Self { bits: warning.bit }
    }
}

impl IntoIterator for &Warnings {
    type Item = &'static Warning;
    type IntoIter = Iter;

    fn into_iter(self) -> Iter {
        self.iter()
    }
}

impl fmt::Debug for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:?})", self.name, self.level)
    }
}

impl fmt::Debug for Warnings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_tells_what_it_holds_in_order() {
        let set = Warnings::NONE.with(true, Warning::UNDER_18).with(false, Warning::OVER_100).with(true, Warning::OLD_FORMAT);
        assert_eq!(set.iter().copied().collect::<Vec<_>>(), [Warning::OLD_FORMAT, Warning::UNDER_18]);
        assert_eq!((set.len(), set.is_empty()), (2, false));
        assert_eq!(Warnings::NONE.iter().next(), None);
        assert!(Warnings::NONE.is_empty());
        for warning in Warning::ALL {
            assert_eq!(Warnings::from(*warning).iter().collect::<Vec<_>>(), [warning]);
        }
    }
}
