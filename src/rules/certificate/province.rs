//! How long certificates must still be valid in this province.

use crate::catalog::province::{Holders, Test};
use crate::filing::{FieldId, PersonField};
use crate::identifiers::date::When;
use crate::rules::certificate::kind_and_expiry::expiry;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::rules::province::{here, reads, rows};
use crate::text::text;
use chrono::Months;

const SUBJECT: &[FieldId] = &[FieldId::SubjectCertificateValidUntil];
const PEOPLE: &[FieldId] = &PersonField::ValidUntil.of_both();

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
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::LicenceExpiresSoon, Rejection::CertificateExpiresSoon],
    title: text("有效期不够当地要求", "Too short for the province"),
    what: text("有的省要求证件剩余三个月甚至半年。", "Some provinces require three months left, or half a year."),
    why: text("上海会因营业执照有效期不足退回。", "Shanghai rejects licences that end sooner."),
    fix: text("先换证，再备案。", "Renew it first."),
    messages: &[message(
        "",
        text(
            "{until} 到期，至少要到 {limit}。{province}：{asked}。",
            "Ends on {until}; it should last until {limit}. {province}: {asked}.",
        ),
        text("先换证，再填新证件的有效期。", "Renew it first, then enter the new period."),
    )],
    wrong: case(
        "subject.region = '310101'\nsubject.certificate.valid_until = '2027-04-01'",
        text(
            "上海要求营业执照还有半年以上，这里只有四个多月。",
            "Shanghai requires half a year left on the licence; this has four months.",
        ),
    ),
    right: case(
        "subject.region = '310101'\nsubject.certificate.valid_until = '2027-06-01'",
        text("半年有余。", "More than half a year."),
    ),
    check: certificate_shorter_than_province_wants,
};

fn certificate_shorter_than_province_wants(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS.fields.iter().filter_map(|id| shorter(context, *id)));
}

/// What the province has to say about the certificate that ends on the day in this field. What breaks a figure of the platform's own is
/// left to `certificate-expires-soon`: an official source speaks first.
fn shorter(context: &Context<'_>, id: FieldId) -> Option<Finding> {
    let When::Day(until) = context.when(id)? else { return None };
    let province = here(context)?;
    if expiry(id, until, context.today(), Some(province)).is_some() {
        return None;
    }
    let rule = &CERTIFICATE_SHORTER_THAN_PROVINCE_WANTS;
    rows(context, rule).into_iter().find_map(|row| {
        row.tests.iter().find_map(|test| {
            let Test::Validity { months, of, more_than } = *test else { return None };
            let meant = match of {
                Holders::All => true,
                Holders::Subject => SUBJECT.contains(&id),
                Holders::People => PEOPLE.contains(&id),
            };
            let day = context.today().checked_add_months(Months::new(months))?;
            let limit = if more_than { day.succ_opt()? } else { day };
            let finding = reads(rule, id, province, row).with("limit", Arg::Date(limit)).with("until", Arg::Date(until));
            (meant && until < limit).then_some(finding)
        })
    })
}
