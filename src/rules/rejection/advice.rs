//! Which further fields the advice of a known rejection names, beside the one that the rejection is about: who follows it in any of
//! them has dealt with the reason.

use super::signs::{Place, signs};
use crate::filing::{FieldId, PersonField};
use crate::rules::Rejection;

/// A further field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Further {
    /// This one.
    Field(FieldId),
    /// This of the person whose field the reason is about; of nobody where it is no person's.
    Same(PersonField),
    /// This of both people.
    Both(PersonField),
    /// The kind of the document that the picture shows.
    KindOfDocument,
}

/// Whether its advice leaves the draft as it is: there is nothing to change before it is submitted again.
pub(super) const fn needs_nothing(rejection: Rejection) -> bool {
    matches!(rejection, Rejection::SmsTimeout)
}

/// What the advice names beside the place of the rejection; what a new document brings with it is part of it.
const fn named(rejection: Rejection) -> &'static [Further] {
    use FieldId as F;
    use Further::{Both, Field, KindOfDocument, Same};
    use PersonField as P;
    use Rejection as R;
    match rejection {
        // "Choose that province, or deregister first."
        R::FiledInAnotherProvince => &[Field(F::FiledInAnotherProvince)],
        R::SubjectDiffersFromAccount => &[Field(F::AccountNameAgrees), Field(F::AppId)],
        // A renewed certificate is photographed anew; a new photo alone shows it as well.
        R::LicenceExpiresSoon => &[Field(F::SubjectCertificatePhoto)],
        R::CertificateExpiresSoon => &[Same(P::Front), Same(P::Back), Same(P::CertificateKind), Same(P::CertificateNumber)],
        R::LegalPersonRequired => &[Field(F::ResponsiblePersonName), Field(F::ResponsiblePersonCertificateNumber)],
        // "Copy them from the licence": the four items.
        R::RegistryCheckFailed => &[
            Field(F::SubjectName),
            Field(F::LegalPersonName),
            Field(F::LegalPersonNumber),
            Field(F::ResponsiblePersonName),
            Field(F::ResponsiblePersonCertificateNumber),
        ],
        R::RegionDiffersFromAddress => &[Field(F::SubjectCertificateAddress)],
        R::PictureUnreadable => &[KindOfDocument],
        // "Copy both from the card."
        R::NameDiffersFromCertificate => &[Same(P::Name), Same(P::CertificateNumber)],
        // "Give each their own."
        R::SharedMobile => &[Both(P::Mobile)],
        R::EmergencyPhoneIsOwn => &[Same(P::Mobile)],
        R::PhoneOfAnotherSubject => &[Same(P::EmergencyPhone), Same(P::Email), Field(F::PhonesUsedElsewhere)],
        R::PhoneOfAnotherProvince => &[Same(P::EmergencyPhone), Field(F::PhonesAreLocal)],
        R::PhoneNotAnswered => &[Same(P::Mobile), Same(P::EmergencyPhone), Field(F::PhonesAreAnswered)],
        // "Explain the name in the remark."
        R::NameUnrelatedToScope => &[Field(F::MiniProgramRemark)],
        // "Rename it, or file as an organisation."
        R::IndividualNamedLikeCompany => &[Field(F::SubjectNature)],
        R::NameTaken => &[Field(F::NameIsUnique)],
        R::RemarkLacksProvinceStatement => &[Field(F::SubjectRemark)],
        // "Attach the permit or a statement, or remove the word."
        R::PriorApprovalMissing => &[
            Field(F::SubjectOtherMaterials),
            Field(F::MiniProgramOtherMaterials),
            Field(F::SubjectName),
            Field(F::SubjectRemark),
            Field(F::MiniProgramName),
            Field(F::MiniProgramRemark),
            Field(F::ServiceContents),
        ],
        R::PriorApprovalExpired => &[Field(F::ApprovalsValidUntil)],
        // "Choose other contents, or file under another filing entity."
        R::ServiceContentUnfit => &[Field(F::SubjectNature), Field(F::SubjectName), Field(F::SubjectCertificateNumber)],
        R::AuthorizationLetterFaulty => &[Field(F::LettersAreSigned), Field(F::LettersDated)],
        R::AuthorizationLetterDate => &[Field(F::LettersDated)],
        R::LegalPersonMissing => &[Field(F::LegalPersonNumber), Field(F::IsLegalPerson)],
        // "Change one or the other."
        R::OwnerIsNotAdministrator => {
            &[Both(P::Name), Both(P::CertificateNumber), Field(F::SameAsResponsiblePerson), Field(F::AdministratorIsOwner)]
        }
        R::FaceCheckFailed | R::FaceCheckExpired => {
            &[Field(F::FaceCheckTask), Field(F::FaceCheckStartedAt), Field(F::FaceCheckPassedAt)]
        }
        // "Attach the proof, or file at home."
        R::ResidenceProofMissing => &[Field(F::SubjectRegion)],
        // "Add them": the three of them.
        R::AuthenticityLettersMissing => &[Field(F::AuthenticityResponsibilityLetter), Field(F::PromiseVideo)],
        R::CommitmentLetterMissing => &[Field(F::LettersAreSigned)],
        R::AddressesInDifferentCities => &[Field(F::SubjectCertificateAddress)],
        R::CertificateOutdated => {
            &[Field(F::SubjectCertificateValidUntil), Field(F::LicenceChangedLately), Both(P::Front), Both(P::Back)]
        }
        // "Choose another person, or attach the proof."
        R::UnderAge => &[Same(P::Name), Field(F::SubjectOtherMaterials), Field(F::MiniProgramOtherMaterials)],
        R::PersonOfSeveralCompanies => &[Same(P::CertificateNumber)],
        // Their advice names what they are about, or nothing in particular.
        R::CertificateAddressFailed
        | R::PictureUnclear
        | R::PictureIsCopy
        | R::PictureFormat
        | R::Watermark
        | R::PhoneSegmentRefused
        | R::NameOfTheState
        | R::RemarkTooVague
        | R::AnotherFilingRuns
        | R::NonlocalIndividualRefused
        | R::PartyBuildingLetterMissing
        | R::AddressImprecise
        | R::RegistryNotNormal
        | R::EarlierRecordDiffers
        | R::SmsTimeout
        | R::EntranceClosed => &[],
    }
}

/// The fields in which a change settles a reason of this kind at this place, beside the place itself.
pub(super) fn further(rejection: Rejection, place: FieldId) -> Vec<FieldId> {
    let role = PersonField::find(place).map(|(role, _)| role);
    let fields = named(rejection).iter().flat_map(|one| match (*one, role) {
        (Further::Field(id), _) => vec![id],
        (Further::Same(part), Some(role)) => vec![part.of(role)],
        (Further::Same(_), None) => Vec::new(),
        (Further::Both(part), _) => part.of_both().to_vec(),
        (Further::KindOfDocument, Some(role)) => vec![PersonField::CertificateKind.of(role)],
        (Further::KindOfDocument, None) => vec![FieldId::SubjectCertificateKind],
    });
    let mut fields: Vec<FieldId> = fields.filter(|id| *id != place).collect();
    // The usual place counts, too, where a reviewer's words put the reason elsewhere.
    if let Place::Field(usual) = signs(rejection).1
        && usual != place
    {
        fields.push(usual);
    }
    fields.sort_unstable();
    fields.dedup();
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use FieldId as F;
    use Rejection as R;

    #[test]
    fn what_an_advice_names_settles_it() {
        for (rejection, place, named) in [
            (R::NameUnrelatedToScope, F::MiniProgramName, &[F::MiniProgramRemark][..]),
            (R::NameUnrelatedToScope, F::MiniProgramRemark, &[F::MiniProgramName]),
            (R::PictureUnreadable, F::OwnerCertificateFront, &[F::OwnerCertificateKind]),
            (R::PictureUnreadable, F::SubjectCertificatePhoto, &[F::SubjectCertificateKind]),
            (R::EmergencyPhoneIsOwn, F::OwnerEmergencyPhone, &[F::OwnerMobile]),
            (R::SharedMobile, F::ResponsiblePersonMobile, &[F::OwnerMobile]),
            (R::ResidenceProofMissing, F::SubjectResidencePermit, &[F::SubjectRegion]),
            (R::RemarkTooVague, F::MiniProgramRemark, &[]),
        ] {
            assert_eq!(further(rejection, place), named, "{rejection:?}");
        }
    }

    /// An advice that names a thing by its word names its field, which is the place or a further one.
    #[test]
    fn every_thing_that_an_advice_names_is_declared() {
        let words = [
            ("remark", F::MiniProgramRemark),
            ("region", F::SubjectRegion),
            ("province", F::SubjectRegion),
            ("contents", F::ServiceContents),
            ("number", F::LegalPersonNumber),
            ("organisation", F::SubjectNature),
            ("at home", F::SubjectRegion),
            ("Rename", F::MiniProgramName),
            ("permit", F::PriorApprovals),
        ];
        // "Use another number" and "a number of the province" speak of a phone, "the console" of what has no field here.
        let is_elsewhere = |rejection: R| {
            matches!(signs(rejection).1, Place::Whole)
                || matches!(rejection, R::PhoneOfAnotherSubject | R::PhoneSegmentRefused | R::PhoneOfAnotherProvince)
        };
        for rejection in R::ALL.into_iter().filter(|one| !is_elsewhere(*one)) {
            let Place::Field(place) = signs(rejection).1 else { continue };
            let advice = rejection.record().fix.en;
            for (word, field) in words.iter().filter(|(word, _)| advice.contains(word)) {
                assert!(*field == place || further(rejection, place).contains(field), "{rejection:?}: {word} in {advice}");
            }
        }
    }
}
