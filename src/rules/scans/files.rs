//! Scans: judged by the facts about them. Files about which nothing is known yet are not judged.

use crate::catalog;
use crate::filing::field::table;
use crate::filing::{FieldId, Kind, PersonField, Role};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{
    Arg, Column, Context, Finding, Rejection, Rule, Severity, Spot, Topic, case, message, message_of, source,
};
use crate::scan::Limits;
use crate::scan::facts::{Content, Damage, FileFacts, Format, Obstacle};
use crate::text::text;

/// Every field that names files.
pub(in crate::rules) const FILES: &[FieldId] = &[
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
pub(in crate::rules) const CERTIFICATES: &[FieldId] = &[
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
            "unreadable",
            text("{file} 打不开。", "{file} cannot be opened."),
            text(
                "检查权限，或把它复制到草稿旁边再选。",
                "Check the permissions, or copy it next to the draft and choose it there.",
            ),
        ),
        message("empty", text("{file} 是空文件。", "{file} is empty."), text("重新拍照或导出。", "Take or export it again.")),
    ],
    wrong: case("", text("草稿写着 scans/licence.jpg，文件夹里没有。", "The draft names scans/licence.jpg, and there is none.")),
    right: case("", text("文件在草稿所写的位置，能打开。", "It lies where the draft says, and opens.")),
    check: file_missing,
};

/// The file is not a JPEG or PNG picture, or no video.
pub static FILE_OF_ANOTHER_FORMAT: Rule = Rule {
    name: "file-of-another-format",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureFormat],
    title: text("文件格式不对", "Wrong file format"),
    what: text(
        "图片只收 JPG 和 PNG，承诺视频用 MP4；看内容，不看扩展名。",
        "Pictures are JPG, JPEG or PNG, videos MP4, judged by content and not by name.",
    ),
    why: text("平台只收这些格式。", "The platform takes these formats only."),
    fix: text("转换格式后重新选。", "Convert it and choose it again."),
    messages: &[
        message(
            "picture",
            text("{file} 是 {format} 格式，只收 JPG 和 PNG。", "{file} is {format}; only JPG and PNG are taken."),
            text("另存为 JPG 或 PNG。", "Save it as JPG or PNG."),
        ),
        message(
            "pdf",
            text("{file} 是 PDF，只收 JPG 和 PNG。", "{file} is a PDF; only JPG and PNG are taken."),
            text("导出为 JPG 图片，每页一张。", "Export it as JPG, one per page."),
        ),
        message(
            "heic",
            text(
                "{file} 是 HEIC 格式（苹果手机的默认格式），只收 JPG 和 PNG。",
                "{file} is HEIC (an iPhone's default); only JPG and PNG are taken.",
            ),
            text(
                "另存为 JPG；手机的相机格式可设为「兼容性最佳」。",
                "Save it as JPG; the phone's camera can be set to Most Compatible.",
            ),
        ),
        message(
            "avif",
            text("{file} 是 AVIF 格式，只收 JPG 和 PNG。", "{file} is AVIF; only JPG and PNG are taken."),
            text("用浏览器或看图软件打开，另存为 JPG。", "Open it in a browser or picture viewer and save it as JPG."),
        ),
        message(
            "video_for_picture",
            text("{file} 是视频，这里要图片。", "{file} is a video; a picture is wanted."),
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
            text("{file} 不是 MP4 格式，可能不收。", "{file} is not MP4 and may be refused."),
            text("转换成 MP4。", "Convert it to MP4."),
        ),
    ],
    wrong: case("", text("手机拍的 HEIC 照片，或扫描成的 PDF。", "A HEIC photo from a phone, or a scan as PDF.")),
    right: case("", text("同一张照片另存为 JPG 或 PNG。", "The same picture saved as JPG or PNG.")),
    check: file_of_another_format,
};

/// The end of the file's name promises another format than the file has.
pub static FILE_NAME_MISLEADS: Rule = Rule {
    name: "file-name-misleads",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
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
    wrong: case("", text("licence.jpg 里其实是 PNG。", "licence.jpg holds a PNG.")),
    right: case("", text("改名为 licence.png。", "It is called licence.png.")),
    check: file_name_misleads,
};

/// The file is damaged.
pub static FILE_DAMAGED: Rule = Rule {
    name: "file-damaged",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
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
                "The data in {file} are broken; a part of it shows wrong or not at all.",
            ),
            text("重新复制、拍照或导出。", "Copy, take or export it again."),
        ),
    ],
    wrong: case("", text("没有下载完，下半截打不开的照片。", "A picture cut short by a broken download.")),
    right: case("", text("从头到尾都能显示的照片。", "A picture that shows from top to bottom.")),
    check: file_damaged,
};

/// The picture has so many pixels that it was not decoded: nobody knows whether it is whole, so it cannot be vouched for.
pub static PICTURE_HAS_TOO_MANY_PIXELS: Rule = Rule {
    name: "picture-has-too-many-pixels",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::PICTURE_CHECK_RANGE,
    prevents: &[Rejection::PictureFormat],
    title: text("图片像素太多", "Too many pixels"),
    what: text(
        "图片长边不超过 12000 像素，总像素不超过 5000 万（渐进式 JPG、带透明或每色 16 位的更少）。",
        "Pictures have 12,000 pixels a side and 50 million in all at most, fewer in a progressive JPG, with transparency or 16-bit colours.",
    ),
    why: text(
        "像素太多的图片没有打开查过，不知道是否完好，所以不导出。",
        "So large a picture is not opened, and what was not looked at is not exported.",
    ),
    fix: text("缩小后重新选。", "Make it smaller and choose it again."),
    messages: &[
        message(
            "pixels",
            text(
                "{file} 有 {width}×{height} 像素，太多了，没有打开检查。",
                "{file} has {width} × {height} pixels, too many to look at it.",
            ),
            text(
                "这种图片最多 {million} 百万像素：缩小后重新选，短边不少于 720 像素。",
                "Of this kind of picture, {million} million pixels are looked at: make it smaller, its short side no less than 720 pixels, and choose it again.",
            ),
        ),
        message(
            "side",
            text(
                "{file} 有 {width}×{height} 像素，有一边太长，没有打开检查。",
                "{file} has {width} × {height} pixels; one side is too long to look at it.",
            ),
            text(
                "缩小到长边 12000 像素以内，短边不少于 720 像素，再重新选。",
                "Make its long side 12,000 pixels at most, its short side no less than 720, and choose it again.",
            ),
        ),
    ],
    wrong: case("", text("30000×30000 像素的扫描件。", "A scan of 30,000 × 30,000 pixels.")),
    right: case("", text("A4 纸用 300 dpi 扫描，约 2480×3508 像素。", "A4 at 300 dpi: about 2480 × 3508 pixels.")),
    check: picture_has_too_many_pixels,
};

/// The file has too many bytes.
pub static FILE_TOO_LARGE: Rule = Rule {
    name: "file-too-large",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureFormat],
    title: text("文件太大", "File too large"),
    what: text("每张图片不超过 2 MB，视频最好不超过 10 MB。", "Pictures have 2 MB at most, videos best 10 MB."),
    why: text(
        "平台的限制；2 MB 怎么算没有说明，所以接近的也提醒。",
        "The platform's limit; which megabyte is meant is not said, so values just below it are warned about.",
    ),
    fix: text("压缩或缩小，保持文字清楚。", "Compress or shrink it, keeping the text legible."),
    messages: &[
        message(
            "picture",
            text("{file} 有 {size} MB，最多 2 MB。", "{file} has {size} MB, 2 MB at most."),
            text("压缩到 2 MB 以内，并保持不小于 720×1280 像素。", "Compress it below 2 MB, keeping at least 720 × 1280 pixels."),
        ),
        message(
            "picture_unread",
            text(
                "{file} 有 {size} MB，远远超过 2 MB，画面没有打开检查。",
                "{file} has {size} MB, far above 2 MB; what it shows was not looked at.",
            ),
            text("压缩到 2 MB 以内，并保持不小于 720×1280 像素。", "Compress it below 2 MB, keeping at least 720 × 1280 pixels."),
        ),
        message(
            "picture_wary",
            text("{file} 有 {size} MB，正好在 2 MB 的边缘。", "{file} has {size} MB, which is right at the 2 MB limit."),
            text("再压小一点更稳妥。", "A little smaller is safer."),
        ),
        message(
            "video",
            text("{file} 有 {size} MB，超过 10 MB 可能不收。", "{file} has {size} MB; above 10 MB it may be refused."),
            text("压缩到 10 MB 以内。", "Compress it below 10 MB."),
        ),
    ],
    wrong: case("", text("3 MB 的照片。", "A picture of 3 MB.")),
    right: case("", text("压缩到 2 MB 以内，字迹仍然清楚。", "Below 2 MB, and still legible.")),
    check: file_too_large,
};

/// The picture has too few pixels.
pub static PICTURE_TOO_SMALL: Rule = Rule {
    name: "picture-too-small",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureFormat],
    title: text("图片像素太少", "Too few pixels"),
    what: text(
        "图片不小于 720×1280 像素，横竖均可；营业执照等最好不小于 1100×1500 像素。",
        "Pictures have 720 × 1280 pixels at least, either way round; licences best 1100 × 1500.",
    ),
    why: text("平台的限制；像素太少，文字识别不出来。", "The platform's limit; text cannot be read from fewer."),
    fix: text("重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it."),
    messages: &[
        message(
            "refused",
            text(
                "{file} 是 {width}×{height} 像素，不能小于 {least_short}×{least_long}（横竖均可）。",
                "{file} has {width} × {height} pixels; {least_short} × {least_long} is the least, either way round.",
            ),
            text("重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it."),
        ),
        message(
            "advised",
            text(
                "{file} 是 {width}×{height} 像素，最好不小于 {least_short}×{least_long}（横竖均可）。",
                "{file} has {width} × {height} pixels; {least_short} × {least_long} is better, either way round.",
            ),
            text("有条件就用更高的像素重拍或重新扫描。", "Take it again with more pixels if you can."),
        ),
    ],
    wrong: case("", text("600×400 像素的截图。", "A screenshot of 600 × 400 pixels.")),
    right: case("", text("1200×1600 像素。", "1200 × 1600 pixels.")),
    check: picture_too_small,
};

/// The photo of a certificate has so few bytes that it can hardly be legible.
pub static PICTURE_HARDLY_LEGIBLE: Rule = Rule {
    name: "picture-hardly-legible",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: CERTIFICATES,
    source: source::ALIPAY_INTERFACE,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear, Rejection::PriorApprovalExpired],
    title: text("图片可能不清楚", "Picture may be illegible"),
    what: text("证件照片最好不小于 100 KB。", "Photos of certificates best have 100 KB at least."),
    why: text(
        "文件太小，多半压缩过度；对接同一备案系统的其他平台不收。",
        "So small a file is mostly over-compressed; another platform of the same system refuses it.",
    ),
    fix: text("用原图，不要用聊天软件压缩过的。", "Use the original, not one shrunk by a chat program."),
    messages: &[message(
        "",
        text("{file} 只有 {size} KB，可能看不清。", "{file} has {size} KB only and may be illegible."),
        text("换成原图，或重新拍照。", "Use the original, or take it again."),
    )],
    wrong: case("", text("压到 60 KB 的证件照片。", "A certificate squeezed into 60 KB.")),
    right: case("", text("100 KB 以上，字迹清楚。", "Above 100 KB, and legible.")),
    check: picture_hardly_legible,
};

/// One picture stands for two certificates, or for both sides of one.
pub static ONE_PICTURE_TWICE: Rule = Rule {
    name: "one-picture-twice",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: CERTIFICATES,
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("同一张图片用了两次", "One picture used twice"),
    what: text("证件正反面是两张图，不同的证件也是不同的图。", "Front and back are two pictures, and so are two certificates."),
    why: text("同一张图片多半是选错了文件。", "Most likely the wrong file was chosen."),
    fix: text("换成正确的图片。", "Attach the right picture."),
    messages: &[
        message(
            "sides",
            text("正反面是同一张图片。", "Front and back are the same picture."),
            text("重新选：一张人像面，一张国徽面。", "One shows the portrait, one the emblem: choose again."),
        ),
        message(
            "certificates",
            text("与「{other}」是同一张图片。", "The same picture as \"{other}\"."),
            text("选这个证件自己的照片。", "Choose this certificate's own picture."),
        ),
    ],
    wrong: case("", text("人像面和国徽面放了同一张照片。", "One photo for both sides of the card.")),
    right: case("", text("两面各拍一张。", "A photo of each side.")),
    check: one_picture_twice,
};

/// More files than the field takes.
pub static FILES_TOO_MANY: Rule = Rule {
    name: "files-too-many",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("文件太多", "Too many files"),
    what: text("每项材料的份数有上限。", "Each kind of material takes so many files at most."),
    why: text("平台的限制。", "The platform's limit."),
    fix: text("去掉多余的，或合并成一张图。", "Remove some, or join them into one picture."),
    messages: &[message(
        "",
        text("有 {count} 个文件，最多 {most} 个。", "{count} files, {most} at most."),
        text("去掉多余的。", "Remove what is too much."),
    )],
    wrong: case("materials.commitment_letter = ['a.jpg', 'b.jpg']", text("这一项只收一份。", "One is taken here.")),
    right: case("materials.commitment_letter = ['a.jpg']", text("一份。", "One.")),
    check: files_too_many,
};

/// A file that the draft names, where it names it, and what is known about it.
pub(in crate::rules) struct Scan<'a> {
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
    pub(in crate::rules) fn can_be_prepared(&self) -> bool {
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
    pub(in crate::rules) fn finds(&self, rule: &'static Rule) -> Finding {
        self.places(rule.finds(self.id))
    }

    /// The same finding at the place where the file is named.
    pub(in crate::rules) fn places(&self, mut finding: Finding) -> Finding {
        finding.field = self.id;
        finding.spot = self.spot;
        finding.args.insert(0, ("file", Arg::Text(self.path.to_owned())));
        finding
    }
}

/// The files that are asked for and have been looked at.
pub(in crate::rules) fn scans<'a>(context: &Context<'a>) -> impl Iterator<Item = Scan<'a>> {
    let facts = context.facts();
    let mut named: Vec<(FieldId, Option<Spot>, &'a str)> = Vec::new();
    // Where nobody has looked at any file, as in batches without files, no field has to be gone through.
    let looked = !facts.is_empty();
    for record in table().iter().filter(|record| looked && context.asks(record.id)) {
        let paths = context.paths(record.id).into_iter();
        match record.kind {
            Kind::Picture => named.extend(paths.map(|path| (record.id, None, path))),
            Kind::Pictures(_) | Kind::Videos(_) => {
                named.extend(paths.enumerate().map(|(row, path)| (record.id, Some(Spot { row, column: None }), path)));
            }
            Kind::Approvals => {
                let rows = context.approvals().iter().enumerate();
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
            Content::Missing => message_of!(FILE_MISSING, "missing"),
            Content::NotAFile => message_of!(FILE_MISSING, "not_a_file"),
            Content::Unreadable(Obstacle::LinkLoop) => message_of!(FILE_MISSING, "link_loop"),
            Content::Unreadable(_) => message_of!(FILE_MISSING, "unreadable"),
            Content::Empty => message_of!(FILE_MISSING, "empty"),
            _ => continue,
        };
        findings.push(scan.finds(&FILE_MISSING).with_message(reason));
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
            () if under(limits.sides) => (finding.with_message(message_of!(PICTURE_TOO_SMALL, "refused")), limits.sides),
            () if under(limits.advised) => {
                (finding.with_message(message_of!(PICTURE_TOO_SMALL, "advised")).with_severity(Severity::Warning), limits.advised)
            }
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
        let Some(clash) = clash(context, scan.id, other.id) else { continue };
        findings.push(
            scan.finds(&ONE_PICTURE_TWICE)
                .with_message(match clash {
                    Clash::Sides => message_of!(ONE_PICTURE_TWICE, "sides"),
                    Clash::Certificates => message_of!(ONE_PICTURE_TWICE, "certificates"),
                })
                .with("other", Arg::Field(other.id)),
        );
    }
}

/// What one picture stands for that it cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Clash {
    /// Both sides of one certificate.
    Sides,
    /// Two certificates.
    Certificates,
}

/// What it means that two certificates have the same picture; `None` if they may.
pub(in crate::rules) fn clash(context: &Context<'_>, one: FieldId, other: FieldId) -> Option<Clash> {
    match (PersonField::find(one), PersonField::find(other)) {
        (Some((role, _)), Some((of, _))) if role == of => (!has_one_side(context, role)).then_some(Clash::Sides),
        // The same certificate for both people is told by its number.
        (Some(_), Some(_)) if !context.has_two_people() => None,
        _ => Some(Clash::Certificates),
    }
}

/// A passport has one page to show; what to send as its back is documented nowhere, so the same page may stand for both.
fn has_one_side(context: &Context<'_>, role: Role) -> bool {
    const PASSPORT: u32 = 7;
    context.code(PersonField::CertificateKind.of(role)) == Some(PASSPORT)
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
