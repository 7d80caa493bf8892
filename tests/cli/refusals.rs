//! What must not happen without a word: rows swallowed, keys overwritten, links replaced, drafts that leave their folder.

use std::fs;

use super::Place;

#[test]
fn a_quotation_mark_that_is_open_imports_nothing() {
    let place = Place::new();
    place.file("t.csv", "mini_program.name,subject.name\nalpha,\"one\nbeta,two\n");
    for rest in [&[][..], &["--partial"], &["--dry-run"]] {
        let called = place.call(&[&["import", "t.csv", "--lang", "en"], rest].concat());
        assert_eq!(called.code, 2, "{}", called.out);
        assert!(called.err.contains("B2 (row 2)") && called.err.contains("close it"), "{}", called.err);
    }
    assert!(!place.path().join("drafts").exists(), "nothing is made half");
}

#[test]
fn a_key_that_stands_twice_is_no_value() {
    let place = Place::with_examples();
    let before = fs::read(place.draft("example-company")).unwrap();
    let json = br#"{"owner":{"mobile":"1"},"owner":{"mobile":"13012340005"}}"#;
    place.file("v.json", json);
    for called in [
        place.fed(&["set", "example-company", "-", "--force"], json),
        place.call(&["set", "example-company", "--json", "v.json"]),
    ] {
        assert!(called.code == 2 && called.err.contains("owner"), "{}", called.err);
    }
    place.file("a.json", r#"{"errcode":0,"info":{"status":1,"status":2}}"#);
    let called = place.call(&["status", "example-company", "--import", "a.json"]);
    assert!(called.code == 2 && called.err.contains("status"), "{}", called.err);
    assert_eq!(fs::read(place.draft("example-company")).unwrap(), before);
}

#[test]
fn a_default_is_checked_as_a_value_is() {
    let place = Place::new();
    let called = place.call(&["config", "set", "new.owner.mobile", "123"]);
    assert!(called.code == 2 && called.err.contains("owner.mobile"), "{}", called.err);
    let forced = place.call(&["config", "set", "--force", "new.owner.mobile", "123"]);
    assert!(forced.code == 0 && forced.out.contains("mobile-invalid"), "{}{}", forced.out, forced.err);
    let called = place.call(&["config", "set", "new.owner.mobile", "13012340005"]);
    assert!(!called.out.contains("mobile-invalid") && called.out.contains("13012340005"), "{}", called.out);
}

#[test]
fn dots_are_folders_and_a_draft_that_moves_away_is_told() {
    let place = Place::with_examples();
    fs::create_dir(place.path().join("archive")).unwrap();
    for to in ["", "...", "--", " "] {
        for command in ["rename", "copy"] {
            let called = place.call(&[command, "example-company", "--", to]);
            assert_eq!(called.code, 2, "{command} {to:?}: {}", called.out);
        }
    }
    // From the working folder, which the place's is.
    let called = place.call(&["rename", "example-company", "."]);
    assert!(called.code == 0 && called.err.contains("beian list"), "{}{}", called.out, called.err);
    assert!(place.path().join("example-company.toml").exists() && !place.draft("draft").exists());
    let called = place.call(&["rename", "./example-company.toml", "archive/"]);
    assert!(called.code == 0 && called.err.contains("archive"), "{}", called.err);
    let text = fs::read_to_string(place.path().join("archive/example-company.toml")).unwrap();
    assert!(text.contains("\"../drafts/scans/business-licence.jpg\""), "paths lead to the same scans: {text}");
    let called = place.call(&["copy", "example-individual", "archive/other"]);
    assert!(called.code == 0 && called.err.contains("beian list"), "{}", called.err);
    // Within its folder there is nothing to say.
    place.ok(&["rename", "example-individual", "mine"]);
    place.ok(&["rename", "mine", "drafts/yours.toml"]);
}

#[test]
fn a_home_that_is_not_known_makes_no_folder() {
    let place = Place::new();
    let with = |value: &str| {
        let output = place.command(&["new", "--name", "a"]).env("BEIAN_DRAFTS_DIR", value).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = with("~nobody/x");
    assert!(code == Some(2) && said.contains("~nobody"), "{said}");
    assert_eq!(with("~/mine").0, Some(0));
    assert!(place.path().join("mine/a.toml").exists(), "the home folder is the place");
    let called = place.call(&["new", "--name", "b", "--drafts-dir", "~nobody"]);
    assert_eq!(called.code, 2, "{}", called.out);
    let called = place.call(&["config", "set", "drafts_dir", "~nobody/x"]);
    assert_eq!(called.code, 2, "{}", called.out);
    assert!(!place.path().join("~nobody").exists());
}

#[test]
fn a_file_of_another_kind_is_called_what_it_is() {
    let place = Place::with_examples();
    let draft = fs::read(place.path().join("drafts/scans/business-licence.jpg")).unwrap();
    place.file("scan.toml", draft);
    place.file("cut.zip.age", "age-encryp");
    place.file("head.zip.age", "age-encryption.org/v1\n-> X25519 abc\n");
    place.ok(&["export", "example-individual", "-o", "p.zip"]);
    let check = |path: &str| {
        let called = place.call(&["check", path, "--lang", "en"]);
        assert_eq!(called.code, 2);
        called.err
    };
    for (path, word) in [
        ("./scan.toml", "a picture"),
        ("./cut.zip.age", "encrypted package"),
        ("./head.zip.age", "encrypted package"),
        ("./p.zip", "a package"),
    ] {
        assert!(check(path).contains(word), "{path}: {}", check(path));
    }
    let called = place.call(&["new", "--from", "cut.zip.age", "--kind", "change", "--lang", "en"]);
    assert!(called.code == 2 && called.err.contains("cut off"), "{}", called.err);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_neither_waited_for_nor_misnamed() {
    let place = Place::with_examples();
    let pipe = place.path().join("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let config = place.path().join(".config/beian");
    fs::create_dir_all(&config).unwrap();
    let path = config.join("config.toml");
    std::os::unix::fs::symlink(&pipe, &path).unwrap();
    let said = |args: &[&str]| {
        let called = place.call(&[args, &["--lang", "en"]].concat());
        (called.code, format!("{}{}", called.out, called.err))
    };
    let (code, text) = said(&["config", "set", "mouse", "no"]);
    assert!(code == 2 && text.contains("a pipe") && !text.contains("folder"), "{text}");
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("nowhere", &path).unwrap();
    let (code, text) = said(&["config", "set", "mouse", "no"]);
    assert!(code == 2 && text.contains("broken link") && path.is_symlink(), "{text}");
    let (_, text) = said(&["config"]);
    assert!(!text.contains("not there yet"), "{text}");
    fs::remove_file(&path).unwrap();

    for (args, code, word) in [
        (&["set", "example-company", "--json", "/"][..], 2, "/ cannot be read: it is a folder"),
        (&["import", "pipe"], 2, "a pipe"),
        (&["import", "/"], 2, "it is a folder"),
        (&["status", "example-individual", "--import", "pipe"], 2, "not a regular file"),
        (&["new", "--from", "pipe", "--kind", "change"], 2, "No draft"),
    ] {
        let (found, text) = said(args);
        assert!(found == code && text.contains(word), "{args:?}: {text}");
    }
    place.ok(&["set", "example-company", &format!("subject.certificate.photo={}", pipe.display()), "--quiet"]);
    let (code, text) = said(&["collect", "example-company", "--allow-outside"]);
    assert!(code == 1 && text.contains("a pipe") && !text.contains("characters"), "{text}");
}
