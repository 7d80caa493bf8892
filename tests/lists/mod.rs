//! What `build.rs` refuses: it runs before there is a program, so its modules are compiled once more for these tests.

#![allow(clippy::unwrap_used, clippy::print_stdout, dead_code)]

#[path = "../../build/circumstances.rs"]
mod circumstances;
#[path = "../../build/keywords.rs"]
mod keywords;
#[path = "../../build/materials.rs"]
mod materials;
#[path = "../../build/names.rs"]
mod names;
#[path = "../../build/lists.rs"]
mod official;
#[path = "../../build/province_rows.rs"]
mod province_rows;
#[path = "../../build/provinces.rs"]
mod provinces;
#[path = "../../build/publications.rs"]
mod publications;
#[path = "../../build/source.rs"]
mod source;
#[path = "../../src/catalog/words/table.rs"]
mod table;
#[path = "../../build/thresholds.rs"]
mod thresholds;
#[path = "../../src/catalog/vocabulary/mod.rs"]
mod vocabulary;
#[path = "../../build/words.rs"]
mod words;

mod refused;
