//! The values of a draft, by field.
//!
//! A list of drafts holds thousands of these, and a draft fills a third of all fields: what is not there takes one byte.

use super::{FieldId, Value};

const FIELDS: usize = FieldId::ALL.len();
/// The place of a field without a value.
const NOWHERE: u8 = u8::MAX;
const _: () = assert!(FIELDS < NOWHERE as usize, "places are counted in a byte");
/// Room is made for so many values at a time.
const STEP: usize = 8;

/// At most one value for each field.
#[derive(Debug, Clone)]
pub(super) struct Values {
    /// Where each field's value stands in `held`.
    places: [u8; FIELDS],
    held: Vec<Value>,
}

impl Default for Values {
    fn default() -> Self {
        Self { places: [NOWHERE; FIELDS], held: Vec::new() }
    }
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.held.len() == other.held.len() && FieldId::ALL.iter().all(|id| self.get(*id) == other.get(*id))
    }
}

impl Eq for Values {}

impl Values {
    /// The value of a field.
    pub(super) fn get(&self, id: FieldId) -> Option<&Value> {
        self.held.get(usize::from(*self.places.get(id as usize)?))
    }

    /// Puts a value in, or takes it out; returns the one that was there.
    pub(super) fn replace(&mut self, id: FieldId, value: Option<Value>) -> Option<Value> {
        let place = self.places.get_mut(id as usize)?;
        match (self.held.get_mut(usize::from(*place)), value) {
            (Some(held), Some(value)) => Some(std::mem::replace(held, value)),
            (Some(_), None) => self.take(id),
            (None, Some(value)) => {
                *place = u8::try_from(self.held.len()).ok()?;
                if self.held.len() == self.held.capacity() {
                    self.held.reserve_exact(STEP);
                }
                self.held.push(value);
                None
            }
            (None, None) => None,
        }
    }

    /// Whether no field has a value.
    pub(super) fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Takes a value out; the last one moves to its place.
    fn take(&mut self, id: FieldId) -> Option<Value> {
        let place = std::mem::replace(self.places.get_mut(id as usize)?, NOWHERE);
        let last = u8::try_from(self.held.len().checked_sub(1)?).ok()?;
        if let Some(moved) = self.places.iter_mut().find(|other| **other == last) {
            *moved = place;
        }
        Some(self.held.swap_remove(usize::from(place)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_map(steps in prop::collection::vec((0..FIELDS, prop::option::of(0u32..4)), 0..300)) {
            let mut values = Values::default();
            let mut map: HashMap<FieldId, Value> = HashMap::new();
            for (field, code) in steps {
                let id = FieldId::ALL[field];
                let value = code.map(Value::Code);
                let before = match value.clone() {
                    Some(value) => map.insert(id, value),
                    None => map.remove(&id),
                };
                prop_assert_eq!(values.replace(id, value), before);
                prop_assert_eq!(values.is_empty(), map.is_empty());
                for id in FieldId::ALL {
                    prop_assert_eq!(values.get(*id), map.get(id));
                }
            }
            let mut again = Values::default();
            for id in FieldId::ALL.iter().rev() {
                again.replace(*id, map.remove(id));
            }
            // In whatever order they came.
            prop_assert!(values == again);
        }
    }

    #[test]
    fn another_value_is_another_draft() {
        let (one, other) = (FieldId::ALL[0], FieldId::ALL[1]);
        let with = |id, code| {
            let mut values = Values::default();
            values.replace(id, Some(Value::Code(code)));
            values
        };
        assert!(with(one, 1) == with(one, 1));
        assert!(with(one, 1) != with(one, 2) && with(one, 1) != with(other, 1) && with(one, 1) != Values::default());
    }
}
