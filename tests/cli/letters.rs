//! `beian letters` and `beian fill`.

use std::fs;

use super::Place;

#[test]
fn letters_are_written_and_written_again() {
    let place = Place::with_examples();
    let out = place.ok(&["letters", "example-company", "-o", "here"]);
    let names: Vec<&str> = out.lines().filter_map(|line| line.rsplit('/').next()).collect();
    for name in ["主体负责人授权书.html", "小程序负责人授权书.html", "互联网信息服务备案承诺书.html"]
    {
        assert!(names.contains(&name), "{out}");
    }
    let first = fs::read(place.path().join("here/主体负责人授权书.html")).unwrap();
    assert_eq!(place.ok(&["letters", "example-company", "-o", "here"]), out);
    assert_eq!(fs::read(place.path().join("here/主体负责人授权书.html")).unwrap(), first);
    let json = place.json(&["letters", "example-company", "-o", "here"]);
    assert_eq!(json["letters"][0]["field"], "responsible_person.authorization_letter");
    // A file that somebody else made stays, and so do all others.
    fs::write(place.path().join("here/情况说明.html"), "mine").unwrap();
    fs::remove_file(place.path().join("here/主体负责人授权书.html")).unwrap();
    let refused = place.call(&["letters", "example-company", "-o", "here"]);
    assert!(refused.code == 2 && refused.err.contains("情况说明.html") && refused.err.contains("--force"), "{}", refused.err);
    assert!(!place.path().join("here/主体负责人授权书.html").exists());
    place.ok(&["letters", "example-company", "-o", "here", "--force"]);
    assert!(fs::read_to_string(place.path().join("here/情况说明.html")).unwrap().contains("beian"));
}

#[test]
fn a_filing_without_letters_gets_none() {
    let place = Place::with_examples();
    place.call(&["set", "example-individual", "kind=deregister"]);
    assert_eq!(place.ok(&["letters", "example-individual"]), "这次备案不需要函件。\n");
    assert!(!place.path().join("example-individual-letters").exists());
}

#[test]
fn what_is_wrong_with_ids_is_named_with_a_remedy() {
    let place = Place::with_examples();
    place.ok(&["export", "example-individual", "-o", "p.zip"]);
    let all = r#""materials/04-互联网信息服务备案承诺书.jpg": "A", "materials/03-居住证明.jpg": "B", "materials/02-身份证国徽面.jpg": "C""#;
    let front = r#""materials/01-身份证人像面.jpg": "D""#;
    for (ids, said) in [
        (format!("{{{all}}}"), "还没有 media_id：materials/01-身份证人像面.jpg"),
        (format!("{{{all}, {front}, \"x.jpg\": \"E\"}}"), "没有用到：x.jpg"),
        (format!("{{{all}, {front}, {front}}}"), "materials/01-身份证人像面.jpg 出现了两次"),
        (format!("{{{all}, \"materials/01-身份证人像面.jpg\": \"C\"}}"), "media_id 相同"),
        ("{".to_owned(), "第 1 行第 1 列"),
        ("\u{1b}[31m".to_owned(), "第 1 行"),
    ] {
        place.file("ids.json", &ids);
        let called = place.call(&["fill", "p.zip", "--media", "ids.json"]);
        assert!(called.code == 2 && called.out.is_empty() && called.err.contains(said), "{ids}: {}", called.err);
        assert!(called.err.lines().count() > 1 && !called.err.contains('\u{1b}'), "{}", called.err);
    }
    let ids = format!("{{{all}, {front}}}");
    let printed = place.fed(&["fill", "p.zip", "--media", "-", "--task", "T-1"], ids.as_bytes());
    assert!(printed.code == 0 && printed.out.contains("\"certificate_photo_front\": \"D\""), "{}", printed.err);
    place.file("ids.json", &ids);
    let untold = place.call(&["fill", "p.zip", "--media", "ids.json"]);
    assert!(untold.code == 2 && untold.err.contains("--task"), "{}", untold.err);
    place.ok(&["fill", "p.zip", "--media", "ids.json", "--task", "T-1", "-o", "body.json"]);
    assert_eq!(fs::read_to_string(place.path().join("body.json")).unwrap(), printed.out);
    for (output, said) in [("body.json", "已经存在"), ("p.zip", "不能覆盖"), ("ids.json", "不能覆盖")] {
        let called = place.call(&["fill", "p.zip", "--media", "ids.json", "--task", "T-1", "-o", output]);
        assert!(called.code == 2 && called.err.contains(said), "{}", called.err);
    }
    // However many names are wrong, what is said of them stays readable.
    let many: Vec<String> = (0..20_000).map(|n| format!("\"materials/{n:050}.jpg\": \"I{n}\"")).collect();
    place.file("many.json", format!("{{{}}}", many.join(",")).chars().take(1_000_000).collect::<String>());
    let told = place.call(&["fill", "p.zip", "--media", "many.json"]);
    assert!(told.code == 2 && told.err.len() < 4_000, "{}", told.err.len());
}

#[test]
fn notes_are_exported_on_request() {
    let place = Place::with_examples();
    for (flag, there) in [(None, false), (Some("--with-notes"), true)] {
        let args: Vec<&str> = ["export", "example-individual", "-o", "p.zip"].into_iter().chain(flag).collect();
        place.ok(&args);
        let mut zip = zip::ZipArchive::new(fs::File::open(place.path().join("p.zip")).unwrap()).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name("filing.toml").unwrap(), &mut text).unwrap();
        assert_eq!(text.contains("filed_before = false"), there, "{text}");
        fs::remove_file(place.path().join("p.zip")).unwrap();
    }
}

/// Where scans lie on one's own machine is nobody else's business, in no file of the package and no sentence of its pages.
#[test]
fn no_path_of_this_machine_leaves_in_a_package() {
    let place = Place::with_examples();
    for draft in ["example-individual", "example-company"] {
        let front = place.ok(&["get", draft, "responsible_person.certificate.front"]);
        let folder = place.path().join("drafts");
        let absolute = folder.join(front.trim()).display().to_string();
        place.ok(&["set", draft, &format!("responsible_person.certificate.front={absolute}")]);
        let text = fs::read_to_string(folder.join(draft).with_extension("toml")).unwrap();
        // Written as it was typed, as whoever moves scans about has it.
        let text = text.replace(&format!("\"{}\"", front.trim()), &format!("\"{absolute}\""));
        fs::write(folder.join(draft).with_extension("toml"), &text).unwrap();
        assert!(text.contains(&absolute), "{text}");
        place.ok(&["export", draft, "-o", "p.zip"]);
        let mut zip = zip::ZipArchive::new(fs::File::open(place.path().join("p.zip")).unwrap()).unwrap();
        for index in 0..zip.len() {
            let mut bytes = Vec::new();
            let mut file = zip.by_index(index).unwrap();
            std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            let local = place.path().to_string_lossy();
            assert!(!text.contains(&*local), "{index} names {local}: {text}");
        }
        fs::remove_file(place.path().join("p.zip")).unwrap();
    }
}

#[test]
fn the_checklist_is_a_page_of_a_draft_with_errors_too() {
    let place = Place::with_examples();
    place.call(&["set", "example-company", "--force", "owner.mobile=1"]);
    let printed = place.ok(&["checklist", "example-company", "-o", "-"]);
    assert!(printed.starts_with("<!DOCTYPE html>") && printed.contains("提交前还要看一眼"), "{printed}");
    let path = place.ok(&["checklist", "example-company"]);
    assert!(path.ends_with("example-company-checklist.html\n"), "{path}");
    assert_eq!(fs::read_to_string(path.trim()).unwrap(), printed);
    fs::write(path.trim(), "mine").unwrap();
    assert_eq!(place.call(&["checklist", "example-company"]).code, 2);
}

#[test]
fn what_lies_outside_a_strange_drafts_folder_is_asked_about_before_it_is_read() {
    let place = Place::with_examples();
    let scans = place.path().join("drafts/scans");
    let strange = place.path().join("strange");
    fs::create_dir_all(&strange).unwrap();
    let text = fs::read_to_string(place.draft("example-individual")).unwrap().replace("\"scans/", "\"../drafts/scans/");
    fs::write(strange.join("filing.toml"), text).unwrap();
    assert!(scans.is_dir());
    let refused = place.call(&["export", "strange/filing.toml", "-o", "p.zip"]);
    assert!(refused.code == 2 && refused.err.contains("--allow-outside"), "{}", refused.err);
    assert!(
        refused.err.contains("responsible_person.certificate.front ../drafts/scans/individual-id-front.jpg"),
        "{}",
        refused.err
    );
    assert!(!place.path().join("p.zip").exists());
    let prepared = place.call(&["materials", "prepare", "strange/filing.toml"]);
    assert!(prepared.code == 2 && prepared.err.contains("--allow-outside"), "{}", prepared.err);
    place.ok(&["materials", "prepare", "strange/filing.toml", "--allow-outside"]);
    place.ok(&["export", "strange/filing.toml", "-o", "p.zip", "--allow-outside"]);
    // Nothing is asked about what lies in the draft's folder, nor about the user's own drafts.
    place.ok(&["set", "example-individual", "subject.residence_permit=../strange/permit.jpg"]);
    fs::copy(scans.join("residence-permit.jpg"), strange.join("permit.jpg")).unwrap();
    place.ok(&["export", "example-individual", "-o", "q.zip"]);
}

/// A place that cannot be written and a file that cannot be read are wrong use, with a remedy, whatever the command.
#[test]
fn a_wrong_place_is_wrong_use_with_a_remedy() {
    let place = Place::with_examples();
    place.ok(&["export", "example-individual", "-o", "p.zip"]);
    place.file("file", "x");
    fs::create_dir(place.path().join("folder")).unwrap();
    let ids = place.file("ids.json", "{}");
    for args in [
        &["letters", "example-company", "-o", "file"][..],
        &["letters", "example-company", "-o", "file/in"],
        &["show", "example-company", "-o", "no/such/sheet.txt"],
        &["checklist", "example-company", "-o", "no/such/list.html"],
        &["export", "example-individual", "-o", "no/such/p.zip"],
        &["fill", "nothing.zip"],
        &["fill", "folder"],
        &["fill", "p.zip", "--media", "nothing.json"],
        &["status", "example-company", "--import", "nothing.json"],
        &["new", "--from", "nothing.zip", "--kind", "change"],
    ] {
        let called = place.call(args);
        assert!(called.code == 2 && called.err.lines().count() > 1, "{args:?}: {} {}", called.code, called.err);
        assert!(!called.err.contains("os error"), "{args:?}: {}", called.err);
        let about_drafts = called.err.contains("beian list");
        assert!(!about_drafts || args[0] == "new", "{args:?}: {}", called.err);
    }
    assert!(ids.exists());
}

/// One rule for whatever reads the files of a draft: those outside its folder are named, and not read until that was allowed once.
#[cfg(unix)]
/// What is made of a strange draft in one's own folder, where nothing is asked, must not read what that draft may not.
#[test]
fn a_strange_draft_gets_no_file_read_by_way_of_a_copy() {
    let place = Place::with_examples();
    let strange = place.path().join("strange");
    std::fs::create_dir_all(&strange).unwrap();
    std::fs::create_dir_all(place.path().join("private")).unwrap();
    std::fs::copy(place.path().join("drafts/scans/name-change.jpg"), place.path().join("private/mine.jpg")).unwrap();
    let text = std::fs::read_to_string(place.draft("example-company")).unwrap();
    let text = text.replace("\"scans/name-change.jpg\"", "\"../private/mine.jpg\"");
    assert!(text.contains("../private/mine.jpg"));
    let scans = place.path().join("drafts/scans").display().to_string();
    let text = text.replace("\"scans/", &format!("\"{scans}/"));
    std::fs::write(strange.join("theirs.toml"), text).unwrap();
    for event in ["submitted", "platform-passed", "sms-received", "sms-verified"] {
        place.ok(&["status", "strange/theirs.toml", event, "--at", "2026-11-18 10:00"]);
    }
    place.ok(&["status", "strange/theirs.toml", "bureau-passed", "--number", "蜀ICP备2026000001号-1X"]);
    let ways: [&[&str]; 3] = [
        &["copy", "strange/theirs.toml", "drafts/copied.toml"],
        &["new", "--from", "strange/theirs.toml", "--kind", "additional", "drafts/more.toml"],
        &["rename", "strange/theirs.toml", "drafts/moved.toml"],
    ];
    for way in ways {
        let refused = place.call(way);
        assert!(refused.code == 2 && refused.err.contains("mine.jpg"), "{way:?}: {}", refused.err);
        assert!(!place.path().join(way[way.len() - 1]).exists(), "{way:?}");
    }
    place.call(&["check", "strange/theirs.toml", "--allow-outside"]);
    for way in ways {
        let done = place.call(way);
        assert_eq!(done.code, 0, "{way:?}: {}", done.err);
    }
}

#[test]
fn nothing_outside_a_strange_drafts_folder_is_read_before_that_was_allowed() {
    let place = Place::with_examples();
    let strange = place.path().join("strange");
    fs::create_dir_all(&strange).unwrap();
    let text = fs::read_to_string(place.draft("example-individual")).unwrap().replace("\"scans/", "\"../drafts/scans/");
    fs::write(strange.join("filing.toml"), &text).unwrap();
    let unread = |args: &[&str]| place.call(args).out.matches("没有读取").count();
    assert!(unread(&["check", "strange/filing.toml"]) >= 4);
    assert!(unread(&["check", "strange/filing.toml", "example-company"]) >= 4);
    let shown = place.ok(&["show", "strange/filing.toml", "--format", "html"]);
    assert!(!shown.contains("data:image/jpeg"), "no thumbnail of what was not read");
    // A folder that is named for one call is nobody's own.
    let listed = place.json(&["list", "--drafts-dir", "strange"]);
    assert!(listed[0]["findings"]["error"].as_u64().is_some_and(|errors| errors >= 4), "{listed}");
    assert_eq!(place.call(&["export", "strange/filing.toml"]).code, 2);
    // Said once, it is kept in mind, for this draft and these files.
    assert_eq!(place.ok(&["check", "strange/filing.toml", "--allow-outside"]).matches("没有读取").count(), 0);
    assert_eq!(unread(&["check", "strange/filing.toml"]), 0);
    assert!(place.ok(&["show", "strange/filing.toml", "--format", "html"]).contains("data:image/jpeg"));
    place.ok(&["export", "strange/filing.toml", "-o", "p.zip"]);
    fs::write(strange.join("other.toml"), &text).unwrap();
    assert!(unread(&["check", "strange/other.toml"]) >= 4);
    // What is set here was chosen here.
    let scan = place.path().join("drafts/scans/individual-id-front.jpg");
    let set = format!("responsible_person.certificate.front={}", scan.display());
    let set = place.call(&["set", "strange/other.toml", &set]);
    assert!(set.code == 0 && !set.out.contains("没有读取"), "{}", set.out);
}

/// What the system makes up, pipes and devices are no scans, whoever names them.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_neither_blocks_nor_is_read() {
    let place = Place::with_examples();
    let pipe = place.path().join("drafts/pipe.jpg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    std::os::unix::fs::symlink("/proc/self/environ", place.path().join("drafts/link.jpg")).unwrap();
    for path in ["pipe.jpg", "link.jpg", "/proc/self/environ", "/dev/zero", "/dev/stdin"] {
        place.call(&["set", "example-individual", &format!("responsible_person.certificate.front={path}")]);
        let checked = place.call(&["check", "example-individual"]);
        assert!(checked.code == 1 && checked.out.contains("不是普通文件"), "{path}: {}", checked.out);
        assert_eq!(place.call(&["export", "example-individual", "--allow-outside"]).code, 1, "{path}");
    }
}

/// What the zip calls its files: marked as UTF-8, and names on Windows, macOS and Linux alike.
#[test]
fn names_in_a_package_hold_on_every_system() {
    let place = Place::with_examples();
    for (flag, is_ascii) in [(None, false), (Some("--ascii-names"), true)] {
        let args: Vec<&str> = ["export", "example-company", "--force", "-o", "p.zip"].into_iter().chain(flag).collect();
        place.ok(&args);
        let bytes = fs::read(place.path().join("p.zip")).unwrap();
        let number = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
        // The entries of the central directory: flags at 8, the length of the name at 28, the name at 46.
        let entries = (0..bytes.len() - 46).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02"));
        let names: Vec<(usize, String)> = entries
            .map(|at| (number(at + 8), String::from_utf8(bytes[at + 46..at + 46 + number(at + 28)].to_vec()).unwrap()))
            .collect();
        assert!(names.len() > 15, "{names:?}");
        for (flags, name) in &names {
            assert!(name.is_ascii() || flags & 0x800 != 0, "{name} is not marked as UTF-8");
            assert!(!is_ascii || !name.starts_with("materials/") || name.is_ascii(), "{name}");
            for part in name.split('/') {
                assert!(!part.is_empty() && part.len() < 255 && !part.ends_with(['.', ' ']), "{name}");
                assert!(!part.contains([':', '*', '?', '<', '>', '|', '"', '\\']), "{name}");
                assert!(!part.chars().any(char::is_control), "{name}");
            }
        }
        assert!(is_ascii || names.iter().any(|(_, name)| name == "materials/01-营业执照.jpg"), "{names:?}");
    }
}
