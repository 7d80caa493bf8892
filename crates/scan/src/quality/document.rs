//! Where the document lies in the picture.
//!
//! What runs along the picture's border is taken for the ground it lies on, and grown inwards over what looks alike. What is left
//! must be one nearly convex piece of another colour, with more written on it than around it. Where there is no such piece, the
//! document fills the picture, as in a scan, or cannot be told; then nothing is said about its edges.

use image::RgbImage;

use super::edges::Edges;
use super::geometry::{Point, area, corners, distance, hull};
use crate::facts::Outline;

type Colour = [f32; 3];

/// The document is this part of the picture at least: a card scanned on a whole sheet is 0.07.
const LEAST_AREA: f32 = 0.05;
/// It fills this part of its convex hull at least.
const SOLID: f32 = 0.9;
/// It fills this part of the figure of its four corners at least; a disc would fill 0.79, were its corners on its edge.
const SQUARE: f32 = 0.82;
/// It is this part of all that is not ground at least: if the rest is text, the "ground" is the paper itself.
const ALONE: f32 = 0.8;
/// Its paper is so far from the ground in colour at least.
const APART: f32 = 14.0;

/// Within this distance a colour is the ground's own.
const STRICT: f32 = 18.0;

/// A document, and which pixels of the coarse copy are its own.
pub(super) struct Found {
    pub outline: Outline,
    pub mask: Vec<bool>,
    /// `None` where it has not four straight ones.
    pub edges: Option<Edges>,
}

/// Looks for the document on the coarse copy.
pub(super) fn find(coarse: &RgbImage) -> Option<Found> {
    let (width, height) = (coarse.width() as usize, coarse.height() as usize);
    if width < 16 || height < 16 {
        return None;
    }
    let pixels: Vec<Colour> = coarse.pixels().map(|pixel| pixel.0.map(f32::from)).collect();
    let scene = Scene { width, height, pixels };
    let grounds = scene.grounds();
    // Pale paper on white needs a strict division, a desk with a grain a generous one.
    let pieces = [None, Some(STRICT)].into_iter().flat_map(|most| grounds.iter().map(move |ground| (ground, most)));
    let best = pieces.filter_map(|(ground, most)| scene.piece(ground, most)).max_by(|a, b| a.written.total_cmp(&b.written))?;
    let edges = Edges::of(&best.mask, width);
    let corners = edges.as_ref().map(|edges| edges.corners).or_else(|| corners(&best.hull))?;
    Some(Found { outline: scene.outline(&best, corners), mask: best.mask, edges })
}

/// A part of the picture that may be the document.
struct Piece {
    mask: Vec<bool>,
    hull: Vec<Point>,
    /// How much is written on it: the mean difference between neighbours.
    written: f32,
}

struct Scene {
    width: usize,
    height: usize,
    pixels: Vec<Colour>,
}

impl Scene {
    fn colour(&self, place: usize) -> Colour {
        self.pixels.get(place).copied().unwrap_or_default()
    }

    fn border(&self) -> Vec<usize> {
        let (width, height) = (self.width, self.height);
        let rows = (0..width).flat_map(|x| [x, width + x, (height - 1) * width + x, (height - 2) * width + x]);
        let columns = (2..height - 2).flat_map(|y| [y * width, y * width + 1, (y + 1) * width - 1, (y + 1) * width - 2]);
        rows.chain(columns).collect()
    }

    /// What the ground may be: the colours along the border, of which there may be two when the document runs into it.
    fn grounds(&self) -> Vec<Vec<Colour>> {
        let border: Vec<Colour> = self.border().into_iter().map(|place| self.colour(place)).collect();
        let middle = mean(border.iter());
        let farthest = |from: Colour| border.iter().copied().max_by(|a, b| apart(*a, from).total_cmp(&apart(*b, from)));
        let Some(mut one) = farthest(middle) else { return Vec::new() };
        let Some(mut two) = farthest(one) else { return Vec::new() };
        let mut share = 0.0;
        for _ in 0..8 {
            let (ones, twos): (Vec<Colour>, Vec<Colour>) = border.iter().partition(|c| apart(**c, one) < apart(**c, two));
            share = ones.len().min(twos.len()) as f32 / border.len() as f32;
            (one, two) = (mean(ones.iter()), mean(twos.iter()));
            if share == 0.0 {
                break;
            }
        }
        if share < 0.02 || apart(one, two) < 24.0 {
            return vec![vec![median(border)]];
        }
        vec![vec![one], vec![two], vec![one, two]]
    }

    /// The largest piece that is not this ground, if it can be a document.
    fn piece(&self, ground: &[Colour], most: Option<f32>) -> Option<Piece> {
        let from_ground = |c: &Colour| ground.iter().map(|g| apart(*c, *g)).fold(f32::MAX, f32::min);
        let far: Vec<f32> = self.pixels.iter().map(from_ground).collect();
        let reached = self.flood(&far, most.unwrap_or_else(|| divide(&far).clamp(STRICT, 60.0)));
        let left = reached.iter().filter(|reached| !**reached).count();
        let all = (self.width * self.height) as f32;
        if left as f32 > 0.985 * all {
            return None;
        }
        let mask = self.largest(&reached);
        let size = mask.iter().filter(|own| **own).count() as f32;
        if size < LEAST_AREA * all || size < ALONE * left as f32 {
            return None;
        }
        let hull = hull(self.rim(&mask));
        let own = |wanted: bool| self.pixels.iter().zip(&mask).filter(move |(_, own)| **own == wanted).map(|(c, _)| *c);
        if size < SOLID * area(&hull) || from_ground(&median(own(true).collect())) < APART {
            return None;
        }
        let square = area(&corners(&hull)?);
        let (written, around) = (self.written(&mask, true), self.written(&mask, false));
        (size >= SQUARE * square && written > 1.2 * around).then_some(Piece { mask, hull, written })
    }

    /// Everything that is reached from the border over ground: pixels that look alike, or that change only slowly.
    fn flood(&self, far: &[f32], most: f32) -> Vec<bool> {
        let mut reached = vec![false; far.len()];
        let mut open: Vec<usize> = Vec::new();
        let is_near = |place: usize| far.get(place).is_some_and(|far| *far <= most);
        for place in self.border().into_iter().filter(|place| is_near(*place)) {
            if let Some(reached) = reached.get_mut(place) {
                *reached = true;
            }
            open.push(place);
        }
        while let Some(place) = open.pop() {
            for next in self.neighbours(place) {
                let alike = is_near(next)
                    && (far.get(next).is_some_and(|far| *far <= most / 2.0)
                        || apart(self.colour(place), self.colour(next)) <= 12.0);
                if let Some(reached) = reached.get_mut(next).filter(|reached| alike && !**reached) {
                    *reached = true;
                    open.push(next);
                }
            }
        }
        reached
    }

    fn neighbours(&self, place: usize) -> impl Iterator<Item = usize> + use<> {
        let (x, width, count) = (place % self.width, self.width, self.pixels.len());
        let left = (x > 0).then(|| place - 1);
        let right = (x + 1 < width).then_some(place + 1);
        let up = place.checked_sub(width);
        let down = Some(place + width).filter(|place| *place < count);
        [left, right, up, down].into_iter().flatten()
    }

    /// The largest connected part of what was not reached.
    fn largest(&self, reached: &[bool]) -> Vec<bool> {
        let mut seen = reached.to_vec();
        let mut best: Vec<usize> = Vec::new();
        for start in 0..seen.len() {
            let mut part: Vec<usize> = Vec::new();
            let mut open = vec![start];
            while let Some(place) = open.pop() {
                match seen.get_mut(place) {
                    Some(seen) if !*seen => *seen = true,
                    _ => continue,
                }
                part.push(place);
                open.extend(self.neighbours(place));
            }
            if part.len() > best.len() {
                best = part;
            }
        }
        let mut mask = vec![false; reached.len()];
        for place in best {
            if let Some(own) = mask.get_mut(place) {
                *own = true;
            }
        }
        mask
    }

    /// The outermost corners of the pixels of a mask.
    fn rim(&self, mask: &[bool]) -> Vec<Point> {
        let mut points = Vec::new();
        for (y, row) in mask.chunks(self.width).enumerate() {
            let first = row.iter().position(|own| *own);
            let last = row.iter().rposition(|own| *own);
            if let (Some(first), Some(last)) = (first, last) {
                let (top, bottom) = (y as f32, y as f32 + 1.0);
                let (left, right) = (first as f32, last as f32 + 1.0);
                points.extend([(left, top), (left, bottom), (right, top), (right, bottom)]);
            }
        }
        points
    }

    /// The mean difference between neighbours that both belong to the mask, or both do not.
    fn written(&self, mask: &[bool], wanted: bool) -> f32 {
        let (mut sum, mut count) = (0.0, 1.0f32);
        let is_own = |place: usize| mask.get(place) == Some(&wanted);
        for place in (0..mask.len()).filter(|place| is_own(*place) && is_own(place + 1) && (place + 1) % self.width != 0) {
            sum += apart(self.colour(place), self.colour(place + 1)).min(80.0);
            count += 1.0;
        }
        sum / count
    }

    fn outline(&self, piece: &Piece, [a, b, c, d]: [Point; 4]) -> Outline {
        let (width, height) = (self.width as f32, self.height as f32);
        let (top, right, bottom, left) = (distance(a, b), distance(b, c), distance(d, c), distance(a, d));
        let ratio = |one: f32, two: f32| one.max(two) / one.min(two).max(1.0);
        let lean = |from: Point, to: Point| (to.1 - from.1).atan2(to.0 - from.0).to_degrees();
        let most = |of: fn(&Point) -> f32| piece.hull.iter().map(of).fold(0.0, f32::max);
        let least = |of: fn(&Point) -> f32| piece.hull.iter().map(of).fold(f32::MAX, f32::min);
        let own =
            |places: &mut dyn Iterator<Item = usize>| places.filter(|place| piece.mask.get(*place) == Some(&true)).count() as f32;
        let (wide, high) = (self.width, self.height);
        Outline {
            corners: [a, b, c, d].map(|point| (point.0 / width, point.1 / height)),
            margins: [least(|p| p.1) / height, 1.0 - most(|p| p.0) / width, 1.0 - most(|p| p.1) / height, least(|p| p.0) / width],
            cut: [
                own(&mut (0..wide)) / width,
                own(&mut (0..high).map(|y| (y + 1) * wide - 1)) / height,
                own(&mut (0..wide).map(|x| (high - 1) * wide + x)) / width,
                own(&mut (0..high).map(|y| y * wide)) / height,
            ],
            proportion: (top + bottom) / (left + right).max(1.0),
            angle: (lean(a, b) + lean(d, c)) / 2.0,
            taper: ratio(top, bottom).max(ratio(left, right)),
            area: area(&piece.hull) / (width * height),
        }
    }
}

/// How far two colours are apart.
fn apart(one: Colour, other: Colour) -> f32 {
    one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f32>().sqrt()
}

fn mean<'a>(colours: impl Iterator<Item = &'a Colour>) -> Colour {
    let (sum, count) = colours.fold(([0.0; 3], 0.0f32), |([r, g, b], count), c| ([r + c[0], g + c[1], b + c[2]], count + 1.0));
    sum.map(|sum| sum / count.max(1.0))
}

/// Channel by channel.
fn median(colours: Vec<Colour>) -> Colour {
    let channel = |of: usize| {
        let counts = super::counts(colours.iter().map(|c| c.get(of).copied().unwrap_or_default() as u8));
        f32::from(super::level(&counts, 0.5))
    };
    [channel(0), channel(1), channel(2)]
}

/// The distance that divides near from far best (Otsu's method).
fn divide(far: &[f32]) -> f32 {
    let counts = super::counts(far.iter().map(|far| far.min(255.0) as u8));
    let all: f32 = far.len() as f32;
    let total: f32 = (0..=255u8).zip(counts).map(|(level, count)| f32::from(level) * count as f32).sum();
    let (mut below, mut sum, mut best, mut at) = (0.0f32, 0.0f32, -1.0f32, 0u8);
    for (level, count) in (0..=255u8).zip(counts) {
        below += count as f32;
        sum += f32::from(level) * count as f32;
        let above = all - below;
        if below > 0.0 && above > 0.0 {
            let between = below * above * (sum / below - (total - sum) / above).powi(2);
            if between > best {
                (best, at) = (between, level);
            }
        }
    }
    f32::from(at)
}
