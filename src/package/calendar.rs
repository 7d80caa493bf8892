//! Deadlines as iCalendar entries (RFC 5545), with alarms.
//!
//! An entry's UID follows from the mini-program and from what the deadline is, never from chance or time: importing a later
//! calendar changes entries instead of doubling them. Its SEQUENCE is when the last event happened, so that it grows with the events
//! of whichever draft writes the entry next. What was done, is past or has ended is cancelled rather than left out, so that
//! its alarm goes too.

pub mod words;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property};
use sha2::{Digest, Sha256};

use self::words::CalendarWords;
use crate::filing::deadline::{By, Deadline, DeadlineKind, deadlines};
use crate::filing::event::Moment;
use crate::filing::{Draft, FieldId, History, PersonField};
use crate::fs::atomic::{self, Target};
use crate::fs::{PRIVATE, expect_file};

/// Where it lies in a package.
pub const PATH: &str = "deadlines.ics";
/// Hexadecimal digits that tell one mini-program from another.
const DIGITS: usize = 16;
/// Since when SEQUENCE counts the seconds, 2020 having begun: they fit into the 31 bits that programs read.
const EPOCH: i64 = 1_577_836_800;
/// How every calendar begins.
const START: &str = "BEGIN:VCALENDAR";
/// Who made one of ours.
const MAKER: &str = "-//beian//ICP filing//EN";
/// Bytes among which that stands.
const HEAD: u64 = 256;

/// A draft whose deadlines go into a calendar.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What stands for a draft without an AppID.
    pub identity: &'a str,
    /// How its deadlines are told.
    pub words: &'a CalendarWords,
}

/// How many entries a calendar has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Of what is still to be done.
    pub open: usize,
    /// Of what is done or past: a calendar that has them strikes them out.
    pub struck: usize,
}

impl Counted {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.open + self.struck == 0
    }
}

/// The calendar of drafts as of `now`, under a name, and how many entries it has. What two drafts of one mini-program both know, the
/// one tells to which more has happened; that one document of one holder runs out stands in it once, whoever names it.
///
/// # Errors
/// When the library cannot write it.
pub fn calendar(parts: &[Part<'_>], name: &str, now: Moment) -> Result<(String, Counted), fmt::Error> {
    let mut latest: Vec<&Part<'_>> = parts.iter().collect();
    latest.sort_by_key(|part| std::cmp::Reverse(sequence(part.draft)));
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", MAKER), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(name);
    let stamp = now.with_timezone(&Utc);
    let mut known = HashSet::new();
    let mut entries = Vec::new();
    for part in latest {
        for deadline in deadlines(part.draft, now) {
            let uid = format!("{}-{}@beian", identity_of(part.draft, part.identity, deadline.kind), deadline.kind.key());
            if known.insert(uid.clone()) {
                entries.push((part, deadline, uid));
            }
        }
    }
    // Of the entries about one document the same one stays whatever happens in which draft: of what is on record before what is in
    // preparation, then the first by its UID.
    let rank = |part: &Part<'_>, uid: &str| (!History::of(part.draft).is_on_record(), uid.to_owned());
    let mut papers: HashMap<Paper, (bool, String)> = HashMap::new();
    for (part, deadline, uid) in &entries {
        if let Some(paper) = paper_of(part.draft, deadline) {
            let (mine, kept) = (rank(part, uid), papers.entry(paper).or_insert_with(|| rank(part, uid)));
            if mine < *kept {
                *kept = mine;
            }
        }
    }
    entries.retain(|(part, deadline, uid)| {
        paper_of(part.draft, deadline).and_then(|paper| papers.get(&paper)).is_none_or(|(_, kept)| kept == uid)
    });
    let mut count = Counted::default();
    for (part, deadline, uid) in &entries {
        *if deadline.is_done { &mut count.struck } else { &mut count.open } += 1;
        calendar.push(entry(deadline, uid, sequence(part.draft), stamp, part.words));
    }
    let mut text = String::new();
    fmt::Write::write_fmt(&mut text, format_args!("{calendar}"))?;
    Ok((text, count))
}

/// A document that runs out: its holder's number, the day, and whether the entry is of the report before.
type Paper = (String, NaiveDate, bool);

/// The document that a deadline still to come is about; `None` for any other, and where its number is not known.
fn paper_of(draft: &Draft, deadline: &Deadline) -> Option<Paper> {
    let (field, is_report) = match deadline.kind {
        DeadlineKind::RunsOut(field) => (field, false),
        DeadlineKind::ReportChange(field) => (field, true),
        _ => return None,
    };
    let number = match (field, PersonField::find(field)) {
        (FieldId::SubjectCertificateValidUntil, _) => FieldId::SubjectCertificateNumber,
        (_, Some((role, PersonField::ValidUntil))) => draft.person_field(role, PersonField::CertificateNumber),
        _ => return None,
    };
    let By::Day { date, .. } = deadline.by else { return None };
    let number = draft.known_text(number).trim().to_uppercase();
    (!number.is_empty() && !deadline.is_done).then_some((number, date, is_report))
}

/// When the last event happened, as SEQUENCE says it; 0 before the first.
fn sequence(draft: &Draft) -> u32 {
    let last = draft.events.iter().map(|event| event.at.timestamp()).max();
    last.and_then(|at| u32::try_from(at.saturating_sub(EPOCH)).ok()).unwrap_or_default()
}

/// The name of the file for a draft of this name.
#[must_use]
pub fn file_name(name: &str) -> String {
    format!("{name}-deadlines.ics")
}

/// Why a calendar was not written.
#[derive(Debug)]
pub enum NotWritten {
    /// Something that is no calendar of this program stands there.
    NoCalendar,
    /// The system failed.
    System(io::Error),
}

/// Writes a calendar, in the place of an earlier one of this program and of nothing else.
///
/// # Errors
/// When something else stands there, or the system fails; what was there stays.
pub fn write(path: &Path, text: &str) -> Result<(), NotWritten> {
    match expect_file(path).and_then(|()| File::open(path)) {
        Ok(file) => {
            let mut start = Vec::new();
            file.take(HEAD).read_to_end(&mut start).map_err(NotWritten::System)?;
            let is_ours = |start: &str| start.starts_with(START) && start.contains(MAKER);
            if !is_ours(&String::from_utf8_lossy(&start)) {
                return Err(NotWritten::NoCalendar);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(NotWritten::System(error)),
    }
    let replaced = atomic::write(path, text.as_bytes(), PRIVATE, Target::Replace);
    replaced.map(drop).map_err(|error| NotWritten::System(error.into()))
}

/// A hash of the AppID, so that the calendar tells nothing of it; else of what the caller knows the draft by. What belongs to
/// one order is another entry in a change than in the first filing; what runs out is the same.
fn identity_of(draft: &Draft, otherwise: &str, of: DeadlineKind) -> String {
    let app_id = draft.text(FieldId::AppId).trim().to_ascii_lowercase();
    let kind = match of {
        DeadlineKind::RunsOut(_) | DeadlineKind::ReportChange(_) => "",
        _ => draft.text(FieldId::FilingKind),
    };
    let known = if app_id.is_empty() { otherwise.to_owned() } else { app_id };
    let digest = Sha256::digest(format!("{known} {kind}").as_bytes());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.get(..DIGITS).unwrap_or(&hex).to_owned()
}

fn entry(deadline: &Deadline, uid: &str, sequence: u32, stamp: DateTime<Utc>, words: &CalendarWords) -> Event {
    let mut event = Event::new();
    let summary = words::summary(words.lang, deadline, &words.name);
    event.uid(uid).timestamp(stamp).sequence(sequence).summary(&summary);
    match deadline.by {
        By::Moment(at) => {
            event.starts(at.with_timezone(&Utc));
        }
        By::Day { date, .. } => {
            event.starts(date);
        }
    }
    if deadline.is_done {
        event.status(EventStatus::Cancelled);
        return event.done();
    }
    event.status(EventStatus::Confirmed).description(&words::description(words.lang, deadline));
    for (index, before) in alarms(deadline.kind).iter().enumerate() {
        // The library gives what has none a time and a name by chance.
        let mut alarm = Alarm::display(&summary, -*before);
        alarm.uid(&format!("alarm-{index}-{uid}")).timestamp(stamp);
        event.alarm(alarm);
    }
    event.done()
}

/// How long before it one is reminded.
const fn alarms(kind: DeadlineKind) -> &'static [TimeDelta] {
    const HOUR: TimeDelta = TimeDelta::hours(1);
    const SIX_HOURS: TimeDelta = TimeDelta::hours(6);
    const DAY: TimeDelta = TimeDelta::days(1);
    const WEEK: TimeDelta = TimeDelta::days(7);
    const MONTH: TimeDelta = TimeDelta::days(30);
    const QUARTER: TimeDelta = TimeDelta::days(90);
    // On the day itself, at the beginning of office hours.
    const OFFICE: TimeDelta = TimeDelta::hours(-9);
    match kind {
        DeadlineKind::Code(_) | DeadlineKind::FaceNotice => &[SIX_HOURS, HOUR],
        DeadlineKind::FaceTask => &[DAY, SIX_HOURS],
        DeadlineKind::PlatformReview | DeadlineKind::BureauReview => &[OFFICE],
        DeadlineKind::RunsOut(_) => &[QUARTER, MONTH],
        DeadlineKind::ReportChange(_) => &[WEEK, DAY],
    }
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
