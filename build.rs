//! Turns the official lists in `assets/` into static tables.
fn main() {}
