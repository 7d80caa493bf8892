//! What regions and names of the past are today, and zones: `divisions.rs`.
//!
//! A place is one division in force, by its national code. Every region of the platform's list, every name of the past and every zone
//! stands for one or several places, and two of them agree where they share one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::filing_regions::{self, Entry};
use super::publications::{cited, ids};
use super::source::{Fallible, Pieces, Sources, table};
use super::stem::{names_no_place, stem};

/// The first year whose changes are still met on papers.
const FIRST_YEAR: u16 = 1990;

/// Codes of divisions in force.
type Places = BTreeSet<u32>;

/// A row of the past.
struct Past {
    code: String,
    name: String,
    gone: u16,
    renamed: bool,
    successors: Vec<String>,
}

/// Divisions in force, and what became of those that are not.
struct Divisions {
    names: BTreeMap<String, String>,
    past: HashMap<String, Vec<Past>>,
    /// What the list of the past leaves out.
    added: HashMap<String, Vec<String>>,
}

/// Writes what each region is today, names that the platform's list lacks, zones, and districts carved out of others.
pub fn generate(sources: &Sources) -> Fallible<()> {
    let divisions = Divisions::load(sources)?;
    let entries = filing_regions::read(sources)?;
    let mut today: BTreeMap<&str, Places> = BTreeMap::new();
    let in_force = divisions.by_name();
    for (code, entry) in &entries {
        let places = divisions.of_region(code, entry, &entries, &in_force);
        if !places.is_empty() {
            today.insert(code, places);
        }
    }
    let (zones, listed_zones) = zones(sources, &divisions, &entries, &mut today)?;
    let (mut names, mut former_places) = (Pieces::default(), Vec::new());
    let former = divisions.former(&entries, &today, (&mut names, &mut former_places));
    // Numbers alone: a table of pointers is written anew in memory at every start of the program, and the list is long.
    let all: Vec<u32> = today.values().flatten().copied().collect();
    let ends = today.values().scan(0, |end, places| {
        *end += places.len();
        Some(*end)
    });
    let rows: Vec<String> = today.keys().zip(ends).map(|(code, end)| format!("({code}, {end})")).collect();
    // A prefecture of today that the platform has under another name, and beside it the city that it was: 铜仁地区, 铜仁市.
    let city_names: BTreeSet<&str> = today
        .iter()
        .filter(|(code, places)| {
            let own = |entry: &&Entry| {
                let city = |place: &u32| divisions.names.get(&format!("{:04}00", place / 100));
                entry.level == 3 && places.iter().any(|place| city(place) == Some(&entry.name))
            };
            entries.get(**code).filter(own).is_some()
        })
        .map(|(code, _)| *code)
        .collect();
    let superseded: Vec<String> = superseded(&divisions, &entries, &today).iter().map(|code| (*code).to_owned()).collect();
    let carved = carved(sources, &divisions)?;
    let output = table("TODAY", "(u32, u16)", &rows)
        + &table("TODAY_PLACES", "u32", &all.iter().map(u32::to_string).collect::<Vec<_>>())
        + &table("FORMER", "Former", &former)
        + &names.table("FORMER_NAMES")
        + &table("FORMER_PLACES", "u32", &former_places.iter().map(u32::to_string).collect::<Vec<_>>())
        + &table("ZONES", "Zone", &zones)
        + &table("LISTED_ZONES", "u32", &listed_zones)
        + &table("CARVED", "Carved", &carved)
        + &table("SUPERSEDED", "u32", &superseded)
        + &table("NOW_CITIES", "u32", &city_names.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>());
    sources.write("divisions.rs", &output)
}

impl Divisions {
    fn load(sources: &Sources) -> Fallible<Self> {
        let mut names = BTreeMap::new();
        for row in sources.csv("assets/regions/regions.csv", "code,name,parent_code,level,short,icp_prefix,flag,pinyin")? {
            if let [code, name, ..] = row.cells.as_slice() {
                names.insert(code.clone(), name.clone());
            }
        }
        let mut past: HashMap<String, Vec<Past>> = HashMap::new();
        let header = "code,name,level,from_year,gone_by_year,successors,status,source";
        for row in sources.csv("assets/regions/regions_historical.csv", header)? {
            let [code, name, _, _, gone, successors, status, _] = row.cells.as_slice() else { continue };
            let kept = Past {
                code: code.clone(),
                name: name.clone(),
                gone: gone.parse().unwrap_or(0),
                renamed: status == "renamed",
                successors: codes(successors),
            };
            past.entry(code.clone()).or_default().push(kept);
        }
        let mut added = HashMap::new();
        for row in sources.csv("assets/regions/merged.csv", "code,name,successors,year,source")? {
            if let [code, _, successors, ..] = row.cells.as_slice() {
                added.insert(code.clone(), codes(successors));
            }
        }
        Ok(Self { names, past, added })
    }

    /// The name of the city that a code lies in; empty below a municipality and for counties under no city.
    fn city_name(&self, code: &str) -> String {
        let city = self.names.get(&city_code(code)).filter(|name| !no_place(name));
        city.map(|name| stem(name).to_owned()).unwrap_or_default()
    }

    /// Divisions in force by province, city and short name; cities have no city.
    fn by_name(&self) -> HashMap<(String, String, String), Vec<&str>> {
        let mut index: HashMap<_, Vec<&str>> = HashMap::new();
        for (code, name) in self.names.iter().filter(|(code, name)| !code.ends_with("0000") && !no_place(name)) {
            let city = if code.ends_with("00") { "*".to_owned() } else { self.city_name(code) };
            index.entry((head(code, 2), city, stem(name).to_owned())).or_default().push(code);
        }
        index
    }

    /// What a region of the platform's list is today.
    fn of_region(
        &self,
        code: &str,
        entry: &Entry,
        entries: &BTreeMap<String, Entry>,
        in_force: &HashMap<(String, String, String), Vec<&str>>,
    ) -> Places {
        if entry.level == 1 || no_place(&entry.name) {
            return Places::new();
        }
        let city = match (entry.level, entries.get(&city_code(code))) {
            (2, _) => "*".to_owned(),
            (_, Some(city)) if !no_place(&city.name) => stem(&city.name).to_owned(),
            _ => String::new(),
        };
        let alike = in_force.get(&(head(code, 2), city, stem(&entry.name).to_owned())).cloned().unwrap_or_default();
        let exact: Vec<&&str> = alike.iter().filter(|code| self.names.get(**code) == Some(&entry.name)).collect();
        let known = if exact.is_empty() { alike.iter().collect() } else { exact };
        if let [only] = known.as_slice() {
            return only.parse().into_iter().collect();
        }
        let of_name = self.past.get(code).into_iter().flatten().filter(|past| past.name == entry.name);
        of_name.flat_map(|past| self.of_past(past)).collect()
    }

    /// What a row of the past is today.
    fn of_past(&self, past: &Past) -> Places {
        if past.renamed && self.names.contains_key(&past.code) {
            return past.code.parse().into_iter().collect();
        }
        let added = self.added.get(&past.code).into_iter().flatten();
        past.successors.iter().chain(added).flat_map(|code| self.follow(code, 0)).collect()
    }

    fn follow(&self, code: &str, depth: usize) -> Places {
        if self.names.contains_key(code) {
            return code.parse().into_iter().collect();
        }
        // Chains are short; a circle ends here.
        if depth > 8 {
            return Places::new();
        }
        let rows = self.past.get(code).into_iter().flatten();
        rows.flat_map(|past| &past.successors).flat_map(|code| self.follow(code, depth + 1)).collect()
    }

    /// Names that the platform's list does not have in their province: of the past, and of today.
    /// What the rows refer to is added to the texts and places.
    fn former(
        &self,
        entries: &BTreeMap<String, Entry>,
        today: &BTreeMap<&str, Places>,
        (names, all): (&mut Pieces, &mut Vec<u32>),
    ) -> Vec<String> {
        // A city of then or of today, in short; a district may have moved to another one since (简阳市 of 资阳市).
        let city_then = |code: &str| {
            let past = self.past.get(&city_code(code)).into_iter().flatten().map(|past| &past.name).next();
            self.names.get(&city_code(code)).or(past).filter(|name| !no_place(name)).map(|name| stem(name).to_owned())
        };
        let mut listed: HashMap<(String, &str), Vec<&String>> = HashMap::new();
        for (code, entry) in entries {
            listed.entry((head(code, 2), entry.name.as_str())).or_default().push(code);
        }
        let is_listed = |code: &str, name: &str, places: &Places| {
            let same = |other: &&&String| {
                let city = entries.get(&city_code(other)).map(|city| stem(&city.name).to_owned());
                let then = city_then(code);
                let same_place = || today.get(other.as_str()).is_some_and(|known| !known.is_disjoint(places));
                // A name that the city has again is read as what it is now.
                then == city || (then.is_none() || code.ends_with("00")) && same_place()
            };
            listed.get(&(head(code, 2), name)).into_iter().flatten().find(same).is_some()
        };
        let mut rows: BTreeMap<(String, String, String), (u16, Places)> = BTreeMap::new();
        let mut add = |code: &str, name: &str, year: u16, places: Places| {
            // Without a name of its own (郊区, 县) it says nothing.
            if places.is_empty() || no_place(name) || name.chars().count() < 2 || is_listed(code, name, &places) {
                return;
            }
            let row = rows.entry((name.to_owned(), head(code, 2), city_code(code))).or_default();
            row.0 = row.0.max(year);
            row.1.extend(places);
        };
        for past in self.past.values().flatten().filter(|past| past.gone >= FIRST_YEAR) {
            add(&past.code, &past.name, past.gone, self.of_past(past));
        }
        for (code, name) in self.names.iter().filter(|(code, _)| !code.ends_with("0000")) {
            add(code, name, 0, code.parse().into_iter().collect());
        }
        let mut text = |((name, province, city), (year, places)): (&(String, String, String), &(u16, Places))| {
            let first = all.len();
            all.extend(places);
            format!(
                "Former {{ name: {}, province: {province}0000, city: {}, year: {year}, today: ({first}, {}) }}",
                names.piece(name),
                city.trim_start_matches('0'),
                places.len()
            )
        };
        rows.iter().map(&mut text).collect()
    }

    /// Divisions in force by their names in full: 四川省成都市武侯区.
    fn in_full(&self) -> HashMap<String, u32> {
        let mut names = HashMap::new();
        for (code, name) in &self.names {
            let province = self.names.get(&format!("{}0000", head(code, 2))).map(String::as_str).unwrap_or_default();
            let city = self.names.get(&city_code(code)).map(String::as_str).filter(|name| !no_place(name)).unwrap_or_default();
            let full = match code {
                code if code.ends_with("0000") => name.clone(),
                code if code.ends_with("00") => format!("{province}{name}"),
                _ => format!("{province}{city}{name}"),
            };
            if let (false, Ok(code)) = (no_place(name), code.parse()) {
                names.insert(full, code);
            }
        }
        names
    }
}

/// The zones, and the codes of those that the platform's list has as districts.
fn zones<'e>(
    sources: &Sources,
    divisions: &Divisions,
    entries: &'e BTreeMap<String, Entry>,
    today: &mut BTreeMap<&'e str, Places>,
) -> Fallible<(Vec<String>, Vec<String>)> {
    let (known, ids) = (divisions.in_full(), ids(sources)?);
    let document = sources.toml("assets/regions/zones.toml")?;
    document.root().only(&["zone"])?;
    let (mut zones, mut listed) = (Vec::new(), Vec::new());
    for row in document.rows("zone")? {
        row.only(&["within", "names", "districts", "region", "source"])?;
        let within = known.get(row.text("within")?).ok_or_else(|| row.wrong_in("within", "no province or city in force"))?;
        let mut places = Places::new();
        for name in row.strings("districts")? {
            let place = known.get(name).ok_or_else(|| row.wrong_in("districts", &format!("{name} is not in force")))?;
            places.insert(*place);
        }
        let names = row.strings("names")?;
        if names.is_empty() || places.is_empty() {
            return Err(row.wrong("a zone has names and districts"));
        }
        if let Some(region) = row.optional_text("region")? {
            let Some((code, _)) = entries.get_key_value(region) else {
                return Err(row.wrong_in("region", "the platform's list has no such region"));
            };
            today.insert(code, places.clone());
            listed.push(code.clone());
        }
        let places: Vec<u32> = places.into_iter().collect();
        zones.push(format!(
            "Zone {{ within: {within}, names: &{names:?}, today: &{places:?}, source: {} }}",
            cited(&ids, &row, "source")?.replace("super::", "crate::catalog::")
        ));
    }
    Ok((zones, listed))
}

/// Regions that stand beside another one of the same place which bears its name of today: 临安市 beside 临安区.
fn superseded<'e>(divisions: &Divisions, entries: &BTreeMap<String, Entry>, today: &BTreeMap<&'e str, Places>) -> Vec<&'e str> {
    let is_named = |code: &str, places: &Places| {
        let names = places.iter().filter_map(|place| divisions.names.get(&format!("{place:06}")));
        entries.get(code).is_some_and(|entry| names.into_iter().any(|name| *name == entry.name))
    };
    let twin =
        |code: &str, places: &Places| today.iter().any(|(other, same)| *other != code && same == places && is_named(other, same));
    let single = today.iter().filter(|(_, places)| places.len() == 1);
    single.filter(|(code, places)| !is_named(code, places) && twin(code, places)).map(|(code, _)| *code).collect()
}

fn carved(sources: &Sources, divisions: &Divisions) -> Fallible<Vec<String>> {
    let mut rows = Vec::new();
    for row in sources.csv("assets/regions/carved.csv", "from,to,year,source")? {
        let [from, to, year, _] = row.cells.as_slice() else { continue };
        for code in [from, to] {
            if !divisions.names.contains_key(code) {
                return Err(row.wrong(&format!("{code} is not in force")));
            }
        }
        let year: u16 = row.number(year)?;
        rows.push(format!("Carved {{ from: {from}, to: {to}, year: {year} }}"));
    }
    Ok(rows)
}

/// The codes in a list such as `330102[1996];330102;330114`; a part that moved in another year counts, too.
fn codes(list: &str) -> Vec<String> {
    list.split(';').filter_map(|code| code.get(..6)).map(str::to_owned).collect()
}

fn head(code: &str, digits: usize) -> String {
    code.chars().take(digits).collect()
}

fn city_code(code: &str) -> String {
    format!("{}00", head(code, 4))
}

fn no_place(name: &str) -> bool {
    names_no_place(name) || name == "市辖区"
}
