//! How it is known that something has changed since a rejection.
//!
//! An event keeps a fingerprint of what stood at the field: a shortened hash, never the value. It tells less than the draft
//! itself holds, and nothing of a value that was corrected since. A file is told by its path and by its content: where both
//! contents are known they decide, so that a file that moved is the same and another picture of the same name is not.
//!
//! Behind it stand those of the further fields that the advice names, each after its path: `0123456789ab mini_program.remark=…`.

use sha2::{Digest, Sha256};

use super::advice::further;
use super::open::known;
use crate::filing::{Draft, Event, FieldId, Reason};
use crate::rules::confirmation::held;
use crate::rules::engine::inputs::Inputs;
use crate::scan::facts::Facts;

/// Hexadecimal digits of a fingerprint: enough to tell a few values of one field apart.
const DIGITS: usize = 12;
/// Stands between what is told by the draft and what by the content of files.
const BETWEEN: char = '.';
/// Stands before a further field.
const APART: char = ' ';
/// Stands between a further field and its fingerprint.
const IS: char = '=';

/// The fingerprint of what stands at a field; of the whole draft where there is none.
#[must_use]
pub fn fingerprint(draft: &Draft, facts: &Facts, field: Option<FieldId>) -> String {
    let Some(field) = field else {
        let all = FieldId::ALL.iter().map(|id| held(draft, &Facts::new(), *id, None));
        return hash(&all.collect::<Vec<_>>().join("\n"));
    };
    let written = hash(&held(draft, &Facts::new(), field, None));
    match contents(draft, facts, field) {
        Some(contents) => format!("{written}{BETWEEN}{}", hash(&contents)),
        None => written,
    }
}

/// The fingerprint of the place of a reason, and behind it those of what its advice names besides.
fn of_reason(reason: &Reason, draft: &Draft, facts: &Facts) -> String {
    let mut all = fingerprint(draft, facts, reason.id());
    if let (Some(rejection), Some(place)) = (known(reason), reason.id()) {
        for id in further(rejection, place) {
            all.push_str(&format!("{APART}{}{IS}{}", id.path(), fingerprint(draft, facts, Some(id))));
        }
    }
    all
}

/// The fingerprint of the place, and those of further fields that this version knows.
fn parts(was: &str) -> (&str, impl Iterator<Item = (FieldId, &str)>) {
    let mut parts = was.split(APART);
    let place = parts.next().unwrap_or_default();
    (place, parts.filter_map(|part| part.split_once(IS)).filter_map(|(path, was)| Some((FieldId::from_path(path)?, was))))
}

/// What the fingerprints of the reasons in these events follow from, and where the reasons show.
pub(in crate::rules) fn inputs(events: &[Event]) -> Inputs {
    let mut inputs = Inputs::field(FieldId::FilingKind);
    for reason in events.iter().flat_map(|event| &event.reasons) {
        inputs |= match reason.id() {
            Some(id) => Inputs::field(id),
            None => Inputs::fields(FieldId::ALL),
        };
        inputs = parts(&reason.was).1.fold(inputs, |all, (id, _)| all | Inputs::field(id));
    }
    inputs
}

/// Notes in an event what stands at the field of each of its reasons, and at the further ones that its advice names.
pub fn stamp(event: &mut Event, draft: &Draft, facts: &Facts) {
    for reason in &mut event.reasons {
        reason.was = of_reason(reason, draft, facts);
    }
}

/// Whether nothing has changed of what a reason is about, nor of anything that its advice names. So it is where nothing is known.
#[must_use]
pub fn is_unchanged(reason: &Reason, draft: &Draft, facts: &Facts) -> bool {
    let (place, mut further) = parts(&reason.was);
    is_same(place, &fingerprint(draft, facts, reason.id()))
        && further.all(|(id, was)| is_same(was, &fingerprint(draft, facts, Some(id))))
}

/// Whether it is known what a reason is about: a field, or what its advice names.
#[must_use]
pub fn has_place(reason: &Reason) -> bool {
    reason.id().is_some() || parts(&reason.was).1.next().is_some()
}

fn is_same(was: &str, now: &str) -> bool {
    let (was_written, was_content) = halves(was);
    let (written, content) = halves(now);
    match (was_content, content) {
        (Some(was), Some(now)) => was == now,
        _ => was_written.is_empty() || was_written == written,
    }
}

fn halves(fingerprint: &str) -> (&str, Option<&str>) {
    match fingerprint.split_once(BETWEEN) {
        Some((written, content)) => (written, Some(content)),
        None => (fingerprint, None),
    }
}

/// The contents of the files of a field, beside what else it says; `None` where it names none, or one is not known.
fn contents(draft: &Draft, facts: &Facts, field: FieldId) -> Option<String> {
    field.files()?;
    let files = draft.files();
    let of_field: Vec<&str> = files.iter().filter(|(id, _, _)| *id == field).map(|(_, _, path)| *path).collect();
    if of_field.is_empty() {
        return None;
    }
    let mut all: Vec<String> = Vec::new();
    for path in of_field {
        all.push(facts.get(path)?.sha256()?.to_owned());
    }
    if field == FieldId::PriorApprovals {
        all.extend(draft.approvals().iter().map(|row| format!("{:?} {}", row.kind, row.number)));
    }
    Some(all.join("\n"))
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.get(..DIGITS).unwrap_or(&hex).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::facts::{FileFacts, Format};

    fn with_file(path: &str, hash: &str) -> Facts {
        let mut facts = Facts::new();
        facts.insert(path, FileFacts::picture(Format::Jpeg, 1600, 1200, 400_000).with_sha256(&hash.repeat(64)));
        facts
    }

    fn reason(draft: &Draft, facts: &Facts, field: &str) -> Reason {
        let reason = Reason { field: field.to_owned(), ..Reason::default() };
        Reason { was: fingerprint(draft, facts, reason.id()), ..reason }
    }

    #[test]
    fn a_reason_is_open_until_something_there_changes() {
        let (mut draft, facts) = (Draft::new(4), Facts::new());
        draft.set(FieldId::SubjectAddress, Some("虚构街1号".into()));
        let here = reason(&draft, &facts, "subject.address");
        let whole = reason(&draft, &facts, "");
        draft.set(FieldId::MiniProgramName, Some("另一个名字".into()));
        assert!(is_unchanged(&here, &draft, &facts) && !is_unchanged(&whole, &draft, &facts));
        draft.set(FieldId::SubjectAddress, Some("虚构街1号801室".into()));
        assert!(!is_unchanged(&here, &draft, &facts));
        draft.set(FieldId::SubjectAddress, Some("虚构街1号".into()));
        assert!(is_unchanged(&here, &draft, &facts), "it is what it was");
        let unknown = Reason { was: String::new(), ..here };
        assert!(is_unchanged(&unknown, &draft, &facts), "nobody knows what it was");
    }

    #[test]
    fn a_picture_is_told_by_its_content_and_where_that_is_unknown_by_its_path() {
        let mut draft = Draft::new(4);
        let id = FieldId::SubjectCertificatePhoto;
        let photo = |draft: &mut Draft, path: &str| {
            draft.set(id, Some(path.into()));
        };
        photo(&mut draft, "a.jpg");
        let known = reason(&draft, &with_file("a.jpg", "a"), id.path());
        let unknown = reason(&draft, &Facts::new(), id.path());
        assert!(is_unchanged(&known, &draft, &with_file("a.jpg", "a")));
        assert!(!is_unchanged(&known, &draft, &with_file("a.jpg", "b")), "another picture of the same name");
        assert!(is_unchanged(&known, &draft, &Facts::new()) && is_unchanged(&unknown, &draft, &with_file("a.jpg", "b")));
        photo(&mut draft, "b.jpg");
        assert!(is_unchanged(&known, &draft, &with_file("b.jpg", "a")), "it only moved");
        assert!(!is_unchanged(&known, &draft, &Facts::new()) && !is_unchanged(&unknown, &draft, &with_file("b.jpg", "a")));
    }

    #[test]
    fn following_the_advice_in_any_field_that_it_names_settles_a_reason() {
        use crate::filing::EventKind;
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-24T10:00:00+08:00").unwrap();
        let mut draft = Draft::new(4);
        for id in FieldId::ALL.iter().copied().filter(|id| id.field().kind.is_typed()) {
            draft.set(id, Some(format!("{} before", id.path()).into()));
        }
        for rejection in crate::rules::Rejection::ALL {
            let reason = super::super::reason("", Some(rejection), &draft);
            let Some(place) = reason.id() else { continue };
            let mut event = Event { reasons: vec![reason], ..Event::new(EventKind::PlatformReturned, at) };
            stamp(&mut event, &draft, &Facts::new());
            let stamped = &event.reasons[0];
            assert!(is_unchanged(stamped, &draft, &Facts::new()), "{rejection:?}");
            for id in further(rejection, place).into_iter().chain([place]) {
                let mut mended = draft.clone();
                mended.set(id, Some("after".into()));
                assert!(!is_unchanged(stamped, &mended, &Facts::new()), "{rejection:?} {id:?}");
            }
        }
        // What an earlier version recorded knows of no further field.
        let old = Reason { rejection: Some(21), ..reason(&draft, &Facts::new(), "mini_program.name") };
        draft.set(FieldId::MiniProgramRemark, Some("after".into()));
        assert!(is_unchanged(&old, &draft, &Facts::new()));
    }

    #[test]
    fn a_fingerprint_does_not_hold_the_value() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectAddress, Some("虚构街1号".into()));
        let print = fingerprint(&draft, &Facts::new(), Some(FieldId::SubjectAddress));
        assert!(print.len() == DIGITS && print.chars().all(|c| c.is_ascii_hexdigit()), "{print}");
    }
}
