//! `beian schema`, held against a small validator of our own that knows just the keywords the schema uses and refuses all others.

use std::fs;

use beian::filing::field::table;
use beian::filing::{FieldId, Kind};
use beian::identifiers::mp_name_len;
use regex::Regex;
use serde_json::{Value as Json, json};

use super::Place;

const EXAMPLES: [&str; 2] =
    [include_str!("../../assets/example/company.toml"), include_str!("../../assets/example/individual.toml")];
/// Keywords that say something to people only.
const REMARKS: [&str; 5] = ["$schema", "title", "description", "examples", "default"];

/// Why a value does not fit; empty when it does.
pub(super) fn complaints(schema: &Json, value: &Json, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, wanted) in schema.as_object().unwrap() {
        let list = || wanted.as_array().unwrap();
        let fits = |schema: &Json| complaints(schema, value, at).is_empty();
        let number = || wanted.as_u64().unwrap() as usize;
        let ok = match keyword.as_str() {
            remark if REMARKS.contains(&remark) => true,
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64() || value.is_u64(),
                "null" => value.is_null(),
                other => panic!("type {other}"),
            },
            "const" => value == wanted,
            "enum" => list().contains(value),
            "minimum" => value.as_f64().is_none_or(|found| found >= wanted.as_f64().unwrap()),
            "oneOf" => list().iter().filter(|schema| fits(schema)).count() == 1,
            "anyOf" => list().iter().any(fits),
            "pattern" => value.as_str().is_none_or(|text| Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text)),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() >= number()),
            "maxLength" => value.as_str().is_none_or(|text| text.chars().count() <= number()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() <= number()),
            "uniqueItems" => value.as_array().is_none_or(|items| (1..items.len()).all(|end| !items[..end].contains(&items[end]))),
            "required" => value.as_object().is_none_or(|map| list().iter().all(|key| map.contains_key(key.as_str().unwrap()))),
            "properties" => {
                for (key, inner) in wanted.as_object().unwrap() {
                    let own = value.get(key).map(|value| complaints(inner, value, &format!("{at}.{key}")));
                    found.extend(own.unwrap_or_default());
                }
                true
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(complaints(wanted, item, &format!("{at}[{index}]")));
                }
                true
            }
            "if" => !fits(wanted) || schema.get("then").is_none_or(fits),
            "then" => true,
            other => panic!("the validator does not know {other}"),
        };
        if !ok {
            found.push(format!("{at}: {keyword}"));
        }
    }
    found
}

/// A draft as an editor hands it to a validator: dates and moments are texts.
fn read(text: &str) -> Json {
    fn json(value: toml::Value) -> Json {
        match value {
            toml::Value::Datetime(moment) => moment.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(json).collect(),
            toml::Value::Table(map) => map.into_iter().map(|(key, value)| (key, json(value))).collect(),
            other => serde_json::to_value(other).unwrap(),
        }
    }
    json(toml::Value::Table(toml::from_str(text).unwrap()))
}

fn schema() -> Json {
    serde_json::from_str(&Place::new().ok(&["schema"])).unwrap()
}

#[test]
fn the_examples_and_their_like_fit() {
    let schema = schema();
    for text in EXAMPLES {
        assert_eq!(complaints(&schema, &read(text), ""), Vec::<String>::new());
    }
    for text in [
        "",
        "format = 1\nmy_own_note = { anything = [1, 'x'] }\n[subject]\nghost = 1\n",
        "responsible_person.certificate = { kind = 2, number = '51010719920712992x', valid_from = 2022-04-01, valid_until = '长期' }",
        "responsible_person.certificate = { kind = 7, number = 'E12345678', valid_until = '2032年4月1日' }",
        "responsible_person.mobile = '+86 130-1234-0003'",
        "owner.face_check.passed_at = 2026-11-22T09:30:00+08:00",
        "owner.face_check.passed_at = '2026-11-22 09:30'",
        "[[events]]\nat = 2026-11-20T10:00:00+08:00\nkind = 'submitted'\n[[events]]\nat = '2026-11-21T10:00:00Z'\nkind = 'withdrawn'\nnote = ''",
        "[[confirmed]]\nrule = 'a-rule-to-come'\nfield = 'owner.mobile'\nvalue = '1'\nreason = '…'\ndate = 2026-11-23",
    ] {
        assert_eq!(complaints(&schema, &read(text), ""), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_does_not_fit_is_refused_at_its_place() {
    let schema = schema();
    let long = format!("mini_program.remark = '{}'", "字".repeat(201));
    for (text, place) in [
        ("format = 2", ".format"),
        ("kind = 'renew'", ".kind"),
        ("subject = 5", ".subject"),
        ("subject.nature = 99", ".subject.nature"),
        ("subject.nature = '企业'", ".subject.nature"),
        ("subject.region = '51010'", ".subject.region"),
        ("subject.name = ['a']", ".subject.name"),
        ("subject.certificate.kind = 2", ".subject.certificate.kind"),
        ("subject.certificate.photo = 1", ".subject.certificate.photo"),
        ("responsible_person.is_legal_person = 'maybe'", ".responsible_person.is_legal_person"),
        ("responsible_person.mobile = '1301234432'", ".responsible_person.mobile"),
        ("responsible_person.email = 'bing.example.com'", ".responsible_person.email"),
        ("responsible_person.certificate.valid_until = '2026-13-40'", ".responsible_person.certificate.valid_until"),
        ("responsible_person.certificate.valid_from = '长期'", ".responsible_person.certificate.valid_from"),
        ("responsible_person.certificate = { kind = 2, number = '5101071992071299' }", ".responsible_person.certificate"),
        ("owner.certificate = { kind = 2, number = 'E12345678' }", ".owner.certificate"),
        ("mini_program.app_id = 'gh_7f6e5d4c3b2a'", ".mini_program.app_id"),
        ("mini_program.service_contents = [44, 45, 1, 2, 3, 4]", ".mini_program.service_contents"),
        ("mini_program.service_contents = [44, 44]", ".mini_program.service_contents"),
        ("mini_program.service_contents = [44, 9999]", ".mini_program.service_contents[1]"),
        ("mini_program.prior_approvals = [{ kind = 99 }]", ".mini_program.prior_approvals[0].kind"),
        (&long, ".mini_program.remark"),
        ("materials.commitment_letter = ['a.jpg', 'b.jpg']", ".materials.commitment_letter"),
        ("answers.filed_before = 'perhaps'", ".answers.filed_before"),
        ("events = [{ at = 2026-11-20T10:00:00+08:00, kind = 'flown' }]", ".events[0].kind"),
        ("events = [{ kind = 'submitted' }]", ".events[0]"),
        ("events = [{ at = '2026-11-20', kind = 'submitted' }]", ".events[0].at"),
        ("confirmed = [{ rule = 'mobile-unusual', field = 'owner.mobile' }]", ".confirmed[0]"),
    ] {
        let said = complaints(&schema, &read(text), "");
        assert!(said.len() == 1 && said[0].starts_with(&format!("{place}: ")), "{text}: {said:?}");
    }
}

/// The schema of a field.
fn of(schema: &Json, id: FieldId) -> Json {
    let pointer = id.path().split('.').map(|key| format!("/properties/{key}")).collect::<String>();
    schema.pointer(&pointer).cloned().unwrap_or_else(|| panic!("{} is missing", id.path()))
}

#[test]
fn every_field_is_there_with_its_names_and_takes_what_the_program_writes() {
    let schema = schema();
    for record in table() {
        let own = of(&schema, record.id);
        let label = record.id.label();
        assert_eq!(own["title"], format!("{} / {}", label.zh, label.en), "{}", record.path);
        assert!(own["description"].as_str().unwrap().contains('\n'), "{}", record.path);
        // A cleared field is saved as an empty text or list.
        let lists = matches!(record.kind, Kind::Choices(_) | Kind::Approvals | Kind::Pictures(_) | Kind::Videos(_));
        let empty = if lists { json!([]) } else { json!("") };
        assert_eq!(complaints(&own, &empty, ""), Vec::<String>::new(), "{}", record.path);
        for example in own["examples"].as_array().into_iter().flatten() {
            assert_eq!(complaints(&own, example, ""), Vec::<String>::new(), "{}", record.path);
        }
    }
    let natures = of(&schema, FieldId::SubjectNature);
    let enterprise = natures["oneOf"].as_array().unwrap().iter().find(|option| option["const"] == 4).unwrap();
    assert!(enterprise["title"].as_str().unwrap().starts_with("企业 / Enterprise"), "{enterprise}");
}

#[test]
fn the_schema_takes_a_name_exactly_where_the_rule_does() {
    let schema = of(&schema(), FieldId::MiniProgramName);
    assert!(schema["description"].as_str().unwrap().contains("4 to 30 characters; a Chinese character counts as 2"));
    for wide in 0..=17 {
        for narrow in 0..=32 {
            let name = format!("{}{}{}", "a".repeat(narrow / 2), "字".repeat(wide), "b".repeat(narrow - narrow / 2));
            let fits = complaints(&schema, &json!(name), "").is_empty();
            assert_eq!(fits, name.is_empty() || mp_name_len::check(&name).valid, "{name}");
        }
    }
    assert!(complaints(&schema, &json!("a字b字c字"), "").is_empty(), "the two kinds of characters may take turns");
}

#[test]
fn a_new_draft_names_the_schema_where_that_lies_beside_it() {
    let place = Place::with_examples();
    let printed = place.ok(&["schema"]);
    // Nothing is put beside a draft that nobody asked for.
    assert!(!place.path().join("drafts/.beian.schema.json").exists());
    assert!(!fs::read_to_string(place.draft("example-company")).unwrap().contains("schema"));
    for folder in ["drafts", "."] {
        fs::write(place.path().join(folder).join(".beian.schema.json"), &printed).unwrap();
    }
    place.ok(&["new", "--name", "小食记"]);
    place.ok(&["new", "elsewhere.toml"]);
    place.ok(&["new", "--example"]);
    for path in [place.draft("小食记"), place.draft("example-company-2"), place.path().join("elsewhere.toml")] {
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().next().unwrap();
        let schema = line.strip_prefix("#:schema ./").unwrap_or_else(|| panic!("{line}"));
        let kept: Json = serde_json::from_str(&fs::read_to_string(path.with_file_name(schema)).unwrap()).unwrap();
        assert_eq!(kept, serde_json::from_str::<Json>(&printed).unwrap());
    }
    // An older one is renewed, a stranger's folder of that name is left alone, and neither is taken for a draft.
    let schema = place.path().join("drafts/.beian.schema.json");
    fs::write(&schema, "{}").unwrap();
    place.ok(&["new", "--name", "二"]);
    assert!(fs::read_to_string(&schema).unwrap().len() > 1000);
    fs::remove_file(&schema).unwrap();
    fs::create_dir(&schema).unwrap();
    place.ok(&["new", "--name", "三"]);
    assert!(schema.is_dir());
    assert_eq!(place.json(&["list"]).as_array().unwrap().len(), 7);
    // Saving keeps the line.
    place.ok(&["set", "小食记", "mini_program.name=小食记二"]);
    assert!(fs::read_to_string(place.draft("小食记")).unwrap().starts_with("#:schema ./.beian.schema.json\nformat = 1\n"));
}
