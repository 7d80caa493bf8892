//! Whether what is offered fits the one who offers it (`filing-rules.md` section 3.12).

use crate::catalog::keyword::{self, WhyUnfit};
use crate::catalog::{self, Confidence as Sureness};
use crate::filing::FieldId;
use crate::rules::content::words::{concerns, enough};
use crate::rules::engine::reading::Concern;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::{Text, text};

/// A service content does not fit the subject's nature.
pub static SERVICE_CONTENT_UNFIT: Rule = Rule {
    name: "service-content-unfit",
    topic: Topic::ServiceContents,
    severity: Severity::Warning,
    fields: &[FieldId::ServiceContents],
    source: source::VENDORS,
    prevents: &[Rejection::ServiceContentUnfit],
    title: text("服务内容与主体不符", "Service content unfit for the filing entity"),
    what: text(
        "个人不能选经营性的或要资质的服务内容，政务服务只由国家机关和公共机构选。",
        "Individuals choose nothing commercial or licensed; government services are for state and public bodies.",
    ),
    why: text("服务内容与经营范围或主体性质不符，会被退回。", "Contents that do not fit the entity type or scope are rejected."),
    fix: text("换成实际提供的、与主体相符的服务内容。", "Choose what is really offered and fits the filing entity."),
    messages: &[
        message(
            "organisation",
            text(
                "「{content}」要有资质的单位才能做，个人不能备案。",
                "\"{content}\" requires an organisation with a permit; individuals cannot file it.",
            ),
            text("换一项，或改用单位备案。", "Choose another, or file as an organisation."),
        ),
        message(
            "commercial",
            text(
                "「{content}」是经营性的服务，个人备案会被退回。",
                "\"{content}\" is a business; filed by an individual it is rejected.",
            ),
            text(
                "换成实际提供的非经营内容；确实经营的，用企业备案。",
                "Choose what is no business; if it is one, file as an enterprise.",
            ),
        ),
        message(
            "state",
            text(
                "「{content}」属于政务服务，一般由机关和公共机构备案。",
                "\"{content}\" is a government service, filed by state and public bodies.",
            ),
            text(
                "换成实际提供的服务；受委托办理的，附上委托文件。",
                "Choose what is really offered; if it is done on behalf of an office, attach its documents.",
            ),
        ),
    ],
    wrong: case(
        "subject.nature = 5\nmini_program.service_contents = [163]",
        text("163 要有单位的资质。", "163 needs an organisation's permit."),
    ),
    right: case("subject.nature = 5\nmini_program.service_contents = [3]", text("个人可以选。", "Open to individuals.")),
    check: service_content_unfit,
};

/// An individual's remark speaks of business.
pub static REMARK_UNFIT_FOR_INDIVIDUAL: Rule = Rule {
    name: "remark-unfit-for-individual",
    topic: Topic::Remark,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramRemark],
    source: source::VENDORS,
    prevents: &[Rejection::ServiceContentUnfit],
    title: text("个人的备注谈到经营或不开放的内容", "An individual's remark suggests a business or a closed category"),
    what: text(
        "个人的备注里不写企业和买卖，也不写社交、评论、论坛、博客、医疗心理和机关事务。",
        "An individual's remark does not mention companies or selling, nor social networking, comments, forums, blogs, medicine or offices.",
    ),
    why: text(
        "个人只能备案非经营的内容，这些类目不对个人开放。",
        "Individuals file what is no business, and these categories are closed to them.",
    ),
    fix: text(
        "只写个人的、非经营的内容；确实经营的，用企业备案。",
        "Describe what is personal and no business; if it is one, file as an enterprise.",
    ),
    messages: &[
        message(
            "",
            text(
                "备注里有「{words}」，像是经营性服务。见：{around}（{reading}）。",
                "The remark contains \"{words}\": it looks like a business. In: {around} ({reading}).",
            ),
            text(
                "只写个人的、非经营的内容；确实经营的，用企业备案；{misread}。",
                "Describe what is personal and no business; if it is one, file as an enterprise; {misread}.",
            ),
        ),
        message(
            "concern",
            text(
                "备注里有「{words}」，像是{category}，不对个人开放。见：{around}（{reading}）。",
                "The remark contains \"{words}\": it looks like {category}, which is closed to individuals. In: {around} ({reading}).",
            ),
            text(
                "没有这样的功能就删去这些词；确实有的，用单位备案；{misread}。",
                "Remove the words if there is no such thing; if there is, file as an organisation; {misread}.",
            ),
        ),
    ],
    wrong: case(
        "subject.nature = 5\nmini_program.remark = '面向成都的家庭，展示本店的菜品，可以按时令查找做法，在线下单并收费送货上门。'",
        text("「本店」「收费」说明在做生意。", "It speaks of a shop that charges."),
    ),
    right: case(
        "subject.nature = 5\nmini_program.remark = '供个人和家人记录一日三餐，可以按周汇总、按月比较，还能列出购物清单。'",
        text("个人自用的记录工具。", "A tool for one's own use."),
    ),
    check: remark_unfit_for_individual,
};

/// Service contents that are read; more than five are an error of another rule.
const MOST_CONTENTS: usize = 20;
/// So many words say enough.
const MOST_WORDS: usize = 4;

fn service_content_unfit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(nature) = context.code(FieldId::SubjectNature) else { return };
    for (row, id) in context.codes(FieldId::ServiceContents).iter().take(MOST_CONTENTS).enumerate() {
        let Some(content) = catalog::service_content(*id).filter(|content| content.parent != 0) else { continue };
        let Some(unfit) = keyword::unfit(*id, content.parent) else { continue };
        let reason = match unfit.why {
            WhyUnfit::State if !catalog::may_offer_state_services(nature) => message_of!(SERVICE_CONTENT_UNFIT, "state"),
            WhyUnfit::Organisation if context.is_individual() => message_of!(SERVICE_CONTENT_UNFIT, "organisation"),
            WhyUnfit::Commercial if context.is_individual() => message_of!(SERVICE_CONTENT_UNFIT, "commercial"),
            _ => continue,
        };
        let finding = SERVICE_CONTENT_UNFIT.finds(FieldId::ServiceContents).at(row, None).with_message(reason);
        let finding = finding.with("content", Arg::Name(content.name));
        findings.push(if unfit.confidence == Sureness::Inferred { finding.with_severity(Severity::Hint) } else { finding });
    }
}

/// The concerns that are companies and their trade: told in words of their own.
const BUSINESS: [&str; 2] = ["company", "trade"];

fn remark_unfit_for_individual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !context.is_individual() {
        return;
    }
    for (category, hits) in of_individuals(context, FieldId::MiniProgramRemark) {
        let reason = if BUSINESS.contains(&category.key) {
            message_of!(REMARK_UNFIT_FOR_INDIVIDUAL, "")
        } else {
            message_of!(REMARK_UNFIT_FOR_INDIVIDUAL, "concern")
        };
        findings.extend(unfit_words(&REMARK_UNFIT_FOR_INDIVIDUAL, reason, category, &hits));
    }
}

/// The concerns of individuals that the words of a text raise, each with its words.
pub(in crate::rules) fn of_individuals<'c>(
    context: &'c Context<'_>,
    field: FieldId,
) -> impl Iterator<Item = (&'static keyword::Category, Vec<&'c Concern>)> {
    let all = concerns(context);
    let of = move |category: &keyword::Category| -> Vec<&'c Concern> {
        all.iter().filter(|hit| hit.field == field && hit.category.key == category.key).collect()
    };
    let categories = keyword::categories().iter().filter(|category| category.of_individuals);
    categories.map(move |category| (category, of(category))).filter(|(_, hits)| enough(hits))
}

/// One finding about a concern of individuals.
pub(in crate::rules) fn unfit_words(
    rule: &'static Rule,
    message: &'static Message,
    category: &keyword::Category,
    hits: &[&Concern],
) -> Option<Finding> {
    let first = hits.first()?;
    let mut words: Vec<&str> = Vec::new();
    for hit in hits {
        if !words.contains(&hit.word) {
            words.push(hit.word);
        }
    }
    words.truncate(MOST_WORDS);
    let finding = rule.finds(first.field).with_message(message).with("words", Arg::Text(words.join("、")));
    let finding = finding.with("around", Arg::Text(first.around.clone())).with("category", Arg::Name(category.name));
    let finding = finding.with("reading", Arg::Name(first.way.text()));
    let severity = if hits.iter().any(|hit| hit.sure) { rule.severity } else { Severity::Hint };
    Some(finding.with_severity(severity).with("misread", Arg::Name(misread(severity))))
}

/// What to do about words that were read wrongly: of a hint there is nothing to confirm.
pub(in crate::rules) const fn misread(severity: Severity) -> Text {
    match severity {
        Severity::Hint => text("读错了就不用改", "if they were read wrongly, leave them"),
        _ => text("读错了就确认", "confirm what was read wrongly"),
    }
}
