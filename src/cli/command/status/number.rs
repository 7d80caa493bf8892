//! The number that comes with the bureau's word: its form, whose it is, and whether it is the one that is changed.

use super::sync;
use crate::cli::error::Failure;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::compare::with_number;
use crate::drafts::DraftFile;
use crate::filing::{Draft, FieldId};
use crate::identifiers::icp_no;
use crate::locale::{Text, error};
use crate::rules::{Departure, departure};
use crate::text::clean::visible;

/// The number as it is recorded. Changes and deregistrations go by it: whoever gives one that is none, or another's, insists.
///
/// # Errors
/// When it is doubtful, and that was not insisted on.
pub fn given(number: &str, is_forced: bool, (file, world): (&DraftFile, &World), draft: &Draft) -> Result<String, Failure> {
    let verdict = icp_no::check(number, world.today());
    let refused =
        |why: Text, hint: Text| Err(Failure::usage(Sentence::of(why).with("number", visible(number).into_owned())).hint(hint));
    match (verdict.valid, verdict.reason) {
        _ if is_forced => {}
        // Whoever copies from the entity's filing has that one's number at hand.
        (true, "subject") => return refused(error::NUMBER_OF_SUBJECT, error::NUMBER_NOT_ITS_HINT),
        (true, "miniprogram") => is_its_own(&verdict.normalized, (file, world), draft)?,
        (true, _) => return refused(error::NUMBER_OF_ANOTHER, error::NUMBER_NOT_ITS_HINT),
        // Of a province that is written otherwise the rules warn.
        (false, "province") => {}
        (false, _) => return refused(error::NUMBER_ODD, error::NUMBER_ODD_HINT),
    }
    Ok(if verdict.valid { verdict.normalized } else { number.to_owned() })
}

/// Sees that the numbers which an answer brought are this mini-program's own. What the platform says of their form counts.
///
/// # Errors
/// When one of them is another's.
pub fn imported(before: &Draft, after: &Draft, (file, world): (&DraftFile, &World)) -> Result<(), Failure> {
    let old = |number: &str| before.events.iter().any(|event| event.number == number);
    let new = after.events.iter().map(|event| event.number.as_str()).filter(|number| !number.is_empty() && !old(number));
    for number in new {
        let verdict = icp_no::check(number, world.today());
        if verdict.valid {
            is_its_own(&verdict.normalized, (file, world), before)?;
        }
    }
    Ok(())
}

/// Sees that a number is the one on record where a filing keeps it, and no other mini-program's.
fn is_its_own(number: &str, (file, world): (&DraftFile, &World), draft: &Draft) -> Result<(), Failure> {
    if let Some(departure) = departure(draft, number, world.today()) {
        let why = match departure {
            Departure::OfChange => error::NUMBER_CHANGED,
            Departure::OfSubject => error::NUMBER_OTHER_ENTITY,
        };
        let recorded = visible(draft.text(FieldId::RecordNumber).trim()).into_owned();
        let why = Sentence::of(why).with("number", number).with("recorded", recorded);
        return Err(Failure::usage(why).hint(error::NUMBER_DEPARTS_HINT));
    }
    // Mini-programs of an entity share what stands before the serial, and none has another's serial.
    let others = with_number(number, draft, file.path(), &sync::folders(file, world), world.today());
    if others.is_empty() {
        return Ok(());
    }
    let taken = Sentence::of(error::NUMBER_TAKEN).with("number", number);
    let taken = taken.with("drafts", visible(&others.join(" / ")).into_owned());
    Err(Failure::usage(taken).hint(error::NUMBER_TAKEN_HINT))
}
