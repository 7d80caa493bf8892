//! Whose cards are among pictures, and what only the user can say of them: who is who, and whose a back is.

use super::{Apart, Certainty, Reading, Side, What, apart};
use crate::filing::{Draft, FieldId, Need, PersonField, Role, Value};

/// A picture and what it says.
pub type Picture = (String, Reading);

/// Somebody whose card is among the pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The path of the side with the name.
    pub path: String,
    /// The name on it; `None` where it could not be read with certainty.
    pub name: Option<String>,
    /// Whether the certificate of the organisation names the same person as its legal representative.
    pub is_on_licence: bool,
    /// Whether the term on a back that is asked about is not one that is given to somebody of that age.
    pub has_another_term: bool,
}

/// What the pictures do not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Which of them is the responsible person; whoever is likely to be comes first.
    ResponsiblePerson(Vec<Person>),
    /// Which of them is the owner.
    Owner(Vec<Person>),
    /// Whose card this back belongs to; whoever it is likely to be comes first.
    Back {
        /// Its path.
        path: String,
        /// Who holds it, as far as it is known.
        people: Vec<(Role, Person)>,
    },
}

/// What was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The person in this role is the one on this front; none of them where there is no path.
    Person(Role, Option<String>),
    /// The person in this role is probably the one on this front: nobody was asked.
    Suggested(Role, String),
    /// This back belongs to the person in this role, or to neither.
    Back(String, Option<Role>),
    /// Nothing more is answered: what is open stays so.
    NoMore,
}

impl Open {
    /// The answer that the certificate of the organisation suggests.
    #[must_use]
    pub fn suggested(&self) -> Option<Choice> {
        let Self::ResponsiblePerson(people) = self else { return None };
        let mut named = people.iter().filter(|person| person.is_on_licence);
        let only = named.next().filter(|_| named.next().is_none())?;
        Some(Choice::Suggested(Role::ResponsiblePerson, only.path.clone()))
    }

    /// The people who are asked about, each with the answer that means that person.
    #[must_use]
    pub fn answers(&self) -> Vec<(&Person, Choice)> {
        let of = |role: Role, person: &Person| Choice::Person(role, Some(person.path.clone()));
        match self {
            Self::ResponsiblePerson(people) => people.iter().map(|one| (one, of(Role::ResponsiblePerson, one))).collect(),
            Self::Owner(people) => people.iter().map(|one| (one, of(Role::Owner, one))).collect(),
            Self::Back { path, people } => {
                people.iter().map(|(role, one)| (one, Choice::Back(path.clone(), Some(*role)))).collect()
            }
        }
    }

    /// The answer that it is none of them.
    #[must_use]
    pub fn neither(&self) -> Choice {
        match self {
            Self::ResponsiblePerson(_) => Choice::Person(Role::ResponsiblePerson, None),
            Self::Owner(_) => Choice::Person(Role::Owner, None),
            Self::Back { path, .. } => Choice::Back(path.clone(), None),
        }
    }
}

/// A value that was read without doubt.
pub(super) fn certain(reading: &Reading, what: What) -> Option<&str> {
    reading.value(what).filter(|seen| seen.certainty > Certainty::Doubtful).map(|seen| seen.text.as_str())
}

/// The name on a card in ideographs, else in Latin letters, as a draft has it.
#[must_use]
pub fn name_on(reading: &Reading) -> Option<String> {
    let (seen, stored) = reading.for_person(PersonField::Name)?;
    (seen.certainty > Certainty::Doubtful).then_some(stored)
}

/// Who is who among the fronts.
pub(super) struct People<'a> {
    /// Fronts in their roles.
    pub placed: Vec<(Role, &'a Picture)>,
    /// What cannot be told.
    pub open: Option<Open>,
}

/// Finds out who is who, as far as the draft and the user tell; an only card is the responsible person's unless the draft knows better.
pub(super) fn people<'a>(fronts: &[&'a Picture], licence: Option<&Reading>, draft: &Draft, chosen: &[Choice]) -> People<'a> {
    let is_said = |role: Role| fronts.iter().any(|picture| said(&picture.0, chosen) == Some(role));
    let known = |picture: &Picture| {
        // What was said of a role holds, whoever else has the name that was typed.
        said(&picture.0, chosen).or_else(|| typed(&picture.1, draft).filter(|role| !is_said(*role)))
    };
    if let [one] = *fronts {
        return People { placed: vec![(known(one).unwrap_or(Role::ResponsiblePerson), one)], open: None };
    }
    let of = |role: Role| fronts.iter().copied().filter(move |picture| known(picture) == Some(role)).collect::<Vec<_>>();
    let rest: Vec<&Picture> = fronts.iter().copied().filter(|picture| known(picture).is_none()).collect();
    let (responsible, owner) = (of(Role::ResponsiblePerson), of(Role::Owner));
    let on_licence = licence.and_then(|reading| certain(reading, What::LegalPerson));
    let shown = |picture: &&Picture| Person {
        path: picture.0.clone(),
        name: name_on(&picture.1),
        is_on_licence: on_licence.is_some() && certain(&picture.1, What::Name) == on_licence,
        has_another_term: false,
    };
    let people_of = |fronts: &[&Picture]| {
        let mut people: Vec<Person> = fronts.iter().map(shown).collect();
        people.sort_by_key(|person| !person.is_on_licence);
        people
    };
    let is_open = |role: Role| {
        let is_answered = chosen.contains(&Choice::Person(role, None));
        !is_answered && is_free(PersonField::Front.of(role), draft)
    };
    // Two documents that bear the name that was typed: which of them is meant is asked.
    let sole = |role: Role, of: &[&'a Picture]| if let [one] = *of { Some((role, one)) } else { None };
    let placed: Vec<_> = sole(Role::ResponsiblePerson, &responsible).into_iter().chain(sole(Role::Owner, &owner)).collect();
    for (role, several) in [(Role::ResponsiblePerson, &responsible), (Role::Owner, &owner)] {
        if several.len() > 1 && is_open(role) {
            let people = people_of(several);
            let open = if role == Role::Owner { Open::Owner(people) } else { Open::ResponsiblePerson(people) };
            return People { placed, open: Some(open) };
        }
    }
    // Of two, the one tells the other, unless neither of them was meant; an individual is both, and has no other.
    let may_be_two = !draft.is_individual() && draft.get(FieldId::SameAsResponsiblePerson) != Some(&Value::Flag(true));
    if may_be_two && let ([other], [(role, _)]) = (&rest[..], &placed[..]) {
        let second = if *role == Role::Owner { Role::ResponsiblePerson } else { Role::Owner };
        let mut both = vec![placed[0], (second, *other)];
        both.sort_by_key(|(role, _)| *role == Role::Owner);
        return People { placed: both, open: None };
    }
    let is_left_out = chosen.contains(&Choice::Person(Role::ResponsiblePerson, None));
    let open = match (responsible.is_empty(), owner.is_empty()) {
        _ if rest.is_empty() || is_left_out => None,
        (true, _) if is_open(Role::ResponsiblePerson) => Some(Open::ResponsiblePerson(people_of(&rest))),
        (_, true) if is_open(Role::Owner) => Some(Open::Owner(people_of(&rest))),
        _ => None,
    };
    People { placed, open }
}

/// The role that the user said.
fn said(path: &str, chosen: &[Choice]) -> Option<Role> {
    chosen.iter().find_map(|choice| match choice {
        Choice::Person(role, Some(of)) | Choice::Suggested(role, of) if of == path => Some(*role),
        _ => None,
    })
}

/// The role in which this person's name or number was typed. What is hard to read and agrees with that is right.
fn typed(reading: &Reading, draft: &Draft) -> Option<Role> {
    [Role::ResponsiblePerson, Role::Owner].into_iter().find(|role| {
        [PersonField::CertificateNumber, PersonField::Name].into_iter().any(|part| {
            let typed = draft.text(part.of(*role)).trim();
            let mut seen = reading.values.iter().filter(|seen| seen.what.person_field() == Some(part));
            !typed.is_empty() && seen.any(|seen| seen.stored().eq_ignore_ascii_case(typed))
        })
    })
}

/// Whether a picture may go into a field. The owner's are asked for as soon as there is an owner of their own.
fn is_free(field: FieldId, draft: &Draft) -> bool {
    let mut draft = draft.clone();
    if matches!(PersonField::find(field), Some((Role::Owner, _))) {
        if draft.is_individual() {
            return false;
        }
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    }
    draft.need(field) != Need::NotAsked && draft.paths(field).is_empty()
}

/// The backs of people, each with its role: that which was said, and that which may be of one of them alone. One that may be of several is
/// open where the draft has room for it.
pub(super) fn backs<'a>(
    people: &[(Role, &'a Picture)],
    fronts: &[&'a Picture],
    backs: &[&'a Picture],
    draft: &Draft,
    chosen: &[Choice],
) -> (Vec<(Role, &'a Picture)>, Option<Open>) {
    let said = |path: &str| {
        chosen.iter().find_map(|choice| match choice {
            Choice::Back(of, role) if of == path => Some(*role),
            _ => None,
        })
    };
    let mut placed: Vec<(Role, &Picture)> =
        backs.iter().filter_map(|back| said(&back.0).flatten().map(|role| (role, *back))).collect();
    let (is_said, are_several) = (!placed.is_empty(), people.len() > 1 || fronts.len() > people.len());
    let rest: Vec<&Picture> = backs.iter().copied().filter(|back| said(&back.0).is_none()).collect();
    // Somebody without a role may be the holder as well.
    let strangers: Vec<&Picture> =
        fronts.iter().copied().filter(|front| people.iter().all(|(_, (path, _))| *path != front.0)).collect();
    let may_be_stranger = |back: &Picture| strangers.iter().any(|front| apart(&front.1, &back.1).is_none());
    let people: Vec<_> = people.iter().filter(|(role, _)| placed.iter().all(|(other, _)| other != role)).collect();
    // A back has no name: it goes to the only person whose card it may be of, and only where no other back may be, too.
    let may_be = |person: &(Role, &Picture), back: &Picture| apart(&person.1.1, &back.1).is_none();
    for person in &people {
        let is_only = people.len() == 1 && !is_said && strangers.is_empty();
        let is_part = |back: &Picture| apart(&person.1.1, &back.1) != Some(Apart::Kind);
        let mut own = rest.iter().filter(|back| is_only && is_part(back) || may_be(person, back));
        if let (Some(back), None) = (own.next(), own.next())
            && !may_be_stranger(back)
            // One that says the same may be a second picture of that card.
            && placed.iter().all(|(_, other)| !super::same::says_the_same(&other.1, &back.1))
            && people.iter().all(|other| other.0 == person.0 || !may_be(other, back))
        {
            placed.push((person.0, *back));
        }
    }
    let open = rest.iter().filter(|back| placed.iter().all(|(_, other)| other.0 != back.0)).find_map(|back| {
        let is_wanted = |(role, _): &&&(Role, &Picture)| is_free(PersonField::Back.of(*role), draft);
        let mut lacking: Vec<_> = people
            .iter()
            .filter(|(role, _)| placed.iter().all(|(other, _)| other != role))
            .filter(|(_, front)| !matches!(apart(&front.1, &back.1), Some(Apart::Number | Apart::Kind)))
            .filter(is_wanted)
            .collect();
        let has_another_term = |person: &(Role, &Picture)| !may_be(person, back);
        lacking.sort_by_key(|person| (has_another_term(person), std::cmp::Reverse(likeness(person.1, back))));
        let shown = |person: &&&(Role, &Picture)| {
            let (path, reading) = person.1;
            let name = name_on(reading);
            (person.0, Person { path: path.clone(), name, is_on_licence: false, has_another_term: has_another_term(person) })
        };
        // Two that may only be of one person are open, too; of an only person nothing is asked. Whoever lacks a back is named, even where
        // a term speaks against that: it may be misread.
        let may_be_somebody_s = lacking.iter().any(|person| may_be(person, back));
        (are_several && may_be_somebody_s)
            .then(|| Open::Back { path: back.0.clone(), people: lacking.iter().map(shown).collect() })
    });
    (placed, open)
}

/// How much speaks for two sides being of one card: the authority's place in the address, else names of files that begin alike.
fn likeness(front: &Picture, back: &Picture) -> (usize, usize) {
    let address = certain(&front.1, What::Address).unwrap_or_default();
    let authority = certain(&back.1, What::Authority).unwrap_or_default();
    let places = authority.split("公安局").flat_map(|part| part.split("分局")).filter(|part| !part.is_empty());
    let found = places.filter(|place| address.contains(place)).map(str::len).sum();
    (found, alike(&front.0, &back.0))
}

fn alike(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// Whether a picture shows the side of a person's document that has the name, and no other.
pub(super) fn is_front(reading: &Reading) -> bool {
    super::sort::is_person(reading) && !reading.is_double && !matches!(reading.side, Some(Side::Back | Side::Both))
}

/// Whether it shows the other side alone.
pub(super) fn is_back(reading: &Reading) -> bool {
    super::sort::is_person(reading) && !reading.is_double && reading.side == Some(Side::Back)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::document::Document;
    use crate::reading::{DocumentKind, Seen, sort};

    const FRONT: FieldId = FieldId::ResponsiblePersonCertificateFront;
    const BACK: FieldId = FieldId::ResponsiblePersonCertificateBack;
    const OWNER: FieldId = FieldId::OwnerCertificateFront;
    const OWNER_BACK: FieldId = FieldId::OwnerCertificateBack;

    fn says(kind: DocumentKind, side: Option<Side>, values: &[(What, &str)]) -> Reading {
        let seen = |(what, text): &(What, &str)| Seen {
            what: *what,
            text: (*text).into(),
            certainty: Certainty::Read,
            corners: [(0.0, 0.0); 4],
        };
        Reading { kind: Some(kind), side, values: values.iter().map(seen).collect(), ..Reading::default() }
    }

    fn front(name: &str) -> Reading {
        let address = format!("四川省成都市{name}区一路1号");
        let card = DocumentKind::Person(Document::ResidentId);
        says(card, Some(Side::Front), &[(What::Name, name), (What::Address, &address)])
    }

    fn back(place: &str) -> Reading {
        let card = DocumentKind::Person(Document::ResidentId);
        says(card, Some(Side::Back), &[(What::Authority, &format!("成都市公安局{place}分局"))])
    }

    fn pictures(readings: Vec<Reading>) -> Vec<Picture> {
        readings.into_iter().enumerate().map(|(at, says)| (at.to_string(), says)).collect()
    }

    /// Sorts, answering each question with the name (or the back's holder) that comes next; none of them where there is no such name.
    fn answered(pictures: &[Picture], draft: &Draft, answers: &[&str]) -> (Vec<(FieldId, usize)>, usize) {
        let (mut chosen, mut asked) = (Vec::new(), 0);
        loop {
            let sorted = sort(pictures, draft, &chosen);
            let Some(open) = sorted.open else {
                let mut placed: Vec<_> = sorted.placed.iter().map(|(id, path)| (*id, path.parse().unwrap())).collect();
                placed.sort_by_key(|(_, at)| *at);
                return (placed, asked);
            };
            let wanted = answers.get(asked).copied();
            let answer = open.answers().into_iter().find(|(person, _)| person.name.as_deref() == wanted);
            chosen.push(answer.map_or_else(|| open.neither(), |(_, choice)| choice));
            asked += 1;
            assert!(asked < 9, "asks without end");
        }
    }

    #[test]
    fn the_user_says_who_is_who_and_is_asked_no_more_than_needed() {
        let licence = |name: &str| says(DocumentKind::Licence, None, &[(What::LegalPerson, name)]);
        let photo = (FieldId::SubjectCertificatePhoto, 0);
        let two = || vec![licence("丙"), front("甲"), front("乙")];
        let with_backs = || vec![licence("丙"), front("甲"), front("乙"), back("乙"), back("甲")];
        let three = || vec![licence("丙"), front("甲"), front("乙"), front("丁")];
        for (readings, answers, expected) in [
            (two(), &["甲"][..], vec![photo, (FRONT, 1), (OWNER, 2)]),
            (two(), &["乙"], vec![photo, (OWNER, 1), (FRONT, 2)]),
            (two(), &["nobody"], vec![photo]),
            // One back that was said leaves the other to the other.
            (with_backs(), &["甲", "乙"], vec![photo, (FRONT, 1), (OWNER, 2), (OWNER_BACK, 3), (BACK, 4)]),
            (with_backs(), &["甲", "nobody", "nobody"], vec![photo, (FRONT, 1), (OWNER, 2)]),
            (three(), &["丁", "甲"], vec![photo, (OWNER, 1), (FRONT, 3)]),
            (three(), &["丁", "nobody"], vec![photo, (FRONT, 3)]),
            (three(), &["nobody"], vec![photo]),
            (vec![licence("甲"), front("甲"), back("甲")], &[], vec![photo, (FRONT, 1), (BACK, 2)]),
            (vec![licence("甲"), front("甲"), front("甲")], &["甲"], vec![photo, (FRONT, 1), (OWNER, 2)]),
        ] {
            let pictures = pictures(readings);
            let (placed, asked) = answered(&pictures, &Draft::new(4), answers);
            assert_eq!((placed, asked), (expected, answers.len()), "{answers:?}");
        }
    }

    #[test]
    fn an_owner_who_is_the_responsible_person_has_no_card_of_their_own() {
        let pictures = pictures(vec![front("甲"), front("乙")]);
        let mut draft = Draft::new(4);
        draft.set(FieldId::ResponsiblePersonName, Some("甲".into()));
        for (is_one, count) in [(None, 2), (Some(Value::Flag(false)), 2), (Some(Value::Flag(true)), 1)] {
            draft.set(FieldId::SameAsResponsiblePerson, is_one);
            assert_eq!(sort(&pictures, &draft, &[]).placed.len(), count);
        }
    }

    #[test]
    fn two_backs_that_may_be_of_one_person_alone_are_asked_about() {
        let certain = |mut reading: Reading, values: &[(What, &str)]| {
            let seen = |(what, text): &(What, &str)| Seen {
                what: *what,
                text: (*text).into(),
                certainty: Certainty::Checked,
                corners: [(0.0, 0.0); 4],
            };
            reading.values.extend(values.iter().map(seen));
            reading
        };
        let term = |from, to| certain(back("锦江"), &[(What::ValidFrom, from), (What::ValidTo, to)]);
        // Born in 1979 and in 1998: twenty years are given to whoever is 26.
        let older = certain(front("甲"), &[(What::Number, "350502197906200220")]);
        let younger = certain(front("乙"), &[(What::Number, "653101199804042334")]);
        let pictures = pictures(vec![older, younger, term("2018-05-22", "2038-05-22"), term("2013-11-12", "2033-11-12")]);
        for (answers, asked, expected) in [
            (&["甲", "甲"][..], 2, vec![(FRONT, 0), (OWNER, 1), (BACK, 2)]),
            // What is left may only be of the one, then.
            (&["甲", "nobody"], 2, vec![(FRONT, 0), (OWNER, 1), (BACK, 3)]),
        ] {
            assert_eq!(answered(&pictures, &Draft::new(4), answers), (expected, asked));
        }
    }

    #[test]
    fn an_individual_has_no_other_and_somebody_without_a_role_may_hold_a_back() {
        let two = pictures(vec![front("甲"), front("乙")]);
        assert_eq!(answered(&two, &Draft::new(crate::catalog::INDIVIDUAL), &["乙"]), (vec![(FRONT, 1)], 1));
        // The back says nothing of whose it is: each of the three may hold it.
        let three = pictures(vec![front("甲"), front("乙"), front("丁"), back("丙")]);
        let (placed, asked) = answered(&three, &Draft::new(4), &["甲", "乙", "nobody"]);
        assert_eq!((placed, asked), (vec![(FRONT, 0), (OWNER, 1)], 3), "asked, and not taken for anybody's");
        let named = ["甲", "丁"].map(|name| name.to_owned());
        let mut draft = Draft::new(4);
        draft.set(FieldId::ResponsiblePersonName, Some(named[0].as_str().into()));
        draft.set(FieldId::OwnerName, Some(named[1].as_str().into()));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        let sorted = sort(&three, &draft, &[]);
        assert!(sorted.placed.iter().all(|(field, _)| *field == FRONT || *field == OWNER), "{:?}", sorted.placed);
    }

    #[test]
    fn what_is_likely_comes_first_and_fields_that_are_full_are_not_asked_about() {
        let first = |readings: Vec<Reading>, draft: &Draft, chosen: &[Choice]| {
            let pictures = pictures(readings);
            let open = sort(&pictures, draft, chosen).open;
            open.map(|open| open.answers().first().and_then(|(person, _)| person.name.clone()).unwrap_or_default())
        };
        let licence = || says(DocumentKind::Licence, None, &[(What::LegalPerson, "乙")]);
        let draft = Draft::new(4);
        assert_eq!(first(vec![licence(), front("甲"), front("乙")], &draft, &[]).as_deref(), Some("乙"));
        let chosen = [Choice::Person(Role::ResponsiblePerson, Some("0".into()))];
        for place in ["甲", "乙"] {
            let backs = vec![front("甲"), front("乙"), back(place), back("丙")];
            assert_eq!(first(backs, &draft, &chosen).as_deref(), Some(place), "by where it was issued");
        }
        let mut full = Draft::new(4);
        full.set(FRONT, Some("own.jpg".into()));
        let pictures = pictures(vec![front("甲"), front("乙")]);
        assert!(matches!(sort(&pictures, &full, &[]).open, Some(Open::Owner(_))));
        full.set(OWNER, Some("other.jpg".into()));
        assert_eq!(sort(&pictures, &full, &[]).open, None);
        // An individual is both.
        let of_individual = Draft::new(crate::catalog::INDIVIDUAL);
        assert!(matches!(sort(&pictures, &of_individual, &[]).open, Some(Open::ResponsiblePerson(_))));
    }

    #[test]
    fn a_passport_is_given_nobody_s_emblem_side() {
        let passport = || says(DocumentKind::Person(Document::Passport), None, &[(What::LatinName, "MUSTERMANN MARIE")]);
        let drafts = [Draft::new(4), Draft::new(crate::catalog::INDIVIDUAL)];
        for draft in &drafts {
            let alone = pictures(vec![passport(), back("锦江")]);
            assert_eq!(sort(&alone, draft, &[]).placed, [(FRONT, "0")]);
        }
        let both = pictures(vec![passport(), front("甲"), back("锦江")]);
        for (answer, expected) in
            [("0", [(FRONT, "0"), (OWNER, "1"), (OWNER_BACK, "2")]), ("1", [(FRONT, "1"), (OWNER, "0"), (BACK, "2")])]
        {
            let chosen = [Choice::Person(Role::ResponsiblePerson, Some(answer.into()))];
            assert_eq!(sort(&both, &drafts[0], &chosen).placed, expected);
        }
    }
}
