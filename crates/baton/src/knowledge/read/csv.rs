//! CSV as a grid of cells. What separates them is found by trying.

use std::collections::HashMap;

use csv::ReaderBuilder;

use super::table::{Grid, Row};
use super::unreadable::Unreadable;

/// Where two do as well, the first: commas stand in sentences, too.
const SEPARATORS: [u8; 4] = *b"\t;,|";
/// So much of the file is tried, in bytes.
const SAMPLE_BYTES: usize = 64 * 1024;
/// From this share of its rows on with as many columns each, a file is a table.
const ALIKE_SHARE_MIN: f64 = 0.6;
/// Some programs say in the first line what separates the cells.
const SEPARATOR_LINE: &str = "sep=";

/// # Errors
/// When it is too big, or has no rows.
pub fn grid(text: &str) -> Result<Grid, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let (said, text) = said(text);
    let mut grid = Grid::default();
    match said.or_else(|| separator(text)) {
        Some(separator) => {
            let mut reader = ReaderBuilder::new()
                .delimiter(separator)
                .flexible(true)
                .has_headers(false)
                .from_reader(text.as_bytes());
            for record in reader.records() {
                let record = record.map_err(|_| Unreadable::Sheet)?;
                let row = record.position().map_or(0, |position| position.line() as usize);
                grid.add(Row { number: row, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() })?;
            }
        }
        None => {
            for (at, line) in text.lines().enumerate() {
                grid.add(Row { number: at + 1, cells: vec![line.trim().to_owned()] })?;
            }
        }
    }
    if grid.rows.is_empty() { Err(Unreadable::Empty) } else { Ok(grid) }
}

fn said(text: &str) -> (Option<u8>, &str) {
    let first = text.lines().next().unwrap_or_default();
    match first.strip_prefix(SEPARATOR_LINE).map(str::as_bytes) {
        Some(&[separator]) => (Some(separator), text[first.len()..].trim_start_matches(['\r', '\n'])),
        Some(_) | None => (None, text),
    }
}

/// What splits most rows into as many cells each, and into more of them; nothing when the text is no table.
fn separator(text: &str) -> Option<u8> {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let sample = if sample.len() < text.len() { &sample[..sample.rfind('\n').unwrap_or(sample.len())] } else { sample };
    let tried = SEPARATORS.into_iter().filter_map(|separator| Some((separator, alike(sample, separator)?)));
    tried.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(separator, _)| separator)
}

/// How many rows have as many columns as most, and how many that are.
fn alike(sample: &str, separator: u8) -> Option<(usize, usize)> {
    let reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(sample.as_bytes());
    let mut rows = 0;
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for record in reader.into_records().flatten() {
        rows += 1;
        *counts.entry(record.len()).or_default() += 1;
    }
    let (most, columns) = counts.into_iter().map(|(columns, count)| (count, columns)).max()?;
    (columns > 1 && most as f64 >= ALIKE_SHARE_MIN * rows as f64).then_some((most, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        grid(text).expect("a grid").rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn what_separates_the_cells_is_found() {
        let expected = [["a", "b, c"], ["d", "e, f"]];
        assert_eq!(cells("a;b, c\nd;e, f"), expected);
        assert_eq!(cells("a\tb, c\r\nd\te, f\r\n"), expected);
        assert_eq!(cells("a,\"b, c\"\nd,\"e, f\""), expected);
        assert_eq!(cells("sep=;\r\na;b, c\nd;e, f"), expected);
    }

    #[test]
    fn cells_may_have_several_lines_and_rows_know_theirs() {
        let grid = grid("q,a\n\"one\ntwo\",three\nfour,five").expect("a grid");
        assert_eq!(grid.rows[1].cells, ["one\ntwo", "three"]);
        assert_eq!(grid.rows[2].number, 4);
    }

    #[test]
    fn text_without_columns_is_kept_by_lines() {
        assert_eq!(cells("Just words.\nAnd, well, some, more."), [["Just words."], ["And, well, some, more."]]);
    }

    #[test]
    fn limits_hold() {
        assert!(matches!(grid(&"a,b\n".repeat(200_000)), Err(Unreadable::SheetTooBig { .. })));
        assert!(matches!(grid(&",".repeat(2_000)), Err(Unreadable::SheetTooBig { .. })));
        assert_eq!(grid("").err(), Some(Unreadable::Empty));
        assert!(grid("\"never closed,\na,b\nc,d").is_ok());
    }
}
