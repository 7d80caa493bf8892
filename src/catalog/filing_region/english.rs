//! What places are called in English where that is not how their Chinese name is read.
//!
//! Names that came into Chinese from Mongolian, Tibetan, Uyghur or Manchu are written in English after the language they come from
//! (SAC/SBSM romanisation of geographical names in minority languages, 1976, without its diacritics): Hohhot, not Huhehaote.

use super::Region;
use crate::catalog::province::province;

/// Names of regions, in full or short, with those in English; sorted.
const NAMES: [(&str, &str); 36] = [
    ("乌兰察布", "Ulanqab"),
    ("乌兰浩特", "Ulanhot"),
    ("乌鲁木齐", "Urumqi"),
    ("二连浩特", "Erenhot"),
    ("伊犁", "Ili"),
    ("克孜勒苏", "Kizilsu"),
    ("克拉玛依", "Karamay"),
    ("兴安盟", "Hinggan"),
    ("博尔塔拉", "Bortala"),
    ("吐鲁番", "Turpan"),
    ("呼伦贝尔", "Hulunbuir"),
    ("呼和浩特", "Hohhot"),
    ("和田", "Hotan"),
    ("哈尔滨", "Harbin"),
    ("喀什", "Kashgar"),
    ("图木舒克", "Tumxuk"),
    ("巴彦淖尔", "Bayannur"),
    ("巴音郭楞", "Bayingolin"),
    ("库尔勒", "Korla"),
    ("拉萨", "Lhasa"),
    ("日喀则", "Xigaze"),
    ("昌都", "Qamdo"),
    ("林芝", "Nyingchi"),
    ("格尔木", "Golmud"),
    ("海拉尔", "Hailar"),
    ("那曲", "Nagqu"),
    ("鄂尔多斯", "Ordos"),
    ("锡林浩特", "Xilinhot"),
    ("锡林郭勒", "Xilingol"),
    ("阿克苏", "Aksu"),
    ("阿勒泰", "Altay"),
    ("阿拉善", "Alxa"),
    ("阿拉尔", "Aral"),
    ("阿里", "Ngari"),
    ("香格里拉", "Shangri-La"),
    ("齐齐哈尔", "Qiqihar"),
];

/// Other names in use, by which a region is found.
const ALSO: [(&str, &str); 3] = [("日喀则", "Shigatse"), ("昌都", "Chamdo"), ("西藏", "Xizang")];

/// The name in English; `None` where it is the Chinese one as it is read. Provinces are called as their bureaus are.
pub(super) fn english(region: &Region) -> Option<&'static str> {
    if region.level == 1 {
        return province(region.code).map(|province| province.short.en);
    }
    let of = |name: &str| {
        let at = NAMES.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
        NAMES.get(at).map(|(_, name)| *name)
    };
    of(region.short_name()).or_else(|| of(region.name))
}

/// The names by which it is known in English, where they are not how the Chinese one is read.
pub(super) fn names(region: &Region) -> impl Iterator<Item = &'static str> {
    let name = region.short_name();
    let also = ALSO.iter().filter(move |(known, _)| *known == name).map(|(_, name)| *name);
    english(region).into_iter().chain(also)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::{find, regions, search};

    #[test]
    fn the_names_are_sorted_and_those_of_places_on_the_list() {
        assert!(NAMES.is_sorted_by(|one, next| one.0 < next.0));
        for (known, name) in NAMES.into_iter().chain(ALSO) {
            let is_called_so = |region: &&&Region| region.short_name() == known || region.name == known;
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
