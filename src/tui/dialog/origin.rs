//! From what a filing begins that refers to a record: one of the filed drafts at hand, a file, or what is typed.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use super::{Dialog, takes_line};
use crate::catalog;
use crate::catalog::filing_region::{self, Region};
use crate::drafts::folder::Listed;
use crate::filing::record::Source;
use crate::filing::{Draft, FieldId, FilingKind, Value};
use crate::fs::path::normalized;
use crate::locale::tui::new as words;
use crate::locale::{Lang, Text};
use crate::package::record::{Record, begin};
use crate::scan::resolve;
use crate::text::clean::visible;
use crate::text::path::dropped;
use crate::text::width::cells;
use crate::tui::effect::{DraftRequest, Effect, RecordRequest};
use crate::tui::keymap::{Action, Context};
use crate::tui::question::{Question, Target};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::kept::Kept;
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, panel};

/// What else than the files that are listed to choose from may hold what is on record, where its path is given: another folder's draft,
/// and an answer that is no JSON, of which reading it tells what is wrong.
const READ_BESIDES: [&str; 2] = [".toml", ".xml"];

/// Has a file read with which a filing of this kind begins.
#[must_use]
pub fn read(path: PathBuf, kind: FilingKind, state: &State) -> Command {
    let (folder, home) = (state.folder.clone(), state.home.clone());
    Command::Run(Effect::ReadRecord(RecordRequest { path, kind, folder, home, opener: None, chosen: None }))
}

/// The file that a pasted, dropped or typed text names, where a filing may begin with it: a package, an answer or a draft. A filter is
/// none, even if it ends so: paths have folders.
#[must_use]
pub fn named(text: &str, state: &State) -> Option<PathBuf> {
    let path = dropped(text);
    let name = path.to_ascii_lowercase();
    let endings = Target::Record(FilingKind::New).endings().iter().chain(&READ_BESIDES);
    let is_meant = path.contains(['/', '\\']) && !path.contains('\n') && endings.into_iter().any(|ending| name.ends_with(ending));
    is_meant.then(|| normalized(&resolve(&state.folder, state.home.as_deref(), &path)))
}

/// The list of what there is to begin with.
#[derive(Debug)]
pub struct Origin {
    kind: FilingKind,
    list: FilterList,
    /// The lines, by language and drafts: there may be thousands.
    lines: Kept<(Lang, Drafts), Lines>,
}

/// The list of drafts; another one where it was read again.
#[derive(Debug)]
struct Drafts(Option<Arc<[Listed]>>);

impl PartialEq for Drafts {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl Origin {
    /// The list for a filing of this kind.
    #[must_use]
    pub fn new(kind: FilingKind) -> Self {
        Self { kind, list: FilterList::default(), lines: Kept::default() }
    }

    /// The filed drafts, the files, and what is typed; in this order.
    fn items(&self, state: &State) -> Rc<Lines> {
        self.lines.get((state.lang, Drafts(state.drafts.clone())), || self.made(state))
    }

    fn made(&self, state: &State) -> Lines {
        let named = |(listed, draft): (&Listed, &Draft)| {
            let words = visible(&format!("{}  {}", draft.title(), draft.number())).into_owned();
            let subject = [FieldId::SubjectName, FieldId::ResponsiblePersonName].map(|id| draft.text(id).trim());
            let subject = subject.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
            let item =
                Item::new(words).aside(visible(subject)).key(subject).key(&listed.name).spelled(draft.title()).spelled(subject);
            // Whatever finds it in the list of drafts finds it here: where it files, and what its subject is.
            let region = filing_region::find(draft.known_text(FieldId::SubjectRegion));
            let places = region.into_iter().flat_map(Region::path).filter(|part| !part.pseudo);
            let item = places.fold(item, |item, part| item.key(part.name()).spelled(part.name()));
            let item = item.key(region.map(filing_region::pinyin).unwrap_or_default());
            let nature = draft.code(FieldId::SubjectNature).and_then(catalog::nature);
            nature.into_iter().flat_map(|nature| [nature.name.zh, nature.name.en]).fold(item, Item::key)
        };
        let said = |text: crate::locale::Text| Item::new(text.in_lang(state.lang)).key(text.in_lang(state.lang.other()));
        let how = match self.kind {
            FilingKind::New => words::TYPED_MORE_TEXT,
            FilingKind::Change => words::TYPED_TEXT,
            FilingKind::Deregistration => words::TYPED_END_TEXT,
        };
        let others = [said(words::FROM_FILE), said(words::TYPED).aside(how.in_lang(state.lang))];
        state.filed().map(named).chain(others).collect()
    }
}

/// The draft that begins with a filed one at hand. It lies beside that, so a path leads to the same scan.
#[must_use]
pub fn beside(filed: &Draft, kind: FilingKind) -> Draft {
    begin(&Record { filed: filed.clone(), source: Source::Draft }, kind, &|path| Some(path.to_owned()))
}

/// The draft with which begins what is typed: who filed in the console years ago has nothing but the number.
fn typed(kind: FilingKind) -> Draft {
    let mut draft = Draft::default();
    draft.set(FieldId::FilingKind, Some(kind.word().into()));
    match kind {
        FilingKind::New => drop(draft.set(FieldId::FiledBefore, Some(Value::Flag(true)))),
        FilingKind::Change => drop(draft.set(FieldId::RecordSource, Some(Source::Typed.word().into()))),
        FilingKind::Deregistration => {}
    }
    draft
}

/// Draws the list of what a filing may begin with, in the frame of a dialog that has this title.
pub(super) fn draw(
    list: &FilterList,
    canvas: &mut Canvas<'_>,
    lang: Lang,
    (title, contexts): (Text, &[Context]),
    items: &Lines,
    active: bool,
) {
    let width = |item: &Item| cells(&item.words) + if item.aside.is_empty() { 0 } else { cells(&item.aside) + 2 };
    let widest = items.iter().map(width).max().unwrap_or_default().clamp(36, 90);
    let frame = Panel {
        title: title.in_lang(lang),
        aside: &list.count(items),
        width: to_cells(widest + 6),
        height: to_cells(items.len() + 3),
        hints: &[(Action::Enter, words::BEGIN), (Action::Back, words::CANCEL)],
        contexts,
    };
    let area = panel(canvas, lang, &frame);
    list.draw(canvas, lang, area, items, active);
}

impl Dialog for Origin {
    fn contexts(&self) -> Vec<Context> {
        self.list.filtered().into_iter().chain([Context::List, Context::Text]).collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action) && self.list.chosen(&self.items(state)).is_none() && named(self.list.text(), state).is_none()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        // What is typed at once may be dropped, too; what is typed is a path once that is confirmed.
        let named = match input {
            Input::Paste(text) | Input::Run(text) => named(text, state),
            Input::Action(Action::Enter) => named(self.list.text(), state),
            Input::Char(_) | Input::Action(_) => None,
        };
        if let Some(path) = named {
            return vec![Command::Close, read(path, self.kind, state)];
        }
        let Some(index) = self.list.update(input, &self.items(state)) else { return Vec::new() };
        let count = state.filed().count();
        let chosen = state.filed().nth(index);
        let from = chosen.map(|(listed, _)| listed.path.clone()).into_iter().collect();
        let draft = match chosen {
            Some((_, filed)) => beside(filed, self.kind),
            None if index == count => return vec![Command::Ask(Question::File(Target::Record(self.kind)))],
            None => typed(self.kind),
        };
        vec![Command::Close, Command::Run(DraftRequest::Create { draft: Box::new(draft), from }.into())]
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        self.list.step_back().then(Vec::new)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        draw(&self.list, canvas, state.lang, (words::ORIGIN, &self.contexts()), &self.items(state), active);
    }
}
