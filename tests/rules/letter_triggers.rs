//! What triggers the rule about what letters say, and what does not.

use beian::filing::FieldId as F;

use super::drafts::{Case, FIRST, LEGAL, SECOND, company, individual, picture, three_people};
use super::triggers::Trigger;

const RULE: &str = "letter-says-otherwise";
const LETTER: F = F::OwnerAuthorizationLetter;

/// A letter in a field that says this.
fn letter(case: &mut Case, field: F, says: &str) {
    case.file(field, "scans/read.jpg", picture().with_sha256("read"));
    let says = format!("kind = 'letter'\n{says}");
    case.readings.insert("read", super::case_files::reading(super::case::Part::parse("a letter", &says)));
}

pub static LETTER_TRIGGERS: &[Trigger] = &[
    (
        RULE,
        "kind",
        three_people,
        |c| {
            letter(c, LETTER, "");
            c.readings.insert("read", super::case_files::reading(super::case::Part::parse("a card", "kind = 'resident_id'")));
        },
        LETTER,
    ),
    (RULE, "title", three_people, |c| letter(c, LETTER, "title = '互联网信息服务备案承诺书'"), LETTER),
    (RULE, "title", three_people, |c| letter(c, LETTER, "title = '主体名称变更说明'"), LETTER),
    (RULE, "title", individual, |c| letter(c, F::CommitmentLetter, "title = '小程序负责人授权书'"), F::CommitmentLetter),
    (RULE, "bureau", three_people, |c| letter(c, LETTER, "addressee = '云南省通信管理局'"), LETTER),
    (
        RULE,
        "bureau",
        company,
        |c| {
            c.set(F::Renamed, beian::filing::Value::Flag(true));
            letter(c, F::NameChangeLetter, "addressee = '云南省通信管理局'");
        },
        F::NameChangeLetter,
    ),
    (RULE, "person", three_people, |c| letter(c, LETTER, "authorised = '测试丙'"), LETTER),
    (RULE, "number", three_people, |c| letter(c, LETTER, &format!("numbers = '{LEGAL} {FIRST}'")), LETTER),
    (RULE, "number", individual, |c| letter(c, F::CommitmentLetter, &format!("numbers = '{SECOND}'")), F::CommitmentLetter),
    (RULE, "code", three_people, |c| letter(c, LETTER, "credit_code = '91110105MA0000015F'"), LETTER),
    (
        RULE,
        "day",
        three_people,
        |c| {
            letter(c, LETTER, "letter_day = '2026-10-20'");
            c.set(F::LettersDated, "2026-11-20");
        },
        LETTER,
    ),
];

#[test]
fn what_fits_is_not_reported() {
    /// What is shown, the draft, the field of the letter and what is read on it.
    type Fitting = (&'static str, fn() -> Case, F, String);
    let fitting: &[Fitting] = &[
        (
            "all that fits",
            three_people,
            LETTER,
            format!(
                "addressee = '四川省通信管理局'\nauthorised = '测试戊'\nnumbers = '{LEGAL} {SECOND}'\ncredit_code = '91510107MA0000007C'\n\
             letter_day = '2026-11-20'"
            ),
        ),
        ("a title of its own", three_people, LETTER, "title = '备案授权委托书'".into()),
        ("a title that nobody knows", three_people, LETTER, "title = '情况说明'".into()),
        ("a bureau's own form", individual, F::CommitmentLetter, "title = '网站备案信息真实性责任告知书'".into()),
        ("a commitment in an authorisation", three_people, LETTER, "title = '授权书及承诺书'".into()),
        ("a later letter than the earliest", three_people, LETTER, "letter_day = '2026-11-22'".into()),
        (
            "nothing that is sure",
            three_people,
            LETTER,
            "certainty = 'doubtful'\naddressee = '云南省通信管理局'\nauthorised = '测试丙'".into(),
        ),
        ("no bureau by its name", three_people, LETTER, "addressee = '省通信管理局'".into()),
        (
            "an entity's commitment with the number of whoever signs",
            company,
            F::CommitmentLetter,
            format!("numbers = '{SECOND}'"),
        ),
        ("an individual's own", individual, F::CommitmentLetter, format!("numbers = '{FIRST}'\nauthorised = '测试戊'")),
        (
            "an individual's letter with an employer's code",
            individual,
            F::CommitmentLetter,
            "credit_code = '91110105MA0000015F'".into(),
        ),
    ];
    for (what, start, field, says) in fitting {
        let mut case = start();
        if field == &LETTER {
            case.set(F::LettersDated, "2026-11-20");
        }
        letter(&mut case, *field, says);
        let said: Vec<_> = case.findings().into_iter().filter(|finding| finding.rule.name == RULE).collect();
        assert!(said.is_empty(), "{what}: {said:?}");
    }
}
