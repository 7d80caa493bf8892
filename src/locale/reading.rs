//! What is said about reading the writing on scans.

use crate::locale::Text;
use crate::scan::read::models::Refusal;

crate::messages! {
    READY = "识别模型已装好，可以识别扫描件上的文字。", "The models are there: the writing on scans can be read.";
    NOT_READY = "没有识别模型：扫描件上的文字不识别，其他功能不受影响。", "The models are missing: the writing on scans is not read. All else works as usual.";
    PRESENT = "已有", "present";
    ABSENT = "没有", "missing";
    DAMAGED = "与已知的文件不同，不会使用", "differs from the known file and is not used";
    MODEL = "{file}  {size} MB  {state}", "{file}  {size} MB  {state}";
    FOLDER = "文件夹：{path}", "Folder: {path}";
    BRINGS = "用处：beian read 在本机识别证件照片上的文字，不联网，结果不保存。", "What for: beian read reads the writing on pictures of documents on this computer. Nothing is sent or kept.";
    HOW = "获取：pip download rapidocr==3.10.0 --no-deps，再运行 beian models add rapidocr-3.10.0-py3-none-any.whl（27 MB）。", "How to get them: pip download rapidocr==3.10.0 --no-deps, then beian models add rapidocr-3.10.0-py3-none-any.whl (27 MB).";
    LICENCE = "来源与许可：PP-OCRv6（PaddleOCR），RapidOCR 转换，Apache-2.0；文件是你自己下载的，本程序不附带。", "Origin and licence: PP-OCRv6 by PaddleOCR, converted by RapidOCR, Apache-2.0. You fetch the files yourself; they are not part of this program.";
    ADDED = "已添加 {path}", "Added {path}";
    NO_FOLDER = "没有存放识别模型的文件夹。", "There is no folder for the models.";
    NO_FOLDER_HINT = "用 BEIAN_MODELS_DIR 指定一个。", "Name one with BEIAN_MODELS_DIR.";
    REFUSED = "{path}：{why}", "{path}: {why}";
    TOO_LARGE = "超过 60 MB，不会是识别模型", "it is larger than 60 MB, which no known file with models is";
    BROKEN = "压缩包不完整或已损坏", "the package is incomplete or damaged";
    OTHER = "里面的 {file} 是别的版本，或被改动过", "{file} in it is another version, or was changed";
    WITHOUT = "里面没有 {file}", "{file} is not in it";
    UNKNOWN = "不是已知的识别模型：可能是别的版本，或没有下载完", "it is no known model: another version perhaps, or an incomplete download";
    CANNOT_READ = "{path} 读取失败：{trouble}", "{path} could not be read: {trouble}";
    MISSING = "没有识别模型，不能识别。", "The models that reading needs are missing.";
    CHANGED = "识别模型 {path} 与已知的文件不同，没有使用。", "The model {path} differs from the known file and was not used.";
    NOT_SEEN = "{path}：{why}", "{path}: {why}";
    NO_WRITING = "没有识别出文字。", "No writing was found.";
    FAILED = "{path} 识别失败。", "{path} could not be read by the models.";
    FAILED_HINT = "把图片转成 JPEG 再试一次。", "Save the picture as JPEG and try again.";
}

/// Why a file was not taken, and the file in it that is meant.
#[must_use]
pub const fn refusal(refusal: Refusal) -> (Text, &'static str) {
    match refusal {
        Refusal::TooLarge => (TOO_LARGE, ""),
        Refusal::Broken => (BROKEN, ""),
        Refusal::Other(file) => (OTHER, file),
        Refusal::Without(file) => (WITHOUT, file),
        Refusal::Unknown => (UNKNOWN, ""),
    }
}
