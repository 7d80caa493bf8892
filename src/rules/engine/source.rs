//! Where rules come from: each source is named once, in both languages, with how sure we are of it.
//!
//! What the sources say, and where they can be read, stands in `docs/facts/`.

use crate::catalog::source::cited;
use crate::rules::engine::rule::{Confidence, Source};
use crate::text::text;

/// WeChat open platform, error code 86355; WeChat, step-by-step guide to filing a mini-program.
pub const CODE_86355_AND_STEP_BY_STEP: Source = Source::new(
    text(
        "微信开放平台 错误码 86355；手把手教你备案微信小程序",
        "WeChat open platform, error code 86355; WeChat, step-by-step guide to filing a mini-program",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_CODES, &cited::WX_ART] });
/// Douyin open platform, notes on filing; records of agencies.
pub const DOUYIN_AND_AGENCIES: Source = Source::new(
    text("抖音开放平台备案说明；代办机构记录", "Douyin open platform, notes on filing; records of agencies"),
    Confidence::Platform,
)
.citing(const { &[&cited::DOUYIN, &cited::AGENCIES] });
/// The comparison of drafts by this program.
pub const DRAFT_COMPARISON: Source =
    Source::new(text("本程序对多份草稿的比对", "The comparison of drafts by this program"), Confidence::Inferred);
/// The draft format of this program.
pub const DRAFT_FORMAT: Source = Source::new(text("本程序的草稿格式", "The draft format of this program"), Confidence::Inferred);
/// State Ethnic Affairs Commission notice 2016 No. 33, names of ethnic minorities.
pub const ETHNIC_NAMES_NOTICE: Source = Source::new(
    text("民委发〔2016〕33号", "State Ethnic Affairs Commission notice 2016 No. 33, names of ethnic minorities"),
    Confidence::Official,
)
.citing(const { &[&cited::ETHNIC_33] });
/// Whether this program can read the file.
pub const FILE_ACCESS: Source =
    Source::new(text("本程序能否读到文件", "Whether this program can read the file"), Confidence::Inferred);
/// GB 11643-1999, citizen identification number.
pub const GB_11643: Source =
    Source::new(text("GB 11643-1999", "GB 11643-1999, citizen identification number"), Confidence::Standard)
        .citing(const { &[&cited::GB_11643] });
/// GB 11714-1997, organisation codes.
pub const GB_11714: Source = Source::new(text("GB 11714-1997", "GB 11714-1997, organisation codes"), Confidence::Standard)
    .citing(const { &[&cited::GB_11714] });
/// GB/T 2260-2007, codes of administrative divisions.
pub const GB_2260: Source =
    Source::new(text("GB/T 2260-2007", "GB/T 2260-2007, codes of administrative divisions"), Confidence::Standard)
        .citing(const { &[&cited::GB_2260] });
/// GB 32100-2015, unified social credit code.
pub const GB_32100: Source =
    Source::new(text("GB 32100-2015", "GB 32100-2015, unified social credit code"), Confidence::Standard)
        .citing(const { &[&cited::GB_32100] });
/// GS 15-2006, registration numbers of businesses.
pub const GS_15: Source = Source::new(text("GS 15-2006", "GS 15-2006, registration numbers of businesses"), Confidence::Standard)
    .citing(const { &[&cited::GS_15] });
/// WeChat, guide to filing mini-programs; filing documents of cloud providers.
pub const GUIDE_AND_VENDORS: Source = Source::new(
    text(
        "微信小程序备案操作指引；云服务商备案文档",
        "WeChat, guide to filing mini-programs; filing documents of cloud providers",
    ),
    Confidence::Vendor,
)
.citing(const { &[&cited::WX_GUIDE, &cited::HW25, &cited::TC22, &cited::QC] });
/// HTML Living Standard, valid e-mail address.
pub const HTML_MAIL: Source = Source::new(
    text("HTML Living Standard, valid e-mail address", "HTML Living Standard, valid e-mail address"),
    Confidence::Standard,
)
.citing(const { &[&cited::HTML] });
/// ICAO Doc 9303.
pub const ICAO_9303: Source =
    Source::new(text("ICAO Doc 9303", "ICAO Doc 9303"), Confidence::Standard).citing(const { &[&cited::ICAO_9303] });
/// Law on Resident Identity Cards, article 5.
pub const ID_CARD_LAW: Source =
    Source::new(text("居民身份证法 第五条", "Law on Resident Identity Cards, article 5"), Confidence::Standard)
        .citing(const { &[&cited::ID_LAW] });
/// Domains of common mail services.
pub const MAIL_DOMAINS: Source = Source::new(text("常见邮箱域名", "Domains of common mail services"), Confidence::Inferred);
/// MIIT, return code 5008, illegal characters in a report.
pub const MIIT_CODE_5008: Source = Source::new(
    text("工信部备案接口 返回码 5008（上报信息中存在非法字符）", "MIIT, return code 5008, illegal characters in a report"),
    Confidence::Vendor,
)
.citing(const { &[&cited::MIIT_CODES] });
/// Return codes of the ministry's interface for access providers, in a public project (old, worded by us).
pub const MIIT_RETURN_CODES: Source = Source::new(
    text(
        "工信部备案系统接入接口返回码（公开项目中的旧版，释义为本程序所写）",
        "Return codes of the ministry's interface for access providers, in a public project (old, worded by us)",
    ),
    Confidence::Anecdotal,
)
.citing(const { &[&cited::MIIT_CODES] });
/// MIIT, numbering of ICP filings.
pub const MIIT_NUMBERING: Source =
    Source::new(text("工信部 ICP 备案编号规则", "MIIT, numbering of ICP filings"), Confidence::Vendor)
        .citing(const { &[&cited::MIIT_NUMBERS] });
/// Usual printed forms of military and police IDs.
pub const MILITARY_FORMS: Source = Source::new(
    text("军官证、士兵证、警官证的常见印制样式", "Usual printed forms of military and police IDs"),
    Confidence::Inferred,
);
/// Ministry of Public Security, numbers of mainland travel permits for Hong Kong and Macao residents (2010, 2013).
pub const MPS_HK_MACAU_PERMITS: Source = Source::new(
    text(
        "公安部 港澳居民来往内地通行证号码规则（2010、2013）",
        "Ministry of Public Security, numbers of mainland travel permits for Hong Kong and Macao residents (2010, 2013)",
    ),
    Confidence::Standard,
)
.citing(const { &[&cited::MPS_HKM] });
/// Ministry of Public Security, one number a person on mainland travel permits for Taiwan residents (2008).
pub const MPS_TAIWAN_PERMITS: Source = Source::new(
    text(
        "公安部 台湾居民来往大陆通行证「一人一号」（2008）",
        "Ministry of Public Security, one number a person on mainland travel permits for Taiwan residents (2008)",
    ),
    Confidence::Standard,
)
.citing(const { &[&cited::MPS_TW] });
/// National Immigration Administration notices (2023, 2024).
pub const NIA_NOTICES: Source = Source::new(
    text("国家移民管理局公告（2023、2024）", "National Immigration Administration notices (2023, 2024)"),
    Confidence::Standard,
)
.citing(const { &[&cited::NIA] });
/// National Immigration Administration, new foreign permanent resident ID card (2023).
pub const NIA_PERMANENT_RESIDENCE: Source = Source::new(
    text(
        "国家移民管理局 新版外国人永久居留身份证（2023）",
        "National Immigration Administration, new foreign permanent resident ID card (2023)",
    ),
    Confidence::Standard,
)
.citing(const { &[&cited::NIA_PR] });
/// Published numbering rules of documents.
pub const NUMBERING_RULES: Source =
    Source::new(text("各类证件的公开编号规则", "Published numbering rules of documents"), Confidence::Standard)
        .citing(const { &[&cited::NUMBERING] });
/// Published numbering rules of documents.
pub const NUMBERING_RULES_INFERRED: Source =
    Source::new(text("各类证件的公开编号规则", "Published numbering rules of documents"), Confidence::Inferred)
        .citing(const { &[&cited::NUMBERING] });
/// Numbering of ordinary passports (collected from public material); ICAO Doc 9303.
pub const PASSPORT_NUMBERS: Source = Source::new(
    text(
        "普通护照号码规则（公开资料整理）；ICAO Doc 9303",
        "Numbering of ordinary passports (collected from public material); ICAO Doc 9303",
    ),
    Confidence::Anecdotal,
)
.citing(const { &[&cited::NUMBERING, &cited::ICAO_9303] });
/// The range of pictures that this program inspects.
pub const PICTURE_CHECK_RANGE: Source =
    Source::new(text("本程序的图片检查范围", "The range of pictures that this program inspects"), Confidence::Inferred);
/// Measurements of pictures by this program.
pub const PICTURE_MEASURES: Source =
    Source::new(text("本程序对图片的测量", "Measurements of pictures by this program"), Confidence::Inferred);
/// Four-item check against the business registry.
pub const REGISTRY_CHECK: Source =
    Source::new(text("企业工商四要素核验", "Four-item check against the business registry"), Confidence::Anecdotal)
        .citing(const { &[&cited::REJECTIONS] });
/// Collected rejections; filing documents of cloud providers.
pub const REJECTIONS_AND_VENDORS: Source = Source::new(
    text("驳回原因汇总；云服务商备案文档", "Collected rejections; filing documents of cloud providers"),
    Confidence::Vendor,
)
.citing(const { &[&cited::REJECTIONS, &cited::HW25, &cited::TC22, &cited::QC] });
/// Cases of rejection in review.
pub const REJECTION_CASES: Source = Source::new(text("审核驳回案例", "Cases of rejection in review"), Confidence::Anecdotal)
    .citing(const { &[&cited::REJECTIONS] });
/// Measures on residence permits of Hong Kong, Macao and Taiwan residents (2018); GB 11643-1999.
pub const RESIDENCE_PERMITS: Source = Source::new(
    text(
        "港澳台居民居住证申领发放办法（2018）；GB 11643-1999",
        "Measures on residence permits of Hong Kong, Macao and Taiwan residents (2018); GB 11643-1999",
    ),
    Confidence::Standard,
)
.citing(const { &[&cited::RESIDENCE, &cited::GB_11643] });
/// Measures on residence permits of Hong Kong, Macao and Taiwan residents (2018); National Immigration Administration notice (2023).
pub const RESIDENCE_PERMITS_AND_NIA: Source = Source::new(
    text(
        "港澳台居民居住证申领发放办法（2018）；国家移民管理局公告（2023）",
        "Measures on residence permits of Hong Kong, Macao and Taiwan residents (2018); National Immigration Administration notice (2023)",
    ),
    Confidence::Standard,
).citing(const { &[&cited::RESIDENCE, &cited::NIA_PR] });
/// Experience with reviews.
pub const REVIEW_EXPERIENCE: Source = Source::new(text("审核经验", "Experience with reviews"), Confidence::Inferred);
/// State Council 2015 No. 33, plan for the unified social credit code.
pub const STATE_COUNCIL_2015_33: Source = Source::new(
    text(
        "国发〔2015〕33号 统一社会信用代码制度建设总体方案",
        "State Council 2015 No. 33, plan for the unified social credit code",
    ),
    Confidence::Standard,
)
.citing(const { &[&cited::SC_2015_33] });
/// WeChat, step-by-step guide to filing a mini-program; cloud providers on subjects without services.
pub const STEP_BY_STEP_AND_EMPTY_SUBJECTS: Source = Source::new(
    text(
        "手把手教你备案微信小程序；云服务商空壳主体说明",
        "WeChat, step-by-step guide to filing a mini-program; cloud providers on filing entities without services",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_ART, &cited::HW25] });
/// WeChat, step-by-step guide to filing a mini-program (organisations); four-item check against the business registry.
pub const STEP_BY_STEP_AND_REGISTRY: Source = Source::new(
    text(
        "手把手教你备案微信小程序（非个人主体备案）；企业工商四要素核验",
        "WeChat, step-by-step guide to filing a mini-program (organisations); four-item check against the business registry",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_ART, &cited::REJECTIONS] });
/// WeChat, step-by-step guide to filing a mini-program (organisations); filing documents of cloud providers.
pub const STEP_BY_STEP_AND_VENDORS: Source = Source::new(
    text(
        "手把手教你备案微信小程序（非个人主体备案）；云服务商备案文档",
        "WeChat, step-by-step guide to filing a mini-program (organisations); filing documents of cloud providers",
    ),
    Confidence::Vendor,
)
.citing(const { &[&cited::WX_ART, &cited::HW25, &cited::TC22, &cited::QC] });
/// The text rules of this program.
pub const TEXT_RULES: Source = Source::new(text("本程序的文字规则", "The text rules of this program"), Confidence::Inferred);
/// What cannot be known offline.
pub const UNKNOWABLE_OFFLINE: Source =
    Source::new(text("离线无法得知的事项", "What cannot be known offline"), Confidence::Inferred);
/// Filing documents of cloud providers.
pub const VENDORS: Source = Source::new(text("云服务商备案文档", "Filing documents of cloud providers"), Confidence::Vendor)
    .citing(const { &[&cited::HW25, &cited::TC22, &cited::QC] });
/// Filing documents of cloud providers; MIIT allocation of numbers (March 2023).
pub const VENDORS_AND_NUMBER_PLAN: Source = Source::new(
    text(
        "云服务商备案文档；工信部码号分配表（2023年3月）",
        "Filing documents of cloud providers; MIIT allocation of numbers (March 2023)",
    ),
    Confidence::Vendor,
)
.citing(const { &[&cited::HW25, &cited::TC22, &cited::MIIT_PHONES] });
/// Filing documents of cloud providers; collected rejections.
pub const VENDORS_AND_REJECTIONS: Source = Source::new(
    text("云服务商备案文档；驳回原因汇总", "Filing documents of cloud providers; collected rejections"),
    Confidence::Vendor,
)
.citing(const { &[&cited::HW25, &cited::TC22, &cited::QC, &cited::REJECTIONS] });
/// Filing documents of cloud providers (words that call for a prior approval).
pub const VENDORS_APPROVAL_WORDS: Source = Source::new(
    text("云服务商备案文档（前置审批词）", "Filing documents of cloud providers (words that call for a prior approval)"),
    Confidence::Vendor,
)
.citing(const { &[&cited::TC22, &cited::HW25] });
/// Cloud providers on the requirements of each provincial bureau.
pub const VENDORS_BUREAUS: Source = Source::new(
    text("云服务商各省通管局要求", "Cloud providers on the requirements of each provincial bureau"),
    Confidence::Vendor,
)
.citing(const { &[&cited::HW25, &cited::TC22, &cited::QC] });
/// Requirements by province in filing documents of cloud providers.
pub const VENDORS_BY_PROVINCE: Source = Source::new(
    text("云服务商备案文档中的分省要求", "Requirements by province in filing documents of cloud providers"),
    Confidence::Vendor,
)
.citing(const { &[&cited::HW25, &cited::TC22, &cited::QC] });
/// Filing documents of cloud providers (Jiangsu, Jiangxi and others).
pub const VENDORS_JIANGSU_JIANGXI: Source = Source::new(
    text("云服务商备案文档（江苏、江西等）", "Filing documents of cloud providers (Jiangsu, Jiangxi and others)"),
    Confidence::Vendor,
)
.citing(const { &[&cited::HW25, &cited::TC22] });
/// Cloud providers, notes on templates of filing materials.
pub const VENDOR_TEMPLATES: Source =
    Source::new(text("云服务商备案材料模板说明", "Cloud providers, notes on templates of filing materials"), Confidence::Vendor)
        .citing(const { &[&cited::TC22, &cited::HW25] });
/// WeChat open platform, applyIcpFiling.
pub const WECHAT_APPLY: Source =
    Source::new(text("微信开放平台 applyIcpFiling", "WeChat open platform, applyIcpFiling"), Confidence::Platform)
        .citing(const { &[&cited::WX_APPLY] });
/// WeChat official accounts platform, AppID.
pub const WECHAT_APP_ID: Source =
    Source::new(text("微信公众平台 AppID", "WeChat official accounts platform, AppID"), Confidence::Platform)
        .citing(const { &[&cited::WX_APPID] });
/// WeChat open platform, cancelIcpfiling.
pub const WECHAT_CANCEL: Source =
    Source::new(text("微信开放平台 cancelIcpfiling", "WeChat open platform, cancelIcpfiling"), Confidence::Platform)
        .citing(const { &[&cited::WX_CANCEL] });
/// WeChat open platform, error code 86328.
pub const WECHAT_CODE_86328: Source =
    Source::new(text("微信开放平台 错误码 86328", "WeChat open platform, error code 86328"), Confidence::Platform)
        .citing(const { &[&cited::WX_CODES] });
/// What the QR code of a business licence holds, seen in programs that print licences.
pub const LICENCE_QR_CODE: Source = Source::new(
    text("营业执照上的二维码（国家企业信用信息公示系统）", "The QR code on business licences (public register of enterprises)"),
    Confidence::Inferred,
);
/// What is read on scans by the program itself, as good as its models are.
pub const READ_ON_SCANS: Source =
    Source::new(text("程序自己在扫描件上认出的文字", "Writing that the program itself reads on scans"), Confidence::Inferred);
/// WeChat open platform, getIcpEntranceInfo.
pub const WECHAT_ENTRANCE: Source =
    Source::new(text("微信开放平台 getIcpEntranceInfo", "WeChat open platform, getIcpEntranceInfo"), Confidence::Platform)
        .citing(const { &[&cited::WX_ENTRANCE] });
/// WeChat open platform, error codes of the filing interface.
pub const WECHAT_ERROR_CODES: Source = Source::new(
    text("微信开放平台 备案接口错误码", "WeChat open platform, error codes of the filing interface"),
    Confidence::Platform,
)
.citing(const { &[&cited::WX_CODES] });
/// WeChat, guide to filing mini-programs.
pub const WECHAT_GUIDE: Source =
    Source::new(text("微信小程序备案操作指引", "WeChat, guide to filing mini-programs"), Confidence::Official)
        .citing(const { &[&cited::WX_GUIDE] });
/// WeChat, rules for names of mini-programs.
pub const WECHAT_NAME_RULES: Source =
    Source::new(text("微信小程序名称规则", "WeChat, rules for names of mini-programs"), Confidence::Platform)
        .citing(const { &[&cited::WX_NAMES] });
/// WeChat, step-by-step guide to filing a mini-program (organisations).
pub const WECHAT_STEP_BY_STEP: Source = Source::new(
    text("手把手教你备案微信小程序（非个人主体备案）", "WeChat, step-by-step guide to filing a mini-program (organisations)"),
    Confidence::Official,
)
.citing(const { &[&cited::WX_ART] });
/// WeChat, open community, on accounts of subjects outside the mainland.
pub const WECHAT_OVERSEAS: Source = Source::new(
    text("微信开放社区 境外主体小程序说明", "WeChat open community, on mini-programs of entities outside the mainland"),
    Confidence::Official,
);
/// WeChat open platform, createIcpVerifyTask.
pub const WECHAT_VERIFY_TASK: Source =
    Source::new(text("微信开放平台 createIcpVerifyTask", "WeChat open platform, createIcpVerifyTask"), Confidence::Platform)
        .citing(const { &[&cited::WX_VERIFY] });
/// WeChat, examples of filing materials.
pub const WECHAT_MATERIALS: Source =
    Source::new(text("微信小程序备案材料示例", "WeChat, examples of filing materials"), Confidence::Official)
        .citing(const { &[&cited::WX_MAT, &cited::WX_GUIDE] });
/// WeChat, frequently asked questions on filing.
pub const WECHAT_FAQ: Source =
    Source::new(text("微信小程序备案常见问题", "WeChat, frequently asked questions on filing"), Confidence::Official)
        .citing(const { &[&cited::WX_FAQ] });
/// WeChat, guide to filing mini-programs; examples of filing materials.
pub const WECHAT_GUIDE_AND_MATERIALS: Source = Source::new(
    text(
        "微信小程序备案操作指引；微信小程序备案材料示例",
        "WeChat, guide to filing mini-programs; WeChat, examples of filing materials",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_GUIDE, &cited::WX_MAT] });
/// WeChat, examples of filing materials; cloud providers, notes on templates.
pub const MATERIALS_AND_TEMPLATES: Source = Source::new(
    text(
        "微信小程序备案材料示例；云服务商备案材料模板说明",
        "WeChat, examples of filing materials; cloud providers, notes on templates of filing materials",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_MAT, &cited::TC22, &cited::HW25] });
/// WeChat, examples of filing materials; step-by-step guide.
pub const MATERIALS_AND_STEP_BY_STEP: Source = Source::new(
    text(
        "微信小程序备案材料示例；手把手教你备案微信小程序",
        "WeChat, examples of filing materials; WeChat, step-by-step guide to filing a mini-program",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_MAT, &cited::WX_ART] });
/// WeChat, getIcpEntranceInfo; frequently asked questions on filing.
pub const ENTRANCE_AND_FAQ: Source = Source::new(
    text(
        "微信开放平台 getIcpEntranceInfo；微信小程序备案常见问题",
        "WeChat open platform, getIcpEntranceInfo; WeChat, frequently asked questions on filing",
    ),
    Confidence::Platform,
)
.citing(const { &[&cited::WX_ENTRANCE, &cited::WX_FAQ] });
/// WeChat, accounts of entities outside the mainland; our own conclusion for individuals.
pub const SUBJECTS_OUTSIDE_MAINLAND: Source = Source::new(
    text(
        "微信开放社区 境外主体帐号说明；本程序的归纳",
        "WeChat developer community, accounts of entities outside the mainland; our own conclusion",
    ),
    Confidence::Official,
)
.citing(const { &[&cited::WX_ABROAD, &cited::OWN] });
