//! The QR code of a business licence (营业执照).
//!
//! It leads to the public register (国家企业信用信息公示系统). Published programs that print licences write the address as
//! `http://www.gsxt.gov.cn/index.html?uniscid=<credit code>`; older and local codes hold something opaque, or the address of another
//! site. Only the credit code is taken; everything else is dropped.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::DynamicImage;
use rxing::common::{BitMatrix, DetectorRXingResult, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{Binarizer, Luma8LuminanceSource};

use super::quality;
use crate::facts::PrintedCode;

/// The longer side of the copy that is looked through. On a photo of a whole licence, a module of its code has four pixels or more.
const LONGEST: u32 = 2000;
/// A licence has one code, at most three, each with three marks in its corners. Where there are more of such marks than this, it is
/// no licence, and trying them together would take long.
const MOST_MARKS: usize = 64;
/// The same, for what looks like a mark along a line: a page of small print has some hundred of these.
const MOST_CROSSED: usize = 4000;
/// So many triples of marks are tried, the likeliest first.
const MOST_TRIED: usize = 96;
/// The register, and whatever is below it.
const REGISTER: &str = "gsxt.gov.cn";
/// What stands before the code in the address.
const KEY: &str = "uniscid=";

/// The credit code in a QR code of this picture, however it lies. Takes about a tenth of a second for 12 million pixels, and 16 MiB.
pub(super) fn printed(picture: &DynamicImage) -> PrintedCode {
    let grey = DynamicImage::ImageRgb8(quality::reduce(picture, LONGEST)).into_luma8();
    // A decoder that panics has read nothing.
    let found = catch_unwind(AssertUnwindSafe(|| texts(grey).iter().filter_map(|text| credit_code(text)).collect::<Vec<_>>()));
    let mut codes = found.unwrap_or_default();
    codes.sort();
    codes.dedup();
    // Of two that differ nobody knows which is the licence's own.
    match codes.pop() {
        Some(code) if codes.is_empty() => PrintedCode::Of(code),
        _ => PrintedCode::None,
    }
}

/// The contents of the QR codes in a picture.
fn texts(grey: image::GrayImage) -> Vec<String> {
    let (width, height) = grey.dimensions();
    let Ok(source) = Luma8LuminanceSource::new(grey.into_raw(), width, height) else { return Vec::new() };
    let binary = HybridBinarizer::new(source);
    let Ok(bits) = binary.get_black_matrix() else { return Vec::new() };
    if is_full_of_marks(bits) {
        return Vec::new();
    }
    let mut marks = FindFinderPatterns(bits, true, 0);
    if marks.len() > MOST_MARKS {
        return Vec::new();
    }
    let sets = GenerateFinderPatternSets(&mut marks).into_iter().take(MOST_TRIED);
    let decoded = sets.filter_map(|set| Decode(SampleQR(bits, &set).ok()?.getBits()).ok());
    decoded.filter(|code| code.isValid()).map(|code| code.text().to_owned()).collect()
}

/// Whether so much looks like a corner mark of a code that sorting it out would take long: the search compares each with all others.
fn is_full_of_marks(bits: &BitMatrix) -> bool {
    let mut count = 0;
    for y in (0..bits.height()).step_by(3) {
        let (mut runs, mut dark, mut run) = ([0u32; 5], false, 0u32);
        for x in 0..bits.width() {
            if bits.get(x, y) == dark {
                run += 1;
                continue;
            }
            runs = [runs[1], runs[2], runs[3], runs[4], run];
            count += usize::from(dark && is_mark(runs));
            (dark, run) = (!dark, 1);
        }
    }
    count > MOST_CROSSED
}

/// Whether runs of dark and light are to each other as those across a corner mark, 1 : 1 : 3 : 1 : 1, roughly.
fn is_mark(runs: [u32; 5]) -> bool {
    let module = runs.iter().sum::<u32>() as f32 / 7.0;
    let is_near = |(run, modules): (&u32, f32)| (*run as f32 - modules * module).abs() <= 0.5 * modules * module;
    runs[0] > 0 && runs.iter().zip([1.0, 1.0, 3.0, 1.0, 1.0]).all(is_near)
}

/// The credit code in the address of its entry in the register; `None` for any other text.
fn credit_code(text: &str) -> Option<String> {
    let (scheme, rest) = text.trim().split_once("://")?;
    let (host, rest) = rest.split_once('/')?;
    let host = host.split(':').next()?.to_ascii_lowercase();
    let is_register = host == REGISTER || host.strip_suffix(REGISTER).is_some_and(|above| above.ends_with('.'));
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") || !is_register {
        return None;
    }
    let (_, query) = rest.split_once('?')?;
    let code = query.split(['&', '#']).find_map(|part| part.strip_prefix(KEY))?.to_ascii_uppercase();
    (code.len() == 18 && code.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(code)
}

#[cfg(test)]
#[path = "code_tests.rs"]
mod tests;
