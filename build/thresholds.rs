//! Figures with their sources: `thresholds.rs`.

use std::collections::BTreeSet;

use super::provinces::{EVERYWHERE, literal};
use super::publications::{cited, ids, is_date};
use super::source::{Fallible, Sources, table};
use super::vocabulary::{Concern, Severity, Unit};

const KEYS: [&str; 9] = ["concern", "rule", "value", "unit", "strict", "adcode", "severity", "source", "date"];

/// Writes the figures in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/catalog/thresholds.toml")?;
    document.root().only(&["threshold"])?;
    let known = sources.toml("assets/catalog/districts.toml")?;
    let mut provinces = BTreeSet::new();
    for row in known.rows("province")? {
        provinces.insert(row.text("code")?);
    }
    let ids = ids(sources)?;
    let (mut rows, mut named) = (Vec::new(), BTreeSet::new());
    for row in document.rows("threshold")? {
        row.only(&KEYS)?;
        let code = row.optional_text("adcode")?.unwrap_or(EVERYWHERE);
        if code != EVERYWHERE && !provinces.contains(code) {
            return Err(row.wrong_in("adcode", "unknown adcode"));
        }
        let date = row.text("date")?;
        if date.is_empty() || !is_date(date, true) {
            return Err(row.wrong_in("date", "date is no date"));
        }
        named.insert(row.member::<Concern>("concern")?);
        let fields = [
            ("concern", row.choice::<Concern>("concern")?),
            ("rule", format!("{:?}", row.text("rule")?)),
            ("value", row.number("value")?.to_string()),
            ("unit", row.choice::<Unit>("unit")?),
            ("strict", row.optional_flag("strict")?.to_string()),
            ("code", format!("{code:?}")),
            ("severity", row.choice::<Severity>("severity")?),
            ("source", cited(&ids, &row, "source")?),
            ("date", format!("{date:?}")),
        ];
        rows.push(literal("Threshold", &fields));
    }
    if let Some(missing) = Concern::ALL.into_iter().find(|concern| !named.contains(concern)) {
        return Err(document.root().wrong(&format!("the concern {missing:?} has no figure")));
    }
    sources.write("thresholds.rs", &table("THRESHOLDS", "Threshold", &rows))
}
