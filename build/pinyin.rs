//! Readings of place names, taken by name from the list of divisions in force.

use std::collections::{BTreeMap, HashMap};

use super::source::{Fallible, Sources};
use super::stem::stem;

/// What is known about how place names are read.
pub struct Readings {
    names: HashMap<String, Vec<String>>,
    stems: HashMap<String, Vec<String>>,
    characters: HashMap<char, String>,
}

impl Readings {
    /// Collects names, short forms and single characters from `regions.csv`, and what it lacks from `readings.csv`.
    pub fn load(sources: &Sources) -> Fallible<Self> {
        let mut names = HashMap::new();
        let mut stems = HashMap::new();
        let mut counts: BTreeMap<char, BTreeMap<String, usize>> = BTreeMap::new();
        for row in sources.csv("assets/regions/regions.csv", "code,name,parent_code,level,short,icp_prefix,flag,pinyin")? {
            let [_, name, .., pinyin] = row.cells.as_slice() else {
                continue;
            };
            let syllables: Vec<String> = pinyin.split(' ').map(str::to_owned).collect();
            if syllables.len() != name.chars().count() {
                return Err(row.wrong(&format!("{name} does not fit {pinyin}")));
            }
            for (character, syllable) in name.chars().zip(&syllables) {
                let readings = counts.entry(character).or_default();
                *readings.entry(syllable.clone()).or_default() += 1;
            }
            let short = stem(name);
            let of_short = syllables.iter().take(short.chars().count()).cloned();
            stems.insert(short.to_owned(), of_short.collect());
            names.insert(name.clone(), syllables);
        }
        let mut characters: HashMap<char, String> = counts
            .into_iter()
            .filter_map(|(character, readings)| {
                let usual = readings.into_iter().max_by_key(|(_, count)| *count)?;
                Some((character, usual.0))
            })
            .collect();
        for row in sources.csv("assets/regions/readings.csv", "character,pinyin")? {
            let [character, pinyin] = row.cells.as_slice() else {
                continue;
            };
            characters.extend(character.chars().map(|one| (one, pinyin.clone())));
        }
        Ok(Self { names, stems, characters })
    }

    /// One syllable for each character: of the whole name, else of the short form and the rest, else one by one.
    pub fn syllables(&self, name: &str) -> Fallible<Vec<String>> {
        if let Some(known) = self.names.get(name) {
            return Ok(known.clone());
        }
        let known = self.stems.get(stem(name)).cloned().unwrap_or_default();
        let rest = name.chars().skip(known.len()).map(|character| {
            self.characters.get(&character).cloned().ok_or_else(|| format!("readings.csv: no reading for {character} of {name}"))
        });
        let rest: Result<Vec<String>, String> = rest.collect();
        Ok(known.into_iter().chain(rest?).collect())
    }
}
