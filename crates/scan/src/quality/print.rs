//! What tells a picture from others.

use image::RgbImage;

use super::{grey, reduce};
use crate::facts::Print;

/// The lightness of 64 × 64 cells of equal size, whatever the picture's proportions: so a turned picture has a turned print.
pub(super) fn print(fine: &RgbImage) -> Print {
    let square = reduce::squeeze(fine, 64);
    Print::new(&square.as_raw().chunks_exact(3).map(grey).collect::<Vec<_>>())
}
