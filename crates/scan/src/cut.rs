//! JPEG files whose data end before the picture does, with an end marker behind them all the same: what a tool that repairs files leaves,
//! or a transfer that was closed properly too soon.
//!
//! Decoders fill up the rest in silence, the strict one too: behind the end marker they read zeros. What they make of them repeats itself
//! from one block to the next. Where the last row of a picture repeats itself, as that of a blank sheet does too, the picture is decoded
//! once more with bytes in front of the end marker: a whole one stays as it was.
//!
//! All pictures in one scan are covered, as cameras and scanners write them. A progressive one that was cut is often all there, only
//! coarser, and then passes.

use super::jpeg::{EOI, copied};

/// Columns of the largest block that is coded at once.
const BLOCK: usize = 16;
/// How far steps from block to block may differ and still be the same: rounding.
const EVEN: i16 = 3;
/// Put in front of the end marker: bits in turn, which no Huffman table turns into the zeros a decoder makes up, and no marker in them.
const MORE: [u8; 64] = [0x5a; 64];

/// Whether the data of a JPEG file end before its picture does. `pixels` was decoded of it, rows of `row` bytes, `channels` a pixel;
/// `again` decodes other bytes in the same way.
pub(super) fn ends_early(
    bytes: &[u8],
    (pixels, row, channels): (&[u8], usize, usize),
    again: impl Fn(&[u8]) -> Option<Vec<u8>>,
) -> bool {
    let last = pixels.len().checked_sub(row).and_then(|start| pixels.get(start..)).unwrap_or_default();
    if !repeats(last, BLOCK * channels) {
        return false;
    }
    let Some(mut longer) = copied(bytes, |_, _| true) else { return false };
    longer.truncate(longer.len().saturating_sub(2));
    // Any number of them may fill up in front of a marker.
    while longer.last() == Some(&0xff) {
        longer.pop();
    }
    longer.extend(MORE);
    longer.extend([0xff, EOI]);
    again(&longer).is_none_or(|other| other != pixels)
}

/// Whether most whole blocks of a row go on as the two before them did: alike, or by the same step.
fn repeats(row: &[u8], block: usize) -> bool {
    let blocks: Vec<&[u8]> = row.chunks_exact(block).collect();
    let goes_on = |three: &&[&[u8]]| match three {
        [first, second, third] => first.iter().zip(*second).zip(*third).all(|((one, two), three)| {
            let [one, two, three] = [*one, *two, *three].map(i16::from);
            (three - 2 * two + one).abs() <= EVEN
        }),
        _ => true,
    };
    let all = blocks.len().saturating_sub(2);
    blocks.windows(3).filter(goes_on).count() * 4 >= all * 3
}

#[cfg(test)]
mod tests {
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

    use crate::decode::upright;
    use crate::facts::Damage;

    type Draw = fn(usize, usize) -> u8;

    fn encoded((width, height): (u16, u16), draw: Draw, tune: impl Fn(&mut Encoder<&mut Vec<u8>>), grey: bool) -> Vec<u8> {
        let (columns, rows) = (usize::from(width), usize::from(height));
        let levels = (0..rows).flat_map(|y| (0..columns).map(move |x| draw(x, y)));
        let data: Vec<u8> =
            if grey { levels.collect() } else { levels.flat_map(|level| [level, level / 2, 255 - level]).collect() };
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 85);
        tune(&mut encoder);
        encoder.encode(&data, width, height, if grey { ColorType::Luma } else { ColorType::Rgb }).unwrap();
        bytes
    }

    const TUNES: [fn(&mut Encoder<&mut Vec<u8>>); 5] = [
        |_| {},
        |encoder| encoder.set_sampling_factor(SamplingFactor::R_4_2_0),
        |encoder| encoder.set_sampling_factor(SamplingFactor::R_4_4_4),
        |encoder| encoder.set_restart_interval(4),
        |encoder| encoder.set_optimized_huffman_tables(true),
    ];

    fn noise(x: usize, y: usize) -> u8 {
        ((x * 37 + y * 91 + x * y) % 251) as u8
    }

    /// Writing above a blank sheet.
    fn sheet(x: usize, y: usize) -> u8 {
        if y < 40 { noise(x, y) } else { 255 }
    }

    #[test]
    fn whole_pictures_are_whole_however_blank_and_however_they_are_coded() {
        let draws: [Draw; 4] = [noise, sheet, |_, _| 128, |x, _| (x % 16 * 16) as u8];
        for size in [(1, 1), (8, 8), (15, 17), (16, 16), (31, 200), (32, 9), (160, 96), (333, 250)] {
            for (draw, grey) in draws.into_iter().flat_map(|draw| [(draw, false), (draw, true)]) {
                for (number, tune) in TUNES.into_iter().enumerate() {
                    let whole = encoded(size, draw, tune, grey);
                    assert_eq!(upright(&whole).err(), None, "{size:?} {grey} {number}");
                    for fill in 1..4 {
                        let (data, end) = whole.split_at(whole.len() - 2);
                        let filled = [data, &[0xff; 4][..fill], end].concat();
                        assert_eq!(upright(&filled).err(), None, "{size:?} {grey} {number} {fill}");
                    }
                    // What phones put behind the end is none of the picture.
                    let followed = [&whole[..], &whole[..]].concat();
                    assert_eq!(upright(&followed).err(), None, "{size:?} {grey} {number}");
                }
            }
        }
    }

    #[test]
    fn what_was_cut_and_ended_is_noticed() {
        for (draw, grey) in [(noise as Draw, false), (noise, true), (sheet, false), (sheet, true)] {
            // The last one writes a scan for each colour.
            for (number, tune) in TUNES.into_iter().enumerate().take(4) {
                let whole = encoded((333, 250), draw, tune, grey);
                let start = whole.windows(2).position(|two| two == [0xff, 0xda]).unwrap() + 20;
                for part in [1, 3, 5, 8] {
                    let mut cut = whole[..start + (whole.len() - start) * part / 10].to_vec();
                    // Not in the middle of a marker.
                    while cut.last() == Some(&0xff) {
                        cut.pop();
                    }
                    cut.extend([0xff, 0xd9]);
                    let found = upright(&cut).err();
                    assert!(matches!(found, Some(Damage::Truncated | Damage::Corrupt)), "{grey} {number} {part}: {found:?}");
                }
            }
        }
    }
}
