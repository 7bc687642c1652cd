//! Where a question begins, between words and after what says nothing.

use super::markers::Table;
use super::spoken::Word;

/// The words after "ok, thanks".
pub(super) fn after_filler<'a>(table: &Table, mut spoken: &'a [Word]) -> &'a [Word] {
    while let length @ 1.. = table.filler.longest(spoken) {
        spoken = &spoken[length..];
    }
    spoken
}

/// The words after "and", "also": they join to what was said before.
pub(super) fn after_join<'a>(table: &Table, spoken: &'a [Word]) -> &'a [Word] {
    let mut rest = after_filler(table, spoken);
    loop {
        let length = table.shift.longest(rest).max(table.join.longest(rest));
        if length == 0 || length == rest.len() {
            return rest;
        }
        rest = &rest[length..];
    }
}

/// The words of the text, from the first to the last.
pub(super) fn text_of<'a>(text: &'a str, spoken: &[Word]) -> &'a str {
    match (spoken.first(), spoken.last()) {
        (Some(first), Some(last)) => &text[first.start..last.end],
        (None, _) | (_, None) => "",
    }
}
