//! Where facts come from: title, publisher, date and address of every source, in both languages.
//!
//! Rules cite these records while compiling ([`cited`]); rows of the data files name them by their ids ([`of_tags`]).

use super::Confidence;
use crate::text::{Lang, Text};

include!(concat!(env!("OUT_DIR"), "/publications.rs"));

/// Something published that facts are taken from.
#[derive(Debug, PartialEq, Eq)]
pub struct Publication {
    /// What the data files call it, e.g. `WX-MAT`.
    pub id: &'static str,
    /// What it is called.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// When, as a year, month or day; empty where it bears no date.
    pub published: &'static str,
    /// The day it was last read.
    pub read: &'static str,
    /// Where it can be read; empty where it is not public.
    pub address: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Publication {
    /// When it was published; where it does not say, when it was read.
    #[must_use]
    pub const fn date(&self) -> &'static str {
        if self.published.is_empty() { self.read } else { self.published }
    }

    /// As a sentence names it: who published what, and when; where it bears no date, when it was read.
    #[must_use]
    pub fn named(&self, lang: Lang) -> String {
        let (title, publisher) = (self.title.in_lang(lang), self.publisher.in_lang(lang));
        match (lang, self.published) {
            (Lang::Zh, "") => format!("{publisher}《{title}》（{} 查阅）", self.read),
            (Lang::Zh, date) => format!("{publisher}《{title}》（{date}）"),
            (Lang::En, "") => format!("{publisher}, {title} (read {})", self.read),
            (Lang::En, date) => format!("{publisher}, {title} ({date})"),
        }
    }
}

/// Every publication, in the order of the file.
#[cfg(any(test, feature = "internals"))]
pub fn publications() -> &'static [&'static Publication] {
    PUBLICATIONS
}

/// The publication of this id.
pub fn publication(id: &str) -> Option<&'static Publication> {
    PUBLICATIONS.iter().copied().find(|publication| publication.id == id)
}

/// The publications behind the tags of a row, such as `TC22,HW25`; tags that no publication has are left out.
pub fn of_tags(tags: &str) -> impl Iterator<Item = &'static Publication> {
    tags.split(',').filter_map(|tag| publication(tag.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{material, province};

    #[test]
    fn every_tag_of_a_row_is_a_publication() {
        let provinces = province::provinces().iter().map(|row| row.source);
        let rows = province::rules().iter().map(|row| row.source);
        let materials = material::materials().iter().map(|row| row.source);
        for tags in provinces.chain(rows).chain(materials) {
            for tag in tags.split(',') {
                assert!(publication(tag.trim()).is_some(), "{tag:?} stands in no row of sources.toml");
            }
        }
    }

    #[test]
    fn publications_are_told_with_a_date() {
        for publication in publications() {
            assert!(!publication.date().is_empty(), "{publication:?}");
            assert!(!publication.title.en.chars().any(|c| ('一'..='鿿').contains(&c)), "{publication:?}");
        }
        assert_eq!(cited::WX_MAT.date(), "2026-11-27");
        let jd = publication("JD").unwrap();
        assert_eq!(jd.named(Lang::En), "JD Cloud, Rules of the provincial bureaus (2020)");
        assert_eq!(jd.named(Lang::Zh), "京东云《各省管局备案规则》（2020）");
        assert_eq!(publication("ALI").unwrap().named(Lang::En), "Alibaba Cloud, Checklist of filing materials (read 2026-11-27)");
        assert_eq!(of_tags("TC22, HW25,nothing").map(|found| found.id).collect::<Vec<_>>(), ["TC22", "HW25"]);
    }
}
