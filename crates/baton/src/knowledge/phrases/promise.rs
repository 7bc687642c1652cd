//! Whether a text that a model wrote promises something of people: a transfer, a call back, a ticket, a colleague asked.
//! Only committed steps may say so; a model's word for it is not enough.

use std::sync::LazyLock;

use super::beginning;
use super::clause::Clause;
use super::table::Table;
use super::token::clauses;

static TABLES: LazyLock<[Table; 17]> = LazyLock::new(|| tables!("promise").map(Table::read));

/// No answer of a model is as long as this; what follows is not read. Characters.
const READ_CHARS_MAX: usize = 8_000;

/// Whether any clause promises it, in any of the languages.
pub fn promises_a_person(text: &str) -> bool {
    clauses(beginning(text, READ_CHARS_MAX))
        .any(|clause| TABLES.iter().any(|table| Clause::new(table, &clause).is_said()))
}

#[cfg(test)]
mod tests;
