//! The `identity` layer.

/// A list of administrative divisions, as the number checks want it.
pub trait Places {
    /// Whether the six digits stand for a place, of today or of the past.
    fn knows(&self, code: &str) -> bool;
}
