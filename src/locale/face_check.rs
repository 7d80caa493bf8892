//! Words about the face check: its clock and its checklist.

use super::stage::{moment, span};
use super::{Lang, Text};
use crate::filing::face_check::Clock;

crate::messages! {
    /// Time is left for the notice.
    NOTICE = "通知还剩 {left}，到 {until} 为止；没做完就要重新发起。", "The notice can be answered for another {left}, until {until}; after that a new check has to be started.";
    /// The notice is over.
    NOTICE_OVER = "通知已过 24 小时：做完了就填通过时间，没做就重新发起。", "The notice's 24 hours are over: record when it was passed, or start a new check.";
    /// Time is left to hand in.
    TASK = "核身还剩 {left}，要在 {until} 前提交。", "The face check is valid for another {left}: submit before {until}.";
    /// Over.
    TASK_OVER = "核身已在 {since} 失效，要重新做。", "The face check ended on {since}: it has to be done again.";
    /// Times that cannot be.
    IMPOSSIBLE = "时间对不上：通过不能早于发起，也不能晚于现在。", "These times are impossible: it was passed before it was started, or one lies in the future.";
    /// Heads the checklist.
    CHECKLIST = "做人脸核身前看一遍：", "Before the face check:";
}

/// What to see to before and during the check (`filing-rules.md` section 4.4, `wechat-api.md` section 8).
pub const POINTS: [Text; 6] = [
    Text::new(
        "其他资料都备齐了再发起：通知 24 小时、核身 3 天内有效，每天次数有限。",
        "Start it when all else is ready: the notice is valid for 24 hours, the result for three days, and daily attempts are limited.",
    ),
    Text::new("由小程序管理员本人在自己的微信里做，别人不能代做。", "The administrator does it in person, in their own WeChat."),
    Text::new("背景是干净的白墙，身后没有别的东西。", "A clean white wall behind, and nothing else."),
    Text::new("光线均匀，不过亮也不过暗；脸不要贴得太近。", "Even light, neither too bright nor too dark; not too close."),
    Text::new("不戴帽子、口罩、耳机，五官没有遮挡。", "No hat, mask or headphones; nothing covers the face."),
    Text::new("上身衣着得体，睁眼，表情自然。", "Wear ordinary clothes, keep your eyes open, look natural."),
];

/// How the clock stands, in a sentence.
#[must_use]
pub fn clock(lang: Lang, clock: Clock) -> String {
    match clock {
        Clock::Notice { left, until } => NOTICE.with(lang, &[("left", &span(lang, left)), ("until", &moment(until))]),
        Clock::NoticeOver => NOTICE_OVER.in_lang(lang).to_owned(),
        Clock::Task { left, until } => TASK.with(lang, &[("left", &span(lang, left)), ("until", &moment(until))]),
        Clock::TaskOver { since } => TASK_OVER.with(lang, &[("since", &moment(since))]),
        Clock::Impossible => IMPOSSIBLE.in_lang(lang).to_owned(),
    }
}
