//! Words as they are compared when somebody searches: whatever their case and accents. Pure.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer ones are compared by their beginning. Characters.
const WORD_MAX: usize = 40;

/// The text in lower case and without accents.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().flat_map(char::to_lowercase).collect()
}

/// The words of a text, folded; nothing in them is anything but a letter or a digit.
#[must_use]
pub fn folded_words(text: &str) -> Vec<String> {
    let text = folded(text);
    places_of_words(&text).map(|place| text[place].chars().take(WORD_MAX).collect()).collect()
}

/// Where the words of a text are. Where a script sets no spaces each of its letters counts as one.
pub fn places_of_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.next_if(|(_, letter)| goes_on(first, *letter)) {
            end = at + letter.len_utf8();
        }
        Some(start..end)
    })
}

fn goes_on(first: char, letter: char) -> bool {
    is_combining_mark(letter) || (letter.is_alphanumeric() && !is_unspaced(first) && !is_unspaced(letter))
}

/// Chinese characters and Japanese syllables.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_accents() {
        assert_eq!(
            folded_words("Özlem’s CAFÉ, ida@shop.example -1234"),
            ["ozlem", "s", "cafe", "ida", "shop", "example", "1234"]
        );
    }

    #[test]
    fn each_letter_of_a_script_without_spaces_is_a_word() {
        assert_eq!(folded_words("订单 A1退款"), ["订", "单", "a1", "退", "款"]);
    }

    #[test]
    fn no_word_is_endless() {
        assert_eq!(folded_words(&"a".repeat(5_000)), ["a".repeat(WORD_MAX)]);
    }
}
