//! Checking a draft again after an edit: only what has changed is read anew, and only the rules that had read it run again.

use super::engine::context::Context;
use super::engine::inputs::Inputs;
use super::engine::reading::Reading;
use super::engine::{Finding, Rule};
use super::required_materials::{self, Materials};
use super::{finish, register, run};
use crate::filing::{Draft, FieldId, Need};
use chrono::NaiveDate;

/// What is known of a draft from when it was last checked.
#[derive(Debug, Default)]
pub struct Recheck {
    last: Option<Last>,
    stale: Inputs,
}

/// The draft as it was checked last, and what came of it.
#[derive(Debug)]
struct Last {
    draft: Draft,
    today: NaiveDate,
    reading: Reading,
    rules: Vec<Found>,
}

/// What a rule found, and what it had read to find it.
#[derive(Debug, Default)]
struct Found {
    inputs: Inputs,
    findings: Vec<Finding>,
}

impl Found {
    fn of(rule: &Rule, context: &Context<'_>) -> Self {
        let mut findings = Vec::new();
        let ((), inputs) = context.observed(|| run(rule, context, &mut findings));
        Self { inputs, findings }
    }
}

impl Recheck {
    /// What is known about the files has changed since the last check. Changes of draft and day are seen without being told.
    pub fn facts_changed(&mut self) {
        self.stale |= Inputs::FACTS;
    }

    /// What the other drafts say has changed since the last check.
    pub fn peers_changed(&mut self) {
        self.stale |= Inputs::PEERS;
    }

    /// The same findings as [`check`](super::check), and the list of materials judged by them.
    pub fn check(&mut self, mut context: Context<'_>) -> (Vec<Finding>, Materials) {
        let stale = std::mem::take(&mut self.stale);
        let (draft, today) = (context.draft(), context.day());
        let last = match self.last.take() {
            Some(mut last) => {
                last.renew(&mut context, stale);
                last
            }
            None => {
                let rules = register().iter().map(|rule| Found::of(rule, &context)).collect();
                Last { draft: draft.clone(), today, reading: Reading::default(), rules }
            }
        };
        let mut findings: Vec<Finding> = last.rules.iter().flat_map(|found| &found.findings).cloned().collect();
        finish(&context, &mut findings);
        let materials = required_materials::materials(&context).judged(&findings);
        let reading = std::mem::take(&mut context.reading);
        self.last = Some(Last { reading, ..last });
        (findings, materials)
    }

    /// How strongly a field is asked for in the draft as it was checked last; `None` before that.
    #[must_use]
    pub fn need(&self, id: FieldId) -> Option<Need> {
        self.last.as_ref()?.reading.needs.get()?.get(id as usize).copied()
    }

    /// What each rule read when it last ran, in the order of the register.
    #[cfg(test)]
    fn inputs(&self) -> impl Iterator<Item = (&'static Rule, Inputs)> {
        let rules = self.last.iter().flat_map(|last| &last.rules);
        register().iter().copied().zip(rules.map(|found| found.inputs))
    }
}

impl Last {
    /// Gives the context what has been read before, as far as it still holds, and runs the rules that read anything else.
    fn renew(&mut self, context: &mut Context<'_>, stale: Inputs) {
        let changed = self.changed(context) | stale;
        if changed.is_empty() {
            std::mem::swap(&mut self.reading, &mut context.reading);
            return;
        }
        self.reading.forget(changed);
        std::mem::swap(&mut self.reading, &mut context.reading);
        let changed = changed | context.renew_whole();
        for (rule, found) in register().iter().zip(&mut self.rules) {
            if found.inputs.meets(changed) {
                *found = Found::of(rule, context);
            }
        }
    }

    /// What of draft and day is not as it was; takes over what it is now.
    fn changed(&mut self, context: &Context<'_>) -> Inputs {
        let (mut changed, now) = (Inputs::NONE, context.draft());
        for id in FieldId::ALL.iter().copied() {
            if self.draft.get(id) != now.get(id) {
                self.draft.set(id, now.get(id).cloned());
                changed |= Inputs::field(id);
            }
        }
        if self.draft.events != now.events {
            self.draft.events.clone_from(&now.events);
            changed |= Inputs::EVENTS;
        }
        if self.today != context.day() {
            self.today = context.day();
            changed |= Inputs::DAY;
        }
        changed
    }
}

#[cfg(test)]
#[path = "recheck_tests.rs"]
mod tests;
