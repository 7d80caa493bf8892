//! Phone numbers: their form, and who may share one.

use super::number::number;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity, province};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::{Verdict, mobile_cn};

const MOBILES: &[FieldId] = &[FieldId::ResponsiblePersonMobile, FieldId::OwnerMobile];
const EMERGENCY: &[FieldId] = &[FieldId::ResponsiblePersonEmergencyPhone, FieldId::OwnerEmergencyPhone];
const PHONES: &[FieldId] = &[
    FieldId::ResponsiblePersonMobile,
    FieldId::ResponsiblePersonEmergencyPhone,
    FieldId::OwnerMobile,
    FieldId::OwnerEmergencyPhone,
];

/// Digits of a mobile number.
const DIGITS: usize = 11;

/// The number is not a mainland mobile number that can receive the ministry's code.
pub static MOBILE_INVALID: Rule = Rule {
    name: "mobile-invalid",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: PHONES,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["foreign_number", "bad_char", "iot", "not_mobile", "never_mobile", "length", "too_long", "satellite"],
    check: mobile_invalid,
};

/// The number is in order, but forms refuse such numbers at times.
pub static MOBILE_UNUSUAL: Rule = Rule {
    name: "mobile-unusual",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: PHONES,
    source: Source::new("云服务商备案文档；工信部码号分配表（2023年3月）", Confidence::Vendor),
    reasons: &["unassigned", "mvno", "data_card", "placeholder"],
    check: mobile_unusual,
};

/// Two people have the same mobile number.
pub static MOBILE_SHARED: Rule = Rule {
    name: "mobile-shared",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: MOBILES,
    source: Source::new("微信小程序备案操作指引", Confidence::Official),
    reasons: &[""],
    check: mobile_shared,
};

/// The emergency number is the mobile number of one of the people.
pub static EMERGENCY_PHONE_NOT_ANOTHER: Rule = Rule {
    name: "emergency-phone-not-another",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: EMERGENCY,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["own", "responsible_person", "owner"],
    check: emergency_phone_not_another,
};

/// Two people name the same emergency number.
pub static EMERGENCY_PHONE_SHARED: Rule = Rule {
    name: "emergency-phone-shared",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: EMERGENCY,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &[""],
    check: emergency_phone_shared,
};

fn mobile_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in PHONES {
        let Some(text) = context.typed(*id) else { continue };
        let verdict = mobile_cn::check(text);
        findings.extend(refusal(*id, &verdict));
    }
}

/// Why a number is refused, if it is.
fn refusal(field: FieldId, verdict: &Verdict) -> Option<Finding> {
    let finding = MOBILE_INVALID.finds(field);
    let count = verdict.normalized.chars().count();
    Some(match verdict.reason {
        "length" if count > DIGITS => {
            finding.because("too_long").with("count", number(count)).with("surplus", number(count - DIGITS))
        }
        "length" => finding.because("length").with("count", number(count)).with("missing", number(DIGITS.saturating_sub(count))),
        "unassigned" if !mobile_cn::is_possible(verdict) => {
            finding.because("never_mobile").with("start", Arg::Text(verdict.normalized.chars().take(2).collect()))
        }
        "bad_char" => {
            let odd = verdict.normalized.chars().find(|c| !c.is_ascii_digit())?;
            finding.because("bad_char").with("character", Arg::Text(odd.to_string()))
        }
        reason => finding.because(MOBILE_INVALID.reasons.iter().copied().find(|known| *known == reason)?),
    })
}

fn mobile_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in PHONES {
        let Some(text) = context.typed(*id) else { continue };
        let verdict = mobile_cn::check(text);
        // Segments are opened from time to time, and our table is of one day: a number outside it stays possible.
        if verdict.reason == "unassigned" && mobile_cn::is_possible(&verdict) {
            findings.push(MOBILE_UNUSUAL.finds(*id).because("unassigned"));
        }
        if verdict.valid {
            for warning in &verdict.warnings {
                if let Some(reason) = MOBILE_UNUSUAL.reasons.iter().find(|reason| **reason == warning.name) {
                    findings.push(MOBILE_UNUSUAL.finds(*id).because(reason));
                }
            }
        }
    }
}

fn mobile_shared(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let [first, second] = [0, 1].map(|n| MOBILES.get(n).and_then(|id| context.phone(*id)));
    if context.has_two_people() && first.is_some() && first == second {
        findings.push(MOBILE_SHARED.finds(FieldId::OwnerMobile));
    }
}

fn emergency_phone_not_another(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let id = PersonField::EmergencyPhone.of(role);
        let Some(number) = context.phone(id) else { continue };
        let whose = Role::BOTH.into_iter().filter(|of| context.phone(PersonField::Mobile.of(*of)).as_ref() == Some(&number));
        let reasons = whose.map(|of| match of {
            of if of == role => "own",
            Role::ResponsiblePerson => "responsible_person",
            Role::Owner => "owner",
        });
        // One's own number is the plainer thing to say.
        if let Some(reason) = reasons.min_by_key(|reason| *reason != "own") {
            findings.push(EMERGENCY_PHONE_NOT_ANOTHER.finds(id).because(reason));
        }
    }
}

fn emergency_phone_shared(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let [first, second] = Role::BOTH.map(|role| context.phone(PersonField::EmergencyPhone.of(role)));
    // A province that counts the numbers says the same with its own figure.
    if context.has_two_people() && first.is_some() && first == second && province::phones::too_few(context).is_none() {
        findings.push(EMERGENCY_PHONE_SHARED.finds(FieldId::OwnerEmergencyPhone));
    }
}
