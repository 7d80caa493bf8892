//! `beian letters` and `beian fill`.

use std::fs;

use super::Place;

#[test]
fn letters_are_written_and_written_again() {
    let place = Place::with_examples();
    let out = place.ok(&["letters", "example-company", "-o", "here"]);
    let names: Vec<&str> = out.lines().filter_map(|line| line.rsplit('/').next()).collect();
    for name in ["主体负责人授权书.html", "小程序负责人授权书.html", "互联网信息服务承诺书.html"] {
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
    assert!(!place.path().join("三餐小账-letters").exists());
}

#[test]
fn what_is_wrong_with_ids_is_named_with_a_remedy() {
    let place = Place::with_examples();
    place.ok(&["export", "example-individual", "-o", "p.zip"]);
    let all =
        r#""materials/04-互联网信息服务承诺书.jpg": "A", "materials/03-居住证明.jpg": "B", "materials/02-身份证国徽面.jpg": "C""#;
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
    let printed = place.fed(&["fill", "p.zip", "--media", "-"], ids.as_bytes());
    assert!(printed.code == 0 && printed.out.contains("\"certificate_photo_front\": \"D\""), "{}", printed.err);
    place.file("ids.json", &ids);
    place.ok(&["fill", "p.zip", "--media", "ids.json", "-o", "body.json"]);
    assert_eq!(fs::read_to_string(place.path().join("body.json")).unwrap(), printed.out);
    for (output, said) in [("body.json", "已经存在"), ("p.zip", "不能覆盖"), ("ids.json", "不能覆盖")] {
        let called = place.call(&["fill", "p.zip", "--media", "ids.json", "-o", output]);
        assert!(called.code == 2 && called.err.contains(said), "{}", called.err);
    }
    assert_eq!(place.call(&["fill", "nothing.zip"]).code, 3);
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

#[test]
fn the_checklist_is_a_page_of_a_draft_with_errors_too() {
    let place = Place::with_examples();
    place.call(&["set", "example-company", "owner.mobile=1"]);
    let printed = place.ok(&["checklist", "example-company", "-o", "-"]);
    assert!(printed.starts_with("<!DOCTYPE html>") && printed.contains("提交前还要看一眼"), "{printed}");
    let path = place.ok(&["checklist", "example-company"]);
    assert!(path.ends_with("虚构音乐厅-checklist.html\n"), "{path}");
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
