//! The number that comes with the bureau's word: its form, whose it is, and whether it is the one that is changed.

use super::sync;
use crate::answer::Import;
use crate::cli::error::Failure;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::world::World;
use crate::compare::{NotItsOwn, foreign_number_beside, not_its_own};
use crate::drafts::DraftFile;
use crate::drafts::folder::Summary;
use crate::filing::{Draft, FieldId};
use crate::identifiers::icp_no;
use crate::locale::{Lang, Text, answer, error};
use crate::rules::elsewhere;
use crate::text::clean::visible;

/// The number as it is recorded. Changes and deregistrations go by it: whoever gives one that is none, or another's, insists.
///
/// # Errors
/// When it is doubtful, and that was not insisted on.
pub fn given(number: &str, is_forced: bool, (file, world): (&DraftFile, &World), draft: &Draft) -> Result<String, Failure> {
    let contained = icp_no::contained(number, world.today());
    let number = contained.as_deref().unwrap_or(number);
    let verdict = icp_no::check(number, world.today());
    let refused =
        |why: Text, hint: Text| Err(Failure::usage(Sentence::of(why).with("number", visible(number).into_owned())).hint(hint));
    match (verdict.valid, verdict.reason) {
        _ if is_forced => {}
        // Whoever copies from the entity's filing has that one's number at hand.
        (true, "subject") => return refused(error::NUMBER_OF_SUBJECT, error::NUMBER_NOT_ITS_HINT),
        (true, "miniprogram") => {
            is_its_own(&verdict.normalized, (file, world), draft)?;
            is_of_its_province(&verdict.normalized, world, draft)?;
        }
        (true, _) => return refused(error::NUMBER_OF_ANOTHER, error::NUMBER_NOT_ITS_HINT),
        (false, _) => return refused(error::NUMBER_ODD, error::NUMBER_ODD_HINT),
    }
    Ok(if verdict.valid { verdict.normalized } else { number.to_owned() })
}

/// Sees that a number begins with the province in which the draft files. A change keeps the number that it has, whatever that is.
///
/// # Errors
/// When it is another province's.
fn is_of_its_province(number: &str, world: &World, draft: &Draft) -> Result<(), Failure> {
    let kept = icp_no::check(draft.text(FieldId::RecordNumber), world.today());
    match elsewhere(draft, number, world.today()).filter(|_| kept.normalized != number) {
        Some(here) => {
            let why = Sentence::of(error::NUMBER_ELSEWHERE_FILED).with("number", number);
            let why = why.with("province", Part::Text(here.short));
            Err(Failure::usage(why).hint(error::NUMBER_ELSEWHERE_FILED_HINT))
        }
        None => Ok(()),
    }
}

/// The drafts at hand that refer to a number which was recorded by mistake.
pub fn referring(number: &str, (file, world): (&DraftFile, &World)) -> Vec<String> {
    let mut names = Vec::new();
    for entry in sync::folders(file, world).iter().filter_map(|folder| folder.list().ok()).flat_map(|listing| listing.entries) {
        let refers = |summary: &Summary| summary.draft.text(FieldId::RecordNumber).trim() == number;
        if entry.path != file.path() && entry.summary.as_ref().is_ok_and(refers) && !names.contains(&entry.name) {
            names.push(entry.name);
        }
    }
    names
}

/// Sees that the numbers which an answer brings are this mini-program's own. What the platform says of their form counts.
///
/// # Errors
/// When one of them is another's.
pub fn imported(import: &Import, draft: &Draft, (file, world): (&DraftFile, &World)) -> Result<(), Failure> {
    match foreign_number_beside(import, draft, (file.path(), &sync::folders(file, world)), world.today()) {
        Some((number, why)) => Err(refused(&number, draft, &why)),
        None => Ok(()),
    }
}

/// Sees that a number is the one on record where a filing keeps it, and no other mini-program's.
fn is_its_own(number: &str, (file, world): (&DraftFile, &World), draft: &Draft) -> Result<(), Failure> {
    match not_its_own(number, draft, file.path(), &sync::folders(file, world), world.today()) {
        Some(why) => Err(refused(number, draft, &why)),
        None => Ok(()),
    }
}

/// A sentence that has been made already.
const AS_IT_IS: Text = Text::new("{sentence}", "{sentence}");

fn refused(number: &str, draft: &Draft, why: &NotItsOwn) -> Failure {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| answer::not_its_own(lang, number, draft, why));
    let hint = match why {
        NotItsOwn::Departs(_) => error::NUMBER_DEPARTS_HINT,
        NotItsOwn::Taken(_) => error::NUMBER_TAKEN_HINT,
    };
    Failure::usage(Sentence::of(AS_IT_IS).with("sentence", Part::Both(zh, en))).hint(hint)
}
