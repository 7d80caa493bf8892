//! What a rule has looked at, as a set: fields, and what is beside the fields.

use crate::filing::FieldId;
use std::ops::{BitOr, BitOrAssign};

/// A set of inputs. Rules do not declare theirs: [`Context`](super::Context) notes each as it is read.
///
/// The bit of a field stands for its value and for whether it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inputs(u128);

/// One bit each behind those of the fields.
const fn beside(place: u32) -> Inputs {
    Inputs(1 << (127 - place))
}

impl Inputs {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// The day as of which is checked.
    pub const DAY: Self = beside(0);
    /// What is known about the files.
    pub const FACTS: Self = beside(1);
    /// The other drafts at hand.
    pub const PEERS: Self = beside(2);
    /// The filing's story.
    pub const EVENTS: Self = beside(3);
    /// The list of materials.
    pub const MATERIALS: Self = beside(4);

    /// One field.
    #[must_use]
    pub const fn field(id: FieldId) -> Self {
        Self(1 << id as u32)
    }

    /// Several fields.
    #[must_use]
    pub const fn fields(ids: &[FieldId]) -> Self {
        let (mut set, mut at) = (Self::NONE, 0);
        while at < ids.len() {
            set = set.and(Self::field(ids[at]));
            at += 1;
        }
        set
    }

    /// All of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two have anything in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The fields in it, in the order of the table.
    pub fn iter_fields(self) -> impl Iterator<Item = FieldId> {
        let all = if self.is_empty() { &[] } else { FieldId::ALL };
        all.iter().copied().filter(move |id| self.meets(Self::field(*id)))
    }
}

impl BitOr for Inputs {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign for Inputs {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.and(other);
    }
}

// The bits of the fields and those beside them must not meet.
const _: () = assert!(FieldId::ALL.len() <= 120);
