//! A tree → what it says.

use chrono::DateTime;
use serde_json::{Map, Value as Json};

use super::Refusal;
use crate::filing::event::Moment;

/// What is sent with an application and stands in no answer: pictures and videos, and the task of the face check (`wechat-api.md`
/// sections 4 and 7).
const SENT: [&str; 6] = [
    "certificate_photo",
    "certificate_photo_front",
    "certificate_photo_back",
    "authorization_letter",
    "residence_permit",
    "verify_task_id",
];

/// Keys named to someone whose file holds nothing known.
const KEYS: usize = 8;

/// Everything an answer says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// Messages, in their order.
    pub messages: Vec<Message>,
}

/// One answer or push event.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The place in the answer, e.g. `info`; empty for the whole.
    pub place: String,
    /// The AppID it is about, where it says so, and where that stands.
    pub app_id: Option<(String, String)>,
    /// When it was sent, where it says so, and where that stands.
    pub sent: Option<(String, Moment)>,
    /// What it says.
    pub says: Says,
    /// What stands in it that is not known: place and text.
    pub unknown: Vec<(String, String)>,
}

/// What the platform's answers and messages have, by where it stands; `[]` is any row of a list. What is on record has a table of its
/// own.
const KNOWN: [&str; 40] = [
    "errcode",
    "errmsg",
    "info",
    "info.status",
    "info.is_canceling",
    "info.available",
    "info.sms_verify_status",
    "info.audit_data",
    "hints",
    "status",
    "is_canceling",
    "available",
    "sms_verify_status",
    "audit_data",
    "beian_status",
    "result",
    "task_id",
    "procedure_id",
    "procedure_status",
    "icp_audit",
    "icp_audit.hints",
    "icp_audit.audit_data",
    "icp_audit.sms_verify_status",
    "icp_subject",
    "icp_applets",
    "icp_materials",
    "authorizer_appid",
    "verify_appid",
    "AuthorizerAppid",
    "appid",
    "AppId",
    "component_appid",
    "InfoType",
    "info_type",
    "Event",
    "MsgType",
    "CreateTime",
    "ToUserName",
    "FromUserName",
    "pay_url",
];
/// What must be a whole number.
const NUMBERS: [&str; 8] =
    ["status", "sms_verify_status", "beian_status", "result", "procedure_status", "errcode", "CreateTime", "available"];
/// Lists of reasons, which are read row by row, and the record.
const ELSEWHERE: [&str; 5] = ["audit_data", "hints", "icp_subject", "icp_applets", "icp_materials"];

/// What stands in a message that is not known: keys, and what is no number where one belongs.
fn unknown(object: &Map<String, Json>, place: &str, inside: &str, out: &mut Vec<(String, String)>) {
    for (key, value) in object {
        let path = join(inside, key);
        let is_known = KNOWN.contains(&path.as_str());
        let is_number = NUMBERS.contains(&key.as_str());
        match value {
            Json::Object(inner) if is_known && !ELSEWHERE.contains(&key.as_str()) && !is_number => {
                unknown(inner, place, &path, out);
            }
            Json::Null => {}
            value if is_known && !(is_number && int(Some(value)).is_none() && flag(Some(value)).is_none()) => {}
            value => out.push((join(place, &path), text(Some(value)))),
        }
    }
}

/// What a message says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// Where the filing stands (`get_icp_entrance_info`, `notify_apply_icpfiling_result`).
    Status {
        /// 备案状态.
        status: Option<i64>,
        /// A deregistration is in progress.
        is_canceling: bool,
        /// The entrance is open.
        available: Option<bool>,
        /// The SMS check: 1 waiting, 2 done, 3 timed out.
        sms: Option<i64>,
        /// Why it was rejected.
        audit: Vec<Ground>,
    },
    /// Why a submission was refused (`hints[]`), or any other call.
    Refused {
        /// The code of the call.
        code: Option<i64>,
        /// Its words.
        text: String,
        /// Field by field.
        hints: Vec<Ground>,
    },
    /// What is on record (`get_online_icp_order`).
    Record {
        /// The mini-program's number.
        number: String,
        /// Values under their request paths.
        values: Vec<(String, String)>,
    },
    /// The outcome of the face check (`notify_icpfiling_verify_result`).
    FaceCheck {
        /// 2 failed, 3 passed.
        result: Option<i64>,
        /// The task.
        task: String,
    },
    /// The state of the combined flow (`notify_3rd_wxa_auth_and_icp`, `query_auth_and_icp`).
    Combined {
        /// 9, 15 to 29.
        status: Option<i64>,
        /// The SMS check.
        sms: Option<i64>,
        /// Why it was rejected.
        audit: Vec<Ground>,
    },
    /// A push event of an unknown kind; its name.
    UnknownEvent(String),
}

/// One reason: a row of `hints[]` or `audit_data[]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ground {
    /// The place in the answer.
    pub place: String,
    /// The code.
    pub code: Option<u32>,
    /// The request path, or the Chinese name, of the field.
    pub field: String,
    /// The reviewer's words.
    pub text: String,
}

/// What a tree says.
///
/// # Errors
/// When it is encrypted, or nothing in it is known.
pub fn read(tree: &Json) -> Result<Said, Refusal> {
    let mut said = Said::default();
    match tree {
        Json::Array(rows) if rows.iter().any(|row| row.get("key_name").is_some()) => said.messages.push(audit_alone(tree, "")),
        Json::Array(rows) if rows.iter().any(|row| row.get("err_field").is_some()) => said.messages.push(hints_alone(tree)),
        Json::Array(rows) => {
            for (index, row) in rows.iter().enumerate() {
                said.messages.extend(row.as_object().map(|row| message(row, &format!("[{index}]"))).transpose()?.flatten());
            }
        }
        Json::Object(object) => said.messages.extend(message(object, "")?),
        _ => {}
    }
    if said.messages.is_empty() {
        let keys = tree.as_object().map(|object| object.keys().take(KEYS).cloned().collect()).unwrap_or_default();
        return Err(Refusal::NothingKnown(keys));
    }
    Ok(said)
}

fn message(object: &Map<String, Json>, place: &str) -> Result<Option<Message>, Refusal> {
    let at = |key: &str| join(place, key);
    if text(object.get("InfoType")).is_empty() && !text(object.get("Encrypt")).is_empty() {
        return Err(Refusal::Encrypted);
    }
    let app_id = ["authorizer_appid", "verify_appid", "AuthorizerAppid", "appid"]
        .into_iter()
        .find_map(|key| Some((at(key), text(object.get(key)))).filter(|(_, text)| !text.is_empty()));
    let sent = int(object.get("CreateTime")).and_then(moment).map(|moment| (at("CreateTime"), moment));
    let mut strange = Vec::new();
    unknown(object, place, "", &mut strange);
    let unknown = strange;
    let whole =
        |says| Message { place: place.to_owned(), app_id: app_id.clone(), sent: sent.clone(), says, unknown: unknown.clone() };
    if let Some(kind) = object.get("InfoType").or(object.get("info_type")).or(object.get("Event")) {
        return Ok(Some(whole(event(object, &text(Some(kind)), place))));
    }
    // A call that failed has nothing else to say, whatever stands beside.
    let has_failed = object.get("errcode").is_some_and(|code| !code.is_null() && int(Some(code)) != Some(0));
    let says = if let Some(info) = object.get("info").and_then(Json::as_object).filter(|_| !has_failed) {
        status(info, &at("info"))
    } else if object.contains_key("procedure_status") {
        combined(object, place)
    } else if object.contains_key("hints") || has_failed {
        Says::Refused {
            code: int(object.get("errcode")),
            text: text(object.get("errmsg")),
            hints: hints(object.get("hints"), &at("hints")),
        }
    } else if object.contains_key("icp_subject") || object.contains_key("icp_applets") {
        let record = record(object);
        // A number is only ever answered (section 4.6).
        let has_number = matches!(&record, Says::Record { number, .. } if !number.is_empty());
        if let Some(place) = submitted(object, place).filter(|_| !has_number) {
            return Err(Refusal::Request { place });
        }
        record
    } else if object.contains_key("status") || object.contains_key("sms_verify_status") || object.contains_key("audit_data") {
        status(object, place)
    } else {
        return Ok(None);
    };
    let app_id = app_id.or_else(|| applet_id(object, place));
    Ok(Some(Message { place: place.to_owned(), app_id, sent, says, unknown }))
}

/// What a push event says.
fn event(object: &Map<String, Json>, kind: &str, place: &str) -> Says {
    match kind {
        "notify_apply_icpfiling_result" => Says::Status {
            status: int(object.get("beian_status")),
            is_canceling: false,
            available: None,
            sms: None,
            audit: audit(object.get("audit_data"), &join(place, "audit_data")),
        },
        "notify_icpfiling_verify_result" => {
            Says::FaceCheck { result: int(object.get("result")), task: text(object.get("task_id")) }
        }
        "notify_3rd_wxa_auth_and_icp" => combined(object, place),
        other => Says::UnknownEvent(other.to_owned()),
    }
}

fn status(info: &Map<String, Json>, place: &str) -> Says {
    Says::Status {
        status: int(info.get("status")),
        is_canceling: flag(info.get("is_canceling")).unwrap_or_default(),
        available: flag(info.get("available")),
        sms: int(info.get("sms_verify_status")),
        audit: audit(info.get("audit_data"), &join(place, "audit_data")),
    }
}

fn combined(object: &Map<String, Json>, place: &str) -> Says {
    let inner = object.get("icp_audit").and_then(Json::as_object);
    let part = |key: &str| inner.and_then(|inner| inner.get(key)).or(object.get(key));
    let inside = if inner.is_some() { join(place, "icp_audit") } else { place.to_owned() };
    let mut audit = audit(part("audit_data"), &join(&inside, "audit_data"));
    audit.extend(hints(part("hints"), &join(&inside, "hints")));
    Says::Combined { status: int(object.get("procedure_status")), sms: int(part("sms_verify_status")), audit }
}

/// Where something stands that is sent and never answered; `None` for an answer.
fn submitted(object: &Map<String, Json>, place: &str) -> Option<String> {
    let holds = |value: &Json| {
        !matches!(value, Json::Null) && value.as_str() != Some("") && value.as_array().is_none_or(|list| !list.is_empty())
    };
    if object.get("icp_materials").is_some_and(holds) {
        return Some(join(place, "icp_materials"));
    }
    let inside = |(key, value): (&String, &Json)| match value {
        Json::Object(inner) => submitted(inner, &join(place, key)),
        value => (SENT.contains(&key.as_str()) && holds(value)).then(|| join(place, key)),
    };
    object.iter().find_map(inside)
}

fn record(object: &Map<String, Json>) -> Says {
    let mut values = Vec::new();
    // The page types it as a list, the example shows one object.
    let one = |value: &Json| value.as_array().and_then(|list| list.first()).unwrap_or(value).clone();
    for key in ["icp_subject", "icp_applets"] {
        if let Some(part) = object.get(key) {
            leaves(&one(part), key, &mut values);
        }
    }
    let number = |path: &str| values.iter().find(|(key, _)| key == path).map(|(_, value)| value.clone());
    let number = number("icp_applets.base_info.record_number").unwrap_or_default();
    Says::Record { number, values }
}

/// Texts and numbers of a tree under their paths. Lists of values are no single value and are left out.
fn leaves(tree: &Json, path: &str, out: &mut Vec<(String, String)>) {
    match tree {
        Json::Object(object) => object.iter().for_each(|(key, value)| leaves(value, &join(path, key), out)),
        Json::String(_) | Json::Number(_) => out.push((path.to_owned(), text(Some(tree)))),
        _ => {}
    }
}

/// The AppID that an answer of a record names.
fn applet_id(object: &Map<String, Json>, place: &str) -> Option<(String, String)> {
    let applets = object.get("icp_applets")?;
    let applets = applets.as_array().and_then(|list| list.first()).unwrap_or(applets);
    let id = text(applets.get("base_info")?.get("appid"));
    Some((join(place, "icp_applets.base_info.appid"), id)).filter(|(_, id)| !id.is_empty())
}

fn audit_alone(tree: &Json, place: &str) -> Message {
    let says = Says::Status { status: None, is_canceling: false, available: None, sms: None, audit: audit(Some(tree), place) };
    Message { place: place.to_owned(), app_id: None, sent: None, says, unknown: Vec::new() }
}

fn hints_alone(tree: &Json) -> Message {
    let says = Says::Refused { code: None, text: String::new(), hints: hints(Some(tree), "") };
    Message { place: String::new(), app_id: None, sent: None, says, unknown: Vec::new() }
}

/// The rows of `audit_data[]`: name of the field, reason, advice.
fn audit(rows: Option<&Json>, place: &str) -> Vec<Ground> {
    grounds(rows, place, |row| {
        let (error, suggest) = (text(row.get("error")), text(row.get("suggest")));
        let text = match (error.is_empty(), suggest.is_empty() || suggest == error) {
            (true, _) => suggest,
            (false, true) => error,
            (false, false) => format!("{error}（{suggest}）"),
        };
        Ground { field: self::text(row.get("key_name")), text, ..Ground::default() }
    })
}

/// The rows of `hints[]`: code, path of the field, reason.
fn hints(rows: Option<&Json>, place: &str) -> Vec<Ground> {
    grounds(rows, place, |row| Ground {
        code: int(row.get("errcode")).and_then(|code| u32::try_from(code).ok()),
        field: text(row.get("err_field")),
        text: text(row.get("errmsg")),
        ..Ground::default()
    })
}

/// Rows of a list, or the one row that XML makes of a list of one. A row that is none is kept in its own words.
fn grounds(rows: Option<&Json>, place: &str, read: impl Fn(&Map<String, Json>) -> Ground) -> Vec<Ground> {
    let rows: Vec<&Json> = match rows {
        Some(Json::Array(rows)) => rows.iter().collect(),
        Some(Json::Null) | None => Vec::new(),
        Some(one) => vec![one],
    };
    let one = |(index, row): (usize, &&Json)| {
        let mut ground = row.as_object().map(&read).unwrap_or_default();
        ground.place = format!("{place}[{index}]");
        if ground.text.is_empty() && ground.field.is_empty() {
            ground.text = text(Some(row));
        }
        ground
    };
    rows.iter().enumerate().map(one).filter(|ground| !ground.text.is_empty() || !ground.field.is_empty()).collect()
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// The words of a value; of an object or a list its JSON.
fn text(value: Option<&Json>) -> String {
    match value {
        Some(Json::String(text)) => text.trim().to_owned(),
        Some(Json::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// A whole number, also one written as a text, as in XML.
fn int(value: Option<&Json>) -> Option<i64> {
    match value? {
        Json::Number(number) => number.as_i64(),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn flag(value: Option<&Json>) -> Option<bool> {
    match value? {
        Json::Bool(flag) => Some(*flag),
        Json::String(text) if text == "true" => Some(true),
        Json::String(text) if text == "false" => Some(false),
        other => int(Some(other)).map(|number| number != 0),
    }
}

/// Seconds since 1970 as a moment on China's clocks; `None` for what no clock shows.
fn moment(seconds: i64) -> Option<Moment> {
    let moment = DateTime::from_timestamp(seconds, 0).filter(|_| seconds > 0)?;
    Some(crate::filing::status::in_china(moment.fixed_offset()))
}
