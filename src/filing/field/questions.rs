//! The questions that only the person can answer (须本人回答). Nothing of them is sent.
//!
//! People are asked so that "no" is the answer that lets a filing go on as it is, whichever question they are at: nobody who answers
//! by habit errs. What a draft keeps may be the contrary (`.asks`): its keys are older, and keep their meaning.

use super::kind::Kind::{Date, Flag};
use super::record::{Field, Kinds, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;

fields!(
    questions,
    Section::Questions,
    FiledInAnotherProvince = field("answers.filed_in_another_province", Flag(None), when::optional)
        .label("在外省备过案", "Filed elsewhere")
        .help(
            "这个主体的网站、App 或小程序，有没有在别的省备过案？一个主体只能在一个省备案。",
            "Has this filing entity ever filed a site, an app or a mini-program in another province? An entity can file in one province only.",
        ).expects(false)
        .kinds(Kinds::NEW),
    FiledBefore = field("answers.filed_before", Flag(None), when::optional).label("在本省备过案", "Filed before").help(
        "这个主体以前在本省备过案吗，包括通过别的平台？有的话，主体资料要与原来的备案一致。",
        "Has it filed in this province before, with any provider? If so, its data must agree with that record.",
    ).expects(false)
        .kinds(Kinds::NEW),
    AnotherFilingRuns =
        field("answers.another_filing_runs", Flag(None), when::optional).label("有别的订单在审", "Another in review").help(
            "这个主体眼下有没有别的备案订单在审，包括其他平台上的？一个主体同时只能有一个。",
            "Is another filing of this entity in review right now, with any provider? There can be only one at a time.",
        ).expects(false)
        .kinds(Kinds::ALL),
    AccountNameAgrees =
        field("answers.account_name_agrees", Flag(None), when::optional).label("账号主体一致", "Account name agrees").help(
            "微信公众平台「设置」里显示的账号主体，与这里的主体名称一字不差吗？不一致会直接驳回。",
            "Does the entity that the console shows for the account have exactly the name entered here, character by character?",
        ).expects(true)
        .asks(
            ["账号主体不同", "Account name differs"],
            [
                "微信公众平台「设置」里显示的账号主体，与这里的主体名称有出入吗？哪怕只差一个字，也会直接驳回。",
                "Does the name that the console shows for the account's entity differ from the name entered here, even by a single character?",
            ],
        ),
    AdministratorIsOwner = field("answers.administrator_is_owner", Flag(None), when::administrator_is_unnamed)
        .label("管理员即负责人", "Contact is the admin")
        .help(
            "微信公众平台上的小程序管理员就是这里的小程序负责人吗？人脸核身会发给管理员本人。",
            "Is the administrator in the console the mini-program contact named here? The face check goes to the administrator.",
        ).expects(true)
        .asks(
            ["管理员是别人", "Admin is someone else"],
            [
                "微信公众平台上的小程序管理员，是这里的小程序负责人以外的人吗？人脸核身会发给管理员本人。",
                "Is the administrator in the console anyone other than the mini-program contact named here? The face check goes to the administrator.",
            ],
        ),
    Renamed = field("answers.renamed", Flag(None), when::optional_of_unit).label("主体更过名", "Entity renamed").help(
        "统一社会信用代码没变，名称变更过，而账号或以前的备案还是旧名？是的话要附主体更名函。",
        "Was it renamed under the same credit code while the account or an earlier filing has the old name? Then a \
             letter is needed.",
    ).expects(false),
    LicenceChangedLately = field("answers.licence_changed_lately", Flag(None), when::optional_of_unit)
        .label("证照刚变更", "Licence changed recently")
        .help(
            "最近一个月里办过名称、住所、法定代表人等变更登记吗？登记信息要过一阵才能核验到。",
            "Were name, address or legal representative changed at the registry within a month? The change takes a while to reach \
             the check.",
        ).expects(false),
    RegistryIsNormal = field("answers.registry_is_normal", Flag(None), when::optional_of_unit)
        .label("登记状态正常", "Registry status normal")
        .help(
            "在企业信用信息公示系统里查到的登记状态正常吗？经营异常、吊销、注销的都会被驳回。",
            "Is its status normal in the public credit register? Entities listed as abnormal, revoked or closed are rejected.",
        ).expects(true)
        .asks(
            ["登记状态异常", "Abnormal in register"],
            [
                "在企业信用信息公示系统里，这个单位是经营异常、吊销或注销的状态吗？这样的会被驳回。",
                "Does the public credit register list it as abnormal, revoked or closed? Such entities are rejected.",
            ],
        ),
    PhonesAreAnswered =
        field("answers.phones_are_answered", Flag(None), when::optional).label("电话都能接通", "Phones are answered").help(
            "填的每个号码这几天都能接通吗？审核人员会用陌生号码打来，打不通就退回；注意来电拦截。",
            "Is every number answered these days? Reviewers call from unknown numbers and reject the filing if they reach no one.",
        ).expects(true)
        .asks(
            ["有电话打不通", "Phone unreachable"],
            [
                "填的号码里，有这几天接不通的吗？审核人员会用陌生号码打来，打不通就退回；注意来电拦截。",
                "Is any of the numbers unreachable these days? Reviewers call from unknown numbers and reject the filing if they reach no one.",
            ],
        ),
    PhonesUsedElsewhere = field("answers.phones_used_elsewhere", Flag(None), when::optional)
        .label("号码已用于别处", "Phones used elsewhere")
        .help(
            "这里的手机号码，有没有填在别的主体的备案里？不少地方不许两个主体共用号码。",
            "Is one of these numbers used in a filing of another entity? Many bureaus do not allow that.",
        ).expects(false),
    PhonesAreLocal =
        field("answers.phones_are_local", Flag(None), when::phones_must_be_local).label("号码归属本省", "Phones are local").help(
            "负责人的手机号码归属地在备案省份吗？当地通管局要求或建议用本省号码。",
            "Do the mobile numbers belong to the province of the filing? Its bureau asks for them or advises them.",
        ).expects(true)
        .asks(
            ["有外省号码", "Phone from elsewhere"],
            [
                "负责人的手机号码里，有归属地在外省的吗？当地通管局要求或建议用本省号码。",
                "Is any of the mobile numbers from another province? The bureau requires or recommends local ones.",
            ],
        ),
    NameIsUnique = field("answers.name_is_unique", Flag(None), when::optional).label("名称没有重复", "Name is unique").help(
        "在 beian.miit.gov.cn 按小程序名称查过，没有别的主体用同一个名称备案吗？",
        "Searched at beian.miit.gov.cn: is the name free of filings by other entities?",
    ).expects(true)
        .asks(
            ["名称有人用", "Name already filed"],
            [
                "在 beian.miit.gov.cn 按小程序名称查一下：有别的主体用同一个名称备案吗？",
                "Search beian.miit.gov.cn for the mini-program's name: has another entity filed the same name?",
            ],
        ),
    EntranceIsOpen =
        field("answers.entrance_is_open", Flag(None), when::optional).label("备案入口已开放", "Console accepts filings").help(
            "微信公众平台上能看到「去备案」吗？昵称里有某些词，或通管局系统维护时，入口会关闭。",
            "Does the console offer to file (去备案)? The offer is missing while the nickname has certain words or the bureau's system is under maintenance.",
        ).expects(true)
        .asks(
            ["备案入口关闭", "Filing not offered"],
            [
                "微信公众平台上的备案入口「去备案」是关闭的吗？昵称里有某些词，或通管局系统维护时，看不到它。",
                "Is the offer to file (去备案) missing from the console? It is while the nickname has certain words or the bureau's system is under maintenance.",
            ],
        )
        .kinds(Kinds::NEW),
    PicturesAreOriginals =
        field("answers.pictures_are_originals", Flag(None), when::optional).label("照片拍自原件", "Photos of originals").help(
            "每张证件照片都是对着纸质原件彩色拍摄或扫描的，没有水印、遮挡，不是复印件、截图或翻拍？",
            "Is every picture a colour photo or scan of the paper original: no watermark, nothing covered, no copy, no \
             screen?",
        ).expects(true)
        .asks(
            ["有照片非原件", "Photo of a copy"],
            [
                "证件照片里，有复印件、截图、翻拍、黑白的，或者带水印、遮挡的吗？每张都要对着纸质原件彩色拍摄或扫描。",
                "Is any picture a copy, a screenshot, a photo of a screen, in black and white, watermarked or partly covered? Each must show the paper original in colour.",
            ],
        ),
    GameHasPayments = field("answers.game_has_payments", Flag(None), when::game_is_chosen)
        .label("游戏里有付费", "Game has payments")
        .help(
            "玩家在游戏里会付钱吗，比如充值、买道具？会的要有游戏版号；只看广告、完全免费的不用。",
            "Do players pay inside the game, for coins or items? Then it takes a publication number; with advertisements alone it does not.",
        ).expects(false),
    LettersAreSigned = field("answers.letters_are_signed", Flag(None), when::letters_are_there)
        .label("函件签章齐全", "Letters are signed")
        .help(
            "授权书、承诺书都亲笔签名，该盖公章的盖了公章，人名和名称都对吗？日期另问。",
            "Are the letters signed by hand, sealed where a seal belongs, with all names right? The date is asked separately.",
        ).expects(true)
        .asks(
            ["函件签章有缺", "Letter incomplete"],
            [
                "授权书、承诺书里，有缺亲笔签名、缺公章，或者写错人名、名称的吗？日期另问。",
                "Does any letter lack a handwritten signature or a seal it needs, or bear a wrong name? The date is asked separately.",
            ],
        ),
    LettersDated = field("answers.letters_dated", Date(false), when::letters_are_there)
        .label("函件落款日期", "Letters dated")
        .help(
            "授权书、承诺书上最早的落款日期：是提交当天，或在那之前不满一个月。",
            "The earliest date on the letters: the day of submission, or less than one month before.",
        )
        .example("2026-11-20"),
    ApprovalsValidUntil = field("answers.approvals_valid_until", Date(true), when::approvals_are_there)
        .label("审批文件有效期至", "Permits valid until")
        .help(
            "前置审批文件中最早到期的日期，没有期限的填长期；过期的批文不被接受。",
            "The earliest end among the permits, 长期 where there is none. An expired permit is not accepted.",
        )
        .example("2029-06-30"),
);
