//! From the verdict on an identifier to findings.

use super::{Arg, Finding, Rule, Severity};
use crate::filing::{FieldId, Value};
use crate::identifiers::{Level, Verdict};

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
    pub fn refused(self, rule: &Rule, findings: &mut Vec<Finding>) {
        let Some(reason) = self.reason(rule) else { return };
        let finding = rule.finds(self.field).because(reason);
        findings.push(match self.suggestion {
            Some(text) => finding.mended_by(Value::Text(text)),
            None => finding,
        });
    }

    /// The reason why the identifier is refused, as far as the rule has a sentence for it.
    pub fn reason(&self, rule: &Rule) -> Option<&'static str> {
        let reason = self.verdict.reason;
        let speaks = !self.verdict.valid && !ELSEWHERE.contains(&reason) && rule.reasons.contains(&reason);
        speaks.then_some(reason)
    }

    /// Reports what is unusual about an identifier that is not refused, as far as the rule has a sentence for it.
    pub fn unusual(&self, rule: &Rule, findings: &mut Vec<Finding>) {
        if !self.verdict.valid {
            return;
        }
        for warning in self.verdict.warnings.iter().filter(|warning| rule.reasons.contains(&warning.name)) {
            let severity = match warning.level {
                Level::Confirm => Severity::Warning,
                Level::Info => Severity::Hint,
            };
            findings.push(rule.finds(self.field).because(warning.name).weighing(severity.max(rule.severity)));
        }
    }
}
