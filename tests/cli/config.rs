//! Settings that hold everywhere: a flag, a variable, the file, what was remembered, in this order.

use std::path::PathBuf;

use super::Place;

/// A place in which settings are kept.
fn place(text: &str) -> (Place, PathBuf) {
    let place = Place::new();
    let path = place.path().join(".config/beian/config.toml");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    (place, path)
}

#[test]
fn what_is_stronger_holds() {
    let (place, _) = place("language = \"en\"\ntheme = \"light\"\n");
    let language = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = place.command(&[args, &["config", "get", "language", "--format", "json"]].concat());
        let output = command.envs(variables.iter().copied()).output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (json["value"].as_str().unwrap().to_owned(), json["origin"].as_str().unwrap().to_owned())
    };
    let is = |value: &str, origin: &str| (value.to_owned(), origin.to_owned());
    assert_eq!(language(&[], &[]), is("en", "config"));
    assert_eq!(language(&[], &[("BEIAN_LANG", "zh")]), is("zh-CN", "environment"));
    assert_eq!(language(&["--lang", "en"], &[("BEIAN_LANG", "zh")]), is("en", "flag"));
    let state = place.path().join("state");
    std::fs::create_dir(&state).unwrap();
    std::fs::write(state.join("language"), "zh-CN\n").unwrap();
    let state = state.to_str().unwrap();
    assert_eq!(language(&[], &[("BEIAN_STATE_DIR", state)]), is("en", "config"));
    place.ok(&["config", "unset", "language"]);
    assert_eq!(language(&[], &[("BEIAN_STATE_DIR", state)]), is("zh-CN", "remembered"));
    assert_eq!(language(&[], &[]), is("zh-CN", "system"));
    // Help is in the language of the settings, too.
    place.ok(&["config", "set", "language", "en"]);
    assert!(place.ok(&["--help"]).starts_with("Prepare the ICP filing"));
}

#[test]
fn what_is_wrong_is_named_and_stops_nothing() {
    let (place, path) = place("mouse = true\nlangauge = \"en\"\n[export]\nfolder = 3\n");
    let called = place.call(&["list"]);
    assert_eq!(called.code, 0, "{}", called.err);
    assert_eq!(called.err.lines().count(), 2, "{}", called.err);
    assert!(called.err.contains("第 2 行第 1 列") && called.err.contains("language"), "{}", called.err);
    let json = place.json(&["config"]);
    assert_eq!(json["problems"][0]["line"], 2);
    assert_eq!(json["path"], path.to_str().unwrap());
    std::fs::write(&path, "mouse = \n").unwrap();
    let called = place.call(&["list"]);
    assert!(called.code == 0 && called.err.contains("第 1 行"), "{}", called.err);
    assert_eq!(place.call(&["config", "set", "mouse", "false"]).code, 2, "what is no TOML is not written over");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mouse = \n");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    assert_eq!(place.call(&["list"]).code, 0);
}

#[test]
fn new_drafts_begin_with_what_the_settings_say() {
    let (place, _) = place("[new]\nsubject.nature = \"个人\"\n[new.mini_program]\nservice_contents = [3]\n");
    place.ok(&["config", "set", "new.responsible_person.email", "a@example.com"]);
    place.ok(&["new", "--name", "甲"]);
    place.ok(&["new", "--name", "乙", "--nature", "企业", "elsewhere.toml"]);
    assert_eq!(place.ok(&["get", "甲", "subject.nature"]), "5\n");
    assert_eq!(place.ok(&["get", "elsewhere.toml", "subject.nature"]), "4\n", "what is said goes first");
    for draft in ["甲", "elsewhere.toml"] {
        assert_eq!(place.ok(&["get", draft, "mini_program.service_contents"]), "3\n");
        assert_eq!(place.ok(&["get", draft, "responsible_person.email"]), "a@example.com\n");
    }
    place.file("t.csv", "小程序名称,电子邮件地址\n丙的小店,\n".replace("电子邮件地址", "responsible_person.email"));
    place.ok(&["import", "t.csv"]);
    assert_eq!(place.ok(&["get", "丙的小店", "responsible_person.email"]), "a@example.com\n");
}

#[test]
fn packages_are_made_as_the_settings_say() {
    let (place, _) = place("[export]\nfolder = \"~/packages\"\nascii_names = true\n");
    place.ok(&["new", "--example"]);
    let path = place.json(&["export", "example-individual"])["package"].as_str().unwrap().to_owned();
    assert!(path.starts_with(place.path().join("packages").to_str().unwrap()), "{path}");
    let names = |path: &str| {
        let zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let names = zip.file_names().map(|name| name.unwrap().into_owned());
        names.filter(|name| name.starts_with("materials/")).collect::<Vec<_>>()
    };
    assert!(names(&path).iter().all(|name| name.is_ascii()), "{:?}", names(&path));
    let other = place.path().join("other.zip");
    place.ok(&["export", "example-individual", "--ascii-names=no", "-o", other.to_str().unwrap()]);
    assert!(names(other.to_str().unwrap()).iter().any(|name| !name.is_ascii()));
}

#[test]
fn where_it_is_not_known_whom_a_package_is_encrypted_for_none_leaves_in_the_clear() {
    let place = Place::with_examples();
    let path = place.path().join(".config/beian/config.toml");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let export = ["export", "example-individual", "-o", "p.zip", "--replace"];
    for text in [
        "[export]\nencrypt = \"nowhere.txt\"\n",
        "[export]\nEncrypt = \"age1\"\n",
        "[exprot]\nencrypt = \"age1\"\n",
        "encrypt = \"age1\"\n",
        "encrpyt = \"age1\"\n",
        "theme = \n",
    ] {
        std::fs::write(&path, text).unwrap();
        let refused = place.call(&export);
        assert!(refused.code == 2 && refused.err.contains("--no-encrypt"), "{text}: {}", refused.err);
        assert!(!place.path().join("p.zip").exists(), "{text}");
    }
    let open = place.call(&[&export[..], &["--no-encrypt"]].concat());
    assert_eq!(open.code, 0, "{}", open.err);
    // What is wrong elsewhere says nothing about it.
    std::fs::write(&path, "mouse = 3\nlangauge = \"en\"\n").unwrap();
    assert_eq!(place.call(&export).code, 0);
}

/// What is told after a setting went is what holds without it, and what is wrong by the rules is no default.
#[test]
fn what_holds_is_told_after_a_setting_went() {
    let place = Place::new();
    let config = |args: &[&str]| place.command(&[&["config"], args].concat()).env_remove("BEIAN_DRAFTS_DIR").output().unwrap();
    let told = |args: &[&str]| String::from_utf8(config(args).stdout).unwrap();
    let before = told(&["get", "drafts_dir"]);
    assert!(told(&["set", "drafts_dir", "/nowhere/drafts"]).contains("/nowhere/drafts"));
    let gone = told(&["unset", "drafts_dir"]);
    assert!(gone.contains(before.trim()) && !gone.contains("nowhere"), "{gone}");
    let language = told(&["get", "language"]);
    let other = if language.trim() == "en" { "zh-CN" } else { "en" };
    config(&["set", "language", other]);
    let gone = told(&["unset", "language"]);
    assert!(gone.contains(language.trim()), "{gone}");
    let refused = config(&["set", "new.responsible_person.mobile", "12"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(told(&["get", "new.responsible_person.mobile"]), "");
    assert_eq!(config(&["set", "new.responsible_person.mobile", "12", "--force"]).status.code(), Some(0));
    assert_eq!(config(&["set", "new.responsible_person.mobile", "13012340003"]).status.code(), Some(0));
}

/// The folder of drafts is named by a variable here, which is stronger than the file.
#[test]
fn what_is_written_and_overruled_is_said_to_be() {
    let place = Place::with_examples();
    let said = place.ok(&["config", "set", "drafts_dir", "elsewhere"]);
    assert!(said.contains("已写入配置文件") && said.contains("BEIAN_DRAFTS_DIR"), "{said}");
    assert!(!place.ok(&["config", "set", "mouse", "off"]).contains("已写入配置文件"));
}
