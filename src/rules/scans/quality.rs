//! What can be seen in scans: judged by measures, so these are warnings and hints; only a picture of nothing is certain.
//!
//! How many good pictures each threshold lets pass, and how many spoilt ones it finds, stands in `docs/pictures.md`.

use crate::catalog;
use crate::filing::{FieldId, PersonField};
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::files::{CERTIFICATES, Clash, FILES, Scan, clash, scans};
use crate::scan::facts::{Analysis, CardSide, Outline};
use crate::text::text;

/// What a picture of a kind of material must look like.
#[derive(Debug)]
struct Expected {
    /// The most blur with which its smallest writing can be read, as [`Analysis::blur`] measures it.
    blur: f32,
    /// Longer side by shorter one; `None` where it is not known.
    proportion: Option<f32>,
    /// How far the proportion may be from this, as a part of it.
    tolerance: f32,
    /// Whether it is printed in colours, so that a copy in grey shows.
    coloured: bool,
    /// Whether it always lies across.
    lies: bool,
}

/// An identity card: 85.6 × 54 mm (ISO/IEC 7810, ID-1; GA 490-2013), characters of 3 mm.
static CARD: Expected = Expected { blur: 1.9, proportion: Some(85.6 / 54.0), tolerance: 0.12, coloured: true, lies: true };
/// A business licence: A3 or A4 (国市监注〔2018〕253号), characters of 5 mm on A3.
static LICENCE: Expected = Expected { blur: 1.5, proportion: Some(1.414), tolerance: 0.12, coloured: true, lies: false };
/// Any other certificate: booklets and sheets of all sizes.
static CERTIFICATE: Expected = Expected { blur: 1.5, proportion: None, tolerance: 0.0, coloured: true, lies: false };
/// A letter on A4; black on white but for seal and signature.
static LETTER: Expected = Expected { blur: 1.4, proportion: Some(1.414), tolerance: 0.15, coloured: false, lies: false };
/// Anything else.
static PAPER: Expected = Expected { blur: 1.5, proportion: None, tolerance: 0.0, coloured: false, lies: false };

/// Of the writing's edges in the weaker direction, less than this part is left by a shaken hand.
const UNEVEN: f32 = 0.33;
/// A picture whose channels differ by less is grey, whatever JPEG makes of it.
const GREY: f32 = 4.0;
/// The same for what is printed in black: white paper scanned in colour has hardly more colour than this.
const PURE: f32 = 1.5;
/// A document whose colours stray less from its paper's is a copy.
const COPY: f32 = 10.0;
/// Paper that is darker than this was taken in too little light.
const DARK: u8 = 100;
/// Where this part of the document is white and its ink lighter than [`WASHED`], too much light took the fine print away.
const WHITE: f32 = 0.5;
/// See [`WHITE`]. A scan's white paper has ink below 45.
const WASHED: u8 = 52;
/// Between paper and ink lie at least so many levels.
const CONTRAST: u8 = 75;
/// A spot of glare that takes more than this part of the document hides writing.
const GLARE: f32 = 0.006;
/// A document that runs into the border along more than this part of it is cut off there.
const CUT: f32 = 0.08;
/// Where this part of a border is crossed by writing, the sheet goes on beyond it.
const WRITTEN: f32 = 0.012;
/// What lies over more than this part of the document hides a corner or an edge of it.
const COVERED: f32 = 0.003;
/// Degrees from the level that are too many.
const TURNED: f32 = 8.0;
/// How much longer one edge may be than the opposite one.
const TAPER: f32 = 1.2;
/// A regular wave this many times as strong as others of its length is no writing.
const GRID: f32 = 55.0;

/// What the measures of a [`Analysis`] are held against, by the measure's name; `docs/pictures.md` prints them beside what was measured.
pub static THRESHOLDS: [(&str, f32); 19] = [
    ("blur, identity card", CARD.blur),
    ("blur, business licence", LICENCE.blur),
    ("blur, letter", LETTER.blur),
    ("evenness", UNEVEN),
    ("colour", GREY),
    ("colour, letter", PURE),
    ("colour of the document", COPY),
    ("paper", DARK as f32),
    ("ink where all is white", WASHED as f32),
    ("contrast", CONTRAST as f32),
    ("glare", GLARE),
    ("cut", CUT),
    ("writing at a border", WRITTEN),
    ("cover", COVERED),
    ("angle", TURNED),
    ("taper", TAPER),
    ("proportion, identity card", CARD.tolerance),
    ("proportion, business licence", LICENCE.tolerance),
    ("grid", GRID),
];

/// Two files hold one picture: saved anew, made smaller or turned.
pub static ONE_PICTURE_SAVED_TWICE: Rule = Rule {
    name: "one-picture-saved-twice",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: CERTIFICATES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("两个文件像是同一张图片", "Two files seem to be one picture"),
    what: text(
        "不同的证件、证件的正反面，图片不会一模一样；另存、缩小、旋转过的也认得出。",
        "Two certificates, or two sides of one, never look exactly the same; copies saved anew, made smaller or turned are recognised.",
    ),
    why: text(
        "多半是选错了文件；正反面传成同一张会被退回。",
        "Most likely the wrong file was chosen; a filing with one side twice comes back.",
    ),
    fix: text("对照着看一眼，换成正确的图片。", "Compare the two and attach the right picture."),
    messages: &[
        message(
            "sides",
            text("{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"."),
            text(
                "看看是不是选错了：一张人像面，一张国徽面。",
                "One shows the portrait, one the emblem: look whether the wrong one was chosen.",
            ),
        ),
        message(
            "certificates",
            text("{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"."),
            text(
                "看看是不是选错了，换成这个证件自己的照片。",
                "Look whether the wrong one was chosen, and take this certificate's own picture.",
            ),
        ),
    ],
    wrong: case("", text("反面是正面那张照片转了个方向。", "The back is the photo of the front, turned.")),
    right: case("", text("两面各拍一张。", "A photo of each side.")),
    check: one_picture_saved_twice,
};

/// There is nothing to be seen.
pub static PICTURE_BLANK: Rule = Rule {
    name: "picture-blank",
    topic: Topic::Material,
    severity: Severity::Error,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("图片是空白的", "Blank picture"),
    what: text("图片里要有内容。", "A picture shows something."),
    why: text("整张图片只有一种颜色，什么也看不到。", "The whole picture is of one colour; there is nothing to be seen."),
    fix: text("重新拍照、扫描或导出。", "Take, scan or export it again."),
    messages: &[message(
        "",
        text("{file} 整张只有一种颜色，什么也看不到。", "{file} is of one colour all over; there is nothing to be seen."),
        text("重新拍照或扫描；打开原图看看是否正常。", "Take or scan it again, and look whether the original shows anything."),
    )],
    wrong: case("", text("扫描出来的一张白纸。", "A sheet scanned on its empty side.")),
    right: case("", text("看得见证件的照片。", "A photo in which the document can be seen.")),
    check: |context, findings| {
        each(context, findings, |_, look, _| look.blank.then(|| said(&PICTURE_BLANK)));
    },
};

/// Out of focus or shaken.
pub static PICTURE_BLURRED: Rule = Rule {
    name: "picture-blurred",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear, Rejection::PriorApprovalExpired],
    title: text("图片模糊", "Blurred picture"),
    what: text(
        "文字的笔画边缘要清晰；测的是边缘的宽度，与像素多少无关。",
        "Strokes have clear edges; what is measured is how wide an edge is, however many pixels there are.",
    ),
    why: text("看不清字的证件会被退回。", "A certificate that cannot be read comes back."),
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
            text("{file} 像是拍的时候手抖了。", "{file} seems to be shaken."),
            text("拿稳或把手机架住，在光线充足处重新拍。", "Rest the phone on something, in good light, and take it again."),
        ),
    ],
    wrong: case("", text("没对上焦的照片；放大的缩略图。", "A photo out of focus; a thumbnail enlarged.")),
    right: case("", text("最小的字也看得清。", "The smallest writing can be read.")),
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
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureIsCopy],
    title: text("图片没有彩色", "Picture without colour"),
    what: text("要原件的彩色照片或彩色扫描件，不要复印件。", "A colour photo or colour scan of the original is wanted, no copy."),
    why: text("黑白图片一般被当作复印件退回。", "A picture in grey is taken for a copy and comes back."),
    fix: text("用原件重新拍照，或彩色扫描。", "Photograph the original, or scan it in colour."),
    messages: &[
        message(
            "grey",
            text("{file} 是黑白的。", "{file} is in grey."),
            text("用原件拍彩色照片，或在扫描仪上选彩色。", "Photograph the original in colour, or set the scanner to colour."),
        ),
        message(
            "copy",
            text("{file} 拍的像是黑白复印件。", "{file} seems to show a copy in grey."),
            text("换原件来拍。", "Photograph the original."),
        ),
    ],
    wrong: case("", text("复印件；扫描仪设成了灰度。", "A copy; a scanner set to grey.")),
    right: case("", text("原件的彩色照片或彩色扫描件。", "A colour photo or scan of the original.")),
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
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear],
    title: text("图片光线不好", "Badly lit picture"),
    what: text("明暗要均匀，没有反光，文字与底色分明。", "Light is even, without glare, and writing stands out."),
    why: text(
        "过暗、过亮或有反光，文字认不出来，会被退回。",
        "In too little or too much light, or under glare, writing cannot be read, and it comes back.",
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
    wrong: case("", text("夜里拍的；闪光灯在证件上留下一块白。", "Taken at night; the flash left a white spot.")),
    right: case("", text("白天在窗边拍，没有反光。", "Taken by a window, without glare.")),
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

/// An edge of the document is outside the picture.
pub static DOCUMENT_CUT_OFF: Rule = Rule {
    name: "document-cut-off",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear],
    title: text("证件没有拍全", "Document cut off"),
    what: text(
        "四条边、四个角都在图片里，四周留一点空。",
        "All four edges and corners are in the picture, with a little margin around.",
    ),
    why: text("边角不全会被退回。", "A document without all its corners comes back."),
    fix: text("离远一点重新拍。", "Step back and take it again."),
    messages: &[
        message(
            "top",
            text("{file} 的上边像是没有拍到。", "The upper edge seems to be outside {file}."),
            text("上边多留一点空，重新拍。", "Take it again with a margin above."),
        ),
        message(
            "right",
            text("{file} 的右边像是没有拍到。", "The right edge seems to be outside {file}."),
            text("右边多留一点空，重新拍。", "Take it again with a margin on the right."),
        ),
        message(
            "bottom",
            text("{file} 的下边像是没有拍到。", "The lower edge seems to be outside {file}."),
            text("下边多留一点空，重新拍。", "Take it again with a margin below."),
        ),
        message(
            "left",
            text("{file} 的左边像是没有拍到。", "The left edge seems to be outside {file}."),
            text("左边多留一点空，重新拍。", "Take it again with a margin on the left."),
        ),
        message(
            "several",
            text("{file} 有几条边像是没有拍到。", "Several edges seem to be outside {file}."),
            text("离远一点，四周都留一点空，重新拍。", "Step back, and take it again with a margin all around."),
        ),
    ],
    wrong: case("", text("证件右边出了画面。", "The right edge lies outside.")),
    right: case("", text("四个角都在画面里。", "All four corners are in the picture.")),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            // What lies on a desk shows its edges; sheets that fill a scan only show whether they go on.
            let runs_off = look.written.map(|part| expected.proportion.is_some() && part > WRITTEN);
            let cut: Vec<bool> = match &look.outline {
                Some(outline) => {
                    // A scan may end where the document does; then its proportion is right.
                    let whole = expected.proportion.is_some() && fits(outline, expected, 0.06);
                    outline.cut.iter().zip(runs_off).map(|(part, runs_off)| *part > CUT && (!whole || runs_off)).collect()
                }
                None => runs_off.to_vec(),
            };
            let sides = [
                message_of!(DOCUMENT_CUT_OFF, "top"),
                message_of!(DOCUMENT_CUT_OFF, "right"),
                message_of!(DOCUMENT_CUT_OFF, "bottom"),
                message_of!(DOCUMENT_CUT_OFF, "left"),
            ]
            .into_iter()
            .zip(cut);
            let cut: Vec<&'static Message> = sides.filter(|(_, cut)| *cut).map(|(side, _)| side).collect();
            match cut.as_slice() {
                [] => None,
                [one] => Some(said(&DOCUMENT_CUT_OFF).with_message(one)),
                _ => Some(said(&DOCUMENT_CUT_OFF).with_message(message_of!(DOCUMENT_CUT_OFF, "several"))),
            }
        });
    },
};

/// Something lies over an edge or a corner of the document.
pub static DOCUMENT_COVERED: Rule = Rule {
    name: "document-covered",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear, Rejection::Watermark],
    title: text("证件的边角被遮住", "Edge of the document covered"),
    what: text("证件上面不要有手指或别的东西。", "Nothing lies on the document, no finger either."),
    why: text("有遮挡，或缺角，会被退回。", "A document that is covered, or lacks a corner, comes back."),
    fix: text("放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again."),
    messages: &[message(
        "",
        text(
            "{file} 里像是有手指或别的东西盖住了证件的边角。",
            "A finger or something else seems to cover an edge of the document in {file}.",
        ),
        text("放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again."),
    )],
    wrong: case("", text("拇指压着证件的一角。", "A thumb lies on a corner.")),
    right: case("", text("证件平放在桌上，四角都露着。", "It lies flat on a desk, all four corners free.")),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            // Of other papers it is not known that nothing is printed there.
            (expected.proportion.is_some() && look.covered > COVERED).then(|| said(&DOCUMENT_COVERED))
        });
    },
};

/// The document stands askew, is seen from aside, or lies on its side.
pub static DOCUMENT_ASKEW: Rule = Rule {
    name: "document-askew",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear],
    title: text("证件没有摆正", "Document askew"),
    what: text("证件要摆正，正对着拍。", "The document stands straight and is taken from right above."),
    why: text("歪斜太多，文字认不出来。", "Writing that leans too much cannot be read."),
    fix: text("摆正，从正上方重新拍。", "Straighten it and take it again from right above."),
    messages: &[
        message(
            "turned",
            text("{file} 里的证件歪了约 {degrees} 度。", "The document in {file} leans by about {degrees} degrees."),
            text("摆正后重新拍。", "Straighten it and take it again."),
        ),
        message(
            "aside",
            text("{file} 像是从侧面斜着拍的。", "{file} seems to be taken from aside."),
            text("手机与证件平行，从正上方重新拍。", "Hold the phone level, right above the document, and take it again."),
        ),
        message(
            "on_end",
            text("{file} 里的证件是竖着的。", "The card in {file} stands on end."),
            text("转成横的更稳妥。", "Turn it so that it lies across."),
        ),
    ],
    wrong: case("", text("证件歪了 20 度。", "The document leans by 20 degrees.")),
    right: case("", text("摆正了从正上方拍。", "Straight, and taken from right above.")),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline));
            let angle = outline.map(|outline| outline.angle).or(look.lean.filter(|_| look.outline.is_none()));
            let degrees = angle.map_or(0.0, f32::abs);
            if degrees > TURNED {
                return Some(
                    said(&DOCUMENT_ASKEW)
                        .with_message(message_of!(DOCUMENT_ASKEW, "turned"))
                        .with("degrees", Arg::Number(degrees.round() as i64)),
                );
            }
            let outline = outline?;
            if outline.taper > TAPER {
                return Some(said(&DOCUMENT_ASKEW).with_message(message_of!(DOCUMENT_ASKEW, "aside")));
            }
            let on_end = expected.lies && outline.proportion < 0.8;
            on_end
                .then(|| said(&DOCUMENT_ASKEW).with_message(message_of!(DOCUMENT_ASKEW, "on_end")).with_severity(Severity::Hint))
        });
    },
};

/// What lies in the picture has not the shape of this kind of document.
pub static DOCUMENT_OF_ANOTHER_SHAPE: Rule = Rule {
    name: "document-of-another-shape",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("长宽比不像这种证件", "Another shape than this document has"),
    what: text(
        "身份证约 8.6×5.4 厘米，营业执照和信函是 A4 或 A3。",
        "An identity card has 8.6 × 5.4 cm; licences and letters are A4 or A3.",
    ),
    why: text(
        "长宽比不对，多半是选错了文件、没有拍全，或拉伸过。",
        "Another shape mostly means a wrong file, a document not shown whole, or a stretched picture.",
    ),
    fix: text("看看是不是选错了文件，或拍得变了形。", "Look whether the wrong file was chosen, or the picture is distorted."),
    messages: &[message(
        "",
        text("{file} 里的证件，长宽比不像这种证件。", "The document in {file} has another shape than it should."),
        text(
            "打开看看：是不是选错了文件，没有拍全，或者拉伸过。",
            "Open it: it may be the wrong file, not the whole document, or stretched.",
        ),
    )],
    wrong: case("", text("身份证的位置放了营业执照。", "A licence in the place of an identity card.")),
    right: case("", text("照片里的证件没有变形。", "The document is not distorted.")),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline) && outline.taper <= TAPER)?;
            let odd = expected.proportion.is_some() && !fits(outline, expected, expected.tolerance);
            odd.then(|| said(&DOCUMENT_OF_ANOTHER_SHAPE))
        });
    },
};

/// Taken off a screen.
pub static PICTURE_OF_A_SCREEN: Rule = Rule {
    name: "picture-of-a-screen",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[Rejection::PictureIsCopy],
    title: text("像是翻拍的屏幕", "Maybe a photo of a screen"),
    what: text("要拍纸质原件，不要翻拍屏幕。", "The paper original is wanted, no photo of a screen."),
    why: text(
        "翻拍的屏幕会被退回；这里只看有没有细密的网纹，可能看错。",
        "Photos of screens come back; only a fine grid is looked for, which may be mistaken.",
    ),
    fix: text("用原件重新拍。", "Photograph the original."),
    messages: &[message(
        "",
        text("{file} 上有细密的网纹，像是翻拍的屏幕。", "{file} has a fine grid, as photos of a screen have."),
        text("如果是翻拍的，换原件来拍。", "If it is one, photograph the original."),
    )],
    wrong: case("", text("对着电脑屏幕拍的营业执照。", "A licence photographed off a monitor.")),
    right: case("", text("纸质原件的照片。", "A photo of the paper original.")),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let sharp = look.evenness >= UNEVEN && look.blur.is_some_and(|blur| blur <= expected.blur);
            (sharp && look.grid > GRID).then(|| said(&PICTURE_OF_A_SCREEN))
        });
    },
};

/// The front shows the emblem, or the back the portrait.
pub static SIDES_SWAPPED: Rule = Rule {
    name: "sides-swapped",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: CERTIFICATES,
    source: source::PICTURE_MEASURES,
    prevents: &[Rejection::PictureUnreadable],
    title: text("身份证正反面可能反了", "Sides maybe swapped"),
    what: text("正面是人像面，反面是国徽面。", "The front shows the portrait, the back the emblem."),
    why: text("平台要分别上传人像面和国徽面，传反会认不出来。", "The platform reads each side in its own place."),
    fix: text("对调两张图片。", "Swap the two pictures."),
    messages: &[
        message(
            "emblem",
            text("{file} 像是国徽面，这里要人像面。", "{file} seems to show the emblem; the portrait is wanted here."),
            text("看看正反面是不是放反了。", "Look whether the two sides are swapped."),
        ),
        message(
            "portrait",
            text("{file} 像是人像面，这里要国徽面。", "{file} seems to show the portrait; the emblem is wanted here."),
            text("看看正反面是不是放反了。", "Look whether the two sides are swapped."),
        ),
    ],
    wrong: case("", text("正面放了国徽面。", "The emblem where the front belongs.")),
    right: case("", text("正面是人像面，反面是国徽面。", "The portrait as the front, the emblem as the back.")),
    check: |context, findings| {
        each(context, findings, |scan, look, expected| match (PersonField::find(scan.id)?.1, look.side?) {
            _ if !expected.lies => None,
            (PersonField::Front, CardSide::Emblem) => {
                Some(said(&SIDES_SWAPPED).with_message(message_of!(SIDES_SWAPPED, "emblem")))
            }
            (PersonField::Back, CardSide::Portrait) => {
                Some(said(&SIDES_SWAPPED).with_message(message_of!(SIDES_SWAPPED, "portrait")))
            }
            _ => None,
        });
    },
};

/// The picture stands upright only where its EXIF data are read.
pub static PICTURE_TURNED_BY_NOTE: Rule = Rule {
    name: "picture-turned-by-note",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[Rejection::PictureUnreadable],
    title: text("图片靠附注才是正的", "Upright by a note only"),
    what: text(
        "图片本身就是正的，不靠文件里的旋转附注（EXIF）。",
        "The picture itself stands upright, without a note (EXIF) that turns it.",
    ),
    why: text("有的程序不看这个附注，显示出来是歪的。", "Some programs ignore the note and show it lying."),
    fix: text("存成真正转正的图片。", "Save it turned."),
    messages: &[message(
        "",
        text(
            "{file} 存的是歪的，靠文件里的附注才显示成正的。",
            "{file} is stored lying and stands upright only by a note in the file.",
        ),
        text("转正后另存。", "Turn it and save it anew."),
    )],
    wrong: case("", text("竖着拍、存成横的照片。", "Taken upright, stored lying.")),
    right: case("", text("打开就是正的。", "It stands upright by itself.")),
    check: |context, findings| {
        each(context, findings, |scan, look, _| {
            let finding = || said(&PICTURE_TURNED_BY_NOTE).fixed_by_preparing(scan.can_be_prepared());
            (look.notes.orientation > 1).then(finding)
        });
    },
};

/// The file says where, or with what, the picture was taken.
pub static PICTURE_TELLS_WHERE: Rule = Rule {
    name: "picture-tells-where",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[],
    title: text("图片里有拍摄信息", "Picture tells where it was taken"),
    what: text("照片文件里会记下拍摄地点和设备。", "Photos carry where and with what they were taken."),
    why: text("备案用不到这些，传出去没有必要。", "A filing needs none of it, so there is no need to pass it on."),
    fix: text("去掉后再上传。", "Remove it before uploading."),
    messages: &[
        message(
            "location",
            text("{file} 里记着拍摄地点。", "{file} carries the place where it was taken."),
            text("介意的话，去掉拍摄信息再用。", "If that matters, remove it first."),
        ),
        message(
            "device",
            text("{file} 里记着拍摄设备。", "{file} carries the device it was taken with."),
            text("介意的话，去掉拍摄信息再用。", "If that matters, remove it first."),
        ),
    ],
    wrong: case("", text("手机直接拍的照片，带着定位。", "A photo right from the phone, with its location.")),
    right: case("", text("去掉了拍摄信息的照片。", "A photo without such data.")),
    check: |context, findings| {
        each(context, findings, |scan, look, _| {
            let message = match look.notes {
                notes if notes.location => message_of!(PICTURE_TELLS_WHERE, "location"),
                notes if notes.device => message_of!(PICTURE_TELLS_WHERE, "device"),
                _ => return None,
            };
            Some(said(&PICTURE_TELLS_WHERE).with_message(message).fixed_by_preparing(scan.can_be_prepared()))
        });
    },
};

/// A finding of which the place is not known yet.
fn said(rule: &'static Rule) -> Finding {
    rule.finds(FieldId::SubjectCertificatePhoto)
}

/// Asks the same of every picture that was looked at, and puts what is found in its place.
fn each(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    judge: impl Fn(&Scan<'_>, &Analysis, &'static Expected) -> Option<Finding>,
) {
    for scan in scans(context) {
        let Some(look) = scan.facts.analysis() else { continue };
        if let Some(finding) = judge(&scan, look, expected(context, scan.id)) {
            findings.push(scan.places(finding));
        }
    }
}

/// What is expected of the pictures in a field.
fn expected(context: &Context<'_>, id: FieldId) -> &'static Expected {
    const BUSINESS_LICENCE: u32 = 1;
    match (id, PersonField::find(id)) {
        (FieldId::SubjectCertificatePhoto, _) if context.code(FieldId::SubjectCertificateKind) == Some(BUSINESS_LICENCE) => {
            &LICENCE
        }
        (FieldId::SubjectCertificatePhoto, _) => &CERTIFICATE,
        (_, Some((role, PersonField::Front | PersonField::Back))) => {
            let is_card = context.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID);
            if is_card { &CARD } else { &CERTIFICATE }
        }
        (
            FieldId::ResponsiblePersonAuthorizationLetter
            | FieldId::OwnerAuthorizationLetter
            | FieldId::CommitmentLetter
            | FieldId::AuthenticityResponsibilityLetter
            | FieldId::AuthenticityCommitmentLetter,
            _,
        ) => &LETTER,
        _ => &PAPER,
    }
}

/// Whether the document has the proportion that is expected, give or take a part of it.
fn fits(outline: &Outline, expected: &Expected, tolerance: f32) -> bool {
    let found = outline.proportion.max(1.0 / outline.proportion.max(0.01));
    expected.proportion.is_none_or(|wanted| (found - wanted).abs() <= tolerance * wanted)
}

fn is_whole(outline: &Outline) -> bool {
    outline.cut.iter().all(|part| *part <= CUT)
}

fn one_picture_saved_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let certificates: Vec<Scan<'_>> = scans(context).filter(|scan| CERTIFICATES.contains(&scan.id)).collect();
    for (n, scan) in certificates.iter().enumerate() {
        let alike = |other: &&Scan<'_>| {
            let looks = scan.facts.analysis().zip(other.facts.analysis());
            scan.facts.sha256() != other.facts.sha256()
                && looks.is_some_and(|(one, other)| one.print.is_of_the_same_picture(&other.print))
        };
        let other = certificates.iter().take(n).find(alike);
        if let Some((other, clash)) = other.and_then(|other| Some((other, clash(context, scan.id, other.id)?))) {
            findings.push(
                scan.finds(&ONE_PICTURE_SAVED_TWICE)
                    .with_message(match clash {
                        Clash::Sides => message_of!(ONE_PICTURE_SAVED_TWICE, "sides"),
                        Clash::Certificates => message_of!(ONE_PICTURE_SAVED_TWICE, "certificates"),
                    })
                    .with("other", Arg::Field(other.id)),
            );
        }
    }
}
