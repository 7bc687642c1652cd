//! From text to the terms that search compares: words in lower case, without stop words, stemmed, without accents.
//! Knows what a language is, as far as words go.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

/// Longer "words" are keys, links or noise: nobody asks for them.
const WORD_CHARS_MAX: usize = 48;
/// So many words from the start are enough to guess a language.
const GUESS_WORDS: usize = 400;
/// A single stop word proves nothing: "die" is English too.
const GUESS_HITS_MIN: usize = 2;

/// A language by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(usize);

struct Rules {
    stemmer: Algorithm,
    stop_words: &'static str,
}

const fn rules(stemmer: Algorithm, stop_words: &'static str) -> Rules {
    Rules { stemmer, stop_words }
}

const TABLE: [Rules; 8] = [
    rules(Algorithm::English, include_str!("words/en.txt")),
    rules(Algorithm::German, include_str!("words/de.txt")),
    rules(Algorithm::French, include_str!("words/fr.txt")),
    rules(Algorithm::Spanish, include_str!("words/es.txt")),
    rules(Algorithm::Italian, include_str!("words/it.txt")),
    rules(Algorithm::Portuguese, include_str!("words/pt.txt")),
    rules(Algorithm::Dutch, include_str!("words/nl.txt")),
    rules(Algorithm::Russian, include_str!("words/ru.txt")),
];

/// In the order of the table.
const CODES: [&str; 8] = ["en", "de", "fr", "es", "it", "pt", "nl", "ru"];

static STOP_WORDS: LazyLock<Vec<HashSet<String>>> =
    LazyLock::new(|| TABLE.iter().map(|rules| words(rules.stop_words).collect()).collect());

impl Language {
    pub const ENGLISH: Self = Self(0);

    /// By its ISO 639-1 code, if its words are known here.
    pub fn of_code(code: &str) -> Option<Self> {
        CODES.iter().position(|known| *known == code).map(Self)
    }

    pub fn code(self) -> &'static str {
        CODES[self.0]
    }

    /// The language whose stop words the text uses most; English when nothing speaks for another.
    pub fn guess(text: &str) -> Self {
        let mut hits = [0_usize; TABLE.len()];
        for word in words(text).take(GUESS_WORDS) {
            for (count, stop_words) in hits.iter_mut().zip(STOP_WORDS.iter()) {
                *count += usize::from(stop_words.contains(&word));
            }
        }
        let most = hits.iter().copied().max().unwrap_or_default();
        let first = hits.iter().position(|&count| count == most);
        first.filter(|_| most >= GUESS_HITS_MIN).map_or(Self::ENGLISH, Self)
    }
}

/// Whether it is a word that holds sentences together and says nothing by itself.
pub fn is_stop_word(word: &str, language: Language) -> bool {
    STOP_WORDS[language.0].contains(&*fold(&word.to_lowercase()))
}

/// The terms of a text, in reading order, repeated as often as they stand there.
pub fn terms(text: &str, language: Language) -> Vec<String> {
    let stop_words = &STOP_WORDS[language.0];
    let stemmer = Stemmer::create(TABLE[language.0].stemmer);
    spoken(text)
        .filter(|word| !stop_words.contains(&*fold(word)))
        .map(|word| fold(&stemmer.stem(&word)).into_owned())
        .collect()
}

/// The words of a text in lower case and without accents, stop words and all.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    spoken(text).map(|word| fold(&word).into_owned())
}

/// Words as they are spoken: `l'adresse` is two, and so is `don't`, whose halves are both stop words.
fn spoken(text: &str) -> impl Iterator<Item = String> {
    text.unicode_words()
        .flat_map(|word| word.split(['\'', '’']))
        .filter(|word| !word.is_empty() && word.chars().count() <= WORD_CHARS_MAX)
        .map(str::to_lowercase)
}

fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ё' => folded.push('е'),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: Language = Language(1);
    const FRENCH: Language = Language(2);
    const RUSSIAN: Language = Language(7);

    #[test]
    fn terms_are_stemmed_and_free_of_stop_words() {
        assert_eq!(terms("How can I return my parcels?", Language::ENGLISH), ["return", "parcel"]);
        assert_eq!(terms("Wie lange dauern Lieferungen?", GERMAN), ["lang", "dau", "liefer"]);
    }

    #[test]
    fn accents_do_not_matter() {
        let french = FRENCH;
        assert_eq!(terms("Où est mon café ?", french), terms("ou est mon cafe", french));
        assert_eq!(words("Größe Ærø").collect::<Vec<_>>(), ["grosse", "aero"]);
    }

    #[test]
    fn contractions_leave_nothing_behind() {
        assert_eq!(terms("I don’t know, what's that?", Language::ENGLISH), Vec::<String>::new());
        assert_eq!(terms("l'adresse", FRENCH), ["adress"]);
    }

    #[test]
    fn the_language_is_guessed_from_its_small_words() {
        assert_eq!(Language::guess("Wann kommt die Ware bei mir an?"), GERMAN);
        assert_eq!(Language::guess("Où est ma commande et quand arrive-t-elle ?"), FRENCH);
        assert_eq!(Language::guess("Где мой заказ и когда он будет?"), RUSSIAN);
        assert_eq!(Language::guess("tent pegs"), Language::ENGLISH);
    }
}
