use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::json;

use super::*;
use crate::drafts::codec::parse_json;
use crate::filing::FieldId;
use crate::filing::field::table;

/// Reads both ways and holds one against the other; whether the short way was taken.
fn agrees(text: &str) -> bool {
    let Some(record) = parse_record(text, "id") else { return false };
    let document = parse_json(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(record.draft, *document.draft(), "{text}");
    assert_eq!(record.id, document.extra("id"), "{text}");
    assert!(document.unread_events().is_empty(), "{text}");
    true
}

#[test]
fn an_ordinary_record_needs_no_document() {
    for text in [
        "{}",
        " {\"kind\":\"new\" , \"format\":1}\t",
        r#"{"format":1,"kind":"new","id":"A-17","subject":{"nature":"4","region":440305,"certificate":{"kind":1,"number":""}}}"#,
        r#"{"id":-3,"mini_program":{"service_contents":[3,null,"4"],"prior_approvals":[{"kind":24},null,{"number":7,"document":null}],"remark":"第一段\n\u7b2c二段"}}"#,
        r#"{"subject":{"\u006eame":"张三"},"owner":{"same_as_responsible_person":"true","mobile":13012344321},"responsible_person":{}}"#,
        r#"{"materials":{"commitment_letter":"one.jpg","subject_other_materials":["a.jpg",""]},"mini_program":{"service_contents":[]}}"#,
    ] {
        assert!(agrees(text), "{text}");
    }
}

#[test]
fn anything_unusual_is_read_by_way_of_the_document() {
    let long = format!("{{\"mini_program\":{{\"remark\":\"{}\"}}}}", "[".repeat(BRACKETS));
    for text in [
        "",
        "[]",
        "7",
        "\u{feff}{}",
        "{} x",
        "{\"kind\":\"new\"",
        "{\"kind\":\"\\ud800\"}",
        "{\"kind\":\"new\",\"kind\":\"new\"}",
        "{\"kind\":null,\"kind\":\"new\"}",
        "{\"subject\":{},\"subject\":{}}",
        "{\"id\":1,\"id\":2}",
        "{\"id\":null}",
        "{\"id\":1.5}",
        "{\"id\":9223372036854775808}",
        "{\"format\":2}",
        "{\"format\":0}",
        "{\"format\":\"1\"}",
        "{\"format\":1.0}",
        "{\"format\":1,\"format\":1}",
        "{\"ghost\":1}",
        "{\"subject\":{\"format\":1}}",
        "{\"subject\":{\"id\":1}}",
        "{\"subject.name\":\"x\"}",
        "{\"subject\":\"me\"}",
        "{\"subject\":{\"certificate\":5}}",
        "{\"subject\":{\"name\":true}}",
        "{\"subject\":{\"name\":-1}}",
        "{\"subject\":{\"name\":9223372036854775808}}",
        "{\"subject\":{\"name\":1e3}}",
        "{\"subject\":{\"name\":{\"a\":1}}}",
        "{\"subject\":{\"nature\":4294967296}}",
        "{\"subject\":{\"nature\":\"four\"}}",
        "{\"kind\":7}",
        "{\"mini_program\":{\"service_contents\":[3,\"x\"]}}",
        "{\"mini_program\":{\"prior_approvals\":[{\"kind\":24,\"mine\":1}]}}",
        "{\"mini_program\":{\"prior_approvals\":[{\"kind\":24,\"kind\":24}]}}",
        "{\"events\":[]}",
        "{\"confirmed\":[]}",
        &long,
    ] {
        assert!(parse_record(text, "id").is_none(), "{:?}", text.get(..60).unwrap_or(text));
    }
}

#[test]
fn every_field_can_be_read_straight() {
    for field in table() {
        let value = match field.kind {
            Kind::Flag(_) => json!(true),
            Kind::Choices(_) | Kind::Pictures(_) | Kind::Videos(_) => json!(["1"]),
            Kind::Approvals => json!([{ "kind": 1, "number": "a", "document": "b" }]),
            _ => json!("1"),
        };
        let nested = field.path.rsplit('.').fold(value, |inner, key| json!({ key: inner })).to_string();
        assert!(agrees(&nested), "{nested}");
        assert!(parse_record(&nested, "id").unwrap().draft.get(field.id).is_some(), "{nested}");
    }
}

/// Values right and wrong, as they stand in JSON.
const VALUES: [&str; 33] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "4",
    "-1",
    "1.0",
    "1e2",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "1e400",
    "\"\"",
    "\" \"",
    "\"4\"",
    "\" 4 \"",
    "\"+4\"",
    "\"true\"",
    "\"张三\\u200b\"",
    "\"a\\nb\"",
    "[]",
    "[null]",
    "[1,\"2\"]",
    "[\"a.jpg\",\"\"]",
    "[[]]",
    "[{}]",
    "[{\"kind\":\"\",\"number\":7}]",
    "[{\"kind\":null,\"document\":\"a\"}]",
    "{}",
    "{\"kind\":1}",
];

proptest! {
    /// Whatever is read straight is what the document holds.
    #[test]
    fn the_short_way_never_says_anything_else(
        fields in subsequence((0..FieldId::ALL.len()).collect::<Vec<_>>(), 0..8),
        values in proptest::collection::vec(select(&VALUES[..]), 8),
        extra in select(vec!["", "\"id\":\"x\",", "\"id\":7,", "\"format\":1,", "\"events\":[],", "\"subject\":null,"]),
        cut in proptest::option::of(0usize..200),
    ) {
        // Fields that follow each other in one table stand in one object.
        let mut text = String::from("{") + extra;
        let mut open: Vec<&str> = Vec::new();
        let mut first = true;
        for (field, value) in fields.iter().filter_map(|at| table().get(*at)).zip(values) {
            let mut steps: Vec<&str> = field.path.split('.').collect();
            let key = steps.pop().unwrap_or_default();
            let same = open.iter().zip(&steps).take_while(|(a, b)| a == b).count();
            text += &"}".repeat(open.len() - same);
            if !std::mem::take(&mut first) {
                text.push(',');
            }
            for step in &steps[same..] {
                text += &format!("\"{step}\":{{");
            }
            text += &format!("\"{key}\":{value}");
            open = steps;
        }
        text += &"}".repeat(open.len() + 1);
        let text = if fields.is_empty() { text.replace(",}", "}") } else { text };
        agrees(&text);
        if let Some(short) = cut.and_then(|cut| text.get(..cut)) {
            agrees(short);
        }
    }
}
