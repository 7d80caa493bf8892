//! Scans and letters: which are required, what the files hold, and what can be seen in them.

pub(in crate::rules) mod files;
pub(in crate::rules) mod quality;
pub mod required_materials;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &required_materials::NEEDED_MATERIAL_MISSING,
    &files::FILES_TOO_MANY,
    &files::FILE_MISSING,
    &files::FILE_OF_ANOTHER_FORMAT,
    &files::FILE_NAME_MISLEADS,
    &files::FILE_DAMAGED,
    &files::PICTURE_HAS_TOO_MANY_PIXELS,
    &files::FILE_TOO_LARGE,
    &files::PICTURE_TOO_SMALL,
    &files::PICTURE_HARDLY_LEGIBLE,
    &files::ONE_PICTURE_TWICE,
    &quality::ONE_PICTURE_SAVED_TWICE,
    &quality::PICTURE_BLANK,
    &quality::PICTURE_BLURRED,
    &quality::PICTURE_WITHOUT_COLOUR,
    &quality::PICTURE_BADLY_LIT,
    &quality::DOCUMENT_CUT_OFF,
    &quality::DOCUMENT_COVERED,
    &quality::DOCUMENT_ASKEW,
    &quality::DOCUMENT_OF_ANOTHER_SHAPE,
    &quality::PICTURE_OF_A_SCREEN,
    &quality::SIDES_SWAPPED,
    &quality::PICTURE_TURNED_BY_NOTE,
    &quality::PICTURE_TELLS_WHERE,
];
