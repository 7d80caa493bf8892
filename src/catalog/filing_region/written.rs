//! A written address on three levels: province, city, district, and the rest.

use super::address::{is_street, without_country};
use super::division::{Former, Zone, beginning_formerly, city_of, regions_of, zones};
use super::{Region, beginning, called, locate};

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
    /// A name of the past, or one younger than the platform's list, in the place of the district: 宣武区.
    pub former: Option<&'static Former>,
    /// A zone in the place of the district: 高新区.
    pub zone: Option<&'static Zone>,
    /// How well the region is told.
    pub wording: Wording,
    /// Whether the address names its city itself.
    names_city: bool,
    /// How the address writes the zone.
    zone_name: &'static str,
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
        let first =
            at_start(address).or_else(|| in_trade_zone(address)).or_else(|| before_zone(address)).or_else(|| formerly(address));
        Some(first.or_else(|| later(address))?.corrected(address).completed(address))
    }

    /// The names of its region as they stand in the address, where they stand at its beginning. `address` is what was read.
    #[must_use]
    pub fn typed<'a>(&self, address: &'a str) -> &'a str {
        match self.wording {
            Wording::Later => "",
            _ => address.get(..address.len() - self.rest(address).len()).unwrap_or_default().trim(),
        }
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

    /// The districts that it lies in today, by their national codes: one for a district in force, perhaps several for a name of the
    /// past or a zone. `None` where it names none, or one of which that is not known.
    #[must_use]
    pub fn districts_today(&self) -> Option<&'static [u32]> {
        match (self.district, self.former, self.zone) {
            (Some(district), ..) => district.today(),
            (None, Some(former), _) if !former.is_city() => Some(former.today()),
            (None, _, Some(zone)) => Some(zone.today),
            _ => None,
        }
    }

    /// The cities that it lies in today, by their national codes; empty where it names none. The districts of a municipality lie in
    /// its grouping rows.
    #[must_use]
    pub fn cities_today(&self) -> Vec<u32> {
        let of_districts = || self.districts_today().unwrap_or_default().iter().map(|place| city_of(*place)).collect();
        match (self.city.and_then(Region::today), self.former) {
            (Some(cities), _) => cities.to_vec(),
            (None, Some(former)) if former.is_city() => former.today().to_vec(),
            _ => of_districts(),
        }
    }

    /// The names of its region as the address has them: 成都市武侯区, 北京市宣武区, 珠海市横琴新区.
    #[must_use]
    pub fn said(&self) -> String {
        let city = self.city.map(|city| city.name());
        let district = self.district.map(|district| district.name());
        let other = self.former.map(|former| former.name()).or_else(|| self.zone.map(|_| self.zone_name));
        let names: String = [city, district.or(other)].into_iter().flatten().collect();
        if names.is_empty() { self.province.name().to_owned() } else { names }
    }

    /// The address without a district that was read by its stem alone, where a name of the past (惠阳县, which became more than 惠阳区) or a
    /// zone (余杭经济技术开发区) says more than that stem.
    fn corrected(mut self, address: &str) -> Self {
        let names = address.get(..address.len() - self.rest(address).len()).unwrap_or_default().trim_end();
        let Some(district) = self.district.filter(|district| !names.ends_with(district.name())) else { return self };
        let cities = self.cities_today();
        let stem = district.short_name();
        let begin = names.rfind(stem).unwrap_or(names.len());
        let (before, text) = (begin, address.get(begin..).unwrap_or_default());
        let here = |former: &&Former| former.name().starts_with(stem) && former.year > 0;
        let former = self.formerly_of(beginning_formerly(text).into_iter().filter(here).collect(), &cities);
        if let Some(former) = former.filter(|former| Some(former.today()) != district.today()) {
            (self.district, self.former) = (None, Some(former));
            self.rest = before + former.name().len();
            return self;
        }
        let longer = |name: &&&str| name.len() > address.len() - before - self.rest(address).len() && text.starts_with(**name);
        let of_city = if self.province.is_municipality() { &[][..] } else { cities.as_slice() };
        let mut here = zones().iter().filter(|zone| zone.is_in(self.province, of_city));
        if here.any(|zone| zone.names.iter().any(|name| name.starts_with(stem) && longer(&name))) {
            self.district = None;
            self.rest = before;
        }
        self
    }

    /// The address with what stands in the place of the district, at once or later.
    fn completed(mut self, address: &str) -> Self {
        // 贵州省铜仁市碧江区: the platform has the city of old, whose name the prefecture bears today.
        if self.district.is_some_and(Region::is_city_now) && !self.names_city {
            self.district = None;
        }
        if self.district.is_some() || self.former.is_some_and(|former| !former.is_city()) {
            return self;
        }
        let cities = self.cities_today();
        let rest = self.rest(address);
        let start = address.len() - rest.len();
        let here =
            |region: &&Region| region.level == LOWEST && !region.double && self.city.is_some() && region.parent() == self.city;
        if let Some(district) = beginning(rest).filter(here).max_by_key(|region| region.name().len()) {
            self.district = Some(district);
            self.rest = start + district.name().len();
            return self;
        }
        if let Some(former) = self.formerly(rest, &cities) {
            self.former = Some(former);
            self.rest = start + former.name().len();
            self.wording = if self.wording == Wording::Short { Wording::Full } else { self.wording };
            return self;
        }
        let later = self.with_later_district(address);
        if later.district.is_some() {
            return later;
        }
        let Some((zone, name)) = self.find_zone(rest, &cities) else { return self };
        (self.zone, self.zone_name) = (Some(zone), name);
        // 河北雄安新区容城县: a district that the zone lies in is more exact.
        let mut named =
            regions_of(zone.today).into_iter().filter(|region| long(region) && beginning_of(rest).contains(region.name()));
        if let (Some(district), None) = (named.next(), named.next()) {
            self.district = Some(district);
            self.city = district.parent().filter(|city| !city.pseudo);
        }
        self
    }

    /// The name of the past that the text begins with, in this province and one of these cities, where it is the only one.
    fn formerly(&self, text: &str, cities: &[u32]) -> Option<&'static Former> {
        self.formerly_of(beginning_formerly(text), cities)
    }

    /// The only one of these names in this province and one of these cities.
    fn formerly_of(&self, names: Vec<&'static Former>, cities: &[u32]) -> Option<&'static Former> {
        let here = |former: &&Former| {
            former.province() == Some(self.province)
                && (self.city.is_none() && former.name().chars().count() > SHORTEST || former.is_in(cities))
        };
        only(names.into_iter().filter(here).collect())
    }

    /// The zone that stands in the place of the district, or farther on by a name of five characters or more.
    fn find_zone(&self, rest: &str, cities: &[u32]) -> Option<(&'static Zone, &'static str)> {
        let rest = rest.trim_start_matches(['（', '(', ' ']);
        let near = beginning_of(rest);
        let after_city = self.city.and_then(|city| rest.strip_prefix(city.short_name()));
        let stands = |name: &&&'static str| {
            let begins =
                |text: &str| text.strip_prefix(**name).is_some_and(|after| !is_street(after) && !after.starts_with("大厦"));
            let plain = cities.is_empty() && !self.province.is_municipality() && is_general(name);
            !plain
                && (begins(rest) || after_city.is_some_and(begins) || name.chars().count() >= LONG_ZONE && near.contains(**name))
        };
        let cities = if self.province.is_municipality() { &[] } else { cities };
        let here = zones().iter().filter(|zone| zone.is_in(self.province, cities));
        let stood: Vec<_> = here.flat_map(|zone| zone.names.iter().filter(stands).map(move |name| (zone, *name))).collect();
        let first = stood.first().copied()?;
        // 余杭经济技术开发区 is not the 经济技术开发区 of its city, whose name stands in it: the longest of such names says most.
        let longer = stood.iter().filter(|(_, name)| rest.starts_with(name) && name.contains(first.1));
        longer.rev().max_by_key(|(_, name)| name.len()).copied().or(Some(first))
    }

    /// The address with the district that follows its city only later: 成都市虚构大厦，武侯区.
    fn with_later_district(mut self, address: &str) -> Self {
        if self.city.is_none() && !self.province.is_municipality() {
            return self;
        }
        let rest = self.rest(address);
        let inside = |region: &&'static Region| {
            region.level == LOWEST
                && !region.double
                && region.name().chars().count() > SHORTEST
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

/// A zone's name of so many characters is no part of another name.
const LONG_ZONE: usize = 5;

/// The beginning of what follows the region, in which a zone is looked for.
fn beginning_of(rest: &str) -> &str {
    let end = rest.char_indices().nth(ZONE_WITHIN).map_or(rest.len(), |(end, _)| end);
    rest.get(..end).unwrap_or(rest)
}

/// Whether the name is too long to stand in other words by chance.
fn long(region: &Region) -> bool {
    region.name().chars().count() > SHORTEST
}

/// So many characters behind the region are looked through for a zone.
const ZONE_WITHIN: usize = 60;

/// Free trade zones, whose name often stands before the city: 中国（四川）自由贸易试验区成都高新区.
const TRADE_ZONES: [&str; 3] = ["自由贸易试验区", "自贸试验区", "自贸区"];

/// Whether the name of a zone says only what it is: every city may have one.
fn is_general(name: &str) -> bool {
    const GENERAL: [&str; 14] = [
        "高新区",
        "经开区",
        "开发区",
        "高新技术产业开发区",
        "高新技术产业园区",
        "高新园区",
        "经济技术开发区",
        "经济开发区",
        "新城",
        "新城区",
        "工业园区",
        "保税区",
        "起步区",
        "临港区",
    ];
    GENERAL.contains(&name) || name.chars().count() <= SHORTEST
}

/// The first of these names, longest first, where all of its length are the same place.
fn only(found: Vec<&'static Former>) -> Option<&'static Former> {
    let first = found.first().copied()?;
    let same = |other: &&Former| other.name().len() < first.name().len() || other.today() == first.today();
    found.iter().all(same).then_some(first)
}

/// An address that begins with a name of the past, and no province: 萧山市 is one still on the list, 江宁县 is not.
fn formerly(address: &str) -> Option<Address> {
    let text = without_country(address);
    let long = |former: &&Former| former.name().chars().count() > SHORTEST && !is_general(former.name());
    let former = only(beginning_formerly(text).into_iter().filter(long).collect())?;
    Some(Address {
        province: former.province()?,
        city: None,
        district: None,
        names_province: false,
        names_city: former.is_city(),
        former: Some(former),
        zone: None,
        zone_name: "",
        wording: Wording::Full,
        rest: address.len() - text.len() + former.name().len(),
    })
}

/// An address that begins with a free trade zone: the place in brackets is its province or city.
fn in_trade_zone(address: &str) -> Option<Address> {
    let text = without_country(address);
    let found = TRADE_ZONES.iter().filter_map(|name| Some((text.find(name)?, *name)));
    let (start, name) = found.min_by_key(|(start, _)| *start)?;
    let before = text.get(..start)?.trim_matches(|c: char| "（）() ".contains(c));
    let place = called(before).find(|region| region.level < LOWEST)?;
    let (province, city) = if place.level == 1 { (place, None) } else { (place.parent()?, Some(place)) };
    let offset = address.len() - text.len() + start;
    let after = offset + name.len();
    if let Some(inner) = at_start(address.get(after..)?).filter(|inner| inner.province == province) {
        return Some(Address { rest: after + inner.rest, names_province: true, ..inner });
    }
    Some(Address {
        province,
        city,
        district: None,
        names_province: place.level == 1,
        names_city: city.is_some(),
        former: None,
        zone: None,
        zone_name: "",
        wording: Wording::Full,
        // The zone itself is looked for behind this.
        rest: offset,
    })
}

/// An address that begins with a province's short name and one of its zones: 河北雄安新区.
fn before_zone(address: &str) -> Option<Address> {
    let text = without_country(address);
    let found = super::provinces().find_map(|province| {
        let rest = text.strip_prefix(province.short_name())?;
        let begins = |name: &&str| !is_general(name) && rest.starts_with(*name);
        let zone = zones().iter().filter(|zone| zone.is_in(province, &[])).any(|zone| zone.names.iter().any(begins));
        zone.then_some((province, rest))
    });
    let (province, rest) = found?;
    Some(Address {
        province,
        city: None,
        district: None,
        names_province: true,
        names_city: false,
        former: None,
        zone: None,
        zone_name: "",
        wording: Wording::Full,
        rest: address.len() - rest.len(),
    })
}

/// An address whose region stands behind something else. The name of a province or a city in full is long enough to be meant where it
/// stands.
fn later(address: &str) -> Option<Address> {
    let long = |region: &Region| region.level < LOWEST && region.name().chars().count() > SHORTEST;
    let place = places(address).find(|place| address.get(*place..).is_some_and(|text| beginning(text).any(long)))?;
    let later = at_start(address.get(place..)?)?;
    Some(Address { rest: place + later.rest, wording: Wording::Later, ..later })
}

fn places(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(place, _)| place)
}

/// The quick way for addresses as they should be: the names in full, one after the other, down to the district.
fn in_full(address: &str) -> Option<Address> {
    let longest = |text, fits: &dyn Fn(&Region) -> bool| {
        beginning(text).filter(|region| !region.double && fits(region)).max_by_key(|region| region.name().len())
    };
    let province = longest(address, &|region| region.level == 1)?;
    let rest = address.get(province.name().len()..)?;
    let city = longest(rest, &|region| region.level == 2 && region.parent() == Some(province))?;
    let rest = rest.get(city.name().len()..)?;
    let district = longest(rest, &|region| region.level == LOWEST && region.parent() == Some(city))?;
    let rest = rest.get(district.name().len()..)?;
    Some(Address {
        province,
        city: Some(city),
        district: Some(district),
        names_province: true,
        names_city: true,
        former: None,
        zone: None,
        zone_name: "",
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
    let in_full = names.ends_with(lowest.name()) || UNITS.iter().any(other_unit);
    let [names_province, names_city, _] = found.named;
    let city = real(1);
    // 成都市锦江大厦: beside a city in full, a district without its unit is rather the name of something else.
    let upper = city.unwrap_or(province);
    let doubtful =
        if in_full || lowest == upper { None } else { names.find(upper.name()).map(|place| place + upper.name().len()) };
    Some(Address {
        province,
        city,
        district: real(2).filter(|_| doubtful.is_none()),
        names_province,
        names_city,
        former: None,
        zone: None,
        zone_name: "",
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
        let names = [Some(read.province), read.city, read.district].into_iter().flatten().map(|region| region.name());
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
    fn names_of_the_past_and_zones_stand_for_districts_of_today() {
        for (address, said, districts) in [
            ("北京市宣武区虚构街88号", "宣武区", "西城区"),
            ("北京宣武区虚构街88号", "宣武区", "西城区"),
            ("上海市闸北区虚构路88号", "闸北区", "静安区"),
            ("上海市卢湾区虚构路88号", "卢湾区", "黄浦区"),
            ("浙江省杭州市江干区虚构路88号", "杭州市江干区", "上城区 钱塘区"),
            ("北京市顺义县虚构镇88号", "顺义区", "顺义区"),
            ("广东省惠州市惠阳县虚构街88号", "惠州市惠阳县", "惠城区 惠阳区"),
            ("江西省南昌市湾里区虚构街88号", "南昌市湾里区", "新建区"),
            ("湖北省武汉市武昌县虚构街88号", "武汉市武昌县", "江夏区"),
            ("浙江省杭州市余杭经济技术开发区虚构街88号", "杭州市余杭经济技术开发区", "余杭区 临平区"),
            ("江苏省江宁县虚构镇88号", "南京市江宁区", "江宁区"),
            ("江宁县虚构镇88号", "南京市江宁区", "江宁区"),
            ("四川省资阳市简阳市虚构路88号", "资阳市简阳市", "简阳市"),
            ("贵州省铜仁市碧江区虚构路88号", "铜仁地区碧江区", "铜仁市"),
            ("贵州省铜仁市万山区虚构路88号", "铜仁地区万山特区", "万山特区"),
            ("四川省成都市高新区虚构路88号", "成都市高新区", "武侯区 双流区 郫都区 简阳市"),
            ("中国（四川）自由贸易试验区成都高新区虚构街88号", "成都市高新区", "武侯区 双流区 郫都区 简阳市"),
            ("中国（上海）自由贸易试验区虚构路88号", "自由贸易试验区", "浦东新区 奉贤区"),
            ("中国(天津)自由贸易试验区(东疆保税港区)虚构路88号", "东疆保税港区", "滨海新区"),
            ("天津自贸试验区（空港经济区）虚构路88号", "空港经济区", "东丽区 滨海新区"),
            ("广东省珠海市横琴新区虚构路88号", "珠海市横琴新区", "香洲区"),
            ("珠海横琴虚构路88号", "珠海市横琴", "香洲区"),
            ("深圳市前海深港合作区虚构路88号A栋", "深圳市前海深港合作区", "南山区 宝安区"),
            ("河北雄安新区容城县虚构街88号", "保定市容城县", "容城县"),
            ("河北省雄安新区虚构街88号", "雄安新区", "容城县 安新县 雄县"),
            ("陕西省西咸新区沣西新城虚构路88号", "西咸新区", "未央区 雁塔区 长安区 鄠邑区 秦都区 渭城区 泾阳县 兴平市"),
            ("重庆市两江新区虚构路88号", "两江新区", "江北区 渝北区"),
            ("海南省洋浦经济开发区虚构路88号", "洋浦经济开发区", "儋州市"),
        ] {
            let read = Address::read(address).unwrap_or_else(|| panic!("{address} is not read"));
            let names = regions_of(read.districts_today().unwrap_or_default()).into_iter().map(|region| region.name());
            assert_eq!(names.collect::<Vec<_>>().join(" "), districts, "{address}: {read:?}");
            assert_eq!(read.said(), said, "{address}");
        }
    }

    #[test]
    fn streets_and_buildings_are_no_zones() {
        for address in
            ["广东省珠海市横琴路88号", "广东省深圳市前海大道88号", "湖北省武汉市光谷大厦88号", "安徽省高新区虚构路88号"]
        {
            assert_eq!(Address::read(address).and_then(|read| read.zone), None, "{address}");
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
            let text = [one, other].map(|region| super::super::full_name(region.code())).join("，");
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
