//! Values that do not fit their field: of another kind, or not in the official list.

use crate::catalog::{self, filing_region};
use crate::filing::field::{List, WordList, table};
use crate::filing::{FieldId, Kind, Value};
use crate::identifiers::{date, moment};
use crate::rules::engine::{Arg, Column, Context, Finding, Message, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// What stands in the field is of another kind than the field: text where a list belongs, a number where a date does.
pub static VALUE_DOES_NOT_FIT: Rule = Rule {
    name: "value-does-not-fit",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: source::DRAFT_FORMAT,
    prevents: &[],
    title: text("内容的类型不对", "Value of the wrong kind"),
    what: text("草稿里的内容，类型要与这一项相符。", "The value must have the field's type."),
    why: text(
        "草稿可以用编辑器修改，类型改错了就读不出来。",
        "A draft can be edited by hand; a value of the wrong kind has no meaning.",
    ),
    fix: text("重新填写这一项。", "Fill in the field again."),
    messages: &[
        message(
            "choice",
            text("「{value}」不是列表里的编号。", "\"{value}\" is not a number from the list."),
            text("从列表里选。", "Choose from the list."),
        ),
        message(
            "word",
            text("「{value}」不在可选的几项里：{words}。", "\"{value}\" is none of the words it may be: {words}."),
            text("从列表里选。", "Choose from the list."),
        ),
        message(
            "choices",
            text("「{value}」不是一组编号。", "\"{value}\" is not a list of numbers."),
            text("从列表里选，如 [3, 4]。", "Choose from the list, e.g. [3, 4]."),
        ),
        message(
            "flag",
            text("「{value}」不是「是」或「否」。", "\"{value}\" is neither yes nor no."),
            text("选「是」或「否」（true 或 false）。", "Choose yes or no (true or false)."),
        ),
        message(
            "text",
            text("「{value}」不是文字。", "\"{value}\" is not text."),
            text("重新填写；草稿文件里要加引号。", "Fill it in again; in the file it needs quotes."),
        ),
        message(
            "region",
            text("「{value}」不是地区代码。", "\"{value}\" is not a region code."),
            text(
                "选到区县；草稿文件里写加引号的六位代码。",
                "Choose down to the district; in the file, a quoted six-digit code.",
            ),
        ),
        message(
            "date",
            text("「{value}」不是日期。", "\"{value}\" is not a date."),
            text("写成 2026-12-01 这样；草稿文件里要加引号。", "Write it like 2026-12-01; in the file it needs quotes."),
        ),
        message(
            "time",
            text("「{value}」不是时间。", "\"{value}\" is not a time."),
            text("写成 2026-11-23 10:42 这样，按北京时间。", "Write it like 2026-11-23 10:42, in China time."),
        ),
        message(
            "path",
            text("「{value}」不是文件路径。", "\"{value}\" is not a file path."),
            text("重新选文件。", "Choose the file again."),
        ),
        message(
            "paths",
            text("「{value}」不是一组文件路径。", "\"{value}\" is not a list of file paths."),
            text("重新选文件；草稿文件里写成 [\"a.jpg\"]。", "Choose the files again; in the file, write [\"a.jpg\"]."),
        ),
        message(
            "approvals",
            text("「{value}」不是前置审批的清单。", "\"{value}\" is not a list of prior approvals."),
            text("重新选前置审批项。", "Choose the prior approvals again."),
        ),
    ],
    wrong: case("subject.nature = '企业'", text("应填编号。", "The id is wanted.")),
    right: case("subject.nature = 4", text("4 是企业。", "4 is an enterprise.")),
    check: value_does_not_fit,
};

/// The entry is not in the official list.
pub static CHOICE_NOT_IN_LIST: Rule = Rule {
    name: "choice-not-in-list",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: &[
        FieldId::FilingKind,
        FieldId::RecordSource,
        FieldId::SubjectNature,
        FieldId::SubjectRegion,
        FieldId::ServiceContents,
        FieldId::PriorApprovals,
        FieldId::DeregistrationScope,
        FieldId::DeregistrationReason,
    ],
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("不在官方列表里", "Not in the official list"),
    what: text("所选的编号和代码都要在平台的列表里。", "Every id and code stands in the platform's list."),
    why: text("平台只收列表里的值。", "The platform accepts values of its lists only."),
    fix: text("从列表里重新选。", "Choose again from the list."),
    messages: &[
        message(
            "filing_kind",
            text("没有「{value}」这种备案类型。", "There is no kind of filing \"{value}\"."),
            text("选「新增」「变更」或「注销」。", "Choose new, change or deregister."),
        ),
        message(
            "scope",
            text("没有「{value}」这种注销范围。", "A deregistration cannot end \"{value}\"."),
            text("选「注销主体」「注销小程序」或「取消接入」。", "Choose the entity, the mini-program or the access."),
        ),
        message(
            "reason",
            text("没有编号为 {value} 的注销原因。", "There is no reason of a deregistration with id {value}."),
            text("选 1（不再运营）或 2（注销后重新备案）。", "Choose 1 (no longer operated) or 2 (to be filed again)."),
        ),
        message(
            "source",
            text("备案信息的来源不能是「{value}」。", "A record does not come from \"{value}\"."),
            text("选一种来源，或留空。", "Choose a source, or leave it empty."),
        ),
        message(
            "nature",
            text("没有编号为 {value} 的主体性质。", "There is no entity type with id {value}."),
            text("从列表里选。", "Choose from the list."),
        ),
        message(
            "region",
            text("平台的地区列表里没有 {value}。", "The platform's list of regions has no {value}."),
            text("从列表里选；没有所在的区县就选相邻的。", "Choose from the list; where the district is missing, its neighbour."),
        ),
        message(
            "region_above_district",
            text("「{value}」还没有选到区县。", "\"{value}\" is not a district."),
            text("继续选到区县。", "Go on down to the district."),
        ),
        message(
            "service_content",
            text("没有编号为 {value} 的服务内容。", "There is no service content with id {value}."),
            text("从列表里选。", "Choose from the list."),
        ),
        message(
            "service_group",
            text("「{value}」是一级分类，要选其中的二级类目。", "\"{value}\" is a group; only its entries can be chosen."),
            text("展开后选一项。", "Open it and choose one of its entries."),
        ),
        message(
            "prior_approval",
            text("没有编号为 {value} 的前置审批。", "There is no prior approval with id {value}."),
            text("从列表里选。", "Choose from the list."),
        ),
    ],
    wrong: case("mini_program.service_contents = [44, 9999]", text("列表里没有 9999。", "9999 is not in the list.")),
    right: case("mini_program.service_contents = [44, 45]", text("都在列表里。", "Both are in the list.")),
    check: choice_not_in_list,
};

fn value_does_not_fit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        let Some(value) = context.get(record.id) else { continue };
        if fits(record.kind, value) || !context.asks(record.id) {
            continue;
        }
        let finding =
            VALUE_DOES_NOT_FIT.finds(record.id).with_message(reason(record.kind)).with("value", Arg::Text(words(value)));
        let finding = match record.kind {
            Kind::Word(list) => finding.with("words", Arg::Text(list.words().join(", "))),
            _ => finding,
        };
        findings.push(match repaired(context, record.id, record.kind, value) {
            Some(value) => finding.with_fix_to(value),
            None => finding,
        });
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Word(_) | Kind::Text(_) | Kind::Region | Kind::Date(_) | Kind::Time | Kind::Picture => {
            matches!(value, Value::Text(_))
        }
        Kind::Choice(_) => matches!(value, Value::Code(_)),
        Kind::Choices(_) => matches!(value, Value::Codes(_)),
        Kind::Flag(_) => matches!(value, Value::Flag(_)),
        Kind::Pictures(_) | Kind::Videos(_) => matches!(value, Value::Paths(_)),
        Kind::Approvals => matches!(value, Value::Approvals(_)),
    }
}

fn reason(kind: Kind) -> &'static Message {
    match kind {
        Kind::Choice(_) => message_of!(VALUE_DOES_NOT_FIT, "choice"),
        Kind::Word(_) => message_of!(VALUE_DOES_NOT_FIT, "word"),
        Kind::Choices(_) => message_of!(VALUE_DOES_NOT_FIT, "choices"),
        Kind::Flag(_) => message_of!(VALUE_DOES_NOT_FIT, "flag"),
        Kind::Text(_) => message_of!(VALUE_DOES_NOT_FIT, "text"),
        Kind::Region => message_of!(VALUE_DOES_NOT_FIT, "region"),
        Kind::Date(_) => message_of!(VALUE_DOES_NOT_FIT, "date"),
        Kind::Time => message_of!(VALUE_DOES_NOT_FIT, "time"),
        Kind::Picture => message_of!(VALUE_DOES_NOT_FIT, "path"),
        Kind::Pictures(_) | Kind::Videos(_) => message_of!(VALUE_DOES_NOT_FIT, "paths"),
        Kind::Approvals => message_of!(VALUE_DOES_NOT_FIT, "approvals"),
    }
}

/// The value in its own words.
fn words(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Invalid(text) => text.clone(),
        Value::Code(code) => code.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Codes(codes) => codes.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
        Value::Paths(paths) => paths.join(", "),
        Value::Approvals(rows) => rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// What was certainly meant: a phone number written as a number, a date without quotes.
fn repaired(context: &Context<'_>, id: FieldId, kind: Kind, value: &Value) -> Option<Value> {
    let text = words(value);
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/'));
    let meant = match kind {
        Kind::Text(_) if plain => true,
        Kind::Date(_) => date::parse(&text).is_some(),
        Kind::Time => moment::parse(&text).is_some(),
        Kind::Region => filing_region::find(&text).is_some(),
        _ => false,
    };
    meant.then(|| context.normalised(id, &Value::Text(text)))
}

fn choice_not_in_list(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut report = |id: FieldId, message: &'static Message, value: Arg| {
        findings.push(CHOICE_NOT_IN_LIST.finds(id).with_message(message).with("value", value));
    };
    for record in table() {
        let Kind::Word(list) = record.kind else { continue };
        let Some(word) = context.typed(record.id).filter(|word| list.name(word).is_none()) else { continue };
        let message = match list {
            WordList::FilingKinds => message_of!(CHOICE_NOT_IN_LIST, "filing_kind"),
            WordList::Scopes => message_of!(CHOICE_NOT_IN_LIST, "scope"),
            WordList::Sources => message_of!(CHOICE_NOT_IN_LIST, "source"),
        };
        report(record.id, message, Arg::Text(word.to_owned()));
    }
    if let Some(reason) = context.code(FieldId::DeregistrationReason)
        && List::DeregistrationReasons.name(reason).is_none()
    {
        report(FieldId::DeregistrationReason, message_of!(CHOICE_NOT_IN_LIST, "reason"), Arg::Text(reason.to_string()));
    }
    if let Some(nature) = context.code(FieldId::SubjectNature)
        && catalog::nature(nature).is_none()
    {
        report(FieldId::SubjectNature, message_of!(CHOICE_NOT_IN_LIST, "nature"), Arg::Text(nature.to_string()));
    }
    if let Some(code) = context.typed(FieldId::SubjectRegion) {
        match filing_region::find(code.trim()) {
            None => report(FieldId::SubjectRegion, message_of!(CHOICE_NOT_IN_LIST, "region"), Arg::Text(code.to_owned())),
            Some(region) if region.level < 3 => {
                report(FieldId::SubjectRegion, message_of!(CHOICE_NOT_IN_LIST, "region_above_district"), Arg::regions(&[region]))
            }
            Some(_) => {}
        }
    }
    service_contents(context, findings);
    prior_approvals(context, findings);
}

fn service_contents(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, id) in context.codes(FieldId::ServiceContents).iter().enumerate() {
        let finding = CHOICE_NOT_IN_LIST.finds(FieldId::ServiceContents).at(row, None);
        match catalog::service_content(*id) {
            None => findings.push(
                finding.with_message(message_of!(CHOICE_NOT_IN_LIST, "service_content")).with("value", Arg::Text(id.to_string())),
            ),
            Some(group) if group.parent == 0 => {
                findings.push(
                    finding.with_message(message_of!(CHOICE_NOT_IN_LIST, "service_group")).with("value", Arg::Name(group.name)),
                );
            }
            Some(_) => {}
        }
    }
}

fn prior_approvals(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (row, approval) in context.approvals().iter().enumerate() {
        let Some(id) = approval.kind.filter(|id| catalog::prior_approval(*id).is_none()) else { continue };
        let finding = CHOICE_NOT_IN_LIST.finds(FieldId::PriorApprovals).at(row, Some(Column::Kind));
        findings.push(
            finding.with_message(message_of!(CHOICE_NOT_IN_LIST, "prior_approval")).with("value", Arg::Text(id.to_string())),
        );
    }
}
