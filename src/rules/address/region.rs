//! Addresses: the one printed on the certificate, with its region, and the one for letters, without.

use crate::catalog::filing_region::{self, Address, Region, Wording};
use crate::filing::{FieldId, Value};
use crate::rules::engine::{
    Arg, Context, Finding, Fix, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source,
};
use crate::rules::province;
use crate::text::text;

const BOTH: &[FieldId] = &[FieldId::SubjectCertificateAddress, FieldId::SubjectAddress];

/// The address for letters begins with names of the region, which is a field of its own.
pub static ADDRESS_REPEATS_REGION: Rule = Rule {
    name: "address-repeats-region",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectAddress],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::AddressImprecise],
    title: text("通讯地址重复了省市区", "Address repeats the region"),
    what: text(
        "通讯地址开头不写省、市、区县，备案地区里已经有了。",
        "The address leaves out province, city and district: the region says them.",
    ),
    why: text("平台会把备案地区接在通讯地址前面，写了就重复。", "The platform puts the region before the address."),
    fix: text("去掉开头的省市区，从街道写起。", "Begin with the street."),
    messages: &[
        message(
            "same",
            text("开头的「{region}」与所选地区重复。", "It begins with \"{region}\", which the region says already."),
            text("去掉开头这几个字，从街道写起。", "Remove it and begin with the street."),
        ),
        message(
            "former",
            text(
                "开头的「{region}」已不是行政区名，现为所选的{today}。",
                "It begins with \"{region}\", which is no longer a district; it is now {today}, the region chosen.",
            ),
            text(
                "去掉开头这几个字，从街道写起；证件住所仍照证件抄。",
                "Remove it and begin with the street; the address on the certificate stays as printed.",
            ),
        ),
        message(
            "nothing_left",
            text("只写了「{region}」，没有街道和门牌。", "It says \"{region}\" only, no street or number."),
            text("写街道、门牌、楼栋和房间号。", "Write street, number, building and room."),
        ),
    ],
    wrong: case(
        "subject.region = '510107'\nsubject.address = '成都市武侯区虚构街88号801室'",
        text("市和区已经在备案地区里了。", "The region says city and district already."),
    ),
    right: case(
        "subject.region = '510107'\nsubject.address = '虚构街88号801室'",
        text("从街道写起。", "It begins with the street."),
    ),
    check: address_repeats_region,
};

/// The certificate's address does not begin with its region.
pub static CERTIFICATE_ADDRESS_WITHOUT_REGION: Rule = Rule {
    name: "certificate-address-without-region",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::CertificateAddressFailed],
    title: text("证件住所缺省市", "Certificate address lacks the region"),
    what: text("证件住所要照证件写全，从省（自治区、直辖市）写起。", "The address is as printed, beginning with the province."),
    why: text(
        "平台要完整的住所，并与登记信息核对。",
        "The platform requires the whole address and compares it with the registry.",
    ),
    fix: text("在开头补上省、市、区县。", "Write province, city and district first."),
    messages: &[
        message(
            "no_region",
            text("开头看不出是哪个省、市。", "The beginning names no province or city."),
            text("照证件写全，从省（自治区、直辖市）写起。", "Write it whole, from the province on."),
        ),
        message(
            "no_province",
            text("开头没有写省：{province}。", "The province is missing: {province}."),
            text("在开头补上省名。", "Write the province first."),
        ),
    ],
    wrong: case(
        "subject.certificate.address = '虚构街88号801室'",
        text("没有省、市、区。", "Province, city and district are missing."),
    ),
    right: case(
        "subject.certificate.address = '四川省成都市武侯区虚构街88号801室'",
        text("照执照写全，从省写起。", "As on the licence, beginning with the province."),
    ),
    check: certificate_address_without_region,
};

/// A unit files in the province of its certificate.
pub static CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE: Rule = Rule {
    name: "certificate-address-in-another-province",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::RegionDiffersFromAddress, Rejection::AddressesInDifferentCities],
    title: text("证件住所不在备案省份", "Certificate of another province"),
    what: text("单位在证件住所所在的省备案。", "Organisations file in the province of their certificate."),
    why: text(
        "单位不能跨省备案，备案地区要与证件住所同省。",
        "Organisations cannot file elsewhere; the region must follow the address.",
    ),
    fix: text("按证件住所改选备案地区，或核对住所。", "Choose the region by the certificate's address, or check the address."),
    messages: &[message(
        "",
        text(
            "证件住所在{printed}，备案地区却选在{chosen}。",
            "The address is in {printed}, but the region chosen is in {chosen}.",
        ),
        text(
            "把备案地区改成证件住所所在的省，或核对证件住所。",
            "Choose a region in the province of the address, or check the address.",
        ),
    )],
    wrong: case(
        "subject.region = '440305'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号801室'",
        text("住所在四川，却在广东备案。", "Registered in Sichuan, filed in Guangdong."),
    ),
    right: case(
        "subject.region = '510107'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号801室'",
        text("在住所所在的省备案。", "Filed in the province of the licence."),
    ),
    check: certificate_address_in_another_province,
};

/// An address to which no letter would find its way.
pub static ADDRESS_IMPLAUSIBLE: Rule = Rule {
    name: "address-implausible",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::AddressImprecise],
    title: text("地址不够详细", "Address incomplete"),
    what: text("地址要有街道、门牌号，精确到房间。", "Addresses name street, number and room."),
    why: text(
        "地址不精确会被退回；确实没有更详细的，在主体备注里说明。",
        "Inexact addresses are rejected; if there is nothing finer, say so in the entity's remark.",
    ),
    fix: text("补上街道、门牌、楼栋、房间号。", "Add street, number, building and room."),
    messages: &[
        message(
            "too_short",
            text("太短，不像完整的地址。", "Too short for an address."),
            text("写到门牌号和房间号。", "Write it down to number and room."),
        ),
        message(
            "too_long",
            text("太长，不像一个地址。", "Too long for an address."),
            text("只写一个地址，不加说明。", "Write one address only."),
        ),
        message(
            "digits_only",
            text("只有数字，不是地址。", "Digits only: that is not an address."),
            text("填街道、门牌号和房间号。", "Enter street, number and room."),
        ),
        message("no_chinese", text("没有汉字。", "There is no Chinese in it."), text("用中文写。", "Write it in Chinese.")),
        message(
            "no_number",
            text("没有门牌号。", "There is no house number."),
            text(
                "补上门牌、楼栋或房间号；没有就在主体备注里说明。",
                "Add number, building or room; if there is none, say so in the filing entity's remark.",
            ),
        ),
        message(
            "no_street",
            text("没有路、街、村、楼栋之类的字。", "It names no street, village or building."),
            text("补上街道或村组、门牌号。", "Add street or village, and the number."),
        ),
    ],
    wrong: case("subject.address = '虚构街示例中心'", text("没有门牌号。", "There is no number.")),
    right: case(
        "subject.address = '虚构街88号示例中心8层801室'",
        text("有街道、门牌号，精确到房间。", "Street, number and room."),
    ),
    check: address_implausible,
};

/// 市辖区 names no place.
pub static ADDRESS_SAYS_SHIXIAQU: Rule = Rule {
    name: "address-says-shixiaqu",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: source::VENDORS,
    prevents: &[Rejection::AddressImprecise],
    title: text("地址里有「市辖区」", "Address says 市辖区"),
    what: text("「市辖区」不是地名，有的省明确不收。", "市辖区 names no place, and some provinces refuse it."),
    why: text("北京、天津、上海、浙江、广西明确不收，其他地方也不必写。", "Several provinces reject it, and it adds nothing."),
    fix: text("去掉，或换成真实的区名。", "Remove it, or name the district."),
    messages: &[
        message(
            "refused",
            text("「市辖区」不是地名，{province}不收这样的地址。", "市辖区 names no place; {province} refuses such addresses."),
            text("去掉它。", "Remove it."),
        ),
        message("no_place", text("「市辖区」不是地名。", "市辖区 names no place."), text("去掉它。", "Remove it.")),
    ],
    wrong: case("subject.address = '市辖区虚构街88号801室'", text("「市辖区」不是地名。", "市辖区 names no place.")),
    right: case("subject.address = '虚构街88号801室'", text("只写真实的地名。", "Names of real places only.")),
    check: address_says_shixiaqu,
};

/// Characters an address has at least and at most.
const LENGTH: (usize, usize) = (4, 200);
/// Characters of which an address holds at least one: a street, a village, a building.
const STREETS: &[char] = &[
    '路', '街', '道', '巷', '弄', '号', '村', '组', '楼', '栋', '幢', '座', '室', '园', '厦', '场', '里', '胡', '同', '院', '庄',
    '屯',
];
const NUMERALS: &[char] = &['〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '甲', '乙', '丙', '丁'];

/// What is left of a whole address that goes into a field which leaves the region out, where it begins with the region of this code;
/// `None` where nothing is to be taken from it, and for other fields.
#[must_use]
pub fn without_repeated_region<'a>(id: FieldId, address: &'a str, code: &str) -> Option<&'a str> {
    let address = address.trim();
    let rest = Some(after_region(address, code)?).filter(|rest| !rest.is_empty())?;
    ADDRESS_REPEATS_REGION.fields.contains(&id).then_some(rest)
}

/// What follows the region in an address that surely begins with it.
fn after_region<'a>(address: &'a str, code: &str) -> Option<&'a str> {
    let rest = filing_region::without_region(address, code).trim();
    let begins = address.strip_suffix(rest).unwrap_or(address).trim();
    // 苏州工业园区, 四川大学: one short name is rather the beginning of another name, which nothing must be taken from.
    let is_other_name = !rest.is_empty() && filing_region::called(begins).any(|region| region.name() != begins);
    (rest.len() < address.len() && !is_other_name).then_some(rest)
}

fn address_repeats_region(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(address), Some(region)) = (context.normal(FieldId::SubjectAddress), context.region()) else { return };
    let rest = filing_region::without_region(address, region.code()).trim();
    if let Some(after) = without_old_name(rest, region) {
        let begins = address.strip_suffix(after).unwrap_or(address).trim().to_owned();
        let finding = ADDRESS_REPEATS_REGION.finds(FieldId::SubjectAddress).with("region", Arg::Text(begins));
        let finding = finding.with("today", Arg::regions(&[region])).with_severity(Severity::Warning);
        let fix = Fix::offer(vec![(FieldId::SubjectAddress, Some(Value::Text(after.to_owned())))]);
        findings.push(finding.with_message(message_of!(ADDRESS_REPEATS_REGION, "former")).with_fix(fix));
        return;
    }
    let Some(rest) = after_region(address, region.code()) else { return };
    let begins = address.strip_suffix(rest).unwrap_or(address).trim().to_owned();
    let finding = ADDRESS_REPEATS_REGION.finds(FieldId::SubjectAddress).with("region", Arg::Text(begins));
    findings.push(match rest {
        "" => finding.with_message(message_of!(ADDRESS_REPEATS_REGION, "nothing_left")),
        rest => finding.with_message(message_of!(ADDRESS_REPEATS_REGION, "same")).with_safe_fix(Value::Text(rest.to_owned())),
    });
}

/// What follows a name of the past that this region had, or that a part of it had: 宣武区 before 西城区.
fn without_old_name<'a>(address: &'a str, region: &Region) -> Option<&'a str> {
    let upper: String =
        region.path().iter().filter(|upper| upper.level < region.level && !upper.pseudo).map(|upper| upper.name()).collect();
    let whole = format!("{upper}{address}");
    let read = Address::read(&whole).filter(|read| read.wording == Wording::Full && read.zone.is_none())?;
    let is_old = read.former.is_some() || read.district.is_some_and(|district| district != region && district.is_abolished());
    let (here, today) = (read.districts_today()?, region.today()?);
    let after = address.get(address.len().checked_sub(read.rest(&whole).len())?..)?;
    (is_old && !after.is_empty() && after.len() < address.len() && here.iter().any(|place| today.contains(place)))
        .then_some(after)
}

/// The province that an address lies in, and whether the address names it.
#[cfg(test)]
fn province_of(address: &str) -> Option<(&'static Region, bool)> {
    Address::read(address).map(|read| (read.province, read.names_province))
}

/// The address on the subject's certificate, read on its three levels.
pub(in crate::rules) fn printed_address(context: &Context<'_>) -> Option<Address> {
    *context.memo(&context.reading.printed, || Address::read(context.normal(FieldId::SubjectCertificateAddress)?))
}

/// The province of the address on the subject's certificate, and whether the address names it.
pub(in crate::rules) fn printed(context: &Context<'_>) -> Option<(&'static Region, bool)> {
    printed_address(context).map(|read| (read.province, read.names_province))
}

fn certificate_address_without_region(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(address) = context.normal(FieldId::SubjectCertificateAddress) else { return };
    // What lies elsewhere has no region, which another rule says.
    if filing_region::outside(address).is_some() {
        return;
    }
    // What is printed is copied, never made up: no fix is offered.
    let finding = CERTIFICATE_ADDRESS_WITHOUT_REGION.finds(FieldId::SubjectCertificateAddress);
    match printed(context) {
        Some((_, true)) => {}
        Some((province, false)) => findings.push(
            finding
                .with_message(message_of!(CERTIFICATE_ADDRESS_WITHOUT_REGION, "no_province"))
                .with_severity(Severity::Warning)
                .with("province", Arg::regions(&[province])),
        ),
        None => findings.push(finding.with_message(message_of!(CERTIFICATE_ADDRESS_WITHOUT_REGION, "no_region"))),
    }
}

fn certificate_address_in_another_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // A person may live elsewhere than the identity card says; that is what the residence permit is for.
    if context.is_individual() {
        return;
    }
    let chosen = context.region().and_then(|region| filing_region::province_of(region.code()));
    let (Some((printed, _)), Some(chosen)) = (printed(context), chosen) else { return };
    if printed.code() != chosen.code() {
        let finding = CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE.finds(FieldId::SubjectCertificateAddress);
        findings.push(finding.with("printed", Arg::regions(&[printed])).with("chosen", Arg::regions(&[chosen])));
    }
}

fn address_implausible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(reason) = context.normal(*id).and_then(|address| implausible(address)) else { continue };
        findings.push(ADDRESS_IMPLAUSIBLE.finds(*id).with_message(reason));
    }
}

/// Why an address is implausible.
fn implausible(address: &str) -> Option<&'static Message> {
    let count = address.chars().count();
    let has = |set: &[char]| address.chars().any(|c| set.contains(&c));
    match () {
        () if count < LENGTH.0 => Some(message_of!(ADDRESS_IMPLAUSIBLE, "too_short")),
        () if count > LENGTH.1 => Some(message_of!(ADDRESS_IMPLAUSIBLE, "too_long")),
        () if address.chars().all(|c| c.is_ascii_digit() || c.is_whitespace()) => {
            Some(message_of!(ADDRESS_IMPLAUSIBLE, "digits_only"))
        }
        // An address abroad may be in Latin letters; another rule says that it is abroad.
        () if filing_region::outside(address).is_some() => None,
        () if !address.chars().any(crate::rules::person::name::is_ideograph) => {
            Some(message_of!(ADDRESS_IMPLAUSIBLE, "no_chinese"))
        }
        () if !has(STREETS) => Some(message_of!(ADDRESS_IMPLAUSIBLE, "no_street")),
        () if !has(NUMERALS) && !address.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) => {
            Some(message_of!(ADDRESS_IMPLAUSIBLE, "no_number"))
        }
        () => None,
    }
}

fn address_says_shixiaqu(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(address) = context.normal(*id).filter(|address| address.contains("市辖区")) else { continue };
        let finding = match province::here(context).filter(|province| province.no_shixiaqu) {
            Some(province) => ADDRESS_SAYS_SHIXIAQU
                .finds(*id)
                .with_message(message_of!(ADDRESS_SAYS_SHIXIAQU, "refused"))
                .with("province", Arg::Name(province.short)),
            None => ADDRESS_SAYS_SHIXIAQU
                .finds(*id)
                .with_message(message_of!(ADDRESS_SAYS_SHIXIAQU, "no_place"))
                .with_severity(Severity::Hint),
        };
        // What is printed on the certificate stays as it is printed.
        let is_printed = *id == FieldId::SubjectCertificateAddress;
        let shorter = Value::Text(address.replace("市辖区", ""));
        findings.push(if is_printed { finding } else { finding.with_fix_to(shorter) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_regions_are_taken_off_an_address() {
        use crate::filing::Draft;
        use crate::scan::facts::Facts;
        for (region, address, rest) in [
            ("510107", "四川省成都市武侯区虚构街88号", Some("虚构街88号")),
            ("510107", "成都市虚构街88号", Some("虚构街88号")),
            ("510107", "四川成都虚构街88号", Some("虚构街88号")),
            ("510107", "虚构街88号", None),
            // The beginning of another name.
            ("510107", "四川大学望江校区3栋", None),
            ("320505", "苏州工业园区虚构街328号1栋501室", None),
            ("440305", "广东软件园1号楼", None),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::SubjectRegion, Some(region.into()));
            draft.set(FieldId::SubjectAddress, Some(address.into()));
            let (facts, mut found) = (Facts::new(), Vec::new());
            address_repeats_region(&Context::new(&draft, &facts, "2026-11-28".parse().unwrap()), &mut found);
            let fixed =
                found.first().and_then(|finding| finding.fixes.first()).and_then(|fix| fix.value_of(FieldId::SubjectAddress));
            assert_eq!(fixed, rest.map(|rest| Value::Text(rest.to_owned())).as_ref(), "{address}");
            assert_eq!(found.len(), usize::from(rest.is_some()), "{address}");
        }
    }

    #[test]
    fn plausible_addresses() {
        for (address, reason) in [
            ("科技中一路1号A栋1201室", None),
            ("高碑店路181号1栋12345室", None),
            ("长安镇霄边村十二组", None),
            ("甲路", Some("too_short")),
            ("Keji Road 1", Some("no_chinese")),
            ("1234567890", Some("digits_only")),
            ("1 Example Road, Central, Hong Kong", None),
            ("科技中路软件园", Some("no_number")),
            ("某个地方很远3", Some("no_street")),
            ("", Some("too_short")),
        ] {
            assert_eq!(implausible(address).map(|message| message.name), reason, "{address}");
        }
        assert_eq!(implausible(&"科技路1号".repeat(41)).map(|message| message.name), Some("too_long"));
    }

    #[test]
    fn provinces_of_printed_addresses() {
        for (address, province) in [
            ("广东省深圳市南山区科技路1号", Some(("440000", true))),
            ("广东深圳南山科技路1号", Some(("440000", true))),
            ("深圳市南山区科技路1号", Some(("440000", false))),
            ("北京市朝阳区建国路1号", Some(("110000", true))),
            ("吉林市昌邑区吉林大街1号", Some(("220000", false))),
            ("科技路1号", None),
        ] {
            assert_eq!(province_of(address).map(|(region, named)| (region.code(), named)), province, "{address}");
        }
    }
}
