//! The exported request against the platform's samples, and the package as a whole.

use std::cell::RefCell;
use std::io::{self, Read as _};
use std::rc::Rc;

use serde_json::Value as Json;

use super::*;
use crate::filing::{Approval, Draft, Value};
use crate::package::encryption::Protection;
use crate::rules::Severity;
use crate::scan::facts::{Content, FileFacts, Format, PassedOn};
use crate::scan::sha256;

const PERSONAL: &str = include_str!("../../tests/fixtures/sample-payloads/personal.json");
const LEGAL_PERSON: &str = include_str!("../../tests/fixtures/sample-payloads/enterprise-legal-person.json");
const AUTHORISED: &str = include_str!("../../tests/fixtures/sample-payloads/enterprise-authorized.json");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn fill(draft: &mut Draft, texts: &[(&str, &str)]) {
    for (path, text) in texts {
        draft.set(FieldId::from_path(path).unwrap(), Some((*text).into()));
    }
}

fn person(draft: &mut Draft, role: &str, values: [&str; 9]) {
    let names = ["name", "mobile", "email", "emergency_phone"];
    let certificate = ["number", "valid_from", "valid_until", "front", "back"].map(|name| format!("certificate.{name}"));
    for (name, value) in names.into_iter().map(str::to_owned).chain(certificate).zip(values) {
        fill(draft, &[(&format!("{role}.{name}"), value)]);
    }
    draft.set(FieldId::from_path(&format!("{role}.certificate.kind")).unwrap(), Some(Value::Code(2)));
}

fn paths(names: &[&str]) -> Option<Value> {
    Some(Value::Paths(names.iter().map(|name| (*name).to_owned()).collect()))
}

fn none_involved() -> Option<Value> {
    Some(Value::Approvals(vec![Approval { kind: Some(24), ..Approval::default() }]))
}

fn personal() -> Draft {
    let mut draft = Draft::new(5);
    fill(
        &mut draft,
        &[
            ("subject.region", "440305"),
            ("subject.address", "示例路1号虚构大厦1栋101室"),
            ("subject.certificate.address", "北京市朝阳区虚构路2号院3号楼401室"),
            ("subject.residence_permit", "residence_permit"),
            // Hidden for an individual: kept in the draft, not sent.
            ("subject.name", "虚构公司"),
            ("owner.name", "测试乙"),
            ("mini_program.name", "小食记"),
            ("mini_program.remark", "本小程序为个人记账工具，提供收支记录、分类统计和预算提醒功能，不涉及经营性内容。"),
            ("owner.face_check.task_id", "VERIFY_TASK_ID"),
        ],
    );
    let number = "110105199001010002";
    let who =
        ["测试甲", "13000000001", "jia@example.com", "13000000002", number, "2023-08-15", "2043-08-15", "id_front", "id_back"];
    person(&mut draft, "responsible_person", who);
    draft.set(FieldId::ServiceContents, Some(Value::Codes(vec![3])));
    draft.set(FieldId::PriorApprovals, none_involved());
    draft.set(FieldId::CommitmentLetter, paths(&["commitment_letter"]));
    draft
}

fn legal_person() -> Draft {
    let mut draft = Draft::new(4);
    fill(
        &mut draft,
        &[
            ("subject.name", "深圳虚构示例科技有限公司"),
            ("subject.region", "440305"),
            ("subject.address", "示例路5号虚构园区2栋605室"),
            ("subject.remark", "公司主营软件开发，信息真实有效。"),
            ("subject.certificate.number", "91440300MA0000000H"),
            ("subject.certificate.address", "深圳市南山区示例街道虚构路5号虚构园区2栋605室"),
            ("subject.certificate.photo", "business_license"),
            ("subject.certificate.valid_until", "长期"),
            ("mini_program.remark", "本小程序为餐饮门店点餐工具，提供菜单浏览、扫码点餐、外卖下单和订单查询等服务。"),
            ("owner.face_check.task_id", "VERIFY_TASK_ID"),
        ],
    );
    draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(1)));
    let number = "440305197006150002";
    let who = ["测试乙", "13000000003", "yi@example.com", "13000000004", number, "2020-01-01", "长期", "id_front", "id_back"];
    person(&mut draft, "responsible_person", who);
    draft.set(FieldId::ServiceContents, Some(Value::Codes(vec![33, 34])));
    draft.set(FieldId::PriorApprovals, none_involved());
    draft.set(FieldId::CommitmentLetter, paths(&["commitment_letter"]));
    draft
}

fn authorised() -> Draft {
    let mut draft = Draft::new(4);
    fill(
        &mut draft,
        &[
            ("subject.name", "上海虚构示例医药有限公司"),
            ("subject.region", "310115"),
            ("subject.address", "示例路88号虚构中心8层"),
            ("subject.remark", "公司曾更名，已上传主体更名函。"),
            ("subject.certificate.number", "91310115MA0000000U"),
            ("subject.certificate.address", "上海市浦东新区虚构路88号虚构中心8层"),
            ("subject.certificate.photo", "business_license"),
            ("subject.legal_person.name", "测试丁"),
            ("subject.legal_person.number", "31011519800308000X"),
            ("responsible_person.authorization_letter", "subject_authorization_letter"),
            ("mini_program.remark", "本小程序为药店线上商城，提供非处方药品与保健用品的展示、预约和到店自取服务。"),
            ("owner.authorization_letter", "applet_authorization_letter"),
            ("owner.face_check.task_id", "VERIFY_TASK_ID"),
        ],
    );
    draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(1)));
    draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    let bing = ["测试丙", "13000000005", "bing@example.com", "13000000006", "310115199207120012", "2019-04-01", "2039-04-01"];
    let [a, b, c, d, e, f, g] = bing;
    person(&mut draft, "responsible_person", [a, b, c, d, e, f, g, "subject_id_front", "subject_id_back"]);
    let wu = ["测试戊", "13000000007", "wu@example.com", "13000000008", "310115198811230002", "2021-05-20", "2041-05-20"];
    let [a, b, c, d, e, f, g] = wu;
    person(&mut draft, "owner", [a, b, c, d, e, f, g, "applet_id_front", "applet_id_back"]);
    draft.set(FieldId::ServiceContents, Some(Value::Codes(vec![89, 163])));
    let row = Approval { kind: Some(5), number: "(示例)-经营性-0000-0000".into(), document: "prior_approval_5".into() };
    draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row])));
    draft.set(FieldId::CommitmentLetter, paths(&["commitment_letter"]));
    draft.set(FieldId::NameChangeLetter, paths(&["business_name_change_letter"]));
    draft.set(FieldId::MiniProgramOtherMaterials, paths(&["other_1", "other_2"]));
    draft
}

/// A scan whose content is its name.
fn scan(path: &str) -> Vec<u8> {
    path.as_bytes().to_vec()
}

fn facts(draft: &Draft) -> Facts {
    let look = |path: &str| (path.to_owned(), FileFacts::picture(Format::Jpeg, 1600, 1200, 9).with_sha256(&sha256(&scan(path))));
    draft.files().into_iter().map(|(_, _, path)| look(path)).collect()
}

fn build_with(draft: &Draft, read: impl Fn(&str) -> io::Result<Vec<u8>> + 'static) -> Result<Package, PackageError> {
    build_of(draft, &facts(draft), read)
}

fn build_of(draft: &Draft, facts: &Facts, read: impl Fn(&str) -> io::Result<Vec<u8>> + 'static) -> Result<Package, PackageError> {
    let findings = [Finding::new(crate::rules::find("mobile-shared").unwrap(), Severity::Warning, FieldId::OwnerMobile)];
    let inputs = Inputs {
        today: today(),
        findings: &findings,
        draft_text: "format = 1\n",
        facts,
        read: Rc::new(read),
        lang: crate::text::Lang::Zh,
        with_notes: true,
        naming: Naming::Ascii,
    };
    build(&Filing::vouch(draft.clone()), &inputs)
}

fn built(draft: &Draft) -> Package {
    build_with(draft, |path| Ok(scan(path))).unwrap()
}

fn parsed(package: &Package, path: &str) -> Json {
    serde_json::from_slice(&package.file(path).unwrap()).unwrap()
}

/// The request with every file replaced by the sample's placeholder for it.
fn request(package: &Package) -> String {
    let mut text = String::from_utf8(package.file("request/apply_icp_filing.json").unwrap().to_vec()).unwrap();
    for (path, bytes) in package.files().map(Result::unwrap).filter(|(path, _)| path.starts_with("materials/")) {
        let placeholder = format!("\"MEDIA_ID:{}\"", String::from_utf8_lossy(&bytes));
        text = text.replace(&format!("\"media:{path}\""), &placeholder);
    }
    text
}

#[test]
fn the_request_equals_the_platforms_samples() {
    for (draft, sample) in [(personal(), PERSONAL), (legal_person(), LEGAL_PERSON), (authorised(), AUTHORISED)] {
        let request = request(&built(&draft));
        let [made, wanted] = [request.as_str(), sample].map(|text| serde_json::from_str::<Json>(text).unwrap());
        assert_eq!(made, wanted);
        // Keys stand in the same order, too.
        assert_eq!(request.trim(), serde_json::to_string_pretty(&wanted).unwrap());
    }
}

#[test]
fn the_same_draft_and_day_make_the_same_bytes() {
    let draft = authorised();
    let bytes = built(&draft).to_bytes().unwrap();
    assert_eq!(bytes, built(&draft).to_bytes().unwrap());
    let mut zip = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644), "{name}");
        assert_eq!(file.last_modified().unwrap().to_string(), "2026-11-23 00:00:00");
        assert!(name.is_ascii(), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        assert_eq!(built(&draft).file(&name).as_deref(), Some(bytes.as_slice()));
    }
}

#[test]
fn one_content_is_one_file_that_several_fields_show() {
    let mut draft = legal_person();
    // The same picture under another name.
    draft.set(FieldId::ResponsiblePersonCertificateBack, Some("id_back_again".into()));
    draft.set(FieldId::HoldingCertificatePhoto, paths(&["id_front", "licence"]));
    let content = |path: &str| if path.starts_with("id_back") { scan("id_front") } else { scan(path) };
    let look = |path: &str| (path.to_owned(), FileFacts::picture(Format::Png, 1, 1, 1).with_sha256(&sha256(&content(path))));
    let facts: Facts = draft.files().into_iter().map(|(_, _, path)| look(path)).collect();
    let read = |path: &str| Ok(content(path));
    let media = media::collect(&draft, &facts, Naming::Ascii, &read).unwrap();
    let list = serde_json::to_value(media.uploads()).unwrap();
    let front =
        list.as_array().unwrap().iter().find(|entry| entry["file"] == "materials/02-responsible-person-id-front.png").unwrap();
    assert_eq!(front["certificate_type"], 2);
    assert_eq!(front["icp_order_field"], "icp_subject.principal_info.certificate_photo_front");
    let fields: Vec<&str> = front["icp_order_fields"].as_array().unwrap().iter().map(|field| field.as_str().unwrap()).collect();
    let wanted = [
        "icp_subject.principal_info.certificate_photo_front",
        "icp_applets.principal_info.certificate_photo_front",
        "icp_subject.principal_info.certificate_photo_back",
        "icp_applets.principal_info.certificate_photo_back",
        "icp_materials.holding_certificate_photo",
    ];
    assert_eq!(fields, wanted);
    assert_eq!(media.reference("id_back_again").as_deref(), Some("media:materials/02-responsible-person-id-front.png"));
}

#[test]
fn the_media_list_says_how_to_upload_each_file() {
    let package = built(&authorised());
    let list = parsed(&package, "request/media.json");
    let find = |file: &str| list.as_array().unwrap().iter().find(|entry| entry["file"] == file).unwrap().clone();
    let table: &[(&str, Option<u32>, &str)] = &[
        ("materials/01-subject-certificate.jpg", Some(1), "icp_subject.organize_info.certificate_photo"),
        ("materials/03-responsible-person-id-back.jpg", Some(2), "icp_subject.principal_info.certificate_photo_back"),
        ("materials/06-owner-id-front.jpg", Some(2), "icp_applets.principal_info.certificate_photo_front"),
        ("materials/08-owner-authorization-letter.jpg", None, "icp_applets.principal_info.authorization_letter"),
        ("materials/05-prior-approval-5.jpg", None, "icp_applets.base_info.nrlx_details"),
        ("materials/12-mini-program-other-2.jpg", None, "icp_materials.applets_other_materials"),
    ];
    for (file, certificate, field) in table {
        let entry = find(file);
        assert_eq!(entry.get("certificate_type").and_then(Json::as_u64), certificate.map(u64::from), "{file}");
        assert_eq!(entry["icp_order_field"], *field, "{file}");
        assert_eq!(entry["type"], "image");
        let bytes = package.file(file).unwrap();
        assert_eq!(entry["size"], bytes.len());
        assert_eq!(entry["sha256"], sha256(&bytes));
    }
}

#[test]
fn a_video_is_named_as_one() {
    let mut draft = personal();
    draft.set(FieldId::PromiseVideo, paths(&["film"]));
    let mut facts = facts(&draft);
    let video = Content::Video { mp4: true, damage: None, location: false, sha256: sha256(&scan("film")) };
    facts.insert("film", FileFacts::of(video));
    let media = media::collect(&draft, &facts, Naming::Ascii, &|path| Ok(scan(path))).unwrap();
    let list = serde_json::to_value(media.uploads()).unwrap();
    let film = list.as_array().unwrap().iter().find(|entry| entry["type"] == "video").unwrap();
    assert_eq!(
        (&film["file"], &film["icp_order_field"]),
        (&"materials/05-promise-video.mp4".into(), &"icp_materials.promise_video".into())
    );
}

#[test]
fn the_manifest_lists_every_other_file_and_what_remained() {
    let package = built(&personal());
    let manifest = parsed(&package, manifest::PATH);
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len() + 1, package.files().count());
    for file in files {
        let bytes = package.file(file["path"].as_str().unwrap()).unwrap();
        assert_eq!((&file["size"], &file["sha256"]), (&bytes.len().into(), &sha256(&bytes).into()));
    }
    assert_eq!(manifest["date"], "2026-11-23");
    assert_eq!(manifest["findings"][0]["field"], "owner.mobile");
    assert_eq!(package.name(), "小食记-2026-11-23.zip");
}

#[test]
fn a_file_that_changed_or_vanished_since_the_check_stops_the_export() {
    let draft = personal();
    let changed = build_with(&draft, |path| Ok(if path == "id_back" { b"other".to_vec() } else { scan(path) }));
    assert!(
        matches!(changed, Err(PackageError::Changed { field: FieldId::ResponsiblePersonCertificateBack, .. })),
        "{changed:?}"
    );
    let gone = build_with(&draft, |_| Err(io::Error::from(io::ErrorKind::NotFound)));
    assert!(matches!(gone, Err(PackageError::Unreadable { .. })), "{gone:?}");
}

/// Paths in the order in which they were read.
type Paths = Rc<RefCell<Vec<String>>>;

/// Reads scans and notes each.
fn noting(read: &Paths) -> impl Fn(&str) -> io::Result<Vec<u8>> + 'static {
    let read = Rc::clone(read);
    move |path: &str| {
        read.borrow_mut().push(path.to_owned());
        Ok(scan(path))
    }
}

/// What was found about a file names it by its place in the package: where it lies here is nobody else's business.
#[test]
fn what_was_found_names_files_as_the_package_does() {
    const HERE: &str = "/home/li/客户/甲/front.jpg";
    let mut draft = personal();
    draft.set(FieldId::ResponsiblePersonCertificateFront, Some(HERE.into()));
    draft.set(FieldId::ResponsiblePersonCertificateBack, Some("back".into()));
    let media = media::collect(&draft, &facts(&draft), Naming::Ascii, &|path| Ok(scan(path))).unwrap();
    let place = media.place(HERE).unwrap();
    let found = |text: &str| {
        let rule = crate::rules::find("mobile-shared").unwrap();
        let finding = Finding::new(rule, Severity::Hint, FieldId::OwnerMobile).with("path", Arg::Text(text.to_owned()));
        let findings = [finding];
        let inputs = Inputs {
            today: today(),
            findings: &findings,
            draft_text: "",
            facts: &Facts::new(),
            read: Rc::new(|path| Ok(scan(path))),
            lang: crate::text::Lang::Zh,
            with_notes: false,
            naming: Naming::Ascii,
        };
        told_inside(&inputs, &draft, &media)[0].args[0].1.clone()
    };
    for (text, told) in [
        (HERE, place.clone()),
        (&format!("{HERE}、甲"), format!("{place}、甲")),
        ("back", media.place("back").unwrap()),
        ("a back that aches", "a back that aches".to_owned()),
        ("/home/li", "/home/li".to_owned()),
    ] {
        assert_eq!(found(text), Arg::Text(told), "{text}");
    }
}

#[test]
fn what_was_inspected_is_read_when_it_is_packed_and_only_then() {
    let draft = legal_person();
    let all = ["business_license", "commitment_letter", "id_back", "id_front"];
    // Of what nobody has inspected the sum is needed first.
    let read = Paths::default();
    let package = build_with(&draft, noting(&read)).unwrap();
    assert_eq!(read.borrow().len(), all.len());
    read.borrow_mut().clear();
    package.to_bytes().unwrap();
    read.borrow_mut().sort();
    assert_eq!(*read.borrow(), all);

    let seen = |thumbnail: Option<&[u8]>| {
        let mut seen = Facts::new();
        for (path, facts) in facts(&draft).iter() {
            let (sha256, size) = (sha256(&scan(path)), scan(path).len() as u64);
            let passed_on = Some(PassedOn { sha256, size, thumbnail: thumbnail.map(Into::into) });
            seen.insert(path, FileFacts { passed_on, ..facts.clone() });
        }
        seen
    };
    let known = seen(Some(b"small"));
    let read = Paths::default();
    let package = build_of(&draft, &known, noting(&read)).unwrap();
    assert!(read.borrow().is_empty());
    package.to_bytes().unwrap();
    read.borrow_mut().sort();
    assert_eq!(*read.borrow(), all);
    // Nor is anything read for small pictures that nobody has made.
    let read = Paths::default();
    build_of(&draft, &seen(None), noting(&read)).unwrap();
    assert!(read.borrow().is_empty());
    // What has changed since then, or is gone, is noticed now.
    let changed = build_of(&draft, &known, |path| Ok(if path == "id_back" { b"other".to_vec() } else { scan(path) })).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let written = archive::write(&folder.path().join("a.zip"), &changed, &Protection::None, crate::fs::atomic::Target::Replace);
    assert!(matches!(written, Err(archive::WriteError::Package(PackageError::Changed { .. }))), "{written:?}");
    let gone = build_of(&draft, &known, |_| Err(io::ErrorKind::NotFound.into())).unwrap();
    let written = archive::write(&folder.path().join("a.zip"), &gone, &Protection::None, crate::fs::atomic::Target::Replace);
    assert!(matches!(written, Err(archive::WriteError::Package(PackageError::Unreadable { .. }))), "{written:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn only_the_very_same_package_is_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    let package = built(&personal());
    let bytes = package.to_bytes().unwrap();
    let mut other = bytes.clone();
    *other.last_mut().unwrap() ^= 1;
    for (there, is_same) in
        [(&bytes[..], true), (&bytes[..bytes.len() - 1], false), (&[&bytes[..], b"x"].concat(), false), (&other, false)]
    {
        std::fs::write(&path, there).unwrap();
        assert_eq!(package.is_in(&path), is_same, "{}", there.len());
    }
    assert!(!package.is_in(folder.path()) && !package.is_in(&folder.path().join("b.zip")));
}

#[test]
fn an_archive_replaces_the_old_one_in_one_step_and_is_private() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("小食记.zip");
    let package = built(&personal());
    archive::write(&path, &package, &Protection::None, crate::fs::atomic::Target::Replace).unwrap();
    assert!(archive::contents(&path).is_some_and(|held| held.kind == "new"));
    archive::write(&path, &package, &Protection::None, crate::fs::atomic::Target::Replace).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let other = folder.path().join("notes.zip");
    std::fs::write(&other, "not a package").unwrap();
    assert!(archive::contents(&other).is_none() && archive::contents(folder.path()).is_none());
    assert!(
        archive::write(
            &folder.path().join("no/such/folder.zip"),
            &package,
            &Protection::None,
            crate::fs::atomic::Target::Replace
        )
        .is_err()
    );
}
