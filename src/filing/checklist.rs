//! Which materials this filing needs: by nature, province, persons and prior approvals (`filing-rules.md` sections 3.13 and 4.2).
//!
//! The one place that knows it. The field table takes from here whether a letter is expected, the rules what is missing, screen and
//! commands the list.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::change;
use super::circumstance::{Answer, Circumstances};
use super::draft::Draft;
use super::field::{FieldId, Need};
use super::reason::wants_papers;
use super::reuse::is_paper_on_record;
use crate::catalog::material::{Letter, Material, Signatory, materials_for};
use crate::catalog::province::{Audience, Occasion};
use crate::catalog::{self, Circumstance, Confidence, Severity};
use crate::text::{Lang, Text};

/// How strongly a material is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// The filing cannot be handed in without it.
    Required,
    /// The filing is likely to come back without it.
    Expected,
    /// It depends on what the draft cannot tell.
    Perhaps,
}

/// A material that this filing needs, or may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequiredMaterial {
    /// The field it goes into.
    pub field: FieldId,
    /// The row of the prior approvals it belongs to.
    pub row: Option<usize>,
    /// What the document is; of a prior approval, the trade that it permits.
    pub name: Text,
    /// How strongly it is wanted.
    pub requirement: Requirement,
    /// Why: all of these hold, or may. The first is the reason that people are given.
    pub when: &'static [Circumstance],
    /// Who signs, seals or issues it.
    pub signatory: Signatory,
    /// What has to be written on it.
    pub letter: Option<Letter>,
    /// The province's rule that asks for it; `None` where it is asked everywhere.
    pub rule: Option<&'static str>,
    /// Tags of the sources.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// A permit, by the trade it is for: the platform's list names the trade alone.
const PERMIT: Text = Text::new("前置审批：{trade}", "Prior approval: {trade}");

impl RequiredMaterial {
    /// What the document is, in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> Cow<'static, str> {
        match self.row {
            Some(_) => PERMIT.with(lang, &[("trade", &self.name.in_lang(lang))]).into(),
            None => self.name.in_lang(lang).into(),
        }
    }

    /// The reason that people are given.
    #[must_use]
    pub fn reason(&self) -> Circumstance {
        self.when.first().copied().unwrap_or(Circumstance::Always)
    }
}

/// Everything this filing needs or may need, the surest first, each group in the order of the field table. Ages are taken as of
/// `today`; `None` leaves out what depends on them.
#[must_use]
pub fn checklist(draft: &Draft, today: Option<NaiveDate>) -> Vec<RequiredMaterial> {
    checklist_with(draft, today, |id| draft.need(id))
}

/// The same, told by `need` what the field table says, for callers that have asked it already.
pub fn checklist_with(draft: &Draft, today: Option<NaiveDate>, need: impl Fn(FieldId) -> Need) -> Vec<RequiredMaterial> {
    let view = View::of(draft, today);
    let mut list: Vec<RequiredMaterial> = view
        .rows()
        .filter_map(|row| {
            let field = FieldId::from_path(row.field)?;
            let requirement = strongest(need(field), view.requirement(row)?)?;
            // The platform has what was filed with the record; it may ask again.
            let requirement = match () {
                () if is_paper_on_record(draft, field) => Requirement::Perhaps,
                () if wants_papers(draft, field) => requirement.min(Requirement::Expected),
                () => requirement,
            };
            Some(of_row(row, field, requirement))
        })
        .collect();
    list.extend(asked_by_reviewer(draft, &list));
    let whole = list.clone();
    list.retain(|one| !whole.iter().any(|other| replaces(other, one)));
    list.extend(approvals(draft));
    list.sort_by_key(|one| (one.requirement, one.field, one.row));
    list
}

/// Whether a letter or other document of the last step is expected in this draft; what depends on an age is left out.
pub(super) fn need(draft: &Draft, id: FieldId) -> Need {
    let view = View::of(draft, None);
    let expected = materials_for(draft.text(FieldId::SubjectRegion))
        .filter(|row| row.field == id.path() && row.when.iter().all(|one| one.can_hold_for_sure()))
        .filter(|row| view.wants(row))
        .any(|row| view.requirement(row) == Some(Requirement::Expected));
    if expected { Need::Expected } else { Need::Optional }
}

/// What a reviewer asks for and no row of the list brings up in this filing.
fn asked_by_reviewer(draft: &Draft, list: &[RequiredMaterial]) -> Vec<RequiredMaterial> {
    let has_reasons = draft.events.iter().any(|event| !event.reasons.is_empty());
    let files = if has_reasons { FieldId::FILES } else { &[] };
    let asked = files.iter().copied().filter(|id| wants_papers(draft, *id) && list.iter().all(|one| one.field != *id));
    asked.map(|id| of_reviewer(draft, id)).collect()
}

/// The same document as in a filing that brings it without being asked, where one is known.
fn of_reviewer(draft: &Draft, field: FieldId) -> RequiredMaterial {
    let known = materials_for(draft.text(FieldId::SubjectRegion)).find(|row| row.field == field.path() && row.rule.is_none());
    RequiredMaterial {
        field,
        row: None,
        name: known.map_or(field.field().label, |row| row.name),
        requirement: Requirement::Expected,
        when: &[Circumstance::AskedFor],
        signatory: known.map_or(Signatory::Owned, |row| row.signatory),
        letter: known.and_then(|row| row.letter),
        rule: None,
        source: "WX",
        confidence: Confidence::Official,
    }
}

fn of_row(row: &Material, field: FieldId, requirement: Requirement) -> RequiredMaterial {
    RequiredMaterial {
        field,
        row: None,
        name: row.name,
        requirement,
        when: row.when,
        signatory: row.signatory,
        letter: row.letter,
        rule: row.rule,
        source: row.source,
        confidence: row.confidence,
    }
}

/// What the field table says counts where it says more.
fn strongest(need: Need, requirement: Requirement) -> Option<Requirement> {
    match need {
        Need::NotAsked => None,
        Need::Required if requirement != Requirement::Perhaps => Some(Requirement::Required),
        _ => Some(requirement),
    }
}

/// A province's own document takes the place of the nationwide one where the field holds one file.
fn replaces(other: &RequiredMaterial, one: &RequiredMaterial) -> bool {
    let single = capacity(one.field) == 1 && one.field == other.field;
    single && one.rule.is_none() && other.rule.is_some() && other.requirement <= one.requirement
}

/// How many files a field takes.
#[must_use]
pub fn capacity(id: FieldId) -> usize {
    id.field().capacity()
}

/// The document of each prior approval that was chosen; in a change, of those that are new.
fn approvals(draft: &Draft) -> Vec<RequiredMaterial> {
    let is_due = |index: usize| draft.approvals().get(index).is_some_and(|row| change::proves_approval(draft, row));
    let chosen = draft.approvals().iter().enumerate().filter_map(|(index, row)| Some((index, row.kind?)));
    let chosen = chosen.filter(|(index, kind)| *kind != catalog::NONE_INVOLVED && is_due(*index));
    let named = chosen.filter_map(|(index, kind)| catalog::prior_approval(kind).map(|approval| (index, approval.name)));
    named
        .map(|(index, name)| RequiredMaterial {
            field: FieldId::PriorApprovals,
            row: Some(index),
            name,
            requirement: Requirement::Required,
            when: &[Circumstance::ApprovalChosen],
            signatory: Signatory::ApprovalOffice,
            letter: None,
            rule: None,
            source: "WX",
            confidence: Confidence::Official,
        })
        .collect()
}

/// A draft as it is looked at for its materials.
struct View<'a> {
    draft: &'a Draft,
    circumstances: Circumstances<'a>,
    occasion: Option<Occasion>,
    /// Whether the subject is an individual; `None` until its nature is chosen.
    is_individual: Option<bool>,
}

impl<'a> View<'a> {
    fn of(draft: &'a Draft, today: Option<NaiveDate>) -> Self {
        let circumstances = Circumstances::of(draft, today);
        let is_individual = match circumstances.audience(Audience::Individuals) {
            Answer::Yes => Some(true),
            Answer::No => Some(false),
            Answer::Unknown => None,
        };
        Self { draft, circumstances, occasion: circumstances.occasion(), is_individual }
    }

    /// The rows that are for this subject, place and occasion.
    fn rows(&self) -> impl Iterator<Item = &'static Material> + '_ {
        materials_for(self.draft.text(FieldId::SubjectRegion)).filter(|row| self.wants(row))
    }

    /// Whether a row is for this subject and occasion.
    fn wants(&self, row: &Material) -> bool {
        self.is_for_occasion(row) && self.is_for_subject(row)
    }

    /// A first filing may also be one more service: a row that counts services and is for that occasion only is for both.
    fn is_for_occasion(&self, row: &Material) -> bool {
        let Some(occasion) = self.occasion else { return row.rule.is_none() };
        let counts = row.when.iter().any(|one| matches!(one, Circumstance::Services { .. }));
        row.rule.is_none() || (counts && occasion == Occasion::New) || row.occasions.contains(&occasion)
    }

    /// Until its nature is chosen, a subject is taken for an organisation, as the field table does.
    fn is_for_subject(&self, row: &Material) -> bool {
        match row.audience {
            Audience::Everyone => true,
            Audience::Individuals => self.is_individual == Some(true),
            Audience::Organisations => self.is_individual != Some(true),
        }
    }

    /// How strongly the row is wanted here; `None` where one of its circumstances does not hold.
    fn requirement(&self, row: &Material) -> Option<Requirement> {
        let mut requirement = Requirement::Expected;
        for circumstance in row.when {
            requirement = requirement.max(self.of_circumstance(*circumstance)?);
        }
        // Without a source that knows, or with one that only mentions it, nobody is told to bring it.
        let weak = row.severity == Severity::Hint || matches!(row.confidence, Confidence::Anecdotal | Confidence::Inferred);
        Some(if weak { Requirement::Perhaps } else { requirement })
    }

    /// What an answer means for the list: what the draft cannot tell is needed perhaps.
    fn of_circumstance(&self, circumstance: Circumstance) -> Option<Requirement> {
        match (self.circumstances.answer(circumstance), circumstance) {
            (Answer::Yes, _) => Some(Requirement::Expected),
            // Hardly anyone files that young: an age that nobody knows brings up nothing.
            (Answer::No, _) | (Answer::Unknown, Circumstance::Age { .. }) => None,
            (Answer::Unknown, _) => Some(Requirement::Perhaps),
        }
    }
}

#[cfg(test)]
#[path = "checklist_tests.rs"]
mod tests;
