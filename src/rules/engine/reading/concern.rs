//! A word that raises a concern, with where and how it was read.

use crate::catalog::keyword::{Category, Effect};
use crate::filing::FieldId;
use crate::text::{Text, text};

/// How a word was read: people are told, so that they can say that it was read wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As what a text says is offered.
    Offer,
    /// As a word of a name.
    Name,
    /// As a trade on the licence.
    Scope,
    /// As a chosen service content.
    Content,
    /// As a word with blanks or marks between its characters.
    Apart,
    /// As the simplified form of traditional characters.
    Traditional,
    /// As the sound of a Chinese word, or an English one.
    Latin,
}

impl Way {
    /// In words.
    pub const fn text(self) -> Text {
        match self {
            Self::Offer => text("按所提供的内容判断", "read as something offered"),
            Self::Name => text("按名称里的词判断", "read as a word of the name"),
            Self::Scope => text("按执照上的经营项目判断", "read as a trade on the licence"),
            Self::Content => text("按所选的服务内容判断", "read as the chosen service content"),
            Self::Apart => text("按拆开写的词判断", "read as a word written apart"),
            Self::Traditional => text("按繁体字判断", "read as traditional characters"),
            Self::Latin => text("按字母写的词判断", "read as a word in letters"),
        }
    }
}

/// A word of a concern in the draft that is neither denied nor said in passing.
#[derive(Debug, Clone, PartialEq)]
pub struct Concern {
    /// Where it stands.
    pub field: FieldId,
    /// Which of the service contents.
    pub row: Option<usize>,
    /// What it raises.
    pub category: &'static Category,
    /// The word of the list.
    pub word: &'static str,
    /// The words beside it.
    pub around: String,
    /// What it leads to.
    pub effect: Effect,
    /// 3 strong, 2 medium, 1 weak.
    pub weight: u8,
    /// Whether more than our own conclusion stands behind the word.
    pub sure: bool,
    /// How it was read.
    pub way: Way,
}
