//! `beian get`: one field, written so that `beian set` takes it again.

use serde_json::{Value as Json, json};

use super::args::Get;
use super::error::{Outcome, Status};
use super::out::Out;
use super::set;
use super::store;
use super::value;
use super::world::World;
use crate::filing::Value;
use crate::locale::{cli as words, value as shown};
use crate::text::clean::visible;

/// Prints a field; nothing but a line break when it is empty.
pub fn run(args: &Get, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let id = set::named(lang, &args.field)?;
    let file = store::read(world, lang, &args.draft)?;
    let value = file.draft().get(id);
    if out.is_json() {
        out.json(&json!({
            "field": id.path(),
            "label": id.full_label(lang),
            "need": words::need_name(file.draft().need(id)),
            "value": value.map_or(Json::Null, to_json),
            "shown": value.map(|value| shown::show(lang, id, value)),
        }))?;
    } else {
        out.line(visible(&value.map(value::raw).unwrap_or_default()))?;
    }
    Ok(Status::Fine)
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Text(text) | Value::Odd(text) => json!(text),
        Value::Code(code) => json!(code),
        Value::Flag(flag) => json!(flag),
        Value::Codes(codes) => json!(codes),
        Value::Paths(paths) => json!(paths),
        Value::Approvals(rows) => {
            rows.iter().map(|row| json!({ "kind": row.kind, "number": row.number, "document": row.document })).collect()
        }
    }
}
