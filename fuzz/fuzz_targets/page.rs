//! Lines of any kind, anywhere on a page, as what was read on a scan: no panic, nothing empty, nothing twice, nothing beside the page.
//!
//! A line of the input is a line of the page: eight bytes for its corners, one for its likelihood, then its text.
//!
//! `cargo +nightly fuzz run page corpus/page seeds/page -- -max_total_time=600 -rss_limit_mb=1024`

#![no_main]

use beian::reading::understand;
use beian::scan::read::{Character, Line, Page};
use libfuzzer_sys::fuzz_target;

/// Width and height of the page: the corners reach past both.
const SIZE: (f32, f32) = (200.0, 120.0);

fn line(bytes: &[u8]) -> Option<Line> {
    let (place, rest) = bytes.split_first_chunk::<8>()?;
    let (score, text) = rest.split_first()?;
    let text = String::from_utf8_lossy(text).into_owned();
    let [a, b, c, d, e, f, g, h] = place.map(f32::from);
    let count = text.chars().count() as f32;
    let chars = text.chars().enumerate().map(|(index, c)| Character((index as f32 + 0.5) / count, vec![(c, 0.9)])).collect();
    Some(Line { text, score: f32::from(*score) / 255.0, corners: [(a, b), (c, d), (e, f), (g, h)], chars })
}

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|byte| *byte == b'\n').filter_map(line).collect();
    let page = Page { turn: bytes.first().map_or(0, |byte| byte % 4), size: SIZE, lines };
    let reading = understand(&page);
    for (index, seen) in reading.values.iter().enumerate() {
        assert!(!seen.text.trim().is_empty(), "{seen:?}");
        assert!(reading.values[..index].iter().all(|other| other.what != seen.what), "{seen:?} twice");
        if let Some(spot) = reading.spot(seen) {
            let within = |from: f32, to: f32| 0.0 <= from && from < to && to <= 1.0;
            assert!(within(spot.left, spot.right) && within(spot.top, spot.bottom), "{spot:?}");
        }
    }
});
