use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

#[test]
fn what_was_spelled_out_comes_before_what_only_begins_so() {
    let found = search("chengdu", 30);
    let place = |name: &str| found.iter().position(|region| region.name() == name);
    let (last, begun) = (found.iter().rposition(|region| region.code().starts_with("5101") && !region.pseudo), place("称多县"));
    assert!(begun.is_none_or(|begun| last.is_some_and(|last| last < begun)), "{last:?} {begun:?}");
    assert_eq!(search("chengduo", 30).first().map(|region| region.name()), Some("称多县"));
    assert_eq!(search("chengd", 30).first().map(|region| region.name()), Some("成都市"), "while it is being typed");
}

fn codes(query: &str) -> Vec<&'static str> {
    search(query, 30).into_iter().map(|region| region.code()).collect()
}

#[test]
fn the_first_hit() {
    for (query, code) in [
        ("深圳", "440300"),
        ("深圳市", "440300"),
        ("shenzhen", "440300"),
        ("ShenZhen Shi", "440300"),
        ("440305", "440305"),
        ("４４０３０５", "440305"),
        ("深圳南山", "440305"),
        ("广东省深圳市南山区", "440305"),
        ("广东南山", "440305"),
        ("sznanshan", "440305"),
        ("szns", "440305"),
        ("深圳ns", "440305"),
        ("shenzhen nanshan", "440305"),
        ("guangdongshenzhennanshan", "440305"),
        ("gdszns", "440305"),
        ("szhnsh", "440305"),
        ("beijing", "110000"),
        ("bjcy", "110105"),
        ("北京朝阳", "110105"),
        ("chongqing", "500000"),
        ("xi'an", "610100"),
        ("shaanxi", "610000"),
        ("shaanxi xian yanta", "610113"),
        ("inner mongolia", "150000"),
        ("inner mon", "150000"),
        ("tibet lhasa", "540100"),
        ("xizang", "540000"),
        ("Urumqi", "650100"),
        ("Pudong New Area", "310115"),
        ("chaoyang district, beijing", "110105"),
        ("xian", "610100"),
        ("lvliang", "141100"),
        ("lüliang", "141100"),
        ("luliang", "141100"),
        ("luan", "341500"),
        ("yueqing", "330382"),
        ("daxinganling", "232700"),
        ("铜仁", "522200"),
        ("tongrendiqu", "522200"),
        ("dongguan", "441900"),
        ("ｐｕｄｏｎｇ", "310115"),
        ("浦东新区", "310115"),
        // Abolished: what it is today stands first.
        ("xuanhuaxian", "130705"),
        ("ynkmwh", "530102"),
    ] {
        assert_eq!(codes(query).first(), Some(&code), "{query}");
    }
}

#[test]
fn a_district_that_is_spelled_out_is_the_only_one() {
    for (query, code) in [
        ("Shenzhen Nanshan", Some("440305")),
        ("guangdong sheng shenzhen shi nanshan qu", Some("440305")),
        ("Pudong Xin Qu", Some("310115")),
        ("Beijing Chaoyang", Some("110105")),
        ("chaoyang", None),
        ("szns", None),
        ("Shanghai", None),
        ("nowhere", None),
        ("", None),
    ] {
        assert_eq!(spelled(query).map(|region| region.code()), code, "{query}");
    }
}

#[test]
fn hits_among_others() {
    for (query, code) in [
        ("nanshan", "440305"),
        ("nanshan", "230404"),
        ("ns", "440305"),
        ("朝阳", "110105"),
        ("朝阳", "211300"),
        ("圳", "440300"),
        ("zhen", "440300"),
        ("shenz", "440300"),
        ("4403", "440305"),
        ("深圳", "440305"),
        ("东莞", "441901"),
    ] {
        assert!(codes(query).contains(&code), "{query} {code}: {:?}", codes(query));
    }
}

#[test]
fn nothing_to_find() {
    for query in ["", "   ", "vvv", "深圳海淀", "南山深圳", "999999", "44030500", "liuan", "😀", "shenzhenq"] {
        assert!(codes(query).is_empty(), "{query}: {:?}", codes(query));
    }
    assert!(search("深圳", 0).is_empty());
}

#[test]
fn better_hits_come_first() {
    let place = |query: &str, code: &str| codes(query).iter().position(|hit| *hit == code).unwrap();
    // The city before its districts, and 市辖区 last of them.
    assert!(place("深圳", "440300") < place("深圳", "440305"));
    assert!(place("深圳", "440305") < place("深圳", "440301"));
    // Exact before prefix: 安 is the beginning of 安阳 and inside of 西安.
    assert!(place("朝阳", "211300") < place("朝阳", "110105"));
    assert!(place("长安", "130102") < 4);
    let hits = codes("海南");
    assert_eq!(hits.first(), Some(&"460000"));
    // A limit keeps the best.
    assert_eq!(search("深圳", 1).first().map(|region| region.code()), Some("440300"));
}

#[test]
fn a_name_sounds_as_it_is_read_there() {
    for (code, whole, initials) in
        [("510100", "chengdushi", "cds"), ("500000", "chongqingshi", "cqs"), ("610000", "shanxisheng", "sxs")]
    {
        let region = super::super::find(code).unwrap();
        assert_eq!(sound(region), (whole.to_owned(), initials.to_owned()));
    }
}

#[test]
fn of_equal_hits_what_is_near_comes_first_and_then_the_large_cities() {
    // 本溪市溪湖区 stands before 杭州市西湖区 by its code, and 南昌市 has a 西湖区, too.
    assert_eq!(codes("xihu").first(), Some(&"330106"));
    assert_eq!(codes("nanshan").first(), Some(&"440305"));
    let near = |start: &'static str| move |region: &Region| u8::from(!region.code().starts_with(start));
    for (query, start, code) in
        [("xihu", "36", "360103"), ("xihu", "21", "210503"), ("chaoyang", "11", "110105"), ("hangzhou", "11", "330100")]
    {
        let found = search_near(query, 5, &near(start));
        assert_eq!(found.first().map(|region| region.code()), Some(code), "{query} {start}");
    }
    for large in ["330100", "330106", "110105", "440300", "210200", "310115"] {
        assert!(is_of_large_city(super::super::find(large).unwrap()), "{large}");
    }
    for other in ["210500", "210503", "330000", "330382"] {
        assert!(!is_of_large_city(super::super::find(other).unwrap()), "{other}");
    }
}

#[test]
fn old_names_find_what_they_are_today() {
    let names = |query: &str| search(query, 5).into_iter().map(|region| region.name()).collect::<Vec<_>>();
    for (query, first) in [
        ("宣武区", "西城区"),
        ("宣武", "西城区"),
        ("北京市宣武区", "西城区"),
        ("崇文", "东城区"),
        ("闸北区", "静安区"),
        ("卢湾区", "黄浦区"),
        ("luwan", "黄浦区"),
        ("下城区", "拱墅区"),
        ("江干", "上城区"),
        ("临安市", "临安区"),
        ("顺义县", "顺义区"),
        ("襄樊", "襄阳市"),
    ] {
        assert_eq!(names(query).first(), Some(&first), "{query}: {:?}", names(query));
    }
    assert!(names("江干").contains(&"钱塘区"));
    assert_eq!(formerly("宣武区").map(|former| (former.name(), former.year)), Some(("宣武区", 2010)));
    for query in ["西城区", "朝阳", "南山区", "简阳市", ""] {
        assert_eq!(formerly(query), None, "{query}");
    }
}

#[test]
fn abolished_regions_stand_below_what_they_are_today() {
    for region in regions().iter().filter(|region| region.is_abolished() && !region.double) {
        let hits = search(region.name(), 60);
        let place = |wanted: &Region| hits.iter().position(|hit| *hit == wanted);
        for today in successors(region) {
            if today.is_abolished() {
                continue;
            }
            assert!(place(today) < place(region) && place(today).is_some(), "{} {}", region.name(), today.name());
        }
    }
}

#[test]
fn places_are_found_whichever_is_named_first() {
    for query in [
        "shenzhen nanshan",
        "nanshan shenzhen",
        "Nanshan, Shenzhen",
        "南山 深圳",
        "南山，深圳",
        "深圳，南山",
        "深圳、南山",
        "南山、深圳",
        "ｓｚ；ｎｓ",
        "Nanshan District, Shenzhen City",
    ] {
        assert_eq!(codes(query).first().copied(), Some("440305"), "{query}");
    }
    // What the order typed finds stays first, and what names nothing finds nothing.
    assert_eq!(codes("南山 武侯"), [""; 0]);
    assert_eq!(codes(", ,"), [""; 0]);
}

#[test]
fn doubles_are_not_offered() {
    let hits = codes("叙州区");
    assert_eq!(hits, ["511504"]);
}

#[test]
fn every_region_is_found_by_its_path() {
    for region in regions().iter().filter(|region| !region.double && !region.pseudo) {
        let path: String = region.path().into_iter().filter(|upper| !upper.pseudo).map(|upper| upper.name()).collect();
        let found = Query::new(&path).score(region).map(|(rank, _)| rank);
        assert!(found.is_some_and(|rank| rank <= Rank::ExactInPath), "{path}");
    }
}

#[test]
fn what_was_read_of_one_region_serves_no_other() {
    for text in ["guangdongshenzhen", "gd", "广东深圳", "nanjing", "jilinjilin", "xz", "beijingchaoyang", "innermongolia"] {
        let mut query = Query::new(text);
        // There and back: in both orders a region follows others than the ones that lie in the same city.
        for region in regions().iter().chain(regions().iter().rev()) {
            assert_eq!(query.score(region), Query::new(text).score(region), "{text} {}", region.name());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_answered_in_order(query in "[a-z 深圳南山ü]{0,8}|\\PC{0,8}", limit in 0..40_usize) {
        let hits = search(&query, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert!(is_in_order(&hits, &query), "{:?}", hits.iter().map(|hit| hit.name()).collect::<Vec<_>>());
    }

    #[test]
    fn two_places_are_answered_in_order(query in "(深圳|nanshan|sz|b|市|City)[ ,，]{1,2}(南山|shenzhen|gd|深|u)", limit in 1..40_usize) {
        let hits = search(&query, limit);
        prop_assert!(is_in_order(&hits, &query), "{:?}", hits.iter().map(|hit| hit.name()).collect::<Vec<_>>());
    }
}

/// Whether each hit is found no better than the one before it: by its own name, or by that of an abolished region or an old name
/// that it is today. The query counts in the first of its orders that finds anything.
fn is_in_order(hits: &[&'static Region], query: &str) -> bool {
    let found = orders(query).map(|query| best_ranks(&query)).find(|best| !best.is_empty()).unwrap_or_default();
    let ranks: Vec<_> = hits.iter().filter(|hit| !hit.pseudo).map(|hit| found.get(hit.code())).collect();
    ranks.iter().all(Option::is_some) && ranks.is_sorted()
}

/// How well each region is found at best, by its code.
fn best_ranks(query: &str) -> HashMap<&'static str, Rank> {
    let query = fold(&without_kinds(query));
    let mut best = HashMap::new();
    if query.is_empty() {
        return best;
    }
    let mut found = |region: &'static Region, rank: Rank| {
        let known = best.entry(region.code()).or_insert(rank);
        *known = rank.min(*known);
    };
    for region in regions().iter().filter(|region| !region.double) {
        let Some((rank, _)) = Query::new(&query).score(region) else { continue };
        std::iter::once(region).chain(successors(region)).for_each(|region| found(region, rank));
    }
    if let Some(former) = formerly(&query) {
        regions_of(former.today()).into_iter().for_each(|region| found(region, Rank::Exact));
    }
    best
}

#[test]
fn what_has_replaced_a_region_may_stand_above_what_is_found_worse() {
    // Among those with an M are abolished ones, whose successors have one farther back.
    for query in ["M", "m", "x", "宣武", "湾里", "b 深圳", "nanshan district, shenzhen", "ü 山"] {
        assert!(is_in_order(&search(query, 40), query), "{query}");
    }
    let mut wrong = search("山", 4_000);
    wrong.reverse();
    assert!(!is_in_order(&wrong, "山"), "the test can fail");
}
