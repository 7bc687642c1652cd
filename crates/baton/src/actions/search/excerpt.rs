//! Which words are sought, and where they are in a text. Pure.

use std::ops::Range;

use crate::domain::{HitPart, folded, folded_words, places_of_words};

const WORDS_MAX: usize = 8;
/// An excerpt, and how much of it stands before the first hit. Characters.
const EXCERPT_CHARS: usize = 180;
const BEFORE_CHARS: usize = 50;

/// The words that are sought: letters and digits only.
pub(super) fn sought(text: &str) -> Vec<String> {
    let mut words = folded_words(text);
    words.truncate(WORDS_MAX);
    words
}

/// A stretch of the text around the first word that begins with a sought one, with all of those marked.
pub(super) fn excerpt(text: &str, sought: &[String]) -> Vec<HitPart> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hits: Vec<Range<usize>> = places_of_words(&line).filter(|word| is_hit(&line[word.clone()], sought)).collect();
    let first = hits.first().map_or(0, |hit| hit.start);
    let from = line[..first].char_indices().rev().nth(BEFORE_CHARS).map_or(0, |(at, _)| at);
    let to = line[from..].char_indices().nth(EXCERPT_CHARS).map_or(line.len(), |(at, _)| from + at);
    let mut parts = Vec::new();
    let mut at = from;
    for hit in hits.into_iter().filter(|hit| hit.end <= to) {
        push(&mut parts, &line[at..hit.start], false);
        push(&mut parts, &line[hit.clone()], true);
        at = hit.end;
    }
    push(&mut parts, &line[at..to], false);
    if let Some(first) = parts.first_mut().filter(|_| from > 0) {
        first.text.insert(0, '…');
    }
    if to < line.len() {
        push(&mut parts, "…", false);
    }
    parts
}

fn push(parts: &mut Vec<HitPart>, text: &str, hit: bool) {
    if !text.is_empty() {
        parts.push(HitPart { text: text.to_owned(), hit });
    }
}

fn is_hit(word: &str, sought: &[String]) -> bool {
    let word = folded(word);
    sought.iter().any(|sought| word.starts_with(sought.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str) -> String {
        let parts = excerpt(text, &sought(query));
        parts.iter().map(|part| if part.hit { format!("[{}]", part.text) } else { part.text.clone() }).collect()
    }

    #[test]
    fn words_that_begin_so_are_marked_whatever_their_case_and_accents() {
        assert_eq!(shown("Mein Paket: die PAKETE\n fehlen", "paket"), "Mein [Paket]: die [PAKETE] fehlen");
        assert_eq!(shown("Un café au lait", "CAFE"), "Un [café] au lait");
        assert_eq!(shown("A newspaper", "paper"), "A newspaper");
        assert_eq!(shown("我的退款呢", "退款"), "我的[退][款]呢");
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_of_them() {
        let long = format!("{} parcel {}", "before ".repeat(40), "after ".repeat(60));
        let shown = shown(&long, "parcel");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("[parcel]"), "{shown}");
        assert!(shown.chars().count() < 190);
    }

    #[test]
    fn nothing_that_a_database_could_take_for_an_operator_is_sought() {
        assert_eq!(sought("a\" OR 'b':* & c-d"), ["a", "or", "b", "c", "d"]);
        assert_eq!(sought(" -- \"' "), [""; 0]);
    }
}
