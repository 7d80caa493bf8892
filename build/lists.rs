//! Natures, certificates, prior approvals and service contents, the words they are found by and their remarks in English: `lists.rs`.

use std::collections::BTreeMap;

use super::source::{self, Fallible, Row, Sources, by_id};

/// The keys before the first row of a list; the last two belong to the service contents.
const ROOT: [&str; 8] =
    ["catalog", "retrieved", "complete", "official_list_may_change", "item", "province", "min_selected", "max_selected"];

/// Writes the four lists and the date they were retrieved on.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let natures = sources.toml("assets/catalog/subject_types.toml")?;
    let certificates = sources.toml("assets/catalog/certificate_types.toml")?;
    let approvals = sources.toml("assets/catalog/prior_approval_types.toml")?;
    let services = sources.toml("assets/catalog/service_content_types.toml")?;
    let districts = sources.toml("assets/catalog/districts.toml")?;

    // The oldest of the dates: what users are told must hold for every list.
    let documents = [&natures, &certificates, &approvals, &services, &districts];
    let dates: Fallible<Vec<&str>> = documents.iter().map(|document| document.root().text("retrieved")).collect();
    let date = dates?.into_iter().min().unwrap_or_default();

    for document in documents {
        document.root().only(&ROOT)?;
    }

    let root = services.root();
    let mut output = format!("pub(super) const DATA_DATE: &str = {date:?};\n");
    output += &format!(
        "pub(super) const SERVICE_CONTENT_LIMITS: (usize, usize) = ({}, {});\n",
        root.number("min_selected")?,
        root.number("max_selected")?
    );
    output += &nature_table(natures.rows("item")?)?;
    output += &certificate_table(certificates.rows("item")?, natures.rows("item")?)?;
    output += &approval_table(approvals.rows("item")?)?;
    output += &service_table(services.rows("item")?)?;
    output += &word_table(sources, services.rows("item")?)?;
    let remarks = [&natures, &certificates, &services].map(|document| document.rows("item"));
    output += &remark_table(sources, remarks.into_iter().collect::<Fallible<Vec<_>>>()?.concat())?;
    sources.write("lists.rs", &output)
}

fn nature_table(rows: Vec<Row<'_>>) -> Fallible<String> {
    let mut items = Vec::new();
    for (id, row) in by_id(rows)? {
        row.only(&["id", "name_zh", "name_en", "remark", "personal"])?;
        items.push(format!(
            "Nature {{ id: {id}, name: {}, personal: {}, remark: {:?} }}",
            row.name()?,
            row.flag("personal")?,
            row.text("remark")?
        ));
    }
    Ok(table("NATURES", "Nature", &items))
}

fn certificate_table(rows: Vec<Row<'_>>, natures: Vec<Row<'_>>) -> Fallible<String> {
    let natures = by_id(natures)?;
    let mut items = Vec::new();
    for (id, row) in by_id(rows)? {
        row.only(&["id", "subject_type", "name_zh", "name_en", "remark", "usable_by_person"])?;
        let nature = row.number("subject_type")?;
        let person = row.flag("usable_by_person")?;
        let Some(known) = natures.get(&nature) else {
            return Err(row.wrong_in("subject_type", "unknown subject_type"));
        };
        if known.flag("personal")? != person {
            return Err(row.wrong_in("usable_by_person", "usable_by_person contradicts the subject_type"));
        }
        items.push(format!(
            "CertificateKind {{ id: {id}, nature: {nature}, name: {}, remark: {:?}, person: {person} }}",
            row.name()?,
            row.text("remark")?
        ));
    }
    Ok(table("CERTIFICATE_KINDS", "CertificateKind", &items))
}

fn approval_table(rows: Vec<Row<'_>>) -> Fallible<String> {
    let mut items = Vec::new();
    for (id, row) in by_id(rows)? {
        row.only(&["id", "name_zh", "name_en", "remark", "none", "alt_id"])?;
        items.push(format!(
            "PriorApproval {{ id: {id}, name: {}, none: {}, alternative_id: {:?} }}",
            row.name()?,
            row.flag("none")?,
            row.optional_number("alt_id")?
        ));
    }
    Ok(table("PRIOR_APPROVALS", "PriorApproval", &items))
}

/// Keeps the order of the file, which is the order of the platform's form, with the groups first.
fn service_table(rows: Vec<Row<'_>>) -> Fallible<String> {
    let known = by_id(rows.clone())?;
    let (mut groups, mut contents) = (Vec::new(), Vec::new());
    for row in rows {
        row.only(&["id", "parent_id", "name_zh", "name_en", "remark"])?;
        let (id, parent) = (row.number("id")?, row.number("parent_id")?);
        let item =
            format!("ServiceContent {{ id: {id}, parent: {parent}, name: {}, remark: {:?} }}", row.name()?, row.text("remark")?);
        if parent == 0 {
            groups.push(item);
        } else if matches!(known.get(&parent), Some(group) if group.number("parent_id")? == 0) {
            contents.push(item);
        } else {
            return Err(row.wrong_in("parent_id", "the parent is not a group"));
        }
    }
    Ok(table("SERVICE_GROUPS", "ServiceContent", &groups) + &table("SERVICE_CONTENTS", "ServiceContent", &contents))
}

/// The everyday words of each second-level service content, by its id.
fn word_table(sources: &Sources, services: Vec<Row<'_>>) -> Fallible<String> {
    let document = sources.toml("assets/catalog/service_words.toml")?;
    document.root().only(&["schema_version", "words"])?;
    let mut wanted = by_id(services)?;
    let mut items = BTreeMap::new();
    for row in document.rows("words")? {
        row.only(&["content", "zh", "en"])?;
        let id = row.number("content")?;
        if wanted.remove(&id).is_none_or(|content| content.number("parent_id").is_ok_and(|parent| parent == 0)) {
            return Err(row.wrong_in("content", "no second-level service content, or one that has its row already"));
        }
        items.insert(
            id,
            format!("ServiceWords {{ content: {id}, zh: &{:?}, en: &{:?} }}", row.strings("zh")?, row.strings("en")?),
        );
    }
    for row in wanted.into_values() {
        if row.number("parent_id")? != 0 {
            return Err(row.wrong_in("id", "has no row in service_words.toml"));
        }
    }
    let items: Vec<String> = items.into_values().collect();
    Ok(table("SERVICE_WORDS", "ServiceWords", &items))
}

/// The remarks of the platform's lists with their translations, ordered by the Chinese.
fn remark_table(sources: &Sources, rows: Vec<Row<'_>>) -> Fallible<String> {
    let document = sources.toml("assets/catalog/remarks.toml")?;
    document.root().only(&["schema_version", "remark"])?;
    let mut translated = BTreeMap::new();
    for row in document.rows("remark")? {
        row.only(&["zh", "en"])?;
        let zh = row.text("zh")?;
        if !rows.iter().any(|listed| listed.text("remark").is_ok_and(|remark| remark == zh)) {
            return Err(row.wrong_in("zh", "no remark of a list"));
        }
        if translated.insert(zh, row.text("en")?).is_some() {
            return Err(row.wrong_in("zh", "stands twice"));
        }
    }
    for row in &rows {
        let remark = row.text("remark")?;
        if !remark.is_empty() && !translated.contains_key(remark) {
            return Err(row.wrong_in("remark", "has no row in remarks.toml"));
        }
    }
    let items: Vec<String> = translated.iter().map(|(zh, en)| format!("Text::new({zh:?}, {en:?})")).collect();
    Ok(table("REMARKS", "Text", &items))
}

/// These tables stand in a module of their own and are used from its neighbours.
fn table(name: &str, kind: &str, items: &[String]) -> String {
    format!("pub(super) {}", source::table(name, kind, items))
}
