//! The short form of a region's name: 深圳市 → 深圳, 恩施土家族苗族自治州 → 恩施.
//!
//! `build.rs` uses this file as well, for the built-in list; the program needs it for lists that take its place.

/// Endings that say what kind of unit it is, longest first where one ends in another.
const UNITS: [&str; 12] = ["自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "盟", "旗"];

/// Endings tried after those, so that 高新区 becomes 高新 and not 高.
const LAST_UNITS: [&str; 2] = ["区", "县"];

/// Peoples in the names of autonomous units; 各族 stands for several at once.
const PEOPLES: [&str; 44] = [
    "维吾尔",
    "蒙古族",
    "蒙古",
    "哈萨克族",
    "哈萨克",
    "柯尔克孜",
    "塔吉克",
    "锡伯",
    "达斡尔族",
    "鄂温克族",
    "朝鲜族",
    "满族",
    "回族",
    "藏族",
    "壮族",
    "苗族",
    "土家族",
    "彝族",
    "布依族",
    "侗族",
    "瑶族",
    "白族",
    "黎族",
    "傣族",
    "景颇族",
    "傈僳族",
    "哈尼族",
    "羌族",
    "撒拉族",
    "东乡族",
    "保安族",
    "裕固族",
    "土族",
    "畲族",
    "仡佬族",
    "水族",
    "仫佬族",
    "毛南族",
    "佤族",
    "拉祜族",
    "布朗族",
    "纳西族",
    "独龙族",
    "怒族",
];

/// More of them, kept apart only to keep the lines readable.
const MORE_PEOPLES: [&str; 3] = ["普米族", "阿昌族", "各族"];

/// A short form has two characters at least: nobody calls 沙县 "沙".
const SHORTEST: usize = 2;

/// The short form of `name`, a beginning of it; the whole name where there is none.
pub fn stem(name: &str) -> &str {
    let Some((stem, unit)) = without_unit(name) else {
        return name;
    };
    if unit.starts_with("自治") { without_peoples(stem) } else { stem }
}

fn without_unit(name: &str) -> Option<(&str, &'static str)> {
    UNITS.into_iter().chain(LAST_UNITS).find_map(|unit| cut(name, unit).map(|stem| (stem, unit)))
}

fn without_peoples(mut stem: &str) -> &str {
    while let Some(shorter) = PEOPLES.iter().chain(&MORE_PEOPLES).find_map(|people| cut(stem, people)) {
        stem = shorter;
    }
    // 东乡族自治县 is the home of one people and called 东乡.
    cut(stem, "族").unwrap_or(stem)
}

fn cut<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    name.strip_suffix(ending).filter(|rest| rest.chars().count() >= SHORTEST)
}

/// Whether a row names no place and only keeps the tree three levels deep.
pub fn names_no_place(name: &str) -> bool {
    name == "县" || name.ends_with("辖区") || name.contains("直辖")
}
