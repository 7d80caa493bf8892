//! A filing's status for programs.

use serde_json::{Value as Json, json};

use crate::cli::store;
use crate::drafts::DraftFile;
use crate::drafts::exported::Exported;
use crate::filing::event::role_name;
use crate::filing::status::PersonStatus;
use crate::filing::{Draft, Event, FilingStatus, Reason};
use crate::package::digest::Freshness;
use crate::rules::rejection::{Standing, State};

/// The package that was made last.
pub(super) fn package_json((exported, freshness): &(Exported, Freshness)) -> Json {
    let is_current = freshness.is_current();
    json!({ "path": store::path_json(&exported.package), "exported_on": exported.day.to_string(), "is_current": is_current })
}

/// All of it: the stage, what is due, who has entered a code, what happened.
pub(super) fn to_json(file: &DraftFile, draft: &Draft, status: &FilingStatus<'_>, standing: &[Standing<'_>]) -> Json {
    json!({
        "draft": store::path_json(file.path()),
        "title": draft.title(),
        "stage": status.stage.name(),
        "since": status.since.map(|since| since.to_rfc3339()),
        "due": status.due.map(|due| json!({ "date": due.date.to_string(), "estimate": due.estimate, "overdue": status.overdue })),
        "sms": status.deadline.map(|sms| {
            let latest = sms.latest.map(|latest| latest.to_rfc3339());
            json!({ "deadline": sms.at.to_rfc3339(), "latest": latest, "seconds_left": sms.left.num_seconds(), "is_over": sms.is_over() })
        }),
        "number": status.number,
        "people": status.people.iter().map(person_json).collect::<Vec<_>>(),
        "reasons": status.sent_back_by.map(words_of).filter(|words| !words.is_empty()),
        "standing_reasons": standing.iter().map(standing_json).collect::<Vec<_>>(),
        "next": status.next.iter().map(|step| step.name()).collect::<Vec<_>>(),
        "possible": status.possible.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
        "impossible": status.impossible,
        "unread_events": file.document().unread_events().len(),
        "events": draft.events.iter().map(event_json).collect::<Vec<_>>(),
    })
}

fn person_json(person: &PersonStatus) -> Json {
    let one = person.verification;
    json!({
        "who": person.who.map(role_name),
        "received": one.received.map(|at| at.to_rfc3339()),
        "verified": one.verified.map(|at| at.to_rfc3339()),
        "deadline": person.deadline.map(|deadline| deadline.at.to_rfc3339()),
        "resent": one.resent,
        "wrong": one.wrong,
    })
}

/// One event.
pub(super) fn event_json(event: &Event) -> Json {
    let mut json = json!({ "at": event.at.to_rfc3339(), "kind": event.kind.name() });
    if let Some(object) = json.as_object_mut() {
        for (key, text) in [("note", &event.note), ("number", &event.number)] {
            if !text.is_empty() {
                object.insert(key.to_owned(), text.as_str().into());
            }
        }
        if let Some(who) = event.who {
            object.insert("who".to_owned(), role_name(who).into());
        }
        if !event.reasons.is_empty() {
            object.insert("reasons".to_owned(), event.reasons.iter().map(reason_json).collect());
        }
    }
    json
}

/// The reviewer's words: as they came, else reason by reason.
fn words_of(event: &Event) -> String {
    if !event.note.is_empty() {
        return event.note.clone();
    }
    let texts: Vec<&str> = event.reasons.iter().map(|reason| reason.text.as_str()).filter(|text| !text.is_empty()).collect();
    texts.join("；")
}

fn standing_json(one: &Standing<'_>) -> Json {
    let mut json = reason_json(one.reason);
    if let Some(object) = json.as_object_mut() {
        object.insert("open".to_owned(), one.is_open().into());
        object.insert("confirmed".to_owned(), (one.state == State::Confirmed).into());
    }
    json
}

fn reason_json(reason: &Reason) -> Json {
    json!({
        "field": Some(&reason.field).filter(|field| !field.is_empty()),
        "rejection": reason.rejection,
        "text": reason.text,
    })
}
