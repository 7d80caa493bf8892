//! What is on file with the ministry (备案记录), which a change is measured against.

use crate::text::Text;

/// Where the values on record come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A draft that was filed.
    Draft,
    /// A package that was exported.
    Package,
    /// A saved answer of the platform's `get_online_icp_order`.
    Answer,
    /// The person who files.
    Typed,
}

impl Source {
    /// All.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Package, Self::Answer, Self::Typed];
    /// Their words in the draft.
    pub const WORDS: [&'static str; 4] = ["draft", "package", "answer", "typed"];

    /// The source that a word of the draft stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(_, known)| *known == word).map(|(source, _)| source)
    }

    /// The word that stands for it in the draft.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Package => "package",
            Self::Answer => "answer",
            Self::Typed => "typed",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Draft => Text::new("备案成功的草稿", "A filed draft"),
            Self::Package => Text::new("备案包", "A package"),
            Self::Answer => Text::new("平台返回的数据", "An answer of the platform"),
            Self::Typed => Text::new("手工填写", "Typed by hand"),
        }
    }
}
