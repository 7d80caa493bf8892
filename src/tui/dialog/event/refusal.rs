//! Why an event was not recorded.

use super::{Record, Spot};
use crate::filing::FieldId;
use crate::filing::history::OutOfOrder;
use crate::locale::stage;
use crate::locale::tui::dialog as words;
use crate::rules;
use crate::tui::state::State;

/// Why an event was not recorded. It is worded when it is drawn, in the language of that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// What stands in the box for the time is none.
    NotATime,
    /// It does not fit what happened before.
    OutOfOrder(OutOfOrder),
    /// The number looks wrong, or somebody else has it.
    Number,
    /// What was rejected is as it was.
    Unchanged,
    /// What is said to be handed in is not ready.
    Unready,
}

impl Refusal {
    /// The line that it is about.
    pub(super) const fn spot(&self) -> Spot {
        match self {
            Self::NotATime | Self::OutOfOrder(OutOfOrder::BeforeLast { .. } | OutOfOrder::InFuture) => Spot::When,
            Self::Number => Spot::Number,
            Self::OutOfOrder(_) | Self::Unchanged | Self::Unready => Spot::Record,
        }
    }

    /// It in words, sentence by sentence.
    pub(super) fn said(&self, record: &Record, state: &State) -> Vec<String> {
        let (lang, document) = (state.lang, state.document.as_ref());
        let anyway = || words::UNCHANGED_ANYWAY.in_lang(lang).to_owned();
        match self {
            Self::NotATime => vec![words::NOT_A_TIME.in_lang(lang).to_owned()],
            Self::OutOfOrder(reason) => {
                let hint = match reason {
                    OutOfOrder::NotNow { .. }
                    | OutOfOrder::NoMoreResends
                    | OutOfOrder::NoCodeYet
                    | OutOfOrder::CodeArrived
                    | OutOfOrder::CodeEntered => words::NOT_POSSIBLE,
                    OutOfOrder::BeforeLast { .. } => words::TIME_BEFORE,
                    OutOfOrder::InFuture => words::TIME_AHEAD,
                };
                vec![stage::refusal(lang, record.kind, reason).0, hint.in_lang(lang).to_owned()]
            }
            Self::Number => {
                let (_, mut doubts) = record.doubted_number(state);
                doubts.push(words::NUMBER_ANYWAY.in_lang(lang).to_owned());
                doubts
            }
            Self::Unchanged => {
                let fields: Vec<&str> = unchanged(state).into_iter().map(|id| id.asked_label().in_lang(lang)).collect();
                let args: &[(&str, &dyn std::fmt::Display)] = &[("count", &fields.len()), ("reasons", &fields.join(" · "))];
                vec![words::UNCHANGED.with(lang, args), anyway()]
            }
            Self::Unready => {
                let judged = rules::judged(document.map_or(&[], |document| document.findings()));
                let args: &[(&str, &dyn std::fmt::Display)] = &[("errors", &judged.errors), ("questions", &judged.questions)];
                let why = match (judged.errors, judged.questions) {
                    _ if judged.record_has_ended => words::HAS_ENDED,
                    (_, 0) => words::UNREADY_ERRORS,
                    (0, _) => words::UNREADY_QUESTIONS,
                    _ => words::UNREADY,
                };
                vec![why.with(lang, args), anyway()]
            }
        }
    }
}

/// The fields of which a reason of the last rejection is open; a warning that was confirmed with a reason is dealt with.
pub(super) fn unchanged(state: &State) -> Vec<FieldId> {
    let findings = state.document.iter().flat_map(|document| document.findings());
    findings.filter(|finding| finding.rule.name == "rejection-open" && finding.counts()).map(|finding| finding.field).collect()
}
