//! Looking at pictures.

use crate::locale::Lang;
use crate::scan::Unseen;
use crate::scan::facts::{Content, Damage, Obstacle};

crate::messages! {
    READING = "正在读取……", "Reading …";
    FITTED = "适合窗口 {percent}", "Fitted {percent}";
    ACTUAL = "原始像素 100%", "Actual size 100%";
    TURNED = "已转 {degrees}°", "Turned {degrees}°";
    NO_GRAPHICS = "这里不画图，只列出文件的情况。要看图，用系统的看图程序打开，或设置 BEIAN_GRAPHICS=blocks。", "Pictures are not drawn here, only the facts. To see it, open it in the system's viewer, or set BEIAN_GRAPHICS=blocks.";
    MISSING = "找不到这个文件。", "The file is not there.";
    NOT_A_FILE = "这不是文件。", "That is not a file.";
    UNREADABLE = "这个文件读不了。看看它的权限和路径。", "The file cannot be read. Check its permissions and its path.";
    OUTSIDE = "在草稿的文件夹以外，没有读取。确实是你选的，就重新选一次。", "It lies outside the draft's folder and was not read. If you chose it, choose it again.";
    EMPTY = "文件是空的。", "The file is empty.";
    TOO_LARGE = "文件太大，不预览。", "The file is too large to be shown.";
    NO_PICTURE = "这不是图片。", "That is not a picture.";
    OTHER_FORMAT = "{format} 不能在这里预览。用系统的看图程序打开，或先转成 JPEG。", "{format} cannot be shown here. Open it in the system's viewer, or convert it to JPEG first.";
    TOO_MANY_PIXELS = "像素太多，不预览。", "It has too many pixels to be shown.";
    DAMAGED = "图片是坏的，解不开。重新扫描或重新导出一份。", "The picture is damaged and cannot be decoded. Scan it or save it again.";
}

/// Why there is nothing to see.
#[must_use]
pub fn unseen(lang: Lang, unseen: &Unseen) -> String {
    let text = match unseen {
        Unseen::Format(format) => return OTHER_FORMAT.with(lang, &[("format", &format.name())]),
        Unseen::File(Content::Missing) => MISSING,
        Unseen::File(Content::NotAFile) => NOT_A_FILE,
        Unseen::File(Content::Empty) => EMPTY,
        Unseen::File(Content::TooLarge { .. }) => TOO_LARGE,
        Unseen::File(Content::Unreadable(Obstacle::Outside)) => OUTSIDE,
        Unseen::File(Content::Unreadable(_)) => UNREADABLE,
        Unseen::File(_) => NO_PICTURE,
        Unseen::Damage(Damage::TooManyPixels { .. } | Damage::TooLong) => TOO_MANY_PIXELS,
        Unseen::Damage(_) => DAMAGED,
    };
    text.in_lang(lang).to_owned()
}
