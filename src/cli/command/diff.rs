//! `beian diff`: what a change changes.

use crate::cli::args::Diff;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::filing::{FilingKind, change};
use crate::locale::{record as words, value};
use crate::package::changes;

/// Prints the differences from the record, in the order of the console's pages, and what follows from them.
pub fn run(args: &Diff, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let (draft, lang) = (file.draft(), out.lang);
    if draft.filing_kind() != FilingKind::Change {
        let (message, hint) = match draft.filing_kind() {
            FilingKind::Deregistration => (words::DEREGISTRATION_CHANGES_NOTHING, words::DEREGISTRATION_HINT),
            _ => (words::NO_CHANGE, words::NO_CHANGE_HINT),
        };
        return Err(Failure::usage(message).hint(hint).into());
    }
    if out.is_json() {
        let found = serde_json::to_value(changes::of(draft, None)).map_err(std::io::Error::from)?;
        out.json(&found)?;
        return Ok(Status::Fine);
    }
    let Some(sort) = change::sort(draft) else {
        out.line(words::NOTHING.in_lang(lang))?;
        return Ok(Status::Fine);
    };
    out.line(words::SORT.with(lang, &[("sort", &words::sort(sort).in_lang(lang))]))?;
    for one in change::differences(draft) {
        let old = one.old.map_or_else(|| words::UNKNOWN.in_lang(lang).to_owned(), |old| value::show(lang, one.id, old));
        out.line(format!("  {}", one.id.full_label(lang)))?;
        out.line(format!("    - {old}"))?;
        out.line(format!("    + {}", value::show(lang, one.id, one.new)))?;
    }
    let comma = if lang == crate::locale::Lang::Zh { "、" } else { ", " };
    let people: Vec<&str> = change::code_receivers(draft).into_iter().map(|role| words::person(role).in_lang(lang)).collect();
    out.line(words::CODES.with(lang, &[("people", &people.join(comma))]))?;
    if change::face_check_is_due(draft) {
        out.line(words::FACE_CHECK.in_lang(lang))?;
    }
    Ok(Status::Fine)
}
