//! How well documents are read: holds what `beian::reading` makes of recorded pages against what was drawn.
//!
//! ```sh
//! cargo run --example measure_reading -- PAGES.jsonl TRUTH.jsonl [--wrong]
//! ```
//!
//! A line of PAGES is `{"file": …, "page": {"turn", "size", "lines"}}` (or the page's own keys beside `file`), a line of TRUTH
//! `{"file", "kind", "variant", "fields"}`. Prints Markdown: fields right by kind, by damage and by certainty, kinds, watermarks.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::collections::BTreeMap;

use beian::reading::{Certainty, DocumentKind, Reading, Side, What, understand};
use beian::scan::read::Page;
use serde_json::Value;

/// Right, wrong and missing.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    wrong: usize,
    missing: usize,
}

impl Count {
    fn add(&mut self, seen: Option<bool>) {
        match seen {
            Some(true) => self.right += 1,
            Some(false) => self.wrong += 1,
            None => self.missing += 1,
        }
    }

    fn all(self) -> usize {
        self.right + self.wrong + self.missing
    }

    fn row(self, name: &str) -> String {
        let share = 100.0 * self.right as f32 / self.all().max(1) as f32;
        format!("| {name} | {} | {} | {} | {share:.1} % |", self.right, self.wrong, self.missing)
    }
}

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let shows_wrong = std::env::args().any(|arg| arg == "--wrong");
    let [pages, truth] = &paths[..] else { panic!("PAGES.jsonl TRUTH.jsonl") };
    let lines = |path: &str| -> Vec<Value> {
        std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let truth: BTreeMap<String, Value> =
        lines(truth).into_iter().map(|row| (row["file"].as_str().unwrap().to_owned(), row)).collect();
    let mut by_kind: BTreeMap<String, Count> = BTreeMap::new();
    let mut by_damage: BTreeMap<String, Count> = BTreeMap::new();
    let mut by_certainty: BTreeMap<Certainty, Count> = BTreeMap::new();
    let (mut kinds, mut marks) = (Count::default(), Count::default());
    let (mut fair, mut scope) = (Count::default(), Count::default());
    let mut took = std::time::Duration::ZERO;
    let pages = lines(pages);
    for row in &pages {
        let file = row["file"].as_str().unwrap();
        let expected = &truth[file];
        let page: Page = serde_json::from_value(row.get("page").unwrap_or(row).clone()).unwrap();
        let start = std::time::Instant::now();
        let reading = understand(&page);
        took += start.elapsed();
        let (kind, variant) = (expected["kind"].as_str().unwrap(), expected["variant"].as_str().unwrap());
        let is_right = is_kind(&reading, kind, &expected["fields"]);
        kinds.add(reading.kind.map(|_| is_right));
        if shows_wrong && !is_right {
            println!("{file}: kind {:?} {:?}", reading.kind, reading.side);
        }
        let has_mark = variant == "mark";
        marks.add((has_mark || reading.has_watermark).then_some(has_mark == reading.has_watermark));
        for (field, value) in expected["fields"].as_object().unwrap() {
            let value = value.as_str().unwrap();
            let (seen, certainty) = if is_right { seen(&reading, field) } else { (None, Certainty::Doubtful) };
            let holds = seen.as_ref().map(|seen| is_same(seen, value, field));
            if shows_wrong && holds != Some(true) {
                println!("{file}: {field} {certainty:?}\n    {value}\n    {}", seen.unwrap_or_default());
            }
            if field == "scope" {
                scope.add(holds);
                continue;
            }
            by_kind.entry(format!("{kind}, {field}")).or_default().add(holds);
            by_damage.entry(variant.to_owned()).or_default().add(holds);
            if !matches!(variant, "mark" | "blur3") {
                fair.add(holds);
            }
            if holds.is_some() {
                by_certainty.entry(certainty).or_default().add(holds);
            }
        }
    }
    println!("{} pages, {:.2} ms each\n", pages.len(), 1e3 * took.as_secs_f64() / pages.len().max(1) as f64);
    let head = |title: &str| println!("| {title} | right | wrong | missing | share |\n|---|---:|---:|---:|---:|");
    head("kind and field");
    by_kind.iter().for_each(|(name, count)| println!("{}", count.row(name)));
    println!();
    head("damage");
    by_damage.iter().for_each(|(name, count)| println!("{}", count.row(name)));
    println!("{}\n", fair.row("all but watermark and strong blur"));
    head("certainty");
    by_certainty.iter().for_each(|(name, count)| println!("{}", count.row(&format!("{name:?}"))));
    println!();
    head("besides");
    println!("{}\n{}", kinds.row("kind of document"), scope.row("scope of business"));
    println!("\nWatermarks: {} found, {} missed or false, {} pages without", marks.right, marks.wrong, marks.missing);
}

fn is_kind(reading: &Reading, kind: &str, fields: &Value) -> bool {
    use beian::identifiers::document::Document;
    let card = Some(DocumentKind::Person(Document::ResidentId));
    match kind {
        "id_front" => reading.kind == card && reading.side == Some(Side::Front),
        "id_back" => reading.kind == card && reading.side == Some(Side::Back),
        "licence" => reading.kind == Some(DocumentKind::Licence),
        "passport" => reading.kind == Some(DocumentKind::Person(Document::Passport)),
        "permit" => {
            let is_taiwan = fields["permit_number"].as_str().unwrap().starts_with(|c: char| c.is_ascii_digit());
            let document = if is_taiwan { Document::TaiwanPermit } else { Document::HkMacauPermit };
            reading.kind == Some(DocumentKind::Person(document))
        }
        _ => false,
    }
}

/// The value of a field of the truth, and its certainty.
fn seen(reading: &Reading, field: &str) -> (Option<String>, Certainty) {
    let what = match field {
        "name" => What::Name,
        "latin" => What::LatinName,
        "sex" => What::Sex,
        "nation" => What::Nation,
        "birth" => What::Birth,
        "address" => What::Address,
        "id_number" | "permit_number" | "passport_number" => What::Number,
        "authority" => What::Authority,
        "valid_from" => What::ValidFrom,
        "valid_to" | "term" => What::ValidTo,
        "credit_code" => What::CreditCode,
        "company" => What::Company,
        "type" => What::CompanyType,
        "legal_person" => What::LegalPerson,
        "founded" => What::Founded,
        "scope" => What::Scope,
        other => panic!("{other}"),
    };
    let Some(seen) = reading.value(what) else { return (None, Certainty::Doubtful) };
    let text = match reading.value(What::ValidFrom) {
        Some(from) if field == "term" => format!("{}至{}", from.text, seen.text),
        _ => seen.text.clone(),
    };
    (Some(text), seen.certainty)
}

/// Whether both are the same but for blanks and the width of punctuation, or the way a day is written.
fn is_same(seen: &str, expected: &str, field: &str) -> bool {
    let plain = |text: &str| -> String {
        let form = |c: char| match c {
            '（' => '(',
            '）' => ')',
            '：' => ':',
            '；' => ';',
            '，' | '、' => ',',
            c => c,
        };
        let text = if field == "term" { text.replace(['年', '月'], "-").replace('日', "") } else { text.to_owned() };
        text.chars().filter(|c| !c.is_whitespace()).map(form).collect()
    };
    plain(seen) == plain(expected)
}
