//! The JSON Schema of a draft: what editors need to complete and to check a draft that is written by hand.
//!
//! Made from the field table and the official lists. Names and help are in both languages at once, so that one file serves
//! everybody. A schema is narrower than the codec, which reads more than it writes, and much narrower than the rules: it knows the
//! form of a value, never whether it is right. An empty text stands for nothing everywhere, as a cleared field is saved so.

use serde_json::{Map, Value as Json, json};

use crate::catalog;
use crate::drafts::codec::FORMAT;
use crate::filing::event::role_name;
use crate::filing::field::{Counted, Field, Length, List, TextKind, table};
use crate::filing::value::Column;
use crate::filing::{EventKind, Kind, Role};
use crate::rules::{Rejection, register};
use crate::text::Text;

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
const BLANK: &str = r"^\s*$";
/// A day as people write it, or 长期; blanks do no harm.
const DAY_OR_LONG_TERM: &str = r"^\s*$|长期|永久|^\s*(19|20|21)[0-9]{2}\D?(0?[1-9]|1[0-2])\D?(0?[1-9]|[12][0-9]|3[01])\D?\s*$";
const DAY: &str = r"^\s*$|^\s*(19|20|21)[0-9]{2}\D?(0?[1-9]|1[0-2])\D?(0?[1-9]|[12][0-9]|3[01])\D?\s*$";
const MOMENT: &str = r"^\s*$|^\s*(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]([T ].+)?$";
const MOMENT_WITH_OFFSET: &str =
    r"^[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]+)?([Zz]|[+-][0-2][0-9]:[0-5][0-9])$";
const REGION: &str = r"^\s*$|^\s*[0-9]{6}\s*$";
const PHONE: &str = r"^\s*$|^\s*(\+?86[ -]?)?1[3-9][0-9]([ -]?[0-9]){8}\s*$";
const MAIL: &str = r"^\s*$|^\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$";
const APP_ID: &str = r"^\s*$|^\s*[Ww][Xx][0-9A-Fa-f]{16}\s*$";
const RESIDENT_ID: &str = r"^\s*$|^\s*[0-9]([ -]?[0-9]){16}[ -]?[0-9Xx]\s*$";

/// The schema, as JSON Schema of 2020-12.
#[must_use]
pub fn schema() -> Json {
    let mut root = Map::new();
    root.insert("format".to_owned(), with(json!({ "const": FORMAT }), FORMAT_OF_DRAFT, None));
    for field in table() {
        put(&mut root, field.path, one(field));
    }
    // What is on record may be masked or of an older form: it only has its name.
    for field in table().iter().filter(|field| field.is_recorded()) {
        put(&mut root, &format!("record.{}", field.path), with(json!({}), field.label, None));
    }
    root.insert("confirmed".to_owned(), confirmed());
    root.insert("events".to_owned(), events());
    json!({
        "$schema": DIALECT,
        "title": both(TITLE),
        "description": both(ABOUT),
        "type": "object",
        "properties": root,
    })
}

/// The schema as it is printed and kept beside drafts.
#[must_use]
pub fn text() -> String {
    format!("{:#}\n", schema())
}

const TITLE: Text = Text::new("备案草稿", "A draft of a filing");
const ABOUT: Text = Text::new(
    "由 beian schema 生成；只看写法，内容由 beian check 检查。",
    "Made by beian schema. It knows the form of values; beian check knows whether they are right.",
);
const FORMAT_OF_DRAFT: Text = Text::new("草稿格式的版本", "Version of the draft's layout");
const EVENTS: Text = Text::new("备案进展，从早到晚", "The history of the filing, oldest first");
const EVENT_AT: Text = Text::new("时间，带时区", "When, with its offset");
const EVENT_KIND: Text = Text::new("事件", "What happened");
const EVENT_NOTE: Text = Text::new("驳回原因或备注", "Reasons of the reviewer, or a note");
const EVENT_NUMBER: Text = Text::new("备案号", "The filing number");
const EVENT_WHO: Text = Text::new("谁的验证码；不写表示涉及的每个人", "Whose code it was; everyone who received one if left out");
const EVENT_REASONS: Text = Text::new("驳回原因，每条对应一个字段", "The reviewer's reasons, each at a field");
const EVENT_REPLACED: Text =
    Text::new("变更换掉的原有内容，撤销时恢复", "What a change replaced here, to be put back if it is undone");
const REPLACED_FIELD: Text = Text::new("字段", "The field");
const REPLACED_VALUE: Text = Text::new("原来的内容；不写表示原来是空的", "What stood there; left out where it was empty");
const REASON_FIELD: Text = Text::new("字段；不写表示整份备案", "The field; the filing as a whole where there is none");
const REASON_REJECTION: Text = Text::new("常见驳回原因的编号", "The number of the known rejection");
const REASON_TEXT: Text = Text::new("审核人员的原话", "The reviewer's words");
const REASON_WAS: Text = Text::new(
    "当时内容的指纹；内容变了，这条就算处理过",
    "A fingerprint of what stood there; the reason is dealt with when it changes",
);
const CONFIRMED: Text = Text::new("确认过的警告", "Warnings that were confirmed");
const CONFIRMED_RULE: Text = Text::new("规则", "The rule");
const CONFIRMED_FIELD: Text = Text::new("字段", "The field");
const CONFIRMED_VALUE: Text =
    Text::new("当时的内容；内容变了，警告会再出现", "What the field held; the warning returns when it changes");
const CONFIRMED_REASON: Text = Text::new("理由", "Why");
const CONFIRMED_DATE: Text = Text::new("确认日期", "The day of confirming");

/// Both languages in one line.
fn both(text: Text) -> String {
    format!("{} / {}", text.zh, text.en)
}

/// Adds title and help to a schema, in front.
fn with(schema: Json, title: Text, help: Option<Text>) -> Json {
    let mut named = Map::new();
    named.insert("title".to_owned(), both(title).into());
    if let Some(Text { zh, en }) = help {
        named.insert("description".to_owned(), format!("{zh}\n{en}").into());
    }
    if let Json::Object(rest) = schema {
        named.extend(rest);
    }
    named.into()
}

/// Puts a field's schema at its path, making the tables on the way.
fn put(properties: &mut Map<String, Json>, path: &str, schema: Json) {
    let Some((first, rest)) = path.split_once('.') else {
        properties.insert(path.to_owned(), schema);
        return;
    };
    let table = properties.entry(first).or_insert_with(|| json!({ "type": "object", "properties": {} }));
    if let Some(Json::Object(inner)) = table.get_mut("properties") {
        put(inner, rest, schema);
    }
    if rest == "number"
        && let Some(kinds) = table.pointer("/properties/kind").filter(|kind| kind.get("oneOf").is_some())
        && kinds["oneOf"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["const"] == catalog::RESIDENT_ID))
    {
        table["if"] = json!({ "properties": { "kind": { "const": catalog::RESIDENT_ID } }, "required": ["kind"] });
        table["then"] = json!({ "properties": { "number": { "pattern": RESIDENT_ID } } });
    }
}

/// A field with its names, help and example.
fn one(field: &Field) -> Json {
    let mut schema = with(of(field), field.id.label(), Some(field.id.help()));
    let example = field.id.example();
    if !example.is_empty() && matches!(field.kind, Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time) {
        schema["examples"] = json!([example]);
    }
    if let Kind::Flag(Some(default)) = field.kind {
        schema["default"] = default.into();
    }
    schema
}

/// What a field of this kind may hold.
fn of(field: &Field) -> Json {
    let matching = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    match field.kind {
        Kind::Word(list) => {
            choice(list.words().iter().filter_map(|word| Some(((*word).into(), both(list.name(word)?)))).collect())
        }
        Kind::Choice(list) => choice(entries(list)),
        Kind::Choices(list) => {
            let (_, most) = catalog::service_content_limits();
            json!({ "type": "array", "uniqueItems": true, "maxItems": most, "items": choice(entries(list)) })
        }
        Kind::Flag(_) => json!({ "anyOf": [{ "type": "boolean" }, { "const": "" }] }),
        Kind::Region => matching(REGION),
        Kind::Date(true) => matching(DAY_OR_LONG_TERM),
        Kind::Date(false) => matching(DAY),
        Kind::Time => matching(MOMENT),
        Kind::Text(TextKind::Phone) => matching(PHONE),
        Kind::Text(TextKind::Mail) => matching(MAIL),
        Kind::Text(TextKind::AppId) => matching(APP_ID),
        Kind::Text(_) => field.length.map_or_else(|| json!({ "type": "string" }), limited),
        Kind::Picture => json!({ "type": "string" }),
        Kind::Pictures(most) | Kind::Videos(most) => json!({ "type": "array", "maxItems": most, "items": { "type": "string" } }),
        Kind::Approvals => approvals(),
    }
}

/// A text of limited length. It may be shorter than the rule wants it, as it does while it is being written; names, which nobody
/// writes by and by, are held to both limits.
fn limited(length: Length) -> Json {
    match length.counted {
        Counted::Units => in_units(length.least, length.most),
        _ => json!({ "type": "string", "maxLength": length.most }),
    }
}

/// A text of so many units, of which an ASCII character is one and every other is two: with so many wide characters it may have so
/// many fewer in all. No keyword weighs characters, so every number of wide ones has its own limits.
fn in_units(least: usize, most: usize) -> Json {
    let with = |wide: usize| {
        let pattern = format!("^[ -~]*([^ -~][ -~]*){{{wide}}}$");
        json!({ "pattern": pattern, "minLength": least.saturating_sub(wide), "maxLength": most - wide })
    };
    let nothing = std::iter::once(json!({ "pattern": BLANK }));
    json!({ "type": "string", "anyOf": nothing.chain((0..=most / 2).map(with)).collect::<Vec<_>>() })
}

/// One of several values, each with its name; or nothing.
fn choice(named: Vec<(Json, String)>) -> Json {
    let mut options: Vec<Json> = named.into_iter().map(|(value, name)| json!({ "const": value, "title": name })).collect();
    options.push(json!({ "const": "" }));
    json!({ "oneOf": options })
}

/// The ids of a list, with their names.
fn entries(list: List) -> Vec<(Json, String)> {
    list.ids().into_iter().filter_map(|id| Some((id.into(), both(list.name(id)?)))).collect()
}

fn approvals() -> Json {
    let kinds = catalog::prior_approvals().iter().map(|row| (row.id.into(), both(row.name))).collect();
    let text = |column: Column| with(json!({ "type": "string" }), column.label(), None);
    json!({ "type": "array", "items": { "type": "object", "properties": {
        "kind": with(choice(kinds), Column::Kind.label(), None),
        "number": text(Column::Number),
        "document": text(Column::Document),
    } } })
}

fn events() -> Json {
    let kinds: Vec<Json> =
        EventKind::ALL.into_iter().map(|kind| json!({ "const": kind.name(), "title": both(kind.label()) })).collect();
    let row = json!({ "type": "object", "required": ["at", "kind"], "properties": {
        "at": with(json!({ "type": "string", "pattern": MOMENT_WITH_OFFSET }), EVENT_AT, None),
        "kind": with(json!({ "oneOf": kinds }), EVENT_KIND, None),
        "number": with(json!({ "type": "string" }), EVENT_NUMBER, None),
        "note": with(json!({ "type": "string" }), EVENT_NOTE, None),
        "who": with(json!({ "enum": Role::BOTH.map(role_name) }), EVENT_WHO, None),
        "reasons": with(json!({ "type": "array", "items": reason() }), EVENT_REASONS, None),
        "replaced": with(json!({ "type": "array", "items": replaced() }), EVENT_REPLACED, None),
    } });
    with(json!({ "type": "array", "items": row }), EVENTS, None)
}

fn reason() -> Json {
    let rejections: Vec<Json> =
        Rejection::ALL.iter().map(|one| json!({ "const": one.record().number, "title": both(one.record().wording) })).collect();
    // A rejection that a newer version of the program knows is no mistake.
    let rejection = json!({ "type": "integer", "anyOf": [{ "oneOf": rejections }, { "minimum": 1 }] });
    let text = || json!({ "type": "string" });
    json!({ "type": "object", "properties": {
        "field": with(text(), REASON_FIELD, None),
        "rejection": with(rejection, REASON_REJECTION, None),
        "text": with(text(), REASON_TEXT, None),
        "was": with(text(), REASON_WAS, None),
    } })
}

fn replaced() -> Json {
    json!({ "type": "object", "required": ["field"], "properties": {
        "field": with(json!({ "type": "string" }), REPLACED_FIELD, None),
        "value": with(json!({}), REPLACED_VALUE, None),
    } })
}

fn confirmed() -> Json {
    let rules: Vec<Json> = register().iter().map(|rule| json!({ "const": rule.name, "title": both(rule.title) })).collect();
    // A rule of another version of the program is no mistake.
    let rule = json!({ "type": "string", "anyOf": [{ "oneOf": rules }, { "pattern": "^[a-z0-9-]+$" }] });
    let text = || json!({ "type": "string" });
    let row = json!({ "type": "object", "required": ["rule", "field", "date"], "properties": {
        "rule": with(rule, CONFIRMED_RULE, None),
        "field": with(text(), CONFIRMED_FIELD, None),
        "value": with(text(), CONFIRMED_VALUE, None),
        "reason": with(text(), CONFIRMED_REASON, None),
        "date": with(json!({ "type": "string", "pattern": "^[0-9]{4}-[01][0-9]-[0-3][0-9]$" }), CONFIRMED_DATE, None),
    } });
    with(json!({ "type": "array", "items": row }), CONFIRMED, None)
}
