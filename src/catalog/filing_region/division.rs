//! What regions, names of the past and zones are today.
//!
//! A place is one division in force, by its national code. A region of the platform's list, a name of the past or a zone stands for
//! one or several places; two of them agree where they share one.

use super::{BUILT_IN, Region, find, regions};
use crate::catalog::Publication;
use crate::catalog::piece::Piece;
use crate::catalog::renewal::current::lists;

// `TODAY` has, for each code of the built-in list, where its places end in `TODAY_PLACES`.
include!(concat!(env!("OUT_DIR"), "/divisions.rs"));

/// A name that the platform's list does not have: of the past (宣武区), or younger than the list (前锋区).
#[derive(Debug, PartialEq, Eq)]
pub struct Former {
    /// The name in full, of `FORMER_NAMES`.
    name: Piece,
    /// The code of its province, as a number.
    province: u32,
    /// The national code of the city that it lay in, as a number.
    city: u32,
    /// The year by which it was gone; 0 where it is in force.
    pub year: u16,
    /// Where the places that it is today begin in `FORMER_PLACES`, and how many they are.
    today: (u16, u16),
}

/// A zone (高新区, 自贸试验区): no division, but written where one would stand.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    /// The national code of the province or city in which the names are understood.
    within: u32,
    /// How it is written, the usual form first.
    pub names: &'static [&'static str],
    /// The places that it lies in, wholly or in part.
    pub today: &'static [u32],
    /// Who says so.
    pub source: &'static Publication,
}

/// A district that grew out of a part of another which is still there.
#[derive(Debug, PartialEq, Eq)]
pub struct Carved {
    from: u32,
    to: u32,
    /// The year in which it did.
    pub year: u16,
}

impl Former {
    /// The region of its province.
    pub fn province(&self) -> Option<&'static Region> {
        find(&self.province.to_string())
    }

    /// The name in full.
    pub fn name(&self) -> &'static str {
        self.name.of(FORMER_NAMES)
    }

    /// The places that it is today.
    pub fn today(&self) -> &'static [u32] {
        let (first, count) = (usize::from(self.today.0), usize::from(self.today.1));
        FORMER_PLACES.get(first..first + count).unwrap_or_default()
    }

    /// The short form of its name.
    pub fn short_name(&self) -> &'static str {
        super::stem::stem(self.name())
    }

    /// Whether it lay or lies in one of these cities, by their national codes.
    pub(super) fn is_in(&self, cities: &[u32]) -> bool {
        cities.contains(&self.city) || self.today().iter().any(|place| cities.contains(&city_of(*place)))
    }

    /// Whether it lay in this city of the platform's list.
    #[cfg(any(test, feature = "internals"))]
    pub fn is_in_city(&self, city: &Region) -> bool {
        self.is_in(city.today().unwrap_or_default())
    }

    /// Whether it is a city and no district.
    pub(super) fn is_city(&self) -> bool {
        self.today().iter().all(|place| place % 100 == 0)
    }
}

impl Zone {
    /// The province or city in which the names are understood.
    #[cfg(any(test, feature = "internals"))]
    pub fn place(&self) -> Option<&'static Region> {
        match self.within % 10_000 {
            0 => find(&self.within.to_string()),
            _ => regions_of(&[self.within]).into_iter().next(),
        }
    }

    /// Whether its names are understood in this province, and in one of these cities where any are given.
    pub(super) fn is_in(&self, province: &Region, cities: &[u32]) -> bool {
        let same_province = self.within / 10_000 == province.number / 10_000;
        let of_city = |city: &u32| self.within == *city || self.today.iter().any(|place| city_of(*place) == *city);
        same_province && (cities.is_empty() || cities.iter().any(of_city))
    }
}

impl Region {
    /// The places that it is today; `None` where that is not known, as of islands that belong to nobody's list.
    pub fn today(&self) -> Option<&'static [u32]> {
        // Of a newer list of the platform another place may have the code.
        if !BUILT_IN.has(self) {
            return None;
        }
        let row = TODAY.binary_search_by_key(&self.number, |(code, _)| *code).ok()?;
        let end = |row: usize| TODAY.get(row).map(|(_, end)| usize::from(*end));
        TODAY_PLACES.get(row.checked_sub(1).map_or(Some(0), end)?..end(row)?)
    }

    /// Whether it was abolished, and what it is today is known: no zone, nothing that only this list has. A name of the past beside the
    /// one of today is abolished, too.
    pub fn is_abolished(&self) -> bool {
        self.is_superseded() || !self.in_force() && self.today().is_some() && !self.is_zone()
    }

    fn is_superseded(&self) -> bool {
        SUPERSEDED.binary_search(&self.number).is_ok() && self.today().is_some()
    }

    /// Whether it is a zone that the platform's list has as a district (高新区 of 成都).
    pub fn is_zone(&self) -> bool {
        LISTED_ZONES.contains(&self.number) && self.today().is_some()
    }

    /// Whether a city of today bears the name of this district, which is no more: 铜仁市 beside 铜仁地区.
    pub(super) fn is_city_now(&self) -> bool {
        NOW_CITIES.binary_search(&self.number).is_ok()
    }
}

/// The regions that a person may choose for these places: the ones in force first, else what the list has for them.
pub fn regions_of(places: &[u32]) -> Vec<&'static Region> {
    let mut found: Vec<&Region> = Vec::new();
    for place in places {
        let chosen: Vec<&Region> = match of_place(*place).find(|region| region.in_force() && !region.is_superseded()) {
            Some(region) => vec![region],
            None => of_place(*place).collect(),
        };
        let new: Vec<&Region> = chosen.into_iter().filter(|region| !found.contains(region)).collect();
        found.extend(new);
    }
    found
}

/// The cities and districts of the list that stand for a place, by code.
fn of_place(place: u32) -> impl Iterator<Item = &'static Region> {
    let rows = lists().regions.of_places.get_or_init(rows_of_places);
    let first = rows.partition_point(|(other, _)| *other < place);
    let rows = rows.iter().skip(first).take_while(move |(other, _)| *other == place);
    rows.filter_map(|(_, row)| regions().get(usize::from(*row)))
}

/// Each place with the row of a region that stands for it, sorted.
fn rows_of_places() -> Vec<(u32, u16)> {
    let rows = (0..=u16::MAX).zip(regions()).filter(|(_, region)| !region.double && region.level > 1);
    let mut rows: Vec<(u32, u16)> =
        rows.flat_map(|(row, region)| region.today().unwrap_or_default().iter().map(move |place| (*place, row))).collect();
    rows.sort_unstable();
    rows
}

/// The districts that this region's place is known by today, as people say them; empty for regions in force.
pub fn successors(region: &Region) -> Vec<&'static Region> {
    if region.is_abolished() { regions_of(region.today().unwrap_or_default()) } else { Vec::new() }
}

/// The rows whose names begin with the same character as this text, in the order of the table, which is that of the names.
fn formers(text: &str) -> &'static [Former] {
    let Some(first) = text.chars().next() else { return &[] };
    let start_of = |former: &Former| former.name().chars().next();
    let start = FORMER.partition_point(|former| start_of(former) < Some(first));
    let end = FORMER.partition_point(|former| start_of(former) <= Some(first));
    FORMER.get(start..end).unwrap_or_default()
}

/// Names of the past that this is, in full or short.
pub(super) fn called_formerly(text: &str) -> impl Iterator<Item = &'static Former> {
    let is_called =
        move |former: &&Former| former.name() == text || former.name().starts_with(text) && former.short_name() == text;
    formers(text).iter().filter(move |former| former.year > 0).filter(is_called)
}

/// Names that the list lacks and that the text begins with, in full, the longest first.
pub(super) fn beginning_formerly(text: &str) -> Vec<&'static Former> {
    let mut found: Vec<&Former> = formers(text).iter().filter(|former| text.starts_with(former.name())).collect();
    found.sort_by_key(|former| std::cmp::Reverse(former.name().len()));
    found
}

/// Every zone, the narrower ones of a place first.
pub fn zones() -> &'static [Zone] {
    ZONES
}

/// Every name that the platform's list lacks.
#[cfg(any(test, feature = "internals"))]
pub fn former() -> &'static [Former] {
    FORMER
}

/// The change by which one of the second places grew out of one of the first.
pub fn carved(from: &[u32], to: &[u32]) -> Option<&'static Carved> {
    CARVED.iter().find(|row| from.contains(&row.from) && to.contains(&row.to))
}

/// The national code of the city of a place; of a municipality's district that of its grouping row.
pub(super) const fn city_of(place: u32) -> u32 {
    place / 100 * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today(code: &str) -> Vec<u32> {
        find(code).unwrap().today().unwrap_or_default().to_vec()
    }

    #[test]
    fn regions_are_places_of_today() {
        for (code, places) in [
            ("510107", vec![510_107]),
            ("330185", vec![330_112]),
            ("330112", vec![330_112]),
            ("310103", vec![310_101]),
            ("522201", vec![520_602, 520_603]),
            ("510109", vec![510_107, 510_116, 510_117, 510_185]),
            ("522200", vec![520_600]),
        ] {
            assert_eq!(today(code), places, "{code}");
        }
        let known = regions().iter().filter(|region| region.level == 3 && !region.pseudo);
        let (known, all) = (known.clone().filter(|region| region.today().is_some()).count(), known.count());
        assert!(all - known < 20, "{known} of {all}");
    }

    #[test]
    fn names_of_the_past_lead_to_their_successors() {
        for (name, successors) in [
            ("宣武区", vec!["西城区"]),
            ("崇文", vec!["东城区"]),
            ("闸北区", vec!["静安区"]),
            ("江干区", vec!["上城区", "钱塘区"]),
            ("下城区", vec!["拱墅区"]),
            ("顺义县", vec!["顺义区"]),
            ("襄樊市", vec!["襄阳市"]),
        ] {
            let found: Vec<&str> =
                called_formerly(name).flat_map(|former| regions_of(former.today())).map(|region| region.name()).collect();
            let old = super::super::called(name).flat_map(super::successors).map(|region| region.name());
            let all: Vec<&str> = found.into_iter().chain(old).collect();
            assert_eq!(all, successors, "{name}");
        }
    }

    #[test]
    fn names_of_the_past_are_in_their_order() {
        assert!(FORMER.is_sorted_by_key(|former| former.name()));
        assert!(formers("").is_empty() && formers("z").is_empty());
        for former in FORMER {
            assert!(formers(former.name()).contains(former) && beginning_formerly(former.name()).contains(&former));
        }
    }

    #[test]
    fn zones_lie_in_districts_that_can_be_chosen() {
        for zone in zones() {
            assert!(!regions_of(zone.today).is_empty(), "{zone:?}");
        }
        assert!(zones().len() > 100 && former().len() > 500, "{} {}", zones().len(), former().len());
    }

    #[test]
    fn a_zone_lies_where_it_is_understood_and_bears_no_division_s_name() {
        // 东莞滨海湾 and the like: a zone of one city that was put under another one's government.
        for zone in zones() {
            let digits = if zone.within % 10_000 == 0 { 10_000 } else { 100 };
            for place in zone.today {
                let county_level = place / 100 % 100 == 90;
                assert!(place / digits == zone.within / digits || county_level, "{zone:?}: {place}");
            }
            let inside =
                |region: &&Region| region.level == 3 && region.in_force() && region.number / digits == zone.within / digits;
            for region in regions().iter().filter(inside) {
                assert!(!zone.names.contains(&region.name()), "{zone:?}: {} is a district", region.name());
            }
        }
    }

    #[test]
    fn an_abolished_district_is_no_zone() {
        for (code, zone, abolished) in
            [("360105", false, true), ("510109", true, false), ("320571", true, false), ("360112", false, false)]
        {
            let region = find(code).unwrap();
            assert_eq!((region.is_zone(), region.is_abolished()), (zone, abolished), "{code} {}", region.name());
        }
    }

    #[test]
    fn carved_districts_are_known() {
        assert_eq!(carved(&[330_110], &[330_113]).map(|row| row.year), Some(2021));
        assert_eq!(carved(&[330_113], &[330_110]), None);
    }
}
