//! What the rules say about one entry of a field, shown beneath a dialog's rows.

use ratatui::layout::Rect;

use crate::filing::FieldId;
use crate::locale::Lang;
use crate::locale::finding::{fix, message};
use crate::locale::tui::form;
use crate::rules::{Finding, Severity};
use crate::text::wrap::wrap;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::panel::clipped;
use crate::tui::widget::theme::Role;

/// Mark and role of a weight; the mark says it without colour.
#[must_use]
pub const fn mark(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("×", Role::Error),
        Severity::Warning => ("!", Role::Warning),
        Severity::Hint => ("i", Role::Hint),
    }
}

/// What is said about a row of a field (or, for `None`, the field as a whole), wrapped to a width.
#[must_use]
pub fn wrapped(state: &State, id: FieldId, row: Option<usize>, width: usize) -> Vec<(Role, String)> {
    let Some(document) = &state.document else { return Vec::new() };
    let here = |finding: &&Finding| finding.spot.map(|spot| spot.row) == row;
    let mut said = lines(state.lang, document.findings_of(id).filter(here), width);
    if document.findings_of(id).filter(here).any(|finding| finding.prepares) {
        let key = keymap::key_for(&[Context::Rows], Action::Prepare).map(|key| key.to_string()).unwrap_or_default();
        let line = format!("{key} {}", form::PREPARE.in_lang(state.lang));
        said.extend(wrap(&line, width.saturating_sub(2)).into_iter().map(|line| (Role::Accent, format!("  {line}"))));
    }
    said
}

/// What these findings say and how to mend them, wrapped to a width.
#[must_use]
pub fn lines<'a>(lang: Lang, findings: impl Iterator<Item = &'a Finding>, width: usize) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    for finding in findings {
        let (mark, role) = mark(finding.severity);
        let texts = [(role, message(lang, finding)), (Role::Muted, fix(lang, finding))];
        for (place, (role, text)) in texts.into_iter().filter(|(_, text)| !text.is_empty()).enumerate() {
            for (row, line) in wrap(&text, width.saturating_sub(2)).into_iter().enumerate() {
                let head = if place == 0 && row == 0 { mark } else { " " };
                lines.push((role, format!("{head} {line}")));
            }
        }
    }
    lines
}

/// Draws what fits; the last row ends with `..` where there is more.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, lines: &[(Role, String)]) {
    let texts = lines.iter().map(|(_, line)| line.clone()).collect();
    let shown = clipped(texts, (usize::from(area.width), usize::from(area.height)));
    for (row, (line, (role, _))) in shown.iter().zip(lines).enumerate() {
        canvas.put(area.x, area.y + to_cells(row), area.width, line, *role);
    }
}
