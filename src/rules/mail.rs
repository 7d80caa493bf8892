//! Mail addresses.

use super::number::Judged;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::{FieldId, PersonField, Role, Value};
use crate::identifiers::email;
use crate::text::normalize::{Mode, normalize};

const MAILS: &[FieldId] = &[FieldId::ResponsiblePersonEmail, FieldId::OwnerEmail];

/// The text is not a mail address.
pub static MAIL_INVALID: Rule = Rule {
    name: "mail-invalid",
    topic: Topic::Mail,
    severity: Severity::Error,
    fields: MAILS,
    source: Source::new("HTML Living Standard, valid e-mail address", Confidence::Standard),
    reasons: &["non_ascii", "at_sign", "too_long", "local_char", "local_dot", "domain", "domain_single_label", "tld"],
    check: mail_invalid,
};

/// The domain looks like a slip of the keys.
pub static MAIL_MISTYPED: Rule = Rule {
    name: "mail-mistyped",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: MAILS,
    source: Source::new("常见邮箱域名", Confidence::Inferred),
    reasons: &[""],
    check: mail_mistyped,
};

/// Two people have the same address.
pub static MAIL_SHARED: Rule = Rule {
    name: "mail-shared",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: MAILS,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &[""],
    check: mail_shared,
};

/// Nobody reads what arrives there, or not for long.
pub static MAIL_NOBODY_READS: Rule = Rule {
    name: "mail-nobody-reads",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: MAILS,
    source: Source::new("审核经验", Confidence::Inferred),
    reasons: &["role", "no_reply", "throwaway"],
    check: mail_nobody_reads,
};

/// Mailboxes of a role: read by whoever holds it, often by nobody.
const ROLES: &[&str] = &[
    "admin",
    "administrator",
    "root",
    "info",
    "service",
    "services",
    "support",
    "contact",
    "webmaster",
    "postmaster",
    "hostmaster",
    "sales",
    "office",
    "hr",
    "kefu",
    "help",
    "abuse",
    "marketing",
    "public",
    "mail",
    "test",
    "business",
];
/// Mailboxes that only send.
const SEND_ONLY: &[&str] = &["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "notification"];
/// Services that give an address for an hour.
const THROWAWAY: &[&str] = &[
    "10minutemail.com",
    "mailinator.com",
    "guerrillamail.com",
    "yopmail.com",
    "temp-mail.org",
    "tempmail.com",
    "trashmail.com",
    "bccto.me",
    "chacuo.net",
    "linshiyouxiang.net",
    "027168.com",
];

/// Domains and the one they are meant to be.
const SLIPS: &[(&str, &[&str])] = &[
    ("qq.com", &["qq.con", "qq.cm", "qq.co", "qq.comm"]),
    ("163.com", &["163.con", "163.cm", "163.comm"]),
    ("126.com", &["126.con"]),
    ("gmail.com", &["gmail.con", "gmial.com", "gmai.com"]),
    ("hotmail.com", &["hotmail.con"]),
    ("outlook.com", &["outlook.con"]),
    ("foxmail.com", &["foxmail.con"]),
    ("sina.com", &["sina.con"]),
];

fn mail_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in MAILS {
        if let Some(text) = context.typed(*id) {
            let mut refused = Vec::new();
            Judged { field: *id, verdict: &email::check(text), suggestion: meant(text) }.refused(&MAIL_INVALID, &mut refused);
            findings.extend(refused.into_iter().map(|finding| named(finding, text)));
        }
    }
}

/// Names the character that does not belong there.
fn named(finding: Finding, text: &str) -> Finding {
    let text = normalize(text, Mode::Ascii).value;
    let odd = match finding.reason {
        "non_ascii" => text.chars().find(|c| !c.is_ascii()),
        "local_char" => text.split('@').next().and_then(|local| local.chars().find(|c| !email::may_stand_before_the_at(*c))),
        _ => return finding,
    };
    finding.with("character", Arg::Text(odd.map(String::from).unwrap_or_default()))
}

/// The address that was certainly meant: a comma or a Chinese full stop for the dot of the domain, blanks in between, a common
/// mail service without its ending.
fn meant(text: &str) -> Option<String> {
    let text: String = normalize(text, Mode::Ascii).value.chars().filter(|c| *c != ' ').collect();
    let (local, domain) = text.split_once('@')?;
    let domain = domain.replace(['。', '｡', '，', ',', '、', '·'], ".").to_ascii_lowercase();
    let service = SLIPS
        .iter()
        .find(|(meant, slips)| slips.contains(&domain.as_str()) || meant.strip_suffix(".com") == Some(domain.as_str()));
    let address = email::check(&format!("{local}@{}", service.map_or(domain.as_str(), |(meant, _)| meant)));
    address.valid.then_some(address.normalized)
}

fn mail_mistyped(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in MAILS {
        let Some(verdict) = context.typed(*id).map(email::check).filter(|verdict| verdict.valid) else { continue };
        let Some((local, domain)) = verdict.normalized.rsplit_once('@') else { continue };
        if let Some((meant, _)) = SLIPS.iter().find(|(_, slips)| slips.contains(&domain)) {
            let finding = MAIL_MISTYPED.finds(*id).with("domain", Arg::Text(domain.to_owned()));
            let finding = finding.with("meant", Arg::Text((*meant).to_owned()));
            findings.push(finding.mended_by(Value::Text(format!("{local}@{meant}"))));
        }
    }
}

fn mail_nobody_reads(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in MAILS {
        let Some(mail) = context.mail(*id) else { continue };
        let Some((local, domain)) = mail.rsplit_once('@') else { continue };
        let finding = MAIL_NOBODY_READS.finds(*id);
        findings.extend(match () {
            () if SEND_ONLY.contains(&local) => Some(finding.because("no_reply").with("local", Arg::Text(local.to_owned()))),
            () if THROWAWAY.contains(&domain) => Some(finding.because("throwaway").with("domain", Arg::Text(domain.to_owned()))),
            () if ROLES.contains(&local) => {
                Some(finding.because("role").weighing(Severity::Hint).with("local", Arg::Text(local.to_owned())))
            }
            () => None,
        });
    }
}

fn mail_shared(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let [first, second] = Role::BOTH.map(|role| context.mail(PersonField::Email.of(role)));
    if context.has_two_people() && first.is_some() && first == second {
        findings.push(MAIL_SHARED.finds(FieldId::OwnerEmail));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_known_or_not_said() {
        for (typed, address) in [
            ("jia@example。com", Some("jia@example.com")),
            ("jia@qq,com", Some("jia@qq.com")),
            ("jia＠qq，com", Some("jia@qq.com")),
            ("jia@qq .com", Some("jia@qq.com")),
            ("jia@QQ", Some("jia@qq.com")),
            ("jia@qq。con", Some("jia@qq.com")),
            ("jia@gmail", Some("jia@gmail.com")),
            ("jia@example", None),
            ("jia.qq.com", None),
            ("jia,yi@qq.com", None),
            ("jia@yi@qq.com", None),
            ("贾@qq.com", None),
            ("jia@qq..com", None),
        ] {
            assert_eq!(meant(typed).as_deref(), address, "{typed}");
        }
        // The wide at sign alone is no fault.
        assert!(email::check("jia＠qq.com").valid);
    }
}
