//! `beian diff`: what a change changes, or where one more mini-program departs from the record.

use std::io;

use crate::cli::args::Diff;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::filing::reuse::reuses_subject;
use crate::filing::{Draft, FieldId, FilingKind, change};
use crate::locale::{record as words, value};
use crate::package::changes;

/// Prints the differences from the record, in the order of the console's pages, and what follows from them.
pub fn run(args: &Diff, world: &World, out: &mut Out<'_>) -> Outcome {
    let file = store::read(world, &args.draft)?;
    let (draft, lang) = (file.draft(), out.lang);
    if draft.filing_kind() != FilingKind::Change && !reuses_subject(draft) {
        let (message, hint) = match draft.filing_kind() {
            FilingKind::Deregistration => (words::DEREGISTRATION_CHANGES_NOTHING, words::DEREGISTRATION_HINT),
            _ => (words::NO_CHANGE, words::NO_CHANGE_HINT),
        };
        return Err(Failure::usage(message).hint(hint).into());
    }
    if out.is_json() {
        let found = serde_json::to_value(changes::of(draft, None)).map_err(io::Error::from)?;
        out.json(&found)?;
        return Ok(Status::Fine);
    }
    if reuses_subject(draft) {
        return one_more(draft, out);
    }
    let Some(sort) = change::sort(draft) else {
        out.line(words::NOTHING.in_lang(lang))?;
        return Ok(Status::Fine);
    };
    out.line(words::SORT.with(lang, &[("sort", &words::sort(sort).in_lang(lang))]))?;
    for one in change::differences(draft) {
        let old = one.old.map_or_else(|| words::UNKNOWN.in_lang(lang).to_owned(), |old| value::show(lang, one.id, old));
        difference(one.id, &old, &value::show(lang, one.id, one.new), out)?;
    }
    let comma = lang.between();
    let people: Vec<&str> = change::code_receivers(draft).into_iter().map(|role| words::person(role).in_lang(lang)).collect();
    out.line(words::CODES.with(lang, &[("people", &people.join(comma))]))?;
    if change::face_check_is_due(draft) {
        out.line(words::FACE_CHECK.in_lang(lang))?;
    }
    Ok(Status::Fine)
}

/// One more mini-program has the subject's side of the record: what departs from it is to be changed on record first.
fn one_more(draft: &Draft, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let all = change::departures(draft);
    out.line(if all.is_empty() { words::MORE_AS_ON_RECORD } else { words::MORE_DEPARTS }.in_lang(lang))?;
    for one in all {
        let old = one.old.map(|old| value::show(lang, one.id, old)).unwrap_or_default();
        difference(one.id, &old, &value::show(lang, one.id, one.new), out)?;
    }
    Ok(Status::Fine)
}

fn difference(id: FieldId, old: &str, new: &str, out: &mut Out<'_>) -> io::Result<()> {
    out.line(format!("  {}", id.full_label(out.lang)))?;
    out.line(format!("    - {old}"))?;
    out.line(format!("    + {new}"))
}
