//! Every sequence is read back as a terminal would read it, and compared with the picture it was made of.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::*;

/// A picture like a document: paper, lines of print, a red seal. No two columns are alike.
fn letter(width: u32, height: u32) -> Pixels {
    let pixel = |x: u32, y: u32| match (x, y) {
        _ if y % 7 == 3 && !x.is_multiple_of(5) => [40, 40, (x % 64) as u8],
        _ if x.abs_diff(width * 3 / 4).pow(2) + y.abs_diff(height / 2).pow(2) < 60 => [200, 30, 30],
        _ => [250, 248, 240],
    };
    let rgb = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
    Pixels { width, height, rgb }
}

fn graphics(protocol: Protocol) -> Graphics {
    Graphics { protocol, ..Graphics::default() }
}

/// Control keys and pixels of a transmission in kitty's protocol.
fn read_kitty(sequence: &[u8]) -> (String, Vec<u8>) {
    let text = std::str::from_utf8(sequence).unwrap();
    let (mut head, mut data, mut more) = (String::new(), String::new(), true);
    for part in text.split_terminator("\u{1b}\\") {
        assert!(more, "a chunk behind the last one");
        let (keys, chunk) = part.strip_prefix("\u{1b}_G").unwrap().split_once(';').unwrap();
        assert!(chunk.len() <= 4096 && (chunk.len() % 4 == 0), "{}", chunk.len());
        assert!(keys.contains("q=2"), "an answer would be typed into a field: {keys}");
        more = keys.ends_with("m=1");
        if head.is_empty() {
            head = keys.to_owned();
        } else {
            assert!(keys == "q=2,m=1" || keys == "q=2,m=0", "{keys}");
        }
        data.push_str(chunk);
    }
    assert!(!more, "the last chunk is missing");
    let mut rgb = Vec::new();
    ZlibDecoder::new(STANDARD.decode(data).unwrap().as_slice()).read_to_end(&mut rgb).unwrap();
    (head, rgb)
}

/// Width, height and pixels of sixels, as a terminal draws them; what nothing is drawn on is `None`.
fn read_sixel(sequence: &[u8]) -> (usize, usize, Vec<Option<[u8; 3]>>) {
    let text = std::str::from_utf8(sequence).unwrap();
    let (_, body) = text.strip_prefix("\u{1b}P").unwrap().split_once('q').unwrap();
    let body = body.strip_suffix("\u{1b}\\").unwrap().as_bytes();
    let mut at = 0;
    let numbers = |at: &mut usize| {
        let start = *at;
        while body.get(*at).is_some_and(|byte| byte.is_ascii_digit() || *byte == b';') {
            *at += 1;
        }
        let digits = std::str::from_utf8(&body[start..*at]).unwrap();
        digits.split(';').map(|number| number.parse().unwrap_or(0)).collect::<Vec<usize>>()
    };
    let (mut width, mut height, mut colour, mut x, mut y) = (0, 0, [0u8; 3], 0, 0);
    let mut palette = std::collections::BTreeMap::new();
    let mut pixels = std::collections::BTreeMap::new();
    while let Some(byte) = body.get(at) {
        at += 1;
        match byte {
            b'"' => {
                let size = numbers(&mut at);
                (width, height) = (size[2], size[3]);
            }
            b'#' => match numbers(&mut at)[..] {
                [register] => colour = palette[&register],
                [register, 2, red, green, blue] => {
                    colour = [red, green, blue].map(|percent| (percent * 255 / 100) as u8);
                    palette.insert(register, colour);
                }
                ref other => panic!("a colour of {other:?}"),
            },
            b'$' => x = 0,
            b'-' => (x, y) = (0, y + 6),
            b'!' | b'?'..=b'~' => {
                let count = if *byte == b'!' { numbers(&mut at)[0] } else { 1 };
                let bits = if *byte == b'!' { body[at] - b'?' } else { byte - b'?' };
                at += usize::from(*byte == b'!');
                for _ in 0..count {
                    for row in (0..6).filter(|row| bits >> row & 1 == 1) {
                        pixels.insert((x, y + row), colour);
                    }
                    x += 1;
                }
            }
            other => panic!("{} in sixels", other.escape_ascii()),
        }
    }
    let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    (width, height, all.map(|place| pixels.get(&place).copied()).collect())
}

#[test]
fn kitty_gets_every_pixel() {
    for (width, height) in [(1, 1), (40, 30), (333, 222)] {
        let picture = letter(width, height);
        let (keys, rgb) = read_kitty(&encode(graphics(Protocol::Kitty), &picture, (4, 3), 1, 7).unwrap());
        assert!(rgb == picture.rgb, "{width}x{height}");
        let id = IDS[1];
        assert!(keys.starts_with(&format!("a=T,i={id},f=24,o=z,s={width},v={height},C=1,q=2,m=")), "{keys}");
    }
    let (keys, _) = read_kitty(&encode(graphics(Protocol::Kitty), &letter(40, 30), (4, 3), 2, 6).unwrap());
    assert!(keys.contains(",c=4,r=3,") && keys.contains(&format!("i={},", IDS[0])), "{keys}");
}

#[test]
fn iterm2_gets_every_pixel() {
    let picture = letter(123, 77);
    let sequence = encode(graphics(Protocol::Iterm2), &picture, (13, 4), 1, 0).unwrap();
    let text = String::from_utf8(sequence).unwrap();
    let (keys, data) =
        text.strip_prefix("\u{1b}]1337;File=").and_then(|text| text.strip_suffix('\u{7}')).unwrap().split_once(':').unwrap();
    let png = STANDARD.decode(data).unwrap();
    let size = png.len();
    assert_eq!(keys, format!("inline=1;size={size};width=13;height=4;preserveAspectRatio=1;doNotMoveCursor=1"));
    let read = image::load_from_memory(&png).unwrap().into_rgb8();
    assert_eq!((read.width(), read.height()), (123, 77));
    assert!(read.into_raw() == picture.rgb);
}

#[test]
fn sixels_have_the_size_and_nearly_the_colours_of_the_picture() {
    let picture = letter(120, 80);
    let (width, height, pixels) = read_sixel(&encode(graphics(Protocol::Sixel), &picture, (12, 4), 1, 0).unwrap());
    assert_eq!((width, height), (120, 80));
    let (mut sum, mut worst) = (0u32, 0);
    for (index, pixel) in pixels.iter().enumerate() {
        let wanted = picture.at(index as u32 % 120, index as u32 / 120).unwrap();
        let pixel = pixel.unwrap_or_else(|| panic!("nothing is drawn at {index}"));
        let off = pixel.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(b))).max().unwrap();
        sum += off;
        worst = worst.max(off);
    }
    let mean = f64::from(sum) / pixels.len() as f64;
    assert!(mean < 4.0 && worst < 64, "{mean} {worst}");
}

#[test]
fn a_coarse_picture_has_its_pixels_repeated_in_sixels() {
    let picture = Pixels { width: 2, height: 2, rgb: vec![255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255] };
    let (width, height, pixels) = read_sixel(&encode(graphics(Protocol::Sixel), &picture, (1, 1), 3, 0).unwrap());
    assert_eq!((width, height), (6, 6));
    for (index, pixel) in pixels.iter().enumerate() {
        let wanted = picture.at(index as u32 % 6 / 3, index as u32 / 18).unwrap();
        let near = pixel.is_some_and(|pixel| pixel.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 8));
        assert!(near, "{index}: {pixel:?} for {wanted:?}");
    }
}

#[test]
fn a_sequence_holds_nothing_that_ends_it_early_and_blocks_have_none() {
    for protocol in [Protocol::Kitty, Protocol::Iterm2, Protocol::Sixel] {
        let bytes = encode(graphics(protocol), &letter(64, 48), (7, 3), 1, 0).unwrap();
        assert!(bytes.iter().all(|byte| *byte != b'\n' && (*byte >= 0x20 || [0x1b, 7].contains(byte)) && *byte < 0x7f));
    }
    for protocol in [Protocol::None, Protocol::Blocks] {
        assert_eq!(encode(graphics(protocol), &letter(4, 4), (1, 1), 1, 0), None);
    }
}
