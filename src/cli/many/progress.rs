//! How far a long piece of work is, on standard error, where a person looks at it.

use std::cell::Cell;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::world::World;

/// Work that is done sooner shows nothing.
const QUIET: Duration = Duration::from_secs(1);
/// Times a second that it is drawn anew at most.
const RATE: u8 = 10;
/// What is drawn.
const LINE: &str = "{pos}/{len} [{bar:30}] {percent}%  {eta}";

/// A line that says how far the work is.
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    is_wanted: Cell<bool>,
}

impl Progress {
    /// For so many pieces of work; nothing is shown yet.
    pub fn over(world: &World, count: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
        // The template is ours and right; without it the library's own is drawn.
        if let Ok(style) = ProgressStyle::with_template(LINE) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar, begun: Instant::now(), is_wanted: Cell::new(world.shows_progress) }
    }

    /// So many are done.
    pub fn step(&self, done: usize) {
        if self.is_wanted.get() && self.begun.elapsed() >= QUIET {
            self.is_wanted.set(false);
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(RATE));
        }
        self.bar.set_position(done as u64);
    }

    /// Does something that prints, with the line out of its way.
    pub fn aside<R>(&self, print: impl FnOnce() -> R) -> R {
        self.bar.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
