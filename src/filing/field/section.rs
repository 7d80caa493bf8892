//! The parts of a filing, which are the steps of the wizard.

use super::{Field, table};
use crate::catalog::FilingKind;
use crate::text::Text;

/// A step of the wizard, and the part of the filing a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// 主体: the individual or organisation that files.
    Subject,
    /// 主体负责人: the person who answers for the subject.
    ResponsiblePerson,
    /// 小程序: the service being filed.
    MiniProgram,
    /// 小程序负责人: the person who answers for the mini-program.
    Owner,
    /// 注销: what a deregistration ends, and why.
    Deregistration,
    /// 材料: letters and other documents.
    Materials,
    /// 须本人回答: what only the person can know. Asked on the review screen; nothing of it is sent.
    Questions,
}

impl Section {
    /// All sections, in the order of the wizard's steps; the questions belong to the last one, the review.
    pub const ALL: [Self; 7] = [
        Self::Subject,
        Self::ResponsiblePerson,
        Self::MiniProgram,
        Self::Owner,
        Self::Deregistration,
        Self::Materials,
        Self::Questions,
    ];

    /// The steps that a filing of this kind goes through, in their order: a deregistration is one form and its questions.
    #[must_use]
    pub const fn of_kind(kind: FilingKind) -> &'static [Self] {
        match kind {
            FilingKind::New | FilingKind::Change => {
                &[Self::Subject, Self::ResponsiblePerson, Self::MiniProgram, Self::Owner, Self::Materials, Self::Questions]
            }
            FilingKind::Deregistration => &[Self::Deregistration, Self::Questions],
        }
    }

    /// The name of the section, which is also the name of its step.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Subject => Text::new("主体", "Filing entity"),
            Self::ResponsiblePerson => Text::new("主体负责人", "Responsible person"),
            Self::MiniProgram => Text::new("小程序", "Mini-program"),
            Self::Owner => Text::new("小程序负责人", "Mini-program contact"),
            Self::Deregistration => Text::new("注销", "Deregistration"),
            Self::Materials => Text::new("材料", "Materials"),
            Self::Questions => Text::new("须本人回答", "Questions"),
        }
    }

    /// The fields of this section, in the order in which they are asked.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        table().iter().filter(move |field| field.section == self)
    }
}
