//! The one integration-test binary.

mod rules;
mod vectors;
