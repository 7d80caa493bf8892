//! How the automaton's edges are laid out; `build.rs` writes them, the program reads them.
//!
//! All edges stand in one hash table with open addressing, whose length is a power of two. An entry holds the state that the
//! edge leaves (16 bits), the state that it reaches (16 bits) and the character (32 bits).

/// An entry that holds no edge: no character has this number.
pub const EMPTY: u64 = u64::MAX;

/// What an entry is found by: the state that it leaves and the character.
pub const fn key(state: u16, character: char) -> u64 {
    (state as u64) << 48 | character as u64
}

/// The entry of an edge.
#[allow(dead_code, reason = "only build.rs makes edges")]
pub const fn edge(state: u16, character: char, next: u16) -> u64 {
    key(state, character) | (next as u64) << 32
}

/// Whether an entry is found by this key.
#[allow(dead_code, reason = "only the program looks keys up")]
pub const fn has_key(entry: u64, key: u64) -> bool {
    entry & !(0xFFFF << 32) == key
}

/// The state that an edge reaches.
#[allow(dead_code, reason = "only the program looks keys up")]
#[allow(clippy::cast_possible_truncation, reason = "16 of the bits are the state")]
pub const fn reached(entry: u64) -> u16 {
    (entry >> 32) as u16
}

/// Where the search for a key begins in a table of this length, which is a power of two.
#[allow(clippy::cast_possible_truncation, reason = "the table is shorter")]
pub const fn slot(key: u64, length: usize) -> usize {
    // Fibonacci hashing: the upper bits are well mixed.
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (length - 1)
}
