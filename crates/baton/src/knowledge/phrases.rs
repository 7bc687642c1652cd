//! What people say that is no question: hello, thanks, goodbye, and that they want a person.
//! The phrases are text files, one a language; here is only how they are matched.

use std::sync::LazyLock;

use super::words::words;

mod table;

use table::{Slot, Table};

/// Longer than this is not small talk, whatever it begins with.
const SMALL_TALK_WORDS_MAX: usize = 12;
/// Whoever writes more than this has said in it what they want; the beginning must do.
const READ_CHARS_MAX: usize = 4_000;
/// "a real live customer service person" has four words before the person.
const BETWEEN_MAX: usize = 4;
/// A refusal reaches over so many words: "I don't want *to* talk to a person".
const REFUSAL_REACH: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Greeting,
    Thanks,
    Goodbye,
    WantsPerson,
    /// Anything else, above all questions.
    Something,
}

static TABLES: LazyLock<[Table; 7]> = LazyLock::new(|| {
    [
        include_str!("phrases/en.txt"),
        include_str!("phrases/de.txt"),
        include_str!("phrases/fr.txt"),
        include_str!("phrases/es.txt"),
        include_str!("phrases/it.txt"),
        include_str!("phrases/pt.txt"),
        include_str!("phrases/nl.txt"),
    ]
    .map(Table::read)
});

pub fn recognise(text: &str) -> Said {
    let end = text.char_indices().nth(READ_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    let clauses = clauses(&text[..end]);
    if TABLES.iter().any(|table| clauses.iter().any(|clause| wants_person(table, clause))) {
        return Said::WantsPerson;
    }
    TABLES.iter().find_map(|table| small_talk(table, &clauses)).unwrap_or(Said::Something)
}

fn clauses(text: &str) -> Vec<Vec<String>> {
    let parts = text.split(['.', '!', '?', ',', ';', ':', '\n', '(', ')', '–', '—']);
    let clauses = parts.map(|part| words(part).map(|word| calm(&word)).collect::<Vec<_>>());
    clauses.filter(|clause| !clause.is_empty()).collect()
}

/// "heyyyy" is "hey": three of a letter are one.
fn calm(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut calm = String::with_capacity(word.len());
    for run in letters.chunk_by(|a, b| a == b) {
        let keep = if run.len() > 2 && run[0].is_alphabetic() { 1 } else { run.len() };
        calm.extend(run.iter().take(keep));
    }
    calm
}

fn small_talk(table: &Table, clauses: &[Vec<String>]) -> Option<Said> {
    let words: Vec<&String> = clauses.iter().flatten().collect();
    if words.len() > SMALL_TALK_WORDS_MAX {
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

fn wants_person(table: &Table, clause: &[String]) -> bool {
    let words: Vec<&String> = clause.iter().collect();
    is_nothing_but_a_person(table, &words) || (0..words.len()).any(|at| asks_at(table, &words, at))
}

/// "Human please", "a real person".
fn is_nothing_but_a_person(table: &Table, words: &[&String]) -> bool {
    let mut at = 0;
    let mut named = false;
    while at < words.len() {
        let rest = &words[at..];
        let person = longest(&table.person, rest);
        let step = person.max(longest(&table.between, rest)).max(longest(&table.filler, rest));
        if step == 0 {
            return false;
        }
        named |= person > 0;
        at += step;
    }
    named
}

fn asks_at(table: &Table, words: &[&String], at: usize) -> bool {
    let somebody = person(table, &words[at..]).is_some();
    let may_fit = |pattern: &[Slot]| somebody || !matches!(pattern.first(), Some(Slot::Person));
    let says =
        |patterns: &[Vec<Slot>]| patterns.iter().any(|pattern| may_fit(pattern) && fits(table, pattern, &words[at..]));
    says(&table.despite) || says(&table.wants) && !is_refused(table, words, at)
}

fn fits(table: &Table, pattern: &[Slot], mut words: &[&String]) -> bool {
    for slot in pattern {
        match slot {
            Slot::Word(word) => match words.split_first() {
                Some((first, rest)) if *first == word => words = rest,
                Some(_) | None => return false,
            },
            Slot::Person => match person(table, words) {
                Some(length) => words = &words[length..],
                None => return false,
            },
            Slot::Bot => match bot(table, words) {
                Some(length) => words = &words[length..],
                None => return false,
            },
            Slot::End => return words.is_empty() || longest(&table.after, words) > 0,
        }
    }
    true
}

/// The length of "a stupid robot", whatever stands before it.
fn bot(table: &Table, words: &[&String]) -> Option<usize> {
    let named = |before: &usize| longest(&table.bot, &words[*before..]) > 0;
    let before = (0..words.len().min(BETWEEN_MAX)).find(named)?;
    Some(before + longest(&table.bot, &words[before..]))
}

/// The length of "a real human agent" at the beginning of the words.
fn person(table: &Table, words: &[&String]) -> Option<usize> {
    let mut length = 0;
    for _ in 0..BETWEEN_MAX {
        length +=
            if longest(&table.person, &words[length..]) > 0 { 0 } else { longest(&table.between, &words[length..]) };
    }
    if longest(&table.nobody, &words[length..]) > 0 {
        return None;
    }
    let before = length;
    loop {
        match longest(&table.person, &words[length..]) {
            0 => return (length > before).then_some(length),
            found => length += found,
        }
    }
}

fn is_refused(table: &Table, words: &[&String], at: usize) -> bool {
    (0..=at).any(|from| {
        let length = longest(&table.unless, &words[from..]);
        length > 0 && from + length + REFUSAL_REACH >= at
    })
}

fn longest(phrases: &[Vec<String>], words: &[&String]) -> usize {
    let begins = |phrase: &&Vec<String>| phrase.len() <= words.len() && phrase.iter().zip(words).all(|(a, b)| a == *b);
    phrases.iter().filter(begins).map(Vec::len).max().unwrap_or(0)
}

#[cfg(test)]
mod hard_cases;
#[cfg(test)]
mod tests;
