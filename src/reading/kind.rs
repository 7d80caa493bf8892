//! What kind of document a page is, told by titles and labels together: one of them alone may stand on any page.

use super::label::{Hit, Mark, Word, hits};
use super::piece::{Piece, is_ideograph};
use super::sheet::Sheet;
use super::value::Value;
use super::{DocumentKind, Side, card, dates, letter, licence, mrz, number, permit};
use crate::identifiers::document::Document;

/// What was found out about a page.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub kind: Option<DocumentKind>,
    pub side: Option<Side>,
    pub has_watermark: bool,
    /// Two documents of this kind are in the picture.
    pub is_double: bool,
}

/// Titles of documents, the longer before what they contain. On a card the back has it, on a permit the front.
const TITLES: [(&str, DocumentKind); 16] = [
    ("外国人永久居留身份证", DocumentKind::Person(Document::ForeignPr)),
    ("外国人永久居留证", DocumentKind::Person(Document::ForeignPr)),
    ("港澳居民来往内地通行证", DocumentKind::Person(Document::HkMacauPermit)),
    ("台湾居民来往大陆通行证", DocumentKind::Person(Document::TaiwanPermit)),
    ("港澳居民居住证", DocumentKind::Person(Document::HkMacauResidence)),
    ("台湾居民居住证", DocumentKind::Person(Document::TaiwanResidence)),
    ("居民身份证", DocumentKind::Person(Document::ResidentId)),
    ("事业单位法人证书", DocumentKind::PublicInstitution),
    ("社会团体法人登记证书", DocumentKind::SocialOrganisation),
    ("民办非企业单位登记证书", DocumentKind::PrivateNonEnterprise),
    ("民办非企业单位（法人）登记证书", DocumentKind::PrivateNonEnterprise),
    ("社会服务机构登记证书", DocumentKind::PrivateNonEnterprise),
    ("基金会法人登记证书", DocumentKind::Foundation),
    ("统一社会信用代码证书", DocumentKind::CreditCodeCertificate),
    ("企业法人营业执照", DocumentKind::Licence),
    ("营业执照", DocumentKind::Licence),
];

/// Words beside a title that say which copy it is.
const BESIDE_TITLE: usize = 7;
/// Labels and titles that show a kind, at least.
const ENOUGH: f32 = 4.0;
/// Words that say what a copy is for, which nobody prints on a document.
const PURPOSES: [(&str, &str); 5] = [("仅供", "使用"), ("仅供", "备案"), ("仅限", "使用"), ("他用无效", ""), ("复印无效", "")];

pub(super) fn of(sheet: &Sheet) -> Seen {
    let pieces = &sheet.pieces;
    let letter = letter::title(pieces);
    let across = !sheet.across.is_empty();
    let has_watermark = across || (letter.is_none() && pieces.iter().any(says_its_purpose));
    let watermarked = Seen { has_watermark, ..Seen::default() };
    if let Some(mrz) = mrz::find(pieces) {
        let kind = match title(pieces) {
            Some(kind @ DocumentKind::Person(_)) => Some(kind),
            _ if mrz.is_passport => Some(DocumentKind::Person(Document::Passport)),
            _ => None,
        };
        let side = kind.filter(|_| !mrz.is_passport).map(|_| Side::Back);
        return Seen { kind, side, is_double: mrz.is_double, ..watermarked };
    }
    let front = front(pieces);
    let back = back(pieces);
    let organisation = organisation(pieces);
    let is_card = front.score >= ENOUGH || back.score >= ENOUGH;
    let is_organisation = organisation.score >= ENOUGH;
    let permits = [Document::HkMacauPermit, Document::TaiwanPermit, Document::ForeignPr].map(DocumentKind::Person);
    if let Some(kind) = title(pieces).filter(|kind| permits.contains(kind) && !is_organisation && letter.is_none()) {
        let found = hits(pieces, &permit::WORDS);
        let side = if label(&found, Mark::Name).0 || label(&found, Mark::Birth).0 { Side::Front } else { Side::Back };
        let is_double = [Mark::Name, Mark::Birth, Mark::Validity].iter().filter(|mark| label(&found, **mark).1 > 1).count() >= 2;
        return Seen { kind: Some(kind), side: Some(side), is_double, ..watermarked };
    }
    if letter.is_some() {
        // A letter may name everything that a card has; with a copy of the card itself it is both, and nothing is sure.
        let kind = (!(front.score > ENOUGH + 2.0 || organisation.score > ENOUGH + 3.0)).then_some(DocumentKind::Letter);
        return Seen { kind, ..watermarked };
    }
    match (is_card, is_organisation) {
        (true, true) => watermarked,
        (false, true) => Seen { kind: organisation.kind, is_double: organisation.is_double, ..watermarked },
        (true, false) => {
            let side = match (front.score >= ENOUGH, back.score >= ENOUGH) {
                (true, true) => Side::Both,
                (true, false) => Side::Front,
                _ => Side::Back,
            };
            let kind = match (front.kind.filter(|_| side != Side::Back), back.kind.filter(|_| side != Side::Front)) {
                (Some(one), Some(other)) if one != other => None,
                (one, other) => one.or(other),
            };
            Seen { kind, side: kind.and(Some(side)), is_double: front.is_double || back.is_double, ..watermarked }
        }
        (false, false) => {
            let kind = letter::approval_title(pieces).map(|_| DocumentKind::Approval);
            Seen { kind, ..watermarked }
        }
    }
}

/// What speaks for a kind of document.
#[derive(Debug, Default)]
struct Evidence {
    kind: Option<DocumentKind>,
    score: f32,
    is_double: bool,
}

/// A line that says what a copy is for, wherever it was written.
fn says_its_purpose(piece: &Piece) -> bool {
    let text = piece.text();
    PURPOSES.iter().any(|(one, other)| text.contains(one) && text.contains(other))
}

/// The title of a document, on a line of its own or with a few words beside it.
pub(super) fn title(pieces: &[Piece]) -> Option<DocumentKind> {
    TITLES.iter().find(|(title, _)| has_title(pieces, title)).map(|(_, kind)| *kind)
}

fn has_title(pieces: &[Piece], title: &'static str) -> bool {
    let length = title.chars().count();
    let words: [Word; 1] = [(Mark::Foot, title)];
    let alone = |piece: &&Piece| {
        let count = piece.glyphs.iter().filter(|glyph| is_ideograph(glyph.c)).count();
        (length.saturating_sub(2)..=length + BESIDE_TITLE).contains(&count)
    };
    pieces.iter().filter(alone).any(|piece| {
        let text = piece.text();
        // With words before it: 中华人民共和国 and the like.
        text.contains(title) || hits(std::slice::from_ref(piece), &words).iter().any(|hit| hit.cost < 1.5)
    })
}

/// The cost of the best of these labels, and at how many places one stands.
fn label(found: &[Hit], mark: Mark) -> (bool, usize) {
    let of = |least: f32| found.iter().filter(|hit| hit.mark == mark && hit.cost < least).count();
    (of(2.2) > 0, of(0.55))
}

fn front(pieces: &[Piece]) -> Evidence {
    let found = hits(pieces, &card::FRONT);
    let weights =
        [(Mark::Number, 2.0), (Mark::Name, 1.0), (Mark::Sex, 1.0), (Mark::Nation, 1.0), (Mark::Birth, 1.0), (Mark::Address, 1.0)];
    let labels: f32 = weights.iter().filter(|(mark, _)| label(&found, *mark).0).map(|(_, weight)| weight).sum();
    let candidates = number::candidates(pieces, None);
    let right = number::count(&candidates, number::is_person);
    let document = candidates.iter().map(Value::text).find_map(|text| number::document(&text));
    let document = document.filter(|document| *document != Document::ForeignPr).unwrap_or(Document::ResidentId);
    // A number alone stands in letters and forms as well.
    let score = if labels >= 2.0 { labels + if right > 0 { 2.0 } else { 0.0 } } else { 0.0 };
    let twice = [Mark::Name, Mark::Sex, Mark::Number].iter().filter(|mark| label(&found, **mark).1 > 1).count();
    Evidence { kind: Some(DocumentKind::Person(document)), score, is_double: right > 1 || twice >= 2 }
}

fn back(pieces: &[Piece]) -> Evidence {
    let kinds = [
        ("港澳居民居住证", Document::HkMacauResidence),
        ("台湾居民居住证", Document::TaiwanResidence),
        ("港澳居民来往内地通行证", Document::HkMacauPermit),
        ("台湾居民来往大陆通行证", Document::TaiwanPermit),
        ("外国人永久居留身份证", Document::ForeignPr),
        ("外国人永久居留证", Document::ForeignPr),
        ("居民身份证", Document::ResidentId),
    ];
    let titled = kinds.iter().find(|(title, _)| has_title(pieces, title)).map(|(_, document)| *document);
    let found = hits(pieces, &card::BACK);
    let (authority, authorities) = label(&found, Mark::Authority);
    let (validity, validities) = label(&found, Mark::Validity);
    let period = pieces.iter().any(|piece| dates::period(&piece.text()).is_some());
    let parts = [(authority, 1.5), (validity, 1.5), (period, 1.0), (titled.is_some(), 2.5)];
    let score = parts.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum();
    let kind = titled.unwrap_or(Document::ResidentId);
    Evidence { kind: Some(DocumentKind::Person(kind)), score, is_double: authorities > 1 && validities > 1 }
}

fn organisation(pieces: &[Piece]) -> Evidence {
    let found = hits(pieces, &licence::WORDS);
    let titled = title(pieces).filter(|kind| !matches!(kind, DocumentKind::Person(_)));
    let candidates = number::candidates(pieces, None);
    let right = number::count(&candidates, number::is_credit_code);
    let weights = [
        (Mark::Code, 1.5),
        (Mark::Registration, 1.0),
        (Mark::Company, 0.75),
        (Mark::Type, 0.75),
        (Mark::LegalPerson, 1.0),
        (Mark::Scope, 1.0),
        (Mark::Founded, 1.0),
        (Mark::Capital, 1.0),
        (Mark::Address, 0.75),
        (Mark::Office, 0.5),
        (Mark::Foot, 0.5),
    ];
    let labels: f32 = weights.iter().filter(|(mark, _)| label(&found, *mark).0).map(|(_, weight)| weight).sum();
    let score = labels + if titled.is_some() { 2.5 } else { 0.0 } + if right > 0 { 1.0 } else { 0.0 };
    let kind = titled.or(Some(DocumentKind::Licence));
    let is_double = right > 1 || label(&found, Mark::Code).1 > 1 && label(&found, Mark::LegalPerson).1 > 1;
    Evidence { kind, score, is_double }
}
