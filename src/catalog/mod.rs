//! The official lists; only the names the model needs so far.

/// A name in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Chinese
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}
/// Individual.
pub const INDIVIDUAL: u32 = 5;
/// Resident identity card.
pub const RESIDENT_ID: u32 = 2;
/// None of the approvals.
pub const NONE_INVOLVED: u32 = 24;
/// An entry.
pub struct Entry {
    /// id
    pub id: u32,
}
/// Certificates of a nature.
pub fn certificate_kinds_for(_n: u32) -> impl Iterator<Item = &'static Entry> {
    std::iter::empty()
}
/// Natures.
pub fn natures() -> &'static [Entry] {
    &[]
}
/// First level.
pub fn service_groups() -> impl Iterator<Item = &'static Entry> {
    std::iter::empty()
}
/// Second level.
pub fn service_contents_of(_n: u32) -> impl Iterator<Item = &'static Entry> {
    std::iter::empty()
}
/// A nature.
pub struct Nature {
    /// id
    pub id: u32,
    /// name
    pub name: Name,
}
/// One nature.
pub fn nature(_: u32) -> Option<&'static Nature> {
    None
}
