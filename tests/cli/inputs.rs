//! Files that are no drafts: every command says so, touches nothing and exits 2.

use super::Place;

#[test]
fn what_is_no_draft_is_named_and_left_alone() {
    let place = Place::new();
    let big = vec![b'#'; 50 << 20];
    let files: &[(&str, &[u8], &str)] = &[
        ("empty.toml", b"", "空的"),
        ("binary.toml", &[0, 159, 146, 150, 255, 0], "UTF-8"),
        ("latin1.toml", b"kind = \"new\"\nname = \"\xe9\"\n", "第 2 行"),
        ("syntax.toml", b"kind = \"new\"\n[subject\n", "第 2 行"),
        ("shape.toml", b"format = 1\nsubject = 3\n", "subject"),
        ("newer.toml", b"format = 999\nkind = \"new\"\n", "升级 beian"),
        ("format.toml", b"format = \"one\"\n", "format"),
        ("big.toml", &big, "太大"),
    ];
    for (name, bytes, fragment) in files {
        place.file(name, bytes);
        let path = format!("./{name}");
        for args in [
            &["check", &path][..],
            &["export", &path],
            &["status", &path],
            &["status", &path, "submitted"],
            &["get", &path, "kind"],
            &["set", &path, "kind=change"],
        ] {
            let called = place.call(args);
            assert_eq!(called.code, 2, "{args:?}: {}{}", called.out, called.err);
            assert!(called.err.contains(fragment), "{args:?}: {}", called.err);
            assert!(called.out.is_empty(), "{args:?}: {}", called.out);
        }
        assert!(std::fs::read(place.path().join(name)).unwrap() == *bytes, "{name} was touched");
    }
    // Nothing was left beside them.
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), files.len());
}

#[test]
fn a_folder_without_drafts_is_said_to_be_one() {
    let place = Place::new();
    std::fs::create_dir(place.path().join("folder")).unwrap();
    for name in ["folder", "./folder", "."] {
        let called = place.call(&["check", name]);
        assert_eq!(called.code, 2, "{name}");
        assert!(called.err.contains("文件夹里没有草稿"), "{name}: {}", called.err);
        let one = place.call(&["get", name, "kind"]);
        assert!(one.code == 2 && one.err.contains("文件夹"), "{name}: {}", one.err);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_without_waiting() {
    let place = Place::new();
    let zero = place.call(&["check", "/dev/zero"]);
    assert!(zero.code == 2 && zero.err.contains("不是普通文件"), "{}", zero.err);
    let made = std::process::Command::new("mkfifo").arg(place.path().join("pipe.toml")).status();
    if made.is_ok_and(|status| status.success()) {
        let pipe = place.call(&["set", "./pipe.toml", "kind=new"]);
        assert!(pipe.code == 2 && pipe.err.contains("不是普通文件"), "{}", pipe.err);
    }
}

#[cfg(unix)]
#[test]
fn a_draft_nobody_may_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_examples();
    let path = place.draft("example-company");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything is not kept out by a mode.
    if std::fs::read(&path).is_err() {
        let called = place.call(&["check", "example-company"]);
        assert!(called.code == 2 && called.err.contains("权限"), "{}", called.err);
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn an_older_looking_file_without_a_format_is_a_draft() {
    let place = Place::new();
    place.file("bare.toml", "kind = \"new\"\n");
    assert_eq!(place.call(&["check", "./bare.toml"]).code, 1);
}

#[cfg(unix)]
#[test]
fn broken_links_and_empty_names_are_called_what_they_are() {
    use std::os::unix::fs::symlink;
    let place = Place::with_examples();
    symlink("loop.toml", place.path().join("loop.toml")).unwrap();
    symlink("nowhere.toml", place.path().join("dangling.toml")).unwrap();
    for name in ["loop.toml", "./loop.toml", "dangling.toml", "./dangling.toml"] {
        let called = place.call(&["check", name]);
        assert!(called.code == 2 && called.err.contains("失效的符号链接"), "{name}: {}", called.err);
    }
    for name in ["", "  "] {
        let called = place.call(&["check", name]);
        assert!(called.code == 2 && called.err.contains("名称是空的"), "{name:?}: {}", called.err);
    }
    symlink("circle.jpg", place.path().join("drafts/circle.jpg")).unwrap();
    let found = place.json(&["set", "example-company", "subject.certificate.photo=circle.jpg"]);
    let message = found["findings"][0]["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.contains("绕圈"), "{found}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_unicode_are_no_reason_to_panic() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    let place = Place::with_examples();
    let name = OsStr::from_bytes(b"na\xefme.toml");
    std::fs::copy(place.draft("example-individual"), place.path().join("drafts").join(name)).unwrap();
    let run = |args: &[&OsStr]| place.command(&[]).args(args).output().unwrap();
    let json = |args: &[&str], last: &OsStr| {
        let mut all: Vec<OsString> = args.iter().map(OsString::from).collect();
        all.push(last.to_owned());
        all.extend(["--format".into(), "json".into()]);
        let output = run(&all.iter().map(OsString::as_os_str).collect::<Vec<_>>());
        let text = String::from_utf8(output.stdout).unwrap();
        serde_json::from_str::<serde_json::Value>(&text)
            .unwrap_or_else(|error| panic!("{args:?} {error}: {text}{}", String::from_utf8_lossy(&output.stderr)))
    };
    assert_eq!(place.json(&["list"]).as_array().unwrap().len(), 3);
    assert!(json(&["check"], name).is_array());
    assert!(json(&["status"], OsStr::from_bytes(b"na\xefme"))["draft"].as_str().unwrap().contains('\u{fffd}'));
    assert!(json(&["export", "example-individual", "-o"], OsStr::from_bytes(b"p\xef.zip"))["package"].is_string());
    assert!(json(&["new"], OsStr::from_bytes(b"new\xef"))["drafts"][0].is_string());
    let set = run(&[OsStr::new("set"), name, OsStr::new("kind=change"), OsStr::new("--format=json")]);
    assert_eq!(set.status.code(), Some(0), "{}", String::from_utf8_lossy(&set.stderr));
}

#[test]
fn json_carries_nothing_that_steers_a_terminal() {
    let place = Place::new();
    place.file(
        "evil.toml",
        "format = 1\nkind = \"new\"\n[mini_program]\nname = \"a\\u009b\\u202e\\u200b\\u2028\\ufeff\\u007fb\"\n",
    );
    for args in [&["get", "./evil.toml", "mini_program.name"][..], &["check", "./evil.toml"], &["status", "./evil.toml"]] {
        let out = place.call(&[args, &["--format", "json"]].concat()).out;
        let raw = ['\u{7f}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{2028}', '\u{feff}'];
        assert!(!out.contains(raw) && serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{args:?}: {out:?}");
    }
}

#[test]
fn a_megabyte_of_nonsense_is_checked_at_once() {
    let place = Place::new();
    let start = "format = 1\nkind = \"new\"\n[subject]\nnature = 4\n[mini_program]\n";
    let numbers = format!("{start}service_contents = [{}]\n", "1,".repeat(500_000));
    let paths: Vec<String> = (0..100_000).map(|n| format!("\"{n}\"")).collect();
    let paths = format!("{start}[materials]\ncommitment_letter = [{}]\n", paths.join(","));
    let rows = format!("{start}prior_approvals = [{}]\n", "{kind=1},".repeat(19_000));
    for (name, text) in [("numbers.toml", numbers), ("paths.toml", paths), ("rows.toml", rows)] {
        assert!(text.len() < 1 << 20 && text.len() > 150_000, "{name} {}", text.len());
        place.file(name, text);
        let start = std::time::Instant::now();
        let found = place.json(&["check", &format!("./{name}")]);
        let list = found.as_array().unwrap();
        assert!(list.len() < 200, "{name}: {}", list.len());
        // An optimised build takes a tenth of this.
        assert!(start.elapsed().as_secs() < 10, "{name}: {:?}", start.elapsed());
    }
}

/// A PNG of one chunk too few, whose header promises very many pixels.
fn huge_png() -> Vec<u8> {
    let chunk =
        |name: &[u8; 4], content: &[u8], sum: [u8; 4]| [&(content.len() as u32).to_be_bytes()[..], name, content, &sum].concat();
    let header = chunk(b"IHDR", b"\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0", [0; 4]);
    [b"\x89PNG\r\n\x1a\n".to_vec(), header, chunk(b"IDAT", b"", [0; 4]), chunk(b"IEND", b"", [0; 4])].concat()
}

#[test]
fn a_scan_that_nobody_looked_into_is_never_exported() {
    let place = Place::with_examples();
    std::fs::write(place.path().join("drafts/huge.png"), huge_png()).unwrap();
    place.ok(&["set", "example-company", "subject.certificate.photo=huge.png"]);
    let refused = place.call(&["export", "example-company", "-o", "p.zip"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.out.contains("picture-has-too-many-pixels") && !place.path().join("p.zip").exists(), "{}", refused.out);
}

#[test]
fn values_can_come_from_standard_input_and_only_set_scans_are_looked_at() {
    let place = Place::with_examples();
    let lines = "owner.certificate.number=11010119900307\n\nsubject.remark=来自标准输入=的\r\n";
    let set = place.fed(&["set", "example-company", "--force", "-", "owner.mobile=13012340009"], lines.as_bytes());
    assert_eq!(set.code, 0, "{}", set.err);
    assert_eq!(place.ok(&["get", "example-company", "owner.certificate.number"]).trim(), "11010119900307");
    assert_eq!(place.ok(&["get", "example-company", "subject.remark"]).trim(), "来自标准输入=的");
    assert_eq!(place.ok(&["get", "example-company", "owner.mobile"]).trim(), "13012340009");
    for (input, code) in [(&b"no-value\n"[..], 2), (b"\xff\xfe=\n", 2), (&[b'x'; 1_100_000], 2), (b"", 0)] {
        assert_eq!(place.fed(&["set", "example-company", "-"], input).code, code);
    }
    // A pipe in a scan's place would be waited for for ever, a missing scan be complained about.
    std::fs::remove_file(place.path().join("drafts/scans/owner-id-front.jpg")).unwrap();
    let found = |field: &str| place.json(&["set", "example-company", field])["findings"].as_array().unwrap().len();
    assert_eq!(found("owner.mobile=13012340004"), 0);
    assert!(found("owner.certificate.front=scans/owner-id-front.jpg") > 0);
}

#[test]
fn what_was_deleted_is_listed_restored_and_purged() {
    let place = Place::with_examples();
    assert!(place.ok(&["trash"]).contains("没有已删除的草稿"));
    let bin = place.path().join("drafts/.trash");
    std::fs::create_dir(&bin).unwrap();
    let stamp = |days: i64| (chrono::Utc::now() - chrono::TimeDelta::days(days)).format("%Y%m%dT%H%M%SZ").to_string();
    let text = std::fs::read(place.draft("example-company")).unwrap();
    for name in
        [format!("{}-店.toml", stamp(1)), format!("{}.2-店.toml", stamp(1)), format!("{}-旧.toml", stamp(31)), "mine.txt".into()]
    {
        std::fs::write(bin.join(name), &text).unwrap();
    }
    assert_eq!(place.json(&["trash"]).as_array().unwrap().len(), 3, "a day given by hand deletes nothing");
    let listed = place.command(&["trash"]).env_remove("BEIAN_TODAY").output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.contains("店") && !listed.contains("旧") && listed.contains(".trash") && listed.contains("30"), "{listed}");
    assert_eq!(place.json(&["trash"]).as_array().unwrap().len(), 2);
    assert!(place.ok(&["trash", "--restore", "店"]).contains("店.toml"));
    assert!(place.draft("店").exists());
    assert_eq!(place.call(&["trash", "--restore", "旧"]).code, 2);
    assert!(place.ok(&["trash", "--empty"]).contains('1'));
    let left: Vec<_> = std::fs::read_dir(&bin).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["mine.txt"]);
}
