//! Shapes on the coarse copy, in its pixels.

pub(super) type Point = (f32, f32);

fn cross(origin: Point, a: Point, b: Point) -> f32 {
    (a.0 - origin.0) * (b.1 - origin.1) - (a.1 - origin.1) * (b.0 - origin.0)
}

/// The smallest convex shape around points (Andrew's monotone chain).
pub(super) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let half = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., before, last] = chain.as_slice() {
                if cross(*before, *last, point) > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = half(&mut points.iter().copied());
    hull.extend(half(&mut points.iter().rev().copied()));
    hull
}

/// The area within a closed line.
pub(super) fn area(shape: &[Point]) -> f32 {
    let next = shape.iter().cycle().skip(1);
    let twice: f32 = shape.iter().zip(next).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum();
    (twice / 2.0).abs()
}

pub(super) fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The direction, in radians, of the smallest rectangle around a convex shape: one of its edges lies along the shape's.
fn direction(hull: &[Point]) -> f32 {
    let next = hull.iter().cycle().skip(1);
    let directions = hull.iter().zip(next).filter(|(a, b)| distance(**a, **b) > 0.5).map(|(a, b)| (b.1 - a.1).atan2(b.0 - a.0));
    let size = |direction: f32| {
        let (sin, cos) = direction.sin_cos();
        let spread = |of: &dyn Fn(&Point) -> f32| {
            let (low, high) = hull.iter().map(of).fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)));
            high - low
        };
        spread(&|p| p.0 * cos + p.1 * sin) * spread(&|p| p.1 * cos - p.0 * sin)
    };
    directions.min_by(|a, b| size(*a).total_cmp(&size(*b))).unwrap_or(0.0)
}

/// The four corners of a convex shape that is nearly a rectangle, the top left first, clockwise: the points that reach farthest along
/// the diagonals of the smallest rectangle around it.
pub(super) fn corners(hull: &[Point]) -> Option<[Point; 4]> {
    let quarter = std::f32::consts::FRAC_PI_2;
    let mut direction = direction(hull) % quarter;
    if direction > quarter / 2.0 {
        direction -= quarter;
    } else if direction < -quarter / 2.0 {
        direction += quarter;
    }
    let (sin, cos) = direction.sin_cos();
    let turned: Vec<Point> = hull.iter().map(|p| (p.0 * cos + p.1 * sin, p.1 * cos - p.0 * sin)).collect();
    let extent = |of: fn(&Point) -> f32| {
        let (low, high) = turned.iter().map(of).fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)));
        (high - low).max(1.0)
    };
    let (wide, high) = (extent(|p| p.0), extent(|p| p.1));
    let farthest = |right: f32, down: f32| {
        let reach = |p: &Point| right * p.0 / wide + down * p.1 / high;
        let best = turned.iter().zip(hull).max_by(|(a, _), (b, _)| reach(a).total_cmp(&reach(b)));
        best.map(|(_, point)| *point)
    };
    Some([farthest(-1.0, -1.0)?, farthest(1.0, -1.0)?, farthest(1.0, 1.0)?, farthest(-1.0, 1.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_of_a_turned_rectangle_are_found() {
        for degrees in [-40.0f32, -10.0, 0.0, 5.0, 30.0] {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let place = |x: f32, y: f32| (100.0 + x * cos - y * sin, 80.0 + x * sin + y * cos);
            let wanted = [place(-50.0, -30.0), place(50.0, -30.0), place(50.0, 30.0), place(-50.0, 30.0)];
            let inside = (0..400).map(|n| place((n % 20) as f32 * 5.0 - 47.5, (n / 20) as f32 * 3.0 - 28.5));
            let hull = hull(wanted.into_iter().chain(inside).collect());
            assert!((area(&hull) - 6000.0).abs() < 1.0);
            for (found, wanted) in corners(&hull).unwrap().into_iter().zip(wanted) {
                assert!(distance(found, wanted) < 0.1, "{degrees}: {found:?} {wanted:?}");
            }
        }
        assert_eq!(corners(&[]), None);
    }
}
