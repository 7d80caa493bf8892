//! Which material is needed when: `materials.rs`.

use std::collections::BTreeMap;

use super::circumstances::when;
use super::province_rows::{all, occasions};
use super::provinces::{EVERYWHERE, literal};
use super::source::{Fallible, Row, Sources, table};
use super::vocabulary::{Audience, Confidence, Letter, Occasion, Severity, Signatory};

/// The keys of a row that belongs to a province's rule, and of one that stands alone.
const OF_RULE: [&str; 9] = ["rule", "field", "name_zh", "name_en", "when", "signatory", "letter", "subject", "also"];
const NATIONWIDE: [&str; 11] =
    ["field", "name_zh", "name_en", "when", "signatory", "letter", "subject", "severity", "source", "confidence", "also"];

/// Writes the materials: nationwide ones first, then by province, each group in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let provinces = sources.toml("assets/catalog/provincial_rules.toml")?;
    let mut rules = BTreeMap::new();
    for row in provinces.rows("rule")? {
        rules.insert(row.text("id")?, row);
    }
    let document = sources.toml("assets/catalog/needed_materials.toml")?;
    document.root().only(&["schema_version", "material"])?;
    let mut rows = Vec::new();
    let mut named = Vec::new();
    for row in document.rows("material")? {
        let known = |key, id| rules.get(id).ok_or_else(|| row.wrong_in(key, &format!("no rule {id:?} in provincial_rules.toml")));
        let rule = row.optional_text("rule")?.map(|id| known("rule", id)).transpose()?;
        named.extend(row.optional_text("rule")?);
        for id in row.strings("also")? {
            known("also", id)?;
            named.push(id);
        }
        let code = rule.map_or(Ok(EVERYWHERE), |rule| rule.text("adcode"))?;
        rows.push((code, material(&row, rule.unwrap_or(&row), code)?));
    }
    for (id, rule) in &rules {
        if !rule.text("material")?.is_empty() && !named.contains(id) {
            let row = format!("add a [[material]] with rule = {id:?} there, or name the rule under `also` of one");
            return Err(rule.wrong_in("material", &format!("needed_materials.toml does not name the document: {row}")));
        }
    }
    rows.sort_by_key(|(code, _)| *code);
    let rows: Vec<String> = rows.into_iter().map(|(_, text)| text).collect();
    sources.write("materials.rs", &table("MATERIALS", "Material", &rows))
}

/// One row; `origin` has what stands in the province's rule where there is one.
fn material(row: &Row<'_>, origin: &Row<'_>, code: &str) -> Fallible<String> {
    row.only(if row.has("rule") { &OF_RULE } else { &NATIONWIDE })?;
    row.value("when")?;
    let own = row.has("subject");
    let occasions = if row.has("rule") { occasions(origin)? } else { all(&Occasion::ALL) };
    let fields = [
        ("rule", format!("{:?}", row.optional_text("rule")?)),
        ("code", format!("{code:?}")),
        ("audience", if own { row } else { origin }.choice::<Audience>("subject")?),
        ("occasions", occasions),
        ("field", format!("{:?}", row.text("field")?)),
        ("name", row.name()?),
        ("when", when(row, "when")?),
        ("signatory", row.choice::<Signatory>("signatory")?),
        ("letter", row.optional_choice::<Letter>("letter")?),
        ("severity", origin.choice::<Severity>("severity")?),
        ("source", format!("{:?}", origin.text("source")?)),
        ("confidence", origin.choice::<Confidence>("confidence")?),
    ];
    Ok(literal("Material", &fields))
}
