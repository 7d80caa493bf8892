//! Whether an MP4 file reaches its end.

use super::bytes::{array, be32, be64};
use crate::facts::Damage;

/// Walks the top-level boxes (ISO 14496-12): all must fit, and one must be the table of contents (`moov`), which
/// phones write last. Up to seven bytes of padding at the end do no harm.
pub(super) fn damage(bytes: &[u8]) -> Option<Damage> {
    let mut contents = false;
    let mut at = 0;
    while let (Some(size), Some(name)) = (be32(bytes, at), array::<4>(bytes, at + 4)) {
        let rest = bytes.len() - at;
        let size = match size {
            0 => rest,
            1 => be64(bytes, at + 8).and_then(|size| usize::try_from(size).ok()).unwrap_or(usize::MAX),
            size => size as usize,
        };
        if size < 8 {
            return Some(Damage::Undecodable);
        }
        if size > rest {
            return Some(Damage::Truncated);
        }
        contents |= &name == b"moov";
        at += size;
    }
    if contents { None } else { Some(Damage::Truncated) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        [&(8 + content.len() as u32).to_be_bytes()[..], name, content].concat()
    }

    #[test]
    fn all_boxes_must_be_there_and_one_be_the_contents() {
        let (ftyp, mdat, moov) = (boxed(b"ftyp", b"isom"), boxed(b"mdat", b"film"), boxed(b"moov", b"table"));
        let long = [&b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x14"[..], b"film"].concat();
        let open = b"\0\0\0\0mdatfilm".to_vec();
        let cases: [(&[&Vec<u8>], Option<Damage>); 7] = [
            (&[&ftyp, &mdat, &moov], None),
            (&[&ftyp, &moov, &mdat], None),
            (&[&ftyp, &long, &moov], None),
            (&[&ftyp, &moov, &open], None),
            (&[&ftyp, &moov, &vec![0; 7]], None),
            (&[&ftyp, &mdat], Some(Damage::Truncated)),
            (&[&ftyp, &moov, &b"\0\0\0\x02mdat".to_vec()], Some(Damage::Undecodable)),
        ];
        for (parts, expected) in cases {
            let bytes: Vec<u8> = parts.iter().flat_map(|part| part.iter().copied()).collect();
            assert_eq!(damage(&bytes), expected, "{}", bytes.escape_ascii());
        }
        let whole = [ftyp, long, moov].concat();
        for length in 0..whole.len() {
            assert_eq!(damage(&whole[..length]), Some(Damage::Truncated), "cut to {length}");
        }
    }
}
