//! Words that hint at a trade which needs a permit first: `keywords.rs`.

use super::provinces::{CONFIDENCE, literal};
use super::source::{Fallible, Row, Sources, by_id, table};

const STATUS: [(&str, &str); 3] =
    [("active", "Status::Active"), ("abolished_but_asked", "Status::AbolishedButAsked"), ("unclear", "Status::Unclear")];

const SPOT: [(&str, &str); 5] = [
    ("unit_name", "Spot::SubjectName"),
    ("scope", "Spot::BusinessScope"),
    ("service_name", "Spot::MiniProgramName"),
    ("remark", "Spot::Remark"),
    ("content", "Spot::ServiceContents"),
];

const EFFECT: [(&str, &str); 6] = [
    ("ask", "Effect::Ask"),
    ("letter_possible", "Effect::LetterPossible"),
    ("permit_only", "Effect::PermitOnly"),
    ("remark", "Effect::ExplainInRemark"),
    ("refused", "Effect::Refused"),
    ("name_ban", "Effect::NameBan"),
];

/// Writes categories and words in the order of the file.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let approvals = sources.toml("assets/catalog/prior_approval_types.toml")?;
    let approvals = by_id(approvals.rows("item")?)?;
    // The two files disagree about one id; the list of approvals knows the other one as well.
    let resolve = |id: u32| -> Fallible<Option<u32>> {
        for (known, row) in &approvals {
            if *known == id || row.optional_number("alt_id")? == Some(id) {
                return Ok(Some(*known));
            }
        }
        Ok(None)
    };

    let document = sources.toml("assets/catalog/prior_approval_keywords.toml")?;
    let mut keys = Vec::new();
    let mut categories = Vec::new();
    for row in document.rows("category")? {
        let id = row.number("api_type")?;
        let approval = resolve(id)?;
        if approval.is_none() && id != 0 {
            return Err(row.wrong("unknown api_type"));
        }
        keys.push(row.text("key")?);
        categories.push(category(&row, approval)?);
    }
    let mut keywords = Vec::new();
    for row in document.rows("keyword")? {
        if !keys.contains(&row.text("category")?) {
            return Err(row.wrong("unknown category"));
        }
        keywords.push(keyword(&row)?);
    }
    let output = table("CATEGORIES", "Category", &categories) + &table("KEYWORDS", "Keyword", &keywords);
    sources.write("keywords.rs", &output)
}

fn category(row: &Row<'_>, approval: Option<u32>) -> Fallible<String> {
    let fields = [
        ("approval", format!("{approval:?}")),
        ("key", format!("{:?}", row.text("key")?)),
        ("name", format!("{:?}", row.text("name")?)),
        ("authority", format!("{:?}", row.text("authority")?)),
        ("document", format!("{:?}", row.text("document")?)),
        ("number_hint", format!("{:?}", row.text("number_hint")?)),
        ("status", row.choice("status", &STATUS)?),
        ("note", format!("{:?}", row.text("note")?)),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice("confidence", &CONFIDENCE)?),
    ];
    Ok(literal("Category", &fields))
}

fn keyword(row: &Row<'_>) -> Fallible<String> {
    let fields = [
        ("word", format!("{:?}", row.text("word")?)),
        ("category", format!("{:?}", row.text("category")?)),
        ("region", format!("{:?}", row.text("adcode")?)),
        ("spots", row.choices("fields", &SPOT)?),
        ("effect", row.choice("effect", &EFFECT)?),
        ("weight", row.number("weight")?.to_string()),
        ("source", format!("{:?}", row.text("source")?)),
        ("confidence", row.choice("confidence", &CONFIDENCE)?),
    ];
    Ok(literal("Keyword", &fields))
}
