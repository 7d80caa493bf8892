//! What leaves the program: the package, one zip with everything needed to hand a filing in.
//!
//! - [`request`]: the body of `apply_icp_filing`, exactly the platform's fields;
//! - [`cancel`]: the body of `cancel_icp_filing`, for a deregistration;
//! - [`changes`]: what a change changes, which is entered in the console;
//! - [`checklist`]: what is left to do;
//! - [`encryption`]: packages that not everybody may open;
//! - [`record`]: what is on record, read from drafts, packages and answers of the platform;
//! - [`inside`]: the draft, its files named by where they lie in the package;
//! - [`outside`]: files that a draft names outside its folder;
//! - [`material`]: what the scans are called, in the order in which the console asks for them, one file for one content;
//! - [`media`]: the scans, and the list that tells how to upload them;
//! - [`fill`]: the body to post, once the uploads have given their ids;
//! - [`html`]: pages for people, which fetch nothing;
//! - [`letters`]: to print, sign and seal;
//! - [`sheet`]: every value in the order of the console's pages, to be copied from;
//! - [`manifest`]: what is in the package and what made it;
//! - [`opened`]: a package read again;
//! - [`post`]: how the requests are posted;
//! - [`archive`]: the zip, the same bytes for the same draft and date, written whole or not at all.

pub mod archive;
pub mod calendar;
pub mod cancel;
pub mod changes;
pub mod checklist;
pub mod digest;
pub mod encryption;
pub mod export;
pub mod fill;
pub mod html;
pub mod inside;
pub mod letters;
pub mod manifest;
pub mod material;
pub mod media;
pub mod name;
pub mod opened;
pub mod outside;
pub mod post;
pub mod record;
pub mod request;
pub mod sheet;
mod window;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::{fmt, io};

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use thiserror::Error;

use self::calendar::words::CalendarWords;
use self::manifest::Open;
use self::material::Naming;
use crate::drafts::exported::Exported;
use crate::filing::{Draft, FieldId, Filing};
use crate::identifiers::moment;
use crate::rules::required_materials::materials;
use crate::rules::{Arg, Context, Finding, PERSON_LEFT_OUT, leave_words_out};
use crate::scan::facts::Facts;
use crate::text::Lang;

/// Where the request of a new filing lies.
const APPLY: &str = "request/apply_icp_filing.json";
/// Where the request of a deregistration lies.
const CANCEL: &str = "request/cancel_icp_filing.json";

/// Reads the file a path in the draft means.
pub type Read<'a> = dyn Fn(&str) -> io::Result<Vec<u8>> + 'a;

/// What a package is built from, besides the filing.
pub struct Inputs<'a> {
    /// The day of the export (China time): in the name, the manifest and the times inside the archive.
    pub today: NaiveDate,
    /// What the rules left: warnings and hints.
    pub findings: &'a [Finding],
    /// The draft as it stands on disk.
    pub draft_text: &'a str,
    /// What was known about the scans when the rules passed them.
    pub facts: &'a Facts,
    /// In which letters the files are named.
    pub naming: Naming,
    /// Reads a scan by its path in the draft; the package reads with it, too, when it is written.
    pub read: Rc<Read<'static>>,
    /// The language of what people read in it.
    pub lang: Lang,
    /// Whether answers to questions, reasons of confirmations, remarks and a reviewer's words leave, which are nobody's business but
    /// the user's.
    pub with_notes: bool,
}

/// Why a package cannot be built.
#[derive(Debug, Error)]
pub enum PackageError {
    /// A scan could not be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The field that names it.
        field: FieldId,
        /// Its path in the draft.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A scan is not what the rules had looked at: it changed in between, or nobody has looked.
    #[error("{path} is not the file that was checked")]
    Changed {
        /// The field that names it.
        field: FieldId,
        /// Its path in the draft.
        path: String,
    },
    /// A value cannot be written as the platform wants it. The rules should have found it.
    #[error("{} does not fit the request", field.path())]
    Unfit {
        /// The field.
        field: FieldId,
    },
    /// The draft's text is none, or would not read back as the same with the places of its files in it.
    #[error("cannot write the draft: {0}")]
    Draft(String),
    /// The parts could not be put together.
    #[error("cannot make the archive: {0}")]
    Archive(#[source] io::Error),
}

/// A completed export: a name and files, sorted by their paths. Scans are read when they are written, so that they take no memory before.
pub struct Package {
    name: String,
    date: NaiveDate,
    digest: Option<String>,
    files: BTreeMap<String, Part>,
    read: Rc<Read<'static>>,
}

/// A file of a package, as it stands there or as it is read.
#[derive(Debug)]
pub enum Part {
    /// Written for it.
    Made(Vec<u8>),
    /// One of the scans.
    Scan(media::Scan),
}

impl fmt::Debug for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Package").field("name", &self.name).field("date", &self.date).finish_non_exhaustive()
    }
}

impl Package {
    /// The name the archive should have (`name::archive`).
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day of the export.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Written to this file, as it is kept in mind for the draft.
    #[must_use]
    pub fn exported_to(&self, path: &Path) -> Option<Exported> {
        self.digest.clone().map(|digest| Exported { package: path.to_owned(), day: self.date, digest })
    }

    /// The files by their paths inside the archive, each read when it is asked for.
    pub fn files(&self) -> impl Iterator<Item = Result<(&str, Cow<'_, [u8]>), PackageError>> {
        self.files.iter().map(|(path, part)| Ok((path.as_str(), self.bytes(part)?)))
    }

    fn bytes<'a>(&self, part: &'a Part) -> Result<Cow<'a, [u8]>, PackageError> {
        match part {
            Part::Made(bytes) => Ok(Cow::Borrowed(bytes)),
            Part::Scan(scan) => scan.bytes(&*self.read).map(Cow::Owned),
        }
    }

    /// One file, while it can be read.
    #[must_use]
    #[cfg(any(test, feature = "internals"))]
    pub fn file(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.bytes(self.files.get(path)?).ok()
    }
}

/// Builds the package of a filing.
///
/// # Errors
/// When a scan cannot be read or is not the one that was checked, or a value does not fit the request.
pub fn build(filing: &Filing, inputs: &Inputs<'_>) -> Result<Package, PackageError> {
    let draft = filing.draft();
    let media = media::collect(draft, inputs.facts, inputs.naming, &*inputs.read)?;
    let mut made = BTreeMap::new();
    made.insert("filing.toml".to_owned(), inside::text(inputs.draft_text, &media, inputs.with_notes)?.into_bytes());
    match filing {
        Filing::Application(filing) => {
            made.insert(APPLY.to_owned(), json(&request::body(filing, &media)?)?);
            made.insert("request/media.json".to_owned(), json(&media.uploads())?);
        }
        Filing::Change(filing) => {
            made.insert("request/changes.json".to_owned(), json(&changes::of(filing.draft(), Some(&media)))?);
            // Which picture proves what: it is uploaded by hand, into the fields of the console.
            if !media.is_empty() {
                made.insert("request/media.json".to_owned(), json(&media.uploads())?);
            }
        }
        Filing::Deregistration(filing) => {
            made.insert(CANCEL.to_owned(), json(&cancel::body(filing)?)?);
        }
    }
    if let Some(text) = post::text(filing, &media.uploads(), inputs.lang) {
        made.insert(post::PATH.to_owned(), text.into_bytes());
    }
    for letter in letters::packed(draft, inputs.today) {
        made.insert(letter.place(inputs.naming), letter.to_html(draft, inputs.today, inputs.lang).into_bytes());
    }
    let findings = told_inside(inputs, draft, &media);
    made.insert("sheet.html".to_owned(), sheet_page(draft, &media, &findings, inputs).into_bytes());
    let deadlines = deadlines(draft, inputs.today, inputs.lang)?;
    let open = Open::of(filing, &media);
    let materials = materials(&Context::new(draft, inputs.facts, inputs.today)).judged(inputs.findings);
    let page = checklist::html(&checklist::Inputs {
        draft,
        materials: &materials,
        findings: &findings,
        open: Some(&open),
        has_calendar: deadlines.is_some(),
        naming: inputs.naming,
        today: inputs.today,
        lang: inputs.lang,
    });
    made.insert(checklist::PATH.to_owned(), page.into_bytes());
    if let Some(text) = deadlines {
        made.insert(calendar::PATH.to_owned(), text.into_bytes());
    }
    let made = made.into_iter().map(|(path, bytes)| (path, Part::Made(bytes)));
    let mut files: BTreeMap<String, Part> = made.chain(media.into_files().map(|(path, scan)| (path, Part::Scan(scan)))).collect();
    let manifest = json(&manifest::of(filing, &files, inputs, &open))?;
    files.insert(manifest::PATH.to_owned(), Part::Made(manifest));
    let digest = digest::digest(draft, inputs.facts);
    Ok(Package { name: name::archive(draft, inputs.today), date: inputs.today, digest, files, read: Rc::clone(&inputs.read) })
}

/// The calendar of what is to be done by a day, as of the beginning of the day of the export, so that the same draft and day give the
/// same bytes; `None` where there is nothing.
fn deadlines(draft: &Draft, today: NaiveDate, lang: Lang) -> Result<Option<String>, PackageError> {
    let Some(now) = moment::in_china(today, NaiveTime::MIN) else { return Ok(None) };
    // Without an AppID the mini-program's name stands for it, as in the package's name.
    let words = CalendarWords::of(lang, draft, draft.text(FieldId::AppId));
    let part = calendar::Part { draft, identity: &words.name, words: &words };
    let made = calendar::calendar(&[part], &calendar::words::title(lang, &words.name), now);
    let (text, count) = made.map_err(|error| PackageError::Archive(io::Error::other(error)))?;
    Ok((count.open > 0).then_some(text))
}

/// What was found, as it is told in the package: files go by their places there. Where they lie here is nobody else's business, nor is
/// what a reviewer wrote, unless notes leave.
fn told_inside(inputs: &Inputs<'_>, draft: &Draft, media: &media::Media) -> Vec<Finding> {
    let mut places: Vec<(&str, String)> = draft
        .files()
        .into_iter()
        .map(|(_, _, path)| (path, media.place(path).unwrap_or_else(|| last_part(path).to_owned())))
        .collect();
    // A path may begin another one.
    places.sort_by_key(|(path, _)| Reverse(path.len()));
    // Within a sentence only what names a folder is replaced: a bare name may be any word.
    let is_meant = |text: &str, path: &str| text == path || path.contains(['/', '\\']) && text.contains(path);
    let mut findings = inputs.findings.to_vec();
    if !inputs.with_notes {
        findings.iter_mut().for_each(leave_words_out);
        // It names somebody who is no part of the filing.
        findings.retain(|finding| finding.rule.name != PERSON_LEFT_OUT.name);
    }
    for (_, arg) in findings.iter_mut().flat_map(|finding| &mut finding.args) {
        if let Arg::Text(text) = arg {
            for (path, place) in places.iter().filter(|(path, _)| !path.is_empty()) {
                if is_meant(text, path) {
                    *text = text.replace(path, place);
                }
            }
        }
    }
    findings
}

fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The page to copy from. Files go by their names in the package.
fn sheet_page(draft: &Draft, media: &media::Media, findings: &[Finding], inputs: &Inputs<'_>) -> String {
    let file = |path: &str| {
        let place = media.place(path).unwrap_or_default();
        place.rsplit_once('/').map_or_else(|| place.clone(), |(_, name)| name.to_owned())
    };
    let content = |path: &str| media.sum(path).to_owned();
    let sheet_inputs =
        sheet::Inputs { lang: inputs.lang, day: inputs.today, findings, file: &file, content: &content, paths: false };
    let sheet = sheet::Sheet::of(draft, &sheet_inputs);
    sheet::html::page(&sheet, &|path| media.thumbnail(path).map(|small| small.to_vec()), true)
}

/// JSON as people read it, with a line break at the end.
fn json(value: &impl Serialize) -> Result<Vec<u8>, PackageError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| PackageError::Archive(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests;
