//! `beian fields`: the field table.

use serde_json::{Value as Json, json};

use crate::catalog;
use crate::cli::error::{Outcome, Status};
use crate::cli::output::Out;
use crate::filing::Section;
use crate::filing::field::{Field, Kind, table};
use crate::locale::value::both_ways;
use crate::locale::{Lang, cli as words};

/// Prints every field with its path, name and kind.
pub fn run(out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if out.is_json() {
        out.json(&table().iter().map(|field| to_json(lang, field)).collect())?;
        return Ok(Status::Fine);
    }
    let columns = [words::COLUMN_FIELD, words::COLUMN_LABEL, words::COLUMN_KIND];
    let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
    for section in Section::ALL {
        rows.push(vec![section.label().in_lang(lang).to_owned()]);
        rows.extend(section.fields().map(|field| {
            let label = both_ways(lang, field.id);
            vec![format!("  {}", field.path), label, kind(lang, field.kind)]
        }));
    }
    out.table(&rows)?;
    Ok(Status::Fine)
}

/// So many entries of a list are named.
const NAMED: usize = 8;

/// What a field takes; of a short list every entry, of a long one how many there are.
fn kind(lang: Lang, kind: Kind) -> String {
    let name = words::kind(kind).in_lang(lang);
    let entries: Vec<String> = match kind {
        Kind::Word(list) => {
            let entry = |word: &&str| format!("{word} {}", list.name(word).map_or("", |name| name.in_lang(lang)));
            list.words().iter().map(entry).collect()
        }
        Kind::Choice(list) | Kind::Choices(list) => {
            let entry = |id: u32| format!("{id} {}", list.name(id).map_or("", |name| name.in_lang(lang)));
            list.ids().into_iter().map(entry).collect()
        }
        _ => return name.to_owned(),
    };
    if entries.len() > NAMED {
        return words::KIND_LONG.with(lang, &[("kind", &name), ("count", &entries.len())]);
    }
    words::KIND_OF.with(lang, &[("kind", &name), ("entries", &entries.join(if lang == Lang::Zh { "，" } else { ", " }))])
}

fn to_json(lang: Lang, field: &Field) -> Json {
    json!({
        "field": field.path,
        "section": field.section.label().in_lang(lang),
        "label": field.id.label().in_lang(lang),
        "help": field.id.help().in_lang(lang),
        "example": Some(field.id.example()).filter(|example| !example.is_empty()),
        "kind": name_of(field.kind),
        "api": field.api(),
        "options": options(lang, field.kind),
    })
}

/// The word for a kind of value in JSON output.
const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice(_) | Kind::Word(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::Flag(_) => "flag",
        Kind::Text(_) => "text",
        Kind::Region => "region",
        Kind::Date(false) => "date",
        Kind::Date(true) => "date-or-long-term",
        Kind::Time => "time",
        Kind::Picture => "picture",
        Kind::Pictures(_) => "pictures",
        Kind::Videos(_) => "videos",
        Kind::Approvals => "approvals",
    }
}

/// What may be chosen, with names; `None` where nothing is.
fn options(lang: Lang, kind: Kind) -> Option<Json> {
    let entry = |id: Json, name: &str| json!({ "id": id, "name": name });
    let list = match kind {
        Kind::Word(list) => {
            let name = |word: &str| list.name(word).map_or("", |name| name.in_lang(lang));
            return Some(list.words().iter().map(|word| entry((*word).into(), name(word))).collect());
        }
        Kind::Approvals => {
            let name = |name: crate::text::Text| name.in_lang(lang);
            return Some(catalog::prior_approvals().iter().map(|row| entry(row.id.into(), name(row.name))).collect());
        }
        Kind::Choice(list) | Kind::Choices(list) => list,
        _ => return None,
    };
    let named = |id: u32| list.name(id).map(|name| entry(id.into(), name.in_lang(lang)));
    Some(list.ids().into_iter().filter_map(named).collect())
}
