//! What the wizard makes of the workers' answers.

use std::path::Path;
use std::sync::Arc;

use super::{App, Conflict, build};
use crate::filing::Draft;
use crate::filing::reuse::is_skipped;
use crate::locale::Lang;
use crate::locale::deadline;
use crate::locale::letter;
use crate::locale::tui::{common as words, protect, record};
use crate::package::outside::Outside;
use crate::rules::Severity;
use crate::text::clean::visible;
use crate::tui::dialog::Dialog;
use crate::tui::document::{Document, Saved};
use crate::tui::effect::{Answer, Both, DraftRequest, Effect, Message, UserMessage};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::{Route, Step};
use crate::tui::state::{Command, Notice};
use crate::tui::widget::theme::Role;

impl App {
    pub(super) fn receive(&mut self, Answer { ticket, message }: Answer) {
        self.settle(&message);
        // Here, and nowhere else: what was asked for one draft is not taken for another, whatever order the answers come in.
        if message.is_about_one_draft() && ticket.draft != self.ticket().draft {
            return;
        }
        // What was asked for may come when something else lies on top, such as the help.
        let ask = |dialog: &mut Box<dyn Dialog>| dialog.receive(&message, &self.state);
        let commands: Vec<Command> = self.dialogs.iter_mut().flat_map(ask).collect();
        self.run(commands);
        match message {
            Message::Listed(entries) => {
                self.state.drafts = Some(entries);
                self.state.background.renew();
                self.send(DraftRequest::Compare(self.state.today()));
            }
            Message::Compared(compared) => {
                if let Some(document) = &mut self.state.document {
                    document.set_compared(Arc::clone(&compared));
                }
                self.state.compared = compared;
            }
            Message::Opened { path, folder, draft, unfinished, read_only, strays } => {
                let mut document = Document::new(path, *draft, self.state.today()).in_folder(folder);
                document.unfinished = unfinished;
                document.hold_back(&strays);
                self.opened(document, read_only);
                self.ask_about_strays(strays);
            }
            Message::Held { path, said } => self.ask(Question::Held(said, path)),
            Message::Failed(said) => self.failed(said),
            Message::Rescued(paths) => self.ask(Question::Told {
                title: words::RESCUED_TITLE,
                lines: Lang::BOTH.map(|lang| {
                    std::iter::once(words::RESCUED_TEXT.in_lang(lang).to_owned())
                        .chain(paths.iter().map(|path| visible(&path.to_string_lossy()).into_owned()))
                        .chain([words::RESCUED_HINT.in_lang(lang).to_owned()])
                        .collect()
                }),
            }),
            Message::Examples => {
                self.state.undoable += 1;
                let key = keymap::key_for(&[Context::Restore], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
                let text = words::EXAMPLES_WRITTEN.with(self.state.lang, &[("key", &key)]);
                self.state.notice = Some(Notice { role: Role::Good, text });
                self.send(DraftRequest::List);
            }
            Message::Deleted(name) => {
                let key = keymap::key_for(&[Context::Restore], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
                let text = words::DELETED.with(self.state.lang, &[("name", &name), ("key", &key)]);
                self.state.notice = Some(Notice { role: Role::Text, text });
                self.state.undoable += 1;
                self.send(DraftRequest::List);
            }
            Message::Renamed(path) => {
                self.state.undoable += 1;
                self.renamed(&path);
            }
            Message::Placed(path) => {
                let name = path.file_stem().map(|name| visible(&name.to_string_lossy()).into_owned()).unwrap_or_default();
                self.state.undoable += 1;
                let text = words::COPIED.with(self.state.lang, &[("name", &name)]);
                self.state.notice = Some(Notice { role: Role::Good, text });
                self.send(DraftRequest::List);
            }
            Message::Undone(undone) => self.undone(undone),
            Message::Saved { at, at_risk } => {
                if let Some(document) = &mut self.state.document {
                    document.save_done(ticket.revision, at);
                }
                self.conflict = None;
                if at_risk {
                    self.say(words::SAVED_AT_RISK, Role::Warning);
                }
                self.finish();
            }
            Message::SaveFailed(said) => self.save_failed(said),
            Message::ChangedOutside { gone, theirs } => self.changed_outside(gone, theirs),
            Message::Damaged(said) => self.contest(Conflict::Damaged(said)),
            Message::Reloaded { draft, strays } => {
                self.conflict = None;
                if let Some(document) = &mut self.state.document {
                    document.hold_back(&strays);
                    document.replace(*draft);
                }
                self.say(words::RELOADED, Role::Good);
                self.ask_about_strays(strays);
            }
            Message::Inspected(facts) => {
                if let Some(document) = &mut self.state.document {
                    document.set_facts(facts);
                }
                self.read_scans();
            }
            Message::ScanRead { sha256, reading } => {
                self.state.being_read = None;
                self.state.readings.insert(sha256, reading);
                self.scan_read();
                self.dialogs.iter_mut().for_each(|dialog| dialog.scan_read(&self.state));
            }
            Message::CannotRead { damaged } => self.cannot_read(damaged),
            Message::PackageName { folder, own, free } => self.name_found(&folder, &own, free),
            Message::PicturesFound { folder, found } => self.pictures_found(&folder, found),
            Message::PicturesGone { folder, gone } => self.pictures_gone(&folder, &gone),
            Message::InspectedInBackground { path, facts } => self.state.background.receive(&path, facts),
            Message::Prepared(done) => self.prepared(&done),
            Message::WasExported(path, exported) => {
                if let Some(document) = self.state.document.as_mut().filter(|document| document.path == path) {
                    document.exported = Some(*exported);
                }
            }
            Message::Exported(path) => {
                self.state.note_packed();
                self.state.exported_to = path.parent().map(Path::to_owned);
                self.tell(Question::Exported(path));
            }
            Message::Outside { files, draft, today, leaving } => {
                self.ask(Question::Outside { files, draft, today, leaving });
            }
            Message::Locked { request, lock, refused } => self.ask(Question::Unlock { request, lock, refused }),
            Message::Several { request, all } => self.ask(Question::MiniProgram { request, all }),
            Message::LettersWritten { folder, said } => {
                let lines = said.map(|said| std::iter::once(folder.display().to_string()).chain(said).collect());
                self.tell(Question::Told { title: letter::WRITTEN_TITLE, lines });
            }
            Message::Refused(findings) => {
                if let Some(document) = &mut self.state.document {
                    document.touch_all();
                }
                if findings.iter().any(|finding| finding.severity == Severity::Error) {
                    self.ask(Question::Problems);
                }
            }
            Message::Previewed { number, seen } => self.state.preview.receive(number, seen),
            Message::RecentFolders { earlier, gone } => {
                self.state.recent_folders.retain(|folder| !gone.contains(folder));
                self.state.earlier_folders = earlier;
            }
            Message::AnswerRead(bytes) => self.import_answer(&bytes),
            Message::TakenOver { taken, failed, told, is_undone } => self.taken_over(&taken, &failed, told, is_undone),
            Message::NobodyToUpdate => self.say(record::NOBODY_TO_UPDATE, Role::Muted),
            Message::Begun { draft, from } => {
                self.run(vec![Command::Run(DraftRequest::Create { draft, from: vec![from] }.into())])
            }
            Message::CalendarWritten(path, count) if count.open == 0 => self.ask(Question::Told {
                title: deadline::ONLY_STRUCK_TITLE,
                lines: Lang::BOTH.map(|lang| {
                    vec![path.display().to_string(), deadline::ONLY_STRUCK_TEXT.with(lang, &[("count", &count.struck)])]
                }),
            }),
            Message::CalendarWritten(path, _) => self.ask(Question::Told {
                title: deadline::CALENDAR_TITLE,
                lines: Lang::BOTH.map(|lang| vec![path.display().to_string(), deadline::CALENDAR_TEXT.in_lang(lang).to_owned()]),
            }),
            Message::Folder { .. } | Message::Probed { .. } => {}
        }
    }

    /// A draft from elsewhere can name any file: what lies outside its folder is named, and read only once its user means it.
    fn ask_about_strays(&mut self, strays: Vec<Outside>) {
        if !strays.is_empty() {
            self.ask(Question::Strays(strays));
        }
    }

    /// Says which filed drafts followed what came through, or what was taken back, and what of them did not.
    fn taken_over(&mut self, taken: &[String], failed: &[String], told: [Vec<String>; 2], is_undone: bool) {
        if told.iter().any(|told| !told.is_empty()) {
            let title = match (failed.is_empty(), is_undone) {
                (false, _) => record::NOT_UPDATED,
                (true, true) => record::NOT_ALL_TAKEN_BACK,
                (true, false) => record::OVERWRITTEN,
            };
            self.ask(Question::Told { title, lines: told });
        }
        let (sentence, names, role) = match (failed.is_empty(), is_undone) {
            (true, false) => (record::TAKEN_OVER, taken, Role::Good),
            (true, true) => (record::TAKEN_BACK, taken, Role::Good),
            (false, _) => (record::NOT_TAKEN_OVER, failed, Role::Warning),
        };
        let between = self.state.lang.between();
        let key = keymap::key_for(&[Context::Status], Action::Redo).map(|key| key.to_string()).unwrap_or_default();
        let text = sentence.with(self.state.lang, &[("names", &names.join(between)), ("key", &key)]);
        self.state.notice = Some(Notice { role, text });
        self.send(DraftRequest::List);
    }

    /// Has the files read that were held back, and keeps in mind that they are meant.
    pub(super) fn admit_outside(&mut self) {
        let Some(document) = &mut self.state.document else { return };
        document.hold_back(&[]);
        let draft = Box::new(document.draft().clone());
        self.send(DraftRequest::AdmitOutside(draft));
        self.inspect();
    }

    /// That a package is being opened is over, whatever came of it.
    fn package_was_tried(&mut self) {
        let says = [protect::OPENING.zh, protect::OPENING.en];
        if self.state.notice.as_ref().is_some_and(|notice| says.contains(&notice.text.as_str())) {
            self.state.notice = None;
        }
    }

    /// Ends what was waited for, whichever draft it was for.
    fn settle(&mut self, message: &Message) {
        match message {
            Message::Opened { .. } | Message::Held { .. } => self.opening = false,
            Message::Failed(_) => {
                (self.opening, self.state.busy, self.arrival, self.at_status) = (false, false, None, false);
                self.package_was_tried();
            }
            Message::Locked { .. } | Message::Begun { .. } => self.package_was_tried(),
            Message::Exported(_) | Message::Refused(_) | Message::Outside { .. } => {
                self.state.busy = false;
                self.forget_name();
            }
            // The folder was looked at because something may have changed in it.
            Message::Inspected(_) => self.forget_name(),
            Message::Prepared(_) => {
                self.state.preparing = false;
                // What was said when it began is over, whatever came of it.
                self.state.notice = None;
            }
            _ => {}
        }
    }

    /// Has the files of the drafts in view looked at, while the list is what one looks at.
    pub(super) fn inspect_in_background(&mut self) {
        let Some(screen) = self.screens.last() else { return };
        let visible = screen.drafts_in_view(&self.state);
        let crate::tui::state::State { background, drafts, .. } = &mut self.state;
        let drafts = drafts.as_deref().unwrap_or_default();
        let next = background.next(visible.into_iter().filter_map(|index| drafts.get(index)));
        if let Some(request) = next {
            self.send(Effect::InspectInBackground(request));
        }
    }

    fn opened(&mut self, mut document: Document, read_only: Option<UserMessage>) {
        if let Some(said) = read_only {
            let gap = if self.state.lang == Lang::En { " " } else { "" };
            let reason = format!("{}{gap}{}", words::IS_READ_ONLY.in_lang(self.state.lang), said.hint);
            document.saved = Saved::ReadOnly(reason);
        }
        document.set_compared(Arc::clone(&self.state.compared));
        self.close_dialogs();
        // A copy of what was open goes on where that was.
        let here = self.screens.iter().rev().find_map(|screen| screen.focus());
        let before = self.state.document.take().map(|before| before.into_history(here).1);
        let history = before.or_else(|| self.histories.remove(&document.path));
        let focus = history.and_then(|history| document.take_up(history));
        self.state.document = Some(document);
        self.inspect();
        self.conflict = None;
        self.screens.truncate(1);
        let kind = self.state.filing_kind();
        let asked = Step::of_kind(kind).filter(|step| !self.is_from_record(*step));
        let first = asked.into_iter().find(|step| self.is_open(*step)).unwrap_or(Step::Review);
        let at_status = std::mem::take(&mut self.at_status);
        let is_under_way = self.state.document.as_ref().is_some_and(|document| !document.draft().events.is_empty());
        // Whoever asks the list for the status goes back to the list from it.
        if at_status && self.arrival.is_none() {
            return self.screens.push(build::status_at_opening(true));
        }
        self.screens.push(build::screen(Route::Step(first), &self.state));
        if self.arrival.is_some() {
            self.arrive();
        } else if let Some(id) = focus {
            self.go_to(id);
        } else if is_under_way {
            self.screens.push(build::status_at_opening(false));
        }
    }

    /// Whether a step is shown from the record: nothing in it is asked.
    fn is_from_record(&self, step: Step) -> bool {
        let (Step::Form(section), Some(document)) = (step, &self.state.document) else { return false };
        is_skipped(document.draft(), section)
    }

    /// Whether something is left to fill in or to mend in a step: there one goes on.
    fn is_open(&self, step: Step) -> bool {
        let (Step::Form(section), Some(document)) = (step, &self.state.document) else { return true };
        !document.progress(section).is_complete() || document.count(Some(section), Severity::Error) > 0
    }

    pub(super) fn failed(&mut self, said: Both) {
        if self.state.document.is_none() {
            // What could not be opened may be gone from the list.
            self.send(DraftRequest::List);
        }
        self.ask(Question::Failed(said));
    }

    fn save_failed(&mut self, said: Both) {
        let now = self.state.now;
        let leaving = self.quitting || self.closing;
        self.stay();
        if let Some(document) = &mut self.state.document {
            let reason = Lang::BOTH.map(|lang| {
                let (UserMessage { message, hint }, later) = (said.in_lang(lang).clone(), words::SAVED_LATER.in_lang(lang));
                sentences(lang, [message, hint, later.to_owned()])
            });
            document.save_failed(reason, now);
        }
        if leaving {
            self.ask(Question::SaveFailed(said));
        }
    }

    /// The draft's file was changed by somebody else. Where nothing here is unsaved, the file is read in; else the person chooses.
    fn changed_outside(&mut self, gone: bool, theirs: Option<Box<Draft>>) {
        let Some(document) = &self.state.document else { return };
        if gone || document.is_dirty() || document.is_saving() {
            self.contest(if gone { Conflict::Gone } else { Conflict::Changed(theirs) });
        } else if self.conflict.is_none() {
            self.send(DraftRequest::Reload);
        }
    }

    fn contest(&mut self, conflict: Conflict) {
        self.stay();
        if let Some(document) = &mut self.state.document {
            document.set_unsaved(Lang::BOTH.map(|lang| words::CHANGED_MARK.in_lang(lang).to_owned()));
        }
        // Said once: whoever steps out of the question may go on typing, and is asked again on leaving.
        if self.conflict.as_ref() != Some(&conflict) {
            self.conflict = Some(conflict);
            self.ask_about_conflict();
        }
    }

    /// Leaves neither the wizard nor the draft.
    fn stay(&mut self) {
        (self.quitting, self.closing, self.next) = (false, false, None);
    }

    pub(super) fn ask_about_conflict(&mut self) {
        self.stay();
        if self.dialogs.iter().any(|dialog| dialog.holds_saving()) {
            return;
        }
        let question = match &self.conflict {
            Some(Conflict::Changed(theirs)) => Question::ChangedOutside { gone: false, theirs: theirs.clone() },
            Some(Conflict::Gone) => Question::ChangedOutside { gone: true, theirs: None },
            Some(Conflict::Damaged(said)) => Question::Damaged(said.clone()),
            None => return,
        };
        self.ask(question);
    }
}

/// What was said, as one text: each part ends like a sentence.
fn sentences(lang: Lang, parts: [String; 3]) -> String {
    let (stop, gap) = if lang == Lang::En { (".", " ") } else { ("。", "") };
    let ended = |part: String| if part.ends_with(['.', '。', '！', '!']) { part } else { part + stop };
    parts.into_iter().filter(|part| !part.is_empty()).map(ended).collect::<Vec<_>>().join(gap)
}
