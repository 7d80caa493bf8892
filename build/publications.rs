//! Where facts come from: `publications.rs`.

use std::collections::BTreeSet;

use super::provinces::literal;
use super::source::{Fallible, Row, Sources};
use super::vocabulary::Confidence;

const FILE: &str = "assets/catalog/sources.toml";
const KEYS: [&str; 9] =
    ["id", "title_zh", "title_en", "publisher_zh", "publisher_en", "published", "read", "address", "confidence"];

/// Writes each publication as a static of its own, so that a rule names it while compiling, and the list of all.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml(FILE)?;
    document.root().only(&["source"])?;
    let mut ids = BTreeSet::new();
    let (mut cited, mut all) = (String::new(), Vec::new());
    for row in document.rows("source")? {
        row.only(&KEYS)?;
        let id = row.text("id")?;
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-') {
            return Err(row.wrong_in("id", "an id has capital letters, digits and hyphens"));
        }
        if !ids.insert(id) {
            return Err(row.wrong_in("id", "the id occurs twice"));
        }
        let name = id.replace('-', "_");
        let publication = publication(&row, id)?;
        cited.push_str(&format!("/// {}.\npub static {name}: Publication = {publication};\n", row.text("title_en")?));
        all.push(format!("&cited::{name}"));
    }
    let output = format!(
        "/// Every publication by its id, for what is cited while compiling.\npub mod cited {{\nuse super::{{Confidence, Publication, Text}};\n{cited}}}\n\
         static PUBLICATIONS: &[&Publication] = &[\n{},\n];\n",
        all.join(",\n")
    );
    sources.write("publications.rs", &output)
}

fn publication(row: &Row<'_>, id: &str) -> Fallible<String> {
    for key in ["title_zh", "publisher_zh"] {
        if row.text(key)?.trim().is_empty() {
            return Err(row.wrong_in(key, &format!("{key} is empty")));
        }
    }
    let address = row.text("address")?;
    if !address.is_empty() && !address.starts_with("https://") {
        return Err(row.wrong_in("address", "an address begins with https://"));
    }
    for key in ["published", "read"] {
        if !is_date(row.text(key)?, key == "published") {
            return Err(row.wrong_in(key, &format!("{key} is no date")));
        }
    }
    let fields = [
        ("id", format!("{id:?}")),
        ("title", row.named("title_zh", "title_en")?),
        ("publisher", row.named("publisher_zh", "publisher_en")?),
        ("published", format!("{:?}", row.text("published")?)),
        ("read", format!("{:?}", row.text("read")?)),
        ("address", format!("{address:?}")),
        ("confidence", row.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Publication", &fields))
}

/// Whether the text is a year, a month or a day; with `loose`, nothing and less than a day are dates too.
pub fn is_date(text: &str, loose: bool) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = parts.iter().enumerate().all(|(place, part)| digits(part, if place == 0 { 4 } else { 2 }));
    if loose { text.is_empty() || (sound && parts.len() <= 3) } else { sound && parts.len() == 3 }
}

/// The ids of all publications.
pub fn ids(sources: &Sources) -> Fallible<BTreeSet<String>> {
    let document = sources.toml(FILE)?;
    document.rows("source")?.iter().map(|row| row.text("id").map(str::to_owned)).collect()
}

/// The Rust path of a publication, given the id under a key.
pub fn cited(ids: &BTreeSet<String>, row: &Row<'_>, key: &str) -> Fallible<String> {
    let id = row.text(key)?;
    if ids.contains(id) {
        return Ok(format!("&super::source::cited::{}", id.replace('-', "_")));
    }
    Err(row.wrong_in(key, &format!("no source {id:?} in sources.toml")))
}
