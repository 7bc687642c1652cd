//! A message as words that know where they stand, so that the text itself can be cut between them.

use unicode_segmentation::UnicodeSegmentation;

use super::super::words::words;

/// Whoever writes more than this tells a story; its beginning must do.
const WORDS_MAX: usize = 400;

#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In lower case and without accents, as tables write it.
    pub said: String,
    /// Bytes in the text.
    pub start: usize,
    pub end: usize,
    pub is_capital: bool,
    pub is_accented: bool,
    pub is_number: bool,
    /// A comma, full stop or the like stands behind it, or nothing.
    pub ends_clause: bool,
}

/// The words of a text in reading order; `l'adresse` is two.
pub(super) fn spoken(text: &str) -> Vec<Word> {
    let pieces = text.unicode_word_indices().flat_map(|(at, word)| halves(at, word));
    let mut spoken: Vec<Word> = pieces.filter_map(|(at, piece)| word(at, piece)).take(WORDS_MAX).collect();
    for place in 0..spoken.len() {
        let until = spoken.get(place + 1).map_or(text.len(), |next| next.start);
        let between = text.get(spoken[place].end..until).unwrap_or_default();
        spoken[place].ends_clause = place + 1 == spoken.len() || between.contains(is_stop);
    }
    spoken
}

pub(super) fn is_stop(letter: char) -> bool {
    matches!(letter, ',' | '.' | ';' | ':' | '!' | '?' | '…' | '¿' | '¡' | '(' | ')' | '\n' | '–' | '—')
}

fn halves(at: usize, word: &str) -> impl Iterator<Item = (usize, &str)> {
    word.split(['\'', '’']).map(move |half| (at + (half.as_ptr() as usize - word.as_ptr() as usize), half))
}

fn word(start: usize, piece: &str) -> Option<Word> {
    let said = words(piece).next()?;
    let lower = piece.to_lowercase();
    Some(Word {
        is_accented: lower != said,
        said,
        start,
        end: start + piece.len(),
        is_capital: piece.starts_with(char::is_uppercase),
        is_number: piece.starts_with(char::is_numeric),
        ends_clause: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand() {
        let text = "Où est l’adresse, s'il vous plaît ?";
        let spoken = spoken(text);
        let said: Vec<_> = spoken.iter().map(|word| word.said.as_str()).collect();
        assert_eq!(said, ["ou", "est", "l", "adresse", "s", "il", "vous", "plait"]);
        assert_eq!(&text[spoken[3].start..spoken[3].end], "adresse");
        assert!(spoken[0].is_accented && spoken[0].is_capital && spoken[3].ends_clause && !spoken[4].ends_clause);
        assert!(spoken[7].ends_clause);
    }
}
