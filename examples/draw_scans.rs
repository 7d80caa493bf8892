//! Draws the scans of the example drafts: `cargo run --example draw_scans [FOLDER]`.
//!
//! Shapes and colours only, obviously no documents: every one says so in large letters. They have the sizes that the
//! platform asks of real scans (at least 720 × 1280, a licence 1100 × 1500, 100 KB to 2 MB, in colour), so that the
//! example drafts pass every check. The same program draws the same bytes every time.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

type Colour = [u8; 3];

const INK: Colour = [40, 44, 52];
const GREY: Colour = [150, 156, 166];
const PAPER: Colour = [250, 248, 242];
const DESK: Colour = [112, 92, 74];
const RED: Colour = [204, 48, 44];
const PALE_RED: Colour = [238, 196, 188];

/// Sizes in bytes between which a drawn scan lies: the platform wants 100 KB; all of them go into the program.
const SIZE: std::ops::Range<usize> = 102_400..128_000;

const WARNING: &str = "SAMPLE - NOT A DOCUMENT";

fn main() -> Result<(), Box<dyn Error>> {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example/scans");
    let folder = std::env::args_os().nth(1).map_or_else(default, PathBuf::from);
    fs::create_dir_all(&folder)?;
    for card in CARDS {
        save(&folder, &format!("{}-id-front.jpg", card.file), card_front(card))?;
        save(&folder, &format!("{}-id-back.jpg", card.file), card_back(card))?;
    }
    save(&folder, "business-licence.jpg", licence())?;
    for sheet in SHEETS {
        save(&folder, sheet.file, letter(sheet))?;
    }
    Ok(())
}

/// Lays paper texture over a drawing and saves it as a JPEG of the best quality whose size lies within [`SIZE`].
fn save(folder: &Path, name: &str, mut drawing: Canvas) -> Result<(), Box<dyn Error>> {
    drawing.texture(name);
    let (mut low, mut high, mut best) = (1, 100, Vec::new());
    while low <= high {
        let quality = u8::midpoint(low, high);
        let mut bytes = Vec::new();
        drawing.0.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))?;
        if bytes.len() < SIZE.end {
            best = bytes;
            low = quality + 1;
        } else {
            high = quality - 1;
        }
    }
    if !SIZE.contains(&best.len()) {
        return Err(format!("{name}: no quality gives {SIZE:?} bytes").into());
    }
    Ok(fs::write(folder.join(name), best)?)
}

/// What tells one invented identity card from the other.
struct Card {
    file: &'static str,
    name: &'static str,
    number: &'static str,
    period: &'static str,
    tint: Colour,
}

const CARDS: &[Card] = &[
    Card {
        file: "individual",
        name: "TEST PERSON JIA",
        number: "110105199003079919",
        period: "2023.08.15 - 2043.08.15",
        tint: [222, 236, 240],
    },
    Card {
        file: "responsible",
        name: "TEST PERSON BING",
        number: "51010719920712992X",
        period: "2022.04.01 - 2042.04.01",
        tint: [240, 234, 216],
    },
    Card {
        file: "owner",
        name: "TEST PERSON WU",
        number: "510104198811239961",
        period: "2021.05.20 - 2041.05.20",
        tint: [228, 240, 222],
    },
];

fn card(tint: Colour) -> Canvas {
    let mut canvas = Canvas::new(1400, 920, DESK);
    canvas.rounded(60, 60, 1280, 800, 48, GREY);
    canvas.rounded(64, 64, 1272, 792, 46, tint);
    canvas
}

fn card_front(card_of: &Card) -> Canvas {
    let mut canvas = card(card_of.tint);
    let fields = [("NAME", card_of.name), ("BORN", ""), ("ADDRESS", ""), ("", "")];
    for (row, (label, value)) in (0..).zip(fields) {
        canvas.field(120, 150 + row * 110, label, value, 560);
    }
    canvas.rounded(930, 140, 340, 430, 20, [206, 214, 222]);
    canvas.disc(1100, 290, 80, [226, 200, 178]);
    canvas.rounded(980, 390, 240, 180, 70, [120, 140, 170]);
    canvas.text(1004, 596, 4, "NO PHOTO", GREY);
    canvas.text(120, 650, 6, card_of.number, INK);
    canvas.warning(120, 760);
    canvas
}

fn card_back(card_of: &Card) -> Canvas {
    let mut canvas = card(card_of.tint);
    canvas.seal(300, 330, 150, PALE_RED, RED);
    canvas.text(520, 200, 9, "IDENTITY CARD", INK);
    canvas.text(520, 310, 7, "OF A TEST PERSON", INK);
    canvas.field(520, 440, "FROM", "NO AUTHORITY", 480);
    canvas.text(520, 540, 4, "PERIOD", GREY);
    canvas.text(520, 590, 5, card_of.period, INK);
    canvas.warning(120, 760);
    canvas
}

fn licence() -> Canvas {
    let mut canvas = Canvas::new(1640, 1180, DESK);
    canvas.rounded(50, 50, 1540, 1080, 12, [196, 164, 96]);
    canvas.rounded(66, 66, 1508, 1048, 8, PAPER);
    canvas.frame(84, 84, 1472, 1012, 4, [196, 164, 96]);
    canvas.seal(820, 200, 84, [246, 226, 170], RED);
    canvas.text(520, 310, 10, "TEST LICENCE", INK);
    canvas.field(160, 430, "CODE", "91510107MA0000007C", 560);
    let rows = [("NAME", "CAPITAL"), ("KIND", "SINCE"), ("PERSON", "UNTIL"), ("SCOPE", "PLACE"), ("", "")];
    for (row, (left, right)) in (0..).zip(rows) {
        canvas.field(160, 540 + row * 92, left, "", 500);
        canvas.field(900, 540 + row * 92, right, "", 420);
    }
    canvas.seal(1360, 860, 120, PAPER, RED);
    canvas.warning(160, 1020);
    canvas
}

/// A letter or permit on a sheet of paper.
struct Sheet {
    file: &'static str,
    title: &'static str,
    about: &'static str,
    tint: Colour,
    sealed: bool,
}

const SHEETS: &[Sheet] = &[
    sheet("individual-commitment-letter.jpg", "COMMITMENT", "OF TEST PERSON JIA", [250, 248, 242], false),
    sheet("residence-permit.jpg", "RESIDENCE PERMIT", "OF TEST PERSON JIA", [226, 240, 236], true),
    sheet("company-commitment-letter.jpg", "COMMITMENT", "OF A TEST COMPANY", [250, 248, 242], true),
    sheet("responsible-authorization.jpg", "AUTHORIZATION", "FOR TEST PERSON BING", [248, 246, 238], true),
    sheet("owner-authorization.jpg", "AUTHORIZATION", "FOR TEST PERSON WU", [248, 244, 240], true),
    sheet("prior-approval.jpg", "CULTURE PERMIT", "OF A TEST COMPANY", [252, 240, 214], true),
    sheet("name-change.jpg", "CHANGE OF NAME", "OF A TEST COMPANY", [246, 246, 250], true),
    sheet("statement-rights.jpg", "STATEMENT 1", "WHO OWNS THE TEST MUSIC", [250, 248, 244], true),
    sheet("statement-scope.jpg", "STATEMENT 2", "WHAT THE TEST COMPANY DOES", [246, 250, 246], true),
];

const fn sheet(file: &'static str, title: &'static str, about: &'static str, tint: Colour, sealed: bool) -> Sheet {
    Sheet { file, title, about, tint, sealed }
}

fn letter(sheet: &Sheet) -> Canvas {
    let mut canvas = Canvas::new(1000, 1400, DESK);
    canvas.rounded(30, 30, 940, 1340, 6, sheet.tint);
    canvas.centred(120, 9, sheet.title, INK);
    canvas.centred(220, 5, sheet.about, INK);
    for row in 0..10 {
        let width = if row % 4 == 3 { 420 } else { 760 };
        canvas.rect(120, 340 + row * 62, width, 4, GREY);
    }
    canvas.text(120, 1040, 4, "SIGNED", GREY);
    canvas.scrawl(290, 1080, 240, sheet.file.len() as i32);
    canvas.text(120, 1140, 4, "DATE", GREY);
    canvas.scrawl(290, 1170, 160, sheet.title.len() as i32);
    if sheet.sealed {
        canvas.seal(720, 1080, 130, sheet.tint, RED);
    } else {
        canvas.disc(720, 1090, 46, PALE_RED);
    }
    canvas.warning(110, 1270);
    canvas
}

/// A picture to draw on; what falls outside is left out.
struct Canvas(RgbImage);

impl Canvas {
    fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self(RgbImage::from_pixel(width, height, Rgb(colour)))
    }

    fn dot(&mut self, x: i32, y: i32, colour: Colour) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            return;
        };
        if let Some(pixel) = self.0.get_pixel_mut_checked(x, y) {
            *pixel = Rgb(colour);
        }
    }

    fn rect(&mut self, x: i32, y: i32, width: i32, height: i32, colour: Colour) {
        for row in y..y + height {
            for column in x..x + width {
                self.dot(column, row, colour);
            }
        }
    }

    fn frame(&mut self, x: i32, y: i32, width: i32, height: i32, line: i32, colour: Colour) {
        self.rect(x, y, width, line, colour);
        self.rect(x, y + height - line, width, line, colour);
        self.rect(x, y, line, height, colour);
        self.rect(x + width - line, y, line, height, colour);
    }

    fn disc(&mut self, x: i32, y: i32, radius: i32, colour: Colour) {
        for dy in -radius..=radius {
            for dx in -radius..=radius {
                if dx * dx + dy * dy <= radius * radius {
                    self.dot(x + dx, y + dy, colour);
                }
            }
        }
    }

    fn rounded(&mut self, x: i32, y: i32, width: i32, height: i32, radius: i32, colour: Colour) {
        self.rect(x + radius, y, width - 2 * radius, height, colour);
        self.rect(x, y + radius, width, height - 2 * radius, colour);
        for corner_x in [x + radius, x + width - radius - 1] {
            for corner_y in [y + radius, y + height - radius - 1] {
                self.disc(corner_x, corner_y, radius, colour);
            }
        }
    }

    /// A round seal or emblem that says what it is not.
    fn seal(&mut self, x: i32, y: i32, radius: i32, inside: Colour, colour: Colour) {
        self.disc(x, y, radius, colour);
        self.disc(x, y, radius - 8, inside);
        self.characters(x - 30, y - radius * 3 / 4, 2, colour);
        self.text(x - 17 * radius / 29, y - 7, (radius / 29).max(2), "SAMPLE", colour);
        self.rect(x - radius / 2, y + radius / 2, radius, 6, colour);
    }

    /// A line of handwriting that is none: a zigzag whose steps follow from `seed`.
    fn scrawl(&mut self, x: i32, y: i32, width: i32, seed: i32) {
        for step in 0..width {
            let wave = (step * (7 + seed % 5) / 4) % 60;
            let height = if wave < 30 { wave } else { 60 - wave };
            self.rect(x + step, y - height + (step * seed) % 7, 5, 5, [46, 62, 120]);
        }
    }

    /// A label, its value and the line below them.
    fn field(&mut self, x: i32, y: i32, label: &str, value: &str, width: i32) {
        self.text(x, y, 4, label, GREY);
        self.text(x + 190, y - 4, 5, value, INK);
        self.rect(x + 190, y + 44, width, 3, GREY);
    }

    fn warning(&mut self, x: i32, y: i32) {
        self.characters(x, y - 10, 3, RED);
        self.text(x + 120, y, 4, WARNING, RED);
    }

    fn centred(&mut self, y: i32, scale: i32, text: &str, colour: Colour) {
        let width = text.chars().count() as i32 * 6 * scale;
        self.text((self.0.width() as i32 - width) / 2, y, scale, text, colour);
    }

    /// Capital letters, digits and a few signs, each five dots wide and seven high.
    fn text(&mut self, x: i32, y: i32, scale: i32, text: &str, colour: Colour) {
        for (place, wanted) in (0..).zip(text.chars()) {
            let Some((_, rows)) = FONT.iter().find(|(sign, _)| *sign == wanted) else {
                continue;
            };
            for (row, bits) in (0..).zip(rows) {
                for column in (0..5).filter(|column| bits >> (4 - column) & 1 == 1) {
                    self.rect(x + (place * 6 + column) * scale, y + row * scale, scale, scale, colour);
                }
            }
        }
    }

    /// 样本, "sample".
    fn characters(&mut self, x: i32, y: i32, scale: i32, colour: Colour) {
        for (place, drawing) in (0..).zip([YANG, BEN]) {
            for (row, dots) in (0..).zip(drawing) {
                for (column, _) in (0..).zip(dots.chars()).filter(|(_, dot)| *dot == '#') {
                    self.rect(x + (place * 17 + column) * scale, y + row * scale, scale, scale, colour);
                }
            }
        }
    }

    /// Uneven light and the grain of paper, the same for the same `name`.
    fn texture(&mut self, name: &str) {
        let mut random = name.bytes().fold(0x9e37_79b9_u32, |seed, byte| (seed ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 1;
        for (x, y, pixel) in self.0.enumerate_pixels_mut() {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            let grain = (random % 9) as i32 - 4;
            let light = ((x + 2 * y) / 256) as i32 - 6;
            for channel in &mut pixel.0 {
                *channel = (i32::from(*channel) + grain - light).clamp(0, 255) as u8;
            }
        }
    }
}

const YANG: [&str; 15] = [
    "...#.....#....#.",
    "...#......#..#..",
    "...#......#..#..",
    "######..########",
    "...#.......##...",
    "..##.......##...",
    "..###..#########",
    ".#.##......##...",
    ".#.#.#.....##...",
    "#..#..##########",
    "...#.......##...",
    "...#.......##...",
    "...#.......##...",
    "...#.......##...",
    "...#.......##...",
];

const BEN: [&str; 15] = [
    ".......##.......",
    ".......##.......",
    ".......##.......",
    "################",
    "......####......",
    ".....#.##.#.....",
    ".....#.##.#.....",
    "....#..##..#....",
    "...##..##..##...",
    "..##...##...##..",
    ".##....##....##.",
    "##..########..##",
    ".......##.......",
    ".......##.......",
    ".......##.......",
];

/// Five dots a row, the leftmost in bit 4; seven rows from top to bottom.
const FONT: [(char, [u8; 7]); 39] = [
    ('A', [0x0e, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11]),
    ('B', [0x1e, 0x11, 0x11, 0x1e, 0x11, 0x11, 0x1e]),
    ('C', [0x0f, 0x10, 0x10, 0x10, 0x10, 0x10, 0x0f]),
    ('D', [0x1e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1e]),
    ('E', [0x1f, 0x10, 0x10, 0x1e, 0x10, 0x10, 0x1f]),
    ('F', [0x1f, 0x10, 0x10, 0x1e, 0x10, 0x10, 0x10]),
    ('G', [0x0f, 0x10, 0x10, 0x13, 0x11, 0x11, 0x0f]),
    ('H', [0x11, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11]),
    ('I', [0x0e, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0e]),
    ('J', [0x07, 0x02, 0x02, 0x02, 0x02, 0x12, 0x0c]),
    ('K', [0x11, 0x12, 0x14, 0x18, 0x14, 0x12, 0x11]),
    ('L', [0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1f]),
    ('M', [0x11, 0x1b, 0x15, 0x15, 0x11, 0x11, 0x11]),
    ('N', [0x11, 0x19, 0x15, 0x15, 0x13, 0x11, 0x11]),
    ('O', [0x0e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0e]),
    ('P', [0x1e, 0x11, 0x11, 0x1e, 0x10, 0x10, 0x10]),
    ('Q', [0x0e, 0x11, 0x11, 0x11, 0x15, 0x12, 0x0d]),
    ('R', [0x1e, 0x11, 0x11, 0x1e, 0x14, 0x12, 0x11]),
    ('S', [0x0f, 0x10, 0x10, 0x0e, 0x01, 0x01, 0x1e]),
    ('T', [0x1f, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04]),
    ('U', [0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0e]),
    ('V', [0x11, 0x11, 0x11, 0x11, 0x0a, 0x0a, 0x04]),
    ('W', [0x11, 0x11, 0x11, 0x15, 0x15, 0x1b, 0x11]),
    ('X', [0x11, 0x11, 0x0a, 0x04, 0x0a, 0x11, 0x11]),
    ('Y', [0x11, 0x11, 0x0a, 0x04, 0x04, 0x04, 0x04]),
    ('Z', [0x1f, 0x01, 0x02, 0x04, 0x08, 0x10, 0x1f]),
    ('0', [0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e]),
    ('1', [0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e]),
    ('2', [0x0e, 0x11, 0x01, 0x06, 0x08, 0x10, 0x1f]),
    ('3', [0x1e, 0x01, 0x01, 0x0e, 0x01, 0x01, 0x1e]),
    ('4', [0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02]),
    ('5', [0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e]),
    ('6', [0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e]),
    ('7', [0x1f, 0x01, 0x02, 0x04, 0x04, 0x08, 0x08]),
    ('8', [0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e]),
    ('9', [0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c]),
    ('-', [0x00, 0x00, 0x00, 0x1f, 0x00, 0x00, 0x00]),
    ('.', [0x00, 0x00, 0x00, 0x00, 0x00, 0x0c, 0x0c]),
    (':', [0x00, 0x0c, 0x0c, 0x00, 0x0c, 0x0c, 0x00]),
];
