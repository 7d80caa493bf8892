//! Trades that need a permit first, recognised by their words (`filing-rules.md` section 5).
//!
//! Reviewers read names, scope, contents and remark for such words. A hit is a question, never a verdict: so there is one
//! finding for each trade, under the text that weighs most, and none once the trade stands among the prior approvals.

use crate::catalog::keyword::{self, Category, Effect, Found, Spot, Status};
use crate::catalog::{self, Confidence as Sureness};
use crate::filing::{FieldId, Value};
use crate::rules::content::denial::{denied, without_effect};
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;
use std::borrow::Cow;

/// Words of a trade that needs a permit, and no such permit.
pub static PRIOR_APPROVAL_LIKELY_NEEDED: Rule = Rule {
    name: "prior-approval-likely-needed",
    topic: Topic::PriorApproval,
    severity: Severity::Warning,
    fields: &[
        FieldId::SubjectName,
        FieldId::SubjectBusinessScope,
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
                "「{words}」像是{category}类，要{office}审批。见{places}：{around}。",
                "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}.",
            ),
            text(
                "涉及就列入前置审批，附{paper}；不涉及就换词，在备注里写清实际服务。",
                "If so, list it among the prior approvals with its permit ({paper}); if not, replace the word and say in the remark what is offered.",
            ),
        ),
        message(
            "letter",
            text(
                "「{words}」像是{category}类，要{office}审批。见{places}：{around}。",
                "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}.",
            ),
            text(
                "涉及就列入前置审批，附{paper}；不涉及就在材料里附盖章的情况说明。",
                "If so, list it among the prior approvals with its permit ({paper}); if not, attach a sealed statement among the materials.",
            ),
        ),
        message(
            "permit_only",
            text(
                "「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}。",
                "\"{words}\" looks like {category}: {office} must permit it, and this province accepts no statement instead. In {places}: {around}.",
            ),
            text(
                "附{paper}；没有就先改名，或到登记机关从经营范围里去掉这个词。",
                "Attach the permit ({paper}); or rename, or have the word removed from the licence's scope.",
            ),
        ),
        message(
            "refused",
            text(
                "「{words}」：本省不受理{category}类。见{places}：{around}。",
                "\"{words}\" ({category}): this province files no such service. In {places}: {around}.",
            ),
            text(
                "确实不涉及就换掉这个词；涉及的不要提交。",
                "If it is not involved, replace the word; otherwise do not submit it.",
            ),
        ),
        message(
            "name_ban",
            text(
                "名称里不能有「{words}」（{category}）。见{places}：{around}。",
                "\"{words}\" ({category}) may not stand in a name. In {places}: {around}.",
            ),
            text("先在微信公众平台改名。", "Rename it in the console first."),
        ),
        message(
            "remark",
            text(
                "「{words}」（{category}）要在备注里说明。见{places}：{around}。",
                "\"{words}\" ({category}) must be explained in the remark. In {places}: {around}.",
            ),
            text("在小程序备注里写清实际做什么。", "Say in the remark what is really offered."),
        ),
        message(
            "outside",
            text(
                "「{words}」像是{category}类，要{office}的证件，前置审批列表里没有这一类。见{places}：{around}。",
                "\"{words}\" looks like {category}: it needs a permit from {office}, and the list of prior approvals has no such entry. In {places}: {around}.",
            ),
            text(
                "涉及就在材料里附{paper}；不涉及就换词，在备注里写清实际服务。",
                "If so, attach its permit ({paper}) among the materials; if not, replace the word and say in the remark what is offered.",
            ),
        ),
        message(
            "game",
            text(
                "「{words}」像是游戏，要{office}的版号。见{places}：{around}。",
                "\"{words}\" looks like a game: it needs a publication number from {office}. In {places}: {around}.",
            ),
            text(
                "是就在前置审批里选「出版」或「文化」，附{paper}；不是就换词，在备注里写清实际服务。",
                "For a game choose Publishing or Culture among the prior approvals and attach the document ({paper}); if it is none, replace the word and say in the remark what is offered.",
            ),
        ),
        message(
            "none_ask",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}.",
            ),
            text(
                "涉及就改选，附{paper}；不涉及就换词，在备注里写清实际服务。",
                "If so, choose it instead, with its permit ({paper}); if not, replace the word and say in the remark what is offered.",
            ),
        ),
        message(
            "none_letter",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}.",
            ),
            text(
                "涉及就改选，附{paper}；不涉及就在材料里附盖章的情况说明。",
                "If so, choose it instead, with its permit ({paper}); if not, attach a sealed statement among the materials.",
            ),
        ),
        message(
            "none_permit_only",
            text(
                "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}。",
                "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it, and this province accepts no statement instead. In {places}: {around}.",
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
    fix: text("只写实际提供的服务；管局要求写的除外。", "Say what is offered; leave the rest out unless the bureau asks for it."),
    messages: &[message(
        "",
        text("备注里说不涉及「{words}」，这样写反而容易被查到。", "The remark denies \"{words}\", and so brings the words up."),
        text(
            "删去这一句，只写实际提供的服务；管局要求写的就保留。",
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

/// Which texts are read, as which spots. The remark describes what is offered, so it is read for words of contents too.
const TEXTS: [(FieldId, &[Spot]); 4] = [
    (FieldId::MiniProgramName, &[Spot::MiniProgramName]),
    (FieldId::SubjectName, &[Spot::SubjectName]),
    (FieldId::MiniProgramRemark, REMARK),
    (FieldId::SubjectBusinessScope, &[Spot::BusinessScope]),
];
/// Government services are the state's own and need no permit.
const GOVERNMENT: u32 = 509;
/// Approvals under which games are filed; the list has none of their own.
const FOR_GAMES: [u32; 2] = [2, 9];
/// Characters shown on either side of a word.
const AROUND: usize = 6;
/// A remark without the sentence that denies something is offered if so many characters are left.
const LEAST_LEFT: usize = 25;
/// Service contents that are read; more than five are an error of another rule.
const MOST_CONTENTS: usize = 20;
/// So many words of a trade say enough.
const MOST_WORDS: usize = 4;

/// A word of a trade in the draft.
struct Hit {
    field: FieldId,
    row: Option<usize>,
    category: &'static str,
    word: &'static str,
    around: String,
    effect: Effect,
    weight: u8,
    sure: bool,
}

impl Hit {
    /// How much it weighs: what we concluded ourselves, what stands on the licence only, and what the law no longer asks for is
    /// good to know; the rest is worth a warning.
    fn severity(&self, status: Status) -> Severity {
        let aside = self.field == FieldId::SubjectBusinessScope && self.weight < 3;
        let grave = matches!(self.effect, Effect::PermitOnly | Effect::Refused | Effect::NameBan);
        match () {
            () if grave && self.sure => Severity::Warning,
            () if !self.sure || aside || status == Status::AbolishedButAsked => Severity::Hint,
            () => Severity::Warning,
        }
    }
}

/// The word with a few characters on either side.
fn around(text: &str, start: usize, end: usize) -> String {
    let before: Vec<char> = text.get(..start).unwrap_or_default().chars().rev().collect();
    let after: Vec<char> = text.get(end..).unwrap_or_default().chars().collect();
    let mut shown = String::new();
    if before.len() > AROUND {
        shown.push('…');
    }
    shown.extend(before.iter().take(AROUND).rev());
    shown.push_str(text.get(start..end).unwrap_or_default());
    shown.extend(after.iter().take(AROUND));
    if after.len() > AROUND {
        shown.push('…');
    }
    shown
}

/// What a remark is read as.
const REMARK: &[Spot] = &[Spot::Remark, Spot::ServiceContents];

/// The words of trades in a field's text, seen as these spots. The mini-program's remark is read by several rules, and searched once.
fn permit_words<'c>(context: &'c Context<'_>, field: FieldId, spots: &[Spot]) -> Cow<'c, [Found]> {
    let search = || match context.folded(field).zip(context.hits(field)) {
        Some((text, hits)) => keyword::search_in(text, hits, spots, context.text(FieldId::SubjectRegion)),
        None => Vec::new(),
    };
    match field {
        FieldId::MiniProgramRemark => Cow::Borrowed(context.memo(&context.reading.remark_words, search).as_slice()),
        _ => Cow::Owned(search()),
    }
}

/// Every word of a trade in the draft that is not denied, in the order of the texts.
fn hits(context: &Context<'_>) -> Vec<Hit> {
    let region = context.text(FieldId::SubjectRegion);
    let mut hits = Vec::new();
    for (field, spots) in TEXTS {
        let Some(text) = context.folded(field) else { continue };
        for found in permit_words(context, field, spots).iter() {
            let in_remark = field == FieldId::MiniProgramRemark;
            if !(in_remark && denied(text, found.start, found.end)) {
                hits.push(Hit {
                    field,
                    row: None,
                    category: found.keyword.category,
                    word: found.keyword.word,
                    around: around(text, found.start, found.end),
                    effect: found.keyword.effect,
                    weight: found.keyword.weight,
                    sure: found.keyword.confidence != Sureness::Inferred,
                });
            }
        }
    }
    let contents = context.codes(FieldId::ServiceContents).iter().take(MOST_CONTENTS).enumerate();
    hits.extend(contents.flat_map(|(row, id)| of_content(*id, row, region)));
    hits
}

/// The trades that a service content says: by its words, and by what stands under it.
fn of_content(id: u32, row: usize, region: &str) -> Vec<Hit> {
    let Some(content) = catalog::service_content(id).filter(|content| !matches!(content.parent, 0 | GOVERNMENT)) else {
        return Vec::new();
    };
    let path = catalog::service_path(id, true).unwrap_or_default();
    let hit = |category, word, effect, weight, sure| Hit {
        field: FieldId::ServiceContents,
        row: Some(row),
        category,
        word,
        around: path.clone(),
        effect,
        weight,
        sure,
    };
    let words = keyword::search(&path, &[Spot::ServiceContents], region).into_iter().map(|found| found.keyword);
    let mut hits: Vec<Hit> =
        words.map(|row| hit(row.category, row.word, row.effect, row.weight, row.confidence != Sureness::Inferred)).collect();
    if let Some(trade) = keyword::trade_of_content(id)
        && !hits.iter().any(|hit| hit.category == trade.category)
    {
        hits.push(hit(trade.category, content.name.zh, Effect::Ask, trade.weight, trade.confidence != Sureness::Inferred));
    }
    hits
}

/// Whether the prior approvals answer for this trade.
fn answered(context: &Context<'_>, category: &Category) -> bool {
    let chosen = |id: u32| context.approvals().iter().any(|row| row.kind == Some(id));
    match category.approval {
        Some(id) => chosen(id),
        None => category.key == "game" && FOR_GAMES.into_iter().any(chosen),
    }
}

/// Whether the hits say enough: a weak word wants a second one, or a second place.
fn enough(hits: &[&Hit]) -> bool {
    let Some(first) = hits.first() else { return false };
    hits.iter().any(|hit| hit.weight > 1 || hit.word != first.word || hit.field != first.field)
}

/// Whether the words of the draft name a trade that needs a permit, whatever was answered about prior approvals.
pub(in crate::rules) fn is_named(context: &Context<'_>) -> bool {
    let all = hits(context);
    keyword::categories().iter().any(|category| {
        let hits: Vec<&Hit> = all.iter().filter(|hit| hit.category == category.key).collect();
        enough(&hits)
    })
}

fn prior_approval_likely_needed(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.code(FieldId::SubjectNature).is_some_and(catalog::is_exempt_from_permits) {
        return;
    }
    let all = hits(context);
    if all.is_empty() {
        return;
    }
    for category in keyword::categories() {
        let hits: Vec<&Hit> = all.iter().filter(|hit| hit.category == category.key).collect();
        if enough(&hits) && !answered(context, category) {
            findings.extend(finding(context, category, &hits));
        }
    }
}

/// One finding about a trade, under the text that weighs most.
fn finding(context: &Context<'_>, category: &Category, hits: &[&Hit]) -> Option<Finding> {
    let first = hits.iter().min_by_key(|hit| (hit.severity(category.status), std::cmp::Reverse(hit.weight)))?;
    let has_papers = [FieldId::SubjectOtherMaterials, FieldId::MiniProgramOtherMaterials]
        .into_iter()
        .any(|id| context.asks(id) && !context.paths(id).is_empty());
    let reason = reason(context, category, first.effect);
    // A letter or another paper may well be the one that is wanted: nobody can see that in a file.
    let severity = match first.severity(category.status) {
        Severity::Warning if has_papers && matches!(reason.name, "letter" | "none_letter" | "outside" | "game") => Severity::Hint,
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
    Some(finding.with("office", Arg::Name(category.office)).with("paper", Arg::Name(category.paper)))
}

/// What a hit leads to here, given the answer about prior approvals.
fn reason(context: &Context<'_>, category: &Category, effect: Effect) -> &'static Message {
    let none = context.approvals().iter().any(|row| row.kind == Some(catalog::NONE_INVOLVED));
    let no_letter = without_effect(context.text(FieldId::SubjectRegion));
    match effect {
        Effect::Refused => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "refused"),
        Effect::NameBan => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "name_ban"),
        Effect::ExplainInRemark => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "remark"),
        _ if category.key == "game" => message_of!(PRIOR_APPROVAL_LIKELY_NEEDED, "game"),
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
        let mut words = denied_words(text, &permit_words(context, field, REMARK));
        if words.is_empty() {
            continue;
        }
        words.truncate(MOST_WORDS);
        let finding = REMARK_DENIES_TRADE.finds(field).with("words", Arg::Text(words.join("、")));
        // The sentence can go where enough is left without it.
        let rest: String = text
            .split_inclusive('。')
            .filter(|sentence| denied_words(sentence, &keyword::search(sentence, REMARK, region)).is_empty())
            .collect();
        findings.push(if rest.chars().count() >= LEAST_LEFT { finding.with_fix_to(Value::Text(rest)) } else { finding });
    }
}

/// The words of trades that a text denies, each once, of those found in it.
fn denied_words(text: &str, found: &[Found]) -> Vec<&'static str> {
    let mut words: Vec<&str> = Vec::new();
    for found in found.iter().filter(|found| denied(text, found.start, found.end)) {
        if !words.contains(&found.keyword.word) {
            words.push(found.keyword.word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_with_what_stands_beside_them() {
        for (text, word, shown) in [
            ("音乐厅", "音乐", "音乐厅"),
            ("四川虚构音乐文化有限公司", "音乐", "四川虚构音乐文化有限公司"),
            ("一二三四五六七音乐一二三四五六七", "音乐", "…二三四五六七音乐一二三四五六…"),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(around(text, start, start + word.len()), shown);
        }
    }
}
