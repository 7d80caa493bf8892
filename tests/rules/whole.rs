//! Whatever a draft holds, rules answer: no panic, and never an export with errors.

use beian::filing::{Approval, Draft, FieldId, Value};
use beian::locale::{Lang, finding};
use beian::rules::{Context, Severity, check, complete};
use beian_scan::facts::{Content, Damage, Facts, FileFacts, Format};
use chrono::NaiveDate;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9X×x ]{0,20}",
        "[\u{4e00}-\u{4eff}省市区路号0-9 ]{0,12}",
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]",
        Just("长期".to_owned()),
        Just("a.jpg".to_owned()),
        Just("510107".to_owned()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let code = prop_oneof![0..60_u32, any::<u32>()];
    let row = (proptest::option::of(0..30_u32), text(), text());
    prop_oneof![
        text().prop_map(Value::Text),
        code.prop_map(Value::Code),
        any::<bool>().prop_map(Value::Flag),
        proptest::collection::vec(0..600_u32, 0..8).prop_map(Value::Codes),
        proptest::collection::vec(text(), 0..4).prop_map(Value::Paths),
        text().prop_map(Value::Invalid),
        proptest::collection::vec(row, 0..4).prop_map(|rows| {
            Value::Approvals(rows.into_iter().map(|(kind, number, document)| Approval { kind, number, document }).collect())
        }),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let content = prop_oneof![
        Just(FileFacts::of(Content::Missing)),
        Just(FileFacts::of(Content::TooLarge { limit: 1 })),
        (any::<u32>(), any::<u32>(), any::<u64>()).prop_map(|(w, h, size)| FileFacts::picture(Format::Png, w, h, size)),
        Just(FileFacts::picture(Format::Jpeg, 0, 0, 0).with_damage(Damage::Truncated)),
    ];
    proptest::collection::vec((text(), content), 0..4).prop_map(|rows| rows.into_iter().collect())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        (-2_000_000..2_000_000_i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt),
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        Just(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rules_answer_whatever_a_draft_holds(
        values in proptest::collection::vec(proptest::option::of(value()), FieldId::ALL.len()),
        nature in prop_oneof![Just(4_u32), Just(5), Just(3), any::<u32>()],
        facts in facts(),
        today in day(),
    ) {
        let mut draft = Draft::new(nature);
        for (id, value) in FieldId::ALL.iter().zip(values) {
            if let Some(value) = value {
                draft.set(*id, Some(value));
            }
        }
        let context = Context::new(&draft, &facts, today);
        let findings = check(&context);
        for said in &findings {
            prop_assert!(draft.asks(said.field), "{said:?}");
            let sentence = finding::message(Lang::Zh, said);
            prop_assert!(!sentence.chars().any(char::is_control), "{sentence:?}");
        }
        let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(complete(&context).is_err(), errors);
    }
}

/// A filing that is checked again is found just as sound: its normal forms are no new mistakes.
#[test]
fn normal_forms_are_sound() {
    for case in [super::drafts::company(), super::drafts::three_people(), super::drafts::individual()] {
        let (filing, _) = complete(&case.context()).unwrap();
        let again = case.context_of(filing.draft());
        assert_eq!(check(&again), []);
    }
}
