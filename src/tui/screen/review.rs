//! Review and export: everything the rules found, and the way out.

use crate::filing::{FieldId, Section};
use crate::locale::tui::{common, review as words};
use crate::locale::{Lang, field, finding as says};
use crate::package::name;
use crate::rules::{Finding, Severity};
use crate::tui::canvas::Canvas;
use crate::tui::chrome;
use crate::tui::document::Document;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::screen::Step;
use crate::tui::screen::page::{Page, Place, room};
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::theme::Role;

const CONTEXTS: [Context; 2] = [Context::Review, Context::List];

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Export,
    Field(FieldId),
}

/// Review and export.
#[derive(Debug)]
pub struct Review {
    place: Place,
}

impl Review {
    /// Its first item is chosen: the gravest problem of the first step, or the export.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: Place::top() }
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self, state: &State) -> Vec<Context> {
        let mut findings = state.document.iter().flat_map(|document| document.findings());
        let unprepared = findings.any(|finding| finding.prepares).then_some(Context::SomeUnprepared);
        unprepared.into_iter().chain(CONTEXTS).collect()
    }

    /// Keeps the choice inside what is there.
    pub fn follow(&mut self, state: &State) {
        if let Some(document) = &state.document {
            self.place.stay_inside(&page(document, state, room(state).0));
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let document = state.document.as_ref()?;
        let Input::Action(action) = input else { return Some(Vec::new()) };
        match action {
            // Past the top the key does what it does on the forms.
            Action::PageUp if self.place.chosen == 0 => return Some(vec![Command::Act(Action::PreviousStep)]),
            Action::Export => return Some(self.export(document, state)),
            Action::Enter => {
                return Some(match items(document).get(self.place.chosen) {
                    Some(Item::Export) => self.export(document, state),
                    Some(Item::Field(id)) => vec![Command::GoTo(*id)],
                    None => Vec::new(),
                });
            }
            _ => {
                let (width, height) = room(state);
                if !self.place.travel(*action, &page(document, state, width), height) {
                    return None;
                }
            }
        }
        Some(Vec::new())
    }

    /// Asks for the package, or says why there can be none and shows the first error.
    fn export(&mut self, document: &Document, state: &State) -> Vec<Command> {
        let errors = document.count(None, Severity::Error);
        if state.busy {
            return Vec::new();
        }
        if errors > 0 {
            let first = document.findings().iter().find(|finding| finding.severity == Severity::Error);
            let place = first.and_then(|first| items(document).iter().position(|item| *item == Item::Field(first.field)));
            self.place = Place::at(place.unwrap_or_default());
            let text = words::ERRORS_LEFT.with(state.lang, &[("count", &errors)]);
            return vec![Command::Notice(Notice { role: Role::Error, text })];
        }
        let draft = Box::new(document.draft().clone());
        vec![Command::Run(Effect::Export { draft, today: state.today() })]
    }

    /// Draws itself.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let Some(document) = &state.document else { return };
        let mut contexts = self.contexts(state);
        contexts.extend([Context::Document, Context::Global]);
        let help = self.help(document, state, &contexts);
        let areas = chrome::draw(canvas, state, &contexts, &help, true);
        chrome::stepper(canvas, state, areas.side, Step::Review);
        page(document, state, areas.main.width).draw(canvas, areas.main, self.place, state.lang);
    }

    fn help(&self, document: &Document, state: &State, contexts: &[Context]) -> String {
        let key = |action| keymap::key_for(contexts, action).map(|key| key.to_string()).unwrap_or_default();
        let text = match items(document).get(self.place.chosen) {
            Some(Item::Export) => words::HELP_EXPORT,
            Some(Item::Field(_)) => words::HELP_FINDING,
            None => return String::new(),
        };
        text.with(state.lang, &[("key", &key(Action::Enter))])
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
    export.into_iter().chain(by_section(document).map(|finding| Item::Field(finding.field))).collect()
}

/// The findings by step; inside a step in the order of the fields, the gravest first.
fn by_section(document: &Document) -> impl Iterator<Item = &Finding> {
    Section::ALL.into_iter().flat_map(|section| of_section(document, section))
}

fn of_section(document: &Document, section: Section) -> impl Iterator<Item = &Finding> {
    document.findings().iter().filter(move |finding| finding.field.field().section == section)
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
        page.line(field::section(section).in_lang(lang), Role::Title);
        for finding in findings {
            finding_lines(&mut page, finding, lang);
        }
    }
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
    let file = name::archive(document.draft().title(), state.today());
    let folder = document.path.parent().unwrap_or(&state.folder).display();
    let details = [
        words::WHERE.with(lang, &[("file", &file)]),
        words::FOLDER.with(lang, &[("folder", &folder)]),
        words::CONTENTS.in_lang(lang).to_owned(),
    ];
    page.item(("", Role::Text), (&text, Role::Accent), &details.map(|line| (line, Role::Muted)));
}

fn finding_lines(page: &mut Page, finding: &Finding, lang: Lang) {
    let (mark, role) = match finding.severity {
        Severity::Error => ("×", Role::Error),
        Severity::Warning => ("!", Role::Warning),
        Severity::Hint => ("i", Role::Hint),
    };
    let details = [(says::message(lang, finding), role), (says::fix(lang, finding), Role::Muted)];
    let details: Vec<(String, Role)> = details.into_iter().filter(|(text, _)| !text.is_empty()).collect();
    page.item((mark, role), (field::label(finding.field).in_lang(lang), Role::Text), &details);
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
