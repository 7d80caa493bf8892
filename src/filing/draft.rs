//! A filing being filled in.

use super::change;
use super::confirmation::Confirmation;
use super::event::Event;
use super::field::{FieldId, Kind, List, Need, PersonField, Role, Section, table};
use super::history::History;
use super::reason;
use super::reuse::{self, reuses_subject};
use super::value::{Approval, Value};
use super::values::Values;
use crate::catalog::{self, FilingKind, Vocabulary};
use crate::scan::Wanted;
use crate::text::Text;

/// What was typed so far, complete or not, valid or not. All changes go through [`Draft::set`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    values: Values,
    /// What is on record; `None` where nothing is known of it.
    record: Option<Values>,
    /// The filing's story, oldest first; the stage is derived from it.
    pub events: Vec<Event>,
    /// The warnings that a person has looked at and stands by.
    pub confirmed: Vec<Confirmation>,
}

impl Draft {
    /// A new filing of a subject of this nature.
    #[must_use]
    pub fn new(nature: u32) -> Self {
        let mut draft = Self::default();
        draft.set(FieldId::FilingKind, Some("new".into()));
        draft.set(FieldId::SubjectNature, Some(Value::Code(nature)));
        let mut kinds = catalog::certificate_kinds_for(nature);
        if nature == catalog::INDIVIDUAL {
            draft.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(catalog::RESIDENT_ID)));
        } else if let (Some(only), None) = (kinds.next(), kinds.next()) {
            draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(only.id)));
        }
        draft
    }

    /// Stands by what a rule warned about. What was said of it before, for another value or another reason, is kept: the newest that fits
    /// holds.
    pub fn stand_by(&mut self, newer: Confirmation) {
        self.confirmed.retain(|one| {
            (&one.rule, &one.field, &one.value, &one.reason) != (&newer.rule, &newer.field, &newer.value, &newer.reason)
        });
        self.confirmed.push(newer);
    }

    /// Stands no longer by what a rule warned about at a place, whatever was said of it.
    pub fn stand_by_no_more(&mut self, rule: &str, field: &str) {
        self.confirmed.retain(|one| one.rule != rule || one.field != field);
    }

    /// What the field holds; `None` for nothing. An empty text or list is nothing.
    #[must_use]
    pub fn get(&self, id: FieldId) -> Option<&Value> {
        self.values.get(id)
    }

    /// Puts a value into the field, or nothing, and returns what was there. Empty values count as nothing.
    pub fn set(&mut self, id: FieldId, value: Option<Value>) -> Option<Value> {
        let value = value.filter(|value| !value.is_empty());
        self.values.replace(id, value)
    }

    /// What is on record of the field; `None` for nothing.
    #[must_use]
    pub fn recorded(&self, id: FieldId) -> Option<&Value> {
        self.record.as_ref()?.get(id)
    }

    /// Notes what is on record of the field. Only fields that are recorded (`Field::is_recorded`) have a place there.
    pub fn set_recorded(&mut self, id: FieldId, value: Option<Value>) {
        let value = value.filter(|value| !value.is_empty() && id.field().is_recorded());
        if value.is_none() && self.record.is_none() {
            return;
        }
        let record = self.record.get_or_insert_with(Values::default);
        record.replace(id, value);
        if record.is_empty() {
            self.record = None;
        }
    }

    /// Whether anything of the record is known.
    #[must_use]
    pub const fn has_record(&self) -> bool {
        self.record.is_some()
    }

    /// The text of a field, as typed; empty when there is none.
    #[must_use]
    pub fn text(&self, id: FieldId) -> &str {
        self.get(id).and_then(Value::as_text).unwrap_or_default()
    }

    /// The chosen id.
    #[must_use]
    pub fn code(&self, id: FieldId) -> Option<u32> {
        match self.get(id) {
            Some(Value::Code(code)) => Some(*code),
            _ => None,
        }
    }

    /// The answer to a question; `None` while it is open.
    #[must_use]
    pub fn answer(&self, id: FieldId) -> Option<bool> {
        match (self.get(id), id.field().kind) {
            (Some(Value::Flag(flag)), _) => Some(*flag),
            (_, Kind::Flag(default)) => default,
            _ => None,
        }
    }

    /// The answer to a yes-or-no question, or its default while there is none.
    #[must_use]
    pub fn flag(&self, id: FieldId) -> bool {
        match (self.get(id), id.field().kind) {
            (Some(Value::Flag(flag)), _) => *flag,
            (_, Kind::Flag(default)) => default.unwrap_or_default(),
            _ => false,
        }
    }

    /// What a key that changes an answer makes of it: the other answer; of a question without a default, the one that lets the filing
    /// go on as it is, then the other one, then open again. So one slip puts no error there.
    #[must_use]
    pub fn next_answer(&self, id: FieldId) -> Option<bool> {
        let first = id.field().expected.unwrap_or(true);
        match (id.field().kind, self.answer(id)) {
            (Kind::Flag(None), None) => Some(first),
            (Kind::Flag(None), Some(answer)) if answer != first => None,
            (_, answer) => Some(!answer.unwrap_or_default()),
        }
    }

    /// The chosen ids.
    #[must_use]
    pub fn codes(&self, id: FieldId) -> &[u32] {
        match self.get(id) {
            Some(Value::Codes(codes)) => codes,
            _ => &[],
        }
    }

    /// The paths of a field, whether it holds one or several.
    #[must_use]
    pub fn paths(&self, id: FieldId) -> Vec<&str> {
        match (self.get(id), id.field().kind) {
            (Some(Value::Paths(paths)), _) => paths.iter().map(String::as_str).collect(),
            (Some(Value::Text(path)), Kind::Picture) => vec![path],
            _ => Vec::new(),
        }
    }

    /// The rows of the prior approvals.
    #[must_use]
    pub fn approvals(&self) -> &[Approval] {
        match self.get(FieldId::PriorApprovals) {
            Some(Value::Approvals(rows)) => rows,
            _ => &[],
        }
    }

    /// Whether the field is asked for in this draft, and how strongly.
    #[must_use]
    pub fn need(&self, id: FieldId) -> Need {
        let field = id.field();
        let need = match self.filing_kind() {
            kind if !field.kinds.has(kind) => return Need::NotAsked,
            FilingKind::Change => change::need(self, id, (field.need)(self)),
            FilingKind::New => reuse::need(self, id, (field.need)(self)),
            FilingKind::Deregistration => (field.need)(self),
        };
        // What a reviewer asks for has a place, whatever else is said of it.
        if need < Need::Expected && reason::wants_papers(self, id) { Need::Expected } else { need }
    }

    /// Whether the field is asked for in this draft.
    #[must_use]
    pub fn asks(&self, id: FieldId) -> bool {
        self.need(id) != Need::NotAsked
    }

    /// Fields that are asked for, in order.
    pub fn asked(&self) -> impl Iterator<Item = FieldId> + '_ {
        table().iter().map(|field| field.id).filter(|id| self.asks(*id))
    }

    /// What it asks for. An unknown kind, which the rules report, is taken for a new filing: it asks for most.
    #[must_use]
    pub fn filing_kind(&self) -> FilingKind {
        FilingKind::from_word(self.text(FieldId::FilingKind)).unwrap_or(FilingKind::New)
    }

    /// The filing number: the one that was given to this filing, else the one on record; empty while there is none.
    #[must_use]
    pub fn number(&self) -> &str {
        History::of(self).number().unwrap_or_else(|| self.text(FieldId::RecordNumber))
    }

    /// What a field says, else what is known to be on record, without blanks around it: a deregistration asks for neither entity nor
    /// region. Empty for neither.
    #[must_use]
    pub fn known_text(&self, id: FieldId) -> &str {
        let recorded = || self.recorded(id).and_then(Value::as_text).unwrap_or_default().trim();
        Some(self.text(id).trim()).filter(|text| !text.is_empty()).unwrap_or_else(recorded)
    }

    /// The step in which a field is filled in: its own section, but for a deregistration, which is one form.
    #[must_use]
    pub fn section_of(&self, id: FieldId) -> Section {
        match (self.filing_kind(), id.field().section) {
            (FilingKind::Deregistration, section) if section != Section::Questions => Section::Deregistration,
            (_, section) => section,
        }
    }

    /// The fields that are asked for in a step, in order.
    pub fn asked_in(&self, section: Section) -> impl Iterator<Item = FieldId> + '_ {
        self.asked().filter(move |id| self.section_of(*id) == section)
    }

    /// Whether the subject is an individual (个人).
    #[must_use]
    pub fn is_individual(&self) -> bool {
        self.code(FieldId::SubjectNature) == Some(catalog::INDIVIDUAL)
    }

    /// Whether the owner's data are the owner's own. An individual is subject, responsible person and owner at once.
    #[must_use]
    pub fn owner_is_another(&self) -> bool {
        !self.is_individual() && !self.flag(FieldId::SameAsResponsiblePerson)
    }

    /// The kind of document that the role's person shows, where it is one of the list.
    #[must_use]
    pub fn document_kind(&self, role: Role) -> Option<&'static catalog::CertificateKind> {
        self.code(self.person_field(role, PersonField::CertificateKind))
            .and_then(catalog::certificate_kind)
            .filter(|kind| kind.person)
    }

    /// Whether all of the document that the role's person shows stands on one side; an identity card's does not.
    #[must_use]
    pub fn document_has_one_side(&self, role: Role) -> bool {
        self.document_kind(role).is_some_and(|kind| kind.paper().has_one_side())
    }

    /// The field that holds this of the role's person: the responsible person's own where the owner is the same person.
    #[must_use]
    pub fn person_field(&self, role: Role, part: PersonField) -> FieldId {
        match role {
            Role::Owner if self.owner_is_another() || part == PersonField::AuthorizationLetter => part.of(Role::Owner),
            _ => part.of(Role::ResponsiblePerson),
        }
    }

    /// Whether the owner is the legal person: as the responsible person, or by the same name and number.
    #[must_use]
    pub fn owner_is_legal_person(&self) -> bool {
        if !self.owner_is_another() {
            return self.is_individual() || self.flag(FieldId::IsLegalPerson);
        }
        let same = |own: FieldId, legal: FieldId| !self.text(own).is_empty() && self.text(own).trim() == self.text(legal).trim();
        !self.flag(FieldId::IsLegalPerson)
            && same(FieldId::OwnerName, FieldId::LegalPersonName)
            && same(FieldId::OwnerCertificateNumber, FieldId::LegalPersonNumber)
    }

    /// Every path of a file that is asked for: the field, the row of the prior approvals where it is one, and the path.
    #[must_use]
    pub fn files(&self) -> Vec<(FieldId, Option<usize>, &str)> {
        let mut files = Vec::new();
        for id in FieldId::ALL.iter().copied() {
            let paths = self.paths(id);
            let rows = if id == FieldId::PriorApprovals { self.approvals() } else { &[] };
            // Asked last: that there is nothing is said sooner than whether the field is asked for.
            if (paths.is_empty() && rows.is_empty()) || !self.asks(id) {
                continue;
            }
            files.extend(paths.into_iter().map(|path| (id, None, path)));
            let with_document =
                rows.iter().enumerate().filter(|(_, row)| !row.document.is_empty() && change::proves_approval(self, row));
            files.extend(with_document.map(|(n, row)| (id, Some(n), row.document.as_str())));
        }
        files
    }

    /// Every file that is asked for, as it is to be looked at: the subject's licence also for the code that is printed on it.
    pub fn scans(&self) -> impl Iterator<Item = Wanted<&str>> {
        self.scans_in(|_| true)
    }

    /// The same for some fields.
    pub fn scans_in(&self, is_meant: impl Fn(FieldId) -> bool) -> impl Iterator<Item = Wanted<&str>> {
        let files = self.files().into_iter().filter(move |(id, ..)| is_meant(*id));
        files.map(|(id, _, path)| Wanted { path, code: id == FieldId::SubjectCertificatePhoto })
    }

    /// The name people know the filing by: the mini-program's, else the subject's, which of an individual is the person's; may be empty.
    /// Whoever answers for an organisation gives it no name. A further mini-program of a subject on record has no name but its own: the
    /// subject's is that of the others, too.
    #[must_use]
    pub fn title(&self) -> &str {
        let names = [FieldId::MiniProgramName, FieldId::SubjectName, FieldId::ResponsiblePersonName];
        let own = match (reuses_subject(self), self.is_individual()) {
            (true, _) => 1,
            (false, true) => names.len(),
            (false, false) => 2,
        };
        names.into_iter().take(own).map(|id| self.text(id).trim()).find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The ids that may be chosen for a choice field, in the list's order. Certificates follow the subject's nature.
    #[must_use]
    pub fn options(&self, list: List) -> Vec<u32> {
        match list {
            List::Natures => catalog::natures().iter().map(|nature| nature.id).collect(),
            List::SubjectCertificates => {
                let nature = self.code(FieldId::SubjectNature).unwrap_or_default();
                catalog::certificate_kinds_for(nature).map(|kind| kind.id).collect()
            }
            List::PersonCertificates => catalog::certificate_kinds_for(catalog::INDIVIDUAL).map(|kind| kind.id).collect(),
            List::ServiceContents => catalog::service_groups()
                .iter()
                .flat_map(|group| catalog::service_contents_of(group.id))
                .map(|content| content.id)
                .collect(),
            List::DeregistrationReasons => list.ids(),
        }
    }
}

/// The kinds a filing can be of, as they stand in the draft.
pub const FILING_KINDS: [&str; 3] = ["new", "change", "deregister"];

/// The name of a kind of filing; what is none of the three gets the words for an unknown kind.
#[must_use]
pub fn kind_name(kind: &str) -> Text {
    match kind {
        "new" => Text::new("新增", "New"),
        "change" => Text::new("变更", "Change"),
        "deregister" => Text::new("注销", "Deregister"),
        _ => Text::new("未知类型", "Unknown type"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_a_warning_before_is_kept() {
        let said = |value: &str, reason: &str| Confirmation {
            rule: "mobile-unusual".into(),
            field: "owner.mobile".into(),
            value: value.into(),
            reason: reason.into(),
            date: chrono::NaiveDate::default(),
        };
        let mut draft = Draft::default();
        for (value, reason) in [("1", "在用"), ("2", "在用"), ("2", "试过"), ("1", "在用")] {
            draft.stand_by(said(value, reason));
        }
        let kept: Vec<_> = draft.confirmed.iter().map(|one| (one.value.as_str(), one.reason.as_str())).collect();
        assert_eq!(kept, [("2", "在用"), ("2", "试过"), ("1", "在用")]);
        draft.stand_by_no_more("mobile-unusual", "responsible_person.mobile");
        assert_eq!(draft.confirmed.len(), 3);
        draft.stand_by_no_more("mobile-unusual", "owner.mobile");
        assert!(draft.confirmed.is_empty());
    }

    #[test]
    fn kinds_of_filing_have_names() {
        for kind in FILING_KINDS {
            assert_ne!(kind_name(kind), kind_name("?"));
        }
    }
}
