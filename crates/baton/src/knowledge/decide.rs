//! Answer or not, by the score alone; and what else the customer could ask with success.

use super::index::{Hit, Index, Passage};
use super::split::HEADING_SEPARATOR;

/// Passages below this have next to nothing to do with the question.
const SUGGESTION_SCORE_MIN: f32 = 0.1;
/// "Levels" suggests nothing to somebody who does not see the page.
const SUGGESTION_WORDS_MIN: usize = 3;
/// More suggestions than this are a menu.
const SUGGESTIONS_MAX: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// The first hit answers the question.
    Answer {
        score: f32,
    },
    /// Something was found that is not good enough.
    NotSure {
        score: f32,
    },
    NothingFound,
}

pub fn decide(hits: &[Hit], threshold: f32) -> Decision {
    match hits.first().map(|best| best.score) {
        None => Decision::NothingFound,
        Some(score) if score >= threshold => Decision::Answer { score },
        Some(score) => Decision::NotSure { score },
    }
}

/// Questions near the one asked that would surely be answered: each was asked of the index before it is offered.
pub fn suggestions(index: &Index, hits: &[Hit], threshold: f32) -> Vec<String> {
    let near = hits.iter().filter(|hit| hit.score >= SUGGESTION_SCORE_MIN);
    let mut candidates: Vec<&str> = near.filter_map(|hit| question_of(&hit.passage)).collect();
    candidates.sort_by_key(|question| !question.ends_with('?'));
    let is_sure = |question: &str| matches!(decide(&index.search(question, 1), threshold), Decision::Answer { .. });
    let mut suggestions: Vec<String> = Vec::new();
    for question in candidates {
        if suggestions.len() < SUGGESTIONS_MAX
            && !suggestions.iter().any(|known| known == question)
            && is_sure(question)
        {
            suggestions.push(question.to_owned());
        }
    }
    suggestions
}

/// What somebody could ask to get this passage: its question, or the innermost heading above it.
fn question_of(passage: &Passage) -> Option<&str> {
    let heading = || passage.heading.as_deref()?.rsplit(HEADING_SEPARATOR).next();
    let question = passage.question.as_deref().or_else(heading)?;
    (question.split_whitespace().count() >= SUGGESTION_WORDS_MIN).then_some(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT_CONFIDENCE: f32 = 0.55;
    use crate::knowledge::words::Language;

    fn shop() -> Index {
        let mut index = Index::default();
        let language = Language::ENGLISH;
        let pair = |question: &str, answer: &str| Passage {
            title: question.into(),
            heading: None,
            question: Some(question.into()),
            text: answer.into(),
            language,
        };
        index.add("a", pair("Do you repair tents?", "Yes, in our workshop."));
        index.add("b", pair("What does a repair cost?", "Poles cost 15 euros."));
        let heading = Some("Repairs › Sending a tent in".into());
        index.add(
            "c",
            Passage { heading, question: None, ..pair("Repairs", "Pack it dry. Repairs begin within a week.") },
        );
        index
    }

    #[test]
    fn the_score_decides() {
        let hits = shop().search("do you repair tents", 5);
        let score = hits[0].score;
        assert_eq!(decide(&hits, DEFAULT_CONFIDENCE), Decision::Answer { score });
        assert_eq!(decide(&hits, 1.1), Decision::NotSure { score });
        assert_eq!(decide(&[], 0.0), Decision::NothingFound);
    }

    #[test]
    fn what_is_suggested_would_be_answered() {
        let index = shop();
        let suggested = suggestions(&index, &index.search("repair of a submarine tent", 5), DEFAULT_CONFIDENCE);
        assert!(suggested.contains(&"Do you repair tents?".to_owned()), "{suggested:?}");
        assert!(suggestions(&index, &index.search("repair", 5), 1.1).is_empty());
    }
}
