//! The mini-program's own data.

use crate::filing::FieldId;
use crate::identifiers::appid::{self, LooksLike};
use crate::identifiers::original_id::OriginalId;
use crate::identifiers::{Identifier, mp_name_len};
use crate::rules::engine::judge::Judged;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// The AppID is not one.
pub static APP_ID_INVALID: Rule = Rule {
    name: "app-id-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: &[FieldId::AppId],
    source: source::WECHAT_APP_ID,
    prevents: &[],
    title: text("AppID 不对", "AppID is wrong"),
    what: text("AppID 是 wx 加 16 位数字或小写字母 a 到 f。", "An AppID is wx and 16 hexadecimal digits."),
    why: text("备案的是哪个小程序，以 AppID 为准。", "It says which mini-program is filed."),
    fix: text("从微信公众平台的「设置」里复制。", "Copy it from the console's settings."),
    messages: &[
        message(
            "prefix",
            text("AppID 以 wx 开头。", "An AppID begins with wx."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
        message(
            "length",
            text("AppID 共 18 位。", "An AppID has 18 characters."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
        message(
            "bad_char",
            text("wx 后面只有数字和小写字母 a 到 f。", "After wx come digits and a to f only."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
        message(
            "secret",
            text("这是 AppSecret（密钥），不是 AppID。", "This is the AppSecret, not the AppID."),
            text(
                "马上删掉，换成以 wx 开头的 AppID；密钥若已泄露就重置。",
                "Delete it and enter the AppID (wx…); reset the secret if it has got out.",
            ),
        ),
        message(
            "wecom",
            text("这是企业微信的 ID。", "This is an id of WeCom."),
            text("填小程序的 AppID，以 wx 开头。", "Enter the mini-program's AppID, which begins with wx."),
        ),
        message(
            "original_id",
            text("这是原始 ID（gh_），不是 AppID。", "This is the original id (gh_), not the AppID."),
            text("填以 wx 开头的 AppID。", "Enter the AppID, which begins with wx."),
        ),
        message(
            "tourist",
            text("这是开发工具的游客 ID。", "This is the developer tools' guest id."),
            text("填正式的 AppID。", "Enter the real AppID."),
        ),
    ],
    wrong: case("mini_program.app_id = 'gh_7f6e5d4c3b2a'", text("这是原始 ID，不是 AppID。", "An original id, not an AppID.")),
    right: case("mini_program.app_id = 'wx7f6e5d4c3b2a1908'", text("wx 加 16 位。", "wx and sixteen places.")),
    check: app_id_invalid,
};

/// The original id is not one.
pub static ORIGINAL_ID_INVALID: Rule = Rule {
    name: "original-id-invalid",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: &[FieldId::OriginalId],
    source: source::WECHAT_APP_ID,
    prevents: &[],
    title: text("原始 ID 不对", "Original ID is wrong"),
    what: text("原始 ID 是 gh_ 加 12 位数字或小写字母 a 到 f。", "An original ID is gh_ and 12 hexadecimal digits."),
    why: text(
        "平台的推送消息用它指明是哪个小程序，写错了就对不上。",
        "The platform's push messages name the mini-program by it; a wrong one matches none of them.",
    ),
    fix: text("从微信公众平台的「设置」里复制。", "Copy it from the settings in the console."),
    messages: &[
        message(
            "prefix",
            text("原始 ID 以 gh_ 开头。", "An original ID begins with gh_."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
        message(
            "length",
            text("gh_ 后面是 12 位。", "After gh_ come 12 characters."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
        message(
            "bad_char",
            text("gh_ 后面只有数字和小写字母 a 到 f。", "After gh_ come digits and a to f only."),
            text("从微信公众平台复制。", "Copy it from the console."),
        ),
    ],
    wrong: case("mini_program.original_id = 'gh_7f6e5d4c3b2'", text("少 1 位。", "One character is missing.")),
    right: case("mini_program.original_id = 'gh_7f6e5d4c3b2a'", text("gh_ 加 12 位。", "gh_ and twelve characters.")),
    check: original_id_invalid,
};

/// The mini-program's name is too short or too long.
pub static MINI_PROGRAM_NAME_LENGTH: Rule = Rule {
    name: "mini-program-name-length",
    topic: Topic::MiniProgramName,
    severity: Severity::Error,
    fields: &[FieldId::MiniProgramName],
    source: source::WECHAT_NAME_RULES,
    prevents: &[],
    title: text("小程序名称的长度不对", "Name length"),
    what: text("名称 4 到 30 个字符，一个汉字算 2 个。", "4 to 30 characters; a Chinese character counts as 2."),
    why: text("平台对名称的限制。", "The platform's limit for names."),
    fix: text("与微信公众平台里的名称核对；要改名先在微信公众平台改。", "Compare with the console; rename there first."),
    messages: &[
        message(
            "too_short",
            text(
                "太短：现在 {units} 个字符，至少 4 个（汉字算 2 个）。",
                "Too short: {units} {units:character|characters}, at least 4 (a Chinese character counts as 2).",
            ),
            text("填微信公众平台里的全名。", "Enter the full name from the console."),
        ),
        message(
            "too_long",
            text(
                "太长：现在 {units} 个字符，最多 30 个（汉字算 2 个）。",
                "Too long: {units} characters, at most 30 (a Chinese character counts as 2).",
            ),
            text("填微信公众平台里的名称，不加说明。", "Enter the name from the console and nothing else."),
        ),
    ],
    wrong: case(
        "mini_program.name = '乐'",
        text("一个汉字算 2 个字符，不够 4 个。", "One ideograph counts 2; there have to be 4."),
    ),
    right: case("mini_program.name = '虚构音乐厅'", text("10 个字符。", "Ten characters.")),
    check: mini_program_name_length,
};

fn app_id_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::AppId) else { return };
    let other = appid::looks_like(text).map(|other| match other {
        LooksLike::Secret => message_of!(APP_ID_INVALID, "secret"),
        LooksLike::WeCom => message_of!(APP_ID_INVALID, "wecom"),
        LooksLike::OriginalId => message_of!(APP_ID_INVALID, "original_id"),
        LooksLike::Tourist => message_of!(APP_ID_INVALID, "tourist"),
    });
    if let Some(reason) = other {
        findings.push(APP_ID_INVALID.finds(FieldId::AppId).with_message(reason));
        return;
    }
    Judged { field: FieldId::AppId, verdict: &appid::check(text), suggestion: appid::contained(text) }
        .refused(&APP_ID_INVALID, findings);
}

fn original_id_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::OriginalId) else { return };
    let verdict = OriginalId.judge(text).into_owned();
    let suggestion = OriginalId.suggest(text);
    Judged { field: FieldId::OriginalId, verdict: &verdict, suggestion }.refused(&ORIGINAL_ID_INVALID, findings);
}

fn mini_program_name_length(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramName) else { return };
    let verdict = mp_name_len::check(text);
    let judged = Judged { field: FieldId::MiniProgramName, verdict: &verdict, suggestion: None };
    if let Some(reason) = judged.message(&MINI_PROGRAM_NAME_LENGTH) {
        let units = i64::try_from(mp_name_len::units(&verdict.normalized)).unwrap_or(i64::MAX);
        let finding = MINI_PROGRAM_NAME_LENGTH.finds(FieldId::MiniProgramName).with_message(reason);
        findings.push(finding.with("units", Arg::Number(units)));
    }
}
