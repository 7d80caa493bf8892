//! What an export costs beside hashing and copying the same files, and how much memory it takes: `cargo bench --bench export`. Every
//! measurement runs in a process of its own, so that the memory is its own.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs};

use beian::drafts::codec;
use beian::filing::{Draft, FieldId, Value};
use beian::locale::Lang;
use beian::package::encryption::{Passphrase, Protection};
use beian::package::export::{Source, assemble, put};
use beian::package::material::Naming;
use beian::package::outside::Reach;
use beian::reading::Readings;
use beian_scan::{Cache, Remembered};
use chrono::NaiveDate;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};
use sha2::{Digest, Sha256};

/// So many scans, each as large as the platform takes one: 50 MB.
const FILES: u32 = 25;
/// Bytes of one at most.
const MOST: u64 = 2_000_000;
/// Steps of brightness that the noise takes away at most.
const NOISE: u8 = 28;
/// Fields of one picture that take a scan; the others go into the two fields of ten.
const SINGLE: [FieldId; 5] = [
    FieldId::ResponsiblePersonAuthorizationLetter,
    FieldId::OwnerAuthorizationLetter,
    FieldId::CommitmentLetter,
    FieldId::NameChangeLetter,
    FieldId::ConstructionProposal,
];
/// Somebody's public key.
const RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
/// Turns of which the best counts.
const TURNS: usize = 5;

/// A letter of twelve megapixels with the noise of a phone's sensor in it, different in each: about two megabytes.
fn shoot(flat: &DynamicImage, number: u32, path: &Path) {
    let mut picture = flat.to_rgb8();
    let mut seed = number + 1;
    for byte in picture.iter_mut() {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *byte = byte.saturating_sub((seed >> 24) as u8 % NOISE);
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let mut bytes = bytes.into_inner();
    // Every other one with what a phone notes: its maker. That does not leave.
    if number.is_multiple_of(2) {
        let exif = [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0f\0\x02\0\0\0\x04ABC\0"[..], &[0; 4]].concat();
        let length = (exif.len() as u16 + 2).to_be_bytes();
        bytes.splice(2..2, [&b"\xff\xe1"[..], &length, &exif].concat());
    }
    fs::write(path, bytes).unwrap();
    assert!(path.metadata().unwrap().len() <= MOST, "{} bytes", path.metadata().unwrap().len());
}

/// Letters as a phone takes them, and the draft of a company that names all of them.
fn draw(folder: &Path) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
    fs::create_dir(folder.join("scans")).unwrap();
    for scan in fs::read_dir(examples.join("scans")).unwrap().flatten() {
        fs::copy(scan.path(), folder.join("scans").join(scan.file_name())).unwrap();
    }
    let letter = image::open(examples.join("scans/company-commitment-letter.jpg")).unwrap();
    let flat = letter.resize_exact(3000, 4000, FilterType::Triangle);
    for number in 0..FILES {
        shoot(&flat, number, &folder.join(format!("{number}.jpg")));
    }
    let mut draft = codec::parse(&fs::read_to_string(examples.join("company.toml")).unwrap()).unwrap().draft().clone();
    let mut names = (0..FILES).map(|number| format!("{number}.jpg"));
    for id in SINGLE {
        let name = names.next().unwrap();
        let is_list = matches!(id, FieldId::CommitmentLetter | FieldId::NameChangeLetter | FieldId::ConstructionProposal);
        draft.set(id, Some(if is_list { Value::Paths(vec![name]) } else { Value::Text(name) }));
    }
    for id in [FieldId::SubjectOtherMaterials, FieldId::MiniProgramOtherMaterials] {
        draft.set(id, Some(Value::Paths(names.by_ref().take(10).collect())));
    }
    fs::write(folder.join("draft.toml"), codec::document_of(&draft).to_text()).unwrap();
}

fn read(folder: &Path) -> (Draft, String) {
    let text = fs::read_to_string(folder.join("draft.toml")).unwrap();
    (codec::parse(&text).unwrap().draft().clone(), text)
}

/// All files that the draft names, each once.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (draft, _) = read(folder);
    let mut paths: Vec<PathBuf> = draft.files().into_iter().map(|(_, _, path)| folder.join(path)).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}

/// The yardstick: every file is read, hashed and written behind the others, and all of it put on the disk.
fn copy(folder: &Path) {
    let mut out = fs::File::create(folder.join("copy")).unwrap();
    for path in files(folder) {
        let bytes = fs::read(path).unwrap();
        assert_eq!(Sha256::digest(&bytes).len(), 32);
        out.write_all(&bytes).unwrap();
    }
    out.sync_all().unwrap();
}

/// What earlier runs have kept of the scans.
fn known(folder: &Path) -> Cache {
    Cache::kept_in(Some(Remembered::in_folder(folder.join("known"), SystemTime::now())))
}

/// Makes the package; what the cache knows is not looked at again.
fn export(folder: &Path, cache: &mut Cache, protection: &Protection) {
    let (draft, text) = read(folder);
    let source = Source {
        folder,
        home: None,
        text: &text,
        today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        lang: Lang::Zh,
        with_notes: false,
        reach: &Reach::within(folder),
        naming: Naming::Chinese,
        readings: Readings::none(),
    };
    let (package, _) = assemble(&draft, &source, cache).unwrap();
    put(&package, folder, protection, Some(&folder.join("package.zip"))).unwrap();
}

/// The hash of a file, of which little is in memory at once.
fn sum(path: &Path) -> Vec<u8> {
    let (mut file, mut hash, mut block) = (fs::File::open(path).unwrap(), Sha256::new(), [0; 65_536]);
    loop {
        match file.read(&mut block).unwrap() {
            0 => return hash.finalize().to_vec(),
            count => hash.update(&block[..count]),
        }
    }
}

/// The most memory this process has had, in MB; `None` where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024 / 1_000_000)
}

/// The best of several turns.
fn best(mut turn: impl FnMut() -> Duration) -> Duration {
    (0..TURNS).map(|_| turn()).min().unwrap()
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn measure(folder: &Path, what: &str) {
    let gone = || drop(fs::remove_file(folder.join("package.zip")));
    let took = match what {
        "copy" => best(|| timed(|| copy(folder))),
        "first" => best(|| {
            gone();
            timed(|| export(folder, &mut Cache::new(), &Protection::None))
        }),
        "look" => {
            timed(|| drop(known(folder).inspect_all(folder, None, read(folder).0.files().into_iter().map(|(_, _, path)| path))))
        }
        "checked" => {
            gone();
            export(folder, &mut known(folder), &Protection::None);
            let before = sum(&folder.join("package.zip"));
            let took = best(|| {
                gone();
                timed(|| export(folder, &mut known(folder), &Protection::None))
            });
            assert!(sum(&folder.join("package.zip")) == before, "the same bytes twice");
            took
        }
        "passphrase" | "recipient" => {
            let protection = match what {
                "passphrase" => Protection::Passphrase(Passphrase::new("a long phrase").unwrap()),
                _ => Protection::Recipients(vec![RECIPIENT.parse().unwrap()]),
            };
            best(|| {
                gone();
                timed(|| export(folder, &mut known(folder), &protection))
            })
        }
        other => panic!("{other}"),
    };
    println!("{} {}", took.as_secs_f64(), peak().unwrap_or_default());
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // `cargo test --benches` builds and starts it as well.
        [.., "--test"] => {}
        ["measure", what, folder] => measure(Path::new(folder), what),
        ["draw", folder] => draw(Path::new(folder)),
        _ => {
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
            draw(folder.path());
            let size: u64 = files(folder.path()).iter().map(|path| path.metadata().unwrap().len()).sum();
            println!("{} files, {:.1} MB", files(folder.path()).len(), size as f64 / 1e6);
            let mut yardstick = None;
            for (what, words) in [
                ("copy", "hashed and copied"),
                ("first", "exported, the scans seen for the first time"),
                ("look", "the scans looked at, as a check does"),
                ("checked", "exported, the scans known from that"),
                ("recipient", "exported for a recipient, the scans known"),
                ("passphrase", "exported with a passphrase, the scans known"),
            ] {
                let done = Command::new(env::current_exe().unwrap()).args(["measure", what]).arg(folder.path()).output().unwrap();
                let said = String::from_utf8(done.stdout).unwrap();
                assert!(done.status.success(), "{what}: {said}{}", String::from_utf8_lossy(&done.stderr));
                let (seconds, memory) = said.trim().split_once(' ').unwrap();
                let seconds: f64 = seconds.parse().unwrap();
                let ratio = seconds / *yardstick.get_or_insert(seconds);
                println!("| {words} | {:.0} ms | {ratio:.1} | {memory} MB |", seconds * 1e3);
            }
        }
    }
}
