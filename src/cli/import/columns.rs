//! Which field a column of a table is, by its path or by its label in either language.

use super::table::{Cell, Row};
use crate::cli::sentence::{Part, Sentence};
use crate::cli::similar::similar;
use crate::cli::value;
use crate::filing::{FieldId, FilingKind, Value};
use crate::locale::{Lang, import as said};
use crate::text::clean::visible;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A field.
    Field(FieldId),
    /// A question as people are asked it, of which the draft keeps the contrary.
    Turned(FieldId),
    /// The name of the draft's file.
    File,
    /// Nothing that concerns us: its heading begins with `#`.
    Passed,
    /// It has no heading: nothing may stand in it.
    Nameless,
}

impl Column {
    /// The field that its cells are about.
    #[must_use]
    pub const fn field(self) -> Option<FieldId> {
        match self {
            Self::Field(id) | Self::Turned(id) => Some(id),
            Self::File | Self::Passed | Self::Nameless => None,
        }
    }

    /// What the draft keeps for a value of the column.
    #[must_use]
    pub fn kept(self, value: Option<Value>) -> Option<Value> {
        match (self, value) {
            (Self::Turned(_), Some(Value::Flag(answer))) => Some(Value::Flag(!answer)),
            (_, value) => value,
        }
    }

    /// Why a cell is no value of the column; what yes means is said by the heading.
    #[must_use]
    pub fn unfit(self, cell: &Cell, why: Sentence) -> Sentence {
        match (self, cell) {
            (Self::Turned(_), Cell::Text(text)) => Sentence::of(said::NO_FLAG).with("value", visible(text)),
            _ => why,
        }
    }
}

/// A heading that cannot be understood.
#[derive(Debug)]
pub struct BadHeading {
    /// Its column, from 0.
    pub column: usize,
    /// Why.
    pub why: Sentence,
}

/// The columns of a heading row, and every heading that is no field's, is more than one's, or stands twice: such a column is passed.
pub fn of(heading: &Row) -> (Vec<Column>, Vec<BadHeading>) {
    let (mut columns, mut bad) = (Vec::new(), Vec::new());
    for (index, cell) in heading.cells.iter().enumerate() {
        let found = match cell {
            Cell::Text(text) => one(text),
            Cell::Number(number) => one(&number.to_string()),
            Cell::NoResult => Err(Sentence::of(said::NO_RESULT)),
            Cell::Empty => Ok(Column::Nameless),
        };
        let found = found.and_then(|column| {
            match columns
                .iter()
                .position(|other: &Column| *other == column || column.field().is_some() && other.field() == column.field())
            {
                Some(first) if !matches!(column, Column::Passed | Column::Nameless) => {
                    Err(Sentence::of(said::COLUMN_TWICE).with("other", super::table::place(heading.number, first)))
                }
                _ => Ok(column),
            }
        });
        match found {
            Ok(column) => columns.push(column),
            Err(why) => {
                columns.push(Column::Passed);
                bad.push(BadHeading { column: index, why });
            }
        }
    }
    (columns, bad)
}

fn one(heading: &str) -> Result<Column, Sentence> {
    let heading = heading.trim();
    if heading.is_empty() {
        return Ok(Column::Nameless);
    }
    if heading.starts_with('#') {
        return Ok(Column::Passed);
    }
    let plain = value::plain(heading);
    if [said::FILE_COLUMN.zh, said::FILE_COLUMN.en, "draft", "file"].iter().any(|name| value::plain(name) == plain) {
        return Ok(Column::File);
    }
    if let Some(id) = FieldId::from_path(&heading.replace('-', "_")) {
        return Ok(Column::Field(id));
    }
    if let Some(id) = value::turned(heading) {
        return Ok(Column::Turned(id));
    }
    let all = || FieldId::ALL.iter().copied();
    match value::labelled(heading).as_slice() {
        [id] => Ok(Column::Field(*id)),
        [] => {
            let names_of = |id: FieldId| [id.full_label(Lang::Zh), id.full_label(Lang::En), id.path().to_owned()];
            let known: Vec<(String, FieldId)> = all().flat_map(|id| names_of(id).map(|name| (name, id))).collect();
            let similar = similar(heading, known.iter().map(|(name, _)| name.as_str()));
            let mut meant: Vec<FieldId> =
                known.iter().filter(|(name, _)| similar.contains(&name.as_str())).map(|(_, id)| *id).collect();
            meant.dedup();
            let sentence = Sentence::of(said::NO_COLUMN).with("name", visible(heading));
            Err(if meant.is_empty() {
                sentence.with("guess", Part::Text(said::NO_GUESS))
            } else {
                let guess = Sentence::of(said::GUESS).with("names", names(heading, &meant));
                sentence.with("guess", Part::Sentence(Box::new(guess)))
            })
        }
        several => Err(Sentence::of(said::AMBIGUOUS).with("name", visible(heading)).with("names", names(heading, several))),
    }
}

/// The headings of fields: as the template has them, or by their paths for who writes paths.
fn names(heading: &str, ids: &[FieldId]) -> Part {
    if heading.contains(['.', '_']) {
        return ids.iter().map(|id| id.path()).collect::<Vec<_>>().join(", ").into();
    }
    let labels = |lang| ids.iter().map(|id| id.full_label(lang)).collect::<Vec<_>>();
    Part::Both(labels(Lang::Zh).join("、"), labels(Lang::En).join(", "))
}

/// The headings of an empty table: the file, then every field that a new filing asks for, in the order of the form. Questions stand there as the
/// wizard asks them: one answer is right in both.
#[must_use]
pub fn template(lang: Lang) -> Vec<String> {
    let asked = FieldId::ALL.iter().filter(|id| id.field().kinds.has(FilingKind::New));
    std::iter::once(said::FILE_COLUMN.in_lang(lang).to_owned()).chain(asked.map(|id| id.field().full_asked_label(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(headings: &[&str]) -> Row {
        let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
        Row { number: 1, cells: headings.iter().map(cell).collect() }
    }

    #[test]
    fn columns_go_by_path_or_label() {
        let field = |path: &str| Column::Field(FieldId::from_path(path).unwrap());
        for (heading, column) in [
            ("subject.name", field("subject.name")),
            ("mini-program.app-id", field("mini_program.app_id")),
            ("AppID", field("mini_program.app_id")),
            ("Account name differs", Column::Turned(FieldId::from_path("answers.account_name_agrees").unwrap())),
            ("Account name agrees", field("answers.account_name_agrees")),
            ("草稿文件名", Column::File),
            ("Draft file", Column::File),
            ("# remark", Column::Passed),
            ("", Column::Nameless),
            (" ", Column::Nameless),
        ] {
            let (columns, bad) = of(&row(&[heading]));
            assert_eq!((columns, bad.len()), (vec![column], 0), "{heading}");
        }
    }

    #[test]
    fn every_heading_of_the_template_is_understood() {
        for lang in [Lang::Zh, Lang::En] {
            let headings = template(lang);
            let (columns, bad) = of(&row(&headings.iter().map(String::as_str).collect::<Vec<_>>()));
            assert!(bad.is_empty(), "{:?}", bad.iter().map(|bad| bad.why.in_lang(lang)).collect::<Vec<_>>());
            assert!(
                columns.len() > 40
                    && columns.iter().all(|column| matches!(column, Column::Field(_) | Column::Turned(_) | Column::File))
            );
        }
    }

    #[test]
    fn what_is_unclear_is_asked_back() {
        for (headings, column) in
            [(&["subject.nam"][..], 0), (&["subject.name", "手机号码"], 1), (&["subject.name", "x", "subject.name"], 1)]
        {
            let (_, bad) = of(&row(headings));
            assert_eq!(bad[0].column, column, "{headings:?}");
        }
        assert_eq!(of(&row(&["subject.name", "x", "subject.name"])).1.len(), 2);
        // As the template has it, or as it was written.
        for (heading, meant) in [("手机号码", "主体负责人 · 手机号码、小程序负责人 · 手机号码"), ("subject.nam", "subject.name")]
        {
            let said = of(&row(&[heading])).1[0].why.in_lang(Lang::Zh);
            assert!(said.contains(meant), "{said}");
        }
        for cell in [Cell::Number(3.0), Cell::NoResult] {
            let heading = Row { number: 1, cells: vec![Cell::Empty, cell] };
            assert_eq!(of(&heading).1.iter().map(|bad| bad.column).collect::<Vec<_>>(), [1]);
        }
    }
}
