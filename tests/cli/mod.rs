//! The commands, as people and scripts call them: the built binary in a folder of its own.

mod batch;
mod catalog;
mod check;
mod codes;
mod commands;
mod config;
mod confirm;
mod encryption;
mod fixtures;
mod import;
mod inputs;
pub mod kinds;
mod letters;
mod life;
mod materials;
mod needed;
mod output;
mod pages;
mod plain;
mod printed_code;
mod reading;
mod records;
mod refusals;
mod replays;
mod said;
mod schema;
mod several;
mod shell;
mod status;
mod told;

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

/// A folder in which the program runs, and the drafts it has there.
pub struct Place {
    folder: TempDir,
}

/// What a call came to.
pub struct Called {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// An empty place.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A place with both example drafts, `example-company` and `example-individual`.
    pub fn with_examples() -> Self {
        let place = Self::new();
        place.ok(&["new", "--example"]);
        place
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn draft(&self, name: &str) -> PathBuf {
        self.path().join("drafts").join(format!("{name}.toml"))
    }

    /// A file in the place's folder.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
        command
            .args(args)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("LANG", "zh_CN.UTF-8")
            .env("BEIAN_DRAFTS_DIR", self.path().join("drafts"))
            .env("BEIAN_TODAY", "2026-11-23")
            .stdin(Stdio::null());
        command
    }

    pub fn call(&self, args: &[&str]) -> Called {
        Called::from(self.command(args).output().unwrap())
    }

    /// A call with standard input.
    pub fn fed(&self, args: &[&str], input: &[u8]) -> Called {
        let mut child = self.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // What is refused is not read to its end, and may close the pipe before all of it is written.
        let fed = child.stdin.take().unwrap().write_all(input);
        assert!(fed.as_ref().is_ok() || fed.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe), "{fed:?}");
        Called::from(child.wait_with_output().unwrap())
    }

    /// A call that must succeed; its output.
    pub fn ok(&self, args: &[&str]) -> String {
        let called = self.call(args);
        assert_eq!((called.code, called.err.as_str()), (0, ""), "{args:?}: {}", called.out);
        called.out
    }

    /// The JSON in what a call came to.
    pub fn from_output(called: Called) -> Json {
        serde_json::from_str(&called.out).unwrap_or_else(|error| panic!("{error}: {}{}", called.out, called.err))
    }

    /// The JSON that a call prints, whatever its status.
    pub fn json(&self, args: &[&str]) -> Json {
        let called = self.call(&[args, &["--format", "json"]].concat());
        serde_json::from_str(&called.out).unwrap_or_else(|error| panic!("{args:?}: {error}: {}{}", called.out, called.err))
    }
}

impl From<Output> for Called {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
