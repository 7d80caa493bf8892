//! What is on its way to change or end a filing, among the drafts at hand.

use std::collections::HashMap;

use super::list::{Listed, Since, Summary};
use crate::filing::take_over::subject_of;
use crate::filing::{Draft, FilingKind, Stage};

/// The changes and deregistrations that are not done, by the numbers of what they are about.
#[derive(Debug)]
pub struct Running<'a>(HashMap<(FilingKind, &'a str), Vec<(&'a Listed, &'a Summary)>>);

/// Of several that run about one filing the one that is furthest, and of those the first, which changed last.
pub fn furthest<'a>(running: impl DoubleEndedIterator<Item = (&'a Listed, &'a Summary)>) -> Option<(&'a Listed, &'a Summary)> {
    running.rev().max_by_key(|(_, summary)| summary.stage)
}

impl<'a> Running<'a> {
    /// Those among these drafts.
    #[must_use]
    pub fn among(entries: &'a [Listed]) -> Self {
        let mut running: HashMap<_, Vec<_>> = HashMap::new();
        for listed in entries {
            if let Ok(summary) = &listed.summary
                && let Some(about) = summary.runs()
            {
                running.entry(about).or_default().push((listed, summary));
            }
        }
        Self(running)
    }

    /// The change or deregistration of what a draft has filed; of several the one that is furthest.
    #[must_use]
    pub fn of(&self, draft: &Draft, kind: FilingKind) -> Option<(&'a Listed, &'a Summary)> {
        let number = draft.number().trim();
        let mut keys = vec![number, subject_of(number)];
        keys.dedup();
        let about: Vec<_> = keys.into_iter().filter_map(|number| self.0.get(&(kind, number))).flatten().copied().collect();
        furthest(about.into_iter().filter(|(_, run)| run.runs_about(draft, kind)))
    }

    /// What has become of the filing of a draft at this stage.
    #[must_use]
    pub fn since(&self, draft: &Draft, stage: Stage) -> Option<Since> {
        Since::of(draft, stage, |kind| self.of(draft, kind).map(|(_, run)| run.stage))
    }
}
