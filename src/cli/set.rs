//! `beian set`: fills in fields.

use serde_json::json;

use super::args::Set;
use super::error::{Failure, Outcome, Status};
use super::findings;
use super::out::Out;
use super::similar::similar;
use super::store;
use super::value::{self, Folders};
use super::world::World;
use crate::filing::FieldId;
use crate::filing::field::table;
use crate::locale::{Lang, error as words, value as shown};
use crate::rules::Finding;
use crate::text::clean::visible;

/// Stores the values, then says what the rules find in these fields. A value that does not fit is stored nevertheless; the
/// call has still done what it was asked for.
pub fn run(args: &Set, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let edits: Vec<(FieldId, &str)> = args.values.iter().map(|arg| edit(lang, arg)).collect::<Result<_, _>>()?;
    let mut file = store::write(world, lang, &args.draft)?;
    let mut draft = file.draft().clone();
    let draft_folder = file.folder().to_owned();
    let folders = Folders { draft: &draft_folder, working: &world.folder, home: world.home.as_deref() };
    for (id, text) in &edits {
        let value = value::parse(&draft, *id, text, folders);
        draft.set(*id, value);
    }
    store::save(lang, &mut file, &draft)?;

    let mut found = store::findings(world, &draft, file.folder());
    found.retain(|finding: &Finding| edits.iter().any(|(id, _)| *id == finding.field));
    if out.is_json() {
        out.json(&json!({ "draft": store::path_json(file.path()), "findings": findings::list_json(lang, &found) }))?;
        return Ok(Status::Fine);
    }
    for (id, _) in &edits {
        let text = draft.get(*id).map(|value| shown::show(lang, *id, value)).unwrap_or_default();
        out.line(format!("{} = {text}", id.full_label(lang)))?;
    }
    findings::print(out, &found)?;
    Ok(Status::Fine)
}

/// Field and text of `field=value`.
fn edit(lang: Lang, arg: &str) -> Result<(FieldId, &str), Failure> {
    let Some((name, text)) = arg.split_once('=') else {
        let hint = words::NO_VALUE_HINT.in_lang(lang).to_owned();
        return Err(Failure::usage(lang, words::NO_VALUE, &[("arg", &visible(arg))], hint));
    };
    Ok((named(lang, name)?, text))
}

/// The field with this path, `-` standing for `_`.
///
/// # Errors
/// When there is none; the hint names similar ones.
pub fn named(lang: Lang, name: &str) -> Result<FieldId, Failure> {
    let path = name.trim().replace('-', "_");
    FieldId::from_path(&path).ok_or_else(|| {
        let guesses = similar(&path, table().iter().map(|field| field.path));
        let hint = match guesses.as_slice() {
            [] => words::NO_FIELD_HINT.in_lang(lang).to_owned(),
            guesses => words::SIMILAR.with(lang, &[("names", &guesses.join(", "))]),
        };
        Failure::usage(lang, words::NO_FIELD, &[("name", &visible(name))], hint)
    })
}
