//! Whether the document lies in the picture whole, uncovered, straight and in its own shape.

use crate::filing::FieldId;
use crate::rules::engine::{Arg, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::expected::{COVERED, CUT, TAPER, TURNED, WRITTEN, each, fits, is_whole, said};
use crate::scan::facts::{LINES_UP, Turn};
use crate::text::text;

/// An edge of the document is outside the picture.
pub static DOCUMENT_CUT_OFF: Rule = Rule {
    name: "document-cut-off",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear],
    title: text("证件没有拍全", "Document cut off"),
    what: text(
        "四条边、四个角都在图片里，四周留一点空。",
        "All four edges and corners are in the picture, with a little margin around.",
    ),
    why: text("边角不全会被退回。", "A document without all its corners is rejected."),
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
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { proportion = 1.2, cut = { right = 0.9 } }",
        text("证件右边出了画面。", "The right edge lies outside."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { proportion = 1.41, cut = { right = 0 } }",
        text("四个角都在画面里。", "All four corners are in the picture."),
    ),
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
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnclear, Rejection::Watermark],
    title: text("证件的边角被遮住", "Edge of the document is covered"),
    what: text("证件上面不要有手指或别的东西。", "Nothing lies on the document, not even a finger."),
    why: text("有遮挡，或缺角，会被退回。", "A document that is covered, or lacks a corner, is rejected."),
    fix: text("放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again."),
    messages: &[message(
        "",
        text(
            "{file} 里像是有手指或别的东西盖住了证件的边角。",
            "A finger or something else seems to cover an edge of the document in {file}.",
        ),
        text("放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { covered = 0.02 }",
        text("拇指压着证件的一角。", "A thumb lies on a corner."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { covered = 0 }",
        text("证件平放在桌上，四角都露着。", "It lies flat on a desk, all four corners free."),
    ),
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
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable, Rejection::PictureUnclear],
    title: text("证件没有摆正", "Document is tilted"),
    what: text("证件要摆正，正对着拍。", "The document is straight and photographed from directly above."),
    why: text("歪斜太多，文字认不出来。", "Writing that leans too much cannot be read."),
    fix: text("摆正，从正上方重新拍。", "Straighten it and take it again from directly above."),
    messages: &[
        message(
            "turned",
            text("{file} 里的证件歪了约 {degrees} 度。", "The document in {file} leans by about {degrees} degrees."),
            text("摆正后重新拍。", "Straighten it and take it again."),
        ),
        message(
            "aside",
            text("{file} 像是从侧面斜着拍的。", "{file} seems to be taken at an angle."),
            text("手机与证件平行，从正上方重新拍。", "Hold the phone level, directly above the document, and take it again."),
        ),
        message(
            "on_end",
            text("{file} 里的证件是竖着的。", "The card in {file} is turned by 90 degrees."),
            text(
                "处理图片时会转成横的；还是倒的，就在预览里转正再处理一次。",
                "Preparing the picture turns it to landscape; if it is upside down then, turn it in the preview and prepare it from there.",
            ),
        ),
        message(
            "upside_down",
            text("{file} 里的证件是倒着的。", "The card in {file} is upside down."),
            text("处理图片时会转正。", "Preparing the picture turns it upright."),
        ),
        message(
            "sideways",
            text(
                "{file} 里的文字像是竖着排的，图片可能横过来了。",
                "The writing in {file} seems to run up or down: it may lie on its side.",
            ),
            text(
                "在预览里转正，再处理图片，就存成转正的副本。",
                "Turn it upright in the preview and prepare it from there: the copy is saved turned.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { angle = 20 }",
        text("证件歪了 20 度。", "The document leans by 20 degrees."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { angle = 1 }",
        text("摆正了从正上方拍。", "Straight, and taken from directly above."),
    ),
    check: |context, findings| {
        each(context, findings, |scan, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline));
            let hint =
                |message: &'static Message| Some(said(&DOCUMENT_ASKEW).with_message(message).with_severity(Severity::Hint));
            let angle = outline.map(|outline| outline.angle).or(look.lean.filter(|_| look.outline.is_none()));
            let degrees = angle.map_or(0.0, f32::abs);
            if degrees > TURNED {
                return Some(
                    said(&DOCUMENT_ASKEW)
                        .with_message(message_of!(DOCUMENT_ASKEW, "turned"))
                        .with("degrees", Arg::Number(degrees.round() as i64)),
                );
            }
            if outline.is_some_and(|outline| outline.taper > TAPER) {
                return Some(said(&DOCUMENT_ASKEW).with_message(message_of!(DOCUMENT_ASKEW, "aside")));
            }
            let prepares = |found: Finding| found.fixed_by_preparing(scan.can_be_prepared());
            match look.turn {
                // A document that runs out of the picture has no shape of its own.
                _ if look.outline.is_some() && outline.is_none() => None,
                Some(Turn { quarters: 1 | 3, .. }) if expected.lies => hint(message_of!(DOCUMENT_ASKEW, "on_end")).map(prepares),
                Some(Turn { quarters: 2, .. }) if expected.lies => hint(message_of!(DOCUMENT_ASKEW, "upside_down")).map(prepares),
                _ if !expected.lies && look.lines.is_some_and(|lines| lines < LINES_UP) => {
                    hint(message_of!(DOCUMENT_ASKEW, "sideways"))
                }
                _ => None,
            }
        });
    },
};

/// What lies in the picture has not the shape of this kind of document.
pub static DOCUMENT_OF_ANOTHER_SHAPE: Rule = Rule {
    name: "document-of-another-shape",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::FILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("长宽比不像这种证件", "Unexpected shape for this document"),
    what: text(
        "身份证约 8.6×5.4 厘米，营业执照和信函是 A4 或 A3。",
        "A resident ID card measures 8.6 × 5.4 cm; licences and letters are A4 or A3.",
    ),
    why: text(
        "长宽比不对，多半是选错了文件、没有拍全，或拉伸过。",
        "Another shape usually means a wrong file, a document not shown whole, or a stretched picture.",
    ),
    fix: text("看看是不是选错了文件，或拍得变了形。", "Check whether the wrong file was chosen or the picture is distorted."),
    messages: &[message(
        "",
        text("{file} 里的证件，长宽比不像这种证件。", "The document in {file} does not have the expected shape."),
        text(
            "打开看看：是不是选错了文件，没有拍全，或者拉伸过。",
            "Open it: it may be the wrong file, not the whole document, or stretched.",
        ),
    )],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { proportion = 2.0 }",
        text("身份证照片横向拉长了。", "The photo of the card was stretched."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { proportion = 1.585 }",
        text("照片里的证件没有变形。", "The document is not distorted."),
    ),
    check: |context, findings| {
        each(context, findings, |_, look, expected| {
            let outline = look.outline.as_ref().filter(|outline| is_whole(outline) && outline.taper <= TAPER)?;
            let odd = expected.proportion.is_some() && !fits(outline, expected, expected.tolerance);
            odd.then(|| said(&DOCUMENT_OF_ANOTHER_SHAPE))
        });
    },
};
