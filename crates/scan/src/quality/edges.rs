//! The four edges of a document as straight lines, through most of what is seen of each: neither round corners nor a finger over one
//! bend them.

use super::geometry::{Point, area, distance};

/// A point of the boundary lies on a line when it is no farther from it, in pixels of the coarse copy.
const NEAR: f32 = 1.2;
/// At least this part of the points of a side lies on its line; else the side is not straight.
const STRAIGHT: f32 = 0.4;
/// The area within the lines by that of the mask: what sticks out or is covered is no more.
const FILLED: std::ops::Range<f32> = 0.8..1.25;

/// Four edges.
pub(super) struct Edges {
    /// Where they meet: top left, top right, bottom right, bottom left.
    pub corners: [Point; 4],
    /// Positive inside.
    lines: [Line; 4],
}

impl Edges {
    /// The edges of what a mask shows; `None` if it has not four straight ones.
    pub fn of(mask: &[bool], width: usize) -> Option<Self> {
        let [top, right, bottom, left] = sides(mask, width).map(|side| line(&side));
        let (top, right, bottom, left) = (top?, right?, bottom?, left?);
        let corners = [top.meets(left)?, top.meets(right)?, bottom.meets(right)?, bottom.meets(left)?];
        let own = mask.iter().filter(|own| **own).count() as f32;
        if !FILLED.contains(&(area(&corners) / own.max(1.0))) {
            return None;
        }
        let middle = (corners.iter().map(|p| p.0).sum::<f32>() / 4.0, corners.iter().map(|p| p.1).sum::<f32>() / 4.0);
        Some(Self { corners, lines: [top, right, bottom, left].map(|line| line.facing(middle)) })
    }

    /// How far within the nearest edge a point lies, in pixels; negative outside.
    pub fn depth(&self, point: Point) -> f32 {
        self.lines.iter().map(|line| line.distance(point)).fold(f32::MAX, f32::min)
    }
}

/// A straight line: the points at distance 0, positive on one side.
#[derive(Clone, Copy, Debug)]
struct Line {
    across: f32,
    down: f32,
    shift: f32,
}

impl Line {
    fn through(a: Point, b: Point) -> Option<Self> {
        let length = distance(a, b);
        let (across, down) = ((a.1 - b.1) / length, (b.0 - a.0) / length);
        (length > 8.0).then(|| Self { across, down, shift: -(across * a.0 + down * a.1) })
    }

    fn distance(self, (x, y): Point) -> f32 {
        self.across * x + self.down * y + self.shift
    }

    /// The same line, positive where this point lies.
    fn facing(self, point: Point) -> Self {
        if self.distance(point) >= 0.0 {
            return self;
        }
        Self { across: -self.across, down: -self.down, shift: -self.shift }
    }

    fn meets(self, other: Self) -> Option<Point> {
        let det = self.across * other.down - other.across * self.down;
        let x = (self.down * other.shift - other.down * self.shift) / det;
        let y = (other.across * self.shift - self.across * other.shift) / det;
        (det.abs() > 0.3).then_some((x, y))
    }
}

/// The outermost points of a mask as seen from the top, the right, the bottom and the left.
fn sides(mask: &[bool], width: usize) -> [Vec<Point>; 4] {
    let height = mask.len() / width.max(1);
    let (mut top, mut right, mut bottom, mut left) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (y, row) in mask.chunks_exact(width.max(1)).enumerate() {
        let middle = y as f32 + 0.5;
        left.extend(row.iter().position(|own| *own).map(|x| (x as f32, middle)));
        right.extend(row.iter().rposition(|own| *own).map(|x| (x as f32 + 1.0, middle)));
    }
    let is_own = |x: usize, y: &usize| mask.get(y * width + x) == Some(&true);
    for x in 0..width {
        let middle = x as f32 + 0.5;
        top.extend((0..height).find(|y| is_own(x, y)).map(|y| (middle, y as f32)));
        bottom.extend((0..height).rev().find(|y| is_own(x, y)).map(|y| (middle, y as f32 + 1.0)));
    }
    [top, right, bottom, left]
}

/// The line on which most of the points lie, of those through any two of some thirty of them; then through the middles of the two
/// halves of what lies on it.
fn line(points: &[Point]) -> Option<Line> {
    let some: Vec<Point> = points.iter().step_by((points.len() / 30).max(1)).copied().collect();
    let pairs = some.iter().enumerate().flat_map(|(n, a)| some.iter().skip(n + 1).map(move |b| (*a, *b)));
    let on = |line: Line| points.iter().filter(move |point| line.distance(**point).abs() <= NEAR);
    let best = pairs.filter_map(|(a, b)| Line::through(a, b)).max_by_key(|line| on(*line).count())?;
    let on: Vec<Point> = on(best).copied().collect();
    let (one, two) = on.split_at(on.len() / 2);
    let straight = on.len() as f32 >= STRAIGHT * points.len() as f32;
    if straight { Line::through(middle(one), middle(two)) } else { None }
}

fn middle(points: &[Point]) -> Point {
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    let count = points.len().max(1) as f32;
    (x / count, y / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 200;

    /// A mask of 200 × 160, row by row.
    fn mask(is_own: impl Fn(f32, f32) -> bool) -> Vec<bool> {
        (0..160 * WIDTH).map(|n| is_own((n % WIDTH) as f32 + 0.5, (n / WIDTH) as f32 + 0.5)).collect()
    }

    fn is_in_card(x: f32, y: f32) -> bool {
        (30.0..170.0).contains(&x) && (36.0..124.0).contains(&y)
    }

    fn near(found: &Edges, wanted: [Point; 4]) -> bool {
        found.corners.iter().zip(wanted).all(|(found, wanted)| distance(*found, wanted) < 1.5)
    }

    #[test]
    fn corners_are_where_the_edges_would_meet() {
        let wanted = [(30.0, 36.0), (170.0, 36.0), (170.0, 124.0), (30.0, 124.0)];
        let is_round = |x: f32, y: f32| {
            let (dx, dy) = ((x - 100.0).abs() - 60.0, (y - 80.0).abs() - 34.0);
            is_in_card(x, y) && dx.max(0.0).hypot(dy.max(0.0)) < 10.0
        };
        let with_finger = |x: f32, y: f32| is_in_card(x, y) || (x - 172.0).hypot(y - 120.0) < 18.0;
        let without_corner = |x: f32, y: f32| is_in_card(x, y) && (x - 170.0).hypot(y - 124.0) > 25.0;
        for mask in [mask(is_in_card), mask(is_round), mask(with_finger), mask(without_corner)] {
            assert!(near(&Edges::of(&mask, WIDTH).unwrap(), wanted));
        }
    }

    #[test]
    fn a_turned_document_has_turned_corners() {
        let (sin, cos) = 20f32.to_radians().sin_cos();
        let turned = mask(|x, y| {
            let (x, y) = (x - 100.0, y - 80.0);
            (x * cos + y * sin).abs() < 60.0 && (y * cos - x * sin).abs() < 36.0
        });
        let corner = |x: f32, y: f32| (100.0 + x * cos - y * sin, 80.0 + x * sin + y * cos);
        let wanted = [corner(-60.0, -36.0), corner(60.0, -36.0), corner(60.0, 36.0), corner(-60.0, 36.0)];
        assert!(near(&Edges::of(&turned, WIDTH).unwrap(), wanted));
    }

    #[test]
    fn what_has_no_four_straight_edges_has_none() {
        assert!(Edges::of(&mask(|x, y| (x - 100.0).hypot(y - 80.0) < 60.0), WIDTH).is_none());
        assert!(Edges::of(&mask(|_, _| false), WIDTH).is_none());
        assert!(Edges::of(&[], 0).is_none());
    }

    #[test]
    fn depth_is_the_way_to_the_nearest_edge() {
        let edges = Edges::of(&mask(is_in_card), WIDTH).unwrap();
        for (point, wanted) in [((100.0, 40.0), 4.0), ((40.0, 80.0), 10.0), ((100.0, 30.0), -6.0), ((180.0, 80.0), -10.0)] {
            assert!((edges.depth(point) - wanted).abs() < 0.6, "{point:?}: {}", edges.depth(point));
        }
    }
}
