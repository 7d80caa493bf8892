//! Places behind the first six digits of identity numbers, in force and of the past.
//!
//! These codes are the national ones. The platform's regions use codes of their own: never carry a code from one
//! list to the other. What is found here informs and never refuses: real numbers exist with codes on no list.

use crate::identifiers::Places;

include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// How long after the birth a number is usually given out, in years.
const YEARS_TO_FIRST_CARD: i32 = 16;

/// The first year the lists know; a row that begins then may be older.
const FIRST_YEAR: u16 = 1981;

/// What a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A unit in force.
    InForce,
    /// A unit in force without counties below it (东莞市).
    Undivided,
    /// A row in force that only groups others (市辖区 below 北京市).
    Grouping,
    /// Abolished, renamed or never official.
    Past,
    /// Stands for all districts of a city.
    Summary,
}

/// One row: numbers only, so that the table needs no work at start. The name is a piece of `NAMES`.
#[derive(Debug, Clone, Copy)]
struct Row {
    code: u32,
    start: u32,
    length: u8,
    from: u16,
    gone: u16,
    kind: Kind,
}

impl Row {
    fn name(&self) -> &'static str {
        let start = usize::try_from(self.start).unwrap_or(usize::MAX);
        let end = start.saturating_add(usize::from(self.length));
        NAMES.get(start..end).unwrap_or_default()
    }

    fn in_force(&self) -> bool {
        matches!(self.kind, Kind::InForce | Kind::Undivided)
    }

    /// For how many of the years in which the number was probably given out the row was listed.
    fn years_shared(&self, birth_year: i32) -> i32 {
        let from = if self.from <= FIRST_YEAR { 0 } else { i32::from(self.from) };
        let last = (i32::from(self.gone) - 1).min(birth_year.saturating_add(YEARS_TO_FIRST_CARD));
        last.saturating_sub(from.max(birth_year)).saturating_add(1).max(0)
    }
}

/// A place as it is shown to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The full name: 北京市朝阳区.
    pub name: String,
    /// The first two digits of the province's code.
    pub province: &'static str,
    /// The code is in force today under this name.
    pub current: bool,
    /// A city without counties (东莞市): its code ends in 00 and still is as exact as a code can be.
    pub undivided: bool,
}

/// The place that a number's first six digits name, for someone born in `birth_year`.
///
/// Looks among the units in force, then the past ones (preferring names in use between birth and first card), then
/// takes endings 01 and 20 for all districts of a known city. `None` when the code is not six digits or unknown.
pub fn place_of(code6: &str, birth_year: i32) -> Option<Place> {
    let code = number(code6)?;
    let province = province_digits(code6)?;
    let province_name = row_of(code / 10_000 * 10_000, birth_year)?.name();
    let city_name = city_of(code, birth_year);
    let place = |own: &str, row: Option<&Row>| Place {
        name: [province_name, city_name, own].concat(),
        province,
        current: row.is_some_and(Row::in_force),
        undivided: row.is_some_and(|row| row.kind == Kind::Undivided),
    };
    match row_of(code, birth_year) {
        Some(row) if code % 10_000 == 0 => Some(place("", Some(row))),
        Some(row) => Some(place(row.name(), Some(row))),
        None => summary(code).map(|name| place(name, None)),
    }
}

/// How many rows the lists have, of today and of the past.
#[must_use]
pub fn count() -> usize {
    ROWS.len()
}

/// The list as the number checks want it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Book;

impl Places for Book {
    fn knows(&self, code: &str) -> bool {
        let listed = |code| !rows_of(code).is_empty() || summary(code).is_some();
        province_digits(code).is_some() && number(code).is_some_and(listed)
    }
}

fn number(code: &str) -> Option<u32> {
    let digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    if digits { code.parse().ok() } else { None }
}

fn province_digits(code: &str) -> Option<&'static str> {
    PROVINCES.iter().find(|digits| code.starts_with(**digits)).copied()
}

fn rows_of(code: u32) -> &'static [Row] {
    let start = ROWS.partition_point(|row| row.code < code);
    let rows = ROWS.get(start..).unwrap_or_default();
    let end = rows.partition_point(|row| row.code == code);
    rows.get(..end).unwrap_or_default()
}

fn row_of(code: u32, birth_year: i32) -> Option<&'static Row> {
    let rows = rows_of(code);
    let today = rows.iter().find(|row| row.in_force());
    today.or_else(|| rows.iter().max_by_key(|row| row.years_shared(birth_year)))
}

/// The city between province and county; empty where there is none, or only a row that groups.
fn city_of(code: u32, birth_year: i32) -> &'static str {
    if code.is_multiple_of(100) {
        return "";
    }
    match row_of(code / 100 * 100, birth_year) {
        Some(row) if row.kind != Kind::Grouping && !row.name().contains("直辖") => row.name(),
        _ => "",
    }
}

/// Codes ending in 01 and 20 stand for all districts of a city; no list has all of them.
fn summary(code: u32) -> Option<&'static str> {
    let name = match code % 100 {
        1 => "市辖区",
        20 => "市区",
        _ => return None,
    };
    (!rows_of(code / 100 * 100).is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str, birth_year: i32) -> (String, bool) {
        let place = place_of(code, birth_year).unwrap();
        assert!(code.starts_with(place.province));
        (place.name, place.current)
    }

    #[test]
    fn the_table_is_complete_and_sorted() {
        let today = |row: &&Row| row.in_force() || row.kind == Kind::Grouping;
        assert_eq!(ROWS.iter().filter(today).count(), 3223);
        assert_eq!(ROWS.len(), 3223 + 4386);
        assert!(ROWS.is_sorted_by_key(|row| row.code));
        assert!(ROWS.iter().all(|row| !row.name().is_empty()));
        assert_eq!(PROVINCES.len(), 34);
    }

    #[test]
    fn places() {
        for (code, born, name, current) in [
            ("110105", 1949, "北京市朝阳区", true),
            ("440305", 1990, "广东省深圳市南山区", true),
            ("659001", 1990, "新疆维吾尔自治区石河子市", true),
            ("419001", 1990, "河南省济源市", true),
            ("500157", 2002, "重庆市两江新区", true),
            // Abolished.
            ("110103", 1970, "北京市崇文区", false),
            ("342401", 1978, "安徽省六安地区六安市", false),
            ("500112", 1982, "重庆市渝北区", false),
            ("510202", 1970, "四川省重庆市市中区", false),
            // Several names under one abolished code: the one in use between birth and first card.
            ("452428", 1960, "广西壮族自治区梧州地区富川县", false),
            ("452428", 1984, "广西壮族自治区梧州地区富川瑶族自治县", false),
            // Renamed, still in force: the name of today.
            ("120110", 1970, "天津市东丽区", true),
            // On no official list, but seen in real numbers.
            ("321119", 1972, "江苏省镇江市丹阳市", false),
            // Summary codes.
            ("420501", 1960, "湖北省宜昌市市辖区", false),
            ("650501", 1980, "新疆维吾尔自治区哈密市市辖区", false),
            ("440320", 1980, "广东省深圳市市区", false),
            // Upper levels.
            ("130000", 1995, "河北省", true),
            ("440300", 1980, "广东省深圳市", true),
            ("110100", 1980, "北京市市辖区", false),
        ] {
            assert_eq!(found(code, born), (name.to_owned(), current), "{code} {born}");
        }
    }

    #[test]
    fn unknown_codes() {
        for code in ["510798", "990101", "000000", "1101", "1101055", "11010a", "", "１１０１０５", "+11010"] {
            assert_eq!(place_of(code, 1980), None, "{code}");
            assert!(!Book.knows(code), "{code}");
        }
    }

    #[test]
    fn cities_without_counties_say_so() {
        for (code, undivided) in
            [("441900", true), ("442000", true), ("460400", true), ("620200", true), ("440300", false), ("440305", false)]
        {
            assert_eq!(place_of(code, 1990).unwrap().undivided, undivided, "{code}");
        }
    }

    #[test]
    fn the_book_knows_what_place_of_finds() {
        for row in ROWS {
            let code = format!("{:06}", row.code);
            // 66 was never a province: two rows of the army corps are kept as they are in the source.
            let known = !code.starts_with("66");
            assert_eq!(Book.knows(&code), known, "{code}");
            assert_eq!(place_of(&code, 1980).is_some(), known, "{code}");
        }
        for code in ["520501", "520601", "140411", "229001", "310101"] {
            assert_eq!(Book.knows(code), place_of(code, 1980).is_some(), "{code}");
        }
    }

    #[test]
    fn absurd_years_do_no_harm() {
        for year in [i32::MIN, 0, i32::MAX] {
            assert_eq!(found("452428", year).0.chars().take(3).collect::<String>(), "广西壮");
        }
    }
}
