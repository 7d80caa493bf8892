//! The words of the field table: labels, help and examples.
//!
//! `words` matches every field, so a field without words does not compile. What is asked of a person has the same words for
//! both roles. All examples are invented.

use super::{Lang, Text};
use crate::filing::{FieldId, Section};
use crate::rules::Column;

mod material;
mod mini_program;
mod question;
mod subject;

struct Words {
    label: Text,
    help: Text,
    example: &'static str,
}

/// The short name of a field: 2 to 8 Chinese characters, or at most 24 columns of English.
#[must_use]
pub fn label(id: FieldId) -> Text {
    words(id).label
}

/// What belongs into a field, what the reviewer does with it, and its limit, in one or two sentences.
#[must_use]
pub fn help(id: FieldId) -> Text {
    words(id).help
}

/// An invented value as it would be typed; empty where none helps.
#[must_use]
pub fn example(id: FieldId) -> &'static str {
    words(id).example
}

/// The label with its section before it, for places where the section does not show: `主体负责人 · 手机号码`.
#[must_use]
pub fn full_label(lang: Lang, id: FieldId) -> String {
    let (section, label) = (section(id.field().section).in_lang(lang), label(id).in_lang(lang));
    if section == label { label.to_owned() } else { format!("{section} · {label}") }
}

/// The name of a section, which is also the name of its step.
#[must_use]
pub const fn section(section: Section) -> Text {
    match section {
        Section::Subject => Text::new("主体", "Subject"),
        Section::ResponsiblePerson => Text::new("主体负责人", "Responsible person"),
        Section::MiniProgram => Text::new("小程序", "Mini-program"),
        Section::Owner => Text::new("小程序负责人", "Owner"),
        Section::Materials => Text::new("材料", "Materials"),
        Section::Questions => Text::new("须本人回答", "Questions"),
    }
}

/// The head of a column of the prior approvals.
#[must_use]
pub const fn column(column: Column) -> Text {
    match column {
        Column::Kind => Text::new("审批类型", "Approval"),
        Column::Number => Text::new("审批号", "Number"),
        Column::Document => Text::new("审批文件", "Document"),
    }
}

/// The name of a kind of filing; what is none of the three gets the words for an unknown kind.
#[must_use]
pub fn kind_name(kind: &str) -> Text {
    match kind {
        "new" => Text::new("新增", "New"),
        "change" => Text::new("变更", "Change"),
        "deregister" => Text::new("注销", "Deregister"),
        _ => Text::new("未知类型", "Unknown kind"),
    }
}

const fn says(label: (&'static str, &'static str), help: (&'static str, &'static str), example: &'static str) -> Words {
    Words { label: Text::new(label.0, label.1), help: Text::new(help.0, help.1), example }
}

fn words(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::FilingKind
        | F::Published
        | F::SubjectNature
        | F::SubjectRegion
        | F::SubjectName
        | F::SubjectCertificateKind
        | F::SubjectCertificateNumber
        | F::SubjectCertificateAddress
        | F::SubjectBusinessScope
        | F::SubjectCertificateValidUntil
        | F::SubjectCertificatePhoto
        | F::SubjectAddress
        | F::SubjectResidencePermit
        | F::SubjectRemark
        | F::IsLegalPerson
        | F::LegalPersonName
        | F::LegalPersonNumber => subject::words(id),
        F::ResponsiblePersonName | F::OwnerName => says(
            ("姓名", "Name"),
            (
                "与证件上的姓名一字不差，少数民族姓名和外文译名中的「·」也要照写。",
                "Exactly as on the certificate, the middle dot included.",
            ),
            "张三",
        ),
        F::ResponsiblePersonCertificateKind | F::OwnerCertificateKind => says(
            ("证件类型", "Certificate kind"),
            (
                "负责人用哪种证件备案；内地居民一般须用居民身份证，不能用临时身份证。",
                "The certificate this person files with; mainland residents use the identity card, never a temporary one.",
            ),
            "",
        ),
        F::ResponsiblePersonCertificateNumber | F::OwnerCertificateNumber => says(
            ("证件号码", "Certificate number"),
            (
                "证件上的号码；会与公安数据比对，短信核验时还要输入后六位。居民身份证 18 位，末位可为 X。",
                "The number on the certificate. It is compared with police data, and its last six characters are asked in the SMS \
                 check. Identity cards have 18, the last may be X.",
            ),
            "110105199001010002",
        ),
        F::ResponsiblePersonCertificateValidFrom | F::OwnerCertificateValidFrom => says(
            ("有效期自", "Valid from"),
            (
                "证件有效期的起始日，居民身份证印在国徽面；须与证件照片一致。",
                "First day of validity, printed on the emblem side of an identity card; must agree with the picture.",
            ),
            "2016-08-15",
        ),
        F::ResponsiblePersonCertificateValidUntil | F::OwnerCertificateValidUntil => says(
            ("有效期至", "Valid until"),
            (
                "证件有效期的截止日，没有截止日的填「长期」；剩余有效期须多于一个月，部分省份要求三个月。",
                "Last day of validity, or \"no end\" (长期). More than one month must be left, three in some provinces.",
            ),
            "2036-08-15",
        ),
        F::ResponsiblePersonCertificateFront | F::OwnerCertificateFront => says(
            ("证件正面", "Certificate front"),
            (
                "居民身份证为人像面。原件的彩色照片或扫描件，四角完整、无反光；JPG 或 PNG，不超过 2 MB，不小于 720×1280 像素。",
                "The portrait side of an identity card. A colour picture of the original, all corners visible, no glare; JPG or PNG, \
                 at most 2 MB, at least 720×1280 pixels.",
            ),
            "scans/id-front.jpg",
        ),
        F::ResponsiblePersonCertificateBack | F::OwnerCertificateBack => says(
            ("证件背面", "Certificate back"),
            (
                "居民身份证为国徽面，要求与正面相同；护照等只有一页的证件，再附一次同一张图片。",
                "The emblem side of an identity card, as good as the front. For a one-page document such as a passport give the same \
                 picture again.",
            ),
            "scans/id-back.jpg",
        ),
        F::ResponsiblePersonMobile | F::OwnerMobile => says(
            ("手机号码", "Mobile number"),
            (
                "负责人本人在用的手机号码，审核人员会打来，核验短信也发到这里；不同的人不能用同一个号码。",
                "The person's own phone in use: reviewers call it and the SMS code goes there. Two people cannot share a number.",
            ),
            "13012344321",
        ),
        F::ResponsiblePersonEmergencyPhone | F::OwnerEmergencyPhone => says(
            ("应急电话", "Emergency phone"),
            (
                "联系不上负责人时拨打的另一个手机号码；不能与负责人的手机号码相同，不会收到验证码。",
                "Another mobile number, called when this person cannot be reached. Must differ from the person's own; never gets a code.",
            ),
            "17743211234",
        ),
        F::ResponsiblePersonEmail | F::OwnerEmail => says(
            ("电子邮件", "E-mail"),
            (
                "负责人本人常用的邮箱，审核结果会发到这里；主体和小程序各有负责人时，两人不要用同一个邮箱。",
                "A mailbox this person reads: results of the review go there. Where two people are in charge, each has their own.",
            ),
            "zhangsan@example.com",
        ),
        F::ResponsiblePersonAuthorizationLetter | F::OwnerAuthorizationLetter => says(
            ("负责人授权书", "Authorisation letter"),
            (
                "负责人不是法定代表人时需要：法定代表人签字、单位盖公章的授权书照片，两位负责人各一份。",
                "Needed when this person is not the legal person: a picture of the letter, signed by the legal person and sealed. One \
                 for each of the two people.",
            ),
            "scans/authorisation.jpg",
        ),
        F::AppId
        | F::MiniProgramName
        | F::ServiceContents
        | F::PriorApprovals
        | F::MiniProgramRemark
        | F::SameAsResponsiblePerson
        | F::OwnerAdministrator
        | F::FaceCheckTask
        | F::FaceCheckStartedAt
        | F::FaceCheckPassedAt => mini_program::words(id),
        F::FiledInAnotherProvince
        | F::FiledBefore
        | F::AnotherFilingRuns
        | F::AccountNameAgrees
        | F::AdministratorIsOwner
        | F::Renamed
        | F::LicenceChangedLately
        | F::RegistryIsNormal
        | F::PhonesAreAnswered
        | F::PhonesUsedElsewhere
        | F::PhonesAreLocal
        | F::NameIsUnique
        | F::EntranceIsOpen
        | F::PicturesAreOriginals
        | F::LettersAreSigned
        | F::LettersDated
        | F::ApprovalsValidUntil => question::words(id),
        F::CommitmentLetter
        | F::NameChangeLetter
        | F::PartyBuildingLetter
        | F::PromiseVideo
        | F::AuthenticityResponsibilityLetter
        | F::AuthenticityCommitmentLetter
        | F::ConstructionProposal
        | F::SubjectOtherMaterials
        | F::MiniProgramOtherMaterials
        | F::HoldingCertificatePhoto => material::words(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Kind, PersonField, Role};

    #[test]
    fn labels_are_short_in_both_languages() {
        for id in FieldId::ALL.iter().copied() {
            let Text { zh, en } = label(id);
            assert!((2..=8).contains(&zh.chars().count()), "{zh}");
            assert!(en.is_ascii() && (3..=24).contains(&en.len()), "{en}");
        }
    }

    #[test]
    fn labels_are_unique_within_a_section() {
        for field in crate::filing::field::table() {
            let same = field.section.fields().filter(|other| label(other.id) == label(field.id)).count();
            assert_eq!(same, 1, "{}", field.path);
        }
    }

    #[test]
    fn help_is_a_sentence_of_the_right_length() {
        for id in FieldId::ALL.iter().copied() {
            let Text { zh, en } = help(id);
            assert!(zh.ends_with(['。', '？']) && (15..=90).contains(&zh.chars().count()), "{zh}");
            assert!(en.ends_with(['.', '?']) && (40..=200).contains(&en.chars().count()), "{en}");
        }
    }

    #[test]
    fn both_people_are_asked_in_the_same_words() {
        for part in PersonField::ALL {
            let [one, other] = Role::BOTH.map(|role| part.of(role));
            assert_eq!((label(one), help(one), example(one)), (label(other), help(other), example(other)));
        }
        assert_eq!(full_label(Lang::Zh, FieldId::OwnerMobile), "小程序负责人 · 手机号码");
    }

    #[test]
    fn typed_fields_have_examples_and_flags_have_none() {
        for id in FieldId::ALL.iter().copied() {
            match id.field().kind {
                Kind::Flag(_) => assert_eq!(example(id), "", "{}", id.path()),
                Kind::Text(_) if id != FieldId::FaceCheckTask => assert_ne!(example(id), "", "{}", id.path()),
                Kind::Date(_) | Kind::Time | Kind::Picture | Kind::Pictures(_) | Kind::Videos(_) => {
                    assert_ne!(example(id), "", "{}", id.path());
                }
                _ => {}
            }
        }
    }

    #[test]
    fn kinds_of_filing_have_names() {
        for kind in crate::filing::draft::FILING_KINDS {
            assert_ne!(kind_name(kind), kind_name("?"));
        }
    }
}
