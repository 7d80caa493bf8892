//! A draft as the filter of the list sees it, and the order of the drafts.

use std::path::PathBuf;
use std::time::SystemTime;

use super::Sort;
use super::row::{self, Counts};
use super::standing::{KnownWords, Words};
use crate::catalog::filing_region;
use crate::drafts::folder::{Listed, Running};
use crate::filing::draft::kind_name;
use crate::filing::event::Moment;
use crate::filing::reuse::kind_title;
use crate::filing::{FieldId, Stage};
use crate::locale::tui::{common, home as words};
use crate::locale::{Text, stage as says};
use crate::text::pinyin;
use crate::tui::state::State;

/// What the filter knows of a draft.
#[derive(Debug)]
pub(super) struct Line {
    /// Its place in the state's list.
    pub(super) index: usize,
    pub(super) path: PathBuf,
    pub(super) modified: Option<SystemTime>,
    /// Everything one may search for, and how its kind, stage, nature and region are spelled.
    words: Words,
    /// What the list says of where it stands; empty as long as no filter has asked.
    standing: Words,
    /// Where it stands is told by a limit, which passes.
    pub(super) is_limited: bool,
    /// Another draft has the same title, or none as it has, and is of the same kind.
    pub(super) twin: bool,
}

impl Line {
    /// A draft of the list, before it is known where it stands; a `twin` has title and kind of another one.
    pub(super) fn new(index: usize, draft: &Listed, twin: bool) -> Self {
        let mut parts = vec![draft.name.clone()];
        let mut spelled = String::new();
        if let Ok(summary) = &draft.summary {
            if title(draft).is_none() {
                parts.extend([common::UNTITLED.zh.to_owned(), common::UNTITLED.en.to_owned()]);
            }
            let values = [FieldId::SubjectName, FieldId::ResponsiblePersonName, FieldId::MiniProgramName, FieldId::AppId];
            parts.extend(values.iter().map(|id| summary.draft.text(*id).to_owned()));
            parts.extend(
                pinyin::keys(&summary.title)
                    .into_iter()
                    .chain(pinyin::keys(row::entity(&summary.draft)))
                    .flat_map(<[String; 2]>::from),
            );
            let regions = row::whole_path(&summary.draft);
            parts.push(regions.iter().map(|region| region.name()).collect());
            // As the list shows it in English.
            parts.extend(regions.last().map(|region| filing_region::pinyin(region)));
            // What changes or ends a filing goes by its number.
            parts.push(summary.draft.number().to_owned());
            // The stage as the status names it, whatever the list says of it.
            let mut names: Vec<Text> = vec![says::standing_in(&summary.draft, summary.stage)];
            names.extend(summary.nature.and_then(row::nature));
            names.extend((summary.stage == Stage::Preparing).then(|| kind_name(&summary.kind)));
            names.push(kind_title(&summary.draft));
            names.push(row::kind(&summary.draft));
            // 成都 is read otherwise than 都 mostly is: regions know how they are.
            let regions = regions.into_iter().map(filing_region::sound);
            for key in names.iter().filter_map(|name| pinyin::keys(name.zh)).chain(regions).flat_map(<[String; 2]>::from) {
                spelled.extend(["\n", key.as_str()]);
            }
            parts.extend(names.into_iter().flat_map(|text| [text.zh.to_owned(), text.en.to_owned()]));
        } else {
            parts.extend([words::UNREADABLE.zh.to_owned(), words::UNREADABLE.en.to_owned()]);
        }
        let words = Words { text: parts.join("\n").to_lowercase(), spelled };
        let (path, modified) = (draft.path.clone(), draft.modified);
        Self { index, path, modified, words, standing: Words::default(), is_limited: false, twin }
    }

    /// Takes in where its draft stands, by what is known of it.
    pub(super) fn stand(
        &mut self,
        draft: &Listed,
        counts: Option<Counts>,
        running: &Running<'_>,
        (now, known_words): (Moment, &mut KnownWords),
    ) {
        let Ok(summary) = &draft.summary else { return };
        let since = running.since(&summary.draft, summary.stage);
        (self.standing, self.is_limited) = Words::of_standing(summary, (counts, since), now, known_words);
    }

    /// Whether it has a word that was typed; `begun` is the same behind a line break.
    pub(super) fn holds(&self, word: &str, begun: &str) -> bool {
        self.words.hold(word, begun) || self.standing.hold(word, begun)
    }
}

/// The title of a draft that could be read and has one.
pub(super) fn title(draft: &Listed) -> Option<&str> {
    draft.summary.as_ref().ok().map(|summary| summary.title.trim()).filter(|title| !title.is_empty())
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
