//! What only the person can answer (`filing-rules.md` sections 7 and 9): asked once, then a finding or silence.

use chrono::{Months, NaiveDate};

use super::look::When;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity, province};
use crate::catalog;
use crate::filing::event::Story;
use crate::filing::{FieldId, Kind, Section, Stage};

const QUESTIONS: &[FieldId] = &[
    FieldId::FiledInAnotherProvince,
    FieldId::FiledBefore,
    FieldId::AnotherFilingRuns,
    FieldId::AccountNameAgrees,
    FieldId::AdministratorIsOwner,
    FieldId::Renamed,
    FieldId::LicenceChangedLately,
    FieldId::RegistryIsNormal,
    FieldId::PhonesAreAnswered,
    FieldId::PhonesUsedElsewhere,
    FieldId::PhonesAreLocal,
    FieldId::NameIsUnique,
    FieldId::EntranceIsOpen,
    FieldId::PicturesAreOriginals,
    FieldId::LettersAreSigned,
    FieldId::LettersDated,
    FieldId::ApprovalsValidUntil,
];

/// Months after which a bureau no longer takes a letter (`filing-rules.md` section 4.3).
const LETTER_MONTHS: Months = Months::new(3);
/// Months a permit should last at least: a review takes up to one.
const PERMIT_MONTHS: Months = Months::new(1);

/// A question that nobody has answered yet.
pub static QUESTION_OPEN: Rule = Rule {
    name: "question-open",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: QUESTIONS,
    source: Source::new("离线无法得知的事项", Confidence::Inferred),
    reasons: &["answer", "date"],
    check: question_open,
};

/// Declares the rules that follow from one answer each.
macro_rules! answers {
    ($($(#[$doc:meta])* $rule:ident $name:literal: $field:ident = $answer:literal, $severity:ident, $topic:ident,
        $source:literal $confidence:ident;)+) => {
        $($(#[$doc])*
        pub static $rule: Rule = Rule {
            name: $name,
            topic: Topic::$topic,
            severity: Severity::$severity,
            fields: &[FieldId::$field],
            source: Source::new($source, Confidence::$confidence),
            reasons: &[""],
            check: |context, findings| {
                if is_answered(context, FieldId::$field, $answer) {
                    findings.push($rule.finds(FieldId::$field));
                }
            },
        };)+
    };
}

answers! {
    /// The subject has a filing in another province, and may have filings in one only.
    SUBJECT_FILED_IN_ANOTHER_PROVINCE "subject-filed-in-another-province": FiledInAnotherProvince = true, Error, Question,
        "手把手教你备案微信小程序（非个人主体备案）" Official;
    /// Another filing of the subject is in review; there can be one at a time.
    ANOTHER_FILING_RUNS "another-filing-runs": AnotherFilingRuns = true, Warning, Question, "云服务商备案文档；驳回原因汇总" Vendor;
    /// The account belongs to another name than the filing.
    ACCOUNT_NAME_DIFFERS "account-name-differs": AccountNameAgrees = false, Error, Name,
        "微信开放平台 错误码 86355；手把手教你备案微信小程序" Official;
    /// The administrator in the console is not the owner.
    ADMINISTRATOR_IS_ANOTHER "administrator-is-another": AdministratorIsOwner = false, Error, Owner,
        "微信开放平台 createIcpVerifyTask" Platform;
    /// The licence was changed a short while ago: the registry's copies lag behind.
    LICENCE_CHANGED_LATELY "licence-changed-lately": LicenceChangedLately = true, Warning, Certificate,
        "手把手教你备案微信小程序（非个人主体备案）；企业工商四要素核验" Official;
    /// The registry lists the subject as abnormal, revoked or closed.
    REGISTRY_NOT_NORMAL "registry-not-normal": RegistryIsNormal = false, Warning, Question, "云服务商备案文档" Vendor;
    /// Reviewers will call in vain.
    PHONE_NOT_ANSWERED "phone-not-answered": PhonesAreAnswered = false, Warning, Phone, "微信小程序备案操作指引" Official;
    /// The province wants numbers of the province.
    PHONE_NOT_LOCAL "phone-not-local": PhonesAreLocal = false, Warning, Phone, "云服务商各省管局要求" Vendor;
    /// Another subject has filed the same name.
    MINI_PROGRAM_NAME_TAKEN "mini-program-name-taken": NameIsUnique = false, Warning, MiniProgramName,
        "抖音开放平台备案说明；代办机构记录" Platform;
    /// The console does not offer to file.
    ENTRANCE_CLOSED "entrance-closed": EntranceIsOpen = false, Warning, Question, "微信开放平台 getIcpEntranceInfo" Platform;
    /// A picture is a copy, a screenshot or watermarked.
    PICTURE_NOT_OF_ORIGINAL "picture-not-of-original": PicturesAreOriginals = false, Error, Material,
        "微信小程序备案操作指引" Official;
    /// A letter lacks a signature, a date, a seal or a right name.
    LETTER_NOT_IN_ORDER "letter-not-in-order": LettersAreSigned = false, Warning, Material, "云服务商备案材料模板说明" Vendor;
}

/// A number stands in another subject's filing.
pub static PHONE_USED_ELSEWHERE: Rule = Rule {
    name: "phone-used-elsewhere",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: &[FieldId::PhonesUsedElsewhere],
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["anywhere", "refused_here"],
    check: phone_used_elsewhere,
};

/// The subject has filed before: what is entered here must agree with that record.
pub static EARLIER_FILING_MUST_AGREE: Rule = Rule {
    name: "earlier-filing-must-agree",
    topic: Topic::Question,
    severity: Severity::Hint,
    fields: &[FieldId::FiledBefore],
    source: Source::new("手把手教你备案微信小程序；云服务商空壳主体说明", Confidence::Official),
    reasons: &["agree", "shell_taken", "shell_refused"],
    check: earlier_filing_must_agree,
};

/// A letter is dated in the future, or too long ago.
pub static LETTER_DATE_UNFIT: Rule = Rule {
    name: "letter-date-unfit",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::LettersDated],
    source: Source::new("云服务商备案材料模板说明", Confidence::Vendor),
    reasons: &["in_future", "too_old", "soon_too_old"],
    check: letter_date_unfit,
};

/// A permit has expired or is about to.
pub static APPROVAL_EXPIRES: Rule = Rule {
    name: "approval-expires",
    topic: Topic::PriorApproval,
    severity: Severity::Warning,
    fields: &[FieldId::ApprovalsValidUntil],
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["expired", "soon"],
    check: approval_expires,
};

/// Once a filing is handed in, its questions are the platform's.
fn is_preparing(context: &Context<'_>) -> bool {
    Story::of(&context.draft.events).stage() == Stage::Preparing
}

fn is_answered(context: &Context<'_>, id: FieldId, answer: bool) -> bool {
    context.draft.asks(id) && context.draft.answer(id) == Some(answer) && is_preparing(context)
}

fn question_open(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_preparing(context) {
        return;
    }
    // Who says that the letters are in order has seen their date.
    let settled = |id| id == FieldId::LettersDated && context.draft.answer(FieldId::LettersAreSigned) == Some(true);
    for field in Section::Questions.fields().filter(|field| context.draft.asks(field.id)) {
        if context.draft.get(field.id).is_none() && !settled(field.id) {
            let reason = if matches!(field.kind, Kind::Flag(_)) { "answer" } else { "date" };
            findings.push(QUESTION_OPEN.finds(field.id).because(reason).with("question", Arg::Field(field.id)));
        }
    }
}

fn earlier_filing_must_agree(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_answered(context, FieldId::FiledBefore, true) {
        return;
    }
    let finding = EARLIER_FILING_MUST_AGREE.finds(FieldId::FiledBefore);
    findings.push(finding.clone().because("agree"));
    let region = context.draft.text(FieldId::SubjectRegion);
    if let Some(province) = catalog::province::province(region) {
        let reason = if province.shell_direct_add { "shell_taken" } else { "shell_refused" };
        findings.push(finding.because(reason).with("province", Arg::Text(province.name.to_owned())));
    }
}

fn phone_used_elsewhere(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_answered(context, FieldId::PhonesUsedElsewhere, true) {
        return;
    }
    let finding = PHONE_USED_ELSEWHERE.finds(FieldId::PhonesUsedElsewhere);
    findings.push(match province::here(context).filter(|province| province.phone_exclusive) {
        Some(province) => finding.because("refused_here").with("province", Arg::Name(province.short)),
        None => finding.because("anywhere"),
    });
}

fn letter_date_unfit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(dated)) = context.when(FieldId::LettersDated).filter(|_| is_preparing(context)) else { return };
    let Some(last) = dated.checked_add_months(LETTER_MONTHS) else { return };
    let finding = LETTER_DATE_UNFIT.finds(FieldId::LettersDated).with("dated", Arg::Date(dated)).with("last", Arg::Date(last));
    // A review takes up to a month: a letter that ages meanwhile is as good as old.
    let margin = |day: NaiveDate| day.checked_add_months(PERMIT_MONTHS).is_none_or(|then| then > last);
    match context.today {
        today if today < dated => findings.push(finding.because("in_future")),
        today if today > last => findings.push(finding.because("too_old")),
        today if margin(today) => findings.push(finding.because("soon_too_old").weighing(Severity::Hint)),
        _ => {}
    }
}

fn approval_expires(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(When::Day(end)) = context.when(FieldId::ApprovalsValidUntil).filter(|_| is_preparing(context)) else { return };
    let finding = APPROVAL_EXPIRES.finds(FieldId::ApprovalsValidUntil).with("end", Arg::Date(end));
    if end < context.today {
        findings.push(finding.because("expired"));
    } else if context.today.checked_add_months(PERMIT_MONTHS).is_some_and(|then| end <= then) {
        findings.push(finding.because("soon"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, Value};
    use crate::scan::facts::Facts;

    fn said(draft: &Draft, today: &str) -> Vec<(&'static str, &'static str)> {
        let facts = Facts::new();
        let context = Context::new(draft, &facts, today.parse().unwrap());
        let mut findings = Vec::new();
        for rule in [&LETTER_DATE_UNFIT, &APPROVAL_EXPIRES, &QUESTION_OPEN] {
            (rule.check)(&context, &mut findings);
        }
        findings.into_iter().map(|finding| (finding.rule, finding.reason)).collect()
    }

    #[test]
    fn every_question_is_in_the_list() {
        let fields: Vec<FieldId> = Section::Questions.fields().map(|field| field.id).collect();
        assert_eq!(fields, QUESTIONS);
    }

    #[test]
    fn a_letter_is_good_from_its_date_for_three_months() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
        draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["a.jpg".into()])));
        draft.set(FieldId::LettersDated, Some("2026-08-24".into()));
        for (today, reason) in [
            ("2026-08-23", Some("in_future")),
            ("2026-08-24", None),
            ("2026-10-24", None),
            ("2026-10-25", Some("soon_too_old")),
            ("2026-11-24", Some("soon_too_old")),
            ("2026-11-25", Some("too_old")),
        ] {
            let said = said(&draft, today);
            let found = said.iter().find(|(rule, _)| *rule == "letter-date-unfit").map(|(_, reason)| *reason);
            assert_eq!(found, reason, "{today}");
        }
    }

    #[test]
    fn a_permit_lasts_longer_than_the_review() {
        let mut draft = Draft::new(4);
        let approval = crate::filing::Approval { kind: Some(9), number: "x".into(), document: "a.jpg".into() };
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![approval])));
        for (end, reason) in [
            ("2026-11-24", Some("expired")),
            ("2026-11-25", Some("soon")),
            ("2026-12-25", Some("soon")),
            ("2026-12-26", None),
            ("长期", None),
        ] {
            draft.set(FieldId::ApprovalsValidUntil, Some(end.into()));
            let said = said(&draft, "2026-11-25");
            let found = said.iter().find(|(rule, _)| *rule == "approval-expires").map(|(_, reason)| *reason);
            assert_eq!(found, reason, "{end}");
        }
    }

    #[test]
    fn only_what_concerns_the_draft_is_asked() {
        let open = |draft: &Draft| said(draft, "2026-11-25").into_iter().filter(|(rule, _)| *rule == "question-open").count();
        let (individual, mut company) = (Draft::new(5), Draft::new(4));
        assert!(open(&individual) < open(&company));
        let before = open(&company);
        company.set(FieldId::SubjectRegion, Some("320102".into()));
        assert_eq!(open(&company), before + 1, "江苏 asks for local numbers");
        company.set(FieldId::OwnerAdministrator, Some("张三".into()));
        assert_eq!(open(&company), before);
        company.set(FieldId::FiledBefore, Some(Value::Flag(false)));
        assert_eq!(open(&company), before - 1);
    }
}
