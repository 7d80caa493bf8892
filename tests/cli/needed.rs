//! `beian materials`: the list of what a filing needs.

use super::Place;

#[test]
fn the_list_says_what_is_there_and_who_makes_the_rest() {
    let place = Place::with_examples();
    let text = place.call(&["materials", "example-company"]);
    assert_eq!(text.code, 0, "{}", text.err);
    assert!(text.out.contains("要交 9 份，已有 9 份") && text.out.contains("[已有] 主体更名函"), "{}", text.out);
    place.call(&["set", "example-company", "subject.region=650102"]);
    let english = place.call(&["--lang", "en", "materials", "list", "example-company"]);
    assert!(english.out.contains("[missing] Party-building letter"), "{}", english.out);
    assert!(english.out.contains("issued by the local cyberspace office") && english.out.contains("Xinjiang"), "{}", english.out);
}

#[test]
fn programs_get_the_same_as_json() {
    let place = Place::with_examples();
    place.call(&["set", "example-individual", "materials.commitment_letter="]);
    let called = place.call(&["--format", "json", "materials", "example-individual"]);
    let json: serde_json::Value = serde_json::from_str(&called.out).unwrap();
    let list = json["materials"].as_array().unwrap();
    let letter = list.iter().find(|one| one["field"] == "materials.commitment_letter").unwrap();
    assert_eq!((letter["state"].as_str(), letter["demand"].as_str()), (Some("missing"), Some("expected")));
    assert_eq!(letter["rule"].as_str(), Some("gd-02"));
    assert!(letter["who"].as_str().unwrap().contains("按手印") && letter["content"].is_string());
    let permit = list.iter().find(|one| one["field"] == "subject.residence_permit").unwrap();
    assert_eq!((permit["state"].as_str(), permit["rule"].as_str()), (Some("there"), Some("gd-05")));
    assert_eq!(place.call(&["materials"]).code, 2);
}

#[test]
fn a_file_with_an_error_is_not_simply_there() {
    let place = Place::with_examples();
    let gif = place.file("a.gif", b"GIF89a\x02\x00\x03\x00;");
    place.ok(&["set", "example-company", &format!("subject.certificate.photo={}", gif.display())]);
    let text = place.ok(&["materials", "example-company"]);
    assert!(text.contains("已有 8 份") && text.contains("[文件有错误] ") && text.contains("a.gif"), "{text}");
    let json = place.json(&["materials", "example-company"]);
    let photo = json["materials"].as_array().unwrap().iter().find(|one| one["field"] == "subject.certificate.photo").unwrap();
    assert_eq!((photo["state"].as_str(), json["there"].as_u64()), (Some("faulty"), Some(8)));
}

/// Shanghai asks for the names of a legal person from abroad in both scripts: row `sh-05` is a reminder and a material.
#[test]
fn check_and_materials_agree_about_a_legal_person_from_abroad() {
    let place = Place::new();
    for kind in beian::catalog::person_certificate_kinds() {
        let draft = format!(
            "format = 1\nkind = \"new\"\n[subject]\nnature = 4\nregion = \"310101\"\n[responsible_person.certificate]\nkind = {}\n",
            kind.id
        );
        let file = place.file("shanghai.toml", draft);
        let file = file.to_str().unwrap();
        let abroad = kind.id != beian::catalog::RESIDENT_ID;

        let listed = place.json(&["materials", file]);
        let listed = listed["materials"].as_array().unwrap().iter().find(|one| one["rule"] == "sh-05").cloned();
        assert_eq!(listed.map(|one| one["demand"].clone()), abroad.then(|| "expected".into()), "{kind:?}");

        let checked = place.call(&["check", file]).out;
        let reminder = beian::catalog::province::rules().iter().find(|row| row.id == "sh-05").unwrap();
        assert_eq!(checked.contains(reminder.summary.zh), abroad, "{kind:?}: the reminder in {checked}");
        let missing = "法定代表人不是用居民身份证，上海要交「中外文姓名对照的情况说明」";
        assert_eq!(checked.contains(missing), abroad, "{kind:?}: the missing material in {checked}");
    }
}
