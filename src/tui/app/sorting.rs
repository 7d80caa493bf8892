//! The pictures of a folder, sorted into the fields of a new draft or of the open one; read one after the other, while keys go on.

use std::path::Path;

use super::App;
use super::change::{Arrival, Edits};
use crate::catalog;
use crate::drafts::filled::{self, Filled, Left, Picture};
use crate::filing::{Draft, FieldId, Value};
use crate::locale::Lang;
use crate::locale::error::io;
use crate::locale::reading as says;
use crate::locale::tui::sorting as words;
use crate::reading::folder::{MOST, NoPictures};
use crate::reading::{Choice, Open};
use crate::scan::resolve;
use crate::text::clean::visible;
use crate::tui::effect::{DraftRequest, Effect, Found, PicturesRequest, PlaceRequest};
use crate::tui::question::Question;
use crate::tui::route::Route;
use crate::tui::sorting::{Destination, Sorting};
use crate::tui::state::{Begin, Command, Notice};
use crate::tui::widget::theme::Role;

/// Pictures without a place that are named; of more the number is told.
const MOST_NAMED: usize = 8;

impl App {
    /// Has the pictures of a folder sorted into a draft that begins with this, or into the one that is open.
    pub(super) fn sort_folder(&mut self, path: &str, begin: Begin) {
        let into = match (begin, &self.state.document) {
            (Begin::New { draft, nature_is_chosen }, _) => Destination::New(draft, nature_is_chosen),
            (Begin::Open(id), Some(document)) => Destination::Open(document.path.clone(), id, path.to_owned()),
            (Begin::Open(_), None) => return,
        };
        if matches!(into, Destination::Open(..)) && self.refuses_edits() {
            return;
        }
        let base = self.state.usual_folders.working.clone().unwrap_or_else(|| self.state.folder.clone());
        let folder = resolve(&base, self.state.home.as_deref(), path);
        // What the first one gives would be lost.
        if let Some(sorting) = self.state.sorting.as_ref().filter(|sorting| sorting.folder != folder) {
            let text = busy(self.state.lang, &sorting.folder);
            self.state.notice = Some(Notice { role: Role::Warning, text });
            return;
        }
        let document = self.state.document.as_ref();
        let target = document.map_or_else(|| self.state.folder.clone(), |document| document.folder.clone());
        let request = PicturesRequest { folder: folder.clone(), target: target.clone() };
        self.state.sorting = Some(Sorting { folder, target, into, pictures: None, chosen: Vec::new(), open: None, gone: None });
        self.send(Effect::FindPictures(request));
    }

    /// Takes in which pictures a folder has, and begins to read them.
    pub(super) fn pictures_found(&mut self, folder: &Path, found: Result<Vec<Found>, NoPictures>) {
        let Some(sorting) = self.state.sorting.as_mut().filter(|sorting| sorting.folder == folder) else { return };
        (self.state.can_read, self.had_models) = (true, true);
        match found {
            Ok(found) => {
                let target = sorting.target.clone();
                let known: Vec<_> = found.iter().filter_map(|one| Some((one.path.clone(), one.sha256.clone()?))).collect();
                sorting.pictures = Some(found);
                for (path, sha256) in known {
                    self.note_file(&target, &path, &sha256);
                }
                self.go_on_sorting();
            }
            // It was a file, or is nothing: that is for the field to say.
            Err(NoPictures::Unreadable(_)) if matches!(sorting.into, Destination::Open(..)) => self.take_as_path(),
            Err(why) => {
                self.state.sorting = None;
                let lang = self.state.lang;
                let shown = visible(&folder.to_string_lossy()).into_owned();
                let text = match why {
                    NoPictures::Unreadable(error) => {
                        let trouble = io(lang, &error.into());
                        words::NOT_READ.with(lang, &[("path", &shown), ("trouble", &trouble)])
                    }
                    NoPictures::None => says::NO_PICTURES.with(lang, &[("path", &shown)]),
                    NoPictures::TooMany(count) => {
                        says::MANY_PICTURES.with(lang, &[("path", &shown), ("count", &count), ("most", &MOST)])
                    }
                };
                self.state.notice = Some(Notice { role: Role::Warning, text });
            }
        }
    }

    /// What was dropped is no folder that can be read: it goes into the field as a path.
    pub(super) fn take_as_path(&mut self) {
        let Some(Sorting { into: Destination::Open(_, id, path), .. }) = self.state.sorting.take() else { return };
        let path = self.state.near(&path);
        self.run(vec![Command::Edit(id, Some(path.as_str().into())), Command::GoOn(id)]);
    }

    /// Has the next picture read; after the last one, fills the draft.
    pub(super) fn go_on_sorting(&mut self) {
        self.read_scans();
        let sorting = self.state.sorting.as_ref().filter(|sorting| sorting.open.is_none());
        let progress = sorting.and_then(|sorting| sorting.progress(&self.state.readings));
        if progress.is_some_and(|(read, all)| read == all) {
            self.fill_sorted();
        }
    }

    /// Lets go of a folder whose pictures nobody waits for any more: the screen was left, or another draft is open.
    pub(super) fn follow_sorting(&mut self) {
        let is_asked = self.dialogs.iter().any(|dialog| dialog.holds_sorting());
        if !is_asked && self.state.sorting.as_ref().is_some_and(|sorting| sorting.open.is_some()) {
            // The question was left: what it is about stays where it is.
            self.choose_sorted(Choice::NoMore);
        }
        let Some(sorting) = &self.state.sorting else { return };
        let is_wanted = match &sorting.into {
            Destination::New(..) => self.route() == Some(Route::New),
            Destination::Open(path, ..) => self.state.document.as_ref().is_some_and(|document| document.path == *path),
        };
        if !is_wanted {
            self.state.sorting = None;
            self.send(Effect::CloseReader);
        }
    }

    /// The user said what the pictures do not tell: goes on with that.
    pub(super) fn choose_sorted(&mut self, choice: Choice) {
        if let Some(sorting) = &mut self.state.sorting {
            (sorting.open, sorting.gone) = (None, None);
            sorting.chosen.push(choice);
            self.go_on_sorting();
        }
    }

    /// Takes in which pictures are not there any more, and puts the others into their places.
    pub(super) fn pictures_gone(&mut self, folder: &Path, gone: &[String]) {
        if let Some(sorting) = self.state.sorting.as_mut().filter(|sorting| sorting.folder == folder) {
            sorting.gone = Some(gone.to_vec());
            self.go_on_sorting();
        }
    }

    /// Every picture was read: what they say goes into the draft, as one change. What they do not tell is asked first; and whether they are
    /// still there, since reading takes a while and an answer may take longer.
    fn fill_sorted(&mut self) {
        let Some(mut sorting) = self.state.sorting.take() else { return };
        let found = sorting.pictures.take().unwrap_or_default();
        let picture = |Found { path, sha256, about }: Found| {
            let reading = sha256.as_ref().and_then(|sha256| self.state.readings.get(sha256)).cloned().unwrap_or_default();
            let is_there = sorting.gone.as_ref().is_none_or(|gone| !gone.contains(&path));
            Picture { path, sha256, reading, about, is_there }
        };
        let pictures: Vec<Picture> = found.clone().into_iter().map(picture).collect();
        let today = self.state.today();
        let begun = match (&sorting.into, &self.state.document) {
            (Destination::Open(..), Some(document)) => document.draft().clone(),
            (Destination::Open(..), None) => return,
            (Destination::New(draft, true), _) => (**draft).clone(),
            (Destination::New(draft, false), _) => begun(draft, &pictures),
        };
        let filled = filled::fill(&begun, &pictures, &sorting.chosen, today, false);
        if let Some(open) = filled.open.clone() {
            let lines = Lang::BOTH.map(|lang| known_of(lang, &open, &pictures, begun.is_individual()));
            sorting.pictures = Some(found);
            sorting.open = Some(open.clone());
            self.no_longer_busy(&sorting);
            self.state.sorting = Some(sorting);
            return self.tell(Question::Who(open, lines));
        }
        if sorting.gone.is_none() {
            let paths = found.iter().map(|found| found.path.clone()).collect();
            let request = PlaceRequest { folder: sorting.folder.clone(), target: sorting.target.clone(), paths };
            sorting.pictures = Some(found);
            self.state.sorting = Some(sorting);
            return self.send(Effect::LookAgain(request));
        }
        self.no_longer_busy(&sorting);
        if self.state.being_read.is_none() {
            self.send(Effect::CloseReader);
        }
        match sorting.into {
            Destination::Open(..) => {
                self.end_visit();
                let is_done = !filled.placed.is_empty() && self.edit_all(filled.changes.clone());
                self.end_visit();
                if is_done || filled.placed.is_empty() {
                    self.tell_sorted(&filled);
                }
            }
            Destination::New(draft, _) => {
                if filled.placed.is_empty() {
                    return self.tell_sorted(&filled);
                }
                // Made first and filled then: undo takes all of it back at once, the nature with it.
                let nature =
                    begun.get(FieldId::SubjectNature).filter(|nature| draft.get(FieldId::SubjectNature) != Some(*nature));
                let said = sorted_as(self.state.lang, nature, &filled);
                let told = left_over(&filled, nature);
                let edits = whole(&draft, &begun, &filled);
                let arrival = Arrival { edits, focus: None, said, told };
                self.run(vec![Command::Run(DraftRequest::Create { draft, from: Vec::new() }.into())]);
                self.arrival = Some(arrival);
            }
        }
    }

    /// Takes back that a folder is being read, once it is.
    fn no_longer_busy(&mut self, sorting: &Sorting) {
        let busy = busy(self.state.lang, &sorting.folder);
        if self.state.notice.as_ref().is_some_and(|notice| notice.text == busy) {
            self.state.notice = None;
        }
    }

    /// Says what became of the pictures of a folder.
    fn tell_sorted(&mut self, filled: &Filled) {
        let role = if filled.placed.is_empty() { Role::Warning } else { Role::Good };
        self.state.notice = Some(Notice { role, text: sorted(self.state.lang, filled) });
        if let Some(question) = left_over(filled, None) {
            self.tell(question);
        }
    }
}

/// What a new draft begins with: of another nature where the pictures tell one.
fn begun(draft: &Draft, pictures: &[Picture]) -> Draft {
    let chosen = draft.get(FieldId::SubjectNature).cloned();
    match filled::nature(pictures).filter(|nature| chosen != Some(Value::Code(*nature))) {
        Some(nature) => {
            let mut of_nature = Draft::new(nature);
            of_nature.set(FieldId::Published, draft.get(FieldId::Published).cloned());
            of_nature
        }
        None => draft.clone(),
    }
}

/// All that makes a draft the one that was filled in, which began with `begun`.
fn whole(draft: &Draft, begun: &Draft, filled: &Filled) -> Edits {
    let changed = |id: FieldId| filled.changes.iter().find(|(other, _)| *other == id).map(|(_, value)| value.clone());
    let wanted = |id: FieldId| changed(id).unwrap_or_else(|| begun.get(id).cloned());
    let all = FieldId::ALL.iter().copied().map(|id| (id, wanted(id)));
    all.filter(|(id, value)| draft.get(*id) != value.as_ref()).collect()
}

/// That a folder is still being read.
fn busy(lang: Lang, folder: &Path) -> String {
    words::BUSY.with(lang, &[("path", &visible(&folder.to_string_lossy()))])
}

/// The name of a file, as it is shown.
fn file_name(path: &str) -> String {
    visible(path.rsplit('/').next().unwrap_or(path)).into_owned()
}

/// What was placed and filled in, and the nature that was taken from the pictures.
fn sorted_as(lang: Lang, nature: Option<&Value>, filled: &Filled) -> String {
    let said = sorted(lang, filled);
    let name = match nature {
        Some(Value::Code(nature)) => catalog::nature(*nature).map(|row| row.name.in_lang(lang)),
        _ => None,
    };
    match name {
        Some(nature) => words::SORTED_AS.with(lang, &[("nature", &nature), ("said", &said)]),
        None => said,
    }
}

/// What was placed and filled in, in a line.
fn sorted(lang: Lang, filled: &Filled) -> String {
    if filled.placed.is_empty() {
        return words::NOTHING.in_lang(lang).to_owned();
    }
    words::SORTED.with(lang, &[("placed", &filled.placed.len()), ("filled", &filled.filled.len())])
}

/// The pictures that have no place; nothing where all have one.
fn left_over(filled: &Filled, nature: Option<&Value>) -> Option<Question> {
    let lines = Lang::BOTH.map(|lang| left_in_lines(lang, filled, nature));
    (!filled.left.is_empty()).then_some(Question::Told { title: words::LEFT_TITLE, lines })
}

fn left_in_lines(lang: Lang, filled: &Filled, nature: Option<&Value>) -> Vec<String> {
    let name = |left: &Left| {
        let instead = left.instead.as_deref().map(file_name).unwrap_or_default();
        let (name, why) = (file_name(&left.path), says::why_left(lang, left.why, &instead));
        match says::shown(lang, &left.reading) {
            Some(what) => words::LEFT_SHOWN.with(lang, &[("name", &name), ("what", &what), ("why", &why)]),
            None => words::LEFT_ONE.with(lang, &[("name", &name), ("why", &why)]),
        }
    };
    let mut lines = vec![sorted_as(lang, nature, filled), words::LEFT.with(lang, &[("count", &filled.left.len())])];
    lines.extend(filled.left.iter().take(MOST_NAMED).map(name));
    let more = filled.left.len().saturating_sub(MOST_NAMED);
    lines.extend((more > 0).then(|| words::MORE.with(lang, &[("count", &more)])));
    lines
}

/// What is known of what is asked.
fn known_of(lang: Lang, open: &Open, pictures: &[Picture], is_individual: bool) -> Vec<String> {
    match open {
        // An individual answers for everything: the other card has no place.
        Open::ResponsiblePerson(people) if people.len() == 2 && !is_individual => {
            vec![words::WHO_TEXT.in_lang(lang).to_owned()]
        }
        Open::ResponsiblePerson(people) | Open::Owner(people) => {
            vec![words::WHO_OF_TEXT.with(lang, &[("count", &people.len())])]
        }
        Open::Back { path, .. } => {
            let picture = pictures.iter().find(|picture| picture.path == *path);
            let what = picture.and_then(|picture| says::shown(lang, &picture.reading)).unwrap_or_default();
            vec![words::LEFT_ONE.with(lang, &[("name", &file_name(path)), ("why", &what)])]
        }
    }
}
