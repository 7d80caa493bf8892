//! Where a value stands on the console's pages, and what it is called there (`filing-rules.md` section 2).

use crate::text::Text;

/// A page of the console, in the order in which one comes by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Page {
    /// Where a filing begins.
    Entrance,
    /// 验证备案类型.
    Verification,
    /// 主体信息.
    Subject,
    /// 主体负责人.
    ResponsiblePerson,
    /// 小程序信息.
    MiniProgram,
    /// 小程序负责人.
    Owner,
    /// 其他材料.
    Other,
    /// 注销备案.
    Deregistration,
    /// 预览与提交.
    Preview,
}

impl Page {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::Entrance,
        Self::Verification,
        Self::Subject,
        Self::ResponsiblePerson,
        Self::MiniProgram,
        Self::Owner,
        Self::Other,
        Self::Deregistration,
        Self::Preview,
    ];

    /// Its name on the console.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Entrance => Text::new("进入备案", "Entrance"),
            Self::Verification => Text::new("验证备案类型", "Filing type"),
            Self::Subject => Text::new("主体信息", "Filing entity"),
            Self::ResponsiblePerson => Text::new("主体负责人", "Responsible person"),
            Self::MiniProgram => Text::new("小程序信息", "Mini-program"),
            Self::Owner => Text::new("小程序负责人", "Mini-program contact"),
            Self::Other => Text::new("其他材料", "Other materials"),
            Self::Deregistration => Text::new("注销备案", "Deregistration"),
            Self::Preview => Text::new("预览与提交", "Preview and submission"),
        }
    }

    /// The word that stands for it in JSON and in the keys of what is ticked off.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Entrance => "entrance",
            Self::Verification => "verification",
            Self::Subject => "subject",
            Self::ResponsiblePerson => "responsible-person",
            Self::MiniProgram => "mini-program",
            Self::Owner => "owner",
            Self::Other => "other",
            Self::Deregistration => "deregistration",
            Self::Preview => "preview",
        }
    }
}

/// A field's place on the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub page: Page,
    /// Its rank on the page. The steps of ten leave room for new fields.
    pub order: u16,
    /// What the console calls it; `None` where that is the field's own label.
    pub label: Option<Text>,
    /// The platform fills it in from the account: it is compared, not entered.
    pub is_filled_in: bool,
}

impl Place {
    /// At this rank of a page, under the field's own label.
    #[must_use]
    pub const fn new(page: Page, order: u16) -> Self {
        Self { page, order, label: None, is_filled_in: false }
    }

    /// Under another label.
    #[must_use]
    pub const fn called(self, zh: &'static str, en: &'static str) -> Self {
        Self { label: Some(Text::new(zh, en)), ..self }
    }

    /// Filled in by the platform.
    #[must_use]
    pub const fn filled_in(self) -> Self {
        Self { is_filled_in: true, ..self }
    }
}
