//! Memory of work on pixels, bounded as a whole: however many threads look at pictures, prepare and show them at once, they take no more
//! together than a few ordinary pictures need, or one of the largest.

use std::sync::{Condvar, Mutex, PoisonError};

/// What all work together may take, in bytes (256 MiB). A single picture that takes more is worked on alone.
const MOST: u64 = 256 * 1024 * 1024;

static TAKEN: Mutex<u64> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

/// A part of the memory, given back when dropped.
#[derive(Debug)]
pub(super) struct Held(u64);

/// About what looking at a picture takes, in bytes: its pixels, and a fourth of them while it is looked at.
pub(super) fn of_pixels(width: u32, height: u32) -> u64 {
    (u64::from(width) * u64::from(height)).saturating_mul(15) / 4
}

/// Waits until there is room for so many bytes. Nobody who holds some may ask for more.
pub(super) fn hold(bytes: u64) -> Held {
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    while *taken > 0 && taken.saturating_add(bytes) > MOST {
        taken = GIVEN_BACK.wait(taken).unwrap_or_else(PoisonError::into_inner);
    }
    *taken = taken.saturating_add(bytes);
    Held(bytes)
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(self.0);
        GIVEN_BACK.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn many_at_once_take_no_more_than_there_is_and_the_largest_works_alone() {
        let together = AtomicU64::new(0);
        let most = AtomicU64::new(0);
        let work = |bytes: u64| {
            for _ in 0..50 {
                let held = hold(bytes);
                let now = together.fetch_add(bytes, Ordering::SeqCst) + bytes;
                most.fetch_max(now, Ordering::SeqCst);
                thread::yield_now();
                together.fetch_sub(bytes, Ordering::SeqCst);
                drop(held);
            }
        };
        let sizes = [MOST / 3, MOST / 3, MOST / 2, MOST * 2];
        thread::scope(|scope| sizes.into_iter().for_each(|bytes| drop(scope.spawn(move || work(bytes)))));
        assert_eq!(most.load(Ordering::SeqCst), MOST * 2, "two of them worked beside the largest");
    }

    #[test]
    fn a_size_that_a_file_only_claims_is_no_overflow() {
        assert_eq!(of_pixels(4_000, 3_000), 45_000_000);
        assert!(of_pixels(u32::MAX, u32::MAX) > MOST);
    }

    #[test]
    fn work_that_fails_gives_back_what_it_held() {
        let failed = thread::spawn(|| {
            let _held = hold(MOST * 3);
            panic!("as a decoder may");
        });
        assert!(failed.join().is_err());
        drop(hold(MOST));
    }
}
