//! A draft as the filter of the list sees it.

use std::path::PathBuf;
use std::time::SystemTime;

use super::row::{self, Counts};
use super::standing::{KnownWords, Words};
use crate::catalog::ENTERPRISE;
use crate::drafts::folder::{Listed, Running, Since, Summary};
use crate::filing::draft::kind_name;
use crate::filing::event::Moment;
use crate::filing::reuse::kind_title;
use crate::filing::{FieldId, Stage};
use crate::locale::stage as says;
use crate::locale::tui::{common, home as words};
use crate::text::pinyin;

/// What the filter knows of a draft.
#[derive(Debug)]
pub(super) struct Line {
    /// Its place in the state's list.
    pub(super) index: usize,
    pub(super) path: PathBuf,
    pub(super) modified: Option<SystemTime>,
    /// Everything one may search for, and how its kind, stage, nature and region are spelled.
    words: Words,
    /// What the list says of where it stands; empty as long as that was not found out.
    standing: Words,
    /// It was found out where it stands.
    pub(super) has_standing: bool,
    /// Where it stands is told by a limit, which passes.
    pub(super) is_limited: bool,
    /// Another draft has the same title, or none as it has, and is of the same kind.
    pub(super) twin: bool,
    /// What has become of what is filed, by what else is at hand.
    pub(super) since: Option<Since>,
}

impl Line {
    /// A draft of the list, before it is known where it stands; a `twin` has title and kind of another one.
    pub(super) fn new(index: usize, draft: &Listed, twin: bool, (running, known_words): (&Running<'_>, &mut KnownWords)) -> Self {
        let mut words = Words::default();
        words.add(&draft.name);
        match &draft.summary {
            Ok(summary) => words.add_draft(summary, known_words),
            Err(_) => words.extend(known_words.of_both(words::UNREADABLE)),
        }
        let since = draft.summary.as_ref().ok().and_then(|summary| running.since(&summary.draft, summary.stage));
        let (path, modified) = (draft.path.clone(), draft.modified);
        Self { index, path, modified, words, standing: Words::default(), has_standing: false, is_limited: false, twin, since }
    }

    /// Takes in where its draft stands, by what is known of it.
    pub(super) fn stand(&mut self, draft: &Listed, counts: Option<Counts>, now: Moment, known_words: &mut KnownWords) {
        self.has_standing = true;
        let Ok(summary) = &draft.summary else { return };
        (self.standing, self.is_limited) = Words::of_standing(summary, (counts, self.since), now, known_words);
    }

    /// Whether it has a word that was typed; `begun` is the same behind a line break.
    pub(super) fn holds(&self, word: &str, begun: &str) -> bool {
        self.words.hold(word, begun) || self.standing.hold(word, begun)
    }
}

impl Words {
    /// Everything one may search for of a draft, whatever the list says of where it stands.
    fn add_draft(&mut self, summary: &Summary, known_words: &mut KnownWords) {
        let draft = &summary.draft;
        if summary.title.trim().is_empty() {
            self.extend(known_words.of_both(common::UNTITLED));
        }
        let values = [FieldId::SubjectName, FieldId::ResponsiblePersonName, FieldId::MiniProgramName, FieldId::AppId];
        values.iter().for_each(|id| self.add(draft.text(*id)));
        let names = [summary.title.as_str(), row::entity(draft)].into_iter().filter_map(pinyin::keys);
        names.flat_map(<[String; 2]>::from).for_each(|key| self.add(&key));
        if let Some(region) = row::whole_path(draft).last() {
            self.extend(known_words.of_region(region));
        }
        // What changes or ends a filing goes by its number.
        self.add(draft.number());
        // The stage as the status names it, whatever the list says of it.
        let stage = Some(says::standing_in(draft, summary.stage));
        let asked_for = (summary.stage == Stage::Preparing).then(|| kind_name(&summary.kind));
        let names = [stage, summary.nature.and_then(row::nature), asked_for, Some(kind_title(draft)), Some(row::kind(draft))];
        let called = (summary.nature == Some(ENTERPRISE)).then_some(words::ENTERPRISE_TOO);
        names.into_iter().flatten().chain(called).for_each(|name| self.extend(known_words.of_both(name)));
    }
}

/// The title of a draft that could be read and has one.
pub(super) fn title(draft: &Listed) -> Option<&str> {
    draft.summary.as_ref().ok().map(|summary| summary.title.trim()).filter(|title| !title.is_empty())
}
