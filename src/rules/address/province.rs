//! Addresses: one city, and how far down they go.

use crate::catalog::filing_region::{self, Region};
use crate::catalog::province::{Precision, Test};
use crate::filing::FieldId;
use crate::rules::address::region::printed_address;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::{here, reads, rows, says};
use crate::text::text;

/// An individual's card names another city than the one for letters, and the province wants them in one. Of an organisation
/// `certificate-address-in-another-district` says it, everywhere.
pub static ADDRESS_IN_ANOTHER_CITY: Rule = Rule {
    name: "address-in-another-city",
    topic: Topic::Address,
    severity: Severity::Hint,
    fields: &[FieldId::SubjectCertificateAddress],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::AddressesInDifferentCities],
    title: text("证件住所与通讯地址不在同一市", "Addresses in two cities"),
    what: text(
        "有的省要求证件住所和通讯地址在同一个市。",
        "Some provinces require certificate address and postal address to be in the same city.",
    ),
    why: text("河北、河南、贵州、广东会因跨市退回。", "Hebei, Henan, Guizhou and Guangdong reject it."),
    fix: text("地区改选证件住所所在的市，通讯地址也填在那里。", "Choose the city of the certificate, with an address there."),
    messages: &[message(
        "",
        text(
            "证件住所在{printed}，地区选在{chosen}；{province}要求在同一个市。",
            "The card says {printed}, the region is {chosen}; {province} requires one city.",
        ),
        text("备好在{chosen}的居住证明，或改选{printed}。", "Have a proof of residence in {chosen} ready, or choose {printed}."),
    )],
    wrong: case(
        "subject.nature = 5\nsubject.certificate.kind = 2\nsubject.region = '440305'\nsubject.certificate.address = '广东省广州市天河区虚构街88号801室'",
        text("个人的身份证住址在广州，备案地区选了深圳。", "An individual's card says Guangzhou, the region is Shenzhen."),
    ),
    right: case(
        "subject.region = '440305'\nsubject.certificate.address = '广东省深圳市南山区虚构街88号801室'",
        text("同在深圳。", "Both in Shenzhen."),
    ),
    check: address_in_another_city,
};

/// The address for letters stops before the province wants it to, or holds a name on which the province has a word.
pub static ADDRESS_IMPRECISE_FOR_PROVINCE: Rule = Rule {
    name: "address-imprecise-for-province",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectAddress],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::AddressImprecise],
    title: text("通讯地址不够详细", "Address not precise enough"),
    what: text("有的省要求地址写到门牌号、村或室号。", "Some provinces require the house number, the village or the room."),
    why: text("地址不详细的会被退回。", "Imprecise addresses are rejected."),
    fix: text(
        "写到当地要求的一级；没有更细的，在备注里说明。",
        "Go down as far as asked; if there is nothing finer, say so in the remark.",
    ),
    messages: &[
        message(
            "imprecise",
            text("地址不够详细。{province}：{asked}。", "Not precise enough. {province}: {asked}."),
            text("补上；确实没有更细的，在备注里说明。", "Complete it; if there is nothing finer, say so in the remark."),
        ),
        message(
            "row",
            text("{province}：{asked}。", "{province}: {asked}."),
            text("对照着核对地址和所选的区。", "Check the address and the district against this."),
        ),
    ],
    wrong: case(
        "subject.region = '110105'\nsubject.address = '建国路虚构广场三期'",
        text("北京要求写到门牌号。", "Beijing requires the house number."),
    ),
    right: case(
        "subject.region = '110105'\nsubject.address = '建国路88号虚构广场三期'",
        text("写了门牌号。", "With its house number."),
    ),
    check: address_imprecise_for_province,
};

/// What a house number ends in.
const HOUSE: &[char] = &['号', '弄', '栋', '幢', '座', '楼', '室', '组', '院', '队'];
/// What a room ends in; a number at the end of the address will do as well.
const ROOM: &[char] = &['室', '房', '户', '铺', '间'];
/// Words of an address that need no number.
const VILLAGE: &[&str] = &["村", "信箱", "邮箱"];
const NUMERALS: &str = "〇零一二三四五六七八九十百甲乙丙丁";

/// The unit that counts as the city: a municipality whole, a county that stands under no city by itself.
fn city(region: &'static Region) -> Option<&'static Region> {
    let path = region.path();
    let (province, second) = (path.first()?, path.get(1)?);
    match (second.pseudo, path.get(2)) {
        (false, _) => Some(*second),
        (true, _) if province.name().ends_with('市') => Some(*province),
        (true, third) => third.copied(),
    }
}

fn address_in_another_city(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context).filter(|province| province.same_city && context.is_individual()) else { return };
    let chosen = context.region().and_then(city);
    let printed = printed_address(context).and_then(|address| city(address.lowest()));
    let (Some(chosen), Some(printed)) = (chosen, printed) else { return };
    // Another province is the business of other rules, and an individual from there proves the residence.
    let one_province = filing_region::province_of(printed.code()).map(|region| region.code()) == Some(province.code);
    if !one_province || printed.code() == chosen.code() {
        return;
    }
    // An individual lives where the residence permit says; the card's address follows later.
    let finding = says(&ADDRESS_IN_ANOTHER_CITY, FieldId::SubjectCertificateAddress, province);
    findings.push(finding.with("printed", Arg::regions(&[printed])).with("chosen", Arg::regions(&[chosen])));
}

fn address_imprecise_for_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(province) = here(context) else { return };
    let Some(address) = context.normal(FieldId::SubjectAddress) else { return };
    let rule = &ADDRESS_IMPRECISE_FOR_PROVINCE;
    for row in rows(context, rule) {
        for test in row.tests {
            let Test::Address { precision, mentions } = *test else { continue };
            if !is_precise(address, precision) {
                findings.push(
                    reads(rule, FieldId::SubjectAddress, province, row)
                        .with_message(message_of!(ADDRESS_IMPRECISE_FOR_PROVINCE, "imprecise")),
                );
            } else if mentions.iter().any(|name| address.contains(name)) {
                findings.push(
                    reads(rule, FieldId::SubjectAddress, province, row)
                        .with_message(message_of!(ADDRESS_IMPRECISE_FOR_PROVINCE, "row"))
                        .with_severity(Severity::Hint),
                );
            }
        }
    }
}

/// Whether an address goes down so far.
fn is_precise(address: &str, precision: Precision) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || NUMERALS.contains(c);
    let numbered = |units: &[char]| {
        let mut before = ' ';
        address.chars().any(|c| {
            let found = units.contains(&c) && is_number(before);
            before = c;
            found
        })
    };
    let ends_in_number = address.ends_with(|c: char| c.is_ascii_digit());
    match precision {
        Precision::House => numbered(HOUSE) || ends_in_number,
        Precision::Village => numbered(HOUSE) || ends_in_number || VILLAGE.iter().any(|word| address.contains(word)),
        Precision::Room => numbered(ROOM) || ends_in_number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_go_down_to_house_village_or_room() {
        for (address, house, village, room) in [
            ("科技中一路1号A栋1201室", true, true, true),
            ("建国路88号", true, true, false),
            ("建国路88号3-201", true, true, true),
            ("建国路88", true, true, true),
            ("霄边村", false, true, false),
            ("霄边村十二组", true, true, false),
            ("邮政信箱", false, true, false),
            ("建国路万达广场", false, false, false),
            ("甲楼", true, true, false),
            ("三门路二期商铺", false, false, false),
        ] {
            let found = [Precision::House, Precision::Village, Precision::Room].map(|to| is_precise(address, to));
            assert_eq!(found, [house, village, room], "{address}");
        }
    }

    #[test]
    fn the_city_of_a_region() {
        for (code, name) in [
            ("440305", Some("深圳市")),
            ("440300", Some("深圳市")),
            ("110105", Some("北京市")),
            ("310115", Some("上海市")),
            ("440000", None),
            ("441900", Some("东莞市")),
        ] {
            let found = filing_region::find(code).and_then(city).map(|region| region.name());
            assert_eq!(found, name, "{code}");
        }
        let alone = filing_region::regions().iter().find(|region| region.name() == "济源市" && region.level == 3);
        if let Some(region) = alone {
            assert_eq!(city(region).map(|region| region.name()), Some("济源市"));
        }
    }
}
