//! The words of the materials.

use super::{Words, says};
use crate::filing::FieldId;

pub(super) fn words(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::CommitmentLetter => says(
            ("信息服务承诺书", "Commitment letter"),
            (
                "《互联网信息服务承诺书》打印后，单位由负责人签字并盖公章，个人签字并按手印，再拍照；1 张，不超过 2 MB。",
                "The printed commitment (互联网信息服务承诺书): units sign and seal it, individuals sign it and add a fingerprint. One picture, \
                 at most 2 MB.",
            ),
            "scans/commitment-letter.jpg",
        ),
        F::NameChangeLetter => says(
            ("主体更名函", "Name change letter"),
            (
                "单位改过名时需要：登记机关出具的更名证明；1 张，不超过 2 MB。",
                "For an organisation that was renamed: the registry's proof of it; one file, at most 2 MB.",
            ),
            "scans/name-change.jpg",
        ),
        F::PartyBuildingLetter => says(
            ("党建确认函", "Party building letter"),
            ("当地管局要求时才需要；1 张，不超过 2 MB。", "Only where the local bureau asks for it; one file, at most 2 MB."),
            "scans/party-building.jpg",
        ),
        F::PromiseVideo => says(
            ("承诺视频", "Promise video"),
            (
                "当地管局要求时才需要：负责人出镜朗读承诺内容；MP4，1 个，最好不超过 10 MB。",
                "Only where the local bureau asks for it: the person reads the promise on camera; one MP4, better below 10 MB.",
            ),
            "scans/promise.mp4",
        ),
        F::AuthenticityResponsibilityLetter => says(
            ("真实性责任告知书", "Notice of truthfulness"),
            (
                "《网站备案信息真实性责任告知书》，当地管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
                "The notice on truthful data (网站备案信息真实性责任告知书), only where the bureau asks: units sign and seal, individuals \
                 sign and add a fingerprint.",
            ),
            "scans/responsibility-notice.jpg",
        ),
        F::AuthenticityCommitmentLetter => says(
            ("信息真实性承诺书", "Promise of truthfulness"),
            (
                "《小程序备案信息真实性承诺书》，当地管局要求时才需要；单位签字盖公章，个人签字按手印；1 张，不超过 2 MB。",
                "The promise of truthful data (小程序备案信息真实性承诺书), only where the bureau asks: units sign and seal, individuals \
                 sign and add a fingerprint.",
            ),
            "scans/truthfulness.jpg",
        ),
        F::ConstructionProposal => says(
            ("小程序建设方案书", "Construction proposal"),
            (
                "当地管局要求时才需要：小程序的内容、功能和管理措施说明；1 张，不超过 2 MB。",
                "Only where the bureau asks: contents, functions and safeguards of the mini-program; one file, at most 2 MB.",
            ),
            "scans/proposal.jpg",
        ),
        F::SubjectOtherMaterials => says(
            ("主体其它附件", "Other, subject"),
            (
                "其他证明主体情况的图片，最多 10 张，每张不超过 2 MB。",
                "Anything else about the subject: at most 10 pictures of at most 2 MB each.",
            ),
            "scans/subject-other.jpg",
        ),
        F::MiniProgramOtherMaterials => says(
            ("小程序其它附件", "Other, mini-program"),
            (
                "其他说明小程序的图片，例如不涉及药品的情况说明；最多 10 张，每张不超过 2 MB。",
                "Anything else about the mini-program, e.g. a statement that no drugs are involved: at most 10 pictures of at most 2 MB.",
            ),
            "scans/mini-program-other.jpg",
        ),
        _ => says(
            ("手持证件照", "Holding certificate"),
            (
                "当地管局要求时才需要：负责人手持证件的照片，人脸和证件文字都清晰；1 张，不超过 2 MB。",
                "Only where the bureau asks: the person holding the certificate, face and print both sharp; one picture, at most 2 MB.",
            ),
            "scans/holding.jpg",
        ),
    }
}
