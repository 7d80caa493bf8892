//! `request/POST.md`: how the requests of a package are posted, for a service provider (`wechat-api.md` sections 1 to 8).

use std::fmt::Write;

use super::media::Upload;
use super::{APPLY, CANCEL};
use crate::filing::deregistration::Scope;
use crate::filing::reuse::left_to_record;
use crate::filing::{Draft, FieldId, Filing};
use crate::text::{Lang, Text};

/// Where it lies in the package.
pub const PATH: &str = "request/POST.md";

/// The text; `None` for a change, which is entered in the console.
#[must_use]
pub fn text(filing: &Filing, uploads: &[Upload<'_>], lang: Lang) -> Option<String> {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = match filing {
        Filing::Application(filing) => application(&mut text, filing.draft(), uploads, lang),
        Filing::Deregistration(filing) => deregistration(&mut text, filing.draft(), lang),
        Filing::Change(_) => return None,
    };
    Some(text)
}

fn application(out: &mut String, draft: &Draft, uploads: &[Upload<'_>], lang: Lang) -> std::fmt::Result {
    let say = |text: crate::text::Text| text.in_lang(lang);
    writeln!(out, "# {}\n\n{}\n", say(TITLE), say(FOR_WHOM))?;
    writeln!(out, "{}\n", app_id(draft, APP_ID, lang))?;
    writeln!(out, "{}\n", say(NOT_OPEN))?;
    let left: Vec<&str> = left_to_record(draft).map(FieldId::path).collect();
    if !left.is_empty() {
        writeln!(out, "{}\n", LEFT.with(lang, &[("fields", &left.join("`, `"))]))?;
    }
    writeln!(out, "## {}\n", say(STEPS))?;
    let steps = [TOKEN, ENTRANCE, FACE, UPLOAD, FILL, APPLY_CALL, HINTS, POLL];
    for (number, step) in steps.into_iter().enumerate() {
        writeln!(out, "{}. {}", number + 1, step.with(lang, &[("body", &APPLY)]))?;
    }
    writeln!(out, "\n## {}\n\n| {} | type | certificate_type | icp_order_field |\n|---|---|---|---|", say(UPLOADS), say(FILE))?;
    for one in uploads {
        let certificate = one.certificate_type.map_or_else(|| "–".to_owned(), |code| code.to_string());
        writeln!(out, "| `{}` | {} | {certificate} | `{}` |", one.file, one.kind, one.icp_order_field)?;
    }
    writeln!(out, "\n{}\n\n## {}\n", say(ABOUT_UPLOADS), say(TRAPS))?;
    for trap in [TRAP_NULL, TRAP_EMPTY, TRAP_NUMBERS, TRAP_NRLX, TRAP_HINTS, TRAP_CREATED, TRAP_OLD, TRAP_FACE_BODY] {
        writeln!(out, "- {}", say(trap))?;
    }
    writeln!(out, "\n## curl\n\n```sh\n{CURL}```")
}

fn deregistration(out: &mut String, draft: &Draft, lang: Lang) -> std::fmt::Result {
    let say = |text: crate::text::Text| text.in_lang(lang);
    writeln!(out, "# {}\n\n{}\n", say(CANCEL_TITLE), say(FOR_WHOM))?;
    writeln!(out, "{}\n", app_id(draft, CANCEL_APP_ID, lang))?;
    if let Some(scope) = Scope::of(draft) {
        writeln!(out, "{}\n", SCOPE.with(lang, &[("scope", &scope.name().in_lang(lang)), ("type", &scope.cancel_type())]))?;
    }
    writeln!(out, "## {}\n", say(STEPS))?;
    for (number, step) in [TOKEN, CANCEL_ENTRANCE, CANCEL_CALL, CANCEL_CODE, CANCEL_POLL].into_iter().enumerate() {
        writeln!(out, "{}. {}", number + 1, step.with(lang, &[("body", &CANCEL)]))?;
    }
    writeln!(out, "\n## curl\n\n```sh\n{CANCEL_CURL}```")
}

/// Whose token it has to be.
fn app_id(draft: &Draft, known: Text, lang: Lang) -> String {
    let app_id: String = draft.text(FieldId::AppId).chars().filter(char::is_ascii_alphanumeric).collect();
    if app_id.is_empty() { NO_APP_ID.in_lang(lang).to_owned() } else { known.with(lang, &[("id", &app_id)]) }
}

const CURL: &str = r#"API=https://api.weixin.qq.com/wxa/icp
curl -s "$API/get_icp_entrance_info?access_token=$TOKEN"
curl -s -X POST "$API/create_icp_verifytask?access_token=$TOKEN"
curl -s -X POST "$API/query_icp_verifytask?access_token=$TOKEN" -H 'Content-Type: application/json' -d '{"task_id":"TASK"}'
curl -s "$API/upload_icp_media?access_token=$TOKEN" -F type=image -F certificate_type=2 \
  -F icp_order_field=icp_subject.principal_info.certificate_photo_front -F media=@FILE
beian fill PACKAGE.zip --media ids.json --task TASK -o body.json
curl -s -X POST "$API/apply_icp_filing?access_token=$TOKEN" -H 'Content-Type: application/json' --data-binary @body.json
"#;

const CANCEL_CURL: &str = r#"API=https://api.weixin.qq.com/wxa/icp
curl -s "$API/get_icp_entrance_info?access_token=$TOKEN"
curl -s -X POST "$API/cancel_icp_filing?access_token=$TOKEN" -H 'Content-Type: application/json' \
  --data-binary @request/cancel_icp_filing.json
"#;

crate::messages! {
    TITLE = "通过接口提交备案", "Posting the filing through the interface";
    CANCEL_TITLE = "通过接口申请注销", "Posting the deregistration through the interface";
    FOR_WHOM = "接口只对第三方平台（服务商）开放；自己备案请在 mp.weixin.qq.com 录入，不用看这一页。",
        "The interface is open to service providers alone. Those who file for themselves enter the filing at mp.weixin.qq.com and need not read this.";
    APP_ID = "小程序 AppID：`{id}`。先核对手里的 authorizer_access_token 属于它：用错令牌会备到别的小程序上。",
        "AppID: `{id}`. See first that the authorizer_access_token belongs to it: with another token another mini-program is filed.";
    CANCEL_APP_ID = "小程序 AppID：`{id}`。先核对手里的 authorizer_access_token 属于它：用错令牌会注销别的小程序的备案，申请后不能撤回。",
        "AppID: `{id}`. See first that the authorizer_access_token belongs to it: with another token the filing of another mini-program is ended, and the request cannot be withdrawn.";
    NO_APP_ID = "草稿里没有 AppID：提交前先核对 authorizer_access_token 属于哪个小程序。",
        "The draft has no AppID: see first to which mini-program the authorizer_access_token belongs.";
    SCOPE = "注销范围：{scope}（`cancel_type` = {type}）。", "Scope: {scope} (`cancel_type` = {type}).";
    NOT_OPEN = "`apply_icp_filing.json` 里的 `media:…` 是占位，不能原样提交。`beian fill` 会换成上传得到的 `media_id`，缺一个都不输出。",
        "`media:…` in `apply_icp_filing.json` is a placeholder and must not be posted. `beian fill` replaces each with the `media_id` of its upload, and gives nothing out while one is missing.";
    LEFT = "接口没有公开的「复用资料」：这些主体材料只在备案记录里，请求体里没有。通过接口提交前，先放进草稿，再导出一次：`{fields}`。",
        "The interface has no documented reuse of a record. These papers of the entity are on record and not in the body: attach them to the draft and export again before posting: `{fields}`.";
    STEPS = "调用顺序", "The calls in their order";
    TOKEN = "取得小程序的 `authorizer_access_token`，权限集 18 或 156。授权后新加的权限集要重新授权才生效。",
        "Get the mini-program's `authorizer_access_token`, with permission set 18 or 156. A set that was added later needs a new authorisation.";
    ENTRANCE = "`GET get_icp_entrance_info`：`available` 须为 1；`status` 须为 1024（未备案），或 3、5（驳回后重新提交）。1025–1031 表示小程序的资料、类目或认证还不全。",
        "`GET get_icp_entrance_info`: `available` must be 1; `status` 1024 (not filed), or 3 or 5 (rejected). 1025 to 1031: information, category or verification of the account is missing.";
    FACE = "`POST create_icp_verifytask`（普通备案不带请求体）：核身通知发到管理员微信，24 小时有效，任务 3 天有效。用 `query_icp_verifytask` 查询，`is_finish` 为 true 且 `face_status` 为 3 才算通过。",
        "`POST create_icp_verifytask` (no body for a plain filing): the notice reaches the administrator in WeChat and can be used for 24 hours; the task is good for 3 days. Ask with `query_icp_verifytask`: it has passed once `is_finish` is true and `face_status` is 3.";
    UPLOAD = "对 `media.json` 的每一行调用一次 `POST upload_icp_media`（multipart：`type`、`certificate_type`、`icp_order_field`、`media`），记下 `media_id`，写成 `ids.json`：`{\"materials/…\": \"media_id\"}`。",
        "For each row of `media.json` call `POST upload_icp_media` once (multipart: `type`, `certificate_type`, `icp_order_field`, `media`), keep the `media_id` and write `ids.json`: `{\"materials/…\": \"media_id\"}`.";
    FILL = "`beian fill PACKAGE.zip --media ids.json --task TASK_ID -o body.json`：核对包里每个文件的校验和，填好后输出。",
        "`beian fill PACKAGE.zip --media ids.json --task TASK_ID -o body.json` checks the sums of the package and writes the body.";
    APPLY_CALL = "`POST apply_icp_filing`：请求体就是 `body.json`，原样发送。返回 `errcode` 0 表示已受理，没有单号。",
        "`POST apply_icp_filing` with `body.json` as it is. `errcode` 0 means taken in for review; there is no number.";
    HINTS = "返回 86202 时看 `hints[]`：`err_field` 是字段路径。存成文件，用 `beian status DRAFT --import answer.json` 导回草稿，改好再导出一次；图片没变的 `media_id` 能不能复用没有公开说明，重新上传最稳妥。",
        "With 86202 read `hints[]`: `err_field` is the path of the field. Save the answer, `beian status DRAFT --import answer.json` marks the fields; correct, export and fill again. Whether a `media_id` may be used again is not documented: upload again.";
    POLL = "轮询 `get_icp_entrance_info`（有调用限额，几分钟一次足够）：`status` 2 为平台初审，4 为通管局审核，6 为已备案；4 时看 `sms_verify_status`，24 小时内完成工信部短信核验。",
        "Poll `get_icp_entrance_info` (calls are limited; every few minutes is enough): `status` 2 platform, 4 bureau, 6 filed. At 4 see `sms_verify_status`: the ministry's SMS code is to be entered within 24 hours.";
    UPLOADS = "要上传的文件", "What is uploaded";
    FILE = "文件", "file";
    ABOUT_UPLOADS = "– 表示不传这一项。同一文件用在几个字段时上传一次，`icp_order_field` 填表里这一个即可。`media` 必须带文件名和扩展名。",
        "– means that the part is left out. A file that is used in several fields is uploaded once, with the `icp_order_field` of the table. `media` needs a file name with its extension.";
    TRAPS = "常用 SDK 的坑", "Traps in common SDKs";
    TRAP_NULL = "WxJava 及其移植版在没有 `certificate_type` 时会传文字 `null`：这种情况不要传这一项。",
        "WxJava and its ports send the text `null` where there is no `certificate_type`: leave the part out.";
    TRAP_EMPTY = "有的 SDK 会把缺省的字段补成 `\"\"`、`[]`、`{}`，或者补上 `personal_info`、`legal_person_info`、`appid`、`name`、`record_number`：直接发送 `body.json`，不要先转成 SDK 的对象。",
        "Some SDKs write absent values as `\"\"`, `[]`, `{}`, or add `personal_info`, `legal_person_info`, `appid`, `name`, `record_number`: post `body.json` as it is, not after a round trip through their types.";
    TRAP_NUMBERS = "各种类型编号是数字；省、市、区代码是字符串；日期是八位数字或「长期」。有的 Go SDK 在 `certificate_validity_date_start` 和 `authorization_letter` 的名称里多了一个制表符。",
        "Types are numbers, region codes strings, dates eight digits or 长期. One Go SDK has a tab in the names `certificate_validity_date_start` and `authorization_letter`.";
    TRAP_NRLX = "前置审批文件的 `icp_order_field` 是 `icp_applets.base_info.nrlx_details`，不是 `….media`（会返回 40097）。",
        "Documents of prior approvals have the `icp_order_field` `icp_applets.base_info.nrlx_details`, not `….media` (40097).";
    TRAP_HINTS = "`hints` 是对象数组，有的 SDK 定义成字符串数组；`errcode` 是数字，有的定义成字符串。",
        "`hints` is a list of objects, in some SDKs of texts; `errcode` is a number, in some a text.";
    TRAP_CREATED = "上传返回的时间是 `created_at`，有的 SDK 写成 `create_at`；用不到就不要解析。",
        "The upload's answer has `created_at`, in some SDKs `create_at`: there is no need to read it.";
    TRAP_OLD = "有的 SDK 没有 `available`、`sms_verify_status`、`along_with_auth`、`reason_type`；示例里网络预约车写成 11，实际返回是 12。",
        "Some SDKs lack `available`, `sms_verify_status`, `along_with_auth`, `reason_type`; samples have 11 for 网络预约车 where answers have 12.";
    TRAP_FACE_BODY = "`create_icp_verifytask` 的请求体格式不对会返回 47001：普通备案不传请求体。",
        "`create_icp_verifytask` answers 47001 to a malformed body: send none for a plain filing.";
    CANCEL_ENTRANCE = "`GET get_icp_entrance_info`：`status` 须为 6（已备案），`is_canceling` 为 false；有变更或其他申请在审时不能注销（86324）。",
        "`GET get_icp_entrance_info`: `status` must be 6 (filed), `is_canceling` false; while anything is under review it is refused (86324).";
    CANCEL_CALL = "`POST cancel_icp_filing`：请求体是 `{body}`，原样发送，不用上传图片，也没有人脸核身。申请后不能撤回。",
        "`POST cancel_icp_filing` with `{body}` as it is: no pictures, no face check. It cannot be withdrawn.";
    CANCEL_CODE = "工信部发核验短信；24 小时内输入才会注销，不输入则申请失效、备案保留。取消接入是否发短信没有公开说明。",
        "The ministry sends an SMS code. Only if it is entered within 24 hours the filing ends; otherwise the request lapses and the filing stays. Whether a code is sent when only the access ends is not documented.";
    CANCEL_POLL = "轮询 `get_icp_entrance_info`：`is_canceling` 变为 false，`status` 不再是 6，就是注销完成。",
        "Poll `get_icp_entrance_info`: done once `is_canceling` is false and `status` no longer 6.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::codec;

    fn draft(text: &str) -> Draft {
        codec::parse(text).unwrap().draft().clone()
    }

    #[test]
    fn every_call_stands_in_its_place() {
        let draft = draft(include_str!("../../assets/example/individual.toml"));
        for lang in [Lang::Zh, Lang::En] {
            let mut text = String::new();
            application(&mut text, &draft, &[], lang).unwrap();
            let calls =
                ["get_icp_entrance_info", "create_icp_verifytask", "upload_icp_media", "beian fill", "`POST apply_icp_filing`"];
            let steps = text.split_once("1. ").unwrap().1;
            let places: Vec<usize> = calls.iter().map(|call| steps.find(call).unwrap_or_else(|| panic!("{call}"))).collect();
            assert!(places.is_sorted(), "{places:?}");
            assert!(text.contains("wx0a1b2c3d4e5f6071"), "{text}");
            assert!(ALL.iter().all(|(_, text)| !text.zh.is_empty() && !text.en.is_empty()));
        }
    }

    #[test]
    fn a_wrong_token_does_what_the_call_does() {
        let mut draft = Draft::new(5);
        draft.set(FieldId::AppId, Some("wx0a1b2c3d4e5f6071".into()));
        for (lang, ends, files) in [(Lang::Zh, "会注销别的", "会备到"), (Lang::En, "is ended", "is filed")] {
            let mut text = String::new();
            deregistration(&mut text, &draft, lang).unwrap();
            assert!(text.contains(ends) && !text.contains(files), "{text}");
        }
    }

    #[test]
    fn an_app_id_is_nothing_but_one() {
        let mut hostile = Draft::new(5);
        hostile.set(FieldId::AppId, Some("wx`\n# 1".into()));
        assert_eq!(app_id(&hostile, APP_ID, Lang::En).matches('`').count(), 2);
        assert_eq!(app_id(&Draft::new(5), APP_ID, Lang::Zh), NO_APP_ID.zh);
    }
}
