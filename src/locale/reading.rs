//! What is said about reading the writing on scans.

use crate::identifiers::date::LONG_TERM;
use crate::identifiers::document::Document;
use crate::locale::{Lang, Text};
use crate::reading::{Better, Certainty, DocumentKind, Reading, Seen, Side, What, WhyLeft, name_on};
use crate::scan::read::models::Refusal;
use crate::text::clean::visible;
use crate::text::text;

crate::messages! {
    READY = "识别模型已装好，可以识别扫描件上的文字。", "The models are installed: the text on scans can be read.";
    NOT_READY = "尚未安装识别模型：扫描件上的文字不识别，其他功能不受影响。", "The models are not installed: the text on scans is not read. Everything else works as usual.";
    PRESENT = "已有", "present";
    ABSENT = "未安装", "missing";
    DAMAGED = "与已知的文件不同，不会使用", "differs from the known file and is not used";
    UNREADABLE = "无法读取", "cannot be read";
    MODEL = "{file}  {size} MB  {state}", "{file}  {size} MB  {state}";
    FOLDER = "文件夹：{path}", "Folder: {path}";
    BRINGS = "用处：在本机识别证件照片上的文字：填写的与证件不一致时提醒，空着的按 F5 采用；不联网，认出的文字不保存。", "What for: documents are read on this computer; what you typed is compared with them, and F5 takes what it says into empty fields. Nothing is sent, and the text that was read is not stored.";
    HOW = "获取：pip download rapidocr==3.10.0 --no-deps，再运行 beian models add rapidocr-3.10.0-py3-none-any.whl（27 MB）。", "How to get them: pip download rapidocr==3.10.0 --no-deps, then beian models add rapidocr-3.10.0-py3-none-any.whl (27 MB).";
    LICENCE = "来源与许可：PP-OCRv6（PaddleOCR），RapidOCR 转换，Apache-2.0；文件是你自己下载的，本程序不附带。", "Origin and licence: PP-OCRv6 by PaddleOCR, converted by RapidOCR, Apache-2.0. You fetch the files yourself; they are not part of this program.";
    ADDED = "已添加 {path}", "Added {path}";
    REMOVED = "已移除 {path}", "Removed {path}";
    NONE_TO_REMOVE = "没有识别模型可移除。", "There are no models to remove.";
    NOT_REMOVED = "{path} 没有移除：{trouble}", "{path} was not removed: {trouble}";
    FILE = "{path}", "{path}";
    NO_FOLDER = "没有存放识别模型的文件夹。", "There is no folder for the models.";
    NO_FOLDER_HINT = "用 BEIAN_MODELS_DIR 指定一个。", "Name one with BEIAN_MODELS_DIR.";
    REFUSED = "{path}：{why}", "{path}: {why}";
    TOO_LARGE = "超过 60 MB，不会是识别模型", "it is larger than 60 MB, which no known file with models is";
    BROKEN = "压缩包不完整或已损坏", "the package is incomplete or damaged";
    OTHER = "里面的 {file} 是别的版本，或被改动过", "{file} in it is another version, or was changed";
    WITHOUT = "里面没有 {file}", "{file} is not in it";
    UNKNOWN = "不是已知的识别模型：可能是别的版本，或没有下载完", "it is no known model: another version perhaps, or an incomplete download";
    CANNOT_READ = "{path} 读取失败：{trouble}", "{path} could not be read: {trouble}";
    MISSING = "尚未安装识别模型，无法识别。", "The models that reading needs are missing.";
    CHANGED = "识别模型 {path} 与已知的文件不同，没有使用。", "The model {path} differs from the known file and was not used.";
    NOT_SEEN = "{path}：{why}", "{path}: {why}";
    DOCUMENT = "{kind}", "{kind}";
    DOCUMENT_SIDE = "{kind}，{side}", "{kind}, {side}";
    WATERMARK = "像是有水印", "Probably with a watermark";
    SEVERAL = "像有不止一个证件，内容没有分开", "Probably several documents: what they say is not told apart";
    VALUE = "{what}：{text}（{certainty}）", "{what}: {text} ({certainty})";
    IS_READ = "照片放进来就在本机识别：与填写的不一致会提醒，空着的可以采用。", "The picture is read on this computer: what differs from your entries is a warning, empty fields can take what it says.";
    IS_NOT_READ = "装了识别模型，照片放进来就在本机识别（怎样安装：beian models）。", "With the models for reading, the picture is read on this computer (how to get them: beian models).";
    READING = "正在识别 {count} 张图片……", "Reading {count} {count:picture|pictures} ...";
    NO_PICTURES = "{path} 里没有图片。", "{path} holds no pictures.";
    NO_PICTURES_HINT = "把证件照片（JPG 或 PNG）放进同一个文件夹。", "Put the pictures of the certificates (JPG or PNG) into one folder.";
    MANY_PICTURES = "{path} 里有 {count} 张图片，一次最多识别 {most} 张。", "Pictures in {path}: {count}. At most {most} are read at once.";
    MANY_PICTURES_HINT = "只放这一份备案的证件照片。", "Keep only the certificates of this filing there.";
    PLACED = "{path} → {field}", "{path} → {field}";
    FILLED = "已从照片填好：{fields}", "Filled in from the pictures: {fields}";
    BETWEEN = "、", ", ";
    LEFT = "{path}：没有用，{why}", "{path}: not used, {why}";
    LEFT_SHOWN = "{path}：{what}，没有用，{why}", "{path}: {what}, not used: {why}";
    OF_NAMED = "{name}的{kind}{side}", "{kind}{side} of {name}";
    TITLED = "「{title}」", "\"{title}\"";
    OF_NOBODY = "{kind}{side}", "{kind}{side}";
    WITH_SIDE = "{side}", " ({side})";
    WITH_TERM = "{what}，有效期 {from} 至 {to}", "{what}, valid from {from} to {to}";
    WITH_AUTHORITY = "{what}，{authority}签发", "{what}, issued by {authority}";
    WHO = "看不出谁是主体负责人：照片上有{names}。用 --responsible-person 姓名 指定，另一位就是小程序负责人。", "The pictures do not tell who the responsible person is: they name {names}. Say it with --responsible-person NAME; of two, the other becomes the mini-program contact.";
    NOTHING_MADE = "还没有生成草稿：加上姓名再运行一次。", "No draft has been made: run it again with the name.";
    WHO_OWNS = "看不出谁是小程序负责人：照片上有{names}。用 --owner 姓名 指定。", "The pictures do not tell who the mini-program contact is: they name {names}. Say it with --owner NAME.";
    WHOSE = "{path}：{what}，看不出是谁的；在向导里选。", "{path}: {what}; it does not tell whose it is. Choose it in the wizard.";
    SUGGESTED = "{name} 是证件上的法定代表人，作为主体负责人；不是的话，删掉这份草稿（beian delete {path}），用 --responsible-person 指定后重新生成。", "{name} is the legal representative on the certificate and was taken for the responsible person; if that is wrong, delete this draft (beian delete {path}) and make it again with --responsible-person.";
    NOT_ON_CARDS = "照片上没有认出叫 {name} 的人。", "No ID document with the name {name} was recognised.";
    NAMELESS = "姓名没认清的一位（{path}）", "somebody whose name was not read clearly ({path})";
    WHY_FORMAT = "这种格式识别不了，先转成 JPG", "this format is not read here; convert it to JPG first";
    WHY_UNREADABLE = "文件打不开", "the file cannot be opened";
    WHY_DAMAGED = "是空文件，或已损坏，重新拍照或导出", "it is empty or damaged; photograph or export it again";
    WHY_UNKNOWN = "没有认出是哪种证件，原因可看 beian read", "no certificate was recognised on it; beian read says more";
    WHY_UNCLEAR = "无法判断应放在哪一项", "it is not certain which field it belongs to";
    WHY_TERM = "有效期与缺背面的那位年龄不符；确认是其本人的，请到该项手动选择", "its validity period does not match the age of anyone whose back is missing; if it does belong to one of them, choose it in that field";
    WHY_KIND = "是身份证件的背面，这里没有缺背面的同一种证件", "it is the back of a card, and no front of such a card is here that lacks it";
    WHY_SOMEBODY_ELSE = "授权的是别人，不是这份备案的负责人", "it authorises somebody who is not in this filing";
    WHY_ANOTHER_BUREAU = "写给别的省的通信管理局", "it is addressed to the bureau of another province";
    WHY_SEVERAL = "一张里有不止一面或不止一个证件，要分开拍", "it shows both sides or several documents; each wants a picture of its own";
    WHY_TAKEN = "那一项已有照片，或不需要", "its field has a picture, or is not asked for";
    WHY_GONE = "已经不在原处，没有放", "it is gone from where it was";
    WHY_SAME_FILE = "与 {other} 是同一个文件", "the same file as {other}";
    WHY_ANOTHER = "与 {other} 拍的是同一面，{better}", "another picture of the same side as {other}: {better}";
    BETTER_NAMED = "那张已经放好", "that one is in its field already";
    BETTER_ERRORS = "那张问题更少", "that one has fewer faults";
    BETTER_READ = "那张认出的内容更多", "more could be read on that one";
    BETTER_SHARPER = "那张更清晰", "that one is sharper";
    BETTER_LARGER = "那张更大", "that one is larger";
    BETTER_NEWER = "那张更新", "that one is newer";
    BETTER_FIRST = "那张排在前面", "that one comes first by name";
    COMPARE = "请对照证件核对；其余的在向导里填。", "Compare with the documents; the wizard has the rest.";
    NO_WRITING = "没有识别出文字。", "No text was found.";
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

/// What programs know a kind of document by.
#[must_use]
pub const fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Person(Document::ResidentId) => "resident_id",
        DocumentKind::Person(Document::HkMacauResidence) => "hk_macau_residence_permit",
        DocumentKind::Person(Document::TaiwanResidence) => "taiwan_residence_permit",
        DocumentKind::Person(Document::HkMacauPermit) => "hk_macau_travel_permit",
        DocumentKind::Person(Document::TaiwanPermit) => "taiwan_travel_permit",
        DocumentKind::Person(Document::ForeignPr) => "foreign_permanent_resident_id",
        DocumentKind::Person(Document::Passport) => "passport",
        DocumentKind::Person(Document::Military) => "military_id",
        DocumentKind::Licence => "business_licence",
        DocumentKind::PublicInstitution => "public_institution",
        DocumentKind::SocialOrganisation => "social_organisation",
        DocumentKind::PrivateNonEnterprise => "private_non_enterprise",
        DocumentKind::Foundation => "foundation",
        DocumentKind::CreditCodeCertificate => "credit_code_certificate",
        DocumentKind::Letter => "letter",
        DocumentKind::Approval => "approval",
    }
}

/// Which side of it.
#[must_use]
pub const fn side(side: Side) -> Text {
    match side {
        Side::Front => text("正面", "front"),
        Side::Back => text("背面", "back"),
        Side::Both => text("正面和背面", "both sides"),
    }
}

/// The same for programs.
#[must_use]
pub const fn side_key(side: Side) -> &'static str {
    match side {
        Side::Front => "front",
        Side::Back => "back",
        Side::Both => "both",
    }
}

/// What a value says, in words and for programs.
const fn named(what: What) -> (Text, &'static str) {
    match what {
        What::Name => (text("姓名", "Name"), "name"),
        What::LatinName => (text("拉丁字母姓名", "Name in Latin letters"), "latin_name"),
        What::Sex => (text("性别", "Sex"), "sex"),
        What::Nation => (text("民族", "Ethnic group"), "nation"),
        What::Birth => (text("出生日期", "Date of birth"), "birth"),
        What::Address => (text("住址", "Address"), "address"),
        What::Number => (text("证件号码", "Document number"), "number"),
        What::Authority => (text("签发机关", "Issuing authority"), "authority"),
        What::ValidFrom => (text("有效期自", "Valid from"), "valid_from"),
        What::ValidTo => (text("有效期至", "Valid until"), "valid_until"),
        What::CreditCode => (text("统一社会信用代码", "Unified social credit code"), "credit_code"),
        What::RegistrationNumber => (text("注册号", "Registration number"), "registration_number"),
        What::Company => (text("名称", "Name of the organisation"), "company"),
        What::CompanyType => (text("类型", "Type"), "company_type"),
        What::LegalPerson => (text("法定代表人", "Legal representative"), "legal_person"),
        What::Founded => (text("成立日期", "Date of establishment"), "founded"),
        What::Capital => (text("注册资本", "Registered capital"), "capital"),
        What::Scope => (text("经营范围", "Business scope"), "scope"),
        What::LetterDay => (text("落款日期", "Date of the letter"), "letter_day"),
        What::Authorised => (text("被授权人", "Authorised person"), "authorised"),
        What::Signatory => (text("签署人", "Signatory"), "signatory"),
        What::Title => (text("标题", "Title"), "title"),
        What::Addressee => (text("收件单位", "Addressee"), "addressee"),
        What::Numbers => (text("人员证件号码", "People's document numbers"), "numbers"),
    }
}

/// What a value says, in the words of the document that it stands on.
#[must_use]
pub fn what(what: What, on: &Reading) -> Text {
    let company_type = on.value(What::CompanyType).map(|seen| seen.text.as_str()).unwrap_or_default();
    let is = |word: &str| company_type.contains(word);
    match (what, on.kind) {
        (_, None | Some(DocumentKind::Person(_))) => named(what).0,
        // 住址 is where a person lives.
        (What::Address, _) if is("个体") || is("分公司") || is("分支") => text("经营场所", "Place of business"),
        (What::Address, _) if is("合伙") => text("主要经营场所", "Main place of business"),
        (What::LegalPerson, _) if is("个体") => text("经营者", "Operator"),
        (What::LegalPerson, _) if is("合伙") => text("执行事务合伙人", "Managing partner"),
        (What::LegalPerson, _) if is("个人独资") => text("投资人", "Investor"),
        (What::LegalPerson, _) if is("分公司") || is("分支") => text("负责人", "Person in charge"),
        (What::Address, _) => text("住所", "Registered address"),
        _ => named(what).0,
    }
}

/// A value in a language: of those of which there are few, the word that people know beside the one that is printed.
#[must_use]
pub fn value(lang: Lang, seen: &Seen) -> String {
    let printed = visible(&seen.text).into_owned();
    if lang == Lang::Zh {
        return printed;
    }
    let known = match (seen.what, printed.as_str()) {
        (What::Sex, "男") => Some("male"),
        (What::Sex, "女") => Some("female"),
        (What::ValidTo, LONG_TERM) => Some("no end date"),
        (What::Nation, nation) => {
            NATIONS.iter().find(|(name, _)| *name == nation.trim_end_matches('族')).map(|(_, known)| *known)
        }
        (What::CompanyType, kind) => COMPANY_TYPES.iter().find(|(name, _)| kind.starts_with(name)).map(|(_, known)| *known),
        _ => None,
    };
    known.map_or_else(|| printed.clone(), |known| format!("{known} ({printed})"))
}

/// The ethnic groups of identity cards as GB/T 3304 spells them.
const NATIONS: [(&str, &str); 56] = [
    ("汉", "Han"),
    ("蒙古", "Mongol"),
    ("回", "Hui"),
    ("藏", "Zang (Tibetan)"),
    ("维吾尔", "Uygur"),
    ("苗", "Miao"),
    ("彝", "Yi"),
    ("壮", "Zhuang"),
    ("布依", "Buyei"),
    ("朝鲜", "Chosen (Korean)"),
    ("满", "Man (Manchu)"),
    ("侗", "Dong"),
    ("瑶", "Yao"),
    ("白", "Bai"),
    ("土家", "Tujia"),
    ("哈尼", "Hani"),
    ("哈萨克", "Kazak"),
    ("傣", "Dai"),
    ("黎", "Li"),
    ("傈僳", "Lisu"),
    ("佤", "Va"),
    ("畲", "She"),
    ("高山", "Gaoshan"),
    ("拉祜", "Lahu"),
    ("水", "Sui"),
    ("东乡", "Dongxiang"),
    ("纳西", "Naxi"),
    ("景颇", "Jingpo"),
    ("柯尔克孜", "Kirgiz"),
    ("土", "Tu"),
    ("达斡尔", "Daur"),
    ("仫佬", "Mulao"),
    ("羌", "Qiang"),
    ("布朗", "Blang"),
    ("撒拉", "Salar"),
    ("毛南", "Maonan"),
    ("仡佬", "Gelao"),
    ("锡伯", "Xibe"),
    ("阿昌", "Achang"),
    ("普米", "Pumi"),
    ("塔吉克", "Tajik"),
    ("怒", "Nu"),
    ("乌孜别克", "Uzbek"),
    ("俄罗斯", "Russ"),
    ("鄂温克", "Ewenki"),
    ("德昂", "Deang"),
    ("保安", "Bonan"),
    ("裕固", "Yugur"),
    ("京", "Gin"),
    ("塔塔尔", "Tatar"),
    ("独龙", "Derung"),
    ("鄂伦春", "Oroqen"),
    ("赫哲", "Hezhen"),
    ("门巴", "Monba"),
    ("珞巴", "Lhoba"),
    ("基诺", "Jino"),
];

/// What types of licences begin with, and what that is.
const COMPANY_TYPES: [(&str, &str); 6] = [
    ("有限责任公司", "limited liability company"),
    ("股份有限公司", "company limited by shares"),
    ("个体工商户", "sole trader"),
    ("个人独资企业", "sole proprietorship"),
    ("普通合伙", "general partnership"),
    ("有限合伙", "limited partnership"),
];

/// The same for programs.
#[must_use]
pub const fn what_key(what: What) -> &'static str {
    named(what).1
}

/// How certain it is.
#[must_use]
pub const fn certainty(certainty: Certainty) -> Text {
    match certainty {
        Certainty::Doubtful => text("拿不准", "doubtful"),
        Certainty::Read => text("已识别", "read"),
        Certainty::Checked => text("已校验", "checked"),
    }
}

/// The same for programs.
#[must_use]
pub const fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Doubtful => "doubtful",
        Certainty::Read => "read",
        Certainty::Checked => "checked",
    }
}

/// What a picture of a certificate shows: whose it is, which side, and of a back until when it is valid and who issued it. `None`
/// where no certificate was recognised.
#[must_use]
pub fn shown(lang: Lang, reading: &Reading) -> Option<String> {
    let kind = reading.kind?;
    let read = |what: What| reading.value(what).map(|seen| visible(&seen.text).into_owned());
    let side_words = reading.side.map(|of| WITH_SIDE.with(lang, &[("side", &side(of).in_lang(lang))])).unwrap_or_default();
    let kind_words = kind.name().in_lang(lang);
    if let (DocumentKind::Letter | DocumentKind::Approval, Some(title)) = (kind, read(What::Title)) {
        return Some(TITLED.with(lang, &[("title", &title)]));
    }
    let holder = match kind {
        DocumentKind::Person(_) => name_on(reading).map(|name| visible(&name).into_owned()),
        _ => read(What::Company),
    };
    let what = match holder {
        Some(name) => OF_NAMED.with(lang, &[("name", &name), ("kind", &kind_words), ("side", &side_words)]),
        None => OF_NOBODY.with(lang, &[("kind", &kind_words), ("side", &side_words)]),
    };
    if reading.side != Some(Side::Back) {
        return Some(what);
    }
    let what = match (read(What::ValidFrom), read(What::ValidTo)) {
        (Some(from), Some(to)) => WITH_TERM.with(lang, &[("what", &what), ("from", &from), ("to", &to)]),
        _ => what,
    };
    Some(match read(What::Authority) {
        Some(authority) => WITH_AUTHORITY.with(lang, &[("what", &what), ("authority", &authority)]),
        None => what,
    })
}

/// Why a picture of a folder was not used; `instead` names the one that shows the same and is used instead.
#[must_use]
pub fn why_left(lang: Lang, why: WhyLeft, instead: &str) -> String {
    let text = match why {
        WhyLeft::SameFile => return WHY_SAME_FILE.with(lang, &[("other", &instead)]),
        WhyLeft::Another(why) => {
            return WHY_ANOTHER.with(lang, &[("other", &instead), ("better", &better(why).in_lang(lang))]);
        }
        WhyLeft::Gone => WHY_GONE,
        WhyLeft::Format => WHY_FORMAT,
        WhyLeft::Unreadable => WHY_UNREADABLE,
        WhyLeft::Damaged => WHY_DAMAGED,
        WhyLeft::Unknown => WHY_UNKNOWN,
        WhyLeft::Several => WHY_SEVERAL,
        WhyLeft::Unclear => WHY_UNCLEAR,
        WhyLeft::Term => WHY_TERM,
        WhyLeft::Kind => WHY_KIND,
        WhyLeft::SomebodyElse => WHY_SOMEBODY_ELSE,
        WhyLeft::AnotherBureau => WHY_ANOTHER_BUREAU,
        WhyLeft::Taken => WHY_TAKEN,
    };
    text.in_lang(lang).to_owned()
}

/// What one picture has ahead of another of the same.
const fn better(why: Better) -> Text {
    match why {
        Better::Named => BETTER_NAMED,
        Better::Errors | Better::Warnings => BETTER_ERRORS,
        Better::Read => BETTER_READ,
        Better::Sharper => BETTER_SHARPER,
        Better::Larger => BETTER_LARGER,
        Better::Newer => BETTER_NEWER,
        Better::First => BETTER_FIRST,
    }
}

/// The same for programs.
#[must_use]
pub const fn why_key(why: WhyLeft) -> &'static str {
    match why {
        WhyLeft::Format => "format",
        WhyLeft::Unreadable => "unreadable",
        WhyLeft::Damaged => "damaged",
        WhyLeft::Unknown => "unknown",
        WhyLeft::Several => "several",
        WhyLeft::Unclear => "unclear",
        WhyLeft::Term => "term",
        WhyLeft::Kind => "another-kind",
        WhyLeft::SomebodyElse => "somebody-else",
        WhyLeft::AnotherBureau => "another-bureau",
        WhyLeft::Taken => "taken",
        WhyLeft::Gone => "gone",
        WhyLeft::SameFile => "same-file",
        WhyLeft::Another(Better::Named) => "another-is-used",
        WhyLeft::Another(Better::Errors | Better::Warnings) => "another-has-fewer-faults",
        WhyLeft::Another(Better::Read) => "another-is-read-better",
        WhyLeft::Another(Better::Sharper) => "another-is-sharper",
        WhyLeft::Another(Better::Larger) => "another-is-larger",
        WhyLeft::Another(Better::Newer) => "another-is-newer",
        WhyLeft::Another(Better::First) => "another-comes-first",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_few_are_told_in_the_language() {
        for (what, printed, expected) in [
            (What::Sex, "男", "male (男)"),
            (What::Nation, "蒙古", "Mongol (蒙古)"),
            (What::ValidTo, "长期", "no end date (长期)"),
            (What::ValidTo, "2030-01-02", "2030-01-02"),
            (What::CompanyType, "有限责任公司(自然人独资)", "limited liability company (有限责任公司(自然人独资))"),
            (What::Name, "白", "白"),
        ] {
            let seen = Seen { what, text: printed.into(), certainty: Certainty::Read, corners: [(0.0, 0.0); 4] };
            assert_eq!(value(Lang::En, &seen), expected);
            assert_eq!(value(Lang::Zh, &seen), printed);
        }
    }

    #[test]
    fn values_are_called_as_on_their_document() {
        let of = |kind: DocumentKind, company_type: &str| {
            let seen = |text: &str| Seen {
                what: What::CompanyType,
                text: text.to_owned(),
                certainty: Certainty::Read,
                corners: [(0.0, 0.0); 4],
            };
            let values = Some(company_type).filter(|text| !text.is_empty()).map(seen).into_iter().collect();
            let reading = Reading { kind: Some(kind), values, ..Reading::default() };
            [What::Address, What::LegalPerson].map(|value| what(value, &reading).zh)
        };
        let licence = DocumentKind::Licence;
        for (kind, company_type, expected) in [
            (licence, "有限责任公司(自然人独资)", ["住所", "法定代表人"]),
            (licence, "", ["住所", "法定代表人"]),
            (licence, "个体工商户", ["经营场所", "经营者"]),
            (licence, "有限合伙企业", ["主要经营场所", "执行事务合伙人"]),
            (licence, "个人独资企业", ["住所", "投资人"]),
            (licence, "有限责任公司分公司", ["经营场所", "负责人"]),
            (DocumentKind::Foundation, "", ["住所", "法定代表人"]),
            (DocumentKind::Person(Document::ResidentId), "", ["住址", "法定代表人"]),
        ] {
            assert_eq!(of(kind, company_type), expected, "{company_type}");
        }
    }
}
