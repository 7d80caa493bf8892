//! What the mini-program offers (服务内容类型): a tree of two levels.

use super::lists::{self, REMARKS, SERVICE_CONTENT_LIMITS, SERVICE_WORDS};
use super::renewal::current::lists as current;
use crate::text::{Lang, Text};

/// One row of the platform's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceContent {
    /// The platform's id; only ids of the second level are sent.
    pub id: u32,
    /// The id of its group; 0 for a group itself.
    pub parent: u32,
    /// What it is called.
    pub name: Text,
    /// What the platform counts under it, in Chinese; often empty.
    pub remark: &'static str,
}

/// What people type who look for a row: our own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceWords {
    /// The row's id.
    pub content: u32,
    /// In Chinese.
    pub zh: &'static [&'static str],
    /// In English.
    pub en: &'static [&'static str],
}

/// The everyday words of the row with this id, in both languages. They say nothing about what a bureau counts under it.
pub fn service_words(id: u32) -> impl Iterator<Item = &'static str> {
    let row = SERVICE_WORDS.binary_search_by_key(&id, |row| row.content).ok().and_then(|at| SERVICE_WORDS.get(at));
    row.into_iter().flat_map(|row| row.zh.iter().chain(row.en)).copied()
}

/// A remark of one of the platform's lists in a language: in Chinese where it is one that we have not translated.
pub fn remark_in(remark: &'static str, lang: Lang) -> &'static str {
    let known = REMARKS.binary_search_by_key(&remark, |row| row.zh).ok().and_then(|at| REMARKS.get(at));
    known.map_or(remark, |row| row.in_lang(lang))
}

/// The first level of the list that comes with the program.
pub(super) static BUILT_IN_GROUPS: &[ServiceContent] = lists::SERVICE_GROUPS;

/// The second level of the list that comes with the program.
pub(super) static BUILT_IN_CONTENTS: &[ServiceContent] = lists::SERVICE_CONTENTS;

/// The first level, in the platform's order.
pub fn service_groups() -> &'static [ServiceContent] {
    current().groups
}

/// The whole second level, in the platform's order.
pub fn service_contents() -> &'static [ServiceContent] {
    current().contents
}

/// The second level under one group.
pub fn service_contents_of(parent: u32) -> impl Iterator<Item = &'static ServiceContent> {
    current().contents.iter().filter(move |row| row.parent == parent)
}

/// The row with this id, of either level.
pub fn service_content(id: u32) -> Option<&'static ServiceContent> {
    let mut rows = current().groups.iter().chain(current().contents);
    rows.find(|row| row.id == id)
}

/// The name with its group, in Chinese (生活服务-家政) or English (Life services - Housekeeping).
pub fn service_path(id: u32, zh: bool) -> Option<String> {
    let pick = |name: Text| if zh { name.zh } else { name.en };
    let row = service_content(id)?;
    Some(match service_content(row.parent) {
        Some(group) if zh => format!("{}-{}", pick(group.name), pick(row.name)),
        Some(group) => format!("{} - {}", pick(group.name), pick(row.name)),
        None => pick(row.name).to_owned(),
    })
}

/// How few and how many entries one filing may have.
pub fn service_content_limits() -> (usize, usize) {
    SERVICE_CONTENT_LIMITS
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_list_is_complete_and_every_row_has_its_group() {
        assert_eq!(service_groups().len(), 16);
        assert_eq!(service_contents().len(), 176);
        assert!(service_groups().iter().all(|row| row.parent == 0));
        let by_group = service_groups().iter().map(|group| service_contents_of(group.id).count());
        assert_eq!(by_group.sum::<usize>(), 176);
        let ids: HashSet<u32> = service_groups().iter().chain(service_contents()).map(|row| row.id).collect();
        assert_eq!(ids.len(), 192);
        assert_eq!(service_content_limits(), (1, 5));
    }

    #[test]
    fn every_row_is_found_by_words_of_both_languages() {
        for row in service_contents() {
            let words: Vec<&str> = service_words(row.id).collect();
            let is_latin = |word: &&&str| word.is_ascii();
            assert!(words.iter().any(|word| is_latin(&word)) && words.iter().any(|word| !is_latin(&word)), "{}", row.name.zh);
            assert!(words.iter().filter(is_latin).all(|word| word.trim() == *word), "{words:?}");
        }
        assert_eq!(service_words(500).count(), 0);
    }

    #[test]
    fn remarks_are_told_in_both_languages() {
        assert_eq!(remark_in("港口等", Lang::En), "Ports and the like");
        assert_eq!(remark_in("港口等", Lang::Zh), "港口等");
        assert_eq!(remark_in("平台新写的", Lang::En), "平台新写的");
        let of = |row: &ServiceContent| row.remark.is_empty() || remark_in(row.remark, Lang::En) != row.remark;
        assert!(service_contents().iter().all(of));
    }

    #[test]
    fn paths_name_the_group_first() {
        assert_eq!(service_path(4, true).unwrap(), "生活服务-家政");
        assert_eq!(service_path(4, false).unwrap(), "Life services - Housekeeping");
        assert_eq!(service_path(500, true).unwrap(), "生活服务");
        assert_eq!(service_path(0, true), None);
        assert_eq!(service_path(9999, true), None);
    }
}
