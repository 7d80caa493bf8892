//! Files that are given in the place of a draft, known by how they begin: what is wrong with them is no mistake in a line.

/// What an encrypted package begins with (age-encryption.org/v1).
pub const AGE: &[u8] = b"age-encryption.org/";
/// Bytes that tell.
pub const START: usize = AGE.len();

/// What a file is instead of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// An archive: a package, or a table.
    Archive,
    /// An encrypted package, or the beginning of one that was cut off.
    Encrypted,
    /// A picture or a PDF.
    Picture,
}

/// What begins so, if it is known and no draft.
#[must_use]
pub fn of(start: &[u8]) -> Option<Foreign> {
    const PICTURES: [&[u8]; 5] = [b"\xff\xd8\xff", b"\x89PNG", b"%PDF-", b"GIF8", b"RIFF"];
    match start {
        _ if start.starts_with(b"PK\x03\x04") => Some(Foreign::Archive),
        _ if is_encrypted(start) => Some(Foreign::Encrypted),
        _ if PICTURES.iter().any(|mark| start.starts_with(mark)) => Some(Foreign::Picture),
        _ => None,
    }
}

/// Whether a file that begins with these bytes is encrypted, or the beginning of one that is: nothing else begins with some of the
/// letters and ends there.
#[must_use]
pub fn is_encrypted(start: &[u8]) -> bool {
    start.starts_with(AGE) || (start.len() >= 4 && AGE.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        for (start, expected) in [
            (&b"PK\x03\x04...."[..], Some(Foreign::Archive)),
            (b"age-encryption.org/v1\n-> X", Some(Foreign::Encrypted)),
            (b"age-encr", Some(Foreign::Encrypted)),
            (b"age-", Some(Foreign::Encrypted)),
            (b"\xff\xd8\xff\xe0", Some(Foreign::Picture)),
            (b"%PDF-1.7", Some(Foreign::Picture)),
            (b"age", None),
            (b"age = 3", None),
            (b"", None),
            (b"format = 1\n", None),
            (b"# PK\x03\x04", None),
        ] {
            assert_eq!(of(start), expected, "{start:?}");
        }
    }
}
