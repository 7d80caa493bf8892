//! Rectangles that lie any way.

use std::cmp::Ordering;

type Point = (f32, f32);

/// The place of a line of writing: a rectangle, and the way it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub middle: Point,
    /// The direction of its writing, of length 1.
    pub along: Point,
    /// Along the writing.
    pub width: f32,
    /// Across it.
    pub height: f32,
}

impl Place {
    /// Towards the bottom of the letters.
    pub fn down(&self) -> Point {
        (-self.along.1, self.along.0)
    }

    /// The point that lies so far along and down from the middle.
    pub fn at(&self, along: f32, down: f32) -> Point {
        let (a, d) = (self.along, self.down());
        (self.middle.0 + a.0 * along + d.0 * down, self.middle.1 + a.1 * along + d.1 * down)
    }

    /// Top left, top right, bottom right, bottom left, as it is read.
    pub fn corners(&self) -> [Point; 4] {
        let (w, h) = (self.width / 2.0, self.height / 2.0);
        [self.at(-w, -h), self.at(w, -h), self.at(w, h), self.at(-w, h)]
    }

    /// Lets it be read as near to a direction as may be. A long line keeps its axis, one that is as high as wide takes either.
    pub fn face(&mut self, direction: Point) {
        let toward = |place: &Self| place.along.0 * direction.0 + place.along.1 * direction.1;
        let quarter = Self { along: self.down(), width: self.height, height: self.width, ..*self };
        if self.width < 1.5 * self.height && toward(&quarter).abs() > toward(self).abs() {
            *self = quarter;
        }
        if toward(self) < 0.0 {
            self.turn_half();
        }
    }

    /// Lets it be read the other way round.
    pub fn turn_half(&mut self) {
        self.along = (-self.along.0, -self.along.1);
    }

    /// The same, read the other way round.
    pub fn turned_half(&self) -> Self {
        let mut turned = *self;
        turned.turn_half();
        turned
    }
}

/// The smallest rectangle around points, its longer side along; `None` around less than three, or a line.
pub(super) fn around(points: &[Point]) -> Option<Place> {
    let hull = hull(points);
    let mut best: Option<(f32, Place)> = None;
    for (from, to) in hull.iter().zip(hull.iter().cycle().skip(1)) {
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let length = x.hypot(y);
        if length <= 0.0 {
            continue;
        }
        let along = (x / length, y / length);
        let place = spanned(&hull, along)?;
        let area = place.width * place.height;
        if best.is_none_or(|(least, _)| area < least) {
            best = Some((area, place));
        }
    }
    let (_, mut place) = best.filter(|(area, _)| *area > 0.0)?;
    if place.width < place.height {
        (place.along, place.width, place.height) = (place.down(), place.height, place.width);
    }
    Some(place)
}

/// The rectangle around points with a side in this direction.
fn spanned(points: &[Point], along: Point) -> Option<Place> {
    let down = (-along.1, along.0);
    let range = |direction: Point| {
        let seen = points.iter().map(|point| point.0 * direction.0 + point.1 * direction.1);
        seen.fold(None, |range: Option<(f32, f32)>, at| Some(range.map_or((at, at), |(low, high)| (low.min(at), high.max(at)))))
    };
    let ((left, right), (top, bottom)) = (range(along)?, range(down)?);
    let (a, d) = ((left + right) / 2.0, (top + bottom) / 2.0);
    let middle = (along.0 * a + down.0 * d, along.1 * a + down.1 * d);
    Some(Place { middle, along, width: right - left, height: bottom - top })
}

/// The convex hull (Andrew's monotone chain), each point once.
fn hull(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    let half = |points: &mut dyn Iterator<Item = &Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                let cross = (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0);
                if cross.partial_cmp(&0.0) == Some(Ordering::Greater) {
                    break;
                }
                chain.pop();
            }
            chain.push(*point);
        }
        chain.pop();
        chain
    };
    let mut hull = half(&mut points.iter());
    hull.extend(half(&mut points.iter().rev()));
    hull
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(one: f32, other: f32) -> bool {
        (one - other).abs() < 0.01
    }

    #[test]
    fn the_smallest_rectangle_lies_as_its_points_do() {
        for degrees in [0.0f32, 5.0, 30.0, 45.0, 88.0, 120.0] {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let turned = |x: f32, y: f32| (50.0 + x * cos - y * sin, 60.0 + x * sin + y * cos);
            let grid = (-20..=20).flat_map(|x| (-3..=3).map(move |y| (x as f32, y as f32)));
            let points: Vec<Point> = grid.map(|(x, y)| turned(x, y)).collect();
            let place = around(&points).unwrap();
            assert!(is_near(place.width, 40.0) && is_near(place.height, 6.0), "{degrees}: {place:?}");
            assert!(is_near(place.middle.0, 50.0) && is_near(place.middle.1, 60.0), "{degrees}: {place:?}");
            assert!(is_near((place.along.0 * cos + place.along.1 * sin).abs(), 1.0), "{degrees}: {place:?}");
        }
        assert_eq!(around(&[]), None);
        assert_eq!(around(&[(1.0, 1.0), (1.0, 1.0)]), None);
        assert_eq!(around(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]), None);
    }

    #[test]
    fn a_line_faces_a_direction_and_keeps_its_axis_where_it_is_long() {
        let long = Place { middle: (0.0, 0.0), along: (0.0, -1.0), width: 40.0, height: 6.0 };
        let mut down = long;
        down.face((0.0, 1.0));
        assert_eq!(down, Place { along: (0.0, 1.0), ..long });
        let mut across = long;
        across.face((1.0, 0.1));
        assert_eq!((across.width, across.along.0.abs()), (40.0, 0.0));
        let mut single = Place { width: 7.0, ..long };
        single.face((1.0, 0.0));
        assert_eq!((single.width, single.height, single.along), (6.0, 7.0, (1.0, 0.0)));
    }

    #[test]
    fn corners_go_round_as_it_is_read() {
        let place = Place { middle: (10.0, 10.0), along: (0.0, 1.0), width: 8.0, height: 2.0 };
        assert_eq!(place.corners(), [(11.0, 6.0), (11.0, 14.0), (9.0, 14.0), (9.0, 6.0)]);
    }
}
