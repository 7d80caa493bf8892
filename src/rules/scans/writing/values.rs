//! Values on scans against typed ones, and for fields that are still empty.

use super::certificates;
use super::offers::{Offer, kind, offers};
use crate::filing::FieldId;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// The fields that values on scans belong into.
const FILLED: &[FieldId] = &[
    FieldId::SubjectRegion,
    FieldId::SubjectCertificateNumber,
    FieldId::SubjectName,
    FieldId::SubjectCertificateAddress,
    FieldId::SubjectCertificateValidUntil,
    FieldId::LegalPersonName,
    FieldId::ResponsiblePersonName,
    FieldId::ResponsiblePersonCertificateNumber,
    FieldId::ResponsiblePersonCertificateValidFrom,
    FieldId::ResponsiblePersonCertificateValidUntil,
    FieldId::OwnerName,
    FieldId::OwnerCertificateNumber,
    FieldId::OwnerCertificateValidFrom,
    FieldId::OwnerCertificateValidUntil,
];

/// A typed value is another than the one on the scan, or its field is still empty.
pub static SCAN_DIFFERS: Rule = Rule {
    name: "scan-differs",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILLED,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::NameDiffersFromCertificate],
    title: text("与证件照片不一致", "Differs from the scan"),
    what: text(
        "填写的与证件照片上的一致；还没有填的，可以直接采用。",
        "What is entered agrees with the scan; where nothing is entered, it can be taken from there.",
    ),
    why: text("平台会把填写的与证件照片核对，对不上就退回。", "The platform compares what is entered with the scan."),
    fix: text(
        "对照证件核对；照片上认错的，不必改。",
        "Compare it with the document. If the scan was misread, keep what is entered.",
    ),
    messages: &[
        message(
            "differs",
            text("{file} 上好像是「{seen}」，与填写的不一致。", "{file} seems to say \"{seen}\", not what is entered here."),
            text(
                "对照证件核对；照片上认错的，不必改。",
                "Compare it with the document. If the scan was misread, keep what is entered.",
            ),
        ),
        message(
            "character",
            text(
                "是「{typed}」还是「{seen}」？{file} 上好像是「{whole}」。",
                "\"{typed}\" or \"{seen}\"? {file} seems to say \"{whole}\".",
            ),
            text(
                "对照证件逐字核对；照片上认错的，不必改。",
                "Compare the characters with the document. If the scan was misread, keep what is entered.",
            ),
        ),
        message(
            "empty",
            text("{file} 上好像是「{seen}」。", "{file} seems to say \"{seen}\"."),
            text("与证件一致就采用。", "Apply it if that is what the document says."),
        ),
        message(
            "region",
            text("按 {file} 上的住所，是{seen}。", "By the address in {file} it is {seen}."),
            text("备案地区就在那里的话，采用它。", "Apply it if that is where the filing belongs."),
        ),
    ],
    wrong: case(
        "subject.name = '成都虚构食品有限公司'\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', company = '成都虚拟食品有限公司' } }",
        text("名称与执照差一个字。", "The name differs from the licence in one character."),
    ),
    right: case(
        "subject.name = '成都虚构食品有限公司'\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', company = '成都虚构食品有限公司' } }",
        text("名称与执照一字不差。", "The name is that of the licence."),
    ),
    check: scan_differs,
};

fn scan_differs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // The QR code of the same licence says it better.
    for offer in offers(context).into_iter().filter(|offer| !offer.is_printed) {
        let (message, severity) = match (&offer.typed, offer.other) {
            (Some(_), Some(_)) => (message_of!(SCAN_DIFFERS, "character"), SCAN_DIFFERS.severity),
            (Some(_), None) => (message_of!(SCAN_DIFFERS, "differs"), SCAN_DIFFERS.severity),
            (None, _) if offer.field == FieldId::SubjectRegion => (message_of!(SCAN_DIFFERS, "region"), Severity::Hint),
            (None, _) => (message_of!(SCAN_DIFFERS, "empty"), Severity::Hint),
        };
        let finding = SCAN_DIFFERS.finds(offer.field).with_message(message).with_severity(severity);
        let whole = offer.said();
        let finding = finding.with("file", Arg::File(offer.path));
        let finding = match offer.other {
            Some((typed, seen, _)) => {
                let characters = finding.with("typed", Arg::Text(typed.into())).with("seen", Arg::Text(seen.into()));
                characters.with("whole", whole)
            }
            None => finding.with("seen", whole),
        };
        findings.push(finding.with_fix(offer.fix));
    }
}

/// Several empty fields that a scan has certain values for: one key takes them all.
pub static SCAN_FILLS: Rule = Rule {
    name: "scan-fills",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FieldId::CERTIFICATES,
    source: source::READ_ON_SCANS,
    prevents: &[],
    title: text("可以从证件照片填写", "Values to take from the scan"),
    what: text(
        "证件照片上有校验得过的内容时，空着的几项可以一次填好。",
        "Empty fields can be filled at once with the values on the scan that pass their check.",
    ),
    why: text("少打字，也少打错。", "Less to type, and fewer mistakes."),
    fix: text("一次采用，再对照证件看一遍。", "Apply them all, then compare them with the document."),
    messages: &[message(
        "",
        text("从 {file} 可以填：{fields}。", "To be filled from {file}: {fields}."),
        text(
            "一次采用，再对照证件看一遍；可以撤销。",
            "Apply them all, then compare them with the document; undo takes them back.",
        ),
    )],
    wrong: case(
        "responsible_person.certificate.number = ''\n\
         responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', side = 'front', number = '510104198811239961' } }",
        text("身份证照片已放好，号码还空着。", "The card is attached, the number is still empty."),
    ),
    right: case(
        "responsible_person.certificate.number = '51010719920712992X'\n\
         responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', side = 'front', number = '51010719920712992X' } }",
        text("已经填好。", "It is filled in."),
    ),
    check: scan_fills,
};

fn scan_fills(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut taken: Vec<FieldId> = Vec::new();
    let certain: Vec<Offer> = offers(context).into_iter().filter(Offer::is_certain).collect();
    for (scan, reading) in certificates(context) {
        let (mut fields, mut changes) = (Vec::new(), Vec::new());
        for offer in certain.iter().filter(|offer| offer.scan == scan.id && offer.path == scan.path) {
            if !taken.contains(&offer.field) {
                taken.push(offer.field);
                fields.push(offer.field);
                changes.extend(offer.fix.changes.iter().cloned());
            }
        }
        if !changes.is_empty() {
            let kind = kind(context, &scan, reading).filter(|(kind, _)| changes.iter().all(|(field, _)| field != kind));
            changes.splice(0..0, kind);
            findings.push(scan.finds(&SCAN_FILLS).with("fields", Arg::Fields(fields)).with_fix(Fix::offer(changes)));
        }
    }
}
