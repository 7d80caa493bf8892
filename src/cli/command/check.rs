//! `beian check`: all findings of one or several drafts, or of drafts on standard input.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value as Json, json};

use crate::cli::args::{Check, Format};
use crate::cli::batch;
use crate::cli::command::reading;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::fix::{self, Mended};
use crate::cli::json::JsonLine;
use crate::cli::many::{self, Gone};
use crate::cli::output::Out;
use crate::cli::own::{self, Listings, OwnDrafts};
use crate::cli::report::{self, Filter, VERSION};
use crate::cli::sentence::Sentence;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::DraftFile;
use crate::drafts::codec::Document;
use crate::filing::Draft;
use crate::fs::path::folder_of;
use crate::locale::{Lang, cli as words, error, many as words_many, province, record};
use crate::package::outside::Reach;
use crate::reading::{Readings, SharedReader};
use crate::rules::peers::{PeerDrafts, PeerIndex};
use crate::rules::{self, Context, Finding, Severity};
use crate::scan::Cache;
use crate::scan::{self, facts::Facts};
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
    mended: Option<Mended>,
    /// What programs are told beside the findings.
    unknown_keys: Vec<String>,
    unread_events: usize,
    /// The draft's text, in which findings have their lines.
    text: String,
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
    /// What reads the writing on scans, where that is wanted.
    pub reader: Option<&'a SharedReader>,
    /// Whether files outside a draft's folder are meant.
    pub allow_outside: bool,
    /// Whether people read the answer: programs are told the findings alone.
    pub people: bool,
    /// Which findings are wanted.
    pub filter: Filter<'a>,
    /// The drafts that lie beside those that are checked.
    pub beside: &'a Listings,
}

/// Checks everything that is named. What cannot be read does not keep the rest from being checked.
pub fn run(args: &Check, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let status = checked(args, world, input, out, err)?;
    Ok(if args.exit_zero && status != Status::System { Status::Fine } else { status })
}

fn checked(args: &Check, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let filter = Filter::new(&args.wanted)?;
    let is_quiet = args.wanted.quiet;
    let people = out.format == Format::Text;
    let (files, allow_outside) = (!args.no_files, args.allow_outside);
    let reader = args.read.then(|| reading::reader(world)).transpose()?.map(SharedReader::new);
    let (lang, reader, beside) = (out.lang, reader.as_ref(), &Listings::default());
    let checker = Checker { world, lang, files, reader, allow_outside, people, filter, beside };
    if args.drafts.iter().any(|wanted| wanted == STDIN) {
        if args.drafts.len() > 1 {
            return Err(Failure::usage(error::STDIN_ALONE).hint(error::STDIN_ALONE_HINT).into());
        }
        if matches!(out.format, Format::Sarif | Format::Github) {
            return Err(Failure::usage(words_many::ONLY_CHECK).hint(words_many::ONLY_CHECK_HINT).into());
        }
        return batch::run(batch::jobs(args.jobs), checker, input, out, err);
    }
    let wanted = match many::expand(world, &args.drafts) {
        Ok(wanted) => wanted,
        // What reads the answer finds a document, with nothing in it; why stands on standard error.
        Err(failure) => {
            if !people {
                let nothing = Printer::new(is_quiet, false);
                nothing.begin(out)?;
                nothing.end(out, Gone { done: 0, of: 0 })?;
                out.flush()?;
            }
            return Err(failure.into());
        }
    };
    let all = All::read(&checker, &wanted, args);
    // One draft that is named by itself answers alone: with its findings, or with why there are none.
    let is_single = !out.is_report && wanted.len() == 1 && wanted == args.drafts;
    if is_single {
        let checked = all.check(&checker, 0);
        if checked.result.is_err() || out.is_json() {
            return single(checked, args.fix, out);
        }
    }
    let mut printer = Printer::new(is_quiet, filter.names_rules() && wanted.len() > 1);
    printer.begin(out)?;
    let gone = many::in_order(
        world,
        args.jobs,
        wanted.len(),
        |index| all.check(&checker, index),
        |_, checked| Ok(printer.one(out, err, &checked)?),
    )?;
    printer.end(out, gone)?;
    if gone.is_cut_short() {
        let sentence = Sentence::of(words_many::CUT_SHORT).with("done", gone.done).with("of", gone.of);
        return Err(Failure::system(sentence).hint(words_many::CUT_SHORT_HINT).into());
    }
    Ok(printer.worst)
}

/// The answer about a single draft for programs, or why there is none.
fn single(checked: Checked, fix: bool, out: &mut Out<'_>) -> Outcome {
    let status = checked.status();
    let json = match &checked.result {
        Ok(found) if !fix => findings::list_json(out.lang, found),
        Ok(_) => to_json(out.lang, &checked),
        Err(_) => return checked.result.map(|_| status).map_err(Into::into),
    };
    out.json(&json)?;
    Ok(status)
}

/// The drafts of a call, each among the others.
struct All<'a> {
    wanted: &'a [OsString],
    read: Vec<Result<Opened, Mutex<Option<Failure>>>>,
    others: PeerDrafts,
    places: HashMap<PathBuf, usize>,
}

/// A draft that was read, and what was mended in it before.
struct Opened {
    file: DraftFile,
    mended: Option<Mended>,
}

impl<'a> All<'a> {
    /// Reads all of them; before that, what cannot be wrong is mended where that is asked for.
    fn read(checker: &Checker<'_>, wanted: &'a [OsString], args: &Check) -> Self {
        let read = |wanted: &OsString| -> Result<Opened, Failure> {
            let mended = if args.fix { Some(fix::mend(checker.world, wanted, args.force)?) } else { None };
            let file = store::read(checker.world, wanted)?;
            if checker.allow_outside {
                let _ = store::reach(checker.world, &file, true);
            }
            Ok(Opened { file, mended })
        };
        let read: Vec<_> = wanted.iter().map(|wanted| read(wanted).map_err(|failure| Mutex::new(Some(failure)))).collect();
        let (mut others, mut places) = (PeerDrafts::default(), HashMap::new());
        for Opened { file, .. } in read.iter().flatten() {
            let name = file.path().file_stem().unwrap_or_default().to_string_lossy();
            // A draft that is named twice is no draft besides itself.
            places.entry(file.path().to_owned()).or_insert_with(|| others.add_file(&visible(&name), file.draft()));
        }
        let files = read.iter().flatten().map(|opened| opened.file.path());
        let named = places.keys().filter_map(|path| std::fs::canonicalize(checker.world.absolute(path)).ok()).collect();
        own::add(checker.world, files, &named, &mut others);
        Self { wanted, read, others, places }
    }

    /// Checks one of them.
    fn check(&self, checker: &Checker<'_>, index: usize) -> Checked {
        let name = || self.wanted.get(index).map(|wanted| visible(&wanted.to_string_lossy()).into_owned()).unwrap_or_default();
        match self.read.get(index) {
            Some(Ok(Opened { file, mended })) => {
                let peers = PeerIndex::new(&self.others, self.places.get(file.path()).copied());
                let mut cache = checker.world.scans();
                let mut checked = checker.beside(error::path(file.path()), file.document(), file.path(), peers, &mut cache);
                if !checker.people {
                    checked.unknown_keys = file.document().unknown_keys();
                    checked.unread_events = file.document().unread_events().len();
                    checked.text = file.document().to_text();
                }
                if let Some(Mended { made, held }) = mended {
                    checked.notes.extend(made.iter().map(|finding| fix::note(checker.lang, finding)));
                    checked.notes.extend(fix::held(checker.lang, held));
                    checked.mended = mended.clone();
                }
                checked
            }
            // Each is asked for once.
            Some(Err(failure)) => match failure.lock().unwrap_or_else(PoisonError::into_inner).take() {
                Some(failure) => Checked::failed(name(), failure),
                None => Checked::bare(name(), Vec::new()),
            },
            None => Checked::bare(name(), Vec::new()),
        }
    }
}

/// Prints drafts one after the other, as they come, in any format.
struct Printer {
    is_quiet: bool,
    /// Rules were named, and several drafts.
    is_narrow: bool,
    worst: Status,
    drafts: usize,
    unread: usize,
    counts: [usize; 3],
    sarif: Vec<Json>,
}

impl Printer {
    const fn new(is_quiet: bool, is_narrow: bool) -> Self {
        Self { is_quiet, is_narrow, worst: Status::Fine, drafts: 0, unread: 0, counts: [0; 3], sarif: Vec::new() }
    }

    fn begin(&self, out: &mut Out<'_>) -> io::Result<()> {
        if out.is_json() { out.raw(&format!("{{\"version\":{VERSION},\"drafts\":[")) } else { Ok(()) }
    }

    fn one(&mut self, out: &mut Out<'_>, err: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        self.worst = self.worst.max(checked.status());
        let found = checked.result.as_deref().unwrap_or_default();
        self.drafts += 1;
        self.unread += usize::from(checked.result.is_err());
        for (count, weight) in self.counts.iter_mut().zip([Severity::Error, Severity::Warning, Severity::Hint]) {
            *count += rules::count(found, weight);
        }
        let lang = out.lang;
        match out.format {
            Format::Json => {
                out.raw(if self.drafts == 1 { "\n" } else { ",\n" })?;
                out.bytes(&JsonLine::of(&to_json(lang, checked)))?;
            }
            Format::Sarif | Format::Github if checked.result.is_err() => checked.print(out, err)?,
            Format::Sarif => {
                self.sarif.extend(found.iter().map(|finding| report::sarif_result(lang, &checked.name, &checked.text, finding)));
            }
            Format::Github => {
                for finding in found.iter().filter(|finding| finding.confirmed.is_none()) {
                    out.line(report::github(lang, &checked.name, &checked.text, finding))?;
                }
            }
            _ if self.is_quiet && checked.result.is_ok() => checked.print_briefly(out)?,
            // Of many drafts asked about one rule, those are told that break it.
            _ if self.is_narrow && found.is_empty() && checked.notes.is_empty() && checked.result.is_ok() => {}
            _ => checked.print(out, err)?,
        }
        // What is done stays done, whatever comes next.
        out.flush()
    }

    fn end(&self, out: &mut Out<'_>, gone: Gone) -> io::Result<()> {
        let [errors, warnings, hints] = self.counts;
        match out.format {
            Format::Json => {
                let totals = json!({
                    "drafts": self.drafts,
                    "unreadable": self.unread,
                    "error": errors,
                    "warning": warnings,
                    "hint": hints,
                    "interrupted": gone.is_cut_short(),
                });
                out.raw("\n],\"totals\":")?;
                out.bytes(&JsonLine::of(&totals))?;
                out.raw("}\n")
            }
            Format::Sarif => out.json(&report::sarif(out.lang, self.sarif.clone())),
            Format::Github => Ok(()),
            // What there is to say of one was said.
            _ if self.is_quiet || gone.of < 2 => Ok(()),
            _ => {
                out.line(words_many::total(out.lang, self.drafts - self.unread, self.counts))?;
                match self.unread {
                    0 => Ok(()),
                    count => out.line(words_many::TOTAL_UNREAD.with(out.lang, &[("count", &count)])),
                }
            }
        }
    }
}

impl Checked {
    /// A draft that could not be read.
    #[must_use]
    pub fn failed(name: String, failure: Failure) -> Self {
        Self { result: Err(failure), ..Self::bare(name, Vec::new()) }
    }

    /// What was found in a draft, and nothing for people.
    const fn bare(name: String, found: Vec<Finding>) -> Self {
        Self {
            name,
            title: String::new(),
            result: Ok(found),
            notes: Vec::new(),
            mended: None,
            unknown_keys: Vec::new(),
            unread_events: 0,
            text: String::new(),
        }
    }

    /// What it means for the exit status.
    #[must_use]
    pub fn status(&self) -> Status {
        match &self.result {
            Ok(found) => findings::status(found),
            Err(failure) => failure.status(),
        }
    }

    /// Prints the errors alone, a line each; nothing where there are none.
    ///
    /// # Errors
    /// When it cannot be written.
    fn print_briefly(&self, out: &mut Out<'_>) -> io::Result<()> {
        let found = self.result.as_deref().unwrap_or_default();
        if found.is_empty() {
            return Ok(());
        }
        let name =
            if self.title.is_empty() { self.name.clone() } else { format!("{}  ({})", out.shortened(&self.title), self.name) };
        out.line(format!("{name}: {}", findings::counts(out.lang, found)))?;
        findings::print_briefly(out, found)
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
        findings::head(out, &self.title, &self.name)?;
        findings::print(out, found)?;
        for note in &self.notes {
            out.line(format!("  {note}"))?;
        }
        out.line(format!("  {}", findings::counts(out.lang, found)))
    }
}

impl Checker<'_> {
    /// Checks a draft given by path or name, among those of the user's own folder where it lies there.
    #[must_use]
    pub fn named(self, wanted: &OsStr, own: &OwnDrafts, cache: &mut Cache) -> Checked {
        match store::read(self.world, wanted) {
            Ok(file) => {
                let peers = own.beside(self.world, file.path());
                self.beside(error::path(file.path()), file.document(), file.path(), peers, cache)
            }
            Err(failure) => Checked::failed(visible(&wanted.to_string_lossy()).into_owned(), failure),
        }
    }

    /// Checks a draft for programs, which are told the findings alone; `file` is where it lies.
    #[must_use]
    pub fn draft(self, name: String, draft: &Draft, file: &Path, cache: &mut Cache) -> Checked {
        let facts = self.facts(draft, file, cache);
        let readings = self.readings(draft, file, &facts);
        let context = Context::new(draft, &facts, self.world.today()).with_readings(&readings);
        Checked::bare(name, self.wanted(rules::check(&context)))
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
        let readings = self.readings(draft, file, &facts);
        let context = Context::new(draft, &facts, self.world.today()).with_readings(&readings).with_peers(peers);
        let found = self.wanted(rules::check(&context));
        if !self.people {
            return Checked::bare(name, found);
        }
        let mut notes = self.left_alone(document);
        if !self.filter.names_rules() {
            notes.extend(province::reminders(self.lang, &context).into_iter().flat_map(province::Reminders::all));
        }
        if findings::on_record(draft, &found) > 0 {
            let change = self.beside.change_of(self.world, draft, file);
            notes.push(record::wrong_on_record(self.lang, file, change.map(|change| (change.path, change.stage))));
        }
        Checked { title: findings::title(draft), notes, ..Checked::bare(name, found) }
    }

    /// Those of the findings that are wanted.
    fn wanted(self, mut found: Vec<Finding>) -> Vec<Finding> {
        found.retain(|finding| self.filter.admits(finding));
        found
    }

    /// What is known of the files that a draft names, where they are to be looked at.
    fn facts(self, draft: &Draft, file: &Path, cache: &mut Cache) -> Facts {
        if !self.files {
            return Facts::new();
        }
        let scans: Vec<_> = draft.scans().filter(|scan| !scan.path.is_empty()).collect();
        if scans.is_empty() {
            return Facts::new();
        }
        let reach = if self.allow_outside {
            Reach::everywhere()
        } else {
            Reach::of(file, self.world.own_drafts(), self.world.state_dir.as_deref())
        };
        let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        reach.inspect(cache, folder_of(&real), self.world.home.as_deref(), scans.into_iter())
    }

    /// What the certificates of a draft say, where they are to be read.
    fn readings(self, draft: &Draft, file: &Path, facts: &Facts) -> Readings {
        let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        let place = |path: &str| scan::resolve(folder_of(&real), self.world.home.as_deref(), path);
        self.reader.map(|reader| reader.of(draft, facts, place)).unwrap_or_default()
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
    let found = match &checked.result {
        Ok(found) => found,
        Err(failure) => return json!({ "draft": checked.name, "error": failure.details(lang) }),
    };
    let placed = |finding: &Finding| {
        let mut json = findings::to_json(lang, finding);
        if let Some((line, column)) = report::place(&checked.text, finding) {
            json["line"] = line.into();
            json["column"] = column.into();
        }
        json
    };
    let mut json = json!({
        "draft": checked.name,
        "findings": found.iter().map(placed).collect::<Vec<Json>>(),
        "unknown_keys": checked.unknown_keys,
        "unread_events": checked.unread_events,
    });
    if let Some(mended) = &checked.mended {
        json["mended"] = findings::list_json(lang, &mended.made);
        json["held_back"] = mended.held.iter().map(|(id, _)| id.path()).collect();
    }
    json
}
