//! What a change may change: something, and nothing that is fixed.

use crate::filing::change::{KEPT_HERE, is_masked};
use crate::filing::{FieldId, FilingKind, PersonField, Role};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Nothing differs from the record.
pub static CHANGE_CHANGES_NOTHING: Rule = Rule {
    name: "change-changes-nothing",
    topic: Topic::Status,
    severity: Severity::Error,
    fields: &[FieldId::FilingKind],
    source: source::VENDORS,
    prevents: &[],
    title: text("没有变更任何内容", "Nothing changes"),
    what: text("变更备案至少有一项与原备案不同。", "A change differs from the record in one thing at least."),
    why: text("与原备案相同的变更会被退回。", "A change that changes nothing is rejected."),
    fix: text("填写变化的那几项；没有变化就不用办。", "Enter what has changed; without a change, nothing is due."),
    messages: &[message(
        "",
        text("与原备案相比，没有任何变化。", "Nothing differs from what is on record."),
        text("填写变化的那几项。", "Enter what has changed."),
    )],
    wrong: case(
        "kind = 'change'\n\
         without = ['subject.name', 'subject.certificate.kind', 'subject.certificate.number', 'subject.certificate.address',\n\
         'subject.certificate.valid_until', 'subject.business_scope', 'subject.address', 'subject.remark',\n\
         'responsible_person.name', 'responsible_person.certificate.kind', 'responsible_person.certificate.number',\n\
         'responsible_person.certificate.valid_from', 'responsible_person.certificate.valid_until',\n\
         'responsible_person.mobile', 'responsible_person.emergency_phone', 'responsible_person.email',\n\
         'mini_program.service_contents', 'mini_program.prior_approvals', 'mini_program.remark']",
        text("没有填任何变化。", "Nothing is entered that differs."),
    ),
    right: case(
        "kind = 'change'\nrecord.responsible_person.mobile = '13012340003'\nresponsible_person.mobile = '13012340009'",
        text("换了手机号码。", "A new phone number."),
    ),
    check: change_changes_nothing,
};

/// What cannot be changed differs from the record: it is another filing.
pub static CHANGE_OF_WHAT_IS_FIXED: Rule = Rule {
    name: "change-of-what-is-fixed",
    topic: Topic::Status,
    severity: Severity::Error,
    fields: &[
        FieldId::SubjectNature,
        FieldId::SubjectRegion,
        FieldId::SubjectCertificateNumber,
        FieldId::ResponsiblePersonCertificateNumber,
    ],
    source: source::VENDORS,
    prevents: &[Rejection::FiledInAnotherProvince],
    title: text("这不是变更", "Not a change: a new filing is due"),
    what: text(
        "省份、主体证件号码和主体性质（个人或单位）不能变更。",
        "Province, the entity's certificate number, and whether it is a person or an organisation stay as they are.",
    ),
    why: text(
        "工信部按省份和证件号码认主体，变了就是另一个主体。",
        "The ministry identifies an entity by province and number: with others it is another entity.",
    ),
    fix: text(
        "先注销原备案（原因选「注销后重新备案」），注销完成后再新增备案。",
        "Deregister first (reason: to be filed again), and file again once that is through.",
    ),
    messages: &[
        message(
            "province",
            text("原备案在{old}，换省不能变更。", "On record in {old}: another province cannot be filed as a change."),
            text("先注销原备案，再在新的省份新增备案。", "Deregister first, then file in the new province."),
        ),
        message(
            "number",
            text(
                "主体的证件号码与原备案（{old}）不同，这是另一个主体。",
                "The entity's number is not the one on record ({old}): this is another entity.",
            ),
            text(
                "号码填错的改回来；确实换了主体的，先注销原备案，再新增备案。",
                "Correct it if it is a slip; for another entity deregister first, then file again.",
            ),
        ),
        message(
            "nature",
            text(
                "原备案的主体性质是「{old}」，个人和单位之间不能变更。",
                "On record as {old}: a person does not change into an organisation, nor back.",
            ),
            text("先注销原备案，再用新的主体新增备案。", "Deregister first, then file with the new entity."),
        ),
    ],
    wrong: case(
        "kind = 'change'\nrecord.subject.region = '440305'\nsubject.region = '510107'",
        text("从广东改到四川。", "From Guangdong to Sichuan."),
    ),
    right: case(
        "kind = 'change'\nrecord.subject.region = '510104'\nsubject.region = '510107'",
        text("同一个省里换了区。", "Another district of the same province."),
    ),
    check: change_of_what_is_fixed,
};

/// A value on record was emptied: to the platform that is no change.
pub static CHANGE_LEAVES_EMPTY: Rule = Rule {
    name: "change-leaves-empty",
    topic: Topic::Status,
    severity: Severity::Hint,
    fields: FieldId::ALL,
    source: source::VENDORS,
    prevents: &[],
    title: text("清空不算变更", "Clearing a value changes nothing"),
    what: text("变更里留空的内容，按原备案的内容不变。", "What a change leaves empty stays as it is on record."),
    why: text("变更只登记填了的新内容，空着的不在变更之列。", "A change lists new values; an empty field is not among them."),
    fix: text(
        "不想改就填回原备案的内容；确实要清空，提交时在公众平台上删掉。",
        "Enter what is on record to keep it; to have it removed, delete it in the console when you submit.",
    ),
    messages: &[message(
        "",
        text("这里空着，原备案有内容：空着不算变更，原来的内容不变。", "Empty here, and not on record: what is on record stays."),
        text(
            "不想改就填回去；确实要清空，提交时在公众平台上删掉。",
            "Enter it again to keep it; to have it removed, delete it in the console when you submit.",
        ),
    )],
    wrong: case(
        "kind = 'change'\nrecord.mini_program.remark = '面向公司的客户'\nwithout = ['mini_program.remark']",
        text("备注清空了，变更里却没有这一项。", "The remark was cleared, and the change does not contain it."),
    ),
    right: case(
        "kind = 'change'\nrecord.mini_program.remark = '面向公司的客户'\nmini_program.remark = '面向公司的员工'",
        text("备注改成了别的。", "The remark says something else."),
    ),
    check: change_leaves_empty,
};

fn is_change(context: &Context<'_>) -> bool {
    context.typed(FieldId::FilingKind).and_then(crate::catalog::Vocabulary::from_word) == Some(FilingKind::Change)
}

fn change_changes_nothing(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if is_change(context) && context.differences().is_empty() {
        findings.push(CHANGE_CHANGES_NOTHING.finds(FieldId::FilingKind));
    }
}

fn change_leaves_empty(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !is_change(context) {
        return;
    }
    let is_left =
        |id: &FieldId| id.field().is_recorded() && !KEPT_HERE.contains(id) && context.get(*id).is_none() && context.asks(*id);
    for id in FieldId::ALL.iter().copied().filter(is_left) {
        let old = context.recorded(id).filter(|old| !is_masked(old));
        findings.extend(old.map(|old| CHANGE_LEAVES_EMPTY.finds(id).with_fix_to(old.clone())));
    }
}

fn change_of_what_is_fixed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    use crate::catalog::{self, province::province};
    if !is_change(context) {
        return;
    }
    let individual = context.code(FieldId::SubjectNature) == Some(catalog::INDIVIDUAL);
    let number =
        if individual { PersonField::CertificateNumber.of(Role::ResponsiblePerson) } else { FieldId::SubjectCertificateNumber };
    for change in context.differences() {
        let Some(old) = change.old else { continue };
        let finding = CHANGE_OF_WHAT_IS_FIXED.finds(change.id);
        let text = |value: &crate::filing::Value| value.as_text().unwrap_or_default().trim().to_owned();
        match change.id {
            FieldId::SubjectRegion => {
                let (old, new) = (text(old), text(change.new));
                if old.get(..2) != new.get(..2) {
                    let name = province(&old).map_or(Arg::Text(old), |province| Arg::Name(province.short));
                    findings.push(finding.with_message(message_of!(CHANGE_OF_WHAT_IS_FIXED, "province")).with("old", name));
                }
            }
            FieldId::SubjectNature => {
                let of = |value: &crate::filing::Value| match value {
                    crate::filing::Value::Code(code) => Some(*code),
                    _ => None,
                };
                let (before, now) = (of(old), of(change.new));
                if (before == Some(catalog::INDIVIDUAL)) != (now == Some(catalog::INDIVIDUAL))
                    && let Some(nature) = before.and_then(catalog::nature)
                {
                    let finding = finding.with_message(message_of!(CHANGE_OF_WHAT_IS_FIXED, "nature"));
                    findings.push(finding.with("old", Arg::Name(nature.name)));
                }
            }
            id if id == number => {
                let finding = finding.with_message(message_of!(CHANGE_OF_WHAT_IS_FIXED, "number"));
                findings.push(finding.with("old", Arg::Text(text(old))));
            }
            _ => {}
        }
    }
}
