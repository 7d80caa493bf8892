//! Bytes and pixels of files.

use crate::catalog::source::cited;
use crate::catalog::threshold::{self, Concern};
use crate::filing::FieldId;
use crate::rules::engine::judge::number;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::file::{Scan, limits, scans};
use crate::scan::facts::{Content, Damage, Format};
use crate::text::text;

/// The picture has so many pixels that it was not decoded: nobody knows whether it is whole, so it cannot be vouched for.
pub static PICTURE_HAS_TOO_MANY_PIXELS: Rule = Rule {
    name: "picture-has-too-many-pixels",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::PICTURE_CHECK_RANGE,
    prevents: &[Rejection::PictureFormat],
    title: text("图片像素太多", "Too many pixels"),
    what: text(
        "图片长边不超过 12000 像素，总像素不超过 5000 万（渐进式 JPG、带透明或每色 16 位的更少）。",
        "Pictures have at most 12,000 pixels a side and 50 million in all, fewer in a progressive JPG, with transparency or with 16-bit colours.",
    ),
    why: text(
        "像素太多的图片没有打开查过，不知道是否完好，所以不导出。",
        "A picture this large is not opened, and what was not inspected is not exported.",
    ),
    fix: text("缩小后重新选。", "Make it smaller and choose it again."),
    messages: &[
        message(
            "pixels",
            text(
                "{file} 有 {width}×{height} 像素，太多了，没有打开检查。",
                "{file} has {width} × {height} pixels, too many to inspect.",
            ),
            text(
                "这种图片最多 {million} 百万像素：缩小后重新选，短边不少于 720 像素。",
                "Of this kind of picture up to {million} million pixels are inspected: make it smaller, its short side no less than 720 pixels, and choose it again.",
            ),
        ),
        message(
            "side",
            text(
                "{file} 有 {width}×{height} 像素，有一边太长，没有打开检查。",
                "{file} has {width} × {height} pixels; one side is too long to inspect.",
            ),
            text(
                "缩小到长边 12000 像素以内，短边不少于 720 像素，再重新选。",
                "Make its long side 12,000 pixels at most, its short side no less than 720, and choose it again.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { width = 30000, height = 30000, too_many_pixels = true }",
        text("30000×30000 像素的扫描件。", "A scan of 30,000 × 30,000 pixels."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { width = 2480, height = 3508 }",
        text("A4 纸用 300 dpi 扫描，约 2480×3508 像素。", "A4 at 300 dpi: about 2480 × 3508 pixels."),
    ),
    check: picture_has_too_many_pixels,
};

/// The file has too many bytes.
pub static FILE_TOO_LARGE: Rule = Rule {
    name: "file-too-large",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureFormat],
    title: text("文件太大", "File too large"),
    what: text("每张图片不超过 2 MB，视频最好不超过 10 MB。", "Pictures are at most 2 MB; videos should be at most 10 MB."),
    why: text(
        "平台的限制；2 MB 怎么算没有说明，所以接近的也提醒。",
        "The platform's limit; which megabyte is meant is not said, so values just below it are warned about.",
    ),
    fix: text("压缩或缩小，保持文字清楚。", "Compress or shrink it, keeping the text legible."),
    messages: &[
        message(
            "picture",
            text("{file} 有 {size} MB，最多 2 MB。", "{file} is {size} MB; 2 MB is the limit."),
            text(
                "生成合格的副本，或自己压缩到 2 MB 以内，像素不小于 720×1280。",
                "Make a compliant copy, or compress it below 2 MB yourself, keeping at least 720 × 1280 pixels.",
            ),
        ),
        message(
            "picture_unread",
            text(
                "{file} 有 {size} MB，远远超过 2 MB，画面没有打开检查。",
                "{file} is {size} MB, far above 2 MB; its content was not inspected.",
            ),
            text(
                "生成合格的副本，或自己压缩到 2 MB 以内，像素不小于 720×1280。",
                "Make a compliant copy, or compress it below 2 MB yourself, keeping at least 720 × 1280 pixels.",
            ),
        ),
        message(
            "picture_wary",
            text("{file} 有 {size} MB，正好在 2 MB 的边缘。", "{file} is {size} MB, which is right at the 2 MB limit."),
            text("再压小一点更稳妥。", "A little smaller is safer."),
        ),
        message(
            "video",
            text("{file} 有 {size} MB，超过 10 MB 可能不收。", "{file} is {size} MB; above 10 MB it may be rejected."),
            text("压缩到 10 MB 以内。", "Compress it below 10 MB."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 3_000_000 }",
        text("3 MB 的照片。", "A picture of 3 MB."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 1_900_000 }",
        text("压缩到 2 MB 以内，字迹仍然清楚。", "Below 2 MB, and still legible."),
    ),
    check: file_too_large,
};

/// The picture has too few pixels.
pub static PICTURE_TOO_SMALL: Rule = Rule {
    name: "picture-too-small",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::MATERIALS_AND_STEP_BY_STEP,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureFormat],
    title: text("图片像素太少", "Too few pixels"),
    what: text(
        "个人证件等图片不小于 720×1280 像素，营业执照等主体证件不小于 1500×1100 像素，横竖均可。",
        "Pictures of ID documents and others have at least 720 × 1280 pixels, those of the filing entity's certificate 1500 × 1100, either way round.",
    ),
    why: text("平台的限制；像素太少，文字识别不出来。", "The platform's limit; text cannot be read from fewer."),
    fix: text("重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it."),
    messages: &[
        message(
            "refused",
            text(
                "{file} 是 {width}×{height} 像素，不能小于 {least_short}×{least_long}（横竖均可）。",
                "{file} has {width} × {height} pixels; {least_short} × {least_long} is the minimum, either way round.",
            ),
            text("重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it."),
        ),
        message(
            "advised",
            text(
                "{file} 是 {width}×{height} 像素；微信要求主体证件不小于 {least_long}×{least_short}（横竖均可）。",
                "{file} has {width} × {height} pixels; WeChat requires {least_long} × {least_short} of the filing entity's certificate, either way round.",
            ),
            text("用更高的像素重拍或重新扫描。", "Take it again with more pixels."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { width = 600, height = 400 }",
        text("600×400 像素的截图。", "A screenshot of 600 × 400 pixels."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { width = 1200, height = 1600 }",
        text("1200×1600 像素。", "1200 × 1600 pixels."),
    ),
    check: picture_too_small,
};

/// The photo of a certificate has so few bytes that it can hardly be legible.
pub static PICTURE_HARDLY_LEGIBLE: Rule = Rule {
    name: "picture-hardly-legible",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::WECHAT_MATERIALS,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear, Rejection::PriorApprovalExpired],
    title: text("图片可能不清楚", "Picture may be illegible"),
    what: text("证件照片不小于 100 KB。", "Photos of certificates are at least 100 KB."),
    why: text(
        "微信的材料示例这样要求；文件太小，多半压缩过度。",
        "WeChat's examples of materials require it; a file this small is usually over-compressed.",
    ),
    fix: text("用原图，不要用聊天软件压缩过的。", "Use the original, not one shrunk by a chat program."),
    messages: &[message(
        "",
        text("{file} 只有 {size} KB，可能看不清。", "{file} is only {size} KB and may be illegible."),
        text("换成原图，或重新拍照。", "Use the original, or take it again."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 60_000 }",
        text("压到 60 KB 的证件照片。", "A certificate squeezed into 60 KB."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 600_000 }",
        text("100 KB 以上，字迹清楚。", "Above 100 KB, and legible."),
    ),
    check: picture_hardly_legible,
};

/// The photo of a certificate has more bytes than one of two contradicting official texts admits.
pub static PICTURE_LARGER_THAN_ADVISED: Rule = Rule {
    name: "picture-larger-than-advised",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FieldId::CERTIFICATES,
    source: source::WECHAT_MATERIALS,
    prevents: &[],
    title: text("证件照片大于 200 KB", "Picture above 200 KB"),
    what: text(
        "微信的材料示例（英文版）写证件照片不大于 200K；别处写 2 MB 以内。",
        "WeChat's examples of materials (in English) say 200K at most for certificates; elsewhere it says 2 MB.",
    ),
    why: text(
        "两处说法不同，可能是翻译有误：没有证实以前只作提示。",
        "The two texts differ, perhaps by a slip of the translation: a hint until it is confirmed.",
    ),
    fix: text("上传时如果提示太大，再压缩到 100 到 200 KB。", "If the upload refuses it, compress it to between 100 and 200 KB."),
    messages: &[message(
        "",
        text(
            "{file} 有 {size} KB。大于 {most} KB 的证件照片共 {count} 张：微信的材料示例要求不大于 {most} KB，别处允许到 2 MB。",
            "{file} has {size} KB. Certificate pictures over {most} KB: {count}. WeChat's documents disagree: one limits them to {most} KB, another to 2 MB.",
        ),
        text(
            "不用先改；上传时如果提示太大，再压缩到 100 到 200 KB，字迹仍要清楚。",
            "Leave it as it is; if the upload refuses it, compress it to between 100 and 200 KB, still legible.",
        ),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 600_000 }",
        text("600 KB 的执照照片。", "A picture of a licence of 600 KB."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { bytes = 180_000 }",
        text("180 KB，字迹清楚。", "180 KB, and legible."),
    ),
    check: picture_larger_than_advised,
};

fn picture_has_too_many_pixels(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let Content::Picture { damage: Some(damage), width, height, .. } = scan.facts.content else { continue };
        let finding = scan.finds(&PICTURE_HAS_TOO_MANY_PIXELS).with("width", side(width)).with("height", side(height));
        findings.push(match damage {
            Damage::TooManyPixels { most } => {
                let million = i64::try_from(most / 1_000_000).unwrap_or(i64::MAX);
                finding.with_message(message_of!(PICTURE_HAS_TOO_MANY_PIXELS, "pixels")).with("million", Arg::Number(million))
            }
            Damage::TooLong => finding.with_message(message_of!(PICTURE_HAS_TOO_MANY_PIXELS, "side")),
            Damage::Truncated | Damage::Undecodable | Damage::Corrupt => continue,
        });
    }
}

fn file_too_large(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let (limits, size) = (limits(scan.id), scan.facts.size);
        let over = matches!(scan.facts.content, Content::TooLarge { .. });
        let finding = scan.finds(&FILE_TOO_LARGE).with("size", Arg::Text(megabytes(size)));
        let finding = finding.fixed_by_preparing(!scan.is_video() && scan.can_be_prepared());
        findings.push(match scan.is_video() {
            false if over => finding.with_message(message_of!(FILE_TOO_LARGE, "picture_unread")),
            false if size > limits.most => finding.with_message(message_of!(FILE_TOO_LARGE, "picture")),
            false if size > limits.wary => {
                finding.with_message(message_of!(FILE_TOO_LARGE, "picture_wary")).with_severity(Severity::Warning)
            }
            true if over || size > limits.wary => {
                finding.with_message(message_of!(FILE_TOO_LARGE, "video")).with_severity(Severity::Warning)
            }
            _ => continue,
        });
    }
}

/// Bytes of a kilobyte, as sizes are told to people.
const KILOBYTE: u64 = 1_000;

/// The size in megabytes, rounded up so that what is too much never reads as just enough: 2.1.
pub(in crate::rules) fn megabytes(size: u64) -> String {
    let tenths = size.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The size in kilobytes, counted and rounded as sizes are everywhere.
fn kilobytes(size: u64) -> Arg {
    Arg::Number(i64::try_from(size.div_ceil(KILOBYTE)).unwrap_or(i64::MAX))
}

/// Width and height of a sound JPEG or PNG picture, as it is stored.
pub(in crate::rules) fn sides(scan: &Scan<'_>) -> Option<(u32, u32)> {
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
            () if under(limits.sides) => (finding.with_message(message_of!(PICTURE_TOO_SMALL, "refused")), limits.sides),
            () if under(limits.advised) => {
                let finding = finding.with_message(message_of!(PICTURE_TOO_SMALL, "advised")).with_severity(Severity::Warning);
                (finding.said_by(&cited::WX_MAT), limits.advised)
            }
            () => continue,
        };
        findings.push(finding.with("least_short", side(least.0)).with("least_long", side(least.1)));
    }
}

pub(in crate::rules) fn side(pixels: u32) -> Arg {
    Arg::Number(i64::from(pixels))
}

fn picture_hardly_legible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| FieldId::CERTIFICATES.contains(&scan.id)) {
        if sides(&scan).is_some() && scan.facts.size < limits(scan.id).least {
            findings.push(scan.finds(&PICTURE_HARDLY_LEGIBLE).with("size", kilobytes(scan.facts.size)));
        }
    }
}

fn picture_larger_than_advised(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let advised = threshold::of(Concern::PictureMost, None).into_iter().find(|figure| figure.severity == Severity::Hint);
    let Some(figure) = advised else { return };
    let large = |scan: &Scan<'_>| {
        FieldId::CERTIFICATES.contains(&scan.id)
            && sides(scan).is_some()
            && scan.facts.size > u64::from(figure.value) * KILOBYTE
            && scan.facts.size <= limits(scan.id).most
    };
    let found: Vec<Scan<'_>> = scans(context).filter(large).collect();
    // Said once: every picture of a phone is larger.
    if let Some(first) = found.first() {
        let finding = first.finds(&PICTURE_LARGER_THAN_ADVISED).said_by(figure.source).with("size", kilobytes(first.facts.size));
        findings.push(finding.with("count", number(found.len())).with("most", Arg::Number(i64::from(figure.value))));
    }
}
