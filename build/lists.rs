//! Natures, certificates, prior approvals and service contents: `lists.rs`.

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

/// These tables stand in a module of their own and are used from its neighbours.
fn table(name: &str, kind: &str, items: &[String]) -> String {
    format!("pub(super) {}", source::table(name, kind, items))
}
