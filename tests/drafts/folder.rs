//! The folder of drafts.

use std::fs;
use std::time::Instant;

use beian::drafts::error::{FolderError, ResolveError};
use beian::drafts::folder::Purpose;
use beian::drafts::{Access, DraftFile, Folder, OpenError};
use beian::filing::{Draft, Event, EventKind, FieldId, Stage};

use super::{moment, named, names, owner, with};

fn full() -> Draft {
    let text = include_str!("../fixtures/drafts/valid/enterprise.toml");
    beian::drafts::codec::parse(text).unwrap().draft().clone()
}

#[test]
fn names_follow_titles_and_never_collide() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path().join("not/there/yet"));
    assert!(folder.list().unwrap().entries.is_empty());
    for (draft, hint, expected) in [
        (named("小食记"), "", "小食记.toml"),
        (named("小食记"), "", "小食记-2.toml"),
        (named("小食记"), "我的/店", "我的-店.toml"),
        (Draft::new(5), " ", "draft.toml"),
        (named("../x"), "", "x.toml"),
    ] {
        let file = folder.create(&draft, hint, &owner()).unwrap();
        assert_eq!(file.path(), folder.path().join(expected));
        assert_eq!(file.draft(), &draft);
    }
}

#[test]
fn the_list_has_everything_and_hides_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path());
    drop(folder.create(&full(), "one", &owner()).unwrap());
    fs::write(home.path().join("broken.toml"), "kind = [").unwrap();
    fs::write(home.path().join("notes.txt"), "x").unwrap();
    fs::write(home.path().join(".hidden.toml"), "x").unwrap();
    fs::write(home.path().join(".one.toml.abcdefghij12.1.tmp"), "x").unwrap();
    fs::create_dir(home.path().join("folder.toml")).unwrap();
    let mut entries = folder.list().unwrap().entries;
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    let found: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(found, ["broken", "folder", "one"]);
    assert!(matches!(entries[0].summary, Err(OpenError::Content { .. })) && entries[0].modified.is_some());
    assert!(matches!(entries[1].summary, Err(OpenError::NotAFile { .. })));
    let summary = entries[2].summary.as_ref().unwrap();
    assert_eq!((summary.title.as_str(), summary.nature, summary.kind.as_str()), ("小食记", Some(4), "new"));
    assert_eq!(summary.stage, Stage::PlatformReview);
    assert_eq!(summary.last_event.as_ref().map(|event| event.kind), Some(EventKind::Submitted));
    assert_eq!(summary.progress, None, "what was submitted is filled in no more");
    assert_eq!(summary.draft, full());
}

#[test]
fn the_last_changed_comes_first() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path());
    for (name, age) in [("a", 30), ("b", 10), ("c", 20)] {
        let file = folder.create(&named(name), "", &owner()).unwrap();
        let then = std::time::SystemTime::now() - std::time::Duration::from_secs(age);
        fs::File::options().write(true).open(file.path()).unwrap().set_modified(then).unwrap();
    }
    let order: Vec<String> = folder.list().unwrap().entries.into_iter().map(|entry| entry.name).collect();
    assert_eq!(order, ["b", "c", "a"]);
}

#[test]
fn a_copy_is_a_new_filing() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path().join("drafts"));
    let mut draft = with(&full(), FieldId::FaceCheckTask, "t");
    draft.set(FieldId::FaceCheckPassedAt, Some("2026-11-23T10:42:33+08:00".into()));
    draft.events.push(Event::new(EventKind::PlatformPassed, moment("2026-11-24T10:42:33+08:00")));
    draft.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    draft.set(FieldId::LettersDated, Some("2026-11-20".into()));
    draft.set(FieldId::FiledBefore, Some(beian::filing::Value::Flag(false)));
    draft.confirmed.push(beian::filing::Confirmation {
        rule: "mobile-unusual".into(),
        field: "owner.mobile".into(),
        value: "13012340005".into(),
        reason: "本人在用".into(),
        date: "2026-11-20".parse().unwrap(),
    });
    let path = folder.create(&draft, "店", &owner()).unwrap().path().to_owned();
    let marked =
        format!("# 我的注释\n{}x_own = 1\n", fs::read_to_string(&path).unwrap().replace("[subject]", "x = 1\n[subject]"));
    fs::write(&path, marked).unwrap();

    let copy = folder.duplicate(&path, Purpose::OneMore, "", &owner()).unwrap();
    assert_eq!(copy.path(), folder.path().join("店-2.toml"));
    assert!(copy.draft().events.is_empty() && copy.draft().get(FieldId::FaceCheckTask).is_none());
    for id in [FieldId::AppId, FieldId::LettersDated, FieldId::FiledBefore] {
        assert_eq!(copy.draft().get(id), None, "{id:?}");
    }
    assert!(copy.draft().confirmed.is_empty());
    assert_eq!(copy.draft().text(FieldId::SubjectCertificatePhoto), "scans/licence.jpg");
    let text = fs::read_to_string(copy.path()).unwrap();
    assert!(text.contains("# 我的注释") && text.contains("x = 1"), "{text}");
    assert_eq!(folder.duplicate(copy.path(), Purpose::OneMore, "", &owner()).unwrap().path(), folder.path().join("店-3.toml"));

    // From elsewhere, scans stay in reach.
    let outside = home.path().join("project.toml");
    fs::copy(&path, &outside).unwrap();
    let copy = folder.duplicate(&outside, Purpose::OneMore, "新店", &owner()).unwrap();
    assert_eq!(copy.draft().text(FieldId::SubjectCertificatePhoto), "../scans/licence.jpg");
    assert_eq!(copy.path(), folder.path().join("新店.toml"));
}

#[test]
fn deleting_can_be_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path().join("drafts"));
    let path = folder.create(&named("店"), "", &owner()).unwrap().path().to_owned();
    let trash = folder.delete(&path, &owner(), moment("2026-11-23T10:42:33+08:00")).unwrap();
    assert_eq!(names(folder.path()), [".trash"], "the lock goes along");
    assert!(folder.list().unwrap().entries.is_empty());
    assert_eq!(folder.restore(&trash).unwrap(), path);

    let trash = folder.delete(&path, &owner(), moment("2026-11-23T10:42:33+08:00")).unwrap();
    let other = folder.create(&named("店"), "", &owner()).unwrap().path().to_owned();
    assert_eq!(other, path);
    assert_eq!(folder.restore(&trash).unwrap(), folder.path().join("店-2.toml"), "never over another draft");
    assert!(path.exists());
    assert!(folder.restore(&trash).is_err());

    // Twice in one second, then for good.
    folder.delete(&path, &owner(), moment("2026-11-23T00:00:00Z")).unwrap();
    drop(folder.create(&named("店"), "", &owner()).unwrap());
    folder.delete(&path, &owner(), moment("2026-11-23T00:00:00Z")).unwrap();
    folder.delete(&folder.path().join("店-2.toml"), &owner(), moment("2026-11-30T00:00:00Z")).unwrap();
    let kept = |trash: &beian::drafts::folder::Trash| trash.from.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(folder.deleted().unwrap().iter().map(kept).collect::<Vec<_>>(), ["店-2.toml", "店.toml", "店.toml"]);
    fs::write(folder.trash().join("notes.txt"), "mine").unwrap();
    assert_eq!(folder.purge(moment("2026-11-23T00:00:00Z")), Ok(0));
    assert_eq!(folder.purge(moment("2026-11-24T00:00:00+08:00")), Ok(2));
    assert_eq!(folder.purge(moment("2027-01-01T00:00:00Z")), Ok(1));
    assert_eq!(names(&folder.trash()), ["notes.txt"], "what is not ours stays");

    // What was deleted a month ago goes with the next that is deleted.
    let path = folder.create(&named("旧"), "", &owner()).unwrap().path().to_owned();
    folder.delete(&path, &owner(), moment("2026-11-01T00:00:00Z")).unwrap();
    let path = folder.create(&named("新"), "", &owner()).unwrap().path().to_owned();
    folder.delete(&path, &owner(), moment("2026-12-02T00:00:00Z")).unwrap();
    assert_eq!(folder.deleted().unwrap().iter().map(kept).collect::<Vec<_>>(), ["新.toml"]);

    let elsewhere = home.path().join("x.toml");
    fs::write(&elsewhere, "kind = \"new\"").unwrap();
    let refused = folder.delete(&elsewhere, &owner(), moment("2026-11-23T00:00:00Z"));
    assert_eq!(refused, Err(FolderError::Elsewhere { path: elsewhere.clone() }));
    assert!(elsewhere.exists());
}

#[test]
fn a_draft_is_found_by_path_name_or_title() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path());
    let at = |name: &str| home.path().join(name);
    for (title, name) in [("小食记", "shop"), ("双胞胎", "twin-a"), ("双胞胎", "twin-b")] {
        drop(folder.create(&named(title), name, &owner()).unwrap());
    }
    for (wanted, found) in [("shop", at("shop.toml")), ("shop.toml", at("shop.toml")), ("小食记", at("shop.toml"))] {
        assert_eq!(folder.resolve(wanted), Ok(found), "{wanted}");
    }
    for path in ["./x.toml", "a/b", "/tmp/x", "Cargo.toml"] {
        assert_eq!(folder.resolve(path), Ok(path.into()), "a path is a path");
    }
    assert_eq!(
        folder.resolve("双胞胎"),
        Err(ResolveError::Ambiguous { name: "双胞胎".into(), candidates: vec![at("twin-a.toml"), at("twin-b.toml")] })
    );
    assert_eq!(
        folder.resolve("twin-c"),
        Err(ResolveError::NotFound { name: "twin-c".into(), similar: vec!["twin-a".into(), "twin-b".into()] })
    );
    assert!(matches!(folder.resolve(""), Err(ResolveError::NotFound { .. })));
}

#[test]
fn of_several_drafts_of_a_title_the_one_that_is_alive_is_meant() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path());
    let at = |name: &str| home.path().join(name);
    let mut ended = named("小食记");
    use EventKind as E;
    ended.events = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed, E::Deregistered]
        .into_iter()
        .zip(1..)
        .map(|(kind, day)| Event::new(kind, moment(&format!("2026-11-{day:02}T10:00:00+08:00"))))
        .collect();
    drop(folder.create(&ended, "old", &owner()).unwrap());
    assert_eq!(folder.resolve("小食记"), Ok(at("old.toml")), "the only one");
    drop(folder.create(&named("小食记"), "draft", &owner()).unwrap());
    assert_eq!(folder.resolve("小食记"), Ok(at("draft.toml")), "what has ended is for reference");
    // A file of that name takes nothing away from the draft that the title meant before, and with its ending it is the file.
    drop(folder.create(&named("小食记"), "小食记", &owner()).unwrap());
    let both = vec![at("draft.toml"), at("小食记.toml")];
    assert_eq!(folder.resolve("小食记"), Err(ResolveError::Ambiguous { name: "小食记".into(), candidates: both }));
    assert_eq!(folder.resolve("小食记.toml"), Ok(at("小食记.toml")));
    std::fs::remove_file(at("draft.toml")).unwrap();
    assert_eq!(folder.resolve("小食记"), Ok(at("小食记.toml")), "what has ended stands in no way");
}

/// Prints how long 2,000 drafts take; the bound is generous, for slow machines and unoptimised builds.
#[test]
fn thousands_of_drafts_are_listed_at_once() {
    let home = tempfile::tempdir().unwrap();
    let draft = full();
    let text = beian::drafts::codec::document_of(&with(&draft, FieldId::MiniProgramName, "店0".to_owned())).to_text();
    for number in 0..2_000 {
        let text = text.replace("店0", &format!("店{number}"));
        fs::write(home.path().join(format!("{number}.toml")), text).unwrap();
    }
    let start = Instant::now();
    let listing = Folder::new(home.path()).list().unwrap();
    let took = start.elapsed();
    println!("2,000 drafts: {took:?}");
    assert_eq!(listing.entries.iter().filter(|entry| entry.summary.is_ok()).count(), 2_000);
    assert!(took.as_secs() < 20, "{took:?}");
}

#[test]
fn a_copy_of_what_is_open_keeps_comments_unknown_keys_and_its_scans() {
    let place = tempfile::tempdir().unwrap();
    let (here, there) = (place.path().join("here"), Folder::new(place.path().join("there")));
    fs::create_dir(&here).unwrap();
    let path = here.join("a.toml");
    let text = "# 三号柜\nformat = 1\nkind = \"new\"\nx_unknown = 1 # mine\n\n[subject.certificate]\nphoto = \"scans/x.jpg\"\n";
    fs::write(&path, text).unwrap();
    let mut file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    let draft = with(file.draft(), FieldId::SubjectName, "改过");
    for expected in ["改过.toml", "改过-2.toml"] {
        there.save_copy(&mut file, &draft, &owner()).unwrap();
        assert_eq!(file.path().file_name().unwrap(), expected, "no copy replaces another");
        let copy = fs::read_to_string(file.path()).unwrap();
        assert!(["# 三号柜", "x_unknown = 1 # mine", "改过"].iter().all(|kept| copy.contains(kept)), "{copy}");
        assert_eq!(file.draft().text(FieldId::SubjectCertificatePhoto), "../here/scans/x.jpg");
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "the original stays as it is");
        file = DraftFile::open(&path, Access::Write(&owner())).unwrap();
    }
}
