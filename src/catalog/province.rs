//! What the bureaus (通信管理局) of the provinces ask beyond the platform's own rules.
//!
//! Collected from providers' documents, most of them written for websites: material for warnings, with the
//! source and how sure it is in every row.

mod row;
mod said;

pub use row::{ProvinceRule, Test};
pub use said::{Said, Sayings};

pub use super::vocabulary::{Audience, Holders, LegalPersonRule, LocalPhone, NonlocalRule, Occasion, Precision, Refused};
use super::{Circumstance, Confidence, Severity, Topic};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/provinces.rs"));

/// The code of rules that hold everywhere.
pub const EVERYWHERE: &str = "000000";

/// What one province asks, where it can be said in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Province {
    /// Six digits, as in the platform's regions.
    pub code: &'static str,
    /// The full name, in Chinese.
    pub name: &'static str,
    /// What people call it in a sentence.
    pub short: Text,
    /// The character that starts its filing numbers (粤).
    pub prefix: &'static str,
    /// A responsible person who is not the legal person must be the mini-program's owner too.
    pub same_person: bool,
    /// A phone number must not stand in another subject's filing.
    pub phone_exclusive: bool,
    /// The certificate's address and the contact address must be in one city.
    pub same_city: bool,
    /// Address and district must not say 市辖区.
    pub no_shixiaqu: bool,
    /// A subject without services left (空壳主体) can take a new one; else it has to be deregistered first.
    pub shell_direct_add: bool,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
    /// What the sources of this row say where sources may differ.
    own: Said,
    /// What other sources say on the same matters.
    answers: &'static [Said],
}

/// All provinces, by code.
pub fn provinces() -> &'static [Province] {
    PROVINCES
}

/// The province that a region belongs to, given by the code of the region or of the province itself.
pub fn province(code: &str) -> Option<&'static Province> {
    let digits = code.get(..2)?;
    PROVINCES.iter().find(|row| row.code.starts_with(digits))
}

/// The province whose bureau is called so: 四川省通信管理局, 四川通信管理局.
pub fn of_bureau(name: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| name.starts_with(province.short.zh))
}

/// All rules: those that hold everywhere first, then by province.
pub fn rules() -> &'static [ProvinceRule] {
    RULES
}

/// The rules for a region: those that hold everywhere, then its province's.
pub fn rules_for(code: &str) -> impl Iterator<Item = &'static ProvinceRule> {
    own_rules(EVERYWHERE).iter().chain(province(code).map(|row| own_rules(row.code)).unwrap_or_default())
}

/// The rows of one code, without those that hold everywhere.
fn own_rules(code: &str) -> &'static [ProvinceRule] {
    // The build sorts them by code.
    let (start, end) = (RULES.partition_point(|rule| rule.code < code), RULES.partition_point(|rule| rule.code <= code));
    RULES.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::catalog::filing_region;

    #[test]
    fn the_lists_are_complete_and_fit_the_regions() {
        assert_eq!(provinces().len(), 31);
        assert_eq!(rules().len(), 147);
        for (province, region) in provinces().iter().zip(filing_region::provinces()) {
            assert_eq!((province.code, province.name), (region.code(), region.name()));
        }
        let prefixes: HashSet<&str> = provinces().iter().map(|row| row.prefix).collect();
        assert_eq!(prefixes.len(), 31);
        let ids: HashSet<&str> = rules().iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), 147);
    }

    #[test]
    fn every_rule_is_reached_by_its_province() {
        let everywhere = rules().iter().filter(|rule| rule.code == EVERYWHERE).count();
        assert!(everywhere > 0);
        let own: usize = provinces().iter().map(|row| rules_for(row.code).count() - everywhere).sum();
        assert_eq!(everywhere + own, 147);
        assert!(rules().iter().all(|rule| !rule.occasions.is_empty()));
    }

    #[test]
    fn every_row_is_a_sentence_in_both_languages() {
        for rule in rules() {
            let Text { zh, en } = rule.summary;
            assert!(zh.ends_with('。') && en.ends_with('.'), "{}", rule.id);
            for odd in ["您", "！", "“", "”", "  ", "通管局", "后台", "其它", ";;", "，，"] {
                assert!(!zh.contains(odd), "{}: {zh}", rule.id);
            }
            assert!(en.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii()), "{}: {en}", rule.id);
            // Chinese stands in the English sentence only as words that a draft holds.
            assert!(!en.contains(['，', '。', '；', '「']), "{}: {en}", rule.id);
        }
        for province in provinces() {
            assert!(province.name.starts_with(province.short.zh) && province.short.en.is_ascii(), "{}", province.code);
        }
    }

    #[test]
    fn a_province_is_found_by_any_code_in_it() {
        for code in ["440000", "440300", "440305", "44"] {
            assert_eq!(province(code).unwrap().prefix, "粤", "{code}");
        }
        for code in ["", "4", "000000", "710000", "990000", "深圳"] {
            assert_eq!(province(code), None, "{code}");
        }
        assert!(rules_for("990000").all(|rule| rule.code == EVERYWHERE));
    }

    #[test]
    fn filing_prefixes_are_not_the_everyday_abbreviations() {
        for (code, prefix) in [("510000", "蜀"), ("520000", "黔"), ("530000", "滇"), ("620000", "陇")] {
            assert_eq!(province(code).unwrap().prefix, prefix);
        }
    }

    #[test]
    fn a_row_as_in_the_file() {
        let hebei = province("130000").unwrap();
        assert_eq!(hebei.legal_person_rule().strictest(), Some(LegalPersonRule::RequiredWithExceptions));
        assert_eq!(hebei.local_phone().strictest(), Some(LocalPhone::NonlocalIndividuals));
        assert_eq!(hebei.personal_nonlocal().strictest(), Some(NonlocalRule::Allowed));
        assert_eq!(hebei.least_age(false).strictest(), Some(18));
        assert!(hebei.same_city && !hebei.shell_direct_add);
        assert_eq!(province("120000").unwrap().least_age(false).strictest(), None);
    }
}
