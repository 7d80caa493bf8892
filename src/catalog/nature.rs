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

/// Party and government bodies (政府机关) and public institutions (事业单位).
const PUBLIC_BODIES: [u32; 2] = [2, 3];

/// Whether a nature is that of a party or government body or of a public institution.
#[must_use]
pub fn is_public_body(id: u32) -> bool {
    PUBLIC_BODIES.contains(&id)
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
    fn unknown_ids_are_not_found() {
        for id in [0, 7, 8, 99] {
            assert_eq!(nature(id), None);
        }
    }
}
