//! Places outside the mainland: `abroad.rs`.

use super::provinces::literal;
use super::source::{Fallible, Sources, table};

/// Writes the places in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/regions/abroad.toml")?;
    document.root().only(&["place"])?;
    let mut places = Vec::new();
    for row in document.rows("place")? {
        row.only(&["name_zh", "name_en", "kind", "also", "latin"])?;
        let is_abroad = match row.text("kind")? {
            "hmt" => false,
            "abroad" => true,
            _ => return Err(row.wrong_in("kind", "kind is neither hmt nor abroad")),
        };
        let mut names = vec![row.text("name_zh")?];
        names.extend(row.strings("also")?);
        let latin = row.strings("latin")?;
        let fields = [
            ("name", row.name()?),
            ("is_abroad", is_abroad.to_string()),
            ("names", format!("&{names:?}")),
            ("latin", format!("&{latin:?}")),
        ];
        places.push(literal("Outside", &fields));
    }
    sources.write("abroad.rs", &table("PLACES", "Outside", &places))
}
