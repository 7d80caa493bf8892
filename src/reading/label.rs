//! Labels: the printed words beside which the values of a document stand, found by their text wherever they are, although a
//! character was misread or left out, the word is spread out, lies in two pieces, or is glued to its value.

use super::piece::{Frame, Glyph, Piece, is_ideograph};

/// How far the characters of a label may stand apart, by their height.
const SPREAD: f32 = 5.0;
/// What it costs if a character is only among the other readings.
const OTHER_READING: f32 = 0.3;
/// What a place in the middle of a piece costs.
const AMID: f32 = 0.6;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Mark {
    Name,
    Sex,
    Nation,
    Birth,
    Address,
    Number,
    Authority,
    Validity,
    Code,
    Registration,
    Company,
    Type,
    LegalPerson,
    Scope,
    Capital,
    Founded,
    Term,
    Office,
    Funds,
    Sponsor,
    Nationality,
    PermitNumber,
    Copies,
    Form,
    /// What is printed at the foot of a licence.
    Foot,
}

/// A word and what it announces.
pub(super) type Word = (Mark, &'static str);

/// A label that was found.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub mark: Mark,
    /// How unlike the word it is, 0 for the very word.
    pub cost: f32,
    /// Its characters: in one piece, or from one to a second.
    from: (usize, usize),
    to: (usize, usize),
    pub frame: Frame,
}

/// What a page is after its labels were taken out.
#[derive(Debug, Default)]
pub(super) struct Anchored {
    /// The best of each label.
    labels: Vec<(Mark, Frame)>,
    /// What else stands there.
    pub rest: Vec<Piece>,
}

impl Anchored {
    /// Takes the best label of each mark out of the pieces.
    pub(super) fn of(pieces: &[Piece], words: &[Word]) -> Self {
        let mut best: Vec<Hit> = Vec::new();
        for hit in hits(pieces, words) {
            match best.iter_mut().find(|known| known.mark == hit.mark) {
                // The longer word contains the shorter one: 被授权人姓名, 被授权人.
                Some(known) if (hit.cost, known.length()) < (known.cost, hit.length()) => *known = hit,
                Some(_) => {}
                None => best.push(hit),
            }
        }
        // Of two labels that share a character the likelier holds.
        best.sort_by(|one, other| one.cost.total_cmp(&other.cost).then(other.length().cmp(&one.length())));
        let mut taken: Vec<Hit> = Vec::new();
        for hit in best {
            if !taken.iter().any(|other| other.overlaps(&hit)) {
                taken.push(hit);
            }
        }
        let mut rest = Vec::with_capacity(pieces.len() + taken.len());
        for (index, piece) in pieces.iter().enumerate() {
            let mut spans: Vec<(usize, usize)> = taken.iter().filter_map(|hit| hit.span_in(index, piece.glyphs.len())).collect();
            spans.sort_unstable();
            let mut from = 0;
            for (start, end) in spans {
                rest.extend(piece.part(from, start));
                from = end;
            }
            rest.extend(piece.part(from, piece.glyphs.len()));
        }
        Self { labels: taken.into_iter().map(|hit| (hit.mark, hit.frame)).collect(), rest }
    }

    /// Where a label stands.
    pub(super) fn label(&self, mark: Mark) -> Option<Frame> {
        self.labels.iter().find(|(known, _)| *known == mark).map(|(_, frame)| *frame)
    }

    /// All labels that were found.
    pub(super) fn labels(&self) -> impl Iterator<Item = (Mark, Frame)> + '_ {
        self.labels.iter().copied()
    }

    /// Adds a label that was found in another way: the piece of this index begins with it, so many characters long.
    pub(super) fn add(&mut self, mark: Mark, index: usize, count: usize) {
        let Some(piece) = self.rest.get(index) else { return };
        let (label, value) = (piece.part(0, count), piece.part(count, piece.glyphs.len()));
        let Some(label) = label else { return };
        self.labels.push((mark, label.frame));
        self.rest.remove(index);
        if let Some(value) = value {
            self.rest.insert(index, value);
        }
    }
}

impl Hit {
    fn length(&self) -> usize {
        if self.from.0 == self.to.0 { self.to.1 - self.from.1 } else { 2 }
    }

    /// Its characters in a piece.
    fn span_in(&self, piece: usize, count: usize) -> Option<(usize, usize)> {
        if piece != self.from.0 && piece != self.to.0 {
            return None;
        }
        let start = if piece == self.from.0 { self.from.1 } else { 0 };
        let end = if piece == self.to.0 { self.to.1 } else { count };
        Some((start, end))
    }

    fn overlaps(&self, other: &Self) -> bool {
        [self.from.0, self.to.0].into_iter().any(|piece| {
            let spans = (self.span_in(piece, usize::MAX), other.span_in(piece, usize::MAX));
            matches!(spans, (Some((a, b)), Some((c, d))) if a < d && c < b)
        })
    }
}

/// Every place where a word may stand, in the order of the pieces.
pub(super) fn hits(pieces: &[Piece], words: &[Word]) -> Vec<Hit> {
    let mut found = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let next = follower(pieces, index);
        for (mark, word) in words {
            let word: Vec<char> = word.chars().collect();
            if let Some(hit) = best_in(pieces, index, *mark, &word) {
                found.push(hit);
            } else if let Some(hit) = spread(pieces, index, next, *mark, &word, piece) {
                found.push(hit);
            }
        }
    }
    found
}

/// The nearest piece to the right on the same row that may go on with a label.
fn follower(pieces: &[Piece], index: usize) -> Option<usize> {
    let here = pieces.get(index)?;
    // A label that is parted is short.
    if here.glyphs.len() > 6 {
        return None;
    }
    let height = here.frame.height;
    let from = pieces.partition_point(|piece| piece.frame.y < here.frame.y - height);
    let beside = pieces.iter().enumerate().skip(from).take_while(|(_, piece)| piece.frame.y <= here.frame.y + height);
    beside
        .filter(|(other, piece)| {
            let gap = piece.frame.left - here.frame.right;
            *other != index && piece.frame.is_beside(&here.frame) && gap > -0.5 * height && gap < SPREAD * height
        })
        .min_by(|(_, one), (_, other)| one.frame.left.total_cmp(&other.frame.left))
        .map(|(other, _)| other)
}

/// The likeliest place of a word within one piece.
fn best_in(pieces: &[Piece], index: usize, mark: Mark, word: &[char]) -> Option<Hit> {
    let piece = pieces.get(index)?;
    let glyphs = &piece.glyphs;
    let mut best: Option<Hit> = None;
    for start in 0..glyphs.len() {
        let before = glyphs.get(..start).unwrap_or_default();
        let amid = before.iter().any(|glyph| is_ideograph(glyph.c) || glyph.c.is_ascii_alphanumeric());
        if amid && !may_stand_amid(mark, word, before) {
            continue;
        }
        let budget = budget(word.len()) * if amid { 0.5 } else { 1.0 };
        let Some((cost, used)) = align(word, glyphs.get(start..).unwrap_or_default(), budget) else { continue };
        let cost = cost + if amid { AMID } else { 0.0 };
        if best.as_ref().is_none_or(|known| cost < known.cost) {
            let frame = piece.part(start, start + used).map_or(piece.frame, |label| label.frame);
            best = Some(Hit { mark, cost, from: (index, start), to: (index, start + used), frame });
        }
    }
    best
}

/// A word of which the first characters end one piece and the others begin the next one.
fn spread(pieces: &[Piece], index: usize, next: Option<usize>, mark: Mark, word: &[char], piece: &Piece) -> Option<Hit> {
    let next = next?;
    let other = pieces.get(next)?;
    let seen = piece.glyphs.iter().filter(|glyph| !glyph.is_blank()).count();
    if seen >= word.len() {
        return None;
    }
    // A speck before the second half is read as a sign.
    let specks = other.glyphs.iter().take(2).take_while(|glyph| is_speck(glyph.c)).count();
    let head = piece.glyphs.iter().filter(|glyph| !glyph.is_blank());
    let joined: Vec<Glyph> = head.chain(other.glyphs.iter().skip(specks).take(word.len() + 2)).cloned().collect();
    let (cost, used) = align(word, &joined, budget(word.len()))?;
    let in_next = used.checked_sub(seen).filter(|count| *count > 0)? + specks;
    let tail = other.part(0, in_next)?;
    let frame = piece.frame.with(tail.frame);
    let frame = Frame { y: piece.frame.y, height: piece.frame.height.max(tail.frame.height), ..frame };
    Some(Hit { mark, cost, from: (index, 0), to: (next, in_next), frame })
}

/// Whether a character is none that stands in a label or begins a value.
pub(super) fn is_speck(c: char) -> bool {
    !is_ideograph(c) && !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '(' | '（' | '<' | '《')
}

/// How unlike a word may be what is taken for it.
fn budget(length: usize) -> f32 {
    match length {
        0..=3 => 0.9,
        4..=5 => 1.1,
        _ => 2.1,
    }
}

/// Whether a label may follow other writing without a gap.
fn may_stand_amid(mark: Mark, word: &[char], before: &[Glyph]) -> bool {
    match mark {
        // 民族大道 is a street.
        Mark::Nation => before.last().is_some_and(|glyph| glyph.may_be('男') || glyph.may_be('女')),
        Mark::Sex | Mark::Name | Mark::Birth | Mark::Number => true,
        Mark::Scope | Mark::Foot => false,
        _ => word.len() >= 4,
    }
}

/// How unlike a word the characters are, and how many of them it takes; `None` beyond the budget. Blanks count for nothing; one
/// character of the word may be misread, missing, or followed by a strange one, two in a long word.
fn align(word: &[char], glyphs: &[Glyph], budget: f32) -> Option<(f32, usize)> {
    let blanks = glyphs.iter().take_while(|glyph| glyph.is_blank()).count();
    let Some((first, word_rest)) = word.split_first() else { return Some((0.0, 0)) };
    let rest = glyphs.get(blanks..).unwrap_or_default();
    let taken = |extra: f32, found: Option<(f32, usize)>, count: usize| found.map(|(cost, used)| (cost + extra, used + count));
    let here = rest.split_first().and_then(|(glyph, after)| {
        let cost = match glyph {
            glyph if glyph.c == *first => 0.0,
            glyph if glyph.may_be(*first) => OTHER_READING,
            glyph => misread(glyph, word_rest.is_empty() && !after.is_empty()),
        };
        let found = (cost <= budget).then(|| align(word_rest, after, budget - cost)).flatten();
        taken(cost, found, blanks + 1)
    });
    if matches!(here, Some((cost, _)) if cost < OTHER_READING) || budget < 1.0 {
        return here;
    }
    let missing = taken(1.05, (budget >= 1.05).then(|| align(word_rest, rest, budget - 1.05)).flatten(), blanks);
    let strange = rest
        .split_first()
        .and_then(|(_, after)| taken(1.05, (budget >= 1.05).then(|| align(word, after, budget - 1.05)).flatten(), blanks + 1));
    [here, missing, strange].into_iter().flatten().min_by(|one, other| one.0.total_cmp(&other.0))
}

/// What a misread character costs. A digit is no misread ideograph, and before a value the last character of a label is sooner
/// missing than misread.
fn misread(glyph: &Glyph, before_value: bool) -> f32 {
    match () {
        () if !is_ideograph(glyph.c) => 1.3,
        () if before_value => 1.08,
        () => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(text: &str) -> Vec<Glyph> {
        let glyph = |(index, c): (usize, char)| Glyph { c, likely: 0.9, others: vec![('姓', 0.05)], x: index as f32 };
        text.chars().enumerate().map(glyph).collect()
    }

    #[test]
    fn words_are_known_although_a_character_is_not() {
        for (word, text, expected) in [
            ("姓名", "姓名", Some((0.0, 2))),
            ("姓名", "姓 名张三", Some((0.0, 3))),
            ("姓名", "牲名", Some((0.3, 2))),
            ("姓名", "姓氏", None),
            ("名称", "名张", None),
            ("公民身份号码", "公民身份号码1101", Some((0.0, 6))),
            ("公民身份号码", "公民身价号码1101", Some((1.0, 6))),
            ("公民身份号码", "公民身号码1101", Some((1.05, 5))),
            ("公民身份号码", "公民身份号1101", Some((1.05, 5))),
            ("公民身份号码", "公民·身份号码1101", Some((1.05, 7))),
            ("公民身份号码", "民身号码1101", Some((2.1, 4))),
            ("公民身份号码", "证件号码1101", None),
            ("法定代表人", "法定代表入", Some((1.0, 5))),
            ("法定代表人", "法人代表", None),
            ("", "姓", Some((0.0, 0))),
            ("姓名", "", None),
        ] {
            let word: Vec<char> = word.chars().collect();
            let found = align(&word, &glyphs(text), budget(word.len()));
            let rounded = found.map(|(cost, used)| ((cost * 100.0).round() / 100.0, used));
            assert_eq!(rounded, expected, "{word:?} in {text}");
        }
    }
}
