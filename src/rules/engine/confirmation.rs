//! What a person stands by: a warning that was looked at and confirmed stays in sight and no longer counts.
//!
//! A confirmation holds for one rule at one place with one value. Once the value changes, the warning is back; so it is when a
//! reviewer says the same once more.

use crate::filing::event::Moment;
use crate::filing::{Approval, Confirmation, Draft, FieldId, Kind, Value};
use crate::rules::engine::{Column, Context, Finding, Severity, Spot};
use crate::scan::facts::Facts;

/// Hexadecimal digits of a file's hash that tell one picture from another.
const HASH: usize = 12;

impl Finding {
    /// Whether a person can stand by it. Errors are facts and hints ask for nothing: only warnings are a matter of judgement.
    #[must_use]
    pub fn can_be_confirmed(&self) -> bool {
        self.severity == Severity::Warning
    }

    /// Whether it counts: nobody stands by it.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.confirmed.is_none()
    }
}

/// The confirmation of a finding as the draft stands; its reason and day are the caller's.
#[must_use]
pub fn confirmation(draft: &Draft, facts: &Facts, finding: &Finding, reason: &str, today: chrono::NaiveDate) -> Confirmation {
    Confirmation {
        rule: finding.rule.name.to_owned(),
        field: finding.path().into_owned(),
        value: said_of(held(draft, facts, finding.field, finding.spot), finding.said_at),
        reason: reason.to_owned(),
        date: today,
    }
}

/// Marks the findings that the draft's confirmations cover.
pub(in crate::rules) fn mark(context: &Context<'_>, findings: &mut [Finding]) {
    if context.draft().confirmed.is_empty() {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| finding.can_be_confirmed()) {
        let path = finding.path();
        let mut about = context.draft().confirmed.iter().rev().filter(|one| one.rule == finding.rule.name && one.field == path);
        let value = || said_of(held(context.draft(), context.facts(), finding.field, finding.spot), finding.said_at);
        finding.confirmed = about.find(|one| one.value == value()).cloned().map(Box::new);
    }
}

/// Whether somebody stands by what was said of the field at a moment, which this rule repeats, as the field is.
#[must_use]
pub fn is_confirmed(draft: &Draft, facts: &Facts, rule: &str, field: FieldId, said_at: Moment) -> bool {
    let mut about = draft.confirmed.iter().filter(|one| one.rule == rule && one.field == field.path()).peekable();
    about.peek().is_some() && {
        let value = said_of(held(draft, facts, field, None), Some(said_at));
        about.any(|one| one.value == value)
    }
}

/// What stands at a place, written so that two values that differ never read the same. A file is told by its path and, where
/// someone has looked at it, by its content.
#[must_use]
pub fn held(draft: &Draft, facts: &Facts, field: FieldId, spot: Option<Spot>) -> String {
    let file = |path: &str| match facts.get(path).and_then(|facts| facts.sha256()).and_then(|hash| hash.get(..HASH)) {
        Some(hash) => format!("{path} {hash}"),
        None => path.to_owned(),
    };
    let row = |row: &Approval| {
        let kind = row.kind.map(|kind| kind.to_string()).unwrap_or_default();
        [kind, row.number.clone(), file(&row.document)].join(" | ")
    };
    match (draft.get(field), spot) {
        (None, _) => String::new(),
        (Some(Value::Approvals(rows)), Some(Spot { row: index, column })) => match (rows.get(index), column) {
            (None, _) => String::new(),
            (Some(one), Some(Column::Number)) => one.number.clone(),
            (Some(one), Some(Column::Document)) => file(&one.document),
            (Some(one), _) => row(one),
        },
        (Some(Value::Paths(paths)), Some(Spot { row, .. })) => paths.get(row).map(|path| file(path)).unwrap_or_default(),
        (Some(Value::Codes(codes)), Some(Spot { row, .. })) => codes.get(row).map(u32::to_string).unwrap_or_default(),
        (Some(Value::Approvals(rows)), None) => joined(rows.iter().map(row)),
        (Some(Value::Paths(paths)), None) => joined(paths.iter().map(|path| file(path))),
        (Some(Value::Codes(codes)), None) => joined(codes.iter().map(u32::to_string)),
        (Some(Value::Code(code)), _) => code.to_string(),
        (Some(Value::Flag(flag)), _) => flag.to_string(),
        (Some(Value::Text(path)), _) if field.field().kind == Kind::Picture => file(path),
        (Some(Value::Text(text) | Value::Invalid(text)), _) => text.clone(),
    }
}

/// What stands at a place, and when something was said of it.
fn said_of(held: String, said_at: Option<Moment>) -> String {
    match said_at {
        Some(at) => format!("{held} @ {}", at.to_rfc3339()),
        None => held,
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::facts::{FileFacts, Format};

    fn warning(field: FieldId) -> Finding {
        Finding::new(crate::rules::find("mobile-unusual").unwrap(), Severity::Warning, field)
    }

    fn marked(draft: &Draft, facts: &Facts, finding: Finding) -> bool {
        let context = Context::new(draft, facts, "2026-11-25".parse().unwrap());
        let mut findings = [finding];
        mark(&context, &mut findings);
        !findings[0].counts()
    }

    #[test]
    fn a_confirmation_holds_for_one_rule_one_place_and_one_value() {
        let mut draft = Draft::new(4);
        let facts = Facts::new();
        let id = FieldId::OwnerMobile;
        draft.set(id, Some("16212345678".into()));
        let finding = warning(id);
        assert!(!marked(&draft, &facts, finding.clone()));
        let one = confirmation(&draft, &facts, &finding, "在用", "2026-11-25".parse().unwrap());
        draft.confirmed.push(one);
        assert!(marked(&draft, &facts, finding.clone()));
        assert!(!marked(&draft, &facts, Finding { rule: crate::rules::find("text-is-placeholder").unwrap(), ..finding.clone() }));
        assert!(!marked(&draft, &facts, warning(FieldId::OwnerEmergencyPhone)));
        assert!(!marked(&draft, &facts, finding.clone().with_severity(Severity::Error)), "an error is nobody's choice");
        draft.set(id, Some("16212345679".into()));
        assert!(!marked(&draft, &facts, finding.clone()), "another value is another matter");
        draft.set(id, Some("16212345678".into()));
        assert!(marked(&draft, &facts, finding), "the confirmed value is back");
    }

    #[test]
    fn another_picture_under_the_same_name_is_another_value() {
        let mut draft = Draft::new(4);
        let id = FieldId::SubjectCertificatePhoto;
        draft.set(id, Some("scans/a.jpg".into()));
        let seen = |hash: &str| {
            let mut facts = Facts::new();
            facts.insert("scans/a.jpg", FileFacts::picture(Format::Jpeg, 1600, 1200, 400_000).with_sha256(hash));
            facts
        };
        let (one, other) = (seen(&"a".repeat(64)), seen(&"b".repeat(64)));
        draft.confirmed.push(confirmation(&draft, &one, &warning(id), "原件如此", "2026-11-25".parse().unwrap()));
        assert!(marked(&draft, &one, warning(id)));
        assert!(!marked(&draft, &other, warning(id)));
    }
}
