//! Which material a filing needs, in which circumstance, and who makes it (`filing-rules.md` sections 3.13, 4.2 and 4.3).
//!
//! Data only: `filing::checklist` looks which circumstances hold in a draft.

use super::province::{Audience, EVERYWHERE, Occasion};
pub use super::vocabulary::{Letter, Signatory};
use super::{Circumstance, Confidence, FilingKind, Severity};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/materials.rs"));

/// One material, and when it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Material {
    /// The province's rule that asks for it; `None` where it is asked everywhere.
    pub rule: Option<&'static str>,
    /// The province, or [`EVERYWHERE`].
    pub code: &'static str,
    /// Whose filings need it.
    pub audience: Audience,
    /// When it is needed.
    pub occasions: &'static [Occasion],
    /// The field it goes into, by its path in the draft.
    pub field: &'static str,
    /// What the document is.
    pub name: Text,
    /// In which circumstances: all of them hold. The first is the reason that people are given.
    pub when: &'static [Circumstance],
    /// Who signs, seals or issues it.
    pub signatory: Signatory,
    /// What has to be written on it.
    pub letter: Option<Letter>,
    /// How its absence may be treated.
    pub severity: Severity,
    /// Tags of the sources.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// All materials: nationwide ones first, then by province.
#[cfg(any(test, feature = "internals"))]
pub fn materials() -> &'static [Material] {
    MATERIALS
}

/// The materials of a region: those asked everywhere, then its province's. Without a region, the former.
pub fn materials_for(region: &str) -> impl Iterator<Item = &'static Material> {
    let province = region.get(..2).unwrap_or(EVERYWHERE);
    let everywhere = MATERIALS.partition_point(|row| row.code == EVERYWHERE);
    let (everywhere, provinces) = MATERIALS.split_at_checked(everywhere).unwrap_or((MATERIALS, &[]));
    let start = provinces.partition_point(|row| row.code.get(..2) < Some(province));
    let own = provinces.iter().skip(start).take_while(move |row| row.code.get(..2) == Some(province));
    everywhere.iter().chain(own)
}

impl Signatory {
    /// Who it is and what they do, in words.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Owned => Text::new("用证件原件拍照或扫描", "a photo or scan of the original"),
            Self::LegalPersonAndSeal => {
                Text::new("法定代表人手写签名，盖单位公章", "signed by the legal representative by hand, with the official seal")
            }
            Self::BothAndSeal => Text::new(
                "法定代表人和主体负责人手写签名和日期（是同一人的签一次），盖单位公章",
                "signed and dated by hand by the legal representative and the responsible person (once where they are one person), with the official seal",
            ),
            Self::SealAndLegalPerson => Text::new(
                "盖单位公章，一般还要法定代表人签名",
                "with the official seal, usually also the legal representative's signature",
            ),
            Self::Seal => Text::new("盖单位公章", "with the official seal"),
            Self::Fingerprint => {
                Text::new("本人手写签名、身份证号和日期，按手印", "signed by hand with ID number, date and fingerprint")
            }
            Self::Owner => Text::new("小程序负责人签名，写明日期", "signed and dated by the mini-program contact"),
            Self::OwnerRecords => Text::new("小程序负责人本人出镜录制", "recorded by the mini-program contact in person"),
            Self::LegalPerson => Text::new("法定代表人本人手持拍照", "the legal representative is in the photo"),
            Self::Registry => Text::new("由登记机关（市场监管部门）出具", "issued by the registry"),
            Self::Residence => {
                Text::new("由公安、社保或不动产登记部门出具", "from the police, social insurance or property registry")
            }
            Self::Police => Text::new("由公安机关出具", "issued by the police"),
            Self::CyberspaceOffice => Text::new("由当地网信办出具", "issued by the local cyberspace office"),
            Self::StaffingOffice => Text::new("由机构编制部门（编办）出具", "issued by the staffing office"),
            Self::Employer => Text::new("由用人单位或学校出具", "issued by the employer or school"),
            Self::Guardian => Text::new("由监护人提供", "from the guardian"),
            Self::HealthOffice => Text::new("由卫生健康部门颁发", "issued by the health authority"),
            Self::ApprovalOffice => Text::new("由审批部门颁发", "issued by the authority in charge"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::province;

    #[test]
    fn a_region_has_the_nationwide_materials_and_its_own() {
        for region in ["440305", "440000", "320106", "650102", "999999", "", "深圳"] {
            let by_search: Vec<&Material> = materials_for(region).collect();
            let by_hand: Vec<&Material> = materials()
                .iter()
                .filter(|row| row.code == EVERYWHERE || region.get(..2).is_some_and(|two| row.code.starts_with(two)))
                .collect();
            assert_eq!(by_search, by_hand, "{region}");
        }
        assert_eq!(materials_for("320106").filter(|row| row.rule == Some("js-01")).count(), 3);
    }

    #[test]
    fn what_a_rule_gives_is_the_rules() {
        for row in materials().iter().filter(|row| row.rule.is_some()) {
            let rule = province::rules().iter().find(|rule| Some(rule.id) == row.rule).unwrap();
            assert_eq!((row.code, row.occasions, row.severity), (rule.code, rule.occasions, rule.severity), "{}", rule.id);
            assert_eq!((row.source, row.confidence), (rule.source, rule.confidence), "{}", rule.id);
        }
    }

    #[test]
    fn words_of_approvals_name_categories() {
        for row in materials() {
            for circumstance in row.when {
                let Circumstance::NameSuggestsApproval(keys) = circumstance else { continue };
                assert!(keys.iter().all(|key| crate::catalog::keyword::category(key).is_some()), "{row:?}");
            }
        }
    }
}
