//! Whether what is offered fits the one who offers it (`filing-rules.md` section 3.12).

use super::denial::denied;
use super::look::folded;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog::keyword::{self, WhyUnfit};
use crate::catalog::name_word::{self, List};
use crate::catalog::{self, Confidence as Sureness};
use crate::filing::FieldId;

/// A service content does not fit the subject's nature.
pub static SERVICE_CONTENT_UNFIT: Rule = Rule {
    name: "service-content-unfit",
    topic: Topic::ServiceContents,
    severity: Severity::Warning,
    fields: &[FieldId::ServiceContents],
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["organisation", "commercial", "state"],
    check: service_content_unfit,
};

/// An individual's remark speaks of business.
pub static REMARK_UNFIT_FOR_INDIVIDUAL: Rule = Rule {
    name: "remark-unfit-for-individual",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramRemark],
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &[""],
    check: remark_unfit_for_individual,
};

/// Service contents that are read; more than five are an error of another rule.
const MOST_CONTENTS: usize = 20;
/// So many words say enough.
const MOST_WORDS: usize = 4;

fn service_content_unfit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(nature) = context.code(FieldId::SubjectNature) else { return };
    for (row, id) in context.codes(FieldId::ServiceContents).iter().take(MOST_CONTENTS).enumerate() {
        let Some(content) = catalog::service_content(*id).filter(|content| content.parent != 0) else { continue };
        let Some(unfit) = keyword::unfit(*id, content.parent) else { continue };
        let reason = match unfit.why {
            WhyUnfit::State if !catalog::may_offer_state_services(nature) => "state",
            WhyUnfit::Organisation if context.draft.is_individual() => "organisation",
            WhyUnfit::Commercial if context.draft.is_individual() => "commercial",
            _ => continue,
        };
        let finding = SERVICE_CONTENT_UNFIT.finds(FieldId::ServiceContents).at(row, None).because(reason);
        let finding = finding.with("content", Arg::Name(content.name));
        findings.push(if unfit.confidence == Sureness::Inferred { finding.weighing(Severity::Hint) } else { finding });
    }
}

fn remark_unfit_for_individual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramRemark).filter(|_| context.draft.is_individual()) else { return };
    let text = folded(text);
    let found = name_word::find(&text, List::Business).into_iter();
    let mut words: Vec<&str> =
        found.filter(|(at, row)| !denied(&text, *at, at + row.word.len())).map(|(_, row)| row.word).collect();
    if !words.is_empty() {
        words.truncate(MOST_WORDS);
        let finding = REMARK_UNFIT_FOR_INDIVIDUAL.finds(FieldId::MiniProgramRemark);
        findings.push(finding.with("words", Arg::Text(words.join("、"))));
    }
}
