//! Dates, and the periods between them.

use chrono::NaiveDate;

use super::look::When;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog;
use crate::filing::field::table;
use crate::filing::{FieldId, Kind, PersonField, Role, Value};
use crate::identifiers::document::Document;
use crate::identifiers::id_validity::{self, Term};
use crate::identifiers::{date, foreign_pr, moment, resident_id};

const DATES: &[FieldId] = &[
    FieldId::SubjectCertificateValidUntil,
    FieldId::ResponsiblePersonCertificateValidFrom,
    FieldId::ResponsiblePersonCertificateValidUntil,
    FieldId::OwnerCertificateValidFrom,
    FieldId::OwnerCertificateValidUntil,
    FieldId::FaceCheckStartedAt,
    FieldId::FaceCheckPassedAt,
    FieldId::LettersDated,
    FieldId::ApprovalsValidUntil,
];
const PERIODS: &[FieldId] = &[
    FieldId::ResponsiblePersonCertificateValidFrom,
    FieldId::ResponsiblePersonCertificateValidUntil,
    FieldId::OwnerCertificateValidFrom,
    FieldId::OwnerCertificateValidUntil,
];

/// No such day, or not written as one.
pub static DATE_INVALID: Rule = Rule {
    name: "date-invalid",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: DATES,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["format", "range", "not_a_date", "long_term", "time"],
    check: date_invalid,
};

/// A certificate cannot be valid for such a period.
pub static CERTIFICATE_PERIOD_IMPOSSIBLE: Rule = Rule {
    name: "certificate-period-impossible",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: PERIODS,
    source: Source::new("居民身份证法 第五条", Confidence::Standard),
    reasons: &["start_before_birth", "start_future", "first_generation", "end_before_start", "temporary", "span_invalid"],
    check: certificate_period_impossible,
};

/// The period is one that identity cards have, but not the one for the person's age when it was issued.
pub static CERTIFICATE_PERIOD_UNLIKE_AGE: Rule = Rule {
    name: "certificate-period-unlike-age",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: PERIODS,
    source: Source::new("居民身份证法 第五条", Confidence::Standard),
    reasons: &["years", "long_term"],
    check: certificate_period_unlike_age,
};

/// Days that three months can have, the last day counted or not.
const TEMPORARY: (i64, i64) = (88, 93);
/// A permit of another kind than the identity card is hardly valid for such a period.
pub static PERMIT_PERIOD_UNLIKELY: Rule = Rule {
    name: "permit-period-unlikely",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: PERIODS,
    source: Source::new("港澳台居民居住证申领发放办法（2018）；国家移民管理局公告（2023）", Confidence::Standard),
    reasons: &["before_2018", "not_five_years", "old_card"],
    check: permit_period_unlikely,
};

fn date_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        let Some(text) = context.typed(record.id) else { continue };
        let reason = match record.kind {
            Kind::Date(long_term) => date_reason(text, long_term),
            Kind::Time => moment::parse(text).is_none().then_some("time"),
            _ => None,
        };
        findings.extend(reason.map(|reason| DATE_INVALID.finds(record.id).because(reason)));
    }
}

fn date_reason(text: &str, long_term: bool) -> Option<&'static str> {
    match date::parse(text) {
        Some(When::LongTerm) if !long_term => Some("long_term"),
        Some(_) => None,
        // A reason this rule has no sentence for is one of form.
        None => DATE_INVALID.reasons.iter().copied().find(|reason| *reason == date::check(text).reason).or(Some("format")),
    }
}

/// The day on which the first residence permits were given out.
const FIRST_RESIDENCE_PERMIT: Option<NaiveDate> = NaiveDate::from_ymd_opt(2018, 9, 1);
/// The last day on which a foreigner's card of the old form can be valid.
const LAST_OLD_CARD: Option<NaiveDate> = NaiveDate::from_ymd_opt(2033, 12, 31);

/// The period on a role's own certificate. Without a sound end only the start is judged, as if it were 长期.
struct Period {
    role: Role,
    start: NaiveDate,
    end: Option<When>,
}

impl Period {
    fn all(context: &Context<'_>) -> impl Iterator<Item = Self> {
        Role::BOTH.into_iter().filter_map(|role| {
            let Some(When::Day(start)) = context.when(PersonField::ValidFrom.of(role)) else { return None };
            Some(Self { role, start, end: context.when(PersonField::ValidUntil.of(role)) })
        })
    }

    /// What the law on identity cards says about the period, where it applies.
    fn by_law(&self, context: &Context<'_>) -> Option<crate::identifiers::Verdict> {
        if context.code(PersonField::CertificateKind.of(self.role)) != Some(catalog::RESIDENT_ID) {
            return None;
        }
        let end = self.end.unwrap_or(When::LongTerm).stored();
        Some(id_validity::check(&When::Day(self.start).stored(), &end, context.birth(self.role), context.today, 0))
    }

    /// The age at issue and the term that goes with it, where the birthday is known.
    fn expected(&self, context: &Context<'_>) -> Option<(i32, Term)> {
        let age = resident_id::age_on(context.birth(self.role)?, self.start);
        (age >= 0).then(|| (age, id_validity::term_at(age)))
    }

    /// The end that goes with the age at issue; nothing where that day has passed, for then another date is wrong.
    fn expected_end(&self, context: &Context<'_>) -> Option<Value> {
        let (_, term) = self.expected(context)?;
        match term.end(self.start)? {
            When::Day(end) if end <= context.today => None,
            When::Day(end) => Some(Value::Text(end.format("%Y-%m-%d").to_string())),
            When::LongTerm => Some(Value::Text(date::LONG_TERM.to_owned())),
        }
    }

    /// Says how old the person was and how long the card should run.
    fn unlike_age(&self, context: &Context<'_>) -> Option<Finding> {
        let (age, term) = self.expected(context)?;
        let finding = CERTIFICATE_PERIOD_UNLIKE_AGE.finds(PersonField::ValidUntil.of(self.role));
        let finding = finding.with("age", Arg::Number(i64::from(age)));
        let finding = match term {
            Term::Years(years) => finding.because("years").with("years", Arg::Number(i64::from(years))),
            Term::LongTerm => finding.because("long_term"),
        };
        Some(match self.expected_end(context) {
            Some(end) => finding.mended_by(end),
            None => finding,
        })
    }

    /// Whether it runs three months, as temporary identity cards do (临时居民身份证管理办法).
    fn is_temporary(&self) -> bool {
        let Some(When::Day(end)) = self.end else { return false };
        (TEMPORARY.0..=TEMPORARY.1).contains(&(end - self.start).num_days())
    }

    /// Whether the period begins before the person whose number tells a birthday.
    fn is_before_birth(&self, context: &Context<'_>) -> bool {
        context.birth(self.role).is_some_and(|birth| self.start < birth)
    }

    /// What is unlikely about the period on a permit: residence permits have been given out since September 2018 and run five
    /// years; foreigners' cards of the form before December 2023 all end in 2033 or before.
    fn unlike_permit(&self, context: &Context<'_>) -> Option<Finding> {
        let finding = |part: PersonField| PERMIT_PERIOD_UNLIKELY.finds(part.of(self.role));
        match context.document(self.role)? {
            Document::HkMacauResidence | Document::TaiwanResidence => {
                if self.start < FIRST_RESIDENCE_PERMIT? {
                    return Some(finding(PersonField::ValidFrom).because("before_2018"));
                }
                let Some(When::Day(expected)) = Term::Years(5).end(self.start) else { return None };
                let off = match self.end? {
                    When::Day(end) => end.signed_duration_since(expected).num_days().abs(),
                    When::LongTerm => i64::MAX,
                };
                let finding = finding(PersonField::ValidUntil).because("not_five_years");
                let mended = Value::Text(expected.format("%Y-%m-%d").to_string());
                // Whether the last day is printed as the same day or the one before is not known: both pass.
                (off > 1).then(|| if expected > context.today { finding.mended_by(mended) } else { finding })
            }
            Document::ForeignPr => {
                let number = context.number(PersonField::CertificateNumber.of(self.role))?;
                let late = match self.end? {
                    When::Day(end) => end > LAST_OLD_CARD?,
                    When::LongTerm => true,
                };
                (foreign_pr::is_old_form(&number) && late).then(|| finding(PersonField::ValidUntil).because("old_card"))
            }
            _ => None,
        }
    }

    /// What holds for every certificate.
    fn by_sense(&self, today: NaiveDate) -> Option<&'static str> {
        match self.end {
            _ if self.start > today => Some("start_future"),
            Some(When::Day(end)) if end <= self.start => Some("end_before_start"),
            _ => None,
        }
    }
}

fn certificate_period_impossible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for period in Period::all(context) {
        let by_law = period.by_law(context).filter(|verdict| !verdict.valid).map(|verdict| verdict.reason);
        let before_birth = period.is_before_birth(context).then_some("start_before_birth");
        let Some(reason) = by_law.or(before_birth).or_else(|| period.by_sense(context.today)) else { continue };
        let reason = if reason == "span_invalid" && period.is_temporary() { "temporary" } else { reason };
        let field = match reason {
            "start_before_birth" | "start_future" | "first_generation" => PersonField::ValidFrom,
            "end_before_start" | "temporary" | "span_invalid" => PersonField::ValidUntil,
            // An end in the past is the business of `certificate-expires-soon`.
            _ => continue,
        };
        let finding = CERTIFICATE_PERIOD_IMPOSSIBLE.finds(field.of(period.role)).because(reason);
        let end = if reason == "span_invalid" { period.expected_end(context) } else { None };
        findings.push(match end {
            Some(end) => finding.mended_by(end),
            None => finding,
        });
    }
}

fn certificate_period_unlike_age(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for period in Period::all(context).filter(|period| period.end.is_some()) {
        let Some(verdict) = period.by_law(context) else { continue };
        if verdict.warnings.iter().any(|warning| warning.name == "span_age_mismatch") {
            findings.extend(period.unlike_age(context));
        }
    }
}

fn permit_period_unlikely(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(Period::all(context).filter_map(|period| period.unlike_permit(context)));
}
