//! Spreadsheets as grids of cells, one for each sheet that can be seen. The parser believes what a file says of its own
//! size, so it runs in a process of its own.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Ods, OdsError, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use super::apart::{Foreign, ReaderProcess};
use super::archive::Archive;
use super::table::{CELLS_MAX, COLUMNS_MAX, Grid, ROWS_MAX, Row};
use super::unreadable::Unreadable;

pub fn read(bytes: &[u8], process: &ReaderProcess) -> Result<Vec<Grid>, Unreadable> {
    serde_json::from_slice(&process.read(Foreign::Sheet, bytes)?).map_err(|_| Unreadable::Sheet)
}

/// What the process answers.
///
/// # Errors
/// As [`grids`].
pub fn json(bytes: &[u8]) -> Result<String, Unreadable> {
    serde_json::to_string(&grids(bytes)?).map_err(|_| Unreadable::Sheet)
}

pub const fn too_big() -> Unreadable {
    Unreadable::SheetTooBig { rows: ROWS_MAX, columns: COLUMNS_MAX, cells: CELLS_MAX }
}

/// Only for the process of its own: the parser may panic, or ask for more memory than there is.
///
/// # Errors
/// When it is no spreadsheet, protected, or beyond the limits.
pub fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    if !bytes.starts_with(b"PK") {
        return xls(bytes);
    }
    let mut archive = Archive::open(bytes, &Unreadable::Sheet)?;
    archive.check_all()?;
    if archive.has("xl/workbook.xml") { xlsx(bytes) } else { ods(bytes) }
}

/// Cell by cell: a sheet that says of itself to be huge costs nothing.
fn xlsx(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let locked = |error| if matches!(error, XlsxError::Password) { Unreadable::Locked } else { Unreadable::Sheet };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(locked)?;
    let mut grids = Vec::new();
    for name in seen(&book) {
        // Sheets of charts have no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut grid = Sparse::default();
        while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Sheet)? {
            grid.put(cell.get_position(), text(&Data::from(cell.get_value().clone())))?;
        }
        grids.push(grid.finish(name)?);
    }
    Ok(grids)
}

fn xls(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let is_locked = |error| matches!(error, XlsError::Password) || has_locked_package(bytes);
    let refusal = |error| if is_locked(error) { Unreadable::Locked } else { Unreadable::Sheet };
    ranges(Xls::new(Cursor::new(bytes)).map_err(refusal)?)
}

/// Protected files of the newer formats are a container with the stream of that name, in UTF-16.
fn has_locked_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn ods(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let locked = |error| if matches!(error, OdsError::Password) { Unreadable::Locked } else { Unreadable::Sheet };
    ranges(Ods::new(Cursor::new(bytes)).map_err(locked)?)
}

fn ranges<'a, Book: Reader<Cursor<&'a [u8]>>>(mut book: Book) -> Result<Vec<Grid>, Unreadable> {
    let mut grids = Vec::new();
    for name in seen(&book) {
        let range = book.worksheet_range(&name).map_err(|_| Unreadable::Sheet)?;
        let mut grid = Sparse::default();
        for (row, column, cell) in range.used_cells() {
            let (first_row, first_column) = range.start().unwrap_or_default();
            grid.put((first_row + row as u32, first_column + column as u32), text(cell))?;
        }
        grids.push(grid.finish(name)?);
    }
    Ok(grids)
}

fn seen<'a, Book: Reader<Cursor<&'a [u8]>>>(book: &Book) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect()
}

/// A grid while its cells come in.
#[derive(Default)]
struct Sparse {
    rows: std::collections::BTreeMap<u32, Vec<String>>,
    cells: usize,
}

impl Sparse {
    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Unreadable> {
        if text.is_empty() {
            return Ok(());
        }
        if column as usize >= COLUMNS_MAX || self.rows.len() > ROWS_MAX || self.cells > CELLS_MAX {
            return Err(too_big());
        }
        let row = self.rows.entry(row).or_default();
        let column = column as usize;
        if row.len() <= column {
            self.cells += column + 1 - row.len();
            row.resize(column + 1, String::new());
        }
        row[column] = text;
        Ok(())
    }

    fn finish(self, name: String) -> Result<Grid, Unreadable> {
        let mut grid = Grid::named(name);
        for (number, cells) in self.rows {
            grid.add(Row { number: number as usize + 1, cells })?;
        }
        Ok(grid)
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => format!("{number}"),
        Data::Bool(is_true) => is_true.to_string(),
        Data::DateTime(time) => date(*time),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

fn date(time: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = time.to_ymd_hms_milli();
    let days = time.as_f64();
    if time.is_duration() {
        let minutes = (days * 24.0 * 60.0).round() as i64;
        format!("{}:{:02}", minutes / 60, minutes % 60)
    } else if days < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if days.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}
