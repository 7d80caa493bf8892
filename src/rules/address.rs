//! Addresses: the one printed on the certificate, with its region, and the one for letters, without.

use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity, province};
use crate::catalog::filing_region::{self, Region};
use crate::filing::{FieldId, Value};
use crate::text::Text;
use crate::text::normalize::{Mode, normalize};

const BOTH: &[FieldId] = &[FieldId::SubjectCertificateAddress, FieldId::SubjectAddress];

/// The address for letters begins with names of the region, which is a field of its own.
pub static ADDRESS_REPEATS_REGION: Rule = Rule {
    name: "address-repeats-region",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectAddress],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["same", "nothing_left"],
    check: address_repeats_region,
};

/// The certificate's address does not begin with its region.
pub static CERTIFICATE_ADDRESS_WITHOUT_REGION: Rule = Rule {
    name: "certificate-address-without-region",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["no_region", "no_province"],
    check: certificate_address_without_region,
};

/// A unit files in the province of its certificate.
pub static CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE: Rule = Rule {
    name: "certificate-address-in-another-province",
    topic: Topic::Address,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateAddress],
    source: Source::new("微信小程序备案操作指引", Confidence::Official),
    reasons: &[""],
    check: certificate_address_in_another_province,
};

/// An address to which no letter would find its way.
pub static ADDRESS_IMPLAUSIBLE: Rule = Rule {
    name: "address-implausible",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["too_short", "too_long", "no_chinese", "no_number", "no_street"],
    check: address_implausible,
};

/// 市辖区 names no place.
pub static ADDRESS_SAYS_SHIXIAQU: Rule = Rule {
    name: "address-says-shixiaqu",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: Source::new("云服务商备案文档", Confidence::Vendor),
    reasons: &["refused", "no_place"],
    check: address_says_shixiaqu,
};

/// Characters an address has at least and at most.
const LENGTH: (usize, usize) = (4, 200);
/// Characters of which an address holds at least one: a street, a village, a building.
const STREETS: &str = "路街道巷弄号村组楼栋幢座室园厦场里胡同院庄屯";
const NUMERALS: &str = "〇零一二三四五六七八九十百甲乙丙丁";

fn address(context: &Context<'_>, id: FieldId) -> Option<String> {
    context.typed(id).map(|text| normalize(text, Mode::Text).value)
}

/// The chosen region, as far as the code is known.
fn region(context: &Context<'_>) -> Option<&'static Region> {
    context.typed(FieldId::SubjectRegion).and_then(|code| filing_region::find(code.trim()))
}

fn address_repeats_region(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(address), Some(region)) = (address(context, FieldId::SubjectAddress), region(context)) else { return };
    let rest = filing_region::without_region(&address, region.code).trim();
    if rest.len() == address.len() {
        return;
    }
    let begins = address.strip_suffix(rest).unwrap_or(&address).trim().to_owned();
    let finding = ADDRESS_REPEATS_REGION.finds(FieldId::SubjectAddress).with("region", Arg::Text(begins));
    findings.push(match rest {
        "" => finding.because("nothing_left"),
        rest => finding.because("same").surely_mended_by(Value::Text(rest.to_owned())),
    });
}

/// The province that a printed address begins with or lies in, and whether it names the province itself.
pub(super) fn province_of(address: &str) -> Option<(&'static Region, bool)> {
    // Full names of provinces and cities are unmistakable, and this spares the thorough search after every key.
    let named = filing_region::regions().iter().filter(|region| region.level < 3 && !region.pseudo);
    if let Some(region) = named.filter(|region| address.starts_with(region.name)).max_by_key(|region| region.name.len()) {
        return Some((filing_region::province_of(region.code)?, region.level == 1));
    }
    let located = filing_region::locate(address)?;
    let [province, ..] = located.named;
    Some((filing_region::province_of(located.region.code)?, province))
}

fn certificate_address_without_region(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(address) = address(context, FieldId::SubjectCertificateAddress) else { return };
    let finding = CERTIFICATE_ADDRESS_WITHOUT_REGION.finds(FieldId::SubjectCertificateAddress);
    match province_of(&address) {
        Some((_, true)) => {}
        Some((province, false)) => {
            let whole = format!("{}{address}", province.name);
            let finding = finding.because("no_province").weighing(Severity::Warning);
            findings.push(finding.with("province", Arg::Name(name(province))).mended_by(Value::Text(whole)));
        }
        None => {
            let finding = finding.because("no_region");
            findings.push(match region(context) {
                Some(region) if !context.draft.is_individual() => {
                    let bare = filing_region::without_region(&address, region.code);
                    finding.mended_by(Value::Text(format!("{}{bare}", filing_region::full_name(region.code))))
                }
                _ => finding,
            });
        }
    }
}

fn certificate_address_in_another_province(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // A person may live elsewhere than the identity card says; that is what the residence permit is for.
    if context.draft.is_individual() {
        return;
    }
    let Some(address) = address(context, FieldId::SubjectCertificateAddress) else { return };
    let chosen = region(context).and_then(|region| filing_region::province_of(region.code));
    let (Some((printed, _)), Some(chosen)) = (province_of(&address), chosen) else { return };
    if printed.code != chosen.code {
        let finding = CERTIFICATE_ADDRESS_IN_ANOTHER_PROVINCE.finds(FieldId::SubjectCertificateAddress);
        findings.push(finding.with("printed", Arg::Name(name(printed))).with("chosen", Arg::Name(name(chosen))));
    }
}

fn address_implausible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(reason) = address(context, *id).and_then(|address| implausible(&address)) else { continue };
        findings.push(ADDRESS_IMPLAUSIBLE.finds(*id).because(reason));
    }
}

/// Why an address is implausible.
fn implausible(address: &str) -> Option<&'static str> {
    let count = address.chars().count();
    let has = |set: &str| address.chars().any(|c| set.contains(c));
    match () {
        () if count < LENGTH.0 => Some("too_short"),
        () if count > LENGTH.1 => Some("too_long"),
        () if !address.chars().any(super::name::is_ideograph) => Some("no_chinese"),
        () if !has(STREETS) => Some("no_street"),
        () if !has(NUMERALS) && !address.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) => Some("no_number"),
        () => None,
    }
}

fn address_says_shixiaqu(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(address) = address(context, *id).filter(|address| address.contains("市辖区")) else { continue };
        let finding = match province::here(context).filter(|province| province.no_shixiaqu) {
            Some(province) => ADDRESS_SAYS_SHIXIAQU.finds(*id).because("refused").with("province", Arg::Name(province.short)),
            None => ADDRESS_SAYS_SHIXIAQU.finds(*id).because("no_place").weighing(Severity::Hint),
        };
        findings.push(finding.mended_by(Value::Text(address.replace("市辖区", ""))));
    }
}

/// A region's name; there is no other than the Chinese one.
fn name(region: &Region) -> Text {
    Text { zh: region.name, en: region.name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plausible_addresses() {
        for (address, reason) in [
            ("科技中一路1号A栋1201室", None),
            ("高碑店路181号1栋12345室", None),
            ("长安镇霄边村十二组", None),
            ("甲路", Some("too_short")),
            ("Keji Road 1", Some("no_chinese")),
            ("科技中路软件园", Some("no_number")),
            ("某个地方很远3", Some("no_street")),
            ("", Some("too_short")),
        ] {
            assert_eq!(implausible(address), reason, "{address}");
        }
        assert_eq!(implausible(&"科技路1号".repeat(41)), Some("too_long"));
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
            assert_eq!(province_of(address).map(|(region, named)| (region.code, named)), province, "{address}");
        }
    }
}
