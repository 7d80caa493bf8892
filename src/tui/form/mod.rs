//! Draws any section of the field table.
