//! The weights that reading needs. They belong to others and come in a file that the user fetches; which bytes are meant is told by
//! their SHA-256 alone, never by where they come from.

use std::io::{self, Cursor, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::NotReady;
use crate::inspect;

/// The weights of one network.
#[derive(Debug, PartialEq, Eq)]
pub struct Model {
    /// The name of its file.
    pub file: &'static str,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, 64 lower-case hexadecimal digits.
    pub sha256: &'static str,
}

/// The networks that a [`Reader`](super::Reader) is made of: PP-OCRv6 small, as in the package `rapidocr` 3.10.0. Detector first.
pub static MODELS: [Model; 2] = [
    Model {
        file: "PP-OCRv6_det_small.onnx",
        bytes: 9_929_594,
        sha256: "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    },
    Model {
        file: "PP-OCRv6_rec_small.onnx",
        bytes: 21_234_383,
        sha256: "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    },
];

/// Bytes of a file that may hold weights at most; the package that has them is half as large.
pub const LARGEST: u64 = 60_000_000;

/// Why a file has no weights that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is a package, and incomplete or damaged.
    Broken,
    /// It is a package, and a file of that name in it is another version, or was changed.
    Other(&'static str),
    /// It is a package without a file of that name.
    Without(&'static str),
    /// It is neither such a package nor one of the files.
    Unknown,
}

/// Whether a folder has files of those names; what they hold shows when they are opened.
#[must_use]
pub fn are_in(folder: &Path) -> bool {
    MODELS.iter().all(|model| folder.join(model.file).is_file())
}

impl Model {
    /// What the file of its name in a folder holds, whatever that is; not much more than it should.
    ///
    /// # Errors
    /// [`NotReady::Missing`] and [`NotReady::Unreadable`].
    pub fn read(&self, folder: &Path) -> Result<Vec<u8>, NotReady> {
        let read = || {
            let (file, _) = inspect::open(&folder.join(self.file))?;
            let mut bytes = Vec::new();
            file.take(self.bytes + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => NotReady::Missing(self.file),
            _ => NotReady::Unreadable(self.file, error),
        })
    }

    /// Whether these are the bytes of its file.
    pub fn is(&self, bytes: &[u8]) -> bool {
        bytes.len() as u64 == self.bytes && inspect::sha256(bytes) == self.sha256
    }
}

/// The weights in the bytes of a file: all of a package (`.whl`, `.zip`), or one of the files itself. Of a package nothing else is
/// unpacked, and no more than is meant.
///
/// # Errors
/// [`Refusal`], with the reason.
pub fn found_in(bytes: &[u8]) -> Result<Vec<(&'static Model, Vec<u8>)>, Refusal> {
    found(bytes, &MODELS)
}

fn found<'a>(bytes: &[u8], wanted: &'a [Model]) -> Result<Vec<(&'a Model, Vec<u8>)>, Refusal> {
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal::TooLarge);
    }
    if !bytes.starts_with(b"PK") {
        let model = wanted.iter().find(|model| model.is(bytes)).ok_or(Refusal::Unknown)?;
        return Ok(vec![(model, bytes.to_vec())]);
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    wanted.iter().map(|model| Ok((model, unpacked(&mut package, model)?))).collect()
}

fn unpacked(package: &mut ZipArchive<Cursor<&[u8]>>, model: &Model) -> Result<Vec<u8>, Refusal> {
    let mut names = package.file_names().filter_map(Result::ok);
    let name = names.find(|name| name.rsplit('/').next() == Some(model.file)).map(|name| name.into_owned());
    drop(names);
    let name = name.ok_or(Refusal::Without(model.file))?;
    let file = package.by_name(&name).map_err(|error| match error {
        ZipError::FileNotFound => Refusal::Without(model.file),
        _ => Refusal::Broken,
    })?;
    // What claims another size need not be unpacked, and what is larger than it claims is not unpacked any further.
    if file.size() != model.bytes {
        return Err(Refusal::Other(model.file));
    }
    let mut bytes = Vec::new();
    file.take(model.bytes + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Broken)?;
    if model.is(&bytes) { Ok(bytes) } else { Err(Refusal::Other(model.file)) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;

    use super::*;

    const SMALL: &[u8] = b"weights of a small network";

    fn small(file: &'static str) -> Model {
        Model { file, bytes: 26, sha256: "" }
    }

    /// Two models of known bytes, as the table would have them.
    fn table() -> [Model; 2] {
        let sum = |bytes: &[u8]| -> &'static str { Box::leak(inspect::sha256(bytes).into_boxed_str()) };
        [Model { sha256: sum(SMALL), ..small("a.onnx") }, Model { sha256: sum(SMALL), ..small("b.onnx") }]
    }

    fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_package_gives_all_and_a_file_itself() {
        let table = table();
        let whole = package(&[("x/readme", b"-"), ("x/models/a.onnx", SMALL), ("x/models/b.onnx", SMALL)]);
        let names: Vec<&str> = found(&whole, &table).unwrap().iter().map(|(model, _)| model.file).collect();
        assert_eq!(names, ["a.onnx", "b.onnx"]);
        assert_eq!(found(SMALL, &table).unwrap(), [(&table[0], SMALL.to_vec())]);
    }

    #[test]
    fn what_is_cut_off_foreign_changed_or_a_bomb_is_refused_with_the_reason() {
        let table = table();
        let whole = package(&[("a.onnx", SMALL), ("b.onnx", SMALL)]);
        let changed: Vec<u8> = SMALL.iter().rev().copied().collect();
        let bomb = vec![0; 40_000_000];
        for (bytes, refusal) in [
            (Vec::new(), Refusal::Unknown),
            (SMALL[..9].to_vec(), Refusal::Unknown),
            (changed.clone(), Refusal::Unknown),
            (b"PK".to_vec(), Refusal::Broken),
            (whole[..whole.len() / 2].to_vec(), Refusal::Broken),
            (package(&[("a.onnx", SMALL)]), Refusal::Without("b.onnx")),
            (package(&[("a.onnx", SMALL), ("b.onnx", &changed)]), Refusal::Other("b.onnx")),
            (package(&[("a.onnx", &bomb), ("b.onnx", SMALL)]), Refusal::Other("a.onnx")),
            (vec![b'P'; LARGEST as usize + 1], Refusal::TooLarge),
        ] {
            assert_eq!(found(&bytes, &table).err(), Some(refusal), "{} bytes", bytes.len());
        }
    }
}
