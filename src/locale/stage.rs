//! The words of the filing's way: stages, events, limits, and what to do next.

use chrono::TimeDelta;

use super::{Lang, Text, error};
use crate::catalog::holiday::Due;
use crate::drafts::exported::Exported;
use crate::filing::event::{Moment, SMS_LAST_WRONG, SMS_RESENDS};
use crate::filing::history::OutOfOrder;
use crate::filing::status::{Deadline, FilingStatus, PersonStatus, Step, day_in_china, in_china, is_of_day};
use crate::filing::{Course, Draft, Event, EventKind, History, PersonField, Role, Stage};
use crate::package::calendar::words::code_limit;
use crate::package::digest::Freshness;
use crate::rules::rejection::{Standing, State};
use crate::text::clean::visible;

/// The name of a stage.
#[must_use]
pub const fn stage(stage: Stage) -> Text {
    match stage {
        Stage::Preparing => Text::new("准备资料", "Preparing"),
        Stage::PlatformReview => Text::new("平台初审", "Platform review"),
        Stage::SmsVerification => Text::new("短信核验", "SMS verification"),
        Stage::BureauReview => Text::new("通管局审核", "Bureau review"),
        Stage::Filed => Text::new("备案成功", "Filed"),
        Stage::Deregistered => Text::new("已注销", "Deregistered"),
    }
}

/// The name of a stage in a filing of this course: a change ends as one.
#[must_use]
pub const fn stage_of(course: Course, stage: Stage) -> Text {
    match (course, stage) {
        (Course::Change, Stage::Filed) => Text::new("变更成功", "Change on record"),
        (_, stage) => self::stage(stage),
    }
}

/// The name of the stage that a draft is in: where WeChat's access alone has ended, that is said.
#[must_use]
pub fn stage_in(draft: &Draft, stage: Stage) -> Text {
    let history = History::of(draft);
    if stage == Stage::Deregistered && (history.is_without_access() || history.is_of_access()) {
        return WITHOUT_ACCESS;
    }
    stage_of(Course::of(draft), stage)
}

/// Where a draft stands, as a list tells it: what was sent back is called so.
#[must_use]
pub fn standing_in(draft: &Draft, stage: Stage) -> Text {
    History::of(draft).sent_back_by().map_or_else(|| stage_in(draft, stage), |back| back.kind.label())
}

/// How long a stage takes as a rule.
#[must_use]
pub const fn usual(stage: Stage) -> Text {
    match stage {
        Stage::Preparing => Text::new("没有时限", "no limit"),
        Stage::PlatformReview => Text::new("一般 1–2 个工作日", "usually 1 to 2 working days"),
        Stage::SmsVerification => Text::new("收到短信后 24 小时内完成", "within 24 hours after the code arrives"),
        Stage::BureauReview => Text::new("一般 1–20 个工作日", "usually 1 to 20 working days"),
        Stage::Filed => Text::new("长期有效", "no time limit"),
        Stage::Deregistered => Text::new("核验短信后完成", "once the code is entered"),
    }
}

/// What happened, and whose code it was where somebody is named.
#[must_use]
pub fn event(lang: Lang, event: &Event) -> String {
    kind_of(lang, event.kind, event.who)
}

/// What can happen, and whose code it is where somebody is named: `收到核验短信：主体负责人`.
#[must_use]
pub fn kind_of(lang: Lang, kind: EventKind, who: Option<Role>) -> String {
    let name = kind.label().in_lang(lang);
    match (who, lang) {
        (None, _) => name.to_owned(),
        (Some(who), Lang::Zh) => format!("{name}：{}", who.title().zh),
        (Some(who), Lang::En) => format!("{name}: {}", who.title().en),
    }
}

/// An event that may be recorded next. What goes before a first code has arrived says so: nobody takes it for another code.
#[must_use]
pub fn offer(lang: Lang, kind: EventKind, who: Option<Role>, (has_code, is_leaving): (bool, bool)) -> String {
    let event = kind_of(lang, kind, who);
    match kind {
        EventKind::SmsVerified if is_leaving => ENDS_WITH_CODE.with(lang, &[("event", &event)]),
        EventKind::Deregistered | EventKind::AccessCancelled if !has_code => WITHOUT_CODE.with(lang, &[("event", &event)]),
        EventKind::SmsResent if !has_code => FIRST_NEVER_CAME.with(lang, &[("event", &event)]),
        EventKind::SmsTimedOut if !has_code => CODE_NEVER_CAME.with(lang, &[("event", &event)]),
        _ => event,
    }
}

/// How far one person has come with the code, and on which phone: `主体负责人 13012340003：2026-11-27 10:00 收到`.
#[must_use]
pub fn person(lang: Lang, draft: &Draft, person: &PersonStatus) -> String {
    let one = person.verification;
    let who = person.who.map(|who| who.title().in_lang(lang)).unwrap_or_default();
    let phone = person.who.map(|who| visible(draft.text(draft.person_field(who, PersonField::Mobile)).trim()));
    let who = match phone.filter(|phone| !phone.is_empty()) {
        Some(phone) => format!("{who} {phone}"),
        None => who.to_owned(),
    };
    let mut parts = vec![match (one.verified, one.received) {
        (Some(at), _) => CODE_ENTERED.with(lang, &[("at", &moment(at))]),
        (None, Some(at)) => CODE_ARRIVED.with(lang, &[("at", &moment(at))]),
        (None, None) => CODE_MISSING.in_lang(lang).to_owned(),
    }];
    if one.resent > 0 {
        parts.push(CODE_RESENT.with(lang, &[("count", &one.resent), ("most", &SMS_RESENDS)]));
    }
    if one.wrong > 0 {
        let left = SMS_LAST_WRONG.saturating_sub(one.wrong.saturating_add(1));
        let sentence = match (one.verified, one.wrong, left) {
            // Nothing is entered any more.
            (Some(_), ..) | (_, SMS_LAST_WRONG.., _) => CODE_WAS_WRONG,
            (None, _, 0) => CODE_LAST,
            (None, ..) => CODE_WRONG,
        };
        parts.push(sentence.with(lang, &[("count", &one.wrong), ("left", &left)]));
    }
    let join = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    let state = parts.join(join);
    // Where one person is everyone, nobody is named.
    if person.who.is_none() { state } else { PERSON.with(lang, &[("who", &who), ("state", &state)]) }
}

/// A reason of a rejection: where, the reviewer's words, and which known rejection it is.
#[must_use]
pub fn reason(lang: Lang, one: &Standing<'_>) -> String {
    let field = one.reason.id().map(|id| id.full_label(lang));
    let words = visible(one.reason.text.trim());
    let known = one.rejection().map(|rejection| rejection.record().wording.in_lang(lang));
    let said = match (words.is_empty(), known) {
        (true, known) => known.unwrap_or_default().to_owned(),
        (false, Some(known)) if !words.contains(known) => REASON_KNOWN.with(lang, &[("words", &words), ("known", &known)]),
        (false, _) => words.into_owned(),
    };
    let state = match one.state {
        State::Open => REASON_OPEN,
        State::Confirmed => REASON_CONFIRMED,
        State::Changed => REASON_CHANGED,
        State::NothingToChange => REASON_NOTHING,
    }
    .in_lang(lang);
    match field.or_else(|| Some(visible(&one.reason.field).into_owned()).filter(|field| !field.is_empty())) {
        Some(field) => REASON_AT.with(lang, &[("field", &field), ("words", &said), ("state", &state)]),
        None => REASON.with(lang, &[("words", &said), ("state", &state)]),
    }
}

/// How events are named in a sentence: as the command line takes them, or as the screen shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// `sms-received`.
    Command,
    /// 「收到核验短信」.
    Screen,
}

/// What a step asks people to do.
#[must_use]
pub fn step(lang: Lang, step: Step, naming: Naming) -> String {
    let names: Vec<(&str, String)> = EventKind::ALL
        .into_iter()
        .map(|kind| {
            let shown = match (naming, lang) {
                (Naming::Command, Lang::Zh) => format!(" {} ", kind.name()),
                (Naming::Command, Lang::En) => kind.name().to_owned(),
                (Naming::Screen, Lang::Zh) => format!("「{}」", kind.label().zh),
                (Naming::Screen, Lang::En) => format!("\"{}\"", kind.label().en),
            };
            (kind.name(), shown)
        })
        .collect();
    let args: Vec<(&str, &dyn std::fmt::Display)> =
        names.iter().map(|(name, shown)| (*name, shown as &dyn std::fmt::Display)).collect();
    step_text(step).with(lang, &args).replace(" 。", "。").replace(" ，", "，").replace(" ；", "；")
}

const fn step_text(step: Step) -> Text {
    match step {
        Step::FillIn => Text::new("填完资料，处理所有错误。", "Fill in what is missing and fix every error."),
        Step::EnterChange => Text::new("填写要变更的内容。", "Enter what changes."),
        Step::Check => Text::new("已填齐，处理剩下的错误。", "Everything is filled in: fix the errors that are left."),
        Step::AddExpected => Text::new(
            "审核时很可能要的资料还缺，补齐再提交。",
            "Add what the reviewers are likely to ask for; it is still missing.",
        ),
        Step::Answer => Text::new("答完还没有回答的提问。", "Answer the open questions."),
        Step::RecordEnded => Text::new(
            "原备案已经注销，或者取消了微信接入，这份不能再提交：还要用的重新备案，不用的删除。",
            "The filing it is about has ended, so this can no longer be submitted: file again if it is still used, else delete this draft.",
        ),
        Step::ExportAndSubmit => Text::new(
            "导出备案包，在微信公众平台照此提交，然后记录{submitted}。",
            "Export the package, enter its sheet in the console (mp.weixin.qq.com) and submit there, then record {submitted}.",
        ),
        Step::Submit => Text::new(
            "照备案包里的填报表在微信公众平台提交，然后记录{submitted}。",
            "Enter the package's sheet in the console (mp.weixin.qq.com) and submit there, then record {submitted}.",
        ),
        Step::FaceCheck => Text::new(
            "提交前由小程序管理员完成人脸核身；3 天内有效，放在最后做。",
            "Before submitting, the administrator does the face check; it stays valid for 3 days, so do it last.",
        ),
        Step::Correct => Text::new("按驳回原因逐条修改。", "Correct everything the reviewer named."),
        Step::ExportAgain => Text::new(
            "驳回原因都处理过了：再核对一遍，重新导出备案包。",
            "Everything the reviewer named is dealt with: review it again, and export the package again.",
        ),
        Step::SubmitAgain => {
            Text::new("在微信公众平台「小程序备案 › 去完善」重新提交。", "Submit again in the console: 小程序备案 › 去完善.")
        }
        Step::SubmitUnchanged => Text::new(
            "资料没有问题，不用修改：在微信公众平台「小程序备案 › 去完善」原样重新提交，会直接回到通管局，不再经过平台初审；改动了资料则要重新初审。",
            "Nothing is wrong with the data: submit it again as it is (小程序备案 › 去完善). Unchanged it goes straight back to the bureau, \
             without the platform's review; changed data are reviewed again.",
        ),
        Step::KeepPhonesOn => Text::new(
            "保持负责人手机和应急联系电话畅通，审核人员可能来电。",
            "Keep the phones on, the emergency number included: reviewers may call.",
        ),
        Step::MayWithdraw => Text::new(
            "平台初审结束前可以撤回，之后不能。",
            "It can be withdrawn until the platform's review ends, not afterwards.",
        ),
        Step::WaitForCode => Text::new(
            "等待 12381 发来的核验短信（不会发到应急联系电话），收到后马上记录{sms-received}。",
            "Wait for the SMS code from 12381 (never to the emergency number); once it arrives, record {sms-received}.",
        ),
        Step::EnterCode => Text::new(
            "打开 beian.miit.gov.cn，在「短信核验」输入验证码、手机号码和证件号码后六位。",
            "On beian.miit.gov.cn, choose 短信核验 (SMS verification) and enter the code, the phone number and the certificate's last six characters.",
        ),
        Step::CodeIsLate => Text::new(
            "24 小时已过：先到核验页确认结果，已完成就记录{sms-verified}，未完成就记录{sms-timed-out}，再重新提交。",
            "The 24 hours are over: look at the result on the site; record {sms-verified} if it went through, else {sms-timed-out} and \
             submit again.",
        ),
        Step::WaitForBureau => Text::new(
            "等待通管局审核，结果以站内信、模板消息、短信等通知；通过后记录{bureau-passed}，填上备案号。",
            "Wait for the bureau; the result arrives as a message or SMS. Once approved, record {bureau-passed} with the number.",
        ),
        Step::WaitForBureauOnChange => Text::new(
            "等待通管局审核，结果以站内信、模板消息、短信等通知；通过后记录{bureau-passed}，备案号不变。",
            "Wait for the bureau; the result arrives as a message or SMS. Once approved, record {bureau-passed}; the number stays.",
        ),
        Step::AskWhy => Text::new(
            "已超过一般时限，可在微信公众平台查看进度或联系客服。",
            "This takes longer than usual: look at the console or ask its support.",
        ),
        Step::Publish => Text::new("现在可以发布小程序。", "The mini-program may be published now."),
        Step::ShowNumber => Text::new(
            "在小程序显著位置标明备案号，并链接 beian.miit.gov.cn。",
            "Show the number in a prominent place, with a link to beian.miit.gov.cn.",
        ),
        Step::KeepUpToDate => Text::new(
            "能预知的变化提前 30 天报告，已经变了的 10 个工作日内办理变更备案；证件到期前也要更新。",
            "Report a change that can be foreseen 30 days ahead, file what has changed within 10 working days, and renew what runs out before it does.",
        ),
        Step::Gone => {
            Text::new("备案已注销，小程序不能再提供服务。", "The filing has ended: the mini-program may no longer be offered.")
        }
        Step::CodePerhaps => Text::new(
            "取消接入没有公开说明要短信核验：收到 12381 的短信就记录{sms-received}，24 小时内输入；没有要求短信就办完的，记录{access-cancelled}。",
            "No source says whether a code is sent for the end of an access: if one comes from 12381, record {sms-received} and enter it \
             within 24 hours; if it is done without one, record {access-cancelled}.",
        ),
        Step::AccessGone => Text::new(
            "微信接入已取消，小程序不能再在微信提供服务；别的平台接入的，备案号仍然有效，没有的会被通管局清理。",
            "WeChat's access has ended: the mini-program may no longer be offered there. The number stands as long as another provider \
             gives access; without one the bureau clears the record.",
        ),
        Step::ConfirmReuse => Text::new(
            "复用主体资料时，平台给主体负责人发短信，24 小时内点链接确认；没确认可以重发，三天都没确认就不能再复用，要全部手工填写。",
            "The entity is reused: the platform sends the responsible person a message, to be confirmed within 24 hours. It can be sent \
             again; after three days without an answer everything has to be entered by hand.",
        ),
        Step::RequestDeregistration => Text::new(
            "在微信公众平台申请注销，然后记录{deregistration-requested}；申请后不能撤回，注销后不能恢复。",
            "Request the deregistration in the console, then record {deregistration-requested}. A request cannot be withdrawn, nor a \
             deregistration undone.",
        ),
        Step::StillFiled => Text::new(
            "注销完成之前，原备案仍然有效，小程序可以继续提供服务。",
            "Until the deregistration is done the filing stands, and the mini-program may go on serving.",
        ),
        Step::LapsesIfIgnored => Text::new(
            "24 小时内不核验，申请自动失效，备案保留：那时记录{deregistration-lapsed}。",
            "If the code is not entered within 24 hours, the request lapses and the filing stays: then record {deregistration-lapsed}.",
        ),
        Step::StraightToBureau => Text::new(
            "短信核验没完成而重新提交：资料没有改动的，直接回到通管局，收到新的核验短信就记录{sms-received}；改动了的，先由平台初审，通过了再记录{platform-passed}。",
            "Submitted again after a missed code: unchanged it goes straight back to the bureau; once the new code arrives, record {sms-received}. With changed data the platform reviews it first: then record {platform-passed}.",
        ),
        Step::WaitForOthers => Text::new(
            "还有人没有核验：收到短信的人各自完成，才进入通管局审核。",
            "Not every code has been entered yet: the bureau's review begins once everyone who received one has entered it.",
        ),
        Step::CodeForBoth => Text::new(
            "这次变更主体负责人和小程序负责人各收一条核验短信：谁收到就为谁记录{sms-received}，两人都核验后才进入通管局审核。",
            "In this change the responsible person and the mini-program contact each receive a code: record {sms-received} for either as it arrives. The bureau's review begins once both have entered theirs.",
        ),
        Step::OwnerMayGetCode => Text::new(
            "小程序负责人也可能收到核验短信，收到就为其记录{sms-received}。",
            "The mini-program contact may receive a code as well: record {sms-received} for them if so.",
        ),
    }
}

/// A moment on China's clocks, to the minute; what is known by its day alone, by its day.
#[must_use]
pub fn moment(at: Moment) -> String {
    if is_of_day(at) { day_in_china(at).to_string() } else { minute(at) }
}

/// A moment on China's clocks, to the minute, whatever it is the moment of.
#[must_use]
pub fn minute(at: Moment) -> String {
    in_china(at).format("%Y-%m-%d %H:%M").to_string()
}

/// A span in hours and minutes, from two days on in days and hours; without sign.
#[must_use]
pub fn span(lang: Lang, span: TimeDelta) -> String {
    let minutes = span.num_minutes().abs();
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let (days, rest) = (hours / 24, hours % 24);
    match (lang, hours) {
        (Lang::Zh, _) if days >= 2 && rest == 0 => format!("{days} 天"),
        (Lang::Zh, _) if days >= 2 => format!("{days} 天 {rest} 小时"),
        (Lang::En, _) if days >= 2 && rest == 0 => format!("{days} days"),
        (Lang::En, _) if days >= 2 => format!("{days} days {rest} h"),
        (Lang::Zh, 0) => format!("{minutes} 分钟"),
        (Lang::Zh, _) => format!("{hours} 小时 {minutes} 分钟"),
        (Lang::En, 0) => format!("{minutes} min"),
        (Lang::En, _) => format!("{hours} h {minutes} min"),
    }
}

/// The same in one unit, rounded down: nobody is promised time that is not left.
#[must_use]
pub fn span_brief(lang: Lang, span: TimeDelta) -> String {
    let minutes = span.num_minutes().abs();
    match (lang, minutes / 60) {
        (Lang::Zh, 48..) => format!("{} 天", minutes / 60 / 24),
        (Lang::En, 48..) => format!("{} days", minutes / 60 / 24),
        (Lang::Zh, 0) => format!("{minutes} 分钟"),
        (Lang::En, 0) => format!("{minutes} min"),
        (Lang::Zh, hours) => format!("{hours} 小时"),
        (Lang::En, hours) => format!("{hours} h"),
    }
}

/// What is left until the code must have been entered, or how long ago that was.
#[must_use]
pub fn countdown(lang: Lang, deadline: Deadline) -> String {
    let at = code_limit(lang, deadline.at);
    let told = |sentence: Text, left: TimeDelta| sentence.with(lang, &[("at", &at), ("span", &span(lang, left))]);
    let days = deadline.left_at_most.num_days().abs();
    let sentence_of_days = |text: Text| CODE_PASSED.with(lang, &[("at", &at), ("span", &text.with(lang, &[("count", &days)]))]);
    match (deadline.is_over(), deadline.latest.is_some()) {
        (false, true) if deadline.left < TimeDelta::zero() => told(CODE_PERHAPS_PASSED, deadline.left),
        (false, true) => told(CODE_OF_DAY, deadline.left),
        (false, false) => told(CODE_LEFT, deadline.left),
        // What is known by its day is over for days.
        (true, true) => match days {
            0 => told(CODE_PASSED_TODAY, deadline.left_at_most),
            1 => sentence_of_days(ONE_DAY),
            _ => sentence_of_days(DAYS),
        },
        (true, false) => told(CODE_PASSED, deadline.left_at_most),
    }
}

/// By when a review should be done.
#[must_use]
pub fn due(lang: Lang, due: Due, overdue: bool) -> String {
    let sentence = match (overdue, due.estimate) {
        (true, _) => DUE_PASSED,
        (false, true) => DUE_ESTIMATE,
        (false, false) => DUE,
    };
    sentence.with(lang, &[("date", &due.date)])
}

/// Which package was made of a draft last, and whether it is out of date. Told of drafts that are prepared: where the story has gone on
/// since, they were rejected.
#[must_use]
pub fn package(lang: Lang, exported: &Exported, freshness: Freshness) -> String {
    let sentence = match freshness {
        Freshness::Current => PACKAGE_IS_CURRENT,
        Freshness::Recorded => PACKAGE_WAS_REJECTED,
        Freshness::Old => PACKAGE_IS_OLD,
    };
    sentence.with(lang, &[("day", &exported.day), ("path", &error::path(&exported.package))])
}

/// The whole status in sentences, one a line; `name` is what the stage is called.
#[must_use]
pub fn status(lang: Lang, name: &str, status: &FilingStatus<'_>) -> Vec<String> {
    let mut lines = vec![match status.since {
        // What is late is late since the day by which it was due, not since the stage began.
        Some(since) if status.is_late() => STAGE_BEGAN.with(lang, &[("stage", &name), ("at", &moment(since))]),
        Some(since) => STAGE_SINCE.with(lang, &[("stage", &name), ("at", &moment(since))]),
        None => STAGE.with(lang, &[("stage", &name)]),
    }];
    if let Some(number) = status.number {
        lines.push(NUMBER.with(lang, &[("number", &visible(number))]));
    }
    if let Some(back) = status.sent_back_by {
        let note = visible(&back.note);
        let sentence = if note.is_empty() { SENT_BACK } else { SENT_BACK_BECAUSE };
        lines.push(sentence.with(lang, &[("event", &event(lang, back)), ("at", &moment(back.at)), ("note", &note)]));
    }
    lines.extend(status.due.map(|day| due(lang, day, status.overdue)));
    lines.extend(status.deadline.map(|deadline| countdown(lang, deadline)));
    lines.extend(status.next.iter().map(|next| step(lang, *next, Naming::Command)));
    if !status.impossible.is_empty() {
        lines.push(IMPOSSIBLE.with(lang, &[("count", &status.impossible.len())]));
    }
    lines
}

/// Why an event cannot be recorded, and what to do instead.
#[must_use]
pub fn refusal(lang: Lang, kind: EventKind, reason: &OutOfOrder) -> (String, String) {
    let event_name = kind.label().in_lang(lang);
    match reason {
        OutOfOrder::NotNow { stage: at, possible } => {
            let named = |kind: &EventKind| NAMED.with(lang, &[("name", &kind.name()), ("words", &kind.label().in_lang(lang))]);
            let names: Vec<String> = possible.iter().map(named).collect();
            let hint = if names.is_empty() {
                let has_ended = *at == Stage::Deregistered;
                if has_ended { NOTHING_POSSIBLE_ENDED } else { NOTHING_POSSIBLE }.in_lang(lang).to_owned()
            } else {
                POSSIBLE.with(lang, &[("events", &names.join(lang.between()))])
            };
            (NOT_NOW.with(lang, &[("event", &event_name), ("stage", &stage(*at).in_lang(lang))]), hint)
        }
        OutOfOrder::BeforeLast { last } => {
            (BEFORE_LAST.with(lang, &[("event", &event_name), ("at", &moment(*last))]), TAKE_BACK.in_lang(lang).to_owned())
        }
        OutOfOrder::NoCodeYet => (NO_CODE_YET.with(lang, &[("event", &event_name)]), NO_CODE_YET_HINT.in_lang(lang).to_owned()),
        OutOfOrder::CodeArrived => (CODE_HAS_ARRIVED.in_lang(lang).to_owned(), CODE_HAS_ARRIVED_HINT.in_lang(lang).to_owned()),
        OutOfOrder::CodeEntered => (CODE_IS_ENTERED.in_lang(lang).to_owned(), TAKE_BACK.in_lang(lang).to_owned()),
        OutOfOrder::NoMoreResends => (NO_MORE_RESENDS.in_lang(lang).to_owned(), AFTER_RESENDS.in_lang(lang).to_owned()),
        OutOfOrder::InFuture => (IN_FUTURE.with(lang, &[("event", &event_name)]), PAST_ONLY.in_lang(lang).to_owned()),
    }
}

crate::messages! {
    PACKAGE_IS_CURRENT = "备案包已在 {day} 导出，之后没有改过：{path}", "The package was exported on {day}, and nothing has changed since: {path}";
    PACKAGE_WAS_REJECTED = "备案包是 {day} 导出的，之后只记了进度；改好驳回的内容再重新导出：{path}", "The package was exported on {day}; since then only the progress was recorded. Fix what was rejected, then export it again: {path}";
    PACKAGE_IS_OLD = "{day} 导出的备案包已经过时：草稿或文件后来改过，要重新导出。{path}", "The package of {day} is out of date: the draft or a file has changed since. Export it again. {path}";
    WITHOUT_ACCESS = "已取消接入", "Access cancelled";
    CODE_ENTERED = "{at} 核验完成", "entered {at}";
    CODE_ARRIVED = "{at} 收到", "arrived {at}";
    CODE_MISSING = "还没有收到", "has not arrived";
    CODE_RESENT = "重发 {count} 次（最多 {most} 次）", "sent again: {count} ({most} at most)";
    CODE_WRONG = "输错 {count} 次，还可以输错 {left} 次", "{count} wrong, {left} more allowed";
    CODE_WAS_WRONG = "输错过 {count} 次", "{count} wrong";
    CODE_LAST = "输错 {count} 次，再输错一次就会退回", "{count} wrong: one more rejects the filing";
    PERSON = "{who}：{state}", "{who}: {state}";
    REASON_AT = "{field}：{words}（{state}）", "{field}: {words} ({state})";
    REASON = "{words}（{state}）", "{words} ({state})";
    REASON_KNOWN = "{words}〔{known}〕", "{words} [{known}]";
    REASON_OPEN = "还没有改动", "unchanged so far";
    REASON_CONFIRMED = "没有改动，已确认", "unchanged, and confirmed";
    REASON_CHANGED = "已改动", "changed since";
    REASON_NOTHING = "不用改", "nothing to change";
    STAGE = "环节：{stage}", "Stage: {stage}";
    STAGE_SINCE = "环节：{stage}（{at} 起）", "Stage: {stage} (since {at})";
    STAGE_BEGAN = "环节：{stage}（{at} 开始）", "Stage: {stage} (began {at})";
    NUMBER = "备案号：{number}", "Filing number: {number}";
    SENT_BACK = "{event}（{at}）", "{event} ({at})";
    SENT_BACK_BECAUSE = "{event}（{at}）：{note}", "{event} ({at}): {note}";
    DUE = "预计最晚 {date} 有结果。", "Should be done by {date}.";
    DUE_ESTIMATE = "预计最晚 {date} 有结果（放假安排尚未公布，为估算）。",
        "Should be done by about {date} (the holidays are not published yet).";
    DUE_PASSED = "预计 {date} 前有结果，已经超过。", "Should have been done by {date}.";
    CODE_LEFT = "短信核验须在 {at} 前完成，还剩 {span}。", "The code must be entered by {at}: {span} left.";
    CODE_OF_DAY = "短信核验须在 {at} 前完成，还剩 {span}；收到短信只记了日期，没有时间，按最早的办。",
        "The code must be entered by {at}: {span} left. Only the day of its arrival is recorded, so go by the first.";
    CODE_PERHAPS_PASSED = "短信核验须在 {at} 前完成：收到短信只记了日期，没有时间，24 小时可能已过。马上核验。",
        "The code must be entered by {at}. Only the day of its arrival is recorded, and its 24 hours may have ended: enter it now.";
    ONE_DAY = "{count} 天", "{count} day";
    DAYS = "{count} 天", "{count} days";
    CODE_PASSED_TODAY = "短信核验应在 {at} 前完成，已超过。", "The code was due by {at}, and is late.";
    CODE_PASSED = "短信核验应在 {at} 前完成，已超过 {span}。", "The code was due by {at}, {span} ago.";
    IMPOSSIBLE = "草稿里有 {count} 条事件与先后顺序不符，已忽略。", "Events in the draft that are out of order and ignored: {count}.";
    NO_CODE_YET = "还没有记录收到核验短信，不能记录「{event}」。", "No SMS code is recorded as received, so \"{event}\" cannot be.";
    NO_CODE_YET_HINT = "先记录 sms-received（谁收到的，用 --who 指明），再记录这一条。", "Record sms-received first, with --who for the person who got it; then this.";
    CODE_HAS_ARRIVED = "已经记录过收到核验短信。", "The SMS code is recorded as received already.";
    CODE_HAS_ARRIVED_HINT = "重发的短信记作 sms-resent；另一位收到的，用 --who 指明。", "Record one that was sent again as sms-resent; name another person with --who.";
    CODE_IS_ENTERED = "这位的短信核验已经记为完成。", "This person's code is recorded as entered already.";
    ENDS_WITH_CODE = "{event}，注销随即完成", "{event}: the filing ends with it";
    WITHOUT_CODE = "{event}，没有要求核验短信", "{event}, no SMS code was asked for";
    FIRST_NEVER_CAME = "{event}（第一条一直没收到）", "{event} (the first one never arrived)";
    CODE_NEVER_CAME = "{event}（短信一直没收到）", "{event} (no code ever arrived)";
    NOT_NOW = "现在处于「{stage}」，不能记录「{event}」。", "\"{event}\" cannot happen in stage \"{stage}\".";
    NAMED = "{name}（{words}）", "{name} ({words})";
    POSSIBLE = "现在可以记录：{events}。", "What can be recorded now: {events}.";
    NOTHING_POSSIBLE_ENDED = "备案已经注销，没有后续事件；记错了用 undo 撤销上一条。还要用的，用 beian new 重新备案。",
        "The filing has ended, nothing follows; undo removes a mistaken last event. To use the mini-program again, file it again with beian new.";
    NOTHING_POSSIBLE = "备案已完成，没有后续事件；记错了用 undo 撤销上一条。再变更、注销，用 beian new --from 另建草稿。",
        "The filing is complete, nothing follows; undo removes a mistaken last event. A change or deregistration begins with beian new --from.";
    BEFORE_LAST = "「{event}」的时间早于上一条事件（{at}）。", "\"{event}\" would lie before the last event ({at}).";
    TAKE_BACK = "检查 --at；上一条记错了就先用 undo 撤销。", "Check --at, or remove the last event with undo.";
    NO_MORE_RESENDS = "核验短信每人最多重发两次。", "The code is sent again twice at most for each person.";
    AFTER_RESENDS = "检查是否重复记录；仍收不到就等到超时，再原样重新提交。",
        "Check whether one was recorded twice. If no code arrives, wait until the time is over and submit again unchanged.";
    IN_FUTURE = "「{event}」的时间在将来。", "\"{event}\" would lie in the future.";
    PAST_ONLY = "只记录已经发生的事；检查 --at 的日期和时区。", "Record only what has happened; check date and time zone of --at.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn everything_has_its_own_words() {
        let mut seen = Vec::new();
        let texts = Stage::ALL.map(stage).into_iter().chain(EventKind::ALL.map(EventKind::label)).chain(Step::ALL.map(step_text));
        for text in texts {
            assert!(!text.zh.is_empty() && text.en.starts_with(|c: char| c.is_ascii_uppercase()), "{text:?}");
            assert!(!seen.contains(&text), "{text:?}");
            seen.push(text);
        }
    }

    #[test]
    fn the_last_try_is_told() {
        let draft = Draft::new(4);
        for (wrong, who, expected) in [
            (4, None, "2026-11-24 11:00 收到；输错 4 次，还可以输错 1 次"),
            (5, None, "2026-11-24 11:00 收到；输错 5 次，再输错一次就会退回"),
            (5, Some(Role::Owner), "小程序负责人：2026-11-24 11:00 收到；输错 5 次，再输错一次就会退回"),
            (6, None, "2026-11-24 11:00 收到；输错过 6 次"),
        ] {
            let received = Some(at("2026-11-24T11:00:00+08:00"));
            let verification = crate::filing::verification::Verification { received, wrong, ..Default::default() };
            assert_eq!(person(Lang::Zh, &draft, &PersonStatus { who, verification, deadline: None }), expected);
            let verification = crate::filing::verification::Verification { verified: received, ..verification };
            let done = person(Lang::Zh, &draft, &PersonStatus { who, verification, deadline: None });
            assert!(done.ends_with(&format!("核验完成；输错过 {wrong} 次")), "{done}");
        }
    }

    #[test]
    fn the_outlook_is_told_in_both_languages() {
        let mut draft = Draft::new(4);
        draft.events = vec![Event::new(EventKind::Submitted, at("2026-11-23T10:00:00+08:00"))];
        let now = at("2026-11-23T12:00:00+08:00");
        let zh = status(Lang::Zh, stage(Stage::PlatformReview).zh, &FilingStatus::of(&draft, now));
        assert_eq!(zh[..2], ["环节：平台初审（2026-11-23 10:00 起）", "预计最晚 2026-11-25 有结果。"]);
        let en = status(Lang::En, stage(Stage::PlatformReview).en, &FilingStatus::of(&draft, now));
        assert_eq!(en[..2], ["Stage: Platform review (since 2026-11-23 10:00)", "Should be done by 2026-11-25."]);
        assert!(zh.iter().chain(&en).all(|line| !line.contains(['{', '}'])));
    }

    #[test]
    fn spans_count_hours_and_minutes() {
        let table = [(TimeDelta::minutes(59), "59 分钟", "59 min"), (TimeDelta::minutes(-61), "1 小时 1 分钟", "1 h 1 min")];
        for (delta, zh, en) in table {
            assert_eq!((span(Lang::Zh, delta), span(Lang::En, delta)), (zh.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn reasons_of_a_reviewer_are_shown_cleaned() {
        let mut draft = Draft::new(4);
        let mut back = Event::new(EventKind::PlatformReturned, at("2026-11-24T10:00:00+08:00"));
        back.note = "照片\u{1b}[31m不清".to_owned();
        draft.events = vec![Event::new(EventKind::Submitted, at("2026-11-23T10:00:00+08:00")), back];
        let lines = status(Lang::Zh, "准备资料", &FilingStatus::of(&draft, at("2026-11-25T10:00:00+08:00")));
        assert!(lines.iter().any(|line| line.contains("照片") && !line.contains('\u{1b}')), "{lines:?}");
    }

    #[test]
    fn refusals_name_what_can_be_done() {
        let reason = OutOfOrder::NotNow { stage: Stage::Preparing, possible: vec![EventKind::Submitted] };
        let (message, hint) = refusal(Lang::En, EventKind::BureauPassed, &reason);
        assert!(message.contains("Approved by the bureau") && hint.contains("submitted"));
    }
}
