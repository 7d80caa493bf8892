//! The letters and other documents (材料).

use super::console::{Page, Place};
use super::kind::Kind::{Pictures, Videos};
use super::record::{Field, field};
use super::{FieldId, Section};
use crate::filing::checklist;
use crate::filing::conditions as when;
use crate::scan::Limits;

fields!(
    materials,
    Section::Materials,
    CommitmentLetter =
        field("materials.commitment_letter", Pictures(1), |draft| checklist::need(draft, FieldId::CommitmentLetter))
            .label("备案承诺书", "Commitment letter")
            .help(
                "《互联网信息服务备案承诺书》打印后，单位由负责人签字并盖公章，个人签字并按手印，再拍照；1 张，不超过 2 MB。",
                "The printed commitment (互联网信息服务备案承诺书): organisations sign and seal it, individuals sign it and add a \
             fingerprint. One picture, at most 2 MB.",
            )
            .example("scans/commitment-letter.jpg")
            .sent("icp_materials.commitment_letter", 410)
            .scans(&Limits::PICTURE)
            .signed()
            .packed("互联网信息服务备案承诺书", "commitment-letter")
        .console(Place::new(Page::Other, 10).called("互联网信息服务备案承诺书", "Commitment letter")),
    NameChangeLetter = field("materials.business_name_change_letter", Pictures(1), when::name_change_letter)
        .label("主体更名函", "Name change letter")
        .help(
            "单位改过名时需要：登记机关出具的更名证明；1 张，不超过 2 MB。",
            "For an organisation that was renamed: the registry's proof of it; one file, at most 2 MB.",
        )
        .example("scans/name-change.jpg")
        .sent("icp_materials.business_name_change_letter", 420)
        .scans(&Limits::PICTURE)
        .packed("主体更名函", "name-change-letter")
        .console(Place::new(Page::Other, 20)),
    PartyBuildingLetter = field("materials.party_building_confirmation_letter", Pictures(1), |draft| checklist::need(
        draft,
        FieldId::PartyBuildingLetter
    ))
    .label("党建确认函", "Party building letter")
    .help("当地通管局要求时才需要；1 张，不超过 2 MB。", "Only where the local bureau asks for it; one file, at most 2 MB.",)
    .example("scans/party-building.jpg")
    .sent("icp_materials.party_building_confirmation_letter", 430)
    .scans(&Limits::PICTURE)
    .packed("党建确认函", "party-building-letter")
        .console(Place::new(Page::Other, 30)),
    PromiseVideo = field("materials.promise_video", Videos(1), |draft| checklist::need(draft, FieldId::PromiseVideo))
        .label("承诺视频", "Commitment video")
        .help(
            "当地通管局要求时才需要：负责人出镜朗读承诺内容；MP4，1 个，最好不超过 10 MB。",
            "Only where the local bureau asks for it: the person reads the commitment on camera; one MP4, preferably below 10 MB.",
        )
        .example("scans/promise.mp4")
        .sent("icp_materials.promise_video", 440)
        .scans(&Limits::VIDEO)
        .packed("承诺视频", "promise-video")
        .console(Place::new(Page::Other, 40)),
    AuthenticityResponsibilityLetter =
        field("materials.authenticity_responsibility_letter", Pictures(1), |draft| checklist::need(
            draft,
            FieldId::AuthenticityResponsibilityLetter
        ))
        .label("真实性责任告知书", "Notice of liability")
        .help(
            "《网站备案信息真实性责任告知书》，当地通管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
            "The notice of liability for accurate data (网站备案信息真实性责任告知书), only where the bureau asks for it: organisations sign and seal it, individuals sign it and add a fingerprint.",
        )
        .example("scans/responsibility-notice.jpg")
        .sent("icp_materials.authenticity_responsibility_letter", 450)
        .scans(&Limits::PICTURE)
        .signed()
        .packed("真实性责任告知书", "authenticity-responsibility-letter")
        .console(Place::new(Page::Other, 50).called("网站备案信息真实性责任告知书", "Notice of liability")),
    AuthenticityCommitmentLetter = field("materials.authenticity_commitment_letter", Pictures(1), |draft| checklist::need(
        draft,
        FieldId::AuthenticityCommitmentLetter
    ))
    .label("信息真实性承诺书", "Commitment to accuracy")
    .help(
        "《小程序备案信息真实性承诺书》，当地通管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
        "The commitment to accurate data (小程序备案信息真实性承诺书), only where the bureau asks for it: organisations sign and seal it, individuals sign it and add a fingerprint.",
    )
    .example("scans/truthfulness.jpg")
    .sent("icp_materials.authenticity_commitment_letter", 460)
    .scans(&Limits::PICTURE)
    .signed()
    .packed("真实性承诺书", "authenticity-commitment-letter")
        .console(Place::new(Page::Other, 60).called("小程序备案信息真实性承诺书", "Commitment to accuracy")),
    ConstructionProposal = field("materials.website_construction_proposal", Pictures(1), |draft| checklist::need(
        draft,
        FieldId::ConstructionProposal
    ))
    .label("小程序建设方案书", "Construction proposal")
    .help(
        "当地通管局要求时才需要：小程序的内容、功能和管理措施说明；1 张，不超过 2 MB。",
        "Only where the bureau asks: contents, functions and safeguards of the mini-program; one file, at most 2 MB.",
    )
    .example("scans/proposal.jpg")
    .sent("icp_materials.website_construction_proposal", 470)
    .scans(&Limits::PICTURE)
    .packed("小程序建设方案书", "construction-proposal")
        .console(Place::new(Page::Other, 70)),
    SubjectOtherMaterials =
        field("materials.subject_other_materials", Pictures(10), |draft| checklist::need(draft, FieldId::SubjectOtherMaterials))
            .label("主体其它附件", "Other, entity")
            .help(
                "其他证明主体情况的图片，最多 10 张，每张不超过 2 MB。",
                "Anything else about the filing entity: at most 10 pictures of at most 2 MB each.",
            )
            .example("scans/subject-other.jpg")
            .sent("icp_materials.subject_other_materials", 480)
            .scans(&Limits::PICTURE)
            .packed("主体其它附件", "subject-other")
        .console(Place::new(Page::Other, 90)),
    MiniProgramOtherMaterials = field("materials.applets_other_materials", Pictures(10), |draft| checklist::need(
        draft,
        FieldId::MiniProgramOtherMaterials
    ))
    .label("小程序其它附件", "Other, mini-program")
    .help(
        "其他说明小程序的图片，例如不涉及药品的情况说明；最多 10 张，每张不超过 2 MB。",
        "Anything else about the mini-program, e.g. a statement that no drugs are involved: at most 10 pictures of at \
             most 2 MB.",
    )
    .example("scans/mini-program-other.jpg")
    .sent("icp_materials.applets_other_materials", 490)
    .scans(&Limits::PICTURE)
    .packed("小程序其它附件", "mini-program-other")
        .console(Place::new(Page::Other, 100)),
    HoldingCertificatePhoto = field("materials.holding_certificate_photo", Pictures(1), |draft| checklist::need(
        draft,
        FieldId::HoldingCertificatePhoto
    ))
    .label("手持证件照", "Photo with ID document")
    .help(
        "当地通管局要求时才需要：负责人手持证件的照片，人脸和证件文字都清晰；1 张，不超过 2 MB。",
        "Only where the bureau asks for it: the person holding the ID document, face and text both sharp; one picture, at most 2 MB.",
    )
    .example("scans/holding.jpg")
    .sent("icp_materials.holding_certificate_photo", 500)
    .scans(&Limits::PICTURE)
    .packed("手持证件照", "holding-certificate")
        .console(Place::new(Page::Other, 80)),
);
