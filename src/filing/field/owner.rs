//! The fields of the mini-program's owner (小程序负责人), and of the face check.

use super::console::{Page, Place};
use super::kind::Kind::{Flag, Text, Time};
use super::kind::TextKind;
use super::person::{self, Role};
use super::record::{Field, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;

fields!(
    owner,
    Section::Owner,
    SameAsResponsiblePerson = field("owner.same_as_responsible_person", Flag(Some(true)), when::required_of_unit)
        .label("同主体负责人", "Same person")
        .help(
            "小程序负责人是否就是主体负责人；小程序负责人须是小程序管理员，并由本人做人脸核身。",
            "Whether the mini-program contact is the responsible person. The contact must be the mini-program's administrator and does the face check.",
        )
        .console(Place::new(Page::Owner, 10)),
    OwnerName = person::name("owner.name", Role::Owner, when::owner_is_another).sent("icp_applets.principal_info.name", 290)
        .console(Place::new(Page::Owner, 20)),
    OwnerCertificateKind = person::certificate_kind("owner.certificate.kind", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.certificate_type", 330)
        .console(Place::new(Page::Owner, 30)),
    OwnerCertificateNumber = person::certificate_number("owner.certificate.number", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.certificate_number", 340)
        .console(Place::new(Page::Owner, 60)),
    OwnerCertificateValidFrom = person::valid_from("owner.certificate.valid_from", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.certificate_validity_date_start", 350)
        .console(Place::new(Page::Owner, 70)),
    OwnerCertificateValidUntil = person::valid_until("owner.certificate.valid_until", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.certificate_validity_date_end", 360)
        .console(Place::new(Page::Owner, 80)),
    OwnerCertificateFront = person::front("owner.certificate.front", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.certificate_photo_front", 370)
        .packed("小程序负责人证件正面", "owner-id-front")
        .gathered("小程序负责人证件正面", "Contact, front")
        .console(Place::new(Page::Owner, 40)),
    OwnerCertificateBack = person::back("owner.certificate.back", Role::Owner, when::back_of_owner)
        .sent("icp_applets.principal_info.certificate_photo_back", 380)
        .packed("小程序负责人证件背面", "owner-id-back")
        .gathered("小程序负责人证件背面", "Contact, back")
        .console(Place::new(Page::Owner, 50)),
    OwnerMobile =
        person::mobile("owner.mobile", Role::Owner, when::owner_is_another).sent("icp_applets.principal_info.mobile", 300)
        .console(Place::new(Page::Owner, 90)),
    OwnerEmergencyPhone = person::emergency_phone("owner.emergency_phone", Role::Owner, when::owner_is_another)
        .sent("icp_applets.principal_info.emergency_contact", 320)
        .console(Place::new(Page::Owner, 100).called("应急联系电话", "Emergency phone")),
    OwnerEmail = person::email("owner.email", Role::Owner, when::owner_is_another).sent("icp_applets.principal_info.email", 310)
        .console(Place::new(Page::Owner, 110).called("电子邮箱", "E-mail")),
    OwnerAuthorizationLetter =
        person::authorization_letter("owner.authorization_letter", Role::Owner, when::owner_is_not_legal_person)
            .sent("icp_applets.principal_info.authorization_letter", 390)
            .packed("小程序负责人授权书", "owner-authorization-letter")
            .gathered("小程序负责人授权书", "Contact, letter")
        .console(Place::new(Page::Owner, 130).called("小程序负责人授权书", "Letter of authorisation")),
    OwnerAdministrator = field("owner.administrator", Text(TextKind::PersonName), when::optional)
        .label("管理员姓名", "Administrator's name")
        .help(
            "微信公众平台「成员管理」里管理员的姓名；不会提交，用来核对小程序负责人就是管理员。",
            "The administrator as the console shows it. Not sent; compared with the mini-program contact, who must be the same person.",
        )
        .example("张三"),
    FaceCheckTask = field("owner.face_check.task_id", Text(TextKind::Token), when::optional)
        .label("人脸核身任务", "Face check task")
        .help(
            "人脸核身任务的编号（task_id），由服务商通过接口提交时才需要；自发起之时起 3 天内有效，其他都备好后再做。",
            "The task_id of the face check, required only when a provider submits through the interface. Valid for 3 days: do it last.",
        )
        .sent("icp_applets.principal_info.verify_task_id", 400),
    FaceCheckStartedAt = field("owner.face_check.started_at", Time, when::optional)
        .label("核身发起时间", "Face check started at")
        .help(
            "发起人脸核身、通知发到管理员微信的时间（北京时间）；从这时起通知 24 小时、核身 3 天内有效。",
            "When the check was started and its notice sent (China time): the notice is valid for 24 hours from then, the check for 3 days.",
        )
        .example("2026-11-23 10:30"),
    FaceCheckPassedAt = field("owner.face_check.passed_at", Time, when::optional)
        .label("核身通过时间", "Face check passed at")
        .help(
            "小程序负责人通过人脸核身的时间，如 2026-11-23 10:42（北京时间）；用来提醒 3 天的有效期。",
            "When the mini-program contact passed the face check, such as 2026-11-23 10:42 (China time); used to watch its 3 days.",
        )
        .example("2026-11-23 10:42"),
);
