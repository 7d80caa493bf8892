//! What a field asks for, in words that fit the paper at hand: a travel permit prints no address, a passport has one page.

use std::borrow::Cow;

use super::{Lang, Text};
use crate::catalog::{Circumstance, Paper, Script, Sides};
use crate::filing::circumstance::{Answer, Circumstances};
use crate::filing::{Draft, FieldId, PersonField, Role};

crate::messages! {
    NO_ADDRESS = "「{kind}」上没有住址：填现在在内地的居住地址，从省、市、区县写到门牌号和房间号，与通讯地址是同一处。", "No address is printed on: {kind}. Enter where the person lives on the mainland now, from the province down to the room; the same place as the postal address.";
    NO_ADDRESS_OF_UNIT = "「{kind}」上没有住所：填单位的实际地址，从省、市、区县写起。", "No address is printed on: {kind}. Enter where the organisation is, beginning with the province.";
    PERSONS_ADDRESS = "照「{kind}」上的住址抄写；上面没有省、市、区县名的，在前面补上。", "Copy the address printed on: {kind}. Where province, city or district are not printed, put them in front.";
    UNITS_ADDRESS = "照「{kind}」上的「{label}」抄写；上面没有省、市、区县名的，在前面补上。", "Copy {label} as printed on the certificate ({kind}). Where province, city or district are not printed, put them in front.";
    ACCOUNT_OF_INDIVIDUAL = "微信公众平台「设置」里显示的账号主体，与你的姓名有出入吗？哪怕只差一个字，也会直接驳回。", "Does the name that the console shows for the account's entity differ from yours, even by one character?";
    ABROAD = "境外主体的小程序账号不用备案；在境内有代表机构的，用代表机构登记证备案，填上面的驻在场所。", "A mini-program of a filing entity outside the mainland needs no filing. A representative office files with its own certificate and enters the address on that.";
    SOLE_TRADER = "个体工商户：照执照填字号的全称；执照上是「*****」「无」或空的，没有字号，这里按备案省份的要求填，多为经营者姓名，账号主体也要一致。", "Sole traders: the full trade name on the licence. A licence that prints *****, 无 or nothing has none: enter what the province asks for, mostly the operator's name; the account must agree.";
    CHINESE_NAME = "填证件上的中文姓名，不填旁边的拼音或英文；与证件一字不差。", "The name in Chinese characters as printed, not the transcription beside it.";
    LATIN_NAME = "照证件填写：证件上有中文姓名的填中文，只有外文的按证件上的顺序照写，包括空格和连字符。", "As printed: in Chinese characters where the document has them, otherwise in Latin letters in the printed order, with spaces and hyphens.";
    ONE_FRONT = "有照片、姓名和号码的一面（护照为资料页）。原件的彩色照片或扫描件，四角完整、无反光；JPG 或 PNG，不超过 2 MB，不小于 720×1280 像素。", "The side with photo, name and number (of a passport, the data page). A colour picture of the original, all corners visible, no glare; JPG or PNG, at most 2 MB, at least 720×1280 pixels.";
    ONE_BACK = "「{kind}」只交一面，这里可以留空：提交的数据里背面用正面的图片。微信公众平台另要背面时再附。", "One side of this document is enough: {kind}. Leave this empty: the data submitted repeat the front. Attach the back only if the console asks for it.";
    OTHER_BACK = "没有照片的一面，要求与正面相同。", "The side without the photo, of the same quality as the front.";
    OTHER_FRONT = "有照片的一面。原件的彩色照片或扫描件，四角完整、无反光；JPG 或 PNG，不超过 2 MB，不小于 720×1280 像素。", "The side with the photo. A colour picture of the original, all corners visible, no glare; JPG or PNG, at most 2 MB, at least 720×1280 pixels.";
    REGION_OF_INDIVIDUAL = "填实际居住地，身份证是外省的也可以。由该省通管局审核。", "Where you live, even if the ID says otherwise. That province's bureau reviews the filing.";
    REGION_OF_UNIT = "须与证照住所一致，一直到区县。由该省通管局审核。", "That of the address on the certificate, down to the district. That province's bureau reviews the filing.";
    COMMITMENT_OF_INDIVIDUAL = "《互联网信息服务备案承诺书》打印后，本人签字并按手印，再拍照；1 张，不超过 2 MB。", "The printed commitment (互联网信息服务备案承诺书), signed in person with a fingerprint. One picture, at most 2 MB.";
    COMMITMENT_OF_UNIT = "《互联网信息服务备案承诺书》打印后，由法定代表人和主体负责人手写签名（是同一人的签一次），盖公章，再拍照；1 张，不超过 2 MB。", "The printed commitment (互联网信息服务备案承诺书), signed by hand by the legal representative and the responsible person (once where they are one person) and sealed. One picture, at most 2 MB.";
    LIABILITY_OF_INDIVIDUAL = "《网站备案信息真实性责任告知书》，当地通管局要求时才需要；本人签字并按手印；1 张，不超过 2 MB。", "The notice of liability for accurate data (网站备案信息真实性责任告知书), only where the bureau asks for it; signed in person with a fingerprint. One picture, at most 2 MB.";
    LIABILITY_OF_UNIT = "《网站备案信息真实性责任告知书》，当地通管局要求时才需要；签字并盖公章；1 张，不超过 2 MB。", "The notice of liability for accurate data (网站备案信息真实性责任告知书), only where the bureau asks for it; signed and sealed. One picture, at most 2 MB.";
    ACCURACY_OF_INDIVIDUAL = "《小程序备案信息真实性承诺书》，当地通管局要求时才需要；本人签字并按手印；1 张，不超过 2 MB。", "The commitment to accurate data (小程序备案信息真实性承诺书), only where the bureau asks for it; signed in person with a fingerprint. One picture, at most 2 MB.";
    ACCURACY_OF_UNIT = "《小程序备案信息真实性承诺书》，当地通管局要求时才需要；签字并盖公章；1 张，不超过 2 MB。", "The commitment to accurate data (小程序备案信息真实性承诺书), only where the bureau asks for it; signed and sealed. One picture, at most 2 MB.";
    SIGNED_BY_INDIVIDUAL = "承诺书里，有缺亲笔签名、缺手印，或者写错姓名的吗？日期另问。", "Is a required signature or fingerprint missing from any letter, or is a name wrong? The date is asked separately.";
    DATED_BY_INDIVIDUAL = "承诺书上最早的落款日期：是提交当天，或在那之前不满一个月。", "The earliest date on the letters: the day of submission, or less than one month before.";
    OTHER_FROM = "证件有效期的起始日或签发日期；须与证件照片一致。", "First day of validity, or the date of issue; must agree with the picture.";
}

/// What belongs into a field of this draft: the words of the field table, unless the paper at hand is of another pattern. Of a question
/// what people are asked, which may be the contrary of what the draft keeps.
#[must_use]
pub fn help(lang: Lang, draft: &Draft, id: FieldId) -> Cow<'static, str> {
    let usual = id.field().contrary.map_or(id.help(), |contrary| contrary.question);
    special(lang, draft, id).map_or_else(|| Cow::Borrowed(usual.in_lang(lang)), Cow::Owned)
}

fn special(lang: Lang, draft: &Draft, id: FieldId) -> Option<String> {
    let say = |text: Text, kind: Text| text.with(lang, &[("kind", &kind.in_lang(lang))]);
    match id {
        FieldId::SubjectCertificateAddress if draft.is_individual() => {
            let kind = draft.document_kind(Role::ResponsiblePerson)?;
            match kind.paper().address {
                None => Some(say(NO_ADDRESS, kind.name)),
                Some(_)
                    if kind.paper() == Paper::of_person(crate::identifiers::document::Document::ResidentId)
                        && kind.id == crate::catalog::RESIDENT_ID =>
                {
                    None
                }
                Some(_) => Some(say(PERSONS_ADDRESS, kind.name)),
            }
        }
        FieldId::SubjectCertificateAddress => {
            let kind = draft.code(FieldId::SubjectCertificateKind).and_then(crate::catalog::certificate_kind)?;
            match kind.paper().address {
                _ if is_abroad(draft) => Some(ABROAD.in_lang(lang).to_owned()),
                None => Some(say(NO_ADDRESS_OF_UNIT, kind.name)),
                Some(label) => Some(UNITS_ADDRESS.with(lang, &[("kind", &kind.name.in_lang(lang)), ("label", &label)])),
            }
        }
        _ if by_whom(id).is_some() => {
            let (individual, unit) = by_whom(id)?;
            draft.code(FieldId::SubjectNature)?;
            if draft.is_individual() { Some(individual.in_lang(lang).to_owned()) } else { Some(unit?.in_lang(lang).to_owned()) }
        }
        FieldId::SubjectNature if is_abroad(draft) => Some(ABROAD.in_lang(lang).to_owned()),
        FieldId::SubjectName => {
            let sole_trader = Circumstances::of(draft, None).answer(Circumstance::SoleTrader) == Answer::Yes;
            sole_trader.then(|| SOLE_TRADER.in_lang(lang).to_owned())
        }
        _ => of_person(lang, draft, id),
    }
}

/// What individuals and organisations are told of a field whose words in the table speak to both: an individual has no seal. Nothing
/// where an organisation is told what the table says.
const fn by_whom(id: FieldId) -> Option<(Text, Option<Text>)> {
    Some(match id {
        FieldId::SubjectRegion => (REGION_OF_INDIVIDUAL, Some(REGION_OF_UNIT)),
        FieldId::AccountNameAgrees => (ACCOUNT_OF_INDIVIDUAL, None),
        FieldId::CommitmentLetter => (COMMITMENT_OF_INDIVIDUAL, Some(COMMITMENT_OF_UNIT)),
        FieldId::AuthenticityResponsibilityLetter => (LIABILITY_OF_INDIVIDUAL, Some(LIABILITY_OF_UNIT)),
        FieldId::AuthenticityCommitmentLetter => (ACCURACY_OF_INDIVIDUAL, Some(ACCURACY_OF_UNIT)),
        FieldId::LettersAreSigned => (SIGNED_BY_INDIVIDUAL, None),
        FieldId::LettersDated => (DATED_BY_INDIVIDUAL, None),
        _ => return None,
    })
}

/// The parts of a person's document.
fn of_person(lang: Lang, draft: &Draft, id: FieldId) -> Option<String> {
    let (role, part) = PersonField::find(id)?;
    let kind = draft.document_kind(role)?;
    let paper = kind.paper();
    let text = match (part, paper.sides, paper.script) {
        (PersonField::Name, _, Script::ChineseAndLatin) => CHINESE_NAME,
        (PersonField::Name, _, Script::Latin) => LATIN_NAME,
        (PersonField::Front, Sides::One, _) => ONE_FRONT,
        (PersonField::Front, Sides::FrontAndBack, _) => OTHER_FRONT,
        (PersonField::Back, Sides::One, _) => ONE_BACK,
        (PersonField::Back, Sides::FrontAndBack, _) => OTHER_BACK,
        (PersonField::ValidFrom, Sides::One | Sides::FrontAndBack, _) => OTHER_FROM,
        _ => return None,
    };
    Some(text.with(lang, &[("kind", &kind.name.in_lang(lang))]))
}

fn is_abroad(draft: &Draft) -> bool {
    draft.code(FieldId::SubjectNature) == Some(crate::catalog::OVERSEAS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{INDIVIDUAL, certificate_kinds, person_certificate_kinds};
    use crate::filing::Value;

    #[test]
    fn the_words_fit_the_paper_of_every_kind() {
        for kind in certificate_kinds() {
            let mut draft = Draft::new(kind.nature);
            draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(kind.id)));
            draft.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(kind.id)));
            for lang in [Lang::Zh, Lang::En] {
                let words = help(lang, &draft, FieldId::SubjectCertificateAddress);
                assert!(!words.contains('{'), "{words}");
                let none = if lang == Lang::Zh { "没有住" } else { "No address" };
                let abroad = kind.nature == crate::catalog::OVERSEAS;
                assert_eq!(words.contains(none), kind.paper().address.is_none() && !abroad, "{kind:?}: {words}");
            }
        }
    }

    #[test]
    fn an_individual_is_told_nothing_of_companies() {
        let individual = Draft::new(INDIVIDUAL);
        let asked: Vec<FieldId> = individual.asked().collect();
        let more = [FieldId::CommitmentLetter, FieldId::AuthenticityResponsibilityLetter, FieldId::AuthenticityCommitmentLetter];
        for id in asked.into_iter().chain(more).chain([FieldId::LettersAreSigned, FieldId::LettersDated]) {
            let words = help(Lang::Zh, &individual, id);
            for word in ["公章", "单位", "营业执照", "授权书", "法定代表人"] {
                assert!(!words.contains(word), "{}: {words}", id.path());
            }
        }
        let company = Draft::new(crate::catalog::ENTERPRISE);
        assert!(help(Lang::Zh, &company, FieldId::CommitmentLetter).contains("公章"));
        assert!(!help(Lang::Zh, &company, FieldId::CommitmentLetter).contains("手印"));
    }

    #[test]
    fn sides_and_names_of_each_document() {
        for kind in person_certificate_kinds() {
            let mut draft = Draft::new(INDIVIDUAL);
            draft.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(kind.id)));
            let back = help(Lang::Zh, &draft, FieldId::ResponsiblePersonCertificateBack);
            assert_eq!(back.contains("背面用正面的图片"), kind.paper().has_one_side(), "{kind:?}");
            assert_eq!(back.starts_with("居民身份证为国徽面"), kind.paper().sides == Sides::PortraitAndEmblem, "{kind:?}");
            let name = help(Lang::En, &draft, FieldId::ResponsiblePersonName);
            assert_eq!(name.contains("Latin letters"), kind.paper().script == Script::Latin, "{kind:?}: {name}");
        }
    }
}
