//! Scans and letters: which are required, what the files hold, and what can be seen in them.

pub(in crate::rules) mod duplicates;
pub(in crate::rules) mod expected;
pub(in crate::rules) mod file;
pub(in crate::rules) mod files;
pub(in crate::rules) mod notes;
pub(in crate::rules) mod printed;
pub(in crate::rules) mod quality;
pub mod required_materials;
pub(in crate::rules) mod shape;
pub(in crate::rules) mod size;
pub mod writing;

use crate::rules::engine::Rule;

/// The rules of this family, in the order in which findings of the same weight stand under a field.
pub static RULES: &[&Rule] = &[
    &required_materials::NEEDED_MATERIAL_MISSING,
    &files::FILES_TOO_MANY,
    &files::FILE_MISSING,
    &files::FILE_OF_ANOTHER_FORMAT,
    &files::FILE_NAME_MISLEADS,
    &files::FILE_DAMAGED,
    &size::PICTURE_HAS_TOO_MANY_PIXELS,
    &size::FILE_TOO_LARGE,
    &size::PICTURE_TOO_SMALL,
    &size::PICTURE_HARDLY_LEGIBLE,
    &size::PICTURE_LARGER_THAN_ADVISED,
    &duplicates::ONE_PICTURE_TWICE,
    &notes::ONE_PICTURE_SAVED_TWICE,
    &quality::PICTURE_BLANK,
    &quality::PICTURE_BLURRED,
    &quality::PICTURE_WITHOUT_COLOUR,
    &quality::PICTURE_BADLY_LIT,
    &shape::DOCUMENT_CUT_OFF,
    &shape::DOCUMENT_COVERED,
    &shape::DOCUMENT_ASKEW,
    &shape::DOCUMENT_OF_ANOTHER_SHAPE,
    &quality::PICTURE_OF_A_SCREEN,
    &notes::SIDES_SWAPPED,
    &writing::kind::SCAN_OF_ANOTHER_KIND,
    &writing::person::SCAN_OF_ANOTHER_PERSON,
    &writing::sides::SCAN_SIDES_OF_TWO_PEOPLE,
    &printed::LICENCE_CODE_DIFFERS,
    &writing::legal::SCAN_NAMES_ANOTHER_LEGAL_PERSON,
    &writing::legal::SCAN_NAMES_RESPONSIBLE_PERSON,
    &writing::values::SCAN_DIFFERS,
    &writing::values::SCAN_FILLS,
    &writing::kind::SCAN_HAS_WATERMARK,
    &writing::letter::LETTER_SAYS_OTHERWISE,
    &notes::PICTURE_TURNED_BY_NOTE,
    &notes::PICTURE_TELLS_WHERE,
];
