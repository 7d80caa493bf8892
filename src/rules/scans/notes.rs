//! What pictures tell beside their document: sides, notes in the file, the same picture twice.

use crate::filing::{FieldId, PersonField};
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::duplicates::{Clash, clash};
use crate::rules::scans::expected::{each, said};
use crate::rules::scans::file::{Scan, scans};
use crate::scan::facts::{CardSide, Content};
use crate::text::text;

/// Two files hold one picture: saved anew, made smaller or turned.
pub static ONE_PICTURE_SAVED_TWICE: Rule = Rule {
    name: "one-picture-saved-twice",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::PictureUnreadable],
    title: text("两个文件像是同一张图片", "Two files seem to be one picture"),
    what: text(
        "不同的证件、证件的正面和背面，图片不会一模一样；另存、缩小、旋转过的也认得出。",
        "Two certificates, or two sides of one, never look exactly the same; copies saved again, made smaller or turned are recognised.",
    ),
    why: text(
        "多半是选错了文件；正面和背面传成同一张会被退回。",
        "Most likely the wrong file was chosen; a filing with one side twice is rejected.",
    ),
    fix: text("对照着看一眼，换成正确的图片。", "Compare the two and attach the right picture."),
    messages: &[
        message(
            "sides",
            text("{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"."),
            text(
                "看看是不是选错了：一张人像面，一张国徽面。",
                "One side shows the portrait, the other the emblem: check whether the wrong file was chosen.",
            ),
        ),
        message(
            "certificates",
            text("{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"."),
            text(
                "看看是不是选错了，换成这个证件自己的照片。",
                "Check whether the wrong one was chosen, and use this certificate's own picture.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = { print = 'portrait' }\n\
         files.'back.jpg' = { print = 'portrait' }",
        text("背面是正面那张照片转了个方向。", "The back is the photo of the front, turned."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = { print = 'portrait' }\n\
         files.'back.jpg' = { print = 'emblem' }",
        text("两面各拍一张。", "A photo of each side."),
    ),
    check: one_picture_saved_twice,
};

/// The front shows the emblem, or the back the portrait.
pub static SIDES_SWAPPED: Rule = Rule {
    name: "sides-swapped",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::CERTIFICATES,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::PictureUnreadable],
    title: text("身份证正面和背面可能放反了", "Sides possibly swapped"),
    what: text("正面是人像面，背面是国徽面。", "The front shows the portrait, the back the emblem."),
    why: text("平台要分别上传人像面和国徽面，传反会认不出来。", "The platform reads each side in its own place."),
    fix: text("对调两张图片。", "Swap the two pictures."),
    messages: &[
        message(
            "emblem",
            text("{file} 像是国徽面，这里要人像面。", "{file} seems to show the emblem; the portrait is wanted here."),
            text("看看正面和背面是不是放反了，是就对调。", "Check whether the two sides are swapped; if so, exchange them."),
        ),
        message(
            "portrait",
            text("{file} 像是人像面，这里要国徽面。", "{file} seems to show the portrait; the emblem is wanted here."),
            text("看看正面和背面是不是放反了，是就对调。", "Check whether the two sides are swapped; if so, exchange them."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         files.'front.jpg' = { side = 'emblem' }",
        text("正面放了国徽面。", "The emblem where the front belongs."),
    ),
    right: case(
        "responsible_person.certificate.front = 'front.jpg'\n\
         responsible_person.certificate.back = 'back.jpg'\n\
         files.'front.jpg' = { side = 'portrait' }\n\
         files.'back.jpg' = { side = 'emblem' }",
        text("正面是人像面，背面是国徽面。", "The portrait as the front, the emblem as the back."),
    ),
    check: |context, findings| {
        each(context, findings, |scan, look, expected| {
            let (role, part) = PersonField::find(scan.id)?;
            let message = match (part, look.side?) {
                _ if !expected.lies => return None,
                (PersonField::Front, CardSide::Emblem) => message_of!(SIDES_SWAPPED, "emblem"),
                (PersonField::Back, CardSide::Portrait) => message_of!(SIDES_SWAPPED, "portrait"),
                _ => return None,
            };
            let (front, back) = (PersonField::Front.of(role), PersonField::Back.of(role));
            let swapped = [(front, back), (back, front)].map(|(to, from)| (to, context.get(from).cloned()));
            let finding = said(&SIDES_SWAPPED).with_message(message);
            // Where both pictures show this side, exchanging them helps nobody.
            let counterpart = if part == PersonField::Front { back } else { front };
            let is_alike = |other: &Scan<'_>| other.facts.analysis().is_some_and(|seen| seen.side == look.side);
            let helps = !scans(context).any(|other| other.id == counterpart && is_alike(&other));
            Some(if helps { finding.with_fix(Fix::offer(swapped.into())) } else { finding })
        });
    },
};

/// The picture stands upright only where its EXIF data are read.
pub static PICTURE_TURNED_BY_NOTE: Rule = Rule {
    name: "picture-turned-by-note",
    topic: Topic::Material,
    severity: Severity::Hint,
    fields: FieldId::FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[Rejection::PictureUnreadable],
    title: text("图片没有转正", "Upright only by EXIF flag"),
    what: text("图片本身就是正的，不靠 EXIF 方向标记。", "The picture itself is upright, without an EXIF flag that turns it."),
    why: text("有的系统不看这个标记，显示出来是横的。", "Some programs ignore the flag and show it sideways."),
    fix: text("存成真正转正的图片。", "Save it turned."),
    messages: &[message(
        "",
        text(
            "{file} 没有转正，只靠 EXIF 方向标记显示为正。",
            "{file} is stored sideways and only an EXIF flag turns it upright.",
        ),
        text("转正后另存。", "Rotate it and save it again."),
    )],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { orientation = 6 }",
        text("竖着拍、存成横的照片。", "Taken upright, stored sideways."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { orientation = 1 }",
        text("打开就是正的。", "It is upright without a flag."),
    ),
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
    fields: FieldId::FILES,
    source: source::PICTURE_MEASURES,
    prevents: &[],
    title: text("图片里有拍摄信息", "Picture contains its location"),
    what: text("照片文件里会记下拍摄地点和设备。", "Photos contain location and device metadata."),
    why: text("备案用不到这些，传出去没有必要。", "A filing needs none of it, so there is no need to pass it on."),
    fix: text(
        "导出备案包时自动去掉；自己上传的，去掉后再传。",
        "Exporting leaves it out; remove it before you upload the file yourself.",
    ),
    messages: &[
        message(
            "location",
            text("{file} 里记着拍摄地点。", "{file} contains the place where it was taken."),
            text("导出的备案包里不带这些信息，原文件不变。", "The package leaves it out; the file itself stays as it is."),
        ),
        message(
            "device",
            text("{file} 里记着拍摄设备。", "{file} contains the camera model."),
            text("导出的备案包里不带这些信息，原文件不变。", "The package leaves it out; the file itself stays as it is."),
        ),
    ],
    wrong: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { location = true }",
        text("手机直接拍的照片，带着定位。", "A photo right from the phone, with its location."),
    ),
    right: case(
        "subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { location = false, device = false }",
        text("去掉了拍摄信息的照片。", "A photo without such data."),
    ),
    check: |context, findings| {
        each(context, findings, |scan, look, _| {
            let message = match look.notes {
                notes if notes.location => message_of!(PICTURE_TELLS_WHERE, "location"),
                notes if notes.device => message_of!(PICTURE_TELLS_WHERE, "device"),
                _ => return None,
            };
            Some(said(&PICTURE_TELLS_WHERE).with_message(message).fixed_by_preparing(scan.can_be_prepared()))
        });
        for scan in scans(context).filter(|scan| matches!(scan.facts.content, Content::Video { location: true, .. })) {
            findings.push(scan.places(said(&PICTURE_TELLS_WHERE).with_message(message_of!(PICTURE_TELLS_WHERE, "location"))));
        }
    },
};

fn one_picture_saved_twice(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let certificates: Vec<Scan<'_>> = scans(context).filter(|scan| FieldId::CERTIFICATES.contains(&scan.id)).collect();
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
