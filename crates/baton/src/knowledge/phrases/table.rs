//! One language's phrases, read from its text file: `[section]` lines, below each one phrase a line.

use super::words;

#[derive(Default)]
pub(super) struct Table {
    pub greeting: Vec<Vec<String>>,
    pub thanks: Vec<Vec<String>>,
    pub goodbye: Vec<Vec<String>>,
    /// May stand anywhere in small talk and in a bare call for a person: "ok", "please".
    pub filler: Vec<Vec<String>>,
    pub person: Vec<Vec<String>>,
    /// May stand before a person: "a", "real".
    pub between: Vec<Vec<String>>,
    /// May follow a request that must end: "I want a human now", but not "I want a human resources contact".
    pub after: Vec<Vec<String>>,
    /// Turns a request into its opposite.
    pub unless: Vec<Vec<String>>,
    pub wants: Vec<Vec<Slot>>,
    pub bot: Vec<Vec<String>>,
    /// Who wants no bot wants a person, however it is refused.
    pub despite: Vec<Vec<Slot>>,
    /// Begins like a person and is none: "human resources".
    pub nobody: Vec<Vec<String>>,
}

pub(super) enum Slot {
    Word(String),
    /// Written `@`.
    Person,
    /// Written `#`.
    Bot,
    /// Written `|` at the end of a line: here the clause ends, or goes on with one of `after`.
    End,
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
        let phrase = || words(line).collect::<Vec<_>>();
        match section {
            "greeting" => self.greeting.push(phrase()),
            "thanks" => self.thanks.push(phrase()),
            "goodbye" => self.goodbye.push(phrase()),
            "filler" => self.filler.extend(phrase().into_iter().map(|word| vec![word])),
            "person" => self.person.push(phrase()),
            "between" => self.between.extend(phrase().into_iter().map(|word| vec![word])),
            "after" => self.after.extend(phrase().into_iter().map(|word| vec![word])),
            "unless" => self.unless.push(phrase()),
            "wants" => self.wants.push(pattern(line)),
            "bot" => self.bot.push(phrase()),
            "despite" => self.despite.push(pattern(line)),
            "nobody" => self.nobody.push(phrase()),
            other => unreachable!("a phrase table has no section [{other}]"),
        }
    }
}

fn pattern(line: &str) -> Vec<Slot> {
    line.split_whitespace().flat_map(slots).collect()
}

fn slots(word: &str) -> Vec<Slot> {
    match word {
        "@" => vec![Slot::Person],
        "#" => vec![Slot::Bot],
        "|" => vec![Slot::End],
        _ => words(word).map(Slot::Word).collect(),
    }
}
