//! What reviewers ask on the phone, and the answers of the draft.

use crate::catalog::{self, filing_region, service_path};
use crate::filing::{Draft, FieldId, PersonField, Role};
use crate::text::{Lang, Text};

/// A question and what to answer.
pub struct Call {
    /// The question.
    pub question: String,
    /// The answers, one a person where both are asked.
    pub answers: Vec<String>,
}

/// The questions that the draft has answers to.
pub fn of(draft: &Draft, lang: Lang) -> Vec<Call> {
    let text = |id: FieldId| Some(draft.text(id).trim().to_owned()).filter(|text| !text.is_empty());
    let person = |role: Role, part: PersonField| text(draft.person_field(role, part));
    let roles: &[Role] = if draft.owner_is_another() { &Role::BOTH } else { &[Role::ResponsiblePerson] };
    let of_both = |part: PersonField| {
        let answers = roles.iter().filter_map(|role| {
            let name = person(*role, PersonField::Name).unwrap_or_default();
            person(*role, part).map(|answer| format!("{name} {answer}").trim().to_owned())
        });
        answers.collect::<Vec<_>>()
    };
    let subject =
        if draft.is_individual() { person(Role::ResponsiblePerson, PersonField::Name) } else { text(FieldId::SubjectName) };
    let number = if draft.is_individual() {
        person(Role::ResponsiblePerson, PersonField::CertificateNumber)
    } else {
        text(FieldId::SubjectCertificateNumber)
    };
    let contents: Vec<String> = draft
        .codes(FieldId::ServiceContents)
        .iter()
        .filter_map(|id| both(service_path(*id, true)?, service_path(*id, false)?, lang))
        .collect();
    let approvals = draft.approvals().iter().filter_map(|row| {
        let kind = row.kind.and_then(catalog::prior_approval)?;
        let name = both(kind.name.zh.to_owned(), kind.name.en.to_owned(), lang)?;
        Some(format!("{name} {}", row.number.trim()).trim().to_owned())
    });
    let region = Some(filing_region::full_name(draft.text(FieldId::SubjectRegion))).filter(|name| !name.is_empty());
    let address = text(FieldId::SubjectAddress).map(|address| format!("{}{address}", region.unwrap_or_default()));
    // The draft knows the numbers, and not whose they are.
    let emergency = roles.iter().filter_map(|role| {
        let number = person(*role, PersonField::EmergencyPhone)?;
        let name = person(*role, PersonField::Name).unwrap_or_default();
        Some(TO_FILL_IN.with(lang, &[("number", &number), ("name", &name)]))
    });
    let emergency = emergency.collect();
    let all = [
        (WHOSE, vec![subject, number].into_iter().flatten().collect()),
        (WHERE, address.into_iter().collect()),
        (NAME, text(FieldId::MiniProgramName).into_iter().collect()),
        (WHAT, text(FieldId::MiniProgramRemark).into_iter().collect()),
        (CONTENTS, contents),
        (APPROVALS, approvals.collect()),
        (KNOWS, of_both(PersonField::CertificateNumber)),
        (REACHED, of_both(PersonField::Mobile)),
        (EMERGENCY, emergency),
        (MAIL, of_both(PersonField::Email)),
        (ADMINISTRATOR, person(Role::Owner, PersonField::Name).into_iter().collect()),
    ];
    let answered = all.into_iter().filter(|(_, answers): &(Text, Vec<String>)| !answers.is_empty());
    answered.map(|(question, answers)| Call { question: asked(question, lang), answers }).collect()
}

/// A Chinese name, in English with its translation behind it: the call is in Chinese.
fn both(zh: String, en: String, lang: Lang) -> Option<String> {
    Some(if lang == Lang::En { format!("{zh} ({en})") } else { zh })
}

/// A question in the words of the caller, in English with its translation before it.
fn asked(question: Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => question.zh.to_owned(),
        Lang::En => format!("{} ({})", question.en, question.zh),
    }
}

const TO_FILL_IN: Text = Text::new(
    "{number}（{name}的应急联系电话）；是谁的，在这里写明：____________",
    "{number} (emergency number of {name}); write down here whose it is: ____________",
);
const WHOSE: Text = Text::new("备案主体叫什么，证件号码是多少？", "Who is the filing entity, and what is its number?");
const WHERE: Text = Text::new("在哪里办公或居住？", "Where is the office, or the home?");
const NAME: Text = Text::new("小程序叫什么？", "What is the mini-program called?");
const WHAT: Text = Text::new("小程序做什么，给谁用？", "What does it do, and for whom?");
const CONTENTS: Text = Text::new("选了哪些服务内容？", "Which service contents were chosen?");
const APPROVALS: Text = Text::new("涉及前置审批吗，批准文号是多少？", "Does it need a prior approval, and what is its number?");
const KNOWS: Text = Text::new(
    "是本人吗，知道这次备案吗？（会核对证件号码）",
    "Is it you, and do you know of this filing? (ID numbers are compared)",
);
const REACHED: Text = Text::new("手机号码是本人在用的吗？", "Is this mobile number your own?");
const EMERGENCY: Text = Text::new("应急联系电话是谁的，打得通吗？", "Whose is the emergency number, and is it answered?");
const MAIL: Text = Text::new("电子邮箱是哪个？", "What is the e-mail address?");
const ADMINISTRATOR: Text = Text::new("小程序的管理员是谁？", "Who is the administrator of the mini-program?");
