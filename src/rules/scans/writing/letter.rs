//! Letters that say something else than the draft: made out for another bureau, another person, another entity.

use chrono::NaiveDate;

use super::offers::plain;
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::date::When;
use crate::reading::{DocumentKind, Reading, What};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::record::number::here;
use crate::rules::scans::file::{Scan, scans};
use crate::text::text;

/// What is read on a letter differs from what was entered. One letter is reported once for each of its matters.
pub static LETTER_SAYS_OTHERWISE: Rule = Rule {
    name: "letter-says-otherwise",
    topic: Topic::Material,
    severity: Severity::Warning,
    fields: FieldId::LETTERS,
    source: source::READ_ON_SCANS,
    prevents: &[Rejection::AuthorizationLetterFaulty, Rejection::AuthorizationLetterDate],
    title: text("函件与草稿不一致", "A letter differs from the draft"),
    what: text(
        "授权书、承诺书写给负责审核的通信管理局，上面的单位、人和证件号码就是所填的。",
        "Letters are addressed to the bureau that reviews the filing, and name the entity, the people and the numbers that are entered.",
    ),
    why: text("写错对象、姓名或号码的函件会被退回。", "A letter to another bureau, or with another name or number, is rejected."),
    fix: text(
        "重新出具；照片认错了就不必改。",
        "Have a new letter made out. If the picture was misread, nothing needs to change.",
    ),
    messages: &[
        message(
            "kind",
            text("{file} 看起来是{seen}，这里要的是函件。", "{file} seems to be this document: {seen}. A letter is wanted here."),
            text("换成对的图片。", "Attach the right picture."),
        ),
        message(
            "title",
            text(
                "{file} 的标题是「{seen}」，这里要的是「{wanted}」。",
                "{file} is titled \"{seen}\", but {wanted} is wanted here.",
            ),
            text("换成对的图片。", "Attach the right picture."),
        ),
        message(
            "bureau",
            text(
                "{file} 是写给{seen}通信管理局的，这份备案由{wanted}通信管理局审核。",
                "{file} is addressed to the bureau of {seen}, but this filing is reviewed in {wanted}.",
            ),
            text("重新出具一份写给{wanted}通信管理局的。", "Have one made out to the bureau of {wanted}."),
        ),
        message(
            "person",
            text("{file} 授权的是{seen}，所填的是{typed}。", "{file} authorises {seen}; entered is {typed}."),
            text(
                "换成授权{typed}的；姓名填错了就改姓名。",
                "Attach the one that authorises {typed}, or correct the name that is entered.",
            ),
        ),
        message(
            "number",
            text(
                "{file} 上的证件号码是 {seen}，没有所填的 {typed}。",
                "{file} has the ID number {seen}, and not the one that is entered, {typed}.",
            ),
            text(
                "号码写错了就重新出具，填错了就改号码。",
                "Have a new letter made out if its number is wrong; correct the number here otherwise.",
            ),
        ),
        message(
            "code",
            text(
                "{file} 上的统一社会信用代码是 {seen}，所填的是 {typed}。",
                "{file} has the unified social credit code {seen}; entered is {typed}.",
            ),
            text(
                "代码写错了就重新出具，填错了就改代码。",
                "Have a new letter made out if its code is wrong; correct the code here otherwise.",
            ),
        ),
        message(
            "day",
            text(
                "{file} 落款是 {seen}，比所填的最早日期 {typed} 早。",
                "{file} is dated {seen}, which is before the earliest date that is entered, {typed}.",
            ),
            text("把「函件落款日期」改成最早的那个。", "Enter the earliest date as the date of the letters."),
        ),
    ],
    wrong: case(
        "subject.region = '510107'\n\
         responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = false\n\
         responsible_person.authorization_letter = 'letter.jpg'\n\
         files.'letter.jpg' = { reads = { kind = 'letter', addressee = '云南省通信管理局' } }",
        text("四川的备案，授权书写给了云南。", "A filing in Sichuan, and a letter to Yunnan."),
    ),
    right: case(
        "subject.region = '510107'\n\
         responsible_person.name = '林小满'\n\
         responsible_person.is_legal_person = false\n\
         responsible_person.authorization_letter = 'letter.jpg'\n\
         files.'letter.jpg' = { reads = { kind = 'letter', addressee = '四川省通信管理局', authorised = '林小满' } }",
        text("写给四川省通信管理局，授权的是本人。", "Addressed to the bureau of Sichuan, and authorising this person."),
    ),
    check: letter_says_otherwise,
};

fn letter_says_otherwise(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let signed = scans(context).filter(|scan| FieldId::LETTERS.contains(&scan.id));
    for (scan, reading) in signed.filter_map(|scan| context.read_on(scan.facts).map(|reading| (scan, reading))) {
        match reading.kind {
            Some(DocumentKind::Letter) => findings.extend(differences(context, &scan, reading)),
            // What some province wants signed may look like a permit, and a change of name is proved by many a paper.
            None | Some(DocumentKind::Approval) => {}
            Some(_) if !FieldId::SIGNED.contains(&scan.id) => {}
            Some(other) => {
                let said = scan.finds(&LETTER_SAYS_OTHERWISE).with_message(message_of!(LETTER_SAYS_OTHERWISE, "kind"));
                findings.push(said.with("seen", Arg::Name(other.name())));
            }
        }
    }
}

fn differences(context: &Context<'_>, scan: &Scan<'_>, reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |message: &'static Message, seen: Arg, (name, other): (&'static str, Arg)| {
        found.push(scan.finds(&LETTER_SAYS_OTHERWISE).with_message(message).with("seen", seen).with(name, other));
    };
    if let (Some(seen), Some(wanted)) = (reading.bureau(), here(context))
        && seen != wanted
    {
        let wanted = ("wanted", Arg::Name(wanted.short));
        add(message_of!(LETTER_SAYS_OTHERWISE, "bureau"), Arg::Name(seen.short), wanted);
    }
    if let Some(title) = reading.sure(What::Title).filter(|seen| is_of_another_field(&seen.text, scan.id)) {
        add(message_of!(LETTER_SAYS_OTHERWISE, "title"), Arg::Text(title.text.clone()), ("wanted", Arg::Field(scan.id)));
    }
    // Of whom the letter is, as far as its field says it: an individual's are all of one person.
    let of_role = PersonField::find(scan.id).map(|(role, _)| role);
    let holder = of_role.or_else(|| context.is_individual().then_some(Role::ResponsiblePerson));
    let entered = |part: PersonField| {
        let text = context.text(context.person_field(holder?, part));
        (!is_blank(text)).then_some(text.trim())
    };
    let typed_as = |typed: &str| ("typed", Arg::Text(typed.to_owned()));
    if let (Some(_), Some(seen), Some(typed)) = (of_role, reading.sure(What::Authorised), entered(PersonField::Name))
        && plain(&seen.text) != plain(typed)
    {
        add(message_of!(LETTER_SAYS_OTHERWISE, "person"), Arg::Text(seen.text.clone()), typed_as(typed));
    }
    // A letter may name the legal representative's number, too; only where the person's own is missing is anything wrong. A number of another
    // form is not found among these.
    if let (Some(seen), Some(typed)) = (reading.sure(What::Numbers), entered(PersonField::CertificateNumber))
        && plain(typed).len() == EIGHTEEN
        && seen.text.split(' ').all(|other| other != plain(typed))
    {
        add(message_of!(LETTER_SAYS_OTHERWISE, "number"), Arg::Text(seen.text.replace(' ', " / ")), typed_as(typed));
    }
    let code = context.text(FieldId::SubjectCertificateNumber).trim();
    if let Some(seen) = reading.sure(What::CreditCode)
        && !context.is_individual()
        && plain(code).len() == EIGHTEEN
        && seen.text != plain(code)
    {
        add(message_of!(LETTER_SAYS_OTHERWISE, "code"), Arg::Text(seen.text.clone()), typed_as(code));
    }
    if let (Some(seen), Some(When::Day(typed))) = (reading.sure(What::LetterDay), context.when(FieldId::LettersDated))
        && let Ok(day) = seen.text.parse::<NaiveDate>()
        && day < typed
    {
        add(message_of!(LETTER_SAYS_OTHERWISE, "day"), Arg::Date(day), ("typed", Arg::Date(typed)));
    }
    found
}

/// Words in titles by which letters are told apart, each with the fields that it belongs into. Bureaus have forms with titles of their own: what
/// has none of these words may be any.
const TITLES: [(&str, &[FieldId]); 8] = [
    ("授权书", AUTHORISATIONS),
    ("委托书", AUTHORISATIONS),
    ("承诺书", COMMITMENTS),
    ("承诺函", COMMITMENTS),
    ("告知书", COMMITMENTS),
    ("更名", &[FieldId::NameChangeLetter]),
    ("名称变更", &[FieldId::NameChangeLetter]),
    ("变更登记", &[FieldId::NameChangeLetter]),
];
const AUTHORISATIONS: &[FieldId] = &[FieldId::ResponsiblePersonAuthorizationLetter, FieldId::OwnerAuthorizationLetter];
const COMMITMENTS: &[FieldId] =
    &[FieldId::CommitmentLetter, FieldId::AuthenticityCommitmentLetter, FieldId::AuthenticityResponsibilityLetter];

/// Whether a title says that a letter belongs into another field than this.
fn is_of_another_field(title: &str, field: FieldId) -> bool {
    let mut meant = TITLES.iter().filter(|(word, _)| title.contains(word)).peekable();
    meant.peek().is_some() && meant.all(|(_, fields)| !fields.contains(&field))
}

/// Places of a resident ID number and of a credit code.
const EIGHTEEN: usize = 18;
