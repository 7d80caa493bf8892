//! Says which version the facts about scans have: a hash of what determines them, the sources of this crate and the crates that decode
//! pictures. What was kept by a program with other sources is looked at anew, and nobody has to remember to say so.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Where the versions of all crates stand, when this one is built in its repository.
const LOCK: &str = "../../Cargo.lock";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed={LOCK}");
    let mut sources = BTreeMap::new();
    collect(Path::new("src"), &mut sources)?;
    let manifest = fs::read_to_string("Cargo.toml")?;
    let mut hasher = DefaultHasher::new();
    sources.hash(&mut hasher);
    manifest.hash(&mut hasher);
    for package in fs::read_to_string(LOCK).unwrap_or_default().split("[[package]]") {
        let named = package.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        if named.is_some_and(|name| manifest.lines().any(|line| line.starts_with(&format!("{name}.")))) {
            package.hash(&mut hasher);
        }
    }
    println!("cargo::rustc-env=BEIAN_SCAN_FACTS={:016x}", hasher.finish());
    Ok(())
}

/// The sources below a folder, without tests, in a fixed order and with plain line ends.
fn collect(folder: &Path, sources: &mut BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            collect(&path, sources)?;
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            sources.insert(name, fs::read_to_string(&path)?.replace("\r\n", "\n"));
        }
    }
    Ok(())
}
