//! Copies on the disk: beside their originals, never over anything, and the draft's fields that name them.

use std::fs;

use image::{ImageFormat, Rgb, RgbImage};

use super::*;
use crate::filing::value::Approval;

/// A scan that is large enough, as a file of this format.
fn scan(format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(720, 1280, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn request(written: &str) -> Request {
    Request { written: written.to_owned(), fields: vec![FieldId::CommitmentLetter], turned: Turned::AsItLies }
}

fn prepared(folder: &Path, written: &str) -> Done {
    let place = Place { folder, home: None };
    store(make(&request(written), place), place, true)
}

fn copied(done: &Done) -> (&str, &Path, bool) {
    match &done.outcome {
        Outcome::Copied { written, path, new, .. } => (written, path, *new),
        other => panic!("{other:?}"),
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_lies_beside_its_original_and_is_used_again() {
    let folder = tempfile::tempdir().unwrap();
    let (scans, bytes) = (folder.path().join("扫描件"), scan(ImageFormat::Bmp));
    fs::create_dir(&scans).unwrap();
    fs::write(scans.join("执照.bmp"), &bytes).unwrap();
    let first = prepared(folder.path(), "扫描件/执照.bmp");
    assert_eq!(copied(&first), ("扫描件/执照-beian.jpg", &*scans.join("执照-beian.jpg"), true));
    assert_eq!(fs::read(scans.join("执照.bmp")).unwrap(), bytes, "the original was touched");
    // The same again is there already; the copy itself needs nothing.
    assert!(!copied(&prepared(folder.path(), "扫描件/执照.bmp")).2);
    assert_eq!(prepared(folder.path(), "扫描件/执照-beian.jpg").outcome, Outcome::Fine);
    assert_eq!(files(&scans), ["执照-beian.jpg", "执照.bmp"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(scans.join("执照-beian.jpg")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.bmp"), scan(ImageFormat::Bmp)).unwrap();
    fs::write(folder.path().join("a-beian.jpg"), "somebody's own").unwrap();
    fs::create_dir(folder.path().join("a-beian-2.jpg")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.path().join("a-beian-3.jpg")).unwrap();
    let done = prepared(folder.path(), "a.bmp");
    assert_eq!(copied(&done).0, if cfg!(unix) { "a-beian-4.jpg" } else { "a-beian-3.jpg" });
    assert_eq!(fs::read(folder.path().join("a-beian.jpg")).unwrap(), b"somebody's own");
    take_back(&[done]);
    assert!(!folder.path().join("a-beian-4.jpg").exists());
    // What was there before is not taken back.
    fs::rename(folder.path().join("a-beian.jpg"), folder.path().join("b-beian.jpg")).unwrap();
    let (first, again) = (prepared(folder.path(), "a.bmp"), prepared(folder.path(), "a.bmp"));
    take_back(&[again]);
    assert!(copied(&first).1.exists());
}

#[test]
fn without_leave_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.bmp"), scan(ImageFormat::Bmp)).unwrap();
    let place = Place { folder: folder.path(), home: None };
    let done = store(make(&request("a.bmp"), place), place, false);
    assert_eq!(copied(&done), ("a-beian.jpg", &*folder.path().join("a-beian.jpg"), false));
    assert_eq!(files(folder.path()), ["a.bmp"]);
}

#[cfg(unix)]
#[test]
fn where_the_originals_folder_takes_nothing_the_drafts_does() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let card = folder.path().join("card");
    fs::create_dir(&card).unwrap();
    fs::write(card.join("a.bmp"), scan(ImageFormat::Bmp)).unwrap();
    fs::set_permissions(&card, fs::Permissions::from_mode(0o500)).unwrap();
    // Whoever may write everywhere, as root, is not stopped by a mode.
    let closed = fs::write(card.join("probe"), "").is_err();
    let done = prepared(folder.path(), "card/a.bmp");
    fs::set_permissions(&card, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(copied(&done).0, if closed { "a-beian.jpg" } else { "card/a-beian.jpg" });
}

#[test]
fn what_a_killed_process_left_goes_and_what_another_writes_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (left, written) = (".a-beian.jpg.abcdefABCDEF.1.tmp", ".a-beian.jpg.ABCDEFabcdef.2.tmp");
    fs::write(folder.path().join("a.bmp"), scan(ImageFormat::Bmp)).unwrap();
    fs::write(folder.path().join(left), "half a scan").unwrap();
    fs::write(folder.path().join(written), "half a scan").unwrap();
    let writer = fs::File::open(folder.path().join(written)).unwrap();
    let locks = writer.try_lock().is_ok();
    assert!(matches!(prepared(folder.path(), "a.bmp").outcome, Outcome::Copied { .. }));
    let expected: &[&str] = if locks { &[written, "a-beian.jpg", "a.bmp"] } else { &["a-beian.jpg", "a.bmp"] };
    assert_eq!(files(folder.path()), expected);
}

#[cfg(unix)]
#[test]
fn strange_files_are_refused_at_once() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    symlink("b", folder.path().join("a")).unwrap();
    symlink("a", folder.path().join("b")).unwrap();
    fs::write(folder.path().join("empty"), "").unwrap();
    fs::File::create(folder.path().join("huge.jpg")).unwrap().set_len(prepare::READ_LIMIT + 1).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    for name in ["a", "missing", "empty", ".", "/dev/zero", "huge.jpg", "pipe", "empty/b", "\0"] {
        if name == "pipe" && !pipe.as_ref().is_ok_and(std::process::ExitStatus::success) {
            continue;
        }
        let done = prepared(folder.path(), name);
        assert!(matches!(done.outcome, Outcome::Refused(Refusal::Unreadable(_) | Refusal::TooLarge { .. })), "{name}: {done:?}");
    }
}

#[test]
fn names_are_kept_short_and_marked_once() {
    let first = |name: &str, format| names(Path::new(name), format).next().unwrap();
    for (original, copy) in [
        ("licence.jpg", "licence-beian.jpg"),
        ("licence-beian.jpg", "licence-beian.jpg"),
        ("licence-beian-12.jpg", "licence-beian.jpg"),
        ("licence-2.jpg", "licence-2-beian.jpg"),
        ("-beian.jpg", "-beian-beian.jpg"),
        ("a.b.heic", "a.b-beian.jpg"),
        (".jpg", ".jpg-beian.jpg"),
    ] {
        assert_eq!(first(original, Format::Jpeg), copy, "{original}");
    }
    assert_eq!(first("a.jpg", Format::Png), "a-beian.png");
    let long = first(&format!("{}.png", "长".repeat(85)), Format::Jpeg);
    assert!(long.len() <= 240 && long.ends_with("长-beian.jpg"), "{long}");
    assert_eq!(names(Path::new("a"), Format::Jpeg).nth(1).unwrap(), "a-beian-2.jpg");
}

#[test]
fn each_picture_is_asked_for_once_and_replaced_everywhere() {
    let mut draft = Draft::new(4);
    draft.set(FieldId::SubjectCertificatePhoto, Some("a.bmp".into()));
    draft.set(FieldId::ResponsiblePersonCertificateFront, Some("b.bmp".into()));
    draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["a.bmp".to_owned(), "c.bmp".to_owned()])));
    let row = Approval { kind: Some(1), number: "1".to_owned(), document: "a.bmp".to_owned() };
    draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row])));
    let all = requests(&draft, None);
    assert_eq!(all.iter().filter(|request| request.written == "a.bmp").count(), 1);
    let licence = requests(&draft, Some(&[FieldId::SubjectCertificatePhoto]));
    assert_eq!(licence.len(), 1);
    assert!(licence[0].fields.contains(&FieldId::PriorApprovals), "what else names it counts: {licence:?}");
    assert!(requests(&draft, Some(&[FieldId::ResponsiblePersonCertificateBack])).is_empty());

    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.bmp"), scan(ImageFormat::Bmp)).unwrap();
    let done = [prepared(folder.path(), "a.bmp"), prepared(folder.path(), "missing.bmp")];
    let changed = changes(&draft, &done);
    for (id, value) in &changed {
        draft.set(*id, value.clone());
    }
    assert_eq!(draft.text(FieldId::SubjectCertificatePhoto), "a-beian.jpg");
    assert_eq!(draft.approvals()[0].document, "a-beian.jpg");
    if draft.asks(FieldId::CommitmentLetter) {
        assert_eq!(draft.paths(FieldId::CommitmentLetter), ["a-beian.jpg", "c.bmp"]);
    }
    assert_eq!(draft.text(FieldId::ResponsiblePersonCertificateFront), "b.bmp");
    assert!(changes(&draft, &done).is_empty(), "twice changes nothing");
}
