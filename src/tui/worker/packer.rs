//! Makes packages. It looks through every scan once more, so it has a thread of its own: what is typed meanwhile is saved meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

use chrono::NaiveDate;

use super::{internal, said_of_export};
use crate::filing::Draft;
use crate::locale::Lang;
use crate::package::export::{self, ExportError};
use crate::tui::effect::{Answer, Message, Ticket};
use crate::tui::event::Event;

/// What a package is made of.
pub(super) struct Package {
    /// Whom it is made for.
    pub ticket: Ticket,
    /// The draft.
    pub draft: Box<Draft>,
    /// Its file's text, as it would be saved.
    pub text: String,
    /// Its folder.
    pub folder: PathBuf,
    /// What `~/` stands for.
    pub home: Option<PathBuf>,
    /// The day of the export.
    pub today: NaiveDate,
    /// The language of what is said about it.
    pub lang: Lang,
}

/// Makes one package after the other, until nobody wants any more.
pub(super) fn serve(packages: &Receiver<Package>, answers: &Sender<Event>) {
    while let Ok(package) = packages.recv() {
        let made = catch_unwind(AssertUnwindSafe(|| package.make()));
        let message = made.unwrap_or_else(|_| Message::Failed(internal(package.lang)));
        let answer = Answer { ticket: package.ticket, message };
        if answers.send(Event::Done(Box::new(answer))).is_err() {
            return;
        }
    }
}

impl Package {
    fn make(&self) -> Message {
        let source = export::Source { folder: &self.folder, home: self.home.as_deref(), text: &self.text, today: self.today };
        match export::export(&self.draft, &source, None) {
            Ok(done) => Message::Exported(done.path),
            Err(ExportError::Refused(findings)) => Message::Refused(findings),
            Err(error) => Message::Failed(said_of_export(self.lang, &error)),
        }
    }
}
