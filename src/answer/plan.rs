//! What an answer says → what follows for a draft: events in the order of the real world, reasons at their fields.

use std::ops::Range;

use super::applet::is_same;
use super::read::{Ground, Message, Said, Says};
use super::{Import, Note, Refusal};
use crate::filing::event::Moment;
use crate::filing::field::table;
use crate::filing::history::OutOfOrder;
use crate::filing::status::{day_in_china, lies_before};
use crate::filing::{Course, Draft, Event, EventKind, FieldId, History, PersonField, Reason, Stage, Value};
use crate::identifiers::{icp_no, moment};
use crate::rules::Rejection;
use crate::rules::rejection::{self, codes, label};
use crate::scan::facts::Facts;
use crate::text::{Text, text};

/// Characters of what was not understood that are shown.
const SHOWN: usize = 200;
/// Where a record names the mini-program, and the entity.
const APP_ID: &str = "icp_applets.base_info.appid";
const NUMBER: &str = "icp_applets.base_info.record_number";
const CERTIFICATE_NUMBER: &str = "icp_subject.organize_info.certificate_number";
const ENTITY: &str = "icp_subject.base_info.name";
/// The status of what is not filed, to which bits are added for what is missing.
const UNFILED: i64 = 1024;
/// The same with all of them.
const UNFILED_MOST: i64 = 1031;
/// Codes that any call of the platform may end with; those of filings begin above.
const GENERAL: Range<i64> = 40_000..80_000;
/// Events that lead to where an answer says the filing is; what is beyond the last cannot be inferred.
const FORWARD: [EventKind; 5] = [
    EventKind::Submitted,
    EventKind::DeregistrationRequested,
    EventKind::PlatformPassed,
    EventKind::SmsVerified,
    EventKind::SmsReceived,
];

/// What follows from what an answer says.
///
/// # Errors
/// When it is about another mini-program, lies in the future, or cannot follow what was recorded.
pub fn plan(said: &Said, draft: &Draft, facts: &Facts, at: Moment, now: Moment) -> Result<Import, Refusal> {
    let mut work = Work { draft, facts, at, now, import: Import::default(), unknown: Vec::new() };
    work.import.events.clone_from(&draft.events);
    work.import.known = draft.events.len();
    for message in &said.messages {
        work.take(message)?;
        for (place, text) in &message.unknown {
            work.unknown(place, text);
        }
    }
    work.keep_unknown();
    Ok(work.import)
}

struct Work<'a> {
    draft: &'a Draft,
    facts: &'a Facts,
    at: Moment,
    now: Moment,
    import: Import,
    /// What is not known and stands in no reason either.
    unknown: Vec<String>,
}

impl Work<'_> {
    fn take(&mut self, message: &Message) -> Result<(), Refusal> {
        if let Some((place, theirs)) = &message.app_id {
            let ours = self.draft.text(FieldId::AppId).trim();
            if !ours.is_empty() && !is_same(ours, theirs) {
                return Err(Refusal::AnotherAppId { place: place.clone(), theirs: theirs.clone(), ours: ours.to_owned() });
            }
            if ours.is_empty() {
                self.note(Note::AppId(theirs.clone()));
            }
        }
        let at = match &message.sent {
            Some((place, at)) if *at > self.now => return Err(Refusal::InFuture { place: place.clone(), at: *at }),
            Some((_, at)) => *at,
            None => self.at,
        };
        match &message.says {
            Says::Status { status, is_canceling, available, sms, audit } => {
                if let Some(is_open) = available.filter(|open| !open || status.is_some_and(|status| status >= UNFILED)) {
                    self.note(Note::Entrance(is_open));
                }
                if *is_canceling {
                    self.canceling(at)?;
                    // As long as it is being ended, it has not ended.
                    if status.is_some_and(|status| status >= UNFILED) && self.history().is_deregistration() {
                        return Ok(());
                    }
                }
                self.status(*status, *sms, audit, &message.place, at)
            }
            Says::Refused { code, text, hints } => self.refused(*code, text, hints, at),
            Says::Record { number, values } => self.record(number, values, at),
            Says::FaceCheck { result, task } => {
                self.face_check(*result, task, message, at);
                Ok(())
            }
            Says::Combined { status, sms, audit } => self.combined(*status, *sms, audit, &message.place, at),
            Says::UnknownEvent(name) => {
                self.unknown(&message.place, name);
                Ok(())
            }
        }
    }

    fn note(&mut self, note: Note) {
        if !self.import.notes.contains(&note) {
            self.import.notes.push(note);
        }
    }

    fn unknown(&mut self, place: &str, text: &str) {
        let text: String = text.chars().take(SHOWN).collect();
        self.unknown.push(if place.is_empty() { text.clone() } else { format!("{place}: {text}") });
        self.note(Note::Unknown { place: place.to_owned(), text });
    }

    /// What was not understood is kept in the history, once.
    fn keep_unknown(&mut self) {
        self.unknown.dedup();
        let note = self.unknown.iter().map(|text| crate::text::clean::one_line(text).0).collect::<Vec<_>>().join("; ");
        let is_known = |event: &Event| event.kind == EventKind::Answered && event.note == note;
        if note.is_empty() || self.import.events.iter().any(is_known) {
            return;
        }
        let last = self.import.events.last().map(|event| event.at);
        let at = last.map_or(self.at, |last| last.max(self.at));
        self.import.events.push(Event { note, ..Event::new(EventKind::Answered, at) });
    }

    fn course(&self) -> Course {
        Course::of(self.draft)
    }

    fn history(&self) -> History<'_> {
        History::of_events(self.draft, &self.import.events)
    }

    fn stage(&self) -> Stage {
        self.history().stage()
    }

    /// Where the filing stands by the platform's number.
    fn status(
        &mut self,
        status: Option<i64>,
        sms: Option<i64>,
        audit: &[Ground],
        place: &str,
        at: Moment,
    ) -> Result<(), Refusal> {
        use EventKind as E;
        let stage = self.stage();
        match status {
            Some(2) if stage == Stage::Preparing => self.reach(Event::new(E::Submitted, at)),
            Some(2) if stage.is_under_way() => Ok(()),
            Some(2) => self.reach(Event::new(E::Submitted, at)),
            Some(3) => self.rejected(E::PlatformReturned, audit, at),
            Some(4) => self.at_bureau(sms, at),
            Some(5) => self.rejected(E::BureauReturned, audit, at),
            // What is filed while a change or a deregistration is prepared or runs is what was filed before.
            Some(6) if stage == Stage::Filed || self.course() == Course::Deregistration => Ok(()),
            Some(6) if self.course() == Course::Change && stage == Stage::Preparing => Ok(()),
            Some(6) => self.reach(Event::new(E::BureauPassed, at)),
            Some(bits @ UNFILED..=UNFILED_MOST) => self.not_filed(bits - UNFILED, at),
            // Reasons without a number: whoever has the filing gave them.
            None if !audit.is_empty() && stage == Stage::PlatformReview => self.rejected(E::PlatformReturned, audit, at),
            None if !audit.is_empty() && stage.is_under_way() => self.rejected(E::BureauReturned, audit, at),
            None if !audit.is_empty() => {
                let last = self.history().sent_back_by().map(|event| event.kind);
                self.rejected(last.filter(|kind| kind.has_reasons()).unwrap_or(E::PlatformReturned), audit, at)
            }
            None if sms.is_some() => self.at_bureau(sms, at),
            None => Ok(()),
            Some(other) => {
                self.unknown(&format!("{place}{}status", if place.is_empty() { "" } else { "." }), &other.to_string());
                Ok(())
            }
        }
    }

    /// Passed by the platform: what the SMS check says decides.
    fn at_bureau(&mut self, sms: Option<i64>, at: Moment) -> Result<(), Refusal> {
        use EventKind as E;
        let stage = self.stage();
        match sms {
            Some(2) if stage == Stage::BureauReview => Ok(()),
            Some(2) => self.reach(Event::new(E::SmsVerified, at)),
            Some(3) if stage == Stage::Preparing && self.last_return() == Some(E::SmsTimedOut) => Ok(()),
            Some(3) => self.reach(Event::new(E::SmsTimedOut, at)),
            _ if matches!(stage, Stage::SmsVerification | Stage::BureauReview) => Ok(()),
            _ => self.reach(Event::new(E::PlatformPassed, at)),
        }
    }

    fn last_return(&self) -> Option<EventKind> {
        self.history().sent_back_by().map(|event| event.kind)
    }

    /// Not filed: withdrawn where it was under review, deregistered where that was under way; else only what is missing.
    fn not_filed(&mut self, bits: i64, at: Moment) -> Result<(), Refusal> {
        const MISSING: [(i64, Text); 3] = [
            (1, text("小程序信息未填", "the mini-program's basic information")),
            (2, text("小程序类目未填", "a category of the mini-program")),
            (4, text("小程序未认证", "the account's verification")),
        ];
        let missing = MISSING.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, name)| *name).collect();
        self.note(Note::NotFiled(missing));
        let history = self.history();
        match self.stage() {
            Stage::PlatformReview => self.reach(Event::new(EventKind::Withdrawn, at)),
            Stage::SmsVerification if history.is_deregistration() => self.reach(Event::new(EventKind::Deregistered, at)),
            Stage::Preparing | Stage::Deregistered => Ok(()),
            // Withdrawn, sent back, deregistered by someone else: which it was, the answer does not say.
            stage @ (Stage::SmsVerification | Stage::BureauReview | Stage::Filed) => {
                self.note(Note::Contradicts(stage));
                Ok(())
            }
        }
    }

    fn canceling(&mut self, at: Moment) -> Result<(), Refusal> {
        if self.course() != Course::Deregistration {
            self.note(Note::Canceling);
            return Ok(());
        }
        if matches!(self.stage(), Stage::Preparing | Stage::Filed) {
            return self.reach(Event::new(EventKind::DeregistrationRequested, at));
        }
        Ok(())
    }

    /// A call that was refused, which left everything as it was.
    fn refused(&mut self, code: Option<i64>, text: &str, hints: &[Ground], at: Moment) -> Result<(), Refusal> {
        let known = code.and_then(|code| codes::find(u32::try_from(code).ok()?));
        if let Some(known) = known {
            self.note(Note::Code(known.number, known.meaning, known.source.document));
        }
        for ground in hints {
            if let Some(known) = ground.code.and_then(codes::find) {
                self.note(Note::Code(known.number, known.meaning, known.source.document));
            }
        }
        // Refused because an order is under way, or the filing has ended: the history says so already.
        let runs = known.is_some_and(|known| known.rejection == Some(Rejection::AnotherFilingRuns));
        if runs && hints.is_empty() && (self.stage().is_under_way() || self.stage() == Stage::Deregistered) {
            return Ok(());
        }
        // A call that failed for its token or its pace says nothing of a submission.
        let is_general = code.is_some_and(|code| GENERAL.contains(&code));
        if hints.is_empty() && (known.is_none() || is_general) {
            if known.is_none() {
                let code = code.map(|code| code.to_string()).unwrap_or_default();
                self.unknown("errcode", &[code.as_str(), text].join(" "));
            }
            return Ok(());
        }
        let number = code.and_then(|code| u32::try_from(code).ok());
        let alone = [Ground { code: number, text: text.to_owned(), ..Ground::default() }];
        let hints = if hints.is_empty() { &alone[..] } else { hints };
        self.rejected(EventKind::SubmissionRefused, hints, at)
    }

    /// What is on record: the number, and what differs. Masked values are neither taken nor compared.
    fn record(&mut self, number: &str, values: &[(String, String)], at: Moment) -> Result<(), Refusal> {
        self.is_of_this_entity(values)?;
        let mut masked = 0;
        for (path, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
            if value.contains('*') {
                masked += 1;
                continue;
            }
            let Some(field) = self.field(path) else { continue };
            let held = match self.draft.get(field) {
                Some(Value::Code(code)) => code.to_string(),
                Some(Value::Text(text)) => text.trim().replace('-', ""),
                _ => continue,
            };
            let same = held == *value || (field == FieldId::SubjectRegion && held.get(..2) == value.get(..2));
            if !same && held != value.replace('-', "") {
                self.note(Note::Differs { field, on_record: value.clone() });
            }
        }
        if masked > 0 {
            self.note(Note::Masked(masked));
        }
        // A province that does not fit is for the rules to say.
        let verdict = icp_no::check(number, day_in_china(self.now));
        let is_number = number.contains('*') || verdict.valid || verdict.reason == "province";
        if !is_number {
            if !number.is_empty() {
                self.unknown(NUMBER, number);
            }
            self.note(Note::NoNumber);
            return Ok(());
        }
        let history = self.history();
        if history.number() == Some(number) {
            return Ok(());
        }
        let ours = self.history().number().unwrap_or_else(|| self.draft.text(FieldId::RecordNumber)).trim().to_owned();
        let is_reference = self.course() == Course::New && self.history().number().is_none();
        if !ours.is_empty() && !is_reference && !is_same(&ours, number) {
            self.note(Note::Differs { field: FieldId::RecordNumber, on_record: number.to_owned() });
        }
        if self.stage() == Stage::Filed {
            let course = self.course();
            let is_added = History::add_number(course, &mut self.import.events, number).is_some();
            self.import.added_reasons += usize::from(is_added);
            return Ok(());
        }
        // What is on record while a change or a deregistration is prepared or runs is what was filed before.
        if self.course() != Course::New {
            return Ok(());
        }
        self.reach(Event { number: number.to_owned(), ..Event::new(EventKind::BureauPassed, at) })
    }

    /// A record that names the draft's AppID is its own, whatever else differs. One that does not is known by the entity: the number of
    /// its certificate, else its name.
    ///
    /// # Errors
    /// When it is another one.
    fn is_of_this_entity(&self, values: &[(String, String)]) -> Result<(), Refusal> {
        let ours = |id: FieldId| {
            self.draft.get(id).or_else(|| self.draft.recorded(id)).and_then(Value::as_text).unwrap_or_default().trim()
        };
        let stated =
            |path: &str| values.iter().find(|(key, value)| key == path && !value.is_empty()).map(|(_, value)| value.trim());
        if stated(APP_ID).is_some_and(|theirs| !ours(FieldId::AppId).is_empty() && is_same(ours(FieldId::AppId), theirs)) {
            return Ok(());
        }
        for place in [CERTIFICATE_NUMBER, ENTITY] {
            let Some((theirs, id)) = stated(place).zip(self.field(place)) else { continue };
            let ours = ours(id);
            // How many characters a mask hides, nobody knows.
            if ours.is_empty() || (theirs.contains('*') && theirs.chars().count() != ours.chars().count()) {
                continue;
            }
            if is_same(ours, theirs) {
                return Ok(());
            }
            return Err(Refusal::AnotherSubject { place: place.to_owned(), theirs: theirs.to_owned(), ours: ours.to_owned() });
        }
        Ok(())
    }

    fn face_check(&mut self, result: Option<i64>, task: &str, message: &Message, at: Moment) {
        match result {
            Some(passed @ (2 | 3)) => {
                let passed = passed == 3;
                self.note(Note::FaceCheck { passed, task: task.to_owned() });
                let empty = |field: FieldId| self.draft.text(field).is_empty();
                let mut changes = Vec::new();
                if passed && empty(FieldId::FaceCheckTask) && !task.is_empty() && !task.contains('*') {
                    changes.push((FieldId::FaceCheckTask, task.into()));
                }
                if passed && empty(FieldId::FaceCheckPassedAt) && message.sent.is_some() {
                    changes.push((FieldId::FaceCheckPassedAt, moment::stored(at).as_str().into()));
                }
                self.import.changes.extend(changes);
            }
            other => {
                self.unknown(&format!("{}result", message.place), &other.map(|number| number.to_string()).unwrap_or_default())
            }
        }
    }

    /// The combined flow: its filing phase is that of a filing, the rest is said.
    fn combined(
        &mut self,
        status: Option<i64>,
        sms: Option<i64>,
        audit: &[Ground],
        place: &str,
        at: Moment,
    ) -> Result<(), Refusal> {
        let Some(known) = status.and_then(|status| COMBINED.iter().find(|(number, _)| *number == status)) else {
            self.unknown(&format!("{place}procedure_status"), &status.map(|status| status.to_string()).unwrap_or_default());
            return Ok(());
        };
        self.note(Note::Combined(known.1));
        match known.0 {
            21 => self.rejected(EventKind::SubmissionRefused, audit, at),
            22 => self.status(Some(2), sms, audit, place, at),
            23 => self.status(Some(3), sms, audit, place, at),
            24 => self.status(Some(4), sms, audit, place, at),
            25 => self.status(Some(5), sms, audit, place, at),
            26 => self.status(Some(6), sms, audit, place, at),
            29 if self.stage() == Stage::PlatformReview => self.reach(Event::new(EventKind::Withdrawn, at)),
            _ => Ok(()),
        }
    }

    /// Rejected: unless just that is recorded, an event with the reasons, each at its field.
    fn rejected(&mut self, kind: EventKind, grounds: &[Ground], at: Moment) -> Result<(), Refusal> {
        let mut event = Event::new(kind, at);
        event.reasons = grounds.iter().map(|ground| self.reason(ground)).collect();
        rejection::stamp(&mut event, self.draft, self.facts);
        let history = self.history();
        let same = history.sent_back_by().filter(|last| last.kind == kind).cloned();
        if let Some(last) = same {
            let is_known = |one: &Reason| last.reasons.iter().any(|old| old.text == one.text && old.rejection == one.rejection);
            event.reasons.retain(|one| !is_known(one));
            let place = self.import.events.iter().rposition(|one| *one == last);
            if let Some(known) = place.and_then(|place| self.import.events.get_mut(place)) {
                self.import.added_reasons += event.reasons.len();
                known.reasons.append(&mut event.reasons);
            }
            return Ok(());
        }
        self.reach(event)
    }

    /// A reason of a row: the field its path or name says, the rejection its code or words say.
    fn reason(&mut self, ground: &Ground) -> Reason {
        let code = ground.code.and_then(codes::find);
        let field = self.field(&ground.field).or_else(|| label::field(&ground.field, self.draft));
        if field.is_none() && !ground.field.is_empty() {
            // Name and words are kept in the reason.
            let place = format!("{}.{}", ground.place, ground.field);
            self.note(Note::Unknown { place, text: ground.text.chars().take(SHOWN).collect() });
        }
        let words = match (&*ground.text, code) {
            ("", Some(code)) => code.meaning.zh.to_owned(),
            (text, _) => text.to_owned(),
        };
        let known = code.and_then(|code| code.rejection).or_else(|| rejection::recognise(&words));
        // A name of a field that is none of ours stays before the words.
        let named = match (field, ground.field.is_empty()) {
            (None, false) => format!("{}：{words}", ground.field),
            _ => words,
        };
        let text = match ground.code {
            Some(number) if !named.contains(&number.to_string()) => format!("[{number}] {named}"),
            _ => named,
        };
        let mut reason = rejection::reason(&text, known, self.draft);
        if let Some(id) = field.or_else(|| code.and_then(|code| code.place(self.draft))) {
            id.path().clone_into(&mut reason.field);
        }
        reason
    }

    /// The field of a request path, where this draft has what stands there.
    fn field(&self, path: &str) -> Option<FieldId> {
        let path = match path {
            "icp_subject.base_info.province" | "icp_subject.base_info.city" => "icp_subject.base_info.district",
            other => other,
        };
        let is_below = |api: &str| path.strip_prefix(api).is_some_and(|rest| rest.starts_with(['.', '[']));
        let by = |fits: &dyn Fn(&str) -> bool| table().iter().find(|field| field.api().is_some_and(fits)).map(|field| field.id);
        let id = by(&|api| api == path).or_else(|| by(&is_below))?;
        Some(match PersonField::find(id) {
            Some((role, part)) => self.draft.person_field(role, part),
            None if id == FieldId::SubjectName && self.draft.is_individual() => FieldId::ResponsiblePersonName,
            None => id,
        })
    }

    /// Records what leads to an event, and the event.
    fn reach(&mut self, goal: Event) -> Result<(), Refusal> {
        // A wrong time is told as such: every step to the event would fail for it.
        let last = self.import.events.last().map(|event| event.at).filter(|last| lies_before(goal.at, *last));
        let of_time = last.map(|last| OutOfOrder::BeforeLast { last });
        let of_time = of_time.or_else(|| (goal.at > self.now).then_some(OutOfOrder::InFuture));
        if let Some(reason) = of_time {
            return Err(Refusal::OutOfOrder { kind: goal.kind, reason });
        }
        let mut events = self.import.events.clone();
        let mut inferred = Vec::new();
        let mut refused = None;
        loop {
            match History::of_events(self.draft, &events).admits(&goal, self.now) {
                Ok(()) => break,
                Err(reason) => {
                    // What hinders it is told of the stage it is in, not of one that was only tried.
                    let reason = refused.get_or_insert(reason).clone();
                    let history = History::of_events(self.draft, &events);
                    let step = |kind: &&EventKind| history.admits(&Event::new(**kind, goal.at), self.now).is_ok();
                    let next = FORWARD.iter().find(step).filter(|kind| **kind != goal.kind && inferred.len() < FORWARD.len());
                    let Some(kind) = next else { return Err(Refusal::OutOfOrder { kind: goal.kind, reason }) };
                    events.push(Event::new(*kind, goal.at));
                    inferred.push(*kind);
                }
            }
        }
        events.push(goal);
        self.import.events = events;
        if !inferred.is_empty() {
            self.note(Note::Inferred(inferred));
        }
        Ok(())
    }
}

/// The states of the combined flow (`wechat-api.md` section 10).
const COMBINED: [(i64, Text); 16] = [
    (9, text("手机验证成功", "phone verified")),
    (15, text("等待支付", "waiting for payment")),
    (16, text("支付成功", "paid")),
    (17, text("认证审核中", "account verification under review")),
    (18, text("认证审核驳回", "account verification rejected")),
    (19, text("认证审核通过", "account verification passed")),
    (20, text("认证最终失败", "account verification failed for good")),
    (21, text("创建备案审核单失败", "the filing could not be submitted")),
    (22, text("备案平台审核中", "filing under platform review")),
    (23, text("备案平台审核驳回", "filing rejected by the platform")),
    (24, text("备案管局审核中", "filing under bureau review")),
    (25, text("通管局审核驳回", "filing rejected by the bureau")),
    (26, text("认证及备案完成", "verified and filed")),
    (27, text("流程已过期", "the flow has expired")),
    (28, text("流程已终止", "the flow was ended")),
    (29, text("备案已撤回", "the filing was withdrawn")),
];
