//! The words of the subject and of the legal person.

use super::{Words, says};
use crate::filing::FieldId;

pub(super) fn words(id: FieldId) -> Words {
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
