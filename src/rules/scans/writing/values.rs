//! Values on scans against typed ones, and for fields that are still empty.

use super::{Read, certificates, person, values};
use crate::filing::{FieldId, PersonField, Value};
use crate::reading::{Certainty, What};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::printed::printed_code;
use crate::text::text;

/// The fields that values on scans belong into.
const FILLED: &[FieldId] = &[
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
    fix: text("对照证件核对；照片上认错的，不必改。", "Compare it with the document; what was misread needs no change."),
    messages: &[
        message(
            "differs",
            text("{file} 上好像是「{seen}」，与填写的不一致。", "{file} seems to say \"{seen}\", not what is entered here."),
            text("对照证件核对；照片上认错的，不必改。", "Compare it with the document; what was misread needs no change."),
        ),
        message(
            "character",
            text(
                "是「{typed}」还是「{seen}」？{file} 上好像是「{whole}」。",
                "\"{typed}\" or \"{seen}\"? {file} seems to say \"{whole}\".",
            ),
            text(
                "对照证件逐字核对；照片上认错的，不必改。",
                "Compare the characters with the document; what was misread needs no change.",
            ),
        ),
        message(
            "empty",
            text("{file} 上好像是「{seen}」。", "{file} seems to say \"{seen}\"."),
            text("与证件一致就采用。", "Apply it if that is what the document says."),
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
    let mut said: Vec<(FieldId, String)> = Vec::new();
    for (scan, reading) in certificates(context) {
        if person::another(context, &scan, reading).is_some() {
            continue;
        }
        for read in values(context, &scan, reading) {
            // The QR code of the same licence says it better.
            let is_printed = read.field == FieldId::SubjectCertificateNumber && printed_code(scan.facts).is_some();
            if read.seen.certainty == Certainty::Doubtful || is_printed {
                continue;
            }
            let typed = context.typed(read.field);
            let other = typed.and_then(|typed| other_character(&read, typed));
            let (message, severity) = match (typed, other) {
                (Some(_), _) if !differs(context, &read) => continue,
                (Some(_), Some(_)) => (message_of!(SCAN_DIFFERS, "character"), SCAN_DIFFERS.severity),
                (Some(_), None) => (message_of!(SCAN_DIFFERS, "differs"), SCAN_DIFFERS.severity),
                (None, _) if is_blank(context.text(read.field)) => (message_of!(SCAN_DIFFERS, "empty"), Severity::Hint),
                (None, _) => continue,
            };
            let what = (read.field, read.stored.clone());
            if said.contains(&what) {
                continue;
            }
            let finding = SCAN_DIFFERS.finds(read.field).with_message(message).with_severity(severity);
            let finding = finding.with("file", Arg::Text(scan.path.to_owned()));
            let whole = Arg::Text(read.stored.clone());
            let finding = match other {
                Some((typed, seen)) => {
                    let characters = finding.with("typed", Arg::Text(typed.into())).with("seen", Arg::Text(seen.into()));
                    characters.with("whole", whole)
                }
                None => finding.with("seen", whole),
            };
            findings.push(finding.with_fix_to(Value::Text(read.stored)));
            said.push(what);
        }
    }
}

/// Whether something else was typed than was read, the forms of writing aside. Nothing typed is nothing else.
pub(super) fn differs(context: &Context<'_>, read: &Read<'_>) -> bool {
    let Some(typed) = context.typed(read.field) else { return false };
    let normal = |text: &str| {
        let value = context.normalised(read.field, &Value::Text(text.to_owned()));
        plain(value.as_text().unwrap_or(text))
    };
    let (typed, seen) = (normal(typed), normal(&read.stored));
    match read.seen.what {
        // Documents leave out the province, drafts must not; and what ends a printed line may be lost.
        What::Address => !typed.contains(&seen) && !seen.contains(&typed),
        _ => typed != seen,
    }
}

/// A text without what the same words may be written with or without.
fn plain(text: &str) -> String {
    let form = |c: char| match c {
        '（' => '(',
        '）' => ')',
        '•' | '・' | '‧' | '．' => '·',
        c => c.to_ascii_uppercase(),
    };
    text.chars().filter(|c| !c.is_whitespace()).map(form).collect()
}

/// The typed and the read character, where a name differs in one alone: there the reading may be the one that errs.
fn other_character(read: &Read<'_>, typed: &str) -> Option<(char, char)> {
    let is_name = matches!(read.seen.what, What::Name | What::Company | What::LegalPerson);
    let (typed, seen) = (plain(typed), plain(&read.stored));
    if !is_name || typed.chars().count() != seen.chars().count() {
        return None;
    }
    let mut others = typed.chars().zip(seen.chars()).filter(|(one, other)| one != other);
    others.next().filter(|_| others.next().is_none())
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
        "Empty fields can be filled at once with the values on the scan that stand their check.",
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
    for (scan, reading) in certificates(context) {
        let is_open = |read: &Read<'_>| {
            read.seen.certainty == Certainty::Checked && context.typed(read.field).is_none() && is_blank(context.text(read.field))
        };
        let mut changes: Vec<(FieldId, Option<Value>)> = Vec::new();
        for read in values(context, &scan, reading).into_iter().filter(is_open) {
            if !taken.contains(&read.field) {
                taken.push(read.field);
                changes.push((read.field, Some(Value::Text(read.stored))));
            }
        }
        if changes.is_empty() {
            continue;
        }
        let fields = changes.iter().map(|(field, _)| *field).collect();
        // What kind of document it is stands before its number: without it the number cannot be checked.
        let kind =
            PersonField::find(scan.id).map_or(FieldId::SubjectCertificateKind, |(role, _)| PersonField::CertificateKind.of(role));
        let known = reading.kind.and_then(|kind| kind.certificate(context.chosen(FieldId::SubjectNature)));
        if let Some(known) = known.filter(|_| context.asks(kind) && context.get(kind).is_none()) {
            changes.insert(0, (kind, Some(Value::Code(known))));
        }
        findings.push(scan.finds(&SCAN_FILLS).with("fields", Arg::Fields(fields)).with_fix(Fix::offer(changes)));
    }
}
