//! What a picture of each kind of material must look like, and the thresholds that measures are held against.

use crate::catalog::{self, Paper, Sides};
use crate::filing::{Draft, FieldId, PersonField};
use crate::rules::engine::{Context, Finding, Rule};
use crate::rules::scans::file::{Scan, scans};
use crate::scan::facts::{Analysis, Outline};

/// What a picture of a kind of material must look like.
#[derive(Debug)]
pub(in crate::rules) struct Expected {
    /// The most blur with which its smallest writing can be read, as [`Analysis::blur`] measures it.
    pub blur: f32,
    /// Longer side by shorter one; `None` where it is not known.
    pub proportion: Option<f32>,
    /// How far the proportion may be from this, as a part of it.
    pub tolerance: f32,
    /// Whether it is printed in colours, so that a copy in grey shows.
    pub coloured: bool,
    /// Whether it always lies across.
    pub lies: bool,
}

/// An identity card: 85.6 × 54 mm (ISO/IEC 7810, ID-1; GA 490-2013), characters of 3 mm.
static CARD: Expected = Expected { blur: 1.9, proportion: Some(85.6 / 54.0), tolerance: 0.12, coloured: true, lies: true };
/// A business licence: A3 or A4 (国市监注〔2018〕253号), characters of 5 mm on A3.
static LICENCE: Expected = Expected { blur: 1.5, proportion: Some(1.414), tolerance: 0.12, coloured: true, lies: false };
/// Any other certificate: booklets and sheets of all sizes.
static CERTIFICATE: Expected = Expected { blur: 1.5, proportion: None, tolerance: 0.0, coloured: true, lies: false };
/// A letter on A4; black on white but for seal and signature.
static LETTER: Expected = Expected { blur: 1.4, proportion: Some(1.414), tolerance: 0.15, coloured: false, lies: false };
/// Anything else.
static PAPER: Expected = Expected { blur: 1.5, proportion: None, tolerance: 0.0, coloured: false, lies: false };

/// Of the writing's edges in the weaker direction, less than this part is left by a shaken hand.
pub(in crate::rules) const UNEVEN: f32 = 0.33;
/// A picture whose channels differ by less is grey, whatever JPEG makes of it.
pub(in crate::rules) const GREY: f32 = 4.0;
/// The same for what is printed in black: white paper scanned in colour has hardly more colour than this.
pub(in crate::rules) const PURE: f32 = 1.5;
/// A document whose colours stray less from its paper's is a copy.
pub(in crate::rules) const COPY: f32 = 10.0;
/// Paper that is darker than this was taken in too little light.
pub(in crate::rules) const DARK: u8 = 100;
/// Where this part of the document is white and its ink lighter than [`WASHED`], too much light took the fine print away.
pub(in crate::rules) const WHITE: f32 = 0.5;
/// See [`WHITE`]. A scan's white paper has ink below 45.
pub(in crate::rules) const WASHED: u8 = 52;
/// Between paper and ink lie at least so many levels.
pub(in crate::rules) const CONTRAST: u8 = 75;
/// A spot of glare that takes more than this part of the document hides writing.
pub(in crate::rules) const GLARE: f32 = 0.006;
/// A document that runs into the border along more than this part of it is cut off there.
pub(in crate::rules) const CUT: f32 = 0.08;
/// Where this part of a border is crossed by writing, the sheet goes on beyond it.
pub(in crate::rules) const WRITTEN: f32 = 0.012;
/// What lies over more than this part of the document hides a corner or an edge of it.
pub(in crate::rules) const COVERED: f32 = 0.003;
/// Degrees from the level that are too many.
pub(in crate::rules) const TURNED: f32 = 8.0;
/// How much longer one edge may be than the opposite one.
pub(in crate::rules) const TAPER: f32 = 1.2;
/// A regular wave this many times as strong as others of its length is no writing.
pub(in crate::rules) const GRID: f32 = 55.0;

/// What the measures of a [`Analysis`] are held against, by the measure's name; `docs/pictures.md` prints them beside what was measured.
#[cfg(any(test, feature = "internals"))]
pub static THRESHOLDS: [(&str, f32); 19] = [
    ("blur, identity card", CARD.blur),
    ("blur, business licence", LICENCE.blur),
    ("blur, letter", LETTER.blur),
    ("evenness", UNEVEN),
    ("colour", GREY),
    ("colour, letter", PURE),
    ("colour of the document", COPY),
    ("paper", DARK as f32),
    ("ink where all is white", WASHED as f32),
    ("contrast", CONTRAST as f32),
    ("glare", GLARE),
    ("cut", CUT),
    ("writing at a border", WRITTEN),
    ("cover", COVERED),
    ("angle", TURNED),
    ("taper", TAPER),
    ("proportion, identity card", CARD.tolerance),
    ("proportion, business licence", LICENCE.tolerance),
    ("grid", GRID),
];

/// A finding of which the place is not known yet.
pub(in crate::rules) fn said(rule: &'static Rule) -> Finding {
    rule.finds(FieldId::SubjectCertificatePhoto)
}

/// Asks the same of every picture that was looked at, and puts what is found in its place.
pub(in crate::rules) fn each(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    judge: impl Fn(&Scan<'_>, &Analysis, &'static Expected) -> Option<Finding>,
) {
    for scan in scans(context) {
        let Some(look) = scan.facts.analysis() else { continue };
        if let Some(finding) = judge(&scan, look, expected(context, scan.id)) {
            findings.push(scan.places(finding));
        }
    }
}

/// What is expected of the pictures in a field.
pub(in crate::rules) fn expected(context: &Context<'_>, id: FieldId) -> &'static Expected {
    const BUSINESS_LICENCE: u32 = 1;
    match (id, PersonField::find(id)) {
        (FieldId::SubjectCertificatePhoto, _) if context.code(FieldId::SubjectCertificateKind) == Some(BUSINESS_LICENCE) => {
            &LICENCE
        }
        (FieldId::SubjectCertificatePhoto, _) => &CERTIFICATE,
        (_, Some((role, PersonField::Front | PersonField::Back))) => {
            // Permits of residence are cards with the sides of the identity card; of other documents the shapes differ.
            let sides = context.document(role).map(|document| Paper::of_person(document).sides);
            if sides == Some(Sides::PortraitAndEmblem) { &CARD } else { &CERTIFICATE }
        }
        (
            FieldId::ResponsiblePersonAuthorizationLetter
            | FieldId::OwnerAuthorizationLetter
            | FieldId::CommitmentLetter
            | FieldId::AuthenticityResponsibilityLetter
            | FieldId::AuthenticityCommitmentLetter,
            _,
        ) => &LETTER,
        _ => &PAPER,
    }
}

/// Whether the document has the proportion that is expected, give or take a part of it.
pub(in crate::rules) fn fits(outline: &Outline, expected: &Expected, tolerance: f32) -> bool {
    let found = outline.proportion.max(1.0 / outline.proportion.max(0.01));
    expected.proportion.is_none_or(|wanted| (found - wanted).abs() <= tolerance * wanted)
}

/// Whether a field holds the portrait or the emblem side of a card, which lies across.
#[must_use]
pub fn is_card(draft: &Draft, id: FieldId) -> bool {
    let Some((role, PersonField::Front | PersonField::Back)) = PersonField::find(id) else { return false };
    let kind = draft.code(PersonField::CertificateKind.of(role));
    kind.and_then(|kind| catalog::certificate_kind(kind)?.document())
        .is_some_and(|document| Paper::of_person(document).sides == Sides::PortraitAndEmblem)
}

pub(in crate::rules) fn is_whole(outline: &Outline) -> bool {
    outline.cut.iter().all(|part| *part <= CUT)
}
