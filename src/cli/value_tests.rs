use super::*;

fn folders() -> Folders<'static> {
    Folders { draft: Path::new("/nowhere/drafts"), working: Path::new("/nowhere"), home: None }
}

fn parsed(path: &str, text: &str) -> Option<Value> {
    parse(&Draft::new(4), FieldId::from_path(path).unwrap(), text, folders())
}

#[test]
fn texts_become_values() {
    let table: &[(&str, &str, Option<Value>)] = &[
        ("kind", "变更", Some("change".into())),
        ("deregistration.scope", "2", Some("mini-program".into())),
        ("deregistration.scope", "注销主体", Some("subject".into())),
        ("deregistration.scope", "4", Some(Value::Invalid("4".into()))),
        ("deregistration.reason", "2", Some(Value::Code(2))),
        ("deregistration.reason", "不再运营", Some(Value::Code(1))),
        ("kind", "renew", Some(Value::Invalid("renew".into()))),
        ("subject.nature", "个人", Some(Value::Code(5))),
        ("subject.nature", "individual", Some(Value::Code(5))),
        ("subject.nature", "99", Some(Value::Code(99))),
        ("subject.nature", "公司", Some(Value::Code(4))),
        ("subject.nature", "Company", Some(Value::Code(4))),
        ("subject.nature", "Enterprise", Some(Value::Code(4))),
        ("subject.nature", "社团", Some(Value::Invalid("社团".into()))),
        ("subject.certificate.kind", "营业执照", Some(Value::Code(1))),
        ("published", "是", Some(Value::Flag(true))),
        ("published", "No", Some(Value::Flag(false))),
        ("published", "maybe", Some(Value::Invalid("maybe".into()))),
        ("subject.region", "440305", Some("440305".into())),
        ("subject.region", "广东省 深圳市 南山区", Some("440305".into())),
        ("subject.region", "北京市/市辖区/朝阳区", Some("110105".into())),
        ("subject.region", "朝阳区", Some("朝阳区".into())),
        ("subject.region", "Shenzhen Nanshan", Some("440305".into())),
        ("subject.region", "Nanshan Shenzhen", Some("440305".into())),
        ("subject.region", "南山 深圳", Some("440305".into())),
        ("subject.region", "４４０３０５", Some("440305".into())),
        ("subject.region", "Tianhe Canton", Some("440106".into())),
        ("subject.region", "Nanshan District, Shenzhen, Guangdong Province", Some("440305".into())),
        ("subject.region", "Shanghai", Some("Shanghai".into())),
        // Spelled as two cities, and as one district far away.
        ("subject.region", "Suzhou", Some("Suzhou".into())),
        ("subject.region", "苏州", Some("苏州".into())),
        ("subject.region", "Shenzhen", Some("Shenzhen".into())),
        ("subject.region", "吉林", Some("吉林".into())),
        ("subject.region", "肃州区", Some("620902".into())),
        ("subject.region", "Suzhou District", Some("620902".into())),
        ("subject.region", "Jiuquan Suzhou", Some("620902".into())),
        ("subject.region", "Suzhou Gusu", Some("320508".into())),
        ("subject.certificate.valid_until", "no end date", Some("长期".into())),
        ("subject.certificate.valid_until", "Long-term", Some("长期".into())),
        ("subject.certificate.valid_until", "no date", Some("no date".into())),
        ("responsible_person.certificate.valid_from", "no end date", Some("no end date".into())),
        ("responsible_person.certificate.kind", "ID card", Some(Value::Code(2))),
        ("responsible_person.certificate.kind", "身份证", Some(Value::Code(2))),
        ("responsible_person.certificate.kind", "card", Some(Value::Invalid("card".into()))),
        ("mini_program.service_contents", "3,4", Some(Value::Codes(vec![3, 4]))),
        ("mini_program.service_contents", "[3, \"4\"]", Some(Value::Codes(vec![3, 4]))),
        ("mini_program.service_contents", "3,没有", Some(Value::Invalid("3,没有".into()))),
        ("subject.name", "", None),
        ("subject.name", "  ", None),
        ("materials.subject_other_materials", "a.jpg, b.jpg", Some(Value::Paths(vec!["a.jpg".into(), "b.jpg".into()]))),
        ("materials.subject_other_materials", r#"["a,b.jpg"]"#, Some(Value::Paths(vec!["a,b.jpg".into()]))),
    ];
    for (path, text, value) in table {
        assert_eq!(parsed(path, text), *value, "{path}={text}");
    }
}

#[test]
fn every_name_that_is_shown_is_taken_in_both_languages() {
    let mut draft = Draft::new(4);
    for field in crate::filing::field::table() {
        let (Kind::Choice(list) | Kind::Choices(list)) = field.kind else { continue };
        draft.set(FieldId::SubjectNature, Some(Value::Code(4)));
        for id in draft.options(list) {
            let Some(name) = list.name(id) else { continue };
            // Several groups end with "others": what is no one's name alone needs its group, or its number.
            let is_shared = draft
                .options(list)
                .iter()
                .any(|other| *other != id && list.name(*other).is_some_and(|other| other.zh == name.zh));
            let wanted = if matches!(field.kind, Kind::Choice(_)) { Value::Code(id) } else { Value::Codes(vec![id]) };
            let of_contents = list == List::ServiceContents;
            let paths = [true, false].into_iter().filter_map(|zh| catalog::service_path(id, zh).filter(|_| of_contents));
            let names = [name.zh.to_owned(), name.en.to_owned(), name.en.to_uppercase()];
            for shown in paths.chain(names.into_iter().filter(|_| !is_shared)) {
                let found = parse(&draft, field.id, &shown, folders());
                assert_eq!(found.as_ref(), Some(&wanted), "{}: {shown}", field.path);
            }
        }
    }
    let path = "mini_program.service_contents";
    let both = parsed(path, "家政，文化场馆");
    assert!(matches!(&both, Some(Value::Codes(codes)) if codes.len() == 2), "{both:?}");
    assert_eq!(parsed(path, "生活服务 / 家政，休闲娱乐-文化场馆"), both);
    assert_eq!(parsed(path, "餐饮-家政"), Some(Value::Invalid("餐饮-家政".into())));
    let longest = catalog::service_contents().iter().flat_map(|row| [true, false].map(|zh| catalog::service_path(row.id, zh)));
    assert!(longest.flatten().all(|name| name.len() < LONGEST_PATH));
    let others = alternatives(List::ServiceContents, "其他", true);
    assert!(others.len() > 5 && others.iter().all(|name| name.ends_with("-其他")), "{others:?}");
    assert!(alternatives(List::ServiceContents, "家政", true).is_empty() && alternatives(List::Natures, "其他", true).is_empty());
    let both = parsed(path, "3, 4；没有");
    assert_eq!(both, Some(Value::Invalid("3, 4；没有".into())));
}

#[test]
fn what_is_shown_of_a_value_is_a_value() {
    let draft = Draft::new(4);
    for field in crate::filing::field::table() {
        let values: Vec<Value> = match field.kind {
            Kind::Word(list) => list.words().iter().map(|word| (*word).into()).collect(),
            Kind::Flag(_) => vec![Value::Flag(true), Value::Flag(false)],
            Kind::Region => vec!["320508".into(), "620902".into(), "110105".into(), "469001".into()],
            Kind::Date(true) => vec!["长期".into(), "2030-01-31".into()],
            Kind::Date(false) => vec!["2030-01-31".into()],
            Kind::Approvals => vec![parse(&draft, field.id, "24", folders()).unwrap()],
            Kind::Choice(_) | Kind::Text(_) => parse(&draft, field.id, field.example, folders()).into_iter().collect(),
            _ => Vec::new(),
        };
        for value in values.iter().filter(|value| fits(field.id, value)) {
            for lang in [crate::locale::Lang::Zh, crate::locale::Lang::En] {
                for shown in
                    [crate::locale::value::show, crate::locale::value::in_both_ways].map(|show| show(lang, field.id, value))
                {
                    assert_eq!(parse(&draft, field.id, &shown, folders()).as_ref(), Some(value), "{}: {shown}", field.path);
                }
            }
        }
    }
}

#[test]
fn questions_are_known_as_they_are_asked_too() {
    for name in
        ["Account name differs", "account name differs", "answers.account_name_differs", "Questions · Account name differs"]
    {
        assert_eq!(turned(name), FieldId::from_path("answers.account_name_agrees"), "{name}");
    }
    for name in ["Account name agrees", "answers.account_name_agrees", "answers.filed_before", "Filed before", ""] {
        assert_eq!(turned(name), None, "{name}");
    }
    let all = FieldId::ALL.iter().copied();
    for id in all.clone().filter(|id| id.field().contrary.is_some()) {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(turned(id.asked_label().in_lang(lang)), Some(id), "no two are asked alike");
        }
    }
    for id in all {
        assert!(
            turned(id.path()).is_none() && turned(id.label().zh).is_none() && turned(id.label().en).is_none(),
            "{}",
            id.path()
        );
    }
    for (answer, kept) in [("yes", "no"), ("否", "yes"), ("no", "yes"), ("perhaps", "perhaps"), ("", "")] {
        assert_eq!(turned_round(answer), kept, "{answer}");
    }
}

#[test]
fn what_is_no_entry_is_near_to_some() {
    for (list, text, near) in [
        (List::ServiceContents, "网上点餐", Some("餐饮-点餐")),
        (List::ServiceContents, "3,餐饮", Some("餐饮-点餐")),
        (List::ServiceContents, "没有", None),
        (List::ServiceContents, "餐饮-点餐", None),
        (List::PersonCertificates, "passprt", Some("护照")),
        (List::Natures, "Enterprize", Some("企业")),
    ] {
        let found = choices_near(list, text, true);
        match near {
            Some(near) => assert!(found.iter().any(|found| found == near), "{text}: {found:?}"),
            None => assert!(found.is_empty(), "{text}: {found:?}"),
        }
    }
    // What lies in a city or province of that name comes before what is read alike elsewhere.
    for (text, first, also) in [
        ("Suzhou", "江苏省苏州市苏州工业园区 320571", "甘肃省酒泉市肃州区 620902"),
        ("朝阳区", "北京市朝阳区 110105", "吉林省长春市朝阳区 220104"),
    ] {
        let near = regions_near(text, true);
        assert_eq!(near.first().map(String::as_str), Some(first));
        assert!(near.iter().any(|one| one == also), "{near:?}");
    }
    assert!(
        regions_near("Shanxi", false).iter().take(6).all(|one| one.starts_with("山西省") || one.starts_with("陕西省")),
        "{:?}",
        regions_near("Shanxi", false)
    );
    assert!(regions_near("Xi'an", false).first().is_some_and(|one| one.starts_with("陕西省西安市")));
    assert!(regions_near("Suzhou", false).iter().any(|one| one.contains("(Jiangsu Suzhou ")));
    // A list that is cut says so, and one that is whole does not.
    let cities = regions_near("Suzhou", false);
    assert!(
        cities.len() == 9 && cities.last().is_some_and(|last| last.starts_with("and ") && last.ends_with(" more")),
        "{cities:?}"
    );
    assert!(regions_near("Suzhou", true).last().is_some_and(|last| last.starts_with("另有 ")));
    assert!(regions_near("朝阳区", false).iter().all(|one| !one.starts_with("and ")));
    assert!(choices_near(List::ServiceContents, "Mother", false).iter().any(|one| one.contains("Mother")));
    assert!(choices_near(List::ServiceContents, "ther", false).iter().all(|one| !one.contains("Mother")));
    assert!(regions_near("火星", true).is_empty() && regions_near("", true).is_empty());
}

#[test]
fn approvals_are_rows() {
    let row =
        |kind, number: &str, document: &str| Approval { kind: Some(kind), number: number.into(), document: document.into() };
    let rows = |rows: &[Approval]| Some(Value::Approvals(rows.to_vec()));
    let path = "mini_program.prior_approvals";
    assert_eq!(parsed(path, "24"), rows(&[row(24, "", "")]));
    assert_eq!(parsed(path, "以上都不涉及"), rows(&[row(24, "", "")]));
    assert_eq!(parsed(path, "5:粤-1号:p.jpg；1:x"), rows(&[row(5, "粤-1号", "p.jpg"), row(1, "x", "")]));
    let json = r#"[{"kind":5,"number":"a;b:c","document":"x;y.jpg"},{"kind":"24"}]"#;
    assert_eq!(parsed(path, json), rows(&[row(5, "a;b:c", "x;y.jpg"), row(24, "", "")]));
    assert_eq!(parsed(path, r#"[{"kind":5,"nubmer":""}]"#).map(|value| matches!(value, Value::Invalid(_))), Some(true));
    assert_eq!(parsed(path, "nothing:1"), Some(Value::Invalid("nothing:1".into())));
}

#[test]
fn values_can_be_given_again() {
    let table = [
        ("published", "yes"),
        ("subject.nature", "4"),
        ("mini_program.service_contents", "3,4"),
        ("mini_program.prior_approvals", "5:粤-1号:p.jpg;1:x;24"),
        ("materials.subject_other_materials", r#"["a,b.jpg","c.jpg"]"#),
        ("subject.region", "440305"),
    ];
    for (path, text) in table {
        assert_eq!(parsed(path, text).map(|value| raw(&value)).as_deref(), Some(text), "{path}");
    }
}

#[test]
fn a_path_follows_the_file_it_means() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = folder.path().join("drafts");
    std::fs::create_dir(&drafts).unwrap();
    std::fs::write(folder.path().join("a.jpg"), "a").unwrap();
    std::fs::write(drafts.join("b.jpg"), "b").unwrap();
    let folders = Folders { draft: &drafts, working: folder.path(), home: None };
    assert_eq!(file("a.jpg", folders), "../a.jpg");
    assert_eq!(file("b.jpg", folders), "b.jpg");
    assert_eq!(file("c.jpg", folders), "c.jpg");
}
