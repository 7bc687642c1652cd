//! A question with what was found for it: how surely it can be answered, and what is to be done.

use std::sync::Arc;

use super::{
    calibration::Calibration,
    find::{Found, Stacks, find},
    index::Place,
    passage::Passage,
    score::Ranked,
    told::Told,
};
use crate::{domain::Signal, store::StoreError};

/// Passages below this have next to nothing to do with the question.
const SUGGESTION_SCORE_MIN: f64 = 0.1;
/// "Levels" suggests nothing to somebody who does not see the page.
const SUGGESTION_WORDS_MIN: usize = 3;
/// More suggestions than this are a menu.
const SUGGESTIONS_MAX: usize = 3;
/// Each suggestion is asked before it is offered; more than these are not tried.
const TRIED_MAX: usize = 5;

/// A passage that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    pub at: Place,
    pub passage: Arc<Passage>,
    /// How likely it answers the question, 0 to 1.
    pub score: f64,
    /// Which sentence of what was encoded says it best.
    pub sentence: Option<usize>,
}

pub(super) struct Judged {
    pub question: String,
    /// Best first.
    pub hits: Vec<Hit>,
    pub log_odds: f64,
    pub signals: Vec<Signal>,
    pub by_meaning: bool,
}

impl Judged {
    pub fn score(&self) -> f64 {
        self.hits.first().map_or(0.0, |best| best.score)
    }
}

/// What to do, by the score alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Answer,
    /// Ask back, once.
    Clarify,
    DontKnow,
}

pub(super) fn zone(score: f64, threshold: f64, clarify_from: f64) -> Zone {
    if score > 0.0 && score >= threshold {
        Zone::Answer
    } else if score > 0.0 && score >= clarify_from {
        Zone::Clarify
    } else {
        Zone::DontKnow
    }
}

/// What is looked at beside the knowledge, and how much of all.
pub(super) struct Beside<'a> {
    /// Passages to look past.
    pub without: &'a [Place],
    /// What people told the customer.
    pub told: &'a [Told],
    /// So many passages at most.
    pub at_most: usize,
}

/// Looks a question up and says how surely it can be answered.
pub(super) async fn judge(
    stacks: Stacks<'_>,
    (app, question): (i64, &str),
    calibration: &Calibration,
    beside: &Beside<'_>,
) -> Result<Judged, StoreError> {
    let Found { ranked, by_meaning } = find(stacks, app, question, (beside.without, beside.told)).await?;
    let best = ranked.first();
    let (log_odds, signals) = best.map_or((0.0, Vec::new()), |best| (f64::from(best.log_odds), best.signals.clone()));
    let hits = ranked.into_iter().take(beside.at_most).map(|ranked| hit(ranked, calibration)).collect();
    Ok(Judged { question: question.to_owned(), hits, log_odds, signals, by_meaning })
}

fn hit(ranked: Ranked, calibration: &Calibration) -> Hit {
    let score = calibration.probability(f64::from(ranked.log_odds));
    let sentence = ranked.read.alignment.map(|alignment| alignment.at);
    let candidate = ranked.read.candidate;
    Hit { at: candidate.at, passage: candidate.passage, score, sentence }
}

/// Questions near the one asked that would surely be answered: each was asked before it is offered.
pub(super) async fn suggestions(
    stacks: Stacks<'_>,
    app: i64,
    judged: &Judged,
    (calibration, threshold): (&Calibration, f64),
) -> Result<Vec<String>, StoreError> {
    let near = judged.hits.iter().filter(|hit| hit.score >= SUGGESTION_SCORE_MIN);
    let mut candidates: Vec<&str> = near.filter_map(|hit| question_of(&hit.passage)).collect();
    candidates.sort_by_key(|question| !question.ends_with('?'));
    candidates.dedup();
    let mut suggestions: Vec<String> = Vec::new();
    for question in candidates.into_iter().take(TRIED_MAX) {
        if suggestions.len() == SUGGESTIONS_MAX || suggestions.iter().any(|known| known == question) {
            continue;
        }
        let found =
            judge(stacks, (app, question), calibration, &Beside { without: &[], told: &[], at_most: 1 }).await?;
        if zone(found.score(), threshold, threshold) == Zone::Answer {
            suggestions.push(question.to_owned());
        }
    }
    Ok(suggestions)
}

/// What somebody could ask to get this passage: its question, or the innermost heading above it.
fn question_of(passage: &Passage) -> Option<&str> {
    let question = passage.question().or_else(|| passage.innermost_heading())?;
    (question.split_whitespace().count() >= SUGGESTION_WORDS_MIN).then_some(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_score_decides_between_three_zones() {
        assert_eq!(zone(0.7, 0.55, 0.35), Zone::Answer);
        assert_eq!(zone(0.4, 0.55, 0.35), Zone::Clarify);
        assert_eq!(zone(0.2, 0.55, 0.35), Zone::DontKnow);
    }

    #[test]
    fn nothing_found_is_never_answered_however_low_the_threshold() {
        assert_eq!(zone(0.0, 0.0, 0.0), Zone::DontKnow);
    }

    #[test]
    fn a_clarifying_threshold_above_the_other_means_never() {
        assert_eq!(zone(0.5, 0.55, 0.9), Zone::DontKnow);
    }
}
