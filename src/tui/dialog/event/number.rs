//! What makes one doubt a filing number.

use crate::catalog::province;
use crate::filing::FieldId;
use crate::identifiers::{Verdict, icp_no};
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::rules::{Departure, departure, drafts_with_number};
use crate::text::clean::visible;
use crate::tui::state::State;

/// What a number begins with in examples, where no region is chosen.
const ELSEWHERE: &str = "粤";

/// What makes one doubt a filing number: its form, or that it is not this mini-program's.
pub(super) fn doubts(typed: &str, verdict: &Verdict, state: &State) -> Vec<String> {
    let lang = state.lang;
    if !verdict.valid {
        let reason = match icp_no::alias(typed) {
            Some((other, right)) => words::NUMBER_CHARACTER.with(lang, &[("other", &other), ("right", &right)]),
            None => number_reason(verdict.reason).with(lang, &[("number", &example_number(state))]),
        };
        return vec![words::NUMBER_ODD.with(lang, &[("reason", &reason)])];
    }
    let mut doubts = Vec::new();
    match verdict.reason {
        "miniprogram" => {}
        "subject" => doubts.push(words::NUMBER_OF_SUBJECT.in_lang(lang).to_owned()),
        _ => doubts.push(words::NUMBER_OF_ANOTHER.in_lang(lang).to_owned()),
    }
    let region = state.document.as_ref().map(|document| document.draft().text(FieldId::SubjectRegion)).unwrap_or_default();
    if let Some(province) = Some(region).filter(|region| !region.is_empty()).and_then(province::province)
        && !verdict.normalized.starts_with(province.prefix)
    {
        doubts.push(words::NUMBER_ELSEWHERE.with(lang, &[("province", &province.name), ("prefix", &province.prefix)]));
    }
    if let Some(draft) = state.document.as_ref().map(|document| document.draft())
        && let Some(departure) = departure(draft, &verdict.normalized, state.today())
    {
        let sentence = match departure {
            Departure::OfChange => words::NUMBER_CHANGED,
            Departure::OfSubject => words::NUMBER_OTHER_ENTITY,
        };
        doubts.push(sentence.with(lang, &[("number", &visible(draft.text(FieldId::RecordNumber).trim()))]));
    }
    doubts
}

/// Whose number it is already, as far as the drafts at hand tell.
pub(super) fn taken(number: &str, state: &State) -> Option<String> {
    let others = drafts_with_number(&state.document.as_ref()?.context(), number);
    (!others.is_empty())
        .then(|| words::NUMBER_TAKEN.with(state.lang, &[("drafts", &visible(&others.join(state.lang.between())))]))
}

/// A filing number as the open draft may get one: of its province.
pub(super) fn example_number(state: &State) -> String {
    let region = state.document.as_ref().map(|document| document.draft().known_text(FieldId::SubjectRegion));
    let prefix = region.and_then(province::province).map_or(ELSEWHERE, |province| province.prefix);
    format!("{prefix}ICP备2026000001号-1X")
}

fn number_reason(reason: &str) -> Text {
    match reason {
        "province" => words::NUMBER_PROVINCE,
        "year" => words::NUMBER_YEAR,
        "number_length" => words::NUMBER_LENGTH,
        reason if reason.contains("suffix") => words::NUMBER_SUFFIX,
        _ => words::NUMBER_FORMAT,
    }
}
