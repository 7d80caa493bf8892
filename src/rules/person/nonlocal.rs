//! Individuals whose identity card is from another province.

use crate::catalog;
use crate::catalog::province::{self, NonlocalRule, Province};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::resident_id;
use crate::rules::address::region;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::{heaviest, here, says};
use crate::text::{Text, text};

/// The province does not take individuals from elsewhere, or nobody can tell.
pub static INDIVIDUAL_FROM_ANOTHER_PROVINCE: Rule = Rule {
    name: "individual-from-another-province",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonCertificateNumber],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::NonlocalIndividualRefused],
    title: text("外省身份证的个人", "Individual from another province"),
    what: text(
        "个人的身份证属外省时，看备案省份收不收。住址优先，其次看身份证号。",
        "The province accepts individuals whose resident ID card is from elsewhere; where it is from, the printed address says, or else the number.",
    ),
    why: text("有的省只收本省身份证，外省的直接退回。", "Some provinces accept local resident ID cards only."),
    fix: text("到身份证所在的省备案，或改以单位备案。", "File in the card's own province, or as an organisation."),
    messages: &[
        message(
            "refused",
            text(
                "身份证是{home}的，{province}不收外省身份证的个人备案。来源：{sources}。",
                "The resident ID card is from {home}; {province} does not accept individuals from other provinces. Source: {sources}.",
            ),
            text(
                "改在{home}备案，或改以单位备案；户籍已迁入{province}的，证件住所填新证件上的住址。",
                "File in {home} or as an organisation; if the household has moved to {province}, enter the address on the new card.",
            ),
        ),
        message(
            "disagree",
            text(
                "身份证是{home}的。{strict}：{province}不收；{mild}：{answer}。",
                "The resident ID card is from {home}. {strict}: {province} does not accept it; {mild}: {answer}.",
            ),
            text("备好居住证明，提交前先问当地通管局。", "Have a proof of residence ready and ask the bureau first."),
        ),
        message(
            "unknown",
            text(
                "身份证是{home}的，没有查到{province}是否接收。",
                "The resident ID card is from {home}; no source says whether {province} accepts it.",
            ),
            text("备好居住证明，提交前先问当地通管局。", "Have a proof of residence ready and ask the bureau first."),
        ),
    ],
    wrong: case(
        "subject.region = '150102'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号8栋801室'",
        text("四川身份证的个人在内蒙古备案。", "An individual with a resident ID card of Sichuan files in Inner Mongolia."),
    ),
    right: case(
        "subject.region = '150102'\nsubject.certificate.address = '内蒙古自治区呼和浩特市新城区虚构街88号8栋801室'",
        text("证件上的住址已在内蒙古。", "The address on the card is in Inner Mongolia."),
    ),
    check: individual_from_another_province,
};

fn individual_from_another_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(here), Some(home)) = (here(context), home(context)) else { return };
    if home.code == here.code {
        return;
    }
    let finding = says(&INDIVIDUAL_FROM_ANOTHER_PROVINCE, FieldId::ResponsiblePersonCertificateNumber, here);
    let finding = finding.with("home", Arg::Name(home.short));
    let sayings = here.personal_nonlocal();
    let Some((strictest, mildest)) = sayings.extremes() else {
        let unknown = message_of!(INDIVIDUAL_FROM_ANOTHER_PROVINCE, "unknown");
        findings.push(finding.with_message(unknown).with_severity(Severity::Hint));
        return;
    };
    let finding = finding.with_severity(heaviest(strictest.confidence));
    let answer = mildest.and_then(|mildest| Some((mildest, mild(mildest.answer)?)));
    findings.push(match (strictest.answer, answer) {
        (NonlocalRule::Refused, None) => finding
            .with_message(message_of!(INDIVIDUAL_FROM_ANOTHER_PROVINCE, "refused"))
            .with("sources", Arg::Sources(strictest.sources.clone())),
        (NonlocalRule::Refused, Some((mildest, answer))) => finding
            .with_message(message_of!(INDIVIDUAL_FROM_ANOTHER_PROVINCE, "disagree"))
            .with("strict", Arg::Sources(strictest.sources.clone()))
            .with("mild", Arg::Sources(mildest.sources.clone()))
            .with("answer", Arg::Name(answer)),
        // The proof is a field of its own, which is asked for everywhere.
        (NonlocalRule::Allowed | NonlocalRule::ResidenceProof | NonlocalRule::Unknown, _) => return,
    });
}

/// What the mildest source says, where that is another answer than a refusal.
const fn mild(answer: NonlocalRule) -> Option<Text> {
    match answer {
        NonlocalRule::Allowed => Some(text("收", "accepted")),
        NonlocalRule::ResidenceProof => Some(text("有居住证明就收", "accepted with a proof of residence")),
        NonlocalRule::Refused | NonlocalRule::Unknown => None,
    }
}

/// The province of an individual's identity card: the printed address tells it. The number only knows the province of the
/// first registration, and counts where no address says better.
fn home(context: &Context<'_>) -> Option<&'static Province> {
    let is_resident = context.code(PersonField::CertificateKind.of(Role::ResponsiblePerson)) == Some(catalog::RESIDENT_ID);
    if !context.is_individual() || !is_resident {
        return None;
    }
    context.birth(Role::ResponsiblePerson)?;
    if let Some((region, _)) = region::printed(context) {
        return province::province(region.code());
    }
    let number = context.number(FieldId::ResponsiblePersonCertificateNumber)?;
    province::province(resident_id::parts(number)?.region)
}
