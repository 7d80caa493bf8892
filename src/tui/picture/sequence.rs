//! Pictures as the terminal's own protocols take them. Each sequence draws from where the cursor stands.

use std::fmt::Write;
use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use icy_sixel::{EncodeOptions, SixelImage};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::{Graphics, Protocol};
use crate::scan::Pixels;

/// The first of the two numbers under which kitty keeps our pictures: a new one is there before the old one goes. Any number will
/// do that no other program is likely to use.
const FIRST_ID: u32 = 0x6265_6961;
/// The most base64 characters kitty takes at once.
const CHUNK: usize = 4096;

/// The two numbers of our pictures.
pub const IDS: [u32; 2] = [FIRST_ID, FIRST_ID + 1];

/// The sequence that draws the picture over so many cells (columns, rows), each of its pixels `coarse` by `coarse` of the
/// terminal's; `turn` chooses one of the [`IDS`]. `None` where the protocol has no sequences, or the picture cannot be written in it.
#[must_use]
pub fn encode(graphics: Graphics, pixels: &Pixels, cells: (u16, u16), coarse: u32, turn: u64) -> Option<Vec<u8>> {
    match graphics.protocol {
        Protocol::None | Protocol::Blocks => None,
        Protocol::Kitty => kitty(pixels, (coarse > 1).then_some(cells), id_of(turn)),
        Protocol::Iterm2 => iterm2(pixels, cells),
        Protocol::Sixel => sixel(pixels, coarse),
    }
}

/// The number of a picture.
#[must_use]
pub const fn id_of(turn: u64) -> u32 {
    IDS[(turn % 2) as usize]
}

/// What takes a picture off the terminal, from its memory too. Other protocols' pictures go when text is written over them.
#[must_use]
pub fn delete(protocol: Protocol, id: u32) -> String {
    if protocol == Protocol::Kitty { format!("\u{1b}_Ga=d,d=I,i={id},q=2\u{1b}\\") } else { String::new() }
}

/// Transmitted and shown at once (`a=T`), compressed (`o=z`), without moving the cursor (`C=1`) and without an answer (`q=2`): an
/// answer would look like typing. Stretched over `cells` only where its pixels are not the terminal's: else it keeps its proportions.
fn kitty(pixels: &Pixels, cells: Option<(u16, u16)>, id: u32) -> Option<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    std::io::Write::write_all(&mut packer, &pixels.rgb).ok()?;
    let data = STANDARD.encode(packer.finish().ok()?);
    let mut out = String::with_capacity(data.len() + data.len() / 64 + 128);
    let mut rest = data.as_str();
    let (width, height) = (pixels.width, pixels.height);
    let stretched = cells.map(|(columns, rows)| format!("c={columns},r={rows},")).unwrap_or_default();
    let mut keys = format!("a=T,i={id},f=24,o=z,s={width},v={height},{stretched}C=1,");
    loop {
        let (chunk, after) = rest.split_at(rest.len().min(CHUNK));
        let more = u8::from(!after.is_empty());
        write!(out, "\u{1b}_G{keys}q=2,m={more};{chunk}\u{1b}\\").ok()?;
        keys.clear();
        rest = after;
        if more == 0 {
            return Some(out.into_bytes());
        }
    }
}

fn iterm2(pixels: &Pixels, (columns, rows): (u16, u16)) -> Option<Vec<u8>> {
    let mut png = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive)
        .write_image(&pixels.rgb, pixels.width, pixels.height, ExtendedColorType::Rgb8)
        .ok()?;
    let png = png.into_inner();
    let size = png.len();
    let head =
        format!("\u{1b}]1337;File=inline=1;size={size};width={columns};height={rows};preserveAspectRatio=1;doNotMoveCursor=1:");
    Some([head.as_bytes(), STANDARD.encode(png).as_bytes(), b"\x07"].concat())
}

/// Sixels have the terminal's pixels: a coarse picture's are repeated.
fn sixel(pixels: &Pixels, coarse: u32) -> Option<Vec<u8>> {
    let (width, height) = (pixels.width * coarse, pixels.height * coarse);
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for x in 0..width {
            let [red, green, blue] = pixels.at(x / coarse, y / coarse)?;
            rgba.extend([red, green, blue, 255]);
        }
    }
    let image = SixelImage::try_from_rgba(rgba, width as usize, height as usize).ok()?;
    image.encode_with(&EncodeOptions::default()).ok().map(String::into_bytes)
}

#[cfg(test)]
#[path = "sequence_tests.rs"]
mod tests;
