//! Whether a message is nothing but a greeting, thanks or a goodbye.

use super::Said;
use super::pattern::longest;
use super::table::Table;

/// Longer than this is not small talk, whatever it begins with. Words; letters in scripts without blanks.
const WORDS_MAX: usize = 12;

pub(super) fn small_talk(table: &Table, clauses: &[Vec<String>]) -> Option<Said> {
    let words = clauses.concat();
    if words.len() > WORDS_MAX {
        return None;
    }
    // The last thing that is said counts most: "thanks, bye" is a goodbye.
    let kinds = [(&table.goodbye, Said::Goodbye), (&table.thanks, Said::Thanks), (&table.greeting, Said::Greeting)];
    let mut said = [false; 3];
    let mut rest = &words[..];
    while !rest.is_empty() {
        let lengths = kinds.map(|(phrases, _)| longest(phrases, rest));
        let phrase = lengths.into_iter().max().unwrap_or(0);
        let step = phrase.max(longest(&table.filler, rest));
        if step == 0 {
            return None;
        }
        for (said, length) in said.iter_mut().zip(lengths) {
            *said |= length == step;
        }
        rest = &rest[step..];
    }
    kinds.iter().zip(said).find(|(_, said)| *said).map(|(kind, _)| kind.1)
}
