//! Turns the official lists in `assets/` into static tables, so that the program reads nothing when it starts.
//!
//! Every list is checked on the way: a missing key, an unknown word or a reference to a row that does not exist
//! stops the build with the file and the line.

#[path = "build/abroad.rs"]
mod abroad;
#[path = "build/circumstances.rs"]
mod circumstances;
#[path = "build/divisions.rs"]
mod divisions;
#[path = "src/catalog/filing_region/english_names.rs"]
mod english_names;
#[path = "build/filing_regions.rs"]
mod filing_regions;
#[path = "build/holidays.rs"]
mod holidays;
#[path = "build/keywords.rs"]
mod keywords;
#[path = "build/letters.rs"]
mod letters;
#[path = "build/lists.rs"]
mod lists;
#[path = "build/materials.rs"]
mod materials;
#[path = "build/names.rs"]
mod names;
#[path = "build/pinyin.rs"]
mod pinyin;
#[path = "build/places.rs"]
mod places;
#[path = "build/province_rows.rs"]
mod province_rows;
#[path = "build/provinces.rs"]
mod provinces;
#[path = "build/publications.rs"]
mod publications;
#[path = "build/source.rs"]
mod source;
#[path = "src/catalog/filing_region/start.rs"]
mod start;
#[path = "src/catalog/filing_region/stem.rs"]
mod stem;
#[path = "src/catalog/words/table.rs"]
mod table;
#[path = "build/thresholds.rs"]
mod thresholds;
#[allow(dead_code, reason = "the program uses more of it than its tables do")]
#[path = "src/catalog/vocabulary/mod.rs"]
mod vocabulary;
#[path = "build/words.rs"]
mod words;

use source::{Fallible, Sources};

fn main() -> Fallible<()> {
    let sources = Sources::from_environment()?;
    lists::generate(&sources)?;
    filing_regions::generate(&sources)?;
    divisions::generate(&sources)?;
    abroad::generate(&sources)?;
    places::generate(&sources)?;
    holidays::generate(&sources)?;
    publications::generate(&sources)?;
    thresholds::generate(&sources)?;
    provinces::generate(&sources)?;
    materials::generate(&sources)?;
    letters::generate(&sources)?;
    let mut patterns = keywords::generate(&sources)?;
    patterns.extend(names::generate(&sources)?);
    words::generate(&sources, &patterns)
}
