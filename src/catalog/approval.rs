//! Trades that need a permit first (前置审批).

use super::lists;
use super::renewal::current::lists as current;
use crate::text::Text;

/// The id of 以上都不涉及, the answer that nothing applies.
pub const NONE_INVOLVED: u32 = 24;

/// One row of the platform's list of prior approvals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriorApproval {
    /// The platform's id, sent as `nrlx_details[].type`.
    pub id: u32,
    /// What it is called.
    pub name: Text,
    /// The answer that nothing applies: stands alone, without number and document.
    pub none: bool,
    /// Another id that one source gives for the same row; never sent.
    pub alternative_id: Option<u32>,
}

/// The prior approvals of the list that comes with the program.
pub(super) static BUILT_IN: &[PriorApproval] = lists::PRIOR_APPROVALS;

/// All rows, by id.
pub fn prior_approvals() -> &'static [PriorApproval] {
    current().approvals
}

/// The row with this id.
pub fn prior_approval(id: u32) -> Option<&'static PriorApproval> {
    current().approvals.iter().find(|row| row.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_has_one_answer_for_none() {
        assert_eq!(prior_approvals().len(), 13);
        let none: Vec<u32> = prior_approvals().iter().filter(|row| row.none).map(|row| row.id).collect();
        assert_eq!(none, [NONE_INVOLVED]);
    }

    #[test]
    fn the_doubtful_id_does_not_stand_for_the_row() {
        assert_eq!(prior_approval(12).unwrap().name.zh, "网络预约车");
        assert_eq!(prior_approval(12).unwrap().alternative_id, Some(11));
        assert_eq!(prior_approval(11), None);
    }
}
