//! stub
/// Entry
#[derive(Debug, Clone)]
pub struct Entry;
