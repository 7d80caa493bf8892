//! What people see, line by line: a page that turns ugly turns red. CONTRIBUTING.md says how to renew the snapshots.

mod commands;
mod plain;
mod screens;

use std::collections::BTreeSet;
use std::path::Path;

use beian::locale::Lang;

/// A snapshot: its name, which is that of its file, and what is seen.
type Snapshot = (String, String);

/// The code of a language in the name of a snapshot and after `--lang`.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// Paths as they are written where the snapshots were made: nothing else that is seen has a backslash.
fn with_slashes(seen: &str) -> String {
    seen.replace('\\', "/")
}

/// Compares each with its file; complains about all that differ, not about the first only.
fn compare(snapshots: &[Snapshot]) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let differs = |(name, seen): &&Snapshot| {
        let compared = || settings.bind(|| insta::assert_snapshot!(name.as_str(), seen));
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(compared)).is_err()
    };
    let different: Vec<&str> = snapshots.iter().filter(differs).map(|(name, _)| name.as_str()).collect();
    assert!(
        different.is_empty(),
        "{different:?} in tests/snapshots differ; if the new look is meant: INSTA_UPDATE=always cargo test --test all snapshots, then read the diff"
    );
}

#[test]
fn every_file_belongs_to_a_snapshot() {
    let files: BTreeSet<String> = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .read_dir()
        .unwrap()
        .filter_map(|entry| Some(entry.unwrap().file_name().to_str().unwrap().strip_suffix(".snap")?.to_owned()))
        .collect();
    let names: BTreeSet<String> = screens::names().into_iter().chain(commands::names()).chain(plain::names()).collect();
    let left_behind: Vec<&String> = files.difference(&names).collect();
    assert!(left_behind.is_empty(), "no test makes {left_behind:?}: delete the files");
}
