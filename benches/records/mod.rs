//! Filings of people and companies that do not exist, for measurements: made from the examples, each with names and numbers of its own.

use std::io::{self, Write};

use beian::identifiers::check_chars::{mod_11_2, mod_31, organisation};
use serde_json::{Value as Json, json};

const EXAMPLES: [&str; 2] =
    [include_str!("../../assets/example/company.toml"), include_str!("../../assets/example/individual.toml")];
const SURNAMES: &[&str] = &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "徐"];
const GIVEN: &[&str] = &["伟", "芳", "秀英", "敏", "静", "建国", "丽", "强", "子涵", "磊", "洋", "艳", "勇"];
const TRADES: &[&str] = &["音乐", "书店", "花艺", "摄影", "茶叶", "陶艺", "棋院"];

/// One of a list, by a number.
fn pick<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[number % list.len()]
}

fn name(number: usize) -> String {
    format!("{}{}", pick(SURNAMES, number), pick(GIVEN, number / SURNAMES.len()))
}

/// A resident ID of somebody born between 1980 and 1995, and of the example's county.
fn resident_id(number: usize) -> String {
    let places =
        format!("510107{}{:02}{:02}{:03}", 1980 + number % 16, 1 + number / 16 % 12, 1 + number / 192 % 28, number % 1000);
    format!("{places}{}", mod_11_2(&places).unwrap())
}

fn credit_code(number: usize) -> String {
    let body = format!("MA{number:06}");
    let places = format!("91510107{body}{}", organisation(&body).unwrap());
    format!("{places}{}", mod_31(&places).unwrap())
}

fn mobile(number: usize) -> String {
    format!("13{:09}", 100_000_007 + number * 37 % 800_000_000)
}

/// What is wrong with every tenth record, by turns.
const MISTAKES: &[fn(&mut Json)] = &[
    |record| record["responsible_person"]["mobile"] = "12345".into(),
    |record| record["responsible_person"]["certificate"]["valid_until"] = "2026-12-01".into(),
    |record| record["mini_program"]["remark"] = "太短".into(),
    |record| record["responsible_person"]["certificate"]["number"] = "510107199207129921".into(),
    |record| record["subject"]["address"] = "四川省成都市武侯区虚构街88号".into(),
    |record| record["responsible_person"]["emergency_phone"] = record["responsible_person"]["mobile"].clone(),
    |record| record["mini_program"]["service_contents"] = json!([44, 44, 9999]),
];

/// A person of the record: name, number, and phones and mail of their own.
fn person(record: &mut Json, role: &str, number: usize) {
    record[role]["name"] = name(number).into();
    record[role]["certificate"]["number"] = resident_id(number).into();
    record[role]["certificate"]["valid_from"] = "2022-04-01".into();
    record[role]["certificate"]["valid_until"] = "2042-04-01".into();
    record[role]["mobile"] = mobile(number).into();
    record[role]["emergency_phone"] = mobile(number + 50_000_000).into();
    record[role]["email"] = format!("person{number}@example.com").into();
}

/// A record: two companies, then an individual, each with people, numbers and names of their own.
fn record(examples: &[Json; 2], number: usize) -> Json {
    let individual = number % 3 == 2;
    let mut record = examples[usize::from(individual)].clone();
    let trade = pick(TRADES, number);
    person(&mut record, "responsible_person", number * 2);
    if !individual {
        person(&mut record, "owner", number * 2 + 1);
        record["owner"]["administrator"] = record["owner"]["name"].clone();
        record["subject"]["name"] = format!("四川虚构{trade}{number}文化有限公司").into();
        record["subject"]["certificate"]["number"] = credit_code(number % 1_000_000).into();
    }
    record["id"] = number.into();
    record["mini_program"]["app_id"] = format!("wx{:016x}", number as u64 * 0x9e37_79b9_7f4a_7c15 % (1 << 63)).into();
    record["mini_program"]["name"] = format!("虚构{trade}{number}").into();
    if number % 10 == 9 {
        MISTAKES[number / 10 % MISTAKES.len()](&mut record);
    }
    record
}

/// The first records of the endless row, one by one; the same on every call.
pub fn records(count: usize) -> impl Iterator<Item = Json> {
    let examples = EXAMPLES.map(|text| toml::from_str::<Json>(text).unwrap());
    (0..count).map(move |number| record(&examples, number))
}

/// Records as `check -` reads them: one JSON object a line.
pub fn write_lines(records: impl Iterator<Item = Json>, out: &mut dyn Write) -> io::Result<()> {
    for record in records {
        writeln!(out, "{record}")?;
    }
    out.flush()
}
