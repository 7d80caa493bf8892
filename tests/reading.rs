//! Documents as a recogniser read them: recorded lines of drawn, invented documents (`tests/fixtures/reading/pages.jsonl`), and the
//! same spoilt. What is found must be what was drawn; what is no longer there must not be found.

use beian::identifiers::document::Document;
use beian::scan::read::{Line, Page};
use beian::{Certainty, DocumentKind, Reading, What, understand};
use serde_json::Value;

/// A recorded page, and what was drawn.
struct Recorded {
    file: String,
    kind: DocumentKind,
    has_watermark: bool,
    fields: Vec<(What, String)>,
    page: Page,
}

fn recorded() -> Vec<Recorded> {
    let pages = include_str!("fixtures/reading/pages.jsonl").lines();
    pages.map(|line| of(&serde_json::from_str(line).unwrap())).collect()
}

fn of(row: &Value) -> Recorded {
    let fields = row["fields"].as_object().unwrap();
    let text = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let kind = match row["kind"].as_str().unwrap() {
        "id_front" | "id_back" => DocumentKind::Person(Document::ResidentId),
        "licence" => DocumentKind::Licence,
        "passport" => DocumentKind::Person(Document::Passport),
        "permit" if text("permit_number").starts_with(['H', 'M']) => DocumentKind::Person(Document::HkMacauPermit),
        "permit" => DocumentKind::Person(Document::TaiwanPermit),
        other => panic!("{other}"),
    };
    let names = [
        ("name", What::Name),
        ("latin", What::LatinName),
        ("sex", What::Sex),
        ("nation", What::Nation),
        ("birth", What::Birth),
        ("address", What::Address),
        ("id_number", What::Number),
        ("permit_number", What::Number),
        ("passport_number", What::Number),
        ("authority", What::Authority),
        ("valid_from", What::ValidFrom),
        ("valid_to", What::ValidTo),
        ("credit_code", What::CreditCode),
        ("company", What::Company),
        ("type", What::CompanyType),
        ("legal_person", What::LegalPerson),
        ("founded", What::Founded),
    ];
    let drawn = names.into_iter().filter(|(key, _)| fields.contains_key(*key)).map(|(key, what)| (what, text(key))).collect();
    Recorded {
        file: row["file"].as_str().unwrap().to_owned(),
        kind,
        has_watermark: row["variant"] == "mark",
        fields: drawn,
        page: serde_json::from_value(row["page"].clone()).unwrap(),
    }
}

/// What is wrong or missing in a reading.
fn wrong(recorded: &Recorded, reading: &Reading) -> Vec<String> {
    let seen = |what| reading.value(what).map(|seen| seen.text.as_str());
    let fields = recorded.fields.iter().filter(|(what, drawn)| seen(*what) != Some(drawn));
    let mut wrong: Vec<String> = fields.map(|(what, drawn)| format!("{what:?} {drawn} {:?}", seen(*what))).collect();
    if reading.kind != Some(recorded.kind) || reading.has_watermark != recorded.has_watermark {
        wrong.push(format!("{:?} {}", reading.kind, reading.has_watermark));
    }
    wrong
}

/// Values that are vouched for although something else was drawn.
fn wrongly_checked(recorded: &Recorded, reading: &Reading) -> Vec<String> {
    let checked = reading.values.iter().filter(|seen| seen.certainty == Certainty::Checked);
    let is_drawn = |what: What, text: &str| recorded.fields.iter().all(|(known, drawn)| *known != what || drawn == text);
    checked.filter(|seen| !is_drawn(seen.what, &seen.text)).map(|seen| format!("{} {seen:?}", recorded.file)).collect()
}

fn moved(page: &Page, place: impl Fn((f32, f32)) -> (f32, f32)) -> Page {
    let mut page = page.clone();
    page.lines.iter_mut().for_each(|line| line.corners = line.corners.map(&place));
    page
}

#[test]
fn recorded_documents_say_what_was_drawn() {
    let pages = recorded();
    assert!(pages.len() >= 15);
    for recorded in &pages {
        let reading = understand(&recorded.page);
        assert_eq!(wrong(recorded, &reading), [""; 0], "{}", recorded.file);
        assert_eq!(wrongly_checked(recorded, &reading), [""; 0]);
    }
}

/// Letters that this program prints, before they are signed: what stands in them is no card, no licence and no date.
#[test]
fn printed_letters_are_known_by_title_and_name() {
    let mut count = 0;
    for line in include_str!("fixtures/reading/letters.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let page: Page = serde_json::from_value(row["page"].clone()).unwrap();
        let reading = understand(&page);
        let says: Vec<(What, &str)> = reading.values.iter().map(|seen| (seen.what, seen.text.as_str())).collect();
        let drawn = [
            ("credit_code", What::CreditCode),
            ("authorised", What::Authorised),
            ("title", What::Title),
            ("addressee", What::Addressee),
            ("numbers", What::Numbers),
        ];
        let expected: Vec<_> = drawn.iter().filter_map(|(key, what)| Some((*what, row["fields"][key].as_str()?))).collect();
        assert_eq!((reading.kind, says), (Some(DocumentKind::Letter), expected), "{}", row["file"]);
        count += 1;
    }
    assert_eq!(count, 5);
}

/// The comparison above fails where a value differs.
#[test]
fn another_document_is_told_from_it() {
    let mut pages = recorded();
    let recorded = &mut pages[0];
    let reading = understand(&recorded.page);
    recorded.fields[0].1.push('某');
    assert_eq!(wrong(recorded, &reading).len(), 1);
    recorded.has_watermark = !recorded.has_watermark;
    assert_eq!(wrong(recorded, &reading).len(), 2);
}

#[test]
fn the_size_and_the_lean_of_a_document_do_not_matter() {
    for recorded in recorded() {
        for (scale, degrees) in [(0.4, 0.0), (3.0, 4.0), (1.0, -7.0)] {
            // A watermark on a page that leans as well is nearer to level than the page.
            if recorded.has_watermark && degrees != 0.0 {
                continue;
            }
            let (sin, cos) = f32::to_radians(degrees).sin_cos();
            let page = moved(&recorded.page, |(x, y)| (scale * (x * cos - y * sin) + 50.0, scale * (x * sin + y * cos) - 30.0));
            assert_eq!(wrong(&recorded, &understand(&page)), [""; 0], "{} {scale} {degrees}", recorded.file);
        }
    }
}

/// Removes the lines that say one of these words.
fn without(page: &Page, words: &[&str]) -> Page {
    let mut page = page.clone();
    page.lines.retain(|line| !words.iter().any(|word| line.text.contains(word)));
    page
}

#[test]
fn nothing_is_said_about_what_is_not_there() {
    for recorded in recorded() {
        for (words, what) in [
            (&["法定代表人", "经营者"][..], What::LegalPerson),
            (&["成立日期", "注册日期"], What::Founded),
            (&["签发机关"], What::Authority),
            (&["民族"], What::Nation),
        ] {
            let page = without(&recorded.page, words);
            // Labels that lie in two pieces stay where they are.
            if page.lines.len() < recorded.page.lines.len() {
                let reading = understand(&page);
                let seen = reading.value(what).filter(|seen| seen.certainty > Certainty::Doubtful);
                assert_eq!(seen, None, "{} {what:?}", recorded.file);
            }
        }
        // Half of the page: what is vouched for is still right.
        let middle = recorded.page.size.1 / 2.0;
        for is_upper in [true, false] {
            let mut page = recorded.page.clone();
            page.lines.retain(|line| (line.corners[0].1 < middle) == is_upper);
            assert_eq!(wrongly_checked(&recorded, &understand(&page)), [""; 0]);
        }
    }
}

/// A digit misread, with and without the right one among its other readings, never makes a wrong value that is vouched for.
#[test]
fn a_misread_digit_is_not_vouched_for() {
    let mut spoilt = 0;
    for recorded in recorded() {
        let numbered = |line: &&Line| line.text.chars().filter(|c| c.is_ascii_alphanumeric()).count() >= 16;
        let lines = recorded.page.lines.iter().enumerate().filter(|(_, line)| numbered(line));
        for (index, line) in lines {
            for (at, c) in line.text.chars().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
                for keeps_right in [true, false] {
                    let other = if c == '9' { '4' } else { char::from(c as u8 + 1) };
                    let mut page = recorded.page.clone();
                    let readings = if keeps_right { vec![(other, 0.6), (c, 0.3)] } else { vec![(other, 0.9)] };
                    page.lines[index].text =
                        line.text.chars().enumerate().map(|(n, c)| if n == at { other } else { c }).collect();
                    page.lines[index].chars[at].1 = readings;
                    assert_eq!(wrongly_checked(&recorded, &understand(&page)), [""; 0], "{at} {}", line.text);
                    spoilt += 1;
                }
            }
        }
    }
    assert!(spoilt > 300, "{spoilt}");
}

#[test]
fn two_cards_in_one_picture_say_nothing() {
    let pages: Vec<Recorded> =
        recorded().into_iter().filter(|page| page.fields.iter().any(|(what, _)| *what == What::Nation)).collect();
    let [one, other, ..] = &pages[..] else { panic!("two fronts") };
    let beside = moved(&other.page, |(x, y)| (x + one.page.size.0 + 100.0, y));
    let mut page = one.page.clone();
    page.lines.extend(beside.lines);
    let reading = understand(&page);
    assert_eq!((reading.kind, reading.values.len()), (Some(one.kind), 0));
}
