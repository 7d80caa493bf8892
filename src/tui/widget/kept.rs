//! What is made of something, and made again only when that has changed.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::text::wrap::wrap;

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

/// Texts that are broken into rows at most, between one frame and the next.
const TEXTS: usize = 32;

/// Texts as they were broken into rows last: a frame says again most of what the one before said.
#[derive(Debug, Default)]
pub struct Wrapped(RefCell<VecDeque<InRows>>);

/// A text, the cells of a row, and its rows.
type InRows = (String, usize, Rc<[String]>);

impl Wrapped {
    /// The rows of a text, of at most `width` cells each, as [`wrap`] breaks it.
    pub fn rows(&self, text: &str, width: usize) -> Rc<[String]> {
        let mut known = self.0.borrow_mut();
        if let Some((_, _, rows)) = known.iter().find(|(known, of, _)| *of == width && known == text) {
            return Rc::clone(rows);
        }
        let rows: Rc<[String]> = wrap(text, width).into();
        if known.len() >= TEXTS {
            known.pop_front();
        }
        known.push_back((text.to_owned(), width, Rc::clone(&rows)));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_those_of_the_text_however_many_there_were() {
        let wrapped = Wrapped::default();
        let text = |n: usize| format!("第 {n} 句话，换行之后就不止一行了。");
        for round in 0..3 {
            for (n, width) in (0..TEXTS + 8).flat_map(|n| [(n, 10), (n, 17)]) {
                assert_eq!(*wrapped.rows(&text(n), width), wrap(&text(n), width), "{round} {n} {width}");
            }
        }
        assert!(wrapped.0.borrow().len() <= TEXTS);
        assert!(Rc::ptr_eq(&wrapped.rows("a b", 1), &wrapped.rows("a b", 1)));
    }

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
