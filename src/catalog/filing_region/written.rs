//! A written address on three levels: province, city, district, and the rest.

use super::{Region, beginning, locate};

/// What an address says of its region. A level that it does not tell for certain is left out: 朝阳区 alone may lie in Beijing or
/// in Changchun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// The province.
    pub province: &'static Region,
    /// The city (地级); none below a municipality, or for a county that stands under no city.
    pub city: Option<&'static Region>,
    /// The district or county.
    pub district: Option<&'static Region>,
    /// Whether the address names its province itself.
    pub names_province: bool,
    /// How well the region is told.
    pub wording: Wording,
    /// Where what follows the names of the region begins, in bytes.
    rest: usize,
}

/// How an address words its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// At its beginning, with the units of city and district: 成都市武侯区.
    Full,
    /// At its beginning, but without units, which may be part of another name: 成都武侯.
    Short,
    /// Behind something else: 虚构大厦，四川省成都市武侯区.
    Later,
}

impl Address {
    /// Reads an address. `None` where it names no region for certain.
    #[must_use]
    pub fn read(address: &str) -> Option<Self> {
        let address = address.trim_end();
        if let Some(read) = in_full(address) {
            return Some(read);
        }
        if let Some(read) = at_start(address) {
            return Some(read.with_later_district(address));
        }
        // The name of a province or a city in full is long enough to be meant where it stands.
        let long = |region: &Region| region.level < LOWEST && region.name.chars().count() > SHORTEST;
        let place = places(address).find(|place| address.get(*place..).is_some_and(|text| beginning(text).any(long)))?;
        let later = at_start(address.get(place..)?)?;
        let later = Self { rest: place + later.rest, wording: Wording::Later, ..later };
        Some(later.with_later_district(address))
    }

    /// What follows the names of the region. `address` is what was read.
    #[must_use]
    pub fn rest<'a>(&self, address: &'a str) -> &'a str {
        address.get(self.rest..).unwrap_or_default().trim_start()
    }

    /// The lowest region that is told.
    #[must_use]
    pub fn lowest(&self) -> &'static Region {
        self.district.or(self.city).unwrap_or(self.province)
    }

    /// The address with the district that follows its city only later: 成都市虚构大厦，武侯区.
    fn with_later_district(mut self, address: &str) -> Self {
        if self.district.is_some() || self.city.is_none() && !self.province.is_municipality() {
            return self;
        }
        let rest = self.rest(address);
        let inside = |region: &&'static Region| {
            region.level == LOWEST
                && !region.double
                && region.name.chars().count() > SHORTEST
                && match self.city {
                    Some(city) => region.parent() == Some(city),
                    None => region.parent().and_then(Region::parent) == Some(self.province),
                }
        };
        let mut found = places(rest).filter_map(|place| beginning(rest.get(place..)?).find(inside));
        // Two districts in one address: it cannot be told which is meant.
        let Some(first) = found.next() else { return self };
        if found.all(|other| other == first) {
            self.district = Some(first);
            self.wording = Wording::Later;
        }
        self
    }
}

/// The level of districts.
const LOWEST: u8 = 3;

/// Names of so few characters stand in other words, too: 城区, 沙县.
const SHORTEST: usize = 2;

/// Units that a city or district may carry in place of its own: 临安市 for 临安区.
const UNITS: [char; 6] = ['区', '县', '市', '旗', '州', '盟'];

fn places(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(place, _)| place)
}

/// The quick way for addresses as they should be: the names in full, one after the other, down to the district.
fn in_full(address: &str) -> Option<Address> {
    let longest = |text, fits: &dyn Fn(&Region) -> bool| {
        beginning(text).filter(|region| !region.double && fits(region)).max_by_key(|region| region.name.len())
    };
    let province = longest(address, &|region| region.level == 1)?;
    let rest = address.get(province.name.len()..)?;
    let city = longest(rest, &|region| region.level == 2 && region.parent() == Some(province))?;
    let rest = rest.get(city.name.len()..)?;
    let district = longest(rest, &|region| region.level == LOWEST && region.parent() == Some(city))?;
    let rest = rest.get(district.name.len()..)?;
    Some(Address {
        province,
        city: Some(city),
        district: Some(district),
        names_province: true,
        wording: Wording::Full,
        rest: address.len() - rest.len(),
    })
}

/// The region that the text begins with, names in full or short, upper ones left out or not.
fn at_start(text: &str) -> Option<Address> {
    let found = locate(text)?;
    let path = found.region.path();
    let province = *path.first()?;
    let real = |level: usize| path.get(level).copied().filter(|region| !region.pseudo);
    let names = text.get(..text.len() - found.rest.len()).unwrap_or_default().trim_end();
    let lowest = found.region;
    let other_unit = |unit: &char| names.strip_suffix(*unit).is_some_and(|names| names.ends_with(lowest.short_name()));
    let in_full = names.ends_with(lowest.name) || UNITS.iter().any(other_unit);
    let [names_province, ..] = found.named;
    let city = real(1);
    // 成都市锦江大厦: beside a city in full, a district without its unit is rather the name of something else.
    let upper = city.unwrap_or(province);
    let doubtful = if in_full || lowest == upper { None } else { names.find(upper.name).map(|place| place + upper.name.len()) };
    Some(Address {
        province,
        city,
        district: real(2).filter(|_| doubtful.is_none()),
        names_province,
        wording: if in_full || doubtful.is_some() { Wording::Full } else { Wording::Short },
        rest: doubtful.unwrap_or(text.len() - found.rest.len()),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(address: &str) -> Option<(String, Wording, &str)> {
        let read = Address::read(address)?;
        let names = [Some(read.province), read.city, read.district].into_iter().flatten().map(|region| region.name);
        Some((names.collect::<Vec<_>>().join(" "), read.wording, read.rest(address)))
    }

    #[test]
    fn addresses_are_read_on_three_levels() {
        for (address, expected, wording, rest) in [
            ("四川省成都市武侯区虚构街88号", "四川省 成都市 武侯区", Wording::Full, "虚构街88号"),
            ("中国四川省成都市武侯区虚构街88号", "四川省 成都市 武侯区", Wording::Full, "虚构街88号"),
            ("浙江杭州西湖 虚构街88号", "浙江省 杭州市 西湖区", Wording::Short, "虚构街88号"),
            ("杭州西湖区虚构街88号", "浙江省 杭州市 西湖区", Wording::Full, "虚构街88号"),
            // The platform has the district beside the city that it was.
            ("浙江省杭州市临安区虚构街88号", "浙江省 杭州市 临安区", Wording::Full, "虚构街88号"),
            ("浙江省临安市虚构街88号", "浙江省 杭州市 临安市", Wording::Full, "虚构街88号"),
            ("北京市朝阳区虚构街88号", "北京市 朝阳区", Wording::Full, "虚构街88号"),
            ("长春市朝阳区虚构街88号", "吉林省 长春市 朝阳区", Wording::Full, "虚构街88号"),
            ("江苏省徐州市鼓楼区虚构街88号", "江苏省 徐州市 鼓楼区", Wording::Full, "虚构街88号"),
            ("河南省济源市虚构街88号", "河南省 济源市", Wording::Full, "虚构街88号"),
            ("广东省东莞市长安镇虚构街88号", "广东省 东莞市", Wording::Full, "长安镇虚构街88号"),
            // Later in the text.
            ("虚构大厦8层（四川省成都市武侯区虚构街88号）", "四川省 成都市 武侯区", Wording::Later, "虚构街88号）"),
            ("四川省成都市虚构街88号（武侯区）", "四川省 成都市 武侯区", Wording::Later, "虚构街88号（武侯区）"),
            ("北京市虚构街88号海淀区", "北京市 海淀区", Wording::Later, "虚构街88号海淀区"),
            // Which of the two districts is meant cannot be told.
            ("四川省成都市虚构街88号武侯区与锦江区交界", "四川省 成都市", Wording::Full, "虚构街88号武侯区与锦江区交界"),
            // A building, not the district.
            ("四川省成都市锦江大厦8层", "四川省 成都市", Wording::Full, "锦江大厦8层"),
            ("北京市海淀大厦8层", "北京市", Wording::Full, "海淀大厦8层"),
            // A name that ends like a unit.
            ("广州大厦8层", "广东省 广州市", Wording::Short, "大厦8层"),
        ] {
            assert_eq!(read(address), Some((expected.to_owned(), wording, rest)), "{address}");
        }
    }

    #[test]
    fn what_is_ambiguous_or_names_nothing_is_not_read() {
        for address in ["", "朝阳区虚构街88号", "鼓楼区虚构街88号", "虚构街88号", "12345", "Keji Road 1", "香港九龙虚构道88号"]
        {
            assert_eq!(read(address), None, "{address}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_is_read_without_harm(
            text in "[ 中国广东省深圳市南山区北京海淀路1号a，（]{0,24}|\\PC{0,24}|[0-9A-Za-z]{0,24}",
        ) {
            if let Some(read) = Address::read(&text) {
                prop_assert!(text.ends_with(read.rest(&text)));
                prop_assert!(read.city.is_none_or(|city| city.parent() == Some(read.province)));
            }
        }

        #[test]
        fn two_addresses_in_one_are_no_harm(one in prop::sample::select(super::super::regions()), other in prop::sample::select(super::super::regions())) {
            let text = [one, other].map(|region| super::super::full_name(region.code)).join("，");
            prop_assert!(Address::read(&text).is_none_or(|read| text.ends_with(read.rest(&text))));
        }
    }

    #[test]
    fn long_texts_are_read_to_their_end() {
        for piece in ["虚", "成都市", "武侯区", "a", "1", "四川省成都市"] {
            let text = piece.repeat(10_000 / piece.chars().count());
            let read = Address::read(&text);
            assert!(read.is_none_or(|read| text.ends_with(read.rest(&text))), "{piece}");
        }
    }
}
