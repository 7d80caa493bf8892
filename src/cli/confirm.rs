//! `beian confirm`: stands by what a rule warns about, or no longer.

use serde_json::json;

use super::args::Confirm;
use super::error::{Failure, Outcome, Status};
use super::findings;
use super::out::Out;
use super::similar::similar;
use super::store;
use super::world::World;
use crate::locale::{Lang, error as words};
use crate::rules::{Context, Finding, check, confirmation};
use crate::scan;
use crate::text::clean::visible;

/// Records the reason in the draft and prints the finding as it stands now.
pub fn run(args: &Confirm, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let mut file = store::write(world, lang, &args.draft)?;
    let (folder, mut draft) = (file.folder().to_owned(), file.draft().clone());
    let facts = scan::inspect_all(&folder, world.home.as_deref(), draft.files().into_iter().map(|(_, _, path)| path));
    let found = check(&Context::new(&draft, &facts, world.today()));
    let meant = meant(args, lang, &found)?;
    let path = meant.path();
    draft.confirmed.retain(|one| one.rule != meant.rule.name || one.field != path);
    if !args.undo {
        let reason = args.reason.as_deref().unwrap_or_default().trim();
        if reason.is_empty() {
            let hint = words::NO_REASON_HINT.in_lang(lang).to_owned();
            return Err(Failure::usage(lang, words::NO_REASON, &[], hint).into());
        }
        let one = confirmation::confirmation(&draft, &facts, &meant, reason, world.today());
        draft.confirmed.push(one);
    }
    store::save(lang, &mut file, &draft)?;
    let mut now = check(&Context::new(&draft, &facts, world.today()));
    now.retain(|finding| finding.rule == meant.rule && finding.path() == path);
    if out.is_json() {
        out.json(&json!({ "draft": store::path_json(file.path()), "findings": findings::list_json(lang, &now) }))?;
    } else {
        findings::print(out, &now)?;
    }
    Ok(Status::Fine)
}

/// The one warning that rule and field name.
fn meant(args: &Confirm, lang: Lang, found: &[Finding]) -> Result<Finding, Failure> {
    let field = args.field.as_deref().map(|field| field.trim().replace('-', "_"));
    let is_meant = |finding: &&Finding| {
        finding.rule.name == args.rule
            && field.as_ref().is_none_or(|field| finding.path() == *field || finding.field.path() == field)
    };
    let meant: Vec<&Finding> = found.iter().filter(is_meant).collect();
    match meant.as_slice() {
        [one] if one.can_be_confirmed() => Ok((*one).clone()),
        [_] => {
            let hint = words::NOT_A_WARNING_HINT.in_lang(lang).to_owned();
            Err(Failure::usage(lang, words::NOT_A_WARNING, &[("rule", &visible(&args.rule))], hint))
        }
        [] => {
            let warnings = found.iter().filter(|finding| finding.can_be_confirmed()).map(|finding| finding.rule.name);
            let guesses = similar(&args.rule, warnings);
            let hint = match guesses.as_slice() {
                [] => words::NO_SUCH_FINDING_HINT.in_lang(lang).to_owned(),
                guesses => words::SIMILAR.with(lang, &[("names", &guesses.join(", "))]),
            };
            Err(Failure::usage(lang, words::NO_SUCH_FINDING, &[("rule", &visible(&args.rule))], hint))
        }
        several => {
            let places: Vec<String> = several.iter().map(|finding| finding.path()).collect();
            let hint = words::SEVERAL_FINDINGS_HINT.with(lang, &[("fields", &places.join(", "))]);
            Err(Failure::usage(lang, words::SEVERAL_FINDINGS, &[("rule", &visible(&args.rule))], hint))
        }
    }
}
