//! Mail addresses.

use crate::filing::{FieldId, PersonField, Role, Value};
use crate::identifiers::email;
use crate::rules::engine::judge::Judged;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::normalize::{Mode, normalize};
use crate::text::text;

/// The text is not a mail address.
pub static MAIL_INVALID: Rule = Rule {
    name: "mail-invalid",
    topic: Topic::Mail,
    severity: Severity::Error,
    fields: FieldId::MAILS,
    source: source::HTML_MAIL,
    prevents: &[],
    title: text("邮箱不对", "Mail address is wrong"),
    what: text("邮箱要写全，如 zhangsan@example.com。", "The address is whole, like zhangsan@example.com."),
    why: text("审核结果会发到邮箱。", "Results are sent there."),
    fix: text("对照常用的邮箱改正。", "Correct it from the address in use."),
    messages: &[
        message(
            "non_ascii",
            text(
                "邮箱里有「{character}」，只能用英文字母、数字和英文符号。",
                "It contains \"{character}\"; only plain letters, digits and marks are allowed.",
            ),
            text(
                "切换到英文输入法重新输入；句号「。」改成英文的点。",
                "Type it again in plain letters; a Chinese full stop becomes a dot.",
            ),
        ),
        message(
            "at_sign",
            text("要有且只有一个 @，前后都有内容。", "It needs exactly one @, with text on both sides."),
            text("写成 zhangsan@example.com 这样。", "Write it like zhangsan@example.com."),
        ),
        message("too_long", text("邮箱太长了。", "Too long."), text("只填一个邮箱。", "Enter one address only.")),
        message(
            "local_char",
            text("@ 前有不能用的字符「{character}」。", "\"{character}\" before the @ is not allowed."),
            text(
                "去掉或改正它；空格、逗号、括号都不能用。",
                "Remove or correct it; blanks, commas and brackets are not allowed.",
            ),
        ),
        message(
            "local_dot",
            text("@ 前的点不能在开头、结尾，也不能相连。", "A dot before the @ may not come first, last or doubled."),
            text("去掉多余的点。", "Remove the extra dot."),
        ),
        message(
            "domain",
            text("@ 后的域名不对。", "The domain after the @ is malformed."),
            text("核对域名，如 qq.com。", "Check the domain, such as qq.com."),
        ),
        message(
            "domain_single_label",
            text("@ 后的域名不完整。", "The domain after the @ is incomplete."),
            text("把域名写全，如 qq.com。", "Write the whole domain, such as qq.com."),
        ),
        message(
            "tld",
            text("域名的结尾不对。", "The domain's ending is wrong."),
            text("核对结尾，如 .com、.cn。", "Check the ending, such as .com or .cn."),
        ),
    ],
    wrong: case("responsible_person.email = 'bing.example.com'", text("没有 @。", "There is no @.")),
    right: case("responsible_person.email = 'bing@example.com'", text("名称、@ 和域名齐全。", "Name, @ and domain.")),
    check: mail_invalid,
};

/// The domain looks like a slip of the keys.
pub static MAIL_MISTYPED: Rule = Rule {
    name: "mail-mistyped",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: FieldId::MAILS,
    source: source::MAIL_DOMAINS,
    prevents: &[],
    title: text("邮箱域名像是输错了", "Mail domain looks mistyped"),
    what: text("常用邮箱的域名不要输错。", "Domains of common mail services are spelt right."),
    why: text("输错一个字母，就收不到审核结果。", "With one wrong letter no result arrives."),
    fix: text("接受给出的改法。", "Accept the corrected address."),
    messages: &[
        message(
            "",
            text("{domain} 像是 {meant} 输错了。", "{domain} looks like a mistyped {meant}."),
            text("改成 {meant}；没错就不用改。", "Change it to {meant}, or leave it if it is right."),
        ),
        message(
            "phone",
            text(
                "邮箱以{field}里的号码 {number} 开头，后面还有别的字，像是把电话误填进了邮箱。",
                "It begins with {number}, the number in {field}, and goes on: the number looks typed into the address.",
            ),
            text("去掉多出的号码；没错就不用改。", "Take the number out, or leave it if it is right."),
        ),
    ],
    wrong: case("responsible_person.email = 'bing@qq.con'", text(".con 多半是 .com。", ".con is most likely .com.")),
    right: case("responsible_person.email = 'bing@qq.com'", text("域名没有输错。", "The domain is spelt right.")),
    check: mail_mistyped,
};

/// Two people have the same address.
pub static MAIL_SHARED: Rule = Rule {
    name: "mail-shared",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: FieldId::MAILS,
    source: source::VENDORS,
    prevents: &[],
    title: text("两人同一个邮箱", "One mail address for two people"),
    what: text("两位负责人的邮箱最好不同。", "Each person should have an address of their own."),
    why: text("云服务商的备案文档要求每人一个邮箱。", "Providers' filing documents ask for one address per person."),
    fix: text("每人填写自己的邮箱。", "Enter each person's address."),
    messages: &[message(
        "",
        text("与主体负责人的邮箱相同，可能被退回。", "The same as the responsible person's; it may be rejected."),
        text("填小程序负责人自己的邮箱。", "Enter the mini-program contact's own address."),
    )],
    wrong: case("owner.email = 'bing@example.com'", text("与主体负责人是同一个邮箱。", "The responsible person's address.")),
    right: case("owner.email = 'wu@example.com'", text("小程序负责人自己的邮箱。", "The mini-program contact's own address.")),
    check: mail_shared,
};

/// Nobody reads what arrives there, or not for long.
pub static MAIL_NOBODY_READS: Rule = Rule {
    name: "mail-nobody-reads",
    topic: Topic::Mail,
    severity: Severity::Warning,
    fields: FieldId::MAILS,
    source: source::REVIEW_EXPERIENCE,
    prevents: &[],
    title: text("这个邮箱可能没人看", "A mailbox that may not be read"),
    what: text("负责人的邮箱要是本人常看的。", "The address is one that this person reads."),
    why: text("审核结果会发到这里，错过了会耽误几天。", "Results of the review go there; missing one costs days."),
    fix: text("换成本人常用的邮箱。", "Enter an address the person uses."),
    messages: &[
        message(
            "role",
            text(
                "「{local}」是公用邮箱的名字，不一定是本人在看。",
                "\"{local}\" is a shared mailbox, which this person may not read.",
            ),
            text("最好换成本人的邮箱。", "Enter the person's own address instead."),
        ),
        message(
            "no_reply",
            text("「{local}」是只发信的邮箱，收不到回复。", "\"{local}\" only sends; nothing is read there."),
            text("换成本人常用的邮箱。", "Enter an address the person uses."),
        ),
        message(
            "throwaway",
            text("{domain} 是临时邮箱，过后收不到信。", "{domain} issues temporary addresses; later mail is lost."),
            text("换成本人常用的邮箱。", "Enter an address the person uses."),
        ),
    ],
    wrong: case(
        "responsible_person.email = 'no-reply@example.com'",
        text("这种邮箱只发不收。", "What arrives there is not read."),
    ),
    right: case("responsible_person.email = 'bing@example.com'", text("本人的邮箱。", "The person's own address.")),
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
    for id in FieldId::MAILS {
        if let Some((text, verdict)) = context.typed(*id).zip(context.mail_verdict(*id)).filter(|(_, verdict)| !verdict.valid) {
            let mut refused = Vec::new();
            Judged { field: *id, verdict, suggestion: meant(text) }.refused(&MAIL_INVALID, &mut refused);
            findings.extend(refused.into_iter().map(|finding| named(finding, text)));
        }
    }
}

/// Names the character that does not belong there.
fn named(finding: Finding, text: &str) -> Finding {
    let text = normalize(text, Mode::Ascii).value;
    let odd = match finding.message.name {
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
    for id in FieldId::MAILS {
        let Some(verdict) = context.mail_verdict(*id).filter(|verdict| verdict.valid) else { continue };
        let Some((local, domain)) = verdict.normalized.rsplit_once('@') else { continue };
        if let Some((meant, _)) = SLIPS.iter().find(|(_, slips)| slips.contains(&domain)) {
            let finding = MAIL_MISTYPED.finds(*id).with("domain", Arg::Text(domain.to_owned()));
            let finding = finding.with("meant", Arg::Text((*meant).to_owned()));
            findings.push(finding.with_fix_to(Value::Text(format!("{local}@{meant}"))));
        }
        // A mailbox that is the number and nothing else is common.
        let begins = |phone: &FieldId| {
            let number = context.phone(*phone)?;
            let rest = local.strip_prefix(number).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
            Some((*phone, number, rest))
        };
        if let Some((phone, number, rest)) = FieldId::PHONES.iter().find_map(begins) {
            let finding = MAIL_MISTYPED.finds(*id).with_message(message_of!(MAIL_MISTYPED, "phone"));
            let finding = finding.with("number", Arg::Text(number.to_owned())).with("field", Arg::Field(phone));
            findings.push(finding.with_fix_to(Value::Text(format!("{rest}@{domain}"))));
        }
    }
}

fn mail_nobody_reads(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in FieldId::MAILS {
        let Some(mail) = context.mail(*id) else { continue };
        let Some((local, domain)) = mail.rsplit_once('@') else { continue };
        let finding = MAIL_NOBODY_READS.finds(*id);
        findings.extend(match () {
            () if SEND_ONLY.contains(&local) => {
                Some(finding.with_message(message_of!(MAIL_NOBODY_READS, "no_reply")).with("local", Arg::Text(local.to_owned())))
            }
            () if THROWAWAY.contains(&domain) => Some(
                finding.with_message(message_of!(MAIL_NOBODY_READS, "throwaway")).with("domain", Arg::Text(domain.to_owned())),
            ),
            () if ROLES.contains(&local) => Some(
                finding
                    .with_message(message_of!(MAIL_NOBODY_READS, "role"))
                    .with_severity(Severity::Hint)
                    .with("local", Arg::Text(local.to_owned())),
            ),
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
