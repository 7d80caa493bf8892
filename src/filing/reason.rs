//! One reason of a rejection, at the field it is about.

use super::field::FieldId;

/// Why a reviewer rejected a filing. It is open until what stands at its field is another thing than it was then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Path of the field it is about; empty for the filing as a whole, and whatever a person wrote into the file.
    pub field: String,
    /// Number of the known rejection (1 to 50) that it is; `None` where it is none of them.
    pub rejection: Option<u16>,
    /// The reviewer's words.
    pub text: String,
    /// A fingerprint of what stood there when it was recorded; empty where that is not known.
    pub was: String,
}

impl Reason {
    /// The field it is about, where the table has it.
    #[must_use]
    pub fn id(&self) -> Option<FieldId> {
        FieldId::from_path(&self.field)
    }
}
