//! Draws documents that look like cards, licences and letters from a few steps away, and lays them on a desk or a scanner.
//!
//! Nothing here can be read: characters are made of random strokes, as dense as Chinese ones. The same arguments give the
//! same picture every time.

use image::{Rgb, RgbImage};

pub type Colour = [u8; 3];

const INK: Colour = [38, 38, 42];
/// Width and height of a card, in dots.
const CARD: (u32, u32) = (1712, 1080);
const RED: Colour = [196, 40, 38];

/// The documents of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The side of an identity card with the portrait.
    Portrait,
    /// The side with the emblem.
    Emblem,
    /// A business licence, A3 across.
    Licence,
    /// A letter with a seal, A4 upright.
    Letter,
}

/// Numbers that look random and are not (xorshift).
pub struct Dice(u32);

impl Dice {
    pub fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995 | 1)
    }

    pub fn roll(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 >> 3) % sides.max(1)
    }

    /// Roughly normal, with a standard deviation of one.
    pub fn noise(&mut self) -> f32 {
        (0..4).map(|_| self.roll(1000) as f32 / 1000.0 - 0.5).sum::<f32>() * 1.73
    }
}

/// Draws a document flat, 20 dots a millimetre for cards and 8 for sheets. `seed` tells one person's from another's.
pub fn document(paper: Paper, seed: u32) -> RgbImage {
    let dice = Dice::new(seed + 17);
    match paper {
        Paper::Portrait => portrait(dice),
        Paper::Emblem => emblem(dice),
        Paper::Licence => licence(dice),
        Paper::Letter => letter(dice),
    }
}

struct Sheet(RgbImage);

impl Sheet {
    fn dot(&mut self, x: i32, y: i32, colour: Colour) {
        if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
            && let Some(pixel) = self.0.get_pixel_mut_checked(x, y)
        {
            *pixel = Rgb(colour);
        }
    }

    fn rect(&mut self, x: i32, y: i32, wide: i32, high: i32, colour: Colour) {
        for row in y..y + high {
            for column in x..x + wide {
                self.dot(column, row, colour);
            }
        }
    }

    fn ellipse(&mut self, (x, y): (i32, i32), (wide, high): (i32, i32), colour: Colour) {
        for dy in -high..=high {
            for dx in -wide..=wide {
                if (dx * dx) as f32 / (wide * wide) as f32 + (dy * dy) as f32 / (high * high) as f32 <= 1.0 {
                    self.dot(x + dx, y + dy, colour);
                }
            }
        }
    }

    /// Fine wavy lines, as security print has them.
    fn waves(&mut self, colour: Colour, step: i32) {
        let (wide, high) = (self.0.width() as i32, self.0.height() as i32);
        for line in 0..high / step + 8 {
            for x in 0..wide {
                let wave = 14.0 * (x as f32 / 53.0 + line as f32 / 3.0).sin() + 9.0 * (x as f32 / 171.0).sin();
                let y = line * step + wave as i32 - 20;
                self.dot(x, y, colour);
                self.dot(x, y + 1, colour);
            }
        }
    }

    /// A character of random strokes in a square of `size` dots.
    fn character(&mut self, x: i32, y: i32, size: i32, colour: Colour, dice: &mut Dice) {
        let thick = (size / 11).max(2);
        for _ in 0..2 + dice.roll(3) {
            let at = dice.roll(10) as i32 * (size - thick) / 10;
            let from = dice.roll(3) as i32 * size / 8;
            self.rect(x + from, y + at, size - from - dice.roll(3) as i32 * size / 10, thick, colour);
        }
        for _ in 0..1 + dice.roll(3) {
            let at = dice.roll(10) as i32 * (size - thick) / 10;
            let from = dice.roll(3) as i32 * size / 6;
            self.rect(x + at, y + from, thick, size - from - dice.roll(3) as i32 * size / 8, colour);
        }
        if dice.roll(2) == 0 {
            let falls = if dice.roll(2) == 0 { 1 } else { -1 };
            for step in 0..size / 2 {
                self.rect(x + size / 2 + falls * step * 4 / 5, y + size / 2 + step * 9 / 10 - thick, thick, thick, colour);
            }
        }
    }

    fn line(&mut self, x: i32, y: i32, size: i32, count: u32, colour: Colour, dice: &mut Dice) {
        for place in 0..count as i32 {
            self.character(x + place * size * 23 / 20, y, size, colour, dice);
        }
    }

    /// A round seal: a ring, a star, characters along the lower edge.
    fn seal(&mut self, x: i32, y: i32, radius: i32, dice: &mut Dice) {
        for degree in 0..1440 {
            let (sin, cos) = (degree as f32 / 4.0).to_radians().sin_cos();
            for ring in 0..radius / 14 {
                let reach = (radius - ring) as f32;
                self.dot(x + (reach * cos) as i32, y + (reach * sin) as i32, RED);
            }
        }
        self.ellipse((x, y), (radius / 4, radius / 4), RED);
        self.line(x - radius * 3 / 5, y + radius / 2, radius / 5, 5, RED, dice);
        self.line(x - radius * 3 / 5, y - radius * 7 / 10, radius / 5, 5, RED, dice);
    }
}

fn card() -> Sheet {
    let mut card = Sheet(RgbImage::from_pixel(CARD.0, CARD.1, Rgb([226, 233, 236])));
    card.waves([204, 220, 230], 13);
    card.waves([232, 214, 220], 29);
    card
}

fn portrait(mut dice: Dice) -> RgbImage {
    let mut card = card();
    let labels = [96, 138, 176];
    for (row, count) in [3, 2, 8, 11, 11].into_iter().enumerate() {
        let y = 110 + row as i32 * 118;
        card.line(100, y, 44, 2, labels, &mut dice);
        card.line(250, y - 4, if row == 0 { 60 } else { 52 }, count, INK, &mut dice);
    }
    card.line(100, 900, 48, 4, labels, &mut dice);
    card.line(520, 886, 62, 14, INK, &mut dice);
    // The portrait: light ground, shoulders, face, hair.
    let face = [196 + dice.roll(30) as u8, 160 + dice.roll(24) as u8, 138 + dice.roll(20) as u8];
    let coat = [40 + dice.roll(90) as u8, 44 + dice.roll(80) as u8, 60 + dice.roll(90) as u8];
    let (lean, broad) = (dice.roll(40) as i32 - 20, dice.roll(30) as i32);
    card.rect(1130, 150, 460, 590, [238, 241, 243]);
    for y in 150..740 {
        for x in 1130..1590 {
            let (dx, dy) = (x - 1360 - lean, y - 740);
            if (dx * dx) as f32 / 40000.0 + (dy * dy) as f32 / (36000.0 + 200.0 * broad as f32) < 1.0 {
                card.dot(x, y, coat);
            }
        }
    }
    card.ellipse((1360 + lean, 380), (116 + broad / 2, 170), [34, 30, 30]);
    card.ellipse((1360 + lean, 420), (100 + broad / 2, 138), face);
    for eye in [-44, 44] {
        card.ellipse((1360 + lean + eye, 400), (15, 8), [30, 26, 26]);
    }
    card.rect(1335 + lean, 490, 52, 12, [150, 84, 80]);
    card.0
}

fn emblem(mut dice: Dice) -> RgbImage {
    let mut card = card();
    let y = 240;
    card.ellipse((270, y), (150, 160), RED);
    card.ellipse((270, y - 10), (96, 100), [214, 96, 70]);
    card.rect(170, y + 70, 200, 50, RED);
    // The words are the same on every card.
    let mut words = Dice::new(1);
    card.line(560, 150, 92, 8, INK, &mut words);
    card.line(470, 320, 150, 5, INK, &mut words);
    card.line(480, 760, 46, 4, [70, 70, 78], &mut words);
    card.line(480, 880, 46, 4, [70, 70, 78], &mut words);
    card.line(760, 756, 54, 8, INK, &mut dice);
    card.line(760, 876, 54, 12, INK, &mut dice);
    for x in 0..1712 {
        let high = 30 + ((x as f32 / 90.0).sin() * 24.0) as i32 + ((x as f32 / 37.0).sin() * 9.0) as i32;
        card.rect(x, 640 - high, 1, 6, [120, 160, 150]);
    }
    card.0
}

fn licence(mut dice: Dice) -> RgbImage {
    let mut sheet = Sheet(RgbImage::from_pixel(3360, 2376, Rgb([249, 244, 226])));
    sheet.waves([240, 226, 190], 40);
    for (inset, thick, colour) in [(90, 44, [190, 150, 80]), (160, 10, [190, 150, 80])] {
        sheet.rect(inset, inset, 3360 - 2 * inset, thick, colour);
        sheet.rect(inset, 2376 - inset - thick, 3360 - 2 * inset, thick, colour);
        sheet.rect(inset, inset, thick, 2376 - 2 * inset, colour);
        sheet.rect(3360 - inset - thick, inset, thick, 2376 - 2 * inset, colour);
    }
    sheet.ellipse((1680, 400), (150, 160), RED);
    sheet.ellipse((1680, 390), (90, 96), [222, 170, 60]);
    sheet.line(1180, 640, 170, 5, INK, &mut Dice::new(2));
    sheet.line(300, 900, 60, 18, INK, &mut dice);
    for row in 0..8 {
        let y = 1060 + row * 120;
        sheet.line(300, y, 56, 4, [90, 80, 70], &mut dice);
        sheet.line(640, y, 52, 9 + dice.roll(12), INK, &mut dice);
        if row < 5 {
            sheet.line(2080, y, 56, 4, [90, 80, 70], &mut dice);
            sheet.line(2400, y, 52, 5 + dice.roll(8), INK, &mut dice);
        }
    }
    sheet.rect(2700, 360, 340, 340, [252, 250, 240]);
    for module in 0..625 {
        if dice.roll(2) == 0 {
            sheet.rect(2708 + module % 25 * 13, 368 + module / 25 * 13, 13, 13, INK);
        }
    }
    sheet.seal(2620, 1950, 190, &mut dice);
    sheet.0
}

fn letter(mut dice: Dice) -> RgbImage {
    let mut sheet = Sheet(RgbImage::from_pixel(1680, 2376, Rgb([246, 245, 241])));
    sheet.line(560, 260, 76, 6, INK, &mut dice);
    for row in 0..19 {
        let count = if row % 5 == 4 { 8 + dice.roll(20) } else { 33 };
        sheet.line(220, 460 + row * 66, 34, count, INK, &mut dice);
    }
    sheet.line(880, 1800, 36, 12, INK, &mut dice);
    sheet.line(880, 1880, 36, 10, INK, &mut dice);
    // A signature: pen strokes in blue.
    for step in 0..360 {
        let (x, y) = (900 + step, 2000 + ((step as f32 / 17.0).sin() * 40.0 + (step as f32 / 5.0).sin() * 12.0) as i32);
        sheet.rect(x, y, 5, 6, [40, 52, 120]);
    }
    sheet.seal(1200, 1880, 165, &mut dice);
    sheet.0
}

/// Where and how a document lies in the picture.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Width and height of the picture.
    pub size: (u32, u32),
    /// Where the document's corners come to lie, as parts of the picture: top left, top right, bottom right, bottom left.
    pub corners: [(f32, f32); 4],
    /// What it lies on.
    pub ground: Ground,
    /// The radius of its corners, as a part of its width: cards have round ones (3.18 mm, ISO/IEC 7810).
    pub round: f32,
}

/// What lies around a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A desk of this colour, with grain, under a lamp.
    Desk(Colour),
    /// The lid of a scanner: even white, no shadows.
    Scanner,
}

impl View {
    /// The document upright in the middle, `share` of the picture's width or height, whichever is reached first.
    pub fn centred(paper: &RgbImage, size: (u32, u32), share: f32, ground: Ground) -> Self {
        let (wide, high) = (size.0 as f32, size.1 as f32);
        let scale = (share * wide / paper.width() as f32).min(share * high / paper.height() as f32);
        let (x, y) = (scale * paper.width() as f32 / wide / 2.0, scale * paper.height() as f32 / high / 2.0);
        let corners = [(0.5 - x, 0.5 - y), (0.5 + x, 0.5 - y), (0.5 + x, 0.5 + y), (0.5 - x, 0.5 + y)];
        let round = if paper.dimensions() == CARD { 3.18 / 85.6 } else { 0.0 };
        Self { size, corners, ground, round }
    }

    /// Moved by parts of the picture.
    #[must_use]
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        self.corners = self.corners.map(|corner| (corner.0 + x, corner.1 + y));
        self
    }

    /// Turned around the middle, clockwise.
    #[must_use]
    pub fn turned(mut self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (wide, high) = (self.size.0 as f32, self.size.1 as f32);
        self.corners = self.corners.map(|(x, y)| {
            let (x, y) = ((x - 0.5) * wide, (y - 0.5) * high);
            (0.5 + (x * cos - y * sin) / wide, 0.5 + (x * sin + y * cos) / high)
        });
        self
    }

    /// Seen from below: the upper edge is shorter by this part.
    #[must_use]
    pub fn tilted(mut self, part: f32) -> Self {
        let [a, b, c, d] = self.corners;
        let shift = (b.0 - a.0) * part / 2.0;
        self.corners = [(a.0 + shift, a.1), (b.0 - shift, b.1), c, d];
        self
    }

    /// Stretched in width.
    #[must_use]
    pub fn stretched(mut self, by: f32) -> Self {
        self.corners = self.corners.map(|(x, y)| (0.5 + (x - 0.5) * by, y));
        self
    }

    /// Takes the picture: the document as a camera sees it, with a little noise.
    pub fn shoot(&self, paper: &RgbImage, seed: u32) -> RgbImage {
        let mut dice = Dice::new(seed);
        let back = Homography::to_square(self.corners);
        let (wide, high) = (self.size.0 as f32, self.size.1 as f32);
        // Several looks a dot, as many as the document is finer than the picture.
        let across = (self.corners[1].0 - self.corners[0].0).abs().max((self.corners[3].0 - self.corners[0].0).abs());
        let looks = ((paper.width().min(paper.height()) as f32 / (across * wide)).ceil() as u32).clamp(1, 3);
        RgbImage::from_fn(self.size.0, self.size.1, |x, y| {
            let mut sum = [0f32; 3];
            for look in 0..looks * looks {
                let part = |n: u32| (n as f32 + 0.5) / looks as f32;
                let (px, py) = ((x as f32 + part(look % looks)) / wide, (y as f32 + part(look / looks)) / high);
                let (u, v) = back.apply(px, py);
                let seen = if self.is_off_round(paper, u, v) { None } else { sample(paper, u, v) };
                let colour = seen.unwrap_or_else(|| self.ground(px, py));
                for (sum, level) in sum.iter_mut().zip(colour) {
                    *sum += level / (looks * looks) as f32;
                }
            }
            let (light, grain) = match self.ground {
                Ground::Desk(_) => (0.80 + 0.12 * (x as f32 / wide) + 0.06 * (y as f32 / high), 2.0),
                Ground::Scanner => (1.0, 1.0),
            };
            Rgb(sum.map(|level| (level * light + grain * dice.noise()).clamp(0.0, 255.0) as u8))
        })
    }

    /// Whether a place of the document lies outside its round corners.
    fn is_off_round(&self, paper: &RgbImage, u: f32, v: f32) -> bool {
        let high = paper.height() as f32 / paper.width() as f32;
        let x = (self.round - u.min(1.0 - u)).max(0.0);
        let y = (self.round - v.min(1.0 - v) * high).max(0.0);
        x.hypot(y) > self.round
    }

    fn ground(&self, x: f32, y: f32) -> [f32; 3] {
        match self.ground {
            Ground::Scanner => [254.0; 3],
            Ground::Desk(colour) => {
                let grain = 7.0 * (y * 240.0 + 3.0 * (x * 11.0).sin()).sin() + 4.0 * (y * 87.0 + x * 5.0).sin();
                colour.map(|level| f32::from(level) + grain)
            }
        }
    }
}

/// The colour of a document at a place, both from 0 to 1; between dots, their mixture.
fn sample(paper: &RgbImage, u: f32, v: f32) -> Option<[f32; 3]> {
    if !(0.0..1.0).contains(&u) || !(0.0..1.0).contains(&v) {
        return None;
    }
    let (x, y) = (u * paper.width() as f32 - 0.5, v * paper.height() as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let at = |dx: f32, dy: f32| {
        let x = ((left + dx).max(0.0) as u32).min(paper.width() - 1);
        let y = ((top + dy).max(0.0) as u32).min(paper.height() - 1);
        paper.get_pixel(x, y).0.map(f32::from)
    };
    let mix = |a: [f32; 3], b: [f32; 3], part: f32| [0, 1, 2].map(|n| a[n] * (1.0 - part) + b[n] * part);
    let upper = mix(at(0.0, 0.0), at(1.0, 0.0), x - left);
    let lower = mix(at(0.0, 1.0), at(1.0, 1.0), x - left);
    Some(mix(upper, lower, y - top))
}

/// A view of a plane from a point (Heckbert 1989).
struct Homography([f32; 9]);

impl Homography {
    /// Takes these corners to those of the unit square.
    fn to_square([a, b, c, d]: [(f32, f32); 4]) -> Self {
        let (sx, sy) = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
        let (dx1, dy1, dx2, dy2) = (b.0 - c.0, b.1 - c.1, d.0 - c.0, d.1 - c.1);
        let det = dx1 * dy2 - dx2 * dy1;
        let (g, h) = ((sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det);
        let from_square =
            [b.0 - a.0 + g * b.0, d.0 - a.0 + h * d.0, a.0, b.1 - a.1 + g * b.1, d.1 - a.1 + h * d.1, a.1, g, h, 1.0];
        let [m0, m1, m2, m3, m4, m5, m6, m7, m8] = from_square;
        Self([
            m4 * m8 - m5 * m7,
            m2 * m7 - m1 * m8,
            m1 * m5 - m2 * m4,
            m5 * m6 - m3 * m8,
            m0 * m8 - m2 * m6,
            m2 * m3 - m0 * m5,
            m3 * m7 - m4 * m6,
            m1 * m6 - m0 * m7,
            m0 * m4 - m1 * m3,
        ])
    }

    fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        let m = &self.0;
        let depth = m[6] * x + m[7] * y + m[8];
        ((m[0] * x + m[1] * y + m[2]) / depth, (m[3] * x + m[4] * y + m[5]) / depth)
    }
}
