//! Colours as every screen takes them: sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Pixels turned into sRGB at a time.
const CHUNK: usize = 64 * 1024;
/// Levels by which a colour may differ before a profile counts as another than sRGB.
const TOLERANCE: u8 = 2;
/// Profiles of more bytes than this are rubbish; those of real devices have at most a few megabytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// What a profile embedded in a picture is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// There is none, or it says sRGB in its own words.
    Standard,
    /// Another colour space: colours have to be converted.
    Other,
    /// It cannot be read, or is not about pictures in red, green and blue.
    Rubbish,
}

/// Judges a profile by what it does to colours.
pub(super) fn judge(icc: Option<&[u8]>) -> Profile {
    let Some(icc) = icc else { return Profile::Standard };
    let grid: Vec<u8> = (0..729u32).flat_map(|n| [n % 9, n / 9 % 9, n / 81].map(|level| (level * 255 / 8) as u8)).collect();
    let mut converted = grid.clone();
    match convert(icc, &mut converted) {
        None => Profile::Rubbish,
        Some(()) if grid.iter().zip(&converted).all(|(before, after)| before.abs_diff(*after) <= TOLERANCE) => Profile::Standard,
        Some(()) => Profile::Other,
    }
}

/// Turns pixels of three bytes into sRGB. `None` leaves them as they were: the profile is rubbish.
pub(super) fn convert(icc: &[u8], pixels: &mut [u8]) -> Option<()> {
    if icc.len() > LARGEST {
        return None;
    }
    let profile = quietly(|| ColorProfile::new_from_slice(icc).ok())?;
    let (layout, channels) = match profile.color_space {
        DataColorSpace::Rgb => (Layout::Rgb, 3),
        DataColorSpace::Gray => (Layout::Gray, 1),
        _ => return None,
    };
    let srgb = ColorProfile::new_srgb();
    let transform = quietly(|| profile.create_transform_8bit(layout, &srgb, Layout::Rgb, TransformOptions::default()).ok())?;
    let mut source = Vec::with_capacity(3 * CHUNK);
    let mut target = vec![0; 3 * CHUNK];
    for chunk in pixels.chunks_mut(3 * CHUNK) {
        source.clear();
        // A grey picture has come here with three equal channels.
        source.extend(chunk.iter().step_by(3 / channels).copied());
        let target = target.get_mut(..chunk.len())?;
        quietly(|| transform.transform(&source, target).ok())?;
        chunk.copy_from_slice(target);
    }
    Some(())
}

/// A library that panics on a hostile profile has only failed to read it.
fn quietly<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(profile: &ColorProfile) -> Vec<u8> {
        profile.encode().unwrap()
    }

    #[test]
    fn srgb_in_any_words_needs_no_conversion() {
        assert_eq!(judge(None), Profile::Standard);
        assert_eq!(judge(Some(&encoded(&ColorProfile::new_srgb()))), Profile::Standard);
    }

    #[test]
    fn a_wide_profile_makes_colours_stronger_and_leaves_grey_alone() {
        let wide = encoded(&ColorProfile::new_display_p3());
        assert_eq!(judge(Some(&wide)), Profile::Other);
        let mut pixels = [200, 40, 40, 128, 128, 128];
        convert(&wide, &mut pixels).unwrap();
        assert!(pixels[0] > 210 && pixels[1] < 30, "{pixels:?}");
        assert!(pixels[3..].iter().all(|level| level.abs_diff(128) <= 1), "{pixels:?}");
    }

    #[test]
    fn a_grey_profile_serves_a_grey_picture() {
        let grey = encoded(&ColorProfile::new_gray_with_gamma(1.0));
        assert_eq!(judge(Some(&grey)), Profile::Other);
        let mut pixels = vec![64; 3 * (CHUNK + 5)];
        convert(&grey, &mut pixels).unwrap();
        assert!(pixels.iter().all(|level| level.abs_diff(137) <= 2), "{:?}", &pixels[..3]);
    }

    #[test]
    fn rubbish_changes_nothing() {
        let sound = encoded(&ColorProfile::new_display_p3());
        let mut lying = sound.clone();
        lying[128..132].fill(0xff);
        for rubbish in [&b""[..], b"rubbish", &sound[..100], &sound[..sound.len() / 2], &lying, &vec![0; LARGEST + 1]] {
            let mut pixels = [1, 2, 3];
            assert_eq!(judge(Some(rubbish)), Profile::Rubbish, "{} bytes", rubbish.len());
            assert_eq!(convert(rubbish, &mut pixels), None);
            assert_eq!(pixels, [1, 2, 3]);
        }
        for at in 0..sound.len() {
            let mut flipped = sound.clone();
            flipped[at] ^= 0x55;
            let _ = judge(Some(&flipped));
        }
    }
}
