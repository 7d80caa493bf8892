//! The one integration-test binary.

mod drafts;
mod vectors;
