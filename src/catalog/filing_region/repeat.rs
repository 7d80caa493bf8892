//! Addresses that hold more than one.

use super::address::is_street;
use super::{Address, Located, Region, Wording, beginning, locate};

/// What stands in an address twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Only its region, one time behind the other.
    Region,
    /// A whole address: the second begins at this byte.
    Address(usize),
    /// A part of it, from its street to its number: the second begins at the first of these bytes and ends before the other.
    Part(usize, usize),
}

/// So many characters are looked through for a second address.
const LONGEST: usize = 300;

/// So many characters a part has at least that stands twice, one directly behind the other; and so many ideographs are in it.
const TWICE: (usize, usize) = (5, 3);

/// Where a part that holds a number stands once more directly behind itself, or behind a mark.
fn twice(address: &str) -> Option<(usize, usize)> {
    let starts: Vec<usize> = address.char_indices().map(|(at, _)| at).collect();
    let is_part = |part: &str| {
        let ideographs = part.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
        // A region that stands twice is told as such.
        part.chars().count() >= TWICE.0
            && ideographs >= TWICE.1
            && part.contains(|c: char| c.is_ascii_digit())
            && begins(part).is_none()
    };
    starts.iter().find_map(|from| {
        let text = address.get(*from..)?;
        let first = text.chars().next().filter(|c| !SEPARATORS.contains(c))?;
        // The second begins as the first does.
        text.match_indices(first).skip(1).find_map(|(at, _)| {
            let part = text.get(..at)?.trim_end_matches(SEPARATORS);
            let is_twice = text.get(at..)?.starts_with(part) && is_part(part);
            is_twice.then_some((from + at, from + at + part.len()))
        })
    })
}

/// What separates addresses.
const SEPARATORS: [char; 9] = ['；', ';', '，', ',', '、', '/', '及', '和', ' '];

/// Separators that stand in no address.
const PARTS: [char; 3] = ['；', ';', '\n'];

/// What streets and villages end in.
const STREETS: [char; 7] = ['路', '街', '道', '巷', '弄', '村', '号'];

/// Whether an address holds another one, or its region twice.
#[must_use]
pub fn repeat(address: &str) -> Option<Repeat> {
    let end = address.char_indices().nth(LONGEST).map_or(address.len(), |(end, _)| end);
    let address = address.get(..end)?;
    if let Some(place) = parts(address) {
        return Some(Repeat::Address(place));
    }
    if let Some((from, to)) = twice(address) {
        return Some(Repeat::Part(from, to));
    }
    let first = Address::read(address)?;
    let rest = first.rest(address);
    let start = address.len() - rest.len();
    if begins(rest)
        .is_some_and(|found| first.lowest().path().contains(&found.region) || found.region.path().contains(&first.lowest()))
    {
        return Some(Repeat::Region);
    }
    let places = rest.char_indices().map(|(place, _)| place).skip(1);
    let second = places.filter(|place| {
        let (before, text) = rest.split_at(*place);
        if !is_numbered(before) || text.starts_with(char::is_whitespace) {
            return false;
        }
        let whole = || begins(text).is_some_and(|found| is_numbered(found.rest));
        let separated = before.ends_with(SEPARATORS);
        let sibling = |region: &Region| {
            region.level == 3
                && region.name().chars().count() > 2
                && Some(region) != first.district
                && first.district.is_some_and(|district| district.parent() == region.parent())
        };
        whole()
            || separated
                && beginning(text).any(|region| {
                    let after = text.get(region.name().len()..).unwrap_or_default();
                    sibling(region) && !is_street(after) && is_numbered(after)
                })
    });
    second.map(|place| Repeat::Address(start + place)).next()
}

/// The region that the text begins with, where it is told by names in full on two levels: 成都 alone may be a part of another name.
fn begins(text: &str) -> Option<Located<'_>> {
    let found = locate(text)?;
    let levels = found.named.iter().filter(|named| **named).count();
    let in_full = Address::read(text)?.wording == Wording::Full;
    (levels >= 2 && in_full && found.region.level > 1).then_some(found)
}

/// Where the second of two parts begins that are addresses by themselves: 虚构街88号；示例路9号.
fn parts(address: &str) -> Option<usize> {
    let is_address = |part: &str| is_numbered(part) && part.contains(STREETS);
    let (place, separator) = address.char_indices().find(|(_, c)| PARTS.contains(c))?;
    let (first, second) = (address.get(..place)?, address.get(place + separator.len_utf8()..)?);
    (is_address(first) && is_address(second)).then_some(place + separator.len_utf8())
}

fn is_numbered(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) || text.contains('号')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_addresses_are_told_from_one() {
        for (address, second) in [
            ("四川省成都市武侯区虚构街88号801室；四川省成都市锦江区示例路9号", Some("四川省成都市锦江区示例路9号")),
            ("四川省成都市武侯区虚构街88号 广东省深圳市南山区科技路1号", Some("广东省深圳市南山区科技路1号")),
            ("四川省成都市武侯区虚构街88号801室，锦江区示例路9号", Some("锦江区示例路9号")),
            ("虚构街88号；示例路9号", Some("示例路9号")),
            ("四川省成都市武侯区虚构街88号、90号", None),
            ("四川省成都市武侯区虚构街88号（示例大厦8层801室）", None),
            ("虚构大厦801室，四川省成都市武侯区虚构街88号", None),
            ("四川省成都市武侯区虚构街88号武侯区示例园3栋", None),
            ("广东省深圳市南山区科技路8号武汉大学大楼8层", None),
            ("四川省成都市武侯区虚构街88号成都市场3楼", None),
            ("四川省成都市武侯区锦江路88号", None),
            ("中国（四川）自由贸易试验区成都高新区虚构街88号", None),
            ("", None),
        ] {
            let found = match repeat(address) {
                Some(Repeat::Address(place)) => address.get(place..),
                _ => None,
            };
            assert_eq!(found, second, "{address}: {:?}", repeat(address));
        }
        let doubled = "四川省成都市武侯区四川省成都市武侯区虚构街88号";
        assert_eq!(repeat(doubled), Some(Repeat::Region));
        assert_eq!(repeat("四川省成都市武侯区虚构街88号"), None);
    }

    #[test]
    fn a_part_that_stands_twice_is_told_from_numbers_that_are_alike() {
        for (address, part) in [
            ("科技园南区37号附1号科技园南区37号附1号2单元501室", Some("科技园南区37号附1号")),
            ("虚构街88号801室 虚构街88号801室", Some("虚构街88号801室")),
            ("广东省深圳市南山区虚构路37号虚构路37号501室", Some("虚构路37号")),
            ("虚构街12号12号楼3单元", None),
            ("虚构园1号楼1单元101室1号楼", None),
            ("A座12层A座1201", None),
            ("虚构路虚构路小区8栋", None),
            ("虚构街88号、虚构街90号", None),
        ] {
            let found = match repeat(address) {
                Some(Repeat::Part(from, to)) => address.get(from..to),
                _ => None,
            };
            assert_eq!(found, part, "{address}");
        }
    }

    #[test]
    fn any_length_is_looked_through_quickly() {
        for piece in ["虚", "成都市武侯区虚构街88号", "；", "1", "a"] {
            let text = piece.repeat(10_000 / piece.chars().count());
            let _ = repeat(&text);
        }
    }
}
