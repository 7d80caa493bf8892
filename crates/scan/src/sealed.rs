//! Small pictures that only who has the scan can see: sealed under a key that is made of the scan's own bytes.
//!
//! A small picture of an identity card is the face and the number's neighbourhood of somebody. Kept in the open it would outlive the
//! scan that its owner deleted; sealed like this it is noise from that moment on, for everybody. Making it again costs a whole decoding.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use sha2::{Digest, Sha256};

use super::inspect;

/// Sets the key apart from every other hash of these bytes, and one version's from another's: no key seals two pictures.
const DOMAIN: &str = concat!("beian small picture ", env!("BEIAN_SCAN_FACTS"));
/// The key is made of so many pieces of a scan, evenly spread: all of it would have to be read and hashed once more otherwise.
const PIECES: u64 = 16;
/// Bytes of a piece. Together they are 64 KiB of compressed picture, which nobody guesses.
const PIECE: u64 = 4096;
/// One key seals one picture, so there is nothing to tell apart.
const NONCE: [u8; 12] = [0; 12];

/// The picture so that only [`opened`] with the same file and its SHA-256 gives it back; `None` where the file cannot be read.
pub fn sealed(picture: &[u8], file: &Path, sum: &str) -> Option<Vec<u8>> {
    cipher(file, sum).ok()?.encrypt(&Nonce::from(NONCE), picture).ok()
}

/// The picture that was sealed with this file; `None` where the file is another one now, or the bytes are not what was sealed.
pub fn opened(bytes: &[u8], file: &Path, sum: &str) -> Option<Vec<u8>> {
    cipher(file, sum).ok()?.decrypt(&Nonce::from(NONCE), bytes).ok()
}

/// The key stands for all that must be the same: the version, the file's SHA-256, its length, and bytes that stand in no hash on the disk.
fn cipher(file: &Path, sum: &str) -> io::Result<ChaCha20Poly1305> {
    let (mut file, metadata) = inspect::open(file)?;
    let size = metadata.len();
    let mut hash = Sha256::new_with_prefix(DOMAIN);
    hash.update(sum);
    hash.update(size.to_be_bytes());
    if size <= PIECES * PIECE {
        hash.update(piece(&mut file, size)?);
    } else {
        // The last piece ends with the file.
        for number in 0..PIECES {
            file.seek(SeekFrom::Start((size - PIECE) * number / (PIECES - 1)))?;
            hash.update(piece(&mut file, PIECE)?);
        }
    }
    Ok(ChaCha20Poly1305::new(&Key::from(<[u8; 32]>::from(hash.finalize()))))
}

/// The next bytes, all of them.
fn piece(file: &mut File, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SUM: &str = "ab";
    const PICTURE: &[u8] = b"the face of somebody";

    /// Bytes without a pattern.
    fn noise(length: usize) -> Vec<u8> {
        let mut seed = 7_u32;
        let next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        std::iter::repeat_with(next).take(length).collect()
    }

    #[test]
    fn only_the_same_file_opens_what_was_sealed_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.jpg");
        for length in [0, 1, 5_000, 65_536, 65_537, 2_000_000] {
            let scan = noise(length);
            fs::write(&file, &scan).unwrap();
            let shut = sealed(PICTURE, &file, SUM).unwrap();
            assert!(!shut.windows(4).any(|bytes| PICTURE.windows(4).any(|part| part == bytes)), "{length}");
            assert_eq!(opened(&shut, &file, SUM).as_deref(), Some(PICTURE), "{length}");
            assert_eq!(opened(&shut, &file, "ac"), None, "{length}: another sum");
            // Bytes that were changed on the disk.
            let mut broken = shut.clone();
            broken[0] ^= 1;
            assert_eq!(opened(&broken, &file, SUM), None, "{length}");
            assert_eq!(opened(&shut[1..], &file, SUM), None, "{length}");
            assert_eq!(opened(b"", &file, SUM), None, "{length}");
            // Another scan: its first byte, its last, one more.
            let others = [scan.first().map(|_| 0), scan.last().map(|_| length - 1)];
            for at in others.into_iter().flatten() {
                let mut other = scan.clone();
                other[at] ^= 1;
                fs::write(&file, &other).unwrap();
                assert_eq!(opened(&shut, &file, SUM), None, "{length}: byte {at}");
            }
            fs::write(&file, [scan.as_slice(), b"\0"].concat()).unwrap();
            assert_eq!(opened(&shut, &file, SUM), None, "{length}: a byte more");
            fs::remove_file(&file).unwrap();
            assert_eq!(opened(&shut, &file, SUM), None, "{length}: no file");
            assert_eq!(sealed(PICTURE, &file, SUM), None, "{length}");
        }
    }
}
