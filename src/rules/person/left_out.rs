//! People who are named and, as one question is answered or was never asked, are no part of the filing.

use crate::filing::{FieldId, Value};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// A legal representative or a mini-program contact is named who is not the responsible person, and is taken for that person.
pub static PERSON_LEFT_OUT: Rule = Rule {
    name: "person-left-out",
    topic: Topic::ResponsiblePerson,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson, FieldId::SameAsResponsiblePerson],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::LegalPersonMissing, Rejection::RegistryCheckFailed],
    title: text("填了的人不在备案里", "A person who is named is left out"),
    what: text(
        "法定代表人、小程序负责人填了另一个人，就按另一个人备案。",
        "A legal representative or mini-program contact who is named as another person is filed as one.",
    ),
    why: text(
        "按同一个人备案，那个人的资料和授权书都不提交，与登记不符就会被退回。",
        "Filed as one person, their data and the letter are not sent, and what differs from the registry is rejected.",
    ),
    fix: text(
        "是两个人就答「否」；确是同一个人，确认这条警告。",
        "Answer no if they are two people; confirm the warning if they are one.",
    ),
    messages: &[
        message(
            "legal_person",
            text(
                "法定代表人填的是{left}，却按主体负责人{responsible}就是法定代表人备案：{left}和授权书都不提交。",
                "{left} is named as legal representative, yet {responsible}, the responsible person, is filed as that: {left} and the letter are left out.",
            ),
            text("是两个人就答「否」。", "Answer no if they are two people."),
        ),
        message(
            "owner",
            text(
                "小程序负责人填的是{left}，却按同主体负责人{responsible}备案：{left}的资料都不提交。",
                "{left} is named as mini-program contact, yet {responsible}, the responsible person, is filed as that: the data of {left} are left out.",
            ),
            text("是两个人就答「否」。", "Answer no if they are two people."),
        ),
    ],
    wrong: case(
        "responsible_person.is_legal_person = true\nsubject.legal_person.name = '测试丁'",
        text(
            "填了法定代表人测试丁，又说主体负责人测试丙就是。",
            "测试丁 is named, and 测试丙 is said to be the legal representative.",
        ),
    ),
    right: case(
        "responsible_person.is_legal_person = false\nsubject.legal_person.name = '测试丁'",
        text("测试丁另作法定代表人。", "测试丁 is filed as legal representative."),
    ),
    check: person_left_out,
};

fn person_left_out(context: &Context<'_>, findings: &mut Vec<Finding>) {
    use FieldId as F;
    for (question, message, name, number) in [
        (F::IsLegalPerson, message_of!(PERSON_LEFT_OUT, "legal_person"), F::LegalPersonName, F::LegalPersonNumber),
        (F::SameAsResponsiblePerson, message_of!(PERSON_LEFT_OUT, "owner"), F::OwnerName, F::OwnerCertificateNumber),
    ] {
        if !context.asks(question) || !context.flag(question) {
            continue;
        }
        let names = [context.text(name), context.text(F::ResponsiblePersonName)];
        let numbers = [context.text(number), context.text(F::ResponsiblePersonCertificateNumber)];
        if are_two(names).or_else(|| are_two(numbers)) != Some(true) {
            continue;
        }
        let left = names.into_iter().chain(numbers).find(|text| !text.trim().is_empty()).unwrap_or_default();
        let finding = PERSON_LEFT_OUT.finds(question).with_message(message).with("left", Arg::Text(left.trim().to_owned()));
        let finding = finding.with("responsible", Arg::Text(context.text(F::ResponsiblePersonName).trim().to_owned()));
        findings.push(finding.with_fix_to(Value::Flag(false)));
    }
}

/// Whether two names, or two numbers, are of two people; `None` where one is missing, masked, or in other letters.
fn are_two(texts: [&str; 2]) -> Option<bool> {
    let plain = texts.map(|text| text.chars().filter(|c| c.is_alphanumeric() || *c == '*').collect::<String>().to_uppercase());
    let [one, other] = &plain;
    let is_known = !one.is_empty() && !other.is_empty() && one.is_ascii() == other.is_ascii();
    (is_known && !one.contains('*') && !other.contains('*')).then_some(one != other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_compared_by_what_they_say() {
        for (one, other, expected) in [
            ("测试丁", "测试丙", Some(true)),
            ("测试 丁", "测试丁", Some(false)),
            ("古丽·阿依", "古丽阿依", Some(false)),
            ("51010719920712992x", "51010719920712992X", Some(false)),
            ("测*", "测试丁", None),
            ("", "测试丁", None),
            ("LI LEI", "李雷", None),
        ] {
            assert_eq!(are_two([one, other]), expected, "{one} {other}");
        }
    }
}
