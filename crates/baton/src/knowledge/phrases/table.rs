//! One language's phrases, read from its text file: `[section]` lines, below each one phrase or pattern a line.
//! `[sets]` come first, as `name = one, another`.

use std::collections::HashSet;

use super::pattern::{Phrase, Sets, Slot, longest, pattern, phrase};
use super::typo::is_slip;

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
}
