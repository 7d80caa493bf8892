//! The list of drafts: finding, opening, making, copying and putting aside.
//!
//! A folder may hold thousands. What a filter looks at is prepared when the list changes; what a row shows is worked out for
//! the rows in view only: a worker looks at their files, and the rules run on a few of them at a time.

mod columns;
mod draw;
mod line;
mod row;
mod sort;
mod standing;
mod urgent;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use chrono::{NaiveDate, TimeDelta};
use ratatui::layout::Rect;

use self::columns::Rooms;
use self::line::{Line, title};
use self::row::Counts;
use self::sort::{Sort, sort};
use self::standing::{KnownWords, Words};
use crate::compare::Compared;
use crate::drafts::folder::{Listed, Running};
use crate::filing::Stage;
use crate::filing::event::Moment;
use crate::locale::tui::{common, dialog as dialog_words, home as words};
use crate::locale::{Lang, Text};
use crate::reading::Readings;
use crate::text::edit::LineEdit;
use crate::tui::chrome;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{Action, Context};
use crate::tui::question::Question;
use crate::tui::route::Route;
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, ListColumn, Notice, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;

const CONTEXTS: [Context; 3] = [Context::Home, Context::Text, Context::List];
const EMPTY: [Context; 1] = [Context::Start];
/// Drafts checked at once; the others in view follow with the next events or ticks, so that no key waits for them.
const CHECKED_AT_ONCE: usize = 6;
/// How long what a filter looks for of a limit stays true: no limit is told by less than a minute.
const LIMITS_TOLD_EVERY: TimeDelta = TimeDelta::minutes(1);
/// Drafts of which it is found out at once where they stand, before a filter asks for it.
const STOOD_AT_ONCE: usize = 100;
/// Bytes of what is typed from which drafts are checked for it that are not in view: a character, or three letters.
const LEAST_OF_WORD: usize = 3;
/// Rows on the screen that are not the list's: title, rule, filter, heading, help, hints.
const ROWS_AROUND: u16 = 6;

/// What the rules found, and for which state of which file.
#[derive(Debug)]
struct Checked {
    modified: Option<SystemTime>,
    today: NaiveDate,
    /// The number of what was known about its files.
    files: u64,
    counts: Counts,
}

/// The list of drafts.
#[derive(Debug)]
pub struct Home {
    filter: LineEdit,
    /// All drafts, the last changed first.
    lines: Vec<Line>,
    /// The drafts that they are of.
    taken: Option<Arc<[Listed]>>,
    /// Indices of the lines that match.
    shown: Vec<usize>,
    /// The chosen one of these.
    chosen: usize,
    /// The first of these in view.
    top: usize,
    /// The draft that is, or should be, chosen; it may be open at the moment.
    current: Option<PathBuf>,
    /// Something was asked for that will bring a new draft.
    expects_new: bool,
    /// When it was found out last where the drafts stand whose limit runs.
    stood_at: Option<Moment>,
    /// The last key deleted in the filter: one that is held goes no further than its end.
    erases: bool,
    /// Whether a draft was open.
    was_open: bool,
    checked: HashMap<PathBuf, Checked>,
    /// The comparison that `checked` knows of.
    compared: Arc<Compared>,
    /// What was read on scans when they were checked.
    readings: Readings,
    /// Drafts in view are left to be checked.
    is_behind: bool,
    /// What room the columns take; nothing before there are drafts.
    measured: Option<Measured>,
    sort: Sort,
}

/// How wide the columns are with all drafts.
#[derive(Debug)]
struct Measured {
    /// The language and the day of which that is true.
    key: (Lang, NaiveDate),
    rooms: Rooms,
}

impl Home {
    /// An empty list: nothing was read yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            filter: LineEdit::new(""),
            lines: Vec::new(),
            taken: None,
            shown: Vec::new(),
            chosen: 0,
            top: 0,
            current: None,
            expects_new: false,
            stood_at: None,
            erases: false,
            was_open: false,
            checked: HashMap::new(),
            compared: Arc::default(),
            readings: Readings::default(),
            is_behind: false,
            measured: None,
            sort: Sort::default(),
        }
    }

    /// Whether the lines are those of these drafts. When a file was changed does not tell: copies keep that of what they replace.
    fn is_current(&mut self, drafts: &Arc<[Listed]>) -> bool {
        let same = |(one, other): (&Listed, &Listed)| {
            (one.modified, &one.path, &one.summary) == (other.modified, &other.path, &other.summary)
        };
        let is_current = |taken: &Arc<[Listed]>| {
            Arc::ptr_eq(taken, drafts) || taken.len() == drafts.len() && taken.iter().zip(&**drafts).all(same)
        };
        let is_current = self.taken.as_ref().is_some_and(is_current);
        if is_current {
            self.taken = Some(Arc::clone(drafts));
        }
        is_current
    }

    fn take<'d>(&mut self, drafts: &'d Arc<[Listed]>, state: &State) {
        // A filing and its change are told apart by what they are, which has a column.
        let has_kinds = !state.hidden_columns.contains(&ListColumn::Kind);
        let known = |draft: &'d Listed| {
            let kind = draft.summary.as_ref().ok().filter(|_| has_kinds).map_or("", |summary| row::kind(&summary.draft).en);
            (title(draft).unwrap_or_default(), kind)
        };
        let mut alike: HashMap<(&str, &str), usize> = HashMap::new();
        for key in drafts.iter().filter(|draft| draft.summary.is_ok()).map(known) {
            *alike.entry(key).or_default() += 1;
        }
        let is_twin = |draft: &'d Listed| draft.summary.is_ok() && alike.get(&known(draft)).is_some_and(|count| *count > 1);
        let all = drafts.iter().enumerate();
        let (running, mut known_words) = (Running::among(drafts), KnownWords::default());
        let line = |(index, draft)| Line::new(index, draft, is_twin(draft), (&running, &mut known_words));
        let mut lines: Vec<Line> = all.map(line).collect();
        sort(&mut lines, self.sort, drafts, state);
        if self.expects_new {
            let known: HashSet<&Path> = self.lines.iter().map(|line| line.path.as_path()).collect();
            if let Some(new) = lines.iter().find(|line| !known.contains(line.path.as_path())) {
                self.current = Some(new.path.clone());
                self.was_open = true;
                self.expects_new = false;
            }
        }
        self.lines = lines;
        self.measured = None;
        let before = self.taken.replace(Arc::clone(drafts)).unwrap_or_default();
        let before: HashMap<&Path, &Listed> = before.iter().map(|draft| (draft.path.as_path(), draft)).collect();
        // What was found holds for a state of the file, which its time mostly tells.
        let is_another = |draft: &Listed| {
            let old = before.get(draft.path.as_path());
            old.is_some_and(|old| old.modified == draft.modified && old.summary != draft.summary)
        };
        let kept: HashSet<&Path> = drafts.iter().filter(|draft| !is_another(draft)).map(|draft| draft.path.as_path()).collect();
        self.checked.retain(|path, _| kept.contains(path.as_path()));
        self.stood_at = None;
        self.stand(state);
        self.match_filter();
        // A draft that was just open, or was just made, is not hidden by a filter.
        let hidden = self.place_of_current().is_none() && self.lines.iter().any(|line| Some(&line.path) == self.current.as_ref());
        if std::mem::take(&mut self.was_open) && hidden {
            self.filter.set_text("");
            self.match_filter();
        }
    }

    fn place_of_current(&self) -> Option<usize> {
        let current = self.current.as_ref()?;
        self.shown.iter().position(|index| self.lines.get(*index).is_some_and(|line| line.path == *current))
    }

    /// Finds the lines that hold every word of the filter; the choice stays on its draft where that is still there.
    fn match_filter(&mut self) {
        let words = self.typed();
        let matches = |line: &Line| words.iter().all(|(word, begun)| line.holds(word, begun));
        self.shown = self.lines.iter().enumerate().filter(|(_, line)| matches(line)).map(|(index, _)| index).collect();
        self.chosen = self.place_of_current().unwrap_or(self.chosen).min(self.shown.len().saturating_sub(1));
    }

    /// The words of the filter, each with itself behind a line break.
    fn typed(&self) -> Vec<(String, String)> {
        let wanted = self.filter.text().to_lowercase();
        let words: BTreeSet<&str> = wanted.split_whitespace().collect();
        words.into_iter().map(|word| (word.to_owned(), format!("\n{word}"))).collect()
    }

    /// The filter was edited: the best place to start is the top.
    fn refilter(&mut self, state: &State) {
        self.stand(state);
        self.current = None;
        self.chosen = 0;
        self.match_filter();
        self.remember();
    }

    /// Finds out where the drafts stand that a filter looks for; those whose limit runs again when the clock has gone on.
    fn stand(&mut self, state: &State) {
        let now = state.clock();
        if self.filter.text().is_empty() {
            return;
        }
        let is_told_anew = self.stood_at.is_none_or(|at| (now - at).abs() >= LIMITS_TOLD_EVERY);
        if is_told_anew {
            self.stood_at = Some(now);
        }
        self.stand_some(state, usize::MAX, |line| !line.has_standing || (is_told_anew && line.is_limited));
    }

    /// Finds out where some of the drafts stand before a filter asks, so that its first letter does not wait for all of them; whether any are
    /// left.
    fn stand_ahead(&mut self, state: &State) -> bool {
        self.stood_at.get_or_insert(state.clock());
        self.stand_some(state, STOOD_AT_ONCE, |line| !line.has_standing) == STOOD_AT_ONCE
    }

    /// Finds out where these drafts stand, no more than so many; of how many it did.
    fn stand_some(&mut self, state: &State, most: usize, is_meant: impl Fn(&Line) -> bool) -> usize {
        let mut lines = self.lines.iter_mut().filter(|line| is_meant(line)).take(most).peekable();
        if lines.peek().is_none() {
            return 0;
        }
        let (drafts, now) = (state.listed(), state.clock());
        let mut known_words = KnownWords::default();
        let mut count = 0;
        for line in lines {
            let counts = self.checked.get(&line.path).map(|checked| checked.counts);
            if let Some(draft) = drafts.get(line.index) {
                line.stand(draft, counts, now, &mut known_words);
                count += 1;
            }
        }
        count
    }

    fn counts_of(&self, path: &Path) -> Option<Counts> {
        self.checked.get(path).map(|checked| checked.counts)
    }

    /// Drafts in preparation that nobody has checked, where the filter looks for what only the rules can say, such as that one is ready.
    fn to_be_judged(&self, drafts: &[Listed]) -> Vec<usize> {
        let judged = Words::of_judged();
        if !self.typed().iter().any(|(word, begun)| word.len() >= LEAST_OF_WORD && judged.hold(word, begun)) {
            return Vec::new();
        }
        let is_open = |line: &&Line| {
            let draft = drafts.get(line.index).and_then(|draft| draft.summary.as_ref().ok());
            draft.is_some_and(|summary| summary.stage == Stage::Preparing) && !self.checked.contains_key(&line.path)
        };
        self.lines.iter().filter(is_open).map(|line| line.index).collect()
    }

    fn remember(&mut self) {
        self.current = self.chosen_line().map(|line| line.path.clone());
    }

    fn chosen_line(&self) -> Option<&Line> {
        self.shown.get(self.chosen).and_then(|index| self.lines.get(*index))
    }

    fn keep_in_view(&mut self, height: usize) {
        let last_top = self.shown.len().saturating_sub(height);
        self.top = self.top.min(self.chosen).max((self.chosen + 1).saturating_sub(height)).min(last_top);
    }

    fn check_visible(&mut self, drafts: &[Listed], state: &State) {
        let today = state.today();
        // What was found before the drafts were held against each other, or before their scans were read, is not all there is.
        if !Arc::ptr_eq(&self.compared, &state.compared) || self.readings != state.readings {
            self.compared = Arc::clone(&state.compared);
            self.readings = state.readings.clone();
            self.checked.clear();
        }
        let (mut left, mut newly) = (CHECKED_AT_ONCE, Vec::new());
        self.is_behind = false;
        for index in self.drafts_in_view(state) {
            let Some(draft) = drafts.get(index) else { continue };
            // Before its files were looked at, a draft without a mark may have errors all the same.
            let (Ok(summary), Some((facts, files))) = (&draft.summary, state.background.of(draft)) else { continue };
            let fresh = |known: &Checked| known.modified == draft.modified && (known.today, known.files) == (today, files);
            if self.checked.get(&draft.path).is_some_and(fresh) {
                continue;
            }
            if left == 0 {
                self.is_behind = true;
                break;
            }
            let counts = Counts::of(&summary.draft, state.compared.peers(&draft.path), (facts, &state.readings), today);
            let before = self.checked.insert(draft.path.clone(), Checked { modified: draft.modified, today, files, counts });
            newly.extend((before.map(|before| before.counts) != Some(counts)).then_some(index));
            left -= 1;
        }
        if newly.is_empty() {
            return;
        }
        // What the rules say of a draft may be what the filter looks for.
        self.stand_some(state, newly.len(), |line| newly.contains(&line.index));
        if !self.filter.text().is_empty() {
            self.match_filter();
            self.keep_in_view(height(state));
        }
    }

    fn type_in(&mut self, text: &str, state: &State) {
        self.erases = false;
        // What is typed before the drafts were read looks for them once they are there.
        if !self.lines.is_empty() || state.drafts.is_none() {
            text_box::insert(&mut self.filter, text);
            self.refilter(state);
        }
    }

    fn act(&mut self, action: Action, state: &State) -> Option<Vec<Command>> {
        let erases = std::mem::take(&mut self.erases);
        let path = self.chosen_line().map(|line| line.path.clone());
        let run = |request: Option<DraftRequest>| request.map(|request| Command::Run(request.into())).into_iter().collect();
        Some(match action {
            Action::Enter | Action::Status => {
                let mut commands: Vec<Command> = run(path.map(|path| DraftRequest::Open { path, read_only: false }));
                commands.extend((action == Action::Status).then_some(Command::ArriveAtStatus));
                commands
            }
            Action::Across if state.compared.conflicts.is_empty() => vec![muted(dialog_words::ACROSS_NONE, state)],
            Action::Across => vec![Command::Ask(Question::Across)],
            Action::Columns => vec![Command::Ask(Question::Columns)],
            Action::New => vec![Command::Go(Route::New)],
            // In a text the key leads to its end in every shell.
            Action::Example if !self.filter.text().is_empty() => {
                self.filter.end();
                Vec::new()
            }
            Action::Example => {
                self.expects_new = true;
                // Nobody has them put among their own drafts by a slip of the hand.
                match state.listed().is_empty() {
                    true => run(Some(DraftRequest::WriteExamples(state.today()))),
                    false => vec![Command::Ask(Question::Examples)],
                }
            }
            Action::Duplicate => {
                self.expects_new = path.is_some();
                path.map(|path| Command::Ask(Question::Duplicate(path))).into_iter().collect()
            }
            Action::Rename => path.map(|path| Command::Ask(Question::Rename(path))).into_iter().collect(),
            Action::DeleteDraft if self.deletes_in_filter(state) || erases => {
                self.erases = true;
                Vec::new()
            }
            Action::DeleteDraft => match path {
                // Who has typed in the filter may mean that.
                Some(path) if has_begun(state, &path) || !self.filter.text().is_empty() => {
                    vec![Command::Ask(Question::Remove(path))]
                }
                path => run(path.map(DraftRequest::Delete)),
            },
            Action::Undo if state.undoable > 0 => run(Some(DraftRequest::Undo)),
            Action::Sort => {
                self.sort = self.sort.next();
                if let Some(drafts) = &state.drafts {
                    sort(&mut self.lines, self.sort, drafts, state);
                    self.match_filter();
                }
                let text = words::SORTED.with(state.lang, &[("column", &self.sort.name().in_lang(state.lang))]);
                vec![Command::Notice(Notice { role: Role::Muted, text })]
            }
            Action::Undo => vec![muted(common::NOTHING_TO_UNDO, state)],
            Action::Back => {
                let current = self.current.take();
                self.filter.set_text("");
                self.current = current;
                self.match_filter();
                Vec::new()
            }
            _ => {
                if !self.edit(action, state) && !self.travel(action, height(state)) {
                    return None;
                }
                Vec::new()
            }
        })
    }

    /// Moves the choice.
    fn travel(&mut self, action: Action, page: usize) -> bool {
        let last = self.shown.len().saturating_sub(1);
        let page = page.saturating_sub(1).max(1);
        self.chosen = match action {
            Action::Up => self.chosen.saturating_sub(1),
            Action::Down => (self.chosen + 1).min(last),
            Action::PageUp => self.chosen.saturating_sub(page),
            Action::PageDown => (self.chosen + page).min(last),
            Action::Start => 0,
            Action::End => last,
            _ => return false,
        };
        self.remember();
        true
    }

    /// Deletes what stands behind the cursor in the filter; whether there was anything.
    fn deletes_in_filter(&mut self, state: &State) -> bool {
        let before = self.filter.text().to_owned();
        self.edit(Action::Delete, state) && self.filter.text() != before
    }

    /// Edits the filter. Keys for its ends move the choice while it is empty.
    fn edit(&mut self, action: Action, state: &State) -> bool {
        let before = self.filter.text().to_owned();
        let moves = before.is_empty() && matches!(action, Action::Start | Action::End);
        if moves || !text_box::act(&mut self.filter, action) {
            return false;
        }
        if self.filter.text() != before {
            self.refilter(state);
        }
        true
    }
}

impl Screen for Home {
    fn contexts(&self, state: &State) -> Vec<Context> {
        let is_empty = state.drafts.as_ref().is_some_and(|drafts| drafts.is_empty());
        let mut contexts = if is_empty { EMPTY.to_vec() } else { CONTEXTS.to_vec() };
        contexts.extend((state.undoable > 0).then_some(Context::Restore));
        contexts.extend((!state.compared.conflicts.is_empty()).then_some(Context::Collisions));
        contexts
    }

    fn follow(&mut self, state: &State) {
        if let Some(document) = &state.document {
            if self.current.as_ref() != Some(&document.path) {
                self.current = Some(document.path.clone());
            }
            self.was_open = true;
            return;
        }
        let Some(drafts) = &state.drafts else { return };
        if !self.is_current(drafts) {
            self.take(drafts, state);
        }
        self.keep_in_view(height(state));
        self.check_visible(drafts, state);
        if !self.is_behind {
            self.is_behind = self.stand_ahead(state);
        }
        self.measure(drafts, state);
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        match input {
            Input::Char(c) => self.type_in(c.encode_utf8(&mut [0; 4]), state),
            Input::Run(text) | Input::Paste(text) => self.type_in(text, state),
            Input::Action(action) => return self.act(*action, state),
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let contexts = self.all_contexts(state);
        let area = chrome::draw(canvas, state, &contexts, &self.help(state), false).main;
        draw::folder(canvas, state);
        let Some(drafts) = &state.drafts else {
            canvas.put(area.x + 2, area.y, area.width.saturating_sub(2), words::READING.in_lang(state.lang), Role::Muted);
            return;
        };
        if drafts.is_empty() {
            draw::welcome(canvas, state, area);
            return;
        }
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let columns = self.draw_list(canvas, state, list, drafts);
        self.draw_filter(canvas, state, (area, active), &columns);
    }

    fn is_behind(&self) -> bool {
        self.is_behind
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        match action {
            // A filter that finds nothing leaves nothing to open, copy or remove.
            Action::Enter | Action::Status | Action::Duplicate | Action::Rename => self.chosen_line().is_none(),
            // In what is typed its key deletes there.
            Action::DeleteDraft => self.chosen_line().is_none() || self.filter.cursor() < self.filter.text().len(),
            Action::Sort => self.shown.len() < 2,
            // Its key leads to the end of what is typed.
            Action::Example => !self.filter.text().is_empty(),
            Action::Across => state.compared.conflicts.is_empty(),
            _ => false,
        }
    }

    fn renamed(&mut self, path: &Path) {
        self.current = Some(path.to_owned());
        // It stays in sight even if the filter had found it by its old name.
        self.was_open = true;
    }

    fn selected(&self) -> Option<&str> {
        self.filter.selection()
    }

    fn columns_without_room(&self, state: &State) -> Vec<ListColumn> {
        self.gone_columns(state)
    }

    fn drafts_in_view(&self, state: &State) -> Vec<usize> {
        let shown = self.shown.iter().skip(self.top).take(height(state));
        let mut looked_at: Vec<usize> = shown.filter_map(|index| self.lines.get(*index)).map(|line| line.index).collect();
        looked_at.extend(self.to_be_judged(state.listed()));
        looked_at
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

fn muted(text: Text, state: &State) -> Command {
    Command::Notice(Notice { role: Role::Muted, text: text.in_lang(state.lang).to_owned() })
}

/// Rows of the list on a screen of this size.
fn height(state: &State) -> usize {
    let rows = state.size.1;
    let roomy = if rows >= 20 { 3 } else { 0 };
    usize::from(rows.saturating_sub(ROWS_AROUND + roomy)).max(1)
}

/// Whether something has happened to the filing of a draft: nobody deletes that by a slip.
fn has_begun(state: &State, path: &Path) -> bool {
    let listed = state.listed().iter().find(|listed| listed.path == path);
    listed.and_then(|listed| listed.summary.as_ref().ok()).is_some_and(|summary| !summary.draft.events.is_empty())
}

#[cfg(test)]
#[path = "home_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "home/filter_tests.rs"]
mod filter_tests;
