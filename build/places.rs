//! Codes of divisions in force and of the past, for identity numbers: `places.rs`.

use std::collections::BTreeSet;

use super::source::{Fallible, Sources, table};

/// Writes the codes of both lists, sorted, and of how many rows they are.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let mut codes: BTreeSet<u32> = BTreeSet::new();
    let mut rows: usize = 0;
    let mut provinces = Vec::new();
    for row in sources.csv("assets/regions/regions.csv", "code,name,parent_code,level,short,icp_prefix,flag,pinyin")? {
        let [code, _, _, level, _, _, flag, _] = row.cells.as_slice() else {
            continue;
        };
        if level == "1" {
            let digits = code.get(..2).ok_or_else(|| row.wrong("the code is too short"))?;
            provinces.push(format!("{digits:?}"));
        }
        if !matches!(flag.as_str(), "" | "grouping" | "no_children" | "provisional") {
            return Err(row.wrong(&format!("unknown flag {flag:?}")));
        }
        codes.insert(row.number(code)?);
        rows += 1;
    }
    for row in
        sources.csv("assets/regions/regions_historical.csv", "code,name,level,from_year,gone_by_year,successors,status,source")?
    {
        let [code, _, _, from, gone, _, status, _] = row.cells.as_slice() else {
            continue;
        };
        if !matches!(status.as_str(), "abolished" | "renamed" | "other" | "summary") {
            return Err(row.wrong(&format!("unknown status {status:?}")));
        }
        for year in [from, gone].into_iter().filter(|year| !year.is_empty()) {
            let _: u16 = row.number(year)?;
        }
        codes.insert(row.number(code)?);
        rows += 1;
    }
    let codes: Vec<String> = codes.iter().map(u32::to_string).collect();
    let output =
        format!("const ROWS: usize = {rows};\n") + &table("PROVINCES", "&str", &provinces) + &table("CODES", "u32", &codes);
    sources.write("places.rs", &output)
}
