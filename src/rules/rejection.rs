//! The fifty reasons for which filings are sent back (`filing-rules.md` section 7), and which rules find them beforehand.
//!
//! `docs/rejections.md` is made from this table. A reason that no rule finds says in `locale` why no program can.

use super::{
    Rule, across, address, certificate, content, document, fit, legal_person, materials, mini_program_name, name, needed,
    organisation, owner,
};
use super::{person, phone, picture, province, question, required, subject_name, trade, validity, words};

/// A reason for which filings are sent back.
#[derive(Debug)]
pub struct Rejection {
    /// Its number, from 1 to 50.
    pub number: u8,
    /// What the platform or the bureau says, in their own words.
    pub wording: &'static str,
    /// 3 sent back for certain, 2 likely, 1 possibly.
    pub weight: u8,
    /// The rules that find it, or a part of it, beforehand.
    pub rules: &'static [&'static Rule],
}

/// Writes the table: number, weight, wording, rules.
macro_rules! rejections {
    ($($number:literal $weight:literal $wording:literal: [$($rule:path),* $(,)?];)+) => {
        static REJECTIONS: &[Rejection] = &[
            $(Rejection { number: $number, wording: $wording, weight: $weight, rules: &[$(&$rule),*] },)+
        ];
    };
}

/// All reasons, by number.
#[must_use]
pub fn rejections() -> &'static [Rejection] {
    REJECTIONS
}

/// The reasons that a rule finds beforehand.
pub fn found_by(rule: &Rule) -> impl Iterator<Item = &'static Rejection> {
    REJECTIONS.iter().filter(move |rejection| rejection.rules.iter().any(|own| own.name == rule.name))
}

rejections! {
    1 3 "该主体已在XX完成备案，请修改备案省份或注销备案主体重新备案": [across::SUBJECT_IN_TWO_PROVINCES,
        question::SUBJECT_FILED_IN_ANOTHER_PROVINCE, question::EARLIER_FILING_MUST_AGREE,
    ];
    2 3 "主办者与小程序主体不一致": [
        subject_name::SUBJECT_NAME_UNLIKE_LICENCE, question::ACCOUNT_NAME_DIFFERS, words::TEXT_HAS_HIDDEN_CHARACTERS,
    ];
    3 3 "营业执照有效期不足": [
        certificate::CERTIFICATE_EXPIRES_SOON, province::validity::CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS,
    ];
    4 3 "证件有效期不足": [
        certificate::CERTIFICATE_EXPIRES_SOON, validity::CERTIFICATE_PERIOD_IMPOSSIBLE, validity::CERTIFICATE_PERIOD_UNLIKE_AGE,
        province::validity::CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS,
    ];
    5 3 "主体负责人与法定代表人不一致，且备案所在地不支持法定代表人授权": [
        province::people::RESPONSIBLE_PERSON_MUST_BE_LEGAL_PERSON, legal_person::LEGAL_PERSON_IS_RESPONSIBLE_PERSON,
    ];
    6 3 "企业工商四要素核验失败": [
        organisation::CREDIT_CODE_INVALID, organisation::CREDIT_CODE_OF_ANOTHER_NATURE,
        organisation::ORGANISATION_CODE_INVALID, organisation::REGISTRATION_NUMBER_INVALID, person::RESIDENT_ID_INVALID,
        legal_person::LEGAL_PERSON_NUMBER_DIFFERS, subject_name::SUBJECT_NAME_UNLIKE_LICENCE, question::LICENCE_CHANGED_LATELY,
    ];
    7 2 "证件住所校验不通过": [address::CERTIFICATE_ADDRESS_WITHOUT_REGION, words::TEXT_HAS_HIDDEN_CHARACTERS];
    8 3 "请根据证件住所选择相应的地区": [address::CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE];
    9 3 "无法读取图片识别内容": [
        certificate::CERTIFICATE_KIND_DOES_NOT_FIT, materials::FILE_DAMAGED, materials::PICTURE_TOO_SMALL,
        materials::PICTURE_HARDLY_LEGIBLE, picture::PICTURE_BLANK, picture::PICTURE_BLURRED, picture::PICTURE_TURNED_BY_NOTE,
        picture::DOCUMENT_ASKEW, picture::DOCUMENT_OF_ANOTHER_SHAPE, picture::SIDES_SWAPPED, picture::ONE_PICTURE_SAVED_TWICE,
    ];
    10 2 "图片不清晰、缺角、反光": [
        materials::PICTURE_HARDLY_LEGIBLE, picture::PICTURE_BLURRED, picture::PICTURE_BADLY_LIT, picture::DOCUMENT_CUT_OFF,
        picture::DOCUMENT_COVERED, picture::DOCUMENT_ASKEW,
    ];
    11 2 "复印件、截图、翻拍": [
        question::PICTURE_NOT_OF_ORIGINAL, picture::PICTURE_WITHOUT_COLOUR, picture::PICTURE_OF_A_SCREEN,
    ];
    12 3 "图片格式或大小不符": [
        materials::FILE_OF_ANOTHER_FORMAT, materials::FILE_NAME_MISLEADS, materials::FILE_TOO_LARGE, materials::PICTURE_TOO_SMALL,
        materials::PICTURE_HAS_TOO_MANY_PIXELS,
    ];
    13 1 "水印遮挡": [question::PICTURE_NOT_OF_ORIGINAL, picture::DOCUMENT_COVERED];
    14 3 "姓名与身份证不匹配": [across::PERSON_DIFFERS_BETWEEN_DRAFTS,
        person::RESIDENT_ID_INVALID, document::RESIDENCE_PERMIT_INVALID, document::HK_MACAU_PERMIT_INVALID,
        document::TAIWAN_PERMIT_INVALID, document::FOREIGNER_CARD_INVALID, document::PASSPORT_NUMBER_INVALID, name::PERSON_NAME_INVALID, name::PERSON_NAME_UNUSUAL, legal_person::LEGAL_PERSON_NUMBER_DIFFERS,
        owner::ONE_CERTIFICATE_FOR_TWO_PEOPLE,
    ];
    15 3 "不同人使用同一手机号": [across::PHONE_IN_ANOTHER_DRAFT, phone::MOBILE_SHARED];
    16 3 "应急电话与负责人电话相同": [phone::EMERGENCY_PHONE_NOT_ANOTHER, phone::EMERGENCY_PHONE_SHARED];
    17 2 "手机号已用于其他主体": [across::PHONE_IN_ANOTHER_DRAFT, question::PHONE_USED_ELSEWHERE];
    18 2 "不支持该手机号段": [phone::MOBILE_UNUSUAL, phone::MOBILE_INVALID];
    19 2 "联系电话非本省号段": [question::PHONE_NOT_LOCAL];
    20 2 "电话无法接通": [question::PHONE_NOT_ANSWERED, phone::MOBILE_INVALID];
    21 2 "小程序名称与单位经营范围无关": [mini_program_name::MINI_PROGRAM_NAME_UNRELATED];
    22 3 "名称含国字头或敏感词": [
        mini_program_name::MINI_PROGRAM_NAME_OF_THE_STATE, mini_program_name::MINI_PROGRAM_NAME_UNUSUAL,
        province::mini_program_name::NAME_AGAINST_PROVINCE,
    ];
    23 3 "个人备案名称涉及企业或行业": [mini_program_name::MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL];
    24 2 "名称重复": [across::MINI_PROGRAM_NAME_OF_TWO_SUBJECTS, question::MINI_PROGRAM_NAME_TAKEN];
    25 2 "备注不详细": [content::REMARK_LENGTH, content::REMARK_SAYS_LITTLE, words::TEXT_IS_PLACEHOLDER];
    26 2 "未按管局要求备注": [province::remark::REMARK_LACKS_PROVINCE_STATEMENT];
    27 3 "涉及前置审批未提供文件": [trade::PRIOR_APPROVAL_LIKELY_NEEDED, content::PRIOR_APPROVAL_INCOMPLETE];
    28 2 "前置审批文件过期或不清晰": [
        question::APPROVAL_EXPIRES, materials::PICTURE_HARDLY_LEGIBLE, materials::FILE_DAMAGED, picture::PICTURE_BLURRED,
    ];
    29 2 "服务内容与经营范围或主体性质不符": [fit::SERVICE_CONTENT_UNFIT, fit::REMARK_UNFIT_FOR_INDIVIDUAL];
    30 2 "网站主办者冲突": [across::FILINGS_OF_ONE_SUBJECT, question::ANOTHER_FILING_RUNS];
    31 2 "授权书不合格": [question::LETTER_NOT_IN_ORDER, required::REQUIRED_FIELD_EMPTY];
    32 2 "授权书日期超过三个月或晚于提交日期": [question::LETTER_DATE_UNFIT];
    33 3 "缺少法人信息": [required::REQUIRED_FIELD_EMPTY, legal_person::LEGAL_PERSON_IS_RESPONSIBLE_PERSON];
    34 3 "小程序负责人与管理员不一致": [owner::OWNER_IS_NOT_ADMINISTRATOR, question::ADMINISTRATOR_IS_ANOTHER];
    35 2 "人脸核身不通过": [];
    36 2 "人脸核身任务过期": [owner::FACE_CHECK_TOO_OLD];
    37 3 "缺居住证明": [required::EXPECTED_FIELD_EMPTY];
    38 3 "管局不接受外省个人备案": [province::nonlocal::INDIVIDUAL_FROM_ANOTHER_PROVINCE];
    39 3 "缺真实性承诺书、责任告知书、承诺视频": [needed::NEEDED_MATERIAL_MISSING];
    40 3 "缺党建确认函": [needed::NEEDED_MATERIAL_MISSING];
    41 3 "缺承诺书或非手写签名": [needed::NEEDED_MATERIAL_MISSING, question::LETTER_NOT_IN_ORDER];
    42 2 "通讯地址不详细、含市辖区": [
        address::ADDRESS_IMPLAUSIBLE, address::ADDRESS_SAYS_SHIXIAQU, address::ADDRESS_REPEATS_REGION,
        province::places::ADDRESS_IMPRECISE_FOR_PROVINCE,
    ];
    43 2 "通讯地址与证件地址跨市": [
        province::places::ADDRESS_IN_ANOTHER_CITY, address::CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE,
    ];
    44 2 "证件非最新": [organisation::NUMBER_SUPERSEDED, organisation::CREDIT_CODE_INVALID, question::LICENCE_CHANGED_LATELY];
    45 3 "企业经营异常、吊销、注销": [question::REGISTRY_NOT_NORMAL];
    46 2 "历史主体为空壳或信息不一致": [question::EARLIER_FILING_MUST_AGREE];
    47 2 "短信核验超时": [];
    48 2 "未满年龄": [person::PERSON_UNDER_18, province::ages::PERSON_OUTSIDE_AGES_OF_PROVINCE];
    49 2 "同一人担任多家公司负责人": [across::PERSON_OF_SEVERAL_COMPANIES];
    50 2 "备案入口未开放": [question::ENTRANCE_CLOSED, mini_program_name::MINI_PROGRAM_NAME_OF_THE_STATE];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::register;

    #[test]
    fn there_are_fifty_in_order() {
        let numbers: Vec<u8> = rejections().iter().map(|rejection| rejection.number).collect();
        assert_eq!(numbers, (1..=50).collect::<Vec<u8>>());
        assert!(rejections().iter().all(|rejection| (1..=3).contains(&rejection.weight) && !rejection.wording.is_empty()));
    }

    #[test]
    fn every_rule_named_stands_in_the_register_and_once_a_reason() {
        for rejection in rejections() {
            for (index, rule) in rejection.rules.iter().enumerate() {
                assert!(register().iter().any(|known| known.name == rule.name), "{}: {}", rejection.number, rule.name);
                assert!(!rejection.rules.iter().take(index).any(|other| other.name == rule.name), "{}", rule.name);
            }
        }
    }

    #[test]
    fn rules_know_their_reasons() {
        let numbers = |rule| found_by(rule).map(|rejection| rejection.number).collect::<Vec<_>>();
        assert_eq!(numbers(&phone::MOBILE_SHARED), [15]);
        assert_eq!(numbers(&certificate::CERTIFICATE_EXPIRES_SOON), [3, 4]);
    }
}
