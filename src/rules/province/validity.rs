//! How long certificates must still be valid in this province.

use chrono::Months;

use super::{VENDORS, here, reads, rows};
use crate::catalog::province::{Holders, Test};
use crate::filing::FieldId;
use crate::rules::look::When;
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity};

const SUBJECT: &[FieldId] = &[FieldId::SubjectCertificateValidUntil];
const PEOPLE: &[FieldId] = &[FieldId::ResponsiblePersonCertificateValidUntil, FieldId::OwnerCertificateValidUntil];

/// The province wants more time left than the platform.
pub static CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS: Rule = Rule {
    name: "certificate-shorter-than-province-wants",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: &[
        FieldId::SubjectCertificateValidUntil,
        FieldId::ResponsiblePersonCertificateValidUntil,
        FieldId::OwnerCertificateValidUntil,
    ],
    source: VENDORS,
    reasons: &[""],
    check: certificate_shorter_than_province_wants,
};

fn certificate_shorter_than_province_wants(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS.fields.iter().filter_map(|id| shorter(context, *id)));
}

/// What the province has to say about the certificate that ends on the day in this field. A certificate that the platform
/// itself does not take any more is left to `certificate-expires-soon`.
pub fn shorter(context: &Context<'_>, id: FieldId) -> Option<Finding> {
    let When::Day(until) = context.when(id)? else { return None };
    let province = here(context)?;
    let platform = context.today.checked_add_months(Months::new(1))?;
    let rule = &CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS;
    rows(context, rule).into_iter().find_map(|row| {
        row.tests.iter().find_map(|test| {
            let Test::Validity { months, of, more_than } = *test else { return None };
            let meant = match of {
                Holders::All => true,
                Holders::Subject => SUBJECT.contains(&id),
                Holders::People => PEOPLE.contains(&id),
            };
            let day = context.today.checked_add_months(Months::new(months))?;
            let limit = if more_than { day.succ_opt()? } else { day };
            let finding = reads(rule, id, province, row).with("limit", Arg::Date(limit)).with("until", Arg::Date(until));
            (meant && until > platform && until < limit).then_some(finding)
        })
    })
}
