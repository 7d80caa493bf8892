//! The words of complaints.
