//! Bytes of any kind, prepared: no panic, and a copy that is made of them is fine as it is.
//!
//! `cargo +nightly fuzz run prepare -- -max_total_time=120 -rss_limit_mb=1024`; begin with some small pictures in `corpus/prepare`.

#![no_main]

use beian_scan::prepare::{Prepared, Turned, Wanted, prepare};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Small pictures are what a fuzzer makes: nothing is asked but the limit of bytes.
    let wanted = Wanted { most_bytes: 100_000, least_bytes: 0, sides: (1, 1), advised: (1, 1), turned: Turned::AsItLies };
    if let Ok(Prepared::Copy(report, copy)) = prepare("a.jpg", bytes, &wanted) {
        assert_eq!(report.size, copy.len() as u64);
        assert!(copy.len() as u64 <= wanted.most_bytes);
        let ending = report.format.extensions().first().unwrap();
        assert_eq!(prepare(&format!("a.{ending}"), &copy, &wanted), Ok(Prepared::Fine), "{:?}", report.steps);
    }
});
