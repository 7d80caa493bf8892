//! `beian get`: one field, written so that `beian set` takes it again.

use serde_json::{Value as Json, json};

use super::set;
use crate::cli::args::Get;
use crate::cli::error::{Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::locale::{cli as words, value as shown};
use crate::text::clean::visible;

/// Prints a field; nothing but a line break when it is empty.
pub fn run(args: &Get, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let id = set::named(&args.field)?;
    let file = store::read(world, &args.draft)?;
    let value = file.draft().get(id);
    if out.is_json() {
        out.json(&json!({
            "field": id.path(),
            "label": id.full_label(lang),
            "need": words::need_name(file.draft().need(id)),
            "value": value.map_or(Json::Null, value::to_json),
            "shown": value.map(|value| shown::show(lang, id, value)),
        }))?;
    } else {
        out.line(visible(&value.map(value::raw).unwrap_or_default()))?;
    }
    Ok(Status::Fine)
}
