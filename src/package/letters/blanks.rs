//! What stands in the blanks of a letter.

use crate::catalog::letter::Blank;
use crate::catalog::province::province;
use crate::catalog::{certificate_kind, service_path};
use crate::filing::circumstance::Circumstances;
use crate::filing::{Draft, FieldId, PersonField, Role, Value};
use crate::text::Lang;

/// A draft as the source of what a letter says.
pub struct Blanks<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What holds of it.
    pub circumstances: Circumstances<'a>,
    /// Whom the letter is about.
    pub role: Role,
}

impl Blanks<'_> {
    /// What stands in a blank; empty where the draft does not have it.
    pub fn value(&self, blank: Blank, lang: Lang) -> String {
        match blank {
            Blank::Hand => String::new(),
            Blank::Province => {
                province(self.draft.text(FieldId::SubjectRegion)).map(|row| row.name.to_owned()).unwrap_or_default()
            }
            Blank::Role => self.role.title().in_lang(lang).to_owned(),
            Blank::Contents => {
                let names =
                    self.draft.codes(FieldId::ServiceContents).iter().filter_map(|id| service_path(*id, lang == Lang::Zh));
                // The names have 、 inside.
                names.collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " })
            }
            Blank::Trades => {
                let trades = self.circumstances.suggested_trades();
                trades.iter().map(|trade| trade.name.in_lang(lang)).collect::<Vec<_>>().join(join(lang))
            }
            Blank::OldName => self.old_name(),
            Blank::Number => self.draft.number().trim().to_owned(),
            Blank::SubjectCertificate | Blank::PersonCertificate | Blank::OwnerCertificate => {
                let code = self.field(blank).and_then(|id| self.draft.code(id));
                code.and_then(certificate_kind).map(|kind| bare(kind.name.in_lang(lang)).to_owned()).unwrap_or_default()
            }
            _ => self.field(blank).map(|id| self.draft.text(id).trim().to_owned()).unwrap_or_default(),
        }
    }

    /// The field that fills a blank; `None` where it is no single one.
    pub fn field(&self, blank: Blank) -> Option<FieldId> {
        let draft = self.draft;
        let person = |role, part| Some(draft.person_field(role, part));
        let responsible = |part: PersonField| Some(part.of(Role::ResponsiblePerson));
        let is_legal_person = draft.flag(FieldId::IsLegalPerson);
        match blank {
            Blank::Subject if draft.is_individual() => responsible(PersonField::Name),
            Blank::Subject => Some(FieldId::SubjectName),
            Blank::SubjectCertificate if draft.is_individual() => responsible(PersonField::CertificateKind),
            Blank::SubjectCertificate => Some(FieldId::SubjectCertificateKind),
            Blank::SubjectNumber if draft.is_individual() => responsible(PersonField::CertificateNumber),
            Blank::SubjectNumber => Some(FieldId::SubjectCertificateNumber),
            Blank::Province => Some(FieldId::SubjectRegion),
            Blank::MiniProgram => Some(FieldId::MiniProgramName),
            Blank::AppId => Some(FieldId::AppId),
            Blank::Contents => Some(FieldId::ServiceContents),
            Blank::Remark => Some(FieldId::MiniProgramRemark),
            Blank::Person => person(self.role, PersonField::Name),
            Blank::PersonCertificate => person(self.role, PersonField::CertificateKind),
            Blank::PersonNumber => person(self.role, PersonField::CertificateNumber),
            Blank::ResponsiblePerson => responsible(PersonField::Name),
            Blank::LegalPerson if is_legal_person => responsible(PersonField::Name),
            Blank::LegalPerson => Some(FieldId::LegalPersonName),
            Blank::LegalPersonNumber if is_legal_person => responsible(PersonField::CertificateNumber),
            Blank::LegalPersonNumber => Some(FieldId::LegalPersonNumber),
            Blank::Owner => person(Role::Owner, PersonField::Name),
            Blank::OwnerCertificate => person(Role::Owner, PersonField::CertificateKind),
            Blank::OwnerNumber => person(Role::Owner, PersonField::CertificateNumber),
            Blank::OwnerMobile => person(Role::Owner, PersonField::Mobile),
            Blank::Number => Some(FieldId::RecordNumber),
            Blank::Role | Blank::Trades | Blank::OldName | Blank::Hand => None,
        }
    }

    /// The name on record, where another one takes its place.
    fn old_name(&self) -> String {
        let old = self.draft.recorded(FieldId::SubjectName).and_then(Value::as_text).unwrap_or_default().trim();
        if old == self.draft.text(FieldId::SubjectName).trim() { String::new() } else { old.to_owned() }
    }
}

/// A certificate's name without what the platform's list says about it in brackets: 营业执照（个人或企业）.
fn bare(name: &str) -> &str {
    name.split(['（', '(']).next().unwrap_or(name).trim_end()
}

/// How names are joined.
const fn join(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    }
}
