//! The open draft: edited, checked and saved with every answer.

use std::io;

use super::Options;
use super::console::Console;
use crate::drafts::DraftFile;
use crate::drafts::error::{OutsideChange, SaveError};
use crate::drafts::exported::{self, Exported};
use crate::filing::deregistration::with_receiver;
use crate::filing::guard::{Guard, guard};
use crate::filing::{Draft, FieldId, Value};
use crate::locale::{error, plain as words};
use crate::package::digest::{Freshness, digest};
use crate::package::outside::{Outside, Reach, admit};
use crate::rules::confirmation::confirmation;
use crate::rules::{self, Context, Finding};
use crate::scan::facts::Facts;
use crate::scan::{Cache, Wanted};

/// A draft that is open.
#[derive(Debug)]
pub struct Session<'a> {
    /// What the program was started with.
    pub options: &'a Options<'a>,
    /// Its file.
    pub file: DraftFile,
    /// The draft as it is now.
    pub draft: Draft,
    /// All findings, in the order of the fields.
    pub findings: Vec<Finding>,
    facts: Facts,
    /// What was seen of them, for the package, too.
    pub cache: Cache,
    /// Which of its files may be read.
    reach: Reach,
    looked_at: Vec<Wanted<String>>,
    /// Whether the last change is on the disk.
    pub is_saved: bool,
    /// What the user was asked about, and chose to edit all the same. What becomes of the draft later is asked about again.
    may_edit: Option<Guard>,
}

impl<'a> Session<'a> {
    /// The package that was made of the draft last, and whether it is what would be made of it now.
    #[must_use]
    pub fn package(&self) -> Option<(Exported, Freshness)> {
        let exported = exported::of(self.options.state?, self.file.path())?;
        let freshness = Freshness::of(&exported.digest, &digest(&self.draft, self.facts())?);
        Some((exported, freshness))
    }

    /// The draft of this file.
    pub fn new(file: DraftFile, options: &'a Options<'a>) -> Self {
        let draft = file.draft().clone();
        let reach = Reach::of(file.path(), options.own, options.state);
        let mut session = Self {
            options,
            file,
            draft,
            findings: Vec::new(),
            facts: Facts::new(),
            cache: Cache::new(),
            reach,
            looked_at: Vec::new(),
            is_saved: true,
            may_edit: None,
        };
        session.check();
        session
    }

    /// What the rules say now. Files are looked at again only where others are named.
    fn check(&mut self) {
        let files: Vec<Wanted<String>> = self.draft.scans().map(Wanted::into_owned).collect();
        if files != self.looked_at {
            let scans = files.iter().map(Wanted::as_ref);
            self.facts = self.reach.inspect(&mut self.cache, self.file.folder(), self.options.home, scans);
            self.looked_at = files;
        }
        self.findings = rules::check(&Context::new(&self.draft, &self.facts, self.options.today));
    }

    /// Looks at all files again: one may have been made at the same path.
    pub fn look_again(&mut self) {
        self.looked_at.clear();
        self.check();
    }

    /// Those of its files that lie outside its folder and nobody has said to be meant.
    #[must_use]
    pub fn refused(&self) -> Vec<Outside> {
        self.reach.refused(&self.draft, self.file.folder(), self.options.home)
    }

    /// Which of its files may be read.
    #[must_use]
    pub const fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Has these files read from now on, in later sessions too.
    pub fn admit(&mut self, files: &[Outside]) {
        admit(self.file.path(), self.options.state, files);
        self.reach = self.reach.clone().and(files.iter().map(|one| one.file.clone()));
        self.look_again();
    }

    /// What is known about the files.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What is said about a field, the gravest first.
    pub fn findings_of(&self, id: FieldId) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.field == id)
    }

    /// Whether these fields may be edited. Where the draft may only be read the reason is said; where an edit would reach nobody the
    /// user is asked, once.
    ///
    /// # Errors
    /// When nothing can be written or read.
    pub fn may_edit(&mut self, console: &mut Console<'_>, ids: &[FieldId]) -> io::Result<bool> {
        if let Some(reason) = self.file.read_only() {
            let (why, _) = error::read_only(console.lang, &error::path(self.file.path()), reason);
            console.tell(words::READ_ONLY, &[("why", &why)])?;
            return Ok(false);
        }
        let Some(guard) = guard(&self.draft, ids.iter().copied()).filter(|guard| self.may_edit != Some(*guard)) else {
            return Ok(true);
        };
        console.say(match guard {
            Guard::Filed => words::FILED,
            Guard::Ended => words::ENDED,
            Guard::UnderReview => words::UNDER_REVIEW,
            Guard::OnRecord => words::ON_RECORD,
        })?;
        self.may_edit = console.agrees()?.then_some(guard);
        Ok(self.may_edit.is_some())
    }

    /// Puts values into fields, and the draft onto the disk.
    ///
    /// # Errors
    /// When nothing can be written or read on the console; what the disk says is told there.
    pub fn edit(&mut self, console: &mut Console<'_>, changes: Vec<(FieldId, Option<Value>)>) -> io::Result<()> {
        let before = self.refused();
        for (id, value) in with_receiver(&self.draft, changes) {
            self.draft.set(id, value);
        }
        // What is typed here is meant.
        let mut new = self.refused();
        new.retain(|one| !before.contains(one));
        if !new.is_empty() {
            self.admit(&new);
        }
        self.changed(console)
    }

    /// Stands by what a warning is about, for a reason.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub fn confirm(&mut self, console: &mut Console<'_>, finding: &Finding, reason: &str) -> io::Result<()> {
        let newer = confirmation(&self.draft, &self.facts, finding, reason, self.options.today);
        self.draft.stand_by(newer);
        self.changed(console)
    }

    /// Checks and saves after a change.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub fn changed(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        self.check();
        self.is_saved = false;
        self.save(console)
    }

    /// Saves. A draft that was changed elsewhere is not overwritten without a question.
    ///
    /// # Errors
    /// As [`Session::edit`].
    pub fn save(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        match self.file.save(&self.draft) {
            Ok(_) => self.is_saved = true,
            Err(SaveError::ChangedOutside { change: OutsideChange::Deleted, .. }) => self.write_anew(console)?,
            Err(SaveError::ChangedOutside { .. }) => self.settle(console)?,
            Err(error) => self.complain(console, &error)?,
        }
        Ok(())
    }

    /// Of a file that is gone there is nothing to take: it is written anew, or nothing is done yet.
    fn write_anew(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        match console.ask(words::DELETED_OUTSIDE)? {
            super::console::Line::Typed(typed) if typed.eq_ignore_ascii_case("y") => match self.file.save_over(&self.draft) {
                Ok(_) => {
                    self.is_saved = true;
                    console.say(words::SAVED)
                }
                Err(error) => self.complain(console, &error),
            },
            _ => Ok(()),
        }
    }

    fn settle(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        match console.ask(words::CHANGED_OUTSIDE)? {
            super::console::Line::Typed(typed) if typed.eq_ignore_ascii_case("y") => match self.file.save_over(&self.draft) {
                Ok(_) => {
                    self.is_saved = true;
                    console.say(words::SAVED)
                }
                Err(error) => self.complain(console, &error),
            },
            super::console::Line::Typed(typed) if typed.eq_ignore_ascii_case("n") => match self.file.reload() {
                Ok(draft) => {
                    self.draft = draft.clone();
                    self.is_saved = true;
                    self.look_again();
                    Ok(())
                }
                Err(error) => {
                    let (why, hint) = error::open(console.lang, &error);
                    console.tell(words::NOT_SAVED, &[("why", &why), ("hint", &hint)])
                }
            },
            _ => Ok(()),
        }
    }

    fn complain(&self, console: &mut Console<'_>, error: &SaveError) -> io::Result<()> {
        let (why, hint) = error::save(console.lang, error);
        console.tell(words::NOT_SAVED, &[("why", &why), ("hint", &hint)])
    }
}
