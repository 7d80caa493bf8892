//! Divisions in force and of the past, for identity numbers: `places.rs`.

use std::collections::HashMap;

use super::source::{Fallible, Record, Sources, table};

/// Names in one long string, each stored once: a row then holds numbers only and costs nothing at start.
#[derive(Default)]
struct Names {
    text: String,
    starts: HashMap<String, usize>,
}

impl Names {
    fn place(&mut self, name: &str) -> (usize, usize) {
        let start = *self.starts.entry(name.to_owned()).or_insert_with(|| {
            let start = self.text.len();
            self.text.push_str(name);
            start
        });
        (start, name.len())
    }
}

/// Writes one table of both lists, sorted by code and then by year.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let mut names = Names::default();
    let mut rows: Vec<((u32, u16, u16), String)> = Vec::new();
    let mut provinces = Vec::new();
    for row in sources.csv("assets/regions/regions.csv", "code,name,parent_code,level,short,icp_prefix,flag,pinyin")? {
        let [code, name, _, level, _, _, flag, _] = row.cells.as_slice() else {
            continue;
        };
        if level == "1" {
            let digits = code.get(..2).ok_or_else(|| row.wrong("the code is too short"))?;
            provinces.push(format!("{digits:?}"));
        }
        let kind = match flag.as_str() {
            "grouping" => "Kind::Grouping",
            "no_children" => "Kind::Undivided",
            "" | "provisional" => "Kind::InForce",
            other => return Err(row.wrong(&format!("unknown flag {other:?}"))),
        };
        let key = (row.number(code)?, u16::MAX, u16::MAX);
        rows.push((key, entry(key, names.place(name), kind)));
    }
    for row in
        sources.csv("assets/regions/regions_historical.csv", "code,name,level,from_year,gone_by_year,successors,status,source")?
    {
        let [code, name, _, from, gone, _, status, _] = row.cells.as_slice() else {
            continue;
        };
        let kind = match status.as_str() {
            "abolished" | "renamed" | "other" => "Kind::Past",
            "summary" => "Kind::Summary",
            other => return Err(row.wrong(&format!("unknown status {other:?}"))),
        };
        let key = (row.number(code)?, year(&row, from)?, year(&row, gone)?);
        rows.push((key, entry(key, names.place(name), kind)));
    }
    rows.sort();
    let rows: Vec<String> = rows.into_iter().map(|(_, entry)| entry).collect();
    let output = format!("static NAMES: &str = {:?};\n", names.text)
        + &table("PROVINCES", "&str", &provinces)
        + &table("ROWS", "Row", &rows);
    sources.write("places.rs", &output)
}

fn year(row: &Record, text: &str) -> Fallible<u16> {
    if text.is_empty() { Ok(0) } else { row.number(text) }
}

fn entry((code, from, gone): (u32, u16, u16), (start, length): (usize, usize), kind: &str) -> String {
    format!("Row {{ code: {code}, start: {start}, length: {length}, from: {from}, gone: {gone}, kind: {kind} }}")
}
