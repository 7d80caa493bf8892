//! Tables of spreadsheets: XLSX, ODS and XLS. Cells are taken one by one: a stray cell in the last row must not fill the memory with
//! empty ones.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};

use super::{Cell, MOST_COLUMNS, MOST_ROWS, Row, Table, spans};
use crate::cli::sentence::Sentence;
use crate::locale::import as said;
use crate::text::clean::visible;

type Cells = BTreeMap<usize, BTreeMap<usize, Cell>>;

/// Reads the rows of a sheet, the first visible one unless one is named.
pub fn read(bytes: Vec<u8>, wanted: Option<&str>) -> Result<Table, Sentence> {
    let broken = || Sentence::of(said::NO_WORKBOOK);
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes.as_slice())).map_err(|_| broken())?;
    let sheets = book.sheets_metadata();
    let sheet = match wanted {
        Some(wanted) => sheets.iter().find(|sheet| sheet.name == wanted).ok_or_else(|| {
            let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            Sentence::of(said::NO_SHEET).with("sheet", visible(wanted)).with("sheets", visible(&names.join(", ")))
        })?,
        None => sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible).ok_or_else(broken)?,
    };
    let name = sheet.name.clone();
    let mut cells = Cells::new();
    let mut merged = Vec::new();
    match &mut book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(&name).map_err(|_| broken())?;
            while let Some(cell) = reader.next_cell().map_err(|_| broken())? {
                put(&mut cells, cell.get_position(), &Data::from(cell.get_value().clone()))?;
            }
            drop(reader);
            let mut reader = book.worksheet_cells_reader(&name).map_err(|_| broken())?;
            while let Some(cell) = reader.next_formula().map_err(|_| broken())? {
                let (row, column) = at(cell.get_position());
                if !cell.get_value().is_empty() && column < MOST_COLUMNS {
                    cells.entry(row).or_default().entry(column).or_insert(Cell::NoResult);
                }
            }
            drop(reader);
            if let Ok(regions) = book.merge_cells_by_sheet_name(&name) {
                merged.extend(regions.into_iter().map(|region| (at(region.start), at(region.end))));
            }
        }
        book => {
            if matches!(book, Sheets::Ods(_)) {
                merged = spans::of(&bytes, &name);
            }
            let range = book.worksheet_range(&name).map_err(|_| broken())?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let place = |index: usize, from: u32| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(from);
                put(&mut cells, (place(row, top), place(column, left)), value)?;
            }
        }
    }
    let rows = cells.into_iter().map(|(row, cells)| {
        let width = cells.keys().next_back().map_or(0, |last| last + 1);
        let mut all = vec![Cell::Empty; width];
        for (column, cell) in cells {
            if let Some(place) = all.get_mut(column) {
                *place = cell;
            }
        }
        Row { number: row + 1, cells: all }
    });
    Ok(Table { sheet: name, rows: rows.collect(), merged })
}

fn at((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

fn put(cells: &mut Cells, place: (u32, u32), value: &Data) -> Result<(), Sentence> {
    let (row, column) = at(place);
    let cell = match value {
        Data::Empty => return Ok(()),
        Data::String(text) if text.trim().is_empty() => return Ok(()),
        Data::String(text) => Cell::Text(text.trim().to_owned()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(flag) => Cell::Text(if *flag { "yes" } else { "no" }.to_owned()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Cell::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Cell::Text(text.split('T').next().unwrap_or(text).to_owned()),
        Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(_) => Cell::NoResult,
    };
    if column >= MOST_COLUMNS {
        return Err(Sentence::of(said::TOO_WIDE).with("limit", MOST_COLUMNS));
    }
    if cells.len() > MOST_ROWS {
        return Err(Sentence::of(said::TOO_LONG).with("limit", MOST_ROWS));
    }
    cells.entry(row).or_default().insert(column, cell);
    Ok(())
}
