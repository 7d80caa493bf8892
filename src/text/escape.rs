//! Whether a text can stand in JSON, and on a terminal, as it is.

/// Bytes that are looked at together.
const BLOCK: usize = 16;

/// Whether something in a text has to be escaped in JSON that is also looked at: quotes, backslashes, and what nobody sees. Told by
/// pairs of bytes and without a branch, which the compiler makes into instructions on sixteen bytes. True also for some texts in
/// which it turns out that nothing has to be.
#[must_use]
pub fn may_need_escapes(text: &str) -> bool {
    let text = text.as_bytes();
    let (Some((_, rest)), Some(end)) = (text.split_first(), text.last_chunk::<{ BLOCK + 1 }>()) else {
        return any_is_suspect(text);
    };
    let [.., last] = end;
    // What is left behind the whole blocks is the end, which may overlap the last of them.
    let end = end.first_chunk().zip(end.last_chunk());
    let mut blocks = text.as_chunks().0.iter().zip(rest.as_chunks().0).chain(end);
    blocks.any(|(block, next)| is_block_suspect(block, next)) || is_suspect(*last, 0)
}

/// The same while compiling, byte by byte.
#[must_use]
pub const fn any_is_suspect(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if is_suspect(text[at], if at + 1 < text.len() { text[at + 1] } else { 0 }) {
            return true;
        }
        at += 1;
    }
    false
}

fn is_block_suspect(block: &[u8; BLOCK], next: &[u8; BLOCK]) -> bool {
    block.iter().zip(next).fold(0, |found, (byte, next)| found | u8::from(is_suspect(*byte, *next))) != 0
}

/// Whether a character that begins with these bytes has to be escaped, or may have to be.
const fn is_suspect(byte: u8, next: u8) -> bool {
    (byte < 0x20)
        | (byte == b'"')
        | (byte == b'\\')
        | (byte == 0x7F)
        | ((byte == 0xC2) & ((next <= 0x9F) | (next == 0xAD)))
        | ((byte == 0xCD) & (next == 0x8F))
        | ((byte == 0xD8) & (next == 0x9C))
        | ((byte == 0xE1) & (next == 0xA0))
        | ((byte == 0xE2) & ((next == 0x80) | (next == 0x81)))
        | ((byte == 0xEF) & ((next == 0xB8) | (next == 0xBB) | (next == 0xBF)))
        | ((byte == 0xF3) & (next == 0xA0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn blocks_see_what_bytes_see(text in "[a-z\"\\\\备，\u{200b}\u{ad}]{0,70}") {
            prop_assert_eq!(may_need_escapes(&text), any_is_suspect(text.as_bytes()));
        }
    }

    #[test]
    fn one_that_hides_is_seen_wherever_it_stands() {
        for length in 0..60 {
            let text = "a".repeat(length);
            assert!(!may_need_escapes(&text));
            for at in 0..length {
                for hidden in ["\"", "\u{200b}", "\n"] {
                    assert!(
                        may_need_escapes(&format!("{}{hidden}{}", &text[..at], &text[at..])),
                        "{hidden:?} at {at} of {length}"
                    );
                }
            }
        }
    }
}
