use super::*;
use crate::catalog::{self, INDIVIDUAL};
use crate::filing::Approval;
use crate::reading::{Certainty, Seen};

const LETTER: DocumentKind = DocumentKind::Letter;
const PERMIT: DocumentKind = DocumentKind::Approval;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 29).unwrap()
}

fn says(kind: DocumentKind, title: &str, other: Option<(What, &str)>) -> Reading {
    let seen = |what, text: &str| Seen { what, text: text.into(), certainty: Certainty::Read, corners: [(0.0, 0.0); 4] };
    let values = other.into_iter().map(|(what, text)| seen(what, text)).chain([seen(What::Title, title)]).collect();
    Reading { kind: Some(kind), values, ..Reading::default() }
}

/// A company in a province, whose responsible person is another than the legal representative, and whose owner is a third.
fn company(region: &str) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::SubjectRegion, Some(region.into()));
    draft.set(FieldId::IsLegalPerson, Some(Value::Flag(false)));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    draft.set(FieldId::ResponsiblePersonName, Some("测试丙".into()));
    draft.set(FieldId::OwnerName, Some("测试戊".into()));
    draft
}

fn individual(region: &str) -> Draft {
    let mut draft = Draft::new(INDIVIDUAL);
    draft.set(FieldId::SubjectRegion, Some(region.into()));
    draft
}

fn place(draft: &Draft, reading: &Reading) -> Option<FieldId> {
    let named = named(draft, &[], &[]);
    letters(draft, &[("it.jpg", reading)], &named, day()).first().map(|(field, _)| *field)
}

#[test]
fn letters_are_known_by_their_titles_where_they_are_asked_for() {
    const SICHUAN: &str = "510107";
    const JIANGSU: &str = "320102";
    const SHANGHAI: &str = "310115";
    let authorised = |name| Some((What::Authorised, name));
    let addressed = |bureau| Some((What::Addressee, bureau));
    for (draft, kind, title, other, field) in [
        (company(SICHUAN), LETTER, "主体负责人授权书", None, Some(FieldId::ResponsiblePersonAuthorizationLetter)),
        (company(SICHUAN), LETTER, "小程序负责人授权书", authorised("测试戊"), Some(FieldId::OwnerAuthorizationLetter)),
        (company(SHANGHAI), LETTER, "互联网信息服务负责人授权书", None, Some(FieldId::OwnerAuthorizationLetter)),
        (company(SICHUAN), LETTER, "授权书", authorised("测试丙"), Some(FieldId::ResponsiblePersonAuthorizationLetter)),
        (company(SICHUAN), LETTER, "授权委托书", authorised("测试戊"), Some(FieldId::OwnerAuthorizationLetter)),
        // For somebody else, or nobody knows for whom.
        (company(SICHUAN), LETTER, "授权书", authorised("测试己"), None),
        (company(SICHUAN), LETTER, "小程序负责人授权书", addressed("四川省通信管理局"), Some(FieldId::OwnerAuthorizationLetter)),
        (company(SICHUAN), LETTER, "小程序负责人授权书", addressed("江苏省通信管理局"), None),
        (company(SICHUAN), LETTER, "小程序负责人授权书", addressed("通信管理局"), Some(FieldId::OwnerAuthorizationLetter)),
        (company(""), LETTER, "小程序负责人授权书", addressed("江苏省通信管理局"), Some(FieldId::OwnerAuthorizationLetter)),
        (company(SICHUAN), LETTER, "主体负责人授权书", authorised("测试己"), None),
        (company(SICHUAN), LETTER, "授权书", None, None),
        (company(SICHUAN), LETTER, "互联网信息服务备案承诺书", None, Some(FieldId::CommitmentLetter)),
        (company(SHANGHAI), LETTER, "上海市互联网信息服务备案承诺书", None, Some(FieldId::CommitmentLetter)),
        (individual("440305"), LETTER, "广东省互联网信息服务备案承诺书（个人）", None, Some(FieldId::CommitmentLetter)),
        (company(JIANGSU), LETTER, "备案信息真实性承诺书", None, Some(FieldId::AuthenticityCommitmentLetter)),
        (company(JIANGSU), LETTER, "备案信息真实性责任告知书", None, Some(FieldId::AuthenticityResponsibilityLetter)),
        // Asked for in Jiangsu alone.
        (company(SICHUAN), LETTER, "备案信息真实性承诺书", None, None),
        (company(SICHUAN), LETTER, "主体名称变更说明", None, Some(FieldId::NameChangeLetter)),
        (company(SICHUAN), LETTER, "准予变更登记通知书", None, Some(FieldId::NameChangeLetter)),
        (individual("440305"), LETTER, "居住证明", None, Some(FieldId::SubjectResidencePermit)),
        (company(SICHUAN), LETTER, "情况说明", None, Some(FieldId::MiniProgramOtherMaterials)),
        // Revoked, denied, of another thing, of both.
        (company(SICHUAN), LETTER, "撤销主体负责人授权书", None, None),
        (company(SICHUAN), LETTER, "关于公司名称变更不涉及的说明", None, None),
        (company(SICHUAN), LETTER, "小程序名称变更说明", None, None),
        (company(SICHUAN), LETTER, "商标名称变更证明", None, None),
        (company(SICHUAN), LETTER, "公司名称变更证明", None, Some(FieldId::NameChangeLetter)),
        (individual("440305"), LETTER, "未办理居住证明说明", None, None),
        (company(SICHUAN), LETTER, "主体负责人及小程序负责人授权书", None, None),
        // Too little, and of another matter.
        (company(SICHUAN), LETTER, "说明", None, None),
        (company(SICHUAN), LETTER, "承诺书", None, None),
        (company(SICHUAN), LETTER, "离职证明", None, None),
        (company(SICHUAN), PERMIT, "食品经营许可证", None, None),
    ] {
        assert_eq!(place(&draft, &says(kind, title, other)), field, "{title} {other:?}");
    }
}

#[test]
fn a_doubtful_title_and_other_documents_have_no_place() {
    let draft = company("510107");
    let mut reading = says(LETTER, "主体负责人授权书", None);
    assert!(place(&draft, &reading).is_some());
    reading.kind = Some(DocumentKind::Licence);
    assert_eq!(place(&draft, &reading), None);
    reading.kind = Some(LETTER);
    reading.values[0].certainty = Certainty::Doubtful;
    assert_eq!(place(&draft, &reading), None);
}

#[test]
fn two_pictures_of_one_letter_are_left_to_the_user() {
    let draft = company("510107");
    let one = says(LETTER, "主体负责人授权书", None);
    let other = says(LETTER, "小程序负责人授权书", None);
    let both = letters(&draft, &[("a.jpg", &one), ("b.jpg", &other)], &[], day());
    let expected = [(FieldId::ResponsiblePersonAuthorizationLetter, "a.jpg"), (FieldId::OwnerAuthorizationLetter, "b.jpg")];
    assert_eq!(both, expected);
    assert_eq!(
        letters(&draft, &[("a.jpg", &one), ("b.jpg", &one), ("c.jpg", &other)], &[], day()),
        expected[1..].iter().map(|(field, _)| (*field, "c.jpg")).collect::<Vec<_>>()
    );
}

/// Where one person has both roles, and each wants a letter, one that names no role may be for either.
#[test]
fn a_letter_without_a_role_goes_where_only_one_is_asked_for() {
    let reading = says(LETTER, "授权书", Some((What::Authorised, "测试戊")));
    let mut draft = company("510107");
    draft.set(FieldId::IsLegalPerson, Some(Value::Flag(true)));
    assert_eq!(place(&draft, &reading), Some(FieldId::OwnerAuthorizationLetter));
    assert_eq!(place(&draft, &says(LETTER, "授权书", None)), Some(FieldId::OwnerAuthorizationLetter));
    let mut draft = company("510107");
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
    let reading = says(LETTER, "授权书", Some((What::Authorised, "测试丙")));
    assert_eq!(place(&draft, &reading), None);
}

#[test]
fn a_paper_may_come_before_what_asks_for_it() {
    let mut draft = individual("");
    draft.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(catalog::RESIDENT_ID)));
    draft.set(FieldId::ResponsiblePersonCertificateNumber, Some("110105199003079919".into()));
    let of = |draft: &Draft| may_be_asked_for(draft, FieldId::SubjectResidencePermit);
    assert!(of(&draft));
    for (region, is_asked) in [("440305", true), ("110105", false)] {
        draft.set(FieldId::SubjectRegion, Some(region.into()));
        assert_eq!(of(&draft), is_asked, "{region}");
    }
    assert!(!of(&Draft::new(4)), "of individuals alone");
    let unit = Draft::new(4);
    for role in Role::BOTH {
        let field = PersonField::AuthorizationLetter.of(role);
        assert!(may_be_asked_for(&unit, field) && !may_be_asked_for(&individual("440305"), field), "{role:?}");
        let mut only_one = unit.clone();
        only_one.set(FieldId::IsLegalPerson, Some(Value::Flag(true)));
        only_one.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
        assert!(!may_be_asked_for(&only_one, field), "{role:?}");
    }
}

/// Names are on the cards as long as nobody typed them.
#[test]
fn who_is_authorised_is_known_by_the_card() {
    let mut draft = company("510107");
    draft.set(FieldId::OwnerName, None);
    let reading = says(LETTER, "授权书", Some((What::Authorised, "测试己")));
    let letters_with =
        |on_cards: &[(Role, String)]| letters(&draft, &[("it.jpg", &reading)], &named(&draft, on_cards, &[]), day()).len();
    assert_eq!(letters_with(&[]), 0);
    assert_eq!(letters_with(&[(Role::Owner, "测试己".to_owned())]), 1);
    assert_eq!(letters_with(&[(Role::Owner, "测试庚".to_owned())]), 0);
}

#[test]
fn a_permit_goes_to_the_row_of_its_number() {
    let row = |number: &str, document: &str| Approval {
        kind: catalog::prior_approval(9).map(|_| 9),
        number: number.into(),
        document: document.into(),
    };
    let mut draft = company("510107");
    draft.set(
        FieldId::PriorApprovals,
        Some(Value::Approvals(vec![row("川网文〔2025〕1号", "there.jpg"), row("川网文 〔2025〕2号", "")])),
    );
    let numbered = |kind, number| says(kind, "网络文化经营许可证", Some((What::Number, number)));
    let of = |readings: &[Reading]| {
        let papers: Vec<Paper<'_>> = readings.iter().map(|reading| ("it.jpg", reading)).collect();
        permits(&draft, &papers).into_iter().map(|(index, _)| index).collect::<Vec<_>>()
    };
    assert_eq!(of(&[numbered(PERMIT, "川网文〔2025〕2号")]), [1]);
    // It has one, another number, no permit, two of them.
    assert_eq!(of(&[numbered(PERMIT, "川网文〔2025〕1号")]), [0; 0]);
    assert_eq!(of(&[numbered(PERMIT, "川网文〔2025〕3号")]), [0; 0]);
    assert_eq!(of(&[numbered(LETTER, "川网文〔2025〕2号")]), [0; 0]);
    assert_eq!(of(&[numbered(PERMIT, "川网文〔2025〕2号"), numbered(PERMIT, "川网文〔2025〕2号")]), [0; 0]);
}
