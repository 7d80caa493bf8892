//! By when something has to be done about the chosen draft: what its column has no room for, or says without the day.

use crate::drafts::folder::Summary;
use crate::filing::deadline::{By, Deadline, DeadlineKind, deadlines};
use crate::filing::event::Moment;
use crate::filing::status::{FilingStatus, day_in_china};
use crate::locale::Lang;
use crate::locale::tui::home as words;
use crate::package::calendar::words::{code_limit, papers};

/// The code or the review that runs or is late, then each paper that runs out soon or has run out.
pub(super) fn said(lang: Lang, summary: &Summary, now: Moment) -> Vec<String> {
    let status = FilingStatus::in_brief(&summary.draft, now);
    let limit = match (status.deadline, status.due) {
        (Some(code), _) => {
            let text = if code.is_over() { words::CODE_LATE } else { words::CODE_BY };
            Some(text.with(lang, &[("at", &code_limit(lang, code.at))]))
        }
        (None, Some(due)) => {
            let text = if status.overdue { words::REVIEW_LATE } else { words::REVIEW_BY };
            Some(text.with(lang, &[("at", &due.date)]))
        }
        (None, None) => None,
    };
    let today = day_in_china(now);
    let paper = |one: Deadline| match (one.kind, one.by) {
        (DeadlineKind::RunsOut(field), By::Day { date, .. }) if one.is_near(now) => {
            let text = if date < today { words::PAPER_ENDED } else { words::PAPER_ENDS };
            Some(text.with(lang, &[("what", &papers(lang, field)), ("at", &date)]))
        }
        _ => None,
    };
    limit.into_iter().chain(deadlines(&summary.draft, now).into_iter().filter_map(paper)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Event, EventKind as E, FieldId};
    use crate::tui::screen::kit::at;

    #[test]
    fn what_is_due_is_told_with_its_day() {
        let sent = (E::Submitted, "2026-11-20T09:00:00+08:00");
        let passed = (E::PlatformPassed, "2026-11-21T10:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-24T15:12:00+08:00");
        let of_day = (E::SmsReceived, "2026-11-24T00:00:00+08:00");
        let (before, after) = ("2026-11-25T10:00:00+08:00", "2026-11-27T10:00:00+08:00");
        for (events, until, now, zh, en) in [
            (&[][..], "", before, &[][..], &[][..]),
            (&[sent], "", before, &["审核应于 2026-11-24 前有结果，已超时"], &["Overdue: expected by 2026-11-24"]),
            (&[sent, passed, code], "", before, &["验证码须在 2026-11-25 15:12 前输入"], &["code due by 2026-11-25 15:12"]),
            (
                &[sent, passed, code],
                "",
                after,
                &["验证码应在 2026-11-25 15:12 前输入，已超时"],
                &["Overdue: code expected by 2026-11-25 15:12"],
            ),
            // Of this one the day alone is known.
            (
                &[sent, passed, of_day],
                "",
                before,
                &["验证码须在 2026-11-25 00:00、最晚 24:00 前输入"],
                &["code due by 2026-11-25 00:00 (end of day at the latest)"],
            ),
            (
                &[sent, passed, of_day],
                "",
                after,
                &["验证码应在 2026-11-25 00:00、最晚 24:00 前输入，已超时"],
                &["Overdue: code expected by 2026-11-25 00:00 (end of day at the latest)"],
            ),
            (
                &[],
                "2027-02-25",
                before,
                &["主体负责人证件 2027-02-25 到期"],
                &["Responsible person's certificate: expires 2027-02-25"],
            ),
            (
                &[],
                "2026-11-24",
                before,
                &["主体负责人证件 2026-11-24 已过期"],
                &["Responsible person's certificate: expired 2026-11-24"],
            ),
            (&[], "2027-02-26", before, &[], &[]),
            (&[], "长期", before, &[], &[]),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::ResponsiblePersonCertificateValidUntil, Some(until.into()).filter(|_| !until.is_empty()));
            draft.events = events.iter().map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
            let summary = Summary::of(draft.clone(), 0);
            assert_eq!(said(Lang::Zh, &summary, at(now)), zh, "{until} {now}");
            assert_eq!(said(Lang::En, &summary, at(now)), en, "{until} {now}");
        }
    }
}
