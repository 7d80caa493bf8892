//! How regions are told to readers of English.

use super::*;

fn region(lang: Lang) -> Bench {
    Bench::new(draft(), lang, (80, 24)).show(|state| Box::new(region::Region::new(FieldId::SubjectRegion, state)))
}

#[test]
fn names_are_read_aloud_in_english_at_every_level() {
    let mut bench = region(Lang::En);
    bench.keys("\"nanshan").shows("广东省 / 深圳市 / 南山区 (Guangdong Shenzhen Nanshan)");
    bench.keys("Esc \"xi'an").shows("陕西省 / 西安市 (Shaanxi Xi'an) /");
    bench.keys("Enter").shows("陕西省 / 西安市 (Shaanxi Xi'an)").shows("雁塔区 (Yanta)");
    bench.keys("\"luwan").shows("卢湾区 (Shanghai Luwan) → 黄浦区 (Huangpu)");
    // What is wider than the list goes on in the next line.
    bench.keys("Esc \"yanqi").shows("焉耆回族自治县").shows("Yanqi)");
}

#[test]
fn in_chinese_nothing_is_read_aloud() {
    let mut bench = region(Lang::Zh);
    bench.keys("\"nanshan").shows("广东省 / 深圳市 / 南山区");
    assert!(!bench.screen().contains("Guangdong"), "{}", bench.screen());
    bench.keys("Esc \"xian Enter").shows("雁塔区");
    assert!(!bench.screen().contains('('), "{}", bench.screen());
}
