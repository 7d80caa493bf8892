//! Addresses: city and district of the certificate and of the address for letters, against the region chosen.

use crate::catalog::filing_region::{Address, Region, Wording, beginning, without_region};
use crate::filing::{FieldId, Value};
use crate::rules::address::region::printed_address;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// The region lies in another city or district than the address on the certificate.
pub static CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT: Rule = Rule {
    name: "certificate-address-in-another-district",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::RegionDiffersFromAddress],
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
    what: text("通讯地址要在所选的备案地区以内。", "The address for letters lies in the chosen region."),
    why: text(
        "平台把备案地区接在前面，读起来就自相矛盾。",
        "The platform puts the region before it, and the two contradict each other.",
    ),
    fix: text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
    messages: &[message(
        "",
        text(
            "通讯地址写的是{written}，备案地区却是{chosen}。",
            "The address names {written}, but the region chosen is {chosen}.",
        ),
        text("改选地区，或填备案地区内的地址。", "Choose the region of the address, or enter an address in the region."),
    )],
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
}

/// Where the region of an address and the chosen one differ; `None` where they agree, where the address does not go so far, where the
/// provinces differ, and where a unit is not in force: it may be the other one under an older name, or a zone in it.
fn difference(address: &Address, chosen: &Region) -> Option<Difference> {
    let path = chosen.path();
    let level = |level: usize| path.get(level).copied().filter(|region| !region.pseudo);
    let (city, district) = (level(1), level(2));
    if path.first() != Some(&address.province) {
        return None;
    }
    let all = [address.city, address.district, city, district];
    if all.into_iter().flatten().any(|region| !region.in_force()) {
        return None;
    }
    match (address.city.zip(city), address.district.zip(district)) {
        (Some((one, other)), _) if one != other => Some(Difference::City),
        // An older code of the same name, or the city that a district was (临安市, 临安区), is the same place.
        (_, Some((one, other))) if one != other && one.short_name() != other.short_name() => Some(Difference::District),
        _ => None,
    }
}

/// City and district, as people say them.
fn said(city: Option<&Region>, district: Option<&Region>, province: &Region) -> Arg {
    let names: String = [city, district].into_iter().flatten().map(|region| region.name).collect();
    match crate::catalog::province::province(province.code) {
        Some(province) if names.is_empty() => Arg::Name(province.short),
        _ => Arg::Text(names),
    }
}

fn chosen_said(chosen: &Region) -> Arg {
    let path = chosen.path();
    let names: String = path.iter().skip(1).filter(|region| !region.pseudo).map(|region| region.name).collect();
    Arg::Text(if names.is_empty() { path.first().map_or("", |region| region.name).to_owned() } else { names })
}

fn certificate_address_in_another_district(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // A person may live elsewhere than the identity card says.
    if context.is_individual() {
        return;
    }
    let (Some(printed), Some(chosen)) = (printed_address(context), context.region()) else { return };
    let finding = CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT.finds(FieldId::SubjectCertificateAddress);
    let finding = match difference(&printed, chosen) {
        None => return,
        Some(Difference::City) => finding.with_message(message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "city")),
        Some(Difference::District) => finding.with_message(message_of!(CERTIFICATE_ADDRESS_IN_ANOTHER_DISTRICT, "district")),
    };
    // Names without their units, or behind something else, may belong to another name.
    let severity = if printed.wording == Wording::Full { Severity::Error } else { Severity::Warning };
    let finding = finding
        .with_severity(severity)
        .with("printed", said(printed.city, printed.district, printed.province))
        .with("chosen", chosen_said(chosen));
    // What is printed stays: only the choice of the region can be changed.
    findings.push(match printed.district {
        Some(district) => {
            finding.with_fix(Fix::offer(vec![(FieldId::SubjectRegion, Some(Value::Text(district.code.to_owned())))]))
        }
        None => finding,
    });
}

fn address_in_another_district(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(address), Some(chosen)) = (context.normal(FieldId::SubjectAddress), context.region()) else { return };
    let Some(written) = written_elsewhere(address, chosen) else { return };
    let finding = ADDRESS_IN_ANOTHER_DISTRICT.finds(FieldId::SubjectAddress);
    findings.push(finding.with("written", Arg::Text(written)).with("chosen", chosen_said(chosen)));
}

/// The region that an address for letters begins with, where it is another than the chosen one.
fn written_elsewhere(address: &str, chosen: &Region) -> Option<String> {
    // A district alone is one of the chosen city.
    let (path, rest) = (chosen.path(), without_region(address, chosen.code));
    let parent = path.get(1).copied();
    let sibling = beginning(rest).find(|region| {
        region.level == 3 && region.parent() == parent && region.name.chars().count() > 2 && path.get(2) != Some(region)
    });
    let in_force = || path.iter().skip(1).filter(|region| !region.pseudo).all(|region| region.in_force());
    if let Some(sibling) = sibling {
        let other_name = path.get(2).is_some_and(|district| !district.pseudo && district.short_name() != sibling.short_name());
        return (other_name && sibling.in_force() && in_force()).then(|| sibling.name.to_owned());
    }
    let written = Address::read(address).filter(|written| written.wording == Wording::Full)?;
    let elsewhere = path.first() != Some(&written.province) || difference(&written, chosen).is_some();
    let names = [Some(written.province), written.city, written.district].into_iter().flatten();
    elsewhere.then(|| names.map(|region| region.name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::filing_region::find;

    #[test]
    fn regions_and_addresses_agree_or_differ() {
        use Difference::{City, District};
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
            // A zone in several real districts.
            ("510107", "四川省成都市高新区虚构街88号", None),
            ("510109", "四川省成都市武侯区虚构街88号", None),
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
            ("510107", "朝阳区虚构街88号", None),
            ("110105", "海淀区虚构街88号", Some("海淀区")),
        ] {
            assert_eq!(written_elsewhere(address, find(code).unwrap()).as_deref(), expected, "{code} {address}");
        }
    }
}
