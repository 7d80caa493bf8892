//! Names of regions in Latin letters, for readers of English.
//!
//! One form everywhere: Hanyu pinyin without tones, of the short name, each region a word: `Guangdong Shenzhen Nanshan`. It is also what
//! one may type: the search reads it. As in the official romanisation (GB/T 16159) an apostrophe parts syllables that would
//! run together (Xi'an), and ü stays (Lüliang). What English has a name of its own for is called by it ([`super::english`]): Shaanxi, which
//! would be one word with 山西, Inner Mongolia, Harbin.

use super::Region;
use super::english::english;
use super::search::syllables;

/// The region with those above it, from the province down: `Jiangsu Suzhou Gusu`. Rows that name no place are left out.
#[must_use]
pub fn pinyin(region: &Region) -> String {
    let named = region.path().into_iter().filter(|region| !region.pseudo);
    named.map(pinyin_of_name).collect::<Vec<_>>().join(" ")
}

/// The region alone: `Gusu`. What has no short form that is a name by itself is read in full: `Shaxian`, `Shixiaqu`.
#[must_use]
pub fn pinyin_of_name(region: &Region) -> String {
    if let Some(name) = english(region) {
        return name.to_owned();
    }
    let length = if region.stem_is_name() && !region.pseudo { usize::from(region.stem) } else { region.name().chars().count() };
    let mut name = String::new();
    for (_, syllable) in syllables(region).take(length) {
        let runs_on = syllable.starts_with(['a', 'e', 'o']) && !name.is_empty();
        name.extend(runs_on.then_some('\''));
        match syllable {
            "lv" => name.push('l'),
            "nv" => name.push('n'),
            _ => name.push_str(syllable),
        }
        name.extend(matches!(syllable, "lv" | "nv").then_some('ü'));
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::{find, regions, search, spelled};

    #[test]
    fn names_read_as_they_are_written_on_maps() {
        for (code, expected) in [
            ("440305", "Guangdong Shenzhen Nanshan"),
            ("310115", "Shanghai Pudong"),
            ("310000", "Shanghai"),
            ("110105", "Beijing Chaoyang"),
            ("610100", "Shaanxi Xi'an"),
            ("140100", "Shanxi Taiyuan"),
            ("141100", "Shanxi Lüliang"),
            ("341500", "Anhui Lu'an"),
            ("510104", "Sichuan Chengdu Jinjiang"),
            ("350427", "Fujian Sanming Shaxian"),
            ("422800", "Hubei Enshi"),
            ("429004", "Hubei Xiantao"),
            ("110100", "Beijing"),
            ("150100", "Inner Mongolia Hohhot"),
            ("650100", "Xinjiang Urumqi"),
            ("441901", "Guangdong Dongguan"),
        ] {
            assert_eq!(find(code).map(pinyin).as_deref(), Some(expected), "{code}");
        }
        assert_eq!(find("110100").map(pinyin_of_name).as_deref(), Some("Shixiaqu"));
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        for region in regions().iter().filter(|region| !region.pseudo && !region.double && !region.is_abolished()) {
            let shown = pinyin(region);
            assert!(shown.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '\'' | '-' | 'ü')), "{shown}");
            // Two that are read alike are asked back; no other region is taken for it.
            let found = if region.level == 3 { spelled(&shown) } else { None };
            assert!(found.is_none_or(|found| found == region), "{shown}");
        }
        for code in ["610100", "141100", "341500", "440305", "310115", "610000", "140000"] {
            let region = find(code).unwrap();
            assert_eq!(search(&pinyin(region), 1), [region], "{code}");
        }
    }
}
