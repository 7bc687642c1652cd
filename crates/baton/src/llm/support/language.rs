//! What the check knows of each language: its small words, how it says no, its numbers and units, words that weigh
//! so much that they may not be added, and promises. One text file each; here is how they are read and recognised.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use rust_stemmers::{Algorithm, Stemmer};

use super::quote::words;

/// So many words from the start are enough to recognise a language.
const GUESS_WORDS: usize = 400;
/// A single small word proves nothing: "die" is English too.
const GUESS_HITS_MIN: usize = 2;
/// In a language that is not known, shorter words are taken for small ones. Characters.
const UNKNOWN_CONTENT_CHARS_MIN: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    /// By its place in the table.
    Known(usize),
    /// Not a language with Latin letters; this is the block of its letters.
    Script(u32),
    Unknown,
}

pub(super) struct Language {
    stemmer: Algorithm,
    small: HashSet<String>,
    /// "No" as a reply, which says nothing of the sentence after it.
    pub(super) reply: HashSet<String>,
    pub(super) not: HashSet<String>,
    pub(super) but: HashSet<String>,
    pub(super) numbers: HashMap<String, String>,
    pub(super) units: HashMap<String, String>,
    pub(super) weights: HashMap<String, String>,
    /// "I", which is another word in another language.
    pub(super) myself: HashSet<String>,
    pub(super) promises: Vec<Vec<String>>,
    /// What is said to a model, not to a reader.
    pub(super) orders: Vec<Vec<String>>,
}

pub(super) static LANGUAGES: LazyLock<[Language; 7]> = LazyLock::new(|| {
    [
        read(Algorithm::English, include_str!("languages/en.txt")),
        read(Algorithm::German, include_str!("languages/de.txt")),
        read(Algorithm::French, include_str!("languages/fr.txt")),
        read(Algorithm::Spanish, include_str!("languages/es.txt")),
        read(Algorithm::Italian, include_str!("languages/it.txt")),
        read(Algorithm::Portuguese, include_str!("languages/pt.txt")),
        read(Algorithm::Dutch, include_str!("languages/nl.txt")),
    ]
});

impl Tongue {
    /// By its letters, and among languages with Latin letters by its small words.
    pub(super) fn of(text: &str) -> Self {
        let letters = text.chars().filter(|letter| letter.is_alphabetic());
        let (latin, other): (Vec<char>, Vec<char>) = letters.partition(|letter| is_latin(*letter));
        if latin.len() < other.len() {
            return other.get(other.len() / 2).map_or(Self::Unknown, |letter| Self::Script(script(*letter)));
        }
        let mut hits = [0_usize; 7];
        for (_, word) in words(text).take(GUESS_WORDS) {
            for (count, language) in hits.iter_mut().zip(LANGUAGES.iter()) {
                *count += usize::from(language.small.contains(&word));
            }
        }
        let most = hits.into_iter().max().unwrap_or_default();
        let mut best = (0..hits.len()).filter(|place| hits[*place] == most);
        match (best.next(), best.next()) {
            (Some(place), None) if most >= GUESS_HITS_MIN => Self::Known(place),
            _ => Self::Unknown,
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }

    pub(super) fn language(self) -> Option<&'static Language> {
        match self {
            Self::Known(place) => LANGUAGES.get(place),
            Self::Script(_) | Self::Unknown => None,
        }
    }

    /// The words that say something, stemmed where the language is known. Numbers, units and words of weight are
    /// looked at elsewhere: "60 days" and "sixty days" say the same.
    pub(super) fn content(self, text: &str) -> Vec<String> {
        let language = self.language();
        let stemmer = language.map(|language| Stemmer::create(language.stemmer));
        let parts = words(text).flat_map(|(_, word)| word.split('\'').map(str::to_owned).collect::<Vec<_>>());
        parts
            .filter(|word| !word.is_empty() && !word.contains(char::is_numeric))
            .filter(|word| match language {
                Some(language) => language.has_content(word),
                None => word.chars().count() >= UNKNOWN_CONTENT_CHARS_MIN || !word.chars().all(is_latin),
            })
            .map(|word| stemmer.as_ref().map_or_else(|| word.clone(), |stemmer| stemmer.stem(&word).into_owned()))
            .collect()
    }
}

impl Language {
    fn has_content(&self, word: &str) -> bool {
        let is_weighed =
            self.numbers.contains_key(word) || self.units.contains_key(word) || self.weights.contains_key(word);
        !is_weighed && !self.small.contains(word) && !self.not.contains(word)
    }
}

fn is_latin(letter: char) -> bool {
    letter <= '\u{24f}' || matches!(letter, '\u{1e00}'..='\u{1eff}')
}

/// Chinese and Japanese share letters and count as one, which only makes the check stricter.
fn script(letter: char) -> u32 {
    match letter {
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => 0x4e,
        '\u{ac00}'..='\u{d7ff}' | '\u{1100}'..='\u{11ff}' => 0xac,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 0x03,
        '\u{400}'..='\u{52f}' => 0x04,
        other => u32::from(other) >> 8,
    }
}

fn read(stemmer: Algorithm, text: &str) -> Language {
    let mut sections: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut section = "";
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => section = name,
            None => sections.entry(section).or_default().push(line),
        }
    }
    let lines = |name: &str| sections.get(name).map(Vec::as_slice).unwrap_or_default();
    let set = |name| lines(name).iter().flat_map(|line| line.split_whitespace()).map(str::to_owned).collect();
    // A line is what it means, and then every word that means it.
    let map = |name| {
        let means = |line: &str| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let meaning = words.next().unwrap_or_default();
            words.map(move |word| (word, meaning.clone())).collect::<Vec<_>>()
        };
        lines(name).iter().flat_map(|line| means(line)).collect()
    };
    let phrase = |line: &&str| line.split_whitespace().map(str::to_owned).collect();
    let phrases = |name| lines(name).iter().map(phrase).collect();
    Language {
        stemmer,
        small: set("small"),
        reply: set("reply"),
        not: set("not"),
        but: set("but"),
        numbers: map("number"),
        units: map("unit"),
        weights: map("weight"),
        myself: set("self"),
        promises: phrases("promise"),
        orders: phrases("order"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_part() {
        for language in LANGUAGES.iter() {
            let parts = [language.small.len(), language.not.len(), language.but.len(), language.numbers.len()];
            assert!(parts.into_iter().all(|part| part > 3));
            assert!(language.units.len() > 10 && language.weights.len() > 30 && language.promises.len() > 30);
        }
    }

    #[test]
    fn a_language_is_recognised_or_it_is_not() {
        assert_eq!(Tongue::of("Wann kommt die Ware bei mir an?"), Tongue::Known(1));
        assert_eq!(Tongue::of("Où est ma commande et quand arrive-t-elle ?"), Tongue::Known(2));
        assert_eq!(Tongue::of("M 96 cm"), Tongue::Unknown);
        assert_eq!(Tongue::of("Где мой заказ?"), Tongue::Script(4));
        assert_eq!(Tongue::of("テントの修理"), Tongue::of("帳篷修理"));
    }

    #[test]
    fn content_is_stemmed_and_without_small_words() {
        assert_eq!(Tongue::Known(0).content("You can return the tents"), ["return", "tent"]);
        assert_eq!(Tongue::Known(2).content("Où est l'adresse ?"), ["adress"]);
        assert_eq!(Tongue::Unknown.content("Czy mój namiot"), ["namiot"]);
    }
}
