//! A change of a person of whom only a part changes: the name without the number, or the number without the name.

use std::sync::Arc;

use crate::filing::{FieldId, FilingKind, PersonField, Role, Stage, Value, change};
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Another name with the number on record, another number with the name, or another person with the phone of the one before.
pub static PERSON_CHANGED_IN_PART: Rule = Rule {
    name: "person-changed-in-part",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[
        FieldId::ResponsiblePersonName,
        FieldId::ResponsiblePersonCertificateNumber,
        FieldId::ResponsiblePersonCertificateValidUntil,
        FieldId::ResponsiblePersonMobile,
        FieldId::ResponsiblePersonEmergencyPhone,
        FieldId::ResponsiblePersonEmail,
        FieldId::OwnerName,
        FieldId::OwnerCertificateNumber,
        FieldId::OwnerCertificateValidUntil,
        FieldId::OwnerMobile,
        FieldId::OwnerEmergencyPhone,
        FieldId::OwnerEmail,
        FieldId::ResponsiblePersonAuthorizationLetter,
        FieldId::OwnerAuthorizationLetter,
    ],
    source: source::VENDORS,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("换人只换了一半", "Person changed only in part"),
    what: text(
        "换负责人时，姓名、证件号码和手机号码一起换。",
        "With another person the name, the certificate number and the mobile number all change.",
    ),
    why: text(
        "姓名、证件号码、手机号码要属于同一个人，否则实名核验不通过。",
        "Name, certificate number and mobile number must belong to one person, or the identity check fails.",
    ),
    fix: text("换了人就全部换成新的人的。", "Enter all of the new person's data."),
    messages: &[
        message(
            "name",
            text("姓名变了，证件号码还是原备案的（{old}）。", "Another name, but the certificate number on record ({old})."),
            text(
                "换了人的填新的人的证件号码；同一个人改名的不用改，准备好改名证明。",
                "Enter the new person's number; for the same person with a new name leave it, and have proof of the new name ready.",
            ),
        ),
        message(
            "number",
            text("证件号码变了，姓名还是原备案的「{old}」。", "Another certificate number, but the name on record, {old}."),
            text(
                "换了人的改姓名；同一个人换了证件种类的，核对证件种类。",
                "Change the name for another person; for the same person with another ID document, check its type.",
            ),
        ),
        message(
            "mobile",
            text("换了人，手机号码还是原来那位的（{old}）。", "Another person, but the previous person's mobile number ({old})."),
            text("填新的人本人的手机号码。", "Enter the new person's own number."),
        ),
        message(
            "emergency_phone",
            text("换了人，应急联系电话还是原来的（{old}）。", "Another person, but the previous emergency number ({old})."),
            text(
                "确认这个电话找得到新的负责人；原来是那位自己的另一个号码的，换掉。",
                "Make sure that it reaches the new person; if it was the other one's own second number, replace it.",
            ),
        ),
        message(
            "email",
            text("换了人，邮箱还是原来的（{old}）。", "Another person, but the previous e-mail address ({old})."),
            text(
                "公共邮箱可以不改；原来那位个人的邮箱，换成新的人的。",
                "A shared mailbox may stay; if it was the other person's own, enter the new person's.",
            ),
        ),
        message(
            "letter",
            text(
                "换了人，授权书还是「{drafts}」备案时的那一份。",
                "Another person, but the letter of authorisation of the filing on record, in {drafts}.",
            ),
            text("按新的人重新出具授权书。", "Have a letter made out for the new person."),
        ),
        message(
            "validity",
            text(
                "换了人，证件有效期还是原来那位的（至 {old}）。",
                "Another person, but the validity dates of the previous person's ID document (until {old}).",
            ),
            text("照新的人的证件填有效期自和有效期至。", "Enter both dates as the new person's ID document has them."),
        ),
    ],
    wrong: case(
        "kind = 'change'\n\
         record.responsible_person.name = '张三'\n\
         record.responsible_person.certificate.number = '51010719920712992X'\n\
         responsible_person.name = '李四'\n\
         responsible_person.certificate.number = '51010719920712992X'",
        text("负责人换成了李四，证件号码还是张三的。", "Li Si now answers for it, under the number of Zhang San."),
    ),
    right: case(
        "kind = 'change'\n\
         record.responsible_person.name = '张三'\n\
         record.responsible_person.certificate.number = '51010719920712992X'\n\
         record.responsible_person.mobile = '13012340009'\n\
         responsible_person.name = '李四'\n\
         responsible_person.certificate.number = '510104198811239961'",
        text("姓名、证件号码、手机号码都换了。", "Name, certificate number and mobile number are all new."),
    ),
    check: person_changed_in_part,
};

fn person_changed_in_part(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.kind() != FilingKind::Change {
        return;
    }
    for role in Role::BOTH {
        // An owner who is the responsible person is judged as that one.
        if role == Role::Owner && !context.owner_is_another() {
            continue;
        }
        let [name, number, mobile, from, until] = [
            PersonField::Name,
            PersonField::CertificateNumber,
            PersonField::Mobile,
            PersonField::ValidFrom,
            PersonField::ValidUntil,
        ]
        .map(|part| part_of(context, role, part));
        let finds = |part: PersonField| PERSON_CHANGED_IN_PART.finds(part.of(role));
        let old = |part: &Part| Arg::Text(part.old.clone());
        match (name.state, number.state) {
            (State::New, State::Same) => {
                let finding = finds(PersonField::CertificateNumber).with_message(message_of!(PERSON_CHANGED_IN_PART, "name"));
                findings.push(finding.with("old", old(&number)));
            }
            // An individual with another number is another subject, which another rule says.
            (State::Same, State::New) if !context.is_individual() => {
                let finding = finds(PersonField::Name).with_message(message_of!(PERSON_CHANGED_IN_PART, "number"));
                findings.push(finding.with("old", old(&name)));
            }
            (State::New, State::New) => {
                if mobile.state == State::Same {
                    let finding = finds(PersonField::Mobile).with_message(message_of!(PERSON_CHANGED_IN_PART, "mobile"));
                    findings.push(finding.with("old", old(&mobile)));
                }
                findings.extend(old_letter(context, role));
                // A company has one telephone and one mailbox, for whoever it is.
                for (part, message) in [
                    (PersonField::EmergencyPhone, message_of!(PERSON_CHANGED_IN_PART, "emergency_phone")),
                    (PersonField::Email, message_of!(PERSON_CHANGED_IN_PART, "email")),
                ] {
                    let kept = part_of(context, role, part);
                    if kept.state == State::Same && !kept.old.is_empty() {
                        let finding = finds(part).with_message(message).with_severity(Severity::Hint);
                        findings.push(finding.with("old", old(&kept)));
                    }
                }
                // Two people may share one of the dates, such as 长期, and hardly both.
                if (from.state, until.state) == (State::Same, State::Same) {
                    let place = finds(PersonField::ValidUntil);
                    let finding = place.with_message(message_of!(PERSON_CHANGED_IN_PART, "validity"));
                    findings.push(finding.with("old", old(&until)));
                }
            }
            _ => {}
        }
    }
}

/// A letter of authorisation that authorises the person of before: it is the one that the filing was made with.
fn old_letter(context: &Context<'_>, role: Role) -> Option<Finding> {
    let id = PersonField::AuthorizationLetter.of(role);
    // Once it is through, the filing on record has the new letter, too.
    if context.stage() == Stage::Filed {
        return None;
    }
    let letter = Mark::of(context.typed(id).filter(|_| context.asks(id))?.trim());
    let me = context.traits().filter(|me| !me.record.is_empty())?;
    let filed_with = |other: &&Traits| other.app_id == me.app_id && other.letters.contains(&letter);
    let drafts: Vec<Arc<str>> =
        context.peers().of_record(me.record).filter(filed_with).map(|one| Arc::clone(&one.label)).collect();
    let finding = PERSON_CHANGED_IN_PART.finds(id).with_message(message_of!(PERSON_CHANGED_IN_PART, "letter"));
    (!drafts.is_empty()).then(|| finding.with("drafts", Arg::Drafts(drafts)))
}

/// What a change says of one thing about a person.
struct Part {
    state: State,
    old: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// As it is on record: left out, or entered again.
    Same,
    /// Another one.
    New,
    /// Nothing is on record to compare it with.
    Unknown,
}

fn part_of(context: &Context<'_>, role: Role, part: PersonField) -> Part {
    let id = part.of(role);
    // Of an owner who was the responsible person, the record has the data there.
    let before = context.recorded(id).or_else(|| context.recorded(part.of(Role::ResponsiblePerson)));
    let old = before.and_then(Value::as_text).unwrap_or_default().trim().to_owned();
    let state = match (before, context.typed(id)) {
        (None, _) => State::Unknown,
        (Some(_), None) => State::Same,
        (Some(before), Some(new)) if change::fits_record(before, new) => State::Same,
        (Some(_), Some(_)) => State::New,
    };
    Part { state, old }
}
