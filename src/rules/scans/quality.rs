//! What can be seen in scans: judged by measures, so these are warnings and hints; only a picture of nothing is certain.
//!
//! How many good pictures each threshold lets pass, and how many spoilt ones it finds, stands in `docs/pictures.md`.

use crate::filing::FieldId;
use crate::rules::engine::{Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::expected::{CONTRAST, COPY, DARK, GLARE, GREY, GRID, PURE, UNEVEN, WASHED, WHITE, each, said};
use crate::text::text;

/// There is nothing to be seen.
pub static PICTURE_BLANK: Rule = Rule {
    name: "picture-blank",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("图片是空白的", "Blank picture"),
    what: text("图片里要有内容。", "The picture is not blank."),
    why: text("整张图片只有一种颜色，什么也看不到。", "The whole picture has one colour; nothing can be seen."),
    fix: text("重新拍照、扫描或导出。", "Take, scan or export it again."),
    messages: &[message(
        "",
        text("{file} 整张只有一种颜色，什么也看不到。", "{file} has one colour all over; nothing can be seen."),
        text("重新拍照或扫描；打开原图看看是否正常。", "Scan or photograph it again, and check that the original is not blank."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { blank = true }",
        text("扫描出来的一张白纸。", "A sheet scanned on its empty side."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { blank = false }",
        text("看得见证件的照片。", "A photo in which the document can be seen."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, _| look.blank.then(|| said(&PICTURE_BLANK)));
    },
};

/// Out of focus or shaken.
pub static PICTURE_BLURRED: Rule = Rule {
    name: "picture-blurred",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear, Rejection::PriorApprovalExpired],
    title: text("图片模糊", "Blurred picture"),
    what: text(
        "文字的笔画边缘要清晰；测的是边缘的宽度，与像素多少无关。",
        "Strokes have clear edges; what is measured is how wide an edge is, however many pixels there are.",
    ),
    why: text("看不清字的证件会被退回。", "A certificate that cannot be read is rejected."),
    fix: text("对好焦，拿稳，重新拍。", "Focus, hold still and take it again."),
    messages: &[
        message(
            "blurred",
            text("{file} 有些模糊，小字可能看不清。", "{file} is blurred; small writing may be illegible."),
            text(
                "点一下屏幕上的文字对好焦再拍，或用扫描仪；不要用放大过的小图。",
                "Tap the writing to focus and take it again, or scan it; do not enlarge a small picture.",
            ),
        ),
        message(
            "shaken",
            text("{file} 像是拍的时候手抖了。", "{file} seems to be blurred by shaking."),
            text("拿稳或把手机架住，在光线充足处重新拍。", "Rest the phone on something, in good light, and take it again."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { blur = 2.5 }",
        text("没对上焦的照片；放大的缩略图。", "A photo out of focus; a thumbnail enlarged."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { blur = 0.8 }",
        text("最小的字也看得清。", "The smallest writing can be read."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let blur = look.blur.filter(|_| !look.blank)?;
            let shaken = look.evenness < UNEVEN;
            let blurred = blur > expected.blur;
            if shaken {
                Some(said(&PICTURE_BLURRED).with_message(message_of!(PICTURE_BLURRED, "shaken")))
            } else {
                blurred.then(|| said(&PICTURE_BLURRED).with_message(message_of!(PICTURE_BLURRED, "blurred")))
            }
        });
    },
};

/// In grey, or a photo of a copy in grey.
pub static PICTURE_WITHOUT_COLOUR: Rule = Rule {
    name: "picture-without-colour",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureIsCopy],
    title: text("图片没有彩色", "Picture without colour"),
    what: text("要原件的彩色照片或彩色扫描件，不要复印件。", "A colour photo or scan of the original is required, not a copy."),
    why: text("黑白图片一般被当作复印件退回。", "A greyscale picture is taken for a copy and rejected."),
    fix: text("用原件重新拍照，或彩色扫描。", "Photograph the original, or scan it in colour."),
    messages: &[
        message(
            "grey",
            text("{file} 是黑白的。", "{file} is greyscale."),
            text("用原件拍彩色照片，或在扫描仪上选彩色。", "Photograph the original in colour, or set the scanner to colour."),
        ),
        message(
            "copy",
            text("{file} 拍的像是黑白复印件。", "{file} seems to show a greyscale copy."),
            text("换原件来拍。", "Photograph the original."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { colour = 0 }",
        text("复印件；扫描仪设成了灰度。", "A copy; a scanner set to greyscale."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { colour = 80 }",
        text("原件的彩色照片或彩色扫描件。", "A colour photo or scan of the original."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let tone = look.tone;
            let copy = expected.coloured && tone.document_colour < COPY;
            match () {
                () if look.blank => None,
                () if tone.colour < if expected.coloured { GREY } else { PURE } => {
                    Some(said(&PICTURE_WITHOUT_COLOUR).with_message(message_of!(PICTURE_WITHOUT_COLOUR, "grey")))
                }
                () => copy.then(|| said(&PICTURE_WITHOUT_COLOUR).with_message(message_of!(PICTURE_WITHOUT_COLOUR, "copy"))),
            }
        });
    },
};

/// Too dark, too light, pale, or with a spot of glare.
pub static PICTURE_BADLY_LIT: Rule = Rule {
    name: "picture-badly-lit",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear],
    title: text("图片光线不好", "Badly lit picture"),
    what: text("明暗要均匀，没有反光，文字与底色分明。", "Light is even, without glare, and writing stands out."),
    why: text(
        "过暗、过亮或有反光，文字认不出来，会被退回。",
        "In too little or too much light, or under glare, writing cannot be read, and the picture is rejected.",
    ),
    fix: text("换个光线均匀的地方，关掉闪光灯重新拍。", "Take it again in even light, without flash."),
    messages: &[
        message(
            "dark",
            text("{file} 太暗。", "{file} is too dark."),
            text("到明亮的地方重新拍。", "Take it again where it is bright."),
        ),
        message(
            "bright",
            text("{file} 太亮，浅色的花纹和文字可能看不见了。", "{file} is too bright; pale print may be lost."),
            text("避开强光，调低曝光，重新拍。", "Avoid strong light, lower the exposure and take it again."),
        ),
        message(
            "pale",
            text("{file} 发灰，文字与底色分不开。", "{file} is pale; writing hardly stands out."),
            text("擦净镜头，避开逆光，重新拍。", "Wipe the lens, avoid light from behind and take it again."),
        ),
        message(
            "glare",
            text("{file} 上有一块反光，遮住了内容。", "A spot of glare covers part of {file}."),
            text(
                "关掉闪光灯，换个角度，避开灯和窗户的倒影。",
                "Turn off the flash and change the angle, away from the reflection of lamps and windows.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { glare = 0.05 }",
        text("夜里拍的；闪光灯在证件上留下一块白。", "Taken at night; the flash left a white spot."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { glare = 0 }",
        text("白天在窗边拍，没有反光。", "Taken by a window, without glare."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, _| {
            let tone = look.tone;
            let message = match () {
                () if look.blank => return None,
                () if tone.paper < DARK => message_of!(PICTURE_BADLY_LIT, "dark"),
                () if tone.glare > GLARE => message_of!(PICTURE_BADLY_LIT, "glare"),
                () if tone.white > WHITE && tone.ink > WASHED => message_of!(PICTURE_BADLY_LIT, "bright"),
                () if tone.paper.saturating_sub(tone.ink) < CONTRAST => message_of!(PICTURE_BADLY_LIT, "pale"),
                () => return None,
            };
            Some(said(&PICTURE_BADLY_LIT).with_message(message))
        });
    },
};

/// Taken off a screen.
pub static PICTURE_OF_A_SCREEN: Rule = Rule {
    name: "picture-of-a-screen",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FieldId::FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[Rejection::PictureIsCopy],
    title: text("像是翻拍的屏幕", "Maybe a photo of a screen"),
    what: text("要拍纸质原件，不要翻拍屏幕。", "A photo of the paper original is required, not of a screen."),
    why: text(
        "翻拍的屏幕会被退回；这里只看有没有细密的网纹，可能看错。",
        "Photos of screens are rejected; only a fine grid is looked for, which may be mistaken.",
    ),
    fix: text("用原件重新拍。", "Photograph the original."),
    messages: &[message(
        "",
        text("{file} 上有细密的网纹，像是翻拍的屏幕。", "{file} has a fine grid, as photos of a screen have."),
        text("如果是翻拍的，换原件来拍。", "If it is one, photograph the original."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { grid = 80 }",
        text("对着电脑屏幕拍的营业执照。", "A licence photographed off a monitor."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { grid = 9 }",
        text("纸质原件的照片。", "A photo of the paper original."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let sharp = look.evenness >= UNEVEN && look.blur.is_some_and(|blur| blur <= expected.blur);
            (sharp && look.grid > GRID).then(|| said(&PICTURE_OF_A_SCREEN))
        });
    },
};
