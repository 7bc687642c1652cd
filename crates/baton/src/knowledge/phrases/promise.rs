//! Whether a text that a model wrote promises something of people: a transfer, a call back, a ticket, a colleague asked.
//! Only committed steps may say so; a model's word for it is not enough.

use std::sync::LazyLock;

use super::table::Table;
use super::token::clauses;

static TABLES: LazyLock<[Table; 17]> = LazyLock::new(|| {
    [
        include_str!("promise/en.txt"),
        include_str!("promise/de.txt"),
        include_str!("promise/fr.txt"),
        include_str!("promise/es.txt"),
        include_str!("promise/it.txt"),
        include_str!("promise/pt.txt"),
        include_str!("promise/nl.txt"),
        include_str!("promise/zh.txt"),
        include_str!("promise/hi.txt"),
        include_str!("promise/ar.txt"),
        include_str!("promise/bn.txt"),
        include_str!("promise/ru.txt"),
        include_str!("promise/ur.txt"),
        include_str!("promise/id.txt"),
        include_str!("promise/ja.txt"),
        include_str!("promise/tr.txt"),
        include_str!("promise/ko.txt"),
    ]
    .map(Table::read)
});

/// No answer of a model is as long as this; what follows is not read. Characters.
const READ_CHARS_MAX: usize = 8_000;

/// Whether any clause promises it, in any of the languages.
pub fn promises_a_person(text: &str) -> bool {
    let end = text.char_indices().nth(READ_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    clauses(&text[..end]).any(|clause| TABLES.iter().any(|table| promises(table, &clause)))
}

fn promises(table: &Table, clause: &[String]) -> bool {
    table.has(&table.says, clause) && !table.has(&table.harmless, clause)
}

#[cfg(test)]
mod tests;
