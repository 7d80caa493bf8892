//! The best picture under a limit of bytes: as many pixels as keep a good quality, then the best quality at that.

/// Nobody sees more, but the file grows fast.
pub(super) const BEST: u8 = 95;
/// From here on letters on a card look as in the original. Pixels are given up before quality falls below this.
pub(super) const GOOD: u8 = 80;
/// Better than [`BEST`], for pictures whose file would be suspiciously small.
const FULL: u8 = 100;
/// Sizes are told apart down to this share of the longer side: 1/64 is 1.6 %.
const STEPS: u64 = 64;

/// What a picture has to keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Width and height to begin with.
    pub full: (u32, u32),
    /// Width and height that must stay, of the same shape and at most `full`.
    pub least: (u32, u32),
    /// Bytes at most.
    pub most_bytes: u64,
    /// Bytes at least, where that is to be had.
    pub least_bytes: u64,
    /// Bytes that more than a good quality is worth: what a lossy original has lost, no larger file brings back.
    pub worth_bytes: u64,
}

/// An encoded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// Width and height.
    pub size: (u32, u32),
    /// JPEG quality, 1 to 100.
    pub quality: u8,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Searches by encoding, about ten times. `encode` makes a file of a size at a quality; both a larger size and a better
/// quality are taken to need more bytes, and where that is not quite so the result is a little smaller than it could be,
/// never too large. `None` if even the least size at the worst quality has too many bytes.
///
/// # Errors
/// The first error of `encode`.
pub(super) fn best<E>(bounds: Bounds, mut encode: impl FnMut((u32, u32), u8) -> Result<Vec<u8>, E>) -> Result<Option<Fit>, E> {
    let mut attempt = |size, quality| -> Result<Option<Fit>, E> {
        let bytes = encode(size, quality)?;
        Ok((bytes.len() as u64 <= bounds.most_bytes).then_some(Fit { size, quality, bytes }))
    };
    let Some(good) = largest(bounds, &mut attempt)? else {
        return finest(bounds.least, 1, GOOD - 1, &mut attempt);
    };
    let size = good.size;
    let worth = bounds.worth_bytes.max(bounds.least_bytes);
    let mut worthwhile = |size, quality| {
        let fit = attempt(size, quality)?;
        Ok(fit.filter(|fit| fit.bytes.len() as u64 <= worth))
    };
    let fine = finest(size, GOOD + 1, BEST, &mut worthwhile)?.unwrap_or(good);
    if fine.quality == BEST && (fine.bytes.len() as u64) < bounds.least_bytes {
        return Ok(Some(finest(size, BEST + 1, FULL, &mut attempt)?.unwrap_or(fine)));
    }
    Ok(Some(fine))
}

/// The largest size that fits at a good quality.
fn largest<E>(bounds: Bounds, attempt: &mut impl FnMut((u32, u32), u8) -> Result<Option<Fit>, E>) -> Result<Option<Fit>, E> {
    if let Some(fit) = attempt(bounds.full, GOOD)? {
        return Ok(Some(fit));
    }
    let sizes = |step: u64| (between(bounds.least.0, bounds.full.0, step), between(bounds.least.1, bounds.full.1, step));
    // Steps that fit, and steps that do not.
    let (mut low, mut high) = (0, STEPS);
    let mut found = if bounds.least == bounds.full { None } else { attempt(bounds.least, GOOD)? };
    if found.is_none() {
        return Ok(None);
    }
    while high - low > 1 {
        let middle = (low + high) / 2;
        match attempt(sizes(middle), GOOD)? {
            Some(fit) => (low, found) = (middle, Some(fit)),
            None => high = middle,
        }
    }
    Ok(found)
}

/// The best quality from `low` to `high` at which a size fits.
fn finest<E>(
    size: (u32, u32),
    low: u8,
    high: u8,
    attempt: &mut impl FnMut((u32, u32), u8) -> Result<Option<Fit>, E>,
) -> Result<Option<Fit>, E> {
    let (mut low, mut high) = (low, high);
    let mut found = None;
    while low <= high {
        let middle = low + (high - low).div_ceil(2);
        match attempt(size, middle)? {
            Some(fit) => (low, found) = (middle + 1, Some(fit)),
            None => high = middle - 1,
        }
    }
    Ok(found)
}

/// The side that is `step` of [`STEPS`] on the way.
fn between(least: u32, full: u32, step: u64) -> u32 {
    let way = u64::from(full.saturating_sub(least)) * step / STEPS;
    least.saturating_add(u32::try_from(way).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::convert::Infallible;

    /// A picture whose file has so many bytes for a thousand pixels at full quality.
    fn of(density: u64) -> impl Fn((u32, u32), u8) -> Result<Vec<u8>, Infallible> {
        move |(width, height), quality| {
            let pixels = u64::from(width) * u64::from(height);
            Ok(vec![0; usize::try_from(pixels * density * u64::from(quality) / 100_000).unwrap()])
        }
    }

    fn bounds(full: (u32, u32), least: (u32, u32)) -> Bounds {
        Bounds { full, least, most_bytes: 20_000, least_bytes: 0, worth_bytes: u64::MAX }
    }

    #[test]
    fn pixels_go_before_quality_and_quality_before_nothing() {
        let full = (300, 400);
        let cases: [(u64, (u32, u32), std::ops::RangeInclusive<u8>); 4] = [
            // Fits as it is.
            (100, full, BEST..=BEST),
            // Fits at a little less than the best quality.
            (180, full, 90..=94),
            // Fits with fewer pixels.
            (500, (193, 258), GOOD..=84),
            // The least size fits only at a bad quality.
            (5_000, (90, 120), 35..=40),
        ];
        for (density, size, quality) in cases {
            let fit = best(bounds(full, (90, 120)), of(density)).unwrap().unwrap();
            assert!(quality.contains(&fit.quality), "{density}: {}", fit.quality);
            assert!(fit.size.0.abs_diff(size.0) <= 12 && fit.size.1.abs_diff(size.1) <= 12, "{density}: {:?}", fit.size);
        }
    }

    #[test]
    fn what_cannot_be_made_small_enough_is_given_up() {
        assert_eq!(best(bounds((300, 400), (90, 120)), of(1_000_000)).unwrap(), None);
        assert_eq!(best(bounds((90, 120), (90, 120)), of(1_000_000)).unwrap(), None);
    }

    #[test]
    fn a_file_that_would_be_suspiciously_small_gets_the_full_quality() {
        let bounds = Bounds { least_bytes: 15_000, ..bounds((300, 400), (90, 120)) };
        assert_eq!(best(bounds, of(100)).unwrap().unwrap().quality, FULL);
        assert_eq!(best(bounds, of(150)).unwrap().unwrap().quality, BEST);
    }

    #[test]
    fn a_copy_takes_no_more_bytes_than_a_lossy_original_unless_a_good_quality_needs_them() {
        // (bytes of the original, bytes asked for at least, quality of the copy): at full quality the picture has 12,000 bytes.
        for (worth, least, quality) in [(u64::MAX, 0, BEST), (11_000, 0, 91), (9_000, 0, GOOD), (10_000, 10_800, 90)] {
            let bounds = Bounds { worth_bytes: worth, least_bytes: least, ..bounds((300, 400), (90, 120)) };
            assert_eq!(best(bounds, of(100)).unwrap().unwrap().quality, quality, "{worth} {least}");
        }
    }

    #[test]
    fn an_error_ends_the_search() {
        let mut calls = 0;
        let failing = |_, _| {
            calls += 1;
            Err("no memory")
        };
        assert_eq!(best(bounds((3, 4), (3, 4)), failing), Err("no memory"));
        assert_eq!(calls, 1);
    }

    proptest! {
        #[test]
        fn the_result_fits_and_nothing_better_would(density in 1u64..20_000, width in 90u32..2_000, height in 120u32..2_000) {
            let bounds = bounds((width, height), (90, 120));
            let mut calls = 0;
            let counted = |size, quality| {
                calls += 1;
                of(density)(size, quality)
            };
            let found = best(bounds, counted).unwrap();
            prop_assert!(calls <= 16, "{calls} times encoded");
            let Some(fit) = found else {
                prop_assert!(of(density)((90, 120), 1).unwrap().len() as u64 > bounds.most_bytes);
                return Ok(());
            };
            prop_assert!(fit.bytes.len() as u64 <= bounds.most_bytes);
            prop_assert!(fit.size.0 <= width && fit.size.1 <= height && fit.size.0 >= 90 && fit.size.1 >= 120);
            if fit.quality < BEST {
                let better = of(density)(fit.size, fit.quality + 1).unwrap();
                prop_assert!(better.len() as u64 > bounds.most_bytes, "a better quality fits");
            }
            if fit.quality < GOOD {
                prop_assert_eq!(fit.size, bounds.least);
            }
        }
    }
}
