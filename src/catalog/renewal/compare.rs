//! What a new list changes.

use std::collections::HashMap;

use super::Row;

/// The difference between two lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Rows of new ids.
    pub added: Vec<Row>,
    /// Rows of ids that are no longer there.
    pub gone: Vec<Row>,
    /// Rows of the same id and another name: the old one and the new one.
    pub renamed: Vec<(Row, Row)>,
    /// Rows of the same id and name that belong to something else: the old one and the new one.
    pub moved: Vec<(Row, Row)>,
}

impl Difference {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.renamed.is_empty() && self.moved.is_empty()
    }
}

/// What has to be done to `old` to get `new`, each part in the order of its list. Remarks do not count.
#[must_use]
pub fn difference(old: &[Row], new: &[Row]) -> Difference {
    let before: HashMap<u32, &Row> = old.iter().map(|row| (row.id, row)).collect();
    let after: HashMap<u32, &Row> = new.iter().map(|row| (row.id, row)).collect();
    let mut difference = Difference::default();
    for row in new {
        match before.get(&row.id) {
            None => difference.added.push(row.clone()),
            Some(known) if known.name != row.name => difference.renamed.push(((*known).clone(), row.clone())),
            Some(known) if known.parent != row.parent => difference.moved.push(((*known).clone(), row.clone())),
            Some(_) => {}
        }
    }
    difference.gone = old.iter().filter(|row| !after.contains_key(&row.id)).cloned().collect();
    difference
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u32, parent: u32, name: &str) -> Row {
        Row { id, parent, name: name.to_owned(), remark: String::new() }
    }

    #[test]
    fn tells_what_changed() {
        let old = [row(1, 0, "甲"), row(2, 1, "乙"), row(3, 1, "丙"), row(4, 1, "丁")];
        let new = [row(1, 0, "甲"), row(3, 1, "丙丙"), row(4, 5, "丁"), row(6, 1, "戊")];
        let found = difference(&old, &new);
        assert_eq!(found.added, [row(6, 1, "戊")]);
        assert_eq!(found.gone, [row(2, 1, "乙")]);
        assert_eq!(found.renamed, [(row(3, 1, "丙"), row(3, 1, "丙丙"))]);
        assert_eq!(found.moved, [(row(4, 1, "丁"), row(4, 5, "丁"))]);
        assert!(difference(&old, &old).is_empty() && !found.is_empty());
    }
}
