//! The fields of the responsible person (主体负责人) and, where that is somebody else, of the legal person.

use super::console::{Page, Place};
use super::kind::Kind::{Flag, Text};
use super::kind::TextKind;
use super::person::{self, Role};
use super::record::{Field, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;

fields!(
    responsible_person,
    Section::ResponsiblePerson,
    IsLegalPerson = field("responsible_person.is_legal_person", Flag(Some(true)), when::required_of_unit)
        .label("法定代表人", "Is the legal rep.")
        .help(
            "主体负责人是否就是法定代表人；不是时须填法定代表人信息并附授权书，部分省份不接受授权。",
            "Whether the responsible person is the legal representative. If not, the legal representative's data and a letter are required, which some provinces do not accept.",
        ),
    LegalPersonName = field("subject.legal_person.name", Text(TextKind::PersonName), when::legal_person_is_another)
        .label("法定代表人姓名", "Legal rep.'s name")
        .help(
            "证件上的法定代表人姓名；与单位名称、统一社会信用代码和证件号码一起做四要素核验。",
            "The legal representative named on the licence; checked against the registry together with name, code and ID number.",
        )
        .example("李四")
        .sent("icp_subject.legal_person_info.name", 240)
        .console(Place::new(Page::ResponsiblePerson, 110)),
    LegalPersonNumber = field("subject.legal_person.number", Text(TextKind::CertificateNumber), when::legal_person_is_another)
        .label("法定代表人证件号", "Legal rep.'s ID number")
        .help(
            "法定代表人本人证件的号码；与姓名不符会导致四要素核验失败。",
            "The number on the legal representative's own ID document; if it does not fit the name, the registry check fails.",
        )
        .example("440305197006150002")
        .sent("icp_subject.legal_person_info.certificate_number", 250)
        .console(Place::new(Page::ResponsiblePerson, 120).called("法定代表人证件号码", "Legal rep.'s ID number")),
    ResponsiblePersonName = person::name("responsible_person.name", Role::ResponsiblePerson, when::required)
        .sent("icp_subject.principal_info.name", 130)
        .console(Place::new(Page::ResponsiblePerson, 10))
        .console_of_individual(Place::new(Page::Verification, 50).called("姓名", "Name")),
    ResponsiblePersonCertificateKind =
        person::certificate_kind("responsible_person.certificate.kind", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.certificate_type", 170)
        .console(Place::new(Page::ResponsiblePerson, 20))
        .console_of_individual(Place::new(Page::Verification, 30).filled_in()),
    ResponsiblePersonCertificateNumber =
        person::certificate_number("responsible_person.certificate.number", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.certificate_number", 180)
        .console(Place::new(Page::ResponsiblePerson, 50))
        .console_of_individual(Place::new(Page::Verification, 60)),
    ResponsiblePersonCertificateValidFrom =
        person::valid_from("responsible_person.certificate.valid_from", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.certificate_validity_date_start", 190)
        .console(Place::new(Page::ResponsiblePerson, 60)),
    ResponsiblePersonCertificateValidUntil =
        person::valid_until("responsible_person.certificate.valid_until", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.certificate_validity_date_end", 200)
        .console(Place::new(Page::ResponsiblePerson, 70)),
    ResponsiblePersonCertificateFront =
        person::front("responsible_person.certificate.front", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.certificate_photo_front", 210)
            .packed("主体负责人证件正面", "responsible-person-id-front")
            .gathered("主体负责人证件正面", "Responsible person, front")
        .console(Place::new(Page::ResponsiblePerson, 30))
        .console_of_individual(Place::new(Page::Verification, 40).called("上传证件（正面）", "ID front")),
    ResponsiblePersonCertificateBack =
        person::back("responsible_person.certificate.back", Role::ResponsiblePerson, when::back_of_responsible_person)
            .sent("icp_subject.principal_info.certificate_photo_back", 220)
            .packed("主体负责人证件背面", "responsible-person-id-back")
            .gathered("主体负责人证件背面", "Responsible person, back")
        .console(Place::new(Page::ResponsiblePerson, 40))
        .console_of_individual(Place::new(Page::Verification, 41).called("上传证件（背面）", "ID back")),
    ResponsiblePersonMobile = person::mobile("responsible_person.mobile", Role::ResponsiblePerson, when::required)
        .sent("icp_subject.principal_info.mobile", 140)
        .console(Place::new(Page::ResponsiblePerson, 80)),
    ResponsiblePersonEmergencyPhone =
        person::emergency_phone("responsible_person.emergency_phone", Role::ResponsiblePerson, when::required)
            .sent("icp_subject.principal_info.emergency_contact", 160)
        .console(Place::new(Page::ResponsiblePerson, 90).called("应急联系电话", "Emergency phone")),
    ResponsiblePersonEmail = person::email("responsible_person.email", Role::ResponsiblePerson, when::required)
        .sent("icp_subject.principal_info.email", 150)
        .console(Place::new(Page::ResponsiblePerson, 100).called("电子邮箱", "E-mail")),
    ResponsiblePersonAuthorizationLetter = person::authorization_letter(
        "responsible_person.authorization_letter",
        Role::ResponsiblePerson,
        when::legal_person_is_another
    )
    .sent("icp_subject.principal_info.authorization_letter", 230)
    .packed("主体负责人授权书", "responsible-person-authorization-letter")
    .gathered("主体负责人授权书", "Responsible person, letter")
        .console(Place::new(Page::ResponsiblePerson, 130).called("主体负责人授权书", "Letter of authorisation")),
);
