//! From documents to passages to an answer, or to "I don't know".
//!
//! `answer` is the seam: a question goes in, an answer with evidence or "I don't know" with evidence
//! comes out. `library` keeps each app's index; the rest is pure.

mod answer;
mod closeness;
mod decide;
mod extract;
mod index;
mod library;
mod pairs;
mod phrases;
mod plain;
mod score;
mod sentences;
mod shelf;
mod split;
mod words;

pub use answer::{Answered, Asked, answer, draft, look_up};
pub use extract::{Kind, Unreadable, decode, kind_of_file};
pub use library::Library;
pub use pairs::{Pair, parse_pairs};

use crate::domain::SourceKind;

/// Whether there is text in it that can be read.
///
/// # Errors
/// [`Unreadable`] says why not and what to do.
pub fn readable(kind: SourceKind, body: &str) -> Result<(), Unreadable> {
    extract::extract(kind.into(), body).map(drop)
}

/// The passages (heading, text) of a source.
///
/// # Errors
/// [`Unreadable`] when there is no text in it.
pub fn cut(kind: SourceKind, body: &str) -> Result<Vec<(Option<String>, String)>, Unreadable> {
    let text = extract::extract(kind.into(), body)?;
    Ok(split::split(kind.into(), &text).into_iter().map(|part| (part.heading, part.text)).collect())
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
