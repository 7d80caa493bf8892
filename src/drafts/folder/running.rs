//! What is on its way to change or end a filing, among the drafts at hand.

use std::collections::HashMap;

use super::list::{Listed, Since, Summary};
use crate::filing::take_over::is_of_one_filing;
use crate::filing::{Draft, FilingKind, Stage};

/// The changes and deregistrations that are not done, by the numbers of what they are about.
#[derive(Debug)]
pub struct Running<'a>(HashMap<(FilingKind, &'a str), Vec<(&'a Listed, &'a Summary)>>);

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
        let about = self.0.get(&(kind, draft.number().trim()))?;
        // One number in drafts of two mini-programs is a slip: what runs is about one of them.
        about.iter().copied().filter(|(_, run)| is_of_one_filing(draft, &run.draft)).max_by_key(|(_, run)| run.stage)
    }

    /// What has become of the filing of a draft at this stage.
    #[must_use]
    pub fn since(&self, draft: &Draft, stage: Stage) -> Option<Since> {
        Since::of(draft, stage, |kind| self.of(draft, kind).map(|(_, run)| run.stage))
    }
}
