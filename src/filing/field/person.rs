//! What is asked of both people, in the same words.
//!
//! A record of a person names its path, whose it is and when it is asked for; the rest stands here.

use super::FieldId;
use super::kind::Kind::{Choice, Date, Picture, Text};
use super::kind::{List, TextKind};
use super::record::{NeedOf, Record, field};
use crate::scan::Limits;
use crate::text::text;

/// The two people of a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// 主体负责人.
    ResponsiblePerson,
    /// 小程序负责人.
    Owner,
}

impl Role {
    /// Both, in the order in which they are asked for.
    pub const BOTH: [Self; 2] = [Self::ResponsiblePerson, Self::Owner];

    /// Who that is, as a sentence has it.
    #[must_use]
    pub const fn title(self) -> crate::text::Text {
        match self {
            Self::ResponsiblePerson => text("主体负责人", "responsible person"),
            Self::Owner => text("小程序负责人", "mini-program contact"),
        }
    }
}

/// What is asked of a person; the same for both roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum PersonField {
    Name,
    CertificateKind,
    CertificateNumber,
    ValidFrom,
    ValidUntil,
    Front,
    Back,
    Mobile,
    EmergencyPhone,
    Email,
    AuthorizationLetter,
}

impl PersonField {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::CertificateKind,
        Self::CertificateNumber,
        Self::ValidFrom,
        Self::ValidUntil,
        Self::Front,
        Self::Back,
        Self::Mobile,
        Self::EmergencyPhone,
        Self::Email,
        Self::AuthorizationLetter,
    ];

    /// The field of this person.
    #[must_use]
    pub const fn of(self, role: Role) -> FieldId {
        FIELDS[role as usize][self as usize]
    }

    /// The field of the responsible person and that of the owner.
    #[must_use]
    pub const fn of_both(self) -> [FieldId; 2] {
        [self.of(Role::ResponsiblePerson), self.of(Role::Owner)]
    }

    /// Which person's field this is, if it is a person's.
    #[must_use]
    pub const fn find(id: FieldId) -> Option<(Role, Self)> {
        id.field().person
    }
}

/// The fields of both people, by role and part: read from the table, so that a part which one of them lacks fails the build.
static FIELDS: [[FieldId; PersonField::ALL.len()]; Role::BOTH.len()] = {
    let mut fields = [[FieldId::ALL[0]; PersonField::ALL.len()]; Role::BOTH.len()];
    let (mut at, mut found) = (0, 0);
    while at < FieldId::ALL.len() {
        if let Some((role, part)) = FieldId::ALL[at].field().person {
            fields[role as usize][part as usize] = FieldId::ALL[at];
            found += 1;
        }
        at += 1;
    }
    assert!(found == PersonField::ALL.len() * Role::BOTH.len(), "both people are asked the same, once each");
    fields
};

pub(super) const fn name(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Text(TextKind::PersonName), need)
        .label("姓名", "Name")
        .help(
            "与证件上的姓名一字不差，少数民族姓名和外文译名中的「·」也要照写。",
            "Exactly as on the ID document, the middle dot included.",
        )
        .example("张三")
        .asked_of(role, PersonField::Name)
}

pub(super) const fn certificate_kind(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Choice(List::PersonCertificates), need)
        .label("证件类型", "ID type")
        .help(
            "负责人用哪种证件备案；内地居民一般须用居民身份证，不能用临时身份证。",
            "The ID document this person files with; mainland residents use the resident ID card, never a temporary one.",
        )
        .asked_of(role, PersonField::CertificateKind)
}

pub(super) const fn certificate_number(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Text(TextKind::CertificateNumber), need)
        .label("证件号码", "ID number")
        .help(
            "证件上的号码；会与公安数据比对，短信核验时还要输入后六位。居民身份证 18 位，末位可为 X。",
            "The number on the ID document. It is compared with police data, and its last six characters are asked for in the SMS verification. Resident ID cards have 18 characters; the last may be X.",
        )
        .example("110105199001010002")
        .asked_of(role, PersonField::CertificateNumber)
}

pub(super) const fn valid_from(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Date(false), need)
        .label("有效期自", "Valid from")
        .help(
            "证件有效期的起始日，居民身份证印在国徽面；须与证件照片一致。",
            "First day of validity, printed on the emblem side of a resident ID card; must agree with the picture.",
        )
        .example("2016-08-15")
        .asked_of(role, PersonField::ValidFrom)
}

pub(super) const fn valid_until(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Date(true), need)
        .label("有效期至", "Valid until")
        .help(
            "证件有效期的截止日，没有截止日的填「长期」；提交当天的剩余有效期须多于三个月，宁夏六个月。",
            "Last day of validity, or \"no end\" (长期). More than three months must be left on the day of submission, six in Ningxia.",
        )
        .example("2036-08-15")
        .asked_of(role, PersonField::ValidUntil)
}

pub(super) const fn front(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Picture, need)
        .label("证件正面", "ID front")
        .help(
            "居民身份证为人像面。原件的彩色照片或扫描件，四角完整、无反光；JPG 或 PNG，不超过 2 MB，不小于 720×1280 像素。",
            "The portrait side of a resident ID card. A colour picture of the original, all corners visible, no glare; JPG or \
             PNG, at most 2 MB, at least 720×1280 pixels.",
        )
        .example("scans/id-front.jpg")
        .scans(&Limits::CERTIFICATE)
        .asked_of(role, PersonField::Front)
}

pub(super) const fn back(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Picture, need)
        .label("证件背面", "ID back")
        .help(
            "居民身份证为国徽面，要求与正面相同；护照、通行证只交一面，可以留空。",
            "The emblem side of a resident ID card, of the same quality as the front. Passports and travel permits show one side: leave it empty.",
        )
        .example("scans/id-back.jpg")
        .scans(&Limits::CERTIFICATE)
        .asked_of(role, PersonField::Back)
}

pub(super) const fn mobile(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Text(TextKind::Phone), need)
        .label("手机号码", "Mobile number")
        .help(
            "负责人本人在用的手机号码，审核人员会打来，核验短信也发到这里；不同的人不能用同一个号码。",
            "The person's own phone in use: reviewers call it and the SMS code goes there. Two people cannot share a number.",
        )
        .example("13012344321")
        .digits(11)
        .asked_of(role, PersonField::Mobile)
}

pub(super) const fn emergency_phone(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Text(TextKind::Phone), need)
        .label("应急联系电话", "Emergency phone")
        .help(
            "联系不上负责人时拨打的另一个手机号码；不能与负责人的手机号码相同，不会收到验证码。",
            "Another mobile number, called when this person cannot be reached. Must differ from the person's own; never gets \
             a code.",
        )
        .example("17743211234")
        .digits(11)
        .asked_of(role, PersonField::EmergencyPhone)
}

pub(super) const fn email(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Text(TextKind::Mail), need)
        .label("电子邮箱", "E-mail")
        .help(
            "负责人本人常用的邮箱，审核结果会发到这里；主体和小程序各有负责人时，两人不要用同一个邮箱。",
            "A mailbox this person reads: results of the review go there. Where two people are in charge, each has their own.",
        )
        .example("zhangsan@example.com")
        .asked_of(role, PersonField::Email)
}

pub(super) const fn authorization_letter(path: &'static str, role: Role, need: NeedOf) -> Record {
    field(path, Picture, need)
        .label("负责人授权书", "Authorisation letter")
        .help(
            "负责人不是法定代表人时需要：法定代表人签字、单位盖公章的授权书照片，两位负责人各一份。",
            "Required when this person is not the legal representative: a picture of the letter, signed by the legal representative and sealed. One for each of the two people.",
        )
        .example("scans/authorisation.jpg")
        .scans(&Limits::PICTURE)
        .signed()
        .asked_of(role, PersonField::AuthorizationLetter)
}
