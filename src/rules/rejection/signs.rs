//! By which words a known rejection is recognised in a reviewer's text, and where in the draft it belongs.
//!
//! The words are those of the rejections themselves (`docs/facts/filing-rules.md` section 7) and the shorter ones in which
//! reviewers say the same. A sign is one or several words that all have to stand in the text.

use crate::filing::{FieldId, PersonField};
use crate::rules::Rejection;

/// Where a rejection belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// This field.
    Field(FieldId),
    /// This of one of the two people: the text says whose it is, else the responsible person's.
    Person(PersonField),
    /// A picture: the text says which.
    Picture,
    /// The filing as a whole.
    Whole,
}

/// The signs of a rejection, and its place.
pub(super) const fn signs(rejection: Rejection) -> (&'static [&'static str], Place) {
    use FieldId as F;
    use PersonField as P;
    use Place::{Field, Person, Picture, Whole};
    use Rejection as R;
    match rejection {
        R::FiledInAnotherProvince => {
            (&["主体 已在 完成备案", "修改备案省份", "外省 已备案", "其他省 已备案"], Field(F::SubjectRegion))
        }
        R::SubjectDiffersFromAccount => (
            &[
                "单位名称 执照 不一致",
                "主办者名称 执照 不一致",
                "主办者 小程序主体 不一致",
                "主体 账号主体 不一致",
                "主体名称 不一致",
                "认证主体 不一致",
                "主体 与小程序 不一致",
            ],
            Field(F::SubjectName),
        ),
        R::LicenceExpiresSoon => (
            &["执照 有效期 不足", "执照 有效期 少于", "执照 过期", "执照 到期", "执照 有效期", "执照 失效"],
            Field(F::SubjectCertificateValidUntil),
        ),
        R::CertificateExpiresSoon => (
            &[
                "证件有效期",
                "证件 有效期不足",
                "身份证 有效期",
                "身份证 过期",
                "身份证 到期",
                "身份证 失效",
                "证件 过期",
                "证件 到期",
                "证件 失效",
                "证件 临期",
            ],
            Person(P::ValidUntil),
        ),
        R::LegalPersonRequired => (
            &[
                "不支持法定代表人授权",
                "不支持授权",
                "须为法定代表人",
                "必须为法定代表人",
                "应为法定代表人",
                "主体负责人 法定代表人 不一致",
            ],
            Field(F::IsLegalPerson),
        ),
        R::RegistryCheckFailed => {
            (&["四要素", "工商 核验 失败", "工商 信息 不一致", "工商 信息 不匹配"], Field(F::SubjectCertificateNumber))
        }
        R::CertificateAddressFailed => (
            &["证件住所", "住所 不通过", "证件地址 不一致", "执照 住所 不一致", "证件住所 校验不通过"],
            Field(F::SubjectCertificateAddress),
        ),
        R::RegionDiffersFromAddress => (
            &["选择相应的地区", "所在地 与 住所 不一致", "地区 证件住所", "所属区域 不一致", "备案地区 不一致"],
            Field(F::SubjectRegion),
        ),
        R::PictureUnreadable => (&["无法读取图片", "无法识别 图片", "图片识别 失败", "图片 无法识别"], Picture),
        R::PictureUnclear => {
            (&["不清晰", "模糊", "缺角", "反光", "不完整 照片", "图片 不完整", "照片 拍摄 不全", "边框 缺失", "看不清"], Picture)
        }
        R::PictureIsCopy => {
            (&["复印件", "彩色原件", "彩色扫描", "截图", "翻拍", "扫描 黑白", "黑白", "电子版", "非原件", "拍摄原件"], Picture)
        }
        R::PictureFormat => (&["图片格式", "图片 大小 不符", "格式 不符合", "图片尺寸", "分辨率"], Picture),
        R::Watermark => (&["水印"], Picture),
        R::NameDiffersFromCertificate => (
            &[
                "姓名 身份证 不匹配",
                "姓名 证件 不一致",
                "姓名 不匹配",
                "姓名 与 身份证 不一致",
                "公安 不匹配",
                "公安 不一致",
                "公安 不符",
                "公安 核验 未通过",
                "公安 核验 失败",
                "身份核验 不通过",
                "身份信息 不匹配",
                "实名 不一致",
            ],
            Person(P::Name),
        ),
        R::SharedMobile => (&["不同人 同一手机号", "使用同一手机", "手机号 重复", "手机号码 相同"], Person(P::Mobile)),
        R::EmergencyPhoneIsOwn => (
            &[
                "应急 负责人 相同",
                "应急电话 手机号 一致",
                "应急联系电话 相同",
                "应急 电话 一致",
                "应急 手机 一致",
                "应急 电话 重复",
            ],
            Person(P::EmergencyPhone),
        ),
        R::PhoneOfAnotherSubject => {
            (&["手机号 其他主体", "手机号码 其他主体", "号码 已被 使用", "手机 已用于"], Person(P::Mobile))
        }
        R::PhoneSegmentRefused => (&["不支持 号段", "虚拟运营商", "虚拟号段", "号段 不支持"], Person(P::Mobile)),
        R::PhoneOfAnotherProvince => (&["非本省", "本省 手机", "本省 号段", "归属地", "外地 手机"], Person(P::Mobile)),
        R::PhoneNotAnswered => (
            &[
                "无法接通",
                "无人接听",
                "联系不上",
                "无法联系",
                "未接听",
                "不接电话",
                "电话 关机",
                "手机 关机",
                "停机",
                "空号",
                "未接通",
                "打不通",
            ],
            Person(P::Mobile),
        ),
        R::NameUnrelatedToScope => (
            &[
                "名称 经营范围 无关",
                "名称 主体 无关",
                "名称 单位 无关",
                "名称 与 经营范围 不符",
                "小程序名称 主体 无关联",
                "名称 不相关",
            ],
            Field(F::MiniProgramName),
        ),
        R::NameOfTheState => (&["国字头", "敏感词", "名称 敏感", "名称 中国", "名称 国家"], Field(F::MiniProgramName)),
        R::IndividualNamedLikeCompany => (
            &["个人 名称 企业", "个人 名称 行业", "个人 不能 公司 名称", "名称 企业性质", "个人备案 名称"],
            Field(F::MiniProgramName),
        ),
        R::NameTaken => (&["名称重复", "名称 重复", "名称 已存在", "名称 已被", "名称冲突"], Field(F::MiniProgramName)),
        R::RemarkTooVague => (
            &[
                "备注不详细",
                "备注 不详细",
                "备注 笼统",
                "备注 不明确",
                "备注不清",
                "备注 描述 不清",
                "备注 简单",
                "备注 详细 描述",
                "备注 具体",
            ],
            Field(F::MiniProgramRemark),
        ),
        R::RemarkLacksProvinceStatement => {
            (&["未按 要求 备注", "备注 管局 要求", "备注 须 注明", "备注 承诺", "备注 需 注明"], Field(F::MiniProgramRemark))
        }
        R::PriorApprovalMissing => (
            &["前置审批 未提供", "前置审批 缺少", "前置审批 提供", "涉及前置审批", "需 前置审批", "未上传 许可证", "提供 许可证"],
            Field(F::PriorApprovals),
        ),
        R::PriorApprovalExpired => {
            (&["前置审批 过期", "前置审批 不清晰", "许可证 过期", "许可证 有效期", "批文 过期"], Field(F::PriorApprovals))
        }
        R::ServiceContentUnfit => (
            &["服务内容 不符", "服务内容 经营范围", "服务内容 主体性质", "服务内容 不一致", "服务类型 不符"],
            Field(F::ServiceContents),
        ),
        R::AnotherFilingRuns => (&["主办者冲突", "主体 冲突", "另有 订单", "其他接入商 订单", "正在 处理 订单"], Whole),
        R::AuthorizationLetterFaulty => (&["授权书"], Person(P::AuthorizationLetter)),
        R::AuthorizationLetterDate => {
            (&["授权书 日期", "授权书 三个月", "授权书 过期", "授权书 提交日期", "授权书 时间"], Person(P::AuthorizationLetter))
        }
        R::LegalPersonMissing => (&["缺少法人", "法人信息", "法定代表人 信息 缺", "法定代表人 未填"], Field(F::LegalPersonName)),
        R::OwnerIsNotAdministrator => {
            (&["小程序负责人 管理员 不一致", "负责人 管理员 不一致", "管理员 不一致"], Field(F::OwnerAdministrator))
        }
        R::FaceCheckFailed => (&["人脸", "核身 不通过", "核验照 不", "活体"], Field(F::FaceCheckPassedAt)),
        R::FaceCheckExpired => (&["人脸 过期", "核身 过期", "核身任务 失效", "人脸核身 失效"], Field(F::FaceCheckTask)),
        R::ResidenceProofMissing => (&["居住证", "暂住证", "居住证明"], Field(F::SubjectResidencePermit)),
        R::NonlocalIndividualRefused => {
            (&["外省个人", "外地个人", "非本省 个人", "不接受 外省", "户籍 本省"], Field(F::SubjectRegion))
        }
        R::AuthenticityLettersMissing => {
            (&["真实性承诺书", "责任告知书", "承诺视频", "真实性 责任"], Field(F::AuthenticityCommitmentLetter))
        }
        R::PartyBuildingLetterMissing => (&["党建"], Field(F::PartyBuildingLetter)),
        R::CommitmentLetterMissing => {
            (&["承诺书", "承诺书 手写", "承诺书 签名", "缺承诺书", "承诺书 签字", "承诺书 未"], Field(F::CommitmentLetter))
        }
        R::AddressImprecise => (
            &[
                "通讯地址 不详细",
                "通讯地址 市辖区",
                "通信地址 不详细",
                "通讯地址 详细",
                "通信地址 详细",
                "地址 门牌",
                "地址 不详细",
                "地址 不够详细",
                "地址 不完整",
                "地址 不具体",
                "地址 太简单",
                "通讯地址",
            ],
            Field(F::SubjectAddress),
        ),
        R::AddressesInDifferentCities => {
            (&["通讯地址 跨市", "通讯地址 证件 不同", "地址 不在同一", "通讯地址 证件地址 不一致"], Field(F::SubjectAddress))
        }
        R::CertificateOutdated => {
            (&["非最新", "最新 证件", "最新 执照", "最新版 执照", "证件 已更新"], Field(F::SubjectCertificatePhoto))
        }
        R::RegistryNotNormal => (&["经营异常", "吊销", "企业 注销", "异常名录"], Field(F::RegistryIsNormal)),
        R::EarlierRecordDiffers => (&["空壳", "历史主体", "历史备案 不一致", "已备案主体 不一致"], Field(F::FiledBefore)),
        R::SmsTimeout => (&["短信核验 超时", "短信 未核验", "短信验证 超时", "24小时 未核验"], Whole),
        R::UnderAge => (&["未满", "年龄"], Person(P::CertificateNumber)),
        R::PersonOfSeveralCompanies => (&["同一人 多家", "担任 多家", "多个主体 负责人"], Person(P::Name)),
        R::EntranceClosed => (&["备案入口", "入口 未开放"], Whole),
    }
}
