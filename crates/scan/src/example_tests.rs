//! The example drafts refer to sound scans of the size the platform asks for, each used once in a draft.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use super::inspect_all;
use crate::facts::{Content, Format};

type Outcome = Result<(), Box<dyn Error>>;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/example"))
}

/// All texts in a TOML value that name a scan.
fn scans(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) if text.starts_with("scans/") => vec![text.clone()],
        toml::Value::Array(values) => values.iter().flat_map(scans).collect(),
        toml::Value::Table(table) => table.values().flat_map(scans).collect(),
        _ => Vec::new(),
    }
}

fn scans_of(draft: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let draft: toml::Table = fs::read_to_string(folder().join(draft))?.parse()?;
    Ok(scans(&toml::Value::Table(draft)))
}

#[test]
fn every_scan_is_sound_and_large_enough() -> Outcome {
    for draft in ["individual.toml", "company.toml"] {
        let written = scans_of(draft)?;
        let facts = inspect_all(folder(), None, written.iter().map(String::as_str));
        assert_eq!(facts.len(), written.len(), "{draft} names a scan twice");
        let hashes: BTreeSet<_> = facts.iter().map(|(_, facts)| facts.sha256()).collect();
        assert_eq!(hashes.len(), written.len(), "{draft} has the same picture twice");
        for (path, facts) in facts.iter() {
            let Content::Picture { format: Format::Jpeg, width, height, damage: None, .. } = facts.content else {
                return Err(format!("{path}: {:?}", facts.content).into());
            };
            let wanted = if path.contains("licence") { (1100, 1500) } else { (720, 1280) };
            assert!(width.min(height) >= wanted.0 && width.max(height) >= wanted.1, "{path}: {width} × {height}");
            assert!((102_400..=300_000).contains(&facts.size), "{path}: {} bytes", facts.size);
        }
    }
    Ok(())
}

#[test]
fn every_scan_is_used_and_together_they_stay_small() -> Outcome {
    let used: BTreeSet<String> = [scans_of("individual.toml")?, scans_of("company.toml")?].concat().into_iter().collect();
    let mut drawn = BTreeSet::new();
    let mut bytes = 0;
    for entry in fs::read_dir(folder().join("scans"))? {
        let entry = entry?;
        drawn.insert(format!("scans/{}", entry.file_name().to_string_lossy()));
        bytes += entry.metadata()?.len();
    }
    assert_eq!(drawn, used);
    assert!(bytes < 2_500_000, "{bytes} bytes would go into the program");
    Ok(())
}
