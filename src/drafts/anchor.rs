//! Paths of scans, when a draft moves to another folder: they are relative to the draft's folder.

use std::path::Path;

use crate::filing::{Draft, FieldId, Kind, Value};
use crate::fs::path::normalized;

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
        let value = match draft.get(id) {
            Some(Value::Text(written)) if id.field().kind == Kind::Picture => Value::Text(path(written)),
            Some(Value::Paths(paths)) => Value::Paths(paths.iter().map(|written| path(written)).collect()),
            Some(Value::Approvals(rows)) => Value::Approvals(
                rows.iter()
                    .cloned()
                    .map(|mut row| {
                        row.document = path(&row.document);
                        row
                    })
                    .collect(),
            ),
            _ => continue,
        };
        moved.set(id, Some(value));
    }
    moved
}

fn re_anchor(written: &str, from: &Path, to: &Path) -> String {
    let path = Path::new(written);
    if written.trim().is_empty() || path.is_absolute() || path.has_root() || written.starts_with('~') || is_windows(written) {
        return written.to_owned();
    }
    let target = normalized(&from.join(path));
    let seen = target.strip_prefix(normalized(to)).map_or_else(|_| target.clone(), Path::to_path_buf);
    seen.to_str().map_or_else(|| written.to_owned(), str::to_owned)
}

/// `C:\…`, or a path with a network share.
fn is_windows(written: &str) -> bool {
    let mut chars = written.chars();
    (chars.next().is_some_and(|first| first.is_ascii_alphabetic()) && chars.next() == Some(':')) || written.starts_with("\\\\")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Approval;

    #[test]
    fn relative_paths_lead_to_the_same_file_from_elsewhere() {
        let (from, to) = (Path::new("/home/me/a"), Path::new("/home/me/a/b"));
        for (written, expected) in [
            ("scans/x.jpg", "/home/me/a/scans/x.jpg"),
            ("./b/x.jpg", "x.jpg"),
            ("../y.jpg", "/home/me/y.jpg"),
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
        assert_eq!(moved(&draft, Path::new("/a"), Path::new("/a")), draft);
        let moved = moved(&draft, Path::new("/a"), Path::new("/b"));
        assert_eq!(moved.text(FieldId::SubjectCertificatePhoto), "/a/a.jpg");
        assert_eq!(moved.paths(FieldId::CommitmentLetter), ["/a/b.jpg"]);
        assert_eq!(moved.approvals()[0].document, "/a/c.jpg");
        assert_eq!(moved.text(FieldId::SubjectName), "d.jpg");
    }
}
