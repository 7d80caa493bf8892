//! One draft file: what is opened, what is noticed, what is saved.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use beian::drafts::error::OutsideChange;
use beian::drafts::{Access, DraftFile, OpenError, SaveError};
use beian::filing::{FieldId, Value};

use super::{keeps_others_away, named, names, owner, with};

fn made() -> (tempfile::TempDir, DraftFile) {
    let folder = tempfile::tempdir().unwrap();
    let file = DraftFile::create(&folder.path().join("a.toml"), &named("一"), &owner()).unwrap();
    (folder, file)
}

#[test]
fn a_draft_is_made_saved_and_opened_again() {
    let (folder, mut file) = made();
    let draft = with(file.draft(), FieldId::SubjectName, "公司");
    assert!(file.save(&draft).unwrap().written);
    assert!(!file.save(&draft).unwrap().written);
    assert!(keeps_others_away(&file) && file.read_only().is_none());
    assert_eq!(names(folder.path()), [".a.toml.lock", "a.toml"]);
    drop(file);
    assert_eq!(names(folder.path()), ["a.toml"]);
    let path = folder.path().join("a.toml");
    assert_eq!(DraftFile::open(&path, Access::Write(&owner())).unwrap().draft(), &draft);
    assert_eq!(DraftFile::create(&path, &named("二"), &owner()).unwrap_err(), SaveError::Exists { path: path.clone() });
    assert_eq!(DraftFile::open(&path, Access::ReadOnly).unwrap().draft(), &draft);
}

#[test]
fn saving_happens_on_a_worker_thread() {
    let (_folder, mut file) = made();
    let draft = with(file.draft(), FieldId::SubjectName, "公司");
    let typed = draft.clone();
    let file = std::thread::spawn(move || file.save(&draft).map(|_| file)).join().unwrap().unwrap();
    assert_eq!(file.draft(), &typed);
}

#[cfg(unix)]
#[test]
fn only_regular_files_of_sane_size_are_opened() {
    use beian::drafts::error::Found;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder.toml")).unwrap();
    fs::write(at("large.toml"), "#".repeat(1024 * 1024 + 1)).unwrap();
    fs::write(at("bomb.toml"), "[[x]]\n".repeat(170_000)).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("pipe.toml")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", at("zero.toml")).unwrap();
    std::os::unix::fs::symlink("nowhere", at("broken.toml")).unwrap();
    let before = names(folder.path());
    for (name, expected) in [
        ("folder.toml", OpenError::NotAFile { path: at("folder.toml"), found: Found::Folder }),
        ("pipe.toml", OpenError::NotAFile { path: at("pipe.toml"), found: Found::Pipe }),
        ("zero.toml", OpenError::NotAFile { path: at("zero.toml"), found: Found::Device }),
        ("large.toml", OpenError::TooLarge { path: at("large.toml"), size: 1_048_577, limit: 1_048_576 }),
        ("broken.toml", OpenError::NotAFile { path: at("broken.toml"), found: Found::BrokenLink }),
        ("missing.toml", OpenError::NotFound { path: at("missing.toml") }),
    ] {
        for access in [Access::ReadOnly, Access::Write(&owner())] {
            assert_eq!(DraftFile::open(&at(name), access).unwrap_err(), expected);
        }
    }
    assert_eq!(names(folder.path()), before, "nothing is left beside what is no draft");
    assert!(matches!(DraftFile::open(&at("bomb.toml"), Access::ReadOnly), Err(OpenError::TooManyTables { .. })));
    fs::write(at("bomb.toml"), format!("events = [{}]", "{},".repeat(300_000))).unwrap();
    assert!(matches!(DraftFile::open(&at("bomb.toml"), Access::ReadOnly), Err(OpenError::TooManyTables { found: 300_000, .. })));
}

#[test]
fn changes_from_outside_are_noticed_by_content() {
    let (_folder, mut file) = made();
    let path = file.path().to_owned();
    let mine = with(file.draft(), FieldId::SubjectName, "我的");
    let text = fs::read_to_string(&path).unwrap();

    // Touched, or written anew with the same content: no change.
    File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
    assert_eq!(file.changed_outside(), Ok(None));
    fs::remove_file(&path).unwrap();
    fs::write(&path, &text).unwrap();
    assert_eq!(file.changed_outside(), Ok(None));

    // Same size, and the time put back: a change.
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let theirs = text.replace('一', "二");
    fs::write(&path, &theirs).unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    assert_eq!(file.changed_outside(), Ok(Some(OutsideChange::Modified)));
    let refused = file.save(&mine).unwrap_err();
    assert_eq!(refused, SaveError::ChangedOutside { path: path.clone(), change: OutsideChange::Modified });
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);

    // Theirs, or mine.
    assert_eq!(file.reload().unwrap().text(FieldId::MiniProgramName), "二");
    fs::write(&path, "broken [").unwrap();
    assert!(matches!(file.reload(), Err(OpenError::Content { .. })));
    assert!(file.save_over(&mine).unwrap().written);
    assert_eq!(DraftFile::open(&path, Access::ReadOnly).unwrap().draft(), &mine);

    fs::remove_file(&path).unwrap();
    let refused = file.save(&mine).unwrap_err();
    assert_eq!(refused, SaveError::ChangedOutside { path: path.clone(), change: OutsideChange::Deleted });
    assert!(file.save_over(&mine).unwrap().written && path.exists());

    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(file.changed_outside(), Ok(Some(OutsideChange::Replaced)));
    assert!(matches!(file.save_over(&mine), Err(SaveError::Io { .. })));
    fs::remove_dir(&path).unwrap();
    assert!(file.save_over(&mine).unwrap().written);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("project");
    fs::create_dir(&real).unwrap();
    drop(DraftFile::create(&real.join("real.toml"), &named("一"), &owner()).unwrap());
    let link = folder.path().join("link.toml");
    std::os::unix::fs::symlink("project/real.toml", &link).unwrap();
    let mut file = DraftFile::open(&link, Access::Write(&owner())).unwrap();
    assert_eq!(file.folder(), fs::canonicalize(&real).unwrap());
    file.save(&named("二")).unwrap();
    assert!(link.is_symlink());
    assert!(fs::read_to_string(real.join("real.toml")).unwrap().contains('二'));
    assert!(matches!(DraftFile::open(&real.join("real.toml"), Access::Write(&owner())), Err(OpenError::Held { .. })));
    assert_eq!(names(folder.path()), ["link.toml", "project"]);
}

#[test]
fn saving_elsewhere_keeps_scans_in_reach() {
    let (folder, mut file) = made();
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("taken.toml"), "x = 1").unwrap();
    let draft = with(file.draft(), FieldId::SubjectCertificatePhoto, "scans/a.jpg");
    assert!(matches!(file.save_as(&other.join("taken.toml"), &draft, &owner()), Err(SaveError::Exists { .. })));
    assert_eq!(file.path(), folder.path().join("a.toml"));
    file.save_as(&other.join("b.toml"), &draft, &owner()).unwrap();
    assert_eq!(file.path(), other.join("b.toml"));
    assert_eq!(file.draft().text(FieldId::SubjectCertificatePhoto), "../scans/a.jpg");
    // The old one is free again.
    assert!(keeps_others_away(&DraftFile::open(&folder.path().join("a.toml"), Access::Write(&owner())).unwrap()));
}

#[cfg(unix)]
#[test]
fn a_file_marked_read_only_is_opened_so_and_narrow_modes_stay() {
    use beian::drafts::error::ReadOnly;
    use std::os::unix::fs::PermissionsExt;
    let (_folder, mut file) = made();
    let path = file.path().to_owned();
    let set = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    set(0o644);
    file.reload().unwrap();
    file.save(&named("二")).unwrap();
    assert_eq!(mode(), 0o600, "personal data become private");
    drop(file);
    set(0o444);
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    assert_eq!(file.read_only(), Some(&ReadOnly::File));
    assert_eq!(file.save(&named("三")).unwrap_err(), SaveError::ReadOnly { path: path.clone(), reason: ReadOnly::File });
    assert_eq!(mode(), 0o444);
}

#[test]
fn a_draft_that_could_not_be_opened_again_is_not_saved() {
    let (_folder, mut file) = made();
    let before = fs::read(file.path()).unwrap();
    let large = with(file.draft(), FieldId::SubjectRemark, "长".repeat(400_000));
    assert!(matches!(file.save(&large), Err(SaveError::TooLarge { size: 1_200_000.., .. })));
    assert_eq!(fs::read(file.path()).unwrap(), before);
    // And the next save works.
    let odd = with(file.draft(), FieldId::SubjectNature, Value::Invalid("四".into()));
    assert!(file.save(&odd).unwrap().written);
}

/// A draft of the first layout, written by hand in parts: whatever is saved, only that changes.
#[test]
fn a_draft_of_the_first_layout_stays_byte_for_byte_what_it_was() {
    const OLD: &str = r#"# 第一版的草稿
format = 1
kind = "new"
shop = { id = 7, tags = ["a", "b"] }   # 不认识的键

[subject]   # 主体
nature = 4
name = '甲公司'   # 单引号

[responsible_person]
mobile = "13012340003"	# 制表符

[[events]]
at = 2026-11-23T10:42:33+08:00   # 提交
kind = "submitted"
note = "手工写的"

[[events]]
at = 2026-11-24T09:00:00+08:00
kind = "a-kind-of-tomorrow"   # 更新的版本写的
colour = "red"

[[confirmed]]
rule = "mobile-unusual"
field = "responsible_person.mobile"
value = "13012340003"
reason = "本人在用"
date = 2026-11-22

# 结尾的注释
"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.toml");
    fs::write(&path, OLD).unwrap();
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    assert_eq!((file.draft().events.len(), file.document().unread_events().len()), (1, 1));
    let same = file.draft().clone();
    assert!(!file.save(&same).unwrap().written);
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    let draft = with(file.draft(), FieldId::SubjectName, "乙公司");
    assert!(file.save(&draft).unwrap().written);
    let expected = OLD.replace("'甲公司'", "\"乙公司\"");
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    // What cannot be read is left where it stands, and a new event comes behind it.
    let mut draft = file.draft().clone();
    let at = "2026-11-25T09:00:00+08:00".parse().unwrap();
    draft.events.push(beian::filing::Event::new(beian::filing::EventKind::PlatformPassed, at));
    file.save(&draft).unwrap();
    let saved = fs::read_to_string(&path).unwrap();
    let (front, back) = expected.split_at(expected.find("[[confirmed]]").unwrap());
    assert!(saved.starts_with(front.trim_end()) && saved.ends_with(back), "{saved}");
    assert!(saved.contains("a-kind-of-tomorrow") && saved.contains("platform-passed"), "{saved}");
}
