//! Every file in `tests/fixtures/drafts` is tested by being there: in `valid` and `old` it must open, keep its bytes and
//! survive a change; in `invalid` its name says how it must fail.

use std::fs;
use std::path::{Path, PathBuf};

use beian::drafts::codec::CodecError;
use beian::drafts::{Access, DraftFile, OpenError};
use beian::filing::FieldId;

use super::{owner, with};

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/drafts").join(kind);
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty());
    files
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once("# ")).map(|(_, comment)| comment).collect()
}

#[test]
fn valid_and_old_files_open_and_survive_changes() {
    for path in fixtures("valid").into_iter().chain(fixtures("old")) {
        let shown = path.display();
        let text = fs::read_to_string(&path).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("draft.toml");
        fs::copy(&path, &copy).unwrap();

        let mut file = DraftFile::open(&copy, Access::Write(&owner())).unwrap();
        let before = file.draft().clone();
        assert!(!file.save(&before).unwrap().written, "{shown}");
        assert_eq!(fs::read_to_string(&copy).unwrap(), text, "{shown}");

        let after = with(&before, FieldId::OwnerAdministrator, "李四");
        assert!(file.save(&after).unwrap().written, "{shown}");
        let saved = fs::read_to_string(&copy).unwrap();
        for comment in comments(&text) {
            assert!(saved.contains(comment), "{shown}: {comment} lost:\n{saved}");
        }
        assert!(saved.contains("format = 1"), "{shown}");
        assert_eq!(file.reload().unwrap(), &after, "{shown}");

        assert!(file.save(&before).unwrap().written, "{shown}");
        assert_eq!(file.reload().unwrap(), &before, "{shown}");
    }
}

#[test]
fn invalid_files_fail_as_their_names_say_and_stay_as_they_are() {
    for path in fixtures("invalid") {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("draft.toml");
        fs::copy(&path, &copy).unwrap();
        let error = DraftFile::open(&copy, Access::Write(&owner())).unwrap_err();
        assert_eq!(error.path(), copy);
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let fits = match &error {
            OpenError::Empty { .. } => name.starts_with("empty"),
            OpenError::NotUtf8 { line, .. } => name.starts_with("not-utf8") && *line == 3,
            OpenError::Content { error, .. } => match error {
                CodecError::NotToml { message, .. } => name.starts_with("not-toml") && !message.is_empty(),
                CodecError::WrongShape { .. } => name.starts_with("wrong-shape"),
                CodecError::BadFormat { .. } => name.starts_with("bad-format"),
                CodecError::NewerFormat { found: 2, known: 1 } => name.starts_with("newer-format"),
                CodecError::NewerFormat { .. } => false,
            },
            _ => false,
        };
        assert!(fits, "{name}: {error:?}");
        assert_eq!(fs::read(&copy).unwrap(), fs::read(&path).unwrap());
    }
}
