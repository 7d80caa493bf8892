//! Regions in written addresses.

use super::Region;

/// The region that an address begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located<'a> {
    /// The lowest region that can be told for certain.
    pub region: &'static Region,
    /// Which of province, city and district the address names itself; the others follow from the lower ones.
    pub named: [bool; 3],
    /// What follows the regions in the address.
    pub rest: &'a str,
}

/// One way of reading the beginning of an address: the longest decides, then the one with more names in full.
#[derive(Debug, Clone, Copy, Default)]
struct Fit {
    /// Bytes of the address that the names take.
    length: usize,
    /// Names written in full.
    in_full: usize,
    /// Which levels are named.
    named: [bool; 3],
}

/// Words that may stand before the province.
const COUNTRY: [&str; 2] = ["中华人民共和国", "中国"];

/// Province, city and district.
const LEVELS: usize = 3;

/// After a short name these make it the name of a street or village: 南山大道, 北京西路.
const STREETS: [&str; 8] = ["路", "街", "道", "巷", "弄", "镇", "乡", "村"];

/// What may stand between a name and such a word.
const DIRECTIONS: [char; 9] = ['东', '西', '南', '北', '中', '大', '一', '二', '三'];

/// Which region an address, as printed on a licence, begins with.
///
/// Names may be full or short, and upper levels may be left out. The longest reading wins. Where several regions fit
/// equally well (南山区 alone) the region above that they share is given, and nothing if there is none.
pub fn locate(address: &str) -> Option<Located<'_>> {
    let text = without_country(address);
    let mut best = Fit::default();
    let mut equal: Vec<&'static Region> = Vec::new();
    walk(text, &mut |region, fit| {
        if (fit.length, fit.in_full) > (best.length, best.in_full) {
            best = fit;
            equal.clear();
        }
        if (fit.length, fit.in_full) == (best.length, best.in_full) {
            equal.push(region);
        }
    });
    let fit = best;
    Some(Located { region: shared(&equal)?, named: fit.named, rest: text.get(fit.length..).unwrap_or_default().trim_start() })
}

/// The names that an address within a region must not begin with: full and short, each once, longest first.
///
/// A street may be called after its district; [`without_region`] takes care of that.
#[cfg(any(test, feature = "internals"))]
pub fn prefixes(code: &str) -> Vec<String> {
    let mut names: Vec<String> = super::path(code)
        .into_iter()
        .filter(|region| !region.pseudo)
        .flat_map(|region| [region.name(), region.short_name()])
        .map(str::to_owned)
        .collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    names
}

/// The address without the names of its region that it begins with, as often as they stand there; the same text where it begins with none.
pub fn without_region<'a>(address: &'a str, code: &str) -> &'a str {
    let (mut rest, path) = (address, super::path(code));
    loop {
        let before = rest.len();
        for region in &path {
            // Said again, only the name in full is surely the region: 成都市成都大厦.
            let again = rest.len() < address.len() && before < address.len();
            if let Some((after, in_full)) = after_name(region, rest)
                && (in_full || !again)
            {
                rest = after;
            }
        }
        if rest.len() == before {
            break;
        }
    }
    if rest.len() < address.len() { rest.trim_start() } else { address }
}

pub(super) fn without_country(address: &str) -> &str {
    let text = address.trim();
    let after = COUNTRY.iter().find_map(|country| text.strip_prefix(country));
    after.map_or(text, str::trim_start)
}

/// Calls `found` for every region that the text names, after any of those above it, by code.
fn walk(text: &str, found: &mut dyn FnMut(&'static Region, Fit)) {
    // How the text can be read up to the end of a region's name, each with the region's place.
    let mut read: Vec<(usize, Fit)> = Vec::new();
    for (place, region) in named(text) {
        // A reading goes on after nothing, after the province, and after the city, in this order.
        let city = Some(usize::from(region.parent));
        let province = region.parent().map(|parent| usize::from(parent.parent));
        let mut own = Vec::new();
        own.extend(name(region, text, Fit::default()));
        for upper in [province, city] {
            let above = read.iter().filter(|(place, _)| Some(*place) == upper);
            own.extend(above.filter_map(|(_, fit)| name(region, text, *fit)));
        }
        for fit in own {
            found(region, fit);
            read.push((place, fit));
        }
    }
}

/// Every region whose name stands at the start of the text or behind one or two others there, by code. Whether these belong
/// together is not asked.
fn named(text: &str) -> Vec<(usize, &'static Region)> {
    let mut named: Vec<(usize, &'static Region)> = Vec::new();
    // Where names may begin: everything read is a start of the text, so what is left tells the place.
    let mut rests = vec![text];
    let mut tried = 0;
    for _ in 0..LEVELS {
        let known = rests.len();
        while tried < known {
            let rest = rests.get(tried).copied().unwrap_or_default();
            tried += 1;
            for (place, region) in super::alike(rest.trim_start()).filter(|(_, region)| !region.double) {
                let Some((after, _)) = after_name(region, rest) else { continue };
                named.push((place, region));
                if !rests.iter().any(|rest| rest.len() == after.len()) {
                    rests.push(after);
                }
            }
        }
    }
    named.sort_unstable_by_key(|(place, _)| *place);
    named.dedup_by_key(|(place, _)| *place);
    named
}

/// Reads one more name after what was read before.
fn name(region: &Region, text: &str, fit: Fit) -> Option<Fit> {
    let (rest, in_full) = after_name(region, text.get(fit.length..)?)?;
    let mut named = fit.named;
    if let Some(level) = named.get_mut(usize::from(region.level.saturating_sub(1))) {
        *level = true;
    }
    Some(Fit { length: text.len() - rest.len(), in_full: fit.in_full + usize::from(in_full), named })
}

/// What follows the region's name, and whether the name stood there in full.
fn after_name<'a>(region: &Region, text: &'a str) -> Option<(&'a str, bool)> {
    if region.pseudo {
        return None;
    }
    let text = text.trim_start();
    // The short name begins like the full one; there are thousands of regions, and most begin otherwise.
    if text.chars().next() != region.name().chars().next() {
        return None;
    }
    if let Some(rest) = text.strip_prefix(region.name()) {
        return Some((rest, true));
    }
    let rest = text.strip_prefix(region.short_name())?;
    if is_street(rest) {
        return None;
    }
    Some((without_other_unit(region.level, rest), false))
}

pub(super) fn is_street(rest: &str) -> bool {
    let after_direction = rest.strip_prefix(DIRECTIONS).unwrap_or(rest);
    STREETS.iter().any(|word| rest.starts_with(word) || after_direction.starts_with(word))
}

/// Units change their kind over the years: 海门市 of the platform's list is 海门区 on new licences.
fn without_other_unit(level: u8, rest: &str) -> &str {
    let units: &[&str] = match level {
        2 => &["自治州", "地区", "市", "州", "盟"],
        3 => &["区", "县", "市", "旗"],
        _ => &[],
    };
    units.iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest)
}

/// The lowest region that all of these lie in.
fn shared(regions: &[&'static Region]) -> Option<&'static Region> {
    let mut paths = regions.iter().map(|region| region.path());
    let mut common = paths.next()?;
    for path in paths {
        let alike = common.iter().zip(&path).take_while(|(one, other)| one == other);
        let length = alike.count();
        common.truncate(length);
    }
    common.last().copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn regions_of_addresses() {
        for (address, code, named, rest) in [
            ("广东省深圳市南山区科技中一路1号", "440305", [true; 3], "科技中一路1号"),
            ("广东深圳南山科技中一路1号", "440305", [true; 3], "科技中一路1号"),
            ("深圳市南山区科技中一路1号", "440305", [false, true, true], "科技中一路1号"),
            ("中国 广东省 深圳市 南山区 科技路", "440305", [true; 3], "科技路"),
            ("北京市朝阳区建国路1号", "110105", [true, false, true], "建国路1号"),
            ("上海市浦东新区世纪大道1号", "310115", [true, false, true], "世纪大道1号"),
            ("重庆市渝北区金开大道", "500112", [true, false, true], "金开大道"),
            ("浙江省义乌市稠城街道", "330782", [true, false, true], "稠城街道"),
            ("河南省济源市沁园路", "419001", [true, false, true], "沁园路"),
            ("广东省东莞市长安镇", "441900", [true, true, false], "长安镇"),
            ("江苏省南通市海门区解放路", "320684", [true, true, true], "解放路"),
            ("贵州省铜仁市松桃苗族自治县世昌大道", "522229", [true; 3], "世昌大道"),
            // The platform still has the county-level 铜仁市, which became 碧江区.
            ("贵州省铜仁市碧江区", "522201", [true, false, true], "碧江区"),
            ("新疆石河子市北四路", "659001", [true, false, true], "北四路"),
            ("内蒙古自治区呼和浩特市赛罕区", "150105", [true; 3], ""),
            ("吉林市昌邑区", "220202", [false, true, true], ""),
            ("广东省", "440000", [true, false, false], ""),
            ("四川省宜宾市叙州区", "511504", [true; 3], ""),
            ("大庆市大同区", "230606", [false, true, true], ""),
            ("海南省海口市龙华区", "460106", [true; 3], ""),
            // No such district: only what is certain.
            ("广东省深圳市某某区", "440300", [true, true, false], "某某区"),
        ] {
            let found = locate(address).unwrap();
            assert_eq!(found.region.code(), code, "{address}: {found:?}");
            assert_eq!(found.named, named, "{address}");
            assert_eq!(found.rest, rest, "{address}");
        }
    }

    #[test]
    fn addresses_that_name_no_region() {
        for address in ["", "科技中一路1号", "南山区科技路", "北京西路1号", "南京路100号", "南山大道", "中国"]
        {
            assert_eq!(locate(address), None, "{address}");
        }
    }

    #[test]
    fn every_full_name_leads_back() {
        let named = crate::catalog::filing_region::regions().iter().filter(|region| !region.double && !region.pseudo);
        // A part of them: reading all takes long without optimisation.
        for region in named.step_by(37) {
            let name = crate::catalog::filing_region::full_name(region.code());
            let found = locate(&name).unwrap();
            assert_eq!(found.region.code(), region.code(), "{name}");
            assert_eq!(found.rest, "", "{name}");
        }
    }

    #[test]
    fn names_an_address_must_not_begin_with() {
        let names = prefixes("440305");
        assert_eq!(names, ["南山区", "广东省", "深圳市", "南山", "广东", "深圳"]);
        assert_eq!(prefixes("110105"), ["北京市", "朝阳区", "北京", "朝阳"]);
        assert_eq!(prefixes("350427"), ["三明市", "福建省", "三明", "沙县", "福建"]);
        assert!(prefixes("000000").is_empty());
    }

    #[test]
    fn taking_the_region_off() {
        for (address, code, expected) in [
            ("广东省深圳市南山区科技中一路1号", "440305", "科技中一路1号"),
            ("深圳南山 科技中一路1号", "440305", "科技中一路1号"),
            ("南山区科技中一路1号", "440305", "科技中一路1号"),
            ("科技中一路1号", "440305", "科技中一路1号"),
            ("南山大道1号", "440305", "南山大道1号"),
            ("北京市朝阳区建国路1号", "110105", "建国路1号"),
            ("北京路1号", "110105", "北京路1号"),
            ("广东省深圳市南山区广东省深圳市南山区科技路1号", "440305", "科技路1号"),
            ("深圳市深圳大厦1号", "440305", "深圳大厦1号"),
            ("福田区深南大道1号", "440305", "福田区深南大道1号"),
            ("科技路", "000000", "科技路"),
            ("", "440305", ""),
        ] {
            assert_eq!(without_region(address, code), expected, "{address}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_is_read_without_harm(
            text in "[ 中国广东省深圳市南山区北京路1号a]{0,12}|\\PC{0,12}",
        ) {
            if let Some(found) = locate(&text) {
                prop_assert!(text.trim_end().ends_with(found.rest));
                prop_assert!(found.named.contains(&true));
            }
            let rest = without_region(&text, "440305");
            prop_assert!(text.ends_with(rest));
        }
    }
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod slowly;
