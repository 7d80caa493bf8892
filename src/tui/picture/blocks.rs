//! Half blocks: two pixels in a cell, one above the other. They work in every terminal with colours.

use ratatui::layout::Rect;

use super::Colours;
use crate::scan::Pixels;
use crate::tui::widget::canvas::{Canvas, to_cells};

/// Cells a picture of so many pixels takes: columns, rows.
#[must_use]
pub fn cells((width, height): (u32, u32)) -> (u16, u16) {
    (to_cells(width as usize), to_cells(height.div_ceil(2) as usize))
}

/// Draws the picture from the upper left corner of the area; what does not fit is left out.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, pixels: &Pixels, colours: Colours) {
    let (columns, rows) = cells((pixels.width, pixels.height));
    for row in 0..rows.min(area.height) {
        for column in 0..columns.min(area.width) {
            let (x, y) = (u32::from(column), u32::from(row) * 2);
            if let Some(upper) = pixels.at(x, y) {
                canvas.half_block(area.x + column, area.y + row, upper, pixels.at(x, y + 1), colours);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::tui::widget::theme::Theme;

    /// A picture of 3 by 3 with its own colour in every pixel.
    fn nine() -> Pixels {
        let rgb = (0..9u8).flat_map(|n| [n * 20, 255 - n * 20, n]).collect();
        Pixels { width: 3, height: 3, rgb }
    }

    #[test]
    fn every_cell_has_the_upper_pixel_in_front_and_the_lower_behind() {
        let area = Rect::new(0, 0, 6, 4);
        let mut buffer = Buffer::empty(area);
        let mut canvas = Canvas::new(&mut buffer, Theme::new(true));
        draw(&mut canvas, Rect::new(1, 1, 4, 2), &nine(), Colours::True);
        let theme = Theme::new(true);
        for (x, y, upper, lower) in [(0, 0, 0, Some(3)), (2, 0, 2, Some(5)), (1, 1, 7, None)] {
            let cell = &buffer[(1 + x, 1 + y)];
            let colour = |n: u8| [n * 20, 255 - n * 20, n];
            assert_eq!(cell.symbol(), "▀");
            let style = theme.pixels(colour(upper), lower.map(colour), Colours::True);
            assert_eq!((Some(cell.fg), cell.bg), (style.fg, style.bg.unwrap_or_default()), "{x} {y}");
        }
        assert_eq!(buffer[(0, 0)].symbol(), " ");
        assert_eq!(buffer[(4, 1)].symbol(), " ", "the picture is three wide");
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        let mut canvas = Canvas::new(&mut buffer, Theme::new(true));
        draw(&mut canvas, Rect::new(0, 0, 2, 1), &nine(), Colours::Palette);
        draw(&mut canvas, Rect::new(1, 0, 9, 9), &nine(), Colours::Greys);
        assert!(buffer.content.iter().all(|cell| cell.symbol() == "▀"));
        assert_eq!((cells((3, 3)), cells((1, 1)), cells((80, 40))), ((3, 2), (1, 1), (80, 20)));
    }
}
