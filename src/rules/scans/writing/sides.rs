//! Two sides in the fields of one person's document that are of two documents.

use super::certificates;
use crate::filing::{FieldId, PersonField};
use crate::reading::{Apart, Reading, apart};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::file::Scan;
use crate::text::text;

/// The front and the back of a document belong to two people.
pub static SCAN_SIDES_OF_TWO_PEOPLE: Rule = Rule {
    name: "scan-sides-of-two-people",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("正面和背面可能不是同一个证件", "Possibly the two sides of different documents"),
    what: text(
        "正面和背面是同一个人的同一个证件。背面没有姓名和号码，能核对的是有效期：居民身份证的有效期限由签发时的年龄决定。",
        "Front and back are those of one document. A back has neither name nor number; what can be compared is its period of validity, \
         which for a resident ID card follows from the holder's age at issue.",
    ),
    why: text("平台会核对证件两面，对不上就退回。", "The platform compares both sides and rejects what does not match."),
    fix: text("换成同一个证件的正面和背面。", "Attach both sides of the same document."),
    messages: &[
        message(
            "kind",
            text(
                "{file} 是另一种证件（{seen}）的背面；正面 {front} 是{wanted}。",
                "{file} is the back of another document ({seen}); the front, {front}, is this one: {wanted}.",
            ),
            text("去掉这张图片，或换成同一个证件的背面。", "Remove this picture, or attach the back of the same document."),
        ),
        message(
            "number",
            text("{file} 上的号码与正面 {front} 上的不同。", "The number in {file} is not the one on the front, {front}."),
            text("换成同一个证件的背面。", "Attach the back of the same document."),
        ),
        message(
            "term",
            text(
                "{file} 的有效期限与正面 {front} 上的出生日期不相配，像是别人的背面。",
                "The period of validity in {file} does not match the date of birth on the front, {front}: probably somebody else's back.",
            ),
            text(
                "看看背面是不是本人的；认错了就不必改。",
                "Check that the back is the person's own; if it was misread, nothing needs to change.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', number = '51010719920712992X' } }\n\
         files.'back.jpg' = { reads = { kind = 'resident_id', valid_from = '2020-03-01', valid_until = '2030-03-01' } }",
        text("27 岁领的证，背面却只有 10 年。", "Issued at 27, and the back says ten years."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = { reads = { kind = 'resident_id', number = '51010719920712992X' } }\n\
         files.'back.jpg' = { reads = { kind = 'resident_id', valid_from = '2020-03-01', valid_until = '2040-03-01' } }",
        text("27 岁领的证，有效期 20 年。", "Issued at 27, for twenty years."),
    ),
    check: |context, findings| {
        let read = certificates(context);
        let fronts = read.iter().filter_map(|(scan, reading)| match PersonField::find(scan.id) {
            Some((role, PersonField::Front)) => Some((role, scan, *reading)),
            _ => None,
        });
        for (role, front, says) in fronts {
            for (back, reading) in read.iter().filter(|(scan, _)| scan.id == PersonField::Back.of(role)) {
                let message = match apart(says, reading) {
                    // What is not the kind that was chosen is said by the rule about that.
                    Some(Apart::Kind) if context.document(role).is_some() => continue,
                    Some(Apart::Kind) => message_of!(SCAN_SIDES_OF_TWO_PEOPLE, "kind"),
                    Some(Apart::Number) => message_of!(SCAN_SIDES_OF_TWO_PEOPLE, "number"),
                    Some(Apart::Term) => message_of!(SCAN_SIDES_OF_TWO_PEOPLE, "term"),
                    None => continue,
                };
                let said = back.finds(&SCAN_SIDES_OF_TWO_PEOPLE).with_message(message);
                let said = said.with("front", Arg::File(front.path.to_owned()));
                let named = |name, of: &Reading, said: Finding| match of.kind {
                    Some(kind) => said.with(name, Arg::Name(kind.name())),
                    None => said,
                };
                findings.push(named("seen", reading, named("wanted", says, said)));
            }
        }
    },
};

/// Whether a scan is a back beside a front that it does not fit.
pub(super) fn is_of_another_front(context: &Context<'_>, scan: &Scan<'_>, reading: &Reading) -> bool {
    let Some((role, PersonField::Back)) = PersonField::find(scan.id) else { return false };
    certificates(context).iter().any(|(front, says)| front.id == PersonField::Front.of(role) && apart(says, reading).is_some())
}

/// Whether a scan is a back beside a front of another kind of document: nothing on it is this person's.
pub(super) fn is_of_another_kind(context: &Context<'_>, scan: &Scan<'_>, reading: &Reading) -> bool {
    let Some((role, PersonField::Back)) = PersonField::find(scan.id) else { return false };
    let mut fronts = certificates(context).into_iter().filter(|(front, _)| front.id == PersonField::Front.of(role));
    fronts.any(|(_, says)| apart(says, reading) == Some(Apart::Kind))
}
