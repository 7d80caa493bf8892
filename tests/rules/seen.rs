//! What is seen in pictures: what is right is left alone.

use beian::filing::FieldId as F;
use beian_scan::facts::{Analysis, CardSide, FileFacts, Format, Print};

use super::drafts::{Case, company, individual, look, picture};

/// The rules that speak about a picture with this look.
fn said(field: F, look: Analysis) -> Vec<(&'static str, &'static str)> {
    let mut case: Case = company();
    case.file(field, "seen.jpg", picture().with_sha256("seen").with_analysis(look));
    case.findings().iter().filter(|said| said.field == field).map(|said| (said.rule.name, said.message.name)).collect()
}

fn with(change: impl Fn(&mut Analysis)) -> Analysis {
    let mut look = look();
    change(&mut look);
    look
}

#[test]
fn good_pictures_pass() {
    let (licence, front, back) =
        (F::SubjectCertificatePhoto, F::ResponsiblePersonCertificateFront, F::ResponsiblePersonCertificateBack);
    let card = |look: &mut Analysis| look.outline.as_mut().unwrap().proportion = 1.585;
    for (field, look) in [
        (licence, look()),
        // Across or upright, seen a little from aside, a little soft.
        (licence, with(|l| l.outline.as_mut().unwrap().proportion = 0.7)),
        (licence, with(|l| l.outline.as_mut().unwrap().taper = 1.15)),
        (licence, with(|l| l.blur = Some(1.4))),
        // A scan that fills the picture, of white paper.
        (licence, with(|l| (l.outline, l.lean, l.tone.white, l.tone.paper) = (None, Some(0.5), 0.8, 254))),
        // A scan that ends where the document does.
        (licence, with(|l| l.outline.as_mut().unwrap().cut = [1.0, 0.0, 0.0, 1.0])),
        // Writing runs into a border that the document does not reach: it belongs to something else.
        (licence, with(|l| l.written = [0.05; 4])),
        // A booklet may have print up to its edge.
        (F::SubjectOtherMaterials, with(|l| (l.outline, l.written, l.covered) = (None, [0.05; 4], 0.05))),
        // Nothing is written on what can be measured.
        (licence, with(|l| (l.blur, l.evenness) = (None, 0.0))),
        (front, with(|l| (card(l), l.side = Some(CardSide::Portrait)).0)),
        (back, with(|l| (card(l), l.side = Some(CardSide::Emblem)).0)),
        (front, with(|l| (card(l), l.blur = Some(1.8)).0)),
        // A letter is black on white.
        (F::SubjectOtherMaterials, with(|l| l.tone.document_colour = 1.0)),
    ] {
        assert_eq!(said(field, look.clone()), [], "{field:?} {look:?}");
    }
}

#[test]
fn a_scan_that_ends_within_the_writing_is_cut_off() {
    let ends = with(|l| (l.outline.as_mut().unwrap().cut, l.written) = ([1.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.05]));
    assert_eq!(said(F::SubjectCertificatePhoto, ends), [("document-cut-off", "left")]);
    let filling = with(|l| (l.outline, l.written) = (None, [0.02, 0.0, 0.05, 0.01]));
    assert_eq!(said(F::SubjectCertificatePhoto, filling), [("document-cut-off", "several")]);
}

#[test]
fn a_blank_picture_is_nothing_but_blank() {
    let blank = with(|l| (l.blank, l.outline, l.blur, l.evenness, l.tone.colour, l.tone.ink) = (true, None, None, 0.0, 0.0, 210));
    assert_eq!(said(F::SubjectCertificatePhoto, blank), [("picture-blank", "")]);
}

#[test]
fn only_identity_cards_have_sides() {
    let mut case = company();
    case.set(F::ResponsiblePersonCertificateKind, beian::filing::Value::Code(7));
    let emblem = with(|l| l.side = Some(CardSide::Emblem));
    case.file(F::ResponsiblePersonCertificateFront, "seen.jpg", picture().with_sha256("seen").with_analysis(emblem));
    assert!(case.findings().iter().all(|said| said.rule.name != "sides-swapped"));
}

#[test]
fn a_picture_has_the_size_it_is_seen_in() {
    for (orientation, expected) in [(1, (1200, 1600)), (3, (1200, 1600)), (5, (1600, 1200)), (8, (1600, 1200))] {
        let facts = picture().with_analysis(with(|look| look.notes.orientation = orientation));
        assert_eq!(facts.upright(), Some(expected), "{orientation}");
    }
    assert_eq!(picture().upright(), Some((1200, 1600)));
    assert_eq!(FileFacts::picture(Format::Pdf, 0, 0, 150_000).upright(), None);
}

#[test]
fn prints_tell_one_picture_from_another() {
    let of = |shade: fn(usize, usize) -> usize| Print::new(&(0..4096).map(|n| shade(n % 64, n / 64) as u8).collect::<Vec<_>>());
    let one = of(|x, y| (x * 3 + y * y / 40) % 200);
    for (name, other, same) in [
        ("itself", of(|x, y| (x * 3 + y * y / 40) % 200), true),
        ("lighter", of(|x, y| (x * 3 + y * y / 40) % 200 + 40), true),
        ("with noise", of(|x, y| (x * 3 + y * y / 40) % 200 + (x * 7 + y * 13) % 4), true),
        ("turned by 90", of(|x, y| (y * 3 + (63 - x) * (63 - x) / 40) % 200), true),
        ("turned by 180", of(|x, y| ((63 - x) * 3 + (63 - y) * (63 - y) / 40) % 200), true),
        ("turned by 270", of(|x, y| ((63 - y) * 3 + x * x / 40) % 200), true),
        ("mirrored", of(|x, y| ((63 - x) * 3 + y * y / 40) % 200), false),
        ("moved", of(|x, y| ((x + 2) * 3 + y * y / 40) % 200), false),
        ("plain", of(|_, _| 100), false),
    ] {
        assert_eq!(one.is_of_the_same_picture(&other), same, "{name}: {:?}", one.residue(&other));
        assert_eq!(other.is_of_the_same_picture(&one), same, "{name}, the other way round");
    }
}

#[test]
fn one_card_for_both_roles_may_be_photographed_twice() {
    let mut case = individual();
    let print = || Print::new(&(0..4096).map(|n| (n % 64 * 3) as u8).collect::<Vec<_>>());
    for (field, file) in [(F::ResponsiblePersonCertificateFront, "a.jpg"), (F::OwnerCertificateFront, "b.jpg")] {
        case.file(field, file, picture().with_sha256(file).with_analysis(with(|l| (l.print, l.outline) = (print(), None))));
    }
    assert!(case.findings().iter().all(|said| said.rule.name != "one-picture-saved-twice"), "{:#?}", case.findings());
}

#[test]
fn what_preparing_mends_says_so() {
    let prepares = |change: fn(&mut Analysis), small: bool| {
        let mut case = company();
        let file = if small { FileFacts::picture(Format::Jpeg, 300, 400, 60_000) } else { picture() };
        case.file(F::SubjectCertificatePhoto, "seen.jpg", file.with_sha256("seen").with_analysis(with(change)));
        let findings = case.findings();
        let about_looks = |rule: &str| rule.starts_with("picture-t") || rule == "picture-blurred";
        let said = findings.iter().filter(|said| said.field == F::SubjectCertificatePhoto && about_looks(said.rule.name));
        said.map(|said| (said.rule.name, said.prepares)).filter(|(rule, _)| *rule != "picture-too-small").collect::<Vec<_>>()
    };
    assert_eq!(prepares(|l| l.notes.orientation = 6, false), [("picture-turned-by-note", true)]);
    assert_eq!(prepares(|l| l.notes.location = true, false), [("picture-tells-where", true)]);
    assert_eq!(prepares(|l| l.notes.device = true, false), [("picture-tells-where", true)]);
    // Too few pixels for a copy; and no copy is sharper than the picture.
    assert_eq!(prepares(|l| l.notes.device = true, true), [("picture-tells-where", false)]);
    assert_eq!(prepares(|l| l.blur = Some(5.0), false), [("picture-blurred", false)]);
}

#[test]
fn sides_are_exchanged_only_where_that_helps() {
    use beian_scan::facts::CardSide::{Emblem, Portrait};
    for (front, back, said, offered) in
        [(Emblem, Portrait, 2, 2), (Portrait, Portrait, 1, 0), (Emblem, Emblem, 1, 0), (Portrait, Emblem, 0, 0)]
    {
        let mut case = individual();
        for (field, file, side) in
            [(F::ResponsiblePersonCertificateFront, "a.jpg", front), (F::ResponsiblePersonCertificateBack, "b.jpg", back)]
        {
            let seen = Analysis { side: Some(side), ..with(|_| {}) };
            case.file(field, file, picture().with_sha256(file).with_analysis(seen));
        }
        let findings = case.findings();
        let swapped: Vec<_> = findings.iter().filter(|finding| finding.rule.name == "sides-swapped").collect();
        let fixes = swapped.iter().filter(|finding| !finding.fixes.is_empty()).count();
        assert_eq!((swapped.len(), fixes), (said, offered), "{front:?}, {back:?}");
    }
}

#[test]
fn a_qr_code_that_holds_no_credit_code_hides_nothing_that_was_read() {
    use beian::reading::{Certainty, DocumentKind, Reading, Seen, What};
    let seen = Seen {
        what: What::CreditCode,
        text: "91110105MA0000015F".into(),
        certainty: Certainty::Checked,
        corners: [(0.0, 0.0); 4],
    };
    let reading = Reading { kind: Some(DocumentKind::Licence), values: vec![seen], ..Reading::default() };
    // One that fails its own check says nothing; one that passes says it better.
    for (code, expected) in [("91110105MA0000015A", "scan-differs"), ("91110105MA0000015F", "licence-code-differs")] {
        let mut case = company();
        case.file(F::SubjectCertificatePhoto, "licence.jpg", picture().with_sha256("licence").with_code(code));
        case.readings.insert("licence", reading.clone());
        let rules: Vec<&str> =
            case.findings().iter().filter(|said| said.field == F::SubjectCertificateNumber).map(|said| said.rule.name).collect();
        assert_eq!(rules, [expected], "{code}");
    }
}
