//! The words of the field table: labels, help and examples.
//!
//! `words` matches every field, so a field without words does not compile. What is asked of a person has the same words for
//! both roles. All examples are invented.

use super::{Lang, Text};
use crate::filing::{FieldId, Section};
use crate::rules::Column;

mod question;

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
        | F::LegalPersonNumber => subject(id),
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
        | F::FaceCheckPassedAt => mini_program(id),
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
        | F::HoldingCertificatePhoto => materials(id),
    }
}

fn subject(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::FilingKind => says(
            ("备案类型", "Kind of filing"),
            (
                "首次备案或再备一个小程序选「新增」；已备案的信息有变化选「变更」；不再运营选「注销」。",
                "New for a first filing or one more mini-program, change when filed data changed, deregister to end a filing.",
            ),
            "new",
        ),
        F::Published => says(
            ("已上架", "Already published"),
            (
                "小程序现在是否已发布；没有备案的不能发布，已发布的从控制台首页的备案提示进入。",
                "Whether the mini-program is live now. Unfiled ones cannot be published; live ones enter through the console's banner.",
            ),
            "",
        ),
        F::SubjectNature => says(
            ("主办者性质", "Nature of subject"),
            (
                "以小程序账号的认证主体为准，不能任选；个体工商户一般选「企业」。",
                "Given by the verified subject of the account, not free to choose; sole traders usually file as enterprise.",
            ),
            "4",
        ),
        F::SubjectRegion => says(
            ("备案地区", "Region"),
            (
                "企业须与证照住所同省；个人填实际居住地，身份证是外省的也可以。由该省管局审核。",
                "Units: in the province of the address on the certificate. Individuals: where they live, whatever their ID says. That bureau \
                 reviews.",
            ),
            "440305",
        ),
        F::SubjectName => says(
            ("主办单位名称", "Name of organisation"),
            (
                "与证件和小程序账号的主体名称一字不差，括号也要一样；不一致会被直接驳回。",
                "Exactly as on the certificate and as the account's subject, brackets included; a difference is refused at once.",
            ),
            "深圳市示例科技有限公司",
        ),
        F::SubjectCertificateKind => says(
            ("证件类型", "Certificate kind"),
            (
                "主体用哪种证件备案，可选项随主办者性质而定；企业为营业执照。",
                "The certificate the subject files with; the choice follows its nature. Enterprises use the business licence.",
            ),
            "1",
        ),
        F::SubjectCertificateNumber => says(
            ("证件号码", "Certificate number"),
            (
                "证件上的号码，营业执照为 18 位统一社会信用代码；审核时与登记机关的数据比对。",
                "The number on the certificate, for a licence the 18-character credit code; compared with the registry.",
            ),
            "91440300MA0000000H",
        ),
        F::SubjectCertificateAddress => says(
            ("证件住所", "Address on certificate"),
            (
                "照证件上的住所填写，从省、市、区县写起，一字不差；个人填身份证上的住址。",
                "The address as printed on the certificate, with province, city and district; for individuals that of the identity card.",
            ),
            "广东省深圳市南山区科技中一路1号A栋1201室",
        ),
        F::SubjectBusinessScope => says(
            ("经营范围", "Business scope"),
            (
                "照营业执照上的经营范围抄写，可以整段粘贴；这一项不提交，只用来提前找出要前置审批的词。",
                "The business scope as printed on the licence; paste it whole. Not sent: it is searched for words that call for a prior \
                 approval.",
            ),
            "软件开发；信息技术咨询服务；食品销售（仅销售预包装食品）。",
        ),
        F::SubjectCertificateValidUntil => says(
            ("有效期至", "Valid until"),
            (
                "证件有效期的截止日，没有截止日的填「长期」；这一项不提交，只用来提醒证件将到期。",
                "Last day of validity, or \"no end\" (长期). Not sent; used to notice in time that the certificate runs out.",
            ),
            "长期",
        ),
        F::SubjectCertificatePhoto => says(
            ("证件照片", "Certificate picture"),
            (
                "最新证件原件的彩色照片或扫描件，四角完整；JPG 或 PNG，不超过 2 MB，不小于 720×1280 像素，营业执照最好不小于 1100×1500。",
                "A colour picture of the newest original, all corners visible; JPG or PNG, at most 2 MB, at least 720×1280, licences \
                 better 1100×1500.",
            ),
            "scans/licence.jpg",
        ),
        F::SubjectAddress => says(
            ("通讯地址", "Postal address"),
            (
                "现在能收到信件的地址，从街道写到门牌号和房间号，不写省、市、区县；须在备案地区内。",
                "Where letters arrive, down to house and room, without the names of province, city and district; must lie in the \
                 chosen region.",
            ),
            "科技中一路1号A栋1201室",
        ),
        F::SubjectResidencePermit => says(
            ("居住证明", "Proof of residence"),
            (
                "个人用外省身份证备案时需要：居住证、暂住证、社保证明或房产证的照片，不超过 2 MB。",
                "For individuals whose identity card is from another province: a picture of a residence permit, social-insurance or \
                 property record, at most 2 MB.",
            ),
            "scans/residence-permit.jpg",
        ),
        F::SubjectRemark => says(
            ("主体备注", "Remark on subject"),
            (
                "有需要说明的才填，例如没有门牌号时写「通讯地址已是最详细地址」；部分省份有指定的写法。",
                "Only where something needs saying, e.g. that the address cannot be more exact; some provinces prescribe a text.",
            ),
            "通讯地址已是最详细地址",
        ),
        F::IsLegalPerson => says(
            ("法定代表人", "Is the legal person"),
            (
                "主体负责人是否就是法定代表人；不是时须填法定代表人信息并附授权书，部分省份不接受授权。",
                "Whether the responsible person is the legal person. If not, the legal person's data and a letter are needed, which some \
                 provinces do not accept.",
            ),
            "",
        ),
        F::LegalPersonName => says(
            ("法人姓名", "Legal person's name"),
            (
                "证件上的法定代表人姓名；与单位名称、统一社会信用代码和证件号码一起做四要素核验。",
                "The legal person named on the certificate; checked against the registry together with name, code and number.",
            ),
            "李四",
        ),
        _ => says(
            ("法人证件号码", "Legal person's number"),
            (
                "法定代表人本人证件的号码；与姓名不符会导致四要素核验失败。",
                "The number of the legal person's own certificate; if it does not fit the name, the registry check fails.",
            ),
            "440305197006150002",
        ),
    }
}

fn mini_program(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::AppId => says(
            ("AppID", "AppID"),
            (
                "小程序控制台「设置」里的 AppID，以 wx 开头，共 18 位；平台会自动带入，这里用来核对。",
                "From the console's settings: wx and 16 more characters. The platform fills it in; here it is for comparison.",
            ),
            "wx0123456789abcdef",
        ),
        F::MiniProgramName => says(
            ("小程序名称", "Mini-program name"),
            (
                "与控制台里的名称一致，4–30 个字符，汉字算 2 个；要改名先在控制台改，再备案。",
                "As in the console, 4 to 30 units, a Chinese character counts 2. To rename, rename there first, then file.",
            ),
            "小食记",
        ),
        F::ServiceContents => says(
            ("服务内容类型", "Service contents"),
            (
                "小程序实际提供的服务，选 1–5 项，建议 1–2 项；与主办者性质或经营范围不符会被驳回。",
                "What the mini-program really offers: 1 to 5 entries, better 1 or 2. What does not fit the subject or its business is \
                 refused.",
            ),
            "3",
        ),
        F::PriorApprovals => says(
            ("前置审批", "Prior approvals"),
            (
                "新闻、出版、药品、医疗器械、网约车等须先取得许可，逐项填审批号并附文件；都没有就选「以上都不涉及」。",
                "Trades such as news, publishing, drugs or ride hailing need a permit first: give number and document of each, or choose \
                 \"None of the above\" (以上都不涉及).",
            ),
            "24",
        ),
        F::MiniProgramRemark => says(
            ("小程序备注", "Remark on mini-program"),
            (
                "写清给谁用、有什么功能和内容，20–200 字；管局审核主要看这一段，部分省份有指定的写法。",
                "What the mini-program really does and its main services, 20 to 200 characters. The bureau judges by it; some provinces \
                 prescribe a text.",
            ),
            "本小程序为个人记账工具，提供收支记录、分类统计和预算提醒功能。",
        ),
        F::SameAsResponsiblePerson => says(
            ("同主体负责人", "Same person"),
            (
                "小程序负责人是否就是主体负责人；小程序负责人须是小程序管理员，并由本人做人脸核身。",
                "Whether the owner is the responsible person. The owner must be the mini-program's administrator and does the face check.",
            ),
            "",
        ),
        F::OwnerAdministrator => says(
            ("管理员姓名", "Administrator's name"),
            (
                "控制台「成员管理」里管理员的姓名；不会提交，用来核对小程序负责人就是管理员。",
                "The administrator as the console shows it. Not sent; compared with the owner, who must be the same person.",
            ),
            "张三",
        ),
        F::FaceCheckTask => says(
            ("人脸核身任务", "Face check task"),
            (
                "人脸核身任务的编号（task_id），由服务商通过接口提交时才需要；自发起之时起 3 天内有效，其他都备好后再做。",
                "The task_id of the face check, needed only when a provider submits by interface. Lives 3 days: do it last.",
            ),
            "",
        ),
        F::FaceCheckStartedAt => says(
            ("核身发起时间", "Face check started at"),
            (
                "发起人脸核身、通知发到管理员微信的时间（北京时间）；从这时起通知 24 小时、核身 3 天内有效。",
                "When the check was started and its notice sent (China time): the notice lives 24 hours from then, the check 3 days.",
            ),
            "2026-11-23 10:30",
        ),
        _ => says(
            ("核身通过时间", "Face check passed at"),
            (
                "小程序负责人通过人脸核身的时间，如 2026-11-23 10:42（北京时间）；用来提醒 3 天的有效期。",
                "When the owner passed the face check, such as 2026-11-23 10:42 (China time); used to watch its 3 days.",
            ),
            "2026-11-23 10:42",
        ),
    }
}

fn materials(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::CommitmentLetter => says(
            ("信息服务承诺书", "Commitment letter"),
            (
                "《互联网信息服务承诺书》打印后，单位由负责人签字并盖公章，个人签字并按手印，再拍照；1 张，不超过 2 MB。",
                "The printed commitment (互联网信息服务承诺书): units sign and seal it, individuals sign it and add a fingerprint. One picture, \
                 at most 2 MB.",
            ),
            "scans/commitment-letter.jpg",
        ),
        F::NameChangeLetter => says(
            ("主体更名函", "Name change letter"),
            (
                "单位改过名时需要：登记机关出具的更名证明；1 张，不超过 2 MB。",
                "For an organisation that was renamed: the registry's proof of it; one file, at most 2 MB.",
            ),
            "scans/name-change.jpg",
        ),
        F::PartyBuildingLetter => says(
            ("党建确认函", "Party building letter"),
            ("当地管局要求时才需要；1 张，不超过 2 MB。", "Only where the local bureau asks for it; one file, at most 2 MB."),
            "scans/party-building.jpg",
        ),
        F::PromiseVideo => says(
            ("承诺视频", "Promise video"),
            (
                "当地管局要求时才需要：负责人出镜朗读承诺内容；MP4，1 个，最好不超过 10 MB。",
                "Only where the local bureau asks for it: the person reads the promise on camera; one MP4, better below 10 MB.",
            ),
            "scans/promise.mp4",
        ),
        F::AuthenticityResponsibilityLetter => says(
            ("真实性责任告知书", "Notice of truthfulness"),
            (
                "《网站备案信息真实性责任告知书》，当地管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
                "The notice on truthful data (网站备案信息真实性责任告知书), only where the bureau asks: units sign and seal, individuals \
                 sign and add a fingerprint.",
            ),
            "scans/responsibility-notice.jpg",
        ),
        F::AuthenticityCommitmentLetter => says(
            ("信息真实性承诺书", "Promise of truthfulness"),
            (
                "《小程序备案信息真实性承诺书》，当地管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
                "The promise of truthful data (小程序备案信息真实性承诺书), only where the bureau asks: units sign and seal, individuals \
                 sign and add a fingerprint.",
            ),
            "scans/truthfulness.jpg",
        ),
        F::ConstructionProposal => says(
            ("小程序建设方案书", "Construction proposal"),
            (
                "当地管局要求时才需要：小程序的内容、功能和管理措施说明；1 张，不超过 2 MB。",
                "Only where the bureau asks: contents, functions and safeguards of the mini-program; one file, at most 2 MB.",
            ),
            "scans/proposal.jpg",
        ),
        F::SubjectOtherMaterials => says(
            ("主体其它附件", "Other, subject"),
            (
                "其他证明主体情况的图片，最多 10 张，每张不超过 2 MB。",
                "Anything else about the subject: at most 10 pictures of at most 2 MB each.",
            ),
            "scans/subject-other.jpg",
        ),
        F::MiniProgramOtherMaterials => says(
            ("小程序其它附件", "Other, mini-program"),
            (
                "其他说明小程序的图片，例如不涉及药品的情况说明；最多 10 张，每张不超过 2 MB。",
                "Anything else about the mini-program, e.g. a statement that no drugs are involved: at most 10 pictures of at most 2 MB.",
            ),
            "scans/mini-program-other.jpg",
        ),
        _ => says(
            ("手持证件照", "Holding certificate"),
            (
                "当地管局要求时才需要：负责人手持证件的照片，人脸和证件文字都清晰；1 张，不超过 2 MB。",
                "Only where the bureau asks: the person holding the certificate, face and print both sharp; one picture, at most 2 MB.",
            ),
            "scans/holding.jpg",
        ),
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
