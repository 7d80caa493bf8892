//! What the subject is by law (主办者性质).

use super::lists;
use super::renewal::current::lists as current;
use crate::text::Text;

/// The id of 个人: files in his or her own name.
pub const INDIVIDUAL: u32 = 5;

/// The id of 企业; a sole trader (个体工商户) files under it as well.
pub const ENTERPRISE: u32 = 4;

/// The id of 律师执业机构.
pub const LAW_PRACTICE: u32 = 11;

/// The id of 境外机构: a subject outside the mainland.
pub const OVERSEAS: u32 = 16;

// Four notions that sound alike. What each says stands in a source of its own, so none is derived from another.

/// 政府机关 and 事业单位.
const PUBLIC_BODIES: [u32; 2] = [2, 3];
/// 国防机构 and 政府机关.
const MAY_USE_STATE_WORDS: [u32; 2] = [1, 2];
/// 国防机构 and 政府机关.
const EXEMPT_FROM_PERMITS: [u32; 2] = [1, 2];
/// 国防机构, 政府机关, 事业单位, 社会团体, 群众性团体组织 and 公证机构.
const MAY_OFFER_STATE_SERVICES: [u32; 6] = [1, 2, 3, 6, 13, 18];

/// What people call a nature besides its official name. Whoever types or imports one of these means it.
#[must_use]
pub const fn nature_words(id: u32) -> &'static [&'static str] {
    match id {
        ENTERPRISE => {
            &["公司", "个体工商户", "个体户", "company", "companies", "enterprise", "sole trader", "sole proprietor", "business"]
        }
        INDIVIDUAL => &["自然人", "私人", "person", "natural person", "private person"],
        _ => &[],
    }
}

/// Whether a nature is that of a government body or a public institution: what provinces call 机关、事业单位.
#[must_use]
pub fn is_public_body(id: u32) -> bool {
    PUBLIC_BODIES.contains(&id)
}

/// Whether the words of the state are a subject's own: its mini-program's name may hold them.
#[must_use]
pub fn may_use_state_words(id: u32) -> bool {
    MAY_USE_STATE_WORDS.contains(&id)
}

/// Whether no prior approval is asked of a nature: what others need a permit for is its office.
#[must_use]
pub fn is_exempt_from_permits(id: u32) -> bool {
    EXEMPT_FROM_PERMITS.contains(&id)
}

/// Whether a nature may offer service contents that are the state's.
#[must_use]
pub fn may_offer_state_services(id: u32) -> bool {
    MAY_OFFER_STATE_SERVICES.contains(&id)
}

/// One nature of the platform's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    /// The platform's id, sent as `icp_subject.base_info.type`.
    pub id: u32,
    /// What it is called.
    pub name: Text,
    /// The subject is a person.
    pub personal: bool,
    /// The platform's remark, in Chinese; often empty.
    pub remark: &'static str,
}

/// The natures of the list that comes with the program.
pub(super) static BUILT_IN: &[Nature] = lists::NATURES;

/// All natures, by id.
pub fn natures() -> &'static [Nature] {
    current().natures
}

/// The nature with this id.
pub fn nature(id: u32) -> Option<&'static Nature> {
    current().natures.iter().find(|row| row.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_sorted() {
        assert_eq!(natures().len(), 18);
        assert!(natures().is_sorted_by(|a, b| a.id < b.id));
    }

    #[test]
    fn only_the_individual_is_personal() {
        let personal: Vec<u32> = natures().iter().filter(|row| row.personal).map(|row| row.id).collect();
        assert_eq!(personal, [INDIVIDUAL]);
        assert_eq!(nature(INDIVIDUAL).unwrap().name.zh, "个人");
        assert_eq!(nature(ENTERPRISE).unwrap().name.zh, "企业");
    }

    #[test]
    fn notions_name_natures_that_exist() {
        for id in PUBLIC_BODIES.iter().chain(&MAY_USE_STATE_WORDS).chain(&EXEMPT_FROM_PERMITS).chain(&MAY_OFFER_STATE_SERVICES) {
            assert!(nature(*id).is_some(), "{id}");
        }
    }

    #[test]
    fn unknown_ids_are_not_found() {
        for id in [0, 7, 8, 99] {
            assert_eq!(nature(id), None);
        }
    }
}
