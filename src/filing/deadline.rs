//! Every deadline a draft knows of, for a calendar: codes, reviews, the face check, and what runs out.
//!
//! Values only; `package::calendar` has the words.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::draft::Draft;
use super::event::Moment;
use super::face_check::FaceCheck;
use super::field::{FieldId, PersonField, Role};
use super::guard::is_ended;
use super::history::{History, Stage};
use super::status::{FilingStatus, latest_code};
use crate::identifiers::date::{self, When};
use crate::identifiers::moment::in_china;

/// Days before which a change has to be reported (Order 33, article 14).
pub const REPORT_DAYS: i64 = 30;

/// Days before which nobody asks when a paper runs out: somewhat more than the three months before which a new one is taken care of.
pub const NEAR_DAYS: i64 = 92;

/// What has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineKind {
    /// Enter the ministry's code; whose, where somebody is named.
    Code(Option<Role>),
    /// The platform's review should be done.
    PlatformReview,
    /// The bureau's review should be done.
    BureauReview,
    /// Answer the notice of the face check.
    FaceNotice,
    /// Submit while the face check is good.
    FaceTask,
    /// What this field says runs out.
    RunsOut(FieldId),
    /// Report the change that follows when what this field says runs out.
    ReportChange(FieldId),
}

impl DeadlineKind {
    /// A word that tells it from the others of a draft, the same at every export.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Code(None) => "code".to_owned(),
            Self::Code(Some(role)) => format!("code-{}", super::event::role_name(role)),
            Self::PlatformReview => "platform-review".to_owned(),
            Self::BureauReview => "bureau-review".to_owned(),
            Self::FaceNotice => "face-notice".to_owned(),
            Self::FaceTask => "face-task".to_owned(),
            Self::RunsOut(field) => format!("runs-out-{}", field.path()),
            Self::ReportChange(field) => format!("report-change-{}", field.path()),
        }
    }
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Before this moment.
    Moment(Moment),
    /// On this day at the latest.
    Day {
        /// The day.
        date: NaiveDate,
        /// Holidays that are not published yet may move it.
        estimate: bool,
    },
}

/// A deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// What has to be done.
    pub kind: DeadlineKind,
    /// When.
    pub by: By,
    /// It is done: a calendar that has it should strike it out.
    pub is_done: bool,
}

impl Deadline {
    const fn open(kind: DeadlineKind, by: By) -> Self {
        Self { kind, by, is_done: false }
    }

    /// The moment at which it has passed.
    #[must_use]
    pub fn passes_at(&self) -> Option<Moment> {
        match self.by {
            By::Moment(at) => Some(at),
            By::Day { date, .. } => in_china(date.succ_opt()?, NaiveTime::MIN),
        }
    }

    /// The last moment that is possible, of a code of which only the day is recorded.
    #[must_use]
    pub fn latest(&self) -> Option<Moment> {
        match (self.kind, self.by) {
            (DeadlineKind::Code(_), By::Moment(at)) => latest_code(at),
            _ => None,
        }
    }

    /// Whether it has passed in any case.
    #[must_use]
    pub fn is_over(&self, now: Moment) -> bool {
        self.latest().or_else(|| self.passes_at()).is_some_and(|at| at < now)
    }

    /// Whether it is open, and so near that one tells of it: papers that are good for long are no deadline.
    #[must_use]
    pub fn is_near(&self, now: Moment) -> bool {
        let is_paper = matches!(self.kind, DeadlineKind::RunsOut(_) | DeadlineKind::ReportChange(_));
        let is_soon = || self.passes_at().is_some_and(|at| at - now <= TimeDelta::days(NEAR_DAYS + 1));
        !self.is_done && (!is_paper || is_soon())
    }
}

/// What is to be done next, and is not done yet; what is late in any case comes first.
#[must_use]
pub fn next(draft: &Draft, now: Moment) -> Option<Deadline> {
    deadlines(draft, now).into_iter().filter(|one| one.is_near(now)).min_by_key(|one| (!one.is_over(now), one.passes_at()))
}

/// The deadlines of a draft at `now`, in the order in which they are met with; then those that it had after an earlier event and has no
/// more, as done: a calendar may hold them still. Of what has ended all are done.
#[must_use]
pub fn deadlines(draft: &Draft, now: Moment) -> Vec<Deadline> {
    let has_ended = is_ended(draft);
    let mut list = if has_ended { Vec::new() } else { at_stage(draft, now) };
    let mut before = draft.clone();
    while let Some(last) = before.events.pop() {
        let earlier = if before.events.is_empty() { Vec::new() } else { at_stage(&before, last.at) };
        add_done(&mut list, earlier);
    }
    if has_ended {
        // What runs out was told by the filing that has ended, whichever draft says that it has.
        let dates = run_out().into_iter().filter_map(|field| Some((field, day(draft.known_text(field))?)));
        add_done(&mut list, dates.flat_map(|(field, date)| expiry(field, date, true)).collect());
    }
    list
}

fn add_done(list: &mut Vec<Deadline>, earlier: Vec<Deadline>) {
    for one in earlier {
        if !list.iter().any(|known| known.kind == one.kind) {
            list.push(Deadline { is_done: true, ..one });
        }
    }
}

/// The deadlines of the stage that a draft's events have led to.
fn at_stage(draft: &Draft, now: Moment) -> Vec<Deadline> {
    let status = FilingStatus::in_brief(draft, now);
    let mut list = Vec::new();
    for person in &status.people {
        let at = person.verification.received.and_then(|at| at.checked_add_signed(TimeDelta::hours(super::event::SMS_HOURS)));
        let is_done = person.verification.verified.is_some() || person.deadline.is_none();
        list.extend(at.map(|at| Deadline { is_done, ..Deadline::open(DeadlineKind::Code(person.who), By::Moment(at)) }));
    }
    let review = match status.stage {
        Stage::PlatformReview => Some(DeadlineKind::PlatformReview),
        Stage::BureauReview => Some(DeadlineKind::BureauReview),
        _ => None,
    };
    if let (Some(kind), Some(due)) = (review, status.due) {
        list.push(Deadline::open(kind, By::Day { date: due.date, estimate: due.estimate }));
    }
    let face = FaceCheck::of(draft);
    let is_passed = face.passed.is_some();
    let notice = face.notice_until().map(|at| (DeadlineKind::FaceNotice, at, is_passed));
    let task = face.task_until().map(|at| (DeadlineKind::FaceTask, at, status.stage != Stage::Preparing));
    list.extend(
        notice.into_iter().chain(task).map(|(kind, at, is_done)| Deadline { is_done, ..Deadline::open(kind, By::Moment(at)) }),
    );
    let is_on_record = History::of(draft).is_on_record();
    for field in run_out() {
        let date = draft.asks(field).then(|| day(draft.text(field))).flatten();
        list.extend(date.into_iter().flat_map(|date| expiry(field, date, is_on_record)));
    }
    list
}

/// That what a field says runs out on a day; what is on record is reported before.
fn expiry(field: FieldId, date: NaiveDate, is_on_record: bool) -> impl Iterator<Item = Deadline> {
    let report = date.checked_sub_signed(TimeDelta::days(REPORT_DAYS)).filter(|_| is_on_record);
    let report = report.map(|date| (DeadlineKind::ReportChange(field), date));
    let all = std::iter::once((DeadlineKind::RunsOut(field), date)).chain(report);
    all.map(|(kind, date)| Deadline::open(kind, By::Day { date, estimate: false }))
}

/// Fields that say until when a certificate or a permit is good.
fn run_out() -> [FieldId; 4] {
    let [first, second] = PersonField::ValidUntil.of_both();
    [FieldId::SubjectCertificateValidUntil, first, second, FieldId::ApprovalsValidUntil]
}

fn day(text: &str) -> Option<NaiveDate> {
    match date::parse(text)? {
        When::Day(day) => Some(day),
        When::LongTerm => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind as E, Value};
    use chrono::DateTime;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    fn draft(events: &[(E, &str)]) -> Draft {
        let mut draft = Draft::new(4);
        draft.events = events.iter().map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
        draft
    }

    fn keys(draft: &Draft) -> Vec<(String, bool)> {
        deadlines(draft, at("2026-11-27T10:00:00+08:00")).iter().map(|one| (one.kind.key(), one.is_done)).collect()
    }

    #[test]
    fn papers_are_near_three_months_before_they_run_out() {
        for (now, until, is_near) in [
            ("2026-11-27T00:00:00+08:00", "2027-02-27", true),
            ("2026-11-27T00:00:00+08:00", "2027-02-28", false),
            ("2026-11-27T23:59:00+08:00", "2027-02-27", true),
            ("2026-11-27T23:59:00+08:00", "2027-02-28", false),
            ("2026-11-27T10:00:00+08:00", "2026-11-01", true),
            ("2026-11-27T10:00:00+08:00", "长期", false),
        ] {
            let mut draft = draft(&[]);
            draft.set(FieldId::ResponsiblePersonCertificateValidUntil, Some(until.into()));
            assert_eq!(next(&draft, at(now)).is_some(), is_near, "{now} {until}");
        }
    }

    #[test]
    fn every_stage_has_its_deadline() {
        let submitted = (E::Submitted, "2026-11-23T10:00:00+08:00");
        let passed = (E::PlatformPassed, "2026-11-24T10:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-26T11:00:00+08:00");
        let entered = (E::SmsVerified, "2026-11-26T12:00:00+08:00");
        let filed = (E::BureauPassed, "2026-11-26T13:00:00+08:00");
        let one = |key: &str, done| vec![(key.to_owned(), done)];
        assert_eq!(keys(&draft(&[])), []);
        assert_eq!(keys(&draft(&[submitted])), one("platform-review", false));
        let keys_of = |all: &[(&str, bool)]| all.iter().map(|(key, done)| ((*key).to_owned(), *done)).collect::<Vec<_>>();
        let reviewed = ("platform-review", true);
        assert_eq!(keys(&draft(&[submitted, passed])), keys_of(&[reviewed]));
        assert_eq!(keys(&draft(&[submitted, passed, code])), keys_of(&[("code", false), reviewed]));
        let at_bureau = keys(&draft(&[submitted, passed, code, entered]));
        assert_eq!(at_bureau, keys_of(&[("code", true), ("bureau-review", false), reviewed]));
        let is_filed = keys(&draft(&[submitted, passed, code, entered, filed]));
        assert_eq!(is_filed, keys_of(&[("code", true), ("bureau-review", true), reviewed]));
    }

    #[test]
    fn of_what_has_ended_everything_is_done() {
        let asked = (E::DeregistrationRequested, "2026-11-23T10:00:00+08:00");
        let code = (E::SmsReceived, "2026-11-24T10:00:00+08:00");
        let ended = (E::Deregistered, "2026-11-25T10:00:00+08:00");
        let field = FieldId::ResponsiblePersonCertificateValidUntil;
        for kind in ["new", "deregister"] {
            let mut draft = draft(&[asked, code, ended]);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            if kind == "deregister" {
                draft.set_recorded(field, Some("2027-06-30".into()));
            } else {
                draft.set(field, Some("2027-06-30".into()));
            }
            let found = keys(&draft);
            assert!(found.iter().all(|(_, is_done)| *is_done), "{kind}: {found:?}");
            for key in [DeadlineKind::RunsOut(field), DeadlineKind::ReportChange(field)] {
                assert!(found.iter().any(|(found, _)| *found == key.key()), "{kind}: {found:?}");
            }
        }
    }

    #[test]
    fn what_runs_out_is_reported_thirty_days_before_once_it_is_filed() {
        let mut draft = draft(&[]);
        draft.set(FieldId::SubjectCertificateValidUntil, Some("2027-06-30".into()));
        draft.set(FieldId::ResponsiblePersonCertificateValidUntil, Some("长期".into()));
        let list = deadlines(&draft, at("2026-11-27T10:00:00+08:00"));
        assert_eq!(list.len(), 1);
        draft.events = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed]
            .map(|kind| Event::new(kind, at("2026-11-20T10:00:00+08:00")))
            .to_vec();
        let list = deadlines(&draft, at("2026-11-27T10:00:00+08:00"));
        let report = By::Day { date: "2027-05-31".parse().unwrap(), estimate: false };
        assert!(list.iter().any(|one| one.by == report && matches!(one.kind, DeadlineKind::ReportChange(_))), "{list:?}");
    }

    #[test]
    fn a_face_check_has_its_hours() {
        let mut draft = draft(&[]);
        draft.set(FieldId::FaceCheckStartedAt, Some("2026-11-27 9:00".into()));
        assert_eq!(keys(&draft), [("face-notice".to_owned(), false), ("face-task".to_owned(), false)]);
        draft.set(FieldId::FaceCheckPassedAt, Some("2026-11-27 9:30".into()));
        assert_eq!(keys(&draft), [("face-notice".to_owned(), true), ("face-task".to_owned(), false)]);
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
    }
}
