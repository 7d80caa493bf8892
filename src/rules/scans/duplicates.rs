//! One picture that stands for two certificates, or for both sides of one.

use crate::catalog::Paper;
use crate::filing::{FieldId, PersonField, Role};
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::file::{Scan, scans};
use crate::text::text;

/// One picture stands for two certificates, or for both sides of one.
pub static ONE_PICTURE_TWICE: Rule = Rule {
    name: "one-picture-twice",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("同一张图片用了两次", "One picture used twice"),
    what: text(
        "证件正面和背面是两张图，不同的证件、不同的函件也是不同的图。",
        "Front and back are two pictures, and so are two certificates and two letters.",
    ),
    why: text("同一张图片多半是选错了文件。", "Most likely the wrong file was chosen."),
    fix: text("换成正确的图片。", "Attach the right picture."),
    messages: &[
        message(
            "sides",
            text("正面和背面是同一张图片。", "Front and back are the same picture."),
            text("重新选：一张人像面，一张国徽面。", "One shows the portrait, one the emblem: choose again."),
        ),
        message(
            "certificates",
            text("与「{other}」是同一张图片。", "The same picture as \"{other}\"."),
            text("选这个证件自己的照片。", "Choose this certificate's own picture."),
        ),
        message(
            "letters",
            text("与「{other}」是同一张图片。", "The same picture as \"{other}\"."),
            text(
                "选这份函件自己的扫描件；一份函件写了两件事的，可以确认。",
                "Attach this letter's own scan; if one letter says both, confirm it.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'front.jpg'\n\
         files.'front.jpg' = {}",
        text("人像面和国徽面放了同一张照片。", "One photo for both sides of the card."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = {}\n\
         files.'back.jpg' = {}",
        text("两面各拍一张。", "A photo of each side."),
    ),
    check: one_picture_twice,
};

fn one_picture_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let certificates: Vec<Scan<'_>> = scans(context).filter(|scan| FieldId::CERTIFICATES.contains(&scan.id)).collect();
    for (n, scan) in certificates.iter().enumerate() {
        let Some(hash) = scan.facts.sha256().filter(|hash| !hash.is_empty()) else { continue };
        let Some(other) = certificates.iter().take(n).find(|other| other.facts.sha256() == Some(hash)) else { continue };
        let Some(clash) = clash(context, scan.id, other.id) else { continue };
        findings.push(
            scan.finds(&ONE_PICTURE_TWICE)
                .with_message(match clash {
                    Clash::Sides => message_of!(ONE_PICTURE_TWICE, "sides"),
                    Clash::Certificates => message_of!(ONE_PICTURE_TWICE, "certificates"),
                })
                .with("other", Arg::Field(other.id)),
        );
    }
    letters_twice(context, findings);
}

/// One scan of a letter in the fields of two. A letter may say what two are to say: a person knows.
fn letters_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let letters: Vec<Scan<'_>> = scans(context).filter(|scan| FieldId::SIGNED.contains(&scan.id)).collect();
    for (n, scan) in letters.iter().enumerate() {
        let Some(hash) = scan.facts.sha256().filter(|hash| !hash.is_empty()) else { continue };
        let is_same = |other: &&Scan<'_>| other.id != scan.id && other.facts.sha256() == Some(hash);
        let Some(other) = letters.iter().take(n).find(is_same) else { continue };
        let finding = scan.finds(&ONE_PICTURE_TWICE).with_message(message_of!(ONE_PICTURE_TWICE, "letters"));
        findings.push(finding.with_severity(Severity::Warning).with("other", Arg::Field(other.id)));
    }
}

/// What one picture stands for that it cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Clash {
    /// Both sides of one certificate.
    Sides,
    /// Two certificates.
    Certificates,
}

/// What it means that two certificates have the same picture; `None` if they may.
pub(in crate::rules) fn clash(context: &Context<'_>, one: FieldId, other: FieldId) -> Option<Clash> {
    match (PersonField::find(one), PersonField::find(other)) {
        (Some((role, _)), Some((of, _))) if role == of => (!has_one_side(context, role)).then_some(Clash::Sides),
        // The same certificate for both people is told by its number.
        (Some(_), Some(_)) if !context.has_two_people() => None,
        _ => Some(Clash::Certificates),
    }
}

/// A passport has one page to show; what to send as its back is documented nowhere, so the same page may stand for both.
fn has_one_side(context: &Context<'_>, role: Role) -> bool {
    context.document(role).is_some_and(|document| Paper::of_person(document).has_one_side())
}
