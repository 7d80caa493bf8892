//! The name of a field in a reviewer's or the platform's words (`key_name` of `audit_data[]`) → the field.

use super::recognise::role;
use crate::filing::field::table;
use crate::filing::{Draft, FieldId, PersonField, Section};

/// Names that are not labels of the table, the longest first where one holds another.
const NAMES: &[(&str, Named)] = &[
    ("证件正面", Named::Person(PersonField::Front)),
    ("证件背面", Named::Person(PersonField::Back)),
    ("证件反面", Named::Person(PersonField::Back)),
    ("人像面", Named::Person(PersonField::Front)),
    ("国徽面", Named::Person(PersonField::Back)),
    ("身份证号", Named::Person(PersonField::CertificateNumber)),
    ("证件号", Named::Person(PersonField::CertificateNumber)),
    ("主体证件号", Named::Field(FieldId::SubjectCertificateNumber)),
    ("营业执照号", Named::Field(FieldId::SubjectCertificateNumber)),
    ("有效期", Named::Person(PersonField::ValidUntil)),
    ("证件有效期", Named::Person(PersonField::ValidUntil)),
    ("身份证有效期", Named::Person(PersonField::ValidUntil)),
    ("到期日", Named::Person(PersonField::ValidUntil)),
    ("起始日", Named::Person(PersonField::ValidFrom)),
    ("有效期起", Named::Person(PersonField::ValidFrom)),
    ("执照有效期", Named::Field(FieldId::SubjectCertificateValidUntil)),
    ("营业执照有效期", Named::Field(FieldId::SubjectCertificateValidUntil)),
    ("主体证件有效期", Named::Field(FieldId::SubjectCertificateValidUntil)),
    ("法定代表人姓名", Named::Field(FieldId::LegalPersonName)),
    ("法人姓名", Named::Field(FieldId::LegalPersonName)),
    ("法定代表人证件", Named::Field(FieldId::LegalPersonNumber)),
    ("法人证件号", Named::Field(FieldId::LegalPersonNumber)),
    ("备案地区", Named::Field(FieldId::SubjectRegion)),
    ("负责人电话", Named::Person(PersonField::Mobile)),
    ("应急联系", Named::Person(PersonField::EmergencyPhone)),
    ("应急电话", Named::Person(PersonField::EmergencyPhone)),
    ("紧急联系", Named::Person(PersonField::EmergencyPhone)),
    ("手机号", Named::Person(PersonField::Mobile)),
    ("联系方式", Named::Person(PersonField::Mobile)),
    ("联系电话", Named::Person(PersonField::Mobile)),
    ("电子邮箱", Named::Person(PersonField::Email)),
    ("电子邮件", Named::Person(PersonField::Email)),
    ("邮箱", Named::Person(PersonField::Email)),
    ("授权书", Named::Person(PersonField::AuthorizationLetter)),
    ("负责人姓名", Named::Person(PersonField::Name)),
    ("统一社会信用代码", Named::Field(FieldId::SubjectCertificateNumber)),
    ("营业执照", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("证件住所", Named::Field(FieldId::SubjectCertificateAddress)),
    ("单位名称", Named::Field(FieldId::SubjectName)),
    ("主办者名称", Named::Field(FieldId::SubjectName)),
    ("主体名称", Named::Field(FieldId::SubjectName)),
    ("主办单位", Named::Field(FieldId::SubjectName)),
    ("主体备注", Named::Field(FieldId::SubjectRemark)),
    ("通讯地址", Named::Field(FieldId::SubjectAddress)),
    ("通信地址", Named::Field(FieldId::SubjectAddress)),
    ("小程序名称", Named::Field(FieldId::MiniProgramName)),
    ("服务名称", Named::Field(FieldId::MiniProgramName)),
    ("服务内容", Named::Field(FieldId::ServiceContents)),
    ("服务类型", Named::Field(FieldId::ServiceContents)),
    ("前置审批", Named::Field(FieldId::PriorApprovals)),
    ("备注", Named::Field(FieldId::MiniProgramRemark)),
    ("居住证", Named::Field(FieldId::SubjectResidencePermit)),
    ("人脸", Named::Field(FieldId::FaceCheckPassedAt)),
];

/// The same in English, in small letters, besides the labels of the table.
const ENGLISH: &[(&str, Named)] = &[
    ("back of the id", Named::Person(PersonField::Back)),
    ("back of id", Named::Person(PersonField::Back)),
    ("back side", Named::Person(PersonField::Back)),
    ("emblem side", Named::Person(PersonField::Back)),
    ("front of the id", Named::Person(PersonField::Front)),
    ("front of id", Named::Person(PersonField::Front)),
    ("front side", Named::Person(PersonField::Front)),
    ("portrait side", Named::Person(PersonField::Front)),
    ("id card photo", Named::Person(PersonField::Front)),
    ("id photo", Named::Person(PersonField::Front)),
    ("photo of the id", Named::Person(PersonField::Front)),
    ("start date", Named::Person(PersonField::ValidFrom)),
    ("validity start", Named::Person(PersonField::ValidFrom)),
    ("validity period", Named::Person(PersonField::ValidUntil)),
    ("period of validity", Named::Person(PersonField::ValidUntil)),
    ("validity date", Named::Person(PersonField::ValidUntil)),
    ("expiry date", Named::Person(PersonField::ValidUntil)),
    ("expiration date", Named::Person(PersonField::ValidUntil)),
    ("validity of the licence", Named::Field(FieldId::SubjectCertificateValidUntil)),
    ("validity of the license", Named::Field(FieldId::SubjectCertificateValidUntil)),
    ("postal address", Named::Field(FieldId::SubjectAddress)),
    ("address on the licence", Named::Field(FieldId::SubjectCertificateAddress)),
    ("address on the license", Named::Field(FieldId::SubjectCertificateAddress)),
    ("address on the certificate", Named::Field(FieldId::SubjectCertificateAddress)),
    ("id number", Named::Person(PersonField::CertificateNumber)),
    ("id card number", Named::Person(PersonField::CertificateNumber)),
    ("emergency number", Named::Person(PersonField::EmergencyPhone)),
    ("emergency contact", Named::Person(PersonField::EmergencyPhone)),
    ("mobile", Named::Person(PersonField::Mobile)),
    ("phone number", Named::Person(PersonField::Mobile)),
    ("phone", Named::Person(PersonField::Mobile)),
    ("email", Named::Person(PersonField::Email)),
    ("mail address", Named::Person(PersonField::Email)),
    ("authorization letter", Named::Person(PersonField::AuthorizationLetter)),
    ("letter of authorisation", Named::Person(PersonField::AuthorizationLetter)),
    ("letter of authorization", Named::Person(PersonField::AuthorizationLetter)),
    ("name of the responsible person", Named::Person(PersonField::Name)),
    ("responsible person's name", Named::Person(PersonField::Name)),
    ("credit code", Named::Field(FieldId::SubjectCertificateNumber)),
    ("licence no", Named::Field(FieldId::SubjectCertificateNumber)),
    ("license no", Named::Field(FieldId::SubjectCertificateNumber)),
    ("licence number", Named::Field(FieldId::SubjectCertificateNumber)),
    ("license number", Named::Field(FieldId::SubjectCertificateNumber)),
    ("licence photo", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("photo of the licence", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("photo of the license", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("license photo", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("region", Named::Field(FieldId::SubjectRegion)),
    ("business licence", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("business license", Named::Field(FieldId::SubjectCertificatePhoto)),
    ("certificate address", Named::Field(FieldId::SubjectCertificateAddress)),
    ("registered address", Named::Field(FieldId::SubjectCertificateAddress)),
    ("entity name", Named::Field(FieldId::SubjectName)),
    ("name of the entity", Named::Field(FieldId::SubjectName)),
    ("company name", Named::Field(FieldId::SubjectName)),
    ("entity remark", Named::Field(FieldId::SubjectRemark)),
    ("mailing address", Named::Field(FieldId::SubjectAddress)),
    ("correspondence address", Named::Field(FieldId::SubjectAddress)),
    ("mini program name", Named::Field(FieldId::MiniProgramName)),
    ("mini-program's name", Named::Field(FieldId::MiniProgramName)),
    ("name of the mini-program", Named::Field(FieldId::MiniProgramName)),
    ("service content", Named::Field(FieldId::ServiceContents)),
    ("mini-program category", Named::Field(FieldId::ServiceContents)),
    ("service category", Named::Field(FieldId::ServiceContents)),
    ("prior approval", Named::Field(FieldId::PriorApprovals)),
    ("remark", Named::Field(FieldId::MiniProgramRemark)),
    ("residence permit", Named::Field(FieldId::SubjectResidencePermit)),
    ("face check", Named::Field(FieldId::FaceCheckPassedAt)),
];

#[derive(Debug, Clone, Copy)]
enum Named {
    Field(FieldId),
    Person(PersonField),
}

/// The field that a name stands for, or that a text names first. `None` where none is named.
#[must_use]
pub fn field(text: &str, draft: &Draft) -> Option<FieldId> {
    exact(text, draft).or_else(|| within(text, draft))
}

/// The field whose full label, or only label, this is.
fn exact(name: &str, draft: &Draft) -> Option<FieldId> {
    let full = table().iter().find(|field| {
        let (section, label) = (field.section.label().zh, field.label.zh);
        name == label && PersonField::find(field.id).is_none() || name.strip_prefix(section) == Some(label)
    })?;
    Some(match PersonField::find(full.id) {
        Some((role, part)) => draft.person_field(role, part),
        None => full.id,
    })
}

/// The field that an English text names first: by its label, where that is more than one word and says which it is, or as people call it.
#[must_use]
pub fn english(text: &str, draft: &Draft) -> Option<FieldId> {
    let lower = text.to_ascii_lowercase();
    let place = |name: &str| {
        let starts = lower.match_indices(name).map(|(at, _)| at);
        starts
            .into_iter()
            .find(|at| !lower.get(..*at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric())))
    };
    let of_table = table().iter().filter(|field| field.section != Section::Questions).filter_map(|field| {
        let label = field.label.en.to_ascii_lowercase();
        let says_which = label.contains([' ', '-']) && label != "valid until" && label != "valid from";
        let at = place(&label).filter(|_| says_which)?;
        let named = PersonField::find(field.id).map_or(Named::Field(field.id), |(_, part)| Named::Person(part));
        Some((at, label.len(), named))
    });
    let called = ENGLISH.iter().filter_map(|(name, named)| Some((place(name)?, name.len(), *named)));
    let (_, _, named) = of_table.chain(called).min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)))?;
    Some(match named {
        Named::Field(field) => field,
        Named::Person(part) => draft.person_field(role(text), part),
    })
}

fn within(text: &str, draft: &Draft) -> Option<FieldId> {
    let found = NAMES.iter().filter_map(|(name, named)| Some((text.find(name)?, std::cmp::Reverse(name.len()), named)));
    let (_, _, named) = found.min_by_key(|(at, length, _)| (*at, *length))?;
    Some(match named {
        // The entity of an individual is the person, whose number the police know.
        Named::Field(FieldId::SubjectCertificateNumber) if draft.is_individual() || text.contains("公安") => {
            draft.person_field(role(text), PersonField::CertificateNumber)
        }
        Named::Field(FieldId::SubjectCertificateValidUntil) if draft.is_individual() => {
            draft.person_field(role(text), PersonField::ValidUntil)
        }
        Named::Field(field) => *field,
        Named::Person(part) => draft.person_field(role(text), *part),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_names_of_fields_are_understood() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
        for (name, field) in [
            ("ID back is blurred", Some(FieldId::ResponsiblePersonCertificateBack)),
            ("the back of the ID of the mini-program contact", Some(FieldId::OwnerCertificateBack)),
            ("Remark on entity is vague", Some(FieldId::SubjectRemark)),
            ("53011 remark too short", Some(FieldId::MiniProgramRemark)),
            ("E-mail bounces", Some(FieldId::ResponsiblePersonEmail)),
            ("Postal address lacks the number", Some(FieldId::SubjectAddress)),
            ("Mini-program name is taken", Some(FieldId::MiniProgramName)),
            ("the microphone does not work", None),
            ("it is valid until May", None),
            ("", None),
        ] {
            assert_eq!(english(name, &draft), field, "{name}");
        }
    }

    #[test]
    fn names_of_fields_are_understood() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
        for (name, field) in [
            ("通讯地址", Some(FieldId::SubjectAddress)),
            ("小程序备注", Some(FieldId::MiniProgramRemark)),
            ("小程序负责人证件背面", Some(FieldId::OwnerCertificateBack)),
            ("主体负责人手机号码", Some(FieldId::ResponsiblePersonMobile)),
            ("小程序负责人手机号码", Some(FieldId::OwnerMobile)),
            ("主体负责人应急联系方式", Some(FieldId::ResponsiblePersonEmergencyPhone)),
            ("营业执照照片", Some(FieldId::SubjectCertificatePhoto)),
            ("天气", None),
            ("", None),
        ] {
            assert_eq!(super::field(name, &draft), field, "{name}");
        }
        assert_eq!(super::field("小程序负责人手机号码", &Draft::new(5)), Some(FieldId::ResponsiblePersonMobile), "one person");
    }
}
