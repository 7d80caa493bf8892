//! Bytes of any kind, looked at as a scan: no panic, no endless loop, no more memory than the limits allow.
//!
//! `cargo +nightly fuzz run inspect -- -max_total_time=120 -rss_limit_mb=1024`; begin with some small pictures in `corpus/inspect`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = beian_scan::inspect_bytes(bytes);
});
