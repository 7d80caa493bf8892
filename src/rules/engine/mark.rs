//! Texts that are only ever compared.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Stands for a text of which it is only asked whether another says the same. A list of thousands of drafts compares some thirty texts
/// of each: as 64 bits of a hash they take a tenth of the memory. That two different texts of a user's drafts share one is less likely
/// than a fault of the memory itself, and would cost a needless warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Mark(u64);

impl Mark {
    /// The mark of a text; that of an empty one [is empty](Self::is_empty).
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self(hasher.finish().max(1))
    }

    /// Whether there was no text.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_differ_as_their_texts_do() {
        let texts = ["", "a", "b", "虚构助手", "虚构助手 ", "13012340003", "13012340004"];
        for one in texts {
            assert_eq!(Mark::of(one).is_empty(), one.is_empty());
            for other in texts {
                assert_eq!(Mark::of(one) == Mark::of(other), one == other, "{one} {other}");
            }
        }
    }
}
