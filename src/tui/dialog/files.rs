//! A file, chosen from a folder, typed, pasted or dropped.

mod draw;
mod glance;
mod lines;
mod place;
mod places;
mod read;
mod typed;
mod used;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use self::glance::{Glance, Verdict};
use self::lines::{Sort, Use, item};
use self::place::Placed;
use self::places::{Place, places, start};
use self::typed::{Found, Typed, is_whole_path};
use self::used::Used;
use super::{Dialog, findings, origin};
use crate::filing::{FieldId, Kind};
use crate::locale::Text;
use crate::locale::tui::dialog as words;
use crate::rules::{Arg, Column, Finding, Severity};
use crate::scan::facts::FileFacts;
use crate::tui::effect::{Effect, FOLDER_LINES, FileEntry, Message};
use crate::tui::keymap::{Action, Context};
use crate::tui::picture::PreviewRequest;
use crate::tui::question::{Question, Target};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::list::{FilterList, Item, Lines};

/// A folder of which one file is chosen.
#[derive(Debug)]
pub struct Files {
    target: Target,
    folder: PathBuf,
    /// The folder's lines once they were read, or why they could not be.
    lines: Option<Listing>,
    /// Those that are listed, and how they are shown. Kept, because a folder may have thousands.
    shown: Vec<FileEntry>,
    items: Lines,
    list: FilterList,
    sort: Sort,
    /// Hidden files and those of other kinds are listed, too.
    all: bool,
    /// Folders one may want to go to are listed instead.
    places: Option<Vec<Place>>,
    /// The list of the files, with what was typed there, while folders are listed.
    aside: Option<FilterList>,
    /// The folders that were left for one inside them or elsewhere: so far Esc goes back.
    trail: Vec<PathBuf>,
    /// A file was marked: how the lines are shown may have changed since.
    marked: bool,
    /// The folder one came from by going up, to be chosen there.
    came_from: Option<String>,
    refusal: Option<Text>,
    /// The folder that a typed path leads to, and its lines once they were read.
    beside: Option<(PathBuf, Option<Listing>)>,
    /// The typed name is to be completed as soon as these lines are there.
    completing: bool,
    /// What is known of the highlighted file.
    glance: Box<Glance>,
    /// The gravest that was found about files that were looked at; `None` for those that suit.
    judged: HashMap<PathBuf, Option<Severity>>,
}

/// A folder's lines, or why it cannot be read.
type Listing = Result<Vec<FileEntry>, String>;

impl Files {
    /// The file picker, opened where the present file lies, else in the draft's folder, else in the user's own.
    #[must_use]
    pub fn new(target: Target, state: &State) -> Self {
        let (folder, came_from) = start(target, state);
        let lines = None;
        Self {
            target,
            folder,
            lines,
            shown: Vec::new(),
            items: Lines::default(),
            list: Self::fresh_list(),
            sort: Sort::default(),
            all: false,
            places: None,
            aside: None,
            trail: Vec::new(),
            marked: false,
            came_from,
            refusal: None,
            beside: None,
            completing: false,
            glance: Box::default(),
            judged: HashMap::new(),
        }
    }

    fn receive_lines(&mut self, path: &Path, lines: &Listing, state: &State) {
        let is_beside = self.beside.as_ref().is_some_and(|(folder, _)| folder == path);
        if path != self.folder && !is_beside {
            return;
        }
        let sorted = lines.clone().map(|mut lines| {
            self.sort.sort(&mut lines);
            lines
        });
        if is_beside {
            self.beside = Some((path.to_owned(), Some(sorted.clone())));
        }
        if path == self.folder {
            self.lines = Some(sorted);
            self.list_lines(state);
            self.choose_where_one_was(state);
        }
        if std::mem::take(&mut self.completing) {
            self.complete(state);
        }
    }

    /// Goes to the line that one came from. Where that is a file of another field it goes to the next one that is none: two hasty keys
    /// must not attach what stands for something else.
    fn choose_where_one_was(&mut self, state: &State) {
        let from = self.came_from.take();
        let here = from.and_then(|name| self.shown.iter().position(|line| line.name == name)).unwrap_or_default();
        if !self.list.text().is_empty() {
            return;
        }
        let is_free =
            |place: &usize| self.shown.get(*place).is_some_and(|line| self.taken(&self.folder.join(&line.name), state).is_none());
        let free = (here..self.shown.len()).chain(0..here).find(is_free);
        self.list.choose(free.unwrap_or(here));
    }

    /// Has the highlighted file glanced at, if it is another one than before.
    fn follow(&mut self, state: &State) -> Option<Command> {
        let is_scan = self.target.is_scan();
        let highlighted = self.highlighted(state).filter(|(_, line)| is_scan && !line.folder);
        self.glance.follow(highlighted).map(Command::Run)
    }

    fn highlighted(&self, state: &State) -> Option<(PathBuf, FileEntry)> {
        if self.places.is_some() {
            return None;
        }
        if let Some(typed) = self.typed(state) {
            let Some(Ok(lines)) = self.lines_of(&typed) else { return None };
            let line = lines.iter().find(|line| line.name == typed.name)?;
            return Some((typed.path(), line.clone()));
        }
        let line = self.shown.get(self.list.chosen(&self.items)?)?;
        Some((self.folder.join(&line.name), line.clone()))
    }

    fn act(&mut self, input: &Input, state: &State) -> Vec<Command> {
        self.refusal = None;
        match input {
            // What begins as an answer does is no path.
            Input::Paste(text) if self.target == Target::Answer && text.trim_start().starts_with(['{', '[', '<']) => {
                return vec![Command::Close, Command::Import(text.clone().into_bytes())];
            }
            Input::Action(Action::Recent) => {
                if !self.back_to_files() {
                    self.places = Some(places(self.target, state));
                    self.aside = Some(std::mem::replace(&mut self.list, FilterList::default().hinting(words::FIND_FOLDER)));
                }
                return Vec::new();
            }
            _ if self.places.is_some() => return self.update_places(input, state),
            Input::Action(Action::Hidden) => {
                self.all = !self.all;
                self.relist(state);
                return Vec::new();
            }
            Input::Action(Action::Sort) => {
                self.sort = self.sort.other();
                if let Some(Ok(lines)) = &mut self.lines {
                    self.sort.sort(lines);
                }
                self.relist(state);
                return Vec::new();
            }
            Input::Action(Action::Preview) => return self.preview(),
            Input::Action(Action::Viewer) => {
                let path = self.glance.path().map(Path::to_owned);
                return path.map(|path| Command::Run(Effect::OpenInViewer(path))).into_iter().collect();
            }
            Input::Action(Action::Parent) => return self.up(),
            Input::Action(Action::Left | Action::Backspace) if self.list.text().is_empty() => return self.up(),
            Input::Action(Action::Complete) if !self.list.text().trim().is_empty() => {
                let before = self.list.text().to_owned();
                self.complete(state);
                // What is complete is gone on from.
                if self.list.text() == before && !self.completing && self.typed(state).is_none() {
                    self.list.update(&Input::Action(Action::Down), &self.items);
                }
                return self.read_beside(state);
            }
            Input::Action(Action::Complete) => {
                self.list.update(&Input::Action(Action::Down), &self.items);
                return Vec::new();
            }
            Input::Action(Action::Enter) if self.typed(state).is_some() => return self.use_typed(state),
            Input::Action(Action::Toggle) if self.typed(state).is_none() && !self.list.takes_blank(&self.items) => {
                return self.mark(state);
            }
            _ => {}
        }
        self.completing = false;
        if matches!(input, Input::Paste(text) if is_whole_path(text)) {
            self.list = Self::fresh_list();
        }
        let input = if *input == Input::Action(Action::Toggle) { &Input::Char(' ') } else { input };
        let confirmed = self.list.update(input, &self.items);
        let Some(line) = confirmed.and_then(|index| self.shown.get(index).cloned()) else {
            return self.read_beside(state);
        };
        let path = self.folder.join(&line.name);
        if line.folder { self.go_in(path) } else { self.take(&path, state) }
    }

    /// Opens a folder, from which Esc leads back to this one.
    fn go_in(&mut self, folder: PathBuf) -> Vec<Command> {
        self.trail.push(self.folder.clone());
        self.enter(folder)
    }

    fn enter(&mut self, folder: PathBuf) -> Vec<Command> {
        self.folder = folder;
        self.came_from = None;
        (self.lines, self.beside, self.completing) = (None, None, false);
        (self.shown, self.items, self.places, self.aside) = (Vec::new(), Lines::default(), None, None);
        self.list = Self::fresh_list();
        vec![Command::Run(Effect::ReadFolder(self.folder.clone()))]
    }

    fn fresh_list() -> FilterList {
        FilterList::default().hinting(words::FILE_OR_PATH)
    }

    /// Lists the files again, as they were; whether folders were listed instead.
    fn back_to_files(&mut self) -> bool {
        self.list = self.aside.take().unwrap_or_else(|| std::mem::take(&mut self.list));
        self.places.take().is_some()
    }

    /// Makes the lines that are listed, anew.
    fn list_lines(&mut self, state: &State) {
        let Some(Ok(lines)) = &self.lines else {
            (self.shown, self.items) = (Vec::new(), Lines::default());
            return;
        };
        let mut shown: Vec<FileEntry> = lines.iter().filter(|line| self.is_listed(line)).cloned().collect();
        // What is known not to belong here is no obstacle on the way to what may.
        shown.sort_by_cached_key(|line| !line.folder && self.is_of_another_kind(&self.folder.join(&line.name), state));
        let used = self.used_in(&self.folder, state);
        self.items = shown.iter().map(|line| self.item(&self.folder, line, &used, state)).collect();
        self.shown = shown;
    }

    /// A line as it is shown. Which files suit is told of scans only.
    pub(super) fn item(&self, folder: &Path, line: &FileEntry, used: &Used, state: &State) -> Item {
        let in_use = used.get(&line.name);
        let item = item(line, (self.wants_video(), in_use.is_some()), state);
        if !self.target.is_scan() {
            return Item { quiet: false, mark: " ", ..item };
        }
        // What was found about it goes before what its name promises, and before that it is in use: nothing is ticked that is doubted.
        let found = self.judged.get(&folder.join(&line.name)).copied().flatten();
        let item = match found.into_iter().chain(in_use.copied().flatten()).min() {
            Some(found) => Item { mark: findings::mark(found).0, ..item },
            None => item,
        };
        self.as_read(item, &folder.join(&line.name), state)
    }

    /// Takes in what was found about a file, and marks its line so.
    fn judge(&mut self, path: &Path, verdict: &Verdict, state: &State) {
        let worst = match verdict {
            Ok(found) => found.iter().map(|finding| finding.severity).min().filter(|worst| *worst < Severity::Hint),
            Err(_) => Some(Severity::Warning),
        };
        self.judged.insert(path.to_owned(), worst);
        let place = self.shown.iter().position(|line| path.parent() == Some(&*self.folder) && path.ends_with(&line.name));
        if let Some((place, line)) = place.and_then(|place| Some((place, self.shown.get(place)?))) {
            let item = self.item(&self.folder, line, &self.used_in(&self.folder, state), state);
            self.items.replace(place, item);
        }
    }

    /// Whether an error was found about a file.
    pub(super) fn is_wrong(&self, path: &Path) -> bool {
        self.judged.get(path) == Some(&Some(Severity::Error))
    }

    /// More is known of the writing on scans: what was said of files may have to be said otherwise.
    fn judge_again(&mut self, state: &State) {
        if let Some((path, facts)) = self.glance.answered() {
            let verdict = self.verdict(&path, &facts, state);
            self.judge(&path, &verdict, state);
            self.glance.learn(&path, &facts, verdict);
        }
        self.relist(state);
    }

    /// The same, with the chosen line staying chosen.
    fn relist(&mut self, state: &State) {
        let chosen = self.list.chosen(&self.items).and_then(|index| self.shown.get(index)).map(|line| line.name.clone());
        self.list_lines(state);
        if let Some(index) = chosen.and_then(|name| self.shown.iter().position(|line| line.name == name)) {
            self.list.choose(index);
        }
    }

    /// Takes an input while folders are listed.
    fn update_places(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let folders = self.place_items(state);
        let chosen = self.list.update(input, &folders);
        let folder = chosen.and_then(|index| self.places.as_ref()?.get(index).map(|place| place.folder.clone()));
        folder.map_or_else(Vec::new, |folder| self.go_in(folder))
    }

    fn place_items(&self, state: &State) -> Lines {
        let places = self.places.iter().flatten();
        let item = |place: &Place| {
            let folder = place.folder.to_string_lossy();
            Item::new(folder.clone()).aside(place.why.in_lang(state.lang)).spelled(&folder)
        };
        places.map(item).collect()
    }

    fn up(&mut self) -> Vec<Command> {
        let Some(parent) = self.folder.parent().map(Path::to_owned) else { return Vec::new() };
        let from = self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        if self.trail.last() == Some(&parent) {
            self.trail.pop();
        }
        let commands = self.enter(parent);
        self.came_from = from;
        commands
    }

    /// The path in the box, if it is one and not a filter.
    fn typed(&self, state: &State) -> Option<Typed> {
        if self.places.is_some() {
            return None;
        }
        Typed::read(self.list.text(), &self.folder, state.home.as_deref())
    }

    /// The lines of the folder that a typed path leads to.
    fn lines_of(&self, typed: &Typed) -> Option<&Listing> {
        if typed.folder == self.folder {
            return self.lines.as_ref();
        }
        self.beside.as_ref().filter(|(folder, _)| *folder == typed.folder).and_then(|(_, lines)| lines.as_ref())
    }

    fn found(&self, typed: &Typed) -> Found<'_> {
        let lines = self.lines_of(typed);
        let whole = lines.is_none_or(|lines| lines.as_ref().is_ok_and(|lines| lines.len() < FOLDER_LINES));
        typed.found(lines, whole)
    }

    /// Has the folder read that a typed path leads to, once.
    fn read_beside(&mut self, state: &State) -> Vec<Command> {
        let Some(typed) = self.typed(state) else { return Vec::new() };
        if typed.folder == self.folder || self.beside.as_ref().is_some_and(|(folder, _)| *folder == typed.folder) {
            return Vec::new();
        }
        self.beside = Some((typed.folder.clone(), None));
        vec![Command::Run(Effect::ReadFolder(typed.folder))]
    }

    /// Completes the typed name or path, now or when its folder's lines are there.
    fn complete(&mut self, state: &State) {
        self.completing = match self.typed(state) {
            Some(typed) => self.lines_of(&typed).is_none(),
            None => self.lines.is_none(),
        };
        if let Some(text) = self.completion(state) {
            self.list.set_text(&text, &self.items);
        }
    }

    /// The typed name or path as it goes on in all that it may lead to; none where nothing is gained.
    fn completion(&self, state: &State) -> Option<String> {
        match self.typed(state) {
            Some(typed) => typed::completion(&self.candidates(&typed), &typed.name).map(|name| typed.completed(&name)),
            None => {
                let shown: Vec<&FileEntry> = self.shown.iter().collect();
                typed::completion(&shown, self.list.text().trim())
            }
        }
    }

    /// What a typed path may go on to.
    fn candidates(&self, typed: &Typed) -> Vec<&FileEntry> {
        let Some(Ok(lines)) = self.lines_of(typed) else { return Vec::new() };
        let begun_hidden = typed.name.starts_with('.');
        let listed: Vec<&FileEntry> = lines.iter().filter(|line| self.is_listed(line) || begun_hidden).collect();
        typed::candidates(&listed, &typed.name)
    }

    /// Uses what was written: a file that is there is taken, a folder is opened. While that is not known, its ending tells.
    fn use_typed(&mut self, state: &State) -> Vec<Command> {
        let Some(typed) = self.typed(state) else { return Vec::new() };
        let path = typed.path();
        match self.found(&typed) {
            Found::File => self.take(&path, state),
            Found::Folder => self.go_in(path),
            Found::Unknown if !typed.name.is_empty() && path.extension().is_some() => self.take(&path, state),
            Found::Unknown => self.go_in(path),
            Found::Nothing | Found::Unreadable(_) => Vec::new(),
        }
    }

    /// Shows the highlighted picture as large as the screen.
    fn preview(&self) -> Vec<Command> {
        let id = match self.target {
            Target::Field(id) | Target::Add(id) => id,
            Target::Approval(_) => FieldId::PriorApprovals,
            Target::Answer | Target::Record(_) | Target::Scans => return Vec::new(),
        };
        let candidate = self.glance.candidate(id).map(Question::Candidate);
        candidate.map(Command::Ask).into_iter().collect()
    }

    /// Puts the file into the draft.
    fn take(&mut self, path: &Path, state: &State) -> Vec<Command> {
        if let Target::Record(kind) = self.target {
            return vec![Command::Close, origin::read(path.to_owned(), kind, state)];
        }
        if self.target == Target::Scans {
            // Where one picture lies, all do: the screen below knows what begins with them.
            let folder = path.parent().map(|folder| folder.to_string_lossy().into_owned());
            return std::iter::once(Command::Close).chain(folder.map(Command::FromFolder)).collect();
        }
        let Some(document) = &state.document else { return vec![Command::Close] };
        if self.target == Target::Answer {
            return vec![Command::Close, Command::Run(Effect::ReadAnswer(path.to_owned()))];
        }
        match self.placed(path, document, state.home.as_deref()) {
            Ok(Placed { id, value, .. }) => {
                let mut commands = vec![Command::Edit(id, Some(value)), Command::Chosen(id)];
                commands.extend(path.parent().map(|folder| Command::TookFrom(folder.to_owned())));
                commands
            }
            Err(refusal) => {
                self.refusal = Some(refusal);
                Vec::new()
            }
        }
    }

    /// What the rules would say of the file in its place.
    fn verdict(&self, path: &Path, facts: &FileFacts, state: &State) -> Verdict {
        let Some(document) = &state.document else { return Ok(Vec::new()) };
        let Placed { id, row, value, written } = self.placed(path, document, state.home.as_deref())?;
        let mut findings = document.would_find(id, value, &written, facts);
        let is_here = |finding: &Finding| {
            let column = finding.spot.and_then(|spot| spot.column);
            finding.spot.map(|spot| spot.row) == row && column.is_none_or(|column| column == Column::Document)
        };
        findings.retain(is_here);
        // Its name is enough: one sees where it lies.
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        for (_, arg) in findings.iter_mut().flat_map(|finding| &mut finding.args).filter(|(key, _)| *key == "file") {
            *arg = Arg::Text(name.clone());
        }
        Ok(findings)
    }

    fn wants_video(&self) -> bool {
        matches!(self.target, Target::Field(id) | Target::Add(id) if matches!(id.field().kind, Kind::Videos(_)))
    }

    /// Folders and pictures, also those that have to be converted first; on request everything.
    fn is_listed(&self, line: &FileEntry) -> bool {
        if !self.target.is_scan() {
            let name = line.name.to_ascii_lowercase();
            let fits = line.folder || self.target.endings().iter().any(|ending| name.ends_with(ending));
            return self.all || !line.name.starts_with('.') && fits;
        }
        let fits = || line.folder || Use::of(&line.name, self.wants_video()) != Use::Other;
        self.all || !line.name.starts_with('.') && fits()
    }
}

impl Dialog for Files {
    fn contexts(&self) -> Vec<Context> {
        let picture = self.glance.is_picture().then_some(Context::Picture);
        let ticks = self.marks().then_some(Context::Ticks);
        let opened = (self.places.is_some() || !self.trail.is_empty()).then_some(Context::Opened);
        let steps = self.list.filtered().into_iter().chain(opened);
        steps.chain(picture).chain(ticks).chain([Context::Files, Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let typed = self.typed(state);
        match (action, &typed) {
            (Action::Enter, Some(typed)) => matches!(self.found(typed), Found::Nothing | Found::Unreadable(_)),
            (Action::Enter, None) if self.places.is_some() => self.list.chosen(&self.place_items(state)).is_none(),
            (Action::Enter, None) => self.list.chosen(&self.items).is_none(),
            // While lines are read it is kept for them; of a name that goes on nowhere it leads to the next line.
            (Action::Complete, Some(typed)) => self.lines_of(typed).is_some() && self.completion(state).is_none(),
            (Action::Complete, None) => {
                self.lines.is_some() && self.list.found(&self.items).len() < 2 && self.completion(state).is_none()
            }
            (Action::Parent, _) => self.folder.parent().is_none(),
            _ => false,
        }
    }

    fn wanted_preview(&self, state: &State) -> Option<PreviewRequest> {
        self.glance.look(state, self.wants_video())
    }

    fn receive(&mut self, message: &Message, state: &State) -> Vec<Command> {
        match message {
            Message::Folder { path, lines } => self.receive_lines(path, lines, state),
            Message::Probed { path, facts } if self.glance.wants(path) => {
                let verdict = self.verdict(path, facts, state);
                self.judge(path, &verdict, state);
                self.glance.learn(path, facts, verdict);
            }
            _ => {}
        }
        self.follow(state).into_iter().collect()
    }

    fn scan_read(&mut self, state: &State) {
        self.judge_again(state);
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        if std::mem::take(&mut self.marked) {
            self.relist(state);
        }
        let mut commands = self.act(input, state);
        commands.extend(self.follow(state));
        commands
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        self.paint(canvas, state, active);
    }

    fn selected(&self) -> Option<&str> {
        self.list.selected()
    }

    fn step_back(&mut self, state: &State) -> Option<Vec<Command>> {
        self.refusal = None;
        if self.list.step_back() {
            self.completing = false;
            return Some(self.follow(state).into_iter().collect());
        }
        if self.back_to_files() {
            return Some(Vec::new());
        }
        let before = self.trail.pop()?;
        let from = self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let commands = self.enter(before);
        self.came_from = from;
        Some(commands)
    }

    fn wants_folder(&self) -> Option<&Path> {
        Some(&self.folder)
    }
}

#[cfg(test)]
mod tests {
    use crate::text::width::cells;
    use crate::tui::form::seen::size;
    use crate::tui::widget::canvas::left_truncated;

    #[test]
    fn sizes_and_long_folders_are_written_for_people() {
        for (bytes, shown) in [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (1_500_000, "1.5 MB"), (2_097_152, "2.1 MB")] {
            assert_eq!(size(bytes), shown);
        }
        assert_eq!(left_truncated("/home/li/扫描件", 40), "/home/li/扫描件");
        assert_eq!(left_truncated("/home/li/扫描件", 9), "扫描件");
        assert_eq!(left_truncated("/home/li/扫描件", 14), ".../li/扫描件");
        assert_eq!(left_truncated("/home/li/扫描件", 12), ".../扫描件", "no half names");
        assert_eq!(left_truncated("scans/responsible-id-front.jpg", 12), "respon...jpg", "a name alone");
        assert!(cells(&left_truncated("/home/李/扫描件", 8)) <= 8);
    }
}
