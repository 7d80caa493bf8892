//! How sharp the writing is, and how far it leans.
//!
//! The measure is the width of edges, not the strength of details: it does not ask how much is written, in what size or how black.
//! Blurring an edge once more flattens it the less the blurrier it was already; from the two slopes follows its blur
//! (σ² = σ₀² / (R² − 1), where R is the slope before by the slope after).

use super::Light;
use crate::facts::Outline;

/// The side of a tile in pixels of the fine copy.
pub(super) const TILE: usize = 64;
/// So many tiles, those with the most written on them, are looked at.
const TILES: usize = 20;
/// The blur that is added.
const ADDED: f32 = 1.5;
/// Edges that rise less than this, in levels a pixel after blurring, are noise or pattern.
const LEAST: f32 = 3.0;
/// Below this many edges nothing can be said.
const ENOUGH: usize = 60;
/// No blur is told from a greater one beyond this.
const MOST: f32 = 8.0;

/// The top left corner of a tile.
pub(super) type Tile = (usize, usize);

/// The tiles of the document (of the picture where there is no outline) on which most is written.
pub(super) fn tiles(light: &Light, outline: Option<&Outline>) -> Vec<Tile> {
    let (width, height) = (light.width as f32, light.height as f32);
    let [top, right, bottom, left] = outline.map_or([0.0; 4], |outline| outline.margins);
    // The document's own edge, and the picture's, are no writing.
    let rim = 0.03;
    let (from_x, to_x) = (((left + rim) * width) as usize, ((1.0 - right - rim) * width) as usize);
    let (from_y, to_y) = (((top + rim) * height) as usize, ((1.0 - bottom - rim) * height) as usize);
    let mut tiles: Vec<(f32, Tile)> = Vec::new();
    for y in (from_y..to_y.saturating_sub(TILE)).step_by(TILE) {
        for x in (from_x..to_x.saturating_sub(TILE)).step_by(TILE) {
            if outline.is_none_or(|outline| is_inside(outline, (x + TILE / 2) as f32 / width, (y + TILE / 2) as f32 / height)) {
                tiles.push((written(light, (x, y)), (x, y)));
            }
        }
    }
    tiles.sort_by(|a, b| b.0.total_cmp(&a.0));
    tiles.into_iter().take(TILES).map(|(_, tile)| tile).collect()
}

/// Whether a place lies well within the corners.
fn is_inside(outline: &Outline, x: f32, y: f32) -> bool {
    let next = outline.corners.iter().cycle().skip(1);
    outline.corners.iter().zip(next).all(|(a, b)| {
        let (along, down) = (b.0 - a.0, b.1 - a.1);
        let length = along.hypot(down).max(1e-6);
        (along * (y - a.1) - down * (x - a.0)) / length > 0.03
    })
}

/// How much is written on a tile: the mean of its slopes, every second pixel.
fn written(light: &Light, (x, y): Tile) -> f32 {
    let mut sum = 0.0;
    for row in (y..y + TILE).step_by(2) {
        for column in (x..x + TILE).step_by(2) {
            let here = light.at(column, row);
            sum += (light.at(column + 2, row) - here).abs() + (light.at(column, row + 2) - here).abs();
        }
    }
    sum
}

/// What the edges say.
pub(super) struct Edges {
    pub blur: Option<f32>,
    pub evenness: f32,
    pub lean: Option<f32>,
}

/// Measures the edges on these tiles.
pub(super) fn edges(light: &Light, tiles: &[Tile]) -> Edges {
    let mut blurs: [Vec<(f32, f32)>; 2] = [Vec::new(), Vec::new()];
    let mut directions = [0f32; DIRECTIONS];
    let mut strengths = [0f32; 2];
    for tile in tiles {
        let patch = Patch::of(light, *tile);
        let softer = patch.softer();
        patch.lean(&softer, &mut directions);
        for (across, found) in [true, false].into_iter().zip(&mut blurs) {
            patch.measure(&softer, across, found);
        }
        for (across, strength) in [true, false].into_iter().zip(&mut strengths) {
            *strength += patch.inside().map(|(x, y)| softer.slope(x, y, across).powi(2)).sum::<f32>();
        }
    }
    // A smaller picture than the fine copy would be has its edges as much narrower.
    let scale = super::FINE as f32 / light.width.max(light.height).max(1) as f32;
    let evenness = strengths[0].min(strengths[1]) / strengths[0].max(strengths[1]).max(1.0);
    let medians: Vec<f32> = blurs.iter_mut().filter(|found| found.len() >= ENOUGH).map(|found| middle(found)).collect();
    Edges {
        blur: medians.into_iter().max_by(f32::total_cmp).map(|blur| blur * scale.max(1.0)),
        evenness,
        lean: peak(&directions),
    }
}

/// The median, weighted by how steep each edge is.
fn middle(found: &mut [(f32, f32)]) -> f32 {
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = found.iter().map(|(_, weight)| weight).sum::<f32>() / 2.0;
    let mut passed = 0.0;
    let at = found.iter().find(|(_, weight)| {
        passed += weight;
        passed >= half
    });
    at.map_or(MOST, |(blur, _)| *blur)
}

/// A tile with a rim around it, in numbers.
struct Patch {
    side: usize,
    cells: Vec<f32>,
}

/// How far the rim reaches: as far as the added blur.
const RIM: usize = 5;

impl Patch {
    fn of(light: &Light, (x, y): Tile) -> Self {
        let side = TILE + 2 * RIM;
        let from = |at: usize, step: usize| (at + step).saturating_sub(RIM);
        let cells = (0..side * side).map(|n| light.at(from(x, n % side), from(y, n / side))).collect();
        Self { side, cells }
    }

    fn at(&self, x: usize, y: usize) -> f32 {
        self.cells.get(y * self.side + x).copied().unwrap_or(0.0)
    }

    /// The same, blurred once more by [`ADDED`].
    fn softer(&self) -> Self {
        let weights: Vec<f32> = (0..=2 * RIM).map(|n| (-(n as f32 - RIM as f32).powi(2) / (2.0 * ADDED * ADDED)).exp()).collect();
        let sum: f32 = weights.iter().sum();
        let pass = |source: &[f32], step: usize| {
            let reach = RIM * step;
            let blurred = |n: usize| {
                let first = n.checked_sub(reach)?;
                let places = weights.iter().enumerate().map(|(k, weight)| Some(weight * source.get(first + k * step)?));
                places.sum::<Option<f32>>().map(|total| total / sum)
            };
            (0..source.len()).map(|n| blurred(n).unwrap_or_else(|| source.get(n).copied().unwrap_or(0.0))).collect::<Vec<f32>>()
        };
        Self { side: self.side, cells: pass(&pass(&self.cells, 1), self.side) }
    }

    /// The slope at a place, across or down.
    fn slope(&self, x: usize, y: usize, across: bool) -> f32 {
        if across { (self.at(x + 1, y) - self.at(x - 1, y)) / 2.0 } else { (self.at(x, y + 1) - self.at(x, y - 1)) / 2.0 }
    }

    /// The blur of every edge that is crossed going across (or down), with its steepness.
    fn measure(&self, softer: &Self, across: bool, found: &mut Vec<(f32, f32)>) {
        let steep: Vec<f32> = self.inside().map(|(x, y)| softer.slope(x, y, across).abs()).collect();
        let least = LEAST.max(0.3 * steep.iter().copied().fold(0.0, f32::max));
        for ((x, y), after) in self.inside().zip(steep) {
            let (before, behind) = if across { ((x - 1, y), (x + 1, y)) } else { ((x, y - 1), (x, y + 1)) };
            let neighbour = |(x, y): (usize, usize)| softer.slope(x, y, across).abs();
            // Only edges that are crossed squarely: a slanting one looks wider than it is.
            if after < least
                || after < neighbour(before)
                || after < neighbour(behind)
                || softer.slope(x, y, !across).abs() > 0.5 * after
            {
                continue;
            }
            let ratio = self.slope(x, y, across).abs() / after;
            let blur = if ratio > 1.01 { ADDED / (ratio * ratio - 1.0).sqrt() } else { MOST };
            found.push((blur.min(MOST), after));
        }
    }

    fn inside(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        (RIM..RIM + TILE).flat_map(|y| (RIM..RIM + TILE).map(move |x| (x, y)))
    }

    /// Counts the directions of slopes, modulo a right angle.
    fn lean(&self, softer: &Self, directions: &mut [f32; DIRECTIONS]) {
        for (x, y) in self.inside().step_by(3) {
            let (across, down) = (softer.slope(x, y, true), softer.slope(x, y, false));
            let steep = across.hypot(down);
            if steep >= 2.0 * LEAST {
                let degrees = down.atan2(across).to_degrees().rem_euclid(90.0);
                let place = (degrees * DIRECTIONS as f32 / 90.0) as usize % DIRECTIONS;
                if let Some(count) = directions.get_mut(place) {
                    *count += steep;
                }
            }
        }
    }
}

/// Directions are counted in steps of half a degree.
const DIRECTIONS: usize = 180;

/// The direction in which most slopes lie, if it stands out.
fn peak(directions: &[f32; DIRECTIONS]) -> Option<f32> {
    let at = |n: usize| directions.get(n % DIRECTIONS).copied().unwrap_or(0.0);
    let smooth = |n: usize| (0..7).map(|k| at(n + DIRECTIONS + k - 3)).sum::<f32>() / 7.0;
    let mean = directions.iter().sum::<f32>() / DIRECTIONS as f32;
    let best = (0..DIRECTIONS).max_by(|a, b| smooth(*a).total_cmp(&smooth(*b)))?;
    let degrees = (best as f32 + 0.5) * 90.0 / DIRECTIONS as f32;
    (mean > 0.0 && smooth(best) > 2.0 * mean).then_some(if degrees > 45.0 { degrees - 90.0 } else { degrees })
}
