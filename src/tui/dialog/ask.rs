//! A question with its answers, or a message with one.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Dialog, origin};
use crate::drafts::example;
use crate::drafts::folder::{Listed, Purpose, Summary};
use crate::filing::guard::is_ended;
use crate::filing::take_over::{is_of_one_filing, is_of_one_subject, outcome};
use crate::filing::{Draft, Event, FieldId, FilingKind, Stage};
use crate::locale::stage;
use crate::locale::tui::{common as words, dialog as dialog_words};
use crate::locale::tui::{new, record, review, sorting, status};
use crate::locale::value::show;
use crate::locale::{Lang, Text};
use crate::package::outside::Outside;
use crate::reading::{Choice, Open, Person};
use crate::text::clean::visible;
use crate::text::width::{cells, truncate};
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::effect::{DraftRequest, Effect, Leaving, UserMessage};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::hit::Hit;
use crate::tui::widget::panel::{Panel, clipped, panel};
use crate::tui::widget::theme::Role;

/// What an answer asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing.
    Nothing,
    /// Something outside.
    Run(Effect),
    /// Save the draft over a file that was changed outside.
    SaveOver,
    /// Save the draft as a new file, and go on with that.
    SaveCopy,
    /// Leave, although something is not on the disk.
    QuitAnyway,
    /// Take the last event back.
    TakeBack,
    /// Prepare a change, with the edit that was asked about.
    StartChange,
    /// Prepare a new filing of what has ended, with that edit.
    FileAgain,
    /// Make that edit here.
    EditAnyway,
    /// Have the files read that lie outside the draft's folder.
    AdmitOutside,
    /// Deregister and file again.
    Refile,
    /// Show this language.
    Language(Lang),
    /// Go somewhere.
    Go(Route),
    /// This is so on pictures that are being sorted.
    Sorted(Choice),
}

/// A question.
#[derive(Debug)]
pub struct Ask {
    title: Text,
    lines: Vec<String>,
    answers: Vec<(Text, Answer)>,
    /// What fills the blanks of the answers: names and files, in their order; empty where there are none.
    named: Vec<(String, String)>,
    cursor: Cursor,
    holds_saving: bool,
    holds_sorting: bool,
    /// What the help says of it.
    help: Option<Text>,
}

impl Ask {
    /// A question about `lines`, its first answer chosen.
    #[must_use]
    pub fn new(title: Text, lines: Vec<String>, answers: Vec<(Text, Answer)>) -> Self {
        let lines = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let (named, cursor) = (Vec::new(), Cursor::default());
        Self { title, lines, answers, named, cursor, holds_saving: false, holds_sorting: false, help: None }
    }

    /// The answers in words.
    fn said(&self, lang: Lang) -> Vec<String> {
        let blank = (String::new(), String::new());
        let said = |(at, (text, _)): (usize, &(Text, Answer))| {
            let (name, file) = self.named.get(at).unwrap_or(&blank);
            text.with(lang, &[("name", name), ("file", file)])
        };
        self.answers.iter().enumerate().map(said).collect()
    }

    /// The answer that yes or no means: no does nothing, and yes is the other one where there is only one other.
    fn yes_or_no(&self, yes: bool) -> Option<&(Text, Answer)> {
        if let [only] = self.answers.as_slice() {
            return Some(only);
        }
        let mut meant = self.answers.iter().filter(|(_, answer)| (*answer == Answer::Nothing) != yes);
        match (meant.next(), meant.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// Says something else.
    pub(super) fn say(&mut self, lines: Vec<String>) {
        self.lines = lines;
    }
}

impl Dialog for Ask {
    fn help(&self) -> Option<Text> {
        self.help
    }

    fn contexts(&self) -> Vec<Context> {
        vec![Context::Question]
    }

    fn update(&mut self, input: &Input, _: &State) -> Vec<Command> {
        self.cursor.travel(input, self.answers.len(), 1);
        let taken = match input {
            Input::Action(Action::Enter) => self.answers.get(self.cursor.at(self.answers.len())),
            Input::Action(action @ (Action::Yes | Action::No)) => self.yes_or_no(*action == Action::Yes),
            _ => None,
        };
        if let Some((_, answer)) = taken {
            let mut commands = vec![Command::Close];
            match answer.clone() {
                Answer::Run(effect) => commands.push(Command::Run(effect)),
                Answer::SaveOver => commands.push(Command::SaveOver),
                Answer::SaveCopy => commands.push(Command::SaveCopy),
                Answer::QuitAnyway => commands.push(Command::QuitAnyway),
                Answer::TakeBack => commands.push(Command::TakeBackEvent),
                Answer::StartChange => commands.push(Command::StartChange),
                Answer::FileAgain => commands.push(Command::FileAgain),
                Answer::EditAnyway => commands.push(Command::EditAnyway),
                Answer::AdmitOutside => commands.push(Command::AdmitOutside),
                Answer::Refile => commands.push(Command::Refile),
                Answer::Language(lang) => commands.push(Command::Language(lang)),
                Answer::Go(route) => commands.push(Command::Go(route)),
                Answer::Sorted(choice) => commands.push(Command::Sorted(choice)),
                Answer::Nothing => {}
            }
            return commands;
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        // An answer stands in one row: the widest decides.
        let said = self.said(state.lang);
        let answers = said.iter().map(|text| cells(text) + 4).max().unwrap_or_default();
        let width = to_cells(answers.max(60)).min(canvas.area().width.saturating_sub(8));
        let lines: Vec<String> = self.lines.iter().flat_map(|line| wrap(line, usize::from(width))).collect();
        let height = to_cells(lines.len() + 1 + self.answers.len());
        let hints = [(Action::Enter, dialog_words::PICK), (Action::Back, dialog_words::CANCEL)];
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: self.title.in_lang(state.lang),
                aside: "",
                width,
                height,
                hints: if self.answers.len() > 1 { &hints } else { &[] },
                contexts: &self.contexts(),
            },
        );
        let room = usize::from(area.height).saturating_sub(self.answers.len() + 1);
        let count = lines.len();
        for (row, line) in clipped(lines, (usize::from(area.width), room)).iter().enumerate() {
            canvas.put(area.x, area.y + to_cells(row), area.width, line, Role::Text);
        }
        let top = area.y + to_cells(count.min(room) + 1);
        for (row, text) in said.iter().enumerate() {
            let y = top + to_cells(row);
            let words = format!(" {text} ");
            let chosen = row == self.cursor.at(self.answers.len());
            let place = self.cursor.at(self.answers.len());
            canvas.hit(Rect::new(area.x, y, to_cells(cells(&words) + 2), 1), Hit::button(row, place));
            canvas.put(area.x, y, area.width, if chosen { ">" } else { " " }, Role::Focus);
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), &words, Role::Text);
            if chosen {
                canvas.paint(Rect::new(area.x + 2, y, to_cells(cells(&words)), 1), Role::Selected);
            }
        }
    }

    fn can_be_left(&self) -> bool {
        false
    }

    fn holds_saving(&self) -> bool {
        self.holds_saving
    }

    fn holds_sorting(&self) -> bool {
        self.holds_sorting
    }
}

/// Which language is wanted: asked in both.
#[must_use]
pub fn language() -> Ask {
    let key = keymap::key_for(&[Context::Global], Action::Language).map(|key| key.to_string()).unwrap_or_default();
    let answers = Lang::BOTH.map(|lang| (words::LANGUAGE_NAMES[lang as usize], Answer::Language(lang)));
    let lines = Lang::BOTH.map(|lang| words::LANGUAGE_TEXT.with(lang, &[("key", &key)]));
    Ask::new(words::LANGUAGE_TITLE, lines.to_vec(), answers.to_vec())
}

/// Something could not be done.
#[must_use]
pub fn failed(said: UserMessage) -> Ask {
    Ask::new(words::FAILED_TITLE, vec![said.message, said.hint], vec![(words::OK, Answer::Nothing)])
}

/// Something to be read.
#[must_use]
pub fn told(title: Text, lines: Vec<String>) -> Ask {
    Ask::new(title, lines, vec![(words::OK, Answer::Nothing)])
}

/// Who is who on pictures that are being sorted, or whose a back is.
#[must_use]
pub fn who(state: &State, open: &Open, mut lines: Vec<String>) -> Ask {
    let title = match open {
        Open::ResponsiblePerson(_) => sorting::WHO,
        Open::Owner(_) => sorting::OWNER,
        Open::Back { .. } => sorting::WHOSE,
    };
    if let Open::ResponsiblePerson(people) = open
        && let Some(name) = people.iter().filter(|one| one.is_on_licence).find_map(|one| one.name.as_deref())
    {
        lines.push(sorting::ON_LICENCE.with(state.lang, &[("name", &visible(name))]));
    }
    let people = open.answers();
    let name = |person: &Person| visible(person.name.as_deref().unwrap_or_default()).into_owned();
    let file = |person: &Person| visible(person.path.rsplit('/').next().unwrap_or_default()).into_owned();
    let named = people.iter().map(|(person, _)| (name(person), file(person))).collect();
    let text = |person: &Person| match (&person.name, person.has_another_term) {
        (Some(_), false) => sorting::PERSON,
        (Some(_), true) => sorting::PERSON_OF_ANOTHER_TERM,
        (None, false) => sorting::NAMELESS,
        (None, true) => sorting::NAMELESS_OF_ANOTHER_TERM,
    };
    let mut answers: Vec<_> = people.into_iter().map(|(person, choice)| (text(person), Answer::Sorted(choice))).collect();
    answers.push((sorting::NEITHER, Answer::Sorted(open.neither())));
    let help = match open {
        Open::ResponsiblePerson(_) => sorting::WHO_HELP,
        Open::Owner(_) => sorting::OWNER_HELP,
        Open::Back { .. } => sorting::WHOSE_HELP,
    };
    Ask { named, holds_sorting: true, help: Some(help), ..Ask::new(title, lines, answers) }
}

/// Pictures of which no copy can be made, and what to do about it.
#[must_use]
pub fn not_prepared(paragraphs: Vec<String>) -> Ask {
    Ask::new(crate::locale::tui::prepare::NOT_PREPARED, paragraphs, vec![(words::OK, Answer::Nothing)])
}

/// The draft is open in another program.
#[must_use]
pub fn held(said: UserMessage, path: PathBuf) -> Ask {
    let open = Answer::Run(DraftRequest::Open { path, read_only: true }.into());
    Ask::new(
        words::HELD_TITLE,
        vec![said.message, said.hint],
        vec![(words::OPEN_READ_ONLY, open), (words::CANCEL, Answer::Nothing)],
    )
}

/// An event was recorded before this session: whether to take it back all the same.
#[must_use]
pub fn take_back(state: &State, event: &Event) -> Ask {
    let said = [event.number.trim(), event.note.trim()].into_iter().filter(|text| !text.is_empty());
    let what = format!("{}  {}", stage::moment(event.at), stage::event(state.lang, event));
    let mut lines = vec![what];
    lines.extend(said.map(|text| visible(text).into_owned()));
    lines.push(status::TAKE_BACK_TEXT.in_lang(state.lang).to_owned());
    if state.document.as_ref().is_some_and(|document| outcome(document.draft()).is_some()) {
        lines.push(status::TAKE_BACK_FROM_FILED.in_lang(state.lang).to_owned());
    }
    Ask::new(status::TAKE_BACK_TITLE, lines, vec![(words::CANCEL, Answer::Nothing), (status::TAKE_BACK, Answer::TakeBack)])
}

/// What a copy of a draft is for; of one that is filed, one more mini-program refers to the record. `None` for a draft that cannot
/// be read: that is said when it is opened.
#[must_use]
pub fn duplicate(state: &State, path: &Path) -> Option<Ask> {
    let listed = state.listed().iter().find(|listed| listed.path == path)?;
    let summary = listed.summary.as_ref().ok()?;
    let copy = |purpose| Answer::Run(DraftRequest::Duplicate { path: path.to_owned(), purpose }.into());
    // What follows a filing leads to what stands of the entity, wherever that is written.
    let is_new = summary.draft.filing_kind() == FilingKind::New;
    let find = |is_it: &dyn Fn(&Draft) -> bool| state.filed().find(|(_, filed)| !is_new && is_it(filed));
    let standing = state.filed().find(|(filed, _)| filed.path == path);
    let standing = standing.or_else(|| find(&|filed| is_of_one_filing(&summary.draft, filed)));
    let standing = standing.or_else(|| find(&|filed| is_of_one_subject(&summary.draft, filed)));
    let more = match standing {
        Some((listed, filed)) => {
            let draft = Box::new(origin::beside(filed, FilingKind::New));
            (new::DUPLICATE_FILED, Answer::Run(DraftRequest::Create { draft, from: vec![listed.path.clone()] }.into()))
        }
        None => (new::DUPLICATE_MORE, copy(Purpose::OneMore)),
    };
    let name = name_of(listed, summary);
    let what = new::DUPLICATE_WHAT.in_lang(state.lang).to_owned();
    let mut lines = vec![new::DUPLICATE_TEXT.with(state.lang, &[("name", &visible(name))]), what];
    // What is not on record is filed for the first time, whatever it is a copy of.
    let stands_beside = state.standing_beside(&summary.draft).is_some();
    let key = keymap::key_for(&[Context::Home], Action::Duplicate).map(|key| key.to_string()).unwrap_or_default();
    let becomes = if stands_beside { new::DUPLICATE_BESIDE } else { new::DUPLICATE_IS_FIRST };
    lines.extend(standing.is_none().then(|| becomes.with(state.lang, &[("key", &key)])));
    let answers = vec![more, (new::DUPLICATE_OTHER, copy(Purpose::AnotherSubject)), (words::CANCEL, Answer::Nothing)];
    Some(Ask::new(new::DUPLICATE_TITLE, lines, answers))
}

/// What a draft in the list is called: its title, else its file.
fn name_of<'a>(listed: &'a Listed, summary: &'a Summary) -> &'a str {
    if summary.title.trim().is_empty() { &listed.name } else { summary.title.trim() }
}

/// Whether to delete a draft. Of one of whose filing something is recorded it says where that stands, and what is under way about it.
#[must_use]
pub fn remove(state: &State, path: &Path) -> Option<Ask> {
    let listed = state.listed().iter().find(|listed| listed.path == path)?;
    let delete = Answer::Run(DraftRequest::Delete(path.to_owned()).into());
    let answers = vec![(words::CANCEL, Answer::Nothing), (new::REMOVE_IT, delete)];
    let begun = listed.summary.as_ref().ok().filter(|summary| !summary.draft.events.is_empty());
    let Some(summary) = begun else {
        let name = listed.summary.as_ref().map_or(listed.name.as_str(), |summary| name_of(listed, summary));
        let what = new::REMOVE_UNSENT.with(state.lang, &[("name", &visible(name)), ("file", &listed.name)]);
        return Some(Ask::new(new::REMOVE_TITLE, vec![what, new::RESTORE_LATER.in_lang(state.lang).to_owned()], answers));
    };
    let name = name_of(listed, summary);
    let stage = stage::standing_in(&summary.draft, summary.stage).in_lang(state.lang);
    let what = new::REMOVE_TEXT.with(state.lang, &[("name", &visible(name)), ("file", &listed.name), ("stage", &stage)]);
    let running = [FilingKind::Change, FilingKind::Deregistration].map(|kind| state.running(&summary.draft, kind));
    let on_it = running.into_iter().zip([new::REMOVE_CHANGE, new::REMOVE_END]).filter_map(|(run, text)| {
        let (listed, run) = run?;
        let stage = stage::standing_in(&run.draft, run.stage).in_lang(state.lang);
        Some(text.with(state.lang, &[("name", &visible(name_of(listed, run))), ("file", &listed.name), ("stage", &stage)]))
    });
    let mut lines = vec![what];
    lines.extend(on_it);
    let later = match summary.stage {
        // Only what is filed is what a change or a deregistration begins with.
        Stage::Filed => new::REMOVE_LATER,
        Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview => new::REMOVE_SENT,
        Stage::Preparing | Stage::Deregistered => new::RESTORE_LATER,
    };
    lines.push(later.in_lang(state.lang).to_owned());
    Some(Ask::new(new::REMOVE_TITLE, lines, answers))
}

/// Whether the examples, and all their scans, are to lie among one's own drafts.
#[must_use]
pub fn examples(state: &State) -> Ask {
    let key = keymap::key_for(&[Context::Restore], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
    let what = new::EXAMPLES_TEXT.with(state.lang, &[("count", &example::SCANS_COUNT)]);
    let lines = vec![what, new::EXAMPLES_UNDO.with(state.lang, &[("key", &key)])];
    let write = Answer::Run(DraftRequest::WriteExamples(state.today()).into());
    Ask::new(new::EXAMPLES_TITLE, lines, vec![(new::EXAMPLES_ADD, write), (words::CANCEL, Answer::Nothing)])
}

/// What cannot be changed: it is deregistered first and filed again then.
#[must_use]
pub fn refile(state: &State) -> Ask {
    let number = state.document.as_ref().map(|document| visible(document.draft().number()).into_owned()).unwrap_or_default();
    let steps = [record::REFILE_FIRST, record::REFILE_THEN, record::REFILE_NOTE];
    let lines = steps.map(|step| step.with(state.lang, &[("number", &number)])).into();
    Ask::new(record::REFILE_TITLE, lines, vec![(record::REFILE, Answer::Refile), (words::CANCEL, Answer::Nothing)])
}

/// The package is made.
#[must_use]
pub fn exported(state: &State, path: &Path) -> Ask {
    let has_ended = state.document.as_ref().is_some_and(|document| is_ended(document.draft()));
    let text = match state.filing_kind() {
        _ if has_ended => crate::locale::tui::review::EXPORTED_ENDED,
        FilingKind::New => crate::locale::tui::review::EXPORTED_NEW,
        FilingKind::Change => crate::locale::tui::review::EXPORTED_CHANGE,
        FilingKind::Deregistration => crate::locale::tui::review::EXPORTED_END,
    };
    let has_files = state.document.as_ref().is_some_and(|document| !document.draft().files().is_empty());
    let papers = if has_files { crate::locale::tui::review::WITH_MATERIALS.in_lang(state.lang) } else { "" };
    let mut lines = vec![path.display().to_string(), text.with(state.lang, &[("papers", &papers)])];
    // The package may leave with questions open; that they are must not be forgotten before it is handed in.
    let open = state.document.as_ref().map_or(0, Document::open_questions);
    if open > 0 {
        lines.insert(1, crate::locale::tui::review::EXPORTED_OPEN.with(state.lang, &[("count", &open)]));
    }
    // A file manager does not show the folder of the drafts.
    if state.preferences.export.folder.is_none() && path.parent() == Some(&state.folder) {
        lines.insert(1, review::EXPORTED_WHERE.in_lang(state.lang).to_owned());
    }
    let title = crate::locale::tui::review::EXPORTED;
    let answers = vec![(words::OK, Answer::Nothing), (crate::locale::tui::copy::START, Answer::Go(Route::Copy))];
    Ask::new(title, lines, answers)
}

/// The draft names files outside its folder: whether they are meant to be read. The first answer is no.
#[must_use]
pub fn strays(state: &State, files: &[Outside]) -> Ask {
    let text = review::STRAYS_TEXT.in_lang(state.lang).to_owned();
    let lines = std::iter::once(text).chain(files.iter().map(|one| outside_line(state, one))).collect();
    let answers = vec![(review::STRAYS_NO, Answer::Nothing), (review::STRAYS_YES, Answer::AdmitOutside)];
    Ask::new(review::OUTSIDE_TITLE, lines, answers)
}

fn outside_line(state: &State, one: &Outside) -> String {
    format!("{}  {}", one.field.full_label(state.lang), visible(&one.file.to_string_lossy()))
}

/// The draft names files outside its folder: whether they are meant to be packed. The first answer is no.
#[must_use]
pub fn outside(state: &State, files: &[Outside], draft: Box<Draft>, today: NaiveDate, leaving: Leaving) -> Ask {
    let text = review::OUTSIDE_TEXT.in_lang(state.lang).to_owned();
    let lines = std::iter::once(text).chain(files.iter().map(|one| outside_line(state, one))).collect();
    let readings = state.document.as_ref().map(|document| document.readings().clone()).unwrap_or_default();
    let export = Answer::Run(DraftRequest::Export { draft, today, allow_outside: true, leaving, readings }.into());
    Ask::new(review::OUTSIDE_TITLE, lines, vec![(words::CANCEL, Answer::Nothing), (review::OUTSIDE_EXPORT, export)])
}

/// The last changes could not be saved while leaving.
#[must_use]
pub fn save_failed(state: &State, said: UserMessage) -> Ask {
    let mut answers = Vec::new();
    if state.document.is_some() {
        answers.push((words::KEEP_OPEN, Answer::Nothing));
        answers.push((words::SAVE_COPY, Answer::SaveCopy));
    }
    answers.push((words::QUIT_ANYWAY, Answer::QuitAnyway));
    Ask { holds_saving: true, ..Ask::new(words::SUSPENDED_SAVE_TITLE, vec![said.message, said.hint], answers) }
}

/// The draft was changed (or deleted) outside while something here is not saved.
#[must_use]
pub fn changed_outside(state: &State, gone: bool, theirs: Option<&Draft>) -> Ask {
    let mut answers = Vec::new();
    if state.document.is_some() {
        if gone {
            answers.push((words::WRITE_AGAIN, Answer::SaveOver));
            answers.push((words::KEEP_BOTH, Answer::SaveCopy));
            answers.push((words::QUIT_ANYWAY, Answer::QuitAnyway));
        } else {
            answers.push((words::KEEP_BOTH, Answer::SaveCopy));
            answers.push((words::USE_DISK, Answer::Run(DraftRequest::Reload.into())));
            answers.push((words::USE_MINE, Answer::SaveOver));
        }
    }
    let text = if gone { words::GONE_TEXT } else { words::CHANGED_TEXT };
    let mine = state.document.as_ref().map(Document::draft);
    let differences = mine.zip(theirs).map(|(mine, theirs)| differences(state, mine, theirs)).unwrap_or_default();
    let lines = std::iter::once(text.in_lang(state.lang).to_owned()).chain(differences).collect();
    Ask { holds_saving: true, ..Ask::new(words::CHANGED_TITLE, lines, answers) }
}

/// Fields that are named one by one at least where two versions of a draft differ.
const FEWEST_DIFFERENCES: usize = 3;

/// Rows of the screen that the rest of the question takes, with the frame around it.
const OTHER_ROWS: u16 = 18;

/// Cells that a value takes at most where two are held against each other.
const LONGEST_VALUE: usize = 36;
/// Characters before the place where two long values differ that are shown with it.
const BEFORE: usize = 6;

/// Two values, of long ones the part where they differ.
fn around_difference(mine: &str, theirs: &str) -> (String, String) {
    let same = mine.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).count();
    let from = if cells(mine).max(cells(theirs)) > LONGEST_VALUE { same.saturating_sub(BEFORE) } else { 0 };
    let part = |value: &str| {
        let rest: String = value.chars().skip(from).collect();
        let rest = truncate(&rest, LONGEST_VALUE).into_owned();
        if from > 0 { format!("..{rest}") } else { rest }
    };
    (part(mine), part(theirs))
}

/// In what two versions of a draft differ, a line each for as many fields as there is room for, the rest counted.
fn differences(state: &State, mine: &Draft, theirs: &Draft) -> Vec<String> {
    let lang = state.lang;
    // A line with long values takes two rows.
    let most = usize::from(state.size.1.saturating_sub(OTHER_ROWS) / 2).max(FEWEST_DIFFERENCES);
    let said = |id: FieldId, draft: &Draft| {
        let value = draft.get(id).map(|value| show(lang, id, value)).filter(|value| !value.is_empty());
        value.unwrap_or_else(|| words::DIFFERS_EMPTY.in_lang(lang).to_owned())
    };
    let other = FieldId::ALL.iter().copied().filter(|id| mine.get(*id) != theirs.get(*id));
    let mut lines: Vec<String> = other
        .map(|id| {
            let (mine, theirs) = around_difference(&said(id, mine), &said(id, theirs));
            words::DIFFERS.with(lang, &[("field", &id.full_label(lang)), ("mine", &mine), ("theirs", &theirs)])
        })
        .collect();
    if mine.events != theirs.events {
        lines.push(words::DIFFERS_EVENTS.in_lang(lang).to_owned());
    }
    let rest = lines.len().saturating_sub(most);
    if rest > 1 {
        lines.truncate(most);
        lines.push(words::DIFFERS_MORE.with(lang, &[("count", &rest)]));
    }
    lines
}

/// The draft's file was changed outside and cannot be read any more.
#[must_use]
pub fn damaged(state: &State, said: UserMessage) -> Ask {
    let mut answers = Vec::new();
    if state.document.is_some() {
        answers.push((words::KEEP_BOTH, Answer::SaveCopy));
    }
    answers.push((words::USE_DISK_LATER, Answer::Run(DraftRequest::Reload.into())));
    answers.push((words::QUIT_ANYWAY, Answer::QuitAnyway));
    Ask { holds_saving: true, ..Ask::new(words::CHANGED_TITLE, vec![said.message, said.hint], answers) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shown_where_they_differ() {
        let (one, other) = ("软件开发、".repeat(60), format!("{}硬件开发、{}", "软件开发、".repeat(30), "软件开发、".repeat(29)));
        let (mine, theirs) = around_difference(&one, &other);
        assert!(mine.starts_with("..") && mine.contains("软件") && theirs.contains("硬件"), "{mine} {theirs}");
        assert!(cells(&mine) <= LONGEST_VALUE + 2 && cells(&theirs) <= LONGEST_VALUE + 2);
        assert_eq!(around_difference("小食记", "别处"), ("小食记".to_owned(), "别处".to_owned()));
        assert!(cells(&around_difference("nothing", &"x".repeat(500)).1) <= LONGEST_VALUE);
    }
}
