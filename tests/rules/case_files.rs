//! The `files` of a case: what is known about a picture, and what can be seen in it.
//!
//! Keys are named as in `beian_scan::facts`. A file is a sound picture of its own unless it says otherwise; what can be seen in it
//! is known only where a key speaks of it, and is what a good picture shows for the rest.

use beian::identifiers::document::Document;
use beian::reading::{Certainty, DocumentKind, Reading, Seen, Side, What};
use beian_scan::facts::{Analysis, CardSide, Content, Damage, FileFacts, Format, Outline, Print, Turn};
use toml::Value as Toml;

use super::case::Part;
use super::drafts::{look, picture};

/// Why there is nothing to look at.
const ABSENCES: [(&str, Content); 4] =
    [("missing", Content::Missing), ("not_a_file", Content::NotAFile), ("empty", Content::Empty), ("unknown", Content::Unknown)];

/// What may be wrong with the bytes.
const DAMAGES: [(&str, Damage); 5] = [
    ("truncated", Damage::Truncated),
    ("undecodable", Damage::Undecodable),
    ("corrupt", Damage::Corrupt),
    ("too_many_pixels", Damage::TooManyPixels { most: 50_000_000 }),
    ("too_long", Damage::TooLong),
];

/// The sides of a picture, in the order of `Outline::cut` and `Analysis::written`.
const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];

/// What is known about the file at a path, and what it says.
pub fn read(path: &str, mut file: Part) -> (FileFacts, Option<Reading>) {
    let says = file.take_part("reads").map(reading);
    (facts(path, file), says)
}

/// What is read on a picture: its `kind`, `side` and `watermark`, and values, all of them `certainty` or else vouched for.
pub fn reading(mut says: Part) -> Reading {
    let kind = says.take_text("kind").map(|kind| match kind.as_str() {
        "resident_id" => DocumentKind::Person(Document::ResidentId),
        "passport" => DocumentKind::Person(Document::Passport),
        "licence" => DocumentKind::Licence,
        "letter" => DocumentKind::Letter,
        other => panic!("{}: unknown kind {other}", says.place),
    });
    let side = says.take_text("side").map(|side| match side.as_str() {
        "front" => Side::Front,
        "back" => Side::Back,
        other => panic!("{}: unknown side {other}", says.place),
    });
    let certainty = match says.take_text("certainty").as_deref() {
        None | Some("checked") => Certainty::Checked,
        Some("read") => Certainty::Read,
        Some("doubtful") => Certainty::Doubtful,
        Some(other) => panic!("{}: unknown certainty {other}", says.place),
    };
    let has_watermark = flag(&mut says, "watermark") == Some(true);
    let is_double = flag(&mut says, "several") == Some(true);
    let values = [
        ("name", What::Name),
        ("number", What::Number),
        ("valid_from", What::ValidFrom),
        ("valid_until", What::ValidTo),
        ("address", What::Address),
        ("company", What::Company),
        ("credit_code", What::CreditCode),
        ("legal_person", What::LegalPerson),
        ("title", What::Title),
        ("addressee", What::Addressee),
        ("authorised", What::Authorised),
        ("numbers", What::Numbers),
        ("letter_day", What::LetterDay),
    ];
    let seen = |(key, what)| {
        let text = says.take_text(key)?;
        Some(Seen { what, text, certainty, corners: [(0.0, 0.0); 4] })
    };
    let values = values.into_iter().filter_map(seen).collect();
    says.expect_empty();
    Reading { kind, side, is_double, has_watermark, values, ..Reading::default() }
}

fn facts(path: &str, mut file: Part) -> FileFacts {
    for (key, content) in ABSENCES {
        if flag(&mut file, key) == Some(true) {
            file.expect_empty();
            return FileFacts::of(content);
        }
    }
    let mut facts = picture().with_sha256(&file.take_text("sha256").unwrap_or_else(|| path.to_owned()));
    if let Some(bytes) = whole(&mut file, "bytes") {
        facts.size = bytes;
    }
    if let Content::Picture { format, width, height, damage, .. } = &mut facts.content {
        if let Some(name) = file.take_text("format") {
            let known = Format::ALL.into_iter().find(|format| format.name() == name);
            *format = known.unwrap_or_else(|| panic!("{}: unknown format {name}", file.place));
        }
        *width = whole(&mut file, "width").unwrap_or(*width);
        *height = whole(&mut file, "height").unwrap_or(*height);
        *damage = DAMAGES.into_iter().filter(|(key, _)| flag(&mut file, key) == Some(true)).map(|(_, damage)| damage).last();
        if damage.is_some() {
            // What is damaged was not looked at.
            file.expect_empty();
        }
    }
    if let Some(code) = file.take_text("code") {
        facts = facts.with_code(&code);
    }
    match seen(&mut file) {
        Some(seen) => facts.with_analysis(seen),
        None => facts,
    }
}

/// What can be seen in it; `None` where no key speaks of it.
fn seen(file: &mut Part) -> Option<Analysis> {
    if file.is_empty() {
        return None;
    }
    let mut seen = look();
    put(&mut seen.blank, flag(file, "blank"));
    put(&mut seen.notes.orientation, whole(file, "orientation"));
    put(&mut seen.notes.location, flag(file, "location"));
    put(&mut seen.notes.device, flag(file, "device"));
    seen.blur = number(file, "blur").or(seen.blur);
    put(&mut seen.evenness, number(file, "evenness"));
    put(&mut seen.grid, number(file, "grid"));
    put(&mut seen.covered, number(file, "covered"));
    put(&mut seen.tone.colour, number(file, "colour"));
    put(&mut seen.tone.document_colour, number(file, "document_colour"));
    put(&mut seen.tone.paper, whole(file, "paper"));
    put(&mut seen.tone.ink, whole(file, "ink"));
    put(&mut seen.tone.white, number(file, "white"));
    put(&mut seen.tone.glare, number(file, "glare"));
    seen.lean = number(file, "lean");
    seen.lines = number(file, "lines").or(seen.lines);
    seen.turn = whole(file, "turn").map(|quarters| Turn { quarters, sure: true });
    put(&mut seen.written, sides(file, "written"));
    if flag(file, "outline") == Some(false) {
        seen.outline = None;
    }
    outline(file, &mut seen.outline);
    seen.side = file.take_text("side").map(|side| match side.as_str() {
        "portrait" => CardSide::Portrait,
        "emblem" => CardSide::Emblem,
        other => panic!("{}: unknown side {other}", file.place),
    });
    put(&mut seen.print, file.take_text("print").map(|name| print(&name)));
    file.expect_empty();
    Some(seen)
}

/// How the document lies in the picture.
fn outline(file: &mut Part, outline: &mut Option<Outline>) {
    let changes = [
        ("proportion", number(file, "proportion").map(|to| [to; 4])),
        ("angle", number(file, "angle").map(|to| [to; 4])),
        ("taper", number(file, "taper").map(|to| [to; 4])),
        ("cut", sides(file, "cut")),
    ];
    for (key, change) in changes {
        let Some(to) = change else { continue };
        let outline = outline.as_mut().unwrap_or_else(|| panic!("{}: {key} is of an outline", file.place));
        match key {
            "proportion" => outline.proportion = to[0],
            "angle" => outline.angle = to[0],
            "taper" => outline.taper = to[0],
            _ => outline.cut = to,
        }
    }
}

/// A print that only pictures of the same name share.
fn print(name: &str) -> Print {
    let mut state = name.bytes().fold(0x9e37_79b9_u32, |state, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut cell = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    Print::new(&(0..64 * 64).map(|_| cell()).collect::<Vec<_>>())
}

fn put<T>(to: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *to = value;
    }
}

fn flag(file: &mut Part, key: &str) -> Option<bool> {
    let value = file.take(key)?;
    Some(value.as_bool().unwrap_or_else(|| panic!("{}: {key} is neither true nor false", file.place)))
}

/// A whole number of the size that is wanted.
fn whole<T: TryFrom<i64>>(file: &mut Part, key: &str) -> Option<T> {
    let value = file.take(key)?;
    let number = value.as_integer().unwrap_or_else(|| panic!("{}: {key} is no whole number", file.place));
    Some(T::try_from(number).unwrap_or_else(|_| panic!("{}: {key} does not fit: {number}", file.place)))
}

fn number(file: &mut Part, key: &str) -> Option<f32> {
    match file.take(key)? {
        Toml::Float(number) => Some(number as f32),
        Toml::Integer(number) => Some(number as f32),
        _ => panic!("{}: {key} is no number", file.place),
    }
}

/// Parts of the sides, such as `{ right = 0.4 }`; nothing of the sides that are not named.
fn sides(file: &mut Part, key: &str) -> Option<[f32; 4]> {
    let mut table = file.take_part(key)?;
    let parts = SIDES.map(|side| number(&mut table, side).unwrap_or(0.0));
    table.expect_empty();
    Some(parts)
}

mod tests {
    use super::*;

    #[test]
    fn prints_of_one_name_are_of_one_picture() {
        assert!(print("front").is_of_the_same_picture(&print("front")));
        assert!(!print("front").is_of_the_same_picture(&print("back")));
    }
}
