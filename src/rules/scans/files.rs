//! Scans: judged by the facts about them. Files about which nothing is known yet are not judged.

use crate::filing::field::table;
use crate::filing::{FieldId, Kind};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::file::scans;
use crate::scan::facts::{Content, Damage, Format, Obstacle};
use crate::text::text;

/// There is no file to be read.
pub static FILE_MISSING: Rule = Rule {
    name: "file-missing",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::FILE_ACCESS,
    prevents: &[],
    title: text("文件读不到", "File cannot be read"),
    what: text("草稿里的文件要存在、能读、不是空的。", "Every file the draft names is there, readable and not empty."),
    why: text("读不到的文件进不了备案包。", "A file that cannot be read cannot be packed."),
    fix: text("重新选文件。", "Choose the file again."),
    messages: &[
        message(
            "missing",
            text("找不到文件 {file}。", "There is no file {file}."),
            text("看看是不是移走或改名了，重新选。", "It may have been moved or renamed: choose it again."),
        ),
        message(
            "not_a_file",
            text("{file} 不是普通文件。", "{file} is not a file."),
            text("选其中的图片文件。", "Choose the picture itself."),
        ),
        message(
            "link_loop",
            text("{file} 是绕圈的符号链接，打不开。", "{file} is a link that leads in a circle."),
            text("直接选原来的图片文件。", "Choose the picture itself instead of the link."),
        ),
        message(
            "outside",
            text("{file} 在草稿的文件夹以外，没有读取。", "{file} lies outside the draft's folder and was not read."),
            text(
                "确实是你选的：重新选一次，或运行 beian check 草稿 --allow-outside，以后不再问；不是就删掉这个路径。",
                "If you chose it, choose it again, or run beian check DRAFT --allow-outside once; if you did not, delete the path.",
            ),
        ),
        message(
            "unreadable",
            text("{file} 打不开。", "{file} cannot be opened."),
            text(
                "检查权限，或把它复制到草稿旁边再选。",
                "Check the permissions, or copy it next to the draft and choose it there.",
            ),
        ),
        message("empty", text("{file} 是空文件。", "{file} is empty."), text("重新拍照或导出。", "Take or export it again.")),
    ],
    wrong: case(
        "subject.certificate.photo = 'scans/licence.jpg'\n\
         files.'scans/licence.jpg' = { missing = true }",
        text("草稿写着 scans/licence.jpg，文件夹里没有。", "The draft names scans/licence.jpg, and there is none."),
    ),
    right: case(
        "subject.certificate.photo = 'scans/licence.jpg'\n\
         files.'scans/licence.jpg' = { missing = false }",
        text("文件在草稿所写的位置，能打开。", "It lies where the draft says, and opens."),
    ),
    check: file_missing,
};

/// The file is not a JPEG or PNG picture, or no video.
pub static FILE_OF_ANOTHER_FORMAT: Rule = Rule {
    name: "file-of-another-format",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureFormat],
    title: text("文件格式不对", "Wrong file format"),
    what: text(
        "图片只收 JPG 和 PNG，承诺视频用 MP4；看内容，不看扩展名。",
        "Pictures are JPG, JPEG or PNG, videos MP4, judged by content and not by name.",
    ),
    why: text("平台只收这些格式。", "The platform accepts these formats only."),
    fix: text("转换格式后重新选。", "Convert it and choose it again."),
    messages: &[
        message(
            "picture",
            text("{file} 是 {format} 格式，只收 JPG 和 PNG。", "{file} is {format}; only JPG and PNG are accepted."),
            text("另存为 JPG 或 PNG。", "Save it as JPG or PNG."),
        ),
        message(
            "pdf",
            text("{file} 是 PDF，只收 JPG 和 PNG。", "{file} is a PDF; only JPG and PNG are accepted."),
            text("导出为 JPG 图片，每页一张。", "Export it as JPG, one per page."),
        ),
        message(
            "heic",
            text(
                "{file} 是 HEIC 格式（苹果手机的默认格式），只收 JPG 和 PNG。",
                "{file} is HEIC (an iPhone's default); only JPG and PNG are accepted.",
            ),
            text(
                "另存为 JPG；手机的相机格式可设为「兼容性最佳」。",
                "Save it as JPG; the phone's camera can be set to Most Compatible.",
            ),
        ),
        message(
            "avif",
            text("{file} 是 AVIF 格式，只收 JPG 和 PNG。", "{file} is AVIF; only JPG and PNG are accepted."),
            text("用浏览器或看图软件打开，另存为 JPG。", "Open it in a browser or picture viewer and save it as JPG."),
        ),
        message(
            "video_for_picture",
            text("{file} 是视频，这里要图片。", "{file} is a video; a picture is required."),
            text("选 JPG 或 PNG 图片。", "Choose a JPG or PNG picture."),
        ),
        message(
            "unknown",
            text("{file} 不是图片。", "{file} is not a picture."),
            text("选 JPG 或 PNG 图片。", "Choose a JPG or PNG picture."),
        ),
        message(
            "not_a_video",
            text("{file} 不是视频。", "{file} is not a video."),
            text("选 MP4 视频。", "Choose an MP4 video."),
        ),
        message(
            "not_mp4",
            text("{file} 不是 MP4 格式，可能不收。", "{file} is not MP4 and may be rejected."),
            text("转换成 MP4。", "Convert it to MP4."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.heic'\n\
         files.'licence.heic' = { format = 'HEIC' }",
        text("手机拍的 HEIC 照片，或扫描成的 PDF。", "A HEIC photo from a phone, or a scan as PDF."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { format = 'JPEG' }",
        text("同一张照片另存为 JPG 或 PNG。", "The same picture saved as JPG or PNG."),
    ),
    check: file_of_another_format,
};

/// The end of the file's name promises another format than the file has.
pub static FILE_NAME_MISLEADS: Rule = Rule {
    name: "file-name-misleads",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureFormat],
    title: text("扩展名与内容不符", "Name and content disagree"),
    what: text("扩展名应与文件内容一致。", "A file's ending agrees with its content."),
    why: text(
        "手动上传时，有的表单只看扩展名；导出的备案包会用正确的扩展名。",
        "Forms may judge by the name; the package names files correctly by itself.",
    ),
    fix: text("改扩展名。", "Rename it."),
    messages: &[message(
        "",
        text("{file} 的扩展名是 {promised}，内容却是 {format}。", "{file} is named as {promised}, but is {format}."),
        text("只改扩展名，不用转换格式。", "Rename it; no conversion is needed."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { format = 'PNG' }",
        text("licence.jpg 里其实是 PNG。", "licence.jpg holds a PNG."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.png'\n\
         files.'licence.png' = { format = 'PNG' }",
        text("改名为 licence.png。", "It is called licence.png."),
    ),
    check: file_name_misleads,
};

/// The file is damaged.
pub static FILE_DAMAGED: Rule = Rule {
    name: "file-damaged",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_CODE_86328,
    prevents: &[Rejection::PictureUnreadable, Rejection::PriorApprovalExpired],
    title: text("文件损坏", "Damaged file"),
    what: text("图片和视频要完整、能打开。", "Pictures and videos are whole and can be opened."),
    why: text("平台识别不出损坏的图片（86328）。", "The platform cannot read damaged pictures (86328)."),
    fix: text("重新拍照、导出或复制。", "Take, export or copy it again."),
    messages: &[
        message(
            "truncated",
            text("{file} 不完整，后半部分缺失。", "{file} is cut off."),
            text("重新复制或下载。", "Copy or download it again."),
        ),
        message(
            "undecodable",
            text("{file} 损坏，打不开。", "{file} is damaged and cannot be opened."),
            text("重新拍照或导出。", "Take or export it again."),
        ),
        message(
            "corrupt",
            text(
                "{file} 的数据有损坏，有一部分显示不对或显示不出来。",
                "The data in {file} are damaged; part of it shows wrongly or not at all.",
            ),
            text("重新复制、拍照或导出。", "Copy, take or export it again."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { truncated = true }",
        text("没有下载完，下半截打不开的照片。", "A picture cut short by a broken download."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { truncated = false }",
        text("从头到尾都能显示的照片。", "A picture that shows from top to bottom."),
    ),
    check: file_damaged,
};

/// More files than the field takes.
pub static FILES_TOO_MANY: Rule = Rule {
    name: "files-too-many",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("文件太多", "Too many files"),
    what: text("每项材料的份数有上限。", "Each kind of material takes a limited number of files."),
    why: text("平台的限制。", "The platform's limit."),
    fix: text("去掉多余的，或合并成一张图。", "Remove some, or join them into one picture."),
    messages: &[message(
        "",
        text("有 {count} 个文件，最多 {most} 个。", "{count} files, {most} at most."),
        text("去掉多余的。", "Remove the surplus files."),
    )],
    wrong: case("materials.commitment_letter = ['a.jpg', 'b.jpg']", text("这一项只收一份。", "One file is accepted here.")),
    right: case("materials.commitment_letter = ['a.jpg']", text("一份。", "One.")),
    check: files_too_many,
};

fn file_missing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let reason = match scan.facts.content {
            Content::Missing => message_of!(FILE_MISSING, "missing"),
            Content::NotAFile => message_of!(FILE_MISSING, "not_a_file"),
            Content::Unreadable(Obstacle::LinkLoop) => message_of!(FILE_MISSING, "link_loop"),
            Content::Unreadable(Obstacle::Outside) => message_of!(FILE_MISSING, "outside"),
            Content::Unreadable(_) => message_of!(FILE_MISSING, "unreadable"),
            Content::Empty => message_of!(FILE_MISSING, "empty"),
            _ => continue,
        };
        findings.push(scan.finds_where(&FILE_MISSING).with_message(reason));
    }
}

fn file_of_another_format(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context) {
        let finding = scan.finds(&FILE_OF_ANOTHER_FORMAT);
        findings.push(match (&scan.facts.content, scan.is_video()) {
            (Content::Picture { format: Format::Pdf, .. }, false) => {
                finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "pdf"))
            }
            (Content::Picture { format: Format::Heic, .. }, false) => {
                finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "heic"))
            }
            (Content::Picture { format: Format::Avif, .. }, false) => {
                finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "avif"))
            }
            (Content::Picture { format, .. }, false) if !matches!(format, Format::Jpeg | Format::Png) => {
                let finding = finding
                    .with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "picture"))
                    .fixed_by_preparing(scan.can_be_prepared());
                finding.with("format", Arg::Text(format.name().to_owned()))
            }
            (Content::Video { .. }, false) => finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "video_for_picture")),
            (Content::Unknown, false) => finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "unknown")),
            (Content::Picture { .. } | Content::Unknown, true) => {
                finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "not_a_video"))
            }
            // That only MP4 is taken is our conclusion from another upload of the platform.
            (Content::Video { mp4: false, .. }, true) => {
                finding.with_message(message_of!(FILE_OF_ANOTHER_FORMAT, "not_mp4")).with_severity(Severity::Warning)
            }
            _ => continue,
        });
    }
}

fn file_name_misleads(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| !scan.is_video()) {
        let Content::Picture { format: format @ (Format::Jpeg | Format::Png), .. } = scan.facts.content else { continue };
        if let Some(promised) = Format::promised_by(scan.path).filter(|promised| *promised != format) {
            let finding = scan.finds(&FILE_NAME_MISLEADS).with("promised", Arg::Text(promised.name().to_owned()));
            let finding = finding.fixed_by_preparing(scan.can_be_prepared());
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
            Damage::Truncated => message_of!(FILE_DAMAGED, "truncated"),
            Damage::Undecodable => message_of!(FILE_DAMAGED, "undecodable"),
            Damage::Corrupt => message_of!(FILE_DAMAGED, "corrupt"),
            Damage::TooManyPixels { .. } | Damage::TooLong => continue,
        };
        findings.push(scan.finds(&FILE_DAMAGED).with_message(reason));
    }
}

fn files_too_many(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        let (Kind::Pictures(most) | Kind::Videos(most)) = record.kind else { continue };
        if !context.asks(record.id) {
            continue;
        }
        let count = context.paths(record.id).len();
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
    use crate::rules::scans::size::megabytes;

    #[test]
    fn every_field_of_files_is_listed() {
        for record in table() {
            let names_files = record.kind.is_file() || record.kind == Kind::Approvals;
            assert_eq!(names_files, FieldId::FILES.contains(&record.id), "{}", record.path);
            assert_eq!(matches!(record.kind, Kind::Videos(_)), FieldId::VIDEOS.contains(&record.id), "{}", record.path);
        }
    }

    #[test]
    fn sizes_are_rounded_up() {
        for (size, text) in [(0, "0.0"), (2_000_000, "2.0"), (2_000_001, "2.1"), (2_097_152, "2.1"), (12_345_678, "12.4")] {
            assert_eq!(megabytes(size), text);
        }
    }
}
