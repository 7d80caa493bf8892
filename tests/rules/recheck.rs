//! Checking again is checking: whatever is edited, the findings are those of a full check.

use super::drafts::{company, individual, three_people};
use beian::filing::{Approval, Draft, Event, EventKind, FieldId, Value};
use beian::rules::peers::{PeerDrafts, PeerIndex};
use beian::rules::{Context, Recheck, check, required_materials};
use beian_scan::facts::{Content, Facts, FileFacts, Format};
use chrono::NaiveDate;
use proptest::prelude::*;

/// Texts of all kinds, most of which some rule has something to say about.
const TEXTS: [&str; 44] = [
    "new",
    "change",
    "deregister",
    "440305",
    "110105",
    "510107",
    "310115",
    "440300",
    "999999",
    "虚构科技有限公司",
    "虚构金融信息（深圳）有限公司",
    "虚构 医院",
    "测试",
    "张三",
    "李四",
    "John Smith",
    "李\u{200B}四",
    "510104198811239961",
    "51010719920712992X",
    "510107198003089933",
    "11010519491231002X",
    "H12345678",
    "E12345678",
    "810000197101219937",
    "91440300MA5FAKE00X",
    "92440300MA5FAKE00X",
    "123456789",
    "广东省深圳市南山区虚构街88号801室",
    "广东省广州市天河区虚构街88号",
    "四川省成都市武侯区虚构路1号",
    "虚构路1号",
    "市辖区1号",
    "13012340003",
    "13800138000",
    "12345678901",
    "a@qq.com",
    "a@qq.con",
    "2020-01-01",
    "2026-12-01",
    "2040-01-01",
    "长期",
    "2026-11-23T10:00:00+08:00",
    "为用户提供在线音乐会查询和预约服务，展示演出信息，不涉及新闻、出版等前置审批内容。",
    "scans/a.jpg",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(TEXTS.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn value() -> impl Strategy<Value = Option<Value>> {
    let row = (prop::option::of(0..30_u32), text(), text());
    prop_oneof![
        2 => Just(None),
        8 => text().prop_map(|text| Some(Value::Text(text))),
        3 => (0..45_u32).prop_map(|code| Some(Value::Code(code))),
        4 => any::<bool>().prop_map(|flag| Some(Value::Flag(flag))),
        2 => prop::collection::vec(0..600_u32, 0..8).prop_map(|codes| Some(Value::Codes(codes))),
        2 => prop::collection::vec(text(), 0..4).prop_map(|paths| Some(Value::Paths(paths))),
        1 => text().prop_map(|text| Some(Value::Invalid(text))),
        2 => prop::collection::vec(row, 0..4).prop_map(|rows| {
            let rows = rows.into_iter().map(|(kind, number, document)| Approval { kind, number, document });
            Some(Value::Approvals(rows.collect()))
        }),
    ]
}

/// One thing that changes between two checks.
#[derive(Debug, Clone)]
enum Edit {
    Value(FieldId, Option<Value>),
    /// The value that fits the field's kind best: the field is likelier to be filled in well.
    Text(FieldId, String),
    Day(i64),
    Event(EventKind),
    NoEvents,
    Facts(bool),
    Peers(bool),
    Nothing,
}

fn edit() -> impl Strategy<Value = Edit> {
    let field = || prop::sample::select(FieldId::ALL.to_vec());
    let kinds = vec![EventKind::Submitted, EventKind::PlatformReturned, EventKind::BureauPassed];
    prop_oneof![
        12 => (field(), value()).prop_map(|(id, value)| Edit::Value(id, value)),
        12 => (field(), text()).prop_map(|(id, text)| Edit::Text(id, text)),
        1 => (-4000..4000_i64).prop_map(Edit::Day),
        1 => prop::sample::select(kinds).prop_map(Edit::Event),
        1 => Just(Edit::NoEvents),
        1 => any::<bool>().prop_map(Edit::Facts),
        1 => any::<bool>().prop_map(Edit::Peers),
        1 => Just(Edit::Nothing),
    ]
}

fn start() -> impl Strategy<Value = Draft> {
    let examples = [Draft::new(4), Draft::new(5), company().draft, three_people().draft, individual().draft];
    prop::sample::select(examples.to_vec())
}

fn seen() -> Facts {
    let mut facts = Facts::new();
    facts.insert("scans/a.jpg", FileFacts::picture(Format::Jpeg, 100, 100, 4000));
    facts.insert("scans/licence.jpg", FileFacts::of(Content::Missing));
    facts
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn findings_after_an_edit_are_those_of_a_full_check(
        mut draft in start(),
        edits in prop::collection::vec(edit(), 24),
    ) {
        let (none, known, alone) = (Facts::new(), seen(), PeerDrafts::default());
        let mut others = PeerDrafts::default();
        others.add("another", &draft);
        let (mut facts, mut peers, mut day) = (&none, &alone, today());
        let mut recheck = Recheck::default();
        for edit in edits {
            match edit.clone() {
                Edit::Value(id, value) => drop(draft.set(id, value)),
                Edit::Text(id, text) => drop(draft.set(id, Some(Value::Text(text)))),
                Edit::Day(days) => day = today() + chrono::TimeDelta::days(days),
                Edit::Event(kind) => draft.events.push(Event::new(kind, "2026-11-24T16:20:00+08:00".parse().unwrap())),
                Edit::NoEvents => draft.events.clear(),
                Edit::Facts(are_known) => {
                    facts = if are_known { &known } else { &none };
                    recheck.facts_changed();
                }
                Edit::Peers(are_there) => {
                    peers = if are_there { &others } else { &alone };
                    recheck.peers_changed();
                }
                Edit::Nothing => {}
            }
            let context = || Context::new(&draft, facts, day).with_peers(PeerIndex::new(peers, None));
            let (findings, materials) = recheck.check(context());
            let whole = context();
            prop_assert_eq!(&findings, &check(&whole), "{:?}", edit);
            prop_assert_eq!(materials, required_materials::materials(&whole).judged(&findings), "{:?}", edit);
        }
    }
}
