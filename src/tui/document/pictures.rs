//! The pictures that a draft names.

use super::Document;
use crate::filing::{FieldId, Kind};

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

    /// Whether a field holds a picture that can be looked at.
    #[must_use]
    pub fn has_picture(&self, id: FieldId) -> bool {
        self.pictures().iter().any(|picture| picture.id == id)
    }
}
