//! What the answer to a question is about. It was given for what stood there: another phone, name or picture asks anew.

use crate::filing::{Draft, FieldId, PersonField, Value};
use crate::rules::engine::normalise::normalised;

/// The answers in `after` that were given about something else: what they are about is not what `before` has there, and nobody
/// gave them since. Values are compared in the form in which they are sent, so that a blank in a number changes nothing.
#[must_use]
pub fn reopened(before: &Draft, after: &Draft) -> Vec<FieldId> {
    let is_kept = |id: &&FieldId| before.get(**id).is_some() && before.get(**id) == after.get(**id);
    let questions = FieldId::QUESTIONS.iter().filter(is_kept).copied();
    questions.filter(|id| about(*id).into_iter().any(|field| differs(before, after, field))).collect()
}

/// The answers of `before` that `after` lacks although nothing that they are about differs: what took them away was taken back.
#[must_use]
pub fn settled(before: &Draft, after: &Draft) -> Vec<FieldId> {
    let is_gone = |id: &&FieldId| before.get(**id).is_some() && after.get(**id).is_none();
    let questions = FieldId::QUESTIONS.iter().filter(is_gone).copied();
    questions.filter(|id| !about(*id).into_iter().any(|field| differs(before, after, field))).collect()
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
