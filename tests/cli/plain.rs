//! The wizard without a screen, fed through a pipe.

use super::Place;

#[test]
fn the_end_of_the_input_saves_and_says_so_and_one_goes_on_later() {
    let place = Place::new();
    let name = "/mini_program.name\n虚构食谱\n";
    let called = place.fed(&["--plain", "--lang", "en"], format!("n\n1\n1\n{name}").as_bytes());
    assert_eq!((called.code, called.err.as_str()), (0, ""), "{}", called.out);
    assert!(called.out.contains("End of input. All that was filled in is saved."), "{}", called.out);
    let drafts: Vec<_> = place.path().join("drafts").read_dir().unwrap().flatten().map(|entry| entry.path()).collect();
    let draft = drafts.iter().find(|path| path.extension().is_some_and(|end| end == "toml")).unwrap();
    assert!(std::fs::read_to_string(draft).unwrap().contains("虚构食谱"));
    // The same draft the next time, by its number, and by its path.
    let again = place.fed(&["--plain", "--lang", "en"], b"1\n/mini_program.name\n-\nq\nq\n");
    assert!(again.out.contains("Now: 虚构食谱") && again.out.contains("emptied"), "{}", again.out);
    let named = place.fed(&["--plain", draft.to_str().unwrap()], b"q\nq\n");
    assert!(named.code == 0 && named.out.contains("目录"), "{}{}", named.out, named.err);
}

#[test]
fn drafts_of_one_title_are_told_apart() {
    let place = Place::new();
    let drafts = place.path().join("drafts");
    std::fs::create_dir_all(&drafts).unwrap();
    for (file, kind, title) in [("a", "new", "虚构食谱"), ("b", "change", "虚构食谱"), ("c", "new", "别的")] {
        let text = format!("format = 1\nkind = \"{kind}\"\n[mini_program]\nname = \"{title}\"\n");
        std::fs::write(drafts.join(format!("{file}.toml")), text).unwrap();
    }
    let called = place.fed(&["--plain"], b"q\n");
    assert!(called.out.contains("（新增，a）") && called.out.contains("（变更，b）"), "{}", called.out);
    assert!(!called.out.contains("，c）"), "{}", called.out);
}

#[test]
fn whatever_is_typed_nothing_breaks() {
    let place = Place::with_examples();
    let odd = "9999999999999999999999\n-1\n/\n/没有这个\n=\n!\n*\n?\n<\n.\nr\n77\n\nm\ns\n99\nu\n\n1\n=5\n!\n*\n?\n\u{1b}[31m\n";
    let called = place.fed(&["--plain", "example-company"], format!("{odd}{odd}").as_bytes());
    assert_eq!((called.code, called.err.as_str()), (0, ""), "{}", called.out);
    assert!(!called.out.contains('\u{1b}'), "{}", called.out);
    let bytes = place.fed(&["--plain", "example-company"], &[b'1', b'\n', 0xff, 0xfe, 0, 1, 2, b'\n', b'q']);
    assert_eq!(bytes.code, 0, "{}{}", bytes.out, bytes.err);
    let nothing = place.fed(&["--plain"], b"");
    assert!(nothing.code == 0 && nothing.out.contains("输入结束"), "{}", nothing.out);
    let missing = place.fed(&["--plain", "no-such-draft"], b"");
    assert_eq!(missing.code, 2, "{}", missing.out);
}

#[test]
fn what_happened_is_recorded_and_taken_back() {
    let place = Place::with_examples();
    let called = place
        .fed(&["--plain", "example-individual", "--lang", "en"], b"s\n1\n2026-11-20 09:00\n1\n2026-11-21 09:00\nu\n\nq\nq\n");
    assert_eq!((called.code, called.err.as_str()), (0, ""), "{}", called.out);
    assert!(called.out.contains("Recorded: ") && called.out.contains("Taken back: "), "{}", called.out);
}

#[test]
fn a_draft_that_another_program_has_can_only_be_read() {
    let place = Place::with_examples();
    let draft = place.draft("example-individual");
    let since = beian::filing::event::Moment::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
    let owner = beian::fs::lock::Owner { pid: 1, since, host: String::new() };
    let held = beian::drafts::DraftFile::open(&draft, beian::drafts::Access::Write(&owner)).unwrap();
    let before = std::fs::read(&draft).unwrap();
    let called = place.fed(&["--plain", "example-individual"], "/mini_program.name\n别的名字\nq\nq\n".as_bytes());
    assert!(called.out.contains("只能查看"), "{}", called.out);
    assert_eq!(std::fs::read(&draft).unwrap(), before);
    drop(held);
}

#[test]
fn settings_that_are_not_understood_are_named() {
    let place = Place::new();
    let called = |name: &str, value: &str| {
        let output = place.command(&["list"]).env(name, value).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = called("BEIAN_LANG", "fr");
    assert!(code == Some(2) && said.contains("BEIAN_LANG") && said.contains("fr"), "{said}");
    assert_eq!(called("BEIAN_LANG", "en").0, Some(0));
    let english = place.command(&["list"]).env("BEIAN_LANG", "en").output().unwrap();
    assert!(String::from_utf8(english.stdout).unwrap().contains("No drafts"), "the setting outdoes the locale");
}

#[test]
fn a_change_begins_with_the_record_and_brings_the_filed_draft_up_to_date() {
    let place = Place::with_examples();
    for (event, at) in [
        ("submitted", "2026-10-01 10:00"),
        ("platform-passed", "2026-10-02 10:00"),
        ("sms-received", "2026-10-02 11:00"),
        ("sms-verified", "2026-10-02 12:00"),
    ] {
        place.ok(&["status", "example-individual", event, "--at", at]);
    }
    place.ok(&[
        "status",
        "example-individual",
        "bureau-passed",
        "--at",
        "2026-10-20 10:00",
        "--number",
        "粤ICP备2026000001号-1X",
    ]);
    let made = place.fed(&["--plain", "--lang", "en"], "?\nn\n?\n3\n?\n1\nq\nq\n".as_bytes());
    assert!(made.code == 0 && made.out.contains("Which filing does it begin with?"), "{}{}", made.out, made.err);
    let listed = place.json(&["list", "--no-files"]);
    let change = listed.as_array().unwrap().iter().find(|draft| draft["kind"] == "change").unwrap();
    let change = change["path"].as_str().unwrap();
    assert_eq!(place.ok(&["get", change, "record.number"]), "粤ICP备2026000001号-1X\n");
    place.call(&["set", change, "responsible_person.mobile=13112345678"]);
    // Each step is the first that may happen.
    for (event, at) in [
        ("submitted", "2026-11-01 10:00"),
        ("platform-passed", "2026-11-02 10:00"),
        ("sms-received", "2026-11-02 11:00"),
        ("sms-verified", "2026-11-02 12:00"),
    ] {
        place.call(&["status", change, event, "--at", at]);
    }
    let offers = place.fed(&["--plain", change, "--lang", "en"], b"s\n\nq\nq\n").out;
    let passed = offers.lines().find_map(|line| line.split_once(". Approved by the bureau")).map(|(number, _)| number.to_owned());
    let typed = format!("s\n{}\n2026-11-20 10:00\n\n\nq\nq\n", passed.unwrap_or_else(|| panic!("{offers}")));
    let done = place.fed(&["--plain", change, "--lang", "en"], typed.as_bytes());
    assert!(done.out.contains("Recorded: "), "{}", done.out);
    assert_eq!(place.ok(&["get", "example-individual", "responsible_person.mobile"]), "13112345678\n", "{}", done.out);
}

#[test]
fn a_package_is_encrypted_as_the_settings_say_unless_it_is_said_otherwise() {
    let place = Place::with_examples();
    let settings = place.path().join(".config/beian");
    std::fs::create_dir_all(&settings).unwrap();
    let key = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    std::fs::write(settings.join("keys.txt"), format!("# ours\n{key}\n")).unwrap();
    let exported = |config: &str, answers: &str| {
        std::fs::write(settings.join("config.toml"), config).unwrap();
        let called = place.fed(&["--plain", "example-individual", "--lang", "en"], format!("e\n{answers}q\nq\n").as_bytes());
        assert_eq!(called.code, 0, "{}{}", called.out, called.err);
        let made = called.out.lines().find_map(|line| line.split_once("Package: ")).map(|(_, path)| path.trim().to_owned());
        (made, called.out)
    };
    // A file of keys is as good as its keys.
    for config in [format!("[export]\nencrypt = \"{key}\"\n"), "[export]\nencrypt = \"keys.txt\"\n".to_owned()] {
        let (made, said) = exported(&config, "\n");
        assert!(made.is_some_and(|made| made.ends_with(".zip.age")) && said.contains(key), "{said}");
    }
    let (made, said) = exported("[export]\nencrypt = \"keys.txt\"\n", "n\n");
    assert!(made.is_some_and(|made| made.ends_with(".zip")), "{said}");
    // Keys that are none: it is not known for whom, and Enter settles nothing.
    std::fs::write(settings.join("keys.txt"), "li@example.cn\n").unwrap();
    let (made, said) = exported("[export]\nencrypt = \"keys.txt\"\n", "\n.\n");
    assert!(made.is_none() && said.contains("it is not known whom"), "{said}");
}

#[test]
fn notes_leave_by_a_plus_or_as_the_settings_say() {
    let place = Place::with_examples();
    let settings = place.path().join(".config/beian");
    std::fs::create_dir_all(&settings).unwrap();
    let note = "filed_before = ";
    let exported = |config: &str, answers: &str| {
        std::fs::write(settings.join("config.toml"), config).unwrap();
        let called = place.fed(&["--plain", "example-company", "--lang", "en"], format!("e\n{answers}\nq\nq\n").as_bytes());
        let made = called.out.lines().find_map(|line| line.split_once("Package: ")).map(|(_, path)| path.trim().to_owned());
        let made = made.unwrap_or_else(|| panic!("{}{}", called.out, called.err));
        let mut zip = zip::ZipArchive::new(std::fs::File::open(&made).unwrap()).unwrap();
        let mut draft = String::new();
        std::io::Read::read_to_string(&mut zip.by_name("filing.toml").unwrap(), &mut draft).unwrap();
        std::fs::remove_file(made).unwrap();
        (draft.contains(note), called.out)
    };
    let with = "[export]\nwith_notes = true\n";
    for (config, answers, leaves) in
        [("", "", false), ("", "+\n", true), ("", "+\n+\n", false), (with, "", true), (with, "+\n", false)]
    {
        let (left, said) = exported(config, answers);
        assert_eq!(left, leaves, "{config}{answers}: {said}");
    }
}
