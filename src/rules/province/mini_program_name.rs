//! Names of mini-programs that a province does not take.

use super::{VENDORS, here, reads, rows, says};
use crate::catalog::province::Test;
use crate::filing::FieldId;
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity, mini_program_name};

/// The province does not take such a name.
pub static NAME_AGAINST_PROVINCE: Rule = Rule {
    name: "name-against-province",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: VENDORS,
    reasons: &["word", "own_name", "short", "letters", "place"],
    check: name_against_province,
};

fn name_against_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(province), Some(name)) = (here(context), context.name_text(FieldId::MiniProgramName)) else { return };
    let rule = &NAME_AGAINST_PROVINCE;
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Name { words, own_name, shortest, no_letters, place } = *test else { continue };
            let read = |reason| reads(rule, FieldId::MiniProgramName, province, row).because(reason);
            let named = |reason, word: &str| read(reason).with("word", Arg::Text(word.to_owned()));
            // What individuals are to avoid is said everywhere, by `mini-program-name-unfit-for-individual`.
            let words = if context.draft.is_individual() { &[] } else { words };
            findings.extend(words.iter().find(|word| name.contains(**word)).map(|word| named("word", word)));
            let person = Some(()).filter(|()| own_name).and_then(|()| persons_name(context, &name));
            findings.extend(person.map(|person| named("own_name", &person)));
            if name.chars().count() < shortest {
                findings.push(read("short"));
            }
            if no_letters && name.chars().any(|c| c.is_ascii_alphabetic()) {
                findings.push(read("letters"));
            }
            if place && mini_program_name::place(&name).is_some() {
                findings.push(says(rule, FieldId::MiniProgramName, province).because("place").weighing(super::weight(row)));
            }
        }
    }
}

/// A name of a person of the draft that stands in the mini-program's name.
fn persons_name(context: &Context<'_>, name: &str) -> Option<String> {
    [FieldId::ResponsiblePersonName, FieldId::OwnerName, FieldId::LegalPersonName]
        .into_iter()
        .filter_map(|id| context.name(id))
        .find(|person| person.chars().count() > 1 && name.contains(person.as_str()))
}
