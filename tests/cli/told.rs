//! One thing told in one way: deadlines, formats, what is on its way, which district is meant.

use super::Place;

fn code_of_day(place: &Place) {
    for (event, at) in [("submitted", "2026-11-01"), ("platform-passed", "2026-11-02"), ("sms-received", "2026-11-03")] {
        place.ok(&["status", "example-company", event, "--at", at]);
    }
}

#[test]
fn a_code_of_a_day_is_told_alike_everywhere() {
    let place = Place::with_examples();
    code_of_day(&place);
    for (today, is_over) in [("2026-11-03", false), ("2026-11-04", false), ("2026-11-06", true)] {
        let json = place.json(&["list", "example-company", "--today", today]);
        let one = &json[0];
        assert_eq!((&one["due"], &one["overdue"]), (&"2026-11-04".into(), &is_over.into()), "{today}: {one}");
        assert_eq!(one["deadline"]["is_over"], one["overdue"], "{today}");
        assert_eq!((&one["since"], &one["stage_since"]), (&serde_json::Value::Null, &"2026-11-02T00:00:00+08:00".into()));
        for (lang, late, limit) in
            [("en", "overdue", "2026-11-04 00:00 (end of day at the latest)"), ("zh-CN", "逾期", "2026-11-04 00:00、最晚 24:00")]
        {
            let list = place.call(&["list", "example-company", "--today", today, "--lang", lang]).out;
            let status = place.call(&["status", "example-company", "--today", today, "--lang", lang]).out;
            for text in [&list, &status] {
                assert!(text.contains(limit) && text.contains(late) == is_over, "{today} {lang}: {text}");
            }
            // No hour that nobody recorded.
            assert_eq!(status.matches("00:00").count(), 1, "{status}");
        }
    }
}

#[test]
fn a_second_change_needs_a_name_of_its_own() {
    let place = Place::with_examples();
    for (event, hour) in [("submitted", "09"), ("platform-passed", "10"), ("sms-received", "11"), ("sms-verified", "12")] {
        place.ok(&["status", "example-company", event, "--at", &format!("2026-11-20 {hour}:00")]);
    }
    place.ok(&["status", "example-company", "bureau-passed", "--at", "2026-11-20 13:00", "--number", "蜀ICP备2026000001号-1X"]);
    let new = ["new", "--from", "example-company", "--lang", "en", "--kind"];
    let begin = |more: &[&str]| place.call(&[&new, more].concat());
    for kind in ["change", "deregister"] {
        let first = begin(&[kind]);
        assert_eq!((first.code, first.err.as_str()), (0, ""), "{kind}");
        let path = first.out.trim();
        let second = begin(&[kind]);
        assert!(second.code == 2 && second.err.contains(path), "{kind}: {}", second.err);
        let named = begin(&[kind, &format!("drafts/{kind}-2")]);
        assert!(named.code == 0 && named.err.contains(path), "{kind}: {}", named.err);
    }
    assert_eq!(begin(&["additional"]).code, 0);
}

#[test]
fn a_city_is_no_district_and_what_was_understood_is_read_aloud() {
    let place = Place::with_examples();
    let set =
        |region: &str, lang: &str| place.call(&["set", "example-company", &format!("subject.region={region}"), "--lang", lang]);
    for region in ["Suzhou", "苏州", "Shenzhen"] {
        let called = set(region, "en");
        assert!(called.code == 2 && called.err.contains("There are: ") && !called.err.contains("--force"), "{}", called.err);
    }
    assert!(set("Suzhou", "zh-CN").err.contains("甘肃省酒泉市肃州区 620902"));
    assert!(set("Suzhou Gusu", "en").out.contains("江苏省苏州市姑苏区 (Jiangsu Suzhou Gusu)"));
    assert!(!set("Suzhou Gusu", "zh-CN").out.contains("(Jiangsu"), "no pinyin for whom characters are enough");
    // What is called otherwise in English, what kind of place it is, and cities that have no districts.
    for (region, code) in [
        ("Shaanxi Xi'an Yanta", "610113"),
        ("Pudong New Area", "310115"),
        ("Pudong New Area, Shanghai, China", "310115"),
        ("Harbin Daoli", "230102"),
        ("Inner Mongolia Hohhot Saihan", "150105"),
        ("Xinjiang Urumqi Tianshan District", "650102"),
        ("Dongguan", "441901"),
        ("Dongguan City", "441901"),
        ("Guangdong Dongguan", "441901"),
        ("Suzhou District", "620902"),
        ("东莞", "441901"),
        ("441900", "441901"),
        ("jiayuguan", "620201"),
    ] {
        let called = set(region, "en");
        assert_eq!(
            (called.code, place.call(&["get", "example-company", "subject.region", "--format", "json"]).out.contains(code)),
            (0, true),
            "{region}: {}{}",
            called.out,
            called.err
        );
    }
    for region in ["Harbin", "Inner Mongolia", "New Area"] {
        assert_eq!(set(region, "en").code, 2, "{region}");
    }
    place.file("t.csv", "AppID,Region\nwx7f6e5d4c3b2a1908,Suzhou\n");
    let called = place.call(&["import", "t.csv", "--lang", "en"]);
    assert!(called.code != 0 && format!("{}{}", called.out, called.err).contains("620902"), "{}", called.out);
}

#[test]
fn a_complaint_names_the_formats_of_the_command() {
    let place = Place::new();
    for (call, formats) in [
        (&["list", "--format", "jsn"][..], "one of: text, json, report\n"),
        (&["check", "--format=jsn"], "one of: text, json, report, sarif, github\n"),
        (&["show", "x", "--format", "jsn"], "one of: text, json, report, markdown, html\n"),
        (&["fields", "--format", "xml"], "one of: text, json\n"),
        (&["list", "--format", "html"], "are: text, json, report.\n"),
    ] {
        let called = place.call(&[call, &["--lang", "en"]].concat());
        assert!(called.code == 2 && called.err.contains(formats), "{call:?}: {}", called.err);
        assert_eq!(called.err.contains("Did you mean: json"), call.concat().contains("jsn"), "{}", called.err);
    }
}

/// A question is answered as it is asked, or as the draft keeps it: what stands there is the same.
#[test]
fn questions_are_answered_in_either_wording() {
    let place = Place::with_examples();
    for (given, kept) in [
        ("Account name differs=no", "yes"),
        ("answers.account_name_differs=yes", "no"),
        ("answers.account_name_agrees=yes", "yes"),
    ] {
        place.call(&["set", "example-company", given]);
        assert_eq!(place.ok(&["get", "example-company", "answers.account_name_agrees"]).trim(), kept, "{given}");
        let asked = if kept == "yes" { "no" } else { "yes" };
        assert_eq!(place.ok(&["get", "example-company", "Account name differs"]).trim(), asked, "{given}");
    }
    // Questions that are kept as they are asked, and fields by their names; of names that several have all are told.
    for (given, path, kept) in [
        ("Filed elsewhere=no", "answers.filed_in_another_province", "no"),
        ("在本省备过案=否", "answers.filed_before", "no"),
        ("Mini-program · AppID=wx7f6e5d4c3b2a1909", "mini_program.app_id", "wx7f6e5d4c3b2a1909"),
    ] {
        place.ok(&["set", "example-company", given]);
        assert_eq!(place.ok(&["get", "example-company", path, "--lang", "en"]).trim(), kept, "{given}");
    }
    let several = place.call(&["set", "example-company", "Mobile number=13012340077", "--lang", "en"]);
    assert!(several.code == 2 && several.err.contains("responsible_person.mobile"), "{}", several.err);
    assert!(several.err.contains("owner.mobile"), "{}", several.err);
    for (heading, kept) in [("Account name differs", "no"), ("Account name agrees", "yes")] {
        let table = place.file("t.csv", format!("Draft file,{heading}\nexample-company,yes\n"));
        place.ok(&["import", table.to_str().unwrap()]);
        assert_eq!(place.ok(&["get", "example-company", "answers.account_name_agrees"]).trim(), kept, "{heading}");
    }
    let both = place.file("t.csv", "Draft file,Account name differs,Account name agrees\nexample-company,yes,no\n");
    assert_eq!(place.call(&["import", both.to_str().unwrap()]).code, 1, "one question, twice");
    let template = place.ok(&["import", "--template", "--lang", "en"]);
    assert!(template.contains("Account name differs") && !template.contains("Account name agrees"), "{template}");
    place.ok(&["new", "--nature", "4", "--name", "虚构食堂"]);
    let said = place.call(&["check", "虚构食堂", "--lang", "en", "--no-files"]).out;
    assert_eq!(said.matches("(in the wizard").count(), 0, "{said}");
    assert_eq!(said.matches("keeps some of them the other way round").count(), 1, "{said}");
}

#[test]
fn slips_are_answered_where_they_were_made() {
    let place = Place::with_examples();
    for (args, said) in [(&["help", "config", "set"][..], "config set"), (&["help", "materials", "prepare"], "materials prepare")]
    {
        assert!(place.ok(args).contains(said), "{args:?}");
    }
    assert_eq!(place.call(&["help", "config", "nothing"]).code, 2);
    for (args, command) in [(&["rename"][..], "beian rename --help"), (&["config", "set"], "beian config set --help")] {
        let refused = place.call(args);
        assert!(refused.code == 2 && refused.err.contains(command), "{args:?}: {}", refused.err);
    }
    assert_eq!(place.call(&["show", "example-company", "example-individual", "-o", "sheets/"]).code, 0);
    assert!(place.path().join("sheets/example-company.txt").exists());
    place.file("README.md", "# A page\n\nWords, and more words, and more.\n");
    let refused = place.call(&["import", "README.md", "--dry-run"]);
    assert!(refused.code == 2 && refused.err.lines().count() < 4 && refused.err.contains("--template"), "{}", refused.err);
    std::fs::create_dir(place.path().join("drafts/example-company-scans")).unwrap();
    let renamed = place.call(&["rename", "example-company", "renamed"]);
    assert!(renamed.err.contains("example-company-scans") && renamed.err.contains("beian collect"), "{}", renamed.err);
}
