//! The documents that identify a person, and which check their numbers take.

use chrono::NaiveDate;

use super::hmt_residence::Home;
use super::{Identifier, Judged, Places, Verdict, compact, foreign_pr, hmt_residence, military, resident_id};
use super::{foreign_pr::ForeignPr, hk_macau_permit::HkMacauPermit, hmt_residence::HmtResidence, military::Military};
use super::{passport_cn::PassportCn, passport_foreign::PassportForeign, resident_id::ResidentId, taiwan_permit::TaiwanPermit};

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
    #[cfg(any(test, feature = "internals"))]
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
        self.number(today, places).judge(value).into_owned()
    }

    /// The number that was probably meant by an invalid one. To be offered, never applied; nothing when there is more than one way.
    pub fn suggest(self, value: &str, today: NaiveDate) -> Option<String> {
        self.number(today, &Nowhere).suggest(value)
    }

    /// The number of this document, as of a day.
    pub fn number(self, today: NaiveDate, places: &dyn Places) -> Number<'_> {
        Number { document: self, today, places }
    }

    /// The day of birth that a sound number tells.
    pub fn birth(self, value: &str, today: NaiveDate) -> Option<NaiveDate> {
        let sound = || {
            let verdict = self.number(today, &Nowhere).judge(value);
            verdict.valid.then_some(verdict.normalized)
        };
        match self {
            Self::ResidentId => resident_id::parts(&sound()?).map(|parts| parts.birth),
            Self::HkMacauResidence | Self::TaiwanResidence => hmt_residence::birth(&sound()?),
            Self::ForeignPr => foreign_pr::birth(&sound()?, today),
            Self::HkMacauPermit | Self::TaiwanPermit | Self::Passport | Self::Military => None,
        }
    }

    /// The document whose form the number has and which is told apart by it: a check character, a letter in front. Foreign passports
    /// have every form, so only Chinese ones are recognised; and eight digits are too little to say a Taiwan resident's permit.
    pub fn recognise(value: &str, today: NaiveDate) -> Option<Self> {
        let strict = [Self::ResidentId, Self::HkMacauResidence, Self::TaiwanResidence, Self::ForeignPr, Self::HkMacauPermit];
        let found = strict.into_iter().find(|document| document.number(today, &Nowhere).judge(value).valid);
        found.or_else(|| PassportCn.judge(value).valid.then_some(Self::Passport))
    }

    /// The document that a number of unknown kind should be judged as, by its outward form: what is probably meant, sound or not.
    pub fn of_form(value: &str) -> Self {
        let value = compact(value);
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
            () if TaiwanPermit.judge(&value).valid => Self::TaiwanPermit,
            () => Self::Passport,
        }
    }
}

/// The number of a document, as of a day.
#[derive(Clone, Copy)]
pub struct Number<'p> {
    document: Document,
    today: NaiveDate,
    places: &'p dyn Places,
}

impl Identifier for Number<'_> {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let Self { document, today, places } = *self;
        match document {
            Document::ResidentId => ResidentId { today, places }.judge(typed),
            Document::HkMacauResidence => residence(false, typed, today),
            Document::TaiwanResidence => residence(true, typed, today),
            Document::HkMacauPermit => HkMacauPermit.judge(typed),
            Document::TaiwanPermit => TaiwanPermit.judge(typed),
            Document::ForeignPr => ForeignPr { today }.judge(typed),
            Document::Passport => passport(typed),
            Document::Military => Military.judge(typed),
        }
    }

    fn suggest(&self, typed: &str) -> Option<String> {
        let Self { document, today, places } = *self;
        match document {
            Document::ResidentId => ResidentId { today, places }.suggest(typed),
            Document::HkMacauResidence | Document::TaiwanResidence => {
                HmtResidence { today }.suggest(typed).filter(|meant| self.judge(meant).valid)
            }
            Document::HkMacauPermit => HkMacauPermit.suggest(typed),
            Document::TaiwanPermit => TaiwanPermit.suggest(typed),
            Document::ForeignPr => ForeignPr { today }.suggest(typed),
            // A passport's number is refused for what has no place in any: nothing is the likelier meaning.
            Document::Passport | Document::Military => None,
        }
    }
}

/// A residence permit, of Taiwan or not: a number of the other side's permit begins wrongly.
fn residence(of_taiwan: bool, typed: &str, today: NaiveDate) -> Judged<'_> {
    let verdict = HmtResidence { today }.judge(typed);
    let taiwan = hmt_residence::home(&verdict.normalized).map(|home| home == Home::Taiwan);
    if verdict.valid && taiwan != Some(of_taiwan) {
        return Verdict::invalid("prefix", verdict.normalized);
    }
    verdict
}

/// A passport of any country; what is said about Chinese ones in particular is added where the form tells that it is one.
fn passport(typed: &str) -> Judged<'_> {
    let own = PassportCn.judge(typed);
    if own.valid { own } else { PassportForeign.judge(typed) }
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
    use super::super::vectors::holds;
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
                holds(&document.number(today(), &Nowhere), &value)?;
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
