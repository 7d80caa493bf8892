//! Choosing files.

use super::*;

fn files(target: Target) -> Bench {
    bench().show(move |state| Box::new(files::Files::new(target, state)))
}

#[test]
fn a_file_is_chosen_newest_first_and_written_relative() {
    let id = FieldId::ResponsiblePersonCertificateFront;
    let mut bench = files(Target::Field(id));
    assert_eq!(bench.effects.first(), Some(&Effect::ReadFolder("/d/e".into())));
    bench.folder("/elsewhere", Ok(vec![entry("wrong.jpg", 1)])).folder("/d/e", Ok(lines()));
    bench.shows("旧照片/").shows("3 KB");
    assert!(!bench.screen().contains("notes.txt") && !bench.screen().contains("wrong.jpg") && !bench.screen().contains("mp4"));
    bench.keys("Ctrl+H").shows("notes.txt").shows(".secret.jpg").keys("Ctrl+H");
    bench.keys("Down Enter");
    assert_eq!(bench.value(id), Some("身份证.PNG".into()));
    assert!(bench.is_closed());
}

#[test]
fn folders_are_walked_and_one_comes_back_to_where_one_was() {
    let mut bench = files(Target::Field(FieldId::OwnerCertificateFront));
    bench.folder("/d/e", Ok(lines())).keys("Enter");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/e/旧照片".into())]);
    bench.folder("/d/e/旧照片", Err("不许".to_owned())).shows("打不开这个文件夹：不许").keys("Left");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/e".into())]);
    bench.folder("/d/e", Ok(lines())).shows(">   旧照片/").keys("Shift+Left");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d".into())]);
    bench.folder("/d", Ok(Vec::new())).shows("没有可用的文件");
}

#[test]
fn files_are_sorted_by_age_or_name_and_kinds_are_told_apart() {
    let mut bench = files(Target::Field(FieldId::OwnerCertificateFront));
    let listed = vec![entry("b10.jpg", 30), entry("b2.jpg", 10), entry("a.heic", 20), entry("c.txt", 40)];
    bench.folder("/d/e", Ok(listed));
    let order = |bench: &Bench| {
        let screen = bench.screen();
        let mut found: Vec<(usize, &str)> =
            ["b10.jpg", "b2.jpg", "a.heic"].into_iter().map(|name| (screen.find(name).unwrap(), name)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(order(&bench), ["b10.jpg", "a.heic", "b2.jpg"]);
    bench.shows("> * b10.jpg").shows("HEIC").shows("JPG").keys("Down Down").shows("> * b2.jpg");
    assert!(!bench.screen().contains("* a.heic") && !bench.screen().contains("c.txt"), "{}", bench.screen());
    bench.keys("Ctrl+S").shows("> * b2.jpg");
    assert_eq!(order(&bench), ["a.heic", "b2.jpg", "b10.jpg"], "the chosen line stays chosen");
    bench.keys("Ctrl+H").shows("c.txt").shows("> * b2.jpg").keys("Ctrl+S");
    assert_eq!(order(&bench), ["b10.jpg", "a.heic", "b2.jpg"]);
}

#[test]
fn folders_of_the_draft_and_of_this_session_are_at_hand() {
    let mut filled = draft();
    filled.set(FieldId::ResponsiblePersonCertificateFront, Some("../scans/a.jpg".into()));
    let bench = Bench::new(filled, Lang::Zh, (80, 24));
    let open = |bench: Bench, id| bench.show(move |state| Box::new(files::Files::new(Target::Field(id), state)));
    let mut bench = open(bench, FieldId::OwnerCertificateFront);
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/scans".into()), Effect::LoadRecentFolders(Vec::new())]);
    bench.keys("Ctrl+R").shows("/d/scans").shows("/home/li").shows("/d/e").keys("\"home Enter");
    assert_eq!(bench.effects, [Effect::ReadFolder("/home/li".into())]);
    bench.folder("/home/li", Ok(lines())).keys("Down Enter");
    assert!(bench.is_closed(), "{}", bench.screen());
    let mut bench = open(bench, FieldId::OwnerCertificateBack);
    let lately = vec![PathBuf::from("/home/li")];
    assert_eq!(
        bench.effects,
        [Effect::ReadFolder("/home/li".into()), Effect::LoadRecentFolders(lately)],
        "one goes on where the last file was"
    );
    bench.keys("Ctrl+R").shows("刚用过").keys("Ctrl+R").folder("/home/li", Ok(lines())).shows("旧照片/");
}

#[test]
fn packages_and_answers_are_looked_for_where_they_are_written() {
    let lately = |bench: Bench| {
        let target = Target::Field(FieldId::OwnerCertificateFront);
        let mut bench = bench.show(move |state| Box::new(files::Files::new(target, state)));
        bench.folder("/d/e", Ok(Vec::new())).event(Event::Paste("/photos/a.jpg".to_owned()));
        bench.keys("Enter");
        bench
    };
    for target in [Target::Record(FilingKind::Change), Target::Answer] {
        let open = |bench: Bench| bench.show(move |state| Box::new(files::Files::new(target, state)));
        let mut bench = open(lately(self::bench()));
        assert_eq!(bench.effects.first(), Some(&Effect::ReadFolder("/d".into())), "{target:?}");
        bench.keys("Ctrl+R").shows("/photos").shows("草稿文件夹");
        let mut bench = lately(self::bench());
        bench.told(Message::Exported("/packages/小食记.zip".into()));
        bench.keys("Esc");
        let mut bench = open(bench);
        assert_eq!(bench.effects.first(), Some(&Effect::ReadFolder("/packages".into())), "{target:?}");
        bench.keys("Ctrl+R").shows("导出到这里").shows("草稿文件夹");
    }
    // Pictures are still looked for where the last ones were.
    let mut bench = lately(self::bench());
    bench.told(Message::Exported("/packages/小食记.zip".into()));
    bench.keys("Esc");
    let bench = bench.show(|state| Box::new(files::Files::new(Target::Field(FieldId::OwnerCertificateBack), state)));
    assert_eq!(bench.effects.first(), Some(&Effect::ReadFolder("/photos".into())));
}

#[test]
fn only_the_file_that_is_highlighted_now_is_told_about() {
    let id = FieldId::ResponsiblePersonCertificateFront;
    let mut bench = files(Target::Field(id));
    let glance = |name: &str| Effect::ProbeFile(format!("/d/e/{name}").into());
    // What comes while the help lies on top is not lost.
    bench.keys("F1").folder("/d/e", Ok(vec![entry("a.jpg", 3), entry("b.png", 2), entry("c.jpg", 1)]));
    assert_eq!(bench.effects, [glance("a.jpg")]);
    bench.keys("Esc").shows("> * a.jpg").shows("正在读取").keys("Down");
    assert_eq!(bench.effects, [glance("b.png")]);
    bench.keys("Down");
    assert_eq!(bench.effects, [glance("c.jpg")]);
    bench.keys("Up");
    let known = |name: &str, width| {
        let facts = FileFacts::picture(Format::Jpeg, width, 999, 1_999_999).with_sha256(name);
        Message::Probed { path: format!("/d/e/{name}").into(), facts }
    };
    bench.told(known("a.jpg", 901));
    bench.told(known("c.jpg", 903));
    assert!(!bench.screen().contains("90"), "{}", bench.screen());
    bench.told(known("b.png", 1902));
    bench.shows("JPEG  1902x999  2.0 MB").shows("! b.png");
    bench.keys("Down");
    assert!(!bench.screen().contains("1902"), "{}", bench.screen());
}

#[test]
fn what_the_draft_holds_already_is_said_before_it_is_taken() {
    let facts = || FileFacts::picture(Format::Jpeg, 1600, 1000, 345_678).with_sha256("x");
    let glanced = || Message::Probed { path: "/d/e/a.jpg".into(), facts: facts() };
    let mut filled = draft();
    filled.set(FieldId::SubjectOtherMaterials, Some(Value::Paths(vec!["a.jpg".to_owned()])));
    filled.set(FieldId::ResponsiblePersonCertificateFront, Some("a.jpg".into()));
    for (target, says) in [
        (Target::Add(FieldId::SubjectOtherMaterials), "! 这个文件已经在里面了"),
        (Target::Field(FieldId::ResponsiblePersonCertificateFront), "✓ 文件符合要求"),
        (Target::Field(FieldId::ResponsiblePersonCertificateBack), "a.jpg"),
    ] {
        let mut bench = Bench::new(filled.clone(), Lang::Zh, (80, 24));
        let known = [("a.jpg".to_owned(), facts())].into_iter().collect();
        bench.told(Message::Inspected(known));
        let mut bench = bench.show(move |state| Box::new(files::Files::new(target, state)));
        bench.folder("/d/e", Ok(vec![entry("a.jpg", 3)]));
        bench.told(glanced());
        bench.shows(says).shows("JPEG  1600x1000  346 KB");
        let suits = bench.screen().contains("✓ 文件符合要求");
        assert_eq!(suits, says.starts_with('✓'), "{}", bench.screen());
    }
}

#[test]
fn the_picker_does_not_begin_with_what_stands_for_something_else() {
    let mut filled = draft();
    filled.set(FieldId::ResponsiblePersonCertificateFront, Some("a.jpg".into()));
    for (field, begins) in [
        (FieldId::ResponsiblePersonCertificateBack, "> * b.jpg"),
        (FieldId::SubjectCertificatePhoto, "> * b.jpg"),
        (FieldId::ResponsiblePersonCertificateFront, "> ✓ a.jpg"),
    ] {
        let bench = Bench::new(filled.clone(), Lang::Zh, (80, 24));
        let mut bench = bench.show(move |state| Box::new(files::Files::new(Target::Field(field), state)));
        bench.folder("/d/e", Ok(vec![entry("a.jpg", 3), entry("b.jpg", 3)])).shows(begins);
    }
    // Where nothing else is there, what is there is offered.
    let bench = Bench::new(filled, Lang::Zh, (80, 24));
    let mut bench =
        bench.show(|state| Box::new(files::Files::new(Target::Field(FieldId::ResponsiblePersonCertificateBack), state)));
    bench.folder("/d/e", Ok(vec![entry("a.jpg", 3)])).shows("> ✓ a.jpg");
}

#[test]
fn a_folder_of_ten_thousand_files_answers_at_once() {
    let mut bench = files(Target::Field(FieldId::OwnerCertificateFront));
    let listed: Vec<FileEntry> = (0..10_000).map(|n| entry(&format!("扫描件-{n:05}.jpg"), n)).collect();
    bench.folder("/d/e", Ok(listed)).shows("扫描件-09999.jpg").shows("10000");
    bench.keys("\"00042").shows("扫描件-00042.jpg").shows("1 / 10000").keys("Enter");
    assert_eq!(bench.value(FieldId::OwnerCertificateFront), Some("扫描件-00042.jpg".into()));
}

#[test]
fn a_pasted_path_is_used_as_it_is_meant() {
    let id = FieldId::ResponsiblePersonCertificateBack;
    for (pasted, written) in [
        ("/d/e/scans/id.jpg", "scans/id.jpg"),
        ("'/d/e/my scans/id.jpg' ", "my scans/id.jpg"),
        ("/d/e/my\\ scans/id.jpg", "my scans/id.jpg"),
        ("file:///d/id%20back.png", "../id back.png"),
        ("~/id.jpg", "/home/li/id.jpg"),
        ("scans/id.jpg", "scans/id.jpg"),
        ("../id.jpg", "../id.jpg"),
    ] {
        let mut bench = files(Target::Field(id));
        bench.event(Event::Paste(pasted.to_owned()));
        bench.keys("Enter");
        assert_eq!(bench.value(id), Some(written.into()), "{pasted}");
    }
    // A whole path goes on from no filter, the name of a file does.
    for (pasted, written) in [("/d/e/scans/id.jpg", "scans/id.jpg"), ("b/id.jpg", "ab/id.jpg")] {
        let mut bench = files(Target::Field(id));
        bench.keys("\"a");
        bench.event(Event::Paste(pasted.to_owned()));
        bench.keys("Enter");
        assert_eq!(bench.value(id), Some(written.into()), "{pasted}");
    }
    let mut bench = files(Target::Field(id));
    bench.event(Event::Paste("/mnt/photos/".to_owned()));
    bench.keys("Enter");
    assert_eq!(bench.effects, [Effect::ReadFolder("/mnt/photos".into())]);
    assert_eq!(bench.value(id), None);
}

#[test]
fn a_typed_path_says_whether_the_file_is_there() {
    let id = FieldId::ResponsiblePersonCertificateBack;
    let mut bench = files(Target::Field(id));
    bench.folder("/d/e", Ok(lines()));
    bench.event(Event::Paste("/mnt/a.jpg".to_owned()));
    assert_eq!(bench.effects, [Effect::ReadFolder("/mnt".into())]);
    bench.shows("正在读取").folder("/mnt", Ok(lines())).shows("按 Enter 使用这个文件");
    bench.keys("Backspace").shows("没有这个文件");
    assert!(bench.effects.is_empty() && !bench.screen().contains("没有找到"), "{}", bench.screen());
    bench.keys("Enter");
    assert!(!bench.is_closed() && bench.value(id).is_none(), "what is not there is not taken");
    bench.keys("Ctrl+U \"/mnt/旧照片").folder("/mnt", Ok(lines())).shows("按 Enter 打开这个文件夹").keys("Enter");
    assert_eq!(bench.effects, [Effect::ReadFolder("/mnt/旧照片".into())]);
    bench.folder("/mnt/旧照片", Ok(Vec::new())).keys("\"/no/a.jpg").folder("/no", Err("不存在".to_owned()));
    bench.shows("打不开这个文件夹：不存在").keys("Enter");
    assert!(!bench.is_closed());
}

#[test]
fn tab_completes_names_and_paths() {
    let id = FieldId::ResponsiblePersonCertificateBack;
    let mut bench = files(Target::Field(id));
    bench.folder("/d/e", Ok(lines()));
    bench.keys("Tab").shows("> * 身份证.PNG");
    bench.keys("\"旧 Tab").shows("旧照片/").shows("正在读取");
    assert_eq!(bench.effects, [Effect::ReadFolder("/d/e/旧照片".into())]);
    let inside = vec![entry("证件-正面.jpg", 1), entry("证件-反面.jpg", 2), entry("notes.txt", 3)];
    bench.folder("/d/e/旧照片", Ok(inside)).shows("证件-正面.jpg");
    assert!(!bench.screen().contains("notes.txt"));
    bench.keys("\"证 Tab").shows("旧照片/证件- ").keys("\"反 Tab").shows("按 Enter 使用这个文件").keys("Enter");
    assert_eq!(bench.value(id), Some("旧照片/证件-反面.jpg".into()));
    // Lines that come later complete what was asked for.
    let mut bench = files(Target::Field(id));
    bench.event(Event::Paste("/mnt/a".to_owned()));
    bench.keys("Tab").folder("/mnt", Ok(lines())).keys("Enter");
    assert_eq!(bench.value(id), Some("/mnt/a.jpg".into()));
}

#[test]
fn files_of_a_list_are_added_once_and_removed() {
    let id = FieldId::SubjectOtherMaterials;
    let mut bench = bench().show(|_| Box::new(paths::Paths::new(FieldId::SubjectOtherMaterials)));
    for name in ["a.jpg", "身份证.PNG"] {
        bench.keys("Ctrl+N").folder("/d/e", Ok(lines())).keys(&format!("\"{name} Enter"));
    }
    assert_eq!(bench.value(id), Some(Value::Paths(vec!["a.jpg".to_owned(), "身份证.PNG".to_owned()])));
    bench.shows("2 / 10").keys("Ctrl+N").folder("/d/e", Ok(lines())).keys("\"a.jpg Enter").shows("已经在里面");
    bench.keys("Esc Esc Delete").shows("1 / 10");
    assert_eq!(bench.value(id), Some(Value::Paths(vec!["身份证.PNG".to_owned()])));
    bench.keys("Delete Delete").shows("还没有文件");
    assert_eq!(bench.value(id), None);
}

#[test]
fn a_full_list_takes_no_more_files() {
    let mut full = draft();
    full.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["a.jpg".to_owned()])));
    let mut bench = Bench::new(full, Lang::Zh, (80, 24)).show(|_| Box::new(paths::Paths::new(FieldId::CommitmentLetter)));
    bench.keys("Ctrl+N").shows("最多 1 个文件").shows("1 / 1").keys("Enter");
    assert!(bench.is_closed());
}

#[test]
fn a_video_field_lists_videos() {
    let mut bench = files(Target::Add(FieldId::PromiseVideo));
    bench.folder("/d/e", Ok(lines())).shows("promise.mp4").keys("\"promise Enter");
    assert_eq!(bench.value(FieldId::PromiseVideo), Some(Value::Paths(vec!["promise.mp4".to_owned()])));
}

#[test]
fn only_what_can_be_decoded_is_offered_to_be_looked_at() {
    for (name, offered) in [("a.jpg", true), ("a.webp", true), ("a.heic", false), ("a.avif", false), ("a.pdf", false)] {
        let mut bench = files(Target::Field(FieldId::ResponsiblePersonCertificateFront));
        bench.keys("Ctrl+H").folder("/d/e", Ok(vec![entry(name, 1)]));
        assert_eq!(bench.app.contexts().contains(&Context::Picture), offered, "{name}");
    }
}
