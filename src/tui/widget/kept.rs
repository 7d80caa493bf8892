//! What is made of something, and made again only when that has changed.

use std::cell::RefCell;
use std::rc::Rc;

/// A value with what it was made of last.
#[derive(Debug)]
pub struct Kept<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value that `make` gives for `of`: the one at hand where that is what it was made of.
    pub fn get(&self, of: K, make: impl FnOnce() -> V) -> Rc<V> {
        if let Some((made_of, value)) = &*self.0.borrow()
            && *made_of == of
        {
            return Rc::clone(value);
        }
        // Nothing is borrowed meanwhile: making one may ask for another.
        let value = Rc::new(make());
        self.0.replace(Some((of, Rc::clone(&value))));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_the_same_is_made_once() {
        let kept = Kept::default();
        let mut made = 0;
        for (of, times) in [(1, 1), (1, 1), (2, 2), (2, 2), (1, 3)] {
            let value = kept.get(of, || {
                made += 1;
                of * 10
            });
            assert_eq!((*value, made), (of * 10, times));
        }
    }
}
