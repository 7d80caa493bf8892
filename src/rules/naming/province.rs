//! Names of mini-programs that a province does not take.

use crate::catalog::province::Test;
use crate::filing::FieldId;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::naming::mini_program_name;
use crate::rules::province::{here, reads, rows, says};
use crate::text::text;

/// The province does not take such a name.
pub static NAME_AGAINST_PROVINCE: Rule = Rule {
    name: "name-against-province",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::NameOfTheState],
    title: text("名称不合当地要求", "Name breaks a provincial rule"),
    what: text(
        "有的省对小程序名称用的词、字数、英文和地名另有要求。",
        "Some provinces have rules of their own for words, length, letters and places in names.",
    ),
    why: text("这些名称在当地会退回，或要有相应的许可。", "These names are rejected there, or need a permit."),
    fix: text("先在微信公众平台改名，再备案。", "Rename it in the console, then file."),
    messages: &[
        message(
            "word",
            text("名称里有「{word}」。{province}：{asked}。", "It contains \"{word}\". {province}: {asked}."),
            text("改名；有相应许可的附上许可。", "Rename it, or attach the permit for it."),
        ),
        message(
            "own_name",
            text(
                "名称里有人名「{word}」。{province}：{asked}。",
                "It contains a person's name, \"{word}\". {province}: {asked}.",
            ),
            text("先在微信公众平台改名，再备案。", "Rename it in the console, then file."),
        ),
        message(
            "short",
            text("名称太短。{province}：{asked}。", "Too short. {province}: {asked}."),
            text("先在微信公众平台改名，再备案。", "Rename it in the console, then file."),
        ),
        message(
            "letters",
            text("名称里有英文字母。{province}：{asked}。", "It contains letters. {province}: {asked}."),
            text("先在微信公众平台改名，再备案。", "Rename it in the console, then file."),
        ),
        message(
            "place",
            text("名称只是一个地名，{province}不收。", "It is only the name of a place, which {province} does not accept."),
            text("名称里加上做什么的，再备案。", "Let the name say what it is for."),
        ),
    ],
    wrong: case(
        "subject.region = '500103'\nmini_program.name = '虚构Music厅'",
        text("重庆：名称里不能有英文。", "Chongqing: no English in the name."),
    ),
    right: case("subject.region = '500103'\nmini_program.name = '虚构音乐厅'", text("没有英文。", "No English.")),
    check: name_against_province,
};

fn name_against_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(province), Some(name)) = (here(context), context.normal(FieldId::MiniProgramName)) else { return };
    let rule = &NAME_AGAINST_PROVINCE;
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Name { words, own_name, shortest, no_letters, place } = *test else { continue };
            let read = |reason| reads(rule, FieldId::MiniProgramName, province, row).with_message(reason);
            let named = |reason, word: &str| read(reason).with("word", Arg::Text(word.to_owned()));
            // What individuals are to avoid is said everywhere, by `mini-program-name-unfit-for-individual`.
            let words = if context.is_individual() { &[] } else { words };
            findings.extend(
                words
                    .iter()
                    .find(|word| name.contains(**word))
                    .map(|word| named(message_of!(NAME_AGAINST_PROVINCE, "word"), word)),
            );
            let person = Some(()).filter(|()| own_name).and_then(|()| persons_name(context, name));
            findings.extend(person.map(|person| named(message_of!(NAME_AGAINST_PROVINCE, "own_name"), person)));
            if name.chars().count() < shortest {
                findings.push(read(message_of!(NAME_AGAINST_PROVINCE, "short")));
            }
            if no_letters && name.chars().any(|c| c.is_ascii_alphabetic()) {
                findings.push(read(message_of!(NAME_AGAINST_PROVINCE, "letters")));
            }
            if place && mini_program_name::place(name).is_some() {
                findings.push(
                    says(rule, FieldId::MiniProgramName, province)
                        .with_message(message_of!(NAME_AGAINST_PROVINCE, "place"))
                        .with_severity(crate::rules::province::weight(row)),
                );
            }
        }
    }
}

/// A name of a person of the draft that stands in the mini-program's name.
fn persons_name<'c>(context: &'c Context<'_>, name: &str) -> Option<&'c str> {
    [FieldId::ResponsiblePersonName, FieldId::OwnerName, FieldId::LegalPersonName]
        .into_iter()
        .filter_map(|id| context.name(id))
        .find(|person| person.chars().count() > 1 && name.contains(person))
}
