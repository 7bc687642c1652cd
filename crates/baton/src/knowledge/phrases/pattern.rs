//! One line of a phrase table as a pattern over words, and where it fits.
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
    phrases: Vec<Phrase>,
    or_person: bool,
    or_end: bool,
    or_nothing: bool,
}

/// What a pattern asks of the clause.
pub(super) trait Names {
    /// How many words from this one on are a person.
    fn person(&self, at: usize) -> Option<usize>;
    fn bot(&self, at: usize) -> Option<usize>;
    /// Whether a clause that goes on from here has said what it had to.
    fn is_end(&self, at: usize) -> bool;
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

/// Whether the pattern fits the words from a place on.
pub(super) fn fits(names: &impl Names, slots: &[Slot], words: &[String], at: usize) -> bool {
    let Some((slot, slots)) = slots.split_first() else { return true };
    match slot {
        Slot::OneOf(choice) => chooses(names, choice, slots, (words, at)),
        Slot::Person => names.person(at).is_some_and(|length| fits(names, slots, words, at + length)),
        Slot::Bot => names.bot(at).is_some_and(|length| fits(names, slots, words, at + length)),
        Slot::Gap(most) => {
            (0..=(*most).min(words.len().saturating_sub(at))).any(|length| fits(names, slots, words, at + length))
        }
        Slot::Start => at == 0 && fits(names, slots, words, at),
        Slot::End => names.is_end(at),
    }
}

fn chooses(names: &impl Names, choice: &Choice, slots: &[Slot], (words, at): (&[String], usize)) -> bool {
    let rest = words.get(at..).unwrap_or_default();
    let goes_on = |length: usize| fits(names, slots, words, at + length);
    (choice.or_nothing || choice.or_end && rest.is_empty()) && goes_on(0)
        || choice.or_person && names.person(at).is_some_and(goes_on)
        || choice.phrases.iter().any(|phrase| begins(phrase, rest) && goes_on(phrase.len()))
}

fn begins(phrase: &[Piece], words: &[String]) -> bool {
    phrase.len() <= words.len() && phrase.iter().zip(words).all(|(piece, word)| piece.fits(word))
}

/// The length of the longest of the phrases that the words begin with, or 0.
pub(super) fn longest(phrases: &[Phrase], words: &[String]) -> usize {
    phrases.iter().filter(|phrase| begins(phrase, words)).map(Vec::len).max().unwrap_or(0)
}
