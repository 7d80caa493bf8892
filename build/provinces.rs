//! What the bureaus of the provinces ask: `provinces.rs`.

use std::collections::BTreeSet;

use crate::source::{Fallible, Row, Sources, table};

const LEGAL_PERSON: [(&str, &str); 4] = [
    ("required", "LegalPersonRule::Required"),
    ("required_exc", "LegalPersonRule::RequiredWithExceptions"),
    ("letter_ok", "LegalPersonRule::LetterAccepted"),
    ("conflict", "LegalPersonRule::SourcesDisagree"),
];

const NONLOCAL: [(&str, &str); 5] = [
    ("allowed", "NonlocalRule::Allowed"),
    ("proof", "NonlocalRule::ResidenceProof"),
    ("forbidden", "NonlocalRule::Refused"),
    ("conflict", "NonlocalRule::SourcesDisagree"),
    ("unknown", "NonlocalRule::Unknown"),
];

const LOCAL_PHONE: [(&str, &str); 5] = [
    ("none", "LocalPhone::NotAsked"),
    ("both", "LocalPhone::Everyone"),
    ("personal", "LocalPhone::Individuals"),
    ("nonlocal_personal", "LocalPhone::NonlocalIndividuals"),
    ("recommended", "LocalPhone::Recommended"),
];

/// Shared with the materials.
pub const AUDIENCE: [(&str, &str); 3] =
    [("unit", "Audience::Organisations"), ("personal", "Audience::Individuals"), ("both", "Audience::Everyone")];

const TOPIC: [(&str, &str); 13] = [
    ("age", "Topic::Age"),
    ("phone", "Topic::Phone"),
    ("address", "Topic::Address"),
    ("principal", "Topic::ResponsiblePerson"),
    ("certificate", "Topic::Certificate"),
    ("name", "Topic::Name"),
    ("remark", "Topic::Remark"),
    ("material", "Topic::Material"),
    ("prior_approval", "Topic::PriorApproval"),
    ("count", "Topic::Count"),
    ("change", "Topic::Change"),
    ("sms", "Topic::Sms"),
    ("individual_business", "Topic::IndividualBusiness"),
];

/// Shared with the materials.
pub const OCCASION: [(&str, &str); 5] = [
    ("new", "Occasion::New"),
    ("add", "Occasion::AddService"),
    ("access", "Occasion::AddAccess"),
    ("change", "Occasion::Change"),
    ("all", "Occasion::New, Occasion::AddService, Occasion::AddAccess, Occasion::Change"),
];

/// Shared with the materials.
pub const SEVERITY: [(&str, &str); 3] = [("error", "Severity::Error"), ("warn", "Severity::Warning"), ("info", "Severity::Hint")];

/// How sure a source is; shared with the keywords.
pub const CONFIDENCE: [(&str, &str); 6] = [
    ("official", "Confidence::Official"),
    ("platform", "Confidence::Platform"),
    ("vendor", "Confidence::Vendor"),
    ("vendor-old", "Confidence::OldVendor"),
    ("anecdotal", "Confidence::Anecdotal"),
    ("inferred", "Confidence::Inferred"),
];

/// Writes the provinces, sorted by code, and the rules: nationwide ones first, each group in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/catalog/provincial_rules.toml")?;
    let mut provinces = Vec::new();
    for row in document.rows("province")? {
        provinces.push((row.text("adcode")?, province(&row)?));
    }
    provinces.sort();
    let codes: BTreeSet<&str> = provinces.iter().map(|(code, _)| *code).collect();
    if codes.len() != provinces.len() {
        return Err("provincial_rules.toml: a province occurs twice".into());
    }

    let mut rules = Vec::new();
    for row in document.rows("rule")? {
        let code = row.text("adcode")?;
        if code != "000000" && !codes.contains(code) {
            return Err(row.wrong("unknown adcode"));
        }
        rules.push((code, rule(&row)?));
    }
    rules.sort_by_key(|(code, _)| *code);

    let provinces: Vec<String> = provinces.into_iter().map(|(_, text)| text).collect();
    let rules: Vec<String> = rules.into_iter().map(|(_, text)| text).collect();
    let output = table("PROVINCES", "Province", &provinces) + &table("RULES", "ProvinceRule", &rules);
    sources.write("provinces.rs", &output)
}

fn province(row: &Row<'_>) -> Fallible<String> {
    let fields = [
        ("code", format!("{:?}", row.text("adcode")?)),
        ("name", format!("{:?}", row.text("name")?)),
        ("prefix", format!("{:?}", row.text("abbr")?)),
        ("legal_person_rule", row.choice("legal_rep_rule", &LEGAL_PERSON)?),
        ("same_person", row.flag("same_person")?.to_string()),
        ("personal_nonlocal", row.choice("personal_nonlocal", &NONLOCAL)?),
        ("min_age_unit", age(row, "min_age_unit")?),
        ("min_age_personal", age(row, "min_age_personal")?),
        ("local_phone", row.choice("local_phone", &LOCAL_PHONE)?),
        ("phone_exclusive", row.flag("phone_exclusive")?.to_string()),
        ("same_city", row.flag("same_city")?.to_string()),
        ("no_shixiaqu", row.flag("no_shixiaqu")?.to_string()),
        ("shell_direct_add", row.flag("shell_direct_add")?.to_string()),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice("confidence", &CONFIDENCE)?),
    ];
    Ok(literal("Province", &fields))
}

fn rule(row: &Row<'_>) -> Fallible<String> {
    let fields = [
        ("id", format!("{:?}", row.text("id")?)),
        ("code", format!("{:?}", row.text("adcode")?)),
        ("audience", row.choice("subject", &AUDIENCE)?),
        ("topic", row.choice("topic", &TOPIC)?),
        ("occasions", row.choices("kinds", &OCCASION)?),
        ("summary", format!("{:?}", row.text("summary")?)),
        ("material", format!("{:?}", row.text("material")?)),
        ("severity", row.choice("severity", &SEVERITY)?),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice("confidence", &CONFIDENCE)?),
    ];
    Ok(literal("ProvinceRule", &fields))
}

/// Zero in the file means that no figure was found.
fn age(row: &Row<'_>, key: &str) -> Fallible<String> {
    Ok(match row.number(key)? {
        0 => "None".to_owned(),
        years => format!("Some({years})"),
    })
}

/// The source text of a struct.
pub fn literal(kind: &str, fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{kind} {{ {} }}", fields.join(", "))
}
