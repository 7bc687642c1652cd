//! What people say that is no question: hello, thanks, goodbye, that they want a person, that they are fed up;
//! and what a model says about people. The phrases are text files, one a language; here is who reads them.

use std::sync::LazyLock;

/// The texts of a folder beside the caller, one a language.
macro_rules! tables {
    ($folder:literal) => {
        tables!($folder, "en", "de", "fr", "es", "it", "pt", "nl", "zh", "hi", "ar", "bn", "ru", "ur", "id", "ja", "tr", "ko")
    };
    ($folder:literal, $($language:literal),+) => {
        [$(include_str!(concat!($folder, "/", $language, ".txt"))),+]
    };
}

mod clause;
mod frustration;
mod pattern;
mod person;
mod promise;
mod repeat;
mod small_talk;
mod table;
mod token;
mod typo;

pub use frustration::is_frustrated;
pub use promise::promises_a_person;
pub use repeat::asks_again;

use table::Table;
use token::clauses;

/// Whoever writes more than this has said in it what they want; the beginning must do.
const READ_CHARS_MAX: usize = 4_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Greeting,
    Thanks,
    Goodbye,
    WantsPerson,
    /// Anything else, above all questions.
    Something,
}

static TABLES: LazyLock<[Table; 17]> = LazyLock::new(|| tables!("phrases").map(Table::read));

pub fn recognise(text: &str) -> Said {
    let clauses: Vec<Vec<String>> = clauses(beginning(text, READ_CHARS_MAX)).collect();
    let wants = |table: &&Table| clauses.iter().any(|clause| person::wants_person(table, clause));
    if TABLES.iter().any(|table| wants(&table)) {
        return Said::WantsPerson;
    }
    TABLES.iter().find_map(|table| small_talk::small_talk(table, &clauses)).unwrap_or(Said::Something)
}

fn beginning(text: &str, chars_max: usize) -> &str {
    &text[..text.char_indices().nth(chars_max).map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod hard_cases;
#[cfg(test)]
mod held_out;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
