//! Ways to reach people that stand in the filings of two subjects: mobile and emergency numbers, mail.

use super::collisions::{about, own, same_subject};
use crate::filing::{FieldId, PersonField};
use crate::rules::engine::peers::{Person, Traits};
use crate::rules::engine::{Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// A number or a mail address stands in the drafts of two subjects.
pub static CONTACT_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "contact-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[
        FieldId::ResponsiblePersonMobile,
        FieldId::ResponsiblePersonEmergencyPhone,
        FieldId::ResponsiblePersonEmail,
        FieldId::OwnerMobile,
        FieldId::OwnerEmergencyPhone,
        FieldId::OwnerEmail,
    ],
    source: source::GUIDE_AND_VENDORS,
    prevents: &[Rejection::SharedMobile, Rejection::PhoneOfAnotherSubject],
    title: text("联系方式也在别的主体的草稿里", "Contact in the draft of another entity"),
    what: text(
        "手机号码、应急联系电话和邮箱只用在一个主体的备案里；一个主体的手机号码也不做另一个主体的应急联系电话。",
        "Mobile numbers, emergency numbers and mail addresses are used in the filings of one entity; the mobile number of one is not the emergency number of another either.",
    ),
    why: text(
        "有的地方核对号码和邮箱有没有出现在别的备案里，出现过就退回。",
        "Some bureaus check whether a number or an address is used in another filing, and reject it.",
    ),
    fix: text("两边各用各的。", "Use different ones."),
    messages: &[
        message(
            "mobile_is_emergency",
            text(
                "在「{drafts}」里是另一个主体的应急联系电话。",
                "In {drafts} it is the emergency number of another filing entity.",
            ),
            text("换一个手机号码，或改那边的应急联系电话。", "Use another number, or change the emergency number there."),
        ),
        message(
            "emergency_is_mobile",
            text("在「{drafts}」里是另一个主体的手机号码。", "In {drafts} it is a mobile number of another filing entity."),
            text("换一个应急联系电话。", "Use another emergency number."),
        ),
        message(
            "emergency",
            text(
                "在「{drafts}」里也是另一个主体的应急联系电话。",
                "In {drafts} it is the emergency number of another filing entity as well.",
            ),
            text("换一个应急联系电话，或确认当地允许。", "Use another, or make sure that the bureau allows it."),
        ),
        message(
            "mail",
            text(
                "在「{drafts}」里也是另一个主体的邮箱。",
                "In {drafts} it is the mail address of another filing entity as well.",
            ),
            text("换一个邮箱，或确认当地允许。", "Use another, or make sure that the bureau allows it."),
        ),
    ],
    wrong: case(
        "responsible_person.email = 'bing@example.com'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.responsible_person.emergency_phone = '17712340018'\n\
         beside.responsible_person.email = 'Bing@example.com'",
        text("两家单位填了同一个邮箱。", "Two organisations with one mail address."),
    ),
    right: case(
        "responsible_person.email = 'bing@example.com'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.responsible_person.emergency_phone = '17712340018'\n\
         beside.responsible_person.email = 'yi@example.com'",
        text("各用各的邮箱。", "An address each."),
    ),
    check: contact_in_another_draft,
};

/// Which contact of ours collides with which of another subject, and what is said then. Mobile against mobile has a rule of its own,
/// which also tells people from subjects.
static COLLISIONS: [(PersonField, PersonField, &Message); 4] = [
    (PersonField::Mobile, PersonField::EmergencyPhone, message_of!(CONTACT_IN_ANOTHER_DRAFT, "mobile_is_emergency")),
    (PersonField::EmergencyPhone, PersonField::Mobile, message_of!(CONTACT_IN_ANOTHER_DRAFT, "emergency_is_mobile")),
    (PersonField::EmergencyPhone, PersonField::EmergencyPhone, message_of!(CONTACT_IN_ANOTHER_DRAFT, "emergency")),
    (PersonField::Email, PersonField::Email, message_of!(CONTACT_IN_ANOTHER_DRAFT, "mail")),
];

/// A person may have a filing of their own and answer for one company, with one number and one address (`filing-rules.md` TEL-08).
fn is_the_same_person(me: &Traits, person: &Person, other: &Traits, theirs: &Person) -> bool {
    me.individual != other.individual && person.is(theirs) == Some(true)
}

fn contact_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    for person in &me.people {
        for (part, value) in person.contacts() {
            for (mine, their, message) in COLLISIONS.iter().filter(|(mine, ..)| *mine == part) {
                let reached = |other: &Traits| {
                    let there = other.people.iter().filter(|theirs| theirs.contacts().any(|(p, v)| p == *their && v == value));
                    there.into_iter().any(|theirs| !is_the_same_person(me, person, other, theirs))
                };
                let others = context.peers().with_contact(value).filter(|other| !same_subject(me, other) && reached(other));
                let finding = CONTACT_IN_ANOTHER_DRAFT.finds(mine.of(person.role)).with_message(message);
                findings.extend(about(finding, others));
            }
        }
    }
}
