//! The name of the mini-program (`filing-rules.md` section 3.9).

use super::look::folded;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog::name_word::{self, List, NameWord};
use crate::catalog::province::{self, Test};
use crate::catalog::{self, Confidence as Sureness, filing_region};
use crate::filing::FieldId;
use crate::text::normalize::{Mode, normalize};

const NAME: &[FieldId] = &[FieldId::MiniProgramName];

/// The name has a form that bureaus send back.
pub static MINI_PROGRAM_NAME_UNUSUAL: Rule = Rule {
    name: "mini-program-name-unusual",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["digits", "letters", "domain", "special", "trial", "place", "short"],
    check: mini_program_name_unusual,
};

/// The name holds a word of the state.
pub static MINI_PROGRAM_NAME_OF_THE_STATE: Rule = Rule {
    name: "mini-program-name-of-the-state",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["unit", "individual"],
    check: mini_program_name_of_the_state,
};

/// The name of an individual's mini-program holds words of offices, trades or companies.
pub static MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL: Rule = Rule {
    name: "mini-program-name-unfit-for-individual",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["office", "trade", "avoid"],
    check: mini_program_name_unfit_for_individual,
};

/// The name has no word in common with the organisation's name or business scope.
pub static MINI_PROGRAM_NAME_UNRELATED: Rule = Rule {
    name: "mini-program-name-unrelated",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: Source::new("驳回原因汇总；云服务商备案文档", Confidence::Vendor),
    reasons: &["name_and_scope", "name"],
    check: mini_program_name_unrelated,
};

/// Endings of domains.
const ENDINGS: [&str; 7] = [".com", ".cn", ".net", ".org", ".top", ".xyz", ".vip"];
/// Marks that a name may hold beside letters, digits and ideographs.
const MARKS: &[char] = &[' ', '·', '・', '-', '—', '&', '+', '\'', '(', ')', '（', '）'];
/// What is put behind the name of a place and leaves it the name of a place.
const BEHIND_PLACE: [&str; 9] = ["小程序", "门户网", "信息网", "在线", "生活", "网站", "网", "通", "圈"];
/// A name shorter than that is short for some bureaus.
const SHORT: usize = 3;

/// The name in its normal form, Latin letters small.
fn name(context: &Context<'_>) -> Option<String> {
    context.typed(FieldId::MiniProgramName).map(|text| folded(text).to_lowercase())
}

fn mini_program_name_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(text) = context.typed(FieldId::MiniProgramName) else { return };
    let name = folded(text).to_lowercase();
    let finding = MINI_PROGRAM_NAME_UNUSUAL.finds(FieldId::MiniProgramName);
    let hint = finding.clone().weighing(Severity::Hint);
    // What the province's own rows say about names, the rule that reads them out says.
    let rows = || province::rules_for(context.draft.text(FieldId::SubjectRegion)).flat_map(|row| row.tests);
    let speaks_of_places = || rows().any(|test| matches!(test, Test::Name { place: true, .. }));
    let speaks_of_short = || rows().any(|test| matches!(test, Test::Name { shortest: 1.., .. }));
    if let Some(reason) = form_of_name(&name) {
        findings.push(finding.because(reason));
    } else if let Some(odd) = special(&normalize(text, Mode::Text).value) {
        findings.push(finding.because("special").with("character", Arg::Text(odd.to_string())));
    }
    if let Some((_, row)) = name_word::find(&name, List::Trial).first() {
        findings.push(hint.clone().because("trial").with("word", Arg::Text(row.word.to_owned())));
    }
    if let Some(place) = place(&name).filter(|_| !speaks_of_places()) {
        findings.push(hint.clone().because("place").with("place", Arg::Text(place.to_owned())));
    }
    if name.chars().count() < SHORT && name.chars().all(super::name::is_ideograph) && !speaks_of_short() {
        findings.push(hint.because("short"));
    }
}

/// Digits only, letters without any Chinese, or a domain.
fn form_of_name(name: &str) -> Option<&'static str> {
    let ascii = name.is_ascii();
    match () {
        () if ascii && name.bytes().all(|b| b.is_ascii_digit() || b == b' ') => Some("digits"),
        () if has_domain(name) => Some("domain"),
        () if ascii && name.bytes().any(|b| b.is_ascii_alphabetic()) => Some("letters"),
        () => None,
    }
}

/// Whether the name holds something like `example.com`.
fn has_domain(name: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        name.match_indices(ending).any(|(at, _)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            let after = name.get(at + ending.len()..).and_then(|after| after.chars().next());
            before.is_some_and(char::is_alphanumeric) && !after.is_some_and(|c| c.is_ascii_alphanumeric())
        })
    })
}

/// The first character that is neither letter, digit, ideograph nor a common mark.
fn special(name: &str) -> Option<char> {
    name.chars().find(|c| !c.is_alphanumeric() && !MARKS.contains(c) && !c.is_control())
}

/// The administrative place whose name is the whole name. Short forms of districts are everyday words too often (平安, 和平).
pub(super) fn place(name: &str) -> Option<&'static str> {
    let bare = BEHIND_PLACE.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let is = |text: &str| bare == text || name == text;
    let mut regions = filing_region::regions().iter().filter(|region| !region.pseudo);
    let found = regions.find(|region| is(region.name) || (region.level < 3 && region.stem_is_name() && is(region.short_name())));
    found.map(|region| region.name)
}

fn mini_program_name_of_the_state(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(name) = name(context) else { return };
    if context.code(FieldId::SubjectNature).is_some_and(catalog::may_use_state_words) {
        return;
    }
    // A body that carries the word in its own name has been allowed to.
    let own = context.typed(FieldId::SubjectName).map(folded).unwrap_or_default();
    let found: Vec<_> = name_word::find(&name, List::State).into_iter().filter(|(_, row)| !own.contains(row.word)).collect();
    let reason = if context.draft.is_individual() { "individual" } else { "unit" };
    findings.extend(gathered(&MINI_PROGRAM_NAME_OF_THE_STATE, reason, &found));
}

/// One finding that names all these words; a hint where only our own words are among them.
fn gathered(rule: &Rule, reason: &'static str, found: &[(usize, &NameWord)]) -> Option<Finding> {
    let words: Vec<&str> = found.iter().map(|(_, row)| row.word).collect();
    let (field, sure) = (*rule.fields.first()?, found.iter().any(|(_, row)| row.confidence != Sureness::Inferred));
    let finding = rule.finds(field).because(reason).with("words", Arg::Text(words.join("、")));
    (!words.is_empty()).then(|| if sure { finding } else { finding.weighing(Severity::Hint) })
}

fn mini_program_name_unfit_for_individual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(name) = name(context).filter(|_| context.draft.is_individual()) else { return };
    let [office, trade, avoid] = [List::Office, List::Trade, List::Avoid].map(|list| name_word::find(&name, list));
    let reason = match () {
        () if !office.is_empty() => "office",
        () if !trade.is_empty() => "trade",
        () => "avoid",
    };
    let mut found: Vec<_> = [office, trade, avoid].concat();
    found.sort_by_key(|(at, _)| *at);
    findings.extend(gathered(&MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, reason, &found));
}

fn mini_program_name_unrelated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(name), Some(subject)) = (name(context), context.typed(FieldId::SubjectName)) else { return };
    let scope = context.typed(FieldId::SubjectBusinessScope).map(folded);
    let own = bare(&name);
    // Of a name in letters, or of generic words alone, nobody can tell.
    let mut pairs = pairs(&own).peekable();
    if pairs.peek().is_none() || explained(context) {
        return;
    }
    let known = [folded(subject).to_lowercase(), scope.clone().unwrap_or_default()];
    if pairs.any(|pair| known.iter().any(|text| text.contains(&pair))) {
        return;
    }
    let finding = MINI_PROGRAM_NAME_UNRELATED.finds(FieldId::MiniProgramName);
    findings.push(match scope {
        Some(_) => finding.because("name_and_scope"),
        None => finding.because("name").weighing(Severity::Hint),
    });
}

/// Whether the remark says where the name comes from.
fn explained(context: &Context<'_>) -> bool {
    let remarks = [FieldId::MiniProgramRemark, FieldId::SubjectRemark];
    let mut texts = remarks.into_iter().filter_map(|id| context.typed(id)).map(folded);
    texts.any(|text| !name_word::find(&text, List::Relation).is_empty())
}

/// The name with a blank for each word that says nothing.
fn bare(name: &str) -> String {
    let mut generic: Vec<&str> = name_word::words(List::Generic).map(|row| row.word).collect();
    generic.sort_by_key(|word| std::cmp::Reverse(word.len()));
    generic.iter().fold(name.to_owned(), |name, word| name.replace(word, " "))
}

/// Every two ideographs that stand side by side.
fn pairs(name: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = name.chars().collect();
    let pairs: Vec<String> = chars
        .windows(2)
        .filter(|pair| pair.iter().all(|c| super::name::is_ideograph(*c)))
        .map(|pair| pair.iter().collect())
        .collect();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_names() {
        for (name, form) in [
            ("小食记", None),
            ("小食记2", None),
            ("12306", Some("digits")),
            ("12 306", Some("digits")),
            ("hello food", Some("letters")),
            ("food2go", Some("letters")),
            ("example.com", Some("domain")),
            ("小食记.com.cn", Some("domain")),
            ("小食.记", None),
            ("e.company", Some("letters")),
        ] {
            assert_eq!(form_of_name(name), form, "{name}");
        }
    }

    #[test]
    fn special_characters() {
        for (name, odd) in [
            ("小食记", None),
            ("小食·记+", None),
            ("小食（成都）", None),
            ("小食记★", Some('★')),
            ("小食🍜记", Some('🍜')),
            ("小食_记", Some('_')),
            ("#小食记", Some('#')),
        ] {
            assert_eq!(special(name), odd, "{name}");
        }
    }

    #[test]
    fn names_of_places_alone() {
        for (name, found) in [
            ("怒江网", Some("怒江傈僳族自治州")),
            ("成都", Some("成都市")),
            ("武侯区", Some("武侯区")),
            ("成都生活", Some("成都市")),
            ("成都美食", None),
            ("小食记", None),
            ("城区", Some("城区")),
            ("平安生活", None),
        ] {
            assert_eq!(place(name), found, "{name}");
        }
    }

    #[test]
    fn pairs_leave_out_what_says_nothing() {
        for (name, text) in [("小食记小程序", "小食,食记"), ("智慧云端平台", ""), ("food小店", ""), ("成都商城小食", "成都,小食")]
        {
            assert_eq!(pairs(&bare(name)).collect::<Vec<_>>().join(","), text, "{name}");
        }
    }
}
