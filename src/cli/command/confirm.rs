//! `beian confirm`: stands by what a rule warns about, or no longer.

use serde_json::json;

use crate::cli::args::Confirm;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::world::World;
use crate::locale::{Text, error as words};
use crate::rules::{Context, Finding, check, confirmation};
use crate::text::clean::visible;

/// Records the reason in the draft and prints the finding as it stands now.
pub fn run(args: &Confirm, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let mut file = store::write(world, &args.draft)?;
    let mut draft = file.draft().clone();
    let facts = store::facts(world, &draft, file.path());
    let found = check(&Context::new(&draft, &facts, world.today()));
    let meant = meant(args, &found)?;
    let path = meant.path();
    if args.undo {
        draft.stand_by_no_more(meant.rule.name, &path);
    } else {
        let reason = args.reason.as_deref().unwrap_or_default().trim();
        if reason.is_empty() {
            return Err(Failure::usage(words::NO_REASON).hint(words::NO_REASON_HINT).into());
        }
        let one = confirmation::confirmation(&draft, &facts, &meant, reason, world.today());
        draft.stand_by(one);
    }
    store::save(&mut file, &draft)?;
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
fn meant(args: &Confirm, found: &[Finding]) -> Result<Finding, Failure> {
    let field = args.field.as_deref().map(|field| field.trim().replace('-', "_"));
    let is_meant = |finding: &&Finding| {
        finding.rule.name == args.rule
            && field.as_ref().is_none_or(|field| finding.path() == *field || finding.field.path() == field)
    };
    let about = |text: Text| Failure::usage(Sentence::of(text).with("rule", visible(&args.rule)));
    let meant: Vec<&Finding> = found.iter().filter(is_meant).collect();
    match meant.as_slice() {
        [one] if one.can_be_confirmed() => Ok((*one).clone()),
        [_] => Err(about(words::NOT_A_WARNING).hint(words::NOT_A_WARNING_HINT)),
        [] => {
            let warnings = found.iter().filter(|finding| finding.can_be_confirmed()).map(|finding| finding.rule.name);
            Err(about(words::NO_SUCH_FINDING).guess(&similar(&args.rule, warnings), words::NO_SUCH_FINDING_HINT))
        }
        // What one rule says twice of one place is stood by at once.
        [first, others @ ..] if others.iter().all(|other| other.path() == first.path()) => {
            let confirmable = meant.iter().find(|finding| finding.can_be_confirmed());
            confirmable.map(|one| (*one).clone()).ok_or_else(|| about(words::NOT_A_WARNING).hint(words::NOT_A_WARNING_HINT))
        }
        several => {
            let mut places: Vec<String> = several.iter().map(|finding| finding.path().into_owned()).collect();
            places.dedup();
            let hint = Sentence::of(words::SEVERAL_FINDINGS_HINT).with("fields", places.join(", "));
            Err(about(words::SEVERAL_FINDINGS).hint(hint))
        }
    }
}
