//! A scan of somebody else's certificate.

use super::{Read, certificates, values};
use crate::filing::{FieldId, PersonField};
use crate::reading::{Certainty, Reading};
use crate::rules::engine::{Arg, Context, Rejection, Rule, Severity, Topic, case, message, source};
use crate::rules::scans::file::Scan;
use crate::text::text;

/// The name and the number on a card are others than the typed ones: rather another card than two mistakes.
pub static SCAN_OF_ANOTHER_PERSON: Rule = Rule {
    name: "scan-of-another-person",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("可能放了别人的证件", "Possibly somebody else's document"),
    what: text("照片上的人就是所填的人。", "The document belongs to the person who is entered."),
    why: text("平台会核对姓名、号码与证件，对不上就退回。", "The platform compares name and number with the document."),
    fix: text("换成本人的证件，或照证件改姓名和号码。", "Attach the person's own document, or correct name and number."),
    messages: &[message(
        "",
        text("{file} 是{seen}的证件，所填的是{typed}。", "{file} belongs to {seen}; entered is {typed}."),
        text("换成本人的证件，或照证件改姓名和号码。", "Attach the person's own document, or correct name and number."),
    )],
    wrong: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', side = 'front', name = '周大雪', number = '510104198811239961' } }",
        text("放了另一个人的身份证。", "The card of another person."),
    ),
    right: case(
        "responsible_person.name = '林小满'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', side = 'front', name = '林小满', number = '51010719920712992X' } }",
        text("本人的身份证。", "The person's own card."),
    ),
    check: |context, findings| {
        for (scan, reading) in certificates(context) {
            if let Some((seen, typed)) = another(context, &scan, reading) {
                let said = scan.finds(&SCAN_OF_ANOTHER_PERSON);
                findings.push(said.with("seen", Arg::Text(seen)).with("typed", Arg::Text(typed.to_owned())));
            }
        }
    },
};

/// The name on the scan and the typed one, where it is another person's.
pub(super) fn another<'a>(context: &Context<'a>, scan: &Scan<'_>, reading: &Reading) -> Option<(String, &'a str)> {
    let (role, _) = PersonField::find(scan.id)?;
    let values = values(context, scan, reading);
    let of = |part: PersonField| values.iter().find(|read| read.field == part.of(role));
    let (name, number) = (of(PersonField::Name)?, of(PersonField::CertificateNumber)?);
    let differs = |read: &Read<'_>| super::offers::differs(context, read);
    let is_another = number.seen.certainty == Certainty::Checked && name.seen.certainty > Certainty::Doubtful;
    (is_another && differs(name) && differs(number)).then_some(())?;
    Some((name.stored.clone(), context.typed(name.field)?))
}
