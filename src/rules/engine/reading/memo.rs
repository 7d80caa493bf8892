//! A value computed once, together with the inputs that it followed from.

use crate::rules::engine::inputs::Inputs;
use std::cell::OnceCell;

/// A value that is computed when it is first asked for. Whoever takes it has read all that it followed from.
#[derive(Debug)]
pub struct Memo<T>(OnceCell<(T, Inputs)>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Memo<T> {
    /// The value and its inputs, if it has been computed.
    pub fn get(&self) -> Option<(&T, Inputs)> {
        self.0.get().map(|(value, inputs)| (value, *inputs))
    }

    /// Keeps a value unless there is one, and gives the one that is kept.
    pub fn keep(&self, value: T, inputs: Inputs) -> &T {
        &self.0.get_or_init(|| (value, inputs)).0
    }

    /// Drops the value if it followed from any of these inputs.
    pub fn forget(&mut self, changed: Inputs) {
        if self.0.get().is_some_and(|(_, inputs)| inputs.meets(changed)) {
            self.0.take();
        }
    }
}
