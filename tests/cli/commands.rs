//! Every command once in the way it is meant, and in the ways it is got wrong.

use std::process::Stdio;

use super::Place;
use beian::drafts::{Access, DraftFile};
use beian::fs::lock::Owner;

#[test]
fn wrong_use_is_explained_in_the_users_language() {
    let place = Place::with_examples();
    // Arguments, exit status, a fragment of the complaint.
    let table: &[(&[&str], i32, &str)] = &[
        (&[], 2, "向导需要终端"),
        (
            &[],
            2,
            "new, list, diff, check, confirm, export, letters, checklist, fill, show, materials, status, read, models, fields, rules, explain, schema, set, get, import, copy, rename, collect, delete, trash, completions, man, gitignore, catalog, config",
        ),
        (&["--lang", "en"], 2, "The wizard needs a terminal."),
        (&["example-company"], 2, "向导需要终端"),
        (&["chekc"], 2, "beian check"),
        (&["--lang", "en", "list", "--nonsense"], 2, "Unknown argument: --nonsense"),
        (&["list", "--format", "xml"], 2, "可以是：text, json"),
        (&["list", "--lang", "fr"], 2, "不支持的语言"),
        (&["list", "--today", "23.11.2026"], 2, "2026-11-23"),
        (&["list", "--today", "2026-02-30"], 2, "不对"),
        (&["check"], 2, "缺少参数"),
        (&["check", "no-such-draft"], 2, "没有名为「no-such-draft」的草稿"),
        (&["check", "exmaple-company"], 2, "example-company"),
        (&["check", "-", "example-company"], 2, "单独使用"),
        (&["set", "example-company", "subject.nmae=x"], 2, "subject.name"),
        (&["set", "example-company", "subject.name"], 2, "等号"),
        (&["get", "example-company", "mobile"], 2, "owner.mobile"),
        (&["explain", "no-such-rule-at-all"], 2, "beian rules"),
        (&["status", "example-company", "submited"], 2, "submitted"),
        (&["status", "example-company", "bureau-passed"], 2, "不能记录"),
        (&["status", "example-company", "undo"], 2, "没有可以撤销的事件"),
        (&["status", "example-company", "submitted", "--number", "x"], 2, "bureau-passed"),
        (&["status", "example-company", "submitted", "--at", "soon"], 2, "2026-11-23T10:42:00+08:00"),
        (&["new", "--nature", "社团"], 2, "4 企业"),
        (&["new", "--nature", "99"], 2, "没有主体性质"),
    ];
    for (args, code, fragment) in table {
        let called = place.call(args);
        assert_eq!(called.code, *code, "{args:?}: {}{}", called.out, called.err);
        assert!(called.err.contains(fragment), "{args:?}: {}", called.err);
        assert!(called.out.is_empty(), "{args:?}: {}", called.out);
        let prefix = if args.contains(&"en") { "error: " } else { "错误：" };
        assert!(called.err.starts_with(prefix), "{args:?}: {}", called.err);
    }
}

#[test]
fn help_and_version_are_results_not_complaints() {
    let place = Place::new();
    for (args, fragments) in [
        (&["--help"][..], &["用法：beian", "命令", "退出码"][..]),
        (&["--lang", "en", "-h"], &["Usage: beian", "Commands", "Exit status"]),
        (&["status", "--help"], &["sms-timed-out", "--reason"]),
        (&["--lang=en", "set", "--help"], &["FIELD=VALUE", "Arguments"]),
        (&["--version"], &["beian 0."]),
    ] {
        let out = place.ok(args);
        assert!(fragments.iter().all(|fragment| out.contains(fragment)), "{args:?}: {out}");
    }
}

#[test]
fn a_new_draft_is_found_by_its_name() {
    let place = Place::new();
    let out = place.ok(&["new", "--nature", "个人", "--name", "小食记"]);
    assert_eq!(out.trim_end(), place.draft("小食记").to_str().unwrap());
    assert_eq!(place.ok(&["get", "小食记", "subject.nature"]), "5\n");
    assert_eq!(place.ok(&["get", "小食记", "mini_program.name"]), "小食记\n");
    // The same name again makes another file.
    assert!(place.ok(&["new", "--name", "小食记"]).contains("小食记-2.toml"));
    let elsewhere = place.ok(&["new", "elsewhere"]);
    assert_eq!(elsewhere.trim_end(), place.path().join("elsewhere.toml").to_str().unwrap());
    assert_eq!(place.call(&["new", "elsewhere.toml"]).code, 2);
    assert_eq!(place.json(&["list"]).as_array().unwrap().len(), 2);
}

#[test]
fn examples_are_never_written_over_something() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "mini_program.name=我的小程序"]);
    // Asked for again, they are there once more beside the old ones.
    assert!(place.ok(&["new", "--example"]).contains("example-company-2.toml"));
    assert_eq!(place.ok(&["get", "example-company-2", "mini_program.name"]), "虚构音乐厅\n");
    // A scan of the person's own is not touched.
    let scan = place.draft("x").with_file_name("scans").join("business-licence.jpg");
    std::fs::write(&scan, "mine").unwrap();
    let again = place.call(&["new", "--example"]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert_eq!(std::fs::read(&scan).unwrap(), b"mine");
    assert_eq!(place.ok(&["get", "example-company", "mini_program.name"]), "我的小程序\n");
}

#[test]
fn the_list_says_stage_progress_and_findings() {
    let place = Place::with_examples();
    assert!(place.ok(&["list"]).contains("可以提交"), "nothing is left to prepare");
    assert!(place.ok(&["status", "example-company"]).contains("环节：准备资料 · 可以提交"));
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    std::fs::write(place.draft("broken"), "kind = ").unwrap();
    let list = place.json(&["list"]);
    let find = |name: &str| list.as_array().unwrap().iter().find(|entry| entry["name"] == name).unwrap().clone();
    assert_eq!(find("example-individual")["findings"]["error"], 0);
    assert_eq!(find("example-individual")["progress"]["percent"], 100);
    assert_eq!(find("example-company")["findings"]["error"], 1);
    assert_eq!(find("example-company")["stage"], "preparing");
    assert!(find("broken")["error"]["message"].as_str().unwrap().contains("第 1 行"));
    assert!(Place::new().ok(&["list", "--lang", "en"]).contains("No drafts yet"));
}

#[test]
fn there_is_progress_only_of_what_is_prepared_and_what_was_copied_is_none() {
    let place = Place::with_examples();
    let progress = |name: &str| {
        let list = place.json(&["list", "--no-files"]);
        list.as_array().unwrap().iter().find(|entry| entry["name"] == name).unwrap()["progress"].clone()
    };
    assert_eq!(progress("example-company")["percent"], 100);
    let event = |event: &str, more: &[&str]| {
        place.ok(&[&["status", "example-company", event, "--at", "2026-11-20 09:00"], more].concat());
    };
    event("submitted", &[]);
    assert!(progress("example-company").is_null(), "nobody fills in what was submitted");
    event("platform-returned", &[]);
    assert_eq!(progress("example-company")["percent"], 100, "sent back, it is prepared again");
    for name in ["submitted", "platform-passed", "sms-received", "sms-verified"] {
        event(name, &[]);
    }
    event("bureau-passed", &["--number", "蜀ICP备2026000001号-1X"]);
    assert!(progress("example-company").is_null());
    for (kind, draft) in [("additional", "more"), ("change", "moved"), ("deregister", "ended")] {
        place.call(&["new", "--from", "example-company", "--kind", kind, &format!("drafts/{draft}")]);
        let begun = progress(draft);
        assert_eq!((&begun["done"], &begun["percent"]), (&0.into(), &0.into()), "{kind}: {begun}");
    }
    place.call(&["set", "more", "mini_program.name=虚构琴房"]);
    assert_eq!(progress("more")["done"], 1);
}

#[test]
fn set_says_what_the_rules_find_and_keeps_what_does_not_fit_where_that_is_forced() {
    let place = Place::with_examples();
    let called = place.call(&["set", "example-company", "--force", "responsible_person.mobile=130 1234", "owner.email="]);
    assert!(called.code == 0 && called.err.contains("已清空：这一项必填"), "{}", called.err);
    let out = called.out;
    assert!(out.contains("主体负责人 · 手机号码 = 130 1234") && out.contains("[错误]"), "{out}");
    assert!(out.contains("要重新回答：电话都能接通（answers.phones_are_answered，向导里问：有电话打不通）"), "{out}");
    // What is valid is stored in its plain form.
    place.ok(&["set", "example-company", "responsible_person.mobile=＋86 131-2345-6789"]);
    assert_eq!(place.ok(&["get", "example-company", "responsible_person.mobile"]), "13123456789\n");
    assert_eq!(place.ok(&["get", "example-company", "owner.email"]), "\n");
    assert_eq!(place.call(&["set", "example-company", "subject.nature=没有"]).code, 2);
    let findings = place.json(&["set", "example-company", "subject.nature=没有", "--force"]);
    assert_eq!(findings["findings"][0]["field"], "subject.nature");
    assert_eq!(place.ok(&["get", "example-company", "subject.nature"]), "没有\n");
    // Comments of the file survive.
    assert!(std::fs::read_to_string(place.draft("example-company")).unwrap().contains('#'));
}

#[test]
fn get_shows_a_value_and_what_it_means() {
    let place = Place::with_examples();
    let value = place.json(&["get", "example-company", "subject.nature"]);
    assert_eq!((&value["value"], &value["shown"], &value["need"]), (&4.into(), &"企业".into(), &"required".into()));
    let value = place.json(&["get", "example-individual", "subject.name"]);
    assert_eq!(value["need"], "not-asked");
    let region = place.ok(&["get", "example-individual", "subject.region"]);
    place.ok(&["set", "example-individual", &format!("subject.region={}", region.trim())]);
    assert_eq!(place.ok(&["get", "example-individual", "subject.region"]), region);
}

#[test]
fn fields_and_rules_are_listed_and_explained() {
    let place = Place::new();
    let fields = place.json(&["fields"]);
    assert_eq!(fields.as_array().unwrap().len(), beian::filing::field::table().len());
    assert!(fields.as_array().unwrap().iter().all(|field| !field["label"].as_str().unwrap().is_empty()));
    assert!(place.ok(&["fields", "--lang", "en"]).contains("Mobile number"));
    let rules = place.json(&["rules"]);
    assert_eq!(rules.as_array().unwrap().len(), beian::rules::register().len());
    for rule in beian::rules::register() {
        for lang in ["zh-CN", "en"] {
            let said = place.json(&["explain", rule.name, "--lang", lang]);
            for key in ["title", "what", "mend", "why"] {
                assert!(said[key].as_str().is_some_and(|text| !text.is_empty()), "{} {key} {lang}", rule.name);
            }
        }
    }
    let explained = place.ok(&["explain", "certificate-expires-soon"]);
    assert!(explained.contains("怎么改") && explained.contains("依据"), "{explained}");
    assert!(
        explained.contains("错误示例") && explained.contains("      responsible_person.certificate.valid_until = "),
        "{explained}"
    );
    let english = place.ok(&["explain", "file-too-large", "--lang", "en"]);
    assert!(english.contains("Wrong: ") && english.contains("Right: "), "{english}");
    for (name, guess) in
        [("mobile-invald", "mobile-invalid"), ("expires", "certificate-expires-soon"), ("mobile-wrong", "mobile-")]
    {
        let called = place.call(&["explain", name]);
        assert!(called.code == 2 && called.err.contains(guess), "{name}: {}", called.err);
    }
}

#[test]
fn rules_are_listed_by_topic() {
    let place = Place::new();
    let listed = place.ok(&["rules"]);
    for rule in beian::rules::register() {
        let line = listed.lines().find(|line| line.trim_start().starts_with(&format!("{} ", rule.name)));
        assert!(line.is_some_and(|line| line.contains(rule.source.document.zh)), "{}", rule.name);
    }
    assert!(listed.contains("电话 (phone)"), "{listed}");
    for topic in ["phone", "电话", "Phones"] {
        let phones = place.json(&["rules", "--topic", topic]);
        let phones = phones.as_array().unwrap();
        assert!(!phones.is_empty() && phones.iter().all(|rule| rule["topic"] == "phone"), "{topic}");
        assert!(phones.iter().all(|rule| rule["wrong"]["note"].is_string() && rule["confidence"].is_string()), "{topic}");
    }
    let called = place.call(&["rules", "--topic", "phnoe"]);
    assert!(called.code == 2 && called.err.contains("phone"), "{}", called.err);
    let called = place.call(&["rules", "--topic", "?"]);
    assert!(called.code == 2 && called.err.contains("mini-program-name"), "{}", called.err);
}

#[test]
fn a_package_is_exported_once_there_are_no_errors() {
    let place = Place::with_examples();
    let out = place.ok(&["export", "example-individual"]);
    let package = place.path().join(out.lines().next().unwrap());
    let bytes = std::fs::read(&package).unwrap();
    // Again: the same bytes in the same place.
    place.ok(&["export", "example-individual"]);
    assert_eq!(std::fs::read(&package).unwrap(), bytes);
    // Into a folder, and to a file.
    std::fs::create_dir(place.path().join("out")).unwrap();
    place.ok(&["export", "example-individual", "-o", "out"]);
    assert_eq!(std::fs::read(place.path().join("out").join(package.file_name().unwrap())).unwrap(), bytes);
    // What is no package is not overwritten unasked.
    place.file("notes.txt", "mine");
    let refused = place.call(&["export", "example-individual", "-o", "notes.txt"]);
    assert_eq!(refused.code, 2);
    assert_eq!(std::fs::read(place.path().join("notes.txt")).unwrap(), b"mine");
    place.ok(&["export", "example-individual", "-o", "notes.txt", "--force"]);
    assert_eq!(std::fs::read(place.path().join("notes.txt")).unwrap(), bytes);
    let nowhere = place.call(&["export", "example-individual", "-o", "no/such/folder.zip"]);
    assert_eq!(nowhere.code, 2, "{}", nowhere.err);
}

#[test]
fn an_export_with_errors_is_refused_and_names_them() {
    let place = Place::with_examples();
    place.ok(&["set", "example-company", "--force", "owner.mobile=123"]);
    let refused = place.call(&["export", "example-company", "-o", "p.zip"]);
    assert_eq!(refused.code, 1);
    assert!(refused.out.contains("手机号码") && refused.err.contains("没有导出"), "{}{}", refused.out, refused.err);
    assert!(!place.path().join("p.zip").exists());
    let json = place.json(&["export", "example-company", "-o", "p.zip"]);
    assert!(json["package"].is_null() && json["findings"][0]["field"] == "owner.mobile");
}

#[test]
fn a_draft_open_elsewhere_can_be_read_but_not_written() {
    let place = Place::with_examples();
    let owner = Owner { pid: 4711, since: "2026-11-23T10:00:00+08:00".parse().unwrap(), host: String::new() };
    let held = DraftFile::open(&place.draft("example-company"), Access::Write(&owner)).unwrap();
    for args in [&["set", "example-company", "mini_program.name=新名"][..], &["status", "example-company", "submitted"]] {
        let called = place.call(args);
        assert_eq!(called.code, 2, "{args:?}");
        assert!(called.err.contains("4711") && called.err.contains("2026-11-23 10:00"), "{}", called.err);
    }
    for args in
        [&["check", "example-company"][..], &["get", "example-company", "kind"], &["status", "example-company"], &["list"]]
    {
        place.ok(args);
    }
    drop(held);
    place.ok(&["set", "example-company", "mini_program.name=新名"]);
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let place = Place::new();
    let mut child = place.command(&["rules", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_a_failure_of_the_system() {
    let place = Place::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = place.command(&["fields"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(!output.stderr.is_empty());
}

#[test]
fn flags_beat_variables_and_variables_beat_habit() {
    let place = Place::new();
    let other = place.path().join("other");
    place.ok(&["new", "--name", "a", "--drafts-dir", other.to_str().unwrap()]);
    assert!(other.join("a.toml").exists() && !place.path().join("drafts").exists());
    let output = place.command(&["list"]).env("LANG", "en_GB.UTF-8").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("No drafts"));
    let output = place.command(&["list"]).env("BEIAN_TODAY", "never").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    place.ok(&["list", "--today", "2026-11-24"]);
}

#[test]
fn a_complaint_for_programs_is_json_too() {
    let place = Place::new();
    let called = place.call(&["get", "nothing", "kind", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_str(&called.err).unwrap();
    assert!(called.code == 2 && error["error"]["message"].is_string() && called.out.is_empty());
}

#[test]
fn neither_the_draft_nor_a_scan_is_ever_overwritten() {
    let place = Place::with_examples();
    let drafts = place.path().join("drafts");
    let scan = std::fs::read_dir(drafts.join("scans")).unwrap().flatten().map(|entry| entry.path());
    let draft = std::fs::read_to_string(place.draft("example-individual")).unwrap();
    let used = scan.filter(|path| draft.contains(path.file_name().unwrap().to_str().unwrap()));
    let mut sources: Vec<std::path::PathBuf> = used.collect();
    assert!(!sources.is_empty());
    sources.push(place.draft("example-individual"));
    #[cfg(unix)]
    for source in sources.clone() {
        let link = place.path().join(format!("link-{}", source.file_name().unwrap().to_str().unwrap()));
        std::os::unix::fs::symlink(&source, &link).unwrap();
        sources.push(link);
    }
    for source in sources {
        let before = std::fs::read(&source).unwrap();
        let called = place.call(&["export", "example-individual", "--force", "-o", source.to_str().unwrap()]);
        assert!(called.code == 2 && called.err.contains("不能覆盖"), "{source:?}: {}", called.err);
        assert_eq!(std::fs::read(&source).unwrap(), before, "{source:?}");
    }
}

#[test]
fn a_package_needs_a_place_that_is_there() {
    let place = Place::with_examples();
    for (output, code, fragment) in
        [("-", 2, "./-"), ("nosub/", 2, "没有这个文件夹"), ("no/such/p.zip", 2, "没有这个文件夹"), ("./-", 0, "")]
    {
        let called = place.call(&["export", "example-individual", "-o", output]);
        assert!(called.code == code && called.err.contains(fragment), "{output}: {} {}", called.code, called.err);
        assert!(code == 0 || called.err.lines().count() == 2, "{output} has no hint: {}", called.err);
    }
}

#[test]
fn what_a_killed_export_left_goes_with_the_next() {
    let place = Place::with_examples();
    let left = place.file(".beian-abc123.999999.tmp", "scans of an identity card");
    place.ok(&["export", "example-individual"]);
    assert!(!left.exists());
}

#[test]
fn help_is_a_command_too() {
    let place = Place::new();
    assert_eq!(place.ok(&["help"]), place.ok(&["--help"]));
    assert_eq!(place.ok(&["help", "check"]), place.ok(&["check", "--help"]));
    assert_eq!(place.ok(&["help", "check", "--lang", "en"]), place.ok(&["--lang", "en", "check", "--help"]));
    let chinese = place.ok(&["help"]);
    assert!(chinese.contains("命令：") && !chinese.contains("命令:") && !chinese.contains("选项:"), "{chinese}");
    for args in [
        &["chekc", "x"][..],
        &["chekc"],
        &["help", "chekc"],
        &["--lang=zh-CN", "chekc", "list"],
        &["--lists-dir", "X", "chekc", "foo"],
    ] {
        let called = place.call(args);
        assert!(called.code == 2 && called.err.contains("没有命令「chekc」"), "{args:?}: {}", called.err);
        assert!(called.err.contains("beian check"), "{args:?}: {}", called.err);
    }
}

#[test]
fn complaints_about_arguments_are_json_where_that_was_asked_for() {
    let place = Place::new();
    for args in
        [&["list", "--nonsense", "--format", "json"][..], &["--format=json", "check"], &["chekc", "x", "--format", "json"]]
    {
        let called = place.call(args);
        let error: serde_json::Value = serde_json::from_str(&called.err).unwrap_or_else(|_| panic!("{args:?}: {}", called.err));
        assert!(called.code == 2 && error["error"]["message"].is_string());
    }
}

#[test]
fn a_draft_that_cannot_be_made_had_no_content() {
    let place = Place::new();
    place.file("file", "x");
    for (args, fragment) in
        [(&["new", "no/such/draft.toml"][..], "先建好文件夹"), (&["new", "--drafts-dir", "file/drafts"], "--drafts-dir")]
    {
        let called = place.call(args);
        assert!(called.code == 2 && called.err.contains(fragment), "{args:?}: {}", called.err);
        assert!(!called.err.contains("原来的内容") && !called.err.contains("os error"), "{args:?}: {}", called.err);
    }
}

#[test]
fn lists_and_explanations_stay_short() {
    let place = Place::with_examples();
    let long = "很长的名称".repeat(20);
    place.ok(&["new", "--name", &long]);
    let list = place.ok(&["list"]);
    assert!(list.contains(&long) && !list.contains(".."), "what no terminal reads is not cut: {list}");
    for (event, at) in [("submitted", "10:00"), ("platform-returned", "11:00")] {
        place.ok(&["status", "example-company", event, "--at", &format!("2026-11-22 {at}")]);
    }
    place.ok(&["status", "example-individual", "submitted", "--at", "2026-09-01"]);
    let list = place.ok(&["list"]);
    assert!(list.contains("平台初审驳回") && list.contains("平台初审 逾期"), "{list}");
    for rule in beian::rules::register() {
        let said = place.ok(&["explain", rule.name]);
        assert!(said.lines().all(|line| line.chars().count() < 500), "{said}");
    }
    assert!(place.ok(&["explain", "required-field-empty"]).contains("全部字段"));
}

#[test]
fn a_region_may_be_named_without_its_province() {
    let place = Place::with_examples();
    for name in ["深圳市南山区", "广东省深圳市南山区", "440305"] {
        // The certificate is of another province, which is told and hinders nothing.
        assert_eq!(place.call(&["set", "example-company", &format!("subject.region={name}")]).code, 0);
        assert_eq!(place.ok(&["get", "example-company", "subject.region"]), "440305\n", "{name}");
    }
    let called = place.call(&["set", "example-company", "subject.region=深圳市"]);
    assert!(called.code == 2 && called.err.contains("深圳市"), "a city is no district: {}", called.err);
    assert_eq!(place.ok(&["get", "example-company", "subject.region"]), "440305\n");
}

/// A disk that takes no more is the same to a program as a limit on the size of its files.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_no_package_and_what_was_there() {
    let place = Place::with_examples();
    let limited = |args: &[&str]| {
        let mut command = place.command(args);
        let program = command.get_program().to_owned();
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\""]).arg(program).args(args).current_dir(place.path());
        shell.env_clear().envs(command.env("PATH", "/usr/bin:/bin").get_envs().filter_map(|(name, value)| Some((name, value?))));
        super::Called::from(shell.output().unwrap())
    };
    place.file("mine.zip", "mine");
    for (args, name) in [
        (&["export", "example-company", "-o", "new.zip"][..], "new.zip"),
        (&["export", "example-company", "-o", "mine.zip", "--force"], "mine.zip"),
        (&["export", "example-company", "--passphrase-file", "secret", "-o", "sealed.zip.age"], "sealed.zip.age"),
    ] {
        place.file("secret", "a phrase that is long");
        let called = limited(args);
        assert_eq!(called.code, 3, "{args:?}: {}{}", called.out, called.err);
        assert!(called.err.contains(name) && called.err.lines().count() > 1, "place and remedy: {}", called.err);
        let mut left: Vec<String> = std::fs::read_dir(place.path())
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        left.retain(|name| !["drafts", "secret", "mine.zip"].contains(&name.as_str()) && !name.starts_with('.'));
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(std::fs::read(place.path().join("mine.zip")).unwrap(), b"mine");
    }
    place.ok(&["export", "example-company", "-o", "new.zip"]);
}

#[test]
fn the_checklist_names_the_keys_of_the_wizard_as_they_are() {
    use beian::tui::keymap::{Action, Context, key_for};
    let place = Place::with_examples();
    place.ok(&["checklist", "example-company", "-o", "todo.html", "--lang", "zh"]);
    let page = std::fs::read_to_string(place.path().join("todo.html")).unwrap();
    let key = key_for(&[Context::Document], Action::Status).unwrap();
    assert!(page.contains(&format!("在向导的「进度」（{key}）里记录，或用命令：beian status")), "{page}");
}

/// Whoever is quicker has written the same bytes.
#[test]
fn exports_at_once_to_one_file_all_come_through() {
    let place = Place::with_examples();
    for forced in [
        &["export", "example-company", "-q", "-o", "one.zip"][..],
        &["export", "example-company", "-q", "-o", "two.zip", "--force"],
    ] {
        let all: Vec<_> =
            (0..4).map(|_| place.command(forced).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()).collect();
        for child in all {
            let done = child.wait_with_output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
    }
    let bytes = ["one.zip", "two.zip"].map(|name| std::fs::read(place.path().join(name)).unwrap());
    assert!(bytes[0] == bytes[1]);
}

/// The system's way to say that a file is too large would end the program with half of it written.
#[cfg(unix)]
#[test]
fn a_limit_on_file_sizes_is_an_error_like_a_full_disk() {
    let place = Place::with_examples();
    let limited = |blocks: u32, args: &[&str]| {
        let plain = place.command(&[]);
        let script = format!("ulimit -f {blocks} && exec \"$0\" \"$@\"");
        let mut shell = std::process::Command::new("sh");
        shell.arg("-c").arg(script).arg(plain.get_program()).args(args).current_dir(place.path());
        shell.env_clear().envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.stdin(Stdio::null()).output().unwrap()
    };
    let checked = limited(8, &["check", "example-company"]);
    assert!(checked.status.success(), "the cache stands in nobody's way: {checked:?}");
    let exported = limited(400, &["export", "example-company", "-o", "out.zip"]);
    assert_eq!(exported.status.code(), Some(3), "{}", String::from_utf8_lossy(&exported.stderr));
    let left: Vec<_> = std::fs::read_dir(place.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("beian-") || name == "out.zip"), "{left:?}");
}
