//! What the bureaus of the provinces ask: `provinces.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::province_rows::rule;
use super::source::{Fallible, Row, Sources, table};
use super::vocabulary::{Confidence, LegalPersonRule, LocalPhone, NonlocalRule};

/// The code of rows that hold everywhere.
pub const EVERYWHERE: &str = "000000";

/// Writes the provinces, sorted by code, and the rules: nationwide ones first, each group in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/catalog/provincial_rules.toml")?;
    document.root().only(&["schema_version", "collected", "province", "answer", "rule"])?;
    let known = sources.toml("assets/catalog/districts.toml")?;
    let mut regions = BTreeSet::new();
    for row in known.rows("province")? {
        regions.insert(row.text("code")?);
    }
    let mut answers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in document.rows("answer")? {
        if !regions.contains(row.text("adcode")?) {
            return Err(row.wrong_in("adcode", "unknown adcode"));
        }
        answers.entry(row.text("adcode")?).or_default().push(answer(&row)?);
    }
    let mut provinces = Vec::new();
    let mut codes = BTreeSet::new();
    for row in document.rows("province")? {
        let code = row.text("adcode")?;
        if !regions.contains(code) {
            return Err(row.wrong_in("adcode", "unknown adcode"));
        }
        if !codes.insert(code) {
            return Err(row.wrong_in("adcode", "the province occurs twice"));
        }
        provinces.push((code, province(&row, answers.get(code).map_or(&[], Vec::as_slice))?));
    }
    if codes != regions {
        return Err(document.root().wrong("a province is missing"));
    }
    provinces.sort();

    let mut ids = BTreeSet::new();
    let mut rules = Vec::new();
    for row in document.rows("rule")? {
        let code = row.text("adcode")?;
        if code != EVERYWHERE && !codes.contains(code) {
            return Err(row.wrong_in("adcode", "unknown adcode"));
        }
        if !ids.insert(row.text("id")?) {
            return Err(row.wrong_in("id", "the id occurs twice"));
        }
        rules.push((code, rule(&row)?));
    }
    // Stable: rows of one province keep the order of the file.
    rules.sort_by_key(|(code, _)| *code);

    let provinces: Vec<String> = provinces.into_iter().map(|(_, text)| text).collect();
    let rules: Vec<String> = rules.into_iter().map(|(_, text)| text).collect();
    let output = table("PROVINCES", "Province", &provinces) + &table("RULES", "ProvinceRule", &rules);
    sources.write("provinces.rs", &output)
}

fn province(row: &Row<'_>, answers: &[String]) -> Fallible<String> {
    row.only(&[
        "adcode",
        "name",
        "short_zh",
        "short_en",
        "abbr",
        "legal_rep_rule",
        "same_person",
        "personal_nonlocal",
        "min_age_unit",
        "min_age_personal",
        "local_phone",
        "phone_exclusive",
        "same_city",
        "no_shixiaqu",
        "shell_direct_add",
        "source",
        "confidence",
    ])?;
    for key in ["legal_rep_rule", "personal_nonlocal", "local_phone", "min_age_unit", "min_age_personal"] {
        row.value(key)?;
    }
    let own = said(row)?;
    let fields = [
        ("code", format!("{:?}", row.text("adcode")?)),
        ("name", format!("{:?}", row.text("name")?)),
        ("short", row.named("short_zh", "short_en")?),
        ("prefix", format!("{:?}", row.text("abbr")?)),
        ("own", own),
        ("answers", format!("&[{}]", answers.join(", "))),
        ("same_person", row.flag("same_person")?.to_string()),
        ("phone_exclusive", row.flag("phone_exclusive")?.to_string()),
        ("same_city", row.flag("same_city")?.to_string()),
        ("no_shixiaqu", row.flag("no_shixiaqu")?.to_string()),
        ("shell_direct_add", row.flag("shell_direct_add")?.to_string()),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Province", &fields))
}

/// What another source than the province's own row says; only what it speaks of stands there.
fn answer(row: &Row<'_>) -> Fallible<String> {
    row.only(&[
        "adcode",
        "legal_rep_rule",
        "personal_nonlocal",
        "min_age_unit",
        "min_age_personal",
        "local_phone",
        "source",
        "confidence",
    ])?;
    said(row)
}

/// What the sources of a row say on matters on which sources may differ.
fn said(row: &Row<'_>) -> Fallible<String> {
    fn some<'a, T>(row: &Row<'a>, key: &str, read: impl FnOnce() -> Fallible<T>) -> Fallible<Option<T>> {
        if row.has(key) { read().map(Some) } else { Ok(None) }
    }
    let option = |choice: Option<String>| choice.map_or_else(|| "None".to_owned(), |choice| format!("Some({choice})"));
    let legal_person = some(row, "legal_rep_rule", || row.choice::<LegalPersonRule>("legal_rep_rule"))?;
    let nonlocal = some(row, "personal_nonlocal", || row.choice::<NonlocalRule>("personal_nonlocal"))?;
    let local_phone = some(row, "local_phone", || row.choice::<LocalPhone>("local_phone"))?;
    let fields = [
        ("legal_person_rule", option(legal_person)),
        ("personal_nonlocal", option(nonlocal)),
        ("min_age_unit", age(row, "min_age_unit")?),
        ("min_age_personal", age(row, "min_age_personal")?),
        ("local_phone", option(local_phone)),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Said", &fields))
}

/// Zero in the file means that no figure was found.
fn age(row: &Row<'_>, key: &str) -> Fallible<String> {
    if !row.has(key) {
        return Ok("None".to_owned());
    }
    Ok(match row.number(key)? {
        0 => "None".to_owned(),
        years @ 1..=120 => format!("Some({years})"),
        _ => return Err(row.wrong_in(key, &format!("{key} is no age"))),
    })
}

/// The source text of a struct.
pub fn literal(kind: &str, fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{kind} {{ {} }}", fields.join(", "))
}
