//! Whether somebody who writes wants to be served by a person.

use super::clause::Clause;
use super::pattern::longest;
use super::table::Table;

/// A refusal reaches over so many words: "I don't want *to* talk to a person".
const REFUSAL_REACH: usize = 2;

/// "I want this sorted by somebody with authority": one word of so many may be about something else.
const STRANGE_ONE_IN: usize = 7;

pub(super) fn wants_person(table: &Table, clause: &[String]) -> bool {
    let words = table.put_right(clause);
    let clause = Clause::new(table, &words);
    is_nothing_but_a_person(&clause)
        || clause.has(&table.despite)
        || (is_about_a_person_only(&clause) || asks(&clause)) && !clause.has(&table.harmless)
}

/// "Human please", "a real person".
fn is_nothing_but_a_person(&Clause { table, words, .. }: &Clause) -> bool {
    let aside = |words: &[String]| longest(&table.between, words).max(longest(&table.filler, words));
    consists_of(words, |words| longest(&table.person, words), aside, 0)
}

/// "I was hoping for somebody real": a person is named, nothing is refused, and there is no word for anything else.
fn is_about_a_person_only(&Clause { table, words, .. }: &Clause) -> bool {
    let around = [&table.between, &table.filler, &table.after, &table.around, &table.bot];
    let aside = |words: &[String]| around.iter().map(|phrases| longest(phrases, words)).max().unwrap_or(0);
    !table.around.is_empty()
        && consists_of(words, |words| table.named(words), aside, words.len() / STRANGE_ONE_IN)
        && !(0..words.len()).any(|at| longest(&table.unless, &words[at..]) + longest(&table.nobody, &words[at..]) > 0)
}

/// Whether the words are persons, at least one, and asides; so many may be neither.
fn consists_of<P, A>(words: &[String], person: P, aside: A, mut strange: usize) -> bool
where
    P: Fn(&[String]) -> usize,
    A: Fn(&[String]) -> usize,
{
    let mut at = 0;
    let mut is_named = false;
    while at < words.len() {
        let named = person(&words[at..]);
        match (named.max(aside(&words[at..])), strange) {
            (0, 0) => return false,
            (0, _) => (strange, at) = (strange - 1, at + 1),
            (step, _) => at += step,
        }
        is_named |= named > 0;
    }
    is_named
}

fn asks(clause: &Clause) -> bool {
    (0..clause.words.len()).any(|at| clause.has_at(&clause.table.says, at) && !is_refused(clause, at))
}

fn is_refused(&Clause { table, words, .. }: &Clause, at: usize) -> bool {
    (0..=at).any(|from| {
        let length = longest(&table.unless, &words[from..]);
        length > 0 && from + length + REFUSAL_REACH >= at
    })
}
