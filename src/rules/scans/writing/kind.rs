//! A scan that shows something else than it should, or words across it.

use super::certificates;
use crate::catalog;
use crate::filing::FieldId;
use crate::filing::PersonField;
use crate::reading::{DocumentKind, Side};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Another document than the field asks for, or the other side of it.
pub static SCAN_OF_ANOTHER_KIND: Rule = Rule {
    name: "scan-of-another-kind",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::PictureUnreadable],
    title: text("可能放错了证件", "Possibly the wrong document"),
    what: text(
        "每一栏放所填的那种证件，正面和背面各归各位。",
        "Each field holds the document entered for it, each side in its place.",
    ),
    why: text("平台会识别图片，种类不对就退回。", "The platform reads the picture and rejects the wrong kind."),
    fix: text("换成这一栏要的证件。", "Attach the document that is asked for here."),
    messages: &[
        message(
            "document",
            text(
                "{file} 看起来是{seen}，这里要的是{wanted}。",
                "{file} seems to be this document: {seen}. Wanted here: {wanted}.",
            ),
            text("换成对的图片；或者改证件类型。", "Attach the right picture, or change the kind of document."),
        ),
        message(
            "front",
            text(
                "{file} 上的文字是证件背面的，这里要正面。",
                "The writing in {file} is that of the back; the front is wanted here.",
            ),
            text("看看正面和背面是不是放反了。", "Check whether the two sides are swapped."),
        ),
        message(
            "back",
            text(
                "{file} 上的文字是证件正面的，这里要背面。",
                "The writing in {file} is that of the front; the back is wanted here.",
            ),
            text("看看正面和背面是不是放反了。", "Check whether the two sides are swapped."),
        ),
        message(
            "several",
            text("{file} 里像有不止一个证件。", "{file} seems to show more than one document."),
            text(
                "每张图只拍一个证件的一面，不要拼图，旁边不要有别的文字。",
                "Take a picture of one side of one document, without other writing beside it.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'licence' } }",
        text("身份证的位置放了营业执照。", "A licence where the ID card belongs."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', side = 'front' } }",
        text("正面放的是身份证人像面。", "The portrait side of the ID card as the front."),
    ),
    check: scan_of_another_kind,
};

fn scan_of_another_kind(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (scan, reading) in certificates(context) {
        let Some(kind) = reading.kind else { continue };
        if !super::is_expected(context, &scan, kind) {
            let wanted = match PersonField::find(scan.id) {
                Some((role, _)) => {
                    context.document(role).map_or(text("证件", "ID document"), |document| DocumentKind::Person(document).name())
                }
                None => text("主体证件", "the entity's certificate"),
            };
            let said = scan.finds(&SCAN_OF_ANOTHER_KIND).with_message(message_of!(SCAN_OF_ANOTHER_KIND, "document"));
            findings.push(said.with("seen", Arg::Name(kind.name())).with("wanted", Arg::Name(wanted)));
            continue;
        }
        if reading.is_double {
            findings.push(scan.finds(&SCAN_OF_ANOTHER_KIND).with_message(message_of!(SCAN_OF_ANOTHER_KIND, "several")));
            continue;
        }
        // What is told by the portrait and the emblem need not be said twice.
        let is_told = scan.facts.analysis().is_some_and(|look| look.side.is_some());
        let Some((role, part)) = PersonField::find(scan.id).filter(|_| !is_told) else { continue };
        let has_sides = context.document(role).is_some_and(|document| !catalog::Paper::of_person(document).has_one_side());
        let message = match (part, reading.side) {
            (PersonField::Front, Some(Side::Back)) if has_sides => message_of!(SCAN_OF_ANOTHER_KIND, "front"),
            (PersonField::Back, Some(Side::Front)) if has_sides => message_of!(SCAN_OF_ANOTHER_KIND, "back"),
            _ => continue,
        };
        findings.push(scan.finds(&SCAN_OF_ANOTHER_KIND).with_message(message));
    }
}

/// Words at a slant across a certificate.
pub static SCAN_HAS_WATERMARK: Rule = Rule {
    name: "scan-has-watermark",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::Watermark],
    title: text("可能有水印", "Possibly a watermark"),
    what: text("证件照片上没有水印。", "Pictures of certificates carry no watermark."),
    why: text("平台不收加了水印的证件照片。", "The platform does not take pictures with a watermark."),
    fix: text("换没有水印的照片。", "Use a picture without one."),
    messages: &[message(
        "",
        text("{file} 上有斜着的文字，像是水印。", "{file} has words at a slant, probably a watermark."),
        text("换没有水印的照片。", "Use a picture without one."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence', watermark = true } }",
        text("照片上写着「仅供备案使用」。", "\"For the filing only\" is written across it."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { reads = { kind = 'licence' } }",
        text("没有水印的照片。", "A picture without a watermark."),
    ),
    check: |context, findings| {
        let marked = certificates(context).into_iter().filter(|(_, reading)| reading.has_watermark);
        findings.extend(marked.map(|(scan, _)| scan.finds(&SCAN_HAS_WATERMARK)));
    },
};
