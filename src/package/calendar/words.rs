//! The words of deadlines, as they stand in a calendar.

use crate::filing::deadline::{By, Deadline, DeadlineKind, REPORT_DAYS};
use crate::filing::event::Moment;
use crate::filing::status::{in_china, latest_code};
use crate::filing::{Draft, FieldId};
use crate::text::Lang;
use crate::text::clean::visible;

/// The words of a calendar: a language, and the name of the filing.
#[derive(Debug)]
pub struct CalendarWords {
    /// The language.
    pub lang: Lang,
    /// The filing's name.
    pub name: String,
}

impl CalendarWords {
    /// The words for a draft, which is told by its title, else by what its file is called.
    #[must_use]
    pub fn of(lang: Lang, draft: &Draft, file: &str) -> Self {
        let title = draft.title();
        Self { lang, name: visible(if title.is_empty() { file } else { title }).into_owned() }
    }
}

/// The name of a calendar, after the filing or the folder it is of.
#[must_use]
pub fn title(lang: Lang, name: &str) -> String {
    CALENDAR.with(lang, &[("name", &name)])
}

/// By when a code is entered: the moment that is safe, to the minute; where only the day of its arrival is known, that it is the end of the
/// day at the latest.
#[must_use]
pub fn code_limit(lang: Lang, at: Moment) -> String {
    let safe = in_china(at).format("%Y-%m-%d %H:%M").to_string();
    if latest_code(at).is_some() { CODE_OF_DAY.with(lang, &[("at", &safe)]) } else { safe }
}

/// What has to be done, in a few words; `name` is the filing's.
pub(super) fn summary(lang: Lang, deadline: &Deadline, name: &str) -> String {
    let sentence = match deadline.kind {
        DeadlineKind::Code(Some(_)) => CODE,
        DeadlineKind::Code(None) => CODE_OF_ALL,
        DeadlineKind::PlatformReview => PLATFORM,
        DeadlineKind::BureauReview => BUREAU,
        DeadlineKind::FaceNotice => FACE_NOTICE,
        DeadlineKind::FaceTask => FACE_TASK,
        DeadlineKind::RunsOut(_) => RUNS_OUT,
        DeadlineKind::ReportChange(_) => REPORT,
    };
    sentence.with(lang, &[("name", &name), ("what", &what(lang, deadline.kind))])
}

/// How, and what happens if not.
pub(super) fn description(lang: Lang, deadline: &Deadline) -> String {
    let about = match deadline.kind {
        DeadlineKind::Code(_) => CODE_ABOUT.in_lang(lang).to_owned(),
        DeadlineKind::PlatformReview | DeadlineKind::BureauReview => REVIEW_ABOUT.in_lang(lang).to_owned(),
        DeadlineKind::FaceNotice => FACE_NOTICE_ABOUT.in_lang(lang).to_owned(),
        DeadlineKind::FaceTask => FACE_TASK_ABOUT.in_lang(lang).to_owned(),
        DeadlineKind::RunsOut(_) => RUNS_OUT_ABOUT.in_lang(lang).to_owned(),
        DeadlineKind::ReportChange(_) => REPORT_ABOUT.with(lang, &[("days", &REPORT_DAYS)]),
    };
    match deadline.by {
        By::Day { estimate: true, .. } => WITH_ESTIMATE.with(lang, &[("about", &about)]),
        By::Moment(at) if deadline.latest().is_some() => {
            WITH_LIMIT.with(lang, &[("about", &about), ("at", &code_limit(lang, at))])
        }
        _ => about,
    }
}

fn what(lang: Lang, kind: DeadlineKind) -> String {
    match kind {
        DeadlineKind::Code(Some(role)) => role.title().in_lang(lang).to_owned(),
        DeadlineKind::RunsOut(field) | DeadlineKind::ReportChange(field) => papers(lang, field),
        _ => String::new(),
    }
}

/// What runs out on the day that this field holds: the paper, not the field.
#[must_use]
pub fn papers(lang: Lang, field: FieldId) -> String {
    let paper = match field {
        FieldId::SubjectCertificateValidUntil => SUBJECT_CERTIFICATE,
        FieldId::ResponsiblePersonCertificateValidUntil => RESPONSIBLE_PERSON_CERTIFICATE,
        FieldId::OwnerCertificateValidUntil => OWNER_CERTIFICATE,
        FieldId::ApprovalsValidUntil => APPROVALS,
        _ => return field.full_label(lang),
    };
    paper.in_lang(lang).to_owned()
}

crate::messages! {
    SUBJECT_CERTIFICATE = "主体证件", "Filing entity's certificate";
    RESPONSIBLE_PERSON_CERTIFICATE = "主体负责人证件", "Responsible person's certificate";
    OWNER_CERTIFICATE = "小程序负责人证件", "Mini-program contact's certificate";
    APPROVALS = "前置审批文件", "Prior approval";
    CODE = "输入验证码（短信核验）：{name}（{what}）", "Enter the SMS code: {name} ({what})";
    CODE_OF_ALL = "输入验证码（短信核验）：{name}", "Enter the SMS code: {name}";
    PLATFORM = "平台初审应有结果：{name}", "Platform review should be done: {name}";
    BUREAU = "通管局审核应有结果：{name}", "Bureau review should be done: {name}";
    FACE_NOTICE = "完成人脸核身：{name}", "Do the face check: {name}";
    FACE_TASK = "人脸核身失效前提交：{name}", "Submit before the face check expires: {name}";
    RUNS_OUT = "到期：{what}（{name}）", "{what} expires ({name})";
    REPORT = "办理变更备案：{what}将到期（{name}）", "File the change: {what} expires ({name})";
    CODE_ABOUT = "在 beian.miit.gov.cn 的「短信核验」输入验证码、手机号码和证件号码后六位。超时未核验，备案会被退回，注销申请会失效。",
        "Enter the code, the phone number and the certificate's last six characters at beian.miit.gov.cn, 短信核验. If it is late, a filing is rejected and a deregistration lapses.";
    REVIEW_ABOUT = "在微信公众平台查看结果；超过这一天可以联系客服。", "Look at the result in the console; after this day ask its support.";
    FACE_NOTICE_ABOUT = "微信里的核身通知 24 小时有效，过期须重新发起。", "The notice in WeChat can be used for 24 hours; after that the check has to be started again.";
    FACE_TASK_ABOUT = "人脸核身 3 天有效，过期后须重做。", "The face check is good for 3 days; after that it has to be done again.";
    RUNS_OUT_ABOUT = "换领新证件后更新备案信息。", "Renew it and update the filing.";
    REPORT_ABOUT = "能预知的变化须提前 {days} 天报告（工信部令第 33 号第十四条）；已经变了的，10 个工作日内办理变更。", "A change that can be foreseen is to be reported {days} days ahead (Order 33 of the ministry, article 14); what has changed already, within 10 working days.";
    CODE_OF_DAY = "{at}、最晚 24:00", "{at} (end of day at the latest)";
    WITH_LIMIT = "{about}收到短信只记了日期，没有时间，所以期限为 {at}。", "{about} Only the day is recorded on which the code arrived: it is due by {at}.";
    WITH_ESTIMATE = "{about}放假安排尚未公布，日期为估算。", "{about} The holidays are not published yet: the day is an estimate.";
    CALENDAR = "备案期限 {name}", "Filing deadlines {name}";
}
