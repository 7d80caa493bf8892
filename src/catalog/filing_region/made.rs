//! A list of regions made of the rows of an answer, while the program starts.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::english_names::has_own_name;
use super::start::starts;
use super::stem::{names_no_place, stem};
use super::{BUILT_IN, NO_PARENT, Region, Regions, SYLLABLES};
use crate::catalog::piece::Piece;
use crate::catalog::renewal::Row;
use crate::catalog::renewal::current::leaked_text;
use crate::text::pinyin;

/// The number of a syllable that nobody knows: such a character is found by itself only.
const NO_SYLLABLE: u16 = u16::MAX;

/// The regions of these rows, which are sound: six-digit codes, each once, parents before what belongs to them. Names that the
/// built-in list has too are found by the same pinyin; of other names each character is read as it mostly is there.
pub(in crate::catalog) fn made(rows: &[Row]) -> Regions {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.id);
    let places: HashMap<u32, usize> = rows.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let known: HashMap<&str, &Region> = BUILT_IN.regions.iter().map(|region| (BUILT_IN.name(region), region)).collect();
    let pieces: HashMap<(u32, &str), Piece> =
        BUILT_IN.regions.iter().map(|region| ((region.number, BUILT_IN.name(region)), region.text)).collect();
    // The texts of the built-in list keep their place, and new ones come after them.
    let mut text = BUILT_IN.text.to_owned();
    let readings = readings();
    // The names of the built-in list keep their place, and new ones come after them.
    let mut units = BUILT_IN.units.to_vec();
    let mut added: HashMap<&str, u16> = HashMap::new();
    let mut regions = Vec::with_capacity(rows.len());
    for row in &rows {
        let first_unit = match known.get(row.name.as_str()) {
            Some(region) => region.first_unit,
            None => *added.entry(&row.name).or_insert_with(|| {
                // More characters than places can be numbered: the last names are found by their code only.
                let end = units.len() + row.name.chars().count();
                let Some(first) = u16::try_from(units.len()).ok().filter(|_| u16::try_from(end).is_ok()) else { return u16::MAX };
                units.extend(
                    row.name.chars().map(|c| (c, readings.get(&c).copied().or_else(|| commonest(c)).unwrap_or(NO_SYLLABLE))),
                );
                first
            }),
        };
        let parent = places.get(&row.parent).and_then(|place| u16::try_from(*place).ok()).unwrap_or(NO_PARENT);
        let (level, stem) = (level(row.id, &places, &rows), stem(&row.name));
        regions.push(Region {
            number: row.id,
            text: pieces.get(&(row.id, row.name.as_str())).copied().unwrap_or_else(|| piece(&mut text, row)),
            level,
            pseudo: names_no_place(&row.name),
            double: is_double(row, &rows),
            parent,
            first_unit,
            stem: u8::try_from(stem.chars().count()).unwrap_or(u8::MAX),
            has_english: level == 1 || has_own_name(&row.name) || has_own_name(stem),
        });
    }
    let starts = starts(regions.iter().map(|region| (region.name(), region.pseudo)));
    Regions {
        regions: Box::leak(regions.into_boxed_slice()),
        text: leaked_text(&text),
        units: Box::leak(units.into_boxed_slice()),
        starts: Box::leak(starts.into_boxed_slice()),
        of_places: OnceLock::new(),
    }
}

/// Code and name of a row, put behind a text.
fn piece(text: &mut String, row: &Row) -> Piece {
    let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
    text.push_str(&format!("{:06}{}", row.id, row.name));
    // A name of more bytes than can be counted is no name.
    let length = text.len().saturating_sub(usize::try_from(start).unwrap_or(usize::MAX));
    Piece::new(start, u16::try_from(length).unwrap_or(u16::MAX))
}

/// How deep a row lies: 1 for a province.
fn level(id: u32, places: &HashMap<u32, usize>, rows: &[&Row]) -> u8 {
    let parent = |id: u32| places.get(&id).and_then(|place| rows.get(*place)).map(|row| row.parent);
    match parent(id) {
        None | Some(0) => 1,
        Some(above) if parent(above) == Some(0) => 2,
        Some(_) => 3,
    }
}

/// Whether the name stands twice under one parent and this is not the row to offer: the one that the built-in list offers, else
/// the first.
fn is_double(row: &Row, rows: &[&Row]) -> bool {
    // Rows of one parent lie together, but for those of the level below in between: a branch is short.
    let start = rows.partition_point(|other| other.id < row.parent);
    let same = rows.get(start..).unwrap_or_default().iter().take_while(|other| other.id / 10_000 == row.id / 10_000);
    let same: Vec<u32> =
        same.filter(|other| other.parent == row.parent && other.name == row.name).map(|other| other.id).collect();
    let offered = |id: &&u32| {
        BUILT_IN.regions.iter().any(|region| region.number == **id && BUILT_IN.name(region) == row.name && !region.double)
    };
    same.len() > 1 && same.iter().find(offered).or(same.first()) != Some(&row.id)
}

/// The syllable that a character mostly has anywhere, as far as a place of the built-in list has it.
fn commonest(c: char) -> Option<u16> {
    let (syllable, _) = pinyin::keys(c.encode_utf8(&mut [0; 4]))?;
    SYLLABLES.binary_search(&syllable.as_str()).ok().and_then(|number| u16::try_from(number).ok())
}

/// The syllable that a character mostly has in the built-in list.
fn readings() -> HashMap<char, u16> {
    let mut counts: HashMap<(char, u16), usize> = HashMap::new();
    for unit in BUILT_IN.units {
        *counts.entry(*unit).or_default() += 1;
    }
    let mut counts: Vec<((char, u16), usize)> = counts.into_iter().collect();
    counts.sort_by_key(|((_, syllable), count)| (*count, *syllable));
    // The last one stays: the most frequent.
    counts.into_iter().map(|(unit, _)| unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::renewal::ListId;
    use crate::catalog::renewal::current::built_in_rows;

    #[test]
    fn made_of_its_own_rows_the_list_is_the_same() {
        let made = made(&built_in_rows(ListId::Districts));
        assert_eq!(made.regions.len(), BUILT_IN.regions.len());
        for (made, built_in) in made.regions.iter().zip(BUILT_IN.regions) {
            // Where a name stands several times, the same pinyin is found at another place.
            assert_eq!(Region { first_unit: built_in.first_unit, ..*made }, *built_in);
        }
        assert_eq!(made.starts, BUILT_IN.starts);
    }

    #[test]
    fn new_names_are_read_character_by_character() {
        let mut rows = built_in_rows(ListId::Districts);
        rows.push(Row { id: 440_399, parent: 440_300, name: "南龘区".to_owned(), remark: String::new() });
        let made = made(&rows);
        let region = made.regions.iter().find(|region| region.number == 440_399).unwrap();
        assert_eq!(
            (made.code(region), made.name(region), region.level, region.stem, region.double),
            ("440399", "南龘区", 3, 2, false)
        );
        let first = usize::from(region.first_unit);
        let syllables: Vec<&str> = made.units[first..first + 3]
            .iter()
            .map(|(_, syllable)| super::super::SYLLABLES.get(usize::from(*syllable)).copied().unwrap_or_default())
            .collect();
        assert_eq!(syllables, ["nan", "da", "qu"]);
    }
}
