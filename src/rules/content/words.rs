//! Words that raise a concern, in every text that is sent (`filing-rules.md` sections 3.12 and 5).
//!
//! Judged by what the subject is, by the sense of the sentence and by what stands beside it; how each was read is kept.

use crate::catalog::keyword::{self, Category, Effect, Found, Keyword, Spot};
use crate::catalog::{self, Confidence as Sureness};
use crate::filing::FieldId;
use crate::rules::content::denial::{Sense, sense};
use crate::rules::engine::Context;
use crate::rules::engine::reading::{Concern, Way};

/// What a remark is read as: it describes what is offered, so it is read for words of contents too.
pub const REMARK: &[Spot] = &[Spot::Remark, Spot::ServiceContents];
/// Which texts are read, as which spots.
const TEXTS: [(FieldId, &[Spot], Way); 5] = [
    (FieldId::MiniProgramName, &[Spot::MiniProgramName], Way::Name),
    (FieldId::SubjectName, &[Spot::SubjectName], Way::Name),
    (FieldId::MiniProgramRemark, REMARK, Way::Offer),
    (FieldId::SubjectRemark, REMARK, Way::Offer),
    (FieldId::SubjectBusinessScope, &[Spot::BusinessScope], Way::Scope),
];
/// Texts in which a word may excuse one in another text.
const EXCUSING: [FieldId; 3] = [FieldId::MiniProgramName, FieldId::MiniProgramRemark, FieldId::SubjectName];
/// Government services are the state's own and need no permit.
const GOVERNMENT: u32 = 509;
/// Characters shown on either side of a word.
const AROUND: usize = 6;
/// Service contents that are read; more than five are an error of another rule.
const MOST_CONTENTS: usize = 20;

/// Every word of a concern in the draft that is offered, in the order of the texts; read once.
pub fn concerns<'c>(context: &'c Context<'_>) -> &'c [Concern] {
    let read: &Vec<Concern> = context.memo(&context.reading.concerns, || {
        let mut found = Vec::new();
        for (field, spots, way) in TEXTS {
            of_text(context, field, spots, way, &mut found);
        }
        for (row, id) in context.codes(FieldId::ServiceContents).iter().take(MOST_CONTENTS).enumerate() {
            found.extend(of_content(*id, row, context.text(FieldId::SubjectRegion)));
        }
        let individual = context.is_individual();
        let nature = context.code(FieldId::SubjectNature);
        found.retain(|one: &Concern| {
            let asked = nature.is_none_or(|nature| !one.category.exempt.contains(&nature));
            // Of a content that is closed to individuals the rule about contents tells them.
            let told = individual && one.row.is_some() && one.category.as_individual.is_some();
            asked && !told && one.category.of_individuals <= individual && !excused_elsewhere(context, one)
        });
        found
    });
    read
}

/// The words in one text, each with its sense.
fn of_text(context: &Context<'_>, field: FieldId, spots: &[Spot], way: Way, concerns: &mut Vec<Concern>) {
    let Some((text, hits)) = context.folded(field).zip(context.hits(field)) else { return };
    let individual = context.is_individual();
    let found = keyword::search_in(text, hits, spots, context.text(FieldId::SubjectRegion));
    for one in found.iter().filter(|one| one.keyword.speaks_to(individual)) {
        let Some(category) = category_for(one, &found, individual) else { continue };
        let is_name = way == Way::Name;
        let offered = match sense(text, one.start, one.end, individual) {
            Sense::Offered => true,
            Sense::Passing => is_name,
            Sense::Denied => false,
        };
        if offered && !excused_here(text, one, category) {
            concerns.push(Concern {
                field,
                row: None,
                category,
                word: one.keyword.word(),
                around: around(text, one.start, one.end),
                effect: one.keyword.effect,
                weight: one.keyword.weight,
                sure: is_sure(one.keyword),
                way: way_of(text, one, way),
            });
        }
    }
}

/// What a word raises: for individuals that may be a concern of their own, unless it is raised by that concern's own words.
fn category_for(one: &Found, found: &[Found], individual: bool) -> Option<&'static Category> {
    let category = keyword::category(one.keyword.category)?;
    let Some(own) = category.as_individual.filter(|_| individual) else { return Some(category) };
    let has_own = found.iter().any(|other| {
        let overlaps = other.start < one.end && one.start < other.end;
        overlaps && keyword::category(other.keyword.category).is_some_and(|category| category.of_individuals)
    });
    if has_own { None } else { keyword::category(own) }
}

/// Vendors' and filers' words are, and strong ones of our own, which the official names of trades back.
fn is_sure(keyword: &Keyword) -> bool {
    keyword.confidence != Sureness::Inferred || keyword.weight > 2
}

/// How a word was read, where it does not stand there as it is.
fn way_of(text: &str, found: &Found, way: Way) -> Way {
    let written = text.get(found.start..found.end).unwrap_or_default();
    match () {
        () if found.apart => Way::Apart,
        () if found.keyword.word().len() > 3 && found.keyword.word().bytes().all(|b| b.is_ascii_lowercase()) => Way::Latin,
        () if !written.eq_ignore_ascii_case(found.keyword.word()) => Way::Traditional,
        () => way,
    }
}

/// So many characters on either side of a word are its clause at the most.
const LONGEST_CLAUSE: usize = 100;

/// Whether the word's own clause says that it is something else.
fn excused_here(text: &str, found: &Found, category: &Category) -> bool {
    let ends = |c: char| matches!(c, '。' | '；' | ';' | '，' | ',' | '\n');
    let before = text.get(..found.start).unwrap_or_default();
    let near = before.char_indices().rev().nth(LONGEST_CLAUSE).map_or(0, |(at, _)| at);
    let before = before.get(near..).unwrap_or_default().rsplit(ends).next().unwrap_or_default();
    let from = found.start - before.len();
    let after = text.get(found.end..).unwrap_or_default();
    let near = after.char_indices().nth(LONGEST_CLAUSE).map_or(after.len(), |(at, _)| at);
    let after = after.get(..near).unwrap_or_default().split(ends).next().unwrap_or_default();
    let clause = text.get(from..found.end + after.len()).unwrap_or_default();
    category.excuses.iter().any(|word| clause.contains(word))
}

/// Whether another text says so. A strong word and one on the licence stand for themselves.
fn excused_elsewhere(context: &Context<'_>, one: &Concern) -> bool {
    one.weight < 3
        && one.field != FieldId::SubjectBusinessScope
        && EXCUSING.iter().any(|id| {
            let text = context.folded(*id).unwrap_or_default();
            one.category.excuses.iter().any(|word| text.contains(word))
        })
}

/// The concerns that a service content raises: by its words, and by what stands under it.
fn of_content(id: u32, row: usize, region: &str) -> Vec<Concern> {
    let Some(content) = catalog::service_content(id).filter(|content| !matches!(content.parent, 0 | GOVERNMENT)) else {
        return Vec::new();
    };
    let path = catalog::service_path(id, true).unwrap_or_default();
    let concern = |category, word, effect, weight, sure| Concern {
        field: FieldId::ServiceContents,
        row: Some(row),
        category,
        word,
        around: path.clone(),
        effect,
        weight,
        sure,
        way: Way::Content,
    };
    let trade = keyword::trade_of_content(id);
    // The name of its group says nothing about the content, and one that says a trade by itself says it as strongly as stands there.
    let words = keyword::search(content.name.zh, &[Spot::ServiceContents], region).into_iter().map(|found| found.keyword);
    let words = words.filter(|row| trade.is_none_or(|trade| trade.category != row.category));
    let mut concerns: Vec<Concern> = words
        .filter_map(|row| Some(concern(keyword::category(row.category)?, row.word(), row.effect, row.weight, is_sure(row))))
        .filter(|one| !one.category.of_individuals)
        .collect();
    if let Some(trade) = trade
        && let Some(category) = keyword::category(trade.category)
    {
        let sure = trade.confidence != Sureness::Inferred || trade.weight > 2;
        concerns.push(concern(category, content.name.zh, Effect::Ask, trade.weight, sure));
    }
    concerns
}

/// Whether the hits say enough: a weak word wants a second one, or a second place.
pub fn enough(hits: &[&Concern]) -> bool {
    let Some(first) = hits.first() else { return false };
    hits.iter().any(|hit| hit.weight > 1 || hit.word != first.word || hit.field != first.field)
}

/// The words of a trade that a text denies, each once.
pub fn denied_words(text: &str, region: &str) -> Vec<&'static str> {
    let mut words: Vec<&str> = Vec::new();
    for found in keyword::search(text, REMARK, region) {
        let is_permit = keyword::category(found.keyword.category).is_some_and(|category| !category.of_individuals);
        let is_denied = || super::denial::denied(text, found.start, found.end);
        if is_permit && found.keyword.weight > 1 && !words.contains(&found.keyword.word()) && is_denied() {
            words.push(found.keyword.word());
        }
    }
    words
}

/// The word with a few characters on either side.
pub fn around(text: &str, start: usize, end: usize) -> String {
    // One more than is shown tells whether there is more; a long text is not gone through for each of its words.
    let before: Vec<char> = text.get(..start).unwrap_or_default().chars().rev().take(AROUND + 1).collect();
    let after: Vec<char> = text.get(end..).unwrap_or_default().chars().take(AROUND + 1).collect();
    let mut shown = String::new();
    if before.len() > AROUND {
        shown.push('…');
    }
    shown.extend(before.iter().take(AROUND).rev());
    shown.push_str(text.get(start..end).unwrap_or_default());
    // A full stop of the text would stand beside that of the sentence.
    let shown_after: String = after.iter().take(AROUND).collect();
    shown.push_str(shown_after.trim_end_matches('。'));
    if after.len() > AROUND {
        shown.push('…');
    }
    shown
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
            ("可以听音乐。", "音乐", "可以听音乐"),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(around(text, start, start + word.len()), shown);
        }
    }
}
