//! Makes packages. It reads every scan once more, so it has a thread of its own: what is typed meanwhile is saved meanwhile.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::internal;
use super::mailbox::{Job, Policy, Work};
use crate::drafts::exported;
use crate::filing::Draft;
use crate::fs::made::Made;
use crate::locale::tui::common::{WRITE_FAILED, WRITE_FAILED_HINT};
use crate::locale::{Lang, error as words};
use crate::package::export::{self, ExportError, Wishes};
use crate::package::outside::Reach;
use crate::reading::Readings;
use crate::scan::Cache;
use crate::tui::effect::{Both, Leaving, Message, UserMessage};

/// What a package is made of.
pub(super) struct Package {
    /// The draft.
    pub draft: Box<Draft>,
    /// Its file's text, as it would be saved.
    pub text: String,
    /// Its file.
    pub path: PathBuf,
    /// Its folder.
    pub folder: PathBuf,
    /// What `~/` stands for.
    pub home: Option<PathBuf>,
    /// The day of the export.
    pub today: NaiveDate,
    /// Which of its files may be packed.
    pub reach: Reach,
    /// How it leaves.
    pub leaving: Leaving,
    /// What was read on its scans: a package says what the review says. What other drafts say leaves in none.
    pub readings: Readings,
}

/// Makes one package after the other; scans that have not changed since they were last looked at are not looked at again.
pub(super) struct ExportWorker {
    /// How packages are made.
    wishes: Wishes,
    cache: Cache,
    /// The program's state folder.
    state: Option<PathBuf>,
}

impl ExportWorker {
    /// Makes packages in this way; what `cache` has of a scan is not looked at again.
    pub(super) fn new(wishes: Wishes, cache: Cache, state: Option<PathBuf>) -> Self {
        Self { wishes, cache, state }
    }
}

impl Work for ExportWorker {
    type Request = Package;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<Package>) -> Vec<Message> {
        job.request.make(&mut self.cache, job.lang, &self.wishes, self.state.as_deref())
    }

    fn failed(_: &Job<Package>) -> Message {
        Message::Failed(internal())
    }
}

impl Package {
    fn make(&self, cache: &mut Cache, lang: Lang, wishes: &Wishes, state: Option<&Path>) -> Vec<Message> {
        let source = export::Source {
            folder: &self.folder,
            home: self.home.as_deref(),
            text: &self.text,
            today: self.today,
            lang,
            with_notes: self.leaving.with_notes,
            reach: &self.reach,
            naming: wishes.naming,
            readings: &self.readings,
        };
        // Where the folder cannot be made the package goes beside its draft, as the screen says.
        let mut made = Made::default();
        let folder = wishes.folder.as_deref().filter(|folder| made.folder(folder).is_ok());
        let message = match export::export(&self.draft, &source, cache, &self.leaving.protection, folder) {
            Ok(done) => {
                if let (Some(state), Some(made)) = (state, &done.kept) {
                    // Without it the next session does not know of the package.
                    let _ = exported::keep(state, &self.path, made);
                }
                let known = done.kept.map(|made| Message::WasExported(self.path.clone(), Box::new(made)));
                return known.into_iter().chain([Message::Exported(done.path)]).collect();
            }
            Err(ExportError::Refused(findings)) => Message::Refused(findings),
            Err(ExportError::Outside(files)) => {
                Message::Outside { files, draft: self.draft.clone(), today: self.today, leaving: self.leaving.clone() }
            }
            Err(error) => Message::Failed(Both::of(|lang| said(lang, &error))),
        };
        vec![message]
    }
}

fn said(lang: Lang, error: &ExportError) -> UserMessage {
    match error {
        ExportError::Package(error) => words::package(lang, error).into(),
        ExportError::Write { path, error } => {
            let message = WRITE_FAILED.with(lang, &[("path", &words::path(path)), ("trouble", &words::io(lang, error))]);
            UserMessage { message, hint: WRITE_FAILED_HINT.in_lang(lang).to_owned() }
        }
        // Refusals come back with their findings, files outside with a question, and a name that is taken is not chosen.
        ExportError::Refused(_) | ExportError::Outside(_) | ExportError::Occupied { .. } => {
            UserMessage { message: String::new(), hint: String::new() }
        }
    }
}
