use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::drafts::codec::{document_of, parse};
use crate::filing::FieldId;
use crate::filing::field::table;

/// Reads both ways and holds one against the other; whether the short way was taken.
fn agrees(text: &str) -> bool {
    let Some(found) = glance(text) else { return false };
    let document = parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(found.draft, *document.draft(), "{text}");
    assert_eq!(found.unread_events, document.unread_events().len(), "{text}");
    true
}

#[test]
fn the_examples_need_no_document() {
    let examples = ["company", "individual"].map(|name| format!("{}/assets/example/{name}.toml", env!("CARGO_MANIFEST_DIR")));
    for path in examples {
        assert!(agrees(&std::fs::read_to_string(&path).unwrap()), "{path}");
    }
}

#[test]
fn an_ordinary_draft_needs_no_document() {
    for text in [
        "",
        "# nothing but a remark\n\n",
        "\u{feff}kind = \"new\"\n",
        "format = 1\nkind = \"new\"\n",
        "[subject]\nnature = \"4\"\nregion = 440305\nname = 'literal'\n\n[subject.certificate]\nkind = 1\nnumber = \"\"\n",
        "[subject.certificate]\nkind = 1\n[subject]\nnature = 4\n",
        "[mini_program]\nservice_contents = [\n  3, # one\n  \"4\",\n]\nremark = \"\"\"\n第一段\n\\u7b2c二段\"\"\"\n",
        "[mini_program]\nprior_approvals = [{ kind = 24 }, { kind = \"\", number = 7, document = \"a\" }, {}]\n",
        "[mini_program]\nname = \"x\"\n[[mini_program.prior_approvals]]\nkind = 9\n[owner]\n[[mini_program.prior_approvals]]\nnumber = \"n\"\n",
        "[[mini_program.prior_approvals]]\nkind = 9\n[[record.mini_program.prior_approvals]]\nkind = 3\n[[mini_program.prior_approvals]]\nkind = 4\n",
        "kind = \"new\"\n[[confirmed]]\nrule = \"r\"\nfield = \"f\"\nvalue = 16_300\nreason = \"\"\ndate = 2026-01-02\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\nnote = 0x10\n",
        "[mini_program]\nremark = \"\"\"\n[[events]]\n\"\"\"\n",
        "[materials]\ncommitment_letter = \"one.jpg\"\nsubject_other_materials = [\"a.jpg\", \"\"]\n[mini_program]\nservice_contents = []\n",
        "kind = \"change\"\n[subject]\nname = \"a\"\n[record.subject]\nname = \"b\"\n[record.mini_program]\nservice_contents = [3]\n",
        "kind = \"new\"\n\n[[events]]\nat = 2026-01-02T03:04:05+08:00\nkind = \"submitted\"\nwho = \"owner\"\nnote = 'n'\n\n[[events]]\nat = \" 2026-01-02t03:04:05Z \"\nnumber = 7\nkind = \"sms_received\"\n",
        "\n[[events]]\nat = 2026-01-02 03:04:05Z\nkind = \"submitted\"\n[subject]\nname = \"x\"\n[[events]]\nat = 2026-01-02T03:04:05.5Z\nkind = \"submitted\"\n\n[[confirmed]]\nrule = 1\n",
        "kind = \"new\"\n[[confirmed]]\nrule = 1\n[[events]]\nkind = \"of another world\"\n[[events.reasons]]\ntext = \"x\"\n",
        "[[confirmed]]\n",
        "\n[[confirmed]]\nrule = \"r\"\nfield = \"f\"\nvalue = \"v\"\nreason = \"\"\ndate = 2026-01-02\n[[events]]\nat = 1\nkind = 2\n",
    ] {
        assert!(agrees(text) || text == "[[confirmed]]\n", "{text}");
    }
}

#[test]
fn anything_unusual_is_read_by_way_of_the_document() {
    for text in [
        "kind = \"new\"\r\n",
        "kind = \"new",
        "kind = \"new\"\nkind = \"new\"\n",
        "kind = \"new\" # \u{1}\n",
        "\"kind\" = \"new\"\n",
        "kind = 7\n",
        "kind = 2026-01-02\n",
        "format = 2\n",
        "format = 0\n",
        "format = \"1\"\n",
        "format = 1\nformat = 1\n",
        "ghost = 1\n",
        "[ghost]\n",
        "[subject]\nformat = 1\n",
        "[subject]\n[subject]\n",
        "[[subject]]\n",
        "subject = 1\n",
        "subject = { name = \"x\" }\n",
        "subject.name = \"x\"\n",
        "[subject]\ncertificate.number = \"x\"\n",
        "[subject.name]\n",
        "[subject]\nname = true\n",
        "[subject]\nname = -1\n",
        "[subject]\nname = +1\n",
        "[subject]\nname = 1_000\n",
        "[subject]\nname = 0x10\n",
        "[subject]\nname = 1e3\n",
        "[subject]\nname = [\"x\"]\n",
        "[subject]\nnature = 4294967296\n",
        "[subject]\nnature = \"four\"\n",
        "[mini_program]\nservice_contents = [3, [4]]\n",
        "[mini_program]\nservice_contents = [3, { a = 1 }]\n",
        "[mini_program]\nservice_contents = [\n[[confirmed]]\n]\n",
        "[mini_program]\nremark = \"\"\"\n[[confirmed]]\n\"\"\"\n",
        "[mini_program]\nprior_approvals = [{ kind = 24, mine = 1 }]\n",
        "[mini_program]\nprior_approvals = [{ kind = 24, kind = 24 }]\n",
        "[mini_program]\nprior_approvals = [{ kind = [24] }]\n",
        "[mini_program]\nprior_approvals = [24]\n",
        "[mini_program]\nprior_approvals = []\n[[mini_program.prior_approvals]]\nkind = 1\n",
        "[[mini_program.prior_approvals]]\nkind = 1\n[mini_program]\nprior_approvals = []\n",
        "[[mini_program.prior_approvals]]\nkind = { a = 1 }\n",
        "[mini_program.prior_approvals]\nkind = 1\n",
        "[[mini_program.prior_approvals]]\n[mini_program.prior_approvals.x]\n",
        "events = []\n",
        "\n[[confirmed]]\n[subject]\nname = \"x\"\n",
        "\n[[events]]\n",
        "\n[[events]]\nkind = \"submitted\"\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"of another world\"\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\nwho = \"somebody\"\n",
        "\n[[events]]\nat = 2026-01-02\nkind = \"submitted\"\n",
        "\n[[events]]\nat = 2026-13-02T03:04:05Z\nkind = \"submitted\"\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\nreasons = [{ text = \"x\" }]\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\n[[events.reasons]]\ntext = \"x\"\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\n[[confirmed]]\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\n",
        "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\n[[confirmed]]\n[[events]]\n",
        "\n[[events]]\nat = \n",
    ] {
        assert!(glance(text).is_none(), "{text}");
    }
}

#[test]
fn every_field_can_be_read_so() {
    for field in table() {
        let value = match field.kind {
            Kind::Flag(_) => Value::Flag(true),
            Kind::Choice(_) => Value::Code(1),
            Kind::Choices(_) => Value::Codes(vec![1, 2]),
            Kind::Pictures(_) | Kind::Videos(_) => Value::Paths(vec!["a".to_owned(), "b".to_owned()]),
            Kind::Approvals => Value::Approvals(vec![Approval { kind: Some(1), ..Approval::default() }, Approval::default()]),
            _ => Value::from("1"),
        };
        let mut draft = Draft::default();
        draft.set(field.id, Some(value.clone()));
        draft.set_recorded(field.id, Some(value));
        let text = document_of(&draft).to_text();
        assert!(agrees(&text), "{text}");
        assert_eq!(glance(&text).unwrap().draft, draft, "{text}");
    }
}

/// Values right and wrong, as they stand in TOML.
const VALUES: [&str; 34] = [
    "true",
    "0",
    "00",
    "1",
    "4",
    "-1",
    "+4",
    "1_0",
    "0b1",
    "1.0",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "inf",
    "2026-01-02",
    "\"\"",
    "''",
    "\" \"",
    "\"4\"",
    "\" 4 \"",
    "\"true\"",
    "\"张三\\u200b\"",
    "'''\na\\n'''",
    "\"a\\qb\"",
    "[]",
    "[1,\"2\"]",
    "[\"a.jpg\",\"\",]",
    "[[]]",
    "[{}]",
    "[{kind=\"\",number=7},{document='a'}]",
    "[{kind=1,kind=1}]",
    "{}",
    "{kind=1}",
];

/// What may stand between fields, and need not be right there.
const BETWEEN: [&str; 20] = [
    "",
    "\n",
    "# 备注\n",
    "format = 1\n",
    "[subject]\n",
    "[mini_program]\n",
    "[[mini_program.prior_approvals]]\n",
    "number = \"7\"\n",
    "\n[[events]]\nat = 2026-01-02T03:04:05Z\nkind = \"submitted\"\n",
    "\n[[events]]\n",
    "\n[[events]]\nat = \"2026-01-02T03:04:05Z\"\n",
    "kind = \"sms-verified\"\n",
    "[[record.mini_program.prior_approvals]]\n",
    "[record.mini_program]\n",
    "number = 0x10\n",
    "note = 1_0\n",
    "value = +5\n",
    "\n[[confirmed]]\nrule = \"r\"\nfield = \"f\"\nreason = \"x\"\ndate = 2026-01-02\n",
    "\n[[confirmed]]\nrule = 1\n",
    "\u{7f}",
];

proptest! {
    /// Whatever is read at a glance is what the document holds.
    #[test]
    fn a_glance_never_says_anything_else(
        fields in subsequence((0..FieldId::ALL.len()).collect::<Vec<_>>(), 0..8),
        values in proptest::collection::vec(select(&VALUES[..]), 8),
        between in proptest::collection::vec(proptest::option::weighted(0.2, select(&BETWEEN[..])), 8),
        cut in proptest::option::of(0usize..200),
    ) {
        let (mut text, mut open) = (String::new(), "");
        for ((field, value), between) in fields.iter().filter_map(|at| table().get(*at)).zip(values).zip(between) {
            let (parent, key) = field.path.rsplit_once('.').unwrap_or(("", field.path));
            if parent != open {
                text += &format!("[{parent}]\n");
                open = parent;
            }
            text += &format!("{}{key} = {value}\n", between.unwrap_or_default());
        }
        agrees(&text);
        if let Some(short) = cut.and_then(|cut| text.get(..cut)) {
            agrees(short);
        }
    }
}
