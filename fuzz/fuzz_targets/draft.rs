//! Texts of any kind as a draft: no panic in codec, rules and sentences; what was read is written and read again the same; a change of
//! one field survives with everything else. A glance at it says the same.
//!
//! `cargo +nightly fuzz run draft corpus/draft seeds/draft -- -max_total_time=600 -rss_limit_mb=1024`

#![no_main]

use beian::drafts::codec;
use beian::{Context, Draft, FieldId, Lang, check_in, scan::facts::Facts};
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let glance = codec::glance(text);
    let Ok(document) = codec::parse(text) else {
        assert!(glance.is_none(), "what is no draft is none at a glance");
        return;
    };
    if let Some(glance) = glance {
        assert_eq!((&glance.draft, glance.unread_events), (document.draft(), document.unread_events().len()));
    }
    let draft: Draft = document.draft().clone();
    let facts = Facts::new();
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    for finding in check_in(&Context::new(&draft, &facts, today)) {
        for lang in [Lang::Zh, Lang::En] {
            let _ = finding.message(lang);
        }
    }
    let again = codec::parse(&document.to_text()).expect("what it wrote it can read");
    assert_eq!(again.draft(), &draft);
    let mut changed = draft;
    changed.set(FieldId::SubjectRemark, Some("改了".into()));
    let mut other = document.clone();
    other.update(&changed);
    let text = other.faithful_text().expect("faithful");
    assert_eq!(codec::parse(&text).unwrap().draft(), &changed);
});
