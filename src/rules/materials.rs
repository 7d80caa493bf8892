//! Scans: judged by the facts about them. Files about which nothing is known yet are not judged.

use super::look::is_blank;
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Column, Finding, Severity, Spot};
use crate::catalog;
use crate::filing::field::table;
use crate::filing::{FieldId, Kind, PersonField, Role};
use crate::scan::Limits;
use crate::scan::facts::{Content, Damage, FileFacts, Format, Obstacle};

/// Every field that names files.
pub(super) const FILES: &[FieldId] = &[
    FieldId::SubjectCertificatePhoto,
    FieldId::SubjectResidencePermit,
    FieldId::ResponsiblePersonCertificateFront,
    FieldId::ResponsiblePersonCertificateBack,
    FieldId::ResponsiblePersonAuthorizationLetter,
    FieldId::PriorApprovals,
    FieldId::OwnerCertificateFront,
    FieldId::OwnerCertificateBack,
    FieldId::OwnerAuthorizationLetter,
    FieldId::CommitmentLetter,
    FieldId::NameChangeLetter,
    FieldId::PartyBuildingLetter,
    FieldId::PromiseVideo,
    FieldId::AuthenticityResponsibilityLetter,
    FieldId::AuthenticityCommitmentLetter,
    FieldId::ConstructionProposal,
    FieldId::SubjectOtherMaterials,
    FieldId::MiniProgramOtherMaterials,
    FieldId::HoldingCertificatePhoto,
];
const VIDEOS: &[FieldId] = &[FieldId::PromiseVideo];
pub(super) const CERTIFICATES: &[FieldId] = &[
    FieldId::SubjectCertificatePhoto,
    FieldId::ResponsiblePersonCertificateFront,
    FieldId::ResponsiblePersonCertificateBack,
    FieldId::OwnerCertificateFront,
    FieldId::OwnerCertificateBack,
];

/// What the platform takes in a field of files.
#[must_use]
pub fn limits(id: FieldId) -> &'static Limits {
    match id {
        FieldId::SubjectCertificatePhoto => &Limits::LICENCE,
        id if CERTIFICATES.contains(&id) => &Limits::CERTIFICATE,
        id if VIDEOS.contains(&id) => &Limits::VIDEO,
        _ => &Limits::PICTURE,
    }
}

/// There is no file to be read.
pub static FILE_MISSING: Rule = Rule {
    name: "file-missing",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("本程序能否读到文件", Confidence::Inferred),
    reasons: &["missing", "not_a_file", "link_loop", "unreadable", "empty"],
    check: file_missing,
};

/// The file is not a JPEG or PNG picture, or no video.
pub static FILE_OF_ANOTHER_FORMAT: Rule = Rule {
    name: "file-of-another-format",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）", Confidence::Official),
    reasons: &["picture", "pdf", "heic", "avif", "video_for_picture", "unknown", "not_a_video", "not_mp4"],
    check: file_of_another_format,
};

/// The end of the file's name promises another format than the file has.
pub static FILE_NAME_MISLEADS: Rule = Rule {
    name: "file-name-misleads",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）", Confidence::Official),
    reasons: &[""],
    check: file_name_misleads,
};

/// The file is damaged.
pub static FILE_DAMAGED: Rule = Rule {
    name: "file-damaged",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("微信开放平台 错误码 86328", Confidence::Platform),
    reasons: &["truncated", "undecodable", "corrupt"],
    check: file_damaged,
};

/// The picture has so many pixels that it was not decoded: nobody knows whether it is whole, so it cannot be vouched for.
pub static PICTURE_HAS_TOO_MANY_PIXELS: Rule = Rule {
    name: "picture-has-too-many-pixels",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("本程序的图片检查范围", Confidence::Inferred),
    reasons: &["pixels", "side"],
    check: picture_has_too_many_pixels,
};

/// The file has too many bytes.
pub static FILE_TOO_LARGE: Rule = Rule {
    name: "file-too-large",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）", Confidence::Official),
    reasons: &["picture", "picture_unread", "picture_wary", "video"],
    check: file_too_large,
};

/// The picture has too few pixels.
pub static PICTURE_TOO_SMALL: Rule = Rule {
    name: "picture-too-small",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）", Confidence::Official),
    reasons: &["refused", "advised"],
    check: picture_too_small,
};

/// The photo of a certificate has so few bytes that it can hardly be legible.
pub static PICTURE_HARDLY_LEGIBLE: Rule = Rule {
    name: "picture-hardly-legible",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: CERTIFICATES,
    source: Source::new("支付宝小程序备案接口（同一部级系统）", Confidence::Platform),
    reasons: &[""],
    check: picture_hardly_legible,
};

/// One picture stands for two certificates, or for both sides of one.
pub static ONE_PICTURE_TWICE: Rule = Rule {
    name: "one-picture-twice",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: CERTIFICATES,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &["sides", "certificates"],
    check: one_picture_twice,
};

/// More files than the field takes.
pub static FILES_TOO_MANY: Rule = Rule {
    name: "files-too-many",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: Source::new("微信开放平台 applyIcpFiling", Confidence::Platform),
    reasons: &[""],
    check: files_too_many,
};

/// A file that the draft names, where it names it, and what is known about it.
pub(super) struct Scan<'a> {
    pub id: FieldId,
    spot: Option<Spot>,
    path: &'a str,
    pub facts: &'a FileFacts,
}

impl Scan<'_> {
    fn is_video(&self) -> bool {
        VIDEOS.contains(&self.id)
    }

    /// Whether a copy can be made of it that the platform takes: a sound picture of a format that is read, with pixels enough.
    pub(super) fn can_be_prepared(&self) -> bool {
        match self.facts.content {
            Content::TooLarge { .. } => true,
            Content::Picture { format, damage: None, width, height, .. } => {
                let least = limits(self.id).sides;
                format.is_decoded() && width.min(height) >= least.0 && width.max(height) >= least.1
            }
            _ => false,
        }
    }

    /// A finding at the place where the file is named.
    pub(super) fn finds(&self, rule: &Rule) -> Finding {
        self.places(rule.finds(self.id))
    }

    /// The same finding at the place where the file is named.
    pub(super) fn places(&self, mut finding: Finding) -> Finding {
        finding.field = self.id;
        finding.spot = self.spot;
        finding.args.insert(0, ("file", Arg::Text(self.path.to_owned())));
        finding
    }
}

/// The files that are asked for and have been looked at.
pub(super) fn scans<'a>(context: &Context<'a>) -> impl Iterator<Item = Scan<'a>> {
    let Context { draft, facts, .. } = *context;
    let mut named: Vec<(FieldId, Option<Spot>, &'a str)> = Vec::new();
    // Where nobody has looked at any file, as in batches without files, no field has to be gone through.
    let looked = !facts.is_empty();
    for record in table().iter().filter(|record| looked && draft.asks(record.id)) {
        let paths = draft.paths(record.id).into_iter();
        match record.kind {
            Kind::Picture => named.extend(paths.map(|path| (record.id, None, path))),
            Kind::Pictures(_) | Kind::Videos(_) => {
                named.extend(paths.enumerate().map(|(row, path)| (record.id, Some(Spot { row, column: None }), path)));
            }
            Kind::Approvals => {
                let rows = draft.approvals().iter().enumerate();
                let rows = rows.filter(|(_, approval)| approval.kind != Some(catalog::NONE_INVOLVED));
                named.extend(rows.map(|(row, approval)| {
                    (record.id, Some(Spot { row, column: Some(Column::Document) }), approval.document.as_str())
                }));
            }
            _ => {}
        }
    }
    let named = named.into_iter().filter(|(_, _, path)| !is_blank(path));
    named.filter_map(|(id, spot, path)| facts.get(path).map(|facts| Scan { id, spot, path, facts }))
}

fn file_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let reason = match scan.facts.content {
            Content::Missing => "missing",
            Content::NotAFile => "not_a_file",
            Content::Unreadable(Obstacle::LinkLoop) => "link_loop",
            Content::Unreadable(_) => "unreadable",
            Content::Empty => "empty",
            _ => continue,
        };
        findings.push(scan.finds(&FILE_MISSING).because(reason));
    }
}

fn file_of_another_format(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let finding = scan.finds(&FILE_OF_ANOTHER_FORMAT);
        findings.push(match (&scan.facts.content, scan.is_video()) {
            (Content::Picture { format: Format::Pdf, .. }, false) => finding.because("pdf"),
            (Content::Picture { format: Format::Heic, .. }, false) => finding.because("heic"),
            (Content::Picture { format: Format::Avif, .. }, false) => finding.because("avif"),
            (Content::Picture { format, .. }, false) if !matches!(format, Format::Jpeg | Format::Png) => {
                let finding = finding.because("picture").mended_by_preparing(scan.can_be_prepared());
                finding.with("format", Arg::Text(format.name().to_owned()))
            }
            (Content::Video { .. }, false) => finding.because("video_for_picture"),
            (Content::Unknown, false) => finding.because("unknown"),
            (Content::Picture { .. } | Content::Unknown, true) => finding.because("not_a_video"),
            // That only MP4 is taken is our conclusion from another upload of the platform.
            (Content::Video { mp4: false, .. }, true) => finding.because("not_mp4").weighing(Severity::Warning),
            _ => continue,
        });
    }
}

fn file_name_misleads(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| !scan.is_video()) {
        let Content::Picture { format: format @ (Format::Jpeg | Format::Png), .. } = scan.facts.content else { continue };
        if let Some(promised) = Format::promised_by(scan.path).filter(|promised| *promised != format) {
            let finding = scan.finds(&FILE_NAME_MISLEADS).with("promised", Arg::Text(promised.name().to_owned()));
            let finding = finding.mended_by_preparing(scan.can_be_prepared());
            findings.push(finding.with("format", Arg::Text(format.name().to_owned())));
        }
    }
}

fn file_damaged(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let (Content::Picture { damage: Some(damage), .. } | Content::Video { damage: Some(damage), .. }) = scan.facts.content
        else {
            continue;
        };
        let reason = match damage {
            Damage::Truncated => "truncated",
            Damage::Undecodable => "undecodable",
            Damage::Corrupt => "corrupt",
            Damage::TooManyPixels { .. } | Damage::TooLong => continue,
        };
        findings.push(scan.finds(&FILE_DAMAGED).because(reason));
    }
}

fn picture_has_too_many_pixels(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let Content::Picture { damage: Some(damage), width, height, .. } = scan.facts.content else { continue };
        let finding = scan.finds(&PICTURE_HAS_TOO_MANY_PIXELS).with("width", side(width)).with("height", side(height));
        findings.push(match damage {
            Damage::TooManyPixels { most } => {
                let million = i64::try_from(most / 1_000_000).unwrap_or(i64::MAX);
                finding.because("pixels").with("million", Arg::Number(million))
            }
            Damage::TooLong => finding.because("side"),
            Damage::Truncated | Damage::Undecodable | Damage::Corrupt => continue,
        });
    }
}

fn file_too_large(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let (limits, size) = (limits(scan.id), scan.facts.size);
        let over = matches!(scan.facts.content, Content::TooLarge { .. });
        let finding = scan.finds(&FILE_TOO_LARGE).with("size", Arg::Text(megabytes(size)));
        let finding = finding.mended_by_preparing(!scan.is_video() && scan.can_be_prepared());
        findings.push(match scan.is_video() {
            false if over => finding.because("picture_unread"),
            false if size > limits.most => finding.because("picture"),
            false if size > limits.wary => finding.because("picture_wary").weighing(Severity::Warning),
            true if over || size > limits.wary => finding.because("video").weighing(Severity::Warning),
            _ => continue,
        });
    }
}

/// The size in megabytes, rounded up so that what is too much never reads as just enough: 2.1.
fn megabytes(size: u64) -> String {
    let tenths = size.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Width and height of a sound JPEG or PNG picture, as it is stored.
fn sides(scan: &Scan<'_>) -> Option<(u32, u32)> {
    match scan.facts.content {
        Content::Picture { format: Format::Jpeg | Format::Png, width, height, .. } if width > 0 && height > 0 => {
            Some((width, height))
        }
        _ => None,
    }
}

fn picture_too_small(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| !scan.is_video()) {
        let Some((width, height)) = sides(&scan) else { continue };
        let limits = limits(scan.id);
        let under = |least: (u32, u32)| width.min(height) < least.0 || width.max(height) < least.1;
        let finding = scan.finds(&PICTURE_TOO_SMALL).with("width", side(width)).with("height", side(height));
        let (finding, least) = match () {
            () if under(limits.sides) => (finding.because("refused"), limits.sides),
            () if under(limits.advised) => (finding.because("advised").weighing(Severity::Warning), limits.advised),
            () => continue,
        };
        findings.push(finding.with("least_short", side(least.0)).with("least_long", side(least.1)));
    }
}

fn side(pixels: u32) -> Arg {
    Arg::Number(i64::from(pixels))
}

fn picture_hardly_legible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| CERTIFICATES.contains(&scan.id)) {
        if sides(&scan).is_some() && scan.facts.size < limits(scan.id).least {
            let size = i64::try_from(scan.facts.size / 1024).unwrap_or(i64::MAX).max(1);
            findings.push(scan.finds(&PICTURE_HARDLY_LEGIBLE).with("size", Arg::Number(size)));
        }
    }
}

fn one_picture_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let certificates: Vec<Scan<'_>> = scans(context).filter(|scan| CERTIFICATES.contains(&scan.id)).collect();
    for (n, scan) in certificates.iter().enumerate() {
        let Some(hash) = scan.facts.sha256().filter(|hash| !hash.is_empty()) else { continue };
        let Some(other) = certificates.iter().take(n).find(|other| other.facts.sha256() == Some(hash)) else { continue };
        let Some(reason) = clash(context, scan.id, other.id) else { continue };
        findings.push(scan.finds(&ONE_PICTURE_TWICE).because(reason).with("other", Arg::Field(other.id)));
    }
}

/// What it means that two certificates have the same picture; `None` if they may.
pub(super) fn clash(context: &Context<'_>, one: FieldId, other: FieldId) -> Option<&'static str> {
    match (PersonField::find(one), PersonField::find(other)) {
        (Some((role, _)), Some((of, _))) if role == of => (!has_one_side(context, role)).then_some("sides"),
        // The same certificate for both people is told by its number.
        (Some(_), Some(_)) if !context.has_two_people() => None,
        _ => Some("certificates"),
    }
}

/// A passport has one page to show; what to send as its back is documented nowhere, so the same page may stand for both.
fn has_one_side(context: &Context<'_>, role: Role) -> bool {
    const PASSPORT: u32 = 7;
    context.code(PersonField::CertificateKind.of(role)) == Some(PASSPORT)
}

fn files_too_many(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table().iter().filter(|record| context.draft.asks(record.id)) {
        let (Kind::Pictures(most) | Kind::Videos(most)) = record.kind else { continue };
        let count = context.draft.paths(record.id).len();
        if count > most {
            let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
            let finding = FILES_TOO_MANY.finds(record.id).at(most, None);
            findings.push(finding.with("count", number(count)).with("most", number(most)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_files_is_listed() {
        for record in table() {
            let names_files = record.kind.is_file() || record.kind == Kind::Approvals;
            assert_eq!(names_files, FILES.contains(&record.id), "{}", record.path);
            assert_eq!(matches!(record.kind, Kind::Videos(_)), VIDEOS.contains(&record.id), "{}", record.path);
        }
    }

    #[test]
    fn sizes_are_rounded_up() {
        for (size, text) in [(0, "0.0"), (2_000_000, "2.0"), (2_000_001, "2.1"), (2_097_152, "2.1"), (12_345_678, "12.4")] {
            assert_eq!(megabytes(size), text);
        }
    }
}
