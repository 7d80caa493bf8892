//! A long line of writing, laid in rows one above the other: in one row its characters would be a few pixels high.

use crate::scan::{Part, Pixels};

/// A piece so many times as wide as high is laid in rows where that shows it larger.
const LONG: u32 = 5;
/// Rows at most: of more the order is hard to see.
const MOST: u32 = 3;
/// What two rows share, by their height: a character that is cut at the end of one stands whole in the other.
const SHARED: f64 = 1.0;
/// The colour between rows.
const BETWEEN: u8 = 110;

/// Rows of one piece.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rows {
    /// The part of the picture that each shows.
    pub parts: Vec<Part>,
    /// The size of each on the screen, in pixels.
    pub drawn: (u32, u32),
    /// Pixels of the screen for one of the picture.
    pub scale: f64,
    gap: u32,
}

impl Rows {
    /// The rows that show a part largest in this room, with so many pixels between, up to a scale; `None` where one is best.
    pub(super) fn of(part: Part, room: (u32, u32), gap: u32, most: f64) -> Option<Self> {
        if part.height == 0 || part.width / part.height < LONG {
            return None;
        }
        let laid = |count: u32| {
            let shared = if count > 1 { (f64::from(part.height) * SHARED) as u32 } else { 0 };
            // The last row ends where the piece does.
            let width = (part.width + shared * (count - 1)).div_ceil(count).min(part.width);
            let high = room.1.saturating_sub(gap * (count - 1)) / count;
            let scale = (f64::from(room.0) / f64::from(width)).min(f64::from(high) / f64::from(part.height)).min(most);
            (count, width, shared, scale)
        };
        let (count, width, shared, scale) = (1..=MOST)
            .map(laid)
            .reduce(|best, next| if next.3 > best.3 * 1.1 { next } else { best })
            .filter(|best| best.0 > 1)?;
        let parts = (0..count).map(|row| {
            let start = (row * width.saturating_sub(shared)).min(part.width - width);
            Part { x: part.x + start, width, ..part }
        });
        let drawn = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
        Some(Self { parts: parts.collect(), drawn: (drawn(width), drawn(part.height)), scale, gap })
    }

    /// All of them: width and height in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        let count = self.parts.len() as u32;
        (self.drawn.0, self.drawn.1 * count + self.gap * count.saturating_sub(1))
    }

    /// The rows as one picture, of the pixels of each.
    pub(super) fn stacked(&self, rows: impl IntoIterator<Item = Pixels>) -> Pixels {
        let (width, height) = self.size();
        let mut rgb: Vec<u8> = Vec::with_capacity(width as usize * height as usize * 3);
        for row in rows {
            if !rgb.is_empty() {
                rgb.resize(rgb.len() + (width * self.gap) as usize * 3, BETWEEN);
            }
            rgb.extend(row.rgb);
        }
        rgb.resize(width as usize * height as usize * 3, BETWEEN);
        Pixels { width, height, rgb }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(width: u32, height: u32, room: (u32, u32)) -> Option<Rows> {
        Rows::of(Part { x: 100, y: 50, width, height }, room, 2, 8.0)
    }

    #[test]
    fn a_long_line_is_laid_in_rows_and_nothing_of_it_is_lost() {
        for (width, height, room, expected) in [
            (800, 40, (70, 32), Some(3)),
            (400, 40, (70, 32), Some(2)),
            (400, 40, (100, 12), None),
            (160, 40, (70, 32), None),
            (4000, 40, (70, 32), Some(3)),
            (800, 0, (70, 32), None),
            (800, 40, (0, 0), None),
        ] {
            let found = rows(width, height, room);
            assert_eq!(found.as_ref().map(|rows| rows.parts.len()), expected, "{width} x {height} in {room:?}");
            let Some(found) = found else { continue };
            let (first, last) = (&found.parts[0], found.parts.last().unwrap());
            assert_eq!((first.x, last.x + last.width), (100, 100 + width));
            for pair in found.parts.windows(2) {
                assert!(pair[1].x <= pair[0].x + pair[0].width, "{found:?}");
            }
            let (wide, high) = found.size();
            assert!(wide <= room.0 + 1 && high <= room.1 + 2, "{found:?}");
        }
    }

    #[test]
    fn rows_are_stacked_with_a_line_between() {
        let found = rows(800, 40, (70, 32)).unwrap();
        let (width, height) = found.drawn;
        let row = |colour: u8| Pixels { width, height, rgb: vec![colour; (width * height * 3) as usize] };
        let whole = found.stacked([row(1), row(2), row(3)]);
        assert_eq!((whole.width, whole.height), found.size());
        let at = |y: u32| whole.at(0, y).unwrap()[0];
        assert_eq!([at(0), at(height), at(height + 2), at(whole.height - 1)], [1, BETWEEN, 2, 3]);
    }
}
