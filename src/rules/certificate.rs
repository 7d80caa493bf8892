//! Certificates: their kind, and how long they are still valid.

use chrono::{Months, NaiveDate};

use super::look::When;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity, province};
use crate::catalog;
use crate::filing::{FieldId, PersonField, Role};

/// The kinds of certificates fit the subject's nature and the people's.
pub static CERTIFICATE_KIND_DOES_NOT_FIT: Rule = Rule {
    name: "certificate-kind-does-not-fit",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateKind, FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["subject", "person", "unknown"],
    check: certificate_kind_does_not_fit,
};

/// More than one month must be left on a certificate; some bureaus and platforms want three.
pub static CERTIFICATE_EXPIRES_SOON: Rule = Rule {
    name: "certificate-expires-soon",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: &[
        FieldId::SubjectCertificateValidUntil,
        FieldId::ResponsiblePersonCertificateValidUntil,
        FieldId::OwnerCertificateValidUntil,
    ],
    source: Source::new("微信小程序备案操作指引", Confidence::Official),
    reasons: &["expired", "today", "within_month", "within_three_months"],
    check: certificate_expires_soon,
};

fn certificate_kind_does_not_fit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if let (Some(nature), Some(kind)) =
        (context.code(FieldId::SubjectNature).and_then(catalog::nature), context.code(FieldId::SubjectCertificateKind))
    {
        findings.extend(
            misfit(FieldId::SubjectCertificateKind, kind, nature.id, "subject").map(|finding| {
                if finding.reason == "subject" { finding.with("nature", Arg::Name(nature.name)) } else { finding }
            }),
        );
    }
    for role in Role::BOTH {
        let id = PersonField::CertificateKind.of(role);
        if let Some(kind) = context.code(id) {
            findings.extend(misfit(id, kind, catalog::INDIVIDUAL, "person"));
        }
    }
}

/// What is wrong with a kind that the nature does not have.
fn misfit(field: FieldId, kind: u32, nature: u32, reason: &'static str) -> Option<Finding> {
    let finding = CERTIFICATE_KIND_DOES_NOT_FIT.finds(field);
    match catalog::certificate_kind(kind) {
        None => Some(finding.because("unknown").with("value", Arg::Number(i64::from(kind)))),
        Some(known) if known.nature == nature => None,
        Some(known) => Some(finding.because(reason).with("kind", Arg::Name(known.name))),
    }
}

fn certificate_expires_soon(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in CERTIFICATE_EXPIRES_SOON.fields {
        if let Some(When::Day(until)) = context.when(*id) {
            let finding = expiry(*id, until, context.today);
            // What some provinces want is not said where this one is known to want it.
            let general = finding.as_ref().is_some_and(|finding| finding.severity != Severity::Error);
            findings.extend(finding.filter(|_| !general || province::validity::shorter(context, *id).is_none()));
        }
    }
}

/// What there is to say about a certificate that is valid until and on this day.
fn expiry(field: FieldId, until: NaiveDate, today: NaiveDate) -> Option<Finding> {
    // The same day of the month after, or its last day where there is none. These fail only at the end of the calendar.
    let limit = today.checked_add_months(Months::new(1))?;
    let advised = today.checked_add_months(Months::new(3))?;
    let days = until.signed_duration_since(today).num_days();
    let finding = CERTIFICATE_EXPIRES_SOON.finds(field).with("until", Arg::Date(until)).with("days", Arg::Number(days));
    if until <= limit {
        let reason = match days {
            ..0 => "expired",
            0 => "today",
            1.. => "within_month",
        };
        return Some(finding.because(reason).with("limit", Arg::Date(limit)));
    }
    let warning = finding.because("within_three_months").weighing(Severity::Warning).with("limit", Arg::Date(advised));
    (until < advised).then_some(warning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The reason and the limit named for a certificate that ends on a day, seen from another.
    fn said(today: &str, until: &str) -> Option<(&'static str, String)> {
        let finding = expiry(FieldId::OwnerCertificateValidUntil, day(until), day(today))?;
        let Some(Arg::Date(limit)) = finding.arg("limit") else { panic!("no limit") };
        Some((finding.reason, limit.to_string()))
    }

    #[test]
    fn one_calendar_month_must_be_left() {
        for (today, until, reason, limit) in [
            ("2026-11-23", "2026-12-01", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-12-23", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-12-24", "within_three_months", "2027-02-23"),
            ("2026-11-23", "2026-11-23", "today", "2026-12-23"),
            ("2026-11-23", "2026-11-24", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-11-22", "expired", "2026-12-23"),
            ("2027-01-31", "2027-02-28", "within_month", "2027-02-28"),
            ("2027-01-31", "2027-03-01", "within_three_months", "2027-04-30"),
            ("2028-01-31", "2028-02-29", "within_month", "2028-02-29"),
            ("2028-01-29", "2028-02-29", "within_month", "2028-02-29"),
            ("2028-02-29", "2028-03-29", "within_month", "2028-03-29"),
            ("2028-02-29", "2028-03-30", "within_three_months", "2028-05-29"),
            ("2026-12-31", "2027-01-31", "within_month", "2027-01-31"),
            ("2026-10-31", "2026-11-30", "within_month", "2026-11-30"),
            ("2026-10-31", "2026-12-01", "within_three_months", "2027-01-31"),
            ("2026-11-23", "2027-02-22", "within_three_months", "2027-02-23"),
            ("2026-11-23", "1900-01-01", "expired", "2026-12-23"),
        ] {
            assert_eq!(said(today, until), Some((reason, limit.to_owned())), "{today} {until}");
        }
    }

    #[test]
    fn three_months_are_enough_for_everyone() {
        for (today, until) in [("2026-11-23", "2027-02-23"), ("2026-11-30", "2027-02-28"), ("2026-11-23", "2199-12-31")] {
            assert_eq!(said(today, until), None, "{today} {until}");
        }
        assert_eq!(said("2026-11-30", "2027-02-27").map(|said| said.0), Some("within_three_months"));
    }

    #[test]
    fn the_days_left_are_counted() {
        for (today, until, days) in
            [("2026-11-23", "2026-12-01", 8), ("2026-11-23", "2026-11-22", -1), ("2028-02-28", "2028-03-01", 2)]
        {
            let finding = expiry(FieldId::OwnerCertificateValidUntil, day(until), day(today)).unwrap();
            assert_eq!(finding.arg("days"), Some(&Arg::Number(days)));
        }
    }
}
