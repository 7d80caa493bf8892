//! Review and export: everything the rules found, and the way out.

use crate::filing::{FieldId, FilingKind, Kind, Section, Value};
use crate::locale::tui::{common, copy, record, review as words};
use crate::locale::{Lang, Text, finding as says, province, value};
use crate::package::name;
use crate::rules::{CHANGE_OF_WHAT_IS_FIXED, Finding, Severity};
use crate::text::width::pad_end;
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::effect::DraftRequest;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::{Route, Step};
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::page::{Page, Place, room};
use crate::tui::widget::theme::Role;

const CONTEXTS: [Context; 2] = [Context::Review, Context::List];

/// The rule that names open questions.
const OPEN: &str = "question-open";
/// Cells of the column of the questions.
const LABEL: usize = 24;

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Export,
    /// Copying value by value.
    Copy,
    /// A finding, by its place among all findings.
    Finding(usize),
    /// A question that only the person can answer.
    Question(FieldId),
}

/// Review and export.
#[derive(Debug)]
pub struct Review {
    place: Place,
    /// The field that the chosen item is about.
    focus: Option<FieldId>,
}

impl Review {
    /// Its first item is chosen: the gravest problem of the first step, or the export.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: Place::top(), focus: None }
    }

    /// Stays with the field one is at when lines above it come or go, such as that of the export.
    fn stay(&mut self, document: &Document) {
        let Some(id) = self.focus else { return };
        let about = |item: Item| field_of(document, item) == Some(id);
        if self.chosen(document).is_some_and(about) {
            return;
        }
        let here = self.place.chosen;
        let places = items(document).into_iter().enumerate().filter(|(_, item)| about(*item)).map(|(place, _)| place);
        if let Some(place) = places.min_by_key(|place| place.abs_diff(here)) {
            self.place = Place::at(place);
        }
    }

    fn chosen(&self, document: &Document) -> Option<Item> {
        items(document).get(self.place.chosen).copied()
    }

    /// Takes the change that the chosen finding offers, or stands by it; elsewhere the field's keys hold.
    fn mend(&self, action: Action, document: &Document, state: &State) -> Vec<Command> {
        let Some(Item::Finding(index)) = self.chosen(document) else { return Vec::new() };
        let Some(finding) = document.findings().get(index) else { return Vec::new() };
        if action == Action::Fix && finding.rule.name == CHANGE_OF_WHAT_IS_FIXED.name {
            return vec![Command::Ask(Question::Refile)];
        }
        let say = |text: Text| vec![Command::Notice(Notice { role: Role::Muted, text: text.in_lang(state.lang).to_owned() })];
        match (action, finding.fixes.as_slice()) {
            (Action::Confirm, _) if !document.is_writable() => say(common::IS_READ_ONLY),
            (Action::Confirm, _) if !finding.can_be_confirmed() => say(common::NOTHING_TO_CONFIRM),
            (Action::Confirm, _) if !finding.counts() => vec![Command::Confirm(Box::new(finding.clone()), None)],
            (Action::Confirm, _) => vec![Command::Ask(Question::Reason(Box::new(finding.clone())))],
            (_, []) => say(common::NOTHING_TO_FIX),
            (_, [only]) => vec![Command::Apply(finding.field, only.clone())],
            _ => vec![Command::Ask(Question::Fixes(finding.field, vec![finding.clone()]))],
        }
    }

    /// Asks for the package, or says why there can be none and shows the first error.
    fn export(&mut self, document: &Document, state: &State) -> Vec<Command> {
        let errors = document.count(None, Severity::Error);
        if state.busy {
            let text = common::EXPORTING.in_lang(state.lang).to_owned();
            return vec![Command::Notice(Notice { role: Role::Muted, text })];
        }
        if errors > 0 {
            let first = document.findings().iter().find(|finding| finding.severity == Severity::Error);
            let place =
                first.and_then(|first| items(document).iter().position(|item| field_of(document, *item) == Some(first.field)));
            self.place = Place::at(place.unwrap_or_default());
            self.focus = first.map(|first| first.field);
            let text = words::ERRORS_LEFT.with(state.lang, &[("count", &errors)]);
            return vec![Command::Notice(Notice { role: Role::Error, text })];
        }
        let draft = Box::new(document.draft().clone());
        vec![Command::Run(DraftRequest::Export { draft, today: state.today(), allow_outside: false }.into())]
    }

    fn help(&self, document: &Document, state: &State, contexts: &[Context]) -> String {
        let key = |action| keymap::key_for(contexts, action).map(|key| key.to_string()).unwrap_or_default();
        let lang = state.lang;
        let enter = || key(Action::Enter);
        match self.chosen(document) {
            Some(Item::Export) => words::HELP_EXPORT.with(lang, &[("key", &enter())]),
            Some(Item::Copy) => copy::ITEM_DETAIL.in_lang(lang).to_owned(),
            Some(Item::Question(id)) => {
                let label = id.label().in_lang(lang);
                let colon = if lang == Lang::Zh { "：" } else { ": " };
                format!("{label}{colon}{}", id.help().in_lang(lang))
            }
            Some(Item::Finding(index)) => {
                let mut help = words::HELP_FINDING.with(lang, &[("key", &enter())]);
                let finding = document.findings().get(index);
                let gap = if lang == Lang::Zh { "" } else { " " };
                if finding.is_some_and(|finding| !finding.fixes.is_empty()) {
                    help = format!("{help}{gap}{}", words::HELP_FIX.with(lang, &[("key", &key(Action::Fix))]));
                }
                match finding.filter(|finding| finding.can_be_confirmed()).map(Finding::counts) {
                    Some(true) => format!("{help}{gap}{}", words::HELP_CONFIRM.with(lang, &[("key", &key(Action::Confirm))])),
                    Some(false) => format!("{help}{gap}{}", words::HELP_UNCONFIRM.with(lang, &[("key", &key(Action::Confirm))])),
                    None => help,
                }
            }
            None => String::new(),
        }
    }
}

impl Screen for Review {
    fn focus(&self) -> Option<FieldId> {
        self.focus
    }

    fn set_focus(&mut self, id: FieldId, state: &State) {
        let Some(document) = &state.document else { return };
        let items = items(document);
        if let Some(place) = items.iter().position(|item| field_of(document, *item) == Some(id)) {
            (self.place, self.focus) = (Place::at(place), Some(id));
        }
        self.follow(state);
    }

    fn contexts(&self, state: &State) -> Vec<Context> {
        let chosen = state.document.as_ref().and_then(|document| self.chosen(document));
        let mut contexts = match chosen {
            Some(Item::Question(id)) if matches!(id.field().kind, Kind::Flag(_)) => vec![Context::Flag],
            _ => Vec::new(),
        };
        let mut findings = state.document.iter().flat_map(|document| document.findings());
        contexts.extend(findings.any(|finding| finding.prepares).then_some(Context::SomeUnprepared));
        contexts.extend(CONTEXTS);
        contexts
    }

    fn follow(&mut self, state: &State) {
        if let Some(document) = &state.document {
            self.stay(document);
            self.place.stay_inside(&page(document, state, room(state.size).0));
            self.focus = self.chosen(document).and_then(|item| field_of(document, item));
        }
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let document = state.document.as_ref()?;
        let Input::Action(action) = input else { return Some(Vec::new()) };
        match action {
            // Past the top the key does what it does on the forms.
            Action::PageUp if self.place.chosen == 0 => return Some(vec![Command::Act(Action::PreviousStep)]),
            Action::Export => return Some(self.export(document, state)),
            Action::Enter => {
                return Some(match self.chosen(document) {
                    Some(Item::Export) => self.export(document, state),
                    Some(Item::Copy) => vec![Command::Go(Route::Copy)],
                    Some(Item::Finding(index)) => document
                        .findings()
                        .get(index)
                        .map(|finding| Command::Go(Route::Field(finding.field)))
                        .into_iter()
                        .collect(),
                    Some(Item::Question(id)) => answer(document, id),
                    None => Vec::new(),
                });
            }
            Action::Toggle | Action::Left | Action::Right => {
                return match self.chosen(document) {
                    Some(Item::Question(id)) => Some(answer(document, id)),
                    _ => None,
                };
            }
            Action::Fix | Action::Confirm => return Some(self.mend(*action, document, state)),
            _ => {
                let (width, height) = room(state.size);
                if !self.place.travel(*action, &page(document, state, width), height) {
                    return None;
                }
                self.focus = self.chosen(document).and_then(|item| field_of(document, item));
            }
        }
        Some(Vec::new())
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(document) = &state.document else { return };
        let contexts = self.all_contexts(state);
        let help = self.help(document, state, &contexts);
        let areas = chrome::draw(canvas, state, &contexts, &help, true);
        chrome::stepper(canvas, state, areas.side, Step::Review);
        page(document, state, areas.main.width).draw(canvas, areas.main, self.place, state.lang);
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Step(Step::Review))
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

impl Default for Review {
    fn default() -> Self {
        Self::new()
    }
}

/// What can be chosen, from top to bottom. The page has the same order.
fn items(document: &Document) -> Vec<Item> {
    let export = (document.count(None, Severity::Error) == 0).then_some(Item::Export);
    let findings =
        Section::ALL.into_iter().flat_map(|section| of_section(document, section)).map(|(index, _)| Item::Finding(index));
    let copy = export.map(|_| Item::Copy);
    export.into_iter().chain(copy).chain(findings).chain(questions(document).map(Item::Question)).collect()
}

/// The findings of a step, with their places among all; in the order of the fields, the gravest first. What is found about
/// questions stands under these.
fn of_section(document: &Document, section: Section) -> impl Iterator<Item = (usize, &Finding)> {
    let draft = document.draft();
    let here = move |finding: &Finding| section != Section::Questions && draft.section_of(finding.field) == section;
    document.findings().iter().enumerate().filter(move |(_, finding)| here(finding))
}

/// The questions that this draft asks.
fn questions(document: &Document) -> impl Iterator<Item = FieldId> + '_ {
    Section::Questions.fields().map(|field| field.id).filter(|id| document.draft().asks(*id))
}

fn field_of(document: &Document, item: Item) -> Option<FieldId> {
    match item {
        Item::Export | Item::Copy => None,
        Item::Finding(index) => document.findings().get(index).map(|finding| finding.field),
        Item::Question(id) => Some(id),
    }
}

/// The next answer to a question, or the calendar for its day.
fn answer(document: &Document, id: FieldId) -> Vec<Command> {
    match id.field().kind {
        // Each answer is a step of undo.
        Kind::Flag(_) => vec![Command::Edit(id, document.draft().next_answer(id).map(Value::Flag)), Command::Leave(id)],
        _ => vec![Command::Ask(Question::Day(id))],
    }
}

/// Everything on the page.
fn page(document: &Document, state: &State, width: u16) -> Page {
    let lang = state.lang;
    let mut page = Page::new(width);
    summary(&mut page, document, lang);
    if document.count(None, Severity::Error) == 0 {
        export_lines(&mut page, document, state);
    }
    for section in Section::ALL {
        let mut findings = of_section(document, section).peekable();
        if findings.peek().is_none() {
            continue;
        }
        page.gap();
        page.line(section.label().in_lang(lang), Role::Title);
        for (_, finding) in findings {
            finding_lines(&mut page, finding, lang);
        }
    }
    let mut reminders = province::reminders(lang, &document.context()).into_iter();
    if let Some(heading) = reminders.next() {
        page.gap();
        page.line(&heading, Role::Title);
    }
    for reminder in reminders {
        page.line(&reminder, Role::Text);
    }
    question_lines(&mut page, document, lang);
    page.gap();
    page.line(words::OFFLINE.in_lang(lang), Role::Muted);
    page
}

fn summary(page: &mut Page, document: &Document, lang: Lang) {
    let [errors, warnings, hints] = Severity::ALL.map(|severity| document.count(None, severity));
    let (text, role) = match (errors, warnings + hints) {
        (0, 0) => (words::ALL_GOOD, Role::Good),
        (0, _) => (words::MAY_EXPORT, Role::Good),
        _ => (words::MAY_NOT_EXPORT, Role::Error),
    };
    if errors + warnings + hints > 0 {
        let counts = words::COUNTS.with(lang, &[("errors", &errors), ("warnings", &warnings), ("hints", &hints)]);
        page.line(&counts, Role::Title);
    }
    page.line(text.in_lang(lang), role);
}

fn export_lines(page: &mut Page, document: &Document, state: &State) {
    let lang = state.lang;
    page.gap();
    let key = keymap::key_for(&CONTEXTS, Action::Export).map(|key| key.to_string());
    let text = match (state.busy, key) {
        (true, _) => common::EXPORTING.in_lang(lang).to_owned(),
        (false, Some(key)) => words::EXPORT_WITH.with(lang, &[("key", &key)]),
        (false, None) => words::EXPORT.in_lang(lang).to_owned(),
    };
    let file = name::archive(document.draft(), state.today());
    let folder = document.folder.display();
    let contents = match document.draft().filing_kind() {
        FilingKind::New => words::CONTENTS_NEW,
        FilingKind::Change => words::CONTENTS_CHANGE,
        FilingKind::Deregistration => words::CONTENTS_END,
    };
    let details = [
        words::WHERE.with(lang, &[("file", &file)]),
        words::FOLDER.with(lang, &[("folder", &folder)]),
        contents.in_lang(lang).to_owned(),
    ];
    page.item(("", Role::Text), (&text, Role::Accent), &details.map(|line| (line, Role::Muted)));
    let key = keymap::key_for(&CONTEXTS, Action::CopyMode).map(|key| key.to_string()).unwrap_or_default();
    let detail = (copy::ITEM_DETAIL.in_lang(lang).to_owned(), Role::Muted);
    page.item(("", Role::Text), (&copy::ITEM.with(lang, &[("key", &key)]), Role::Accent), &[detail]);
}

fn finding_lines(page: &mut Page, finding: &Finding, lang: Lang) {
    let (mark, role) = mark_of(finding);
    let label = (finding.field.label().in_lang(lang), if finding.counts() { Role::Text } else { Role::Muted });
    page.item((mark, role), label, &details(finding, lang));
}

fn mark_of(finding: &Finding) -> (&'static str, Role) {
    match finding.severity {
        _ if !finding.counts() => ("✓", Role::Muted),
        Severity::Error => ("×", Role::Error),
        Severity::Warning => ("!", Role::Warning),
        Severity::Hint => ("i", Role::Hint),
    }
}

/// What is wrong, how to mend it, and the change that is offered; of what is confirmed, why.
fn details(finding: &Finding, lang: Lang) -> Vec<(String, Role)> {
    let (_, role) = mark_of(finding);
    let mut details = vec![(says::message(lang, finding), role)];
    match &finding.confirmed {
        Some(confirmed) => details.push((says::stands(lang, confirmed), Role::Muted)),
        None => {
            details.push((says::fix(lang, finding), Role::Muted));
            if finding.rule.name == CHANGE_OF_WHAT_IS_FIXED.name {
                let key = keymap::key_for(&[Context::Document], Action::Fix).map(|key| key.to_string()).unwrap_or_default();
                details.push((format!("{key} {}", record::REFILE_KEY.in_lang(lang)), Role::Accent));
            }
            let offer = |fix| words::MAY_BE.with(lang, &[("change", &says::change(lang, finding.field, fix))]);
            details.extend(finding.fixes.iter().map(|fix| (offer(fix), Role::Accent)));
        }
    }
    details.retain(|(text, _)| !text.is_empty());
    details
}

/// Whether a question still asks for an answer; another one may have settled it.
fn is_open(document: &Document, id: FieldId) -> bool {
    document.findings_of(id).any(|finding| finding.rule.name == OPEN)
}

/// The questions with their answers, and what follows from these.
fn question_lines(page: &mut Page, document: &Document, lang: Lang) {
    let open = questions(document).filter(|id| is_open(document, *id)).count();
    page.gap();
    let heading = Section::Questions.label().in_lang(lang);
    match open {
        0 => page.line(heading, Role::Title),
        open => page.line(&words::QUESTIONS_OPEN.with(lang, &[("heading", &heading), ("count", &open)]), Role::Title),
    }
    for id in questions(document) {
        let held = document.draft().get(id);
        let answer = held.map_or_else(|| words::NOT_ANSWERED.in_lang(lang).to_owned(), |held| value::show(lang, id, held));
        let follows: Vec<&Finding> =
            document.findings_of(id).filter(|finding| held.is_some() || finding.rule.name != OPEN).collect();
        let mark = match (held, follows.first()) {
            (None, _) if is_open(document, id) => ("?", Role::Hint),
            (None, _) => (" ", Role::Muted),
            (Some(_), Some(finding)) => mark_of(finding),
            (Some(_), None) => ("✓", Role::Good),
        };
        let details: Vec<(String, Role)> = follows.into_iter().flat_map(|finding| details(finding, lang)).collect();
        let text = format!("{}  {answer}", pad_end(id.label().in_lang(lang), LABEL));
        page.item(mark, (&text, if held.is_some() { Role::Text } else { Role::Muted }), &details);
    }
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
