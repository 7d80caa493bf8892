//! The legal representative on the certificate against the answer that the responsible person is.

use super::{certificates, is_expected};
use crate::filing::{FieldId, Value};
use crate::reading::{Certainty, Seen, What};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, source};
use crate::rules::scans::file::Scan;
use crate::text::normalize::fold_fullwidth;
use crate::text::text;

/// The certificate names another legal representative, while the responsible person is said to be it.
pub static SCAN_NAMES_ANOTHER_LEGAL_PERSON: Rule = Rule {
    name: "scan-names-another-legal-person",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("主体负责人不像是法定代表人", "Responsible person probably not the legal representative"),
    what: text(
        "选「是」的，主体负责人就是证件照片上的法定代表人。",
        "Where the answer is yes, the responsible person is the legal representative named on the scan.",
    ),
    why: text(
        "平台会把法定代表人与登记信息核对，对不上就退回。",
        "The platform compares the legal representative with the registry.",
    ),
    fix: text(
        "主体负责人不是法定代表人的，选「否」，再填法定代表人。",
        "If the responsible person is somebody else, answer no and enter the legal representative.",
    ),
    messages: &[message(
        "",
        text(
            "{file} 上的法定代表人好像是「{seen}」，主体负责人是「{typed}」。",
            "{file} seems to name \"{seen}\" as the legal representative; the responsible person is \"{typed}\".",
        ),
        text(
            "不是同一个人就选「否」，再填法定代表人；照片上认错的，不必改。",
            "Answer no if they are two people, and enter the legal representative. If the scan was misread, keep the answer.",
        ),
    )],
    wrong: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = true\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', legal_person = '周大雪' } }",
        text("执照上的法定代表人是另一个人。", "The licence names somebody else."),
    ),
    right: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = true\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', legal_person = '林小满' } }",
        text("主体负责人就是执照上的法定代表人。", "The responsible person is the one on the licence."),
    ),
    check: another_legal_person,
};

/// The certificate names the responsible person as legal representative, while somebody else is said to be it.
pub static SCAN_NAMES_RESPONSIBLE_PERSON: Rule = Rule {
    name: "scan-names-responsible-person",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: &[FieldId::IsLegalPerson],
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::LegalPersonRequired],
    title: text("主体负责人像是法定代表人", "Responsible person probably is the legal representative"),
    what: text(
        "选「否」的，证件照片上的法定代表人是另一个人。",
        "Where the answer is no, the legal representative named on the scan is somebody else.",
    ),
    why: text(
        "填成两个人就要多交授权书，核验也可能对不上。",
        "Filed as two people, a letter is required and verification may fail.",
    ),
    fix: text(
        "是同一个人就选「是」；只是同名的，不用改。",
        "Answer yes if they are one person; leave it if two people have the same name.",
    ),
    messages: &[message(
        "",
        text(
            "{file} 上的法定代表人就是「{seen}」，与主体负责人同名，却填了「不是」。",
            "{file} names \"{seen}\" as the legal representative, as the responsible person is called, yet the answer is no.",
        ),
        text("是同一个人就选「是」。", "Answer yes if they are one person."),
    )],
    wrong: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = false\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', legal_person = '林小满' } }",
        text("执照上的法定代表人就是主体负责人。", "The licence names the responsible person."),
    ),
    right: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = false\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', legal_person = '周大雪' } }",
        text("执照上的法定代表人是另一个人。", "The licence names somebody else."),
    ),
    check: responsible_person_is_named,
};

fn responsible_person_is_named(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !context.asks(FieldId::IsLegalPerson) || context.flag(FieldId::IsLegalPerson) {
        return;
    }
    let Some(typed) = context.typed(FieldId::ResponsiblePersonName) else { return };
    // That their numbers are the same is said by a rule of its own.
    let numbers = [FieldId::LegalPersonNumber, FieldId::ResponsiblePersonCertificateNumber].map(|id| context.number(id));
    if numbers[0].is_some() && numbers[0] == numbers[1] {
        return;
    }
    for (scan, seen) in named(context).into_iter().filter(|(_, seen)| is_same(typed, &seen.text)) {
        let said = SCAN_NAMES_RESPONSIBLE_PERSON.finds(FieldId::IsLegalPerson);
        let said = said.with("file", Arg::File(scan.path.to_owned())).with("seen", Arg::Text(seen.text.clone()));
        findings.push(said.with_fix_to(Value::Flag(true)));
    }
}

/// The legal representatives that the scans of the certificate name.
fn named<'a>(context: &Context<'a>) -> Vec<(Scan<'a>, &'a Seen)> {
    let licences = certificates(context).into_iter().filter(|(scan, _)| scan.id == FieldId::SubjectCertificatePhoto);
    let seen = licences.filter_map(|(scan, reading)| {
        let is_wanted = reading.kind.is_some_and(|kind| is_expected(context, &scan, kind));
        let seen = reading.value(What::LegalPerson).filter(|seen| is_wanted && seen.certainty > Certainty::Doubtful)?;
        Some((scan, seen))
    });
    seen.collect()
}

fn another_legal_person(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !context.asks(FieldId::IsLegalPerson) || !context.flag(FieldId::IsLegalPerson) {
        return;
    }
    let Some(typed) = context.typed(FieldId::ResponsiblePersonName) else { return };
    for (scan, seen) in named(context).into_iter().filter(|(_, seen)| is_another(typed, &seen.text)) {
        let mut changes = vec![(FieldId::IsLegalPerson, Some(Value::Flag(false)))];
        if is_blank(context.text(FieldId::LegalPersonName)) {
            changes.push((FieldId::LegalPersonName, Some(Value::from(seen.text.as_str()))));
        }
        let said = SCAN_NAMES_ANOTHER_LEGAL_PERSON.finds(FieldId::IsLegalPerson);
        let said = said.with("file", Arg::File(scan.path.to_owned())).with("seen", Arg::Text(seen.text.clone()));
        findings.push(said.with("typed", Arg::Text(typed.to_owned())).with_fix(Fix::offer(changes)));
    }
}

/// Whether two names are of two people. What differs in one character alone may be misread.
pub(super) fn is_another(typed: &str, seen: &str) -> bool {
    let (typed, seen) = (plain(typed), plain(seen));
    // A name in Latin letters is no other name of somebody whom the licence has in ideographs.
    let is_latin = |name: &[char]| name.iter().all(char::is_ascii);
    if is_latin(&typed) != is_latin(&seen) {
        return false;
    }
    typed.len() != seen.len() || typed.iter().zip(&seen).filter(|(one, other)| one != other).count() > 1
}

/// Whether two names are written alike.
pub(super) fn is_same(typed: &str, seen: &str) -> bool {
    !plain(seen).is_empty() && plain(typed) == plain(seen)
}

fn plain(name: &str) -> Vec<char> {
    let letters = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '·' | '•' | '・' | '‧' | '．'));
    letters.map(|c| fold_fullwidth(c).to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_two_people_differ_in_more_than_a_character() {
        for (typed, seen, expected) in [
            ("林小满", "周大雪", true),
            ("林小满", "林小满", false),
            ("林小满", "林小溝", false),
            ("阿依·买买提", "阿依买买提", false),
            ("王媛", "王小媛", true),
            ("LIN Xiaoman", "林小满", false),
            ("Lin Xiaoman", "LIN XIAOMAN", false),
        ] {
            assert_eq!(is_another(typed, seen), expected, "{typed} {seen}");
        }
    }
}
