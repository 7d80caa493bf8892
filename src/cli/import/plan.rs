//! A draft of each row, whole or not at all. Nothing is written here.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::columns::Column;
use super::glob;
use super::table::{Cell, Row, Table, place};
use crate::cli::sentence::{Part, Sentence};
use crate::cli::value::{self, Folders};
use crate::cli::wrong::{self, Judged};
use crate::drafts::folder::{Defaults, Listed, safe_name};
use crate::filing::guard::{Guard, guarded, is_ended};
use crate::filing::{Draft, FieldId, History, Kind, Stage, Value};
use crate::fs::path::normalized;
use crate::locale::import as said;
use crate::scan::{relative_to, resolve};
use crate::text::clean::{one_line, visible};

/// The largest whole number that a spreadsheet keeps to its last digit.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Days of a spreadsheet that can be meant by a whole number in a column of dates: 1954 to 2173.
const DAYS: std::ops::RangeInclusive<u64> = 20_000..=100_000;

/// What a row comes to.
#[derive(Debug)]
pub struct Planned {
    /// The row's number.
    pub row: usize,
    /// What is to be done.
    pub action: Action,
    /// The draft, as it is to be.
    pub draft: Draft,
    /// The draft that is updated, as it was.
    pub old: Option<Draft>,
    /// Answers that the row asks again, since what they were given about changes.
    pub reopened: Vec<FieldId>,
    /// Which column has which of its fields.
    pub cells: Vec<(FieldId, usize)>,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// Fields whose values cannot be judged before another field is filled in, which stands behind them.
    pub waiting: Vec<(FieldId, FieldId)>,
}

/// What is to be done with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A new draft, whose file gets this name; empty for its own.
    Create(String),
    /// A draft that is there, found by this.
    Update(PathBuf, By),
    /// A draft that is there and says all of it already.
    Same(PathBuf, By),
}

/// By what a draft was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The name of its file.
    File,
    /// Its AppID.
    AppId,
    /// The mini-program's name.
    Name,
}

/// Something wrong in a cell, or in the row as a whole.
#[derive(Debug)]
pub struct Mistake {
    /// The row's number.
    pub row: usize,
    /// The column from 0; `None` for the row as a whole.
    pub column: Option<usize>,
    /// The field, where it is one's.
    pub field: Option<FieldId>,
    /// What is wrong.
    pub why: Sentence,
    /// The rule by which a value is wrong, where it is one.
    pub rule: Option<&'static str>,
}

impl Mistake {
    /// The cell as spreadsheets write it, or the row's number.
    #[must_use]
    pub fn place(&self) -> String {
        self.column.map_or_else(|| self.row.to_string(), |column| place(self.row, column))
    }
}

/// Where rows come from and go to.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The folder of drafts.
    pub drafts: &'a Path,
    /// The table's folder, from which paths in it start.
    pub table: &'a Path,
    /// What `~/` stands for.
    pub home: Option<&'a Path>,
    /// What new drafts begin with.
    pub defaults: &'a Defaults,
}

/// Makes a draft of each row below the heading.
#[must_use]
pub fn of(table: &Table, columns: &[Column], there: &[Listed], places: Places<'_>) -> Vec<Planned> {
    let mut keys: HashMap<String, usize> = HashMap::new();
    table.rows.iter().skip(1).map(|row| one(table, row, columns, there, places, &mut keys)).collect()
}

impl Planned {
    /// Counts values that the rules call wrong in themselves among the mistakes, as `beian set` refuses them, unless that `is_forced`, and keeps
    /// which cannot be judged yet. What hangs on a cell that is no value, or where headings are not understood on whatever may stand below them,
    /// is told only if it is wrong in any case.
    pub fn judge(&mut self, are_headings_known: bool, is_forced: bool, today: NaiveDate) {
        let placed = |id: FieldId| self.cells.iter().find(|(other, _)| *other == id).map(|(_, column)| *column);
        let is_unfit = |id: FieldId| self.mistakes.iter().any(|mistake| mistake.field == Some(id));
        let mut draft = self.draft.clone();
        for id in wrong::CHOICES {
            if is_unfit(id) || !are_headings_known && placed(id).is_none() {
                draft.set(id, None);
            }
        }
        let given: Vec<FieldId> = self.cells.iter().map(|(id, _)| *id).filter(|id| !is_unfit(*id)).collect();
        let before = self.old.clone().unwrap_or_default();
        let Judged { wrong, mut waiting, .. } = Judged::of(&before, &draft, &given, today);
        // What a cell lacks that is no value is told of that cell.
        waiting.retain(|(_, by)| !is_unfit(*by));
        self.waiting = waiting;
        if is_forced {
            return;
        }
        if let Some((Guard::UnderReview, _)) = self.old.as_ref().and_then(|old| guarded(old, &self.draft)) {
            let why = Sentence::of(said::UNDER_REVIEW);
            self.mistakes.push(Mistake { row: self.row, column: None, field: None, why, rule: None });
        }
        let mistakes = wrong.iter().map(|finding| Mistake {
            row: self.row,
            column: placed(finding.field),
            field: Some(finding.field),
            why: wrong::why(finding),
            rule: Some(finding.rule.name),
        });
        self.mistakes.extend(mistakes.collect::<Vec<_>>());
        // Cell by cell, as one goes through the row; what is wrong with the row as a whole comes behind.
        self.mistakes.sort_by_key(|mistake| (mistake.column.is_none(), mistake.column));
    }
}

/// A file's name in one way, however it is written.
fn file_named(text: &str) -> String {
    let path = normalized(Path::new(text));
    path.to_string_lossy().trim_end_matches(".toml").to_owned()
}

fn one(
    table: &Table,
    row: &Row,
    columns: &[Column],
    there: &[Listed],
    places: Places<'_>,
    keys: &mut HashMap<String, usize>,
) -> Planned {
    let mut mistakes = Vec::new();
    let mut mistake = |column: Option<usize>, field: Option<FieldId>, why: Sentence| {
        mistakes.push(Mistake { row: row.number, column, field, why, rule: None });
    };
    for ((top, left), (bottom, right)) in &table.merged {
        let own = row.number - 1;
        // Each row of it lacks its own value, and is named for itself.
        if (*top..=*bottom).contains(&own) && (bottom > top || right > left) {
            let area = format!("{}:{}", place(top + 1, *left), place(bottom + 1, *right));
            mistake(Some(*left), field_of(columns, *left), Sentence::of(said::MERGED).with("area", area));
        }
    }
    // What a cell means may depend on the kind and the nature: the fields in their order, not the columns in theirs.
    let mut cells: Vec<(Column, usize, &Cell)> = Vec::new();
    for (index, cell) in row.cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty) {
        match columns.get(index) {
            Some(Column::Passed) => {}
            Some(column @ (Column::Field(_) | Column::Turned(_) | Column::File)) => cells.push((*column, index, cell)),
            Some(Column::Nameless) | None => mistake(Some(index), None, Sentence::of(said::NO_HEADING)),
        }
    }
    let place_of = |id: FieldId| FieldId::ALL.iter().position(|other| *other == id).unwrap_or(usize::MAX);
    let order = |column: Column| column.field().map_or(0, place_of);
    cells.sort_by_key(|(column, index, _)| (order(*column), *index));

    let plain = |wanted: Column| {
        let cell = cells.iter().find(|(column, ..)| *column == wanted).map(|(.., cell)| *cell);
        match cell {
            Some(Cell::Text(text)) => one_line(text).0.trim().to_owned(),
            _ => String::new(),
        }
    };
    let (file, app_id, name) =
        (plain(Column::File), plain(Column::Field(FieldId::AppId)), plain(Column::Field(FieldId::MiniProgramName)));
    // Who names a draft twice names it once by name and once by file: that is told once.
    let mut is_twice = false;
    let keys_in_row = [
        ("file", &file, Column::File),
        ("id", &app_id, Column::Field(FieldId::AppId)),
        ("name", &name, Column::Field(FieldId::MiniProgramName)),
    ];
    match keys_in_row.into_iter().find(|(_, text, _)| !text.is_empty()) {
        None => mistake(None, None, Sentence::of(said::NO_KEY)),
        Some((kind, text, column)) => {
            // `./a.toml` is `a.toml`, and `a`.
            let known = if kind == "file" { file_named(text) } else { text.clone() };
            let first = *keys.entry(format!("{kind} {}", known.to_lowercase())).or_insert(row.number);
            if first != row.number {
                is_twice = true;
                let place = cells.iter().find(|(known, ..)| *known == column).map(|(_, index, _)| *index);
                mistake(place, column.field(), Sentence::of(said::ROW_TWICE).with("key", visible(text)).with("row", first));
            }
        }
    }
    let found = match existing(there, &file, &app_id, &name) {
        Ok(found) => found,
        Err(why) => {
            mistake(None, None, why);
            None
        }
    };
    let before = found.map(|(listed, _)| listed.summary.as_ref().map(|summary| summary.draft.clone()));
    let old = match before {
        Some(Ok(draft)) => Some(draft),
        Some(Err(_)) => {
            mistake(None, None, Sentence::of(said::UNREADABLE));
            None
        }
        None => None,
    };
    if let Some((listed, _)) = found {
        let first = *keys.entry(format!("draft {}", listed.path.display())).or_insert(row.number);
        if first != row.number && !is_twice {
            mistake(None, None, Sentence::of(said::ROW_TWICE).with("key", visible(&listed.name)).with("row", first));
        }
    }
    let mut draft = old.clone().unwrap_or_else(Draft::default);
    if old.is_none() {
        draft.set(FieldId::FilingKind, Some(crate::filing::FilingKind::New.word().into()));
        places.defaults.fill(&mut draft);
    }
    let folder = found.and_then(|(listed, _)| listed.path.parent()).unwrap_or(places.drafts).to_owned();
    let mut placed = Vec::new();
    for (column, index, cell) in &cells {
        let Some(id) = column.field() else {
            if *column == Column::File && !matches!(cell, Cell::Text(_)) {
                mistake(Some(*index), None, Sentence::of(said::FILE_NO_TEXT));
            }
            continue;
        };
        placed.push((id, *index));
        match read(&draft, id, cell, &folder, places) {
            Ok(value) => drop(draft.set(id, column.kept(value))),
            Err(why) => mistake(Some(*index), Some(id), column.unfit(cell, why)),
        }
    }
    if old.as_ref().is_some_and(|old| *old != draft && History::of(old).stage() >= Stage::Filed) {
        let has_ended = old.as_ref().is_some_and(is_ended);
        mistake(None, None, Sentence::of(if has_ended { said::ENDED } else { said::FILED }));
    }
    // An answer holds for what it was given about.
    let mut reopened = old.as_ref().map(|old| crate::rules::reopened(old, &draft)).unwrap_or_default();
    reopened.retain(|id| !placed.iter().any(|(given, _)| given == id));
    for id in &reopened {
        draft.set(*id, None);
    }
    let action = match (found, &old) {
        (Some((listed, by)), Some(old)) if *old == draft => Action::Same(listed.path.clone(), by),
        (Some((listed, by)), _) => Action::Update(listed.path.clone(), by),
        (None, _) => Action::Create(if file.is_empty() { String::new() } else { safe_name(stem(&file)) }),
    };
    Planned { row: row.number, action, draft, old, reopened, cells: placed, mistakes, waiting: Vec::new() }
}

fn field_of(columns: &[Column], index: usize) -> Option<FieldId> {
    columns.get(index)?.field()
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".toml").unwrap_or(file)
}

/// The draft that is there already: by its file, else by AppID, else by the name, where the AppIDs do not say otherwise.
fn existing<'a>(there: &'a [Listed], file: &str, app_id: &str, name: &str) -> Result<Option<(&'a Listed, By)>, Sentence> {
    let text = |listed: &Listed, id: FieldId| {
        listed.summary.as_ref().map(|summary| summary.draft.text(id).trim().to_owned()).unwrap_or_default()
    };
    let only = |by: By, key: &str, found: Vec<&'a Listed>| match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some((*one, by))),
        several => {
            let names: Vec<String> = several.iter().map(|listed| visible(&listed.name).into_owned()).collect();
            Err(Sentence::of(said::SEVERAL).with("key", visible(key)).with("names", names.join(", ")))
        }
    };
    if !file.is_empty() {
        let wanted = safe_name(stem(file));
        return only(By::File, file, there.iter().filter(|listed| listed.name == wanted).collect());
    }
    if !app_id.is_empty() {
        let found: Vec<&Listed> = there.iter().filter(|listed| text(listed, FieldId::AppId) == app_id).collect();
        if !found.is_empty() {
            return only(By::AppId, app_id, found);
        }
    }
    if name.is_empty() {
        return Ok(None);
    }
    let is_free = |listed: &&Listed| {
        let other = text(listed, FieldId::AppId);
        other.is_empty() || app_id.is_empty() || other == app_id
    };
    let named = there.iter().filter(|listed| text(listed, FieldId::MiniProgramName) == name).filter(is_free);
    let mut named: Vec<&Listed> = named.collect();
    // Of several of one name it is the one that has an AppID, or has none, as the row does.
    if named.iter().filter(|listed| text(listed, FieldId::AppId) == app_id).count() == 1 {
        named.retain(|listed| text(listed, FieldId::AppId) == app_id);
    }
    only(By::Name, name, named)
}

/// The value that a cell means in a field.
fn read(draft: &Draft, id: FieldId, cell: &Cell, folder: &Path, places: Places<'_>) -> Result<Option<Value>, Sentence> {
    let kind = id.field().kind;
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::NoResult => return Err(Sentence::of(said::NO_RESULT)),
        Cell::Number(number) if number.fract() != 0.0 => number.to_string(),
        Cell::Number(number) if number.abs() >= EXACT || (number.abs() >= 1e15 && !matches!(kind, Kind::Date(_))) => {
            return Err(Sentence::of(said::DIGITS_LOST).with("value", format!("{number:.0}")));
        }
        Cell::Number(number) => format!("{number:.0}"),
        Cell::Text(text) if is_short_of_digits(text) => {
            return Err(Sentence::of(said::DIGITS_LOST).with("value", visible(text)));
        }
        Cell::Text(text) => text.clone(),
    };
    let text = match (kind, day_of(&text)) {
        (Kind::Date(_), Some(day)) => day.to_string(),
        _ => text,
    };
    let files = match kind {
        Kind::Picture | Kind::Pictures(_) | Kind::Videos(_) => Some(scans(&text, places)?),
        _ => None,
    };
    if let Some(files) = files {
        let paths: Vec<String> = files.iter().map(|path| as_written(path, folder, places.home)).collect();
        return match (kind, paths.as_slice()) {
            (Kind::Picture, [one]) => Ok(Some(Value::Text(one.clone()))),
            (Kind::Picture, several) => {
                Err(Sentence::of(said::SEVERAL_FILES).with("pattern", visible(&text)).with("count", several.len()))
            }
            _ => Ok(Some(Value::Paths(paths))),
        };
    }
    let value = value::parse(draft, id, &text, Folders { draft: folder, working: places.table, home: places.home });
    match &value {
        Some(value) if !value::fits(id, value) => Err(misfit(id, &text)),
        _ => Ok(value),
    }
}

/// Why a text is no value of a field, and what would be.
#[must_use]
pub fn misfit(id: FieldId, text: &str) -> Sentence {
    let example = match id.field().kind {
        // The example of some dates is the word for those without an end.
        Kind::Date(_) => "2030-01-31",
        _ => id.field().example,
    };
    if let Kind::Choice(list) | Kind::Choices(list) = id.field().kind {
        let [zh, en] = [true, false].map(|zh| value::alternatives(list, text, zh).join(if zh { "、" } else { ", " }));
        if !zh.is_empty() {
            return Sentence::of(said::SEVERAL_CHOICES).with("value", visible(text)).with("names", Part::Both(zh, en));
        }
    }
    let near = |names: [String; 2], sentence| {
        let [zh, en] = names;
        let field = Sentence::of(sentence).with("value", visible(text)).with("path", id.path());
        (!zh.is_empty()).then(|| field.with("names", Part::Both(zh, en)))
    };
    let by_language = |names: &dyn Fn(bool) -> Vec<String>| [true, false].map(|zh| names(zh).join(if zh { "、" } else { "; " }));
    let guess = match id.field().kind {
        Kind::Choice(list) | Kind::Choices(list) => {
            near(by_language(&|zh| value::choices_near(list, text, zh)), said::NO_CHOICE_NEAR)
        }
        Kind::Region => near(by_language(&|zh| value::regions_near(text, zh)), said::NO_REGION_NEAR),
        _ => None,
    };
    if let Some(guess) = guess {
        return guess;
    }
    if let (Kind::Flag(_), Some(contrary)) = (id.field().kind, id.field().contrary) {
        let sentence = Sentence::of(said::NO_FLAG_BOTH_WAYS).with("value", visible(text)).with("yes", Part::Text(id.label()));
        return sentence.with("no", Part::Text(contrary.label));
    }
    let sentence = Sentence::of(match id.field().kind {
        Kind::Choice(_) | Kind::Choices(_) | Kind::Word(_) => said::NO_CHOICE,
        Kind::Flag(_) => said::NO_FLAG,
        Kind::Region => said::NO_REGION,
        Kind::Date(_) => said::NO_DATE,
        _ => said::NO_FIT,
    });
    sentence.with("value", visible(text)).with("field", Part::Field(id)).with("path", id.path()).with("example", example)
}

/// `1.3E+17`: a number of which the spreadsheet kept only the beginning.
fn is_short_of_digits(text: &str) -> bool {
    let Some((digits, power)) = text.split_once("E+").or_else(|| text.split_once("e+")) else { return false };
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.') && power.chars().all(|c| c.is_ascii_digit())
}

/// The day that a spreadsheet means by a number.
fn day_of(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.parse().ok().filter(|days| DAYS.contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// The files that a cell names, by path or by pattern.
fn scans(text: &str, places: Places<'_>) -> Result<Vec<PathBuf>, Sentence> {
    let mut all = Vec::new();
    let parts = text.split([',', '，', ';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
    for part in parts {
        let part = part.replace('\\', "/");
        if glob::is_pattern(&part) {
            let found = glob::files(places.table, &part);
            if found.is_empty() {
                return Err(Sentence::of(said::NO_MATCH).with("pattern", visible(&part)));
            }
            all.extend(found);
        } else {
            let path = resolve(places.table, places.home, &part);
            if !path.is_file() {
                return Err(Sentence::of(said::NO_FILE).with("path", visible(&part)));
            }
            all.push(path);
        }
    }
    Ok(all)
}

/// A path as a draft in this folder has it: relative where that can be.
fn as_written(path: &Path, folder: &Path, home: Option<&Path>) -> String {
    relative_to(folder, home, path).unwrap_or_else(|| path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(headings: &[&str], rows: &[&[&str]]) -> Vec<Planned> {
        planned_among(&[], headings, rows)
    }

    fn planned_among(there: &[Listed], headings: &[&str], rows: &[&[&str]]) -> Vec<Planned> {
        let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
        let row = |(index, cells): (usize, &&[&str])| Row { number: index + 1, cells: cells.iter().map(cell).collect() };
        let all: Vec<&[&str]> = std::iter::once(headings).chain(rows.iter().copied()).collect();
        let table = Table { rows: all.iter().enumerate().map(row).collect(), ..Table::default() };
        let columns = super::super::columns::of(&table.rows[0]).0;
        let nowhere = Path::new("/nowhere");
        of(&table, &columns, there, Places { drafts: nowhere, table: nowhere, home: None, defaults: &Defaults::default() })
    }

    fn first(headings: &[&str], row: &[&str]) -> Planned {
        planned(headings, &[row]).remove(0)
    }

    #[test]
    fn values_go_by_name_or_code() {
        let one = first(
            &["mini_program.service_contents", "subject.region", "subject.nature", "AppID", "subject.certificate.valid_until"],
            &["3,4", "江苏省苏州市姑苏区", "企业", "wx7f6e5d4c3b2a1908", "47178"],
        );
        assert!(one.mistakes.is_empty(), "{:?}", one.mistakes);
        assert_eq!(one.draft.code(FieldId::SubjectNature), Some(4));
        assert_eq!(one.draft.text(FieldId::SubjectRegion), "320508");
        assert_eq!(one.draft.text(FieldId::from_path("subject.certificate.valid_until").unwrap()), "2029-03-01");
        assert_eq!(one.action, Action::Create(String::new()));
    }

    #[test]
    fn every_mistake_has_its_cell() {
        for (heading, value) in [
            ("subject.nature", "Enterprize"),
            ("subject.region", "火星"),
            ("owner.certificate.valid_from", "2026-02-30"),
            ("subject.certificate.number", "1.3E+17"),
            ("answers.filed_before", "perhaps"),
            ("mini_program.service_contents", "3,没有"),
            ("subject.certificate.photo", "none.jpg"),
            ("subject.certificate.photo", "*.jpg"),
        ] {
            let one = first(&["AppID", heading], &["wx7f6e5d4c3b2a1908", value]);
            assert_eq!(one.mistakes.iter().map(Mistake::place).collect::<Vec<_>>(), ["B2"], "{heading}={value}");
        }
    }

    #[test]
    fn what_stands_under_no_heading_is_not_passed_over_and_what_stands_under_a_remark_is() {
        let mistakes = |headings: &[&str], row: &[&str]| -> Vec<String> {
            first(headings, row).mistakes.iter().map(Mistake::place).collect()
        };
        let empty: [&str; 0] = [];
        for (headings, row, places) in [
            (&["AppID", ""][..], &["wx7f6e5d4c3b2a1908", "13012340003"][..], &["B2"][..]),
            (&["AppID", "", "# note"], &["wx7f6e5d4c3b2a1908", "x", "y"], &["B2"]),
            (&["AppID"], &["wx7f6e5d4c3b2a1908", "", "x"], &["C2"]),
            (&["AppID", "", "# note"], &["wx7f6e5d4c3b2a1908", "", "y"], &empty),
        ] {
            assert_eq!(mistakes(headings, row), places, "{headings:?} {row:?}");
        }
    }

    #[test]
    fn every_row_that_lacks_a_merged_value_is_named() {
        let row =
            |number, cells: &[&str]| Row { number, cells: cells.iter().map(|text| Cell::Text((*text).to_owned())).collect() };
        let rows = vec![
            row(1, &["AppID", "responsible_person.name"]),
            row(2, &["wx1", "张三"]),
            row(3, &["wx2"]),
            row(4, &["wx3", "李四"]),
        ];
        let table = Table { rows, merged: vec![((1, 1), (2, 1))], ..Table::default() };
        let columns = super::super::columns::of(&table.rows[0]).0;
        let nowhere = Path::new("/nowhere");
        let places = Places { drafts: nowhere, table: nowhere, home: None, defaults: &Defaults::default() };
        let mistakes: Vec<String> =
            of(&table, &columns, &[], places).iter().flat_map(|row| &row.mistakes).map(Mistake::place).collect();
        assert_eq!(mistakes, ["B2", "B3"]);
    }

    #[test]
    fn two_rows_of_one_draft_are_told_apart() {
        let rows = planned(&["AppID", "mini_program.name"], &[&["wx1", "a"], &["", "a"], &["wx1", "b"], &["", "A"], &["", ""]]);
        let wrong: Vec<usize> = rows.iter().filter(|row| !row.mistakes.is_empty()).map(|row| row.row).collect();
        assert_eq!(wrong, [4, 5, 6]);
    }

    #[test]
    fn a_draft_that_is_there_is_changed_once_and_not_once_it_is_filed() {
        use crate::drafts::folder::Summary;
        const TEXT: &str = "虚构食堂的点餐小程序，提供菜单浏览、在线点餐与取餐提醒等功能。";
        let there = |stages: &[&str]| {
            let mut draft = Draft::new(4);
            draft.set(FieldId::AppId, Some("wx1".into()));
            draft.set(FieldId::MiniProgramName, Some("a".into()));
            draft.events = stages
                .iter()
                .map(|kind| {
                    let at = chrono::DateTime::parse_from_rfc3339("2026-11-21T10:00:00+08:00").unwrap();
                    crate::filing::Event::new(crate::filing::EventKind::from_name(kind).unwrap(), at)
                })
                .collect();
            [Listed { path: "/a.toml".into(), name: "a".to_owned(), modified: None, summary: Ok(Summary::of(draft.clone(), 0)) }]
        };
        let heading = ["AppID", "mini_program.name", "mini_program.remark"];
        let judged = |there: &[Listed], rows: &[&[&str]], is_forced: bool| -> Vec<usize> {
            let mut found = planned_among(there, &heading, rows);
            found.iter_mut().for_each(|row| row.judge(true, is_forced, "2026-11-30".parse().unwrap()));
            found.iter().filter(|row| !row.mistakes.is_empty()).map(|row| row.row).collect()
        };
        let wrong = |there: &[Listed], rows: &[&[&str]]| judged(there, rows, true);
        let filed = ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"];
        // Once by AppID, once by name: the same draft.
        assert_eq!(wrong(&there(&[]), &[&["wx1", "", TEXT], &["", "a", TEXT]]), [3]);
        for stage in 1..=4 {
            let under_review = there(&filed[..stage]);
            assert_eq!(judged(&under_review, &[&["wx1", "a", TEXT]], false), [2], "{stage}");
            assert_eq!(judged(&under_review, &[&["wx1", "a", TEXT]], true), [0; 0], "{stage}");
            assert_eq!(judged(&under_review, &[&["wx1", "a", ""]], false), [0; 0], "{stage}: nothing is changed");
        }
        assert_eq!(judged(&there(&["submitted", "platform-returned"]), &[&["wx1", "a", TEXT]], false), [0; 0]);
        assert_eq!(wrong(&there(&filed), &[&["wx1", "a", TEXT]]), [2]);
        assert_eq!(wrong(&there(&filed), &[&["wx1", "a", ""]]), [0; 0], "nothing is changed");
    }

    #[test]
    fn numbers_that_lost_digits_are_never_taken() {
        assert!(is_short_of_digits("1.30123E+17") && !is_short_of_digits("E+5") && !is_short_of_digits("13012340003"));
        let draft = Draft::default();
        let nowhere = Path::new("/");
        let places = Places { drafts: nowhere, table: nowhere, home: None, defaults: &Defaults::default() };
        let number = FieldId::from_path("subject.certificate.number").unwrap();
        assert!(read(&draft, number, &Cell::Number(320_508_199_001_012_345.0), nowhere, places).is_err());
        assert!(read(&draft, number, &Cell::NoResult, nowhere, places).is_err());
        let mobile = FieldId::ResponsiblePersonMobile;
        assert_eq!(read(&draft, mobile, &Cell::Number(13_012_340_003.0), nowhere, places).ok(), Some(Some("13012340003".into())));
    }
}
