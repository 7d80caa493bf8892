//! What happens to drafts when processes die, disks fill up, and others want the same file. Children are this binary itself,
//! running one of the ignored tests below.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use beian::drafts::error::{ReadOnly, Step};
use beian::drafts::{Access, DraftFile, Folder, OpenError, SaveError};
use beian::filing::FieldId;
use beian::fs::lock::Owner;

use super::{keeps_others_away, moment, named, names, owner, with};

/// Where a child process finds the draft it is to work on.
const DRAFT: &str = "BEIAN_TEST_DRAFT";

/// This test binary, about to run one of its ignored tests on a draft, through `sh -c "$script"` (ending in `exec "$@"`).
fn child(script: &str, test: &str, draft: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", test]).env(DRAFT, draft);
    command
}

/// Runs a child to its end; its test must have run and passed.
fn must_pass(mut command: Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{complained}");
}

fn draft_of_parent() -> PathBuf {
    std::env::var_os(DRAFT).expect("started by the test beside it").into()
}

/// A remark whose every part says which version it is of.
fn version(number: u32) -> String {
    format!("{number} ").repeat(5_000)
}

fn is_whole(path: &Path) -> u32 {
    let file = DraftFile::open(path, Access::ReadOnly).unwrap();
    let remark = file.draft().text(FieldId::SubjectRemark);
    let number = remark.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(remark, version(number));
    number
}

#[test]
#[ignore = "a child of another test"]
fn child_saves_for_ever() {
    let mut file = DraftFile::open(&draft_of_parent(), Access::Write(&owner())).unwrap();
    let mut number = is_whole(file.path());
    println!("ready");
    loop {
        number += 1;
        file.save(&with(file.draft(), FieldId::SubjectRemark, version(number))).unwrap();
    }
}

#[test]
fn killed_at_any_moment_the_draft_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    drop(DraftFile::create(&path, &with(&named("一"), FieldId::SubjectRemark, version(0)), &owner()).unwrap());
    let mut last = 0;
    for round in 0..30u64 {
        let mut process =
            child("exec \"$@\"", "drafts::crash::child_saves_for_ever", &path).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("ready")), "the child could not open the draft");
        std::thread::sleep(Duration::from_micros(round * 7919 % 60_000));
        process.kill().unwrap();
        process.wait().unwrap();
        let now = is_whole(&path);
        assert!(now >= last);
        last = now;
    }
    assert!(last > 5, "only {last} saves in 30 rounds: too few were cut short");
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    file.save(&named("二")).unwrap();
    drop(file);
    assert_eq!(names(folder.path()), ["a.toml"], "temporaries and locks of the dead are swept");
}

#[test]
#[ignore = "a child of another test"]
fn child_meets_a_full_disk() {
    let path = draft_of_parent();
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    let before = file.draft().clone();
    let large = with(&before, FieldId::SubjectRemark, version(1));
    match file.save(&large) {
        Err(SaveError::Io { step: Step::Write, trouble, .. }) => assert_eq!(trouble.kind, ErrorKind::FileTooLarge),
        other => panic!("{other:?}"),
    }
    assert_eq!(file.draft(), &before, "what is on the disk, not what failed");
    // Failing changed nothing: a save that fits works, and holds everything.
    let small = with(&before, FieldId::SubjectRemark, "短");
    assert!(file.save(&small).unwrap().written);
}

#[test]
fn no_room_to_write_leaves_the_old_draft_and_no_rubbish() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    drop(DraftFile::create(&path, &named("一"), &owner()).unwrap());
    must_pass(child("trap '' XFSZ; ulimit -f 1; exec \"$@\"", "drafts::crash::child_meets_a_full_disk", &path));
    assert_eq!(DraftFile::open(&path, Access::ReadOnly).unwrap().draft().text(FieldId::SubjectRemark), "短");
    assert_eq!(names(folder.path()), ["a.toml"]);
}

#[test]
#[ignore = "a child of another test"]
fn child_holds_the_draft() {
    let since = moment("2026-01-02T03:04:05+08:00");
    let me = Owner { pid: std::process::id(), since, host: "elsewhere".into() };
    let file = DraftFile::open(&draft_of_parent(), Access::Write(&me)).unwrap();
    println!("pid {}", std::process::id());
    let _ = std::io::stdin().read(&mut [0]);
    drop(file);
}

#[test]
fn the_second_process_is_told_and_a_killed_one_leaves_no_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    drop(DraftFile::create(&path, &named("一"), &owner()).unwrap());
    let mut process = child("exec \"$@\"", "drafts::crash::child_holds_the_draft", &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let line = lines.find_map(|line| line.unwrap().split_once("pid ").map(|(_, pid)| pid.to_owned())).unwrap();
    match DraftFile::open(&path, Access::Write(&owner())) {
        Err(OpenError::Held { held, .. }) => {
            assert_eq!(held.pid, Some(line.trim().parse().unwrap()));
            assert_eq!(held.since, Some(moment("2026-01-02T03:04:05+08:00")));
            assert_eq!(held.host.as_deref(), Some("elsewhere"));
        }
        other => panic!("{other:?}"),
    }
    let deleted = Folder::new(folder.path()).delete(&path, &owner(), moment("2026-11-23T00:00:00Z"));
    assert!(deleted.is_err() && path.exists());
    let mut reader = DraftFile::open(&path, Access::ReadOnly).unwrap();
    assert_eq!(reader.read_only(), Some(&ReadOnly::Asked));
    assert!(matches!(reader.save(&named("二")), Err(SaveError::ReadOnly { .. })));
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(keeps_others_away(&DraftFile::open(&path, Access::Write(&owner())).unwrap()));
}

#[test]
#[ignore = "a child of another test"]
fn child_makes_everything() {
    let folder = Folder::new(draft_of_parent());
    let mut file = folder.create(&named("一"), "", &owner()).unwrap();
    file.save(&named("二")).unwrap();
    drop(folder.create(&named("三"), "", &owner()).unwrap());
    let path = folder.resolve("三").unwrap();
    folder.delete(&path, &owner(), moment("2026-11-23T00:00:00Z")).unwrap();
}

#[test]
fn everything_is_private_whatever_the_umask() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("share/drafts");
    must_pass(child("umask 000; exec \"$@\"", "drafts::crash::child_makes_everything", &folder));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(names(&folder), [".trash", "一.toml"]);
    for (name, expected) in [(".", 0o700), (".trash", 0o700), ("一.toml", 0o600)] {
        assert_eq!(mode(&folder.join(name)), expected, "{name}");
    }
    assert_eq!(mode(&home.path().join("share")), 0o700);
}

#[test]
#[ignore = "a child of another test"]
fn child_meets_a_read_only_folder() {
    let path = draft_of_parent();
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    assert!(matches!(file.read_only(), Some(ReadOnly::Folder(trouble)) if trouble.kind == ErrorKind::PermissionDenied));
    assert!(matches!(file.save(&named("二")), Err(SaveError::ReadOnly { .. })));
    let created = DraftFile::create(&path.with_file_name("b.toml"), &named("三"), &owner());
    assert!(matches!(created, Err(SaveError::Io { step: Step::Create, .. })), "{created:?}");
    let secret = path.with_file_name("secret.toml");
    assert_eq!(DraftFile::open(&secret, Access::ReadOnly).unwrap_err(), OpenError::Denied { path: secret });
}

#[test]
fn in_a_read_only_folder_drafts_open_for_reading() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("drafts");
    fs::create_dir(&folder).unwrap();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for (name, bits) in [("a.toml", 0o666), ("secret.toml", 0o000)] {
        fs::write(folder.join(name), "kind = \"new\"\n").unwrap();
        mode(&folder.join(name), bits);
    }
    mode(&folder, 0o555);
    mode(home.path(), 0o755);
    // Root may write anywhere, so the child is somebody else; whose eyes this binary may be hidden from.
    let binary = home.path().join("tests");
    fs::copy(std::env::current_exe().unwrap(), &binary).unwrap();
    let mut command = std::process::Command::new(&binary);
    command
        .args(["--ignored", "--exact", "--nocapture", "drafts::crash::child_meets_a_read_only_folder"])
        .env(DRAFT, folder.join("a.toml"))
        .current_dir("/");
    if fs::metadata(&binary).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    must_pass(command);
    assert_eq!(names(&folder), ["a.toml", "secret.toml"]);
    mode(&folder, 0o755);
}
