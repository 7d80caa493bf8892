//! What the EXIF data of a picture say: three questions, each answered in one bounded walk.
//!
//! The data are a TIFF file without pixels (EXIF 2.32, section 4.6): a list of entries, some of which point to further lists. Only the
//! first list and those of the camera and the place are walked, each once, so pointers in circles lead nowhere.
//!
//! General readers keep every entry of every list and are no substitute: lists that overlap make millions of entries out of a
//! block of 64 KB (kamadak-exif 0.6.2: 5 million, 257 MB, from 2,000 pointers), and of a damaged list they tell nothing, or too little.

use image::metadata::Orientation;

use super::bytes::{be16, be32, le16, le32};
use crate::facts::Notes;

const MAKER: u16 = 0x010f;
const MODEL: u16 = 0x0110;
const CAMERA: u16 = 0x8769;
const PLACE: u16 = 0x8825;
const OWNER: u16 = 0xa430;
const SERIAL: u16 = 0xa431;
/// A list has this many entries at most: no camera writes a tenth of them.
const MOST: u16 = 1000;

/// What the data say; of no data, nothing.
pub(super) fn notes(exif: Option<&[u8]>, orientation: Orientation) -> Notes {
    let said = exif.and_then(Data::of).map(|data| data.notes()).unwrap_or_default();
    Notes { orientation: orientation.to_exif(), location: said.0, device: said.1 }
}

struct Data<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Data<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, little: true }),
            b"MM\0*" => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    /// Whether place and device are named.
    fn notes(&self) -> (bool, bool) {
        let first = self.long(4).map(|at| self.list(at)).unwrap_or_default();
        let of = |tag: u16| first.iter().find(|(found, _)| *found == tag).map(|(_, at)| *at);
        let camera = of(CAMERA).and_then(|at| self.long(at + 8)).map(|at| self.list(at)).unwrap_or_default();
        // A list of the place that is empty, or holds nothing but its version, tells none.
        let place = of(PLACE).and_then(|at| self.long(at + 8)).map(|at| self.list(at)).unwrap_or_default();
        let location = place.iter().any(|(tag, _)| matches!(tag, 2 | 4));
        let device = first.iter().any(|(tag, _)| matches!(*tag, MAKER | MODEL))
            || camera.iter().any(|(tag, _)| matches!(*tag, OWNER | SERIAL));
        (location, device)
    }

    /// The entries of a list: tag, and where the entry stands.
    fn list(&self, at: u32) -> Vec<(u16, usize)> {
        let at = at as usize;
        let count = self.short(at).unwrap_or(0).min(MOST);
        let places = (0..usize::from(count)).map_while(|n| at.checked_add(2)?.checked_add(12 * n));
        places.map_while(|place| Some((self.short(place)?, place))).collect()
    }

    fn short(&self, at: usize) -> Option<u16> {
        if self.little { le16(self.bytes, at) } else { be16(self.bytes, at) }
    }

    fn long(&self, at: usize) -> Option<u32> {
        if self.little { le32(self.bytes, at) } else { be32(self.bytes, at) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    /// A list of entries (tag, value) at the current end of the data.
    fn list(entries: &[(u16, u32)]) -> Vec<u8> {
        let entry = |(tag, value): &(u16, u32)| [&tag.to_be_bytes()[..], b"\0\x04\0\0\0\x01", &value.to_be_bytes()].concat();
        let count = (entries.len() as u16).to_be_bytes();
        [&count[..], &entries.iter().flat_map(entry).collect::<Vec<_>>(), &[0; 4]].concat()
    }

    fn said(lists: &[Vec<u8>]) -> (bool, bool) {
        let bytes = [&b"Exif\0\0MM\0*\0\0\0\x08"[..], &lists.concat()].concat();
        let notes = notes(Some(&bytes), Orientation::NoTransforms);
        (notes.location, notes.device)
    }

    #[test]
    fn place_and_device_are_found_where_they_stand() {
        // The second list begins behind the first: 8 + 2 + 12 × entries + 4.
        for (lists, expected) in [
            (vec![list(&[(0x0112, 1)])], (false, false)),
            (vec![list(&[(MAKER, 0)])], (false, true)),
            (vec![list(&[(MODEL, 0), (PLACE, 38)]), list(&[(1, 0), (2, 0)])], (true, true)),
            (vec![list(&[(PLACE, 26)]), list(&[(0, 0)])], (false, false)),
            (vec![list(&[(PLACE, 26)]), list(&[(0, 0), (4, 0)])], (true, false)),
            (vec![list(&[(CAMERA, 26)]), list(&[(SERIAL, 0)])], (false, true)),
            (vec![list(&[(CAMERA, 26)]), list(&[(0x9003, 0)])], (false, false)),
        ] {
            assert_eq!(said(&lists), expected, "{lists:x?}");
        }
    }

    #[test]
    fn circles_lies_and_stumps_lead_nowhere() {
        assert_eq!(said(&[list(&[(PLACE, 8), (CAMERA, 8)])]), (false, false));
        assert_eq!(said(&[list(&[(PLACE, u32::MAX), (CAMERA, u32::MAX - 1)])]), (false, false));
        assert_eq!(said(&[vec![0xff, 0xff]]), (false, false));
        for bytes in
            [&b""[..], b"II", b"II*\0", b"MM\0*\0\0\0\x08", b"MM\0*\xff\xff\xff\xff", b"Exif\0\0", b"rubbish that goes on"]
        {
            assert_eq!(notes(Some(bytes), Orientation::Rotate90), Notes { orientation: 6, location: false, device: false });
        }
    }

    /// A block whose first list names the camera's list `pointers` times, each time one byte further on in a run of overlapping lists.
    fn overlapping(pointers: u16, fill: u8, size: usize) -> Vec<u8> {
        let start = 8 + 2 + 12 * u32::from(pointers) + 4;
        let entries: Vec<_> = (0..u32::from(pointers)).map(|n| (CAMERA, start + n)).collect();
        let mut bytes = [&b"MM\0*\0\0\0\x08"[..], &pointers.to_be_bytes(), &list(&entries)[2..]].concat();
        bytes.resize(size, fill);
        bytes
    }

    #[test]
    fn lists_that_overlap_take_no_longer_than_others() {
        for (pointers, fill, size) in [(2000, 0x0a, 65_500), (u16::MAX, 0xff, 30_000_000), (u16::MAX, 0x0a, 200_000_000)] {
            let bytes = overlapping(pointers, fill, size);
            let began = Instant::now();
            let notes = notes(Some(&bytes), Orientation::NoTransforms);
            assert!(began.elapsed() < Duration::from_millis(200), "{pointers} {fill} {size}: {:?}", began.elapsed());
            assert!(!notes.location);
        }
    }

    /// A block as phones write it, little-endian or big-endian: device, camera and place.
    fn phone(little: bool) -> Vec<u8> {
        let short = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let long = |number: u32| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let list = |entries: &[(u16, u32)]| {
            let entry = |(tag, value): &(u16, u32)| [&short(*tag)[..], &short(4), &long(1), &long(*value)].concat();
            [&short(entries.len() as u16)[..], &entries.iter().flat_map(entry).collect::<Vec<_>>(), &[0; 4]].concat()
        };
        let start: &[u8] = if little { b"II*\0" } else { b"MM\0*" };
        // The first list has four entries, the camera's two: 8 + 2 + 48 + 4, and 2 + 24 + 4 further on.
        let lists = [
            list(&[(MAKER, 0), (MODEL, 0), (CAMERA, 62), (PLACE, 92)]),
            list(&[(0x9003, 0), (SERIAL, 0)]),
            list(&[(2, 0), (4, 0)]),
        ];
        [start, &long(8), &lists.concat()].concat()
    }

    #[test]
    fn both_byte_orders_are_read() {
        for little in [false, true] {
            let found = notes(Some(&phone(little)), Orientation::NoTransforms);
            assert_eq!((found.location, found.device), (true, true), "little-endian: {little}");
        }
    }

    proptest! {
        #[test]
        fn blocks_with_any_damage_are_read_at_once(
            little in any::<bool>(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..24),
            cut in any::<prop::sample::Index>(),
            doubled in any::<bool>(),
        ) {
            let mut bytes = phone(little);
            if doubled {
                bytes = bytes.repeat(40);
            }
            for (place, value) in changes {
                let place = place.index(bytes.len());
                bytes[place] = value;
            }
            let began = Instant::now();
            for part in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
                let found = notes(Some(part), Orientation::Rotate180);
                prop_assert_eq!(found.orientation, 3);
            }
            prop_assert!(began.elapsed() < Duration::from_millis(200));
        }

        #[test]
        fn any_bytes_behind_a_header_are_read(little in any::<bool>(), rest in prop::collection::vec(any::<u8>(), 0..2000)) {
            let start: &[u8] = if little { b"II*\0\x08\0\0\0" } else { b"MM\0*\0\0\0\x08" };
            notes(Some(&[start, &rest].concat()), Orientation::NoTransforms);
        }
    }
}
