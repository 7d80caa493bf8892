//! What scans offer to a draft: values for empty fields, and others than the typed ones.

use super::{Read, certificates, legal, person, region, sides, values};
use crate::catalog::filing_region::find;
use crate::filing::{FieldId, PersonField, Value};
use crate::identifiers::date::LONG_TERM;
use crate::reading::{Certainty, Reading, Spot, What};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Fix};
use crate::rules::scans::file::{Scan, scans};
use crate::rules::scans::printed::printed_code;
use crate::text::text;

/// A value on a scan that a field does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The field.
    pub field: FieldId,
    /// The field of the scan.
    pub scan: FieldId,
    /// The scan's path, as written in the draft.
    pub path: String,
    /// What was typed; `None` where the field is empty.
    pub typed: Option<String>,
    /// What was read, as a draft stores it.
    pub seen: String,
    /// How certain that is; never doubtful.
    pub certainty: Certainty,
    /// The typed and the read character and their place, where a name differs in one character alone.
    pub other: Option<(char, char, usize)>,
    /// Where it stands in the picture.
    pub spot: Option<Spot>,
    /// The change that takes it.
    pub fix: Fix,
    /// Whether a code printed on the same scan says it, too.
    pub(super) is_printed: bool,
}

impl Offer {
    /// Whether it may be taken together with others, without a look at each: it stands its check, and nothing else was typed.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.certainty == Certainty::Checked && self.typed.is_none()
    }

    /// What was read, as people say it: a region by its name in full.
    #[must_use]
    pub(super) fn said(&self) -> Arg {
        match find(&self.seen).filter(|_| self.field == FieldId::SubjectRegion) {
            Some(region) => Arg::whole_region(region),
            None if self.seen == LONG_TERM => Arg::Name(text("长期", "长期 (no end date)")),
            None => Arg::Text(self.seen.clone()),
        }
    }
}

/// What the scans of a draft offer, scan by scan; none of another person's document, nothing doubtful, and nothing twice.
#[must_use]
pub fn offers(context: &Context<'_>) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for (scan, reading) in certificates(context) {
        if person::another(context, &scan, reading).is_some() || sides::is_of_another_kind(context, &scan, reading) {
            continue;
        }
        // What stands on a back that does not fit its front is looked at one by one.
        let is_doubted = sides::is_of_another_front(context, &scan, reading);
        let of_values = values(context, &scan, reading).into_iter().filter_map(|read| offer(context, (&scan, reading), read));
        let of_values = of_values.map(|offer| match is_doubted {
            true => Offer { certainty: Certainty::Read, ..offer },
            false => offer,
        });
        for offer in of_values.chain(of_region(context, &scan, reading)) {
            if offers.iter().all(|other| (other.field, &other.seen) != (offer.field, &offer.seen)) {
                offers.push(offer);
            }
        }
    }
    offers
}

fn offer(context: &Context<'_>, (scan, reading): (&Scan<'_>, &Reading), read: Read<'_>) -> Option<Offer> {
    if read.seen.certainty == Certainty::Doubtful {
        return None;
    }
    let typed = context.typed(read.field);
    let is_open = match typed {
        Some(_) => differs(context, &read),
        None => is_blank(context.text(read.field)),
    };
    is_open.then_some(())?;
    let other = typed.and_then(|typed| other_character(&read, typed));
    // Another legal representative is no other name of the responsible person: the answer that they are one is doubted instead.
    let is_answer = read.seen.what == What::LegalPerson && read.field == FieldId::ResponsiblePersonName;
    if is_answer && typed.is_some_and(|typed| legal::is_another(typed, &read.stored)) {
        return None;
    }
    let spot = reading.spot(read.seen).map(|spot| match other {
        Some((.., at)) => spot.around(at, read.seen.text.chars().count()),
        None => spot,
    });
    let kind = kind(context, scan, reading).filter(|_| is_number(scan, read.field));
    let changes = kind.into_iter().chain([(read.field, Some(Value::Text(read.stored.clone())))]).collect();
    Some(Offer {
        field: read.field,
        scan: scan.id,
        path: scan.path.to_owned(),
        typed: typed.map(str::to_owned),
        certainty: read.seen.certainty,
        other,
        spot,
        fix: Fix::offer(changes),
        is_printed: read.field == FieldId::SubjectCertificateNumber && printed_code(scan.facts).is_some(),
        seen: read.stored,
    })
}

/// Whether a scan, or the code printed on it, has another value than the typed one for a field: that one is offered, and no guess beside it.
pub(in crate::rules) fn has_other(context: &Context<'_>, field: FieldId) -> bool {
    let printed = |scan: Scan<'_>| scan.id == FieldId::SubjectCertificatePhoto && printed_code(scan.facts).is_some();
    offers(context).iter().any(|offer| offer.field == field)
        || field == FieldId::SubjectCertificateNumber && scans(context).any(printed)
}

/// The region that follows from the address, where none is chosen. Which one that is was concluded and stands nowhere, so it is never checked.
fn of_region(context: &Context<'_>, scan: &Scan<'_>, reading: &Reading) -> Option<Offer> {
    let field = FieldId::SubjectRegion;
    let is_open = context.asks(field) && context.get(field).is_none();
    let (seen, region) = region::region(context, scan, reading).filter(|_| is_open)?;
    let is_wanted = reading.kind.is_some_and(|kind| super::is_expected(context, scan, kind));
    is_wanted.then(|| Offer {
        field,
        scan: scan.id,
        path: scan.path.to_owned(),
        typed: None,
        seen: region.code().to_owned(),
        certainty: Certainty::Read,
        other: None,
        spot: reading.spot(seen),
        fix: Fix::offer(vec![(field, Some(Value::from(region.code())))]),
        is_printed: false,
    })
}

/// What kind of document the scan shows, for the field that asks for it and is empty. It stands before the number, which cannot be
/// checked without it.
pub(super) fn kind(context: &Context<'_>, scan: &Scan<'_>, reading: &Reading) -> Option<(FieldId, Option<Value>)> {
    let kind =
        PersonField::find(scan.id).map_or(FieldId::SubjectCertificateKind, |(role, _)| PersonField::CertificateKind.of(role));
    let known = reading.kind.and_then(|kind| kind.certificate(context.chosen(FieldId::SubjectNature)))?;
    (context.asks(kind) && context.get(kind).is_none()).then_some((kind, Some(Value::Code(known))))
}

/// Whether a field holds the number of the certificate that a scan shows.
fn is_number(scan: &Scan<'_>, field: FieldId) -> bool {
    let of_person = PersonField::find(scan.id).map(|(role, _)| PersonField::CertificateNumber.of(role));
    field == of_person.unwrap_or(FieldId::SubjectCertificateNumber)
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
        // Documents leave out the province, drafts must not, which other rules say; all else is to be as printed, to the end.
        What::Address => {
            let is_region = |before: &str| !before.chars().any(|c| c.is_ascii_digit() || c == '号');
            !typed.strip_suffix(&seen).is_some_and(is_region) && !seen.strip_suffix(&typed).is_some_and(is_region)
        }
        _ => typed != seen,
    }
}

/// A text without what the same words may be written with or without.
pub(super) fn plain(text: &str) -> String {
    let form = |c: char| match c {
        '（' => '(',
        '）' => ')',
        '•' | '・' | '‧' | '．' => '·',
        c => c.to_ascii_uppercase(),
    };
    text.chars().filter(|c| !c.is_whitespace()).map(form).collect()
}

/// The typed and the read character and their place, where a name differs in one alone: there the reading may be the one that errs.
fn other_character(read: &Read<'_>, typed: &str) -> Option<(char, char, usize)> {
    let is_name = matches!(read.seen.what, What::Name | What::Company | What::LegalPerson);
    let (typed, seen) = (plain(typed), plain(&read.stored));
    if !is_name || typed.chars().count() != seen.chars().count() {
        return None;
    }
    let mut others = typed.chars().zip(seen.chars()).enumerate().filter(|(_, (one, other))| one != other);
    let (at, (one, other)) = others.next()?;
    others.next().is_none().then_some((one, other, at))
}
