//! The platform's regions (省, 市, 区县), the only ones a filing may name.
//!
//! The platform's list mixes the divisions of many years and has codes of its own; `assets/README.md` counts the
//! differences. Never carry a code between it and [`super::place`]: go by name.

mod address;
mod division;
mod english;
mod english_names;
mod made;
mod outside;
mod repeat;
mod romanised;
mod search;
mod start;
mod stem;
mod written;

pub use address::Located;
#[cfg(any(test, feature = "internals"))]
pub use address::prefixes;
pub use address::{locate, without_region};
pub use division::{carved, regions_of, successors};
#[cfg(any(test, feature = "internals"))]
pub use division::{former, zones};
pub(in crate::catalog) use made::made;
pub use outside::{Outside, outside};
pub use repeat::{Repeat, repeat};
pub use romanised::{pinyin, pinyin_of_name};
pub use search::{districts_near, formerly, orders, search, search_near, sound, spelled, upper};
use start::{Start, start_of};
pub use written::{Address, Wording};

use std::sync::OnceLock;

use super::piece::Piece;
use super::renewal::current::lists;

/// Digits of a code.
const CODE: usize = 6;

/// Stands in `Region::parent` of a province.
const NO_PARENT: u16 = u16::MAX;

include!(concat!(env!("OUT_DIR"), "/filing_regions.rs"));

/// A list of regions with what searching needs.
pub(in crate::catalog) struct Regions {
    /// Sorted by code: every branch stands together, with its head first.
    regions: &'static [Region],
    /// Code and name of each, one behind the other.
    text: &'static str,
    /// The characters of all names, each with the number of its syllable.
    units: &'static [(char, u16)],
    /// How the names begin, each with the place of its region, sorted; rows that name no place are left out.
    starts: &'static [(Start, u16)],
    /// Each place of today with the row of a region that stands for it, sorted; made when it is first asked for.
    of_places: OnceLock<Vec<(u32, u16)>>,
}

/// The list that comes with the program.
pub(in crate::catalog) static BUILT_IN: Regions =
    Regions { regions: REGIONS, text: REGION_TEXT, units: UNITS, starts: STARTS, of_places: OnceLock::new() };

impl Regions {
    /// All rows, sorted by code.
    pub fn all(&self) -> &'static [Region] {
        self.regions
    }

    /// Six digits; sent as a string.
    pub fn code(&self, region: &Region) -> &'static str {
        region.text.of(self.text).get(..CODE).unwrap_or_default()
    }

    /// The name, as the platform has it.
    pub fn name(&self, region: &Region) -> &'static str {
        region.text.of(self.text).get(CODE..).unwrap_or_default()
    }

    /// Whether this list has that name under that code. A list that takes the place of another one keeps the texts that are in both.
    fn has(&self, region: &Region) -> bool {
        region.text.is_within(self.text.len())
    }

    /// The code of the region one level up.
    pub fn parent_code(&self, region: &Region) -> Option<&'static str> {
        self.regions.get(usize::from(region.parent)).map(|parent| self.code(parent))
    }
}

/// One row of the platform's tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The code as a number.
    number: u32,
    /// Code and name, of `Regions::text`.
    text: Piece,
    /// 1 province, 2 city, 3 district.
    pub level: u8,
    /// Names no place and only keeps the tree three levels deep: 市辖区, 县, 省直辖县级行政单位.
    pub pseudo: bool,
    /// An older code for a name that stands twice under one parent: found, but not offered.
    pub double: bool,
    /// Where the parent is in the table.
    parent: u16,
    /// Where the name's characters begin in the table of units.
    first_unit: u16,
    /// How many characters the short form of the name has.
    stem: u8,
    /// English may have a name of its own for it.
    has_english: bool,
}

impl Region {
    /// Six digits; sent as a string.
    pub fn code(&self) -> &'static str {
        lists().regions.code(self)
    }

    /// The name, as the platform has it.
    pub fn name(&self) -> &'static str {
        lists().regions.name(self)
    }

    /// The region one level up; none above a province.
    pub fn parent(&self) -> Option<&'static Region> {
        regions().get(usize::from(self.parent))
    }

    /// Whether it is a municipality (直辖市): a province whose districts stand under no city.
    pub fn is_municipality(&self) -> bool {
        self.level == 1 && self.name().ends_with('市')
    }

    /// Whether the unit is in force where the list has it. The others are abolished, have moved to another city, or are zones that
    /// lie in real districts; which place they are cannot be told from the list.
    pub fn in_force(&self) -> bool {
        NOT_IN_FORCE.binary_search(&self.number).is_err()
    }

    /// The short form of the name: 深圳 for 深圳市; the whole name where there is none.
    pub fn short_name(&self) -> &'static str {
        let end = self.name().char_indices().nth(usize::from(self.stem));
        end.and_then(|(end, _)| self.name().get(..end)).unwrap_or(self.name())
    }

    /// Whether the short form is a name by itself: two characters or more, so not 城 for 城区.
    pub fn stem_is_name(&self) -> bool {
        self.stem >= 2
    }

    /// Province, city and district down to this region, as far as it goes.
    pub fn path(&self) -> Vec<&'static Region> {
        let mut path: Vec<&Region> = std::iter::successors(find(self.code()), |region| region.parent()).collect();
        path.reverse();
        path
    }
}

/// All regions, sorted by code: every branch stands together, with its head first.
pub fn regions() -> &'static [Region] {
    lists().regions.regions
}

/// The provinces, by code.
pub fn provinces() -> impl Iterator<Item = &'static Region> {
    regions().iter().filter(|region| region.level == 1)
}

/// What may be chosen below a region, by code; nothing below a district or an unknown code.
pub fn children(code: &str) -> impl Iterator<Item = &'static Region> {
    let place = place(code);
    let start = place.map_or(regions().len(), |place| place + 1);
    let parent = place.and_then(|place| regions().get(place));
    regions()
        .iter()
        .skip(start)
        .take_while(move |region| parent.is_some_and(|parent| region.level > parent.level))
        .filter(move |region| Some(usize::from(region.parent)) == place && !region.double)
}

/// The only row below a city that has no districts, 东莞市: there is nothing to choose, and the city's own name means it.
pub fn sole_district(city: &Region) -> Option<&'static Region> {
    let mut districts = children(city.code());
    let only = districts.next().filter(|_| city.level == 2 && !city.pseudo && !city.is_abolished());
    only.filter(|only| only.pseudo && districts.next().is_none())
}

/// The region with this code.
pub fn find(code: &str) -> Option<&'static Region> {
    place(code).and_then(|place| regions().get(place))
}

/// The regions whose name, in full or short, begins with the same two characters as this text, by code: the only ones that the
/// text can begin with. Rows that name no place are left out.
fn alike(text: &str) -> impl Iterator<Item = (usize, &'static Region)> {
    let of_start = |start: Start| {
        let starts = lists().regions.starts;
        let first = starts.partition_point(|(other, _)| *other < start);
        starts.iter().skip(first).take_while(move |(other, _)| *other == start)
    };
    let start = start_of(text);
    // A name of one character begins everything that begins with it; there is none in the built-in list.
    let single = start.filter(|(_, second)| *second != '\0').map(|(first, _)| (first, '\0'));
    let places = single.into_iter().chain(start).flat_map(of_start);
    places.filter_map(|(_, place)| Some((usize::from(*place), regions().get(usize::from(*place))?)))
}

/// The regions whose full name the text begins with. Rows that name no place are left out.
pub fn beginning(text: &str) -> impl Iterator<Item = &'static Region> {
    alike(text).map(|(_, region)| region).filter(move |region| text.starts_with(region.name()))
}

/// The regions whose name is this text, in full or short. Rows that name no place are left out.
pub fn called(text: &str) -> impl Iterator<Item = &'static Region> {
    alike(text).map(|(_, region)| region).filter(move |region| region.name() == text || region.short_name() == text)
}

/// Province, city and district of a code, as far as it goes; empty when the code is unknown.
pub fn path(code: &str) -> Vec<&'static Region> {
    find(code).map(Region::path).unwrap_or_default()
}

/// The path as one writes it in an address (北京市朝阳区), without rows that name no place; empty when unknown.
pub fn full_name(code: &str) -> String {
    let named = path(code).into_iter().filter(|region| !region.pseudo);
    named.map(|region| region.name()).collect()
}

/// The province that a code of any level lies in.
pub fn province_of(code: &str) -> Option<&'static Region> {
    std::iter::successors(find(code), |region| region.parent()).last()
}

fn place(code: &str) -> Option<usize> {
    let is_code = code.len() == CODE && code.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = code.parse().ok().filter(|_| is_code)?;
    regions().binary_search_by_key(&number, |region| region.number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_complete_and_sorted() {
        let of_level = |level| REGIONS.iter().filter(|region| region.level == level).count();
        assert_eq!([of_level(1), of_level(2), of_level(3)], [31, 346, 3171]);
        assert!(REGIONS.is_sorted_by(|a, b| a.code() < b.code()));
    }

    #[test]
    fn every_region_hangs_on_the_level_above() {
        for region in REGIONS {
            let level = region.parent().map_or(0, |parent| parent.level);
            assert_eq!(level + 1, region.level, "{region:?}");
            assert_eq!(path(region.code()).len(), usize::from(region.level));
            assert_eq!(path(region.code()).last(), Some(&region));
        }
        let cities: usize = provinces().map(|region| children(region.code()).count()).sum();
        assert_eq!(cities, 346);
        for city in REGIONS.iter().filter(|region| region.level == 2) {
            assert!(children(city.code()).count() > 0, "{city:?}");
        }
    }

    #[test]
    fn doubles_are_known_but_not_offered() {
        let doubles: Vec<&str> = REGIONS.iter().filter(|region| region.double).map(|region| region.code()).collect();
        assert_eq!(doubles, ["360421", "511521"]);
        assert_eq!(find("511521").unwrap().name(), "叙州区");
        let offered = children("511500").filter(|region| region.name() == "叙州区");
        assert_eq!(offered.map(|region| region.code()).collect::<Vec<_>>(), ["511504"]);
    }

    #[test]
    fn full_names() {
        for (code, expected) in [
            ("110105", "北京市朝阳区"),
            ("440305", "广东省深圳市南山区"),
            ("440000", "广东省"),
            ("110100", "北京市"),
            ("130101", "河北省石家庄市"),
            ("441901", "广东省东莞市"),
            ("500230", "重庆市丰都县"),
            ("429004", "湖北省仙桃市"),
            ("659001", "新疆维吾尔自治区石河子市"),
            ("999999", ""),
            ("", ""),
        ] {
            assert_eq!(full_name(code), expected, "{code}");
        }
    }

    #[test]
    fn looking_up() {
        assert_eq!(province_of("440305").unwrap().name(), "广东省");
        assert_eq!(province_of("44"), None);
        assert_eq!(find("4403050"), None);
        assert_eq!(children("440305").count(), 0);
        assert_eq!(children("000000").count(), 0);
        assert!(children("440000").all(|region| region.level == 2));
        // 410307 is 洛龙区 here, and another place in the national list.
        assert_eq!(find("410307").unwrap().name(), "洛龙区");
    }

    /// The same told by going through all regions.
    fn slowly<'a>(fits: impl Fn(&Region) -> bool + 'a) -> Vec<&'static str> {
        regions().iter().filter(|region| !region.pseudo && fits(region)).map(|region| region.code()).collect()
    }

    #[test]
    fn names_are_found_by_their_first_characters() {
        let names = regions().iter().flat_map(|region| [region.name(), region.short_name()]);
        // A part of them: going through all for each takes long without optimisation.
        let names = names.step_by(41).chain(["", "县", "城区", "市辖区", "吉林", "吉林市", "南山", "没有", "a", "西"]);
        for name in names {
            let found: Vec<&str> = called(name).map(|region| region.code()).collect();
            assert_eq!(found, slowly(|region| region.name() == name || region.short_name() == name), "{name}");
            let address = format!("{name}科技路1号");
            for text in [name, address.as_str()] {
                let found: Vec<&str> = beginning(text).map(|region| region.code()).collect();
                assert_eq!(found, slowly(|region| text.starts_with(region.name())), "{text}");
            }
        }
    }

    #[test]
    fn short_names() {
        for (code, expected) in [
            ("440000", "广东"),
            ("150000", "内蒙古"),
            ("450000", "广西"),
            ("650000", "新疆"),
            ("440300", "深圳"),
            ("422800", "恩施"),
            ("522600", "黔东南"),
            ("652800", "巴音郭楞"),
            ("653000", "克孜勒苏"),
            ("522200", "铜仁"),
            ("310115", "浦东"),
            ("510109", "高新"),
            ("429021", "神农架"),
            ("622926", "东乡"),
            ("150722", "莫力达瓦"),
            ("350427", "沙县"),
            ("130101", "市辖"),
        ] {
            assert_eq!(find(code).unwrap().short_name(), expected, "{code}");
        }
    }

    #[test]
    fn every_character_has_its_syllable() {
        let characters: usize = REGIONS.iter().map(|region| region.name().chars().count()).sum();
        assert_eq!(UNITS.len(), characters);
        for region in REGIONS {
            for (place, character) in region.name().chars().enumerate() {
                let (stored, syllable) = UNITS[usize::from(region.first_unit) + place];
                assert_eq!(stored, character, "{region:?}");
                assert!(SYLLABLES[usize::from(syllable)].bytes().all(|b| b.is_ascii_lowercase()));
            }
        }
    }
}
