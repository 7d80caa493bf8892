//! Whether a row concerns a draft: whom, when, and in which circumstances.

use crate::catalog::Circumstance;
use crate::catalog::province::ProvinceRule;
use crate::filing::circumstance::Answer;
use crate::rules::content::trade;
use crate::rules::engine::Context;

/// Whether the row has anything to say to this draft. Nobody knows whom the rows concern before the nature is chosen.
pub fn concerns(context: &Context<'_>, row: &ProvinceRule) -> bool {
    let circumstances = context.circumstances();
    circumstances.audience(row.audience) == Answer::Yes
        && row.occasions.iter().any(|occasion| circumstances.may_be(*occasion))
        && holds(context, row.when)
}

/// Whether all these circumstances are reason enough to speak. What nobody can tell is none; but a legal person whose number is
/// no resident ID's is from abroad in all likelihood.
pub fn holds(context: &Context<'_>, when: &[Circumstance]) -> bool {
    let names_a_trade = || trade::is_named(context);
    let circumstances = context.circumstances().finding_trade_words(&names_a_trade);
    when.iter().all(|circumstance| match circumstances.answer(*circumstance) {
        Answer::Yes => true,
        Answer::No => false,
        Answer::Unknown => *circumstance == Circumstance::LegalPersonFromAbroad,
    })
}
