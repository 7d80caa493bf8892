//! A question with its answers, or a message with one.

mod differences;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ratatui::layout::Rect;

use self::differences::differences;
use super::{Dialog, origin};
use crate::drafts::example;
use crate::drafts::folder::{Listed, Purpose, Summary, safe_name};
use crate::filing::guard::is_ended;
use crate::filing::take_over::{is_of_one_filing, is_of_one_subject, outcome};
use crate::filing::{Draft, Event, FilingKind, Stage};
use crate::locale::stage;
use crate::locale::tui::{common as words, dialog as dialog_words};
use crate::locale::tui::{new, record, review, sorting, status};
use crate::locale::{Lang, Text};
use crate::package::outside::Outside;
use crate::reading::{Choice, Open, Person};
use crate::text::clean::visible;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::effect::{Both, DraftRequest, Effect, Leaving};
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

/// How the lines of a question are said in the language that is spoken.
struct Wording(Box<Says>);

/// Says something in the language of a state.
type Says = dyn Fn(&State) -> Vec<String>;

impl std::fmt::Debug for Wording {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Wording")
    }
}

/// A question.
#[derive(Debug)]
pub struct Ask {
    title: Text,
    lines: Vec<String>,
    /// How they are said; `None` where somebody else worded them.
    wording: Option<Wording>,
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
        Self { title, lines, wording: None, answers, named, cursor, holds_saving: false, holds_sorting: false, help: None }
    }

    /// The same about lines that are said anew when another language is switched to.
    fn worded(
        title: Text,
        state: &State,
        wording: impl Fn(&State) -> Vec<String> + 'static,
        answers: Vec<(Text, Answer)>,
    ) -> Self {
        Self { wording: Some(Wording(Box::new(wording))), ..Self::new(title, Vec::new(), answers) }.spoken(state)
    }

    fn spoken(mut self, state: &State) -> Self {
        self.speak(state);
        self
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

    fn speak(&mut self, state: &State) {
        let Some(Wording(wording)) = &self.wording else { return };
        let lines: Vec<String> = wording(state).into_iter().filter(|line| !line.is_empty()).collect();
        // What it was about may be gone meanwhile: then it stays as it was said.
        if !lines.is_empty() {
            self.lines = lines;
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

/// What happened and how to go on, as lines of a question.
fn sentences(said: Both) -> impl Fn(&State) -> Vec<String> {
    move |state| {
        let said = said.in_lang(state.lang).clone();
        vec![said.message, said.hint]
    }
}

/// Something could not be done.
#[must_use]
pub fn failed(state: &State, said: Both) -> Ask {
    Ask::worded(words::FAILED_TITLE, state, sentences(said), vec![(words::OK, Answer::Nothing)])
}

/// Something to be read.
#[must_use]
pub fn told(state: &State, title: Text, lines: [Vec<String>; 2]) -> Ask {
    let wording = move |state: &State| lines.get(state.lang as usize).cloned().unwrap_or_default();
    Ask::worded(title, state, wording, vec![(words::OK, Answer::Nothing)])
}

/// Who is who on pictures that are being sorted, or whose a back is.
#[must_use]
pub fn who(state: &State, open: &Open, known: [Vec<String>; 2]) -> Ask {
    let title = match open {
        Open::ResponsiblePerson(_) => sorting::WHO,
        Open::Owner(_) => sorting::OWNER,
        Open::Back { .. } => sorting::WHOSE,
    };
    let on_licence = match open {
        Open::ResponsiblePerson(people) => people.iter().filter(|one| one.is_on_licence).find_map(|one| one.name.as_deref()),
        _ => None,
    };
    let on_licence = on_licence.map(|name| visible(name).into_owned());
    let wording = move |state: &State| {
        let on_licence = on_licence.iter().map(|name| sorting::ON_LICENCE.with(state.lang, &[("name", name)]));
        known.get(state.lang as usize).into_iter().flatten().cloned().chain(on_licence).collect()
    };
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
    Ask { named, holds_sorting: true, help: Some(help), ..Ask::worded(title, state, wording, answers) }
}

/// Pictures of which no copy can be made, and what to do about it.
#[must_use]
pub fn not_prepared(paragraphs: Vec<String>) -> Ask {
    Ask::new(crate::locale::tui::prepare::NOT_PREPARED, paragraphs, vec![(words::OK, Answer::Nothing)])
}

/// The draft is open in another program.
#[must_use]
pub fn held(state: &State, said: Both, path: PathBuf) -> Ask {
    let open = Answer::Run(DraftRequest::Open { path, read_only: true }.into());
    let answers = vec![(words::OPEN_READ_ONLY, open), (words::CANCEL, Answer::Nothing)];
    Ask::worded(words::HELD_TITLE, state, sentences(said), answers)
}

/// An event was recorded before this session: whether to take it back all the same.
#[must_use]
pub fn take_back(state: &State, event: &Event) -> Ask {
    let event = event.clone();
    let wording = move |state: &State| {
        let said = [event.number.trim(), event.note.trim()].into_iter().filter(|text| !text.is_empty());
        let what = format!("{}  {}", stage::moment(event.at), stage::event(state.lang, &event));
        let mut lines = vec![what];
        lines.extend(said.map(|text| visible(text).into_owned()));
        lines.push(status::TAKE_BACK_TEXT.in_lang(state.lang).to_owned());
        if state.document.as_ref().is_some_and(|document| outcome(document.draft()).is_some()) {
            lines.push(status::TAKE_BACK_FROM_FILED.in_lang(state.lang).to_owned());
        }
        lines
    };
    let answers = vec![(words::CANCEL, Answer::Nothing), (status::TAKE_BACK, Answer::TakeBack)];
    Ask::worded(status::TAKE_BACK_TITLE, state, wording, answers)
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
    let name = visible(name_of(listed, summary)).into_owned();
    // What is not on record is filed for the first time, whatever it is a copy of.
    let stands_beside = state.standing_beside(&summary.draft).is_some();
    let becomes = if stands_beside { new::DUPLICATE_BESIDE } else { new::DUPLICATE_IS_FIRST };
    let becomes = standing.is_none().then_some(becomes);
    let wording = move |state: &State| {
        let key = keymap::key_for(&[Context::Home], Action::Duplicate).map(|key| key.to_string()).unwrap_or_default();
        let text = new::DUPLICATE_TEXT.with(state.lang, &[("name", &name)]);
        let becomes = becomes.map(|becomes| becomes.with(state.lang, &[("key", &key)]));
        [text, new::DUPLICATE_WHAT.in_lang(state.lang).to_owned()].into_iter().chain(becomes).collect()
    };
    let answers = vec![more, (new::DUPLICATE_OTHER, copy(Purpose::AnotherSubject)), (words::CANCEL, Answer::Nothing)];
    Some(Ask::worded(new::DUPLICATE_TITLE, state, wording, answers))
}

/// What a draft in the list is called: its title, else its file.
fn name_of<'a>(listed: &'a Listed, summary: &'a Summary) -> &'a str {
    if summary.title.trim().is_empty() { &listed.name } else { summary.title.trim() }
}

/// Whether to delete a draft. Of one of whose filing something is recorded it says where that stands, and what is under way about it.
#[must_use]
pub fn remove(state: &State, path: &Path) -> Option<Ask> {
    state.listed().iter().find(|listed| listed.path == path)?;
    let delete = Answer::Run(DraftRequest::Delete(path.to_owned()).into());
    let answers = vec![(words::CANCEL, Answer::Nothing), (new::REMOVE_IT, delete)];
    let path = path.to_owned();
    Some(Ask::worded(new::REMOVE_TITLE, state, move |state| what_is_removed(state, &path), answers))
}

/// What a draft is called that is about to be deleted: by its file, too, where that has another name.
fn called(lang: Lang, name: &str, file: &str) -> String {
    let text = if name == file || safe_name(name) == file { new::CALLED } else { new::CALLED_IN_FILE };
    text.with(lang, &[("name", &visible(name)), ("file", &file)])
}

/// What a draft in the list is that is about to be deleted; nothing where it is not there.
fn what_is_removed(state: &State, path: &Path) -> Vec<String> {
    let Some(listed) = state.listed().iter().find(|listed| listed.path == path) else { return Vec::new() };
    let begun = listed.summary.as_ref().ok().filter(|summary| !summary.draft.events.is_empty());
    let Some(summary) = begun else {
        let name = listed.summary.as_ref().map_or(listed.name.as_str(), |summary| name_of(listed, summary));
        return vec![called(state.lang, name, &listed.name), new::RESTORE_LATER.in_lang(state.lang).to_owned()];
    };
    // Its title, its file and where it stands, in a sentence.
    let said = |text: Text, listed: &Listed, summary: &Summary| {
        let draft = called(state.lang, name_of(listed, summary), &listed.name);
        let stage = stage::standing_in(&summary.draft, summary.stage).in_lang(state.lang);
        text.with(state.lang, &[("draft", &draft), ("stage", &stage)])
    };
    let running = [FilingKind::Change, FilingKind::Deregistration].map(|kind| state.running(&summary.draft, kind));
    let on_it = running.into_iter().zip([new::REMOVE_CHANGE, new::REMOVE_END]).filter_map(|(run, text)| {
        let (listed, run) = run?;
        Some(said(text, listed, run))
    });
    let mut lines = vec![said(new::REMOVE_TEXT, listed, summary)];
    lines.extend(on_it);
    let later = match summary.stage {
        // Only what is filed is what a change or a deregistration begins with.
        Stage::Filed => new::REMOVE_LATER,
        Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview => new::REMOVE_SENT,
        Stage::Preparing | Stage::Deregistered => new::RESTORE_LATER,
    };
    lines.push(later.in_lang(state.lang).to_owned());
    lines
}

/// Whether the examples, and all their scans, are to lie among one's own drafts.
#[must_use]
pub fn examples(state: &State) -> Ask {
    let wording = |state: &State| {
        let key = keymap::key_for(&[Context::Restore], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
        let what = new::EXAMPLES_TEXT.with(state.lang, &[("count", &example::SCANS_COUNT)]);
        vec![what, new::EXAMPLES_UNDO.with(state.lang, &[("key", &key)])]
    };
    let write = Answer::Run(DraftRequest::WriteExamples(state.today()).into());
    Ask::worded(new::EXAMPLES_TITLE, state, wording, vec![(new::EXAMPLES_ADD, write), (words::CANCEL, Answer::Nothing)])
}

/// What cannot be changed: it is deregistered first and filed again then.
#[must_use]
pub fn refile(state: &State) -> Ask {
    let wording = |state: &State| {
        let number = state.document.as_ref().map(|document| visible(document.draft().number()).into_owned());
        let steps = [record::REFILE_FIRST, record::REFILE_THEN, record::REFILE_NOTE];
        steps.map(|step| step.with(state.lang, &[("number", &number.as_deref().unwrap_or_default())])).into()
    };
    let answers = vec![(record::REFILE, Answer::Refile), (words::CANCEL, Answer::Nothing)];
    Ask::worded(record::REFILE_TITLE, state, wording, answers)
}

/// The package is made.
#[must_use]
pub fn exported(state: &State, path: &Path) -> Ask {
    let path = path.to_owned();
    let answers = vec![(words::OK, Answer::Nothing), (crate::locale::tui::copy::START, Answer::Go(Route::Copy))];
    Ask::worded(review::EXPORTED, state, move |state| what_is_exported(state, &path), answers)
}

/// Where the package lies, and what is done with it.
fn what_is_exported(state: &State, path: &Path) -> Vec<String> {
    let has_ended = state.document.as_ref().is_some_and(|document| is_ended(document.draft()));
    let text = match state.filing_kind() {
        _ if has_ended => review::EXPORTED_ENDED,
        FilingKind::New => review::EXPORTED_NEW,
        FilingKind::Change => review::EXPORTED_CHANGE,
        FilingKind::Deregistration => review::EXPORTED_END,
    };
    let has_files = state.document.as_ref().is_some_and(|document| !document.draft().files().is_empty());
    let papers = if has_files { review::WITH_MATERIALS.in_lang(state.lang) } else { "" };
    let mut lines = vec![path.display().to_string(), text.with(state.lang, &[("papers", &papers)])];
    // The package may leave with questions open; that they are must not be forgotten before it is handed in.
    let open = state.document.as_ref().map_or(0, Document::open_questions);
    if open > 0 {
        lines.insert(1, review::EXPORTED_OPEN.with(state.lang, &[("count", &open)]));
    }
    // A file manager does not show the folder of the drafts.
    if state.preferences.export.folder.is_none() && path.parent() == Some(&state.folder) {
        lines.insert(1, review::EXPORTED_WHERE.in_lang(state.lang).to_owned());
    }
    lines
}

/// The draft names files outside its folder: whether they are meant to be read. The first answer is no.
#[must_use]
pub fn strays(state: &State, files: &[Outside]) -> Ask {
    let answers = vec![(review::STRAYS_NO, Answer::Nothing), (review::STRAYS_YES, Answer::AdmitOutside)];
    Ask::worded(review::OUTSIDE_TITLE, state, outside_lines(review::STRAYS_TEXT, files), answers)
}

/// What is said of files outside the draft's folder, and which they are.
fn outside_lines(text: Text, files: &[Outside]) -> impl Fn(&State) -> Vec<String> + use<> {
    let files = files.to_vec();
    move |state| {
        let line = |one: &Outside| format!("{}  {}", one.field.full_label(state.lang), visible(&one.file.to_string_lossy()));
        std::iter::once(text.in_lang(state.lang).to_owned()).chain(files.iter().map(line)).collect()
    }
}

/// The draft names files outside its folder: whether they are meant to be packed. The first answer is no.
#[must_use]
pub fn outside(state: &State, files: &[Outside], draft: Box<Draft>, today: NaiveDate, leaving: Leaving) -> Ask {
    let readings = state.document.as_ref().map(|document| document.readings().clone()).unwrap_or_default();
    let export = Answer::Run(DraftRequest::Export { draft, today, allow_outside: true, leaving, readings }.into());
    let answers = vec![(words::CANCEL, Answer::Nothing), (review::OUTSIDE_EXPORT, export)];
    Ask::worded(review::OUTSIDE_TITLE, state, outside_lines(review::OUTSIDE_TEXT, files), answers)
}

/// The last changes could not be saved while leaving.
#[must_use]
pub fn save_failed(state: &State, said: Both) -> Ask {
    let mut answers = Vec::new();
    if state.document.is_some() {
        answers.push((words::KEEP_OPEN, Answer::Nothing));
        answers.push((words::SAVE_COPY, Answer::SaveCopy));
    }
    answers.push((words::QUIT_ANYWAY, Answer::QuitAnyway));
    Ask { holds_saving: true, ..Ask::worded(words::SUSPENDED_SAVE_TITLE, state, sentences(said), answers) }
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
    let theirs = theirs.cloned();
    let wording = move |state: &State| {
        let mine = state.document.as_ref().map(Document::draft);
        let differences = mine.zip(theirs.as_ref()).map(|(mine, theirs)| differences(state, mine, theirs)).unwrap_or_default();
        std::iter::once(text.in_lang(state.lang).to_owned()).chain(differences).collect()
    };
    Ask { holds_saving: true, ..Ask::worded(words::CHANGED_TITLE, state, wording, answers) }
}

/// The draft's file was changed outside and cannot be read any more.
#[must_use]
pub fn damaged(state: &State, said: Both) -> Ask {
    let mut answers = Vec::new();
    if state.document.is_some() {
        answers.push((words::KEEP_BOTH, Answer::SaveCopy));
    }
    answers.push((words::USE_DISK_LATER, Answer::Run(DraftRequest::Reload.into())));
    answers.push((words::QUIT_ANYWAY, Answer::QuitAnyway));
    Ask { holds_saving: true, ..Ask::worded(words::CHANGED_TITLE, state, sentences(said), answers) }
}
