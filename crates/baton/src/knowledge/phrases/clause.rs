//! A clause as one table reads it. Who is named where is found out once, however many patterns ask.

use std::cell::OnceCell;

use super::pattern::{Choice, Slot, begins, longest};
use super::table::Table;

/// "a real live customer service person" has four words before the person.
const BETWEEN_MAX: usize = 4;

/// How many words it is.
type Found = OnceCell<Option<usize>>;

pub(super) struct Clause<'a> {
    pub table: &'a Table,
    pub words: &'a [String],
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
        patterns.iter().any(|pattern| self.fits(pattern, at))
    }

    fn from(&self, at: usize) -> &'a [String] {
        self.words.get(at..).unwrap_or_default()
    }

    fn fits(&self, slots: &[Slot], at: usize) -> bool {
        let Some((slot, slots)) = slots.split_first() else { return true };
        let goes_on = |length: usize| self.fits(slots, at + length);
        match slot {
            Slot::OneOf(choice) => self.chooses(choice, at, goes_on),
            Slot::Person => self.person(at).is_some_and(goes_on),
            Slot::Bot => self.bot(at).is_some_and(goes_on),
            Slot::Gap(most) => (0..=(*most).min(self.from(at).len())).any(goes_on),
            Slot::Start => at == 0 && goes_on(0),
            Slot::End => self.is_end(at),
        }
    }

    fn chooses(&self, choice: &Choice, at: usize, goes_on: impl Fn(usize) -> bool) -> bool {
        let rest = self.from(at);
        (choice.or_nothing || choice.or_end && rest.is_empty()) && goes_on(0)
            || choice.or_person && self.person(at).is_some_and(&goes_on)
            || choice.phrases.iter().any(|phrase| begins(phrase, rest) && goes_on(phrase.len()))
    }

    fn person(&self, at: usize) -> Option<usize> {
        *self.persons.get(at)?.get_or_init(|| person(self.table, self.from(at)))
    }

    fn bot(&self, at: usize) -> Option<usize> {
        *self.bots.get(at)?.get_or_init(|| bot(self.table, self.from(at)))
    }

    /// Whether a clause that goes on from here has said what it had to.
    fn is_end(&self, at: usize) -> bool {
        let rest = self.from(at);
        rest.is_empty() || longest(&self.table.after, rest) > 0
    }
}

/// The length of "a real human agent" at the beginning of the words.
fn person(table: &Table, words: &[String]) -> Option<usize> {
    let served_by = |at: usize| table.named(&words[at..]).max(longest(&table.office, &words[at..]));
    let mut length = 0;
    for _ in 0..BETWEEN_MAX {
        length += if served_by(length) > 0 { 0 } else { longest(&table.between, &words[length..]) };
    }
    if longest(&table.nobody, &words[length..]) > 0 {
        return None;
    }
    let before = length;
    loop {
        match served_by(length) {
            0 => return (length > before).then_some(length),
            found => length += found,
        }
    }
}

/// The length of "a stupid robot", whatever stands before it.
fn bot(table: &Table, words: &[String]) -> Option<usize> {
    let named = |before: &usize| longest(&table.bot, &words[*before..]) > 0;
    let before = (0..words.len().min(BETWEEN_MAX)).find(named)?;
    Some(before + longest(&table.bot, &words[before..]))
}
