//! Regions in addresses, told once more by going through all regions: slow, and too simple to be wrong.

use proptest::prelude::*;

use super::super::{Region, regions};
use super::{Fit, Located, locate, name, shared, without_country};

fn locate_slowly(address: &str) -> Option<Located<'_>> {
    let text = without_country(address);
    let mut best = Fit::default();
    let mut equal: Vec<&'static Region> = Vec::new();
    // What can have been read of the text before the next region of each level; the table keeps branches together.
    let mut before = [vec![Fit::default()], Vec::new(), Vec::new(), Vec::new()];
    for region in regions().iter().filter(|region| !region.double) {
        let (upper, lower) = before.split_at_mut(usize::from(region.level));
        let (above, below) = (upper.last().unwrap(), lower.first_mut().unwrap());
        below.clear();
        below.extend_from_slice(above);
        for fit in above.iter().filter_map(|fit| name(region, text, *fit)) {
            if (fit.length, fit.in_full) > (best.length, best.in_full) {
                best = fit;
                equal.clear();
            }
            if (fit.length, fit.in_full) == (best.length, best.in_full) {
                equal.push(region);
            }
            below.push(fit);
        }
    }
    Some(Located { region: shared(&equal)?, named: best.named, rest: text.get(best.length..).unwrap_or_default().trim_start() })
}

/// A piece of an address: the name of a region, in full or short, or something that may stand before, between or behind.
fn piece() -> impl Strategy<Value = String> {
    let region = prop::sample::select(regions());
    prop_oneof![
        4 => region.clone().prop_map(|region| region.name().to_owned()),
        3 => region.prop_map(|region| region.short_name().to_owned()),
        1 => prop::sample::select(vec!["中国", " ", "西路", "大道", "市", "区", "县", "自治州", "1号", "a", "市辖区"])
            .prop_map(str::to_owned),
    ]
}

/// A region with those above it, each in full, short, or left out, and what follows.
fn branch() -> impl Strategy<Value = String> {
    let manner = || 0..5u8;
    (prop::sample::select(regions()), manner(), manner(), manner(), piece()).prop_map(|(region, one, two, three, rest)| {
        let named = region.path().into_iter().zip([one, two, three]).map(|(region, manner)| match manner {
            0 => String::new(),
            1 | 2 => region.short_name().to_owned(),
            3 => region.name().to_owned(),
            _ => format!("{} ", region.name()),
        });
        named.collect::<String>() + &rest
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_same_region_is_found_as_by_going_through_all(
        address in prop_oneof![3 => branch(), 2 => prop::collection::vec(piece(), 0..5).prop_map(|pieces| pieces.concat())],
    ) {
        prop_assert_eq!(locate(&address), locate_slowly(&address), "{}", address);
    }
}
