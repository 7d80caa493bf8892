//! Words about materials: who makes them, what is written on them, why they are needed, and who says so.

use super::{Lang, Text};
use crate::catalog::material::Letter;
use crate::catalog::province::province;
use crate::catalog::source::of_tags;
use crate::catalog::{Circumstance, Confidence, FilingKind};
use crate::filing::checklist::{RequiredMaterial, Requirement};
use crate::filing::reason::wants_papers;
use crate::filing::reuse::is_paper_on_record;
use crate::filing::{Draft, FieldId};
use crate::rules::required_materials::State;

crate::messages! {
    /// Heads the materials that are needed.
    NEEDED = "这次要交", "Required for this filing";
    /// Heads the materials that depend on circumstances.
    PERHAPS = "视情况要交", "Possibly required";
    /// Heads the fields that are needed perhaps, or not at all.
    PERHAPS_OR_OPTIONAL = "视情况或选填", "Possibly required, or optional";
    /// How many fields are folded away.
    FOLDED = "另有 {count} 项视情况提交或选填，下移即展开。", "{count} more may be required or are optional; move down to show them.";
    /// Heads the files that nobody asks for.
    UNNEEDED = "有文件，但这里不要求", "Attached, but not required here";
    /// How many of the needed materials are there.
    COUNT = "要交 {all} 份，已有 {there} 份", "{there} of {all} required materials attached";
    /// Before the source of a rule.
    SOURCE = "依据：{source}", "Source: {source}";
    /// The region is not chosen: what provinces ask is not known.
    NO_REGION = "还没有选备案地区，各省另外要求的材料没有列出。", "No region is chosen yet: what its province also requires is not listed.";
    /// Wanted in every filing of its kind.
    WHY_ALWAYS = "每次备案都要。", "Every filing requires it.";
    /// Wanted by a province of everybody.
    WHY_PROVINCE = "{province}要求。", "{province} requires it.";
    /// Of a subject on record.
    WHY_REUSED = "主体已备案，复用资料时不用再交；网页没有提供复用、或通过接口提交时才要。", "The entity is on record: reuse takes it from there. Required only where the console offers no reuse, or through the interface.";
    /// A rejection names it.
    WHY_REVIEWER = "驳回原因里提到了它。", "A reason of the rejection names it.";
    /// For a change.
    WHY_CHANGE = "变更备案时要交。", "A change needs it.";
    /// Only on request.
    WHY_ASKED_FOR = "平台页面或审核人员要求时才交。", "Only where the platform or a reviewer asks for it.";
    /// For an approval that was chosen.
    WHY_APPROVAL = "选了这项前置审批。", "This prior approval was chosen.";
    /// The owner is another person.
    WHY_OWNER = "小程序负责人是另一个人。", "The mini-program contact is another person.";
    /// The responsible person is not the legal person.
    WHY_RESPONSIBLE = "主体负责人不是法定代表人。", "The responsible person is not the legal representative.";
    /// The owner is not the legal person.
    WHY_OWNER_LEGAL = "小程序负责人不是法定代表人。", "The mini-program contact is not the legal representative.";
    /// The identity card is from elsewhere.
    WHY_ELSEWHERE = "身份证是外省的。", "The resident ID card is from another province.";
    /// The legal person's identity card is from elsewhere.
    WHY_PRINCIPAL_ELSEWHERE = "有负责人的身份证是外省的。", "The resident ID card of a person in charge is from another province.";
    WHY_TWO_SIDES = "这种证件要交两面。", "Both sides of this document are shown.";
    WHY_LEGAL_ELSEWHERE = "法定代表人的身份证是外省的。", "The legal representative's resident ID card is from another province.";
    /// The legal person is from abroad.
    WHY_ABROAD = "法定代表人不是用居民身份证。", "The legal representative has no mainland resident ID card.";
    /// A law practice.
    WHY_LAW = "主体是律师执业机构。", "The filing entity is a law practice.";
    /// A public body.
    WHY_PUBLIC = "主体是机关或事业单位。", "The filing entity is a government body or a public institution.";
    /// A sole trader.
    WHY_SOLE_TRADER = "主体是个体工商户。", "The filing entity is a sole trader.";
    /// Someone's certificate.
    WHY_DOCUMENT = "负责人用的是港澳台居民的证件或护照。", "Someone holds a certificate of Hong Kong, Macao or Taiwan residents, or a passport.";
    /// Brackets in the name.
    WHY_BRACKETS = "主体名称里有括号。", "The filing entity's name has brackets.";
    /// No approval.
    WHY_NO_APPROVAL = "没有选前置审批。", "No prior approval was chosen.";
    /// Words of a trade.
    WHY_TEXTS = "名称、经营范围或备注里有这类字眼。", "Names, scope or remarks sound like this trade.";
    /// Not the first filing.
    WHY_FILED_BEFORE = "主体以前备过案。", "The filing entity has filed before.";
    /// On its way.
    WHY_SUBMITTED = "备案已经提交。", "The filing was submitted.";
    /// A sole trader who files as an individual.
    WHY_TRADER = "没有字号的个体工商户以个人备案时要交。", "For a sole trader without a trade name who files as a person.";
    /// Renamed.
    WHY_RENAMED = "单位改过名称，而统一社会信用代码没变时要交。", "Where the organisation was renamed and its credit code is the same.";
    /// A hospital.
    WHY_HOSPITAL = "主体是医疗机构。", "The filing entity is a medical institution.";
    /// By age.
    WHY_AGE = "负责人未满 {age} 岁。", "The responsible person is below {age}.";
    /// By the number of services.
    WHY_SERVICES = "同一主体名下达到 {count} 个服务时要交。", "Where the filing entity has {count} {count:service|services} or more.";
    /// Words in a name.
    WHY_WORDS = "名称里有容易让人想到前置审批的字眼，而实际不做这类业务时要交。", "A name sounds like a trade that needs a prior approval; required if that trade is not carried on.";
    /// Words in a name that call for a permit.
    WHY_PERMIT_WORDS = "名称里有这类字眼，确有这项业务时要交。", "A name sounds like this trade; required if it is carried on.";
    /// It is there.
    THERE = "已有", "attached";
    /// It is missing.
    MISSING = "还缺", "missing";
    /// The file cannot be used.
    UNUSABLE = "文件读不到", "file cannot be read";
    /// The file is there, and there is an error in it.
    FAULTY = "文件有错误", "file has an error";
    /// Several go into a field, and some are there.
    FEW = "要 {want} 份，只有 {have} 份", "{have} of {want} {want:file|files}";
    /// A material of a province or circumstance that the draft does not tell.
    MAYBE = "视情况", "possibly";
}

/// What has to be written on it, in short (`filing-rules.md` section 4.3).
#[must_use]
pub const fn letter(letter: Letter) -> Text {
    match letter {
        Letter::Authorization => Text::new(
            "写明：被授权人姓名和证件号码、单位名称、授权办理哪个小程序的备案及担任哪种负责人、法定代表人姓名和证件号码、日期。正楷手写签名，\
             日期是提交当天或之前不满一个月。",
            "Name and ID number of the authorised person, name of the organisation, which mini-program and which role, the legal representative's name and ID number, the date. Signed by hand in block characters; dated on the day of submission or less than one month before.",
        ),
        Letter::AuthorizationWithPost => Text::new(
            "在一般授权书之外，还要写明被授权人的职务和所负责的小程序。日期是提交当天或之前不满一个月。",
            "What every letter of authorisation says, and the post of the authorised person and the mini-program. Dated on the day of submission or less than one month before.",
        ),
        Letter::Commitment => Text::new(
            "用当地通信管理局的格式；签名和日期都要手写，不能打印或盖名章，公章要清楚。",
            "In the form of the local bureau; signature and date by hand, not printed or stamped, the seal legible.",
        ),
        Letter::CommitmentOfIndividual => Text::new(
            "用当地通信管理局的格式；签名、身份证号和日期都要手写，并按手印。",
            "In the form of the local bureau; signature, ID number and date by hand, with a fingerprint.",
        ),
        Letter::AuthenticityNotice => Text::new(
            "用省里的格式，小程序负责人签名并写日期。",
            "In the province's form, signed and dated by the mini-program contact.",
        ),
        Letter::AuthenticityCommitment => Text::new(
            "写明小程序负责人姓名和小程序名称，签名、日期；录承诺视频时要照着读。",
            "The mini-program contact's name, the mini-program, signature and date; it is read aloud in the video.",
        ),
        Letter::Video => Text::new(
            "手持签好的真实性承诺书，在安静的房间里朗读；人脸和纸上的字都要清楚。",
            "Read the signed commitment aloud in a quiet room, holding it so that face and text can be seen.",
        ),
        Letter::HoldingPhoto => Text::new(
            "本人手持身份证和营业执照，脸和两份证件上的字都要看得清。",
            "Holding resident ID card and licence; the face and the text on both legible.",
        ),
        Letter::NoApproval => Text::new(
            "写明：单位名称、统一社会信用代码、小程序名称、提供什么内容、不涉及哪项前置审批、日期。",
            "Name and credit code of the organisation, the mini-program, what it offers, which prior approval is not involved, the date.",
        ),
        Letter::NoTutoring => Text::new(
            "写明：所在省份、单位名称、统一社会信用代码、小程序名称、实际内容，并声明不涉及校外培训、日期。",
            "Province, name and credit code of the organisation, the mini-program, what it really offers, that no tutoring is \
             involved, the date.",
        ),
        Letter::Culture => Text::new(
            "写明：所在省份、单位名称、统一社会信用代码、小程序名称，并声明不提供文化类经营内容、日期。",
            "Province, name and credit code of the organisation, the mini-program, that no cultural business is done, the date.",
        ),
        Letter::Finance => Text::new(
            "写明：所在省份、单位名称、情况说明、小程序名称和用途，并声明不涉及金融业务；法定代表人签名和电话、联系人和电话、日期。",
            "Province, name of the organisation, the situation, the mini-program and its use, that no finance business is done; the \
             legal representative's signature and phone, a contact with phone, the date.",
        ),
        Letter::Proposal => Text::new(
            "写明：建设内容和栏目、人员和资金、内容管理制度、部署方案、安全措施、应急预案。",
            "Content and sections, staff and funding, content rules, deployment, security measures, emergency plan.",
        ),
        Letter::ContentStatement => Text::new(
            "写明：单位名称、小程序名称、服务内容，逐个页面或栏目展示什么、由谁提供。",
            "Name of the organisation, the mini-program, its service contents, and page by page what it shows and who provides it.",
        ),
        Letter::Statement => Text::new(
            "逐条回答审核人员所问的事项，写明日期。",
            "An answer to each point that the reviewer asks about, and the date.",
        ),
        Letter::NameChange => Text::new(
            "登记机关出具的文件上要有：原名称、现名称、统一社会信用代码、核准变更的日期。",
            "The registry's document shows the former and the present name, the credit code and the date of the change.",
        ),
        Letter::ChangeNote => Text::new(
            "写明：备案号、哪些内容由什么改为什么、变更原因、日期。",
            "The filing number, what is changed from what to what, why, and the date.",
        ),
    }
}

/// Why a material is needed.
#[must_use]
pub fn why(lang: Lang, material: &RequiredMaterial, draft: &Draft) -> String {
    let place = province(draft.text(FieldId::SubjectRegion)).map(|row| row.short.in_lang(lang)).unwrap_or_default();
    let plain = match material.reason() {
        _ if is_paper_on_record(draft, material.field) => return WHY_REUSED.in_lang(lang).to_owned(),
        _ if wants_papers(draft, material.field) => return WHY_REVIEWER.in_lang(lang).to_owned(),
        Circumstance::Always if material.rule.is_some() => return WHY_PROVINCE.with(lang, &[("province", &place)]),
        Circumstance::Age { to, .. } => WHY_AGE.with(lang, &[("age", &(to + 1))]),
        Circumstance::Services { organisation, individual } => {
            WHY_SERVICES.with(lang, &[("count", if draft.is_individual() { &individual } else { &organisation })])
        }
        when => circumstance(when, material.letter.is_some()).in_lang(lang).to_owned(),
    };
    match material.rule {
        None => plain,
        Some(_) => {
            let gap = if lang == Lang::En { " " } else { "" };
            format!("{}{gap}{plain}", WHY_PROVINCE.with(lang, &[("province", &place)]))
        }
    }
}

const fn circumstance(when: Circumstance, letter: bool) -> Text {
    match when {
        Circumstance::Always | Circumstance::Age { .. } | Circumstance::Services { .. } => WHY_ALWAYS,
        // Fields depend on these, materials never.
        Circumstance::AdministratorUnnamed | Circumstance::LocalPhoneAsked | Circumstance::LetterAttached => WHY_ALWAYS,
        Circumstance::Kind(FilingKind::Change)
        | Circumstance::SubjectChanges
        | Circumstance::LegalPersonChanges
        | Circumstance::LicenceChanges => WHY_CHANGE,
        Circumstance::Kind(_) => WHY_ALWAYS,
        Circumstance::AskedFor => WHY_ASKED_FOR,
        Circumstance::ApprovalChosen => WHY_APPROVAL,
        Circumstance::OwnerIsAnother => WHY_OWNER,
        Circumstance::ResponsiblePersonIsAnother => WHY_RESPONSIBLE,
        Circumstance::OwnerIsNotLegalPerson => WHY_OWNER_LEGAL,
        Circumstance::IdFromAnotherProvince => WHY_ELSEWHERE,
        Circumstance::LegalPersonFromAnotherProvince => WHY_LEGAL_ELSEWHERE,
        Circumstance::PrincipalFromAnotherProvince => WHY_PRINCIPAL_ELSEWHERE,
        Circumstance::TwoSides(_) => WHY_TWO_SIDES,
        Circumstance::LegalPersonFromAbroad => WHY_ABROAD,
        Circumstance::LawPractice => WHY_LAW,
        Circumstance::PublicBody => WHY_PUBLIC,
        Circumstance::SoleTrader => WHY_SOLE_TRADER,
        Circumstance::SoleTraderAsIndividual => WHY_TRADER,
        Circumstance::Renamed => WHY_RENAMED,
        Circumstance::Hospital => WHY_HOSPITAL,
        Circumstance::NameSuggestsApproval(_) | Circumstance::NameSuggests(_) if letter => WHY_WORDS,
        Circumstance::NameSuggestsApproval(_) | Circumstance::NameSuggests(_) => WHY_PERMIT_WORDS,
        Circumstance::HongKongMacaoPermit | Circumstance::HmtOrPassport => WHY_DOCUMENT,
        Circumstance::Brackets => WHY_BRACKETS,
        Circumstance::NoApprovalChosen => WHY_NO_APPROVAL,
        Circumstance::TextsSay(_) | Circumstance::TradeWord => WHY_TEXTS,
        Circumstance::FiledBefore => WHY_FILED_BEFORE,
        Circumstance::Submitted => WHY_SUBMITTED,
    }
}

/// Whether a material is there, in a word.
#[must_use]
pub fn state(lang: Lang, state: State, requirement: Requirement) -> String {
    match state {
        State::There => THERE.in_lang(lang).to_owned(),
        State::Missing if requirement == Requirement::Perhaps => MAYBE.in_lang(lang).to_owned(),
        State::Missing => MISSING.in_lang(lang).to_owned(),
        State::Faulty => FAULTY.in_lang(lang).to_owned(),
        State::Unusable => UNUSABLE.in_lang(lang).to_owned(),
        State::Few { have, want } => FEW.with(lang, &[("have", &have), ("want", &want)]),
    }
}

/// Who says so: the documents behind the tags, and how sure they are.
#[must_use]
pub fn source(lang: Lang, material: &RequiredMaterial) -> String {
    let joint = lang.between();
    let documents: Vec<String> = of_tags(material.source).map(|publication| publication.named(lang)).collect();
    qualified(lang, &documents.join(joint), confidence(material.confidence).in_lang(lang))
}

/// A source with how sure it is: in the brackets that it ends with, where it ends with such.
#[must_use]
pub fn qualified(lang: Lang, source: &str, confidence: &str) -> String {
    let (open, close, between) = if lang == Lang::Zh { ("（", "）", "，") } else { (" (", ")", ", ") };
    match source.strip_suffix(close) {
        Some(source) => format!("{source}{between}{confidence}{close}"),
        None => format!("{source}{open}{confidence}{close}"),
    }
}

const fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Official => Text::new("官方", "official"),
        Confidence::Platform => Text::new("平台文档", "platform documentation"),
        Confidence::Standard => Text::new("标准", "standard"),
        Confidence::Vendor => Text::new("非官方，各地可能调整", "not official, may have changed"),
        Confidence::OldVendor => Text::new("几年前的资料，请先核实", "some years old: check first"),
        Confidence::Anecdotal => Text::new("经验分享", "reports of other filers"),
        Confidence::Inferred => Text::new("本程序推断", "our own conclusion"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::material::materials;

    #[test]
    fn a_source_has_one_pair_of_brackets() {
        for (lang, source, expected) in [
            (Lang::Zh, "微信《页面》（2026-11-23 查阅）", "微信《页面》（2026-11-23 查阅，平台文档）"),
            (Lang::Zh, "经验", "经验（平台文档）"),
            (Lang::En, "WeChat, Pages (read 2026-11-23)", "WeChat, Pages (read 2026-11-23, platform documentation)"),
        ] {
            assert_eq!(qualified(lang, source, confidence(Confidence::Platform).in_lang(lang)), expected);
        }
    }

    #[test]
    fn every_material_has_words() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::SubjectRegion, Some("440305".into()));
        for row in materials() {
            let material = RequiredMaterial {
                field: FieldId::from_path(row.field).unwrap(),
                row: None,
                name: row.name,
                requirement: Requirement::Expected,
                when: row.when,
                signatory: row.signatory,
                letter: row.letter,
                rule: row.rule,
                source: row.source,
                confidence: row.confidence,
            };
            for lang in [Lang::Zh, Lang::En] {
                let why = why(lang, &material, &draft);
                assert!(!why.is_empty() && !why.contains('{'), "{why}");
                assert_eq!(why.contains("广东") || why.contains("Guangdong"), row.rule.is_some(), "{why}");
            }
            assert!(!row.name.zh.is_empty() && row.name.en.is_ascii(), "{row:?}");
        }
        for one in Letter::ALL {
            assert_ne!(letter(one).zh, letter(one).en);
        }
    }
}
