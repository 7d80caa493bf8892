//! What only the person can answer (`filing-rules.md` sections 7 and 9): asked once, then a finding or silence.

use crate::catalog;
use crate::filing::{FieldId, Kind, Section, Stage};
use crate::identifiers::date::When;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province;
use crate::text::text;
use chrono::{Months, NaiveDate};

const QUESTIONS: &[FieldId] = &[
    FieldId::FiledInAnotherProvince,
    FieldId::FiledBefore,
    FieldId::AnotherFilingRuns,
    FieldId::AccountNameAgrees,
    FieldId::AdministratorIsOwner,
    FieldId::Renamed,
    FieldId::LicenceChangedLately,
    FieldId::RegistryIsNormal,
    FieldId::PhonesAreAnswered,
    FieldId::PhonesUsedElsewhere,
    FieldId::PhonesAreLocal,
    FieldId::NameIsUnique,
    FieldId::EntranceIsOpen,
    FieldId::PicturesAreOriginals,
    FieldId::LettersAreSigned,
    FieldId::LettersDated,
    FieldId::ApprovalsValidUntil,
];

/// Months after which a bureau no longer takes a letter (`filing-rules.md` section 4.3).
const LETTER_MONTHS: Months = Months::new(3);
/// Months a permit should last at least: a review takes up to one.
const PERMIT_MONTHS: Months = Months::new(1);

/// A question that nobody has answered yet.
pub static QUESTION_OPEN: Rule = Rule {
    name: "question-open",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: QUESTIONS,
    source: source::UNKNOWABLE_OFFLINE,
    prevents: &[],
    title: text("有问题还没有回答", "A question is open"),
    what: text(
        "有些事离线查不到，只有本人知道：在检查页上问一次，答了就不再问。",
        "What no offline tool can know is asked once, on the review screen.",
    ),
    why: text("这些事每一件都有人因此被退回。", "Each of them has sent filings back."),
    fix: text(
        "在检查页上回答，答案记在草稿里，不会提交。",
        "Answer it on the review screen; the answer stays in the draft and is not sent.",
    ),
    messages: &[
        message(
            "answer",
            text("「{question}」还没有回答。", "\"{question}\" is not answered yet."),
            text("回答是或否。", "Answer yes or no."),
        ),
        message(
            "date",
            text("「{question}」还没有填。", "\"{question}\" is not filled in yet."),
            text("照纸面上的日期填写。", "Enter the date on the paper."),
        ),
    ],
    wrong: case(
        "answers.filed_before = ''",
        text("主体备没备过案，还没有回答。", "Nobody has said whether the subject has filed before."),
    ),
    right: case("answers.filed_before = false", text("回答了：没有备过。", "Answered: it has not.")),
    check: question_open,
};

/// The subject has a filing in another province, and may have filings in one only.
pub static SUBJECT_FILED_IN_ANOTHER_PROVINCE: Rule = Rule {
    name: "subject-filed-in-another-province",
    topic: Topic::Question,
    severity: Severity::Error,
    fields: &[FieldId::FiledInAnotherProvince],
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::FiledInAnotherProvince],
    title: text("主体在别的省备过案", "Filed in another province"),
    what: text("一个主体的备案只能在一个省。", "A subject's filings are all in one province."),
    why: text(
        "平台会提示「该主体已在某省完成备案」，直接驳回。",
        "The platform sends it back: the subject is on record elsewhere.",
    ),
    fix: text("改选原来备案的省，或先在原省注销主体。", "Choose that province, or deregister the subject there first."),
    messages: &[message(
        "",
        text(
            "主体在别的省有备案，在这里提交会被驳回。",
            "The subject is on record in another province: it will be sent back here.",
        ),
        text(
            "改选原备案省份；主体确已迁移的，先在原省注销主体再重新备案。",
            "Choose that province, or deregister there and file anew.",
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
        "一个主体在管局同时只能有一个备案订单，所有平台合计。",
        "A subject has one filing at a time with its bureau, on all platforms together.",
    ),
    why: text("后提交的会以「主办者冲突」退回。", "The second one comes back as a conflict."),
    fix: text("等那个订单有了结果再提交。", "Wait for the other one to end."),
    messages: &[message(
        "",
        text("有别的备案订单在审，现在提交会冲突。", "Another filing is in review: this one would conflict."),
        text("等它通过或撤回后再提交。", "Hand this one in after it has passed or was withdrawn."),
    )],
    wrong: case(
        "answers.another_filing_runs = true",
        text("公众号的备案还在管局审核。", "Another service's filing is still with the bureau."),
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
    title: text("账号主体与主办者不一致", "Account of another name"),
    what: text("账号认证的主体、证件和这里的主体名称要一字不差。", "Account, certificate and this filing carry one name."),
    why: text("平台返回「主办者与小程序主体不一致」（86355）。", "The platform answers 86355."),
    fix: text("先在公众平台办主体变更或认证，再备案。", "Change or verify the account's subject first."),
    messages: &[message(
        "",
        text("账号主体与主体名称不一致，提交会被直接驳回。", "Account and subject differ: it will be sent back at once."),
        text(
            "先改账号主体；单位更过名的，更新认证并附主体更名函。",
            "Mend the account first; after a renaming, verify anew and attach the letter.",
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
    what: text("小程序负责人须是公众平台上的管理员。", "The owner is the administrator in the console."),
    why: text("人脸核身只发给管理员本人。", "The face check goes to the administrator only."),
    fix: text("换管理员，或换小程序负责人。", "Change the one or the other."),
    messages: &[message(
        "",
        text("管理员是别人，人脸核身过不了。", "Someone else is the administrator: the face check cannot pass."),
        text(
            "先在公众平台把管理员改成小程序负责人，或改填负责人。",
            "Make the owner administrator, or enter the administrator as owner.",
        ),
    )],
    wrong: case(
        "owner.administrator = ''\nanswers.administrator_is_owner = false",
        text("管理员是外包公司的人。", "The administrator works for an agency."),
    ),
    right: case(
        "owner.administrator = ''\nanswers.administrator_is_owner = true",
        text("管理员就是小程序负责人。", "The administrator is the owner."),
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
    title: text("证照刚变更过", "Licence just changed"),
    what: text(
        "要用变更后的新证照；登记信息要过几天才同步到核验系统。",
        "The newest licence is used, and the registry takes days to catch up.",
    ),
    why: text(
        "名称、代码、法定代表人、证件号四要素要与登记系统一致。",
        "Name, code, legal person and number are checked against the registry.",
    ),
    fix: text("用新证照，等几天再提交。", "Use the new licence and wait some days."),
    messages: &[message(
        "",
        text("证照刚变更，登记信息可能还没有同步，四要素核验会失败。", "Just changed: the check may still see the old data."),
        text("确认附的是新证照；变更满几个工作日后再提交。", "Make sure the new licence is attached; wait some working days."),
    )],
    wrong: case("answers.licence_changed_lately = true", text("昨天换了法定代表人。", "The legal person changed yesterday.")),
    right: case("answers.licence_changed_lately = false", text("近期没有变更。", "No change of late.")),
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
    what: text("经营异常、吊销、注销的单位备不了案。", "Subjects listed as abnormal, revoked or closed are not filed."),
    why: text("管局会核对登记状态。", "Bureaus look at the register."),
    fix: text("先恢复正常状态。", "Restore the status first."),
    messages: &[message(
        "",
        text("登记状态不正常，多半会被驳回。", "With this status it is likely to be sent back."),
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
    why: text("平台和管局的审核人员都会打电话核实。", "Reviewers of platform and bureau call."),
    fix: text("换能接通的号码，关掉来电拦截。", "Use numbers that are answered; turn call filters off."),
    messages: &[message(
        "",
        text("有号码接不通，审核人员打不通会退回。", "A number is not answered: reviewers send it back."),
        text("换常用号码；提交后两三天内留意陌生来电。", "Use another; answer unknown calls for some days."),
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
    what: text("有的省要求负责人用归属地在本省的手机号码。", "Some provinces want numbers of the province."),
    why: text("江苏、广西、陕西、新疆等地如此要求。", "Jiangsu, Guangxi, Shaanxi, Xinjiang and others ask for it."),
    fix: text("换本省号码。", "Use a local number."),
    messages: &[message(
        "",
        text("号码归属地不在备案省份，当地可能退回。", "The number belongs elsewhere: the bureau may send it back."),
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
    title: text("名称已有别人备案", "Name taken"),
    what: text("不同主体的小程序不宜同名。", "Different subjects do not file the same name."),
    why: text("同一主体同名算新增接入；不同主体同名会被退回。", "The same subject may; another subject is sent back."),
    fix: text("在公众平台改名后再备案。", "Rename it in the console first."),
    messages: &[message(
        "",
        text("已有别的主体用这个名称备案，可能被退回。", "Another subject has filed this name: it may be sent back."),
        text("先改名，再备案。", "Rename it, then file."),
    )],
    wrong: case("answers.name_is_unique = false", text("别人已经用这个名称备案。", "Somebody else filed this name.")),
    right: case("answers.name_is_unique = true", text("查过，没有重名。", "Looked up: nobody has it.")),
    check: |context, findings| if_answered(context, findings, &MINI_PROGRAM_NAME_TAKEN, false),
};

/// The console does not offer to file.
pub static ENTRANCE_CLOSED: Rule = Rule {
    name: "entrance-closed",
    topic: Topic::Question,
    severity: Severity::Warning,
    fields: &[FieldId::EntranceIsOpen],
    source: source::WECHAT_ENTRANCE,
    prevents: &[Rejection::EntranceClosed],
    title: text("备案入口没有开放", "Entrance closed"),
    what: text("公众平台上要能看到备案入口。", "The console offers to file."),
    why: text(
        "昵称里的某些词和管局系统维护都会关闭入口。",
        "Some words in the nickname, or a bureau system under maintenance, shut it.",
    ),
    fix: text("补全小程序信息；入口仍不出现就改名或等系统恢复。", "Complete the mini-program's data; else rename it or wait."),
    messages: &[message(
        "",
        text("备案入口没有开放，现在提交不了。", "The entrance is closed: nothing can be handed in."),
        text(
            "检查小程序的名称、头像、简介、类目是否齐全；昵称含敏感词的先改名。",
            "See whether name, picture, introduction and category are complete; rename it where a word is the cause.",
        ),
    )],
    wrong: case("answers.entrance_is_open = false", text("控制台里没有备案入口。", "The console shows no way to file.")),
    right: case("answers.entrance_is_open = true", text("入口已经开放。", "The console offers it.")),
    check: |context, findings| if_answered(context, findings, &ENTRANCE_CLOSED, false),
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
    what: text("证件照片须对着纸质原件彩色拍摄或扫描。", "Pictures are colour photos or scans of paper originals."),
    why: text("复印件、截图、翻拍和带水印的会被退回。", "Copies, screenshots, pictures of screens and watermarks are sent back."),
    fix: text("用原件重拍。", "Take them again from the originals."),
    messages: &[message(
        "",
        text("有照片不是原件彩色拍摄的，会被退回。", "A picture is no colour picture of the original: it will be sent back."),
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
            "Sign in block letters, date and seal it; names as on the certificates.",
        ),
    )],
    wrong: case("answers.letters_are_signed = false", text("授权书没有盖章。", "The authorization lacks its seal.")),
    right: case("answers.letters_are_signed = true", text("签字、日期、公章都齐。", "Signed, dated and sealed.")),
    check: |context, findings| if_answered(context, findings, &LETTER_NOT_IN_ORDER, false),
};

/// A number stands in another subject's filing.
pub static PHONE_USED_ELSEWHERE: Rule = Rule {
    name: "phone-used-elsewhere",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::PhonesUsedElsewhere],
    source: source::VENDORS,
    prevents: &[Rejection::PhoneOfAnotherSubject],
    title: text("号码已用于别的主体", "Number of another filing"),
    what: text("手机号码不要出现在别的主体的备案里。", "A number stands in one subject's filings."),
    why: text("天津、山东、河南、广东等地会因此退回。", "Several provinces send it back."),
    fix: text("换一个没有用过的号码。", "Use another number."),
    messages: &[
        message(
            "anywhere",
            text("号码已用在别的主体的备案里，可能被退回。", "A number stands in another subject's filing: it may be sent back."),
            text("换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first."),
        ),
        message(
            "refused_here",
            text(
                "号码已用在别的主体的备案里，{province}不收这样的号码。",
                "A number stands in another subject's filing; {province} does not take such numbers.",
            ),
            text("换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first."),
        ),
    ],
    wrong: case(
        "answers.phones_used_elsewhere = true",
        text("代办公司给好几家用同一个号码。", "An agency uses one number for several clients."),
    ),
    right: case("answers.phones_used_elsewhere = false", text("号码只用于这个主体。", "The number serves this subject only.")),
    check: phone_used_elsewhere,
};

/// The subject has filed before: what is entered here must agree with that record.
pub static EARLIER_FILING_MUST_AGREE: Rule = Rule {
    name: "earlier-filing-must-agree",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: &[FieldId::FiledBefore],
    source: source::STEP_BY_STEP_AND_EMPTY_SUBJECTS,
    prevents: &[Rejection::FiledInAnotherProvince, Rejection::EarlierRecordDiffers],
    title: text("与以前的备案一致", "Agree with the earlier filing"),
    what: text("主体备过案的，这里的主体资料要与原来的备案一致。", "A subject on record files with the data on record."),
    why: text(
        "主体信息不一致，或名下已经没有服务（空壳主体）时会被退回。",
        "Differing data or an empty record sends the filing back.",
    ),
    fix: text("对照原备案逐项核对；变了的先办变更。", "Compare with the record; file the change first where it differs."),
    messages: &[
        message(
            "agree",
            text(
                "主体备过案：名称、证件、地址、负责人要与原备案一致，备案省份也相同。",
                "On record already: name, certificate, address, responsible person and province must agree with it.",
            ),
            text(
                "对照原备案核对；变了的，先在原平台办变更备案。",
                "Compare them; file a change with the earlier provider first.",
            ),
        ),
        message(
            "shell_taken",
            text(
                "原备案下已没有任何服务的，{province}可以直接新增小程序。",
                "Where no service is left on the record, {province} takes a new one directly.",
            ),
            text("不用先注销主体。", "No need to deregister first."),
        ),
        message(
            "shell_refused",
            text(
                "原备案下已没有任何服务的（空壳主体），{province}要先向管局注销主体，约 5 个工作日。",
                "Where no service is left on the record, {province} wants it deregistered first: about 5 working days.",
            ),
            text("先查清名下还有没有服务。", "Find out whether any service is left."),
        ),
    ],
    wrong: case(
        "answers.filed_before = true",
        text("备过网站，主体资料要与那次一致。", "A website was filed before: the data must agree with it."),
    ),
    right: case("answers.filed_before = false", text("第一次备案。", "The first filing.")),
    check: earlier_filing_must_agree,
};

/// A letter is dated in the future, or too long ago.
pub static LETTER_DATE_UNFIT: Rule = Rule {
    name: "letter-date-unfit",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::LettersDated],
    source: source::VENDOR_TEMPLATES,
    prevents: &[Rejection::AuthorizationLetterDate],
    title: text("函件日期不合适", "Date of a letter"),
    what: text(
        "落款日期不晚于提交日，管局看到时不超过三个月。",
        "Dated not after the submission, and not older than three months when read.",
    ),
    why: text("过期或写了将来日期的函件会被退回。", "Old or post-dated letters are sent back."),
    fix: text("重新出具。", "Have it made anew."),
    messages: &[
        message(
            "in_future",
            text("落款日期 {dated} 还没有到。", "{dated} has not come yet."),
            text("核对日期；写错了就重新出具。", "Check it; have the letter made anew if it is wrong."),
        ),
        message(
            "too_old",
            text("落款日期 {dated} 已超过三个月（到 {last}）。", "{dated} is more than three months ago (until {last})."),
            text("重新出具，写近日的日期。", "Have it made anew with a recent date."),
        ),
        message(
            "soon_too_old",
            text("到 {last} 就满三个月，审核可能拖过那一天。", "Three months are over on {last}; the review may take longer."),
            text("尽快提交，或换新的函件。", "Hand it in soon, or renew it."),
        ),
    ],
    wrong: case(
        "answers.letters_dated = '2026-08-22'",
        text("2026-11-23 检查，已超过三个月。", "Checked on 2026-11-23: older than three months."),
    ),
    right: case("answers.letters_dated = '2026-11-20'", text("最近签的。", "Signed lately.")),
    check: letter_date_unfit,
};

/// A permit has expired or is about to.
pub static APPROVAL_EXPIRES: Rule = Rule {
    name: "approval-expires",
    topic: Topic::PriorApproval,
    severity: Severity::Warning,
    fields: &[FieldId::ApprovalsValidUntil],
    source: source::VENDORS,
    prevents: &[Rejection::PriorApprovalExpired],
    title: text("审批文件到期", "A permit expires"),
    what: text("前置审批文件在审核期间要一直有效。", "Permits stay valid during the review."),
    why: text("过期的批文不被接受。", "Expired permits are not accepted."),
    fix: text("先续期，再备案。", "Renew it first."),
    messages: &[
        message(
            "expired",
            text("审批文件已于 {end} 到期。", "It expired on {end}."),
            text("续期后附上新的文件。", "Renew it and attach the new one."),
        ),
        message(
            "soon",
            text("审批文件 {end} 到期，审核期间可能失效。", "It ends on {end}, maybe during the review."),
            text("能续期就先续期。", "Renew it first if possible."),
        ),
    ],
    wrong: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2026-12-01'",
        text("2026-11-23 检查，审核期间就到期了。", "Checked on 2026-11-23: it ends during the review."),
    ),
    right: case(
        "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2028-12-01'",
        text("还有两年。", "Two years are left."),
    ),
    check: approval_expires,
};

/// Once a filing is handed in, its questions are the platform's.
fn is_preparing(context: &Context<'_>) -> bool {
    context.stage() == Stage::Preparing
}

fn is_answered(context: &Context<'_>, id: FieldId, answer: bool) -> bool {
    context.asks(id) && context.answer(id) == Some(answer) && is_preparing(context)
}

/// Reports a rule that follows from one answer alone.
fn if_answered(context: &Context<'_>, findings: &mut Vec<Finding>, rule: &'static Rule, answer: bool) {
    findings.extend(rule.fields.iter().filter(|field| is_answered(context, **field, answer)).map(|field| rule.finds(*field)));
}

fn question_open(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_preparing(context) {
        return;
    }
    // Who says that the letters are in order has seen their date.
    let settled = |id| id == FieldId::LettersDated && context.answer(FieldId::LettersAreSigned) == Some(true);
    for field in Section::Questions.fields().filter(|field| context.asks(field.id)) {
        if context.get(field.id).is_none() && !settled(field.id) {
            let reason = if matches!(field.kind, Kind::Flag(_)) {
                message_of!(QUESTION_OPEN, "answer")
            } else {
                message_of!(QUESTION_OPEN, "date")
            };
            findings.push(QUESTION_OPEN.finds(field.id).with_message(reason).with("question", Arg::Field(field.id)));
        }
    }
}

fn earlier_filing_must_agree(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_answered(context, FieldId::FiledBefore, true) {
        return;
    }
    let finding = EARLIER_FILING_MUST_AGREE.finds(FieldId::FiledBefore);
    findings.push(finding.clone().with_message(message_of!(EARLIER_FILING_MUST_AGREE, "agree")));
    let region = context.text(FieldId::SubjectRegion);
    if let Some(province) = catalog::province::province(region) {
        let reason = if province.shell_direct_add {
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_taken")
        } else {
            message_of!(EARLIER_FILING_MUST_AGREE, "shell_refused")
        };
        findings.push(finding.with_message(reason).with("province", Arg::Text(province.name.to_owned())));
    }
}

fn phone_used_elsewhere(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_answered(context, FieldId::PhonesUsedElsewhere, true) {
        return;
    }
    let finding = PHONE_USED_ELSEWHERE.finds(FieldId::PhonesUsedElsewhere);
    findings.push(match province::here(context).filter(|province| province.phone_exclusive) {
        Some(province) => {
            finding.with_message(message_of!(PHONE_USED_ELSEWHERE, "refused_here")).with("province", Arg::Name(province.short))
        }
        None => finding.with_message(message_of!(PHONE_USED_ELSEWHERE, "anywhere")),
    });
}

fn letter_date_unfit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(dated)) = context.when(FieldId::LettersDated).filter(|_| is_preparing(context)) else { return };
    let Some(last) = dated.checked_add_months(LETTER_MONTHS) else { return };
    let finding = LETTER_DATE_UNFIT.finds(FieldId::LettersDated).with("dated", Arg::Date(dated)).with("last", Arg::Date(last));
    // A review takes up to a month: a letter that ages meanwhile is as good as old.
    let margin = |day: NaiveDate| day.checked_add_months(PERMIT_MONTHS).is_none_or(|then| then > last);
    match context.today() {
        today if today < dated => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "in_future"))),
        today if today > last => findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "too_old"))),
        today if margin(today) => {
            findings.push(finding.with_message(message_of!(LETTER_DATE_UNFIT, "soon_too_old")).with_severity(Severity::Hint))
        }
        _ => {}
    }
}

fn approval_expires(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(end)) = context.when(FieldId::ApprovalsValidUntil).filter(|_| is_preparing(context)) else { return };
    let finding = APPROVAL_EXPIRES.finds(FieldId::ApprovalsValidUntil).with("end", Arg::Date(end));
    if end < context.today() {
        findings.push(finding.with_message(message_of!(APPROVAL_EXPIRES, "expired")));
    } else if context.today().checked_add_months(PERMIT_MONTHS).is_some_and(|then| end <= then) {
        findings.push(finding.with_message(message_of!(APPROVAL_EXPIRES, "soon")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Value};
    use crate::scan::facts::Facts;

    fn said(draft: &Draft, today: &str) -> Vec<(&'static str, &'static str)> {
        let facts = Facts::new();
        let context = Context::new(draft, &facts, today.parse().unwrap());
        let mut findings = Vec::new();
        for rule in [&LETTER_DATE_UNFIT, &APPROVAL_EXPIRES, &QUESTION_OPEN] {
            (rule.check)(&context, &mut findings);
        }
        findings.into_iter().map(|finding| (finding.rule.name, finding.message.name)).collect()
    }

    #[test]
    fn every_question_is_in_the_list() {
        let fields: Vec<FieldId> = Section::Questions.fields().map(|field| field.id).collect();
        assert_eq!(fields, QUESTIONS);
    }

    #[test]
    fn a_letter_is_good_from_its_date_for_three_months() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
        draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["a.jpg".into()])));
        draft.set(FieldId::LettersDated, Some("2026-08-24".into()));
        for (today, reason) in [
            ("2026-08-23", Some("in_future")),
            ("2026-08-24", None),
            ("2026-10-24", None),
            ("2026-10-25", Some("soon_too_old")),
            ("2026-11-24", Some("soon_too_old")),
            ("2026-11-25", Some("too_old")),
        ] {
            let said = said(&draft, today);
            let found = said.iter().find(|(rule, _)| *rule == "letter-date-unfit").map(|(_, reason)| *reason);
            assert_eq!(found, reason, "{today}");
        }
    }

    #[test]
    fn a_permit_lasts_longer_than_the_review() {
        let mut draft = Draft::new(4);
        let approval = crate::filing::Approval { kind: Some(9), number: "x".into(), document: "a.jpg".into() };
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval])));
        for (end, reason) in [
            ("2026-11-24", Some("expired")),
            ("2026-11-25", Some("soon")),
            ("2026-12-25", Some("soon")),
            ("2026-12-26", None),
            ("长期", None),
        ] {
            draft.set(FieldId::ApprovalsValidUntil, Some(end.into()));
            let said = said(&draft, "2026-11-25");
            let found = said.iter().find(|(rule, _)| *rule == "approval-expires").map(|(_, reason)| *reason);
            assert_eq!(found, reason, "{end}");
        }
    }

    #[test]
    fn only_what_concerns_the_draft_is_asked() {
        let open = |draft: &Draft| said(draft, "2026-11-25").into_iter().filter(|(rule, _)| *rule == "question-open").count();
        let (individual, mut company) = (Draft::new(5), Draft::new(4));
        assert!(open(&individual) < open(&company));
        let before = open(&company);
        company.set(FieldId::SubjectRegion, Some("320102".into()));
        assert_eq!(open(&company), before + 1, "江苏 asks for local numbers");
        company.set(FieldId::OwnerAdministrator, Some("张三".into()));
        assert_eq!(open(&company), before);
        company.set(FieldId::FiledBefore, Some(Value::Flag(false)));
        assert_eq!(open(&company), before - 1);
    }
}
