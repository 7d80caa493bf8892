//! Which material a filing needs, in which circumstance, and who makes it (`filing-rules.md` sections 3.13, 4.2 and 4.3).
//!
//! Data only: `filing::needed` looks which circumstances hold in a draft.

use super::Confidence;
use super::province::{Audience, EVERYWHERE, Occasion, Severity};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/materials.rs"));

/// When a material is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circumstance {
    /// In every filing it is for.
    Always,
    /// Where the platform or a reviewer asks for it.
    AskedFor,
    /// A prior approval was chosen. Not in the list: there is one document for every approval.
    ApprovalChosen,
    /// The owner is another person than the responsible person.
    OwnerIsAnother,
    /// The responsible person is not the legal person.
    ResponsiblePersonIsAnother,
    /// The owner is not the legal person.
    OwnerIsNotLegalPerson,
    /// An individual's identity card is from another province.
    IdFromAnotherProvince,
    /// The legal person's identity card is from another province.
    LegalPersonFromAnotherProvince,
    /// The legal person has no mainland identity card.
    LegalPersonFromAbroad,
    /// The subject is a law practice.
    LawPractice,
    /// The subject is a party or government body or a public institution.
    PublicBody,
    /// The subject is a sole trader (个体工商户).
    SoleTrader,
    /// The subject was renamed, its code being the same.
    Renamed,
    /// The subject is a hospital, by its name.
    Hospital,
    /// The responsible person is so many years old, both ends included.
    Age {
        /// From this age.
        from: u32,
        /// Up to this age.
        to: u32,
        /// Not where the person is the legal person.
        spares_legal_person: bool,
    },
    /// The subject has at least so many services.
    Services {
        /// An organisation.
        organisation: u32,
        /// An individual.
        individual: u32,
    },
    /// A word of these categories of prior approvals stands in a name; none means all categories.
    ApprovalWords(&'static [&'static str]),
    /// One of these words stands in a name.
    Words(&'static [&'static str]),
}

/// Who signs, seals or issues a material.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Nobody: one has the original.
    Owned,
    /// The legal person signs by hand, the official seal.
    LegalPersonAndSeal,
    /// The responsible person signs and dates by hand, the official seal.
    ResponsiblePersonAndSeal,
    /// The official seal, mostly also the legal person's signature.
    SealAndLegalPerson,
    /// The official seal.
    Seal,
    /// The individual signs by hand, with a fingerprint.
    Fingerprint,
    /// The mini-program's owner signs.
    Owner,
    /// The mini-program's owner speaks in the picture.
    OwnerRecords,
    /// The legal person is photographed.
    LegalPerson,
    /// The registry (市场监管部门).
    Registry,
    /// Police, social insurance, or who keeps the record of a home.
    Residence,
    /// The police.
    Police,
    /// The local cyberspace office (网信办).
    CyberspaceOffice,
    /// The staffing office (编办).
    StaffingOffice,
    /// The employer or school.
    Employer,
    /// The guardian.
    Guardian,
    /// The health authority.
    HealthOffice,
    /// The authority that gives the approval.
    ApprovalOffice,
}

/// A document that has to be written, by what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Letter {
    /// 授权书.
    Authorization,
    /// 授权书 as Shanghai wants it.
    AuthorizationInShanghai,
    /// 互联网信息服务承诺书 of an organisation.
    Commitment,
    /// 互联网信息服务承诺书 of an individual.
    CommitmentOfIndividual,
    /// 真实性责任告知书.
    AuthenticityNotice,
    /// 真实性承诺书.
    AuthenticityCommitment,
    /// 承诺视频.
    Video,
    /// 手持证件照.
    HoldingPhoto,
    /// 不涉及前置审批承诺书.
    NoApproval,
    /// 不涉及校外培训承诺书.
    NoTutoring,
    /// 文化承诺书.
    Culture,
    /// 金融类承诺函.
    Finance,
    /// 建设方案书.
    Proposal,
}

impl Letter {
    /// All, in the order of the facts.
    pub const ALL: [Self; 13] = [
        Self::Authorization,
        Self::AuthorizationInShanghai,
        Self::Commitment,
        Self::CommitmentOfIndividual,
        Self::AuthenticityNotice,
        Self::AuthenticityCommitment,
        Self::Video,
        Self::HoldingPhoto,
        Self::NoApproval,
        Self::NoTutoring,
        Self::Culture,
        Self::Finance,
        Self::Proposal,
    ];
}

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
    /// In which circumstance.
    pub when: Circumstance,
    /// Who signs, seals or issues it.
    pub hand: Hand,
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
            if let Circumstance::ApprovalWords(keys) = row.when {
                assert!(keys.iter().all(|key| crate::catalog::keyword::category(key).is_some()), "{row:?}");
            }
        }
    }
}
