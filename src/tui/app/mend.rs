//! Mending what the rules found: taking an offered change, and standing by a value.

use super::App;
use crate::filing::FieldId;
use crate::locale::tui::common as words;
use crate::rules::{CHANGE_OF_WHAT_IS_FIXED, Finding, Fix};
use crate::tui::question::Question;
use crate::tui::widget::theme::Role;

impl App {
    /// Makes the change that the findings of a field offer, or asks which where there are several.
    pub(super) fn fix(&mut self, focus: Option<FieldId>) {
        let Some((id, document)) = focus.zip(self.state.document.as_ref()) else {
            return self.say(words::NOTHING_TO_FIX, Role::Muted);
        };
        let findings: Vec<Finding> = document.findings_of(id).filter(|finding| finding.counts()).cloned().collect();
        if findings.iter().any(|finding| finding.rule.name == CHANGE_OF_WHAT_IS_FIXED.name) {
            return self.ask(Question::Refile);
        }
        let mut fixes = findings.iter().flat_map(|finding| &finding.fixes);
        match (fixes.next().cloned(), fixes.next()) {
            (Some(only), None) => self.apply(id, only),
            (Some(_), Some(_)) => self.ask(Question::Fixes(id, findings)),
            (None, _) => self.say(words::NOTHING_TO_FIX, Role::Muted),
        }
    }

    /// Makes a change that mends a field.
    pub(super) fn apply(&mut self, id: FieldId, fix: Fix) {
        if let Some(document) = &mut self.state.document {
            document.leave(id);
        }
        if self.edit_all(fix.changes) {
            self.say(words::FIXED, Role::Good);
        }
    }

    /// Asks why a person stands by what a warning about the field says; of a warning that is confirmed the confirmation is
    /// taken back.
    pub(super) fn confirm(&mut self, focus: Option<FieldId>) {
        let Some((id, document)) = focus.zip(self.state.document.as_ref()) else {
            return self.say(words::NOTHING_TO_CONFIRM, Role::Muted);
        };
        let mut findings: Vec<&Finding> = document.findings_of(id).filter(|finding| finding.can_be_confirmed()).collect();
        findings.sort_by_key(|finding| !finding.counts());
        match findings.first().copied().cloned() {
            Some(finding) => self.ask_to_confirm(finding),
            None => self.say(words::NOTHING_TO_CONFIRM, Role::Muted),
        }
    }

    fn ask_to_confirm(&mut self, finding: Finding) {
        if self.refuses_edits() {
            return;
        }
        if finding.counts() {
            self.ask(Question::Reason(Box::new(finding)));
        } else {
            self.set_confirmed(&finding, None);
        }
    }

    /// Stands by what a warning is about for a reason, or no longer.
    pub(super) fn set_confirmed(&mut self, finding: &Finding, reason: Option<&str>) {
        if let Some(document) = &mut self.state.document {
            document.confirm(finding, reason);
            self.say(if reason.is_some() { words::CONFIRMED } else { words::UNCONFIRMED }, Role::Good);
        }
    }
}
