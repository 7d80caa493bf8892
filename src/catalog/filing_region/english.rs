//! What places are called in English where that is not how their Chinese name is read.
//!
//! Names that came into Chinese from Mongolian, Tibetan, Uyghur or Manchu are written in English after the language they come from
//! (SAC/SBSM romanisation of geographical names in minority languages, 1976, without its diacritics): Hohhot, not Huhehaote.

use super::Region;
use super::english_names::{ALSO, NAMES};
use crate::catalog::province::province;

/// The name in English; `None` where it is the Chinese one as it is read. Provinces are called as their bureaus are.
pub(super) fn english(region: &Region) -> Option<&'static str> {
    if !region.has_english {
        return None;
    }
    if region.level == 1 {
        return province(region.code()).map(|province| province.short.en);
    }
    let of = |name: &str| {
        let at = NAMES.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
        NAMES.get(at).map(|(_, name)| *name)
    };
    of(region.short_name()).or_else(|| of(region.name()))
}

/// The names by which it is known in English, where they are not how the Chinese one is read.
pub(super) fn names(region: &Region) -> impl Iterator<Item = &'static str> {
    // Almost none has one, and a search asks all of them.
    let name = region.has_english.then(|| region.short_name());
    let also = move |name| ALSO.iter().filter(move |(known, _)| *known == name).map(|(_, name)| *name);
    english(region).into_iter().chain(name.into_iter().flat_map(also))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::{find, regions, search};

    #[test]
    fn the_names_are_sorted_and_those_of_places_on_the_list() {
        assert!(NAMES.is_sorted_by(|one, next| one.0 < next.0));
        for (known, name) in NAMES.into_iter().chain(ALSO) {
            let is_called_so = |region: &&&Region| region.short_name() == known || region.name() == known;
            let region = regions().iter().find(|region| is_called_so(&region)).unwrap_or_else(|| panic!("{known}"));
            assert!(names(region).any(|found| found == name), "{known}");
            assert!(search(name, 3).iter().any(|region| is_called_so(&region)), "{name}");
        }
        let of = |code: &str| find(code).and_then(english);
        assert_eq!(of("650100"), Some("Urumqi"));
        assert_eq!(of("152200"), Some("Hinggan"));
        assert_eq!(of("230405"), None, "兴安区 is another");
        assert_eq!(of("440300"), None);
        assert_eq!(of("150000"), Some("Inner Mongolia"));
    }
}
