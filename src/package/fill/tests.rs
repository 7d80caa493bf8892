use super::*;
use crate::drafts::codec;
use crate::filing::{Draft, FieldId};
use crate::package::encryption::Protection;
use crate::package::export::{Source, assemble};
use std::fs;
use std::path::PathBuf;

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// A package of an example draft, which `change` may change before.
    fn package(&self, change: impl Fn(&mut Draft)) -> PathBuf {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
        let text = fs::read_to_string(source.join("individual.toml")).unwrap();
        let mut document = codec::parse(&text).unwrap();
        let mut draft = document.draft().clone();
        change(&mut draft);
        document.update(&draft);
        let text = document.to_text();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let (package, _) = assemble(
            &draft,
            &Source {
                folder: &source,
                home: None,
                text: &text,
                today,
                lang: crate::text::Lang::Zh,
                with_notes: false,
                reach: &crate::package::outside::Reach::within(&source),
                naming: crate::package::material::Naming::Ascii,
                readings: crate::reading::Readings::none(),
            },
            &mut crate::scan::Cache::new(),
        )
        .unwrap();
        let path = self.folder.path().join(package.name());
        crate::package::archive::write(&path, &package, &Protection::None, crate::fs::atomic::Target::Replace).unwrap();
        path
    }
}

fn place() -> Place {
    Place { folder: tempfile::tempdir().unwrap() }
}

/// The ids of an individual's five files.
fn ids(change: impl Fn(&mut serde_json::Map<String, Json>)) -> String {
    let mut map = serde_json::Map::new();
    for (index, name) in
        ["04-commitment-letter", "03-residence-permit", "02-responsible-person-id-back", "01-responsible-person-id-front"]
            .into_iter()
            .enumerate()
    {
        map.insert(format!("materials/{name}.jpg"), format!("ID-{index}").into());
    }
    change(&mut map);
    Json::Object(map).to_string()
}

fn filled(package: &Path, ids: &str) -> Result<Json, FillError> {
    fill(package, &Key::None, &Given { ids: Some(ids), task: Some("TASK-0") })
}

#[test]
fn ids_take_the_place_of_placeholders() {
    let place = place();
    let package = place.package(|_| ());
    let body = filled(&package, &ids(|_| ())).unwrap();
    assert!(!body.to_string().contains(PLACEHOLDER), "{body}");
    let subject = &body["icp_subject"]["principal_info"];
    assert_eq!(subject["certificate_photo_front"], "ID-3");
    assert_eq!(body["icp_applets"]["principal_info"]["certificate_photo_front"], "ID-3");
    assert_eq!(body["icp_applets"]["principal_info"]["verify_task_id"], "TASK-0");
    // The list `media.json` with the ids in it is taken as well, and another task than the draft's.
    let list: Vec<Json> = serde_json::from_str::<serde_json::Map<String, Json>>(&ids(|_| ()))
        .unwrap()
        .into_iter()
        .map(|(file, media_id)| serde_json::json!({ "file": file, "type": "image", "media_id": media_id }))
        .collect();
    let list = Json::from(list).to_string();
    let again = fill(&package, &Key::None, &Given { ids: Some(&list), task: Some("OTHER") }).unwrap();
    assert_eq!(again["icp_applets"]["principal_info"]["verify_task_id"], "OTHER");
    assert_eq!(again["icp_subject"], body["icp_subject"]);
}

#[test]
fn nothing_is_given_out_while_something_is_open() {
    let place = place();
    let package = place.package(|_| ());
    let last = "materials/04-commitment-letter.jpg";
    let refused = |ids: String| filled(&package, &ids).unwrap_err();
    let without = refused(ids(|map| drop(map.remove(last))));
    assert!(matches!(without, FillError::Missing(names) if names == [last]));
    let unknown = refused(ids(|map| drop(map.insert("materials/passport.jpg".into(), "ID-9".into()))));
    assert!(matches!(unknown, FillError::Unknown(names) if names == ["materials/passport.jpg"]));
    let shared = refused(ids(|map| drop(map.insert(last.into(), "ID-3".into()))));
    assert!(matches!(shared, FillError::Shared { one, .. } if one == last));
    let twice = refused(format!("{{{:?}: \"A\", {:?}: \"B\"}}", last, last));
    assert!(matches!(twice, FillError::Ids(IdsError::Twice(name)) if name == last));
    for odd in ["\"\"", "7", "null", "\"media:materials/a.jpg\"", "\"a b\"", "{}"] {
        let odd = refused(format!("{{{last:?}: {odd}}}"));
        assert!(matches!(odd, FillError::Ids(IdsError::NoId { .. })), "{odd:?}");
    }
    for text in ["", "[", "3", "{\"a\": }", "[{\"file\": \"a\"}]"] {
        assert!(matches!(refused(text.to_owned()), FillError::Ids(IdsError::Shape { line, .. }) if line <= 1), "{text}");
    }
    assert!(matches!(fill(&package, &Key::None, &Given::default()), Err(FillError::Missing(names)) if names.len() == 4));
}

#[test]
fn without_a_task_there_is_no_body() {
    let place = place();
    let ids = ids(|_| ());
    // The examples hold the place of a task, which is none.
    for (task, given_out) in [(None, false), (Some("VERIFY-TASK-EXAMPLE"), false), (Some("TASK-2"), true)] {
        let package = place.package(|draft| drop(draft.set(FieldId::FaceCheckTask, task.map(Into::into))));
        let body = fill(&package, &Key::None, &Given { ids: Some(&ids), task: None });
        assert_eq!(body.is_ok(), given_out, "{task:?}: {body:?}");
        assert!(given_out || matches!(body, Err(FillError::NoTask)), "{task:?}");
    }
    let package = place.package(|draft| drop(draft.set(FieldId::FaceCheckTask, None)));
    let with = |task| fill(&package, &Key::None, &Given { ids: Some(&ids), task: Some(task) });
    assert!(matches!(with(" "), Err(FillError::BadTask(_))));
    assert!(matches!(with("VERIFY-TASK-EXAMPLE"), Err(FillError::BadTask(_))));
    assert_eq!(with("TASK-1").unwrap()["icp_applets"]["principal_info"]["verify_task_id"], "TASK-1");
}

#[test]
fn a_package_that_was_touched_is_refused() {
    let place = place();
    let package = place.package(|_| ());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(fs::read(&package).unwrap())).unwrap();
    let mut copy = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        if name == APPLY {
            bytes = String::from_utf8(bytes).unwrap().replace("13012340001", "13012340009").into_bytes();
        }
        copy.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut copy, &bytes).unwrap();
    }
    fs::write(&package, copy.finish().unwrap().into_inner()).unwrap();
    let refused = filled(&package, &ids(|_| ()));
    assert!(matches!(refused, Err(FillError::Package(OpenError::Tampered { path })) if path == APPLY));
    fs::write(&package, "no zip").unwrap();
    assert!(matches!(filled(&package, &ids(|_| ())), Err(FillError::Package(OpenError::NotAPackage(_)))));
}

#[test]
fn a_package_of_a_later_release_is_refused_as_one() {
    let place = place();
    let path = place.folder.path().join("later.zip");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(crate::package::manifest::PATH, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, br#"{"format": 2, "files": "laid out otherwise"}"#).unwrap();
    fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    assert!(matches!(filled(&path, &ids(|_| ())), Err(FillError::Package(OpenError::Newer(2)))));
}

#[test]
fn a_list_of_bare_ids_is_told_what_an_entry_is() {
    let Err(IdsError::Shape { what, .. }) = Ids::read(r#"["ID-1", "ID-2"]"#) else { panic!("it is no list of entries") };
    assert!(what.contains("media_id") && !what.contains("struct"), "{what}");
}
