//! A draft, filled in from pictures of certificates: each picture in its field, and the values that they vouch for in theirs.

mod others;
mod papers;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::catalog;
use crate::filing::{Draft, FieldId, Kind, PersonField, Role, Value};
use crate::reading::{
    Apart, Certainty, Choice, DocumentKind, Open, Reading, Readings, Side, Sorted, What, WhyLeft, apart, name_on, sort,
};
use crate::rules::{Context, Offer, offers};
use crate::scan::facts::{Content, Facts, FileFacts, Format};

/// A picture that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its path, as the draft will name it.
    pub path: String,
    /// The SHA-256 of its bytes; `None` where they could not be read.
    pub sha256: Option<String>,
    /// What it says.
    pub reading: Reading,
    /// What can be seen in it; `None` where it could not be looked at.
    pub about: Option<FileFacts>,
    /// Whether it lies where it was found, still.
    pub is_there: bool,
}

/// What becomes of pictures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filled {
    /// Fields, each with its picture.
    pub placed: Vec<(FieldId, String)>,
    /// Fields whose values were taken from pictures.
    pub filled: Vec<FieldId>,
    /// Pictures that have no place.
    pub left: Vec<Left>,
    /// What has to be asked before more of them have one.
    pub open: Option<Open>,
    /// Everything that changes.
    pub changes: Vec<(FieldId, Option<Value>)>,
}

/// A picture that has no place.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// Its path.
    pub path: String,
    /// Why.
    pub why: WhyLeft,
    /// The picture that shows the same and is better.
    pub instead: Option<String>,
    /// What it says.
    pub reading: Reading,
}

/// The nature of whoever files, as far as the pictures tell: that of the certificate, or an individual where there is a card and no
/// certificate of an organisation.
#[must_use]
pub fn nature(pictures: &[Picture]) -> Option<u32> {
    let read = read(&others::one_of_each(pictures));
    let placed = sort(&read, &Draft::default(), &[]).placed;
    let of = |wanted: FieldId| placed.iter().find(|(field, _)| *field == wanted).map(|(_, path)| *path);
    let Some(certificate) = of(FieldId::SubjectCertificatePhoto) else {
        return of(FieldId::ResponsiblePersonCertificateFront).map(|_| catalog::INDIVIDUAL);
    };
    let kind = read.iter().find(|(path, _)| path == certificate).and_then(|(_, reading)| reading.kind?.certificate(None))?;
    catalog::certificate_kinds().iter().find(|row| row.id == kind).map(|row| row.nature)
}

/// Puts pictures into the fields of a draft, and the values that they vouch for into theirs. What is filled in stays; of fields that
/// hold a picture already, only where `over`, and never letters. Of several pictures of one side of a document the best one is taken.
/// Who is who is taken from what was chosen, as if the names had been typed.
#[must_use]
pub fn fill(draft: &Draft, pictures: &[Picture], chosen: &[Choice], today: NaiveDate, over: bool) -> Filled {
    let (there, gone): (Vec<Picture>, Vec<Picture>) = pictures.iter().cloned().partition(|picture| picture.is_there);
    let (kept, others) = others::best(draft, &there, today);
    let read = read(&kept);
    let sorted = sort(&read, draft, chosen);
    let mut work = Work { draft, read: &read, next: draft.clone(), filled: Filled::default(), taken: Vec::new() };
    // An owner of their own is one that the responsible person is not.
    if !draft.is_individual() && sorted.placed.iter().any(|(field, _)| *field == FieldId::OwnerCertificateFront) {
        work.next.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    }
    for (field, path) in &sorted.placed {
        work.place(*field, path, over);
    }
    work.take_names(&sorted.people, chosen);
    work.take_certain(pictures, today);
    // Which letters are asked for hangs on what the certificates say: the province, who is who.
    let papers = work.place_papers(&sorted, today);
    let people = work.people(&sorted);
    let Work { next, mut filled, taken, .. } = work;
    let says = |path: &str| read.iter().find(|(of, _)| of == path).map(|(_, reading)| reading.clone()).unwrap_or_default();
    let is_elsewhere = |path: &str| papers::is_to_another_bureau(&says(path), &next);
    let left = |path: &str, why: WhyLeft| Left { path: path.to_owned(), why, reading: says(path), instead: None };
    let unclear = |path: &str| match fits_nobody(path, &sorted, &read) {
        Some(why) => why,
        None if papers::is_for_somebody_else(&says(path), &people) => WhyLeft::SomebodyElse,
        None if is_elsewhere(path) => WhyLeft::AnotherBureau,
        None => WhyLeft::Unclear,
    };
    let why = |path: &str| match why(path, &there) {
        WhyLeft::Unclear => unclear(path),
        why => why,
    };
    // What the draft has is where it belongs.
    let is_named = |path: &str| draft.files().iter().any(|(_, _, named)| *named == path);
    let unplaced = sorted.left.iter().filter(|path| !papers.contains(path) && !is_named(path)).map(|path| left(path, why(path)));
    let gone = gone.iter().map(|picture| left(&picture.path, WhyLeft::Gone));
    let taken = taken.iter().map(|path| left(path, WhyLeft::Taken));
    filled.left = unplaced.chain(others).chain(gone).chain(taken).collect();
    filled.open = sorted.open;
    let changed = FieldId::ALL.iter().copied().filter(|id| next.get(*id) != draft.get(*id));
    filled.changes = changed.map(|id| (id, next.get(id).cloned())).collect();
    filled
}

/// A draft as it is filled in.
struct Work<'a> {
    /// As it was.
    draft: &'a Draft,
    /// The pictures and what they say.
    read: &'a [(String, Reading)],
    /// As it becomes.
    next: Draft,
    /// What was done.
    filled: Filled,
    /// Pictures whose field has one, or is not asked for.
    taken: Vec<String>,
}

impl<'a> Work<'a> {
    fn says(&self, path: &str) -> Option<&'a Reading> {
        self.read.iter().find(|(of, _)| of == path).map(|(_, reading)| reading)
    }

    fn place(&mut self, field: FieldId, path: &str, over: bool) {
        // It is where it belongs.
        if self.next.paths(field).contains(&path) {
            return;
        }
        if !papers::may_be_asked_for(&self.next, field) || !over && !self.next.paths(field).is_empty() {
            self.taken.push(path.to_owned());
            return;
        }
        let is_list = matches!(field.field().kind, Kind::Pictures(_));
        self.next.set(field, Some(if is_list { Value::Paths(vec![path.to_owned()]) } else { path.into() }));
        self.filled.placed.push((field, path.to_owned()));
    }

    fn take_names(&mut self, people: &[(Role, &str)], chosen: &[Choice]) {
        for (field, value) in named(&self.filled, self.read, people, chosen) {
            if self.next.get(field).is_none() {
                self.next.set(field, Some(value));
                self.filled.filled.push(field);
            }
        }
    }

    /// The values that are certain on what was placed.
    fn take_certain(&mut self, pictures: &[Picture], today: NaiveDate) {
        let known = |picture: &Picture| Some((picture.path.clone(), picture.sha256.clone()?, picture.about.clone()));
        let facts: Facts = pictures
            .iter()
            .filter_map(known)
            .map(|(path, sha256, about)| {
                // A format that is decoded here and not measured is known by its bytes alone.
                let about = about.filter(|about| about.sha256().is_some());
                (path, about.unwrap_or_else(|| FileFacts::picture(Format::Jpeg, 0, 0, 0)).with_sha256(&sha256))
            })
            .collect();
        let mut readings = Readings::default();
        for picture in pictures {
            if let Some(sha256) = &picture.sha256 {
                readings.insert(sha256, picture.reading.clone());
            }
        }
        let offers = offers(&Context::new(&self.next, &facts, today).with_readings(&readings));
        for offer in offers.into_iter().filter(Offer::is_certain) {
            if !self.filled.placed.iter().any(|(field, _)| *field == offer.scan) {
                continue;
            }
            for (field, value) in offer.fix.changes {
                if !self.filled.filled.contains(&field) {
                    self.next.set(field, value);
                    self.filled.filled.push(field);
                }
            }
        }
    }

    /// Who is meant in the draft and on the cards.
    fn people(&self, sorted: &Sorted<'_>) -> Vec<(Option<Role>, String)> {
        let placed = sorted.people.iter().filter_map(|(role, path)| Some((*role, name_on(self.says(path)?)?)));
        let is_front =
            |reading: &Reading| matches!(reading.kind, Some(DocumentKind::Person(_))) && reading.side == Some(Side::Front);
        let on_cards = self.read.iter().filter(|(_, reading)| is_front(reading)).filter_map(|(_, reading)| name_on(reading));
        papers::named(&self.next, &placed.collect::<Vec<_>>(), &on_cards.collect::<Vec<_>>())
    }

    /// Puts letters and permits in their places, and says which pictures those are.
    fn place_papers(&mut self, sorted: &Sorted<'a>, today: NaiveDate) -> Vec<&'a str> {
        let is_named = |path: &str| self.draft.files().iter().any(|(_, _, named)| *named == path);
        let loose = sorted.left.iter().copied().filter(|path| !is_named(path));
        let papers: Vec<papers::Paper<'_>> = loose.filter_map(|path| Some((path, self.says(path)?))).collect();
        let named = self.people(sorted);
        let letters = papers::letters(&self.next, &papers, &named, today);
        let permits = papers::permits(&self.next, &papers);
        for (field, path) in &letters {
            self.place(*field, path, false);
        }
        let mut rows = self.next.approvals().to_vec();
        for (index, path) in &permits {
            if let Some(row) = rows.get_mut(*index) {
                row.document = (*path).to_owned();
                self.filled.placed.push((FieldId::PriorApprovals, (*path).to_owned()));
            }
        }
        if !permits.is_empty() {
            self.next.set(FieldId::PriorApprovals, Some(Value::Approvals(rows)));
        }
        letters.into_iter().map(|(_, path)| path).chain(permits.into_iter().map(|(_, path)| path)).collect()
    }
}

/// Why a picture is the back of nobody's card here: of those who lack a back nobody has such a card, or nobody is given its term.
fn fits_nobody(path: &str, sorted: &Sorted<'_>, read: &[(String, Reading)]) -> Option<WhyLeft> {
    let says = |path: &str| read.iter().find(|(of, _)| of == path).map(|(_, reading)| reading);
    let back = says(path).filter(|back| back.side == Some(Side::Back))?;
    let has_back = |role: Role| sorted.placed.iter().any(|(field, _)| *field == PersonField::Back.of(role));
    let lacking = sorted.people.iter().filter(|(role, _)| !has_back(*role)).filter_map(|(_, front)| says(front));
    let reasons: Vec<Option<Apart>> = lacking.map(|front| apart(front, back)).collect();
    let of_such_cards = || reasons.iter().filter(|why| **why != Some(Apart::Kind));
    match reasons.is_empty() {
        true => None,
        false if of_such_cards().next().is_none() => Some(WhyLeft::Kind),
        false => of_such_cards().all(|why| *why == Some(Apart::Term)).then_some(WhyLeft::Term),
    }
}

/// What follows from who was chosen: the names on the cards, and that somebody else is the legal representative where the certificate of
/// the organisation and another card say so.
fn named(filled: &Filled, read: &[(String, Reading)], people: &[(Role, &str)], chosen: &[Choice]) -> Vec<(FieldId, Value)> {
    if !chosen.iter().any(|choice| matches!(choice, Choice::Person(_, Some(_)))) {
        return Vec::new();
    }
    let is_placed = |role: Role| filled.placed.iter().any(|(field, _)| *field == PersonField::Front.of(role));
    let reading = |path: &str| read.iter().find(|(of, _)| of == path).map(|(_, reading)| reading);
    let named = |(role, path): &(Role, &str)| Some((*role, name_on(reading(path)?)?));
    let names: Vec<(Role, String)> = people.iter().filter(|(role, _)| is_placed(*role)).filter_map(named).collect();
    let mut values: Vec<_> = names.iter().map(|(role, name)| (PersonField::Name.of(*role), Value::from(name.as_str()))).collect();
    let certificate = filled.placed.iter().find(|(field, _)| *field == FieldId::SubjectCertificatePhoto);
    let on_certificate = certificate.and_then(|(_, path)| reading(path)?.value(What::LegalPerson));
    let is_another = |name: &str| names.iter().any(|(role, other)| *role == Role::ResponsiblePerson && other != name);
    if let Some(seen) = on_certificate.filter(|seen| is_another(&seen.text))
        && let Some((_, card)) = read.iter().find(|(_, reading)| name_on(reading).as_ref() == Some(&seen.text))
    {
        values.push((FieldId::IsLegalPerson, Value::Flag(false)));
        values.push((FieldId::LegalPersonName, seen.text.as_str().into()));
        let number = card.value(What::Number).filter(|number| number.certainty == Certainty::Checked);
        values.extend(number.map(|number| (FieldId::LegalPersonNumber, number.text.as_str().into())));
    }
    values
}

fn why(path: &str, pictures: &[Picture]) -> WhyLeft {
    match pictures.iter().find(|picture| picture.path == path) {
        _ if Format::promised_by(path).is_some_and(|format| !format.is_decoded()) => WhyLeft::Format,
        Some(picture) if picture.sha256.is_none() => WhyLeft::Unreadable,
        Some(picture) if picture.reading.kind.is_none() && is_damaged(picture) => WhyLeft::Damaged,
        Some(picture) if picture.reading.kind.is_none() => WhyLeft::Unknown,
        Some(picture) if picture.reading.is_double || picture.reading.side == Some(Side::Both) => WhyLeft::Several,
        _ => WhyLeft::Unclear,
    }
}

/// Whether nothing can be seen in it because of its bytes.
fn is_damaged(picture: &Picture) -> bool {
    let content = picture.about.as_ref().map(|about| &about.content);
    matches!(content, Some(Content::Empty | Content::Unknown | Content::Picture { damage: Some(_), .. }))
}

fn read(pictures: &[&Picture]) -> Vec<(String, Reading)> {
    pictures.iter().map(|picture| (picture.path.clone(), picture.reading.clone())).collect()
}
