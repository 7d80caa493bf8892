//! Finding a region by what people type: characters, pinyin, initials, codes, with or without the path.
//!
//! A query is read against the characters of a name one by one. Each may be given by itself, by its syllable or by
//! the syllable's initial, so 深圳南山, `shenzhen nanshan`, `sznanshan`, `szns` and `深圳ns` all find one district.

use std::borrow::Cow;
use std::collections::HashMap;

use super::division::{Former, called_formerly, regions_of, successors};
use super::english::names;
use super::{Address, Region, SYLLABLES, lists, regions, sole_district};
use crate::text::normalize::fold_fullwidth;

/// How well a region fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The query is the name or its short form, or the code.
    Exact,
    /// The same, after the name of a region above.
    ExactInPath,
    /// The name begins with the query.
    Prefix,
    /// The same, after the name of a region above.
    PrefixInPath,
    /// The query stands inside the name.
    Inside,
    /// The query names a region above.
    Below,
    /// The query ends within a syllable with which the name goes on: 称多 (chengduo) where 成都 was spelled out.
    Begun,
}

/// How a character was given, plainest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Manner {
    Character,
    Syllable,
    Initial,
}

type Score = (Rank, Manner);

/// The characters of a name with their syllables.
type Units = &'static [(char, u16)];

/// A way of reading some characters of a name at the start of a query.
struct Reading<'q> {
    characters: usize,
    rest: &'q str,
    manner: Manner,
    /// The query ended within the last syllable.
    cut: bool,
}

/// The regions that fit, best first, `limit` at most. Case, blanks and apostrophes do not count.
///
/// Within one rank, plainer writing comes first, then regions in force, then upper levels, then the largest cities and what lies in them,
/// then the order of the codes; rows that name no place come last. A region that was abolished, or a name of the past that is no longer listed, finds what it is today, and that
/// stands first. An empty query finds nothing.
pub fn search(query: &str, limit: usize) -> Vec<&'static Region> {
    search_near(query, limit, &|_| 0)
}

/// The same, where something is known of what is looked for: of regions that fit equally well, those to which `distance` gives the
/// least come first.
pub fn search_near(query: &str, limit: usize, distance: &dyn Fn(&Region) -> u8) -> Vec<&'static Region> {
    let found = orders(query).map(|query| search_as_written(&query, limit, distance)).find(|found| !found.is_empty());
    found.unwrap_or_default()
}

/// The query as it was written, then from its last part up, by commas and by blanks: an English address goes from the district up, and so
/// may who names two places.
pub fn orders(query: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let parts = [query.split([',', '，', '、', ';', '；']).collect::<Vec<_>>(), query.split_whitespace().collect()];
    let upwards = |parts: Vec<&str>| Cow::Owned(parts.into_iter().rev().map(str::trim).collect::<Vec<_>>().join(" "));
    std::iter::once(Cow::Borrowed(query)).chain(parts.into_iter().filter(|parts| parts.len() > 1).map(upwards))
}

fn search_as_written(query: &str, limit: usize, distance: &dyn Fn(&Region) -> u8) -> Vec<&'static Region> {
    let query = fold(&without_kinds(query));
    // No place and no way to it is as long as that.
    if query.is_empty() || query.len() > LONGEST {
        return Vec::new();
    }
    let mut asked = Query::new(&query);
    let own = |region: &'static Region| asked.score(region).map(|score| (score, region));
    let mut hits: Vec<(Score, &Region)> = regions().iter().filter(|region| !region.double).filter_map(own).collect();
    let today: Vec<(Score, &Region)> =
        hits.iter().flat_map(|(score, region)| successors(region).into_iter().map(|today| (*score, today))).collect();
    hits.extend(today);
    if let Some(former) = formerly(&query) {
        let found = regions_of(former.today()).into_iter();
        hits.extend(found.map(|region| ((Rank::Exact, Manner::Character), region)));
    }
    let key = |(score, region): &(Score, &'static Region)| {
        let (level, far) = (region.level, distance(region));
        (region.pseudo, score.0, score.1, region.is_abolished(), far, level, !is_of_large_city(region), region.code())
    };
    hits.sort_by_cached_key(key);
    let mut found: Vec<&Region> = Vec::new();
    for (_, region) in hits {
        if found.len() < limit && !found.contains(&region) {
            found.push(region);
        }
    }
    found
}

/// Cities that are no capitals, and stand under the state's own plan (计划单列市).
const OF_STATE_PLAN: [&str; 5] = ["大连市", "宁波市", "厦门市", "青岛市", "深圳市"];

/// Whether it is a municipality, the capital of a province or a city under the state's own plan, or lies in one: more people live there.
fn is_of_large_city(region: &Region) -> bool {
    // The codes of capitals begin the province's: 3301 is 杭州市.
    let is_large = |part: &Region| {
        let is_capital = part.level == 2 && part.code().get(2..4) == Some("01");
        part.is_municipality() || is_capital || OF_STATE_PLAN.contains(&part.name())
    };
    region.path().into_iter().any(is_large)
}

/// The one district in force whose name, alone or behind names of regions above, is spelled out so in pinyin: `Nanshan Shenzhen` is none,
/// `Shenzhen Nanshan` is, `szns` is too short to be meant by somebody who is not asked back.
pub fn spelled(query: &str) -> Option<&'static Region> {
    let query = fold(&without_kinds(query));
    if query.len() > LONGEST || !query.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut asked = Query::new(&query);
    let mut is_meant = |region: &'static Region| {
        let score = asked.score(region);
        score.is_some_and(|(rank, manner)| rank <= Rank::ExactInPath && manner <= Manner::Syllable)
    };
    let mut found = places_to_file().filter(|(_, place)| is_meant(place));
    found.next().filter(|_| found.next().is_none()).map(|(district, _)| district)
}

/// The districts in force, each with the place by whose name it is known: of a city that has no districts that city.
fn places_to_file() -> impl Iterator<Item = (&'static Region, &'static Region)> {
    let in_force = regions().iter().filter(|region| !region.double && !region.pseudo && !region.is_abolished());
    in_force.filter_map(|region| match region.level {
        3 => Some((region, region)),
        2 => sole_district(region).map(|district| (district, region)),
        _ => None,
    })
}

/// The province or city in force that the query names, in full or short, in characters or spelled out in pinyin: `Suzhou` is one, and a
/// district that is spelled so is not meant by it.
pub fn upper(query: &str) -> Option<&'static Region> {
    let small = query.to_lowercase();
    // 新区 are called after their city, too.
    if DISTRICTS
        .iter()
        .filter(|kind| **kind != "new area")
        .any(|kind| small.strip_suffix(kind).is_some_and(|rest| rest.ends_with(' ')))
    {
        return None;
    }
    let query = fold(&without_kinds(query));
    if query.is_empty() || query.len() > LONGEST { None } else { regions().iter().find(|region| is_upper(region, &query)) }
}

/// Districts of what the query names that come before those that are read alike elsewhere.
const MOST_WITHIN: usize = 6;

/// Whether it is a province or a city in force whose name the folded query is.
fn is_upper(region: &Region, query: &str) -> bool {
    let is_place = region.level < 3 && !region.pseudo && !region.double && !region.is_abolished();
    let is_named = || name_score(region, query).is_some_and(|(rank, manner)| rank == Rank::Exact && manner <= Manner::Syllable);
    is_place && is_named()
}

/// Districts in force that may be meant by what names none, `limit` at most: those that are called so, then those of what is called so, a city
/// after the other.
pub fn districts_near(query: &str, limit: usize) -> Vec<&'static Region> {
    let query = fold(&without_kinds(query));
    if query.is_empty() || query.len() > LONGEST {
        return Vec::new();
    }
    let mut asked = Query::new(&query);
    let near = places_to_file().filter_map(|(district, place)| {
        let (rank, manner) = asked.score(place).filter(|(_, manner)| *manner <= Manner::Syllable)?;
        Some((rank, manner, district))
    });
    let mut near: Vec<(Rank, Manner, &Region)> = near.collect();
    near.sort_by_key(|(rank, manner, region)| (*rank, *manner, region.is_zone(), !is_of_large_city(region), region.code()));
    // Of several cities of one name each has its turn.
    let mut turns: HashMap<&str, usize> = HashMap::new();
    let mut near: Vec<(Rank, usize, &Region)> = near
        .into_iter()
        .map(|(rank, _, region)| {
            let turn = turns.entry(region.code().get(..4).unwrap_or_default()).or_default();
            *turn += 1;
            (rank, *turn, region)
        })
        .collect();
    near.sort_by_key(|(rank, turn, _)| (*rank, *turn));
    // Whoever names a city or a province means what lies in it, rather than a district elsewhere that is read alike.
    let (within, others): (Vec<&Region>, Vec<&Region>) =
        near.into_iter().map(|(_, _, region)| region).partition(|region| region.path().iter().any(|part| is_upper(part, &query)));
    let first = within.len().min(MOST_WITHIN);
    let (first, rest) = within.split_at(first);
    first.iter().chain(&others).chain(rest).copied().take(limit).collect()
}

/// The name of the past that the query is, in full or short, alone or behind its province: 宣武区, 北京宣武.
pub fn formerly(query: &str) -> Option<&'static Former> {
    let query = fold(query);
    // A name that is in force somewhere is no old one.
    if super::called(&query).any(|region| !region.is_abolished()) {
        return None;
    }
    let behind = || {
        let read = Address::read(&query)?;
        read.former.filter(|_| read.rest(&query).is_empty() && read.district.is_none())
    };
    let mut called = called_formerly(&query);
    let former = called.next().or_else(behind)?;
    // One name of several places, or a name that is in force again, says nothing.
    let unlike = |region: &&Region| region.name() == former.name();
    let is_past = former.year > 0 && !regions_of(former.today()).iter().any(unlike);
    (is_past && called.all(|other| other.today() == former.today())).then_some(former)
}

/// Words that say in English what kind of place it is: of districts,
const DISTRICTS: [&str; 4] = ["district", "county", "banner", "new area"];
/// and of what lies above them.
const UPPER: [&str; 7] = ["city", "province", "municipality", "prefecture", "league", "autonomous region", "china"];

/// A query without the English words that only say what kind of place it is: `Pudong New Area`. Alone they may be anything.
fn without_kinds(query: &str) -> Cow<'_, str> {
    if !query.is_ascii() || !query.contains(' ') {
        return Cow::Borrowed(query);
    }
    let words: Vec<String> = query.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let mut told = format!(" {} ", words.join(" "));
    for kind in DISTRICTS.into_iter().chain(UPPER) {
        told = told.replace(&format!(" {kind} "), " ");
    }
    if told.trim().is_empty() { Cow::Borrowed(query) } else { Cow::Owned(told) }
}

/// Bytes of a query that may find something.
const LONGEST: usize = 512;

/// Lower case, full-width letters made narrow, ü as v, nothing that only separates.
fn fold(query: &str) -> String {
    query
        .chars()
        .map(fold_fullwidth)
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '-' | '/' | ',' | ';' | '、' | '·'))
        .map(|c| match c {
            'ü' | 'Ü' => 'v',
            _ => c.to_ascii_lowercase(),
        })
        .collect()
}

/// A query that is held against one region after the other, in the order of the list.
struct Query<'q> {
    text: &'q str,
    is_code: bool,
    /// The province and the city that were asked for last, with what the query's beginning names of them. Hundreds of regions that lie in one
    /// stand behind it.
    above: [Option<(&'static Region, Vec<Behind<'q>>)>; 2],
}

/// What stands behind the whole name of a region, and how that was given.
type Behind<'q> = (&'q str, Manner);

impl<'q> Query<'q> {
    /// Takes a folded query.
    fn new(text: &'q str) -> Self {
        Self { text, is_code: text.bytes().all(|byte| byte.is_ascii_digit()), above: [None, None] }
    }

    fn score(&mut self, region: &'static Region) -> Option<Score> {
        if self.is_code {
            let fits = region.code().starts_with(self.text);
            let rank = if region.code() == self.text { Rank::Exact } else { Rank::Prefix };
            return fits.then_some((rank, Manner::Character));
        }
        let mut best = name_score(region, self.text);
        if best.is_none_or(|(rank, _)| rank > Rank::ExactInPath) {
            best = better(best, self.path_score(region));
        }
        best.or_else(|| inside_score(region, self.text))
    }

    /// The query read through regions above, some of which may be left out.
    fn path_score(&mut self, region: &'static Region) -> Option<Score> {
        let mut best = None;
        let mut above = region.parent();
        while let Some(upper) = above {
            let scores = self.behind(upper).iter().filter_map(|behind| score_behind(upper, region, *behind));
            best = better(best, scores.min());
            above = upper.parent();
        }
        best
    }

    /// What stands behind the name of a province or a city, where the query begins with it.
    fn behind(&mut self, upper: &'static Region) -> &[Behind<'q>] {
        let text = self.text;
        let Some(kept) = self.above.get_mut(usize::from(upper.level) - 1) else { return &[] };
        if !kept.as_ref().is_some_and(|(region, _)| std::ptr::eq(*region, upper)) {
            *kept = Some((upper, behind(upper, text)));
        }
        kept.as_ref().map_or(&[], |(_, found)| found)
    }
}

fn better(one: Option<Score>, other: Option<Score>) -> Option<Score> {
    one.into_iter().chain(other).min()
}

/// The query read from the start of the region's own name.
fn name_score(region: &Region, query: &str) -> Option<Score> {
    let mut best = None;
    read_name(region, query, &mut |reading| {
        if reading.rest.is_empty() {
            let rank = match whole(region, &reading) {
                true => Rank::Exact,
                false if reading.cut => Rank::Begun,
                false => Rank::Prefix,
            };
            best = better(best, Some((rank, reading.manner)));
        }
    });
    best
}

/// What stands behind the whole name of a region, for each way in which the query begins with it.
fn behind<'q>(region: &'static Region, query: &'q str) -> Vec<Behind<'q>> {
    let mut found = Vec::new();
    if !region.pseudo {
        read_name(region, query, &mut |reading| {
            if whole(region, &reading) {
                found.push((reading.rest, reading.manner));
            }
        });
    }
    found
}

/// The rest of a query that named `upper` first: the name of a region in it, maybe after that of the city between.
fn score_behind(upper: &'static Region, region: &'static Region, (rest, manner): Behind<'_>) -> Option<Score> {
    if rest.is_empty() {
        return Some((Rank::Below, manner));
    }
    let own = name_score(region, rest).map(|(rank, manner)| match rank {
        Rank::Exact => (Rank::ExactInPath, manner),
        _ => (Rank::PrefixInPath, manner),
    });
    let between = region.parent().filter(|between| between.level > upper.level);
    let through = between.and_then(|city| {
        let scores = behind(city, rest).into_iter().filter_map(|behind| score_behind(city, region, behind));
        scores.min()
    });
    better(own, through).map(|(rank, of_rest)| (rank, of_rest.max(manner)))
}

/// The query read from a later character of the region's own name.
fn inside_score(region: &Region, query: &str) -> Option<Score> {
    let units = units(region);
    let mut best = None;
    for start in 1..units.len() {
        read(units.get(start..).unwrap_or_default(), query, &mut |reading| {
            if reading.rest.is_empty() {
                best = better(best, Some((Rank::Inside, reading.manner)));
            }
        });
    }
    best
}

/// How the name of a region is read there: in pinyin without tones, and by the initials of its syllables.
#[must_use]
pub fn sound(region: &Region) -> (String, String) {
    let all = || syllables(region).map(|(_, syllable)| syllable);
    (all().collect(), all().filter_map(|syllable| syllable.chars().next()).collect())
}

/// The characters of a name, each with how it is read there, ü as v.
pub(super) fn syllables(region: &Region) -> impl Iterator<Item = (char, &'static str)> {
    let syllable = |syllable: u16| SYLLABLES.get(usize::from(syllable)).copied().unwrap_or_default();
    units(region).iter().map(move |(character, number)| (*character, syllable(*number)))
}

fn units(region: &Region) -> Units {
    let start = usize::from(region.first_unit);
    let length = region.name().chars().count();
    lists().regions.units.get(start..start + length).unwrap_or_default()
}

/// Whether the whole name or its short form was read.
fn whole(region: &Region, reading: &Reading<'_>) -> bool {
    let length = region.name().chars().count();
    !reading.cut && [length, usize::from(region.stem)].contains(&reading.characters)
}

/// Calls `found` for every way of reading a name, or its beginning, at the start of the query: the Chinese one, and what it is called in English.
fn read_name<'q>(region: &Region, query: &'q str, found: &mut dyn FnMut(Reading<'q>)) {
    read(units(region), query, found);
    for name in names(region) {
        let (same, left) = shared(name, query);
        if left == 0 {
            let rest = query.get(same..).unwrap_or_default();
            found(Reading { characters: usize::from(region.stem), rest, manner: Manner::Syllable, cut: false });
        } else if same == query.len() && query.len() > 1 {
            found(Reading { characters: 1, rest: "", manner: Manner::Syllable, cut: true });
        }
    }
}

/// How many letters of an English name the folded query begins with, and how many of the name are left.
fn shared(name: &str, query: &str) -> (usize, usize) {
    let letters = || name.bytes().filter(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase());
    let same = letters().zip(query.bytes()).take_while(|(one, other)| one == other).count();
    (same, letters().count() - same)
}

/// Calls `found` for every way of reading one or more characters of a name at the start of the query.
fn read<'q>(units: Units, query: &'q str, found: &mut dyn FnMut(Reading<'q>)) {
    read_on(units, query, 0, Manner::Character, found);
}

fn read_on<'q>(units: Units, query: &'q str, done: usize, manner: Manner, found: &mut dyn FnMut(Reading<'q>)) {
    let Some(((character, syllable), units)) = units.split_first() else {
        return;
    };
    let mut go_on = |rest: &'q str, how: Manner| {
        let (characters, manner) = (done + 1, manner.max(how));
        found(Reading { characters, rest, manner, cut: false });
        read_on(units, rest, characters, manner, found);
    };
    if let Some(rest) = query.strip_prefix(*character) {
        go_on(rest, Manner::Character);
        return;
    }
    let syllable = SYLLABLES.get(usize::from(*syllable)).copied().unwrap_or_default();
    let Some(rest) = after_initial(syllable, query) else {
        return;
    };
    for spelling in spellings(syllable) {
        if let Some(rest) = query.strip_prefix(spelling) {
            go_on(rest, Manner::Syllable);
        }
    }
    if syllable.len() > 1 {
        go_on(rest, Manner::Initial);
        if let Some(rest) = rest.strip_prefix('h').filter(|_| has_long_initial(syllable)) {
            go_on(rest, Manner::Initial);
        }
    }
    let begun = |spelling: &str| query.len() > 1 && query.len() < spelling.len() && spelling.starts_with(query);
    if spellings(syllable).any(begun) {
        found(Reading { characters: done + 1, rest: "", manner: manner.max(Manner::Syllable), cut: true });
    }
}

fn after_initial<'q>(syllable: &str, query: &'q str) -> Option<&'q str> {
    query.strip_prefix(syllable.chars().next()?)
}

fn has_long_initial(syllable: &str) -> bool {
    ["zh", "ch", "sh"].iter().any(|initial| syllable.starts_with(initial))
}

/// How a syllable is typed: ü as v, by many as u.
fn spellings(syllable: &'static str) -> impl Iterator<Item = &'static str> {
    let other = match syllable {
        "lv" => Some("lu"),
        "nv" => Some("nu"),
        _ => None,
    };
    std::iter::once(syllable).chain(other)
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
