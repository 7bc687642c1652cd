//! One language's phrases, read from its text file: `[section]` lines, below each one phrase or pattern a line.
//! `[sets]` come first, as `name = one, another`.

use std::collections::HashSet;

use super::pattern::{Names, Phrase, Sets, Slot, fits, longest, pattern, phrase};
use super::typo::is_slip;

/// "a real live customer service person" has four words before the person.
const BETWEEN_MAX: usize = 4;
/// Shorter words have too many neighbours to be guessed at. Characters.
const SLIP_CHARS_MIN: usize = 5;

#[derive(Default)]
pub(super) struct Table {
    pub greeting: Vec<Phrase>,
    pub thanks: Vec<Phrase>,
    pub goodbye: Vec<Phrase>,
    /// May stand anywhere in small talk and in a bare call for a person: "ok", "please".
    pub filler: Vec<Phrase>,
    pub person: Vec<Phrase>,
    /// Persons that are no call for one by their name alone: "someone".
    pub anybody: Vec<Phrase>,
    /// Where persons are, asked for only in so many words: "the support team".
    pub office: Vec<Phrase>,
    /// May stand before a person: "a", "real".
    pub between: Vec<Phrase>,
    /// What is said around a person when nothing but one is wanted: "I was hoping for".
    pub around: Vec<Phrase>,
    /// May follow a request that must end: "I want a human now", but not "I want a human resources contact".
    pub after: Vec<Phrase>,
    /// Turns a request into its opposite.
    pub unless: Vec<Phrase>,
    pub bot: Vec<Phrase>,
    /// Begins like a person and is none: "human resources".
    pub nobody: Vec<Phrase>,
    /// What is looked for: a wish, a promise, an outburst.
    pub says: Vec<Vec<Slot>>,
    /// Is one even where a refusal stands before it: who wants no bot wants a person.
    pub despite: Vec<Vec<Slot>>,
    /// A clause where one of these fits says nothing of `says`.
    pub harmless: Vec<Vec<Slot>>,
    sets: Sets,
    known: HashSet<String>,
}

impl Table {
    pub fn read(text: &str) -> Self {
        let mut table = Self::default();
        let mut section = "";
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => table.add(section, line),
            }
        }
        table
    }

    fn add(&mut self, section: &str, line: &str) {
        let each = || line.split_whitespace().map(phrase);
        match section {
            "sets" => self.add_set(line),
            "says" => self.says.push(pattern(line, &self.sets)),
            "despite" => self.despite.push(pattern(line, &self.sets)),
            "harmless" => self.harmless.push(pattern(line, &self.sets)),
            "filler" => self.filler.extend(each()),
            "between" => self.between.extend(each()),
            "around" => self.around.extend(each()),
            "after" => self.after.extend(each()),
            "greeting" => self.greeting.push(phrase(line)),
            "thanks" => self.thanks.push(phrase(line)),
            "goodbye" => self.goodbye.push(phrase(line)),
            "person" => self.person.push(phrase(line)),
            "anybody" => self.anybody.push(phrase(line)),
            "office" => self.office.push(phrase(line)),
            "unless" => self.unless.push(phrase(line)),
            "bot" => self.bot.push(phrase(line)),
            "nobody" => self.nobody.push(phrase(line)),
            other => unreachable!("a phrase table has no section [{other}]"),
        }
        self.known.extend(super::token::tokens(line));
    }

    fn add_set(&mut self, line: &str) {
        let (name, phrases) = line.split_once('=').unwrap_or((line, ""));
        self.sets.insert(name.trim().to_owned(), phrases.split(',').map(phrase).collect());
    }

    /// Whether one of the patterns fits anywhere.
    pub fn has(&self, patterns: &[Vec<Slot>], words: &[String]) -> bool {
        (0..words.len()).any(|at| self.has_at(patterns, words, at))
    }

    /// Whether the clause says what is looked for, and nothing that makes it harmless.
    pub fn is_said(&self, clause: &[String]) -> bool {
        self.has(&self.says, clause) && !self.has(&self.harmless, clause)
    }

    pub fn has_at(&self, patterns: &[Vec<Slot>], words: &[String], at: usize) -> bool {
        patterns.iter().any(|pattern| fits(self, pattern, words, at))
    }

    /// The words, with those that are a slip away from a person or a bot put right.
    pub fn put_right(&self, words: &[String]) -> Vec<String> {
        words.iter().map(|word| self.meant(word).unwrap_or(word).to_owned()).collect()
    }

    fn meant(&self, word: &str) -> Option<&str> {
        if word.chars().count() < SLIP_CHARS_MIN || self.known.contains(word) {
            return None;
        }
        let names = self.person.iter().chain(&self.anybody).chain(&self.office).chain(&self.bot).flatten();
        names.filter(|name| !name.is_open).map(|name| name.text.as_str()).find(|name| is_slip(name, word))
    }

    /// How many words from here on name a human being.
    pub fn named(&self, words: &[String]) -> usize {
        longest(&self.person, words).max(longest(&self.anybody, words))
    }

    fn served_by(&self, words: &[String]) -> usize {
        self.named(words).max(longest(&self.office, words))
    }
}

impl Names for Table {
    /// The length of "a real human agent" at the beginning of the words.
    fn person(&self, words: &[String]) -> Option<usize> {
        let mut length = 0;
        for _ in 0..BETWEEN_MAX {
            length += if self.served_by(&words[length..]) > 0 { 0 } else { longest(&self.between, &words[length..]) };
        }
        if longest(&self.nobody, &words[length..]) > 0 {
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
    fn bot(&self, words: &[String]) -> Option<usize> {
        let named = |before: &usize| longest(&self.bot, &words[*before..]) > 0;
        let before = (0..words.len().min(BETWEEN_MAX)).find(named)?;
        Some(before + longest(&self.bot, &words[before..]))
    }

    fn is_end(&self, words: &[String]) -> bool {
        words.is_empty() || longest(&self.after, words) > 0
    }
}
