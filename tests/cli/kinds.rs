//! Changes and deregistrations from the command line: from what is filed to the package.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::Place;

pub const NUMBER: &str = "蜀ICP备2026000001号-1X";

/// What the filed company says of its mini-program.
const REMARK_IS: &str =
    "mini_program.remark=面向公司的客户和员工，提供虚构产品的使用说明、故障报修登记、处理进度查询和满意度回访，内容由公司维护。";

/// A place in which the company of the examples is filed, as `filed`.
pub fn filed() -> Place {
    let place = Place::with_examples();
    std::fs::copy(place.draft("example-company"), place.draft("filed")).unwrap();
    let settings = [
        "responsible_person.is_legal_person=yes",
        "owner.same_as_responsible_person=yes",
        "owner.administrator=测试丙",
        "subject.name=虚构科技有限公司",
        "subject.remark=",
        "answers.renamed=no",
        "materials.applets_other_materials=",
        "materials.business_name_change_letter=",
        "materials.commitment_letter=",
        "mini_program.name=虚构助手",
        "mini_program.service_contents=161",
        "mini_program.prior_approvals=24",
        REMARK_IS,
    ];
    place.ok(&[&["set", "filed"][..], &settings[..]].concat());
    for (event, at) in [
        ("submitted", "2026-09-21 09:00"),
        ("platform-passed", "2026-09-22 09:00"),
        ("sms-received", "2026-09-22 11:00"),
        ("sms-verified", "2026-09-22 12:00"),
    ] {
        place.ok(&["status", "filed", event, "--at", at]);
    }
    place.ok(&["status", "filed", "bureau-passed", "--at", "2026-09-30 09:00", "--number", NUMBER]);
    place
}

#[test]
fn the_package_of_what_is_on_record_is_for_reference() {
    let place = filed();
    for (lang, said, nothing, face) in [
        ("zh-CN", "只供查阅", "没有要提交的", "人脸核身，放在最后做"),
        ("en", "is for reference", "nothing is to be submitted", "The face check, last of all"),
    ] {
        let told = place.ok(&["export", "filed", "--lang", lang, "--force", "-o", "out.zip"]);
        assert!(told.contains(said), "{told}");
        let files = entries(&place.path().join("out.zip"));
        let page = String::from_utf8_lossy(&files["checklist.html"]).into_owned();
        assert!(page.contains(nothing) && !page.contains(face), "{page}");
    }
    // What is not on record yet is to be submitted.
    place.ok(&["status", "filed", "undo"]);
    let told = place.ok(&["export", "filed", "--force", "-o", "out.zip"]);
    assert!(!told.contains("只供查阅"), "{told}");
    let files = entries(&place.path().join("out.zip"));
    let page = String::from_utf8_lossy(&files["checklist.html"]).into_owned();
    assert!(!page.contains("没有要提交的") && page.contains("通管局审核"), "{page}");
}

pub fn entries(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

pub fn json_in(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Json {
    serde_json::from_slice(&files[path]).unwrap()
}

/// Unpacks into a folder and gives the path of the draft in it.
fn unpacked(files: &BTreeMap<String, Vec<u8>>, folder: &Path) -> PathBuf {
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder.join("filing.toml")
}

#[test]
fn an_empty_deregistration_asks_for_what_a_deregistration_takes() {
    let place = Place::new();
    place.ok(&["new", "--kind", "deregister", "--name", "虚构旧店", "old"]);
    let old = place.path().join("old.toml");
    let found: Json = serde_json::from_str(&place.call(&["check", "--format", "json", old.to_str().unwrap()]).out).unwrap();
    let errors: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["severity"] == "error")
        .map(|one| one["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        errors,
        [
            "record.number",
            "mini_program.app_id",
            "deregistration.scope",
            "deregistration.reason",
            "deregistration.code_receiver",
            "deregistration.code_phone"
        ]
    );
    let materials = place.ok(&["materials", "--format", "json", old.to_str().unwrap()]);
    assert_eq!(serde_json::from_str::<Json>(&materials).unwrap()["materials"], json!([]), "{materials}");
}

#[test]
fn a_deregistration_goes_from_the_record_to_its_request() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "注销", "end"]);
    let end = place.path().join("end.toml");
    let end = end.to_str().unwrap();
    place.ok(&["set", end, "deregistration.scope=mini-program", "deregistration.reason=1", "answers.another_filing_runs=no"]);
    let package = place.path().join("out.zip");
    place.ok(&["export", "-o", "out.zip", end]);
    let files = entries(&package);
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["checklist.html", "filing.toml", "manifest.json", "request/POST.md", "request/cancel_icp_filing.json", "sheet.html"]
    );
    assert_eq!(json_in(&files, "request/cancel_icp_filing.json"), json!({ "cancel_type": 2, "reason_type": 1 }));
    let manifest = json_in(&files, "manifest.json");
    assert_eq!(
        json!([manifest["kind"], manifest["app_id"], manifest["number"], manifest["open"]]),
        json!(["deregister", "wx7f6e5d4c3b2a1908", NUMBER, { "placeholders": [], "face_check": false, "questions": [] }])
    );
}

#[test]
fn a_change_sends_its_differences_and_no_application() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "moved"]);
    let moved = place.path().join("moved.toml");
    let moved = moved.to_str().unwrap();
    let nothing = place.call(&["export", moved]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.out.contains("change-changes-nothing"), "{}", nothing.out);
    place.ok(&["set", moved, "responsible_person.mobile=13012340009", "responsible_person.email=bing@example.org"]);
    let expected = json!({
        "sort": "subject",
        "code_receivers": ["responsible_person"],
        "face_check": false,
        "changes": [
            {
                "field": "responsible_person.mobile",
                "path": "icp_subject.principal_info.mobile",
                "also": "icp_applets.principal_info.mobile",
                "old": "13012340003",
                "new": "13012340009",
            },
            {
                "field": "responsible_person.email",
                "path": "icp_subject.principal_info.email",
                "also": "icp_applets.principal_info.email",
                "old": "bing@example.com",
                "new": "bing@example.org",
            },
        ],
    });
    let diff: Json = serde_json::from_str(&place.ok(&["diff", "--format", "json", moved])).unwrap();
    assert_eq!(diff, expected);
    place.ok(&["export", "-o", "out.zip", moved]);
    let files = entries(&place.path().join("out.zip"));
    let but_letters = files.keys().filter(|path| !path.starts_with("letters/"));
    assert_eq!(
        but_letters.collect::<Vec<_>>(),
        ["checklist.html", "deadlines.ics", "filing.toml", "manifest.json", "request/changes.json", "sheet.html"]
    );
    let letters: Vec<&String> = files.keys().filter(|path| path.starts_with("letters/")).collect();
    assert_eq!(letters, ["letters/备案信息变更说明.html"], "nothing about a name that stays");
    assert_eq!(json_in(&files, "request/changes.json"), expected);
    let page = String::from_utf8(files["checklist.html"].clone()).unwrap();
    assert!(page.contains("照填报表") && page.contains("不用上传证件") && !page.contains("changes.json"), "{page}");
}

#[test]
fn what_cannot_be_changed_is_said_to_be_another_filing() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "change", "moved"]);
    let moved = place.path().join("moved.toml");
    let moved = moved.to_str().unwrap();
    let forced = ["set", moved, "--force", "subject.region=440305", "subject.certificate.number=91440300MA0000000H"];
    assert_eq!(place.call(&forced).code, 0);
    let called = place.call(&["check", moved]);
    assert_eq!(called.out.matches("(change-of-what-is-fixed)").count(), 2, "{}", called.out);
    assert!(called.out.contains("先注销原备案"), "{}", called.out);
}

#[test]
fn a_package_opens_again_and_holds_no_local_path() {
    let place = Place::with_examples();
    place.ok(&["export", "--with-notes", "-o", "out.zip", "example-company"]);
    let files = entries(&place.path().join("out.zip"));
    let folder = tempfile::tempdir().unwrap();
    let draft = unpacked(&files, folder.path());
    let text = std::fs::read_to_string(&draft).unwrap();
    assert!(!text.contains("\"scans/") && text.contains("materials/01-营业执照.jpg"), "{text}");
    let before = place.ok(&["check", "--format", "json", "example-company"]);
    let after = place.ok(&["check", "--format", "json", draft.to_str().unwrap()]);
    let rules = |found: &str| -> Vec<String> {
        let found: Json = serde_json::from_str(found).unwrap();
        found.as_array().unwrap().iter().map(|one| format!("{} {}", one["rule"], one["field"])).collect()
    };
    assert_eq!(rules(&before), rules(&after));
}

#[test]
fn a_package_is_a_record_unless_it_was_tampered_with() {
    let place = Place::with_examples();
    place.ok(&["export", "-o", "out.zip", "example-company"]);
    // Packed before there was a number: who knows it says it.
    let refused = place.call(&["new", "--from", "out.zip", "--kind", "change", "no"]);
    assert!(refused.code == 2 && refused.err.contains("--number"), "{}", refused.err);
    place.ok(&["new", "--from", "out.zip", "--kind", "change", "--number", NUMBER, "sound"]);
    let text = std::fs::read_to_string(place.path().join("sound.toml")).unwrap();
    assert!(text.contains("source = \"package\"") && text.contains("[record.subject]"), "{text}");

    let mut files = entries(&place.path().join("out.zip"));
    files.get_mut("filing.toml").unwrap().extend_from_slice(b"# added\n");
    packed(&place.path().join("changed.zip"), &files);
    let called = place.call(&["new", "--from", "changed.zip", "--kind", "change", "no"]);
    assert_eq!(called.code, 2);
    assert!(called.err.contains("filing.toml") && called.err.contains("清单文件"), "{}", called.err);
    assert!(!place.path().join("no.toml").exists());
}

pub fn packed(path: &Path, files: &BTreeMap<String, Vec<u8>>) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn a_package_that_grows_without_end_is_not_read() {
    use sha2::Digest;
    let place = Place::new();
    let blanks = vec![b' '; 40 * 1024 * 1024];
    let sum: String = sha2::Sha256::digest(&blanks).iter().map(|byte| format!("{byte:02x}")).collect();
    let manifest = json!({ "files": [{ "path": "filing.toml", "size": blanks.len(), "sha256": sum }] });
    let files =
        BTreeMap::from([("filing.toml".to_owned(), blanks), ("manifest.json".to_owned(), manifest.to_string().into_bytes())]);
    let path = place.path().join("bomb.zip");
    packed(&path, &files);
    assert!(path.metadata().unwrap().len() < 200_000);
    let called = place.call(&["new", "--from", "bomb.zip", "--kind", "change", "no"]);
    assert!(called.code == 2 && called.err.contains("太大"), "{}", called.err);
    // An entry that nothing lists, such as one put in later.
    let mut more = files.clone();
    more.insert("materials/extra.jpg".to_owned(), b"x".to_vec());
    packed(&path, &more);
    let called = place.call(&["new", "--from", "bomb.zip", "--kind", "change", "no"]);
    assert!(called.code == 2 && called.err.contains("materials/extra.jpg"), "{}", called.err);
}

#[test]
fn an_answer_of_the_platform_is_a_record_whose_masked_values_stay_masked() {
    let place = Place::new();
    let answer = json!({
        "errcode": 0,
        "icp_subject": {
            "base_info": { "type": 4, "name": "虚构科技有限公司", "province": "510000", "city": "510100", "district": "510107",
                "address": "虚构街88号801室", "record_number": "蜀ICP备2026000001号" },
            "organize_info": { "certificate_type": 1, "certificate_number": "91510107MA0000007C",
                "certificate_address": "四川省成都市武侯区虚构街88号801室" },
            "principal_info": { "name": "测*", "mobile": "130****0003", "email": "b***@example.com",
                "certificate_type": 2, "certificate_number": "5101***********92X",
                "certificate_validity_date_start": "20220401", "certificate_validity_date_end": "20420401" },
        },
        "icp_applets": [{
            "base_info": { "appid": "wx7f6e5d4c3b2a1908", "name": "虚构助手", "record_number": NUMBER,
                "service_content_types": [161], "nrlx_details": [{ "type": 24 }], "comment": "面向公司的客户和员工。" },
            "principal_info": { "name": "测*", "mobile": "130****0003", "certificate_number": "5101***********92X" },
        }],
    });
    place.file("answer.json", answer.to_string());
    place.ok(&["new", "--from", "answer.json", "--kind", "change", "masked"]);
    let draft = place.path().join("masked.toml");
    let masked = draft.to_str().unwrap();
    let text = std::fs::read_to_string(&draft).unwrap();
    assert!(text.contains("[record.responsible_person]") && text.contains("mobile = \"130****0003\""), "{text}");
    assert_eq!(place.ok(&["get", masked, "responsible_person.mobile"]).trim(), "");
    assert_eq!(place.ok(&["get", masked, "record.number"]).trim(), NUMBER);
    assert!(place.ok(&["diff", masked]).contains("没有差别"));
    // A number that fits the mask may be the one on record; another one is new.
    place.ok(&["set", masked, "responsible_person.mobile=13012340003"]);
    assert!(place.ok(&["diff", masked]).contains("没有差别"));
    place.ok(&["set", masked, "responsible_person.mobile=13912340003"]);
    assert!(place.ok(&["diff", masked]).contains("- 130****0003"));
}

#[test]
fn what_is_no_record_is_refused_with_its_place() {
    let place = Place::with_examples();
    place.file("deep.json", format!("{{\"a\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000)));
    place.file("cut.json", "{\"icp_subject\": {\"base_info\"");
    place.file("other.json", "{\"errcode\": 0, \"status\": 6}");
    place.file("refused.json", "{\"errcode\": 40001, \"errmsg\": \"invalid credential\"}");
    place.file("large.json", format!("{{{}", " ".repeat(9 * 1024 * 1024)));
    place.file("broken.zip", b"PK\x03\x04 and nothing else");
    place.file("words.txt", "not a draft");
    place.file(
        "nothing.json",
        "{\"errcode\":0,\"icp_subject\":{},\"icp_applets\":{\"base_info\":{\"service_content_types\":[3]}}}",
    );
    place.file("empty.toml", "");
    place.file("latin.toml", b"name = \"\xe9\"");
    place.file("large.toml", "#".repeat(50 * 1024 * 1024));
    place.file("deep.toml", format!("a = {}1{}", "[".repeat(10_000), "]".repeat(10_000)));
    std::fs::create_dir(place.path().join("folder")).unwrap();
    for (file, fragment) in [
        ("nothing.json", "没有任何备案信息"),
        ("empty.toml", "empty.toml"),
        ("latin.toml", "UTF-8"),
        ("large.toml", "字节"),
        ("deep.toml", "deep.toml"),
        ("folder", "文件夹"),
        ("deep.json", "get_online_icp_order"),
        ("cut.json", "get_online_icp_order"),
        ("other.json", "icp_subject"),
        ("refused.json", "40001"),
        ("large.json", "字节"),
        ("broken.zip", "备案包"),
        ("words.txt", "words.txt"),
        ("example-company", "还没有通过"),
        ("nowhere", "nowhere"),
    ] {
        let called = place.call(&["new", "--from", file, "--kind", "change", "no"]);
        assert_eq!(called.code, 2, "{file}: {}{}", called.out, called.err);
        assert!(called.err.contains(fragment) && called.err.lines().count() > 1, "{file}: {}", called.err);
        let english = place.call(&["--lang", "en", "new", "--from", file, "--kind", "change", "no"]);
        let is_english = |c: char| !('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(english.code == 2 && english.err.replace("备案", "").chars().all(is_english), "{file}: {}", english.err);
        assert!(!place.path().join("no.toml").exists(), "{file}");
    }
    let called = place.call(&["new", "--kind", "renew", "no"]);
    assert!(called.code == 2 && called.err.contains("new, change, deregister, additional"), "{}", called.err);
}

#[test]
fn a_word_that_is_no_kind_is_reported_with_the_words_there_are() {
    let place = Place::with_examples();
    let said = place.ok(&["set", "example-company", "kind=xyz", "--force"]);
    assert!(said.contains("「xyz」不在可选的几项里：new, change, deregister"), "{said}");
}

#[test]
fn one_more_mini_program_has_the_subject_and_nothing_of_the_other_filing() {
    let place = filed();
    let made = place.call(&["new", "--from", "filed", "--name", "虚构商城", "second"]);
    assert_eq!((made.code, made.out.lines().count()), (0, 1), "{}", made.err);
    for said in
        ["取自备案记录", "服务内容类型、前置审批、小程序备注、小程序负责人同主体负责人", "要填：AppID", "不带：本人的回答"]
    {
        assert!(made.err.contains(said), "{}", made.err);
    }
    let second = place.path().join("second.toml");
    let second = second.to_str().unwrap();
    for (field, value) in [
        ("subject.name", "虚构科技有限公司"),
        ("responsible_person.mobile", "13012340003"),
        ("answers.filed_before", "yes"),
        ("mini_program.name", "虚构商城"),
        ("mini_program.app_id", ""),
        ("mini_program.service_contents", "161"),
        ("mini_program.prior_approvals", "24"),
        ("mini_program.remark", REMARK_IS.split_once('=').unwrap().1),
        ("owner.same_as_responsible_person", "yes"),
        ("owner.name", ""),
        ("owner.authorization_letter", ""),
        ("owner.administrator", ""),
        ("owner.face_check.task_id", ""),
        ("answers.name_is_unique", ""),
        ("subject.certificate.photo", "drafts/scans/business-licence.jpg"),
    ] {
        assert_eq!(place.ok(&["get", second, field]).trim(), value, "{field}");
    }
    let found: Json = serde_json::from_str(&place.call(&["check", "--format", "json", second]).out).unwrap();
    let fields = found.as_array().unwrap().iter().filter(|one| one["severity"] == "error").map(|one| one["field"].clone());
    assert_eq!(fields.collect::<Vec<_>>(), ["mini_program.app_id"]);
}

/// Whoever answers for the first mini-program is offered for the next one, and the answer says so.
#[test]
fn one_more_mini_program_has_the_contact_of_the_filed_one_where_that_is_another_person() {
    let place = filed();
    let settings = ["owner.same_as_responsible_person=no", "mini_program.prior_approvals=23:川网许0001号:scans/permit.jpg"];
    assert_eq!(place.call(&[&["set", "--force", "filed"][..], &settings[..]].concat()).code, 0);
    assert_eq!(place.call(&["new", "--from", "filed", "second"]).code, 0);
    for field in ["name", "mobile", "emergency_phone", "email", "certificate.number", "certificate.valid_until"] {
        let field = format!("owner.{field}");
        let (first, second) = (place.ok(&["get", "filed", &field]), place.ok(&["get", "./second.toml", &field]));
        assert!(!first.trim().is_empty() && first == second, "{field}: {first} {second}");
    }
    for (field, value) in [
        ("owner.same_as_responsible_person", "no"),
        ("owner.certificate.front", "drafts/scans/owner-id-front.jpg"),
        ("owner.authorization_letter", ""),
        ("owner.administrator", ""),
        ("owner.face_check.task_id", ""),
    ] {
        assert_eq!(place.ok(&["get", "./second.toml", field]).trim(), value, "{field}");
    }
    let rows = place.json(&["get", "./second.toml", "mini_program.prior_approvals"]);
    assert!(rows.to_string().contains("drafts/scans/permit.jpg"), "the paper lies where it lay: {rows}");
}

/// What is filed is changed by a filing of its own: every command that writes values says so and writes nothing.
#[test]
fn no_command_edits_what_is_filed_unless_it_is_forced() {
    let place = filed();
    let path = place.draft("filed");
    place.ok(&["set", "--force", "filed", "subject.address=四川省成都市武侯区虚构街88号示例中心8层801室"]);
    let text = || std::fs::read_to_string(&path).unwrap();
    let before = text();
    let refused = place.call(&["set", "filed", "responsible_person.mobile=13012340077", "subject.name=甲公司"]);
    assert_eq!((refused.code, text() == before), (2, true), "{}", refused.err);
    for said in ["filed.toml", "responsible_person.mobile", "subject.name", "beian new --from", "--kind change", "--force"] {
        assert!(refused.err.contains(said), "{said}: {}", refused.err);
    }
    // The same value again is no edit, and what is no part of a filing may be edited.
    place.ok(&["set", "filed", "responsible_person.mobile=13012340003", "published=yes"]);
    let before = text();
    let checked = place.call(&["check", "filed", "--fix"]);
    assert!(checked.out.contains("这份备案已经通过，没有修改：主体 · 通讯地址"), "{}", checked.out);
    assert_eq!(text(), before);
    place.call(&["check", "filed", "--fix", "--force"]);
    assert_eq!(place.ok(&["get", "filed", "subject.address"]).trim(), "虚构街88号示例中心8层801室");
    place.ok(&["set", "filed", "--force", "responsible_person.mobile=13012340077"]);
    assert_eq!(place.ok(&["get", "filed", "responsible_person.mobile"]).trim(), "13012340077");
}

/// What is under review is judged as it was submitted: nobody there hears of an edit.
#[test]
fn no_command_edits_what_is_under_review_unless_it_is_forced() {
    let place = Place::with_examples();
    std::fs::copy(place.draft("example-company"), place.draft("sent")).unwrap();
    place.ok(&["set", "sent", "responsible_person.mobile=13012340003"]);
    let text = || std::fs::read_to_string(place.draft("sent")).unwrap();
    for event in ["submitted", "platform-passed", "sms-received", "sms-verified"] {
        place.call(&["status", "sent", event]);
        let before = text();
        let refused = place.call(&["set", "sent", "responsible_person.mobile=13012340077"]);
        assert_eq!((refused.code, text() == before), (2, true), "{event}: {}", refused.err);
        for said in ["正在审核", "responsible_person.mobile", "withdrawn", "--force"] {
            assert!(refused.err.contains(said), "{event} {said}: {}", refused.err);
        }
        place.ok(&["set", "sent", "responsible_person.mobile=13012340003", "published=yes"]);
    }
    place.ok(&["set", "--force", "sent", "responsible_person.mobile=13012340077"]);
    place.call(&["status", "sent", "bureau-returned", "--note", "应急电话无法接通"]);
    place.ok(&["set", "sent", "responsible_person.mobile=13012340078"]);
}

/// Of one more mini-program only what stands on record is kept from edits.
#[test]
fn what_one_more_mini_program_has_from_the_record_is_not_edited_by_the_way() {
    let place = filed();
    assert_eq!(place.call(&["new", "--from", "filed", "--name", "虚构商城", "drafts/second"]).code, 0);
    place.ok(&["set", "second", "mini_program.app_id=wx0123456789abcdef", "owner.administrator=测试丙"]);
    let refused = place.call(&["set", "second", "responsible_person.mobile=13012340077", "mini_program.name=别名"]);
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("responsible_person.mobile") && refused.err.contains("取自备案记录"), "{}", refused.err);
    assert_eq!(place.ok(&["get", "second", "mini_program.name"]).trim(), "虚构商城", "nothing of it is saved");
    place.ok(&["set", "second", "--force", "responsible_person.mobile=13012340077"]);
}

/// The list says of a filing what has become of it since.
#[test]
fn the_list_marks_changes_and_deregistrations_that_run_or_are_done() {
    let place = filed();
    let since = || place.json(&["list"]).as_array().unwrap().iter().find(|one| one["name"] == "filed").unwrap()["since"].clone();
    assert_eq!(since(), Json::Null);
    place.ok(&["new", "--from", "filed", "--kind", "change", "drafts/moved"]);
    place.ok(&["set", "moved", "responsible_person.mobile=13012340009"]);
    assert_eq!(since(), "change-prepared");
    for (command, said) in [(&["list"][..], "备案成功，拟变更"), (&["status", "filed"], "环节：备案成功，拟变更")]
    {
        assert!(place.ok(command).contains(said), "{}", place.ok(command));
    }
    let status = |name: &str| place.json(&["status", name])["follow_ups"].clone();
    assert_eq!((&status("filed")[0]["kind"], &status("filed")[0]["stage"]), (&"change".into(), &"preparing".into()));
    assert!(place.ok(&["status", "filed"]).contains("变更正在准备或审核"), "{}", place.ok(&["status", "filed"]));
    assert_eq!(status("moved"), Json::Array(Vec::new()));
    for (hour, event) in ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"].iter().enumerate() {
        place.ok(&["status", "moved", event, "--at", &format!("2026-11-10 {:02}:00", 8 + hour)]);
        assert_eq!(since(), if *event == "bureau-passed" { "changed" } else { "changing" }, "{event}");
    }
    place.ok(&["new", "--from", "filed", "--kind", "deregister", "drafts/end"]);
    assert_eq!(since(), "end-prepared");
    let ending = status("filed");
    assert_eq!((ending.as_array().unwrap().len(), &ending[0]["kind"]), (1, &"deregister".into()), "the change is done: {ending}");
    let listed = place.json(&["list"]);
    let end = listed.as_array().unwrap().iter().find(|one| one["name"] == "end").unwrap();
    assert_eq!((&end["subject"], &end["region"]), (&"虚构科技有限公司".into(), &"510107".into()), "from the record");
    place.ok(&["status", "end", "deregistration-requested", "--at", "2026-11-12 09:00"]);
    assert_eq!(since(), "ending");
    assert!(place.ok(&["list", "--lang", "en"]).contains("being deregistered"));
    // One number in the draft of another mini-program is a slip: nothing runs about that one.
    let text = std::fs::read_to_string(place.path().join("drafts/filed.toml")).unwrap();
    let app_id = place.ok(&["get", "filed", "mini_program.app_id"]);
    std::fs::write(place.path().join("drafts/twin.toml"), text.replace(app_id.trim(), "wx00000000000000aa")).unwrap();
    let listed = place.json(&["list"]);
    let twin = listed.as_array().unwrap().iter().find(|one| one["name"] == "twin").unwrap();
    assert_eq!(
        (&twin["stage"], &twin["since"]),
        (&"filed".into(), &"changed".into()),
        "by what happened to it, not to the other"
    );
}

/// A filed draft that is said to be deregistered asks for the deregistration and knows its number.
#[test]
fn a_filed_draft_turned_into_a_deregistration_exports_none_of_its_application() {
    let place = filed();
    place.ok(&["set", "filed", "--force", "kind=deregister"]);
    let refused = place.call(&["export", "-o", "out.zip", "filed"]);
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(!refused.out.contains("record.number") && refused.out.contains("required-field-empty"), "{}", refused.out);
    place.ok(&["set", "filed", "deregistration.scope=3", "deregistration.reason=不再运营"]);
    place.ok(&["export", "-o", "out.zip", "filed"]);
    let files = entries(&place.path().join("out.zip"));
    assert_eq!(json_in(&files, "request/cancel_icp_filing.json"), json!({ "cancel_type": 3, "reason_type": 1 }));
    assert_eq!(json_in(&files, "manifest.json")["number"], NUMBER);
    assert!(files.keys().all(|name| !name.starts_with("materials/") && name != "request/apply_icp_filing.json"));
    let text = String::from_utf8(files["filing.toml"].clone()).unwrap();
    assert!(!text.contains("scans/"), "{text}");
}

/// Whoever ends a subject is told which of the mini-programs at hand end with it.
#[test]
fn the_end_of_a_subject_names_what_else_ends() {
    let place = filed();
    place.ok(&["new", "--from", "filed", "--kind", "deregister"]);
    place.ok(&["new", "--from", "filed", "--kind", "change", "--name", "虚构商城"]);
    let change = place.draft("虚构商城-变更");
    let change = change.to_str().unwrap();
    place.ok(&["set", change, "mini_program.app_id=wx0a1b2c3d4e5f6071", "record.number=蜀ICP备2026000001号-2X"]);
    let end = place.draft("虚构助手-注销");
    place.ok(&["set", end.to_str().unwrap(), "deregistration.scope=subject"]);
    let said = place.call(&["check", end.to_str().unwrap(), "filed", change]).out;
    assert!(said.contains("「虚构商城」也会一起失去备案"), "{said}");
}

/// Six mini-programs of one individual: five are admitted.
#[test]
fn the_sixth_mini_program_of_an_individual_is_counted() {
    let place = Place::with_examples();
    let mut drafts = vec!["check".to_owned()];
    for (index, name) in ["甲", "乙", "丙", "丁", "戊", "己"].into_iter().enumerate() {
        let copy = format!("n{index}");
        std::fs::copy(place.draft("example-individual"), place.draft(&copy)).unwrap();
        let settings = [format!("mini_program.name=三餐小账{name}"), format!("mini_program.app_id=wx0a1b2c3d4e5f607{index}")];
        place.ok(&["set", &copy, &settings[0], &settings[1]]);
        drafts.push(copy);
    }
    let all: Vec<&str> = drafts.iter().map(String::as_str).collect();
    assert!(place.call(&all).out.contains("已有 6 个小程序，最多 5 个"));
    place.ok(&["delete", "n5"]);
    place.ok(&["delete", "example-individual"]);
    assert!(!place.call(&all[..6]).out.contains("too-many-mini-programs"));
}

/// The subject's papers are on record: a step that is not asked asks for none, and what is packed says what it leaves out.
#[test]
fn one_more_mini_program_leaves_the_papers_of_the_subject_to_the_record() {
    let place = filed();
    place.ok(&[
        "set",
        "filed",
        "--force",
        "responsible_person.is_legal_person=no",
        "subject.legal_person.name=测试丁",
        "subject.legal_person.number=510107198003089933",
        "owner.same_as_responsible_person=yes",
    ]);
    assert_eq!(place.call(&["new", "--from", "filed", "--name", "虚构商城", "drafts/second"]).code, 0);
    place.ok(&[
        "set",
        "second",
        "mini_program.app_id=wx0123456789abcdef",
        "mini_program.service_contents=161",
        "mini_program.prior_approvals=24",
        "mini_program.remark=面向公司的客户和员工，提供虚构产品的使用说明、故障报修登记、处理进度查询和满意度回访，内容由公司维护。",
        "owner.administrator=测试丙",
        "owner.authorization_letter=scans/owner-authorization.jpg",
    ]);
    let letter = "responsible_person.authorization_letter";
    let found = place.call(&["check", "second"]);
    assert_eq!(found.code, 0, "{}", found.out);
    let materials = place.json(&["materials", "second"]);
    let one = materials["materials"].as_array().unwrap().iter().find(|one| one["field"] == letter).unwrap().clone();
    assert_eq!(one["demand"], "perhaps", "{one}");
    place.ok(&["export", "-o", "out.zip", "second"]);
    let files = entries(&place.path().join("out.zip"));
    assert_eq!(json_in(&files, "manifest.json")["open"]["left_to_record"], json!([letter]));
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(text("request/POST.md").contains(letter));
    assert!(text("checklist.html").contains("这些主体材料取自备案记录"));
    assert!(
        json_in(&files, "request/apply_icp_filing.json")["icp_subject"]["principal_info"].get("authorization_letter").is_none()
    );
    // With the letter at hand it goes along, and nothing is left out.
    place.ok(&["set", "second", "responsible_person.authorization_letter=scans/responsible-authorization.jpg"]);
    place.ok(&["export", "-o", "whole.zip", "second"]);
    let files = entries(&place.path().join("whole.zip"));
    assert!(json_in(&files, "manifest.json")["open"].get("left_to_record").is_none());
    assert!(
        json_in(&files, "request/apply_icp_filing.json")["icp_subject"]["principal_info"].get("authorization_letter").is_some()
    );
}
