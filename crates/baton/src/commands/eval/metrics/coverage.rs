//! What answering more costs: the risk among the answered, over the share that is answered.

use super::Sample;

/// The most sure questions, up to one probability.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Point {
    /// Who answers from this probability on …
    pub threshold: f64,
    /// … answers this share of all questions …
    pub coverage: f64,
    /// … and this share of the answers is bad: wrong, or to what cannot be answered.
    pub risk: f64,
}

/// The risk–coverage curve (El-Yaniv and Wiener, JMLR 2010), by rising coverage; one point for each probability that
/// occurs. Calls for a person are never answered.
pub fn curve(samples: &[Sample]) -> Vec<Point> {
    let mut answered: Vec<(f64, bool)> = answerable_at_all(samples).collect();
    answered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut covered, mut bad) = (0, 0);
    let points = answered.chunk_by(|a, b| a.0 == b.0).rev().map(|equal| {
        covered += equal.len();
        bad += equal.iter().filter(|one| one.1).count();
        Point {
            threshold: equal[0].0,
            coverage: covered as f64 / samples.len() as f64,
            risk: bad as f64 / covered as f64,
        }
    });
    points.collect()
}

/// Area under the risk–coverage curve, from 0 (best): the mean over `k` of the risk of the `k` most sure questions
/// (Geifman, Uziel and El-Yaniv, "Bias-Reduced Uncertainty Estimation for Deep Neural Classifiers", ICLR 2019). Within
/// equal probabilities the order is by lot, and the expectation over it is taken.
pub fn area(samples: &[Sample]) -> Option<f64> {
    let mut answered: Vec<(f64, bool)> = answerable_at_all(samples).collect();
    answered.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut covered, mut bad, mut sum) = (0.0, 0.0, 0.0);
    for equal in answered.chunk_by(|a, b| a.0 == b.0).rev() {
        let each = equal.iter().filter(|one| one.1).count() as f64 / equal.len() as f64;
        for _ in equal {
            covered += 1.0;
            bad += each;
            sum += bad / covered;
        }
    }
    (covered > 0.0).then(|| sum / covered)
}

fn answerable_at_all(samples: &[Sample]) -> impl Iterator<Item = (f64, bool)> {
    let asked = samples.iter().filter(|sample| sample.is_answered_at(0.0));
    asked.map(|sample| (sample.probability, !sample.is_right()))
}

#[cfg(test)]
mod tests {
    use super::super::super::ask::Decision;
    use super::super::sample::test::{decided, nothing, right, wrong};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_curve_starts_with_the_most_sure_and_ends_with_all() {
        let samples = [right(0.9), wrong(0.5), right(0.5), nothing(0.2), decided(right(1.0), Decision::Person)];
        let points: Vec<(f64, f64, f64)> =
            curve(&samples).into_iter().map(|point| (point.threshold, point.coverage, point.risk)).collect();
        assert_eq!(points, [(0.9, 0.2, 0.0), (0.5, 0.6, 1.0 / 3.0), (0.2, 0.8, 0.5)]);
    }

    #[test]
    fn the_area_is_the_mean_risk() {
        let samples = [right(0.9), right(0.8), wrong(0.7), nothing(0.6)];
        assert!((area(&samples).unwrap() - (0.0 + 0.0 + 1.0 / 3.0 + 0.5) / 4.0).abs() < 1e-12);
        assert_eq!(area(&[]), None);
    }

    proptest! {
        #[test]
        fn no_order_is_better_than_the_one_that_puts_right_answers_first(
            found in prop::collection::vec((0.0..1.0_f64, any::<bool>()), 1..40)
        ) {
            let at = |probability, is_right| if is_right { right(probability) } else { wrong(probability) };
            let samples: Vec<Sample> = found.iter().map(|&(probability, is_right)| at(probability, is_right)).collect();
            let best: Vec<Sample> = found.iter().map(|&(_, is_right)| at(if is_right { 0.9 } else { 0.1 }, is_right)).collect();
            let (area, best) = (area(&samples).unwrap(), area(&best).unwrap());
            prop_assert!((0.0..=1.0).contains(&area));
            prop_assert!(best <= area + 1e-12);
        }

        #[test]
        fn with_equal_probabilities_the_area_is_the_risk_of_all(rights in 0_usize..20, wrongs in 1_usize..20) {
            let mut samples = vec![right(0.5); rights];
            samples.extend(vec![wrong(0.5); wrongs]);
            let risk = wrongs as f64 / samples.len() as f64;
            prop_assert!((area(&samples).unwrap() - risk).abs() < 1e-12);
        }
    }
}
