//! Letters to print: `letters.rs`.

use std::collections::BTreeSet;

use super::circumstances::when;
use super::provinces::literal;
use super::source::{Fallible, Row, Sources, path, table, unknown_word};
use super::vocabulary::{Audience, Blank, Form, Letter, Vocabulary};

/// What is no letter but a photo.
const PHOTOS: [Letter; 1] = [Letter::HoldingPhoto];

/// The keys of a part, a line, a note.
const PIECE: [&str; 8] = ["form", "text_zh", "text_en", "value", "count", "when", "provinces", "subject"];

/// Writes the letters in the order of the file, the notes of all of them, and the bureaus' own forms.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let document = sources.toml("assets/catalog/letters.toml")?;
    document.root().only(&["schema_version", "letter", "note", "form"])?;
    let mut known = BTreeSet::new();
    let mut letters = Vec::new();
    for row in document.rows("letter")? {
        if !known.insert(row.member::<Letter>("key")?) {
            return Err(row.wrong_in("key", "the letter occurs twice"));
        }
        letters.push(letter(&row)?);
    }
    if let Some(missing) = Letter::ALL.iter().find(|one| !known.contains(one) && !PHOTOS.contains(one)) {
        return Err(document.root().wrong(&format!("no [[letter]] for {missing:?}")));
    }
    let mut forms = Vec::new();
    for row in document.rows("form")? {
        row.only(&["letters", "province", "text_zh", "text_en"])?;
        let letters: Fallible<Vec<String>> =
            row.strings("letters")?.into_iter().map(|word| row.choose::<Letter>("letters", word)).collect();
        let fields = [
            ("letters", format!("&[{}]", letters?.join(", "))),
            ("province", format!("{:?}", row.text("province")?)),
            ("text", row.named("text_zh", "text_en")?),
        ];
        forms.push(literal("OwnForm", &fields));
    }
    let notes = pieces(&document.root(), "note")?;
    let output =
        table("PAPERS", "Paper", &letters) + &format!("static NOTES: &[Piece] = {notes};\n") + &table("FORMS", "OwnForm", &forms);
    sources.write("letters.rs", &output)
}

fn letter(row: &Row<'_>) -> Fallible<String> {
    row.only(&["key", "title_zh", "title_en", "to_zh", "to_en", "no_date", "part", "line", "note"])?;
    for key in ["title_zh", "title_en", "to_zh", "to_en"] {
        blanks(row, key)?;
    }
    let fields = [
        ("key", row.choice::<Letter>("key")?),
        ("title", row.named("title_zh", "title_en")?),
        ("to", row.named("to_zh", "to_en")?),
        ("dated", (!row.optional_flag("no_date")?).to_string()),
        ("parts", pieces(row, "part")?),
        ("lines", if row.has("line") { pieces(row, "line")? } else { "&[]".to_owned() }),
        ("notes", pieces(row, "note")?),
    ];
    Ok(literal("Paper", &fields))
}

fn pieces(row: &Row<'_>, key: &str) -> Fallible<String> {
    let pieces: Fallible<Vec<String>> = row.rows(key)?.iter().map(piece).collect();
    Ok(format!("&[{}]", pieces?.join(", ")))
}

fn piece(row: &Row<'_>) -> Fallible<String> {
    row.only(&PIECE)?;
    for key in ["text_zh", "text_en", "value"].into_iter().filter(|key| row.has(key)) {
        blanks(row, key)?;
    }
    let form = if row.has("form") { row.choice::<Form>("form")? } else { path(&Form::Paragraph) };
    let audience = if row.has("subject") { row.choice::<Audience>("subject")? } else { path(&Audience::Everyone) };
    let fields = [
        ("form", form),
        ("text", row.named("text_zh", "text_en")?),
        ("value", format!("{:?}", row.optional_text("value")?.unwrap_or_default())),
        ("count", row.optional_number("count")?.unwrap_or_default().to_string()),
        ("when", when(row, "when")?),
        ("provinces", format!("&{:?}", row.strings("provinces")?)),
        ("audience", audience),
    ];
    Ok(literal("Piece", &fields))
}

/// Refuses blanks that nobody fills.
fn blanks(row: &Row<'_>, key: &str) -> Fallible<()> {
    for part in row.text(key)?.split('{').skip(1) {
        let word = part.split_once('}').map_or(part, |(word, _)| word);
        if Blank::from_word(word).is_none() {
            return Err(row.wrong_in(key, &unknown_word(word, Blank::WORDS)));
        }
    }
    Ok(())
}
