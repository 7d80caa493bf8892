//! The platform's regions with what searching needs: `filing_regions.rs`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::english_names::has_own_name;
use super::pinyin::Readings;
use super::source::{Fallible, Pieces, Row, Sources, table};
use super::start::starts;
use super::stem::{names_no_place, stem};

/// One row of the platform's tree.
pub struct Entry {
    /// The name, as the platform has it.
    pub name: String,
    /// 1 province, 2 city, 3 district.
    pub level: u8,
    parent: Option<String>,
}

/// Writes the regions, sorted by code, the characters and syllables of their names, and how their names begin.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let entries = read(sources)?;
    let in_force = names_in_force(sources)?;
    let readings = Readings::load(sources)?;
    let index: HashMap<&str, usize> = entries.keys().enumerate().map(|(place, code)| (code.as_str(), place)).collect();
    let doubles = older_doubles(&entries, &in_force);

    let mut syllables: BTreeMap<String, usize> = BTreeMap::new();
    let mut units: Vec<(char, String)> = Vec::new();
    let (mut regions, mut pieces) = (Vec::new(), Pieces::default());
    for (code, entry) in &entries {
        let parent = match &entry.parent {
            None => "NO_PARENT".to_owned(),
            Some(parent) => index.get(parent.as_str()).ok_or("no parent")?.to_string(),
        };
        regions.push(format!(
            "Region {{ number: {}, text: {}, level: {}, parent: {parent}, first_unit: {}, stem: {}, pseudo: {}, double: {}, \
             has_english: {} }}",
            code.trim_start_matches('0'),
            pieces.piece(&format!("{code}{}", entry.name)),
            entry.level,
            units.len(),
            stem(&entry.name).chars().count(),
            names_no_place(&entry.name),
            doubles.contains(&code.as_str()),
            entry.level == 1 || has_own_name(&entry.name) || has_own_name(stem(&entry.name)),
        ));
        for (character, syllable) in entry.name.chars().zip(readings.syllables(&entry.name)?) {
            syllables.insert(syllable.clone(), 0);
            units.push((character, syllable));
        }
    }
    for (place, number) in syllables.values_mut().enumerate() {
        *number = place;
    }

    let units: Vec<String> = units
        .iter()
        .filter_map(|(character, syllable)| {
            let number = syllables.get(syllable)?;
            Some(format!("({character:?}, {number})"))
        })
        .collect();
    let syllables: Vec<String> = syllables.keys().map(|text| format!("{text:?}")).collect();
    let starts = starts(entries.values().map(|entry| (entry.name.as_str(), names_no_place(&entry.name))));
    let starts: Vec<String> = starts.iter().map(|start| format!("{start:?}")).collect();
    let output = table("REGIONS", "Region", &regions)
        + &table("SYLLABLES", "&str", &syllables)
        + &table("UNITS", "(char, u16)", &units)
        + &table("STARTS", "(Start, u16)", &starts)
        + &pieces.table("REGION_TEXT")
        + &table("NOT_IN_FORCE", "u32", &not_in_force(&entries, &in_force));
    sources.write("filing_regions.rs", &output)
}

/// The rows of the platform's list by their codes.
pub fn read(sources: &Sources) -> Fallible<BTreeMap<String, Entry>> {
    let document = sources.toml("assets/catalog/districts.toml")?;
    let mut entries = BTreeMap::new();
    for province in document.rows("province")? {
        let province_code = add(&mut entries, &province, 1, None)?;
        for city in province.rows("city")? {
            let city_code = add(&mut entries, &city, 2, Some(province_code.clone()))?;
            for district in city.items("districts")? {
                let pair = district.get_ref().as_array().filter(|pair| pair.len() == 2);
                let text = |place: usize| pair?.get(place)?.get_ref().as_str();
                let texts = text(0).zip(text(1));
                let (code, name) = texts.ok_or_else(|| city.wrong_item(district, "a district is not [code, name]"))?;
                insert(&mut entries, code, name, 3, Some(city_code.clone())).map_err(|what| city.wrong_item(district, &what))?;
            }
        }
    }
    Ok(entries)
}

fn add(entries: &mut BTreeMap<String, Entry>, row: &Row<'_>, level: u8, parent: Option<String>) -> Fallible<String> {
    let code = row.text("code")?;
    insert(entries, code, row.text("name")?, level, parent).map_err(|what| row.wrong_in("code", &what))?;
    Ok(code.to_owned())
}

fn insert(
    entries: &mut BTreeMap<String, Entry>,
    code: &str,
    name: &str,
    level: u8,
    parent: Option<String>,
) -> Result<(), String> {
    // Codes of a branch begin alike, so sorting by code keeps every branch together.
    let shared = if level == 2 { 2 } else { 4 };
    let fits = parent.as_ref().is_none_or(|parent| parent.get(..shared) == code.get(..shared));
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) || !fits {
        return Err(format!("{code} {name} cannot stand here"));
    }
    let entry = Entry { name: name.to_owned(), level, parent };
    match entries.insert(code.to_owned(), entry) {
        None => Ok(()),
        Some(_) => Err(format!("{code} occurs twice")),
    }
}

/// Codes whose name stands twice under one parent, all but the one that is in force.
fn older_doubles<'e>(entries: &'e BTreeMap<String, Entry>, in_force: &HashMap<String, String>) -> Vec<&'e str> {
    let mut by_name: BTreeMap<(&Option<String>, &str), Vec<&str>> = BTreeMap::new();
    for (code, entry) in entries {
        let same = by_name.entry((&entry.parent, &entry.name)).or_default();
        same.push(code);
    }
    let is_current = |code: &str| {
        let name = entries.get(code).map(|entry| &entry.name);
        name.is_some() && in_force.get(code) == name
    };
    let mut doubles = Vec::new();
    for same in by_name.values().filter(|same| same.len() > 1) {
        let kept = same.iter().position(|code| is_current(code)).unwrap_or(0);
        doubles.extend(same.iter().enumerate().filter(|(place, _)| *place != kept).map(|(_, code)| *code));
    }
    doubles
}

/// Codes of cities and districts that are in force nowhere under this name in this city, sorted. Names are compared in their short
/// form, for a county that became a district is the same place; codes are not, for the two lists differ in them.
fn not_in_force(entries: &BTreeMap<String, Entry>, in_force: &HashMap<String, String>) -> Vec<String> {
    let short = |name: Option<&String>| {
        let name = name.map(String::as_str).unwrap_or_default();
        if names_no_place(name) || name == "省直辖县级行政区划" { String::new() } else { stem(name).to_owned() }
    };
    let city_code = |code: &str| code.get(..4).map(|head| format!("{head}00")).unwrap_or_default();
    // Province, city, and the name itself.
    let known: HashSet<(String, String, String)> = in_force
        .iter()
        .map(|(code, name)| {
            let city = if code.ends_with("00") { String::new() } else { short(in_force.get(&city_code(code))) };
            (code.chars().take(2).collect(), city, short(Some(name)))
        })
        .collect();
    let is_known = |code: &str, entry: &Entry| {
        let city = if entry.level == 2 { String::new() } else { short(entries.get(&city_code(code)).map(|city| &city.name)) };
        known.contains(&(code.chars().take(2).collect(), city, short(Some(&entry.name))))
    };
    let places = entries.iter().filter(|(_, entry)| entry.level > 1 && !names_no_place(&entry.name));
    let gone = places.filter(|(code, entry)| !is_known(code, entry));
    gone.map(|(code, _)| code.clone()).collect()
}

fn names_in_force(sources: &Sources) -> Fallible<HashMap<String, String>> {
    let rows = sources.csv("assets/regions/regions.csv", "code,name,parent_code,level,short,icp_prefix,flag,pinyin")?;
    let pairs = rows.into_iter().filter_map(|row| {
        let mut fields = row.cells.into_iter();
        Some((fields.next()?, fields.next()?))
    });
    Ok(pairs.collect())
}
