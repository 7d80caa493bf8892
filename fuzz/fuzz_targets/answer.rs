//! Bytes of any kind as an answer of the platform, read into a draft: no panic, and what follows from it is told once.
//!
//! `cargo +nightly fuzz run answer corpus/answer seeds/answer -- -max_total_time=600 -rss_limit_mb=1024`

#![no_main]

use beian::Draft;
use beian::answer::{plan::plan, read::read, tree};
use beian::scan::facts::Facts;
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(tree) = tree::parse(bytes) else { return };
    let Ok(said) = read(&tree) else { return };
    let now = DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
    let mut draft = Draft::new(4);
    let facts = Facts::new();
    let Ok(import) = plan(&said, &draft, &facts, now, now) else { return };
    draft.events = import.events;
    for (id, value) in import.changes {
        draft.set(id, Some(value));
    }
    if let Ok(again) = plan(&said, &draft, &facts, now, now) {
        assert!(again.new_events().is_empty(), "told twice: {:?}", again.new_events());
    }
});
