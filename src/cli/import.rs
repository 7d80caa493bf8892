//! Tables of many filings: [`table`] reads them, [`columns`] says which field a column is, [`glob`] finds scans by pattern, [`plan`]
//! makes a draft of each row without writing anything.

pub mod columns;
mod glob;
pub mod plan;
pub mod table;
