//! What only the person can answer (`filing-rules.md` sections 7 and 9): asked once, then a finding or silence.

use crate::catalog::threshold::{self, Concern};
use crate::filing::{FieldId, Stage};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// The subject has a filing in another province, and may have filings in one only.
pub static SUBJECT_FILED_IN_ANOTHER_PROVINCE: Rule = Rule {
    name: "subject-filed-in-another-province",
    topic: Topic::Question,
    severity: Severity::Error,
    fields: &[FieldId::FiledInAnotherProvince],
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::FiledInAnotherProvince],
    title: text("主体在别的省备过案", "Filed in another province"),
    what: text("一个主体的备案只能在一个省。", "All filings of an entity are in one province."),
    why: text(
        "平台会提示「该主体已在某省完成备案」，直接驳回。",
        "The platform rejects it: the filing entity is on record elsewhere.",
    ),
    fix: text("改选原来备案的省，或先在原省注销主体。", "Choose that province, or deregister the entity there first."),
    messages: &[message(
        "",
        text(
            "主体在别的省有备案，在这里提交会被驳回。",
            "The entity is on record in another province: it will be rejected here.",
        ),
        text(
            "改选原备案省份；主体确已迁移的，先在原省注销主体再重新备案。",
            "Choose that province, or deregister there and file again.",
        ),
    )],
    wrong: case(
        "answers.filed_in_another_province = true",
        text("四川的备案，主体在广东有备案号。", "Filed in Sichuan, on record in Guangdong."),
    ),
    right: case("answers.filed_in_another_province = false", text("主体的备案都在四川。", "All its filings are in Sichuan.")),
    check: |context, findings| if_answered(context, findings, &SUBJECT_FILED_IN_ANOTHER_PROVINCE, true),
};

/// Another filing of the subject is in review; there can be one at a time.
pub static ANOTHER_FILING_RUNS: Rule = Rule {
    name: "another-filing-runs",
    topic: Topic::Question,
    severity: Severity::Warning,
    fields: &[FieldId::AnotherFilingRuns],
    source: source::VENDORS_AND_REJECTIONS,
    prevents: &[Rejection::AnotherFilingRuns],
    title: text("同一主体有别的订单在审", "Another filing in review"),
    what: text(
        "一个主体在通管局同时只能有一个备案订单，所有平台合计。",
        "An entity can have one filing at a time with its bureau, on all platforms together.",
    ),
    why: text("后提交的会以「主办者冲突」退回。", "The second one is rejected as a conflict."),
    fix: text("等那个订单有了结果再提交。", "Wait for the other one to end."),
    messages: &[message(
        "",
        text("有别的备案订单在审，现在提交会冲突。", "Another filing is in review: this one would conflict."),
        text("等它通过或撤回后再提交。", "Submit this one after it has been approved or withdrawn."),
    )],
    wrong: case(
        "answers.another_filing_runs = true",
        text("公众号的备案还在通管局审核。", "Another service's filing is still with the bureau."),
    ),
    right: case("answers.another_filing_runs = false", text("没有别的订单在审。", "Nothing else is in review.")),
    check: |context, findings| if_answered(context, findings, &ANOTHER_FILING_RUNS, true),
};

/// The account belongs to another name than the filing.
pub static ACCOUNT_NAME_DIFFERS: Rule = Rule {
    name: "account-name-differs",
    topic: Topic::Name,
    severity: Severity::Error,
    fields: &[FieldId::AccountNameAgrees],
    source: source::CODE_86355_AND_STEP_BY_STEP,
    prevents: &[Rejection::SubjectDiffersFromAccount],
    title: text("账号主体与备案主体不一致", "Account name differs"),
    what: text(
        "账号认证的主体、证件和这里的主体名称要一字不差。",
        "Account, certificate and this filing must have the same name.",
    ),
    why: text("平台返回「主办者与小程序主体不一致」（86355）。", "The platform answers 86355."),
    fix: text("先在微信公众平台办主体变更或认证，再备案。", "Change or verify the account's filing entity first."),
    messages: &[message(
        "",
        text("账号主体与主体名称不一致，提交会被直接驳回。", "Account and filing entity differ: it will be rejected at once."),
        text(
            "先改账号主体；单位更过名的，更新认证并附主体更名函。",
            "Fix the account first; after a renaming, verify again and attach the letter.",
        ),
    )],
    wrong: case(
        "answers.account_name_agrees = false",
        text("账号认证的是旧名称。", "The account is verified under the old name."),
    ),
    right: case("answers.account_name_agrees = true", text("账号与执照一字不差。", "Account and licence agree to the letter.")),
    check: |context, findings| if_answered(context, findings, &ACCOUNT_NAME_DIFFERS, false),
};

/// The administrator in the console is not the owner.
pub static ADMINISTRATOR_IS_ANOTHER: Rule = Rule {
    name: "administrator-is-another",
    topic: Topic::Owner,
    severity: Severity::Error,
    fields: &[FieldId::AdministratorIsOwner],
    source: source::WECHAT_VERIFY_TASK,
    prevents: &[Rejection::OwnerIsNotAdministrator],
    title: text("管理员不是小程序负责人", "The administrator is someone else"),
    what: text("小程序负责人须是微信公众平台上的管理员。", "The mini-program contact is the administrator in the console."),
    why: text("人脸核身只发给管理员本人。", "The face check goes to the administrator only."),
    fix: text("换管理员，或换小程序负责人。", "Change the one or the other."),
    messages: &[message(
        "",
        text("管理员是别人，人脸核身过不了。", "Someone else is the administrator: the face check cannot pass."),
        text(
            "先在微信公众平台把管理员改成小程序负责人，或改填负责人。",
            "Make the mini-program contact administrator, or enter the administrator as mini-program contact.",
        ),
    )],
    wrong: case(
        "owner.administrator = ''\nanswers.administrator_is_owner = false",
        text("管理员是外包公司的人。", "The administrator works for an agency."),
    ),
    right: case(
        "owner.administrator = ''\nanswers.administrator_is_owner = true",
        text("管理员就是小程序负责人。", "The administrator is the mini-program contact."),
    ),
    check: |context, findings| if_answered(context, findings, &ADMINISTRATOR_IS_ANOTHER, false),
};

/// The licence was changed a short while ago: the registry's copies lag behind.
pub static LICENCE_CHANGED_LATELY: Rule = Rule {
    name: "licence-changed-lately",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: &[FieldId::LicenceChangedLately],
    source: source::STEP_BY_STEP_AND_REGISTRY,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::CertificateOutdated],
    title: text("证照刚变更过", "Licence changed recently"),
    what: text(
        "要用变更后的新证照；登记信息要过几天才同步到核验系统。",
        "The newest licence is used, and the registry takes days to catch up.",
    ),
    why: text(
        "名称、代码、法定代表人、证件号四要素要与登记系统一致。",
        "Name, code, legal representative and number are checked against the registry.",
    ),
    fix: text("用新证照，等几天再提交。", "Use the new licence and wait a few days."),
    messages: &[message(
        "",
        text("证照刚变更，登记信息可能还没有同步，四要素核验会失败。", "Just changed: the check may still see the old data."),
        text("确认附的是新证照；变更满几个工作日后再提交。", "Make sure the new licence is attached; wait a few working days."),
    )],
    wrong: case(
        "answers.licence_changed_lately = true",
        text("昨天换了法定代表人。", "The legal representative changed yesterday."),
    ),
    right: case("answers.licence_changed_lately = false", text("近期没有变更。", "No recent change.")),
    check: |context, findings| if_answered(context, findings, &LICENCE_CHANGED_LATELY, true),
};

/// The registry lists the subject as abnormal, revoked or closed.
pub static REGISTRY_NOT_NORMAL: Rule = Rule {
    name: "registry-not-normal",
    topic: Topic::Question,
    severity: Severity::Warning,
    fields: &[FieldId::RegistryIsNormal],
    source: source::VENDORS,
    prevents: &[Rejection::RegistryNotNormal],
    title: text("登记状态不正常", "Registry status not normal"),
    what: text("经营异常、吊销、注销的单位备不了案。", "Entities listed as abnormal, revoked or closed cannot file."),
    why: text("通管局会核对登记状态。", "Bureaus check the register."),
    fix: text("先恢复正常状态。", "Restore the status first."),
    messages: &[message(
        "",
        text("登记状态不正常，多半会被驳回。", "With this status it is likely to be rejected."),
        text("先到登记机关移出异常名录或恢复登记，再备案。", "Have the status restored at the registry first."),
    )],
    wrong: case("answers.registry_is_normal = false", text("被列入经营异常名录。", "Listed as abnormal.")),
    right: case("answers.registry_is_normal = true", text("状态为存续。", "Listed as existing.")),
    check: |context, findings| if_answered(context, findings, &REGISTRY_NOT_NORMAL, false),
};

/// Reviewers will call in vain.
pub static PHONE_NOT_ANSWERED: Rule = Rule {
    name: "phone-not-answered",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::PhonesAreAnswered],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PhoneNotAnswered],
    title: text("电话打不通", "Phones not answered"),
    what: text("审核期间每个号码都要能接通。", "Every number is answered during the review."),
    why: text("平台和通管局的审核人员都会打电话核实。", "Reviewers of platform and bureau call."),
    fix: text("换能接通的号码，关掉来电拦截。", "Use numbers that are answered; turn call filters off."),
    messages: &[message(
        "",
        text("有号码接不通，审核人员打不通会退回。", "A number is not answered: reviewers reject the filing."),
        text("换常用号码；提交后两三天内留意陌生来电。", "Use another number; answer unknown callers for a few days."),
    )],
    wrong: case("answers.phones_are_answered = false", text("电话常关机。", "The phone is often off.")),
    right: case("answers.phones_are_answered = true", text("随时能接。", "Calls are answered.")),
    check: |context, findings| if_answered(context, findings, &PHONE_NOT_ANSWERED, false),
};

/// The province wants numbers of the province.
pub static PHONE_NOT_LOCAL: Rule = Rule {
    name: "phone-not-local",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::PhonesAreLocal],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::PhoneOfAnotherProvince],
    title: text("号码不是本省的", "Number of another province"),
    what: text("有的省要求负责人用归属地在本省的手机号码。", "Some provinces require numbers of the province."),
    why: text("江苏、广西、陕西、新疆等地如此要求。", "Jiangsu, Guangxi, Shaanxi, Xinjiang and others ask for it."),
    fix: text("换本省号码。", "Use a local number."),
    messages: &[message(
        "",
        text("号码归属地不在备案省份，当地可能退回。", "The number belongs elsewhere: the bureau may reject it."),
        text("换一个本省的号码。", "Use a number of the province."),
    )],
    wrong: case(
        "subject.region = '320102'\nanswers.phones_are_local = false",
        text("江苏备案，填了北京的号码。", "Filed in Jiangsu with a Beijing number."),
    ),
    right: case("subject.region = '320102'\nanswers.phones_are_local = true", text("用江苏的号码。", "A number of Jiangsu.")),
    check: |context, findings| if_answered(context, findings, &PHONE_NOT_LOCAL, false),
};

/// Another subject has filed the same name.
pub static MINI_PROGRAM_NAME_TAKEN: Rule = Rule {
    name: "mini-program-name-taken",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: &[FieldId::NameIsUnique],
    source: source::DOUYIN_AND_AGENCIES,
    prevents: &[Rejection::NameTaken],
    title: text("名称已有别人备案", "Name already in use"),
    what: text("不同主体的小程序不宜同名。", "Different entities must not file the same name."),
    why: text("同一主体同名算新增接入；不同主体同名会被退回。", "The same entity may; another entity is rejected."),
    fix: text("在微信公众平台改名后再备案。", "Rename it in the console first."),
    messages: &[message(
        "",
        text("已有别的主体用这个名称备案，可能被退回。", "Another entity has filed this name: it may be rejected."),
        text("先改名，再备案。", "Rename it, then file."),
    )],
    wrong: case("answers.name_is_unique = false", text("别人已经用这个名称备案。", "Somebody else filed this name.")),
    right: case("answers.name_is_unique = true", text("查过，没有重名。", "Looked up: no filing has it.")),
    check: |context, findings| if_answered(context, findings, &MINI_PROGRAM_NAME_TAKEN, false),
};

/// The console does not offer to file.
pub static ENTRANCE_CLOSED: Rule = Rule {
    name: "entrance-closed",
    topic: Topic::Question,
    severity: Severity::Warning,
    fields: &[FieldId::EntranceIsOpen],
    source: source::ENTRANCE_AND_FAQ,
    prevents: &[Rejection::EntranceClosed],
    title: text("备案入口没有开放", "Entrance closed"),
    what: text("微信公众平台上要能看到备案入口。", "The console offers to file a mini-program."),
    why: text(
        "昵称里的某些词和通管局系统维护都会关闭入口。",
        "Some words in the nickname, or maintenance of the bureau's system, close it.",
    ),
    fix: text(
        "补全小程序信息；入口仍不出现就改名或等系统恢复。",
        "Complete the mini-program's data; otherwise rename it or wait.",
    ),
    messages: &[message(
        "",
        text("备案入口没有开放，现在提交不了。", "The entrance is closed: nothing can be submitted."),
        text(
            "检查小程序的名称、头像、简介、类目是否齐全；昵称含敏感词的先改名；已发布的小程序当天名额用完，次日 {hour} 点恢复。",
            "See whether name, picture, introduction and category are complete; rename it where a word is the cause. For published ones the day's quota may be used up: it is renewed at {hour}:00 the next day.",
        ),
    )],
    wrong: case("answers.entrance_is_open = false", text("微信公众平台里没有备案入口。", "The console shows no way to file.")),
    right: case("answers.entrance_is_open = true", text("入口已经开放。", "The console offers it.")),
    check: entrance_closed,
};

/// A picture is a copy, a screenshot or watermarked.
pub static PICTURE_NOT_OF_ORIGINAL: Rule = Rule {
    name: "picture-not-of-original",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: &[FieldId::PicturesAreOriginals],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureIsCopy, Rejection::Watermark],
    title: text("照片不是拍自原件", "Not a picture of the original"),
    what: text("证件照片须对着纸质原件彩色拍摄或扫描。", "Pictures must be colour photos or scans of paper originals."),
    why: text("复印件、截图、翻拍和带水印的会被退回。", "Copies, screenshots, pictures of screens and watermarks are rejected."),
    fix: text("用原件重拍。", "Take them again from the originals."),
    messages: &[message(
        "",
        text("有照片不是原件彩色拍摄的，会被退回。", "A picture does not show the original in colour: it will be rejected."),
        text("把原件放平，在日光下重拍，四角完整、没有反光。", "Lay the original flat in daylight and photograph it whole."),
    )],
    wrong: case(
        "answers.pictures_are_originals = false",
        text("拍的是复印件，还带水印。", "A photo of a copy, with a watermark."),
    ),
    right: case("answers.pictures_are_originals = true", text("拍的是原件。", "A photo of the original.")),
    check: |context, findings| if_answered(context, findings, &PICTURE_NOT_OF_ORIGINAL, false),
};

/// A letter lacks a signature, a date, a seal or a right name.
pub static LETTER_NOT_IN_ORDER: Rule = Rule {
    name: "letter-not-in-order",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::LettersAreSigned],
    source: source::VENDOR_TEMPLATES,
    prevents: &[Rejection::AuthorizationLetterFaulty, Rejection::CommitmentLetterMissing],
    title: text("函件签章不全", "Letters not in order"),
    what: text("授权书、承诺书要亲笔签名、写日期、盖公章。", "Letters are signed by hand, dated and sealed."),
    why: text("缺章、缺签名、人名不对是常见的退回原因。", "Missing seals, signatures or wrong names are common reasons."),
    fix: text("补齐后重新拍照。", "Complete them and photograph them again."),
    messages: &[message(
        "",
        text("函件的签名、日期或公章不全。", "A letter lacks signature, date or seal."),
        text(
            "按模板补齐：正楷亲笔签名、日期、公章，名称与证照一致。",
            "Sign legibly by hand, date and seal it; names as on the certificates.",
        ),
    )],
    wrong: case("answers.letters_are_signed = false", text("授权书没有盖章。", "The letter of authorisation lacks its seal.")),
    right: case("answers.letters_are_signed = true", text("签字、日期、公章都齐。", "Signed, dated and sealed.")),
    check: |context, findings| if_answered(context, findings, &LETTER_NOT_IN_ORDER, false),
};

/// Once a filing is handed in, its questions are the platform's.
pub(in crate::rules) fn is_preparing(context: &Context<'_>) -> bool {
    context.stage() == Stage::Preparing
}

pub(in crate::rules) fn is_answered(context: &Context<'_>, id: FieldId, answer: bool) -> bool {
    context.asks(id) && context.answer(id) == Some(answer) && is_preparing(context)
}

fn entrance_closed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let hour = Arg::Number(i64::from(threshold::value(Concern::DailyQuota)));
    let closed = ENTRANCE_CLOSED.fields.iter().filter(|field| is_answered(context, **field, false));
    findings.extend(closed.map(|field| ENTRANCE_CLOSED.finds(*field).with("hour", hour.clone())));
}

/// Reports a rule that follows from one answer alone.
fn if_answered(context: &Context<'_>, findings: &mut Vec<Finding>, rule: &'static Rule, answer: bool) {
    findings.extend(rule.fields.iter().filter(|field| is_answered(context, **field, answer)).map(|field| rule.finds(*field)));
}
