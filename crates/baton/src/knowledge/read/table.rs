//! Grids of cells: lists of questions with their answers where they are such lists, else text.

mod columns;
mod prose;

use serde::{Deserialize, Serialize};

use columns::Columns;

use super::Read;
use super::pairs::{Pair, checked};
use super::text::one_line;
use super::unreadable::Unreadable;

pub const ROWS_MAX: usize = 100_000;
pub const COLUMNS_MAX: usize = 256;
pub const CELLS_MAX: usize = 1_000_000;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    pub name: Option<String>,
    /// Those with something in them.
    pub rows: Vec<Row>,
    #[serde(skip)]
    cells: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// As the spreadsheet program shows it, from 1.
    pub number: usize,
    pub cells: Vec<String>,
}

impl Grid {
    pub fn named(name: String) -> Self {
        Self { name: Some(name), ..Self::default() }
    }

    /// Adds a row, unless nothing is in it.
    ///
    /// # Errors
    /// [`Unreadable::SheetTooBig`] beyond the limits.
    pub fn add(&mut self, row: Row) -> Result<(), Unreadable> {
        self.cells += row.cells.len();
        if row.cells.len() > COLUMNS_MAX || self.rows.len() >= ROWS_MAX || self.cells > CELLS_MAX {
            return Err(Unreadable::SheetTooBig { rows: ROWS_MAX, columns: COLUMNS_MAX, cells: CELLS_MAX });
        }
        if row.cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(row);
        }
        Ok(())
    }
}

impl Row {
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Pairs when every grid is a list of them, else text, with the pairs of those that are as headings and text.
///
/// # Errors
/// When there is nothing in it, or a row of a list is half a pair.
pub fn read(grids: &[Grid]) -> Result<Read, Unreadable> {
    let grids: Vec<&Grid> = grids.iter().filter(|grid| !grid.rows.is_empty()).collect();
    let lists: Vec<Option<Columns>> = grids.iter().map(|grid| Columns::find(grid)).collect();
    if grids.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut pairs = Vec::new();
    let mut markdown = Vec::new();
    for (grid, columns) in grids.iter().zip(&lists) {
        match columns {
            Some(columns) if lists.iter().all(Option::is_some) => pairs.extend(pairs_of(grid, columns)?),
            Some(columns) => markdown.push(prose::pairs(grid, &pairs_of(grid, columns)?)),
            None => markdown.push(prose::rows(grid, grids.len() > 1)),
        }
    }
    if markdown.is_empty() {
        return Ok(Read::Pairs(checked(&merged(pairs))?));
    }
    Ok(Read::Text { markdown: markdown.join("\n\n"), title: None })
}

fn pairs_of(grid: &Grid, columns: &Columns) -> Result<Vec<Pair>, Unreadable> {
    let mut pairs = Vec::new();
    for row in &grid.rows[columns.first_row..] {
        let (question, answer) = (row.cell(columns.question), row.cell(columns.answer));
        let phrasings = columns.phrasings.iter().flat_map(|&column| row.cell(column).split(['|', '\n']));
        let phrasings: Vec<String> = phrasings.map(one_line).filter(|phrasing| !phrasing.is_empty()).collect();
        match (question.is_empty(), answer.is_empty()) {
            (false, false) => pairs.push(Pair { question: one_line(question), phrasings, answer: answer.to_owned() }),
            // Notes beside the list.
            (true, true) if phrasings.is_empty() => {}
            (true | false, true | false) => return Err(Unreadable::HalfRow { row: row.number }),
        }
    }
    Ok(pairs)
}

/// Rows that say the same pair add their phrasings to one.
fn merged(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut places = std::collections::HashMap::new();
    let mut merged: Vec<Pair> = Vec::new();
    for pair in pairs {
        let at = *places.entry((pair.question.to_lowercase(), pair.answer.clone())).or_insert(merged.len());
        match merged.get_mut(at) {
            Some(same) => same.phrasings.extend(pair.phrasings),
            None => merged.push(pair),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::default();
        for (at, cells) in rows.iter().enumerate() {
            let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
            grid.add(Row { number: at + 1, cells }).expect("small");
        }
        grid
    }

    fn pair(question: &str, phrasings: &[&str], answer: &str) -> Pair {
        let phrasings = phrasings.iter().map(|phrasing| (*phrasing).to_owned()).collect();
        Pair { question: question.into(), phrasings, answer: answer.into() }
    }

    #[test]
    fn a_list_of_pairs_is_known_by_its_head() {
        let list = grid(&[
            &["Our FAQ"],
            &["Nr", "Antwort", "Kategorie", "Frage", "Alternativen"],
            &["1", "60 Tage.", "x", "Wie lange?", "Welche Frist? | Bis wann?\nFrist?"],
            &["", "", "", "", ""],
            &["2", "Nein.", "x", "Kostet es?", ""],
        ]);
        let pairs = vec![
            pair("Wie lange?", &["Welche Frist?", "Bis wann?", "Frist?"], "60 Tage."),
            pair("Kostet es?", &[], "Nein."),
        ];
        assert_eq!(read(&[list]), Ok(Read::Pairs(pairs)));
    }

    #[test]
    fn rows_of_the_same_pair_are_one() {
        let list = grid(&[
            &["question", "answer", "phrasing"],
            &["Free?", "Yes.", "Cost?"],
            &["free?", "Yes.", "Price?"],
            &["Free?", "No.", ""],
        ]);
        let pairs = vec![pair("Free?", &["Cost?", "Price?"], "Yes."), pair("Free?", &[], "No.")];
        assert_eq!(read(&[list]), Ok(Read::Pairs(pairs)));
    }

    #[test]
    fn two_columns_of_text_are_pairs_without_a_head() {
        let list = grid(&[&["Is it free?", "Yes, always."], &["", ""], &["How long?", "60 days."]]);
        assert_eq!(
            read(&[list]),
            Ok(Read::Pairs(vec![pair("Is it free?", &[], "Yes, always."), pair("How long?", &[], "60 days.")]))
        );
    }

    #[test]
    fn half_a_pair_is_named_by_its_row() {
        let list = grid(&[&["Question", "Answer"], &["Free?", "Yes."], &["How long?", ""]]);
        assert_eq!(read(&[list]), Err(Unreadable::HalfRow { row: 3 }));
    }

    #[test]
    fn any_other_table_is_text_whose_rows_speak_for_themselves() {
        let table = grid(&[&["Name", "Price", "Weight"], &["Tent", "200", "2 kg"], &["Stove", "50", ""]]);
        let expected = "- Name: Tent; Price: 200; Weight: 2 kg\n- Name: Stove; Price: 50";
        assert_eq!(read(&[table]), Ok(Read::Text { markdown: expected.into(), title: None }));
    }

    #[test]
    fn a_book_of_both_is_text_with_nothing_lost() {
        let mut list = grid(&[&["Question", "Answer"], &["Free?", "Yes."]]);
        list.name = Some("FAQ".into());
        let mut table = grid(&[&["Name", "Price"], &["Tent", "200"]]);
        table.name = Some("Prices".into());
        let expected = "# FAQ\n\n## Free?\n\nYes.\n\n# Prices\n\n- Name: Tent; Price: 200";
        assert_eq!(read(&[list, table]), Ok(Read::Text { markdown: expected.into(), title: None }));
    }

    #[test]
    fn nothing_is_said_to_be_nothing() {
        assert_eq!(read(&[]), Err(Unreadable::Empty));
        assert_eq!(read(&[grid(&[&["", ""]])]), Err(Unreadable::Empty));
        assert_eq!(read(&[grid(&[&["Question", "Answer"]])]), Err(Unreadable::Empty));
    }
}
