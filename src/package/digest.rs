//! What a package is made of, in a few characters: whether a draft has changed since it was exported.

use super::html::mark;
use crate::drafts::codec;
use crate::filing::hidden::without_hidden;
use crate::filing::{Draft, FieldId, Value};
use crate::scan::facts::Facts;

/// What a package that was made is to its draft of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// What would be made of it now.
    Current,
    /// Made of the same values and files; only the filing's story has gone on.
    Recorded,
    /// Made of other values or files.
    Old,
}

impl Freshness {
    /// What a package of one digest is beside what would be made now.
    #[must_use]
    pub fn of(made: &str, now: &str) -> Self {
        let values = |digest: &str| digest.split_once(BETWEEN).map(|(values, _)| values.to_owned());
        match values(made) {
            _ if made == now => Self::Current,
            Some(of) if Some(&of) == values(now).as_ref() => Self::Recorded,
            _ => Self::Old,
        }
    }

    /// Whether it is what would be made now.
    #[must_use]
    pub fn is_current(self) -> bool {
        self == Self::Current
    }
}

/// What stands between the digest of values and files and that of all.
const BETWEEN: char = '-';

/// The digest of what a draft and its files bring into a package: values, answers and the filing's story, from which letters, sheet and
/// checklist follow, but not what its form hides, nor where its files lie. `None` while the content of one of them is not known.
#[must_use]
pub fn digest(draft: &Draft, facts: &Facts) -> Option<String> {
    let mut told = without_hidden(draft).into_owned();
    let sum = |path: &str| facts.get(path).and_then(|facts| facts.sha256()).map(str::to_owned);
    for id in FieldId::FILES.iter().copied().filter(|id| draft.asks(*id)) {
        let value = match told.get(id) {
            Some(Value::Text(path)) => Some(Value::Text(sum(path)?)),
            Some(Value::Paths(paths)) => Some(Value::Paths(paths.iter().map(|path| sum(path)).collect::<Option<_>>()?)),
            Some(Value::Approvals(rows)) => {
                let mut rows = rows.clone();
                for row in rows.iter_mut().filter(|row| !row.document.is_empty()) {
                    row.document = sum(&row.document)?;
                }
                Some(Value::Approvals(rows))
            }
            other => other.cloned(),
        };
        told.set(id, value);
    }
    let whole = mark(&[&codec::document_of(&told).to_text()]);
    told.events.clear();
    let values = mark(&[&codec::document_of(&told).to_text()]);
    Some(format!("{values}{BETWEEN}{whole}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::event::Moment;
    use crate::filing::{Event, EventKind, Value};
    use crate::scan::facts::{FileFacts, Format};

    #[test]
    fn it_follows_what_goes_into_the_package() {
        let facts = |sha: &str| {
            let mut facts = Facts::new();
            facts.insert("a.jpg", FileFacts::picture(Format::Jpeg, 1, 2, 3).with_sha256(sha));
            facts
        };
        let mut draft = Draft::new(4);
        draft.set(FieldId::MiniProgramName, Some("小食记".into()));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
        assert_eq!(digest(&draft, &Facts::new()), digest(&draft, &facts("1")), "it names no file");
        draft.set(FieldId::SubjectCertificatePhoto, Some("a.jpg".into()));
        let first = digest(&draft, &facts("1"));
        assert!(first.is_some());
        assert_eq!(digest(&draft, &Facts::new()), None);
        let mut same = draft.clone();
        same.set(FieldId::OwnerName, Some("没有问到的人".into()));
        same.set(FieldId::SubjectCertificatePhoto, Some("elsewhere/b.jpg".into()));
        let mut moved = facts("1");
        moved.insert("elsewhere/b.jpg", FileFacts::picture(Format::Jpeg, 1, 2, 3).with_sha256("1"));
        assert_eq!(digest(&same, &moved), first, "the same picture in another place");
        // Letters and sheet follow from answers, and from what was rejected.
        let mut answered = draft.clone();
        answered.set(FieldId::Renamed, Some(Value::Flag(true)));
        assert_ne!(digest(&answered, &facts("1")), first);
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        let mut rejected = draft.clone();
        rejected.events.push(Event::new(EventKind::Submitted, at));
        rejected.events.push(Event::new(EventKind::PlatformReturned, at));
        assert_ne!(digest(&rejected, &facts("1")), first);
        let mut other = draft.clone();
        other.set(FieldId::MiniProgramName, Some("大食记".into()));
        assert_ne!(digest(&other, &facts("1")), first);
        assert_ne!(digest(&draft, &facts("2")), first, "another picture under the same name");
        // What was only recorded is told from what was changed.
        let freshness = |draft: &Draft, sha: &str| Freshness::of(first.as_deref().unwrap(), &digest(draft, &facts(sha)).unwrap());
        for (draft, sha, expected) in [
            (&draft, "1", Freshness::Current),
            (&rejected, "1", Freshness::Recorded),
            (&answered, "1", Freshness::Old),
            (&other, "1", Freshness::Old),
            (&rejected, "2", Freshness::Old),
            (&draft, "2", Freshness::Old),
        ] {
            assert_eq!(freshness(draft, sha), expected);
        }
        assert_eq!(Freshness::of("of an earlier form", &digest(&draft, &facts("1")).unwrap()), Freshness::Old);
    }
}
