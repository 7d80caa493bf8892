use std::sync::Mutex;

use image::Rgb;

use super::net::{Input, Output};
use super::*;

/// An engine that answers as a function says.
struct Fake<F>(Mutex<F>);

impl<F: FnMut(Input) -> Option<Output> + Send> Engine for Fake<F> {
    fn run(&self, input: Input) -> Option<Output> {
        (self.0.lock().unwrap())(input)
    }
}

fn engine(run: impl FnMut(Input) -> Option<Output> + Send + 'static) -> Box<dyn Engine> {
    Box::new(Fake(Mutex::new(run)))
}

/// Finds whatever is dark.
fn dark(input: Input) -> Option<Output> {
    let plane = input.width * input.height;
    let numbers = input.planes[..plane].iter().map(|level| if *level < 0.5 { 0.9 } else { 0.0 }).collect();
    Some(Output { shape: vec![1, 1, input.height, input.width], numbers })
}

/// Reads 甲乙, one a half, where the darker half is the left one; else it is unsure of it.
fn left_is_darker(input: Input) -> Option<Output> {
    let row = &input.planes[24 * input.width..25 * input.width];
    let level = |from: usize, to: usize| row[from..to].iter().sum::<f32>() / (to - from) as f32;
    // The part that shows the line is 195 wide, its margins aside 167.
    let likely = if level(40, 80) < level(110, 150) { 0.95 } else { 0.4 };
    let steps = input.width / 8;
    let mut numbers = vec![0.0; steps * 4];
    for (step, row) in numbers.chunks_exact_mut(4).enumerate() {
        let sign = if step == 10 {
            1
        } else if step == 24 {
            2
        } else {
            0
        };
        row[sign] = likely;
    }
    Some(Output { shape: vec![1, steps, 4], numbers })
}

fn reader() -> Reader {
    Reader { detector: engine(dark), recogniser: engine(left_is_darker), characters: vec!['甲', '乙', ' '] }
}

/// A page with a bar whose left half is darker.
fn page() -> RgbImage {
    RgbImage::from_fn(640, 320, |x, y| {
        let grey = match (x, y) {
            (100..310, 140..190) => 0,
            (310..520, 140..190) => 90,
            _ => 255,
        };
        Rgb([grey; 3])
    })
}

#[test]
fn a_page_is_read_whichever_way_it_lies() {
    let upright = page();
    let turned = [
        (0, upright.clone()),
        (3, image::imageops::rotate90(&upright)),
        (2, image::imageops::rotate180(&upright)),
        (1, image::imageops::rotate270(&upright)),
    ];
    for (turn, picture) in turned {
        let read = reader().read_copy(&picture).unwrap();
        assert_eq!((read.turn, read.size), (turn, (640.0, 320.0)));
        let [line] = &read.lines[..] else { panic!("{:?}", read.lines) };
        assert_eq!(line.text, "甲乙", "{turn}");
        assert!((line.score - 0.95).abs() < 0.001);
        let [top_left, _, bottom_right, _] = line.corners;
        assert!((60.0..110.0).contains(&top_left.0) && (100.0..145.0).contains(&top_left.1), "{turn}: {top_left:?}");
        assert!((510.0..560.0).contains(&bottom_right.0) && (185.0..230.0).contains(&bottom_right.1), "{turn}: {bottom_right:?}");
    }
}

#[test]
fn an_empty_page_has_no_lines_and_an_engine_that_fails_reads_nothing() {
    let white = RgbImage::from_pixel(300, 200, Rgb([255; 3]));
    assert_eq!(reader().read_copy(&white).map(|page| page.lines), Some(Vec::new()));
    let without = |detector, recogniser| Reader { detector, recogniser, characters: vec!['甲', '乙', ' '] };
    assert_eq!(without(engine(|_| None), engine(left_is_darker)).read_copy(&page()), None);
    assert_eq!(without(engine(dark), engine(|_| None)).read_copy(&page()), None);
    let panics = without(engine(|_| panic!("as an engine may")), engine(left_is_darker));
    let mut bytes = std::io::Cursor::new(Vec::new());
    page().write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    assert_eq!(panics.read(&Picture::decode(&bytes.into_inner()).unwrap()), None);
}

#[test]
fn points_go_with_the_page() {
    for (turn, point) in [(0, (10.0, 20.0)), (1, (180.0, 10.0)), (2, (290.0, 180.0)), (3, (20.0, 290.0))] {
        assert_eq!(turned((10.0, 20.0), (300.0, 200.0), turn), point, "{turn}");
    }
}

#[test]
fn other_bytes_than_the_known_ones_are_refused_unparsed() {
    for bytes in [&b""[..], b"PK", b"\x08\x07", &[0xff; 4096], &[0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f]] {
        assert!(Reader::new(bytes.to_vec(), bytes.to_vec()).is_err());
    }
}

#[test]
fn of_too_much_the_short_lines_are_read() {
    // Forty bars as wide as the page, and one that is short.
    let picture = RgbImage::from_fn(2300, 2300, |x, y| {
        let is_long = y % 50 < 20 && y < 2000 && (100..2200).contains(&x);
        let is_short = (2100..2140).contains(&y) && (100..300).contains(&x);
        Rgb([if is_long || is_short { 0 } else { 255 }; 3])
    });
    let read = std::sync::Arc::new(Mutex::new(Vec::new()));
    let seen = read.clone();
    let recogniser = engine(move |input: Input| {
        seen.lock().unwrap().push(input.width);
        Some(Output { shape: vec![1, 1, 4], numbers: vec![0.0, 1.0, 0.0, 0.0] })
    });
    let reader = Reader { detector: engine(dark), recogniser, characters: vec!['甲', '乙', ' '] };
    let page = reader.read_copy(&picture).unwrap();
    assert!(page.lines.iter().any(|line| line.corners[0].1 > 2000.0), "the short one: {} lines", page.lines.len());
    assert!(page.lines.len() < 30, "{} lines", page.lines.len());
    // Beside what is read lie the few by which it was told which end is up.
    let effort: usize = read.lock().unwrap().iter().sum();
    assert!((effort as f32) < MOST_EFFORT * 1.4, "{effort}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_weights_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let first = models::MODELS[0].file;
    let opened = || Reader::open(folder.path()).unwrap_err();
    assert!(matches!(opened(), NotReady::Missing(file) if file == first));
    let path = folder.path().join(first);
    rustix::fs::mkfifoat(rustix::fs::CWD, &path, rustix::fs::Mode::RUSR).unwrap();
    assert!(matches!(opened(), NotReady::Unreadable(file, _) if file == first));
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    assert!(matches!(opened(), NotReady::Unreadable(file, _) if file == first));
    std::fs::remove_dir(&path).unwrap();
    std::fs::write(&path, "cut off").unwrap();
    assert!(!models::are_in(folder.path()));
    std::fs::write(folder.path().join(models::MODELS[1].file), "").unwrap();
    assert!(models::are_in(folder.path()), "what they hold shows when they are opened");
    assert!(matches!(opened(), NotReady::Unusable(file) if file == first));
}
