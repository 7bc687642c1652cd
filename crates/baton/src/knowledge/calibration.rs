//! From log-odds to a probability that holds in one knowledge base: learned from its own content, with one passage
//! taken away at a time, and then from what customers and agents made of answers.

use serde::{Deserialize, Serialize};

/// How much the public question sets count against the knowledge base's own, as a variance of the two numbers
/// around "nothing to change" (Platt, "Probabilistic Outputs for Support Vector Machines", 1999, with a prior).
const SHIFT_VARIANCE: f64 = 0.3;
const SLOPE_VARIANCE: f64 = 0.05;
/// All questions that a knowledge base asked of itself count as many as this: those it can answer are easier than
/// customers', and those it cannot are harder, for all their neighbours are there.
const OWN_WEIGHT: f64 = 6.0;
/// One without an answer counts as much as this of one that has one; customers ask fewer of them.
const UNANSWERABLE_WEIGHT: f64 = 0.5;
/// Sharper or blunter than this has not been seen of any set.
const SLOPES: std::ops::RangeInclusive<f64> = 0.5..=1.5;
const ROUNDS: usize = 25;
/// A step so much smaller gains nothing.
const HALVINGS: i32 = 30;

/// One question whose answerability is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub log_odds: f64,
    pub answerable: bool,
    /// Whether the best passage was the right one.
    pub right: bool,
}

/// `probability = 1 / (1 + e^-(shift + slope · log-odds))`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    pub shift: f64,
    pub slope: f64,
    /// How many outcomes it was learned from.
    pub taught: usize,
    /// What the knowledge base asked of itself.
    pub own: Vec<Observation>,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { shift: 0.0, slope: 1.0, taught: 0, own: Vec::new() }
    }
}

impl Calibration {
    /// `lessons`: log-odds of answers and whether they helped.
    #[must_use]
    pub fn learn(own: Vec<Observation>, lessons: &[(f64, bool)]) -> Self {
        let each = (OWN_WEIGHT / own.len().max(1) as f64).min(1.0);
        let weight = |answerable: bool| if answerable { each } else { UNANSWERABLE_WEIGHT * each };
        // A heading that leads elsewhere is a vague heading; it says nothing about the scores.
        let told = own.iter().filter(|seen| seen.right || !seen.answerable);
        let mut seen: Vec<(f64, bool, f64)> =
            told.map(|seen| (seen.log_odds, seen.answerable, weight(seen.answerable))).collect();
        seen.extend(lessons.iter().map(|&(log_odds, helpful)| (log_odds, helpful, 1.0)));
        let (shift, slope) = fit(&seen);
        Self { shift, slope: slope.clamp(*SLOPES.start(), *SLOPES.end()), taught: lessons.len(), own }
    }

    #[must_use]
    pub fn probability(&self, log_odds: f64) -> f64 {
        sigmoid(self.shift + self.slope * log_odds)
    }
}

/// The most probable shift and slope, by Newton's method: the loss is convex. A step that would overshoot is halved.
fn fit(seen: &[(f64, bool, f64)]) -> (f64, f64) {
    let mut at = (0.0_f64, 1.0_f64);
    for _ in 0..ROUNDS {
        let (shift, slope) = step(seen, at);
        let after = |share: f64| (at.0 + share * shift, at.1 + share * slope);
        let best = loss(seen, at);
        let shares = (0..HALVINGS).map(|halved| 0.5_f64.powi(halved));
        let Some(next) = shares.map(after).find(|next| loss(seen, *next) < best) else { return at };
        at = next;
    }
    at
}

fn step(seen: &[(f64, bool, f64)], (shift, slope): (f64, f64)) -> (f64, f64) {
    let mut down = [shift / SHIFT_VARIANCE, (slope - 1.0) / SLOPE_VARIANCE];
    let mut bend = [1.0 / SHIFT_VARIANCE, 0.0, 1.0 / SLOPE_VARIANCE];
    for &(log_odds, is_yes, weight) in seen {
        let probability = sigmoid(shift + slope * log_odds);
        let miss = weight * (probability - f64::from(u8::from(is_yes)));
        let spread = weight * probability * (1.0 - probability);
        down = [down[0] + miss, down[1] + miss * log_odds];
        bend = [bend[0] + spread, bend[1] + spread * log_odds, bend[2] + spread * log_odds * log_odds];
    }
    let determinant = bend[0] * bend[2] - bend[1] * bend[1];
    ((bend[1] * down[1] - bend[2] * down[0]) / determinant, (bend[1] * down[0] - bend[0] * down[1]) / determinant)
}

/// How improbable the two numbers are, given what was seen: its negative logarithm.
fn loss(seen: &[(f64, bool, f64)], (shift, slope): (f64, f64)) -> f64 {
    let prior = shift * shift / SHIFT_VARIANCE + (slope - 1.0) * (slope - 1.0) / SLOPE_VARIANCE;
    let surprise = |&(log_odds, is_yes, weight): &(f64, bool, f64)| {
        let against = if is_yes { -(shift + slope * log_odds) } else { shift + slope * log_odds };
        weight * (against.max(0.0) + (-against.abs()).exp().ln_1p())
    };
    prior / 2.0 + seen.iter().map(surprise).sum::<f64>()
}

fn sigmoid(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen(log_odds: f64, answerable: bool) -> Observation {
        Observation { log_odds, answerable, right: answerable }
    }

    #[test]
    fn without_anything_seen_nothing_is_changed() {
        assert_eq!(Calibration::learn(Vec::new(), &[]), Calibration::default());
        assert!((Calibration::default().probability(0.0) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn knowledge_whose_unanswerable_questions_look_answerable_is_trusted_less() {
        let own = vec![seen(1.5, false), seen(2.0, false), seen(1.0, false), seen(3.0, true)];
        assert!(Calibration::learn(own, &[]).probability(1.5) < Calibration::default().probability(1.5));
    }

    #[test]
    fn answers_that_helped_are_given_more_readily() {
        let lessons = vec![(0.0, true); 30];
        let taught = Calibration::learn(Vec::new(), &lessons);
        assert!(taught.probability(0.0) > 0.8 && taught.taught == 30);
    }

    #[test]
    fn many_outcomes_of_one_kind_do_not_run_away_with_it() {
        let lessons: Vec<(f64, bool)> = [vec![(3.0, false); 31], vec![(8.0, true); 2]].concat();
        let taught = Calibration::learn(Vec::new(), &lessons);
        assert!(taught.shift.abs() < 10.0, "{taught:?}");
        assert!(taught.probability(3.0) < 0.5 && taught.probability(8.0) > 0.01, "{taught:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_better_score_is_never_less_probable(
            own in prop::collection::vec((-8.0_f64..8.0, any::<bool>()), 0..60),
            lessons in prop::collection::vec((-8.0_f64..8.0, any::<bool>()), 0..60),
        ) {
            let own = own.into_iter().map(|(log_odds, answerable)| seen(log_odds, answerable)).collect();
            let calibration = Calibration::learn(own, &lessons);
            prop_assert!(calibration.shift.is_finite());
            prop_assert!(calibration.probability(1.0) > calibration.probability(-1.0));
        }
    }
}
