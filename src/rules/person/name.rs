//! Names of people.

use crate::catalog;
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::person_name;
use crate::rules::engine::judge::Judged;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// A name cannot stand like this on the person's certificate.
pub static PERSON_NAME_INVALID: Rule = Rule {
    name: "person-name-invalid",
    topic: Topic::Name,
    severity: Severity::Error,
    fields: FieldId::PEOPLE,
    source: source::ETHNIC_NAMES_NOTICE,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("姓名不对", "Name is wrong"),
    what: text(
        "姓名要与证件一致：身份证上是汉字和间隔号「·」，护照等可用字母。",
        "Names are as on the ID document: ideographs and · on resident ID cards, letters on passports.",
    ),
    why: text("审核时姓名与证件逐字核对。", "Names are compared with the ID document character by character."),
    fix: text("照证件填写，不加称呼、括号和空格。", "As on the ID document, without titles, brackets or blanks."),
    messages: &[
        message(
            "dot_position",
            text("间隔号「·」的位置不对。", "The dot (·) is in the wrong place."),
            text("「·」只在两部分之间，一次一个。", "Write only one · between two parts."),
        ),
        message(
            "bad_char",
            text("有姓名里不会出现的字符「{character}」。", "It contains a character that names do not have: \"{character}\"."),
            text("照证件改。", "Correct it from the ID document."),
        ),
        message("too_long", text("姓名太长了。", "Too long."), text("只填一个人的姓名。", "Enter one person's name only.")),
        message(
            "too_short",
            text("姓名太短了。", "Too short."),
            text("照证件填全名。", "Enter the full name from the ID document."),
        ),
    ],
    wrong: case(
        "responsible_person.name = 'Zhang San'",
        text("用身份证备案，姓名却是拼音。", "In letters, with a resident ID card."),
    ),
    right: case("responsible_person.name = '测试丙'", text("与身份证一致。", "As on the card.")),
    check: person_name_invalid,
};

/// A name is possible, but rare.
pub static PERSON_NAME_UNUSUAL: Rule = Rule {
    name: "person-name-unusual",
    topic: Topic::Name,
    severity: Severity::Warning,
    fields: FieldId::PEOPLE,
    source: source::ETHNIC_NAMES_NOTICE,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("少见的姓名", "Unusual name"),
    what: text("姓名可能对，但少见。", "The name is possible, but rare."),
    why: text("确有少见的姓名，但多半是填错。", "Rare names exist, but slips are more common."),
    fix: text("对照证件再看一遍。", "Look at the ID document once more."),
    messages: &[
        message(
            "single_char",
            text("只有一个字。", "Only one character."),
            text("看看是不是漏了字。", "See whether a character is missing."),
        ),
        message(
            "long_name",
            text("超过 25 个字。", "More than 25 characters."),
            text("看看是不是多填了内容。", "See whether something else got in."),
        ),
        message(
            "private_use",
            text("有生僻字用的是自造码位，别的系统显示不出来。", "A rare character uses a private code that others cannot show."),
            text("用现在的输入法重新输入这个字。", "Type the same character with a current input method."),
        ),
    ],
    wrong: case("responsible_person.name = '测'", text("只有一个字，多半没有写全。", "One character: probably not all of it.")),
    right: case("responsible_person.name = '测试丙'", text("写全了。", "The whole name.")),
    check: person_name_unusual,
};

/// The names that are asked for, and whether they may be written in letters. The identity card has Chinese names only; other
/// certificates carry one of the two, and for the legal person nobody knows the certificate.
fn names<'a>(context: &Context<'a>) -> impl Iterator<Item = (FieldId, &'a str, bool)> {
    let own = Role::BOTH.into_iter().map(move |role| {
        let resident = context.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID);
        (PersonField::Name.of(role), !resident)
    });
    let all = [(FieldId::LegalPersonName, true)].into_iter().chain(own);
    all.filter_map(move |(id, letters)| context.typed(id).map(|text| (id, text, letters)))
}

/// Whether the name is in letters rather than in ideographs.
fn is_in_letters(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic()) && !text.chars().any(is_ideograph)
}

/// Ideographs in the wide sense; only to tell one script from the other.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3347F}' | '\u{3007}')
}

/// What a name in letters may hold.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.' | '’' | '‘')
}

fn person_name_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, letters) in names(context) {
        let in_letters = letters && is_in_letters(text);
        let latin = in_letters.then(|| person_name::check_latin(text));
        let Some(verdict) = latin.as_ref().or_else(|| context.person_name(field)) else { continue };
        let before = findings.len();
        Judged { field, verdict, suggestion: None }.refused(&PERSON_NAME_INVALID, findings);
        for finding in findings.iter_mut().skip(before).filter(|finding| finding.message.name == "bad_char") {
            let wrong = if in_letters { text.chars().find(|c| !is_letter(*c)) } else { person_name::offending_char(text) };
            finding.args.push(("character", Arg::Text(wrong.map(String::from).unwrap_or_default())));
        }
    }
}

fn person_name_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (field, text, letters) in names(context) {
        if letters && is_in_letters(text) {
            continue;
        }
        if let Some(verdict) = context.person_name(field) {
            Judged { field, verdict, suggestion: None }.unusual(&PERSON_NAME_UNUSUAL, findings);
        }
    }
}
