//! The order of the drafts in the list.

use super::columns::Place;
use super::line::Line;
use super::row;
use crate::drafts::folder::Listed;
use crate::filing::FieldId;
use crate::locale::Text;
use crate::locale::tui::home as words;
use crate::text::pinyin;
use crate::tui::state::{ListColumn, State};

/// The order of the drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// The last changed first.
    #[default]
    Changed,
    /// What has to be done soonest first.
    Due,
    Name,
    Entity,
    Region,
}

impl Sort {
    pub(super) const ALL: [Self; 5] = [Self::Changed, Self::Due, Self::Name, Self::Entity, Self::Region];

    pub(super) fn next(self) -> Self {
        let here = Self::ALL.iter().position(|sort| *sort == self).unwrap_or_default();
        Self::ALL.get(here + 1).copied().unwrap_or_default()
    }

    /// The column that tells it.
    pub(super) const fn place(self) -> Place {
        match self {
            Self::Changed => Place::Of(ListColumn::Changed),
            // A stage ends with its limit.
            Self::Due => Place::Of(ListColumn::Stage),
            Self::Name => Place::Name,
            Self::Entity => Place::Of(ListColumn::Entity),
            Self::Region => Place::Of(ListColumn::Region),
        }
    }

    /// The direction: down from the newest, else up.
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Changed => "▼",
            Self::Due | Self::Name | Self::Entity | Self::Region => "▲",
        }
    }

    /// What it is sorted by, in the words of the headings.
    pub(super) const fn head(self) -> Text {
        match self {
            Self::Changed => words::CHANGED,
            Self::Due => words::DUE,
            Self::Name => words::TITLE,
            Self::Entity => words::ENTITY,
            Self::Region => words::REGION,
        }
    }

    pub(super) const fn name(self) -> Text {
        match self {
            Self::Changed => words::BY_CHANGED,
            Self::Due => words::BY_DUE,
            Self::Name => words::BY_NAME,
            Self::Entity => words::BY_ENTITY,
            Self::Region => words::BY_REGION,
        }
    }
}

/// Puts the drafts in order. Those of which nothing is known come last, and those that are alike by the last change.
pub(super) fn sort(lines: &mut [Line], sort: Sort, drafts: &[Listed], state: &State) {
    let text = |line: &Line| {
        let summary = drafts.get(line.index).and_then(|draft| draft.summary.as_ref().ok());
        let text = summary.map(|summary| match sort {
            Sort::Changed => String::new(),
            Sort::Due => row::due(summary, state).map(|due| due.to_rfc3339()).unwrap_or_default(),
            Sort::Name => spelled(&summary.title),
            Sort::Entity => spelled(row::entity(&summary.draft)),
            Sort::Region => summary.draft.text(FieldId::SubjectRegion).to_owned(),
        });
        let text = text.unwrap_or_default();
        (text.is_empty(), text)
    };
    lines.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.path.cmp(&b.path)));
    if sort != Sort::Changed {
        lines.sort_by_cached_key(text);
    }
}

/// A name as it is put in order: by its sound, as Chinese lists are.
fn spelled(name: &str) -> String {
    pinyin::keys(name).map_or_else(|| name.to_lowercase(), |(whole, _)| whole)
}
