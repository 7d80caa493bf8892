//! Where a filing stands, as a row of the list tells it, and as its filter finds it.

use std::collections::HashMap;

use crate::catalog::filing_region::{self, Region};
use crate::drafts::folder::{Since, Summary};
use crate::filing::event::Moment;
use crate::filing::progress::Progress;
use crate::filing::status::FilingStatus;
use crate::filing::{Course, Stage};
use crate::locale::tui::home as words;
use crate::locale::{Lang, Text, stage as says};
use crate::text::normalize::lowercase;
use crate::text::pinyin;
use crate::text::width::cells;
use crate::tui::widget::theme::Role;

use super::row::Counts;

/// Where a filing stands.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) full: String,
    /// The same where there is less room; nothing where it cannot be said shorter.
    brief: String,
    pub(super) role: Role,
    /// A limit that runs, or has passed: what is said changes with the clock.
    pub(super) is_limited: bool,
    /// The limit has passed.
    is_late: bool,
}

impl Standing {
    fn new(full: impl Into<String>, brief: impl Into<String>, role: Role) -> Self {
        Self { full: full.into(), brief: brief.into(), role, is_limited: false, is_late: false }
    }

    /// As short as it can be said.
    pub(super) fn brief(&self) -> &str {
        if self.brief.is_empty() { &self.full } else { &self.brief }
    }

    /// All of it where so many cells hold it, else the short form.
    pub(super) fn in_cells(&self, width: u16) -> &str {
        if cells(&self.full) <= usize::from(width) { &self.full } else { self.brief() }
    }

    /// Where a draft stands at `now`, with the limit that runs. `counts` are what the rules found, once they have looked; `since` is what
    /// has become of what is filed.
    pub(super) fn of(lang: Lang, summary: &Summary, known: (Option<Counts>, Option<Since>), now: Moment) -> Self {
        Self::told(lang, summary, known, &FilingStatus::in_brief(&summary.draft, now))
    }

    fn told(lang: Lang, summary: &Summary, (counts, since): (Option<Counts>, Option<Since>), status: &FilingStatus<'_>) -> Self {
        let (name, short) = (says::stage_in(&summary.draft, status.stage), words::stage_brief(status.stage));
        if let Some(back) = status.sent_back_by {
            let brief = words::sent_back_brief(back.kind).map_or("", |text| text.in_lang(lang));
            return Self::new(back.kind.label().in_lang(lang), brief, Role::Warning);
        }
        // The same sentence, once with the name of the stage and once with its short one.
        let told = |text: Text, short_text: Text, values: [&str; 2], role| {
            let with = |text: Text, stage: Text, value: &str| {
                text.with(lang, &[("stage", &stage.in_lang(lang)), ("span", &value), ("date", &value)])
            };
            let [full, brief] = values;
            let said = Self::new(with(text, name, full), with(short_text, short.unwrap_or(name), brief), role);
            Self { is_limited: true, ..said }
        };
        let late = |role| Self { is_late: true, ..told(words::STAGE_LATE, words::STAGE_LATE_BRIEF, ["", ""], role) };
        match (status.deadline, status.due) {
            (Some(deadline), _) if deadline.is_over() => late(Role::Error),
            (Some(deadline), _) => {
                // Of a code whose hour nobody recorded the safe moment may be behind us.
                let left = deadline.left.max(chrono::TimeDelta::zero());
                let spans = [says::span(lang, left), says::span_brief(lang, left)];
                told(words::STAGE_LEFT, words::STAGE_LEFT, [&spans[0], &spans[1]], Role::Warning)
            }
            (None, Some(_)) if status.overdue => late(Role::Warning),
            (None, Some(due)) => {
                let date = due.date.format("%m-%d").to_string();
                told(words::STAGE_DUE, words::STAGE_DUE, [&date, &date], Role::Text)
            }
            (None, None) if status.stage == Stage::Filed => {
                Self::new(words::filed(lang, status.course, since), words::filed_brief(lang, status.course, since), Role::Good)
            }
            (None, None) if has_ended(summary, counts) => Self::new(words::RECORD_ENDED.in_lang(lang), "", Role::Warning),
            // Nothing is being prepared any more.
            (None, None) if is_ready(summary, counts) => Self::new(words::READY.in_lang(lang), "", Role::Good),
            (None, None) => Self::new(name.in_lang(lang), "", Role::Text),
        }
    }
}

/// Whether what a draft in preparation changes or ends has ended already.
fn has_ended(summary: &Summary, counts: Option<Counts>) -> bool {
    summary.stage == Stage::Preparing && counts.is_some_and(|counts| counts.judged.record_has_ended)
}

/// Whether a draft that was not submitted yet is filled in, without errors, with its questions answered.
fn is_ready(summary: &Summary, counts: Option<Counts>) -> bool {
    let is_right = counts.is_some_and(|counts| counts.judged.is_clear());
    // What happened to one with events that cannot be read, nobody knows.
    summary.stage == Stage::Preparing
        && summary.unread_events == 0
        && summary.progress.is_some_and(Progress::is_complete)
        && is_right
}

/// What is said of many drafts, with the words by which it is found: thousands stand in one of a few ways, and lie in one of a few places.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    said: HashMap<String, Words>,
    both: HashMap<(&'static str, &'static str), Words>,
    regions: HashMap<&'static str, Words>,
}

impl KnownWords {
    fn of(&mut self, text: &str) -> &Words {
        // Nearly always it is there, and no text need be made to look for it.
        if !self.said.contains_key(text) {
            let mut words = Words::default();
            words.add_spelled(text);
            self.said.insert(text.to_owned(), words);
        }
        self.said.get(text).unwrap_or(&NO_WORDS)
    }

    /// Of what is said in both languages.
    pub(super) fn of_both(&mut self, text: Text) -> &Words {
        self.both.entry((text.zh, text.en)).or_insert_with(|| {
            let mut words = Words::default();
            words.add_text(text);
            words
        })
    }

    /// Of where a draft is filed: the place and those above it, in Chinese and as it is shown in English.
    pub(super) fn of_region(&mut self, region: &'static Region) -> &Words {
        self.regions.entry(region.code()).or_insert_with(|| {
            let mut words = Words::default();
            let path: Vec<_> = region.path().into_iter().filter(|part| !part.pseudo).collect();
            words.add(&path.iter().map(|part| part.name()).collect::<String>());
            words.add(&filing_region::pinyin(region));
            // 成都 is read otherwise than 都 mostly is: regions know how they are.
            path.into_iter().flat_map(|part| <[String; 2]>::from(filing_region::sound(part))).for_each(|key| words.spell(&key));
            words
        })
    }
}

static NO_WORDS: Words = Words { text: String::new(), spelled: String::new() };

/// Words by which the filter finds a draft.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// What may be typed of it anywhere, in lower case.
    pub(super) text: String,
    /// How Chinese in it is spelled, each behind a line break: what is typed may be the beginning of one.
    pub(super) spelled: String,
}

impl Words {
    /// Everything that the list says of where a draft stands, with much room or little, in both languages; and whether that changes with
    /// the clock.
    pub(super) fn of_standing(
        summary: &Summary,
        known: (Option<Counts>, Option<Since>),
        now: Moment,
        known_words: &mut KnownWords,
    ) -> (Self, bool) {
        let status = FilingStatus::in_brief(&summary.draft, now);
        let said = Lang::BOTH.map(|lang| Standing::told(lang, summary, known, &status));
        let mut words = Self::default();
        for standing in &said {
            words.extend(known_words.of(&standing.full));
            words.extend(known_words.of(standing.brief()));
        }
        if said.iter().any(|standing| standing.is_late) {
            words.add_text(words::LATE_TOO);
        }
        if status.stage == Stage::Filed && status.course != Course::Deregistration {
            words.add_text(words::FILED_TOO);
            match known.1 {
                Some(Since::EndPrepared) => words.add_text(words::END_PREPARED_TOO),
                Some(Since::ChangePrepared) => words.add_text(words::CHANGE_PREPARED_TOO),
                _ => {}
            }
        }
        (words, said.iter().any(|standing| standing.is_limited))
    }

    /// What only rules can say of a draft in preparation.
    pub(super) fn of_judged() -> Self {
        let mut words = Self::default();
        [words::READY, words::RECORD_ENDED].into_iter().for_each(|text| words.add_text(text));
        words
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.spelled.push_str(&other.spelled);
    }

    fn add_text(&mut self, text: Text) {
        Lang::BOTH.into_iter().for_each(|lang| self.add_spelled(text.in_lang(lang)));
    }

    /// What may be typed of it anywhere.
    pub(super) fn add(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.extend(["\n", &lowercase(text)]);
        }
    }

    /// The same, and how Chinese in it is spelled.
    fn add_spelled(&mut self, text: &str) {
        self.add(text);
        // What follows a comma or a blank is a word of its own.
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty() && *part != text);
        let keys = std::iter::once(text).chain(parts).filter_map(pinyin::keys).flat_map(<[String; 2]>::from);
        keys.for_each(|key| self.spell(&key));
    }

    fn spell(&mut self, key: &str) {
        self.spelled.extend(["\n", key]);
    }

    /// Whether it has a word that was typed; `begun` is the same behind a line break.
    pub(super) fn hold(&self, word: &str, begun: &str) -> bool {
        (word.len() <= self.text.len() && self.text.contains(word)) || self.spelled.contains(begun)
    }
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
