//! Materials: which are needed here, which are there, and what is to be said about those that are not.

use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Column, Finding, Severity, Spot};
use crate::catalog::Circumstance;
use crate::catalog::province::province;
use crate::filing::checklist::{RequiredMaterial, Requirement, capacity, checklist};
use crate::filing::{Draft, FieldId, Section};
use crate::scan::facts::{Content, Facts};

use super::look::is_blank;

/// Whether a material is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// A file is named, and nothing is known against it.
    There,
    /// No file is named.
    Missing,
    /// The file that is named cannot be used: it is gone, empty or no file.
    Unusable,
    /// A file is there, and the rules found an error in it: the filing would come back with it.
    Faulty,
    /// Several materials go into this field, and there are fewer files than that.
    Few {
        /// Files that are there.
        have: usize,
        /// Materials that go into the field.
        want: usize,
    },
}

/// A material of the filing, and whether it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The material.
    pub material: RequiredMaterial,
    /// Whether it is there.
    pub state: State,
}

impl Item {
    /// The errors in its files. Which of several files in a field it is, nobody knows: an error in one counts for each.
    pub fn errors<'a>(&self, findings: &'a [Finding]) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let RequiredMaterial { field, row, .. } = self.material;
        let is_file = move |finding: &Finding| match (field, finding.spot) {
            (FieldId::PriorApprovals, Some(Spot { row: at, column: Some(Column::Document) })) => row.is_none_or(|row| row == at),
            (FieldId::PriorApprovals, _) => false,
            _ => true,
        };
        let counts = |finding: &Finding| finding.severity == Severity::Error && finding.counts();
        findings.iter().filter(move |finding| finding.field == field && counts(finding) && is_file(finding))
    }
}

/// The list of materials of a filing, and the files that nobody asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Materials {
    /// What is needed or may be, the surest first.
    pub items: Vec<Item>,
    /// Files of the last step that nothing in the list is for: where they stand, and their paths.
    pub unneeded: Vec<(FieldId, String)>,
}

impl Materials {
    /// What a filing needs for sure, or is likely to come back without.
    pub fn wanted(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.material.requirement != Requirement::Perhaps)
    }

    /// The same list, knowing what the rules found: what has an error is not simply there.
    #[must_use]
    pub fn judged(mut self, findings: &[Finding]) -> Self {
        for item in self.items.iter_mut().filter(|item| item.state == State::There) {
            if item.errors(findings).next().is_some() {
                item.state = State::Faulty;
            }
        }
        self
    }

    /// How many of the wanted ones are there, and how many there are of them.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.wanted().filter(|item| item.state == State::There).count(), self.wanted().count())
    }

    /// The materials that go into a field.
    pub fn of_field(&self, id: FieldId) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.material.field == id)
    }
}

/// The materials of the draft, with what is known about its files.
#[must_use]
pub fn materials(context: &Context<'_>) -> Materials {
    let Context { draft, facts, today, .. } = *context;
    let list = checklist(draft, Some(today));
    let wanted_in = |field| list.iter().filter(|other| other.field == field && other.requirement != Requirement::Perhaps).count();
    let items = list.iter().map(|material| Item { material: *material, state: state(draft, facts, material, wanted_in) });
    let items: Vec<Item> = items.collect();
    let unneeded = Section::Materials
        .fields()
        .filter(|field| capacity(field.id) == 1 && list.iter().all(|material| material.field != field.id))
        .flat_map(|field| draft.paths(field.id).into_iter().map(|path| (field.id, path.to_owned())))
        .collect();
    Materials { items, unneeded }
}

fn state(draft: &Draft, facts: &Facts, material: &RequiredMaterial, wanted_in: impl Fn(FieldId) -> usize) -> State {
    let paths: Vec<&str> = match material.row {
        Some(row) => draft.approvals().get(row).map(|row| row.document.as_str()).into_iter().collect(),
        None if material.field == FieldId::PriorApprovals => draft.approvals().iter().map(|row| row.document.as_str()).collect(),
        None => draft.paths(material.field),
    };
    let named: Vec<&str> = paths.into_iter().filter(|path| !is_blank(path)).collect();
    let usable = named.iter().filter(|path| facts.get(path).is_none_or(|facts| is_file(&facts.content))).count();
    let want = if material.row.is_some() { 1 } else { wanted_in(material.field).max(1) };
    match (usable, named.len()) {
        (_, 0) => State::Missing,
        (0, _) => State::Unusable,
        // Which of several documents a file is, its name does not tell.
        (have, _) if have < want => State::Few { have, want },
        _ => State::There,
    }
}

fn is_file(content: &Content) -> bool {
    !matches!(content, Content::Missing | Content::NotAFile | Content::Unreadable(_) | Content::Empty)
}

const FIELDS: &[FieldId] = &[
    FieldId::CommitmentLetter,
    FieldId::NameChangeLetter,
    FieldId::PartyBuildingLetter,
    FieldId::PromiseVideo,
    FieldId::AuthenticityResponsibilityLetter,
    FieldId::AuthenticityCommitmentLetter,
    FieldId::ConstructionProposal,
    FieldId::SubjectOtherMaterials,
    FieldId::MiniProgramOtherMaterials,
    FieldId::HoldingCertificatePhoto,
];

/// The province asks for a material that is not there. Providers are the source of all of them, so it is never an error.
pub static NEEDED_MATERIAL_MISSING: Rule = Rule {
    topic: Topic::Material,
    name: "needed-material-missing",
    severity: Severity::Warning,
    fields: FIELDS,
    source: Source::new("云服务商备案文档中的分省要求", Confidence::Vendor),
    reasons: &[
        "always",
        "not_legal_person",
        "from_another_province",
        "legal_person_from_another_province",
        "legal_person_from_abroad",
        "law_practice",
        "public_body",
        "hospital",
        "age",
        "renamed",
        "few",
    ],
    check: needed_material_missing,
};

fn needed_material_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let place = province(context.draft.text(FieldId::SubjectRegion)).map(|row| row.short);
    let missing = |item: &&Item| item.material.requirement == Requirement::Expected && FIELDS.contains(&item.material.field);
    let list = materials(context);
    let mut counted = Vec::new();
    for Item { material, state } in list.items.iter().filter(missing) {
        let mut finding = NEEDED_MATERIAL_MISSING.finds(material.field);
        if let Some(place) = place {
            finding = finding.with("province", Arg::Name(place));
        }
        findings.push(match *state {
            State::There | State::Unusable | State::Faulty => continue,
            State::Few { .. } if counted.contains(&material.field) => continue,
            State::Few { have, want } => {
                counted.push(material.field);
                finding.because("few").with("have", number(have)).with("want", number(want))
            }
            State::Missing => {
                let finding = finding.because(reason(material.reason())).with("material", Arg::Name(material.name));
                finding.with("hand", Arg::Hand(material.signatory))
            }
        });
    }
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The sentence for a circumstance that is sure.
fn reason(when: Circumstance) -> &'static str {
    match when {
        Circumstance::ResponsiblePersonIsAnother | Circumstance::OwnerIsNotLegalPerson | Circumstance::OwnerIsAnother => {
            "not_legal_person"
        }
        Circumstance::IdFromAnotherProvince => "from_another_province",
        Circumstance::LegalPersonFromAnotherProvince => "legal_person_from_another_province",
        Circumstance::LegalPersonFromAbroad => "legal_person_from_abroad",
        Circumstance::LawPractice => "law_practice",
        Circumstance::PublicBody => "public_body",
        Circumstance::Hospital => "hospital",
        Circumstance::Age { .. } => "age",
        Circumstance::Renamed => "renamed",
        _ => "always",
    }
}
