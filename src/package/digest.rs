//! What a package is made of, in a few characters: whether a draft has changed since it was exported.

use super::html::mark;
use crate::drafts::codec;
use crate::filing::hidden::without_hidden;
use crate::filing::{Draft, FieldId};
use crate::scan::facts::Facts;

/// The digest of what a draft and its files bring into a package: neither answers nor the filing's story, nor what its form hides.
/// `None` while the content of one of its files is not known.
#[must_use]
pub fn digest(draft: &Draft, facts: &Facts) -> Option<String> {
    let mut told = without_hidden(draft).into_owned();
    for id in FieldId::QUESTIONS {
        told.set(*id, None);
    }
    told.confirmed.clear();
    told.events.clear();
    let text = codec::document_of(&told).to_text();
    let mut parts = vec![text.as_str()];
    for (_, _, path) in draft.files() {
        parts.extend([path, facts.get(path)?.sha256()?]);
    }
    Some(mark(&parts))
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
        same.set(FieldId::NameIsUnique, Some(Value::Flag(true)));
        same.set(FieldId::OwnerName, Some("没有问到的人".into()));
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        same.events.push(Event::new(EventKind::Submitted, at));
        assert_eq!(digest(&same, &facts("1")), first);
        let mut other = draft.clone();
        other.set(FieldId::MiniProgramName, Some("大食记".into()));
        assert_ne!(digest(&other, &facts("1")), first);
        assert_ne!(digest(&draft, &facts("2")), first, "another picture under the same name");
    }
}
