//! What is said about preparing pictures.

use super::error::{Complaint, both, write_hint};
use super::{Lang, finding};
use crate::drafts::copies::{Done, Outcome};
use crate::filing::FieldId;
use crate::rules::{
    Arg, FILE_DAMAGED, FILE_MISSING, FILE_OF_ANOTHER_FORMAT, Finding, Message, PICTURE_TOO_SMALL, Rule, message_of,
};
use crate::scan::facts::{Content, Damage, Obstacle};
use crate::scan::prepare::{Note, Refusal, Report, Step};
use crate::text::clean::visible;

/// A size for people, in the megabytes of a million bytes that the platform's limit is safest in: `640 KB`, `1.9 MB`.
/// Rounded up, so that what is too much never reads as just enough.
#[must_use]
pub fn bytes(size: u64) -> String {
    match size {
        0..1_000_000 => format!("{} KB", size.div_ceil(1_000)),
        _ => format!("{}.{} MB", size.div_ceil(100_000) / 10, size.div_ceil(100_000) % 10),
    }
}

/// One thing that was done.
#[must_use]
pub fn step(lang: Lang, step: Step) -> String {
    match step {
        Step::Turned => TURNED.in_lang(lang).to_owned(),
        Step::Rotated(quarters) => ROTATED.with(lang, &[("degrees", &(u32::from(quarters) * 90))]),
        Step::Colours => COLOURS.in_lang(lang).to_owned(),
        Step::Inks => INKS.in_lang(lang).to_owned(),
        Step::Flattened => FLATTENED.in_lang(lang).to_owned(),
        Step::Depth => DEPTH.in_lang(lang).to_owned(),
        Step::Smaller { from: (width, height) } => SMALLER.with(lang, &[("width", &width), ("height", &height)]),
        Step::Format(format) => FORMAT.with(lang, &[("format", &format.name())]),
        Step::Bytes(before) => BYTES.with(lang, &[("size", &bytes(before))]),
        Step::Metadata => METADATA.in_lang(lang).to_owned(),
        Step::Name => NAME.in_lang(lang).to_owned(),
    }
}

/// Everything that was done, in one sentence.
#[must_use]
pub fn steps(lang: Lang, report: &Report) -> String {
    let steps: Vec<String> = report.steps.iter().map(|one| step(lang, *one)).collect();
    match lang {
        Lang::Zh => format!("{}。", steps.join("；")),
        Lang::En => format!("{}.", steps.join("; ")),
    }
}

/// Something to know about a copy.
#[must_use]
pub const fn note(lang: Lang, note: Note) -> &'static str {
    match note {
        Note::FirstFrame => FIRST_FRAME.in_lang(lang),
        Note::BadProfile => BAD_PROFILE.in_lang(lang),
        Note::MayBeUpsideDown => MAY_BE_UPSIDE_DOWN.in_lang(lang),
    }
}

/// Size and pixels of a copy.
#[must_use]
pub fn facts(lang: Lang, report: &Report) -> String {
    let Report { format, width, height, .. } = report;
    let size = bytes(report.size);
    let facts = FACTS.with(lang, &[("format", &format.name()), ("width", width), ("height", height), ("size", &size)]);
    match report.quality {
        Some(quality) => format!("{facts}{}", QUALITY.with(lang, &[("quality", &quality)])),
        None => facts,
    }
}

/// Why there is no copy of a file, and what to do; `None` if there is one or none is needed.
#[must_use]
pub fn complaint(lang: Lang, done: &Done) -> Option<Complaint> {
    let file = done.request.written.as_str();
    match &done.outcome {
        Outcome::Fine | Outcome::Copied { .. } => None,
        Outcome::Refused(refusal) => Some(refused(lang, file, refusal)),
        Outcome::Failed { path, trouble } => {
            let hint = both(lang, write_hint(trouble), WRITE_FAILED_HINT);
            let (path, trouble) = (super::error::path(path), super::error::io(lang, trouble));
            Some((WRITE_FAILED.with(lang, &[("path", &path), ("trouble", &trouble)]), hint))
        }
    }
}

fn refused(lang: Lang, file: &str, refusal: &Refusal) -> Complaint {
    let shown = visible(file);
    let own = |message: super::Text, hint: super::Text| (message.with(lang, &[("file", &shown)]), hint.in_lang(lang).to_owned());
    // What a rule says about the same file is said in the same words.
    let rule = |rule: &'static Rule, message: &'static Message| {
        rule.finds(FieldId::SubjectCertificatePhoto).with_message(message).with("file", Arg::Text(file.to_owned()))
    };
    let said = |found: &Finding| (finding::message(lang, found), finding::fix(lang, found));
    match refusal {
        Refusal::Heic => own(HEIC, HEIC_HINT),
        Refusal::Pdf => own(PDF, PDF_HINT),
        Refusal::Video => said(&rule(&FILE_OF_ANOTHER_FORMAT, message_of!(FILE_OF_ANOTHER_FORMAT, "video_for_picture"))),
        Refusal::NoPicture => said(&rule(&FILE_OF_ANOTHER_FORMAT, message_of!(FILE_OF_ANOTHER_FORMAT, "unknown"))),
        Refusal::Avif => own(AVIF, AVIF_HINT),
        Refusal::Damaged(Damage::TooManyPixels { most }) => {
            let hint = TOO_MANY_PIXELS_HINT.with(lang, &[("million", &(most / 1_000_000))]);
            (TOO_MANY_PIXELS.with(lang, &[("file", &shown)]), hint)
        }
        Refusal::Damaged(Damage::TooLong) => own(TOO_LONG, TOO_LONG_HINT),
        Refusal::Damaged(Damage::Corrupt) => said(&rule(&FILE_DAMAGED, message_of!(FILE_DAMAGED, "corrupt"))),
        Refusal::Damaged(Damage::Truncated) => said(&rule(&FILE_DAMAGED, message_of!(FILE_DAMAGED, "truncated"))),
        Refusal::Damaged(Damage::Undecodable) => said(&rule(&FILE_DAMAGED, message_of!(FILE_DAMAGED, "undecodable"))),
        Refusal::Unreadable(content) => said(&rule(
            &FILE_MISSING,
            match content {
                Content::NotAFile => message_of!(FILE_MISSING, "not_a_file"),
                Content::Unreadable(Obstacle::LinkLoop) => message_of!(FILE_MISSING, "link_loop"),
                Content::Unreadable(Obstacle::Outside) => message_of!(FILE_MISSING, "outside"),
                Content::Unreadable(_) => message_of!(FILE_MISSING, "unreadable"),
                Content::Empty => message_of!(FILE_MISSING, "empty"),
                _ => message_of!(FILE_MISSING, "missing"),
            },
        )),
        Refusal::TooFewPixels { size, least } => {
            let number = |pixels: u32| Arg::Number(pixels.into());
            let found = rule(&PICTURE_TOO_SMALL, message_of!(PICTURE_TOO_SMALL, "refused"))
                .with("width", number(size.0))
                .with("height", number(size.1));
            said(&found.with("least_short", number(least.0)).with("least_long", number(least.1)))
        }
        Refusal::TooLarge { limit } => {
            let message = TOO_LARGE.with(lang, &[("file", &shown), ("limit", &bytes(*limit))]);
            (message, TOO_LARGE_HINT.in_lang(lang).to_owned())
        }
        Refusal::WillNotFit { most } => {
            let message = WILL_NOT_FIT.with(lang, &[("file", &shown), ("most", &bytes(*most))]);
            (message, WILL_NOT_FIT_HINT.in_lang(lang).to_owned())
        }
    }
}

crate::messages! {
    TURNED = "转正", "turned upright";
    ROTATED = "顺时针转 {degrees}°", "turned clockwise by {degrees}°";
    MAY_BE_UPSIDE_DOWN = "证件原来竖着，看不出哪头朝上：看一眼副本，倒了就在预览里转正，再处理一次。",
        "The card stood on end and it cannot be told which end is up: look at the copy; if it is upside down, turn it in the preview and prepare it from there.";
    COLOURS = "颜色转换为 sRGB", "colours converted to sRGB";
    INKS = "印刷四色（CMYK）转换为 RGB", "printing inks (CMYK) converted to RGB";
    FLATTENED = "透明处填成白色", "transparency filled with white";
    DEPTH = "16 位颜色转换为 8 位", "16-bit colours made 8-bit";
    SMALLER = "尺寸由 {width}×{height} 缩小", "scaled down from {width} × {height}";
    FORMAT = "由 {format} 转换", "converted from {format}";
    BYTES = "原来 {size}", "{size} before";
    METADATA = "去掉拍摄地点、设备等附带信息", "metadata (place, device and the like) left out";
    NAME = "改正扩展名", "file extension corrected";
    FIRST_FRAME = "文件里有多帧或多页，只取了第一张。", "The file has several frames or pages; only the first was taken.";
    BAD_PROFILE = "内嵌的颜色配置无法识别，已忽略。", "The embedded colour profile could not be used and was ignored.";
    FACTS = "{format}，{width}×{height} 像素，{size}", "{format}, {width} × {height} pixels, {size}";
    QUALITY = "，质量 {quality}", ", quality {quality}";
    HEIC = "{file} 是 HEIC 格式，这里打不开，须先转换成 JPG。", "{file} is HEIC, which cannot be opened here: convert it to JPG first.";
    HEIC_HINT = "iPhone：在「文件」里长按图片，依次选「快速操作」「转换图像」「JPEG」；以后拍照前，先在「设置」「相机」「格式」里选「兼容性最佳」。安卓：在相册里打开，选「转换格式」或「另存为 JPG」。Mac：用「预览」打开，「文件」菜单「导出」，格式选 JPEG。Windows：用「照片」打开，「另存为」选 .jpg。",
        "iPhone: in Files, hold the picture and choose Quick Actions, Convert Image, JPEG; for new photos set Settings, Camera, Formats to Most Compatible. Android: open it in the gallery and convert it or save it as JPG. Mac: open it in Preview, File, Export, JPEG. Windows: open it in Photos, Save as, .jpg.";
    AVIF = "{file} 是 AVIF 格式，这里打不开，须先转换成 JPG。", "{file} is AVIF, which cannot be opened here: convert it to JPG first.";
    AVIF_HINT = "用浏览器或看图软件打开，另存为或导出为 JPG；也可以用 JPG 原图。", "Open it in a browser or picture viewer and save or export it as JPG, or use the original in JPG.";
    PDF = "{file} 是 PDF，不是图片，须先把需要的那一页转换成 JPG。", "{file} is a PDF, not a picture: convert the page you need to JPG first.";
    PDF_HINT = "手机：用 WPS 打开，选「导出为图片」。Mac：用「预览」打开并翻到那一页，「文件」菜单「导出」，格式选 JPEG，分辨率 300。Windows：用 WPS 或 Acrobat 打开，选「PDF 转图片」，格式 JPG。每页存成一张。",
        "Phone: open it in WPS and export it as a picture. Mac: open the page in Preview, File, Export, JPEG, resolution 300. Windows: open it in Acrobat or WPS and export it as JPG. One picture for each page.";
    TOO_MANY_PIXELS = "{file} 的像素太多，没有打开。", "{file} has too many pixels to be opened.";
    TOO_MANY_PIXELS_HINT = "先用看图软件缩小到 {million} 百万像素以内，或重新拍照。", "Make it smaller than {million} million pixels in a picture viewer first, or take it again.";
    TOO_LONG = "{file} 有一边太长，没有打开。", "One side of {file} is too long for it to be opened.";
    TOO_LONG_HINT = "先用看图软件缩小到长边 12000 像素以内，或重新拍照。", "Make its long side 12,000 pixels at most in a picture viewer first, or take it again.";
    TOO_LARGE = "{file} 超过 {limit}，没有读取。", "{file} has more than {limit} and was not read.";
    TOO_LARGE_HINT = "先用看图软件另存为 JPG，再处理。", "Save it as JPG in a picture viewer first.";
    WILL_NOT_FIT = "{file} 缩到最小允许的尺寸，仍超过 {most}。", "{file} has more than {most} even at the least size allowed.";
    WILL_NOT_FIT_HINT = "裁掉证件四周多余的部分，或在光线均匀、背景干净的地方重新拍照。", "Cut away what lies around the document, or take it again in even light on a plain background.";
    WRITE_FAILED = "{path}：副本写入失败：{trouble}", "{path}: the copy cannot be written: {trouble}";
    WRITE_FAILED_HINT = "然后再试；原图和草稿都没有改动。", "Then try again; neither the original nor the draft was touched.";
    FINE = "已符合要求，不用处理。", "Already compliant.";
    COPY = "副本：{path}", "Copy: {path}";
    WOULD_COPY = "将生成：{path}", "Would create: {path}";
    AGAIN = "副本已有，直接采用：{path}", "The copy was there already: {path}";
    ELSEWHERE = "原图所在的文件夹不能写入，副本放在草稿旁边。", "The original's folder cannot be written to, so the copy lies beside the draft.";
    SUMMARY = "{copied} 个文件改用副本，{fine} 个已符合要求，{refused} 个无法处理。原图都没有改动。",
        "Copies in use: {copied}; already compliant: {fine}; cannot be prepared: {refused}. No original was touched.";
    DRY_SUMMARY = "{copied} 个文件需要处理，{fine} 个已符合要求，{refused} 个无法处理。什么都没有写入。",
        "To be prepared: {copied}; already compliant: {fine}; cannot be prepared: {refused}. Nothing was written.";
    NO_FILES = "草稿里没有可以处理的图片。", "The draft names no picture to prepare.";
    NOT_A_PICTURE_FIELD = "{field} 不是图片字段。", "{field} does not hold pictures.";
    NOT_A_PICTURE_FIELD_HINT = "用 beian fields 查看哪些字段是图片。", "beian fields shows which fields hold pictures.";
}
