//! Names of mini-programs that a province does not take.

use super::{VENDORS, here, reads, rows, says};
use crate::catalog::filing_region;
use crate::catalog::province::Test;
use crate::filing::FieldId;
use crate::rules::rule::{Context, Rule, Topic};
use crate::rules::{Arg, Finding, Severity};

/// The province does not take such a name.
pub static NAME_AGAINST_PROVINCE: Rule = Rule {
    name: "name-against-province",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: VENDORS,
    reasons: &["word", "own_name", "short", "letters", "place", "brief"],
    check: name_against_province,
};

/// Fewer characters than these are sent back here and there (`filing-rules.md` MPN-12).
const SHORTEST: usize = 3;

fn name_against_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(province), Some(name)) = (here(context), context.name_text(FieldId::MiniProgramName)) else { return };
    let rule = &NAME_AGAINST_PROVINCE;
    let (length, mut told) = (name.chars().count(), false);
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Name { words, own_name, shortest, no_letters, place } = *test else { continue };
            let read = |reason| reads(rule, FieldId::MiniProgramName, province, row).because(reason);
            let named = |reason, word: &str| read(reason).with("word", Arg::Text(word.to_owned()));
            findings.extend(words.iter().find(|word| name.contains(**word)).map(|word| named("word", word)));
            let person = Some(()).filter(|()| own_name).and_then(|()| persons_name(context, &name));
            findings.extend(person.map(|person| named("own_name", &person)));
            if length < shortest {
                findings.push(read("short"));
                told = true;
            }
            if no_letters && name.chars().any(|c| c.is_ascii_alphabetic()) {
                findings.push(read("letters"));
            }
            if place && is_place(&name) {
                findings.push(says(rule, FieldId::MiniProgramName, province).because("place").weighing(super::weight(row)));
            }
        }
    }
    if length < SHORTEST && !told {
        findings.push(rule.finds(FieldId::MiniProgramName).because("brief").weighing(Severity::Hint));
    }
}

/// A name of a person of the draft that stands in the mini-program's name.
fn persons_name(context: &Context<'_>, name: &str) -> Option<String> {
    [FieldId::ResponsiblePersonName, FieldId::OwnerName, FieldId::LegalPersonName]
        .into_iter()
        .filter_map(|id| context.name(id))
        .find(|person| person.chars().count() > 1 && name.contains(person.as_str()))
}

/// Whether the name is that of a region and nothing else, but for 网 or 小程序 behind it: 怒江, 怒江网.
fn is_place(name: &str) -> bool {
    let bare = ["小程序", "网"].into_iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let places = filing_region::regions().iter().filter(|region| !region.pseudo);
    places.into_iter().any(|region| region.name == bare || region.short_name() == bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_alone_is_told_from_a_name_with_a_place() {
        for (name, alone) in [
            ("怒江", true),
            ("怒江网", true),
            ("昆明市", true),
            ("盘龙区", true),
            ("昆明菜谱", false),
            ("市辖区", false),
            ("小食记", false),
        ] {
            assert_eq!(is_place(name), alone, "{name}");
        }
    }
}
