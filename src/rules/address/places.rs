//! Addresses: two in one, and addresses outside the mainland.

use crate::catalog::OVERSEAS;
use crate::catalog::filing_region::{Outside, Repeat, outside, repeat};
use crate::filing::{FieldId, Value};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

const BOTH: &[FieldId] = &[FieldId::SubjectCertificateAddress, FieldId::SubjectAddress];

/// An address lies outside the mainland.
pub static ADDRESS_OUTSIDE_MAINLAND: Rule = Rule {
    name: "address-outside-mainland",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: source::SUBJECTS_OUTSIDE_MAINLAND,
    prevents: &[Rejection::CertificateAddressFailed],
    title: text("地址不在中国内地", "Address outside the mainland"),
    what: text(
        "备案地区都在内地；港澳台和国外的地址没有对应的省、市、区县。",
        "All filing regions lie on the mainland; addresses in Hong Kong, Macao, Taiwan and abroad have none.",
    ),
    why: text(
        "境外主体的账号不用备案，在内地设有代表机构的由代表机构备案；在内地备案的个人要有内地的住址。",
        "Accounts of entities outside the mainland need no filing, or their representative office files; an individual who files needs an address on the mainland.",
    ),
    fix: text("填在内地的地址。", "Enter an address on the mainland."),
    messages: &[
        message(
            "organisation",
            text("证件住所在{place}，不在内地。", "The address is in {place}, not on the mainland."),
            text(
                "境外主体的账号不用备案；有代表机构的，用代表机构的登记证和住所。",
                "An account of an entity outside the mainland needs no filing; with a representative office, use its certificate and address.",
            ),
        ),
        message(
            "individual",
            text("证件住所在{place}，不在内地。", "The address is in {place}, not on the mainland."),
            text(
                "填在内地的住址：有居住证的照居住证，没有的填现住址并在主体备注里说明。",
                "Enter the address on the mainland: as on the residence permit, or else where you live, and say so in the filing entity's remark.",
            ),
        ),
        message(
            "postal",
            text("通讯地址在{place}，不在所选的备案地区。", "The address is in {place}, outside the chosen region."),
            text("填备案地区内收得到信的地址。", "Enter an address in the region where mail reaches you."),
        ),
    ],
    wrong: case(
        "subject.certificate.address = '香港九龙弥敦道88号8层'",
        text("住所在香港，没有对应的备案地区。", "In Hong Kong, for which there is no region."),
    ),
    right: case("subject.certificate.address = '四川省成都市武侯区虚构街88号801室'", text("内地的住所。", "On the mainland.")),
    check: address_outside_mainland,
};

/// One field holds two addresses, or its region twice.
pub static ADDRESS_NAMES_TWO_PLACES: Rule = Rule {
    name: "address-names-two-places",
    topic: Topic::Address,
    severity: Severity::Warning,
    fields: BOTH,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::AddressImprecise],
    title: text("写了两个地址", "Two addresses in one"),
    what: text("一栏只写一个地址，省市区只写一遍。", "A field holds one address, and its region once."),
    why: text(
        "核验按一个地址比对，两个连在一起对不上。",
        "The bureau compares one address with the business registry; two joined match nothing.",
    ),
    fix: text("只留一个地址。", "Keep one of them."),
    messages: &[
        message(
            "printed",
            text("像是写了两个地址，第二个从「{second}」开始。", "It looks like two addresses; the second begins \"{second}\"."),
            text(
                "证件上确实印着两个就照抄，不然只留证件上的一个。",
                "Copy both if the certificate prints both; else keep the one on it.",
            ),
        ),
        message(
            "postal",
            text("像是写了两个地址，第二个从「{second}」开始。", "It looks like two addresses; the second begins \"{second}\"."),
            text("只留收得到信的一个。", "Keep the one where mail reaches you."),
        ),
        message("twice", text("「{part}」连写了两遍。", "\"{part}\" stands in it twice."), text("删掉一遍。", "Remove one.")),
        message(
            "twice_printed",
            text("「{part}」连写了两遍。", "\"{part}\" stands in it twice."),
            text("删掉一遍；证件上确是这样印的就照抄。", "Remove one; copy both only if the certificate prints it so."),
        ),
        message(
            "doubled",
            text("省市区连写了两遍。", "It names its region twice."),
            text("证件上只印一遍，就删掉一遍。", "Remove one if the certificate prints it once."),
        ),
    ],
    wrong: case(
        "subject.certificate.address = '四川省成都市武侯区虚构街88号801室；四川省成都市锦江区示例路9号'",
        text("两个地址连在一起。", "Two addresses, one behind the other."),
    ),
    right: case("subject.certificate.address = '四川省成都市武侯区虚构街88号801室'", text("一个地址。", "One address.")),
    check: address_names_two_places,
};

/// Characters of the second address that are quoted.
const QUOTED: usize = 12;

fn address_outside_mainland(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(Outside { name, .. }) = context.normal(*id).and_then(outside) else { continue };
        let message = match *id {
            // Of an entity that is registered abroad another rule says what to do, and its address follows from that.
            FieldId::SubjectCertificateAddress if context.code(FieldId::SubjectNature) == Some(OVERSEAS) => continue,
            FieldId::SubjectAddress => message_of!(ADDRESS_OUTSIDE_MAINLAND, "postal"),
            _ if context.is_individual() => message_of!(ADDRESS_OUTSIDE_MAINLAND, "individual"),
            _ => message_of!(ADDRESS_OUTSIDE_MAINLAND, "organisation"),
        };
        findings.push(ADDRESS_OUTSIDE_MAINLAND.finds(*id).with_message(message).with("place", Arg::Name(*name)));
    }
}

fn address_names_two_places(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in BOTH {
        let Some(address) = context.normal(*id) else { continue };
        let finding = ADDRESS_NAMES_TWO_PLACES.finds(*id);
        let is_printed = *id == FieldId::SubjectCertificateAddress;
        findings.push(match repeat(address) {
            None => continue,
            // The region before an address for letters is what `address-repeats-region` takes off, as often as it stands there.
            Some(Repeat::Region) if !is_printed => continue,
            Some(Repeat::Region) => {
                finding.with_message(message_of!(ADDRESS_NAMES_TWO_PLACES, "doubled")).with_severity(Severity::Hint)
            }
            Some(Repeat::Part(from, to)) => {
                let part = address.get(from..to).unwrap_or_default().to_owned();
                let once = [address.get(..from), address.get(to..)].into_iter().flatten().collect::<String>();
                // What is printed twice is copied twice.
                let said = match is_printed {
                    true => finding.with_message(message_of!(ADDRESS_NAMES_TWO_PLACES, "twice_printed")),
                    false => finding.with_message(message_of!(ADDRESS_NAMES_TWO_PLACES, "twice")).with_fix_to(Value::Text(once)),
                };
                said.with("part", Arg::Text(part))
            }
            Some(Repeat::Address(place)) => {
                let second = address.get(place..).unwrap_or_default().chars().take(QUOTED).collect();
                let message = match is_printed {
                    true => message_of!(ADDRESS_NAMES_TWO_PLACES, "printed"),
                    false => message_of!(ADDRESS_NAMES_TWO_PLACES, "postal"),
                };
                finding.with_message(message).with("second", Arg::Text(second))
            }
        });
    }
}
