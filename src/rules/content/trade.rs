//! Trades that need a permit first, recognised by their words (`filing-rules.md` section 5).
//!
//! Reviewers read names, scope, contents and remark for such words. A hit is a question, never a verdict: so there is one
//! finding for each trade, under the text that weighs most, and none once the trade stands among the prior approvals.

use crate::catalog;
use crate::catalog::keyword::{self, Category, Effect, GAME, Status};
use crate::filing::{FieldId, Value};
use crate::rules::content::denial::without_effect;
use crate::rules::content::eligibility::misread;
use crate::rules::content::words::{concerns, denied_words, enough};
use crate::rules::engine::reading::Concern;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// Words of a trade that needs a permit, and no such permit.
pub static PRIOR_APPROVAL_LIKELY_NEEDED: Rule = Rule {
    name: "prior-approval-likely-needed",
    topic: Topic::PriorApproval,
    severity: Severity::Warning,
    fields: &[
        FieldId::SubjectName,
        FieldId::SubjectBusinessScope,
        FieldId::SubjectRemark,
        FieldId::MiniProgramName,
        FieldId::ServiceContents,
        FieldId::MiniProgramRemark,
    ],
    source: source::VENDORS_APPROVAL_WORDS,
    prevents: &[Rejection::PriorApprovalMissing],
    title: text("可能要先办前置审批", "A prior approval is likely required"),
    what: text(
        "主体名称、经营范围、小程序名称、备注和服务内容里有前置审批行业的词。",
        "Words of trades that need a permit first, in names, business scope, remark and service contents.",
    ),
    why: text(
        "审核人员按词筛查：有这些词又没有许可，备案多半会被退回。",
        "Reviewers look for these words; without a permit the filing is likely to be rejected.",
    ),
    fix: text(
        "涉及就附上许可；不涉及就改掉这个词，或附盖章的情况说明。",
        "Attach the permit; or remove the word, or attach a sealed statement that the trade is not involved.",
    ),
    messages: &[
        message(
            "ask",
            text(
                "「{words}」像是{category}类，要{office}审批。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around} ({reading}).",
            ),
            text(
                "涉及就列入前置审批，附{paper}；不涉及就换词，或备好{statement}；{misread}。",
                "If so, list it among the prior approvals with its permit ({paper}); if not, replace the word or have {statement} ready; {misread}.",
            ),
        ),
        message(
            "letter",
            text(
                "「{words}」像是{category}类，要{office}审批。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around} ({reading}).",
            ),
            text(
                "涉及就列入前置审批，附{paper}；不涉及就在材料里附{statement}；{misread}。",
                "If so, list it among the prior approvals with its permit ({paper}); if not, attach {statement} among the materials; {misread}.",
            ),
        ),
        message(
            "permit_only",
            text(
                "「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: {office} must permit it, and this province accepts no statement instead. In {places}: {around} ({reading}).",
            ),
            text(
                "附{paper}；没有就先改名，或到登记机关从经营范围里去掉这个词。",
                "Attach the permit ({paper}); or rename, or have the word removed from the licence's scope.",
            ),
        ),
        message(
            "refused",
            text(
                "「{words}」：本省不受理{category}类。见{places}：{around}（{reading}）。",
                "\"{words}\" ({category}): this province files no such service. In {places}: {around} ({reading}).",
            ),
            text(
                "确实不涉及就换掉这个词；涉及的不要提交。",
                "If it is not involved, replace the word; otherwise do not submit it.",
            ),
        ),
        message(
            "nowhere",
            text(
                "「{words}」像是{category}，小程序不能提供，没有部门审批。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: no mini-program may offer it, and no office permits it. In {places}: {around} ({reading}).",
            ),
            text(
                "确实提供的不要提交；没有就换掉这些词，写清实际内容；{misread}。",
                "Do not submit it if it is offered; if not, replace the words and say what is really there; {misread}.",
            ),
        ),
        message(
            "name_ban",
            text(
                "名称里不能有「{words}」（{category}）。见{places}：{around}（{reading}）。",
                "\"{words}\" ({category}) may not stand in a name. In {places}: {around} ({reading}).",
            ),
            text("先在微信公众平台改名。", "Rename it in the console first."),
        ),
        message(
            "remark",
            text(
                "「{words}」（{category}）要在备注里说明。见{places}：{around}（{reading}）。",
                "\"{words}\" ({category}) must be explained in the remark. In {places}: {around} ({reading}).",
            ),
            text("在小程序备注里写清实际做什么。", "Say in the remark what is really offered."),
        ),
        message(
            "outside",
            text(
                "「{words}」像是{category}类，要{office}的证件，前置审批列表里没有这一类。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: it needs a permit from {office}, and the list of prior approvals has no such entry. In {places}: {around} ({reading}).",
            ),
            text(
                "涉及就在材料里附{paper}；不涉及就换词（登记的单位名称不用改），在备注里写清实际服务；{misread}。",
                "If so, attach its permit ({paper}) among the materials; if not, replace the word (a registered name of an organisation stays) and say in the remark what is offered; {misread}.",
            ),
        ),
        message(
            "game",
            text(
                "「{words}」像是游戏：先在微信平台过资质、版本和游戏内容介绍审核，再备案。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like a game: WeChat approves its qualifications, version and introduction before the filing. In {places}: {around} ({reading}).",
            ),
            text(
                "这期间名称和主体不能改。玩家付费的另要版号，选「出版」附上；没有付费的不用版号。不是游戏就换词，{misread}。",
                "Name and filing entity cannot change meanwhile. Where players pay, add the publication number under Publishing; without payments none is required. If it is no game, replace the word; {misread}.",
            ),
        ),
        message(
            "game_paid",
            text(
                "「{words}」是玩家付费的游戏，要{office}的版号。见{places}：{around}（{reading}）。",
                "\"{words}\" is a game that players pay for: it takes a publication number from {office}. In {places}: {around} ({reading}).",
            ),
            text(
                "先在微信平台过资质、版本和游戏内容介绍审核；在前置审批里选「出版」，附{paper}。",
                "Have WeChat approve qualifications, version and introduction first; choose Publishing among the prior approvals and attach the document ({paper}).",
            ),
        ),
        message(
            "individual",
            text(
                "「{words}」像是{category}类，要{office}审批，个人一般办不到。见{places}：{around}（{reading}）。",
                "\"{words}\" looks like {category}: {office} must permit it, which individuals can hardly obtain. In {places}: {around} ({reading}).",
            ),
            text(
                "确实提供的，用单位备案，附{paper}；不提供就换词，写清实际内容；{misread}。",
                "If it is offered, file as an organisation with its permit ({paper}); if not, replace the word and say what is really there; {misread}.",
            ),
        ),
        message(
            "individual_content",
            text(
                "「{words}」属{category}类，要{office}审批，个人一般办不到。见{places}：{around}。",
                "\"{words}\" belongs to {category}: {office} must permit it, which individuals can hardly obtain. In {places}: {around}.",
            ),
            text(
                "确实提供的，用单位备案，附{paper}；不提供就改选服务内容；当地不要许可的，可以确认。",
                "If it is offered, file as an organisation with its permit ({paper}); if not, choose another service content; if no permit is asked for, confirm it.",
            ),
        ),
        message(
            "none_ask",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}（{reading}）。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around} ({reading}).",
            ),
            text(
                "涉及就改选，附{paper}；不涉及就换词，或备好{statement}；{misread}。",
                "If so, choose it instead, with its permit ({paper}); if not, replace the word or have {statement} ready; {misread}.",
            ),
        ),
        message(
            "none_letter",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}（{reading}）。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around} ({reading}).",
            ),
            text(
                "涉及就改选，附{paper}；不涉及就在材料里附{statement}；{misread}。",
                "If so, choose it instead, with its permit ({paper}); if not, attach {statement} among the materials; {misread}.",
            ),
        ),
        message(
            "none_permit_only",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}（{reading}）。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it, and this province accepts no statement instead. In {places}: {around} ({reading}).",
            ),
            text(
                "改选，附{paper}；没有就先改名，或到登记机关从经营范围里去掉这个词。",
                "Choose it instead and attach the permit ({paper}); or rename, or have the word removed from the licence's scope.",
            ),
        ),
    ],
    wrong: case(
        "subject.name = '四川虚构金融科技有限公司'\nmini_program.prior_approvals = [{ kind = 24 }]",
        text("名称里有「金融」，却选了「以上都不涉及」。", "The name says 金融 (finance), and \"None of the above\" is chosen."),
    ),
    right: case(
        "subject.name = '四川虚构食谱科技有限公司'\nmini_program.prior_approvals = [{ kind = 24 }]",
        text("没有前置审批的词。", "No word of such a trade."),
    ),
    check: prior_approval_likely_needed,
};

/// The remark denies a trade by naming it.
pub static REMARK_DENIES_TRADE: Rule = Rule {
    name: "remark-denies-trade",
    topic: Topic::Remark,
    severity: Severity::Hint,
    fields: &[FieldId::SubjectRemark, FieldId::MiniProgramRemark],
    source: source::REVIEW_EXPERIENCE,
    prevents: &[],
    title: text("备注用否定句提到前置审批的词", "The remark denies a trade by naming it"),
    what: text("备注里不必写「不涉及新闻」这样的话。", "A remark need not say what is not offered."),
    why: text("审核时按词筛查，否定句里的词也会被查到。", "Reviewers look for words, also in sentences that deny them."),
    fix: text(
        "只写实际提供的服务；通管局要求写的除外。",
        "Say what is offered; leave the rest out unless the bureau asks for it.",
    ),
    messages: &[message(
        "",
        text("备注里说不涉及「{words}」，这样写反而容易被查到。", "The remark denies \"{words}\", and so brings the words up."),
        text(
            "删去这一句，只写实际提供的服务；通管局要求写的就保留。",
            "Remove the sentence and say what is offered; keep it if the bureau asks for it.",
        ),
    )],
    wrong: case(
        "mini_program.remark = '面向成都乐迷，介绍音乐厅的曲目和场次，可以预约座位。本小程序不涉及新闻。'",
        text("否定句也会让审核人员看见「新闻」。", "The denial shows the word 新闻 to the reviewer."),
    ),
    right: case(
        "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'",
        text("只写实际提供的服务。", "Only what is offered."),
    ),
    check: remark_denies_trade,
};

/// Approvals under which games are filed; the list has none of their own.
const FOR_GAMES: [u32; 2] = [2, 9];
/// A remark without the sentence that denies something is offered if so many characters are left.
const LEAST_LEFT: usize = 25;
/// So many words of a trade say enough.
const MOST_WORDS: usize = 4;

/// How much a hit weighs: what we concluded ourselves, what stands on the licence only, and what the law no longer asks for is
/// good to know; the rest is worth a warning. So is a content that an individual chose: it was declared, and there is no permit for it.
fn severity(context: &Context<'_>, hit: &Concern) -> Severity {
    let is_weak = hit.weight < 3;
    let aside = hit.field == FieldId::SubjectBusinessScope && is_weak;
    let grave = matches!(hit.effect, Effect::PermitOnly | Effect::Refused | Effect::NameBan);
    match () {
        () if grave && hit.sure => Severity::Warning,
        () if context.is_individual() && is_declared(context, hit) => Severity::Warning,
        () if !hit.sure || aside || (hit.category.status == Status::AbolishedButAsked && is_weak) => Severity::Hint,
        () => Severity::Warning,
    }
}

/// Whether the name of a chosen content alone says the trade, and no other rule that it is not for individuals.
fn is_declared(context: &Context<'_>, hit: &Concern) -> bool {
    let content = hit.row.and_then(|row| context.codes(FieldId::ServiceContents).get(row).copied());
    let content = content.and_then(catalog::service_content).filter(|_| hit.weight > 1);
    content.is_some_and(|content| {
        let says = keyword::trade_of_content(content.id).is_some_and(|trade| trade.category == hit.category.key);
        says && keyword::unfit(content.id, content.parent).is_none()
    })
}

/// Whether the prior approvals answer for this trade.
fn answered(context: &Context<'_>, category: &Category) -> bool {
    let chosen = |id: u32| context.approvals().iter().any(|row| row.kind == Some(id));
    match category.approval {
        Some(id) => chosen(id),
        None => category.key == GAME && FOR_GAMES.into_iter().any(chosen),
    }
}

/// The words of one trade.
fn of<'c>(all: &'c [Concern], category: &Category) -> Vec<&'c Concern> {
    all.iter().filter(|hit| hit.category.key == category.key).collect()
}

/// The trades that need a permit.
fn trades() -> impl Iterator<Item = &'static Category> {
    keyword::categories().iter().filter(|category| !category.of_individuals)
}

/// Whether the words of the draft name a trade that needs a permit, whatever was answered about prior approvals.
pub(in crate::rules) fn is_named(context: &Context<'_>) -> bool {
    let all = concerns(context);
    trades().any(|category| enough(&of(all, category)))
}

fn prior_approval_likely_needed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.code(FieldId::SubjectNature).is_some_and(catalog::is_exempt_from_permits) {
        return;
    }
    let all = concerns(context);
    if all.is_empty() {
        return;
    }
    for category in trades() {
        let hits = of(all, category);
        if enough(&hits) && !answered(context, category) {
            findings.extend(finding(context, category, &hits));
        }
    }
}

/// One finding about a trade, under the text that weighs most.
fn finding(context: &Context<'_>, category: &Category, hits: &[&Concern]) -> Option<Finding> {
    let first = hits.iter().min_by_key(|hit| (severity(context, hit), std::cmp::Reverse(hit.weight)))?;
    let reason = reason(context, category, first);
    let severity = match severity(context, first) {
        Severity::Warning if has_paper(context, category, hits) => Severity::Hint,
        // Nobody has to permit a game without payments; what the platform does first is good to know.
        Severity::Warning if is_free_game(context, category) => Severity::Hint,
        severity => severity,
    };
    let finding = PRIOR_APPROVAL_LIKELY_NEEDED.finds(first.field).with_message(reason).with_severity(severity);
    let finding = match first.row {
        Some(row) => finding.at(row, None),
        None => finding,
    };
    let (mut words, mut places) = (Vec::new(), Vec::new());
    for hit in std::iter::once(first).chain(hits) {
        if !words.contains(&hit.word) {
            words.push(hit.word);
        }
        if !places.contains(&hit.field) {
            places.push(hit.field);
        }
    }
    words.truncate(MOST_WORDS);
    let finding = finding.with("words", Arg::Text(words.join("、"))).with("places", Arg::Fields(places));
    let finding = finding.with("around", Arg::Text(first.around.clone())).with("category", Arg::Name(category.name));
    let finding = finding.with("office", Arg::Name(category.office)).with("paper", Arg::Name(category.paper));
    let finding = finding.with("misread", Arg::Name(misread(severity)));
    Some(finding.with("reading", Arg::Name(first.way.text())).with("statement", Arg::Name(category.statement)))
}

/// Whether the words name a game in which, as was answered, nobody pays.
fn is_free_game(context: &Context<'_>, category: &Category) -> bool {
    category.key == GAME && context.asks(FieldId::GameHasPayments) && context.answer(FieldId::GameHasPayments) == Some(false)
}

/// Whether a paper among the other materials says by its file's name that it is about this trade. One paper answers for one
/// trade: what is in a file whose name says nothing, nobody can see, and the warning stays until a person confirms it.
fn has_paper(context: &Context<'_>, category: &Category, hits: &[&Concern]) -> bool {
    let papers = [FieldId::SubjectOtherMaterials, FieldId::MiniProgramOtherMaterials].into_iter();
    let mut paths = papers.filter(|id| context.asks(*id)).flat_map(|id| context.paths(id));
    paths.any(|path| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let says = |word: &str| name.contains(word);
        says(category.name.zh) || name.to_ascii_lowercase().contains(category.key) || hits.iter().any(|hit| says(hit.word))
    })
}

/// What a hit leads to here, given the answer about prior approvals.
fn reason(context: &Context<'_>, category: &Category, hit: &Concern) -> &'static Message {
    let none = context.approvals().iter().any(|row| row.kind == Some(catalog::NONE_INVOLVED));
    // Where no letter counts, it does not for names and licences; a remark is only written anew.
    let stands = matches!(hit.field, FieldId::SubjectName | FieldId::MiniProgramName | FieldId::SubjectBusinessScope);
    let no_letter = stands && without_effect(context.text(FieldId::SubjectRegion));
    match hit.effect {
        Effect::Refused if category.is_admitted_nowhere() => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "nowhere"),
        Effect::Refused => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "refused"),
        Effect::NameBan => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "name_ban"),
        Effect::ExplainInRemark => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "remark"),
        _ if category.key == GAME && context.answer(FieldId::GameHasPayments) == Some(true) => {
            message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "game_paid")
        }
        _ if category.key == GAME => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "game"),
        _ if context.is_individual() && is_declared(context, hit) => {
            message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "individual_content")
        }
        _ if context.is_individual() => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "individual"),
        _ if category.approval.is_none() => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "outside"),
        Effect::PermitOnly if none => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "none_permit_only"),
        Effect::PermitOnly => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "permit_only"),
        _ if no_letter && none => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "none_permit_only"),
        _ if no_letter => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "permit_only"),
        Effect::LetterPossible if none => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "none_letter"),
        Effect::LetterPossible => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "letter"),
        Effect::Ask if none => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "none_ask"),
        Effect::Ask => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "ask"),
    }
}

fn remark_denies_trade(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let region = context.text(FieldId::SubjectRegion);
    if super::denial::asked_for(region) {
        return;
    }
    for field in [FieldId::SubjectRemark, FieldId::MiniProgramRemark] {
        let Some(text) = context.folded(field) else { continue };
        // A denial answers a word that stands elsewhere, in the name or on the licence: there it helps.
        let raised = |word: &&str| {
            concerns(context)
                .iter()
                .any(|one| keyword::keywords().iter().any(|row| row.word() == *word && row.category == one.category.key))
        };
        let mut words = denied_words(text, region);
        words.retain(|word| !raised(word));
        if words.is_empty() {
            continue;
        }
        words.truncate(MOST_WORDS);
        let finding = REMARK_DENIES_TRADE.finds(field).with("words", Arg::Text(words.join("、")));
        // The sentence can go where enough is left without it.
        let rest: String = text.split_inclusive('。').filter(|sentence| denied_words(sentence, region).is_empty()).collect();
        findings.push(if rest.chars().count() >= LEAST_LEFT { finding.with_fix_to(Value::Text(rest)) } else { finding });
    }
}
