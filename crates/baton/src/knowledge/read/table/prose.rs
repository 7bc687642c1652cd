//! Grids as text: each row can be understood without its head.

use super::super::markdown;
use super::super::pairs::Pair;
use super::super::text::one_line;
use super::{Grid, Row};

/// A row a line, each cell with the name of its column if the first row names them all.
pub fn rows(grid: &Grid, is_one_of_many: bool) -> String {
    let names = grid.rows.first().filter(|row| grid.rows.len() > 1 && is_head(row));
    let rows = grid.rows.iter().skip(usize::from(names.is_some()));
    let lines: Vec<String> = rows.map(|row| line(row, names)).collect();
    let text = lines.join("\n");
    match &grid.name {
        Some(name) if is_one_of_many => format!("{}\n\n{text}", markdown::heading(1, name)),
        Some(_) | None => text,
    }
}

/// Pairs as headings with their answers below.
pub fn pairs(grid: &Grid, pairs: &[Pair]) -> String {
    let mut blocks: Vec<String> = grid.name.iter().map(|name| markdown::heading(1, name)).collect();
    for pair in pairs {
        blocks.push(markdown::heading(2, &pair.question));
        blocks.push(markdown::paragraph(&pair.answer));
    }
    blocks.join("\n\n")
}

fn is_head(row: &Row) -> bool {
    let filled: Vec<&String> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let is_name = |cell: &&String| cell.chars().any(char::is_alphabetic) && !cell.ends_with(['.', '?', '!']);
    let names: std::collections::HashSet<&String> = filled.iter().copied().collect();
    filled.len() > 1 && filled.iter().all(is_name) && names.len() == filled.len()
}

fn line(row: &Row, names: Option<&Row>) -> String {
    let mut parts = Vec::new();
    for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let name = names.map_or("", |names| names.cell(at));
        parts.push(if name.is_empty() { one_line(cell) } else { format!("{}: {}", one_line(name), one_line(cell)) });
    }
    format!("- {}", parts.join("; "))
}
