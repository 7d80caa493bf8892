//! The automaton that finds the words of all lists in one pass: `words.rs`.
//!
//! States are numbered level by level, so that the state to fall back to always has a smaller number.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{Fallible, Sources, table};
use super::table::{EMPTY, edge, key, slot};
use super::vocabulary::List;

/// A word to be found.
pub struct Pattern {
    /// The list it belongs to.
    pub list: List,
    /// Its place in the list's own table.
    pub word: usize,
    /// Its characters.
    pub text: String,
    /// Whether Latin letters are found in either case.
    pub any_case: bool,
}

/// A start of a word.
#[derive(Default)]
struct Node {
    next: BTreeMap<char, usize>,
    fallback: usize,
    /// The words that end here, by their places among the patterns.
    ends: Vec<usize>,
}

/// Writes the automaton of these words. A word in traditional characters is found as the same word in simplified ones, at no cost:
/// the automaton has an edge for either.
pub fn generate(sources: &Sources, patterns: &[Pattern]) -> Fallible<()> {
    let nodes = nodes(patterns);
    let traditional = traditional(sources, patterns)?;
    let (mut states, mut outputs) = (Vec::new(), Vec::new());
    for node in &nodes {
        let from = outputs.len();
        for pattern in node.ends.iter().filter_map(|place| patterns.get(*place)) {
            outputs.push(output(pattern)?);
        }
        let (fallback, from, to) = (small(node.fallback)?, small(from)?, small(outputs.len())?);
        states.push(format!("State {{ fallback: {fallback}, outputs: ({from}, {to}) }}"));
    }
    let edges: Vec<String> = edges(&nodes, &traditional)?.iter().map(|edge| format!("0x{edge:x}")).collect();
    let tables = [table("STATES", "State", &states), table("OUTPUTS", "Output", &outputs), table("EDGES", "u64", &edges)];
    sources.write("words.rs", &tables.concat())
}

fn small(number: usize) -> Fallible<u16> {
    u16::try_from(number).map_err(|_| "there are too many words for the automaton".into())
}

/// The states in the order of their numbers: the root, then level by level.
fn nodes(patterns: &[Pattern]) -> Vec<Node> {
    let mut tree = vec![Node::default()];
    for (place, pattern) in patterns.iter().enumerate() {
        let mut at = 0;
        for character in pattern.text.chars().map(|c| c.to_ascii_lowercase()) {
            let new = tree.len();
            at = *tree[at].next.entry(character).or_insert(new);
            if at == new {
                tree.push(Node::default());
            }
        }
        tree[at].ends.push(place);
    }
    let order = by_level(&tree);
    let mut number = vec![0; tree.len()];
    for (new, old) in order.iter().enumerate() {
        number[*old] = new;
    }
    let mut nodes: Vec<Node> = order.iter().map(|old| std::mem::take(&mut tree[*old])).collect();
    for node in &mut nodes {
        node.next.values_mut().for_each(|next| *next = number[*next]);
    }
    fall_back(&mut nodes);
    nodes
}

fn by_level(tree: &[Node]) -> Vec<usize> {
    let (mut order, mut queue) = (Vec::new(), VecDeque::from([0]));
    while let Some(at) = queue.pop_front() {
        order.push(at);
        queue.extend(tree[at].next.values());
    }
    order
}

/// Finds the state to fall back to from each, and adds the words that end there.
fn fall_back(nodes: &mut [Node]) {
    for at in 0..nodes.len() {
        for (character, next) in nodes[at].next.clone() {
            let mut from = at;
            let mut fallback = 0;
            while from != 0 {
                from = nodes[from].fallback;
                if let Some(found) = nodes[from].next.get(&character) {
                    fallback = *found;
                    break;
                }
            }
            nodes[next].fallback = fallback;
            let shorter = nodes[fallback].ends.clone();
            nodes[next].ends.extend(shorter);
        }
    }
}

/// The traditional characters that stand for each simplified one of the words. One that a word has itself stands for itself.
fn traditional(sources: &Sources, patterns: &[Pattern]) -> Fallible<BTreeMap<char, Vec<char>>> {
    let used: BTreeSet<char> = patterns.iter().flat_map(|pattern| pattern.text.chars()).collect();
    let mut pairs: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for record in sources.csv("assets/catalog/traditional.csv", "traditional,simplified")? {
        let mut characters = record.cells.iter().map(|cell| cell.chars().next());
        let (Some(Some(old)), Some(Some(new))) = (characters.next(), characters.next()) else {
            return Err(record.wrong("two characters are wanted"));
        };
        // The start of a hit is told by the bytes of the word.
        if used.contains(&new) && !used.contains(&old) && old.len_utf8() == new.len_utf8() {
            pairs.entry(new).or_default().push(old);
        }
    }
    Ok(pairs)
}

/// All edges in a hash table that is less than half full.
fn edges(nodes: &[Node], traditional: &BTreeMap<char, Vec<char>>) -> Fallible<Vec<u64>> {
    let mut all = Vec::new();
    for (state, node) in nodes.iter().enumerate() {
        for (character, next) in &node.next {
            let (state, next) = (small(state)?, small(*next)?);
            let others = traditional.get(character).into_iter().flatten();
            all.extend(std::iter::once(character).chain(others).map(|character| (state, *character, next)));
        }
    }
    let mut edges = vec![EMPTY; (all.len() * 5 / 2).next_power_of_two()];
    for (state, character, next) in all {
        let mut at = slot(key(state, character), edges.len());
        while edges[at] != EMPTY {
            at = (at + 1) % edges.len();
        }
        edges[at] = edge(state, character, next);
    }
    Ok(edges)
}

/// The source text of an output.
fn output(pattern: &Pattern) -> Fallible<String> {
    let Pattern { list, text, any_case, .. } = pattern;
    let length = u8::try_from(text.len()).map_err(|_| format!("{text:?} is too long"))?;
    let has_letters = text.contains(|c: char| c.is_ascii_alphabetic());
    let exact = (has_letters && !any_case).then_some(text);
    // Words that are found in either case are found wherever they stand.
    let overlaps = !any_case && text.char_indices().skip(1).any(|(at, _)| text.starts_with(&text[at..]));
    let word = small(pattern.word)?;
    Ok(format!(
        "Output {{ list: List::{list:?}, word: {word}, length: {length}, exact: {exact:?}, overlaps_itself: {overlaps} }}"
    ))
}
