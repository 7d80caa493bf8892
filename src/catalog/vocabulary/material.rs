//! The words of `needed_materials.toml`.

use super::vocabulary;

vocabulary! {
    /// Who signs, seals or issues a material.
    Signatory {
        /// Nobody: one has the original.
        Owned = "owned",
        /// The legal person signs by hand, the official seal.
        LegalPersonAndSeal = "legal_person_and_seal",
        /// The legal person and, where that is another, the responsible person sign and date by hand; the official seal.
        BothAndSeal = "both_and_seal",
        /// The official seal, mostly also the legal person's signature.
        SealAndLegalPerson = "seal_and_legal_person",
        /// The official seal.
        Seal = "seal",
        /// The individual signs by hand, with a fingerprint.
        Fingerprint = "fingerprint",
        /// The mini-program's owner signs.
        Owner = "owner",
        /// The mini-program's owner speaks in the picture.
        OwnerRecords = "owner_records",
        /// The legal person is photographed.
        LegalPerson = "legal_person",
        /// The registry (市场监管部门).
        Registry = "registry",
        /// Police, social insurance, or who keeps the record of a home.
        Residence = "residence",
        /// The police.
        Police = "police",
        /// The local cyberspace office (网信办).
        CyberspaceOffice = "cyberspace_office",
        /// The staffing office (编办).
        StaffingOffice = "staffing_office",
        /// The employer or school.
        Employer = "employer",
        /// The guardian.
        Guardian = "guardian",
        /// The health authority.
        HealthOffice = "health_office",
        /// The authority that gives the approval.
        ApprovalOffice = "approval_office",
    }
}

vocabulary! {
    /// A document that has to be written, by what stands in it; in the order of the facts.
    Letter {
        /// 授权书.
        Authorization = "authorization",
        /// 授权书 that also names the authorised person's post and the mini-program.
        AuthorizationWithPost = "authorization_with_post",
        /// 互联网信息服务备案承诺书 of an organisation.
        Commitment = "commitment",
        /// 互联网信息服务备案承诺书 of an individual.
        CommitmentOfIndividual = "commitment_of_individual",
        /// 真实性责任告知书.
        AuthenticityNotice = "notice",
        /// 真实性承诺书.
        AuthenticityCommitment = "authenticity",
        /// 承诺视频.
        Video = "video",
        /// 手持证件照.
        HoldingPhoto = "holding",
        /// 不涉及前置审批承诺书.
        NoApproval = "no_approval",
        /// 不涉及校外培训承诺书.
        NoTutoring = "no_tutoring",
        /// 文化承诺书.
        Culture = "culture",
        /// 金融类承诺函.
        Finance = "finance",
        /// 建设方案书.
        Proposal = "proposal",
        /// 互联网信息服务内容说明.
        ContentStatement = "content_statement",
        /// 情况说明: what a reviewer asks for.
        Statement = "statement",
        /// A cover note on a change of name.
        NameChange = "name_change",
        /// A cover note on a change.
        ChangeNote = "change_note",
    }
}
