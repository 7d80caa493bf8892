//! A fine regular grid, as the pixels of a screen leave it in a photo (moiré): a peak in the spectrum that writing does not have.

use image::{DynamicImage, GenericImageView};

use super::grey;

/// The side of a patch in pixels of the picture as it is stored; a power of two.
const SIDE: usize = 128;
/// Waves longer than this part of a patch are writing, not grid.
const LONGEST: f32 = 10.0;

/// How far the strongest regular wave stands above others of its length, the middle of three patches; 0 for tiny pictures.
pub(super) fn strength(picture: &DynamicImage) -> f32 {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    if width < 2 * SIDE || height < 2 * SIDE {
        return 0.0;
    }
    let place = |part: usize| ((width - SIDE) * part / 8, (height - SIDE) * part / 8);
    let mut found = [3, 4, 5].map(|part| peak(&spectrum(picture, place(part))));
    found.sort_by(f32::total_cmp);
    found[1]
}

/// The strength of every wave in a patch.
fn spectrum(picture: &DynamicImage, (left, top): (usize, usize)) -> Vec<f32> {
    let window: Vec<f32> = (0..SIDE).map(|n| 0.5 - 0.5 * (std::f32::consts::TAU * n as f32 / SIDE as f32).cos()).collect();
    let mut cells: Vec<(f32, f32)> = Vec::with_capacity(SIDE * SIDE);
    for (y, down) in (top..).zip(&window) {
        for (x, across) in (left..).zip(&window) {
            let pixel = picture.get_pixel(x as u32, y as u32);
            cells.push((f32::from(grey(&pixel.0)) * down * across, 0.0));
        }
    }
    for _ in 0..2 {
        for row in cells.chunks_exact_mut(SIDE) {
            transform(row);
        }
        cells = (0..SIDE * SIDE).map(|n| cells.get(n % SIDE * SIDE + n / SIDE).copied().unwrap_or_default()).collect();
    }
    cells.iter().map(|(real, imaginary)| real.hypot(*imaginary)).collect()
}

/// The fast Fourier transform of a row, in place (Cooley and Tukey).
fn transform(row: &mut [(f32, f32)]) {
    let count = row.len();
    let bits = count.trailing_zeros();
    for n in 0..count {
        let other = n.reverse_bits() >> (usize::BITS - bits);
        if n < other {
            row.swap(n, other);
        }
    }
    let mut half = 1;
    while half < count {
        for block in row.chunks_exact_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            for (n, (a, b)) in low.iter_mut().zip(high).enumerate() {
                let (sin, cos) = (-std::f32::consts::PI * n as f32 / half as f32).sin_cos();
                let turned = (b.0 * cos - b.1 * sin, b.0 * sin + b.1 * cos);
                (*a, *b) = ((a.0 + turned.0, a.1 + turned.1), (a.0 - turned.0, a.1 - turned.1));
            }
        }
        half *= 2;
    }
}

/// The strongest wave by the usual one of the same length. Level and upright lines of writing and the blocks of JPEG are
/// regular too and left out.
fn peak(spectrum: &[f32]) -> f32 {
    let waves = |n: usize| if n > SIDE / 2 { SIDE - n } else { n };
    let mut rings: Vec<Vec<f32>> = vec![Vec::new(); SIDE];
    for (n, strength) in spectrum.iter().enumerate() {
        let (u, v) = (waves(n % SIDE), waves(n / SIDE));
        let length = (u as f32).hypot(v as f32);
        let of_blocks = |n: usize| n % (SIDE / 8) <= 1 || n % (SIDE / 8) == SIDE / 8 - 1;
        let counts = length >= LONGEST && length < SIDE as f32 / 2.0 && u > 2 && v > 2 && !(of_blocks(u) && of_blocks(v));
        if let (true, Some(ring)) = (counts, rings.get_mut(length as usize / 4)) {
            ring.push(*strength);
        }
    }
    let above = |ring: &mut Vec<f32>| {
        let half = ring.len() / 2;
        if half < 8 {
            return 0.0;
        }
        let usual = *ring.select_nth_unstable_by(half, f32::total_cmp).1;
        ring.iter().copied().fold(0.0, f32::max) / usual.max(1.0)
    };
    rings.iter_mut().map(above).fold(0.0, f32::max)
}
