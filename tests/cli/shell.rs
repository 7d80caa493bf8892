//! What a shell and a system want to know: completions and manual pages; and drafts that go.

use super::Place;

#[test]
fn a_shell_is_told_drafts_fields_and_rules() {
    let place = Place::with_examples();
    let script = place.ok(&["completions", "bash"]);
    assert!(script.contains("COMPLETE") && script.contains("beian"), "{script}");
    assert_eq!(place.call(&["completions", "dos"]).code, 2);
    let asked = |words: &[&str]| {
        let mut command = place.command(&["--"]);
        command.args(words).env("COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
        command.env("_CLAP_COMPLETE_COMP_TYPE", "9").env("_CLAP_IFS", "\n").env("_CLAP_COMPLETE_SPACE", "true");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(asked(&["beian", "check", "exam"]).contains("example-company"));
    assert!(asked(&["beian", "set", "example-company", "owner.mob"]).contains("owner.mobile"));
    assert!(asked(&["beian", "explain", "mobile-"]).contains("mobile-shared"));
    assert!(asked(&["beian", "comp"]).contains("completions"));
}

#[test]
fn powershell_is_told_the_same() {
    let place = Place::with_examples();
    let script = place.ok(&["completions", "powershell"]);
    assert!(script.contains("Register-ArgumentCompleter -Native -CommandName beian"), "{script}");
    assert_eq!(place.ok(&["completions", "pwsh"]), script);
    // As the script asks: the line up to the cursor as words, the last one being completed; a line of answer each, with a tab before its
    // explanation.
    let asked = |words: &[&str]| {
        let mut command = place.command(&["--"]);
        command.args(words).env("COMPLETE", "powershell");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let offered = |words: &[&str], value: &str| {
        let said = asked(words);
        assert!(said.lines().any(|line| line.split('\t').next() == Some(value)), "{words:?}: {said}");
    };
    offered(&["beian", "comp"], "completions");
    offered(&["beian", "check", "exam"], "example-company");
    offered(&["beian", "export", ""], "example-individual");
    offered(&["beian", "get", "example-company", "owner.mob"], "owner.mobile");
    offered(&["beian", "set", "example-company", "owner.mob"], "owner.mobile=");
    offered(&["beian", "explain", "mobile-"], "mobile-shared");
    let explained = asked(&["beian", "get", "example-company", "owner.mob"]);
    assert!(explained.lines().all(|line| line.split('\t').count() == 2), "{explained}");
}

#[test]
fn every_command_has_a_page() {
    let place = Place::new();
    std::fs::create_dir(place.path().join("man")).unwrap();
    place.ok(&["man", "-o", "man"]);
    let check = std::fs::read_to_string(place.path().join("man/beian-check.1")).unwrap();
    assert!(check.contains(".TH beian-check 1") && check.contains("select"), "{check}");
    assert!(place.path().join("man/beian.1").is_file());
    assert!(place.ok(&["man", "import", "--lang", "en"]).contains("Import a table"));
}

#[test]
fn deleted_drafts_are_named_and_come_back() {
    let place = Place::with_examples();
    let said = place.ok(&["delete", "example-company"]);
    assert!(said.contains(".trash") && said.contains("beian trash --restore example-company"), "{said}");
    assert!(!place.draft("example-company").exists());
    assert_eq!(place.call(&["delete", "example-individual", "nobody"]).code, 2);
    assert!(place.draft("example-individual").exists(), "nothing goes where one of them is unknown");
    place.ok(&["trash", "--restore", "example-company"]);
    assert!(place.draft("example-company").exists());
    // In another folder it is found by what is said.
    let other = place.path().join("other");
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(place.draft("example-company"), other.join("d.toml")).unwrap();
    let said = place.ok(&["delete", other.join("d.toml").to_str().unwrap()]);
    assert!(said.contains("trash --restore d") && said.contains("--drafts-dir "), "{said}");
    place.ok(&["--drafts-dir", other.to_str().unwrap(), "trash", "--restore", "d"]);
    assert!(other.join("d.toml").exists());
}

#[test]
fn several_fields_are_read_as_they_are_set() {
    let place = Place::with_examples();
    let read = place.ok(&["get", "example-company", "subject.nature", "subject.region"]);
    assert!(read.starts_with("subject.nature=4\nsubject.region="), "{read}");
    let all = place.ok(&["get", "example-company"]);
    place.ok(&["new", "copy"]);
    let set = place.fed(&["set", "./copy.toml", "-"], all.as_bytes());
    assert_eq!(set.code, 0, "{}", set.err);
    assert_eq!(place.ok(&["get", "./copy.toml", "subject.name"]), place.ok(&["get", "example-company", "subject.name"]));
}
