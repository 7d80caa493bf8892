//! Review and export: everything the rules found, and the way out.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::filing::{Draft, FieldId, FilingKind, History, Kind, Section, Stage, Value};
use crate::identifiers::date;
use crate::locale::tui::{common, copy, form, record, review as words};
use crate::locale::{Lang, Text, finding as says, paper, province, stage, value};
use crate::package::digest::Freshness;
use crate::package::{letters, name};
use crate::rules::{CHANGE_OF_WHAT_IS_FIXED, Finding, QUESTION_OPEN, Severity};
use crate::text::clean::one_line;
use crate::text::width::{cells, pad_end};
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::form::live;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::{Route, Step};
use crate::tui::screen::Screen;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::hit::Hit;
use crate::tui::widget::page::{Page, Place, room};
use crate::tui::widget::panel::key_name;
use crate::tui::widget::theme::Role;

const CONTEXTS: [Context; 2] = [Context::Review, Context::List];

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
    /// What is to be done is chosen: the gravest problem of the first step; where no error is left, the first question that nobody has
    /// answered, or the export.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let mut review = Self { place: Place::top(), focus: None };
        let Some(document) = &state.document else { return review };
        if document.count(None, Severity::Error) == 0 {
            review.go_to_open_question(document, None);
        } else {
            review.focus = review.chosen(document).and_then(|item| field_of(document, item));
        }
        review
    }

    /// Goes to the question behind this one that nobody has answered, from the last one to the first; where all are, to the top.
    fn go_to_open_question(&mut self, document: &Document, after: Option<FieldId>) {
        let open: Vec<FieldId> = questions(document).filter(|id| Some(*id) != after && document.is_open_question(*id)).collect();
        let next = open.iter().find(|id| after.is_none_or(|after| **id > after)).or(open.first()).copied();
        self.focus = next;
        let place = next.and_then(|next| items(document).iter().position(|item| *item == Item::Question(next)));
        self.place = place.map_or(Place::top(), Place::at);
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

    /// Chooses the problem behind (or before) the one that is chosen; past the end it begins anew. False where there is none.
    fn go_to_problem(&mut self, document: &Document, state: &State, backwards: bool) -> bool {
        let all = items(document).into_iter().enumerate();
        let problems: Vec<usize> = all.filter(|(_, item)| is_problem(document, *item)).map(|(place, _)| place).collect();
        let (width, height) = room(state.size);
        // The first one is still to come where one has not seen it.
        let from = if self.place.is_above(&page(document, state, width), height) { 0 } else { self.place.chosen + 1 };
        let next = match backwards {
            true => problems.iter().rev().find(|place| **place < self.place.chosen).or(problems.last()),
            false => problems.iter().find(|place| **place >= from).or(problems.first()),
        };
        let Some(next) = next else { return false };
        self.place = Place::at(*next);
        self.focus = self.chosen(document).and_then(|item| field_of(document, item));
        true
    }

    fn chosen(&self, document: &Document) -> Option<Item> {
        items(document).get(self.place.chosen).copied()
    }

    /// Goes to the next line, as on a form.
    fn step(&mut self, document: &Document) {
        let last = items(document).len().saturating_sub(1);
        self.place = if self.place.chosen >= last { Place::top() } else { Place::at(self.place.chosen + 1) };
        self.focus = self.chosen(document).and_then(|item| field_of(document, item));
    }

    /// Takes a day that is pasted onto the question for one, and goes on to the next question.
    fn paste(&mut self, text: &str, document: &Document, state: &State) -> Vec<Command> {
        let Some(Item::Question(id)) = self.chosen(document) else { return Vec::new() };
        let text = one_line(text).0;
        if matches!(id.field().kind, Kind::Flag(_)) {
            return self.answer(id, &text, document, state);
        }
        let is_day = matches!(id.field().kind, Kind::Date(_)) && date::parse(text.trim()).is_some();
        if !is_day || !document.is_writable() {
            return vec![notice(words::NO_DAY.in_lang(state.lang), Role::Warning)];
        }
        self.go_to_open_question(document, Some(id));
        vec![Command::Edit(id, Some(Value::Text(text.trim().to_owned()))), Command::Leave(id)]
    }

    /// Takes yes or no in words for the question one is at; a day is gone on with in its calendar.
    fn typed_answer(&mut self, text: &str, document: &Document, state: &State) -> Vec<Command> {
        match self.chosen(document) {
            Some(Item::Question(id)) if matches!(id.field().kind, Kind::Flag(_)) => self.answer(id, text, document, state),
            Some(Item::Question(id)) if document.is_writable() && !text.trim().is_empty() => {
                vec![Command::AskFor(Question::Day(id), Input::Run(text.to_owned()))]
            }
            _ => Vec::new(),
        }
    }

    fn answer(&mut self, id: FieldId, text: &str, document: &Document, state: &State) -> Vec<Command> {
        let Some(yes) = live::yes_or_no(text).filter(|_| document.is_writable()) else {
            return vec![notice(form::YES_OR_NO.in_lang(state.lang), Role::Warning)];
        };
        self.go_to_open_question(document, Some(id));
        vec![Command::Edit(id, Some(Value::Flag(id.field().turned(yes)))), Command::Leave(id)]
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
        vec![Command::Ask(Question::Protect)]
    }

    fn help(&self, document: &Document, state: &State, contexts: &[Context]) -> String {
        let key = |action| keymap::key_for(contexts, action).map(|key| key.to_string()).unwrap_or_default();
        let lang = state.lang;
        // The same key everywhere, whatever it is called here.
        let enter = || keymap::key_for(&CONTEXTS, Action::Enter).map(|key| key.to_string()).unwrap_or_default();
        match self.chosen(document) {
            Some(Item::Export) => words::HELP_EXPORT.with(lang, &[("key", &enter())]),
            Some(Item::Copy) => copy::ITEM_DETAIL.in_lang(lang).to_owned(),
            Some(Item::Question(id)) if matches!(id.field().kind, Kind::Flag(_)) => {
                let keys = [Action::Yes, Action::No, Action::Toggle].map(|action| key_name(lang, &key(action)));
                words::HELP_QUESTION.with(lang, &[("yes", &keys[0]), ("no", &keys[1]), ("toggle", &keys[2])])
            }
            Some(Item::Question(_)) => words::HELP_DAY.with(lang, &[("key", &enter())]),
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

    fn go_on(&mut self, state: &State) -> Vec<Command> {
        if let Some(document) = &state.document {
            self.go_to_open_question(document, self.focus);
        }
        Vec::new()
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
            Some(Item::Finding(_)) => vec![Context::ReviewFinding],
            Some(Item::Export) => vec![Context::ReviewExport],
            Some(Item::Copy) => vec![Context::ReviewCopy],
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
        let action = match input {
            Input::Action(action) => action,
            Input::Paste(text) => return Some(self.paste(text, document, state)),
            Input::Char(c) => return Some(self.typed_answer(&c.to_string(), document, state)),
            Input::Run(text) => return Some(self.typed_answer(text, document, state)),
        };
        match action {
            // Past the top the key does what it does on the forms.
            Action::PageUp if self.place.chosen == 0 => return Some(vec![Command::Act(Action::PreviousStep)]),
            Action::Export => return Some(self.export(document, state)),
            Action::Enter | Action::GoThere => {
                return Some(match self.chosen(document) {
                    Some(Item::Export) => self.export(document, state),
                    Some(Item::Copy) => vec![Command::Go(Route::Copy)],
                    Some(Item::Finding(index)) => document
                        .findings()
                        .get(index)
                        .map(|finding| Command::Go(Route::Field(finding.field)))
                        .into_iter()
                        .collect(),
                    Some(Item::Question(id)) => vec![Command::Ask(Question::Day(id))],
                    None => Vec::new(),
                });
            }
            Action::Toggle | Action::Left | Action::Right | Action::Yes | Action::No => {
                let Some(Item::Question(id)) = self.chosen(document) else { return None };
                let answer = match action {
                    Action::Toggle => document.draft().next_answer(id),
                    _ => Some(id.field().turned(matches!(action, Action::Yes | Action::Left))),
                };
                // Each answer is a step of undo.
                let commands = vec![Command::Edit(id, answer.map(Value::Flag)), Command::Leave(id)];
                if matches!(action, Action::Yes | Action::No) && document.is_writable() {
                    self.go_to_open_question(document, Some(id));
                }
                return Some(commands);
            }
            Action::Next => self.step(document),
            Action::NextProblem | Action::PreviousProblem => {
                return self.go_to_problem(document, state, *action == Action::PreviousProblem).then(Vec::new);
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
        let page = page(document, state, areas.main.width);
        let room = page.draw(canvas, areas.main, self.place, state.lang);
        // The way out stays in sight.
        let is_export = items(document).first() == Some(&Item::Export);
        if is_export && page.hides_first(self.place, usize::from(areas.main.height)) {
            let y = areas.main.bottom().saturating_sub(1);
            let key = keymap::key_for(&CONTEXTS, Action::Export).map(|key| key.to_string()).unwrap_or_default();
            let open = document.open_questions();
            let whole = words::EXPORT_KEY_OPEN.with(state.lang, &[("key", &key), ("count", &open)]);
            let has_room = open > 0 && cells(&whole) + 4 <= usize::from(room);
            let text = if has_room { whole } else { words::EXPORT_KEY.with(state.lang, &[("key", &key)]) };
            let width = to_cells(cells(&text));
            canvas.hit(Rect::new(areas.main.x + 2, y, width, 1), Hit::action(Action::Export));
            canvas.put(areas.main.x + 2, y, width, &text, Role::Accent);
        }
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Step(Step::Review))
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

fn notice(text: &str, role: Role) -> Command {
    Command::Notice(Notice { role, text: text.to_owned() })
}

/// What can be chosen, from top to bottom. The page has the same order.
fn items(document: &Document) -> Vec<Item> {
    let export = (document.count(None, Severity::Error) == 0).then_some(Item::Export);
    let findings =
        Section::ALL.into_iter().flat_map(|section| of_section(document, section)).map(|(index, _)| Item::Finding(index));
    let copy = export.map(|_| Item::Copy);
    export.into_iter().chain(copy).chain(findings).chain(questions(document).map(Item::Question)).collect()
}

/// What the keys for problems lead to: what a check counts, and questions that nobody has answered.
fn is_problem(document: &Document, item: Item) -> bool {
    let weighs = |finding: &Finding| finding.counts() && finding.severity != Severity::Hint;
    match item {
        Item::Export | Item::Copy => false,
        Item::Finding(index) => document.findings().get(index).is_some_and(weighs),
        Item::Question(id) => document.is_open_question(id) || document.findings_of(id).any(weighs),
    }
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

/// Everything on the page.
fn page(document: &Document, state: &State, width: u16) -> Page {
    let lang = state.lang;
    let mut page = Page::new(width);
    if chrome::is_without_stepper(state) {
        page.line(&chrome::step_title(Step::Review, state), Role::Title);
    }
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
    for reminders in province::reminders(lang, &document.context()) {
        page.gap();
        page.line(&reminders.heading, Role::Title);
        for reminder in reminders.lines {
            page.line(&reminder, Role::Text);
        }
    }
    question_lines(&mut page, document, lang);
    page.gap();
    let offline = match document.draft().filing_kind() {
        FilingKind::Deregistration => words::OFFLINE_OF_END,
        _ if document.draft().is_individual() => words::OFFLINE_OF_INDIVIDUAL,
        _ => words::OFFLINE,
    };
    page.line(offline.in_lang(lang), Role::Muted);
    page
}

fn summary(page: &mut Page, document: &Document, lang: Lang) {
    let [errors, warnings, hints] = Severity::ALL.map(|severity| document.count(None, severity));
    let (text, role) = match (errors, warnings + hints) {
        // Nobody knows yet what is wrong with them.
        (0, _) if document.has_unseen_files(None) => (words::STILL_LOOKING, Role::Muted),
        (0, 0) if document.is_ended() => (words::ALL_GOOD_ENDED, Role::Muted),
        (0, 0) if document.is_filed() => (words::ALL_GOOD_FILED, Role::Good),
        (0, 0) if document.open_questions() > 0 => (words::ALL_BUT_ASKED, Role::Good),
        (0, _) if document.open_questions() > 0 => (words::NO_ERRORS_ASKED, Role::Good),
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

/// What the package of a draft holds.
fn contents(draft: &Draft, today: NaiveDate, lang: Lang) -> String {
    match draft.filing_kind() {
        FilingKind::New => words::CONTENTS_NEW.in_lang(lang).to_owned(),
        FilingKind::Deregistration => words::CONTENTS_END.in_lang(lang).to_owned(),
        FilingKind::Change => {
            let part = |is_there: bool, text: Text| if is_there { text.in_lang(lang) } else { "" };
            let has_materials = !draft.files().is_empty();
            let letters = part(!letters::packed(draft, today).is_empty(), words::CHANGE_LETTERS);
            let materials = part(has_materials, words::CHANGE_MATERIALS);
            let none = if has_materials { words::NOT_A_NEW_FILING } else { words::NO_MATERIALS }.in_lang(lang);
            words::CONTENTS_CHANGE.with(lang, &[("letters", &letters), ("materials", &materials), ("none", &none)])
        }
    }
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
    let own = name::archive(document.draft(), state.today());
    let named = state.package.as_ref().filter(|package| package.own == own && package.free != own);
    let file = named.map_or(&own, |package| &package.free);
    let folder = state.preferences.export.folder.as_ref().unwrap_or(&document.folder).display();
    let contents = contents(document.draft(), state.today(), lang);
    let details = [words::WHERE.with(lang, &[("file", file)]), words::FOLDER.with(lang, &[("folder", &folder)]), contents];
    let mut details: Vec<(String, Role)> = details.map(|line| (line, Role::Muted)).into();
    // What has been submitted stands as it was handed in: what is recorded of it since asks for no other package.
    let made = document.package().filter(|_| History::of(document.draft()).stage() == Stage::Preparing);
    match made {
        Some((exported, freshness)) => {
            let role = match freshness {
                Freshness::Current => Role::Good,
                Freshness::Recorded => Role::Muted,
                Freshness::Old => Role::Warning,
            };
            details.insert(0, (stage::package(lang, exported, freshness), role));
        }
        None if named.is_some() => details.insert(1, (words::IS_THERE.with(lang, &[("own", &own)]), Role::Muted)),
        None => {}
    }
    let open = questions(document).filter(|id| document.is_open_question(*id)).count();
    if open > 0 {
        details.insert(0, (words::ANSWER_FIRST.with(lang, &[("count", &open)]), Role::Hint));
    }
    page.item(("", Role::Text), (&text, Role::Accent), &details);
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

/// The questions with their answers, and what follows from these.
fn question_lines(page: &mut Page, document: &Document, lang: Lang) {
    let open = questions(document).filter(|id| document.is_open_question(*id)).count();
    page.gap();
    let heading = Section::Questions.label().in_lang(lang);
    match open {
        0 => page.line(heading, Role::Title),
        open => page.line(&words::QUESTIONS_OPEN.with(lang, &[("heading", &heading), ("count", &open)]), Role::Title),
    }
    if questions(document).any(|id| matches!(id.field().kind, Kind::Flag(_))) {
        page.line(words::QUESTIONS_NOTE.in_lang(lang), Role::Muted);
    }
    for id in questions(document) {
        let held = document.draft().get(id);
        let answer = held.map_or_else(|| words::NOT_ANSWERED.in_lang(lang).to_owned(), |held| value::answer(lang, id, held));
        let follows: Vec<&Finding> =
            document.findings_of(id).filter(|finding| held.is_some() || finding.rule.name != QUESTION_OPEN.name).collect();
        let mark = match (held, follows.first()) {
            (None, _) if document.is_open_question(id) => ("?", Role::Hint),
            (None, _) => (" ", Role::Muted),
            (Some(_), Some(finding)) => mark_of(finding),
            (Some(_), None) => ("✓", Role::Good),
        };
        // The question stands with its answer: a label of two words means nothing to whoever reads it for the first time.
        let asked = (paper::help(lang, document.draft(), id).into_owned(), if held.is_some() { Role::Muted } else { Role::Text });
        let details: Vec<(String, Role)> =
            std::iter::once(asked).chain(follows.into_iter().flat_map(|finding| details(finding, lang))).collect();
        let text = format!("{}  {answer}", pad_end(id.asked_label().in_lang(lang), LABEL));
        page.item(mark, (&text, if held.is_some() { Role::Text } else { Role::Muted }), &details);
    }
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
