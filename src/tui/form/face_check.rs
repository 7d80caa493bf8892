//! What the owner's form says about the face check: how long it is good for, and what to see to.

use crate::filing::FieldId;
use crate::filing::face_check::{Clock, FaceCheck};
use crate::locale::face_check as words;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::state::State;
use crate::tui::widget::theme::Role;

/// What is said under one of its fields: the clock under the last time that is noted, and the checklist where the focus is.
#[must_use]
pub fn about(state: &State, document: &Document, id: FieldId, focused: bool, width: usize) -> Vec<(Role, String)> {
    if !FieldId::FACE_CHECK.contains(&id) {
        return Vec::new();
    }
    let check = FaceCheck::of(document.draft());
    let under = if check.passed.is_some() { FieldId::FaceCheckPassedAt } else { FieldId::FaceCheckStartedAt };
    let mut lines = Vec::new();
    if let Some(clock) = check.clock(state.clock()).filter(|_| id == under) {
        let role = match clock {
            Clock::Notice { .. } | Clock::Task { .. } => Role::Accent,
            Clock::NoticeOver | Clock::TaskOver { .. } | Clock::Impossible => Role::Warning,
        };
        lines.extend(wrap(&words::clock(state.lang, clock), width).into_iter().map(|line| (role, line)));
    }
    if focused && check.passed.is_none() {
        lines.push((Role::Muted, words::CHECKLIST.in_lang(state.lang).to_owned()));
        for point in words::POINTS {
            let mut rows = wrap(point.in_lang(state.lang), width.saturating_sub(2)).into_iter();
            lines.extend(rows.next().map(|row| (Role::Text, format!("- {row}"))));
            lines.extend(rows.map(|row| (Role::Text, format!("  {row}"))));
        }
    }
    lines
}

/// The rule whose findings the clock says to the minute.
#[must_use]
pub fn is_said(rule: &str) -> bool {
    rule == "face-check-too-old"
}
