//! Where a filing stands in a word or two, as the list and the status say it alike.

use crate::drafts::folder::Since;
use crate::filing::status::{FilingStatus, Judged};
use crate::filing::{Draft, Stage};
use crate::locale::tui::home;
use crate::locale::{Lang, cli as words, stage};

/// Who sent it back, or the stage, whether its limit has passed, and what has become of it since. `judged` is what the rules say of a draft
/// in preparation, as far as that was asked; `is_whole` says that nothing is left to fill in, and that all its events can be read.
pub fn of(
    lang: Lang,
    draft: &Draft,
    status: &FilingStatus<'_>,
    since: Option<Since>,
    judged: Option<Judged>,
    is_whole: bool,
) -> String {
    let name = stage::stage_in(draft, status.stage).in_lang(lang);
    let judged = judged.filter(|_| status.stage == Stage::Preparing);
    match (status.sent_back_by, judged) {
        (Some(back), _) => back.kind.label().in_lang(lang).to_owned(),
        (None, _) if status.stage == Stage::Filed => home::filed(lang, status.course, since),
        (None, _) if status.is_late() => words::STAGE_LATE.with(lang, &[("stage", &name)]),
        // Nothing is being prepared any more.
        (None, Some(judged)) if judged.record_has_ended => home::RECORD_ENDED.in_lang(lang).to_owned(),
        (None, Some(judged)) if is_whole && judged.is_clear() => home::READY.in_lang(lang).to_owned(),
        (None, _) => name.to_owned(),
    }
}
