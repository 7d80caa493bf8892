//! `beian check`: all findings of one or several drafts, or of drafts on standard input.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::cli::args::Check;
use crate::cli::batch;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::fix;
use crate::cli::json::JsonLine;
use crate::cli::output::Out;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::drafts::codec::Document;
use crate::filing::Draft;
use crate::fs::path::folder_of;
use crate::locale::{Lang, cli as words, error, province};
use crate::package::outside::Reach;
use crate::rules::peers::{PeerDrafts, PeerIndex, label_of};
use crate::rules::{self, Context, Finding};
use crate::scan::Cache;
use crate::scan::facts::Facts;
use crate::text::clean::visible;

/// Where drafts come from when they come line by line.
const STDIN: &str = "-";

/// What came of one draft.
pub struct Checked {
    /// Its file, or which line it is.
    pub name: String,
    title: String,
    /// What was found, or why nothing could be.
    pub result: Result<Vec<Finding>, Failure>,
    notes: Vec<String>,
    /// What was mended before, where that was asked for.
    mended: Option<Vec<Finding>>,
}

/// How drafts are checked.
#[derive(Clone, Copy)]
pub struct Checker<'a> {
    /// Day and folders.
    pub world: &'a World,
    /// The language of what is said.
    pub lang: Lang,
    /// Whether the files that drafts name are looked at.
    pub files: bool,
    /// Whether files outside a draft's folder are meant.
    pub allow_outside: bool,
    /// Whether people read the answer: programs are told the findings alone.
    pub people: bool,
}

/// Checks everything that is named. What cannot be read does not keep the rest from being checked.
pub fn run(args: &Check, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let status = checked(args, world, input, out, err)?;
    Ok(if args.exit_zero && status != Status::System { Status::Fine } else { status })
}

fn checked(args: &Check, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let lang = out.lang;
    let (files, allow_outside) = (!args.no_files, args.allow_outside);
    let checker = Checker { world, lang, files, allow_outside, people: !out.is_json() };
    let wanted: Vec<&OsStr> = args.drafts.iter().map(OsString::as_os_str).collect();
    let is_stdin = |wanted: &OsStr| wanted == STDIN;
    let mut cache = Cache::new();
    match wanted.as_slice() {
        [one] if is_stdin(one) => batch::run(batch::jobs(args.jobs), checker, input, out, err),
        many if many.iter().any(|wanted| is_stdin(wanted)) => {
            Err(Failure::usage(error::STDIN_ALONE).hint(error::STDIN_ALONE_HINT).into())
        }
        [one] => {
            let Some(checked) = checker.all_named(&[one], args.fix, &mut cache).pop() else { return Ok(Status::Fine) };
            if let (true, false, Ok(found)) = (out.is_json(), args.fix, &checked.result) {
                out.json(&findings::list_json(lang, found))?;
                return Ok(findings::status(found));
            }
            match checked.result {
                Err(failure) => Err(failure.into()),
                Ok(_) if out.is_json() => {
                    out.json(&to_json(lang, &checked))?;
                    Ok(checked.status())
                }
                Ok(_) => {
                    checked.print(out, err)?;
                    Ok(checked.status())
                }
            }
        }
        many => each(out, err, checker.all_named(many, args.fix, &mut cache).into_iter()),
    }
}

/// Prints drafts one after the other, as they come. The gravest counts.
fn each(out: &mut Out<'_>, err: &mut dyn Write, drafts: impl Iterator<Item = Checked>) -> Outcome {
    let mut worst = Status::Fine;
    let mut separator = "[\n";
    for checked in drafts {
        worst = worst.max(checked.status());
        if out.is_json() {
            out.raw(separator)?;
            out.bytes(&JsonLine::of(&to_json(out.lang, &checked)))?;
            separator = ",\n";
        } else {
            checked.print(out, err)?;
        }
    }
    if out.is_json() {
        out.raw(if separator == "[\n" { "[]\n" } else { "\n]\n" })?;
    }
    Ok(worst)
}

impl Checked {
    /// A draft that could not be read.
    #[must_use]
    pub fn failed(name: String, failure: Failure) -> Self {
        Self { name, title: String::new(), result: Err(failure), notes: Vec::new(), mended: None }
    }

    /// What was found in a draft, and nothing for people.
    const fn bare(name: String, found: Vec<Finding>) -> Self {
        Self { name, title: String::new(), result: Ok(found), notes: Vec::new(), mended: None }
    }

    /// What it means for the exit status.
    #[must_use]
    pub fn status(&self) -> Status {
        match &self.result {
            Ok(found) => findings::status(found),
            Err(failure) => failure.status(),
        }
    }

    /// Prints it for people.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print(&self, out: &mut Out<'_>, err: &mut dyn Write) -> io::Result<()> {
        let found = match &self.result {
            Ok(found) => found,
            Err(failure) => {
                out.flush()?;
                return writeln!(err, "{}", failure.to_text(out.lang));
            }
        };
        let heading = if self.title.is_empty() { self.name.clone() } else { format!("{}  ({})", self.title, self.name) };
        out.line(heading)?;
        findings::print(out, found)?;
        for note in &self.notes {
            out.line(format!("  {note}"))?;
        }
        out.line(format!("  {}", findings::counts(out.lang, found)))
    }
}

impl Checker<'_> {
    /// Checks a draft given by path or name.
    #[must_use]
    pub fn named(self, wanted: &OsStr, cache: &mut Cache) -> Checked {
        match store::read(self.world, wanted) {
            Ok(file) => self.document(error::path(file.path()), file.document(), file.path(), cache),
            Err(failure) => Checked::failed(visible(&wanted.to_string_lossy()).into_owned(), failure),
        }
    }

    /// Drafts by path or name, each among the others; before that, what cannot be wrong is mended where that is asked for.
    fn all_named(self, wanted: &[&OsStr], fix: bool, cache: &mut Cache) -> Vec<Checked> {
        let mend = |wanted: &&OsStr| fix.then(|| fix::mend(self.world, wanted));
        let mended: Vec<Option<Result<Vec<Finding>, Failure>>> = wanted.iter().map(mend).collect();
        let read: Vec<Result<DraftFile, Failure>> = wanted.iter().map(|wanted| store::read(self.world, wanted)).collect();
        let (mut others, mut places) = (PeerDrafts::default(), HashMap::new());
        for file in read.iter().flatten() {
            let name = file.path().file_stem().unwrap_or_default().to_string_lossy();
            // A draft that is named twice is no draft besides itself.
            places
                .entry(file.path().to_owned())
                .or_insert_with(|| others.add(&label_of(file.draft(), &visible(&name)), file.draft()));
        }
        let mut all = Vec::new();
        for ((wanted, mended), file) in wanted.iter().zip(mended).zip(read) {
            let (mended, file) = match (mended.transpose(), file) {
                (Ok(mended), Ok(file)) => (mended, file),
                (Err(failure), _) | (_, Err(failure)) => {
                    all.push(Checked::failed(visible(&wanted.to_string_lossy()).into_owned(), failure));
                    continue;
                }
            };
            if self.allow_outside {
                let _ = store::reach(self.world, &file, true);
            }
            let peers = PeerIndex::new(&others, places.get(file.path()).copied());
            let mut checked = self.beside(error::path(file.path()), file.document(), file.path(), peers, cache);
            checked.notes.extend(mended.iter().flatten().map(|finding| fix::note(self.lang, finding)));
            checked.mended = mended;
            all.push(checked);
        }
        all
    }

    /// Checks a draft for programs, which are told the findings alone; `file` is where it lies.
    #[must_use]
    pub fn draft(self, name: String, draft: &Draft, file: &Path, cache: &mut Cache) -> Checked {
        let facts = self.facts(draft, file, cache);
        Checked::bare(name, rules::check(&Context::new(draft, &facts, self.world.today())))
    }

    /// Checks a draft that was read; `file` is where it lies.
    #[must_use]
    pub fn document(self, name: String, document: &Document, file: &Path, cache: &mut Cache) -> Checked {
        self.beside(name, document, file, PeerIndex::nobody(), cache)
    }

    /// The same peers other drafts.
    fn beside(self, name: String, document: &Document, file: &Path, peers: PeerIndex<'_>, cache: &mut Cache) -> Checked {
        let draft = document.draft();
        let facts = self.facts(draft, file, cache);
        let context = Context::new(draft, &facts, self.world.today()).with_peers(peers);
        let found = rules::check(&context);
        if !self.people {
            return Checked::bare(name, found);
        }
        let mut notes = self.left_alone(document);
        notes.extend(province::reminders(self.lang, &context));
        Checked { name, title: findings::title(draft), result: Ok(found), notes, mended: None }
    }

    /// What is known of the files that a draft names, where they are to be looked at.
    fn facts(self, draft: &Draft, file: &Path, cache: &mut Cache) -> Facts {
        if !self.files {
            return Facts::new();
        }
        let paths: Vec<&str> = draft.files().into_iter().map(|(_, _, path)| path).filter(|path| !path.is_empty()).collect();
        if paths.is_empty() {
            return Facts::new();
        }
        let reach = if self.allow_outside {
            Reach::everywhere()
        } else {
            Reach::of(file, self.world.own_drafts(), self.world.state_dir.as_deref())
        };
        let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        reach.inspect(cache, folder_of(&real), self.world.home.as_deref(), paths.into_iter())
    }

    /// What in a document is no part of a draft, in words.
    fn left_alone(self, document: &Document) -> Vec<String> {
        let mut notes = Vec::new();
        let unknown = document.unknown_keys();
        if !unknown.is_empty() {
            notes.push(words::UNKNOWN_KEYS.with(self.lang, &[("keys", &visible(&unknown.join(", ")))]));
        }
        let unread = document.unread_events().len();
        if unread > 0 {
            notes.push(words::UNREAD_EVENTS.with(self.lang, &[("count", &unread)]));
        }
        notes
    }
}

fn to_json(lang: Lang, checked: &Checked) -> Json {
    match &checked.result {
        Ok(found) => {
            let mut json = json!({ "draft": checked.name, "findings": findings::list_json(lang, found) });
            if let Some(mended) = &checked.mended {
                json["mended"] = findings::list_json(lang, mended);
            }
            json
        }
        Err(failure) => {
            json!({ "draft": checked.name, "error": failure.details(lang) })
        }
    }
}
