//! The documents that identify a person, and which check their numbers take.

use chrono::NaiveDate;

use super::hmt_residence::Home;
use super::{Places, Verdict, foreign_pr, hk_macau_permit, hmt_residence, military, passport_cn, passport_foreign};
use super::{resident_id, taiwan_permit};
use crate::text::normalize::{Mode, normalize};

/// A kind of document of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Document {
    /// 居民身份证.
    ResidentId,
    /// 港澳居民居住证.
    HkMacauResidence,
    /// 台湾居民居住证.
    TaiwanResidence,
    /// 港澳居民来往内地通行证.
    HkMacauPermit,
    /// 台湾居民来往大陆通行证.
    TaiwanPermit,
    /// 外国人永久居留身份证.
    ForeignPr,
    /// 护照, of any country.
    Passport,
    /// 军官证, 士兵证, 警官证.
    Military,
}

impl Document {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::ResidentId,
        Self::HkMacauResidence,
        Self::TaiwanResidence,
        Self::HkMacauPermit,
        Self::TaiwanPermit,
        Self::ForeignPr,
        Self::Passport,
        Self::Military,
    ];

    /// Checks a number as one of this document. A residence permit must be of the right side; a passport may be of any country.
    pub fn check(self, value: &str, today: NaiveDate, places: &dyn Places) -> Verdict {
        match self {
            Self::ResidentId => resident_id::check(value, today, places),
            Self::HkMacauResidence | Self::TaiwanResidence => self.check_residence(value, today),
            Self::HkMacauPermit => hk_macau_permit::check(value),
            Self::TaiwanPermit => taiwan_permit::check(value),
            Self::ForeignPr => foreign_pr::check(value, today),
            Self::Passport => check_passport(value),
            Self::Military => military::check(value),
        }
    }

    /// A number of the other side's permit begins wrongly.
    fn check_residence(self, value: &str, today: NaiveDate) -> Verdict {
        let verdict = hmt_residence::check(value, today);
        let taiwan = hmt_residence::home(&verdict.normalized).map(|home| home == Home::Taiwan);
        if verdict.valid && taiwan != Some(self == Self::TaiwanResidence) {
            return Verdict::invalid("prefix", verdict.normalized);
        }
        verdict
    }

    /// The number that was probably meant by an invalid one. To be offered, never applied; nothing when there is more than one way.
    pub fn suggest(self, value: &str, today: NaiveDate) -> Option<String> {
        match self {
            Self::ResidentId => resident_id::suggest(value, today),
            Self::HkMacauResidence | Self::TaiwanResidence => {
                hmt_residence::suggest(value, today).filter(|meant| self.check_residence(meant, today).valid)
            }
            Self::HkMacauPermit => hk_macau_permit::suggest(value),
            Self::TaiwanPermit => taiwan_permit::suggest(value),
            Self::ForeignPr => foreign_pr::suggest(value, today),
            // A passport's number is refused for what has no place in any: nothing is the likelier meaning.
            Self::Passport | Self::Military => None,
        }
    }

    /// The day of birth that a sound number tells.
    pub fn birth(self, value: &str, today: NaiveDate) -> Option<NaiveDate> {
        let sound = |verdict: Verdict| verdict.valid.then_some(verdict.normalized);
        match self {
            Self::ResidentId => {
                let number = sound(resident_id::check(value, today, &Nowhere))?;
                resident_id::parts(&number).map(|parts| parts.birth)
            }
            Self::HkMacauResidence | Self::TaiwanResidence => hmt_residence::birth(&sound(self.check_residence(value, today))?),
            Self::ForeignPr => foreign_pr::birth(&sound(foreign_pr::check(value, today))?, today),
            Self::HkMacauPermit | Self::TaiwanPermit | Self::Passport | Self::Military => None,
        }
    }

    /// The document whose form the number has and which is told apart by it: a check character, a letter in front. Foreign passports
    /// have every form, so only Chinese ones are recognised; and eight digits are too little to say a Taiwan resident's permit.
    pub fn recognise(value: &str, today: NaiveDate) -> Option<Self> {
        let strict = [Self::ResidentId, Self::HkMacauResidence, Self::TaiwanResidence, Self::ForeignPr, Self::HkMacauPermit];
        let found = strict.into_iter().find(|document| document.check(value, today, &Nowhere).valid);
        found.or_else(|| passport_cn::check(value).valid.then_some(Self::Passport))
    }

    /// The document that a number of unknown kind should be judged as, by its outward form: what is probably meant, sound or not.
    pub fn of_form(value: &str) -> Self {
        let value = normalize(value, Mode::Compact).value;
        let (places, digits) = (value.chars().count(), value.bytes().filter(u8::is_ascii_digit).count());
        let begins = |starts: &[&str]| starts.iter().any(|start| value.starts_with(start));
        let letters = value.bytes().take_while(u8::is_ascii_uppercase).count();
        match () {
            () if military::is_printed_form(&value) => Self::Military,
            () if places == 15 && letters == 3 && digits == 12 => Self::ForeignPr,
            () if digits >= 14 && letters == 0 && begins(&["81", "82"]) => Self::HkMacauResidence,
            () if digits >= 14 && letters == 0 && begins(&["83"]) => Self::TaiwanResidence,
            () if digits >= 14 && letters == 0 && begins(&["9"]) => Self::ForeignPr,
            () if digits >= 14 && letters == 0 => Self::ResidentId,
            () if begins(&["H", "M"]) && digits >= 8 || begins(&["HA", "MA"]) && digits == 7 => Self::HkMacauPermit,
            () if taiwan_permit::check(&value).valid => Self::TaiwanPermit,
            () => Self::Passport,
        }
    }
}

/// A passport of any country; what is said about Chinese ones in particular is added where the form tells that it is one.
fn check_passport(value: &str) -> Verdict {
    let own = passport_cn::check(value);
    if own.valid { own } else { passport_foreign::check(value) }
}

/// Knows no places: for checks whose warnings nobody reads.
struct Nowhere;

impl Places for Nowhere {
    fn knows(&self, _: &str) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    #[test]
    fn recognises_by_form() {
        for (value, document, form) in [
            ("11010519491231002X", Some(Document::ResidentId), Document::ResidentId),
            ("110105194912310021", None, Document::ResidentId),
            ("1101051949123100X", None, Document::ResidentId),
            ("130503670401001", None, Document::ResidentId),
            ("810000197101219937", Some(Document::HkMacauResidence), Document::HkMacauResidence),
            ("820000198108169916", Some(Document::HkMacauResidence), Document::HkMacauResidence),
            ("830000195911079969", Some(Document::TaiwanResidence), Document::TaiwanResidence),
            ("911124198108030024", Some(Document::ForeignPr), Document::ForeignPr),
            ("GBR310051041272", Some(Document::ForeignPr), Document::ForeignPr),
            ("H13281116", Some(Document::HkMacauPermit), Document::HkMacauPermit),
            ("H1328111602", None, Document::HkMacauPermit),
            ("HA2919018", Some(Document::HkMacauPermit), Document::HkMacauPermit),
            ("59252042", None, Document::TaiwanPermit),
            ("E44755584", Some(Document::Passport), Document::Passport),
            ("K85511163", None, Document::Passport),
            ("545594446", None, Document::Passport),
            ("南字第1234567号", None, Document::Military),
            ("", None, Document::Passport),
        ] {
            assert_eq!((Document::recognise(value, today()), Document::of_form(value)), (document, form), "{value}");
        }
    }

    #[test]
    fn a_permit_of_the_other_side_begins_wrongly() {
        for (document, value, reason) in [
            (Document::TaiwanResidence, "810000197101219937", "prefix"),
            (Document::HkMacauResidence, "830000195911079969", "prefix"),
            (Document::HkMacauResidence, "820000198108169916", "ok"),
            (Document::TaiwanResidence, "830000195911079969", "ok"),
            (Document::TaiwanResidence, "830000195911079968", "check_digit"),
        ] {
            assert_eq!(document.check(value, today(), &Nowhere).reason, reason, "{value}");
        }
    }

    #[test]
    fn births() {
        for (document, value, birth) in [
            (Document::ResidentId, "11010519491231002X", Some("1949-12-31")),
            (Document::ResidentId, "110105194912310021", None),
            (Document::HkMacauResidence, "810000197101219937", Some("1971-01-21")),
            (Document::TaiwanResidence, "810000197101219937", None),
            (Document::ForeignPr, "911124198108030024", Some("1981-08-03")),
            (Document::ForeignPr, "GBR310051041272", Some("1951-04-12")),
            (Document::HkMacauPermit, "H13281116", None),
            (Document::Passport, "E44755584", None),
        ] {
            assert_eq!(document.birth(value, today()), birth.map(|day| day.parse().expect("a day")), "{value}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            for document in Document::ALL {
                document.check(&value, today(), &Nowhere);
                document.birth(&value, today());
                if let Some(meant) = document.suggest(&value, today()) {
                    prop_assert!(document.check(&meant, today(), &Nowhere).valid);
                }
            }
            Document::recognise(&value, today());
            Document::of_form(&value);
        }
    }
}
