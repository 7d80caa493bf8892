//! Which materials this filing needs: by nature, province, persons and prior approvals (`filing-rules.md` sections 3.13 and 4.2).
//!
//! The one place that knows it. The field table takes from here whether a letter is expected, the rules what is missing, screen and
//! commands the list.

use chrono::NaiveDate;

use super::draft::Draft;
use super::field::{FieldId, Need, PersonField, Role};
use super::value::Value;
use crate::catalog::keyword::{self, Spot};
use crate::catalog::material::{Circumstance, Hand, Letter, Material, materials_for};
use crate::catalog::province::{Audience, Occasion, Severity};
use crate::catalog::{self, Confidence};
use crate::identifiers::resident_id;
use crate::text::Text;
use crate::text::normalize::fold_fullwidth_str;

/// How strongly a material is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// The filing cannot be handed in without it.
    Required,
    /// The filing is likely to come back without it.
    Expected,
    /// It depends on what the draft cannot tell.
    Perhaps,
}

/// A material that this filing needs, or may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeededMaterial {
    /// The field it goes into.
    pub field: FieldId,
    /// The row of the prior approvals it belongs to.
    pub row: Option<usize>,
    /// What the document is.
    pub name: Text,
    /// How strongly it is wanted.
    pub demand: Demand,
    /// Why.
    pub when: Circumstance,
    /// Who signs, seals or issues it.
    pub hand: Hand,
    /// What has to be written on it.
    pub letter: Option<Letter>,
    /// The province's rule that asks for it; `None` where it is asked everywhere.
    pub rule: Option<&'static str>,
    /// Tags of the sources.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// Everything this filing needs or may need, the surest first, each group in the order of the field table. Ages are taken as of
/// `today`; `None` leaves out what depends on them.
#[must_use]
pub fn needed(draft: &Draft, today: Option<NaiveDate>) -> Vec<NeededMaterial> {
    let view = View::of(draft, today);
    let mut list: Vec<NeededMaterial> = view
        .rows()
        .filter_map(|row| {
            let field = FieldId::from_path(row.field)?;
            let demand = strongest(draft.need(field), view.demand(row)?)?;
            Some(of_row(row, field, demand))
        })
        .collect();
    let whole = list.clone();
    list.retain(|one| !whole.iter().any(|other| replaces(other, one)));
    list.extend(approvals(draft));
    list.sort_by_key(|one| (one.demand, one.field, one.row));
    list
}

/// Whether a letter or other document of the last step is expected in this draft; what depends on an age is left out.
pub(super) fn need(draft: &Draft, id: FieldId) -> Need {
    let view = View::of(draft, None);
    let rows = view.rows().filter(|row| row.field == id.path() && can_be_sure(row.when));
    let expected = rows.into_iter().any(|row| view.demand(row) == Some(Demand::Expected));
    if expected { Need::Expected } else { Need::Optional }
}

fn of_row(row: &Material, field: FieldId, demand: Demand) -> NeededMaterial {
    NeededMaterial {
        field,
        row: None,
        name: row.name,
        demand,
        when: row.when,
        hand: row.hand,
        letter: row.letter,
        rule: row.rule,
        source: row.source,
        confidence: row.confidence,
    }
}

/// What the field table says counts where it says more.
fn strongest(need: Need, demand: Demand) -> Option<Demand> {
    match need {
        Need::NotAsked => None,
        Need::Required if demand != Demand::Perhaps => Some(Demand::Required),
        _ => Some(demand),
    }
}

/// A province's own document takes the place of the nationwide one where the field holds one file.
fn replaces(other: &NeededMaterial, one: &NeededMaterial) -> bool {
    let single = capacity(one.field) == 1 && one.field == other.field;
    single && one.rule.is_none() && other.rule.is_some() && other.demand <= one.demand
}

/// How many files a field takes.
#[must_use]
pub fn capacity(id: FieldId) -> usize {
    id.field().capacity()
}

/// The document of each prior approval that was chosen.
fn approvals(draft: &Draft) -> Vec<NeededMaterial> {
    let chosen = draft.approvals().iter().enumerate().filter_map(|(index, row)| Some((index, row.kind?)));
    let chosen = chosen.filter(|(_, kind)| *kind != catalog::NONE_INVOLVED);
    let named = chosen.filter_map(|(index, kind)| catalog::prior_approval(kind).map(|approval| (index, approval.name)));
    named
        .map(|(index, name)| NeededMaterial {
            field: FieldId::PriorApprovals,
            row: Some(index),
            name,
            demand: Demand::Required,
            when: Circumstance::ApprovalChosen,
            hand: Hand::ApprovalOffice,
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
    today: Option<NaiveDate>,
    individual: bool,
    occasion: Option<Occasion>,
}

impl<'a> View<'a> {
    fn of(draft: &'a Draft, today: Option<NaiveDate>) -> Self {
        let filed_before = draft.get(FieldId::FiledBefore) == Some(&Value::Flag(true));
        let occasion = match draft.text(FieldId::FilingKind) {
            "change" => Some(Occasion::Change),
            "deregister" => None,
            _ if filed_before => Some(Occasion::AddService),
            _ => Some(Occasion::New),
        };
        Self { draft, today, individual: draft.is_individual(), occasion }
    }

    /// The rows that are for this subject, place and occasion. A first filing may also be one more service: who asks on that
    /// occasion only does so because of how many there are.
    fn rows(&self) -> impl Iterator<Item = &'static Material> + '_ {
        materials_for(self.draft.text(FieldId::SubjectRegion)).filter(|row| {
            let counted = matches!(row.when, Circumstance::Services { .. }) && self.occasion == Some(Occasion::New);
            let occasion = row.rule.is_none() || counted || self.occasion.is_some_and(|one| row.occasions.contains(&one));
            let audience = match row.audience {
                Audience::Everyone => true,
                Audience::Individuals => self.individual,
                Audience::Organisations => !self.individual,
            };
            occasion && audience
        })
    }

    /// How strongly the row is wanted here; `None` where its circumstance does not hold.
    fn demand(&self, row: &Material) -> Option<Demand> {
        let held = self.holds(row)?;
        // Without a source that knows, or with one that only mentions it, nobody is told to bring it.
        let weak = row.severity == Severity::Hint || matches!(row.confidence, Confidence::Anecdotal | Confidence::Inferred);
        Some(if weak { Demand::Perhaps } else { held })
    }

    fn holds(&self, row: &Material) -> Option<Demand> {
        let draft = self.draft;
        let sure = |holds: bool| holds.then_some(Demand::Expected);
        let unsure = |holds: bool| holds.then_some(Demand::Perhaps);
        match row.when {
            Circumstance::Always => Some(Demand::Expected),
            Circumstance::AskedFor | Circumstance::SoleTrader => Some(Demand::Perhaps),
            Circumstance::Renamed => match self.answer(FieldId::Renamed) {
                Some(answer) => sure(answer),
                None => Some(Demand::Perhaps),
            },
            // Whose first filing this is has no other services.
            Circumstance::Services { .. } => unsure(self.answer(FieldId::FiledBefore) != Some(false)),
            Circumstance::ApprovalChosen => None,
            Circumstance::OwnerIsAnother => sure(draft.owner_is_another()),
            Circumstance::ResponsiblePersonIsAnother => sure(!self.individual && !draft.flag(FieldId::IsLegalPerson)),
            Circumstance::OwnerIsNotLegalPerson => sure(!self.individual && !draft.owner_is_legal_person()),
            Circumstance::IdFromAnotherProvince => match draft.need(FieldId::SubjectResidencePermit) {
                Need::Expected | Need::Required => Some(Demand::Expected),
                Need::Optional => Some(Demand::Perhaps),
                Need::NotAsked => None,
            },
            Circumstance::LegalPersonFromAnotherProvince => sure(self.legal_person_from_another_province()),
            Circumstance::LegalPersonFromAbroad => self.legal_person_from_abroad(),
            Circumstance::LawPractice => sure(draft.code(FieldId::SubjectNature) == Some(catalog::LAW_PRACTICE)),
            Circumstance::PublicBody => sure(draft.code(FieldId::SubjectNature).is_some_and(catalog::is_public_body)),
            Circumstance::Hospital => sure(contains_any(draft.text(FieldId::SubjectName), &HOSPITALS)),
            Circumstance::Age { from, to, spares_legal_person } => {
                let spared = spares_legal_person && draft.flag(FieldId::IsLegalPerson);
                sure(!spared && self.age().is_some_and(|age| (from..=to).contains(&age)))
            }
            Circumstance::ApprovalWords(keys) => unsure(!self.has_permit() && self.names_hold_words_of(keys)),
            Circumstance::Words(words) => unsure(!(row.letter.is_some() && self.has_permit()) && self.names_hold(words)),
        }
    }

    /// What the person answered to a question, if anything.
    fn answer(&self, id: FieldId) -> Option<bool> {
        match self.draft.get(id) {
            Some(Value::Flag(answer)) => Some(*answer),
            _ => None,
        }
    }

    /// The resident ID of the legal person, as far as it is one.
    fn legal_person_id(&self) -> Option<&'a str> {
        let draft = self.draft;
        if draft.flag(FieldId::IsLegalPerson) {
            let kind = draft.code(FieldId::ResponsiblePersonCertificateKind);
            (kind == Some(catalog::RESIDENT_ID)).then(|| draft.text(FieldId::ResponsiblePersonCertificateNumber).trim())
        } else {
            let number = draft.text(FieldId::LegalPersonNumber).trim();
            (number.len() == 18 && number.bytes().take(17).all(|b| b.is_ascii_digit())).then_some(number)
        }
    }

    fn legal_person_from_another_province(&self) -> bool {
        let here = self.draft.text(FieldId::SubjectRegion).get(..2);
        let home = self.legal_person_id().and_then(|number| number.get(..2));
        home.is_some_and(|home| home.bytes().all(|b| b.is_ascii_digit()) && Some(home) != here)
    }

    /// A passport tells it; of a legal person known by a number alone nobody can be sure.
    fn legal_person_from_abroad(&self) -> Option<Demand> {
        let draft = self.draft;
        if draft.flag(FieldId::IsLegalPerson) {
            return (draft.code(FieldId::ResponsiblePersonCertificateKind) == Some(catalog::PASSPORT))
                .then_some(Demand::Expected);
        }
        let number = draft.text(FieldId::LegalPersonNumber).trim();
        (!number.is_empty() && self.legal_person_id().is_none()).then_some(Demand::Perhaps)
    }

    /// Years of the responsible person, who is the individual, where a sound resident ID tells them.
    fn age(&self) -> Option<u32> {
        let today = self.today?;
        let kind = PersonField::CertificateKind.of(Role::ResponsiblePerson);
        if self.draft.code(kind) != Some(catalog::RESIDENT_ID) {
            return None;
        }
        let verdict = resident_id::check(
            self.draft.text(PersonField::CertificateNumber.of(Role::ResponsiblePerson)),
            today,
            &catalog::place::Book,
        );
        let parts = verdict.valid.then(|| resident_id::parts(&verdict.normalized)).flatten()?;
        u32::try_from(resident_id::age_on(parts.birth, today)).ok()
    }

    /// Whether a prior approval was chosen, so that a letter about not needing one is beside the point.
    fn has_permit(&self) -> bool {
        self.draft.approvals().iter().any(|row| row.kind.is_some_and(|kind| kind != catalog::NONE_INVOLVED))
    }

    /// The names and the business scope, widths folded, and what they are to the search for words.
    fn texts(&self) -> impl Iterator<Item = (String, Spot)> + '_ {
        let texts = [
            (FieldId::SubjectName, Spot::SubjectName),
            (FieldId::MiniProgramName, Spot::MiniProgramName),
            (FieldId::SubjectBusinessScope, Spot::BusinessScope),
        ];
        let asked = texts.into_iter().filter(|(id, _)| self.draft.asks(*id));
        // Nobody's scope is longer; a whole file pasted in is not searched to its end.
        asked.map(|(id, spot)| (fold_fullwidth_str(self.draft.text(id)).chars().take(MOST_CHARACTERS).collect(), spot))
    }

    fn names_hold(&self, words: &[&str]) -> bool {
        self.texts().any(|(text, _)| contains_any(&text, words))
    }

    fn names_hold_words_of(&self, keys: &[&str]) -> bool {
        let region = self.draft.text(FieldId::SubjectRegion);
        self.texts().any(|(text, spot)| {
            let found = keyword::search(&text, &[spot], region);
            found.iter().any(|found| found.keyword.weight > 1 && (keys.is_empty() || keys.contains(&found.keyword.category)))
        })
    }
}

/// Characters of a text that are searched.
const MOST_CHARACTERS: usize = 4000;

/// Whether the draft alone can ever tell that it holds.
const fn can_be_sure(when: Circumstance) -> bool {
    !matches!(
        when,
        Circumstance::AskedFor
            | Circumstance::SoleTrader
            | Circumstance::Services { .. }
            | Circumstance::ApprovalWords(_)
            | Circumstance::Words(_)
    )
}

/// What the names of hospitals end in, as far as they practise.
const HOSPITALS: [&str; 5] = ["医院", "诊所", "门诊", "卫生院", "卫生服务"];

fn contains_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
#[path = "needed_tests.rs"]
mod tests;
