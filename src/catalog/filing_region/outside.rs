//! Addresses outside the mainland: in Hong Kong, Macao and Taiwan, and abroad.

use super::address::{is_street, without_country};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/abroad.rs"));

/// A place outside the mainland, where nobody files.
#[derive(Debug, PartialEq, Eq)]
pub struct Outside {
    /// What it is called.
    pub name: Text,
    /// Whether it lies abroad, not in Hong Kong, Macao or Taiwan.
    pub is_abroad: bool,
    names: &'static [&'static str],
    latin: &'static [&'static str],
}

/// Characters of an address that are looked at: names stand at its beginning or, in Latin letters, at its end.
const LONGEST: usize = 300;

/// The place outside the mainland that an address lies in.
#[must_use]
pub fn outside(address: &str) -> Option<&'static Outside> {
    let text = without_country(address);
    let begins = |name: &str| text.strip_prefix(name).is_some_and(|rest| !is_street(rest));
    let chinese = PLACES.iter().find(|place| place.names.iter().any(|name| begins(name)));
    chinese.or_else(|| {
        // An address in Chinese may hold Latin letters for another reason: the name of a building.
        let is_latin = text.chars().take(LONGEST).all(|c| c.is_ascii() || c.is_alphabetic() && c < '\u{300}' || c == '，');
        let lower = if is_latin { text.chars().take(LONGEST).collect::<String>().to_lowercase() } else { return None };
        let holds = |name: &&str| {
            let name = name.to_lowercase();
            lower.match_indices(&name).any(|(start, _)| {
                let before = lower.get(..start).and_then(|text| text.chars().next_back());
                let after = lower.get(start + name.len()..).and_then(|text| text.chars().next());
                ![before, after].into_iter().flatten().any(char::is_alphanumeric)
            })
        };
        PLACES.iter().find(|place| place.latin.iter().any(&holds))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_outside_the_mainland() {
        for (address, name) in [
            ("香港九龙弥敦道88号", Some("香港")),
            ("中国香港特别行政区中环虚构道1号", Some("香港")),
            ("新界沙田虚构街1号", Some("香港")),
            ("澳门特别行政区虚构马路1号", Some("澳门")),
            ("台湾省台北市大安区虚构路1号", Some("台湾")),
            ("台北市大安区虚构路1号", Some("台湾")),
            ("日本东京都港区虚构1-2-3", Some("日本")),
            ("美国加利福尼亚州虚构市1号", Some("美国")),
            ("1 Example Road, Central, Hong Kong", Some("香港")),
            ("12 Example St, London, United Kingdom", Some("英国")),
            ("山东省青岛市市南区香港中路10号", None),
            ("香港中路10号", None),
            ("澳门路1号", None),
            ("四川省甘孜藏族自治州九龙县虚构街1号", None),
            ("台州市椒江区虚构街1号", None),
            ("Keji Road 1, Nanshan", None),
            ("Indiana Street 1", None),
            ("科技路1号 Hong Kong Plaza", None),
            ("", None),
        ] {
            assert_eq!(outside(address).map(|place| place.name.zh), name, "{address}");
        }
    }
}
