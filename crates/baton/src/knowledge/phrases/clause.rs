//! A clause as one table reads it. Who is named where is found out once, however many patterns ask.

use std::cell::OnceCell;

use super::pattern::{Names, Slot, fits, longest};
use super::table::Table;

/// "a real live customer service person" has four words before the person.
const BETWEEN_MAX: usize = 4;

type Found = OnceCell<Option<usize>>;

pub(super) struct Clause<'a> {
    table: &'a Table,
    words: &'a [String],
    /// From each word on, and behind the last.
    persons: Vec<Found>,
    bots: Vec<Found>,
}

impl<'a> Clause<'a> {
    pub fn new(table: &'a Table, words: &'a [String]) -> Self {
        let unknown = || vec![Found::new(); words.len() + 1];
        Self { table, words, persons: unknown(), bots: unknown() }
    }

    /// Whether it says what is looked for, and nothing that makes it harmless.
    pub fn is_said(&self) -> bool {
        self.has(&self.table.says) && !self.has(&self.table.harmless)
    }

    /// Whether one of the patterns fits anywhere.
    pub fn has(&self, patterns: &[Vec<Slot>]) -> bool {
        (0..self.words.len()).any(|at| self.has_at(patterns, at))
    }

    pub fn has_at(&self, patterns: &[Vec<Slot>], at: usize) -> bool {
        patterns.iter().any(|pattern| fits(self, pattern, self.words, at))
    }

    /// The length of "a real human agent" at the beginning of the words.
    fn find_person(&self, words: &[String]) -> Option<usize> {
        let mut length = 0;
        for _ in 0..BETWEEN_MAX {
            length +=
                if self.served_by(&words[length..]) > 0 { 0 } else { longest(&self.table.between, &words[length..]) };
        }
        if longest(&self.table.nobody, &words[length..]) > 0 {
            return None;
        }
        let before = length;
        loop {
            match self.served_by(&words[length..]) {
                0 => return (length > before).then_some(length),
                found => length += found,
            }
        }
    }

    /// The length of "a stupid robot", whatever stands before it.
    fn find_bot(&self, words: &[String]) -> Option<usize> {
        let named = |before: &usize| longest(&self.table.bot, &words[*before..]) > 0;
        let before = (0..words.len().min(BETWEEN_MAX)).find(named)?;
        Some(before + longest(&self.table.bot, &words[before..]))
    }

    fn served_by(&self, words: &[String]) -> usize {
        self.table.named(words).max(longest(&self.table.office, words))
    }
}

impl Names for Clause<'_> {
    fn person(&self, at: usize) -> Option<usize> {
        let rest = self.words.get(at..)?;
        *self.persons.get(at)?.get_or_init(|| self.find_person(rest))
    }

    fn bot(&self, at: usize) -> Option<usize> {
        let rest = self.words.get(at..)?;
        *self.bots.get(at)?.get_or_init(|| self.find_bot(rest))
    }

    fn is_end(&self, at: usize) -> bool {
        let rest = self.words.get(at..).unwrap_or_default();
        rest.is_empty() || longest(&self.table.after, rest) > 0
    }
}
