//! Who receives the code of a deregistration.

use crate::filing::change::fits_record;
use crate::filing::deregistration::receiver_on_record;
use crate::filing::{FieldId, PersonField, Value};
use crate::rules::engine::inputs::Inputs;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Another person is named than the one who receives the code for what ends.
pub static CODE_RECEIVER_DIFFERS: Rule = Rule {
    name: "code-receiver-differs",
    topic: Topic::Status,
    severity: Severity::Warning,
    fields: &[FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone],
    source: source::WECHAT_CANCEL,
    prevents: &[],
    title: text("接收验证码的人不对", "The code goes to someone else"),
    what: text(
        "注销主体的验证码发给备案里的主体负责人，注销小程序的发给备案里的小程序负责人。",
        "The code goes to the responsible person on record for the entity, and to the mini-program contact for a mini-program.",
    ),
    why: text("24 小时内没有核验，注销就作废。", "If the code is not entered within 24 hours, the deregistration lapses."),
    fix: text(
        "写备案里的那个人；换了人或号码的，先办变更。",
        "Name the person on record; file a change first if that is another.",
    ),
    messages: &[
        message(
            "person",
            text("验证码会发给备案里的「{who}」。", "The code goes to {who}, who is on record."),
            text("写这个人；已经换人的，先办变更备案。", "Name this person; if it is someone else by now, file a change first."),
        ),
        message(
            "phone",
            text("验证码会发到备案里的号码 {phone}。", "The code goes to {phone}, which is on record."),
            text(
                "写这个号码；已经停用的，先办变更备案。",
                "Enter this number; if it is not in use any more, file a change first.",
            ),
        ),
    ],
    wrong: case(
        "kind = 'deregister'\nrecord.responsible_person.name = '张三'\nderegistration.scope = 'subject'\n\
         deregistration.code_receiver = '李四'",
        text("注销主体，验证码发给主体负责人张三，不是李四。", "The entity ends: the code goes to Zhang San, not to Li Si."),
    ),
    right: case(
        "kind = 'deregister'\nrecord.responsible_person.name = '张三'\nderegistration.scope = 'subject'\n\
         deregistration.code_receiver = '张三'",
        text("写的就是主体负责人。", "It is the responsible person."),
    ),
    check: code_receiver_differs,
};

/// What says who receives the code.
pub(in crate::rules) const RECEIVER: Inputs = Inputs::fields(&[
    FieldId::DeregistrationScope,
    FieldId::SameAsResponsiblePerson,
    FieldId::ResponsiblePersonName,
    FieldId::ResponsiblePersonMobile,
    FieldId::OwnerName,
    FieldId::OwnerMobile,
]);

fn code_receiver_differs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let draft = context.whole(RECEIVER);
    for (id, part, name, blank) in [
        (FieldId::DeregistrationCodeReceiver, PersonField::Name, message_of!(CODE_RECEIVER_DIFFERS, "person"), "who"),
        (FieldId::DeregistrationCodePhone, PersonField::Mobile, message_of!(CODE_RECEIVER_DIFFERS, "phone"), "phone"),
    ] {
        let (Some(recorded), Some(typed)) = (receiver_on_record(draft, part), context.typed(id)) else { continue };
        if !fits_record(recorded, typed) {
            let on_record = Arg::Text(Value::as_text(recorded).unwrap_or_default().to_owned());
            findings.push(CODE_RECEIVER_DIFFERS.finds(id).with_message(name).with(blank, on_record));
        }
    }
}
