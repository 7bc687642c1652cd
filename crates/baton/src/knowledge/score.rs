//! From what was seen of a passage to one number: how likely it answers the question.

use super::closeness::Closeness;
use super::shelf::Found;

/// The weights of a logistic regression over public question sets: encyclopaedic paragraphs (SQuAD 2.0) and
/// question-and-answer threads (StackFAQ), with questions about other topics and questions whose passage was taken
/// away as the ones that have no answer. Ranking is flat around these weights, so they are round numbers.
const NOTHING_SEEN: f32 = -2.8;
const RELEVANCE: f32 = 4.0;
const SENTENCE: f32 = 1.35;
const PHRASES: f32 = 1.35;
/// A stored question speaks for its answer when it is like the one asked, and against it when it is not.
const LIKENESS: f32 = 5.9;
const LIKENESS_NEUTRAL: f32 = 0.4;

/// `1 / (1 + e^-z)` with `z` the weighted sum of
/// - relevance: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) divided by its upper
///   bound `(k1 + 1) · Σ idf(words of the question)`. A word that no passage has counts in the bound with the highest
///   idf there is: asking for unknown things lowers the score, and scores compare across questions and knowledge bases;
/// - the idf-weighted share of the question that the best single sentence says, and that of its phrases;
/// - for questions with answers, how like the stored question is to the one asked.
pub(super) fn score(found: &Found, closeness: &Closeness) -> f32 {
    let likeness = closeness.likeness.map_or(0.0, |likeness| likeness - LIKENESS_NEUTRAL);
    let z = NOTHING_SEEN
        + RELEVANCE * found.relevance
        + SENTENCE * closeness.sentence
        + PHRASES * closeness.phrases
        + LIKENESS * likeness;
    1.0 / (1.0 + (-z).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_that_says_nothing_of_the_question_scores_near_zero() {
        let nothing = Found { place: 0, relevance: 0.0 };
        assert!(score(&nothing, &Closeness::default()) < 0.06);
    }

    #[test]
    fn a_stored_question_unlike_the_one_asked_speaks_against_its_answer() {
        let found = Found { place: 0, relevance: 0.5 };
        let with = |likeness| score(&found, &Closeness { sentence: 0.6, phrases: 0.4, likeness });
        assert!(with(Some(0.1)) < with(None));
        assert!(with(None) < with(Some(0.8)));
    }
}
