//! What stands around every screen: title, state of saving, help lines, hint bar.

use ratatui::layout::Rect;

use super::document::{Document, Saved};
use super::event::Key;
use super::keymap::{self, Action, Context};
use super::route::Step;
use super::state::{Notice, State};
use super::widget::canvas::{Canvas, to_cells};
use super::widget::hint::{HintInWords, in_words};
use super::widget::hit::Hit;
use super::widget::theme::Role;
use crate::catalog;
use crate::filing::History;
use crate::filing::reuse::is_skipped;
use crate::filing::reuse::kind_title;
use crate::filing::{FieldId, Section, Stage, progress};
use crate::locale::tui::{common as words, record};
use crate::rules::{Finding, Severity};
use crate::text::width::{cells, take_words};

/// The least size the wizard draws in: columns, rows.
pub const LEAST: (u16, u16) = (60, 16);
/// Screens narrower than this have no room for the stepper at the side.
const STEPPER_FROM: u16 = 76;
/// Cells between the stepper and the content.
const GAP: u16 = 2;
/// Rows of help above the hint bar.
const HELP_ROWS: u16 = 2;
/// Rows that what just happened may take: it stands nowhere else.
const MOST_ROWS: u16 = 4;

/// The parts of the screen that are left for its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// The stepper; of no width where there is no room.
    pub side: Rect,
    /// The content.
    pub main: Rect,
}

/// Draws title, rules, help lines and hint bar, and returns what is left.
///
/// `help` is shown above the hint bar; where there is a notice it stands there instead.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, contexts: &[Context], help: &str, with_side: bool) -> Areas {
    framed(canvas, state, contexts, help, (with_side, false))
}

/// The same around what gives a row away for a help that needs two, however small the screen.
pub fn draw_yielding(canvas: &mut Canvas<'_>, state: &State, contexts: &[Context], help: &str, with_side: bool) -> Areas {
    framed(canvas, state, contexts, help, (with_side, true))
}

fn framed(canvas: &mut Canvas<'_>, state: &State, contexts: &[Context], help: &str, (with_side, yields): (bool, bool)) -> Areas {
    let area = canvas.area();
    let inner = Rect::new(area.x + 1, area.y, area.width.saturating_sub(2), area.height);
    title(canvas, state, inner);
    canvas.rule(inner.x, area.y + 1, inner.width);
    hints(canvas, state, contexts, inner, area.bottom().saturating_sub(1));
    let (text, role, lasts) = said(state, state.notice.as_ref(), help);
    let rows = said_rows(state, area, text, (lasts, yields));
    let mut bottom = area.bottom().saturating_sub(1);
    if is_roomy(area) {
        bottom = bottom.saturating_sub(1);
        canvas.rule(inner.x, bottom, inner.width);
    }
    bottom = bottom.saturating_sub(rows);
    let help_key = (lasts && with_side).then(|| keymap::key_for(contexts, Action::Help)).flatten();
    help_lines(canvas, state, (text, role), help_key, Rect::new(inner.x + 1, bottom, inner.width.saturating_sub(2), rows));
    if is_roomy(area) {
        canvas.rule(inner.x, bottom.saturating_sub(1), inner.width);
    }
    areas(state, area, rows, with_side)
}

/// The areas that [`draw`] had left when the present input came: what had just happened then may have taken some of them.
#[must_use]
pub fn seen(state: &State, help: &str, with_side: bool) -> Areas {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let (text, _, lasts) = said(state, state.seen_notice.as_ref(), help);
    areas(state, area, said_rows(state, area, text, (lasts, false)), with_side)
}

/// Whether a help of a form stands in full above the hint bar.
#[must_use]
pub fn has_room_for(state: &State, help: &str) -> bool {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let rows = state.wrapped.rows(help, usize::from(area.width.saturating_sub(4))).len();
    rows <= usize::from(said_rows(state, area, help, (true, true)))
}

const fn is_roomy(area: Rect) -> bool {
    area.height >= 20
}

/// Rows above the hint bar for what is said there.
fn said_rows(state: &State, area: Rect, text: &str, (lasts, yields): (bool, bool)) -> u16 {
    let rows = if is_roomy(area) { HELP_ROWS } else { 1 };
    if lasts && (rows == HELP_ROWS || !yields) {
        return rows;
    }
    let wanted = state.wrapped.rows(text, usize::from(area.width.saturating_sub(4))).len();
    rows.max(to_cells(wanted).min(if lasts { HELP_ROWS } else { MOST_ROWS }))
}

/// What the frame leaves where so many rows are taken by what is said.
fn areas(state: &State, area: Rect, said: u16, with_side: bool) -> Areas {
    let rules = if is_roomy(area) { 2 } else { 0 };
    let top = area.y + 2;
    let height = area.bottom().saturating_sub(1 + rules + said).saturating_sub(top);
    let (left, width) = columns(state, area.width, with_side);
    Areas {
        side: Rect::new(area.x + 2, top, left.saturating_sub(GAP + 2), height),
        main: Rect::new(area.x + left, top, width, height),
    }
}

/// First column and width of the main area.
fn columns(state: &State, width: u16, with_side: bool) -> (u16, u16) {
    let side = if with_side && width >= STEPPER_FROM { stepper_width(state) + GAP } else { 0 };
    (side + 2, width.saturating_sub(side + 4))
}

/// Whether there is no room for the stepper, so that a title has to say which step this is.
#[must_use]
pub const fn is_without_stepper(state: &State) -> bool {
    state.size.0 < STEPPER_FROM
}

/// The title that says so: `6 / 6  Review`.
#[must_use]
pub fn step_title(step: Step, state: &State) -> String {
    let kind = state.filing_kind();
    format!("{} / {}  {}", step.index(kind) + 1, Step::of_kind(kind).len(), step_name(step, state))
}

/// Cells of the main area of a form at the present size; [`draw`] gives the same.
#[must_use]
pub fn main_width(state: &State) -> u16 {
    columns(state, state.size.0, true).1
}

fn title(canvas: &mut Canvas<'_>, state: &State, area: Rect) {
    let mut x = area.x;
    x += canvas.put(x, area.y, area.width, words::PRODUCT.in_lang(state.lang), Role::Accent) + 2;
    let (right, role) = saved(state);
    let start = canvas.put_right(area.right(), area.y, area.width / 2, &right, role);
    let Some(document) = &state.document else { return };
    let draft = document.draft();
    let kind = kind_title(draft).in_lang(state.lang);
    let nature = draft.code(FieldId::SubjectNature).and_then(catalog::nature);
    let nature = nature.map(|nature| nature.name.in_lang(state.lang));
    // The English names of natures explain themselves in brackets; the title has no room for that.
    let nature = nature.and_then(|name| name.split(" (").next()).unwrap_or_default();
    let both = if nature.is_empty() { kind.to_owned() } else { format!("{kind} · {nature}") };
    x += canvas.put(x, area.y, start.saturating_sub(x + 1), &both, Role::Muted) + 2;
    // Once it is handed in, edits no longer reach the platform: that must be in sight.
    let stage = History::of(draft).stage();
    if stage != Stage::Preparing {
        let name = crate::locale::stage::stage_in(draft, stage).in_lang(state.lang);
        x += canvas.put(x, area.y, start.saturating_sub(x + 1), name, Role::Accent) + 2;
    }
    // The name is last: while it is typed, nothing else moves.
    let name = if draft.title().is_empty() { words::UNTITLED.in_lang(state.lang) } else { draft.title() };
    canvas.put(x, area.y, start.saturating_sub(x + 1), name, Role::Title);
}

fn saved(state: &State) -> (String, Role) {
    let Some(document) = &state.document else { return (String::new(), Role::Muted) };
    let lang = state.lang;
    match &document.saved {
        Saved::ReadOnly(_) => (words::READ_ONLY.in_lang(lang).to_owned(), Role::Warning),
        Saved::Failed(_) => (words::SAVE_FAILED.in_lang(lang).to_owned(), Role::Error),
        _ if document.is_dirty() => (words::NOT_SAVED.in_lang(lang).to_owned(), Role::Muted),
        Saved::Unchanged | Saved::At(_) if state.being_read.is_some() => (words::READING.in_lang(lang).to_owned(), Role::Muted),
        Saved::Unchanged => (String::new(), Role::Muted),
        Saved::At(at) => (words::SAVED_AT.with(lang, &[("time", &at.format("%H:%M:%S"))]), Role::Muted),
    }
}

/// What stands above the hint bar: what just happened, else why saving fails, else the help; and whether it is the help.
fn said<'a>(state: &'a State, notice: Option<&'a Notice>, help: &'a str) -> (&'a str, Role, bool) {
    let failed = state.document.as_ref().and_then(|document| match &document.saved {
        Saved::Failed(reason) => reason.get(state.lang as usize).map(String::as_str),
        _ => None,
    });
    match (notice, failed) {
        (Some(notice), _) => (notice.text.as_str(), notice.role, false),
        (None, Some(reason)) => (reason, Role::Error, false),
        (None, None) => (help, Role::Muted, true),
    }
}

/// The lines above the hint bar. What has no room ends with the key under which it stands in full, where there is one.
fn help_lines(canvas: &mut Canvas<'_>, state: &State, (text, role): (&str, Role), help: Option<Key>, area: Rect) {
    let lines = state.wrapped.rows(text, usize::from(area.width));
    let rows = usize::from(area.height);
    let more = help.map_or_else(|| "..".to_owned(), |key| format!(".. {key}"));
    for (row, line) in lines.iter().take(rows).enumerate() {
        let cut = row + 1 == rows && lines.len() > rows;
        let room = usize::from(area.width).saturating_sub(cells(&more));
        let shown = if cut { format!("{}{more}", take_words(line, room).trim_end()) } else { line.clone() };
        canvas.put(area.x, area.y + to_cells(row), area.width, &shown, role);
    }
}

/// The hint bar: keys and what they do, by rank, measured in cells. Help goes last, and before it the way to the next problem, as long as
/// there is one: what else can be done has come to make room for neither.
pub(super) fn hints(canvas: &mut Canvas<'_>, state: &State, contexts: &[Context], area: Rect, y: u16) {
    let all = state.hints.get((state.lang, contexts.to_vec()), || in_words(state.lang, contexts));
    let mut hints: Vec<&HintInWords> = all.iter().filter(|hint| canvas.offers(hint.action)).collect();
    let Some(help) = hints.pop() else { return };
    let (mut x, end) = (area.x + 1, area.right().saturating_sub(help.width));
    let mut kept = hints.iter().find(|hint| hint.action == Action::NextProblem).map_or(0, |hint| hint.width + 2);
    for hint in hints {
        if hint.action == Action::NextProblem {
            kept = 0;
        }
        if x + hint.width + 2 + kept > end {
            continue;
        }
        x = put_hint(canvas, hint, x, y) + 2;
    }
    put_hint(canvas, help, x, y);
}

/// Draws one; returns the column behind it.
fn put_hint(canvas: &mut Canvas<'_>, hint: &HintInWords, x: u16, y: u16) -> u16 {
    canvas.hit(Rect::new(x, y, hint.width, 1), Hit::action(hint.action));
    let label = x + canvas.put(x, y, hint.width, &hint.key, Role::Accent) + 1;
    label + canvas.put(label, y, hint.width, hint.label, Role::Muted)
}

fn stepper_width(state: &State) -> u16 {
    let widest = Step::of_kind(state.filing_kind()).map(|step| cells(step_name(step, state))).max().unwrap_or_default();
    to_cells(widest + 7)
}

/// The name of a step.
#[must_use]
pub fn step_name(step: Step, state: &State) -> &'static str {
    match step {
        Step::Form(section) => section.label().in_lang(state.lang),
        Step::Review => words::STEP_REVIEW.in_lang(state.lang),
    }
}

/// The stepper: every step with its state, the present one marked.
pub fn stepper(canvas: &mut Canvas<'_>, state: &State, area: Rect, present: Step) {
    let Some(document) = &state.document else { return };
    if area.width == 0 {
        return;
    }
    for (index, step) in Step::of_kind(state.filing_kind()).enumerate() {
        let y = area.y + to_cells(index);
        if y >= area.bottom() {
            return;
        }
        let state_of = Standing::of(document, step, state);
        let is_present = step == present;
        let (mark, role) = if is_present { (">", Role::Focus) } else { state_of.mark() };
        canvas.put(area.x, y, 1, mark, role);
        if let Some(action) = Action::STEPS.get(index) {
            canvas.hit(Rect::new(area.x, y, area.width, 1), Hit::action(*action));
        }
        let name_role = if is_present { Role::Focus } else { Role::Text };
        let used = canvas.put(
            area.x + 2,
            y,
            area.width.saturating_sub(5),
            &format!("{} {}", index + 1, step_name(step, state)),
            name_role,
        );
        if let Some((count, role)) = state_of.count() {
            canvas.put(area.x + 2 + used + 1, y, 3, &count, role);
        }
    }
    let mut y = area.y + 7;
    if let Some(progress) = progress::of_draft_by(document.draft(), &|id| document.need(id)).filter(|_| y < area.bottom()) {
        let text = words::COMPLETE.with(state.lang, &[("percent", &progress.percent())]);
        canvas.put(area.x + 2, y, area.width.saturating_sub(2), &text, Role::Muted);
        // Every step looks done then, and one wonders what is left.
        let open = document.open_questions();
        if open > 0 && progress.total.saturating_sub(progress.done) == open && y + 1 < area.bottom() {
            y += 1;
            let text = words::QUESTIONS_LEFT.with(state.lang, &[("count", &open)]);
            canvas.put(area.x + 2, y, area.width.saturating_sub(2), &text, Role::Muted);
        }
    }
    let is_on_record = |step: Step| matches!(step, Step::Form(section) if is_skipped(document.draft(), section));
    if Step::of_kind(state.filing_kind()).any(is_on_record) && y + 1 < area.bottom() {
        canvas.put(area.x + 2, y + 1, area.width.saturating_sub(2), record::FROM_RECORD.in_lang(state.lang), Role::Muted);
    }
}

/// How a step stands, as the stepper tells it: in the marks of the list of drafts and of the review.
struct Standing {
    /// All its errors, as a check counts them: a number that grew as one looks on would be wrong before.
    errors: usize,
    /// One of them stands at a field that was filled in or visited. Where none does, nothing is wrong yet: so much is left to fill in.
    is_told: bool,
    warnings: usize,
    /// Questions that nobody has answered.
    questions: usize,
    /// Reasons of the last rejection that are open.
    rejected: usize,
    /// Files of it were not looked at, or not read, yet: nobody knows what is wrong with them.
    is_unseen: bool,
    is_on_record: bool,
    is_done: bool,
}

impl Standing {
    fn of(document: &Document, step: Step, state: &State) -> Self {
        let draft = document.draft();
        // What their writing says of the values is not known before, either.
        let unread = if state.can_read && state.being_read.is_some() { document.unread_scans() } else { Vec::new() };
        let is_unread = |section: Option<Section>| {
            let is_here = |id| section.is_none_or(|section| draft.section_of(id) == section);
            !unread.is_empty()
                && draft.files().iter().any(|(id, _, at)| is_here(*id) && unread.iter().any(|(path, _)| path == at))
        };
        match step {
            Step::Form(section) => {
                // A form nobody has touched is neutral, also where nothing in it must be filled in.
                let is_touched = document.asked_in(section).any(|id| document.is_touched(id));
                // The materials of all steps are counted on theirs, as in its title.
                let is_complete = match (section, document.materials().count()) {
                    (Section::Materials, (there, wanted)) => there == wanted,
                    _ => document.progress(section).is_complete(),
                };
                Self {
                    questions: 0,
                    rejected: document.open_rejections(section),
                    is_unseen: document.has_unseen_files(Some(section)) || is_unread(Some(section)),
                    is_on_record: is_skipped(draft, section),
                    is_done: is_complete && is_touched,
                    ..Self::counted(document, section)
                }
            }
            // Nothing is done there while a question waits for its answer.
            Step::Review => {
                let questions = document.open_questions();
                let all = document.count(None, Severity::Error) + document.count(None, Severity::Warning);
                Self {
                    questions,
                    is_unseen: document.has_unseen_files(None) || is_unread(None),
                    is_done: all == 0 && questions == 0,
                    ..Self::counted(document, Section::Questions)
                }
            }
        }
    }

    fn counted(document: &Document, section: Section) -> Self {
        let is_told = |finding: &Finding| {
            finding.severity == Severity::Error
                && document.draft().section_of(finding.field) == section
                && document.is_touched(finding.field)
        };
        Self {
            errors: document.count(Some(section), Severity::Error),
            is_told: document.findings().iter().any(is_told),
            warnings: document.count(Some(section), Severity::Warning),
            questions: 0,
            rejected: 0,
            is_unseen: false,
            is_on_record: false,
            is_done: false,
        }
    }

    fn mark(&self) -> (&'static str, Role) {
        match self {
            Self { errors: 1.., is_told: true, .. } => ("×", Role::Error),
            Self { errors: 1.., .. } => (" ", Role::Text),
            // Complete, and the reviewer wanted something else.
            Self { rejected: 1.., .. } => ("!", Role::Warning),
            Self { is_on_record: true, .. } => ("=", Role::Muted),
            Self { is_unseen: true, .. } => (" ", Role::Text),
            Self { warnings: 1.., .. } => ("!", Role::Warning),
            Self { is_done: true, .. } => ("✓", Role::Good),
            _ => (" ", Role::Text),
        }
    }

    /// What stands behind the name: the gravest alone, as there is room for no more.
    fn count(&self) -> Option<(String, Role)> {
        Some(match self {
            Self { is_unseen: true, .. } => ("..".to_owned(), Role::Muted),
            Self { errors: count @ 1.., is_told, .. } => (count.to_string(), if *is_told { Role::Error } else { Role::Muted }),
            Self { warnings: count @ 1.., .. } => (format!("!{count}"), Role::Warning),
            Self { questions: count @ 1.., .. } => (format!("?{count}"), Role::Hint),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_whose_files_are_not_looked_at_is_judged_later() {
        let plain = || Standing {
            errors: 0,
            is_told: false,
            warnings: 0,
            questions: 0,
            rejected: 0,
            is_unseen: false,
            is_on_record: false,
            is_done: false,
        };
        let shown = |step: Standing| (step.mark().0, step.count().map(|(text, _)| text));
        let table = [
            (plain(), " ", None),
            (Standing { is_unseen: true, ..plain() }, " ", Some("..")),
            // What was counted before the files are known is not all there is, and a tick would be too early.
            (Standing { is_unseen: true, errors: 2, ..plain() }, " ", Some("..")),
            (Standing { is_unseen: true, warnings: 1, ..plain() }, " ", Some("..")),
            (Standing { is_unseen: true, is_done: true, ..plain() }, " ", Some("..")),
            // An error that was told stays one, and what is on record is known without its files.
            (Standing { is_unseen: true, errors: 2, is_told: true, ..plain() }, "×", Some("..")),
            (Standing { is_unseen: true, is_on_record: true, ..plain() }, "=", Some("..")),
            (Standing { errors: 2, ..plain() }, " ", Some("2")),
            (Standing { warnings: 1, ..plain() }, "!", Some("!1")),
            (Standing { questions: 3, ..plain() }, " ", Some("?3")),
            (Standing { is_done: true, ..plain() }, "✓", None),
        ];
        for (place, (step, mark, count)) in table.into_iter().enumerate() {
            assert_eq!(shown(step), (mark, count.map(str::to_owned)), "row {place}");
        }
    }
}
