//! The pictures that a draft names.

use super::Document;
use crate::filing::{FieldId, Kind};
use crate::rules::{Column, Finding, Severity};

/// A picture of the draft: its field, its row where the field has several, and its path as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPicture {
    /// Its field.
    pub id: FieldId,
    /// Its row in the field.
    pub row: Option<usize>,
    /// Its path, as written.
    pub path: String,
}

impl Document {
    /// Its pictures, in the order of the fields.
    #[must_use]
    pub fn pictures(&self) -> Vec<DraftPicture> {
        let mut pictures: Vec<DraftPicture> = Vec::new();
        for (id, row, path) in self.draft().files() {
            if path.is_empty() || matches!(id.field().kind, Kind::Videos(_)) {
                continue;
            }
            let several = matches!(id.field().kind, Kind::Pictures(_));
            let before = pictures.iter().filter(|picture| picture.id == id).count();
            pictures.push(DraftPicture { id, row: row.or(several.then_some(before)), path: path.to_owned() });
        }
        pictures
    }

    /// The gravest error or warning that stands against a file in the places that it has in the draft; none where nobody doubts it.
    #[must_use]
    pub fn doubted(&self, written: &str) -> Option<Severity> {
        let mut worst = None;
        let mut before: Option<(FieldId, usize)> = None;
        for (id, row, path) in self.draft().files() {
            let place = before.filter(|(field, _)| *field == id).map_or(0, |(_, place)| place + 1);
            before = Some((id, place));
            if path != written {
                continue;
            }
            let row = row.or(matches!(id.field().kind, Kind::Pictures(_) | Kind::Videos(_)).then_some(place));
            let is_here = |finding: &&Finding| {
                let column = finding.spot.and_then(|spot| spot.column);
                finding.spot.map(|spot| spot.row) == row && column.is_none_or(|column| column == Column::Document)
            };
            let doubts = self.findings_of(id).filter(|finding| finding.counts() && finding.severity < Severity::Hint);
            let here = doubts.filter(is_here).map(|finding| finding.severity).min();
            worst = worst.into_iter().chain(here).min();
        }
        worst
    }

    /// Whether a field holds a picture that can be looked at.
    #[must_use]
    pub fn has_picture(&self, id: FieldId) -> bool {
        self.pictures().iter().any(|picture| picture.id == id)
    }
}
