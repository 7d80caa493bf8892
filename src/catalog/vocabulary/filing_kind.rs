//! The kinds of filing.

use super::vocabulary;

vocabulary! {
    /// What a filing asks for (`filing-rules.md` section 1). Its words are those of drafts and data files.
    FilingKind {
        /// 新增: a subject's first mini-program, or one more.
        New = "new",
        /// 变更: data on record have changed.
        Change = "change",
        /// 注销: what is on record ends.
        Deregistration = "deregister",
    }
}

impl FilingKind {
    /// The word that stands for it in drafts and data files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Change => "change",
            Self::Deregistration => "deregister",
        }
    }
}
