//! The rows of a form: what is written for each field, before it is drawn.

use super::face_check;
use super::listed::{self, listed};
use super::live;
use crate::filing::field::TextKind;
use crate::filing::reuse::is_on_record;
use crate::filing::{FieldId, FilingKind, Kind, Need, Section, change, progress};
use crate::locale::tui::{form as words, record};
use crate::locale::{finding, value};
use crate::locale::{material, tui::action};
use crate::rules::{CHANGE_OF_WHAT_IS_FIXED, Finding, Fix, REQUIRED_FIELD_EMPTY, Severity};
use crate::text::clean::visible;
use crate::text::edit::{LineEdit, caret_in_wrapped, shown_row, wrap_for_edit};
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::State;
use crate::tui::widget::canvas::left_truncated;
use crate::tui::widget::theme::Role;

/// Rows of a value that is not being edited, at the least: on a high screen it may take a third.
const LONG_ROWS: usize = 5;
/// Below this many cells of values, findings begin further left.
const NARROW: usize = 40;
/// Cells of an ordinary mark, with the blank before it.
const ORDINARY_MARK: usize = 6;
/// Cells by which the marks move away from the values.
const MARK_STEP: usize = 16;
/// The widest column of labels.
const WIDEST_LABEL: usize = 24;
/// The longest limit of a text that is kept free for it whole, before it is typed: numbers of people and organisations.
const NUMBER: usize = 18;

/// The focused field and, where it is typed into, its editor.
#[derive(Debug, Clone, Copy)]
pub struct Focused<'a> {
    /// The field.
    pub id: FieldId,
    /// Its editor; `None` for fields that are picked.
    pub editor: Option<&'a LineEdit>,
    /// Whether it was changed since it was entered.
    pub edited: bool,
}

/// What is written for one field.
#[derive(Debug, Clone)]
pub struct Block {
    /// The field.
    pub id: FieldId,
    /// The head above it, where it begins another part of the form; with the blank before it.
    pub head: Vec<&'static str>,
    /// Its label, a row each.
    pub labels: Vec<String>,
    /// How long its text is, where that stands under the label.
    pub counter: Option<(String, Role)>,
    /// Its value, a row each.
    pub values: Vec<String>,
    /// What the value is: text, or that it is missing.
    pub role: Role,
    /// Cells its values may take.
    pub width: usize,
    /// The mark at the right, and what it means.
    pub mark: (String, Role),
    /// What is said under it.
    pub below: Vec<(Role, String)>,
    /// Row and column of the caret inside the values.
    pub caret: Option<(usize, usize)>,
    /// Whether the text goes on to the left and right of what is shown.
    pub more: (bool, bool),
}

impl Block {
    /// Rows it takes.
    #[must_use]
    pub fn height(&self) -> usize {
        self.head.len() + self.rows() + self.below.len()
    }

    /// Rows of its label and its value, which stand side by side.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.values.len().max(self.labels.len() + usize::from(self.counter.is_some())).max(1)
    }
}

/// A form, laid out.
#[derive(Debug)]
pub struct Layout {
    /// Its fields.
    pub blocks: Vec<Block>,
    /// Cells of the column of labels.
    pub label_width: usize,
    /// The cell behind the marks: near the longest value, and no nearer than its marks allow.
    pub mark_end: usize,
    /// Cells by which findings are set in.
    pub indent: usize,
    /// What is said after the last field.
    pub tail: Option<String>,
}

/// What of a form's fields is shown, and beside how wide a column of labels.
struct Columns {
    all: Vec<FieldId>,
    shown: Vec<FieldId>,
    labels: usize,
}

impl Columns {
    fn of(state: &State, document: &Document, section: Section, focus: FieldId, width: usize) -> Self {
        let all = listed(document, section);
        let foldable = |id: &FieldId| listed::is_foldable(document, section, *id);
        let unfolded = foldable(&focus);
        let shown: Vec<FieldId> = all.iter().copied().filter(|id| unfolded || !foldable(id)).collect();
        let widest = shown.iter().map(|id| cells(label(state, section, *id))).max().unwrap_or(0);
        let whole = widest.min(WIDEST_LABEL);
        // Labels are broken for no value that has room beside them whole.
        let narrow = whole.min(width * 2 / 5) + 2;
        let needs = |id: &FieldId| value_cells(state, document, *id) + marks(state, document, *id, width.saturating_sub(narrow));
        let fits = |labels: usize| shown.iter().map(needs).all(|cells| cells + narrow > width || cells + labels <= width);
        let labels = [whole + 2, whole + 1].into_iter().find(|labels| fits(*labels)).unwrap_or(narrow);
        Self { all, shown, labels }
    }
}

/// Cells that the value of a field takes on one row, or may come to take where that is little; of a file its name alone.
fn value_cells(state: &State, document: &Document, id: FieldId) -> usize {
    let draft = document.draft();
    if id.field().kind.is_file() {
        let name = |path: &str| cells(path.rsplit_once('/').map_or(path, |(_, name)| name));
        return draft.paths(id).into_iter().map(name).max().unwrap_or_default();
    }
    let shown = draft.get(id).map(|held| value::show(state.lang, id, held)).unwrap_or_default();
    let limit = id.field().length.map_or(0, |length| length.most);
    cells(shown.split(" (").next().unwrap_or_default()).max(if limit <= NUMBER { limit } else { 0 })
}

/// A field's label. On the step that gathers the materials of all steps, it says whose it is.
fn label(state: &State, section: Section, id: FieldId) -> &'static str {
    let label = if section == Section::Materials { id.gathered_label() } else { id.label() };
    label.in_lang(state.lang)
}

/// Cells that the values of a field may take in a form of this width: what [`layout`] gives it.
#[must_use]
pub fn width_of(state: &State, document: &Document, section: Section, id: FieldId, width: usize) -> usize {
    let Columns { labels, .. } = Columns::of(state, document, section, id, width);
    room(state, document, id, width, labels)
}

fn room(state: &State, document: &Document, id: FieldId, width: usize, labels: usize) -> usize {
    let both = width.saturating_sub(labels);
    both.saturating_sub(marks(state, document, id, both)).max(8)
}

/// Lays a form out in so many cells.
#[must_use]
pub fn layout(state: &State, document: &Document, section: Section, focus: Focused<'_>, width: usize) -> Layout {
    let Columns { all, shown, labels: label_width } = Columns::of(state, document, section, focus.id, width);
    let folded = all.len() - shown.len();
    let value_width = width.saturating_sub(label_width + ORDINARY_MARK).max(8);
    // Findings stand under the value; where that column is narrow, they begin further left.
    let indent = if value_width < NARROW { 4 } else { label_width + 2 };
    let below_width = width.saturating_sub(indent).max(8);
    let block = |id: FieldId| {
        let focused = (focus.id == id).then_some(focus);
        let own_width = room(state, document, id, width, label_width);
        let (mut values, caret, more) = written(state, document, id, focused, own_width);
        let live =
            focused.filter(|focus| focus.edited).and_then(|focus| focus.editor).map(|editor| live::look(id, editor.text()));
        let shown: Vec<&Finding> = if live.is_some() { Vec::new() } else { findings(document, id, focused.is_some()) };
        let mut below = Vec::new();
        if let Some(text) = live.as_ref().and_then(|live| live.impossible) {
            below.extend(wrap(text.in_lang(state.lang), below_width).into_iter().map(|line| (Role::Error, line)));
        }
        let mut mark = mark(state, document, id, focused, live.as_ref(), &shown);
        let below_label =
            live.is_some() && counter_cells(id).is_some_and(|cells| counts_below(id, width - label_width.min(width), cells));
        let counter = below_label.then(|| std::mem::replace(&mut mark, (String::new(), Role::Muted)));
        let gathered = section == Section::Materials;
        below.extend(said_under(state, document, (id, focused.is_some(), gathered), shown, below_width));
        let missing = listed::placeholder(state.lang, document, section, id).filter(|_| focused.is_none());
        let role = match (missing.is_some(), is_on_record(document.draft(), id)) {
            (true, _) => Role::Warning,
            (false, true) => Role::Muted,
            (false, false) => Role::Text,
        };
        if let Some(missing) = missing {
            values = vec![missing.to_owned()];
        }
        let head = if section == Section::Materials { listed::head(state.lang, document, &all, id) } else { None };
        let head = head.map_or_else(Vec::new, |head| if Some(&id) == all.first() { vec![head] } else { vec!["", head] });
        let labels = wrap(label(state, section, id), label_width.saturating_sub(1));
        Block { id, head, labels, counter, values, role, width: own_width, mark, below, caret, more }
    };
    let blocks: Vec<Block> = shown.iter().copied().map(block).collect();
    let reach = |block: &Block| {
        let widest = block.values.iter().map(|value| cells(value.trim_end())).max().unwrap_or_default();
        label_width + widest + marks(state, document, block.id, width.saturating_sub(label_width))
    };
    // In steps, so that marks do not run along with what is typed.
    let reach = blocks.iter().map(reach).max().unwrap_or_default().max(label_width + NARROW);
    let mark_end = (reach.div_ceil(MARK_STEP) * MARK_STEP).min(width);
    let tail = (folded > 0).then(|| material::FOLDED.with(state.lang, &[("count", &folded)]));
    Layout { blocks, label_width, mark_end, indent, tail }
}

/// Cells kept free for the mark of a field beside its value, so that neither a counter nor `optional` lies on it: the widest mark it
/// can have now, and a blank. `room` is what value and mark have together.
fn marks(state: &State, document: &Document, id: FieldId, room: usize) -> usize {
    let own = counter_cells(id).filter(|cells| !counts_below(id, room, *cells)).unwrap_or(ORDINARY_MARK);
    let draft = document.draft();
    let optional = draft.get(id).is_none() && document.need(id) == Need::Optional;
    if optional { own.max(cells(words::OPTIONAL.in_lang(state.lang)) + 1) } else { own }
}

/// The cells of its counter and a blank, of a field that has one.
fn counter_cells(id: FieldId) -> Option<usize> {
    // A text of several rows may come to have thousands of characters: one more digit.
    let several = usize::from(is_long(id));
    id.field().length.map(|length| cells(&length.counter(length.most)) + several + 1)
}

/// Whether the counter of a text of several rows stands under its label, since the rows would become too narrow beside it.
fn counts_below(id: FieldId, room: usize, counter: usize) -> bool {
    is_long(id) && room < NARROW + counter
}

fn is_long(id: FieldId) -> bool {
    matches!(id.field().kind, Kind::Text(TextKind::Long))
}

/// Everything that is said under a field where the focus is, in so many cells; a form may have no room for all of it.
#[must_use]
pub fn under(state: &State, document: &Document, id: FieldId, width: usize) -> Vec<(Role, String)> {
    let gathered = document.materials().of_field(id).next().is_some();
    said_under(state, document, (id, true, gathered), findings(document, id, true), width)
}

/// What is said under a field: about the face check, about the material it is on the step that gathers them, and what was found.
fn said_under(
    state: &State,
    document: &Document,
    (id, focused, gathered): (FieldId, bool, bool),
    mut shown: Vec<&Finding>,
    width: usize,
) -> Vec<(Role, String)> {
    let mut below = face_check::about(state, document, id, focused, width);
    // What could stand in an empty field is offered at once, with where it comes from; that it is empty is said when it is left.
    if focused && !document.is_touched(id) && document.draft().get(id).is_none() {
        let offered = document.findings_of(id).find_map(|found| Some((found, found.fixes.first()?)));
        below.extend(offered.into_iter().flat_map(|(found, fix)| match found.rule.name == REQUIRED_FIELD_EMPTY.name {
            true => offer(state, found, fix, width),
            false => said(state, found, focused, width),
        }));
    }
    below.extend(on_record(state, document, id, width));
    if gathered {
        below.extend(listed::about(state, document, id, focused, width));
        shown.retain(|found| !listed::is_said(found.rule.name));
    }
    shown.retain(|found| !face_check::is_said(found.rule.name));
    below.extend(shown.into_iter().flat_map(|found| said(state, found, focused, width)));
    below
}

/// What is on record of a field that a change changes, or that the platform has masked.
fn on_record(state: &State, document: &Document, id: FieldId, width: usize) -> Vec<(Role, String)> {
    let draft = document.draft();
    let Some(old) = draft.recorded(id).filter(|_| draft.filing_kind() == FilingKind::Change) else { return Vec::new() };
    let differs = change::difference(draft, id).is_some();
    if !differs && draft.get(id).is_some() {
        return Vec::new();
    }
    let shown = words::ON_RECORD.with(state.lang, &[("value", &value::show(state.lang, id, old))]);
    let role = if differs { Role::Accent } else { Role::Muted };
    said_in_rows(state, &shown, width, role).collect()
}

/// Findings that show: of visited fields, or of the focused one once it was visited; hints only with the focus.
fn findings(document: &Document, id: FieldId, focused: bool) -> Vec<&Finding> {
    if !document.is_touched(id) {
        return Vec::new();
    }
    document.findings_of(id).filter(|found| focused || (found.severity != Severity::Hint && found.counts())).collect()
}

/// The words of a finding: what is wrong, how to mend it, and which key puts the offered value in.
fn said(state: &State, found: &Finding, focused: bool, width: usize) -> Vec<(Role, String)> {
    if let Some(confirmed) = &found.confirmed {
        let message = format!("{}  {}", finding::message(state.lang, found), finding::stands(state.lang, confirmed));
        return said_in_rows(state, &message, width, Role::Muted).collect();
    }
    let role = match found.severity {
        Severity::Error => Role::Error,
        Severity::Warning => Role::Warning,
        Severity::Hint => Role::Hint,
    };
    let mut lines: Vec<(Role, String)> = said_in_rows(state, &finding::message(state.lang, found), width, role).collect();
    if focused || found.severity == Severity::Error {
        let mend = finding::fix(state.lang, found);
        if !mend.is_empty() {
            lines.extend(said_in_rows(state, &mend, width, Role::Muted));
        }
    }
    if focused && found.prepares {
        let key = keymap::key_for(&[Context::Document], Action::Prepare).map(|key| key.to_string()).unwrap_or_default();
        let line = format!("{key} {}", words::PREPARE.in_lang(state.lang));
        lines.extend(said_in_rows(state, &line, width, Role::Accent));
    }
    if focused && found.rule.name == CHANGE_OF_WHAT_IS_FIXED.name {
        let key = keymap::key_for(&[Context::Document], Action::Fix).map(|key| key.to_string()).unwrap_or_default();
        let line = format!("{key} {}", record::REFILE_KEY.in_lang(state.lang));
        lines.extend(said_in_rows(state, &line, width, Role::Accent));
    }
    if let (true, Some(fix)) = (focused, found.fixes.first()) {
        lines.extend(offer(state, found, fix, width));
    }
    if focused && found.can_be_confirmed() {
        let key = keymap::key_for(&[Context::Document], Action::Confirm).map(|key| key.to_string()).unwrap_or_default();
        let line = format!("{key} {}", action::CONFIRM.in_lang(state.lang));
        lines.extend(said_in_rows(state, &line, width, Role::Muted));
    }
    lines
}

/// A text in rows of so many cells.
fn said_in_rows(state: &State, text: &str, width: usize, role: Role) -> impl Iterator<Item = (Role, String)> + use<> {
    let rows = state.wrapped.rows(text, width);
    (0..rows.len()).filter_map(move |row| Some((role, rows.get(row)?.clone())))
}

/// The key that puts the offered value in, and the value.
fn offer(state: &State, found: &Finding, fix: &Fix, width: usize) -> Vec<(Role, String)> {
    let key = keymap::key_for(&[Context::Document], Action::Fix).map(|key| key.to_string()).unwrap_or_default();
    let colon = if state.lang == crate::locale::Lang::Zh { "：" } else { ": " };
    let line = format!("{key} {}{colon}{}", action::FIX.in_lang(state.lang), finding::change(state.lang, found.field, fix));
    said_in_rows(state, &line, width, Role::Accent).collect()
}

/// Value rows, where the caret stands in them, and whether a one-line text goes on at either side.
type Written = (Vec<String>, Option<(usize, usize)>, (bool, bool));

fn written(state: &State, document: &Document, id: FieldId, focused: Option<Focused<'_>>, width: usize) -> Written {
    if let Some(editor) = focused.and_then(|focus| focus.editor) {
        // A line that does not fit goes on in the next one: nothing is cut while there are rows.
        if is_long(id) || cells(editor.text()) >= width {
            let ranges = wrap_for_edit(editor.text(), width);
            let mut rows: Vec<String> = ranges.into_iter().map(|range| shown_row(editor.text(), range)).collect();
            let mut caret = caret_in_wrapped(editor.text(), editor.cursor(), width);
            // Behind a line that just fits the caret stands in the blank before the mark: a row for it alone looks like a text that is gone.
            if !is_long(id) && rows.len() > 1 && rows.last().is_some_and(String::is_empty) {
                rows.pop();
                caret = if caret.0 == rows.len() { (caret.0 - 1, width) } else { caret };
            }
            return (rows, Some(caret), (false, false));
        }
        let view = editor.view(width);
        // The blanks that fill the column would lie over the mark.
        let text = view.text.trim_end_matches(' ').to_owned();
        return (vec![text], Some((0, view.caret)), (view.more_left, view.more_right));
    }
    let held = document.draft().get(id);
    let text = match (held, id.field().kind) {
        (Some(held), _) => value::show(state.lang, id, held),
        (None, Kind::Flag(Some(default))) => value::show(state.lang, id, &crate::filing::Value::Flag(default)),
        (None, _) => String::new(),
    };
    // English names of choices explain themselves in brackets: a narrow column has no room for that.
    let text = match id.field().kind {
        Kind::Choice(_) if cells(&text) > width => text.split(" (").next().unwrap_or_default().to_owned(),
        // How a region is read has a row of its own there.
        Kind::Region if cells(&text) > width => text.replacen(" (", "\n", 1).trim_end_matches(')').to_owned(),
        _ => text,
    };
    let mut lines = if id.field().kind.is_file() { paths(&document.draft().paths(id), width) } else { wrap(&text, width) };
    let most = LONG_ROWS.max(usize::from(state.size.1 / 3));
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_str("..");
        }
    }
    (lines, None, (false, false))
}

/// Paths, a line each. Of one that does not fit the end tells most: folders are left out, and the file's name is shown whole, in several
/// rows where it has to be.
fn paths(paths: &[&str], width: usize) -> Vec<String> {
    let shown = |path: &&str| {
        let path = visible(path);
        let name = path.rsplit_once('/').map_or(&*path, |(_, name)| name);
        if cells(name) <= width { vec![left_truncated(&path, width)] } else { wrap(name, width) }
    };
    let rows: Vec<String> = paths.iter().flat_map(shown).collect();
    if rows.is_empty() { vec![String::new()] } else { rows }
}

fn mark(
    state: &State,
    document: &Document,
    id: FieldId,
    focused: Option<Focused<'_>>,
    live: Option<&live::Live>,
    shown: &[&Finding],
) -> (String, Role) {
    if let Some(live) = live {
        let role = if live.impossible.is_some() { Role::Error } else { Role::Muted };
        return (live.counter.clone().unwrap_or_default(), role);
    }
    let worst = shown.iter().map(|found| found.severity).min();
    match worst {
        Some(Severity::Error) => return ("×".to_owned(), Role::Error),
        Some(Severity::Warning) => return ("!".to_owned(), Role::Warning),
        _ => {}
    }
    let draft = document.draft();
    match (focused, id.field().kind) {
        (Some(_), Kind::Flag(_)) => (crate::tui::widget::panel::key_name(state.lang, "Space"), Role::Muted),
        (Some(_), kind) if !kind.is_typed() || matches!(kind, Kind::Date(_) | Kind::Picture) => ("Enter".to_owned(), Role::Muted),
        _ if is_on_record(draft, id) => ("=".to_owned(), Role::Muted),
        _ if draft.get(id).is_some() => ("✓".to_owned(), Role::Good),
        _ if progress::is_filled(draft, id) => (String::new(), Role::Muted),
        _ if document.need(id) == Need::Optional => (words::OPTIONAL.in_lang(state.lang).to_owned(), Role::Muted),
        _ => (String::new(), Role::Muted),
    }
}
