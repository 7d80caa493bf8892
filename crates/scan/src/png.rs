//! The skeleton of a PNG file: its size, and whether it reaches its end.

use super::bytes::be32;
use super::header::Skeleton;

/// Walks the chunks of a file that begins with the PNG signature.
pub(super) fn skeleton(bytes: &[u8]) -> Skeleton {
    let mut found = Skeleton::default();
    if bytes.get(12..16) == Some(b"IHDR") {
        found.width = be32(bytes, 16).unwrap_or(0);
        found.height = be32(bytes, 20).unwrap_or(0);
    }
    let mut at = 8usize;
    while let (Some(length), Some(name)) = (be32(bytes, at), bytes.get(at + 4..at + 8)) {
        // Length, name, content and check sum; 32-bit machines may not be able to add these.
        let Some(end) = at.checked_add(12).and_then(|end| end.checked_add(length as usize)) else {
            break;
        };
        if end > bytes.len() {
            break;
        }
        if name == b"IEND" {
            found.complete = true;
            break;
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        [&(content.len() as u32).to_be_bytes()[..], name, content, &[0; 4]].concat()
    }

    #[test]
    fn only_a_file_with_all_its_chunks_is_complete() {
        let ihdr = chunk(b"IHDR", b"\0\0\x02\xd0\0\0\x05\0\x08\x02\0\0\0");
        let parts = [b"\x89PNG\r\n\x1a\n".to_vec(), ihdr, chunk(b"IDAT", b"IEND"), chunk(b"IEND", b"")];
        let whole = parts.concat();
        let found = skeleton(&whole);
        assert_eq!((found.width, found.height, found.complete), (720, 1280, true));
        for length in 8..whole.len() {
            assert!(!skeleton(&whole[..length]).complete, "cut to {length}");
        }
        assert!(skeleton(&[whole, b"trailing".to_vec()].concat()).complete);
    }

    #[test]
    fn a_chunk_that_claims_four_gigabytes_is_the_end() {
        let bytes = b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR\0\0\0\x01\0\0\0\x01";
        assert_eq!(skeleton(bytes), Skeleton { width: 1, height: 1, ..Skeleton::default() });
    }
}
