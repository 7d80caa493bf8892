//! What provinces ask, read to people as it stands.

use super::{Lang, cli, fill};
use crate::catalog::province::{self, LegalPersonRule, NonlocalRule, Province, ProvinceRule};
use crate::rules::{self, Context};

crate::messages! {
    ALSO_ASKED = "{province}另外要求，离线查不了，请自己核对：", "{province} also requires this, which cannot be checked offline:";
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
    NONLOCAL_UNCLEAR = "收不收外省身份证的个人，各家说法不一。", "Sources disagree on individuals from other provinces.";
    LEAST_AGE = "单位的负责人至少 {unit} 岁，个人至少 {individual} 岁。", "People in charge at organisations must be at least {unit}, individuals at least {individual}.";
    LEAST_AGE_UNIT = "单位的负责人至少 {unit} 岁。", "People in charge at organisations must be at least {unit}.";
    LEAST_AGE_INDIVIDUAL = "个人至少 {individual} 岁。", "Individuals must be at least {individual}.";
    ONE_CITY = "证件住所与通讯地址须在同一个市。", "The certificate address and the postal address must be in the same city.";
    NO_SHIXIAQU = "地址里不能有「市辖区」。", "Addresses must not contain 市辖区.";
    PHONE_EXCLUSIVE = "号码不能出现在别的主体的备案里。", "Numbers must not be used in a filing of another entity.";
}

/// What the draft's province asks and nobody can check offline: a heading, then one line each. Nothing where there is nothing.
#[must_use]
pub fn reminders(lang: Lang, context: &Context<'_>) -> Vec<String> {
    let rows = rules::province::reminders(context);
    let Some(province) = rules::province::here(context).filter(|_| !rows.is_empty()) else {
        return Vec::new();
    };
    let heading = ALSO_ASKED.with(lang, &[("province", &province.short.in_lang(lang))]);
    let lines = rows.into_iter().map(|row| format!("  - {}", row.summary.in_lang(lang)));
    std::iter::once(heading).chain(lines).collect()
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
    pub source: &'static str,
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
        all.extend(column(lang, rule, province).map(|sentence| Asked {
            row: None,
            province: name,
            sentence,
            source: province.source,
            confidence: cli::confidence(province.confidence).in_lang(lang),
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
        source: row.source,
        confidence: cli::confidence(row.confidence).in_lang(lang),
    }
}

/// What the province's own row says on the matter of a rule.
fn column(lang: Lang, rule: &str, province: &Province) -> Option<String> {
    let text = match rule {
        "responsible-person-must-be-legal-person" => match province.legal_person_rule {
            LegalPersonRule::Required => LEGAL_PERSON,
            LegalPersonRule::RequiredWithExceptions => LEGAL_PERSON_MOSTLY,
            LegalPersonRule::LetterAccepted => LETTER,
            LegalPersonRule::SourcesDisagree => LEGAL_PERSON_UNCLEAR,
        },
        "owner-must-be-responsible-person" if province.same_person => SAME_PERSON,
        "individual-from-another-province" => match province.personal_nonlocal {
            NonlocalRule::Allowed => NONLOCAL_ALLOWED,
            NonlocalRule::ResidenceProof => NONLOCAL_PROOF,
            NonlocalRule::Refused => NONLOCAL_REFUSED,
            NonlocalRule::SourcesDisagree => NONLOCAL_UNCLEAR,
            NonlocalRule::Unknown => return None,
        },
        "person-outside-ages-of-province" => match (province.min_age_unit, province.min_age_personal) {
            (Some(_), Some(_)) => LEAST_AGE,
            (Some(_), None) => LEAST_AGE_UNIT,
            (None, Some(_)) => LEAST_AGE_INDIVIDUAL,
            (None, None) => return None,
        },
        "address-in-another-city" if province.same_city => ONE_CITY,
        "address-says-shixiaqu" if province.no_shixiaqu => NO_SHIXIAQU,
        "phone-used-elsewhere" if province.phone_exclusive => PHONE_EXCLUSIVE,
        _ => return None,
    };
    let [unit, individual] = [province.min_age_unit, province.min_age_personal].map(Option::unwrap_or_default);
    Some(fill(text.in_lang(lang), &[("unit", &unit), ("individual", &individual)]))
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
