use super::*;
use crate::filing::{Approval, Value};

const TODAY: &str = "2026-11-23";

/// A draft of this nature and region, with what is set.
fn draft(nature: u32, region: &str, values: &[(FieldId, Value)]) -> Draft {
    let mut draft = Draft::new(nature);
    draft.set(FieldId::SubjectRegion, Some(region.into()));
    for (id, value) in values {
        draft.set(*id, Some(value.clone()));
    }
    draft
}

fn list(draft: &Draft) -> Vec<RequiredMaterial> {
    checklist(draft, TODAY.parse().ok())
}

/// Paths of the last step and of letters, as far as they are wanted for sure.
fn wanted(draft: &Draft) -> Vec<&'static str> {
    let sure = list(draft).into_iter().filter(|one| one.requirement != Requirement::Perhaps);
    sure.map(|one| one.field.path()).filter(|path| !path.contains("certificate.")).collect()
}

const RESPONSIBLE: FieldId = FieldId::ResponsiblePersonCertificateNumber;

#[test]
fn every_row_names_a_field_that_holds_files() {
    for row in catalog::material::materials() {
        let field = FieldId::from_path(row.field)
            .unwrap_or_else(|| panic!("needed_materials.toml: no field is called {:?}; `beian fields` lists them", row.field));
        assert!(field.field().files.is_some(), "needed_materials.toml: {:?} takes no files", row.field);
    }
}

#[test]
fn provinces_ask_for_their_own() {
    let commitment = "materials.commitment_letter";
    let jiangsu =
        ["materials.promise_video", "materials.authenticity_responsibility_letter", "materials.authenticity_commitment_letter"];
    let cases: &[(u32, &str, &[&str])] = &[
        (4, "440305", &[commitment]),
        (5, "440305", &[commitment]),
        (4, "310101", &[commitment]),
        (5, "310101", &[]),
        (4, "320106", &jiangsu),
        (5, "320106", &jiangsu),
        (4, "650102", &["materials.party_building_confirmation_letter"]),
        (4, "510107", &[]),
        (11, "110105", &["materials.subject_other_materials"]),
        (4, "110105", &[]),
        (3, "150102", &["materials.subject_other_materials"]),
        (2, "360102", &["materials.subject_other_materials"]),
        (4, "", &[]),
    ];
    for (nature, region, expected) in cases {
        assert_eq!(wanted(&draft(*nature, region, &[])), *expected, "{nature} {region}");
    }
}

#[test]
fn letters_follow_who_is_who() {
    let not_legal = (FieldId::IsLegalPerson, Value::Flag(false));
    let both = ["responsible_person.authorization_letter", "owner.authorization_letter"];
    assert_eq!(wanted(&draft(4, "510107", std::slice::from_ref(&not_legal))), both);
    let beijing = draft(4, "110105", &[not_legal]);
    assert!(list(&beijing).iter().any(|one| one.rule == Some("bj-01") && one.requirement == Requirement::Expected));
    let owner = (FieldId::SameAsResponsiblePerson, Value::Flag(false));
    let shanghai = draft(4, "310101", &[owner]);
    let letters: Vec<_> = list(&shanghai).into_iter().filter(|one| one.field == FieldId::OwnerAuthorizationLetter).collect();
    assert_eq!(letters.len(), 1, "the province's form takes the place of the nationwide one");
    assert_eq!((letters[0].rule, letters[0].requirement), (Some("sh-04"), Requirement::Required));
}

#[test]
fn an_identity_card_from_elsewhere_asks_for_proof() {
    let card = |number: &str| [(RESPONSIBLE, Value::from(number))];
    let permit = FieldId::SubjectResidencePermit;
    let of = |region: &str, number: &str| {
        list(&draft(5, region, &card(number)))
            .into_iter()
            .filter(|one| one.reason() == Circumstance::IdFromAnotherProvince)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("440305", "440305199001010011"), []);
    let found = of("440305", "110105199003079919");
    assert_eq!(
        found.iter().map(|one| (one.field, one.rule, one.requirement)).collect::<Vec<_>>(),
        [(permit, Some("gd-05"), Requirement::Expected)]
    );
    // A province without a rule of its own has the platform's.
    assert_eq!(of("120101", "110105199003079919").iter().map(|one| one.rule).collect::<Vec<_>>(), [None]);
    assert_eq!(of("310101", "110105199003079919").len(), 2, "Shanghai wants the permit's status too");
}

#[test]
fn the_legal_person_in_inner_mongolia_is_photographed_with_a_foreign_card_only() {
    let holding = |number: &str| {
        let values = [(FieldId::ResponsiblePersonCertificateKind, Value::Code(2)), (RESPONSIBLE, number.into())];
        wanted(&draft(4, "150102", &values)).contains(&"materials.holding_certificate_photo")
    };
    assert!(holding("110105199003079919"));
    assert!(!holding("150102199003079919") && !holding("") && !holding("张三"));
}

#[test]
fn ages_are_counted_as_of_the_day() {
    let at = |region: &str, number: &str, today: Option<&str>| {
        let values = [(FieldId::ResponsiblePersonCertificateKind, Value::Code(2)), (RESPONSIBLE, number.into())];
        let today = today.map(|day| day.parse().unwrap());
        checklist(&draft(5, region, &values), today).iter().any(|one| matches!(one.reason(), Circumstance::Age { .. }))
    };
    // 17 years old in November 2026, 18 from 7 March 2027.
    let young = "440305200903070018";
    let young = format!("{}{}", &young[..17], crate::identifiers::check_chars::mod_11_2(&young[..17]).unwrap());
    assert!(at("440305", &young, Some(TODAY)), "{young}");
    assert!(!at("440305", &young, Some("2027-03-07")) && !at("440305", &young, None));
}

#[test]
fn approvals_bring_a_document_each_and_spare_the_letter() {
    let named = (FieldId::SubjectName, Value::from("河南虚构医疗教育有限公司"));
    let letter = |draft: &Draft| list(draft).iter().any(|one| one.letter == Some(Letter::NoApproval));
    let without = draft(4, "410102", std::slice::from_ref(&named));
    assert!(letter(&without) && list(&without).iter().all(|one| one.letter.is_none() || one.requirement == Requirement::Perhaps));
    let rows = |kinds: &[u32]| {
        Value::Approvals(kinds.iter().map(|kind| Approval { kind: Some(*kind), ..Approval::default() }).collect())
    };
    let with = draft(4, "410102", &[named, (FieldId::PriorApprovals, rows(&[3, 4]))]);
    assert!(!letter(&with));
    assert_eq!(list(&with).iter().filter_map(|one| one.row).collect::<Vec<_>>(), [0, 1]);
    let none = draft(4, "510107", &[(FieldId::PriorApprovals, rows(&[catalog::NONE_INVOLVED]))]);
    assert!(list(&none).iter().all(|one| one.row.is_none()));
}

#[test]
fn what_the_draft_cannot_tell_is_only_perhaps() {
    let hunan = draft(4, "430102", &[]);
    let proposal = list(&hunan).into_iter().find(|one| one.field == FieldId::ConstructionProposal).unwrap();
    assert_eq!((proposal.requirement, proposal.rule), (Requirement::Perhaps, Some("hn-01")));
    assert_eq!(hunan.need(FieldId::ConstructionProposal), Need::Optional);
    let sichuan = draft(4, "510107", &[]);
    assert!(list(&sichuan).iter().any(|one| one.field == FieldId::CommitmentLetter && one.requirement == Requirement::Perhaps));
}

#[test]
fn answers_turn_perhaps_into_yes_or_no() {
    let of = |region: &str, answer: FieldId, value: Option<bool>, field: FieldId| {
        let mut draft = draft(4, region, &[]);
        draft.set(answer, value.map(Value::Flag));
        list(&draft).into_iter().find(|one| one.field == field).map(|one| one.requirement)
    };
    let (renamed, letter) = (FieldId::Renamed, FieldId::NameChangeLetter);
    assert_eq!(of("440305", renamed, None, letter), Some(Requirement::Perhaps));
    assert_eq!(of("440305", renamed, Some(true), letter), Some(Requirement::Expected));
    assert_eq!(of("440305", renamed, Some(false), letter), None);
    let (before, proposal) = (FieldId::FiledBefore, FieldId::ConstructionProposal);
    assert_eq!(of("430102", before, Some(true), proposal), Some(Requirement::Perhaps));
    assert_eq!(of("430102", before, Some(false), proposal), None);
}

#[test]
fn the_field_table_asks_for_the_same() {
    for region in ["440305", "310101", "320106", "650102", "510107", "150102", ""] {
        for nature in [3, 4, 5, 11] {
            let draft = draft(nature, region, &[]);
            for id in FieldId::ALL.iter().filter(|id| id.field().section == crate::filing::Section::Materials) {
                let expected =
                    checklist(&draft, None).iter().any(|one| one.field == *id && one.requirement == Requirement::Expected);
                assert_eq!(draft.need(*id) == Need::Expected, expected, "{nature} {region} {}", id.path());
            }
        }
    }
}

#[test]
fn a_filing_that_ends_needs_nothing_of_a_province() {
    let mut draft = draft(4, "320106", &[]);
    draft.set(FieldId::FilingKind, Some("deregister".into()));
    assert!(list(&draft).iter().all(|one| one.rule.is_none()));
}
