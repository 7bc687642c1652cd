//! How fed up somebody who writes is: by what they say and how loudly.

use std::sync::LazyLock;

use super::clause::Clause;
use super::table::Table;
use super::token::clauses;
use super::{READ_CHARS_MAX, Said, beginning, recognise};

/// From this on somebody is frustrated.
pub const FRUSTRATED_FROM: f64 = 0.5;
/// Insults, "for the third time", "this is ridiculous".
const SAID: f64 = 1.0;
/// A whole message in capitals.
const SHOUTED: f64 = 0.6;
/// "???" and "!!!".
const INSISTED: f64 = 0.5;
/// Fewer words in capitals are names, abbreviations or a subject line.
const SHOUTED_WORDS_MIN: usize = 4;
/// Of the letters, so many are capitals in a message that shouts.
const SHOUTED_SHARE_MIN: f64 = 0.8;
const MARKS_MIN: usize = 3;

static TABLES: LazyLock<[Table; 17]> = LazyLock::new(|| tables!("frustrated").map(Table::read));

/// Whether somebody is frustrated enough for a person to be better.
pub fn is_frustrated(text: &str) -> bool {
    frustration(text) >= FRUSTRATED_FROM
}

/// How frustrated somebody is, from 0 to 1.
pub fn frustration(text: &str) -> f64 {
    let text = beginning(text, READ_CHARS_MAX);
    if clauses(text).any(|clause| TABLES.iter().any(|table| Clause::new(table, &clause).is_said())) {
        return SAID;
    }
    let loud = if is_shouted(text) { SHOUTED } else { 0.0 } + if insists(text) { INSISTED } else { 0.0 };
    if loud <= 0.0 {
        return 0.0;
    }
    match recognise(text) {
        Said::Thanks | Said::Goodbye => 0.0,
        Said::Greeting if !text.contains("??") => 0.0,
        Said::Greeting | Said::WantsPerson | Said::Something => loud.min(SAID),
    }
}

fn is_shouted(text: &str) -> bool {
    let is_loud = |word: &&str| word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let words = text.split_whitespace().filter(is_loud).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
    words >= SHOUTED_WORDS_MIN && capitals as f64 >= SHOUTED_SHARE_MIN * letters as f64
}

fn insists(text: &str) -> bool {
    let marks = text.chars().map(|letter| matches!(letter, '!' | '?' | '！' | '？' | '؟')).collect::<Vec<_>>();
    marks.chunk_by(|a, b| a == b).any(|run| run[0] && run.len() >= MARKS_MIN)
}

#[cfg(test)]
mod tests;
