//! What the answer to a question is about. It was given for what stood there: another phone, name or picture asks anew.

use crate::filing::{Draft, FieldId, PersonField, Role, Value};
use crate::rules::engine::normalise::normalised;

/// The answers in `after` that were given about something else: what they are about is not what `before` has there, and nobody
/// gave them since. Values are compared in the form in which they are sent, so that a blank in a number changes nothing.
#[must_use]
pub fn reopened(before: &Draft, after: &Draft) -> Vec<FieldId> {
    let is_kept = |id: &FieldId| before.get(*id).is_some() && before.get(*id) == after.get(*id);
    given().filter(is_kept).filter(|id| is_of_another(before, after, *id)).collect()
}

/// The answers of `before` that `after` lacks although nothing that they are about differs: what took them away was taken back.
#[must_use]
pub fn settled(before: &Draft, after: &Draft) -> Vec<FieldId> {
    let is_gone = |id: &FieldId| before.get(*id).is_some() && after.get(*id).is_none();
    given().filter(is_gone).filter(|id| !is_of_another(before, after, *id)).collect()
}

/// The questions about what differs between the two that `after` asks and nobody has answered.
#[must_use]
pub fn unanswered(before: &Draft, after: &Draft) -> Vec<FieldId> {
    let is_open = |id: &FieldId| after.asks(*id) && after.get(*id).is_none();
    FieldId::QUESTIONS.iter().copied().filter(is_open).filter(|id| is_of_another(before, after, *id)).collect()
}

/// What is given about something: the answers, and the face check, which one person has passed.
pub fn given() -> impl Iterator<Item = FieldId> {
    FieldId::QUESTIONS.iter().chain(FieldId::FACE_CHECK).copied()
}

fn is_of_another(before: &Draft, after: &Draft, id: FieldId) -> bool {
    if FieldId::FACE_CHECK.contains(&id) {
        return is_another_owner(before, after);
    }
    about(id).into_iter().any(|field| differs(before, after, field))
}

/// Whether the owner may be another person: the certificate's number tells, else the name. With a number that was emptied nobody knows.
fn is_another_owner(before: &Draft, after: &Draft) -> bool {
    let differ = |part: PersonField| {
        let [one, other] = [before, after].map(|draft| {
            let id = draft.person_field(Role::Owner, part);
            let value = draft.get(id).and_then(|value| normalised(draft, id, value).as_text().map(str::to_owned));
            value.unwrap_or_default().to_uppercase()
        });
        (!one.is_empty()).then_some(one != other)
    };
    differ(PersonField::CertificateNumber).or_else(|| differ(PersonField::Name)).unwrap_or_default()
}

/// What a question asks about, as far as the draft holds it.
fn about(id: FieldId) -> Vec<FieldId> {
    use FieldId as F;
    let of = |parts: &[PersonField]| parts.iter().flat_map(|part| part.of_both()).chain([F::SameAsResponsiblePerson]).collect();
    let subject = [F::SubjectNature, F::SubjectName, F::SubjectCertificateNumber];
    match id {
        F::FiledBefore | F::FiledInAnotherProvince | F::AnotherFilingRuns | F::AccountNameAgrees => {
            // An individual is the subject.
            let person = [F::ResponsiblePersonName, F::ResponsiblePersonCertificateNumber];
            subject
                .into_iter()
                .chain(person)
                .chain([F::SubjectRegion].into_iter().filter(|_| id != F::AccountNameAgrees))
                .collect()
        }
        F::Renamed | F::RegistryIsNormal => subject.to_vec(),
        F::LicenceChangedLately => {
            let licence = [F::SubjectCertificateAddress, F::LegalPersonName];
            subject.into_iter().chain(licence).collect()
        }
        F::AdministratorIsOwner => of(&[PersonField::Name]),
        F::PhonesAreAnswered | F::PhonesUsedElsewhere => of(&[PersonField::Mobile, PersonField::EmergencyPhone]),
        F::PhonesAreLocal => {
            let mut fields: Vec<F> = of(&[PersonField::Mobile]);
            fields.push(F::SubjectRegion);
            fields
        }
        F::NameIsUnique | F::EntranceIsOpen => vec![F::MiniProgramName],
        F::PicturesAreOriginals => F::CERTIFICATES.to_vec(),
        F::GameHasPayments => vec![F::ServiceContents],
        F::LettersAreSigned | F::LettersDated => F::SIGNED.to_vec(),
        F::ApprovalsValidUntil => vec![F::PriorApprovals],
        _ => Vec::new(),
    }
}

fn differs(before: &Draft, after: &Draft, id: FieldId) -> bool {
    // What hides a field, or shows it, is among what a question is about: with every key only the field that is typed in is looked at.
    if before.get(id) == after.get(id) {
        return false;
    }
    let sent = |draft: &Draft| -> Option<Value> {
        let value = normalised(draft, id, draft.get(id).filter(|_| draft.asks(id))?);
        Some(value).filter(|value| !value.is_empty())
    };
    sent(before) != sent(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use FieldId as F;

    fn draft(changes: &[(F, Value)]) -> Draft {
        let mut draft = Draft::new(4);
        let answers = F::QUESTIONS.iter().map(|id| (*id, Value::Flag(false)));
        let values = [
            (F::SubjectRegion, "430102".into()),
            (F::SubjectName, "虚构科技有限公司".into()),
            (F::ResponsiblePersonName, "测试丙".into()),
            (F::ResponsiblePersonMobile, "13012340003".into()),
            (F::SubjectCertificatePhoto, "licence.jpg".into()),
            (F::MiniProgramName, "小食记".into()),
            (F::CommitmentLetter, Value::Paths(vec!["letter.jpg".into()])),
            (F::SameAsResponsiblePerson, Value::Flag(true)),
            (F::OwnerMobile, "13012340005".into()),
        ];
        for (id, value) in answers.chain(values).chain(changes.iter().cloned()) {
            draft.set(id, Some(value));
        }
        draft
    }

    #[test]
    fn an_answer_holds_for_what_it_was_given_about() {
        let before = draft(&[]);
        let of_subject = [F::FiledInAnotherProvince, F::FiledBefore, F::AnotherFilingRuns];
        for (change, expected) in [
            (
                (F::ResponsiblePersonMobile, Value::from("13012340009")),
                vec![F::PhonesAreAnswered, F::PhonesUsedElsewhere, F::PhonesAreLocal],
            ),
            // The same number, written otherwise.
            ((F::ResponsiblePersonMobile, "+86 130 1234 0003".into()), vec![]),
            ((F::ResponsiblePersonEmergencyPhone, "13012340008".into()), vec![F::PhonesAreAnswered, F::PhonesUsedElsewhere]),
            // Nobody is asked for the owner's number.
            ((F::OwnerMobile, "13012340008".into()), vec![]),
            (
                (F::SameAsResponsiblePerson, Value::Flag(false)),
                vec![F::AdministratorIsOwner, F::PhonesAreAnswered, F::PhonesUsedElsewhere, F::PhonesAreLocal],
            ),
            ((F::MiniProgramName, "大食记".into()), vec![F::NameIsUnique, F::EntranceIsOpen]),
            ((F::SubjectCertificatePhoto, "licence-2.jpg".into()), vec![F::PicturesAreOriginals]),
            ((F::CommitmentLetter, Value::Paths(vec!["letter-2.jpg".into()])), vec![F::LettersAreSigned, F::LettersDated]),
            ((F::SubjectRegion, "430103".into()), [&of_subject[..], &[F::PhonesAreLocal]].concat()),
            ((F::MiniProgramRemark, "查询门店与营业时间".into()), vec![]),
        ] {
            let after = draft(std::slice::from_ref(&change));
            assert_eq!(reopened(&before, &after), expected, "{change:?}");
            let mut emptied = after.clone();
            expected.iter().for_each(|id| drop(emptied.set(*id, None)));
            assert!(settled(&before, &emptied).is_empty() && reopened(&before, &emptied).is_empty(), "{change:?}");
            // What stood there comes back, and with it the answers.
            emptied.set(change.0, before.get(change.0).cloned());
            assert_eq!(settled(&before, &emptied), expected, "{change:?}");
        }
    }

    #[test]
    fn a_face_check_is_of_one_person() {
        let check = [(F::FaceCheckTask, Value::from("task")), (F::FaceCheckPassedAt, "2026-11-29 10:00".into())];
        let of = |changes: &[(F, Value)]| {
            let owner = [
                (F::SameAsResponsiblePerson, Value::Flag(false)),
                (F::ResponsiblePersonCertificateNumber, "51010719920712992X".into()),
                (F::OwnerName, "测试戊".into()),
                (F::OwnerCertificateNumber, "510104198811239961".into()),
            ];
            draft(&[&owner[..], &check, changes].concat())
        };
        let before = of(&[]);
        for (change, is_another) in [
            ((F::OwnerCertificateNumber, Value::from("510107198003089933")), true),
            ((F::SameAsResponsiblePerson, Value::Flag(true)), true),
            // Emptied, another one may follow.
            ((F::OwnerCertificateNumber, "".into()), true),
            // A slip in the name; somebody else's data.
            ((F::OwnerName, "测试成".into()), false),
            ((F::ResponsiblePersonCertificateNumber, "510107198003089933".into()), false),
        ] {
            let after = of(std::slice::from_ref(&change));
            let again: Vec<F> = reopened(&before, &after).into_iter().filter(|id| F::FACE_CHECK.contains(id)).collect();
            let expected: Vec<F> = F::FACE_CHECK.iter().copied().filter(|id| is_another && before.get(*id).is_some()).collect();
            assert_eq!(again, expected, "{change:?}");
        }
    }

    #[test]
    fn who_answers_anew_along_with_the_change_is_not_asked_again() {
        let before = draft(&[]);
        let changes = [(F::MiniProgramName, "大食记".into()), (F::NameIsUnique, Value::Flag(true))];
        assert_eq!(reopened(&before, &draft(&changes)), [F::EntranceIsOpen]);
    }

    #[test]
    fn every_question_is_about_something_the_form_has() {
        for id in F::QUESTIONS {
            let fields = about(*id);
            assert!(!fields.is_empty(), "{id:?}");
            assert!(fields.iter().all(|field| !F::QUESTIONS.contains(field)), "{id:?}");
        }
    }
}
