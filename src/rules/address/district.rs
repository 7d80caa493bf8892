//! Addresses: city and district of the certificate and of the address for letters, against the region chosen.

use crate::catalog::filing_region::{Address, Region, Wording, beginning, carved, pinyin_of_name, regions_of, without_region};
use crate::filing::{FieldId, Value};
use crate::rules::address::region::printed_address;
use crate::rules::engine::reading::folded;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// The region lies in another city or district than the address on the certificate.
pub static CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT: Rule = Rule {
    name: "certificate-address-in-another-district",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::RegionDiffersFromAddress, Rejection::AddressesInDifferentCities],
    title: text("备案地区与证件住所不在同一区县", "Certificate of another district"),
    what: text(
        "单位的备案地区要与证件住所一致，一直到区县。",
        "An organisation's region agrees with the certificate's address, down to the district.",
    ),
    why: text(
        "不一致会提示「请根据证件住所选择相应的地区」并退回。",
        "Otherwise the filing is rejected: choose the region of the address on the certificate.",
    ),
    fix: text("按证件住所改选备案地区，或核对住所。", "Choose the region by the certificate's address, or check the address."),
    messages: &[
        message(
            "city",
            text(
                "证件住所在{printed}，备案地区却选在{chosen}。",
                "The address is in {printed}, but the region chosen is {chosen}.",
            ),
            text(
                "把备案地区改成证件住所所在的市和区县，或核对证件住所。",
                "Choose city and district of the address, or check the address.",
            ),
        ),
        message(
            "district",
            text(
                "证件住所在{printed}，备案地区却选在{chosen}。",
                "The address is in {printed}, but the region chosen is {chosen}.",
            ),
            text(
                "把备案地区改成证件住所所在的区县，或核对证件住所。",
                "Choose the district of the address, or check the address.",
            ),
        ),
        message(
            "former",
            text(
                "证件住所的{printed}现为{today}，备案地区却选在{chosen}。",
                "The address is in {printed}, which is {today} today, but the region chosen is {chosen}.",
            ),
            text("把备案地区改成现在的区县，证件住所照印的抄。", "Choose today's district; keep the address as it is printed."),
        ),
        message(
            "zone",
            text(
                "证件住所在{printed}，它位于{today}；备案地区却选在{chosen}。",
                "The address is in {printed}, which lies in {today}, but the region chosen is {chosen}.",
            ),
            text(
                "园区不是行政区：备案地区选它所在的区县；确在所选的区县就不用改。",
                "A development zone is not an administrative division: choose the district that it lies in; leave it if that is the one chosen.",
            ),
        ),
        message(
            "carved",
            text(
                "证件住所写{printed}，备案地区选的{chosen}是 {year} 年从它分出来的。",
                "The address says {printed}; the region chosen, {chosen}, was made of a part of it in {year}.",
            ),
            text(
                "核对住所现在属于哪个区：在分出来的部分就不用改；执照换过新的，按新执照上的选。",
                "Check in which district the address lies today: leave it if in the part; with a new licence, choose the district on it.",
            ),
        ),
        message(
            "carved_from",
            text(
                "证件住所在{printed}，它是 {year} 年从所选的{chosen}分出来的。",
                "The address is in {printed}, which was made of a part of the region chosen, {chosen}, in {year}.",
            ),
            text("备案地区改选证件上的区。", "Choose the district on the certificate."),
        ),
    ],
    wrong: case(
        "subject.region = '510107'\nsubject.certificate.address = '四川省成都市锦江区虚构街88号801室'",
        text("执照住所在锦江区，备案地区选了武侯区。", "The licence says Jinjiang, the region is Wuhou."),
    ),
    right: case(
        "subject.region = '510107'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号801室'",
        text("同在武侯区。", "Both in Wuhou."),
    ),
    check: certificate_address_in_another_district,
};

/// The address for letters names another region than the one chosen.
pub static ADDRESS_IN_ANOTHER_DISTRICT: Rule = Rule {
    name: "address-in-another-district",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectAddress],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::AddressImprecise],
    title: text("通讯地址不在备案地区", "Address outside the region"),
    what: text("通讯地址要在所选的备案地区以内。", "The postal address lies in the chosen region."),
    why: text(
        "平台把备案地区接在前面，读起来就自相矛盾。",
        "The platform puts the region before it, and the two contradict each other.",
    ),
    fix: text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
    messages: &[
        message(
            "",
            text(
                "通讯地址写的是{written}，备案地区却是{chosen}。",
                "The address names {written}, but the region chosen is {chosen}.",
            ),
            text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
        ),
        message(
            "short",
            text(
                "通讯地址写的是{written}（即{read}），备案地区却是{chosen}。",
                "The address names {written}, that is {read}, but the region chosen is {chosen}.",
            ),
            text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
        ),
        message(
            "card",
            text(
                "通讯地址与证件住所的街道门牌相同，证件住所在{printed}，备案地区却是{chosen}。",
                "The address is that on the ID document, which is in {printed}, but the region chosen is {chosen}.",
            ),
            text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
        ),
    ],
    wrong: case(
        "subject.region = '510107'\nsubject.address = '锦江区虚构街88号801室'",
        text("地区选在武侯区，地址却写了锦江区。", "The region is Wuhou, the address says Jinjiang."),
    ),
    right: case(
        "subject.region = '510107'\nsubject.address = '虚构街88号801室'",
        text("从街道写起。", "It begins with the street."),
    ),
    check: address_in_another_district,
};

/// Where two regions of one province differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Difference {
    /// Their cities.
    City,
    /// Only their districts.
    District,
    /// A name of the past, which is another district today.
    Former,
    /// A zone, which lies in other districts.
    Zone,
    /// The chosen one grew out of a part of the other, in this year.
    Carved(u16),
    /// The other grew out of a part of the chosen one, in this year.
    CarvedFrom(u16),
}

/// Where the region of an address and the chosen one differ; `None` where they share a place of today, where the address does not go so
/// far, where it is not known what one of them is today, and where the provinces differ.
fn difference(address: &Address, chosen: &Region) -> Option<Difference> {
    let path = chosen.path();
    let level = |level: usize| path.get(level).copied().filter(|region| !region.pseudo);
    let (city, district) = (level(1), level(2));
    if path.first() != Some(&address.province) {
        return None;
    }
    let cities = match (city.and_then(Region::today), district.and_then(Region::today)) {
        (Some(cities), _) => cities.to_vec(),
        (None, Some(districts)) => districts.iter().map(|place| place / 100 * 100).collect(),
        (None, None) => Vec::new(),
    };
    let written = address.cities_today();
    let other_city = !written.is_empty()
        && !cities.is_empty()
        && !address.province.is_municipality()
        && !written.iter().any(|place| cities.contains(place));
    let (Some(one), Some(other)) = (address.districts_today(), district.and_then(Region::today)) else {
        return other_city.then_some(Difference::City);
    };
    if one.iter().any(|place| other.contains(place)) || address.district.is_some() && address.district == district {
        return None;
    }
    Some(match (carved(one, other), carved(other, one)) {
        (Some(change), _) => Difference::Carved(change.year),
        (_, Some(change)) => Difference::CarvedFrom(change.year),
        _ if address.zone.is_some() || address.district.is_some_and(Region::is_zone) || chosen.is_zone() => Difference::Zone,
        _ if address.former.is_some() || address.district.is_some_and(Region::is_abolished) => Difference::Former,
        _ if other_city => Difference::City,
        _ => Difference::District,
    })
}

/// The regions that a person may choose for an address.
fn choices(address: &Address) -> Vec<&'static Region> {
    let zone = address.district.filter(|district| district.is_zone());
    let places = address.districts_today().map(regions_of).unwrap_or_default();
    // A zone that the platform's list has as a district may be chosen itself.
    zone.into_iter().chain(places).filter(|region| region.level == 3).collect()
}

/// Changes of the region to each of these.
fn to_regions(regions: &[&'static Region]) -> Vec<Fix> {
    let to = |region: &&Region| Fix::offer(vec![(FieldId::SubjectRegion, Some(Value::Text(region.code().to_owned())))]);
    regions.iter().take(MOST_CHOICES).map(to).collect()
}

/// As many regions are offered at most.
const MOST_CHOICES: usize = 4;

/// The names of regions, for a sentence.
fn listed(regions: &[&'static Region]) -> Arg {
    Arg::regions(regions)
}

/// What the certificate says, with how it is read where that is a district of the list and not a name of the past or a zone.
fn printed_said(printed: &Address) -> Arg {
    match printed.district.filter(|_| printed.former.is_none() && printed.zone.is_none()) {
        Some(district) => {
            let name = printed.said();
            let path = district.path();
            // The levels that are named are read, and no others.
            let said: Vec<&Region> = path.into_iter().filter(|region| name.contains(region.name())).collect();
            Arg::Place { read: read(&said), name }
        }
        None => Arg::Text(printed.said()),
    }
}

fn chosen_said(chosen: &Region) -> Arg {
    let path = chosen.path();
    let below: Vec<&Region> = path.iter().skip(1).copied().filter(|region| !region.pseudo).collect();
    // A province whose parts name no place stands for itself.
    let named = if below.is_empty() { path.get(..1).unwrap_or_default() } else { &below };
    let name = named.iter().map(|region| region.name()).collect();
    Arg::Place { name, read: read(named) }
}

/// How names are read one after the other.
fn read(names: &[&Region]) -> String {
    names.iter().map(|region| pinyin_of_name(region)).collect::<Vec<_>>().join(" ")
}

fn certificate_address_in_another_district(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // A person may live elsewhere than the identity card says.
    if context.is_individual() {
        return;
    }
    let (Some(printed), Some(chosen)) = (printed_address(context), context.region()) else { return };
    let Some(difference) = difference(&printed, chosen) else { return };
    let (message, severity) = match difference {
        Difference::City => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "city"), Severity::Error),
        Difference::District => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "district"), Severity::Error),
        Difference::Former => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "former"), Severity::Error),
        Difference::Zone => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "zone"), Severity::Warning),
        Difference::Carved(_) => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "carved"), Severity::Hint),
        Difference::CarvedFrom(_) => (message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "carved_from"), Severity::Warning),
    };
    // Names without their units, or behind something else, may belong to another name.
    let severity = if printed.wording == Wording::Full { severity } else { severity.max(Severity::Warning) };
    let choices = choices(&printed);
    let mut finding = CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT
        .finds(FieldId::SubjectCertificateAddress)
        .with_message(message)
        .with_severity(severity)
        .with("printed", printed_said(&printed))
        .with("chosen", chosen_said(chosen))
        .with("today", listed(&choices));
    if let Difference::Carved(year) | Difference::CarvedFrom(year) = difference {
        finding = finding.with("year", Arg::Number(i64::from(year)));
    }
    if let Some(zone) = printed.zone {
        finding = finding.said_by(zone.source);
    }
    // What is printed stays: only the choice of the region can be changed.
    findings.push(to_regions(&choices).into_iter().fold(finding, Finding::with_fix));
}

fn address_in_another_district(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(address), Some(chosen)) = (context.normal(FieldId::SubjectAddress), context.region()) else { return };
    let Some((Names { typed, read }, choices)) = written_elsewhere(address, chosen) else {
        return findings.extend(printed_elsewhere(context, address, chosen));
    };
    let finding = ADDRESS_IN_ANOTHER_DISTRICT.finds(FieldId::SubjectAddress).with("chosen", chosen_said(chosen));
    // What nobody typed is not said to stand there.
    let finding = match typed == read {
        true => finding.with("written", Arg::Text(typed)),
        false => finding
            .with_message(message_of!(ADDRESS_IN_ANOTHER_DISTRICT, "short"))
            .with("written", Arg::Text(typed))
            .with("read", Arg::Text(read)),
    };
    // A region that would contradict the certificate is not offered.
    let printed = printed_address(context).filter(|_| !context.is_individual());
    let agrees = |region: &&Region| {
        printed.is_none_or(|printed| difference(&printed, region).is_none() && region.path().first() == Some(&printed.province))
    };
    let choices: Vec<&Region> = choices.into_iter().filter(agrees).collect();
    findings.push(to_regions(&choices).into_iter().fold(finding, Finding::with_fix));
}

/// An individual's address for letters that is the one on the card, taken over before the region was changed to another place than the
/// card's. Of an organisation the rules about its certificate's address say so.
fn printed_elsewhere(context: &Context<'_>, address: &str, chosen: &Region) -> Option<Finding> {
    if !context.is_individual() {
        return None;
    }
    let (printed, card) = (printed_address(context)?, context.normal(FieldId::SubjectCertificateAddress)?);
    let (address, card, street) = (folded(address), folded(card), folded(printed.rest(card)));
    // A street and a number at the least: what is shorter may stand in many places.
    let is_same = printed.wording == Wording::Full
        && street.chars().count() >= SHORTEST_STREET
        && street.chars().any(char::is_numeric)
        && address.ends_with(&*street)
        && card.ends_with(&*address);
    let is_elsewhere = printed.province != *chosen.path().first()?
        || matches!(difference(&printed, chosen), Some(Difference::City | Difference::District));
    if !is_same || !is_elsewhere {
        return None;
    }
    let Names { read, .. } = Names::of(&printed, &card);
    let finding = ADDRESS_IN_ANOTHER_DISTRICT
        .finds(FieldId::SubjectAddress)
        .with_message(message_of!(ADDRESS_IN_ANOTHER_DISTRICT, "card"))
        .with("printed", Arg::Text(read))
        .with("chosen", Arg::Text(chosen.path().iter().filter(|region| !region.pseudo).map(|region| region.name()).collect()));
    Some(to_regions(&choices(&printed)).into_iter().fold(finding, Finding::with_fix))
}

/// Characters of a street with its number that tell one place from another.
const SHORTEST_STREET: usize = 5;

/// The names of a region as they were typed, and as they are read: 琼山市, 海南省海口市琼山区.
struct Names {
    typed: String,
    read: String,
}

impl Names {
    fn of(written: &Address, address: &str) -> Self {
        let said = written.said();
        let province = Some(written.province.name()).filter(|name| !said.starts_with(name));
        let read = province.into_iter().collect::<String>() + &said;
        let typed = Some(written.typed(address)).filter(|typed| !typed.is_empty());
        Self { typed: typed.map_or_else(|| read.clone(), str::to_owned), read }
    }
}

/// The region that an address for letters begins with, where it is another than the chosen one, and what may be chosen for it.
fn written_elsewhere(address: &str, chosen: &Region) -> Option<(Names, Vec<&'static Region>)> {
    // A district alone is one of the chosen city.
    let (path, rest) = (chosen.path(), without_region(address, chosen.code()));
    let parent = path.get(1).copied();
    let sibling = beginning(rest).find(|region| {
        region.level == 3 && region.parent() == parent && region.name().chars().count() > 2 && path.get(2) != Some(region)
    });
    if let Some(sibling) = sibling {
        let district = path.get(2).filter(|district| !district.pseudo)?;
        let (one, other) = (sibling.today()?, district.today()?);
        let agree = one.iter().any(|place| other.contains(place));
        let related = carved(one, other).or_else(|| carved(other, one)).is_some();
        let name = sibling.name().to_owned();
        return (!agree && !related).then(|| (Names { typed: name.clone(), read: name }, regions_of(one)));
    }
    let written = Address::read(address).filter(|written| written.wording == Wording::Full)?;
    let elsewhere = match difference(&written, chosen) {
        None => path.first() != Some(&written.province),
        Some(Difference::Carved(_) | Difference::CarvedFrom(_)) => false,
        Some(_) => true,
    };
    elsewhere.then(|| (Names::of(&written, address), choices(&written)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::find;

    #[test]
    fn regions_and_addresses_agree_or_differ() {
        use Difference::{Carved, CarvedFrom, City, District, Former, Zone};
        for (code, address, expected) in [
            ("510107", "四川省成都市武侯区虚构街88号", None),
            ("510107", "四川省成都市锦江区虚构街88号", Some(District)),
            ("510107", "四川省绵阳市涪城区虚构街88号", Some(City)),
            ("510107", "四川省绵阳市虚构街88号", Some(City)),
            ("510107", "四川省成都市虚构街88号", None),
            ("510107", "广东省深圳市南山区虚构街88号", None),
            ("110105", "北京市朝阳区虚构街88号", None),
            ("110105", "北京市海淀区虚构街88号", Some(District)),
            ("320106", "江苏省徐州市鼓楼区虚构街88号", Some(City)),
            ("320106", "江苏省南京市鼓楼区虚构街88号", None),
            ("441901", "广东省东莞市长安镇虚构街88号", None),
            ("441901", "广东省深圳市南山区虚构街88号", Some(City)),
            // A county that became a district under the same name.
            ("320684", "江苏省南通市海门区虚构街88号", None),
            ("330112", "浙江省临安市虚构街88号", None),
            // Abolished: it became a part of the other.
            ("310101", "上海市卢湾区虚构街88号", None),
            ("310101", "上海市闸北区虚构街88号", Some(Former)),
            ("110102", "北京市宣武区虚构街88号", None),
            ("110108", "北京市宣武区虚构街88号", Some(Former)),
            ("110101", "北京市崇文区虚构街88号", None),
            ("310106", "上海市闸北区虚构街88号", None),
            ("330114", "浙江省杭州市江干区虚构街88号", None),
            ("330102", "浙江省杭州市江干区虚构街88号", None),
            ("330106", "浙江省杭州市江干区虚构街88号", Some(Former)),
            ("110113", "北京市顺义县虚构镇88号", None),
            ("510185", "四川省资阳市简阳市虚构路88号", None),
            // The platform has the city of old beside the prefecture.
            ("522201", "贵州省铜仁市碧江区虚构路88号", None),
            ("522230", "贵州省铜仁市万山区虚构路88号", None),
            ("522201", "贵州省铜仁市虚构路88号", None),
            // Carved out of the other, which is still there.
            ("330113", "浙江省杭州市余杭区虚构街88号", Some(Carved(2021))),
            ("330110", "浙江省杭州市临平区虚构街88号", Some(CarvedFrom(2021))),
            ("440311", "广东省深圳市宝安区虚构街88号", Some(Carved(2007))),
            ("440309", "广东省深圳市宝安区虚构街88号", Some(Carved(2011))),
            ("330106", "浙江省杭州市余杭区虚构街88号", Some(District)),
            // A zone in several real districts.
            ("510107", "四川省成都市高新区虚构街88号", None),
            ("510109", "四川省成都市武侯区虚构街88号", None),
            ("510109", "四川省成都市高新区虚构街88号", None),
            ("510104", "四川省成都市高新区虚构街88号", Some(Zone)),
            ("510109", "四川省成都市锦江区虚构街88号", Some(Zone)),
            ("440402", "广东省珠海市横琴新区虚构路88号", None),
            ("440403", "广东省珠海市横琴新区虚构路88号", Some(Zone)),
            ("120116", "天津自贸试验区（东疆保税港区）虚构路88号", None),
            ("120101", "天津自贸试验区（东疆保税港区）虚构路88号", Some(Zone)),
            ("610404", "陕西省西咸新区沣西新城虚构路88号", None),
            ("610116", "陕西省西咸新区沣西新城虚构路88号", None),
            ("320571", "江苏省苏州市苏州工业园区虚构街88号", None),
            ("500112", "重庆市两江新区虚构路88号", None),
            // A zone that nobody knows is not compared.
            ("340102", "安徽省合肥市虚构开发区虚构路88号", None),
        ] {
            let (address_read, region) = (Address::read(address).unwrap(), find(code).unwrap());
            assert_eq!(difference(&address_read, region), expected, "{code} {address}");
        }
    }

    #[test]
    fn addresses_for_letters_in_the_region_or_elsewhere() {
        for (code, address, expected) in [
            ("510107", "虚构街88号801室", None),
            ("510107", "武侯区虚构街88号801室", None),
            ("510107", "锦江区虚构街88号801室", Some("锦江区")),
            ("510107", "成都市锦江区虚构街88号801室", Some("锦江区")),
            ("510107", "绵阳市涪城区虚构街88号801室", Some("四川省绵阳市涪城区")),
            ("510107", "广东省深圳市南山区虚构街88号", Some("广东省深圳市南山区")),
            ("510107", "北京路88号", None),
            ("510107", "高新区虚构街88号", None),
            ("510104", "高新区虚构街88号", Some("高新区")),
            ("330112", "临安市虚构街88号", None),
            ("330113", "余杭区虚构街88号", None),
            ("110102", "宣武区虚构街88号", None),
            ("510107", "朝阳区虚构街88号", None),
            ("110105", "海淀区虚构街88号", Some("海淀区")),
        ] {
            let found = written_elsewhere(address, find(code).unwrap()).map(|(written, _)| written.read);
            assert_eq!(found.as_deref(), expected, "{code} {address}");
        }
    }

    #[test]
    fn a_name_is_quoted_as_it_was_typed() {
        for (address, typed, read) in [
            ("广东省深圳市南山区虚构街88号", "广东省深圳市南山区", "广东省深圳市南山区"),
            ("琼山市虚构路3号", "琼山市", "海南省海口市琼山市"),
            ("深圳南山区虚构街88号", "深圳南山区", "广东省深圳市南山区"),
        ] {
            let (names, _) = written_elsewhere(address, find("510107").unwrap()).unwrap();
            assert_eq!((names.typed.as_str(), names.read.as_str()), (typed, read), "{address}");
        }
    }
}
