//! What places are called in English where that is not how their Chinese name is read.
//!
//! Names that came into Chinese from Mongolian, Tibetan, Uyghur or Manchu are written in English after the language they come from
//! (SAC/SBSM romanisation of geographical names in minority languages, 1976, without its diacritics): Hohhot, not Huhehaote.

use super::Region;
use crate::catalog::province::province;

/// Codes of regions and their names, sorted by code.
const NAMES: [(&str, &str); 37] = [
    ("150100", "Hohhot"),
    ("150600", "Ordos"),
    ("150700", "Hulunbuir"),
    ("150702", "Hailar"),
    ("150800", "Bayannur"),
    ("150900", "Ulanqab"),
    ("152200", "Hinggan"),
    ("152201", "Ulanhot"),
    ("152500", "Xilingol"),
    ("152501", "Erenhot"),
    ("152502", "Xilinhot"),
    ("152900", "Alxa"),
    ("230100", "Harbin"),
    ("230200", "Qiqihar"),
    ("533401", "Shangri-La"),
    ("540100", "Lhasa"),
    ("540200", "Xigaze"),
    ("540300", "Qamdo"),
    ("540600", "Nagqu"),
    ("542500", "Ngari"),
    ("542600", "Nyingchi"),
    ("632801", "Golmud"),
    ("650100", "Urumqi"),
    ("650200", "Karamay"),
    ("650400", "Turpan"),
    ("652700", "Bortala"),
    ("652800", "Bayingolin"),
    ("652801", "Korla"),
    ("652900", "Aksu"),
    ("653000", "Kizilsu"),
    ("653100", "Kashgar"),
    ("653200", "Hotan"),
    ("654000", "Ili"),
    ("654300", "Altay"),
    ("654301", "Altay"),
    ("659002", "Aral"),
    ("659003", "Tumxuk"),
];

/// Other names in use, by which a region is found.
const ALSO: [(&str, &str); 3] = [("540200", "Shigatse"), ("540300", "Chamdo"), ("540000", "Xizang")];

/// The name in English; `None` where it is the Chinese one as it is read. Provinces are called as their bureaus are.
pub(super) fn english(region: &Region) -> Option<&'static str> {
    if region.level == 1 {
        return province(region.code).map(|province| province.short.en);
    }
    let at = NAMES.binary_search_by(|(code, _)| code.cmp(&region.code)).ok()?;
    NAMES.get(at).map(|(_, name)| *name)
}

/// The names by which it is known in English, where they are not how the Chinese one is read.
pub(super) fn names(region: &Region) -> impl Iterator<Item = &'static str> {
    let also = ALSO.iter().filter(|(code, _)| *code == region.code).map(|(_, name)| *name);
    english(region).into_iter().chain(also)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::{find, search};

    #[test]
    fn the_names_are_sorted_and_those_of_places_on_the_list() {
        assert!(NAMES.is_sorted_by(|one, next| one.0 < next.0));
        for (code, name) in NAMES {
            let region = find(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(english(region), Some(name));
            assert!(search(name, 2).contains(&region), "{name}");
        }
        let spot = |code: &str| find(code).map(|region| (region.short_name(), english(region)));
        assert_eq!(spot("650100"), Some(("乌鲁木齐", Some("Urumqi"))));
        assert_eq!(spot("542600"), Some(("林芝", Some("Nyingchi"))));
        assert_eq!(spot("659002"), Some(("阿拉尔", Some("Aral"))));
        assert_eq!(spot("440300"), Some(("深圳", None)));
    }
}
