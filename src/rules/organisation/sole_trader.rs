//! Sole traders (个体工商户) without a trade name: their licences print stars, 无 or nothing where the name should be
//! (`filing-rules.md` section 3.11).

use crate::catalog::Circumstance;
use crate::catalog::province::{ProvinceRule, Test};
use crate::filing::{FieldId, Value};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::concerns::holds;
use crate::rules::province::{clause, here, rows, says, weight};
use crate::text::text;

/// A sole trader has no trade name, and what the province wants in its place is not there.
pub static SOLE_TRADER_WITHOUT_TRADE_NAME: Rule = Rule {
    name: "sole-trader-without-trade-name",
    topic: Topic::Name,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectName, FieldId::SubjectRemark],
    source: source::VENDORS_BUREAUS,
    prevents: &[Rejection::SubjectDiffersFromAccount],
    title: text("个体工商户没有字号", "Sole trader without a trade name"),
    what: text(
        "信用代码以 92 开头的是个体工商户。执照上的名称是「*****」「无」或空的，没有字号：各省对主体名称的要求不同。",
        "A credit code beginning with 92 is a sole trader's. A licence that prints *****, 无 or nothing has no trade name: provinces differ on what the filing entity is called then.",
    ),
    why: text(
        "照抄占位符号会被退回；有的省要求先取得字号，有的要求按个人备案。",
        "Copied stars are rejected; some provinces require a trade name first, others a filing as an individual.",
    ),
    fix: text(
        "照备案省份的要求填主体名称；账号的认证主体也要一致。",
        "Enter the name as the province asks for it; the verified account must agree.",
    ),
    messages: &[
        message(
            "stands_in",
            text(
                "「{value}」表示执照上没有字号，不是主体名称。",
                "\"{value}\" says that the licence has no trade name; it is not the filing entity's name.",
            ),
            text(
                "填经营者的姓名，并与账号的认证主体一致；当地的要求先问通管局。",
                "Enter the operator's name, as the account was verified; ask the bureau what else it wants.",
            ),
        ),
        message(
            "named",
            text("执照上没有字号。{province}：{asked}。", "The licence has no trade name. {province}: {asked}."),
            text("照要求填主体名称，并与账号的认证主体一致。", "Enter the name like that; the verified account must agree."),
        ),
        message(
            "required",
            text("执照上没有字号。{province}：{asked}。", "The licence has no trade name. {province}: {asked}."),
            text(
                "先到登记机关取得字号，换了执照再备案；做不到的先问当地通管局。",
                "Register a trade name first and file with the new licence; otherwise ask the bureau.",
            ),
        ),
        message(
            "individual",
            text("执照上没有字号。{province}：{asked}。", "The licence has no trade name. {province}: {asked}."),
            text(
                "账号是个人主体的改按个人备案；账号以个体工商户认证的，先问当地通管局。",
                "File as an individual if the account is one; if it was verified as a sole trader, ask the bureau first.",
            ),
        ),
        message(
            "remark",
            text(
                "备注里还没有说明没有字号。{province}：{asked}。",
                "The remark does not say that there is no trade name. {province}: {asked}.",
            ),
            text("在主体备注里补上一句。", "Add a sentence to the remark on the entity."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '92330102MA0000007U'\n\
         subject.certificate.address = '浙江省杭州市上城区虚构街88号示例中心8层801室'\n\
         subject.region = '330102'\n\
         subject.name = '*****'",
        text("照执照抄了星号。", "The stars on the licence were copied."),
    ),
    right: case(
        "subject.certificate.number = '92330102MA0000007U'\n\
         subject.certificate.address = '浙江省杭州市上城区虚构街88号示例中心8层801室'\n\
         subject.region = '330102'\n\
         subject.name = '杭州上城虚构修车铺'",
        text("执照上的字号。", "The trade name on the licence."),
    ),
    check: sole_trader_without_trade_name,
};

/// Whether what stands for the filing entity's name is only what a sole trader's licence prints instead of one.
pub(in crate::rules) fn stands_in(context: &Context<'_>) -> bool {
    context.normal(FieldId::SubjectName).is_some_and(is_stand_in) && holds(context, &[Circumstance::SoleTrader])
}

/// Whether a sole trader goes by the operator's name.
pub(in crate::rules) fn goes_by_operator(context: &Context<'_>) -> bool {
    let (Some(name), Some(operator)) = (context.normal(FieldId::SubjectName), operator(context)) else { return false };
    is_operator(name, operator) && holds(context, &[Circumstance::SoleTrader])
}

/// What licences print where there is no name: stars, dashes, 无, 空.
fn is_stand_in(name: &str) -> bool {
    const WORDS: [&str; 9] = ["无", "空", "无名称", "无字号", "没有", "没有字号", "未起字号", "无名", "未命名"];
    let bare: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let is_mark = |c: char| matches!(c, '*' | '＊' | '※' | '-' | '－' | '—' | '–' | '/' | '／' | '\\' | '×' | '.' | '_' | '＿');
    !bare.is_empty() && (bare.chars().all(is_mark) || WORDS.contains(&bare.as_str()))
}

/// Whether a name is the operator's, with or without what people put around it.
fn is_operator(name: &str, operator: &str) -> bool {
    let bare = name.trim_start_matches("个体工商户").trim_start_matches("个体户");
    let bare = bare.split(['（', '(']).next().unwrap_or(bare);
    bare.trim() == operator
}

/// The operator: the legal representative of the licence.
fn operator<'a>(context: &Context<'a>) -> Option<&'a str> {
    let field = if context.flag(FieldId::IsLegalPerson) { FieldId::ResponsiblePersonName } else { FieldId::LegalPersonName };
    context.typed(field).map(str::trim).filter(|name| !is_blank(name))
}

fn sole_trader_without_trade_name(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !holds(context, &[Circumstance::SoleTrader]) {
        return;
    }
    let Some(name) = context.normal(FieldId::SubjectName) else { return };
    let (operator, stands_in) = (operator(context), is_stand_in(name));
    if !stands_in && !operator.is_some_and(|operator| is_operator(name, operator)) {
        return;
    }
    let rule = &SOLE_TRADER_WITHOUT_TRADE_NAME;
    let rows = rows(context, rule);
    let found = findings.len();
    for row in &rows {
        for test in row.tests {
            let Test::TradeName { required, individual, name: wanted, remark } = *test else { continue };
            let wanted = operator.filter(|_| !wanted.is_empty()).map(|operator| wanted.replace("{operator}", operator));
            match () {
                () if required => findings.extend(read(context, row, message_of!(SOLE_TRADER_WITHOUT_TRADE_NAME, "required"))),
                () if individual => {
                    findings.extend(read(context, row, message_of!(SOLE_TRADER_WITHOUT_TRADE_NAME, "individual")))
                }
                () if wanted.as_deref() == Some(name) => findings.extend(unsaid(context, row, remark, operator)),
                () => {
                    let finding = read(context, row, message_of!(SOLE_TRADER_WITHOUT_TRADE_NAME, "named"));
                    findings.extend(match wanted {
                        Some(wanted) => finding.map(|finding| finding.with_fix_to(Value::Text(wanted))),
                        None => finding,
                    });
                }
            }
        }
    }
    if stands_in && findings.len() == found {
        let value = context.typed(FieldId::SubjectName).unwrap_or_default();
        let finding = rule.finds(FieldId::SubjectName).with("value", Arg::Text(value.to_owned()));
        findings.push(match operator {
            Some(operator) => finding.with_fix_to(Value::Text(operator.to_owned())),
            None => finding,
        });
    }
}

/// A row read out at the name.
fn read(context: &Context<'_>, row: &ProvinceRule, message: &'static Message) -> Option<Finding> {
    let finding = says(&SOLE_TRADER_WITHOUT_TRADE_NAME, FieldId::SubjectName, here(context)?);
    Some(finding.with_message(message).with_severity(weight(row).max(Severity::Warning)).with("asked", Arg::Name(clause(row))))
}

/// What a remark should say and does not.
fn unsaid(
    context: &Context<'_>,
    row: &ProvinceRule,
    needs: &'static [&'static [&'static str]],
    operator: Option<&str>,
) -> Option<Finding> {
    let remarks = [FieldId::SubjectRemark, FieldId::MiniProgramRemark].map(|id| context.normal(id).unwrap_or_default());
    let says = |words: &[&str]| words.iter().any(|word| remarks.iter().any(|remark| remark.contains(word)));
    if needs.iter().all(|words| says(words)) {
        return None;
    }
    let mut finding = read(context, row, message_of!(SOLE_TRADER_WITHOUT_TRADE_NAME, "remark"))?;
    finding.field = FieldId::SubjectRemark;
    let sentence = format!("本个体工商户的执照上没有字号，经营者为{}。", operator?);
    let before = context.typed(FieldId::SubjectRemark).map(str::trim).unwrap_or_default();
    Some(finding.with_fix_to(Value::Text(format!("{before}{sentence}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_for_a_name() {
        for (name, is) in [
            ("*****", true),
            ("＊＊＊", true),
            ("* * *", true),
            ("无", true),
            ("空", true),
            ("——", true),
            ("/", true),
            ("无字号", true),
            ("", false),
            ("无锡虚构小吃店", false),
            ("测试丙", false),
            ("*虚构店*", false),
        ] {
            assert_eq!(is_stand_in(name), is, "{name}");
        }
    }

    #[test]
    fn the_operators_name_in_its_forms() {
        for (name, is) in [
            ("测试丙", true),
            ("测试丙（个体工商户）", true),
            ("测试丙(个体工商户)", true),
            ("个体户测试丙", true),
            ("测试丙修车铺", false),
            ("测试", false),
        ] {
            assert_eq!(is_operator(name, "测试丙"), is, "{name}");
        }
    }
}
