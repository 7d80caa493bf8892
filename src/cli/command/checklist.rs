//! `beian materials DRAFT`: which materials a filing needs, which are there, and who makes the others.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};

use serde_json::{Value as Json, json};

use crate::cli::each::{Pace, each};
use crate::cli::error::{Outcome, Status};
use crate::cli::findings;
use crate::cli::many;
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::filing::checklist::Requirement;
use crate::filing::reuse::reuses_subject;
use crate::filing::status::Step;
use crate::filing::{Draft, FieldId, Need};
use crate::locale::stage::{self, Naming};
use crate::locale::{Lang, error, finding, material as words};
use crate::rules::required_materials::{Item, Materials, State, materials};
use crate::rules::{Context, Finding, check};
use crate::text::clean::visible;

/// Prints the list. Missing materials are no failure: `check` judges.
pub fn run(drafts: &[OsString], world: &World, out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let is_alone = !many::is_several(world, drafts)?;
    each(world, drafts, Pace::Together, "materials", out, err, |draft, out| one(draft, is_alone, world, out))
}

fn one(draft: &OsStr, is_alone: bool, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, draft)?;
    let draft = file.draft();
    if !is_alone && !out.is_json() {
        findings::head(out, &findings::title(draft), &error::path(file.path()))?;
    }
    let facts = store::facts(world, draft, file.path());
    let context = Context::new(draft, &facts, world.today());
    let found = check(&context);
    let list = materials(&context).judged(&found);
    let unread = store::unread(world, draft, file.path());
    if out.is_json() {
        let mut json = to_json(out, draft, &list);
        if let Some(object) = json.as_object_mut() {
            object.insert("outside".to_owned(), store::unread_json(&unread));
        }
        out.json(&json)?;
    } else {
        print(out, draft, &list, &found)?;
        if !unread.is_empty() {
            out.line("")?;
        }
        store::print_unread(out, &unread)?;
    }
    Ok(Status::Fine)
}

fn to_json(out: &Out<'_>, draft: &Draft, list: &Materials) -> Json {
    let lang = out.lang;
    let item = |item: &Item| {
        let material = &item.material;
        json!({
            "field": path(item),
            "name": material.title(lang),
            "demand": requirement(material.requirement),
            "state": state(item.state),
            "who": material.signatory.words().in_lang(lang),
            "content": material.letter.map(|letter| words::letter(letter).in_lang(lang)),
            "why": words::why(lang, material, draft),
            "rule": material.rule,
            "source": words::source(lang, material),
        })
    };
    let (there, wanted) = list.count();
    let unneeded: Vec<Json> =
        list.unneeded.iter().map(|(id, path)| json!({ "field": id.path(), "file": path, "state": "unneeded" })).collect();
    json!({
        "there": there,
        "needed": wanted,
        "materials": list.items.iter().map(item).collect::<Vec<Json>>(),
        "unneeded": unneeded,
        "reuse": reuses_subject(draft).then(|| confirmation(lang)),
    })
}

/// The place in the draft: the field, and the row where it has several.
fn path(item: &Item) -> String {
    match item.material.row {
        Some(row) => format!("{}[{row}].document", FieldId::PriorApprovals.path()),
        None => item.material.field.path().to_owned(),
    }
}

pub(super) const fn requirement(requirement: Requirement) -> &'static str {
    match requirement {
        Requirement::Required => "required",
        Requirement::Expected => "expected",
        Requirement::Perhaps => "perhaps",
    }
}

const fn state(state: State) -> &'static str {
    match state {
        State::There => "there",
        State::Missing => "missing",
        State::Unusable => "unusable",
        State::Faulty => "faulty",
        State::Few { .. } => "few",
    }
}

fn print(out: &mut Out<'_>, draft: &Draft, list: &Materials, found: &[Finding]) -> io::Result<()> {
    let lang = out.lang;
    let (there, all) = list.count();
    out.line(words::COUNT.with(lang, &[("there", &there), ("all", &all)]))?;
    if draft.need(FieldId::SubjectRegion) != Need::NotAsked && draft.get(FieldId::SubjectRegion).is_none() {
        out.line(words::NO_REGION.in_lang(lang))?;
    }
    out.line("")?;
    out.line(words::NEEDED.in_lang(lang))?;
    for item in list.wanted() {
        print_one(out, draft, item, found)?;
    }
    let perhaps: Vec<&Item> = list.items.iter().filter(|item| item.material.requirement == Requirement::Perhaps).collect();
    if !perhaps.is_empty() {
        out.line("")?;
        out.line(words::PERHAPS.in_lang(lang))?;
    }
    for item in perhaps {
        print_one(out, draft, item, found)?;
    }
    if !list.unneeded.is_empty() {
        out.line("")?;
        out.line(words::UNNEEDED.in_lang(lang))?;
    }
    for (id, path) in &list.unneeded {
        out.line(format!("  {}  {}", id.label().in_lang(lang), visible(path)))?;
    }
    if reuses_subject(draft) {
        out.line("")?;
        out.line(confirmation(lang))?;
    }
    Ok(())
}

/// What the platform asks before it reuses a subject on record.
fn confirmation(lang: Lang) -> String {
    stage::step(lang, Step::ConfirmReuse, Naming::Command)
}

/// One material: whether it is there, what it is and where it goes; then what is wrong with its file, or who makes it, what stands on it, and who says so.
fn print_one(out: &mut Out<'_>, draft: &Draft, item: &Item, found: &[Finding]) -> io::Result<()> {
    let (lang, material) = (out.lang, &item.material);
    let state = words::state(lang, item.state, material.requirement);
    out.line(format!("  [{state}] {}  ({})", material.title(lang), path(item)))?;
    match item.state {
        State::There => return Ok(()),
        State::Faulty => {
            return item.errors(found).try_for_each(|found| out.line(format!("      {}", finding::message(lang, found))));
        }
        State::Missing | State::Unusable | State::Few { .. } => {}
    }
    out.line(format!("      {}", material.signatory.words().in_lang(lang)))?;
    if let Some(letter) = material.letter {
        out.line(format!("      {}", words::letter(letter).in_lang(lang)))?;
    }
    let source = words::SOURCE.with(lang, &[("source", &words::source(lang, material))]);
    // Chinese sentences follow each other without a blank.
    let gap = if lang == Lang::En { " " } else { "" };
    out.line(format!("      {}{gap}{source}", words::why(lang, material, draft)))
}
