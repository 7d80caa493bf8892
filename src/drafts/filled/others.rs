//! Of several pictures of the same side of a document the best, and why the others are not used.

use std::cmp::Reverse;
use std::time::SystemTime;

use chrono::NaiveDate;

use super::{Left, Picture};
use crate::filing::{Draft, FieldId, PersonField, Role, Value};
use crate::reading::{Better, Certainty, DocumentKind, Reading, Readings, Side, View, WhyLeft, same_sides};
use crate::rules::{Context, Severity, Topic, check_field};
use crate::scan::facts::Facts;

/// Steps of blur in pixels that are told apart: less is nothing that one sees.
const BLUR_STEP: f32 = 0.25;
/// Steps of pixels that are told apart, to the doubling: less comes from how the edges were found.
const SIZE_STEPS: f64 = 2.0;

/// What speaks for a picture, in the order in which it counts; what is greater is better.
type Worth = (bool, Reverse<usize>, Reverse<usize>, (usize, usize), Reverse<u32>, u32, Option<SystemTime>);

/// The pictures that are left of those that show the same, and the others.
pub(super) fn best<'a>(draft: &Draft, pictures: &'a [Picture], today: NaiveDate) -> (Vec<&'a Picture>, Vec<Left>) {
    let views: Vec<View<'_>> = pictures.iter().map(view).collect();
    let (mut kept, mut others) = (Vec::new(), Vec::new());
    for group in same_sides(&views) {
        let group: Vec<&Picture> = group.into_iter().filter_map(|at| pictures.get(at)).collect();
        if let [only] = group[..] {
            kept.push(only);
            continue;
        }
        let mut worth: Vec<(Worth, &Picture)> = group.iter().map(|one| (worth(draft, one, today), *one)).collect();
        // A copy of a file is no newer picture.
        let ages: Vec<_> = worth.iter().map(|(worth, picture)| (worth.6, &picture.sha256)).collect();
        for (worth, picture) in &mut worth {
            worth.6 = ages.iter().filter(|(_, sha256)| *sha256 == &picture.sha256).map(|(age, _)| *age).max().flatten();
        }
        // Of equal ones the first.
        let Some((most, best)) = worth.iter().rev().max_by(|one, other| one.0.cmp(&other.0)) else { continue };
        for (less, other) in worth.iter().filter(|(_, other)| other.path != best.path) {
            let why = match (&best.sha256, &other.sha256) {
                (Some(one), Some(other)) if one == other => WhyLeft::SameFile,
                _ => WhyLeft::Another(better(most, less)),
            };
            let (path, reading) = (other.path.clone(), other.reading.clone());
            others.push(Left { path, why, reading, instead: Some(best.path.clone()) });
        }
        kept.push(best);
    }
    // In the order of the pictures, as if the others were not there.
    kept.sort_by_key(|picture| pictures.iter().position(|other| other.path == picture.path));
    (kept, others)
}

/// One picture of each side of a document, whichever; enough to tell what kinds there are.
pub(super) fn one_of_each(pictures: &[Picture]) -> Vec<&Picture> {
    let views: Vec<View<'_>> = pictures.iter().map(view).collect();
    let of = |group: Vec<usize>| {
        let group: Vec<&Picture> = group.into_iter().filter_map(|at| pictures.get(at)).collect();
        group.iter().find(|picture| picture.reading.kind.is_some()).or(group.first()).copied()
    };
    same_sides(&views).into_iter().filter_map(of).collect()
}

fn view(picture: &Picture) -> View<'_> {
    let seen = picture.about.as_ref().and_then(|about| about.analysis());
    View { sha256: picture.sha256.as_deref(), reading: &picture.reading, print: seen.map(|seen| &seen.print) }
}

fn worth(draft: &Draft, picture: &Picture, today: NaiveDate) -> Worth {
    let is_named = FieldId::CERTIFICATES.iter().any(|id| draft.paths(*id).contains(&picture.path.as_str()));
    let (errors, warnings) = faults(draft, picture, today);
    let count = |certainty| picture.reading.values.iter().filter(|seen| seen.certainty == certainty).count();
    let about = picture.about.as_ref();
    let seen = about.and_then(|about| about.analysis());
    let blur = seen.and_then(|seen| seen.blur).map_or(u32::MAX, |blur| (blur / BLUR_STEP).round() as u32);
    let area = seen.and_then(|seen| seen.outline.as_ref()).map_or(1.0, |outline| f64::from(outline.area));
    let pixels = about.and_then(|about| about.upright()).map_or(0.0, |(width, height)| f64::from(width) * f64::from(height));
    let size = ((pixels * area).max(1.0).log2() * SIZE_STEPS).round() as u32;
    (
        is_named,
        Reverse(errors),
        Reverse(warnings),
        (count(Certainty::Checked), count(Certainty::Read)),
        Reverse(blur),
        size,
        about.and_then(|about| about.modified),
    )
}

/// What the rules find in the picture itself, in the field of its kind: errors and warnings.
fn faults(draft: &Draft, picture: &Picture, today: NaiveDate) -> (usize, usize) {
    let (Some((field, kind)), Some(about), Some(sha256)) = (field(&picture.reading), &picture.about, &picture.sha256) else {
        return (0, 0);
    };
    let mut draft = draft.clone();
    let certificate = picture.reading.kind.and_then(|kind| kind.certificate(draft.code(FieldId::SubjectNature)));
    draft.set(kind, certificate.map(Value::Code));
    draft.set(field, Some(picture.path.as_str().into()));
    let facts: Facts = std::iter::once((picture.path.clone(), about.clone())).collect();
    let mut readings = Readings::default();
    readings.insert(sha256, picture.reading.clone());
    let found = check_field(&Context::new(&draft, &facts, today).with_readings(&readings), field);
    let count = |severity| found.iter().filter(|said| said.severity == severity && said.rule.topic == Topic::Material).count();
    (count(Severity::Error), count(Severity::Warning))
}

/// A field for pictures of this kind, and the one that says which kind it is.
fn field(reading: &Reading) -> Option<(FieldId, FieldId)> {
    let of = |part: PersonField| part.of(Role::ResponsiblePerson);
    match (reading.kind?, reading.side) {
        (DocumentKind::Letter | DocumentKind::Approval, _) => None,
        (DocumentKind::Person(_), Some(Side::Back)) => Some((of(PersonField::Back), of(PersonField::CertificateKind))),
        (DocumentKind::Person(_), _) => Some((of(PersonField::Front), of(PersonField::CertificateKind))),
        _ => Some((FieldId::SubjectCertificatePhoto, FieldId::SubjectCertificateKind)),
    }
}

/// What the better one has ahead of the other.
fn better(most: &Worth, less: &Worth) -> Better {
    let differ = [
        (most.0 != less.0, Better::Named),
        (most.1 != less.1, Better::Errors),
        (most.2 != less.2, Better::Warnings),
        (most.3 != less.3, Better::Read),
        (most.4 != less.4, Better::Sharper),
        (most.5 != less.5, Better::Larger),
        (most.6 != less.6, Better::Newer),
    ];
    differ.into_iter().find(|(differs, _)| *differs).map_or(Better::First, |(_, why)| why)
}
