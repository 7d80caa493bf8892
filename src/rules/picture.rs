//! What can be seen in scans: judged by measures, so these are warnings and hints; only a picture of nothing is certain.
//!
//! How many good pictures each threshold lets pass, and how many spoilt ones it finds, stands in `docs/pictures.md`.

use super::materials::{CERTIFICATES, FILES, Scan, clash, scans};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::catalog;
use crate::filing::{FieldId, PersonField};
use crate::scan::facts::{Analysis, CardSide, Outline};

/// The guide asks for a sharp, complete, even picture of the original in colour with all four corners.
const GUIDE: Source = Source::new("微信小程序备案操作指引", Confidence::Official);
const OURS: Source = Source::new("本程序对图片的测量", Confidence::Inferred);

/// What a picture of a kind of material must look like.
#[derive(Debug)]
struct Expected {
    /// The most blur with which its smallest writing can be read, as [`Analysis::blur`] measures it.
    blur: f32,
    /// Longer side by shorter one; `None` where it is not known.
    proportion: Option<f32>,
    /// How far the proportion may be from this, as a part of it.
    tolerance: f32,
    /// Whether it is printed in colours, so that a copy in grey shows.
    coloured: bool,
    /// Whether it always lies across.
    lies: bool,
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
const UNEVEN: f32 = 0.33;
/// A picture whose channels differ by less is grey, whatever JPEG makes of it.
const GREY: f32 = 4.0;
/// The same for what is printed in black: white paper scanned in colour has hardly more colour than this.
const PURE: f32 = 1.5;
/// A document whose colours stray less from its paper's is a copy.
const COPY: f32 = 10.0;
/// Paper that is darker than this was taken in too little light.
const DARK: u8 = 100;
/// Where this part of the document is white and its ink lighter than [`WASHED`], too much light took the fine print away.
const WHITE: f32 = 0.5;
/// See [`WHITE`]. A scan's white paper has ink below 45.
const WASHED: u8 = 52;
/// Between paper and ink lie at least so many levels.
const CONTRAST: u8 = 75;
/// A spot of glare that takes more than this part of the document hides writing.
const GLARE: f32 = 0.006;
/// A document that runs into the border along more than this part of it is cut off there.
const CUT: f32 = 0.08;
/// Where this part of a border is crossed by writing, the sheet goes on beyond it.
const WRITTEN: f32 = 0.012;
/// What lies over more than this part of the document hides a corner or an edge of it.
const COVERED: f32 = 0.003;
/// Degrees from the level that are too many.
const TURNED: f32 = 8.0;
/// How much longer one edge may be than the opposite one.
const TAPER: f32 = 1.2;
/// A regular wave this many times as strong as others of its length is no writing.
const GRID: f32 = 55.0;

/// What the measures of a [`Analysis`] are held against, by the measure's name; `docs/pictures.md` prints them beside what was measured.
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

const fn rule(
    name: &'static str,
    severity: Severity,
    fields: &'static [FieldId],
    reasons: &'static [&'static str],
    check: fn(&Context<'_>, &mut Vec<Finding>),
) -> Rule {
    let source = if matches!(severity, Severity::Hint) { OURS } else { GUIDE };
    Rule { name, topic: Topic::Material, severity, fields, source, reasons, check }
}

/// Two files hold one picture: saved anew, made smaller or turned.
pub static ONE_PICTURE_SAVED_TWICE: Rule =
    rule("one-picture-saved-twice", Severity::Warning, CERTIFICATES, &["sides", "certificates"], one_picture_saved_twice);

/// There is nothing to be seen.
pub static PICTURE_BLANK: Rule = rule("picture-blank", Severity::Error, FILES, &[""], |context, findings| {
    each(context, findings, |_, look, _| look.blank.then(|| said("", &PICTURE_BLANK)));
});

/// Out of focus or shaken.
pub static PICTURE_BLURRED: Rule =
    rule("picture-blurred", Severity::Warning, FILES, &["blurred", "shaken"], |context, findings| {
        each(context, findings, |_, look, expected| {
            let blur = look.blur.filter(|_| !look.blank)?;
            let shaken = look.evenness < UNEVEN;
            let blurred = blur > expected.blur;
            if shaken { Some(said("shaken", &PICTURE_BLURRED)) } else { blurred.then(|| said("blurred", &PICTURE_BLURRED)) }
        });
    });

/// In grey, or a photo of a copy in grey.
pub static PICTURE_WITHOUT_COLOUR: Rule =
    rule("picture-without-colour", Severity::Warning, FILES, &["grey", "copy"], |context, findings| {
        each(context, findings, |_, look, expected| {
            let tone = look.tone;
            let copy = expected.coloured && tone.document_colour < COPY;
            match () {
                () if look.blank => None,
                () if tone.colour < if expected.coloured { GREY } else { PURE } => Some(said("grey", &PICTURE_WITHOUT_COLOUR)),
                () => copy.then(|| said("copy", &PICTURE_WITHOUT_COLOUR)),
            }
        });
    });

/// Too dark, too light, pale, or with a spot of glare.
pub static PICTURE_BADLY_LIT: Rule =
    rule("picture-badly-lit", Severity::Warning, FILES, &["dark", "bright", "pale", "glare"], |context, findings| {
        each(context, findings, |_, look, _| {
            let tone = look.tone;
            let reason = match () {
                () if look.blank => return None,
                () if tone.paper < DARK => "dark",
                () if tone.glare > GLARE => "glare",
                () if tone.white > WHITE && tone.ink > WASHED => "bright",
                () if tone.paper.saturating_sub(tone.ink) < CONTRAST => "pale",
                () => return None,
            };
            Some(said(reason, &PICTURE_BADLY_LIT))
        });
    });

/// An edge of the document is outside the picture.
pub static DOCUMENT_CUT_OFF: Rule =
    rule("document-cut-off", Severity::Warning, FILES, &["top", "right", "bottom", "left", "several"], |context, findings| {
        each(context, findings, |_, look, expected| {
            // What lies on a desk shows its edges; sheets that fill a scan only show whether they go on.
            let runs_off = look.written.map(|part| expected.proportion.is_some() && part > WRITTEN);
            let cut: Vec<bool> = match &look.outline {
                Some(outline) => {
                    // A scan may end where the document does; then its proportion is right.
                    let whole = expected.proportion.is_some() && fits(outline, expected, 0.06);
                    outline.cut.iter().zip(runs_off).map(|(part, runs_off)| *part > CUT && (!whole || runs_off)).collect()
                }
                None => runs_off.to_vec(),
            };
            let sides = ["top", "right", "bottom", "left"].into_iter().zip(cut);
            let cut: Vec<&'static str> = sides.filter(|(_, cut)| *cut).map(|(side, _)| side).collect();
            match cut.as_slice() {
                [] => None,
                [one] => Some(said(one, &DOCUMENT_CUT_OFF)),
                _ => Some(said("several", &DOCUMENT_CUT_OFF)),
            }
        });
    });

/// Something lies over an edge or a corner of the document.
pub static DOCUMENT_COVERED: Rule = rule("document-covered", Severity::Warning, FILES, &[""], |context, findings| {
    each(context, findings, |_, look, expected| {
        // Of other papers it is not known that nothing is printed there.
        (expected.proportion.is_some() && look.covered > COVERED).then(|| said("", &DOCUMENT_COVERED))
    });
});

/// The document stands askew, is seen from aside, or lies on its side.
pub static DOCUMENT_ASKEW: Rule =
    rule("document-askew", Severity::Warning, FILES, &["turned", "aside", "on_end"], |context, findings| {
        each(context, findings, |_, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline));
            let angle = outline.map(|outline| outline.angle).or(look.lean.filter(|_| look.outline.is_none()));
            let degrees = angle.map_or(0.0, f32::abs);
            if degrees > TURNED {
                return Some(said("turned", &DOCUMENT_ASKEW).with("degrees", Arg::Number(degrees.round() as i64)));
            }
            let outline = outline?;
            if outline.taper > TAPER {
                return Some(said("aside", &DOCUMENT_ASKEW));
            }
            let on_end = expected.lies && outline.proportion < 0.8;
            on_end.then(|| said("on_end", &DOCUMENT_ASKEW).weighing(Severity::Hint))
        });
    });

/// What lies in the picture has not the shape of this kind of document.
pub static DOCUMENT_OF_ANOTHER_SHAPE: Rule =
    rule("document-of-another-shape", Severity::Warning, FILES, &[""], |context, findings| {
        each(context, findings, |_, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline) && outline.taper <= TAPER)?;
            let odd = expected.proportion.is_some() && !fits(outline, expected, expected.tolerance);
            odd.then(|| said("", &DOCUMENT_OF_ANOTHER_SHAPE))
        });
    });

/// Taken off a screen.
pub static PICTURE_OF_A_SCREEN: Rule = rule("picture-of-a-screen", Severity::Hint, FILES, &[""], |context, findings| {
    each(context, findings, |_, look, expected| {
        let sharp = look.evenness >= UNEVEN && look.blur.is_some_and(|blur| blur <= expected.blur);
        (sharp && look.grid > GRID).then(|| said("", &PICTURE_OF_A_SCREEN))
    });
});

/// The front shows the emblem, or the back the portrait.
pub static SIDES_SWAPPED: Rule =
    rule("sides-swapped", Severity::Hint, CERTIFICATES, &["emblem", "portrait"], |context, findings| {
        each(context, findings, |scan, look, expected| match (PersonField::find(scan.id)?.1, look.side?) {
            _ if !expected.lies => None,
            (PersonField::Front, CardSide::Emblem) => Some(said("emblem", &SIDES_SWAPPED)),
            (PersonField::Back, CardSide::Portrait) => Some(said("portrait", &SIDES_SWAPPED)),
            _ => None,
        });
    });

/// The picture stands upright only where its EXIF data are read.
pub static PICTURE_TURNED_BY_NOTE: Rule = rule("picture-turned-by-note", Severity::Hint, FILES, &[""], |context, findings| {
    each(context, findings, |scan, look, _| {
        let finding = || said("", &PICTURE_TURNED_BY_NOTE).mended_by_preparing(scan.can_be_prepared());
        (look.notes.orientation > 1).then(finding)
    });
});

/// The file says where, or with what, the picture was taken.
pub static PICTURE_TELLS_WHERE: Rule =
    rule("picture-tells-where", Severity::Hint, FILES, &["location", "device"], |context, findings| {
        each(context, findings, |scan, look, _| {
            let reason = match look.notes {
                notes if notes.location => "location",
                notes if notes.device => "device",
                _ => return None,
            };
            Some(said(reason, &PICTURE_TELLS_WHERE).mended_by_preparing(scan.can_be_prepared()))
        });
    });

/// A finding of which the place is not known yet.
fn said(reason: &'static str, rule: &Rule) -> Finding {
    rule.finds(FieldId::SubjectCertificatePhoto).because(reason)
}

/// Asks the same of every picture that was looked at, and puts what is found in its place.
fn each(
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
fn expected(context: &Context<'_>, id: FieldId) -> &'static Expected {
    const BUSINESS_LICENCE: u32 = 1;
    match (id, PersonField::find(id)) {
        (FieldId::SubjectCertificatePhoto, _) if context.code(FieldId::SubjectCertificateKind) == Some(BUSINESS_LICENCE) => {
            &LICENCE
        }
        (FieldId::SubjectCertificatePhoto, _) => &CERTIFICATE,
        (_, Some((role, PersonField::Front | PersonField::Back))) => {
            let is_card = context.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID);
            if is_card { &CARD } else { &CERTIFICATE }
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
fn fits(outline: &Outline, expected: &Expected, tolerance: f32) -> bool {
    let found = outline.proportion.max(1.0 / outline.proportion.max(0.01));
    expected.proportion.is_none_or(|wanted| (found - wanted).abs() <= tolerance * wanted)
}

fn is_whole(outline: &Outline) -> bool {
    outline.cut.iter().all(|part| *part <= CUT)
}

fn one_picture_saved_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let certificates: Vec<Scan<'_>> = scans(context).filter(|scan| CERTIFICATES.contains(&scan.id)).collect();
    for (n, scan) in certificates.iter().enumerate() {
        let alike = |other: &&Scan<'_>| {
            let looks = scan.facts.analysis().zip(other.facts.analysis());
            scan.facts.sha256() != other.facts.sha256()
                && looks.is_some_and(|(one, other)| one.print.is_of_the_same_picture(&other.print))
        };
        let other = certificates.iter().take(n).find(alike);
        if let Some((other, reason)) = other.and_then(|other| Some((other, clash(context, scan.id, other.id)?))) {
            findings.push(scan.finds(&ONE_PICTURE_SAVED_TWICE).because(reason).with("other", Arg::Field(other.id)));
        }
    }
}
