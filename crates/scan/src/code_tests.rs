use std::time::{Duration, Instant};

use image::{DynamicImage, GrayImage, Luma, RgbImage, imageops};

use super::*;

/// Modules of codes that lead to the register and elsewhere, a row a line.
const REGISTERED: &str = include_str!("../../../tests/fixtures/codes/register.txt");
const ELSEWHERE: &str = include_str!("../../../tests/fixtures/codes/elsewhere.txt");
const CODE: &str = "91510107MA0000007C";

/// Draws codes onto grey paper, each with so many pixels a module and its top left corner at a place.
fn page(width: u32, height: u32, codes: &[(&str, u32, (u32, u32))]) -> GrayImage {
    let mut page = GrayImage::from_pixel(width, height, Luma([225]));
    for (rows, pixels, (left, top)) in codes {
        for (y, row) in (0..).zip(rows.lines()) {
            for (x, _) in (0..).zip(row.chars()).filter(|(_, module)| *module == '#') {
                let module = GrayImage::from_pixel(*pixels, *pixels, Luma([40]));
                imageops::replace(&mut page, &module, i64::from(left + x * pixels), i64::from(top + y * pixels));
            }
        }
    }
    page
}

fn read(page: &GrayImage) -> PrintedCode {
    printed(&DynamicImage::ImageLuma8(page.clone()))
}

#[test]
fn the_code_of_a_licence_is_read_however_it_lies() {
    let page = page(1600, 1200, &[(REGISTERED, 6, (1200, 200))]);
    let found = PrintedCode::Of(CODE.to_owned());
    assert_eq!(read(&page), found);
    assert_eq!(read(&imageops::rotate90(&page)), found);
    assert_eq!(read(&imageops::rotate180(&page)), found);
    assert_eq!(read(&imageops::rotate270(&page)), found);
    assert_eq!(read(&imageops::blur(&page, 1.5)), found);
    let small = imageops::resize(&page, 800, 600, imageops::FilterType::Triangle);
    assert_eq!(read(&small), found);
    assert_eq!(printed(&DynamicImage::ImageLuma8(page).into_rgba16().into()), found);
}

#[test]
fn of_several_codes_that_of_the_register_counts() {
    let both = [(ELSEWHERE, 6, (100, 100)), (REGISTERED, 6, (700, 500))];
    assert_eq!(read(&page(1200, 900, &both)), PrintedCode::Of(CODE.to_owned()));
    assert_eq!(read(&page(1200, 900, &both[..1])), PrintedCode::None);
    assert_eq!(read(&page(1200, 900, &[])), PrintedCode::None);
}

#[test]
fn only_an_address_of_the_register_says_a_code() {
    for (text, code) in [
        ("http://www.gsxt.gov.cn/index.html?uniscid=91510107MA0000007C", Some(CODE)),
        (" HTTPS://GSXT.GOV.CN/x?a=b&uniscid=91510107ma0000007c#top ", Some(CODE)),
        ("http://sc.gsxt.gov.cn:80/?uniscid=91510107MA0000007C&b=1", Some(CODE)),
        ("http://www.gsxt.gov.cn/%7B1A2B3C%7D", None),
        ("http://www.gsxt.gov.cn/index.html?uniscid=", None),
        ("http://www.gsxt.gov.cn/index.html?uniscid=91510107MA0000007", None),
        ("http://www.gsxt.gov.cn/index.html?uniscid=91510107MA000000中", None),
        ("http://www.gsxt.gov.cn.example.com/?uniscid=91510107MA0000007C", None),
        ("http://notgsxt.gov.cn/?uniscid=91510107MA0000007C", None),
        ("ftp://www.gsxt.gov.cn/?uniscid=91510107MA0000007C", None),
        ("91510107MA0000007C", None),
        ("统一社会信用代码：91510107MA0000007C", None),
        ("", None),
    ] {
        assert_eq!(credit_code(text).as_deref(), code, "{text}");
    }
}

/// Pictures made to keep a decoder busy: noise, a chessboard, nothing but the marks of codes, and too little of anything.
#[test]
fn hostile_pictures_are_done_with_soon() {
    let mut state = 1u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let noise = RgbImage::from_fn(2000, 2000, |_, _| image::Rgb([random(); 3]));
    let board = GrayImage::from_fn(2000, 2000, |x, y| Luma([if (x / 3 + y / 3) % 2 == 0 { 0 } else { 255 }]));
    let mark = |x: u32, y: u32| {
        let away = (x % 9).abs_diff(4).max((y % 9).abs_diff(4));
        Luma([if matches!(away, 0 | 1 | 3) { 0 } else { 255 }])
    };
    let marks = |scale: u32| GrayImage::from_fn(2000, 2000, move |x, y| mark(x / scale, y / scale));
    let pictures = [
        DynamicImage::ImageRgb8(noise),
        board.into(),
        marks(1).into(),
        marks(2).into(),
        marks(5).into(),
        marks(40).into(),
        DynamicImage::new_luma8(1, 1),
        DynamicImage::new_rgb8(2000, 1),
        DynamicImage::new_luma8(39, 40),
    ];
    for (number, picture) in pictures.iter().enumerate() {
        let begin = Instant::now();
        assert_eq!(printed(picture), PrintedCode::None, "{number}");
        assert!(begin.elapsed() < Duration::from_secs(5), "{number}: {:?}", begin.elapsed());
    }
}
