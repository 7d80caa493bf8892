//! The fields of the subject (主体).

use super::console::{Page, Place};
use super::kind::Kind::{Choice, Date, Flag, Picture, Region, Text, Word};
use super::kind::{List, TextKind, WordList};
use super::record::{Field, Kinds, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;
use crate::scan::Limits;

fields!(
    subject,
    Section::Subject,
    FilingKind = field("kind", Word(WordList::FilingKinds), when::required)
        .label("备案类型", "Filing type")
        .help(
            "首次备案或再新增一个小程序选「新增」；已备案的信息有变化选「变更」；不再运营选「注销」。",
            "New: a first filing or one more mini-program. Change: filed data has changed. Deregistration: end a filing.",
        )
        .kinds(Kinds::ALL)
        .example("new"),
    RecordNumber = field("record.number", Text(TextKind::Words), when::record_number)
        .label("小程序备案号", "Filing number")
        .help(
            "要变更或注销的备案号，如「蜀ICP备2026000001号-1X」；在 beian.miit.gov.cn 或微信公众平台能查到。",
            "The number of the filing that is changed or ended, such as 蜀ICP备2026000001号-1X; see beian.miit.gov.cn.",
        )
        .kinds(Kinds::OF_RECORDS)
        .example("蜀ICP备2026000001号-1X")
        .console(Place::new(Page::Entrance, 10)),
    RecordFiledOn = field("record.filed_on", Date(false), when::optional)
        .label("审核通过日期", "Approved on")
        .help(
            "备案通过的那一天，能查到就填；不提交，只用来核对先后。",
            "The day on which it was filed, where it is known. Not sent; compared with other days.",
        )
        .kinds(Kinds::CHANGE)
        .example("2026-09-30"),
    RecordSource = field("record.source", Word(WordList::Sources), when::optional)
        .label("备案信息来源", "Source of the record")
        .help(
            "「原备案」一栏从哪里来：备案成功的草稿、备案包、平台返回的数据，或手工填写。",
            "Where the values on record come from: a filed draft, a package, an answer of the platform, or typed by hand.",
        )
        .kinds(Kinds::CHANGE)
        .example("draft"),
    Published = field("published", Flag(Some(false)), when::optional).label("已上架", "Already published").help(
        "小程序现在是否已发布；没有备案的不能发布，已发布的从微信公众平台首页的备案提示进入。",
        "Whether the mini-program is live now. Unfiled ones cannot be published; live ones enter through the console's \
             banner.",
    ),
    SubjectNature = field("subject.nature", Choice(List::Natures), when::required)
        .label("主体性质", "Entity type")
        .help(
            "以小程序账号的认证主体为准，不能任选；个体工商户一般选「企业」。",
            "What the account was verified as; it cannot be chosen freely. Sole traders usually file as an enterprise.",
        )
        .example("4")
        .sent("icp_subject.base_info.type", 10)
        .console(Place::new(Page::Verification, 20).called("主办者性质", "Entity type").filled_in()),
    SubjectRegion = field("subject.region", Region, when::required)
        .label("备案地区", "Region")
        .help(
            "企业须与证照住所同省；个人填实际居住地，身份证是外省的也可以。由该省通管局审核。",
            "Organisations: the province of the address on the certificate. Individuals: where they live, even if the ID says otherwise. That province's bureau reviews the filing.",
        )
        .example("440305")
        .sent("icp_subject.base_info.district", 50)
        .console(Place::new(Page::Verification, 10).called("选择地区", "Region")),
    SubjectName = field("subject.name", Text(TextKind::Words), when::required_of_unit)
        .label("单位名称", "Name of organisation")
        .help(
            "与证件和小程序账号的主体名称一字不差，括号也要一样；不一致会被直接驳回。",
            "Exactly as on the certificate and in the verified account, including brackets. Any difference is rejected at once.",
        )
        .example("深圳市示例科技有限公司")
        .sent("icp_subject.base_info.name", 20)
        .console(Place::new(Page::Verification, 50).called("企业名称", "Name of organisation")),
    SubjectCertificateKind = field("subject.certificate.kind", Choice(List::SubjectCertificates), when::required_of_unit)
        .label("证件类型", "Certificate type")
        .help(
            "主体用哪种证件备案，可选项随主体性质而定；企业为营业执照。",
            "The certificate that the entity files with; the choice depends on the entity type. Enterprises use the business licence.",
        )
        .example("1")
        .sent("icp_subject.organize_info.certificate_type", 90)
        .console(Place::new(Page::Verification, 30).filled_in()),
    SubjectCertificateNumber = field("subject.certificate.number", Text(TextKind::CertificateNumber), when::required_of_unit)
        .label("证件号码", "Certificate number")
        .help(
            "证件上的号码，营业执照为 18 位统一社会信用代码；审核时与登记机关的数据比对。",
            "The number on the certificate, for a licence the 18-character credit code; the bureau compares it with the registry.",
        )
        .example("91510107MA00000157")
        .sent("icp_subject.organize_info.certificate_number", 100)
        .console(Place::new(Page::Verification, 60)),
    SubjectCertificateAddress = field("subject.certificate.address", Text(TextKind::Words), when::required)
        .label("证件住所", "Address on certificate")
        .help(
            "照证件上的住所抄写，个人照身份证上的住址；上面没有省、市、区县名的，在前面补上。",
            "Copy the address as printed on the certificate, for individuals that on the resident ID card. Where province, city or \
             district are not printed, put them in front.",
        )
        .example("广东省深圳市南山区科技中一路1号A栋1201室")
        .sent("icp_subject.organize_info.certificate_address", 110)
        .console(Place::new(Page::Verification, 70)),
    SubjectBusinessScope = field("subject.business_scope", Text(TextKind::Long), when::optional_of_unit)
        .label("经营范围", "Business scope")
        .help(
            "照营业执照上的经营范围抄写，可以整段粘贴；这一项不提交，只用来提前找出要前置审批的词。",
            "The business scope as printed on the licence; paste it whole. Not sent: it is searched for words that call for \
             a prior approval.",
        )
        .example("软件开发；信息技术咨询服务；食品销售（仅销售预包装食品）。"),
    SubjectCertificateValidUntil = field("subject.certificate.valid_until", Date(true), when::required_of_unit)
        .label("有效期至", "Valid until")
        .help(
            "证件有效期的截止日，没有截止日的填「长期」；这一项不提交，只用来提醒证件将到期。",
            "Last day of validity, or \"no end\" (长期). Not sent; used to notice in time that the certificate runs out.",
        )
        .example("长期"),
    SubjectCertificatePhoto = field("subject.certificate.photo", Picture, when::required_of_unit)
        .label("证件照片", "Photo of certificate")
        .help(
            "最新证件原件的彩色照片或扫描件，四角完整；JPG 或 PNG，不超过 2 MB，不小于 100 KB，像素不小于 1500×1100。",
            "A colour picture of the newest original, all corners visible; JPG or PNG, at most 2 MB and at least 100 KB, \
             at least 1500×1100 pixels.",
        )
        .example("scans/licence.jpg")
        .sent("icp_subject.organize_info.certificate_photo", 120)
        .scans(&Limits::LICENCE)
        .packed("主体证件", "subject-certificate")
        .gathered("主体证件", "Entity, certificate")
        .console(Place::new(Page::Verification, 40).called("上传证件", "Photo of certificate")),
    SubjectAddress = field("subject.address", Text(TextKind::Words), when::required)
        .label("通讯地址", "Postal address")
        .help(
            "现在能收到信件的地址，从街道写到门牌号和房间号，不写省、市、区县；须在备案地区内。",
            "Where letters arrive, down to house and room, without the names of province, city and district; must lie in the \
             chosen region.",
        )
        .example("科技中一路1号A栋1201室")
        .sent("icp_subject.base_info.address", 60)
        .console(Place::new(Page::Subject, 10)),
    SubjectResidencePermit = field("subject.residence_permit", Picture, when::residence_permit)
        .label("居住证明", "Proof of residence")
        .help(
            "个人用外省身份证备案时需要：居住证、暂住证、社保证明或房产证的照片，不超过 2 MB。",
            "For individuals whose resident ID card is from another province: a picture of a residence permit, social-insurance \
             or property record, at most 2 MB.",
        )
        .example("scans/residence-permit.jpg")
        .sent("icp_subject.personal_info.residence_permit", 80)
        .scans(&Limits::PICTURE)
        .packed("居住证明", "residence-permit")
        .gathered("居住证明", "Proof of residence")
        .console(Place::new(Page::Subject, 30)),
    SubjectRemark = field("subject.remark", Text(TextKind::Long), when::optional)
        .label("主体备注", "Remark on entity")
        .help(
            "有需要说明的才填，例如没有门牌号时写「通讯地址已是最详细地址」；部分省份有指定的写法。",
            "Only where something needs saying, e.g. that the address cannot be more exact; some provinces prescribe a text.",
        )
        .example("通讯地址已是最详细地址")
        .sent("icp_subject.base_info.comment", 70)
        .console(Place::new(Page::Subject, 20)),
);
