//! A file, chosen from a folder, typed, pasted or dropped.

mod lines;
mod places;
mod typed;

use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use self::lines::{Sort, Use, item};
pub use self::places::remember;
use self::places::{Place, places};
use self::typed::{Found, Typed};
use super::list::{FilterList, Item, draw_line};
use super::{Panel, clipped, more_marks, panel};
use crate::filing::{Approval, FieldId, Kind, Value};
use crate::locale::tui::dialog as words;
use crate::locale::{Text, field};
use crate::materials::{relative_to, resolve};
use crate::rules::Column;
use crate::text::clean::visible;
use crate::text::width::{cells, skip_cells};
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::effect::{Effect, FileEntry, Message};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::theme::Role;
use crate::tui::worker::FOLDER_LINES;

/// Where the chosen path goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Into a field, in the place of what is there.
    Field(FieldId),
    /// To the end of a field that holds several.
    Add(FieldId),
    /// Into the row of the prior approvals with this index, as its document.
    Approval(usize),
}

/// A folder of which one file is chosen.
#[derive(Debug)]
pub struct Files {
    target: Target,
    folder: PathBuf,
    /// The folder's lines once they were read, or why they could not be.
    lines: Option<Lines>,
    /// Those that are listed, and how they are shown. Kept, because a folder may have thousands.
    shown: Vec<FileEntry>,
    items: Vec<Item>,
    list: FilterList,
    sort: Sort,
    /// Hidden files and those of other kinds are listed, too.
    all: bool,
    /// Folders one may want to go to are listed instead.
    places: Option<Vec<Place>>,
    /// The folder one came from by going up, to be chosen there.
    came_from: Option<String>,
    refusal: Option<Text>,
    /// The folder that a typed path leads to, and its lines once they were read.
    beside: Option<(PathBuf, Option<Lines>)>,
    /// The typed name is to be completed as soon as these lines are there.
    completing: bool,
}

/// A folder's lines, or why it cannot be read.
type Lines = Result<Vec<FileEntry>, String>;

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
            items: Vec::new(),
            list: FilterList::default().hinting(words::FILE_OR_PATH),
            sort: Sort::default(),
            all: false,
            places: None,
            came_from,
            refusal: None,
            beside: None,
            completing: false,
        }
    }

    /// The folder shown; it has to be read when the dialog opens.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        vec![Context::Files, Context::List, Context::Text]
    }

    /// Takes a folder's lines, if it is the folder shown.
    pub fn receive(&mut self, message: &Message, state: &State) {
        let Message::Folder { path, lines } = message else { return };
        let is_beside = self.beside.as_ref().is_some_and(|(folder, _)| folder == path);
        if *path != self.folder && !is_beside {
            return;
        }
        let sorted = lines.clone().map(|mut lines| {
            self.sort.sort(&mut lines);
            lines
        });
        if is_beside {
            self.beside = Some((path.clone(), Some(sorted.clone())));
        }
        if *path == self.folder {
            self.lines = Some(sorted);
            self.list_lines(state);
            self.choose_where_one_was();
        }
        if std::mem::take(&mut self.completing) {
            self.complete(state);
        }
    }

    fn choose_where_one_was(&mut self) {
        let from = self.came_from.take();
        let index = from.and_then(|name| self.shown.iter().position(|line| line.name == name));
        if self.list.text().is_empty() {
            self.list.choose(index.unwrap_or_default());
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        self.refusal = None;
        match input {
            Input::Action(Action::Recent) => {
                self.places = if self.places.is_some() { None } else { Some(places(state)) };
                self.list = self.fresh_list();
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
            Input::Action(Action::Parent) => return self.up(),
            Input::Action(Action::Left) if self.list.text().is_empty() => return self.up(),
            Input::Action(Action::Complete) if !self.list.text().trim().is_empty() => {
                self.complete(state);
                return self.look(state);
            }
            Input::Action(Action::Complete) => {
                self.list.update(&Input::Action(Action::Down), &self.items);
                return Vec::new();
            }
            Input::Action(Action::Enter) if self.typed(state).is_some() => return self.use_typed(state),
            _ => {}
        }
        self.completing = false;
        let confirmed = self.list.update(input, &self.items);
        let Some(line) = confirmed.and_then(|index| self.shown.get(index).cloned()) else {
            return self.look(state);
        };
        let path = self.folder.join(&line.name);
        if line.folder { self.enter(path) } else { self.take(&path, state) }
    }

    fn enter(&mut self, folder: PathBuf) -> Vec<Command> {
        self.folder = folder;
        (self.lines, self.beside, self.completing) = (None, None, false);
        (self.shown, self.items, self.places) = (Vec::new(), Vec::new(), None);
        self.list = self.fresh_list();
        vec![Command::Run(Effect::ReadFolder(self.folder.clone()))]
    }

    fn fresh_list(&self) -> FilterList {
        FilterList::default().hinting(if self.places.is_some() { words::FIND_FOLDER } else { words::FILE_OR_PATH })
    }

    /// Makes the lines that are listed, anew.
    fn list_lines(&mut self, state: &State) {
        let Some(Ok(lines)) = &self.lines else {
            (self.shown, self.items) = (Vec::new(), Vec::new());
            return;
        };
        let shown: Vec<FileEntry> = lines.iter().filter(|line| self.is_listed(line)).cloned().collect();
        self.items = shown.iter().map(|line| item(line, self.wants_video(), state)).collect();
        self.shown = shown;
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
        folder.map_or_else(Vec::new, |folder| self.enter(folder))
    }

    fn place_items(&self, state: &State) -> Vec<Item> {
        let places = self.places.iter().flatten();
        places.map(|place| Item::new(place.folder.to_string_lossy()).aside(place.why.in_lang(state.lang))).collect()
    }

    fn up(&mut self) -> Vec<Command> {
        let Some(parent) = self.folder.parent().map(Path::to_owned) else { return Vec::new() };
        self.came_from = self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        self.enter(parent)
    }

    /// The path in the box, if it is one and not a filter.
    fn typed(&self, state: &State) -> Option<Typed> {
        if self.places.is_some() {
            return None;
        }
        Typed::read(self.list.text(), &self.folder, state.home.as_deref())
    }

    /// The lines of the folder that a typed path leads to.
    fn lines_of(&self, typed: &Typed) -> Option<&Lines> {
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
    fn look(&mut self, state: &State) -> Vec<Command> {
        let Some(typed) = self.typed(state) else { return Vec::new() };
        if typed.folder == self.folder || self.beside.as_ref().is_some_and(|(folder, _)| *folder == typed.folder) {
            return Vec::new();
        }
        self.beside = Some((typed.folder.clone(), None));
        vec![Command::Run(Effect::ReadFolder(typed.folder))]
    }

    /// Completes the typed name or path, now or when its folder's lines are there.
    fn complete(&mut self, state: &State) {
        let typed = self.typed(state);
        let text = match &typed {
            Some(typed) => {
                self.completing = self.lines_of(typed).is_none();
                typed::completion(&self.candidates(typed), &typed.name).map(|name| typed.completed(&name))
            }
            None => {
                self.completing = self.lines.is_none();
                let shown: Vec<&FileEntry> = self.shown.iter().collect();
                typed::completion(&shown, self.list.text().trim())
            }
        };
        if let Some(text) = text {
            self.list.set_text(&text, &self.items);
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
            Found::Folder => self.enter(path),
            Found::Unknown if !typed.name.is_empty() && path.extension().is_some() => self.take(&path, state),
            Found::Unknown => self.enter(path),
            Found::Nothing | Found::Unreadable(_) => Vec::new(),
        }
    }

    /// Puts the file into the draft, written as the draft wants it.
    fn take(&mut self, path: &Path, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let folder = document.path.parent().unwrap_or(&state.folder);
        let Some(written) = relative_to(folder, path) else {
            self.refusal = Some(words::NOT_UNICODE);
            return Vec::new();
        };
        let draft = document.draft();
        let (id, value) = match self.target {
            Target::Field(id) if id.field().kind == Kind::Picture => (id, Value::Text(written)),
            Target::Field(id) => (id, Value::Paths(vec![written])),
            Target::Add(id) => {
                let mut paths: Vec<String> = draft.paths(id).into_iter().map(str::to_owned).collect();
                if paths.contains(&written) {
                    self.refusal = Some(words::ALREADY_THERE);
                    return Vec::new();
                }
                paths.push(written);
                (id, Value::Paths(paths))
            }
            Target::Approval(row) => {
                let mut rows: Vec<Approval> = draft.approvals().to_vec();
                if let Some(row) = rows.get_mut(row) {
                    row.document = written;
                }
                (FieldId::PriorApprovals, Value::Approvals(rows))
            }
        };
        let mut commands = vec![Command::Edit(id, Some(value)), Command::Leave(id), Command::Close];
        commands.extend(path.parent().map(|folder| Command::TookFrom(folder.to_owned())));
        commands
    }

    fn wants_video(&self) -> bool {
        matches!(self.target, Target::Field(id) | Target::Add(id) if matches!(id.field().kind, Kind::Videos(_)))
    }

    /// Folders and pictures, also those that have to be converted first; on request everything.
    fn is_listed(&self, line: &FileEntry) -> bool {
        let fits = || line.folder || Use::of(&line.name, self.wants_video()) != Use::Other;
        self.all || !line.name.starts_with('.') && fits()
    }

    /// Draws itself.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let lang = state.lang;
        let title = match self.target {
            Target::Field(id) | Target::Add(id) => field::label(id),
            Target::Approval(_) => field::column(Column::Document),
        };
        let typed = self.typed(state);
        let other: Option<Vec<Item>> = match (&self.places, &typed) {
            (Some(_), _) => Some(self.place_items(state)),
            (None, Some(typed)) => {
                Some(self.candidates(typed).into_iter().map(|line| item(line, self.wants_video(), state)).collect())
            }
            (None, None) => None,
        };
        let items: &[Item] = other.as_deref().unwrap_or(&self.items);
        let count = if typed.is_some() { items.len().to_string() } else { self.list.count(items) };
        let hints = self.hints();
        let area = panel(
            canvas,
            state,
            &Panel {
                title: title.in_lang(lang),
                aside: &count,
                width: 76,
                height: 26,
                hints: &hints,
                contexts: &self.contexts(),
            },
        );
        let head = match &self.places {
            Some(_) => words::PLACES.in_lang(lang).to_owned(),
            None => left_truncated(&self.folder.to_string_lossy(), usize::from(area.width)),
        };
        canvas.put(area.x, area.y, area.width, &head, Role::Accent);
        let below = Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1));
        let note = self.note(state);
        let rows = to_cells(wrap(&note.0, usize::from(area.width)).len()).min(below.height / 2);
        let rows = if note.0.is_empty() { 0 } else { rows };
        let list = Rect { height: below.height.saturating_sub(rows), ..below };
        self.list.draw(canvas, state, list, items, active);
        if self.places.is_some() {
            return;
        }
        if typed.is_some() || items.is_empty() && (rows > 0 || self.lines.is_none()) {
            // The list's own "nothing found" would say less than the note; and in a path nothing is chosen yet.
            canvas.blank(Rect::new(list.x, list.y + 1, list.width + 1, list.height.saturating_sub(1)));
        }
        if typed.is_some() {
            preview(canvas, list, items);
        }
        let room = (usize::from(area.width), usize::from(rows));
        for (row, line) in clipped(wrap(&note.0, room.0), room).iter().enumerate() {
            canvas.put(area.x, list.bottom() + to_cells(row), area.width, line, note.1);
        }
    }

    /// What the lower edge offers.
    fn hints(&self) -> Vec<(Action, Text)> {
        let mut hints = vec![(Action::Enter, words::PICK)];
        if self.places.is_none() {
            let typing = !self.list.text().is_empty();
            hints.push(if typing { (Action::Complete, Action::Complete.label()) } else { (Action::Parent, words::ABOVE) });
            hints.push((Action::Sort, if self.sort == Sort::Newest { words::BY_NAME } else { words::NEWEST_FIRST }));
        }
        hints.push((Action::Recent, if self.places.is_some() { words::BACK_TO_FILES } else { words::FOLDERS }));
        if self.places.is_none() {
            hints.push((Action::Hidden, if self.all { words::FITTING_FILES } else { words::ALL_FILES }));
        }
        hints.push((Action::Back, words::CANCEL));
        hints
    }

    /// What is said below the list: what went wrong, what Enter would do, or why there is nothing.
    fn note(&self, state: &State) -> (String, Role) {
        let lang = state.lang;
        if self.places.is_some() {
            return (String::new(), Role::Muted);
        }
        if let Some(refusal) = self.refusal {
            return (refusal.in_lang(lang).to_owned(), Role::Warning);
        }
        if let Some(typed) = self.typed(state) {
            let key = keymap::key_for(&self.contexts(), Action::Enter).map(|key| key.to_string()).unwrap_or_default();
            return match self.found(&typed) {
                Found::Unknown if self.lines_of(&typed).is_some() => (String::new(), Role::Muted),
                Found::Unknown => (words::READING.in_lang(lang).to_owned(), Role::Muted),
                Found::Unreadable(reason) => (words::NOT_READ.with(lang, &[("reason", &reason)]), Role::Error),
                Found::File => (words::USE_FILE.with(lang, &[("key", &key)]), Role::Good),
                Found::Folder => (words::OPEN_FOLDER.with(lang, &[("key", &key)]), Role::Muted),
                Found::Nothing => (words::NO_SUCH_FILE.in_lang(lang).to_owned(), Role::Warning),
            };
        }
        match &self.lines {
            None => (words::READING.in_lang(lang).to_owned(), Role::Muted),
            Some(Err(reason)) => (words::NOT_READ.with(lang, &[("reason", reason)]), Role::Error),
            Some(Ok(lines)) if self.shown.is_empty() && !lines.is_empty() => {
                (words::ONLY_HIDDEN.with(lang, &[("count", &lines.len())]), Role::Muted)
            }
            Some(Ok(lines)) if lines.is_empty() => (words::NO_FILES.in_lang(lang).to_owned(), Role::Muted),
            Some(Ok(lines)) if lines.len() >= FOLDER_LINES => {
                (words::FOLDER_CUT.with(lang, &[("count", &lines.len())]), Role::Warning)
            }
            Some(Ok(_)) => (String::new(), Role::Muted),
        }
    }
}

/// How a typed path may go on, below the box.
fn preview(canvas: &mut Canvas<'_>, list: Rect, items: &[Item]) {
    let gap = if list.height > 8 { 2 } else { 1 };
    let area = Rect::new(list.x, list.y + gap, list.width.saturating_sub(1), list.height.saturating_sub(gap));
    for (row, item) in items.iter().take(usize::from(area.height)).enumerate() {
        draw_line(canvas, Rect::new(area.x, area.y + to_cells(row), area.width, 1), item, false);
    }
    more_marks(canvas, area, 0, items.len());
}

/// The folder to open, and the line to choose in it.
fn start(target: Target, state: &State) -> (PathBuf, Option<String>) {
    let Some(document) = &state.document else {
        return (state.home.clone().unwrap_or_else(|| state.folder.clone()), None);
    };
    let draft = document.draft();
    let present = match target {
        Target::Field(id) | Target::Add(id) => draft.paths(id).last().map(|path| (*path).to_owned()),
        Target::Approval(row) => draft.approvals().get(row).map(|row| row.document.clone()).filter(|path| !path.is_empty()),
    };
    let folder = document.path.parent().unwrap_or(&state.folder).to_owned();
    // Scans lie together: without a file of its own the field begins where the last one was found.
    let present = match (present, state.recent_folders.first()) {
        (None, Some(lately)) => return (lately.clone(), None),
        (present, _) => present.or_else(|| draft.files().last().map(|(_, _, path)| (*path).to_owned())),
    };
    let Some(present) = present else { return (folder, None) };
    let path = plain(&resolve(&folder, state.home.as_deref(), &present));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    (path.parent().map_or(folder, Path::to_owned), name)
}

/// The path without `.` and, where that is the same, without `..`.
fn plain(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// A size for people: `345 KB`, `1.2 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => {
            let tenths = bytes.saturating_mul(10) / 1_048_576;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// The end of a long text, after `..`.
pub(in crate::tui) fn left_truncated(text: &str, width: usize) -> String {
    let clean = visible(text);
    let all = cells(&clean);
    if all <= width {
        return clean.into_owned();
    }
    format!("..{}", skip_cells(&clean, all + 2 - width.max(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_long_folders_are_written_for_people() {
        for (bytes, shown) in [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (1_500_000, "1.4 MB"), (2_097_152, "2.0 MB")] {
            assert_eq!(size(bytes), shown);
        }
        assert_eq!(left_truncated("/home/li/扫描件", 40), "/home/li/扫描件");
        assert_eq!(left_truncated("/home/li/扫描件", 9), "../扫描件");
        assert!(cells(&left_truncated("/home/李/扫描件", 8)) <= 8);
    }

    #[test]
    fn dots_in_paths_are_resolved_by_name_where_that_is_safe() {
        for (path, expected) in [("/a/./b/../c", "/a/c"), ("/a/b/..", "/a"), ("../a", "../a"), ("/../a", "/../a")] {
            assert_eq!(plain(Path::new(path)), Path::new(expected), "{path}");
        }
    }
}
