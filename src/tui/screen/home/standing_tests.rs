use super::*;
use crate::filing::status::Judged;
use crate::filing::{Draft, Event, EventKind as E, FieldId};
use crate::tui::screen::kit::at;

/// A draft of this kind in which these things happened.
fn draft(kind: &str, events: &[(E, &str)]) -> Summary {
    let mut draft = Draft::new(4);
    draft.set(FieldId::FilingKind, Some(kind.into()));
    draft.events = events.iter().map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
    let mut summary = Summary::of(draft.clone(), 0);
    // As if all of it were filled in.
    if let Some(progress) = &mut summary.progress {
        progress.done = progress.total;
    }
    summary
}

/// Everything that the column can say, each with what is typed for it in both languages and as it is spelled.
#[test]
fn whatever_the_column_says_is_found() {
    let sent = (E::Submitted, "2026-11-23T09:00:00+08:00");
    let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
    let code = (E::SmsReceived, "2026-11-24T15:12:00+08:00");
    let entered = (E::SmsVerified, "2026-11-24T16:00:00+08:00");
    let through = (E::BureauPassed, "2026-11-24T17:00:00+08:00");
    let chain = [sent, passed, code, entered, through];
    let mut stories: Vec<Vec<(E, &str)>> = (0..=chain.len()).map(|length| chain[..length].to_vec()).collect();
    stories.push(vec![sent, (E::PlatformReturned, "2026-11-24T10:00:00+08:00")]);
    stories.push(vec![sent, passed, (E::SmsTimedOut, "2026-11-25T09:00:00+08:00")]);
    stories.push(vec![sent, passed, code, entered, (E::BureauReturned, "2026-11-24T18:00:00+08:00")]);
    stories.push(chain.iter().copied().chain([(E::Deregistered, "2026-11-24T19:00:00+08:00")]).collect());
    let judged = |judged| Some(Counts { errors: 0, warnings: 0, judged });
    let clear = Judged::default();
    let looked = [None, judged(clear), judged(Judged { errors: 1, ..clear }), judged(Judged { record_has_ended: true, ..clear })];
    let since = [Since::Ending, Since::Changing, Since::EndPrepared, Since::ChangePrepared, Since::Changed];
    let since = std::iter::once(None).chain(since.map(Some));
    let cases = looked.into_iter().map(|counts| (counts, None)).chain(since.map(|since| (None, since)));
    let nows = ["2026-11-25T10:00:00+08:00", "2026-11-25T18:00:00+08:00", "2027-03-01T10:00:00+08:00"].map(at);
    let mut seen = std::collections::BTreeSet::new();
    for known in cases {
        for (kind, story) in
            ["new", "change", "deregister"].iter().flat_map(|kind| stories.iter().map(move |story| (kind, story)))
        {
            let summary = draft(kind, story);
            for now in nows {
                let (words, _) = Words::of_standing(&summary, known, now, &mut KnownWords::default());
                for lang in Lang::BOTH {
                    let said = Standing::of(lang, &summary, known, now);
                    for text in [said.full.as_str(), said.brief()] {
                        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                        for part in parts.chain([text]) {
                            let spelled = pinyin::keys(part).map(<[String; 2]>::from).into_iter().flatten();
                            for typed in spelled.chain([part.to_lowercase()]) {
                                assert!(words.hold(&typed, &format!("\n{typed}")), "{typed} of {text}");
                            }
                        }
                        seen.insert(text.to_owned());
                    }
                }
            }
        }
    }
    for known in [
        "可以提交",
        "Ready",
        "备案成功，拟注销",
        "To deregister",
        "短信核验 已超时",
        "Platform overdue",
        "原备案已注销",
        "平台初审驳回",
    ] {
        assert!(seen.contains(known), "{known} is not among {seen:?}");
    }
}

#[test]
fn what_is_late_is_found_by_other_words_for_that() {
    let events = [
        (E::Submitted, "2026-11-20T09:00:00+08:00"),
        (E::PlatformPassed, "2026-11-21T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T15:12:00+08:00"),
    ];
    for (now, is_late) in [("2026-11-25T15:00:00+08:00", false), ("2026-11-25T15:13:00+08:00", true)] {
        let (words, is_limited) = Words::of_standing(&draft("new", &events), (None, None), at(now), &mut KnownWords::default());
        assert!(is_limited, "it changes with the clock");
        for typed in ["逾期", "yuqi", "yq", "late", "超时", "yichaoshi", "overdue"] {
            assert_eq!(words.hold(typed, &format!("\n{typed}")), is_late, "{typed} at {now}");
        }
    }
}

#[test]
fn what_is_filed_is_found_by_other_words_for_that() {
    let day = "2026-11-24T17:00:00+08:00";
    let filed: Vec<(E, &str)> = E::TO_FILED.map(|kind| (kind, day)).into();
    let has = |events: &[(E, &str)], since: Option<Since>, typed: &str| {
        let (words, _) =
            Words::of_standing(&draft("new", events), (None, since), at("2026-11-25T10:00:00+08:00"), &mut KnownWords::default());
        words.hold(typed, &format!("\n{typed}"))
    };
    for (since, is_ending, is_changing) in [
        (None, false, false),
        (Some(Since::EndPrepared), true, false),
        (Some(Since::ChangePrepared), false, true),
        (Some(Since::Changed), false, false),
    ] {
        for typed in ["已备案", "yibeian", "on record"] {
            assert!(has(&filed, since, typed), "{typed} {since:?}");
            assert!(!has(&filed[..3], None, typed), "{typed}");
        }
        assert_eq!(has(&filed, since, "待注销"), is_ending, "{since:?}");
        assert_eq!(has(&filed, since, "待变更"), is_changing, "{since:?}");
    }
}
