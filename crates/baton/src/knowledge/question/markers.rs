//! The small words that hold a language's questions together, read from text files: `[section]` lines,
//! below each phrases between commas. What each section means stands at its field.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::words::words;
use super::spoken::{Word, spoken};

/// People leave accents out, except in words this short, where they make another word: French "à" and "a".
const ACCENT_MATTERS_CHARS: usize = 2;

/// Phrases of one section; they match in lower case and, except in the shortest words, without accents.
#[derive(Default)]
pub(super) struct Phrases(Vec<Vec<Word>>);

impl Phrases {
    /// How many words the longest phrase has that these words begin with; 0 for none.
    pub fn longest(&self, spoken: &[Word]) -> usize {
        let begins = |phrase: &&Vec<Word>| {
            phrase.len() <= spoken.len() && phrase.iter().zip(spoken).all(|(part, word)| is_same(part, word))
        };
        self.0.iter().filter(begins).map(Vec::len).max().unwrap_or(0)
    }

    pub fn has(&self, word: &Word) -> bool {
        self.longest(std::slice::from_ref(word)) > 0
    }

    /// Whether one of the phrases stands anywhere in the words.
    pub fn is_in(&self, spoken: &[Word]) -> bool {
        (0..spoken.len()).any(|at| self.longest(&spoken[at..]) > 0)
    }

    pub fn read(&mut self, line: &str) {
        self.0.extend(line.split(',').map(spoken).filter(|phrase| !phrase.is_empty()));
    }
}

fn is_same(part: &Word, word: &Word) -> bool {
    let is_forgotten = part.is_accented && part.said.len() > ACCENT_MATTERS_CHARS;
    part.said == word.said && (part.is_accented == word.is_accented || is_forgotten)
}

#[derive(Default)]
pub(super) struct Table {
    /// Begins a message that goes on from the last one, unless a whole question follows: "and".
    pub lead: Phrases,
    /// Goes on from the last one whatever follows: "what about".
    pub about: Phrases,
    /// Says nothing before a question: "ok", "thanks".
    pub filler: Phrases,
    /// Begins a question by itself: "how", "does".
    pub asks: Phrases,
    /// Begins a question when somebody or something follows: "can", "is".
    pub aux: Phrases,
    pub subject: Phrases,
    pub determiner: Phrases,
    pub pronoun: Phrases,
    /// A pronoun where no noun follows: "that".
    pub maybe: Phrases,
    /// Asked of anything, so that it needs to be known of what: "free", "takes".
    pub state: Phrases,
    /// Questions of languages that drop the subject begin with these: "envían".
    pub verb: Phrases,
    /// What "it" stands for follows: "is it possible *to*".
    pub connector: Phrases,
    /// Connectors and prepositions that a verb can follow.
    pub infinitive: Phrases,
    /// How verbs end that follow those, where it tells them from nouns.
    ending: Vec<String>,
    /// Names nothing and yet stands alone: "help me".
    pub alone: Phrases,
    /// One slot a line: "im" fills the same as "in".
    pub preposition: Vec<Phrases>,
    /// A message of these words only goes on from the last one: "tell me more".
    pub whole: Phrases,
    pub or: Phrases,
    pub join: Phrases,
    /// Begins another matter: "by the way".
    pub shift: Phrases,
    /// A question in the words of a statement follows: "tell me".
    pub indirect: Phrases,
    /// Stands for nothing although parts of it could: "this week".
    pub fixed: Phrases,
    small: HashSet<String>,
    pub capitalises_nouns: bool,
    /// A verb before its subject asks: "liefert ihr".
    pub inverts_verbs: bool,
}

struct Source {
    markers: &'static str,
    stop_words: &'static str,
    capitalises_nouns: bool,
    inverts_verbs: bool,
}

macro_rules! source {
    ($language:literal, $capitalises_nouns:literal, $inverts_verbs:literal) => {
        Source {
            markers: include_str!(concat!("markers/", $language, ".txt")),
            stop_words: include_str!(concat!("../words/", $language, ".txt")),
            capitalises_nouns: $capitalises_nouns,
            inverts_verbs: $inverts_verbs,
        }
    };
}

static TABLES: LazyLock<[Table; 7]> = LazyLock::new(|| {
    [
        source!("en", false, false),
        source!("de", true, true),
        source!("fr", false, true),
        source!("es", false, false),
        source!("it", false, false),
        source!("pt", false, false),
        source!("nl", false, true),
    ]
    .map(|source| Table::read(&source))
});

impl Table {
    /// The language that knows most words of what was written; English when none stands out.
    pub fn of(texts: &[&[Word]]) -> &'static Self {
        let knows = |table: &Table, word: &Word| table.is_small(word) || table.verb.has(word);
        let known = |table: &Table| texts.iter().flat_map(|words| *words).filter(|word| knows(table, word)).count();
        let counts: Vec<usize> = TABLES.iter().map(known).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        &TABLES[counts.iter().position(|&count| count == most).unwrap_or(0)]
    }

    /// Every language, for words that stand too alone to tell theirs.
    pub fn all() -> &'static [Self] {
        &*TABLES
    }

    /// A word that holds questions together and names nothing.
    pub fn is_small(&self, word: &Word) -> bool {
        self.small.contains(&word.said)
    }

    pub fn is_content(&self, word: &Word) -> bool {
        !self.is_small(word)
    }

    /// "To return": a verb follows what could be a preposition.
    pub fn leads_verb(&self, spoken: &[Word]) -> bool {
        let [first, next, ..] = spoken else { return false };
        let is_place = next.is_capital || next.is_number || self.determiner.has(next);
        let is_verb = self.ending.is_empty() || self.ending.iter().any(|ending| next.said.ends_with(ending));
        self.infinitive.has(first) && !is_place && is_verb
    }

    pub fn content<'a>(&self, spoken: &'a [Word]) -> impl Iterator<Item = &'a Word> {
        spoken.iter().filter(|word| self.is_content(word))
    }

    fn read(source: &Source) -> Self {
        let mut table = Self {
            capitalises_nouns: source.capitalises_nouns,
            inverts_verbs: source.inverts_verbs,
            ..Self::default()
        };
        table.small.extend(words(source.stop_words));
        let mut section = "";
        for line in source.markers.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => table.add(section, line),
            }
        }
        table
    }

    fn add(&mut self, section: &str, line: &str) {
        self.small.extend(words(line));
        match section {
            "lead" => self.lead.read(line),
            "about" => self.about.read(line),
            "filler" => self.filler.read(line),
            "asks" => self.asks.read(line),
            "aux" => self.aux.read(line),
            "subject" => self.subject.read(line),
            "determiner" => self.determiner.read(line),
            "pronoun" => self.pronoun.read(line),
            "maybe" => self.maybe.read(line),
            "state" => self.state.read(line),
            "verb" => {
                for word in words(line) {
                    self.small.remove(&word);
                }
                self.verb.read(line);
            }
            "connector" => self.connector.read(line),
            "infinitive" => self.infinitive.read(line),
            "ending" => self.ending.extend(words(line)),
            "alone" => self.alone.read(line),
            "preposition" => {
                let mut slot = Phrases::default();
                slot.read(line);
                self.preposition.push(slot);
            }
            "whole" => self.whole.read(line),
            "or" => self.or.read(line),
            "join" => self.join.read(line),
            "shift" => self.shift.read(line),
            "indirect" => self.indirect.read(line),
            "fixed" => self.fixed.read(line),
            "small" => {}
            other => unreachable!("a table of markers has no section [{other}]"),
        }
    }
}
