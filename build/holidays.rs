//! Days off and worked weekends: `holidays.rs`.

use super::source::{Fallible, Record, Sources, table};

/// A year's notice has never named fewer days than this.
const FEWEST_DAYS: usize = 20;

/// Writes the days, sorted, and the years whose notice they come from.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let mut days = Vec::new();
    let mut official = Vec::new();
    for row in sources.csv("assets/holidays/holidays.csv", "date,name,is_workday,status")? {
        let [date, name, worked, status] = row.cells.as_slice() else {
            continue;
        };
        let day = number(&row, date)?;
        let worked = match worked.as_str() {
            "0" => false,
            "1" => true,
            other => return Err(row.wrong(&format!("unknown is_workday {other:?}"))),
        };
        match status.as_str() {
            "official" => official.push(day / 10_000),
            "statutory" => {}
            other => return Err(row.wrong(&format!("unknown status {other:?}"))),
        }
        days.push((day, format!("({day}, {name:?}, {worked})")));
    }
    days.sort();

    let mut notices = Vec::new();
    for row in sources.csv("assets/holidays/notices.csv", "year,published")? {
        let [year, published] = row.cells.as_slice() else {
            continue;
        };
        let year: u32 = row.number(year)?;
        if official.iter().filter(|named| **named == year).count() < FEWEST_DAYS {
            return Err(row.wrong(&format!("holidays.csv lacks the notice of {year}")));
        }
        notices.push((year, format!("({year}, {})", number(&row, published)?)));
    }
    notices.sort();

    let days: Vec<String> = days.into_iter().map(|(_, text)| text).collect();
    let notices: Vec<String> = notices.into_iter().map(|(_, text)| text).collect();
    let output = table("DAYS", "(u32, &str, bool)", &days) + &table("NOTICES", "(i32, u32)", &notices);
    sources.write("holidays.rs", &output)
}

/// `2026-10-01` as 20261001: sorts like the date and needs no calendar.
fn number(row: &Record, date: &str) -> Fallible<u32> {
    row.number(&date.replace('-', ""))
}
