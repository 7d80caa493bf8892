//! The one integration-test binary.

<<<<<<< HEAD
mod vectors;
=======
mod drafts;
>>>>>>> drafts
