//! From the verdict on an identifier to findings.

use crate::filing::{FieldId, Value};
use crate::identifiers::{Level, Verdict};
use crate::rules::engine::{Arg, Finding, Message, Rule, Severity};

/// A count as an argument.
pub fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What a field holds and what was judged about it.
pub struct Judged<'a> {
    /// The field.
    pub field: FieldId,
    /// The verdict on its text.
    pub verdict: &'a Verdict,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

/// Reasons that other rules speak about: emptiness is `required`'s, control characters are `words`'.
const ELSEWHERE: [&str; 2] = ["empty", "control"];

impl Judged<'_> {
    /// Reports why the identifier is refused, if it is; the suggestion is offered as the fix.
    pub fn refused(self, rule: &'static Rule, findings: &mut Vec<Finding>) {
        let Some(message) = self.message(rule) else { return };
        let finding = rule.finds(self.field).with_message(message);
        findings.push(match self.suggestion {
            Some(text) => finding.with_fix_to(Value::Text(text)),
            None => finding,
        });
    }

    /// What there is to say about a refused identifier, as far as the rule has a message for it. The reasons of
    /// [`identifiers`](crate::identifiers) are the names of messages; a test holds every reason against the rules.
    pub fn message(&self, rule: &'static Rule) -> Option<&'static Message> {
        let reason = self.verdict.reason;
        let speaks = !self.verdict.valid && !ELSEWHERE.contains(&reason);
        rule.find_message(reason).filter(|_| speaks)
    }

    /// Reports what is unusual about an identifier that is not refused, as far as the rule has a message for it.
    pub fn unusual(&self, rule: &'static Rule, findings: &mut Vec<Finding>) {
        if !self.verdict.valid {
            return;
        }
        for warning in &self.verdict.warnings {
            let Some(message) = rule.find_message(warning.name) else { continue };
            let severity = match warning.level {
                Level::Confirm => Severity::Warning,
                Level::Info => Severity::Hint,
            };
            findings.push(rule.finds(self.field).with_message(message).with_severity(severity.max(rule.severity)));
        }
    }
}
