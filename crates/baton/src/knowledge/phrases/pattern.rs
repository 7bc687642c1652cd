//! One line of a phrase table as a pattern over words; `clause.rs` finds where it fits.
//!
//! `word` that word · `word*` whatever begins so · `(a/b_c)` one of several · `<name>` one of a named set ·
//! a `@` or `$` among the several: or a person, or the clause ends · a `?` behind any of these: or nothing · `@` a person · `#` a bot · `..` up to four words, `...` up to twelve ·
//! `^` here the clause begins · `|` here it ends, or goes on with one of the table's `after`.

use std::collections::HashMap;

use super::token::tokens;

const SHORT_GAP: usize = 4;
const LONG_GAP: usize = 12;

/// The named sets of a table.
pub(super) type Sets = HashMap<String, Vec<Phrase>>;
pub(super) type Phrase = Vec<Piece>;

/// A word, or how it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub is_open: bool,
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        if self.is_open { word.starts_with(&self.text) } else { word == self.text }
    }
}

pub(super) enum Slot {
    OneOf(Choice),
    Person,
    Bot,
    Gap(usize),
    Start,
    End,
}

#[derive(Default)]
pub(super) struct Choice {
    pub phrases: Vec<Phrase>,
    pub or_person: bool,
    pub or_end: bool,
    pub or_nothing: bool,
}

pub(super) fn pattern(line: &str, sets: &Sets) -> Vec<Slot> {
    line.split_whitespace().map(|part| slot(part, sets)).collect()
}

fn slot(part: &str, sets: &Sets) -> Slot {
    match part {
        "@" => return Slot::Person,
        "#" => return Slot::Bot,
        ".." => return Slot::Gap(SHORT_GAP),
        "..." => return Slot::Gap(LONG_GAP),
        "^" => return Slot::Start,
        "|" => return Slot::End,
        _ => {}
    }
    let (part, or_nothing) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
    let inside = |open, close| part.strip_prefix(open).and_then(|part: &str| part.strip_suffix(close));
    if let Some(name) = inside('<', '>') {
        let phrases = sets.get(name).unwrap_or_else(|| unreachable!("no set is named <{name}>")).clone();
        return Slot::OneOf(Choice { phrases, or_nothing, ..Choice::default() });
    }
    let several: Vec<&str> = inside('(', ')').map_or(vec![part], |several| several.split('/').collect());
    let (or_person, or_end) = (several.contains(&"@"), several.contains(&"$"));
    let phrases = several.into_iter().map(phrase).filter(|phrase| !phrase.is_empty()).collect();
    Slot::OneOf(Choice { phrases, or_person, or_end, or_nothing })
}

/// The words of one phrase; a `_` is a blank inside of brackets.
pub(super) fn phrase(text: &str) -> Phrase {
    text.split(['_', ' ']).flat_map(pieces).collect()
}

fn pieces(text: &str) -> Vec<Piece> {
    let (text, is_open) = text.strip_suffix('*').map_or((text, false), |text| (text, true));
    let mut pieces: Vec<_> = tokens(text).map(|text| Piece { text, is_open: false }).collect();
    if let Some(last) = pieces.last_mut() {
        last.is_open = is_open;
    }
    pieces
}

pub(super) fn begins(phrase: &[Piece], words: &[String]) -> bool {
    phrase.len() <= words.len() && phrase.iter().zip(words).all(|(piece, word)| piece.fits(word))
}

/// The length of the longest of the phrases that the words begin with, or 0.
pub(super) fn longest(phrases: &[Phrase], words: &[String]) -> usize {
    phrases.iter().filter(|phrase| begins(phrase, words)).map(Vec::len).max().unwrap_or(0)
}
