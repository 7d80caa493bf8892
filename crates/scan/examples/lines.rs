//! Prints the writing on pictures, one JSON object a line, for measurements: `lines WEIGHTS PICTURE…`. `WEIGHTS` is a file or a folder
//! that `beian models add` takes.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use beian_scan::Picture;
use beian_scan::read::{Reader, models};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let weights = arguments.next().ok_or("which weights?")?;
    let reader = reader(&weights)?;
    for path in arguments {
        let picture = Picture::read(&path).map_err(|why| format!("{}: {why:?}", path.display()))?;
        let begin = Instant::now();
        let page = reader.read(&picture);
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{}", serde_json::json!({ "file": file, "seconds": begin.elapsed().as_secs_f32(), "page": page }));
    }
    Ok(())
}

fn reader(weights: &Path) -> Result<Reader, Box<dyn std::error::Error>> {
    let found = models::found_in(&std::fs::read(weights)?).map_err(|why| format!("{why:?}"))?;
    let bytes: Vec<Vec<u8>> = found.into_iter().map(|(_, bytes)| bytes).collect();
    let [detector, recogniser] = <[Vec<u8>; 2]>::try_from(bytes).map_err(|_| "one of the two is missing")?;
    Ok(Reader::new(detector, recogniser)?)
}
