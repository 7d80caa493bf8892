//! Which material is needed when: `materials.rs`.

use std::collections::BTreeMap;

use super::province_rows::{AUDIENCE, OCCASION, SEVERITY};
use super::provinces::{CONFIDENCE, literal};
use super::source::{Fallible, Row, Sources, table};

const HAND: [(&str, &str); 18] = [
    ("owned", "Hand::Owned"),
    ("legal_person_and_seal", "Hand::LegalPersonAndSeal"),
    ("responsible_person_and_seal", "Hand::ResponsiblePersonAndSeal"),
    ("seal_and_legal_person", "Hand::SealAndLegalPerson"),
    ("seal", "Hand::Seal"),
    ("fingerprint", "Hand::Fingerprint"),
    ("owner", "Hand::Owner"),
    ("owner_records", "Hand::OwnerRecords"),
    ("legal_person", "Hand::LegalPerson"),
    ("registry", "Hand::Registry"),
    ("residence", "Hand::Residence"),
    ("police", "Hand::Police"),
    ("cyberspace_office", "Hand::CyberspaceOffice"),
    ("staffing_office", "Hand::StaffingOffice"),
    ("employer", "Hand::Employer"),
    ("guardian", "Hand::Guardian"),
    ("health_office", "Hand::HealthOffice"),
    ("approval_office", "Hand::ApprovalOffice"),
];

const LETTER: [(&str, &str); 14] = [
    ("", "None"),
    ("authorization", "Some(Letter::Authorization)"),
    ("authorization_in_shanghai", "Some(Letter::AuthorizationInShanghai)"),
    ("commitment", "Some(Letter::Commitment)"),
    ("commitment_of_individual", "Some(Letter::CommitmentOfIndividual)"),
    ("notice", "Some(Letter::AuthenticityNotice)"),
    ("authenticity", "Some(Letter::AuthenticityCommitment)"),
    ("video", "Some(Letter::Video)"),
    ("holding", "Some(Letter::HoldingPhoto)"),
    ("no_approval", "Some(Letter::NoApproval)"),
    ("no_tutoring", "Some(Letter::NoTutoring)"),
    ("culture", "Some(Letter::Culture)"),
    ("finance", "Some(Letter::Finance)"),
    ("proposal", "Some(Letter::Proposal)"),
];

/// Circumstances of one word.
const WHEN: [(&str, &str); 14] = [
    ("always", "Always"),
    ("asked_for", "AskedFor"),
    ("owner_is_another", "OwnerIsAnother"),
    ("responsible_person_is_another", "ResponsiblePersonIsAnother"),
    ("owner_is_not_legal_person", "OwnerIsNotLegalPerson"),
    ("id_from_another_province", "IdFromAnotherProvince"),
    ("legal_person_from_another_province", "LegalPersonFromAnotherProvince"),
    ("legal_person_from_abroad", "LegalPersonFromAbroad"),
    ("law_practice", "LawPractice"),
    ("public_body", "PublicBody"),
    ("sole_trader", "SoleTrader"),
    ("renamed", "Renamed"),
    ("hospital", "Hospital"),
    ("any_words", "ApprovalWords(&[])"),
];

/// The keys of a row that belongs to a province's rule, and of one that stands alone.
const OF_RULE: [&str; 9] = ["rule", "field", "name_zh", "name_en", "when", "hand", "letter", "subject", "also"];
const NATIONWIDE: [&str; 11] =
    ["field", "name_zh", "name_en", "when", "hand", "letter", "subject", "severity", "source", "confidence", "also"];

/// Writes the materials: nationwide ones first, then by province, each group in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let provinces = sources.toml("assets/catalog/provincial_rules.toml")?;
    let mut rules = BTreeMap::new();
    for row in provinces.rows("rule")? {
        rules.insert(row.text("id")?, row);
    }
    let document = sources.toml("assets/catalog/needed_materials.toml")?;
    let mut rows = Vec::new();
    let mut named = Vec::new();
    for row in document.rows("material")? {
        let rule = match row.optional_text("rule")? {
            Some(id) => Some(rules.get(id).ok_or_else(|| row.wrong("unknown rule"))?),
            None => None,
        };
        named.extend(row.optional_text("rule")?);
        named.extend(row.strings("also")?);
        let code = rule.map_or(Ok("000000"), |rule| rule.text("adcode"))?;
        rows.push((code, material(&row, rule.unwrap_or(&row), code)?));
    }
    if let Some(id) = named.iter().find(|id| !rules.contains_key(*id)) {
        return Err(format!("needed_materials.toml: no rule {id:?}").into());
    }
    for (id, rule) in &rules {
        if !rule.text("material")?.is_empty() && !named.contains(id) {
            return Err(rule.wrong("needed_materials.toml does not name the document"));
        }
    }
    rows.sort_by_key(|(code, _)| *code);
    let rows: Vec<String> = rows.into_iter().map(|(_, text)| text).collect();
    sources.write("materials.rs", &table("MATERIALS", "Material", &rows))
}

/// One row; `origin` has what stands in the province's rule where there is one.
fn material(row: &Row<'_>, origin: &Row<'_>, code: &str) -> Fallible<String> {
    row.only(if row.has("rule") { &OF_RULE } else { &NATIONWIDE })?;
    let own = row.has("subject");
    let occasions = if code == "000000" { row.choose("all", &OCCASION)? } else { origin.words("kinds", &OCCASION)? };
    let fields = [
        ("rule", format!("{:?}", row.optional_text("rule")?)),
        ("code", format!("{code:?}")),
        ("audience", if own { row } else { origin }.choice("subject", &AUDIENCE)?),
        ("occasions", format!("&[{occasions}]")),
        ("field", format!("{:?}", row.text("field")?)),
        ("name", row.name()?),
        ("when", format!("Circumstance::{}", when(row)?)),
        ("hand", row.choice("hand", &HAND)?),
        ("letter", row.choice("letter", &LETTER)?),
        ("severity", origin.choice("severity", &SEVERITY)?),
        ("source", format!("{:?}", origin.text("source")?)),
        ("confidence", origin.choice("confidence", &CONFIDENCE)?),
    ];
    Ok(literal("Material", &fields))
}

/// The circumstance, with its numbers or words.
fn when(row: &Row<'_>) -> Fallible<String> {
    let text = row.text("when")?;
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok()).ok_or_else(|| row.wrong("not a number"));
    let words = || format!("&{:?}", rest.split_whitespace().collect::<Vec<_>>());
    Ok(match (word, rest) {
        ("age", ages) => {
            let (ages, spares) = ages.strip_suffix(" unless_legal_person").map_or((ages, false), |ages| (ages, true));
            let mut ages = ages.split('-');
            let (from, to) = (number(ages.next())?, number(ages.next())?);
            format!("Age {{ from: {from}, to: {to}, spares_legal_person: {spares} }}")
        }
        ("services", counts) => {
            let mut counts = counts.split(' ');
            format!("Services {{ organisation: {}, individual: {} }}", number(counts.next())?, number(counts.next())?)
        }
        ("approval_words", "any") => row.choose("any_words", &WHEN)?,
        ("approval_words", _) => format!("ApprovalWords({})", words()),
        ("words", _) => format!("Words({})", words()),
        (_, "") => row.choose(word, &WHEN)?,
        _ => return Err(row.wrong("unknown circumstance")),
    })
}
