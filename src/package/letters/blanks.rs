//! What stands in the blanks of a letter.

use crate::catalog::Circumstance;
use crate::catalog::letter::Blank;
use crate::catalog::province::province;
use crate::catalog::{certificate_kind, service_path};
use crate::filing::circumstance::{Answer, Circumstances};
use crate::filing::{Draft, FieldId, PersonField, Role, Value};
use crate::identifiers::registration::Form;
use crate::text::{Lang, Text};

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
            Blank::SubjectNumberName => self.number_name(lang),
            Blank::LegalPersonTitle => self.legal_person_title().in_lang(lang).to_owned(),
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
            Blank::SubjectCertificate | Blank::SubjectNumberName if draft.is_individual() => {
                responsible(PersonField::CertificateKind)
            }
            Blank::SubjectCertificate | Blank::SubjectNumberName => Some(FieldId::SubjectCertificateKind),
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
            Blank::Role | Blank::Trades | Blank::OldName | Blank::LegalPersonTitle | Blank::Hand => None,
        }
    }

    /// What the number of the subject's certificate is called, by its kind and by the number itself: old licences have another one.
    fn number_name(&self, lang: Lang) -> String {
        const CREDIT_CODE: Text = Text::new("统一社会信用代码", "credit code");
        const REGISTRATION: Text = Text::new("注册号", "registration number");
        const ORGANISATION_CODE: Text = Text::new("组织机构代码", "organisation code");
        const OWN: Text = Text::new("{kind}号码", "{kind} no.");
        let kind = self.field(Blank::SubjectCertificate).and_then(|id| self.draft.code(id)).and_then(certificate_kind);
        let Some(kind) = kind else { return String::new() };
        let number = self.value(Blank::SubjectNumber, lang);
        let form = if kind.person { None } else { kind.registration().form(&number) };
        let name = match form {
            Some(Form::CreditCode) => CREDIT_CODE,
            Some(Form::RegistrationNumber) => REGISTRATION,
            Some(Form::OrganisationCode) => ORGANISATION_CODE,
            None => return OWN.with(lang, &[("kind", &bare(kind.name.in_lang(lang)))]),
        };
        name.in_lang(lang).to_owned()
    }

    /// What the legal person signs as. A licence of a sole trader has an operator.
    fn legal_person_title(&self) -> Text {
        let holds = |one| self.circumstances.answer(one);
        let is_one = holds(Circumstance::ResponsiblePersonIsAnother) == Answer::No;
        match (holds(Circumstance::SoleTrader) == Answer::Yes, is_one) {
            (false, false) => Text::new("法定代表人", "Legal representative"),
            (false, true) => Text::new("法定代表人兼主体负责人", "Legal representative and responsible person"),
            (true, false) => Text::new("经营者", "Operator"),
            (true, true) => Text::new("经营者兼主体负责人", "Operator and responsible person"),
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
