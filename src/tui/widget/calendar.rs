//! A month, a row for every week.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::canvas::{Canvas, to_cells};
use super::hit::{Hit, between};
use super::theme::Role;
use crate::locale::Lang;
use crate::locale::tui::dialog as words;
use crate::text::width::cells;
use crate::tui::keymap::Action;

/// Cells of one day.
pub const DAY: u16 = 4;
/// Weeks a month can touch.
pub const WEEKS: u16 = 6;

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// One of its days.
    pub shown: NaiveDate,
    /// The chosen day, if one is.
    pub chosen: Option<NaiveDate>,
    /// The present day.
    pub today: NaiveDate,
}

impl Month {
    /// Draws its name, the days of the week, and its days.
    pub fn draw(&self, canvas: &mut Canvas<'_>, lang: Lang, area: Rect) {
        let (year, month) = (self.shown.year(), self.shown.month());
        let title = words::MONTH.with(lang, &[("year", &year), ("month", &format!("{month:02}"))]);
        let indent = area.width.saturating_sub(to_cells(cells(&title))) / 2;
        canvas.put(area.x + indent, area.y, area.width.saturating_sub(indent), &title, Role::Title);
        for (column, head) in (0u16..).zip(words::WEEK.in_lang(lang).split(' ')) {
            canvas.put(area.x + column * DAY + 1, area.y + 1, 2, head, Role::Muted);
        }
        canvas.hit(area, Hit::Wheel([(Action::PageUp, 1), (Action::PageDown, 1)]));
        let Some(first) = self.shown.with_day(1) else { return };
        let offset = first.weekday().num_days_from_monday();
        for day in first.iter_days().take_while(|day| day.month() == month) {
            let cell = day.day0() + offset;
            let (x, y) = (area.x + to_cells(cell as usize % 7) * DAY, area.y + 2 + to_cells(cell as usize / 7));
            if y < area.bottom() {
                self.one_day(canvas, Rect::new(x, y, DAY, 1), day);
            }
        }
    }

    fn one_day(&self, canvas: &mut Canvas<'_>, area: Rect, day: NaiveDate) {
        let today = day == self.today;
        if let Some(chosen) = self.chosen {
            let days = |day: NaiveDate| usize::try_from(day.num_days_from_ce()).unwrap_or_default();
            let actions = vec![between(days(day), days(chosen), [Action::Left, Action::Right])];
            canvas.hit(area, Hit::Moves { actions, opens: false });
        }
        let number = day.day();
        if Some(day) == self.chosen {
            canvas.put(area.x, area.y, area.width, &format!("[{number:>2}]"), Role::Focus);
            canvas.paint(area, Role::Selected);
        } else {
            let text = format!(" {number:>2}{}", if today { "*" } else { " " });
            canvas.put(area.x, area.y, area.width, &text, if today { Role::Accent } else { Role::Text });
        }
    }
}
