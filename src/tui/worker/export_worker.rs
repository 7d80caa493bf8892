//! Makes packages. It reads every scan once more, so it has a thread of its own: what is typed meanwhile is saved meanwhile.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::internal;
use super::mailbox::{Job, Policy, Work};
use crate::filing::Draft;
use crate::fs::made::Made;
use crate::locale::tui::common::{WRITE_FAILED, WRITE_FAILED_HINT};
use crate::locale::{Lang, error as words};
use crate::package::export::{self, ExportError, Wishes};
use crate::package::outside::Reach;
use crate::scan::Cache;
use crate::tui::effect::{Known, Leaving, Message, UserMessage};

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
    /// What it is checked with besides itself and its files.
    pub known: Known,
}

/// Makes one package after the other; scans that have not changed since they were last looked at are not looked at again.
pub(super) struct ExportWorker {
    /// How packages are made.
    wishes: Wishes,
    cache: Cache,
}

impl ExportWorker {
    /// Makes packages in this way; what `cache` has of a scan is not looked at again.
    pub(super) fn new(wishes: Wishes, cache: Cache) -> Self {
        Self { wishes, cache }
    }
}

impl Work for ExportWorker {
    type Request = Package;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<Package>) -> Vec<Message> {
        vec![job.request.make(&mut self.cache, job.lang, &self.wishes)]
    }

    fn failed(job: &Job<Package>) -> Message {
        Message::Failed(internal(job.lang))
    }
}

impl Package {
    fn make(&self, cache: &mut Cache, lang: Lang, wishes: &Wishes) -> Message {
        let source = export::Source {
            folder: &self.folder,
            home: self.home.as_deref(),
            text: &self.text,
            today: self.today,
            lang,
            with_notes: self.leaving.with_notes,
            reach: &self.reach,
            naming: wishes.naming,
            readings: &self.known.readings,
            peers: self.known.compared.peers(&self.path),
        };
        // Where the folder cannot be made the package goes beside its draft, as the screen says.
        let mut made = Made::default();
        let folder = wishes.folder.as_deref().filter(|folder| made.folder(folder).is_ok());
        match export::export(&self.draft, &source, cache, &self.leaving.protection, folder) {
            Ok(done) => Message::Exported(done.path),
            Err(ExportError::Refused(findings)) => Message::Refused(findings),
            Err(ExportError::Outside(files)) => {
                Message::Outside { files, draft: self.draft.clone(), today: self.today, leaving: self.leaving.clone() }
            }
            Err(error) => Message::Failed(said(lang, &error)),
        }
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
