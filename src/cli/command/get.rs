//! `beian get`: fields, written so that `beian set` takes them again.

use serde_json::{Value as Json, json};

use super::set;
use crate::cli::args::Get;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::filing::{Draft, FieldId};
use crate::locale::{Lang, cli as words, value as shown};
use crate::text::clean::visible;

/// Prints a field, nothing but a line break when it is empty; several, or all that have a value, as `field=value`.
pub fn run(args: &Get, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let asked = args.fields.iter().map(|name| set::meant(name)).collect::<Result<Vec<(FieldId, bool)>, Failure>>()?;
    let ids: Vec<FieldId> = asked.iter().map(|(id, _)| *id).collect();
    // What is named as people are asked it is answered so.
    let is_turned = |id: FieldId| asked.contains(&(id, true));
    let file = store::read(world, &args.draft)?;
    let draft = file.draft();
    let raw = |id: FieldId| draft.get(id).map(value::raw).unwrap_or_default();
    if let [id] = ids.as_slice() {
        if out.is_json() {
            out.json(&to_json(lang, draft, *id))?;
        } else {
            let raw = raw(*id);
            out.line(visible(&if is_turned(*id) { value::turned_round(&raw) } else { raw }))?;
        }
        return Ok(Status::Fine);
    }
    let filled = || FieldId::ALL.iter().copied().filter(|id| draft.get(*id).is_some());
    let ids = if ids.is_empty() { filled().collect() } else { ids };
    if out.is_json() {
        out.json(&ids.into_iter().map(|id| to_json(lang, draft, id)).collect())?;
        return Ok(Status::Fine);
    }
    for id in ids {
        match is_turned(id) {
            true => out.line(format!("{}={}", id.asked_label().in_lang(lang), visible(&value::turned_round(&raw(id)))))?,
            false => out.line(format!("{}={}", id.path(), visible(&raw(id))))?,
        }
    }
    Ok(Status::Fine)
}

fn to_json(lang: Lang, draft: &Draft, id: FieldId) -> Json {
    let value = draft.get(id);
    json!({
        "field": id.path(),
        "label": id.full_label(lang),
        "need": words::need_name(draft.need(id)),
        "value": value.map_or(Json::Null, value::to_json),
        "shown": value.map(|value| shown::show_as_filed(lang, id, value)),
    })
}
