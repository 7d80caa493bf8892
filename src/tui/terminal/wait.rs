//! What the loop waits for, and nothing else wakes it: keys, signals, what workers have done, files written by others, and what is
//! due.

#[cfg(target_os = "linux")]
mod folders;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub use unix::{Wait, stop};

#[cfg(not(unix))]
mod threads;
#[cfg(not(unix))]
pub use threads::{Wait, stop};
