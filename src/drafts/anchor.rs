//! Paths of scans, when a draft moves to another folder: they are relative to the draft's folder.

use std::path::Path;

use crate::filing::{Approval, Draft, FieldId, Kind, Value};
use crate::fs::path::normalized;
use crate::scan::relative_to;

/// The draft with its paths leading from `to` where they led from `from`. Both folders are absolute, or relative to the same
/// one. Absolute paths, and those that start with `~`, stay as they are.
pub fn moved(draft: &Draft, from: &Path, to: &Path) -> Draft {
    if from == to {
        return draft.clone();
    }
    with_paths(draft, &|written| re_anchor(written, from, to))
}

/// The draft with every path of a scan in it written anew.
pub fn with_paths(draft: &Draft, path: &dyn Fn(&str) -> String) -> Draft {
    let mut moved = draft.clone();
    for id in FieldId::ALL.iter().copied() {
        if let Some(value) = draft.get(id).and_then(|value| value_with_paths(id, value, path)) {
            moved.set(id, Some(value));
        }
    }
    // What a change replaced may be put back one day.
    for (id, before) in moved.events.iter_mut().flat_map(|event| &mut event.replaced) {
        if let Some(value) = before.as_ref().and_then(|value| value_with_paths(*id, value, path)) {
            *before = Some(value);
        }
    }
    moved
}

/// A value with its paths written anew; `None` where it has none.
pub fn value_with_paths(id: FieldId, value: &Value, path: &dyn Fn(&str) -> String) -> Option<Value> {
    match value {
        Value::Text(written) if id.field().kind == Kind::Picture => Some(Value::Text(path(written))),
        Value::Paths(paths) => Some(Value::Paths(paths.iter().map(|written| path(written)).collect())),
        Value::Approvals(rows) => {
            let row = |row: &Approval| Approval { document: path(&row.document), ..row.clone() };
            Some(Value::Approvals(rows.iter().map(row).collect()))
        }
        _ => None,
    }
}

fn re_anchor(written: &str, from: &Path, to: &Path) -> String {
    let path = Path::new(written);
    if written.trim().is_empty() || path.is_absolute() || path.has_root() || written.starts_with('~') || is_windows(written) {
        return written.to_owned();
    }
    let target = normalized(&from.join(path));
    relative_to(&normalized(to), None, &target).unwrap_or_else(|| written.to_owned())
}

/// `C:\…`, or a path with a network share.
fn is_windows(written: &str) -> bool {
    let mut chars = written.chars();
    (chars.next().is_some_and(|first| first.is_ascii_alphabetic()) && chars.next() == Some(':')) || written.starts_with("\\\\")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Event, EventKind};

    #[test]
    fn relative_paths_lead_to_the_same_file_from_elsewhere() {
        let (from, to) = (Path::new("/home/me/a"), Path::new("/home/me/a/b"));
        for (written, expected) in [
            ("scans/x.jpg", "../scans/x.jpg"),
            ("./b/x.jpg", "x.jpg"),
            ("../y.jpg", "../../y.jpg"),
            ("../../../y.jpg", "/y.jpg"),
            ("/z.jpg", "/z.jpg"),
            ("~/z.jpg", "~/z.jpg"),
            ("C:\\z.jpg", "C:\\z.jpg"),
            ("", ""),
        ] {
            assert_eq!(re_anchor(written, from, to), expected, "{written}");
        }
    }

    #[test]
    fn every_kind_of_path_moves_and_nothing_else() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectCertificatePhoto, Some("a.jpg".into()));
        draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["b.jpg".into()])));
        let row = Approval { kind: Some(1), number: "n".into(), document: "c.jpg".into() };
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row])));
        draft.set(FieldId::SubjectName, Some("d.jpg".into()));
        let mut event = Event::new(EventKind::Changed, "2026-11-24T10:42:33+08:00".parse().unwrap());
        event.replaced = vec![(FieldId::OwnerCertificateFront, Some("e.jpg".into())), (FieldId::OwnerName, Some("f.jpg".into()))];
        draft.events.push(event);
        assert_eq!(moved(&draft, Path::new("/a"), Path::new("/a")), draft);
        let moved = moved(&draft, Path::new("/a"), Path::new("/b"));
        assert_eq!(moved.text(FieldId::SubjectCertificatePhoto), "/a/a.jpg");
        assert_eq!(moved.paths(FieldId::CommitmentLetter), ["/a/b.jpg"]);
        assert_eq!(moved.approvals()[0].document, "/a/c.jpg");
        assert_eq!(moved.text(FieldId::SubjectName), "d.jpg");
        let replaced: Vec<Option<Value>> = moved.events[0].replaced.iter().map(|(_, value)| value.clone()).collect();
        assert_eq!(replaced, [Some("/a/e.jpg".into()), Some("f.jpg".into())]);
    }
}
