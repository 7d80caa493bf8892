//! The fifty rejections: what the platform or a bureau says when it sends a filing back (`docs/facts/filing-rules.md` section 7).
//!
//! Which rules find one beforehand is said by the rules (`Rule::prevents`); `docs/rejections.md` is made from both.

use crate::text::{Text, text};

/// Writes the enum and the records from one list.
macro_rules! rejections {
    ($($(#[$doc:meta])* $name:ident = $number:literal { $($key:ident: $value:expr),+ $(,)? })+) => {
        /// A reason for which filings are rejected.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rejection {
            $($(#[$doc])* $name,)+
        }

        impl Rejection {
            /// All of them, by number.
            pub const ALL: [Self; 50] = [$(Self::$name,)+];

            /// What there is to know about it.
            #[must_use]
            pub const fn record(self) -> &'static Record {
                match self {
                    $(Self::$name => const { &Record { number: $number, $($key: $value),+ } },)+
                }
            }
        }
    };
}

/// What there is to know about a rejection.
#[derive(Debug)]
pub struct Record {
    /// Its number, from 1 to 50.
    pub number: u8,
    /// 3 rejected for certain, 2 likely, 1 possibly.
    pub weight: u8,
    /// What the platform or the bureau says, in their own words, and translated.
    pub wording: Text,
    /// What is behind it.
    pub cause: Text,
    /// How to get out of it.
    pub fix: Text,
    /// What cannot be seen before the filing is submitted; empty where rules see all of it.
    pub unseen: Text,
}

rejections! {
    /// This subject has filed in XX: change the province, or deregister the subject and file anew
    FiledInAnotherProvince = 1 {
        weight: 3,
        wording: text("该主体已在XX完成备案，请修改备案省份或注销备案主体重新备案", "This entity has filed in XX: change the province, or deregister the entity and file again"),
        cause: text("主体在别的省备过案。", "The filing entity has filed in another province."),
        fix: text("改选那个省，或先注销再备案。", "Choose that province, or deregister first."),
        unseen: text("工信部的备案记录离线查不到，所以问一次。", "The ministry's records cannot be read offline: the question is asked."),
    }
    /// The subject is not that of the mini-program
    SubjectDiffersFromAccount = 2 {
        weight: 3,
        wording: text("主办者与小程序主体不一致", "The filing entity differs from the mini-program's entity"),
        cause: text("单位名称与账号主体或执照不一致。", "The name differs from the account's filing entity or the licence."),
        fix: text("照执照逐字填写；账号主体不对就先改账号。", "Copy the name exactly; if the account is wrong, change it first."),
        unseen: text("账号的认证主体只有微信公众平台知道，所以问一次。", "Only the console knows the account's entity: the question is asked."),
    }
    /// The licence's validity is too short
    LicenceExpiresSoon = 3 {
        weight: 3,
        wording: text("营业执照有效期不足", "The licence's validity is too short"),
        cause: text(
            "执照剩余有效期不到三个月（宁夏半年）；一个月内到期的一定退回。",
            "The licence ends within three months (six in Ningxia); within one month it is certain.",
        ),
        fix: text("先换证再备案。", "Renew it first."),
        unseen: text(
            "执照上印的日期离线认不出来，以填写的为准。",
            "The date printed on the licence cannot be read offline: what was entered counts.",
        ),
    }
    /// The certificate's validity is too short
    CertificateExpiresSoon = 4 {
        weight: 3,
        wording: text("证件有效期不足", "The certificate's validity is too short"),
        cause: text(
            "证件剩余有效期不到三个月（宁夏半年），或不是正式的证件。",
            "The certificate ends within three months (six in Ningxia), or is a temporary one.",
        ),
        fix: text("先换证再备案。", "Renew it first."),
        unseen: text(
            "证件上印的日期离线认不出来，以填写的为准；临时身份证只能从有效期猜。",
            "The date printed on it cannot be read offline: what was entered counts. A temporary card can only be guessed from its period.",
        ),
    }
    /// The responsible person is not the legal person, and the province takes no authorisation
    LegalPersonRequired = 5 {
        weight: 3,
        wording: text("主体负责人与法定代表人不一致，且备案所在地不支持法定代表人授权", "The responsible person is not the legal representative, and the province does not accept an authorisation"),
        cause: text("有的省只收法定代表人做主体负责人。", "Some provinces accept the legal representative only."),
        fix: text("改由法定代表人做主体负责人。", "Let the legal representative be the responsible person."),
        unseen: text("各省的要求时有变化，平台自己的名单没有公布。", "Provinces change their rules, and the platform's own list is not public."),
    }
    /// The four items of the registry check do not match
    RegistryCheckFailed = 6 {
        weight: 3,
        wording: text("企业工商四要素核验失败", "Registry check failed: the four items do not match"),
        cause: text("单位名称、信用代码、法定代表人和证件号码有一项不对，或登记机关的数据还没有同步。", "Name, code, legal representative or number is wrong, or the registry's data lag behind."),
        fix: text("照执照重填；刚变更的等几天。", "Copy them from the licence; after a change, wait a few days."),
        unseen: text("登记机关的数据离线查不到，只能查号码的校验位和各项之间是否矛盾。", "The registry cannot be asked offline: only check digits and contradictions show."),
    }
    /// The address on the certificate does not pass
    CertificateAddressFailed = 7 {
        weight: 2,
        wording: text("证件住所校验不通过", "The address on the certificate is not accepted"),
        cause: text("证件住所与登记的写法不同。", "The address is written otherwise than in the registry."),
        fix: text("照执照上的住所原样填写。", "Copy the address as printed."),
        unseen: text("登记的住所离线查不到，只能查写法。", "The registered address cannot be read offline: only its form is checked."),
    }
    /// Choose the region of the address on the certificate
    RegionDiffersFromAddress = 8 {
        weight: 3,
        wording: text("请根据证件住所选择相应的地区", "Choose the region of the address on the certificate"),
        cause: text("备案地区与证件住所不在一处。", "The region does not fit the address on the certificate."),
        fix: text("取消后重新选地区。", "Cancel, and choose the region again."),
        unseen: text(
            "住所没有写区县、写的是表里没有的园区，或只有一部分划到别的区县的，无法断定，不提示或只作提示。",
            "An address without a district, with a zone that is not in our table, or in a district of which a part was moved cannot be told: nothing is said, or a hint.",
        ),
    }
    /// The picture's content cannot be read
    PictureUnreadable = 9 {
        weight: 3,
        wording: text("无法读取图片识别内容", "The picture's content cannot be read"),
        cause: text("证件类型不对，或照片太差。", "The wrong certificate type, or a poor picture."),
        fix: text("选对证件类型，重新拍照。", "Choose the right kind, and take the picture again."),
        unseen: text("平台的文字识别离线用不了：查图片的好坏，装了识别模型的也查是不是该有的证件。", "The platform's reading cannot be tried offline: the picture's quality is checked and, with the reading models, the kind of document."),
    }
    /// The picture is blurred, cut or has glare
    PictureUnclear = 10 {
        weight: 2,
        wording: text("图片不清晰、缺角、反光", "The picture is blurred, cut or has glare"),
        cause: text("照片拍得不好。", "The picture is poor."),
        fix: text("平放，光线均匀，四角拍全。", "Lay it flat in even light, with all corners."),
        unseen: text("看得出是否清晰；内容对不对，装了识别模型才核对。", "Sharpness is measured; what is shown is compared only with the reading models."),
    }
    /// A copy, a screenshot or a picture of a screen
    PictureIsCopy = 11 {
        weight: 2,
        wording: text("复印件、截图、翻拍", "A copy, a screenshot or a picture of a screen"),
        cause: text("拍的不是原件。", "Not a picture of the original."),
        fix: text("拍原件的彩色照片。", "Photograph the original in colour."),
        unseen: text("彩色的复印件和好的翻拍看不出来，所以问一次。", "Colour copies and good pictures of screens cannot be told: the question is asked."),
    }
    /// The picture's format or size is wrong
    PictureFormat = 12 {
        weight: 3,
        wording: text("图片格式或大小不符", "The picture's format or size is wrong"),
        cause: text("超过 2 MB，像素不够，或不是 JPG、PNG。", "Above 2 MB, too few pixels, or neither JPG nor PNG."),
        fix: text("转换后再传。", "Convert it."),
        unseen: text(
            "平台的大小上限各处说法不一，以上传时的提示为准。",
            "Sources differ on the platform's upper limit: what it says at the upload has the last word.",
        ),
    }
    /// A watermark covers the picture
    Watermark = 13 {
        weight: 1,
        wording: text("水印遮挡", "A watermark covers the picture"),
        cause: text("证件上加了水印。", "A watermark lies over the certificate."),
        fix: text("用没有水印的照片。", "Use a picture without one."),
        unseen: text(
            "装了识别模型才认得出斜着的水印，横排的认不出来，所以还是问一次。",
            "Only with the reading models, and only words at a slant are recognised: the question is asked.",
        ),
    }
    /// The name does not fit the identity card
    NameDiffersFromCertificate = 14 {
        weight: 3,
        wording: text("姓名与身份证不匹配", "The name does not fit the resident ID card"),
        cause: text("姓名或号码填错。", "Name or number is mistyped."),
        fix: text("照证件重填。", "Copy both from the card."),
        unseen: text("公安的数据离线查不到：查校验位和各项之间是否矛盾，装了识别模型的也与证件照片核对。", "Police data cannot be asked offline: check digits and contradictions show and, with the reading models, what differs from the card."),
    }
    /// Different people use one phone number
    SharedMobile = 15 {
        weight: 3,
        wording: text("不同人使用同一手机号", "Different people use one phone number"),
        cause: text("两个人填了同一个手机号码。", "Two people gave one mobile number."),
        fix: text("每人填写自己的手机号码。", "Give each their own."),
        unseen: text(
            "别人的备案离线查不到，只能比对这份和其他草稿里的号码。",
            "Other filings cannot be read offline: only the numbers in this draft and in others are compared.",
        ),
    }
    /// The emergency number is the person's own
    EmergencyPhoneIsOwn = 16 {
        weight: 3,
        wording: text("应急联系电话与负责人电话相同", "The emergency number is the person's own"),
        cause: text("应急联系电话与手机号码相同。", "The emergency number equals the mobile number."),
        fix: text("填另一个人的手机号码。", "Enter somebody else's number."),
        unseen: text("", ""),
    }
    /// The number is used by another subject
    PhoneOfAnotherSubject = 17 {
        weight: 2,
        wording: text("手机号已用于其他主体", "The number is used by another filing entity"),
        cause: text("手机号码在别的备案里。", "The number stands in another filing."),
        fix: text("换号码，或先改那份备案。", "Use another number, or change the other filing first."),
        unseen: text(
            "别人的备案离线查不到，所以问一次，并与其他草稿的手机、应急联系电话和邮箱比对。",
            "Other filings cannot be read offline: the question is asked, and mobile, emergency number and mail are compared with other drafts.",
        ),
    }
    /// The number range is not supported
    PhoneSegmentRefused = 18 {
        weight: 2,
        wording: text("不支持该手机号段", "This mobile number range is not supported"),
        cause: text("虚拟运营商或物联网的号段。", "A range of virtual operators or of devices."),
        fix: text("换一个普通的手机号码。", "Use an ordinary mobile number."),
        unseen: text("平台不收哪些号段没有公布。", "Which ranges the form refuses is not public."),
    }
    /// The phone number is from another province
    PhoneOfAnotherProvince = 19 {
        weight: 2,
        wording: text("联系电话非本省号段", "The phone number is from another province"),
        cause: text("有的省要求本省的号码。", "Some provinces require numbers of their own."),
        fix: text("换本省的号码。", "Use a number of the province."),
        unseen: text("号码归属地离线查不到，所以在有此要求的省问一次。", "Where a number belongs cannot be looked up offline: the question is asked where it matters."),
    }
    /// The phone is not answered
    PhoneNotAnswered = 20 {
        weight: 2,
        wording: text("电话无法接通", "The phone is not answered"),
        cause: text("审核人员打了几次没人接。", "Reviewers called and no one answered."),
        fix: text("提交后两天内保持电话畅通，别拦截陌生来电。", "Answer the phone for two days after submitting, unknown callers too."),
        unseen: text("电话通不通只有打了才知道，所以提醒一次。", "Only a call can tell: there is a reminder."),
    }
    /// The name has nothing to do with the business scope
    NameUnrelatedToScope = 21 {
        weight: 2,
        wording: text("小程序名称与单位经营范围无关", "The name has nothing to do with the business scope"),
        cause: text("看不出小程序与单位的关系。", "The name shows no link with the organisation."),
        fix: text("在备注里说明名称的来历。", "Explain the name in the remark."),
        unseen: text("有没有关系由审核人员判断。", "Reviewers decide what is a link."),
    }
    /// The name contains national or sensitive words
    NameOfTheState = 22 {
        weight: 3,
        wording: text("名称含国字头或敏感词", "The name contains national-level or sensitive words"),
        cause: text("名称里有「中国」「国家」之类的词。", "The name contains words such as 中国 or 国家."),
        fix: text("先在微信公众平台改名。", "Rename it in the console first."),
        unseen: text("敏感词的全部名单没有公布。", "The full list of words is not public."),
    }
    /// An individual's name suggests a company or an industry
    IndividualNamedLikeCompany = 23 {
        weight: 3,
        wording: text("个人备案名称涉及企业或行业", "An individual filing under a name that suggests a company or an industry"),
        cause: text("个人用了企业或行业的名称。", "An individual uses the name of a company or an industry."),
        fix: text("先改名，或用单位备案。", "Rename it, or file as an organisation."),
        unseen: text("审核人员还会看别的词。", "Reviewers look at other words too."),
    }
    /// The name is taken
    NameTaken = 24 {
        weight: 2,
        wording: text("名称重复", "The name is already in use"),
        cause: text("别的主体在某个平台备过同名的。", "Another entity has filed the name on some platform."),
        fix: text("换个名称。", "Rename it."),
        unseen: text("已备案的名称要到工信部网站查，所以问一次。", "Filed names are looked up at the ministry's site: the question is asked."),
    }
    /// The remark is not detailed
    RemarkTooVague = 25 {
        weight: 2,
        wording: text("备注不详细", "The remark is not detailed"),
        cause: text("备注太短或太空。", "The remark is too short or too vague."),
        fix: text("写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows."),
        unseen: text("够不够详细由审核人员判断。", "Reviewers decide what is enough."),
    }
    /// The remark is not as the bureau wants it
    RemarkLacksProvinceStatement = 26 {
        weight: 2,
        wording: text("未按通管局要求备注", "The remark does not meet the bureau's requirements"),
        cause: text("少了备案省份要求的说明。", "A statement that the province requires is missing."),
        fix: text("照通管局的要求补上。", "Add it as the bureau requires it."),
        unseen: text("各省的要求时有变化，以通管局的网页为准。", "Provinces change what they want; the bureau's page has the last word."),
    }
    /// A prior approval is involved, and no document is attached
    PriorApprovalMissing = 27 {
        weight: 3,
        wording: text("涉及前置审批未提供文件", "A prior approval is involved, and no document is attached"),
        cause: text("名称、经营范围、备注或服务内容涉及要许可的行业。", "Names, scope, remark or contents speak of a trade that needs a permit."),
        fix: text("附上许可、附情况说明，或去掉这个词。", "Attach the permit or a statement, or remove the word."),
        unseen: text(
            "词表总有缺漏（实测数字见 docs/words.md），审核人员还会看小程序的实际内容。",
            "No list of words is complete (figures in docs/words.md), and reviewers also look at what is really offered.",
        ),
    }
    /// The approval has expired or is not legible
    PriorApprovalExpired = 28 {
        weight: 2,
        wording: text("前置审批文件过期或不清晰", "The approval has expired or is not legible"),
        cause: text("许可过期，或照片不清。", "The permit has expired, or the picture is poor."),
        fix: text("换发后重新拍照。", "Renew it and take the picture again."),
        unseen: text("许可上的字离线认不出来，有效期要自己填。", "What is printed on it cannot be read offline: its end is asked for."),
    }
    /// Contents do not fit the scope or the subject
    ServiceContentUnfit = 29 {
        weight: 2,
        wording: text("服务内容与经营范围或主体性质不符", "Contents do not fit the scope or the entity"),
        cause: text("个人做经营的内容，或内容超出经营范围。", "An individual offers business, or contents lie outside the scope."),
        fix: text("换服务内容，或换主体备案。", "Choose other contents, or file under another filing entity."),
        unseen: text("超没超出经营范围由审核人员判断。", "Reviewers decide what the scope covers."),
    }
    /// Conflict of subjects
    AnotherFilingRuns = 30 {
        weight: 2,
        wording: text("网站主办者冲突", "Conflict of entities"),
        cause: text("同一主体同时有两份备案在审。", "Two filings of one filing entity are in review."),
        fix: text("等前一份结束再提交。", "Wait until the first is through."),
        unseen: text("在别处提交的备案离线看不到，所以问一次。", "Filings submitted elsewhere cannot be seen: the question is asked."),
    }
    /// The letter of authorisation is not in order
    AuthorizationLetterFaulty = 31 {
        weight: 2,
        wording: text("授权书不合格", "The letter of authorisation is not in order"),
        cause: text("少了公章、签字或日期，或姓名写错。", "Seal, signature or date is missing, or a name is wrong."),
        fix: text("重新出具。", "Have a new letter made out."),
        unseen: text(
            "装了识别模型的，核对写给谁、授权谁、号码和代码；印章和签字看不出来，所以问一次。",
            "With the reading models the addressee, the name, the numbers and the code are compared; seal and signature are asked about.",
        ),
    }
    /// The letter is older than three months, or dated after the filing
    AuthorizationLetterDate = 32 {
        weight: 2,
        wording: text("授权书日期超过三个月或晚于提交日期", "The letter is older than three months, or dated after the filing"),
        cause: text(
            "授权书是一个月以前的（较早的说法是三个月），或日期晚于提交。",
            "The letter is a month old or more (earlier sources: three months), or dated ahead.",
        ),
        fix: text("重新出具。", "Have a new letter made out."),
        unseen: text(
            "日期要自己填；装了识别模型的，与照片上的落款核对。",
            "Its date is asked for and, with the reading models, compared with the picture.",
        ),
    }
    /// The legal person's data are missing
    LegalPersonMissing = 33 {
        weight: 3,
        wording: text("缺少法人信息", "The legal representative's data are missing"),
        cause: text("主体负责人不是法定代表人，却没有填法定代表人。", "Someone else is responsible, and the legal representative is not entered."),
        fix: text("补填法定代表人的姓名和证件号码。", "Enter the legal representative's name and number."),
        unseen: text(
            "负责人是不是法定代表人以填写的为准，登记机关的数据离线查不到。",
            "Whether the person is the legal representative is taken from the draft: the registry cannot be asked offline.",
        ),
    }
    /// The owner is not the administrator
    OwnerIsNotAdministrator = 34 {
        weight: 3,
        wording: text("小程序负责人与管理员不一致", "The mini-program contact is not the administrator"),
        cause: text("小程序负责人不是微信公众平台的管理员。", "The mini-program contact is not the administrator in the console."),
        fix: text("换管理员，或换负责人。", "Change one or the other."),
        unseen: text("管理员是谁只有微信公众平台知道，所以要填、要问。", "Only the console knows the administrator: the name is asked for."),
    }
    /// The face check fails
    FaceCheckFailed = 35 {
        weight: 2,
        wording: text("人脸核身不通过", "The face check fails"),
        cause: text("光线暗、背景杂、戴了帽子或耳机。", "Poor light, a busy background, a hat or headphones."),
        fix: text("照要求重做。", "Repeat it as required."),
        unseen: text("核身在手机上做，离线看不到；小程序负责人一步有注意事项。", "It is done on the phone, where nothing can be seen from here; the mini-program contact's step says what to mind."),
    }
    /// The face check has expired
    FaceCheckExpired = 36 {
        weight: 2,
        wording: text("人脸核身任务过期", "The face check has expired"),
        cause: text("核身任务超过 3 天。", "The task is older than 3 days."),
        fix: text("提交前重做。", "Repeat it before submitting."),
        unseen: text(
            "做人脸核身的时间要自己填。",
            "When it was done has to be entered.",
        ),
    }
    /// The proof of residence is missing
    ResidenceProofMissing = 37 {
        weight: 3,
        wording: text("缺居住证明", "The proof of residence is missing"),
        cause: text("个人的身份证属外省。", "The individual's resident ID card is from another province."),
        fix: text("附居住证明，或在户籍地备案。", "Attach the proof, or file at home."),
        unseen: text(
            "户口迁过的看不出来；不是居民身份证的，不知道是哪里的人。",
            "Whether the household has moved cannot be seen, nor where holders of other documents live.",
        ),
    }
    /// The bureau takes no individuals from other provinces
    NonlocalIndividualRefused = 38 {
        weight: 3,
        wording: text("通管局不接受外省个人备案", "The bureau does not accept individuals from other provinces"),
        cause: text("有的省不收外省的个人。", "Some provinces accept residents only."),
        fix: text("在户籍地的省备案。", "File in the home province."),
        unseen: text("各省的要求时有变化，以通管局的网页为准。", "Provinces change what they want; the bureau's page has the last word."),
    }
    /// Promise, notice or video is missing
    AuthenticityLettersMissing = 39 {
        weight: 3,
        wording: text("缺真实性承诺书、责任告知书、承诺视频", "Commitment letter, notice or video is missing"),
        cause: text("江苏要真实性承诺书、责任告知书和承诺视频。", "Jiangsu requires a commitment, a notice and a video."),
        fix: text("补上。", "Add them."),
        unseen: text("各省的要求时有变化，以通管局的网页为准。", "Provinces change what they want; the bureau's page has the last word."),
    }
    /// The party-building letter is missing
    PartyBuildingLetterMissing = 40 {
        weight: 3,
        wording: text("缺党建确认函", "The party-building letter is missing"),
        cause: text("新疆要党建确认函。", "Xinjiang requires the letter."),
        fix: text("先取得确认函。", "Get it first."),
        unseen: text("各省的要求时有变化，以通管局的网页为准。", "Provinces change what they want; the bureau's page has the last word."),
    }
    /// The commitment letter is missing, or not signed by hand
    CommitmentLetterMissing = 41 {
        weight: 3,
        wording: text("缺承诺书或非手写签名", "The commitment letter is missing, or not signed by hand"),
        cause: text("广东、上海要手写签名的承诺书。", "Guangdong and Shanghai want one signed by hand."),
        fix: text("手写签名、盖章后再拍照。", "Sign it by hand, seal it, and take a picture."),
        unseen: text("是不是手写的看不出来，所以问一次。", "Whether a signature is by hand cannot be seen: the question is asked."),
    }
    /// The postal address is not detailed, or says 市辖区
    AddressImprecise = 42 {
        weight: 2,
        wording: text("通讯地址不详细、含市辖区", "The postal address is not detailed, or says 市辖区"),
        cause: text("地址没有写到门牌号，或写了「市辖区」。", "No house number, or the words 市辖区."),
        fix: text("写到门牌号和房间号。", "Go down to house and room."),
        unseen: text("地址是否真实看不出来。", "Whether the address is real cannot be seen."),
    }
    /// Postal address and certificate address are in different cities
    AddressesInDifferentCities = 43 {
        weight: 2,
        wording: text("通讯地址与证件地址跨市", "Postal address and certificate address are in different cities"),
        cause: text("有的省要求两处在同一城市。", "Some provinces require both in one city."),
        fix: text("用证件住所所在的城市。", "Use the city of the certificate."),
        unseen: text(
            "地址里认不出市的，无法比对。",
            "Where the city of an address cannot be told, nothing is compared.",
        ),
    }
    /// The certificate is not the newest
    CertificateOutdated = 44 {
        weight: 2,
        wording: text("证件非最新", "The certificate is not the newest"),
        cause: text("用了旧执照。", "An old licence was used."),
        fix: text("换成最新的执照。", "Take the newest."),
        unseen: text("有没有更新的执照只有本人知道，所以问一次。", "Only the person knows whether there is a newer one: the question is asked."),
    }
    /// The company is listed as abnormal, revoked or closed
    RegistryNotNormal = 45 {
        weight: 3,
        wording: text("企业经营异常、吊销、注销", "The company is listed as abnormal, revoked or closed"),
        cause: text("登记状态不正常。", "The registry's status is not normal."),
        fix: text("先在登记机关恢复正常。", "Have it restored at the registry."),
        unseen: text("登记状态离线查不到，所以问一次。", "The registry cannot be asked offline: the question is asked."),
    }
    /// An earlier record is empty or differs
    EarlierRecordDiffers = 46 {
        weight: 2,
        wording: text("历史主体为空壳或信息不一致", "An earlier record is empty or differs"),
        cause: text("以前的备案成了空壳，或信息与现在不同。", "An earlier filing has no service left, or its data differ."),
        fix: text("先注销或变更以前的备案。", "Deregister or change it first."),
        unseen: text(
            "工信部的备案记录离线查不到，所以问一次，并与同一主体的其他草稿比对。",
            "The ministry's records cannot be read offline: the question is asked, and other drafts of the entity are compared.",
        ),
    }
    /// The SMS check timed out
    SmsTimeout = 47 {
        weight: 2,
        wording: text("短信核验超时", "The SMS verification timed out"),
        cause: text("24 小时内没有完成短信核验。", "The code was not entered within 24 hours."),
        fix: text("原样重新提交。", "Submit it again unchanged."),
        unseen: text("提交之后才会发生；「进度」里有倒计时。", "It happens after submission; the status screen counts down."),
    }
    /// The person is too young
    UnderAge = 48 {
        weight: 2,
        wording: text("未满年龄", "The person is too young"),
        cause: text("负责人不到备案省份要求的年龄。", "The person is younger than the province requires."),
        fix: text("换负责人，或附证明。", "Choose another person, or attach the proof."),
        unseen: text(
            "只有居民身份证和居住证的号码看得出年龄，通行证和护照看不出。",
            "Only the numbers of resident ID cards and residence permits tell the age, those of travel permits and passports do not.",
        ),
    }
    /// One person answers for several companies
    PersonOfSeveralCompanies = 49 {
        weight: 2,
        wording: text("同一人担任多家公司负责人", "One person answers for several companies"),
        cause: text("江苏、江西等地不收一人任多家公司的负责人。", "Jiangsu, Jiangxi and others reject one person for several companies."),
        fix: text("换一位负责人。", "Choose another person."),
        unseen: text("别处的备案离线看不到，只能比对这里的草稿。", "Filings elsewhere cannot be seen: only the drafts here are compared."),
    }
    /// The entrance to filing is closed
    EntranceClosed = 50 {
        weight: 2,
        wording: text("备案入口未开放", "The entrance to filing is closed"),
        cause: text("名称里有不收的词，或系统维护。", "Words in the nickname, or the bureau's system is down."),
        fix: text("改名，或等一等。", "Rename it, or wait."),
        unseen: text("哪些词会关闭入口没有公布，所以问一次。", "Which words close it is not public: the question is asked."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_fifty_in_order() {
        let numbers: Vec<u8> = Rejection::ALL.iter().map(|rejection| rejection.record().number).collect();
        assert_eq!(numbers, (1..=50).collect::<Vec<u8>>());
        for rejection in Rejection::ALL {
            let Record { weight, wording, .. } = rejection.record();
            assert!((1..=3).contains(weight) && !wording.zh.is_empty(), "{rejection:?}");
        }
    }

    #[test]
    fn every_rejection_has_words() {
        for rejection in Rejection::ALL {
            let Record { wording, cause, fix, unseen, .. } = rejection.record();
            for text in [cause, fix] {
                assert!(text.zh.ends_with('。') && text.en.ends_with('.'), "{rejection:?}: {}", text.zh);
            }
            assert_eq!(unseen.zh.is_empty(), unseen.en.is_empty(), "{rejection:?}");
            assert!(!wording.en.is_empty() && wording.en.is_ascii() || wording.en.contains('市'), "{}", wording.en);
        }
    }

    /// What depends on what was typed, or on data that nobody sees from here, is never told as found in full.
    #[test]
    fn only_what_two_typed_values_settle_reads_as_found_in_full() {
        let full: Vec<Rejection> =
            Rejection::ALL.into_iter().filter(|rejection| rejection.record().unseen.zh.is_empty()).collect();
        assert_eq!(full, [Rejection::EmergencyPhoneIsOwn]);
    }
}
