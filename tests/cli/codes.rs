//! One table of exit codes, which every command keeps to: 0 fine, 1 errors found, 2 wrong use or unreadable input, 3 a failure of the
//! system.

use std::collections::BTreeSet;

use super::Place;

/// Calls and what they come to. `missing` is no draft, `broken.toml` no TOML, `bad` a draft with errors, `example-company` one without.
const TABLE: &[(&[&str], i32)] = &[
    (&["new", "--name", "a"], 0),
    (&["new", "no/such/x.toml"], 2),
    (&["new", "broken.toml"], 2),
    (&["new", "--nature", "nothing"], 2),
    (&["new", "--from", "missing"], 2),
    (&["list"], 0),
    (&["list", "missing"], 2),
    (&["list", "--drafts-dir", "no/such"], 2),
    (&["diff", "missing"], 2),
    (&["check", "example-company"], 0),
    (&["check", "bad"], 1),
    (&["check", "bad", "--exit-zero"], 0),
    (&["check", "missing"], 2),
    (&["check", "./broken.toml"], 2),
    (&["check", "bad", "./broken.toml"], 2),
    (&["check", "bad", "--select", "no-rule"], 2),
    (&["check", "no/such/folder"], 2),
    (&["confirm", "example-company", "no-rule", "--reason", "x"], 2),
    (&["confirm", "missing", "mobile-shared", "--reason", "x"], 2),
    (&["export", "bad"], 1),
    (&["export", "bad", "example-company"], 1),
    (&["export", "missing"], 2),
    (&["export", "example-company", "-o", "no/such/x.zip"], 2),
    (&["export", "example-company", "-o", "-"], 2),
    (&["letters", "missing"], 2),
    (&["letters", "example-company", "-o", "broken.toml"], 2),
    (&["checklist", "missing"], 2),
    (&["checklist", "example-company", "-o", "no/such/x.html"], 2),
    (&["fill", "missing.zip"], 2),
    (&["show", "bad"], 0),
    (&["show", "missing"], 2),
    (&["show", "bad", "-o", "no/such/x.txt"], 2),
    (&["materials", "bad"], 0),
    (&["materials", "missing"], 2),
    (&["materials", "prepare", "missing"], 2),
    (&["status", "bad"], 0),
    (&["status", "missing"], 2),
    (&["status", "bad", "nothing"], 2),
    (&["status", "bad", "--import", "missing.json"], 2),
    (&["models"], 0),
    (&["models", "add", "missing.whl"], 2),
    (&["models", "add", "broken.toml"], 2),
    (&["read", "missing.jpg"], 2),
    (&["check", "bad", "--read"], 2),
    (&["new", "--scans", "no/such/folder"], 2),
    (&["fields"], 0),
    (&["rules"], 0),
    (&["rules", "--topic", "nothing"], 2),
    (&["explain", "mobile-shared"], 0),
    (&["explain", "nothing"], 2),
    (&["schema"], 0),
    (&["set", "bad", "published=maybe"], 2),
    (&["set", "bad", "published=yes"], 0),
    (&["set", "bad", "nothing=1"], 2),
    (&["set", "missing", "published=yes"], 2),
    (&["set", "bad", "--json", "missing.json"], 2),
    (&["get", "bad"], 0),
    (&["get", "bad", "nothing"], 2),
    (&["get", "missing"], 2),
    (&["import", "missing.csv"], 2),
    (&["import", "wrong.csv"], 1),
    (&["import", "--template"], 0),
    (&["copy", "bad"], 0),
    (&["copy", "missing"], 2),
    (&["copy", "bad", "no/such/x.toml"], 2),
    (&["rename", "missing", "x"], 2),
    (&["rename", "bad", "no/such/x"], 2),
    (&["rename", "bad", "example-company"], 2),
    (&["collect", "example-company"], 0),
    (&["collect", "missing"], 2),
    (&["delete", "missing"], 2),
    (&["trash"], 0),
    (&["trash", "--restore", "missing"], 2),
    (&["completions", "bash"], 0),
    (&["completions", "dos"], 2),
    (&["man"], 0),
    (&["man", "nothing"], 2),
    (&["man", "-o", "no/such"], 2),
    (&["gitignore"], 0),
    (&["catalog"], 0),
    (&["catalog", "update", "missing.json"], 2),
    (&["catalog", "reset", "nothing"], 2),
    (&["config"], 0),
    (&["config", "get", "nothing"], 2),
    (&["config", "set", "language", "fr"], 2),
    (&["config", "unset", "nothing"], 2),
    (&["help"], 0),
    (&["help", "nothing"], 2),
    (&["nothing", "x"], 2),
    (&["--nothing"], 2),
    (&["--help"], 0),
    (&["--version"], 0),
    (&["list", "--lang", "fr"], 2),
    (&["list", "--today", "someday"], 2),
];

fn place() -> Place {
    let place = Place::with_examples();
    place.ok(&["new", "--name", "bad"]);
    place.file("broken.toml", "format = ");
    place.file("wrong.csv", "小程序名称,主体性质\na,nothing\n");
    place
}

#[test]
fn every_command_keeps_to_the_table() {
    let place = place();
    let mut wrong = Vec::new();
    for (args, code) in TABLE {
        let called = place.call(args);
        if called.code != *code {
            wrong.push(format!("{args:?}: {} instead of {code}: {}", called.code, called.err));
        }
        // What went wrong is said on standard error, and what is fine says nothing there.
        if *code >= 2 && called.err.is_empty() {
            wrong.push(format!("{args:?}: says nothing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let tested: BTreeSet<&str> = TABLE.iter().filter_map(|(args, _)| args.first().copied()).collect();
    let help = place.ok(&["help", "--lang", "en"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let missed: Vec<&str> =
        commands.filter_map(|line| line.split_whitespace().next()).filter(|command| !tested.contains(command)).collect();
    assert!(missed.is_empty(), "not in the table: {missed:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_system_will_not_do_is_its_failure() {
    let place = place();
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for args in
        [&["list"][..], &["fields"], &["check", "bad"], &["check", "drafts"], &["status", "drafts"], &["config"], &["man"]]
    {
        let output = place.command(args).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(std::fs::metadata("/dev/full").map(|found| found.is_file()).ok(), Some(false));
}
