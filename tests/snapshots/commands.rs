//! What the commands print for people, in both languages.

use beian::locale::Lang;

use super::{Snapshot, code, compare, with_slashes};
use crate::cli::Place;
use crate::flow::wizard::LANGS;

/// The commands: the first word names the snapshot.
const COMMANDS: [&[&str]; 4] = [
    &["check", "example-company"],
    &["status", "example-company"],
    &["explain", "remark-length"],
    &["materials", "example-company"],
];

/// What happened to the filing: it came back once and is under review. All before today: `--today` keeps the time of day.
const STORY: [&[&str]; 3] = [
    &["submitted", "--at", "2026-11-18 09:00"],
    &["platform-returned", "--at", "2026-11-19 09:00", "--reason", "证件照片不清晰，请重新上传。"],
    &["submitted", "--at", "2026-11-20 09:00"],
];

fn name(command: &str, lang: Lang) -> String {
    format!("command-{command}-{}", code(lang))
}

/// The names of all snapshots that are made here.
pub fn names() -> Vec<String> {
    COMMANDS.iter().flat_map(|args| LANGS.map(|lang| name(args[0], lang))).collect()
}

/// A company with a bad remark, in a province that asks for more than it has.
fn place() -> Place {
    let place = Place::with_examples();
    for event in STORY {
        place.ok(&[&["status", "example-company"], event].concat());
    }
    let edits = ["mini_program.remark=测试", "subject.region=320106"];
    assert_eq!(place.call(&[&["set", "example-company", "--force"], &edits[..]].concat()).code, 0);
    place
}

/// The call as one types it, what it prints, and its exit status.
fn printed(place: &Place, args: &[&str], lang: Lang) -> String {
    let called = place.call(&[args, &["--lang", code(lang), "--today", "2026-11-23"]].concat());
    assert_eq!(called.err, "", "{args:?}");
    // The folder has another name in every run, and on some systems a second one.
    let mut out = called.out;
    for folder in [place.path().canonicalize().unwrap(), place.path().to_owned()] {
        out = out.replace(folder.to_str().unwrap(), "[folder]");
    }
    let out = with_slashes(&out);
    format!("$ beian {}\n{out}[exit status {}]\n", args.join(" "), called.code)
}

#[test]
fn commands_print_what_they_did() {
    let place = place();
    let mut snapshots: Vec<Snapshot> = Vec::new();
    for args in COMMANDS {
        snapshots.extend(LANGS.map(|lang| (name(args[0], lang), printed(&place, args, lang))));
    }
    compare(&snapshots);
}
