//! How long 1,000 pictures of twelve megapixels take, on one core and on two, and how much memory at most: `cargo bench --bench pictures`.
//! Every measurement runs in a process of its own, so that the memory is that of inspecting alone.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, dead_code)]

#[path = "../examples/degradations/scene.rs"]
mod scene;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use std::{env, fs, thread};

use beian_scan::facts::Content;
use beian_scan::{inspect, prepare};
use image::codecs::jpeg::JpegEncoder;
use scene::{Ground, Paper, View, document};

/// So many files differ.
const FILES: u32 = 20;
/// So many are inspected.
const PICTURES: usize = 1000;

/// Cards, licences and letters as a phone takes them.
fn draw(folder: &Path) {
    for number in 0..FILES {
        let paper = [Paper::Portrait, Paper::Emblem, Paper::Licence, Paper::Letter][number as usize % 4];
        let size = if paper == Paper::Letter { (3000, 4000) } else { (4000, 3000) };
        let flat = document(paper, number);
        let picture = View::centred(&flat, size, 0.82, Ground::Desk([112, 92, 74])).shoot(&flat, number);
        let file = fs::File::create(folder.join(format!("{number}.jpg"))).unwrap();
        JpegEncoder::new_with_quality(file, 90).encode_image(&picture).unwrap();
    }
}

/// The most memory this process has had, in MB; `None` where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024 / 1_000_000)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    (0..FILES).map(|number| folder.join(format!("{number}.jpg"))).collect()
}

/// Inspects all pictures on so many threads.
fn measure(folder: &Path, threads: usize) {
    let (files, next, looked) = (files(folder), AtomicUsize::new(0), AtomicUsize::new(0));
    let begin = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < PICTURES) {
                    let facts = inspect(&files[number % files.len()]);
                    assert!(matches!(facts.content, Content::Picture { analysis: Some(_), .. }));
                    looked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let seconds = begin.elapsed().as_secs_f64();
    let each = seconds * 1e3 / PICTURES as f64;
    let memory = peak().map_or("unknown".to_owned(), |megabytes| format!("{megabytes} MB"));
    println!("| {} pictures inspected, {threads} threads | {seconds:.1} s | {each:.0} ms | {memory} |", looked.into_inner());
}

/// EXIF data that say that the picture lies on its side, as a phone held upright writes them: the copy has to be drawn anew.
const TURNED: &[u8] = b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

/// Makes a copy of each of the files once, one after the other.
fn prepare_all(folder: &Path) {
    let wanted = prepare::Wanted::of([&beian_scan::Limits::LICENCE]);
    let read = |file: PathBuf| {
        let bytes = prepare::read(&file).unwrap();
        let (start, rest) = bytes.split_at(2);
        [start, TURNED, rest].concat()
    };
    let taken: Vec<Vec<u8>> = files(folder).into_iter().map(read).collect();
    let begin = Instant::now();
    for bytes in &taken {
        let prepared = prepare::prepare("a.jpg", bytes, &wanted).unwrap();
        let prepare::Prepared::Copy(report, _) = prepared else { panic!("nothing was to be done") };
        assert!(report.steps.contains(&prepare::Step::Turned) && report.size <= wanted.most_bytes);
    }
    let seconds = begin.elapsed().as_secs_f64();
    let each = seconds * 1e3 / f64::from(FILES);
    let memory = peak().map_or("unknown".to_owned(), |megabytes| format!("{megabytes} MB"));
    println!("| {FILES} pictures prepared, one after the other | {seconds:.1} s | {each:.0} ms | {memory} |");
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // `cargo test --benches` builds and starts it as well.
        [.., "--test"] => {}
        ["inspect", threads, folder] => measure(Path::new(folder), threads.parse().unwrap()),
        ["prepare", folder] => prepare_all(Path::new(folder)),
        _ => {
            let folder = tempfile::tempdir().unwrap();
            draw(folder.path());
            let sizes: u64 = files(folder.path()).iter().map(|file| fs::metadata(file).unwrap().len()).sum();
            println!("{FILES} files of {:.1} MB on average\n", sizes as f64 / f64::from(FILES) / 1e6);
            println!("| what | time | each | peak memory |\n|---|---|---|---|");
            for arguments in [&["inspect", "1"][..], &["inspect", "2"], &["prepare"]] {
                let mut command = Command::new(env::current_exe().unwrap());
                assert!(command.args(arguments).arg(folder.path()).status().unwrap().success());
            }
        }
    }
}
