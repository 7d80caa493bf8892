//! What provinces ask, read to people as it stands.

use super::cited::{self, Cited};
use super::{Lang, Text, cli, fill};
use crate::catalog::Confidence;
use crate::catalog::province::{self, LegalPersonRule, LocalPhone, NonlocalRule, Province, ProvinceRule, Sayings};
use crate::rules::{self, Context};

crate::messages! {
    ALSO_ASKED = "{province}另外要求，离线查不了，请自己核对：", "{province} also requires this, which cannot be checked offline:";
    ASKED_EVERYWHERE = "各地都要求，离线查不了，请自己核对：", "Required everywhere, and cannot be checked offline:";
    BY_PROVINCE = "各省要求：", "By province:";
    EVERYWHERE = "全国", "everywhere";
    LEGAL_PERSON = "主体负责人须是法定代表人。", "The responsible person is the legal representative.";
    LEGAL_PERSON_MOSTLY = "主体负责人须是法定代表人，有例外。", "The responsible person is the legal representative, with exceptions.";
    LETTER = "可凭授权书由他人任主体负责人。", "Someone else may be responsible person, with a letter.";
    LEGAL_PERSON_UNCLEAR = "主体负责人能否是别人，各家说法不一。", "Sources disagree whether someone else may be responsible person.";
    SAME_PERSON = "主体负责人不是法定代表人时，须与小程序负责人是同一个人。", "A responsible person who is not the legal representative must also be the mini-program contact.";
    NONLOCAL_ALLOWED = "收外省身份证的个人。", "Accepts individuals from other provinces.";
    NONLOCAL_PROOF = "外省身份证的个人要有居住证明。", "Accepts individuals from other provinces with a proof of residence.";
    NONLOCAL_REFUSED = "不收外省身份证的个人。", "Does not accept individuals from other provinces.";
    LOCAL_PHONE = "手机号码须是本省的。", "Mobile numbers must be of the province.";
    LOCAL_PHONE_INDIVIDUALS = "个人的手机号码须是本省的。", "Individuals need mobile numbers of the province.";
    LOCAL_PHONE_NONLOCAL = "外省身份证的个人，手机号码须是本省的。", "Individuals from other provinces need mobile numbers of the province.";
    LOCAL_PHONE_ADVISED = "手机号码最好是本省的。", "Mobile numbers of the province are advised.";
    LEAST_AGE_UNIT = "单位的负责人至少 {unit} 岁。", "People in charge at organisations must be at least {unit}.";
    LEAST_AGE_INDIVIDUAL = "个人至少 {individual} 岁。", "Individuals must be at least {individual}.";
    ONE_CITY = "证件住所与通讯地址须在同一个市。", "The certificate address and the postal address must be in the same city.";
    NO_SHIXIAQU = "地址里不能有「市辖区」。", "Addresses must not contain 市辖区.";
    PHONE_EXCLUSIVE = "号码不能出现在别的主体的备案里。", "Numbers must not be used in a filing of another entity.";
}

/// What is asked and nobody can check offline, under a heading: what the draft's province asks, then what holds everywhere and is not said to
/// be the province's. A heading is never without lines.
#[must_use]
pub fn reminders(lang: Lang, context: &Context<'_>) -> Vec<Reminders> {
    let Some(province) = rules::province::here(context) else { return Vec::new() };
    let (everywhere, own): (Vec<&ProvinceRule>, Vec<&ProvinceRule>) =
        rules::province::reminders(context).into_iter().partition(|row| row.code == province::EVERYWHERE);
    let here = ALSO_ASKED.with(lang, &[("province", &province.short.in_lang(lang))]);
    let listed = |heading: String, rows: Vec<&ProvinceRule>| Reminders {
        heading,
        lines: rows.into_iter().map(|row| format!("  - {}", row.summary.in_lang(lang))).collect(),
    };
    let all = [listed(here, own), listed(ASKED_EVERYWHERE.in_lang(lang).to_owned(), everywhere)];
    all.into_iter().filter(|one| !one.lines.is_empty()).collect()
}

/// What nobody can check offline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    /// Who asks it.
    pub heading: String,
    /// What is asked, one thing a line.
    pub lines: Vec<String>,
}

impl Reminders {
    /// Heading and lines.
    pub fn all(self) -> impl Iterator<Item = String> {
        std::iter::once(self.heading).chain(self.lines)
    }
}

/// One thing that a province asks, for `explain`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The row's key, such as `gd-10`; none for what stands in the province's own row.
    pub row: Option<&'static str>,
    /// The province, or everywhere.
    pub province: &'static str,
    /// What is asked.
    pub sentence: String,
    /// Tags of the sources.
    pub source: String,
    /// The sources, written out.
    pub sources: Vec<Cited>,
    /// How sure they are.
    pub confidence: &'static str,
}

/// What each province asks as far as this rule judges it, by province; nothing for rules that hold everywhere alike.
#[must_use]
pub fn asked(lang: Lang, rule: &str) -> Vec<Asked> {
    let mut all: Vec<Asked> = rules::province::rows_of(rule)
        .filter(|row| row.code == province::EVERYWHERE)
        .map(|row| of_row(lang, EVERYWHERE.in_lang(lang), row))
        .collect();
    for province in province::provinces() {
        let name = province.short.in_lang(lang);
        all.extend(columns(lang, rule, province).into_iter().map(|(sentence, source, sure)| Asked {
            row: None,
            province: name,
            sentence,
            sources: cited::of_row(lang, &source),
            source,
            confidence: cli::confidence(sure).in_lang(lang),
        }));
        all.extend(rules::province::rows_of(rule).filter(|row| row.code == province.code).map(|row| of_row(lang, name, row)));
    }
    all
}

fn of_row(lang: Lang, province: &'static str, row: &'static ProvinceRule) -> Asked {
    Asked {
        row: Some(row.id),
        province,
        sentence: row.summary.in_lang(lang).to_owned(),
        source: row.source.to_owned(),
        sources: cited::of_row(lang, row.source),
        confidence: cli::confidence(row.confidence).in_lang(lang),
    }
}

/// What sources say of the province on the matter of a rule, where that is one word: the sentence, the tags of the sources and how sure
/// they are, the strictest first.
fn columns(lang: Lang, rule: &str, province: &Province) -> Vec<(String, String, Confidence)> {
    fn each<T: Copy + PartialEq>(sayings: &Sayings<T>, words: impl Fn(T) -> Option<String>) -> Vec<(String, String, Confidence)> {
        let said = sayings.all().filter_map(|saying| Some((words(saying.answer)?, saying.sources.join(","), saying.confidence)));
        said.collect()
    }
    let plain = |text: Text| vec![(text.in_lang(lang).to_owned(), province.source.to_owned(), province.confidence)];
    match rule {
        "responsible-person-must-be-legal-person" => each(&province.legal_person_rule(), |answer| {
            let text = match answer {
                LegalPersonRule::Required => LEGAL_PERSON,
                LegalPersonRule::RequiredWithExceptions => LEGAL_PERSON_MOSTLY,
                LegalPersonRule::LetterAccepted => LETTER,
                LegalPersonRule::SourcesDisagree => LEGAL_PERSON_UNCLEAR,
            };
            Some(text.in_lang(lang).to_owned())
        }),
        "individual-from-another-province" => each(&province.personal_nonlocal(), |answer| {
            let text = match answer {
                NonlocalRule::Allowed => NONLOCAL_ALLOWED,
                NonlocalRule::ResidenceProof => NONLOCAL_PROOF,
                NonlocalRule::Refused => NONLOCAL_REFUSED,
                NonlocalRule::Unknown => return None,
            };
            Some(text.in_lang(lang).to_owned())
        }),
        "phone-not-local" => each(&province.local_phone(), |answer| {
            let text = match answer {
                LocalPhone::NotAsked => return None,
                LocalPhone::Everyone => LOCAL_PHONE,
                LocalPhone::Individuals => LOCAL_PHONE_INDIVIDUALS,
                LocalPhone::NonlocalIndividuals => LOCAL_PHONE_NONLOCAL,
                LocalPhone::Recommended => LOCAL_PHONE_ADVISED,
            };
            Some(text.in_lang(lang).to_owned())
        }),
        "person-outside-ages-of-province" => {
            let unit = each(&province.least_age(false), |age| Some(fill(LEAST_AGE_UNIT.in_lang(lang), &[("unit", &age)])));
            let individual =
                each(&province.least_age(true), |age| Some(fill(LEAST_AGE_INDIVIDUAL.in_lang(lang), &[("individual", &age)])));
            unit.into_iter().chain(individual).collect()
        }
        "owner-must-be-responsible-person" if province.same_person => plain(SAME_PERSON),
        "address-in-another-city" if province.same_city => plain(ONE_CITY),
        "address-says-shixiaqu" if province.no_shixiaqu => plain(NO_SHIXIAQU),
        "phone-used-elsewhere" if province.phone_exclusive => plain(PHONE_EXCLUSIVE),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_shows_who_asks_for_it() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(asked(lang, "owner-must-be-responsible-person").len(), 4);
            assert!(asked(lang, "responsible-person-must-be-legal-person").len() > 31);
            assert_eq!(asked(lang, "address-in-another-city").len(), 4);
            assert!(asked(lang, "mobile-invalid").is_empty());
            for rule in rules::register() {
                for asked in asked(lang, rule.name) {
                    assert!(!asked.sentence.contains('{') && !asked.source.is_empty(), "{asked:?}");
                }
            }
        }
    }
}
