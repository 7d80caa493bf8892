//! Individuals whose identity card is from another province.

use super::{VENDORS, heaviest, here, says};
use crate::catalog::province::{self, NonlocalRule, Province};
use crate::catalog::{self};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::resident_id;
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity, address};
use crate::text::normalize::{Mode, normalize};

/// The province does not take individuals from elsewhere, or nobody can tell.
pub static INDIVIDUAL_FROM_ANOTHER_PROVINCE: Rule = Rule {
    name: "individual-from-another-province",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonCertificateNumber],
    source: VENDORS,
    reasons: &["refused", "disagree", "unknown"],
    check: individual_from_another_province,
};

fn individual_from_another_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(here), Some(home)) = (here(context), home(context)) else { return };
    if home.code == here.code {
        return;
    }
    let (reason, severity) = match here.personal_nonlocal {
        NonlocalRule::Refused => ("refused", Severity::Warning),
        NonlocalRule::SourcesDisagree => ("disagree", Severity::Warning),
        NonlocalRule::Unknown => ("unknown", Severity::Hint),
        // The proof is a field of its own, which is asked for everywhere.
        NonlocalRule::Allowed | NonlocalRule::ResidenceProof => return,
    };
    let finding = says(&INDIVIDUAL_FROM_ANOTHER_PROVINCE, FieldId::ResponsiblePersonCertificateNumber, here);
    let finding = finding.because(reason).weighing(severity.max(heaviest(here.confidence)));
    findings.push(finding.with("home", Arg::Name(home.short)));
}

/// The province of an individual's identity card: the printed address tells it. The number only knows the province of the
/// first registration, and counts where no address says better.
fn home(context: &Context<'_>) -> Option<&'static Province> {
    let is_resident = context.code(PersonField::CertificateKind.of(Role::ResponsiblePerson)) == Some(catalog::RESIDENT_ID);
    if !context.draft.is_individual() || !is_resident {
        return None;
    }
    context.birth(Role::ResponsiblePerson)?;
    let printed = context.typed(FieldId::SubjectCertificateAddress).map(|text| normalize(text, Mode::Text).value);
    if let Some((region, _)) = printed.as_deref().and_then(address::province_of) {
        return province::province(region.code);
    }
    let number = context.number(FieldId::ResponsiblePersonCertificateNumber)?;
    province::province(&resident_id::parts(&number)?.region)
}
