//! Words by which people look for a known rejection, in both languages, beside its own words and its cause.

use crate::rules::Rejection;

/// What else it is looked for by. The words lead to it and are never shown.
#[must_use]
pub const fn search_words(rejection: Rejection) -> &'static [&'static str] {
    use Rejection as R;
    match rejection {
        R::PictureUnreadable | R::PictureUnclear | R::PictureIsCopy | R::PictureFormat | R::Watermark => {
            &["照片", "相片", "扫描件", "photo", "image", "scan"]
        }
        R::LicenceExpiresSoon | R::CertificateOutdated => &["执照", "过期", "到期", "licence", "license", "expired"],
        R::CertificateExpiresSoon => &["身份证", "过期", "到期", "ID card", "expired"],
        R::SharedMobile
        | R::EmergencyPhoneIsOwn
        | R::PhoneOfAnotherSubject
        | R::PhoneSegmentRefused
        | R::PhoneOfAnotherProvince
        | R::PhoneNotAnswered => &["电话", "手机", "号码", "phone", "mobile", "number", "call"],
        R::NameUnrelatedToScope | R::NameOfTheState | R::IndividualNamedLikeCompany | R::NameTaken => {
            &["名称", "名字", "改名", "name", "rename", "title"]
        }
        R::NameDiffersFromCertificate => &["姓名", "身份证", "name", "ID card"],
        R::RemarkTooVague | R::RemarkLacksProvinceStatement => &["备注", "remark", "description"],
        R::PriorApprovalMissing | R::PriorApprovalExpired => {
            &["许可证", "批文", "资质", "permit", "approval", "licence", "license"]
        }
        R::ServiceContentUnfit => &["服务类型", "类目", "category", "service"],
        R::AuthorizationLetterFaulty | R::AuthorizationLetterDate => &["授权书", "盖章", "签字", "letter", "seal", "stamp"],
        R::CommitmentLetterMissing | R::AuthenticityLettersMissing => &["承诺书", "签名", "letter", "signature", "commitment"],
        R::FaceCheckFailed | R::FaceCheckExpired => &["人脸", "刷脸", "核身", "face"],
        R::AddressImprecise | R::AddressesInDifferentCities | R::CertificateAddressFailed | R::RegionDiffersFromAddress => {
            &["地址", "住所", "address", "region"]
        }
        R::SmsTimeout => &["短信", "验证码", "code", "text message"],
        R::LegalPersonMissing | R::LegalPersonRequired => &["法人", "法定代表人", "legal"],
        R::ResidenceProofMissing | R::NonlocalIndividualRefused => &["居住证", "户籍", "外地", "residence"],
        _ => &[],
    }
}
