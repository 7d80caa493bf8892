//! Which part of a picture is shown: fitted, or at a scale around a middle, turned by quarters.

use crate::reading::Spot;
use crate::scan::Part;

/// The largest scale: one pixel of the picture on 2^3 by 2^3 of the screen.
pub(super) const NEAREST: i8 = 3;
/// The part of what is shown that one step to the side moves by.
const STEP: f64 = 0.25;
/// What a [`Zoom::Span`] counts a side in.
const WHOLE: f32 = 10_000.0;
/// What is shown around something that was read, by its height: the lines that the detector draws leave room around the characters already.
const MARGIN: f32 = 0.1;

/// How large a picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zoom {
    /// As large as the room, never larger than it is.
    #[default]
    Fit,
    /// 2 to the power of this many pixels of the screen for one of the picture.
    Power(i8),
    /// A part of so many ten-thousandths of the turned picture's width and height and nothing beside it, as large as the room.
    Span(u16, u16),
}

/// A view of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// How large.
    pub zoom: Zoom,
    /// Quarters it is turned clockwise, below 4.
    pub turns: u8,
    /// The middle of what is shown, as parts of the turned picture's width and height.
    pub middle: (f64, f64),
}

impl Default for View {
    fn default() -> Self {
        Self { zoom: Zoom::Fit, turns: 0, middle: (0.5, 0.5) }
    }
}

impl View {
    /// The part of a picture that something was read from, with a little around it.
    #[must_use]
    pub fn of(spot: Spot) -> Self {
        let page = spot.page;
        let margin = MARGIN * (spot.bottom - spot.top) * page.1;
        let along = |from: f32, to: f32, size: f32| {
            let margin = if size > 0.0 { margin / size } else { 0.0 };
            let (from, to) = ((from - margin).clamp(0.0, 1.0), (to + margin).clamp(0.0, 1.0));
            (f64::from((from + to) / 2.0), ((to - from) * WHOLE).round().clamp(1.0, WHOLE) as u16)
        };
        let (x, width) = along(spot.left, spot.right, page.0);
        let (y, height) = along(spot.top, spot.bottom, page.1);
        Self { zoom: Zoom::Span(width, height), turns: spot.turn, middle: (x, y) }
    }
}

/// A picture's size as turned and the room for it, both in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The picture: width, height.
    pub size: (u32, u32),
    /// The room: width, height.
    pub room: (u32, u32),
}

impl Frame {
    /// Pixels of the screen for one of the picture when it is fitted.
    fn fitting(self) -> f64 {
        let along = |room: u32, size: u32| f64::from(room.max(1)) / f64::from(size.max(1));
        along(self.room.0, self.size.0).min(along(self.room.1, self.size.1)).min(1.0)
    }

    /// The same when a part of it fills the room, up to the largest scale.
    fn filling(self, (width, height): (u16, u16)) -> f64 {
        let along = |room: u32, size: u32, span: u16| f64::from(room.max(1)) / f64::from(part_of(span, size));
        along(self.room.0, self.size.0, width).min(along(self.room.1, self.size.1, height)).min(scale_of(NEAREST))
    }
}

impl View {
    /// Nearer. From the fitted view to the next scale that shows more.
    #[must_use]
    pub fn nearer(self, frame: Option<Frame>) -> Self {
        let zoom = match (self.zoom, frame) {
            (Zoom::Power(power), _) => Zoom::Power((power + 1).min(NEAREST)),
            (Zoom::Fit | Zoom::Span(..), Some(frame)) => Zoom::Power((power_above(frame.fitting())).min(NEAREST)),
            (Zoom::Fit | Zoom::Span(..), None) => Zoom::Power(0),
        };
        Self { zoom, ..self }
    }

    /// Farther, at last the fitted view.
    #[must_use]
    pub fn farther(self, frame: Option<Frame>) -> Self {
        let fitting = frame.map_or(1.0, Frame::fitting);
        match self.zoom {
            Zoom::Power(power) if scale_of(power - 1) > fitting => Self { zoom: Zoom::Power(power - 1), ..self },
            _ => self.fit(),
        }
    }

    /// The whole picture.
    #[must_use]
    pub fn fit(self) -> Self {
        Self { zoom: Zoom::Fit, middle: (0.5, 0.5), ..self }
    }

    /// One pixel for one.
    #[must_use]
    pub const fn actual(self) -> Self {
        Self { zoom: Zoom::Power(0), ..self }
    }

    /// Turned clockwise by a quarter, with the same place in the middle.
    #[must_use]
    pub fn turned(self) -> Self {
        let (x, y) = self.middle;
        Self { turns: (self.turns + 1) % 4, middle: (1.0 - y, x), ..self }
    }

    /// Moved by steps to the right and downwards; stays inside the picture.
    #[must_use]
    pub fn moved(self, (right, down): (i8, i8), frame: Frame) -> Self {
        let (part, _, _) = self.shown(frame);
        let along = |middle: f64, shown: u32, size: u32, steps: i8| {
            let share = f64::from(shown) / f64::from(size.max(1));
            let half = (share / 2.0).min(0.5);
            (middle + f64::from(steps) * STEP * share).clamp(half, 1.0 - half)
        };
        let x = along(self.middle.0, part.width, frame.size.0, right);
        let y = along(self.middle.1, part.height, frame.size.1, down);
        Self { middle: (x, y), ..self }
    }

    /// The part of the picture that is shown, its size on the screen, and the pixels of the screen for one of the picture.
    #[must_use]
    pub fn shown(self, frame: Frame) -> (Part, (u32, u32), f64) {
        let scale = match self.zoom {
            Zoom::Fit => frame.fitting(),
            Zoom::Power(power) => scale_of(power),
            Zoom::Span(width, height) => frame.filling((width, height)),
        };
        let along = |size: u32, room: u32, middle: f64, span: Option<u16>| {
            let size = size.max(1);
            // Whole pixels of the picture, so that each is as large on the screen as every other.
            let shown = ((f64::from(room.max(1)) / scale).floor() as u32).clamp(1, size);
            let shown = match span {
                Some(span) => part_of(span, size).min(shown),
                None if matches!(self.zoom, Zoom::Fit) => size,
                None => shown,
            };
            let start = (middle * f64::from(size) - f64::from(shown) / 2.0).round().clamp(0.0, f64::from(size - shown)) as u32;
            let drawn = ((f64::from(shown) * scale).round() as u32).clamp(1, room.max(1));
            (start, shown, drawn)
        };
        let span = if let Zoom::Span(width, height) = self.zoom { Some((width, height)) } else { None };
        let (x, width, drawn_width) = along(frame.size.0, frame.room.0, self.middle.0, span.map(|span| span.0));
        let (y, height, drawn_height) = along(frame.size.1, frame.room.1, self.middle.1, span.map(|span| span.1));
        (Part { x, y, width, height }, (drawn_width, drawn_height), scale)
    }
}

/// So many ten-thousandths of a side, in pixels.
fn part_of(span: u16, size: u32) -> u32 {
    ((u64::from(span) * u64::from(size.max(1))).div_ceil(WHOLE as u64) as u32).clamp(1, size.max(1))
}

fn scale_of(power: i8) -> f64 {
    f64::from(power).exp2()
}

/// The smallest power whose scale is above this one.
fn power_above(scale: f64) -> i8 {
    let power = scale.log2().floor() as i8 + 1;
    power.min(NEAREST)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: Frame = Frame { size: (4000, 3000), room: (400, 200) };

    fn shown(view: View, frame: Frame) -> ((u32, u32, u32, u32), (u32, u32)) {
        let (part, drawn, _) = view.shown(frame);
        ((part.x, part.y, part.width, part.height), drawn)
    }

    #[test]
    fn fitted_shows_all_and_never_enlarges() {
        let fit = View::default();
        assert_eq!(shown(fit, PHOTO), ((0, 0, 4000, 3000), (267, 200)));
        assert_eq!(shown(fit, Frame { size: (40, 30), room: (400, 200) }), ((0, 0, 40, 30), (40, 30)));
        assert_eq!(shown(fit, Frame { size: (0, 0), room: (0, 0) }), ((0, 0, 1, 1), (1, 1)));
        assert_eq!(shown(fit, Frame { size: (9000, 1), room: (90, 40) }), ((0, 0, 9000, 1), (90, 1)));
    }

    #[test]
    fn one_for_one_shows_as_many_pixels_as_there_is_room_for() {
        let actual = View::default().actual();
        assert_eq!(shown(actual, PHOTO), ((1800, 1400, 400, 200), (400, 200)));
        assert_eq!(shown(actual, Frame { size: (100, 3000), room: (400, 200) }), ((0, 1400, 100, 200), (100, 200)));
        let near = actual.nearer(None).nearer(None);
        assert_eq!(near.zoom, Zoom::Power(2));
        assert_eq!(shown(near, PHOTO), ((1950, 1475, 100, 50), (400, 200)));
        assert_eq!(near.nearer(None).nearer(None).nearer(None).zoom, Zoom::Power(NEAREST));
    }

    #[test]
    fn nearer_and_farther_go_through_the_same_steps_and_end_at_the_fitted_view() {
        // Fitted, one pixel stands for 15: the next scale is an eighth.
        let mut view = View::default();
        let mut steps = Vec::new();
        for _ in 0..9 {
            view = view.nearer(Some(PHOTO));
            steps.push(view.zoom);
        }
        let powers: Vec<Zoom> = [-3, -2, -1, 0, 1, 2, 3, 3, 3].map(Zoom::Power).to_vec();
        assert_eq!(steps, powers);
        for expected in [2, 1, 0, -1, -2, -3].map(Zoom::Power).into_iter().chain([Zoom::Fit, Zoom::Fit]) {
            view = view.farther(Some(PHOTO));
            assert_eq!(view.zoom, expected);
        }
        assert_eq!(view, View::default());
    }

    #[test]
    fn moving_stays_inside_and_reaches_every_edge() {
        let mut view = View::default().actual();
        for _ in 0..200 {
            view = view.moved((1, 1), PHOTO);
        }
        assert_eq!(shown(view, PHOTO).0, (3600, 2800, 400, 200));
        view = view.moved((-1, 0), PHOTO);
        assert_eq!(shown(view, PHOTO).0, (3500, 2800, 400, 200));
        for _ in 0..200 {
            view = view.moved((-1, -1), PHOTO);
        }
        assert_eq!(shown(view, PHOTO).0, (0, 0, 400, 200));
        let fit = View::default();
        assert_eq!(fit.moved((1, 1), PHOTO), fit, "there is nothing beside what is shown");
    }

    #[test]
    fn turning_keeps_the_place_and_four_turns_are_none() {
        let view = View { middle: (0.25, 0.75), ..View::default() };
        assert_eq!(view.turned().middle, (0.25, 0.25), "what is down on the left comes up on the left");
        assert_eq!(view.turned().turned().turned().turned(), view);
    }
}
