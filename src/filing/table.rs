//! The records of the field table, in the order of the platform's web form (`filing-rules.md` section 2).
//! Request paths are those of `wechat-api.md` section 4.

use super::checklist;
use super::conditions as when;
use super::field::Kind::{Approvals, Choice, Choices, Date, Flag, Picture, Pictures, Region, Text, Time, Videos};
use super::field::{Field, List, Section, TextKind};

/// Writes the enum and the table from one list, so that neither can miss a field.
macro_rules! fields {
    ($($id:ident $path:literal $section:ident $kind:expr, $need:expr, $api:expr;)+) => {
        /// A field of the table. Its order is the order in which fields are asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FieldId {
            $(#[doc = concat!("`", $path, "`")] $id,)+
        }

        impl FieldId {
            /// All fields, in the order in which they are asked.
            pub const ALL: &[Self] = &[$(Self::$id,)+];

            /// The record of this field.
            #[must_use]
            pub fn field(self) -> &'static Field {
                &TABLE[self as usize]
            }
        }

        static TABLE: [Field; FieldId::ALL.len()] = [
            $(Field { id: FieldId::$id, path: $path, section: Section::$section, kind: $kind, need: $need, api: $api },)+
        ];
    };
}

/// All fields of a filing, in the order in which they are asked.
#[must_use]
pub fn table() -> &'static [Field] {
    &TABLE
}

fields! {
    FilingKind "kind" Subject Choice(List::FilingKinds), when::required, None;
    Published "published" Subject Flag(Some(false)), when::optional, None;
    SubjectNature "subject.nature" Subject Choice(List::Natures), when::required, Some("icp_subject.base_info.type");
    SubjectRegion "subject.region" Subject Region, when::required, Some("icp_subject.base_info.district");
    SubjectName "subject.name" Subject Text(TextKind::Words), when::required_of_unit, Some("icp_subject.base_info.name");
    SubjectCertificateKind "subject.certificate.kind" Subject Choice(List::SubjectCertificates), when::required_of_unit,
        Some("icp_subject.organize_info.certificate_type");
    SubjectCertificateNumber "subject.certificate.number" Subject Text(TextKind::CertificateNumber), when::required_of_unit,
        Some("icp_subject.organize_info.certificate_number");
    SubjectCertificateAddress "subject.certificate.address" Subject Text(TextKind::Words), when::required,
        Some("icp_subject.organize_info.certificate_address");
    SubjectBusinessScope "subject.business_scope" Subject Text(TextKind::Long), when::optional_of_unit, None;
    SubjectCertificateValidUntil "subject.certificate.valid_until" Subject Date(true), when::required_of_unit, None;
    SubjectCertificatePhoto "subject.certificate.photo" Subject Picture, when::required_of_unit,
        Some("icp_subject.organize_info.certificate_photo");
    SubjectAddress "subject.address" Subject Text(TextKind::Words), when::required, Some("icp_subject.base_info.address");
    SubjectResidencePermit "subject.residence_permit" Subject Picture, when::residence_permit,
        Some("icp_subject.personal_info.residence_permit");
    SubjectRemark "subject.remark" Subject Text(TextKind::Long), when::optional, Some("icp_subject.base_info.comment");

    IsLegalPerson "responsible_person.is_legal_person" ResponsiblePerson Flag(Some(true)), when::required_of_unit, None;
    LegalPersonName "subject.legal_person.name" ResponsiblePerson Text(TextKind::PersonName), when::legal_person_is_another,
        Some("icp_subject.legal_person_info.name");
    LegalPersonNumber "subject.legal_person.number" ResponsiblePerson Text(TextKind::CertificateNumber),
        when::legal_person_is_another, Some("icp_subject.legal_person_info.certificate_number");
    ResponsiblePersonName "responsible_person.name" ResponsiblePerson Text(TextKind::PersonName), when::required,
        Some("icp_subject.principal_info.name");
    ResponsiblePersonCertificateKind "responsible_person.certificate.kind" ResponsiblePerson Choice(List::PersonCertificates),
        when::required, Some("icp_subject.principal_info.certificate_type");
    ResponsiblePersonCertificateNumber "responsible_person.certificate.number" ResponsiblePerson
        Text(TextKind::CertificateNumber), when::required, Some("icp_subject.principal_info.certificate_number");
    ResponsiblePersonCertificateValidFrom "responsible_person.certificate.valid_from" ResponsiblePerson Date(false),
        when::required, Some("icp_subject.principal_info.certificate_validity_date_start");
    ResponsiblePersonCertificateValidUntil "responsible_person.certificate.valid_until" ResponsiblePerson Date(true),
        when::required, Some("icp_subject.principal_info.certificate_validity_date_end");
    ResponsiblePersonCertificateFront "responsible_person.certificate.front" ResponsiblePerson Picture, when::required,
        Some("icp_subject.principal_info.certificate_photo_front");
    ResponsiblePersonCertificateBack "responsible_person.certificate.back" ResponsiblePerson Picture, when::required,
        Some("icp_subject.principal_info.certificate_photo_back");
    ResponsiblePersonMobile "responsible_person.mobile" ResponsiblePerson Text(TextKind::Phone), when::required,
        Some("icp_subject.principal_info.mobile");
    ResponsiblePersonEmergencyPhone "responsible_person.emergency_phone" ResponsiblePerson Text(TextKind::Phone),
        when::required, Some("icp_subject.principal_info.emergency_contact");
    ResponsiblePersonEmail "responsible_person.email" ResponsiblePerson Text(TextKind::Mail), when::required,
        Some("icp_subject.principal_info.email");
    ResponsiblePersonAuthorizationLetter "responsible_person.authorization_letter" ResponsiblePerson Picture,
        when::legal_person_is_another, Some("icp_subject.principal_info.authorization_letter");

    AppId "mini_program.app_id" MiniProgram Text(TextKind::AppId), when::required, None;
    MiniProgramName "mini_program.name" MiniProgram Text(TextKind::Words), when::required, None;
    ServiceContents "mini_program.service_contents" MiniProgram Choices(List::ServiceContents), when::required,
        Some("icp_applets.base_info.service_content_types");
    PriorApprovals "mini_program.prior_approvals" MiniProgram Approvals, when::required,
        Some("icp_applets.base_info.nrlx_details");
    MiniProgramRemark "mini_program.remark" MiniProgram Text(TextKind::Long), when::required,
        Some("icp_applets.base_info.comment");

    SameAsResponsiblePerson "owner.same_as_responsible_person" Owner Flag(Some(true)), when::required_of_unit, None;
    OwnerName "owner.name" Owner Text(TextKind::PersonName), when::owner_is_another, Some("icp_applets.principal_info.name");
    OwnerCertificateKind "owner.certificate.kind" Owner Choice(List::PersonCertificates), when::owner_is_another,
        Some("icp_applets.principal_info.certificate_type");
    OwnerCertificateNumber "owner.certificate.number" Owner Text(TextKind::CertificateNumber), when::owner_is_another,
        Some("icp_applets.principal_info.certificate_number");
    OwnerCertificateValidFrom "owner.certificate.valid_from" Owner Date(false), when::owner_is_another,
        Some("icp_applets.principal_info.certificate_validity_date_start");
    OwnerCertificateValidUntil "owner.certificate.valid_until" Owner Date(true), when::owner_is_another,
        Some("icp_applets.principal_info.certificate_validity_date_end");
    OwnerCertificateFront "owner.certificate.front" Owner Picture, when::owner_is_another,
        Some("icp_applets.principal_info.certificate_photo_front");
    OwnerCertificateBack "owner.certificate.back" Owner Picture, when::owner_is_another,
        Some("icp_applets.principal_info.certificate_photo_back");
    OwnerMobile "owner.mobile" Owner Text(TextKind::Phone), when::owner_is_another, Some("icp_applets.principal_info.mobile");
    OwnerEmergencyPhone "owner.emergency_phone" Owner Text(TextKind::Phone), when::owner_is_another,
        Some("icp_applets.principal_info.emergency_contact");
    OwnerEmail "owner.email" Owner Text(TextKind::Mail), when::owner_is_another, Some("icp_applets.principal_info.email");
    OwnerAuthorizationLetter "owner.authorization_letter" Owner Picture, when::owner_is_not_legal_person,
        Some("icp_applets.principal_info.authorization_letter");
    OwnerAdministrator "owner.administrator" Owner Text(TextKind::PersonName), when::optional, None;
    FaceCheckTask "owner.face_check.task_id" Owner Text(TextKind::Token), when::optional,
        Some("icp_applets.principal_info.verify_task_id");
    FaceCheckStartedAt "owner.face_check.started_at" Owner Time, when::optional, None;
    FaceCheckPassedAt "owner.face_check.passed_at" Owner Time, when::optional, None;

    CommitmentLetter "materials.commitment_letter" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::CommitmentLetter), Some("icp_materials.commitment_letter");
    NameChangeLetter "materials.business_name_change_letter" Materials Pictures(1), when::name_change_letter,
        Some("icp_materials.business_name_change_letter");
    PartyBuildingLetter "materials.party_building_confirmation_letter" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::PartyBuildingLetter), Some("icp_materials.party_building_confirmation_letter");
    PromiseVideo "materials.promise_video" Materials Videos(1),
        |draft| checklist::need(draft, FieldId::PromiseVideo), Some("icp_materials.promise_video");
    AuthenticityResponsibilityLetter "materials.authenticity_responsibility_letter" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::AuthenticityResponsibilityLetter),
        Some("icp_materials.authenticity_responsibility_letter");
    AuthenticityCommitmentLetter "materials.authenticity_commitment_letter" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::AuthenticityCommitmentLetter), Some("icp_materials.authenticity_commitment_letter");
    ConstructionProposal "materials.website_construction_proposal" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::ConstructionProposal), Some("icp_materials.website_construction_proposal");
    SubjectOtherMaterials "materials.subject_other_materials" Materials Pictures(10),
        |draft| checklist::need(draft, FieldId::SubjectOtherMaterials), Some("icp_materials.subject_other_materials");
    MiniProgramOtherMaterials "materials.applets_other_materials" Materials Pictures(10),
        |draft| checklist::need(draft, FieldId::MiniProgramOtherMaterials), Some("icp_materials.applets_other_materials");
    HoldingCertificatePhoto "materials.holding_certificate_photo" Materials Pictures(1),
        |draft| checklist::need(draft, FieldId::HoldingCertificatePhoto), Some("icp_materials.holding_certificate_photo");

    FiledInAnotherProvince "answers.filed_in_another_province" Questions Flag(None), when::optional, None;
    FiledBefore "answers.filed_before" Questions Flag(None), when::optional, None;
    AnotherFilingRuns "answers.another_filing_runs" Questions Flag(None), when::optional, None;
    AccountNameAgrees "answers.account_name_agrees" Questions Flag(None), when::optional, None;
    AdministratorIsOwner "answers.administrator_is_owner" Questions Flag(None), when::administrator_is_unnamed, None;
    Renamed "answers.renamed" Questions Flag(None), when::optional_of_unit, None;
    LicenceChangedLately "answers.licence_changed_lately" Questions Flag(None), when::optional_of_unit, None;
    RegistryIsNormal "answers.registry_is_normal" Questions Flag(None), when::optional_of_unit, None;
    PhonesAreAnswered "answers.phones_are_answered" Questions Flag(None), when::optional, None;
    PhonesUsedElsewhere "answers.phones_used_elsewhere" Questions Flag(None), when::optional, None;
    PhonesAreLocal "answers.phones_are_local" Questions Flag(None), when::phones_must_be_local, None;
    NameIsUnique "answers.name_is_unique" Questions Flag(None), when::optional, None;
    EntranceIsOpen "answers.entrance_is_open" Questions Flag(None), when::optional, None;
    PicturesAreOriginals "answers.pictures_are_originals" Questions Flag(None), when::optional, None;
    LettersAreSigned "answers.letters_are_signed" Questions Flag(None), when::letters_are_there, None;
    LettersDated "answers.letters_dated" Questions Date(false), when::letters_are_there, None;
    ApprovalsValidUntil "answers.approvals_valid_until" Questions Date(true), when::approvals_are_there, None;
}
