//! From documents to passages to an answer, or to "I don't know".
//!
//! `answer` is the seam: a question goes in, an answer with evidence or "I don't know" with evidence
//! comes out. `library` keeps each app's index; the rest is pure.

mod answer;
mod calibration;
mod closeness;
mod curve;
mod detect;
mod encode;
mod find;
pub mod fuzzing;
mod index;
mod judge;
mod learn;
mod library;
mod passage;
mod phrases;
mod plain;
mod question;
mod read;
mod rows;
mod score;
mod sentences;
mod shelf;
mod split;
mod told;
mod weights;
mod word_vectors;
mod words;

pub use answer::{Answered, Asked, Hear, answer, call_of, draft, look_up, unread};
pub use curve::{Curve, CurvePoint, CurveState, CurveSuggestion, empty as no_curve};
pub use detect::detect;
pub use find::Stacks;
pub use index::Place;
pub use learn::{LearnedFrom, curve_of, encode_passages, learn, question_vector, same_question};
pub use library::Library;
pub use phrases::{asks_again, is_frustrated};
pub use question::Turn;
pub use read::{FILE_BYTES_MAX, Format, Pair, Read, ReaderProcess, Unreadable, read, read_apart};
pub use told::Told;

use read::{ANSWER_CHARS_MAX, Kind, PAIRS_MAX};

use crate::domain::SourceKind;

/// Whether there is text in it that can be read.
///
/// # Errors
/// [`Unreadable`] says why not and what to do.
pub fn readable(kind: SourceKind, body: &str) -> Result<(), Unreadable> {
    read::extract(kind.into(), body).map(drop)
}

/// The passages (heading, text) of a source. One that stands there twice is kept once.
///
/// # Errors
/// [`Unreadable`] when there is no text in it.
pub fn cut(kind: SourceKind, body: &str) -> Result<Vec<(Option<String>, String)>, Unreadable> {
    let text = read::extract(kind.into(), body)?;
    let mut seen = std::collections::HashSet::new();
    let parts = split::split(kind.into(), &text).into_iter().map(|part| (part.heading, part.text));
    Ok(parts.filter(|part| seen.insert(part.clone())).collect())
}

/// Questions with the same one count as the same: their words without order, endings and small words.
#[must_use]
pub fn meaning(question: &str) -> String {
    const TERMS_MAX: usize = 40;
    let mut terms = words::terms(question, words::Language::guess(question));
    if terms.is_empty() {
        terms = words::words(question).collect();
    }
    terms.sort();
    terms.dedup();
    terms.truncate(TERMS_MAX);
    terms.join(" ")
}

impl From<SourceKind> for Kind {
    fn from(kind: SourceKind) -> Self {
        match kind {
            SourceKind::Text => Self::Text,
            SourceKind::Markdown => Self::Markdown,
            SourceKind::Html => Self::Html,
            SourceKind::Qa => Self::Qa,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_in_another_order_has_the_same_meaning() {
        assert_eq!(meaning("Do you repair tents?"), meaning("Tents: do you repair a tent?"));
        assert_ne!(meaning("Do you repair tents?"), meaning("Do you sell tents?"));
        assert_ne!(meaning("why?"), "");
    }
}
