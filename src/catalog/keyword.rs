//! Words that raise a concern: trades that need a permit first, and what individuals may not offer. One list a concern, in
//! `assets/catalog/words/`.
//!
//! A hit is a reason to ask the user, never a verdict.

use std::ops::Deref;

use super::Confidence;
use super::piece::Piece;
use super::vocabulary::Audience;
pub use super::vocabulary::{Effect, Spot, Status, WhyUnfit};
use super::words::{self, Hit, Hits, List};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/keywords.rs"));

/// The region of words that are looked for everywhere.
pub const EVERYWHERE: &str = "000000";

/// The key of games, which WeChat approves by itself before the filing (its guide for games).
pub const GAME: &str = "game";

/// A concern: a trade that needs a permit, with who gives it, or what individuals may not offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// The id in the list of prior approvals; none for trades outside that list.
    pub approval: Option<u32>,
    /// A stable key.
    pub key: &'static str,
    /// What it is called.
    pub name: Text,
    /// Who approves, in Chinese and in full; may be empty.
    pub authority: &'static str,
    /// The document to upload, in Chinese and in full; may be empty.
    pub document: &'static str,
    /// Who approves, in a few words; empty where nobody does.
    pub office: Text,
    /// What to attach, in a few words; empty where nothing helps.
    pub paper: Text,
    /// What its number usually looks like, in English; unverified.
    pub number_hint: &'static str,
    /// Whether the approval still exists.
    pub status: Status,
    /// What it covers, in English.
    pub note: &'static str,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
    /// Whether it is no trade with a permit but something that individuals may not offer.
    pub of_individuals: bool,
    /// The natures whose own office it is: nothing is asked of them.
    pub exempt: &'static [u32],
    /// The key of the concern that its words are for individuals, where they have one of their own.
    pub as_individual: Option<&'static str>,
    /// The paper that says it is not involved, in a few words.
    pub statement: Text,
    /// Words that say it is something else: 宠物 beside 问诊, 驾校 beside 学员.
    pub excuses: &'static [&'static str],
}

impl Category {
    /// Whether no office permits it: what the law or the platform admits nowhere.
    #[must_use]
    pub fn is_admitted_nowhere(&self) -> bool {
        self.key != "none" && !self.of_individuals && self.paper.zh.is_empty()
    }
}

/// One word; what is said of it stands in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyword {
    /// The word, of `WORDS`.
    word: Piece,
    /// The place of its row.
    row: u16,
}

/// What is said of the words of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeywordRow {
    /// The key of its category.
    pub category: &'static str,
    /// The province that treats it so, or [`EVERYWHERE`].
    pub region: &'static str,
    /// Where it is looked for.
    pub spots: &'static [Spot],
    /// What a hit leads to.
    pub effect: Effect,
    /// 3 strong, 2 medium, 1 weak: needs a second hit.
    pub weight: u8,
    /// To whom it speaks.
    pub subject: Audience,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// A service content whose name alone says a trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentTrade {
    /// The id of the service content.
    pub content: u32,
    /// The key of the category.
    pub category: &'static str,
    /// 3 strong, 2 medium.
    pub weight: u8,
    /// How sure we are.
    pub confidence: Confidence,
}

/// A service content, or a whole group, that does not fit every nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfit {
    /// The id of the service content or of its group.
    pub content: u32,
    /// Whom it does not fit.
    pub why: WhyUnfit,
    /// How sure the source is.
    pub confidence: Confidence,
}

/// All categories, in the order of the file.
pub fn categories() -> &'static [Category] {
    CATEGORIES
}

/// The category with this key.
pub fn category(key: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|row| row.key == key)
}

/// All words, in the order of the file.
pub fn keywords() -> &'static [Keyword] {
    KEYWORDS
}

/// Whether a row of this region holds in the region with this code.
fn holds_in(region: &str, code: &str) -> bool {
    region == EVERYWHERE || region.get(..2).is_some_and(|digits| code.get(..2) == Some(digits))
}

/// The trade that a service content says by its name.
pub fn trade_of_content(id: u32) -> Option<&'static ContentTrade> {
    CONTENTS.iter().find(|row| row.content == id)
}

/// Whom a service content does not fit; `None` where it fits everybody. The content's own row goes before its group's.
pub fn unfit(content: u32, group: u32) -> Option<&'static Unfit> {
    let row = |id: u32| UNFIT.iter().find(move |row| row.content == id);
    row(content).or_else(|| row(group))
}

/// Whether the province of this region takes no letter that denies a trade.
pub fn takes_no_letter(code: &str) -> bool {
    NO_LETTER.iter().any(|region| holds_in(region, code))
}

/// A word found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The row that applies there.
    pub keyword: &'static Keyword,
    /// Byte where it starts in the text.
    pub start: usize,
    /// Byte behind its end.
    pub end: usize,
    /// Whether it is written apart: with blanks or marks between its characters.
    pub apart: bool,
}

/// Stands for a row that is not there.
static NO_ROW: KeywordRow = KeywordRow {
    category: "",
    region: "",
    spots: &[],
    effect: Effect::Ask,
    weight: 1,
    subject: Audience::Everyone,
    source: "",
    confidence: Confidence::Inferred,
};

impl Deref for Keyword {
    type Target = KeywordRow;

    fn deref(&self) -> &KeywordRow {
        // Every word was given a row while compiling.
        KEYWORD_ROWS.get(usize::from(self.row)).unwrap_or(&NO_ROW)
    }
}

impl Keyword {
    /// The word, looked for as it is after folding of widths.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.word.of(WORDS)
    }

    /// Whether it says something to subjects of this kind.
    #[must_use]
    pub fn speaks_to(&self, individual: bool) -> bool {
        match self.subject {
            Audience::Everyone => true,
            Audience::Individuals => individual,
            Audience::Organisations => !individual,
        }
    }
}

/// Whether a text says one of these words outside of the phrases that make it harmless: 医院, but not 宠物医院.
pub fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        text.match_indices(word).any(|(start, _)| {
            let end = start + word.len();
            let covers = |phrase: &str| text.match_indices(phrase).any(|(from, _)| from <= start && end <= from + phrase.len());
            !PHRASES.iter().any(|(of, phrase)| of.of(WORDS) == *word && covers(phrase.of(WORDS)))
        })
    })
}

/// The words in a text, in its order. Widths are folded already. Of words inside one another the longest counts, a word inside
/// a harmless phrase does not, and a province's own row goes before the one for everywhere.
///
/// `spots` says what the text is: words that are looked for in one of them are found. `region` is the filing's region.
pub fn search(text: &str, spots: &[Spot], region: &str) -> Vec<Found> {
    search_in(text, &words::scan(text), spots, region)
}

/// The same in a text that was searched already, with what was found in it.
pub fn search_in(text: &str, hits: &Hits, spots: &[Spot], region: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for hit in hits.of(List::Concern).filter(|hit| stands_alone(text, hit.start, hit.end)) {
        let longer = hits.iter().filter(|longer| longer.covers(hit) && longer.length() > hit.length());
        if !longer.filter(|longer| stands_alone(text, longer.start, longer.end)).any(|longer| shields(longer, hit, spots, region))
        {
            found.extend(rows(hit.word, spots, region).map(|keyword| Found {
                keyword,
                start: hit.start,
                end: hit.end,
                apart: hit.apart,
            }));
        }
    }
    found.sort_by_key(|found| (found.start, found.end));
    found
}

/// Whether a word does not count inside this longer one: a phrase that makes it harmless, or a word that applies itself.
fn shields(longer: &Hit, hit: &Hit, spots: &[Spot], region: &str) -> bool {
    match longer.list {
        List::Concern => rows(longer.word, spots, region).next().is_some(),
        List::HarmlessConcern => {
            let word = KEYWORDS.get(usize::from(hit.word)).map(|row| row.word);
            PHRASES.get(usize::from(longer.word)).map(|(word, _)| *word) == word
        }
        _ => false,
    }
}

/// Whether a hit is no part of a longer word in Latin letters.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let inside = |c: Option<char>, other: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric()) && other.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let (before, word, after) = (text.get(..start), text.get(start..end), text.get(end..));
    let word = word.unwrap_or_default();
    !inside(before.and_then(|text| text.chars().next_back()), word.chars().next())
        && !inside(word.chars().next_back(), after.and_then(|text| text.chars().next()))
}

/// The rows of a word that apply, given the first of them: of one category the province's own, where it has one for one of these
/// spots.
fn rows<'a>(first: u16, spots: &'a [Spot], region: &'a str) -> impl Iterator<Item = &'static Keyword> + 'a {
    let applying = move || {
        let places = std::iter::successors(Some(first), |place| NEXT_ROWS.get(usize::from(*place)).copied().flatten());
        let rows = places.filter_map(|place| KEYWORDS.get(usize::from(place)));
        rows.filter(move |row| holds_in(row.region, region) && row.spots.iter().any(|spot| spots.contains(spot)))
    };
    let is_own = |row: &Keyword| row.region != EVERYWHERE;
    applying().filter(move |row| is_own(row) || !applying().any(|other| is_own(other) && other.category == row.category))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{filing_region, prior_approval, service_content};

    #[test]
    fn the_lists_are_complete() {
        let keys: HashSet<&str> = categories().iter().map(|row| row.key).collect();
        assert_eq!((keys.len(), categories().iter().filter(|row| row.of_individuals).count()), (33, 10));
        assert!(categories().iter().all(|row| row.key == "none" || keywords().iter().any(|word| word.category == row.key)));
    }

    #[test]
    fn every_reference_leads_somewhere() {
        for row in categories() {
            let found = row.approval.map(prior_approval);
            assert!(!matches!(found, Some(None)), "{row:?}");
            for name in [row.office, row.paper] {
                assert_eq!(name.zh.is_empty(), row.key == "none" || row.of_individuals || row.is_admitted_nowhere(), "{row:?}");
                assert_eq!(name.en.is_empty(), name.zh.is_empty(), "{row:?}");
            }
        }
        for row in categories().iter().filter(|row| row.is_admitted_nowhere()) {
            let of_it = || keywords().iter().filter(|word| word.category == row.key);
            assert!(of_it().count() > 0 && of_it().all(|word| word.effect == Effect::Refused), "{row:?}");
        }
        for row in keywords() {
            assert!(category(row.category).is_some(), "{row:?}");
            assert!(!row.word().is_empty() && !row.spots.is_empty(), "{row:?}");
            let region = filing_region::find(row.region);
            assert!(row.region == EVERYWHERE || region.is_some_and(|r| r.level == 1), "{row:?}");
        }
        assert!(CONTENTS.iter().all(|row| service_content(row.content).is_some() && category(row.category).is_some()));
    }

    #[test]
    fn the_doubtful_id_is_translated() {
        assert_eq!(category("ridehail").unwrap().approval, Some(12));
        assert_eq!(category("game").unwrap().approval, None);
        assert_eq!(category("nothing"), None);
    }

    /// Words and effects found in a text.
    fn found(text: &str, spot: Spot, region: &str) -> Vec<(&'static str, Effect)> {
        search(text, &[spot], region).iter().map(|found| (found.keyword.word(), found.keyword.effect)).collect()
    }

    /// Every word is found by itself, wherever it is looked for.
    #[test]
    fn every_word_is_found() {
        for row in keywords() {
            let region = if row.region == EVERYWHERE { "440305" } else { row.region };
            for spot in row.spots {
                let hits = search(&format!("从事{}的", row.word()), &[*spot], region);
                assert!(hits.iter().any(|hit| hit.keyword == row), "{row:?} {spot:?}: {hits:?}");
            }
        }
    }

    /// The same by searching for one word after the other.
    fn search_slowly(text: &str, spots: &[Spot], region: &str) -> Vec<Found> {
        let rows = |word: &str| {
            let applies = |row: &&'static Keyword| {
                row.word() == word && holds_in(row.region, region) && row.spots.iter().any(|spot| spots.contains(spot))
            };
            let mut rows: Vec<&'static Keyword> = KEYWORDS.iter().filter(applies).collect();
            let own: Vec<&str> = rows.iter().filter(|row| row.region != EVERYWHERE).map(|row| row.category).collect();
            rows.retain(|row| row.region != EVERYWHERE || !own.contains(&row.category));
            rows
        };
        let patterns: BTreeSet<&str> =
            KEYWORDS.iter().map(|row| row.word()).chain(PHRASES.iter().map(|row| row.1.of(WORDS))).collect();
        let mut hits = Vec::new();
        for word in patterns {
            for (start, _) in text.char_indices() {
                let end = start + word.len();
                if text.get(start..end).is_some_and(|part| part.eq_ignore_ascii_case(word)) && stands_alone(text, start, end) {
                    hits.push((start, end, word));
                }
            }
        }
        let mut found = Vec::new();
        for &(start, end, word) in &hits {
            let covers = |&&(from, to, _): &&(usize, usize, &str)| from <= start && end <= to && (from, to) != (start, end);
            let shields = |longer: &str| {
                PHRASES.iter().any(|(of, phrase)| (of.of(WORDS), phrase.of(WORDS)) == (word, longer)) || !rows(longer).is_empty()
            };
            if !hits.iter().filter(covers).any(|(_, _, longer)| shields(longer)) {
                found.extend(rows(word).into_iter().map(|keyword| Found { keyword, start, end, apart: false }));
            }
        }
        found.sort_by_key(|found| (found.start, found.end));
        found
    }

    fn piece() -> impl Strategy<Value = &'static str> {
        let words = KEYWORDS.iter().map(|row| row.word()).chain(PHRASES.iter().map(|(_, phrase)| phrase.of(WORDS)));
        let halves = words.clone().filter_map(|word| word.get(..word.len() / 6 * 3)).filter(|half| !half.is_empty());
        prop::sample::select(words.chain(halves).chain(["p2p", "GAME", "a", "食", "，"]).collect::<Vec<_>>())
    }

    proptest! {
        #[test]
        fn the_same_words_are_found_as_one_by_one(
            text in prop::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat()),
            spots in prop::sample::subsequence(
                vec![Spot::SubjectName, Spot::BusinessScope, Spot::MiniProgramName, Spot::Remark, Spot::ServiceContents], 1..3,
            ),
            region in prop::sample::select(vec!["310104", "370100", "420106", "440305", "510100", ""]),
        ) {
            prop_assert_eq!(search(&text, &spots, region), search_slowly(&text, &spots, region), "{}", text);
        }
    }

    #[test]
    fn provincial_rows_go_before_and_stay_at_home() {
        use Spot::{BusinessScope as Scope, MiniProgramName as Name, SubjectName as Unit};
        for (text, spot, region, hits) in [
            ("彩票助手", Name, "310104", &[("彩票", Effect::Refused)][..]),
            ("彩票助手", Name, "440305", &[("彩票", Effect::Ask)]),
            ("彩票助手", Unit, "310104", &[]),
            ("虚构金融信息", Unit, "310104", &[("金融", Effect::PermitOnly)]),
            // Shanghai's row is about names; for the scope the one for everywhere holds.
            ("金融信息", Scope, "310104", &[("金融", Effect::LetterPossible)]),
            ("虚构金融信息", Unit, "510107", &[("金融", Effect::LetterPossible)]),
            ("图书销售", Scope, "370100", &[("图书", Effect::PermitOnly)]),
            ("图书销售", Scope, "510100", &[("图书", Effect::Ask)]),
            ("信托", Unit, "510100", &[("信托", Effect::LetterPossible)]),
            ("图书销售", Scope, "", &[("图书", Effect::Ask)]),
        ] {
            assert_eq!(found(text, spot, region), hits, "{text} {region}");
        }
    }

    #[test]
    fn a_word_is_not_said_inside_a_phrase_that_makes_it_harmless() {
        let words = ["医院", "诊所", "门诊", "卫生院"];
        for (text, expected) in [
            ("虚构医院", true),
            ("虚构宠物医院", false),
            ("宠物医院旁边的社区医院", true),
            ("动物诊所", false),
            ("虚构诊所", true),
            ("宠物门诊预约", false),
            ("去医院路虚构书店", false),
            ("", false),
        ] {
            assert_eq!(says(text, &words), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_word_counts_and_harmless_phrases_do_not() {
        let words = |text: &str| -> Vec<&str> {
            let spots = [Spot::MiniProgramName, Spot::ServiceContents, Spot::Remark];
            search(text, &spots, "440305").iter().map(|found| found.keyword.word()).collect()
        };
        let mut wrong = Vec::new();
        for (text, hits) in [
            ("私募基金管理", &["私募基金", "基金管理"][..]),
            ("虚构慈善基金会", &["慈善", "基金会"]),
            ("远程教育平台", &["远程教育", "平台"]),
            ("新闻网", &["新闻网"]),
            ("社区居民记账", &[]),
            ("社区居民的社区论坛", &["社区", "社区", "论坛", "论坛"]),
            ("街道教育局", &[]),
            ("基督教堂", &["基督教", "教堂"]),
            ("代理财税", &[]),
            ("电视频道", &[]),
            ("宠物医院", &[]),
            ("社区医院", &["医院", "医院"]),
            ("直播", &["直播", "直播"]),
            ("垂直播种机", &[]),
            ("P2P借贷", &["P2P", "借贷"]),
            ("p2p借贷", &["P2P", "借贷"]),
            ("My Game", &["game"]),
            ("endgame", &[]),
            ("gamepad", &[]),
            ("三餐小账", &[]),
            ("", &[]),
        ] {
            let found = words(text);
            wrong.extend((found != hits).then(|| format!("{text}: {found:?}, not {hits:?}")));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn letters_are_no_use_where_the_bureau_takes_none() {
        assert!(takes_no_letter("420106") && !takes_no_letter("440305") && !takes_no_letter(""));
        assert_eq!(trade_of_content(43).unwrap().category, "av");
        assert_eq!(trade_of_content(3), None);
        assert_eq!(unfit(163, 512).unwrap().why, WhyUnfit::Commercial);
        assert_eq!(unfit(94, 509).unwrap().why, WhyUnfit::State);
        assert_eq!(unfit(3, 500), None);
    }
}
