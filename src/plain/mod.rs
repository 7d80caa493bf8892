//! The wizard without a screen: the same fields, asked line by line, for screen readers, slow lines and piped input.
//!
//! No line is drawn and none is changed once it is written. It works on the same draft files as the wizard, by the same rules.
//! [`console`] reads and writes lines, [`session`] holds the open draft, [`field`] asks for one field with what [`choice`] offers,
//! [`menu`] leads through the draft, [`report`] tells what the rules, the checklist and the history say, and `export` makes the package.

pub mod choice;
pub mod console;
mod export;
pub mod field;
pub mod menu;
pub mod report;
pub mod session;

use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use self::console::{Console, Line};
use self::session::Session;
use crate::catalog;
use crate::drafts::folder::Listed;
use crate::drafts::{Access, DraftFile, Folder};
use crate::filing::event::Moment;
use crate::filing::progress::Progress;
use crate::filing::reuse::kind_title;
use crate::filing::{Draft, FieldId, History, Stage, Value};
use crate::fs::lock::Owner;
use crate::locale::{Lang, Text, error, plain as words, stage};
use crate::package::export::Wishes;

/// Reads what was typed for a field: its value, `None` for nothing. The path is the folder of the draft.
pub type Parse<'a> = dyn Fn(&Draft, FieldId, &str, &Path) -> Option<Value> + 'a;

/// Asks for a line without showing what is typed, on the terminal that is the input; `None` where the person gave up.
pub type Secret = fn(&str, &mut dyn Read, &mut dyn Write) -> io::Result<Option<String>>;

/// Makes the draft of what is prepared from a record, which is named by a draft, a file or a filing number; the path of the draft, or why
/// there is none.
pub type Begin<'a> = dyn Fn(Prepared, &str) -> Result<PathBuf, String> + 'a;

/// What is prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prepared {
    /// A first filing.
    First,
    /// One more mini-program of a subject on record.
    Additional,
    /// A change.
    Change,
    /// A deregistration.
    Deregistration,
}

impl Prepared {
    const ALL: [(Self, Text); 4] = [
        (Self::First, words::NEW_FIRST),
        (Self::Additional, words::NEW_ADDITIONAL),
        (Self::Change, words::NEW_CHANGE),
        (Self::Deregistration, words::NEW_DEREGISTRATION),
    ];
}

/// How it is started.
pub struct Options<'a> {
    /// The language.
    pub lang: Lang,
    /// The folder of the drafts.
    pub drafts: &'a Folder,
    /// How packages are made.
    pub export: &'a Wishes,
    /// The user's own folder of drafts, where every file that a draft names is meant.
    pub own: Option<&'a Path>,
    /// The folder of what is kept between sessions.
    pub state: Option<&'a Path>,
    /// What `~/` stands for.
    pub home: Option<&'a Path>,
    /// The day as of which is checked.
    pub today: NaiveDate,
    /// The present moment, asked for whenever it matters.
    pub now: &'a dyn Fn() -> Moment,
    /// The draft to open at once.
    pub open: Option<PathBuf>,
    /// Who writes.
    pub owner: Owner,
    /// Whether what is typed must be written, too.
    pub echo: bool,
    /// Asks for a line that is typed unseen on a terminal.
    pub secret: Secret,
    /// Reads what was typed.
    pub parse: &'a Parse<'a>,
    /// Makes a draft that begins with a record.
    pub begin: &'a Begin<'a>,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("lang", &self.lang).field("open", &self.open).finish_non_exhaustive()
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// All is saved.
    Saved,
    /// The last changes are not on the disk.
    Unsaved,
}

/// Asks and tells until the user leaves or the input ends.
///
/// # Errors
/// When nothing can be written or read. Every answer was saved before.
pub fn run(options: &Options<'_>, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Ended> {
    let mut console = Console::new(input, out, options.lang, options.echo);
    console.say(words::HELLO)?;
    console.say(words::KEYS)?;
    let mut open = options.open.clone();
    loop {
        let path = match open.take() {
            Some(path) => path,
            None => match home(options, &mut console)? {
                Some(path) => path,
                None => return Ok(Ended::Saved),
            },
        };
        let Some(mut session) = opened(&path, options, &mut console)? else { continue };
        let goes_on = menu::run(&mut session, &mut console)?;
        if !session.is_saved {
            session.save(&mut console)?;
        }
        match (goes_on, session.is_saved) {
            (true, true) => {}
            (true, false) => open = None,
            (false, true) => {
                console.say(words::INPUT_ENDED)?;
                return Ok(Ended::Saved);
            }
            (false, false) => {
                console.say(words::INPUT_ENDED_UNSAVED)?;
                return Ok(Ended::Unsaved);
            }
        }
    }
}

/// Opens a draft; says why it cannot be opened, or only be read.
fn opened<'a>(path: &Path, options: &'a Options<'a>, console: &mut Console<'_>) -> io::Result<Option<Session<'a>>> {
    let file = DraftFile::open(path, Access::Write(&options.owner)).or_else(|error| {
        // Another program has it: it can be read all the same.
        DraftFile::open(path, Access::ReadOnly).map_err(|_| error)
    });
    match file {
        Ok(file) => {
            console.tell(words::OPENED, &[("path", &error::path(path))])?;
            Ok(Some(Session::new(file, options)))
        }
        Err(trouble) => {
            let (why, hint) = error::open(console.lang, &trouble);
            console.line(format!("{why} {hint}"))?;
            Ok(None)
        }
    }
}

/// The list of drafts: which to open; `None` to leave.
fn home(options: &Options<'_>, console: &mut Console<'_>) -> io::Result<Option<PathBuf>> {
    loop {
        let listed = match options.drafts.list() {
            Ok(listing) => listing.entries,
            Err(trouble) => {
                let (why, hint) = error::folder(console.lang, &trouble);
                console.line(format!("{why} {hint}"))?;
                Vec::new()
            }
        };
        console.say(if listed.is_empty() { words::NO_DRAFTS } else { words::DRAFTS })?;
        for (number, line) in lines(&listed, console.lang).into_iter().enumerate() {
            console.line(format!("{}. {line}", number + 1))?;
        }
        let choices = if listed.is_empty() { words::HOME_CHOICES_EMPTY } else { words::HOME_CHOICES };
        match console.ask(choices)? {
            Line::End => {
                console.say(words::INPUT_ENDED_HOME)?;
                return Ok(None);
            }
            Line::Typed(typed) => match (typed.as_str(), typed.parse::<usize>()) {
                ("q" | "Q", _) => return Ok(None),
                ("", _) => {}
                ("?" | "？", _) => console.say(words::HOME_HELP)?,
                ("n" | "N", _) => {
                    if let Some(path) = new(options, &listed, console)? {
                        return Ok(Some(path));
                    }
                }
                (_, Ok(number)) => match number.checked_sub(1).and_then(|index| listed.get(index)) {
                    Some(one) => return Ok(Some(one.path.clone())),
                    None => console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?,
                },
                _ => console.tell(words::BAD_ANSWER, &[("typed", &typed)])?,
            },
        }
    }
}

/// The drafts, one a line. Those of one title say of what kind they are and which file they lie in: one would be opened for the other.
fn lines(listed: &[Listed], lang: Lang) -> Vec<String> {
    let title = |one: &Listed| one.summary.as_ref().map(|summary| summary.title.trim().to_owned()).unwrap_or_default();
    let titles: Vec<String> = listed.iter().map(title).collect();
    let line = |one: &Listed, title: &str| match &one.summary {
        Ok(summary) => {
            let untitled = || words::UNTITLED.with(lang, &[("file", &one.name)]);
            let name = if title.is_empty() { untitled() } else { title.to_owned() };
            let stage = stage::stage_in(&summary.draft, summary.stage).in_lang(lang);
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("name", &name), ("stage", &stage), ("percent", &summary.progress.map_or(0, Progress::percent))];
            let draft = if summary.progress.is_some() { words::DRAFT } else { words::DRAFT_SUBMITTED }.with(lang, args);
            if title.is_empty() || titles.iter().filter(|other| *other == title).count() < 2 {
                return draft;
            }
            let kind = kind_title(&summary.draft).in_lang(lang);
            words::DRAFT_ALIKE.with(lang, &[("draft", &draft), ("kind", &kind), ("file", &one.name)])
        }
        Err(trouble) => {
            let (why, hint) = error::open(lang, trouble);
            words::DRAFT_UNREADABLE.with(lang, &[("name", &one.name), ("why", &why), ("hint", &hint)])
        }
    };
    listed.iter().zip(&titles).map(|(one, title)| line(one, title)).collect()
}

/// Makes a draft: of a first filing, or of what begins with a record.
fn new(options: &Options<'_>, listed: &[Listed], console: &mut Console<'_>) -> io::Result<Option<PathBuf>> {
    console.say(words::NEW_WHAT)?;
    for (number, (_, name)) in Prepared::ALL.iter().enumerate() {
        console.line(format!("{}. {}", number + 1, name.in_lang(console.lang)))?;
    }
    loop {
        let typed = match console.ask(words::NEW_WHAT_CHOICES)? {
            Line::End => return Ok(None),
            Line::Typed(typed) if ["<", ".", "q", "Q"].contains(&typed.as_str()) => return Ok(None),
            Line::Typed(typed) => typed,
        };
        let number = if typed.is_empty() { Some(1) } else { typed.parse::<usize>().ok() };
        match number.and_then(|number| Prepared::ALL.get(number.checked_sub(1)?)) {
            Some((Prepared::First, _)) => return first(options, console),
            Some((prepared, _)) => return from_record(options, *prepared, listed, console),
            None if typed == "?" || typed == "？" => console.say(words::NEW_WHAT_HELP)?,
            None => console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?,
        }
    }
}

/// Makes a draft that begins with a record: that of a filed draft, a package, a saved answer, or a filing number alone.
fn from_record(
    options: &Options<'_>,
    prepared: Prepared,
    listed: &[Listed],
    console: &mut Console<'_>,
) -> io::Result<Option<PathBuf>> {
    let is_filed = |one: &&Listed| one.summary.as_ref().is_ok_and(|summary| History::of(&summary.draft).stage() == Stage::Filed);
    let filed: Vec<&Listed> = listed.iter().filter(is_filed).collect();
    console.say(words::RECORD_FROM)?;
    for (number, one) in filed.iter().enumerate() {
        let title = one.summary.as_ref().map(|summary| summary.title.trim().to_owned()).unwrap_or_default();
        console.line(format!("{}. {}", number + 1, if title.is_empty() { &one.name } else { &title }))?;
    }
    let choices = if filed.is_empty() { words::RECORD_CHOICES_NONE } else { words::RECORD_CHOICES };
    loop {
        let typed = match console.ask(choices)? {
            Line::End => return Ok(None),
            Line::Typed(typed) if ["", "<", ".", "q", "Q"].contains(&typed.as_str()) => return Ok(None),
            Line::Typed(typed) if typed == "?" || typed == "？" => {
                console.say(words::RECORD_HELP)?;
                continue;
            }
            Line::Typed(typed) => typed,
        };
        let chosen = typed.parse::<usize>().ok().and_then(|number| filed.get(number.checked_sub(1)?));
        let from = chosen.map_or_else(|| typed.clone(), |one| one.path.to_string_lossy().into_owned());
        match (options.begin)(prepared, &from) {
            Ok(path) => {
                console.tell(words::CREATED, &[("path", &error::path(&path))])?;
                return Ok(Some(path));
            }
            Err(why) => console.line(why)?,
        }
    }
}

/// Makes a draft of a first filing.
fn first(options: &Options<'_>, console: &mut Console<'_>) -> io::Result<Option<PathBuf>> {
    console.say(words::NEW_NATURE)?;
    let usual = [catalog::INDIVIDUAL, catalog::ENTERPRISE].into_iter().filter_map(catalog::nature);
    let others = catalog::natures().iter().filter(|row| ![catalog::INDIVIDUAL, catalog::ENTERPRISE].contains(&row.id));
    let entries: Vec<choice::Entry> = usual.chain(others).map(|row| choice::Entry::new(row.id, row.name)).collect();
    let mut choice = choice::Choice::new(entries);
    choice.list(console, &|_| false)?;
    loop {
        let typed = match console.read()? {
            Line::End => return Ok(None),
            Line::Typed(typed) if ["", "<", ".", "q", "Q"].contains(&typed.as_str()) => return Ok(None),
            Line::Typed(typed) if typed == "?" || typed == "？" => {
                console.line(FieldId::SubjectNature.field().help.in_lang(console.lang))?;
                continue;
            }
            Line::Typed(typed) => typed,
        };
        let Some(nature) = choice.find(console, &typed)? else { continue };
        return match options.drafts.create(&Draft::new(nature), "", &options.owner) {
            Ok(file) => {
                console.tell(words::CREATED, &[("path", &error::path(file.path()))])?;
                Ok(Some(file.path().to_owned()))
            }
            Err(trouble) => {
                let (why, hint) = error::folder(console.lang, &trouble);
                console.line(format!("{why} {hint}"))?;
                Ok(None)
            }
        };
    }
}
