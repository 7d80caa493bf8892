use super::*;
use crate::filing::{Approval, Value};

fn of(draft: &Draft, circumstance: Circumstance) -> Answer {
    Circumstances::of(draft, "2026-11-23".parse().ok()).answer(circumstance)
}

/// A draft of this nature with what is set.
fn draft(nature: u32, values: &[(FieldId, Value)]) -> Draft {
    let mut draft = Draft::new(nature);
    for (id, value) in values {
        draft.set(*id, Some(value.clone()));
    }
    draft
}

#[test]
fn a_legal_person_from_abroad_is_told_by_the_kind_of_certificate() {
    for kind in catalog::person_certificate_kinds() {
        let company = draft(4, &[(FieldId::ResponsiblePersonCertificateKind, Value::Code(kind.id))]);
        let expected = Answer::from(kind.id != catalog::RESIDENT_ID);
        assert_eq!(of(&company, Circumstance::LegalPersonFromAbroad), expected, "{kind:?}");
        let individual = draft(5, &[(FieldId::ResponsiblePersonCertificateKind, Value::Code(kind.id))]);
        assert_eq!(of(&individual, Circumstance::LegalPersonFromAbroad), Answer::No, "{kind:?}");
    }
    assert_eq!(of(&draft(4, &[]), Circumstance::LegalPersonFromAbroad), Answer::No);
}

#[test]
fn of_a_legal_person_known_by_a_number_nobody_can_be_sure() {
    let by_number = |number: &str| {
        let values = [(FieldId::IsLegalPerson, Value::Flag(false)), (FieldId::LegalPersonNumber, number.into())];
        of(&draft(4, &values), Circumstance::LegalPersonFromAbroad)
    };
    for (number, expected) in [
        ("", Answer::No),
        ("  ", Answer::No),
        ("110105194912310021", Answer::No),
        ("11010519491231002X", Answer::No),
        ("110105 19491231 002x", Answer::No),
        ("E44755584", Answer::Unknown),
        ("H13281116", Answer::Unknown),
        ("810000197101219937", Answer::Unknown),
        ("911124198108030024", Answer::Unknown),
    ] {
        assert_eq!(by_number(number), expected, "{number:?}");
    }
}

#[test]
fn questions_are_open_until_they_are_answered() {
    for (question, circumstance) in [(FieldId::Renamed, Circumstance::Renamed), (FieldId::FiledBefore, Circumstance::FiledBefore)]
    {
        assert_eq!(of(&draft(4, &[]), circumstance), Answer::Unknown);
        for answer in [true, false] {
            assert_eq!(of(&draft(4, &[(question, Value::Flag(answer))]), circumstance), Answer::from(answer));
        }
    }
    let services = Circumstance::Services { organisation: 30, individual: 10 };
    for (answer, expected) in [(true, Answer::Unknown), (false, Answer::No)] {
        assert_eq!(of(&draft(4, &[(FieldId::FiledBefore, Value::Flag(answer))]), services), expected);
    }
    let change = draft(4, &[(FieldId::FilingKind, "change".into())]);
    assert_eq!(of(&change, Circumstance::FiledBefore), Answer::Yes);
}

#[test]
fn a_sole_trader_is_told_by_the_credit_code() {
    for (code, expected) in [
        ("92510107MA000000XX", Answer::Yes),
        (" 92510107ma000000xx", Answer::Yes),
        ("91510107MA000000XX", Answer::No),
        ("92510107", Answer::No),
        ("", Answer::No),
    ] {
        let draft = draft(4, &[(FieldId::SubjectCertificateNumber, code.into())]);
        assert_eq!(of(&draft, Circumstance::SoleTrader), expected, "{code}");
        assert_eq!(of(&draft, Circumstance::SoleTraderAsIndividual), Answer::Unknown);
    }
}

#[test]
fn a_name_hints_and_a_text_says() {
    let named = draft(4, &[(FieldId::SubjectName, "河南虚构医疗教育（郑州）有限公司".into())]);
    assert_eq!(of(&named, Circumstance::NameSuggests(&["教育"])), Answer::Unknown);
    assert_eq!(of(&named, Circumstance::NameSuggests(&["艺术"])), Answer::No);
    assert_eq!(of(&named, Circumstance::TextsSay(&["艺术", "教育"])), Answer::Yes);
    assert_eq!(of(&named, Circumstance::TextsSay(&["艺术"])), Answer::No);
    assert_eq!(of(&named, Circumstance::NameSuggestsApproval(&[])), Answer::Unknown);
    assert_eq!(of(&named, Circumstance::NameSuggestsApproval(&["finance"])), Answer::No);
    assert_eq!(of(&named, Circumstance::Brackets), Answer::Yes);
    // An individual has no such name.
    let individual = draft(5, &[(FieldId::SubjectName, "教育（郑州）".into())]);
    assert_eq!(of(&individual, Circumstance::Brackets), Answer::No);
    assert_eq!(of(&individual, Circumstance::TextsSay(&["教育"])), Answer::No);
}

#[test]
fn words_of_trades_are_found_by_whoever_reads_texts() {
    let draft = draft(4, &[]);
    assert_eq!(of(&draft, Circumstance::TradeWord), Answer::Unknown);
    for found in [true, false] {
        let find = || found;
        let circumstances = Circumstances::of(&draft, None).finding_trade_words(&find);
        assert_eq!(circumstances.answer(Circumstance::TradeWord), Answer::from(found));
    }
}

#[test]
fn approvals_were_chosen_or_not() {
    for (kinds, chosen) in [(&[][..], false), (&[catalog::NONE_INVOLVED], false), (&[3], true)] {
        let rows = kinds.iter().map(|kind| Approval { kind: Some(*kind), ..Approval::default() }).collect();
        let draft = draft(4, &[(FieldId::PriorApprovals, Value::Approvals(rows))]);
        assert_eq!(of(&draft, Circumstance::ApprovalChosen), Answer::from(chosen), "{kinds:?}");
        assert_eq!(of(&draft, Circumstance::NoApprovalChosen), Answer::from(!chosen), "{kinds:?}");
    }
}

#[test]
fn an_age_is_known_from_a_sound_resident_id_on_a_day() {
    let draft = draft(5, &[(FieldId::ResponsiblePersonCertificateNumber, "11010519491231002X".into())]);
    let (old, young) = (Circumstance::Age { from: 70, to: 80 }, Circumstance::Age { from: 0, to: 17 });
    assert_eq!((of(&draft, old), of(&draft, young)), (Answer::Yes, Answer::No));
    assert_eq!(Circumstances::of(&draft, None).answer(old), Answer::Unknown);
    let mut passport = draft.clone();
    passport.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(catalog::HMT_OR_PASSPORT[0])));
    assert_eq!(of(&passport, old), Answer::Unknown);
}

#[test]
fn nobody_is_concerned_before_the_nature_is_known() {
    for (nature, answers) in [
        (None, [Answer::Unknown; 3]),
        (Some(99), [Answer::Unknown; 3]),
        (Some(4), [Answer::Yes, Answer::No, Answer::Yes]),
        (Some(5), [Answer::No, Answer::Yes, Answer::Yes]),
    ] {
        let mut draft = Draft::default();
        draft.set(FieldId::SubjectNature, nature.map(Value::Code));
        let circumstances = Circumstances::of(&draft, None);
        let asked = [Audience::Organisations, Audience::Individuals, Audience::Everyone].map(|one| circumstances.audience(one));
        assert_eq!(asked, answers, "{nature:?}");
    }
}
