//! The example of a client, `examples/posting`, against its stand-in for the platform: from a package to a filing that is taken in for
//! review, and to a refusal that comes back to the draft.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

const TOKEN: &str = "TOKEN-OF-THE-EXAMPLE";

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/posting").join(name)
}

/// Whether there is a Python that runs the example; where not, the test says so and passes.
#[allow(clippy::print_stdout, reason = "a test that was not run says so")]
fn has_python() -> bool {
    let version = Command::new("python3").args(["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status();
    let found = version.is_ok_and(|status| status.success());
    if !found {
        println!("python3 (3.9 or newer) was not found: the example of a client was not run");
    }
    found
}

/// The stand-in, which ends with its standard input.
struct StandIn {
    process: Child,
    address: String,
}

impl StandIn {
    fn start(args: &[&str]) -> Self {
        let mut command = Command::new("python3");
        command.arg(script("stand_in.py")).args(args).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut address = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { process, address: address.trim().to_owned() }
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.ok(&["new", "--example"]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn beian(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
        command.args(args).current_dir(self.folder.path()).env_clear().env("HOME", self.folder.path());
        command.env("BEIAN_DRAFTS_DIR", self.path("drafts")).env("BEIAN_TODAY", "2026-11-23").env("LANG", "en_US.UTF-8");
        command.output().unwrap()
    }

    fn ok(&self, args: &[&str]) -> String {
        let done = self.beian(args);
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    fn post(&self, package: &str, server: &StandIn) -> Output {
        let mut command = Command::new("python3");
        command.arg(script("post.py")).arg(self.path(package)).args(["--token", TOKEN, "--api", &server.address]);
        command.args(["--wait", "0", "--beian", env!("CARGO_BIN_EXE_beian")]).output().unwrap()
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn packages_are_accepted() {
    if !has_python() {
        return;
    }
    let place = Place::new();
    for draft in ["example-company", "example-individual"] {
        let server = StandIn::start(&[]);
        place.ok(&["export", draft, "-o", "package.zip"]);
        let posted = place.post("package.zip", &server);
        assert!(posted.status.success() && said(&posted).contains("apply_icp_filing: accepted\nstatus 2"), "{}", said(&posted));
        assert!(!std::fs::read_to_string(place.path("body.json")).unwrap().contains("media:"));
        // What is under review is not taken twice.
        assert_eq!(place.post("package.zip", &server).status.code(), Some(2));
        std::fs::remove_file(place.path("package.zip")).unwrap();
    }
}

#[test]
fn a_refusal_comes_back_to_its_field() {
    if !has_python() {
        return;
    }
    let place = Place::new();
    let server = StandIn::start(&["--refuse", "icp_subject.principal_info.certificate_photo_front"]);
    place.ok(&["export", "example-individual", "-o", "package.zip"]);
    let posted = place.post("package.zip", &server);
    assert_eq!(posted.status.code(), Some(1), "{}", said(&posted));
    assert!(said(&posted).contains("certificate_photo_front: 86328"), "{}", said(&posted));
    place.ok(&["status", "example-individual", "--import", "answer.json"]);
    let checked = place.ok(&["check", "example-individual", "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_str(&checked).unwrap();
    let open = findings.as_array().unwrap().iter().find(|one| one["rule"] == "rejection-open");
    assert_eq!(open.unwrap()["field"], "responsible_person.certificate.front", "{checked}");
}

#[test]
fn a_deregistration_is_posted_as_one() {
    if !has_python() {
        return;
    }
    let place = Place::new();
    let draft = "format = 1\nkind = \"deregister\"\n[subject]\nnature = 5\nregion = \"440305\"\n[record]\nnumber = \"粤ICP备2026000001号-1X\"\n\
         [mini_program]\napp_id = \"wx0a1b2c3d4e5f6071\"\nname = \"三餐小账\"\n[responsible_person]\nname = \"测试甲\"\n\
         [deregistration]\nscope = \"mini-program\"\nreason = 1\ncode_receiver = \"测试甲\"\ncode_phone = \"13012340001\"\n";
    std::fs::write(place.path("end.toml"), draft).unwrap();
    place.ok(&["export", "./end.toml", "-o", "package.zip"]);
    let posted = place.post("package.zip", &StandIn::start(&["--filed"]));
    assert!(posted.status.success() && said(&posted).contains("cancel_icp_filing: accepted"), "{}", said(&posted));
    assert_eq!(place.post("package.zip", &StandIn::start(&[])).status.code(), Some(2), "nothing is filed there");
}

/// A draft of the fixtures, among the examples and their scans.
fn of_kind(place: &Place, name: &str) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds").join(name));
    std::fs::write(place.path("drafts").join(name), text.unwrap()).unwrap();
}

/// What an answer made of a draft: the field that its refusal stands at, by the rule about open rejections.
fn open_field(place: &Place, draft: &str) -> String {
    place.ok(&["status", draft, "--import", "answer.json"]);
    let checked = place.beian(&["check", draft, "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let open = findings.as_array().unwrap().iter().find(|one| one["rule"] == "rejection-open");
    open.map(|one| one["field"].as_str().unwrap().to_owned()).unwrap_or_default()
}

#[test]
fn of_every_kind_what_is_refused_comes_back_to_the_draft() {
    if !has_python() {
        return;
    }
    let place = Place::new();
    of_kind(&place, "one-more.toml");
    for (draft, refused, field) in [
        ("example-company", "icp_applets.principal_info.mobile", "owner.mobile"),
        ("one-more", "icp_applets.base_info.comment", "mini_program.remark"),
    ] {
        place.ok(&["export", draft, "-o", "package.zip"]);
        let posted = place.post("package.zip", &StandIn::start(&["--refuse", refused]));
        assert_eq!(posted.status.code(), Some(1), "{}", said(&posted));
        assert_eq!(open_field(&place, draft), field);
        std::fs::remove_file(place.path("package.zip")).unwrap();
    }
    // Once it was changed, one more mini-program is taken like a first one.
    place.ok(&[
        "set",
        "one-more",
        "mini_program.remark=面向公司的客户和员工，提供虚构产品的使用说明和故障报修登记，内容由公司维护。",
    ]);
    place.ok(&["export", "one-more", "-o", "package.zip"]);
    let posted = place.post("package.zip", &StandIn::start(&[]));
    assert!(posted.status.success(), "{}", said(&posted));
}

#[test]
fn a_change_is_entered_by_hand_and_a_deregistration_may_be_refused() {
    if !has_python() {
        return;
    }
    let place = Place::new();
    of_kind(&place, "change-of-a-phone.toml");
    place.ok(&["export", "change-of-a-phone", "-o", "change.zip"]);
    let posted = place.post("change.zip", &StandIn::start(&["--filed"]));
    assert!(posted.status.code() == Some(2) && said(&posted).contains("entered in the console"), "{}", said(&posted));
    of_kind(&place, "deregistration-of-a-mini-program.toml");
    place.ok(&["export", "deregistration-of-a-mini-program", "-o", "end.zip"]);
    let posted = place.post("end.zip", &StandIn::start(&["--filed", "--busy"]));
    assert!(posted.status.code() == Some(1) && said(&posted).contains("86324"), "{}", said(&posted));
    let imported = place.ok(&["status", "deregistration-of-a-mini-program", "--import", "answer.json"]);
    assert!(imported.contains("86324") && imported.contains("Submission not accepted"), "{imported}");
}
